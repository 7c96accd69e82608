"""Rules on how much one text may hold, so that none of them costs more than others.

One generator per rule; its docstring is the rule's entry in the manual. The limits
keep Python-Markdown below half a second for one release: it takes time by the square
of brackets in a paragraph, of cells in a row, and of blocks in a text.
"""

import re
from collections import Counter
from collections.abc import Iterator

from newsdesk.desk.pointing import at_offset
from newsdesk.desk.prose import Definition, Stretch
from newsdesk.filing import Filing
from newsdesk.notation.model import Fault, Kind

LINE_LIMIT = 20_000
"""Characters of one line."""
LINES_LIMIT = 1_000
"""Lines of a body."""
BRACKET_LIMIT = 200
"""Opening square brackets of one paragraph."""
BRACKETS_LIMIT = 1_000
"""Opening square brackets of a body."""
NESTING_LIMIT = 20
"""Lists and quotations inside each other."""
MARKS_LIMIT = 3_000
"""Signs that mean something to Markdown, of a body."""

_LONG = re.compile(f"^.{{{LINE_LIMIT}}}.", re.MULTILINE)
_MARK = re.compile(r"[*_`\"'<&\\|\[@]|://")
# What a list or a quotation begins with, one behind the other.
_NESTED = re.compile(
    r"^(?P<blank>[ \t]*)(?P<marks>(?:(?:>|[-+*][ \t]|[0-9]{1,9}[.)][ \t])[ \t]*)+)"
    r"(?P<rest>.*)",
    re.MULTILINE,
)
# The least that a line of more than so many begins with: a mark, or the blanks of one
# level, takes one character.
_DEEP = re.compile(rf"\n[ \t>+*.)0-9-]{{{NESTING_LIMIT + 1}}}")
_MARKER = re.compile(r">|[-+*]|[0-9]+[.)]")


def line_long(filing: Filing) -> Iterator[Fault]:
    """A line has at most 20,000 characters.

    No paragraph is that long; it is a file that lost its line ends.

    Fails: a line of 20,001 characters
    Passes: a line of 20,000 characters
    """
    text = filing.release.text
    if len(text) <= LINE_LIMIT:
        return
    for found in _LONG.finditer(text):
        end = text.find("\n", found.start())
        count = (len(text) if end < 0 else end) - found.start()
        yield at_offset(
            "line-long",
            text,
            found.start(),
            count=str(count),
            limit=str(LINE_LIMIT),
        )


def lines_many(filing: Filing) -> Iterator[Fault]:
    """A text has at most 1,000 lines.

    A list of that length is a document, and is linked to.

    Fails: a table of 1,100 rows
    Passes: a text of 1,000 lines
    """
    text, start = filing.release.text, filing.header.span.end
    count = text.count("\n", start)
    if count > LINES_LIMIT:
        offset = start
        for _ in range(LINES_LIMIT):
            offset = text.index("\n", offset) + 1
        yield at_offset(
            "lines-many", text, offset, count=str(count), limit=str(LINES_LIMIT)
        )


def brackets_many(filing: Filing) -> Iterator[Fault]:
    """A paragraph has at most 200 opening square brackets, a text at most 1,000.

    Fails: 2,000 `[` in a row
    Passes: a paragraph with ten links
    """
    text = filing.release.text
    if text.count("[") <= BRACKET_LIMIT:
        return
    whole = 0
    for paragraph in filing.release.paragraphs:
        if paragraph.kind is Kind.CODE:
            continue
        start = paragraph.span.start
        count = text.count("[", start, paragraph.span.end)
        whole += count
        if count > BRACKET_LIMIT:
            limit = str(BRACKET_LIMIT)
            yield at_offset("brackets-many", text, start, count=str(count), limit=limit)
    if whole > BRACKETS_LIMIT:
        yield at_offset(
            "brackets-many",
            text,
            filing.header.span.end,
            "text",
            count=str(whole),
            limit=str(BRACKETS_LIMIT),
        )


def nesting_deep(filing: Filing, prose: tuple[Stretch, ...]) -> Iterator[Fault]:
    """Lists and quotations stand at most 20 deep inside each other.

    Fails: a line that begins with 21 `>`
    Passes: a list in a list in a quotation
    """
    for stretch in prose:
        if not _DEEP.search(f"\n{stretch.text}"):
            continue
        for found in _NESTED.finditer(stretch.text):
            marks = len(_MARKER.findall(found["marks"]))
            depth = marks + len(found["blank"].expandtabs(4)) // 4
            # A row of hyphens or stars with blanks between them is a rule.
            rule = len({*found["marks"], *found["rest"]} - {" ", "\t"}) == 1
            if depth > NESTING_LIMIT and (">" in found["marks"] or not rule):
                yield at_offset(
                    "nesting-deep",
                    filing.release.text,
                    stretch.start + found.start(),
                    count=str(depth),
                    limit=str(NESTING_LIMIT),
                )
                break


def marks_many(filing: Filing, definitions: tuple[Definition, ...]) -> Iterator[Fault]:
    """A text has at most 3,000 signs of Markdown, cells and quotation marks included.

    An address counts as two, each use of an abbreviation as one.

    Fails: a table of 600 rows and five columns
    Passes: a table of 200 rows and five columns
    """
    text, start = filing.release.text, filing.header.span.end
    if len(text) - start <= MARKS_LIMIT and "*[" not in text:
        return
    count = sum(
        len(_MARK.findall(text, p.span.start, p.span.end))
        for p in filing.release.paragraphs
        if p.kind is not Kind.CODE
    )
    if "*[" in text:
        labels = {d.label for d in definitions if d.kind == "abbreviation"}
        words = Counter(re.findall(r"\w+", text[start:])) if labels else Counter[str]()
        count += sum(
            words[label] if label.isalnum() else text.count(label, start)
            for label in labels
        )
    if count > MARKS_LIMIT:
        yield at_offset(
            "marks-many", text, start, count=str(count), limit=str(MARKS_LIMIT)
        )
