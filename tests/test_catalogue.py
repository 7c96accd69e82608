"""The theme's words: every sentence in every language, none left over."""

from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from conftest import ROOT

THEME = ROOT / "theme"
CATALOGUE = THEME / "locale/id/LC_MESSAGES/theme.po"


def _said() -> set[object]:
    """Return every message that templates and pages say."""
    templates = extract_from_dir(
        str(THEME / "templates"),
        method_map=[("**.html", "jinja2")],
        options_map={"**.html": {"trimmed": "true", "silent": "false"}},
    )
    page = extract_from_dir(
        str(ROOT / "plugins/newsdesk/page"),
        method_map=[("**.py", "python")],
        keywords={"say": (2,), "gettext": None},
    )
    return {message for _, _, message, _, _ in (*templates, *page)}


def test_indonesian_catalogue_is_complete_and_has_nothing_left_over():
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file)
    translated = {message.id for message in catalogue if message.id and message.string}

    assert set() == _said() - translated, "missing"
    assert set() == translated - _said(), "left over"
    assert [] == [message.id for message in catalogue if message.fuzzy and message.id]


def test_english_is_what_the_templates_say(golden_site: Path):
    english = next(golden_site.glob("en/20*/*/*/*/index.html"))
    text = english.read_text(encoding="utf-8")

    assert "Untuk media" not in text
    assert "For the media" in text
