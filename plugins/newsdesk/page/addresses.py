"""Where the site stands: the one place that puts its URL in front of an address."""

from dataclasses import dataclass
from urllib.parse import urlsplit


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
