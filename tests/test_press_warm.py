"""Building again: what stands stays, and no byte is another than from nothing."""

import os
import random
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from city import City
from conftest import ROOT, build_site
from newsdesk.press.build import Built, store_of
from newsroom import Newsroom


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return path -> inode and time of writing of every file."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_ino,
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    shutil.copy(ROOT / "publishconf.py", tmp_path)
    return tmp_path


EDITS: tuple[Callable[[City], None], ...] = (
    *(City.change, City.change, City.change, City.add, City.hold, City.remove),
    *(City.rename, City.register, City.photo, City.template, City.deface, City.spoil),
)


def test_whatever_is_edited_the_site_is_that_of_a_build_from_nothing(
    project: Path, request: pytest.FixtureRequest
):
    rounds = 120 if request.config.getoption("--long") else 14
    city = City(project, random.Random(20261124))
    refused = 0
    for number in range(rounds):
        before = _bytes(city.room.root), deepcopy(city.texts)
        done = [city.dice.choice(EDITS) for _ in range(city.dice.randint(1, 2))]
        for edit in done:
            edit(city)
        shutil.rmtree(project / "baru", ignore_errors=True)
        shutil.rmtree(store_of(project / "baru"), ignore_errors=True)
        fresh = city.built(project / "baru")
        warm = city.built(project / "situs")
        said = f"{number}: {[edit.__name__ for edit in done]}"

        assert fresh == warm, said
        if isinstance(fresh, Built):
            assert _linger(project / "baru") == _linger(project / "situs"), said
        else:
            refused += 1
            city.restore(*before)

    assert refused < rounds / 2


def _linger(site: Path) -> dict[str, bytes]:
    """Return the site without what lingers from the one before."""
    manifest = (store_of(site) / "build-manifest.json").read_text(encoding="utf-8")
    return {
        path: data for path, data in _bytes(site).items() if f'"{path}"' in manifest
    }


# -- what is left as it stands ---------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    room = Newsroom(tmp_path / "isi")
    room.ten_days()
    return room


def test_third_build_of_the_same_writes_nothing(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    before = _stamps(site), _stamps(store_of(site) / "stage")
    build_site(room.root, site)

    # The trees have changed places, and nothing else.
    assert before[::-1] == (_stamps(site), _stamps(store_of(site) / "stage"))


def test_edit_writes_what_it_touches_alone(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    before = _stamps(store_of(site) / "stage")
    path = room.root / "releases/2026/2026-11-12-a.md"
    path.write_text(path.read_text().replace("di balai", "di lapangan"))
    build_site(room.root, site)
    now = _stamps(site)
    touched = {path for path in now if now[path] != before.get(path)}

    assert "2026/11/12/a/index.html" in touched
    assert "arsip/index.html" in touched
    assert "2026/11/19/a/index.html" not in touched
    assert "inisial/index.html" not in touched


def test_defaced_page_is_made_again(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    whole = _bytes(site)
    for tree in (site, store_of(site) / "stage"):
        page = tree / "2026/11/12/a/index.html"
        times = page.stat().st_atime_ns, page.stat().st_mtime_ns
        data = page.read_bytes()
        page.write_bytes(data.replace(b"balai", b"palsu"))
        # Of the same size, and as old as before.
        os.utime(page, ns=times)
    build_site(room.root, site)

    assert whole == _bytes(site)


def test_what_somebody_else_changed_is_counted_and_told(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    shutil.rmtree(site / "2026/11/12")
    page = site / "2026/11/13/a/index.html"
    page.write_bytes(page.read_bytes().replace(b"balai", b"palsu"))
    style = next((site / "tema").iterdir())
    whole = style.read_bytes()
    style.unlink()
    (tmp_path / "lain").write_bytes(whole)
    # It leads to the very same bytes, and may lead elsewhere tomorrow.
    style.symlink_to(tmp_path / "lain")
    built = build_site(room.root, site)
    lost = ("2026/11/12/a/index.html", "2026/11/12/a/rilis.txt")

    spoilt = [*lost, "2026/11/13/a/index.html", f"tema/{style.name}"]
    assert sorted(spoilt) == [*built.spoilt]
    assert len(spoilt) == built.written
    assert () == build_site(room.root, site).spoilt


def test_lost_manifest_changes_no_count(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    build_site(room.root, site)
    (store_of(site) / "build-manifest.json").write_text('{"commit": ', encoding="utf-8")
    built = build_site(room.root, site)

    assert (0, ()) == (built.written, built.spoilt)


def test_without_proofs_what_stands_is_read(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    for path in store_of(site).glob("proofs-*.json"):
        path.unlink()
    page = site / "2026/11/13/a/index.html"
    page.write_bytes(page.read_bytes().replace(b"balai", b"palsu"))
    built = build_site(room.root, site)

    assert (1, ("2026/11/13/a/index.html",)) == (built.written, built.spoilt)


def test_link_of_a_page_that_stays_is_followed_again_when_its_end_goes(
    project: Path, room: Newsroom
):
    """The page itself goes by nothing that has changed."""
    template = project / "theme/templates/404.html"
    text = template.read_text(encoding="utf-8")
    inside = text.index("%}", text.index("{% block main")) + 2
    link = "<p><a href=\"{{ '/tag/air/'|href }}\">Air</a></p>"
    template.write_text(text[:inside] + link + text[inside:], encoding="utf-8")
    city = City(project, random.Random(1), releases=0)
    oldest = room.root / "releases/2026/2026-11-10-a.md"
    oldest.write_text(oldest.read_text().replace("Date:", "Tags: air\nDate:"))

    assert isinstance(city.built(project / "situs"), Built)
    assert isinstance(city.built(project / "situs"), Built)

    oldest.write_text(oldest.read_text().replace("Tags: air\n", ""))
    (said,) = city.built(project / "situs")

    assert said.startswith("404.html: ")
    assert '"/tag/air/"' in said
