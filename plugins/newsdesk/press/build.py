"""Builds the site beside the one that stands, then puts it in its place."""

import contextlib
import io
import logging
import os
import shutil
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError
from pelican import Pelican
from pelican.settings import read_settings

from newsdesk.desk.finding import Finding
from newsdesk.page.images import PictureError
from newsdesk.press.generator import ClashError, LostError


class BuildError(Exception):
    """The site could not be built; says why, in words for a terminal.

    In both languages: it is raised where nobody knows which one the reader asked for.
    """


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made."""

    releases: int
    pages: int
    """HTML files."""
    files: int
    findings: tuple[Finding, ...]
    report: str
    """The findings in words; empty when there are none."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build, and where."""

    content: Path
    output: Path
    now: str
    """As `--now` says; empty for the clock."""
    strict: bool
    private: bool
    site_url: str
    """Instead of the office's URL; empty for it."""
    lang: str
    """Language of the messages."""


# Names that tell a site built by Siaran from a folder of someone's own.
_MARKS = ("tema", "_headers", "robots.txt")


def store_of(output: Path) -> Path:
    """Return the folder beside an output that keeps what is not served."""
    return output.parent / f".{output.name}.siaran"


def build(order: Order, root: Path) -> Built:
    """Build the site and swap it in; until then the old one stands untouched.

    Args:
        order: What to build.
        root: The project, with its settings files and theme.

    Raises:
        BuildError: The output is not ours to write, or Pelican reported an error.
        RefusedError: The desk refuses to publish.
        SettingError: A setting is not what it must be.
    """
    output = order.output.resolve()
    _check_output(output)
    store = store_of(output)
    store.mkdir(parents=True, exist_ok=True)
    with _locked(store):
        stage = store / "stage"
        shutil.rmtree(stage, ignore_errors=True)
        settings = _settings(order, root, stage, store)
        with _pelican_watched() as errors:
            try:
                pelican = Pelican(settings)
                pelican.run()
            except (ClashError, LostError, PictureError) as error:
                errors.append(str(error))
            except Exception as error:
                line = _template_line(error)
                if line is None:
                    raise
                errors.append(f"{line}: {type(error).__name__}: {error}")
        if errors:
            raise BuildError("\n".join(errors))
        found: tuple[Finding, ...] = pelican.settings["NEWSDESK_FINDINGS"]
        report: str = pelican.settings["NEWSDESK_REPORT"]
        files = [path for path in stage.rglob("*") if path.is_file()]
        built = Built(
            releases=sum(path.name == "rilis.txt" for path in files),
            pages=sum(path.suffix == ".html" for path in files),
            files=len(files),
            findings=found,
            report=report,
        )
        _swap(stage, output, store)
    return built


def _template_line(error: Exception) -> str | None:
    """Return file and line of the template in which an error arose, or None."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    found = next((f for f in reversed(frames) if f.filename.endswith(".html")), None)
    return f"{found.filename}:{found.lineno}" if found else None


def _check_output(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise BuildError(
            f"{output} adalah berkas. Sebutkan sebuah folder untuk situsnya."
            f" / {output} is a file. Name a folder for the site."
        )
    names = {path.name for path in output.iterdir()}
    if names and not names.issuperset(_MARKS):
        raise BuildError(
            f"{output} berisi berkas yang bukan buatan Siaran. Sebutkan folder kosong."
            f" / {output} holds files that Siaran did not build. Name an empty folder."
        )


def _settings(order: Order, root: Path, stage: Path, store: Path) -> dict[str, Any]:
    name = "publishconf.py" if order.strict else "pelicanconf.py"
    settings: dict[str, Any] = read_settings(
        str(root / name),
        override={
            "PATH": str(order.content.absolute()),
            "OUTPUT_PATH": str(stage),
            "NEWSDESK_NOW": order.now,
            "NEWSDESK_PRIVATE": order.private,
            "NEWSDESK_SITE_URL": order.site_url,
            "NEWSDESK_LANG": order.lang,
            "NEWSDESK_STORE": str(store),
        },
    )
    return settings


@contextlib.contextmanager
def _locked(store: Path) -> Iterator[None]:
    """Hold the output against a second build; the lock goes with the process."""
    lock = (store / "lock").open("w")
    try:
        if os.name == "posix":
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise BuildError(
                    f"Situs ini sedang disusun oleh perintah lain ({store.name})."
                    " Tunggu sampai selesai. / Another build is writing it. Wait until"
                    " it is done."
                ) from error
        yield
    finally:
        lock.close()


@contextlib.contextmanager
def _pelican_watched() -> Iterator[list[str]]:
    """Collect Pelican's errors and keep its remarks from the terminal.

    Pelican logs an error and goes on; here an error is the end of the build.
    """
    errors: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = record.getMessage()
            if record.exc_info and record.exc_info[1] is not None:
                text = f"{text}: {record.exc_info[1]}"
            errors.append(text)

    collector = Collector(logging.ERROR)
    watched = logging.getLogger()
    watched.addHandler(collector)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield errors
    finally:
        watched.removeHandler(collector)


def _swap(stage: Path, output: Path, store: Path) -> None:
    """Put the new site in the old one's place."""
    before = store / "before"
    shutil.rmtree(before, ignore_errors=True)
    if output.exists():
        output.rename(before)
    stage.rename(output)
    shutil.rmtree(before, ignore_errors=True)
