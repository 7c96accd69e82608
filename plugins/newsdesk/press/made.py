"""Makes the manifest of a site that was laid out."""

import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from newsdesk.filing import Filing
from newsdesk.notation.source import read_instant
from newsdesk.page.open_desk import OpenDesk
from newsdesk.press.basis import tools
from newsdesk.press.generator import Made
from newsdesk.press.manifest import Manifest, Standing, Withdrawal
from newsdesk.registers.ledgers import State


def manifest_of(made: Made) -> Manifest:
    """Return the manifest of a site."""
    desk = made.desk
    commit, clean = _commit(desk.content.root)
    return Manifest(
        commit=commit,
        clean=clean,
        tools=tools(),
        url=desk.base.url,
        private=desk.private,
        texts={
            filing.path: _standing(desk, filing)
            for filing in desk.archive.by_path.values()
            if desk.shows(filing)
        },
        redirects=desk.redirects,
        **_against_ledgers(desk),
        files=dict(made.stage.digests),
        office=desk.archive.registers.office.name,
    )


def _against_ledgers(desk: OpenDesk) -> dict[str, Any]:
    """Return what is new, changed and withdrawn against the ledgers."""
    ledgers = desk.archive.ledgers
    lines = ledgers.addresses.values()
    known = {line.release for line in lines} | ledgers.editions.keys()
    live = {line.address for line in lines if line.state is State.LIVE}
    added, changed = [], []
    withdrawn: dict[str, Withdrawal] = {}
    for path, filing in sorted(desk.archive.by_path.items()):
        editions = ledgers.editions.get(path)
        if desk.shows(filing):
            if path not in known:
                added.append(path)
            elif filing.address not in live or (
                editions and editions[-1].digest != filing.body_digest
            ):
                changed.append(path)
        elif filing.withdrawn and path in known:
            # An edition is withdrawn with its original.
            original = desk.archive.by_path.get(filing.original, filing)
            entry = filing.entry("withdrawn") or original.entry("withdrawn")
            instant = _instant(desk, entry.text) if entry else ""
            withdrawn[path] = Withdrawal(instant, filing.digest)
    return {"added": tuple(added), "changed": tuple(changed), "withdrawn": withdrawn}


def _instant(desk: OpenDesk, record: str) -> str:
    """Return the instant of a record in ISO form; empty when it has none."""
    written = record.partition(" | ")[0]
    found = read_instant(written, desk.archive.registers.office.zone)
    return found.isoformat() if found else ""


def hiding(filing: Filing) -> int:
    """Return how many corrections of a text hide the text before them for good."""
    entry = filing.entry("correction")
    values = entry.values if entry else ()
    return sum(len(value.text.split(" | ")) > 3 for value in values)


def _standing(desk: OpenDesk, filing: Filing) -> Standing:
    published = filing.publication if filing.kind == "release" else None
    change, changed = _change(desk, filing)
    return Standing(
        address=filing.address,
        publication=published.isoformat() if published else "",
        digest=filing.body_digest,
        file=filing.digest,
        hidden=hiding(filing),
        pictures=tuple(sorted(_pictures(desk, filing))),
        change=change,
        changed=changed,
    )


def _change(desk: OpenDesk, filing: Filing) -> tuple[str, str]:
    """Return kind and instant of the latest change that a header tells of."""
    kinds = {"correction": "correction", "minor-change": "minor"}
    found = [
        (datetime.fromisoformat(instant), kinds[key], instant)
        for key in kinds
        if (entry := filing.entry(key)) is not None
        for value in entry.values
        if (instant := _instant(desk, value.text))
    ]
    _, kind, instant = max(found, default=(None, "", ""))
    return kind, instant


def _pictures(desk: OpenDesk, filing: Filing) -> Iterator[str]:
    for path in set(filing.pictures):
        if photo := desk.pictures.photos.get(path):
            yield from (variant.address.lstrip("/") for variant in photo.variants)


def _commit(folder: Path) -> tuple[str, bool]:
    """Return the commit of a folder in Git and whether it is all that stands there."""

    def git(*words: str) -> str:
        try:
            run = subprocess.run(
                ["git", "--no-optional-locks", "-C", str(folder), *words],
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return ""
        return run.stdout.strip()

    commit = git("rev-parse", "HEAD")
    return commit, bool(commit) and not git("status", "--porcelain", "--", ".")
