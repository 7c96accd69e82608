"""The machine of the office: from a commit, or an hour that comes, to the live site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import NOW, ROOT
from standin import StandIn, answers, standing_in

pytestmark = [pytest.mark.host, pytest.mark.site, pytest.mark.slow]

HELD = "2026/11/25/kenariembargo-dibuka-rabu/index.html"
RELEASE = "content/releases/2026/2026-11-23-pasar-randu-ditata.md"
PAGE = "2026/11/23/pasar-randu-ditata/index.html"
LEDGER = "content/registers/addresses.tsv"
OPENS = "2026-11-25 07:00"

# In place of the bootstrap of tasks.py: the environment of the tests is there already,
# and the clock stands in a file.
TASKS = """\
import os, pathlib, sys
now = pathlib.Path("../now").read_text()
command = [sys.executable, "-m", "newsdesk", *sys.argv[1:], "--now", now]
os.execve(sys.executable, command, os.environ | {"PYTHONPATH": "plugins"})
"""
GIT = {
    "GIT_AUTHOR_NAME": "Penulis",
    "GIT_AUTHOR_EMAIL": "penulis@kota.example",
    "GIT_COMMITTER_NAME": "Penulis",
    "GIT_COMMITTER_EMAIL": "penulis@kota.example",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
}


@dataclass(frozen=True)
class Office:
    """An origin, a writer's copy, the machine of the office, and a server."""

    root: Path
    readers: StandIn
    """The web server, at which readers see what is on the server."""

    @property
    def server(self) -> Path:
        return self.root / "server"

    @property
    def live(self) -> Path:
        return self.root / "server/current"

    def git(self, place: str, *words: str) -> str:
        run = subprocess.run(
            ["git", "-C", str(self.root / place), *words],
            env=os.environ | GIT,
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout.strip()

    def clock(self, now: str) -> None:
        (self.root / "now").write_text(now, encoding="utf-8")

    def write(self, path: str, old: str, new: str) -> None:
        """Change a file in the writer's copy and send it to main."""
        file = self.root / "writer" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        self.git(
            "writer", "pull", "--quiet", "--rebase", "--autostash", "origin", "main"
        )
        self.git("writer", "commit", "--quiet", "-am", "content: Ubah")
        self.git("writer", "push", "--quiet", "origin", "HEAD:main")

    def publish(self) -> subprocess.CompletedProcess[str]:
        return self.run("deploy/publish.sh")

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        python = self.root / "bin"
        return subprocess.run(
            ["bash", script],
            cwd=self.root / "machine",
            env={
                "PATH": f"{python}:/usr/local/bin:/usr/bin:/bin",
                "HOME": str(self.root),
                "SIARAN_TARGET": str(self.server),
                "SIARAN_URL": self.readers.url,
                "SIARAN_WAIT": "0",
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def served(self) -> str:
        """Return the name of the site that is live."""
        return self.live.resolve().name


def _python(place: Path) -> None:
    """Put the Python of the tests under the name by which scripts call it."""
    place.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', encoding="utf-8")
    place.chmod(0o755)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with standing_in(tmp_path / "server/current") as readers:
        yield _office(tmp_path, readers)


def _office(tmp_path: Path, readers: StandIn) -> Office:
    made = Office(tmp_path, readers)
    writer = tmp_path / "writer"
    for name in ("plugins", "theme", "deploy"):
        shutil.copytree(
            ROOT / name, writer / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("pelicanconf.py", "publishconf.py", ".gitignore"):
        shutil.copy(ROOT / name, writer / name)
    shutil.copytree(ROOT / "tests/content", writer / "content")
    (writer / "tasks.py").write_text(TASKS, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    _python(tmp_path / "bin/python3")
    made.clock(NOW)
    made.git(".", "init", "--quiet", "--bare", "--initial-branch=main", "origin")
    made.git("writer", "init", "--quiet", "--initial-branch=main")
    made.git("writer", "add", ".")
    made.git("writer", "commit", "--quiet", "-m", "content: Mulai")
    made.git("writer", "remote", "add", "origin", str(tmp_path / "origin"))
    made.git("writer", "push", "--quiet", "origin", "HEAD:main")
    made.git(".", "clone", "--quiet", "origin", "machine")
    return made


def test_first_run_publishes_and_records_and_the_next_is_quiet(office: Office):
    first = office.publish()
    live, recorded = office.served(), office.git("origin", "rev-parse", "main")
    again = office.publish()

    assert 0 == first.returncode, first.stderr
    assert (office.live / PAGE).is_file()
    assert [] == [*office.live.resolve().rglob("*kenariembargo*")]
    changed = office.git("origin", "diff", "--name-only", "main~1", "main").split()
    assert LEDGER in changed
    assert all(name.startswith("content/registers/") for name in changed)
    assert "/2026/11/23/pasar-randu-ditata/" in office.git(
        "origin", "show", f"main:{LEDGER}"
    )
    assert (0, "", "") == (again.returncode, again.stdout, again.stderr)
    assert (live, recorded) == (
        office.served(),
        office.git("origin", "rev-parse", "main"),
    )


def test_commit_goes_live_at_the_next_run(office: Office):
    office.publish()
    office.write(RELEASE, "Tags: ", "Tags: ditambah, ")
    text = (office.live / PAGE).read_text(encoding="utf-8")
    done = office.publish()

    assert 0 == done.returncode, done.stderr
    assert text != (office.live / PAGE).read_text(encoding="utf-8")
    assert (office.live / "tag/ditambah/index.html").is_file()


def test_embargo_opens_when_its_hour_comes_and_not_before(office: Office):
    office.publish()
    before = office.served()
    office.clock("2026-11-24 09:05")
    early = office.publish()
    assert (0, before) == (early.returncode, office.served())

    office.clock(OPENS)
    # The network is gone too: what is here is enough.
    (office.root / "origin").rename(office.root / "gone")
    late = office.publish()

    assert (office.live / HELD).is_file(), late.stderr
    # The site is live; that its ledger could not be sent is said, and tried again.
    assert 1 == late.returncode
    assert "could not be sent" in late.stderr


def test_refused_commit_leaves_the_live_site_and_its_mending_goes_out(office: Office):
    office.publish()
    before = office.served()
    office.write(RELEASE, "Category: ", "Kategory: ")
    refused = office.publish()
    again = office.publish()

    assert refused.returncode != 0
    assert "Kategory" in refused.stdout + refused.stderr
    # It is not forgotten: it says so until it is mended.
    assert again.returncode != 0
    assert before == office.served()

    office.write(RELEASE, "Kategory: ", "Category: ")
    mended = office.publish()

    assert 0 == mended.returncode, mended.stderr
    assert before != office.served()


def test_failed_deploy_is_not_recorded_and_is_tried_again(office: Office):
    office.server.write_text("a file, where a folder should be", encoding="utf-8")
    failed = office.publish()

    assert failed.returncode != 0
    assert "content: Mulai" == office.git("origin", "log", "-1", "--format=%s", "main")

    office.server.unlink()
    done = office.publish()

    assert 0 == done.returncode, done.stderr
    assert (office.live / PAGE).is_file()


def test_site_that_readers_do_not_get_is_not_recorded_and_is_tried_again(
    office: Office,
):
    office.readers.odd[f"/{PAGE.removesuffix('index.html')}"] = answers(200, b"Lain")
    failed = office.publish()

    assert 1 == failed.returncode
    assert f"\n{PAGE}: Isinya bukan yang terbit." in failed.stdout
    assert "content: Mulai" == office.git("origin", "log", "-1", "--format=%s", "main")

    office.readers.odd.clear()
    done = office.publish()

    assert 0 == done.returncode, done.stderr
    assert "content: Record what is live" == office.git(
        "origin", "log", "-1", "--format=%s", "main"
    )


def test_night_is_quiet_until_somebody_defaces_the_site(office: Office):
    office.publish()
    quiet = office.run("deploy/verify.sh")
    (office.live / PAGE).write_text("Diretas", encoding="utf-8")
    said = office.run("deploy/verify.sh")

    assert (0, "", "") == (quiet.returncode, quiet.stdout, quiet.stderr)
    assert (1, "") == (said.returncode, said.stdout)
    assert said.stderr.startswith(f"{PAGE}: Isinya bukan yang terbit.")


def test_ledger_goes_on_top_of_what_was_sent_meanwhile(office: Office):
    """Someone's commit comes between this machine's fetch and its push."""
    hook = office.root / "machine/.git/hooks/pre-push"
    other = office.root / "other"
    office.git(".", "clone", "--quiet", "origin", "other")
    (other / "README.md").write_text("lain\n", encoding="utf-8")
    office.git("other", "add", ".")
    office.git("other", "commit", "--quiet", "-m", "docs: Lain")
    hook.write_text(
        f"#!/bin/sh\nrm $0\nexec git -C {other} push --quiet origin HEAD:main\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
    done = office.publish()
    subjects = office.git("origin", "log", "-2", "--format=%s", "main").splitlines()

    assert 0 == done.returncode, done.stderr
    assert ["content: Record what is live", "docs: Lain"] == subjects


def test_ledger_that_could_not_be_sent_does_not_stop_what_comes_after(office: Office):
    origin, gone = office.root / "origin", office.root / "gone"
    office.publish()
    office.clock(OPENS)
    origin.rename(gone)
    office.publish()
    gone.rename(origin)
    # Meanwhile someone else has recorded a line in the very same place.
    office.git("writer", "pull", "--quiet", "origin", "main")
    ledger = (office.root / "writer" / LEDGER).read_text(encoding="utf-8")
    live = next(line for line in ledger.splitlines() if "aliran-air" in line)
    address, release, first, *_ = live.split("\t")
    other = "\t".join(["/2026/11/25/kemarin/", release, first, "moved", address])
    office.write(LEDGER, f"{live}\n", f"{live}\n{other}\n")
    done = office.publish()

    assert 0 == done.returncode, done.stderr
    assert (office.live / HELD).is_file()
    assert "/2026/11/25/kenariembargo-dibuka-rabu/" in office.git(
        "origin", "show", f"main:{LEDGER}"
    )
