"""What has become of every address that was ever published.

Pure: ledger and texts in, redirects and what is lost out. "Before" is the committed
ledger, never the last output.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsdesk.addresses import one_spelling
from newsdesk.filing import Archive, Filing
from newsdesk.registers.ledgers import ADDRESSES, AddressLine, State


@dataclass(frozen=True, slots=True)
class Break:
    """An address that would lead nowhere."""

    path: str
    """File of the content folder where it is mended."""
    kind: str
    """`moved`, `gone`, `held`, `loop` or `taken`."""
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
    "taken": (
        "Alamat {address} dibuat sendiri oleh situs, jadi tidak dapat dialihkan ke"
        " {now}. Hapus barisnya."
        " / The address {address} is one that the site makes itself, so it cannot lead"
        " to {now}. Delete its line."
    ),
}


def redirects_of(
    ledger: Mapping[str, AddressLine],
    archive: Archive,
    shows: Callable[[Filing], bool],
    made: Mapping[str, str],
) -> tuple[dict[str, str], tuple[Break, ...]]:
    """Return former address -> address on the site, and what would lead nowhere.

    Aliases of a text come before the ledger, and what stands on an address before any
    redirect from it. A redirect to a redirect leads to where that one leads. Of two
    spellings of one address one is in the result.

    Args:
        ledger: Address -> its line.
        archive: All texts.
        shows: Whether a text is on the site.
        made: Address that the site makes -> the text it hangs on, or nothing for what
            is always there.
    """
    texts = [filing for filing in archive.by_path.values() if shows(filing)]
    shown = {filing.path for filing in texts}
    live = {one_spelling(filing.address) for filing in texts}
    always = {one_spelling(address) for address, path in made.items() if not path}
    standing = live | {
        one_spelling(address) for address, path in made.items() if path in shown
    }
    direct: dict[str, tuple[str, str]] = {}
    broken: list[Break] = []
    for line in ledger.values():
        there = archive.by_path.get(line.release)
        if line.state is State.MOVED and (there is None or shows(there)):
            to = there.address if there else line.to
            if one_spelling(line.address) in always:
                broken.append(
                    Break(f"registers/{ADDRESSES}", "taken", line.address, to)
                )
            else:
                direct[one_spelling(line.address)] = (line.address, to)
    for filing in texts:
        for alias in filing.aliases:
            direct[one_spelling(alias)] = (alias, filing.address)
    direct = {old: new for old, new in direct.items() if old not in standing}
    found: dict[str, str] = {}
    for old, (former, to) in direct.items():
        end, passed = to, {old}
        while (step := _step(direct, end)) in direct and step not in passed:
            passed.add(step)
            end = direct[step][1]
        if step in passed:
            broken.append(Break(f"registers/{ADDRESSES}", "loop", former, to))
        else:
            found[former] = end
    broken += _lost(ledger, archive, shows, live | direct.keys())
    return found, tuple(sorted(broken, key=lambda one: (one.path, one.address)))


def _step(direct: Mapping[str, object], address: str) -> str:
    """Return the redirect that a server takes for an address, or none of them."""
    whole = one_spelling(address)
    # A query that no redirect has counts for nothing, as on every static page.
    return whole if whole in direct else one_spelling(address.partition("?")[0])


def _lost(
    ledger: Mapping[str, AddressLine],
    archive: Archive,
    shows: Callable[[Filing], bool],
    there: set[str],
) -> list[Break]:
    broken = []
    for line in ledger.values():
        if line.state is not State.LIVE or one_spelling(line.address) in there:
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
