"""Pages in chromium, from a host that sends no headers of ours, as GitHub Pages."""

import http.server
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RELEASE = "2026/11/23/pasar-randu-ditata/index.html"
KINDS = ["/", f"/{RELEASE}", "/arsip/", "/en/", "/tentang/", "/inisial/", "/404.html"]

# What a writer could not get onto a page, put there by other hands.
INTRUDERS = {
    "inline script": "<script>document.title = 'kena'</script>",
    "handler": "<img src='/tidak-ada.png' onerror=\"document.title = 'kena'\">",
    "script from elsewhere": "<script src='{other}/kena.js'></script>",
    "style": "<style>h1 {{ display: none }}</style>",
    "frame": "<iframe src='/404.html'></iframe>",
}


class _Bare(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer; a browser asks for an icon by itself, and there is none."""
        if self.path == "/favicon.ico":
            self.send_response(http.HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _serving(folder: Path) -> http.server.ThreadingHTTPServer:
    handler = partial(_Bare, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


@pytest.fixture(scope="module")
def site(golden_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("bare") / "site"
    shutil.copytree(golden_site, copy)
    return copy


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = _serving(site)
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "kena.js").write_text("document.title = 'kena'", encoding="utf-8")
    server = _serving(folder)
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _refusals(page: Page) -> list[str]:
    """Return a list that fills with what the browser refuses on the page."""
    said: list[str] = []
    page.on(
        "console",
        lambda line: said.append(line.text) if line.type == "error" else None,
    )
    return said


def test_no_page_breaks_its_own_policy_or_digest(page: Page, address: str):
    said = _refusals(page)
    for path in KINDS:
        page.goto(f"{address}{path}")
        # The stylesheet came through, and so did the script.
        sheets, scripts = page.evaluate(
            "[document.styleSheets.length, document.scripts.length]"
        )
        assert sheets >= 1, path
        assert scripts >= 1, path

    assert [] == said


@pytest.mark.parametrize("intruder", INTRUDERS.values(), ids=INTRUDERS)
def test_what_others_put_on_a_page_does_nothing(
    page: Page, address: str, elsewhere: str, site: Path, intruder: str
):
    text = (site / RELEASE).read_text(encoding="utf-8")
    bad = text.replace("</main>", f"{intruder.format(other=elsewhere)}</main>")
    assert bad != text
    (site / "kena.html").write_text(bad, encoding="utf-8")
    said = _refusals(page)
    page.goto(f"{address}/kena.html", wait_until="networkidle")

    assert "kena" != page.title()
    assert page.is_visible("h1")
    assert any("Content Security Policy" in line for line in said), said


@pytest.mark.parametrize("ending", ["css", "js"])
def test_changed_stylesheet_or_script_is_not_taken(
    page: Page, address: str, site: Path, ending: str
):
    (asset,) = (site / "tema").glob(f"*.{ending}")
    whole = asset.read_bytes()
    asset.write_bytes(whole + b"\n/* */\n")
    said = _refusals(page)
    try:
        page.goto(f"{address}/", wait_until="networkidle")
    finally:
        asset.write_bytes(whole)

    assert any("integrity" in line and asset.name in line for line in said), said
