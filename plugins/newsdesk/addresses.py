"""The addresses of the site, and its URL in front of them.

An address begins with `/` and does not hold the path of the site's own URL
(docs/format.md, section 5). Knows nothing of what stands there.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote, urlsplit

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


@lru_cache(maxsize=65_536)
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


@lru_cache(maxsize=65_536)
def slugify(text: str) -> str:
    """Return a text as part of an address: `a-z 0-9 -`, at most 80 characters.

    >>> slugify("Kampung Tématik & Pasar")
    'kampung-tematik-pasar'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].rstrip("-")


# What a URL may have in its path, and what a browser makes of letters such as é.
# Source: RFC 3986, sections 3.3 and 3.4; RFC 3987 for the letters.
_PART = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])"
_PATH = re.compile(rf"/(?:(?:{_PART}+/)*{_PART}+/?)?(?:\?(?:{_PART}|[/?])*)?")
# An encoded slash or question mark would be read as one that parts the address; the
# rest ends a string in the configuration of some web server.
_NEVER = frozenset('/?"\\{}<>`^|')
_LONGEST = 1000


def is_address(text: str) -> bool:
    """Say whether a text may be an address of this site, or of an older one.

    It begins with one slash, may have a query and has no fragment. Its path decodes to
    UTF-8 that can be seen, without parts such as `..` and without what would end a
    string in the configuration of a web server.

    >>> is_address("/?p=12"), is_address("/a/../b/"), is_address("/a%22/")
    (True, False, False)
    """
    path = text.partition("?")[0]
    try:
        parts = [unquote(part, errors="strict") for part in path[1:].split("/")]
    except UnicodeDecodeError:
        return False
    return (
        len(text) <= _LONGEST
        and _PATH.fullmatch(text) is not None
        and unquote(text, errors="replace").isprintable()
        and all(part not in (".", "..") and not _NEVER & {*part} for part in parts)
    )


def one_spelling(address: str) -> str:
    """Return the spelling that all ways of writing one address share.

    The path decoded, with a slash at its end unless it names a file.

    >>> one_spelling("/caf%c3%a9"), one_spelling("/café/"), one_spelling("/a.xml?b")
    ('/café/', '/café/', '/a.xml?b')
    """
    path, mark, query = address.partition("?")
    path = unquote(path)
    if "." not in path.rpartition("/")[2]:
        path = f"{path.rstrip('/')}/"
    return path + mark + quote(query, safe="%!$&'()*+,;=:@/?")


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

    def address_of(self, link: str) -> str:
        """Return a whole URL of this site as its address; any other link as it is.

        Scheme, port and letter case of the host do not count: servers send all of them
        to one place.

        >>> Base("https://pers.kota.example/kabar").address_of(
        ...     "HTTP://Pers.kota.example/kabar/arsip/#isi"
        ... )
        '/arsip/#isi'
        """
        if link[:4].lower() != "http":
            return link
        own = urlsplit(self.url)
        try:
            parts = urlsplit(link)
            here = _place_of(parts) == _place_of(own)
        except ValueError:
            return link
        if not here or not f"{parts.path}/".startswith(f"{own.path}/"):
            return link
        path = parts.path.removeprefix(own.path) or "/"
        return parts._replace(scheme="", netloc="", path=path).geturl()

    def whole(self, address: str) -> str:
        """Return the whole URL of an address of the site; whole URLs pass."""
        return self.url + address if address.startswith("/") else address


def _place_of(parts: SplitResult) -> tuple[str, int | None]:
    """Return host and port of a URL, the usual ports of the web as none."""
    port = parts.port
    return (parts.hostname or "").rstrip("."), None if port in (80, 443) else port
