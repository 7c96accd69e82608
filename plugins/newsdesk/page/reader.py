"""Reads releases and pages for Pelican, over the one reading of the content folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from pelican.contents import Author, Category, Tag
from pelican.readers import BaseReader

from newsdesk.addresses import Base
from newsdesk.body import Body, House, anchor, with_photos
from newsdesk.filing import Archive, Filing, hands_of
from newsdesk.intake import Content
from newsdesk.page.images import Pictures


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """What a build has read and checked: all that its readers and pages go by.

    Stands in Pelican's settings as `NEWSDESK`, where readers and generators find it.
    """

    content: Content
    archive: Archive
    now: datetime
    private: bool
    base: Base
    pictures: Pictures
    catalogues: Mapping[str, NullTranslations]
    """The words of each language."""
    bodies: Mapping[str, Body]
    """By path: what is shown, as set, with its figures."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Former address -> address."""

    def shows(self, filing: Filing) -> bool:
        """Say whether a release or page is on this site."""
        return filing.shown(self.now, private=self.private)


def style_of(
    site_url: str, catalogues: Mapping[str, NullTranslations]
) -> Callable[[Filing, Archive], House]:
    """Return how the page of a text wants its body set, given all texts.

    Args:
        site_url: Where the site is shown; empty for the office's URL.
        catalogues: The words of each language.
    """

    def style(filing: Filing, archive: Archive) -> House:
        link = Base(site_url or archive.registers.office.url).link

        def resolve(href: str) -> str:
            if href.startswith("{filename}"):
                name = href.removeprefix("{filename}").removeprefix("/")
                file, _, heading = name.partition("#")
                part = f"#{anchor(heading)}" if heading else ""
                there = archive.by_path.get(file)
                return link(there.address) + part if there else href
            return link(href)

        gettext = catalogues[filing.lang].gettext
        return House(resolve, gettext("Back to note {} in the text"))

    return style


def pictures_shown(archive: Archive, shows: Callable[[Filing], bool]) -> set[str]:
    """Return the paths of the pictures that the shown releases and the office use."""
    found = {archive.registers.office.logo}
    for filing in (*archive.releases, *archive.pages):
        if shows(filing):
            found.update(filing.pictures)
    return found - {""}


def illustrated(
    bodies: Mapping[str, Body],
    archive: Archive,
    pictures: Pictures,
    base: Base,
    catalogues: Mapping[str, NullTranslations],
) -> dict[str, Body]:
    """Return bodies with their figures, by path.

    Args:
        bodies: As the desk has set them.
        archive: All texts.
        pictures: As they are published.
        base: The site's own URL.
        catalogues: The words of each language.
    """
    words = {lang: words.gettext("Photo") for lang, words in catalogues.items()}
    return {
        path: with_photos(
            body, pictures.photos, base.path, words[archive.by_path[path].lang]
        )
        for path, body in bodies.items()
    }


class ReleaseReader(BaseReader):  # type: ignore[misc]
    """Gives Pelican each release with what its text says of itself."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return HTML and metadata of a file of the content folder."""
        desk: OpenDesk = self.settings["NEWSDESK"]
        path = Path(source_path).relative_to(desk.content.root).as_posix()
        filing = desk.archive.by_path[path]
        if not desk.shows(filing):
            # Held: Pelican drops it before it becomes an article.
            return "", {"status": "skip", "title": filing.title}
        body = desk.bodies[path]
        metadata: dict[str, Any] = {
            "title": filing.title,
            "slug": filing.slug,
            "lang": filing.lang,
            "summary": filing.summary or body.teaser,
            "status": "published",
            "filing": filing,
            "body": body,
        }
        if filing.kind == "release":
            metadata |= self._of_release(desk, filing)
        return body.html, metadata

    def _of_release(self, desk: OpenDesk, filing: Filing) -> dict[str, Any]:
        day = filing.publication
        registers = desk.archive.registers
        known = hands_of(registers, filing)
        names = [reporter.name for _, reporter in known if reporter]
        category = filing.category.name if filing.category else ""
        metadata: dict[str, Any] = {
            "date": day,
            "category": Category(category, self.settings),
            "tags": [Tag(tag, self.settings) for tag in filing.tags],
        }
        # Without authors Pelican takes the office; an empty list would trip it.
        if names:
            metadata["authors"] = [Author(name, self.settings) for name in names]
        return metadata
