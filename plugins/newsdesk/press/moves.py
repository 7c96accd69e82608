"""What has become of every address that was ever published.

Pure: ledger and texts in, redirects and what is lost out. "Before" is the committed
ledger, never the last output.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsdesk.filing import Archive, Filing
from newsdesk.registers.ledgers import ADDRESSES, AddressLine, State


@dataclass(frozen=True, slots=True)
class Break:
    """An address that would lead nowhere."""

    path: str
    """File of the content folder where it is mended."""
    kind: str
    """`moved`, `gone`, `held` or `loop`."""
    address: str
    now: str = ""
    """Where its text stands now, or what the redirect leads to."""

    def __str__(self) -> str:
        said = _WORDS[self.kind].format(address=self.address, now=self.now)
        return f"{self.path}:1:1: address-lost: {said}"


_WORDS: Mapping[str, str] = {
    "moved": (
        'Alamat {address} akan menjadi {now}: tautan lama putus. Tulis "Alias:'
        ' {address}", atau kembalikan Slug dan Tanggal semula.'
        " / The address {address} would change to {now}: the old link breaks. Add"
        ' "Aliases: {address}", or give back the former Slug and Date.'
    ),
    "gone": (
        "Alamat {address} pernah terbit dan kini tanpa teks: tautan lama putus."
        ' Kembalikan berkasnya, bila perlu dengan "Dicabut: …", atau tulis "Alias:'
        ' {address}" pada siaran penggantinya.'
        " / The address {address} was published and now has no text: the old link"
        ' breaks. Give back its file, with "Withdrawn: …" if it must go, or add'
        ' "Aliases: {address}" to the release that takes its place.'
    ),
    "held": (
        "Alamat {address} pernah terbit, dan teksnya kini ditahan: tautan lama putus."
        ' Tulis "Dicabut: …", atau hapus Status dan Embargo.'
        " / The address {address} was published, and its text is now held: the old"
        ' link breaks. Add "Withdrawn: …", or remove Status and Embargo.'
    ),
    "loop": (
        "Pengalihan dari {address} ke {now} berputar-putar. Hapus salah satunya."
        " / The redirect from {address} to {now} goes round in circles. Remove one."
    ),
}


def redirects_of(
    ledger: Mapping[str, AddressLine],
    archive: Archive,
    shows: Callable[[Filing], bool],
) -> tuple[dict[str, str], tuple[Break, ...]]:
    """Return former address -> address on the site, and what would lead nowhere.

    Aliases of a text come before the ledger, and a text that stands on an address
    before any redirect from it. A redirect to a redirect leads to where that one leads.

    Args:
        ledger: Address -> its line.
        archive: All texts.
        shows: Whether a text is on the site.
    """
    texts = [filing for filing in archive.by_path.values() if shows(filing)]
    live = {filing.address for filing in texts}
    direct: dict[str, str] = {}
    for line in ledger.values():
        there = archive.by_path.get(line.release)
        if line.state is State.MOVED and (there is None or shows(there)):
            direct[line.address] = there.address if there else line.to
    for filing in texts:
        direct |= dict.fromkeys(filing.aliases, filing.address)
    direct = {old: new for old, new in direct.items() if old not in live}
    found: dict[str, str] = {}
    broken: list[Break] = []
    for former, to in direct.items():
        end, passed = to, {former}
        while end in direct and end not in passed:
            passed.add(end)
            end = direct[end]
        if end in passed:
            broken.append(Break(f"registers/{ADDRESSES}", "loop", former, to))
        else:
            found[former] = end
    broken += _lost(ledger, archive, shows, live | found.keys())
    return found, tuple(sorted(broken, key=lambda one: (one.path, one.address)))


def _lost(
    ledger: Mapping[str, AddressLine],
    archive: Archive,
    shows: Callable[[Filing], bool],
    there: set[str],
) -> list[Break]:
    broken = []
    for line in ledger.values():
        if line.state is not State.LIVE or line.address in there:
            continue
        filing = archive.by_path.get(line.release)
        if filing is None:
            broken.append(Break(f"registers/{ADDRESSES}", "gone", line.address))
        elif filing.withdrawn:
            continue
        elif shows(filing):
            broken.append(Break(filing.path, "moved", line.address, filing.address))
        else:
            broken.append(Break(filing.path, "held", line.address))
    return broken
