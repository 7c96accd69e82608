"""What of the desk's findings the log of a build may tell.

Anybody may read it, and a finding names file and words of its release. Pure.
"""

from collections.abc import Sequence
from datetime import datetime

from newsdesk.desk.finding import Finding
from newsdesk.filing import Archive, Filing

# Keys that hold a text back; a near-miss of one does not, and is meant to.
_HOLDING = {"embargo", "status", "withdrawn", "dicabut"}

_UNTOLD = {
    "id": (
        "{count} temuan ada dalam siaran yang ditahan; jalankan `python3 tasks.py"
        " periksa` untuk melihatnya."
    ),
    "en": (
        "{count} findings are in releases that are held; run `python3 tasks.py check`"
        " to see them."
    ),
}


def told(
    findings: Sequence[Finding], archive: Archive, now: datetime
) -> tuple[Finding, ...]:
    """Return the findings that say nothing of a held or withdrawn text.

    Held is also what is meant to be: a text whose `Embargo` cannot be read, or is
    misspelt. A finding elsewhere that names such a text is left out too.

    Args:
        findings: What the desk found.
        archive: All texts.
        now: An aware instant.
    """
    by_path = archive.by_path
    secret = {path for path, filing in by_path.items() if _secret(filing, now)}
    # An edition is held with its original.
    secret |= {path for path, filing in by_path.items() if filing.original in secret}
    own = {path: _own(by_path[path]) for path in secret}
    words = {word for found in own.values() for word in found}
    return tuple(
        finding
        for finding in findings
        if finding.path not in secret and words.isdisjoint(finding.values.values())
    )


def untold(count: int, lang: str) -> str:
    """Say how many findings are not told."""
    return _UNTOLD[lang].format(count=count)


def _secret(filing: Filing, now: datetime) -> bool:
    """Say whether a text is held or withdrawn, or meant to be."""
    written = filing.header.get("embargo")
    unread = written is not None and filing.embargo is None
    misspelt = any(
        fault.values.get("suggestion", "").lower() in _HOLDING
        for fault in filing.header.faults
    )
    return unread or misspelt or filing.withdrawn or filing.held(now)


def _own(filing: Filing) -> set[str]:
    """Return the values by which a finding elsewhere may name a text."""
    return {filing.path, filing.address, filing.series, *filing.tags} - {""}
