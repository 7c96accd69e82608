"""Another office: its content folder alone makes its site."""

import re
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT


def _first_city() -> re.Pattern[bytes]:
    """Return a pattern of every word that belongs to the first city alone."""
    folder = ROOT / "content/registers"
    office = tomllib.loads((folder / "office.toml").read_text(encoding="utf-8"))
    places = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))
    roster = tomllib.loads((folder / "reporters.toml").read_text(encoding="utf-8"))
    within = {office["city"]}
    words = {office["domain"], office["domain"].partition(".")[0], office["accent"]}
    for place in places["place"]:
        if place["id"] in within or place.get("parent") in within:
            within.add(place["id"])
            words |= {place["name"], *place.get("translated", ())}
    words |= {reporter["name"] for reporter in roster["reporter"]}
    words |= {"WIB", office["timezone"]}
    parts = (re.escape(word.encode()) for word in sorted(words))
    return re.compile(
        rb"(?<![\w-])(?:" + b"|".join(parts) + rb")(?![\w-])", re.IGNORECASE
    )


FIRST_CITY = _first_city()
# Everyday words that are also names of its neighbourhoods.
EVERYDAY = {b"bareng", b"gadang"}


def _found(data: bytes) -> set[bytes]:
    return {word.lower() for word in FIRST_CITY.findall(data)} - EVERYDAY


def test_pattern_finds_the_first_city(sample_site: Path):
    """The test below can fail: on the first city's own site it would."""
    assert _found((sample_site / "index.html").read_bytes())


def test_second_site_has_no_word_of_the_first_city(second_site: Path):
    found = {
        path.relative_to(second_site).as_posix(): words
        for path in second_site.rglob("*")
        if path.is_file()
        and (words := _found(path.read_bytes()) | _found(path.name.encode()))
    }

    assert {} == found


# What the code must know of the country: the default zone of the format (registers
# say otherwise), and the short names of all its zones, which a date may not have.
OF_THE_COUNTRY = {b"asia/jakarta", b"wib"}


@pytest.mark.parametrize("name", ["plugins", "theme"])
def test_no_room_of_the_code_knows_the_first_city(name: str):
    found = {
        path.relative_to(ROOT).as_posix(): words
        for path in (ROOT / name).rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and (words := _found(path.read_bytes()) - OF_THE_COUNTRY)
    }

    assert {} == found


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py", "tasks.py"])
def test_no_settings_file_knows_a_city(name: str):
    assert set() == _found((ROOT / name).read_bytes())


def test_second_site_stands_under_its_path(second_site: Path):
    home = (second_site / "index.html").read_text(encoding="utf-8")

    assert 'href="/kabar/arsip/"' in home
    assert 'href="https://pers.telukkasuari.example/kabar/"' in home


def test_second_site_tells_time_in_its_zone(second_site: Path):
    home = (second_site / "index.html").read_text(encoding="utf-8")

    assert "\u00a0WIT</time>" in home
    assert "+09:00" in home


def test_second_site_has_no_english(second_site: Path):
    home = (second_site / "index.html").read_text(encoding="utf-8")

    assert not (second_site / "en").exists()
    assert "hreflang" not in home


def test_second_office_calls_its_units_by_their_names(second_site: Path):
    index = (second_site / "tempat/index.html").read_text(encoding="utf-8")

    assert "Distrik" in index
    assert "Kecamatan" not in index
