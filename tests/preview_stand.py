"""A preview with a small site of its own, run as a program, for the tests."""

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from conftest import NOW

PLUGINS = Path(__file__).parents[1] / "plugins"
PATIENCE = 60
"""Seconds after which a wait is a failure; nothing asserts how long it takes."""

# Holds a site of two pages from one text.
_KEEPER = """
import os, signal, sys, time
from pathlib import Path
from newsdesk.press.errors import BuildError
from newsdesk.press.keeping import keep, pipes
from newsdesk.press.preview_answers import answer_from
sys.path.insert(0, "plugins")
from word import WORD

def said(name):
    return sys.argv[sys.argv.index(name) + 1]

def tidy(*_):
    Path("tidied").touch()
    sys.exit(1)

class Site:
    def __init__(self):
        self.files = {}

    def follow(self, edited, number):
        with open("builds.log", "a") as log:
            log.write(f"{os.getpid()}\\n")
        while os.path.exists("hold"):
            time.sleep(0.02)
        text = Path("content/page.txt").read_text()
        if "salah" in text:
            raise BuildError(f'content/page.txt:1:1: stand-in: "{text}" & <b>.')
        if text == "bisu":
            sys.exit(3)
        notes = sorted(path.read_text() for path in Path("content").rglob("*.note"))
        setting = Path("setting.py").read_text()
        page = "<!doctype html><html><head><title>T</title></head>"
        page += "<body>{}</body></html>"
        words = [text, WORD, setting, "".join(notes), said("--site-url")]
        tall = '<main><p id="text">' + " ".join(words) + "</p>"
        tall += "<p>baris</p>" * 200 + "</main>"
        self.files = {
            "index.html": page.format(tall).encode(),
            "404.html": page.format("<p>tidak ada</p>").encode(),
            "favicon.ico": b"",
        }
        return "jadi"

    def advance(self, edited, number):
        return False

    def answer(self, target):
        look = lambda path: "file" if path in self.files else None
        read = self.files.__getitem__
        return answer_from(look, read, said("--site-path"), target)

    def rest(self):
        return None

signal.signal(signal.SIGTERM, tidy)
keep(Site(), *pipes(), said("--lang"))
"""

_SERVE = """
import sys
from pathlib import Path
from newsdesk.press.preview import serve

root = Path.cwd()
programs = [root / name for name in ("plugins", "setting.py")]
port, site_path, lang = int(sys.argv[1]), *sys.argv[2:]
keeper = [sys.executable, "keeper.py", "--lang", lang]
content = root / "content"
more = {"port": port, "site_path": site_path, "lang": lang}
sys.exit(serve(root, keeper, content, programs, **more))
"""


@dataclass(frozen=True, slots=True)
class Stand:
    """A running preview."""

    root: Path
    process: subprocess.Popen[str]
    line: str
    """What it printed, with the line end."""

    @property
    def address(self) -> str:
        (found,) = (word for word in self.line.split() if word.startswith("http"))
        return found

    @property
    def terminal(self) -> str:
        """What was said of the site so far."""
        return (self.root / "terminal.log").read_text()

    @property
    def builds(self) -> list[int]:
        """The process that made the site, each time that it did."""
        return [int(line) for line in (self.root / "builds.log").read_text().split()]

    def write(self, text: str) -> None:
        (self.root / "content/page.txt").write_text(text)

    def get(self, path: str = "/") -> tuple[int, str]:
        connection = self.connect()
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def connect(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.address)
        assert parts.hostname is not None
        return http.client.HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE)

    @contextmanager
    def news(self) -> Iterator[Iterator[tuple[str, str]]]:
        """Yield the events of the stream as they come: name and data."""
        connection = self.connect()
        try:
            connection.request("GET", "/_siaran/kabar")
            with connection.getresponse() as answer:
                yield read_events(answer)
        finally:
            connection.close()

    def stop(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def read_events(answer: http.client.HTTPResponse) -> Iterator[tuple[str, str]]:
    """Yield name and data of each event until the stream ends."""
    name, data = "", list[str]()
    for raw in answer:
        field, _, value = raw.decode().rstrip("\n").partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            data.append(value)
        elif not field and name:
            yield name, "\n".join(data)
            name, data = "", []


def lay_out(root: Path, text: str) -> None:
    """Write the project that the preview shows."""
    for name in ("content", "plugins"):
        (root / name).mkdir()
    (root / "content/page.txt").write_text(text)
    (root / "plugins/word.py").write_text('WORD = "satu"\n')
    (root / "setting.py").write_text("biru")
    (root / "keeper.py").write_text(_KEEPER)
    (root / "serve.py").write_text(_SERVE)


def start(
    root: Path, port: int = 0, site_path: str = "", lang: str = "id"
) -> subprocess.Popen[str]:
    """Start the preview of a project that is laid out; its first line is not read."""
    with (root / "terminal.log").open("w") as terminal:
        return subprocess.Popen(
            [sys.executable, "serve.py", str(port), site_path, lang],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(PLUGINS)},
            stdout=subprocess.PIPE,
            stderr=terminal,
            encoding="utf-8",
        )


@contextmanager
def preview(
    root: Path,
    text: str = "awal",
    port: int = 0,
    site_path: str = "",
    lang: str = "id",
) -> Iterator[Stand]:
    """Yield a preview that has made its site once; end it afterwards.

    The project is laid out unless it is there already.
    """
    if not (root / "keeper.py").exists():
        lay_out(root, text)
    with start(root, port, site_path, lang) as process:
        try:
            assert process.stdout is not None
            yield Stand(root, process, process.stdout.readline())
        finally:
            (root / "hold").unlink(missing_ok=True)
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)


@contextmanager
def serving(content: Path) -> Iterator[str]:
    """Serve a content folder as `tasks.py serve` does; yield the site's address."""
    words = ["--content", str(content), "--now", NOW, "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-m", "newsdesk", "serve", *words],
        env=os.environ | {"PYTHONPATH": str(PLUGINS)},
        stdout=subprocess.PIPE,
        text=True,
    ) as preview:
        try:
            assert preview.stdout is not None
            yield preview.stdout.readline().split()[2].rstrip("/")
        finally:
            preview.terminate()
            preview.wait(PATIENCE)
