"""Tells search engines what there is: sitemap, news sitemap, robots.txt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

from newsdesk.wire.characters import xml_text
from newsdesk.wire.item import NewsItem, Publisher

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"

# Limits of the sitemap protocol and of the news extension.
_MOST_URLS = 50_000
_MOST_NEWS = 1_000
NEWS_AGE = timedelta(days=2)
"""How long a release stays in the news sitemap."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One page of the site."""

    url: str
    """Whole URL."""
    lastmod: date | datetime | None = None
    """When its content last changed; None when nobody knows."""
    alternates: tuple[tuple[str, str], ...] = ()
    """Language code and whole URL of each translation, the page itself included."""


def sitemap(entries: Sequence[SitemapEntry], url: str) -> dict[str, bytes]:
    """The sitemap files by their paths, `sitemap.xml` always among them.

    Up to 50,000 entries stand in `sitemap.xml`. Above that it is an index of
    `sitemap-1.xml`, `sitemap-2.xml` and so on; `url` is the whole URL of the home page,
    with a slash at the end, and is put in front of their names. The index has no
    `lastmod`: it would be the time a file was written, which nothing here knows. Never
    raises.

    Source: sitemaps.org, protocol 0.9; `xhtml:link` as Google reads it.
    """
    if len(entries) <= _MOST_URLS:
        return {"sitemap.xml": _url_set(entries)}
    files: dict[str, bytes] = {}
    index = ElementTree.Element("sitemapindex", {"xmlns": _SITEMAP})
    for start in range(0, len(entries), _MOST_URLS):
        name = f"sitemap-{len(files) + 1}.xml"
        files[name] = _url_set(entries[start : start + _MOST_URLS])
        _add_text(ElementTree.SubElement(index, "sitemap"), "loc", url + name)
    return {"sitemap.xml": _serialised(index)} | files


def news_sitemap(
    items: Sequence[NewsItem], publisher: Publisher, now: datetime
) -> bytes:
    """The news sitemap of the releases published in the two days up to `now`.

    Newest first, at most 1,000; none leaves an empty list, which is allowed. `now` is
    aware. Never raises.

    Source: Google's news sitemap: `news:name` is the name of the publication,
    `news:publication_date` its first publication with the offset, `news:title` the
    headline without place or outlet.
    """
    recent = [item for item in items if now - NEWS_AGE <= item.published <= now]
    recent.sort(key=lambda item: item.url)
    recent.sort(key=lambda item: item.published, reverse=True)
    root = ElementTree.Element("urlset", {"xmlns": _SITEMAP, "xmlns:news": _NEWS})
    for item in recent[:_MOST_NEWS]:
        entry = ElementTree.SubElement(root, "url")
        _add_text(entry, "loc", item.url)
        news = ElementTree.SubElement(entry, "news:news")
        publication = ElementTree.SubElement(news, "news:publication")
        _add_text(publication, "news:name", publisher.site)
        _add_text(publication, "news:language", item.lang)
        _add_text(news, "news:publication_date", item.published.isoformat())
        _add_text(news, "news:title", item.headline)
    return _serialised(root)


def robots(publisher: Publisher, disallow_all: bool) -> str:
    """The text of `robots.txt`: everything is open, or nothing.

    Where everything is open it names both sitemaps; where nothing is, it names none.
    Never raises. Source: RFC 9309; `Sitemap` from sitemaps.org.
    """
    if disallow_all:
        return "User-agent: *\nDisallow: /\n"
    return (
        "User-agent: *\n"
        "Allow: /\n"
        "\n"
        f"Sitemap: {publisher.url}sitemap.xml\n"
        f"Sitemap: {publisher.url}sitemap-news.xml\n"
    )


def _url_set(entries: Sequence[SitemapEntry]) -> bytes:
    root = ElementTree.Element("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML})
    for entry in entries:
        element = ElementTree.SubElement(root, "url")
        _add_text(element, "loc", entry.url)
        if entry.lastmod:
            _add_text(element, "lastmod", entry.lastmod.isoformat())
        for lang, url in entry.alternates:
            ElementTree.SubElement(
                element,
                "xhtml:link",
                {"rel": "alternate", "hreflang": lang, "href": xml_text(url)},
            )
    return _serialised(root)


def _add_text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = xml_text(text)


def _serialised(root: ElementTree.Element) -> bytes:
    # Prefixes stand literally in the tags: the namespace table of ElementTree is global
    # to the process and would change what other code writes.
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
