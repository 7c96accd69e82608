"""The ledgers: what was published before, where, and in which words.

Tab-separated tables that tools write and Git keeps: a header line, one record a line,
sorted, nothing quoted (docs/format.md, section 6). Text in, values and faults out;
reads no file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from newsdesk.addresses import is_address
from newsdesk.notation.model import Fault

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
    line: int = field(default=0, compare=False)
    """Where in the ledger it stands, 1-based; 0 when it is not written there yet."""


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One published text of a release or page."""

    release: str
    """Path under the content folder."""
    number: int
    """From 1."""
    instant: str
    """In ISO form."""
    digest: str
    """SHA-256 of the body."""
    kind: str
    """`first`, `correction`, `minor` or `withdrawal`."""
    file: str = ""
    """SHA-256 of the whole text, header and all, as it was last published in this
    edition; empty when that is not known."""
    line: int = field(default=0, compare=False)
    """As that of an address."""


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What was published before."""

    addresses: Mapping[str, AddressLine] = field(default_factory=dict)
    """By address."""
    editions: Mapping[str, tuple[EditionLine, ...]] = field(default_factory=dict)
    """By path of the release or page, oldest first."""


_ADDRESS_HEAD = ("address", "release", "first", "state", "to")
_EDITION_HEAD = ("release", "number", "instant", "sha256", "kind", "file")
# What was written before there was a digest of the file.
_OLD_EDITION_HEAD = _EDITION_HEAD[:-1]
_KINDS = ("first", "correction", "minor", "withdrawal")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_ledgers(
    texts: Mapping[str, str],
) -> tuple[Ledgers, tuple[tuple[str, Fault], ...]]:
    """Read both ledgers; one that is missing is empty.

    Args:
        texts: Name of a file under `registers/` -> its text, LF line ends.

    Returns:
        All lines that can be read, for every other one the name of its file and the
        fault, and the same for a ledger that was lost.
    """
    addresses, of_addresses = read_addresses(texts.get(ADDRESSES, ""))
    editions, of_editions = read_editions(texts.get(EDITIONS, ""))
    faults = [(ADDRESSES, fault) for fault in of_addresses]
    faults += [(EDITIONS, fault) for fault in of_editions]
    # `record` writes both for every text that is out, and takes nothing away again.
    owned = [line for line in addresses.values() if line.release]
    if editions and not owned and not of_addresses:
        faults.append((ADDRESSES, _lost(ADDRESSES, EDITIONS)))
    live = [line for line in owned if line.state is State.LIVE]
    if live and not editions and not of_editions:
        faults.append((EDITIONS, _lost(EDITIONS, ADDRESSES)))
    return Ledgers(addresses, editions), tuple(faults)


def _lost(name: str, other: str) -> Fault:
    return Fault("ledger-lost", 1, 1, {"ledger": name, "other": other})


def read_addresses(
    text: str,
) -> tuple[Mapping[str, AddressLine], tuple[Fault, ...]]:
    """Return address -> its line, and what is wrong with the lines left out.

    An address that stands twice is a fault: two branches of Git added to it.
    """
    found: dict[str, AddressLine] = {}
    faults: list[Fault] = []
    for number, fields in _lines(text, (_ADDRESS_HEAD,), faults):
        address, release, first, state, to = fields
        wrong = [one for one in (address, to) if one and not is_address(one)]
        if (
            wrong
            or not address
            or address in found
            or state not in [*State]
            or (state == State.MOVED) != bool(to)
        ):
            text = wrong[0] if wrong else "\t".join(fields)
            faults.append(_unreadable(number, text, "address" if wrong else ""))
        else:
            found[address] = AddressLine(
                address, release, first, State(state), to, number
            )
    return found, tuple(sorted(faults, key=lambda fault: fault.line))


def write_addresses(lines: Iterable[AddressLine]) -> str:
    """Return the text of `addresses.tsv`, sorted by address."""
    rows = sorted((o.address, o.release, o.first, o.state.value, o.to) for o in lines)
    return _text(_ADDRESS_HEAD, rows)


def read_editions(
    text: str,
) -> tuple[Mapping[str, tuple[EditionLine, ...]], tuple[Fault, ...]]:
    """Return release or page -> its editions, oldest first, and the faulty lines.

    A ledger without the column `file` is read too.
    """
    found: dict[str, list[EditionLine]] = {}
    faults: list[Fault] = []
    heads = (_EDITION_HEAD, _OLD_EDITION_HEAD)
    for line, fields in _lines(text, heads, faults):
        release, number, instant, digest, kind, *rest = fields
        file = rest[0] if rest else ""
        editions = found.setdefault(release, [])
        if (
            number != str(len(editions) + 1)
            or not _DIGEST.fullmatch(digest)
            or kind not in _KINDS
            or (file and not _DIGEST.fullmatch(file))
        ):
            faults.append(_unreadable(line, "\t".join(fields)))
        else:
            editions.append(
                EditionLine(release, int(number), instant, digest, kind, file, line)
            )
    editions_of = {release: tuple(lines) for release, lines in found.items() if lines}
    return editions_of, tuple(sorted(faults, key=lambda fault: fault.line))


def write_editions(lines: Iterable[EditionLine]) -> str:
    """Return the text of `editions.tsv`, sorted by release and number."""
    rows = [
        (o.release, str(o.number), o.instant, o.digest, o.kind, o.file)
        for o in sorted(lines, key=lambda line: (line.release, line.number))
    ]
    return _text(_EDITION_HEAD, rows)


def _lines(
    text: str, heads: Sequence[Sequence[str]], faults: list[Fault]
) -> Iterable[tuple[int, list[str]]]:
    """Yield number and fields of each record; a text without any is right.

    Args:
        text: Of the ledger.
        heads: The heads that it may have; its own says how many columns there are.
        faults: Where what cannot be read is added.
    """
    columns = len(heads[0])
    for number, line in enumerate(text.split("\n"), 1):
        fields = line.split("\t")
        if not line:
            continue
        if number == 1:
            if tuple(fields) in heads:
                columns = len(fields)
            else:
                faults.append(_unreadable(1, line))
        elif len(fields) == columns:
            yield number, fields
        else:
            faults.append(_unreadable(number, line))


def _unreadable(line: int, text: str, form: str = "") -> Fault:
    # A control character does not reach the terminal.
    value = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in text)
    return Fault("ledger-line", line, 1, {"value": value}, form)


def _text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in (head, *rows))
