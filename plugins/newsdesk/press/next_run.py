"""When the site must be built again because of the clock alone.

A text comes out, a notice ends, a pin ends, a release leaves the news sitemap. What is
told of it is an instant and nothing else: that of an embargo says nothing of whose.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from newsdesk.filing import Archive
from newsdesk.press.swap import write_whole
from newsdesk.wire.sitemaps import NEWS_AGE

NEVER_BUILT = datetime.min.replace(tzinfo=UTC)
"""What stands for the next run where nothing says it: long overdue."""

OVERDUE = timedelta(minutes=10)
"""How long after its hour a run that has not come is an alarm."""

# The site of the very minute in which a release is two days old still has it there.
_AFTER = timedelta(minutes=1)


def next_run(archive: Archive, now: datetime) -> datetime | None:
    """Return the first instant after `now` at which the site would be another one.

    Args:
        archive: All texts.
        now: An aware instant.

    Returns:
        An instant in the office's zone, or None when only an edit changes the site.
    """
    ahead = (instant for instant in _turns(archive, now) if instant > now)
    found = min(ahead, default=None)
    return found.astimezone(archive.registers.office.zone) if found else None


def _turns(archive: Archive, now: datetime) -> Iterator[datetime]:
    zone = archive.registers.office.zone
    for filing in archive.releases:
        if filing.withdrawn or filing.status != "published":
            continue
        if filing.embargo is not None:
            yield filing.embargo
        if filing.held(now):
            continue
        if filing.urgent is not None:
            yield filing.urgent
        if filing.pinned is not None:
            ends = filing.pinned + timedelta(days=1)
            yield datetime.combine(ends, time(), tzinfo=zone)
        if filing.publication is not None:
            yield filing.publication + NEWS_AGE + _AFTER


def write_next(path: Path, instant: datetime | None) -> None:
    """Write the file that says when the next run is due."""
    said = instant.isoformat() if instant else None
    write_whole(path, f"{json.dumps({'next': said})}\n".encode())


def bring_forward(path: Path, instant: datetime | None) -> None:
    """Write the earlier of an instant and what the file says.

    Before a swap, so that no kill can lose either the old site's hour or the new one's.
    """
    there = read_next(path) if path.exists() else None
    write_next(path, min(filter(None, (there, instant)), default=None))


def read_next(path: Path) -> datetime | None:
    """Return what the file says: an instant, or None when nothing is ahead.

    A file that is missing or damaged means that a run is due: `NEVER_BUILT`.
    """
    try:
        said = json.loads(path.read_bytes())["next"]
        return None if said is None else datetime.fromisoformat(said).astimezone(UTC)
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return NEVER_BUILT
