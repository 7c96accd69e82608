"""The gazetteer: places by name, alias and level (`registers/places.toml`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsdesk.notation import fold
from newsdesk.notation.model import Fault
from newsdesk.registers.schema import Key, Row, Table, read_register

# Highest first: a bare name that several places share means the highest of them.
LEVELS = ("negara", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan")


@dataclass(frozen=True, slots=True)
class Place:
    """One place the office knows."""

    id: str
    name: str
    level: str
    """One of `LEVELS`."""
    parent: str
    """Id of the place that contains it; empty at the top."""
    latitude: float | None
    longitude: float | None
    aliases: tuple[str, ...]
    translated: tuple[str, ...]
    """What translation machines make of its name."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places of the office."""

    places: Mapping[str, Place]
    """By id, in the order of the register."""
    names: Mapping[str, str]
    """Folded name or alias -> id; a shared name means the highest level."""

    def find(self, name: str) -> Place | None:
        """Return the place that a name as written stands for, or None.

        Args:
            name: As in a dateline or header: id, name or alias, in any case, with or
                without its region (`Wringin, Jawa`); spaces and hyphens do not matter.
        """
        for written in (name, name.partition(",")[0]):
            if written in self.places:
                return self.places[written]
            if found := self.names.get(fold(written)):
                return self.places[found]
        return None

    def above(self, place: Place) -> tuple[Place, ...]:
        """Return what contains a place, nearest first."""
        found: list[Place] = []
        while place.parent and len(found) < len(LEVELS):
            place = self.places[place.parent]
            found.append(place)
        return tuple(found)

    def within(self, place: Place, inside: str) -> bool:
        """Say whether a place is that of an id or lies inside it."""
        return inside in (place.id, *(p.id for p in self.above(place)))


_SCHEMA = Table(
    tables={
        "place": Table(
            {
                "id": Key("id", required=True),
                "name": Key(required=True),
                "level": Key(required=True, choices=LEVELS),
                "parent": Key("id"),
                "lat": Key("number"),
                "lon": Key("number"),
                "aliases": Key("texts"),
                "translated": Key("texts"),
            },
            least=1,
        )
    }
)


def read_places(text: str) -> tuple[Gazetteer, tuple[Fault, ...]]:
    """Read `places.toml`; with a fault the gazetteer is not to be used."""
    row, faults = read_register(text, _SCHEMA)
    rows = row.rows.get("place", ())
    places = {r.text("id"): _place(r) for r in rows}
    found = [*faults, *_parent_faults(rows, places)]
    return Gazetteer(places, _names(places.values())), tuple(found)


def _place(row: Row) -> Place:
    latitude, longitude = row.values.get("lat"), row.values.get("lon")
    return Place(
        id=row.text("id"),
        name=row.text("name"),
        level=row.text("level"),
        parent=row.text("parent"),
        latitude=None if latitude is None else float(latitude),
        longitude=None if longitude is None else float(longitude),
        aliases=tuple(row.values.get("aliases", ())),
        translated=tuple(row.values.get("translated", ())),
    )


def _parent_faults(rows: Iterable[Row], places: Mapping[str, Place]) -> list[Fault]:
    faults = []
    for row in rows:
        parent = row.text("parent")
        if parent and parent not in places:
            faults.append(row.fault("register-reference", "parent", value=parent))
        elif parent and _rank(places[parent].level) >= _rank(row.text("level")):
            # Also what keeps a chain of parents from running in a circle.
            faults.append(row.fault("register-parent-level", "parent", value=parent))
    return faults


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else len(LEVELS)


def _names(places: Iterable[Place]) -> dict[str, str]:
    names: dict[str, str] = {}
    # City before regency of the same name: `Kabupaten X` is what the alias says.
    order = {**{level: rank for rank, level in enumerate(LEVELS)}, "kota": 1.5}
    for place in sorted(places, key=lambda place: order.get(place.level, 9)):
        for name in (place.name, *place.aliases):
            names.setdefault(fold(name), place.id)
    return names
