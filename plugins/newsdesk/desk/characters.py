"""Rules on characters that nobody sees, in header and body.

One generator per rule; its docstring is the rule's entry in the manual. A character is
named by its number, since showing it would show nothing, or turn the line around.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from newsdesk.desk.pointing import at_further_value, at_offset
from newsdesk.filing import Filing
from newsdesk.notation.model import Fault

Unseen = tuple[tuple[int, int], ...]
"""Offset and number of each character of a body that nobody sees."""

# Controls but the ends of lines and the tab.
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
# What turns the direction of writing and holds on: embeddings, overrides, isolates.
_TURNING = "\u202a-\u202e\u2066-\u2069"
# What takes no room: soft hyphen, joiners, marks of direction, invisible operators,
# separators of lines, fillers, and the letters of tags.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028\u2029"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_HARMFUL = re.compile(f"[{_CONTROL}{_TURNING}]")
_ANY = re.compile(f"[{_CONTROL}{_TURNING}{_UNSEEN}]")
# A character by its number or name, as Markdown resolves it.
_REFERENCE = re.compile(
    r"&(?:#0*(?P<decimal>[0-9]{1,7})|#[xX]0*(?P<hex>[0-9a-fA-F]{1,6})"
    r"|(?P<name>shy|zwnj|zwj|lrm|rlm|ZeroWidthSpace|NoBreak"
    r"|NegativeVery\w+Space|Negative(?:Thin|Medium|Thick)Space|InvisibleTimes"
    r"|InvisibleComma|ApplyFunction|it|ic|af));"
)
_NAMED = {"shy": 0xAD, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F}
_NAMED |= {"NoBreak": 0x2060, "ApplyFunction": 0x2061, "af": 0x2061}
_NAMED |= {"InvisibleTimes": 0x2062, "it": 0x2062, "InvisibleComma": 0x2063}
_NAMED |= {"ic": 0x2063}

# Joiners belong to emoji and to scripts that join; a flag of a country's part is
# spelt in letters of tags behind a black flag.
_JOINERS = "\u200c\u200d"
_JOINING = re.compile("[^\x00-\u02ff\u2000-\u206f]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f")

# What a letter of another alphabet looks like, where Unicode says nothing of it.
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԀԌаеѕіјорсухԁΑΒΕΙΚΜΝΟΡΤΥΧιονᖇᴀʙᴄᴅᴇꜰɢᴋᴍɴᴏᴘʀꜱᴛᴜ"
    + "".join(chr(first + n) for first in (0x1F150, 0x1F170) for n in range(26)),
    "ABESIJKMHOPCTYXDGaesijopcyxdABEIKMNOPTYXiovRabcdefgkmnoprstu" + 2 * _LETTERS,
)
# Quotation marks, dashes, arrows, pictures: what cannot stand for a letter, nor hide.
_PLAIN_SIGNS = (
    "\xa0-\xac\xae-\xb9\xbb-\xbf\u2010-\u2027\u202f-\u205f\u20a0-\u20cf"
    "\u2190-\u23ff\u2500-\u2bff\ufe0f\U0001f300-\U0001faff"
)
_MISLEADING = re.compile(f"[^\x00-\x7f{_PLAIN_SIGNS}]")
_ANY_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
# Marks of Markdown inside a word: its two parts are read as one.
_INSIDE = re.compile(r"[*`~](?:(?<=\w[*`~])[*`~]*+(?=\w))")


class Seen(NamedTuple):
    """A line as its readers see it."""

    text: str
    """Without what takes no room, in plain letters where they look so."""
    at: tuple[int, ...]
    """Offset in the written line of each of its characters, and of its end."""


def misleads(unusual: str) -> bool:
    """Say whether one of these characters may hide, or look like another one."""
    return _MISLEADING.search(unusual) is not None


def hides_words(text: str, unusual: str) -> bool:
    """Say whether a text may show other words than it is written with.

    Args:
        text: All of it, or a line.
        unusual: Those of its characters at least that are not of ASCII.
    """
    return (
        misleads(unusual)
        or ("&" in text and _ANY_REFERENCE.search(text) is not None)
        or (("*" in text or "`" in text) and _INSIDE.search(text) is not None)
    )


def as_seen(line: str) -> Seen:
    """Return a line without unseen characters, references, accents and marks in words.

    Letters of other alphabets become those of ours that they look like.
    """
    shown: list[str] = []
    at: list[int] = []
    offset = 0
    while offset < len(line):
        read = written = line[offset]
        if written == "&" and (found := _ANY_REFERENCE.match(line, offset)):
            written = found[0]
            read = html.unescape(written)
        elif written in "*`~" and (found := _INSIDE.match(line, offset)):
            read, written = "", found[0]
        for character in read if read.isascii() else normalize("NFKD", read):
            if not (_ANY.match(character) or combining(character)):
                shown.append(character.translate(_ALIKE))
                at.append(offset)
        offset += len(written)
    return Seen("".join(shown), (*at, len(line)))


def misleading_in(line: str, start: int, end: int) -> tuple[int, str] | None:
    """Return where in a line the first such character stands, and its number."""
    found = _MISLEADING.search(line, start, end)
    return (found.start(), _shown(ord(found[0]))) if found else None


def character_header(filing: Filing) -> Iterator[Fault]:
    """No invisible character stands in the header.

    Two headlines that look the same would be different, and one that turns the
    direction of writing can make a list read otherwise than it is.

    Fails: U+202E or U+200B in `Title:`
    Passes: letters and signs of every script, emoji
    """
    if not _ANY.search(filing.reading.unusual):
        return
    for entry in filing.header.entries:
        for value in entry.values:
            for offset, number in _unseen(value.text):
                fault = at_further_value(
                    "character-header", entry, value, value=_shown(number)
                )
                column = fault.column + offset
                yield Fault(fault.rule, fault.line, column, fault.values)


def character_control(filing: Filing, unseen: Unseen) -> Iterator[Fault]:
    """No control character stands in a text, and none that turns the writing.

    Programs cut a text at them, and readers see other words than an editor did.

    Fails: U+0000, U+202E, `&#x202e;`
    Passes: tabs, and letters of every script
    """
    yield from _in_body(filing, unseen, "character-control", harmful=True)


def character_invisible(filing: Filing, unseen: Unseen) -> Iterator[Fault]:
    """No character without width stands in a text.

    Copied from web pages, it parts words for search and keeps names from being found.

    Fails: a soft hyphen, U+200B, `&shy;`
    Passes: emoji and scripts that are joined by such characters
    """
    yield from _in_body(filing, unseen, "character-invisible", harmful=False)


def _in_body(
    filing: Filing, unseen: Unseen, rule: str, *, harmful: bool
) -> Iterator[Fault]:
    text, start = filing.text, filing.header.span.end
    for offset, number in unseen:
        if harmful is bool(_HARMFUL.match(chr(number))):
            yield at_offset(rule, text, offset, value=_shown(number))
    if "&" not in text:
        return
    for found in _REFERENCE.finditer(text, start):
        number = _referred(found)
        character = chr(number) if number < 0x110000 else ""
        if _ANY.match(character) and harmful is bool(_HARMFUL.match(character)):
            yield at_offset(
                rule, text, found.start(), "reference", value=found[0],
                character=_shown(number),
            )  # fmt: skip


def _referred(found: re.Match[str]) -> int:
    if found["decimal"]:
        return int(found["decimal"])
    if found["hex"]:
        return int(found["hex"], 16)
    return _NAMED.get(found["name"], 0x200B)


def unseen_in(filing: Filing) -> Unseen:
    """Return the characters of the body that nobody sees, without those that join."""
    if not _ANY.search(filing.reading.unusual):
        return ()
    return tuple(_unseen(filing.text, filing.header.span.end))


def _unseen(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield offset and number of each unseen character, without those that join."""
    flags = [flag.span() for flag in _FLAG.finditer(text, start)]
    for found in _ANY.finditer(text, start):
        at = found.start()
        if found[0] in _JOINERS and _joins(text, at):
            continue
        if any(first <= at < last for first, last in flags):
            continue
        yield at, ord(found[0])


def _joins(text: str, at: int) -> bool:
    """Say whether a joiner stands between two characters that can be joined."""
    return bool(
        at and _JOINING.match(text[at - 1]) and _JOINING.match(text[at + 1 : at + 2])
    )


def _shown(number: int) -> str:
    return f"U+{number:04X}"
