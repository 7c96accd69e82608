"""The site that a preview holds: no byte is another than in a build from nothing."""

import os
import random
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from copy import deepcopy
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import pytest
from city import City
from conftest import NOW, ROOT, build_site
from newsdesk.press.build import Built, Order, settings_of, store_of
from newsdesk.press.errors import BuildError
from newsdesk.press.manifest import read_manifest
from newsdesk.press.opening import RefusedError
from newsdesk.press.standing import StandingSite
from newsdesk.press.store import Store
from newsroom import Newsroom
from preview_stand import PATIENCE, serving

URL = "http://127.0.0.1:8000"
EDITS: tuple[Callable[[City], None], ...] = (
    *(City.change, City.change, City.change, City.add, City.hold, City.remove),
    *(City.rename, City.register, City.photo),
)


def standing_of(content: Path, root: Path, *, now: str = NOW) -> StandingSite:
    order = Order(content, root / "pratinjau", now, False, False, URL, "id")
    settings = settings_of(order, root, Store(order.output))
    sys.modules.pop("pelicanconf", None)
    return StandingSite(settings | {"NEWSDESK_BASIS": ""}, "")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def edited(before: dict[str, bytes], now: dict[str, bytes]) -> set[str]:
    both = before.keys() | now.keys()
    return {path for path in both if before.get(path) != now.get(path)}


def published(site: Path) -> dict[str, bytes]:
    manifest = read_manifest((store_of(site) / "build-manifest.json").read_bytes())
    return {path: (site / path).read_bytes() for path in manifest.files}


def shown(standing: StandingSite, paths: Iterator[str]) -> dict[str, bytes]:
    found = {}
    for path in paths:
        target = quote(f"/{path}".removesuffix("index.html"))
        answer = standing.answer(target)
        expected = HTTPStatus.OK if path != "404.html" else answer.status
        assert expected == answer.status, path
        found[path] = answer.body
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    return tmp_path


def test_whatever_is_edited_the_site_that_is_held_is_that_of_a_build(
    project: Path, request: pytest.FixtureRequest
):
    rounds = 150 if request.config.getoption("--long") else 14
    city = City(project, random.Random(20261124))
    standing = standing_of(city.room.root, project)
    standing.follow((), 0)
    refused = ahead = 0
    for number in range(1, rounds + 1):
        before = bytes_of(city.room.root), deepcopy(city.texts)
        done = [city.dice.choice(EDITS) for _ in range(city.dice.randint(1, 2))]
        for edit in done:
            edit(city)
        paths = edited(before[0], bytes_of(city.room.root))
        said = f"{number}: {[edit.__name__ for edit in done]}"
        shutil.rmtree(project / "baru", ignore_errors=True)
        shutil.rmtree(store_of(project / "baru"), ignore_errors=True)
        fresh = city.built(project / "baru", URL)

        ahead += standing.advance(paths, number)
        if isinstance(fresh, Built):
            report = standing.follow(paths, number)
            site = published(project / "baru")
            assert fresh.report == report, said
            assert site == shown(standing, iter(site)), said
        else:
            refused += 1
            with pytest.raises(RefusedError) as error:
                standing.follow(paths, number)
            assert fresh == [str(finding) for finding in error.value.findings], said
            city.restore(*before)
            standing.follow((), number)
            again = city.built(project / "baru", URL)
            assert isinstance(again, Built)
            site = published(project / "baru")
            assert site == shown(standing, iter(site)), said

    assert refused < rounds / 2
    assert ahead


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    room = Newsroom(tmp_path / "isi")
    room.ten_days()
    return room


PATH = "releases/2026/2026-11-12-a.md"


def page(standing: StandingSite, target: str) -> str:
    return standing.answer(target).body.decode()


def test_page_of_an_edit_is_seen_before_the_lists(room: Newsroom):
    standing = standing_of(room.root, ROOT)
    standing.follow((), 0)
    text = (room.root / PATH).read_text()
    room.write(PATH, text.replace("Kabar 12", "Kabar baru").replace("balai", "pasar"))

    assert standing.advance({PATH}, 1)
    assert "sampah di pasar" in page(standing, "/2026/11/12/a/")
    assert "sampah di pasar" in page(standing, "/2026/11/12/a/rilis.txt")
    assert "Kabar 11" in page(standing, "/2026/11/12/a/")
    assert "Kabar baru" not in page(standing, "/arsip/")
    standing.follow({PATH}, 1)
    assert "Kabar baru" in page(standing, "/arsip/")


def test_page_that_is_ahead_of_an_earlier_edit_stays(room: Newsroom):
    standing = standing_of(room.root, ROOT)
    standing.follow((), 0)
    text = (room.root / PATH).read_text()
    room.write(PATH, text.replace("balai", "pasar"))
    assert standing.advance({PATH}, 2)
    room.write(PATH, text)
    standing.follow({PATH}, 1)

    assert "sampah di pasar" in page(standing, "/2026/11/12/a/")
    standing.follow({PATH}, 2)
    assert "sampah di balai" in page(standing, "/2026/11/12/a/")


def test_new_release_has_its_page_before_the_lists(room: Newsroom):
    standing = standing_of(room.root, ROOT)
    standing.follow((), 0)
    new = "releases/2026/2026-11-21-baru.md"
    text = (room.root / PATH).read_text()
    room.write(new, text.replace("2026-11-12", "2026-11-21").replace("balai", "aula"))

    assert standing.advance({new}, 1)
    assert "sampah di aula" in page(standing, "/2026/11/21/baru/")
    assert "/2026/11/21/baru/" in standing.answer("/2026/11/21/baru").location


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Category: lingkungan", "Category: lain"),
        ("Category", "Status: draft\nCategory"),
        ("Category", "Embargo: 2026-11-30 09:00\nCategory"),
    ],
    ids=["error", "draft", "embargo"],
)
def test_text_that_may_not_be_shown_is_not_shown_ahead(
    room: Newsroom, old: str, new: str
):
    standing = standing_of(room.root, ROOT)
    standing.follow((), 0)
    text = (room.root / PATH).read_text()
    room.write(PATH, text.replace("balai", "pasar").replace(old, new))

    assert not standing.advance({PATH}, 1)
    assert "sampah di pasar" not in page(standing, "/2026/11/12/a/")


def test_site_stays_when_an_edit_is_refused(room: Newsroom):
    standing = standing_of(room.root, ROOT)
    standing.follow((), 0)
    other = "releases/2026/2026-11-13-a.md"
    text = (room.root / PATH).read_text()
    # Each is right by itself; both together are not.
    room.write(PATH, text.replace("Category", "Number: 1/2026\nCategory"))
    room.write(
        other,
        (room.root / other).read_text().replace("Category", "Number: 1/2026\nCategory"),
    )
    assert standing.advance({PATH, other}, 1)
    with pytest.raises(RefusedError):
        standing.follow({PATH, other}, 1)

    assert "1/2026" not in page(standing, "/2026/11/12/a/")
    assert "1/2026" not in page(standing, "/2026/11/13/a/")


def test_template_that_is_missing_is_named_with_its_folder(
    project: Path, room: Newsroom
):
    templates = project / "theme/templates"
    (templates / "release.html").unlink()
    with pytest.raises(BuildError) as refused:
        standing_of(room.root, project).follow((), 0)

    assert (
        f'There is no template "release.html" in {templates}. Put it back, or mend its'
        " name where it is called."
    ) == refused.value.said("en")


def test_settings_file_that_is_wrong_is_told_in_one_line(project: Path, room: Newsroom):
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('raise ValueError("sepuluh")\n')
    lines = (project / "pelicanconf.py").read_text(encoding="utf-8").splitlines()
    words = ["--content", room.root, "--output", project / "pratinjau"]
    run = subprocess.run(
        [sys.executable, "-m", "newsdesk.press.keeping", "--root", project, *words],
        env=os.environ | {"PYTHONPATH": str(project / "plugins")},
        input="",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    place = f"{project}/pelicanconf.py:{len(lines)}"
    assert (1, f"{place}: ValueError: sepuluh\n") == (run.returncode, run.stderr)


def test_words_of_held_text_are_never_answered(room: Newsroom):
    secret = "Wali Kota Menutup Pasar Induk Besok Pagi"
    held = "releases/2026/2026-11-22-b.md"
    text = (room.root / PATH).read_text()
    text = text.replace("Kabar 12", secret).replace("2026-11-12", "2026-11-22")
    room.write(held, text.replace("Category", "Embargo: 2026-11-30 09:00\nCategory"))
    standing = standing_of(room.root, ROOT)
    standing.follow((), 0)
    build_site(room.root, room.root.parent / "situs", site_url=URL)
    site = published(room.root.parent / "situs")

    assert site == shown(standing, iter(site))
    assert HTTPStatus.NOT_FOUND == standing.answer("/2026/11/30/b/").status
    assert all(secret.encode() not in data for data in site.values())


def test_clock_asks_for_another_site_only_when_it_goes(room: Newsroom):
    assert standing_of(room.root, ROOT).rest() is None
    fixed = standing_of(room.root, ROOT)
    fixed.follow((), 0)
    assert fixed.rest() is None
    text = (room.root / PATH).read_text()
    room.write(PATH, text.replace("Category", "Embargo: 2999-11-30 09:00\nCategory"))
    going = standing_of(room.root, ROOT, now="")
    going.follow((), 0)
    rest = going.rest()
    assert rest is not None
    assert rest > 0


# -- as a program ----------------------------------------------------------------------


def fetched(address: str, path: str) -> bytes:
    target = quote(f"/{path}".removesuffix("index.html"))
    try:
        with urllib.request.urlopen(address + target, timeout=PATIENCE) as answer:
            data: bytes = answer.read()
    except urllib.error.HTTPError as error:
        data = error.read()
    # Each page has a script of the preview, which no file has.
    before, mark, behind = data.partition(b'<script src="/_siaran/')
    return before + behind.partition(b"</script>")[2] if mark else data


@pytest.mark.slow
def test_served_site_becomes_that_of_a_build_after_every_edit(
    tmp_path: Path, project: Path, request: pytest.FixtureRequest
):
    rounds = 20 if request.config.getoption("--long") else 4
    city = City(project, random.Random(20261125))
    with serving(city.room.root) as address:
        for number in range(rounds):
            before = bytes_of(city.room.root), deepcopy(city.texts)
            edit = city.dice.choice(EDITS)
            edit(city)
            shutil.rmtree(tmp_path / "baru", ignore_errors=True)
            shutil.rmtree(store_of(tmp_path / "baru"), ignore_errors=True)
            if not isinstance(city.built(tmp_path / "baru", address), Built):
                city.restore(*before)
                continue
            site = published(tmp_path / "baru")
            end = time.monotonic() + PATIENCE
            while site != (got := {path: fetched(address, path) for path in site}):
                assert time.monotonic() < end, (number, edit.__name__, got.keys())
                time.sleep(0.1)
