"""The registers of one office: what only they can say, and how they are asked."""

from datetime import date

import pytest
from newsdesk.notation import fold
from newsdesk.registers import Registers, known, read_registers, zone_of
from newsdesk.registers.categories import read_categories
from newsdesk.registers.office import read_office
from newsdesk.registers.places import Gazetteer, read_places
from newsdesk.registers.reporters import read_roster
from newsdesk.registers.sources import read_sources
from newsroom import CATEGORIES, OFFICE, PLACES, REGISTERS, REPORTERS, SOURCES

Told = list[tuple[str, int, int, str]]


def told(texts: dict[str, str]) -> Told:
    _, faults = read_registers(texts)
    return [(n, f.line, f.column, f"{f.rule}/{f.form}".rstrip("/")) for n, f in faults]


@pytest.fixture(scope="module")
def registers() -> Registers:
    found, faults = read_registers(REGISTERS)
    assert (found is not None, ()) == (True, faults)
    assert found is not None
    return found


# -- all of them -----------------------------------------------------------------------


def test_missing_registers_are_all_named_and_nothing_else() -> None:
    texts = {"office.toml": "x", "places.toml": PLACES, "sources.toml": SOURCES}
    assert [
        ("categories.toml", 1, 1, "register-missing"),
        ("reporters.toml", 1, 1, "register-missing"),
    ] == told(texts)


def test_faults_of_all_registers_come_together() -> None:
    texts = {name: f"warna = 1\n{text}" for name, text in REGISTERS.items()}
    assert [(name, 1, 1, "register-key-unknown") for name in REGISTERS] == told(texts)


def test_further_file_among_the_registers_is_none_of_theirs() -> None:
    assert [] == told({**REGISTERS, "holders.toml": "x = "})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"kota-wringin"', '"kota-lain"', ("office.toml", 5, 8, "register-reference")),
        ('"pemerintahan"', '"olahraga"', ("office.toml", 6, 20, "register-reference")),
    ],
    ids=["city", "default category"],
)
def test_office_names_only_what_is_registered(
    old: str, new: str, expected: tuple[str, int, int, str]
) -> None:
    assert [expected] == told({**REGISTERS, "office.toml": OFFICE.replace(old, new)})


# -- office ----------------------------------------------------------------------------


def test_office_has_its_defaults() -> None:
    office, _, faults = read_office(OFFICE)
    assert () == faults
    assert ("Asia/Jakarta", "id", "", "", False, {}) == (
        office.timezone,
        office.language,
        office.logo,
        office.accent,
        office.sample,
        office.units,
    )
    assert ["meja-pers"] == [contact.id for contact in office.contacts]
    assert () == office.links


def test_office_needs_a_contact() -> None:
    _, _, faults = read_office(OFFICE.partition("[[contact]]")[0])
    assert [("register-table-missing", 1, {"table": "contact"})] == [
        (f.rule, f.line, f.values) for f in faults
    ]


ZONES = {
    "none given": ("", "Asia/Jakarta"),
    "another one": ('timezone = "Asia/Jayapura"\n', "Asia/Jayapura"),
    "one that is none": ('timezone = "WIB"\n', "Asia/Jakarta"),
}


@pytest.mark.parametrize(("line", "zone"), ZONES.values(), ids=ZONES)
def test_zone_can_be_told_even_from_a_wrong_register(line: str, zone: str) -> None:
    assert zone == zone_of({"office.toml": f"{line}x = 1\n"}).key


def test_zone_can_be_told_without_registers() -> None:
    assert "Asia/Jakarta" == zone_of({}).key


# -- places ----------------------------------------------------------------------------

NAMES = {
    "id": ("kenanga", "kenanga"),
    "name": ("Kenanga", "kenanga"),
    "capitals": ("KENANGA", "kenanga"),
    "alias": ("kota wringin", "kota-wringin"),
    "with its region": ("Kenanga, Wringin", "kenanga"),
    "blanks and hyphens": ("Ke-na nga", "kenanga"),
    "unknown": ("Melati", None),
    "part of a name": ("Kenang", None),
    "empty": ("", None),
    "a translation is no name": ("Ylang-ylang", None),
}


@pytest.mark.parametrize(("written", "id"), NAMES.values(), ids=NAMES)
def test_place_is_found_by_what_it_is_called(
    registers: Registers, written: str, id: str | None
) -> None:
    place = registers.gazetteer.find(written)
    assert id == (place.id if place else None)


LEVELS = """\
[[place]]
id = "kel"
name = "Sawo"
level = "kelurahan"
parent = "kec"
[[place]]
id = "kec"
name = "Sawo"
level = "kecamatan"
parent = "kab"
[[place]]
id = "kab"
name = "Jati"
level = "kabupaten"
parent = "prov"
aliases = ["Kabupaten Jati"]
[[place]]
id = "kota"
name = "Jati"
level = "kota"
parent = "prov"
[[place]]
id = "prov"
name = "Timur"
level = "provinsi"
"""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    found, faults = read_places(LEVELS)
    assert () == faults
    return found


@pytest.mark.parametrize(
    ("name", "id"),
    [("Sawo", "kec"), ("Jati", "kota"), ("kabupaten jati", "kab"), ("kel", "kel")],
    ids=["district before ward", "city before regency", "alias", "id before name"],
)
def test_shared_name_means_the_highest_place(
    gazetteer: Gazetteer, name: str, id: str
) -> None:
    place = gazetteer.find(name)
    assert place is not None
    assert id == place.id


def test_place_knows_what_contains_it(gazetteer: Gazetteer) -> None:
    ward = gazetteer.places["kel"]
    assert ["kec", "kab", "prov"] == [place.id for place in gazetteer.above(ward)]
    assert [True, True, False] == [
        gazetteer.within(ward, id) for id in ("kel", "prov", "kota")
    ]


PARENTS = {
    "unknown": ('parent = "kec"', 'parent = "x"', (5, 10, "register-reference")),
    "itself": ('parent = "kec"', 'parent = "kel"', (5, 10, "register-parent-level")),
    "the same level": (
        'parent = "kab"',
        'parent = "kec"',
        (10, 10, "register-parent-level"),
    ),
    "below it": ('parent = "kab"', 'parent = "kel"', (10, 10, "register-parent-level")),
}


@pytest.mark.parametrize(("old", "new", "expected"), PARENTS.values(), ids=PARENTS)
def test_parent_is_a_higher_place(
    old: str, new: str, expected: tuple[int, int, str]
) -> None:
    _, faults = read_places(LEVELS.replace(old, new))
    assert [expected] == [(f.line, f.column, f.rule) for f in faults]


def test_position_is_kept_as_figures() -> None:
    text = LEVELS.replace('name = "Timur"', 'name = "Timur"\nlat = -7\nlon = 112.5')
    found, faults = read_places(text)
    assert () == faults
    place = found.places["prov"]
    assert (-7.0, 112.5) == (place.latitude, place.longitude)
    assert (None, None) == (
        found.places["kec"].latitude,
        found.places["kec"].longitude,
    )


# -- sources ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("kota.example", "kota"),
        ("KOTA.EXAMPLE", "kota"),
        ("mc", "kota"),
        ("KABAR RAYA", "kabar-raya"),
        ("kota.exampl", None),
        ("Kabar", None),
        ("", None),
    ],
)
def test_source_is_found_by_name_domain_or_alias(
    registers: Registers, written: str, id: str | None
) -> None:
    source = registers.sources.find(written)
    assert id == (source.id if source else None)


OWN = {
    "none": (SOURCES.replace('"own"', '"outlet"'), [(1, 1, "")]),
    "two": (SOURCES.replace('"agency"', '"own"'), [(11, 8, "twice")]),
    "one": (SOURCES, []),
}


@pytest.mark.parametrize(("text", "expected"), OWN.values(), ids=OWN)
def test_exactly_one_source_is_the_office(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    _, faults = read_sources(text)
    assert expected == [(f.line, f.column, f.form) for f in faults]
    assert {"register-own-source"} >= {f.rule for f in faults}


# -- categories ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("lingkungan", "lingkungan"),
        ("LINGKUNGAN", "lingkungan"),
        ("environment", "lingkungan"),
        ("lingkung", None),
        ("", None),
    ],
)
def test_category_is_found_by_id_or_name(
    registers: Registers, written: str, id: str | None
) -> None:
    category = registers.categories.find(written)
    assert id == (category.id if category else None)


def test_categories_keep_the_order_of_the_register() -> None:
    found, faults = read_categories(CATEGORIES)
    assert () == faults
    assert ["pemerintahan", "lingkungan"] == list(found.categories)


# -- roster ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("initials", "day", "id"),
    [
        ("ajl", date(2026, 11, 20), "ajeng"),
        ("AJL", date(2026, 11, 20), "ajeng"),
        ("ajl", date(2020, 1, 1), "ajeng"),
        ("ajl", date(2019, 12, 31), None),
        ("ctw", date(2025, 12, 31), "citra"),
        ("ctw", date(2026, 1, 1), None),
        ("zzz", date(2026, 11, 20), None),
    ],
    ids=[
        "in the term",
        "capitals",
        "first day",
        "day before",
        "last day",
        "day after",
        "unknown",
    ],
)
def test_hand_is_found_by_initials_and_day(
    registers: Registers, initials: str, day: date, id: str | None
) -> None:
    found = registers.roster.find(initials, day)
    assert id == (found[1].id if found else None)


def test_roster_knows_who_signs_on_a_day_and_who_ever_did(registers: Registers) -> None:
    roster = registers.roster
    assert {"ajl", "bgp"} == roster.known_on(date(2026, 11, 20))
    assert {"ajl", "bgp", "ctw"} == roster.known_on(None)


TERMS = {
    # the second reporter's initials become those of the first
    "open and later": ('"ctw"', '"ajl"', [(21, 14, "register-term-overlap")]),
    "another case": ('"ctw"', '"AJL"', [(21, 14, "register-term-overlap")]),
    "ends before it begins": (
        "to = 2025-12-31",
        "to = 2019-12-31",
        [(23, 8, "register-term-order")],
    ),
    "one day long": ("to = 2025-12-31", "to = 2020-01-01", []),
}


@pytest.mark.parametrize(("old", "new", "expected"), TERMS.values(), ids=TERMS)
def test_terms_of_the_same_initials_do_not_overlap(
    old: str, new: str, expected: list[tuple[int, int, str]]
) -> None:
    _, faults = read_roster(REPORTERS.replace(old, new))
    assert expected == [(f.line, f.column, f.rule) for f in faults]


@pytest.mark.parametrize(
    ("since", "faults"),
    [("2026-01-01", 0), ("2025-12-31", 1)],
    ids=["from the day after", "from the last day"],
)
def test_initials_may_pass_on_when_a_term_is_over(since: str, faults: int) -> None:
    heir = (
        '\n[[reporter]]\nid = "dewi"\nname = "Dewi"\n[[reporter.term]]\n'
        f'initials = "ctw"\nfrom = {since}\n'
    )
    assert faults == len(read_roster(REPORTERS + heir)[1])


# -- what the parser is told -----------------------------------------------------------


def test_parser_is_told_names_as_registered(registers: Registers) -> None:
    told = known(registers)(date(2026, 11, 20))
    assert "Kenanga" == told.places[fold("KENANGA")]
    assert "Wringin" == told.places[fold("kota wringin")]
    assert "Kenanga" == told.translated[fold("ylang ylang")]
    assert "kota.example" == told.sources[fold("MC")]
    assert {fold("Wringin"), fold("Kota Wringin")} == told.regions
    assert ("kota.example", frozenset()) == (told.own_domain, told.groups)
    assert {"ajl", "bgp"} == told.initials


def test_parser_is_told_the_hands_of_the_day(registers: Registers) -> None:
    on = known(registers)
    assert "ctw" in on(date(2025, 6, 1)).initials
    assert "ctw" not in on(date(2026, 6, 1)).initials
    assert on(date(2026, 6, 1)) is on(date(2026, 7, 1))
