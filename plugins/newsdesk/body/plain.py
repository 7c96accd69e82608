"""The body as plain text: for `rilis.txt`, feeds and descriptions. Every word kept."""

import re
from html import unescape

_BLOCKS = {
    *("p", "h2", "h3", "h4", "li", "dt", "dd", "pre", "tr", "hr", "figure"),
    *("blockquote", "ul", "ol", "dl", "table", "div", "figcaption"),
}
# Blocks that follow the one before on the next line, without a blank line.
_CLOSE = {"li", "dt", "dd", "tr"}
_MORE = re.compile(r"<(?!/?p>)")
_TAGS = re.compile(r"</?p>")
# Blanks that are more than one, or none to print; a single one stays as it is.
_BLANKS = re.compile(r"[ \t\n]{2,}|[\t\n]")
# As nh3 writes a tag: no `<` or `>` stands in it or in the text around it. Measured
# 2026-11-24: `html.parser`, which reads any HTML, takes nearly twice as long. A whole
# paragraph counts as one tag: most of a body is that.
_TAG = re.compile(r"<p>([^<>]*)</p>|<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


def plain_text(html: str) -> str:
    """Return the words of a body, one line a paragraph, a blank line between them.

    List items are marked `- ` or numbered, cells of a row are parted by ` | `, the
    address of a link follows its words in angle brackets where it is a whole URL.
    """
    if not _MORE.search(html):
        # Most bodies: paragraphs, and nothing in them.
        lines = (_with_single_blanks(one).strip() for one in _TAGS.split(html))
        return "\n\n".join(unescape(line) for line in lines if line)
    reader = _Plain()
    words, *parts = _TAG.split(html)
    reader.read(words)
    # Of each tag a paragraph's words or three parts, and the words behind it.
    for said, end, tag, attributes, words in zip(*[iter(parts)] * 5, strict=True):
        if said is not None:
            reader.paragraph(said)
        elif end:
            reader.close(tag)
        else:
            reader.begin(tag, attributes)
        reader.read(words)
    return reader.text()


class _Plain:
    """Collects lines; a block ends one, and most leave a gap before the next."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._mark = ""  # of a list item, until its first words come
        self._cells = 0  # of the row so far
        self._in_cell = False
        self._gap = False
        self._kept = 0  # inside how many `pre`
        self._silent = False
        self._lists: list[int | None] = []
        self._links: list[str] = []

    def begin(self, tag: str, attributes: str) -> None:
        """Take a tag that opens, with its attributes as written."""
        if tag in _BLOCKS:
            self._break(tag)
        match tag:
            case "pre":
                self._kept += 1
            case "ul":
                self._lists.append(None)
            case "ol":
                self._lists.append(_number(_value("start", attributes)))
            case "li" if self._lists:
                number = self._lists[-1]
                self._mark = "- " if number is None else f"{number}. "
                if number is not None:
                    self._lists[-1] = number + 1
            case "tr":
                self._cells = 0
            case "td" | "th":
                self._line += " | " if self._cells else ""
                self._cells += 1
                self._in_cell = True
            case "br":
                self._end()
            case "a":
                href = _value("href", attributes)
                # The way back from a footnote is of no use on paper.
                self._silent = "footnote-backref" in _value("class", attributes)
                self._links.append(href if href.startswith(("http", "mailto")) else "")

    def paragraph(self, words: str) -> None:
        """Take a paragraph without a tag in it."""
        self._break("p")
        self.read(words)
        self._break("p")

    def close(self, tag: str) -> None:
        """Take a tag that closes."""
        if tag in _BLOCKS:
            self._break(tag)
        match tag:
            case "pre":
                self._kept -= 1
            case "ul" | "ol" if self._lists:
                self._lists.pop()
            case "li":
                self._mark = ""
            case "td" | "th":
                self._in_cell = False
            case "a" if self._links:
                href = self._links.pop()
                if href and not _says(self._line, href.removeprefix("mailto:")):
                    self._line += f" <{href}>"
                self._silent = False

    def read(self, words: str) -> None:
        """Take the words between two tags."""
        data = unescape(words)
        if self._silent or not data:
            return
        if self._kept:
            first, *rest = data.split("\n")
            self._line += first
            for line in rest:
                self._end(keep=True)
                self._line = line
        elif data.strip() or (self._line and (self._in_cell or not self._cells)):
            self._line += _with_single_blanks(data)

    def _break(self, tag: str) -> None:
        self._end(keep=tag == "tr" and self._cells > 0)
        self._gap = self._gap or tag not in _CLOSE
        if tag == "tr":
            self._cells = 0

    def _end(self, *, keep: bool = False) -> None:
        line = self._line if keep else self._line.strip()
        self._line = ""
        if not line and not keep:
            return
        if self._gap and self._lines:
            self._lines.append("")
        self._gap = False
        self._lines.append(self._mark + line)
        self._mark = ""

    def text(self) -> str:
        """Return what was read."""
        self._end()
        return "\n".join(self._lines).strip("\n")


def _with_single_blanks(words: str) -> str:
    # Most words have nothing to change, and the look for that is cheap.
    odd = "  " in words or "\n" in words or "\t" in words
    return _BLANKS.sub(" ", words) if odd else words


def _value(name: str, attributes: str) -> str:
    """Return the value of an attribute; empty when there is none of that name."""
    found = (one for one in _ATTRIBUTE.finditer(attributes) if one[1] == name)
    return next((unescape(one[2]) for one in found), "")


def _number(start: str) -> int:
    """Return where a list begins to count; a number of absurd length is none."""
    return int(start) if re.fullmatch(r"[0-9]{1,9}", start) else 1


def _says(line: str, address: str) -> bool:
    """Say whether a line ends with an address as its words."""
    return re.search(rf"(?<![\w/.]){re.escape(address)}/?\s*$", line) is not None
