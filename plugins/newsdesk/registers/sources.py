"""The outlets that may stand in a dateline (`registers/sources.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.notation import fold
from newsdesk.notation.model import Fault
from newsdesk.registers.schema import Key, Table, read_register


@dataclass(frozen=True, slots=True)
class Source:
    """One outlet."""

    id: str
    name: str
    kind: str
    """`own`, `agency`, `outlet` or `group`."""
    domain: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """All outlets of the office."""

    sources: tuple[Source, ...]
    names: Mapping[str, Source]
    """By folded name, domain or alias."""

    def find(self, name: str) -> Source | None:
        """Return the outlet that a name as written stands for, or None."""
        return self.names.get(fold(name))


_SCHEMA = Table(
    tables={
        "source": Table(
            {
                "id": Key("id", required=True),
                "name": Key(required=True),
                "kind": Key(
                    required=True, choices=("own", "agency", "outlet", "group")
                ),
                "domain": Key(),
                "aliases": Key("texts"),
            },
            least=1,
        )
    }
)


def read_sources(text: str) -> tuple[Sources, tuple[Fault, ...]]:
    """Read `sources.toml`; with a fault the sources are not to be used."""
    row, faults = read_register(text, _SCHEMA)
    rows = row.rows.get("source", ())
    found = list(faults)
    sources = tuple(
        Source(
            id=r.text("id"),
            name=r.text("name"),
            kind=r.text("kind"),
            domain=r.text("domain"),
            aliases=tuple(r.values.get("aliases", ())),
        )
        for r in rows
    )
    own = [r for r in rows if r.text("kind") == "own"]
    if rows and not own:
        found.append(Fault("register-own-source", 1, 1, {}))
    found += [
        r.fault("register-own-source", "kind", "twice", value=r.text("id"))
        for r in own[1:]
    ]
    names: dict[str, Source] = {}
    for source in sources:
        for name in (source.name, source.domain, *source.aliases):
            if name:
                names.setdefault(fold(name), source)
    return Sources(sources, names), tuple(found)
