"""Looks at a finished site and says what is not right with it.

Pure: paths and bytes in, defects out. A site with a defect is not published.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from newsdesk.addresses import Base
from newsdesk.press.leaks import Held
from newsdesk.press.markup import PageReader, strings_in, within

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

    def __str__(self) -> str:
        """Return it in words, which name no held text: a log may be public."""
        said = _WORDS[self.kind].format(value=self.value)
        return said if self.kind == "held-name" else f"{self.path}: {said}"


_WORDS: Mapping[str, str] = {
    "lost": '"{value}" tidak ada di situs. / "{value}" is not on the site.',
    "markup": "Tidak utuh pada {value} / It is not whole at {value}",
    "link": (
        'Tautan "{value}" tidak menuju apa pun. / The link "{value}" leads nowhere.'
    ),
    "anchor": (
        'Tautan "{value}" menuju bagian yang tidak ada.'
        ' / The link "{value}" leads to a part that is not there.'
    ),
    "held": (
        "Memuat kata-kata dari teks yang ditahan atau dicabut."
        " / Has words of a text that is held or withdrawn."
    ),
    "held-name": (
        "Sebuah berkas hanya ada karena teks yang ditahan atau dicabut."
        " / A file is only there for a text that is held or withdrawn."
    ),
}


class Inspection:
    """What was seen of one site, file by file."""

    def __init__(self, base: Base, held: Held) -> None:
        """Take the site's own URL, and what must not be on it."""
        self._base = base
        self._held = held
        self._reader = PageReader(base.url)
        self._paths: set[str] = set()
        self._defects: list[Defect] = []
        # Link as resolved -> the first page that has it, and the link as written.
        self._links: dict[str, tuple[str, str]] = {}
        self._ids: dict[str, frozenset[str]] = {}
        # Most pages have the same ids; most texts stand on several pages.
        self._same_ids: dict[frozenset[str], frozenset[str]] = {}
        self._clean: set[int] = set()

    def see(self, path: str, data: bytes) -> None:
        """Look at one file.

        Args:
            path: On the site.
            data: All of it.
        """
        self._paths.add(path)
        if held := self._held.in_path(path):
            self._defects.append(Defect(path, "held-name", held))
        if not path.endswith(_TEXT):
            return
        try:
            text = data.decode()
            if path.endswith(".html"):
                self._page(path, text)
            elif path.endswith(_XML):
                self._xml(path, text)
            elif path.endswith(".json"):
                self._strings(path, [*strings_in(json.loads(text))])
            else:
                self._texts(path, text.split("\n\n"))
        except (ValueError, ElementTree.ParseError) as error:
            self._defects.append(Defect(path, "markup", str(error)))

    def follow(self, path: str, links: Iterable[str]) -> None:
        """Look where links lead that stand on no page.

        Args:
            path: Of the file that has them.
            links: Addresses or whole URLs.
        """
        self._link(path, links)

    def defects(self, expected: Mapping[str, str]) -> tuple[Defect, ...]:
        """Return everything that is not right, sorted.

        Args:
            expected: Path of a text that was read -> its address on the site.
        """
        found = [
            Defect(f"{address.lstrip('/')}index.html", "lost", path)
            for path, address in expected.items()
            if f"{address.lstrip('/')}index.html" not in self._paths
        ]
        for link, (path, written) in self._links.items():
            target, _, anchor = link.partition("#")
            if target not in self._paths:
                found.append(Defect(path, "link", written))
            elif anchor and anchor not in self._ids.get(target, ()):
                found.append(Defect(path, "anchor", written))
        key = lambda defect: (defect.path, defect.kind, defect.value)  # noqa: E731
        return tuple(sorted({*self._defects, *found}, key=key))

    def _page(self, path: str, text: str) -> None:
        page = self._reader.read(text, with_texts=bool(self._held.phrases))
        self._defects += [Defect(path, "markup", fault) for fault in page.faults]
        self._ids[path] = self._same_ids.setdefault(page.ids, page.ids)
        self._link(path, page.links)
        self._texts(path, page.texts)

    def _xml(self, path: str, text: str) -> None:
        strings: list[str] = []
        for element in ElementTree.fromstring(text).iter():
            strings += element.attrib.values()
            if element.text and not element.text.isspace():
                strings.append(element.text.strip())
        self._strings(path, strings)

    def _strings(self, path: str, strings: list[str]) -> None:
        """Look at strings, each of which is a link, a text, or HTML."""
        self._link(path, (one for one in strings if within(one, self._base.url)))
        self._texts(path, (_TAG.sub(" ", one) for one in strings))

    def _link(self, path: str, links: Iterable[str]) -> None:
        for link in links:
            resolved = self._resolved(path, link)
            if resolved is not None and resolved not in self._links:
                self._links[resolved] = (path, link)

    def _resolved(self, path: str, link: str) -> str | None:
        """Return the path on the site, with its anchor, to which a link leads."""
        base = self._base
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

    def _texts(self, path: str, texts: Iterable[str]) -> None:
        if not self._held.phrases:
            return
        for text in texts:
            key = hash(text)
            if key in self._clean:
                continue
            if held := self._held.in_text(text):
                self._defects.append(Defect(path, "held", held))
            else:
                self._clean.add(key)
