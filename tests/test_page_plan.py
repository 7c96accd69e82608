"""The plan of the site: which files it has, and what stands on the home page."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from filed import CATALOGUES, news, registers
from newsdesk.page.plan import Plan
from newsdesk.page.values import Head, Home, Leaf
from newsroom import NOW, PATH, REGISTERS, release_text

ENGLISH = PATH.replace(".md", ".en.md")
EN = "Title: Residents Sort Waste\n\nKenanga (kota.example) – Residents came. (ajl)\n"


def _text(instant: str, **more: str) -> str:
    lines = {"Title": f"Judul {instant}", "Date": instant} | more
    return release_text("".join(f"{k}: {v}\n" for k, v in lines.items()))


def _leaves(files: Mapping[str, str], **more: object) -> dict[str, Leaf]:
    """Return path -> leaf; no path comes twice, and each is the one announced."""
    plan = Plan(news(files, **more), CATALOGUES)
    found: dict[str, Leaf] = {}
    for forme in plan.formes():
        leaves = list(forme.make(plan.frame, *forme.given))

        assert forme.paths == tuple(leaf.path for leaf in leaves)
        assert found.keys().isdisjoint(forme.paths)
        found |= {leaf.path: leaf for leaf in leaves}
    return found


def _home(files: Mapping[str, str], **more: object) -> Home:
    return _leaves(files, **more)["index.html"].values["home"]


# -- addresses (format.md, section 5) --------------------------------------------------

RELEASE = "2026/11/23/pasar-randu-ditata"
ADDRESSES = [
    *("index.html", f"{RELEASE}/index.html", f"{RELEASE}/rilis.txt"),
    *("arsip/index.html", "arsip/2026/index.html", "arsip/2026/11/index.html"),
    *("kategori/index.html", "kategori/ekonomi/index.html"),
    *("tag/index.html", "tag/pasar-rakyat/index.html"),
    *("tempat/index.html", "tempat/wringin-lor/index.html"),
    *("tempat/kota-wringin/index.html", "tempat/kel-randu/index.html"),
    *("reporter/index.html", "reporter/galuhwati-dongeng/index.html"),
    *("seri/index.html", "seri/menata-pasar/index.html"),
    *("tentang/index.html", "inisial/index.html", "404.html"),
    *("en/index.html", "en/2026/11/23/randu-market-redrawn/index.html"),
    "en/2026/11/23/randu-market-redrawn/rilis.txt",
    *(
        f"{folder}feed.{kind}"
        for folder in ("", "en/", "kategori/ekonomi/", "kategori/pendidikan/",
                       "tempat/wringin-lor/", "tempat/kota-wringin/")
        for kind in ("atom", "rss", "json")
    ),
    *("sitemap.xml", "sitemap-news.xml", "robots.txt", "_headers"),
    ".well-known/security.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", ADDRESSES)
def test_address_of_the_format_exists(golden_site: Path, path: str):
    assert (golden_site / path).stat().st_size > 0


@pytest.mark.parametrize(
    "pattern",
    [
        r"tema/situs\.[0-9a-f]+\.css",
        r"tema/situs\.[0-9a-f]+\.js",
        r"gambar/2026/pasar-1-\d+\.[0-9a-f]+\.png",
        r"gambar/tanda-\d+\.[0-9a-f]+\.png",
    ],
)
def test_file_is_named_by_its_bytes(golden_site: Path, pattern: str):
    names = [
        path.relative_to(golden_site).as_posix() for path in golden_site.rglob("*")
    ]

    assert [name for name in names if re.fullmatch(pattern, name)]


def test_every_page_is_of_a_kind_and_every_kind_has_a_page():
    files = {
        PATH: _text("2026-11-20 09:00", Tags="air", Series="Pasar"),
        ENGLISH: EN,
        "pages/tentang.md": "Title: Tentang\n\nSatu.\n",
    }

    assert {
        *("home", "release", "archive", "year", "month", "category", "tag", "place"),
        *("reporter", "series", "index", "language", "page", "initials", "404"),
    } == {leaf.template for leaf in _leaves(files).values()} - {""}


def test_every_canonical_is_where_the_page_is():
    found = _leaves({PATH: _text("2026-11-20 09:00", Tags="air"), ENGLISH: EN})
    for path, leaf in found.items():
        head = leaf.values.get("head")
        if isinstance(head, Head):
            address = urlsplit(head.canonical).path.lstrip("/")
            assert path == (f"{address}index.html" if address[-1:] in "/" else address)


def test_path_of_the_site_is_no_folder_of_its_files():
    found = _leaves({PATH: release_text()}, base="https://kota.example/kabar")

    assert "2026/11/20/sampah/index.html" in found
    assert not [path for path in found if path.startswith("kabar/")]


@pytest.mark.parametrize("name", ["日本", "!!!", "-"])
def test_name_without_a_slug_takes_no_address_of_an_index(name: str):
    found = _leaves({PATH: _text("2026-11-20 09:00", Tags=name, Series=name)})

    assert not [path for path in found if "//" in path]
    assert "index" == found["tag/index.html"].template


# -- feeds -----------------------------------------------------------------------------

ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_feed_parses_and_tells_where_it_stands(golden_site: Path):
    base = "https://siaran.kotawringin.example/"
    for path in golden_site.rglob("feed.*"):
        address = base + path.relative_to(golden_site).as_posix()
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            assert address == json.loads(text)["feed_url"]
            continue
        ElementTree.fromstring(text)
        assert f'"{address}"' in text


def test_feed_of_a_subject_has_its_releases_alone(golden_site: Path):
    found = json.loads(
        (golden_site / "kategori/ekonomi/feed.json").read_text(encoding="utf-8")
    )

    assert [
        "Pasar Randu Ditata Bersama Pedagang",
        'Papan "Beras & Gula" Ditulis <harga> per Hari 🍚',
        "Hasil Hitung Pengunjung Pasar Diumumkan",
    ] == [item["title"] for item in found["items"]]


def test_feed_of_a_place_has_those_of_its_parts(golden_site: Path):
    whole = json.loads(
        (golden_site / "tempat/kota-wringin/feed.json").read_text(encoding="utf-8")
    )
    part = json.loads(
        (golden_site / "tempat/wringin-lor/feed.json").read_text(encoding="utf-8")
    )
    ids = {item["id"] for item in whole["items"]}

    assert {item["id"] for item in part["items"]} < ids


def test_english_feed_is_english(golden_site: Path):
    found = json.loads((golden_site / "en/feed.json").read_text(encoding="utf-8"))

    assert ["Traders Redraw the Aisles of Randu Market"] == [
        item["title"] for item in found["items"]
    ]
    assert "en" == found["language"]


def _feed(files: Mapping[str, str], path: str = "feed.json") -> dict[str, object]:
    return json.loads(_leaves(files)[path].data)


def test_feed_of_an_empty_subject_is_a_feed():
    assert [] == _feed({}, "kategori/lingkungan/feed.json")["items"]


def test_feed_has_the_thirty_newest():
    files = {
        f"releases/2026/r{n}.md": _text(f"2026-{1 + n // 25:02}-{1 + n % 25:02} 09:00")
        for n in range(45)
    }
    titles = [item["title"] for item in _feed(files)["items"]]

    assert 30 == len(titles)
    assert "Judul 2026-02-20 09:00" == titles[0]


def test_id_in_every_feed_survives_a_new_slug():
    before = {PATH: _text("2026-11-20 09:00")}
    alias = {"Slug": "baru", "Aliases": "/2026/11/20/sampah/"}
    after = {PATH: _text("2026-11-20 09:00", **alias)}
    forgotten = {PATH: _text("2026-11-20 09:00", Slug="baru")}
    for path in ("feed.json", "kategori/pemerintahan/feed.json"):
        (old,), (new,), (other,) = (
            [item["id"] for item in _feed(files, path)["items"]]
            for files in (before, after, forgotten)
        )

        assert "tag:kota.example,2026-11-20:/2026/11/20/sampah/" == old == new != other
    for files in (before, after):
        atom = ElementTree.fromstring(_leaves(files)["feed.atom"].data)
        assert old == atom.findtext(f"{ATOM}entry/{ATOM}id")


# -- sitemaps --------------------------------------------------------------------------

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _locations(leaf: Leaf) -> list[str]:
    root = ElementTree.fromstring(leaf.data)
    return [str(found.text) for found in root.iter(f"{SITEMAP}loc")]


def test_sitemap_names_every_page_once_but_404():
    found = _leaves({PATH: _text("2026-11-20 09:00", Tags="air"), ENGLISH: EN})
    pages = [
        leaf.values["head"].canonical
        for path, leaf in found.items()
        if leaf.template and path != "404.html"
    ]

    assert sorted(pages) == sorted(_locations(found["sitemap.xml"]))


@pytest.mark.parametrize(
    ("instant", "there"),
    [
        ("2026-11-24 07:59", True),
        ("2026-11-22 08:01", True),
        ("2026-11-22 07:59", False),
        ("2026-11-01 08:00", False),
    ],
)
def test_news_sitemap_has_two_days(instant: str, there: bool):
    found = _leaves({PATH: _text(instant)}, now=NOW)

    assert there == bool(_locations(found["sitemap-news.xml"]))


def test_news_sitemap_has_both_languages():
    files = {PATH: _text("2026-11-24 07:00"), ENGLISH: EN}

    assert 2 == len(_locations(_leaves(files)["sitemap-news.xml"]))


# -- home ------------------------------------------------------------------------------


def _path(n: int) -> str:
    return f"releases/2026/r{n}.md"


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    ("now", "there"),
    [
        ("2026-11-23 09:00:00", True),
        ("2026-11-24 17:59:59", True),
        ("2026-11-24 18:00:00", False),
        ("2026-11-25 09:00:00", False),
    ],
)
def test_urgent_notice_stands_until_its_instant(now: str, there: bool):
    files = {PATH: _text("2026-11-20 09:00", Urgent="2026-11-24 18:00")}

    assert there == bool(_home(files, now=_at(now)).urgent)


@pytest.mark.parametrize(
    ("now", "there"),
    [
        ("2026-11-23 23:59:59", True),
        ("2026-11-24 00:00:00", True),
        ("2026-11-24 23:59:59", True),
        ("2026-11-25 00:00:00", False),
    ],
)
def test_pin_stands_through_its_day(now: str, there: bool):
    files = {PATH: _text("2026-11-20 09:00", Pinned="2026-11-24")}

    assert there == bool(_home(files, now=_at(now)).picks)


def test_day_of_a_pin_is_that_of_the_office():
    files = {PATH: _text("2026-11-20 09:00", Pinned="2026-11-24")}
    elsewhere = datetime.fromisoformat("2026-11-24 17:30+00:00")

    assert () == _home(files, now=elsewhere).picks


def test_what_stands_in_the_bar_does_not_lead():
    files = {
        _path(1): _text("2026-11-21 09:00"),
        _path(2): _text("2026-11-23 09:00", Urgent="2026-11-24 18:00"),
    }
    home = _home(files)

    assert ["Judul 2026-11-23 09:00"] == [notice.headline for notice in home.urgent]
    assert "Judul 2026-11-21 09:00" == home.lead.headline


def test_urgent_notice_leads_again_once_it_has_passed():
    files = {
        _path(1): _text("2026-11-21 09:00"),
        _path(2): _text("2026-11-23 09:00", Urgent="2026-11-23 18:00"),
    }

    assert "Judul 2026-11-23 09:00" == _home(files).lead.headline


def test_only_release_being_urgent_leaves_no_lead():
    home = _home({PATH: _text("2026-11-20 09:00", Urgent="2026-11-24 18:00")})

    assert (None, ()) == (home.lead, home.latest)


def test_five_follow_the_lead():
    files = {_path(n): _text(f"2026-11-{n:02} 09:00") for n in range(1, 10)}
    home = _home(files)

    assert "Judul 2026-11-09 09:00" == home.lead.headline
    assert [8, 7, 6, 5, 4] == [card.published.day for card in home.latest]


def test_home_has_a_block_for_every_subject_with_two_releases():
    files = {
        _path(n): _text(f"2026-11-{n:02} 09:00", Category="lingkungan")
        for n in (1, 2, 3)
    }

    assert [("Pemerintahan", []), ("Lingkungan", [3, 2])] == [
        (block.ref.name, [card.published.day for card in block.cards])
        for block in _home(files).blocks
    ]


def test_home_leads_into_time_and_place():
    files = {
        _path(1): _text("2026-11-21 09:00"),
        _path(2): _text("2025-03-21 09:00", Series="Pasar"),
    }
    home = _home(files)

    assert ["2026", "2025"] == [ref.name for ref in home.years]
    assert ["November"] == [ref.name for ref in home.months]
    assert [("Kenanga", 2)] == [(ref.name, ref.count) for ref in home.places]
    assert ["Pasar"] == [series.ref.name for series in home.series]
    assert "Meja Pers" == home.contact.name


def test_urgent_bar_and_lead_of_the_golden_site(golden_site: Path):
    soup = BeautifulSoup(
        (golden_site / "index.html").read_text(encoding="utf-8"), "html.parser"
    )
    lead = next(card for card in soup.select("main article a"))

    assert "Aliran Air Dihentikan Sementara" in soup.get_text()
    assert "Pasar Randu Ditata Bersama Pedagang" == lead.get_text(strip=True)


def test_whole_site_but_home_and_news_sitemap_is_the_same_at_another_instant():
    """`now` decides holding, notices, pins and the news sitemap, and nothing else."""
    more = {"Urgent": "2026-11-24 18:00", "Pinned": "2026-11-24"}
    files = {PATH: _text("2026-11-20 09:00", **more), ENGLISH: EN}
    one = _leaves(files, now=_at("2026-11-24 08:00"))
    other = _leaves(files, now=_at("2027-06-01 08:00"))

    assert {"index.html", "sitemap-news.xml"} >= {
        path for path in one if one[path] != other[path]
    }
    assert one.keys() == other.keys()


# -- an empty site ---------------------------------------------------------------------


def test_site_without_a_release_has_its_pages():
    found = _leaves({})
    home: Home = found["index.html"].values["home"]

    assert {"index.html", "404.html", "arsip/index.html", "tag/index.html"} <= set(
        found
    )
    assert (0, None) == (home.total, home.newest)
    assert _home({}).lead is None
    assert "en/index.html" not in found


# -- languages -------------------------------------------------------------------------


def test_english_list_has_pages_of_twenty_like_all_lists():
    files = {}
    for n in range(21):
        files[_path(n)] = _text(f"2026-11-{1 + n:02} 09:00")
        files[f"releases/2026/r{n}.en.md"] = EN
    found = _leaves(files)

    assert {"en/index.html", "en/halaman/2/index.html"} <= set(found)
    assert "en" == found["en/index.html"].values["head"].lang
    assert [20, 1] == [
        sum(len(group.cards) for group in found[path].values["listing"].groups)
        for path in ("en/index.html", "en/halaman/2/index.html")
    ]


def test_homes_of_the_languages_point_at_each_other():
    found = _leaves({PATH: release_text(), ENGLISH: EN})
    expected = (
        ("id", "/"),
        ("en", "/en/"),
    )

    assert expected == found["index.html"].values["head"].alternates
    assert expected == found["en/index.html"].values["head"].alternates


def test_release_without_edition_has_no_alternates():
    head = _leaves({PATH: release_text()})["2026/11/20/sampah/index.html"].values[
        "head"
    ]

    assert () == head.alternates


def test_plain_pages_stand_in_the_menu_of_their_language():
    files = {
        "pages/tentang.md": "Title: Tentang\n\nSatu.\n",
        "pages/tentang.en.md": "Title: About\n\nOne.\n",
        "pages/privasi.md": "Title: Privasi\n\nSatu.\n",
    }
    found = _leaves(files)

    assert ["Privasi", "Tentang"] == sorted(
        ref.name for ref in found["index.html"].values["site"].pages
    )
    assert ["About"] == [
        ref.name for ref in found["en/index.html"].values["site"].pages
    ]


# -- what all pages share --------------------------------------------------------------


def _office(text: str) -> Mapping[str, str]:
    return {**REGISTERS, "office.toml": text + REGISTERS["office.toml"]}


def test_sample_site_may_not_be_indexed():
    found = _leaves(
        {PATH: release_text()}, knowing=registers(_office("sample = true\n"))
    )
    heads = [leaf.values["head"] for leaf in found.values() if leaf.template]

    assert all(head.noindex for head in heads)


def test_own_site_may_be_indexed_but_its_404():
    found = _leaves({PATH: release_text()})

    assert ["404.html"] == [
        path
        for path, leaf in found.items()
        if leaf.template and leaf.values["head"].noindex
    ]


def test_boilerplate_is_in_the_language_of_the_page():
    knowing = registers(_office('boilerplate_en = "About us."\n'))
    found = _leaves({PATH: release_text(), ENGLISH: EN}, knowing=knowing)

    assert "About us." == found["en/index.html"].values["site"].boilerplate
    assert (
        "Dinas Kabar menyiarkan kabar Kota Wringin."
        == found["index.html"].values["site"].boilerplate
    )


def test_roster_page_has_every_term_by_initials():
    roster = _leaves({PATH: release_text()})["inisial/index.html"].values["roster"]

    assert [("ajl", "/reporter/ajeng/"), ("bgp", "/reporter/bagas/"), ("ctw", "")] == [
        (line.initials, line.reporter.address) for line in roster
    ]


def test_security_txt_ends_within_a_year_of_the_newest_release():
    text = _leaves({PATH: _text("2026-11-20 09:00")})[".well-known/security.txt"].data

    assert b"Expires: 2027-09-16T09:00:00+07:00" in text


def test_section_of_a_release_is_its_subject():
    found = _leaves({PATH: release_text()})

    assert (
        "/kategori/lingkungan/"
        == found["2026/11/20/sampah/index.html"].values["section"]
    )
