"""What a file's header and text say, typed: the header before the text."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from filed import archive, file
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.addresses import slugify
from newsdesk.filing import published
from newsdesk.notation.source import read_slug
from newsroom import BODY, HEADER, PATH, release_text

ZONE = ZoneInfo("Asia/Jakarta")
ENGLISH = PATH.replace(".md", ".en.md")
EN = "Title: Residents Sort Waste\n\nKenanga (kota.example) – Residents came.\n"


def _header(**more: str) -> str:
    """Return the text of a release with more key lines, or other ones."""
    lines = {"Title": "Judul", "Date": "2026-11-20 09:00"}
    lines |= {key.replace("_", "-"): value for key, value in more.items()}
    return release_text("".join(f"{k}: {v}\n" for k, v in lines.items()))


# -- addresses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "more", "address"),
    [
        (PATH, {}, "/2026/11/20/sampah/"),
        (PATH, {"Slug": "lain"}, "/2026/11/20/lain/"),
        (PATH, {"Date": "2026-11-19 23:59"}, "/2026/11/19/sampah/"),
        (PATH, {"Date": "2026-11-19 23:30+00:00"}, "/2026/11/20/sampah/"),
        (PATH, {"Embargo": "2026-11-22 00:00"}, "/2026/11/22/sampah/"),
        (PATH, {"Title": "Judul Baru"}, "/2026/11/20/sampah/"),
        ("releases/2026/Kabar Pasar.md", {}, "/2026/11/20/kabar-pasar/"),
        ("releases/2026/2026-11-20.md", {}, "/2026/11/20/2026-11-20/"),
        ("releases/2026/2026-11-20-2026-11-21-b.md", {}, "/2026/11/20/2026-11-21-b/"),
        ("releases/2026/2026-13-45-a.md", {}, "/2026/11/20/a/"),
        ("releases/2026/a.en.md", {}, "/en/2026/11/20/a/"),
        ("releases/2026/en.md", {}, "/2026/11/20/en/"),
        ("pages/tentang.md", {}, "/tentang/"),
        ("pages/tentang.en.md", {}, "/en/tentang/"),
        ("pages/tentang.md", {"Slug": "kami"}, "/kami/"),
        (PATH, {"Date": "kemarin"}, ""),
        ("releases/2026/2026-11-20-新闻.md", {}, ""),
    ],
)
def test_address_comes_from_publication_and_name(
    path: str, more: dict[str, str], address: str
):
    assert address == file(_header(**more), path).address


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ({}, "/2026/11/20/sampah/"),
        ({"Aliases": "/2026/11/20/lama/"}, "/2026/11/20/lama/"),
        ({"Aliases": "/2026/11/20/lama/\n    /2026/11/20/tengah/"},
         "/2026/11/20/lama/"),
    ],
)  # fmt: skip
def test_first_address_is_the_oldest_alias(more: dict[str, str], first: str):
    assert first == file(_header(**more)).first_address


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Pasar Wringin", "pasar-wringin"),
        ("  --Pasar__Wringin!! ", "pasar-wringin"),
        ("Kampung Tématik & Pasar", "kampung-tematik-pasar"),
        ("RT 05/RW 01", "rt-05-rw-01"),
        ("½ hari", "12-hari"),
        ("新闻", ""),
        ("", ""),
        ("a" * 100, "a" * 80),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_slugify_keeps_letters_and_figures(text: str, slug: str):
    assert slug == slugify(text)


@given(st.text())
def test_slug_made_of_any_text_is_one_or_nothing(text: str):
    slug = slugify(text)

    assert slug == (read_slug(slug) or "")
    assert slug == slugify(slug)
    assert slug == slug.strip("-")


# -- publication and holding -----------------------------------------------------------


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "2026-11-20 09:00"),
        ({"Embargo": "2026-11-22 07:00"}, "2026-11-22 07:00"),
        ({"Embargo": "2026-11-20 08:00"}, "2026-11-20 09:00"),
        ({"Embargo": "besok"}, "2026-11-20 09:00"),
        ({"Date": "2026-11-20T09:00:30"}, "2026-11-20 09:00:30"),
        ({"Date": "2026-11-20 09:00+09:00"}, "2026-11-20 07:00"),
    ],
)
def test_publication_is_the_later_of_date_and_embargo(
    more: dict[str, str], expected: str
):
    assert _at(expected) == file(_header(**more)).publication


@pytest.mark.parametrize(
    ("more", "now", "held"),
    [
        ({}, "2026-11-20 09:00", False),
        ({}, "2026-01-01 00:00", False),
        ({"Status": "published"}, "2026-11-20 09:00", False),
        ({"Status": "Published"}, "2026-11-20 09:00", False),
        ({"Status": "draft"}, "2030-01-01 00:00", True),
        ({"Status": "apa"}, "2030-01-01 00:00", True),
        ({"Embargo": "2026-11-22 07:00"}, "2026-11-22 06:59:59", True),
        ({"Embargo": "2026-11-22 07:00"}, "2026-11-22 07:00", False),
        ({"Withdrawn": "2026-11-21 08:00 | keliru"}, "2026-11-22 07:00", False),
    ],
)
def test_held_until_its_instant(more: dict[str, str], now: str, held: bool):
    assert held == file(_header(**more)).held(_at(now))


@pytest.mark.parametrize(
    ("more", "private", "shown"),
    [
        ({}, False, True),
        ({"Status": "draft"}, False, False),
        ({"Status": "draft"}, True, True),
        ({"Embargo": "2026-11-22 07:00"}, False, False),
        ({"Embargo": "2026-11-22 07:00"}, True, True),
        ({"Withdrawn": "2026-11-21 08:00 | keliru"}, False, False),
        ({"Withdrawn": "2026-11-21 08:00 | keliru"}, True, False),
    ],
)
def test_private_preview_shows_what_is_held_and_nothing_withdrawn(
    more: dict[str, str], private: bool, shown: bool
):
    assert shown == file(_header(**more)).shown(
        _at("2026-11-21 09:00"), private=private
    )


def test_embargo_is_compared_as_an_instant_not_as_a_clock():
    filing = file(_header(Embargo="2026-11-22 07:00"))
    elsewhere = datetime(2026, 11, 22, 8, 0, tzinfo=ZoneInfo("Asia/Jayapura"))

    assert filing.held(elsewhere)


# -- editions --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("date", {}),
        ("embargo", {"Embargo": "2026-11-22 07:00"}),
        ("status", {"Status": "draft"}),
        ("category", {"Category": "lingkungan"}),
        ("withdrawn", {"Withdrawn": "2026-11-21 08:00 | keliru"}),
        ("number", {"Number": "12/2026"}),
    ],
)
def test_edition_takes_from_its_original_what_it_does_not_say(
    field: str, more: dict[str, str]
):
    found = archive({PATH: _header(**more), ENGLISH: EN}).by_path

    assert getattr(found[PATH], field) == getattr(found[ENGLISH], field)
    assert PATH == found[ENGLISH].original


def test_edition_has_its_own_words_and_slug():
    found = archive(
        {PATH: release_text(), ENGLISH: EN.replace("\n\n", "\nSlug: waste\n\n", 1)}
    )
    edition = found.by_path[ENGLISH]

    assert ("Residents Sort Waste", "/en/2026/11/20/waste/", "en") == (
        edition.title,
        edition.address,
        edition.lang,
    )
    assert found.by_path[PATH] is found.original(edition)


def test_edition_without_original_is_filed_all_the_same():
    edition = file(EN, ENGLISH)

    assert edition.publication is None
    assert "" == edition.address


def test_original_of_an_original_is_none():
    found = archive({PATH: release_text()})

    assert found.original(found.by_path[PATH]) is None


def test_edition_written_before_its_original_in_the_alphabet_inherits_too():
    path = "releases/2026/b.md"
    found = archive({"releases/2026/b.en.md": EN, path: release_text()}).by_path

    assert found[path].date == found["releases/2026/b.en.md"].date is not None


# -- header before text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "place", "source"),
    [
        (None, "Kenanga", "kota.example"),
        ("Sawo (Kabar Raya)", "Sawo", "Kabar Raya"),
        ("Sawo (Kabar Raya) –", "Sawo", "Kabar Raya"),
        ("Sawo", "Sawo", ""),
        ("(Kabar Raya)", "", "Kabar Raya"),
        ("Sawo, Jawa (Kabar Raya)", "Sawo, Jawa", "Kabar Raya"),
        ("Banyu-Urip (Kabar Raya)", "Banyu-Urip", "Kabar Raya"),
        ("-", "", ""),
    ],
)
def test_dateline_of_the_header_before_the_text(
    value: str | None, place: str, source: str
):
    filing = file(_header(**({"Dateline": value} if value else {})))

    assert (place, source) == (filing.place, filing.source)


@pytest.mark.parametrize(
    ("value", "hands", "sign_off"),
    [
        (None, ("ajl", "bgp"), "(ajl/bgp)"),
        ("ctw", ("ctw",), "(ctw)"),
        ("ajl/ctw/bgp", ("ajl", "ctw", "bgp"), "(ajl/ctw/bgp)"),
        ("(ajl/bgp)", ("ajl", "bgp"), "(ajl/bgp)"),
        ("ajl / bgp", ("ajl", "bgp"), "(ajl/bgp)"),
        ("-", (), ""),
    ],
)
def test_sign_off_of_the_header_before_the_text(
    value: str | None, hands: tuple[str, ...], sign_off: str
):
    filing = file(_header(**({"Sign_off": value} if value else {})))

    assert (hands, sign_off) == (filing.hands, filing.sign_off)


@pytest.mark.parametrize("value", ["-", "ajl/bgp"])
def test_sign_off_of_the_header_also_sets_aside_names_of_the_text(value: str):
    text = release_text(
        f"{HEADER}Sign-off: {value}\n",
        "Kenanga (kota.example) – Warga datang. (Ajeng Lestari)\n",
    )

    assert () == file(text).byline_names


def test_names_in_place_of_initials_are_read_from_the_text():
    body = "Kenanga (kota.example) – Warga datang. (Ajeng Lestari)\n"

    assert ("Ajeng Lestari",) == file(release_text(body=body)).byline_names


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (None, date(2026, 11, 19)),
        ("2026-11-18", date(2026, 11, 18)),
        ("-", None),
        ("18/11/2026", None),
    ],
)
def test_event_date_of_the_header_before_the_text(value: str | None, day: date | None):
    more = {"Event_date": value} if value else {}

    assert day == file(_header(**more)).event_date


def test_missing_year_of_the_event_comes_from_the_publication():
    body = "Kenanga (kota.example) – Warga datang, Kamis (19/11).\n"

    assert date(2026, 11, 19) == file(release_text(body=body)).event_date


# -- typed values ----------------------------------------------------------------------

INDONESIAN = """\
Judul: Judul
Tanggal: 2026-11-20 09:00
Kategori: Lingkungan
Tagar: satu, dua
Ringkasan: Ringkas.
Slug: alamat
Bahasa: id
Status: published
Embargo: 2026-11-20 10:00
Serta-merta: 2026-11-21 09:00
Sematkan: 2026-11-22
Seri: Seri
Nomor: 1/2026
Lokasi: sawo
Narahubung: meja-pers
Titimangsa: Sawo (Kabar Raya)
Inisial: ctw
Tanggal-acara: 2026-11-18
Alias: /2026/11/20/lama/
"""


def test_indonesian_and_english_keys_say_the_same():
    english = INDONESIAN
    for one, other in (
        ("Judul:", "Title:"), ("Tanggal:", "Date:"), ("Kategori:", "Category:"),
        ("Tagar:", "Tags:"), ("Ringkasan:", "Summary:"), ("Bahasa:", "Lang:"),
        ("Serta-merta:", "Urgent:"), ("Sematkan:", "Pinned:"), ("Seri:", "Series:"),
        ("Nomor:", "NUMBER:"), ("Lokasi:", "location:"), ("Narahubung:", "Contact:"),
        ("Titimangsa:", "Dateline:"), ("Inisial:", "Sign_Off:"),
        ("Tanggal-acara:", "Event_date:"), ("Alias:", "Aliases:"),
    ):  # fmt: skip
        english = english.replace(f"\n{one}", f"\n{other}").replace(
            "Judul: J", "Title: J"
        )
    fields = (
        *("title", "slug", "summary", "date", "embargo", "status", "category", "tags"),
        *("urgent", "pinned", "series", "number", "location", "contact", "aliases"),
        *("place", "source", "hands", "event_date", "address"),
    )
    one, other = file(release_text(INDONESIAN)), file(release_text(english))

    assert "Judul:" not in english
    for field in fields:
        assert getattr(one, field) == getattr(other, field), field
        assert getattr(one, field), field


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("lingkungan", "lingkungan"),
        ("Lingkungan", "lingkungan"),
        ("olahraga", "pemerintahan"),
        (None, "pemerintahan"),
    ],
)
def test_category_is_found_by_id_or_name(value: str | None, expected: str):
    more = {"Category": value} if value else {}
    found = file(_header(**more)).category

    assert expected == (found.id if found else None)


def test_page_has_no_category():
    assert file("Title: A\n\nSatu.\n", "pages/a.md").category is None


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        ("satu, dua", ("satu", "dua")),
        ("satu,,dua,", ("satu", "dua")),
        ("satu, satu", ("satu",)),
        (" satu ", ("satu",)),
        (",", ()),
    ],
)
def test_tags_are_parted_by_commas(value: str, tags: tuple[str, ...]):
    assert tags == file(_header(Tags=value)).tags


@pytest.mark.parametrize(
    ("value", "place"),
    [("sawo", "sawo"), ("Sawo", "sawo"), ("Mawar", None), (None, None)],
)
def test_location_is_found_in_the_gazetteer(value: str | None, place: str | None):
    found = file(_header(**({"Location": value} if value else {}))).location

    assert place == (found.id if found else None)


def test_location_is_never_guessed_from_the_dateline():
    assert file(release_text()).location is None


def test_order_of_the_site_is_newest_first_then_slug():
    def text(instant: str) -> str:
        return release_text(f"Title: A\nDate: {instant}\n")

    found = archive(
        {
            "releases/2026/b.md": text("2026-11-20 09:00"),
            "releases/2026/a.md": text("2026-11-20 09:00"),
            "releases/2026/c.md": text("2026-11-20 09:30"),
            "releases/2026/d.md": text("2026-11-20 11:15+09:00"),
            "releases/2026/e.md": text("kemarin"),
        }
    )

    assert ["c", "d", "a", "b"] == [f.slug for f in published(found.releases)]


@given(st.text(max_size=60), st.sampled_from([PATH, ENGLISH, "pages/a.md"]))
def test_any_text_can_be_filed(text: str, path: str):
    for whole in (text, f"Title: {text}\n", release_text(HEADER + text, BODY)):
        filing = file(whole, path)

        assert whole == filing.release.text
        assert isinstance(filing.address, str)
