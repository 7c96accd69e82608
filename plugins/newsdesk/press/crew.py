"""Shares work among the hands of a crew: forked processes, each with its part.

A hand keeps what it has once read, from one call to the next, so that a release is
parsed, checked and set in one place and only its results travel.

What a piece of work may cost is held by the system itself: it ends the process, even
inside a regular expression that no exception could stop. Another hand goes on behind
that piece, which is answered for with None.

Without `fork` (Windows) the work is done here, with the same answers and no budget;
so is the work of one hand that has no budget to hold.
"""

import ctypes
import gc
import mmap
import os
import pickle
import selectors
import signal
import sys
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, NoReturn

BUDGET = 5.0
"""Seconds of processor time that one piece may take: ten times what the slowest
release under the caps may."""

# Pieces whose answers travel together; so many are done again behind one that was late.
_BATCH = 64
# Source: prctl(2).
_PR_SET_PDEATHSIG = 1
# So many pieces are given at a time; the fewer, the less one hand waits for the others
# at the end.
_PART = 2 * _BATCH
# Exit code of a hand whose work raised.
_FAILED = 3
# The work, and what is told for every piece.
_Order = tuple[Callable[..., Any], tuple[object, ...]]
# Pieces with their indexes.
_Part = list[tuple[int, Any]]


class Crew:
    """The hands, each with its own copy of what they work on."""

    def __init__(self, desk: object, hands: int, budget: float) -> None:
        """Take what is worked on; a hand has it as it is when its process begins."""
        self._desk = desk
        self._budget = budget
        self._hands: list[_Hand | None] = [None] * hands
        self._owner: dict[Hashable, int] = {}

    def each(
        self, work: Callable[..., Any], pieces: Sequence[Hashable], *more: object
    ) -> Iterator[Any]:
        """Yield the answer to each piece in order; None where one took too long.

        Each as soon as it and those before it are there. A piece goes to the hand that
        had it before.

        Args:
            work: A function of a module, or a method by its class: called with what is
                worked on, a piece, and the rest.
            pieces: What there is to do.
            more: What the work is told for every piece.

        Raises:
            Exception: What the work raised, of the first piece for which it did.
            ChildProcessError: A process ended in another way, as for want of memory.
        """
        answers: dict[int, Any] = {}
        given = 0
        todo: list[deque[int]] = [deque() for _ in self._hands]
        for index, piece in enumerate(pieces):
            owner = self._owner.setdefault(piece, len(self._owner) % len(todo))
            todo[owner].append(index)
        failed: list[int] = []
        told: set[_Hand] = set()
        with selectors.DefaultSelector() as ears:
            while True:
                self._give_out(todo, pieces, (work, more), told, ears)
                if not ears.get_map():
                    break
                for key, _ in ears.select():
                    hand, n, part = key.data
                    data = os.read(hand.ear, 1 << 20)
                    for said in hand.hear(data):
                        answers.update(said)
                    if hand.done or not data:
                        ears.unregister(hand.ear)
                    if not data:
                        self._hands[n] = None
                        failed += hand.ended(answers)
                        left = (i for i in reversed(part) if i >= given)
                        todo[n].extendleft(
                            i for i in left if i not in answers and i not in failed
                        )
                while given in answers:
                    yield answers.pop(given)
                    given += 1
        for index in sorted(failed):
            # It fails here again, with everything that can be said about it.
            answers[index] = work(self._desk, pieces[index], *more)
        for index in range(given, len(pieces)):
            yield answers.pop(index)

    def _give_out(
        self,
        todo: "list[deque[int]]",
        pieces: Sequence[Hashable],
        order: _Order,
        told: "set[_Hand]",
        ears: selectors.BaseSelector,
    ) -> None:
        """Give each hand that has nothing to do its next part, or one of another's."""
        busy = {key.data[1] for key in ears.get_map().values()}
        for n in range(len(todo)):
            part = self._next(todo, n, pieces) if n not in busy else []
            if part:
                hand = self._hands[n] = self._hands[n] or self._begin()
                if hand not in told:
                    hand.call(order)
                    told.add(hand)
                hand.give([(index, pieces[index]) for index in part])
                ears.register(hand.ear, selectors.EVENT_READ, (hand, n, part))

    def _next(
        self, todo: "list[deque[int]]", n: int, pieces: Sequence[Hashable]
    ) -> list[int]:
        """Take the next part of a hand; when it has none, of who has most, for good."""
        own = todo[n]
        if own:
            return [own.popleft() for _ in range(min(_PART, len(own)))]
        most = max(todo, key=len)
        part = [most.pop() for _ in range(min(_PART, len(most)))][::-1]
        self._owner.update((pieces[index], n) for index in part)
        return part

    def _begin(self) -> "_Hand":
        others = [hand for hand in self._hands if hand is not None]
        return _Hand(self._desk, self._budget, others)

    def dismiss(self) -> None:
        """Let go of every hand, whatever it is doing."""
        for hand in self._hands:
            if hand is not None:
                hand.end()
        self._hands = [None] * len(self._hands)


@contextmanager
def crewed(
    desk: object, *, hands: int = 0, budget: float = BUDGET
) -> Iterator[Callable[..., Iterator[Any]]]:
    """Have work shared; yield what calls a function for each of some pieces.

    Args:
        desk: What is worked on.
        hands: How many processes; 0 for one on each core.
        budget: Seconds of processor time for one piece; 0 for as much as it takes.
    """
    hands = hands if hands > 0 else os.cpu_count() or 1
    if not hasattr(os, "fork") or (hands == 1 and not budget):
        yield partial(_here, desk)
        return
    crew = Crew(desk, hands, budget)
    try:
        yield crew.each
    finally:
        crew.dismiss()


@contextmanager
def aside(work: Callable[[], object]) -> Iterator[None]:
    """Have work done in a process of its own while the block runs, and wait for it.

    For what leaves nothing but files. Without `fork` it is done behind the block.

    Raises:
        ChildProcessError: It raised, or its process ended in another way.
    """
    if not hasattr(os, "fork"):
        yield
        work()
        return
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        code = _FAILED
        try:
            _die_with(parent)
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            work()
            code = 0
        finally:
            os._exit(code)
    try:
        yield
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    _, status = os.waitpid(child, 0)
    if status:
        code = os.waitstatus_to_exitcode(status)
        raise ChildProcessError(0, f"a process aside ended with {code}")


def _here(
    desk: object, work: Callable[..., Any], pieces: Sequence[Any], *more: object
) -> Iterator[Any]:
    return (work(desk, piece, *more) for piece in pieces)


class _Hand:
    """One process that does what it is given, until it is let go."""

    def __init__(self, desk: object, budget: float, others: "Sequence[_Hand]") -> None:
        self.done = False
        """Whether it has done all that it was given."""
        self._said = bytearray()
        # Which piece is in hand; both processes see it.
        self._at = mmap.mmap(-1, 8)
        self.ear, mouth = os.pipe()
        order, self._tell = os.pipe()
        parent = os.getpid()
        self._id = os.fork()
        if self._id == 0:
            # An end that stays open here would keep another hand waiting for ever.
            for end in (self.ear, self._tell, *(o._tell for o in others)):
                os.close(end)
            self._live(desk, order, mouth, budget, parent)
        os.close(mouth)
        os.close(order)

    # -- here --------------------------------------------------------------------------

    def call(self, order: _Order) -> None:
        """Say what is to be done."""
        _say(self._tell, order)

    def give(self, part: _Part) -> None:
        """Have it done for some pieces."""
        self.done = False
        _say(self._tell, part)

    def hear(self, data: bytes) -> Iterator[dict[int, Any]]:
        """Yield the answers that are whole by now."""
        self._said += data
        while len(self._said) >= 8:
            end = 8 + int.from_bytes(self._said[:8], "big")
            if len(self._said) < end:
                return
            found = pickle.loads(self._said[8:end])
            del self._said[:end]
            if found is None:
                self.done = True
            else:
                yield found

    def ended(self, answers: dict[int, Any]) -> list[int]:
        """Wait for the end of the process; say at which index the work raised.

        Raises:
            ChildProcessError: It ended for another reason than its work.
        """
        _, status = os.waitpid(self._id, 0)
        self._id = 0
        at = int.from_bytes(self._at[:], "big")
        self.end()
        code = os.waitstatus_to_exitcode(status)
        if code == -signal.SIGPROF:
            answers[at] = None
        elif code in (-signal.SIGINT, -signal.SIGTERM):
            # Told to stop, as this process was too or should have been.
            signal.raise_signal(-code)
        if code not in (-signal.SIGPROF, _FAILED):
            raise ChildProcessError(0, f"a process of the crew ended with {code}")
        return [at] if code == _FAILED else []

    def end(self) -> None:
        """Let go of the process, and of what was shared with it."""
        if self._id:
            os.kill(self._id, signal.SIGKILL)
            os.waitpid(self._id, 0)
            self._id = 0
        self._at.close()
        os.close(self.ear)
        os.close(self._tell)

    # -- in the other process ----------------------------------------------------------

    def _live(
        self, desk: object, order: int, mouth: int, budget: float, parent: int
    ) -> NoReturn:
        """Do what is told and say the answers; nothing of the parent's runs."""
        code = 1
        try:
            _die_with(parent)
            # Nothing that stands is looked through, nor so copied into this process.
            gc.disable()
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPROF):
                signal.signal(number, signal.SIG_DFL)
            while (told := _heard(order)) is not None:
                if isinstance(told, tuple):
                    call = told
                    continue
                code = self._toil(desk, call, told, mouth, budget, parent)
                if code:
                    break
        finally:
            os._exit(code)

    def _toil(
        self,
        desk: object,
        call: _Order,
        part: _Part,
        mouth: int,
        budget: float,
        parent: int,
    ) -> int:
        """Do one part; return the exit code with which to end, 0 to go on."""
        work, more = call
        done: dict[int, Any] = {}
        for index, piece in part:
            self._at[:] = index.to_bytes(8, "big")
            signal.setitimer(signal.ITIMER_PROF, budget)
            try:
                done[index] = work(desk, piece, *more)
            except Exception:
                signal.setitimer(signal.ITIMER_PROF, 0)
                _say(mouth, done)
                return _FAILED
            signal.setitimer(signal.ITIMER_PROF, 0)
            if len(done) == _BATCH:
                _say(mouth, done)
                done.clear()
                if os.getppid() != parent:
                    # Killed; nobody listens.
                    return 1
        _say(mouth, done)
        _say(mouth, None)
        return 0


def _die_with(parent: int) -> None:
    """End this process as soon as its parent has ended, in whatever way.

    It would go on writing into a stage that is the next build's already.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _say(pipe: int, value: object) -> None:
    data = pickle.dumps(value, 5)
    data = len(data).to_bytes(8, "big") + data
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]


def _heard(pipe: int) -> _Order | _Part | None:
    """Return what was told, or None when there is nothing more to come."""
    size = _read(pipe, 8)
    if not size:
        return None
    told: _Order | _Part = pickle.loads(_read(pipe, int.from_bytes(size, "big")))
    return told


def _read(pipe: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        more = os.read(pipe, size - len(data))
        if not more:
            break
        data += more
    return bytes(data)
