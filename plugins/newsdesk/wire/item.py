"""A release as machines read it: the plain values every output is made from.

Knows nothing of pages, templates or Pelican. All addresses are whole URLs, all
datetimes are aware, all text is plain; the one HTML field says so.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A hand of a release, by name."""

    name: str
    url: str = ""
    """Page of the reporter; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what contains it."""

    name: str
    url: str = ""
    """Page of the place; empty when the office does not know it."""
    within: tuple[str, ...] = ()
    """Names of the larger places, nearest first."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """The lead photo at its largest published size."""

    url: str
    width: int
    height: int
    media_type: str
    """As in `image/png`."""
    size: int
    """Bytes."""
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """The office and its site, as outputs name them."""

    name: str
    """Name of the office."""
    site: str
    """Name of the site."""
    url: str
    """Whole URL of the home page, with a slash at the end."""
    domain: str
    """Domain of the office, for feed ids."""
    address: str
    email: str
    """Of the first press contact."""
    phone: str
    logo: Picture | None
    lang: str
    terms: str
    sample: bool
    """Whether nothing here is official."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a link to a release shows where somebody shares it."""

    published: datetime
    modified: datetime | None
    category: str
    """Name of the category in the language of the item."""
    tags: tuple[str, ...]
    picture: Picture | None
    translation_lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem(Shared):
    """One published release."""

    id: str
    """Permanent: `tag:DOMAIN,YYYY-MM-DD:ADDRESS` of the first address."""
    url: str
    text_url: str
    """Whole URL of `rilis.txt`."""
    lang: str
    headline: str
    description: str
    """Standfirst or first sentence, without the dateline."""
    dateline: str
    """As printed: `Wringin (kota.example) –`; empty when there is none."""
    source: str
    """Source of the dateline; empty when there is none."""
    located: Spot | None
    """Where it was filed: the place of the dateline."""
    about: Spot | None
    """What place it is about."""
    event_date: date | None
    authors: tuple[Person, ...]
    editors: tuple[Person, ...]
    contributors: tuple[Person, ...]
    sign_off: str
    """As written: `(yul/yon)`; empty when there is none."""
    number: str
    series: Person | None
    """Name and URL of its series."""
    body_html: str
    """HTML of the body with absolute addresses."""
    body_text: str
    """Plain text of the body, paragraphs parted by a blank line, dateline and sign-off
    included as written."""
    contact_name: str
    contact_role: str
    contact_phone: str
    contact_email: str
    translation_url: str = ""
