"""The deploy by rsync, played on this machine with nginx and readers on loopback."""

import hashlib
import http.client
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, build_site
from hosts import Host, ask, nginx
from newsdesk.wire.headers import integrity
from newsdesk.wire.notice import PRIVATE, PRIVATE_TEXT

SCRIPT = ROOT / "deploy/rsync.sh"
PAGES = 40
READERS = 4


def _site(place: Path, edition: int) -> Path:
    """Write a site each of whose pages says its edition, as a build leaves it.

    Its stylesheet is named by its bytes, and the one before stays beside it, as the
    build keeps it.
    """
    if place.exists():
        shutil.rmtree(place)
    (place / "tema").mkdir(parents=True)
    names = {}
    for number in (edition - 1, edition):
        css = f"/* {number} */ h1 {{ order: {number} }}\n"
        names[number] = f"situs.{hashlib.sha256(css.encode()).hexdigest()[:10]}.css"
        (place / "tema" / names[number]).write_text(css, encoding="utf-8")
    page = f'<link href="/tema/{names[edition]}"><h1>{edition}</h1>{edition * "x"}\n'
    for name in ("", *(f"2026/11/{n:02}/siaran/" for n in range(PAGES))):
        (place / name).mkdir(parents=True, exist_ok=True)
        (place / name / "index.html").write_text(page, encoding="utf-8")
    for name in ("404.html", "robots.txt", "_headers"):
        (place / name).write_text(f"{name}\n", encoding="utf-8")
    return place


def _deploy(
    site: Path, place: str, *, keep: int = 5, path: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", str(SCRIPT), str(site), place],
        env={"PATH": f"{path}/usr/local/bin:/usr/bin:/bin", "KEEP": str(keep)},
        capture_output=True,
        text=True,
        check=False,
    )


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _releases(server: Path) -> list[str]:
    return sorted(path.name for path in (server / "releases").iterdir())


pytestmark = [pytest.mark.host, pytest.mark.slow]


# -- what arrives ----------------------------------------------------------------------


def test_first_deploy_puts_the_whole_site_behind_the_link(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    done = _deploy(site, str(server))

    assert 0 == done.returncode, done.stderr
    assert (server / "current").is_symlink()
    assert _tree(site) == _tree(server / "current")


def test_next_deploy_brings_what_changed_and_takes_what_is_gone(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    _deploy(site, str(server))
    first = (server / "current").resolve()
    before = _tree(first)
    _site(site, 2)
    (site / "2026/11/03/siaran/index.html").unlink()
    (site / "2026/11/03/siaran").rmdir()
    done = _deploy(site, str(server))

    assert 0 == done.returncode, done.stderr
    assert _tree(site) == _tree(server / "current")
    assert not (server / "current/2026/11/03/siaran").exists()
    assert before == _tree(first)


def test_same_size_and_time_do_not_hide_a_change(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    _deploy(site, str(server))
    page = site / "index.html"
    times = page.stat()
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("<h1>1", "<h1>7"), encoding="utf-8")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert times.st_size == page.stat().st_size
    _deploy(site, str(server))

    assert page.read_bytes() == (server / "current/index.html").read_bytes()


def test_unchanged_file_is_linked_and_keeps_its_time(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    _deploy(site, str(server))
    before = (server / "current/index.html").stat()
    (site / "index.html").touch()
    (site / "robots.txt").write_text("lain\n", encoding="utf-8")
    _deploy(site, str(server))
    after = (server / "current/index.html").stat()

    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert b"lain\n" == (server / "current/robots.txt").read_bytes()


def test_only_the_last_sites_are_kept_and_never_the_served_one_lost(tmp_path: Path):
    site, server = tmp_path / "site", tmp_path / "server"
    live = []
    for edition in range(1, 5):
        _deploy(_site(site, edition), str(server), keep=2)
        live.append((server / "current").resolve().name)

    assert live[-2:] == _releases(server)
    assert live[-1] == (server / "current").resolve().name


def test_everyone_may_read_what_arrives_and_only_its_owner_write(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    (site / "index.html").chmod(0o600)
    site.chmod(0o700)
    _deploy(site, str(server))
    served = (server / "current").resolve()

    assert {0o755} == {
        p.stat().st_mode & 0o777 for p in served.rglob("*") if p.is_dir()
    }
    assert {0o644} == {
        p.stat().st_mode & 0o777 for p in served.rglob("*") if p.is_file()
    }
    assert 0o755 == served.stat().st_mode & 0o777


# -- what is refused -------------------------------------------------------------------


@pytest.mark.parametrize(
    "missing", ["index.html", "404.html", "_headers", "robots.txt"]
)
def test_folder_that_is_no_site_changes_nothing(tmp_path: Path, missing: str):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    _deploy(site, str(server))
    before = _tree(server / "current"), _releases(server)
    (site / missing).unlink()
    done = _deploy(site, str(server))

    assert 1 == done.returncode
    assert f"has no {missing}" in done.stderr
    assert before == (_tree(server / "current"), _releases(server))


def test_private_preview_is_not_deployed(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    _deploy(site, str(server))
    before = _tree(server / "current"), _releases(server)
    (_site(site, 2) / PRIVATE).write_text(PRIVATE_TEXT, encoding="utf-8")
    done = _deploy(site, str(server))

    assert 1 == done.returncode
    assert (
        f"{site} is a private preview, with text that is held. Nothing was changed.\n"
    ) == done.stderr
    assert before == (_tree(server / "current"), _releases(server))


@pytest.mark.parametrize(
    "place",
    ["", "srv/siaran", "/srv/a b", "/srv/$(id)", "host:/srv/;id", "-oProxy=x:/srv/a"],
)
def test_place_that_a_shell_could_misread_is_misuse(tmp_path: Path, place: str):
    done = _deploy(_site(tmp_path / "site", 1), place)

    assert 2 == done.returncode
    assert done.stderr


def test_cut_off_transfer_leaves_the_old_site_and_no_rest(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    _deploy(site, str(server))
    before = _tree(server / "current"), _releases(server)
    broken = tmp_path / "bin"
    broken.mkdir()
    (broken / "rsync").write_text("#!/bin/sh\nexit 23\n", encoding="utf-8")
    (broken / "rsync").chmod(0o755)
    done = _deploy(_site(site, 2), str(server), path=f"{broken}:")

    assert 23 == done.returncode
    assert before == (_tree(server / "current"), _releases(server))


def test_deploy_that_was_overtaken_does_not_bring_the_older_site_back(tmp_path: Path):
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    _deploy(site, str(server))
    later = server / "releases/99991231T000000.000000000-1"
    shutil.copytree((server / "current").resolve(), later)
    (server / "current").unlink()
    (server / "current").symlink_to(f"releases/{later.name}")
    done = _deploy(_site(site, 2), str(server))

    assert 1 == done.returncode
    assert "later deploy" in done.stderr
    assert later.name == (server / "current").resolve().name


def test_other_side_is_reached_by_ssh_with_the_same_words(tmp_path: Path):
    """The transport is a stand-in; what it carries is rsync's own protocol."""
    site, server = _site(tmp_path / "site", 1), tmp_path / "server"
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "ssh").write_text(
        "#!/bin/sh\n"
        f'echo "$*" >> {tmp_path}/asked\n'
        "# As sshd does: the words behind the host go to a shell as one line.\n"
        '[ "$1" = -- ] && shift\n'
        'while [ "$1" = -l ]; do user=$2; shift 2; done\n'
        "shift\n"
        'exec sh -c "$*"\n',
        encoding="utf-8",
    )
    (tools / "ssh").chmod(0o755)
    done = _deploy(site, f"siaran@www.kota.example:{server}", path=f"{tools}:")
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()

    assert 0 == done.returncode, done.stderr
    assert _tree(site) == _tree(server / "current")
    assert 3 == len(asked)
    assert all("www.kota.example" in line for line in asked)


# -- readers ---------------------------------------------------------------------------


@dataclass
class Reader:
    """Reads pages with their stylesheets, again and again, and notes what is wrong."""

    host: Host
    pages: list[str]
    faults: list[str] = field(default_factory=list)
    editions: set[str] = field(default_factory=set)
    asked: int = 0

    def read(self, stop: threading.Event) -> None:
        """Read until told to stop; at least every page once."""
        with self.host.visitor() as browser:
            while True:
                for page in self.pages:
                    self._page(browser, page)
                if stop.is_set():
                    return

    def _page(self, browser: http.client.HTTPSConnection, address: str) -> None:
        answer = ask(browser, address)
        self.asked += 1
        text = answer.body.decode()
        if answer.status != 200 or not text.endswith("\n"):
            self.faults.append(f"{address}: {answer.status}, {len(text)} bytes")
            return
        (edition,) = re.findall(r"<h1>(\d+)</h1>", text)
        # A page of one edition with bytes of another.
        if int(edition) * "x" != text.strip().rpartition(">")[2]:
            self.faults.append(f"{address}: mixed")
        self.editions.add(edition)
        (asset,) = re.findall(r'href="([^"]+)"', text)
        style = ask(browser, asset)
        self.asked += 1
        if style.status != 200 or f"/* {edition} */" not in style.body.decode():
            self.faults.append(f"{asset} of edition {edition}: {style.status}")


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, Path, Host]]:
    """A first edition on a server with nginx before it."""
    site, server = tmp_path / "site", tmp_path / "server"
    assert 0 == _deploy(_site(site, 1), str(server)).returncode
    with nginx(server / "current", tmp_path / "nginx") as host:
        yield site, server, host


def _read_during(readers: list[Reader], work: list[Path], server: Path) -> None:
    """Deploy sites one after another while all readers read."""
    stop = threading.Event()
    threads = [threading.Thread(target=r.read, args=(stop,)) for r in readers]
    for thread in threads:
        thread.start()
    try:
        for site in work:
            done = _deploy(site, str(server), keep=2)
            assert 0 == done.returncode, done.stderr
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_no_reader_sees_a_mixed_or_missing_page_during_deploys(
    live: tuple[Path, Path, Host], tmp_path: Path, request: pytest.FixtureRequest
):
    _, server, host = live
    last = 61 if request.config.getoption("--long") else 9
    sites = [_site(tmp_path / f"site-{n}", n) for n in range(2, last + 1)]
    pages = ["/", *(f"/2026/11/{n:02}/siaran/" for n in range(PAGES))]
    readers = [Reader(host, pages) for _ in range(READERS)]
    _read_during(readers, sites, server)

    assert [] == [fault for reader in readers for fault in reader.faults]
    # They did read across the switches, and the last edition is what is served.
    assert len(set().union(*(reader.editions for reader in readers))) >= 2
    assert f"<h1>{last}</h1>" in host.get("/").body.decode()


def test_reader_in_the_middle_of_a_page_gets_the_rest_of_it(
    live: tuple[Path, Path, Host], tmp_path: Path
):
    """An old site is swept away under an answer that is still on its way."""
    _, server, host = live
    big = b"a" * 8_000_000
    site = _site(tmp_path / "big", 2)
    (site / "besar.txt").write_bytes(big)
    _deploy(site, str(server), keep=1)
    with host.visitor() as browser:
        browser.request("GET", "/besar.txt", headers={"Host": "siaran.kota.example"})
        answer = browser.getresponse()
        start = answer.read(1000)
        _deploy(_site(tmp_path / "next", 3), str(server), keep=1)
        rest = answer.read()

    assert 1 == len(_releases(server))
    assert big == start + rest
    assert 404 == host.get("/besar.txt").status


class RealReader(Reader):
    """Reads pages of a built site with all that they load, as a browser does."""

    def _page(self, browser: http.client.HTTPSConnection, address: str) -> None:
        answer = ask(browser, address)
        self.asked += 1
        soup = BeautifulSoup(answer.body, "html.parser")
        if answer.status != 200 or soup.find("footer") is None:
            self.faults.append(f"{address}: {answer.status}, {len(answer.body)} bytes")
            return
        self.editions.add(str(soup.find("link", rel="stylesheet")["href"]))
        for tag in soup.find_all(["link", "script", "img"]):
            kind = "href" if tag.get("rel") == ["stylesheet"] else "src"
            if tag.get(kind):
                self._loaded(browser, str(tag[kind]), tag.get("integrity"))

    def _loaded(
        self, browser: http.client.HTTPSConnection, address: str, digest: str | None
    ) -> None:
        answer = ask(browser, address)
        self.asked += 1
        if answer.status != 200 or (digest and digest != integrity(answer.body)):
            self.faults.append(f"{address}: {answer.status}")


@pytest.mark.site
def test_real_builds_go_live_one_after_another_and_each_page_finds_its_files(
    tmp_path: Path,
):
    content, output, server = (
        tmp_path / name for name in ("content", "site", "server")
    )
    shutil.copytree(ROOT / "tests/content", content)
    office = content / "registers/office.toml"
    build_site(content, output)
    assert 0 == _deploy(output, str(server)).returncode
    pages = [
        f"/{path.relative_to(output).as_posix().removesuffix('index.html')}"
        for path in sorted(output.rglob("index.html"))
    ]
    stop = threading.Event()
    with nginx(server / "current", tmp_path / "nginx") as host:
        readers = [RealReader(host, pages) for _ in range(2)]
        threads = [threading.Thread(target=r.read, args=(stop,)) for r in readers]
        for thread in threads:
            thread.start()
        try:
            # Each colour makes another stylesheet, so every page changes.
            for old, new in pairwise(["#1f5132", "#8a1c1c", "#123a6b"]):
                text = office.read_text(encoding="utf-8")
                assert old in text
                office.write_text(text.replace(old, new), encoding="utf-8")
                build_site(content, output)
                assert 0 == _deploy(output, str(server)).returncode
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        served = _tree(server / "current")

    assert [] == [fault for reader in readers for fault in reader.faults]
    assert len(set().union(*(reader.editions for reader in readers))) >= 2
    assert _tree(output) == served
