"""Sets a release: its paragraphs become the HTML and the plain text of its page.

Pure: what stands around the text (addresses, published photos, words of the page's
language) is handed in. The desk check and the site both come through here, so that
they cannot disagree.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape, unescape

from newsdesk.body.copy import Copy
from newsdesk.body.markdown import anchor, to_html
from newsdesk.body.pictures import Photo, Picture, figure, read_pictures
from newsdesk.body.plain import plain_text
from newsdesk.body.prose import set_prose
from newsdesk.body.safe import sanitise
from newsdesk.notation.model import (
    Dateline,
    EventDate,
    Fault,
    Kind,
    Paragraph,
    Release,
    Span,
)
from newsdesk.notation.plain import plain


@dataclass(frozen=True, slots=True)
class House:
    """How a page wants its body set: in the language of the page."""

    resolve: Callable[[str], str] = str
    """Address as a writer links to it -> address on the page; empty for no link."""
    backlink: str = "↩ {}"
    """Title of the link back from a footnote."""
    with_text: bool = True
    """Whether its plain text is wanted too."""


@dataclass(frozen=True, slots=True)
class Notation:
    """What of the notation the page shows: the text's, or the header's instead."""

    dateline: Dateline | None = None
    """The dateline of the text, which leaves the paragraph."""
    place: str = ""
    """Place to print."""
    source: str = ""
    """Source to print."""
    event_date: EventDate | None = None
    """The event date to mark; its value is known."""
    sign_off_span: Span | None = None
    """Where the sign-off stands in the text, which it leaves."""
    sign_off: str = ""
    """The sign-off as the plain text shows it."""
    from_header: bool = False
    """Whether place and source come from the header, not from the text."""


@dataclass(frozen=True, slots=True)
class Body:
    """A release as set."""

    copy: Copy
    """Its words."""
    dateline: str
    """The dateline as printed; empty when there is none."""
    teaser: str
    """First sentence of the lede without its dateline, cut at a word below 220."""
    lead: Picture | None
    """The first picture, wherever it stands."""
    gallery: tuple[Picture, ...]
    """Pictures that follow each other, the lead left out."""
    figures: tuple[Picture, ...]
    """Pictures that stand alone in the body."""
    faults: tuple[Fault, ...] = ()
    """`html-unsafe` when the sanitiser would change the body: it is not published."""
    usual: bool = field(default=False, compare=False)
    """Whether it was set as usual copy throughout: then nothing of it got lost."""

    @property
    def html(self) -> str:
        """Its HTML: dateline run in, event date marked, sign-off taken out.

        Without the lead photo and the gallery. `with_photos` puts its figures in.
        """
        return self.copy.read()[0]

    @property
    def text(self) -> str:
        """The same as plain text, paragraphs parted by a blank line.

        Dateline and sign-off stand as written. Empty when nobody wanted it.
        """
        return self.copy.read()[1]


# Characters of the private use area hold the places of what is not Markdown: the
# lede's beginning, the event date, a figure, the sign-off. A text that has such
# characters itself is refused.
_LEDE, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_FIGURE, _END, _SIGN_OFF = "\ue003", "\ue004", "\ue005"
_MARKS = re.compile("[\ue000-\ue005](?:(?<=\ue003)[0-9]+\ue004)?")
# The first bytes in UTF-8 of what the private use areas have, and of little else.
_LEADING = (0xEE, 0xEF, 0xF3, 0xF4)
# Of the private use areas, as itself or as a character reference.
_PRIVATE = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U0010ffff]"
    "|&#(?:0*[0-9]{1,7}|[xX]0*[0-9a-fA-F]{1,6})(?![0-9a-fA-F]);?"
)
_TEASER = 220
_SIZES = "(min-width: 48rem) 34em, 100vw"


def typeset(release: Release, notation: Notation, house: House) -> Body:
    """Set a release or a plain page.

    Never raises for any text; what may not be published comes back as a fault, with an
    empty body.
    """
    lead, gallery, figures = _sort_pictures(release)
    safe, usual = _safe(release, notation, house, figures)
    if isinstance(safe, Fault):
        return Body(Copy.of("", ""), "", "", lead, gallery, figures, (safe,))
    dateline = dateline_parts(release, notation)
    return Body(
        copy=Copy.of(
            _framed(_finished(safe, notation, dateline)),
            _text(safe, notation, "".join(dateline)) if house.with_text else "",
        ),
        dateline="".join(dateline),
        teaser=_teaser(safe),
        lead=lead,
        gallery=gallery,
        figures=figures,
        usual=usual,
    )


def proof(release: Release, notation: Notation) -> tuple[str, tuple[Fault, ...]]:
    """Return the HTML and the faults that a body has when it is set.

    For a look at what nobody makes a page of: the rest of a body takes as long again.
    Usual copy has no HTML here, since nothing of it can get lost or be unsafe.
    """
    _, _, figures = _sort_pictures(release)
    safe, usual = _safe(release, notation, House(), figures)
    if isinstance(safe, Fault):
        return "", (safe,)
    if usual:
        return "", ()
    return _framed(_finished(safe, notation, dateline_parts(release, notation))), ()


def _safe(
    release: Release, notation: Notation, house: House, figures: tuple[Picture, ...]
) -> tuple[str | Fault, bool]:
    """Return the HTML of a body, marks where the notation stood, or why it has none.

    And whether all of it is usual copy.
    """
    if fault := _private(release.text):
        return fault, False
    blocks = _blocks(release, notation, figures)
    usual = True

    def convert(markdown: str) -> str | None:
        nonlocal usual
        usual = False
        return sanitise(to_html(markdown, house.backlink, house.resolve))

    safe = set_prose(blocks, house.resolve, convert)
    if safe is None:
        safe = convert("\n\n".join(blocks))
    if safe is None:
        first = release.paragraphs[0].line if release.paragraphs else 1
        return Fault("html-unsafe", first, 1), False
    return safe, usual


def _private(text: str) -> Fault | None:
    """Return a fault for the first private character, written in whatever way."""
    data = text.encode()
    if not (b"&#" in data or any(byte in data for byte in _LEADING)):
        return None
    for found in _PRIVATE.finditer(text):
        character = unescape(found[0])
        if len(character) == 1 and _PRIVATE.match(character):
            before = text[: found.start()]
            line = before.count("\n") + 1
            column = found.start() - before.rfind("\n")
            value = f"U+{ord(character):04X}"
            return Fault("character-private", line, column, {"value": value})
    return None


def anchors(release: Release) -> frozenset[str]:
    """Return the ids that the headings of a text have on its page."""
    lines = (
        plain(paragraph.span.of(release.text)).text.partition("\n")[0]
        for paragraph in release.paragraphs
        if paragraph.kind is Kind.HEADING
    )
    return frozenset(anchor(line) for line in lines)


def pictures_of(release: Release) -> tuple[Picture, ...]:
    """Return every picture that stands by itself, in order; offsets are the file's."""
    return tuple(picture for row in _rows(release) for picture in row)


def _rows(release: Release) -> list[list[Picture]]:
    """Return the pictures, those that follow each other in one row."""
    rows: list[list[Picture]] = []
    before: Kind | None = None
    for paragraph in release.paragraphs:
        if paragraph.kind is Kind.PICTURE:
            found = [
                replace(picture, offset=picture.offset + paragraph.span.start)
                for picture in read_pictures(paragraph.span.of(release.text))
            ]
            if before is Kind.PICTURE:
                rows[-1] += found
            else:
                rows.append(found)
        before = paragraph.kind
    return [row for row in rows if row]


def _sort_pictures(
    release: Release,
) -> tuple[Picture | None, tuple[Picture, ...], tuple[Picture, ...]]:
    """Return the lead, the gallery and the figures of the body."""
    rows = _rows(release)
    if not rows:
        return None, (), ()
    lead = rows[0][0]
    gallery = tuple(p for row in rows if len(row) > 1 for p in row if p is not lead)
    figures = tuple(p for row in rows if len(row) == 1 for p in row if p is not lead)
    return lead, gallery, figures


def _blocks(
    release: Release, notation: Notation, figures: tuple[Picture, ...]
) -> list[str]:
    """Return the Markdown of each block, with marks where the notation stood."""
    at = {picture.offset: n for n, picture in enumerate(figures)}
    cuts = _cuts(notation)
    blocks: list[str] = []
    lede = release.lede
    texts = [p for p in release.paragraphs if p.kind is Kind.TEXT]
    last = texts[-1] if texts and notation.sign_off else None
    for paragraph in release.paragraphs:
        if paragraph.kind is Kind.PICTURE:
            blocks += [
                f"{_FIGURE}{at[offset]}{_END}"
                for offset in range(paragraph.span.start, paragraph.span.end)
                if offset in at
            ]
            continue
        text = _marked(release, paragraph, cuts)
        if paragraph is lede:
            # The blank lets quotation marks behind the dateline open, not close.
            text = f"{_LEDE} {text}"
        if paragraph is last and notation.sign_off_span is None:
            text += _SIGN_OFF
        if text.strip():
            blocks.append(text)
    # A release without any prose has its dateline and sign-off by themselves.
    if lede is None and notation.place + notation.source:
        blocks.insert(0, _LEDE)
    if last is None and notation.sign_off and notation.sign_off_span is None:
        blocks.append(_SIGN_OFF)
    return blocks


_Cut = tuple[int, int, str]
"""From where to where a text is cut, and the mark that stands there instead."""


def _cuts(notation: Notation) -> list[_Cut]:
    """Return where dateline and sign-off leave a text, and the event date is marked."""
    cuts: list[_Cut] = []
    if notation.dateline is not None:
        span = notation.dateline.span
        cuts.append((span.start, span.end, ""))
    if notation.sign_off_span is not None:
        span = notation.sign_off_span
        cuts.append((span.start, span.end, _SIGN_OFF))
    if notation.event_date is not None:
        span = notation.event_date.span
        cuts.append((span.start, span.start, _OPEN))
        cuts.append((span.end, span.end, _CLOSE))
    return sorted(cuts)


def _marked(release: Release, paragraph: Paragraph, cuts: list[_Cut]) -> str:
    """Return a paragraph as cut."""
    start, end = paragraph.span.start, paragraph.span.end
    parts: list[str] = []
    for cut_start, cut_end, mark in cuts:
        if paragraph.span.start <= cut_start and cut_end <= end:
            parts += (release.text[start:cut_start], mark)
            start = cut_end
    parts.append(release.text[start:end])
    text = "".join(parts)
    if paragraph.kind is Kind.TEXT:
        text = text.strip(" \t\u00a0")
    return text


def _finished(html: str, notation: Notation, dateline: tuple[str, str, str]) -> str:
    """Put the real tags where the marks of the notation hold their places."""
    html = html.replace(f"<p>{_SIGN_OFF}</p>", "").replace(_SIGN_OFF, "")
    html = _opened(html, _run_in(dateline))
    if notation.event_date is not None and notation.event_date.value is not None:
        html = _timed(html, notation.event_date.value.isoformat())
    return html


def _opened(html: str, dateline: str) -> str:
    """Put a dateline where the lede begins."""
    before, mark, after = html.partition(_LEDE)
    return before + dateline + after.removeprefix(" ") if mark else html


def with_photos(
    body: Body, photos: Mapping[str, Photo], link: str, credit: str
) -> Body:
    """Return a body with its figures; one whose photo is missing is left out.

    Apart from setting, since photos are made only when nothing keeps a text back.

    Args:
        body: As set.
        photos: Path under the content folder -> photo as published, without its words.
        link: What goes in front of the site's own addresses.
        credit: Word before a photo's credit, in the language of the page.
    """

    def place(found: re.Match[str]) -> str:
        picture = body.figures[int(found[1])]
        photo = photos.get(picture.path)
        if photo is None:
            return ""
        shown = Photo(
            photo.variants, picture.alt, picture.caption, picture.credit, photo.kind
        )
        return figure(shown, link, _SIZES, credit)

    if not body.figures:
        return body
    html, text = body.copy.read()
    return replace(body, copy=Copy.of(_PLACE.sub(place, html), text))


_PLACE = re.compile(f"<p>{_FIGURE}([0-9]+){_END}</p>")
_TAGS = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
# Tags inside a paragraph that open right before the event date, and those that close
# right behind it.
_INLINE = r"(?:em|strong|a|abbr|code)\b[^>]*>"
_OPENING = re.compile(rf"((?:<{_INLINE})+){_OPEN}")
_CLOSING = re.compile(rf"{_CLOSE}((?:</{_INLINE})+)")


def _timed(html: str, day: str) -> str:
    """Mark the event date as a time, if need be with the emphasis it stands in.

    Where it crosses a tag all the same, as half of it in a link, it is not marked.
    """
    for candidate in _widened(html):
        start, end = candidate.find(_OPEN), candidate.find(_CLOSE)
        if 0 <= start < end and _balanced(candidate[start:end]):
            html = candidate.replace(
                _OPEN, f'<time class="event-date" datetime="{day}">'
            ).replace(_CLOSE, "</time>")
            break
    return html.replace(_OPEN, "").replace(_CLOSE, "")


def _widened(html: str) -> Iterator[str]:
    yield html
    left = _OPENING.sub(rf"{_OPEN}\1", html)
    yield left
    yield _CLOSING.sub(rf"\1{_CLOSE}", html)
    yield _CLOSING.sub(rf"\1{_CLOSE}", left)


def _balanced(html: str) -> bool:
    opened: list[str] = []
    for closing, name in _TAGS.findall(html):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _run_in(dateline: tuple[str, str, str]) -> str:
    """Return the dateline as the styled head of the first paragraph, or nothing."""
    before, place, after = dateline
    if not before + place + after:
        return ""
    inner = escape(before, quote=False)
    if place:
        inner += f'<span class="dateline__place">{escape(place, quote=False)}</span>'
    return f'<span class="dateline">{inner}{escape(after, quote=False)}</span> '


def dateline_parts(release: Release, notation: Notation) -> tuple[str, str, str]:
    """Return the dateline as printed: what stands before the place, it, the rest.

    The text's own dateline is printed as written, never corrected; only emphasis,
    links and entities are resolved. All are empty when there is none.
    """
    dateline = notation.dateline
    if not notation.place + notation.source:
        return "", "", ""
    if notation.from_header or dateline is None:
        source = f"({notation.source})" if notation.source else ""
        after = " ".join(part for part in (source, "–") if part)
        return "", notation.place, f" {after}" if notation.place else after
    start, end = dateline.span.start, dateline.span.start + len(dateline.raw)
    whole = _read(release.text, start, end)
    if dateline.place_span is None or dateline.place is None:
        return whole, "", ""
    before = _read(release.text, start, dateline.place_span.start)
    place = _read(release.text, dateline.place_span.start, dateline.place_span.end)
    if not whole.startswith(before + place):
        # The place lies inside a link or an entity: its words are found by themselves.
        before, place, _ = whole.partition(dateline.place)
    return before, dateline.place, whole[len(before + place) :].rstrip()


def _read(text: str, start: int, end: int) -> str:
    """Return a stretch of Markdown as it reads, blanks single."""
    return re.sub(r"\s+", " ", plain(text, start, end).text)


def _text(html: str, notation: Notation, dateline: str) -> str:
    """Return the body as plain text, dateline and sign-off where they stood."""
    shown = f"{escape(dateline, quote=False)} " if dateline else ""
    html = _opened(html, shown)
    if f"<p>{_SIGN_OFF}" in html:
        # A sign-off on a line of its own belongs to the paragraph above it.
        html = _ALONE.sub(f"{_SIGN_OFF}</p>", html)
        html = html.replace(f"<p>{_SIGN_OFF}", f"<p>{escape(notation.sign_off)}")
    html = html.replace(_SIGN_OFF, f" {escape(notation.sign_off)}")
    return plain_text(_unmarked(html))


def _unmarked(html: str) -> str:
    """Take out what holds places."""
    if _FIGURE in html:
        return _MARKS.sub("", html)
    # A look for one sign after the other costs a tenth of one for any of them.
    for mark in (_LEDE, _OPEN, _CLOSE, _SIGN_OFF):
        html = html.replace(mark, "")
    return html


_ALONE = re.compile(rf"</p>\s*<p>{_SIGN_OFF}</p>")


def _framed(html: str) -> str:
    """Put each table into a frame that scrolls by itself, so that the page does not."""
    return html.replace("<table>", '<div class="table" tabindex="0"><table>').replace(
        "</table>", "</table></div>"
    )


# The end of a sentence: a stop and its closing marks, white space, and something that
# begins a sentence. Short words with a stop (titles, single letters) end none.
_SENTENCE_END = re.compile(
    r"""[.!?…]
        (?<! \b[A-Z]. ) (?<! \b(?:Dr|Ir|Hj|No|Jl|St|Mr|Ms). )
        (?<! \b(?:Drs|Mrs|Tgl). ) (?<! \bProf. )
        ["”’')\]]* (?= \s+ ["“‘'(]* [A-Z0-9] )""",
    re.VERBOSE,
)


_LEDE_HTML = re.compile(rf"<p>{_LEDE} (.*?)</p>", re.DOTALL)
_NOTE_OR_TAG = re.compile(r"<sup\b.*?</sup>|<[^>]*>", re.DOTALL)


def _teaser(html: str) -> str:
    """Return the first sentence of the lede, cut at a word below 220 characters."""
    lede = _LEDE_HTML.search(html)
    if lede is None:
        return ""
    bare = _NOTE_OR_TAG.sub("", _unmarked(lede[1]).replace("<br>", " "))
    text = " ".join(unescape(bare).split())
    end = _SENTENCE_END.search(text)
    sentence = text[: end.end()] if end else text
    if len(sentence) < _TEASER:
        return sentence
    head = sentence[: _TEASER - 2]
    return (head.rpartition(" ")[0] or head).rstrip(",;:–- ") + "…"
