"""Facts that a release says twice, or misspells: what a proofreader would stumble on.

One generator per rule; its docstring is the rule's entry in the manual. All of them
are warnings, and none knows a dictionary: they go by the form of words, by the
calendar, and by what the release itself says.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, filterfalse

from newsdesk.desk.notation import day_fitting
from newsdesk.desk.pointing import at_offset
from newsdesk.desk.prose import Stretch
from newsdesk.filing import Filing
from newsdesk.notation.eventdate import event_date_flags, event_dates, has_figure
from newsdesk.notation.model import Entry, EventDate, Fault, Flag, Kind
from newsdesk.notation.words import WEEKDAYS

_READ = (Kind.TEXT, Kind.LIST, Kind.QUOTATION)

# -- dates -----------------------------------------------------------------------------

_FIGURES = re.compile(r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})(?P<year>\D.*)?")


def dates_in(filing: Filing) -> tuple[EventDate, ...]:
    """Return every weekday with its date in the text; spans are those of the file."""
    published = filing.publication.date() if filing.publication else None
    text = filing.text
    spans = (p.span for p in filing.release.paragraphs if p.kind in _READ)
    return tuple(
        event
        for span in spans
        # Most paragraphs name no day, and the look for one is cheap.
        if has_figure(text, span.start, span.end) and _names_weekday(span.of(text))
        for event in event_dates(text, published, span.start, span.end)
    )


def _names_weekday(text: str) -> bool:
    return any(map(text.lower().__contains__, _OF_WEEKDAYS))


# What every weekday's name has one of.
_OF_WEEKDAYS = ("day", *(name for name in WEEKDAYS if not name.endswith("day")))


def date_weekday(filing: Filing, dates: tuple[EventDate, ...]) -> Iterator[Fault]:
    """Weekday and date agree wherever they stand together, not in the lede only.

    Fails: `Pameran ditutup Minggu (23/11/2026).`
    Passes: `Pameran ditutup Senin (23/11/2026).`
    """
    published = filing.publication.date() if filing.publication else None
    told = filing.release.event_date
    contradicting = {later.span for _, later in _contradictions(dates)}
    for event in dates:
        first = told is not None and event.span.start == told.span.start
        if first or event.value is not None or event.span in contradicting:
            continue
        flags = event_date_flags(event, published)
        if Flag.WEEKDAY_MISMATCH in flags:
            form, texts = "", _readings(event, dates, published, filing.lang)
        elif Flag.DATE_INVALID in flags:
            form, texts = "invalid", []
        else:
            continue
        yield at_offset(
            "date-weekday",
            filing.release.text,
            event.day_span.start,
            form,
            value=_as_written(event),
            candidates=_listed(texts),
        )


def _readings(
    event: EventDate, dates: tuple[EventDate, ...], published: date | None, lang: str
) -> list[str]:
    """Return what a date may mean: another one of the text, its weekday, its day."""
    texts = [
        _as_written(other)
        for other in dates
        if other.value is not None and other.value in event.candidates
    ]
    texts += [text for _, text in [day_fitting(event, published, lang)] if text]
    return texts + [_rewritten(event, day) for day in event.candidates]


def dates_contradict(filing: Filing, dates: tuple[EventDate, ...]) -> Iterator[Fault]:
    """Two dates of one release do not contradict each other.

    `Minggu (15/10)` and `Minggu (15/1)` were both Sundays in one year: only beside
    each other do they show the slip.

    Fails: `Minggu (15/10)` and, further down, `Minggu (15/1)`
    Passes: `Minggu (15/10)` and `Minggu (22/10)`
    """
    for earlier, later in _contradictions(dates):
        text = filing.release.text
        yield at_offset(
            "dates-contradict",
            text,
            later.day_span.start,
            value=_as_written(later),
            other=_as_written(earlier),
            line=str(text.count("\n", 0, earlier.span.start) + 1),
            candidates=_listed([_as_written(earlier), _as_written(later)]),
        )


def _contradictions(
    dates: tuple[EventDate, ...],
) -> Iterator[tuple[EventDate, EventDate]]:
    """Yield pairs of which one seems to be the other with a slip of the hand."""
    for n, later in enumerate(dates):
        for earlier in dates[:n]:
            if _slipped(earlier, later):
                yield earlier, later
                break


def _slipped(one: EventDate, other: EventDate) -> bool:
    here, there = _parts(one), _parts(other)
    if here is None or there is None or here == there:
        return False
    weekday = one.weekday.lower() == other.weekday.lower()
    days, months, years = zip(here, there, strict=True)
    if days[0] == days[1] and months[0] == months[1]:
        # One day under two years cannot have one weekday; under one year, not two.
        return bool(years[0] and years[1]) and weekday
    if years[0] and years[1] and years[0] != years[1]:
        return False
    if not weekday:
        return False
    one_figure = _shortened(*days) and months[0] == months[1]
    return one_figure or (_shortened(*months) and days[0] == days[1])


def _shortened(one: str, other: str) -> bool:
    """Say whether one number is the other with a figure left out: 10 and 1."""
    short, long = sorted((one, other), key=len)
    return len(long) == 2 and len(short) == 1 and short in long


def _parts(event: EventDate) -> tuple[str, str, str] | None:
    figures = _FIGURES.search(event.raw[len(event.weekday) :])
    if figures is None:
        return None
    year = re.search(r"\d{4}", figures["year"] or "")
    return (
        figures["day"].lstrip("0"),
        figures["month"].lstrip("0"),
        year[0] if year else "",
    )


def _as_written(event: EventDate) -> str:
    return " ".join(event.raw.split())


def _rewritten(event: EventDate, day: date) -> str:
    """Return a date as written with another day; its year stands if it had one."""
    raw = _as_written(event)
    figures = _FIGURES.search(raw, len(event.weekday))
    if figures is None:
        return day.isoformat()
    sign = re.search(r"[/.-]", figures[0])
    assert sign is not None
    parts = [str(day.day), str(day.month)]
    end = figures.end("month")
    if year := re.match(r"\s?[/.-]\s?\d{1,4}", raw[end:]):
        end += year.end()
        parts.append(str(day.year))
    return raw[: figures.start()] + sign[0].join(parts) + raw[end:]


def _listed(texts: list[str]) -> str:
    """Return at most two texts in quotes; the report puts `or` between them."""
    return " | ".join(f'"{text}"' for text in list(dict.fromkeys(texts))[:2])


# -- words -----------------------------------------------------------------------------

# A consonant twice at the head of a word, then a vowel or a liquid and a vowel.
# Refused: `mmHg`, `ttd`, abbreviations in capitals.
_DOUBLED = re.compile(
    r"(?<![\w@#])(?P<word>(?:(?P<small>[b-df-hj-np-tv-z])(?P=small)"
    r"|(?P<large>[B-DF-HJ-NP-TV-Z])(?P=large))(?=[lry]?[aeiou])[a-z]{2,})(?!\w)"
)
# Real words that begin so.
_DOUBLED_WORDS = frozenset({"kkal", "llama", "llano", "ddos", "lldikti", "ssireum"})
# A letter three times or more, in a word that is no name and no numeral.
_TRIPLED = re.compile(
    r"(?<![\w@#])(?P<word>[^\W\dA-Z_]*?(?P<letter>[a-z])(?P=letter){2,}[^\W\d_]*)"
    r"(?!\w)"
)
_NUMERAL = re.compile(r"[ivxlcdm]+|(\w)\1+|w{3}\w*")
# What a word is part of that is none: an address of the web or of mail, a path.
_ADDRESS = re.compile(r"://|@|\bwww\.|\w\.\w|\w/\w.*\.\w")


class _Place:
    """Makes a fault at an offset of one text."""

    def __init__(self, filing: Filing, start: int, entry: Entry | None = None) -> None:
        self._filing, self._start, self._entry = filing, start, entry

    def __call__(self, rule: str, offset: int, **values: str) -> Fault:
        if self._entry is None:
            text = self._filing.release.text
            return at_offset(rule, text, self._start + offset, **values)
        value = self._entry.values[0]
        return Fault(rule, value.line, value.column + offset, values)


Texts = tuple[tuple[str, _Place], ...]
"""Stretches of what readers read, each with what points into it."""


def odd_texts_in(filing: Filing, prose: tuple[Stretch, ...]) -> Texts:
    """Return what readers read; nothing where no letter of it stands too often.

    An archive has few words, and most were looked at in an earlier release: with them
    remembered the look takes a third of the time (2026-11-24).
    """
    texts = (filing.title, filing.summary, *(stretch.text for stretch in prose))
    met = chain.from_iterable(map(str.split, texts))
    words = set(filterfalse(_EVEN.__contains__, met))
    odd = set(filter(_is_odd, words))
    if len(_EVEN) < _REMEMBERED:
        _EVEN.update(words - odd)
    return tuple(_texts(filing, prose)) if odd else ()


# Words in which no letter stands too often, as far as they were met.
_EVEN: set[str] = set()
_REMEMBERED = 1 << 15


def _is_odd(word: str) -> bool:
    """Say whether a letter may stand too often in what stands between two blanks."""
    return any(form.search(word) is not None for form in (_DOUBLED, _TRIPLED))


def _texts(filing: Filing, prose: tuple[Stretch, ...]) -> Iterator[tuple[str, _Place]]:
    """Yield what readers read: headline, summary, paragraphs without their code."""
    for key in ("title", "summary"):
        if (entry := filing.entry(key)) is not None:
            yield entry.text, _Place(filing, 0, entry)
    for stretch in prose:
        yield stretch.text, _Place(filing, stretch.start)


def letters_doubled(odd_texts: Texts) -> Iterator[Fault]:
    """No word begins with the same consonant twice.

    No word of the language does; it is a key that was struck twice.

    Fails: `pesan yang ddibuat`
    Passes: `pesan yang dibuat`, `120 kkal`
    """
    for text, place in odd_texts:
        for found in _DOUBLED.finditer(text):
            word = found["word"]
            if word.lower() in _DOUBLED_WORDS or (found["large"] and len(word) < 5):
                continue
            if not _is_address(text, found.start()):
                yield place(
                    "letters-doubled", found.start(), value=word, suggestion=word[1:]
                )


def letters_tripled(odd_texts: Texts) -> Iterator[Fault]:
    """No word has the same letter three times in a row.

    Fails: `jam bukaaan`
    Passes: `jam bukaan`, `bagian iii`
    """
    for text, place in odd_texts:
        for found in _TRIPLED.finditer(text):
            word = found["word"]
            if _NUMERAL.fullmatch(word) or _is_address(text, found.start()):
                continue
            yield place(
                "letters-tripled", found.start(), value=word, suggestion=_likely(word)
            )


def _likely(word: str) -> str:
    """Return a word with its runs of letters as the language has them.

    Two where an ending begins with the vowel of the stem (`bukaan`) and in `ngg`, else
    one.
    """
    word = re.sub(r"a{3,}(?=n(?:nya|ku|mu)?\b)", "aa", word)
    word = re.sub(r"(?<=n)g{3,}", "gg", word)
    return re.sub(r"(\w)\1{2,}", r"\1", word)


def _is_address(text: str, at: int) -> bool:
    """Say whether a word stands in an address, or where a link leads."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    end = re.compile(r"\s|$").search(text, at)
    chunk = text[start : end.start() if end else len(text)]
    label = chunk.find("](")
    if label >= 0:
        return at > start + label
    return _ADDRESS.search(chunk) is not None


# -- quotation marks -------------------------------------------------------------------

_QUOTED = re.compile(r"[“”]")
_STRAIGHT = re.compile(r'(?<!\d)"|"(?=\w)')
# Kinds between which a quotation goes on.
_PASSED_OVER = (Kind.PICTURE, Kind.CODE, Kind.DOCUMENT)


def quotation_open(filing: Filing, prose: tuple[Stretch, ...]) -> Iterator[Fault]:
    """A quotation that is opened is closed, in its paragraph or in one that follows.

    Where it goes on, each new paragraph opens it again, and the last one closes it.

    Fails: `“Kami datang, kata lurah.`
    Passes: `“Kami datang.` and, as next paragraph, `“Kami pulang,” kata lurah.`
    """
    text = filing.release.text
    waiting: int | None = None
    for stretch in prose:
        if stretch.kind in _PASSED_OVER:
            continue
        if stretch.kind is Kind.DEFINITION or stretch.kind is Kind.TABLE:
            continue
        opened, closing = _unmatched(stretch.text)
        if waiting is not None:
            again = stretch.text.lstrip("*_> ").startswith(("“", '"'))
            if not again and closing is None:
                yield at_offset("quotation-open", text, waiting)
            elif not again:
                closing = None
            waiting = None
        if closing is not None:
            yield at_offset("quotation-open", text, stretch.start + closing, "close")
        if opened is not None:
            waiting = stretch.start + opened
    if waiting is not None:
        yield at_offset("quotation-open", text, waiting)


def _unmatched(text: str) -> tuple[int | None, int | None]:
    """Return the offsets of a mark that opens and of one that closes nothing."""
    if text.count("“") == text.count("”") and text.count('"') % 2 == 0:
        return None, None
    opened: list[int] = []
    closing: int | None = None
    for found in _QUOTED.finditer(text):
        if found[0] == "“":
            opened.append(found.start())
        elif opened:
            opened.pop()
        elif closing is None:
            closing = found.start()
    straight = [found.start() for found in _STRAIGHT.finditer(text)]
    if len(straight) % 2:
        # One typed straight may close what a curly one opened, and the other way.
        if opened:
            opened.pop()
        elif closing is not None:
            closing = None
        else:
            return _lone(text, straight)
    return (opened[-1] if opened else None), closing


def _lone(text: str, straight: list[int]) -> tuple[int | None, int | None]:
    """Return the straight mark that is too many: a last one that opens, or a closing.

    A mark opens before a word and behind a blank or a bracket.
    """
    opening = [at for at in straight if re.match(r"(?:^|.*[\s(\[])$", text[:at][-1:])]
    if len(opening) * 2 > len(straight):
        return straight[-1] if straight[-1] in opening else opening[-1], None
    return None, straight[-1]
