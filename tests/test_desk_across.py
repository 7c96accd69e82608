"""Rules across files: addresses, numbers, spellings."""

from pathlib import Path

import pytest
from newsroom import HEADER, PATH, Newsroom, release_text

OTHER = "releases/2026/2026-11-20-pasar.md"
LATER = HEADER.replace("09:00", "10:00").replace("Memilah", "Menimbang")


def told(newsroom: Newsroom) -> list[tuple[str, int, int, str]]:
    return [
        (f.path, f.line, f.column, f"{f.rule}/{f.form}".rstrip("/"))
        for f in newsroom.check().findings
    ]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


FREE = {
    "two slugs of one day": (HEADER, LATER),
    "a slug that begins like another": (
        HEADER + "Slug: sampah\n",
        LATER + "Slug: sampah-dua\n",
    ),
    "two numbers": (HEADER + "Number: 1/2026\n", LATER + "Number: 2/2026\n"),
    "one tag, one spelling": (HEADER + "Tags: pasar\n", LATER + "Tags: pasar\n"),
    "tags that only look alike": (
        HEADER + "Tags: bank sampah\n",
        LATER + "Tags: bank-bank sampah\n",
    ),
    "one series, one spelling": (HEADER + "Series: A b\n", LATER + "Seri: A b\n"),
    "a tag and a series": (
        HEADER + "Tags: kota bersih\n",
        LATER + "Series: Kota Bersih\n",
    ),
}


@pytest.mark.parametrize(("one", "other"), FREE.values(), ids=FREE)
def test_what_two_releases_may_have(newsroom: Newsroom, one: str, other: str) -> None:
    newsroom.write(PATH, release_text(one))
    newsroom.write(OTHER, release_text(other))
    assert [] == told(newsroom)


TAKEN = {
    "one slug on one day": (
        HEADER + "Slug: pasar\n",
        LATER,
        [(OTHER, 1, 1, "address-twice")],
    ),
    "one slug, said twice": (
        HEADER + "Slug: a\n",
        LATER + "Slug: a\n",
        [(OTHER, 4, 7, "address-twice")],
    ),
    "one former address in two": (
        HEADER + "Aliases: /lama/\n",
        LATER + "Aliases: /lama/\n",
        [(OTHER, 4, 10, "address-twice/alias")],
    ),
    "a former address that a later release has now": (
        HEADER + "Aliases: /2026/11/20/pasar/\n",
        LATER,
        [(PATH, 4, 10, "address-twice/alias")],
    ),
    "a draft holds its address": (
        HEADER + "Slug: pasar\n",
        LATER + "Status: draft\n",
        [(OTHER, 1, 1, "address-twice")],
    ),
    "one number": (
        HEADER + "Number: 1/2026\n",
        LATER + "Number: 1/2026\n",
        [(OTHER, 4, 9, "number-twice")],
    ),
    "the newer spelling of a tag is told": (
        HEADER + "Tags: a, Pasar Pagi, b\n",
        LATER + "Tags: b, pasar  pagi\n",
        [(OTHER, 4, 10, "tag-spellings")],
    ),
    "two spellings in one header": (
        HEADER + "Tags: Pasar, pasar\n",
        LATER,
        [(PATH, 4, 14, "tag-spellings")],
    ),
    "the newer spelling of a series is told": (
        LATER + "Series: kota bersih\n",
        HEADER + "Series: Kota Bersih\n",
        [(PATH, 4, 9, "series-spellings")],
    ),
}


@pytest.mark.parametrize(("one", "other", "expected"), TAKEN.values(), ids=TAKEN)
def test_what_two_releases_may_not_have(
    newsroom: Newsroom,
    one: str,
    other: str,
    expected: list[tuple[str, int, int, str]],
) -> None:
    newsroom.write(PATH, release_text(one))
    newsroom.write(OTHER, release_text(other))
    assert expected == told(newsroom)


PUBLISHED_LATER = {
    "one slug": ("", "Slug: pasar\n", "address-twice"),
    "a former address": ("Aliases: /2026/11/20/sampah/\n", "", "address-twice"),
    "one number": ("Number: 1/2026\n", "Number: 1/2026\n", "number-twice"),
    "a tag": ("Tags: Pasar\n", "Tags: pasar\n", "tag-spellings"),
}


@pytest.mark.parametrize(
    ("old", "new", "rule"), PUBLISHED_LATER.values(), ids=PUBLISHED_LATER
)
def test_new_release_gives_way_to_a_published_one_of_a_later_hour(
    newsroom: Newsroom, old: str, new: str, rule: str
) -> None:
    ledger = "release\tnumber\tinstant\tsha256\tkind\tfile\n"
    edition = f"{OTHER}\t1\t2026-11-20T10:00:00+07:00\t{'0' * 64}\tfirst\t\n"
    newsroom.write("registers/editions.tsv", ledger + edition)
    # Where it stood before has become another's since.
    head = "address\trelease\tfirst\tstate\tto\n"
    former = "/2026/11/19/lain/\treleases/x.md\t2026-11-19\twithdrawn\t\n"
    newsroom.write("registers/addresses.tsv", head + former)
    newsroom.write(OTHER, release_text(LATER + old))
    newsroom.write(PATH, release_text(HEADER + new))
    assert [(PATH, rule)] == [(path, id) for path, _, _, id in told(newsroom)]


def test_names_without_latin_letters_are_not_spellings_of_each_other(
    newsroom: Newsroom,
) -> None:
    names = "Tags: 市場, 学校, !!!\n"
    newsroom.write(PATH, release_text(f"{HEADER}{names}Series: 市場\n"))
    newsroom.write(OTHER, release_text(f"{LATER}Series: 学校\n"))
    assert [] == told(newsroom)


def test_older_release_keeps_its_spelling_whatever_the_names(
    newsroom: Newsroom,
) -> None:
    newsroom.write(PATH, release_text(HEADER + "Tags: Pasar\n"))
    newsroom.write(OTHER, release_text(LATER + "Tags: pasar\n"))
    (finding,) = newsroom.check().findings
    assert (OTHER, "Pasar", PATH) == (
        finding.path,
        finding.values["shown"],
        finding.values["other"],
    )


def test_text_without_a_date_counts_as_the_newest(newsroom: Newsroom) -> None:
    undated = HEADER.replace("2026-11-20 09:00", "segera")
    newsroom.write(OTHER, release_text(undated + "Tags: pasar\n"))
    newsroom.write(PATH, release_text(HEADER + "Tags: Pasar\n"))
    found = [f for f in told(newsroom) if f[3] == "tag-spellings"]
    assert [(OTHER, 4, 7, "tag-spellings")] == found


def test_english_edition_shares_number_but_not_address(newsroom: Newsroom) -> None:
    newsroom.write(PATH, release_text(HEADER + "Number: 1/2026\n"))
    edition = "Title: Waste\nNumber: 1/2026\nSlug: sampah\n"
    newsroom.write(PATH.replace(".md", ".en.md"), release_text(edition))
    assert [] == told(newsroom)


def test_page_and_former_address_of_a_release(newsroom: Newsroom) -> None:
    newsroom.write("pages/tentang.md", "Title: Tentang\n\nKantor.\n")
    newsroom.write(PATH, release_text(HEADER + "Aliases: /tentang/\n"))
    assert [(PATH, 4, 10, "address-twice/alias")] == told(newsroom)
