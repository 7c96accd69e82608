"""Keeps what the desk remembers, in a file beside the site.

An SQLite database, so that a small change is a small write. What is lost, cut or of
another build costs time only: it is dropped, and begun again.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import tzinfo
from pathlib import Path

from newsdesk.body import Keep
from newsdesk.desk.memory import Note, Remembered, read_note, write_note

_TABLES = """
    CREATE TABLE IF NOT EXISTS basis (digest TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS note (
        fingerprint TEXT PRIMARY KEY, facts TEXT NOT NULL, html TEXT NOT NULL,
        text TEXT NOT NULL
    ) WITHOUT ROWID;
"""


def read_notes(
    path: Path, basis: str, zone: tzinfo, keep: Keep
) -> dict[str, Remembered]:
    """Return what is remembered by fingerprint; nothing that went by something else.

    Args:
        path: Of the database; it may be missing.
        basis: Digest of rules, registers, style and programs.
        zone: The office's time zone.
        keep: Takes words out of memory.
    """
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(path)) as notes:
            if [(basis,)] != notes.execute("SELECT digest FROM basis").fetchall():
                return {}
            rows = notes.execute("SELECT fingerprint, facts, html, text FROM note")
            found = {key: read_note(Note(*rest), zone, keep) for key, *rest in rows}
    except (sqlite3.Error, TypeError):
        return {}
    return {key: known for key, known in found.items() if known is not None}


def write_notes(
    path: Path,
    basis: str,
    before: Mapping[str, Remembered],
    now: Mapping[str, Remembered],
) -> None:
    """Keep what is remembered; nothing when it is not known what that goes by.

    Args:
        path: Of the database.
        basis: As it was read with.
        before: What `read_notes` gave.
        now: All that is remembered now.
    """
    if not basis:
        return
    # By their keys, since a tree that grows at one end is written in half the time.
    new = sorted(key for key, known in now.items() if before.get(key) is not known)
    if not before:
        path.unlink(missing_ok=True)
    elif not new and len(now) == len(before):
        return
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as notes:
            # Nothing is lost with it: a power cut may leave a file that is no database.
            # What is deleted is overwritten, since words that are withdrawn must go.
            notes.executescript(
                f"PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; BEGIN; {_TABLES}"
            )
            notes.execute("DELETE FROM basis")
            notes.execute("INSERT INTO basis VALUES (?)", (basis,))
            notes.executemany(
                "DELETE FROM note WHERE fingerprint = ?",
                ((key,) for key in before.keys() - now.keys()),
            )
            notes.executemany(
                "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?)",
                (
                    (key, note.facts, note.html, note.text)
                    for key in new
                    for note in (write_note(now[key]),)
                ),
            )
            notes.execute("COMMIT")
    except sqlite3.Error:
        path.unlink(missing_ok=True)
