"""The office's colour, and its shades that can be read on both schemes."""

from collections.abc import Mapping

# What stands behind text: the theme's papers. Contrast is measured against them.
_PAPER, _NIGHT = (252, 252, 250), (19, 21, 22)
# WCAG 2.2: 4.5 for text; links at night get more, because coloured text on dark
# paper tires sooner.
_TEXT, _AT_NIGHT, _LINE = 4.5, 7.0, 3.0

_Colour = tuple[int, int, int]


def shades(accent: str) -> Mapping[str, str]:
    """Return the colours that the theme's tokens ask for.

    Args:
        accent: `#rrggbb`.

    Returns:
        `accent`: for links and the rule on paper, darkened until it can be read;
        `night`: the rule at night; `link-night`: links at night.
    """
    own = _read(accent)
    return {
        "accent": _write(_towards(own, (0, 0, 0), _PAPER, _TEXT)),
        "night": _write(_towards(own, (255, 255, 255), _NIGHT, _LINE)),
        "link-night": _write(_towards(own, (255, 255, 255), _NIGHT, _AT_NIGHT)),
    }


def contrast(one: _Colour, other: _Colour) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _towards(own: _Colour, end: _Colour, paper: _Colour, least: float) -> _Colour:
    """Return the colour nearest to the office's own that can be read on a paper."""
    for step in range(0, 101, 2):
        mixed = _mix(own, end, step / 100)
        if contrast(mixed, paper) >= least:
            return mixed
    return end


def _mix(own: _Colour, end: _Colour, share: float) -> _Colour:
    r, g, b = (round(o + (e - o) * share) for o, e in zip(own, end, strict=True))
    return r, g, b


def _luminance(colour: _Colour) -> float:
    r, g, b = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _read(colour: str) -> _Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _write(colour: _Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
