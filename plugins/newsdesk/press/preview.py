"""Shows the site while it is written: builds after every edit, serves, reloads.

Each build is a program of its own, so that an edit of a plugin takes effect. Knows
nothing of what a build does, only how it is called and how it ends.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from types import FrameType
from typing import TextIO

from newsdesk.press.preview_server import Board, Outcome, PreviewServer
from newsdesk.press.watching import watching

PLACE = Path(".preview.siaran")
"""Where the preview builds, under the project's root; never a published site."""

_MORE_PORTS = 20
# How long, in seconds, a build that is told to stop may take to tidy up.
_PATIENCE = 5.0


def serve(
    root: Path,
    build: Sequence[str],
    watch: Sequence[Path],
    *,
    port: int = 8000,
    site_path: str = "",
) -> int:
    """Serve a site that is built anew after every edit, until it is told to stop.

    Args:
        root: The project; builds run there.
        build: The command of a build, without `--output` and `--site-url`, which are
            put behind it. It swaps its output in whole, says what is wrong on standard
            output or error, and exits with 0 only when there is a new site.
        watch: Files and folders whose edits call for a build.
        port: Where to serve; when it is taken, the next free one. 0 is any.
        site_path: Path of the site's own URL, as `/kabar`, or empty; the preview has
            the same one.

    Returns:
        The exit code: 0 after Ctrl-C, 143 after SIGTERM, 1 when no port is free, 2
        when there is no such port.

    Call it in the main thread: it takes over both signals while it runs.
    """
    if not 0 <= port <= 65535:
        _say(f"Tidak ada porta {port}: 0 … 65535. / There is no port {port}.")
        return 2
    try:
        with _ending(), _own_folder(root) as site:
            return _serve(root, site, build, watch, port, site_path.rstrip("/"))
    except _Ended as ended:
        return 0 if ended.number == signal.SIGINT else 128 + ended.number


def _serve(
    root: Path,
    site: Path,
    build: Sequence[str],
    watch: Sequence[Path],
    port: int,
    site_path: str,
) -> int:
    board = Board()
    try:
        server = _open(port, site, site_path, board)
    except OSError as error:
        words = error.strerror
        _say(f"Porta {port} tidak dapat dipakai. / Cannot use port {port}: {words}.")
        return 1
    address = server.origin + site_path
    command = [*build, "--output", str(site), "--site-url", address]
    with server, server.running(), watching(watch) as edited:
        edited.clear()
        board.post(_build(command, root, board.latest))
        sys.stdout.write(
            f"Pratinjau di {address}/ (Ctrl-C untuk berhenti)"
            " / The preview is there until Ctrl-C.\n"
        )
        sys.stdout.flush()
        while True:
            # On Windows only a wait that ends now and then hears Ctrl-C.
            while not edited.wait(1):
                pass
            edited.clear()
            _say("Ada suntingan, menyusun lagi … / Edited, building again …")
            board.post(_build(command, root, board.latest))


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
    """Yield where to build, which no other preview of this project has until left."""
    place = root / PLACE
    place.mkdir(exist_ok=True)
    for number in count(1):
        site = place / ("site" if number == 1 else f"site-{number}")
        with site.with_suffix(".lock").open("w") as lock:
            if _take(lock):
                # It may be another office's, or a public one where a private follows.
                shutil.rmtree(site, ignore_errors=True)
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


def _open(port: int, site: Path, site_path: str, board: Board) -> PreviewServer:
    """Return a server on a port, or on the first free one of those behind it.

    Raises:
        OSError: None is free, or this user may not have it.
    """
    last = min(port + _MORE_PORTS, 65535)
    number = port
    while True:
        try:
            server = PreviewServer(number, site, site_path, board)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or number == last:
                raise
            number += 1
            continue
        if number != port:
            _say(f"Porta {port} sedang dipakai, jadi {number}. / Port {port} is taken.")
        return server


def _build(command: Sequence[str], root: Path, before: Outcome) -> Outcome:
    """Run a build, pass its words on to the terminal, and return what it came to."""
    process = subprocess.Popen(
        command,
        cwd=root,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        # Ctrl-C in a terminal reaches the whole group; a build is ended by us alone.
        start_new_session=True,
    )
    words: list[str] = []
    with process, _ended_with_us(process):
        assert process.stdout is not None
        for line in process.stdout:
            words.append(line)
            sys.stderr.write(line)
            sys.stderr.flush()
        code = process.wait()
    if code == 0:
        return Outcome(before.published + 1)
    said = "".join(words).strip("\n")
    silent = f"Penyusunan berhenti dengan kode {code}. / The build ended with {code}."
    if not said:
        _say(silent)
    return Outcome(before.published, said or silent)


@contextmanager
def _ended_with_us(process: subprocess.Popen[str]) -> Iterator[None]:
    """End a build and all that it started when the preview ends before it."""
    try:
        yield
    except BaseException:
        _signal(process, signal.SIGTERM)
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            _signal(process, getattr(signal, "SIGKILL", signal.SIGTERM))
        raise


def _signal(process: subprocess.Popen[str], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
