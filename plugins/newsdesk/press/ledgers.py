"""Writes down in the ledgers what a build has published."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from newsdesk.desk.finding import Finding, Level
from newsdesk.desk.report import message
from newsdesk.intake import decode
from newsdesk.press.errors import BuildError
from newsdesk.press.manifest import Manifest
from newsdesk.press.owner import check_owner
from newsdesk.press.store import opened
from newsdesk.press.swap import write_whole
from newsdesk.press.vanished import check_ledgers
from newsdesk.registers.ledgers import (
    ADDRESSES,
    EDITIONS,
    AddressLine,
    EditionLine,
    Ledgers,
    State,
    read_ledgers,
    write_addresses,
    write_editions,
)
from newsdesk.saying import Bilingual


def record(output: Path, content: Path, now: datetime) -> int:
    """Add to the ledgers of a content folder what stands in an output.

    Returns:
        How many lines were added or changed.

    Raises:
        BuildError: Nothing was built there, a preview was, or the site of another
            office, or a ledger is damaged or lost.
    """
    with opened(output.resolve()) as store:
        manifest = store.served()
        if manifest is None or manifest.private:
            raise BuildError(
                Bilingual(
                    "Tidak ada situs terbit yang dapat dicatat. Susun dulu, tanpa"
                    " --private.",
                    "There is no published site to record. Build it first, without"
                    " --private.",
                )
            )
        check_owner(manifest, content, output)
        before = ledgers_in(content / "registers")
        check_ledgers(manifest, before, output)
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


def ledgers_in(folder: Path) -> Ledgers:
    """Return the ledgers in a folder of registers; one that is missing is empty.

    Raises:
        BuildError: One cannot be read, or is lost; names each line.
    """
    texts, faults = {}, []
    for name in (ADDRESSES, EDITIONS):
        if (folder / name).is_file():
            texts[name], found = decode((folder / name).read_bytes())
            faults += [(name, fault) for fault in found]
    undecoded = {name for name, _ in faults}
    ledgers, found_too = read_ledgers(texts)
    faults += [(name, fault) for name, fault in found_too if name not in undecoded]
    if faults:
        wrong = [Finding.of(f"registers/{n}", f, Level.ERROR) for n, f in faults]
        raise BuildError(*map(_in_words, wrong))
    return ledgers


def _in_words(finding: Finding) -> Bilingual:
    place = f"{finding.path}:{finding.line}:{finding.column}: {finding.rule}"
    return Bilingual(message(finding, "id"), message(finding, "en")).at(place)


def recorded(ledgers: Ledgers, manifest: Manifest, now: datetime) -> Ledgers:
    """Return the ledgers with what a build has published added.

    Nothing is ever taken out. A new body is an edition of the kind that the header
    says it is; one about which the header says nothing is a minor one of this instant.
    A change of the header alone is none: the last edition gets the new digest. A plain
    page has no hour of its own, and is first published at this instant.

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
    here = now.isoformat(timespec="seconds")

    def add(path: str, instant: str, digest: str, kind: str, file: str) -> None:
        earlier = found.get(path, ())
        line = EditionLine(path, len(earlier) + 1, instant, digest, kind, file)
        found[path] = (*earlier, line)

    def renew(path: str, file: str) -> None:
        *earlier, last = found[path]
        found[path] = (*earlier, replace(last, file=file))

    for path, standing in manifest.texts.items():
        earlier = found.get(path, ())
        if not earlier:
            instant = standing.publication or here
            add(path, instant, standing.digest, "first", standing.file)
        elif standing.digest == earlier[-1].digest:
            renew(path, standing.file)
        else:
            kind, instant = standing.change, standing.changed
            if not instant or instant == earlier[-1].instant:
                kind, instant = "minor", here
            add(path, instant, standing.digest, kind, standing.file)
    for path, withdrawal in manifest.withdrawn.items():
        earlier = found.get(path, ())
        if earlier and earlier[-1].kind == "withdrawal":
            renew(path, withdrawal.file)
        elif earlier:
            instant, digest = withdrawal.instant, earlier[-1].digest
            add(path, instant, digest, "withdrawal", withdrawal.file)
    return found
