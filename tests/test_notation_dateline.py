"""The opening of a release: every form, and what only looks like one."""

from datetime import date

import pytest
from newsdesk.notation import Known, fold, parse_release
from newsdesk.notation.dateline import dateline_flags, parse_dateline
from newsdesk.notation.known import is_domain, is_outlet, knows_place
from newsdesk.notation.words import edits

PLACES = ("Wringin", "Sumber", "Kota Jati", "Jati", "Oro-oro Wetan", "Belimbing")
SOURCES = ("WR", "Kabar Jati", "SUARA JATI", "Pewarta", "kota.example")
KNOWN = Known(
    places={fold(name): name for name in PLACES},
    regions=frozenset({fold("Jawa Selatan")}),
    translated={"starfruit": "Belimbing"},
    sources={fold(name): name for name in SOURCES},
    groups=frozenset({fold("KIM")}),
    own_domain="kota.example",
)


def flags(text: str) -> list[str]:
    dateline = parse_dateline(text, KNOWN)
    return [flag.value for flag in dateline_flags(dateline, KNOWN)] if dateline else []


HITS = [
    # place, source in brackets
    ("Wringin (kota.example) – Warga", "Wringin", "kota.example", "en dash"),
    ("Wringin (kota.example) — Warga", "Wringin", "kota.example", "em dash"),
    ("Wringin (kota.example) - Warga", "Wringin", "kota.example", "hyphen"),
    ("Wringin (kota.example) -- Warga", "Wringin", "kota.example", "two hyphens"),
    ("Wringin (kota.example)– Warga", "Wringin", "kota.example", "glued to bracket"),
    ("Wringin (kota.example) –Warga", "Wringin", "kota.example", "glued to text"),
    ("Wringin (kota.example). Warga", "Wringin", "kota.example", "full stop"),
    ("Wringin (kota.example): Warga", "Wringin", "kota.example", "colon"),
    ("Wringin (kota.example) Warga", "Wringin", "kota.example", "no separator"),
    ("Wringin, (kota.example) – Warga", "Wringin", "kota.example", "comma"),
    ("Wringin(kota.example) – Warga", "Wringin", "kota.example", "no blank"),
    ("WRINGIN (KOTA.EXAMPLE) – Warga", "WRINGIN", "KOTA.EXAMPLE", "capitals"),
    ("Wringin (kota.example) – warga", "Wringin", "kota.example", "small letter"),
    ("Tanah Jauh (lain.example) – Warga", "Tanah Jauh", "lain.example", "any domain"),
    ("Oro-oro Wetan (WR) – Warga", "Oro-oro Wetan", "WR", "hyphen in place"),
    ("Wringin/Sumber (WR) – Warga", "Wringin/Sumber", "WR", "joint places"),
    (
        "Tanah Jauh, Jawa Selatan (WR) – Warga",
        "Tanah Jauh, Jawa Selatan",
        "WR",
        "region",
    ),
    # place, source behind a comma
    ("Wringin, WR – Warga", "Wringin", "WR", "registered"),
    ("Wringin, Kabar Jati -- Warga", "Wringin", "Kabar Jati", "registered, two words"),
    ("JAUH, kabar.example - Warga", "JAUH", "kabar.example", "domain"),
    ("JAUH,kabar.example- Warga", "JAUH", "kabar.example", "nothing spaced"),
    ("WRINGIN / kabar.example – Warga", "WRINGIN", "kabar.example", "slash"),
    ("WRINGIN | kabar.example – Warga", "WRINGIN", "kabar.example", "bar"),
    ("Wringin kabar.example - Warga", "Wringin", "kabar.example", "no comma"),
    ("Wringin, Pewarta. Warga", "Wringin", "Pewarta", "full stop, both known"),
    # source first
    ("kabar.example, Jauh - Warga", "Jauh", "kabar.example", "source first"),
    ("KABAR. EXAMPLE, JAUH - Warga", "JAUH", "KABAR. EXAMPLE", "blank in domain"),
    ("SUARA JATI, Wringin – Warga", "Wringin", "SUARA JATI", "registered first"),
    ("kabar.example, Wringin Warga kota", "Wringin", "kabar.example", "dash lost"),
    ("kabar.example, Wringin: Warga", "Wringin", "kabar.example", "colon"),
    ("kabar.example – Jauh – Warga", "Jauh", "kabar.example", "dash between"),
    ("Pewarta Kota Jati – Warga", "Kota Jati", "Pewarta", "no comma between"),
    # a table of contents in front
    (
        "Daftar Isi 1. Awal 2. Akhir Wringin, Pewarta -- Warga",
        "Wringin",
        "Pewarta",
        "contents",
    ),
    (
        "Daftar Isi\nAwal\nWringin (kota.example) – Warga",
        "Wringin",
        "kota.example",
        "contents line by line",
    ),
    # source alone
    ("(kota.example) - Warga", None, "kota.example", "in brackets"),
    ("KABAR.EXAMPLE - Warga", None, "KABAR.EXAMPLE", "domain alone"),
    ("SUARA JATI – Warga", None, "SUARA JATI", "registered alone"),
    ("KIM Kota Jati – Warga", None, "KIM Kota Jati", "group is no place"),
    # place alone
    ("Wringin – Warga", "Wringin", None, "known place"),
    ("Kec. Wringin – Warga", "Kec. Wringin", None, "with its unit"),
    ("Wringin, Jawa Selatan – Warga", "Wringin, Jawa Selatan", None, "with its region"),
    ("Wringin – Rabu (25/04) warga", "Wringin", None, "a date behind it"),
    ("Wringin: Warga", "Wringin", None, "colon, capital"),
    ("Wringin ( – Warga", "Wringin", None, "emptied bracket"),
    ("Wringin, ( – Warga", "Wringin", None, "emptied bracket, comma"),
    ("Wringin () – Warga", "Wringin", None, "empty brackets"),
    # one bracket lost
    ("Wringin (kota.example – Warga", "Wringin", "kota.example", "no closing"),
    ("Wringin kota.example) – Warga", "Wringin", "kota.example", "no opening"),
]


@pytest.mark.parametrize(
    ("text", "place", "source"), [row[:3] for row in HITS], ids=[row[3] for row in HITS]
)
def test_dateline_is_read(text: str, place: str | None, source: str | None) -> None:
    dateline = parse_dateline(text, KNOWN)
    assert dateline is not None
    assert (place, source) == (dateline.place, dateline.source)


NEAR_MISSES = [
    # brackets that hold no outlet
    ("Asosiasi Pedagang Indonesia (AFPI) menegaskan", "acronym of an association"),
    ("Wringin (Ficus benjamina) – pohon besar – tumbuh di sana", "gloss"),
    ("Dinas Pasar Kota Jati (DPKJ) – Warga", "acronym and dash"),
    ("Thinkstock(WRINGIN) -- Warga", "photo credit before a place"),
    ("Wringin (kota.example", "nothing behind"),
    ("Wringin (WR) (baru) – Warga", "two brackets"),
    # domains that belong to someone
    ("Universitas Jati (unj.example) membuka", "organisation, no dash"),
    ("Universitas Jati (unj.example) – Warga", "organisation, dash"),
    ("Pemkot Jati (kota.example) – Warga", "office"),
    ("Wringin (wringin.example) membuka layanan", "known place, verb"),
    ("Tanah Jauh (jauh.example) Warga", "unknown place, no separator"),
    ("Tanah Jauh (jauh.example). Warga", "unknown place, other domain, full stop"),
    ("Toko Jauh (jauh.example) – toko buku tua – Warga", "aside behind a domain"),
    # paired dashes, routes, fixtures
    ("Belimbing – buah manis – dijual di pasar", "fruit in an aside"),
    ("Belimbing – Buah manis – dijual di pasar", "fruit, capital"),
    ("Belimbing – buah manis dijual di pasar", "small letter behind the dash"),
    ("Wringin – Sumber kini lancar", "route"),
    ("Wringin - Oro-oro Wetan menjadi satu arah", "route, two words"),
    ("Jati FC – Persada imbang", "fixture"),
    ("Jauh – Warga berkumpul", "unknown place alone"),
    ("Daftar Isi Jauh, Pewarta -- Warga", "contents, unknown place"),
    ("Daftar Isi Wringin (kabar.jauh) – Warga", "contents, other domain"),
    ("Jauh ( – Warga berkumpul", "unknown place, emptied bracket"),
    ("Wringin, Jauh – Warga berkumpul", "unknown region"),
    ("Wringin: pusat kota", "colon, small letter"),
    # dashes that do not part
    ("Wringin-Sumber ramai", "hyphen inside"),
    ("Sen. Budi Jati, R-Pa., said", "hyphen without white space"),
    ("Jati Corp said the 49/28-14 wildcat", "figures"),
    ("The summit on June 8-10 is", "days of a month"),
    # names that are no place
    ("Selasa (kota.example) – Warga", "weekday"),
    ("Mei (kota.example) – Warga", "month"),
    ("warga (kota.example) – Warga", "small letter"),
    ("Suara Jauh, Wringin – Warga", "source not registered"),
    ("Wringin, Suara Jauh – Warga", "outlet not registered"),
    ("Wringin, Suara Jauh. Warga", "outlet not registered, full stop"),
    ("Kabar Jati Raya – Warga", "registered name goes on"),
    ("SUARA JATI – lembaga penyiaran kota", "registered, small letter"),
    ("Bapak Ahmad, S.Pd (M.Si) – Warga", "academic titles"),
    ("", "empty"),
    ("–", "only a dash"),
    ("(", "only a bracket"),
    ("2026 (kota.example) – Warga", "figures for a place"),
]


@pytest.mark.parametrize(
    "text", [row[0] for row in NEAR_MISSES], ids=[row[1] for row in NEAR_MISSES]
)
def test_near_miss_is_no_dateline(text: str) -> None:
    assert parse_dateline(text, KNOWN) is None


# -- wires -----------------------------------------------------------------------------

WIRES = [
    ("JAUH, Sept 3 (Reuters) - Firms", "JAUH", "Reuters", date(2026, 9, 3)),
    ("JAUH, March 24 - Firms", "JAUH", None, date(2026, 3, 24)),
    ("JAUH, March 24 -\n    Firms", "JAUH", None, date(2026, 3, 24)),
    ("JAUH, Feb 26-\nFirms", "JAUH", None, date(2026, 2, 26)),
    ("JAUH, FEb 26 - Firms", "JAUH", None, date(2026, 2, 26)),
    ("JAUH, Febuary 26 - Firms", "JAUH", None, date(2026, 2, 26)),
    ("ST. JAUH, W.Va., Feb 26 - Firms", "ST. JAUH, W.Va.", None, date(2026, 2, 26)),
    ("DES JAUH, Iowa, June 1 - Firms", "DES JAUH, Iowa", None, date(2026, 6, 1)),
    ("JAUH/TINGGI, Dec 31 - Firms", "JAUH/TINGGI", None, date(2025, 12, 31)),
    ("JAUH, Jan. 14, 2025 /Wire/ -- Firms", "JAUH", "Wire", date(2025, 1, 14)),
    ("Jauh, 27 Februari 2018 (Kabar) - Warga", "Jauh", "Kabar", date(2018, 2, 27)),
    ("JAUH--(BUSINESS WIRE)--Firms", "JAUH", "BUSINESS WIRE", None),
    ("JAUH--(Wire - May 3, 2026) - Firms", "JAUH", "Wire", date(2026, 5, 3)),
    ("ST.JAUH, Minn., May 3, - Firms", "ST.JAUH, Minn.", None, date(2026, 5, 3)),
    ("JAUH, N. C., Mrach 3 - Firms", "JAUH, N. C.", None, date(2026, 3, 3)),
    ("JAUH, Ohio (AP) — Firms", "JAUH, Ohio", "AP", None),
    ("JAUH, July 30 Firms", "JAUH", None, date(2026, 7, 30)),
    ("JAUH Dec 12 Firms", "JAUH", None, date(2025, 12, 12)),
    ("date 2015-07-30 JAUH, July 30 Firms", "JAUH", None, date(2026, 7, 30)),
    ("JAUH, Feb 30 - Firms", "JAUH", None, None),
    ("'S-JAUH, Feb 26 - Firms", "'S-JAUH", None, date(2026, 2, 26)),
    ("JAUH (AP) _ Firms", "JAUH", "AP", None),
    ("JAUH, NY / WIRE / May 3, 2026 / Firms", "JAUH, NY", "WIRE", date(2026, 5, 3)),
]


@pytest.mark.parametrize(
    ("text", "place", "source", "day"), WIRES, ids=[row[0].strip() for row in WIRES]
)
def test_wire_is_read(
    text: str, place: str | None, source: str | None, day: date | None
) -> None:
    dateline = parse_dateline(text, KNOWN, date(2026, 5, 16))
    assert dateline is not None
    assert (place, source, day) == (dateline.place, dateline.source, dateline.wire_date)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("JAUH, Marshal 24 - Firms", id="no month"),
        pytest.param("JAUH, March 42 - Firms", id="no day"),
        pytest.param("Jauh, July 30 Firms", id="dash lost, small letters"),
        pytest.param("JAUH, July 30 firms", id="dash lost, small letter behind"),
        pytest.param("JAUH, 30 Juli Firms", id="dash lost, day first"),
        pytest.param("On July 30 - the day", id="small word before"),
        pytest.param("JAUH, March 24-28 Firms", id="days from to"),
    ],
)
def test_near_miss_is_no_wire(text: str) -> None:
    assert parse_dateline(text, KNOWN, date(2026, 5, 16)) is None


def test_wire_date_without_year_waits_for_the_publication_date() -> None:
    dateline = parse_dateline("JAUH, March 24 - Firms", KNOWN)
    assert dateline is not None
    assert dateline.wire_date is None


# -- spans, marks, furniture -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "raw", "rest"),
    [
        ("Wringin (WR) –  Warga", "Wringin (WR) –", "Warga"),
        ("**Wringin** (WR) – Warga", "**Wringin** (WR) –", "Warga"),
        ("**Wringin (WR) –** Warga", "**Wringin (WR) –**", "Warga"),
        ("*Wringin* (*WR*) – *Warga*", "*Wringin* (*WR*) –", "*Warga*"),
        ("<b>Wringin (WR)</b> – Warga", "<b>Wringin (WR)</b> –", "Warga"),
        ("Wringin&nbsp;(WR) &ndash; Warga", "Wringin&nbsp;(WR) &ndash;", "Warga"),
        ("Wringin\u00a0(WR)\u00a0–\u00a0Warga", "Wringin\u00a0(WR)\u00a0–", "Warga"),
        ("Wringin \\(WR\\) \\- Warga", "Wringin \\(WR\\) \\-", "Warga"),
        ("\u200bWringin (WR) – Warga", "Wringin (WR) –", "Warga"),
        (
            "Wringin ([kota.example](https://kota.example/)) – Warga",
            "Wringin ([kota.example](https://kota.example/)) –",
            "Warga",
        ),
        ("Wringin (<https://kota.example>) – Warga", None, None),
        ("Wringin (<kota.example>) – Warga", "Wringin (<kota.example>) –", "Warga"),
    ],
)
def test_marks_are_resolved_and_the_slice_is_exact(
    text: str, raw: str | None, rest: str | None
) -> None:
    dateline = parse_dateline(text, KNOWN)
    if raw is None:
        assert dateline is None
        return
    assert dateline is not None
    assert (raw, rest) == (dateline.raw, text[dateline.span.end :])
    assert "Wringin" == dateline.place
    assert dateline.place_span is not None
    assert "Wringin" == dateline.place_span.of(text)


def test_emphasis_that_closes_in_the_lede_stays_there() -> None:
    text = "**Wringin (WR) – Wali Kota** hadir."
    dateline = parse_dateline(text, KNOWN)
    assert dateline is not None
    assert "Wringin (WR) –" == dateline.raw
    assert (
        "**Wali Kota** hadir."
        == text[: dateline.span.start] + text[dateline.span.end :]
    )


def test_byline_line_in_front_is_passed_over() -> None:
    text = "Laporan Wartwan Kabar, Rina\nKABAR.EXAMPLE, JAUH - Warga berkumpul."
    dateline = parse_release(text).dateline
    assert dateline is not None
    assert "KABAR.EXAMPLE, JAUH -" == dateline.raw


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_dateline_on_its_own_line_opens_the_paragraph_below(between: str) -> None:
    text = f"Wringin, Pewarta.{between}Warga berkumpul, Selasa (16/5/2023)."
    release = parse_release(text, known=KNOWN)
    assert release.dateline is not None
    assert f"Wringin, Pewarta.{between}" == release.dateline.span.of(text)
    assert 1 == len(release.paragraphs)
    assert release.event_date is not None


def test_pictures_headings_and_furniture_before_the_lede_are_passed_over() -> None:
    text = "![a](images/a.jpg)\n\n## Kabar\n\nFoto: Rina\n\nWringin (WR) – Warga."
    release = parse_release(text, known=KNOWN)
    assert release.dateline is not None
    assert "Wringin (WR) –" == release.dateline.raw


def test_no_dateline_is_looked_for_in_the_second_paragraph() -> None:
    text = "Warga berkumpul.\n\nWringin (WR) – Mereka pulang."
    assert parse_release(text, known=KNOWN).dateline is None


# -- flags -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wringin (kota.example) – Warga", []),
        ("Kota Wringin (kota.example) – Warga", []),
        ("Jauh (kota.example) – Warga", ["place_unknown"]),
        ("Wringin/Jauh (kota.example) – Warga", ["place_unknown"]),
        ("Wringin (lain.example) – Warga", []),
        ("Wringin (kotta.example) – Warga", ["source_unknown"]),
        ("Wringin (koat.example) – Warga", ["source_unknown"]),
        ("Wringin (www.kota.example) – Warga", []),
        ("Wringin (WWW.kotta.example) – Warga", ["source_unknown"]),
        ("Wringin (kottta.example) – Warga", []),
        ("Starfruit (kota.example) – People", ["place_unknown"]),
        ("Wringin – Warga", ["source_missing"]),
        ("(kota.example) – Warga", ["place_missing"]),
        ("Wringin (kota.example – Warga", ["bracket_missing"]),
        ("Wringin ( – Warga", ["source_missing"]),
    ],
)
def test_flags(text: str, expected: list[str]) -> None:
    assert expected == flags(text)


def test_translated_place_stays_as_written_and_its_meaning_is_suggested() -> None:
    release = parse_release("Starfruit (kota.example) – People met.", known=KNOWN)
    assert release.dateline is not None
    assert ("Starfruit", "Belimbing") == (release.dateline.place, release.suggest_place)


def test_near_miss_of_the_own_domain_suggests_it() -> None:
    release = parse_release("Wringin (kotta.example) – Warga.", known=KNOWN)
    assert "kota.example" == release.suggest_source


# -- what the office knows -------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kabar.example", True),
        ("KABAR. CO.ID", True),
        ("x.ac.id", True),
        ("S.Pd", False),
        ("S.Pd.I", False),
        ("kabar", False),
        ("kabar.", False),
        ("16.30", False),
        ("kabar.panjangsekali", False),
    ],
)
def test_shape_of_a_domain(name: str, expected: bool) -> None:
    assert expected is is_domain(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("AFP", True), ("AFPI", False), ("WR", True), ("WRI", False), ("", False)],
)
def test_whole_name_of_an_outlet_counts(name: str, expected: bool) -> None:
    assert expected is is_outlet(name, KNOWN)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ORO ORO WETAN", True),
        ("Kab. Wringin", True),
        ("Wringin, Ohio", True),
        ("Wringin Baru", False),
        ("Starfruit", False),
        ("", False),
    ],
)
def test_place_is_known_by_its_folded_name(name: str, expected: bool) -> None:
    assert expected is knows_place(name, KNOWN)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oro-oro Wetan", "OROORO WETAN.", True),
        ("Kota\u00a0Jati", "kota jati", True),
        ("Jati", "Jatih", False),
        ("Wringin.A", "WringinA", False),
    ],
)
def test_fold(one: str, other: str, same: bool) -> None:
    assert same is (fold(one) == fold(other))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("", "", 0),
        ("", "a", 1),
        ("ab", "ba", 1),
        ("kota", "kotta", 1),
        ("kota", "kta", 1),
        ("kota", "kopa", 1),
        ("kota", "kotaxx", 2),
        ("kota", "otak", 2),
        ("abcd", "badc", 2),
    ],
)
def test_edits_are_counted_to_two(one: str, other: str, count: int) -> None:
    assert count == edits(one, other) == edits(other, one)
