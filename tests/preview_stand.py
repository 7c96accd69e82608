"""A preview with a small build of its own, run as a program, for the tests."""

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

PLUGINS = Path(__file__).parents[1] / "plugins"
PATIENCE = 60
"""Seconds after which a wait is a failure; nothing asserts how long it takes."""

# Builds a site of two pages from one text, and swaps it in by renaming.
_BUILD = """
import os, shutil, signal, sys, time
from pathlib import Path
sys.path.insert(0, "plugins")
from word import WORD

output = Path(sys.argv[sys.argv.index("--output") + 1])
address = sys.argv[sys.argv.index("--site-url") + 1]
def tidy(*_):
    Path("tidied").touch()
    sys.exit(1)

signal.signal(signal.SIGTERM, tidy)
with open("builds.log", "a") as log:
    log.write(f"{os.getpid()}\\n")
while os.path.exists("hold"):
    time.sleep(0.02)
text = Path("content/page.txt").read_text()
if "salah" in text:
    print(f'content/page.txt:1:1: stand-in: "{text}" & <b>.', file=sys.stderr)
    sys.exit(1)
if text == "bisu":
    sys.exit(3)
notes = "".join(sorted(path.read_text() for path in Path("content").rglob("*.note")))
setting = Path("setting.py").read_text()
stage = output.with_name(output.name + ".stage")
stage.mkdir(parents=True)
page = "<!doctype html><html><head><title>T</title></head><body>{}</body></html>"
tall = '<main><p id="text">' + " ".join([text, WORD, setting, notes, address]) + "</p>"
tall += "<p>baris</p>" * 200 + "</main>"
(stage / "index.html").write_text(page.format(tall))
(stage / "404.html").write_text(page.format("<p>tidak ada</p>"))
(stage / "favicon.ico").write_bytes(b"")
if output.exists():
    output.rename(output.with_name(output.name + ".old"))
stage.rename(output)
shutil.rmtree(output.with_name(output.name + ".old"), ignore_errors=True)
print("jadi")
"""

_SERVE = """
import sys
from pathlib import Path
from newsdesk.press.preview import serve

root = Path.cwd()
watch = [root / name for name in ("content", "plugins", "setting.py")]
build = [sys.executable, "build.py"]
port, site_path = int(sys.argv[1]), sys.argv[2]
sys.exit(serve(root, build, watch, port=port, site_path=site_path))
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
        return self.line.split()[2]

    @property
    def terminal(self) -> str:
        """What the builds said so far."""
        return (self.root / "terminal.log").read_text()

    @property
    def builds(self) -> list[int]:
        """The process ids of all builds so far."""
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
    (root / "build.py").write_text(_BUILD)
    (root / "serve.py").write_text(_SERVE)


def start(root: Path, port: int = 0, site_path: str = "") -> subprocess.Popen[str]:
    """Start the preview of a project that is laid out; its first line is not read."""
    with (root / "terminal.log").open("w") as terminal:
        return subprocess.Popen(
            [sys.executable, "serve.py", str(port), site_path],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(PLUGINS)},
            stdout=subprocess.PIPE,
            stderr=terminal,
            encoding="utf-8",
        )


@contextmanager
def preview(
    root: Path, text: str = "awal", port: int = 0, site_path: str = ""
) -> Iterator[Stand]:
    """Yield a preview that has made its first build; end it afterwards.

    The project is laid out unless it is there already.
    """
    if not (root / "build.py").exists():
        lay_out(root, text)
    with start(root, port, site_path) as process:
        try:
            assert process.stdout is not None
            yield Stand(root, process, process.stdout.readline())
        finally:
            (root / "hold").unlink(missing_ok=True)
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)
