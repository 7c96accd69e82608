"""Looks at a finished site and says what is not right with it.

Pure: paths and bytes in, defects out. A site with a defect is not published.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from newsdesk.addresses import Base
from newsdesk.press.leaks import Held
from newsdesk.press.markup import Page, PageReader, strings_in, within
from newsdesk.saying import Bilingual

# A tag in the HTML that feeds carry.
_TAG = re.compile(r"<[^<>]*>")
_XML = (".xml", ".atom", ".rss")
_TEXT = (*_XML, ".html", ".txt", ".json")


@dataclass(frozen=True, slots=True)
class Defect:
    """Something on a site that must not be, or is not there."""

    path: str
    """On the site."""
    kind: str
    """`lost`, `markup`, `link`, `anchor`, `held` or `held-name`."""
    value: str
    """The text that is lost or held, the link, or what is not whole."""
    text: str = ""
    """Path of the text whose page it is; empty for any other file."""

    @property
    def words(self) -> Bilingual:
        """It in words, which name no held text: a log may be public."""
        said = _WORDS[self.kind].filled(value=self.value)
        place = f"{self.path} ({self.text})" if self.text else self.path
        return said if self.kind == "held-name" else said.at(place)


_WORDS: Mapping[str, Bilingual] = {
    "lost": Bilingual(
        '"{value}" tidak ada di situs. Periksa templat dan pengaturan yang baru'
        " diubah.",
        '"{value}" is not on the site. Look at the templates and settings that were'
        " changed last.",
    ),
    "markup": Bilingual(
        "Tidak utuh pada {value} Betulkan templat atau berkas tambahannya.",
        "It is not whole at {value} Mend its template or extra.",
    ),
    "link": Bilingual(
        'Tautan "{value}" tidak menuju apa pun. Betulkan tautan itu di teks, register'
        " atau templatnya.",
        'The link "{value}" leads nowhere. Mend it in the text, register or template'
        " that has it.",
    ),
    "anchor": Bilingual(
        'Tautan "{value}" menuju bagian yang tidak ada. Betulkan yang di belakang tanda'
        " #.",
        'The link "{value}" leads to a part that is not there. Mend what stands behind'
        " the #.",
    ),
    "held": Bilingual(
        "Memuat kata-kata dari teks yang ditahan atau dicabut. Hapus kata-kata itu dari"
        " templat, register atau tambahan yang memuatnya; bila kebetulan sama, ubah di"
        " teks yang ditahan.",
        "Has words of a text that is held or withdrawn. Take them out of the template,"
        " register or extra that has them; if they are the same by chance, change them"
        " in the held text.",
    ),
    "held-name": Bilingual(
        "Sebuah berkas hanya ada karena teks yang ditahan atau dicabut. Hapus tambahan"
        " atau pengalihan yang memberinya nama itu.",
        "A file is only there for a text that is held or withdrawn. Remove the extra or"
        " redirect that gives it that name.",
    ),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one file: a value that travels between processes."""

    path: str
    """On the site."""
    ids: frozenset[str]
    """The anchors of a page."""
    links: tuple[tuple[str, str], ...]
    """Each as resolved and as written. Not those of which its inspector told before
    for a smaller path, nor those to an anchor of the page itself that is there."""
    defects: tuple[Defect, ...]
    """What is not right with the file by itself."""


class Inspector:
    """Looks at files of one site; processes may share them, each with its own one."""

    def __init__(self, base: Base, held: Held) -> None:
        """Take the site's own URL, and what must not be on it."""
        self._base = base
        self._held = held
        self._reader = PageReader(base.url, with_texts=bool(held.phrases))
        # Link -> smallest path for which it was told. Not of those that are relative:
        # they lead elsewhere from each page.
        self._told: dict[str, str] = {}
        # Most pages have the same ids; most texts stand on several pages.
        self._same_ids: dict[frozenset[str], frozenset[str]] = {}
        self._clean: set[int] = set()

    def look(self, path: str, data: bytes) -> Seen:
        """Return what is seen of a file.

        Args:
            path: On the site. Least is told twice where paths are in ascending order.
            data: All of it.
        """
        defects: list[Defect] = []
        page = Page()
        if held := self._held.in_path(path):
            defects.append(Defect(path, "held-name", held))
        if path.endswith(_TEXT):
            try:
                page = self._read(path, data.decode())
            except (ValueError, ElementTree.ParseError) as error:
                defects.append(Defect(path, "markup", str(error)))
        defects += [Defect(path, "markup", fault) for fault in page.faults]
        defects += [Defect(path, "held", held) for held in self._held_in(page.texts)]
        ids = self._same_ids.setdefault(page.ids, page.ids)
        return Seen(path, ids, tuple(self._untold(path, page)), tuple(defects))

    def _read(self, path: str, text: str) -> Page:
        """Return what a file says of itself.

        Raises:
            ValueError, ElementTree.ParseError: It cannot be read.
        """
        if path.endswith(".html"):
            return self._reader.read(text)
        if path.endswith(_XML):
            return self._strings(_strings_of_xml(text))
        if path.endswith(".json"):
            return self._strings(strings_in(json.loads(text)))
        return Page(texts=tuple(text.split("\n\n")))

    def _strings(self, strings: Iterable[str]) -> Page:
        """Return what strings say, each of which is a link, a text, or HTML."""
        found = tuple(strings)
        links = frozenset(one for one in found if within(one, self._base.url))
        return Page(links, texts=tuple(_TAG.sub(" ", one) for one in found))

    def _untold(self, path: str, page: Page) -> Iterator[tuple[str, str]]:
        for link in page.links:
            first = self._told.get(link)
            if first is not None and first <= path:
                continue
            if link.startswith("#") and link[1:] in page.ids:
                continue
            if link.startswith(("/", self._base.url)):
                self._told[link] = path
            resolved = _resolved(self._base, path, link)
            if resolved is not None:
                yield resolved, link

    def _held_in(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield the path of a held text for each text that has words of it."""
        if not self._held.phrases:
            return
        for text in texts:
            key = hash(text)
            if key in self._clean:
                continue
            if held := self._held.in_text(text):
                yield held
            else:
                self._clean.add(key)


class Inspection:
    """All that was seen of one site; the same in whatever order it comes."""

    def __init__(self, base: Base) -> None:
        """Take the site's own URL."""
        self._base = base
        # Path -> ids; most pages have the same.
        self._ids: dict[str, frozenset[str]] = {}
        self._same_ids: dict[frozenset[str], frozenset[str]] = {}
        # Link as resolved -> the smallest path that has it, and the link as written.
        self._links: dict[str, tuple[str, str]] = {}
        self._defects: list[Defect] = []

    def add(self, seen: Seen) -> None:
        """Take in what was seen of a file."""
        self._ids[seen.path] = self._same_ids.setdefault(seen.ids, seen.ids)
        self._defects += seen.defects
        for resolved, link in seen.links:
            self._link(resolved, seen.path, link)

    def follow(self, path: str, links: Iterable[str]) -> None:
        """Look where links lead that stand on no page.

        Args:
            path: Of the file that has them.
            links: Addresses or whole URLs.
        """
        for link in links:
            resolved = _resolved(self._base, path, link)
            if resolved is not None:
                self._link(resolved, path, link)

    def defects(self, expected: Mapping[str, str]) -> tuple[Defect, ...]:
        """Return everything that is not right, sorted.

        Args:
            expected: Path of a text that was read -> its address on the site.
        """
        texts = {f"{at.lstrip('/')}index.html": text for text, at in expected.items()}
        found = [
            Defect(page, "lost", text)
            for page, text in texts.items()
            if page not in self._ids
        ]
        for link, (path, written) in self._links.items():
            target, _, anchor = link.partition("#")
            if target not in self._ids:
                found.append(Defect(path, "link", written))
            elif anchor and anchor not in self._ids[target]:
                found.append(Defect(path, "anchor", written))
        key = lambda defect: (defect.path, defect.kind, defect.value)  # noqa: E731
        return tuple(
            replace(defect, text=texts.get(defect.path, ""))
            for defect in sorted({*self._defects, *found}, key=key)
        )

    def _link(self, resolved: str, path: str, link: str) -> None:
        here = (path, link)
        self._links[resolved] = min(here, self._links.get(resolved, here))


def _strings_of_xml(text: str) -> Iterator[str]:
    """Yield every value and text of an XML file.

    Raises:
        ElementTree.ParseError: It is none.
    """
    for element in ElementTree.fromstring(text).iter():
        yield from element.attrib.values()
        if element.text and not element.text.isspace():
            yield element.text.strip()


def _resolved(base: Base, path: str, link: str) -> str | None:
    """Return the path on the site, with its anchor, to which a link leads."""
    if within(link, base.url):
        link = link[len(base.url) :] or "/"
    elif link.startswith("/"):
        if base.path and not within(link, base.path):
            # Another site on the same host.
            return None
        link = link.removeprefix(base.path) or "/"
    parts = urlsplit(link)
    anchor = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    if not parts.path:
        return path + anchor
    target = unquote(parts.path)
    if not target.startswith("/"):
        slash = "/" if target.endswith("/") else ""
        target = normpath(join("/", dirname(path), target)) + slash
    target = target.lstrip("/")
    if not target or target.endswith("/"):
        target += "index.html"
    return target + anchor
