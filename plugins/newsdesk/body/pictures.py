"""Pictures in a release: how they are written, and the figure they become."""

import re
from dataclasses import dataclass
from html import escape

from newsdesk.notation.paragraphs import PICTURE


@dataclass(frozen=True, slots=True)
class Variant:
    """One file of a picture."""

    address: str
    """On the site, `/gambar/…`."""
    width: int
    height: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of a release, as published."""

    variants: tuple[Variant, ...]
    """Narrowest first; at least one."""
    alt: str
    caption: str
    """Without the credit."""
    credit: str
    """Empty when none is given."""
    kind: str
    """Name of the format as readers know it: `JPEG`, `PNG`, `WEBP`."""

    @property
    def largest(self) -> Variant:
        """The widest file."""
        return self.variants[-1]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a writer places it."""

    path: str
    """Under the content folder: `images/2026/pasar-1.jpg`."""
    alt: str
    caption: str
    """The title in the quotes, without the credit."""
    credit: str
    """What stands behind the last `Foto:` or `Photo:`; empty when nothing does."""
    offset: int
    """Where it begins in the text it was read from."""


_PICTURE = re.compile(PICTURE, re.VERBOSE)
_CREDIT = re.compile(r"(?:Foto|Photo):")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_pictures(text: str) -> tuple[Picture, ...]:
    """Return the pictures of a paragraph that holds nothing else, in order."""
    return tuple(_picture(found) for found in _PICTURE.finditer(text))


def _picture(found: re.Match[str]) -> Picture:
    title = _plain(found["double"] or found["single"] or "")
    caption, credit = title, ""
    if marks := list(_CREDIT.finditer(title)):
        caption = title[: marks[-1].start()].strip()
        credit = title[marks[-1].end() :].strip().removesuffix(".")
    path = found["path"].removeprefix("{static}").removeprefix("/")
    return Picture(path, _plain(found["alt"]), caption, credit, found.start())


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", text).strip()


def figure(photo: Photo, link: str, sizes: str, credit_label: str) -> str:
    """Return the HTML of a photo that stands inside the body.

    Args:
        photo: The photo as published.
        link: What goes in front of its addresses: the path of the site's URL.
        sizes: The `sizes` attribute.
        credit_label: `Foto` or `Photo`.
    """
    largest = photo.largest
    srcset = ", ".join(f"{link}{v.address} {v.width}w" for v in photo.variants)
    credit = (
        f'<span class="photo__credit">{credit_label}: {escape(photo.credit)}</span>'
        if photo.credit
        else ""
    )
    caption = " ".join(part for part in (escape(photo.caption), credit) if part)
    return (
        f'<figure class="photo"><img src="{link}{largest.address}"'
        f' srcset="{srcset}" sizes="{sizes}" width="{largest.width}"'
        f' height="{largest.height}" loading="lazy" alt="{escape(photo.alt)}">'
        + (f'<figcaption class="data">{caption}</figcaption>' if caption else "")
        + "</figure>"
    )
