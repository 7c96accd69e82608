"""Answers whether a place or an outlet is one the office knows.

Names as written in, yes or no out. Knows the shape of a domain; every name comes from
`Known`, and from the agencies that open their copy alike everywhere.
"""

import re

from .model import Known
from .words import UNITS, WIRES, edits, fold

# A folded domain: labels, and a last one of two or three letters or a few longer ones.
# Refused: academic titles, whose labels are single letters (`S.Pd`).
_DOMAIN = re.compile(
    r"""
    (?=[\w-]{2,40}\.|\w\.[\w-]{2,40}\.)
    (?:[\w-]{1,40}\.){1,4}
    (?:[a-z]{2,3}|info|news|online|media|press|site|asia|example|test)
    """,
    re.VERBOSE,
)
_UNIT = re.compile(rf"(?:{'|'.join(UNITS)})\.?\s+", re.IGNORECASE)


def is_domain(name: str) -> bool:
    """Tell whether a name has the shape of a domain, one with a blank in it too."""
    return _DOMAIN.fullmatch(fold(name)) is not None


def is_outlet(name: str, known: Known, *, domains: bool = True) -> bool:
    """Tell whether a name is an agency, a source of the register or any domain.

    The whole name counts: `AFPI` is not `AFP`. What is one edit away from the own
    domain is an outlet with a slip in it. Without `domains` others do not count.
    """
    folded = fold(name)
    return (
        _is_registered(folded, known)
        or folded in WIRES
        or _near_own(folded, known)
        or (domains and _DOMAIN.fullmatch(folded) is not None)
    )


def meant_source(source: str, known: Known) -> str | None:
    """Return the own domain when a source is one edit away from it, else None."""
    folded = fold(source)
    if _is_registered(folded, known) or not _near_own(folded, known):
        return None
    return known.own_domain


def knows_place(place: str, known: Known) -> bool:
    """Tell whether the register has a place, or each one of joint places.

    A region behind a comma and a word for the unit (`Kota`, `Kec.`) do not count.
    A machine-translated name is not one the office knows.
    """
    if _is_place(place, known):
        return True
    names = place.partition(",")[0].split("/")
    return all(_is_place(name, known) for name in names)


def _is_place(name: str, known: Known) -> bool:
    folded = fold(name)
    if folded in known.places or folded in known.regions:
        return True
    unit = _UNIT.match(name)
    return unit is not None and fold(name[unit.end() :]) in known.places


def _is_registered(folded: str, known: Known) -> bool:
    own = fold(known.own_domain)
    return folded in known.sources or (own != "" and folded in (own, f"www.{own}"))


def _near_own(folded: str, known: Known) -> bool:
    own = fold(known.own_domain)
    return bool(own) and edits(folded.removeprefix("www."), own) <= 1
