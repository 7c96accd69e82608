"""Lists of releases: by subject, tag, place, reporter, series, year and month."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from babel.dates import format_date

from newsdesk.addresses import ARCHIVE, INDEXES, list_address
from newsdesk.filing import LANGUAGES
from newsdesk.page.articles import roles_in
from newsdesk.page.office import category_ref
from newsdesk.page.story import Story
from newsdesk.page.values import (
    Card,
    FeedLink,
    Group,
    IndexGroup,
    Listing,
    Pagination,
    Ref,
)
from newsdesk.registers import Registers
from newsdesk.registers.places import LEVELS, Place

# Releases on one page of a list.
PAGE = 20
# Page numbers offered around the current one.
_AROUND = 2
# Address -> first day and standing of the releases of a year or a month.
_Periods = dict[str, tuple[date, list[int]]]


@dataclass(frozen=True, slots=True)
class List:
    """One list of releases, before it is cut into pages."""

    kind: str
    """Name of its template: `category`, `tag`, `place`, `reporter`, `series`,
    `archive`, `year`, `month` or `language`."""
    listing: Listing
    """Its first page without groups and pagination."""
    cards: tuple[Card, ...]
    """Newest first."""
    numbers: tuple[int, ...]
    """Where its releases stand in the whole archive."""


def make_lists(
    registers: Registers, stories: Sequence[Story], cards: Sequence[Card]
) -> tuple[List, ...]:
    """Return every list of the releases in the site's own language.

    Args:
        registers: What the office knows.
        stories: The releases of that language, newest first.
        cards: The same as lists show them.
    """
    standing: dict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for n, (story, card) in enumerate(zip(stories, cards, strict=True)):
        standing[card.category.address].append(n)
        for address, name in story.filing.lists:
            if address not in standing or standing[address][-1] != n:
                standing[address].append(n)
            # The oldest release's spelling is the one shown.
            names[address] = name
    years = _periods(cards, ARCHIVE + "{:%Y}/")
    months = _periods(cards, ARCHIVE + "{:%Y/%m}/")

    def made(kind: str, listing: Listing, numbers: Iterable[int]) -> List:
        found = tuple(numbers)
        return List(kind, listing, tuple(cards[n] for n in found), found)

    def refs(kind: str) -> tuple[Ref, ...]:
        found = (
            Ref(names[address], address, len(numbers))
            for address, numbers in standing.items()
            if address.startswith(INDEXES[kind])
        )
        return tuple(sorted(found, key=lambda ref: (ref.name.casefold(), ref.address)))

    categories = tuple(
        replace(ref, count=len(standing[ref.address]))
        for ref in (
            category_ref(category, LANGUAGES[0])
            for category in registers.categories.categories.values()
        )
    )
    lists = [
        made(
            "archive",
            Listing(
                Ref("", ARCHIVE, len(cards)),
                (),
                ONE_PAGE,
                periods=_refs(years, "{:%Y}"),
            ),
            range(len(cards)),
        )
    ]
    for category, ref in zip(
        registers.categories.categories.values(), categories, strict=True
    ):
        listing = Listing(
            ref, (), ONE_PAGE, description=category.description, siblings=categories
        )
        lists.append(made("category", listing, standing[ref.address]))
    lists += [
        made("tag", Listing(ref, (), ONE_PAGE), standing[ref.address])
        for ref in refs("tag")
    ]
    lists += [
        made(
            "series",
            Listing(ref, (), ONE_PAGE, siblings=refs("series")),
            standing[ref.address],
        )
        for ref in refs("series")
    ]
    lists += [
        made("place", _place(registers, ref, refs("place")), standing[ref.address])
        for ref in refs("place")
    ]
    lists += [
        made(
            "reporter",
            _reporter(registers, ref, [stories[n] for n in standing[ref.address]]),
            standing[ref.address],
        )
        for ref in refs("reporter")
    ]
    lists += [made(*found) for found in _archives(years, months)]
    return tuple(lists)


def pages_of(found: List, feeds: tuple[FeedLink, ...]) -> Iterator[tuple[str, Listing]]:
    """Yield the address and the value of each page of a list."""
    total = max(1, -(-len(found.cards) // PAGE))
    base = found.listing.ref.address
    for number in range(1, total + 1):
        cards = found.cards[(number - 1) * PAGE : number * PAGE]
        yield (
            page_address(base, number),
            replace(
                found.listing,
                ref=replace(found.listing.ref, count=len(found.cards)),
                groups=_groups(cards),
                pagination=_pagination(base, number, total),
                feeds=feeds,
                siblings=tuple(
                    ref for ref in found.listing.siblings if ref.address != base
                ),
            ),
        )


def place_of(registers: Registers, ref: Ref) -> Place:
    """Return the place whose list a link leads to."""
    id = ref.address.removeprefix(INDEXES["place"]).rstrip("/")
    return registers.gazetteer.places[id]


def page_address(base: str, number: int) -> str:
    """Return the address of a page of a list; the first is the list's own."""
    return base if number == 1 else f"{base}halaman/{number}/"


def index_groups(
    registers: Registers, lists: Iterable[List], kind: str
) -> tuple[IndexGroup, ...]:
    """Return the entries of an index: places by level, the rest in one group."""
    refs = [
        replace(found.listing.ref, count=len(found.cards))
        for found in lists
        if found.kind == kind
    ]
    if kind != "place":
        return (IndexGroup("", tuple(refs)),) if refs else ()
    by_level: dict[str, list[Ref]] = defaultdict(list)
    for ref in refs:
        place = place_of(registers, ref)
        by_level[place.level].append(ref)
    return tuple(
        IndexGroup(_level(registers, level), tuple(by_level[level]))
        for level in LEVELS
        if by_level[level]
    )


ONE_PAGE = Pagination(1, (), 1, "", "")


def _periods(cards: Sequence[Card], address: str) -> _Periods:
    found: _Periods = {}
    for n, card in enumerate(cards):
        day = card.published.date().replace(day=1)
        found.setdefault(address.format(day), (day, []))[1].append(n)
    return found


def _refs(periods: _Periods, name: str) -> tuple[Ref, ...]:
    return tuple(
        Ref(name.format(day), address, len(numbers))
        for address, (day, numbers) in periods.items()
    )


def _archives(
    years: _Periods, months: _Periods
) -> Iterator[tuple[str, Listing, list[int]]]:
    """Yield kind, listing and standing of the list of each year and each month."""
    of_years = _refs(years, "{:%Y}")
    for address, (day, numbers) in years.items():
        within = {a: period for a, period in months.items() if a.startswith(address)}
        of_months = tuple(
            Ref(format_date(first, "MMMM", LANGUAGES[0]), month, len(found))
            for month, (first, found) in within.items()
        )
        year = Ref(f"{day:%Y}", address)
        yield (
            "year",
            Listing(
                year,
                (),
                ONE_PAGE,
                day=day.replace(month=1),
                siblings=of_years,
                periods=of_months,
            ),
            numbers,
        )
        for ref, (first, found) in zip(of_months, within.values(), strict=True):
            listing = Listing(
                ref,
                (),
                ONE_PAGE,
                day=first,
                parent=year,
                siblings=of_months,
                periods=of_years,
            )
            yield "month", listing, found


def _place(registers: Registers, ref: Ref, others: Sequence[Ref]) -> Listing:
    gazetteer = registers.gazetteer
    place = place_of(registers, ref)

    def parent_of(other: Ref) -> str:
        return place_of(registers, other).parent

    parent = gazetteer.places.get(place.parent)
    there = {other.address for other in others}
    above = Ref(parent.name, list_address("place", parent.id)) if parent else None
    return Listing(
        ref,
        (),
        ONE_PAGE,
        level=_level(registers, place.level),
        parent=above if above and above.address in there else None,
        children=tuple(other for other in others if parent_of(other) == place.id),
        siblings=tuple(
            other for other in others if _same_rank(registers, place, other)
        ),
    )


def _same_rank(registers: Registers, place: Place, other: Ref) -> bool:
    there = place_of(registers, other)
    return there.level == place.level and there.parent == place.parent


def _level(registers: Registers, level: str) -> str:
    return registers.office.units.get(level, level.capitalize())


def _reporter(registers: Registers, ref: Ref, stories: Iterable[Story]) -> Listing:
    id = ref.address.removeprefix(INDEXES["reporter"]).rstrip("/")
    roles = Counter(
        role
        for story in stories
        for role, (_, reporter) in roles_in(registers, story.filing)
        if reporter is not None and reporter.id == id
    )
    terms = registers.roster.reporters[id].terms
    return Listing(
        ref,
        (),
        ONE_PAGE,
        roles=tuple(
            (role, roles[role])
            for role in ("reporter", "contributor", "editor")
            if roles[role]
        ),
        initials=tuple(dict.fromkeys(term.initials for term in terms)),
    )


def _groups(cards: Sequence[Card]) -> tuple[Group, ...]:
    def month(card: Card) -> tuple[int, int]:
        return card.published.year, card.published.month

    return tuple(
        Group(date(*when, 1), tuple(found)) for when, found in groupby(cards, month)
    )


def _pagination(base: str, number: int, total: int) -> Pagination:
    shown = {1, total, *range(number - _AROUND, number + _AROUND + 1)}
    pages: list[Ref | None] = []
    for n in sorted(shown):
        if not 1 <= n <= total:
            continue
        if pages and (last := pages[-1]) is not None and int(last.name) != n - 1:
            pages.append(None)
        pages.append(Ref(str(n), page_address(base, n), current=n == number))
    return Pagination(
        number,
        tuple(pages),
        total,
        newer=page_address(base, number - 1) if number > 1 else "",
        older=page_address(base, number + 1) if number < total else "",
    )
