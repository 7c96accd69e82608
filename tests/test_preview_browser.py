"""The preview as a writer sees it, in a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from preview_stand import PATIENCE, preview

CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing"),
]

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        yield page


def test_page_follows_edits_and_shows_why_a_build_failed(tmp_path: Path, page: Page):
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with preview(tmp_path) as stand:
        page.goto(stand.address)
        text, banner = page.locator("#text"), page.locator("siaran-pratinjau")
        expect(text).to_contain_text("awal satu")
        expect(banner).to_have_count(0)

        page.evaluate("scrollTo(0, 1200)")
        stand.write("kedua")
        expect(text).to_contain_text("kedua satu")
        page.wait_for_function("scrollY === 1200")

        stand.write('salah <img src="x">')
        expect(banner.locator("pre")).to_have_text(
            'content/page.txt:1:1: stand-in: "salah <img src="x">" & <b>.'
        )
        expect(banner.locator("summary")).to_have_text(
            "Situs belum diperbarui: ada yang perlu diperbaiki"
        )
        expect(banner.locator("p")).to_have_text(
            "Di bawah ini situs terakhir yang utuh."
        )
        # At the top of what is in sight, in its own colours despite the page's policy.
        expect(banner.locator("details")).to_have_css(
            "background-color", "rgb(92, 16, 16)"
        )
        page.wait_for_function(
            "document.querySelector('siaran-pratinjau').getBoundingClientRect().y === 0"
        )
        expect(text).to_contain_text("kedua satu")

        stand.write("salah lagi")
        expect(banner.locator("pre")).to_contain_text("salah lagi")

        stand.write("ketiga")
        expect(text).to_contain_text("ketiga satu")
        expect(banner).to_have_count(0)
    # When the preview ends its stream breaks, and the browser says that.
    assert [words for words in complaints if "ERR_" not in words] == []


def test_page_without_a_site_fills_by_itself(tmp_path: Path, page: Page):
    with preview(tmp_path, text="salah") as stand:
        page.goto(stand.address)
        findings = page.locator("pre")
        expect(findings).to_have_text('content/page.txt:1:1: stand-in: "salah" & <b>.')
        stand.write("masih salah")
        expect(findings).to_contain_text("masih salah")
        stand.write("benar")
        expect(page.locator("#text")).to_contain_text("benar satu")


def test_page_in_the_background_holds_no_connection(tmp_path: Path, page: Page):
    """Six tabs of one site would otherwise leave none for a seventh."""
    with preview(tmp_path) as stand:
        page.add_init_script(
            "Object.defineProperty(document, 'hidden',"
            " { get: () => sessionStorage.hidden === 'yes' })"
        )
        page.goto(stand.address)
        text = page.locator("#text")
        expect(text).to_contain_text("awal satu")
        look = "document.dispatchEvent(new Event('visibilitychange'))"
        page.evaluate(f"sessionStorage.hidden = 'yes'; {look}")
        page.reload()
        with stand.news() as news:
            next(news)
            stand.write("kedua")
            next(news)
            stand.write("ketiga")
            next(news)
        expect(text).to_contain_text("awal satu")
        page.evaluate(f"sessionStorage.hidden = 'no'; {look}")
        expect(text).to_contain_text("ketiga satu")
