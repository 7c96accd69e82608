"""Siaran's tasks; `python3 tasks.py serve` and `… test` need nothing else.

An ordinary Invoke file. Called as a script it first makes the environment `.venv` from
requirements.lock, then runs the task there. All but `test`, `golden`, `bench` and
`clean` hand their words to the one front door, `python -m newsdesk`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def become(words: list[str], **extra: str) -> NoReturn:
    """Go on as another program, so that signals and exit codes are its own."""
    environment = os.environ | extra
    if os.name == "posix":
        os.execve(words[0], words, environment)
    raise SystemExit(subprocess.call(words, env=environment))


def prepare() -> None:
    """Make `.venv` anew whenever it was not made from this requirements.lock."""
    done = VENV / "requirements.lock"
    if done.exists() and done.read_bytes() == LOCK.read_bytes():
        return
    import importlib.util
    import venv

    print("Menyiapkan / setting up .venv …", file=sys.stderr, flush=True)
    pip = [str(PYTHON), "-m", "pip"]
    if importlib.util.find_spec("ensurepip"):
        venv.create(VENV, with_pip=True, clear=True)
    elif importlib.util.find_spec("pip"):
        venv.create(VENV, clear=True)
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    else:
        raise SystemExit(
            "Python di mesin ini tanpa venv dan pip. Pasang dulu: apt install"
            " python3-venv\nPython here has neither venv nor pip. Install it first:"
            " apt install python3-venv"
        )
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes"]
    installed = subprocess.run(
        [*pip, "install", *options, "-r", str(LOCK)], check=False
    )
    if installed.returncode:
        raise SystemExit("Pemasangan gagal, lihat di atas. / Set-up failed, see above.")
    # Last, so that an interrupted set-up is done again.
    shutil.copyfile(LOCK, done)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036
        raise SystemExit("Perlu Python 3.11 atau lebih baru. / Needs Python 3.11.")
    prepare()
    task_name, *rest = sys.argv[1:] or ["--list"]
    invoke = [str(PYTHON), "-m", "invoke", "--search-root", str(ROOT), task_name]
    become([*invoke, "--", *rest] if rest else invoke)


from invoke import Context, task  # noqa: E402


def words() -> list[str]:
    """Return what stands on the command line behind the task's name."""
    return sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []


def newsdesk(command: str) -> NoReturn:
    """Hand the words to the front door of the plugin."""
    become(
        [sys.executable, "-m", "newsdesk", command, *words()],
        PYTHONPATH=str(ROOT / "plugins"),
    )


@task(aliases=["pratinjau"])
def serve(_: Context) -> None:
    """Show the site and keep it fresh while you write (pratinjau)."""
    newsdesk("serve")


@task(aliases=["bangun"])
def build(_: Context) -> None:
    """Check and build the site (bangun)."""
    newsdesk("build")


@task(aliases=["periksa"])
def check(_: Context) -> None:
    """Say what is wrong in releases and registers, and how to mend it (periksa)."""
    newsdesk("check")


@task(aliases=["baca"])
def read(_: Context) -> None:
    """Print what each release says of itself (baca)."""
    newsdesk("read")


@task(aliases=["catat"])
def record(_: Context) -> None:
    """Write down in the registers what the last build has published (catat)."""
    newsdesk("record")


@task(aliases=["kembali"])
def rollback(_: Context) -> None:
    """Serve the build before this one again (kembali)."""
    newsdesk("rollback")


@task(aliases=["jatuh-tempo"])
def due(_: Context) -> None:
    """Say whether the clock asks for a build: 0 yes, 1 no (jatuh-tempo)."""
    newsdesk("due")


@task(aliases=["cocokkan"])
def verify(_: Context) -> None:
    """Compare a served site with what is published (cocokkan)."""
    newsdesk("verify")


@task(aliases=["uji"])
def test(_: Context) -> None:
    """Run the tests; --long (panjang) runs the full counts (uji)."""
    missing = tools()
    options = ["--long" if word == "panjang" else word for word in words()]
    if missing:
        print(
            f"!!! Tests that need {' and '.join(missing)} are skipped !!!", flush=True
        )
    os.chdir(ROOT)
    become([sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile", *options])


@task(aliases=["acuan"])
def golden(_: Context) -> None:
    """Write the golden site anew; review it as content (acuan)."""
    os.chdir(ROOT)
    become([sys.executable, "-m", "pytest", "-q", "tests/test_golden.py", "--rewrite"])


@task(aliases=["ukur"])
def bench(_: Context) -> None:
    """Measure the build, with --peers against other generators (ukur)."""
    folders = os.pathsep.join(str(ROOT / name) for name in ("tests", "plugins"))
    become([sys.executable, "-m", "bench", *words()], PYTHONPATH=folders)


@task(aliases=["bersih"])
def clean(_: Context) -> None:
    """Remove what the tasks made, the environment excepted (bersih)."""
    caches = (".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache")
    for path in (ROOT / "output", *ROOT.glob(".*.siaran"), *map(ROOT.joinpath, caches)):
        shutil.rmtree(path, ignore_errors=True)


def tools() -> list[str]:
    """Install what tests drive beside Python where that is possible.

    Returns:
        The names of what is missing all the same.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not shutil.which("chromium") and root and shutil.which("apt-get"):
        subprocess.run(["apt-get", "-qq", "update"], check=False)
        apt = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"]
        subprocess.run(
            apt, check=False, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        )
    if not VNU.exists() and shutil.which("npm"):
        npm = ["npm", "install", "--loglevel=error", "--no-save", "--no-audit"]
        subprocess.run([*npm, "--prefix", str(VENV / "vnu"), VNU_PACKAGE], check=False)
    found = {
        "chromium": shutil.which("chromium"),
        "java": shutil.which("java"),
        "vnu (npm)": VNU.exists(),
        **{tool: shutil.which(tool) for tool in ("nginx", "caddy", "rsync", "openssl")},
    }
    return [name for name, there in found.items() if not there]


# The Nu Html Checker, which judges every page that the tests build.
VNU_PACKAGE = "vnu-jar@26.9.27"
VNU = VENV / "vnu/node_modules/vnu-jar/build/dist/vnu.jar"
