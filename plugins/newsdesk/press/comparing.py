"""Compares a served site with what was published: the one command with a network."""

import contextlib
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from newsdesk.addresses import Base
from newsdesk.press.asking import BROWSER, SIARAN, Answer, Asker, Patience
from newsdesk.press.errors import BuildError
from newsdesk.press.kept import kept
from newsdesk.press.ledgers import ledgers_in
from newsdesk.press.manifest import Manifest, read_manifest
from newsdesk.press.served import (
    Difference,
    Published,
    Question,
    differences,
    questions,
)
from newsdesk.press.store import opened
from newsdesk.registers.schema import URL
from newsdesk.saying import Bilingual

_AT_ONCE = 8
# After so many addresses without an answer the others are not asked for.
_SILENT = 8
# What a page may have grown by and still be told from an endless one.
_ROOM = 1 << 20
_PAUSE = 10.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of asking a server for a site."""

    url: str
    files: int
    """How many published files readers can ask for."""
    differences: tuple[Difference, ...]
    """What concerns the whole site comes first; its path is the URL."""

    @property
    def in_one_word(self) -> bool:
        """Whether one difference says all: nothing was compared file by file."""
        kinds = {one.kind for one in self.differences}
        return bool(kinds & {"unreachable", "elsewhere"})


def site_url(text: str) -> str | None:
    """Return the URL of a site without a slash at its end; None when it is none."""
    try:
        parts = urlsplit(text)
        whole = parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return None
    extra = parts.query or parts.fragment
    return text.rstrip("/") if whole and not extra and URL.fullmatch(text) else None


def compare(
    read: Callable[[], Published],
    url: str,
    missing: str,
    *,
    wait: float = 0,
    patience: Patience | None = None,
) -> Comparison:
    """Ask a server for everything that was published, until it is the same.

    Args:
        read: Reads what was published; anew each time, since a build may come between.
        url: Where the site is served, as `site_url` returns it; empty for the URL that
            it was built for.
        missing: An address at which nothing ever was.
        wait: For how many seconds to try again while there are differences.
        patience: How long the server may take.

    Raises:
        BuildError: What was published cannot be read.
    """
    until = time.monotonic() + wait
    while True:
        published = read()
        found = _once(
            published, url or published.manifest.url, missing, patience or Patience()
        )
        left = until - time.monotonic()
        if not found.differences or left <= 0:
            return found
        time.sleep(min(_PAUSE, left))


def read_published(output: Path, content: Path) -> Published:
    """Return what an output has published.

    The output is free again behind it: asking a server may take minutes.

    Raises:
        BuildError: Nothing was built there, a preview was, another command is at it,
            or a ledger is damaged.
    """
    with opened(output.resolve()) as store:
        manifest = store.served()
        if manifest is None or manifest.private:
            raise BuildError(
                Bilingual(
                    "Tidak ada situs terbit untuk dicocokkan. Susun dulu, tanpa"
                    " --private.",
                    "There is no published site to compare with. Build it first,"
                    " without --private.",
                )
            )
        earlier: list[Manifest] = []
        for path in reversed(kept(store.builds)):
            # One of another version of Siaran only says less.
            with contextlib.suppress(BuildError):
                earlier.append(read_manifest(path.read_bytes()))
        files = {path: store.output / path for path in manifest.files}
        sizes = {p: file.stat().st_size for p, file in files.items() if file.is_file()}
    withdrawn = frozenset(
        line.address
        for line in ledgers_in(content / "registers").addresses.values()
        if line.release in manifest.withdrawn
    )
    others = (one for one in earlier if one.files != manifest.files)
    return Published(manifest, tuple(others), withdrawn, sizes)


def _once(
    published: Published, url: str, missing: str, patience: Patience
) -> Comparison:
    asked = questions(published, missing)
    files = len({question.file for question in asked if question.file})
    answers = _answers(asked[:1], published, url, patience)
    (home,) = answers.values()
    if home.failure:
        silence = Difference(url, "unreachable", home.failure)
        return Comparison(url, files, (silence,))
    answers |= _answers(asked[1:], published, url, patience)
    found = differences(published, answers, url)
    if unasked := len(asked) - len(answers):
        found = (Difference(url, "given-up", str(unasked)), *found)
    return Comparison(url, files, found)


def _answers(
    asked: tuple[Question, ...], published: Published, url: str, patience: Patience
) -> dict[Question, Answer]:
    """Ask over a few connections at once; stops when a server no longer answers."""
    base = Base(url)
    found: dict[Question, Answer] = {}
    silent: list[Question] = []
    ahead, taking = _by_turns(asked), threading.Lock()

    def work() -> None:
        with contextlib.closing(Asker(url, patience)) as asker:
            while len(silent) < _SILENT:
                with taking:
                    turn = next(ahead, None)
                if turn is None:
                    return
                question, agent = turn
                most = 2 * published.sizes.get(question.file, 0) + _ROOM
                answer = _answer(asker, question.target(base), base, most, agent)
                found[question] = answer
                if answer.failure:
                    silent.append(question)

    # Daemons, so that an interrupt does not wait for them.
    count = min(_AT_ONCE, len(asked))
    workers = [threading.Thread(target=work, daemon=True) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found


def _by_turns(asked: Iterable[Question]) -> Iterator[tuple[Question, str]]:
    """Yield each question and who asks it, a browser and Siaran in turn.

    Each sort of address takes its own turns: a page and its `rilis.txt` stand side by
    side, and otherwise all pages would be asked under one name.
    """
    turns: Counter[tuple[str, str]] = Counter()
    for question in asked:
        sort = (question.kind, question.address.rpartition("/")[2].rpartition(".")[2])
        yield question, SIARAN if turns[sort] % 2 else BROWSER
        turns[sort] += 1


def _answer(asker: Asker, target: str, base: Base, most: int, agent: str) -> Answer:
    """Ask for one address; from one without its slash go on to that with it."""
    answer = asker.ask(target, most, agent)
    if answer.location and not target.endswith("/"):
        with contextlib.suppress(ValueError):
            whole = base.origin + target
            if urljoin(whole, answer.location) == f"{whole}/":
                return asker.ask(f"{target}/", most, agent)
    return answer
