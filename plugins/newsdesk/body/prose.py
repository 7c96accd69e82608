"""Sets plain prose without Python-Markdown, which gets to see all that is not plain.

Most paragraphs of a press release have no mark of Markdown in them. Such a one becomes
HTML directly, in the very bytes that Python-Markdown and the sanitiser would give; a
token keeps its place among the others. Measured 2026-11-24: releases of plain prose are
set in a quarter of the time.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

# Where a line of plain prose begins; a mark of the notation may stand before a word.
# Lists, headings, tables, code and definitions begin with something else.
_BEGINS = r"(?:\ue000[ ])?[\ue001\ue002]*[A-Za-zÀ-ɏ“‘(]"
# What Python-Markdown makes nothing of. Straight quotation marks, double hyphens and
# three stops become others; a bar makes a table, a blank at a line's end a break.
_SAYS = r"""(?: [^\\*_`\[\]!<>&"'.\-|~\x00-\x1f\x7f-\x9f]++
    | \.(?!\.\.) | -(?!-) | !(?!\[) )*+"""
_PLAIN = re.compile(
    rf"{_BEGINS} {_SAYS} (?: (?<![ ])\n {_BEGINS} {_SAYS} )* (?<!\s)", re.VERBOSE
)
# Words that an abbreviation explains are marked wherever they stand.
_ABBREVIATION = "*["
_TOKEN = "\ue006{}\ue007"


def paragraph(block: str) -> str | None:
    """Return the HTML of a block of plain prose; None for any other block."""
    if not _PLAIN.fullmatch(block):
        return None
    return f"<p>{escape(block, quote=False)}</p>".replace("\u00a0", "&nbsp;")


def set_prose(
    blocks: Sequence[str], convert: Callable[[str], str | None]
) -> str | None:
    """Return what a conversion gives for blocks, without showing it the plain ones.

    Args:
        blocks: Markdown, one block each.
        convert: Sets blocks that are parted by blank lines; None when what comes of
            them may not be published.

    Returns:
        What `convert` would give for all of them; None when it gives nothing, or when
        a plain block may have become more than its paragraph through another one.
    """
    if any(_ABBREVIATION in block for block in blocks):
        return None
    set_directly: list[str] = []
    shown: list[str] = []
    for plain, run in groupby(
        ((paragraph(block), block) for block in blocks), lambda pair: bool(pair[0])
    ):
        if plain:
            shown.append(_TOKEN.format(len(set_directly)))
            set_directly.append("\n".join(html or "" for html, _ in run))
        else:
            shown += [block for _, block in run]
    if len(shown) == len(set_directly):
        return "\n".join(set_directly)
    safe = convert("\n\n".join(shown)) if set_directly else None
    if safe is None:
        return None
    for number, html in enumerate(set_directly):
        before, token, after = safe.partition(f"<p>{_TOKEN.format(number)}</p>")
        if not token:
            return None
        safe = before + html + after
    return safe
