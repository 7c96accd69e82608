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
from newsdesk.body import Body, House, anchor, pictures_of, typeset
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
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Former address -> address."""

    def shows(self, filing: Filing) -> bool:
        """Say whether a release or page is on this site."""
        return filing.shown(self.now, private=self.private)

    def set(self, filing: Filing) -> Body:
        """Set the body of a release or page for its page."""
        gettext = self.catalogues[filing.lang].gettext
        link = self.base.link

        def resolve(href: str) -> str:
            if href.startswith("{filename}"):
                name = href.removeprefix("{filename}").removeprefix("/")
                file, _, heading = name.partition("#")
                part = f"#{anchor(heading)}" if heading else ""
                there = self.archive.by_path.get(file)
                return link(there.address) + part if there else href
            return link(href)

        house = House(
            resolve=resolve,
            photos=self.pictures.photos,
            link=self.base.path,
            backlink=gettext("Back to note {} in the text"),
            credit=gettext("Photo"),
        )
        return typeset(filing.release, filing.notation(), house)


def pictures_shown(archive: Archive, shows: Callable[[Filing], bool]) -> set[str]:
    """Return the paths of the pictures that the shown releases and the office use."""
    found = {archive.registers.office.logo}
    for filing in (*archive.releases, *archive.pages):
        if shows(filing):
            found.update(picture.path for picture in pictures_of(filing.release))
    return found - {""}


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
        body = desk.set(filing)
        if body.faults:
            raise ValueError(f"{path}: {body.faults[0].rule}")
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
