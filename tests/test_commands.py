"""The front door as a program: words in, text and exit code out."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import NOW, ROOT
from newsroom import BODY, HEADER, PATH, Newsroom, release_text


def _run(
    *words: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python -m newsdesk` with these words."""
    return subprocess.run(
        [sys.executable, "-m", "newsdesk", *map(str, words)],
        cwd=cwd or ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder without a fault; do not change it."""
    room = Newsroom(tmp_path_factory.mktemp("good") / "content")
    room.release()
    return room.root


WRONG = "releases/2026/2026-11-21-salah.md"
DOUBTFUL = "releases/2026/2026-11-22-ragu.md"


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with an error in one release and a warning in another."""
    room = Newsroom(tmp_path_factory.mktemp("bad") / "content")
    room.release()
    room.write(WRONG, release_text("Title: Salah\nDate: 21/11/2026\n"))
    room.write(DOUBTFUL, release_text(HEADER.replace("11-20", "11-22"), "Satu.\n"))
    return room.root


def _check(
    content: Path, *words: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return _run("check", "--content", content, "--now", NOW, *words, cwd=cwd)


# -- misuse ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["terbitkan"],
        ["build", "--strick"],
        ["check", "--format", "xml"],
        ["check", "--lang", "jv"],
        ["read"],
        ["check", "--now", "besok"],
        ["check", "--content", "tidak-ada"],
        ["build", "--now", "24/11/2026", "--content", "tests/content"],
        ["build", "--content", "tidak-ada"],
        ["serve", "--content", "tidak-ada"],
        ["serve", "--now", "besok"],
        ["record", "--content", "tidak-ada"],
        ["rollback", "--content", "tidak-ada"],
        ["due", "--now", "besok"],
        ["verify", "kota.example"],
        ["verify", "--wait", "lama"],
        ["verify", "--content", "tidak-ada"],
    ],
    ids=" ".join,
)
def test_misuse_is_2_with_a_word_about_it(words: list[str], tmp_path: Path):
    output = ["--output", str(tmp_path / "site")] if words[:1] == ["build"] else []
    run = _run(*words, *output)

    assert 2 == run.returncode
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr
    assert "" == run.stdout


@pytest.mark.parametrize(
    ("words", "indonesian", "english"),
    [
        (["build", "--strick"], "kata yang tidak dikenal: --strick",
         "unrecognized arguments: --strick"),
        (["read"], "kurang: PATH", "the following arguments are required: PATH"),
        (["serve", "--port", "a"], "--port: 'a' bukan bilangan",
         "argument --port: invalid int value: 'a'"),
        *(([*task, "-1"], f"{task[1]}: '-1' bukan bilangan dari 0 ke atas",
           f"argument {task[1]}: '-1' is no number from 0 up")
          for task in (["build", "--hands"], ["check", "--hands"],
                       ["verify", "--wait"])),
        (["check", "--now"], "--now: nilainya belum ditulis",
         "argument --now: expected one argument"),
    ],
    ids=["unknown", "missing", "no number", "hands of a build", "hands of a check",
         "below 0", "no value"],
)  # fmt: skip
def test_misuse_is_said_in_both_languages(
    words: list[str], indonesian: str, english: str
):
    assert [
        f"Perintah ini tidak terbaca: {indonesian}. Bantuan: --help",
        f"This command cannot be read: {english}. Help: --help",
    ] == _run(*words).stderr.splitlines()[-2:]


def test_choice_that_is_none_is_said_in_both_languages():
    """How the choices are quoted is up to the version of Python."""
    *_, indonesian, english = _run("check", "--lang", "jv").stderr.splitlines()

    assert "--lang: 'jv' bukan pilihan; pilih dari " in indonesian
    assert "--lang: invalid choice: 'jv' (choose from " in english


@pytest.mark.parametrize(
    ("lang", "when", "stray"),
    [
        ("id", '"besok" bukan tanggal dengan jam. Tulis seperti "2026-11-24 09:00".',
         "{site} berisi berkas yang bukan buatan Siaran. Pindahkan ke luar; yang harus"
         " terbit letakkan di extra/. Atau sebutkan folder kosong."),
        ("en", '"besok" is no date with a time. Write it as "2026-11-24 09:00".',
         "{site} holds files that Siaran did not build. Move them out of it, into"
         " extra/ what is to be published; or name an empty folder."),
    ],
)  # fmt: skip
def test_refusal_is_said_in_the_language_that_was_asked_for(
    good: Path, tmp_path: Path, lang: str, when: str, stray: str
):
    site = tmp_path / "site"
    site.mkdir()
    words = ["build", "--content", good, "--output", site, "--lang", lang, "--now"]
    misspelt = _run(*words, "besok")
    (site / "catatan.txt").write_text("Belanja.")
    refused = _run(*words, NOW)

    assert (2, f"{when}\n") == (misspelt.returncode, misspelt.stderr)
    assert (1, f"{stray.format(site=site)}\n") == (refused.returncode, refused.stderr)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", '"contoh" bukan alamat situs. Tulis utuh, misalnya'
         ' "https://kota.example/kabar".\n'),
        ("en", '"contoh" is no address of a site. Write it whole, as in'
         ' "https://kota.example/kabar".\n'),
    ],
)  # fmt: skip
def test_site_url_that_is_none_is_named_as_typed(
    good: Path, tmp_path: Path, lang: str, said: str
):
    site = tmp_path / "site"
    words = ["build", "--content", good, "--output", site, "--site-url", "contoh"]
    run = _run(*words, "--lang", lang)

    assert (2, "", said) == (run.returncode, run.stdout, run.stderr)
    assert not site.exists()


@pytest.mark.parametrize(
    ("lang", "folder", "absent"),
    [
        ("id", "ini folder. Sebutkan berkas di dalamnya.",
         "tidak ada. Periksa ejaannya."),
        ("en", "this is a folder. Name the files in it.",
         "there is no such file. Check its spelling."),
    ],
)  # fmt: skip
def test_read_says_what_cannot_be_read(good: Path, lang: str, folder: str, absent: str):
    gone = good / "tidak-ada.md"
    run = _run("read", "--content", good, "--lang", lang, good, gone)

    assert 1 == run.returncode
    assert [f"{good}: {folder}", f"{gone}: {absent}"] == run.stderr.splitlines()


def test_path_that_is_not_there_is_misuse(good: Path):
    """A slip of the hand must not read as a clean bill."""
    run = _check(good, "releases/2026/tidak-ada.md")

    assert (2, "") == (run.returncode, run.stdout)


@pytest.mark.parametrize("command", ["build", "record", "rollback"])
def test_output_below_a_file_is_1_and_one_line(
    good: Path, tmp_path: Path, command: str
):
    (tmp_path / "catatan.md").write_text("Belanja.")
    output = tmp_path / "catatan.md/situs"
    run = _run(command, "--content", good, "--output", output, "--now", NOW)

    store = output.with_name(".situs.siaran")
    assert 1 == run.returncode
    assert (
        f"Situs tidak dapat ditulis ke {output}: folder {store} tidak dapat dibuat"
        " (Not a directory). Sebutkan folder lain.\n"
    ) == run.stderr


# -- check -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "said"),
    [("id", "Tidak ada yang perlu dibetulkan."), ("en", "Nothing to mend.")],
)
def test_check_of_a_good_folder_is_0(good: Path, lang: str, said: str):
    run = _check(good, "--lang", lang, "--strict")

    assert (0, said, "") == (run.returncode, run.stdout.strip(), run.stderr)


def test_check_with_an_error_is_1_and_names_place_rule_and_line(bad: Path):
    run = _check(bad, cwd=bad.parent)
    lines = run.stdout.splitlines()

    assert 1 == run.returncode
    assert any(
        re.match(rf"content/{WRONG}:2:7: date-form: Date \"21/11/2026\" .+", line)
        for line in lines
    )
    at = lines.index("  Date: 21/11/2026")
    assert "        ^" == lines[at + 1]


def test_check_speaks_english_when_told(bad: Path):
    indonesian, english = (_check(bad, "--lang", lang).stdout for lang in ("id", "en"))

    assert indonesian != english
    assert re.findall(r":\d+:\d+: [a-z-]+:", indonesian) == re.findall(
        r":\d+:\d+: [a-z-]+:", english
    )


@pytest.mark.parametrize(
    ("words", "strict"), [(["--strict"], True), ([], False)], ids=["strict", "plain"]
)
def test_closing_line_says_whether_warnings_refuse(
    bad: Path, words: list[str], strict: bool
):
    run = _check(bad, bad / DOUBTFUL, "--lang", "en", *words)

    closing = run.stdout.splitlines()[-1]
    assert strict == ("nothing is published until the warnings are mended" in closing)
    assert strict != ("Warnings do not stop a release" in closing)


@pytest.mark.parametrize(
    ("paths", "words", "code", "found"),
    [
        ([WRONG], [], 1, {WRONG}),
        ([DOUBTFUL], [], 0, {DOUBTFUL}),
        ([DOUBTFUL], ["--strict"], 1, {DOUBTFUL}),
        ([PATH], ["--strict"], 0, set()),
        ([PATH, DOUBTFUL], [], 0, {DOUBTFUL}),
        (["releases"], [], 1, {WRONG, DOUBTFUL}),
        (["registers"], [], 0, set()),
        ([], [], 1, {WRONG, DOUBTFUL}),
    ],
)
def test_check_can_look_at_some_paths(
    bad: Path, paths: list[str], words: list[str], code: int, found: set[str]
):
    run = _check(bad, *words, "--format", "json", *(bad / path for path in paths))
    seen = {item["path"].rpartition("content/")[2] for item in json.loads(run.stdout)}

    assert (code, found) == (run.returncode, seen)


def test_check_of_some_paths_is_not_clean_while_a_register_is_wrong(tmp_path: Path):
    """Then nothing was looked at: no release can be read without the registers."""
    room = Newsroom(tmp_path / "content")
    file = room.release()
    room.write("registers/places.toml", "[[place]]\n")
    run = _check(room.root, file)

    assert 1 == run.returncode
    assert "places.toml" in run.stdout


def test_check_json_is_a_list_of_objects(bad: Path):
    run = _check(bad, "--format", "json", cwd=bad.parent)
    found = json.loads(run.stdout)
    first = next(item for item in found if item["rule"] == "date-form")

    assert ["path", "line", "column", "rule", "level", "message"] == list(first)
    assert (f"content/{WRONG}", 2, 7, "error") == (
        first["path"],
        first["line"],
        first["column"],
        first["level"],
    )


def test_check_github_annotates(bad: Path):
    run = _check(bad, "--format", "github", cwd=bad.parent)
    form = r"::(error|warning) file=content/[^,]+,line=\d+,col=\d+,title=[a-z-]+::.+"

    assert run.stdout.splitlines()
    assert all(re.fullmatch(form, line) for line in run.stdout.splitlines() if line)


@pytest.mark.parametrize(
    ("form", "said"), [("json", "[]"), ("github", "")], ids=["json", "github"]
)
def test_check_of_a_good_folder_says_nothing_to_programs(
    good: Path, form: str, said: str
):
    run = _check(good, "--format", form)

    assert (0, said) == (run.returncode, run.stdout.strip())


# -- build -----------------------------------------------------------------------------


def test_build_is_0_and_counts(good: Path, tmp_path: Path):
    output = tmp_path / "site"
    run = _run("build", "--content", good, "--output", output, "--now", NOW)
    files = sum(path.is_file() for path in output.rglob("*"))

    assert 0 == run.returncode, run.stderr
    assert run.stdout.startswith("1 siaran, ")
    assert f": {files} berkas ditulis, 0 tetap; " in run.stdout


@pytest.mark.parametrize(
    ("lang", "said", "count"),
    [
        (
            "id",
            "Isi {site} diubah atau dihapus bukan oleh Siaran, dan sekarang utuh lagi:"
            " 4 berkas (404.html, arsip/index.html, feed.atom, …). Cari tahu siapa yang"
            " menulis di sana.\n",
            ": 4 berkas ditulis, ",
        ),
        (
            "en",
            "What stood in {site} was changed or removed by somebody else, and is whole"
            " again: 4 files (404.html, arsip/index.html, feed.atom, …). Find out who"
            " writes there.\n",
            ": 4 files written, ",
        ),
    ],
)
def test_build_tells_what_somebody_else_has_changed(
    good: Path, tmp_path: Path, lang: str, said: str, count: str
):
    site = tmp_path / "site"
    words = ["build", "--content", good, "--output", site, "--now", NOW]
    _run(*words)
    for path in ("index.html", "feed.atom"):
        (site / path).write_text("Diretas")
    for path in ("404.html", "arsip/index.html"):
        (site / path).unlink()
    run = _run(*words, "--lang", lang)

    assert (0, True) == (run.returncode, count in run.stdout)
    assert run.stderr.endswith(said.format(site=site))
    assert said.format(site=site) not in _run(*words, "--lang", lang).stderr


def test_build_that_is_refused_is_1_and_says_why(bad: Path, tmp_path: Path):
    output = tmp_path / "site"
    run = _run("build", "--content", bad, "--output", output, "--now", NOW)

    assert (1, "") == (run.returncode, run.stdout)
    assert f"content/{WRONG}:2:7: date-form: " in run.stderr
    assert "Traceback" not in run.stderr
    assert not output.exists()


def test_build_that_goes_wrong_is_1_without_a_traceback(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.write("images/2026/pasar.png", b"bukan gambar")
    room.release(BODY.replace("\n\n", "\n\n![A](images/2026/pasar.png)\n\n", 1))
    output = tmp_path / "site"
    run = _run("build", "--content", room.root, "--output", output, "--now", NOW)

    assert 1 == run.returncode
    assert "images/2026/pasar.png" in run.stderr
    assert "Traceback" not in run.stderr
    # A writer's slip: no class names (style.md, section 3).
    assert "PictureError" not in run.stderr


# -- read ------------------------------------------------------------------------------

KEYS = [
    *("path", "place", "source", "dateline_date", "event_date", "initials"),
    *("reporter", "editor", "contributors", "byline_names", "flags"),
    *("suggest_place", "dateline_raw", "sign_off_raw", "paragraphs"),
]


def _read(content: Path, *paths: str | Path) -> list[dict[str, object]]:
    run = _run("read", "--json", "--content", content, *paths)

    assert 0 == run.returncode, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_read_tells_all_keys_in_their_order(good: Path):
    (found,) = _read(good, good / PATH)

    assert KEYS == list(found)
    assert {
        "path": str(good / PATH),
        "place": "Kenanga",
        "source": "kota.example",
        "dateline_date": None,
        "event_date": "2026-11-19",
        "initials": ["ajl", "bgp"],
        "reporter": "ajl",
        "editor": "bgp",
        "contributors": [],
        "byline_names": [],
        "flags": [],
        "suggest_place": None,
        "dateline_raw": "Kenanga (kota.example) –",
        "sign_off_raw": "(ajl/bgp)",
        "paragraphs": 2,
    } == found


@pytest.mark.parametrize(
    "data",
    [
        BODY.encode(),
        b"\xef\xbb\xbf" + BODY.encode(),
        BODY.replace("\n", "\r\n").encode(),
        BODY.replace("\n", "\r").encode(),
        release_text().encode(),
        b"\xef\xbb\xbf" + release_text().replace("\n", "\r\n").encode(),
    ],
    ids=["plain", "mark", "crlf", "cr", "header", "header mark crlf"],
)
def test_read_takes_texts_with_and_without_a_header(
    good: Path, data: bytes, tmp_path: Path
):
    file = tmp_path / "kiriman.txt"
    file.write_bytes(data)
    (found,) = _read(good, file)

    assert ("Kenanga", ["ajl", "bgp"], "2026-11-19", 2) == (
        found["place"],
        found["initials"],
        found["event_date"],
        found["paragraphs"],
    )


def test_read_of_a_text_without_any_notation_is_empty(good: Path, tmp_path: Path):
    file = tmp_path / "kosong.md"
    file.write_text("")
    (found,) = _read(good, file)

    assert {None, 0} == {
        value
        for key, value in found.items()
        if key != "path" and not isinstance(value, list)
    }


def test_read_prints_the_others_when_a_file_cannot_be_read(good: Path, tmp_path: Path):
    (tmp_path / "rusak.md").write_bytes(b"Satu\nDua \xe9\n")
    bad = [tmp_path / "tidak-ada.md", tmp_path, tmp_path / "rusak.md"]
    run = _run("read", "--json", "--content", good, bad[0], good / PATH, *bad[1:])

    assert 1 == run.returncode
    assert [str(good / PATH)] == [
        json.loads(line)["path"] for line in run.stdout.splitlines()
    ]
    assert 3 == len(run.stderr.splitlines())
    assert all(
        line.startswith(f"{path}:")
        for line, path in zip(run.stderr.splitlines(), bad, strict=True)
    )
    assert f"{bad[2]}:2:5: file-encoding: " in run.stderr


def test_read_for_people_shows_what_is_there(good: Path):
    run = _run("read", "--content", good, good / PATH)
    lines = run.stdout.splitlines()

    assert 0 == run.returncode
    assert str(good / PATH) == lines[0]
    assert "  place           Kenanga" in lines
    assert "  initials        ajl, bgp" in lines
    assert not [line for line in lines if "None" in line or "flags" in line]


def test_read_takes_two_thousand_paths(good: Path):
    found = _read(good, *[good / PATH] * 2000)

    assert 2000 == len(found)
    assert found[0] == found[-1]


# -- tasks.py --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tasks() -> str:
    run = subprocess.run(
        [sys.executable, "-m", "invoke", "--list"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


@pytest.mark.parametrize(
    ("task", "alias"),
    [
        ("serve", "pratinjau"),
        ("build", "bangun"),
        ("check", "periksa"),
        ("read", "baca"),
        ("record", "catat"),
        ("rollback", "kembali"),
        ("due", "jatuh-tempo"),
        ("verify", "cocokkan"),
        ("test", "uji"),
        ("golden", "acuan"),
        ("bench", "ukur"),
        ("clean", "bersih"),
    ],
)
def test_task_has_its_indonesian_name(tasks: str, task: str, alias: str):
    assert re.search(rf"^  {task} \({alias}\) ", tasks, re.MULTILINE)


def _task(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", ["check", "periksa"])
def test_task_hands_its_words_to_the_front_door(bad: Path, name: str):
    words = ["--content", bad, "--now", NOW, "--format", "json", bad / DOUBTFUL]
    run = _task(name, "--", *words)

    assert 0 == run.returncode, run.stderr
    assert json.loads(run.stdout)


@pytest.mark.parametrize(
    ("words", "code"), [(["--format", "xml"], 2), (["--content", "tidak-ada"], 2)]
)
def test_task_leaves_with_the_code_of_the_front_door(words: list[str], code: int):
    assert code == _task("check", "--", *words).returncode


# -- what the system refuses -----------------------------------------------------------

# Root may read everything, unless it gives that up.
_AS_ANYBODY = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
    if os.geteuid() == 0
    else []
)
_REASON = (
    "pengguna ini tidak boleh membaca atau menulisnya. Periksa izin berkas dan folder."
    "\n"
)


@pytest.mark.skipif(
    bool(_AS_ANYBODY) and shutil.which("setpriv") is None, reason="setpriv is missing"
)
@pytest.mark.parametrize(
    ("task", "name"),
    [
        *(("check", name) for name in (PATH, "releases/2026", "registers/office.toml")),
        *(("rollback", name) for name in (PATH, "releases/2026")),
        ("due", "registers/office.toml"),
    ],
)
def test_what_may_not_be_read_is_named_in_one_line(
    task: str, name: str, tmp_path: Path
):
    room = Newsroom(tmp_path / "content")
    room.release()
    (room.root / name).chmod(0)
    run = subprocess.run(
        [
            *(*_AS_ANYBODY, sys.executable, "-m", "newsdesk", task, "--now", NOW),
            *("--content", room.root, "--output", tmp_path / "site"),
        ],
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    (room.root / name).chmod(0o755)

    assert (1, "", f"{room.root / name}: {_REASON}") == (
        run.returncode,
        run.stdout,
        run.stderr,
    )


def test_ledger_that_cannot_be_written_is_named_in_one_line(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    where = ["--content", room.root, "--output", tmp_path / "site", "--now", NOW]
    _run("build", *where)
    (room.root / "registers/addresses.tsv").mkdir()
    run = _run("record", *where, "--lang", "en")

    assert (
        1,
        f"{room.root}/registers/addresses.tsv: the system refused it (Is a directory)."
        " Check who may read and write it.\n",
    ) == (run.returncode, run.stderr)


@pytest.mark.parametrize("task", ["build", "check", "record", "rollback", "due"])
def test_output_that_is_a_link_to_itself_is_misuse(
    task: str, good: Path, tmp_path: Path
):
    loop = tmp_path / "lingkar"
    loop.symlink_to(loop)
    run = _run(task, "--content", good, "--output", loop, "--now", NOW)

    assert (
        2,
        "",
        f'"{loop}" adalah tautan ke dirinya sendiri. Hapus, atau sebutkan folder'
        " lain.\n",
    ) == (run.returncode, run.stdout, run.stderr)


def test_reader_that_has_enough_ends_the_check_without_a_word(bad: Path):
    check = subprocess.Popen(
        [sys.executable, "-m", "newsdesk", "check", "--content", bad, "--now", NOW],
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert check.stdout is not None
    check.stdout.close()
    assert check.stderr is not None
    said = check.stderr.read()
    check.stderr.close()

    assert (1, b"") == (check.wait(), said)
