"""Faults, injected into real builds: readers see the old site or the new one, whole."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import NOW, ROOT, build_site
from newsdesk.press.store import opened, store_of
from newsroom import BODY, HEADER, PATH, Newsroom, release_text
from PIL import Image

pytestmark = pytest.mark.slow

PLUGINS = str(ROOT / "plugins")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _room(folder: Path, releases: int = 1) -> Newsroom:
    room = Newsroom(folder / "content")
    room.release()
    for number in range(1, releases):
        day = f"2026-10-{number % 28 + 1:02}"
        header = HEADER.replace("2026-11-20", day).replace("Sampah", f"Sampah {number}")
        path = f"releases/2026/{day}-rilis-{number}.md"
        room.write(path, release_text(header, BODY))
    return room


def _words(room: Newsroom) -> list[str]:
    output = room.root.parent / "site"
    words = [sys.executable, "-m", "newsdesk", "build", "--now", NOW]
    return [*words, "--content", str(room.root), "--output", str(output)]


def _start(room: Newsroom, **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        _words(room),
        env=os.environ | {"PYTHONPATH": PLUGINS},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **more,
    )


def _run(room: Newsroom, **more: object) -> tuple[int, str]:
    with _start(room, **more) as process:
        said, wrong = process.communicate()
    return process.returncode, said + wrong


def _settled(output: Path) -> list[str]:
    """Return what a killed build left in the store of an output."""
    store = store_of(output)
    whole = {"lock", "stage", "build-manifest.json", "next-run.json", "builds"}
    names = {path.name for path in store.iterdir()} - whole - {"pictures"}
    # What is remembered stays, and is checked when it is read.
    names -= {name for name in names if name.startswith(("proofs-", "notes.sqlite"))}
    parts = [path.name for path in store.rglob("*.part")]
    return [*sorted(names), *parts]


# -- told to stop ----------------------------------------------------------------------


TEXTS = (release_text(), release_text(body=BODY.replace("tiga", "empat")))


@pytest.fixture(scope="module")
def two_sites(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, tuple[dict[str, bytes], ...], float]:
    """A folder built by turns, its site for each of `TEXTS`, and a build's seconds."""
    folder = tmp_path_factory.mktemp("henti")
    room = _room(folder, 20)
    began = time.monotonic()
    assert 0 == _run(room)[0]
    lasts = time.monotonic() - began
    sites = []
    for text in TEXTS:
        room.write(PATH, text)
        build_site(room.root, folder / "site")
        sites.append(_bytes(folder / "site"))
    return folder, tuple(sites), lasts


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_build_stopped_at_any_moment_leaves_a_whole_site(
    name: str,
    two_sites: tuple[Path, tuple[dict[str, bytes], ...], float],
    request: pytest.FixtureRequest,
    tmp_path: Path,
):
    number = signal.Signals[name]
    folder, sites, lasts = two_sites
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    room = Newsroom(tmp_path / "content")
    output = tmp_path / "site"
    chance = random.Random(name)
    stops = 50 if request.config.getoption("--long") else 1
    stopped = 0
    # A build that was done before its stop is one turn more.
    for turn in range(20 * stops):
        room.write(PATH, TEXTS[turn % 2])
        with _start(room) as process:
            time.sleep(chance.uniform(0, lasts))
            process.send_signal(number)
            process.communicate()
        code = process.returncode
        stopped += code != 0
        # Before our own handler stands, a signal ends Python itself: -15 is 143 to a
        # shell, too.
        assert code in (0, -number, 128 + number)
        assert _bytes(output) in sites if code else sites[turn % 2] == _bytes(output)
        if stopped == stops:
            break
    build_site(room.root, output)

    assert stops == stopped
    assert sites[turn % 2] == _bytes(output)
    assert [] == _settled(output)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_build_that_is_told_to_stop_says_so_with_its_code(name: str, tmp_path: Path):
    room = _room(tmp_path)
    words = _words(room)[3:]
    # Stops itself where Pelican begins, so that the moment is certain.
    code = (
        "import os, sys\n"
        "from pelican import signals\n"
        f"stop = lambda _: os.kill(os.getpid(), {signal.Signals[name].value})\n"
        "signals.initialized.connect(stop)\n"
        "from newsdesk.__main__ import main\n"
        f"sys.exit(main({words!r}))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": PLUGINS},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert 128 + signal.Signals[name] == run.returncode
    assert run.stderr.endswith("Dihentikan; situsnya tetap utuh.\n")
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "site").exists()


# Publishes a stage, and kills itself at the n-th line of what swaps it in.
_SWAP = """
import os, signal, sys
from pathlib import Path
from newsdesk.press import swap
from newsdesk.press.manifest import Manifest, write_manifest
from newsdesk.press.stage import Stage
from newsdesk.press.store import opened
output, at, can = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "exchange"
if not can:
    swap.swap.__defaults__ = (lambda first, second: False,)
lines = 0
def trace(frame, event, _):
    global lines
    if frame.f_code.co_name in ("publish", "swap", "exchange", "write_whole", "sync"):
        lines += event == "line"
        if lines == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
with opened(output) as store:
    stage = Stage(store.stage)
    stage.put("index.html", b"baru")
    stage.finish()
    sys.settrace(trace)
    store.publish(write_manifest(Manifest("baru", True, {}, "", False, {})))
"""


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_build_killed_inside_the_swap_leaves_a_whole_site(
    way: str, request: pytest.FixtureRequest, tmp_path: Path
):
    """At every line of it with `--long`, at some of them else."""
    output = tmp_path / "site"
    manifest = store_of(output) / "build-manifest.json"
    env = os.environ | {"PYTHONPATH": PLUGINS}
    step = 1 if request.config.getoption("--long") else 8
    killed = 0
    for at in range(1, 100, step):
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(store_of(output), ignore_errors=True)
        output.mkdir()
        store_of(output).mkdir()
        (output / "index.html").write_text("lama", encoding="utf-8")
        code = subprocess.run(
            [sys.executable, "-c", _SWAP, str(output), str(at), way],
            env=env,
            check=False,
        ).returncode
        # What a reader sees now; without an exchange there is one moment of nothing.
        seen = (
            {p.name: p.read_text() for p in output.iterdir()} if output.exists() else {}
        )
        assert seen or way == "renames"
        settle = (
            "import sys; from pathlib import Path; import newsdesk.press.store as s"
        )
        enter = f"{settle}\nwith s.opened(Path(sys.argv[1])): pass"
        subprocess.run([sys.executable, "-c", enter, str(output)], env=env, check=True)
        after = (output / "index.html").read_text()

        assert after in ("lama", "baru")
        # Site and manifest are of one build.
        assert (after == "baru") == (
            manifest.exists() and b"baru" in manifest.read_bytes()
        )
        assert [] == _settled(output)
        if code == 0:
            assert "baru" == after
            break
        assert -signal.SIGKILL == code
        killed += 1

    assert killed >= (10 if step == 1 else 2)


def test_two_builds_at_once_are_never_both_writing(tmp_path: Path):
    room = _room(tmp_path)
    with _start(room) as first, _start(room) as second:
        told = [process.communicate()[1] for process in (first, second)]
    codes = [first.returncode, second.returncode]
    site = _bytes(tmp_path / "site")
    build_site(room.root, tmp_path / "lain")

    assert 0 in codes
    assert {0, 1} >= {*codes}
    assert {
        "Situs ini sedang disusun oleh perintah lain (.site.siaran). Tunggu sampai"
        " selesai.\n"
    } >= {said for said, code in zip(told, codes, strict=True) if code}
    assert _bytes(tmp_path / "lain") == site


# -- the disk --------------------------------------------------------------------------


def _limited(room: Newsroom, blocks: int, *more: str) -> tuple[int, str]:
    """Build where no file may be larger than some blocks of 512 bytes."""
    run = subprocess.run(
        ["sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh", *_words(room), *more],
        env=os.environ | {"PYTHONPATH": PLUGINS, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, run.stderr


@pytest.mark.parametrize("kind", ["page", "static", "words"])
def test_file_that_the_disk_does_not_take_is_named(kind: str, tmp_path: Path):
    room = _room(tmp_path)
    build_site(room.root, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    if kind in ("page", "words"):
        times = {"page": 34, "words": 60}[kind]
        long = f"{'Wadah itu ditimbang lalu dicatat. ' * 40}\n\n" * times
        room.release(BODY.replace("Mereka", f"{long}Mereka"))
    else:
        room.write("extra/bukti.zip", bytes(200_000))
    # Without plain text a page is larger than its words.
    code, said = _limited(room, 100, *(("--lean",) if kind == "page" else ()))

    paths = {"page": "2026/11/20/sampah/index.html", "static": "bukti.zip"}
    store = store_of(tmp_path / "site")
    refused = store / "stage" / paths[kind] if kind in paths else store

    reason = "ditolak sistem (File too large). Periksa izin berkas dan folder."
    assert (1, f"{refused}: {reason}\n") == (code, said)
    assert before == _bytes(tmp_path / "site")
    with opened(tmp_path / "site"):
        assert [] == _settled(tmp_path / "site")


# The disk is this process's own, and goes with it.
_SMALL_DISK = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'


def _on_small_disk(size: str, disk: Path, words: list[str]) -> tuple[int, str]:
    """Run where a folder is a disk of its own; return exit code and standard error."""
    own = ["unshare", "--map-root-user", "--mount", "sh", "-c", _SMALL_DISK, "sh"]
    if (
        shutil.which("unshare") is None
        or subprocess.run(
            [*own, "1m", str(disk), "true"], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("no disk of one's own here")
    run = subprocess.run(
        [*own, size, str(disk), *words],
        env=os.environ | {"PYTHONPATH": PLUGINS},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, run.stderr


FULL = {
    "id": "disk penuh. Kosongkan tempat, atau pakai folder di disk lain; lalu ulangi.",
    "en": "the disk is full. Make room, or use a folder on another disk; then try"
    " again.",
}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("size", "path"),
    [("64k", r"pictures/[0-9a-f]{64}\.[0-9]+"), ("400k", r"stage/[\w./-]+")],
    ids=["picture", "page"],
)
def test_full_disk_is_named_with_the_path_and_a_cure(
    size: str, path: str, lang: str, tmp_path: Path
):
    room = _room(tmp_path)
    noise = Image.effect_noise((400, 400), 90)
    noise.save(room.root.parent / "pasar.png")
    data = (room.root.parent / "pasar.png").read_bytes()
    room.write("images/2026/pasar.png", data)
    room.release(BODY.replace("\n\n", "\n\n![Orang](images/2026/pasar.png)\n\n", 1))
    disk = tmp_path / "disk"
    disk.mkdir()
    words = [
        w.replace(str(tmp_path / "site"), str(disk / "site")) for w in _words(room)
    ]
    code, said = _on_small_disk(size, disk, [*words, "--lang", lang])
    place, _, why = said.splitlines()[-1].partition(": ")

    assert (1, FULL[lang]) == (code, why)
    assert re.fullmatch(f"{re.escape(str(store_of(disk / 'site')))}/{path}", place)
    assert "pasar.png" not in said


def test_output_where_nobody_may_write_is_named(tmp_path: Path):
    room = _room(tmp_path)
    words = [word.replace(str(tmp_path / "site"), "/sys/site") for word in _words(room)]
    run = subprocess.run(
        words,
        env=os.environ | {"PYTHONPATH": PLUGINS},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert 1 == run.returncode
    # What the system says there differs from one to another.
    reason = re.search(r"\((\w[\w -]+)\)", run.stderr)
    assert reason is not None
    assert (
        "Situs tidak dapat ditulis ke /sys/site: folder /sys/.site.siaran tidak dapat"
        f" dibuat ({reason[1]}). Sebutkan folder lain.\n"
    ) == run.stderr


# -- settings and plugins --------------------------------------------------------------

_MEDDLER = """
from pathlib import Path
from pelican import signals

def meddle(pelican):
    content = Path(pelican.settings["PATH"])
    {deed}

def register():
    signals.{when}.connect(meddle)
"""


def _with_plugin(
    small_site: Path,
    tmp_path: Path,
    deed: str,
    when: str = "get_generators",
    extra: str = "",
) -> tuple[int, str]:
    """Build over a site with a plugin that does something; see that the site stands.

    Returns:
        Exit code and standard error.
    """
    _room(tmp_path).write("extra/bukti.txt", "bukti")
    return _in_project(small_site, tmp_path, _meddling(deed, when, extra))


def _meddling(
    deed: str, when: str = "get_generators", extra: str = ""
) -> Callable[[Path], None]:
    """Return what adds a plugin that does something to a project."""

    def change(project: Path) -> None:
        plugin = project / "plugins/meddler.py"
        plugin.write_text(_MEDDLER.format(deed=deed, when=when), encoding="utf-8")
        settings = project / "pelicanconf.py"
        text = settings.read_text(encoding="utf-8")
        text = text.replace('["newsdesk"]', '["newsdesk", "meddler"]') + extra
        settings.write_text(text, encoding="utf-8")

    return change


def _in_project(
    small_site: Path, tmp_path: Path, change: Callable[[Path], None], *words: str
) -> tuple[int, str]:
    """Build over a site in a project that was changed; see that the site stands.

    Returns:
        Exit code and standard error, with the test's own folder left out of it.
    """
    room = _room(tmp_path)
    room.write(PATH, release_text(body=BODY.replace("tiga", "kenarikabar")))
    site = tmp_path / "site"
    shutil.copytree(small_site, site)
    before = _bytes(site)
    run = _run_in(_project(tmp_path, change), room, *words)

    # As it was, so nothing of the new text is in it.
    assert before == _bytes(site)
    return run.returncode, run.stderr.replace(f"{tmp_path}/", "")


def _project(tmp_path: Path, change: Callable[[Path], None]) -> Path:
    """Return a copy of the project that was changed."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "theme", project / "theme")
    shutil.copytree(ROOT / "plugins", project / "plugins")
    shutil.copy(ROOT / "pelicanconf.py", project)
    change(project)
    return project


def _run_in(
    project: Path, room: Newsroom, *words: str
) -> subprocess.CompletedProcess[str]:
    """Build in a project of its own."""
    return subprocess.run(
        [*_words(room), *words],
        env=os.environ | {"PYTHONPATH": str(project / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one release; do not change it."""
    folder = tmp_path_factory.mktemp("kecil")
    build_site(_room(folder).root, folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    ("deed", "when", "extra", "said"),
    [
        (
            *("1 / 0", "get_generators", ""),
            "project/plugins/meddler.py:7: ZeroDivisionError: division by zero\n",
        ),
        (
            *("pass", "tidak_ada", ""),
            "Cannot register plugin `meddler`: module 'pelican.plugins.signals' has no"
            " attribute 'tidak_ada'\n",
        ),
        (
            *("pass", "initialized", 'PLUGINS = ["newsdesk", "hilang"]\n'),
            "Cannot load plugin `hilang`\nCannot import plugin `hilang`\n",
        ),
        (
            *("pass", "initialized", "PLUGINS = []\n"),
            'PLUGINS harus memuat "newsdesk"; tanpa itu tidak ada yang terbit.\n',
        ),
    ],
    ids=["raises", "register", "not there", "ours not there"],
)
def test_plugin_that_is_wrong_leaves_the_old_site(
    deed: str, when: str, extra: str, said: str, small_site: Path, tmp_path: Path
):
    assert (1, said) == _with_plugin(small_site, tmp_path, deed, when, extra)


KNOWN_SETTINGS = (
    "NEWSDESK_NOW, NEWSDESK_STRICT, NEWSDESK_PRIVATE, NEWSDESK_LEAN, NEWSDESK_SITE_URL,"
    " NEWSDESK_LANG, NEWSDESK_STORE, NEWSDESK_SERVED, NEWSDESK_BASIS, NEWSDESK_HANDS,"
    " NEWSDESK_TELL"
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "NEWSDESK_STRIKT = True",
            f"NEWSDESK_STRIKT bukan setelan. Yang dikenal: {KNOWN_SETTINGS}.\n",
        ),
        (
            'NEWSDESK_STRICT = "ya"',
            "NEWSDESK_STRICT berisi 'ya'. Isinya harus bool.\n",
        ),
    ],
    ids=["misspelt", "of another type"],
)
def test_setting_that_is_wrong_leaves_the_old_site(
    line: str, said: str, small_site: Path, tmp_path: Path
):
    def change(project: Path) -> None:
        with (project / "pelicanconf.py").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    assert (1, said) == _in_project(small_site, tmp_path, change)


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py"])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('raise ValueError("sepuluh")', "ValueError: sepuluh"),
        ("PATH = = 1", "SyntaxError: invalid syntax"),
        ("PATH = Path(open)", "TypeError: "),
    ],
    ids=["raises", "syntax", "below"],
)
def test_settings_file_that_is_wrong_is_named_with_its_line(
    name: str, line: str, said: str, small_site: Path, tmp_path: Path
):
    numbers = []

    def change(project: Path) -> None:
        shutil.copy(ROOT / "publishconf.py", project)
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
        numbers.append(len((project / name).read_text(encoding="utf-8").splitlines()))

    words = ["--strict"] if name == "publishconf.py" else []
    code, told = _in_project(small_site, tmp_path, change, *words)

    assert 1 == code
    assert told.startswith(f"project/{name}:{numbers[0]}: {said}")
    assert 1 == told.count("\n")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (
            "{{ article.headlin }}",
            "UndefinedError: 'newsdesk.page.values.Article object' has no attribute"
            " 'headlin'",
        ),
        (
            "{% if %}",
            "TemplateSyntaxError: Expected an expression, got 'end of statement block'",
        ),
        ("{{ nothing }}", "UndefinedError: 'nothing' is undefined"),
        (
            "{{ head.title | besar }}",
            "TemplateAssertionError: No filter named 'besar'.",
        ),
    ],
    ids=["attribute", "syntax", "name", "filter"],
)
def test_template_that_is_wrong_leaves_the_old_site(
    broken: str, said: str, small_site: Path, tmp_path: Path
):
    numbers = []

    def change(project: Path) -> None:
        template = project / "theme/templates/release.html"
        lines = template.read_text(encoding="utf-8").split("\n")
        first = next(n for n, line in enumerate(lines) if "{% block main" in line)
        lines.insert(first + 1, broken)
        template.write_text("\n".join(lines), encoding="utf-8")
        numbers.append(first + 2)

    code, told = _in_project(small_site, tmp_path, change)
    place = f"project/theme/templates/release.html:{numbers[0]}"

    assert (1, f"{place}: {said}") == (code, told.partition("\n")[0])
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", 'Templat "release.html" tidak ada di {}. Kembalikan, atau betulkan'
         " namanya di tempat ia dipanggil.\n"),
        ("en", 'There is no template "release.html" in {}. Put it back, or mend its'
         " name where it is called.\n"),
    ],
)  # fmt: skip
def test_template_that_is_missing_is_named_with_its_folder(
    lang: str, said: str, tmp_path: Path
):
    project = _project(
        tmp_path,
        lambda project: (project / "theme/templates/release.html").unlink(),
    )
    run = _run_in(project, _room(tmp_path), "--lang", lang)

    folder = project / "theme/templates"
    assert (1, said.format(folder)) == (run.returncode, run.stderr)


def test_template_that_another_calls_is_missing_at_that_line(
    small_site: Path, tmp_path: Path
):
    def change(project: Path) -> None:
        template = project / "theme/templates/release.html"
        lines = template.read_text(encoding="utf-8").split("\n")
        first = next(n for n, line in enumerate(lines) if "{% block main" in line)
        lines.insert(first + 1, '{% include "hilang.html" %}')
        template.write_text("\n".join(lines), encoding="utf-8")

    code, told = _in_project(small_site, tmp_path, change)

    assert 1 == code
    assert re.fullmatch(
        r'project/theme/templates/release\.html:[0-9]+: Templat "hilang\.html" tidak'
        r" ada di project/theme/templates\. Kembalikan, atau betulkan namanya di tempat"
        r" ia dipanggil\.\n",
        told,
    )


def test_content_that_changes_while_it_is_built_is_refused(
    small_site: Path, tmp_path: Path
):
    deed = '(content / "extra/bukti.txt").unlink()'

    assert (
        1,
        "content/extra/bukti.txt: berkas ini hilang selagi dibaca. Kembalikan, atau"
        " ulangi perintahnya.\n",
    ) == _with_plugin(small_site, tmp_path, deed)


@pytest.mark.parametrize(
    "deed",
    [
        f'(content / "{PATH}").unlink()',
        f'(content / "{PATH}").write_text("Title: A")',
        f'(content / "{PATH.replace("sampah", "baru")}").write_text("Title: A")',
    ],
    ids=["gone", "another", "new"],
)
def test_texts_are_those_that_were_read_whatever_becomes_of_them(
    deed: str, small_site: Path, tmp_path: Path
):
    """One reading makes the whole site; the next build has what came after it."""
    room = _room(tmp_path)
    project = _project(tmp_path, _meddling(deed))
    run = _run_in(project, room)

    assert 0 == run.returncode, run.stderr
    assert _bytes(small_site) == _bytes(tmp_path / "site")


# -- what is kept ----------------------------------------------------------------------


def _hostile(path: Path, whole: bytes) -> Iterator[bytes]:
    yield whole[: len(whole) // 2]
    yield b"\x80\x04cposix\nsystem\n."
    with zipfile.ZipFile(path, "w") as files:
        files.writestr("../../site/index.html", b"rusak")
    yield path.read_bytes()


def test_kept_pictures_that_are_damaged_are_made_anew(tmp_path: Path):
    room = _room(tmp_path)
    room.write(
        "images/2026/pasar.png", (ROOT / "tests/content/images/tanda.png").read_bytes()
    )
    room.release(BODY.replace("\n\n", "\n\n![Orang](images/2026/pasar.png)\n\n", 1))
    build_site(room.root, tmp_path / "site", strict=False)
    before = _bytes(tmp_path / "site")
    (kept,) = (store_of(tmp_path / "site") / "pictures").glob("*.zip")
    for data in _hostile(kept, kept.read_bytes()):
        kept.write_bytes(data)
        build_site(room.root, tmp_path / "site", strict=False)

        assert before == _bytes(tmp_path / "site")


def test_stage_with_strangers_in_it_gives_the_same_site(tmp_path: Path):
    room = _room(tmp_path)
    for _ in range(2):
        build_site(room.root, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    stage = store_of(tmp_path / "site") / "stage"
    (stage / "index.html").write_text("rusak")
    (stage / "arsip/index.html").unlink()
    (stage / "sisa").mkdir()
    (stage / "sisa/a.html").write_text("sisa")
    build_site(room.root, tmp_path / "site")

    assert before == _bytes(tmp_path / "site")


def test_small_change_touches_few_files_of_the_site(tmp_path: Path):
    """The stage of two builds ago is brought up to date, and not made anew."""
    room = _room(tmp_path, 5)
    for _ in range(2):
        build_site(room.root, tmp_path / "site")
    room.release(BODY.replace("tiga", "empat"))
    stage = store_of(tmp_path / "site") / "stage"
    before = {path: path.stat().st_mtime_ns for path in stage.rglob("*.html")}
    build_site(room.root, tmp_path / "site")
    moved = {
        tmp_path / "site" / path.relative_to(stage): n for path, n in before.items()
    }
    written = [
        path for path, number in moved.items() if path.stat().st_mtime_ns != number
    ]

    assert [tmp_path / "site/2026/11/20/sampah/index.html"] == written
