"""Every bad input with its outcome, every fault with the test that holds it.

Tables, and nothing else. What is put into the content folder has a canary in it, a
word that no site may have. Messages are written out in full, as a writer reads them.
"""

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

from newsroom import HEADER, OFFICE, PATH, PLACES, Newsroom, picture, release_text

CANARY = "kenarikabar"
"""A word that every bad input holds and no site may."""
LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai.\n\n"
END = f"\n\nMereka datang, {CANARY}. (ajl/bgp)\n"
NAME = f"2026-11-21-{CANARY}"
BAD = f"releases/2026/{NAME}.md"
TITLED = HEADER.replace("Warga", CANARY).replace("-20 09", "-21 09")
"""A header without a fault; its lines are Title, Date and Category."""
HELD = "releases/2026/2026-11-22-waduk.md"
"""Where a text that is held stands, for what may not lead to it."""

Setup = Callable[[Newsroom], object]
Case = tuple[Setup, str, str]
"""How it is made, path with line and column, rule and message."""


def whole(body: str = "Satu.", header: str = TITLED) -> Setup:
    """Put a release whose body or header is bad; the body begins on line 7."""
    return lambda room: room.write(BAD, f"{header}\n{LEDE}{body}{END}")


def file(path: str, data: str | bytes = CANARY) -> Setup:
    """Put one file."""
    return lambda room: room.write(path, data)


def keyed(line: str) -> Setup:
    """Put a release with one line more in its header: line 4."""
    return whole(header=f"{TITLED}{line}\n")


def dated(value: str) -> Setup:
    """Put a release with another date, on line 2."""
    return whole(header=TITLED.replace("2026-11-21 09:00", value))


def office(line: str) -> Setup:
    """Put a line into office.toml, as its fourth."""
    return file("registers/office.toml", OFFICE.replace("domain", f"{line}\ndomain", 1))


def beside(other: Setup, setup: Setup) -> Setup:
    """Put two things."""

    def both(room: Newsroom) -> None:
        other(room)
        setup(room)

    return both


def instead(make: Callable[[Path], object], path: str = BAD) -> Setup:
    """Put something that is no file in the place of one."""

    def put(room: Newsroom) -> None:
        room.write(path, CANARY).unlink()
        make(room.root / path)

    return put


def bound(path: Path) -> None:
    """Make a socket; its name may not be long, so by way of its folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def device(path: Path) -> None:
    """Make a device that never ends; a socket where only root may make one."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o644, os.makedev(1, 5))
    except PermissionError:
        bound(path)


held = file(HELD, release_text(f"{TITLED}Embargo: 2026-11-30 09:00\n"))

KNOWN = (
    "Known keys: Title, Date, Category, Tags, Summary, Slug, Lang, Status, Embargo,"
    " Urgent, Pinned, Series, Number, Location, Contact, Dateline, Sign-off,"
    " Event-date, Aliases, Correction, Minor-change, Withdrawn, Right-of-reply, Allow."
)
NINE = "Write it as 2026-11-24 09:00."
ZONES = 'Write "Asia/Jakarta", "Asia/Makassar" or "Asia/Jayapura".'
IN_TEXT = "If the line belongs to the text, leave a blank line above it."
EMPTY = (
    "release-empty: The release has no text. Write it below the header, after a"
    " blank line."
)
RENAME = (
    "is not a release. Rename it to end with .md and put it in the folder of its year,"
    " or move it out of the content folder."
)
NO_FILE = (
    "file-special: This is not a file. Remove it; a release, page or picture must be a"
    " plain file."
)
A_LINK = (
    "file-link: This is a link to another file. Put the file itself here, or remove"
    " the link."
)
SCHEMES = "is not allowed. Links begin with https:, http:, mailto: or tel:."
NOWHERE = (
    "leads nowhere. Write a whole address with https:, an address of this site that"
    " begins with /, or {filename}/releases/YEAR/NAME.md."
)
DOCUMENT = (
    "cannot be read as a text. Copy its words into a new file that ends with .md, and"
    " move this one out of the content folder."
)
LEFT = (
    "is a file that a program left here. Delete it, or move it out of the content"
    " folder."
)
ELSEWHERE = (
    "does not lie where texts lie. Move a release to the folder releases/YEAR, a page"
    " to pages, anything else out of the content folder."
)
NOT_PICTURE = (
    "is not a picture that can be published. Save it as .jpg, .png or .webp in the"
    " folder of its year."
)
NO_EXTRA = (
    "may not be an extra: nothing may be one that a browser could run. Extras end in"
    " .csv, .ico, .jpeg, .jpg, .json, .pdf, .png, .txt, .webmanifest, .webp, .xml,"
    " .zip. Move it out of the content folder."
)
SLUG = "may have only small letters a-z, digits and hyphens, at most 80 of them."
ONE_PARAGRAPH = (
    '"[" in one paragraph; there may be 200. Part the paragraph, or take out what a'
    " program put in."
)
MARKS = (
    "signs such as *, | and quotation marks; it may have 3000. Publish large tables as"
    " a document, or part the release."
)
MARKDOWN = (
    "is HTML, which may not stand in a text. Write it in Markdown, as in **bold** or"
    " *italic*, or link to it."
)


def date_form(value: str, how: str) -> Case:
    """Return the case of a date that is none."""
    return dated(value), f"{BAD}:2:7", f'date-form: Date "{value}" {how}'


def refused_key(key: str) -> Case:
    """Return the case of a key that may not be set."""
    return (
        keyed(f"{key}: x"),
        f"{BAD}:4:1",
        f'header-key-refused: "{key}" may not be set here: the site decides it by'
        ' itself. Delete the line; the address is set with "Slug", the hands with'
        ' "Sign-off".',
    )


def tag(text: str, shown: str = "", before: str = "") -> Case:
    """Return the case of HTML in a body, shown in the message as its first tag."""
    column = len(before) + 1
    return (
        whole(before + text),
        f"{BAD}:7:{column}",
        f'html: "{shown or text}" {MARKDOWN}',
    )


def scheme(link: str, shown: str = "", place: str = "7:5", body: str = "") -> Case:
    """Return the case of a link that could run; shown as far as it is read."""
    return (
        whole(body or f"[a]({link})"),
        f"{BAD}:{place}",
        f'link-scheme: The link "{shown or link}" {SCHEMES}',
    )


def stray(path: str, how: str, data: str | bytes = CANARY) -> Case:
    """Return the case of a file that does not belong."""
    name = path.rpartition("/")[2]
    return file(path, data), f"{path}:1:1", f'file-stray: "{name}" {how}'


def named(name: str, how: str) -> Case:
    """Return the case of a release under a name that is none."""
    return stray(f"releases/2026/{name}", how, f"{TITLED}\n{LEDE}Satu.{END}")


REFUSED: dict[str, Case] = {
    # Date
    "date missing": (
        whole(header=TITLED.replace("Date: 2026-11-21 09:00\n", "")),
        f"{BAD}:1:1",
        'date-missing: No Date. Add a line "Date: 2026-11-24 09:00".',
    ),
    "date without a value": (
        dated(""),
        f"{BAD}:2:6",
        'header-value-missing: "Date" has no value. Write one behind the colon, or'
        " delete the line.",
    ),
    "date invalid": date_form("tgl. 4", f"is not a full date. {NINE}"),
    "date in seconds": date_form("1763690400", f"is not a full date. {NINE}"),
    "date by the week": date_form("2026-W47-6 09:00", f"is not a full date. {NINE}"),
    "date impossible": date_form(
        "2026-02-30 09:00",
        "does not exist in the calendar or on the clock. Write it as in"
        " 2026-11-24 09:00.",
    ),
    "hour impossible": date_form(
        "2026-11-21 25:00",
        "does not exist in the calendar or on the clock. Write it as in"
        " 2026-11-21 09:00.",
    ),
    "date without time": date_form(
        "2026-11-21",
        "has no time of day in the form 09:00. Write it as in 2026-11-21 09:00.",
    ),
    "date without day": date_form("2026-11", f"is not a full date. {NINE}"),
    "date relative": date_form(
        "Friday", "is not a full date. Write it as 2026-11-27 09:00."
    ),
    "date relative in Indonesian": date_form(
        "kemarin", "is not a full date. Write it as 2026-11-23 09:00."
    ),
    "date ambiguous": date_form(
        "03/04/2026",
        "can be read two ways. Write 2026-03-04 09:00 or 2026-04-03 09:00.",
    ),
    "date with the name of its zone": date_form(
        "2026-11-21 09:00 WIB", "is written in another form. Write 2026-11-21 09:00."
    ),
    "date with the name of another zone": date_form(
        "2026-11-21 09:00 WIT",
        "is written in another form. Write 2026-11-21 09:00+09:00.",
    ),
    "date ahead": (
        dated("2026-11-27 09:00"),
        f"{BAD}:2:7",
        'date-ahead: The date is 3 days ahead. Add "Embargo: 2026-11-27 09:00" to hold'
        " the release until then, or correct the date.",
    ),
    # Title and keys
    "title missing": (
        whole(header=TITLED.partition("\n")[2]),
        f"{BAD}:1:1",
        'title-missing: No title. Add a line "Title: …" at the top.',
    ),
    "title empty": (
        whole(header=f"Title:\n{TITLED.partition(chr(10))[2]}"),
        f"{BAD}:1:7",
        'header-value-missing: "Title" has no value. Write one behind the colon, or'
        " delete the line.",
    ),
    "first line blank": (
        whole(header=f"\n{TITLED}"),
        f"{BAD}:1:1",
        'header-first-line: The first line must be "Title: …"; it is empty. Delete the'
        " blank lines above the header.",
    ),
    "no header": (
        file(BAD, f"{LEDE}Satu.{END}"),
        f"{BAD}:1:1",
        "header-first-line: The first line must be a key with its value, as in"
        ' "Title: …". Write the header at the top of the file, then a blank line, then'
        " the text.",
    ),
    "key misspelt": (
        keyed("Staus: draft"),
        f"{BAD}:4:1",
        f'header-key-unknown: Unknown key "Staus". Did you mean "Status"? {KNOWN}',
    ),
    "blank before the colon": (
        whole(header=TITLED.replace("Title:", "Title :")),
        f"{BAD}:1:6",
        'header-key-blank: A blank stands between "Title" and its colon. Write'
        ' "Title: …".',
    ),
    "key for a picture": (
        keyed("Foto: pasar.jpg"),
        f"{BAD}:4:1",
        'header-key-refused: "Foto" is no line of the header. Write the picture into'
        " the text, in a paragraph of its own: ![what it"
        ' shows](images/YEAR/name.jpg "Caption. Foto: Name").',
    ),
    "key unknown": (
        keyed("Warna: merah"),
        f"{BAD}:4:1",
        f'header-key-unknown: Unknown key "Warna". {IN_TEXT} {KNOWN}',
    ),
    "key of Pelican": (
        keyed("settings: x"),
        f"{BAD}:4:1",
        f'header-key-unknown: Unknown key "settings". {IN_TEXT} {KNOWN}',
    ),
    "key that is an event": (
        keyed("onclick: alert(1)"),
        f"{BAD}:4:1",
        f'header-key-unknown: Unknown key "onclick". {IN_TEXT} {KNOWN}',
    ),
    "key of a release on a page": (
        file(f"pages/{CANARY}.md", f"Title: {CANARY}\nDate: 2026-11-21 09:00\n\nA.\n"),
        f"pages/{CANARY}.md:2:1",
        'header-page-key: A page does not take "Date". Delete the line. Keys for pages:'
        " Title, Summary, Slug, Lang, Aliases, Allow.",
    ),
    "status unknown": (
        keyed("Status: terbit"),
        f"{BAD}:4:9",
        'status-unknown: Unknown status "terbit". Known: published, draft. Without this'
        " line a release is published.",
    ),
    "category unknown": (
        whole(header=TITLED.replace("lingkungan", "lingkugan")),
        f"{BAD}:3:11",
        'category-unknown: Unknown category "lingkugan". Did you mean "lingkungan"?'
        " Known: pemerintahan, lingkungan.",
    ),
    "language unknown": (
        keyed("Lang: jv"),
        f"{BAD}:4:7",
        'lang-unknown: Unknown language "jv". Known: id, en.',
    ),
    "language of another file": (
        keyed("Lang: en"),
        f"{BAD}:4:7",
        'lang-mismatch: The language is "en", but by its name the file is in "id".'
        f' Rename the file to "{NAME}.en.md", or delete the line.',
    ),
    "time zone unknown": (
        office('timezone = "Asia/Malang"'),
        "registers/office.toml:4:12",
        f'register-value: timezone "Asia/Malang" is not a time zone. {ZONES}',
    ),
    "time zone that is a path": (
        office('timezone = "../../etc/passwd"'),
        "registers/office.toml:4:12",
        f'register-value: timezone "../../etc/passwd" is not a time zone. {ZONES}',
    ),
    "key twice": (
        keyed("Date: 2026-11-21 09:00"),
        f"{BAD}:4:1",
        'header-key-twice: "Date" stands on lines 2 and 4. Keep one of them.',
    ),
    "key twice in two languages": (
        keyed("Tanggal: 2026-11-21 09:00"),
        f"{BAD}:4:1",
        'header-key-twice: "Tanggal" stands on lines 2 and 4. Keep one of them.',
    ),
    "key that places the file": refused_key("Save_as"),
    "key that gives an address": refused_key("Url"),
    "key that chooses a template": refused_key("Template"),
    "key that names an author in Indonesian": refused_key("Penulis"),
    "key that names an author": refused_key("Author"),
    "key with an underscore in front": refused_key("_output_location"),
    "key of Python's own": refused_key("__class__"),
    # Slug and address
    "slug of other characters": (
        keyed("Slug: Pasar_Baru"),
        f"{BAD}:4:7",
        f'slug-form: The slug "Pasar_Baru" {SLUG} Write "pasar-baru".',
    ),
    "slug too long": (
        keyed(f"Slug: {'a' * 81}"),
        f"{BAD}:4:7",
        f'slug-form: The slug "{"a" * 81}" {SLUG} Write "{"a" * 80}".',
    ),
    "slug of a page that the site has itself": (
        file(f"pages/{CANARY}.md", f"Title: {CANARY}\nSlug: arsip\n\nSatu.\n"),
        f"pages/{CANARY}.md:2:7",
        'page-slug-reserved: The site writes the address "/arsip/" itself. Give the'
        ' page another slug, as in "Slug: tentang-arsip".',
    ),
    "slug of a page that is a year": (
        file("pages/2026.md", f"Title: {CANARY}\n\nSatu.\n"),
        "pages/2026.md:1:1",
        'page-slug-reserved: The site writes the address "/2026/" itself. Give the'
        ' page another slug, as in "Slug: tentang-2026".',
    ),
    "same slug": (
        whole(header=TITLED.replace("-21 09:00", "-20 10:00") + "Slug: sampah\n"),
        f"{BAD}:4:7",
        f'address-twice: The address "/2026/11/20/sampah/" is that of {PATH} already.'
        " Change one slug.",
    ),
    "former address of another": (
        keyed("Aliases: /2026/11/20/sampah/"),
        f"{BAD}:4:10",
        'address-twice: The former address "/2026/11/20/sampah/" belongs to'
        f" {PATH}. Delete it in one of the two.",
    ),
    "former address that the site has itself": (
        keyed("Aliases: /arsip/"),
        f"{BAD}:4:10",
        'alias-taken: The former address "/arsip/" is one that the site makes itself.'
        " Delete it.",
    ),
    "former address below a file of the site": (
        keyed("Aliases: /feed.atom/"),
        f"{BAD}:4:10",
        'alias-taken: The former address "/feed.atom/" is one that the site makes'
        " itself. Delete it.",
    ),
    # What stands in a body
    "script": tag("<script>alert(1)</script>", "<script>"),
    "iframe": tag("<iframe src=x></iframe>", "<iframe src=x>"),
    "object": tag("<object data=x></object>", "<object data=x>"),
    "embed": tag("<embed src=x>"),
    "form": tag("<form action=x></form>", "<form action=x>"),
    "base": tag("<base href=x>"),
    "refresh": tag("<meta http-equiv=refresh content=0>"),
    "style": tag("<style>p{}</style>", "<style>"),
    "tag of a word processor": tag("<o:p>&nbsp;</o:p>", "<o:p>"),
    "event attribute": tag("<img src=x onerror=alert(1)>"),
    "event attribute in a list": tag("<b onclick=alert(1)>", before="- "),
    "drawing with a script": tag("<svg/onload=alert(1)>"),
    "id that clobbers": tag("<a id=document>a</a>", "<a id=document>"),
    "closing tag alone": tag("</article></main>", "</article>"),
    "textarea never closed": tag("<textarea>"),
    "comment": tag("<!-- Satu -->", "<!--…"),
    "comment never closed": tag("<!-- Satu", "<!--…"),
    "fence attributes": (
        whole("```{.x}\na\n```"),
        f"{BAD}:7:4",
        'fence-attributes: A code block may name only its language, not "{.x}". Delete'
        " that.",
    ),
    "link that is a script": scheme("javascript:x"),
    "link in capitals": scheme("JavaScript:x"),
    "link in references": scheme("&#106;avascript:x"),
    "link in references without an end": scheme("&#0000106avascript:x"),
    "link with a tab as a reference": scheme("java&Tab;script:x"),
    "link with a tab": (
        whole("[a](java\tscript:x)"),
        f"{BAD}:7:5",
        f'link-target: The link "java" {NOWHERE}',
    ),
    "link by a label": scheme(
        "javascript:x", place="9:6", body="[a][1]\n\n[1]: javascript:x"
    ),
    "link by itself": scheme("javascript:x", place="7:2", body="<javascript:x>"),
    "link that is a page": scheme("data:text/html,x"),
    "link that is a drawing": scheme("DATA:image/svg+xml;base64,PHN2Zy8+"),
    "link to a file of the machine": scheme("file:///etc/passwd"),
    "link of another scheme": scheme("ftp://kota.example/a"),
    "link without a scheme": (
        whole("[a](//kota.example/)"),
        f"{BAD}:7:5",
        'link-scheme: The link "//kota.example/" does not say how to get there. Write'
        " https: in front.",
    ),
    "fence never closed": (
        whole("```\nkode"),
        f"{BAD}:7:1",
        "fence-open: The code block that begins here is never closed. Write ``` alone"
        " on a line below it.",
    ),
    "fence of tildes never closed": (
        whole("~~~\nkode"),
        f"{BAD}:7:1",
        "fence-open: The code block that begins here is never closed. Write ~~~ alone"
        " on a line below it.",
    ),
    "broken link": (
        whole("[a](/2026/11/20/smpah/)"),
        f"{BAD}:7:5",
        'link-target: The link "/2026/11/20/smpah/" leads to nothing on this site. Did'
        ' you mean "/2026/11/20/sampah/"?',
    ),
    "broken link to a file": (
        whole("[a]({filename}/releases/2026/2026-11-20-smpah.md)"),
        f"{BAD}:7:5",
        'link-target: The link "{filename}/releases/2026/2026-11-20-smpah.md" leads to'
        ' nothing on this site. Did you mean "{filename}/' + PATH + '"?',
    ),
    "broken link to a heading": (
        whole("[a](#tidak-ada)"),
        f"{BAD}:7:5",
        'link-target: The link "#tidak-ada" leads to no heading there. Write "#" and'
        " the words of the heading with hyphens between them.",
    ),
    "missing picture": (
        whole("![A](images/2026/x.png)"),
        f"{BAD}:7:6",
        "picture-missing: There is no file images/2026/x.png. Put the picture there, or"
        " correct the path.",
    ),
    "missing picture with a near one": (
        beside(
            file("images/2026/satu.png", picture("PNG")),
            whole("![A](images/2026/stu.png)"),
        ),
        f"{BAD}:7:6",
        "picture-missing: There is no file images/2026/stu.png. Did you mean"
        " images/2026/satu.png?",
    ),
    "picture of another site": (
        whole("![A](https://kota.example/a.png)"),
        f"{BAD}:7:6",
        'picture-missing: The picture "https://kota.example/a.png" lies on another'
        " site. Save it under images/ in the folder of its year and write its path.",
    ),
    "label for a word": (
        whole("[Catatan]: rapat"),
        f"{BAD}:7:1",
        'definition-unused: "[Catatan]:" at the start of a line defines a link that'
        " the text does not use, so the line would vanish. Use it, or write the line"
        " without the square brackets.",
    ),
    "mark of our own": (
        whole("\ue0030\ue004"),
        f"{BAD}:7:1",
        "character-private: There is a character without meaning, U+E003. Delete it"
        " and type the word again.",
    ),
    "mark of Markdown's own": (
        whole("\x02klzzwxh:0001\x03"),
        f"{BAD}:7:1",
        "character-control: There is a control character here, U+0002, that nobody"
        " sees. Delete it and type the word again.",
    ),
    # Values of the header that mean harm
    "slug that is markup": (
        keyed("Slug: <script>"),
        f"{BAD}:4:7",
        f'slug-form: The slug "<script>" {SLUG} Write "script".',
    ),
    "slug that leaves the folder": (
        keyed("Slug: ../../index"),
        f"{BAD}:4:7",
        f'slug-form: The slug "../../index" {SLUG} Write "index".',
    ),
    "category that is markup": (
        whole(header=TITLED.replace("lingkungan", "<script>")),
        f"{BAD}:3:11",
        'category-unknown: Unknown category "<script>". Known: pemerintahan,'
        " lingkungan.",
    ),
    "former address that is a script": (
        keyed("Aliases: javascript:x"),
        f"{BAD}:4:10",
        'alias-form: The former address "javascript:x" is not an address of this site.'
        ' Write it as in "/2026/05/16/name/".',
    ),
    "reply that is a script": (
        keyed("Right-of-reply: 2026-11-21 09:00 | Warga | javascript:x"),
        f"{BAD}:4:44",
        'reply-address: The address "javascript:x" in Right-of-reply is not allowed.'
        " Write one with https:, an address of this site, or the text of the reply.",
    ),
    # Paths
    "attached path": (
        whole("[a]({attach}../../etc/passwd)"),
        f"{BAD}:7:5",
        'attach: "{attach}../../etc/passwd" is not allowed: {attach} copies any file.'
        " Write the path alone, as in images/YEAR/name.jpg.",
    ),
    "attached picture": (
        whole("![A]({attach}/images/2026/x.png)"),
        f"{BAD}:7:6",
        'attach: "{attach}/images/2026/x.png" is not allowed: {attach} copies any'
        " file. Write the path alone, as in images/YEAR/name.jpg.",
    ),
    "file path that leaves the folder": (
        whole("[a]({filename}/../../etc/passwd)"),
        f"{BAD}:7:5",
        'link-target: The link "{filename}/../../etc/passwd" leads to nothing on this'
        " site. Correct it.",
    ),
    "static path that leaves the folder": (
        whole("[a]({static}/../registers/office.toml)"),
        f"{BAD}:7:5",
        f'link-target: The link "{{static}}/../registers/office.toml" {NOWHERE}',
    ),
    "picture path that leaves the folder": (
        whole("![A](images/../../etc/passwd)"),
        f"{BAD}:7:6",
        "picture-missing: There is no file images/../../etc/passwd. Put the picture"
        " there, or correct the path.",
    ),
    "link to a held text": (
        beside(held, whole("[a]({filename}/" + HELD + ")")),
        f"{BAD}:7:5",
        'link-held: The link "{filename}/' + HELD + '" leads to what is still held.'
        " Link to it once it is out.",
    ),
    "link to the address of a held text": (
        beside(held, whole("[a](/2026/11/30/waduk/)")),
        f"{BAD}:7:5",
        'link-held: The link "/2026/11/30/waduk/" leads to what is still held. Link to'
        " it once it is out.",
    ),
    "link to the whole address of a held text": (
        beside(held, whole("[a](HTTP://Siaran.kota.example/2026/11/30/waduk/)")),
        f"{BAD}:7:5",
        'link-held: The link "HTTP://Siaran.kota.example/2026/11/30/waduk/" leads to'
        " what is still held. Link to it once it is out.",
    ),
    "broken link by its whole address": (
        whole("[a](https://siaran.kota.example/2026/11/20/sampah)"),
        f"{BAD}:7:5",
        'link-target: The link "https://siaran.kota.example/2026/11/20/sampah" leads to'
        ' nothing on this site. Did you mean "/2026/11/20/sampah/"?',
    ),
    # Files
    "link to another file": (
        instead(lambda path: path.symlink_to("/etc/hostname")),
        f"{BAD}:1:1",
        A_LINK,
    ),
    "folder that is a link": (
        instead(lambda path: path.symlink_to("/etc"), f"extra/{CANARY}"),
        f"extra/{CANARY}:1:1",
        A_LINK,
    ),
    "picture that is a link": (
        instead(lambda path: path.symlink_to("/etc/hostname"), f"images/{CANARY}.png"),
        f"images/{CANARY}.png:1:1",
        A_LINK,
    ),
    "pipe": (instead(os.mkfifo), f"{BAD}:1:1", NO_FILE),
    "device": (instead(device), f"{BAD}:1:1", NO_FILE),
    "socket": (instead(bound), f"{BAD}:1:1", NO_FILE),
    "folder named as a release": (instead(Path.mkdir), f"{BAD}:1:1", NO_FILE),
    "another ending": named(f"{NAME}.docx", DOCUMENT),
    "ending in capitals": (
        file(f"releases/2026/{NAME}.MD", f"{TITLED}\n{LEDE}Satu.{END}"),
        f"releases/2026/{NAME}.MD:1:1",
        f'file-stray: The ending of "{NAME}.MD" must be in small letters. Rename it to'
        f' "{NAME}.md".',
    ),
    "ending of a plain text": named(f"{NAME}.txt", RENAME),
    "no ending": named(NAME, RENAME),
    "download that broke off": named(f"{NAME}.md.crdownload", LEFT),
    "copy of an editor": named(f"{NAME}.md~", LEFT),
    "copy that was kept": named(f"{NAME}.md.bak", LEFT),
    "copy that is being edited": named(f"#{NAME}.md#", LEFT),
    "copy of a file manager": (
        file(f"releases/2026/{NAME} - Salinan.md", f"{TITLED}\n{LEDE}Satu.{END}"),
        f"releases/2026/{NAME} - Salinan.md:1:1",
        f'file-stray: "{NAME} - Salinan.md" is a copy by its name. Delete it; if it is'
        f' a text of its own, rename it to "{NAME}-2.md".',
    ),
    "copy under another name": (
        beside(
            file(HELD.replace("waduk", CANARY), f"{TITLED}\n{LEDE}Satu.{END}"),
            whole(header=TITLED.replace("09:00", "10:00")),
        ),
        f"{BAD}:1:1",
        f"release-twice: This release has title and text of"
        f" {HELD.replace('waduk', CANARY)}, and would be published a second time."
        " Delete one of the two files.",
    ),
    "release in no folder of a year": stray(f"releases/{CANARY}.md", ELSEWHERE),
    "release in no folder": stray(f"{CANARY}.md", ELSEWHERE),
    "page as a release": stray(f"releases/2026/{CANARY}.html", RENAME, "<script>"),
    "drawing": stray(f"images/2026/{CANARY}.svg", NOT_PICTURE, "<svg/>"),
    "drawing under the name of a picture": (
        beside(
            file("images/2026/x.png", f"<svg><script>{CANARY}</script></svg>"),
            whole("![A](images/2026/x.png)"),
        ),
        f"{BAD}:7:6",
        "picture-broken: images/2026/x.png cannot be read as a picture. Save it again"
        " as JPEG, PNG or WebP.",
    ),
    "picture that breaks off, of a text that is held": (
        beside(
            file("images/2026/x.png", picture("PNG", 300, 300)[:-20]),
            whole("![A](images/2026/x.png)", f"{TITLED}Embargo: 2026-11-30 09:00\n"),
        ),
        f"{BAD}:8:6",
        "picture-broken: images/2026/x.png breaks off before its end. Copy or download"
        " it again.",
    ),
    "drawing beside": stray(f"extra/{CANARY}.svg", NO_EXTRA, "<svg/>"),
    "drawing, packed": stray(f"extra/{CANARY}.svgz", NO_EXTRA, "<svg/>"),
    "web page": stray(f"extra/{CANARY}.html", NO_EXTRA, "<script>"),
    "web page among pictures": stray(
        f"images/2026/{CANARY}.html", NOT_PICTURE, "<script>"
    ),
    "web page of another ending": stray(f"extra/{CANARY}.xht", NO_EXTRA, "<script>"),
    "script beside": stray(f"extra/{CANARY}.js", NO_EXTRA, "alert(1)"),
    "XML that runs": stray(
        f"extra/{CANARY}.xml",
        "may not be an extra: XML with a namespace, a document type or a style sheet"
        " can run in a browser. Move it out of the content folder.",
        '<a xmlns="http://www.w3.org/1999/xhtml"><script/></a>',
    ),
    "web page that ends in a blank": stray(f"extra/{CANARY}.html ", NO_EXTRA),
    "file where the site has a folder": stray("extra/arsip", NO_EXTRA),
    "folder where the site has a file": (
        file("extra/index.html/a.txt"),
        "extra/index.html/a.txt:1:1",
        'file-stray: "index.html" may not be an extra: the site writes a file of that'
        " name itself. Move it out of the content folder.",
    ),
    "damaged data": (
        file("extra/data.json", f'{{"{CANARY}": }}'),
        "extra/data.json:1:17",
        "extra-broken: From here the file cannot be read as JSON. Mend it, or save it"
        " again with the program that made it.",
    ),
    "damaged markup": (
        file("extra/data.xml", f"<a>\n<b>{CANARY}</a>"),
        "extra/data.xml:2:17",
        "extra-broken: From here the file cannot be read as XML. Mend it, or save it"
        " again with the program that made it.",
    ),
    "extra that is not UTF-8": (
        file("extra/latin.txt", b"Caf\xe9"),
        "extra/latin.txt:1:4",
        "file-encoding: The text is not UTF-8: byte 0xE9 cannot be read, as in files"
        " saved as Windows-1252. Save it again as UTF-8.",
    ),
    # Characters
    "not UTF-8": (
        file(BAD, b"Title: Caf\xe9"),
        f"{BAD}:1:11",
        "file-encoding: The text is not UTF-8: byte 0xE9 cannot be read, as in files"
        " saved as Windows-1252. Save it again as UTF-8.",
    ),
    "UTF-16": (
        file(BAD, f"{TITLED}\n{LEDE}Satu.{END}".encode("utf-16")),
        f"{BAD}:1:1",
        "file-encoding: The text is UTF-16, not UTF-8. Save it again and choose UTF-8"
        " as its encoding.",
    ),
    "null": (
        whole("a\x00b"),
        f"{BAD}:7:2",
        "character-control: There is a control character here, U+0000, that nobody"
        " sees. Delete it and type the word again.",
    ),
    "order turned round": (
        whole("a\u202eb"),
        f"{BAD}:7:2",
        "character-control: There is a control character here, U+202E, that nobody"
        " sees. Delete it and type the word again.",
    ),
    **{
        f"{what} in the header": (
            whole(header=TITLED.replace("Title: ", f"Title: a{character}")),
            f"{BAD}:1:9",
            "character-header: Title has an invisible character,"
            f" U+{ord(character):04X}, here. Delete it and type the word again.",
        )
        for what, character in {
            "null": "\x00",
            "control character": "\x07",
            "order turned round": "\u202e",
            "no width": "\u200b",
        }.items()
    },
    # Nothing, too much, unfinished
    "zero bytes": (file(BAD, ""), f"{BAD}:1:1", EMPTY),
    "header alone": (file(BAD, TITLED), f"{BAD}:3:1", EMPTY),
    "blanks alone": (file(BAD, f"{TITLED}\n\n   \n"), f"{BAD}:3:1", EMPTY),
    "dateline alone": (
        file(BAD, f"{TITLED}\nKenanga (kota.example) –\n"),
        f"{BAD}:5:1",
        EMPTY,
    ),
    "dateline and initials alone": (
        file(BAD, f"{TITLED}\nKenanga (kota.example) – (ajl/bgp)\n"),
        f"{BAD}:5:1",
        EMPTY,
    ),
    "conflict": (
        whole("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b"),
        f"{BAD}:7:1",
        'conflict-marker: Merge conflict marker "<<<<<<<". Choose one side and delete'
        " the markers.",
    ),
    "conflict in the header": (
        whole(header=TITLED.replace("Date", "<<<<<<< HEAD\nDate")),
        f"{BAD}:2:1",
        'conflict-marker: Merge conflict marker "<<<<<<<". Choose one side and delete'
        " the markers.",
    ),
    "conflict in a register": (
        file("registers/places.toml", f"<<<<<<< HEAD\n{PLACES}"),
        "registers/places.toml:1:1",
        'conflict-marker: Merge conflict marker "<<<<<<<". Choose one side and delete'
        " the markers.",
    ),
    "large file": (
        whole("Kata. " * 40_000),
        f"{BAD}:1:1",
        "file-large: The file has 240 KB; a text may have 200 KB. Take out what a"
        " program put in, or publish the rest as a document.",
    ),
    "long line": (
        whole("Kata. " * 4_000),
        f"{BAD}:7:1",
        "line-long: The line has 24000 characters; it may have 20000. Part it into"
        " paragraphs.",
    ),
    "many lines": (
        whole("a\n" * 1_001),
        f"{BAD}:1005:1",
        "lines-many: The text has 1006 lines; it may have 1000. Publish long lists and"
        " tables as a document, or part the release.",
    ),
    "deep quotations": (
        whole(">" * 21 + " a"),
        f"{BAD}:7:1",
        "nesting-deep: Lists or quotations stand 21 deep inside each other; they may"
        " stand 20 deep. Put them side by side.",
    ),
    "deep lists": (
        whole("\n".join("    " * depth + "- a" for depth in range(22))),
        f"{BAD}:27:1",
        "nesting-deep: Lists or quotations stand 21 deep inside each other; they may"
        " stand 20 deep. Put them side by side.",
    ),
    "tags": (
        keyed(f"Tags: {', '.join(f't{n}' for n in range(21))}"),
        f"{BAD}:4:97",
        "tags-many: The release has 21 tags; it may have 20. Keep those that readers"
        " would look for.",
    ),
    **{
        f"{what} without end": (
            whole(written),
            f"{BAD}:7:1",
            f"brackets-many: There are {count} {ONE_PARAGRAPH}",
        )
        for what, written, count in (
            ("brackets", "[" * 900, 900),
            ("pictures", "![](" * 201, 201),
            ("notes", "[^" * 201, 201),
            ("sections", "<![a " * 201, 201),
        )
    },
    "brackets of many paragraphs": (
        whole("\n\n".join(["[" * 150] * 7)),
        f"{BAD}:5:1",
        'brackets-many: There are 1050 "[" in the text; there may be 1000. Take out'
        " links, or part the release.",
    ),
    "addresses without end": (
        whole(("<http://" * 300 + "\n") * 12),
        f"{BAD}:5:1",
        f"marks-many: The text has 7200 {MARKS}",
    ),
    "tags without end": (
        whole(("<a " * 300 + "\n") * 12),
        f"{BAD}:5:1",
        f"marks-many: The text has 3600 {MARKS}",
    ),
    "first line of the text like a key": (
        file(BAD, f"{TITLED}Kenanga: warga {CANARY}.\n"),
        f"{BAD}:4:1",
        f'header-key-unknown: Unknown key "Kenanga". {IN_TEXT} {KNOWN}',
    ),
    # Holding
    "embargo that cannot be read": (
        keyed("Embargo: besok"),
        f"{BAD}:4:10",
        'date-form: Embargo "besok" is not a full date. Write it as 2026-11-25 09:00.',
    ),
    "embargo in the text": (
        whole("**EMBARGO: 27 November 2026 pukul 09.00**"),
        f"{BAD}:7:3",
        'embargo-in-words: "EMBARGO: 27 November 2026 pukul 09.00" holds nothing here:'
        ' all would read it at once. Write "Embargo: 2026-11-27 09:00" into the header,'
        " and delete these words here.",
    ),
    "embargo with a character that nobody sees": (
        keyed("Em\u200bbargo: 2026-11-27 09:00"),
        f"{BAD}:4:3",
        'header-line-below: The line "Embargo: …" has the character U+200B, so it is'
        " text that all would read, and no line of the header. Delete the line and type"
        ' it anew: "Embargo: …".',
    ),
    "embargo without a colon": (
        keyed("Embargo 2026-11-27 09:00"),
        f"{BAD}:4:1",
        'embargo-in-words: "Embargo 2026-11-27 09:00" holds nothing here: all would'
        ' read it at once. Write "Embargo: 2026-11-27 09:00" into the header, and'
        " delete these words here.",
    ),
    "embargo in the title": (
        whole(header=TITLED.replace("Title: ", "Title: [EMBARGO] ")),
        f"{BAD}:1:9",
        'embargo-in-words: "EMBARGO" holds nothing here: all would read it at once.'
        ' Write "Embargo: 2026-11-24 09:00", with the hour that is meant, into the'
        " header, and delete these words here.",
    ),
    "draft in the text": (
        whole("- Status: draft"),
        f"{BAD}:7:3",
        'embargo-in-words: "Status: draft" holds nothing here: all would read it at'
        ' once. Write "Status: draft" into the header, and delete these words here.',
    ),
    "urgent until a word": (
        keyed("Serta-merta: ya"),
        f"{BAD}:4:14",
        'date-form: Serta-merta "ya" is not a full date. Write it as 2026-11-24 09:00.',
    ),
    "embargo before the date": (
        keyed("Embargo: 2026-11-20 09:00"),
        f"{BAD}:4:10",
        'embargo-before-date: The embargo "2026-11-20 09:00" ends before the date of'
        ' the release, "2026-11-21 09:00". Correct one of the two.',
    ),
    "urgent and held": (
        keyed("Urgent: 2026-12-01 09:00\nEmbargo: 2026-11-30 09:00"),
        f"{BAD}:4:1",
        'urgent-embargo: A release with "Urgent" cannot be held: what is urgent goes'
        ' out at once. Delete the line with "Urgent" or the embargo.',
    ),
    "status that hides": (
        keyed("Status: hidden"),
        f"{BAD}:4:9",
        'status-unknown: There is no status "hidden": a release cannot be hidden. Write'
        ' "draft" if it is not out yet; if it is out, add "Withdrawn:" with the time'
        " and the reason.",
    ),
    "withdrawn with a reason alone": (
        keyed("Dicabut: salah data"),
        f"{BAD}:4:10",
        'record-form: Dicabut "salah data" lacks a part. Write the time and the reason,'
        ' as in "2026-11-24 09:00 | the event did not take place".',
    ),
    "withdrawn without a reason": (
        keyed("Withdrawn: 2026-11-22 09:00"),
        f"{BAD}:4:12",
        'record-form: Withdrawn "2026-11-22 09:00" lacks a part. Write the time and the'
        ' reason, as in "2026-11-24 09:00 | the event did not take place".',
    ),
}
"""What is refused -> its case."""

UNTOLD = {
    "withdrawn with a reason alone",
    *("key misspelt", "link to a held text", "link to the address of a held text"),
    "link to the whole address of a held text",
    *("embargo that cannot be read", "urgent and held", "withdrawn without a reason"),
    *("status unknown", "status that hides", "embargo in the text"),
    "picture that breaks off, of a text that is held",
    *("embargo without a colon", "embargo in the title", "draft in the text"),
    "embargo with a character that nobody sees",
}
"""Of `REFUSED`: what the check says, and the log of a build does not, which anybody may
read. A text is held there also when it was only meant to be."""

INDONESIAN: dict[str, str] = {
    "date ahead": (
        'Tanggal ini masih 3 hari lagi. Tambahkan "Embargo: 2026-11-27 09:00" supaya'
        " siaran ditahan sampai saat itu, atau betulkan tanggalnya."
    ),
    "same slug": (
        f'Alamat "/2026/11/20/sampah/" sudah dipakai {PATH}. Ubah salah satu slug.'
    ),
    "iframe": (
        '"<iframe src=x>" adalah HTML, yang tidak dipakai dalam teks. Tulis dengan'
        " Markdown, seperti **tebal** atau *miring*, atau beri tautan."
    ),
    "link that is a script": (
        'Tautan "javascript:x" tidak diperbolehkan. Tautan diawali https:, http:,'
        " mailto:, atau tel:."
    ),
    "pipe": (
        "Ini bukan berkas. Hapus; siaran, halaman, dan gambar harus berupa berkas"
        " biasa."
    ),
    "not UTF-8": (
        "Teks ini bukan UTF-8: bita 0xE9 tidak terbaca, seperti pada berkas yang"
        " disimpan sebagai Windows-1252. Simpan ulang sebagai UTF-8."
    ),
    "dateline and initials alone": (
        "Siaran ini belum ada teksnya. Tulis di bawah kepala naskah, setelah satu baris"
        " kosong."
    ),
    "conflict": (
        'Tanda konflik penggabungan "<<<<<<<". Pilih salah satu sisi, lalu hapus'
        " tanda-tandanya."
    ),
    "brackets without end": (
        'Ada 900 "[" dalam satu paragraf; paling banyak 200. Pecah paragrafnya, atau'
        " hapus yang ditambahkan program."
    ),
}
"""Of `REFUSED` -> its message in Indonesian."""

WARNED: dict[str, tuple[str, str, str]] = {
    "dateline missing": (
        f"Warga datang.{END}",
        f"{BAD}:5:1",
        "dateline-missing: The text does not open with a dateline. Write place, source"
        ' and dash before the first word: "Wringin (kota.example) – ".',
    ),
    "dateline damaged": (
        f"Kenanga (kota.example – Warga datang.{END}",
        f"{BAD}:5:1",
        "dateline-bracket: A bracket is missing in the dateline"
        ' "Kenanga (kota.example –". Write "Kenanga (kota.example) – ".',
    ),
    "source missing": (
        f"Kenanga – Warga datang.{END}",
        f"{BAD}:5:1",
        'dateline-source-missing: The dateline "Kenanga –" has no source. Write it in'
        ' brackets: "Kenanga (kota.example) – ".',
    ),
    "place unknown": (
        f"Kenangga (kota.example) – Warga datang.{END}",
        f"{BAD}:5:1",
        'dateline-place-unknown: The place "Kenangga" is not in registers/places.toml.'
        ' Did you mean "Kenanga"? If not, add the place there.',
    ),
    "place translated": (
        f"Ylang-ylang (kota.example) – Warga datang.{END}",
        f"{BAD}:5:1",
        'dateline-place-unknown: The place "Ylang-ylang" is a translation of the name'
        ' "Kenanga". Names of places are not translated: write "Kenanga".',
    ),
    "source unknown": (
        f"Kenanga (kota.exampel) – Warga datang.{END}",
        f"{BAD}:5:10",
        'dateline-source-unknown: The source "kota.exampel" is not in'
        ' registers/sources.toml. Did you mean "kota.example"?',
    ),
    "initials unknown": (
        f"{LEDE}Mereka datang, {CANARY}. (zzq/bgp)\n",
        f"{BAD}:7:{len(f'Mereka datang, {CANARY}. (') + 1}",
        'sign-off-unknown: Nobody has the initials "zzq". Correct them, or add whose'
        " they are to registers/reporters.toml.",
    ),
    "weekday and date disagree": (
        LEDE.replace("balai.", "balai, Selasa (18/11/2026).") + END,
        f"{BAD}:5:57",
        "event-date-weekday: Selasa does not fit 18/11/2026, which is a Rabu. Write"
        ' "Rabu (18/11/2026)" or "Selasa (17/11/2026)".',
    ),
}
"""What is doubtful -> text, path with line and column, rule and message."""


def saying(words: str) -> Callable[[str], bytes]:
    """Return what puts words into a text instead of `Satu.`."""
    return lambda text: text.replace("Satu.", words).encode()


PUBLISHED: dict[str, tuple[Callable[[str], bytes], str]] = {
    "byte order mark": (lambda text: b"\xef\xbb\xbf" + text.encode(), "Satu."),
    "CRLF": (lambda text: text.replace("\n", "\r\n").encode(), "Satu."),
    "CR": (lambda text: text.replace("\n", "\r").encode(), "Satu."),
    "emoji": (saying("Satu 👍🏽 👩‍👩‍👧."), "Satu 👍🏽 👩‍👩‍👧."),
    "entities": (saying("Satu &amp; dua &lt;a&gt;."), "Satu & dua <a>."),
    "entities of a script": (
        saying("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "<script>alert(1)</script>",
    ),
    "text of a template": (saying("{{ x }} {% y %}"), "{{ x }} {% y %}"),
    "words in angles": (saying("<nama> dan <alamat>"), "<nama> dan <alamat>"),
    "label and words": (
        saying("[Catatan]: rapat ditunda"),
        "[Catatan]: rapat ditunda",
    ),
    "line like a key below a blank one": (
        saying("Catatan: rapat ditunda."),
        "Catatan: rapat ditunda.",
    ),
    "attribute list": (
        saying("Kata {: onclick=alert(1)}"),
        "Kata {: onclick=alert(1)}",
    ),
    "script as code": (saying("`<script>x</script>`"), "<script>x</script>"),
}
"""What looks odd or means harm -> how the file is written, and what readers read."""

MARKUP: dict[str, tuple[str, str]] = {
    "markup in the title": ("Title", "<script>x</script>"),
    "markup in a tag": ("Tags", "<b onclick=x>satu"),
    "markup in the summary": ("Summary", "<img src=x onerror=x>"),
    "markup in a series": ("Series", "</title><script>x</script>"),
    "markup in a number": ("Number", '"><img src=x onerror=x>'),
}
"""What means harm in a header -> key and value; published, and printed as typed."""

ROWS: dict[str, tuple[str, ...]] = {
    # Bad input
    "date missing": ("date missing", "date without a value"),
    "date not whole, not real, not plain": (
        *("date invalid", "date in seconds", "date by the week", "date impossible"),
        *("hour impossible", "date without time", "date without day", "date relative"),
        *("date relative in Indonesian", "date ambiguous"),
        *("date with the name of its zone", "date with the name of another zone"),
        "urgent until a word",
    ),
    "date ahead without embargo": ("date ahead",),
    "embargo ahead": (
        "test_press_embargo.py::test_broken_picture_of_an_embargoed_text_is_told_before_its_hour",
        "test_outcomes.py::test_held_text_is_nowhere_and_only_an_hour_is_told",
        "test_press_embargo.py::test_build_prints_the_next_run_and_writes_nothing_but_a_time",
        *("embargo that cannot be read", "embargo before the date"),
        *("embargo in the text", "embargo without a colon", "embargo in the title"),
        "embargo with a character that nobody sees",
        "draft in the text",
    ),
    "embargo passed and not out": (
        "test_press_embargo.py::test_due_answers_with_its_code_and_words",
        "test_press_embargo.py::test_embargo_opens_at_its_minute_and_the_release_is_everywhere",
        "test_publish.py::test_embargo_opens_when_its_hour_comes_and_not_before",
    ),
    "title": ("title missing", "title empty", "first line blank", "no header"),
    "unknown key": (
        *("key misspelt", "key unknown", "key of a release on a page"),
        *("blank before the colon", "key for a picture"),
        "key that names an author in Indonesian",
    ),
    "unknown value": (
        *("status unknown", "category unknown", "language unknown"),
        *("language of another file", "time zone unknown", "time zone that is a path"),
        "status that hides",
    ),
    "key twice": ("key twice", "key twice in two languages"),
    "key of the machine": (
        *("key that places the file", "key that gives an address"),
        *("key that chooses a template", "key with an underscore in front"),
    ),
    "slug": (
        *("slug of other characters", "slug too long"),
        "slug of a page that the site has itself",
        "slug of a page that is a year",
        "former address that the site has itself",
        "former address below a file of the site",
        "test_press_addresses.py::test_build_that_would_lose_an_address_is_refused",
    ),
    "same address": ("same slug", "former address of another"),
    "HTML": (
        "iframe",
        "tag of a word processor",
        "comment",
        "fence attributes",
        "words in angles",
    ),
    "picture that cannot be opened": (
        "picture that breaks off, of a text that is held",
    ),
    "scheme of a link": (
        *("link that is a script", "link of another scheme", "link without a scheme"),
    ),
    "upload that can hold scripts": (
        *("drawing", "drawing beside", "drawing, packed", "web page", "script beside"),
        *("XML that runs", "web page that ends in a blank"),
        *("web page among pictures", "web page of another ending", "page as a release"),
    ),
    "extra that cannot be one": (
        *("file where the site has a folder", "folder where the site has a file"),
        *("damaged data", "damaged markup", "extra that is not UTF-8"),
    ),
    "fence never closed": ("fence never closed", "fence of tildes never closed"),
    "link or picture that leads nowhere": (
        *("broken link", "broken link to a file", "broken link to a heading"),
        *("missing picture", "missing picture with a near one"),
        *("picture of another site", "link to a held text"),
        "link to the address of a held text",
        "link to the whole address of a held text",
        "broken link by its whole address",
    ),
    "what is no file of the folder": (
        *("attached path", "attached picture", "file path that leaves the folder"),
        "static path that leaves the folder",
        "picture path that leaves the folder",
        *("link to another file", "folder that is a link", "picture that is a link"),
        *("pipe", "device", "socket", "folder named as a release"),
    ),
    "not UTF-8": ("not UTF-8", "UTF-16"),
    "characters that nobody sees": (
        *("null", "order turned round", "null in the header", "no width in the header"),
        *("control character in the header", "order turned round in the header"),
    ),
    "odd and harmless": (
        *("byte order mark", "CRLF", "CR", "emoji", "entities", "text of a template"),
    ),
    "no text": (
        *("zero bytes", "header alone", "blanks alone", "dateline alone"),
        "dateline and initials alone",
    ),
    "no release by its name": (
        *("ending in capitals", "ending of a plain text", "another ending"),
        *("no ending", "copy of an editor", "copy that was kept"),
        "download that broke off",
        *("copy that is being edited", "release in no folder of a year"),
        *("copy of a file manager", "copy under another name"),
        "release in no folder",
    ),
    "conflict markers": (
        *("conflict", "conflict in the header", "conflict in a register"),
        "test_press_addresses.py::test_damaged_ledger_is_refused_with_its_line",
    ),
    "too much": (
        *("large file", "long line", "many lines", "deep quotations", "deep lists"),
        *("tags", "brackets without end", "brackets of many paragraphs"),
    ),
    "text that looks like something else": (
        *("first line of the text like a key", "line like a key below a blank one"),
        *("label and words", "label for a word"),
    ),
    "notation in doubt": tuple(WARNED),
    # Hostile input
    "element that runs or frames": (
        *("script", "iframe", "object", "embed", "form", "base", "refresh", "style"),
        "script as code",
        "entities of a script",
        "test_hostile.py::test_what_could_run_is_refused",
        "test_hostile.py::test_every_script_is_ours",
        "test_hostile.py::test_no_script_runs_and_no_request_leaves",
    ),
    "event attribute": (
        *("event attribute", "event attribute in a list", "attribute list"),
        "key that is an event",
    ),
    "link that runs": (
        *("link in capitals", "link in references", "link with a tab"),
        *("link in references without an end", "link with a tab as a reference"),
        *("link by a label", "link by itself", "link that is a page"),
        *("link that is a drawing", "link to a file of the machine"),
        *("former address that is a script", "reply that is a script"),
    ),
    "drawing with a script": (
        *("drawing with a script", "drawing under the name of a picture"),
        "test_page_images.py::test_nothing_beside_the_picture_is_published",
    ),
    "id that clobbers": (
        "id that clobbers",
        "test_hostile.py::test_ids_do_not_clobber",
    ),
    "tag that opens or closes alone": (
        *("closing tag alone", "textarea never closed", "comment never closed"),
    ),
    "markup in the header": (
        *MARKUP,
        *("category that is markup", "slug that is markup", "key that names an author"),
        "test_hostile.py::test_nothing_that_a_feed_carries_is_active",
        "test_hostile.py::test_json_ld_stays_inside_its_script",
        "test_hostile.py::test_xml_is_whole_and_has_no_instruction",
    ),
    "what the sanitiser would change": (
        *("mark of our own", "mark of Markdown's own"),
        "test_body_safe.py::test_what_would_be_changed_is_refused",
    ),
    "template that is not strict": (
        "test_press_faults.py::test_template_that_is_wrong_leaves_the_old_site",
        "test_hostile.py::test_templates_of_a_writer_are_words",
    ),
    "key that becomes an attribute": ("key of Pelican", "key of Python's own"),
    "slug that leaves the folder": ("slug that leaves the folder",),
    # Held text
    "held text in the site": (
        "test_press_embargo.py::test_held_text_is_in_no_byte_and_no_name_of_site_manifest_and_log",
        "test_press_embargo.py::test_release_beside_a_held_one_links_to_nothing_of_it",
        "test_press_embargo.py::test_release_that_becomes_a_draft_takes_its_pictures_with_it",
        "test_press_verify.py::test_held_words_are_a_defect_in_every_kind_of_file",
    ),
    "held text in the log": (
        "test_press_embargo.py::test_warnings_of_held_texts_are_counted_and_not_told",
        "test_press_embargo.py::test_held_text_that_cannot_be_read_is_not_told",
        "test_press_embargo.py::test_held_text_with_two_sides_is_not_told",
        "test_press_embargo.py::test_wrong_register_is_told_alone",
        "test_press_embargo.py::test_refusal_for_a_misspelt_embargo_has_no_word_of_its_text",
        "test_press_embargo.py::test_slip_in_a_link_is_not_answered_with_the_name_of_a_held_text",
        "test_press_verify.py::test_words_of_a_defect_name_no_held_text",
    ),
    "urgent and held": ("urgent and held",),
    "withdrawn text": (
        *("withdrawn without a reason", "withdrawn with a reason alone"),
        "test_press_addresses.py::test_withdrawal_that_was_recorded_cannot_be_undone",
        "test_press_addresses.py::test_withdrawn_text_comes_back_as_a_new_release_alone",
    ),
    "preview with held text": (
        "test_press_build.py::test_private_preview_shows_held_text_and_says_so",
        "test_press_build.py::test_private_preview_does_not_take_the_place_of_a_public_site",
        "test_deploy.py::test_private_preview_is_not_deployed",
        "test_press_rollback.py::test_preview_with_held_text_is_not_kept",
    ),
    "embargo where anyone can read it": (
        "test_workflows.py::test_embargo_ahead_is_refused_with_its_place",
        "test_workflows.py::test_public_repository_is_asked_for_embargoes_before_anything_leaves_it",
    ),
    # Faults
    "told to stop": (
        "test_press_faults.py::test_build_stopped_at_any_moment_leaves_a_whole_site",
        "test_press_faults.py::test_build_that_is_told_to_stop_says_so_with_its_code",
        "test_press_faults.py::test_build_killed_inside_the_swap_leaves_a_whole_site",
        "test_press_kept.py::test_kept_builds_outlive_a_kill_at_any_line",
    ),
    "disk full, or not to be written": (
        "test_press_faults.py::test_file_that_the_disk_does_not_take_is_named",
        "test_press_faults.py::test_full_disk_is_named_with_the_path_and_a_cure",
        "test_page_images.py::test_picture_is_not_blamed_for_a_store_that_cannot_be_written",
        "test_press_faults.py::test_output_where_nobody_may_write_is_named",
    ),
    "template, plugin or setting that is wrong": (
        "test_press_faults.py::test_template_that_is_wrong_leaves_the_old_site",
        "test_press_faults.py::test_template_that_is_missing_is_named_with_its_folder",
        "test_press_faults.py::test_template_that_another_calls_is_missing_at_that_line",
        "test_press_faults.py::test_plugin_that_is_wrong_leaves_the_old_site",
        "test_press_faults.py::test_setting_that_is_wrong_leaves_the_old_site",
        "test_press_faults.py::test_settings_file_that_is_wrong_is_named_with_its_line",
    ),
    "fewer texts or addresses than before": (
        "test_press_addresses.py::test_build_that_would_lose_an_address_is_refused",
        "test_press_addresses.py::test_build_with_the_cure_passes",
        "test_press_addresses.py::test_redirect_in_the_ledger_cures_a_release_that_is_gone",
        "test_press_addresses.py::test_redirect_in_the_ledger_that_leads_nowhere_is_refused",
        "test_press_addresses.py::test_redirect_to_a_list_that_has_gone_waits_and_stops_nobody",
        "test_press_addresses.py::test_lost_ledger_is_refused_by_build_and_record",
        "test_press_vanished.py::test_build_without_a_text_that_is_out_is_refused_with_the_cures",
        "test_press_vanished.py::test_text_that_deleted_ledgers_knew_is_missed_all_the_same",
        "test_press_vanished.py::test_both_ledgers_of_a_recorded_site_are_missed",
        "test_press_vanished.py::test_site_of_a_trial_is_begun_anew",
        "test_press_addresses.py::test_line_that_is_missing_in_one_ledger_stops_nobody",
        "test_outcomes.py::test_content_folder_that_is_empty_is_refused",
    ),
    "what is kept is damaged": (
        "test_press_faults.py::test_kept_pictures_that_are_damaged_are_made_anew",
        "test_press_faults.py::test_stage_with_strangers_in_it_gives_the_same_site",
        "test_press_warm.py::test_what_somebody_else_changed_is_counted_and_told",
        "test_press_warm.py::test_lost_manifest_changes_no_count",
        "test_press_rollback.py::test_build_goes_on_over_a_damaged_manifest",
        "test_press_kept.py::test_damaged_file_is_found_in_the_other_tree",
        "test_press_kept.py::test_file_that_is_whole_nowhere_is_refused",
        "test_page_images.py::test_store_with_a_half_written_file_changes_nothing",
    ),
    "two builds at once": (
        "test_press_faults.py::test_two_builds_at_once_are_never_both_writing",
    ),
    "content that changes meanwhile": (
        "test_press_faults.py::test_content_that_changes_while_it_is_built_is_refused",
        "test_press_faults.py::test_texts_are_those_that_were_read_whatever_becomes_of_them",
    ),
    "count in is not count out": (
        "test_press_build.py::test_no_setting_of_pelican_loses_a_release",
        "test_press_verify.py::test_text_that_is_not_on_the_site_is_named",
    ),
    "rule that became stricter": (
        "test_sparing.py::test_urgent_release_gets_out_beside_what_the_registers_left_behind",
        "test_sparing.py::test_old_release_that_is_edited_stops_again_until_it_is_mended",
    ),
    "way back over a withdrawal": (
        "test_press_rollback.py::test_rollback_that_would_bring_words_back_is_refused",
        "test_press_rollback.py::test_words_of_a_text_held_since_then_are_looked_for_too",
    ),
    # The same bytes
    "another machine": (
        "test_press_build.py::test_same_content_gives_the_same_bytes_on_another_machine",
    ),
    "another instant": (
        "test_press_build.py::test_instant_of_the_build_is_printed_nowhere",
    ),
    "build that is warm": (
        "test_press_build.py::test_store_of_an_earlier_build_changes_no_byte",
    ),
    # What a parser costs
    "runs that cost by their square": (
        *("brackets without end", "pictures without end", "notes without end"),
        *("sections without end", "addresses without end", "tags without end"),
        "test_desk_limits.py::test_limit_of_what_one_text_may_hold",
    ),
    "budget of time": (
        "test_press_crew.py::test_piece_that_takes_too_long_is_left_and_all_others_are_done",
    ),
}
"""Every bad input, claim and fault -> its cases here, and the tests elsewhere."""
