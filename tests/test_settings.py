"""The plugin's settings: what they are, and what they must be."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from filed import registers
from newsdesk.progress import Phase, tell_nobody
from newsdesk.settings import (
    NewsdeskSettings,
    SettingError,
    fill,
    read_now,
    read_settings,
)

OUTPUT = {"OUTPUT_PATH": "/srv/situs"}
ZONE = ZoneInfo("Asia/Jayapura")


def _tell(_phase: Phase, _done: int, _count: int) -> None:
    """Whom a build may be told to tell."""


def test_settings_have_defaults():
    assert NewsdeskSettings(
        now="",
        strict=False,
        private=False,
        lean=False,
        site_url="",
        lang="id",
        store=Path("/srv/.situs.siaran"),
        served=Path("/srv/situs"),
        basis="",
        hands=0,
        tell=tell_nobody,
    ) == read_settings(OUTPUT)


KNOWN = (
    "NEWSDESK_NOW, NEWSDESK_STRICT, NEWSDESK_PRIVATE, NEWSDESK_LEAN, NEWSDESK_SITE_URL,"
    " NEWSDESK_LANG, NEWSDESK_STORE, NEWSDESK_SERVED, NEWSDESK_BASIS, NEWSDESK_HANDS,"
    " NEWSDESK_TELL"
)


@pytest.mark.parametrize(
    "url",
    [
        *("http://localhost:8000/kabar", "https://kota.example", "http://127.0.0.1:80"),
        *("https://kantor-pers.kota.example/a/b_c", "https://kafé.example/%C3%A9"),
    ],
)
def test_whole_address_of_a_site_is_taken(url: str):
    assert url == read_settings(OUTPUT | {"NEWSDESK_SITE_URL": f"{url}/"}).site_url


def test_settings_are_read():
    given = {
        "NEWSDESK_NOW": "2026-11-24 09:00",
        "NEWSDESK_STRICT": True,
        "NEWSDESK_PRIVATE": True,
        "NEWSDESK_LEAN": True,
        "NEWSDESK_SITE_URL": "https://kota.example/kabar/",
        "NEWSDESK_LANG": "en",
        "NEWSDESK_STORE": "/srv/simpanan",
        "NEWSDESK_SERVED": "/srv/lain",
        "NEWSDESK_BASIS": "abc",
        "NEWSDESK_HANDS": 3,
        "NEWSDESK_TELL": _tell,
    }

    assert NewsdeskSettings(
        "2026-11-24 09:00",
        strict=True,
        private=True,
        lean=True,
        site_url="https://kota.example/kabar",
        lang="en",
        store=Path("/srv/simpanan"),
        served=Path("/srv/lain"),
        basis="abc",
        hands=3,
        tell=_tell,
    ) == read_settings(OUTPUT | given)


def test_settings_of_pelican_and_of_other_plugins_pass():
    found = read_settings(
        OUTPUT | {"SITENAME": 1, "NEWSDESK": object(), "newsdesk_": 1}
    )

    assert not found.strict


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("NEWSDESK_STRIKT", True,
         f"NEWSDESK_STRIKT bukan setelan. Yang dikenal: {KNOWN}."
         f" / NEWSDESK_STRIKT is no setting. Known: {KNOWN}."),
        ("NEWSDESK_STRICT", "yes",
         "NEWSDESK_STRICT berisi 'yes'. Isinya harus bool."
         " / NEWSDESK_STRICT is 'yes'. It must be a bool."),
        ("NEWSDESK_STRICT", 1,
         "NEWSDESK_STRICT berisi 1. Isinya harus bool."
         " / NEWSDESK_STRICT is 1. It must be a bool."),
        ("NEWSDESK_NOW", 5,
         "NEWSDESK_NOW berisi 5. Isinya harus str."
         " / NEWSDESK_NOW is 5. It must be a str."),
        ("NEWSDESK_TELL", 5,
         "NEWSDESK_TELL berisi 5. Isinya harus Callable."
         " / NEWSDESK_TELL is 5. It must be a Callable."),
        ("NEWSDESK_NOW", None,
         "NEWSDESK_NOW berisi None. Isinya harus str."
         " / NEWSDESK_NOW is None. It must be a str."),
        ("NEWSDESK_LANG", "jv",
         'NEWSDESK_LANG berisi "jv". Isinya harus "id" atau "en".'
         ' / NEWSDESK_LANG is "jv". It must be "id" or "en".'),
        *((
            "NEWSDESK_SITE_URL", url,
            f'NEWSDESK_SITE_URL berisi "{url}". Tulis alamat situs yang utuh,'
            ' misalnya "https://kota.example/kabar".'
            f' / NEWSDESK_SITE_URL is "{url}". Write the whole address of a site,'
            ' as in "https://kota.example/kabar".',
        ) for url in (
            "kota.example", "ftp://kota.example", "https://kota.example/a?b",
            "https://kota.example/#a", 'https://kota.example/"><script>',
            "https://a@kota.example", "https://kota.example//a", "https:///a",
        )),
    ],
)  # fmt: skip
def test_setting_that_is_wrong_is_named(name: str, value: object, message: str):
    with pytest.raises(SettingError) as caught:
        read_settings(OUTPUT | {name: value})

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-24 09:00", "2026-11-24T09:00:00+09:00"),
        ("2026-11-24T09:00:30", "2026-11-24T09:00:30+09:00"),
        ("2026-11-24 09:00+07:00", "2026-11-24T11:00:00+09:00"),
    ],
)
def test_now_is_told_in_the_zone_of_the_office(text: str, instant: str):
    assert instant == read_now(text, ZONE).isoformat()


def test_now_without_words_is_the_clock():
    gap = datetime.now(ZONE) - read_now("", ZONE)

    assert gap < timedelta(minutes=1)


@pytest.mark.parametrize(
    "text", ["now", "2026-11-24", "24/11/2026 09:00", "2026-11-24 09:00 WIB", " "]
)
def test_now_that_is_no_instant_is_refused(text: str):
    with pytest.raises(SettingError) as caught:
        read_now(text, ZONE)

    assert (
        f'"{text}" bukan tanggal dengan jam. Tulis seperti "2026-11-24 09:00".'
        f' / "{text}" is no date with a time. Write it as "2026-11-24 09:00".'
    ) == str(caught.value)


def test_identity_of_the_site_comes_from_the_office():
    settings: dict[str, object] = {"SITENAME": "lain", "TIMEZONE": "UTC", "THEME": "t"}
    fill(settings, registers().office, "https://kota.example/kabar")

    assert {
        "SITENAME": "Siaran Kota Wringin",
        "SITEURL": "https://kota.example/kabar",
        "AUTHOR": "Dinas Kabar Kota Wringin",
        "TIMEZONE": "Asia/Jakarta",
        "DEFAULT_LANG": "id",
        "THEME": "t",
    } == settings
