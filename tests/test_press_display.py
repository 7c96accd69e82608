"""How far a command is, on terminals and in logs; and the line with which it ends."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NOW, ROOT, build_site
from newsdesk.__main__ import main
from newsdesk.press.build import Order, build
from newsdesk.progress import Phase, counted
from newsroom import BODY, HEADER, PATH, Newsroom, release_text

# A build as the front door does it, but that shows its phases from the beginning.
_BUILD = """
import sys, time
from pathlib import Path
from newsdesk.press.build import Order, build
from newsdesk.press.display import shown
from newsdesk.press.stopping import stopping
from newsdesk.progress import Phase

content, output, lang, rests, root = sys.argv[1:]
order = Order(
    Path(content), Path(output), {now!r},
    strict=False, private=False, site_url="", lang=lang,
)
with stopping(lang):
    with shown(lang, patience=0) as tell:
        def told(phase, done, count):
            tell(phase, done, count)
            if phase.value == rests:
                time.sleep(60)
        built = build(order, Path(root), told)
    print(built.report, file=sys.stderr)
"""


def _room(folder: Path, texts: int = 3) -> Newsroom:
    room = Newsroom(folder / "content")
    for number in range(texts):
        day = f"2026-10-{number % 28 + 1:02}"
        header = HEADER.replace("2026-11-20", day).replace("Sampah", f"Hal {number}")
        path = f"releases/2026/{day}-rilis-{number}.md"
        room.write(path, release_text(header, BODY))
    return room


def _words(room: Newsroom, *more: str) -> list[str]:
    output = room.root.parent / "site"
    words = ["--content", str(room.root), "--output", str(output), "--now", NOW]
    return [*words, *more]


def _program(room: Newsroom, lang: str, rests: str = "") -> list[str]:
    """Return the command of `_BUILD`.

    Args:
        room: What is built.
        lang: Of the words.
        rests: The phase in which it stops to be looked at, if any.
    """
    site = room.root.parent / "site"
    code = _BUILD.format(now=NOW)
    return [
        sys.executable,
        "-c",
        code,
        str(room.root),
        str(site),
        lang,
        rests,
        str(ROOT),
    ]


def _environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    return kept | {"PYTHONPATH": str(ROOT / "plugins"), "COLUMNS": "100", **more}


def _on_terminal(
    command: list[str], stop_at: str = "", **environment: str
) -> tuple[int, str]:
    """Run a command on a terminal of its own; return its exit code and all it wrote.

    Args:
        command: What to run.
        stop_at: The words at which somebody presses Ctrl-C.
        environment: What stands in its environment beside ours.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.execve(command[0], command, _environment(**{"TERM": "xterm"} | environment))
    said = ""
    while True:
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:
            # So Linux tells that nobody has it open any more.
            data = b""
        if not data:
            break
        said += data.decode()
        if stop_at and stop_at in said:
            os.write(terminal, b"\x03")
            stop_at = ""
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def _screen(said: str) -> list[str]:
    """Return the lines that a terminal shows in the end."""
    lines, row, column = [""], 0, 0
    for code, number, text in re.findall(r"\x1b\[([0-9;?]*)([A-Za-z])|([^\x1b])", said):
        match number or text:
            case "\n":
                row, column = row + 1, 0
                lines += [""] * (row == len(lines))
            case "\r":
                column = 0
            case "A" if number:
                row -= int(code or 1)
            case "K" if number:
                lines[row] = ""
            case "m" if number:
                pass
            case _:
                assert text, f"{code}{number}"
                line = lines[row].ljust(column)
                lines[row] = line[:column] + text + line[column + 1 :]
                column += 1
    return [line.rstrip() for line in lines if line.strip()]


# -- what is told ----------------------------------------------------------------------


def _teller(told: list[tuple[Phase, int, int]]) -> Callable[[Phase, int, int], None]:
    return lambda phase, done, count: told.append((phase, done, count))


def test_each_answer_is_told_behind_it():
    told: list[tuple[Phase, int, int]] = []
    answers = counted(_teller(told), Phase.SETTING, 2, iter("ab"))

    assert "a" == next(answers)
    assert [(Phase.SETTING, 0, 2)] == told
    assert ["b"] == [*answers]
    assert [(Phase.SETTING, n, 2) for n in range(3)] == told


def test_phase_without_pieces_is_not_told():
    told: list[tuple[Phase, int, int]] = []

    assert [] == [*counted(_teller(told), Phase.SETTING, 0, [])]
    assert [] == told


def _order(room: Newsroom, folder: Path) -> Order:
    return Order(
        room.root, folder / "site", NOW, strict=False, private=False, site_url="",
        lang="id",
    )  # fmt: skip


def test_build_tells_its_phases_in_order_and_to_their_end(tmp_path: Path):
    room = _room(tmp_path)
    told: list[tuple[Phase, int, int]] = []
    build(_order(room, tmp_path), ROOT, _teller(told))
    last = {phase: (done, count) for phase, done, count in told}

    assert [*Phase] == [*last]
    assert (3, 3) == last[Phase.READING] == last[Phase.CHECKING]
    done, count = last[Phase.SETTING]
    assert 0 < done == count


def test_build_tells_that_what_stands_is_looked_at_again(tmp_path: Path):
    """A page is gone, so a link to it may lead nowhere."""
    room = _room(tmp_path)
    room.release()
    build_site(room.root, tmp_path / "site", strict=False)
    room.release(header=f"{HEADER}Status: draft\n")
    told: list[tuple[Phase, int, int]] = []
    build(_order(room, tmp_path), ROOT, _teller(told))

    assert any(phase is Phase.VERIFYING and count for phase, _, count in told)


# -- on a terminal ---------------------------------------------------------------------

SHOWN = {
    "id": ("Membaca naskah", "Memeriksa naskah", "Menyiapkan gambar", "Menata halaman",
           "Memastikan isinya", "Menerbitkan"),
    "en": ("Reading texts", "Checking texts", "Making pictures", "Setting pages",
           "Verifying the site", "Publishing"),
}  # fmt: skip
NOTHING = {"id": "Tidak ada yang perlu dibetulkan.", "en": "Nothing to mend."}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_terminal_shows_the_phases_and_then_only_what_was_found(
    lang: str, tmp_path: Path
):
    code, said = _on_terminal(_program(_room(tmp_path), lang))

    assert 0 == code
    assert [] == [words for words in SHOWN[lang] if words not in said]
    assert "3/3" in said
    assert [NOTHING[lang]] == _screen(said)


def test_rows_stand_under_each_other_while_it_works(tmp_path: Path):
    words = "Menata halaman"
    code, said = _on_terminal(_program(_room(tmp_path), "id", "setting"), words)
    names = [line.partition("━")[0].strip() for line in _screen(said)]

    assert 130 == code
    assert [*SHOWN["id"][:4], names[-1]] == names


def test_stop_leaves_the_cursor_and_a_line_of_its_own(tmp_path: Path):
    room = _room(tmp_path)
    code, said = _on_terminal(_program(room, "id", "checking"), "Memeriksa naskah")

    assert 130 == code
    assert "Dihentikan; situsnya tetap utuh." == _screen(said)[-1]
    # Hides the cursor.
    assert "\x1b[?25l" not in said
    assert not (tmp_path / "site").exists()


def test_terminal_without_colour_gets_none(tmp_path: Path):
    command = _program(_room(tmp_path), "id")
    colour = re.compile(r"\x1b\[[0-9;]*3[0-9][0-9;]*m")

    assert colour.search(_on_terminal(command)[1])
    code, said = _on_terminal(command, NO_COLOR="1")
    assert (0, None) == (code, colour.search(said))
    assert "Menata halaman" in said


def test_terminal_that_cannot_move_its_cursor_gets_lines(tmp_path: Path):
    code, said = _on_terminal(_program(_room(tmp_path), "id"), TERM="dumb")

    assert (0, f"{NOTHING['id']}\r\n") == (code, said)


def test_short_build_shows_nothing_but_its_end(tmp_path: Path):
    command = [sys.executable, "-m", "newsdesk", "build", *_words(_room(tmp_path))]
    code, said = _on_terminal(command)
    found, closing = _screen(said)

    assert (0, NOTHING["id"]) == (code, found)
    assert closing.startswith("3 siaran, ")


# -- in a log --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "form"),
    [
        ("id", r"Membaca naskah: 120, \d+,\d detik\n"
               r"Memeriksa naskah: 120, \d+,\d detik\n"),
        ("en", r"Reading texts: 120, \d+\.\d s\nChecking texts: 120, \d+\.\d s\n"),
    ],
)  # fmt: skip
def test_log_has_a_line_for_each_long_phase_and_no_escapes(
    lang: str, form: str, tmp_path: Path
):
    room = _room(tmp_path, 120)
    run = subprocess.run(
        [
            *(sys.executable, "-m", "newsdesk", "check", "--format", "json"),
            *_words(room, "--lang", lang),
        ],
        env=_environment(TERM="xterm"),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "[]\n" == run.stdout
    assert re.fullmatch(form, run.stderr)


def test_log_of_a_refused_build_has_its_phases_before_what_was_found(tmp_path: Path):
    room = _room(tmp_path, 120)
    room.write(PATH, release_text(HEADER.replace("2026-11-20 09:00", "besok")))
    run = subprocess.run(
        [sys.executable, "-m", "newsdesk", "build", *_words(room)],
        env=_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    first, second, *_ = run.stderr.splitlines()

    assert (1, "") == (run.returncode, run.stdout)
    assert first.startswith("Membaca naskah: 121, ")
    assert PATH in second


# -- the closing line ------------------------------------------------------------------

CLOSING = {
    "id": r"(?P<releases>\d+) siaran, (?P<pages>\d+) halaman di (?P<output>\S+):"
          r" (?P<written>\d+) berkas ditulis, (?P<unchanged>\d+) tetap;"
          r" (?P<seconds>\d+,\d) detik, puncak memori (?P<memory>\d+) MB;"
          r" (?P<next>.+)\n",
    "en": r"(?P<releases>\d+) releases, (?P<pages>\d+) pages in (?P<output>\S+):"
          r" (?P<written>\d+) files written, (?P<unchanged>\d+) unchanged;"
          r" (?P<seconds>\d+\.\d) seconds, peak memory (?P<memory>\d+) MB;"
          r" (?P<next>.+)\n",
}  # fmt: skip


def _closing(room: Newsroom, lang: str, capsys: pytest.CaptureFixture[str]) -> re.Match:
    capsys.readouterr()
    assert 0 == main(["build", *_words(room, "--lang", lang)])
    found = re.fullmatch(CLOSING[lang], capsys.readouterr().out)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("lang", "none", "due"),
    [
        ("id", "tidak ada yang menunggu jamnya",
         "harus disusun lagi 2026-11-25 17:00+0700"),
        ("en", "nothing waits for its hour",
         "must be built again 2026-11-25 17:00+0700"),
    ],
)  # fmt: skip
def test_build_ends_with_what_it_did_and_what_it_took(
    lang: str,
    none: str,
    due: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    room, output = _room(tmp_path), tmp_path / "site"
    first = _closing(room, lang, capsys)
    files = [path for path in output.rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    again = _closing(room, lang, capsys)
    before = {path: path.read_bytes() for path in files}
    header = HEADER.replace("Date: 2026-11-20 09:00", "Date: 2026-10-20 09:00")
    held = f"{header}Embargo: 2026-11-25 17:00\n"
    room.write(PATH.replace("2026-11-20", "2026-10-20"), release_text(held))
    edited = next(room.root.rglob("*rilis-1.md"))
    edited.write_text(edited.read_text().replace("tiga", "empat"))
    last = _closing(room, lang, capsys)
    changed = sum(data != path.read_bytes() for path, data in before.items())

    assert (3, len(pages)) == (int(first["releases"]), int(first["pages"]))
    assert str(output) == first["output"]
    assert (len(files), 0) == (int(first["written"]), int(first["unchanged"]))
    assert (0, len(files)) == (int(again["written"]), int(again["unchanged"]))
    assert 0 < changed < len(files)
    assert (changed, len(files)) == (
        int(last["written"]),
        int(last["written"]) + int(last["unchanged"]),
    )
    assert [none, none, due] == [found["next"] for found in (first, again, last)]
    # A Python that has built a site holds more than a bare one.
    assert int(first["memory"]) > 20


def test_memory_is_that_of_the_largest_child_too():
    child = "held = bytes(range(256)) * 800_000"
    code = (
        "import subprocess, sys\n"
        "from newsdesk.press.display import peak_memory\n"
        f"subprocess.run([sys.executable, '-c', {child!r}])\n"
        "print(peak_memory())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=_environment(),
        capture_output=True,
        check=True,
    )

    assert int(run.stdout) > 256 * 800_000
