"""Reads the opening of a release: `Wringin (kota.example) –`.

First paragraph in, `Dateline` out. Knows the forms of docs/notation.md, section 4;
which places and outlets there are it is told by `Known`.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from .known import is_domain, is_outlet, knows_place, meant_source
from .model import Dateline, Flag, Known, Span
from .plain import Plain, plain, with_marks
from .words import (
    NOT_A_PLACE,
    WEEKDAYS,
    day_of,
    fold,
    month_named,
    year_nearest,
)

_HEAD = 300
"""How many characters of a paragraph's head are looked at: no dateline is longer."""

_LONGEST = 160
"""Where the separator of the longest dateline stands at the latest."""

# -- the pieces ------------------------------------------------------------------------

_CAP = r"[^\W\d_a-zß-öø-ÿ]"  # a letter that is not a small one

_DASHES = r"[-‐-―−]{1,3}"
# A dash parts only where it touches white space or the bracket before it: so
# `R-Pa., said` and `49/28-14` are refused.
_SEP = rf"(?:(?<=[\s)/]){_DASHES}|{_DASHES}(?=\s|$))(?![-‐-―−])"

# A capitalised word; an abbreviation keeps its dot (`N.J.`, `St.`) where text goes on.
_WORD = rf"""
    (?: (?:{_CAP}\.){{2,4}}
      | {_CAP}\w{{0,4}}\.(?=\s?[\w,])
      | ['’]?{_CAP}(?:\w|['’](?=\w))*+ )
"""
_SMALL = r"(?:al|and|au|da|dan|de|del|do|el|es|la|le|of|on|the|upon|van|&)"

# place = word { (" " | "-" | "/") word }0..4: `Oro-oro Wetan`, `ZURICH/LONDON`
_PLACE = rf"{_WORD}(?:(?:\s(?:{_SMALL}\s)?|/|(?<=\.)){_WORD}|-\w++){{0,4}}"
_REGION = rf",\s?{_WORD}(?:(?:[\s-]|(?<=\.)){_WORD}){{0,2}}\.?"
_PLACE_IN_REGION = rf"{_PLACE}(?:{_REGION}){{0,2}}"
# The shortest of it, so that a month is no part of the place.
_SHORT_PLACE_IN_REGION = f"{_PLACE}?(?:{_REGION}){{0,2}}?"

# wdate = month day [, year] | day month [year]
_WDATE = r"""
    (?:[^\W\d_]{3,10}\.?\s?\d{1,2}|\d{1,2}\s[^\W\d_]{3,10}\.?)(?:,?\s\d{4})?(?!\d)
"""

# -- the forms -------------------------------------------------------------------------

# placed: place ["," ] [wdate] ("(" source ")" | "/" source "/") sep0
#   `Wringin (kota.example) –`, `CITY, Region, March 3 (Agency) -`, `CITY--(AGENCY)--`;
#   some agencies put the date into the bracket: `CITY--(Agency - March 3, 2026) -`, or
#   behind slashes: `CITY / AGENCY / March 3, 2026 /`; old copies have `_` for the dash
_PLACED = re.compile(
    rf"""
    (?P<place>{_SHORT_PLACE_IN_REGION}) (?:\s?,)? (?:\s?(?P<date>{_WDATE}),?)?
    \s{{0,2}}(?:{_DASHES}\s?)?
    (?: \(\s?(?P<source>[^()\n]{{1,60}}?)(?:\s{_DASHES}\s(?P<inner>{_WDATE}))?\s?\)
      | /\s?(?P<slashed>[^/\n]{{2,40}}?)\s?/(?:\s?(?P<behind>{_WDATE})\s?/)? )
    \s?(?P<end>{_SEP}|_(?=\s)|[.:|](?=\s|$)|(?=\s[^(\[]|$))
    """,
    re.VERBOSE,
)

# placed, its link lost: known place [","] "(" [")"] sep
_EMPTIED = re.compile(
    rf"(?P<place>{_PLACE_IN_REGION})\s?,?\s?\(\s?\)?\s?(?P<end>{_SEP})", re.VERBOSE
)

# wired without a source: place {"," region} "," wdate sep; comma and dash may be lost
_DATED = re.compile(
    rf"""
    (?P<place>{_SHORT_PLACE_IN_REGION}) (?P<comma>\s?,)?\s?
    (?P<date>{_WDATE}) ,?\s?(?P<end>{_SEP}|(?=\s))
    """,
    re.VERBOSE,
)

# placed without brackets: place ("," | "|" | "/") source sep; one bracket may be lost
_JOINED = re.compile(
    rf"""
    (?P<place>{_PLACE_IN_REGION}) \s?(?P<join>[,|/])\s?
    (?P<open>\(\s?)? (?P<source>[^(),|/\n]{{2,60}}?) (?P<close>\s?\))?
    \s?(?P<end>{_SEP}|\.(?=\s|$))
    """,
    re.VERBOSE,
)

# placed, comma and brackets lost but one: place ("(" source | token | token ")") sep
_BESIDE = re.compile(
    rf"""
    (?P<place>{_PLACE_IN_REGION})
    (?: \s?(?P<open>\()\s?(?P<source>[^(),|/\n]{{2,60}}?)
      | \s(?P<token>[^\s(),|/]{{3,40}}) (?P<close>\s?\))? )
    \s?(?P<end>{_SEP})
    """,
    re.VERBOSE,
)

# sourced: source ("," | "|" | sep) place sep
_SOURCED = re.compile(
    rf"""
    (?P<source>[^,|()\n]{{2,40}}?) \s?(?:[,|]|{_SEP})\s?
    (?P<place>{_PLACE}(?:{_REGION})?) \s?(?P<end>{_SEP}|:(?=\s))
    """,
    re.VERBOSE,
)

# sourced, its dash lost: source "," and up to five words among which the place is known
_SOURCED_OPEN = re.compile(
    rf"(?P<source>[^,|()\n]{{2,40}}?)\s?,\s?(?P<words>{_PLACE})(?=\s)", re.VERBOSE
)

# source alone: source sep, in brackets or not
_SOURCE = re.compile(
    rf"""
    (?P<open>\()?\s?(?P<source>[^,|()\n]{{2,40}}?)\s?(?(open)\))
    \s?(?P<end>{_SEP}|(?(open)[.:|](?=\s)|(?!)))
    """,
    re.VERBOSE,
)

# bare: known place ["," known region] sep
_BARE = re.compile(
    rf"(?P<place>{_PLACE_IN_REGION})\s?(?P<end>{_SEP}|:(?=\s))", re.VERBOSE
)

# What agencies and archives put in front: a byline line, a stamp.
_IN_FRONT = re.compile(
    r"""
    \s*
    (?: Laporan\ (?:W\w?rt\w{2,5}|Reporter|Kontributor|Jurnalis)\b[^\n]{0,100}\n\s* )?
    (?: (?:date\ )?\d{4}-\d\d-\d\d\s+ )?
    """,
    re.VERBOSE,
)

# A table of contents that a page glued to its text, and where a dateline may begin
# behind it.
_CONTENTS = re.compile(r"\s*Daftar Isi\b")
_CAPITAL = re.compile(rf"(?<=\s){_CAP}")

# The text behind a dateline begins as a sentence does.
_SENTENCE = re.compile(rf"""\s*(?:{_CAP}|\d|["“”‘'«(\[]|$)""")
_LOOSE_DASH = re.compile(_SEP)
_BLANKS = re.compile(r"(?:\s|&nbsp;|&\#160;|&\#x[aA]0;)*")
_DASH_OR_COLON = re.compile(r"[-‐-―−]|:\s")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


# -- the front door --------------------------------------------------------------------


def parse_dateline(
    paragraph: str, known: Known, published: date | None = None
) -> Dateline | None:
    """Return the dateline that opens a paragraph, or None when there is none.

    Args:
        paragraph: The first paragraph as written; its head is looked at.
        known: The places and sources of the office.
        published: The publication date, for a wire's date without a year.

    Spans count from the start of `paragraph`. Never raises.
    docs/notation.md, section 4, rules 1 to 3.

    >>> known = Known(own_domain="kota.example")
    >>> parse_dateline("Wringin (kota.example) – Warga.", known).place
    'Wringin'
    """
    if _CONTENTS.match(paragraph):
        return _behind_contents(paragraph, known, published)
    front = _IN_FRONT.match(paragraph, 0, _HEAD)
    start = front.end() if front else 0
    head = _Head.of(paragraph, start, known, published)
    view = head.view
    signed = _DASH_OR_COLON.search(view.text, 0, _LONGEST) is not None
    for form, needs_sign in _FORMS:
        if signed or not needs_sign:
            found = form(head)
            if found is not None:
                return _dateline(paragraph, view, found)
    return None


def _behind_contents(
    paragraph: str, known: Known, published: date | None
) -> Dateline | None:
    """Return the dateline behind a table of contents: known place, trusted outlet."""
    for word in _CAPITAL.finditer(paragraph, 0, 2 * _HEAD):
        head = _Head.of(paragraph, word.start(), known, published)
        found = _placed(head) or _joined(head)
        if found is None or found.place is None or found.source is None:
            continue
        place, source = (
            head.view.text[slice(*at)] for at in (found.place, found.source)
        )
        if head.knows(place) and head.trusts(source):
            return _dateline(paragraph, head.view, found)
    return None


def dateline_flags(dateline: Dateline, known: Known) -> tuple[Flag, ...]:
    """Return what is doubtful in a dateline, with what the office knows."""
    flags: list[Flag] = []
    if dateline.place is None:
        flags.append(Flag.PLACE_MISSING)
    elif not knows_place(dateline.place, known):
        flags.append(Flag.PLACE_UNKNOWN)
    if dateline.source is None:
        flags.append(Flag.SOURCE_MISSING)
    else:
        if meant_source(dateline.source, known) is not None:
            flags.append(Flag.SOURCE_UNKNOWN)
        if dateline.raw.count("(") != dateline.raw.count(")"):
            flags.append(Flag.BRACKET_MISSING)
    return tuple(flags)


# -- judging a match -------------------------------------------------------------------


class _Head(NamedTuple):
    """The head of a paragraph and what it is judged by."""

    view: Plain
    known: Known
    published: date | None

    @classmethod
    def of(
        cls, paragraph: str, start: int, known: Known, published: date | None
    ) -> "_Head":
        """Return the head of a paragraph from an offset on."""
        end = max(start, min(len(paragraph), start + _HEAD))
        return cls(plain(paragraph, start, end), known, published)

    def knows(self, place: str) -> bool:
        """Tell whether a place is known, by its own name or by a translated one."""
        return knows_place(place, self.known) or fold(place) in self.known.translated

    def trusts(self, source: str) -> bool:
        """Tell whether a source is more than any domain."""
        return is_outlet(source, self.known, domains=False)

    def begins_sentence(self, end: int) -> bool:
        """Tell whether the text from an offset on begins as a sentence does."""
        return _SENTENCE.match(self.view.text, end) is not None

    def dash_follows(self, end: int) -> bool:
        """Tell whether a second dash stands in the sentence that begins there."""
        stop = _SENTENCE_END.search(self.view.text, end)
        return (
            _LOOSE_DASH.search(
                self.view.text, end, stop.start() if stop else len(self.view.text)
            )
            is not None
        )

    def place_follows(self, end: int) -> bool:
        """Tell whether the text from an offset on begins with a known place."""
        words = self.view.text[end : end + 60].split()[:4]
        return any(
            fold(" ".join(words[:count]).rstrip(",.:;")) in self.known.places
            for count in range(1, len(words) + 1)
        )


class _Found(NamedTuple):
    """Where the parts of a dateline stand in the plain head."""

    end: tuple[int, int]
    """The separator; empty when it is missing."""
    place: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    day: date | None = None


def _dateline(paragraph: str, view: Plain, found: _Found) -> Dateline:
    text = view.text
    place, place_span = _cut(view, found.place)
    source, source_span = _cut(view, found.source)
    last = found.end[1]
    while text[last - 1].isspace():
        last -= 1
    start, end = view.raw(0, last)
    if view.marked:
        start, end = with_marks(paragraph, start, end)
    blanks = _BLANKS.match(paragraph, end)
    return Dateline(
        span=Span(start, blanks.end() if blanks else end),
        raw=paragraph[start:end],
        place=place,
        source=source,
        wire_date=found.day,
        dash=text[found.end[0] : found.end[1]],
        place_span=place_span,
        source_span=source_span,
    )


def _cut(
    view: Plain, stretch: tuple[int, int] | None
) -> tuple[str | None, Span | None]:
    """Return a stretch of the plain text with single blanks, and its raw span."""
    if stretch is None:
        return None, None
    start, end = stretch
    return " ".join(view.text[start:end].split()), Span(*view.raw(start, end))


_FIRST_WORD = re.compile(r"[^\s,/.]+")


def _may_be_place(place: str) -> bool:
    match = _FIRST_WORD.match(place)
    first = match[0].lower() if match else ""
    return (
        first not in NOT_A_PLACE
        and first not in WEEKDAYS
        and month_named(place, exactly=True) is None
    )


# month day [, year] or day month [year], the pieces apart.
_WDATE_PARTS = re.compile(
    r"(?P<day>\d{1,2})?\s?(?P<month>[^\W\d_]+)\.?\s?(?(day)|(?P<day_after>\d{1,2}))"
    r"(?:,?\s(?P<year>\d{4}))?"
)


def _wire_date(text: str, published: date | None) -> tuple[bool, date | None]:
    """Return whether a text is a wire's date, and the date if its year is clear."""
    match = _WDATE_PARTS.fullmatch(text)
    month = match and month_named(match["month"])
    if match is None or month is None:
        return False, None
    day = int(match["day"] or match["day_after"])
    year = int(match["year"]) if match["year"] else year_nearest(month, day, published)
    return 1 <= day <= 31, day_of(year, month, day) if year else None


# -- one function for each form --------------------------------------------------------


def _placed(head: _Head) -> _Found | None:
    """`Wringin (kota.example) –`: the place is free, the outlet is not."""
    match = _PLACED.match(head.view.text)
    if match is None or not _may_be_place(match["place"]):
        return None
    group = "source" if match["source"] else "slashed"
    source, end = match[group], match.end()
    dated, day = False, None
    written = match["date"] or match["inner"] or match["behind"]
    if written:
        dated, day = _wire_date(written, head.published)
        if not dated:
            return None
    trusted = dated or head.trusts(source)
    if not (trusted or group == "slashed" or is_outlet(source, head.known)):
        return None
    if not match["end"]:
        fits = (dated or head.knows(match["place"])) and head.begins_sentence(end)
    elif match["end"] in ".:|":
        fits = trusted or head.knows(match["place"])
    else:
        # Any domain behind any name may be an organisation in an aside.
        fits = (
            trusted
            or head.begins_sentence(end)
            or (head.knows(match["place"]) and not head.dash_follows(end))
        )
    if not fits:
        return None
    return _Found(match.span("end"), match.span("place"), match.span(group), day)


def _emptied(head: _Head) -> _Found | None:
    """`Wringin ( –`: the outlet was a link that an extractor dropped."""
    match = _EMPTIED.match(head.view.text)
    if match is None or not head.knows(match["place"]):
        return None
    return _Found(match.span("end"), match.span("place"))


def _dated(head: _Head) -> _Found | None:
    """`CITY, Region, March 3 -`; without the dash only behind a place in capitals."""
    match = _DATED.match(head.view.text)
    if match is None or not _may_be_place(match["place"]):
        return None
    dated, day = _wire_date(match["date"], head.published)
    if not dated:
        return None
    if not match["end"] or not match["comma"]:
        city = match["place"].partition(",")[0]
        loud = city.isupper() and len(city) > 2 and not match["date"][0].isdigit()
        if not (loud and head.begins_sentence(match.end())):
            return None
    return _Found(match.span("end"), match.span("place"), day=day)


def _joined(head: _Head) -> _Found | None:
    """`Wringin, PEWARTA –`: the outlet behind a comma."""
    match = _JOINED.match(head.view.text)
    if match is None or (match["open"] and match["close"]):
        return None
    source, end = match["source"], match.end()
    if not (_may_be_place(match["place"]) and is_outlet(source, head.known)):
        return None
    known, trusted = head.knows(match["place"]), head.trusts(source)
    if match["end"] == ".":
        fits = known and trusted
    else:
        fits = known or trusted or head.begins_sentence(end)
    if not fits:
        return None
    return _Found(match.span("end"), match.span("place"), match.span("source"))


def _beside(head: _Head) -> _Found | None:
    """`Wringin kabar.example –`, `Wringin (kota.example –`: comma or bracket lost."""
    match = _BESIDE.match(head.view.text)
    if match is None:
        return None
    group = "source" if match["open"] else "token"
    if not (_may_be_place(match["place"]) and is_outlet(match[group], head.known)):
        return None
    if not (match["open"] or match["close"] or head.knows(match["place"])):
        return None
    return _Found(match.span("end"), match.span("place"), match.span(group))


def _sourced(head: _Head) -> _Found | None:
    """`KABAR.example, Wringin -`: the outlet first."""
    match = _SOURCED.match(head.view.text)
    if match is None or not is_outlet(match["source"], head.known):
        return None
    if not _may_be_place(match["place"]):
        return None
    return _Found(match.span("end"), match.span("place"), match.span("source"))


def _sourced_open(head: _Head) -> _Found | None:
    """`Kabar.example, Wringin Warga ...`: only a known place tells where it ends."""
    match = _SOURCED_OPEN.match(head.view.text)
    if match is None or not is_outlet(match["source"], head.known):
        return None
    start = match.start("words")
    for last in reversed([word.end() for word in re.finditer(r"\S+", match["words"])]):
        end = start + last
        if head.knows(match["words"][:last]) and head.begins_sentence(end):
            return _Found((end, end), (start, end), match.span("source"))
    return None


def _source_alone(head: _Head) -> _Found | None:
    """`(kota.example) –`, `KABAR.example –`, and `Kabar Kota Wringin –`.

    Behind a registered name a known place may stand without a comma; a group's own
    name may hold one: it is a source and no place.
    """
    match = _SOURCE.match(head.view.text)
    if match is None:
        return None
    source, end = match["source"], match.end()
    sentence = head.begins_sentence(end)
    if is_outlet(source, head.known):
        alone = match["open"] or (
            sentence and (is_domain(source) or not head.dash_follows(end))
        )
        return _Found(match.span("end"), source=match.span("source")) if alone else None
    if match["open"] or not sentence or head.place_follows(end):
        return None
    start = match.start("source")
    for word in re.finditer(r"\s", source):
        name = fold(source[: word.start()])
        if name in head.known.groups:
            return _Found(match.span("end"), source=match.span("source"))
        if name in head.known.sources and head.knows(source[word.end() :]):
            place = (start + word.end(), match.end("source"))
            return _Found(match.span("end"), place, (start, start + word.start()))
    return None


def _bare(head: _Head) -> _Found | None:
    """`Wringin –`: a known place, no aside and no route behind the dash."""
    match = _BARE.match(head.view.text)
    if match is None or not head.knows(match["place"]):
        return None
    region = match["place"].partition(",")[2]
    if region and not knows_place(region, head.known):
        return None
    end = match.end()
    if (
        not head.begins_sentence(end)
        or head.dash_follows(end)
        or head.place_follows(end)
    ):
        return None
    return _Found(match.span("end"), match.span("place"))


# Each form, and whether it needs a dash or a colon: the sentence that has none, and is
# no dateline, is left after four of them. The first that finds something holds:
# brackets before commas, an outlet before none.
_FORMS: tuple[tuple[Callable[[_Head], _Found | None], bool], ...] = (
    (_placed, False),
    (_emptied, True),
    (_dated, False),
    (_joined, False),
    (_beside, True),
    (_sourced, True),
    (_source_alone, True),
    (_bare, True),
    (_sourced_open, False),
)
