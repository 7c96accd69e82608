"""What has become of every address that was ever published.

Pure: ledger and texts in, redirects and what is lost out. "Before" is the committed
ledger, never the last output.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.addresses import ARCHIVE, INDEXES, one_spelling
from newsdesk.filing import LANGUAGES, Archive, Filing
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
    TAKEN = "taken"
    """The site itself makes what stands there."""
    NOWHERE = "nowhere"
    """Its redirect leads to what never was."""
    AWAY = "away"
    """Its redirect leads to a list that has nothing now, or to a text that is held or
    withdrawn: neither is the fault of the line."""


# What comes and goes with the texts: lists, and editions in other languages.
_LISTS = (ARCHIVE, *INDEXES.values(), *(f"/{lang}/" for lang in LANGUAGES[1:]))


@dataclass(frozen=True, slots=True)
class Lost:
    """An address of the ledger that would lead nowhere."""

    line: AddressLine
    loss: Loss
    filing: Filing | None = None
    """The text, where it is still there."""


def redirects_of(
    archive: Archive, shows: Callable[[Filing], bool], made: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Lost, ...]]:
    """Return former address -> address on the site, and what would lead nowhere.

    Aliases of a text come before the ledger, and what stands on an address before any
    redirect from it. A redirect to a redirect leads to where that one leads. Of two
    spellings of one address one is in the result.

    Args:
        archive: All texts, with the ledgers.
        shows: Whether a text is on the site.
        made: Address that the site makes -> the text it hangs on, or nothing for what
            is always there.
    """
    ledger = archive.ledgers.addresses
    texts = [filing for filing in archive.by_path.values() if shows(filing)]
    shown = {filing.path for filing in texts}
    live = {one_spelling(filing.address) for filing in texts}
    standing = live | {one_spelling(at) for at, path in made.items() if path in shown}
    always = {one_spelling(at) for at, path in made.items() if not path}
    # By their one spelling: as written, and where to.
    direct: dict[str, tuple[str, str]] = {}
    lost: list[Lost] = []
    for line in ledger.values():
        text = archive.by_path.get(line.release)
        if line.state is State.MOVED and (text is None or shows(text)):
            if one_spelling(line.address) in always:
                lost.append(Lost(line, Loss.TAKEN))
            else:
                to = text.address if text else line.to
                direct[one_spelling(line.address)] = (line.address, to)
    for filing in texts:
        for alias in filing.aliases:
            direct[one_spelling(alias)] = (alias, filing.address)
    direct = {old: new for old, new in direct.items() if old not in standing}
    there = standing | always
    known = {one_spelling(at) for at in (*made, *ledger)}
    found: dict[str, str] = {}
    for old, (former, to) in direct.items():
        end, passed = to, {old}
        while (step := _step(direct, end)) in direct and step not in passed:
            passed.add(step)
            end = direct[step][1]
        # An alias leads to a text; only lines of the ledger can miss one.
        if step in passed:
            lost.append(Lost(ledger[former], Loss.LOOP))
        elif (target := _page(end)) in there:
            found[former] = _slashed(end)
        elif target in known or target.startswith(_LISTS):
            lost.append(Lost(ledger[former], Loss.AWAY))
        else:
            lost.append(Lost(ledger[former], Loss.NOWHERE))
    kept = live | direct.keys()
    for line in ledger.values():
        if line.state is State.LIVE and one_spelling(line.address) not in kept:
            lost += _lost(line, archive.by_path.get(line.release), shows)
    return found, tuple(sorted(lost, key=lambda one: one.line.address))


def _step(direct: Mapping[str, object], address: str) -> str:
    """Return the redirect that a server takes for an address, or none of them."""
    whole = one_spelling(address)
    # A query that no redirect has counts for nothing, as on every static page.
    return whole if whole in direct else one_spelling(address.partition("?")[0])


def _slashed(address: str) -> str:
    """Return an address of the site as it stands there: what is no file ends in /."""
    path, mark, query = address.partition("?")
    if "." not in path.rpartition("/")[2]:
        path = f"{path.rstrip('/')}/"
    return path + mark + query


def _page(address: str) -> str:
    """Return the one spelling of the page on which a redirect comes out."""
    return one_spelling(address.partition("?")[0].removesuffix("index.html"))


def _lost(
    line: AddressLine, filing: Filing | None, shows: Callable[[Filing], bool]
) -> list[Lost]:
    if filing is None:
        return [Lost(line, Loss.GONE)]
    if filing.withdrawn:
        return []
    return [Lost(line, Loss.MOVED if shows(filing) else Loss.HELD, filing)]
