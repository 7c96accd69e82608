"""The tree in which a site is laid out: only what differs is written.

The tree stands from one build to the next, so a small change costs little. Knows paths
and bytes; knows nothing of what they mean, nor who is served what.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from newsdesk.press.errors import BuildError, ClashError
from newsdesk.saying import Bilingual

# A link in the tree would be read through, and served.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Stage:
    """One site while it is laid out."""

    def __init__(
        self, root: Path, displaced: Callable[[Path, bytes], None] | None = None
    ) -> None:
        """Take a folder, with whatever an earlier build left in it.

        Args:
            root: The folder.
            displaced: Called with each file that is about to be taken away and what it
                holds; it may move the file.
        """
        self.root = root
        self._displaced = displaced
        self.digests: dict[str, str] = {}
        """Path -> SHA-256 of every file of the site, as hexadecimal digits; empty for
        one that is still to come."""
        self._folders: set[str] = {""}
        self._missing: set[str] = set()
        """Folders that are still to be made."""
        root.mkdir(parents=True, exist_ok=True)

    def put(self, path: str, data: bytes) -> None:
        """Make a file of the site hold these bytes.

        Args:
            path: Under the root, with `/`.
            data: All of it.

        Raises:
            ClashError: The path, or a folder above it, is another file of this site.
        """
        self.announce([path])
        self.digests[path] = self.lay(path, data)

    def announce(self, paths: Iterable[str]) -> None:
        """Take note of files to come, and clear the way of their folders.

        Raises:
            ClashError: A path, or a folder above it, is another file of this site.
        """
        for path in paths:
            folder = path.rpartition("/")[0]
            if path in self.digests or path in self._folders:
                raise _clash(path)
            if folder not in self._folders:
                self._clear_way(folder, path)
            self.digests[path] = ""

    def lay(self, path: str, data: bytes) -> str:
        """Make a file that was announced hold these bytes; return their SHA-256.

        Changes nothing but the file and makes its folder, so that any process may do
        it. A file that holds these bytes already is not touched. Any other is taken
        away and not written over: who is still reading it reads it to its end.
        """
        target = f"{self.root}/{path}"
        folder = path.rpartition("/")[0]
        if folder in self._missing:
            os.makedirs(f"{self.root}/{folder}", exist_ok=True)  # noqa: PTH103
            self._missing.remove(folder)
        try:
            _write(target, data)
        except FileExistsError:
            there = _read(target)
            if there != data:
                self._clear(target, there)
                _write(target, data)
        return hashlib.sha256(data).hexdigest()

    def finish(self) -> None:
        """Remove what was not put, and see that all that was put is there.

        Raises:
            BuildError: A file is gone, or is none: somebody else writes here.
        """
        found = self._prune("")
        if missing := sorted(self.digests.keys() - found):
            raise BuildError(
                Bilingual(
                    f'Berkas "{missing[0]}" hilang selagi situs disusun. Susun lagi.',
                    f'The file "{missing[0]}" went missing while the site was built.'
                    " Build again.",
                )
            )

    def _clear_way(self, folder: str, path: str) -> None:
        """Take note of a folder and those above it; remove what stands in its place."""
        above = folder.rpartition("/")[0]
        if above not in self._folders:
            self._clear_way(above, path)
        if folder in self.digests:
            raise _clash(folder)
        self._folders.add(folder)
        target = f"{self.root}/{folder}"
        if above not in self._missing and os.path.lexists(target):
            if stat.S_ISDIR(os.lstat(target).st_mode):
                return
            self._clear(target, _read(target))
        self._missing.add(folder)

    def _prune(self, folder: str) -> set[str]:
        """Remove strays below a folder; return the paths of the files that stay."""
        found: set[str] = set()
        with os.scandir(f"{self.root}/{folder}") as entries:
            for entry in list(entries):
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False) and path in self._folders:
                    found |= self._prune(path)
                elif path in self.digests and entry.is_file(follow_symlinks=False):
                    found.add(path)
                else:
                    self._clear(entry.path, _read(entry.path))
        return found

    def _clear(self, target: str, data: bytes | None) -> None:
        """Remove whatever stands on a path.

        Args:
            target: The path.
            data: What the file there holds; None when there is none.
        """
        path = Path(target)
        if path.is_dir() and not path.is_symlink():
            for below in [*path.iterdir()]:
                self._clear(str(below), _read(str(below)))
            path.rmdir()
            return
        if data is not None and self._displaced is not None:
            self._displaced(path, data)
        path.unlink(missing_ok=True)


def _clash(path: str) -> ClashError:
    return ClashError(
        Bilingual(
            f'Dua berkas situs ini menghendaki "{path}".',
            f'Two files of the site want "{path}".',
        )
    )


def _read(target: str) -> bytes | None:
    """Return what a file holds, or None when there is no such regular file."""
    try:
        number = os.open(target, _READ)
    except OSError:
        return None
    try:
        with open(number, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        # A folder opens, and cannot be read.
        return None


def _write(target: str, data: bytes) -> None:
    """Write a new file.

    Raises:
        OSError: There is such a file, no such folder, or no room; names the file.
    """
    try:
        number = os.open(target, _WRITE, 0o644)
        try:
            written = 0
            while written < len(data):
                written += os.write(number, data[written:] if written else data)
        finally:
            os.close(number)
    except OSError as error:
        # A full disk does not say on which file it was found to be full.
        raise OSError(error.errno, error.strerror, target) from error
