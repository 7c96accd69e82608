"""How far a piece of work is, told as values to whoever shows it.

Knows the phases of a command; knows nothing of terminals, clocks and words.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import TypeVar


class Phase(Enum):
    """What a command is at, in the order in which a build comes by."""

    READING = "reading"
    CHECKING = "checking"
    PICTURES = "pictures"
    SETTING = "setting"
    VERIFYING = "verifying"
    PUBLISHING = "publishing"


Tell = Callable[[Phase, int, int], None]
"""Called with a phase, how many of its pieces are done, and how many there are: once
as it begins and once behind each piece. 0 and 0 where nobody has counted them."""

_Answer = TypeVar("_Answer")


def tell_nobody(_phase: Phase, _done: int, _count: int) -> None:
    """Take no notice: nobody looks."""


def counted(
    tell: Tell, phase: Phase, count: int, answers: Iterable[_Answer]
) -> Iterator[_Answer]:
    """Yield answers as they come, and tell how many there have been.

    Args:
        tell: Who is told; of a phase without pieces, nothing.
        phase: What is done.
        count: How many answers there will be.
        answers: The work: an answer for each piece.
    """
    if count:
        tell(phase, 0, count)
    for done, answer in enumerate(answers, 1):
        yield answer
        tell(phase, done, count)
