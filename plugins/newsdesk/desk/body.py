"""Rules on the body of one release or page: what must not or cannot be published.

One generator per rule; its docstring is the rule's entry in the manual. Findings come
from the text as written, since Markdown keeps no lines.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from html import unescape
from urllib.parse import unquote, urlsplit

from newsdesk.addresses import Base
from newsdesk.body import Picture, anchor, anchors, pictures_of
from newsdesk.body.markdown import to_html
from newsdesk.body.safe import sanitise
from newsdesk.desk.pointing import at_offset, nearest_path
from newsdesk.desk.prose import Definition, Stretch, Target, found_in
from newsdesk.filing import Archive, Filing
from newsdesk.intake import DataFile
from newsdesk.notation.model import Fault, Kind

PICTURE_LIMIT = 1_000_000
"""Bytes a stored picture may have (docs/format.md, section 3)."""

PIXEL_LIMIT = 2_560
"""Pixels its long side may have."""

Prose = tuple[Stretch, ...]
Targets = tuple[Target, ...]

# -- HTML ------------------------------------------------------------------------------

_TAG_NAMES = re.findall(
    r"\w+",
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big
    blink blockquote body br button canvas caption center cite code col colgroup data
    datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure
    font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
    iframe img input ins kbd label legend li link main map mark marquee math menu meta
    meter nav nobr noframes noscript object ol optgroup option output p param picture
    plaintext portal pre progress q rp rt ruby s samp script search section select slot
    small source span strike strong style sub summary sup svg table tbody td template
    textarea tfoot th thead time title tr track tt u ul var video wbr xmp
    """,
)

# What a word processor leaves: `<o:p>`, which looks like an address in brackets too.
_OF_WORD = r"(?:o|v|w|m|st1):[a-z]\w*"

# A tag with its closing bracket, or the opening of a comment, a doctype, CDATA or an
# instruction. Refused: `<nama>`, `<a` without an end, `5 < 7`.
_HTML = re.compile(
    rf"""<(?: (?P<end>/)? (?P<name>{"|".join(_TAG_NAMES)}|{_OF_WORD}) (?:[\s/][^<>]*)? >
        | !-- | !doctype\b | !\[CDATA\[ | \?\w )""",
    re.IGNORECASE | re.VERBOSE,
)


def html(filing: Filing, prose: Prose) -> Iterator[Fault]:
    """No HTML of a writer stands in a text.

    It would not print, or print as code; what it is for Markdown says shorter. Other
    words in angle brackets print as typed, and code may show tags.

    Fails: `<b>penting</b>`
    Passes: `**penting**`, `<nama>`, 5 < 7
    """
    opened: set[str] = set()
    for start, found in found_in(prose, _HTML, "<"):
        name = (found["name"] or "").lower()
        # One cause, one finding: the end of a tag goes with its beginning.
        if found["end"] and name in opened:
            continue
        opened.add(name)
        shown = found[0] if found[0].endswith(">") else f"{found[0]}…"
        yield at_offset("html", filing.text, start + found.start(), value=shown)


# -- headings --------------------------------------------------------------------------

# `# ` at the start of a line; a line of `=` under a line of text.
_HEADING_ONE = re.compile(
    r"^ {0,3}(?P<mark>#)(?=[ \t])|(?<=\S\n)(?P<line>=+)[ \t]*$", re.M
)
_HEADING_DEEP = re.compile(r"^ {0,3}(?P<mark>#{5,6})(?=[ \t])", re.M)


def heading_one(filing: Filing, prose: Prose) -> Iterator[Fault]:
    """The headline is the only heading of the first level.

    Fails: `# Latar belakang`, or a line of `=` under it
    Passes: `## Latar belakang`
    """
    for start, found in found_in(prose, _HEADING_ONE, "#", "="):
        mark = found.lastgroup or "mark"
        form = "line" if mark == "line" else ""
        yield at_offset("heading-one", filing.text, start + found.start(mark), form)


def heading_deep(filing: Filing, prose: Prose) -> Iterator[Fault]:
    """Headings have at most four marks.

    A release that needs deeper ones is a report.

    Fails: `##### Rincian`
    Passes: `#### Rincian`
    """
    for start, found in found_in(prose, _HEADING_DEEP, "#"):
        offset = start + found.start("mark")
        yield at_offset("heading-deep", filing.text, offset, value=found["mark"])


# -- links -----------------------------------------------------------------------------

_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")


def link_scheme(filing: Filing, targets: Targets) -> Iterator[Fault]:
    """A link leads to https:, http:, mailto: or tel:, and to nothing else.

    Anything else could run on the reader's machine, or leads nowhere.

    Fails: `[unduh](ftp://kota.example/a)`
    Passes: `[unduh](https://kota.example/a)`
    """
    for target in targets:
        scheme = _SCHEME.match(target.plain)
        if re.fullmatch(_OF_WORD, target.text, re.IGNORECASE):
            # `html` has it.
            continue
        if scheme and scheme["scheme"].lower() not in _SCHEMES:
            yield _at("link-scheme", filing, target)
        elif target.plain.startswith(("//", "\\")):
            yield _at("link-scheme", filing, target, "slashes")
        elif _lacks_host(unescape(target.text)):
            yield _at("link-scheme", filing, target, "whole")


def _lacks_host(address: str) -> bool:
    """Say whether an address of the web names no site, or one that cannot be."""
    if not re.match(r"https?:", address, re.IGNORECASE):
        return False
    try:
        parts = urlsplit(address)
        # Reading the port is what finds one that is none.
        return not parts.hostname or " " in parts.netloc or parts.port == 0
    except ValueError:
        return True


def _at(
    rule: str, filing: Filing, target: Target, form: str = "", **values: str
) -> Fault:
    named = {"value": target.text, **values}
    return at_offset(rule, filing.release.text, target.offset, form, **named)


def link_target(
    filing: Filing, targets: Targets, archive: Archive, addresses: Mapping[str, str]
) -> Iterator[Fault]:
    """A link inside the site leads to something that is there.

    So does the whole URL of one of its pages, however it is spelled. A former address
    leads on.

    Fails: `[lihat]({filename}/releases/2026/tidak-ada.md)`
    Passes: `[lihat]({filename}/releases/2026/2026-05-16-pasar.md)`
    """
    for target, link in _inside(targets, archive):
        path, _, heading = link.partition("#")
        if link.startswith("#"):
            if anchor(heading) not in anchors(filing.release):
                yield _at("link-target", filing, target, "heading")
        elif path.startswith("{filename}"):
            wanted = _file_named(path)
            linked = archive.by_path.get(wanted)
            if linked is None:
                near = nearest_path(wanted, archive.by_path)
                proposal = f"{{filename}}/{near}" if near else ""
                yield _missing(filing, target, proposal)
            # Of one that is withdrawn the rule for that speaks.
            elif linked.withdrawn or not heading:
                continue
            elif anchor(heading) not in anchors(linked.release):
                yield _at("link-target", filing, target, "heading")
        elif not path.startswith("/"):
            yield _at("link-target", filing, target, "relative")
        elif path in addresses:
            linked = archive.by_path.get(addresses[path])
            there = linked is not None and linked.address == path
            if heading and linked is not None and there and not linked.withdrawn:
                yield from _no_heading(filing, target, path, heading, linked)
        # What was published stands there, or leads on.
        elif path not in archive.ledgers.addresses:
            slashed = f"{path}/"
            known = slashed in addresses
            yield _missing(
                filing, target, slashed if known else nearest_path(path, addresses)
            )


def _no_heading(
    filing: Filing, target: Target, path: str, heading: str, linked: Filing
) -> Iterator[Fault]:
    """Yield the fault when an address has an id behind it that no heading has."""
    there = anchors(linked.release)
    if unquote(heading) in there:
        return
    if (meant := anchor(unquote(heading))) in there:
        yield _missing(filing, target, f"{path}#{meant}")
    else:
        yield _at("link-target", filing, target, "heading")


def link_held(
    filing: Filing,
    targets: Targets,
    archive: Archive,
    addresses: Mapping[str, str],
    now: datetime,
) -> Iterator[Fault]:
    """A link inside the site leads to nothing that is held when it comes out.

    It would tell that there is something, and lead nowhere.

    Fails: `[lihat]({filename}/releases/2026/2026-05-16-pasar.md)` to a draft
    Passes: the same link once that release is out
    """
    for target, link in _inside(targets, archive):
        linked = archive.linked(link.partition("#")[0], addresses)
        if linked is not None and _withheld(linked, filing, now):
            yield _at("link-held", filing, target)


def link_withdrawn(
    filing: Filing, targets: Targets, archive: Archive, addresses: Mapping[str, str]
) -> Iterator[Fault]:
    """A link inside the site leads to no release that was withdrawn.

    Nothing stands there any more. In a text that was published and is unchanged the
    words stay and the link goes, so that a withdrawal waits for nobody.

    Fails: `[lihat]({filename}/releases/2026/2026-05-16-pasar.md)`, which is withdrawn
    Passes: the words without the link
    """
    if _is_hidden(filing):
        return
    for target, link in _inside(targets, archive):
        linked = archive.linked(link.partition("#")[0], addresses)
        if linked is not None and linked.withdrawn:
            yield _at("link-withdrawn", filing, target)


def _inside(targets: Targets, archive: Archive) -> Iterator[tuple[Target, str]]:
    """Yield each link that leads to this site, or to no site at all.

    With it where it leads: a whole URL of the site as its address.
    """
    base = Base(archive.registers.office.url)
    for target in targets:
        text = target.plain
        link = base.address_of(text)
        elsewhere = text.lower().startswith(("{attach}", "//", "\\"))
        if not target.picture and (
            link != text or not (elsewhere or _SCHEME.match(text))
        ):
            yield target, link


def _file_named(path: str) -> str:
    return path.removeprefix("{filename}").lstrip("/")


def _missing(filing: Filing, target: Target, proposal: str) -> Fault:
    form = "suggest" if proposal else ""
    return _at("link-target", filing, target, form, suggestion=proposal)


def _is_hidden(filing: Filing) -> bool:
    """Say whether a text is on no site, or not before it comes through the desk again.

    It may link to whatever it will.
    """
    return filing.status != "published" or filing.withdrawn


def _withheld(linked: Filing, filing: Filing, now: datetime) -> bool:
    """Say whether a linked release may not be read yet when the linking one is out."""
    if _is_hidden(filing) or linked.withdrawn:
        return False
    moment = max(filter(None, (now, filing.publication)))
    ahead = linked.embargo is not None and moment < linked.embargo
    return linked.status != "published" or ahead


# -- pictures --------------------------------------------------------------------------

_ANY_PICTURE = re.compile(r"!\[[^\[\]]*\](?P<end>[(\[])")


def picture_missing(
    filing: Filing, targets: Targets, pictures: Mapping[str, DataFile]
) -> Iterator[Fault]:
    """A picture that a text shows is in the content folder.

    Fails: `![Pasar](images/2026/psar.jpg)`
    Passes: `![Pasar](images/2026/pasar.jpg)`
    """
    for target in targets:
        if not target.picture or target.plain.lower().startswith("{attach}"):
            continue
        if _SCHEME.match(target.plain):
            yield _at("picture-missing", filing, target, "elsewhere")
        elif (path := _picture_path(target.plain)) not in pictures:
            near = nearest_path(path, pictures)
            form = "suggest" if near else ""
            yield _at(
                "picture-missing", filing, target, form, path=path, suggestion=near
            )


def _picture_path(target: str) -> str:
    return target.removeprefix("{static}").removeprefix("/")


def picture_inline(filing: Filing, prose: Prose) -> Iterator[Fault]:
    """A picture stands alone in its paragraph.

    Inside a sentence it has no room for its caption and credit.

    Fails: `Lihat ![denah](images/2026/denah.png) ini.`
    Passes: `![denah](images/2026/denah.png)` between two blank lines
    """
    others = (stretch for stretch in prose if stretch.kind is not Kind.PICTURE)
    for start, found in found_in(others, _ANY_PICTURE, "["):
        form = "reference" if found["end"] == "[" else ""
        yield at_offset("picture-inline", filing.text, start + found.start(), form)


# Words that say that there is a picture, not what it shows; names that cameras and
# programs give; names of files.
_GENERIC = re.compile(
    r"""(?:(?:ini\ )?(?:foto|gambar|ilustrasi|grafis|tangkapan\ layar
        |image|img|photo|picture|pic|screenshot|dsc[nf]?|whatsapp\ image)
        (?:\ (?:ini|kegiatan|acara|utama|siaran|berita))?)?
        [\s\d_.:()-]* | [^\s]+\.(?:jpe?g|png|webp|gif|heic)""",
    re.IGNORECASE | re.VERBOSE,
)


def picture_alt(filing: Filing) -> Iterator[Fault]:
    """A picture says in words what it shows, and says more than its caption.

    Who cannot see it hears these words instead. `Foto` says nothing, and a caption
    would be heard twice.

    Fails: `![](images/2026/pasar.jpg)`, `![foto](…)`, `![IMG_2041.jpg](…)`
    Passes: `![Pedagang menata sayur](images/2026/pasar.jpg)`
    """
    text = filing.release.text
    for picture in pictures_of(filing.release):
        form = _poor_alt(picture)
        if form is not None:
            yield at_offset(
                "picture-alt",
                text,
                picture.offset,
                form,
                value=picture.alt if form else picture.path,
            )


def _poor_alt(picture: Picture) -> str | None:
    """Return the form of the fault that the words of a picture have, or None."""
    stem = picture.path.rpartition("/")[2].rpartition(".")[0]
    alt = picture.alt.strip()
    if not alt:
        return ""
    named = alt.lower() == stem.lower() and re.search(r"[\d_-]", stem)
    if named or _GENERIC.fullmatch(alt):
        return "generic"
    return "caption" if _bare(alt) == _bare(picture.caption) else None


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def picture_credit(filing: Filing) -> Iterator[Fault]:
    """A picture says who made it, behind `Foto:` in its caption.

    A newsroom may not print one whose maker it does not know.

    Fails: `![Pasar](images/2026/pasar.jpg "Pasar pagi")`
    Passes: `![Pasar](images/2026/pasar.jpg "Pasar pagi. Foto: Ajeng Lestari")`
    """
    for picture in pictures_of(filing.release):
        if not picture.credit:
            text = filing.release.text
            yield at_offset("picture-credit", text, picture.offset, value=picture.path)


def picture_broken(
    filing: Filing, targets: Targets, pictures: Mapping[str, DataFile]
) -> Iterator[Fault]:
    """A picture that a text shows can be read as one, to its end.

    Fails: a text file that was renamed to `pasar.jpg`, a download that broke off
    Passes: JPEG, PNG and WebP
    """
    for target, file in _shown(targets, pictures):
        if file.damage or not file.kind:
            yield _at("picture-broken", filing, target, file.damage, path=file.path)


def picture_label(
    filing: Filing, targets: Targets, pictures: Mapping[str, DataFile]
) -> Iterator[Fault]:
    """The ending of a picture's name says what kind of picture it is.

    Some programs go by the name and fail.

    Fails: a PNG that is named `pasar.jpg`
    Passes: the same, named `pasar.png`
    """
    for target, file in _shown(targets, pictures):
        stem, _, ending = file.path.rpartition(".")
        right = _ENDINGS.get(file.kind, ending)
        if ending not in (right, *(["jpeg"] if right == "jpg" else [])):
            name = f"{stem.rpartition('/')[2]}.{right}"
            yield _at("picture-label", filing, target, kind=file.kind, name=name)


_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def _shown(
    targets: Targets, pictures: Mapping[str, DataFile]
) -> Iterator[tuple[Target, DataFile]]:
    """Yield each picture that a text shows and the folder has."""
    for target in targets:
        file = pictures.get(_picture_path(target.plain)) if target.picture else None
        if file is not None:
            yield target, file


def picture_large(
    filing: Filing, targets: Targets, pictures: Mapping[str, DataFile]
) -> Iterator[Fault]:
    """A stored picture has at most 1 MB and 2,560 pixels on its long side.

    Larger ones make the repository heavy; no page shows more.

    Fails: a picture of 3 MB, or of 6,000 pixels
    Passes: the same, saved smaller
    """
    for target, file in _shown(targets, pictures):
        if file.size > PICTURE_LIMIT:
            size = f"{file.size // 1000} KB"
            yield _at("picture-large", filing, target, size=size)
        elif max(file.width, file.height) > PIXEL_LIMIT:
            size = f"{file.width} × {file.height}"
            yield _at("picture-large", filing, target, "pixels", size=size)


def attach(filing: Filing, targets: Targets) -> Iterator[Fault]:
    """Pictures and files are linked by their path, never with `{attach}`.

    It would copy any file that the build can read.

    Fails: `![Pasar]({attach}../images/2026/pasar.jpg)`
    Passes: `![Pasar](images/2026/pasar.jpg)`
    """
    for target in targets:
        if target.plain.lower().startswith("{attach}"):
            yield _at("attach", filing, target)


# -- definitions -----------------------------------------------------------------------


def definition_unused(
    filing: Filing, definitions: tuple[Definition, ...]
) -> Iterator[Fault]:
    """What a text defines it also uses.

    A line such as `[Catatan]: ditunda` is a definition to Markdown: unused, its words
    would not be printed.

    Fails: `[^2]: Data dinas.` without `[^2]` in the text
    Passes: both
    """
    for definition in definitions:
        if not definition.used:
            yield at_offset(
                "definition-unused",
                filing.release.text,
                definition.offset,
                definition.kind,
                value=definition.label,
            )


# -- code ------------------------------------------------------------------------------

_FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,})(?P<rest>[^\n]*)", re.M)
_LANGUAGE = re.compile(r" *\.?[\w#.+-]* *")


def fence_open(filing: Filing, prose: Prose) -> Iterator[Fault]:
    """A code block that is opened is closed, by the same mark.

    Else everything below it is lost in it.

    Fails: three backticks on a line, and none below
    Passes: three backticks above and below
    """
    for start, found in found_in(prose, _FENCE, "`", "~"):
        if found["mark"][0] not in found["rest"]:
            offset = start + found.start()
            yield at_offset("fence-open", filing.text, offset, value=found["mark"])
            # What follows may be inside it or not; nobody can say.
            return


def fence_attributes(filing: Filing) -> Iterator[Fault]:
    """A code block names at most its language.

    Attributes would reach the page as HTML attributes.

    Fails: three backticks and `{.python #satu}`
    Passes: three backticks and `python`
    """
    text = filing.release.text
    for paragraph in filing.release.paragraphs:
        if paragraph.kind is not Kind.CODE:
            continue
        found = _FENCE.match(text, paragraph.span.start)
        if found is not None and not _LANGUAGE.fullmatch(found["rest"]):
            yield at_offset(
                "fence-attributes",
                text,
                found.start("rest"),
                value=found["rest"].strip(),
            )


# -- conflicts -------------------------------------------------------------------------

# What Git writes around the two sides of a conflict.
_CONFLICT = re.compile(r"^(?P<mark><{7}|>{7}|\|{7})(?=[ \n]|\Z)", re.MULTILINE)


def has_conflict(text: str) -> bool:
    """Say whether a text may hold marks of a conflict, by a cheap look."""
    return "<<<<<<<" in text or ">>>>>>>" in text or "|||||||" in text


def conflict_marker(filing: Filing) -> Iterator[Fault]:
    """No marker of a merge conflict is left in a file.

    Both sides would be published, one below the other. Nothing else is told of such a
    file: what is wrong may be so in one side only.

    Fails: a line that begins with seven `<` and a blank
    Passes: one side of the two, without the markers
    """
    if not has_conflict(filing.text):
        return
    inside = False
    for found in _CONFLICT.finditer(filing.text):
        opens = found["mark"][0] == "<"
        if opens or not inside:
            yield at_offset(
                "conflict-marker", filing.text, found.start(), value=found["mark"]
            )
        inside = found["mark"][0] != ">"


# -- as set ----------------------------------------------------------------------------


def character_private(as_set: tuple[Fault, ...]) -> Iterator[Fault]:
    """No character of the private use area stands in a text.

    It has no meaning outside the program that made it, and marks places while a page
    is made.

    Fails: U+E000
    Passes: every letter and sign of Unicode
    """
    return (fault for fault in as_set if fault.rule == "character-private")


def html_unsafe(filing: Filing, as_set: tuple[Fault, ...]) -> Iterator[Fault]:
    """The body as HTML is what the sanitiser lets through, unchanged.

    A release that it would change is refused, not stripped.

    Fails: what would reach the page as an element or attribute that is not listed
    Passes: the Markdown that releases may use
    """
    for fault in as_set:
        if fault.rule == "html-unsafe":
            line = _first_unsafe(filing) or fault.line
            yield Fault(fault.rule, line, 1, fault.values, fault.form)


def _first_unsafe(filing: Filing) -> int:
    """Return the line of the first paragraph that the sanitiser changes by itself.

    0 when it is only the whole that it changes.
    """
    release = filing.release
    for paragraph in release.paragraphs:
        if paragraph.kind is not Kind.PICTURE:
            alone = to_html(paragraph.span.of(release.text), "{}", str)
            if sanitise(alone) is None:
                return paragraph.line
    return 0


# What of a text is not printed by its nature: where a link leads, the names of labels
# and notes, the numbers of a list, the line that opens a code block.
_UNPRINTED = re.compile(
    r"""\]\(\s*<?[^\s)>]* | ^\ {0,3}\*?\[[^\\]*?\]\ ?: | \]\s?\[[^\[\]]*\]
        | \[\^[^\]]*\] | ^[>\s]*[0-9]+[.)](?=\s) | ^[`~]{3}.*$""",
    re.MULTILINE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile("<[^>]*>")
# What stands between signs that Markdown takes out or changes: no word has one in it.
_PIECE = re.compile(r"[^\n*_`\[\]()<>|#\"'-]+")


def word_lost(filing: Filing, html: str) -> Iterator[Fault]:
    """Every word of a text reaches its page.

    Where marks are nested in ways that nobody meant, Markdown may swallow what stands
    between them.

    Fails: `*Satu**_*Dua`
    Passes: `*Satu* **Dua**`
    """
    printed = unescape(_TAG.sub("", html))
    words, written = set[str](), ""
    release, whole = filing.release, filing.release.text
    # What the header says instead, or the page shows apart.
    for notation in (release.dateline, release.sign_off):
        if notation is not None:
            start, end = notation.span.start, notation.span.end
            whole = whole[:start] + " " * (end - start) + whole[end:]
    here = 0
    for paragraph in release.paragraphs:
        if paragraph.kind is Kind.PICTURE:
            continue
        text = paragraph.span.of(whole)
        # What is printed as it is typed is so with each of its words; looking for these
        # one by one took six times as long (2026-11-24). Most often it stands right
        # behind the one before.
        if "&" not in text:
            typed = text.replace("*", "").strip()
            at = here if printed.startswith(typed, here) else printed.find(typed)
            if at >= 0:
                here = at + len(typed) + 1
                continue
        for piece in _PIECE.findall(unescape(_UNPRINTED.sub(" ", text))):
            if piece.strip() in printed:
                continue
            words = words or set(_WORD.findall(printed))
            written = written or unescape(html)
            for word in _WORD.findall(piece):
                if word not in words and word not in printed and word not in written:
                    offset = paragraph.span.start + max(text.find(word), 0)
                    yield at_offset("word-lost", whole, offset, value=word)
