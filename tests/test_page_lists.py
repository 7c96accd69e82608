"""Lists of releases: what stands on them, and how they are cut into pages."""

from datetime import date

import pytest
from filed import news, registers
from newsdesk.page.articles import make_card
from newsdesk.page.lists import List, index_groups, make_lists, pages_of
from newsdesk.page.news import News
from newsdesk.page.values import Ref
from newsroom import REGISTERS, release_text

PLACES = f"""\
[[place]]
id = "jawa"
name = "Jawa"
level = "provinsi"

{
    REGISTERS["places.toml"].replace(
        'level = "kota"', 'level = "kota"' + chr(10) + 'parent = "jawa"'
    )
}
[[place]]
id = "kel-mawar"
name = "Mawar"
level = "kelurahan"
parent = "kenanga"
"""
KNOWING = registers({**REGISTERS, "places.toml": PLACES})


def _text(instant: str, place: str = "Kenanga", **more: str) -> str:
    lines = {"Title": f"Judul {instant}", "Date": instant} | more
    body = f"{place} (kota.example) – Warga datang.\n"
    return release_text("".join(f"{k}: {v}\n" for k, v in lines.items()), body)


def _news(*texts: str) -> News:
    files = {f"releases/2026/r{n}.md": text for n, text in enumerate(texts)}
    return news(files, knowing=KNOWING)


def _lists(found: News) -> dict[str, List]:
    """Return address -> list."""
    stories = [story for story in found.stories if story.filing.lang == "id"]
    lists = make_lists(found.registers, stories, [make_card(s) for s in stories])
    return {each.listing.ref.address: each for each in lists}


def _many(number: int) -> News:
    return _news(
        *(_text(f"2026-{1 + n // 25:02}-{1 + n % 25:02} 09:00") for n in range(number))
    )


def test_every_list_of_a_release_exists():
    found = _lists(
        _news(
            _text(
                "2026-11-20 09:00",
                Category="lingkungan",
                Tags="air, pasar malam",
                Series="Pasar",
                **{"Sign-off": "ajl/xyz/bgp"},
            )
        )
    )

    assert [
        ("/arsip/", "archive", 1),
        ("/arsip/2026/", "year", 1),
        ("/arsip/2026/11/", "month", 1),
        ("/kategori/lingkungan/", "category", 1),
        ("/kategori/pemerintahan/", "category", 0),
        ("/reporter/ajeng/", "reporter", 1),
        ("/reporter/bagas/", "reporter", 1),
        ("/seri/pasar/", "series", 1),
        ("/tag/air/", "tag", 1),
        ("/tag/pasar-malam/", "tag", 1),
        ("/tempat/kenanga/", "place", 1),
        ("/tempat/kota-wringin/", "place", 1),
    ] == sorted(
        (address, each.kind, len(each.cards)) for address, each in found.items()
    )


def test_empty_archive_has_its_subjects_all_the_same():
    found = _lists(_news())

    assert {"/arsip/", "/kategori/lingkungan/", "/kategori/pemerintahan/"} == set(found)


def test_list_has_each_release_once():
    found = _lists(
        _news(_text("2026-11-20 09:00", Tags="Air, air", Location="kenanga"))
    )

    assert 1 == len(found["/tag/air/"].cards)
    assert 1 == len(found["/tempat/kenanga/"].cards)


def test_two_spellings_share_a_list_named_by_the_older_release():
    found = _lists(
        _news(
            _text("2026-11-21 09:00", Tags="Air Bersih"),
            _text("2026-11-20 09:00", Tags="air bersih"),
            _text("2026-11-22 09:00", Tags="AIR-BERSIH"),
        )
    )

    assert ("air bersih", 3) == (
        found["/tag/air-bersih/"].listing.ref.name,
        len(found["/tag/air-bersih/"].cards),
    )


# -- pages -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "sizes"),
    [(0, [0]), (1, [1]), (20, [20]), (21, [20, 1]), (40, [20, 20]), (45, [20, 20, 5])],
)
def test_list_is_cut_into_pages_of_twenty(number: int, sizes: list[int]):
    archive = _lists(_many(number))["/arsip/"]
    pages = list(pages_of(archive, ()))

    assert sizes == [
        sum(len(group.cards) for group in listing.groups) for _, listing in pages
    ]
    assert ["/arsip/", "/arsip/halaman/2/", "/arsip/halaman/3/"][: len(sizes)] == [
        address for address, _ in pages
    ]
    assert {number} == {listing.ref.count for _, listing in pages}
    assert {len(sizes)} == {listing.pagination.total for _, listing in pages}


def test_pages_together_are_the_list_in_order():
    archive = _lists(_many(45))["/arsip/"]
    shown = [
        card
        for _, listing in pages_of(archive, ())
        for group in listing.groups
        for card in group.cards
    ]

    assert list(archive.cards) == shown
    assert sorted(shown, key=lambda card: card.published, reverse=True) == shown


def test_page_knows_the_newer_and_the_older():
    pages = [
        listing.pagination for _, listing in pages_of(_lists(_many(45))["/arsip/"], ())
    ]

    assert [
        ("", "/arsip/halaman/2/"),
        ("/arsip/", "/arsip/halaman/3/"),
        ("/arsip/halaman/2/", ""),
    ] == [(page.newer, page.older) for page in pages]
    assert [1, 2, 3] == [page.number for page in pages]


@pytest.mark.parametrize(
    ("page", "offered"),
    [
        (1, "(1) 2 3 … 10"),
        (2, "1 (2) 3 4 … 10"),
        (3, "1 2 (3) 4 5 … 10"),
        (4, "1 2 3 (4) 5 6 … 10"),
        (5, "1 … 3 4 (5) 6 7 … 10"),
        (10, "1 … 8 9 (10)"),
    ],
)
def test_page_numbers_around_are_offered(page: int, offered: str):
    archive = _lists(_many(1))["/arsip/"]
    long = List("archive", archive.listing, archive.cards * 200, ())
    pagination = list(pages_of(long, ()))[page - 1][1].pagination
    shown = [
        "…" if ref is None else f"({ref.name})" if ref.current else ref.name
        for ref in pagination.pages
    ]

    assert offered == " ".join(shown)


def test_releases_are_grouped_by_month():
    found = _lists(
        _news(
            _text("2026-11-20 09:00"),
            _text("2026-11-01 00:00"),
            _text("2026-10-31 23:59"),
            _text("2025-11-20 09:00"),
        )
    )
    (_, listing), *_ = pages_of(found["/arsip/"], ())

    assert [(date(2026, 11, 1), 2), (date(2026, 10, 1), 1), (date(2025, 11, 1), 1)] == [
        (group.month, len(group.cards)) for group in listing.groups
    ]


def test_month_that_goes_over_two_pages_has_a_heading_on_both():
    pages = [listing for _, listing in pages_of(_lists(_many(25))["/arsip/"], ())]

    assert [[date(2026, 1, 1)], [date(2026, 1, 1)]] == [
        [group.month for group in listing.groups] for listing in pages
    ]


# -- subjects --------------------------------------------------------------------------


def test_other_subjects_stand_in_the_order_of_the_register():
    found = _lists(_news(_text("2026-11-20 09:00", Category="lingkungan")))
    (_, listing), *_ = pages_of(found["/kategori/lingkungan/"], ())

    assert (Ref("Pemerintahan", "/kategori/pemerintahan/", 0),) == listing.siblings


# -- places ----------------------------------------------------------------------------


def test_release_stands_on_every_place_up_to_the_city():
    found = _lists(_news(_text("2026-11-20 09:00", "Mawar")))

    assert {"/tempat/kel-mawar/", "/tempat/kenanga/", "/tempat/kota-wringin/"} == {
        address for address in found if address.startswith("/tempat/")
    }


def test_place_outside_the_city_stands_alone():
    found = _lists(_news(_text("2026-11-20 09:00", "Jawa")))

    assert {"/tempat/jawa/"} == {a for a in found if a.startswith("/tempat/")}


def test_what_a_release_is_about_counts_as_its_place():
    found = _lists(_news(_text("2026-11-20 09:00", "Wringin", Location="kel-mawar")))

    assert 1 == len(found["/tempat/kel-mawar/"].cards)
    assert 1 == len(found["/tempat/kota-wringin/"].cards)


def test_place_knows_the_larger_and_the_smaller():
    found = _lists(
        _news(_text("2026-11-20 09:00", "Mawar"), _text("2026-11-21 09:00", "Sawo"))
    )
    (_, kenanga), *_ = pages_of(found["/tempat/kenanga/"], ())
    (_, city), *_ = pages_of(found["/tempat/kota-wringin/"], ())

    assert "Kecamatan" == kenanga.level
    assert "/tempat/kota-wringin/" == kenanga.parent.address
    assert ["/tempat/kel-mawar/"] == [ref.address for ref in kenanga.children]
    assert ["Sawo"] == [ref.name for ref in kenanga.siblings]
    assert ["Kenanga", "Sawo"] == [ref.name for ref in city.children]
    # Nothing was filed from the province: it has no page to lead to.
    assert city.parent is None


# -- reporters -------------------------------------------------------------------------


def test_reporter_has_the_roles_of_their_slots():
    found = _lists(
        _news(
            _text("2026-11-20 09:00", **{"Sign-off": "ajl/bgp"}),
            _text("2026-11-21 09:00", **{"Sign-off": "bgp/ajl"}),
            _text("2026-11-22 09:00", **{"Sign-off": "ajl"}),
            _text("2026-11-23 09:00", **{"Sign-off": "xyz/ajl/bgp"}),
        )
    )
    listing = found["/reporter/ajeng/"].listing

    assert (("reporter", 2), ("contributor", 1), ("editor", 1)) == listing.roles
    assert ("ajl",) == listing.initials
    assert 4 == len(found["/reporter/ajeng/"].cards)


def test_unknown_hand_has_no_list():
    found = _lists(_news(_text("2026-11-20 09:00", **{"Sign-off": "xyz"})))

    assert not [address for address in found if address.startswith("/reporter/")]


# -- archive ---------------------------------------------------------------------------

DATES = ("2026-11-20 09:00", "2026-10-20 09:00", "2025-02-20 09:00")


def test_archive_leads_to_its_years():
    found = _lists(_news(*map(_text, DATES)))

    assert (Ref("2026", "/arsip/2026/", 2), Ref("2025", "/arsip/2025/", 1)) == found[
        "/arsip/"
    ].listing.periods


def test_year_leads_to_its_months_and_the_other_years():
    listing = _lists(_news(*map(_text, DATES)))["/arsip/2026/"].listing

    assert date(2026, 1, 1) == listing.day
    assert (
        Ref("November", "/arsip/2026/11/", 1),
        Ref("Oktober", "/arsip/2026/10/", 1),
    ) == listing.periods
    assert ["2026", "2025"] == [ref.name for ref in listing.siblings]


def test_month_leads_to_its_year_and_its_neighbours():
    listing = _lists(_news(*map(_text, DATES)))["/arsip/2026/10/"].listing

    assert date(2026, 10, 1) == listing.day
    assert "/arsip/2026/" == listing.parent.address
    assert ["November", "Oktober"] == [ref.name for ref in listing.siblings]


def test_day_of_a_release_is_that_of_the_office():
    """An instant written in another zone falls on the office's own date."""
    found = _lists(_news(_text("2026-11-30 20:00+00:00")))

    assert "/arsip/2026/12/" in found
    assert "/arsip/2026/11/" not in found


# -- indexes ---------------------------------------------------------------------------


def _index(kind: str, *texts: str) -> list[tuple[str, list[tuple[str, int]]]]:
    found = _news(*texts)
    groups = index_groups(found.registers, _lists(found).values(), kind)
    return [(g.title, [(ref.name, ref.count) for ref in g.refs]) for g in groups]


def test_index_of_places_is_grouped_by_level():
    assert [
        ("Provinsi", [("Jawa", 1)]),
        ("Kota", [("Wringin", 2)]),
        ("Kecamatan", [("Kenanga", 1), ("Sawo", 1)]),
        ("Kelurahan", [("Mawar", 1)]),
    ] == _index(
        "place",
        _text("2026-11-20 09:00", "Mawar"),
        _text("2026-11-21 09:00", "Sawo"),
        _text("2026-11-22 09:00", "Jawa"),
    )


def test_index_of_tags_is_by_name_whatever_the_case():
    assert [("", [("air", 1), ("Bambu", 1), ("cuci", 1)])] == _index(
        "tag", _text("2026-11-20 09:00", Tags="cuci, Bambu, air")
    )


@pytest.mark.parametrize("kind", ["tag", "place", "reporter", "series"])
def test_empty_index_has_no_groups(kind: str):
    assert [] == _index(kind)


def test_index_of_subjects_names_the_empty_ones():
    assert [("", [("Pemerintahan", 1), ("Lingkungan", 0)])] == _index(
        "category", _text("2026-11-20 09:00")
    )
