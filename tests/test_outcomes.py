"""Every bad input comes to its outcome: refused in full, the old site untouched."""

import ast
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from newsdesk.__main__ import main
from newsdesk.press.store import store_of
from newsroom import BODY, Newsroom, picture, release_text
from outcomes import (
    BAD,
    CANARY,
    END,
    INDONESIAN,
    LEDE,
    MARKUP,
    PUBLISHED,
    REFUSED,
    ROWS,
    TITLED,
    UNTOLD,
    WARNED,
)

TESTS = Path(__file__).parent


def state(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def traces(folder: Path) -> list[Path]:
    """Return every file whose name or bytes have the canary, in any letter case."""
    return [
        path
        for path in folder.rglob("*")
        if CANARY in path.name.lower()
        or (path.is_file() and CANARY.encode() in path.read_bytes().lower())
    ]


def words(room: Newsroom, site: Path, task: str, lang: str = "en") -> list[str]:
    given = ["--content", str(room.root), "--output", str(site), "--lang", lang]
    return [task, *given, "--now", "2026-11-24 08:00"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built before the bad input came."""
    folder = tmp_path_factory.mktemp("sebelum")
    room = Newsroom(folder / "content")
    room.release()
    assert 0 == main(words(room, folder / "site", "build"))
    return folder / "site"


# -- the rows --------------------------------------------------------------------------


def names_of_tests(file: str) -> set[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_row_is_held_by_a_case_here_or_a_test_that_is_there() -> None:
    tables = (REFUSED, WARNED, PUBLISHED, MARKUP)
    cases = {name for table in tables for name in table}
    named = {name for held in ROWS.values() for name in held}
    elsewhere = {name.partition("::")[::2] for name in named if "::" in name}
    here = {name for name in named if "::" not in name}

    assert all(ROWS.values())
    assert set() == here ^ cases
    assert [] == [
        (file, test) for file, test in elsewhere if test not in names_of_tests(file)
    ]
    assert sum(map(len, tables)) == len(cases)


# -- refused ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_refused_in_full_and_the_old_site_stays(
    site: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    setup, place, said = REFUSED[name]
    room = Newsroom(tmp_path / "content")
    room.release(BODY)
    setup(room)
    before = state(site)
    line = f"{room.root}/{place}: {said}"

    assert 1 == main(words(room, site, "check"))
    assert line in capfd.readouterr().out.split("\n")
    assert 1 == main(words(room, site, "build"))
    logged = capfd.readouterr()
    assert (name not in UNTOLD) == (line in logged.err.split("\n"))
    assert "" == logged.out
    assert before == state(site)
    assert [] == traces(site) + traces(store_of(site))


@pytest.mark.parametrize("name", INDONESIAN)
def test_bad_input_is_told_in_indonesian(
    site: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    setup, place, said = REFUSED[name]
    room = Newsroom(tmp_path / "content")
    room.release()
    setup(room)
    rule = said.partition(": ")[0]
    line = f"{room.root}/{place}: {rule}: {INDONESIAN[name]}"

    assert 1 == main(words(room, site, "check", "id"))
    assert line in capfd.readouterr().out.split("\n")
    assert 1 == main(words(room, site, "build", "id"))
    assert line in capfd.readouterr().err.split("\n")


def test_all_that_is_bad_is_told_in_one_go(
    site: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    room = Newsroom(tmp_path / "content")
    names = ("pipe", "web page", "drawing", "key of a release on a page")
    for name in names:
        REFUSED[name][0](room)

    assert 1 == main(words(room, site, "build"))
    logged = capfd.readouterr().err.split("\n")
    assert {f"{room.root}/{REFUSED[n][1]}: {REFUSED[n][2]}" for n in names} <= {*logged}


def test_site_without_bad_input_is_built(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "content")
    room.release()
    room.write(BAD, release_text(TITLED, f"{LEDE}Satu.{END}"))

    assert 0 == main(words(room, tmp_path / "site", "build"))
    assert traces(tmp_path / "site")


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (
            True,
            "register-missing: The register registers/office.toml is missing. Put it"
            " back: without it no release can be read.",
        ),
        (False, ""),
    ],
    ids=["empty", "gone"],
)
def test_content_folder_that_is_empty_is_refused(
    site: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    left: bool,
    said: str,
) -> None:
    room = Newsroom(tmp_path / "content")
    shutil.rmtree(room.root)
    if left:
        room.root.mkdir()
    before = state(site)

    # A folder that is not there is a slip of the hand: misuse.
    assert (1 if left else 2) == main(words(room, site, "build"))
    logged = capfd.readouterr().err.split("\n")
    if left:
        assert f"{room.root}/registers/office.toml:1:1: {said}" in logged
    else:
        assert [f'There is no "{room.root}". Check its spelling.', ""] == logged
    assert before == state(site)


# -- in doubt --------------------------------------------------------------------------


@pytest.mark.parametrize(("body", "place", "said"), WARNED.values(), ids=WARNED)
def test_doubtful_notation_is_told_and_refused_only_when_strict(
    site: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    body: str,
    place: str,
    said: str,
) -> None:
    room = Newsroom(tmp_path / "content")
    room.release()
    room.write(BAD, f"{TITLED}\n{body}")
    before = state(site)
    line = f"{room.root}/{place}: {said}"

    assert 0 == main(words(room, site, "check"))
    assert line in capfd.readouterr().out.split("\n")
    assert 1 == main([*words(room, site, "build"), "--strict"])
    assert line in capfd.readouterr().err.split("\n")
    assert before == state(site)
    assert 0 == main(words(room, tmp_path / "site", "build"))
    assert line in capfd.readouterr().err.split("\n")
    assert traces(tmp_path / "site")


# -- published -------------------------------------------------------------------------


def active(page: BeautifulSoup) -> set[tuple[str, str]]:
    """Return what of a page could run: scripts, and attributes of events."""
    return {
        (tag.name, name)
        for tag in page.find_all(True)
        for name in ("", *tag.attrs)
        if (tag.name == "script" and not name) or name.startswith("on")
    }


def ours(site: Path) -> BeautifulSoup:
    """Return a page of a release that means well."""
    path = site / "2026/11/20/sampah/index.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize(("written", "read"), PUBLISHED.values(), ids=PUBLISHED)
def test_odd_input_is_published_whole_and_inert(
    site: Path, tmp_path: Path, written: Callable[[str], bytes], read: str
) -> None:
    room = Newsroom(tmp_path / "content")
    path = f"releases/2026/2026-11-21-{CANARY} 👍 dua.md"
    room.write(path, written(f"{TITLED}\n{LEDE}Satu.{END}"))

    assert 0 == main(words(room, tmp_path / "site", "build"))
    folder = tmp_path / f"site/2026/11/21/{CANARY}-dua"
    text = (folder / "rilis.txt").read_text(encoding="utf-8")
    html = (folder / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(html, "html.parser")
    assert page.main is not None
    for sentence in (
        "Kenanga (kota.example) –",
        f"Mereka datang, {CANARY}. (ajl/bgp)",
        read,
    ):
        assert sentence in text
        assert sentence in " ".join(page.main.get_text().split())
    assert active(page) <= active(ours(site))


@pytest.mark.slow
@pytest.mark.parametrize(("key", "value"), MARKUP.values(), ids=MARKUP)
def test_markup_in_the_header_is_printed_as_typed(
    site: Path, tmp_path: Path, key: str, value: str
) -> None:
    room = Newsroom(tmp_path / "content")
    header = TITLED.replace(CANARY, f"{CANARY} {value}") if key == "Title" else TITLED
    header += "" if key == "Title" else f"{key}: {value}\n"
    room.write(BAD, release_text(header, f"{LEDE}Satu.{END}"))

    assert 0 == main(words(room, tmp_path / "site", "build"))
    html = tmp_path / f"site/2026/11/21/{CANARY}/index.html"
    page = BeautifulSoup(html.read_text(encoding="utf-8"), "html.parser")
    assert page.main is not None
    assert value in page.main.get_text()
    for path in (tmp_path / "site").rglob("*.html"):
        made = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert active(made) <= active(ours(site)), path


# -- held ------------------------------------------------------------------------------

STATES = {
    "embargo": "Embargo: 2026-11-25 17:00",
    "draft": "Status: draft",
}


def test_held_text_is_nowhere_and_only_an_hour_is_told(
    site: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """In no byte: the site is the one that would be without it."""
    room = Newsroom(tmp_path / "content")
    room.release()
    image = f"images/2026/{CANARY}.png"
    room.write(image, picture("PNG"))
    for state_of, line in STATES.items():
        header = f"{TITLED}Tags: {CANARY}\nSeries: {CANARY}\n{line}\n"
        shown = f'![{CANARY} {state_of}]({image} "{CANARY}. Foto: {CANARY}")'
        body = f"{LEDE}{shown}{END}"
        room.write(BAD.replace(".md", f"-{state_of}.md"), release_text(header, body))

    assert 0 == main(words(room, tmp_path / "site", "build"))
    logged = capfd.readouterr()
    line, rest = logged.out.split("\n")
    assert line.startswith("1 releases, ")
    assert line.endswith("; must be built again 2026-11-25 17:00+0700")
    assert "" == rest
    assert "Nothing to mend.\n" == logged.err
    assert state(site) == state(tmp_path / "site")
    assert [] == traces(tmp_path / "site") + traces(store_of(tmp_path / "site"))


def test_site_of_the_hour_has_what_was_held(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "content")
    room.write(BAD, release_text(f"{TITLED}{STATES['embargo']}\n", f"{LEDE}Satu.{END}"))
    given = [
        word.replace("24 08", "25 17")
        for word in words(room, tmp_path / "site", "build")
    ]

    assert 0 == main(given)
    assert (tmp_path / f"site/2026/11/25/{CANARY}/rilis.txt").exists()
