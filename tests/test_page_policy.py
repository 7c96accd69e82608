"""What pages say of their own policy, and the digests of what they load."""

import base64
import hashlib
import importlib.util
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from conftest import ROOT, build_site
from newsdesk.wire.headers import HEADERS

POLICY = "Content-Security-Policy"
# Where the second office's site stands on its host.
SITE_PATH = "/kabar"


def _soups(site: Path) -> dict[str, BeautifulSoup]:
    return {
        page.relative_to(site).as_posix(): BeautifulSoup(
            page.read_text(encoding="utf-8"), "html.parser"
        )
        for page in sorted(site.rglob("*.html"))
    }


def _loaded(soup: BeautifulSoup) -> list[tuple[str, Tag]]:
    """Return address and tag of each stylesheet and script of a page."""
    scripts = [(str(tag["src"]), tag) for tag in soup.find_all("script", src=True)]
    sheets = soup.find_all("link", rel="stylesheet")
    return [*scripts, *((str(tag["href"]), tag) for tag in sheets)]


def _file(site: Path, address: str) -> Path:
    path = urlsplit(address).path
    if site.parent.name.startswith("kedua"):
        assert path.startswith(f"{SITE_PATH}/")
        path = path.removeprefix(SITE_PATH)
    return site / path.lstrip("/")


def test_digest_of_each_stylesheet_and_script_is_that_of_its_bytes(site: Path):
    seen = set()
    for name, soup in _soups(site).items():
        for address, tag in _loaded(soup):
            data = _file(site, address).read_bytes()
            digest = base64.b64encode(hashlib.sha384(data).digest()).decode()
            seen.add(Path(address).suffix)

            assert f"sha384-{digest}" == tag.get("integrity"), (name, address)

    assert {".css", ".js"} == seen


def test_what_is_loaded_is_of_this_site_so_that_no_crossorigin_is_due(
    golden_site: Path,
):
    for name, soup in _soups(golden_site).items():
        for address, tag in _loaded(soup):
            assert ("", None) == (urlsplit(address).netloc, tag.get("crossorigin")), (
                name
            )


def test_page_says_the_policy_of_the_headers_but_what_only_they_can_say(
    golden_site: Path,
):
    directives = HEADERS[POLICY].split("; ")
    expected = [d for d in directives if not d.startswith("frame-ancestors")]
    assert len(directives) == len(expected) + 1

    for name, soup in _soups(golden_site).items():
        (said,) = soup.find_all("meta", attrs={"http-equiv": POLICY})

        assert expected == said["content"].split("; "), name


def test_page_of_the_theme_says_how_much_a_link_tells(golden_site: Path):
    for name, soup in _soups(golden_site).items():
        # A page that only leads on to another address is none of the theme's.
        if soup.find("link", rel="stylesheet"):
            (referrer,) = soup.find_all("meta", attrs={"name": "referrer"})

            assert HEADERS["Referrer-Policy"] == referrer["content"], name


def test_policy_stands_before_everything_that_loads(golden_site: Path):
    for name, soup in _soups(golden_site).items():
        tags = soup.head.find_all(True, recursive=False)
        policy = next(n for n, t in enumerate(tags) if t.get("http-equiv") == POLICY)

        assert ["meta"] * (policy + 1) == [tag.name for tag in tags[: policy + 1]], name
        assert "charset" in tags[0].attrs, name


@pytest.mark.site
def test_edited_stylesheet_gets_another_digest(tmp_path: Path):
    """A digest that is written down somewhere would not follow the colour."""
    found = set()
    for accent in ("#1f5132", "#8a1c1c"):
        content = tmp_path / accent.lstrip("#")
        shutil.copytree(ROOT / "tests/content", content)
        office = content / "registers/office.toml"
        text = office.read_text(encoding="utf-8")
        assert 'accent = "#1f5132"' in text
        office.write_text(text.replace("#1f5132", accent), encoding="utf-8")
        site = tmp_path / f"site-{accent.lstrip('#')}"
        build_site(content, site)
        home = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
        found.add(home.find("link", rel="stylesheet")["integrity"])

    assert 2 == len(found)


# -- files of deploy/ ------------------------------------------------------------------


def test_snippets_for_nginx_and_caddy_are_those_of_the_source():
    where = importlib.util.spec_from_file_location(
        "deploy_headers", ROOT / "deploy/headers.py"
    )
    assert where is not None
    assert where.loader is not None
    module = importlib.util.module_from_spec(where)
    where.loader.exec_module(module)
    written = {
        name: (ROOT / "deploy" / name).read_text(encoding="utf-8")
        for name in module.FILES
    }

    assert module.FILES == written
    assert len(written) == 3
