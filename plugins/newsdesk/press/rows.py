"""Draws the progress of a command on a terminal, ten times a second at most.

Nothing runs beside the work: a thread would be copied into every hand of a crew.
"""

import time
from collections.abc import Callable, Mapping
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

from newsdesk.progress import Phase

# Seconds between two drawings.
_EVERY = 0.1


class Rows:
    """A row for each phase that a command has come to."""

    def __init__(
        self, phases: Mapping[Phase, str], left: str, stream: TextIO, patience: float
    ) -> None:
        """Take the words, and the terminal; draw nothing yet.

        Args:
            phases: What each phase is called.
            left: How the remaining time is said, with `{time}`.
            stream: The terminal.
            patience: Seconds before anything is drawn.
        """
        self._phases = phases
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30, complete_style="green", pulse_style="green"),
            TextColumn("{task.fields[counts]}", justify="right"),
            _Column(lambda task: _left(task, left)),
            console=_Terminal(file=stream, force_terminal=True),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._phase: Phase | None = None
        self._row = TaskID(0)
        self._done = self._count = 0
        self._next = time.monotonic() + patience

    def __call__(self, phase: Phase, done: int, count: int) -> None:
        """Take note of how far a phase is, and draw it when it is time."""
        if phase is not self._phase:
            self._note(over=True)
            self._phase = phase
            words, counts = self._phases[phase], _counts(done, count)
            self._row = self._progress.add_task(
                words, completed=done, total=count or None, counts=counts
            )
        self._done, self._count = done, count
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            self._note()
            self._progress.start()
            self._progress.refresh()

    def end(self) -> None:
        """Take everything off the terminal again."""
        self._progress.stop()

    def _note(self, *, over: bool = False) -> None:
        """Enter into the row what was told last, or that the phase is over."""
        if self._phase is None:
            return
        done, total = self._done, self._count or None
        counts = _counts(self._done, self._count)
        if over and not total:
            # Nobody has counted; a bar without an end would go on moving.
            done = total = 1
        self._progress.update(self._row, completed=done, total=total, counts=counts)


class _Terminal(Console):
    """A terminal whose cursor is never hidden, so that no kill can leave it so."""

    def show_cursor(self, show: bool = True) -> bool:  # noqa: ARG002
        """Leave the cursor as it is."""
        return False


class _Column(ProgressColumn):
    """A column of what a function says of a row."""

    def __init__(self, say: Callable[[Task], str]) -> None:
        super().__init__()
        self._say = say

    def render(self, task: Task) -> Text:
        """Return the cell of a row."""
        return Text(self._say(task), justify="right")


def _counts(done: int, count: int) -> str:
    return f"{done}/{count}" if count else ""


def _left(task: Task, words: str) -> str:
    left = task.time_remaining
    if not left:
        return ""
    minutes, seconds = divmod(round(left), 60)
    return words.format(time=f"{minutes}:{seconds:02}")
