"""The desk on texts that nobody would write: it never raises, and points into them."""

import inspect
import re
from pathlib import Path

import outcomes
import pytest
from bs4 import BeautifulSoup, Tag
from filed import archive, registers
from hostile import REFUSED_BODIES, REFUSED_HEADERS
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body import Body, House, pictures_of, proof, typeset
from newsdesk.desk.body import word_lost
from newsdesk.desk.check import _able, _given, _had, check_release
from newsdesk.desk.finding import Finding, Level
from newsdesk.desk.report import report
from newsdesk.desk.rules import RULES, Rule, Scope
from newsdesk.filing import Archive, Filing, read_archive
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


# -- a rule that is passed over would have found nothing -------------------------------

ON_TEXT = (Scope.RELEASE, Scope.PAGE, Scope.TEXT)
NEEDY = [rule for rule in RULES.values() if rule.needs and rule.scope in ON_TEXT]


def passed_over(whole: Archive) -> list[Rule]:
    """Return which rules do not run on a text; assert that they would find nothing."""
    over: list[Rule] = []
    for filing in (*whole.releases, *whole.pages):
        given = _given(filing, whole, NOW, {}, {})
        had = _had(given)
        able = {find for find, _ in _able(ON_TEXT, had)}
        skipped = [rule for rule in NEEDY if rule.find not in able]
        for rule in skipped:
            assert rule.find is not None
            names = inspect.signature(rule.find).parameters
            assert [] == list(rule.find(*map(given.__getitem__, names)))
        assert [] == [rule for rule in skipped if not had.isdisjoint(rule.needs)]
        over += skipped
    return over


def test_every_rule_that_needs_something_is_passed_over_without_it() -> None:
    plain = "Title: Tentang\nDate: 2026-11-20 09:00\n\nWarga datang.\n"
    over = passed_over(archive({PATH: plain}))
    over += passed_over(archive({PATH: "Date: 2026-11-20 09:00\n\nWarga datang.\n"}))
    assert [] == [rule for rule in NEEDY if rule not in over]


@pytest.mark.parametrize("name", outcomes.REFUSED)
def test_what_is_passed_over_finds_nothing_in_what_is_refused(
    tmp_path: Path, name: str
) -> None:
    room = Newsroom(tmp_path)
    outcomes.REFUSED[name][0](room)
    content = room.content()
    assert passed_over(read_archive(content, registers())) or not content.releases


@pytest.mark.parametrize("rule", [*REFUSED_BODIES, *REFUSED_HEADERS])
def test_what_is_passed_over_finds_nothing_in_what_means_harm(rule: str) -> None:
    for body in REFUSED_BODIES.get(rule, ()):
        assert passed_over(archive({PATH: release_text(HEADER, body)}))
    for header in REFUSED_HEADERS.get(rule, ()):
        assert passed_over(archive({PATH: release_text(header)}))


@given(key=KEYS, value=TEXTS, body=TEXTS)
def test_what_is_passed_over_finds_nothing_in_any_text(
    key: str, value: str, body: str
) -> None:
    text = release_text(f"{HEADER}{key}: {value}\n", body)
    files = {PATH: text, PATH.replace(".md", ".en.md"): text, "pages/a.md": text}
    passed_over(archive(files))


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
    html, faults = proof(filing.release, filing.notation())
    assert body.faults == faults
    # Only what loses nothing has no HTML in a proof.
    assert html == body.html or ("", []) == (html, [*word_lost(filing, body.html)])
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
