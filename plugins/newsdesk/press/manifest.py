"""The manifest of a build: what was published, of which texts, made with what.

A value and its JSON. The same commit gives the same bytes: nothing of the machine or
the clock stands here, and nothing of a text that is held.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from newsdesk.press.errors import BuildError
from newsdesk.saying import Bilingual


@dataclass(frozen=True, slots=True)
class Standing:
    """A release or plain page as it stands on the site."""

    address: str
    publication: str
    """The instant in ISO form; empty for plain pages."""
    digest: str
    """SHA-256 of its body, as `editions.tsv` has it."""
    file: str
    """SHA-256 of its whole text, header and all; the same."""
    hidden: int
    """How many of its corrections hide the text before them."""
    pictures: tuple[str, ...] = ()
    """Paths of its published pictures on the site."""
    change: str = ""
    """Kind of the latest change that its header tells of: `correction` or `minor`."""
    changed: str = ""
    """The instant of that change in ISO form."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A release or plain page that is on the site no more."""

    instant: str
    """In ISO form; empty when its header does not say one."""
    file: str
    """SHA-256 of its whole text."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a build has published."""

    commit: str
    """Of the content folder in Git; empty when it is in none."""
    clean: bool
    """Whether the content is exactly that of the commit."""
    tools: Mapping[str, str]
    """Name -> version of what made the site."""
    url: str
    private: bool
    """Whether held text is in it: a preview, which nothing is rolled back to."""
    texts: Mapping[str, Standing]
    """Path under the content folder -> the release or page."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Former address -> address."""
    added: tuple[str, ...] = ()
    """Paths of texts that the ledgers do not have yet, as all that follow sorted."""
    changed: tuple[str, ...] = ()
    """Paths of texts with another body or address than the ledgers have."""
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)
    """Path of each text that the ledgers have and that is withdrawn -> its end."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Path on the site -> SHA-256 of the file."""
    office: str = ""
    """Name of the office whose content it is."""


def write_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as JSON, an entry a line, sorted, with a newline at its end."""
    parts = [
        f'"commit": {_json(manifest.commit)}',
        f'"clean": {_json(manifest.clean)}',
        f'"tools": {_table(manifest.tools)}',
        f'"office": {_json(manifest.office)}',
        f'"url": {_json(manifest.url)}',
        f'"private": {_json(manifest.private)}',
        f'"texts": {_table(_plain(manifest.texts))}',
        f'"redirects": {_table(manifest.redirects)}',
        f'"added": {_json(manifest.added)}',
        f'"changed": {_json(manifest.changed)}',
        f'"withdrawn": {_table(_plain(manifest.withdrawn))}',
        f'"files": {_table(manifest.files)}',
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Return a manifest out of its JSON.

    Raises:
        BuildError: It is damaged, or of another version of Siaran.
    """
    try:
        found = json.loads(data)
        return Manifest(
            commit=_text(found["commit"]),
            clean=bool(found["clean"]),
            tools=_texts(found["tools"]),
            url=_text(found["url"]),
            private=bool(found["private"]),
            texts={
                _text(path): Standing(
                    address=_text(given["address"]),
                    publication=_text(given["publication"]),
                    digest=_text(given["digest"]),
                    file=_text(given["file"]),
                    hidden=int(given["hidden"]),
                    pictures=tuple(map(_text, given["pictures"])),
                    change=_text(given["change"]),
                    changed=_text(given["changed"]),
                )
                for path, given in found["texts"].items()
            },
            redirects=_texts(found["redirects"]),
            added=tuple(map(_text, found["added"])),
            changed=tuple(map(_text, found["changed"])),
            withdrawn={
                _text(path): Withdrawal(_text(given["instant"]), _text(given["file"]))
                for path, given in found["withdrawn"].items()
            },
            files=_texts(found["files"]),
            office=_text(found["office"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BuildError(
            Bilingual(
                "Catatan situs (build-manifest.json) rusak. Susun situsnya lagi.",
                "The manifest of the site (build-manifest.json) is damaged. Build the"
                " site again.",
            )
        ) from error


# One for all: `json.dumps` makes one for each call, half as long again (2026-11-24).
_json = json.JSONEncoder(ensure_ascii=False).encode


def _plain(found: Mapping[str, Standing | Withdrawal]) -> dict[str, dict[str, object]]:
    return {
        path: {one.name: getattr(entry, one.name) for one in fields(entry)}
        for path, entry in found.items()
    }


def _table(found: Mapping[str, object]) -> str:
    def lines() -> Iterator[str]:
        for key in sorted(found):
            yield f"  {_json(key)}: {_json(found[key])}"

    return "{\n" + ",\n".join(lines()) + "\n}" if found else "{}"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _texts(found: Mapping[object, object]) -> dict[str, str]:
    return {_text(key): _text(value) for key, value in found.items()}
