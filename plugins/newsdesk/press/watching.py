"""Watches files and folders for edits. Knows nothing of what is done about them."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchfiles import watch

# How often, in milliseconds, the watched paths themselves are looked at: a folder that
# was put anew and a file that was saved by renaming are others than those watched.
_TICK = 200


@contextmanager
def watching(paths: Sequence[Path]) -> Iterator[threading.Event]:
    """Yield an event that is set after every edit of the paths, until left.

    A path may be a file, a folder with all below it, or not be there yet. Names below
    a folder that begin with a dot are passed over, as is `__pycache__`. Watching has
    begun when the event is yielded; whoever clears it before reading misses no edit.
    """
    # As the operating system reports them.
    real = tuple(path.resolve() for path in paths)
    edited, ready, stop = threading.Event(), threading.Event(), threading.Event()
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
    edited: threading.Event,
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
                    rust_timeout=_TICK,
                    yield_on_timeout=True,
                    stop_event=stop,
                    force_polling=must_poll,
                ):
                    if missed or any(
                        is_watched(Path(path), folders) for _, path in changes
                    ):
                        edited.set()
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
