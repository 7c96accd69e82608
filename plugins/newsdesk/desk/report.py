"""Puts findings into words: for people, for GitHub's annotations, for programs.

Values in, text out. Reads nothing but the catalogue that lies beside it, once.
"""

import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from newsdesk.desk.finding import Finding, Level
from newsdesk.desk.messages import (
    CHOICE_VALUES,
    ERRORS,
    KEY_VALUES,
    LIST_VALUES,
    LOOK,
    MESSAGES,
    NOTHING,
    OR,
    ROLE_VALUES,
    ROLES,
    SPARED,
    STOPPED,
    STRICT,
    WARNINGS,
    Message,
)
from newsdesk.notation.source import KEYS

CATALOGUES = Path(__file__).parent.parent / "locale"
"""Where `LANG.po` stands; English has none: the messages are its text."""

FORMATS = ("plain", "github", "json")

_VALUE_WIDTH = 120
"""Characters of a value that a message shows."""
_LINE_WIDTH = 96
"""Columns of a source line that the plain form shows."""
_BEFORE = 60
"""Columns of a cut line that stand before the place."""


@lru_cache(maxsize=4)
def catalogue(lang: str) -> NullTranslations:
    """Return the catalogue of a language.

    Compiled in memory, so that no compiled file can be stale.
    """
    path = CATALOGUES / f"{lang}.po"
    if not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)


def message(finding: Finding, lang: str) -> str:
    """Return what is wrong and how to mend it, in one language, on one line."""
    words = catalogue(lang)
    values = {name: _value(name, v, lang) for name, v in finding.values.items()}
    sentences = MESSAGES[finding.rule, finding.form]
    number = int(finding.values[sentences.count]) if sentences.count else 0
    return _text(sentences, number, words).format_map(values)


def _text(sentences: Message, number: int, words: NullTranslations) -> str:
    if not sentences.count:
        return words.gettext(sentences.text)
    return words.ngettext(sentences.one, sentences.text, number)


def _value(name: str, value: str, lang: str) -> str:
    words = catalogue(lang)
    if name in ROLE_VALUES:
        return words.gettext(ROLES[value])
    if name in CHOICE_VALUES:
        return f" {words.gettext(OR)} ".join(value.split(" | "))
    if name in KEY_VALUES:
        keys = [KEYS[key] for key in value.split(" | ")]
        return ", ".join(k.indonesian if lang == "id" else k.english for k in keys)
    value = _visible(value)
    whole = name in LIST_VALUES or len(value) <= _VALUE_WIDTH
    return value if whole else f"{value[: _VALUE_WIDTH - 1]}…"


# Controls, and halves of a pair: a file name that is not UTF-8 is read into them.
_SHAPELESS = ("Cc", "Cs")
# Characters that would move what a terminal shows: those that turn the direction of
# writing.
_MOVING = {*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def _visible(text: str) -> str:
    """Return a text on one line, with a sign for each character that shows none."""
    return "".join(
        "\ufffd" if unicodedata.category(c) in _SHAPELESS or ord(c) in _MOVING else c
        for c in text.replace("\n", " ").replace("\t", " ")
    )


def report(
    findings: Sequence[Finding],
    *,
    lang: str,
    format: str,
    sources: Mapping[str, str],
    prefix: str,
    strict: bool = False,
    untold: Sequence[Finding] = (),
) -> str:
    """Return all findings as one text, without a line end after it.

    Args:
        findings: In the order to be shown.
        lang: `id` or `en`.
        format: `plain` (with the source line, a caret and a closing line), `github`
            (one workflow command a line) or `json` (an array of objects).
        sources: Path -> text of the file, for the source lines; a path without one
            has none.
        prefix: What goes before each path: `content/`.
        strict: Whether warnings refuse too.
        untold: Findings that are not told, and have a say in what all of them mean.
    """
    if format == "json":
        objects = [_object(finding, lang, prefix) for finding in findings]
        return json.dumps(objects, ensure_ascii=False, indent=2)
    if format == "github":
        return "\n".join(_command(finding, lang, prefix) for finding in findings)
    lines = {path: sources[path].split("\n") for path in _paths(findings, sources)}
    blocks = [
        _block(finding, lang, prefix, lines.get(finding.path, ()))
        for finding in findings
    ]
    return "\n\n".join([*blocks, summary(findings, lang, strict=strict, untold=untold)])


def _paths(findings: Sequence[Finding], sources: Mapping[str, str]) -> set[str]:
    return {finding.path for finding in findings} & sources.keys()


def summary(
    findings: Sequence[Finding],
    lang: str,
    *,
    strict: bool = False,
    untold: Sequence[Finding] = (),
) -> str:
    """Return the closing lines: how many errors and warnings, and what they mean."""
    words = catalogue(lang)
    errors = sum(finding.level is Level.ERROR for finding in findings)
    warnings = len(findings) - errors
    every = (*findings, *untold)
    if not every:
        return words.gettext(NOTHING)
    counts = [
        _text(sentences, number, words).format(count=number)
        for sentences, number in ((ERRORS, errors), (WARNINGS, warnings))
        if number
    ]
    refused = strict and any(
        f.level is Level.WARNING and f.stops(strict=True) for f in every
    )
    stopped = any(f.level is Level.ERROR for f in every)
    refusing = STRICT if refused else STOPPED if stopped else LOOK
    meaning = words.gettext(refusing)
    said = [f"{', '.join(counts)}. {meaning}" if counts else meaning]
    for why, sentences in SPARED.items():
        if number := sum(finding.spared == why for finding in findings):
            said.append(_text(sentences, number, words).format(count=number))
    return "\n".join(said)


# -- plain -----------------------------------------------------------------------------


def _block(finding: Finding, lang: str, prefix: str, lines: Sequence[str]) -> str:
    place = f"{_visible(prefix + finding.path)}:{finding.line}:{finding.column}"
    head = f"{place}: {finding.rule}: {message(finding, lang)}"
    if finding.line > len(lines) or not lines[finding.line - 1].strip():
        return head
    shown, column = _excerpt(lines[finding.line - 1], finding.column)
    return f"{head}\n  {shown}\n  {' ' * column}^"


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """Return the part of a line around a column, and how many cells come before it.

    A tab is shown as one blank. The column may lie one behind the end.
    """
    at = min(column - 1, len(line))
    start, end = 0, len(line)
    if _cells(line) > _LINE_WIDTH:
        start = _back(line, at, _BEFORE)
        end = _forth(line, start, _LINE_WIDTH - 2)
    before = "…" if start else ""
    after = "…" if end < len(line) else ""
    shown = before + _visible(line[start:end]) + after
    return shown.rstrip(), len(before) + _cells(line[start:at])


def _back(line: str, at: int, width: int) -> int:
    """Return where to begin so that at most `width` cells come before an offset."""
    while at > 0 and width >= (cells := _width(line[at - 1])):
        at -= 1
        width -= cells
    return at


def _forth(line: str, start: int, width: int) -> int:
    """Return where to end so that at most `width` cells are shown."""
    while start < len(line) and width >= (cells := _width(line[start])):
        start += 1
        width -= cells
    return start


def _cells(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    """Return how many cells of a terminal a character takes: 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        # Shown by a sign when it would move the rest.
        return 1 if ord(character) in _MOVING else 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


# -- for programs ----------------------------------------------------------------------


def _command(finding: Finding, lang: str, prefix: str) -> str:
    """Return a finding as GitHub's workflow command.

    Its escapes are those of the toolkit: `%`, line ends; `:` and `,` in properties.
    """
    properties = {
        "file": _visible(prefix + finding.path),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.rule,
    }
    given = ",".join(f"{name}={_property(v)}" for name, v in properties.items())
    return f"::{finding.level} {given}::{_data(message(finding, lang))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _object(finding: Finding, lang: str, prefix: str) -> dict[str, str | int]:
    return {
        "path": _visible(prefix + finding.path),
        "line": finding.line,
        "column": finding.column,
        "rule": finding.rule,
        "level": str(finding.level),
        "message": message(finding, lang),
    }
