"""Web servers of this machine, run as `deploy/` configures them, on loopback only."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT

NAME = "siaran.kota.example"
"""The name of the site in the patterns of `deploy/`."""

_LOOPBACK = "127.0.0.1"
_PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes

    def one(self, name: str) -> str:
        """Return the value of a header that came exactly once."""
        (value,) = (v for n, v in self.headers if n.lower() == name.lower())
        return value


@dataclass(frozen=True, slots=True)
class Host:
    """A running web server."""

    https: int
    http: int
    """Port."""
    certificate: Path

    @contextmanager
    def visitor(self) -> Iterator[http.client.HTTPSConnection]:
        """Keep one connection open, as a browser does; closed when left."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        browser = _Named(_LOOPBACK, self.https, context=context, timeout=_PATIENCE)
        try:
            yield browser
        finally:
            browser.close()

    def get(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask once over TLS."""
        with self.visitor() as browser:
            return ask(browser, path, method, headers)

    def get_plain(self, path: str) -> Answer:
        """Ask once without TLS."""
        browser = http.client.HTTPConnection(_LOOPBACK, self.http, timeout=_PATIENCE)
        try:
            return ask(browser, path)
        finally:
            browser.close()


class _Named(http.client.HTTPSConnection):
    """A connection to loopback that asks for the site by its name."""

    def connect(self) -> None:
        plain = socket.create_connection((self.host, self.port), self.timeout)
        # Otherwise a small answer waits for the acknowledgement of the one before.
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = self._context.wrap_socket(plain, server_hostname=NAME)


def ask(
    browser: http.client.HTTPConnection,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Ask over an open connection."""
    browser.request(method, path, headers={"Host": NAME, **(headers or {})})
    answer = browser.getresponse()
    return Answer(answer.status, answer.getheaders(), answer.read())


@contextmanager
def nginx(site: Path, place: Path, path: str = "") -> Iterator[Host]:
    """Serve a folder by nginx with the files of `deploy/nginx/`, until left.

    The site stands in it under `path`, as `/kabar`.
    """
    certificate, key = _certificate(place)
    take_redirects("nginx", Path(f"{site}{path}"), place / "redirects.map")
    plain, tls = _free_port(), _free_port()
    config = _pattern(
        ROOT / "deploy/nginx/siaran.conf",
        {
            "listen 80;": f"listen {_LOOPBACK}:{plain};",
            "listen 443 ssl http2;": f"listen {_LOOPBACK}:{tls} ssl;",
            "    listen [::]:80;\n": "",
            "    listen [::]:443 ssl http2;\n": "",
            f"/etc/letsencrypt/live/{NAME}/fullchain.pem": str(certificate),
            f"/etc/letsencrypt/live/{NAME}/privkey.pem": str(key),
            "/etc/nginx/siaran/redirects": str(place / "redirects"),
            "/etc/nginx/siaran/": f"{ROOT / 'deploy/nginx'}/",
            "/srv/siaran/current": str(site),
        },
    )
    (place / "siaran.conf").write_text(config, encoding="utf-8")
    temporary = "".join(
        f"    {kind}_temp_path {place}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (place / "nginx.conf").write_text(
        # The folders of the tests are for their owner alone.
        ("user root;\n" if os.geteuid() == 0 else "")
        + f"daemon off;\nworker_processes 2;\npid {place}/pid;\n"
        + f"error_log {place}/error.log;\nevents {{ worker_connections 256; }}\n"
        + "http {\n    access_log off;\n    include /etc/nginx/mime.types;\n"
        + f"{temporary}    include {place}/siaran.conf;\n}}\n",
        encoding="utf-8",
    )
    program = [_program("nginx"), "-p", str(place), "-c", str(place / "nginx.conf")]
    with _running([*program, "-e", str(place / "error.log")], place, tls):
        yield Host(tls, plain, certificate)


@contextmanager
def caddy(site: Path, place: Path, path: str = "") -> Iterator[Host]:
    """Serve a folder by Caddy with the files of `deploy/caddy/`, until left.

    The site stands in it under `path`, as `/kabar`.
    """
    certificate, key = _certificate(place)
    take_redirects("caddy", Path(f"{site}{path}"), place / "redirects.table")
    plain, tls = _free_port(), _free_port()
    config = _pattern(
        ROOT / "deploy/caddy/Caddyfile",
        {
            "/etc/caddy/redirects": str(place / "redirects"),
            "/etc/caddy/": f"{ROOT / 'deploy/caddy'}/",
            "/srv/siaran/current": str(site),
            "\timport siaran_headers\n": (
                f"\ttls {certificate} {key}\n\timport siaran_headers\n"
            ),
        },
    )
    options = (
        f"{{\n\tadmin off\n\thttp_port {plain}\n\thttps_port {tls}\n"
        f"\tdefault_bind {_LOOPBACK}\n\tskip_install_trust\n}}\n"
    )
    (place / "Caddyfile").write_text(options + config, encoding="utf-8")
    program = [_program("caddy"), "run", "--adapter", "caddyfile"]
    with _running([*program, "--config", str(place / "Caddyfile")], place, tls):
        yield Host(tls, plain, certificate)


def take_redirects(
    server: str, site: Path, table: Path, check: str = "true", reload: str = "true"
) -> subprocess.CompletedProcess[str]:
    """Take the redirects of a site over as a server's cron does."""
    return subprocess.run(
        ["bash", str(ROOT / "deploy/redirects.sh"), server],
        env={
            "PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "SIARAN_SITE": str(site),
            "SIARAN_TABLE": str(table),
            "SIARAN_CHECK": check,
            "SIARAN_RELOAD": reload,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _pattern(path: Path, changes: Mapping[str, str]) -> str:
    """Return a pattern of `deploy/` made fit for this machine; every change counts."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, f"{path.name} has no {old!r}"
        text = text.replace(old, new)
    return text


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found is not None, name
    return found


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((_LOOPBACK, 0))
        port: int = free.getsockname()[1]
        return port


def _certificate(place: Path) -> tuple[Path, Path]:
    """Make a certificate for the site's name that only the tests trust."""
    place.mkdir(parents=True, exist_ok=True)
    certificate, key = place / "site.crt", place / "site.key"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"),
            *("-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", f"/CN={NAME}"),
            *("-addext", f"subjectAltName=DNS:{NAME},IP:{_LOOPBACK}"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


@contextmanager
def _running(command: Sequence[str], place: Path, port: int) -> Iterator[None]:
    """Run a server until left; ready when it takes connections."""
    log = place / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=place,
            env=os.environ | {"HOME": str(place), "XDG_DATA_HOME": str(place)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(server, port, log)
            yield
        finally:
            server.terminate()
            server.wait(_PATIENCE)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection((_LOOPBACK, port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
