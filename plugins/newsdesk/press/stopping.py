"""How a command ends that is told to stop: at once, and with the code of the signal."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from newsdesk.saying import Bilingual

_WORDS = Bilingual("Dihentikan; situsnya tetap utuh.", "Stopped; the site is whole.")


@contextmanager
def stopping(lang: str) -> Iterator[None]:
    """End the process at Ctrl-C and SIGTERM, with 130 and 143.

    Nothing is tidied up on the way: whatever survives `kill -9` survives this, and an
    exception could be swallowed by what happens to run at that moment. Call it in the
    main thread.
    """
    words = f"{_WORDS.said(lang)}\n"
    numbers = (signal.SIGINT, signal.SIGTERM)

    def end(number: int, _: FrameType | None) -> None:
        # What is shown of its progress stays, above.
        os.write(2, f"{os.linesep * os.isatty(2)}{words}".encode())
        os._exit(128 + number)

    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
