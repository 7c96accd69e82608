"""Writes feeds: Atom, RSS and JSON Feed of the same releases, with the same words."""

# feedgenerator carries no types: what comes from it is Any.
# mypy: disable-error-code="import-untyped", allow-subclassing-any

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

import feedgenerator

from newsdesk.wire.characters import xml_text
from newsdesk.wire.item import NewsItem, Person, Publisher
from newsdesk.wire.notice import SAMPLE, with_notice

EMPTY_FEED_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without releases was last updated: Atom demands an instant, and the
clock of the build would make the same content differ from build to build."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed in one language, whatever its format."""

    title: str
    description: str
    home_url: str
    """Whole URL of the page whose releases it lists."""
    feed_url: str
    """Whole URL of the feed itself; also its id."""
    lang: str
    items: Sequence[NewsItem]
    """In the order in which they are written."""
    publisher: Publisher


def atom(feed: Feed) -> bytes:
    """The feed as Atom, in UTF-8.

    Titles and summaries are `text`, bodies `html`. Every author has an element, editors
    and contributors are `contributor`; the office is the author when nobody is named.
    `updated` is the latest modification or publication of its items, never the time of
    the build. Characters that XML cannot hold become spaces. On a sample site title,
    subtitle and rights say so.

    Raises:
        KeyError: on a sample site, when a language is neither `id` nor `en`.

    Source: RFC 4287.
    """
    return _written(_AtomDocument, feed)


def rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0, in UTF-8.

    The body is `content:encoded`; `description` is the summary with its markup
    characters escaped, since readers take it for HTML. Authors are `dc:creator`, as
    `author` asks for an e-mail address. A modification is `atom:updated`. Characters
    that XML cannot hold become spaces. On a sample site title, description and
    copyright say so.

    Raises:
        KeyError: on a sample site, when a language is neither `id` nor `en`.

    Source: RSS 2.0 and the RSS Best Practices Profile of the RSS Advisory Board.
    """
    return _written(_RssDocument, feed)


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1, in UTF-8, ending with a newline.

    `tags` are the category and the tags. A picture is `image`; there are no
    attachments. Characters that XML cannot hold become spaces here too, so that the
    three formats say the same. On a sample site title and description say so.

    Raises:
        KeyError: on a sample site, when its language is neither `id` nor `en`.

    Source: jsonfeed.org, version 1.1.
    """
    publisher = feed.publisher
    document: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed),
        "home_page_url": feed.home_url,
        "feed_url": feed.feed_url,
        "description": _description(feed),
        "language": feed.lang,
        "authors": [_json_person(_office(publisher))],
    }
    if publisher.logo:
        document["icon"] = publisher.logo.url
    document["items"] = [_json_item(item, publisher) for item in feed.items]
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _title(feed: Feed) -> str:
    notice = f" ({SAMPLE[feed.lang]})" if feed.publisher.sample else ""
    return xml_text(feed.title + notice)


def _description(feed: Feed) -> str:
    return xml_text(
        with_notice(feed.description, feed.lang, sample=feed.publisher.sample)
    )


def _rights(publisher: Publisher, lang: str) -> str | None:
    return xml_text(with_notice(publisher.terms, lang, sample=publisher.sample)) or None


def _office(publisher: Publisher) -> Person:
    return Person(publisher.name, publisher.url)


def _authors(item: NewsItem, publisher: Publisher) -> Sequence[Person]:
    return item.authors or (_office(publisher),)


def _categories(item: NewsItem) -> list[str]:
    """The category, then the tags, each once; a feed has one list for both."""
    names = (xml_text(name) for name in (item.category, *item.tags) if name)
    return list(dict.fromkeys(names))


def _json_person(person: Person) -> dict[str, str]:
    url = {"url": person.url} if person.url else {}
    return {"name": xml_text(person.name)} | url


def _json_item(item: NewsItem, publisher: Publisher) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "title": xml_text(item.headline),
        "content_html": xml_text(item.body_html),
        "summary": xml_text(item.description),
        "date_published": item.published.isoformat(),
    }
    if item.modified:
        entry["date_modified"] = item.modified.isoformat()
    if item.picture:
        entry["image"] = item.picture.url
    return entry | {
        "authors": [_json_person(person) for person in _authors(item, publisher)],
        "tags": _categories(item),
        "language": item.lang,
    }


class _AtomDocument(feedgenerator.Atom1Feed):
    """feedgenerator's Atom with what it lacks: see `atom`."""

    def latest_post_date(self) -> datetime:
        return _latest(self.items)

    def item_attributes(self, item: Mapping[str, NewsItem]) -> dict[str, str]:
        return {"xml:lang": item["release"].lang}

    def add_item_elements(
        self, handler: feedgenerator.SimplerXMLGenerator, item: Mapping[str, NewsItem]
    ) -> None:
        super().add_item_elements(handler, item)
        release = item["release"]
        # feedgenerator declares summaries as HTML, which would eat "A < B".
        handler.addQuickElement(
            "summary", xml_text(release.description), {"type": "text"}
        )
        for person in _authors(release, self.feed["publisher"]):
            _add_atom_person(handler, "author", person)
        for person in (*release.contributors, *release.editors):
            _add_atom_person(handler, "contributor", person)
        if release.translation_url:
            # Not "alternate": some readers then open the translation instead.
            handler.addQuickElement(
                "link",
                "",
                {
                    "rel": "related",
                    "href": release.translation_url,
                    "hreflang": release.translation_lang,
                },
            )


class _RssDocument(feedgenerator.Rss201rev2Feed):
    """feedgenerator's RSS with what it lacks: see `rss`."""

    def latest_post_date(self) -> datetime:
        return _latest(self.items)

    def rss_attributes(self) -> dict[str, str]:
        attributes: dict[str, str] = super().rss_attributes()
        return attributes | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(
        self, handler: feedgenerator.SimplerXMLGenerator, item: Mapping[str, NewsItem]
    ) -> None:
        super().add_item_elements(handler, item)
        release = item["release"]
        handler.addQuickElement(
            "description", escape(xml_text(release.description), quote=False)
        )
        handler.addQuickElement("content:encoded", xml_text(release.body_html))
        for person in _authors(release, self.feed["publisher"]):
            handler.addQuickElement("dc:creator", xml_text(person.name))
        handler.addQuickElement("dc:language", release.lang)
        if release.modified:
            handler.addQuickElement("atom:updated", release.modified.isoformat())


def _latest(items: Sequence[Mapping[str, NewsItem]]) -> datetime:
    """The latest instant of the items, in the offset in which it was written."""
    releases = [item["release"] for item in items]
    instants = [release.modified or release.published for release in releases]
    return max(instants, default=EMPTY_FEED_INSTANT)


def _add_atom_person(
    handler: feedgenerator.SimplerXMLGenerator, role: str, person: Person
) -> None:
    handler.startElement(role, {})
    handler.addQuickElement("name", xml_text(person.name))
    if person.url:
        handler.addQuickElement("uri", person.url)
    handler.endElement(role)


def _written(kind: type[_AtomDocument] | type[_RssDocument], feed: Feed) -> bytes:
    publisher = feed.publisher
    document = kind(
        title=_title(feed),
        link=feed.home_url,
        description=_description(feed),
        language=feed.lang,
        author_name=xml_text(publisher.name),
        author_email=publisher.email or None,
        author_link=publisher.url,
        feed_url=feed.feed_url,
        feed_guid=feed.feed_url,
        feed_copyright=_rights(publisher, feed.lang),
        publisher=publisher,
    )
    for item in feed.items:
        picture = item.picture
        document.add_item(
            title=xml_text(item.headline),
            link=item.url,
            # Summary and authors are written by the subclasses.
            description=None,
            unique_id=item.id,
            unique_id_is_permalink=False,
            pubdate=item.published,
            updateddate=item.modified,
            categories=_categories(item),
            content=xml_text(item.body_html),
            item_copyright=_rights(publisher, item.lang),
            enclosures=[
                feedgenerator.Enclosure(
                    picture.url, str(picture.size), picture.media_type
                )
            ]
            if picture
            else [],
            release=item,
        )
    text: str = document.writeString("utf-8")
    return text.encode()
