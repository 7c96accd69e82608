"""A web server of the tests: serves a folder as hosts do, with faults to order."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from newsdesk.press.preview_paths import media_type

Odd = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class StandIn:
    """A running server."""

    site: Path
    """The folder that is served, a link or not; looked at anew for each request."""
    path: str = ""
    """Under which the site stands, as `/kabar`."""
    odd: dict[str, Odd] = field(default_factory=dict)
    """Address as asked -> what is done instead; `*` for all others."""
    asked: list[str] = field(default_factory=list)
    agents: dict[str, str] = field(default_factory=dict)
    """Address -> who asked for it, as `User-Agent`."""
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"


def reply(
    handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str
) -> None:
    """Answer whole, as what the address says that it is."""
    handler.send_response(status)
    own = {
        "Content-Length": str(len(body)),
        "Content_Type": media_type(_file_name(handler.path)),
    }
    for name, value in {**own, **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def _file_name(address: str) -> str:
    name = address.partition("?")[0].rpartition("/")[2]
    # As hosts do, whatever is no file is a page or their 404.
    return name if "." in name else "index.html"


def answers(status: int, body: bytes = b"", **headers: str) -> Odd:
    """Return what answers always the same."""
    return lambda handler: reply(handler, status, body, **headers)


@contextmanager
def standing_in(site: Path, path: str = "") -> Iterator[StandIn]:
    """Serve a folder on loopback until left."""
    stand = StandIn(site, path)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Otherwise a small answer waits for the acknowledgement of the one before.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            stand.asked.append(self.path)
            stand.agents[self.path] = self.headers["User-Agent"]
            if odd := stand.odd.get(self.path, stand.odd.get("*")):
                odd(self)
                return
            address = unquote(self.path.partition("?")[0])
            file = stand.site / address.removeprefix(stand.path).lstrip("/")
            if file.is_dir() and not address.endswith("/"):
                reply(self, 301, Location=f"{address}/")
            elif (file := file / "index.html" if file.is_dir() else file).is_file():
                reply(self, 200, file.read_bytes())
            else:
                reply(self, 404, (stand.site / "404.html").read_bytes())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        # All connections at once, on a machine that is busy.
        request_queue_size = 64
        daemon_threads = True
        # A server that hangs on purpose is left behind.
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """Hung up on, as was to be."""

    with Server(("127.0.0.1", 0), Handler) as server:
        stand.port = server.server_address[1]
        serving = threading.Thread(target=server.serve_forever, args=(0.02,))
        serving.start()
        try:
            yield stand
        finally:
            server.shutdown()
            serving.join()
