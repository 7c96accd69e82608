"""A release file read with the registers: what its header says, typed.

Between the text and everything made from it: check, page and feeds all start from a
`Filing`. Total: what cannot be read is None here, and a finding of the desk.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812  (`date` is a field)
from datetime import datetime
from functools import cached_property

from newsdesk.addresses import list_address, slugify
from newsdesk.body import Notation
from newsdesk.intake import Content, TextFile
from newsdesk.notation import Known, parse_release
from newsdesk.notation.model import Entry, Header, Release
from newsdesk.notation.plain import plain
from newsdesk.notation.source import parse_header, read_date, read_instant, read_slug
from newsdesk.registers import Registers, known
from newsdesk.registers.categories import Category
from newsdesk.registers.ledgers import Ledgers
from newsdesk.registers.places import Place
from newsdesk.registers.reporters import Reporter

LANGUAGES = ("id", "en")
"""The languages a release may be in; the first is that of the original."""


@dataclass(frozen=True)
class Filing:
    """One release or plain page as filed."""

    path: str
    """Under the content folder."""
    kind: str
    """`release` or `page`."""
    name: str
    """File name without language and suffix: `2026-05-16-pasar`."""
    lang: str
    release: Release
    title: str
    """Empty when missing, as all texts that follow."""
    slug: str
    summary: str
    date: datetime | None
    embargo: datetime | None
    status: str
    withdrawn: bool
    category: Category | None
    """None on pages; that of the original, or the office's default, where the header
    names none that is known."""
    tags: tuple[str, ...]
    urgent: datetime | None
    pinned: Day | None
    series: str
    number: str
    location: Place | None
    contact: str
    """Id of a contact; empty for the first."""
    aliases: tuple[str, ...]
    original: str
    """Path of the original of an edition in another language; empty for originals."""
    place: str
    """Place of the dateline, the header's before the text's."""
    source: str
    hands: tuple[str, ...]
    """Initials in order, the header's before the text's."""
    event_date: Day | None
    zone: str
    """Name of the office's time zone."""

    @property
    def header(self) -> Header:
        """The header of the file."""
        return self.release.header

    @property
    def publication(self) -> datetime | None:
        """The later of `Date` and `Embargo`, which decides address and order."""
        if self.date is None or self.embargo is None:
            return self.date
        return max(self.date, self.embargo)

    @cached_property
    def address(self) -> str:
        """Where it stands on the site; empty when that cannot be said."""
        prefix = "/" if self.lang == LANGUAGES[0] else f"/{self.lang}/"
        if not self.slug:
            return ""
        if self.kind == "page":
            return f"{prefix}{self.slug}/"
        if self.publication is None:
            return ""
        return f"{prefix}{self.publication:%Y/%m/%d}/{self.slug}/"

    @property
    def draft(self) -> bool:
        """Whether it says that it is a draft."""
        return self.status == "draft"

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the whole text, header and all, as `editions.tsv` has it."""
        return hashlib.sha256(self.release.text.encode()).hexdigest()

    @property
    def first_address(self) -> str:
        """The oldest address it ever had."""
        return self.aliases[0] if self.aliases else self.address

    @property
    def sign_off(self) -> str:
        """The sign-off as shown: that of the header, else as written."""
        if self.release.header.get("sign-off"):
            return f"({'/'.join(self.hands)})" if self.hands else ""
        found = self.release.sign_off
        return plain(found.raw).text.strip() if found else ""

    @property
    def byline_names(self) -> tuple[str, ...]:
        """Full names written where initials are expected."""
        sign_off = self.release.sign_off
        if sign_off is None or self.release.header.get("sign-off"):
            return ()
        return sign_off.byline_names

    def held(self, now: datetime) -> bool:
        """Say whether it is a draft, or under an embargo at an instant."""
        ahead = self.embargo is not None and now < self.embargo
        return self.status != "published" or ahead

    def shown(self, now: datetime, *, private: bool) -> bool:
        """Say whether it is on the site at an instant.

        A private preview also shows what is held; a withdrawn release is on none.
        """
        return not self.withdrawn and (private or not self.held(now))

    def notation(self) -> Notation:
        """Return what of the notation its page shows."""
        release, header = self.release, self.release.header
        written = header.get("dateline")
        none = written is not None and written.text == "-"
        event = release.event_date
        day = header.get("event-date")
        return Notation(
            dateline=None if none else release.dateline,
            place=self.place,
            source=self.source,
            from_header=written is not None,
            event_date=(
                event
                if event
                and event.value
                and (day is None or event.value == self.event_date)
                else None
            ),
            sign_off_span=(
                None
                if release.sign_off is None or self._says_none("sign-off")
                else release.sign_off.span
            ),
            sign_off=self.sign_off,
        )

    def _says_none(self, key: str) -> bool:
        entry = self.release.header.get(key)
        return entry is not None and entry.text == "-"


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything that was filed, with what the office knows."""

    registers: Registers
    releases: tuple[Filing, ...]
    """By path."""
    pages: tuple[Filing, ...]
    """By path."""
    by_path: Mapping[str, Filing]
    ledgers: Ledgers = field(default_factory=Ledgers)
    """What was published before."""

    def unchanged(self, filing: Filing) -> bool:
        """Say whether a text is, header and all, as it was last published.

        An edition in another language is so together with its original only, from
        which it has what it does not say itself.
        """
        original = self.original(filing)
        editions = self.ledgers.editions.get(filing.path)
        here = editions is not None and editions[-1].file == filing.digest
        return here and (original is None or self.unchanged(original))

    def original(self, filing: Filing) -> Filing | None:
        """Return the original of an edition in another language, or None."""
        return self.by_path.get(filing.original)


def read_archive(
    content: Content, registers: Registers, ledgers: Ledgers | None = None
) -> Archive:
    """Read every release and page of a content folder.

    Args:
        content: The folder as read.
        registers: What the office knows.
        ledgers: What was published before; None where that does not matter.
    """
    knowing = known(registers)
    found: dict[str, Filing] = {}
    # Originals first: an edition takes what it does not say from its original.
    files = sorted(content.releases, key=lambda file: _language(file.path) != "id")
    for file in files:
        original = found.get(_original(file.path))
        found[file.path] = _read(file, registers, knowing, original)
    releases = tuple(found[file.path] for file in content.releases)
    pages = tuple(_read(file, registers, knowing, None) for file in content.pages)
    by_path = {filing.path: filing for filing in (*releases, *pages)}
    return Archive(registers, releases, pages, by_path, ledgers or Ledgers())


# The date that a file's name should begin with.
DATED_NAME = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})-(?P<rest>.+)")
# Place and source of a `Dateline:`; the source in brackets.
_DATELINE = re.compile(r"(?P<place>[^()]*?)\s*(?:\((?P<source>[^()]+)\))?\s*[–—-]*\s*")


def _language(path: str) -> str:
    stem = path.removesuffix(".md")
    suffix = stem.rpartition(".")[2]
    return suffix if suffix in LANGUAGES[1:] and "." in stem else LANGUAGES[0]


def _original(path: str) -> str:
    lang = _language(path)
    return "" if lang == LANGUAGES[0] else path.removesuffix(f".{lang}.md") + ".md"


def _read(
    file: TextFile,
    registers: Registers,
    knowing: Callable[[Day | None], Known],
    original: Filing | None,
) -> Filing:
    kind = "page" if file.path.startswith("pages/") else "release"
    header = parse_header(file.text)
    zone = registers.office.zone

    def entry(key: str) -> Entry | None:
        return header.get(key)

    def text(key: str) -> str:
        found = entry(key)
        return found.text if found else ""

    def instant(key: str) -> datetime | None:
        found = read_instant(text(key), zone)
        return found.astimezone(zone) if found else None

    published = instant("date") or (original.date if original else None)
    embargo = instant("embargo") or (original.embargo if original else None)
    publication = max(filter(None, (published, embargo)), default=None)
    day = publication.date() if publication else None
    release = parse_release(
        file.text,
        known=knowing(day),
        published=day,
        pasted=kind == "release",
        header=header,
    )
    name = file.path.rpartition("/")[2].removesuffix(".md")
    lang = _language(file.path)
    name = name.removesuffix(f".{lang}")
    dated = DATED_NAME.fullmatch(name)
    place, source = _dateline(release, entry("dateline"))
    aliases = entry("aliases")
    category = registers.categories.find(text("category"))
    if category is None and kind == "release":
        category = (
            original.category
            if original
            else registers.categories.find(registers.office.default_category)
        )
    return Filing(
        path=file.path,
        kind=kind,
        name=name,
        lang=lang,
        release=release,
        title=text("title"),
        slug=read_slug(text("slug")) or slugify(dated["rest"] if dated else name),
        summary=text("summary"),
        date=published,
        embargo=embargo,
        status=(
            text("status") or (original.status if original else "published")
        ).lower(),
        withdrawn=entry("withdrawn") is not None
        or (original is not None and original.withdrawn),
        category=category,
        tags=_tags(text("tags")),
        urgent=instant("urgent"),
        pinned=read_date(text("pinned")),
        series=text("series"),
        number=text("number") or (original.number if original else ""),
        location=registers.gazetteer.find(text("location"))
        if text("location")
        else None,
        contact=text("contact") or (original.contact if original else ""),
        aliases=tuple(value.text for value in aliases.values) if aliases else (),
        original=_original(file.path),
        place=place,
        source=source,
        hands=_hands(release, entry("sign-off")),
        event_date=_event_date(release, entry("event-date")),
        zone=registers.office.timezone,
    )


def _tags(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))


def _dateline(release: Release, header: Entry | None) -> tuple[str, str]:
    if header is None:
        found = release.dateline
        return (found.place or "", found.source or "") if found else ("", "")
    if header.text == "-":
        return "", ""
    written = _DATELINE.fullmatch(header.text)
    return (written["place"], written["source"] or "") if written else (header.text, "")


def _hands(release: Release, header: Entry | None) -> tuple[str, ...]:
    if header is None:
        return release.sign_off.initials if release.sign_off else ()
    if header.text == "-":
        return ()
    return tuple(h.strip() for h in header.text.strip("()").split("/") if h.strip())


def _event_date(release: Release, header: Entry | None) -> Day | None:
    if header is None:
        return release.event_date.value if release.event_date else None
    return read_date(header.text)


def published(filings: Iterable[Filing]) -> tuple[Filing, ...]:
    """Return releases in the order of the site: newest first, then by slug."""
    out = [filing for filing in filings if filing.publication is not None]
    out.sort(key=lambda filing: filing.slug)
    out.sort(key=lambda filing: filing.publication or datetime.max, reverse=True)
    return tuple(out)


def lists_of(registers: Registers, filing: Filing) -> Iterator[tuple[str, str]]:
    """Yield address and name of each list, categories apart, that a release is on.

    A release stands on the list of the place it was filed from, of the place it is
    about, and of what contains them within the office's own city.
    """
    # A name without any Latin letter or figure has no address, and so no list.
    for tag in filing.tags:
        if address := list_address("tag", tag):
            yield address, tag
    if address := list_address("series", filing.series):
        yield address, filing.series
    for place in places_of(registers, filing):
        yield list_address("place", place.id), place.name
    for _, reporter in hands_of(registers, filing):
        if reporter is not None and reporter.kind == "person":
            yield list_address("reporter", reporter.id), reporter.name


def places_of(registers: Registers, filing: Filing) -> tuple[Place, ...]:
    """Return the known places of a release and what contains them in the city."""
    gazetteer, city = registers.gazetteer, registers.office.city
    found: dict[str, Place] = {}
    filed = gazetteer.find(filing.place) if filing.place else None
    for place in (filed, filing.location):
        if place is None:
            continue
        found[place.id] = place
        found.update(
            (above.id, above)
            for above in gazetteer.above(place)
            if gazetteer.within(above, city)
        )
    return tuple(found.values())


def hands_of(
    registers: Registers, filing: Filing
) -> tuple[tuple[str, Reporter | None], ...]:
    """Return each hand of a release with whose initials they were on its day."""
    day = filing.publication
    found = []
    for initials in filing.hands:
        known = registers.roster.find(initials, day.date()) if day else None
        found.append((initials, known[1] if known else None))
    return tuple(found)
