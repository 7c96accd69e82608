"""A site without what is for programs alone: no such file, and no link to one."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import NOW, ROOT, build_site
from newsdesk.press.build import Built, Order, build
from newsroom import Newsroom

CONTENT = ROOT / "tests/content"
FOR_PROGRAMS = ("/rilis.txt", "feed.json")


@pytest.fixture(scope="module")
def lean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Path]:
    """The golden content as a lean site; do not change it."""
    output = tmp_path_factory.mktemp("ringkas") / "site"
    return build_site(CONTENT, output, lean=True), output


def _files(site: Path) -> Iterator[str]:
    return (p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())


def test_lean_site_has_all_files_but_those_for_programs(
    lean: tuple[Built, Path], golden_site: Path
):
    whole = {*_files(golden_site)}
    gone = {path for path in whole if path.endswith(FOR_PROGRAMS)}

    assert len(gone) > len(FOR_PROGRAMS)
    assert whole - gone == {*_files(lean[1])}


def test_nothing_on_a_lean_site_names_what_is_not_there(lean: tuple[Built, Path]):
    """The build has verified its links; these words would be in none of them."""
    words = re.compile(r"rilis\.txt|feed\.json|ld\+json|feed\+json|data-copy-from")
    texts = (p for p in lean[1].rglob("*") if p.suffix in (".html", ".atom", ".rss"))

    assert [] == [p for p in texts if words.search(p.read_text(encoding="utf-8"))]


def test_lean_page_says_how_it_looks_when_it_is_shared(lean: tuple[Built, Path]):
    home = (lean[1] / "index.html").read_text(encoding="utf-8")

    assert '<meta property="og:title"' in home


def test_lean_build_counts_as_many_releases(lean: tuple[Built, Path]):
    texts = (CONTENT / "releases").rglob("*.md")
    built, output = lean
    pages = [p for p in _files(output) if re.search(r"\d/\d\d/\d\d/[^/]+/index.h", p)]

    assert 0 < len(pages) == built.releases <= len([*texts])


def test_whole_site_in_the_place_of_a_lean_one_has_everything(
    tmp_path: Path, golden_site: Path
):
    output = tmp_path / "site"
    for way in (True, False, True, False):
        build_site(CONTENT, output, lean=way)

    left = {path: (output / path).read_bytes() for path in _files(output)}
    assert {p: (golden_site / p).read_bytes() for p in _files(golden_site)} == {
        path: data for path, data in left.items() if (golden_site / path).exists()
    }
    assert left.keys() == {*_files(golden_site)}


def test_settings_file_makes_every_build_lean(tmp_path: Path):
    for name in ("theme", "plugins"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    with (tmp_path / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("\nNEWSDESK_LEAN = True\n")
    room = Newsroom(tmp_path / "content")
    room.release()
    order = Order(
        room.root,
        tmp_path / "site",
        NOW,
        strict=False,
        private=False,
        site_url="",
        lang="id",
    )
    try:
        built = build(order, tmp_path)
    finally:
        # Pelican leaves them where publishconf.py imports them.
        sys.modules.pop("pelicanconf", None)

    assert 1 == built.releases
    assert [] == [p for p in _files(tmp_path / "site") if p.endswith(FOR_PROGRAMS)]
