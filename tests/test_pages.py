"""Facts that hold for every page of every site."""

import json
import re
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

# Where each site says it stands.
BASES = {
    "golden": "https://siaran.kotawringin.example",
    "kedua": "https://pers.telukkasuari.example/kabar",
    "contoh": "https://siaran-kota-malang.example",
}


def _base(site: Path) -> str:
    return BASES[site.parent.name.rstrip("0123456789")]


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@cache
def _soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def _name(page: Path, site: Path) -> str:
    return page.relative_to(site).as_posix()


def _failing(site: Path, wrong) -> dict[str, object]:  # noqa: ANN001
    """Return page -> what is wrong with it, for the pages where something is."""
    found = {_name(page, site): wrong(_soup(page)) for page in _pages(site)}
    return {name: fault for name, fault in found.items() if fault}


def test_page_has_one_h1_with_words(site: Path):
    def wrong(soup: BeautifulSoup) -> list[str] | None:
        words = [h1.get_text(strip=True) for h1 in soup.find_all("h1")]
        return None if len(words) == 1 and words[0] else words or ["none"]

    assert {} == _failing(site, wrong)


def test_headings_skip_no_level(site: Path):
    def wrong(soup: BeautifulSoup) -> list[int] | None:
        levels = [int(h.name[1]) for h in soup.find_all(re.compile("h[1-6]"))]
        # The feed of a writer's own headings begins below the page's h1.
        jumps = [b for a, b in pairwise(levels) if b > a + 1]
        return jumps or None

    assert {} == _failing(site, wrong)


def test_page_says_its_language_by_its_address(site: Path):
    for page in _pages(site):
        expected = "en" if _name(page, site).startswith("en/") else "id"

        assert expected == _soup(page).html["lang"], page


def test_canonical_is_the_whole_address_of_the_page(site: Path):
    for page in _pages(site):
        address = _name(page, site).removesuffix("index.html")
        link = _soup(page).find("link", rel="canonical")

        assert f"{_base(site)}/{address}" == link["href"]


def test_every_time_can_be_read_by_machines(site: Path):
    def wrong(soup: BeautifulSoup) -> list[str]:
        return [t["datetime"] for t in soup.find_all("time") if not _is_time(t)]

    assert {} == _failing(site, wrong)


def _is_time(tag: Tag) -> bool:
    text = str(tag["datetime"])
    try:
        if "T" in text:
            return datetime.fromisoformat(text).tzinfo is not None
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def test_every_picture_has_words_and_a_size(site: Path):
    def wrong(soup: BeautifulSoup) -> list[str]:
        return [
            str(image)
            for image in soup.find_all("img")
            if image.get("alt") is None
            or not (image.get("width", "").isdigit() and image["height"].isdigit())
        ]

    assert {} == _failing(site, wrong)


def test_nothing_unrendered_reaches_a_page(site: Path):
    for page in _pages(site):
        text = page.read_text(encoding="utf-8")
        found = re.findall(
            r"\{\{|\{%|\bNone\b|\bUndefined\b|Markup\(|[\ue000-\ue0ff]", text
        )

        assert [] == found, page


def test_page_has_no_inline_style_script_or_handler(site: Path):
    def wrong(soup: BeautifulSoup) -> list[str]:
        inline = [str(tag)[:80] for tag in soup.find_all("style")]
        inline += [
            str(tag)[:80]
            for tag in soup.find_all("script")
            if not tag.get("src") and tag.get("type") != "application/ld+json"
        ]
        inline += [
            str(tag)[:80]
            for tag in soup.find_all(True)
            if any(name == "style" or name.startswith("on") for name in tag.attrs)
        ]
        return inline

    assert {} == _failing(site, wrong)


def test_page_asks_no_third_party_for_anything(site: Path):
    def wrong(soup: BeautifulSoup) -> list[str]:
        loaded = [tag.get("src") for tag in soup.find_all(src=True)]
        loaded += [
            tag["href"]
            for tag in soup.find_all("link")
            if set(tag["rel"]) & {"stylesheet", "icon", "preload"}
        ]
        return [address for address in loaded if not address.startswith("/")]

    assert {} == _failing(site, wrong)


def test_every_internal_link_resolves_with_its_anchor(site: Path):
    base = urlsplit(_base(site))
    dead = []
    for page in _pages(site):
        here = "/" + _name(page, site).removesuffix("index.html")
        for tag in _soup(page).find_all(["a", "link", "img", "script"]):
            for address in _addresses(tag):
                if not _resolves(site, base.path, base.netloc, here, address):
                    dead += [(_name(page, site), address)]

    assert [] == dead


def _addresses(tag: Tag) -> list[str]:
    found = [tag.get("href"), tag.get("src")]
    found += [part.split()[0] for part in tag.get("srcset", "").split(",") if part]
    return [address for address in found if address]


def _resolves(site: Path, path: str, host: str, here: str, address: str) -> bool:
    whole, anchor = urldefrag(address)
    parts = urlsplit(whole)
    if parts.scheme in ("mailto", "tel") or (parts.netloc and parts.netloc != host):
        return True
    if not whole:
        target = here
    elif not parts.path.startswith(f"{path}/"):
        return False
    else:
        target = unquote(parts.path.removeprefix(path))
    file = site / target.lstrip("/")
    if target.endswith("/"):
        file /= "index.html"
    if not file.is_file():
        return False
    return not anchor or _soup(file).find(id=unquote(anchor)) is not None


def test_translations_point_at_each_other(site: Path):
    said = {}
    for page in _pages(site):
        soup = _soup(page)
        links = soup.find_all("link", hreflang=True)
        canonical = soup.find("link", rel="canonical")["href"]
        said[canonical] = {link["hreflang"]: link["href"] for link in links}
    for canonical, languages in said.items():
        for other in languages.values():
            assert languages == said[other], canonical


def test_description_is_text_that_begins_with_no_dateline(site: Path):
    for page in _pages(site):
        soup = _soup(page)
        dateline = soup.select_one(".prose .dateline")
        description = soup.find("meta", attrs={"name": "description"})

        assert description is not None, page
        assert description["content"].strip(), page
        if dateline is not None:
            begin = dateline.get_text().strip().rstrip("–")
            assert not description["content"].startswith(begin), page


def test_json_ld_parses_and_escapes(site: Path):
    for page in _pages(site):
        for script in _soup(page).find_all("script", type="application/ld+json"):
            raw = script.string or ""

            assert "<" not in raw, page
            assert "https://schema.org" == json.loads(raw)["@context"], page


@pytest.mark.parametrize("name", ["robots.txt", "_headers", "sitemap.xml", "404.html"])
def test_site_has_the_files_that_hosts_and_engines_ask_for(site: Path, name: str):
    assert (site / name).stat().st_size > 0


def test_sample_site_says_so_everywhere(sample_site: Path):
    for page in _pages(sample_site):
        soup = _soup(page)
        words = soup.get_text()
        robots = soup.find("meta", attrs={"name": "robots"})

        assert "Contoh – bukan siaran resmi" in words or (
            "Sample – not an official release" in words
        ), page
        assert robots is not None, page
        assert "noindex" == robots["content"], page


def test_held_text_is_nowhere(golden_site: Path):
    """tests/content holds one draft and one release under embargo, with canaries."""
    canaries = (b"kenaridraf", b"kenariembargo")
    for path in golden_site.rglob("*"):
        text = path.read_bytes().lower() if path.is_file() else b""
        name = path.relative_to(golden_site).as_posix().lower().encode()

        assert not any(canary in text or canary in name for canary in canaries), path
