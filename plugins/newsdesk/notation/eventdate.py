"""Reads the day that a lede names: `Selasa (16/5/2023)`.

Lede in, `EventDate` out. Knows weekdays, months and the calendar; not the clock: a year
that is left out comes from the publication date it is given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from .model import EventDate, Flag, Span
from .plain import WINDOW, plain
from .words import PARTS_OF_DAY, WEEKDAYS, WEEKS, day_of, month_named, year_nearest

_YEARS = range(1900, 2100)  # `(18/4/2923)` is a slip even where the weekday fits

_PART_OF_DAY = "|".join(PARTS_OF_DAY).replace(" ", r"\s")

# A weekday, a part of the day if need be, then the day: `Rabu malam, (11/3/20)`.
#   figures   day, month and year with the same sign between them, blanks forgiven;
#             month and year run together (`29/42024`) are read so as to be reported
#   named     `31 Januari 2021`, or `March 3, 2021` in English
# Refused: a weekday inside a word, figures that go on (`8/3/12/4`), spans of days.
_EVENT_DATE = re.compile(
    rf"""
    \b(?=[{"".join(sorted({name[0] for name in WEEKDAYS}))}])
    (?P<weekday>{"|".join(WEEKDAYS)})(?!\w)
    (?:\s(?:{_PART_OF_DAY})\b){{0,2}}
    \s?,?\s?(?:tanggal\s)?(?P<open>\()?\s?
    (?P<figures>
        (?P<day>\d{{1,2}})\s?
        (?P<sign>[/.-])\s?
        (?P<month>\d{{1,2}})
        (?:\s?(?P=sign)\s?(?P<year>\d{{1,4}})|(?P<glued>[12]\d{{3}}))?
        (?!\s?[\d/])
      | (?P<name_day>\d{{1,2}})\s
        (?P<name>[^\W\d_]{{3,9}})\b\.?
        (?:,?\s(?P<name_year>\d{{4}}))?(?!\d)
      | (?P<first_name>[^\W\d_]{{3,9}})\.?\s
        (?P<first_day>\d{{1,2}})(?![\d/])
        (?:,?\s(?P<first_year>\d{{4}}))?(?!\d)
    )
    (?:\s?(?P<close>\)))?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_FIGURE = re.compile(r"[0-9]")


def parse_event_date(
    lede: str, published: date | None = None, start: int = 0
) -> EventDate | None:
    """Return the first weekday with a date in a lede, or None when it names none.

    Args:
        lede: The paragraph as written; its first 1,000 characters are looked at.
        published: The publication date. A missing year becomes the one that puts the
            day nearest to it; without it such a date has no value.
        start: Where to begin, as behind a dateline.

    Spans count from the start of `lede`. Where weekday and date disagree, or the day
    does not exist, `value` is None and `candidates` holds what may be meant. Never
    raises. docs/notation.md, section 4, rule 6.

    >>> parse_event_date("Warga berkumpul, Selasa (16/5/2023).").value
    datetime.date(2023, 5, 16)
    """
    end = max(start, min(len(lede), WINDOW))
    return next(event_dates(lede, published, start, end), None)


def event_dates(
    text: str, published: date | None, start: int, end: int
) -> Iterator[EventDate]:
    """Yield every weekday with a date in a stretch of a text; spans are the text's."""
    if not has_figure(text, start, end):
        return
    view = plain(text, start, end)
    for match in _EVENT_DATE.finditer(view.text):
        weekday = match["weekday"]
        if weekday.islower() and weekday in WEEKS:
            continue
        written = _Written.of(match)
        if written is None:
            continue
        whole = Span(*view.raw(*match.span()))
        value = written.value(published)
        yield EventDate(
            span=whole,
            raw=whole.of(text),
            value=value,
            weekday=weekday,
            day_span=Span(*view.raw(*match.span("figures"))),
            candidates=() if value else written.candidates(published),
        )


def has_figure(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text has a figure, without which it has no date."""
    return _FIGURE.search(text, start, end) is not None


def event_date_flags(
    event_date: EventDate, published: date | None = None
) -> tuple[Flag, ...]:
    """Return what is doubtful in an event date, read with the same publication date."""
    match = _EVENT_DATE.match(plain(event_date.raw).text)
    written = match and _Written.of(match)
    if not written:
        return ()
    flags = [Flag.YEAR_MISSING] if written.year_missing else []
    if event_date.value is None:
        day = written.on_calendar(published)
        if day is not None and day.weekday() != written.weekday:
            flags.append(Flag.WEEKDAY_MISMATCH)
        elif day is not None or not written.waits_for_year(published):
            flags.append(Flag.DATE_INVALID)
    return tuple(flags)


@dataclass(frozen=True, slots=True)
class _Written:
    """A weekday and a day as the writer put them, right or wrong."""

    weekday: int
    day: int
    month: int
    year: int | None
    """None where none is written, or none that can be one: `(25/8/202)`."""
    year_missing: bool
    guess: int | None = None
    """The year that a month and a year run together seem to hold."""

    @classmethod
    def of(cls, match: re.Match[str]) -> Self | None:
        """Return what a match of the pattern says, or None when it is no date."""
        # The pattern also takes letters that only look like another case of these.
        weekday = WEEKDAYS.get(match["weekday"].lower())
        if weekday is None:
            return None
        if match["day"] is None:
            name = match["name"] or match["first_name"]
            month = month_named(name, exactly=match["name"] is None)
            if month is None:
                return None
            day = int(match["name_day"] or match["first_day"])
            year = match["name_year"] or match["first_year"]
            return cls(weekday, day, month, int(year) if year else None, year is None)
        day, month = int(match["day"]), int(match["month"])
        missing = match["year"] is None and match["glued"] is None
        # Without a year `16.30` is a time and `15-17` a span of days; without
        # brackets `2/3` may be a share, `24/7` says always but also 24 July.
        if missing and match["sign"] != "/":
            return None
        if missing and not match["open"] and not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        guess = int(match["glued"]) if match["glued"] else None
        return cls(weekday, day, month, _year(match["year"]), missing, guess)

    def on_calendar(self, published: date | None) -> date | None:
        """Return the day as written, whatever its weekday, or None."""
        year = self.year
        if self.year_missing:
            year = year_nearest(self.month, self.day, published)
        return day_of(year, self.month, self.day) if year else None

    def waits_for_year(self, published: date | None) -> bool:
        """Tell whether only the year is wanting; 2000 had every day of the calendar."""
        if not self.year_missing or published is not None:
            return False
        return day_of(2000, self.month, self.day) is not None

    def value(self, published: date | None) -> date | None:
        """Return the day when weekday and date agree, else None."""
        day = self.on_calendar(published)
        return day if day and self._fits(day) else None

    def candidates(self, published: date | None) -> tuple[date, ...]:
        """Return the days near the written one that the weekday fits, likeliest first.

        Likeliest is what lies nearest the publication date; without one the order is
        another year, another month, another day, day and month swapped.
        """
        if self.waits_for_year(published):
            return ()
        found = [day for day in self._neighbours(published) if self._fits(day)]
        if published is not None and self.guess is None:
            found.sort(key=lambda day: abs(day - published))
        return tuple(dict.fromkeys(found))

    def _fits(self, day: date) -> bool:
        return day.weekday() == self.weekday and day.year in _YEARS

    def _neighbours(self, published: date | None) -> Iterator[date]:
        year = self.year or self.guess
        if year not in _YEARS:
            year = published.year if published else None
        if year is None:
            return
        month = self.month
        for y, m, d in (
            (year, month, self.day),
            (year - 1, month, self.day),
            (year + 1, month, self.day),
            (year - (month == 1), month - 1 or 12, self.day),
            (year + (month == 12), month % 12 + 1, self.day),
            (year, month, self.day - 1),
            (year, month, self.day + 1),
            (year, self.day, month),
        ):
            if (there := day_of(y, m, d)) is not None:
                yield there


def _year(figures: str | None) -> int | None:
    """Return a year of four figures, or of two in this century; None for others."""
    if figures is None or len(figures) not in (2, 4):
        return None
    return int(figures) + (2000 if len(figures) == 2 else 0)
