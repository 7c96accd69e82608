"""The process that holds the site of a preview, as the preview sees it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO, cast

from newsdesk.press.preview_answers import Answer
from newsdesk.press.preview_talk import hear, say
from newsdesk.saying import Bilingual

# How long, in seconds, a process that is told to stop may take to tidy up.
_PATIENCE = 5.0
_ENDED = Bilingual(
    "Penyusunan berhenti dengan kode {code}.", "The build ended with {code}."
)


@dataclass(frozen=True, slots=True)
class News:
    """What a process says of its site."""

    published: bool = False
    """Whether there is something new to see."""
    words: str = ""
    """What there is to say about it: findings; or why it has ended."""
    aloud: str = ""
    """What of these words the terminal does not have yet, if not all."""
    ended: bool = False
    """Whether it has ended, and its site with it."""


class Keeper:
    """One process that holds a site, from its beginning to its end."""

    def __init__(self, command: Sequence[str], root: Path, lang: str) -> None:
        """Start it; it reads the content by itself."""
        self._lang = lang
        self._process = subprocess.Popen(
            command,
            cwd=root,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Ctrl-C in a terminal reaches the whole group; this is ended by us alone.
            start_new_session=True,
        )
        self._speaking = threading.Lock()
        self._asked = threading.Condition()
        self._number = 0
        # What is asked and not answered yet.
        self._answers: dict[int, Answer | str | None] = {}
        self._ended = False

    def listen(self, tell: "Callable[[Keeper, News], None]") -> None:
        """Have all that it says of its site told, in a thread of its own."""
        threading.Thread(target=self._listen, args=(tell,), daemon=True).start()

    def edit(self, paths: Sequence[str]) -> None:
        """Tell it of edited paths, under the content folder."""
        with suppress(OSError):
            self._say({"kind": "edit", "paths": paths})

    def ask(self, target: str) -> Answer | str:
        """Return its answer to a request, or why there is none."""
        with self._asked:
            self._number += 1
            number = self._number
            self._answers[number] = None
        with suppress(OSError):
            self._say({"kind": "ask", "number": number, "target": target})
        with self._asked:
            self._asked.wait_for(
                lambda: self._ended or self._answers[number] is not None
            )
            return self._answers.pop(number) or ""

    def end(self) -> None:
        """End it, and all that it has started."""
        self._signal(signal.SIGTERM)
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))

    def _say(self, head: dict[str, Any]) -> None:
        with self._speaking:
            say(cast("BinaryIO", self._process.stdin), head)

    def _listen(self, tell: "Callable[[Keeper, News], None]") -> None:
        words: list[str] = []
        listening = threading.Thread(target=self._overhear, args=(words,), daemon=True)
        listening.start()
        ear = cast("BinaryIO", self._process.stdout)
        while (heard := hear(ear)) is not None:
            head, body = heard
            match head["kind"]:
                case "answer":
                    status = HTTPStatus(head["status"])
                    kind, location = head["media_type"], head["location"]
                    self._answered(head["number"], Answer(status, kind, body, location))
                case "failed":
                    self._answered(head["number"], head["words"])
                case "site":
                    tell(self, News(published=True, words=head.get("words", "")))
                case "refused":
                    tell(self, News(words=head["words"]))
        code = self._process.wait()
        listening.join()
        with self._asked:
            self._ended = True
            self._asked.notify_all()
        said = "".join(words).strip("\n")
        silent = _ENDED.filled(code=code).said(self._lang)
        both = f"{said}\n{silent}".strip()
        tell(self, News(words=both, aloud=silent, ended=True))

    def _overhear(self, words: list[str]) -> None:
        """Keep what it prints, and pass it on to the terminal."""
        assert self._process.stderr is not None
        for line in self._process.stderr:
            said = line.decode(errors="replace")
            words.append(said)
            sys.stderr.write(said)
            sys.stderr.flush()

    def _answered(self, number: int, answer: Answer | str) -> None:
        with self._asked:
            self._answers[number] = answer
            self._asked.notify_all()

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            if os.name == "posix":
                os.killpg(self._process.pid, number)
            else:
                self._process.send_signal(number)
