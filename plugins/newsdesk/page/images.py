"""Pictures as published: turned upright, without metadata, at the widths pages use.

The only room that decodes pictures. A picture's address holds a digest of its bytes,
so that it can be kept for ever; made once and kept by digest of its original.
"""

import hashlib
import io
import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from newsdesk.body import Photo, Variant
from newsdesk.intake import Content, DataFile
from newsdesk.saying import Bilingual, SaidError

# What the layout asks for: a phone at two device pixels, a page's full measure; and
# the picture itself, for the press.
_WIDTHS = (640, 1280)
_LARGEST = 2560
# Part of the key under which made pictures are kept: raise it when the making changes.
_RECIPE = b"3"
_SUFFIX = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


@dataclass(frozen=True, slots=True)
class Pictures:
    """All pictures of a site."""

    photos: Mapping[str, Photo]
    """Path under the content folder -> the photo without its words."""
    files: Mapping[str, bytes]
    """Address on the site -> bytes."""


class PictureError(SaidError):
    """A picture cannot be read; names its path."""

    def __init__(self, path: str) -> None:
        self.words = Bilingual(
            f'Gambar "{path}" tidak terbaca. Simpan ulang sebagai JPEG atau PNG.',
            f'The picture "{path}" cannot be read. Save it again as JPEG or PNG.',
        )
        super().__init__(self.words)
        self.path = path


_File = tuple[str, int, int, bytes]
"""Kind, width, height and bytes."""
Made = dict[str, tuple[DataFile, Photo, Mapping[str, bytes]]]
"""By path: an original, and what was made of it."""


def publish_pictures(
    content: Content, paths: Iterable[str], store: Path, made: Made | None = None
) -> Pictures:
    """Make the published files of some pictures.

    Args:
        content: Where the originals stand.
        paths: The pictures that the site shows, under the content folder.
        store: A folder that keeps what was made; losing it costs time only.
        made: What was made before, of which the very same originals are not looked at
            again; takes up what is made now.

    Raises:
        PictureError: A picture is broken, or no picture.
        OSError: What was made of one cannot be kept.
    """
    photos: dict[str, Photo] = {}
    files: dict[str, bytes] = {}
    for path in sorted(set(paths) & set(content.pictures)):
        original = content.pictures[path]
        known = made.get(path) if made else None
        if known is None or known[0] is not original:
            known = original, *_published(content, path, store)
            if made is not None:
                made[path] = known
        _, photos[path], of_picture = known
        files |= of_picture
    return Pictures(photos, files)


def _published(
    content: Content, path: str, store: Path
) -> tuple[Photo, dict[str, bytes]]:
    """Return a picture without its words, and its files by their addresses."""
    variants, files, kind = [], {}, ""
    for kind, width, height, data in _made(content, path, store):
        address = _address(path, width, kind, data)
        files[address] = data
        variants.append(Variant(address, width, height, len(data)))
    return Photo(tuple(variants), "", "", "", kind), files


def _address(path: str, width: int, kind: str, data: bytes) -> str:
    room, _, file = path.removeprefix("images/").rpartition("/")
    name = file.rpartition(".")[0]
    digest = hashlib.sha256(data).hexdigest()[:10]
    folder = f"{room}/" if room else ""
    return f"/gambar/{folder}{name}-{width}.{digest}.{_SUFFIX[kind]}"


def _made(content: Content, path: str, store: Path) -> list[_File]:
    """Return the files of a picture, narrowest first.

    Raises:
        PictureError: It is broken, or no picture.
        OSError: They cannot be kept; names where.
    """
    try:
        original = content.bytes_of(path)
    except OSError as error:
        raise PictureError(path) from error
    kept = store / f"{hashlib.sha256(_RECIPE + original).hexdigest()}.zip"
    try:
        with zipfile.ZipFile(kept) as files:
            return [(*_named(name), files.read(name)) for name in files.namelist()]
    except (OSError, ValueError, zipfile.BadZipFile):
        # Nothing kept, or nothing whole.
        pass
    try:
        made = list(_make(original))
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise PictureError(path) from error
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        for kind, width, height, data in made:
            files.writestr(f"{kind}-{width}-{height}", data)
    store.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(f".{os.getpid()}")
    try:
        fresh.write_bytes(packed.getbuffer())
    except OSError as error:
        # A full disk does not say on which file it was found to be full.
        raise OSError(error.errno, error.strerror, str(fresh)) from error
    fresh.replace(kept)
    return made


def _named(name: str) -> tuple[str, int, int]:
    kind, width, height = name.split("-")
    return kind, int(width), int(height)


def _make(original: bytes) -> Iterator[_File]:
    with Image.open(io.BytesIO(original)) as opened:
        # A photo with a second one behind it, as some phones take them.
        kind = "JPEG" if opened.format == "MPO" else opened.format or ""
        if kind not in _SUFFIX:
            raise ValueError(kind)
        palette = opened.mode == "P"
        upright = ImageOps.exif_transpose(opened)
    if upright.mode.startswith("I"):
        # Sixteen bits of grey: the upper eight are what a screen shows.
        upright = upright.point(lambda value: value / 256).convert("L")
    picture = upright.convert("RGBA" if _transparent(upright) else "RGB")
    # Comments and profiles travel in `info`, and encoders write them out again.
    picture.info.clear()
    widths = [width for width in _WIDTHS if width < picture.width]
    for width in (*widths, min(picture.width, _LARGEST)):
        height = max(1, round(picture.height * width / picture.width))
        sized = picture.resize((width, height), Image.Resampling.LANCZOS)
        if palette and sized.mode == "RGB":
            sized = sized.quantize(64, dither=Image.Dither.NONE)
        yield kind, width, height, _encoded(sized, kind)


def _transparent(picture: Image.Image) -> bool:
    return picture.mode in ("RGBA", "LA") or "transparency" in picture.info


def _encoded(picture: Image.Image, kind: str) -> bytes:
    target = io.BytesIO()
    match kind:
        case "JPEG":
            picture.convert("RGB").save(
                target, "JPEG", quality=82, progressive=True, optimize=True
            )
        case "PNG":
            picture.save(target, "PNG")
        case _:
            picture.save(target, "WEBP", quality=80, method=6)
    return target.getvalue()
