"""Reads a content folder once: files in, texts and facts out.

The only room that reads content from disk, so that check, site and every output are
made from one consistent reading. Knows which files belong in a content folder
(docs/format.md, section 1); knows nothing of what stands in them.
"""

import codecs
import json
import os
import re
import shlex
import stat
import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from newsdesk.notation.model import Fault


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text of the content folder."""

    path: str
    """Under the content folder, with `/`: `releases/2026/2026-05-16-pasar.md`."""
    text: str
    """Without a byte order mark, line ends LF; empty when it could not be read."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A picture or an extra of the content folder."""

    path: str
    """Under the content folder, with `/`."""
    size: int
    """Bytes."""
    kind: str = ""
    """Name of a picture's format by its content: `JPEG`, `PNG`, `WEBP`; empty for
    extras, and for what cannot be read as one of them."""
    width: int = 0
    """Pixels of a picture; 0 for what is none."""
    height: int = 0
    """The same."""
    damage: str = ""
    """What is wrong with a picture of a known kind: `cut`, its end is missing; or
    `large`, it has more pixels than may be opened."""


@dataclass(frozen=True, slots=True)
class Content:
    """A content folder as read."""

    root: Path
    releases: tuple[TextFile, ...]
    """Sorted by path, as all that follow."""
    pages: tuple[TextFile, ...]
    registers: Mapping[str, TextFile]
    """By file name: `office.toml`."""
    pictures: Mapping[str, DataFile]
    """By path."""
    extras: Mapping[str, DataFile]
    """By path."""
    faults: tuple[tuple[str, Fault], ...]
    """Path and fault of each file that cannot be read or does not belong."""

    def texts(self) -> dict[str, str]:
        """Return path -> text of every release, page and register."""
        files = (*self.releases, *self.pages, *self.registers.values())
        return {file.path: file.text for file in files}

    def roughly(self, path: str) -> str:
        """Return the first 64 KB of any file, in which ASCII letters alone are sure."""
        with (self.root / path).open("rb") as file:
            # Every other byte of UTF-16 is a null.
            return file.read(1 << 16).replace(b"\0", b"").decode("latin-1")

    def bytes_of(self, path: str) -> bytes:
        """Return the bytes of a picture or an extra."""
        return (self.root / path).read_bytes()


_RELEASE = re.compile(r"releases/[0-9]{4}/[^/]+\.md")
_PAGE = re.compile(r"pages/[^/]+\.md")
_PICTURE = re.compile(r"images/(?:[0-9]{4}/)?[^/]+\.(?:jpe?g|png|webp)")
_REGISTER = re.compile(
    r"""registers/(?: (?:office|places|sources|categories|reporters)\.toml
        | (?:addresses|editions)\.tsv )""",
    re.VERBOSE,
)
_EXTRA = re.compile(r"extra/.+")
# How most files are named; what programs leave behind and copies have other signs.
_USUAL = re.compile(r"(?:releases/[0-9]{4}|pages)/[a-z0-9-]+(?:\.[a-z]{2})?\.md")
_PICTURE_NAME = re.compile(r"[a-z0-9-]+")
_EXTRA_ENDINGS = (
    *("csv", "ico", "jpeg", "jpg", "json", "pdf", "png", "txt", "webmanifest", "webp"),
    *("xml", "zip"),
)
# What an extra may be: nothing that a browser would run, whatever it takes that for.
_EXTRA_NAME = re.compile(rf".+\.(?:{'|'.join(_EXTRA_ENDINGS)})", re.IGNORECASE)
# What makes a browser run XML, or read it as something else: names of another language,
# declared here or in a document type, a style sheet, and letters in another encoding.
_XML_THAT_RUNS = re.compile(
    rb"""xmlns | <!DOCTYPE | <\?xml-stylesheet | \0
        | <\?xml [^>]* encoding \s*=\s* ["'] (?!utf-8["'])""",
    re.VERBOSE | re.IGNORECASE,
)
# Files that the build writes itself.
_NO_EXTRA = re.compile(
    r"""extra/(?: (?:.*/)?(?:feed\.(?:atom|rss|json) | rilis\.txt)
        | (?:(?:robots|privat)\.txt | sitemap.*\.xml | _headers | _redirects(?:\.\w+)?
            | (?:tema|gambar)/.* | \.well-known/security\.txt) )""",
    re.VERBOSE | re.IGNORECASE,
)

_PICTURE_ENDINGS = ("jpg", "jpeg", "png", "webp")
# What programs leave behind: lists of small pictures, settings of a folder, locks, and
# copies of a text that is being written.
_LEFT = re.compile(
    r"(?:eh)?thumbs\.db|desktop\.ini|~\$.+|\#.+\#|.+(?:~|\.(?:bak|orig|old|swp|tmp)"
    r"|\.(?:crdownload|download|part|partial))",
    re.IGNORECASE,
)
# What file managers and browsers call a copy: `a (1)`, `a - Salinan`, `a-Copy`, and
# `Copy of a`. Refused: `hak-salinan`, words of an address.
_COPY = re.compile(
    r"""(?: (?i:(?:copy\ of|salinan\ dari)\ )(?P<of>.+)
        | (?P<first>.+?)
            (?: \ ?\((?:[0-9]+|(?i:[^()]*\b(?:copy|salinan)))\)
              | (?:\ -\ |\ )(?i:copy|salinan)(?:\ \(?[0-9]+\)?)?
              | -(?:Copy|Salinan)[0-9]*(?:\ \([0-9]+\))?) )
    (?P<lang>\.en)?""",
    re.VERBOSE,
)
# Files that hold a text and are none: renamed, they would still not be read.
_WORD_PROCESSED = ("doc", "docx", "odt", "pages", "pdf", "rtf")
# The year that a path gives: that of its folder, else that of its name.
_YEAR_FOLDER = re.compile(r"releases/(?P<year>[0-9]{4})/")
_YEAR_FIRST = re.compile(r"(?P<year>[12][0-9]{3})-[0-9]{2}-[0-9]{2}")


TEXT_LIMIT = 200_000
"""Bytes that a release or a page may have."""

EXTRA_LIMIT = 5_000_000
"""Bytes up to which an extra is looked into."""

_READ_BY_MACHINES = (".json", ".txt", ".xml")


def near(path: Path) -> Path:
    """Return a path as seen from the working folder; as it is when it lies outside."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


# Where the tasks look for content unless told.
_OWN = Path(__file__).resolve().parents[2] / "content"


def content_option(root: Path) -> str:
    """Return ` --content FOLDER` for a command; empty for the project's own content."""
    if root.resolve() == _OWN:
        return ""
    return f" --content {shlex.quote(str(near(root)))}"


def read_content(root: Path) -> Content:
    """Read a content folder.

    Names that begin with a dot are passed over. A file that does not belong is a
    fault, as is a link, a pipe or a text that is not UTF-8.

    Raises:
        FileNotFoundError: There is no such folder.
    """
    return Folder(root).read()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A file as read."""

    stamp: tuple[int, ...]
    """By what it is known that nobody has touched it since."""
    file: TextFile | DataFile | None
    """None for what does not belong."""
    faults: tuple[Fault, ...]


class Folder:
    """A content folder that is read again and again, each time only what is new."""

    def __init__(self, root: Path) -> None:
        """Take a folder; read nothing yet."""
        self.root = root
        self._pieces: dict[str, _Piece] = {}
        self._linked: tuple[tuple[str, Fault], ...] = ()

    def read(self, edited: Collection[str] = ()) -> Content:
        """Return the whole folder as it is now.

        What is as it was is the same object as in the reading before.

        Args:
            edited: Paths that are read in any case: two edits within one tick of the
                system's clock leave the same time behind.

        Raises:
            FileNotFoundError: There is no such folder.
        """
        if not self.root.is_dir():
            raise FileNotFoundError(self.root)
        linked: list[tuple[str, Fault]] = []
        pieces: dict[str, _Piece] = {}
        for path, info in _files(self.root, "", linked):
            before = None if path in edited else self._pieces.get(path)
            if before is None or before.stamp != _stamp(info):
                before = _read(self.root, path, info)
            pieces[path] = before
        self._pieces, self._linked = pieces, tuple(linked)
        return self._content()

    def read_texts(self, paths: Collection[str]) -> Content | None:
        """Return the folder as it was read before, but for some texts.

        None when one of them is new, gone, or no text: then all has to be read.
        """
        pieces: dict[str, _Piece] = {}
        for path in paths:
            before = self._pieces.get(path)
            if before is None or not isinstance(before.file, TextFile):
                return None
            try:
                info = (self.root / path).lstat()
                pieces[path] = _read(self.root, path, info)
            except OSError:
                return None
        # Another dict each time: two threads may read at once, and what is lost of the
        # one that ends first has another stamp, and is read again.
        self._pieces = {**self._pieces, **pieces}
        return self._content()

    def _content(self) -> Content:
        texts: dict[str, list[TextFile]] = {"releases": [], "pages": []}
        registers: dict[str, TextFile] = {}
        data: dict[str, dict[str, DataFile]] = {"images": {}, "extra": {}}
        faults = [*self._linked]
        for path, piece in self._pieces.items():
            room, file = path.partition("/")[0], piece.file
            if isinstance(file, DataFile):
                data[room][path] = file
            elif file is not None and room == "registers":
                registers[path.rpartition("/")[2]] = file
            elif file is not None:
                texts[room].append(file)
            if piece.faults:
                faults += [(path, fault) for fault in piece.faults]
        return Content(
            root=self.root,
            releases=tuple(texts["releases"]),
            pages=tuple(texts["pages"]),
            registers=registers,
            pictures=data["images"],
            extras=data["extra"],
            faults=tuple(faults),
        )


def _stamp(info: os.stat_result) -> tuple[int, ...]:
    """Return by what a file is known again: the last time cannot be set by hand."""
    return info.st_ino, info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_mode


def _read(root: Path, path: str, info: os.stat_result) -> _Piece:
    file, faults = _file(root, path, info)
    return _Piece(_stamp(info), file, faults)


def _file(
    root: Path, path: str, info: os.stat_result
) -> tuple[TextFile | DataFile | None, tuple[Fault, ...]]:
    """Return a file with its faults; no file when it does not belong."""
    room = path.partition("/")[0]
    if not stat.S_ISREG(info.st_mode):
        return None, (Fault("file-special", 1, 1),)
    if fault := _misplaced(path):
        return None, (fault,)
    if room in ("releases", "pages") and info.st_size > TEXT_LIMIT:
        # Not read at all: parsing it would cost what the limit is to spare.
        return TextFile(path, ""), (_too_large(info.st_size),)
    if room in ("releases", "pages", "registers"):
        # A `Path` for each file adds two thirds to it, a buffer for what is read in
        # one go a twelfth (2026-11-24).
        with open(f"{root}/{path}", "rb", 0) as file:  # noqa: PTH123
            text, found = decode(file.read())
        return TextFile(path, text), found
    if room == "images":
        return DataFile(path, info.st_size, *_seen(root / path)), ()
    if path.lower().endswith(".xml") and _XML_THAT_RUNS.search(
        (root / path).read_bytes()
    ):
        return None, (_stray(Path(path).name, "extra-xml"),)
    if path.endswith(_READ_BY_MACHINES) and info.st_size <= EXTRA_LIMIT:
        return DataFile(path, info.st_size), _damage(path, (root / path).read_bytes())
    return DataFile(path, info.st_size), ()


def _damage(path: str, data: bytes) -> tuple[Fault, ...]:
    """Return why an extra that programs are to read cannot be read, if so.

    A build refuses such a file, without saying where it lies.
    """
    text, faults = decode(data)
    if faults:
        return faults
    try:
        if path.endswith(".json"):
            json.loads(text)
        elif not path.endswith(".txt"):
            expat.ParserCreate().Parse(data, True)
    except json.JSONDecodeError as error:
        return (_broken("JSON", error.lineno, error.colno),)
    except RecursionError:
        return (_broken("JSON", 1, 1),)
    except expat.ExpatError as error:
        return (_broken("XML", error.lineno, error.offset + 1),)
    return ()


def _broken(kind: str, line: int, column: int) -> Fault:
    return Fault("extra-broken", line, column, {"kind": kind})


def _too_large(size: int) -> Fault:
    values = {"size": f"{size // 1000} KB", "limit": f"{TEXT_LIMIT // 1000} KB"}
    return Fault("file-large", 1, 1, values)


_FORMATS = ("JPEG", "PNG", "WEBP")


def _seen(path: Path) -> tuple[str, int, int, str]:
    """Return format, width, height and damage of a picture; empty when it is none.

    It is not decoded: what is broken in its middle is found when the build does so.
    """
    # Loaded late: a folder without pictures is checked without it.
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=_FORMATS) as picture:
                # A photo with a second one behind it, as some phones take them.
                kind = "JPEG" if picture.format == "MPO" else picture.format or ""
                cut = "" if _has_end(path, kind) else "cut"
                return kind, picture.width, picture.height, cut
    except Image.DecompressionBombError:
        return "", 0, 0, "large"
    except (OSError, ValueError, SyntaxError):
        return "", 0, 0, ""


_END_OF_JPEG = b"\xff\xd9"
_END_OF_PNG = b"IEND\xaeB`\x82"
_SCAN = 0xDA


def _has_end(path: Path, kind: str) -> bool:
    """Say whether a picture goes on to its end: a download that broke off does not.

    Source: the specifications of JPEG (annex B) and PNG (11.2.5).
    """
    if kind == "WEBP":
        # Only a whole one is opened at all.
        return True
    with path.open("rb") as file:
        mark = _END_OF_JPEG if kind == "JPEG" else _END_OF_PNG
        file.seek(-len(mark), os.SEEK_END)
        if file.read() == mark:
            return True
        # Something may stand behind the picture: then all of it has to be read.
        file.seek(0)
        data = file.read()
    return mark in data[_scan_of(data) if kind == "JPEG" else 0 :]


def _scan_of(data: bytes) -> int:
    """Return where a JPEG's own pixels begin: a small one in its head ends too."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return at


def _files(
    root: Path, under: str, faults: list[tuple[str, Fault]]
) -> list[tuple[str, os.stat_result]]:
    """Return every file below a folder with its state, sorted by path."""
    found: list[tuple[str, os.stat_result]] = []
    with os.scandir(root / under) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            path = f"{under}{entry.name}"
            if entry.is_symlink():
                faults.append((path, Fault("file-link", 1, 1)))
            elif entry.is_dir():
                if _RELEASE.fullmatch(path) or _PAGE.fullmatch(path):
                    faults.append((path, Fault("file-special", 1, 1)))
                found += _files(root, f"{path}/", faults)
            else:
                found.append((path, entry.stat(follow_symlinks=False)))
    return found


def _misplaced(path: str) -> Fault | None:
    """Return why a file does not belong where it lies, with the cure; None if it does.

    What a program left behind belongs nowhere, `extra` included.
    """
    if _USUAL.fullmatch(path):
        return None
    room, _, under = path.partition("/")
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    lowered = f"{path.removesuffix(ending)}{ending.lower()}"
    if _LEFT.fullmatch(name):
        return _stray(name, "left")
    if _PICTURE.fullmatch(lowered):
        if _PICTURE_NAME.fullmatch(stem) and path == lowered:
            return None
        proposal = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "foto"
        values = {"value": name, "proposal": f"{proposal}.{ending.lower()}"}
        return Fault("picture-name", 1, 1, values)
    copied = _COPY.fullmatch(stem)
    if copied and (_RELEASE.fullmatch(path) or _PAGE.fullmatch(path)):
        first = copied["of"] or copied["first"]
        return _stray(name, "copy", proposal=f"{first}-2{copied['lang'] or ''}.md")
    if any(form.fullmatch(lowered) for form in (_RELEASE, _PAGE, _REGISTER)):
        proposal = f"{stem}.{ending.lower()}"
        return None if path == lowered else _stray(name, "ending", proposal=proposal)
    if room == "extra" and under:
        if _NO_EXTRA.fullmatch(path):
            return _stray(name, "extra")
        endings = ", ".join(f".{ending}" for ending in _EXTRA_ENDINGS)
        known = _EXTRA_NAME.fullmatch(name)
        return None if known else _stray(name, "extra-ending", known=endings)
    if ending.lower() in _PICTURE_ENDINGS:
        return _stray(name, "picture-place")
    if ending.lower() == "md":
        folder = _folder_of_text(path)
        return _stray(name, "place" if folder else "text", folder=folder)
    if room in ("releases", "pages") and ending.lower() in _WORD_PROCESSED:
        return _stray(name, "document")
    forms = {"releases": "release", "pages": "page", "images": "picture"}
    return _stray(name, forms.get(room, "") if under else "")


def _stray(name: str, form: str, **values: str) -> Fault:
    return Fault("file-stray", 1, 1, {"value": name, **values}, form)


def _folder_of_text(path: str) -> str:
    """Return the folder in which a text belongs; empty when its path does not say."""
    if path.startswith("pages/"):
        return "pages"
    name = path.rpartition("/")[2]
    year = _YEAR_FOLDER.match(path) or _YEAR_FIRST.match(name)
    return f"releases/{year['year']}" if year else ""


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Return a text with LF line ends and no byte order mark, or why it is none."""
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or 0 in data[:2]:
        # Half of its letters would be read as letters and NUL.
        return "", (Fault("file-encoding", 1, 1, {}, "utf-16"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        value = f"0x{data[error.start]:02X}"
        return "", (Fault("file-encoding", line, column, {"value": value}),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, ()
