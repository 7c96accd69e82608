"""Asks a web server for files over HTTP, and trusts nothing that comes back.

Every answer ends: it may take only so long and hold only so many bytes. No proxy of the
machine, no cookies, no redirect is followed.
"""

import contextlib
import hashlib
import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

SIARAN = "Siaran"
"""The name under which Siaran asks. Some networks turn away who says none."""
BROWSER = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
)
"""The name of a common browser: whoever serves readers another page must serve it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for one address."""

    status: int = 0
    """Of HTTP; 0 when no whole answer came."""
    digest: str = ""
    """SHA-256 of the bytes as a reader has them; empty when they were too many."""
    location: str = ""
    """Where the answer sends on to, as written."""
    media: str = ""
    """What the body is said to be: `Content-Type`, as written."""
    refresh: str = ""
    """Where a browser goes on to by itself: `Refresh`, as written."""
    disposition: str = ""
    """Whether to show or to save it: `Content-Disposition`, as written."""
    failure: str = ""
    """Why no whole answer came, in the words of the system."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server may take, in seconds."""

    word: float = 15.0
    """Until the next bytes come."""
    answer: float = 60.0
    """Until one answer is whole."""


class Asker:
    """One connection to the server of a URL, opened when it is needed."""

    def __init__(self, url: str, patience: Patience) -> None:
        """Take a whole http or https URL; only its scheme, host and port count."""
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        self._patience = patience
        self._connection: http.client.HTTPConnection = (
            _Secured(
                host, port, timeout=patience.word, context=ssl.create_default_context()
            )
            if parts.scheme == "https"
            else http.client.HTTPConnection(host, port, timeout=patience.word)
        )

    def ask(self, target: str, most: int, agent: str) -> Answer:
        """Return what the server answers.

        Never raises for what the server does.

        Args:
            target: Path, with a query if need be, percent-encoded.
            most: How many bytes the answer may hold.
            agent: Who asks, as `User-Agent`.
        """
        if self._connection.sock is not None:
            # A server may close a connection that it has kept open at any time.
            try:
                return self._once(target, most, agent)
            except TimeoutError as error:
                self.close()
                return Answer(failure=_reason(error))
            except (OSError, http.client.HTTPException):
                self.close()
        try:
            return self._once(target, most, agent)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            return Answer(failure=_reason(error))

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _once(self, target: str, most: int, agent: str) -> Answer:
        # The time-out of a socket counts anew with every byte; this one does not.
        late = threading.Event()
        with self._hung_up_after(self._patience.answer, late):
            try:
                answer = self._exchange(target, most, agent)
            except (OSError, ValueError, http.client.HTTPException) as error:
                if late.is_set():
                    raise TimeoutError("timed out") from error
                # That of a certificate is both.
                if not isinstance(error, (OSError, http.client.HTTPException)):
                    raise http.client.HTTPException(str(error)) from error
                raise
        if late.is_set():
            raise TimeoutError("timed out")
        return answer

    def _exchange(self, target: str, most: int, agent: str) -> Answer:
        connection = self._connection
        # Unpacked, since it is the bytes themselves that are compared.
        headers = {"Accept-Encoding": "identity", "User-Agent": agent}
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        data = response.read(most + 1)
        if len(data) > most:
            self.close()
        elif response.length:
            raise http.client.IncompleteRead(data, response.length)
        return Answer(
            status=response.status,
            digest=_digest(data, response.getheader("Content-Encoding", ""), most),
            location=response.getheader("Location", ""),
            media=response.getheader("Content-Type", ""),
            refresh=response.getheader("Refresh", ""),
            disposition=response.getheader("Content-Disposition", ""),
        )

    @contextlib.contextmanager
    def _hung_up_after(self, seconds: float, late: threading.Event) -> Iterator[None]:
        def hang_up() -> None:
            late.set()
            held = self._connection.sock
            if held is not None:
                with contextlib.suppress(OSError):
                    # Under TLS too: the socket's own, which speaks to nobody before.
                    socket.socket.shutdown(held, socket.SHUT_RDWR)

        watch = threading.Timer(seconds, hang_up)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()


class _Secured(http.client.HTTPSConnection):
    """A connection that can be hung up in the middle of the TLS greeting too."""

    _context: ssl.SSLContext

    def connect(self) -> None:
        http.client.HTTPConnection.connect(self)
        self.sock = self._context.wrap_socket(
            self.sock, server_hostname=self.host, do_handshake_on_connect=False
        )
        self.sock.do_handshake()


def _digest(data: bytes, packing: str, most: int) -> str:
    """Return the digest of a body; empty when it is too long, or packed oddly."""
    if packing.lower() not in ("", "identity", "gzip"):
        return ""
    if packing.lower() == "gzip":
        # Some servers keep packed files only, and send them whatever was asked for.
        unpacker = zlib.decompressobj(wbits=31)
        try:
            data = unpacker.decompress(data, most + 1)
        except zlib.error:
            return ""
        if not unpacker.eof:
            return ""
    return "" if len(data) > most else hashlib.sha256(data).hexdigest()


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    text = error.strerror if isinstance(error, OSError) and error.strerror else error
    return str(text) or type(error).__name__
