"""Releases as pages show them: names and addresses resolved through the registers."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from urllib.parse import quote

from markupsafe import Markup

from newsdesk.addresses import list_address
from newsdesk.filing import LANGUAGES, Filing, hands_of
from newsdesk.page.frame import Frame
from newsdesk.page.office import category_ref, contact_of
from newsdesk.page.story import Story
from newsdesk.page.values import (
    Around,
    Article,
    Byline,
    Card,
    Part,
    Ref,
    Series,
)
from newsdesk.registers import Registers
from newsdesk.registers.categories import Category
from newsdesk.registers.reporters import Reporter

# How many neighbours in time are looked at for related releases: enough to find three
# in an active subject, and linear over the archive.
_NEIGHBOURS = 40


def make_article(frame: Frame, story: Story, around: Around, text_size: int) -> Article:
    """Return a release as its page shows it.

    Args:
        frame: What all pages share.
        story: The release.
        around: What stands around it.
        text_size: Size of its `rilis.txt` in bytes; 0 when it has none.
    """
    filing, gazetteer = story.filing, frame.registers.gazetteer
    published, category = published_in(filing)
    permalink = frame.base.whole(filing.address)
    location = filing.location
    return Article(
        address=filing.address,
        lang=filing.lang,
        headline=filing.title,
        standfirst=filing.summary,
        description=story.teaser,
        # Safe: made by `body`, which lets nothing but nh3's output through.
        body=Markup(story.body.html),
        published=published,
        modified=None,
        place=story.place_ref(gazetteer),
        source=filing.source,
        event_date=filing.event_date,
        location=(
            story.ref(location.name, list_address("place", location.id))
            if location
            else None
        ),
        category=category_ref(category, filing.lang),
        tags=tuple(story.ref(tag, list_address("tag", tag)) for tag in filing.tags),
        bylines=bylines(frame.registers, story),
        byline_names=filing.byline_names,
        sign_off=filing.sign_off,
        lead=story.lead,
        gallery=story.gallery,
        contact=contact_of(frame.registers.office, filing.contact, filing.lang),
        number=filing.number,
        permalink=permalink,
        text_address=f"{filing.address}rilis.txt" if text_size else "",
        text_size=text_size,
        share=_share(filing.title, permalink),
        translation=story.translation,
        series=around.series,
        related=around.related,
        previous=around.previous,
        following=around.following,
    )


def make_card(story: Story) -> Card:
    """Return a release as lists show it."""
    filing = story.filing
    published, category = published_in(filing)
    return Card(
        address=filing.address,
        headline=filing.title,
        standfirst=story.teaser,
        published=published,
        place=filing.place,
        category=category_ref(category, filing.lang),
        lang=filing.lang,
        photo=story.lead,
    )


def published_in(filing: Filing) -> tuple[datetime, Category]:
    """Return when a release was published, and under which category.

    Raises:
        ValueError: It has no date or no category, which the desk refuses.
    """
    if filing.publication is None or filing.category is None:
        raise ValueError(f"{filing.path} has no date or no category")
    return filing.publication, filing.category


def make_surroundings(
    stories: Sequence[Story], cards: Sequence[Card]
) -> Iterator[Around]:
    """Yield what stands around each release of one language.

    Args:
        stories: The releases, newest first.
        cards: The same as lists show them.
    """
    filings = [story.filing for story in stories]
    series = _series(filings) if filings and filings[0].lang == LANGUAGES[0] else {}
    related = _Related(filings)
    for n, filing in enumerate(filings):
        yield Around(
            series=_in_series(series, filing),
            related=tuple(cards[k] for k in related.to(n)),
            following=_neighbour(cards, n - 1),
            previous=_neighbour(cards, n + 1),
        )


def roles_in(
    registers: Registers, filing: Filing
) -> Iterator[tuple[str, tuple[str, Reporter | None]]]:
    """Yield each hand of a release with the role that its place gives it."""
    hands = hands_of(registers, filing)
    between = ["contributor"] * (len(hands) - 2)
    return zip(["reporter", *between, "editor"], hands, strict=False)


def bylines(registers: Registers, story: Story) -> tuple[Byline, ...]:
    """Return the hands of a release, resolved through the roster on its day."""
    found = []
    for role, (initials, reporter) in roles_in(registers, story.filing):
        ref = story.ref(
            reporter.name if reporter else initials,
            list_address("reporter", reporter.id) if reporter else "",
        )
        found.append(Byline(initials, ref.name, ref.address, role))
    return tuple(found)


def _share(headline: str, url: str) -> tuple[Ref, ...]:
    title, whole = quote(headline, safe=""), quote(url, safe="")
    both = quote(f"{headline} {url}", safe="")
    return (
        Ref("WhatsApp", f"https://wa.me/?text={both}"),
        Ref("Telegram", f"https://t.me/share/url?url={whole}&text={title}"),
        Ref("X", f"https://x.com/intent/post?url={whole}&text={title}"),
        Ref("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={whole}"),
    )


def _series(filings: Iterable[Filing]) -> Mapping[str, tuple[Filing, ...]]:
    """Return address of a series -> its parts, oldest first."""
    found: dict[str, list[Filing]] = defaultdict(list)
    for filing in filings:
        if address := list_address("series", filing.series):
            found[address].append(filing)
    return {address: tuple(reversed(parts)) for address, parts in found.items()}


def newest_series(stories: Iterable[Story]) -> tuple[Series, ...]:
    """Return the series, that with the newest part first.

    Args:
        stories: The releases of the site's own language, newest first.
    """
    return tuple(
        _named(address, parts, None)
        for address, parts in _series(story.filing for story in stories).items()
    )


def _in_series(
    series: Mapping[str, tuple[Filing, ...]], filing: Filing
) -> Series | None:
    address = list_address("series", filing.series)
    parts = series.get(address, ())
    return _named(address, parts, filing) if parts else None


def _named(address: str, parts: Sequence[Filing], current: Filing | None) -> Series:
    return Series(
        # The spelling of the oldest part is the one shown.
        Ref(parts[0].series, address, len(parts)),
        tuple(Part(p.title, p.address, p is current) for p in parts),
        published_in(parts[-1])[0],
    )


def _neighbour(cards: Sequence[Card], n: int) -> Ref | None:
    if not 0 <= n < len(cards):
        return None
    return Ref(cards[n].headline, cards[n].address)


class _Related:
    """Finds releases near in time that share tags, place or category."""

    def __init__(self, filings: Sequence[Filing]) -> None:
        # A tag is a bit, so that one operation tells what two releases share: half
        # the time of comparing sets (2026-11-24).
        bits: dict[str, int] = {}
        self._tags = []
        for filing in filings:
            tags = 0
            for tag in filing.tags:
                if address := list_address("tag", tag):
                    tags |= bits.setdefault(address, 1 << len(bits))
            self._tags.append(tags)
        self._categories = [filing.category for filing in filings]
        # What has no place has none in common with anything.
        self._places = [filing.place or object() for filing in filings]
        self._series = [list_address("series", filing.series) for filing in filings]

    def to(self, n: int) -> list[int]:
        """Return where the three stand that have most in common with a release."""
        tags, category = self._tags[n], self._categories[n]
        place, series = self._places[n], self._series[n]
        first = max(0, n - _NEIGHBOURS)
        around = slice(first, n + _NEIGHBOURS + 1)
        scored = [
            (-score, abs(k - n), k)
            for k, (others, filed, there) in enumerate(
                zip(
                    self._tags[around],
                    self._categories[around],
                    self._places[around],
                    strict=True,
                ),
                first,
            )
            if (
                score := 2 * (tags & others).bit_count()
                + (filed is category)
                + (there == place)
            )
            and k != n
            and not (series and self._series[k] == series)
        ]
        return [k for *_, k in heapq.nsmallest(3, scored)]
