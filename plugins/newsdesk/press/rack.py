"""Keeps the words of bodies outside of memory while a site is made of them.

In a file without a name, which is gone with the last process that has it. All hands
share it, so that words do not travel: who has set a body tells only where it stands.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from weakref import WeakValueDictionary, finalize

from newsdesk.body import Copy
from newsdesk.press.swap import PART

if os.name == "posix":
    import fcntl


class Rack:
    """The words of one site."""

    def __init__(self, folder: Path) -> None:
        """Take the folder on whose disk they are kept; made when it is missing.

        Raises:
            OSError: Nothing can be written there.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = _File(folder) if os.name == "posix" else None

    def keep(self, copy: Copy) -> Copy:
        """Put words into the file; return the same, to be read from there.

        Where processes are not forked they stay in memory.

        Raises:
            OSError: There is no room.
        """
        if self._file is None:
            return copy
        html, text = (words.encode() for words in copy.read())
        start = self._file.add(html + text)
        return Copy(copy.fingerprint, _Kept(self._file, start, len(html), len(text)))


class _File:
    """A file without a name, closed when nobody has words in it any more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.number, path = mkstemp(suffix=PART, dir=folder)
        os.unlink(path)  # noqa: PTH108
        finalize(self, os.close, self.number)
        _FILES[self.number] = self

    def __reduce__(self) -> tuple[object, ...]:
        """Travel by its number: the other process was forked and has the same."""
        return _file_of, (self.number,)

    def add(self, data: bytes) -> int:
        """Put data behind all others; return where it starts."""
        left = memoryview(data)
        # Held by a process, not by the file that it shares: one hand writes at a time.
        fcntl.lockf(self.number, fcntl.LOCK_EX)
        try:
            start = os.lseek(self.number, 0, os.SEEK_END)
            while left:
                left = left[os.write(self.number, left) :]
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._folder)) from error
        finally:
            fcntl.lockf(self.number, fcntl.LOCK_UN)
        return start


# By number, as long as somebody has them.
_FILES: WeakValueDictionary[int, _File] = WeakValueDictionary()


def _file_of(number: int) -> _File:
    return _FILES[number]


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where words stand."""

    file: _File
    start: int
    html: int
    """Bytes."""
    text: int

    def __call__(self) -> tuple[str, str]:
        data = os.pread(self.file.number, self.html + self.text, self.start)
        return data[: self.html].decode(), data[self.html :].decode()
