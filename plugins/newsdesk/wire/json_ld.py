"""Describes releases, the site and breadcrumbs in the words of schema.org.

Gives dictionaries; whoever puts one into a `<script>` escapes it there.
"""

from collections.abc import Mapping, Sequence

from newsdesk.wire.item import NewsItem, Person, Picture, Publisher, Spot
from newsdesk.wire.notice import SAMPLE

_CONTEXT = "https://schema.org"


def news_article(item: NewsItem, publisher: Publisher) -> dict[str, object]:
    """The release as a `NewsArticle`.

    Text stays as it is in the item, unescaped. A property without a value is left out.
    `author` is always a list: the reporters, or the office when nobody is named. Dates
    are ISO 8601 with their offset. On a sample site `creativeWorkStatus` says so.

    Raises:
        KeyError: on a sample site, when the language is neither `id` nor `en`.

    Source: schema.org, `NewsArticle`. `dateline` is the text as printed,
    `locationCreated` the place it was filed from, `contentLocation` the place it is
    about, `sourceOrganization` the outlet in the brackets of the dateline.
    """
    return {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": item.url},
        "url": item.url,
        "headline": item.headline,
    } | _present(
        {
            "description": item.description,
            "identifier": item.number,
            "inLanguage": item.lang,
            "dateline": item.dateline,
            "datePublished": item.published.isoformat(),
            "dateModified": item.modified.isoformat() if item.modified else None,
            "author": _people(item.authors) or [_office(publisher)],
            "contributor": _people(item.contributors),
            "editor": _people(item.editors),
            "publisher": _office(publisher),
            "sourceOrganization": _named("Organization", item.source),
            "locationCreated": _place(item.located),
            "contentLocation": _place(item.about),
            "image": _image(item.picture),
            "articleSection": item.category,
            "keywords": list(item.tags),
            "isPartOf": _series(item.series),
            "creativeWorkStatus": SAMPLE[item.lang] if publisher.sample else None,
            **_translation(item),
        }
    )


def web_site(publisher: Publisher) -> dict[str, object]:
    """The site as a `WebSite`, for its home page.

    On a sample site `creativeWorkStatus` says so.

    Raises:
        KeyError: on a sample site, when its language is neither `id` nor `en`.

    Source: schema.org, `WebSite`.
    """
    return {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": publisher.site,
        "url": publisher.url,
        "inLanguage": publisher.lang,
        "publisher": _office(publisher),
    } | _present(
        {"creativeWorkStatus": SAMPLE[publisher.lang] if publisher.sample else None}
    )


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> dict[str, object]:
    """The way to a page as a `BreadcrumbList`.

    `trail` holds name and whole URL of each step, home first; a step with an empty URL
    has a name only. Positions count from 1. Never raises.

    Source: schema.org, `BreadcrumbList`, whose order is that of `position`.

    >>> breadcrumbs([("Arsip", "")])["itemListElement"]
    [{'@type': 'ListItem', 'position': 1, 'name': 'Arsip'}]
    """
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name}
            | _present({"item": url})
            for position, (name, url) in enumerate(trail, start=1)
        ],
    }


def _present(properties: Mapping[str, object]) -> dict[str, object]:
    """Only the properties that say something: no None, no empty text or list."""
    return {
        name: value
        for name, value in properties.items()
        if value is not None and value not in ("", [])
    }


def _named(kind: str, name: str, url: str = "") -> dict[str, object] | None:
    if not name:
        return None
    return {"@type": kind, "name": name} | _present({"url": url})


def _people(people: Sequence[Person]) -> list[object]:
    return [_named("Person", person.name, person.url) for person in people]


def _office(publisher: Publisher) -> dict[str, object]:
    return {
        "@type": "GovernmentOrganization",
        "name": publisher.name,
        "url": publisher.url,
    } | _present(
        {
            "logo": _image(publisher.logo),
            "address": publisher.address,
            "email": publisher.email,
            "telephone": publisher.phone,
        }
    )


def _image(picture: Picture | None) -> dict[str, object] | None:
    if picture is None:
        return None
    return {
        "@type": "ImageObject",
        "url": picture.url,
        "width": picture.width,
        "height": picture.height,
        "encodingFormat": picture.media_type,
    } | _present(
        {
            "description": picture.alt,
            "caption": picture.caption,
            "creditText": picture.credit,
        }
    )


def _place(spot: Spot | None) -> dict[str, object] | None:
    if spot is None:
        return None
    container: dict[str, object] | None = None
    for name in reversed(spot.within):
        container = {"@type": "Place", "name": name} | _present(
            {"containedInPlace": container}
        )
    geo: dict[str, object] | None = None
    if spot.latitude is not None and spot.longitude is not None:
        geo = {
            "@type": "GeoCoordinates",
            "latitude": spot.latitude,
            "longitude": spot.longitude,
        }
    return {"@type": "Place", "name": spot.name} | _present(
        {"url": spot.url, "containedInPlace": container, "geo": geo}
    )


def _series(series: Person | None) -> dict[str, object] | None:
    if series is None:
        return None
    return _named("CreativeWorkSeries", series.name, series.url)


def _translation(item: NewsItem) -> dict[str, object]:
    if not item.translation_url:
        return {}
    # The English edition is always made from the Indonesian release, never the other
    # way, so the language tells which of the two inverse properties is true.
    relation = "translationOfWork" if item.lang == "en" else "workTranslation"
    work = {"@type": "NewsArticle", "@id": item.translation_url}
    return {
        relation: work
        | _present({"url": item.translation_url, "inLanguage": item.translation_lang})
    }
