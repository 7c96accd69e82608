"""The rules of the desk as data: id, level, what they look at, and the generator.

The docstring of a generator is the rule's entry in the manual. Rules without one are
found while files and registers are read, before there is a release to look at; or, as
`release-slow`, by who runs the others.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from newsdesk.desk import (
    across,
    body,
    characters,
    facts,
    header,
    holding,
    limits,
    notation,
    records,
)
from newsdesk.desk.finding import Level, Spared
from newsdesk.notation.model import Flag


class Scope(StrEnum):
    """What a rule looks at."""

    FILE = "file"
    """The files of the content folder, before they are read."""
    REGISTER = "register"
    """One register."""
    RELEASE = "release"
    """One release."""
    PAGE = "page"
    """One plain page."""
    TEXT = "text"
    """One release or page."""
    AS_SET = "as-set"
    """The body of one release or page as HTML: only where no rule on its text found
    an error, which would be the cause."""
    ARCHIVE = "archive"
    """All releases and pages together."""
    FOUND = "found"
    """What the other rules found in one release or page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    level: Level
    scope: Scope
    find: Callable[..., Iterator[Any]] | None = None
    """Yields faults, for the archive pairs of path and fault. It is given the
    arguments it names: `filing`, `archive`, `filings`, `registers`, `now`, `prose`,
    `targets`, `definitions`, `dates`, `odd_texts`, `unseen`, `pictures`, `addresses`,
    `as_set`, `html`, `rules`, `found`, `lost`."""
    safety: bool = False
    """Whether it keeps out what is unsafe, held or costly: nothing spares a release
    this rule, neither `Allow` nor that it was published before."""
    optional: bool = False
    """Whether an error may be allowed all the same: the site stays whole."""
    stops_published: bool = False
    """Whether it stops the build for a text too that was published before and is
    unchanged: no right page can be made of it, or what has changed is elsewhere."""
    stops_drafts: bool = False
    """Whether it stops the build for a draft too: nobody can say that it is one, or it
    was published before."""

    stops_nobody: Spared | None = None
    """Why it never stops a build, not even a strict one, if so."""
    needs: tuple[str, ...] = ()
    """What a text must have one of, else the rule finds nothing and is not run: keys
    of the header, flags of the notation, signs such as `<`, `header_faults`, an
    `original`, or an argument that it goes through. Empty for one that also looks for
    what is missing."""

    @property
    def spares_published(self) -> bool:
        """Whether it stops nothing in a text that is unchanged since published."""
        return not (self.safety or self.stops_published)

    @property
    def allowable(self) -> bool:
        """Whether `Allow` may silence it."""
        return not self.safety and (self.optional or self.level is Level.WARNING)


_E, _W = Level.ERROR, Level.WARNING

_IN_FORM = ("header_faults",)
_IN_EDITION = ("original",)
_RECORDED = ("correction", "minor-change", "withdrawn", "right-of-reply")

RULES: Mapping[str, Rule] = {
    # The content folder
    "file-stray": Rule(_E, Scope.FILE, safety=True),
    "file-link": Rule(_E, Scope.FILE, safety=True),
    "file-special": Rule(_E, Scope.FILE, safety=True),
    "file-encoding": Rule(_E, Scope.FILE, safety=True),
    "file-large": Rule(_E, Scope.FILE, safety=True),
    "extra-broken": Rule(_E, Scope.FILE),
    "picture-name": Rule(_E, Scope.FILE),
    # Registers
    "register-missing": Rule(_E, Scope.REGISTER),
    "register-syntax": Rule(_E, Scope.REGISTER),
    "register-key-unknown": Rule(_E, Scope.REGISTER),
    "register-key-missing": Rule(_E, Scope.REGISTER),
    "register-table-missing": Rule(_E, Scope.REGISTER),
    "register-value": Rule(_E, Scope.REGISTER),
    "register-id-twice": Rule(_E, Scope.REGISTER),
    "register-reference": Rule(_E, Scope.REGISTER),
    "register-parent-level": Rule(_E, Scope.REGISTER),
    "register-own-source": Rule(_E, Scope.REGISTER),
    "register-term-order": Rule(_E, Scope.REGISTER),
    "register-term-overlap": Rule(_E, Scope.REGISTER),
    "ledger-line": Rule(_E, Scope.REGISTER),
    "ledger-lost": Rule(_E, Scope.REGISTER),
    "ledger-gap": Rule(_W, Scope.ARCHIVE, across.ledger_gap, stops_nobody=Spared.GAP),
    # The header's form
    "header-first-line": Rule(
        _E,
        Scope.TEXT,
        header.header_first_line,
        stops_published=True,
        stops_drafts=True,
        needs=_IN_FORM,
    ),
    "header-key-unknown": Rule(
        _E, Scope.TEXT, header.header_key_unknown, needs=_IN_FORM
    ),
    "header-key-blank": Rule(_E, Scope.TEXT, header.header_key_blank, needs=_IN_FORM),
    "header-key-twice": Rule(
        _E, Scope.TEXT, header.header_key_twice, stops_drafts=True, needs=_IN_FORM
    ),
    "header-key-refused": Rule(
        _E, Scope.TEXT, header.header_key_refused, needs=_IN_FORM
    ),
    "header-continuation": Rule(
        _E, Scope.TEXT, header.header_continuation, needs=_IN_FORM
    ),
    "header-value-missing": Rule(
        _E, Scope.TEXT, header.header_value_missing, needs=_IN_FORM
    ),
    "header-line-below": Rule(
        _E, Scope.TEXT, header.header_line_below, safety=True, stops_drafts=True
    ),
    # Never allowed; but what is on the site already is not held by stopping.
    "embargo-in-words": Rule(_E, Scope.RELEASE, holding.embargo_in_words),
    "header-page-key": Rule(_E, Scope.PAGE, header.header_page_key),
    # The header's values
    "title-missing": Rule(_E, Scope.TEXT, header.title_missing, stops_published=True),
    "title-long": Rule(
        _E, Scope.TEXT, header.title_long, optional=True, needs=("title",)
    ),
    "summary-long": Rule(
        _E, Scope.TEXT, header.summary_long, optional=True, needs=("summary",)
    ),
    "date-missing": Rule(_E, Scope.RELEASE, header.date_missing, stops_published=True),
    "date-form": Rule(_E, Scope.RELEASE, header.date_form, safety=True),
    "date-ahead": Rule(_E, Scope.RELEASE, header.date_ahead, safety=True),
    "embargo-before-date": Rule(
        _E, Scope.RELEASE, header.embargo_before_date, safety=True, needs=("embargo",)
    ),
    "urgent-over": Rule(_W, Scope.RELEASE, header.urgent_over, needs=("urgent",)),
    "urgent-embargo": Rule(
        _E, Scope.RELEASE, header.urgent_embargo, safety=True, needs=("urgent",)
    ),
    "category-missing": Rule(_W, Scope.RELEASE, header.category_missing),
    "category-unknown": Rule(
        _E, Scope.RELEASE, header.category_unknown, needs=("category",)
    ),
    "tags-many": Rule(
        _E, Scope.RELEASE, header.tags_many, safety=True, needs=("tags",)
    ),
    "slug-form": Rule(_E, Scope.TEXT, header.slug_form, stops_published=True),
    "lang-unknown": Rule(_E, Scope.TEXT, header.lang_unknown, needs=("lang",)),
    "lang-mismatch": Rule(_E, Scope.TEXT, header.lang_mismatch, needs=("lang",)),
    "status-unknown": Rule(
        _E,
        Scope.RELEASE,
        header.status_unknown,
        safety=True,
        stops_drafts=True,
        needs=("status",),
    ),
    "location-unknown": Rule(
        _E, Scope.RELEASE, header.location_unknown, needs=("location",)
    ),
    "contact-unknown": Rule(
        _E, Scope.RELEASE, header.contact_unknown, needs=("contact",)
    ),
    "alias-form": Rule(
        _E, Scope.TEXT, header.alias_form, stops_published=True, needs=("aliases",)
    ),
    "alias-taken": Rule(_E, Scope.ARCHIVE, across.alias_taken, stops_published=True),
    "edition-orphan": Rule(
        _E,
        Scope.RELEASE,
        header.edition_orphan,
        stops_published=True,
        needs=_IN_EDITION,
    ),
    "edition-differs": Rule(
        _E,
        Scope.RELEASE,
        header.edition_differs,
        safety=True,
        stops_drafts=True,
        needs=_IN_EDITION,
    ),
    "edition-category": Rule(
        _E, Scope.RELEASE, header.edition_category, needs=_IN_EDITION
    ),
    "name-form": Rule(_W, Scope.RELEASE, header.name_form),
    "year-folder": Rule(_W, Scope.RELEASE, header.year_folder),
    "page-slug-reserved": Rule(
        _E, Scope.PAGE, header.page_slug_reserved, stops_published=True
    ),
    "release-empty": Rule(_E, Scope.TEXT, header.release_empty, stops_published=True),
    "conflict-marker": Rule(
        _E,
        Scope.TEXT,
        body.conflict_marker,
        safety=True,
        stops_drafts=True,
        needs=("<", ">", "|"),
    ),
    "character-header": Rule(_E, Scope.TEXT, characters.character_header, safety=True),
    # Records of the header
    "record-form": Rule(_E, Scope.RELEASE, records.record_form, needs=_RECORDED),
    "record-instant": Rule(_E, Scope.RELEASE, records.record_instant, needs=_RECORDED),
    "record-ahead": Rule(_E, Scope.RELEASE, records.record_ahead, needs=_RECORDED),
    "record-reason": Rule(_E, Scope.RELEASE, records.record_reason, needs=_RECORDED),
    "reply-address": Rule(
        _E, Scope.RELEASE, records.reply_address, safety=True, needs=("right-of-reply",)
    ),
    "allow-unknown": Rule(_E, Scope.TEXT, records.allow_unknown, needs=("allow",)),
    "allow-reason": Rule(_E, Scope.TEXT, records.allow_reason, needs=("allow",)),
    "allow-safety": Rule(_E, Scope.TEXT, records.allow_safety, needs=("allow",)),
    "allow-unused": Rule(_W, Scope.FOUND, records.allow_unused, needs=("allow",)),
    # The notation
    "dateline-missing": Rule(_W, Scope.RELEASE, notation.dateline_missing),
    "dateline-place-missing": Rule(
        _W, Scope.RELEASE, notation.dateline_place_missing, needs=(Flag.PLACE_MISSING,)
    ),
    "dateline-place-unknown": Rule(
        _W,
        Scope.RELEASE,
        notation.dateline_place_unknown,
        needs=(Flag.PLACE_UNKNOWN, "dateline"),
    ),
    "dateline-source-missing": Rule(
        _W,
        Scope.RELEASE,
        notation.dateline_source_missing,
        needs=(Flag.SOURCE_MISSING,),
    ),
    "dateline-source-unknown": Rule(
        _W,
        Scope.RELEASE,
        notation.dateline_source_unknown,
        needs=(Flag.SOURCE_UNKNOWN, "dateline"),
    ),
    "dateline-bracket": Rule(
        _W, Scope.RELEASE, notation.dateline_bracket, needs=(Flag.BRACKET_MISSING,)
    ),
    "dateline-differs": Rule(
        _W, Scope.RELEASE, notation.dateline_differs, needs=("dateline",)
    ),
    "dateline-form": Rule(
        _E, Scope.RELEASE, notation.dateline_form, needs=("dateline",)
    ),
    "sign-off-missing": Rule(_W, Scope.RELEASE, notation.sign_off_missing),
    "sign-off-unknown": Rule(
        _W,
        Scope.RELEASE,
        notation.sign_off_unknown,
        needs=(Flag.INITIALS_UNKNOWN, "sign-off"),
    ),
    "sign-off-role": Rule(_W, Scope.RELEASE, notation.sign_off_role),
    "editor-missing": Rule(_W, Scope.RELEASE, notation.editor_missing),
    "sign-off-names": Rule(
        _W, Scope.RELEASE, notation.sign_off_names, needs=(Flag.BYLINE_NAMES,)
    ),
    "sign-off-bracket": Rule(
        _W, Scope.RELEASE, notation.sign_off_bracket, needs=(Flag.BRACKET_MISSING,)
    ),
    "sign-off-form": Rule(
        _E, Scope.RELEASE, notation.sign_off_form, needs=("sign-off",)
    ),
    "sign-off-differs": Rule(
        _W, Scope.RELEASE, notation.sign_off_differs, needs=("sign-off",)
    ),
    "event-date-weekday": Rule(
        _W, Scope.RELEASE, notation.event_date_weekday, needs=(Flag.WEEKDAY_MISMATCH,)
    ),
    "event-date-slip": Rule(
        _W,
        Scope.RELEASE,
        notation.event_date_slip,
        needs=(Flag.WEEKDAY_MISMATCH, Flag.DATE_INVALID),
    ),
    "event-date-invalid": Rule(
        _W, Scope.RELEASE, notation.event_date_invalid, needs=(Flag.DATE_INVALID,)
    ),
    "event-date-year": Rule(
        _W, Scope.RELEASE, notation.event_date_year, needs=(Flag.YEAR_MISSING,)
    ),
    "event-date-differs": Rule(
        _W, Scope.RELEASE, notation.event_date_differs, needs=("event-date",)
    ),
    "date-weekday": Rule(_W, Scope.RELEASE, facts.date_weekday, needs=("dates",)),
    "dates-contradict": Rule(
        _W, Scope.RELEASE, facts.dates_contradict, needs=("dates",)
    ),
    # Words
    "letters-doubled": Rule(
        _W, Scope.TEXT, facts.letters_doubled, needs=("odd_texts",)
    ),
    "letters-tripled": Rule(
        _W, Scope.TEXT, facts.letters_tripled, needs=("odd_texts",)
    ),
    "quotation-open": Rule(_W, Scope.TEXT, facts.quotation_open, needs=("“", "”", '"')),
    # The body
    "html": Rule(_E, Scope.TEXT, body.html, safety=True, needs=("<",)),
    "heading-one": Rule(
        _E, Scope.TEXT, body.heading_one, stops_published=True, needs=("#", "=")
    ),
    "heading-deep": Rule(
        _E, Scope.TEXT, body.heading_deep, stops_published=True, needs=("#",)
    ),
    "link-scheme": Rule(
        _E, Scope.TEXT, body.link_scheme, safety=True, needs=("targets",)
    ),
    "link-target": Rule(
        _E, Scope.TEXT, body.link_target, stops_published=True, needs=("targets",)
    ),
    "link-withdrawn": Rule(_E, Scope.TEXT, body.link_withdrawn, needs=("targets",)),
    "link-held": Rule(_E, Scope.TEXT, body.link_held, safety=True, needs=("targets",)),
    "picture-missing": Rule(
        _E, Scope.TEXT, body.picture_missing, stops_published=True, needs=("targets",)
    ),
    "picture-inline": Rule(
        _E, Scope.TEXT, body.picture_inline, stops_published=True, needs=("[",)
    ),
    "picture-alt": Rule(_W, Scope.TEXT, body.picture_alt, needs=("[",)),
    "picture-credit": Rule(_W, Scope.TEXT, body.picture_credit, needs=("[",)),
    "picture-broken": Rule(
        _E, Scope.TEXT, body.picture_broken, safety=True, needs=("targets",)
    ),
    "picture-label": Rule(_W, Scope.TEXT, body.picture_label, needs=("targets",)),
    "picture-large": Rule(_W, Scope.TEXT, body.picture_large, needs=("targets",)),
    "attach": Rule(_E, Scope.TEXT, body.attach, safety=True, needs=("targets",)),
    "definition-unused": Rule(
        _E,
        Scope.TEXT,
        body.definition_unused,
        stops_published=True,
        needs=("definitions",),
    ),
    "fence-open": Rule(_E, Scope.TEXT, body.fence_open, needs=("`", "~")),
    "fence-attributes": Rule(
        _E, Scope.TEXT, body.fence_attributes, safety=True, needs=("`", "~")
    ),
    "character-control": Rule(
        _E, Scope.TEXT, characters.character_control, safety=True, needs=("unseen", "&")
    ),
    "character-invisible": Rule(
        _W,
        Scope.TEXT,
        characters.character_invisible,
        safety=True,
        needs=("unseen", "&"),
    ),
    "line-long": Rule(_E, Scope.TEXT, limits.line_long, safety=True),
    "lines-many": Rule(_E, Scope.TEXT, limits.lines_many, safety=True),
    "brackets-many": Rule(
        _E, Scope.TEXT, limits.brackets_many, safety=True, needs=("[",)
    ),
    "nesting-deep": Rule(_E, Scope.TEXT, limits.nesting_deep, safety=True),
    "marks-many": Rule(_E, Scope.TEXT, limits.marks_many, safety=True),
    "release-slow": Rule(_E, Scope.TEXT, safety=True),
    "html-unsafe": Rule(
        _E, Scope.AS_SET, body.html_unsafe, safety=True, needs=("as_set",)
    ),
    "word-lost": Rule(_E, Scope.AS_SET, body.word_lost, safety=True, needs=("html",)),
    "character-private": Rule(
        _E, Scope.AS_SET, body.character_private, safety=True, needs=("as_set",)
    ),
    # Across files
    "address-twice": Rule(
        _E, Scope.ARCHIVE, across.address_twice, stops_published=True
    ),
    "address-lost": Rule(
        _E,
        Scope.ARCHIVE,
        across.address_lost,
        stops_published=True,
        stops_drafts=True,
    ),
    "withdrawal-undone": Rule(_E, Scope.ARCHIVE, across.withdrawal_undone, safety=True),
    "release-twice": Rule(_E, Scope.ARCHIVE, across.release_twice, optional=True),
    "redirect-away": Rule(
        _W, Scope.ARCHIVE, across.redirect_away, stops_nobody=Spared.AWAY
    ),
    "number-twice": Rule(_E, Scope.ARCHIVE, across.number_twice, optional=True),
    "tag-spellings": Rule(_W, Scope.ARCHIVE, across.tag_spellings),
    "series-spellings": Rule(_W, Scope.ARCHIVE, across.series_spellings),
}
"""Rule id -> rule."""
