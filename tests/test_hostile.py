"""Hostile texts: refused at the desk, or published and inert in every output."""

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from conftest import build_site
from hostile import (
    PICTURES,
    PUBLISHED_BODIES,
    PUBLISHED_HEADERS,
    REFUSED_BODIES,
    REFUSED_HEADERS,
)
from newsroom import HEADER, PATH, Newsroom, picture, release_text
from playwright.sync_api import Route, sync_playwright

LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai.\n\n"
END = "\n\nMereka datang. (ajl/bgp)\n"
PASAR = "images/2026/pasar.jpg"


def whole(body: str, header: str = HEADER) -> str:
    return release_text(header, f"{LEDE}{body}{END}")


REFUSED = [
    *((rule, whole(v)) for rule, vs in REFUSED_BODIES.items() for v in vs),
    *((rule, whole("Satu.", v)) for rule, vs in REFUSED_HEADERS.items() for v in vs),
]
PUBLISHED = [
    *map(whole, PUBLISHED_BODIES),
    *(whole("Satu.", header) for header in PUBLISHED_HEADERS),
    *(whole(f'![{alt}]({PASAR} "{title}")') for alt, title in PICTURES),
]


def test_there_are_enough_of_them() -> None:
    texts = [text for _, text in REFUSED] + PUBLISHED
    assert len(texts) == len(set(texts)) >= 150


@pytest.mark.parametrize(("rule", "text"), REFUSED, ids=range(len(REFUSED)))
def test_what_could_run_is_refused(tmp_path: Path, rule: str, text: str) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.write(PATH, text)
    assert rule in {f.rule for f in newsroom.findings() if f.level == "error"}


ALIKE = "Allow: release-twice | Yang sama di tempat lain\n"
"""What lets one text stand in many releases."""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which every release means harm; each at an address of its own."""
    folder = tmp_path_factory.mktemp("jahat")
    newsroom = Newsroom(folder / "content")
    newsroom.write(PASAR, picture())
    for n, text in enumerate(PUBLISHED):
        # Numbers and dates are the archive's; what they say is not touched.
        hour = f"Date: 2026-11-20 {n // 60 + 1:02}:{n % 60:02}\n{ALIKE}"
        apart = text.replace("Date: 2026-11-20 09:00\n", hour)
        newsroom.write(f"releases/2026/2026-11-20-naskah-{n}.md", apart)
    for n, text in enumerate(PUBLISHED_BODIES):
        page = f"Title: Halaman {n}\n\nKata.\n\n{text}\n"
        newsroom.write(f"pages/halaman-{n}.md", page)
    build_site(folder / "content", folder / "site", strict=False)
    return folder / "site"


@pytest.fixture(scope="module")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one release that means well, to compare with."""
    folder = tmp_path_factory.mktemp("baik")
    newsroom = Newsroom(folder / "content")
    newsroom.write(PASAR, picture())
    header = f"{HEADER}Tags: sampah\nSeries: Kota\nNumber: 1\nSummary: Satu.\n"
    words = f'![Pasar]({PASAR} "Pagi. Foto: Ajeng")\n\nSatu.'
    for n in range(60):
        # As many as fill more than one page of a list.
        apart = header.replace("Number: 1", f"Number: {n}") + ALIKE
        newsroom.write(f"releases/2026/2026-11-20-naskah-{n}.md", whole(words, apart))
    newsroom.write("pages/halaman-0.md", "Title: Halaman\n\nSatu.\n")
    build_site(folder / "content", folder / "site", strict=False)
    return folder / "site"


# What Markdown makes; nothing else may come to what the templates make.
MARKDOWN = {
    *("p", "br", "h2", "h3", "h4", "blockquote", "pre", "code", "em", "strong", "ul"),
    *("ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "a"),
    *("abbr", "sup", "div", "hr", "figure", "figcaption", "img", "span", "time"),
}
ATTRIBUTES = {"href", "title", "class", "id", "start", "tabindex", "datetime"}
ACTIVE = {
    *("script", "iframe", "object", "embed", "form", "base", "style", "textarea"),
    *("svg", "math", "template", "frame", "frameset", "applet", "plaintext", "xmp"),
}
LOADING = ("href", "src", "action", "formaction", "data", "poster", "srcset", "cite")


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def tags(root: BeautifulSoup) -> Iterator[Tag]:
    return (tag for tag in root.find_all(True) if isinstance(tag, Tag))


def kinds(tag: Tag) -> set[tuple[str, str]]:
    return {(tag.name, name) for name in tag.attrs} | {(tag.name, "")}


def targets(tag: Tag) -> Iterator[str]:
    for name in LOADING:
        for part in str(tag.get(name, "")).split(","):
            if part.strip():
                yield part.strip().split(" ")[0]


def is_inert(target: str) -> bool:
    return urlsplit(target).scheme in ("", "http", "https", "mailto", "tel")


@pytest.mark.slow
def test_no_page_has_what_its_templates_do_not_make(
    hostile_site: Path, harmless_site: Path
) -> None:
    made = {
        kind
        for path in harmless_site.rglob("*.html")
        for tag in tags(soup(path))
        for kind in kinds(tag)
    }
    made |= {(name, attribute) for name in MARKDOWN for attribute in ATTRIBUTES | {""}}
    strange = {
        (path.relative_to(hostile_site).as_posix(), *kind)
        for path in hostile_site.rglob("*.html")
        for tag in tags(soup(path))
        for kind in kinds(tag) - made
    }
    assert set() == strange


def test_no_page_runs_loads_or_leads_to_what_it_should_not(hostile_site: Path) -> None:
    wrong = [
        (path.name, str(tag)[:200])
        for path in hostile_site.rglob("*.html")
        for tag in tags(soup(path))
        if any(
            name.startswith("on") or name in ("style", "srcdoc") for name in tag.attrs
        )
        or not all(is_inert(target) for target in targets(tag))
    ]
    assert [] == wrong


def scripts(path: Path) -> list[str]:
    return [
        str(tag.get("src") or tag.get("type") or tag.string)
        for tag in tags(soup(path))
        if tag.name == "script"
    ]


def test_every_script_is_ours(hostile_site: Path, harmless_site: Path) -> None:
    ours = {s for path in harmless_site.rglob("*.html") for s in scripts(path)}
    assert (
        set()
        == {s for path in hostile_site.rglob("*.html") for s in scripts(path)} - ours
    )


def test_ids_do_not_clobber(hostile_site: Path) -> None:
    taken = {"document", "cookie", "constructor", "getElementById", "currentScript"}
    for path in hostile_site.rglob("*.html"):
        ids = [str(tag["id"]) for tag in tags(soup(path)) if tag.get("id")]
        names = {str(tag.get("name")) for tag in tags(soup(path))} - {"None"}
        assert len(ids) == len(set(ids)), path
        assert set() == (taken & (set(ids) | names)), path


def test_json_ld_stays_inside_its_script(hostile_site: Path) -> None:
    found = 0
    for path in hostile_site.rglob("*.html"):
        for tag in tags(soup(path)):
            if tag.name == "script" and tag.get("type") == "application/ld+json":
                assert tag.string is not None
                assert not {"<", ">"} & set(tag.string)
                assert json.loads(tag.string)
                found += 1
    assert found > len(PUBLISHED)


def contents(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield every HTML that a feed carries, as its reader would take it."""
    for path in (*site.rglob("feed.atom"), *site.rglob("feed.rss")):
        for element in ElementTree.parse(path).iter():
            html = element.get("type") == "html"
            if html or element.tag.endswith(("encoded", "description")):
                yield path, element.text or ""
    for path in site.rglob("feed.json"):
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            yield path, item.get("content_html", "")


def test_nothing_that_a_feed_carries_is_active(hostile_site: Path) -> None:
    found = 0
    for path, html in contents(hostile_site):
        found += 1
        for tag in tags(BeautifulSoup(html, "html.parser")):
            assert tag.name in MARKDOWN, (path, str(tag)[:200])
            assert not [name for name in tag.attrs if name.startswith("on")], path
            assert all(is_inert(target) for target in targets(tag)), (path, str(tag))
    assert found > 20


@pytest.mark.parametrize("name", ["feed.atom", "feed.rss", "sitemap.xml"])
def test_xml_is_whole_and_has_no_instruction(hostile_site: Path, name: str) -> None:
    for path in hostile_site.rglob(name):
        text = path.read_text(encoding="utf-8")
        ElementTree.fromstring(text)
        assert "<!DOCTYPE" not in text
        assert text.count("<?") == 1


def test_plain_text_keeps_the_words_and_no_control(hostile_site: Path) -> None:
    texts = [
        path.read_text(encoding="utf-8") for path in hostile_site.rglob("rilis.txt")
    ]
    assert len(PUBLISHED) == len(texts)
    assert [] == [t for t in texts if any(c < " " and c not in "\n\t" for c in t)]
    assert all("Mereka datang." in text for text in texts)


def test_templates_of_a_writer_are_words(hostile_site: Path) -> None:
    pages = [soup(path).get_text() for path in hostile_site.rglob("index.html")]
    assert any("{{ 7 * 7 }}" in text for text in pages)
    assert any("{% include ‘/etc/passwd’ %}" in text for text in pages)
    assert not [text for text in pages if "root:x:0" in text]


# -- in a browser, with the policy switched off ----------------------------------------

HOST = "http://siaran.example"


def visit(site: Path) -> tuple[list[str], list[str], int]:
    """Open every page of a site; return what ran, what it asked for, how many."""
    ran: list[str] = []
    left: list[str] = []
    here = ""

    def answer(route: Route) -> None:
        url = urlsplit(route.request.url)
        path = site / url.path.lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        if f"{url.scheme}://{url.netloc}" != HOST:
            left.append(f"{here}: {route.request.url}")
            route.abort()
        elif file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404, body="")

    with sync_playwright() as running:
        browser = running.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        context = browser.new_context(bypass_csp=True)
        context.add_init_script(
            "for (const name of ['alert', 'confirm', 'prompt'])"
            " window[name] = () => { document.documentElement.dataset.jahat = name }"
        )
        context.route("**/*", answer)
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.on("pageerror", lambda error: ran.append(f"{here}: {error}"))
        pages = sorted(site.rglob("index.html"))
        for file in pages:
            here = file.parent.relative_to(site).as_posix()
            page.goto(f"{HOST}/{'' if here == '.' else f'{here}/'}")
            # What waits for the pointer or the keyboard is given both.
            page.evaluate(
                "for (const e of document.querySelectorAll('body *'))"
                " for (const type of ['mouseover', 'focus', 'load', 'error'])"
                " e.dispatchEvent(new Event(type))"
            )
            if page.locator("html[data-jahat]").count():
                ran.append(here)
        browser.close()
    return ran, left, len(pages)


@pytest.mark.slow
@pytest.mark.browser
def test_no_script_runs_and_no_request_leaves(hostile_site: Path) -> None:
    ran, left, pages = visit(hostile_site)
    assert ([], []) == (ran, left)
    assert pages > len(PUBLISHED)


@pytest.mark.slow
@pytest.mark.browser
def test_what_runs_or_leaves_would_be_noticed(tmp_path: Path) -> None:
    bodies = {
        "a": "<script>alert(1)</script>",
        "b": "<p onmouseover=alert(1)>x</p>",
        "c": "<img src=https://jahat.example/x.png>",
        "d": "<p>x</p>",
        "e": "<script>x.y</script>",
    }
    for name, body in bodies.items():
        file = tmp_path / name / "index.html"
        file.parent.mkdir()
        file.write_text(f"<!doctype html><title>x</title>{body}", encoding="utf-8")
    ran, left, _ = visit(tmp_path)
    assert ["a", "b", "e: x is not defined"] == sorted(ran)
    assert ["c: https://jahat.example/x.png"] == left
