"""What a build has opened: texts as checked and set, as their pages want them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from gettext import NullTranslations

from newsdesk.addresses import Base
from newsdesk.body import Body, House, anchor, with_photos
from newsdesk.filing import Archive, Filing
from newsdesk.intake import Content
from newsdesk.page.images import Pictures


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """What a build has read and checked: all that its pages go by.

    Stands in Pelican's settings as `NEWSDESK`, where the generator finds it.
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
    basis: str = ""
    """Digest of programs, theme, settings and registers; empty when not known."""

    def shows(self, filing: Filing) -> bool:
        """Say whether a release or page is on this site."""
        return filing.shown(self.now, private=self.private)


def style_of(
    site_url: str,
    catalogues: Mapping[str, NullTranslations],
    *,
    lean: bool = False,
) -> Callable[[Filing, Archive, Mapping[str, str]], House]:
    """Return how the page of a text wants its body set, given all texts and addresses.

    What leads to a withdrawn text is no link on a page: its words alone stay.

    Args:
        site_url: Where the site is shown; empty for the office's URL.
        catalogues: The words of each language.
        lean: Whether the site has no plain text.
    """

    def style(filing: Filing, archive: Archive, addresses: Mapping[str, str]) -> House:
        office = Base(archive.registers.office.url)
        link = Base(site_url).link if site_url else office.link

        def resolve(href: str) -> str:
            inside = office.address_of(href).partition("#")[0]
            linked = archive.linked(inside, addresses)
            if linked is not None and linked.withdrawn:
                return ""
            if href.startswith("{filename}"):
                name = href.removeprefix("{filename}").removeprefix("/")
                file, _, heading = name.partition("#")
                part = f"#{anchor(heading)}" if heading else ""
                there = archive.by_path.get(file)
                return link(there.address) + part if there else href
            return link(href)

        gettext = catalogues[filing.lang].gettext
        back = gettext("Back to note {} in the text")
        return House(resolve, back, with_text=not lean)

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
