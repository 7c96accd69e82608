"""Releases filed, set and laid out without a build: values for tests of those rooms."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from conftest import ROOT
from newsdesk.addresses import Base
from newsdesk.body import Body, House, typeset
from newsdesk.filing import Archive, Filing, published, read_archive
from newsdesk.intake import Content, TextFile
from newsdesk.page.images import Pictures
from newsdesk.page.language import translations
from newsdesk.page.news import News
from newsdesk.page.open_desk import style_of
from newsdesk.registers import Registers, read_registers
from newsroom import HEADER, NOW, PATH, REGISTERS, release_text

CATALOGUES = translations(ROOT / "theme/locale")
"""The words of the theme, by language."""


def registers(texts: Mapping[str, str] = REGISTERS) -> Registers:
    """Return the registers of the tests' city, which are right."""
    found, faults = read_registers(texts)
    assert found is not None, faults
    return found


def content(files: Mapping[str, str]) -> Content:
    """Return texts as if they stood in a content folder."""
    texts = [TextFile(path, files[path]) for path in sorted(files)]
    return Content(
        root=Path(),
        releases=tuple(text for text in texts if text.path.startswith("releases/")),
        pages=tuple(text for text in texts if text.path.startswith("pages/")),
        registers={},
        pictures={},
        extras={},
        faults=(),
    )


def archive(files: Mapping[str, str], knowing: Registers | None = None) -> Archive:
    """Return texts filed with the registers of the tests' city."""
    return read_archive(content(files), knowing or registers())


def file(text: str, path: str = PATH) -> Filing:
    """Return one text filed."""
    return archive({path: text}).by_path[path]


def set_body(body: str, header: str = HEADER, house: House | None = None) -> Body:
    """Return the body of a release as set, without its figures."""
    return _set(file(release_text(header, body)), house or House())


def _set(filing: Filing, house: House) -> Body:
    return typeset(filing.release, filing.notation(), house)


def news(
    files: Mapping[str, str],
    *,
    now: datetime = NOW,
    knowing: Registers | None = None,
    base: str = "https://siaran.kota.example",
    private: bool = False,
) -> News:
    """Return texts as a build hands them to the pages; no pictures."""
    filed = archive(files, knowing)
    shown = [f for f in filed.by_path.values() if f.shown(now, private=private)]
    style = style_of(base, CATALOGUES)
    return News(
        registers=filed.registers,
        now=now,
        private=private,
        base=Base(base),
        releases=published(filing for filing in shown if filing.kind == "release"),
        pages=tuple(filing for filing in shown if filing.kind == "page"),
        bodies={f.path: _set(f, style(f, filed, {})) for f in shown},
        pictures=Pictures({}, {}),
        extras={},
        stylesheet=b"a{}",
        script=b"",
    )
