"""What has become of every address that was ever published.

Pure: ledger and texts in, redirects and what is lost out. "Before" is the committed
ledger, never the last output.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.filing import Archive, Filing
from newsdesk.registers.ledgers import AddressLine, State


class Loss(StrEnum):
    """Why an address leads nowhere."""

    MOVED = "moved"
    """Its text stands elsewhere now."""
    GONE = "gone"
    """It has no text any more."""
    HELD = "held"
    """Its text is held now."""
    LOOP = "loop"
    """Its redirects go round in circles."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An address of the ledger that would lead nowhere."""

    line: AddressLine
    loss: Loss
    filing: Filing | None = None
    """The text, where it is still there."""


def redirects_of(
    archive: Archive, shows: Callable[[Filing], bool]
) -> tuple[dict[str, str], tuple[Lost, ...]]:
    """Return former address -> address on the site, and what would lead nowhere.

    Aliases of a text come before the ledger, and a text that stands on an address
    before any redirect from it. A redirect to a redirect leads to where that one leads.

    Args:
        archive: All texts, with the ledgers.
        shows: Whether a text is on the site.
    """
    ledger = archive.ledgers.addresses
    texts = [filing for filing in archive.by_path.values() if shows(filing)]
    live = {filing.address for filing in texts}
    direct: dict[str, str] = {}
    for line in ledger.values():
        text = archive.by_path.get(line.release)
        if line.state is State.MOVED and (text is None or shows(text)):
            direct[line.address] = text.address if text else line.to
    for filing in texts:
        direct |= dict.fromkeys(filing.aliases, filing.address)
    direct = {old: new for old, new in direct.items() if old not in live}
    found: dict[str, str] = {}
    lost: list[Lost] = []
    for former, to in direct.items():
        end, passed = to, {former}
        while end in direct and end not in passed:
            passed.add(end)
            end = direct[end]
        if end not in passed:
            found[former] = end
        else:
            # An alias leads to a text; only lines of the ledger can miss one.
            lost.append(Lost(ledger[former], Loss.LOOP))
    there = live | found.keys()
    for line in ledger.values():
        if line.state is State.LIVE and line.address not in there:
            lost += _lost(line, archive.by_path.get(line.release), shows)
    return found, tuple(sorted(lost, key=lambda one: one.line.address))


def _lost(
    line: AddressLine, filing: Filing | None, shows: Callable[[Filing], bool]
) -> list[Lost]:
    if filing is None:
        return [Lost(line, Loss.GONE)]
    if filing.withdrawn:
        return []
    return [Lost(line, Loss.MOVED if shows(filing) else Loss.HELD, filing)]
