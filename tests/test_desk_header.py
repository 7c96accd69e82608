"""Rules on the header: what they leave alone, and where they point."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from newsdesk.desk.finding import Finding, Level
from newsroom import BODY, HEADER, NOW, PATH, REGISTERS, Newsroom, release_text

PLAIN = HEADER.splitlines(keepends=True)
TITLE, DATE, CATEGORY = PLAIN
ENGLISH = PATH.replace(".md", ".en.md")


def told(findings: list[Finding]) -> list[tuple[int, int, str]]:
    return [(f.line, f.column, f"{f.rule}/{f.form}".rstrip("/")) for f in findings]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


CORRECT = {
    # order and spelling
    "the plain release": HEADER,
    "another order": CATEGORY + DATE + TITLE,
    "Indonesian keys": HEADER.replace("Title", "Judul").replace("Date", "Tanggal"),
    "keys in capitals": HEADER.upper().replace("LINGKUNGAN", "Lingkungan"),
    "underscore for a hyphen": HEADER + "Sign_off: ajl/bgp\n",
    # dates
    "seconds": HEADER.replace("09:00", "09:00:30"),
    "T for the blank": HEADER.replace(" 09:00", "T09:00"),
    "an offset": HEADER.replace("09:00", "09:00+07:00"),
    "this very minute": HEADER.replace("2026-11-20 09:00", "2026-11-24 08:00"),
    "ahead with an embargo": (
        HEADER.replace("2026-11-20", "2026-11-27") + "Embargo: 2026-11-27 09:00\n"
    ),
    "an embargo at the date": HEADER + "Embargo: 2026-11-20 09:00\n",
    "an embargo after the date": HEADER + "Embargo: 2026-12-24 09:00\n",
    "urgent": HEADER + "Urgent: 2026-11-30 09:00\n",
    "pinned": HEADER + "Pinned: 2026-11-30\n",
    "no event date": HEADER + "Event-date: -\n",
    # limits
    "a title of 160 characters": HEADER.replace(TITLE, f"Title: {'a' * 160}\n"),
    "a title of 160 wide characters": HEADER.replace(TITLE, f"Title: {'漢' * 160}\n"),
    "a summary of 300 characters": HEADER + f"Summary: {'a' * 300}\n",
    "twenty tags": HEADER + f"Tags: {', '.join(f't{n}' for n in range(20))}\n",
    "a tag twice counts once": HEADER + f"Tags: {'a, ' * 30}a\n",
    "a slug of 80 characters": HEADER + f"Slug: {'a' * 80}\n",
    # what a value may name
    "category by name": HEADER.replace("lingkungan", "Lingkungan"),
    "category by English name": HEADER.replace("lingkungan", "environment"),
    "location by id": HEADER + "Location: sawo\n",
    "location by alias": HEADER + "Location: kota wringin\n",
    "contact by id": HEADER + "Contact: meja-pers\n",
    "status draft": HEADER + "Status: Draft\n",
    "language of the file": HEADER + "Lang: id\n",
    "former addresses": HEADER + "Aliases: /2026/11/19/sampah/\n    /lama/a.b_c/\n",
    "HTML in a title is text": HEADER.replace("Sampah", "<b>Sampah</b>"),
}


@pytest.mark.parametrize("header", CORRECT.values(), ids=CORRECT)
def test_correct_header_has_no_finding(newsroom: Newsroom, header: str) -> None:
    date = (header.partition("-27")[1] and "2026-11-27") or "2026-11-20"
    if "2026-11-24 08:00" in header:
        date = "2026-11-24"
    path = f"releases/2026/{date}-sampah.md"
    newsroom.write(path, release_text(header))
    assert [] == told(newsroom.findings(path))


WRONG = {
    # one cause, one finding
    "empty title": (
        HEADER.replace(TITLE, "Title:\n"),
        [(1, 7, "header-value-missing")],
    ),
    "misspelt title": (
        HEADER.replace("Title", "Titel"),
        [(1, 1, "header-key-unknown/suggest")],
    ),
    "misspelt date": (
        HEADER.replace("Date", "Dat"),
        [(2, 1, "header-key-unknown/suggest")],
    ),
    "title twice": (HEADER + "Judul: Lagi\n", [(4, 1, "header-key-twice")]),
    "unreadable embargo over a date ahead": (
        HEADER.replace("2026-11-20", "2026-11-27") + "Embargo: besok\n",
        [(2, 7, "name-form/differs"), (4, 10, "date-form")],
    ),
    # positions
    "value behind two blanks": (
        HEADER.replace("Category: lingkungan", "Category:  olahraga"),
        [(3, 12, "category-unknown")],
    ),
    "second alias": (
        HEADER + "Aliases: /lama/\n\tlama/lagi\n",
        [(5, 2, "alias-form/suggest")],
    ),
    "alias that leaves the site": (
        HEADER + "Aliases: /lama/../../x/\n",
        [(4, 10, "alias-form")],
    ),
    "alias with a query": (HEADER + "Aliases: /lama/?p=1\n", [(4, 10, "alias-form")]),
    "two faults on one line": (
        HEADER.replace("lingkungan", "lingkungann") + "Lang: xx\nStatus: x\n",
        [
            (3, 11, "category-unknown/suggest"),
            (4, 7, "lang-unknown"),
            (5, 9, "status-unknown"),
        ],
    ),
    "keys of other generators": (
        HEADER + "Template: x\nAuthor: y\n_hidden: z\n",
        [
            (4, 1, "header-key-refused"),
            (5, 1, "header-key-refused"),
            (6, 1, "header-key-refused"),
        ],
    ),
    "the 21st tag, whose letters stand in others": (
        HEADER + f"Tags: {', '.join('bcdefghijklmnopqrstu')}, a, ba, ab\n",
        [(4, 67, "tags-many")],
    ),
    "a date below a blank line": (
        TITLE + CATEGORY + "\nTanggal: 2026-11-20 09:00\n",
        [(4, 1, "dateline-missing"), (4, 1, "header-line-below")],
    ),
    "blanks before all colons": (
        "Title  : Warga\nDate   : 2026-11-20 09:00\nCategory: lingkungan\n",
        [(1, 6, "header-key-blank"), (2, 5, "header-key-blank")],
    ),
    "81 characters of slug": (
        HEADER + f"Slug: {'a' * 81}\n",
        [(4, 7, "slug-form/suggest")],
    ),
}


@pytest.mark.parametrize(("header", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_header_is_found_once_and_at_its_place(
    newsroom: Newsroom, header: str, expected: list[tuple[int, int, str]]
) -> None:
    newsroom.release(header=header)
    assert expected == told(newsroom.findings())


def test_title_with_byte_order_mark_and_crlf_is_read(newsroom: Newsroom) -> None:
    text = "\ufeff" + release_text().replace("\n", "\r\n")
    newsroom.write(PATH, text)
    assert [] == newsroom.findings()


def test_text_pasted_under_the_date_needs_no_blank_line(newsroom: Newsroom) -> None:
    newsroom.write(PATH, release_text().replace("\n\n", "\n", 1))
    assert [] == newsroom.findings()


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, []), (1, [(2, 7, "date-ahead/today")])],
    ids=["at the minute", "a minute ahead"],
)
def test_date_ahead_begins_behind_now(
    newsroom: Newsroom, minutes: int, expected: list[tuple[int, int, str]]
) -> None:
    moment: datetime = NOW + timedelta(minutes=minutes)
    path = "releases/2026/2026-11-24-sampah.md"
    header = HEADER.replace("2026-11-20 09:00", f"{moment:%Y-%m-%d %H:%M}")
    newsroom.write(path, release_text(header))
    assert expected == told(newsroom.findings(path))


# -- pages -----------------------------------------------------------------------------


def test_page_needs_no_date_category_dateline_or_sign_off(newsroom: Newsroom) -> None:
    newsroom.write("pages/tentang.md", "Title: Tentang\n\nKantor kabar kota.\n")
    assert [] == newsroom.findings("pages/tentang.md")


def test_page_is_told_only_the_keys_of_pages(newsroom: Newsroom) -> None:
    newsroom.write("pages/tentang.md", "Title: Tentang\nWarna: biru\n\nKantor.\n")
    (finding,) = newsroom.findings("pages/tentang.md")
    assert "title | summary | slug | lang | aliases | allow" == finding.values["keys"]


RESERVED = ("arsip", "kategori", "2026", "en", "cari", "tema", "gambar")


@pytest.mark.parametrize("slug", RESERVED)
@pytest.mark.parametrize("suffix", [".md", ".en.md"])
def test_page_keeps_off_the_addresses_of_the_build(
    newsroom: Newsroom, slug: str, suffix: str
) -> None:
    path = f"pages/{slug}{suffix}"
    newsroom.write(path, "Title: Halaman\n\nTeks.\n")
    assert ["page-slug-reserved"] == [f.rule for f in newsroom.findings(path)]


@pytest.mark.parametrize("slug", ["arsip-lama", "20260", "202", "privasi", "redaksi"])
def test_page_near_a_reserved_address_is_free(newsroom: Newsroom, slug: str) -> None:
    path = f"pages/{slug}.md"
    newsroom.write(path, "Title: Halaman\n\nTeks.\n")
    assert [] == newsroom.findings(path)


# -- editions --------------------------------------------------------------------------

REPEATED = {
    "nothing": "",
    "the same date": "Date: 2026-11-20 09:00\n",
    "the same instant in another form": "Date: 2026-11-20T02:00:00+00:00\n",
    "the same category by its other name": "Category: Environment\n",
    "the status that is the usual one": "Status: published\n",
    "its own summary and slug": "Summary: Residents sort.\nSlug: waste\n",
}


@pytest.mark.parametrize("lines", REPEATED.values(), ids=REPEATED)
def test_edition_may_repeat_its_original(newsroom: Newsroom, lines: str) -> None:
    newsroom.release()
    newsroom.write(ENGLISH, release_text(f"Title: Residents sort waste\n{lines}"))
    assert [] == newsroom.findings(ENGLISH)


DIFFERENT = {
    "another date": ("Date: 2026-11-19 09:00\n", "edition-differs"),
    "another category": ("Category: pemerintahan\n", "edition-category"),
    "draft for itself": ("Status: draft\n", "edition-differs"),
    "an embargo of its own": ("Embargo: 2026-11-30 09:00\n", "edition-differs/absent"),
    "withdrawn alone": ("Withdrawn: 2026-11-21 09:00 | x\n", "edition-differs/absent"),
}


@pytest.mark.parametrize(("lines", "rule"), DIFFERENT.values(), ids=DIFFERENT)
def test_edition_may_not_differ_from_its_original(
    newsroom: Newsroom, lines: str, rule: str
) -> None:
    newsroom.release()
    newsroom.write(ENGLISH, release_text(f"Title: Residents sort waste\n{lines}"))
    assert [rule] == [place[2] for place in told(newsroom.findings(ENGLISH))]


def test_edition_with_the_status_of_a_draft_original(newsroom: Newsroom) -> None:
    newsroom.release(header=HEADER + "Status: draft\n")
    newsroom.write(ENGLISH, release_text("Title: Waste\nStatus: draft\n"))
    assert [] == newsroom.findings(ENGLISH)


# -- names -----------------------------------------------------------------------------

NAMES = {
    "dated": ("releases/2026/2026-11-20-sampah.md", []),
    "blanks and capitals": ("releases/2026/2026-11-20-Warga Memilah.md", []),
    "no date": ("releases/2026/sampah.md", ["name-form"]),
    "a date that is none": ("releases/2026/2026-13-40-sampah.md", ["name-form"]),
    "another year's folder": ("releases/2025/2026-11-20-sampah.md", ["year-folder"]),
    "another day": ("releases/2026/2026-11-21-sampah.md", ["name-form"]),
}


@pytest.mark.parametrize(("path", "rules"), NAMES.values(), ids=NAMES)
def test_name_of_a_release(newsroom: Newsroom, path: str, rules: list[str]) -> None:
    newsroom.write(path, release_text())
    assert rules == [f.rule for f in newsroom.findings(path)]


def test_edition_is_not_told_about_the_name_again(newsroom: Newsroom) -> None:
    newsroom.write("releases/2026/sampah.md", release_text())
    newsroom.write("releases/2026/sampah.en.md", release_text("Title: Waste\n"))
    assert [] == newsroom.findings("releases/2026/sampah.en.md")


LOST = {
    "below a blank line": "Embargo: 2026-12-01 10:00",
    "blank before the colon": "Embargo : 2026-12-01 10:00",
    "semicolon": "Embargo; 2026-12-01 10:00",
    "with more words": "Embargo sampai: 2026-12-01 10:00",
    "emphasised": "**Embargo**: 2026-12-01 10:00",
    "indented": "  Embargo: 2026-12-01 10:00",
    "full-width colon": "Embargo：2026-12-01 10:00",
    "a draft": "Status: draft",
    "the other language": "Serta-merta: 2026-12-01 10:00",
    "below two blank lines": "\n\nTanggal: 2026-12-01 10:00",
}
UNLIKE = {
    "no width": "Em\u200bbargo: 2026-12-01 10:00",
    "soft hyphen": "Em\u00adbargo: 2026-12-01 10:00",
    "word joiner": "Embargo\u2060: 2026-12-01 10:00",
    "byte order mark": "\ufeffEmbargo: 2026-12-01 10:00",
    "mark of direction": "Embar\u200ego: 2026-12-01 10:00",
    "letter of another alphabet": "St\u0430tus: draft",
    "bold letters": "\U0001d404\U0001d426bargo: 2026-12-01 10:00",
    "accent": "Embarg\u00f3: 2026-12-01 10:00",
    "a line that nobody sees above it": "\u200b\nStatus: draft",
}
NOT_LOST = {
    "a name with an accent": "Kenang\u00e1: Warga datang.",
    "a word behind the key": "Status\u200b siaga berlaku: warga diminta tenang.",
    "a dateline with a colon": "Kenanga: Warga datang.",
    "a sentence with a key's word": "Status siaga berlaku: warga diminta tenang.",
    "a word that begins like a key": "Statuspun: a",
    "further down": "Warga datang.\n\nEmbargo: belum ada.",
}


@pytest.mark.parametrize("line", LOST.values(), ids=LOST)
def test_header_line_in_the_text_is_an_error(tmp_path: Path, line: str) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.release(f"{line}\n\n{BODY}")
    assert "header-line-below" in {f.rule for f in newsroom.findings()}


@pytest.mark.parametrize("line", UNLIKE.values(), ids=UNLIKE)
def test_header_line_with_a_character_that_misleads_is_an_error_for_all(
    tmp_path: Path, line: str
) -> None:
    newsroom = Newsroom(tmp_path)
    allow = "Allow: header-line-below | Sudah dilihat\n"
    newsroom.release(header=f"{HEADER}{allow}{line}\n")
    found = {(f.rule, f.level) for f in newsroom.findings()}
    assert ("header-line-below", Level.ERROR) in found


@pytest.mark.parametrize("line", NOT_LOST.values(), ids=NOT_LOST)
def test_text_that_only_looks_so_is_none(tmp_path: Path, line: str) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.release(f"{line}\n\n{BODY}")
    assert "header-line-below" not in {f.rule for f in newsroom.findings()}


# A village with the name of its district, and one with a name of its own.
VILLAGES = """
[[place]]
id = "kel-kenanga"
name = "Kenanga"
level = "kelurahan"
parent = "kenanga"

[[place]]
id = "kel-randuwana"
name = "Randuwana"
level = "kelurahan"
parent = "kenanga"
aliases = ["Padukuhan Tua"]
"""
MEANT = {
    "slip in a name": ("Kennaga", "Kenanga"),
    "slip behind the unit": ("Kelurahan Randuwanna", "Randuwana"),
    "unit cut short": ("Kel. Randuwanna", "Randuwana"),
    "slip before the city": ("Randuwanna, Kota Wringin", "Randuwana"),
    "unit before a right name": ("Kecamatan Sawo", "Sawo"),
    "name of a higher place": ("Kelurahan Kenangga", "kel-kenanga"),
    "slip in an alias": ("Padukuhan Tuwa", "Padukuhan Tua"),
    "slip in the unit's own alias": ("Kota Wrignin", "Wringin"),
    "slip in an id": ("kel-randuwanna", "kel-randuwana"),
    "near none": ("Pulau Seberang", ""),
}


@pytest.mark.parametrize(("written", "expected"), MEANT.values(), ids=MEANT)
def test_misspelt_location_gets_the_nearest_place(
    newsroom: Newsroom, written: str, expected: str
) -> None:
    places = f"{REGISTERS['places.toml']}{VILLAGES}"
    newsroom.write("registers/places.toml", places)
    newsroom.release(header=f"{HEADER}Location: {written}\n")
    (finding,) = newsroom.findings()
    assert (
        "location-unknown",
        expected,
        "suggest" if expected else "",
    ) == (finding.rule, finding.values["suggestion"], finding.form)


NAMES = {
    "no date": ("pasar", "2026-11-20-pasar.md"),
    "date alone": ("2026-11-20", "2026-11-20-warga-kenanga-memilah-sampah.md"),
    "date and a hyphen": ("2026-11-20-", "2026-11-20-warga-kenanga-memilah-sampah.md"),
    "date without zeros": ("2026-11-2-pasar", "2026-11-20-pasar.md"),
    "date without hyphens": ("20261120-pasar", "2026-11-20-pasar.md"),
    "underscores": ("2026_11_20_pasar", "2026-11-20-pasar.md"),
    "blanks": ("2026-11-20 pasar baru", "2026-11-20-pasar-baru.md"),
    "day first": ("20-11-2026-pasar", "2026-11-20-pasar.md"),
    "a year is no date": ("2026-anggaran", "2026-11-20-2026-anggaran.md"),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.values(), ids=NAMES)
def test_proposed_name_has_the_date_once(
    newsroom: Newsroom, name: str, expected: str
) -> None:
    path = f"releases/2026/{name}.md"
    newsroom.write(path, release_text())
    (finding,) = newsroom.findings(path)
    assert ("name-form", expected) == (finding.rule, finding.values["name"])


def test_proposed_name_has_the_words_of_the_slug(newsroom: Newsroom) -> None:
    path = "releases/2026/2026-11-20.md"
    newsroom.write(path, release_text(f"{HEADER}Slug: 2026-11-20-pasar\n"))
    (finding,) = newsroom.findings(path)
    assert "2026-11-20-pasar.md" == finding.values["name"]
