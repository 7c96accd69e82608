"""What a preview answers to a request, from a site that need not be on any disk."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from newsdesk.press.preview_paths import Found, Kind, Moved, decide, media_type


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to the browser."""

    status: HTTPStatus
    media_type: str
    body: bytes
    location: str = ""
    """Where a redirect leads; otherwise empty."""


TEXT = media_type("a.txt")
HTML = media_type("a.html")


def answer_from(
    look: Callable[[str], Kind | None],
    read: Callable[[str], bytes],
    site_path: str,
    target: str,
) -> Answer:
    """Return the answer of a site to a request.

    A missing page is answered with the site's own `404.html`.

    Args:
        look: Says what stands at a path on the site: `arsip/index.html`.
        read: Returns the bytes of a file of the site.
        site_path: As `preview_paths.decide` has it.
        target: The same.

    Raises:
        Exception: What `read` raises.
    """
    decision = decide(target, site_path, lambda parts: look("/".join(parts)))
    if isinstance(decision, Moved):
        return Answer(HTTPStatus.MOVED_PERMANENTLY, TEXT, b"", decision.to)
    if isinstance(decision, Found):
        path = "/".join(decision.parts)
        return Answer(HTTPStatus.OK, media_type(decision.parts[-1]), read(path))
    if look("404.html") == "file":
        return Answer(HTTPStatus.NOT_FOUND, HTML, read("404.html"))
    return Answer(HTTPStatus.NOT_FOUND, TEXT, b"404\n")
