"""Rules on the header of one file: what it must say, and what a value may be.

One generator per rule; its docstring is the rule's entry in the manual. What they need
(filing, registers, archive, now) they take as arguments of those names.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from newsdesk.addresses import is_address, slugify
from newsdesk.desk.characters import as_seen, misleading_in, misleads
from newsdesk.desk.dates import NINE, read_slip
from newsdesk.desk.pointing import (
    at_further_value,
    at_head,
    at_key,
    at_offset,
    at_value,
    nearest,
)
from newsdesk.filing import DATED_NAME, LANGUAGES, Archive, Filing
from newsdesk.notation.model import Entry, Fault, Kind, Paragraph, Value
from newsdesk.notation.source import (
    KEYS,
    Line,
    Type,
    key_named,
    lines,
    read_date,
    read_instant,
    read_slug,
)
from newsdesk.notation.words import UNITS
from newsdesk.registers import Registers
from newsdesk.registers.places import LEVELS, Gazetteer, Place

TITLE_LIMIT = 160
SUMMARY_LIMIT = 300
TAG_LIMIT = 20

STATUSES = ("published", "draft")

RESERVED = frozenset(
    {
        *("arsip", "cari", "dokumen", "en", "gambar", "halaman", "inisial", "kategori"),
        *("media", "ralat", "reporter", "seri", "tag", "tema", "tempat"),
    }
)
"""First parts of addresses that the build writes itself (docs/format.md, section 5)."""

# An address of this site: slashes at both ends, no blank, query or empty part.
_ADDRESS = re.compile(r"/(?:(?!\.{1,2}/)[A-Za-z0-9._~%-]+/)+")


def _form(filing: Filing, rule: str) -> Iterator[Fault]:
    return (fault for fault in filing.header.faults if fault.rule == rule)


def _is_missing(filing: Filing, key: str) -> bool:
    """Say whether a key is missing and no other fault is about it."""
    if filing.entry(key) is not None:
        return False
    below = next(header_line_below(filing), None)
    if below is not None and key_named(below.values["key"]) == KEYS[key]:
        return False
    for fault in filing.header.faults:
        for name in (fault.values.get("suggestion", ""), fault.values.get("key", "")):
            meant = key_named(name) if name else None
            if meant is not None and meant.name == key:
                return False
    return True


def _keys(*, on_pages: bool) -> str:
    """Return the canonical keys of releases or pages; the report spells them."""
    return " | ".join(key.name for key in KEYS.values() if key.on_pages or not on_pages)


# -- form ------------------------------------------------------------------------------


def header_first_line(filing: Filing) -> Iterator[Fault]:
    """A file begins with the header, and the header with its first line.

    A blank line above the header, or text without one, hides every key below it.

    Fails: an empty first line, or `Wringin (kota.example) – Warga …` as first line
    Passes: `Title: Warga Wringin Memilah Sampah`
    """
    yield from _form(filing, "header-first-line")


def header_key_unknown(filing: Filing) -> Iterator[Fault]:
    """Only the keys of the table may stand in the header.

    A misspelt key would be without effect, and nobody would see it. A first line of
    the text that looks like a key needs a blank line above it.

    Fails: `Staus: draft`
    Passes: `Status: draft`
    """
    keys = _keys(on_pages=filing.kind == "page")
    for fault in _form(filing, "header-key-unknown"):
        values = {**fault.values, "keys": keys}
        yield Fault(fault.rule, fault.line, fault.column, values, fault.form)


def header_key_blank(filing: Filing) -> Iterator[Fault]:
    """The colon stands right behind its key.

    Other programs would take the line for text.

    Fails: `Tanggal : 2026-05-16 09:00`
    Passes: `Tanggal: 2026-05-16 09:00`
    """
    yield from _form(filing, "header-key-blank")


def header_key_twice(filing: Filing) -> Iterator[Fault]:
    """Each key stands once, in one of its two spellings.

    Which of two values counts would be chance.

    Fails: `Date: …` on line 2 and `Tanggal: …` on line 5
    Passes: one of the two
    """
    yield from _form(filing, "header-key-twice")


def header_key_refused(filing: Filing) -> Iterator[Fault]:
    """Keys by which other generators place a file or choose its template are refused.

    Such a key could overwrite any page of the site.

    Fails: `Save_as: index.html`
    Passes: `Slug: pasar-wringin`
    """
    yield from _form(filing, "header-key-refused")


def header_continuation(filing: Filing) -> Iterator[Fault]:
    """An indented line adds a value only to keys that take several.

    Elsewhere the words would be lost.

    Fails: an indented line under `Title:`
    Passes: an indented line under `Aliases:`
    """
    yield from _form(filing, "header-continuation")


def header_value_missing(filing: Filing) -> Iterator[Fault]:
    """A key has its value on the same line.

    A key without one is a slip: the line should be filled or taken out.

    Fails: `Embargo:`
    Passes: `Embargo: 2026-11-27 09:00`
    """
    yield from _form(filing, "header-value-missing")


# A key of the table at the start of a line, with blanks or emphasis around it, and a
# colon or what looks like one; a word may stand between them before a date. Refused:
# sentences that begin with such a word (`Status siaga: …`).
_LIKE_A_KEY = re.compile(
    rf"""[\s*_]* (?P<key>{
        "|".join(
            re.escape(name)
            for key in KEYS.values()
            for name in (key.english, key.indonesian)
        )
    })
    (?![\w-]) (?: [ ]\w+ (?=\s*[:;：]\s*[0-9]) )? [\s*_]* [:;：]""",
    re.VERBOSE | re.IGNORECASE,
)


def header_line_below(filing: Filing) -> Iterator[Fault]:
    """A header line stands in the header, not at the head of the text.

    A blank line above it makes text of it: an embargo or a draft would be published,
    with the line for all to read. So does a character in its key that nobody sees, or
    that looks like a letter of ours.

    Fails: a blank line, then `Embargo: 2026-11-27 09:00`; U+200B in `Embargo`
    Passes: the same line right below the others
    """
    text = filing.release.text
    hidden = misleads(filing.reading.unusual)
    for line in lines(text, filing.header.span.end):
        if not (line.text.strip() and (not hidden or as_seen(line.text).text.strip())):
            continue
        if found := _LIKE_A_KEY.match(line.text):
            key = found["key"]
            offset = line.start + found.start("key")
            yield at_offset("header-line-below", text, offset, key=key)
        elif hidden:
            yield from _misread(line, text)
        return


def _misread(line: Line, text: str) -> Iterator[Fault]:
    """Yield the fault of a line that only looks as if it were one of the header."""
    seen = as_seen(line.text)
    found = _LIKE_A_KEY.match(seen.text)
    place = misleading_in(line.text, 0, seen.at[found.end() - 1]) if found else None
    if found and place:
        offset, character = line.start + place[0], place[1]
        values = {"key": found["key"], "character": character}
        yield at_offset("header-line-below", text, offset, "retype", **values)


def header_page_key(filing: Filing) -> Iterator[Fault]:
    """A plain page takes only Title, Summary, Slug, Lang, Aliases and Allow.

    The others belong to releases and would be without effect.

    Fails: `Category: lingkungan` on a page
    Passes: `Summary: Siapa kami.` on a page
    """
    keys = _keys(on_pages=True)
    for entry in filing.header.entries:
        if not KEYS[entry.key].on_pages:
            yield at_key("header-page-key", entry, keys=keys)


# -- title and summary -----------------------------------------------------------------


def title_missing(filing: Filing) -> Iterator[Fault]:
    """Every release and page has a title.

    It is the headline, and what every list and feed shows.

    Fails: a header without `Title:`
    Passes: `Title: Warga Wringin Memilah Sampah`
    """
    if _is_missing(filing, "title"):
        yield at_head("title-missing")


def title_long(filing: Filing) -> Iterator[Fault]:
    """A title has at most 160 characters.

    Longer ones are cut by lists, search engines and feed readers.

    Fails: a title of 161 characters
    Passes: a title of 160 characters
    """
    yield from _too_long(filing, "title", "title-long", TITLE_LIMIT)


def summary_long(filing: Filing) -> Iterator[Fault]:
    """A summary has at most 300 characters.

    It stands on cards and in search results, where longer ones are cut.

    Fails: a summary of 301 characters
    Passes: a summary of 300 characters
    """
    yield from _too_long(filing, "summary", "summary-long", SUMMARY_LIMIT)


def _too_long(filing: Filing, key: str, rule: str, limit: int) -> Iterator[Fault]:
    entry = filing.entry(key)
    if entry is not None and len(entry.text) > limit:
        count = str(len(entry.text))
        yield at_value(rule, entry, offset=limit, count=count, limit=str(limit))


# -- dates -----------------------------------------------------------------------------


def date_missing(filing: Filing, now: datetime) -> Iterator[Fault]:
    """Every release says when it is published.

    The date gives the address and the order; the clock of the machine must not.
    Editions in other languages have the date of their original.

    Fails: a header without `Date:`
    Passes: `Date: 2026-11-24 09:00`
    """
    if not filing.original and _is_missing(filing, "date"):
        yield at_head("date-missing", example=f"{now:%Y-%m-%d} {NINE}")


def date_form(filing: Filing, registers: Registers, now: datetime) -> Iterator[Fault]:
    """A date is written YYYY-MM-DD, an instant YYYY-MM-DD HH:MM.

    `03/04/2026` can be read two ways, and a date without a time orders nothing.

    Fails: `Date: 16/5/2023`
    Passes: `Date: 2023-05-16 15:30`
    """
    zone = registers.office.zone
    for entry in filing.header.entries:
        type = KEYS[entry.key].type
        if type not in (Type.INSTANT, Type.DATE):
            continue
        if entry.key == "event-date" and entry.text == "-":
            continue
        whole = type is Type.INSTANT
        if (read_instant(entry.text, zone) if whole else read_date(entry.text)) is None:
            here = now.astimezone(zone)
            ahead = entry.key in ("embargo", "urgent")
            slip = read_slip(entry.text, here, zone, whole=whole, ahead=ahead)
            first, *more = slip.candidates
            other = more[0] if more else ""
            yield at_value("date-form", entry, slip.form, first=first, other=other)


def date_ahead(filing: Filing, registers: Registers, now: datetime) -> Iterator[Fault]:
    """A date that is still to come needs an embargo.

    Without one nobody can say whether it is a slip or a release to be held.

    Fails: `Date: 2026-11-27 09:00` on 24 November 2026
    Passes: the same with `Embargo: 2026-11-27 09:00`
    """
    entry = filing.entry("date")
    if entry is None or filing.original or filing.date is None or filing.date <= now:
        return
    if not _is_missing(filing, "embargo"):
        return
    here = now.astimezone(registers.office.zone)
    days = (filing.date.date() - here.date()).days
    yield at_value(
        "date-ahead",
        entry,
        "" if days else "today",
        days=str(days),
        embargo=f"Embargo: {filing.date:%Y-%m-%d %H:%M}",
    )


def embargo_before_date(filing: Filing) -> Iterator[Fault]:
    """An embargo does not end before the date of the release.

    One of the two is a slip, and the earlier one would let the text out.

    Fails: `Date: 2026-11-27 09:00` with `Embargo: 2026-11-26 09:00`
    Passes: the same instant in both
    """
    embargo, day = filing.entry("embargo"), filing.entry("date")
    if embargo is None or day is None or filing.embargo is None or filing.date is None:
        return
    if filing.embargo < filing.date and not filing.original:
        yield at_value("embargo-before-date", embargo, other=day.text)


def urgent_over(filing: Filing) -> Iterator[Fault]:
    """An urgent notice is urgent for some time after it comes out.

    Else it never stands in the bar of the home page, and nobody would notice.

    Fails: `Date: 2026-11-24 09:00` with `Urgent: 2025-11-25 09:00`
    Passes: `Date: 2026-11-24 09:00` with `Urgent: 2026-11-25 09:00`
    """
    entry = filing.entry("urgent")
    if entry is None or filing.urgent is None or filing.date is None:
        return
    if filing.urgent <= filing.date:
        yield at_value("urgent-over", entry, date=f"{filing.date:%Y-%m-%d %H:%M}")


def urgent_embargo(filing: Filing) -> Iterator[Fault]:
    """An urgent notice has no embargo.

    What the public must know at once cannot be held.

    Fails: `Urgent: …` with `Embargo: …`
    Passes: one of the two
    """
    entry = filing.entry("urgent")
    if entry is not None and filing.embargo is not None:
        yield at_key("urgent-embargo", entry)


# -- what a value may name -------------------------------------------------------------


def category_missing(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """A release names its category.

    Without one it stands in the office's default category.

    Fails: a header without `Category:`
    Passes: `Category: lingkungan`
    """
    if not filing.original and _is_missing(filing, "category"):
        default = registers.categories.categories[registers.office.default_category]
        yield at_head("category-missing", name=default.name, example=default.id)


def category_unknown(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The category is one of the register, by id or by name.

    A new spelling would open a page of its own.

    Fails: `Category: lingkugan`
    Passes: `Category: lingkungan`
    """
    entry = filing.entry("category")
    if entry is None or registers.categories.find(entry.text) is not None:
        return
    categories = registers.categories.categories.values()
    names = [name for c in categories for name in (c.id, c.name) if name]
    known = ", ".join(category.id for category in categories)
    yield _unknown("category-unknown", entry, names, known)


def tags_in(text: str) -> list[tuple[str, int]]:
    """Return each tag of a header's value, and where in the value it begins."""
    found, start = [], 0
    for part in text.split(","):
        if part.strip():
            found.append((part.strip(), start + len(part) - len(part.lstrip())))
        start += len(part) + 1
    return found


def tags_many(filing: Filing) -> Iterator[Fault]:
    """A release has at most 20 tags.

    More of them say nothing, and each opens a page.

    Fails: 21 tags
    Passes: 20 tags
    """
    entry = filing.entry("tags")
    if entry is None or len(filing.tags) <= TAG_LIMIT:
        return
    first = dict(reversed(tags_in(entry.text)))
    offset = first[filing.tags[TAG_LIMIT]]
    count = str(len(filing.tags))
    yield at_value("tags-many", entry, offset=offset, count=count, limit=str(TAG_LIMIT))


def slug_form(filing: Filing) -> Iterator[Fault]:
    """A slug has small letters, figures and hyphens, at most 80 of them.

    It is the last part of the address, which people type and read aloud.

    Fails: `Slug: Pasar_Wringin`
    Passes: `Slug: pasar-wringin`
    """
    entry = filing.entry("slug")
    if entry is None:
        if not filing.slug:
            yield at_head("slug-form", "name", value=filing.name)
    elif read_slug(entry.text) is None:
        proposal = slugify(entry.text)
        form = "suggest" if proposal else ""
        yield at_value("slug-form", entry, form, proposal=proposal)


def lang_unknown(filing: Filing) -> Iterator[Fault]:
    """The language is one the site is published in.

    Fails: `Lang: jv`
    Passes: `Lang: en`
    """
    entry = filing.entry("lang")
    if entry is not None and entry.text.lower() not in LANGUAGES:
        yield at_value("lang-unknown", entry, known=", ".join(LANGUAGES))


def lang_mismatch(filing: Filing) -> Iterator[Fault]:
    """The language is that of the file's name: `.en.md` for English.

    The name decides; a header that says otherwise is a slip of one of the two.

    Fails: `Lang: en` in `2026-05-16-pasar.md`
    Passes: `Lang: en` in `2026-05-16-pasar.en.md`
    """
    entry = filing.entry("lang")
    if entry is not None and entry.text.lower() in {*LANGUAGES} - {filing.lang}:
        wanted = f"{filing.name}.{entry.text.lower()}.md".replace(".id.md", ".md")
        yield at_value("lang-mismatch", entry, lang=filing.lang, name=wanted)


def status_unknown(filing: Filing) -> Iterator[Fault]:
    """The status is published or draft.

    A release that is out is withdrawn with its reason, never hidden.

    Fails: `Status: hidden`
    Passes: `Status: draft`
    """
    entry = filing.entry("status")
    if entry is None or entry.text.lower() in STATUSES:
        return
    word = entry.text.lower()
    if word in ("hidden", "withdrawn"):
        yield at_value("status-unknown", entry, word)
    else:
        yield _unknown("status-unknown", entry, STATUSES, ", ".join(STATUSES))


def location_unknown(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The location is a place of the register, by id or by name.

    It leads to the page of the place, so it has to be one.

    Fails: `Location: Wringgin`
    Passes: `Location: Wringin`
    """
    entry = filing.entry("location")
    if entry is not None and filing.location is None:
        suggestion = _meant_location(entry.text, registers.gazetteer)
        form = "suggest" if suggestion else ""
        yield at_value("location-unknown", entry, form, suggestion=suggestion)


# A word for the unit, which says what level of place is meant.
_UNIT = re.compile(rf"(?P<unit>{'|'.join(UNITS)})\.?\s+", re.IGNORECASE)


def _meant_location(written: str, gazetteer: Gazetteer) -> str:
    """Return how to write the place that is meant; empty when none is near.

    Where a word for the unit stands in front, only places of that level are; a name
    that would mean a higher place is given by its id.
    """
    name = written.partition(",")[0]
    unit = _UNIT.match(name)
    tried = [(name, "")]
    if unit is not None:
        meant = (level for level in LEVELS if level.startswith(unit["unit"].lower()))
        tried.insert(0, (name[unit.end() :], next(meant, "")))
    for wanted, level in tried:
        spelled: dict[str, Place] = {}
        for place in gazetteer.places.values():
            if place.level == level or not level:
                for spelling in (place.name, *place.aliases, place.id):
                    spelled.setdefault(spelling, place)
        if near := nearest(wanted, spelled):
            alone = not level or gazetteer.find(near) == spelled[near]
            return near if alone else spelled[near].id
    return ""


def contact_unknown(filing: Filing, registers: Registers) -> Iterator[Fault]:
    """The contact is one of the office's, by its id.

    Fails: `Contact: meja-prs`
    Passes: `Contact: meja-pers`
    """
    entry = filing.entry("contact")
    ids = [contact.id for contact in registers.office.contacts]
    if entry is not None and entry.text not in ids:
        yield _unknown("contact-unknown", entry, ids, ", ".join(ids))


def _unknown(rule: str, entry: Entry, names: Iterable[str], known: str) -> Fault:
    suggestion = nearest(entry.text, names)
    form = "suggest" if suggestion else ""
    return at_value(rule, entry, form, suggestion=suggestion, known=known)


def alias_form(filing: Filing) -> Iterator[Fault]:
    """A former address is one of this site: it begins and ends with a slash.

    Each becomes a redirect to the release; its own address would run in a circle.

    Fails: `Aliases: 2026/05/16/lama`
    Passes: `Aliases: /2026/05/16/lama/`
    """
    entry = filing.entry("aliases")
    if entry is None:
        return
    for value in entry.values:
        if value.text == filing.address:
            yield at_further_value("alias-form", entry, value, "own")
        elif not _is_former(value.text):
            yield _misshapen_alias(entry, value)


def _is_former(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None and is_address(text)


def _misshapen_alias(entry: Entry, value: Value) -> Fault:
    path = re.sub(r"https?://[^/]*", "", value.text).strip("/")
    proposal = f"/{path}/"
    form = "suggest" if _is_former(proposal) else ""
    return at_further_value("alias-form", entry, value, form, proposal=proposal)


# -- editions --------------------------------------------------------------------------


def edition_orphan(filing: Filing, archive: Archive) -> Iterator[Fault]:
    """An English edition stands beside its Indonesian original.

    Date, category and status come from the original.

    Fails: `2026-05-16-pasar.en.md` alone
    Passes: `2026-05-16-pasar.en.md` beside `2026-05-16-pasar.md`
    """
    if filing.original and archive.original(filing) is None:
        yield at_head("edition-orphan", name=filing.original.rpartition("/")[2])


def edition_differs(
    filing: Filing, archive: Archive, registers: Registers
) -> Iterator[Fault]:
    """What an edition repeats from its original it repeats exactly.

    Date, Embargo, Status and Withdrawn are those of the original; an edition that says
    otherwise could let held text out.

    Fails: another `Date:` in `2026-05-16-pasar.en.md`
    Passes: none there
    """
    original = archive.original(filing)
    if original is None:
        return
    zone = registers.office.zone

    def meaning(key: str, text: str) -> object:
        if key in ("date", "embargo"):
            return read_instant(text, zone)
        return text.lower() if key == "status" else text

    for key in ("date", "embargo", "status", "withdrawn"):
        here, there = filing.entry(key), original.entry(key)
        if here is None or meaning(key, here.text) is None:
            continue
        said = there.text if there else {"status": "published"}.get(key, "")
        if meaning(key, here.text) != meaning(key, said):
            form = "" if said else "absent"
            yield _differs("edition-differs", filing, here, said, form)


def edition_category(
    filing: Filing, archive: Archive, registers: Registers
) -> Iterator[Fault]:
    """An edition that names its category names that of its original.

    Both stand in one category, or in the office's default one.

    Fails: another `Category:` in `2026-05-16-pasar.en.md`
    Passes: none there
    """
    original, here = archive.original(filing), filing.entry("category")
    if original is None or here is None:
        return
    there = original.entry("category")
    said = there.text if there else registers.office.default_category
    named = registers.categories.find(here.text)
    if named is not None and named != registers.categories.find(said):
        yield _differs("edition-category", filing, here, said)


def _differs(
    rule: str, filing: Filing, here: Entry, said: str, form: str = ""
) -> Fault:
    name = filing.original.rpartition("/")[2]
    return at_value(rule, here, form, other=said, name=name)


# -- names of files --------------------------------------------------------------------


def name_form(filing: Filing) -> Iterator[Fault]:
    """A release's file is named by its date and its slug.

    So a folder reads in order, and the address can be told from the name.

    Fails: `pasar.md`
    Passes: `2026-05-16-pasar.md`
    """
    if filing.original:
        return
    dated = DATED_NAME.fullmatch(filing.name)
    day = read_date(dated["date"]) if dated else None
    entry = filing.entry("date")
    if day is None or dated is None:
        written = f"{filing.date:%Y-%m-%d}-" if filing.date else ""
        slug = _words_for(filing)
        form = "" if written else "no-date"
        yield at_head(
            "name-form", form, value=f"{filing.name}.md", name=f"{written}{slug}.md"
        )
    elif entry is not None and filing.date is not None and filing.date.date() != day:
        name = f"{filing.date:%Y-%m-%d}-{dated['rest']}.md"
        yield at_value("name-form", entry, "differs", name=name)


# A date at the head of a slug, in any order and form.
_DATE_FIRST = re.compile(
    r"(?:[12][0-9]{3}-?[0-9]{1,2}-?[0-9]{1,2}|[0-9]{1,2}-[0-9]{1,2}-[12][0-9]{3})(?:-|$)"
)
_WORDS = 6
"""Words of a headline in a proposed name; the sample's names have four to seven."""


def _words_for(filing: Filing) -> str:
    """Return the words that a file's name should have behind its date.

    Those it has already, else those of the headline.
    """
    headline = "-".join(slugify(filing.title).split("-")[:_WORDS])
    return _DATE_FIRST.sub("", filing.slug, 1) or headline or "judul"


def year_folder(filing: Filing) -> Iterator[Fault]:
    """A release lies in the folder of its year.

    Fails: `releases/2025/2026-05-16-pasar.md`
    Passes: `releases/2026/2026-05-16-pasar.md`
    """
    entry = filing.entry("date")
    if entry is None or filing.date is None or filing.original:
        return
    folder, year = filing.path.split("/")[1], str(filing.date.year)
    if folder != year:
        name = f"releases/{year}"
        yield at_value("year-folder", entry, folder=f"releases/{folder}", name=name)


def page_slug_reserved(filing: Filing) -> Iterator[Fault]:
    """A plain page leaves alone the addresses that the build writes itself.

    `/arsip/` is the list of all releases, and four figures are a year.

    Fails: `pages/arsip.md`
    Passes: `pages/tentang.md`
    """
    if filing.slug in RESERVED or re.fullmatch(r"[0-9]{4}", filing.slug):
        entry = filing.entry("slug")
        address, proposal = filing.address, f"tentang-{filing.slug}"
        if entry is None:
            yield at_head("page-slug-reserved", address=address, proposal=proposal)
        else:
            yield at_value(
                "page-slug-reserved", entry, address=address, proposal=proposal
            )


# -- the body, as far as it must be there ----------------------------------------------

_SAYS_SOMETHING = frozenset(Kind) - {
    Kind.PICTURE,
    Kind.HEADING,
    Kind.FURNITURE,
    Kind.SIGN_OFF,
}


def release_empty(filing: Filing) -> Iterator[Fault]:
    """A release has text.

    A header alone, a picture alone, or a dateline and initials without a word between
    them, is an unfinished file.

    Fails: a header and nothing below it
    Passes: a header, a blank line and one paragraph
    """
    said = (p for p in filing.release.paragraphs if p.kind in _SAYS_SOMETHING)
    if all(_is_frame(filing, paragraph) for paragraph in said):
        text = filing.release.text
        line = text.rstrip().count("\n") + 1
        form = "page" if filing.kind == "page" else ""
        yield Fault("release-empty", line if text.strip() else 1, 1, {}, form)


def _is_frame(filing: Filing, paragraph: Paragraph) -> bool:
    """Say whether a paragraph has nothing but dateline and sign-off."""
    release = filing.release
    words = release.text[paragraph.span.start : paragraph.span.end].strip()
    if release.dateline:
        words = words.removeprefix(release.dateline.raw.strip()).strip()
    if release.sign_off:
        words = words.removesuffix(release.sign_off.raw.strip()).strip()
    return not words
