"""The sanitised self: what is published is what nh3 lets through, and nothing else.

A release whose HTML the sanitiser would change is refused, not stripped: words must
not vanish without a word (docs/format.md, section 3).
"""

import re
from html import unescape
from html.parser import HTMLParser

import nh3

_TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "blockquote", "pre", "code", "em", "strong"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
    *("a", "abbr", "sup", "div"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "code": {"class"},
    "div": {"class"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class"},
}
# What Python-Markdown writes by name and nh3 as itself.
_NAMED = re.compile(r"&(?:[lr][ds]quo|[mn]dash|hellip);")
_SCHEMES = {"http", "https", "mailto", "tel"}


def sanitise(html: str) -> str | None:
    """Return the HTML as nh3 writes it, or None when nh3 would change it.

    The token streams are compared, not the bytes: nh3 writes `“` for `&ldquo;`.
    """
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    # Most differ in nothing but how some signs are written, so their tokens are the
    # same: to take them apart all the same took five times as long (2026-11-24).
    rewritten = _NAMED.sub(lambda found: unescape(found[0]), html)
    same = rewritten.replace("\u00a0", "&nbsp;") == clean
    return clean if same or _tokens(html) == _tokens(clean) else None


def _tokens(html: str) -> list[tuple[object, ...]]:
    reader = _Tokens()
    reader.feed(html)
    reader.close()
    return reader.merged()


class _Tokens(HTMLParser):
    """Tags with their attributes sorted, and text with its entities decoded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[tuple[object, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._found.append(("open", tag, tuple(sorted((k, v or "") for k, v in attrs))))

    def handle_endtag(self, tag: str) -> None:
        self._found.append(("close", tag))

    def handle_data(self, data: str) -> None:
        self._found.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self._found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self._found.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self._found.append(("instruction", data))

    def merged(self) -> list[tuple[object, ...]]:
        """Return the tokens with neighbouring texts joined.

        Where text is cut into tokens differs with the way its characters were written.
        """
        tokens: list[tuple[object, ...]] = []
        for token in self._found:
            if token[0] == "text" and tokens and tokens[-1][0] == "text":
                tokens[-1] = ("text", f"{tokens[-1][1]}{token[1]}")
            else:
                tokens.append(token)
        return tokens
