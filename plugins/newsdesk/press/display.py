"""Shows on standard error how far a command is, and says what memory it took.

On a terminal a row for each phase, which is gone when the command has done; elsewhere,
as in the log of CI, a line behind each long phase.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from newsdesk.progress import Phase, Tell

PATIENCE = 1.0
"""Seconds for which nothing is shown: what is done by then would only flicker."""

# A phase of fewer pieces needs no line in a log.
_MANY = 100

_PHASES = {
    "id": {
        Phase.READING: "Membaca naskah",
        Phase.CHECKING: "Memeriksa naskah",
        Phase.PICTURES: "Menyiapkan gambar",
        Phase.SETTING: "Menata halaman",
        Phase.VERIFYING: "Memastikan isinya",
        Phase.PUBLISHING: "Menerbitkan",
    },
    "en": {
        Phase.READING: "Reading texts",
        Phase.CHECKING: "Checking texts",
        Phase.PICTURES: "Making pictures",
        Phase.SETTING: "Setting pages",
        Phase.VERIFYING: "Verifying the site",
        Phase.PUBLISHING: "Publishing",
    },
}
_LEFT = {"id": "sisa {time}", "en": "{time} left"}
_DONE = {
    "id": "{phase}: {count}, {seconds} detik",
    "en": "{phase}: {count}, {seconds} s",
}


@contextmanager
def shown(
    lang: str, stream: TextIO | None = None, patience: float = PATIENCE
) -> Iterator[Tell]:
    """Show how far a command is, until it has done or failed.

    Args:
        lang: `id` or `en`.
        stream: Where; standard error when None.
        patience: Seconds before a terminal shows anything.
    """
    stream = stream or sys.stderr
    dumb = os.environ.get("TERM", "").lower() in ("dumb", "unknown")
    if not stream.isatty() or dumb:
        lines = _Lines(lang, stream)
        yield lines
        lines.end()
        return
    # Takes as long to import as a small check takes, and nobody else needs it.
    from newsdesk.press.rows import Rows

    rows = Rows(_PHASES[lang], _LEFT[lang], stream, patience)
    try:
        yield rows
    finally:
        rows.end()


def peak_memory() -> int | None:
    """Return the most bytes that this process and one of its hands have held.

    The peaks of resident memory of the process itself and of the largest one that it
    has started and that has ended, added: what both share counts twice, and further
    hands do not count. Source: getrusage(2). None where the system does not tell.
    """
    try:
        import resource
    except ImportError:
        return None
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(one).ru_maxrss for one in whose) * unit


def decimal(value: float, lang: str) -> str:
    """Return a number with one decimal as the language writes it."""
    text = f"{value:.1f}"
    return text.replace(".", ",") if lang == "id" else text


class _Lines:
    """For a log: a line behind each phase that was long."""

    def __init__(self, lang: str, stream: TextIO) -> None:
        self._lang = lang
        self._stream = stream
        self._phase: Phase | None = None
        self._count = 0
        self._began = time.monotonic()

    def __call__(self, phase: Phase, _done: int, count: int) -> None:
        """Take note of a phase; say of the one before what it came to."""
        if phase is not self._phase:
            self.end()
            self._phase = phase
            self._began = time.monotonic()
        self._count = count

    def end(self) -> None:
        """Say what the last phase came to."""
        if self._phase is None or self._count < _MANY:
            return
        line = _DONE[self._lang].format(
            phase=_PHASES[self._lang][self._phase],
            count=self._count,
            seconds=decimal(time.monotonic() - self._began, self._lang),
        )
        self._stream.write(f"{line}\n")
        self._stream.flush()
        self._count = 0
