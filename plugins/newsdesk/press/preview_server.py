"""The HTTP edge of the preview: one site, on this machine only.

Adds to each HTML answer, and never to a file, the script that reloads the page after a
build. Knows nothing of how a site is built.
"""

import html
import os
import re
import secrets
import socketserver
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from newsdesk.press.preview_answers import HTML, TEXT, Answer
from newsdesk.press.preview_paths import media_type
from newsdesk.saying import Bilingual
from newsdesk.wire.headers import headers_for

LOOPBACK = "127.0.0.1"
"""The one address at which a preview answers: it may show held text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the builds of this preview have come to."""

    published: int = 0
    """How many went well; with 0 there is no site to show yet."""
    findings: str = ""
    """What the last build said, when it failed; empty when it did not fail."""


class Board:
    """Holds the latest outcome and wakes whoever waits for another one."""

    def __init__(self) -> None:
        self._latest = Outcome()
        self._closed = False
        self._changed = threading.Condition()
        # A preview that is started anew begins to count anew; open pages must see that.
        self._run = secrets.token_hex(4)

    @property
    def latest(self) -> Outcome:
        """The outcome posted last."""
        return self._latest

    def mark(self, outcome: Outcome) -> str:
        """Return the name of the site published with an outcome, unlike any other."""
        return f"{self._run}.{outcome.published}"

    def post(self, outcome: Outcome) -> None:
        """Make an outcome the latest."""
        with self._changed:
            self._latest = outcome
            self._changed.notify_all()

    def close(self) -> None:
        """Wake all who wait, for the last time."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: Outcome | None, seconds: float | None) -> Outcome | None:
        """Return the latest outcome as soon as it is not the one seen.

        After `seconds` the one seen comes back; `None` says that the board is closed.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._latest != seen, timeout=seconds
            )
            return None if self._closed else self._latest


_SCRIPT, _STYLE, _NEWS = (
    f"/_siaran/{name}" for name in ("pratinjau.js", "pratinjau.css", "kabar")
)
_ASSETS = {_SCRIPT: "preview.js", _STYLE: "preview.css"}
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)


def with_script(page: bytes, mark: str, lang: str) -> bytes:
    """Return an HTML page with the script that reloads it once `mark` is outdated.

    It stands at the end of the head, or of a page that has none, and speaks a language.
    Never raises.
    """
    data = f'data-terbit="{mark}" data-bahasa="{lang}"'
    tag = f'<script src="{_SCRIPT}" {data} defer></script>'.encode()
    end = _HEAD_END.search(page)
    at = end.start() if end else len(page)
    return page[:at] + tag + page[at:]


_NO_SITE = f"""<!doctype html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
<link rel="stylesheet" href="{_STYLE}">
</head>
<body>
<main>
<h1>{{none}}</h1>
<p>{{soon}}</p>
<pre data-temuan>
{{words}}</pre>
</main>
</body>
</html>
"""


_NO_SITE_WORDS = {
    "title": Bilingual("Pratinjau", "Preview"),
    "none": Bilingual(
        "Belum ada situs yang dapat ditampilkan", "There is no site to show yet"
    ),
    "soon": Bilingual(
        "Halaman ini berganti sendiri begitu situsnya jadi.",
        "This page changes by itself once the site is there.",
    ),
}
_COMING = Bilingual("Sedang disusun …", "Being built …")


def _no_site(findings: str, lang: str) -> Answer:
    words = html.escape(findings or f"{_COMING.said(lang)}\n")
    said = {name: one.said(lang) for name, one in _NO_SITE_WORDS.items()}
    page = _NO_SITE.format(lang=lang, words=words, **said)
    return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, page.encode())


Ask = Callable[[str], Answer | str]
"""Returns the answer to the target of a request; or why there is none, which may be
empty while there is no site yet."""


# Names by which a browser on this machine may call the preview. Any other is a page
# elsewhere whose domain was pointed here (DNS rebinding) to read what is held.
_OWN_HOST = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]+)?", re.IGNORECASE)

# Shipped, but wrong here: the preview is always fresh, and it is plain HTTP.
_NOT_HERE = {"Cache-Control", "Strict-Transport-Security"}

# How often a quiet stream is written to, which finds out that its page was closed.
_HEARTBEAT = 15.0


class _Handler(BaseHTTPRequestHandler):
    server: "PreviewServer"
    protocol_version = "HTTP/1.1"
    path = "/"  # of a request line that cannot be read

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        board = self.server.board
        # Taken before the file is asked for: an edit in between reloads once too
        # often, never once too seldom.
        outcome = board.latest
        if not _OWN_HOST.fullmatch(self.headers.get("Host", LOOPBACK)):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif path == _NEWS:
            self._stream()
        elif path in _ASSETS:
            body = Path(__file__).with_name(_ASSETS[path]).read_bytes()
            self._send(Answer(HTTPStatus.OK, media_type(path), body))
        else:
            answer = self.server.ask(self.path)
            if not isinstance(answer, Answer):
                answer = _no_site(answer or board.latest.findings, self.server.lang)
            self._send(answer, board.mark(outcome))

    do_HEAD = do_GET  # noqa: N815

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """Answer in plain words; an unknown method is one that is not allowed."""
        del message, explain
        if code == HTTPStatus.NOT_IMPLEMENTED:
            code = HTTPStatus.METHOD_NOT_ALLOWED
        status = HTTPStatus(code)
        words = f"{status} {status.phrase}\n".encode()
        self._send(Answer(status, TEXT, words))

    def version_string(self) -> str:
        """Name no version of anything."""
        return "siaran"

    def log_message(self, *_: object) -> None:
        """Leave the terminal to the words of the build."""

    def _send(self, answer: Answer, mark: str = "") -> None:
        body = answer.body
        if mark and answer.media_type == HTML:
            body = with_script(body, mark, self.server.lang)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(body)))
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        # What follows on this connection is a body, and nobody reads it.
        if {"content-length", "transfer-encoding"} & {
            name.lower() for name in getattr(self, "headers", ())
        }:
            self.close_connection = True
        self._end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _end_headers(self) -> None:
        path = self.path.partition("?")[0].removeprefix(self.server.site_path)
        for name, value in headers_for(f"/{path.lstrip('/')}", noindex=True).items():
            if name not in _NOT_HERE:
                self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _stream(self) -> None:
        """Tell the outcome of each build, as server-sent events, until the end."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._end_headers()
        if self.command == "HEAD":
            return
        board = self.server.board
        self.wfile.write(b"retry: 500\n\n")
        seen: Outcome | None = None
        while (outcome := board.wait(seen, _HEARTBEAT)) is not None:
            if outcome == seen:
                self.wfile.write(b":\n\n")
                continue
            seen = outcome
            self.wfile.write(_event("terbit", board.mark(outcome)))
            if outcome.findings:
                self.wfile.write(_event("temuan", outcome.findings))


def _event(name: str, text: str) -> bytes:
    lines = re.split(r"\r\n|\r|\n", text)
    data = "".join(f"data: {line}\n" for line in lines)
    return f"event: {name}\n{data}\n".encode(errors="replace")


class PreviewServer(ThreadingHTTPServer):
    """Answers for one site on the loopback address, each request in a thread.

    Bound and listening once made. Use as a context manager, with `running()` inside.
    """

    # A port that another server has is taken: on Windows the first of these would let
    # both have it, elsewhere the second.
    allow_reuse_address = os.name != "nt"
    allow_reuse_port = False
    request_queue_size = 64

    def __init__(
        self, port: int, ask: Ask, site_path: str, board: Board, lang: str
    ) -> None:
        self.lang = lang
        self.ask = ask
        self.site_path = site_path
        self.board = board
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def origin(self) -> str:
        """Scheme, address and port: `http://127.0.0.1:8000`."""
        return f"http://{LOOPBACK}:{self.server_address[1]}"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer requests, until left; then open streams end too."""
        thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.board.close()
            self.shutdown()
            thread.join()

    def server_bind(self) -> None:
        """Bind, without the search for this machine's name, which may ask a network."""
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that went away; anything else is ours and is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]
