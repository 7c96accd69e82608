"""What a date that is written in another form may mean.

The header takes `YYYY-MM-DD HH:MM` and nothing else (docs/format.md, section 2); so
that a finding can say what to write, the usual other forms are read here. Nothing read
here is ever published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from newsdesk.notation.source import read_date
from newsdesk.notation.words import WEEKDAYS, day_of, month_named

NINE = "09:00"
"""The time of day in an example when the writer gave none."""

# Year first: `2026-5-16`, `2026/05/16`.
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
# Year last: `16/5/2023`, `16.05.2023`, `16-5-2023`.
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
# `16 Mei 2023`, `16-May-2023`; and the English order, `May 16, 2023`.
_NAMED = re.compile(r"(?<!\d)(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})(?!\d)")
_NAME_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)")
# `15:30`, `15.30`, `15:30:00`, with the name of a zone behind it or not.
_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?![\d])\s*([A-Za-z]{1,5})?"
)
# What programs put for a hyphen and a blank.
_TYPED = str.maketrans("\u2010\u2011\u2013\u2014\u2212\u00a0\u202f", "-----  ")
_RELATIVE = {
    "hari ini": 0,
    "today": 0,
    "besok": 1,
    "tomorrow": 1,
    "lusa": 2,
    "kemarin": -1,
    "yesterday": -1,
}
_DAY_WORD = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, (*_RELATIVE, *WEEKDAYS)))})\b", re.IGNORECASE
)
_HOUR = re.compile(
    r"\b(?:jam|pukul|pkl\.?)\s*(?P<hour>\d{1,2})\b\s*(?P<part>siang|sore|malam)?",
    re.IGNORECASE,
)
# The names of zones that writers add, with their offsets in hours.
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0}


@dataclass(frozen=True, slots=True)
class Slip:
    """A date in another form."""

    form: str
    """`two-ways`, `suggest`, `no-time`, `impossible`, `year`, or empty: not read."""
    candidates: tuple[str, ...]
    """As the header wants them; two for `two-ways`, else one."""


def read_slip(
    written: str, now: datetime, zone: tzinfo, *, whole: bool, ahead: bool = False
) -> Slip:
    """Return what a value that is not in the header's form may mean.

    Args:
        written: The value.
        now: For days such as `Friday` and `besok`, and for the example.
        zone: The office's zone.
        whole: Whether a time of day belongs to it.
        ahead: Whether it has to be still to come: then an example is so too.

    >>> from datetime import timezone
    >>> now = datetime(2026, 11, 24, 8, tzinfo=timezone.utc)
    >>> read_slip("16/5/2023 15.30", now, timezone.utc, whole=True).candidates
    ('2023-05-16 15:30',)
    """
    days, rest, matched = _days(written.translate(_TYPED))
    time = _TIME.search(rest)
    clock = _clock(time, zone) if time else None
    if not days:
        clock = clock or _hour(written) or NINE
        example = _relative(written, now) or now.date()
        if ahead and f"{example} {clock}" <= f"{now:%Y-%m-%d %H:%M}":
            example = now.date() + timedelta(days=1)
        tail = f" {clock}" if whole else ""
        form = "impossible" if matched else ""
        return Slip(form, (f"{example.isoformat()}{tail}",))
    if not any(read_date(day.isoformat()) for day in days):
        tail = f" {clock or NINE}" if whole else ""
        return Slip("year", (f"{now.date().isoformat()}{tail}",))
    if whole and time and clock is None:
        return Slip("impossible", (f"{days[0].isoformat()} {NINE}",))
    tail = f" {clock or NINE}" if whole else ""
    candidates = tuple(f"{day.isoformat()}{tail}" for day in days)
    if len(days) > 1:
        return Slip("two-ways", candidates)
    return Slip("no-time" if whole and clock is None else "suggest", candidates)


def _days(written: str) -> tuple[tuple[date, ...], str, bool]:
    """Return the days that a value can be, the rest of it, whether it has a date."""
    for pattern, readings in (
        (_YEAR_FIRST, _year_first),
        (_YEAR_LAST, _year_last),
        (_NAMED, _named),
        (_NAME_FIRST, _name_first),
    ):
        found = pattern.search(written)
        if found is None:
            continue
        read = list(readings(found))
        if not read:
            continue
        days = {day for parts in read if (day := day_of(*parts)) is not None}
        rest = f"{written[: found.start()]} {written[found.end() :]}"
        return tuple(sorted(days)), re.sub(r"T(?=[0-9])", " ", rest), True
    return (), written, False


def _year_first(found: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    yield int(found[1]), int(found[3]), int(found[4])


def _year_last(found: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    yield year, second, first
    yield year, first, second


def _named(found: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    if month := month_named(found[2]):
        yield int(found[3]), month, int(found[1])


def _name_first(found: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    if month := month_named(found[1]):
        yield int(found[3]), month, int(found[2])


def _clock(found: re.Match[str], zone: tzinfo) -> str | None:
    """Return a time of day with the offset its zone's name stands for, or None."""
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        return None
    hours = _ZONES.get((found[3] or "").lower())
    here = datetime(2026, 1, 1, tzinfo=zone).utcoffset()
    offset = (
        "" if hours is None or timedelta(hours=hours) == here else f"+{hours:02}:00"
    )
    return f"{hour:02}:{minute:02}{offset}"


def _hour(written: str) -> str | None:
    """Return the time of day of `jam 9` or `pukul 7 malam`, or None."""
    found = _HOUR.search(written)
    if found is None:
        return None
    part = (found["part"] or "").lower()
    hour = int(found["hour"]) % 24
    if (part in ("sore", "malam") and hour < 12) or (part == "siang" and hour < 7):
        hour += 12
    return f"{hour:02}:00"


def _relative(written: str, now: datetime) -> date | None:
    """Return the day that a word for one means, such as `besok`, or None."""
    found = _DAY_WORD.search(written)
    if found is None:
        return None
    word = found[0].lower()
    if word in _RELATIVE:
        return now.date() + timedelta(days=_RELATIVE[word])
    ahead = (WEEKDAYS[word] - now.weekday()) % 7
    return now.date() + timedelta(days=ahead or 7)
