"""The HTTP edge of the preview, over real sockets on the loopback address."""

import http.client
import socket
from collections.abc import Iterator

import pytest
from newsdesk.press.preview_answers import Answer, answer_from
from newsdesk.press.preview_paths import Kind
from newsdesk.press.preview_server import Board, Outcome, PreviewServer, with_script
from newsdesk.wire.headers import headers_for
from preview_stand import PATIENCE, read_events

pytestmark = pytest.mark.slow

PAGE = b"<!doctype html><html><head><title>T</title></head><body>x</body></html>"
LOST = PAGE.replace(b"x", b"tidak ada")


Site = dict[str, bytes]


@pytest.fixture
def site() -> Site:
    """Path -> bytes; a folder in which nothing stands has a slash behind it."""
    return {
        "index.html": PAGE,
        "arsip/index.html": PAGE,
        "404.html": LOST,
        "feed.atom": b"<feed/>",
        "kosong/": b"",
    }


@pytest.fixture
def server(site: Site) -> Iterator[PreviewServer]:
    def look(path: str) -> Kind | None:
        folder = f"{path}/" if path else ""
        is_folder = any(file.startswith(folder) for file in site)
        return "file" if path in site else "folder" if is_folder else None

    def ask(target: str) -> Answer | str:
        return answer_from(look, site.__getitem__, "", target) if site else ""

    board = Board()
    board.post(Outcome(published=1))
    with PreviewServer(0, ask, "", board, "id") as server, server.running():
        yield server


@pytest.fixture
def browser(server: PreviewServer) -> Iterator[http.client.HTTPConnection]:
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    yield connection
    connection.close()


def ask(
    browser: http.client.HTTPConnection,
    target: str,
    method: str = "GET",
    **headers: str,
) -> tuple[http.client.HTTPResponse, bytes]:
    browser.request(method, target, headers=headers)
    answer = browser.getresponse()
    return answer, answer.read()


def send_raw(server: PreviewServer, request: bytes) -> bytes:
    """Send bytes as they are and return all that comes back until the end."""
    host, port = server.server_address[:2]
    with socket.create_connection((str(host), port), timeout=PATIENCE) as line:
        line.sendall(request)
        return b"".join(iter(lambda: line.recv(65536), b""))


# What an answer carries


@pytest.mark.parametrize(
    ("target", "status"),
    [("/", 200), ("/feed.atom", 200), ("/arsip", 301), ("/x", 404)],
)
def test_shipped_headers_come_with_every_answer(
    browser: http.client.HTTPConnection, target: str, status: int
):
    answer, _ = ask(browser, target)
    assert answer.status == status
    shipped = dict(headers_for(target, noindex=True))
    shipped["Cache-Control"] = "no-store"
    del shipped["Strict-Transport-Security"]
    named = ("Content-Type", "Content-Length", "Location", "Date", "Server")
    assert shipped == {n: v for n, v in answer.headers.items() if n not in named}


def test_page_comes_with_charset_and_script(browser: http.client.HTTPConnection):
    answer, body = ask(browser, "/")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert body.startswith(PAGE[: PAGE.index(b"</head>")] + b'<script src="/_siaran/')
    assert body.endswith(b" defer></script></head><body>x</body></html>")


def test_file_that_is_no_page_comes_as_it_is(browser: http.client.HTTPConnection):
    answer, body = ask(browser, "/feed.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert body == b"<feed/>"


@pytest.mark.parametrize("target", ["/x", "/x/y.png", "/kosong/", "/kosong"])
def test_missing_page_is_the_sites_own(
    browser: http.client.HTTPConnection, target: str
):
    answer, body = ask(browser, target)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"tidak ada" in body
    assert b"/_siaran/pratinjau.js" in body


def test_missing_page_of_a_site_without_one_is_plain(
    browser: http.client.HTTPConnection, site: Site
):
    del site["404.html"]
    answer, body = ask(browser, "/x")
    assert (answer.status, body) == (404, b"404\n")


def test_folder_without_slash_moves_and_keeps_the_query(
    browser: http.client.HTTPConnection,
):
    answer, body = ask(browser, "/arsip?n=2")
    assert (answer.status, answer.headers["Location"]) == (301, "/arsip/?n=2")
    assert body == b""


@pytest.mark.parametrize("target", ["/", "/feed.atom", "/x", "/_siaran/pratinjau.js"])
def test_head_is_get_without_the_body(browser: http.client.HTTPConnection, target: str):
    got, body = ask(browser, target)
    head, nothing = ask(browser, target, "HEAD")
    assert nothing == b""
    assert got.status == head.status
    assert head.headers["Content-Length"] == str(len(body))
    assert got.headers["Content-Type"] == head.headers["Content-Type"]


@pytest.mark.parametrize(
    ("name", "media"),
    [("pratinjau.js", "text/javascript"), ("pratinjau.css", "text/css")],
)
def test_preview_serves_its_own_files(
    browser: http.client.HTTPConnection, name: str, media: str
):
    answer, body = ask(browser, f"/_siaran/{name}")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == f"{media}; charset=utf-8"
    assert body


def test_connection_is_kept(browser: http.client.HTTPConnection):
    ask(browser, "/")
    line = browser.sock
    ask(browser, "/feed.atom")
    ask(browser, "/x")
    assert browser.sock is line is not None


# What is refused


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]
)
def test_other_methods_are_not_allowed(server: PreviewServer, method: str):
    body = b"GET / HTTP/1.1\r\n\r\n"
    head = f"{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n"
    back = send_raw(server, head.encode() + b"\r\n" + body)
    assert back.startswith(b"HTTP/1.1 405 Method Not Allowed\r\n")
    assert b"\r\nAllow: GET, HEAD\r\n" in back
    assert back.count(b"HTTP/1.1 ") == 1  # the body is not read as another request


def test_body_of_a_get_is_not_read_as_another_request(server: PreviewServer):
    body = b"GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n"
    head = f"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    assert send_raw(server, head.encode() + body).count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "target",
    [
        b"/../rahasia.txt",
        b"/arsip/../../rahasia.txt",
        b"/%2e%2e/rahasia.txt",
        b"/%2e%2e%2frahasia.txt",
        b"/..%5crahasia.txt",
        b"/..\\rahasia.txt",
        b"/.//..//rahasia.txt",
        b"/%00/../rahasia.txt",
        b"/feed.atom%00.html",
        b"//rahasia.txt",
        b"/\xff\xfe",
        b"/" + b"a" * 5000,
    ],
)
def test_nothing_outside_the_site_is_served(server: PreviewServer, target: bytes):
    request = b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\n"
    back = send_raw(server, request + b"Connection: close\r\n\r\n")
    assert back.startswith(b"HTTP/1.1 404 ")
    assert b"rahasia" not in back


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("jahat.example", 421),
        ("jahat.example:8000", 421),
        ("127.0.0.1.jahat.example", 421),
        ("localhost.jahat.example", 421),
        ("", 421),
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("LOCALHOST:9000", 200),
    ],
)
def test_page_elsewhere_cannot_read_the_preview(
    browser: http.client.HTTPConnection, host: str, status: int
):
    assert ask(browser, "/", Host=host)[0].status == status


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"SALAH\r\n\r\n", b"400"),
        (b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", b"414"),
    ],
    ids=["version", "words", "length"],
)
def test_request_that_cannot_be_read_is_answered(
    server: PreviewServer, request_: bytes, status: bytes
):
    back = send_raw(server, request_)
    assert status in back.partition(b"\r\n")[0]
    assert b"Traceback" not in back


def test_only_the_loopback_address_listens(server: PreviewServer):
    assert server.server_address[0] == "127.0.0.1"


# When there is no site


def test_site_that_is_not_there_yet_is_said_to_be_missing(
    browser: http.client.HTTPConnection, site: Site
):
    site.clear()
    answer, body = ask(browser, "/")
    assert answer.status == 503
    assert b"Belum ada situs" in body


# News


def test_stream_tells_each_outcome_and_ends_with_the_server(
    server: PreviewServer, browser: http.client.HTTPConnection
):
    board = server.board
    browser.request("GET", "/_siaran/kabar")
    answer = browser.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    news = read_events(answer)
    assert next(news) == ("terbit", board.mark(Outcome(1)))
    failed = Outcome(1, "satu\n\ndua")
    board.post(failed)
    assert next(news) == ("terbit", board.mark(Outcome(1)))
    assert next(news) == ("temuan", "satu\n\ndua")
    board.post(failed)  # says nothing new
    board.post(Outcome(2))
    assert next(news) == ("terbit", board.mark(Outcome(2)))
    board.close()
    assert list(news) == []
    answer.close()


def test_carriage_returns_in_findings_cannot_forge_events(
    server: PreviewServer, browser: http.client.HTTPConnection
):
    server.board.post(Outcome(1, "a\revent: terbit\r\ndata: x"))
    browser.request("GET", "/_siaran/kabar")
    answer = browser.getresponse()
    news = read_events(answer)
    next(news)
    assert next(news) == ("temuan", "a\nevent: terbit\ndata: x")
    server.board.close()
    answer.close()


def test_marks_of_two_previews_differ():
    assert Board().mark(Outcome(1)) != Board().mark(Outcome(1))


def test_wait_gives_back_what_was_seen_when_nothing_comes():
    board = Board()
    assert board.wait(None, 0) == Outcome()
    assert board.wait(Outcome(), 0) == Outcome()
    board.close()
    assert board.wait(Outcome(), 60) is None


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<p>x", b"<p>x{}"),
        (b"", b"{}"),
        (b"<head></head><head></head>", b"<head>{}</head><head></head>"),
        (b"<HEAD></HEAD >", b"<HEAD>{}</HEAD >"),
        (b"<header></header>", b"<header></header>{}"),
        (b"<head>\xff</head>", b"<head>\xff{}</head>"),
    ],
)
def test_script_stands_at_the_end_of_the_head(page: bytes, expected: bytes):
    tag = (
        b'<script src="/_siaran/pratinjau.js" data-terbit="a.1" data-bahasa="en" defer>'
        b"</script>"
    )
    assert expected.replace(b"{}", tag) == with_script(page, "a.1", "en")
