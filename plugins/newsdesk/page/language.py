"""The language of a page: its catalogue, its dates, its numbers.

Babel knows the languages; the machine needs no locale.
"""

import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache, partial
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup

from newsdesk.addresses import Base
from newsdesk.body import Photo

# The clock as each language writes it; the zone's short name follows.
_TIME = {"id": "%H.%M", "en": "%H:%M"}


def translations(folder: Path) -> Mapping[str, NullTranslations]:
    """Return the catalogue of every language; English is what the templates say.

    Args:
        folder: `locale/` of the theme, with `LANG/LC_MESSAGES/theme.po` below.

    The catalogues are compiled in memory, so that no compiled file can be stale.
    """
    found: dict[str, NullTranslations] = {"en": NullTranslations()}
    for path in sorted(folder.glob("*/LC_MESSAGES/theme.po")):
        compiled = io.BytesIO()
        with path.open("rb") as file:
            write_mo(compiled, read_po(file))
        compiled.seek(0)
        found[path.parent.parent.name] = GNUTranslations(compiled)
    return found


def filters(lang: str, base: Base) -> Mapping[str, Callable[..., str]]:
    """Return the filters of a language's templates, by name."""
    return {
        **{name: partial(said, lang=lang) for name, said in _IN_WORDS.items()},
        "href": base.link,
        "url": base.whole,
        "iso": iso,
        "json_script": json_script,
        "language": language_name,
        "srcset": partial(_srcset, link=base.link),
    }


def day(value: date, lang: str) -> str:
    """Return `24 November 2026`."""
    return _in_words(value, "d MMMM y", lang)


def weekday_day(value: date, lang: str) -> str:
    """Return `Selasa, 24 November 2026`."""
    return _in_words(value, "EEEE, d MMMM y", lang)


def month(value: date, lang: str) -> str:
    """Return `November 2026`."""
    return _in_words(value, "MMMM y", lang)


def year(value: date, lang: str) -> str:  # noqa: ARG001  (called like its sisters)
    """Return `2026`."""
    return f"{value:%Y}"


def time(value: datetime, lang: str) -> str:
    """Return `07.45 XYZ`; the zone's short name is that of the zone database."""
    # A no-break space: the zone must not fall onto a line of its own.
    return f"{value:{_TIME[lang]}}\u00a0{value.tzname()}"


def moment(value: datetime, lang: str) -> str:
    """Return `24 November 2026, 07.45 XYZ`."""
    return f"{day(value, lang)}, {time(value, lang)}"


def weekday_moment(value: datetime, lang: str) -> str:
    """Return `Selasa, 24 November 2026, 07.45 XYZ`."""
    return f"{weekday_day(value, lang)}, {time(value, lang)}"


@cache
def number(value: int, lang: str) -> str:
    """Return `1.234`."""
    return format_decimal(value, locale=lang)


def size(value: int, lang: str) -> str:
    """Return a size in bytes as `3 KB` or `1,2 MB`; thousands, as file managers say."""
    if value < 999_500:
        return f"{number(max(1, round(value / 1000)), lang)} KB"
    return f"{format_decimal(round(value / 1_000_000, 1), locale=lang)} MB"


def _in_words(value: date, pattern: str, lang: str) -> str:
    # By its numbers: instants that are equal may be of different days.
    return _date_in_words(value.year, value.month, value.day, pattern, lang)


@cache
def _date_in_words(year: int, month: int, day: int, pattern: str, lang: str) -> str:
    """Return a date in words; kept, since many releases share their days."""
    return format_date(date(year, month, day), pattern, lang)


_IN_WORDS: Mapping[str, Callable[..., str]] = {
    "day": day,
    "weekday_day": weekday_day,
    "month": month,
    "year": year,
    "time": time,
    "moment": moment,
    "weekday_moment": weekday_moment,
    "number": number,
    "size": size,
}


def iso(value: date) -> str:
    """Return `2026-11-24`, or `2026-11-24T07:45+07:00` for an instant."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat()


@lru_cache
def language_name(code: str) -> str:
    """Return a language's name in itself: `Indonesia`, `English`."""
    return str(Locale.parse(code).get_display_name(code)).capitalize()


# What would end the script element or open a comment in it. A pattern, since
# `str.translate` takes fifteen times as long where a text has curly quotes.
_ENDS_SCRIPT = re.compile("[<>&\u2028\u2029]")


def json_script(value: Mapping[str, object]) -> Markup:
    """Return JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_ENDS_SCRIPT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text))


def _srcset(photo: Photo, link: Callable[[str], str]) -> str:
    return ", ".join(f"{link(v.address)} {v.width}w" for v in photo.variants)
