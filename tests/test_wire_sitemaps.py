"""Sitemap, news sitemap and robots.txt."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from newsdesk.wire.sitemaps import SitemapEntry, news_sitemap, robots, sitemap
from wire_items import BARE, ENGLISH, FULL, HOSTILE, PUBLISHER, WIB, WIT

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

HOME = "https://kota.example/"


def locations(document: bytes, kind: str = "url") -> list[str]:
    root = ElementTree.fromstring(document)
    return [element.text or "" for element in root.iterfind(f"{MAP}{kind}/{MAP}loc")]


def test_sitemap_gives_address_day_or_instant_and_translations() -> None:
    entries = [
        SitemapEntry(HOME),
        SitemapEntry(f"{HOME}arsip/2026/", date(2026, 5, 20)),
        SitemapEntry(
            f"{HOME}2026/05/16/pasar/?a=1&b=<2>",
            datetime(2026, 5, 17, 8, 5, tzinfo=WIT),
            (("id", f"{HOME}2026/05/16/pasar/?a=1&b=2"), ("en", f"{HOME}en/pasar/")),
        ),
    ]
    root = ElementTree.fromstring(sitemap(entries, HOME)["sitemap.xml"])
    expected = [
        (HOME, None, []),
        (f"{HOME}arsip/2026/", "2026-05-20", []),
        (
            f"{HOME}2026/05/16/pasar/?a=1&b=<2>",
            "2026-05-17T08:05:00+09:00",
            [
                {
                    "rel": "alternate",
                    "hreflang": "id",
                    "href": f"{HOME}2026/05/16/pasar/?a=1&b=2",
                },
                {"rel": "alternate", "hreflang": "en", "href": f"{HOME}en/pasar/"},
            ],
        ),
    ]
    assert f"{MAP}urlset" == root.tag
    assert expected == [
        (
            url.findtext(f"{MAP}loc"),
            url.findtext(f"{MAP}lastmod"),
            [dict(link.items()) for link in url.iterfind(f"{XHTML}link")],
        )
        for url in root.iterfind(f"{MAP}url")
    ]


@pytest.mark.parametrize(
    ("count", "parts"),
    [(0, [0]), (50_000, [50_000]), (50_001, [50_000, 1])],
    ids=["none", "as many as allowed", "one more"],
)
def test_sitemap_is_parted_above_fifty_thousand(count: int, parts: list[int]) -> None:
    urls = [f"{HOME}{number}/" for number in range(count)]
    files = sitemap([SitemapEntry(url) for url in urls], HOME)
    if len(parts) == 1:
        names = ["sitemap.xml"]
        assert names == list(files)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        assert ["sitemap.xml", *names] == list(files)
        assert [HOME + name for name in names] == locations(
            files["sitemap.xml"], "sitemap"
        )
    listed = [locations(files[name]) for name in names]
    assert parts == [len(part) for part in listed]
    assert urls == [url for part in listed for url in part]


def test_news_sitemap_gives_publication_language_time_and_headline() -> None:
    item = replace(ENGLISH, headline=HOSTILE + "\x0b")
    document = news_sitemap([item], PUBLISHER, FULL.published)
    url = ElementTree.fromstring(document).find(f"{MAP}url")
    assert url is not None
    news = f"{NEWS}news/"
    assert {
        "loc": ENGLISH.url,
        "name": "Siaran Kota Wringin",
        "language": "en",
        "date": "2026-05-16T15:30:00+07:00",
        "title": HOSTILE + " ",
    } == {
        "loc": url.findtext(f"{MAP}loc"),
        "name": url.findtext(f"{news}{NEWS}publication/{NEWS}name"),
        "language": url.findtext(f"{news}{NEWS}publication/{NEWS}language"),
        "date": url.findtext(f"{news}{NEWS}publication_date"),
        "title": url.findtext(f"{news}{NEWS}title"),
    }


@pytest.mark.parametrize(
    ("age", "listed"),
    [
        (timedelta(0), True),
        (timedelta(days=2), True),
        # Too old by a second; not published yet.
        (timedelta(days=2, seconds=1), False),
        (timedelta(days=30), False),
        (timedelta(seconds=-1), False),
    ],
    ids=["now", "two days", "a second more", "a month", "ahead"],
)
def test_news_sitemap_lists_two_days(age: timedelta, listed: bool) -> None:
    # `now` in another zone than the release: instants count.
    now = (BARE.published + age).astimezone(WIB)
    document = news_sitemap([BARE], PUBLISHER, now)
    assert ([BARE.url] if listed else []) == locations(document)


def test_news_sitemap_lists_the_newest_thousand_first() -> None:
    newest = datetime(2026, 5, 20, 12, 0, tzinfo=WIB)
    items = [
        replace(BARE, url=f"{HOME}{age}/", published=newest - timedelta(minutes=age))
        for age in range(1_001)
    ]
    expected = [f"{HOME}{age}/" for age in range(1_000)]
    assert expected == locations(news_sitemap(items[::-1], PUBLISHER, newest))


def test_news_sitemap_orders_one_instant_by_address() -> None:
    items = [replace(BARE, url=f"{HOME}{name}/") for name in "bac"]
    expected = [f"{HOME}{name}/" for name in "abc"]
    assert expected == locations(news_sitemap(items, PUBLISHER, BARE.published))


def test_open_robots_names_both_sitemaps() -> None:
    expected = (
        "User-agent: *\n"
        "Allow: /\n"
        "\n"
        "Sitemap: https://kota.example/sitemap.xml\n"
        "Sitemap: https://kota.example/sitemap-news.xml\n"
    )
    assert expected == robots(PUBLISHER, disallow_all=False)


def test_closed_robots_names_nothing() -> None:
    expected = "User-agent: *\nDisallow: /\n"
    assert expected == robots(PUBLISHER, disallow_all=True)
