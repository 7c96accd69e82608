"""Reads the hands that close a release: `(yul/yon)`.

Last paragraph in, `SignOff` out. Knows the shape of initials and what only looks like
them; not whose they are: that is the roster's, and unknown initials are no error.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from .known import is_outlet, knows_place
from .model import Flag, Hand, Known, SignOff, Span
from .paragraphs import is_furniture
from .plain import WINDOW, Plain, plain, with_marks
from .words import MARKS, NOT_A_PLACE, STOP_WORDS, WEEKDAYS, fold, month_named

# -- the pieces ------------------------------------------------------------------------

# sign-off = [dash] open hands close ["."]
# Refused: brackets inside brackets; more than any four names would fill.
_GROUP = re.compile(r"[(\[](?P<hands>[^()\[\]\n]{1,80})[)\]]")

# One bracket lost, at the end of the text only: two or more codes without a blank.
_UNOPENED = re.compile(r"(?:(?<![^\s.!?…”\"])|^)(?P<hands>[^\s()\[\]]{5,20})[)\]]$")
_UNCLOSED = re.compile(r"[(\[]\s?(?P<hands>[^\s()\[\]]{5,20})$")

_GROUPS_LOOKED_AT = 8

_NO_FIRST_NAMES = MARKS | NOT_A_PLACE

# What stands between two hands. A hyphen parts codes only (`WL-NY`): it also stands
# inside names and domains.
_PARTING = re.compile(r"\s?[/|,\\]\s?")
_CODES_WITH_HYPHEN = re.compile(r"[^\W\d_]{2,4}(?:-[^\W\d_]{2,4})+")

# hand = letter{2,4} [digit] | one capitalised word; two or more words are a byline.
# Refused: desk codes and figures (`N-2`), a word with a dot (`D-Neb.`).
_CODE = re.compile(r"[^\W\d_]{2,4}\d?")
_CAP = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = re.compile(rf"{_CAP}[^\W\d_]{{2,}}(?:['’-][^\W\d_]+)?")
_NAMES = re.compile(rf"{_CAP}[\w'’.-]*(?:\s{_CAP}[\w'’.-]*){{1,4}}")

# What ends a sentence; what may close behind its end. A quote or bracket that closes
# behind no full stop ends none: `bertajuk “Wringin” (wrg)`.
_FULL_STOPS = tuple(".!?…")
_CLOSERS = "”\"'’»)]*_ "
# A whole bracket, as of a video or of a doubled sign-off: what counts stands before it.
_BRACKETED = re.compile(r"(?:\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\])$")

_DASHES = "-‐‑‒–—―−"


class _Part(Enum):
    """What one of the words between two slashes is."""

    STAR = auto()
    MARK = auto()
    CODE = auto()
    NAME = auto()
    NAMES = auto()
    OUTLET = auto()


class _Word(NamedTuple):
    """One of the words between two slashes, with its place in the plain text."""

    text: str
    start: int
    kind: _Part

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.start + len(self.text)


class _Candidate(NamedTuple):
    """A stretch of the plain text that may be a sign-off."""

    start: int
    end: int
    hands: tuple[int, int]
    whole: bool = True
    """Whether both brackets are there."""


# -- the front door --------------------------------------------------------------------


def parse_sign_off(paragraph: str, known: Known) -> SignOff | None:
    """Return the sign-off that closes a paragraph, or None when there is none.

    Args:
        paragraph: The last paragraph as written; its last 1,000 characters are looked
            at. Furniture may stand behind the sign-off.
        known: The office's initials, outlets and places.

    Spans count from the start of `paragraph`. `(*)` is a sign-off without hands.
    Never raises. docs/notation.md, section 4, rules 4 and 5.

    >>> parse_sign_off("Acara selesai. (yul/yon)", Known()).initials
    ('yul', 'yon')
    """
    end = len(paragraph.rstrip())
    view = plain(paragraph, max(0, end - WINDOW), end)
    text = view.text.rstrip()
    starred: tuple[_Candidate, list[_Word]] | None = None
    for candidate in _candidates(text):
        words = _words(text, candidate, known)
        if words is None or not _accepts(text, candidate, words, known):
            continue
        if all(word.kind in (_Part.STAR, _Part.MARK) for word in words):
            starred = starred or (candidate, words)  # hands may stand before `(*)`
            continue
        return _sign_off(paragraph, view, candidate, words)
    return _sign_off(paragraph, view, *starred) if starred else None


def sign_off_flags(
    sign_off: SignOff, known: Known
) -> tuple[tuple[Flag, ...], tuple[Hand, ...]]:
    """Return what is doubtful in a sign-off, and the hands the office does not know."""
    raw = sign_off.raw
    opened, closed = sum(map(raw.count, "([")), sum(map(raw.count, ")]"))
    unknown = tuple(
        hand for hand in sign_off.hands if hand.initials.lower() not in known.initials
    )
    flags = {
        Flag.BRACKET_MISSING: opened != closed,
        Flag.INITIALS_UNKNOWN: bool(unknown),
        Flag.BYLINE_NAMES: bool(sign_off.byline_names),
    }
    return tuple(flag for flag, raised in flags.items() if raised), unknown


# -- where one may stand ---------------------------------------------------------------


def _candidates(text: str) -> Iterator[_Candidate]:
    """Yield the brackets that close the text, the last first, furniture passed over."""
    end = len(text)
    if not text.endswith((")", "]")):
        match = _UNCLOSED.search(text, max(0, end - 24))
        if match is not None:
            yield _Candidate(match.start(), end, match.span("hands"), whole=False)
    close = end
    for _ in range(_GROUPS_LOOKED_AT):
        close = max(text.rfind(")", 0, close), text.rfind("]", 0, close))
        if close < 0:
            return
        after = close + 1
        if text.startswith(".", after) and not text.startswith("..", after):
            after += 1
        if after < end and not _furniture_follows(text, after):
            continue
        opening = max(text.rfind("(", 0, close), text.rfind("[", 0, close))
        match = _GROUP.match(text, opening) if opening >= 0 else None
        if match is not None and match.end() == close + 1:
            yield _Candidate(opening, after, match.span("hands"))
        elif after == end and (
            match := _UNOPENED.search(text, max(0, close - 24), close + 1)
        ):
            yield _Candidate(
                match.start("hands"), after, match.span("hands"), whole=False
            )


def _furniture_follows(text: str, start: int) -> bool:
    rest = text[start : start + 8].lstrip()
    return rest.startswith("(*)") or is_furniture(text, start)


# -- what the words are ----------------------------------------------------------------


def _words(text: str, candidate: _Candidate, known: Known) -> list[_Word] | None:
    """Return the words of a candidate, or None when one of them is none of a sign-off.

    At most four: reporter, two contributors, editor.
    """
    words: list[_Word] = []
    start, end = candidate.hands
    while start <= end:
        parting = _PARTING.search(text, start, end)
        stop = parting.start() if parting else end
        part = text[start:stop].strip()
        first = text.find(part, start) if part else start
        pieces = part.split("-") if _CODES_WITH_HYPHEN.fullmatch(part) else [part]
        for piece in pieces:
            kind = _kind(piece, known)
            if kind is None or len(words) == 4:
                return None
            words.append(_Word(piece, first, kind))
            first += len(piece) + 1
        start = parting.end() if parting else end + 1
    return words


def _kind(word: str, known: Known) -> _Part | None:
    lower = word.lower()
    if word == "*":
        return _Part.STAR
    if lower in known.initials:
        return _Part.CODE
    if lower in MARKS:
        return _Part.MARK
    if _CODE.fullmatch(word) and (word == lower or fold(word) not in known.sources):
        return _Part.CODE  # in capitals it may be an outlet's short name
    if is_outlet(word, known):
        return _Part.OUTLET
    if _NAME.fullmatch(word):
        return _Part.NAME
    return _Part.NAMES if _NAMES.fullmatch(word) else None


# -- which are accepted ----------------------------------------------------------------


def _accepts(
    text: str, candidate: _Candidate, words: list[_Word], known: Known
) -> bool:
    before = text[max(0, candidate.start - 120) : candidate.start]
    if before.endswith(("(", "[")) or (
        before.endswith("]") and "[Gambas" not in before
    ):
        return False  # a bracket in a bracket; the target of a Markdown link
    before = _without_dash(before)
    finished = _is_finished(before)
    dotted = text[candidate.end - 1] == "."
    if all(word.kind in (_Part.STAR, _Part.MARK) for word in words):
        return finished and any(word.kind is _Part.STAR for word in words)
    if all(word.text.lower() in known.initials for word in words):
        # A full stop behind the bracket ends the sentence that the bracket belongs to;
        # one known code alone may still be a gloss.
        return finished or (len(words) > 1 and not dotted)
    if any(word.kind in (_Part.NAMES, _Part.OUTLET) for word in words):
        return candidate.whole and finished and _is_byline(words, known)
    if not candidate.whole:
        return _accepts_broken(words, finished)
    if len(words) == 1:
        return finished and _accepts_single(words[0], known)
    stopped = [_is_stopped(word.text) for word in words if word.kind is not _Part.STAR]
    if all(stopped):
        return False
    if finished:
        return True
    loud = all(word.text.isupper() for word in words)
    return (
        not any(stopped)
        and not loud
        and all(word.kind is not _Part.NAME for word in words)
        and not dotted
    )


def _is_finished(before: str) -> bool:
    if before.endswith((")", "]")):
        before = _BRACKETED.sub("", before).rstrip()
    return not before or before.rstrip(_CLOSERS).endswith(_FULL_STOPS)


def _without_dash(before: str) -> str:
    """Return the text before a sign-off without blanks and a dash that stands free."""
    before = before.rstrip()
    words = before.rstrip(_DASHES)
    free = len(words) < len(before) and (not words or not words[-1].isalnum())
    return words.rstrip() if free else before


def _accepts_single(word: _Word, known: Known) -> bool:
    if _is_stopped(word.text):
        return False
    if word.kind is _Part.CODE:
        return True
    lower = word.text.lower()
    return not (
        knows_place(word.text, known)
        or lower in NOT_A_PLACE
        or lower in WEEKDAYS
        or month_named(lower, exactly=True)
    )


def _accepts_broken(words: list[_Word], finished: bool) -> bool:
    return (
        finished
        and len(words) > 1
        and all(
            word.kind is _Part.CODE and not _is_stopped(word.text) for word in words
        )
    )


def _is_stopped(word: str) -> bool:
    return word.lower() in STOP_WORDS or word.lower() in MARKS


def _is_byline(words: list[_Word], known: Known) -> bool:
    """Tell whether names are people's: no mark (`Berita Kerja Sama`), no place."""
    named = [word.text for word in words if word.kind is not _Part.OUTLET]
    return bool(named) and not any(
        name.split()[0].lower().rstrip(".") in _NO_FIRST_NAMES
        or knows_place(name, known)
        for name in named
    )


def _sign_off(
    paragraph: str, view: Plain, candidate: _Candidate, words: list[_Word]
) -> SignOff:
    """Return the value: codes are hands; full names and what follows an outlet are not.

    Beside a full name a capitalised word is a name too (`Achmad S./Rayyan`).
    """
    named = any(word.kind is _Part.NAMES for word in words)
    hands: list[Hand] = []
    names: list[str] = []
    after_outlet = False
    for word in words:
        if word.kind is _Part.OUTLET:
            after_outlet = True
        elif word.kind in (_Part.STAR, _Part.MARK):
            continue
        elif (
            after_outlet
            or word.kind is _Part.NAMES
            or (named and word.text[0].isupper() and not word.text.isupper())
        ):
            names.append(" ".join(word.text.split()))
        else:
            hands.append(Hand(word.text, Span(*view.raw(*word.span))))
    start, end = view.raw(candidate.start, candidate.end)
    if view.marked:
        start, end = with_marks(paragraph, start, end)
    first = len(_without_dash(paragraph[:start]))
    return SignOff(
        span=Span(first, end),
        raw=paragraph[first:end].strip(),
        hands=tuple(hands),
        byline_names=tuple(names),
    )
