"""Reads a page as our templates write it: links, ids and text, or what is not whole.

Stricter than a browser, which mends: here every element is closed and every value
quoted. Pure; made to be fast, since every page of every build passes through it.
"""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

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
_TELLING = _LINKS | _LINK_LISTS | {"content", "id", "type"}
# Where a page is parted into blocks, most of which stand on other pages too.
_BLOCK = "<div"
# So much of each kind is kept.
_MOST = 10_000


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


class _Telling(NamedTuple):
    """What a tag tells beside its element."""

    links: tuple[str, ...]
    id: str
    data: bool
    """Whether it opens a script that holds JSON."""


class _Tag(NamedTuple):
    """A tag; a tuple, since it is made and taken apart in half the time."""

    opens: str = ""
    """The element that it opens."""
    closes: str = ""
    """The element that it closes."""
    parts: bool = True
    """Whether it parts the text before it from that behind it."""
    tells: _Telling | None = None


class _Form(NamedTuple):
    """All of a tag but its values."""

    opens: str
    parts: bool
    telling: tuple[tuple[str, int], ...]
    """Attributes that matter here, each with the number of its value."""


class _Block(NamedTuple):
    """What a part of a page does and says, on whatever page it stands."""

    closes: tuple[str, ...]
    """Elements that were opened before it, the innermost first."""
    opens: tuple[str, ...]
    """Elements that it leaves open, the outermost first."""
    links: frozenset[str]
    ids: frozenset[str]
    text: str
    """What goes on from the text before."""
    texts: tuple[str, ...]
    """What is parted from that, the last to be gone on from; empty when nothing is."""


class _FaultError(Exception):
    """What is not whole, in the page's own characters."""


class _Reading:
    """What a page, or a block, has said so far."""

    __slots__ = ("begun", "closes", "ids", "links", "opens", "text", "texts", "whole")

    def __init__(self, *, whole: bool) -> None:
        """Take whether it begins with the page, so that nothing is open before it."""
        self.whole = whole
        self.begun = ""
        """A tag whose end has not come, or one that opens data, with that."""
        self.closes: list[str] = []
        self.opens: list[str] = []
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.texts: list[str] = []
        self.text: list[str] = []
        """The pieces of the last text, which goes on."""

    def add(self, block: _Block) -> None:
        """Go on with a block that is known.

        Raises:
            _FaultError: It does not go with what stands before it.
        """
        closes, opens, links, ids, text, texts = block
        for name in closes:
            if not self.opens or self.opens.pop() != name:
                raise _FaultError(f"</{name}>")
        self.opens += opens
        self.links |= links
        if twice := self.ids & ids:
            raise _FaultError(f'id="{min(twice)}"')
        self.ids |= ids
        self.text.append(text)
        if texts:
            self.part()
            *whole, last = texts
            self.texts += whole
            self.text.append(last)

    def part(self) -> None:
        """End the text that goes on."""
        self.texts.append("".join(self.text))
        self.text.clear()

    def block(self) -> _Block:
        """Return it as a block."""
        text, *texts = *self.texts, "".join(self.text)
        return _Block(
            tuple(self.closes),
            tuple(self.opens),
            frozenset(self.links),
            frozenset(self.ids),
            text,
            tuple(texts),
        )


class PageReader:
    """Reads the pages of one site."""

    def __init__(self, url: str, *, with_texts: bool = True) -> None:
        """Take the whole URL of the site: data and metadata link to it by that.

        Args:
            url: Without a slash at its end.
            with_texts: Whether the text of pages is wanted.
        """
        self._url = url
        self._with_texts = with_texts
        # What was seen before is not taken apart again. Without the blocks 1,639 pages
        # take 0.46 s in place of 0.31 s (2026-11-24).
        self._blocks: dict[str, _Block] = {}
        self._once: set[int] = set()
        self._tags: dict[str, _Tag] = {}
        self._forms: dict[str, _Form] = {}

    def read(self, page: str) -> Page:
        """Return what a page says of itself. Never raises."""
        for kept in (self._blocks, self._once, self._tags, self._forms):
            if len(kept) > _MOST:
                kept.clear()
        fault = ""
        # In one piece when it is not whole: of two faults in a block the first is told.
        for parts in (page.split(_BLOCK), [page]):
            try:
                return self._page(*parts)
            except _FaultError as found:
                fault = str(found)
        return Page(faults=(fault,))

    def _page(self, first: str, *blocks: str) -> Page:
        """Return what a page says.

        Raises:
            _FaultError: It is not whole.
        """
        said = _Reading(whole=True)
        self._go_on(said, first)
        for written in blocks:
            block = None
            if not said.begun:
                block = self._blocks.get(written) or self._learnt(written)
            if block is None:
                self._go_on(said, f"{_BLOCK}{written}")
            else:
                said.add(block)
        if said.begun:
            raise _FaultError(said.begun[:41])
        if said.opens or not [first, *blocks][-1].rstrip().endswith("</html>"):
            raise _FaultError(f"<{said.opens[-1] if said.opens else 'html'}>")
        said.part()
        return Page(
            frozenset(said.links),
            frozenset(said.ids),
            tuple(html.unescape(one) for one in said.texts if one.strip()),
        )

    def _learnt(self, written: str) -> _Block | None:
        """Return a block that is seen again; None the first time, as of most prose.

        Raises:
            _FaultError: Something is not whole.
        """
        key = hash(written)
        if key not in self._once:
            self._once.add(key)
            return None
        said = _Reading(whole=False)
        self._go_on(said, f"{_BLOCK}{written}")
        if said.begun:
            return None
        block = self._blocks[written] = said.block()
        return block

    def _go_on(self, said: _Reading, written: str) -> None:
        """Go on with a part of a page.

        Raises:
            _FaultError: Something is not whole.
        """
        known, stack, with_texts = self._tags, said.opens, self._with_texts
        written, said.begun = said.begun + written, ""
        pieces = iter(written.split("<"))
        text = next(pieces)
        if with_texts:
            said.text.append(text)
        for piece in pieces:
            inside, end, text = piece.partition(">")
            tag = known.get(inside)
            if tag is None or not end:
                # An angle bracket in a value does not end the tag.
                while not end or inside.count('"') % 2:
                    more = text if end else next(pieces, None)
                    if more is None:
                        said.begun = f"<{inside}"
                        return
                    inside += (end or "<") + more.partition(">")[0]
                    _, end, text = more.partition(">")
                tag = known.get(inside)
                if tag is None:
                    tag = known[inside] = self._tag(inside)
            opens, closes, parts, tells = tag
            if tells is not None:
                if tells.data:
                    if written.endswith(text):
                        # It may go on.
                        said.begun = f"<{inside}>{text}"
                        return
                    self._data(said, inside, text)
                    text = ""
                said.links.update(tells.links)
                if tells.id:
                    if tells.id in said.ids:
                        raise _FaultError(f'id="{tells.id}"')
                    said.ids.add(tells.id)
            if opens:
                stack.append(opens)
            elif closes:
                if not stack and not said.whole:
                    said.closes.append(closes)
                elif not stack or stack.pop() != closes:
                    raise _FaultError(f"</{closes}>")
            if with_texts:
                if parts:
                    said.part()
                said.text.append(text)

    def _data(self, said: _Reading, inside: str, text: str) -> None:
        """Go on with the data behind a tag.

        Raises:
            _FaultError: It is no JSON.
        """
        try:
            strings = [*strings_in(json.loads(text))]
        except ValueError:
            raise _FaultError(f"<{inside[:40]}>") from None
        said.links.update(one for one in strings if within(one, self._url))
        if self._with_texts:
            said.part()
            said.texts += strings

    def _tag(self, inside: str) -> _Tag:
        """Take a tag apart.

        Raises:
            _FaultError: It is none that our templates write.
        """
        if inside.startswith("/"):
            if name := inside[1:].strip():
                return _Tag(closes=name, parts=name not in _INLINE)
            raise _FaultError(f"<{inside}>")
        if inside.lower() == "!doctype html":
            return _Tag()
        names = inside.replace("\n", " ").split('"')
        values = names[1::2]
        del names[1::2]
        written = '"'.join(names)
        form = self._forms.get(written)
        if form is None:
            form = _form(names)
            if form is None:
                raise _FaultError(f"<{inside[:40]}>")
            self._forms[written] = form
        links: list[str] = []
        anchor, data = "", False
        for key, at in form.telling:
            value = values[at]
            if key in _LINKS:
                links.append(html.unescape(value))
            elif key in _LINK_LISTS:
                links += [one.split()[0] for one in value.split(",") if one.strip()]
            elif key == "id":
                anchor = html.unescape(value)
            elif key == "type":
                data = form.opens == "script" and value.endswith("json")
            elif value.startswith(self._url):
                links.append(html.unescape(value))
        own = tuple(link for link in links if _inside(link, self._url))
        tells = _Telling(own, anchor, data) if own or anchor or data else None
        return _Tag(form.opens, "", form.parts, tells)


def _form(names: list[str]) -> _Form | None:
    """Return the form of a tag; None when not each of its values is quoted.

    Args:
        names: What stands before, between and behind its values.
    """
    name, _, first = names[0].partition(" ")
    name = name.rstrip("/")
    *before, last = first, *names[1:]
    if not name.isalnum() or "=" in last or "'" in last:
        return None
    keys: dict[str, int] = {}
    for at, part in enumerate(before):
        *bare, key = part.split() or [""]
        if not key.endswith("=") or "=" in "".join(bare):
            return None
        keys[key[:-1].lower()] = at
    alone = name in _VOID or names[-1].endswith("/")
    return _Form(
        "" if alone else name,
        name not in _INLINE,
        tuple((key, at) for key, at in keys.items() if key in _TELLING),
    )


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
    todo = [value]
    for one in todo:
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            todo += one
        elif isinstance(one, dict):
            todo += one.values()
