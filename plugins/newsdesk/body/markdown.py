"""Python-Markdown as releases may use it: no HTML of a writer, no attributes.

Extensions are named one by one: `extra` would bring attribute lists and Markdown in
HTML (docs/format.md, section 3).
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from newsdesk.addresses import slugify

_EXTENSIONS = ("tables", "def_list", "abbr", "fenced_code", "sane_lists", "smarty")


class _WithoutHtml(Extension):
    """Takes out what would let a writer's HTML or indented code through."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        # A pasted text indents its paragraphs; nobody indents code in a release.
        md.parser.blockprocessors.deregister("code")
        md.parser.blockprocessors.deregister("hashheader")
        md.parser.blockprocessors.register(_Heading(md.parser), "hashheader", 70)
        # Before `escape`, which would keep the backslash.
        line_break = SubstituteTagInlineProcessor(r"\\\n", "br")
        md.inlinePatterns.register(line_break, "backslash_break", 185)


class _Heading(HashHeaderProcessor):
    """A heading has a blank behind its marks: `#tagar` is text."""

    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})(?=[ \t])(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)"
    )


class _Numbers(SaneOListProcessor):
    """An item of a list has at most three figures: `2023. Warga …` is text.

    A year at the start of a line would become an item, and its figures a number that
    no search finds. `notation` takes the same lines for lists.
    """

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^ {0,3}[0-9]{1,3}\. +(.*)")
        self.CHILD_RE = re.compile(r"^ {0,3}(([0-9]{1,3}\.)) +(.*)")
        self.INDENT_RE = re.compile(r"^ {4,7}(([0-9]{1,3}\.)|[*+-]) +.*")


class _AlignmentClasses(Treeprocessor):
    """Says a cell's alignment by a class: the policy of the site forbids `style`."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            style = cell.attrib.pop("style", "") if cell.tag in ("td", "th") else ""
            if style:
                cell.set("class", "align-" + style.removeprefix("text-align: ")[:-1])


class _Anchors(Treeprocessor):
    """Gives each heading an id, so that a link can lead to it."""

    def run(self, root: Element) -> None:
        seen: Counter[str] = Counter()
        for heading in root.iter():
            if heading.tag in ("h2", "h3", "h4"):
                name = anchor("".join(heading.itertext()))
                seen[name] += 1
                again = f"-{seen[name]}" if seen[name] > 1 else ""
                heading.set("id", name + again)


class _Links(Treeprocessor):
    """Turns each address a writer links to into the one the page needs.

    Where it needs none, the words stay without the link.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.resolve: Callable[[str], str] = str

    def run(self, root: Element) -> None:
        for link in [*root.iter("a")]:
            href = link.get("href", "")
            if "footnote" in link.get("class", ""):
                continue
            own = href.startswith("#")
            there = f"#{anchor(href)}" if own else self.resolve(href)
            if there:
                link.set("href", there)
            else:
                # An element without a name is printed as what it holds.
                link.tag = None  # type: ignore[assignment]


# Inline pattern, by its name -> the signs without one of which it finds nothing.
_SIGNS = {
    "backtick": ("`",),
    **dict.fromkeys(("backslash_break", "escape"), ("\\",)),
    **dict.fromkeys(("footnote", "reference", "link", "short_reference"), ("[",)),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
    **dict.fromkeys(("autolink", "automail"), ("<",)),
    "linebreak": ("  \n",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    **{f"smarty-quotes-{number}": ("'", '"') for number in range(15)},
    **dict.fromkeys(("smarty-em-dashes", "smarty-en-dashes"), ("--",)),
    "smarty-ellipses": ("...",),
}


class _Inline(InlineProcessor):
    """Tries those patterns only that may find something in a text.

    Python-Markdown tries each of some thirty on each piece of it. Measured 2026-11-24:
    texts are converted in a third of the time.
    """

    def __init__(self, md: Markdown, inline: InlineProcessor) -> None:
        super().__init__(md)
        patterns = inline.inlinePatterns
        needs = {patterns[name]: of for name, of in _SIGNS.items() if name in patterns}
        # Of one that is not in the table nothing is known: any text may have it.
        self._patterns = [(one, needs.get(one, ("",))) for one in patterns]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        text = "\n".join(tree.itertext())
        tried = [
            pattern
            for pattern, signs in self._patterns
            if any(map(text.__contains__, signs))
        ]
        # A list, since a registry sorts itself whenever it is asked.
        self.inlinePatterns = tried  # type: ignore[assignment]
        return super().run(tree, ancestors) if tried else tree


@lru_cache(maxsize=4)
def _converter(backlink: str) -> tuple[Markdown, _Links]:
    # One instance for all releases of a language: making one costs as much as
    # converting ten.
    md = Markdown(
        extensions=[
            *_EXTENSIONS,
            FootnoteExtension(BACKLINK_TITLE=backlink),
            _WithoutHtml(),
        ],
        output_format="html",
    )
    # In the place of the one that `sane_lists` brings.
    md.parser.blockprocessors.register(_Numbers(md.parser), "olist", 40)
    for name, priority in (("inline", 20), ("smarty", 6)):
        stock = md.treeprocessors[name]
        assert isinstance(stock, InlineProcessor)
        md.treeprocessors.register(_Inline(md, stock), name, priority)
    links = _Links(md)
    # After `inline`, which makes the links.
    md.treeprocessors.register(_AlignmentClasses(md), "alignment", 15)
    md.treeprocessors.register(_Anchors(md), "anchors", 13)
    # After `smarty`, which wants every element to have a name.
    md.treeprocessors.register(links, "links", 5)
    return md, links


def anchor(words: str) -> str:
    """Return the id of a heading, out of its words or of a link to it.

    Marked off from the ids that the page itself has.

    >>> anchor("Jam layanan"), anchor("#jam-layanan")
    ('bagian-jam-layanan', 'bagian-jam-layanan')
    """
    return f"bagian-{slugify(words)}"


def to_html(text: str, backlink: str, resolve: Callable[[str], str]) -> str:
    """Convert a writer's Markdown to HTML.

    Args:
        text: Markdown with blank lines between its blocks.
        backlink: Title of the link back from a footnote, with `{}` for its number.
        resolve: Address as written -> address on the page; empty for no link.
    """
    md, links = _converter(backlink)
    links.resolve = resolve
    try:
        return md.reset().convert(text)
    finally:
        links.resolve = str
