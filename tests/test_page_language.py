"""Every filter in both languages, without any locale of the machine."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from filed import CATALOGUES
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from newsdesk.addresses import Base
from newsdesk.body import Photo, Variant
from newsdesk.page import language
from newsdesk.page.rendering import speak

DAY = date(2026, 11, 24)
MOMENT = datetime(2026, 11, 24, 7, 5, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(
    ("filter_", "value", "indonesian", "english"),
    [
        (language.day, DAY, "24 November 2026", "24 November 2026"),
        (language.day, date(2026, 8, 1), "1 Agustus 2026", "1 August 2026"),
        (language.day, MOMENT, "24 November 2026", "24 November 2026"),
        (language.weekday_day, DAY, "Selasa, 24 November 2026",
         "Tuesday, 24 November 2026"),
        (language.weekday_day, date(2026, 5, 22), "Jumat, 22 Mei 2026",
         "Friday, 22 May 2026"),
        (language.weekday_day, date(2026, 11, 22), "Minggu, 22 November 2026",
         "Sunday, 22 November 2026"),
        (language.month, date(2026, 3, 1), "Maret 2026", "March 2026"),
        (language.year, DAY, "2026", "2026"),
        (language.time, MOMENT, "07.05\u00a0WIB", "07:05\u00a0WIB"),
        (language.moment, MOMENT, "24 November 2026, 07.05\u00a0WIB",
         "24 November 2026, 07:05\u00a0WIB"),
        (language.weekday_moment, MOMENT, "Selasa, 24 November 2026, 07.05\u00a0WIB",
         "Tuesday, 24 November 2026, 07:05\u00a0WIB"),
        (language.number, 0, "0", "0"),
        (language.number, 999, "999", "999"),
        (language.number, 1234567, "1.234.567", "1,234,567"),
    ],
)  # fmt: skip
def test_filter_speaks_the_language_of_the_page(
    filter_: Callable[..., str], value: object, indonesian: str, english: str
):
    assert (indonesian, english) == (filter_(value, "id"), filter_(value, "en"))


@pytest.mark.parametrize(
    ("zone", "shown", "iso"),
    [
        ("Asia/Jakarta", "07.05\u00a0WIB", "2026-11-24T07:05+07:00"),
        ("Asia/Makassar", "08.05\u00a0WITA", "2026-11-24T08:05+08:00"),
        ("Asia/Jayapura", "09.05\u00a0WIT", "2026-11-24T09:05+09:00"),
    ],
)
def test_instant_is_told_in_its_own_zone(zone: str, shown: str, iso: str):
    moment = MOMENT.astimezone(ZoneInfo(zone))

    assert (shown, iso) == (language.time(moment, "id"), language.iso(moment))


def test_equal_instants_keep_the_days_of_their_zones():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    early = late.astimezone(ZoneInfo("Asia/Jayapura"))

    assert late == early
    assert "24 November 2026, 23.30\u00a0WIB" == language.moment(late, "id")
    assert "25 November 2026, 01.30\u00a0WIT" == language.moment(early, "id")


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "1 KB", "1 KB"),
        (1, "1 KB", "1 KB"),
        (1499, "1 KB", "1 KB"),
        (1501, "2 KB", "2 KB"),
        (999_400, "999 KB", "999 KB"),
        (999_999, "1 MB", "1 MB"),
        (1_000_000, "1 MB", "1 MB"),
        (1_250_000, "1,2 MB", "1.2 MB"),
        (12_340_000, "12,3 MB", "12.3 MB"),
    ],
)
def test_size_is_told_in_thousands(value: int, indonesian: str, english: str):
    assert (indonesian, english) == (
        language.size(value, "id"),
        language.size(value, "en"),
    )


def test_iso_of_a_date_has_no_time():
    assert "2026-11-24" == language.iso(DAY)


def test_iso_drops_seconds():
    assert "2026-11-24T07:05+07:00" == language.iso(MOMENT.replace(second=59))


@pytest.mark.parametrize(("code", "name"), [("id", "Indonesia"), ("en", "English")])
def test_language_is_named_in_itself(code: str, name: str):
    assert name == language.language_name(code)


@given(st.dictionaries(st.text(), st.text()))
def test_json_in_a_script_reads_back_and_cannot_end_it(value: dict[str, str]):
    text = language.json_script(value)

    assert value == json.loads(text)
    assert not set(text) & set("<>&\u2028\u2029")


def test_json_in_a_script_keeps_letters_readable():
    written = language.json_script({"a": "é – “b”"})

    assert '{"a":"é – “b”"}' == written


# -- in a template ---------------------------------------------------------------------


def _render(source: str, lang: str, **values: object) -> str:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"]
    )
    base = Base("https://kota.example/kabar")
    speaking = speak(environment, lang, CATALOGUES[lang], base)
    return speaking.from_string(source).render(**values)


@pytest.mark.parametrize(
    ("source", "indonesian", "english"),
    [
        ("{{ d | day }}", "1 Agustus 2026", "1 August 2026"),
        ("{{ d | iso }}", "2026-08-01", "2026-08-01"),
        ("{{ '/arsip/' | href }}", "/kabar/arsip/", "/kabar/arsip/"),
        ("{{ '/' | url }}", "https://kota.example/kabar/",
         "https://kota.example/kabar/"),
        ("{{ 'en' | language }}", "English", "English"),
        ("{{ 1500 | number }}", "1.500", "1,500"),
        ("{{ 1500 | size }}", "2 KB", "2 KB"),
        ("{{ _('Home') }}", "Beranda", "Home"),
        ("{{ {'a': _('Home')}[k] }}", "Beranda", "Home"),
        ("{{ _('A < B') }}", "A &lt; B", "A &lt; B"),
        ("{% trans %}Archive{% endtrans %}", "Arsip", "Archive"),
        ("{{ {'a': '</script>'} | json_script }}",
         '{"a":"\\u003c/script\\u003e"}', '{"a":"\\u003c/script\\u003e"}'),
    ],
)  # fmt: skip
def test_template_speaks_the_language_of_its_environment(
    source: str, indonesian: str, english: str
):
    day = date(2026, 8, 1)

    assert indonesian == _render(source, "id", d=day, k="a")
    assert english == _render(source, "en", d=day, k="a")


def test_message_that_no_catalogue_can_have_is_an_error():
    with pytest.raises(UndefinedError, match="'_' is undefined"):
        _render("{{ _(word) }}", "id", word="Home")


def test_srcset_names_every_width():
    small = Variant("/gambar/a-640.png", 640, 1, 1)
    large = Variant("/gambar/a-900.png", 900, 1, 1)
    photo = Photo((small, large), "", "", "", "PNG")
    srcset = "/kabar/gambar/a-640.png 640w, /kabar/gambar/a-900.png 900w"

    assert srcset == _render("{{ p | srcset }}", "id", p=photo)


def test_words_of_the_theme_are_translated():
    assert {"en", "id"} == set(CATALOGUES)
    assert "Beranda" == CATALOGUES["id"].gettext("Home")
    assert "Home" == CATALOGUES["en"].gettext("Home")


def test_theme_without_catalogues_speaks_english(tmp_path: Path):
    assert ["en"] == list(language.translations(tmp_path))
