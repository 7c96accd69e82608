"""The office: the site's whole identity (`registers/office.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo, available_timezones

from newsdesk.notation.model import Fault
from newsdesk.registers.schema import Key, Row, Table, read_register


@dataclass(frozen=True, slots=True)
class OfficeContact:
    """A press contact."""

    id: str
    name: str
    role: str
    role_en: str
    """Empty when there is none."""
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class OfficeLink:
    """A link in the footer: information request, complaints, law."""

    id: str
    label: str
    label_en: str
    """Empty when there is none."""
    url: str


@dataclass(frozen=True, slots=True)
class Office:
    """Who publishes, where, and in which zone."""

    site: str
    """Name of the site."""
    url: str
    """Whole URL of the site, without a slash at the end; it may have a path."""
    name: str
    """Name of the office."""
    domain: str
    """Domain in the house dateline."""
    timezone: str
    language: str
    city: str
    """Id of the office's own place."""
    default_category: str
    address: str
    boilerplate: str
    boilerplate_en: str
    terms: str
    terms_en: str
    """Empty when there is none."""
    logo: str
    """Path under the content folder; empty when there is none."""
    accent: str
    """Colour `#rrggbb`; empty for the theme's own."""
    units: Mapping[str, str]
    """What the office calls a level: `kecamatan` -> `Distrik`."""
    sample: bool
    contacts: tuple[OfficeContact, ...]
    links: tuple[OfficeLink, ...]

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.timezone)


_NEED = Key(required=True)
_SCHEMA = Table(
    keys={
        "site": _NEED,
        "url": Key("site", required=True),
        "name": _NEED,
        "domain": _NEED,
        "timezone": Key("zone"),
        "language": Key(choices=("id",)),
        "city": Key("id", required=True),
        "default_category": Key("id", required=True),
        "address": _NEED,
        "boilerplate": _NEED,
        "boilerplate_en": Key(),
        "terms": _NEED,
        "terms_en": Key(),
        "logo": Key("picture"),
        "accent": Key("colour"),
        "units": Key("labels"),
        "sample": Key("flag"),
    },
    tables={
        "contact": Table(
            {
                "id": Key("id", required=True),
                "name": _NEED,
                "role": _NEED,
                "role_en": Key(),
                "phone": _NEED,
                "email": Key("email", required=True),
            },
            least=1,
        ),
        "link": Table(
            {
                "id": Key("id", required=True),
                "label": _NEED,
                "label_en": Key(),
                "url": Key("url", required=True),
            }
        ),
    },
)


def read_office(text: str) -> tuple[Office, Row, tuple[Fault, ...]]:
    """Read `office.toml`.

    Returns:
        The office, the row it was read from, and every fault of the file. With a
        fault the office is not to be used.
    """
    row, faults = read_register(text, _SCHEMA)
    found = list(faults)
    timezone = row.text("timezone") or "Asia/Jakarta"
    if timezone not in available_timezones():
        found.append(row.fault("register-value", "timezone", "zone", value=timezone))
    contacts = row.rows.get("contact", ())
    links = row.rows.get("link", ())
    office = Office(
        site=row.text("site"),
        url=row.text("url"),
        name=row.text("name"),
        domain=row.text("domain"),
        timezone=timezone,
        language=row.text("language") or "id",
        city=row.text("city"),
        default_category=row.text("default_category"),
        address=row.text("address"),
        boilerplate=row.text("boilerplate"),
        boilerplate_en=row.text("boilerplate_en"),
        terms=row.text("terms"),
        terms_en=row.text("terms_en"),
        logo=row.text("logo"),
        accent=row.text("accent"),
        units=dict(row.values.get("units", {})),
        sample=bool(row.values.get("sample", False)),
        contacts=tuple(
            OfficeContact(
                *(
                    r.text(k)
                    for k in ("id", "name", "role", "role_en", "phone", "email")
                )
            )
            for r in contacts
        ),
        links=tuple(
            OfficeLink(*(r.text(k) for k in ("id", "label", "label_en", "url")))
            for r in links
        ),
    )
    return office, row, tuple(found)
