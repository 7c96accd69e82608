"""Keeps the last builds, so that one of them can be served again.

A folder with a manifest for each build, `0001.json` and so on, and under `files/` every
file of theirs once, by its digest. The files are copies: whoever defaces the site that
is served does not deface these.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from newsdesk.press.errors import BuildError
from newsdesk.press.manifest import Manifest, read_manifest, write_manifest
from newsdesk.press.swap import write_whole

_MOST = 5
# Found as text: reading five manifests of a large archive as JSON takes ten times that.
_DIGEST = re.compile(rb'"([0-9a-f]{64})"')


def keep(builds: Path, manifest: Manifest, tree: Path) -> None:
    """Add a build, with those of its files that are not kept yet.

    Args:
        builds: The folder of the kept builds.
        manifest: What the build has published.
        tree: Where its files stand.
    """
    there = kept(builds)
    data = write_manifest(manifest)
    if there and there[-1].read_bytes() == data:
        return
    for path, digest in manifest.files.items():
        file = _file(builds, digest)
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, (tree / path).read_bytes())
    number = int(there[-1].stem) + 1 if there else 1
    write_whole(builds / f"{number:04}.json", data)


def kept(builds: Path) -> list[Path]:
    """Return the manifests of the kept builds, oldest first."""
    return sorted(builds.glob("*.json"), key=lambda path: int(path.stem))


def before(builds: Path, served: Manifest | None) -> Manifest | None:
    """Return the kept build before the one that is served; None when there is none."""
    there = kept(builds)
    if there and served and there[-1].read_bytes() == write_manifest(served):
        there.pop()
    return read_manifest(there[-1].read_bytes()) if there else None


def files_of(builds: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file of a kept build.

    Raises:
        BuildError: A kept file is gone, or is not what it was.
    """
    for path, digest in manifest.files.items():
        file = _file(builds, digest)
        data = file.read_bytes() if file.exists() else b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise BuildError(
                f'Salinan "{path}" dari susunan itu rusak. Susun situsnya dari isi.'
                f' / The kept copy of "{path}" is damaged. Build the site from its'
                " content."
            )
        yield path, data


def forget(builds: Path, served: bytes) -> None:
    """Drop builds that were never served, and all but the last five of the others.

    Args:
        builds: The folder of the kept builds.
        served: The manifest of what is served.
    """
    there = kept(builds)
    known = [path.read_bytes() == served for path in there]
    # A build that was killed on its way, or that was rolled back.
    while True in known and not known[-1]:
        known.pop()
        there.pop().unlink()
    for path in there[:-_MOST]:
        path.unlink()
    needed: set[bytes] = set()
    for path in there[-_MOST:]:
        needed.update(_DIGEST.findall(path.read_bytes()))
    for folder in (builds / "files").glob("*"):
        for file in folder.iterdir():
            if file.name.encode() not in needed:
                file.unlink()


def _file(builds: Path, digest: str) -> Path:
    return builds / "files" / digest[:2] / digest
