"""Reads a page as our templates write it: links, ids and text, or what is not whole.

Stricter than a browser, which mends: here every element is closed and every value
quoted. Pure; made to be fast, since every page of every build passes through it.
"""

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("source", "track", "wbr"),
}
# Elements within a sentence: their tags do not part it.
_INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "kbd"),
    *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time"),
    *("u", "var", "wbr"),
}
_LINKS = {"href", "src", "poster", "action", "cite"}
_LINK_LISTS = {"srcset", "imagesrcset"}
# Tags that are kept with what they say; most tags of a site repeat on every page.
_MOST_TAGS = 50_000


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself, or another file that has links or texts."""

    links: frozenset[str] = frozenset()
    """As written, but with references decoded."""
    ids: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()
    """Its text, a sentence never parted by the tags within it."""
    faults: tuple[str, ...] = ()
    """What is not whole, in the page's own characters; the first stands for all that
    follow from it."""


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    opens: bool
    closes: bool
    inline: bool
    links: tuple[str, ...] = ()
    id: str = ""
    data: bool = False
    """Whether it opens a script that holds JSON."""


class PageReader:
    """Reads the pages of one site."""

    def __init__(self, url: str) -> None:
        """Take the whole URL of the site: data and metadata link to it by that."""
        self._url = url
        self._known: dict[str, _Tag] = {}

    def read(self, page: str, *, with_texts: bool = True) -> Page:
        """Return what a page says of itself. Never raises.

        Args:
            page: All of it.
            with_texts: Whether its text is wanted: a fifth of the time.
        """
        links: set[str] = set()
        ids: set[str] = set()
        texts: list[str] = []
        open_text: list[str] = []
        stack: list[str] = []
        known = self._known
        pieces = iter(page.split("<"))
        open_text.append(next(pieces))
        for piece in pieces:
            written, end, text = piece.partition(">")
            tag = known.get(written)
            if tag is None or not end:
                # An angle bracket in a value does not end the tag.
                while not end or written.count('"') % 2:
                    more = text if end else next(pieces, None)
                    if more is None:
                        return _broken(f"<{written[:40]}")
                    written += (end if end else "<") + more.partition(">")[0]
                    _, end, text = more.partition(">")
                tag = known.get(written)
                if tag is None:
                    try:
                        tag = self._tag(written)
                    except ValueError:
                        return _broken(f"<{written[:40]}>")
                    if len(known) > _MOST_TAGS:
                        known.clear()
                    known[written] = tag
            if tag.closes:
                if not stack or stack.pop() != tag.name:
                    return _broken(f"</{tag.name}>")
            elif tag.opens:
                stack.append(tag.name)
            if tag.links:
                links.update(tag.links)
            if tag.id:
                if tag.id in ids:
                    return _broken(f'id="{tag.id}"')
                ids.add(tag.id)
            if tag.data:
                try:
                    found = [*strings_in(json.loads(text))]
                except ValueError:
                    return _broken(f"<{written[:40]}>")
                links.update(one for one in found if within(one, self._url))
                texts += found
                text = ""
            if not with_texts:
                continue
            if not tag.inline:
                texts.append("".join(open_text))
                open_text.clear()
            open_text.append(text)
        if stack or not page.rstrip().endswith("</html>"):
            return _broken(f"<{stack[-1] if stack else 'html'}>")
        texts.append("".join(open_text))
        return Page(
            frozenset(links),
            frozenset(ids),
            tuple(
                html.unescape(text) if "&" in text else text
                for text in texts
                if text and not text.isspace()
            ),
        )

    def _tag(self, written: str) -> _Tag:
        """Take a tag apart.

        Raises:
            ValueError: It is none that our templates write.
        """
        if written.lower() == "!doctype html":
            return _Tag("", opens=False, closes=False, inline=False)
        if written.startswith("/"):
            name = written[1:].strip()
            return _Tag(name, opens=False, closes=True, inline=name in _INLINE)
        name, _, rest = written.replace("\n", " ").partition(" ")
        alone = written.endswith("/")
        name = name.rstrip("/")
        if not name.isalnum():
            raise ValueError(written)
        values = dict(_values(rest.removesuffix("/")))
        links = [html.unescape(values[key]) for key in values.keys() & _LINKS]
        for key in values.keys() & _LINK_LISTS:
            links += [one.split()[0] for one in values[key].split(",") if one.strip()]
        if values.get("content", "").startswith(self._url):
            links.append(html.unescape(values["content"]))
        return _Tag(
            name,
            opens=name not in _VOID and not alone,
            closes=False,
            inline=name in _INLINE,
            links=tuple(link for link in links if _inside(link, self._url)),
            id=html.unescape(values.get("id", "")),
            data=name == "script" and values.get("type", "").endswith("json"),
        )


def _values(text: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes of a tag that are quoted, and those without a value."""
    parts = text.split('"')
    # Name, value, name, value …, and what stands behind the last value.
    for names, value in zip(parts[::2], parts[1::2], strict=False):
        *bare, name = names.split() or [""]
        if not name.endswith("=") or "=" in "".join(bare):
            raise ValueError(text)
        yield name[:-1].lower(), value
    if "=" in parts[-1] or "'" in parts[-1]:
        raise ValueError(text)


def _inside(link: str, url: str) -> bool:
    """Say whether a link leads into the site of a URL."""
    if link.startswith(("/", "#")):
        return not link.startswith("//")
    return within(link, url) or ":" not in link.partition("/")[0]


def within(link: str, url: str) -> bool:
    """Say whether a text is the whole URL of a site, or one below it."""
    return (
        link.startswith(url)
        and link[len(url) :][:1] in ("", "/", "#", "?")
        and not any(map(str.isspace, link))
    )


def strings_in(value: object) -> Iterator[str]:
    """Yield every string in a JSON value, names of members apart."""
    match value:
        case str():
            yield value
        case Mapping():
            for one in value.values():
                yield from strings_in(one)
        case list():
            for one in value:
                yield from strings_in(one)
        case _:
            pass


def _broken(fault: str) -> Page:
    return Page(faults=(fault,))
