"""Takes the body of a release apart into paragraphs, pasted text included.

Body text in, `Paragraph` values out, with their places and lines. Knows which line is a
list, a table, furniture; not what a dateline is. The text is never altered: between two
paragraphs lies nothing but blanks.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from .model import Kind, Paragraph, Span
from .source import Line, line_at, lines

# -- what a line is --------------------------------------------------------------------

# Three or more backticks or tildes at column 1, as Python-Markdown has it.
_FENCE = re.compile(r"`{3,}|~{3,}")
_FENCES = ("`", "~")

PICTURE = r"""!\[ (?P<alt>(?:[^\]\\]|\\.)*) \]
    \( [ ]* (?P<path>[^\s()]+)
    (?: [ ]+ (?: "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^'\\]|\\.)*)' ) )?
    [ ]* \)"""
"""A picture, for verbose patterns: `![alt](path "caption")`. Alt and caption may hold
escaped marks, a caption brackets too; a path with blanks is refused."""

# A picture or a document alone on its line.
_PICTURE_LINE = re.compile(rf"\s*{PICTURE}\s*", re.VERBOSE)
_DOCUMENT = re.compile(r"\s*\[[^\]]*\]\((?:\{static\})?/?documents/[^)]*\)\s*")

# `## Heading`; `#tagar` without a blank is text.
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s|$)")

# The line under a heading, or a rule across the page.
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,})\s*")

# A bullet or a number of up to three figures, then a blank and something.
_LIST = re.compile(r"\s*(?:[*+-]|(?P<number>[0-9]{1,3})[.)])\s+\S")

_QUOTATION = re.compile(r"\s{0,3}>")

# The line under a table's head: cells of dashes and colons with a bar between.
_TABLE = re.compile(r"\s{0,3}(?=[^|\n]*\|)(?=[^-\n]*-)[\s|:-]+")

# `[label]: address`, `[^1]: note`, `*[ABC]: words`, `:   what a term means`.
_DEFINITION = re.compile(r"\s{0,3}(?:\*?\[[^\]]+\]:|:\s)")

_TAG_LINE = re.compile(r"\s*<[/!]?[a-zA-Z-]")

# What pages put around a text, as whole lines. A name needs its colon and a copyright
# its sign: refused are sentences that begin with the same words
# (`Baca juga merupakan ...`, `Copyright adalah ...`).
_FURNITURE = re.compile(
    r"""
    \s*[*_]{0,3}(?:
    \[Gambas:[^\]\n]{0,80}\]
  | (?:Baca|Simak|Lihat|Tonton)\ juga\s*:
  | (?:Halaman|Berita)\ (?:Selanjutnya|Berikutnya)\b
  | BACA\ SELENGKAPNYA\b
  | ADVERTISEMENT\b
  | SCROLL\ TO\ (?:CONTINUE|RESUME)\b
  | Leave\ a\ Comment\b
  | Copyright\s*(?:©|\(c\)|[12][0-9]{3})
  | ©\s?\w
  | (?:Tags?|Topik|Bagikan|Share)\s*:
  | (?:\#\w++\s*+)+$
    # who took, wrote or read it, as a field of the page
  | (?:Foto|Photo|Sumber(?:\ foto)?|Fotografer|Dokumentasi|Kontributor)\s*:
  | (?:Penulis|Reporter|Pewarta|Editor|Redaktur|Uploader)\s*:
    # a byline line before the text: `Laporan Wartawan Kabar, Nama`
  | Laporan\ (?:W\w?rt\w{2,5}|Reporter|Kontributor|Jurnalis)\b[^.\n]{0,100}$
  | (?:Baca|Simak|Lihat)\ juga\s*$
    # the close of a wire
  | (?-i:Reuters?|REUTERS?)\s*$
  | \((?:Reporting|Writing|Editing|Additional\ reporting)\ by\ [^()\n]*\)\s*$
  | (?-i:SOURCE:?\s+[A-Z])[^.\n]{0,80}$
  )
    """,
    re.VERBOSE | re.IGNORECASE,
)

# What reads on after a list or a note: four blanks or a tab, as its second paragraph.
_INDENTED = re.compile(r" {4}|\t| {0,3}\t")
_GO_ON = (Kind.LIST, Kind.DEFINITION)
# In what blanks at the head of the first line belong to it.
_INDENTS = (Kind.CODE, Kind.TABLE, *_GO_ON)

# The end of a line that ends a sentence, closing quotes, brackets and emphasis after
# it, and the sign-off if one stands there.
_SENTENCE_END = re.compile(
    r"""[.!?…:;] ["”’»')\]*_]*
    (?:\s* [*_]{0,2} [(\[] [^()\[\]]{1,60} [)\]] [*_]{0,2} \.?)? $""",
    re.VERBOSE,
)

# A capital, a figure, an opening quote or bracket, emphasis before it or not.
_SENTENCE_START = re.compile(r"""[*_]{0,3}(?:[^\W_a-zß-öø-ÿ]|["“‘«'(\[])""")

# Two blanks or a backslash at the end of a line.
_LINE_BREAK = re.compile(r"(?:\S {2,}|\\)$")

WIDE = 120
"""A line of more characters than this was not wrapped by hand."""

_TAIL = 90  # more than any sign-off; keeps the look at a line's end off its length


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence or with a sign-off behind one."""
    return _SENTENCE_END.search(line.rstrip()[-_TAIL:]) is not None


def _begins_sentence(line: str) -> bool:
    return _SENTENCE_START.match(line.lstrip()) is not None


def _breaks_line(line: str) -> bool:
    return _LINE_BREAK.search(line[-_TAIL:]) is not None


def is_furniture(text: str, start: int = 0) -> bool:
    """Tell whether furniture begins at an offset, blanks before it or not."""
    return _FURNITURE.match(text, start) is not None


_BY_LINE = (
    (_PICTURE_LINE.fullmatch, Kind.PICTURE),
    (_DOCUMENT.fullmatch, Kind.DOCUMENT),
    (_HEADING.match, Kind.HEADING),
    (_FURNITURE.match, Kind.FURNITURE),
)


# What may stand before the first word, and begins no block but furniture.
_OPENING = frozenset('“‘"(')


def _is_words(line: str) -> bool:
    """Tell whether a line begins as words do: nothing but furniture can."""
    return line[:1].isalpha() or line[:1] in _OPENING


def _alone(line: str) -> Kind | None:
    """Return the kind of a line that is a block of its own wherever it stands."""
    if _is_words(line):
        return Kind.FURNITURE if is_furniture(line) else None
    for matches, kind in _BY_LINE:
        if matches(line):
            return kind
    return None


def _is_list(line: str) -> bool:
    return not _is_words(line) and _LIST.match(line) is not None


# -- from lines to paragraphs ----------------------------------------------------------

Segment = tuple[Kind, list[Line]]


def split_body(
    text: str,
    start: int = 0,
    *,
    pasted: bool = True,
    signs_off: Callable[[str], bool] | None = None,
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the body that begins at an offset of a file's text.

    Args:
        text: The whole file, so that offsets and lines are those of the file.
        start: Where the body begins.
        pasted: Whether text pasted line by line is taken apart; not so on plain pages.
        signs_off: Tells whether a line is a sign-off and nothing else; such a last line
            of a run stands alone.

    Never raises. docs/format.md, section 3: a line of more than 120 characters, or
    lines that all end and begin as sentences do, make every line a paragraph; anything
    else is hard-wrapped and left alone.
    """
    found: list[Paragraph] = []
    for kind, rows in _blocks(list(lines(text, start, line_at(text, start)))):
        if kind is Kind.CODE:
            found.append(_paragraph(kind, rows))
        elif found and found[-1].kind in _GO_ON and _INDENTED.match(rows[0].text):
            found.append(_paragraph(found[-1].kind, rows))
        elif len(rows) == 1 and _is_words(rows[0].text):
            # Most runs; nothing of what a run may be could part them.
            found.append(_paragraph(_alone(rows[0].text) or Kind.TEXT, rows))
        else:
            found.extend(_run(rows, pasted, signs_off))
    return tuple(found)


def _blocks(rows: list[Line]) -> Iterator[Segment]:
    """Yield fenced code, and each run of lines between blank lines as TEXT."""
    closings: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        if row.text[:1] in _FENCES and _FENCE.fullmatch(row.text.rstrip()):
            closings.setdefault(row.text.rstrip(), []).append(index)
    run: list[Line] = []
    code_until = 0
    for index, row in enumerate(rows):
        if index < code_until:
            continue
        if row.text[:1] in _FENCES and (fence := _FENCE.match(row.text)) is not None:
            ends = closings.get(fence[0], [])
            following = bisect_right(ends, index)
            if following < len(ends):
                if run:
                    yield Kind.TEXT, run
                    run = []
                code_until = ends[following] + 1
                yield Kind.CODE, rows[index:code_until]
                continue
        if row.text.strip():
            run.append(row)
        elif run:
            yield Kind.TEXT, run
            run = []
    if run:
        yield Kind.TEXT, run


def _run(
    rows: list[Line], pasted: bool, signs_off: Callable[[str], bool] | None
) -> Iterator[Paragraph]:
    """Yield the paragraphs of one run of lines."""
    whole = _kind_of_run(rows)
    if whole is not None:
        yield _paragraph(whole, rows)
        return
    if len(rows) > 1 and _UNDERLINE.fullmatch(rows[1].text):
        yield _paragraph(Kind.HEADING, rows[:2])
        rows, pasted = rows[2:], False
    if any(_leaves_alone(row.text) for row in rows):
        pasted = False
    segments = list(_segments(rows, pasted))
    split = pasted and _is_pasted(segments)
    if pasted and not split:
        segments = list(_segments(rows, lists=False))
    for kind, part in segments:
        if kind is not Kind.TEXT:
            yield _paragraph(kind, part)
        elif split:
            yield from (_paragraph(kind, broken) for broken in _line_breaks(part))
        elif signs_off and len(part) > 1 and signs_off(part[-1].text):
            yield _paragraph(kind, part[:-1])
            yield _paragraph(kind, part[-1:])
        else:
            yield _paragraph(kind, part)


def _kind_of_run(rows: list[Line]) -> Kind | None:
    """Return the kind of a run that is one block by its form, or None."""
    if _QUOTATION.match(rows[0].text):
        return Kind.QUOTATION
    if len(rows) == 1 and _UNDERLINE.fullmatch(rows[0].text):
        return Kind.FURNITURE
    for index, row in enumerate(rows):
        if _is_words(row.text):
            continue
        if index and _TABLE.fullmatch(row.text) and "|" in rows[index - 1].text:
            return Kind.TABLE
        if (match := _DEFINITION.match(row.text)) and (
            not index or match[0].lstrip().startswith(":")
        ):
            return Kind.DEFINITION
    return None


def _leaves_alone(line: str) -> bool:
    if _is_words(line):
        return False
    forms = (_HEADING, _QUOTATION, _DEFINITION, _TAG_LINE)
    return any(form.match(line) for form in forms) or bool(_UNDERLINE.fullmatch(line))


def _segments(rows: list[Line], lists: bool) -> Iterator[Segment]:
    """Yield blocks that stand alone line by line, lists, and the text between them.

    A list begins a run or follows a line that ends as a sentence does; its lines go on
    over indented lines and over those that only wrap.
    """
    part: list[Line] = []
    kind = Kind.TEXT
    for row in rows:
        alone = _alone(row.text)
        before = part[-1].text if part else ""
        if alone is not None:
            here = alone
        elif _is_list(row.text):
            opens = not part or (lists and ends_sentence(before))
            here = Kind.LIST if kind is Kind.LIST or opens else Kind.TEXT
        elif part and kind is Kind.LIST and _wraps(row.text, before, lists):
            here = Kind.LIST
        else:
            here = Kind.TEXT
        if part and (here is not kind or alone is not None):
            yield kind, part
            part = []
        kind = here
        part.append(row)
    if part:
        yield kind, part


def _wraps(line: str, before: str, lists: bool) -> bool:
    if not lists or _INDENTED.match(line):
        return True
    return not ends_sentence(before) and not _begins_sentence(line)


def _is_pasted(segments: list[Segment]) -> bool:
    texts = [rows for kind, rows in segments if kind is Kind.TEXT]
    if any(
        len(row.text) > WIDE and " " in row.text.strip()
        for rows in texts
        for row in rows
    ):
        return True
    return all(
        _breaks_line(one.text)
        or (ends_sentence(one.text) and _begins_sentence(other.text))
        for rows in texts
        for one, other in pairwise(rows)
    )


def _line_breaks(rows: list[Line]) -> Iterable[list[Line]]:
    """Return the rows one by one, those joined by a line break together."""
    joined: list[list[Line]] = []
    for row in rows:
        if joined and _breaks_line(joined[-1][-1].text):
            joined[-1].append(row)
        else:
            joined.append([row])
    return joined


def _paragraph(kind: Kind, rows: list[Line]) -> Paragraph:
    first, last = rows[0], rows[-1]
    start = first.start
    if kind not in _INDENTS:
        start += len(first.text) - len(first.text.lstrip())
    end = last.start + len(last.text.rstrip())
    return Paragraph(kind, Span(start, end), first.number)
