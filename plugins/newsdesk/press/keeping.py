"""The process that holds the site of a preview: hears of edits, answers requests.

`python -m newsdesk.press.keeping` is started by the preview, which knows it by the
messages alone: it may crash, and be replaced after an edit of a program.
"""

import argparse
import gc
import os
import sys
import threading
import traceback
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from newsdesk.press.preview_answers import Answer
from newsdesk.press.preview_talk import hear, say
from newsdesk.press.wording import refused, surprise
from newsdesk.saying import SaidError

# Seconds after which a folder is read again that could not be read.
_AGAIN = 0.5
# Seconds that one thread may work while another waits for its turn.
_TURN = 0.001
# Seconds between two looks at the clock.
_LOOK = 1.0


class Held(Protocol):
    """What holds a site."""

    def follow(self, edited: Collection[str], number: int) -> str:
        """Make the whole site anew, and return what there is to say about it."""

    def advance(self, edited: Collection[str], number: int) -> bool:
        """Make the edited pages alone, and say whether there is something to see."""

    def answer(self, target: str) -> Answer:
        """Return the answer to a request."""

    def rest(self) -> float | None:
        """Return after how many seconds the clock makes it another site, or None."""


def keep(
    held: Held,
    ear: BinaryIO,
    mouth: BinaryIO,
    lang: str,
) -> None:
    """Hold a site until nobody asks any more; then end the process.

    Args:
        held: What holds it.
        ear: Where the preview is heard.
        mouth: Where it hears.
        lang: Language of what is said of an error.
    """
    keeper = _Keeper(held, ear, mouth, lang)
    for work in (keeper.listen, keeper.go_ahead):
        threading.Thread(target=_ending(work), daemon=True).start()
    _ending(keeper.go_on)()


def _ending(work: Callable[[], None]) -> Callable[[], None]:
    """Return work with which the process ends, in whatever way it ends itself."""

    def done() -> None:
        try:
            work()
        except BaseException as error:
            # Nobody hears it any more, or it was told to end.
            if not isinstance(error, OSError | SystemExit):
                traceback.print_exc()
            sys.stderr.flush()
            os._exit(getattr(error, "code", 1) or 0)
        os._exit(0)

    return done


class _Keeper:
    def __init__(
        self,
        held: Held,
        ear: BinaryIO,
        mouth: BinaryIO,
        lang: str,
    ) -> None:
        self._held = held
        self._ear, self._mouth = ear, mouth
        self._lang = lang
        self._saying = threading.Lock()
        self._news = threading.Condition()
        # Of the last edit, and of the last one of which the pages alone were made.
        self._number = self._ahead = 0
        # What is waited for by those who go ahead, and by those who make it whole.
        self._early: list[str] | None = None
        self._late: list[str] | None = []
        self._refused = False

    def listen(self) -> None:
        while (heard := hear(self._ear)) is not None:
            head, _ = heard
            if head["kind"] == "edit":
                with self._news:
                    self._number += 1
                    self._early = [*(self._early or ()), *head["paths"]]
                    self._late = [*(self._late or ()), *head["paths"]]
                    self._news.notify_all()
            else:
                self._answer(head["number"], head["target"])

    def _answer(self, number: int, target: str) -> None:
        try:
            answer = self._held.answer(target)
        except Exception as error:
            self._say(
                {"kind": "failed", "number": number, "words": _words(error, self._lang)}
            )
            return
        head = {
            "kind": "answer",
            "number": number,
            "status": answer.status,
            "media_type": answer.media_type,
            "location": answer.location,
        }
        self._say(head, answer.body)

    def go_ahead(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._early is not None)
                edited, number = self._early or [], self._number
                self._early = None
            seen = False
            # Whatever is wrong is told when all of it is made.
            with suppress(Exception):
                seen = self._held.advance(set(edited), number)
            if seen:
                self._say({"kind": "site"})
            with self._news:
                self._ahead = number
                self._news.notify_all()

    def go_on(self) -> None:
        unread = ""
        while True:
            with self._news:
                while not self._may_go_on():
                    # A machine may sleep meanwhile, and its clock go on.
                    self._news.wait(_LOOK)
                edited, number = self._late or [], self._number
                self._late = None
            self._refused = True
            try:
                words = self._held.follow(set(edited), number)
            except OSError as error:
                # A file is being written, or the folder put anew.
                if (words := _words(error, self._lang)) != unread:
                    self._say({"kind": "refused", "words": words})
                unread = words
                with self._news:
                    self._news.wait_for(lambda: self._late is not None, _AGAIN)
                    self._late = [*(self._late or ()), *edited]
                continue
            except Exception as error:
                self._say({"kind": "refused", "words": _words(error, self._lang)})
            else:
                self._refused = False
                self._say({"kind": "site", "words": words})
            unread = ""

    def _may_go_on(self) -> bool:
        """Say whether there is something to do, and nobody to let by."""
        if self._late is None:
            return self._is_due()
        return self._ahead == self._number

    def _is_due(self) -> bool:
        """Say whether the clock asks for another site, which was not refused yet."""
        rest = self._held.rest()
        return not self._refused and rest is not None and rest <= 0

    def _say(self, head: dict[str, Any], body: bytes = b"") -> None:
        with self._saying:
            say(self._mouth, head, body)


def _words(error: Exception, lang: str) -> str:
    """Return what an error is, with the place of one that nobody expects."""
    if isinstance(error, SaidError):
        return error.said(lang)
    if isinstance(error, OSError):
        return refused(error).said(lang)
    return surprise(error)


def main() -> None:
    """Hold the site of a content folder, as the words of the command say."""
    from newsdesk.press.build import Order, settings_of
    from newsdesk.press.standing import StandingSite
    from newsdesk.press.store import Store

    parser = argparse.ArgumentParser()
    for name in ("root", "content", "output"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("now", "lang", "site-url", "site-path"):
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--private", action="store_true")
    arguments = parser.parse_args()
    # Never through all there is, which takes 0.2 s at 10,000 releases, and found
    # nothing there (2026-11-24).
    gc.set_threshold(10_000, 20, 1_000_000)
    # Who goes ahead does not wait long for who makes the whole.
    sys.setswitchinterval(_TURN)
    ear, mouth = pipes()
    order = Order(
        content=arguments.content,
        output=arguments.output,
        now=arguments.now,
        strict=False,
        private=arguments.private,
        site_url=arguments.site_url,
        lang=arguments.lang,
    )
    try:
        settings = settings_of(order, arguments.root, Store(order.output.resolve()))
    except SaidError as error:
        sys.exit(error.said(arguments.lang))
    # Nothing is remembered on a disk, where it could be of a private preview.
    settings["NEWSDESK_BASIS"] = ""
    standing = StandingSite(settings, arguments.site_path)
    keep(standing, ear, mouth, arguments.lang)


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return both pipes to the preview, and have all else printed to its terminal."""
    mouth = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, mouth


if __name__ == "__main__":
    main()
