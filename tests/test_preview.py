"""The preview as a program: follows edits, keeps the last good site, ends."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from preview_stand import PATIENCE, Stand, lay_out, preview, start

# The short run has the preview of a real site in test_browser.py.
pytestmark = pytest.mark.slow


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    with preview(tmp_path) as running:
        yield running


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def has_ended(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return True
    return False


def test_address_is_printed_in_one_line_once_the_site_is_there(stand: Stand):
    port = stand.address.rsplit(":")[-1].strip("/")
    expected = f"Pratinjau di http://127.0.0.1:{port}/ (Ctrl-C untuk berhenti)\n"
    assert expected == stand.line
    status, page = stand.get()
    assert status == 200
    assert f"awal satu biru  http://127.0.0.1:{port}</p>" in page


def test_words_of_a_build_reach_the_terminal(stand: Stand):
    assert stand.terminal == "jadi\n"


def edit_content(root: Path) -> None:
    (root / "content/page.txt").write_text("baru")


def edit_plugin(root: Path) -> None:
    (root / "plugins/word.py").write_text('WORD = "dua kata baru"\n')


def save_setting_by_renaming(root: Path) -> None:
    (root / "setting.new").write_text("baru")
    (root / "setting.new").replace(root / "setting.py")


def add_folder(root: Path) -> None:
    (root / "content/2026/05").mkdir(parents=True)
    (root / "content/2026/05/a.note").write_text("baru")


def put_content_anew(root: Path) -> None:
    (root / "content").rename(root / "content.old")
    (root / "content").mkdir()
    (root / "content/page.txt").write_text("baru")


@pytest.mark.parametrize(
    "edit",
    [edit_content, edit_plugin, save_setting_by_renaming, add_folder, put_content_anew],
    ids=lambda edit: edit.__name__,
)
def test_edit_is_built_and_told(stand: Stand, edit: Callable[[Path], None]):
    with stand.news() as news:
        before = next(news)
        edit(stand.root)
        # A save in two steps may be seen as two edits, the first half done.
        while "baru" not in stand.get()[1]:
            name, mark = next(news)
        assert name == "terbit"
        assert mark != before[1]
    assert f'data-terbit="{mark}"' in stand.get()[1]


def test_edit_of_what_is_no_source_is_not_built(stand: Stand):
    for name in (".page.txt.swp", "__pycache__/word.pyc", ".git/index"):
        path = stand.root / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    time.sleep(1)  # until a preview that is wrong would have noticed
    assert len(stand.builds) == 1


def test_one_edit_is_built_once(stand: Stand):
    with stand.news() as news:
        next(news)
        stand.write("kedua")
        next(news)
    time.sleep(1)  # until a preview that is wrong would have built again
    assert len(stand.builds) == 2


def test_edits_during_a_build_call_for_exactly_one_more(stand: Stand):
    with stand.news() as news:
        next(news)
        hold = stand.root / "hold"
        hold.touch()
        stand.write("kedua")
        wait_until(lambda: len(stand.builds) == 2)
        for number in range(20):
            stand.write(f"ketiga {number}")
            time.sleep(0.02)
        time.sleep(1.5)  # until all of them are noticed
        hold.unlink()
        # Of two sites in one moment the latter alone may be told.
        while "ketiga 19" not in stand.get()[1]:
            assert next(news)[0] == "terbit"
        # Were there one too many, it would stand between these two.
        stand.write("akhir")
        while "akhir" not in stand.get()[1]:
            assert next(news)[0] == "terbit"
    assert len(stand.builds) == 4


FINDING = 'content/page.txt:1:1: stand-in: "salah" & <b>.'


def test_failed_build_leaves_the_last_good_site_and_tells_why(stand: Stand):
    with stand.news() as news:
        first = next(news)
        stand.write("salah")
        again, findings = next(news), next(news)
        assert [first, ("temuan", FINDING)] == [again, findings]
        status, page = stand.get()
        assert status == 200
        assert "awal satu" in page
        assert FINDING in stand.terminal
        stand.write("benar")
        name, mark = next(news)
        assert name == "terbit"
        assert mark != first[1]
        assert "benar satu" in stand.get()[1]
    with stand.news() as news:
        assert next(news) == ("terbit", mark)
        stand.write("lagi")
        assert next(news)[0] == "terbit"  # and no findings came before it


def test_page_opened_after_a_failed_build_is_told_too(stand: Stand):
    with stand.news() as news:
        next(news)
        stand.write("salah")
        next(news), next(news)
    with stand.news() as news:
        next(news)
        assert next(news) == ("temuan", FINDING)


def test_build_that_fails_without_a_word_is_told_by_its_code(stand: Stand):
    expected = "Penyusunan berhenti dengan kode 3."
    with stand.news() as news:
        next(news)
        stand.write("bisu")
        next(news)
        assert ("temuan", expected) == next(news)
    assert expected in stand.terminal


def test_next_edit_starts_another_process_behind_one_that_crashed(stand: Stand):
    with stand.news() as news:
        next(news)
        stand.write("bisu")
        next(news), next(news)
        assert stand.get()[0] == 503
        stand.write("benar")
        while news_of(news) != "terbit" or "benar" not in stand.get()[1]:
            pass
    assert stand.builds[0] != stand.builds[-1]


def test_program_that_does_not_run_leaves_the_site_until_it_is_mended(stand: Stand):
    word = stand.root / "plugins/word.py"
    with stand.news() as news:
        next(news)
        word.write_text("WORD = (")
        while news_of(news) != "temuan":
            pass
        assert "SyntaxError" in stand.terminal
        assert "awal satu" in stand.get()[1]
        word.write_text('WORD = "dua"')
        while "awal dua" not in stand.get()[1]:
            next(news)


def news_of(news: Iterator[tuple[str, str]]) -> str:
    return next(news)[0]


def test_without_a_good_site_every_address_shows_the_findings(tmp_path: Path):
    with preview(tmp_path, text="salah") as stand:
        for path in ("/", "/arsip/", "/tema/situs.css"):
            status, page = stand.get(path)
            assert status == 503
            assert "stand-in: &quot;salah&quot; &amp; &lt;b&gt;." in page
            assert '<script src="/_siaran/pratinjau.js"' in page
        with stand.news() as news:
            next(news), next(news)
            stand.write("benar")
            assert next(news)[0] == "terbit"
        assert stand.get()[0] == 200


def test_site_of_an_earlier_preview_is_not_shown(tmp_path: Path):
    old = tmp_path / ".preview.siaran/site"
    old.mkdir(parents=True)
    (old / "index.html").write_text("usang")
    with preview(tmp_path, text="salah") as stand:
        status, page = stand.get()
    assert status == 503
    assert "usang" not in page


def test_no_file_of_the_site_is_on_disk(stand: Stand):
    assert "_siaran" in stand.get()[1]
    assert [] == [*stand.root.rglob("*.html")]


def test_taken_port_gives_the_next_free_one_and_says_so(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with preview(tmp_path, port=port) as stand:
            got = int(stand.address.strip("/").rpartition(":")[2])
            assert port < got <= port + 20
            expected = f"Porta {port} sedang dipakai, jadi {got}."
            assert stand.terminal.splitlines()[0] == expected
            assert stand.get()[0] == 200


def test_port_that_cannot_be_is_refused_in_words(tmp_path: Path):
    lay_out(tmp_path, "awal")
    with start(tmp_path, port=70000) as process:
        assert process.wait(PATIENCE) == 2
    said = (tmp_path / "terminal.log").read_text()
    expected = "Tidak ada porta 70000: 0 … 65535.\n"
    assert expected == said


def test_preview_speaks_one_language_alone(tmp_path: Path):
    with preview(tmp_path, text="salah", lang="en") as stand:
        port = stand.address.rsplit(":")[-1].strip("/")
        assert (
            f"The preview is at http://127.0.0.1:{port}/ (Ctrl-C to stop)\n"
        ) == stand.line
        status, page = stand.get()
        assert 503 == status
        assert '<html lang="en">' in page
        assert "<h1>There is no site to show yet</h1>" in page
        with stand.news() as news:
            next(news), next(news)
            stand.write("bisu")
            next(news)
            assert ("temuan", "The build ended with 3.") == next(news)
        said = stand.terminal.splitlines()

    assert "Edited, building again …" in said
    assert "The build ended with 3." in said


def test_two_previews_of_one_project_keep_to_themselves(stand: Stand):
    with preview(stand.root) as second:
        assert (second.root / ".preview.siaran/site-2.lock").exists()
        port = second.address.rsplit(":")[-1].strip("/")
        assert f"{port}</p>" in second.get()[1]
        assert f"{port}</p>" not in stand.get()[1]
    with preview(stand.root):  # the folder is free again
        pass
    assert not (stand.root / ".preview.siaran/site-3.lock").exists()


def test_site_under_a_path_is_served_under_that_path(tmp_path: Path):
    with preview(tmp_path, site_path="/kabar") as stand:
        assert stand.address.endswith("/kabar/")
        assert stand.get("/kabar/")[0] == 200
        assert f"{stand.address.removesuffix('/')}</p>" in stand.get("/kabar/")[1]
        status, page = stand.get("/lain/")
        assert status == 404
        assert "tidak ada" in page
        connection = stand.connect()
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Location"]) == (301, "/kabar/")
        connection.close()


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 0), (signal.SIGTERM, 143)],
    ids=str,
)
def test_signal_ends_preview_stream_and_running_build(
    stand: Stand, number: signal.Signals, code: int
):
    with stand.news() as news:
        next(news)
        (stand.root / "hold").touch()
        stand.write("kedua")
        wait_until(lambda: len(stand.builds) == 2)
        assert stand.stop(number) == code
        assert list(news) == []
    assert has_ended(stand.builds[-1])
    assert (stand.root / "tidied").exists()
    assert "Traceback" not in stand.terminal


def test_ctrl_c_during_the_first_build_ends_it(tmp_path: Path):
    lay_out(tmp_path, "awal")
    (tmp_path / "hold").touch()
    log = tmp_path / "builds.log"
    with start(tmp_path) as process:
        wait_until(lambda: log.exists() and log.read_text().endswith("\n"))
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    assert has_ended(int(log.read_text()))
    assert (tmp_path / "terminal.log").read_text() == ""
