"""What a text may link to on its own site: every address, and whose it is.

Pure. Addresses are those of docs/format.md, section 5; further pages of lists left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import accumulate

from newsdesk.addresses import ARCHIVE, INDEXES, INITIALS, list_address
from newsdesk.filing import LANGUAGES, Archive, Filing

# Lists and files that every site has; the lists in its own language.
_LISTS = (ARCHIVE, INITIALS, *INDEXES.values())
_FILES = (
    *("robots.txt", "sitemap.xml", "sitemap-news.xml", "404.html"),
    ".well-known/security.txt",
)
_FEEDS = ("feed.atom", "feed.rss", "feed.json")
_WITH_FEEDS = (INDEXES["place"], *(f"/{lang}/" for lang in LANGUAGES[1:]))


def site_addresses(archive: Archive) -> dict[str, str]:
    """Return every address a text may link to, and the file it hangs on.

    Empty for what is always there. A list of a tag, place, reporter or series, and
    the home of another language, hang on the first release that comes out and stands
    there: before it they are not. A text that has the address of something else, or
    of one that comes out before it, does not get it.
    """
    found = {"/": "", **dict.fromkeys(_LISTS, "")}
    found |= {f"/{file}": "" for file in (*_FILES, *_FEEDS)}
    for id in archive.registers.categories.categories:
        address = list_address("category", id)
        found |= {address: "", **{f"{address}{feed}": "" for feed in _FEEDS}}
    releases = sorted(archive.releases, key=_coming_out)
    for filing in releases:
        if not filing.withdrawn:
            for address in _lists_of(filing):
                if address not in found:
                    found[address] = filing.path
                    if address.startswith(_WITH_FEEDS):
                        found |= {f"{address}{feed}": filing.path for feed in _FEEDS}
    for filing in (*archive.pages, *releases):
        if filing.address:
            found.setdefault(filing.address, filing.path)
            if filing.kind == "release":
                found.setdefault(f"{filing.address}rilis.txt", filing.path)
    return found


def file_above(address: str, addresses: Mapping[str, str]) -> str:
    """Return the file of the site that an address takes for a folder; empty for none.

    >>> file_above("/feed.atom/lama/", {"/feed.atom": ""})
    'feed.atom'
    """
    for path in accumulate(address.split("/")[1:-1], "{}/{}".format):
        page = path.removesuffix("index.html")
        if f"/{path}" in addresses or (page != path and f"/{page}" in addresses):
            return path
    return ""


def folders_of(addresses: Iterable[str]) -> set[str]:
    """Return every folder of the site in which something stands: `/arsip/2026`."""
    found: set[str] = set()
    for address in addresses:
        folder = address.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _coming_out(filing: Filing) -> tuple[bool, float, str]:
    """Order releases by when they may be read, drafts last."""
    moment: datetime | None = filing.publication
    draft = filing.status != "published" or moment is None
    return draft, moment.timestamp() if moment else 0.0, filing.path


def _lists_of(filing: Filing) -> Iterator[str]:
    """Yield the lists that a release stands on, categories apart."""
    if filing.lang != LANGUAGES[0]:
        yield f"/{filing.lang}/"
        return
    for address, _ in filing.lists:
        yield address
    if (day := filing.publication) is not None:
        yield f"{ARCHIVE}{day.year}/"
        yield f"{ARCHIVE}{day.year}/{day.month:02}/"
