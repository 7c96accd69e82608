"""The form of a register: every fault with its line and column."""

import pytest
from newsdesk.notation.model import Fault
from newsdesk.registers.schema import Key, Row, Table, read_register

SCHEMA = Table(
    keys={
        "name": Key(required=True),
        "site": Key("site"),
        "url": Key("url"),
        "mail": Key("email"),
        "accent": Key("colour"),
        "logo": Key("picture"),
        "size": Key("number"),
        "open": Key("flag"),
        "since": Key("day"),
        "aliases": Key("texts"),
        "units": Key("labels"),
        "kind": Key(choices=("own", "other")),
    },
    tables={
        "room": Table(
            {"id": Key("id", required=True), "name": Key()},
            tables={"desk": Table({"id": Key("id", required=True)}, least=1)},
        )
    },
)


def told(text: str) -> list[tuple[int, int, str]]:
    _, faults = read_register(text, SCHEMA)
    return [(f.line, f.column, f"{f.rule}/{f.form}".rstrip("/")) for f in faults]


CORRECT = {
    "the least": 'name = "A"\n',
    "a comment and blank lines": '# kantor\n\nname = "A"  # nama\n',
    "text over several lines": 'name = """\nbaris = 1\n[[room]]\n"""\n',
    "an equals sign in a text": 'name = "a = b"\n',
    "an empty value that is not needed": 'name = "A"\nsite = ""\n',
    "a list over several lines": 'name = "A"\naliases = [\n  "x",\n  "y",\n]\n',
    "every kind": """\
name = "A"
site = "https://kota.example/kabar"
url = "https://kota.example/"
mail = "a@kota.example"
accent = "#8a1c1c"
logo = "images/2026/tanda-1.png"
size = -7
open = true
since = 2026-01-31
aliases = []
units = { kota = "Kota" }
kind = "own"
""",
    "a table in a table": (
        'name = "A"\n[[room]]\nid = "satu-2"\n  [[room.desk]]\n  id = "a"\n'
    ),
    "one id in two tables of different parents": (
        'name = "A"\n[[room]]\nid = "a"\n[[room.desk]]\nid = "x"\n'
        '[[room]]\nid = "b"\n[[room.desk]]\nid = "x"\n'
    ),
}


@pytest.mark.parametrize("text", CORRECT.values(), ids=CORRECT)
def test_correct_register_has_no_fault(text: str) -> None:
    assert [] == told(text)


WRONG = {
    # TOML itself
    "no quotes": ('name = "A"\nsite = kota\n', [(2, 8, "register-syntax")]),
    "an open quote": ('name = "A\n', [(1, 10, "register-syntax")]),
    "an open bracket at the end": (
        'name = "A"\naliases = [',
        [(2, 12, "register-syntax")],
    ),
    "a key twice": ('name = "A"\nname = "B"\n', [(2, 11, "register-syntax")]),
    # keys
    "a needed key is missing": ("open = true\n", [(1, 1, "register-key-missing")]),
    "a needed key is empty": ('name = ""\n', [(1, 8, "register-key-missing/empty")]),
    "an unknown key": ('name = "A"\nxyz = 1\n', [(2, 1, "register-key-unknown")]),
    "a key with a slip": (
        'name = "A"\n  acent = "#8a1c1c"\n',
        [(2, 3, "register-key-unknown/suggest")],
    ),
    "a quoted unknown key": (
        'name = "A"\n"x y" = 1\n',
        [(2, 1, "register-key-unknown")],
    ),
    "an unknown table": (
        'name = "A"\n[hall]\nx = 1\n',
        [(2, 1, "register-key-unknown")],
    ),
    "a key of another table": (
        'name = "A"\n[[room]]\nid = "a"\nopen = true\n[[room.desk]]\nid = "b"\n',
        [(4, 1, "register-key-unknown")],
    ),
    # kinds, each near its right form
    "a number for a text": ("name = 7\n", [(1, 8, "register-value/text")]),
    "a list for a text": ('name = ["A"]\n', [(1, 8, "register-value/text")]),
    "an address without a scheme": (
        'name = "A"\nsite = "kota.example"\n',
        [(2, 8, "register-value/site")],
    ),
    "a slash at the end of the site": (
        'name = "A"\nsite = "https://kota.example/"\n',
        [(2, 8, "register-value/site-slash")],
    ),
    "a link of another scheme": (
        'name = "A"\nurl = "ftp://kota.example/"\n',
        [(2, 7, "register-value/url")],
    ),
    "mail without a domain": (
        'name = "A"\nmail = "a@kota"\n',
        [(2, 8, "register-value/email")],
    ),
    "a colour in capitals": (
        'name = "A"\naccent = "#8A1C1C"\n',
        [(2, 10, "register-value/colour")],
    ),
    "a colour of three figures": (
        'name = "A"\naccent = "#8a1"\n',
        [(2, 10, "register-value/colour")],
    ),
    "a drawing": (
        'name = "A"\nlogo = "images/a.svg"\n',
        [(2, 8, "register-value/picture")],
    ),
    "a picture above": (
        'name = "A"\nlogo = "images/../a.png"\n',
        [(2, 8, "register-value/picture")],
    ),
    "a number in quotes": (
        'name = "A"\nsize = "7"\n',
        [(2, 8, "register-value/number")],
    ),
    "true for a number": (
        'name = "A"\nsize = true\n',
        [(2, 8, "register-value/number")],
    ),
    "one for true": ('name = "A"\nopen = 1\n', [(2, 8, "register-value/flag")]),
    "an instant for a day": (
        'name = "A"\nsince = 2026-01-31T09:00:00\n',
        [(2, 9, "register-value/day")],
    ),
    "a day in quotes": (
        'name = "A"\nsince = "2026-01-31"\n',
        [(2, 9, "register-value/day")],
    ),
    "a text for a list": (
        'name = "A"\naliases = "x"\n',
        [(2, 11, "register-value/texts")],
    ),
    "a number in a list": (
        'name = "A"\naliases = ["x", 1]\n',
        [(2, 11, "register-value/texts")],
    ),
    "a number in a table of texts": (
        'name = "A"\nunits = { kota = 1 }\n',
        [(2, 9, "register-value/labels")],
    ),
    "another case of a choice": (
        'name = "A"\nkind = "Own"\n',
        [(2, 8, "register-value/choices")],
    ),
    "capitals in an id": (
        'name = "A"\n[[room]]\nid = "A"\n[[room.desk]]\nid = "b"\n',
        [(3, 6, "register-value/id")],
    ),
    "two hyphens in an id": (
        'name = "A"\n[[room]]\nid = "a--b"\n[[room.desk]]\nid = "b"\n',
        [(3, 6, "register-value/id")],
    ),
    # tables
    "an id twice": (
        'name = "A"\n[[room]]\nid = "a"\n[[room.desk]]\nid = "b"\n'
        '[[room]]\nid = "a"\n[[room.desk]]\nid = "b"\n',
        [(7, 6, "register-id-twice")],
    ),
    "an inner table is missing": (
        'name = "A"\n[[room]]\nid = "a"\n',
        [(2, 1, "register-table-missing")],
    ),
    "the second inner table lacks its key": (
        'name = "A"\n[[room]]\nid = "a"\n[[room.desk]]\nid = "b"\n[[room.desk]]\n',
        [(6, 1, "register-key-missing")],
    ),
    # several faults, in the order of the file
    "faults in order": (
        'kind = "x"\nopen = 1\n[[room]]\nnama = "A"\n',
        [
            (1, 1, "register-key-missing"),
            (1, 8, "register-value/choices"),
            (2, 8, "register-value/flag"),
            (3, 1, "register-key-missing"),
            (3, 1, "register-table-missing"),
            (4, 1, "register-key-unknown/suggest"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_fault_stands_at_its_line_and_column(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    assert expected == told(text)


def test_fault_names_key_value_and_what_is_known() -> None:
    _, (fault,) = read_register('name = "A"\nkind = "ours"\n', SCHEMA)
    values = {"key": "kind", "value": "ours", "choices": "own, other"}
    assert Fault("register-value", 2, 8, values, "choices") == fault


def test_id_twice_names_the_line_of_the_first_table() -> None:
    text = 'name = "A"\n\n[[room]]\nid = "a"\n[[room]]\nid = "a"\n'
    twice = [f for f in read_register(text, SCHEMA)[1] if f.rule == "register-id-twice"]
    assert [{"key": "id", "value": "a", "first": "3"}] == [f.values for f in twice]


def test_syntax_fault_leaves_nothing_to_use() -> None:
    row, _ = read_register('name = "A"\nx = \n', SCHEMA)
    assert Row({}, 1, {}) == row


def test_value_of_the_wrong_kind_is_not_handed_on() -> None:
    row, _ = read_register('name = "A"\nsize = "7"\n', SCHEMA)
    assert {"name": "A"} == row.values


def test_row_points_at_its_keys_else_at_its_table() -> None:
    text = 'name = "A"\n[[room]]\n  id = "a"\n[[room.desk]]\nid = "b"\n'
    row, _ = read_register(text, SCHEMA)
    (room,) = row.rows["room"]
    there, above = room.fault("x", "id", value="a"), room.fault("x", "name")
    assert (3, 8, {"key": "id", "value": "a"}) == (
        there.line,
        there.column,
        there.values,
    )
    assert (2, 1) == (above.line, above.column)
