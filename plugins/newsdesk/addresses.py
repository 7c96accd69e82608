"""The addresses of the site, and its URL in front of them.

An address begins with `/` and does not hold the path of the site's own URL
(docs/format.md, section 5). Knows nothing of what stands there.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

ARCHIVE = "/arsip/"
INITIALS = "/inisial/"
INDEXES: Mapping[str, str] = {
    "category": "/kategori/",
    "tag": "/tag/",
    "place": "/tempat/",
    "reporter": "/reporter/",
    "series": "/seri/",
}
"""Kind of a list -> address of the index of all lists of that kind."""


def list_address(kind: str, name: str) -> str:
    """Return the address of a list; empty when the name has no slug.

    Args:
        kind: One of `INDEXES`.
        name: Id of a category, place or reporter; a tag or a series as written.

    >>> list_address("tag", "Bank Sampah")
    '/tag/bank-sampah/'
    """
    slug = slugify(name)
    return f"{INDEXES[kind]}{slug}/" if slug else ""


def slugify(text: str) -> str:
    """Return a text as part of an address: `a-z 0-9 -`, at most 80 characters.

    >>> slugify("Kampung Tématik & Pasar")
    'kampung-tematik-pasar'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].rstrip("-")


@dataclass(frozen=True, slots=True)
class Base:
    """The URL of a site."""

    url: str
    """Whole, without a slash at the end; it may have a path."""

    @property
    def path(self) -> str:
        """The path of the URL: empty, or `/kabar`."""
        return urlsplit(self.url).path

    @property
    def origin(self) -> str:
        """The URL without its path."""
        return self.url.removesuffix(self.path)

    def link(self, address: str) -> str:
        """Return an address of the site as a link on its pages; whole URLs pass.

        >>> Base("https://pers.kota.example/kabar").link("/arsip/")
        '/kabar/arsip/'
        """
        return self.path + address if address.startswith("/") else address

    def whole(self, address: str) -> str:
        """Return the whole URL of an address of the site; whole URLs pass."""
        return self.url + address if address.startswith("/") else address
