"""Where in a file a fault stands, and which known name a slip may mean.

Pure: text and values in, values out.
"""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from newsdesk.notation.model import Entry, Fault, Value


def at_offset(
    rule: str, text: str, offset: int, form: str = "", **values: str
) -> Fault:
    """Return a fault at an offset of a file's text.

    The text has LF line ends; offsets are 0-based, in code points.
    """
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Fault(rule, line, column, values, form)


def at_value(
    rule: str, entry: Entry, form: str = "", *, offset: int = 0, **values: str
) -> Fault:
    """Return a fault at the first value of a header key, `offset` characters in.

    The message may name the key as the file spells it, and the value, unless others
    are given.
    """
    value = entry.values[0]
    named = {"key": entry.spelled, "value": value.text, **values}
    return Fault(rule, value.line, value.column + offset, named, form)


def at_further_value(
    rule: str, entry: Entry, value: Value, form: str = "", /, **values: str
) -> Fault:
    """Return a fault at one of several values of a header key."""
    named = {"key": entry.spelled, "value": value.text, **values}
    return Fault(rule, value.line, value.column, named, form)


def at_key(rule: str, entry: Entry, form: str = "", **values: str) -> Fault:
    """Return a fault at a header key itself."""
    named = {"key": entry.spelled, "value": entry.text, **values}
    return Fault(rule, entry.line, 1, named, form)


def at_head(rule: str, form: str = "", **values: str) -> Fault:
    """Return a fault that no line of the file shows: something is missing."""
    return Fault(rule, 1, 1, values, form)


def nearest(written: str, names: Iterable[str]) -> str:
    """Return the known name that a slip most likely means; empty when none is near.

    Letter case does not count; of two names that differ in nothing else the first one
    is returned.

    >>> nearest("Lingkugan", ["Pendidikan", "Lingkungan"])
    'Lingkungan'
    """
    by_case: dict[str, str] = {}
    for name in names:
        by_case.setdefault(name.casefold(), name)
    found = get_close_matches(written.casefold(), by_case, 1, 0.7)
    return by_case[found[0]] if found else ""


_MANY, _LENGTH, _END = 50, 2, 14


def nearest_path(written: str, paths: Iterable[str]) -> str:
    """Return the known path that a slip most likely means; empty when none is near.

    The same name in another folder, else a near name in the same folder. Measured on
    2026-11-24: comparing every name of a year with `difflib` took 0.2 s for one link.

    >>> nearest_path("images/2026/psar.jpg", ["images/2026/pasar.jpg"])
    'images/2026/pasar.jpg'
    """
    folder, name = _parted(written)
    beside: dict[str, str] = {}
    for path in paths:
        other_folder, other = _parted(path)
        if other == name and name:
            return path
        if other_folder == folder and other:
            beside[other] = path
    names = beside if len(beside) <= _MANY else filter(_alike(name), beside)
    return beside.get(nearest(name, names), "")


def _alike(name: str) -> Callable[[str], bool]:
    """Return a cheap test: a slip leaves one end, and nearly the length, as it was."""

    def test(other: str) -> bool:
        ends = other[:_END] == name[:_END] or other[-_END:] == name[-_END:]
        return ends and abs(len(other) - len(name)) <= _LENGTH

    return test


def _parted(path: str) -> tuple[str, str]:
    folder, _, name = path.rstrip("/").rpartition("/")
    return folder, name
