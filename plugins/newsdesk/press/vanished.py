"""Keeps texts from vanishing of which no ledger says that they were published."""

from collections.abc import Iterator
from pathlib import Path

from newsdesk.addresses import one_spelling
from newsdesk.filing import Archive
from newsdesk.press.errors import BuildError
from newsdesk.press.manifest import Manifest
from newsdesk.registers.ledgers import ADDRESSES, EDITIONS, Ledgers
from newsdesk.saying import Bilingual

# How many texts a message names.
_NAMED = 3


def check_vanished(served: Manifest, archive: Archive, output: Path) -> None:
    """Refuse a build that leaves out texts of the served site.

    Args:
        served: Of the public site that stands in the output.
        archive: All texts as they are now.
        output: Where it stands.

    Raises:
        BuildError: Some are gone, or both ledgers are; names the first few, and the
            cures.
    """
    check_ledgers(served, archive.ledgers, output)
    gone = sorted(_vanished(served, archive))
    if not gone:
        return
    names = ", ".join(gone[:_NAMED]) + (", …" if len(gone) > _NAMED else "")
    address = served.texts[gone[0]].address
    raise BuildError(
        Bilingual(
            f"{len(gone)} naskah yang terbit di {output} tidak ada lagi di folder isi:"
            f" {names}. Kembalikan berkasnya, dengan baris Withdrawn kalau harus"
            f' dicabut, atau tambahkan "Aliases: {address}" dan seterusnya pada'
            f" penggantinya. Kalau situs itu hanya percobaan, hapus {output}, atau"
            " sebutkan --output lain.",
            f"Of the site in {output}, the content folder lacks texts: {len(gone)}"
            f" ({names}). Bring their files back, with a line Withdrawn for what must"
            f' go, or add "Aliases: {address}" and so on to what takes their place. If'
            f" that site was only a trial, delete {output}, or name another --output.",
        )
    )


def check_ledgers(served: Manifest, ledgers: Ledgers, output: Path) -> None:
    """Refuse to go on without both ledgers, once a site was built with their lines.

    Raises:
        BuildError: Neither has a line of a text; names the cure.
    """
    recorded = served.withdrawn or served.texts.keys() - {*served.added}
    owned = any(line.release for line in ledgers.addresses.values())
    if recorded and not owned and not ledgers.editions:
        # Of one that is lost the other one tells: that is `ledger-lost`.
        files = f"registers/{ADDRESSES} registers/{EDITIONS}"
        raise BuildError(
            Bilingual(
                f"{ADDRESSES} dan {EDITIONS} hilang atau kosong, padahal situs di"
                f" {output} sudah dicatat. Kembalikan di folder isi: "
                f'"git checkout -- {files}". Kalau situs itu hanya percobaan, hapus'
                f" {output}, atau sebutkan --output lain.",
                f"{ADDRESSES} and {EDITIONS} are missing or empty, though the site in"
                f" {output} was recorded. Bring them back in the content folder: "
                f'"git checkout -- {files}". If that site was only a trial, delete'
                f" {output}, or name another --output.",
            )
        )


def _vanished(served: Manifest, archive: Archive) -> Iterator[str]:
    """Yield the paths of texts of which path, words and address are gone.

    What becomes of an address that the ledger has is the business of the desk.
    """
    missing = served.texts.keys() - archive.by_path.keys()
    if not missing:
        return
    filings = archive.by_path.values()
    # A text under another name is not gone; its twin that was there before is another.
    words = {f.body_digest for f in filings if f.path not in served.texts}
    addresses = {
        one_spelling(address)
        for filing in filings
        for address in (filing.address, *filing.aliases)
    }
    addresses |= {one_spelling(address) for address in archive.ledgers.addresses}
    for path in missing:
        standing = served.texts[path]
        if (
            standing.digest not in words
            and one_spelling(standing.address) not in addresses
        ):
            yield path
