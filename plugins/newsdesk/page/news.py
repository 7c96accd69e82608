"""Everything that is published at an instant, set and ready to be laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from newsdesk.addresses import Base
from newsdesk.body import Body, Photo
from newsdesk.filing import LANGUAGES, Filing, lists_of
from newsdesk.page.images import Pictures
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

    def whole(self, address: str) -> str:
        """Return the whole URL of an address; whole URLs pass."""
        return self.base.whole(address)

    @cached_property
    def listed(self) -> frozenset[str]:
        """Addresses of the lists that exist, categories apart.

        Those of each tag, place, reporter and series of a release in the site's own
        language.
        """
        found: set[str] = set()
        for filing in self.releases:
            if filing.lang == LANGUAGES[0]:
                found.update(address for address, _ in lists_of(self.registers, filing))
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

    def ref(self, name: str, address: str) -> Ref:
        """Return a link to a list; without address when there is no such list."""
        return Ref(name, address if address in self.listed else "")

    def translation(self, filing: Filing) -> Filing | None:
        """Return the edition of a release or a page in the other language, or None."""
        return self._pairs.get(filing.path)

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
