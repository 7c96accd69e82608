"""What the office knows, as data: office, places, sources, categories, reporters.

Text of the register files in, values and faults out. Reads no file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from newsdesk.notation import Known, fold
from newsdesk.notation.model import Fault
from newsdesk.registers.categories import Categories, read_categories
from newsdesk.registers.office import Office, read_office
from newsdesk.registers.places import Gazetteer, read_places
from newsdesk.registers.reporters import Roster, read_roster
from newsdesk.registers.schema import Row
from newsdesk.registers.sources import Sources, read_sources

__all__ = ["REGISTERS", "Registers", "known", "read_registers", "zone_of"]


@dataclass(frozen=True, slots=True)
class Registers:
    """All registers of one office."""

    office: Office
    gazetteer: Gazetteer
    sources: Sources
    categories: Categories
    roster: Roster


REGISTERS = (
    "office.toml",
    "places.toml",
    "sources.toml",
    "categories.toml",
    "reporters.toml",
)
"""The files that every content folder has under `registers/`."""


def read_registers(
    texts: Mapping[str, str],
) -> tuple[Registers | None, tuple[tuple[str, Fault], ...]]:
    """Read every register.

    Args:
        texts: Name of a register file -> its text, LF line ends.

    Returns:
        The registers, or None when one is missing or wrong, and every fault with the
        name of its file.
    """
    faults: list[tuple[str, Fault]] = [
        (name, Fault("register-missing", 1, 1, {"value": name}))
        for name in REGISTERS
        if name not in texts
    ]
    if faults:
        return None, tuple(faults)

    def keep(name: str, found: Iterable[Fault]) -> None:
        faults.extend((name, fault) for fault in found)

    office, row, found = read_office(texts["office.toml"])
    keep("office.toml", found)
    gazetteer, found = read_places(texts["places.toml"])
    keep("places.toml", found)
    sources, found = read_sources(texts["sources.toml"])
    keep("sources.toml", found)
    categories, found = read_categories(texts["categories.toml"])
    keep("categories.toml", found)
    roster, found = read_roster(texts["reporters.toml"])
    keep("reporters.toml", found)
    if not faults:
        keep("office.toml", _references(row, gazetteer, categories))
    if faults:
        return None, tuple(faults)
    return Registers(office, gazetteer, sources, categories, roster), ()


def zone_of(texts: Mapping[str, str]) -> ZoneInfo:
    """Return the office's zone, the default when its register does not say one."""
    office, _, _ = read_office(texts.get("office.toml", ""))
    known_zone = office.timezone in available_timezones()
    return ZoneInfo(office.timezone if known_zone else "Asia/Jakarta")


def _references(
    office: Row, gazetteer: Gazetteer, categories: Categories
) -> Iterable[Fault]:
    for key, known_ids in (
        ("city", gazetteer.places),
        ("default_category", categories.categories),
    ):
        if office.text(key) not in known_ids:
            yield office.fault("register-reference", key, value=office.text(key))


def known(registers: Registers) -> Callable[[date | None], Known]:
    """Return what the parser may know of the office on a publication date.

    Without a date every hand that ever was on the roster is known.

    One `Known` is made for each set of initials in use, and shared; a day is looked up
    once.
    """
    office, gazetteer, sources = (
        registers.office,
        registers.gazetteer,
        registers.sources,
    )
    fixed: dict[str, Any] = {
        "places": {
            name: gazetteer.places[id].name for name, id in gazetteer.names.items()
        },
        "regions": frozenset(
            fold(name)
            for place in gazetteer.places.values()
            if place.level in ("negara", "provinsi", "kabupaten", "kota")
            for name in (place.name, *place.aliases)
        ),
        "translated": {
            fold(name): place.name
            for place in gazetteer.places.values()
            for name in place.translated
        },
        "sources": {name: source.name for name, source in sources.names.items()},
        "groups": frozenset(
            name for name, source in sources.names.items() if source.kind == "group"
        ),
        "own_domain": office.domain,
    }
    made: dict[frozenset[str], Known] = {}

    @cache
    def on(day: date | None) -> Known:
        initials = registers.roster.known_on(day)
        if initials not in made:
            made[initials] = Known(**fixed, initials=initials)
        return made[initials]

    return on
