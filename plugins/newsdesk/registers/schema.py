"""Reads a register: TOML against a table of its keys, every fault with its line.

Knows the form of a register file, not what any one register is about. `tomllib` gives
values without places, so a place is found again in the text by its table and key.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from newsdesk.notation.model import Fault


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a register's table."""

    kind: str = "text"
    """`text`, `url`, `site`, `id`, `email`,
    `colour`, `zone`, `picture`, `number`, `flag`,
    `day`, `texts` or `labels`."""
    required: bool = False
    choices: tuple[str, ...] = ()
    """The only values allowed; empty when any is."""


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one table and the tables inside it."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    tables: Mapping[str, "Table"] = field(default_factory=dict)
    """Arrays of tables by name: `[[contact]]`."""
    least: int = 0
    """How many of this table there must be."""


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a register as read: its values and where they stand."""

    values: Mapping[str, Any]
    """Only keys of the schema, each of its kind."""
    line: int
    """Line of the table's head, 1-based; 1 for the top of the file."""
    lines: Mapping[str, tuple[int, int]]
    """Line and column of each key's value."""
    rows: Mapping[str, tuple["Row", ...]] = field(default_factory=dict)
    """The tables inside it, by name, in the order of the file."""

    def text(self, key: str) -> str:
        """Return a text value; empty when it is not given."""
        return str(self.values.get(key, ""))

    def fault(self, rule: str, key: str, form: str = "", **values: str) -> Fault:
        """Return a fault that points at the value of a key, else at the table."""
        line, column = self.lines.get(key, (self.line, 1))
        return Fault(rule, line, column, {"key": key, **values}, form)


ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
URL = re.compile(r"https?://[^\s/]+(?:/[^\s]*)?")
# A site's own: it stands in front of addresses, and in values of HTML.
SITE_URL = re.compile(r"https?://[\w.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~%-]+)*/?")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_PICTURE = re.compile(r"images/(?:[0-9]{4}/)?[a-z0-9-]+\.(?:jpe?g|png|webp)")

_SHAPES: Mapping[str, re.Pattern[str]] = {
    "id": ID,
    "url": URL,
    "site": SITE_URL,
    "email": _EMAIL,
    "colour": _COLOUR,
    "picture": _PICTURE,
}


# What Git writes around the sides of a merge conflict.
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \n]|\Z)", re.MULTILINE)


def read_register(text: str, schema: Table) -> tuple[Row, tuple[Fault, ...]]:
    """Read one register.

    Args:
        text: The whole file, LF line ends.
        schema: The keys that the register may have.

    Returns:
        What could be read, and every fault, in the order of the file. With a fault of
        TOML's own syntax the row is empty.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Row({}, 1, {}), (_syntax_fault(error, text),)
    places = _Places(text)
    faults: list[Fault] = []
    row = _read_table(data, schema, (), places, faults)
    return row, tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))


def _syntax_fault(error: tomllib.TOMLDecodeError, text: str) -> Fault:
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return Fault("conflict-marker", line, 1, {"value": conflict[0]})
    # Python 3.11 says the place only in words: "… (at line 3, column 9)", or
    # "(at end of document)".
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    lines = text.split("\n")
    line, column = (
        (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    )
    shown = lines[line - 1].strip() if line <= len(lines) else ""
    return Fault("register-syntax", line, column, {"value": shown})


def _read_table(
    data: Mapping[str, Any],
    schema: Table,
    path: tuple[tuple[str, int], ...],
    places: "_Places",
    faults: list[Fault],
) -> Row:
    values: dict[str, Any] = {}
    rows: dict[str, tuple[Row, ...]] = {}
    lines = {key: places.of(path, key) for key in data}
    head = places.head(path)
    for key, value in data.items():
        line, column = lines[key]
        if key in schema.tables:
            inner = value if isinstance(value, list) else [value]
            rows[key] = tuple(
                _read_table(item, schema.tables[key], (*path, (key, n)), places, faults)
                for n, item in enumerate(inner)
                if isinstance(item, dict)
            )
            faults += _twice(rows[key])
        elif key not in schema.keys:
            known = [*schema.keys, *schema.tables]
            near = get_close_matches(key, known, 1)
            faults.append(
                Fault(
                    "register-key-unknown",
                    *places.key(path, key),
                    {
                        "key": key,
                        "suggestion": near[0] if near else "",
                        "known": ", ".join(known),
                    },
                    "suggest" if near else "",
                )
            )
        elif (form := _misfit(value, schema.keys[key])) is not None:
            choices = ", ".join(schema.keys[key].choices)
            faults.append(
                Fault(
                    "register-value",
                    line,
                    column,
                    {"key": key, "value": _shown(value), "choices": choices},
                    form,
                )
            )
        else:
            values[key] = value
    for key, rule in schema.keys.items():
        if not rule.required or data.get(key, "") != "":
            continue
        line, column = lines.get(key, (head, 1))
        form = "empty" if key in data else ""
        faults.append(Fault("register-key-missing", line, column, {"key": key}, form))
    for name, table in schema.tables.items():
        if len(rows.get(name, ())) < table.least:
            faults.append(Fault("register-table-missing", head, 1, {"table": name}))
    return Row(values, head, lines, rows)


def _twice(rows: tuple[Row, ...]) -> Iterator[Fault]:
    """Yield a fault for each id that an earlier table of the array has already."""
    seen: dict[str, int] = {}
    for row in rows:
        id = row.text("id")
        if id and seen.setdefault(id, row.line) != row.line:
            yield row.fault("register-id-twice", "id", value=id, first=str(seen[id]))


def _misfit(value: object, key: Key) -> str | None:
    """Return the form of the message about a value of the wrong kind, or None."""
    match key.kind:
        case "number":
            fits = isinstance(value, int | float) and not isinstance(value, bool)
        case "flag":
            fits = isinstance(value, bool)
        case "day":
            fits = type(value) is date
        case "texts":
            fits = isinstance(value, list) and all(isinstance(v, str) for v in value)
        case "labels":
            fits = isinstance(value, dict) and all(
                isinstance(label, str) for label in value.values()
            )
        case _:
            if not isinstance(value, str):
                return "text"
            if key.choices:
                return None if value in key.choices else "choices"
            shape = _SHAPES.get(key.kind)
            fits = value == "" or shape is None or shape.fullmatch(value) is not None
            # A slash at the end would double in every address built on it.
            if fits and key.kind == "site" and value.endswith("/"):
                return "site-slash"
    return None if fits else key.kind


def _shown(value: object) -> str:
    """Return a value as TOML writes it, text without its quotes."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).replace("'", "") if isinstance(value, list) else str(value)


class _Places:
    """Where tables and keys stand in a TOML text.

    A light second reading: heads of tables and keys at the start of a line. Text
    inside multi-line strings is passed over.
    """

    # A table's head: [name], [[name]], [[outer.inner]].
    _HEAD = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?")
    # A key and where its value begins.
    _KEY = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\")\s*=\s*")

    def __init__(self, text: str) -> None:
        self._heads: dict[tuple[tuple[str, int], ...], int] = {(): 1}
        self._keys: dict[
            tuple[tuple[tuple[str, int], ...], str], tuple[int, int, int]
        ] = {}
        for number, kind, path, name, columns in self._scan(text):
            if kind == "head":
                self._heads[path] = number
            else:
                self._keys.setdefault((path, name), (number, *columns))

    def _scan(
        self, text: str
    ) -> Iterator[tuple[int, str, tuple[tuple[str, int], ...], str, tuple[int, int]]]:
        path: tuple[tuple[str, int], ...] = ()
        counts: dict[tuple[tuple[tuple[str, int], ...], str], int] = {}
        quote = ""
        for number, line in enumerate(text.split("\n"), 1):
            if quote:
                if quote in line:
                    quote = ""
                continue
            if head := self._HEAD.match(line):
                parent: tuple[tuple[str, int], ...] = ()
                *outer, name = head[1].split(".")
                for part in outer:
                    parent = (*parent, (part, counts.get((parent, part), 1) - 1))
                nth = counts.get((parent, name), 0)
                counts[parent, name] = nth + 1
                path = (*parent, (name, nth))
                yield number, "head", path, "", (1, 1)
            elif key := self._KEY.match(line):
                columns = (key.start(1) + 1, key.end() + 1)
                yield number, "key", path, key[1].strip('"'), columns
                for mark in ('"""', "'''"):
                    if line.count(mark) == 1:
                        quote = mark

    def head(self, path: tuple[tuple[str, int], ...]) -> int:
        """Return the line of a table's head."""
        return self._heads.get(path, 1)

    def key(self, path: tuple[tuple[str, int], ...], key: str) -> tuple[int, int]:
        """Return line and column of a key itself."""
        line, column, _ = self._keys.get((path, key), (self._inner(path, key), 1, 1))
        return line, column

    def of(self, path: tuple[tuple[str, int], ...], key: str) -> tuple[int, int]:
        """Return line and column of a key's value."""
        line, _, column = self._keys.get((path, key), (self._inner(path, key), 1, 1))
        return line, column

    def _inner(self, path: tuple[tuple[str, int], ...], key: str) -> int:
        return self._heads.get((*path, (key, 0)), self.head(path))
