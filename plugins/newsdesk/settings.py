"""The plugin's settings: their defaults, and what they must be, said once.

Pelican's settings are filled from `office.toml` here, so that no settings file holds
anything of a city.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from newsdesk.notation.source import read_instant
from newsdesk.progress import Tell, tell_nobody
from newsdesk.registers.office import Office
from newsdesk.registers.schema import SITE_URL
from newsdesk.saying import Bilingual, SaidError


class SettingError(SaidError):
    """A setting is not what it must be; says which, and what it should be."""


class SettingsFileError(SettingError):
    """It stands in a settings file, so that nobody has misspelt a command."""


@dataclass(frozen=True, slots=True)
class NewsdeskSettings:
    """What `NEWSDESK_*` says."""

    now: str
    """`NEWSDESK_NOW`, an instant as written; empty for the clock."""
    strict: bool
    """`NEWSDESK_STRICT`: warnings refuse too."""
    private: bool
    """`NEWSDESK_PRIVATE`: a preview with held text."""
    lean: bool
    """`NEWSDESK_LEAN`: no plain text, JSON Feed and JSON-LD."""
    site_url: str
    """`NEWSDESK_SITE_URL`: where the site is shown, instead of the office's URL."""
    lang: str
    """`NEWSDESK_LANG`: language of the desk's messages."""
    store: Path
    """`NEWSDESK_STORE`: folder for what is kept between builds."""
    served: Path
    """`NEWSDESK_SERVED`: the site that stands, from which unchanged files are taken."""
    basis: str
    """`NEWSDESK_BASIS`: digest of programs, theme and settings; empty when nobody has
    made it, and then every file is made anew."""
    hands: int
    """`NEWSDESK_HANDS`: how many processes share the work; 0 for one on each core."""
    tell: Tell
    """`NEWSDESK_TELL`: who is told how far a build is."""


_KNOWN: dict[str, Any] = {
    "NEWSDESK_NOW": str,
    "NEWSDESK_STRICT": bool,
    "NEWSDESK_PRIVATE": bool,
    "NEWSDESK_LEAN": bool,
    "NEWSDESK_SITE_URL": str,
    "NEWSDESK_LANG": str,
    "NEWSDESK_STORE": str,
    "NEWSDESK_SERVED": str,
    "NEWSDESK_BASIS": str,
    "NEWSDESK_HANDS": int,
    "NEWSDESK_TELL": Callable,
}


def read_settings(settings: dict[str, Any]) -> NewsdeskSettings:
    """Return the plugin's settings out of Pelican's.

    Raises:
        SettingsFileError: A setting that begins with `NEWSDESK_` is unknown or of the
            wrong type.
        SettingError: Its value is not what it must be.
    """
    for name, value in settings.items():
        if not name.startswith("NEWSDESK_"):
            continue
        kind = _KNOWN.get(name)
        if kind is None:
            known = ", ".join(_KNOWN)
            raise SettingsFileError(
                Bilingual(
                    f"{name} bukan setelan. Yang dikenal: {known}.",
                    f"{name} is no setting. Known: {known}.",
                )
            )
        if not isinstance(value, kind):
            raise SettingsFileError(
                Bilingual(
                    f"{name} berisi {value!r}. Isinya harus {kind.__name__}.",
                    f"{name} is {value!r}. It must be a {kind.__name__}.",
                )
            )
    lang = settings.get("NEWSDESK_LANG", "id")
    if lang not in ("id", "en"):
        raise SettingError(
            Bilingual(
                f'NEWSDESK_LANG berisi "{lang}". Isinya harus "id" atau "en".',
                f'NEWSDESK_LANG is "{lang}". It must be "id" or "en".',
            )
        )
    site_url = settings.get("NEWSDESK_SITE_URL", "").rstrip("/")
    if site_url and not SITE_URL.fullmatch(site_url):
        raise SettingError(
            Bilingual(
                f'NEWSDESK_SITE_URL berisi "{site_url}". Tulis alamat situs yang utuh,'
                ' misalnya "https://kota.example/kabar".',
                f'NEWSDESK_SITE_URL is "{site_url}". Write the whole address of a site,'
                ' as in "https://kota.example/kabar".',
            )
        )
    output = Path(settings["OUTPUT_PATH"])
    store = settings.get("NEWSDESK_STORE") or output.parent / f".{output.name}.siaran"
    return NewsdeskSettings(
        now=settings.get("NEWSDESK_NOW", ""),
        strict=settings.get("NEWSDESK_STRICT", False),
        private=settings.get("NEWSDESK_PRIVATE", False),
        lean=settings.get("NEWSDESK_LEAN", False),
        site_url=site_url,
        lang=lang,
        store=Path(store),
        served=Path(settings.get("NEWSDESK_SERVED", output)),
        basis=settings.get("NEWSDESK_BASIS", ""),
        hands=settings.get("NEWSDESK_HANDS", 0),
        tell=settings.get("NEWSDESK_TELL", tell_nobody),
    )


def read_now(text: str, zone: tzinfo) -> datetime:
    """Return the instant at which a build happens, in the office's zone.

    Args:
        text: `2026-11-24 09:00`, with or without an offset; empty for the clock.
        zone: The office's zone.

    Raises:
        SettingError: The text is no instant.
    """
    if not text:
        return datetime.now(zone)
    found = read_instant(text, zone)
    if found is None:
        raise SettingError(
            Bilingual(
                f'"{text}" bukan tanggal dengan jam. Tulis seperti "2026-11-24 09:00".',
                f'"{text}" is no date with a time. Write it as "2026-11-24 09:00".',
            )
        )
    return found.astimezone(zone)


def fill(settings: dict[str, Any], office: Office, base: str) -> None:
    """Put the office's identity into Pelican's settings."""
    settings.update(
        SITENAME=office.site,
        SITEURL=base,
        AUTHOR=office.name,
        TIMEZONE=office.timezone,
        DEFAULT_LANG=office.language,
    )
