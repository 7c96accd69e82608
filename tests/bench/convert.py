"""Turns a content folder into the sources of the peers, front matter and all.

What lists a release is on, and where it stands, is asked of the product itself, so that
all generators make the same pages. Nothing of this is timed.
"""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsdesk.addresses import INDEXES
from newsdesk.filing import Archive, hands_of, read_archive
from newsdesk.intake import read_content
from newsdesk.registers import Registers, read_registers

PEERS = Path(__file__).parent / "peers"

_LINK = re.compile(r"\{filename\}/(releases/[^)]+\.md)")


@dataclass(frozen=True, slots=True)
class Converted:
    """One release, as any generator would have it."""

    name: str
    """File name without its ending."""
    title: str
    published: datetime
    slug: str
    address: str
    description: str
    category: str
    tags: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    """Id and name."""
    series: str
    body: str
    """Markdown."""


def convert(content: Path) -> tuple[Registers, list[Converted]]:
    """Return what a content folder knows and has published, newest first.

    Raises:
        ValueError: The registers have faults.
    """
    found = read_content(content)
    registers, faults = read_registers({n: f.text for n, f in found.registers.items()})
    if registers is None:
        raise ValueError(faults)
    archive = read_archive(found, registers)
    return registers, _releases(archive, {f.path: f.text for f in found.releases})


def _releases(archive: Archive, texts: dict[str, str]) -> list[Converted]:
    registers = archive.registers
    addresses = {filing.path: filing.address for filing in archive.releases}
    made = []
    for filing in archive.releases:
        lists = dict(filing.lists)
        body = texts[filing.path].partition("\n\n")[2]
        lede = body.partition(" – ")[2].partition(". ")[0]
        assert filing.publication is not None
        assert filing.category is not None
        made.append(
            Converted(
                name=filing.name,
                title=filing.title,
                published=filing.publication,
                slug=filing.slug,
                address=filing.address,
                description=filing.summary or f"{lede}.",
                category=filing.category.name,
                tags=filing.tags,
                people=tuple(
                    reporter.name
                    for _, reporter in hands_of(registers, filing)
                    if reporter is not None
                ),
                places=tuple(
                    (address.removeprefix(INDEXES["place"]).strip("/"), name)
                    for address, name in lists.items()
                    if address.startswith(INDEXES["place"])
                ),
                series=filing.series,
                body=_LINK.sub(lambda found: addresses.get(found[1], "/"), body),
            )
        )
    return sorted(made, key=lambda one: (one.published, one.slug), reverse=True)


# -- Pelican -----------------------------------------------------------------------


def lay_out_pelican(target: Path, content: Path) -> None:
    """Write the sources of a Pelican site."""
    shutil.copytree(PEERS / "pelican", target)
    _, releases = convert(content)
    write_pelican(target, releases)
    for path in sorted((content / "pages").glob("*.md")):
        text = f"Slug: {path.stem}\n{path.read_text(encoding='utf-8')}"
        _write(target / "content/pages" / path.name, text)


def write_pelican(target: Path, releases: Iterable[Converted]) -> None:
    """Write releases into the sources of a Pelican site."""
    for one in releases:
        keys = {
            "Title": one.title,
            "Date": f"{one.published:%Y-%m-%d %H:%M}",
            "Slug": one.slug,
            "Category": one.category,
            "Tags": ", ".join(one.tags),
            "Authors": "; ".join(one.people),
            "Summary": one.description,
            "Tempat": ";".join(f"{id}={name}" for id, name in one.places),
            "Seri": one.series,
        }
        header = "".join(f"{key}: {value}\n" for key, value in keys.items() if value)
        year = f"{one.published:%Y}"
        path = target / "content/releases" / year / f"{one.name}.md"
        _write(path, f"{header}\n{one.body}")


# -- Hugo --------------------------------------------------------------------------


def lay_out_hugo(target: Path, content: Path, *, whole: bool) -> None:
    """Write the sources of a Hugo site.

    Args:
        target: A folder that is not there yet.
        content: The content folder.
        whole: Also what `whole.toml` adds, JSON Feed for each category and place.
    """
    shutil.copytree(PEERS / "hugo", target)
    registers, releases = convert(content)
    write_hugo(target, releases)
    # A page for each list gives it its name, and feeds where ours has them.
    outputs = ["html", "atom", "rss", *(["umpan"] if whole else [])]
    for category in registers.categories.categories.values():
        _term(target, "kategori", category.id, title=category.name, outputs=outputs)
    for id, name in {place for one in releases for place in one.places}:
        _term(target, "tempat", id, title=name, outputs=outputs)
    # Months are no terms below their years: a year would list their pages twice.
    for month in {f"{one.published:%Y-%m}" for one in releases}:
        address = f"/arsip/{month.replace('-', '/')}/"
        _term(target, "bulan", month, title=f"Siaran {month}", url=address)
    _term(target, "bulan", "", title="", build={"render": "never"})
    for path in sorted((content / "pages").glob("*.md")):
        header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        keys = {"title": header.removeprefix("Title: ")}
        _write(target / "content" / path.name, f"{_json(keys)}\n\n{body}")
    keys = {"title": "Tentang inisial", "layout": "initials"}
    _write(target / "content/inisial.md", f"{_json(keys)}\n")


def write_hugo(target: Path, releases: Iterable[Converted]) -> None:
    """Write releases into the sources of a Hugo site."""
    for one in releases:
        keys = {
            "title": one.title,
            "date": one.published.isoformat(),
            "slug": one.slug,
            "description": one.description,
            "kategori": [one.category],
            "tag": one.tags,
            "reporter": one.people,
            "tempat": [id for id, _ in one.places],
            "seri": [one.series] if one.series else [],
            "arsip": [f"{one.published:%Y}"],
            "bulan": [f"{one.published:%Y-%m}"],
        }
        path = target / "content/releases" / f"{one.name}.md"
        _write(path, f"{_json(keys)}\n\n{one.body}")


def _term(target: Path, kind: str, id: str, **keys: object) -> None:
    _write(target / "content" / kind / id / "_index.md", _json(keys) + "\n")


def _json(keys: Mapping[str, object]) -> str:
    return json.dumps(keys, ensure_ascii=False, indent=1)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
