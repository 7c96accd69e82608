"""Keeps the last builds, so that one of them can be served again.

A folder with a manifest for each build, `0001.json` and so on, and under `files/`, by
their digests, those of their files that stand in neither tree any more, the served one
and the stage. Nothing is copied: a file that a stage displaces is moved there. For each
build that is kept it holds at every moment that a file of it is under `files/`, or on
its path in the tree in which it was laid out.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from newsdesk.press.errors import BuildError
from newsdesk.press.manifest import Manifest, read_manifest, write_manifest
from newsdesk.press.swap import write_whole
from newsdesk.saying import Bilingual

BUILDS = "builds"
"""Name of the folder of the kept builds, in a store."""

_MOST = 5
# Found as text: reading five manifests of a large archive as JSON takes ten times that.
_DIGEST = re.compile(rb'"([0-9a-f]{64})"')


class Shelf:
    """Where files of kept builds go when their place in a tree is taken."""

    def __init__(self, builds: Path) -> None:
        """Take the folder of the kept builds."""
        self._builds = builds

    def take(self, file: Path, data: bytes) -> None:
        """Move a file here if a kept build has it; leave any other where it is.

        Args:
            file: Of a tree that is brought up to date.
            data: What it holds.
        """
        # A first build knows of none, and so does not even look.
        if not self._needed:
            return
        digest = hashlib.sha256(data).hexdigest()
        if digest.encode() in self._needed:
            place = _file(self._builds, digest)
            place.parent.mkdir(parents=True, exist_ok=True)
            file.replace(place)

    @cached_property
    def _needed(self) -> set[bytes]:
        return _digests(kept(self._builds))


def keep(builds: Path, manifest: bytes) -> None:
    """Add a build, whose files stand in a tree.

    Args:
        builds: The folder of the kept builds.
        manifest: What the build has published, as written.
    """
    there = kept(builds)
    if there and there[-1].read_bytes() == manifest:
        return
    builds.mkdir(exist_ok=True)
    number = int(there[-1].stem) + 1 if there else 1
    write_whole(builds / f"{number:04}.json", manifest)


def kept(builds: Path) -> list[Path]:
    """Return the manifests of the kept builds, oldest first."""
    return sorted(builds.glob("*.json"), key=lambda path: int(path.stem))


def before(builds: Path, served: Manifest | None) -> Manifest | None:
    """Return the kept build before the one that is served; None when there is none."""
    there = kept(builds)
    if there and served and there[-1].read_bytes() == write_manifest(served):
        there.pop()
    return read_manifest(there[-1].read_bytes()) if there else None


def files_of(
    builds: Path, manifest: Manifest, *trees: Path
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file of a kept build.

    Each is looked for when it is its turn: meanwhile the trees may be brought up to
    date, if a `Shelf` takes what is displaced there.

    Args:
        builds: The folder of the kept builds.
        manifest: Of the build.
        trees: Where its files may still stand.

    Raises:
        BuildError: A file is gone, or is not what it was.
    """
    for path, digest in manifest.files.items():
        for place in (_file(builds, digest), *(tree / path for tree in trees)):
            # Anybody may have written to what is served.
            data = place.read_bytes() if place.is_file() else b""
            if hashlib.sha256(data).hexdigest() == digest:
                yield path, data
                break
        else:
            raise BuildError(
                Bilingual(
                    f'Salinan "{path}" dari susunan itu rusak. Susun situsnya dari'
                    " isi.",
                    f'The kept copy of "{path}" is damaged. Build the site from its'
                    " content.",
                )
            )


def forget(builds: Path, served: bytes) -> None:
    """Drop builds that were never served, and all but the last five of the others.

    Args:
        builds: The folder of the kept builds.
        served: The manifest of what is served.
    """
    there = kept(builds)
    known = [path.read_bytes() == served for path in there]
    gone: list[Path] = []
    # A build that was killed on its way, or that was rolled back.
    while True in known and not known[-1]:
        known.pop()
        gone.append(there.pop())
    gone += there[:-_MOST]
    if not gone:
        return
    needed = _digests(there[-_MOST:])
    for file in (builds / "files").glob("*/*"):
        if file.name.encode() not in needed:
            file.unlink()
    # Last: as long as they are there, the next command does again what a kill cut off.
    for path in gone:
        path.unlink()


def _digests(manifests: Iterable[Path]) -> set[bytes]:
    """Return the digest of every file that stands in some manifests."""
    found: set[bytes] = set()
    for path in manifests:
        found.update(_DIGEST.findall(path.read_bytes()))
    return found


def _file(builds: Path, digest: str) -> Path:
    return builds / "files" / digest[:2] / digest
