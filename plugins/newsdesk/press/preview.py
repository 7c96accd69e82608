"""Shows the site while it is written: follows every edit, serves, reloads.

A process of its own holds the site. It hears of the edits of content; after an edit of
plugin, theme or settings another takes its place. Knows nothing of what that process
does, only how it is spoken to and how it ends.
"""

import errno
import signal
import sys
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType
from typing import TextIO

from newsdesk.press.preview_answers import Answer
from newsdesk.press.preview_keeper import Keeper, News
from newsdesk.press.preview_server import Board, Outcome, PreviewServer
from newsdesk.press.watching import watching
from newsdesk.saying import Bilingual

PLACE = Path(".preview.siaran")
"""Where the preview keeps pictures, under the project's root."""

_MORE_PORTS = 20

_THERE = Bilingual(
    "Pratinjau di {address}/ (Ctrl-C untuk berhenti)",
    "The preview is at {address}/ (Ctrl-C to stop)",
)
_EDITED = Bilingual("Ada suntingan, menyusun lagi …", "Edited, building again …")
_NO_PORT = Bilingual(
    "Tidak ada porta {port}: 0 … 65535.", "There is no port {port}: 0 … 65535."
)
_NOT_OURS = Bilingual(
    "Porta {port} tidak dapat dipakai: {reason}.", "Cannot use port {port}: {reason}."
)
_TAKEN = Bilingual(
    "Porta {port} sedang dipakai, jadi {number}.",
    "Port {port} is taken, so {number}.",
)


def serve(
    root: Path,
    keeper: Sequence[str],
    content: Path,
    programs: Sequence[Path],
    *,
    port: int = 8000,
    site_path: str = "",
    lang: str = "id",
) -> int:
    """Serve a site that follows every edit, until it is told to stop.

    Args:
        root: The project; whoever holds the site runs there.
        keeper: The command of the process that holds the site, as `keeping.keep` does,
            without `--output`, `--site-url` and `--site-path`, which are put behind it.
        content: The folder whose edits it is told of.
        programs: Files and folders after whose edits it is replaced.
        port: Where to serve; when it is taken, the next free one. 0 is any.
        site_path: Path of the site's own URL, as `/kabar`, or empty; the preview has
            the same one.
        lang: Language of what is said, `id` or `en`.

    Returns:
        The exit code: 0 after Ctrl-C, 143 after SIGTERM, 1 when no port is free, 2
        when there is no such port.

    Call it in the main thread: it takes over both signals while it runs.
    """
    if not 0 <= port <= 65535:
        _say(_NO_PORT.filled(port=port).said(lang))
        return 2
    try:
        with _ending(), _own_folder(root) as site:
            command = [*keeper, "--output", str(site)]
            held = _Held(root, command, content, programs, lang)
            return _serve(held, port, site_path.rstrip("/"))
    except _Ended as ended:
        return 0 if ended.number == signal.SIGINT else 128 + ended.number


def _serve(held: "_Held", port: int, site_path: str) -> int:
    try:
        server = _open(port, held, site_path)
    except OSError as error:
        words = _NOT_OURS.filled(port=port, reason=error.strerror)
        _say(words.said(held.lang))
        return 1
    address = server.origin + site_path
    held.command += ["--site-url", address, "--site-path", site_path]
    watched = (held.content, *held.programs)
    with server, server.running(), watching(watched) as edits, held.ending():
        edits.take(0)
        held.begin()
        held.board.wait(Outcome(), None)
        sys.stdout.write(f"{_THERE.filled(address=address).said(held.lang)}\n")
        sys.stdout.flush()
        while True:
            # On Windows only a wait that ends now and then hears Ctrl-C.
            while (edited := edits.take(1)) is None:
                pass
            _say(_EDITED.said(held.lang))
            held.edit(edited)


class _Held:
    """The site as another process holds it; and which process that is."""

    def __init__(
        self,
        root: Path,
        command: list[str],
        content: Path,
        programs: Sequence[Path],
        lang: str,
    ) -> None:
        self.command = command
        self.lang = lang
        self.content = content.resolve()
        self.programs = tuple(path.resolve() for path in programs)
        self.board = Board()
        self._root = root
        self._changing = threading.Lock()
        self._shown: Keeper | None = None
        self._coming: Keeper | None = None
        self._behind = False

    def begin(self) -> None:
        """Have a new process hold the site, once it can show it."""
        with self._changing:
            self._behind = False
            keeper = Keeper(self.command, self._root, self.lang)
            before, self._coming = self._coming, keeper
        if before is not None:
            before.end()
        keeper.listen(self._hear)

    def edit(self, edited: Collection[Path]) -> None:
        """Tell of edits; without any paths, of some that nobody knows."""
        of_programs = any(
            path.is_relative_to(program) for path in edited for program in self.programs
        )
        with self._changing:
            keeper = self._coming or self._shown
        if keeper is None or of_programs or self._behind or not edited:
            self.begin()
            return
        paths = [
            path.relative_to(self.content).as_posix()
            for path in edited
            if path.is_relative_to(self.content)
        ]
        keeper.edit(paths)

    def ask(self, target: str) -> Answer | str:
        """Return the answer to a request, or why there is none."""
        while (keeper := self._shown) is not None:
            answer = keeper.ask(target)
            # It may have made way for another while it was asked.
            if answer or keeper is self._shown:
                return answer
        return ""

    def _hear(self, keeper: Keeper, news: News) -> None:
        """Take in what a process says of its site, or that it has ended."""
        with self._changing:
            if keeper not in (self._coming, self._shown):
                return
            before, past = self.board.latest, None
            if news.published:
                if keeper is self._coming:
                    past, self._shown, self._coming = self._shown, keeper, None
                outcome = Outcome(before.published + 1)
            else:
                outcome = Outcome(before.published, news.words)
            if news.ended:
                # Of what it did not follow the one that is shown knows nothing.
                self._behind = keeper is self._coming
                self._coming = None if keeper is self._coming else self._coming
                self._shown = None if keeper is self._shown else self._shown
        if past is not None:
            past.end()
        if aloud := news.aloud or news.words:
            _say(aloud)
        self.board.post(outcome)

    @contextmanager
    def ending(self) -> Iterator[None]:
        """End what holds the site when the preview ends."""
        try:
            yield
        finally:
            with self._changing:
                keepers = [one for one in (self._shown, self._coming) if one]
                self._shown = self._coming = None
            for keeper in keepers:
                keeper.end()


class _Ended(BaseException):
    """The preview was told to stop; like KeyboardInterrupt no error to be caught."""

    def __init__(self, number: int) -> None:
        self.number = number


@contextmanager
def _ending() -> Iterator[None]:
    """Raise `_Ended` at the first Ctrl-C or SIGTERM and pass over all later ones."""
    numbers = (signal.SIGINT, signal.SIGTERM)

    def end(number: int, _: FrameType | None) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise _Ended(number)

    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _own_folder(root: Path) -> Iterator[Path]:
    """Yield a name that no other preview of this project has until it is left.

    What is kept for a site stands beside it; the site itself is on no disk.
    """
    place = root / PLACE
    place.mkdir(exist_ok=True)
    for number in count(1):
        site = place / ("site" if number == 1 else f"site-{number}")
        with site.with_suffix(".lock").open("w") as lock:
            if _take(lock):
                yield site
                return


def _take(lock: TextIO) -> bool:
    """Return whether this process has the lock now; it goes with the process."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _open(port: int, held: _Held, site_path: str) -> PreviewServer:
    """Return a server on a port, or on the first free one of those behind it.

    Raises:
        OSError: None is free, or this user may not have it.
    """
    last = min(port + _MORE_PORTS, 65535)
    number = port
    while True:
        try:
            server = PreviewServer(number, held.ask, site_path, held.board, held.lang)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or number == last:
                raise
            number += 1
            continue
        if number != port:
            _say(_TAKEN.filled(port=port, number=number).said(held.lang))
        return server


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
