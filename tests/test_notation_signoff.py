"""The closing hands of a release: every form, and what only looks like one."""

import pytest
from newsdesk.notation import Known, fold, parse_release
from newsdesk.notation.signoff import parse_sign_off, sign_off_flags

KNOWN = Known(
    places={fold("Wringin"): "Wringin", fold("Kota Jati"): "Kota Jati"},
    sources={fold("RADAR JATI"): "RADAR JATI", fold("WR"): "WR"},
    own_domain="kota.example",
    initials=frozenset({"yul", "yon", "hms", "rukun", "kota"}),
)

# What stands before, the sign-off as written, its hands.
HITS = [
    ("Acara usai.", "(yul/yon)", "yul yon", "two hands"),
    ("Acara usai.", "(yul/hms/yon)", "yul hms yon", "three hands"),
    ("Acara usai.", "(abc/def/ghi/jkl)", "abc def ghi jkl", "four hands"),
    ("Acara usai.", "(abc/abc)", "abc abc", "the same hand twice"),
    ("Acara usai.", "(Ts/yon)", "Ts yon", "capital, two letters"),
    ("Acara usai.", "(ABC/DEF)", "ABC DEF", "capitals"),
    ("Acara usai.", "(cw1/sit)", "cw1 sit", "figure behind the letters"),
    ("Acara usai.", "(abc)", "abc", "one hand"),
    ("Acara usai.", "(Hermansyah)", "Hermansyah", "one capitalised word"),
    ("Acara usai.", "[mut]", "mut", "square brackets"),
    ("Acara usai.", "(yul/yon).", "yul yon", "full stop behind"),
    ("Acara usai.", "( yul / yon )", "yul yon", "blanks inside"),
    ("Acara usai.", "(yul, yon)", "yul yon", "comma"),
    ("Acara usai.", "(yul|yon)", "yul yon", "bar"),
    ("Acara usai.", "(yul\\yon)", "yul yon", "backslash"),
    ("Acara usai.", "(yul-yon)", "yul yon", "hyphen"),
    ("Acara usai.", "– (yul/yon)", "yul yon", "dash before"),
    ("Acara usai!", "(abc/def)", "abc def", "exclamation mark"),
    ("“Acara usai.”", "(abc)", "abc", "closing quote"),
    ("Acara usai (semua).", "(abc)", "abc", "bracket before the full stop"),
    ("Acara usai, ujarnya", "(abc/def)", "abc def", "two hands need no full stop"),
    ("Acara usai.", "(rukun)", "rukun", "a word that is on the roster"),
    ("Acara usai.", "(kota/yul)", "kota yul", "a stop word that is on the roster"),
    ("Acara usai.", "*(yul/yon)*", "yul yon", "emphasis"),
    ("Acara usai.", "**(yul/yon)**", "yul yon", "strong emphasis"),
    ("Acara usai.", "<em>(yul/yon)</em>", "yul yon", "tag"),
    ("Acara usai.", "\\(yul/yon\\)", "yul yon", "escapes"),
    ("Acara usai. [Gambas:Video X]", "(abc/def)", "abc def", "furniture before"),
    # marks are no hands
    ("Acara usai.", "(*)", "", "a star alone"),
    ("Acara usai.", "(*/ari/tyo)", "ari tyo", "star and hands"),
    ("Acara usai.", "(adv/abc)", "abc", "mark and hand"),
    ("Acara usai.", "(abc/red)", "abc", "hand and mark"),
    # one bracket lost
    ("Acara usai.", "(yul/yon", "yul yon", "no closing bracket"),
    ("Acara usai.", "yul/yon)", "yul yon", "no opening bracket"),
    ("Acara usai.", "(abc/def", "abc def", "no closing bracket, unknown hands"),
]
FURNITURE = [
    "",
    " [Gambas:Video X]",
    " Baca juga: Harga cabai (2) turun",
    " Halaman Selanjutnya",
    " ADVERTISEMENT Tags: pasar",
    " Leave a Comment",
    " Copyright © KABAR 2026",
    " BACA SELENGKAPNYA",
    " Foto: Rina",
    " (*)",
]


@pytest.mark.parametrize(
    ("before", "raw", "hands"), [row[:3] for row in HITS], ids=[row[3] for row in HITS]
)
@pytest.mark.parametrize("blank", [" ", "", "\n", "\u00a0"], ids=repr)
def test_sign_off_is_read(before: str, raw: str, hands: str, blank: str) -> None:
    if (not blank and not before.endswith((".", "”", "!"))) or raw == "yul/yon)":
        blank = " "
    if raw.startswith("(") and before.endswith("]"):
        blank = " "
    text = before + blank + raw
    sign_off = parse_sign_off(text, KNOWN)
    assert sign_off is not None
    assert (raw, hands.split()) == (sign_off.raw, list(sign_off.initials))
    assert before == text[: sign_off.span.start]
    assert hands.split() == [hand.span.of(text) for hand in sign_off.hands]


@pytest.mark.parametrize("behind", FURNITURE, ids=[each.strip() for each in FURNITURE])
@pytest.mark.parametrize("raw", ["(abc/def)", "(abc)", "(kabar.example/Rina)"])
def test_furniture_behind_is_passed_over_and_kept(raw: str, behind: str) -> None:
    text = f"Acara usai. {raw}{behind}"
    sign_off = parse_sign_off(text, KNOWN)
    assert sign_off is not None
    assert raw == sign_off.raw
    assert f"Acara usai.{behind}" == (
        text[: sign_off.span.start] + text[sign_off.span.end :]
    )


NEAR_MISSES = [
    # dates, figures
    ("Acara digelar Selasa (16/5/2023)", "date"),
    ("Acara usai. (16/5)", "date behind a full stop"),
    ("Acara usai. (2026)", "year"),
    ("Acara usai. (N-2)", "desk code"),
    ("Acara usai. (D-Neb.)", "one letter and a state"),
    ("Acara usai. (H5N1)", "letters and figures mixed"),
    # glosses
    ("Dewan Perwakilan Rakyat Daerah (DPRD).", "acronym"),
    ("Dewan Perwakilan Rakyat Daerah (DPRD)", "acronym, no full stop"),
    ("Band itu membawakan lagu lama (Padi Reborn)", "name in a sentence"),
    ("Warga hidup damai (rukan)", "word"),
    ("Mereka dirawat di sana (abc)", "one hand in a sentence"),
    ("Kelas bimbingan belajar (yul)", "one known hand in a sentence"),
    ("Mereka dirawat di sana (abc/def).", "full stop that ends the sentence"),
    ("Mereka dirawat di sana (ABC/DEF)", "capitals in a sentence"),
    ("Mereka dirawat di sana (Camat/Lurah)", "words in a sentence"),
    ("Acara bertajuk “Wringin” (wrg)", "gloss behind a quoted name"),
    ("Acara di balai (baru) (wrg)", "gloss behind a bracket"),
    ("Acara usai. (patsus)", "six small letters"),
    ("Acara usai. (Persero)", "legal form"),
    ("Acara usai. (Wringin)", "place"),
    ("Acara usai. (Selasa)", "weekday"),
    ("Acara usai. (Kota Jati)", "place of two words"),
    # slash pairs
    ("Acara dihadiri ketua (RT/RW)", "RT/RW"),
    ("Acara usai. (RT/RW)", "RT/RW behind a full stop"),
    ("Acara usai. (TNI/Polri)", "TNI/Polri"),
    ("Acara usai. (ya/tidak)", "ya/tidak"),
    ("Acara usai. (dan/atau)", "dan/atau"),
    ("Acara usai. (km/jam)", "km/jam"),
    ("Acara usai. (Rp/kg)", "Rp/kg"),
    ("Acara usai. (L/P)", "L/P"),
    ("Warga membawa berkas (KTP/kk)", "papers"),
    ("Warga membawa berkas (asli/abcd)", "one stop word in a sentence"),
    # marks
    ("Acara usai. (Adv)", "adv"),
    ("Acara usai. (bersambung)", "bersambung"),
    ("Acara usai. (red)", "red"),
    ("Acara usai. (adv/red)", "marks only"),
    ("Acara usai. (Foto: Rina)", "photo credit"),
    ("Acara usai. (Berita Kerja Sama)", "advertorial"),
    ("Acara usai. (unquoted)", "exchange table"),
    ("Acara usai. (nil)", "exchange table, short"),
    ("Hadir semua (*)", "a star in a sentence"),
    ("Acara usai. (Dok. Pasar)", "credit of two words"),
    ("Acara usai. (more)", "a page goes on"),
    ("Acara usai. (kabar.example)", "outlet alone"),
    # form
    ("Acara usai. (a/b/c)", "one letter each"),
    ("Acara usai. (abc/def/ghi/jkl/mno)", "five hands"),
    ("Acara usai. (abc//def)", "nothing between"),
    ("Acara usai. (abc/)", "nothing behind"),
    ("Acara usai. ((abc/def)", "bracket in bracket"),
    ("Acara usai. (abc/def) Warga pulang.", "text behind"),
    ("Acara usai. (abc", "one hand, no closing bracket"),
    ("Acara usai. RT/RW)", "stop words, no opening bracket"),
    ("Acara usai di sana yul/abc)", "no opening bracket in a sentence"),
    ("Lihat [peta](abc/def)", "target of a link"),
    ("![peta](abc/def)", "target of a picture"),
    ("", "empty"),
    (")", "only a bracket"),
]


@pytest.mark.parametrize(
    "text", [row[0] for row in NEAR_MISSES], ids=[row[1] for row in NEAR_MISSES]
)
def test_near_miss_is_no_sign_off(text: str) -> None:
    assert parse_sign_off(text, KNOWN) is None


@pytest.mark.parametrize(
    ("raw", "hands", "names"),
    [
        ("(kabar.example/Rina)", [], ["Rina"]),
        ("(kabar.example/Rina Wati)", [], ["Rina Wati"]),
        ("(kabar-jati.example/Rina)", [], ["Rina"]),
        ("(Achmad S./Rayyan/Nanien Y.)", [], ["Achmad S.", "Rayyan", "Nanien Y."]),
        ("(Rina Wati)", [], ["Rina Wati"]),
        ("(Rina Wati/yon)", ["yon"], ["Rina Wati"]),
        ("(AB-CD/RADAR JATI)", ["AB", "CD"], []),
        ("(AB-CD/RADAR JAUH)", ["AB", "CD"], ["RADAR JAUH"]),
        ("(Rayyan/yon)", ["Rayyan", "yon"], []),
    ],
)
def test_full_names_and_what_follows_an_outlet_are_a_byline(
    raw: str, hands: list[str], names: list[str]
) -> None:
    sign_off = parse_sign_off(f"Acara usai. {raw}", KNOWN)
    assert sign_off is not None
    assert (hands, names) == (list(sign_off.initials), list(sign_off.byline_names))


@pytest.mark.parametrize(
    ("raw", "roles"),
    [
        ("(abc)", ("abc", None, ())),
        ("(abc/def)", ("abc", "def", ())),
        ("(abc/def/ghi)", ("abc", "ghi", ("def",))),
        ("(abc/def/ghi/jkl)", ("abc", "jkl", ("def", "ghi"))),
        ("(*)", (None, None, ())),
    ],
)
def test_slot_gives_the_role(
    raw: str, roles: tuple[str | None, str | None, tuple[str, ...]]
) -> None:
    sign_off = parse_sign_off(f"Acara usai. {raw}", KNOWN)
    assert sign_off is not None
    assert roles == (sign_off.reporter, sign_off.editor, sign_off.contributors)


@pytest.mark.parametrize(
    ("raw", "flags", "unknown"),
    [
        ("(yul/yon)", [], []),
        ("(YUL/Yon)", [], []),
        ("(yul/abc)", ["initials_unknown"], ["abc"]),
        ("(abc/def", ["bracket_missing", "initials_unknown"], ["abc", "def"]),
        ("yul/yon)", ["bracket_missing"], []),
        ("(kabar.example/Rina)", ["byline_names"], []),
        ("(Rina Wati/abc)", ["initials_unknown", "byline_names"], ["abc"]),
        ("(*)", [], []),
    ],
)
def test_flags(raw: str, flags: list[str], unknown: list[str]) -> None:
    sign_off = parse_sign_off(f"Acara usai. {raw}", KNOWN)
    assert sign_off is not None
    raised, hands = sign_off_flags(sign_off, KNOWN)
    assert flags == [flag.value for flag in raised]
    assert unknown == [hand.initials for hand in hands]


def test_every_hand_is_unknown_where_the_office_knows_none() -> None:
    release = parse_release("Acara usai. (yul/yon)")
    assert ["yul", "yon"] == [hand.initials for hand in release.unknown_hands]


# -- in a release ----------------------------------------------------------------------


def kinds(text: str) -> list[str]:
    release = parse_release(text, known=KNOWN)
    return [paragraph.kind.value for paragraph in release.paragraphs]


@pytest.mark.parametrize("raw", ["(yul/yon)", "(abc)", "*(yul/yon)*", "[mut]", "(*)"])
def test_sign_off_alone_is_a_paragraph_of_its_own_kind(raw: str) -> None:
    assert ["text", "sign-off"] == kinds(f"Acara usai.\n\n{raw}\n")


@pytest.mark.parametrize("raw", ["(RT/RW)", "(Adv)", "(16/5)"])
def test_other_brackets_alone_are_text(raw: str) -> None:
    assert ["text", "text"] == kinds(f"Acara usai.\n\n{raw}\n")


def test_sign_off_stands_before_furniture_and_pictures() -> None:
    text = "Acara usai. (yul/yon)\n\n![a](images/a.jpg)\n\nBaca juga: Pasar"
    release = parse_release(text, known=KNOWN)
    assert release.sign_off is not None
    assert "(yul/yon)" == release.sign_off.raw


def test_star_alone_behind_a_sign_off_is_furniture() -> None:
    text = "Acara usai. (yul/yon)\n\n(*)"
    release = parse_release(text, known=KNOWN)
    assert release.sign_off is not None
    assert "(yul/yon)" == release.sign_off.raw
    assert ["text", "furniture"] == kinds(text)


def test_sign_off_in_the_middle_is_text() -> None:
    release = parse_release("Acara usai. (yul/yon)\n\nWarga pulang.", known=KNOWN)
    assert release.sign_off is None


def test_first_bracket_of_a_doubled_sign_off_stays() -> None:
    text = "Acara usai. (A/Ltd)(kabar.example/Rina)"
    sign_off = parse_sign_off(text, KNOWN)
    assert sign_off is not None
    assert "(kabar.example/Rina)" == sign_off.raw
    assert "Acara usai. (A/Ltd)" == text[: sign_off.span.start]
