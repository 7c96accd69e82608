"""Stage and swap: only what differs is written, and readers see one whole site."""

import os
from pathlib import Path

import pytest
from newsdesk.press.errors import BuildError, ClashError
from newsdesk.press.stage import Stage
from newsdesk.press.swap import Exchange, exchange, recover, swap, sync, write_whole


def _tree(folder: Path) -> dict[str, str]:
    """Return path -> text of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _staged(folder: Path, files: dict[str, str]) -> Stage:
    stage = Stage(folder)
    for path, text in files.items():
        stage.put(path, text.encode())
    stage.finish()
    return stage


# -- the stage -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "left",
    [
        {},
        {"a/index.html": "satu"},
        {"a/index.html": "lain", "b/c/index.html": "sisa"},
        {"a": "berkas di tempat folder"},
        {"a/index.html/x": "folder di tempat berkas"},
        {"a/index.html": "satu", ".tersembunyi": "sisa"},
    ],
    ids=["nothing", "the same", "others", "file for folder", "folder for file", "dot"],
)
def test_stage_holds_what_was_put_and_nothing_else(
    left: dict[str, str], tmp_path: Path
):
    for path, text in left.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    files = {"a/index.html": "satu", "robots.txt": "dua"}
    _staged(tmp_path, files)

    assert files == _tree(tmp_path)


def test_stage_does_not_touch_a_file_that_is_right_already(tmp_path: Path):
    _staged(tmp_path, {"a.html": "satu", "b.html": "dua"})
    before = {name: (tmp_path / name).stat() for name in ("a.html", "b.html")}
    _staged(tmp_path, {"a.html": "satu", "b.html": "tiga"})
    after = {name: (tmp_path / name).stat() for name in ("a.html", "b.html")}

    assert before["a.html"].st_ino == after["a.html"].st_ino
    assert before["a.html"].st_mtime_ns == after["a.html"].st_mtime_ns
    assert "tiga" == (tmp_path / "b.html").read_text(encoding="utf-8")


def test_reader_of_a_file_reads_the_old_one_to_its_end(tmp_path: Path):
    _staged(tmp_path, {"a.html": "satu"})
    with (tmp_path / "a.html").open(encoding="utf-8") as reading:
        _staged(tmp_path, {"a.html": "dua!"})

        assert "satu" == reading.read()


def test_stage_puts_no_file_through_a_link(tmp_path: Path):
    own = tmp_path / "milik"
    own.mkdir()
    (own / "surat.txt").write_text("satu", encoding="utf-8")
    root = tmp_path / "stage"
    root.mkdir()
    (root / "a.html").symlink_to(own / "surat.txt")
    (root / "b").symlink_to(own)
    _staged(root, {"a.html": "satu", "b/surat.txt": "dua"})

    assert {"surat.txt": "satu"} == _tree(own)
    assert not (root / "a.html").is_symlink()
    assert not (root / "b").is_symlink()


@pytest.mark.parametrize(
    ("first", "second"),
    [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a/b/c", "a/b"), ("a", "a/b/c")],
)
def test_two_files_on_one_path_clash(first: str, second: str, tmp_path: Path):
    stage = Stage(tmp_path)
    stage.put(first, b"satu")
    with pytest.raises(ClashError, match=r'Two files of the site want "a(/b)?"'):
        stage.put(second, b"dua")


@pytest.mark.parametrize(
    ("first", "second"), [("a", "ab"), ("a/b", "a/bc"), ("a/b", "b")]
)
def test_paths_that_only_look_alike_do_not_clash(
    first: str, second: str, tmp_path: Path
):
    _staged(tmp_path, {first: "satu", second: "dua"})

    assert {first: "satu", second: "dua"} == _tree(tmp_path)


def test_file_that_goes_missing_while_building_is_named(tmp_path: Path):
    stage = Stage(tmp_path)
    stage.put("a/index.html", b"satu")
    (tmp_path / "a/index.html").unlink()
    with pytest.raises(BuildError, match=r'"a/index\.html" went missing'):
        stage.finish()


# -- the swap --------------------------------------------------------------------------


def _two(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return a finished stage, a site that is served, and where it may step aside."""
    stage, output = tmp_path / "stage", tmp_path / "site"
    _staged(stage, {"index.html": "baru"})
    _staged(output, {"index.html": "lama"})
    return stage, output, tmp_path / "before"


def _cannot(first: Path, second: Path) -> bool:
    """Stand for a system that has no exchange."""
    assert first.exists()
    assert second.exists()
    return False


@pytest.mark.parametrize("way", [exchange, _cannot], ids=["exchange", "renames"])
def test_swap_exchanges_both_trees(way: Exchange, tmp_path: Path):
    stage, output, aside = _two(tmp_path)
    swap(stage, output, aside, way)

    assert {"index.html": "baru"} == _tree(output)
    assert {"index.html": "lama"} == _tree(stage)
    assert not aside.exists()


def test_this_system_can_exchange(tmp_path: Path):
    stage, output, _ = _two(tmp_path)

    assert exchange(stage, output)
    assert {"index.html": "baru"} == _tree(output)


def test_exchange_with_nothing_is_an_error_that_names_it(tmp_path: Path):
    stage, _, aside = _two(tmp_path)
    with pytest.raises(FileNotFoundError, match="before"):
        exchange(stage, aside)


def test_first_site_is_put_where_nothing_was(tmp_path: Path):
    _staged(tmp_path / "stage", {"index.html": "baru"})
    swap(tmp_path / "stage", tmp_path / "site", tmp_path / "before")

    assert {"index.html": "baru"} == _tree(tmp_path / "site")


class _Killed(BaseException):
    pass


@pytest.mark.parametrize("step", [0, 1, 2], ids=["aside", "in", "back"])
def test_swap_by_renames_killed_at_any_step_is_mended(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The one moment without a site is between two renames; `recover` ends it."""
    stage, output, aside = _two(tmp_path)
    rename, done = Path.rename, []

    def counted(self: Path, target: Path) -> Path:
        if len(done) == step:
            raise _Killed
        done.append(target)
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", counted)
        with pytest.raises(_Killed):
            swap(stage, output, aside, _cannot)
    recover(stage, output, aside)

    assert _tree(output) in ({"index.html": "lama"}, {"index.html": "baru"})
    assert {"index.html"} == _tree(stage).keys()
    assert not aside.exists()


def test_recover_leaves_alone_what_is_whole(tmp_path: Path):
    stage, output, aside = _two(tmp_path)
    recover(stage, output, aside)

    assert {"index.html": "lama"} == _tree(output)
    assert {"index.html": "baru"} == _tree(stage)


def test_sync_of_a_folder_that_is_not_there_is_an_error(tmp_path: Path):
    sync(tmp_path)
    with pytest.raises(FileNotFoundError):
        sync(tmp_path / "tidak-ada")


def test_file_is_written_whole_over_an_old_one(tmp_path: Path):
    file = tmp_path / "a.json"
    file.write_text("lama", encoding="utf-8")
    os.link(file, tmp_path / "b.json")
    write_whole(file, b"baru")

    assert {"a.json": "baru", "b.json": "lama"} == _tree(tmp_path)
