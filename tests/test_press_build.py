"""Building: beside the site that stands, and in its place only when all is right."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bench.corpus import NOW as CORPUS_NOW
from bench.corpus import make_corpus
from bs4 import BeautifulSoup
from conftest import NOW, ROOT, build_site
from newsdesk.press.build import BuildError, Built, Order, build, store_of
from newsdesk.press.manifest import read_manifest
from newsdesk.press.opening import RefusedError
from newsdesk.settings import SettingError
from newsroom import (
    BODY,
    HEADER,
    OFFICE,
    PATH,
    REGISTERS,
    Newsroom,
    picture,
    release_text,
)

DRAFT = "releases/2026/2026-11-21-draf.md"
OTHER_OFFICE = OFFICE.replace("Kota Wringin", "Kota Lain").replace(
    "siaran.kota.example", "pers.lain.example"
)


def _newsroom(folder: Path) -> Newsroom:
    """Return a content folder with one release."""
    room = Newsroom(folder / "content")
    room.release()
    return room


def _bytes(folder: Path) -> dict[str, bytes]:
    """Return path -> bytes of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _project(folder: Path) -> Path:
    """Return a copy of the project, whose theme and settings may be broken."""
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "plugins").symlink_to(ROOT / "plugins")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def _build_in(project: Path, room: Newsroom, output: Path) -> Built:
    """Build with a project's own theme and settings.

    Not strict: publishconf.py imports pelicanconf, which this process has already.
    """
    order = Order(
        room.root, output, NOW, strict=False, private=False, site_url="", lang="id"
    )
    try:
        return build(order, project)
    finally:
        # Pelican leaves the project's settings where publishconf.py imports them.
        sys.modules.pop("pelicanconf", None)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one release; do not change it."""
    folder = tmp_path_factory.mktemp("small")
    build_site(_newsroom(folder).root, folder / "site")
    return folder / "site"


# -- what is refused -------------------------------------------------------------------


def test_error_refuses_and_the_old_site_stands_untouched(tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    room.release(header=HEADER.replace("Date: 2026-11-20 09:00", "Date: besok"))
    with pytest.raises(RefusedError) as caught:
        build_site(room.root, tmp_path / "site", strict=False)

    assert f"content/{PATH}:2:7: date-form: " in str(caught.value)
    assert before == _bytes(tmp_path / "site")


def test_error_writes_no_first_site(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.release(header="Title: Tanpa tanggal\n")
    with pytest.raises(RefusedError):
        build_site(room.root, tmp_path / "site")

    assert not (tmp_path / "site").exists()


def test_warning_refuses_only_a_strict_build(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.release(header=HEADER.replace("Category: lingkungan\n", ""))
    with pytest.raises(RefusedError) as caught:
        build_site(room.root, tmp_path / "site")
    built = build_site(room.root, tmp_path / "site", strict=False)

    assert ["warning"] == [str(finding.level) for finding in built.findings]
    assert caught.value.findings == built.findings
    assert "Pemeriksaan ketat: " in str(caught.value)
    assert "Pemeriksaan ketat: " not in built.report
    assert f"content/{PATH}:1:1: " in built.report


def test_every_error_is_told_in_one_go(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.release(header="Title: A\n")
    room.write(DRAFT, release_text("Title: B\n"))
    with pytest.raises(RefusedError) as caught:
        build_site(room.root, tmp_path / "site")

    assert {PATH, DRAFT} == {
        finding.path for finding in caught.value.findings if finding.level == "error"
    }


def test_site_of_one_office_does_not_take_the_place_of_another(tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    other = Newsroom(tmp_path / "lain", REGISTERS | {"office.toml": OTHER_OFFICE})
    other.release()
    with pytest.raises(BuildError) as caught:
        build_site(other.root, tmp_path / "site")

    theirs = "Dinas Kabar Kota Wringin (https://siaran.kota.example)"
    ours = "Dinas Kabar Kota Lain (https://pers.lain.example)"
    site, content = tmp_path / "site", other.root
    assert (
        f"{site} berisi situs {theirs}, sedangkan {content} isi {ours}. Sebutkan"
        " --content dan --output dari kantor yang sama; bila kantor itu berganti nama"
        f" dan alamat, hapus dulu {site}. / {site} holds the site of {theirs}, and"
        f" {content} the content of {ours}. Name --content and --output of one office;"
        f" if it has another name and address now, delete {site} first."
    ) == str(caught.value)
    assert before == _bytes(tmp_path / "site")


@pytest.mark.parametrize(
    ("old", "new"),
    [("Kota Wringin", "Kota Waringin"), ("siaran.kota.example", "pers.kota.example")],
    ids=["name", "address"],
)
def test_office_may_get_another_name_or_address(old: str, new: str, tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site", site_url="https://contoh.example")
    build_site(room.root, tmp_path / "site")
    room.write("registers/office.toml", OFFICE.replace(old, new))

    assert 1 == build_site(room.root, tmp_path / "site").releases


@pytest.mark.parametrize("name", ["surat.txt", "index.html", "robots.txt"])
def test_folder_of_someone_is_not_written_to(name: str, tmp_path: Path):
    room = _newsroom(tmp_path)
    own = tmp_path / "site"
    own.mkdir()
    (own / name).write_text("milik saya")
    with pytest.raises(BuildError, match="holds files that Siaran did not build"):
        build_site(room.root, own)

    assert {name: b"milik saya"} == _bytes(own)
    assert not store_of(own).exists()


def test_content_folder_is_no_output(tmp_path: Path):
    room = _newsroom(tmp_path)
    before = _bytes(room.root)
    with pytest.raises(BuildError):
        build_site(room.root, room.root)

    assert before == _bytes(room.root)


@pytest.mark.skipif(not Path("/proc").is_mount(), reason="no mount point to try")
def test_mount_point_is_no_output(tmp_path: Path):
    room = _newsroom(tmp_path)
    with pytest.raises(BuildError) as caught:
        build_site(room.root, Path("/proc"))

    assert (
        "/proc adalah titik pasang (mount), yang tidak dapat ditukar. Sebutkan folder"
        " di dalamnya. / /proc is a mount point and cannot be exchanged. Name a folder"
        " inside it."
    ) == str(caught.value)


def test_file_is_no_output(tmp_path: Path):
    room = _newsroom(tmp_path)
    (tmp_path / "site").write_text("berkas")
    with pytest.raises(BuildError, match="is a file"):
        build_site(room.root, tmp_path / "site")

    assert "berkas" == (tmp_path / "site").read_text(encoding="utf-8")


def test_empty_folder_is_an_output(tmp_path: Path):
    room = _newsroom(tmp_path)
    (tmp_path / "site").mkdir()

    assert 1 == build_site(room.root, tmp_path / "site").releases


def test_second_build_does_not_begin_while_one_is_writing(tmp_path: Path):
    room = _newsroom(tmp_path)
    store = store_of(tmp_path / "site")
    store.mkdir()
    with (store / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(
            BuildError, match=r"\(\.site\.siaran\).* / Another command is writing this"
        ):
            build_site(room.root, tmp_path / "site")
        assert not (tmp_path / "site").exists()

    assert 1 == build_site(room.root, tmp_path / "site").releases


def test_lock_is_given_back_after_a_refusal(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.release(header="Title: A\n")
    with pytest.raises(RefusedError):
        build_site(room.root, tmp_path / "site")
    room.release()

    assert 1 == build_site(room.root, tmp_path / "site").releases


def test_stray_setting_is_named(tmp_path: Path):
    room = _newsroom(tmp_path)
    project = _project(tmp_path)
    with (project / "pelicanconf.py").open("a") as file:
        file.write("NEWSDESK_STRIKT = True\n")
    with pytest.raises(SettingError, match="NEWSDESK_STRIKT is no setting"):
        _build_in(project, room, tmp_path / "site")


# -- what goes wrong on the way --------------------------------------------------------


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("{{ article.headlin }}", "no attribute 'headlin'"),
        ("{% if %}", "Expected an expression"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ head.title | besar }}", "No filter named 'besar'"),
    ],
    ids=["attribute", "syntax", "name", "filter"],
)
def test_error_in_a_template_names_template_and_line(
    broken: str, said: str, tmp_path: Path
):
    room = _newsroom(tmp_path)
    project = _project(tmp_path)
    template = project / "theme/templates/release.html"
    lines = template.read_text(encoding="utf-8").split("\n")
    number = 1 + next(n for n, line in enumerate(lines) if "{% block main" in line)
    lines.insert(number, broken)
    template.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        _build_in(project, room, tmp_path / "site")

    assert said in str(caught.value)
    assert "release.html" in str(caught.value)
    assert str(number + 1) in str(caught.value)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("put", "said"),
    [
        ("<p>Satu", "is not whole at </"),
        ('<a href="/tidak-ada/">x</a>', 'The link "/tidak-ada/" leads nowhere.'),
        ('<a href="#tidak-ada">x</a>', 'The link "#tidak-ada" leads to a part'),
        ('<img src="/gambar/a.png" alt="">', '"/gambar/a.png" leads nowhere.'),
        (
            "<p>Waduk Baru Mulai Diisi Air</p>",
            "Has words of a text that is held or withdrawn.",
        ),
    ],
    ids=["markup", "link", "anchor", "picture", "held"],
)
def test_site_that_is_not_right_is_not_published(
    put: str, said: str, small_site: Path, tmp_path: Path
):
    room = _newsroom(tmp_path)
    shutil.copytree(small_site, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    held = "Title: Waduk Baru Mulai Diisi Air\nDate: 2026-11-21 09:00\nStatus: draft\n"
    room.write(DRAFT, release_text(held))
    project = _project(tmp_path)
    template = project / "theme/templates/release.html"
    text = template.read_text(encoding="utf-8")
    inside = text.index("%}", text.index("{% block main")) + 2
    template.write_text(text[:inside] + put + text[inside:], encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        _build_in(project, room, tmp_path / "site")

    assert said in str(caught.value)
    assert str(caught.value).startswith(f"2026/11/20/sampah/index.html ({PATH}): ")
    assert "draf" not in str(caught.value)
    assert before == _bytes(tmp_path / "site")


def test_wrong_use_of_a_value_in_a_template_names_it_too(tmp_path: Path):
    """Not only what Jinja knows as a template error."""
    room = _newsroom(tmp_path)
    project = _project(tmp_path)
    template = project / "theme/templates/release.html"
    text = template.read_text(encoding="utf-8")
    wrong = "{{ article.headline | day }}"
    inside = text.index("%}", text.index("{% block main")) + 2
    template.write_text(text[:inside] + wrong + text[inside:], encoding="utf-8")
    with pytest.raises(BuildError, match=r"release\.html"):
        _build_in(project, room, tmp_path / "site")


def test_no_setting_of_pelican_loses_a_release(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.write(
        "releases/2026/2026-11-20-hilang.md",
        release_text(HEADER.replace("Memilah", "Mengolah")),
    )
    project = _project(tmp_path)
    with (project / "pelicanconf.py").open("a") as file:
        file.write('IGNORE_FILES = ["*hilang*"]\nARTICLE_EXCLUDES = ["releases"]\n')
    _build_in(project, room, tmp_path / "site")

    assert (tmp_path / "site/2026/11/20/hilang/index.html").is_file()


def test_broken_picture_is_named(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.write("images/2026/pasar.png", b"bukan gambar")
    room.release(BODY.replace("\n\n", "\n\n![A](images/2026/pasar.png)\n\n", 1))
    with pytest.raises((BuildError, RefusedError), match=r"images/2026/pasar\.png"):
        build_site(room.root, tmp_path / "site")


@pytest.mark.parametrize("name", ["arsip", "en", "2026"])
def test_extra_that_stands_in_the_way_of_a_page_is_named(name: str, tmp_path: Path):
    room = _newsroom(tmp_path)
    room.write(PATH.replace(".md", ".en.md"), "Title: A\n\nKenanga (kota.example) – B.")
    room.write(f"extra/{name}", "tambahan")
    with pytest.raises((BuildError, RefusedError), match=name):
        build_site(room.root, tmp_path / "site", strict=False)


def test_leftovers_of_an_earlier_build_do_not_come_back(tmp_path: Path):
    room = _newsroom(tmp_path)
    stage = store_of(tmp_path / "site") / "stage"
    stage.mkdir(parents=True)
    (stage / "sisa.html").write_text("sisa")
    build_site(room.root, tmp_path / "site")

    assert not (tmp_path / "site/sisa.html").exists()
    assert not stage.exists()


def test_page_that_is_gone_leaves_the_site(tmp_path: Path):
    room = _newsroom(tmp_path)
    header = HEADER.replace("11-20", "11-21").replace("Sampah", "Lagi")
    second = room.write(DRAFT, release_text(header))
    build_site(room.root, tmp_path / "site")
    there = (tmp_path / "site/2026/11/21/draf/index.html").exists()
    second.write_text(release_text(f"{header}Status: draft\n"))
    build_site(room.root, tmp_path / "site")

    assert there
    assert not (tmp_path / "site/2026/11/21").exists()


# -- what is built ---------------------------------------------------------------------


def test_build_counts_what_it_made(tmp_path: Path):
    room = _newsroom(tmp_path)
    built = build_site(room.root, tmp_path / "site")
    files = _bytes(tmp_path / "site")

    assert 1 == built.releases
    assert len(files) == built.files == built.written
    assert sum(name.endswith(".html") for name in files) == built.pages
    assert () == built.findings


def test_release_is_on_the_site_whole(small_site: Path):
    text = (small_site / "2026/11/20/sampah/rilis.txt").read_text(encoding="utf-8")

    assert BODY.strip() in text


def test_nothing_that_is_not_served_stands_in_the_site(small_site: Path):
    names = _bytes(small_site)

    assert not [name for name in names if "siaran/" in name or name.startswith("lock")]
    assert not [name for name in names if name.endswith((".md", ".toml", ".py"))]


def test_site_without_a_release_is_built_with_words(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    build_site(room.root, tmp_path / "site")
    for name in ("index", "arsip/index", "tag/index", "kategori/lingkungan/index"):
        page = tmp_path / f"site/{name}.html"
        main = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").main

        assert len(main.get_text(" ", strip=True)) > 30, name
        assert "None" not in main.get_text()


# -- the same bytes --------------------------------------------------------------------


@pytest.mark.parametrize("content", ["tests/content", "tests/kota-kedua"])
def test_same_content_gives_the_same_bytes_on_another_machine(
    content: str, request: pytest.FixtureRequest, tmp_path: Path
):
    """Another path, zone, language, hash seed, user, mask, order and clock of files."""
    name = "golden_site" if content == "tests/content" else "second_site"
    here: Path = request.getfixturevalue(name)
    # Made in the reverse order: a folder lists its files as they came.
    for path in sorted((ROOT / content).rglob("*"), reverse=True):
        if path.is_file():
            copy = tmp_path / "isi" / path.relative_to(ROOT / content)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (1_000_000_000, 1_000_000_000))
    places = ["--content", str(tmp_path / "isi"), "--output", str(tmp_path / "site")]
    words = ["-m", "newsdesk", "build", "--strict", "--now", NOW, *places]
    run = subprocess.run(
        [sys.executable, *words],
        env={
            "PYTHONPATH": str(ROOT / "plugins"),
            "PATH": os.environ["PATH"],
            "TZ": "America/St_Johns",
            "LANG": "C",
            "LC_ALL": "C",
            "PYTHONHASHSEED": "7",
            "USER": "lain",
            "LOGNAME": "lain",
            "HOME": str(tmp_path / "rumah"),
        },
        cwd=tmp_path,
        umask=0o077,
        capture_output=True,
        check=False,
    )

    assert 0 == run.returncode, run.stderr.decode()
    assert _bytes(here) == _bytes(tmp_path / "site")
    manifests = [
        read_manifest((store_of(site) / "build-manifest.json").read_bytes())
        for site in (here, tmp_path / "site")
    ]
    # The copy stands in no Git.
    assert replace(manifests[0], commit="", clean=False) == manifests[1]


@pytest.mark.parametrize("hands", [1, 2, 8])
def test_number_of_hands_changes_no_byte(hands: int, golden_site: Path, tmp_path: Path):
    build_site(ROOT / "tests/content", tmp_path / "site", hands=hands)

    assert _bytes(golden_site) == _bytes(tmp_path / "site")


def test_number_of_hands_changes_no_byte_of_a_large_archive(
    request: pytest.FixtureRequest, tmp_path: Path
):
    number = 3_000 if request.config.getoption("--long") else 150
    make_corpus(tmp_path / "isi", number)
    for hands in (1, 2, 8):
        build_site(tmp_path / "isi", tmp_path / f"{hands}", now=CORPUS_NOW, hands=hands)

    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2") == _bytes(tmp_path / "8")


def test_store_of_an_earlier_build_changes_no_byte(golden_site: Path, tmp_path: Path):
    for _ in range(2):
        build_site(ROOT / "tests/content", tmp_path / "site")

    assert _bytes(golden_site) == _bytes(tmp_path / "site")


def test_instant_of_the_build_is_printed_nowhere(small_site: Path, tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site", now="2026-11-24 10:17")

    assert _bytes(small_site) == _bytes(tmp_path / "site")


# -- previews --------------------------------------------------------------------------


def test_private_preview_shows_held_text_and_says_so(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.write(DRAFT, release_text(f"{HEADER}Status: draft\n", BODY + "\nKENARI.\n"))
    build_site(room.root, tmp_path / "plain", strict=False)
    build_site(room.root, tmp_path / "private", strict=False, private=True)
    page = tmp_path / "private/2026/11/20/draf/index.html"
    words = {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in (tmp_path / "private").rglob("*.html")
    }

    assert "KENARI" in page.read_text(encoding="utf-8")
    for path, soup in words.items():
        robots = soup.find("meta", attrs={"name": "robots"})
        assert robots is not None, path
        assert "noindex" in robots["content"], path
        assert "Pratinjau" in soup.get_text(), path
    assert not [
        n for n, data in _bytes(tmp_path / "plain").items() if b"KENARI" in data
    ]
    assert "2026/11/20/draf/index.html" not in _bytes(tmp_path / "plain")


def test_private_preview_does_not_take_the_place_of_a_public_site(tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site")
    before = _bytes(tmp_path / "site")
    with pytest.raises(BuildError) as caught:
        build_site(room.root, tmp_path / "site", private=True)

    assert (
        f"{tmp_path}/site berisi situs terbit, dan pratinjau privat memuat naskah yang"
        " ditahan. Sebutkan folder lain, misalnya --output public-privat."
        f" / {tmp_path}/site holds a public site, and a private preview has text that"
        " is held. Name another folder, as in --output public-privat."
    ) == str(caught.value)
    assert before == _bytes(tmp_path / "site")


def test_private_preview_is_built_again_and_makes_way_for_a_public_site(
    small_site: Path, tmp_path: Path
):
    room = _newsroom(tmp_path)
    (tmp_path / "site").mkdir()
    marked = []
    for private in (True, True, False):
        build_site(room.root, tmp_path / "site", private=private)
        marked.append((tmp_path / "site/privat.txt").exists())

    assert [True, True, False] == marked
    assert _bytes(small_site) == _bytes(tmp_path / "site")


def test_public_site_carries_no_banner(small_site: Path):
    page = (small_site / "index.html").read_text(encoding="utf-8")

    assert "noindex" not in page
    assert "Pratinjau" not in page


@pytest.mark.parametrize("url", ["http://localhost:8000/kabar", "http://a.example/"])
def test_site_url_replaces_that_of_the_office(url: str, tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site", site_url=url)
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    path = url.rstrip("/").partition(".example")[0].partition(":8000")[2]

    assert f'<link rel="canonical" href="{url.rstrip("/")}/">' in page
    assert f'href="{path}/arsip/"' in page
    assert not [
        name
        for name, data in _bytes(tmp_path / "site").items()
        if b"siaran.kota.example" in data
    ]


# -- Pelican run directly --------------------------------------------------------------


def _pelican(room: Newsroom, settings: str) -> subprocess.CompletedProcess[str]:
    output = room.root.parent / "site"
    words = ["-s", str(ROOT / settings), "-e", f'NEWSDESK_NOW="{NOW}"']
    return subprocess.run(
        [sys.executable, "-m", "pelican", str(room.root), "-o", str(output), *words],
        env=os.environ | {"PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_pelican_alone_builds_the_same_site(small_site: Path, tmp_path: Path):
    run = _pelican(_newsroom(tmp_path), "pelicanconf.py")

    assert 0 == run.returncode, run.stderr
    assert _bytes(small_site) == _bytes(tmp_path / "site")


def test_pelican_alone_refuses_an_error_and_touches_nothing(tmp_path: Path):
    room = _newsroom(tmp_path)
    room.release(header="Title: Tanpa tanggal\n")
    own = tmp_path / "site/lama.html"
    own.parent.mkdir()
    own.write_text("lama")
    run = _pelican(room, "pelicanconf.py")

    assert 0 != run.returncode
    # Pelican's log breaks its lines.
    assert f"{PATH}:1:1:date-missing:" in re.sub(r"\s", "", run.stdout + run.stderr)
    assert {"lama.html": b"lama"} == _bytes(tmp_path / "site")


@pytest.mark.parametrize(
    ("settings", "refuses"), [("pelicanconf.py", False), ("publishconf.py", True)]
)
def test_only_publishing_settings_are_strict(
    settings: str, refuses: bool, tmp_path: Path
):
    room = _newsroom(tmp_path)
    room.release(header=HEADER.replace("Category: lingkungan\n", ""))
    run = _pelican(room, settings)

    assert refuses == bool(run.returncode), run.stderr
    assert refuses != (tmp_path / "site/index.html").exists()


@pytest.mark.parametrize("name", [".git", "CNAME", "catatan.txt"])
def test_output_with_something_of_someone_else_is_refused(name: str, tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site")
    (tmp_path / "site" / name).write_text("x")
    with pytest.raises(BuildError, match=rf"did not build \({re.escape(name)}\)"):
        build_site(room.root, tmp_path / "site")

    assert "x" == (tmp_path / "site" / name).read_text()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            [".well-known/acme-challenge/tok", ".well-known/acme-challenge/x"],
            ".well-known/acme-challenge",
        ),
        (["2026/11/20/punyaku.html"], "2026/11/20/punyaku.html"),
        (
            ["arsip/4", "arsip/2", "arsip/1", "arsip/3"],
            "arsip/1, arsip/2, arsip/3, …",
        ),
    ],
    ids=["folder", "file", "many"],
)
def test_something_of_someone_else_deeper_in_the_output_is_not_removed(
    files: list[str], said: str, tmp_path: Path
):
    room = _newsroom(tmp_path)
    build_site(room.root, tmp_path / "site")
    for name in files:
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text("x")
    before = _bytes(tmp_path / "site")
    with pytest.raises(BuildError) as caught:
        build_site(room.root, tmp_path / "site")

    site = tmp_path / "site"
    assert (
        f"{site} berisi berkas yang bukan buatan Siaran ({said}). Pindahkan ke luar;"
        " yang harus terbit letakkan di extra/. Atau sebutkan folder kosong."
        f" / {site} holds files that Siaran did not build ({said}). Move them out of"
        " it, into extra/ what is to be published; or name an empty folder."
    ) == str(caught.value)
    assert before == _bytes(site)


def test_asset_that_lingers_is_nobody_elses(tmp_path: Path):
    room = _newsroom(tmp_path)
    for text in ("satu", "dua", "tiga"):
        room.write("images/2026/balai.png", picture("PNG", width=4 + len(text)))
        photo = f"\n\n![{text}](images/2026/balai.png)\n\n"
        room.release(BODY.replace("\n\n", photo, 1))
        build_site(room.root, tmp_path / "site", strict=False)

    assert 2 == len([*(tmp_path / "site/gambar/2026").iterdir()])


def test_output_inside_the_content_is_refused(tmp_path: Path):
    room = _newsroom(tmp_path)
    with pytest.raises(BuildError, match="lies inside the content"):
        build_site(room.root, room.root / "hasil")

    assert not (room.root / "hasil").exists()


def test_content_may_be_named_with_a_step_up(tmp_path: Path):
    room = _newsroom(tmp_path)
    build_site(room.root / ".." / room.root.name, tmp_path / "site")

    assert (tmp_path / "site/index.html").exists()
