"""Everything that is published at an instant, set and ready to be laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from newsdesk.addresses import Base
from newsdesk.body import Body, Photo
from newsdesk.filing import LANGUAGES, Filing
from newsdesk.page.images import Pictures
from newsdesk.page.story import Story, with_words
from newsdesk.page.values import Ref
from newsdesk.registers import Registers


@dataclass(frozen=True)
class News:
    """What the pages are made from."""

    registers: Registers
    now: datetime
    """Decides urgent notices, pins and the news sitemap, and nothing else here."""
    private: bool
    """Whether held text is among it."""
    base: Base
    releases: tuple[Filing, ...]
    """Newest first, in every language."""
    pages: tuple[Filing, ...]
    """By address."""
    bodies: Mapping[str, Body]
    """By path of the filing."""
    pictures: Pictures
    extras: Mapping[str, bytes]
    """Address on the site -> bytes of what is copied to its root."""
    stylesheet: bytes
    script: bytes
    """Empty when the theme has none."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Former address -> address."""
    lean: bool = False
    """Whether the site goes without plain text, JSON Feed and JSON-LD."""

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The releases, newest first, in every language."""
        return tuple(self.story(f, self.bodies[f.path]) for f in self.releases)

    @cached_property
    def plain(self) -> tuple[Story, ...]:
        """The plain pages, by address."""
        return tuple(self.story(f, self.bodies[f.path]) for f in self.pages)

    @cached_property
    def listed(self) -> frozenset[str]:
        """Addresses of the lists that exist, categories apart.

        Those of each tag, place, reporter and series of a release in the site's own
        language.
        """
        found: set[str] = set()
        for filing in self.releases:
            if filing.lang == LANGUAGES[0]:
                found.update(address for address, _ in filing.lists)
        return frozenset(found)

    @property
    def noindex(self) -> bool:
        """Whether no page may be indexed."""
        return self.private or self.registers.office.sample

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that have releases or pages, the site's own first."""
        used = {filing.lang for filing in (*self.releases, *self.pages)}
        return tuple(lang for lang in LANGUAGES if lang in used or lang == LANGUAGES[0])

    def story(self, filing: Filing, body: Body) -> Story:
        """Return a text as it is published among all the others."""
        lists = {address for address, _ in filing.lists}
        translation = self._pairs.get(filing.path)
        gallery = (with_words(self.photo(p.path), p) for p in body.gallery)
        return Story(
            filing,
            body,
            frozenset(lists & self.listed),
            lead=with_words(self.photo(body.lead.path), body.lead)
            if body.lead
            else None,
            gallery=tuple(photo for photo in gallery if photo is not None),
            translation=(
                Ref(translation.lang, translation.address) if translation else None
            ),
        )

    @cached_property
    def _pairs(self) -> Mapping[str, Filing]:
        by_path = {filing.path: filing for filing in (*self.releases, *self.pages)}
        found: dict[str, Filing] = {}
        for filing in by_path.values():
            if original := by_path.get(filing.original):
                found[filing.path] = original
                found[original.path] = filing
        return found

    def photo(self, path: str) -> Photo | None:
        """Return a picture as published, without its words; None when there is none."""
        return self.pictures.photos.get(path)
