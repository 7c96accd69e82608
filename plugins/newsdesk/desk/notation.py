"""Rules on the notation of one release: dateline, sign-off, event date.

One generator per rule; its docstring is the rule's entry in the manual. All of them
are warnings: a release is published as written, and a person should look. What the
header says wins over the text, so then the header's value is looked at instead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsdesk.desk.pointing import at_offset, at_value, nearest
from newsdesk.filing import Filing
from newsdesk.notation import fold
from newsdesk.notation.eventdate import event_date_flags, parse_event_date
from newsdesk.notation.model import Entry, EventDate, Fault, Flag, Kind, SignOff
from newsdesk.notation.plain import plain
from newsdesk.notation.words import edits, near
from newsdesk.registers import Registers
from newsdesk.registers.reporters import Roster

# -- dateline --------------------------------------------------------------------------

# An outlet may always be named by its domain.
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def _house_dateline(registers: Registers) -> str:
    """Return a correct dateline of this office, as an example."""
    office = registers.office
    return f"{registers.gazetteer.places[office.city].name} ({office.domain}) – "


def _readable(filing: Filing) -> bool:
    """Say whether the header's dateline gives a place, and no stray brackets."""
    return bool(filing.place) and re.search(r"[()]", filing.place) is None


def _at_lede(
    rule: str, filing: Filing, form: str = "", **values: str
) -> Iterator[Fault]:
    """Yield a fault at the start of the lede; nothing when there is no text."""
    if (lede := filing.release.lede) is not None:
        text = filing.release.text
        yield at_offset(rule, text, lede.span.start, form, **values)


def dateline_missing(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """A release opens with its dateline: place, source in brackets, an en dash.

    It says where the news was written down, and who answers for it.

    Fails: `Warga Wringin memilah sampah …`
    Passes: `Wringin (kota.example) – Warga memilah sampah …`
    """
    release = filing.release
    if filing.entry("dateline") is None and release.dateline is None:
        example = _house_dateline(registers)
        yield from _at_lede("dateline-missing", filing, example=example)


def dateline_place_missing(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """A dateline names its place.

    Fails: `(kota.example) – Warga memilah sampah …`
    Passes: `Wringin (kota.example) – Warga memilah sampah …`
    """
    dateline = filing.release.dateline
    if filing.entry("dateline") or dateline is None or dateline.place is not None:
        return
    yield at_offset(
        "dateline-place-missing",
        filing.release.text,
        dateline.span.start,
        value=dateline.raw,
        example=_house_dateline(registers),
    )


def dateline_place_unknown(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The place of a dateline is one of the register.

    A machine that translates may turn a place into a fruit; an unknown place has no
    page and no position on the map.

    Fails: `Wringgin (kota.example) – …`
    Passes: `Wringin (kota.example) – …`
    """
    header, release = filing.entry("dateline"), filing.release
    if header is not None:
        if _readable(filing) and _strange_place(filing.place, registers):
            suggestion, form = _meant_place(filing.place, "", registers)
            yield at_value(
                "dateline-place-unknown",
                header,
                form,
                value=filing.place,
                suggestion=suggestion,
            )
        return
    dateline = release.dateline
    if dateline is None or dateline.place is None or dateline.place_span is None:
        return
    if Flag.PLACE_UNKNOWN in release.flags:
        suggestion, form = _meant_place(
            dateline.place, release.suggest_place or "", registers
        )
        yield at_offset(
            "dateline-place-unknown",
            release.text,
            dateline.place_span.start,
            form,
            value=dateline.place,
            suggestion=suggestion,
        )


def _strange_place(place: str, registers: Registers) -> bool:
    """Say whether one of the places joined by a slash is not in the register."""
    return any(
        registers.gazetteer.find(part.strip()) is None for part in place.split("/")
    )


def _meant_place(place: str, suggestion: str, registers: Registers) -> tuple[str, str]:
    """Return the place that may be meant, and which message says so."""
    places = registers.gazetteer.places.values()
    if not suggestion:
        translated = {fold(name): p.name for p in places for name in p.translated}
        suggestion = translated.get(fold(place), "")
    if suggestion:
        return suggestion, "translated"
    near_name = nearest(place, (place.name for place in places))
    return near_name, "suggest" if near_name else ""


def dateline_source_missing(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """A dateline names its source, in brackets.

    Fails: `Wringin – Warga memilah sampah …`
    Passes: `Wringin (kota.example) – Warga memilah sampah …`
    """
    dateline = filing.release.dateline
    if filing.entry("dateline") or dateline is None or dateline.source is not None:
        return
    place = dateline.place or ""
    yield at_offset(
        "dateline-source-missing",
        filing.release.text,
        dateline.span.start,
        value=dateline.raw,
        example=f"{place} ({registers.office.domain}) – ",
    )


def dateline_bracket(filing: Filing) -> Iterator[Fault]:
    """The source of a dateline stands in brackets, opened and closed.

    Fails: `Wringin (kota.example – …`
    Passes: `Wringin (kota.example) – …`
    """
    dateline = filing.release.dateline
    if filing.entry("dateline") or dateline is None:
        return
    if dateline.source and dateline.raw.count("(") != dateline.raw.count(")"):
        yield at_offset(
            "dateline-bracket",
            filing.release.text,
            dateline.span.start,
            value=dateline.raw,
            example=f"{dateline.place or ''} ({dateline.source}) – ".lstrip(),
        )


def dateline_source_unknown(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The source of a dateline is the own domain, letter by letter, or another outlet.

    Fails: `Wringin (kota.exmaple) – …`
    Passes: `Wringin (kota.example) – …`
    """
    header, release = filing.entry("dateline"), filing.release
    if header is not None:
        if filing.source and _strange_source(filing.source, registers):
            suggestion = _meant_source(filing.source, registers)
            yield at_value(
                "dateline-source-unknown",
                header,
                "suggest" if suggestion else "",
                offset=max(header.text.find(filing.source), 0),
                value=filing.source,
                suggestion=suggestion,
            )
        return
    dateline = release.dateline
    if dateline is None or dateline.source is None or dateline.source_span is None:
        return
    if Flag.SOURCE_UNKNOWN in release.flags:
        suggestion = release.suggest_source or _meant_source(dateline.source, registers)
        yield at_offset(
            "dateline-source-unknown",
            release.text,
            dateline.source_span.start,
            "suggest" if suggestion else "",
            value=dateline.source,
            suggestion=suggestion,
        )


def _strange_source(source: str, registers: Registers) -> bool:
    if registers.sources.find(source) is not None:
        return False
    own = registers.office.domain
    return edits(source.lower(), own) == 1 or not _DOMAIN.fullmatch(source)


def _meant_source(source: str, registers: Registers) -> str:
    sources = registers.sources.sources
    return nearest(
        source, (name for s in sources for name in (s.domain, s.name) if name)
    )


def dateline_differs(filing: Filing) -> Iterator[Fault]:
    """Where the header gives the dateline, the text says the same.

    The header wins, and the reader sees two places.

    Fails: `Dateline: Kenanga` over `Wringin (kota.example) – …`
    Passes: `Dateline: Wringin (kota.example)` over the same
    """
    header, dateline = filing.entry("dateline"), filing.release.dateline
    if header is None or dateline is None or not _readable(filing):
        return
    places = (filing.place, dateline.place)
    sources = (filing.source, dateline.source)
    if _disagree(*places) or _disagree(*sources):
        yield at_value("dateline-differs", header, other=dateline.raw)


def _disagree(here: str | None, there: str | None) -> bool:
    return bool(here and there and fold(here) != fold(there))


def dateline_form(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The header gives the dateline as `Place (source)`, `Place` or `-`.

    Fails: `Dateline: Wringin kota.example)`
    Passes: `Dateline: Wringin (kota.example)`
    """
    header = filing.entry("dateline")
    if header is not None and header.text != "-" and not _readable(filing):
        example = _house_dateline(registers).rstrip(" –")
        yield at_value("dateline-form", header, example=example)


# -- sign-off --------------------------------------------------------------------------

# The hands of a `Sign-off:`, as the roster writes them, joined by slashes.
_SIGN_OFF = re.compile(r"\(?\s*[^\W_]{1,12}(?:\s*/\s*[^\W_]{1,12}){0,5}\s*\)?")

_ROLES = ("reporter", "contributor", "editor")


def _day(filing: Filing) -> date | None:
    return filing.publication.date() if filing.publication else None


def _house_sign_off(filing: Filing, registers: Registers) -> str:
    """Return a correct sign-off of this office, as an example."""
    day, roster = _day(filing), registers.roster
    by_role: dict[str, str] = {}
    for reporter in roster.reporters.values():
        for term in reporter.terms:
            if day is None or term.covers(day):
                by_role.setdefault(term.role, term.initials)
    # Where nobody serves on that day, any initials show the form.
    anybody = next(iter(by_role.values()), "") or next(iter(roster.initials))
    first = by_role.get("reporter") or anybody
    hands = [hand for hand in (first, by_role.get("editor", "")) if hand]
    return "/".join(dict.fromkeys(hands))


@dataclass(frozen=True, slots=True)
class _Hand:
    """A hand that signs, in the header or in the text."""

    initials: str
    text: str
    """The whole file."""
    header: Entry | None
    """The header's sign-off, if that names the hand."""
    offset: int
    """Where the initials begin, in the header's value or in the file."""

    def fault(self, rule: str, form: str = "", **values: str) -> Fault:
        """Return a fault that points at the initials."""
        if self.header is None:
            return at_offset(rule, self.text, self.offset, form, **values)
        place = at_value(rule, self.header, offset=self.offset)
        return Fault(rule, place.line, place.column, values, form)


def _hands(filing: Filing) -> tuple[_Hand, ...]:
    header, sign_off = filing.entry("sign-off"), filing.release.sign_off
    if header is None:
        hands = sign_off.hands if sign_off else ()
        return tuple(
            _Hand(hand.initials, filing.text, None, hand.span.start) for hand in hands
        )
    if not _SIGN_OFF.fullmatch(header.text):
        return ()
    found, start = [], 0
    for initials in filing.hands:
        start = header.text.index(initials, start)
        found.append(_Hand(initials, filing.text, header, start))
        start += len(initials)
    return tuple(found)


def sign_off_missing(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """A release closes with the initials of the hands that worked it.

    They say who wrote and who edited; the roster turns them into names.

    Fails: a last paragraph without initials
    Passes: `… untuk musim hujan. (abc/def)`
    """
    release = filing.release
    if filing.entry("sign-off") is not None or release.sign_off is not None:
        return
    last = [p for p in release.paragraphs if p.kind is Kind.TEXT]
    if last:
        # Where it should stand: behind the last character of the text.
        yield at_offset(
            "sign-off-missing",
            release.text,
            last[-1].span.end,
            example=f"({_house_sign_off(filing, registers)})",
        )


def sign_off_unknown(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The initials stand on the roster on the day of publication.

    Unknown ones print as written, without a name.

    Fails: `(abx/def)`
    Passes: `(abc/def)`
    """
    day, roster = _day(filing), registers.roster
    if day is None:
        # Without a date nobody can say who was on the roster.
        return
    for hand in _hands(filing):
        if roster.find(hand.initials, day) is None:
            yield _unknown_hand(hand, day, roster)


def _unknown_hand(hand: _Hand, day: date, roster: Roster) -> Fault:
    rule, initials = "sign-off-unknown", hand.initials
    if once := roster.initials.get(initials.lower()):
        name = once[-1][1].name
        shown = day.isoformat()
        return hand.fault(rule, "term", value=initials, holder=name, day=shown)
    meant = near(initials.lower(), sorted(roster.known_on(day))) or ""
    found = roster.find(meant, day)
    if found is None:
        return hand.fault(rule, value=initials)
    term, reporter = found
    return hand.fault(
        rule,
        "suggest",
        value=initials,
        suggestion=term.initials,
        holder=reporter.name,
    )


def sign_off_role(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The order of the initials says who did what: reporter first, editor last.

    Where the roster registers another role, either the order or the roster is wrong.

    Fails: `(def/abc)` when `abc` is registered as reporter and `def` as editor
    Passes: `(abc/def)`
    """
    day, roster = _day(filing), registers.roster
    if day is None:
        return
    hands = _hands(filing)
    slots = ["reporter", *["contributor"] * (len(hands) - 2), "editor"]
    # One hand may fill two slots; then one of them fits.
    filled: dict[str, set[str]] = {}
    for hand, slot in zip(hands, slots, strict=False):
        filled.setdefault(hand.initials.lower(), set()).add(slot)
    for hand, slot in zip(hands, slots, strict=False):
        found = roster.find(hand.initials, day)
        role = found[0].role if found else ""
        if found and role and role not in filled.pop(hand.initials.lower(), {role}):
            yield hand.fault(
                "sign-off-role",
                value=hand.initials,
                holder=found[1].name,
                role=role,
                slot=slot,
            )


def editor_missing(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """Somebody else than the reporter has read the release.

    One hand alone, registered as reporter, says that no editor has.

    Fails: `(abc)` when `abc` is registered as reporter
    Passes: `(abc/def)`, or one hand registered as editor or without a role
    """
    day = _day(filing)
    if day is None or len(filing.hands) != 1:
        return
    hand = next(iter(_hands(filing)), None)
    if hand is None:
        return
    found = registers.roster.find(hand.initials, day)
    if found is None or found[0].role != "reporter":
        return
    editors = [
        term.initials
        for reporter in registers.roster.reporters.values()
        for term in reporter.terms
        if term.role == "editor" and term.covers(day)
    ]
    example = f"({hand.initials}/{editors[0]})" if editors else ""
    yield hand.fault(
        "editor-missing",
        "suggest" if editors else "",
        value=hand.initials,
        holder=found[1].name,
        example=example,
    )


def sign_off_names(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """Hands sign with their initials, not with their names.

    Names are printed as written, but lead to nobody's page.

    Fails: `(Ajeng Lestari/def)`
    Passes: `(abc/def)`
    """
    sign_off = filing.release.sign_off
    if sign_off is None or filing.entry("sign-off") is not None:
        return
    if sign_off.byline_names:
        example = _in_initials(sign_off, _day(filing), registers.roster)
        yield at_offset(
            "sign-off-names",
            filing.release.text,
            filing.release.text.index(sign_off.raw, sign_off.span.start),
            "suggest" if example else "",
            value=", ".join(sign_off.byline_names),
            example=f"({example})",
        )


def _in_initials(sign_off: SignOff, day: date | None, roster: Roster) -> str:
    """Return a sign-off with initials for its names; empty when one is not certain."""
    signing = {
        name: roster.signing_as(name, day) if day else ""
        for name in sign_off.byline_names
    }
    text = " ".join(plain(sign_off.raw).text.split())
    # Longest first, so that no name is found inside another one.
    for name in sorted(signing, key=len, reverse=True):
        text = text.replace(name, signing[name] or "?")
    # Anything else in the brackets, such as an outlet, is for a person to judge.
    hands = re.split(r"\s*[/,&]\s*|\s+dan\s+|\s+and\s+", text.strip("()[]*_. –—-"))
    certain = {*signing.values(), *sign_off.initials}
    return "/".join(hands) if certain.issuperset(hands) else ""


def sign_off_bracket(filing: Filing) -> Iterator[Fault]:
    """A sign-off stands in brackets, opened and closed.

    Fails: `(abc/def`
    Passes: `(abc/def)`
    """
    release = filing.release
    sign_off = release.sign_off
    if sign_off is None or filing.entry("sign-off") is not None:
        return
    if sign_off.raw.count("(") + sign_off.raw.count("[") != (
        sign_off.raw.count(")") + sign_off.raw.count("]")
    ):
        yield at_offset(
            "sign-off-bracket",
            release.text,
            release.text.index(sign_off.raw, sign_off.span.start),
            value=sign_off.raw,
            example=f"({'/'.join(sign_off.initials)})",
        )


def sign_off_form(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The header gives the sign-off as initials joined by slashes, or `-`.

    Fails: `Sign-off: abc, def`
    Passes: `Sign-off: abc/def`
    """
    header = filing.entry("sign-off")
    if header is None or header.text == "-" or _SIGN_OFF.fullmatch(header.text):
        return
    yield at_value("sign-off-form", header, example=_house_sign_off(filing, registers))


def sign_off_differs(filing: Filing) -> Iterator[Fault]:
    """Where the header gives the sign-off, the text says the same.

    Fails: `Sign-off: abc/def` over a text that ends with `(abc/xyz)`
    Passes: the same initials in both
    """
    header, sign_off = filing.entry("sign-off"), filing.release.sign_off
    if header is None or sign_off is None or not _SIGN_OFF.fullmatch(header.text):
        return
    here = [hand.lower() for hand in filing.hands]
    if here != [hand.lower() for hand in sign_off.initials]:
        yield at_value("sign-off-differs", header, other=sign_off.raw)


# -- event date ------------------------------------------------------------------------

_WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": (
        *("Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday"),
    ),
}
_MONTHS = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_CANDIDATES = 2
"""How many readings a message offers; more would be a riddle."""


def _event(filing: Filing) -> EventDate | None:
    """Return the event date of the text, unless the header says there is none."""
    header = filing.entry("event-date")
    if header is not None and header.text == "-":
        return None
    return filing.release.event_date


def _with_day(event: EventDate, day: date, lang: str) -> str:
    """Return the text's weekday and date with another day in the same form."""
    figures = event.raw[event.day_span.start - event.span.start :]
    figures = figures[: event.day_span.end - event.day_span.start]
    return event.raw.replace(figures, _written(figures, day, lang), 1)


def _written(figures: str, day: date, lang: str) -> str:
    if re.search(r"[^\W\d_]", figures):
        month = _MONTHS[lang][day.month - 1]
        if figures[0].isdigit():
            return f"{day.day} {month} {day.year}"
        return f"{month} {day.day}, {day.year}"
    sign = re.search(r"[/.-]", figures)
    return (sign[0] if sign else "/").join(
        (str(day.day), str(day.month), str(day.year))
    )


def day_fitting(event: EventDate, published: date | None, lang: str) -> tuple[str, str]:
    """Return the name of the weekday that the written date was, and the text with it.

    It is the one with which the parser takes the same text for a date. Both are empty
    when none is.
    """
    for name in _WEEKDAYS[lang]:
        raw = event.raw.replace(event.weekday, name, 1)
        read = parse_event_date(raw, published)
        if read is not None and read.value is not None:
            missing = Flag.YEAR_MISSING in event_date_flags(read, published)
            return name, _with_day(read, read.value, lang) if missing else raw
    return "", ""


def event_date_weekday(filing: Filing) -> Iterator[Fault]:
    """Weekday and date of the event agree.

    About three of a hundred do not; then the site shows no event date at all.

    Fails: `Selasa (17/5/2023)`
    Passes: `Selasa (16/5/2023)`
    """
    event, release = _event(filing), filing.release
    if event is None or Flag.WEEKDAY_MISMATCH not in release.flags:
        return
    if _last_years(event, _day(filing)) is not None:
        # `event-date-slip` says more.
        return
    weekday, fitting = day_fitting(event, _day(filing), filing.lang)
    texts = [fitting] if fitting else []
    texts += [_with_day(event, day, filing.lang) for day in event.candidates]
    yield at_offset(
        "event-date-weekday",
        release.text,
        event.span.start,
        # A year like 2923 has no weekday that the parser would take.
        "" if weekday else "far",
        value=event.weekday,
        date=event.day_span.of(release.text),
        weekday=weekday,
        candidates=_listed(texts),
    )


_NEAR = 60
"""Days within which the release of an event stands."""

_FIGURES = re.compile(r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})")


def _last_years(event: EventDate, published: date | None) -> date | None:
    """Return the day that a date with last year's number means, or None.

    The weekday does not fit the year as written, but fits the next one, and that day
    lies near the publication.
    """
    if published is None or event.value is not None:
        return None
    for day in event.candidates:
        written = re.search(r"(?<!\d)\d{4}(?!\d)", event.raw)
        if (
            written is not None
            and day.year == int(written[0]) + 1
            and abs((day - published).days) <= _NEAR
            and _same_day(event, day)
        ):
            return day
    return None


def _same_day(event: EventDate, day: date) -> bool:
    """Say whether only the year of a candidate is another one than written."""
    figures = _FIGURES.search(event.raw[len(event.weekday) :])
    if figures is not None:
        return (int(figures["day"]), int(figures["month"])) == (day.day, day.month)
    # A month in letters: a candidate of the next year differs in nothing else unless
    # its day does.
    return re.search(rf"(?<!\d){day.day}(?!\d)", event.raw) is not None


def event_date_slip(filing: Filing) -> Iterator[Fault]:
    """The date of the event has not the number of the year before.

    In January hands still write the old year: the weekday fits the new one, and the
    release is of the new one.

    Fails: `Senin (5/1/2025)` in a release of 6 January 2026
    Passes: `Senin (5/1/2026)` in the same
    """
    event = _event(filing)
    day = _last_years(event, _day(filing)) if event else None
    if event is None or day is None:
        return
    _, fitting = day_fitting(event, _day(filing), filing.lang)
    texts = [_with_day(event, day, filing.lang), *([fitting] if fitting else [])]
    yield at_offset(
        "event-date-slip",
        filing.release.text,
        event.day_span.start,
        value=" ".join(event.raw.split()),
        year=str(day.year),
        weekday=event.weekday,
        candidates=_listed(texts),
    )


def event_date_invalid(filing: Filing) -> Iterator[Fault]:
    """The date of the event stands in the calendar.

    Fails: `Senin (31/2/2023)`, `Jumat (25/8/202)`
    Passes: `Jumat (25/8/2023)`
    """
    event, release = _event(filing), filing.release
    if event is None or Flag.DATE_INVALID not in release.flags:
        return
    texts = [_with_day(event, day, filing.lang) for day in event.candidates]
    yield at_offset(
        "event-date-invalid",
        release.text,
        event.day_span.start,
        "suggest" if texts else "",
        value=event.day_span.of(release.text),
        candidates=_listed(texts),
    )


def event_date_year(filing: Filing) -> Iterator[Fault]:
    """The date of the event has its year.

    Without one it is the year nearest to the release's date; a reader who finds the
    release years later has to guess.

    Fails: `Selasa (16/5)`
    Passes: `Selasa (16/5/2023)`
    """
    event, release = _event(filing), filing.release
    if event is None or event.value is None or Flag.YEAR_MISSING not in release.flags:
        return
    if filing.entry("event-date") is not None:
        return
    yield at_offset(
        "event-date-year",
        release.text,
        event.day_span.start,
        value=event.raw,
        year=str(event.value.year),
        example=_with_day(event, event.value, filing.lang),
    )


def event_date_differs(filing: Filing) -> Iterator[Fault]:
    """Where the header gives the event date, the text says the same.

    Fails: `Event-date: 2023-05-17` over `Selasa (16/5/2023)`
    Passes: `Event-date: 2023-05-16` over the same
    """
    header, event = filing.entry("event-date"), _event(filing)
    if header is None or event is None or event.value is None:
        return
    if filing.event_date is not None and filing.event_date != event.value:
        yield at_value("event-date-differs", header, other=event.raw)


def _listed(texts: list[str]) -> str:
    """Return texts in quotes; the report puts `or` between them in its language."""
    different = list(dict.fromkeys(texts))[:_CANDIDATES]
    return " | ".join(f'"{text}"' for text in different)
