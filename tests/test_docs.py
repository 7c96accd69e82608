"""The documents and the code: what one of them names, the other has."""

import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from bench.__main__ import _parser as bench_parser
from conftest import ROOT
from invoke import Collection
from newsdesk.__main__ import _parser, main
from newsdesk.desk.check import check_content
from newsdesk.desk.rules import RULES
from newsdesk.intake import read_content
from newsdesk.notation.source import KEYS
from newsdesk.settings import read_now
from newsroom import Newsroom

DOCUMENTS = (
    *("README.md", "CONTRIBUTING.md", "docs/writing.md", "docs/menulis.md"),
    *("docs/architecture.md", "docs/glossary.md", "docs/format.md"),
    *("docs/notation.md", "docs/operations.md"),
)
WRITERS = ("docs/writing.md", "docs/menulis.md")
LEVELS = {
    "docs/writing.md": {"error": "error", "warning": "warning"},
    "docs/menulis.md": {"error": "kesalahan", "warning": "peringatan"},
}
NOW = "2026-11-24 09:00"
# Tasks that hand their words to pytest or take none; and what such words may be.
OWN_TASKS = {
    "test": {"--long", "panjang"},
    "golden": set(),
    "clean": set(),
}
# What a command may name before it is there: the reader has just saved it.
SAVED = {"rilis.md"}

_FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.M | re.S)
_COMMAND = re.compile(r"python3 tasks\.py(?P<words>(?: [^\n`]+)?)")
# Rows of a table whose first cells are names in backticks.
_ROW = re.compile(r"^\| `(?P<first>[^`]+)` \| (?P<second>[^|]+?) \|", re.M)
_LINK = re.compile(r"\]\((?P<target>[^()\s]+)\)")


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _section(name: str, first: str, last: str = "\n## ") -> str:
    """Return what stands in a document from a heading to the next of its level."""
    _, _, after = _text(name).partition(first)
    assert after, f"{name} has no {first!r}"
    return after.partition(last)[0]


def _tasks() -> dict[str, set[str]]:
    """Return task -> its aliases, as Invoke knows them."""
    where = importlib.util.spec_from_file_location("siaran_tasks", ROOT / "tasks.py")
    assert where is not None
    assert where.loader is not None
    module: ModuleType = importlib.util.module_from_spec(where)
    where.loader.exec_module(module)
    names = Collection.from_module(module).task_names
    return {name: set(aliases) for name, aliases in names.items()}


def _commands() -> Iterator[tuple[str, str]]:
    """Yield document and words of every command line of tasks.py."""
    for name in DOCUMENTS:
        for found in _COMMAND.finditer(_text(name)):
            yield name, found["words"].partition(" # ")[0].strip()


# -- findings and keys -----------------------------------------------------------------


@pytest.mark.parametrize("name", WRITERS)
def test_document_lists_every_rule_of_the_desk_once_and_no_other(name: str):
    headings = {"docs/writing.md": "## Every finding", "docs/menulis.md": "## Semua"}
    rows = _ROW.findall(_section(name, headings[name]))
    expected = sorted((id, LEVELS[name][rule.level]) for id, rule in RULES.items())

    assert expected == sorted(rows)


@pytest.mark.parametrize("name", [*WRITERS, "docs/format.md"])
def test_document_lists_every_key_in_both_spellings(name: str):
    headings = {
        "docs/writing.md": "## The header",
        "docs/menulis.md": "## Kepala",
        "docs/format.md": "## 2. Header",
    }
    rows = [
        (first, second.strip("`"))
        for first, second in _ROW.findall(_section(name, headings[name]))
    ]
    expected = [(key.english, key.indonesian) for key in KEYS.values()]
    if name == "docs/menulis.md":
        expected = [(indonesian, english) for english, indonesian in expected]

    assert expected == rows


@pytest.mark.parametrize("name", WRITERS)
def test_document_names_the_keys_of_plain_pages(name: str):
    english = name == "docs/writing.md"
    line = re.search(r"^.*`content/pages/`.*$", _text(name), re.M)
    expected = [
        key.english if english else key.indonesian
        for key in KEYS.values()
        if key.on_pages
    ]

    assert line is not None
    assert expected == re.findall(r"`(\w[\w-]*)`", line[0])


@pytest.mark.parametrize("name", WRITERS)
def test_model_release_passes_the_desk(name: str, tmp_path: Path):
    content = ROOT / "content"
    registers = {
        file.name: file.read_text(encoding="utf-8")
        for file in (content / "registers").glob("*.toml")
    }
    text = _text(name)
    path = re.search(r"`content/(releases/[^`]+\.md)`", text)
    model = _FENCE.search(text)
    assert path is not None
    assert model is not None
    room = Newsroom(tmp_path, registers)
    room.write(path[1], model["text"])
    for picture in (*re.findall(r"images/[\w/.-]+", model["text"]), _logo(registers)):
        room.write(picture, (content / picture).read_bytes())
    read = read_content(tmp_path)
    checked = check_content(read, read_now(NOW, room.archive().registers.office.zone))

    assert () == checked.findings
    assert 1 == len(read.releases)


def _logo(registers: dict[str, str]) -> str:
    found = re.search(r'^logo = "([^"]+)"', registers["office.toml"], re.M)
    assert found is not None
    return found[1]


# -- tasks and commands ----------------------------------------------------------------


def test_readme_lists_every_task_with_its_alias():
    rows = _ROW.findall(_section("README.md", "## Tasks"))
    expected = {name: ", ".join(sorted(other)) for name, other in _tasks().items()}

    assert expected == {name: alias.strip("`") for name, alias in rows}


@pytest.mark.parametrize(
    ("name", "words"), [*_commands()], ids=lambda value: value or "(no words)"
)
def test_command_is_one_that_the_tasks_take(name: str, words: str):
    if not words:
        # Without a task's name it lists them.
        return
    task, *rest = shlex.split(words)
    tasks = _tasks()
    command = next((n for n, other in tasks.items() if task in {n, *other}), "")

    assert command, f"{name}: {task}"
    if command == "bench":
        assert bench_parser().parse_args(rest).sizes
    elif command in OWN_TASKS:
        named = {word for word in rest if not (ROOT / word).exists()}
        assert set() == named - OWN_TASKS[command]
    elif rest != ["--help"]:
        given = vars(_parser().parse_args([command, *rest]))
        paths = [*given.get("paths", ()), given["content"]]
        missing = {str(p) for p in paths if not (ROOT / p).exists()}
        assert set() == missing - SAVED


def test_readme_shows_what_read_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    blocks = {
        found["kind"]: found["text"] for found in _FENCE.finditer(_text("README.md"))
    }
    (tmp_path / "rilis.md").write_text(blocks["markdown"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert 0 == main(["read", "rilis.md"])
    assert blocks["text"] == capsys.readouterr().out


# Files of the project as documents name them, alone or with words behind them.
_FILE = re.compile(
    r"(?<![\w./-])((?:deploy|\.ci|\.github|tests|docs|plugins)/[\w./-]+[\w])"
)


def test_operations_name_only_files_that_are_there():
    named = set(_FILE.findall(_text("docs/operations.md")))

    assert {"deploy/rsync.sh", ".ci/audit", ".github/CODEOWNERS"} <= named
    assert [] == sorted(name for name in named if not (ROOT / name).exists())


def test_operations_tell_of_everything_that_runs_by_itself():
    text = _text("docs/operations.md")
    scripts = [*(ROOT / "deploy").glob("*.sh"), *(ROOT / ".github").rglob("*.yml")]

    assert [] == sorted(s.name for s in scripts if s.name not in text)
    assert len(scripts) >= 7


# -- links -----------------------------------------------------------------------------


def _anchors(path: Path) -> set[str]:
    """Return the anchors that a document's headings have."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_relative_links_lead_to_a_file_and_its_heading(name: str):
    # What stands in backticks or fences is an example, not a link.
    text = re.sub(r"`[^`\n]+`", "", _FENCE.sub("", _text(name)))
    dead = []
    for target in _LINK.findall(text):
        path, _, anchor = target.partition("#")
        if "://" in target:
            continue
        there = (ROOT / name).parent / path if path else ROOT / name
        if not there.exists() or (anchor and anchor not in _anchors(there)):
            dead.append(target)

    assert [] == dead


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_line_of_prose_holds_one_sentence(name: str):
    text = re.sub(r"`[^`\n]+`", "x", _FENCE.sub("", _text(name)))
    prose = [line for line in text.split("\n") if not line.startswith(("|", "#"))]
    # A word or bracket, its stop, a blank, a capital: a second sentence. A figure
    # before the stop counts the items of a list.
    crowded = [
        line for line in prose if re.search(r"[^\W\d][)”*]*[.!?] +[A-Z“*]", line)
    ]

    assert [] == crowded
