"""Shares work among the hands of a crew: forked processes, each with its part.

What a piece of work may cost is held by the system itself: it ends the process, even
inside a regular expression that no exception could stop. Another one goes on behind
that piece, which is answered for with None.

Without `fork` (Windows) the work is done here, with the same answers and no budget.
"""

import gc
import mmap
import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn, TypeVar

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")

BUDGET = 5.0
"""Seconds of processor time that one piece may take: ten times what the slowest
release under the caps may."""

# Pieces whose answers travel together; so many are done again behind one that was late.
_BATCH = 64


def shared(
    work: Callable[[Piece], Answer],
    pieces: Sequence[Piece],
    *,
    budget: float = BUDGET,
    hands: int | None = None,
) -> Iterator[Answer | None]:
    """Yield the answer to each piece in order; None where one took too long.

    Args:
        work: Called once for a piece, in a process of its own: what it changes is seen
            by nobody. Its answers can be pickled.
        pieces: What there is to do.
        budget: Seconds of processor time for one piece.
        hands: How many processes; one for each core when None.

    Raises:
        Exception: What the work raised, of the first piece for which it did.
        ChildProcessError: A process ended in another way, as for want of memory.
    """
    if not hasattr(os, "fork"):
        yield from map(work, pieces)
        return
    hands = max(1, min(hands or os.cpu_count() or 1, len(pieces) // _BATCH + 1))
    answers: dict[int, Any] = {}
    # What stands so far is not looked through again, nor copied into each process.
    gc.freeze()
    try:
        todo = [list(range(hand, len(pieces), hands)) for hand in range(hands)]
        while any(todo):
            crew = [_Hand(work, pieces, part, budget) for part in todo if part]
            try:
                _listen(crew, answers)
                todo = [hand.left(answers) for hand in crew]
            finally:
                for hand in crew:
                    hand.end()
            for index in sorted(
                hand.failed for hand in crew if hand.failed is not None
            ):
                # It fails here again, with everything that can be said about it.
                answers[index] = work(pieces[index])
    finally:
        gc.unfreeze()
    for index in range(len(pieces)):
        yield answers[index]


def _listen(crew: "Sequence[_Hand]", answers: dict[int, Any]) -> None:
    """Take what each process says until all are done."""
    by_pipe = {hand.pipe: hand for hand in crew}
    while by_pipe:
        for pipe in select.select([*by_pipe], [], [])[0]:
            data = os.read(pipe, 1 << 20)
            if data:
                by_pipe[pipe].said += data
            else:
                hand = by_pipe.pop(pipe)
                while hand.said:
                    size = int.from_bytes(hand.said[:8], "big")
                    if len(hand.said) < 8 + size:
                        break
                    answers.update(pickle.loads(hand.said[8 : 8 + size]))
                    del hand.said[: 8 + size]


class _Hand:
    """One process with its part of the pieces."""

    def __init__(
        self,
        work: Callable[[Any], Any],
        pieces: Sequence[Any],
        part: Sequence[int],
        budget: float,
    ) -> None:
        self.said = bytearray()
        self.failed: int | None = None
        """Index of the piece at which the work raised."""
        self._part = part
        # Which piece is in hand; both processes see it.
        self._at = mmap.mmap(-1, 8)
        self.pipe, mouth = os.pipe()
        parent = os.getpid()
        self._id = os.fork()
        if self._id == 0:
            os.close(self.pipe)
            self._toil(work, pieces, mouth, budget, parent)
        os.close(mouth)

    def _toil(
        self,
        work: Callable[[Any], Any],
        pieces: Sequence[Any],
        mouth: int,
        budget: float,
        parent: int,
    ) -> NoReturn:
        """Do the part, say the answers, and be gone: nothing of the parent's runs."""
        code = 1
        try:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPROF):
                signal.signal(number, signal.SIG_DFL)
            gc.disable()
            done: dict[int, Any] = {}
            for index in self._part:
                self._at[:] = index.to_bytes(8, "big")
                signal.setitimer(signal.ITIMER_PROF, budget)
                try:
                    done[index] = work(pieces[index])
                except Exception:
                    signal.setitimer(signal.ITIMER_PROF, 0)
                    _say(mouth, done)
                    os._exit(_FAILED)
                signal.setitimer(signal.ITIMER_PROF, 0)
                if len(done) == _BATCH:
                    _say(mouth, done)
                    done.clear()
                    if os.getppid() != parent:
                        # Killed; nobody listens.
                        os._exit(code)
            _say(mouth, done)
            code = 0
        finally:
            os._exit(code)

    def left(self, answers: dict[int, Any]) -> list[int]:
        """Wait for the end of the process; return what another one has to do."""
        _, status = os.waitpid(self._id, 0)
        self._id = 0
        code = os.waitstatus_to_exitcode(status)
        at = int.from_bytes(self._at[:], "big")
        if code == -signal.SIGPROF:
            answers[at] = None
        elif code == _FAILED:
            self.failed = at
        elif code:
            raise ChildProcessError(0, f"a process of the crew ended with {code}")
        return [n for n in self._part if n not in answers and n != self.failed]

    def end(self) -> None:
        """Let go of the process, and of what was shared with it."""
        os.close(self.pipe)
        self._at.close()
        if self._id:
            os.kill(self._id, signal.SIGKILL)
            os.waitpid(self._id, 0)


# Exit code of a process whose work raised.
_FAILED = 3


def _say(mouth: int, done: dict[int, Any]) -> None:
    data = pickle.dumps(done, 5)
    data = len(data).to_bytes(8, "big") + data
    while data:
        data = data[os.write(mouth, data) :]
