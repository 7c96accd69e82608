"""The golden site: every text file of a small site, compared whole."""

import difflib
import re
from pathlib import Path

import pytest
from conftest import ROOT

GOLDEN = ROOT / "tests/golden"
# Pictures and the theme's own files are named by digests of their bytes; the first
# depend on Pillow's encoders, the second are read where they are written.
LEFT_OUT = ("tema/", "gambar/")
DIGEST = re.compile(r"(/tema/situs\.|/gambar/[\w/-]+?-\d+\.)[0-9a-f]{10}\.")
INTEGRITY = re.compile(r'(?<= integrity=")sha384-[\w+/=]+"')


def _texts(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(LEFT_OUT):
            text = path.read_text(encoding="utf-8")
            found[name] = INTEGRITY.sub('"', DIGEST.sub(r"\1", text))
    return found


def test_golden_site_is_unchanged(golden_site: Path, request: pytest.FixtureRequest):
    built = _texts(golden_site)
    if request.config.getoption("--rewrite"):
        _rewrite(built)
    golden = _texts(GOLDEN)

    assert sorted(golden) == sorted(built)
    changes = [
        line
        for name, text in built.items()
        for line in difflib.unified_diff(
            golden[name].splitlines(), text.splitlines(), name, name, lineterm="", n=1
        )
    ]
    assert "" == "\n".join(changes)


def _rewrite(built: dict[str, str]) -> None:
    for path in sorted(GOLDEN.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, text in built.items():
        target = GOLDEN / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
