"""Decides which file of a site answers a request: words in, values out, no disk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

from newsdesk.wire.headers import MEDIA_TYPES

Kind = Literal["file", "folder"]
"""What can stand at a path of a site."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file answers."""

    parts: tuple[str, ...]
    """Its path under the site's folder, name by name."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The same thing stands at another address."""

    to: str
    """Path with the query as it came, percent-encoded; begins with one slash."""


def decide(
    target: str, site_path: str, look: Callable[[tuple[str, ...]], Kind | None]
) -> Found | Moved | None:
    """Return which file answers a request, where it moved to, or `None` for neither.

    `target` is the request target as it came over the wire, query included.
    `site_path` is the path of the site's own URL, as `/kabar`, or empty. `look` says
    what stands at a path under the site's folder; it is asked for clean paths only: no
    empty name, no dot names that climb, no separator and no NUL inside a name.
    Never raises by itself.

    >>> decide("/arsip?n=2", "", {("arsip",): "folder",
    ...     ("arsip", "index.html"): "file"}.get)
    Moved(to='/arsip/?n=2')
    """
    path, mark, query = target.partition("?")
    names = _names(path)
    if names is None:
        return None
    base = tuple(name for name in site_path.split("/") if name)
    is_folder = path.endswith("/")
    if names == base and not is_folder:
        return Moved(_address(base) + mark + query)
    if base and not names:
        return Moved(_address(base) + mark + query)
    if names[: len(base)] != base:
        return None
    inner = names[len(base) :]
    index = (*inner, "index.html")
    if is_folder:
        return Found(index) if look(index) == "file" else None
    kind = look(inner)
    if kind == "file":
        return Found(inner)
    if kind == "folder" and look(index) == "file":
        return Moved(_address(names) + mark + query)
    return None


def _address(names: tuple[str, ...]) -> str:
    return "/" + "".join(f"{quote(name)}/" for name in names)


def _names(path: str) -> tuple[str, ...] | None:
    """Return the decoded names of a path, or `None` when it is not a plain one."""
    if not path.startswith("/"):
        return None
    body = path[1:].removesuffix("/")
    if not body:
        return () if path == "/" else None
    try:
        # Split before decoding: an encoded slash is part of a name, and then refused.
        names = tuple(unquote(name, errors="strict") for name in body.split("/"))
    except UnicodeDecodeError:
        return None
    if any(name in {"", ".", ".."} or set(name) & set("/\\\0") for name in names):
        return None
    return names


def media_type(name: str) -> str:
    """Return the value of `Content-Type` for a file's name.

    Texts, XML and JSON are UTF-8 and say so; an unknown ending is a download. A table
    of our own, because the machine's may know neither `.avif` nor `.atom`.
    Never raises.

    >>> media_type("feed.atom")
    'application/atom+xml; charset=utf-8'
    """
    stem, _, ending = name.rpartition(".")
    media = MEDIA_TYPES.get(ending.lower()) if stem else None
    if media is None:
        return "application/octet-stream"
    is_text = media.startswith("text/") or media.endswith(("xml", "json"))
    return f"{media}; charset=utf-8" if is_text else media
