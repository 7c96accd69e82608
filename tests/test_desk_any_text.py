"""The desk on texts that nobody would write: it never raises, and points into them."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body import Body, House, pictures_of, typeset
from newsdesk.desk.check import check_release
from newsdesk.desk.finding import Finding, Level
from newsdesk.desk.report import report
from newsdesk.filing import Filing, read_archive
from newsdesk.intake import Content, TextFile
from newsdesk.registers import Registers, read_registers
from newsroom import HEADER, NOW, PATH, Newsroom, release_text

PIECES = st.sampled_from(
    [
        *("[", "]", "(", ")", "![", "](", "[^", "*[", "]:", "`", "```", "~~~", "\\"),
        *("<b>", "</b>", "<!--", "<", ">", "# ", "=====", "-----", "| a |", "> ", "- "),
        *("{attach}", "{static}", "{filename}", "{", "}", "%", "&#x", ";", "//"),
        *("javascript:", "http:", "images/2026/a.jpg", "/arsip", "(ajl/bgp)", "(zzz)"),
        *("(kota.example)", " – ", "Selasa (18/11/2026)", "Kamis (32/13)", "Title:"),
        *("Date: ", "2026-11-20 09:00", "03/04/2026", "Dateline: ", "Sign-off: ", "/"),
        *("Aliases: ", "Tags: ", "Slug: ", "Embargo: ", "Event-date: ", "Status: "),
        *("\n", "\n\n", "    ", "\t", " ", "\u00a0", "\ufeff", "\u202e", "\x00"),
        *("Kenanga", "漢", "é"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, Registers]:
    content = Newsroom(tmp_path_factory.mktemp("kantor")).content()
    texts = {name: file.text for name, file in content.registers.items()}
    registers, _ = read_registers(texts)
    assert registers is not None
    return content, registers


def check(office: tuple[Content, Registers], path: str, text: str) -> list[Finding]:
    files = (TextFile(path, text.replace("\r\n", "\n").replace("\r", "\n")),)
    releases, pages = ((), files) if path.startswith("pages/") else (files, ())
    content = Content(Path(), releases, pages, office[0].registers, {}, {}, ())
    archive = read_archive(content, office[1])
    (filing,) = (*archive.releases, *archive.pages)
    return check_release(filing, archive, NOW, pictures={})[0]


def assert_sound(findings: list[Finding], path: str, text: str) -> None:
    """Assert that each finding points into its file and can be put into words."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    outside = [
        f
        for f in findings
        if not 1 <= f.line <= len(lines)
        or not 1 <= f.column <= len(lines[f.line - 1]) + 1
    ]
    assert [] == outside
    for format in ("plain", "github", "json"):
        words = report(
            findings, lang="id", format=format, sources={path: text}, prefix=""
        )
        words.encode()
        moving = [c for c in words.replace("\n", "") if c < " " or c == "\u202e"]
        assert [] == moving


@given(text=TEXTS)
def test_any_text_is_checked(office: tuple[Content, Registers], text: str) -> None:
    assert_sound(check(office, PATH, text), PATH, text)


@given(body=TEXTS)
def test_any_body_is_checked(office: tuple[Content, Registers], body: str) -> None:
    text = release_text(HEADER, body)
    assert_sound(check(office, PATH, text), PATH, text)


@given(body=TEXTS)
def test_any_page_is_checked(office: tuple[Content, Registers], body: str) -> None:
    text = f"Title: Tentang\n\n{body}"
    assert_sound(check(office, "pages/tentang.md", text), "pages/tentang.md", text)


KEYS = st.sampled_from(
    ["Date", "Embargo", "Urgent", "Pinned", "Dateline", "Inisial", "Event-date", "Tags"]
)


@given(key=KEYS, value=TEXTS)
def test_any_value_is_checked(
    office: tuple[Content, Registers], key: str, value: str
) -> None:
    text = release_text(f"{HEADER}{key}: {value}\n")
    assert_sound(check(office, PATH, text), PATH, text)


# -- every document is whole and inert, or refused -------------------------------------

# Whatever Markdown reacts to, with words between that can be told apart.
SIGNS = st.sampled_from(
    [
        *(
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "~",
            "[",
            "]",
            "(",
            ")",
            "![",
            "](",
            "<",
            ">",
        ),
        *("[^", "]:", "]: ", "*[", ":   ", "|", "|---|", "- ", "1. ", "> ", "## ", "#"),
        *("```\n", "~~~\n", "=====", "-----", "\\", "&", "&amp;", "&lt;", "&#60;", ";"),
        *(
            "'",
            '"',
            "“",
            "”",
            "--",
            "...",
            "{: .x}",
            "{filename}/",
            "https://a.example",
        ),
        *("<b>", "</b>", "<!--", "-->", "<nama ", "javascript:", "a@b.example", "//"),
        *("images/2026/a.png", "Kenanga (kota.example) – ", "Kamis (19/11/2026)"),
        *("(ajl/bgp)", "\n", "\n", "\n\n", "\n\n", "    ", "\t", "  \n", " ", " "),
    ]
)
WORD = "Kata{}x"


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a body with words among its signs, and the words."""
    pieces: list[str] = []
    words: list[str] = []
    for piece in draw(st.lists(SIGNS | st.none(), max_size=40)):
        if piece is None:
            words.append(WORD.format(len(words)))
        pieces.append(words[-1] if piece is None else piece)
    return "".join(pieces), words


def shown(filing: Filing, body: Body) -> str:
    """Return all that readers are given of a body: words, titles, addresses."""
    soup = BeautifulSoup(body.html, "html.parser")
    attributes = [
        str(value)
        for tag in soup.find_all(True)
        if isinstance(tag, Tag)
        for value in tag.attrs.values()
    ]
    pictures = [
        f"{p.path} {p.alt} {p.caption} {p.credit}" for p in pictures_of(filing.release)
    ]
    return " ".join((soup.get_text(), *attributes, *pictures, filing.sign_off))


# Names of links, notes and code blocks are not printed, by their nature.
_LABEL = re.compile(r"\[[^\[\]]*\]:|\]\s?\[[^\[\]]*\]|\[\^[^\]]*\]|^[`~]{3}.*$", re.M)
_ACTIVE = {"script", "iframe", "svg", "img", "form", "input", "b", "style", "nama"}


@given(document=documents())
def test_any_document_is_whole_and_inert_or_refused(
    office: tuple[Content, Registers], document: tuple[str, list[str]]
) -> None:
    written, words = document
    text = release_text(HEADER, f"Kenanga (kota.example) – Satu.\n\n{written}\n")
    files = (TextFile(PATH, text),)
    content = Content(Path(), files, (), office[0].registers, {}, {}, ())
    archive = read_archive(content, office[1])
    (filing,) = archive.releases
    findings, _ = check_release(filing, archive, NOW, pictures={})
    body = typeset(filing.release, filing.notation(), House())
    for tag in BeautifulSoup(body.html, "html.parser").find_all(True):
        assert isinstance(tag, Tag)
        assert tag.name not in _ACTIVE
        assert not [n for n in tag.attrs if n.startswith("on") or n == "style"]
        assert not str(tag.get("href", "")).startswith(("javascript:", "data:"))
    if body.faults or any(f.level is Level.ERROR for f in findings):
        return
    unnamed = " ".join(_LABEL.findall(written))
    printed = shown(filing, body)
    lost = [word for word in words if word not in printed and word not in unnamed]
    assert [] == lost
