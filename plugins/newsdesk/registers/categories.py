"""The subjects of the site, in the order shown (`registers/categories.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.notation.model import Fault
from newsdesk.registers.schema import Key, Table, read_register


@dataclass(frozen=True, slots=True)
class Category:
    """One subject."""

    id: str
    name: str
    name_en: str
    """Empty when the office gives none."""
    description: str


@dataclass(frozen=True, slots=True)
class Categories:
    """All subjects by id, in the order shown."""

    categories: Mapping[str, Category]
    names: Mapping[str, Category]
    """By id, name and English name, case folded; the first where two share one."""

    def find(self, name: str) -> Category | None:
        """Return the category of an id or a name in any case, or None."""
        return self.names.get(name.casefold())


_SCHEMA = Table(
    tables={
        "category": Table(
            {
                "id": Key("id", required=True),
                "name": Key(required=True),
                "name_en": Key(),
                "description": Key(),
            },
            least=1,
        )
    }
)


def read_categories(text: str) -> tuple[Categories, tuple[Fault, ...]]:
    """Read `categories.toml`; with a fault the categories are not to be used."""
    row, faults = read_register(text, _SCHEMA)
    keys = ("id", "name", "name_en", "description")
    categories = [
        Category(*(r.text(key) for key in keys)) for r in row.rows.get("category", ())
    ]
    names: dict[str, Category] = {}
    for category in categories:
        for name in (category.id, category.name, category.name_en):
            if name:
                names.setdefault(name.casefold(), category)
    return Categories({c.id: c for c in categories}, names), faults
