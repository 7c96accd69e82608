"""The values a press release is read into.

Knows the parts of a release and where each stands in its text. Knows no rule of how
they are found (the sibling modules do), no file, no clock, no register: what the
office knows reaches the parser as `Known`.

Offsets are 0-based, in code points, half-open. Lines and columns are 1-based.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    start: int
    """Offset of its first code point."""
    end: int
    """Offset after its last code point."""

    def of(self, text: str) -> str:
        """Return the stretch as written."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place in one file, without its words.

    The desk makes a finding of it by adding the file and the level.
    """

    rule: str
    """Rule id, as in `dateline-dash`."""
    line: int
    """Line in the file, 1-based."""
    column: int
    """Column in that line, 1-based, in code points."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the message names, by placeholder."""
    form: str = ""
    """Which of the rule's sentences fits; empty for its only or usual one."""


# -- the header ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a header key: the text after the colon, or an indented line."""

    text: str
    """As written, trimmed."""
    line: int
    """Line in the file, 1-based."""
    column: int
    """Column of its first character, 1-based."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a header with its values."""

    key: str
    """Canonical key in lower case with hyphens: `sign-off`."""
    spelled: str
    """The key as the file spells it: `Inisial`."""
    values: tuple[Value, ...]
    """At least one; more than one only for keys marked *list*."""
    line: int
    """Line of the key, 1-based."""

    @property
    def text(self) -> str:
        """The first value."""
        return self.values[0].text


@dataclass(frozen=True, slots=True)
class Header:
    """The key lines at the head of a release file."""

    entries: tuple[Entry, ...] = ()
    """In the order of the file; only keys of the table, each once."""
    faults: tuple[Fault, ...] = ()
    """What is wrong in the header's form: unknown, doubled or refused keys."""
    span: Span = Span(0, 0)
    """From the start of the file to the start of the body, blank line included."""

    def get(self, key: str) -> Entry | None:
        """Return the entry of a canonical key, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None


# -- the body --------------------------------------------------------------------------


class Kind(StrEnum):
    """What a paragraph of the body is."""

    TEXT = "text"
    PICTURE = "picture"
    DOCUMENT = "document"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTATION = "quotation"
    CODE = "code"
    DEFINITION = "definition"
    FURNITURE = "furniture"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the body, pasted text taken apart (docs/format.md, section 3)."""

    kind: Kind
    """TEXT for what is read as prose; SIGN_OFF for a sign-off that stands alone."""
    span: Span
    """Its place in the release's text, without the blank lines around it."""
    line: int
    """Line in the file of its first character, 1-based."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a release: where it was filed, and by which outlet."""

    span: Span
    """What to remove from the text: marks, separator and the blank after it."""
    raw: str
    """Exact slice: `Wringin (kota.example) –`, without the blank after it."""
    place: str | None
    """Place as written, emphasis and entities resolved; None when missing."""
    source: str | None
    """Outlet as written; None when missing."""
    wire_date: date | None = None
    """The date a wire puts into its dateline."""
    dash: str = ""
    """The separator as written; empty when there is none."""
    place_span: Span | None = None
    """Where the place stands in the text."""
    source_span: Span | None = None
    """Where the source stands in the text."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One of the hands that worked the copy."""

    initials: str
    """As written: `yul`."""
    span: Span
    """Where the initials stand in the text."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The closing initials of a release: `(yul/yon)`."""

    span: Span
    """What to remove from the text: the sign-off and the blank before it."""
    raw: str
    """Exact slice: `(yul/yon)`."""
    hands: tuple[Hand, ...]
    """In the order written; the slot gives the role. Marks are no hands."""
    byline_names: tuple[str, ...] = ()
    """Full names written where initials are expected."""

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials of every hand, in order, as written."""
        return tuple(hand.initials for hand in self.hands)

    @property
    def reporter(self) -> str | None:
        """The first hand; a single hand is the reporter."""
        return self.hands[0].initials if self.hands else None

    @property
    def editor(self) -> str | None:
        """The last of two or more hands."""
        return self.hands[-1].initials if len(self.hands) > 1 else None

    @property
    def contributors(self) -> tuple[str, ...]:
        """The hands between reporter and editor."""
        return tuple(hand.initials for hand in self.hands[1:-1])


@dataclass(frozen=True, slots=True)
class EventDate:
    """The day the lede names: `Selasa (16/5/2023)`."""

    span: Span
    """Where it stands in the text, weekday included."""
    raw: str
    """Exact slice."""
    value: date | None
    """None when weekday and date disagree, or the date does not exist."""
    weekday: str
    """The weekday as written, without the part of the day."""
    day_span: Span
    """Where the figures stand: `16/5/2023`."""
    candidates: tuple[date, ...] = ()
    """Dates near the written one that the weekday fits, likeliest first; only when
    `value` is None."""


class Flag(StrEnum):
    """What is doubtful in the notation, in the order in which flags are listed."""

    PLACE_MISSING = "place_missing"
    SOURCE_MISSING = "source_missing"
    PLACE_UNKNOWN = "place_unknown"
    SOURCE_UNKNOWN = "source_unknown"
    BRACKET_MISSING = "bracket_missing"
    YEAR_MISSING = "year_missing"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    DATE_INVALID = "date_invalid"
    INITIALS_UNKNOWN = "initials_unknown"
    BYLINE_NAMES = "byline_names"


@dataclass(frozen=True, slots=True)
class Release:
    """One press release as a writer files it, read but not altered."""

    text: str
    """The whole file, as handed in."""
    header: Header
    paragraphs: tuple[Paragraph, ...]
    """The blocks of the body in order."""
    dateline: Dateline | None
    sign_off: SignOff | None
    event_date: EventDate | None
    flags: tuple[Flag, ...] = ()
    suggest_place: str | None = None
    """The place that a machine-translated name stands for."""
    suggest_source: str | None = None
    """The source that a near-miss of the own domain stands for."""
    unknown_hands: tuple[Hand, ...] = ()
    """Hands whose initials the office does not know."""

    @property
    def lede(self) -> Paragraph | None:
        """The first paragraph that is text, or None."""
        for paragraph in self.paragraphs:
            if paragraph.kind is Kind.TEXT:
                return paragraph
        return None


# -- what the office knows -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """What the office knows, as the parser needs it: plain mappings.

    Keys are folded with `fold`; made by `newsdesk.registers`.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    """Folded name or alias -> name as the register writes it."""
    regions: frozenset[str] = frozenset()
    """Folded names of countries, provinces and regencies: what may follow a place."""
    translated: Mapping[str, str] = field(default_factory=dict)
    """Folded machine-translated name -> the name it stands for."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Folded name, domain or alias -> name of the source."""
    groups: frozenset[str] = frozenset()
    """Folded names of sources that are groups: a source alone, never a place."""
    own_domain: str = ""
    """The office's own domain."""
    initials: frozenset[str] = frozenset()
    """Initials in lower case of every hand on the roster on the publication date."""
