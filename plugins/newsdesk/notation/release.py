"""Reads a press release: the front door of the notation.

The whole file in, a `Release` out, nothing altered: the pieces of a release joined
again are its text. Knows the order in which the parts are looked for; what each looks
like is known by the module of its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date
from enum import StrEnum
from typing import Any, TypeVar

from .dateline import dateline_flags, parse_dateline
from .eventdate import event_date_flags, parse_event_date
from .known import meant_source
from .model import (
    Dateline,
    EventDate,
    Flag,
    Hand,
    Header,
    Kind,
    Known,
    Paragraph,
    Release,
    SignOff,
    Span,
)
from .paragraphs import split_body
from .signoff import parse_sign_off, sign_off_flags
from .source import has_header, parse_header, read_instant
from .words import fold

_NOTHING = Known()


def parse_release(
    text: str,
    *,
    known: Known = _NOTHING,
    published: date | None = None,
    pasted: bool = True,
    header: Header | None = None,
) -> Release:
    """Return a release read from the whole text of its file.

    Args:
        text: The file as it is, header included; any line ends.
        known: What the office knows; without it every place and hand is unknown.
        published: The publication date, which a missing year comes from; the header's
            `Date` when it is None.
        pasted: Whether text pasted line by line is taken apart; not on plain pages.
        header: The header as `parse_header` reads it. None: there is one when the first
            line is a key line whose key stands in the table.

    All spans count from the start of `text`. Pure; never raises.
    """
    head = header
    if head is None:
        head = parse_header(text) if has_header(text) else Header()
    if published is None:
        published = _date_of(head)
    paragraphs = split_body(
        text,
        head.span.end,
        pasted=pasted,
        signs_off=lambda line: _is_sign_off(line, known),
    )
    paragraphs, dateline = _open(text, paragraphs, known, published)
    paragraphs, sign_off = _close(text, paragraphs, known, dateline)
    event_date = _event_date(text, paragraphs, published, dateline, sign_off)
    flags: set[Flag] = set()
    if dateline:
        flags.update(dateline_flags(dateline, known))
    if event_date:
        flags.update(event_date_flags(event_date, published))
    unknown: tuple[Hand, ...] = ()
    if sign_off:
        sign_off_doubts, unknown = sign_off_flags(sign_off, known)
        flags.update(sign_off_doubts)
    place = (dateline and dateline.place) or ""
    source = (dateline and dateline.source) or ""
    return Release(
        text=text,
        header=head,
        paragraphs=paragraphs,
        dateline=dateline,
        sign_off=sign_off,
        event_date=event_date,
        flags=tuple(flag for flag in Flag if flag in flags) if flags else (),
        suggest_place=known.translated.get(fold(place)) if place else None,
        suggest_source=meant_source(source, known) if source else None,
        unknown_hands=unknown,
    )


def _date_of(header: Header) -> date | None:
    entry = header.get("date")
    instant = read_instant(entry.text, UTC) if entry else None
    return instant.date() if instant else None


Paragraphs = tuple[Paragraph, ...]


def _first_text(paragraphs: Paragraphs) -> int | None:
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is Kind.TEXT:
            return index
    return None


def _open(
    text: str, paragraphs: Paragraphs, known: Known, published: date | None
) -> tuple[Paragraphs, Dateline | None]:
    """Look for the dateline in the first paragraph that is text.

    A dateline on a line of its own opens the paragraph below it.
    """
    first = _first_text(paragraphs)
    if first is None:
        return paragraphs, None
    there = paragraphs[first].span
    found = parse_dateline(there.of(text), known, published)
    if found is None:
        return paragraphs, None
    dateline = _moved(found, there.start)
    following = paragraphs[first + 1 : first + 2]
    if dateline.span.end == there.end and following:
        (below,) = following
        if below.kind is Kind.TEXT:
            joined = replace(paragraphs[first], span=Span(there.start, below.span.end))
            paragraphs = (*paragraphs[:first], joined, *paragraphs[first + 2 :])
            whole = Span(dateline.span.start, below.span.start)
            dateline = replace(dateline, span=whole)
    return paragraphs, dateline


def _close(
    text: str, paragraphs: Paragraphs, known: Known, dateline: Dateline | None
) -> tuple[Paragraphs, SignOff | None]:
    """Look for the sign-off in the last paragraph that is text.

    One that fills its paragraph makes it a paragraph of the sign-off's own. Behind a
    sign-off, a `(*)` on its own is furniture.
    """
    downwards = range(len(paragraphs) - 1, -1, -1)
    places = (i for i in downwards if paragraphs[i].kind is Kind.TEXT)
    found = _close_at(text, paragraphs, next(places, None), known, dateline)
    if found is None:
        return paragraphs, None
    last, sign_off = found
    alone = sign_off.span == paragraphs[last].span
    if alone and not sign_off.hands and not sign_off.byline_names:
        above = _close_at(text, paragraphs, next(places, None), known, dateline)
        if above is not None:
            paragraphs = _of_kind(paragraphs, last, Kind.FURNITURE)
            last, sign_off = above
            alone = sign_off.span == paragraphs[last].span
    if alone:
        paragraphs = _of_kind(paragraphs, last, Kind.SIGN_OFF)
    return paragraphs, sign_off


def _close_at(
    text: str,
    paragraphs: Paragraphs,
    index: int | None,
    known: Known,
    dateline: Dateline | None,
) -> tuple[int, SignOff] | None:
    if index is None:
        return None
    span = paragraphs[index].span
    start = span.start
    if dateline and start <= dateline.span.start < span.end:
        start = dateline.span.end
    found = parse_sign_off(text[start : span.end], known)
    return None if found is None else (index, _moved(found, start))


def _of_kind(paragraphs: Paragraphs, index: int, kind: Kind) -> Paragraphs:
    changed = replace(paragraphs[index], kind=kind)
    return (*paragraphs[:index], changed, *paragraphs[index + 1 :])


def _event_date(
    text: str,
    paragraphs: Paragraphs,
    published: date | None,
    dateline: Dateline | None,
    sign_off: SignOff | None,
) -> EventDate | None:
    """Look for the event date in the lede, between dateline and sign-off."""
    first = _first_text(paragraphs)
    if first is None:
        return None
    span = paragraphs[first].span
    end = span.end
    if sign_off and span.start <= sign_off.span.start < end:
        end = sign_off.span.start
    behind = 0
    if dateline and span.start <= dateline.span.start < span.end:
        behind = dateline.span.end - span.start
    found = parse_event_date(text[span.start : end], published, behind)
    return _moved(found, span.start) if found else None


def _is_sign_off(line: str, known: Known) -> bool:
    sign_off = parse_sign_off(line, known)
    return sign_off is not None and sign_off.raw == line.strip()


_Part = TypeVar("_Part", Dateline, SignOff, EventDate, Hand)


def _moved(part: _Part, by: int) -> _Part:
    """Return a part with its spans counted from another start."""
    moved: list[Any] = []
    for name in type(part).__match_args__:
        value = getattr(part, name)
        if isinstance(value, Span):
            value = Span(value.start + by, value.end + by)
        elif name == "hands":
            value = tuple(_moved(hand, by) for hand in value)
        moved.append(value)
    return type(part)(*moved)


# -- and put together again ------------------------------------------------------------


class PieceKind(StrEnum):
    """What a piece of a release's text is."""

    HEADER = "header"
    GAP = "gap"
    """Blanks and blank lines between paragraphs."""
    BODY = "body"
    """Words of a paragraph, whatever the paragraph's kind."""
    DATELINE = "dateline"
    EVENT_DATE = "event-date"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a release's text with one meaning."""

    kind: PieceKind
    span: Span
    text: str
    """The exact slice."""
    paragraph: int | None = None
    """Index of the paragraph it belongs to; None for header and gaps."""


def pieces(release: Release) -> tuple[Piece, ...]:
    """Return the whole text of a release in pieces, in order, without hole or overlap.

    To print a paragraph without dateline and sign-off, join its BODY and EVENT_DATE
    pieces; the EVENT_DATE one is what to mark.
    """
    text = release.text
    found: list[Piece] = []
    here = 0

    def cut(kind: PieceKind, end: int, paragraph: int | None = None) -> None:
        nonlocal here
        if end > here:
            span = Span(here, end)
            found.append(Piece(kind, span, span.of(text), paragraph))
            here = end

    cut(PieceKind.HEADER, release.header.span.end)
    parts = sorted(_parts(release), key=lambda part: part[1].start)
    for index, paragraph in enumerate(release.paragraphs):
        cut(PieceKind.GAP, paragraph.span.start)
        while parts and parts[0][1].start < paragraph.span.end:
            kind, span = parts.pop(0)
            cut(PieceKind.BODY, span.start, index)
            cut(kind, span.end, index)
        cut(PieceKind.BODY, paragraph.span.end, index)
    cut(PieceKind.GAP, len(text))
    return tuple(found)


def render(release: Release) -> str:
    """Return the text of a release put together from its pieces: what was read."""
    return "".join(piece.text for piece in pieces(release))


def _parts(release: Release) -> Iterator[tuple[PieceKind, Span]]:
    if release.dateline:
        yield PieceKind.DATELINE, release.dateline.span
    if release.event_date:
        yield PieceKind.EVENT_DATE, release.event_date.span
    if release.sign_off:
        yield PieceKind.SIGN_OFF, release.sign_off.span
