"""A release or a plain page as it is published: all that its own files are made of."""

from dataclasses import dataclass, replace

from newsdesk.addresses import list_address
from newsdesk.body import Body, Photo, Picture
from newsdesk.filing import LANGUAGES, Filing
from newsdesk.page.values import Ref
from newsdesk.registers.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Story:
    """A text with what the site makes of it.

    Whoever makes a file of it gets this and the frame of the site, and can reach no
    other text; so nothing that a file depends on is left out of what it is given.
    """

    filing: Filing
    body: Body
    """As set, with its figures."""
    lists: frozenset[str]
    """Addresses of the lists it may link to: those of its own that exist."""
    lead: Photo | None
    """The lead photo with its words."""
    gallery: tuple[Photo, ...]
    translation: Ref | None
    """The edition in the other language; its name is that language's code."""

    @property
    def teaser(self) -> str:
        """The standfirst, else the first sentence of the lede without its dateline."""
        return self.filing.summary or self.body.teaser

    @property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Language and address of it and its translation; none when it has none."""
        if self.translation is None:
            return ()
        both = [
            (self.filing.lang, self.filing.address),
            (self.translation.name, self.translation.address),
        ]
        return tuple(sorted(both, key=lambda one: LANGUAGES.index(one[0])))

    def ref(self, name: str, address: str) -> Ref:
        """Return a link to a list; without address when there is no such list."""
        return Ref(name, address if address in self.lists else "")

    def place_ref(self, gazetteer: Gazetteer) -> Ref | None:
        """Return the place of the dateline as written, linked when it has a list."""
        name = self.filing.place
        if not name:
            return None
        found = gazetteer.find(name)
        return self.ref(name, list_address("place", found.id) if found else "")


def with_words(photo: Photo | None, picture: Picture | None) -> Photo | None:
    """Return a photo with the words that a text gives it; None when either is."""
    if photo is None or picture is None:
        return None
    return replace(
        photo, alt=picture.alt, caption=picture.caption, credit=picture.credit
    )
