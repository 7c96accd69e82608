"""The built site behind real nginx and real Caddy, as `deploy/` sets them up."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from hosts import NAME, Answer, Host, caddy, nginx
from newsdesk.press.preview_paths import media_type
from newsdesk.wire.headers import HEADERS, headers_for, page_policy
from observatory import Visit, score

pytestmark = [pytest.mark.host, pytest.mark.site]

REVALIDATE = "public, max-age=0, must-revalidate"
IMMUTABLE = "public, max-age=31536000, immutable"

SERVERS: dict[str, Callable[[Path, Path], AbstractContextManager[Host]]] = {
    "nginx": nginx,
    "caddy": caddy,
}


@pytest.fixture(scope="module", params=SERVERS)
def host(
    request: pytest.FixtureRequest,
    golden_site: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Host]:
    place = tmp_path_factory.mktemp(request.param)
    with SERVERS[request.param](golden_site, place) as running:
        yield running


def _files(site: Path) -> dict[str, Path]:
    """Return address -> file, one for each kind of file that a build writes."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name in ("_headers", "_redirects"):
            continue
        kind = (path.suffix, name.split("/")[0] in ("tema", "gambar"), "404" in name)
        if kind not in {(p.suffix, "/" in n[1:], "404" in n) for n, p in found.items()}:
            found[f"/{name.removesuffix('index.html')}"] = path
    return found


def _expected(media: str, caching: str) -> dict[str, str]:
    return {
        **{name.lower(): value for name, value in HEADERS.items()},
        "content-type": media,
        "cache-control": caching,
    }


def _said(answer: Answer, asked: dict[str, str]) -> dict[str, str]:
    """Return what was said of the headers asked for; one said twice fails."""
    return {name: answer.one(name) for name in asked}


def test_every_kind_of_file_comes_with_every_header_once(host: Host, golden_site: Path):
    files = _files(golden_site)
    endings = {path.suffix for path in files.values()}
    assert {".html", ".css", ".js", ".atom", ".rss", ".json", ".txt", ".xml"} <= endings

    for address, path in files.items():
        answer = host.get(address)
        caching = headers_for(address)["Cache-Control"]
        expected = _expected(media_type(path.name), caching)

        assert (200, path.read_bytes()) == (answer.status, answer.body), address
        assert expected == _said(answer, expected), address


@pytest.mark.parametrize(
    "address",
    [
        "/tidak/ada/",
        "/tema/situs.0000000000.css",
        "/gambar/2026/tidak-ada.png",
        "/_headers",
        "/feed.atom.txt",
    ],
    ids=["page", "stylesheet", "picture", "rules of other hosts", "feed"],
)
def test_what_is_missing_is_answered_by_the_site_and_never_kept(
    host: Host, golden_site: Path, address: str
):
    answer = host.get(address)
    expected = _expected("text/html; charset=utf-8", REVALIDATE)

    assert 404 == answer.status
    assert (golden_site / "404.html").read_bytes() == answer.body
    assert expected == _said(answer, expected)


def test_unchanged_file_is_answered_without_its_bytes(host: Host, golden_site: Path):
    (stylesheet,) = (golden_site / "tema").glob("*.css")
    address = f"/tema/{stylesheet.name}"
    first = host.get(address)
    again = host.get(address, headers={"If-None-Match": first.one("ETag")})

    assert (304, b"") == (again.status, again.body)
    assert IMMUTABLE == again.one("Cache-Control")


def test_folder_without_its_slash_leads_to_the_page(host: Host):
    answer = host.get("/arsip")

    assert answer.status in (301, 308)
    assert "/arsip/" == answer.one("Location")


def test_nobody_can_write(host: Host):
    assert host.get("/", method="PUT").status in (403, 405)
    assert host.get("/", method="POST").status in (403, 405)


def test_no_version_of_the_server_is_told(host: Host):
    told = [value for name, value in host.get("/").headers if name.lower() == "server"]

    assert [] == [value for value in told if re.search(r"\d", value)]


def _visit(host: Host) -> Visit:
    answer = host.get("/")
    return Visit(
        url=f"https://{NAME}/",
        headers=answer.headers,
        html=answer.body.decode(),
        first_redirect=host.get_plain("/").one("Location"),
    )


def test_home_page_scores_at_least_110_at_the_observatory(host: Host):
    total, results = score(_visit(host))

    assert {name: value for name, value in results.items() if value} == {
        "csp-implemented-with-no-unsafe-default-src-none": 10,
        "x-frame-options-implemented-via-csp": 5,
        "referrer-policy-private": 5,
        "sri-implemented-and-all-scripts-loaded-securely": 5,
    }
    assert total >= 110


# -- the score itself ------------------------------------------------------------------

GOOD = Visit(
    url=f"https://{NAME}/",
    headers=[*HEADERS.items()],
    html='<script src="/tema/situs.js" integrity="sha384-x" defer></script>',
    first_redirect=f"https://{NAME}/",
)


def _with(name: str, value: str | None) -> Visit:
    headers = [(n, v) for n, v in GOOD.headers if n != name]
    return replace(GOOD, headers=headers + ([(name, value)] if value else []))


CSP = "Content-Security-Policy"


@pytest.mark.parametrize(
    ("visit", "expected"),
    [
        pytest.param(GOOD, 125, id="all of it"),
        # What GitHub Pages answers on a domain of the office (docs/operations.md).
        pytest.param(
            replace(
                GOOD,
                headers=[("Access-Control-Allow-Origin", "*")],
                html=f'<meta http-equiv="{CSP}" content="{page_policy()}">',
            ),
            55,
            id="only what a page can say",
        ),
        # Without a policy neither its bonus nor the one for frames is left.
        pytest.param(_with(CSP, None), 55, id="no policy"),
        pytest.param(_with(CSP, "default-src 'self'"), 80, id="frames allowed"),
        pytest.param(
            _with(
                CSP,
                "default-src 'none'; script-src 'self' 'unsafe-inline';"
                " frame-ancestors 'none'",
            ),
            80,
            id="inline scripts",
        ),
        pytest.param(
            _with(CSP, "default-src 'self'; frame-ancestors 'none'"),
            120,
            id="default is the site",
        ),
        pytest.param(
            _with(
                CSP,
                "default-src 'none'; img-src http://kota.example;"
                " frame-ancestors 'none'",
            ),
            105,
            id="pictures over http",
        ),
        pytest.param(
            _with(
                CSP, "default-src 'none'; default-src 'self'; frame-ancestors 'none'"
            ),
            75,
            id="said twice",
        ),
        pytest.param(_with("Strict-Transport-Security", None), 80, id="no transport"),
        pytest.param(
            _with("Strict-Transport-Security", "max-age=60"), 115, id="a minute"
        ),
        pytest.param(_with("Referrer-Policy", "unsafe-url"), 115, id="tells all"),
        pytest.param(_with("Referrer-Policy", None), 120, id="no referrer policy"),
        pytest.param(_with("X-Content-Type-Options", None), 120, id="guessing"),
        pytest.param(_with("Set-Cookie", "a=b"), 80, id="a cookie"),
        pytest.param(
            _with("Cross-Origin-Resource-Policy", "same-origin"), 135, id="own only"
        ),
        pytest.param(replace(GOOD, first_redirect=""), 80, id="plain http stays"),
        pytest.param(
            replace(GOOD, first_redirect="https://kota.example/"),
            120,
            id="another name",
        ),
        pytest.param(
            replace(GOOD, html='<script src="/a.js"></script>'), 120, id="no digest"
        ),
        pytest.param(
            replace(GOOD, html='<script src="https://lain.example/a.js"></script>'),
            115,
            id="script from elsewhere",
        ),
    ],
)
def test_score_follows_the_published_rules(visit: Visit, expected: int):
    assert expected == score(visit)[0]
