"""Kept builds: what is published, the way back, and what never comes back."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, build_site
from newsdesk.__main__ import main
from newsdesk.filing import read_archive
from newsdesk.intake import read_content
from newsdesk.press.errors import BuildError
from newsdesk.press.kept import files_of, kept
from newsdesk.press.manifest import (
    Manifest,
    Standing,
    Withdrawal,
    read_manifest,
    write_manifest,
)
from newsdesk.press.rollback import roll_back
from newsdesk.press.store import opened, store_of
from newsdesk.registers import read_registers
from newsroom import BODY, HEADER, NOW, PATH, Newsroom, picture, release_text

pytestmark = pytest.mark.slow

SECOND = "releases/2026/2026-11-21-taman.md"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _header(title: str, keys: str = "") -> str:
    header = HEADER.replace("11-20", "11-21").replace("Memilah Sampah", title)
    return f"{header}{keys}"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder that was built twice and changed between; and the first site."""
    folder = tmp_path_factory.mktemp("kembali")
    room = Newsroom(folder / "content")
    room.release()
    room.write(SECOND, release_text(_header("Menata Taman")))
    build_site(room.root, folder / "site")
    first = _bytes(folder / "site")
    room.release(BODY.replace("tiga wadah", "empat wadah"))
    build_site(room.root, folder / "site")
    return folder, first


@pytest.fixture
def two_builds(
    once: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> tuple[Newsroom, dict[str, bytes]]:
    """A copy of it in the test's own folder, and the first site."""
    shutil.copytree(once[0], tmp_path, dirs_exist_ok=True)
    return Newsroom(tmp_path / "content"), once[1]


def _back(room: Newsroom, output: Path) -> Manifest:
    content = read_content(room.root)
    texts = {name: file.text for name, file in content.registers.items()}
    registers, _ = read_registers(texts)
    assert registers is not None
    archive = read_archive(content, registers)
    return roll_back(output, archive, tuple(texts.values()), NOW)


def _manifest(output: Path) -> Manifest:
    return read_manifest((store_of(output) / "build-manifest.json").read_bytes())


# -- the manifest ----------------------------------------------------------------------


def test_manifest_has_every_file_with_its_digest(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    build_site(room.root, tmp_path / "site")
    manifest = _manifest(tmp_path / "site")

    assert {
        path: hashlib.sha256(data).hexdigest()
        for path, data in _bytes(tmp_path / "site").items()
    } == manifest.files
    assert {"python", "pelican", "markdown", "jinja2"} <= manifest.tools.keys()
    assert [PATH] == [*manifest.texts] == [*manifest.added]
    assert "/2026/11/20/sampah/" == manifest.texts[PATH].address


def test_manifest_is_the_same_for_the_same_content(tmp_path: Path):
    found = []
    for name in ("satu", "dua"):
        room = Newsroom(tmp_path / name / "content")
        room.release()
        build_site(
            room.root, tmp_path / name / "site", now=f"2026-11-24 0{len(name)}:00"
        )
        store = store_of(tmp_path / name / "site")
        found.append((store / "build-manifest.json").read_bytes())

    assert found[0] == found[1]


def test_manifest_names_the_commit_and_whether_it_is_all(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    git = ["git", "-C", str(room.root), "-c", "user.name=a", "-c", "user.email=a@b"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "isi"]):
        subprocess.run([*git, *words], check=True)
    commit = subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip()
    build_site(room.root, tmp_path / "site")
    clean = _manifest(tmp_path / "site")
    room.release(BODY.replace("tiga", "empat"))
    build_site(room.root, tmp_path / "site")
    edited = _manifest(tmp_path / "site")

    assert [(commit, True), (commit, False)] == [
        (one.commit, one.clean) for one in (clean, edited)
    ]


def test_manifest_is_read_back_as_written():
    standing = Standing("/a/", "2026", "0", "1", 1, ("gambar/a.png",), "minor", "2026")
    manifest = Manifest(
        commit="abc",
        clean=True,
        tools={"python": "3"},
        url="https://a.example",
        private=False,
        texts={"a.md": standing},
        redirects={"/b/": "/a/"},
        added=("a.md",),
        changed=("b.md",),
        withdrawn={"c.md": Withdrawal("2026", "3")},
        files={"index.html": "0"},
        office="Dinas Kabar",
    )

    assert manifest == read_manifest(write_manifest(manifest))
    assert json.loads(write_manifest(manifest))


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b'{"commit": 7}', b"\xff", b'{"files": "x"}']
)
def test_damaged_manifest_is_told(data: bytes):
    with pytest.raises(BuildError, match=r"manifest of the site .* is damaged"):
        read_manifest(data)


def test_build_goes_on_over_a_damaged_manifest(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    build_site(room.root, tmp_path / "site")
    manifest = store_of(tmp_path / "site") / "build-manifest.json"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:100])
    build_site(room.root, tmp_path / "site")

    assert whole == manifest.read_bytes()


# -- hashed assets ---------------------------------------------------------------------


def test_hashed_assets_stay_one_build_longer_than_their_pages(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    build_site(room.root, tmp_path / "site")
    office = room.root / "registers/office.toml"
    (old,) = (tmp_path / "site/tema").glob("*.css")
    sheet = old.read_bytes()
    text = office.read_text(encoding="utf-8")
    office.write_text(
        text.replace("\n\n[[contact]]", '\naccent = "#1c8a1c"\n\n[[contact]]')
    )
    build_site(room.root, tmp_path / "site")
    sheets = {path.name: path.read_bytes() for path in old.parent.glob("*.css")}
    build_site(room.root, tmp_path / "site")

    assert 2 == len(sheets)
    assert sheet == sheets[old.name]
    assert not old.exists()
    assert f"tema/{old.name}" not in _manifest(tmp_path / "site").files


def test_last_pictures_that_linger_stop_no_build_after(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    office = room.root / "registers/office.toml"
    text = office.read_text(encoding="utf-8")
    room.write("images/lambang.png", picture("PNG", 64, 64))
    office.write_text(
        text.replace("\n\n[[contact]]", '\nlogo = "images/lambang.png"\n\n[[contact]]')
    )
    build_site(room.root, tmp_path / "site")
    office.write_text(text, encoding="utf-8")
    build_site(room.root, tmp_path / "site")

    assert (tmp_path / "site/gambar").is_dir()
    assert not [p for p in _manifest(tmp_path / "site").files if p.startswith("gambar")]
    build_site(room.root, tmp_path / "site")
    assert not (tmp_path / "site/gambar").exists()


# -- the way back ----------------------------------------------------------------------


def test_rollback_serves_the_build_before(
    two_builds: tuple[Newsroom, dict[str, bytes]], tmp_path: Path
):
    room, first = two_builds
    second = _bytes(tmp_path / "site")
    _back(room, tmp_path / "site")

    assert first != second
    assert first == _bytes(tmp_path / "site")
    assert _manifest(tmp_path / "site").files.keys() == first.keys()


def test_next_build_after_a_rollback_publishes_the_content_again(
    two_builds: tuple[Newsroom, dict[str, bytes]], tmp_path: Path
):
    room, _ = two_builds
    second = _bytes(tmp_path / "site")
    _back(room, tmp_path / "site")
    build_site(room.root, tmp_path / "site")

    assert second == _bytes(tmp_path / "site")


def test_rollback_goes_further_back_and_then_no_further(
    two_builds: tuple[Newsroom, dict[str, bytes]], tmp_path: Path
):
    room, first = two_builds
    room.release(BODY.replace("tiga wadah", "lima wadah"))
    build_site(room.root, tmp_path / "site")
    for _ in range(2):
        _back(room, tmp_path / "site")
    with pytest.raises(BuildError, match="No earlier build is kept"):
        _back(room, tmp_path / "site")

    assert first == _bytes(tmp_path / "site")


def test_rollback_without_a_site_is_refused(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    with pytest.raises(BuildError, match="No earlier build is kept"):
        _back(room, tmp_path / "site")

    assert not (tmp_path / "site").exists()


def test_last_five_builds_are_kept_and_each_file_once(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    for number in range(6):
        room.release(BODY.replace("tiga", f"{number + 3}"))
        build_site(room.root, tmp_path / "site")
    builds = store_of(tmp_path / "site") / "builds"
    # The sixth goes when the next command settles the store.
    with opened(tmp_path / "site"):
        pass
    manifests = [read_manifest(path.read_bytes()) for path in kept(builds)]
    needed = {digest for one in manifests for digest in one.files.values()}
    files = {path.name for path in (builds / "files").rglob("*") if path.is_file()}
    trees = tmp_path / "site", store_of(tmp_path / "site") / "stage"
    whole = [dict(files_of(builds, manifest, *trees)) for manifest in manifests]

    assert 5 == len(manifests)
    # What stands in a tree is not there too.
    assert needed > files
    assert [one.files.keys() for one in manifests] == [one.keys() for one in whole]


def test_same_site_twice_is_kept_once(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    for _ in range(3):
        build_site(room.root, tmp_path / "site")

    assert 1 == len(kept(store_of(tmp_path / "site") / "builds"))


def test_preview_with_held_text_is_not_kept(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release(header=f"{HEADER}Status: draft\n")
    build_site(room.root, tmp_path / "site", private=True)

    assert [] == kept(store_of(tmp_path / "site") / "builds")


def test_defaced_site_does_not_deface_what_is_kept(
    two_builds: tuple[Newsroom, dict[str, bytes]], tmp_path: Path
):
    room, first = two_builds
    for path in (tmp_path / "site").rglob("*.html"):
        path.write_text("rusak", encoding="utf-8")
    _back(room, tmp_path / "site")

    assert first == _bytes(tmp_path / "site")


def test_file_that_is_damaged_everywhere_is_not_served(
    two_builds: tuple[Newsroom, dict[str, bytes]], tmp_path: Path
):
    room, _ = two_builds
    for tree in (tmp_path / "site", store_of(tmp_path / "site") / "stage"):
        (tree / "robots.txt").write_bytes(b"rusak")
    second = _bytes(tmp_path / "site")
    with pytest.raises(BuildError, match=r'kept copy of "robots\.txt" is damaged'):
        _back(room, tmp_path / "site")

    assert second == _bytes(tmp_path / "site")


# -- what never comes back -------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            "Withdrawn: 2026-11-23 09:00 | Keliru",
            ("sudah dicabut.", "was withdrawn."),
        ),
        ("Status: draft", ("kini ditahan.", "is held now.")),
        ("Embargo: 2026-11-30 09:00", ("kini ditahan.", "is held now.")),
        (
            "Embargo: 2026-11-23 09:00",
            ("Tanggal atau Embargonya diubah.", "its Date or Embargo was changed."),
        ),
        (
            "Correction: 2026-11-23 09:00 | nama anak | dihapus | anak",
            (
                "ralatnya menyembunyikan naskah lama.",
                "its correction hides the earlier text.",
            ),
        ),
        (None, ("tidak ada lagi di isi.", "is no longer in the content.")),
    ],
    ids=["withdrawn", "draft", "embargo", "embargo passed", "hidden", "gone"],
)
def test_rollback_that_would_bring_words_back_is_refused(
    keys: str | None,
    said: tuple[str, str],
    two_builds: tuple[Newsroom, dict[str, bytes]],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
):
    room, _ = two_builds
    if keys is None:
        (room.root / SECOND).unlink()
    else:
        room.write(SECOND, release_text(_header("Menata Taman", f"{keys}\n")))
    before = _bytes(tmp_path / "site")
    places = ["--content", str(room.root), "--output", str(tmp_path / "site")]

    for lang, words, cure in (
        (
            *("id", said[0]),
            "Susunan itu memuat yang tidak boleh kembali. Susun situsnya dari isi.",
        ),
        (
            *("en", said[1]),
            "That build has what must not come back. Build the site from its content.",
        ),
    ):
        given = ["--now", NOW.isoformat(), "--lang", lang]
        assert 1 == main(["rollback", *places, *given])
        assert f"{SECOND}: {words}\n{cure}\n" == capfd.readouterr().err
    assert before == _bytes(tmp_path / "site")


def test_site_that_was_built_without_the_words_is_not_rolled_back_to_them(
    two_builds: tuple[Newsroom, dict[str, bytes]],
    tmp_path: Path,
):
    room, _ = two_builds
    withdrawn = "Withdrawn: 2026-11-23 09:00 | Keliru\n"
    room.write(SECOND, release_text(_header("Menata Taman", withdrawn)))
    build_site(room.root, tmp_path / "site", strict=False)
    before = _bytes(tmp_path / "site")
    with pytest.raises(BuildError, match="was withdrawn"):
        _back(room, tmp_path / "site")

    assert before == _bytes(tmp_path / "site")


def test_rollback_is_a_command(
    two_builds: tuple[Newsroom, dict[str, bytes]],
    tmp_path: Path,
):
    room, first = two_builds
    words = ["--content", str(room.root), "--output", str(tmp_path / "site")]

    def run() -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "newsdesk", "rollback", "--lang", "en", *words],
            env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    said = f"The site is the build before again: {len(first)} files, commit -\n"
    assert (0, said) == run()
    assert first == _bytes(tmp_path / "site")
    code, refused = run()
    assert 1 == code
    assert refused.endswith("No earlier build is kept.\n")


def test_correction_that_hides_nothing_stands_in_no_ones_way(
    two_builds: tuple[Newsroom, dict[str, bytes]], tmp_path: Path
):
    room, first = two_builds
    keys = "Correction: 2026-11-23 09:00 | tiga | empat\n"
    room.write(SECOND, release_text(_header("Menata Taman", keys)))
    _back(room, tmp_path / "site")

    assert first == _bytes(tmp_path / "site")


def test_words_of_a_text_held_since_then_are_looked_for_too(tmp_path: Path):
    """A build may name in one release what another one now holds back."""
    room = Newsroom(tmp_path / "content")
    told = "Waduk di hulu kampung mulai diisi air besok."
    room.release(BODY.replace("Mereka", f"{told} Mereka"))
    build_site(room.root, tmp_path / "site")
    room.release()
    build_site(room.root, tmp_path / "site")
    second = _bytes(tmp_path / "site")
    room.write(
        SECOND,
        release_text(
            _header("Menata Waduk", "Embargo: 2026-11-30 09:00\n"),
            f"Kenanga (kota.example) – {told} (ajl/bgp)\n",
        ),
    )
    with pytest.raises(BuildError, match="words of a text that is held"):
        _back(room, tmp_path / "site")

    assert second == _bytes(tmp_path / "site")


def test_store_is_for_its_owner_only(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    mask = os.umask(0o077)
    try:
        build_site(room.root, tmp_path / "site")
    finally:
        os.umask(mask)

    assert 0o700 == store_of(tmp_path / "site").stat().st_mode & 0o777
    assert 0o755 == (tmp_path / "site").stat().st_mode & 0o777
    assert 0o644 == (tmp_path / "site/index.html").stat().st_mode & 0o777
