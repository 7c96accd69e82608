"""Atom, RSS and JSON Feed, read back and compared with the release."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest
from newsdesk.wire.feeds import EMPTY_FEED_INSTANT, Feed, atom, json_feed, rss
from newsdesk.wire.item import NewsItem, Person, Publisher
from wire_items import (
    BARE,
    ENGLISH,
    FULL,
    HOSTILE,
    HOSTILE_ITEM,
    PUBLISHER,
    SAMPLE_PUBLISHER,
    WIB,
)

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML = "{http://www.w3.org/XML/1998/namespace}"

WRITERS = pytest.mark.parametrize("write", [atom, rss, json_feed])


def feed_of(
    *items: NewsItem, publisher: Publisher = PUBLISHER, lang: str = "id"
) -> Feed:
    return Feed(
        title="Siaran Kota Wringin",
        description="Siaran pers terbaru.",
        home_url="https://kota.example/",
        feed_url="https://kota.example/feed.atom",
        lang=lang,
        items=items,
        publisher=publisher,
    )


def texts(parent: ElementTree.Element, path: str) -> list[str]:
    return [element.text or "" for element in parent.iterfind(path)]


def atom_root(feed: Feed) -> ElementTree.Element:
    return ElementTree.fromstring(atom(feed))


def atom_entry(item: NewsItem) -> ElementTree.Element:
    entry = atom_root(feed_of(item)).find(f"{ATOM}entry")
    assert entry is not None
    return entry


def rss_channel(feed: Feed) -> ElementTree.Element:
    channel = ElementTree.fromstring(rss(feed)).find("channel")
    assert channel is not None
    return channel


def rss_item(item: NewsItem) -> ElementTree.Element:
    element = rss_channel(feed_of(item)).find("item")
    assert element is not None
    return element


def json_item(item: NewsItem) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads(json_feed(feed_of(item)))["items"][0]
    return entry


def people(entry: ElementTree.Element, role: str) -> list[tuple[str, str | None]]:
    return [
        (person.findtext(f"{ATOM}name", ""), person.findtext(f"{ATOM}uri"))
        for person in entry.iterfind(ATOM + role)
    ]


# The feed itself.


def test_atom_feed_names_itself_its_office_and_its_terms() -> None:
    root = atom_root(feed_of(FULL))
    expected = {
        "lang": "id",
        "id": "https://kota.example/feed.atom",
        "title": "Siaran Kota Wringin",
        "subtitle": "Siaran pers terbaru.",
        "rights": "Boleh dikutip dengan menyebut sumber.",
        "links": [
            ("alternate", "https://kota.example/"),
            ("self", "https://kota.example/feed.atom"),
        ],
        "author": [("Dinas Kabar Wringin", "https://kota.example/")],
        "email": "humas@kota.example",
    }
    assert expected == {
        "lang": root.get(f"{XML}lang"),
        "id": root.findtext(f"{ATOM}id"),
        "title": root.findtext(f"{ATOM}title"),
        "subtitle": root.findtext(f"{ATOM}subtitle"),
        "rights": root.findtext(f"{ATOM}rights"),
        "links": [
            (link.get("rel"), link.get("href")) for link in root.iterfind(f"{ATOM}link")
        ],
        "author": people(root, "author"),
        "email": root.findtext(f"{ATOM}author/{ATOM}email"),
    }


def test_rss_channel_names_itself_and_its_terms() -> None:
    channel = rss_channel(feed_of(FULL))
    link = channel.find(f"{ATOM}link")
    assert link is not None
    expected = {
        "title": "Siaran Kota Wringin",
        "link": "https://kota.example/",
        "description": "Siaran pers terbaru.",
        "language": "id",
        "copyright": "Boleh dikutip dengan menyebut sumber.",
        "self": {"rel": "self", "href": "https://kota.example/feed.atom"},
    }
    assert expected == {
        tag: channel.findtext(tag)
        for tag in ("title", "link", "description", "language", "copyright")
    } | {"self": dict(link.items())}


def test_json_feed_names_itself_and_its_office() -> None:
    document = json.loads(json_feed(feed_of(FULL)))
    del document["items"]
    expected = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Siaran Kota Wringin",
        "home_page_url": "https://kota.example/",
        "feed_url": "https://kota.example/feed.atom",
        "description": "Siaran pers terbaru.",
        "language": "id",
        "authors": [{"name": "Dinas Kabar Wringin", "url": "https://kota.example/"}],
        "icon": "https://kota.example/gambar/lambang-512.0a1b.png",
    }
    assert expected == document


def test_json_feed_of_an_office_without_logo_has_no_icon() -> None:
    feed = feed_of(publisher=replace(PUBLISHER, logo=None))
    assert "icon" not in json.loads(json_feed(feed))


def test_office_without_terms_or_mail_leaves_no_empty_element() -> None:
    feed = feed_of(FULL, publisher=replace(PUBLISHER, terms="", email=""))
    root, channel = atom_root(feed), rss_channel(feed)
    expected = [None, None, None]
    assert expected == [
        root.find(f".//{ATOM}rights"),
        root.find(f".//{ATOM}email"),
        channel.find("copyright"),
    ]


# Its releases, field by field.


def test_atom_entry_with_everything_equals_the_release() -> None:
    entry = atom_entry(FULL)
    expected = {
        "lang": "id",
        "id": FULL.id,
        "title": FULL.headline,
        "published": FULL.published,
        "updated": FULL.modified,
        "summary": ("text", FULL.description),
        "content": ("html", FULL.body_html),
        "author": [(person.name, person.url or None) for person in FULL.authors],
        "contributor": [
            ("Rini", None),
            ("Yono Adi", "https://kota.example/reporter/yono-adi/"),
        ],
        "category": ["Perdagangan", "pasar", "kampung tematik"],
        "rights": "Boleh dikutip dengan menyebut sumber.",
        "links": [
            {"rel": "alternate", "href": FULL.url},
            {
                "rel": "enclosure",
                "href": "https://kota.example/gambar/2026/pasar-1-1600.9f2c.jpg",
                "length": "240512",
                "type": "image/jpeg",
            },
            {"rel": "related", "href": FULL.translation_url, "hreflang": "en"},
        ],
    }
    assert expected == {
        "lang": entry.get(f"{XML}lang"),
        "id": entry.findtext(f"{ATOM}id"),
        "title": entry.findtext(f"{ATOM}title"),
        "published": datetime.fromisoformat(entry.findtext(f"{ATOM}published", "")),
        "updated": datetime.fromisoformat(entry.findtext(f"{ATOM}updated", "")),
        "summary": typed_text(entry, "summary"),
        "content": typed_text(entry, "content"),
        "author": people(entry, "author"),
        "contributor": people(entry, "contributor"),
        "category": [
            category.get("term") for category in entry.iterfind(f"{ATOM}category")
        ],
        "rights": entry.findtext(f"{ATOM}rights"),
        "links": [dict(link.items()) for link in entry.iterfind(f"{ATOM}link")],
    }


def typed_text(entry: ElementTree.Element, tag: str) -> tuple[str | None, str | None]:
    element = entry.find(ATOM + tag)
    assert element is not None
    return element.get("type"), element.text


def test_rss_item_with_everything_equals_the_release() -> None:
    element = rss_item(FULL)
    guid, enclosure = element.find("guid"), element.find("enclosure")
    assert guid is not None
    assert enclosure is not None
    expected = {
        "title": FULL.headline,
        "link": FULL.url,
        "description": FULL.description,
        "content": FULL.body_html,
        "creators": ["Yulia Rahma", "Tono"],
        "language": "id",
        "published": FULL.published,
        "updated": FULL.modified,
        "guid": (FULL.id, "false"),
        "categories": ["Perdagangan", "pasar", "kampung tematik"],
        "enclosure": {
            "url": "https://kota.example/gambar/2026/pasar-1-1600.9f2c.jpg",
            "length": "240512",
            "type": "image/jpeg",
        },
        "author": None,
    }
    assert expected == {
        "title": element.findtext("title"),
        "link": element.findtext("link"),
        "description": element.findtext("description"),
        "content": element.findtext(f"{CONTENT}encoded"),
        "creators": texts(element, f"{DC}creator"),
        "language": element.findtext(f"{DC}language"),
        "published": parsedate_to_datetime(element.findtext("pubDate", "")),
        "updated": datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")),
        "guid": (guid.text, guid.get("isPermaLink")),
        "categories": texts(element, "category"),
        "enclosure": dict(enclosure.items()),
        "author": element.find("author"),
    }


def test_json_item_with_everything_equals_the_release() -> None:
    expected = {
        "id": FULL.id,
        "url": FULL.url,
        "title": FULL.headline,
        "content_html": FULL.body_html,
        "summary": FULL.description,
        "date_published": "2026-05-16T15:30:00+07:00",
        "date_modified": "2026-05-17T08:05:00+07:00",
        "image": "https://kota.example/gambar/2026/pasar-1-1600.9f2c.jpg",
        "authors": [
            {
                "name": "Yulia Rahma",
                "url": "https://kota.example/reporter/yulia-rahma/",
            },
            {"name": "Tono"},
        ],
        "tags": ["Perdagangan", "pasar", "kampung tematik"],
        "language": "id",
    }
    assert expected == json_item(FULL)


def test_atom_entry_with_little_has_the_office_and_only_its_own_link() -> None:
    entry = atom_entry(BARE)
    expected: tuple[object, ...] = (
        [("Dinas Kabar Wringin", "https://kota.example/")],
        [],
        [{"rel": "alternate", "href": BARE.url}],
        ["2026-05-20T09:00:00+09:00"],
        ["2026-05-20T09:00:00+09:00"],
    )
    assert expected == (
        people(entry, "author"),
        people(entry, "contributor"),
        [dict(link.items()) for link in entry.iterfind(f"{ATOM}link")],
        texts(entry, f"{ATOM}published"),
        texts(entry, f"{ATOM}updated"),
    )


def test_rss_item_with_little_has_the_office_and_nothing_empty() -> None:
    element = rss_item(BARE)
    expected = {
        "title",
        "link",
        "pubDate",
        "guid",
        "category",
        "description",
        f"{CONTENT}encoded",
        f"{DC}creator",
        f"{DC}language",
    }
    assert expected == {child.tag for child in element}
    expected_values = (["Dinas Kabar Wringin"], "Wed, 20 May 2026 09:00:00 +0900")
    assert expected_values == (
        texts(element, f"{DC}creator"),
        element.findtext("pubDate"),
    )


def test_json_item_with_little_leaves_out_what_is_missing() -> None:
    expected = {
        "id": BARE.id,
        "url": BARE.url,
        "title": "Layanan Libur",
        "content_html": "<p>Layanan tutup satu hari.</p>",
        "summary": "Layanan tutup satu hari.",
        "date_published": "2026-05-20T09:00:00+09:00",
        "authors": [{"name": "Dinas Kabar Wringin", "url": "https://kota.example/"}],
        "tags": ["Pemerintahan"],
        "language": "id",
    }
    assert expected == json_item(BARE)


def test_english_release_in_an_indonesian_feed_keeps_its_language() -> None:
    feed = feed_of(FULL, ENGLISH)
    atom_langs = [
        entry.get(f"{XML}lang") for entry in atom_root(feed).iterfind(f"{ATOM}entry")
    ]
    rss_langs = texts(rss_channel(feed), f"item/{DC}language")
    json_langs = [item["language"] for item in json.loads(json_feed(feed))["items"]]
    expected = [["id", "en"]] * 3
    assert expected == [atom_langs, rss_langs, json_langs]


def test_tag_that_repeats_the_category_stands_once() -> None:
    item = replace(BARE, category="pasar", tags=("ikan", "pasar"))
    expected = [["pasar", "ikan"]] * 3
    assert expected == [
        [
            element.get("term")
            for element in atom_entry(item).iterfind(f"{ATOM}category")
        ],
        texts(rss_item(item), "category"),
        json_item(item)["tags"],
    ]


def test_releases_keep_their_order() -> None:
    feed = feed_of(FULL, BARE, ENGLISH)
    expected = [FULL.id, BARE.id, ENGLISH.id]
    assert [expected] * 3 == [
        texts(atom_root(feed), f"{ATOM}entry/{ATOM}id"),
        texts(rss_channel(feed), "item/guid"),
        [item["id"] for item in json.loads(json_feed(feed))["items"]],
    ]


# When.


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((FULL,), "2026-05-17T08:05:00+07:00"),
        ((FULL, BARE), "2026-05-20T09:00:00+09:00"),
        ((BARE, FULL), "2026-05-20T09:00:00+09:00"),
        # 09:00+09:00 is 07:00+07:00: the later instant, not the later clock.
        (
            (
                BARE,
                replace(
                    FULL, modified=datetime.fromisoformat("2026-05-20T08:00+07:00")
                ),
            ),
            "2026-05-20T08:00:00+07:00",
        ),
        ((), "1970-01-01T00:00:00+00:00"),
    ],
    ids=["modified", "published", "any order", "offsets", "empty"],
)
def test_feed_was_updated_with_its_latest_release(
    items: Sequence[NewsItem], expected: str
) -> None:
    feed = feed_of(*items)
    assert expected == atom_root(feed).findtext(f"{ATOM}updated")
    assert datetime.fromisoformat(expected) == parsedate_to_datetime(
        rss_channel(feed).findtext("lastBuildDate", "")
    )


def test_empty_feed_has_a_fixed_instant_in_utc() -> None:
    assert timedelta(0) == EMPTY_FEED_INSTANT.utcoffset()


def test_empty_feed_lists_nothing() -> None:
    feed = feed_of()
    expected: tuple[list[object], ...] = ([], [], [])
    assert expected == (
        atom_root(feed).findall(f"{ATOM}entry"),
        rss_channel(feed).findall("item"),
        json.loads(json_feed(feed))["items"],
    )


# Words.


def test_hostile_words_survive_in_atom() -> None:
    entry = atom_entry(HOSTILE_ITEM)
    assert {
        "title": HOSTILE,
        "summary": HOSTILE,
        "content": HOSTILE_ITEM.body_html,
        "author": HOSTILE,
        "categories": [HOSTILE, HOSTILE + "1", HOSTILE + "2"],
    } == {
        "title": entry.findtext(f"{ATOM}title"),
        "summary": entry.findtext(f"{ATOM}summary"),
        "content": entry.findtext(f"{ATOM}content"),
        "author": entry.findtext(f"{ATOM}author/{ATOM}name"),
        "categories": [c.get("term") for c in entry.iterfind(f"{ATOM}category")],
    }


def test_hostile_words_survive_in_rss() -> None:
    element = rss_item(HOSTILE_ITEM)
    description = element.findtext("description", "")
    assert {
        "title": HOSTILE,
        "description": HOSTILE,
        "content": HOSTILE_ITEM.body_html,
        "creator": [HOSTILE],
        "categories": [HOSTILE, HOSTILE + "1", HOSTILE + "2"],
    } == {
        "title": element.findtext("title"),
        # A reader shows the description as HTML.
        "description": unescape(description),
        "content": element.findtext(f"{CONTENT}encoded"),
        "creator": texts(element, f"{DC}creator"),
        "categories": texts(element, "category"),
    }
    assert "<" not in description


def test_hostile_words_survive_in_json() -> None:
    entry = json_item(HOSTILE_ITEM)
    assert {
        "title": HOSTILE,
        "summary": HOSTILE,
        "content_html": HOSTILE_ITEM.body_html,
        "author": HOSTILE,
        "tags": [HOSTILE, HOSTILE + "1", HOSTILE + "2"],
    } == {
        "title": entry["title"],
        "summary": entry["summary"],
        "content_html": entry["content_html"],
        "author": entry["authors"][0]["name"],
        "tags": entry["tags"],
    }


@WRITERS
@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
def test_character_that_xml_cannot_hold_becomes_a_space_everywhere(
    write: Callable[[Feed], bytes], character: str
) -> None:
    dirty = f"Pasar{character}pagi"
    item = replace(
        FULL,
        headline=dirty,
        description=dirty,
        category=dirty,
        tags=(dirty + " ikan",),
        body_html=f"<p>{dirty}</p>",
        authors=(Person(dirty),),
        editors=(Person(dirty),),
    )
    publisher = replace(PUBLISHER, name=dirty, terms=dirty)
    feed = replace(feed_of(item, publisher=publisher), title=dirty, description=dirty)
    written = write(feed)
    if write is not json_feed:
        ElementTree.fromstring(written)
    text = written.decode()
    assert character not in text
    assert text.count("Pasar pagi") >= 7


@WRITERS
def test_feed_knows_no_time_but_those_of_its_releases(
    write: Callable[[Feed], bytes],
) -> None:
    # A year in which no build runs: any stamp of a clock would show another.
    published = datetime(1999, 5, 16, 15, 30, tzinfo=WIB)
    item = replace(BARE, published=published, modified=published + timedelta(days=1))
    # As in RFC 3339 (1999-05-16T15:30) or RFC 2822 (16 May 1999 15:30).
    stamps = re.findall(r"(\d{4})(?:-\d\d-\d\dT| \d\d:)", write(feed_of(item)).decode())
    expected = {"1999"}
    assert expected == set(stamps)


# A sample site.


@pytest.mark.parametrize(
    ("lang", "notice"),
    [
        ("id", "Contoh – bukan siaran resmi"),
        ("en", "Sample – not an official release"),
    ],
)
def test_feed_of_a_sample_site_says_so(lang: str, notice: str) -> None:
    feed = feed_of(FULL, publisher=SAMPLE_PUBLISHER, lang=lang)
    title, description = (
        f"Siaran Kota Wringin ({notice})",
        (f"{notice}. Siaran pers terbaru."),
    )
    root, channel = atom_root(feed), rss_channel(feed)
    document = json.loads(json_feed(feed))
    assert [(title, description)] * 3 == [
        (root.findtext(f"{ATOM}title"), root.findtext(f"{ATOM}subtitle")),
        (channel.findtext("title"), channel.findtext("description")),
        (document["title"], document["description"]),
    ]


def test_entry_of_a_sample_site_carries_the_notice_with_its_terms() -> None:
    feed = feed_of(FULL, ENGLISH, publisher=SAMPLE_PUBLISHER)
    expected = [
        "Contoh – bukan siaran resmi. Boleh dikutip dengan menyebut sumber.",
        "Sample – not an official release. Boleh dikutip dengan menyebut sumber.",
    ]
    assert expected == texts(atom_root(feed), f"{ATOM}entry/{ATOM}rights")
