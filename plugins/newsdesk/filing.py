"""A release file read with the registers: what its header says, typed.

Between the text and everything made from it: check, page and feeds all start from a
`Filing`. Total: what cannot be read is None here, and a finding of the desk.

A text is parsed when something of it is first asked for. What a whole archive is asked
for stands in the fields of a filing, which travel between processes as a row.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date as Day  # noqa: N812  (`date` is a field)
from datetime import datetime, tzinfo
from functools import cached_property
from operator import attrgetter
from typing import Any

from newsdesk.addresses import list_address, slugify
from newsdesk.body import Notation, pictures_of
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

_ASCII = b"\t\n" + bytes(range(0x20, 0x7F))


class Reading:
    """A text, and what it says once something of that is asked for."""

    def __init__(
        self,
        text: str,
        known: Known,
        published: Day | None,
        *,
        pasted: bool,
        header: Header | None = None,
    ) -> None:
        """Take a text with what the parser goes by, and its header if that is read."""
        self.text = text
        self._known = known
        self._published = published
        self._pasted = pasted
        self._header = header

    @property
    def header(self) -> Header:
        """Its header."""
        if self._header is None:
            self._header = parse_header(self.text)
        return self._header

    @cached_property
    def unusual(self) -> str:
        """Its characters that are not letters, signs and blanks of ASCII, in order.

        What none of these can be is looked for in a short text.
        """
        return self.text.encode().translate(None, _ASCII).decode()

    @cached_property
    def release(self) -> Release:
        """All of it."""
        return parse_release(
            self.text,
            known=self._known,
            published=self._published,
            pasted=self._pasted,
            header=self.header,
        )


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
    keys: frozenset[str]
    """The keys that its header has."""
    header_whole: bool
    """Whether the header has no fault."""
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
    sign_off: str
    """The sign-off as shown: that of the header, else as written."""
    byline_names: tuple[str, ...]
    """Full names written where initials are expected."""
    event_date: Day | None
    pictures: tuple[str, ...]
    """Paths of the pictures that stand by themselves, in order."""
    lists: tuple[tuple[str, str], ...]
    """Address and name of each list that it stands on, categories apart."""
    digest: str
    """SHA-256 of the whole text, header and all, as `editions.tsv` has it."""
    fingerprint: str
    """Stands for all other fields, as long as the registers stay as they are: it is
    that of path and text, and of the original's, and nothing else is read."""
    body_digest: str
    """SHA-256 of the body: LF, no blanks at the end of a line or the text.

    Source: docs/format.md, section 6, which fixes it for `editions.tsv`."""
    zone: str
    """Name of the office's time zone."""
    reading: Reading = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.reading.text

    @property
    def header(self) -> Header:
        """The header of the file."""
        return self.reading.header

    @property
    def release(self) -> Release:
        """The text with its notation."""
        return self.reading.release

    def entry(self, key: str) -> Entry | None:
        """Return what the header says under a key, or None."""
        return self.header.get(key) if key in self.keys else None

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
        day = self.publication.date().isoformat().replace("-", "/")
        return f"{prefix}{day}/{self.slug}/"

    @property
    def draft(self) -> bool:
        """Whether it says that it is a draft."""
        return self.status == "draft"

    @property
    def first_address(self) -> str:
        """The oldest address it ever had."""
        return self.aliases[0] if self.aliases else self.address

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
        release = self.release
        written = self.entry("dateline")
        none = written is not None and written.text == "-"
        event = release.event_date
        day = self.entry("event-date")
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
        entry = self.entry(key)
        return entry is not None and entry.text == "-"


Row = tuple[Any, ...]
"""The fields of a filing, those that are parts of a register by their ids."""

_PLAIN = tuple(
    one.name
    for one in fields(Filing)
    if one.name not in ("category", "location", "reading")
)
_plain_of = attrgetter(*_PLAIN)


# What of a row JSON has no form for.
_INSTANTS = [_PLAIN.index(name) for name in ("date", "embargo", "urgent")]
_DAYS = [_PLAIN.index(name) for name in ("pinned", "event_date")]
_KEYS = _PLAIN.index("keys")


def row_as_plain(row: Row) -> list[Any]:
    """Return a row as JSON can have it."""
    plain = list(row)
    for n in (*_INSTANTS, *_DAYS):
        plain[n] = row[n] and row[n].isoformat()
    plain[_KEYS] = sorted(row[_KEYS])
    return plain


def row_of_plain(plain: list[Any], zone: tzinfo) -> Row:
    """Return the row that was written so.

    Args:
        plain: As `row_as_plain` gave it, lists in the place of tuples.
        zone: The office's time zone.

    Raises:
        ValueError: It is none.
    """
    if len(plain) != len(_PLAIN) + 2:
        raise ValueError(plain)
    row: list[Any] = [_tuples(v) if type(v) is list else v for v in plain]
    for n in _INSTANTS:
        row[n] = row[n] and datetime.fromisoformat(row[n]).astimezone(zone)
    for n in _DAYS:
        row[n] = row[n] and Day.fromisoformat(row[n])
    row[_KEYS] = frozenset(row[_KEYS])
    return tuple(row)


def _tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuples(v) if type(v) is list else v for v in values)


class Cabinet(Mapping[str, Filing]):
    """The releases and pages of a content folder by path, releases first.

    A file is read when it is first asked for, so that every process of a crew reads
    its own part.
    """

    def __init__(
        self,
        content: Content,
        registers: Registers,
        before: Mapping[str, Filing] | None = None,
    ) -> None:
        """Take a folder and what the office knows; read nothing yet.

        Args:
            content: The folder.
            registers: What the office knows.
            before: An earlier cabinet, by the very same registers: its filings are
                taken over where the texts that they were read from are the same.
        """
        self._files = {f.path: f for f in (*content.releases, *content.pages)}
        self._registers = registers
        self._known = known(registers)
        self._filed: dict[str, Filing] = {}
        if isinstance(before, Cabinet):
            self._take_over(before)

    def _take_over(self, before: "Cabinet") -> None:
        here, there = self._files.get, before._files.get
        for path, filing in [*before._filed.items()]:
            above = filing.original
            if here(path) is there(path) and (not above or here(above) is there(above)):
                self._filed[path] = filing

    def __getitem__(self, path: str) -> Filing:
        """Return a filing.

        Raises:
            KeyError: There is no such file.
        """
        filing = self._filed.get(path)
        if filing is None:
            file = self._files[path]
            # An edition takes what it does not say from its original.
            original = self.get(_original(path)) if _original(path) else None
            filing = _read(file, self._registers, self._known, original)
            self._filed[path] = filing
        return filing

    def __contains__(self, path: object) -> bool:
        """Say whether there is such a file, without reading it."""
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        """Go through the paths: those of releases, then those of pages."""
        return iter(self._files)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._files)

    def row(self, path: str) -> Row:
        """Return the fields of a filing as values that another process can take."""
        filing = self[path]
        return (
            *_plain_of(filing),
            filing.category.id if filing.category else None,
            filing.location.id if filing.location else None,
        )

    def file(self, path: str, row: Row) -> None:
        """File what another process has read of a file; not over what is read here."""
        if path in self._filed:
            return
        registers = self._registers
        *plain, category, location = row
        values = dict(zip(_PLAIN, plain, strict=True))
        day = _day(values["date"], values["embargo"])
        self._filed[path] = Filing(
            **values,
            category=category and registers.categories.categories[category],
            location=location and registers.gazetteer.places[location],
            reading=Reading(
                self._files[path].text,
                self._known(day),
                day,
                pasted=values["kind"] == "release",
            ),
        )

    def fingerprint(self, path: str) -> str:
        """Return the fingerprint that the filing of a path has, without reading it."""
        if filing := self._filed.get(path):
            return filing.fingerprint
        files = (self._files[path], self._files.get(_original(path)))
        return _fingerprint(path, *(_digest(file.text) for file in files if file))

    def file_unread(self, path: str) -> None:
        """File a text that cannot be read as if it were empty."""
        self._files[path] = TextFile(path, "")
        self._filed.pop(path, None)


@dataclass(frozen=True)
class Archive:
    """Everything that was filed, with what the office knows."""

    registers: Registers
    by_path: Mapping[str, Filing]
    ledgers: Ledgers = field(default_factory=Ledgers)
    """What was published before."""

    @cached_property
    def releases(self) -> tuple[Filing, ...]:
        """The releases by path."""
        return tuple(f for f in self.by_path.values() if f.kind == "release")

    @cached_property
    def pages(self) -> tuple[Filing, ...]:
        """The plain pages by path."""
        return tuple(f for f in self.by_path.values() if f.kind == "page")

    def unchanged(self, filing: Filing) -> bool:
        """Say whether a text is, header and all, as it was last published.

        An edition in another language is so together with its original only, from
        which it has what it does not say itself.
        """
        original = self.original(filing)
        editions = self.ledgers.editions.get(filing.path)
        here = editions is not None and editions[-1].file == filing.digest
        return here and (original is None or self.unchanged(original))

    def linked(self, link: str, addresses: Mapping[str, str]) -> Filing | None:
        """Return the text to which a link leads by its file or address, or None.

        Args:
            link: Without what may stand behind `#`.
            addresses: Address on the site -> the text it hangs on.
        """
        if link.startswith("{filename}"):
            return self.by_path.get(link.removeprefix("{filename}").lstrip("/"))
        former = self.ledgers.addresses.get(link)
        return self.by_path.get(addresses.get(link, former.release if former else ""))

    def original(self, filing: Filing) -> Filing | None:
        """Return the original of an edition in another language, or None."""
        return self.by_path.get(filing.original) if filing.original else None


def read_archive(
    content: Content, registers: Registers, ledgers: Ledgers | None = None
) -> Archive:
    """Return the releases and pages of a content folder, each read when asked for.

    Args:
        content: The folder as read.
        registers: What the office knows.
        ledgers: What was published before; None where that does not matter.
    """
    return Archive(registers, Cabinet(content, registers), ledgers or Ledgers())


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
    entries = {entry.key: entry for entry in header.entries}
    entry = entries.get

    def text(key: str) -> str:
        found = entry(key)
        return found.text if found else ""

    def instant(key: str) -> datetime | None:
        found = read_instant(text(key), zone)
        return found.astimezone(zone) if found else None

    published = instant("date") or (original.date if original else None)
    embargo = instant("embargo") or (original.embargo if original else None)
    day = _day(published, embargo)
    reading = Reading(
        file.text, knowing(day), day, pasted=kind == "release", header=header
    )
    release = reading.release
    digest = _digest(file.text)
    above = (original.digest,) if original else ()
    name = file.path.rpartition("/")[2].removesuffix(".md")
    lang = _language(file.path)
    name = name.removesuffix(f".{lang}")
    dated = DATED_NAME.fullmatch(name)
    place, source = _dateline(release, entry("dateline"))
    hands = _hands(release, entry("sign-off"))
    tags = _tags(text("tags"))
    location = registers.gazetteer.find(text("location")) if text("location") else None
    filed = registers.gazetteer.find(place) if place else None
    lists = _lists(
        tags,
        text("series"),
        _places(registers, filed, location),
        _known_hands(registers, hands, day),
    )
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
        keys=frozenset(entries),
        header_whole=not header.faults,
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
        tags=tags,
        urgent=instant("urgent"),
        pinned=read_date(text("pinned")),
        series=text("series"),
        number=text("number") or (original.number if original else ""),
        location=location,
        contact=text("contact") or (original.contact if original else ""),
        aliases=tuple(value.text for value in aliases.values) if aliases else (),
        original=_original(file.path),
        place=place,
        source=source,
        hands=hands,
        sign_off=_sign_off(release, entry("sign-off"), hands),
        byline_names=(
            release.sign_off.byline_names
            if release.sign_off and entry("sign-off") is None
            else ()
        ),
        event_date=_event_date(release, entry("event-date")),
        lists=tuple(dict(lists).items()),
        pictures=tuple(picture.path for picture in pictures_of(release)),
        digest=digest,
        fingerprint=_fingerprint(file.path, digest, *above),
        body_digest=body_digest(file.text[header.span.end :]),
        zone=registers.office.timezone,
        reading=reading,
    )


def _day(date: datetime | None, embargo: datetime | None) -> Day | None:
    """Return the day of publication, on which a text is read."""
    publication = max(filter(None, (date, embargo)), default=None)
    return publication.date() if publication else None


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


def _sign_off(release: Release, header: Entry | None, hands: tuple[str, ...]) -> str:
    if header is not None:
        return f"({'/'.join(hands)})" if hands else ""
    found = release.sign_off
    return plain(found.raw).text.strip() if found else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _fingerprint(path: str, *digests: str) -> str:
    """Return the digest of all that a filing is read from, the registers left out.

    Args:
        path: Its own.
        digests: Of its text, and of its original's if it has one.
    """
    return _digest("\0".join((path, *digests)))


def body_digest(body: str) -> str:
    """Return the SHA-256 of a body, as `editions.tsv` has it."""
    lines = "\n".join(map(str.rstrip, body.split("\n")))
    return _digest(lines.rstrip())


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


def _lists(
    tags: Iterable[str],
    series: str,
    places: Iterable[Place],
    hands: Iterable[tuple[str, Reporter | None]],
) -> Iterator[tuple[str, str]]:
    """Yield address and name of each list, categories apart, that a release is on."""
    # A name without any Latin letter or figure has no address, and so no list.
    for tag in tags:
        if address := list_address("tag", tag):
            yield address, tag
    if address := list_address("series", series):
        yield address, series
    for place in places:
        yield list_address("place", place.id), place.name
    for _, reporter in hands:
        if reporter is not None and reporter.kind == "person":
            yield list_address("reporter", reporter.id), reporter.name


def _places(
    registers: Registers, filed: Place | None, location: Place | None
) -> Iterator[Place]:
    """Yield the known places of a release and what contains them in the city.

    A release stands on the list of the place it was filed from, of the place it is
    about, and of what contains them within the office's own city.
    """
    gazetteer, city = registers.gazetteer, registers.office.city
    for place in (filed, location):
        if place is not None:
            yield place
            above = gazetteer.above(place)
            yield from (one for one in above if gazetteer.within(one, city))


def hands_of(
    registers: Registers, filing: Filing
) -> tuple[tuple[str, Reporter | None], ...]:
    """Return each hand of a release with whose initials they were on its day."""
    day = filing.publication
    return _known_hands(registers, filing.hands, day.date() if day else None)


def _known_hands(
    registers: Registers, hands: Iterable[str], day: Day | None
) -> tuple[tuple[str, Reporter | None], ...]:
    found = []
    for initials in hands:
        known = registers.roster.find(initials, day) if day else None
        found.append((initials, known[1] if known else None))
    return tuple(found)
