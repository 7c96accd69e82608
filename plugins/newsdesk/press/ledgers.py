"""Reads the ledgers for a build, and writes down what a build has published."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newsdesk.intake import decode
from newsdesk.press.errors import BuildError
from newsdesk.press.manifest import Manifest
from newsdesk.press.store import opened
from newsdesk.press.swap import write_whole
from newsdesk.registers.ledgers import (
    ADDRESSES,
    EDITIONS,
    AddressLine,
    EditionLine,
    LedgerFault,
    State,
    read_addresses,
    read_editions,
    write_addresses,
    write_editions,
)

_FILES = (ADDRESSES, EDITIONS)


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What was published before."""

    addresses: Mapping[str, AddressLine]
    """By address."""
    editions: Mapping[str, tuple[EditionLine, ...]]
    """By path of the release, oldest first."""


def read_ledgers(folder: Path) -> Ledgers:
    """Return the ledgers of a content folder; a missing one is empty.

    Raises:
        BuildError: One cannot be read; names file and line.
    """
    texts = {}
    for name in _FILES:
        file = folder / "registers" / name
        texts[name] = decode(file.read_bytes())[0] if file.is_file() else ""
    addresses, faults = read_addresses(texts[ADDRESSES])
    _refuse(ADDRESSES, faults)
    editions, faults = read_editions(texts[EDITIONS])
    _refuse(EDITIONS, faults)
    return Ledgers(addresses, editions)


def _refuse(name: str, faults: tuple[LedgerFault, ...]) -> None:
    if faults:
        raise BuildError(
            "\n".join(
                f"registers/{name}:{fault.line}:1: ledger-line: {_said(fault)}"
                for fault in faults
            )
        )


def _said(fault: LedgerFault) -> str:
    # A control character does not reach the terminal.
    if fault.address:
        value = "".join(c if c.isprintable() else "\ufffd" for c in fault.address)
        return (
            f'"{value}" tidak dapat menjadi alamat situs ini. Tulis bagian di belakang'
            " nama situs, diawali satu garis miring, tanpa tanda kutip, kurung kurawal"
            f' dan bagian di belakang "#". / "{value}" cannot be an address of this'
            " site. Write what stands behind the name of the site, with one slash at"
            ' its start, without quotation marks, braces and the part behind "#".'
        )
    return (
        f'Baris ini tidak terbaca: "{fault.text}". Kembalikan berkasnya dari Git.'
        f' / This line cannot be read: "{fault.text}". Bring the file back from Git.'
    )


def record(output: Path, content: Path, now: datetime) -> int:
    """Add to the ledgers of a content folder what stands in an output.

    Returns:
        How many lines were added or changed.

    Raises:
        BuildError: Nothing was built there, a preview was, or a ledger is damaged.
    """
    with opened(output.resolve()) as store:
        manifest = store.served()
        if manifest is None or manifest.private:
            raise BuildError(
                "Tidak ada situs terbit yang dapat dicatat. Susun dulu, tanpa"
                " --private. / There is no published site to record. Build it first,"
                " without --private."
            )
        before = read_ledgers(content)
        after = recorded(before, manifest, now)
        editions = [line for lines in after.editions.values() for line in lines]
        folder = content / "registers"
        for name, text in (
            (ADDRESSES, write_addresses(after.addresses.values())),
            (EDITIONS, write_editions(editions)),
        ):
            file, data = folder / name, text.encode()
            if not file.exists() or file.read_bytes() != data:
                write_whole(file, data)
    were = {line for lines in before.editions.values() for line in lines}
    were_addresses = {*before.addresses.values()}
    return len({*editions} - were) + len({*after.addresses.values()} - were_addresses)


def recorded(ledgers: Ledgers, manifest: Manifest, now: datetime) -> Ledgers:
    """Return the ledgers with what a build has published added.

    Nothing is ever taken out. A new text of a release is an edition of the kind that
    its header says it is; one about which the header says nothing is a minor one of
    this instant.

    Args:
        ledgers: As they are.
        manifest: Of the build.
        now: An aware instant.
    """
    lines = dict(ledgers.addresses)
    owners = {standing.address: path for path, standing in manifest.texts.items()}
    for former, to in manifest.redirects.items():
        old = lines.get(
            former, AddressLine(former, owners.get(to, ""), "", State.MOVED)
        )
        lines[former] = replace(old, state=State.MOVED, to=to)
    for line in ledgers.addresses.values():
        if line.release in manifest.withdrawn:
            lines[line.address] = replace(line, state=State.WITHDRAWN, to="")
    for path, standing in manifest.texts.items():
        first = standing.publication[:10]
        old = lines.get(standing.address, AddressLine("", path, first, State.LIVE))
        lines[standing.address] = AddressLine(
            standing.address, path, old.first or first, State.LIVE
        )
    return Ledgers(lines, _editions(ledgers.editions, manifest, now))


def _editions(
    before: Mapping[str, tuple[EditionLine, ...]], manifest: Manifest, now: datetime
) -> dict[str, tuple[EditionLine, ...]]:
    found = dict(before)

    def add(path: str, instant: str, digest: str, kind: str) -> None:
        earlier = found.get(path, ())
        line = EditionLine(path, len(earlier) + 1, instant, digest, kind)
        found[path] = (*earlier, line)

    for path, standing in manifest.texts.items():
        if not standing.publication:
            continue
        earlier = found.get(path, ())
        if not earlier:
            add(path, standing.publication, standing.digest, "first")
        elif standing.digest != earlier[-1].digest:
            kind, instant = standing.change, standing.changed
            if not instant or instant == earlier[-1].instant:
                kind, instant = "minor", now.isoformat(timespec="seconds")
            add(path, instant, standing.digest, kind)
    for path, instant in manifest.withdrawn.items():
        earlier = found.get(path, ())
        if earlier and earlier[-1].kind != "withdrawal":
            add(path, instant, earlier[-1].digest, "withdrawal")
    return found
