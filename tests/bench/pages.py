"""Counts what a generator has written, kind by kind: only equals are compared."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# By address, the first that fits; all generators use the same ones.
_KINDS = (
    ("release", r"[0-9]{4}/[0-9]{2}/[0-9]{2}/[^/]+/index\.html"),
    ("month", r"arsip/[0-9]{4}/[0-9]{2}/(halaman/[0-9]+/)?index\.html"),
    ("year", r"arsip/[0-9]{4}/(halaman/[0-9]+/)?index\.html"),
    ("archive", r"arsip/(halaman/[0-9]+/)?index\.html"),
    ("category", r"kategori/[^/]+/(halaman/[0-9]+/)?index\.html"),
    ("tag", r"tag/[^/]+/(halaman/[0-9]+/)?index\.html"),
    ("place", r"tempat/[^/]+/(halaman/[0-9]+/)?index\.html"),
    ("reporter", r"reporter/[^/]+/(halaman/[0-9]+/)?index\.html"),
    ("series", r"seri/[^/]+/(halaman/[0-9]+/)?index\.html"),
    ("other page", r".*\.html"),
    ("Atom feed", r".*feed\.atom"),
    ("RSS feed", r".*feed\.rss"),
    ("JSON Feed", r".*feed\.json"),
    ("plain text", r".*/rilis\.txt"),
    ("sitemap", r"sitemap.*\.xml"),
    ("other file", r".*"),
)
# What every site has to write, and what one that is whole has to write too; the other
# files are more work, or less.
_NAMES = [name for name, _ in _KINDS]
_COMPARED = _NAMES[: 1 + _NAMES.index("RSS feed")]
_WHOLE = ["JSON Feed", "plain text"]

# What the counts of a kind may differ by.
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in an output folder."""

    kinds: Mapping[str, int]
    """Kind -> number of files."""
    pages: int
    """HTML files."""
    files: int
    bytes: int


def count(output: Path) -> Written:
    """Count the files of a site."""
    kinds: Counter[str] = Counter()
    pages = files = size = 0
    for path in output.rglob("*"):
        if not path.is_file():
            continue
        name = path.relative_to(output).as_posix()
        kinds[next(kind for kind, form in _KINDS if re.fullmatch(form, name))] += 1
        pages += name.endswith(".html")
        files += 1
        size += path.stat().st_size
    ordered = {kind: kinds[kind] for kind, _ in _KINDS if kinds[kind]}
    return Written(ordered, pages, files, size)


def differences(ours: Written, theirs: Written, *, whole: bool) -> list[str]:
    """Say where two sites have not the same pages and feeds, within one per cent.

    Args:
        ours: What one has.
        theirs: What the other has.
        whole: Whether plain text and JSON Feed are compared too.
    """
    found = [
        f"{kind}: {ours.kinds.get(kind, 0)} and {theirs.kinds.get(kind, 0)}"
        for kind in [*_COMPARED, *(_WHOLE if whole else [])]
        if _apart(ours.kinds.get(kind, 0), theirs.kinds.get(kind, 0))
    ]
    if _apart(ours.pages, theirs.pages):
        found.append(f"pages: {ours.pages} and {theirs.pages}")
    return found


def _apart(one: int, other: int) -> bool:
    return abs(one - other) > _TOLERANCE * max(one, other)
