"""The theme's assets, and the office's colour in them."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.press.colour import contrast, shades
from newsdesk.press.theme import read_theme

PAPER, NIGHT = (252, 252, 250), (19, 21, 22)


def _theme(root: Path, files: dict[str, bytes]) -> Path:
    for folder in ("css", "js"):
        (root / "static" / folder).mkdir(parents=True)
    for name, data in files.items():
        (root / "static" / name).write_bytes(data)
    return root


FILES = {
    "css/layers.css": b"@layer reset, tokens;\n",
    "css/base.css": b"@layer base { a { color: red } }\r\n",
    "css/tokens.css": "@layer tokens { /* é */ }".encode(),
    "js/b.js": b"b()\n",
    "js/a.js": b"a()\n",
    "css/catatan.txt": b"no style",
}


def test_layers_stand_first_and_all_bytes_are_as_written(tmp_path: Path):
    theme = read_theme(_theme(tmp_path, FILES), "")

    assert (
        b"@layer reset, tokens;\n@layer base { a { color: red } }\r\n"
        + "@layer tokens { /* é */ }".encode()
        == theme.stylesheet
    )
    assert b"a()\nb()\n" == theme.script


def test_colour_of_the_office_stands_between_layers_and_tokens(tmp_path: Path):
    lines = read_theme(_theme(tmp_path, FILES), "#1f5132").stylesheet.splitlines()
    found = shades("#1f5132")

    assert b"@layer reset, tokens;" == lines[0]
    assert (
        f"@layer tokens {{ :root {{ --office-accent: {found['accent']};"
        f" --office-night: {found['night']};"
        f" --office-link-night: {found['link-night']}; }} }}"
    ).encode() == lines[1]


def test_theme_without_scripts_has_an_empty_one(tmp_path: Path):
    files = {name: data for name, data in FILES.items() if not name.endswith(".js")}

    assert b"" == read_theme(_theme(tmp_path, files), "").script


def test_tokens_ask_for_every_shade_and_for_no_other():
    tokens = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8")
    asked = set(re.findall(r"var\(--office-([a-z-]+)", tokens))

    assert set(shades("#000000")) == asked


def test_papers_are_those_of_the_theme():
    """Contrast is measured against what the tokens paint."""
    tokens = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8").lower()

    for colour in (PAPER, NIGHT):
        assert "#{:02x}{:02x}{:02x}".format(*colour) in tokens


def _rgb(colour: str) -> tuple[int, int, int]:
    assert re.fullmatch("#[0-9a-f]{6}", colour)
    r, g, b = bytes.fromhex(colour[1:])
    return r, g, b


COLOURS = [
    *("#000000", "#ffffff", "#ffff00", "#ff0000", "#00ff00", "#0000ff", "#808080"),
    *("#1f5132", "#fcfcfa", "#131516", "#00ffff", "#ff00ff", "#7f0000", "#FFC0CB"),
]


@pytest.mark.parametrize("colour", COLOURS)
def test_shades_can_be_read_on_both_schemes(colour: str):
    found = {name: _rgb(shade) for name, shade in shades(colour).items()}

    assert ["accent", "night", "link-night"] == list(found)
    assert contrast(found["accent"], PAPER) >= 4.5
    assert contrast(found["night"], NIGHT) >= 3
    assert contrast(found["link-night"], NIGHT) >= 7


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_shades_of_any_colour_can_be_read(colour: tuple[int, int, int]):
    found = shades("#{:02X}{:02X}{:02X}".format(*colour))

    assert contrast(_rgb(found["accent"]), PAPER) >= 4.5
    assert contrast(_rgb(found["night"]), NIGHT) >= 3
    assert contrast(_rgb(found["link-night"]), NIGHT) >= 7


@pytest.mark.parametrize(
    ("colour", "shade"), [("#1f5132", "accent"), ("#2e8b57", "night")]
)
def test_colour_that_can_be_read_is_left_alone(colour: str, shade: str):
    assert colour == shades(colour)[shade]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 255, 255), (0, 0, 0), 21.0),
        ((9, 9, 9), (9, 9, 9), 1.0),
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((118, 118, 118), (255, 255, 255), 4.54),
    ],
)
def test_contrast_is_that_of_wcag(
    one: tuple[int, int, int], other: tuple[int, int, int], ratio: float
):
    assert ratio == round(contrast(one, other), 2)
