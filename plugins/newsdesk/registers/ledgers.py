"""The ledgers: what was published before, where, and in which words.

Tab-separated tables that tools write and Git keeps: a header line, one record a line,
sorted, nothing quoted (docs/format.md, section 6). Text in, values and faults out;
reads no file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.addresses import is_address

ADDRESSES = "addresses.tsv"
EDITIONS = "editions.tsv"


class State(StrEnum):
    """What stands on an address."""

    LIVE = "live"
    """The release."""
    MOVED = "moved"
    """A redirect."""
    WITHDRAWN = "withdrawn"
    """Nothing, or the notice of a withdrawal."""


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One address that was ever published."""

    address: str
    release: str
    """Path of the release or page under the content folder; empty for an address of an
    older site that stands for none."""
    first: str
    """The day of its publication; empty for plain pages."""
    state: State
    to: str = ""
    """Where it leads, when it has moved."""


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One published text of a release."""

    release: str
    number: int
    """From 1."""
    instant: str
    """In ISO form."""
    digest: str
    """SHA-256 of the body."""
    kind: str
    """`first`, `correction`, `minor` or `withdrawal`."""


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """A line that cannot be read."""

    line: int
    """1-based."""
    text: str
    address: str = ""
    """The address that can be none, when that is what is wrong."""


_ADDRESS_HEAD = ("address", "release", "first", "state", "to")
_EDITION_HEAD = ("release", "number", "instant", "sha256", "kind")
_KINDS = ("first", "correction", "minor", "withdrawal")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_addresses(
    text: str,
) -> tuple[Mapping[str, AddressLine], tuple[LedgerFault, ...]]:
    """Return address -> its line, and the lines that cannot be read.

    An address that stands twice is a fault: two branches of Git added to it.
    """
    found: dict[str, AddressLine] = {}
    faults: list[LedgerFault] = []
    for number, fields in _lines(text, _ADDRESS_HEAD, faults):
        address, release, first, state, to = fields
        wrong = [one for one in (address, to) if one and not is_address(one)]
        if (
            wrong
            or not address
            or address in found
            or state not in [*State]
            or (state == State.MOVED) != bool(to)
        ):
            text = "\t".join(fields)
            faults.append(LedgerFault(number, text, wrong[0] if wrong else ""))
        else:
            found[address] = AddressLine(address, release, first, State(state), to)
    return found, tuple(sorted(faults, key=lambda fault: fault.line))


def write_addresses(lines: Iterable[AddressLine]) -> str:
    """Return the text of `addresses.tsv`, sorted by address."""
    rows = sorted((o.address, o.release, o.first, o.state.value, o.to) for o in lines)
    return _text(_ADDRESS_HEAD, rows)


def read_editions(
    text: str,
) -> tuple[Mapping[str, tuple[EditionLine, ...]], tuple[LedgerFault, ...]]:
    """Return release -> its editions, oldest first, and the unreadable lines."""
    found: dict[str, list[EditionLine]] = {}
    faults: list[LedgerFault] = []
    for line, fields in _lines(text, _EDITION_HEAD, faults):
        release, number, instant, digest, kind = fields
        editions = found.setdefault(release, [])
        if (
            number != str(len(editions) + 1)
            or not _DIGEST.fullmatch(digest)
            or kind not in _KINDS
        ):
            faults.append(LedgerFault(line, "\t".join(fields)))
        else:
            editions.append(EditionLine(release, int(number), instant, digest, kind))
    editions_of = {release: tuple(lines) for release, lines in found.items() if lines}
    return editions_of, tuple(sorted(faults, key=lambda fault: fault.line))


def write_editions(lines: Iterable[EditionLine]) -> str:
    """Return the text of `editions.tsv`, sorted by release and number."""
    ordered = sorted(lines, key=lambda line: (line.release, line.number))
    rows = [(o.release, str(o.number), o.instant, o.digest, o.kind) for o in ordered]
    return _text(_EDITION_HEAD, rows)


def _lines(
    text: str, head: Sequence[str], faults: list[LedgerFault]
) -> Iterable[tuple[int, list[str]]]:
    """Yield number and fields of each record; a text without any is right."""
    for number, line in enumerate(text.split("\n"), 1):
        fields = line.split("\t")
        if not line:
            continue
        if number == 1:
            if fields != [*head]:
                faults.append(LedgerFault(1, line))
        elif len(fields) == len(head):
            yield number, fields
        else:
            faults.append(LedgerFault(number, line))


def _text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in (head, *rows))
