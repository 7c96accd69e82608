"""A served site against what was published: every kind of fault, over loopback."""

import gzip
import hashlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from conftest import ROOT, build_site
from hosts import nginx
from newsdesk.__main__ import main
from newsdesk.press.asking import BROWSER, SIARAN, Patience
from newsdesk.press.comparing import Comparison, compare, read_published, site_url
from newsdesk.press.errors import BuildError
from newsdesk.press.kept import keep
from newsdesk.press.manifest import (
    Manifest,
    Standing,
    Withdrawal,
    write_manifest,
)
from newsdesk.press.served import Difference
from newsdesk.press.store import opened
from newsdesk.wire.redirects import redirect_page, redirects_file
from newsroom import HEADER, Newsroom, release_text
from standin import StandIn, answers, reply, standing_in

URL = "https://siaran.kota.example"
MISSING = "/c0ffee/"
PAGE = "2026/11/20/sampah/index.html"
HERE = "/2026/11/20/sampah/"
OLD = "2026/11/19/taman/index.html"
FORMER = {"/lama/": HERE, "/sampah.html": HERE, "/kabar": HERE}
# For servers that are asked in vain; what is answered has its time all the same.
HASTE = Patience(word=2, answer=3)

FILES = {
    "index.html": b"Beranda",
    "404.html": b"Halaman ini tidak ada",
    "feed.atom": b"<feed/>",
    "rilis/sebuah nama.txt": b"Nama dengan spasi",
    "tema/situs.1f0c.css": b"h1 {}",
    ".well-known/security.txt": b"Contact:",
    PAGE: b"Warga memilah sampah",
    "_headers": b"/*\n",
}


@dataclass
class Machine:
    """The machine that builds: an output with its store, and a content folder."""

    root: Path
    patience: Patience = field(default_factory=Patience)

    @property
    def output(self) -> Path:
        return self.root / "site"

    def publish(
        self, files: dict[str, bytes], *, commit: str = "b" * 40, **more: object
    ) -> Manifest:
        """Publish and keep a site of these files, as a build does."""
        digests = {p: hashlib.sha256(data).hexdigest() for p, data in files.items()}
        made = Manifest(commit, True, {}, URL, False, {}, files=digests)
        manifest = replace(made, **more)  # type: ignore[arg-type]
        with opened(self.output) as store:
            for path, data in files.items():
                file = store.stage / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            if not manifest.private:
                keep(store.builds, write_manifest(manifest))
            store.publish(write_manifest(manifest))
            # As if laid out anew: what is left of the old site is not the next one's.
            subprocess.run(["rm", "-rf", store.stage], check=True)
        return manifest

    def compare(self, url: str, wait: float = 0) -> Comparison:
        read = lambda: read_published(self.output, self.root / "content")  # noqa: E731
        return compare(read, url, MISSING, wait=wait, patience=self.patience)

    def differences(self, server: StandIn) -> list[tuple[str, str, str]]:
        found = self.compare(server.url).differences
        return [
            (one.path.replace(server.url, "URL"), one.kind, one.value) for one in found
        ]


def _with_former() -> dict[str, bytes]:
    page = redirect_page(f"{URL}{HERE}")
    paths = ("lama/index.html", "sampah.html", "kabar/index.html")
    table = redirects_file(FORMER, "").encode()
    return {**FILES, **dict.fromkeys(paths, page), "_redirects": table}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.publish(_with_former(), redirects={**FORMER, "/?p=12": HERE, "/x.xml": HERE})
    return made


@pytest.fixture
def server(machine: Machine, tmp_path: Path) -> Iterator[StandIn]:
    """Serves a copy of the site: what is done there is not done to the output."""
    with standing_in(_copied(machine.output, tmp_path / "server")) as running:
        yield running


def _copied(site: Path, place: Path) -> Path:
    subprocess.run(["rm", "-rf", place], check=True)
    subprocess.run(["cp", "-r", site, place], check=True)
    for name in ("_headers", "_redirects"):
        # As hosts do, which read them and serve them to nobody.
        (place / name).unlink(missing_ok=True)
    return place


# -- the same --------------------------------------------------------------------------


def test_site_that_is_served_whole_has_no_difference(machine: Machine, server: StandIn):
    found = machine.compare(server.url)

    assert Comparison(server.url, len(_with_former()) - 2, ()) == found
    assert sorted(
        [
            *("/", "/feed.atom", "/rilis/sebuah%20nama.txt", "/tema/situs.1f0c.css"),
            *("/.well-known/security.txt", HERE, MISSING, *FORMER),
            # The server leads on to the slash, and there is the page.
            "/kabar/",
        ]
    ) == sorted(server.asked)


def test_site_may_stand_under_a_path(machine: Machine, server: StandIn):
    server.path = "/kabar"
    found = machine.compare(server.url)

    assert () == found.differences
    assert all(address.startswith("/kabar/") for address in server.asked)


def test_file_may_come_packed_when_that_is_all_the_server_has(
    machine: Machine, server: StandIn
):
    packed = gzip.compress(FILES["feed.atom"])
    server.odd["/feed.atom"] = answers(200, packed, Content_Encoding="gzip")

    assert [] == machine.differences(server)


def test_answer_may_come_in_chunks(machine: Machine, server: StandIn):
    def in_chunks(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/atom+xml")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"3\r\n<fe\r\n4\r\ned/>\r\n0\r\n\r\n")

    server.odd["/feed.atom"] = in_chunks

    assert [] == machine.differences(server)


def test_connection_may_close_behind_every_answer(machine: Machine, server: StandIn):
    def and_hang_up(handler: BaseHTTPRequestHandler) -> None:
        # Without a word about it, as when a server is restarted.
        reply(handler, 200, FILES["feed.atom"])
        handler.close_connection = True

    server.odd["/feed.atom"] = and_hang_up

    assert [] == machine.differences(server)


@pytest.mark.parametrize("to", [HERE, URL + HERE])
def test_former_address_may_be_led_on_by_the_server(
    machine: Machine, server: StandIn, to: str
):
    server.odd |= dict.fromkeys(FORMER, answers(301, Location=to))

    assert [] == machine.differences(server)


# -- one thing differs -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("odd", "kind", "value"),
    [
        pytest.param(answers(200, b"Diretas"), "changed", "", id="defaced"),
        pytest.param(
            answers(200, FILES["feed.atom"] + b"\n"), "changed", "", id="one byte more"
        ),
        pytest.param(
            answers(200, FILES["feed.atom"], Content_Encoding="br"),
            *("changed", ""),
            id="packed as nobody asked for",
        ),
        pytest.param(
            answers(200, b"kosong", Content_Encoding="gzip"),
            *("changed", ""),
            id="not packed at all",
        ),
        pytest.param(
            answers(200, gzip.compress(bytes(4 << 20)), Content_Encoding="gzip"),
            *("changed", ""),
            id="blows up when unpacked",
        ),
        pytest.param(answers(200), "changed", "", id="empty"),
        pytest.param(answers(404, b""), "missing", "", id="not there"),
        pytest.param(answers(410, b""), "missing", "", id="gone"),
        pytest.param(answers(403, b""), "status", "403", id="forbidden"),
        pytest.param(answers(500, b""), "status", "500", id="server's fault"),
        pytest.param(answers(204), "status", "204", id="no content"),
        pytest.param(
            answers(302, Location="https://lain.example/"),
            *("redirected", "https://lain.example/"),
            id="to another site",
        ),
        pytest.param(
            answers(302, Location="//lain.example/feed.atom/"),
            *("redirected", "//lain.example/feed.atom/"),
            id="to the same address of another site",
        ),
        pytest.param(
            answers(301, Location="http://[::1/"),
            *("redirected", "http://[::1/"),
            id="to nothing that is an address",
        ),
    ],
)
def test_file_that_differs_is_named(
    machine: Machine,
    server: StandIn,
    odd: Callable[[BaseHTTPRequestHandler], None],
    kind: str,
    value: str,
):
    server.odd["/feed.atom"] = odd

    assert [("feed.atom", kind, value)] == machine.differences(server)


@pytest.mark.parametrize(
    ("odd", "kind", "value"),
    [
        pytest.param(answers(200, b"Beranda"), "soft-404", "200", id="a page"),
        pytest.param(answers(302, Location="/"), "soft-404", "302", id="sent home"),
        pytest.param(answers(404, b"nginx"), "own-404", "", id="the server's own"),
        pytest.param(
            answers(200, FILES["404.html"]), "soft-404", "200", id="ours, as if there"
        ),
    ],
)
def test_missing_address_must_be_answered_404_by_our_page(
    machine: Machine,
    server: StandIn,
    odd: Callable[[BaseHTTPRequestHandler], None],
    kind: str,
    value: str,
):
    server.odd[MISSING] = odd

    assert [(MISSING, kind, value)] == machine.differences(server)


@pytest.mark.parametrize(
    "odd",
    [
        answers(301, Location="/"),
        answers(301, Location="https://lain.example" + HERE),
        answers(404, b""),
        answers(200, b"Naskah lama"),
        answers(301),
    ],
    ids=["home", "another site", "nowhere", "a text", "without a word where"],
)
def test_former_address_must_lead_to_the_present_one(
    machine: Machine, server: StandIn, odd: Callable[[BaseHTTPRequestHandler], None]
):
    server.odd["/lama/"] = odd

    assert [("/lama/", "former", HERE)] == machine.differences(server)


# -- the right bytes, and yet not what readers see -------------------------------------


@pytest.mark.parametrize("told", [SIARAN, BROWSER])
def test_page_that_one_name_only_gets_differs_on_about_half_of_the_pages(
    tmp_path: Path, told: str
):
    """Whoever shows the good site to Siaran alone does not know which pages."""
    machine = Machine(tmp_path)
    pages = {f"2026/{number}/index.html": b"Naskah" for number in range(10, 20)}
    texts = {path.replace("index.html", "rilis.txt"): b"Teks" for path in pages}
    machine.publish({**FILES, **pages, **texts})
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:

        def cloaked(data: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
            def odd(handler: BaseHTTPRequestHandler) -> None:
                good = handler.headers["User-Agent"] == told
                reply(handler, 200, data if good else b"Diretas")

            return odd

        for path, data in {**pages, **texts}.items():
            address = f"/{path}".replace("index.html", "")
            server.odd[address] = cloaked(data)
        found = machine.differences(server)
        again = machine.differences(server)

    assert {"changed"} == {kind for _, kind, _ in found}
    assert 5 == len([path for path, _, _ in found if path in pages])
    assert 5 == len([path for path, _, _ in found if path in texts])
    assert found == again


def test_home_page_is_asked_for_as_by_readers(machine: Machine, server: StandIn):
    machine.compare(server.url)

    assert BROWSER == server.agents["/"]
    assert {SIARAN, BROWSER} == set(server.agents.values())


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("Refresh", "0;url=https://lain.example/", "refresh"),
        ("Content_Type", "text/plain", "media"),
        ("Content_Type", "", "media"),
        ("Content_Type", "application/octet-stream", "media"),
        ("Content_Type", "text/html; charset=iso-8859-1", "media"),
        ("Content_Disposition", "attachment", "disposition"),
        ("Content_Disposition", 'Attachment; filename="a.html"', "disposition"),
        # Browsers take a word that they do not know for the same.
        ("Content_Disposition", "simpan", "disposition"),
    ],
)
@pytest.mark.parametrize(
    ("address", "path", "status"),
    [(HERE, PAGE, 200), ("/lama/", "/lama/", 200), (MISSING, MISSING, 404)],
    ids=["page", "former", "missing"],
)
def test_header_that_misleads_browsers_is_named(
    machine: Machine,
    server: StandIn,
    address: str,
    path: str,
    status: int,
    name: str,
    value: str,
    kind: str,
):
    site = {PAGE: FILES[PAGE], MISSING: FILES["404.html"]}
    data = site.get(path, redirect_page(f"{URL}{HERE}"))
    server.odd[address] = answers(status, data, **{name: value})

    assert [(path, kind, value)] == machine.differences(server)


@pytest.mark.parametrize(
    ("address", "path", "name", "value"),
    [
        (HERE, PAGE, "Content_Type", 'Text/HTML;charset="UTF-8"'),
        (HERE, PAGE, "Content_Type", "text/html"),
        (HERE, PAGE, "Content_Disposition", "inline"),
        ("/feed.atom", "feed.atom", "Content_Type", "text/xml; charset=utf-8"),
        ("/feed.atom", "feed.atom", "Content_Type", "application/xml"),
    ],
)
def test_header_that_hosts_rightly_send_is_none(
    machine: Machine, server: StandIn, address: str, path: str, name: str, value: str
):
    server.odd[address] = answers(200, FILES[path], **{name: value})

    assert [] == machine.differences(server)


def test_ending_that_no_table_knows_may_be_anything(tmp_path: Path):
    machine = Machine(tmp_path)
    machine.publish({**FILES, "CNAME": b"kota.example", "a.ttf": b"x"})
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        server.odd["/CNAME"] = answers(200, b"kota.example", Content_Type="")
        server.odd["/a.ttf"] = answers(200, b"x", Content_Type="font/ttf")

        assert [] == machine.differences(server)


def test_every_difference_is_named_and_sorted(machine: Machine, server: StandIn):
    (server.site / "index.html").write_bytes(b"Diretas")
    (server.site / PAGE).unlink()
    (server.site / "sampah.html").write_bytes(b"Diretas")
    (server.site / "tema/situs.1f0c.css").write_bytes(b"")

    assert [
        ("/sampah.html", "former", HERE),
        (PAGE, "missing", ""),
        ("index.html", "changed", ""),
        ("tema/situs.1f0c.css", "changed", ""),
    ] == machine.differences(server)


# -- what is no longer published -------------------------------------------------------

GONE = {OLD: b"Naskah", OLD.replace("index.html", "rilis.txt"): b"Naskah"}
PICTURE = "gambar/2026/taman.0a1b.jpg"
TEXT = {
    "releases/taman.md": Standing("/2026/11/19/taman/", "", "", "", 0, (PICTURE,)),
}


@pytest.fixture
def after(tmp_path: Path) -> tuple[Machine, dict[str, bytes]]:
    """A site that once had one text more; and that site."""
    before = {**FILES, **GONE, PICTURE: b"JPEG", "tema/situs.9999.css": b"h2 {}"}
    made = Machine(tmp_path)
    made.publish(before, commit="a" * 40, texts=TEXT)
    made.publish(FILES)
    return made, before


def test_former_file_that_is_still_served_is_named(
    after: tuple[Machine, dict[str, bytes]], tmp_path: Path
):
    machine, before = after
    site = _copied(machine.output, tmp_path / "server")
    for path, data in before.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    with standing_in(site) as server:
        found = machine.differences(server)

    # A stylesheet may stay for pages that are open; a picture of that text may not.
    assert [(path, "left", "") for path in sorted([*GONE, PICTURE])] == found


@pytest.mark.parametrize(
    ("status", "to", "expected"),
    [
        (404, "", []),
        (410, "", []),
        (302, "https://lain.example/", [("redirected", "https://lain.example/")]),
        (301, "/", [("redirected", "/")]),
        (403, "", [("status", "403")]),
        (500, "", [("status", "500")]),
    ],
)
def test_former_file_has_to_be_answered_as_one_that_is_not_there(
    after: tuple[Machine, dict[str, bytes]],
    tmp_path: Path,
    status: int,
    to: str,
    expected: list[tuple[str, str]],
):
    machine, _ = after
    headers = {"Location": to} if to else {}
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        server.odd[f"/{PICTURE}"] = answers(status, b"", **headers)
        found = machine.differences(server)

    assert [(PICTURE, *one) for one in expected] == found


@pytest.mark.parametrize("to", ["/", "https://lain.example{path}"])
def test_server_that_sends_on_from_every_empty_address_is_told_once(
    after: tuple[Machine, dict[str, bytes]], tmp_path: Path, to: str
):
    machine, _ = after

    def on(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, 302, Location=to.format(path=handler.path))

    gone = [f"/{path}".replace("index.html", "") for path in (*GONE, PICTURE)]
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        server.odd |= dict.fromkeys((*gone, MISSING), on)
        told = machine.differences(server)
        # One that leads elsewhere than all others is named beside it.
        server.odd[f"/{PICTURE}"] = answers(302, Location="https://x.example/")
        beside = machine.differences(server)

    assert [(MISSING, "soft-404", "302")] == told
    assert [
        (MISSING, "soft-404", "302"),
        (PICTURE, "redirected", "https://x.example/"),
    ] == beside


def test_server_that_shows_a_page_at_every_empty_address_is_told_once(
    after: tuple[Machine, dict[str, bytes]], tmp_path: Path
):
    machine, _ = after
    gone = [f"/{path}".replace("index.html", "") for path in (*GONE, PICTURE)]
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        page = answers(200, FILES["index.html"])
        server.odd |= dict.fromkeys((*gone, MISSING), page)

        assert [(MISSING, "soft-404", "200")] == machine.differences(server)


def test_former_file_that_is_missing_may_not_lead_on_by_a_header(
    after: tuple[Machine, dict[str, bytes]], tmp_path: Path
):
    machine, _ = after
    to = "0;url=https://lain.example/"
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        server.odd[f"/{PICTURE}"] = answers(404, FILES["404.html"], Refresh=to)

        assert [(PICTURE, "refresh", to)] == machine.differences(server)


def test_former_file_that_is_gone_is_not_missed(
    after: tuple[Machine, dict[str, bytes]], tmp_path: Path
):
    machine, _ = after
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        assert [] == machine.differences(server)
        assert HERE.replace("20/sampah", "19/taman") in server.asked


def test_withdrawn_text_is_looked_for_by_the_ledger(tmp_path: Path):
    """No kept build has it any more; the ledger never forgets."""
    room = Newsroom(tmp_path / "content")
    path = "releases/2026/taman.md"
    room.write(
        "registers/addresses.tsv",
        "address\trelease\tfirst\tstate\tto\n"
        f"/2026/11/19/taman/\t{path}\t2026-11-19\tlive\t\n"
        "/2026/11/20/sampah/\treleases/2026/x.md\t2026-11-20\tlive\t\n",
    )
    room.write(
        "registers/editions.tsv",
        "release\tnumber\tinstant\tsha256\tkind\n"
        f"{path}\t1\t2026-11-19T09:00:00+07:00\t{'0' * 64}\tfirst\n",
    )
    machine = Machine(tmp_path)
    machine.publish(
        FILES, withdrawn={path: Withdrawal("2026-11-20T09:00:00+07:00", "")}
    )
    site = _copied(machine.output, tmp_path / "server")
    for name, data in GONE.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    with standing_in(site) as server:
        found = machine.differences(server)

    assert [(name, "left", "") for name in GONE] == found


# -- the whole site --------------------------------------------------------------------


def test_earlier_build_is_recognised_and_every_difference_named(
    machine: Machine, server: StandIn
):
    site = _with_former()
    machine.publish(
        {**site, "index.html": b"Beranda baru", "baru/index.html": b"Baru"},
        commit="c" * 40,
        redirects=FORMER,
    )

    assert [
        ("URL", "stale", "b" * 12),
        ("baru/index.html", "missing", ""),
        ("index.html", "changed", ""),
    ] == machine.differences(server)


def test_earlier_build_with_one_file_defaced_is_no_earlier_build(
    machine: Machine, server: StandIn
):
    site = _with_former()
    machine.publish({**site, "index.html": b"Beranda baru"}, redirects=FORMER)
    (server.site / "feed.atom").write_bytes(b"Diretas")

    assert [
        ("feed.atom", "changed", ""),
        ("index.html", "changed", ""),
    ] == machine.differences(server)


def test_site_that_is_sent_on_as_a_whole_is_told_once(
    machine: Machine, server: StandIn
):
    def on(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, 301, Location=f"https://lain.example/kabar{handler.path}")

    server.odd["*"] = on

    assert [("URL", "elsewhere", "https://lain.example/kabar")] == (
        machine.differences(server)
    )


def test_site_that_is_sent_to_one_page_is_told_file_by_file(
    machine: Machine, server: StandIn
):
    server.odd["*"] = answers(302, Location="https://lain.example/")
    found = machine.differences(server)

    assert {"redirected", "former", "soft-404"} == {kind for _, kind, _ in found}
    assert len(found) == len(server.asked)


def test_server_that_is_not_there_is_told_once(machine: Machine, server: StandIn):
    closed = server.url.replace(f":{server.port}", ":1")

    assert (Difference(closed, "unreachable", "Connection refused"),) == (
        machine.compare(closed).differences
    )


def _hang(_: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(30)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(300):
        handler.wfile.write(f"X-{number}: a\r\n".encode())
        time.sleep(0.1)


def _no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-x\r\n")
    handler.close_connection = True


def _go_on(handler: BaseHTTPRequestHandler) -> None:
    while True:
        handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")


@pytest.mark.parametrize(
    ("odd", "value"),
    [(_hang, "timed out"), (_drip, "timed out"), (_go_on, "timed out")],
    ids=["says nothing", "header that drips", "always about to"],
)
def test_server_that_never_answers_is_told_once(
    machine: Machine,
    server: StandIn,
    odd: Callable[[BaseHTTPRequestHandler], None],
    value: str,
):
    machine.patience = Patience(word=0.3, answer=0.6)
    server.odd["*"] = odd

    assert [("URL", "unreachable", value)] == machine.differences(server)
    assert ["/"] == server.asked


def test_server_that_never_greets_is_told_once(machine: Machine):
    machine.patience = Patience(word=5, answer=0.3)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"https://127.0.0.1:{deaf.getsockname()[1]}"

        assert (Difference(url, "unreachable", "timed out"),) == (
            machine.compare(url).differences
        )


def test_server_that_speaks_no_http_is_told_once(machine: Machine, server: StandIn):
    server.odd["*"] = _no_http

    assert [("URL", "unreachable", "SSH-2.0-x\r\n")] == machine.differences(server)


def _short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"<fe")
    handler.close_connection = True


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    while True:
        handler.wfile.write(bytes(1 << 16))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("odd", "kind", "value"),
    [
        (_hang, "silent", "timed out"),
        (_drip, "silent", "timed out"),
        (_short, "silent", "IncompleteRead(3 bytes read, 97 more expected)"),
        (_endless, "changed", ""),
    ],
    ids=["says nothing", "header that drips", "cut short", "never ends"],
)
def test_one_bad_answer_does_not_hold_up_the_others(
    machine: Machine,
    server: StandIn,
    odd: Callable[[BaseHTTPRequestHandler], None],
    kind: str,
    value: str,
):
    machine.patience = HASTE
    server.odd["/feed.atom"] = odd

    assert [("feed.atom", kind, value)] == machine.differences(server)


@pytest.mark.slow
def test_server_that_stops_answering_is_not_asked_for_everything(tmp_path: Path):
    machine = Machine(tmp_path, HASTE)
    many = {f"{number}.txt": b"x" for number in range(100)}
    machine.publish({**FILES, **many})
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        home = answers(200, FILES["index.html"])
        server.odd |= {"/": home, "*": _hang}
        first, *others = machine.differences(server)

    asked = len(server.asked) - 1
    assert ("URL", "given-up") == first[:2]
    assert [("silent", "timed out")] * asked == [one[1:] for one in others]
    assert 8 <= asked <= 16
    # All but the host's own, `404.html`, and with an address that never was.
    assert len(FILES) - 2 + len(many) + 1 == 1 + asked + int(first[2])


# -- waiting ---------------------------------------------------------------------------


def test_waiting_ends_when_the_deploy_has_come(
    machine: Machine, server: StandIn, monkeypatch: pytest.MonkeyPatch
):
    """A host may take a moment; here it takes until somebody has asked for all."""
    monkeypatch.setattr("newsdesk.press.comparing._PAUSE", 0.01)
    stale = [b"lama", b"lama"]

    def feed(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, 200, stale.pop() if stale else FILES["feed.atom"])

    server.odd["/feed.atom"] = feed

    assert () == machine.compare(server.url, wait=60).differences
    assert 3 == server.asked.count("/feed.atom")


def test_build_that_comes_between_is_what_is_compared(
    machine: Machine, server: StandIn, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("newsdesk.press.comparing._PAUSE", 0.01)
    new = b"<feed>baru</feed>"

    def feed(handler: BaseHTTPRequestHandler) -> None:
        if server.asked.count("/feed.atom") == 1:
            machine.publish({**_with_former(), "feed.atom": new}, redirects=FORMER)
        reply(handler, 200, new)

    server.odd["/feed.atom"] = feed

    assert () == machine.compare(server.url, wait=60).differences


# -- what there is to compare with -----------------------------------------------------


@pytest.mark.parametrize("private", [False, True], ids=["nothing", "a preview"])
def test_without_a_published_site_there_is_nothing_to_compare(
    tmp_path: Path, private: bool
):
    machine = Machine(tmp_path)
    if private:
        machine.publish(FILES, private=True)
    with pytest.raises(BuildError) as refused:
        machine.compare("http://127.0.0.1:1")

    assert (
        "Tidak ada situs terbit untuk dicocokkan. Susun dulu, tanpa --private."
        " / There is no published site to compare with. Build it first, without"
        " --private."
    ) == str(refused.value)


def test_damaged_earlier_build_does_not_stop_it(machine: Machine, server: StandIn):
    kept = machine.root / ".site.siaran/builds"
    (kept / "0000.json").write_text("{}", encoding="utf-8")

    assert [] == machine.differences(server)


def test_output_is_free_while_a_server_is_asked(machine: Machine, server: StandIn):
    def meanwhile(handler: BaseHTTPRequestHandler) -> None:
        with opened(machine.output):
            reply(handler, 200, FILES["feed.atom"])

    server.odd["/feed.atom"] = meanwhile

    assert [] == machine.differences(server)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://kota.example", "https://kota.example"),
        ("https://kota.example/", "https://kota.example"),
        ("http://127.0.0.1:8080/kabar/", "http://127.0.0.1:8080/kabar"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("kota.example", None),
        ("ftp://kota.example", None),
        ("file:///srv/siaran", None),
        ("https://", None),
        ("https:///kabar", None),
        ("https://siapa:rahasia@kota.example", None),
        ("https://kota.example:99999", None),
        ("https://kota.example:pintu", None),
        ("https://kota.example/?p=1", None),
        ("https://kota.example/#isi", None),
        ("https://kota example", None),
        ("https://[::1", None),
    ],
)
def test_url_of_a_site_is_whole_and_http(text: str, expected: str | None):
    assert expected == site_url(text)


# -- the command -----------------------------------------------------------------------


def _run(machine: Machine, *words: str) -> int:
    content = machine.root / "content"
    content.mkdir(exist_ok=True)
    places = ["--content", str(content), "--output", str(machine.output)]
    return main(["verify", *places, *words])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", "10 berkas terbit sama dengan yang ada di {url}.\n"),
        ("en", "10 published files are the same at {url}.\n"),
    ],
)
def test_same_site_is_0_and_one_line(
    machine: Machine,
    server: StandIn,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    said: str,
):
    assert 0 == _run(machine, f"{server.url}/", "--lang", lang)
    assert (said.format(url=server.url), "") == capsys.readouterr()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "id",
            f"{PAGE}: Tidak ada di server. Kirim lagi situsnya.\n"
            "index.html: Isinya bukan yang terbit. Kirim lagi situsnya, dan cari tahu"
            " siapa yang mengubahnya di server.\n"
            "2 perbedaan dari 10 berkas terbit di {url}.\n",
        ),
        (
            "en",
            f"{PAGE}: The server does not have it. Deploy the site again.\n"
            "index.html: It is not what was published. Deploy the site again, and find"
            " out who changed it on the server.\n"
            "2 differences from 10 published files at {url}.\n",
        ),
    ],
)
def test_differences_are_1_a_line_each_and_a_count(
    machine: Machine,
    server: StandIn,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    said: str,
):
    (server.site / "index.html").write_bytes(b"Diretas")
    (server.site / PAGE).unlink()

    assert 1 == _run(machine, server.url, "--lang", lang)
    assert (said.format(url=server.url), "") == capsys.readouterr()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "id",
            'http://127.0.0.1:1: Server tidak menjawab: "Connection refused". Periksa'
            " alamat, jaringan dan server.\n",
        ),
        (
            "en",
            'http://127.0.0.1:1: The server does not answer: "Connection refused".'
            " Check the address, the network and the server.\n",
        ),
    ],
)
def test_unreachable_server_is_1_and_one_line(
    machine: Machine, capsys: pytest.CaptureFixture[str], lang: str, said: str
):
    assert 1 == _run(machine, "http://127.0.0.1:1", "--lang", lang)
    assert (said, "") == capsys.readouterr()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "id",
            '"kota.example" bukan alamat situs. Tulis utuh, misalnya'
            ' "https://kota.example/kabar".\n',
        ),
        (
            "en",
            '"kota.example" is no address of a site. Write it whole, as in'
            ' "https://kota.example/kabar".\n',
        ),
    ],
)
def test_url_that_is_none_is_2(
    machine: Machine, capsys: pytest.CaptureFixture[str], lang: str, said: str
):
    assert 2 == _run(machine, "kota.example", "--lang", lang)
    assert ("", said) == capsys.readouterr()


def test_without_a_url_the_site_is_looked_for_where_it_was_built_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    machine = Machine(tmp_path)
    machine.publish(FILES)
    with standing_in(_copied(machine.output, tmp_path / "server")) as server:
        machine.publish(FILES, url=server.url)
        code = _run(machine, "--lang", "en")

    assert 0 == code
    assert f"7 published files are the same at {server.url}.\n" == (
        capsys.readouterr().out
    )


def test_proxy_of_the_machine_is_not_asked(
    machine: Machine, server: StandIn, monkeypatch: pytest.MonkeyPatch
):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    assert [] == machine.differences(server)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")
def test_comparison_that_is_stopped_ends_without_a_word(machine: Machine):
    (machine.root / "content").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        # A shell may have had signals from the keyboard ignored.
        start = (
            "import signal, sys; from newsdesk.__main__ import main;"
            "signal.signal(signal.SIGINT, signal.default_int_handler);"
            "sys.exit(main())"
        )
        command = [
            *(sys.executable, "-c", start, "verify"),
            *("--content", str(machine.root / "content")),
            *("--output", str(machine.output)),
            f"http://127.0.0.1:{silent.getsockname()[1]}",
        ]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
        with subprocess.Popen(
            command, env=environment, stderr=subprocess.PIPE
        ) as process:
            asking, _ = silent.accept()
            process.send_signal(signal.SIGINT)
            _, said = process.communicate()
            asking.close()

    assert (130, b"") == (process.returncode, said)


# -- a real site behind a real server --------------------------------------------------


@pytest.mark.host
@pytest.mark.site
@pytest.mark.slow
def test_built_site_behind_nginx_is_the_same_until_it_is_defaced(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    header = HEADER.replace("11-20", "11-21").replace("Sampah", "Taman")
    text = release_text(f"{header}Aliases: /lama/taman/\n")
    room.write("releases/2026/2026-11-21-taman.md", text)
    output = tmp_path / "site"
    build_site(room.root, output)
    live = _copied(output, tmp_path / "live")
    place = tmp_path / "nginx"
    with nginx(live, place) as host:
        url = f"https://127.0.0.1:{host.https}"
        words = [
            *("verify", url, "--lang", "en"),
            *("--content", str(room.root), "--output", str(output)),
        ]

        def run(trusted: Path | None) -> subprocess.CompletedProcess[str]:
            trust = {"SSL_CERT_FILE": str(trusted)} if trusted else {}
            return subprocess.run(
                [sys.executable, "-m", "newsdesk", *words],
                env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")} | trust,
                capture_output=True,
                text=True,
                check=False,
            )

        same, strange = run(host.certificate), run(None)
        page = "2026/11/21/taman/index.html"
        (live / page).write_text("Diretas", encoding="utf-8")
        (live / "feed.atom").unlink()
        defaced = run(host.certificate)

    # The rules for hosts are nothing that readers can ask for.
    files = sum(path.is_file() for path in output.rglob("[!_]*"))
    assert (0, f"{files} published files are the same at {url}.\n", "") == (
        same.returncode,
        same.stdout,
        same.stderr,
    )
    # A certificate that nobody vouches for is no server of ours.
    assert (
        1,
        f'{url}: The server does not answer: "self-signed certificate". Check the'
        " address, the network and the server.\n",
    ) == (strange.returncode, strange.stdout.replace("self signed", "self-signed"))
    assert (
        1,
        f"{page}: It is not what was published. Deploy the site again, and"
        " find out who changed it on the server.\n"
        "feed.atom: The server does not have it. Deploy the site again.\n"
        f"2 differences from {files} published files at {url}.\n",
    ) == (defaced.returncode, defaced.stdout)
