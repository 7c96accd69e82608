"""What of the desk's findings the log of a build may tell.

Anybody may read it, and a finding names file and words of its release. Pure.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from newsdesk.addresses import Base
from newsdesk.desk.addresses import site_addresses
from newsdesk.desk.finding import Finding
from newsdesk.filing import Archive, Filing
from newsdesk.intake import content_option
from newsdesk.page.open_desk import pictures_shown

# Findings of texts that are meant to be held, whatever their header says.
_MEANT = {"embargo-in-words", "header-line-below", "withdrawal-undone"}
# Findings of texts whose header was not read, or has two sides.
_UNREAD = {"conflict-marker", "file-encoding", "file-large"}
# What in such a text may hold it.
_MAY_HOLD = re.compile(r"embargo|status|draf|withdrawn|dicabut", re.IGNORECASE)
# Keys that hold a text back; a near-miss of one does not, and is meant to.
_HOLDING = {"embargo", "status", "withdrawn", "dicabut"}

# One, and more than one.
_UNTOLD = {
    "id": (
        "{count} temuan ada dalam siaran yang ditahan atau dicabut, atau menyebutnya;"
        " jalankan `python3 tasks.py periksa{option}` untuk melihatnya.",
    )
    * 2,
    "en": (
        "{count} finding is in a release that is held or withdrawn, or names one; run"
        " `python3 tasks.py check{option}` to see it.",
        "{count} findings are in releases that are held or withdrawn, or name one; run"
        " `python3 tasks.py check{option}` to see them.",
    ),
}


def told(
    findings: Sequence[Finding],
    archive: Archive,
    now: datetime,
    roughly: Callable[[str], str],
) -> tuple[Finding, ...]:
    """Return the findings that say nothing of a held or withdrawn text.

    Held is also what is meant to be: a text whose `Embargo` cannot be read, is
    misspelt, or stands where it holds nothing; and one that cannot be read itself, but
    has a word that may hold it. A finding elsewhere that names such a
    text, or what is on the site for it alone, is left out too: a slip in a link is
    answered with the nearest name.

    Args:
        findings: What the desk found.
        archive: All texts.
        now: An aware instant.
        roughly: Returns what can be read of a file, by its path.
    """
    if not findings:
        return ()
    by_path = archive.by_path
    secret = {path for path, filing in by_path.items() if _secret(filing, now)}
    secret |= {finding.path for finding in findings if finding.rule in _MEANT}
    unread = {finding.path for finding in findings if finding.rule in _UNREAD}
    secret |= {
        path for path in unread & by_path.keys() if _MAY_HOLD.search(roughly(path))
    }
    # An edition is held with its original.
    secret |= {path for path, filing in by_path.items() if filing.original in secret}
    words = {word for path in secret for word in _own(by_path[path])}
    owners = site_addresses(archive)
    words |= {address for address, owner in owners.items() if owner in secret}
    words |= pictures_shown(archive, lambda filing: filing.path in secret)
    words -= pictures_shown(archive, lambda filing: filing.path not in secret)
    bare = {_bare(word) for word in words}
    base = Base(archive.registers.office.url)
    return tuple(
        finding
        for finding in findings
        if finding.path not in secret
        and finding.path not in words
        and bare.isdisjoint(
            _bare(base.address_of(value)) for value in finding.values.values()
        )
    )


def told_of_registers(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of registers: without them nobody knows what is held."""
    return tuple(one for one in findings if one.path.startswith("registers/"))


def untold(count: int, lang: str, content: Path) -> str:
    """Say how many findings are not told, and what tells them of a content folder."""
    option = content_option(content)
    return _UNTOLD[lang][count > 1].format(count=count, option=option)


def _secret(filing: Filing, now: datetime) -> bool:
    """Say whether a text is held or withdrawn, or meant to be."""
    unread = "embargo" in filing.keys and filing.embargo is None
    misspelt = not filing.header_whole and any(
        fault.values.get("suggestion", "").lower() in _HOLDING
        for fault in filing.header.faults
    )
    return unread or misspelt or filing.withdrawn or filing.held(now)


def _own(filing: Filing) -> set[str]:
    """Return the values by which a finding elsewhere may name a text."""
    return {filing.path, filing.address, filing.series, *filing.tags} - {""}


def _bare(value: str) -> str:
    """Return a name without what a link may have around it."""
    path = value.removeprefix("{filename}").removeprefix("{static}")
    return path.partition("#")[0].strip("/")
