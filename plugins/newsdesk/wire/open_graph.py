"""Says how a page looks when somebody shares it: Open Graph properties."""

from newsdesk.wire.item import Publisher, Shared
from newsdesk.wire.notice import with_notice

# Open Graph wants language and territory.
_LOCALES = {"id": "id_ID", "en": "en_US"}


def open_graph(
    item: Shared | None,
    publisher: Publisher,
    *,
    title: str,
    description: str,
    url: str,
    lang: str,
) -> tuple[tuple[str, str], ...]:
    """Property and content of each `<meta property=… content=…>`, in order.

    With an item the page is an `article`, without one a `website`. The picture is the
    lead photo, else the logo, else none; its properties follow it, as the protocol
    asks. Text is plain and unescaped. On a sample site the description opens with the
    notice, because a shared link is read without its page.

    Raises:
        KeyError: when a language is neither `id` nor `en`.

    Source: ogp.me, "Optional Metadata", "Structured Properties" and "Article"; the
    `article:` properties carry no `og:` in front.
    """
    properties = [
        ("og:type", "article" if item else "website"),
        ("og:site_name", publisher.site),
        ("og:locale", _LOCALES[lang]),
    ]
    if item and item.translation_lang:
        properties.append(("og:locale:alternate", _LOCALES[item.translation_lang]))
    properties += [
        ("og:title", title),
        ("og:description", with_notice(description, lang, sample=publisher.sample)),
        ("og:url", url),
    ]
    picture = (item.picture if item else None) or publisher.logo
    if picture:
        properties += [
            ("og:image", picture.url),
            ("og:image:type", picture.media_type),
            ("og:image:width", str(picture.width)),
            ("og:image:height", str(picture.height)),
            ("og:image:alt", picture.alt),
        ]
    if item:
        properties.append(("article:published_time", item.published.isoformat()))
        if item.modified:
            properties.append(("article:modified_time", item.modified.isoformat()))
        properties.append(("article:section", item.category))
        properties += [("article:tag", tag) for tag in item.tags]
    return tuple((name, content) for name, content in properties if content)
