"""Watches files and folders for edits. Knows nothing of what is done about them."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchfiles import watch

# How often, in milliseconds, the watched paths themselves are looked at: a folder that
# was put anew and a file that was saved by renaming are others than those watched.
_TICK = 200


# How long, in milliseconds, it must be quiet before edits are told, and after which
# they are told all the same: the two steps in which an editor saves are one edit, as
# are a text and its pictures that are pasted together.
_QUIET, _LONGEST = 15, 150


class Edits:
    """What was edited, until somebody takes it."""

    def __init__(self) -> None:
        """Know of no edit yet."""
        self._edited: set[Path] | None = None
        self._changed = threading.Condition()

    def note(self, paths: Iterable[Path]) -> None:
        """Take note of edited paths; without any, of edits of which nobody knows."""
        with self._changed:
            self._edited = {*(self._edited or ()), *paths}
            self._changed.notify_all()

    def take(self, seconds: float) -> set[Path] | None:
        """Return what was edited since the last time, or None after some seconds.

        A set without paths says that something was, and nobody knows what.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._edited is not None, seconds)
            edited, self._edited = self._edited, None
            return edited


@contextmanager
def watching(paths: Sequence[Path]) -> Iterator[Edits]:
    """Yield what takes note of every edit of the paths, until left.

    A path may be a file, a folder with all below it, or not be there yet. Names below
    a folder that begin with a dot are passed over, as is `__pycache__`. Watching has
    begun when it is yielded; whoever takes edits before reading misses none.
    """
    # As the operating system reports them.
    real = tuple(path.resolve() for path in paths)
    edited, ready, stop = Edits(), threading.Event(), threading.Event()
    thread = threading.Thread(
        target=_watch, args=(real, edited, ready, stop), daemon=True
    )
    thread.start()
    try:
        ready.wait()
        yield edited
    finally:
        stop.set()
        thread.join()


def is_watched(path: Path, folders: Sequence[Path]) -> bool:
    """Return whether an edit of a path counts, being below one of the folders.

    Only the names below the folder are judged: the folder itself may stand anywhere.

    >>> is_watched(Path("/a/.b/content/x.md"), [Path("/a/.b/content")])
    True
    >>> is_watched(Path("/a/content/.x.md.swp"), [Path("/a/content")])
    False
    """
    return any(
        not any(
            name.startswith(".") or name == "__pycache__"
            for name in path.relative_to(folder).parts
        )
        for folder in folders
        if path.is_relative_to(folder)
    )


def _watch(
    paths: tuple[Path, ...],
    edited: Edits,
    ready: threading.Event,
    stop: threading.Event,
) -> None:
    must_poll: bool | None = None  # None: as the machine needs it
    missed = False
    try:
        while not stop.is_set():
            before = _states(paths)
            folders = [path for path in paths if path.is_dir()]
            try:
                for changes in watch(
                    *folders,
                    watch_filter=None,
                    step=_QUIET,
                    debounce=_LONGEST,
                    rust_timeout=_TICK,
                    yield_on_timeout=True,
                    stop_event=stop,
                    force_polling=must_poll,
                ):
                    seen = [Path(path) for _, path in changes]
                    found = [path for path in seen if is_watched(path, folders)]
                    if missed or found:
                        edited.note(found)
                    ready.set()
                    # Told only once the new watch has begun, so that no edit falls
                    # between the two.
                    missed = _states(paths) != before
                    if missed:
                        break
            except (OSError, RuntimeError):
                # A folder went away meanwhile, or the machine gives out no more
                # watches (watchfiles raises a RuntimeError of its own): without them
                # it reads the folders again and again. When even that fails, it ends.
                if must_poll:
                    raise
                must_poll = missed = True
    finally:
        ready.set()


def _states(paths: tuple[Path, ...]) -> list[tuple[int, ...] | None]:
    """Return what tells each path from another one in its place."""
    states: list[tuple[int, ...] | None] = []
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            states.append(None)
            continue
        identity = (state.st_dev, state.st_ino)
        content = (state.st_size, state.st_mtime_ns) if path.is_file() else ()
        states.append(identity + content)
    return states
