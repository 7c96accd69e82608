"""Remembers what each file of a tree was made of, so that it need not be made again.

A file stands as it is when all that it goes by is the same and nobody has touched it
since. That is known by its inode, size and times, which cost a ninth of reading it
(2026-11-24); so a lost, cut or foreign memory costs time only.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsdesk.press.swap import write_whole

Stamp = tuple[int, int, int, int]
"""Inode, size, and the times of the last change of content and of anything, in ns."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file as it was made."""

    key: str
    """Digest of all that its forme goes by."""
    digest: str
    """SHA-256 of the file, as hexadecimal digits."""
    ids: frozenset[str]
    """The anchors of a page."""
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Proofs:
    """A whole tree as it was made and verified."""

    basis: str = ""
    """Digest of what all files go by; empty when it is not known."""
    held: str = ""
    """Digest of what was not to be on it."""
    files: Mapping[str, Proof] = field(default_factory=dict)
    """By path."""


def stamp_of(path: str) -> Stamp:
    """Return what a file is known by; never that of what a link leads to.

    Raises:
        OSError: There is none.
    """
    found = os.lstat(path)
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def forget_proofs(store: Path, trees: Iterable[Path]) -> None:
    """Forget the proofs of all but some trees."""
    known = {_path(store, tree) for tree in trees if tree.exists()}
    for path in set(store.glob("proofs-*.json")) - known:
        path.unlink()


def _path(store: Path, tree: Path) -> Path:
    # By the inode, which a tree keeps when it is put in another's place.
    return store / f"proofs-{tree.stat().st_ino}.json"


def read_proofs(store: Path, tree: Path, basis: str) -> Proofs:
    """Return the proofs of a tree; none that went by something else, or are damaged.

    Args:
        store: Where they are kept.
        tree: The tree; it may be missing.
        basis: What all files go by now; empty for proofs of nothing.
    """
    try:
        data = _path(store, tree).read_bytes()
        head, _, body = data.partition(b"\n")
        if head.decode() != hashlib.sha256(body).hexdigest():
            return Proofs()
        found = json.loads(body)
        if not basis or found["basis"] != basis:
            return Proofs()
        ids = [frozenset(map(str, one)) for one in found["ids"]]
        files = {
            str(path): Proof(str(key), str(digest), ids[n], _stamp(stamp))
            for path, (key, digest, n, stamp) in found["files"].items()
        }
        return Proofs(basis, str(found["held"]), files)
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
        return Proofs()


def write_proofs(proofs: Proofs, store: Path, tree: Path) -> None:
    """Keep the proofs of a tree."""
    ids: dict[frozenset[str], int] = {}
    files = {
        path: (
            proof.key,
            proof.digest,
            ids.setdefault(proof.ids, len(ids)),
            proof.stamp,
        )
        for path, proof in proofs.files.items()
    }
    found = {
        "basis": proofs.basis,
        "held": proofs.held,
        "ids": [sorted(one) for one in ids],
        "files": files,
    }
    body = json.dumps(found, separators=(",", ":")).encode()
    head = hashlib.sha256(body).hexdigest().encode()
    write_whole(_path(store, tree), head + b"\n" + body)


def _stamp(given: Iterable[object]) -> Stamp:
    inode, size, written, changed = (int(str(one)) for one in given)
    return inode, size, written, changed
