"""The real preview of a real site, read in Debian's chromium."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from preview_stand import serving

pytestmark = pytest.mark.browser

PATIENCE = 60_000
"""Milliseconds after which a wait is a failure; nothing asserts how long it takes."""

# Without these chromium looks for its maker's hosts at every start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# One page of every kind, on the golden site.
KINDS = {
    "home": "/",
    "release": "/2026/11/23/pasar-randu-ditata/",
    "english": "/en/",
    "archive": "/arsip/",
    "year": "/arsip/2026/",
    "month": "/arsip/2026/11/",
    "category": "/kategori/layanan/",
    "places": "/tempat/",
    "reporters": "/reporter/",
    "initials": "/inisial/",
    "page": "/tentang/",
    "missing": "/tidak-ada/",
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "content"
    shutil.copytree(ROOT / "tests/content", folder)
    return folder


@pytest.fixture(scope="module")
def address(content: Path) -> Iterator[str]:
    with serving(content) as address:
        yield address


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    running = playwright.chromium.launch(executable_path=chromium, args=QUIET)
    yield running
    running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_reader_goes_from_home_to_release_to_reporter(page: Page, address: str):
    page.goto(f"{address}/")
    page.click(".release-card--featured .headline a")
    headline = page.inner_text("h1")
    page.click(".byline a")

    assert page.inner_text(".byline, h1")
    assert "/reporter/" in page.url
    assert headline in page.inner_text("main")


def test_missing_page_is_the_sites_own_with_status_404(page: Page, address: str):
    answer = page.goto(f"{address}/tidak/ada/")

    assert answer is not None
    assert 404 == answer.status
    assert "Halaman ini tidak ada dalam arsip" == page.inner_text("h1")
    page.click("main nav a")
    assert f"{address}/" == page.url


def test_answers_carry_charset_and_the_shipped_headers(page: Page, address: str):
    answer = page.goto(f"{address}/")

    assert answer is not None
    assert "text/html; charset=utf-8" == answer.headers["content-type"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "nosniff" == answer.headers["x-content-type-options"]


def test_saved_edit_shows_by_itself_and_a_fault_is_told(
    page: Page, address: str, content: Path
):
    release = content / "releases/2026/2026-11-23-pasar-randu-ditata.md"
    written = release.read_text(encoding="utf-8")
    page.goto(f"{address}/2026/11/23/pasar-randu-ditata/")
    headline = page.inner_text("h1")

    release.write_text(written.replace(headline, "Judul Baru dari Meja"), "utf-8")
    page.locator("h1", has_text="Judul Baru dari Meja").wait_for()

    release.write_text(written.replace("Title:", "Titel:"), "utf-8")
    page.get_by_text("header-key-unknown").first.wait_for()
    assert "Judul Baru dari Meja" == page.inner_text("h1")

    release.write_text(written, encoding="utf-8")
    page.locator("h1", has_text=headline).wait_for()


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", KINDS)
def test_page_never_scrolls_sideways(page: Page, address: str, kind: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + KINDS[kind])

    assert width >= page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "release", "archive", "missing"])
def test_page_is_accessible(page: Page, address: str, kind: str, scheme: str):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(address + KINDS[kind])
    found = Axe().run(page).response["violations"]

    assert [] == [(rule["id"], len(rule["nodes"])) for rule in found]


def test_page_reads_without_scripts(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KINDS["release"])

    assert page.is_visible(".prose")
    assert 0 == page.locator("button:visible").count()
    context.close()
