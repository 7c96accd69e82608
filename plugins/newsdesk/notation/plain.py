"""A stretch of a paragraph as it reads, with the way back to what is written.

Entities, inline tags, emphasis, links, escapes and odd blanks are resolved before the
notation is matched; every plain character knows which raw characters it stands for, so
that a span of the plain text cuts the raw text exactly.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

WINDOW = 1000
"""How many characters of a paragraph's head or tail are looked at."""

# Cheap look for anything that may not read as it is written, and a closer one. Odd
# blanks are one character each: no offset moves when they become a plain one.
_ODD = re.compile(r"[&<*_\\\]\u00a0\u00ad\u2000-\u200f\u202f\u2060\u3000\ufeff]")
_BLANK = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_MARKED = re.compile(r"[&<*_\\\u00ad\u200b-\u200f\u2060\ufeff]|\]\(")

_MARKS = re.compile(
    r"""
    (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)
    # an inline tag; `<br>` parts words as a blank does
  | (?P<break><[bB][rR]\s*/?>)
  | (?P<tag></?(?:a|b|em|font|i|mark|small|span|strong|u)(?:\s[^<>\n]{0,200})?>)
    # an address in angle brackets reads as itself
  | <(?P<address>(?:https?://)?[\w-]+(?:\.[\w-]+)+/?)>
    # a link reads as its label; a target has no blank, so `[mut] (x y)` is no link
  | \[(?P<label>[^\[\]\n]{1,80})\]\((?:https?:|mailto:|[/\#{])[^\s()]{0,200}\)
    # a backslash before punctuation is an escape, before a letter it parts two hands
  | (?P<escape>\\(?=[!-/:-@\[-`{-~]))
    # a star that stands for a hand is kept: `(*)`, `(*/ari)`
  | (?P<star>(?<=[(\[/|,])\*(?=[)\]/|,]))
    # an underscore that stands free is a dash of old copies
  | (?P<free>(?<=\s)_(?=\s))
    # emphasis: a run of stars, or underscores at the edge of a word
  | (?P<emphasis>\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w))
    # soft hyphens and signs without width
  | (?P<nothing>[\u00ad\u200b-\u200f\u2060\ufeff])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A stretch of raw text as it reads."""

    text: str
    starts: Sequence[int]
    """Raw offset where each plain character begins; one more for the end."""
    ends: Sequence[int]
    """Raw offset where each plain character ends."""

    @property
    def marked(self) -> bool:
        """Whether marks were resolved: emphasis may stand beside a stretch."""
        return not isinstance(self.starts, range)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of a plain stretch of at least one character."""
        return self.starts[start], self.ends[end - 1]


def plain(raw: str, start: int = 0, end: int | None = None) -> Plain:
    """Return how `raw[start:end]` reads; offsets count from the start of `raw`.

    Takes time linear in the stretch. Never raises.
    """
    end = len(raw) if end is None else end
    text = raw[start:end]
    odd = _ODD.search(text) is not None
    if odd:
        text = _BLANK.sub(" ", text)
    if not odd or _MARKED.search(text) is None:
        return Plain(text, range(start, end + 1), range(start + 1, end + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(read: str, first: int, last: int) -> None:
        letters.append(read)
        if len(read) == last - first:
            starts.extend(range(start + first, start + last))
            ends.extend(range(start + first + 1, start + last + 1))
        else:  # an entity: each of its characters stands for the whole of it
            starts.extend([start + first] * len(read))
            ends.extend([start + last] * len(read))

    here = 0
    for match in _MARKS.finditer(text):
        put(text[here : match.start()], here, match.start())
        here = match.end()
        match match.lastgroup:
            case "entity":
                put(unescape(match[0]).replace("\u00a0", " "), *match.span())
            case "break":
                put(" ", *match.span())
            case "label" | "address" as name:
                put(match[name], *match.span(name))
            case "star" | "free":
                put(match[0], *match.span())
    put(text[here:], here, len(text))
    starts.append(end)
    return Plain("".join(letters), starts, ends)


# Emphasis and inline tags that open or close in one place.
_RUN = r"(?:\*{1,3}|_{1,3}|</?(?:b|em|i|strong|u)>)+"
_MARKS_BEFORE = re.compile(rf"{_RUN}$")
_MARKS_AFTER = re.compile(rf"\s?{_RUN}")


def with_marks(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a stretch with the emphasis that belongs to it whole.

    Marks beside it are taken in where they pair with each other or with one inside;
    emphasis that opens or closes elsewhere in the paragraph stays outside.
    """
    if raw[start - 1 : start] == "\\":
        start -= 1  # the escape of a bracket
    elif raw[start - 1 : start] == "[" and "](" in raw[start:end]:
        start -= 1  # the label of a link
    before = _MARKS_BEFORE.search(raw, max(0, start - 24), start)
    after = _MARKS_AFTER.match(raw, end)
    starts = (before.start(), start) if before else (start,)
    ends = (after.end(), end) if after else (end,)
    for first in starts:
        for last in ends:
            if (first, last) != (start, end) and _balanced(raw[first:last]):
                return first, last
    return start, end


def _balanced(raw: str) -> bool:
    runs = Counter(re.findall(r"\*+|(?<!\w)_+|_+(?!\w)", raw))
    return all(count % 2 == 0 for count in runs.values()) and (
        raw.count("<") == 2 * raw.count("</")
    )
