"""The header of a release file: its keys, its key lines and their typed values.

Text in, `Header` out. Knows the table of keys and the form of a value; not which keys
a release must have nor what a value may name (the desk and the registers do).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import NamedTuple

from .model import Entry, Fault, Header, Span, Value
from .words import day_of, near

# -- the table of keys -----------------------------------------------------------------


class Type(StrEnum):
    """What the value of a key is."""

    TEXT = "text"
    INSTANT = "instant"
    DATE = "date"
    SLUG = "slug"
    ADDRESS = "address"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the header table."""

    name: str
    """Canonical: lower case, with hyphens."""
    english: str
    """Spelling in files the tools write, and where a missing key is named."""
    indonesian: str
    type: Type = Type.TEXT
    """RECORD: fields split by ` | `."""
    is_list: bool = False
    """Whether indented lines may add values."""
    on_pages: bool = False
    """Whether plain pages take it."""


_TABLE = (
    ("Title", "Judul", Type.TEXT, False, True),
    ("Date", "Tanggal", Type.INSTANT, False, False),
    ("Category", "Kategori", Type.TEXT, False, False),
    ("Tags", "Tagar", Type.TEXT, False, False),
    ("Summary", "Ringkasan", Type.TEXT, False, True),
    ("Slug", "Slug", Type.SLUG, False, True),
    ("Lang", "Bahasa", Type.TEXT, False, True),
    ("Status", "Status", Type.TEXT, False, False),
    ("Embargo", "Embargo", Type.INSTANT, False, False),
    ("Urgent", "Serta-merta", Type.INSTANT, False, False),
    ("Pinned", "Sematkan", Type.DATE, False, False),
    ("Series", "Seri", Type.TEXT, False, False),
    ("Number", "Nomor", Type.TEXT, False, False),
    ("Location", "Lokasi", Type.TEXT, False, False),
    ("Contact", "Narahubung", Type.TEXT, False, False),
    ("Dateline", "Titimangsa", Type.TEXT, False, False),
    ("Sign-off", "Inisial", Type.TEXT, False, False),
    ("Event-date", "Tanggal-acara", Type.DATE, False, False),
    ("Aliases", "Alias", Type.ADDRESS, True, True),
    ("Correction", "Ralat", Type.RECORD, True, False),
    ("Minor-change", "Suntingan", Type.RECORD, True, False),
    ("Withdrawn", "Dicabut", Type.RECORD, False, False),
    ("Right-of-reply", "Hak-jawab", Type.RECORD, True, False),
    ("Allow", "Abaikan", Type.RECORD, True, True),
)

KEYS = {
    english.lower(): Key(english.lower(), english, indonesian, kind, is_list, on_pages)
    for english, indonesian, kind, is_list, on_pages in _TABLE
}
"""Canonical key -> its row, in the order of docs/format.md, section 2."""

REFUSED = {
    **dict.fromkeys(("save-as", "url", "template", "modified", "translation"), ""),
    **dict.fromkeys(("author", "authors", "penulis", "pewarta", "editor"), ""),
    **dict.fromkeys(("foto", "gambar", "photo", "image", "cover"), "picture"),
}
"""Canonical keys of other generators, which must not get through, and what writers take
for keys -> the form of the fault."""

_SPELLINGS = {
    spelling.lower(): key
    for key in KEYS.values()
    for spelling in (key.indonesian, key.english)
}


def key_named(spelled: str) -> Key | None:
    """Return the key of a spelling in either language, or None.

    Letter case is ignored and `_` is read as `-`.
    """
    return _SPELLINGS.get(_canonical(spelled))


def _canonical(spelled: str) -> str:
    return spelled.lower().replace("_", "-")


# -- lines -----------------------------------------------------------------------------


class Line(NamedTuple):
    """One line of a text, without its line end."""

    number: int
    """1-based."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    text: str
    next: int
    """Offset of the next line."""


# Only LF, CRLF and CR end a line: `str.splitlines` would also cut at form feeds and the
# Unicode separators, and editors would count other lines.
_LINE_END = re.compile(r"\r\n|\r|\n")


def lines(text: str, start: int = 0, number: int = 1) -> Iterator[Line]:
    """Yield the lines of a text from an offset on; a last empty line is left out."""
    size, any_end = len(text), "\r" in text
    while start < size:
        if any_end:
            found = _LINE_END.search(text, start)
            end, following = found.span() if found else (size, size)
        else:
            # As intake hands a text on: then a look for one sign is enough.
            end = text.find("\n", start)
            end, following = (end, end + 1) if end >= 0 else (size, size)
        yield Line(number, start, end, text[start:end], following)
        start, number = following, number + 1


def line_at(text: str, start: int) -> int:
    """Return the number of the line that begins at an offset of a text."""
    head = text[:start]
    return head.count("\n") + head.count("\r") - head.count("\r\n") + 1


# -- the header ------------------------------------------------------------------------

# A key at column 1, a colon, the value. `_` may not open a key but is read here, so
# that it can be refused by name. Refused: blanks before the key.
_KEY_LINE = re.compile(
    r"(?P<key>[A-Za-z_][A-Za-z0-9_-]*)(?P<blank>[ \t\u00a0]*):(?P<value>.*)", re.DOTALL
)

# Four blanks or a tab, then something.
_CONTINUATION = re.compile(r"(?: {4}|\t)\s*(?=\S)")


class _Block(NamedTuple):
    """A key line with the indented lines under it, not yet judged."""

    line: int
    spelled: str
    blank: bool
    """Whether a blank stands before the colon."""
    values: list[Value]
    """The first one is that of the key line and may be empty."""


def has_header(text: str) -> bool:
    """Tell whether the first line is a key line whose key stands in the table."""
    first = next(lines(text, _text_start(text)), None)
    match = first and _key_line(first.text)
    return bool(match and key_named(match["key"]))


def _key_line(line: str) -> re.Match[str] | None:
    """Match a key line; with a blank before the colon only one whose key is known.

    Read all the same, an embargo holds its release until the slip is mended.
    """
    found = _KEY_LINE.match(line)
    loose = found is not None and found["blank"] and key_named(found["key"]) is None
    return None if loose else found


def parse_header(text: str) -> Header:
    """Return the header at the head of a release file.

    The header ends at the first blank line, or before the first line that is neither a
    key line nor a continuation. Lines may end in LF, CRLF or CR, and a byte order mark
    may stand in front. Never raises: what is wrong in form stands in `faults`, what a
    value means is not looked at. docs/format.md, section 2.
    """
    start = _text_start(text)
    blank, start, number = _blank_lines(text, start)
    blocks, end = _read_blocks(text, start, number)
    entries: dict[str, Entry] = {}
    faults = [fault for block in blocks for fault in _judge(block, entries)]
    if blank:
        faults.insert(0, Fault("header-first-line", 1, 1, form="blank"))
    elif not blocks:
        faults.insert(0, Fault("header-first-line", 1, 1))
    return Header(tuple(entries.values()), tuple(faults), Span(0, end if blocks else 0))


def _text_start(text: str) -> int:
    return 1 if text.startswith("\ufeff") else 0


def _blank_lines(text: str, start: int) -> tuple[bool, int, int]:
    """Return whether blank lines stand at the head; where and on which line it goes on.

    A header under blank lines is read all the same: one cause, one fault.
    """
    for line in lines(text, start):
        if line.text.strip():
            return line.number > 1, line.start, line.number
    return bool(text[start:]), len(text), 1


def _read_blocks(text: str, start: int, number: int) -> tuple[list[_Block], int]:
    """Return the blocks of the header and the offset where the body begins."""
    blocks: list[_Block] = []
    for line in lines(text, start, number):
        if not line.text.strip():
            return blocks, line.next if blocks else start
        if match := _key_line(line.text):
            value = match["value"]
            column = match.start("value") + 1 + len(value) - len(value.lstrip())
            first = Value(value.strip(), line.number, column)
            blank = bool(match["blank"])
            blocks.append(_Block(line.number, match["key"], blank, [first]))
        elif blocks and (match := _CONTINUATION.match(line.text)):
            more = Value(line.text.strip(), line.number, match.end() + 1)
            blocks[-1].values.append(more)
        else:
            return blocks, line.start
    return blocks, len(text)


def _judge(block: _Block, entries: dict[str, Entry]) -> Iterator[Fault]:
    """Yield what is wrong with a block; enter it when its key can be read."""
    key = key_named(block.spelled)
    if key is None:
        yield _strange_key(block)
        return
    if (earlier := entries.get(key.name)) is not None:
        lines_of_both = {"first": str(earlier.line), "second": str(block.line)}
        values = {"key": block.spelled, **lines_of_both}
        yield Fault("header-key-twice", block.line, 1, values)
        return
    if block.blank:
        column = len(block.spelled) + 1
        yield Fault("header-key-blank", block.line, column, {"key": block.spelled})
    values_written = [value for value in block.values if value.text]
    if not key.is_list:
        for value in block.values[1:]:
            named = {"key": block.spelled, "value": value.text}
            yield Fault("header-continuation", value.line, value.column, named)
        values_written = [value for value in block.values[:1] if value.text]
    if values_written:
        entry = Entry(key.name, block.spelled, tuple(values_written), block.line)
        entries[key.name] = entry
    else:
        named = {"key": block.spelled}
        yield Fault("header-value-missing", block.line, len(block.spelled) + 2, named)


def _strange_key(block: _Block) -> Fault:
    name = _canonical(block.spelled)
    if block.spelled.startswith("_") or name in REFUSED:
        form = REFUSED.get(name, "")
        return Fault("header-key-refused", block.line, 1, {"key": block.spelled}, form)
    values = {"key": block.spelled}
    if (meant := near(name, _SPELLINGS)) is not None:
        row = _SPELLINGS[meant]
        values["suggestion"] = (
            row.english if row.english.lower() == meant else row.indonesian
        )
        return Fault("header-key-unknown", block.line, 1, values, form="suggest")
    return Fault("header-key-unknown", block.line, 1, values)


# -- typed values ----------------------------------------------------------------------

# Year, month, day in figures; years before 1000 are slips of the hand.
_DATE = re.compile(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})")

# A date, a blank or `T`, the time of day, seconds and an offset if need be.
# Refused: a date without a time, `Z` and names of zones.
_INSTANT = re.compile(
    rf"""(?P<date>{_DATE.pattern})[ T]
    (?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?
    (?P<offset>(?P<sign>[+-])(?P<hours>[01][0-9]):(?P<minutes>[0-5][0-9]))?""",
    re.VERBOSE,
)

_SLUG = re.compile(r"(?=.*[a-z0-9])[a-z0-9-]{1,80}")


# What programs put for a blank and for a hyphen, so that no line breaks there.
_TYPED = str.maketrans("\u00a0\u202f\u2011", "  -")


def read_date(text: str) -> date | None:
    """Return the date of `YYYY-MM-DD`, or None for anything else.

    No-break spaces and no-break hyphens count as what they look like.

    >>> read_date("2026-05-16")
    datetime.date(2026, 5, 16)
    """
    match = _DATE.fullmatch(text.translate(_TYPED))
    if match is None:
        return None
    return day_of(int(match[1]), int(match[2]), int(match[3]))


def read_instant(text: str, zone: tzinfo) -> datetime | None:
    """Return the aware datetime of `YYYY-MM-DD HH:MM`, or None for anything else.

    Seconds, `T` for the blank and an offset such as `+07:00` are allowed; without an
    offset the instant is one of `zone`. No-break spaces and no-break hyphens count as
    what they look like. Never raises.
    """
    match = _INSTANT.fullmatch(text.translate(_TYPED))
    day = match and read_date(match["date"])
    if match is None or day is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    second = int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    if match["offset"]:
        offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
        zone = timezone(-offset if match["sign"] == "-" else offset)
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)


def read_slug(text: str) -> str | None:
    """Return a slug (`a-z 0-9 -`, 1 to 80 characters) as it is, or None."""
    return text if _SLUG.fullmatch(text) else None


def fields(value: str) -> tuple[str, ...]:
    """Return the fields of a record, split at ` | ` and trimmed."""
    return tuple(field.strip() for field in re.split(r"(?:^|\s)\|(?=\s|$)", value))
