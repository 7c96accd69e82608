"""Keeps the hashed assets of the site that was served for one build more.

A page that a reader or a host still has asks for them. What belongs to a text that is
no longer shown, or whose earlier words are hidden, goes with it at once.
"""

from pathlib import Path

from newsdesk.press.manifest import Manifest
from newsdesk.press.stage import Stage
from newsdesk.wire.headers import HASHED


def lingering(served: Manifest, coming: Manifest) -> tuple[str, ...]:
    """Return the assets of the served site that the coming one no longer has."""
    gone = {
        picture
        for path, before in served.texts.items()
        if (after := coming.texts.get(path)) is None or after.hidden > before.hidden
        for picture in before.pictures
    }
    return tuple(
        path
        for path in served.files
        if path.partition("/")[0] in HASHED
        and path not in coming.files
        and path not in gone
    )


def linger(
    stage: Stage, output: Path, served: Manifest | None, coming: Manifest
) -> None:
    """Copy what lingers from the served site into the stage."""
    if served is None or served.private:
        return
    for path in lingering(served, coming):
        if (output / path).is_file():
            stage.put(path, (output / path).read_bytes())
