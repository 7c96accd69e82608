"""The values that pages are made of: all that a template may see.

Plain and frozen, so that a page can be rendered anywhere, compared, and hashed. Knows
no Pelican, no file and no template. Addresses begin with `/` and do not contain the
path of the site's own URL; the filter `href` puts it in front. Fields that hold HTML
say so; all others are text, which the templates escape.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from markupsafe import Markup

from newsdesk.body import Photo


@dataclass(frozen=True, slots=True)
class Ref:
    """A link with its name: to a category, a place, a reporter, a page."""

    name: str
    address: str
    """An address of this site, or a whole URL."""
    count: int = 0
    """How many releases stand behind it; 0 when nobody counts."""
    current: bool = False
    """Whether it names the page on which it stands."""


@dataclass(frozen=True, slots=True)
class Byline:
    """One hand of a release, resolved through the roster."""

    initials: str
    """As written."""
    name: str
    """Name of the reporter; the initials again when the roster does not know them."""
    address: str
    """Page of the reporter; empty when there is none."""
    role: str
    """`reporter`, `contributor` or `editor`: by the slot."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A press contact."""

    name: str
    role: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Urgent:
    """An urgent notice on the home page."""

    headline: str
    address: str
    published: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """A release in a list."""

    address: str
    headline: str
    standfirst: str
    """Text without the dateline."""
    published: datetime
    place: str
    """Place of the dateline; empty when there is none."""
    category: Ref
    lang: str
    photo: Photo | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A release in its series."""

    headline: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A series with its parts in the order of publication."""

    ref: Ref
    parts: tuple[Part, ...]
    latest: datetime


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a release on its page."""

    series: Series | None = None
    related: tuple[Card, ...] = ()
    previous: Ref | None = None
    """The release published before it."""
    following: Ref | None = None
    """The release published after it."""


@dataclass(frozen=True, slots=True)
class Article:
    """A release as a page shows it."""

    address: str
    lang: str
    headline: str
    standfirst: str
    """Only where the writer wrote one; else empty."""
    description: str
    """The standfirst, else the first sentence of the lede without its dateline."""
    body: Markup
    """HTML: dateline run-in and event date marked, sign-off taken out."""
    published: datetime
    modified: datetime | None
    """None when never modified."""
    place: Ref | None
    """Place of the dateline; its address is empty when the office does not know it."""
    source: str
    """Source of the dateline; empty when there is none."""
    event_date: date | None
    location: Ref | None
    """What the release is about."""
    category: Ref
    tags: tuple[Ref, ...]
    bylines: tuple[Byline, ...]
    """In the order of the sign-off."""
    byline_names: tuple[str, ...]
    """Full names where initials are expected."""
    sign_off: str
    """As written, `(yul/yon)`; empty when there is none."""
    lead: Photo | None
    gallery: tuple[Photo, ...]
    """The other photos, only where they follow each other as a gallery."""
    contact: Contact
    number: str
    permalink: str
    """The whole URL."""
    text_address: str
    """Address of `rilis.txt`; empty when there is none."""
    text_size: int
    """Bytes of `rilis.txt`."""
    share: tuple[Ref, ...]
    """Links that share the release: plain, without trackers."""
    translation: Ref | None
    """The edition in the other language; its name is that language's code."""
    series: Series | None
    related: tuple[Card, ...]
    previous: Ref | None
    """The release published before it."""
    following: Ref | None
    """The release published after it."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed, for the head and for readers."""

    kind: str
    """`Atom`, `RSS` or `JSON`."""
    address: str
    media_type: str
    title: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page."""

    title: str
    """Without the site's name."""
    description: str
    canonical: str
    """The whole URL."""
    lang: str
    alternates: tuple[tuple[str, str], ...] = ()
    """Language code and address of each real translation, this page included."""
    feeds: tuple[FeedLink, ...] = ()
    open_graph: tuple[tuple[str, str], ...] = ()
    """Property and content, in order."""
    json_ld: Mapping[str, object] | None = None
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Releases of one list under one heading: those of a month, or of a day."""

    month: date
    """First day of the month."""
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of a list."""

    number: int
    """This page, from 1."""
    pages: tuple[Ref | None, ...]
    """Pages to offer, named by their numbers; None where some are left out."""
    total: int
    """How many pages there are."""
    newer: str
    """Address of the page before; empty on the first."""
    older: str
    """Address of the page after; empty on the last."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list of releases."""

    ref: Ref
    """What the list is of; its count is that of all its releases."""
    groups: tuple[Group, ...]
    """Newest first; empty when the list is."""
    pagination: Pagination
    description: str = ""
    """What the register says of it; empty when nothing."""
    feeds: tuple[FeedLink, ...] = ()
    siblings: tuple[Ref, ...] = ()
    """The other lists of the same kind."""
    periods: tuple[Ref, ...] = ()
    """The years of the archive, with their counts; on the page of a year its months."""
    parent: Ref | None = None
    """A place's larger place, a month's year."""
    level: str = ""
    """A place's level as the office calls it: `Kecamatan`."""
    day: date | None = None
    """First day of the year or the month of an archive page."""
    children: tuple[Ref, ...] = ()
    """A place's smaller places that have releases."""
    roles: tuple[tuple[str, int], ...] = ()
    """A reporter's roles with the number of releases signed in each."""
    initials: tuple[str, ...] = ()
    """A reporter's initials, in the order of the terms."""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Entries of an index under one heading."""

    title: str
    """Empty when the index has no headings."""
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One term of one reporter, for the page about the initials."""

    initials: str
    reporter: Ref
    """Address empty for a hand without a page."""
    role: str
    """As registered; empty when the register says none."""
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Site:
    """What every page shows of the site and its office."""

    name: str
    office: str
    """Name of the office."""
    address: str
    """Where the office is."""
    boilerplate: str
    """About the office, in the language of the page."""
    terms: str
    sample: bool
    private: bool
    """Whether this is a preview with held text."""
    lang: str
    """Language of the site."""
    policy: str
    """What pages may load, as far as a page can say it of itself."""
    referrer: str
    """How much of an address a followed link tells."""
    stylesheet: str
    stylesheet_integrity: str
    """Digest of its bytes, as `integrity` has it."""
    script: str
    """Address of the one script; empty when the theme has none."""
    script_integrity: str
    """Digest of its bytes; empty when the theme has none."""
    logo: Photo | None
    categories: tuple[Ref, ...]
    """In the order of the register, named in the language of the page."""
    links: tuple[Ref, ...]
    """Footer links of the office: information request, complaints, law."""
    pages: tuple[Ref, ...]
    """The plain pages in the language of the page, by title."""
    languages: tuple[Ref, ...]
    """Home page of each language, named by its code; one when there is no other."""
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class CategoryBlock:
    """A category on the home page with its latest releases."""

    ref: Ref
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The home page, or that of another language."""

    urgent: tuple[Urgent, ...] = ()
    lead: Card | None = None
    latest: tuple[Card, ...] = ()
    """The five after the lead."""
    picks: tuple[Card, ...] = ()
    """Pinned by the editor."""
    blocks: tuple[CategoryBlock, ...] = ()
    series: tuple[Series, ...] = ()
    years: tuple[Ref, ...] = ()
    months: tuple[Ref, ...] = ()
    """The months of the newest year."""
    places: tuple[Ref, ...] = ()
    contact: Contact | None = None
    total: int = 0
    """How many releases are published in the language of the site."""
    newest: datetime | None = None
    """When the newest of them was published."""


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A plain page: about, accessibility, terms."""

    address: str
    lang: str
    title: str
    description: str
    standfirst: str
    """Only where the writer wrote one."""
    body: Markup
    """HTML."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One file of the site: a page to render, or bytes that stand already.

    What a page depends on is all in `values`; nothing else may reach its template but
    the site's fixed words.
    """

    path: str
    """Path under the output folder."""
    template: str = ""
    """Name of the template; empty for ready bytes."""
    values: Mapping[str, object] = field(default_factory=dict)
    """`site`, `head` and what the template's kind is about."""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Forme:
    """What is made in one go: a function, and all that it goes by.

    The function also gets the frame that all pages share, and can reach nothing else;
    so what a file depends on stands here, and it can be made anywhere.
    """

    paths: tuple[str, ...]
    """Of the files that it makes, in order."""
    make: Callable[..., Iterable[Leaf]]
    """A function of a module: called with the frame and what is given."""
    given: tuple[object, ...] = ()
