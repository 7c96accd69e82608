"""What a site goes by besides its content: programs, templates and settings.

Whatever of it changes, every file is made anew.
"""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from platform import python_version

# What has a say in the bytes of a site.
_TOOLS = ("babel", "feedgenerator", "jinja2", "markdown", "nh3", "pelican", "pillow")


def tools() -> dict[str, str]:
    """Return name and version of each program that has a say in the bytes of a site."""
    return {"python": python_version(), **{name: version(name) for name in _TOOLS}}


def basis_of(places: Iterable[Path]) -> str:
    """Return the digest of all files of some places, and of the programs.

    Args:
        places: Files, and folders with all that stands below them; compiled Python
            apart.
    """
    digest = hashlib.sha256(repr(tools()).encode())
    for place in places:
        files = place.rglob("*") if place.is_dir() else [place]
        for file in sorted(files):
            if file.is_file() and "__pycache__" not in file.parts:
                data = file.read_bytes()
                name = file.relative_to(place.parent).as_posix()
                digest.update(f"{name}\n{len(data)}\n".encode())
                digest.update(data)
    return digest.hexdigest()
