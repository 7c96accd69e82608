"""The theme's assets, each kind joined into one file, and what it says of itself."""

from dataclasses import dataclass
from pathlib import Path

from newsdesk.press.colour import shades
from newsdesk.wire.notice import SAMPLE
from newsdesk.wire.redirects import redirect_page


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages load."""

    stylesheet: bytes
    script: bytes
    """Empty when the theme has none."""


def read_theme(folder: Path, accent: str) -> Theme:
    """Return the theme's assets, byte for byte as written.

    The order of the layers stands first; the office's colour comes before the tokens,
    which ask for it.

    Args:
        folder: The theme.
        accent: The office's colour, `#rrggbb`; empty for the theme's own.
    """
    css = folder / "static/css"
    layers = css / "layers.css"
    others = sorted(path for path in css.glob("*.css") if path != layers)
    own = _office(accent) if accent else b""
    return Theme(
        stylesheet=b"".join(
            [layers.read_bytes(), own, *(path.read_bytes() for path in others)]
        ),
        script=b"".join(
            path.read_bytes() for path in sorted((folder / "static/js").glob("*.js"))
        ),
    )


def words_of(folder: Path) -> tuple[str, ...]:
    """Return what any site says, whatever its texts are: catalogues and fixed pages."""
    catalogues = sorted(folder.glob("locale/*/LC_MESSAGES/theme.po"))
    return (
        *(path.read_text(encoding="utf-8") for path in catalogues),
        *SAMPLE.values(),
        redirect_page("").decode(),
    )


def _office(accent: str) -> bytes:
    values = "".join(
        f" --office-{name}: {colour};" for name, colour in shades(accent).items()
    )
    return f"@layer tokens {{ :root {{{values} }} }}\n".encode()
