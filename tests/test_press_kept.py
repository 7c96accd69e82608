"""Kept builds: their files are moved and never copied, and none is lost."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import filed
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.press.errors import BuildError
from newsdesk.press.kept import Shelf, files_of, keep, kept
from newsdesk.press.manifest import Manifest, read_manifest, write_manifest
from newsdesk.press.rollback import roll_back
from newsdesk.press.stage import Stage
from newsdesk.press.store import opened, store_of
from newsroom import NOW

Files = Mapping[str, str]

URL = "https://kota.example"


class _StopError(Exception):
    """A build that goes wrong midway."""


def _build(
    output: Path, files: Files, *, private: bool = False, stop: int | None = None
) -> None:
    """Build a site of these files, as a build does; or stop before its n-th file."""
    with opened(output) as store:
        stage = Stage(store.stage, Shelf(store.builds).take)
        for n, (path, text) in enumerate(files.items()):
            if n == stop:
                raise _StopError
            stage.put(path, text.encode())
        stage.finish()
        manifest = Manifest("", True, {}, URL, private, {}, files=stage.digests)
        if not private:
            keep(store.builds, write_manifest(manifest))
        store.publish(write_manifest(manifest))


def _back(output: Path) -> None:
    roll_back(output, filed.archive({}), (), NOW)


def _kept(output: Path) -> list[Files]:
    """Return the files of every kept build, oldest first."""
    with opened(output) as store:
        found = []
        for path in kept(store.builds):
            manifest = read_manifest(path.read_bytes())
            files = files_of(store.builds, manifest, store.stage, store.output)
            found.append({path: data.decode() for path, data in files})
        return found


def _shelved(output: Path) -> set[str]:
    """Return what the files hold that have been moved."""
    files = (store_of(output) / "builds/files").rglob("*")
    return {path.read_text(encoding="utf-8") for path in files if path.is_file()}


def _tree(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


ONE = {"a": "satu", "b/c": "dua", "d": "tiga"}
TWO = {"a": "empat", "b/c": "dua", "e": "lima"}
THREE = {"a": "enam", "b": "tujuh"}


def test_first_two_builds_move_nothing(tmp_path: Path):
    output = tmp_path / "site"
    _build(output, ONE)
    _build(output, TWO)

    assert not (store_of(output) / "builds/files").exists()
    assert [ONE, TWO] == _kept(output)


def test_file_of_a_kept_build_that_is_displaced_is_moved(tmp_path: Path):
    output = tmp_path / "site"
    for files in (ONE, TWO):
        _build(output, files)
    stage = store_of(output) / "stage"
    inode = (stage / "a").stat().st_ino
    _build(output, THREE)
    digest = hashlib.sha256(b"satu").hexdigest()
    moved = store_of(output) / "builds/files" / digest[:2] / digest

    assert inode == moved.stat().st_ino
    assert {"satu", "dua", "tiga"} == _shelved(output)
    assert [ONE, TWO, THREE] == _kept(output)


def test_file_that_no_kept_build_has_is_not_kept(tmp_path: Path):
    output = tmp_path / "site"
    _build(output, ONE)
    _build(output, {**TWO, "rahasia": "gelap"}, private=True)
    _build(output, TWO)
    (store_of(output) / "stage/sisa").write_text("sisa", encoding="utf-8")
    _build(output, THREE)
    _build(output, ONE)

    assert not {"gelap", "sisa"} & _shelved(output)
    assert [ONE, TWO, THREE, ONE] == _kept(output)


def test_files_of_a_build_that_is_kept_no_longer_go_with_it(tmp_path: Path):
    output = tmp_path / "site"
    for number in range(8):
        _build(output, {"a": f"{number}", "b": "sama"})

    assert [{"a": f"{number}", "b": "sama"} for number in range(3, 8)] == _kept(output)
    assert {"3", "4", "5"} == _shelved(output)


def test_build_that_was_rolled_back_is_kept_no_longer(tmp_path: Path):
    output = tmp_path / "site"
    for files in (ONE, TWO, THREE):
        _build(output, files)
    _back(output)

    assert _tree(output) == TWO
    assert [ONE, TWO] == _kept(output)
    _back(output)
    assert _tree(output) == ONE


def test_rollback_to_files_that_have_changed_places(tmp_path: Path):
    output = tmp_path / "site"
    first = {"a": "satu", "b": "dua", "c/d": "tiga"}
    _build(output, first)
    _build(output, {"a": "dua", "b": "satu", "c": "tiga"})
    # Laid out over the first one, which is the target.
    with pytest.raises(_StopError):
        _build(output, {"b": "satu", "a": "dua", "c": "tiga", "e": "lima"}, stop=3)
    _back(output)

    assert _tree(output) == first


def test_damaged_file_is_found_in_the_other_tree(tmp_path: Path):
    output = tmp_path / "site"
    _build(output, ONE)
    _build(output, TWO)
    (store_of(output) / "stage/b/c").write_text("rusak", encoding="utf-8")
    _back(output)

    assert _tree(output) == ONE


def test_file_that_is_whole_nowhere_is_refused(tmp_path: Path):
    output = tmp_path / "site"
    _build(output, ONE)
    _build(output, TWO)
    (store_of(output) / "stage/a").write_text("rusak", encoding="utf-8")
    with pytest.raises(BuildError, match='kept copy of "a" is damaged'):
        _back(output)

    assert _tree(output) == TWO


# Paths that may stand beside each other, and those that may not.
_FILES = st.dictionaries(
    st.sampled_from(["a", "b", "b/c", "b/d", "e/f/g", "e/f"]),
    st.sampled_from(["satu", "dua", "tiga", "empat"]),
    min_size=1,
).filter(lambda files: not any(a.startswith(f"{b}/") for a in files for b in files))
_STEPS = st.one_of(
    st.tuples(st.just("build"), _FILES),
    st.tuples(st.just("private"), _FILES),
    st.tuples(st.just("stop"), _FILES),
    st.tuples(st.just("back"), st.just({})),
)


@given(steps=st.lists(_STEPS, min_size=2, max_size=9))
def test_no_file_of_a_kept_build_is_ever_lost(steps: list[tuple[str, Files]]):
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        expected: list[Files] = []
        served: Files = {}
        for kind, files in steps:
            hidden = {**files, "z": "rahasia"}
            match kind:
                case "build":
                    _build(output, files)
                    served = files
                    if expected[-1:] != [files]:
                        expected = [*expected, files][-5:]
                case "private":
                    _build(output, hidden, private=True)
                    served = hidden
                case "stop":
                    with pytest.raises(_StopError):
                        _build(output, hidden, stop=len(files))
                case _ if expected[:-1] or (expected and expected != [served]):
                    _back(output)
                    if expected[-1] == served:
                        expected.pop()
                    served = expected[-1]

            assert expected == _kept(output)
            assert served == (_tree(output) if output.exists() else {})
            assert {t for one in expected for t in one.values()} >= _shelved(output)


# Lays out a site, and kills itself at the n-th line of what touches files.
_LAY = """
import os, signal, sys
from pathlib import Path
from newsdesk.press.kept import Shelf
from newsdesk.press.stage import Stage
from newsdesk.press.store import opened
output, at, files = Path(sys.argv[1]), int(sys.argv[2]), eval(sys.argv[3])
lines = 0
def trace(frame, event, _):
    global lines
    if frame.f_code.co_filename.endswith(("stage.py", "kept.py")):
        lines += event == "line"
        if lines == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
with opened(output) as store:
    stage = Stage(store.stage, Shelf(store.builds).take)
    sys.settrace(trace)
    for path, text in files.items():
        stage.put(path, text.encode())
    stage.finish()
"""


@pytest.mark.slow
def test_kept_builds_outlive_a_kill_at_any_line(
    request: pytest.FixtureRequest, tmp_path: Path
):
    """At every line of it with `--long`, at some of them else."""
    made = tmp_path / "made"
    for files in (ONE, TWO):
        _build(made / "site", files)
    step = 1 if request.config.getoption("--long") else 12
    killed = 0
    for at in range(1, 1000, step):
        folder = tmp_path / "copy"
        shutil.copytree(made, folder)
        code = subprocess.run(
            [sys.executable, "-c", _LAY, str(folder / "site"), str(at), repr(THREE)],
            env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
            check=False,
        ).returncode

        assert [ONE, TWO] == _kept(folder / "site")
        _back(folder / "site")
        assert _tree(folder / "site") == ONE
        shutil.rmtree(folder)
        if code == 0:
            break
        assert -signal.SIGKILL == code
        killed += 1

    assert killed >= 5
