"""The one-way rule: which room may know which (docs/architecture.md)."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

PLUGIN = ROOT / "plugins/newsdesk"

# Room -> the rooms it may import. Nothing else of newsdesk may be named in it.
MAY_KNOW = {
    "addresses": set(),
    "notation": set(),
    "registers": {"addresses", "notation"},
    "intake": {"notation"},
    "body": {"addresses", "notation"},
    "filing": {"addresses", "notation", "registers", "intake", "body"},
    "moves": {"addresses", "registers", "filing"},
    "progress": set(),
    "saying": set(),
    "desk": {
        *("addresses", "notation", "registers", "intake", "body", "filing"),
        *("moves", "progress"),
    },
    "wire": set(),
    "page": {
        *("addresses", "notation", "registers", "intake", "body", "filing", "saying"),
        "wire",
    },
    "settings": {"notation", "registers", "progress", "saying"},
    "press": {
        *("addresses", "notation", "registers", "intake", "body", "filing"),
        *("moves", "progress", "saying", "desk", "wire", "page", "settings"),
    },
}
# Rooms that may import what only the edge may touch.
PELICAN = {"page", "press", "settings"}
FILES_AND_CLOCKS = {"intake", "page", "press", "settings"}
# The desk's edge: it makes words of findings, with the catalogue beside it.
REPORT = PLUGIN / "desk/report.py"


def _modules() -> list[Path]:
    return sorted(PLUGIN.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(PLUGIN).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    package = path.relative_to(PLUGIN.parent).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PLUGIN)))
def test_room_knows_only_the_rooms_before_it(path: Path):
    room = _room(path)
    if room in ("__init__", "__main__"):
        return
    named = {
        name.split(".")[1] for name in _imports(path) if name.startswith("newsdesk.")
    }

    assert set() == named - MAY_KNOW[room] - {room}


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PLUGIN)))
def test_only_the_edge_imports_pelican(path: Path):
    uses = any(name.split(".")[0] == "pelican" for name in _imports(path))

    assert not uses or _room(path) in PELICAN | {"__init__"}


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PLUGIN)))
def test_inner_rooms_open_no_file_and_read_no_clock(path: Path):
    if _room(path) in FILES_AND_CLOCKS | {"__main__"} or path == REPORT:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    forbidden = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
    forbidden |= {"now", "today", "getenv", "environ", "print", "scandir", "iterdir"}
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    }
    # A parameter or local named `now` is the instant handed in, not the clock.
    names = {
        a.arg for n in ast.walk(tree) if isinstance(n, ast.arguments) for a in n.args
    }

    assert set() == (used & forbidden) - names


def test_notation_needs_no_pelican_and_only_the_standard_library():
    code = (
        "import sys\n"
        "sys.modules['pelican'] = None\n"
        "import newsdesk, newsdesk.notation\n"
        "own = {n.split('.')[0] for n, m in sys.modules.items()"
        " if getattr(m, '__file__', None) and 'site-packages' in m.__file__}\n"
        "print(sorted(own))\n"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": str(PLUGIN.parent)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert "[]\n" == run.stdout
