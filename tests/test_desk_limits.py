"""Unseen characters, limits and records: what passes beside what is refused."""

from pathlib import Path

import pytest
from newsdesk.desk.rules import RULES
from newsdesk.intake import TEXT_LIMIT
from newsroom import BODY, HEADER, PATH, Newsroom, picture, release_text

LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai."
END = "Mereka datang. (ajl/bgp)"


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    newsroom.write("images/2026/pasar.jpg", picture())
    return newsroom


def rules(newsroom: Newsroom, words: str, header: str = HEADER) -> list[str]:
    newsroom.release(f"{LEDE}\n\n{words}\n\n{END}\n", header=header)
    return [f"{f.rule}/{f.form}".rstrip("/") for f in newsroom.findings()]


# -- characters ------------------------------------------------------------------------

SEEN = {
    "a tab": "Satu\tdua.",
    "letters that join": "Aksara ꦲꦏ꧀\u200dꦱꦫ dan می\u200cخواهم.",
    "people joined in emoji": "Warga 👩\u200d👩\u200d👧 hadir.",
    "the flag of a part of a country": (
        "Tamu \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f."
    ),
    "blanks of all widths": "Satu\u00a0dua\u2009tiga\u202fempat\u3000lima.",
    "a variant of a sign": "Awas ⚠\ufe0f di sini.",
    "references to letters": "Ongkos &eacute; &#233; &amp; &nbsp; &#x2013;.",
}
UNSEEN = {
    "a null": ("Sa\x00tu.", ["character-control"]),
    "a form feed": ("Sa\x0ctu.", ["character-control"]),
    "a control of the upper half": ("Sa\x85tu.", ["character-control"]),
    "an override": ("Sa\u202etu.", ["character-control"]),
    "an isolate": ("Sa\u2066tu.", ["character-control"]),
    "an override by number": ("Sa&#8238;tu.", ["character-control/reference"]),
    "a null by number": ("Sa&#0;tu.", ["character-control/reference"]),
    "a blank without width": ("Sa\u200btu.", ["character-invisible"]),
    "a soft hyphen": ("Sa\u00adtu.", ["character-invisible"]),
    "a joiner between Latin letters": ("Sa\u200dtu.", ["character-invisible"]),
    "a mark of order inside": ("Sa\ufefftu.", ["character-invisible"]),
    "a mark of direction": ("Sa\u200etu.", ["character-invisible"]),
    "letters of tags without a flag": (
        "Satu\U000e0041.",
        ["character-invisible"],
    ),
    "a soft hyphen by name": ("Sa&shy;tu.", ["character-invisible/reference"]),
    "a blank by name": ("Sa&ZeroWidthSpace;tu.", ["character-invisible/reference"]),
    "in code": ("```\nSa\x00tu\n```", ["character-control"]),
    "in a table": ("| a |\n|---|\n| b\u200b |", ["character-invisible"]),
}


@pytest.mark.parametrize("words", SEEN.values(), ids=SEEN)
def test_character_that_is_seen_passes(newsroom: Newsroom, words: str) -> None:
    assert [] == rules(newsroom, words)


@pytest.mark.parametrize(("words", "expected"), UNSEEN.values(), ids=UNSEEN)
def test_character_that_nobody_sees_is_found(
    newsroom: Newsroom, words: str, expected: list[str]
) -> None:
    assert expected == rules(newsroom, words)


KEYS = {
    "title": HEADER.replace("Warga", "Wa\u200brga"),
    "tags": HEADER + "Tags: sampah, pa\u00adsar\n",
    "summary": HEADER + "Summary: Warga \u202e hadir.\n",
    "number": HEADER + "Number: 12\x07/2026\n",
    "series": HEADER + "Series: Kota\u2060Bersih\n",
    "a further value": HEADER
    + "Correction: 2026-11-21 09:00 | a | b\n    2026-11-21 10:00 | a\u200e | b\n",
}


@pytest.mark.parametrize("header", KEYS.values(), ids=KEYS)
def test_character_that_nobody_sees_is_refused_in_the_header(
    newsroom: Newsroom, header: str
) -> None:
    assert ["character-header"] == rules(newsroom, "Satu.", header)


# -- conflicts -------------------------------------------------------------------------


def test_each_conflict_is_told_once_and_nothing_else(newsroom: Newsroom) -> None:
    conflict = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> lain\n"
    text = conflict.format("Title: Satu", "Title: Dua") + "Date: x\n\n<b>\n"
    newsroom.write(PATH, text + conflict.format("a", "b"))
    assert [(1, "conflict-marker"), (9, "conflict-marker")] == [
        (f.line, f.rule) for f in newsroom.findings()
    ]


@pytest.mark.parametrize(
    "words",
    ["<<<<<< enam", "<<<<<<<tujuh", "Tulis <<<<<<< HEAD", "> > > > > > > kutipan"],
)
def test_what_is_no_marker_of_a_conflict_passes(newsroom: Newsroom, words: str) -> None:
    assert [] == rules(newsroom, words)


# -- limits ----------------------------------------------------------------------------

LIMITS = {
    "a line at the limit": ("k" * 20_000, []),
    "a line above it": ("k" * 20_001, ["line-long"]),
    "brackets at the limit": ("[" * 200, []),
    "brackets above it": ("[" * 201, ["brackets-many"]),
    "brackets in code": ("```\n" + "[" * 999 + "\n```", []),
    "brackets of pictures": (
        "![](" * 201,
        ["brackets-many", "picture-inline", "picture-missing"],
    ),
    "brackets of notes": ("[^" * 201, ["brackets-many"]),
    "brackets of a comment": ("<![a " * 201, ["brackets-many"]),
    "addresses": ("<http://" * 3_001, ["line-long", "marks-many"]),
    "quotations at the limit": (">" * 20 + " a", []),
    "quotations above it": (">" * 21 + " a", ["nesting-deep"]),
    "quotations and lists": ("> - " * 11 + "a", ["nesting-deep"]),
    "a list far inside": (" " * 84 + "- a", ["nesting-deep"]),
    "a rule of hyphens": ("- " * 40 + "-", []),
    "a text far inside": (" " * 200 + "Tengah.", []),
    "marks at the limit": ("*a* " * 1_490, []),
    "marks above it": ("*a* " * 1_501, ["marks-many"]),
    "an abbreviation used too often": (
        "*[TPA]: Tempat\n\n" + ("TPA " * 900 + "\n\n") * 4,
        ["marks-many"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), LIMITS.values(), ids=LIMITS)
def test_limit_of_what_one_text_may_hold(
    newsroom: Newsroom, words: str, expected: list[str]
) -> None:
    assert expected == sorted(set(rules(newsroom, words)))


@pytest.mark.parametrize(
    ("size", "expected"), [(TEXT_LIMIT, []), (TEXT_LIMIT + 1, ["file-large"])]
)
def test_file_at_and_above_its_limit(
    newsroom: Newsroom, size: int, expected: list[str]
) -> None:
    text = release_text()
    text += "\n" + ("kata " * 30 + "kata.\n\n") * (size // 160)
    text = text.encode()[:size].decode(errors="ignore")
    newsroom.write(PATH, text.encode().ljust(size, b"a"))
    found = {f.rule for f in newsroom.findings()} - {"sign-off-missing", "lines-many"}
    assert set(expected) == found


# -- records ---------------------------------------------------------------------------

RECORDS = {
    "a correction": ("Correction: 2026-11-21 09:00 | 40 | 14", []),
    "corrections": (
        "Ralat: 2026-11-21 09:00 | 40 | 14\n    2026-11-22 09:00 | 14 | 15 | anak",
        [],
    ),
    "a change": ("Suntingan: 2026-11-21 09:00 | Ejaan", []),
    "a withdrawal": ("Dicabut: 2026-11-21 09:00 | Tidak jadi | Data pribadi", []),
    "a reply of its own": ("Hak-jawab: 2026-11-21 09:00 | Warga | Kami: tidak.", []),
    "a reply on this site": (
        "Hak-jawab: 2026-11-21 09:00 | Warga | /2026/11/20/sampah/",
        [],
    ),
    "a reply on the web": (
        "Hak-jawab: 2026-11-21 09:00 | Warga | https://warga.example/a",
        [],
    ),
    "a withdrawal without anything": ("Withdrawn: ya", ["record-form/withdrawn"]),
    "a withdrawal without a reason": (
        "Withdrawn: 2026-11-21 09:00",
        ["record-form/withdrawn"],
    ),
    "a withdrawal without an instant": (
        "Withdrawn: | Tidak jadi",
        ["record-form/withdrawn"],
    ),
    "a reason alone": ("Dicabut: salah data", ["record-form/withdrawn"]),
    "too many fields": (
        "Suntingan: 2026-11-21 09:00 | Ejaan | lagi",
        ["record-form/minor-change"],
    ),
    "an empty field": (
        "Ralat: 2026-11-21 09:00 | | 14",
        ["record-form/correction"],
    ),
    "a bar without blanks": (
        "Ralat: 2026-11-21 09:00|40|14",
        ["record-form/correction", "record-instant"],
    ),
    "the second of two": (
        "Ralat: 2026-11-21 09:00 | 40 | 14\n    kemarin | 1 | 2",
        ["record-instant"],
    ),
    "data by a link": (
        "Hak-jawab: 2026-11-21 09:00 | Warga | data:text/html,x",
        ["reply-address"],
    ),
    "an address without a scheme": (
        "Hak-jawab: 2026-11-21 09:00 | Warga | //warga.example",
        ["reply-address"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), RECORDS.values(), ids=RECORDS)
def test_record_has_its_form(
    newsroom: Newsroom, line: str, expected: list[str]
) -> None:
    assert expected == rules(newsroom, "Satu.", f"{HEADER}{line}\n")


ALIASES = {
    "an address of before": ("/2026/05/16/lama/", []),
    "an English one of before": ("/en/2026/05/16/old/", []),
    "an address of an older site": ("/category/kesehatan/", []),
    "an index": ("/kategori/", ["alias-taken"]),
    "a list that is not there yet": ("/tag/apa-saja/", ["alias-taken"]),
    "the English home": ("/en/", ["alias-taken"]),
    "a month": ("/arsip/2026/11/", ["alias-taken"]),
    "the root": ("/", ["alias-form"]),
    "pictures": ("/gambar/2026/a/", ["alias-taken"]),
}


@pytest.mark.parametrize(("address", "expected"), ALIASES.values(), ids=ALIASES)
def test_alias_leaves_alone_what_the_build_makes(
    newsroom: Newsroom, address: str, expected: list[str]
) -> None:
    header = f"{HEADER}Aliases: {address}\n"
    assert expected == rules(newsroom, "Satu.", header)


# -- what is allowed -------------------------------------------------------------------

SILENCED = {
    "a warning": ("Allow: letters-doubled | Nama", "Kata ddibuat.", []),
    "two warnings": (
        "Abaikan: letters-doubled | Nama\n    letters-tripled | Seruan",
        "Kata ddibuat bukaaan.",
        [],
    ),
    "one warning of two": (
        "Allow: letters-doubled | Nama",
        "Kata ddibuat bukaaan.",
        ["letters-tripled"],
    ),
    "without a reason": (
        "Allow: letters-doubled",
        "Kata ddibuat.",
        ["allow-reason", "letters-doubled"],
    ),
    "a rule of safety": (
        "Allow: html | Bagan",
        "Kata <b>x</b>.",
        ["allow-safety", "html"],
    ),
    "a warning of safety": (
        "Allow: character-invisible | Nama",
        "Ka\u00adta.",
        ["allow-safety", "character-invisible"],
    ),
    "an error without which the site has a hole": (
        "Allow: heading-one | Judul",
        "# Satu",
        ["allow-safety", "heading-one"],
    ),
    "nothing": ("Allow: letters-doubled | Nama", "Kata.", ["allow-unused"]),
    "what is no rule": ("Allow: ejaan | Nama", "Kata.", ["allow-unknown"]),
    "itself": ("Allow: allow-unused | Nama", "Kata.", ["allow-unused"]),
}


@pytest.mark.parametrize(("line", "words", "expected"), SILENCED.values(), ids=SILENCED)
def test_allow_silences_what_it_names(
    newsroom: Newsroom, line: str, words: str, expected: list[str]
) -> None:
    found = rules(newsroom, words, f"{HEADER}{line}\n")
    assert expected == [rule.partition("/")[0] for rule in found]


def test_allow_silences_a_rule_across_files_too(newsroom: Newsroom) -> None:
    other = PATH.replace("sampah", "pasar")
    newsroom.write(other, release_text(f"{HEADER}Tags: pasar\n"))
    header = HEADER.replace("09:00", "10:00").replace("Sampah", "Lagi")
    keys = "Tags: Pasar\nAllow: tag-spellings | Nama resmi\n"
    newsroom.release(header=header + keys)
    assert () == newsroom.check().findings


def test_allow_silences_its_own_file_only(newsroom: Newsroom) -> None:
    other = PATH.replace("sampah", "pasar")
    words = BODY.replace("balai", "balai ddibuat")
    newsroom.write(other, release_text(body=words))
    header = HEADER.replace("Sampah", "Lagi")
    newsroom.release(words, header=f"{header}Allow: letters-doubled | Nama\n")
    assert [other] == [f.path for f in newsroom.check().findings]


def test_rules_of_safety_are_marked() -> None:
    safe = {id for id, rule in RULES.items() if rule.safety}
    named = {"html", "html-unsafe", "link-scheme", "date-ahead", "embargo-before-date"}
    alike = {id for id in RULES if id.startswith(("character-", "file-"))}
    caps = {id for id in RULES if id.endswith(("-many", "-large", "-deep"))}
    caps -= {"picture-large", "heading-deep"}
    assert set() == (named | alike | caps) - safe
    assert set() == {id for id in safe if RULES[id].allowable}
