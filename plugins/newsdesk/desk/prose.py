"""The body of a release as the rules on it read: code and escapes blanked out.

Pure: a release in, stretches of text out. Every character keeps its place, so that an
offset here is one of the file.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from newsdesk.notation.model import Kind, Release


@dataclass(frozen=True, slots=True)
class Stretch:
    """One paragraph of the body that is no code."""

    kind: Kind
    start: int
    """Offset of its first character in the file's text."""
    text: str
    """As written; inline code and escaped characters are blanks."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or a picture leads."""

    text: str
    """As written."""
    offset: int
    """Offset of its first character in the file's text."""
    picture: bool

    @property
    def plain(self) -> str:
        """The target as a browser takes it: entities resolved, blanks taken out."""
        return re.sub(r"[\x00-\x20\x7f\u00a0]", "", unescape(self.text))


# A run of backticks, or a backslash with the sign it takes the meaning from.
_LITERAL = re.compile(r"`+|\\[!-/:-@\[-`{-~]")

# `](target` of a link or picture, up to its title; blanks inside are the writer's.
_INLINE = re.compile(r"\]\([ ]*<?(?P<target>[^\s)>\"']*(?:[ ]+[^\s)>\"'(]+)*)")
# `<scheme:rest>`; the host of an address in angle brackets is no tag.
_AUTOMATIC = re.compile(r"<(?P<target>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>")
# A picture's brackets up to where its target begins.
_PICTURE = re.compile(r"!\[(?:[^\]\\]|\\.)*$")

# `[label]: target "title"`, as Python-Markdown takes it: after one word nothing but a
# title may follow. Refused: `[Catatan]: rapat ditunda`, which prints as typed.
_REFERENCE = re.compile(
    r"""^\ {0,3}\[(?!\^)(?P<label>[^\[\]]*)\]:[ ]*(?:\n[ ]*)?(?P<target>\S+)[ ]*
        (?:\n[ ]*)?(?:(?P<quote>["']).*(?P=quote)[ ]*|\(.*\)[ ]*)?$""",
    re.VERBOSE | re.MULTILINE,
)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^(?P<label>[^\]]*)\]:", re.MULTILINE)
_FOOTNOTE_USE = re.compile(r"\[\^([^\]]*)\]")
# The words of an abbreviation go as far as the first `]:`, over lines too.
_ABBREVIATION = re.compile(
    r"^\*\[(?P<label>(?:(?!\n\n)[^\\])*?)\] ?:(?=[ ]*\n?[ ]*\S)", re.MULTILINE
)
# A picture by a label: `![words][label]`.
_PICTURED = re.compile(r"!\[([^\[\]]*)\]\[([^\[\]]*)\]")
# A use of a label: `[words][label]`, `[label][]`, `[label]`.
_USE = re.compile(r"\[([^\[\]]*)\](?!\()")


def found_in(
    prose: Iterable[Stretch], form: re.Pattern[str], *signs: str
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match of a form in a body, with where its stretch starts.

    It is looked for only where one of the signs stands that it cannot do without:
    a form that may begin anywhere costs ten times as much as the look for a sign.
    """
    for stretch in prose:
        if any(map(stretch.text.__contains__, signs)):
            for found in form.finditer(stretch.text):
                yield stretch.start, found


def read_prose(release: Release) -> tuple[Stretch, ...]:
    """Return every paragraph of a release but its code."""
    return tuple(
        Stretch(p.kind, p.span.start, _blanked(p.span.of(release.text)))
        for p in release.paragraphs
        if p.kind is not Kind.CODE
    )


def _blanked(text: str) -> str:
    """Return a text with blanks for inline code and for escaped signs.

    Code is what Python-Markdown takes for it: as many backticks at its end as at its
    start. Each run is looked at once, so that a text of backticks costs no more.
    """
    if "\\" not in text and "`" not in text:
        return text
    closing: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        closing.setdefault(len(run[0]), []).append(run.start())
    parts: list[str] = []
    here = 0
    for found in _LITERAL.finditer(text):
        if found.start() < here:
            # A backslash inside code takes the meaning from nothing.
            continue
        until = found.end()
        if found[0][0] == "`":
            ends = closing.get(len(found[0]), [])
            following = bisect_left(ends, until)
            if following == len(ends):
                continue
            until = ends[following] + len(found[0])
        blank = re.sub(r"[^\n]", " ", text[found.start() : until])
        parts += (text[here : found.start()], blank)
        here = until
    return "".join((*parts, text[here:]))


def read_targets(
    prose: tuple[Stretch, ...], definitions: "tuple[Definition, ...]"
) -> tuple[Target, ...]:
    """Return where the links and pictures of a body lead."""
    written = (target for stretch in prose for target in _targets(stretch))
    named = (one.target for one in definitions if one.target and one.used)
    return (*written, *named)


def _targets(stretch: Stretch) -> Iterator[Target]:
    text = stretch.text
    for pattern, sign in ((_INLINE, "]"), (_AUTOMATIC, "<")):
        if sign not in text:
            continue
        for found in pattern.finditer(text):
            offset = stretch.start + found.start("target")
            before = text[max(0, found.start() - 1000) : found.start()]
            picture = pattern is _INLINE and _PICTURE.search(before) is not None
            yield Target(found["target"], offset, picture)


@dataclass(frozen=True, slots=True)
class Definition:
    """A line that defines something for use elsewhere in the text."""

    kind: str
    """`label`, `footnote` or `abbreviation`."""
    label: str
    """As written."""
    offset: int
    """Offset of the line's first mark in the file's text."""
    used: bool
    """Whether the text uses it."""
    target: Target | None = None
    """Where a label leads."""


def read_definitions(prose: tuple[Stretch, ...]) -> tuple[Definition, ...]:
    """Return what a body defines, and whether it uses it."""
    if not any("]" in stretch.text for stretch in prose):
        return ()
    whole = "\n\n".join(stretch.text for stretch in prose)
    if "]:" not in whole and "] :" not in whole:
        return ()
    uses = {_label(use[1]) for use in _USE.finditer(_REFERENCE.sub("", whole))}
    pictured = {_label(use[2] or use[1]) for use in _PICTURED.finditer(whole)}
    notes = set(_FOOTNOTE_USE.findall(_FOOTNOTE.sub("", whole)))
    rest = _ABBREVIATION.sub("", whole)
    words = set(re.findall(r"\w+", rest))
    found: list[Definition] = []
    for stretch in prose:
        for match in _REFERENCE.finditer(stretch.text):
            target = match["target"].strip("<>")
            start = stretch.start + match.start("target")
            start += match["target"].startswith("<")
            label = _label(match["label"])
            used = label in uses
            offset = stretch.start + match.start("label") - 1
            leads = Target(target, start, picture=label in pictured)
            found.append(Definition("label", match["label"], offset, used, leads))
        for match in _FOOTNOTE.finditer(stretch.text):
            used = match["label"] in notes
            offset = stretch.start + match.start("label") - 2
            found.append(Definition("footnote", match["label"], offset, used))
        for match in _ABBREVIATION.finditer(stretch.text):
            used = _occurs(match["label"], rest, words)
            offset = stretch.start + match.start()
            found.append(Definition("abbreviation", match["label"], offset, used))
    return tuple(found)


def _label(written: str) -> str:
    """Return a label as Python-Markdown compares it."""
    return " ".join(written.lower().split())


def _occurs(label: str, rest: str, words: set[str]) -> bool:
    """Say whether an abbreviation stands in a text as a word of its own."""
    if re.fullmatch(r"\w+", label):
        return label in words
    return re.search(rf"(?<!\w){re.escape(label)}(?!\w)", rest) is not None
