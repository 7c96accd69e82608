"""The words of every finding, in English; the catalogues translate them.

Data only: rule and form -> sentences with the names of the finding's values in braces.
The form is what makes one rule say different things; empty is its usual sentence.
What is wrong comes first, with the value in straight quotes, then how to mend it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """The sentences of one rule and form."""

    text: str
    """The msgid; for a count above one where `one` is given."""
    one: str = ""
    """The same for a count of one."""
    count: str = ""
    """The value that is counted."""


MESSAGES: Mapping[tuple[str, str], Message] = {
    # The content folder
    ("file-stray", ""): Message(
        '"{value}" does not belong here. Move it out of the content folder.'
    ),
    ("file-stray", "release"): Message(
        '"{value}" is not a release. Rename it to end with .md and put it in the folder'
        " of its year, or move it out of the content folder."
    ),
    ("file-stray", "page"): Message(
        '"{value}" is not a page. Rename it to end with .md, or move it out of the'
        " content folder."
    ),
    ("file-stray", "picture"): Message(
        '"{value}" is not a picture that can be published. Save it as .jpg, .png or'
        " .webp in the folder of its year."
    ),
    ("file-stray", "extra"): Message(
        '"{value}" may not be an extra: the site writes a file of that name itself.'
        " Move it out of the content folder."
    ),
    ("file-stray", "extra-ending"): Message(
        '"{value}" may not be an extra: nothing may be one that a browser could run.'
        " Extras end in {known}. Move it out of the content folder."
    ),
    ("file-stray", "extra-xml"): Message(
        '"{value}" may not be an extra: XML with a namespace, a document type or a'
        " style sheet can run in a browser. Move it out of the content folder."
    ),
    ("file-stray", "left"): Message(
        '"{value}" is a file that a program left here. Delete it, or move it out of the'
        " content folder."
    ),
    ("file-stray", "copy"): Message(
        '"{value}" is a copy by its name. Delete it; if it is a text of its own, rename'
        ' it to "{proposal}".'
    ),
    ("file-stray", "ending"): Message(
        'The ending of "{value}" must be in small letters. Rename it to "{proposal}".'
    ),
    ("file-stray", "place"): Message(
        '"{value}" does not lie where texts lie. Move it to the folder {folder}, or out'
        " of the content folder."
    ),
    ("file-stray", "text"): Message(
        '"{value}" does not lie where texts lie. Move a release to the folder'
        " releases/YEAR, a page to pages, anything else out of the content folder."
    ),
    ("file-stray", "picture-place"): Message(
        '"{value}" does not lie where pictures lie. Move it to the folder images/YEAR.'
    ),
    ("file-stray", "document"): Message(
        '"{value}" cannot be read as a text. Copy its words into a new file that ends'
        " with .md, and move this one out of the content folder."
    ),
    ("file-link", ""): Message(
        "This is a link to another file. Put the file itself here, or remove the link."
    ),
    ("file-special", ""): Message(
        "This is not a file. Remove it; a release, page or picture must be a plain"
        " file."
    ),
    ("file-encoding", ""): Message(
        "The text is not UTF-8: byte {value} cannot be read, as in files saved as"
        " Windows-1252. Save it again as UTF-8."
    ),
    ("file-encoding", "utf-16"): Message(
        "The text is UTF-16, not UTF-8. Save it again and choose UTF-8 as its encoding."
    ),
    ("file-large", ""): Message(
        "The file has {size}; a text may have {limit}. Take out what a program put"
        " in, or publish the rest as a document."
    ),
    ("extra-broken", ""): Message(
        "From here the file cannot be read as {kind}. Mend it, or save it again with"
        " the program that made it."
    ),
    ("picture-name", ""): Message(
        'The picture name "{value}" may have only small letters a-z, digits and'
        ' hyphens. Rename it to "{proposal}".'
    ),
    # Registers
    ("register-missing", ""): Message(
        "The register registers/{value} is missing. Put it back: without it no release"
        " can be read."
    ),
    ("register-syntax", ""): Message(
        "From here the register cannot be read. Look on this line and the one above"
        " for a missing quotation mark, bracket or equals sign, or a key that stands"
        " twice."
    ),
    ("register-key-unknown", ""): Message('Unknown key "{key}". Known keys: {known}.'),
    ("register-key-unknown", "suggest"): Message(
        'Unknown key "{key}". Did you mean "{suggestion}"? Known keys: {known}.'
    ),
    ("register-key-missing", ""): Message(
        'The key "{key}" is missing here. Add a line: {key} = "…".'
    ),
    ("register-key-missing", "empty"): Message(
        'The key "{key}" is empty. Write its value between the quotation marks.'
    ),
    ("register-table-missing", ""): Message(
        "There must be at least one [[{table}]] here. Add one."
    ),
    ("register-value", "text"): Message(
        '{key} is "{value}", which is not text in quotes. Write {key} = "…".'
    ),
    ("register-value", "id"): Message(
        '{key} "{value}" may have only small letters a-z, digits and single hyphens.'
        ' Write it as in "pasar-baru".'
    ),
    ("register-value", "url"): Message(
        '{key} "{value}" is not a web address. Write it with https:// in front.'
    ),
    ("register-value", "site"): Message(
        '{key} "{value}" is not the address of a site. Write it with https:// in front.'
    ),
    ("register-value", "site-slash"): Message(
        '{key} "{value}" ends with a slash. Leave the slash out.'
    ),
    ("register-value", "email"): Message(
        '{key} "{value}" is not an e-mail address. Write it as in'
        ' "nama@kantor.example".'
    ),
    ("register-value", "colour"): Message(
        '{key} "{value}" is not a colour. Write it as # and six digits or small'
        ' letters a-f, as in "#1d4f91".'
    ),
    ("register-value", "zone"): Message(
        '{key} "{value}" is not a time zone. Write "Asia/Jakarta", "Asia/Makassar" or'
        ' "Asia/Jayapura".'
    ),
    ("register-value", "picture"): Message(
        '{key} "{value}" is not the path of a picture. Write it as in'
        ' "images/logo.png".'
    ),
    ("register-value", "number"): Message(
        '{key} is "{value}", which is not a number. Write it without quotes and with a'
        " decimal point, as in {key} = -7.95."
    ),
    ("register-value", "flag"): Message(
        '{key} is "{value}". Write true or false, without quotes.'
    ),
    ("register-value", "day"): Message(
        '{key} is "{value}", which is not a date. Write it without quotes, as in'
        " {key} = 2026-01-31."
    ),
    ("register-value", "texts"): Message(
        '{key} is "{value}", which is not a list of texts. Write {key} = ["…", "…"].'
    ),
    ("register-value", "labels"): Message(
        '{key} is "{value}", which is not a table of texts. Write'
        ' {key} = {{ kecamatan = "…" }}.'
    ),
    ("register-value", "choices"): Message(
        '{key} "{value}" is not one of the values allowed. Write one of: {choices}.'
    ),
    ("ledger-line", ""): Message(
        'This line of the ledger cannot be read: "{value}". Bring the file back from'
        " Git."
    ),
    ("ledger-line", "address"): Message(
        '"{value}" cannot be an address of this site. Write what stands behind the name'
        " of the site, with one slash at its start, without quotation marks, braces and"
        ' the part behind "#".'
    ),
    ("ledger-lost", ""): Message(
        "This ledger is missing or empty, though {other} says that texts were"
        ' published. Bring it back in the content folder: "git checkout --'
        ' registers/{ledger}"; if it was committed so, undo that commit.'
    ),
    ("ledger-gap", ""): Message(
        "This ledger has lost its lines about {text}. Bring it back in the content"
        ' folder: "git checkout -- registers/{ledger}"; if it was committed so, undo'
        " that commit."
    ),
    ("register-id-twice", ""): Message(
        'The id "{value}" stands on line {first} already. Give one of the two another'
        " id."
    ),
    ("register-reference", ""): Message(
        '{key} "{value}" is the id of nothing in the registers. Correct it, or add the'
        " entry it should name."
    ),
    ("register-parent-level", ""): Message(
        'The parent "{value}" is not on a higher level than the place itself. Correct'
        " parent or level."
    ),
    ("register-own-source", ""): Message(
        'No source has kind = "own". Give it to the one source that is the office'
        " itself."
    ),
    ("register-own-source", "twice"): Message(
        'The source "{value}" is the second one with kind = "own". Keep it for the one'
        " that is the office itself."
    ),
    ("register-term-order", ""): Message(
        "The term ends on {value}, before it begins on {since}. Correct one of the two"
        " dates."
    ),
    ("register-term-overlap", ""): Message(
        'The initials "{value}" belong to {holder} already ({since} to {until}). Let'
        " one term end before the other begins, or give other initials."
    ),
    # The header's form
    ("header-first-line", ""): Message(
        'The first line must be a key with its value, as in "Title: …". Write the'
        " header at the top of the file, then a blank line, then the text."
    ),
    ("header-first-line", "blank"): Message(
        'The first line must be "Title: …"; it is empty. Delete the blank lines above'
        " the header."
    ),
    ("header-key-unknown", ""): Message(
        'Unknown key "{key}". If the line belongs to the text, leave a blank line'
        " above it. Known keys: {keys}."
    ),
    ("header-key-unknown", "suggest"): Message(
        'Unknown key "{key}". Did you mean "{suggestion}"? Known keys: {keys}.'
    ),
    ("header-key-blank", ""): Message(
        'A blank stands between "{key}" and its colon. Write "{key}: …".'
    ),
    ("header-key-twice", ""): Message(
        '"{key}" stands on lines {first} and {second}. Keep one of them.'
    ),
    ("header-key-refused", ""): Message(
        '"{key}" may not be set here: the site decides it by itself. Delete the line;'
        ' the address is set with "Slug", the hands with "Sign-off".'
    ),
    ("header-key-refused", "picture"): Message(
        '"{key}" is no line of the header. Write the picture into the text, in a'
        ' paragraph of its own: ![what it shows](images/YEAR/name.jpg "Caption. Foto:'
        ' Name").'
    ),
    ("header-continuation", ""): Message(
        '"{key}" takes one value only, so the indented line "{value}" would be lost.'
        " Write it all on one line."
    ),
    ("header-value-missing", ""): Message(
        '"{key}" has no value. Write one behind the colon, or delete the line.'
    ),
    ("header-line-below", ""): Message(
        '"{key}" looks like a line of the header, but stands in the text, where all'
        " would read it. Move it up to the others, without a blank line above it:"
        ' "{key}: …".'
    ),
    ("header-line-below", "retype"): Message(
        'The line "{key}: …" has the character {character}, so it is text that all'
        " would read, and no line of the header. Delete the line and type it anew:"
        ' "{key}: …".'
    ),
    ("embargo-in-words", ""): Message(
        '"{value}" holds nothing here: all would read it at once. Write'
        ' "Embargo: {embargo}", with the hour that is meant, into the header, and'
        " delete these words here."
    ),
    ("embargo-in-words", "suggest"): Message(
        '"{value}" holds nothing here: all would read it at once. Write'
        ' "Embargo: {embargo}" into the header, and delete these words here.'
    ),
    ("embargo-in-words", "over"): Message(
        '"{value}" stands where all would read it, and {embargo} is over. Delete these'
        ' words, or write the hour that is meant into the header as "Embargo: …".'
    ),
    ("embargo-in-words", "held"): Message(
        '"{value}" stands where all would read it once the release is out. Delete these'
        " words; the header has the embargo, until {embargo}."
    ),
    ("embargo-in-words", "draft"): Message(
        '"{value}" holds nothing here: all would read it at once. Write'
        ' "Status: draft" into the header, and delete these words here.'
    ),
    ("header-page-key", ""): Message(
        'A page does not take "{key}". Delete the line. Keys for pages: {keys}.'
    ),
    # The header's values
    ("title-missing", ""): Message('No title. Add a line "Title: …" at the top.'),
    ("title-long", ""): Message(
        "The title has {count} characters; it may have {limit}. Shorten it; what must"
        " stay can stand in the summary."
    ),
    ("summary-long", ""): Message(
        "The summary has {count} characters; it may have {limit}. Shorten it, or leave"
        " it out: the first sentence of the text is used then."
    ),
    ("date-missing", ""): Message('No Date. Add a line "Date: {example}".'),
    ("date-form", ""): Message(
        '{key} "{value}" is not a full date. Write it as {first}.'
    ),
    ("date-form", "suggest"): Message(
        '{key} "{value}" is written in another form. Write {first}.'
    ),
    ("date-form", "no-time"): Message(
        '{key} "{value}" has no time of day in the form 09:00. Write it as in {first}.'
    ),
    ("date-form", "two-ways"): Message(
        '{key} "{value}" can be read two ways. Write {first} or {other}.'
    ),
    ("date-form", "impossible"): Message(
        '{key} "{value}" does not exist in the calendar or on the clock. Write it as in'
        " {first}."
    ),
    ("date-form", "year"): Message(
        '{key} "{value}" has a year outside 1000 to 2999. Write it as in {first}.'
    ),
    ("date-ahead", ""): Message(
        'The date is {days} days ahead. Add "{embargo}" to hold the release until then,'
        " or correct the date.",
        'The date is {days} day ahead. Add "{embargo}" to hold the release until then,'
        " or correct the date.",
        "days",
    ),
    ("date-ahead", "today"): Message(
        'The date is later today. Add "{embargo}" to hold the release until then, or'
        " correct the date."
    ),
    ("embargo-before-date", ""): Message(
        'The embargo "{value}" ends before the date of the release, "{other}". Correct'
        " one of the two."
    ),
    ("urgent-over", ""): Message(
        '{key} "{value}" is not after the date of the release, {date}, so it would'
        " never stand in the bar of the home page. Write until when it is urgent."
    ),
    ("urgent-embargo", ""): Message(
        'A release with "{key}" cannot be held: what is urgent goes out at once. Delete'
        ' the line with "{key}" or the embargo.'
    ),
    ("category-missing", ""): Message(
        'No category, so the release stands under "{name}". Add a line'
        ' "Category: {example}" if that is right, or another category.'
    ),
    ("category-unknown", ""): Message('Unknown category "{value}". Known: {known}.'),
    ("category-unknown", "suggest"): Message(
        'Unknown category "{value}". Did you mean "{suggestion}"? Known: {known}.'
    ),
    ("tags-many", ""): Message(
        "The release has {count} tags; it may have {limit}. Keep those that readers"
        " would look for."
    ),
    ("slug-form", ""): Message(
        'The slug "{value}" may have only small letters a-z, digits and hyphens, at'
        " most 80 of them. Write another one."
    ),
    ("slug-form", "suggest"): Message(
        'The slug "{value}" may have only small letters a-z, digits and hyphens, at'
        ' most 80 of them. Write "{proposal}".'
    ),
    ("slug-form", "name"): Message(
        'The file name "{value}" gives no address. Add a line "Slug: …" with small'
        " letters a-z, digits and hyphens."
    ),
    ("lang-unknown", ""): Message('Unknown language "{value}". Known: {known}.'),
    ("lang-mismatch", ""): Message(
        'The language is "{value}", but by its name the file is in "{lang}". Rename the'
        ' file to "{name}", or delete the line.'
    ),
    ("status-unknown", ""): Message(
        'Unknown status "{value}". Known: {known}. Without this line a release is'
        " published."
    ),
    ("status-unknown", "suggest"): Message(
        'Unknown status "{value}". Did you mean "{suggestion}"? Known: {known}.'
    ),
    ("status-unknown", "hidden"): Message(
        'There is no status "{value}": a release cannot be hidden. Write "draft" if it'
        ' is not out yet; if it is out, add "Withdrawn:" with the time and the reason.'
    ),
    ("status-unknown", "withdrawn"): Message(
        'There is no status "{value}". Delete the line and add "Withdrawn:" with the'
        " time and the reason."
    ),
    ("location-unknown", ""): Message(
        'Unknown place "{value}". Places are listed in registers/places.toml; write'
        " one of them, or add it there."
    ),
    ("location-unknown", "suggest"): Message(
        'Unknown place "{value}". Did you mean "{suggestion}"? Places are listed in'
        " registers/places.toml."
    ),
    ("contact-unknown", ""): Message('Unknown contact "{value}". Known: {known}.'),
    ("contact-unknown", "suggest"): Message(
        'Unknown contact "{value}". Did you mean "{suggestion}"? Known: {known}.'
    ),
    ("alias-form", ""): Message(
        'The former address "{value}" is not an address of this site. Write it as in'
        ' "/2026/05/16/name/".'
    ),
    ("alias-form", "suggest"): Message(
        'The former address "{value}" must begin and end with a slash, without the name'
        ' of the site. Write "{proposal}".'
    ),
    ("alias-form", "own"): Message(
        '"{value}" is the address this text has now, so it would lead to itself.'
        " Delete it."
    ),
    ("alias-taken", ""): Message(
        'The former address "{value}" is one that the site makes itself. Delete it.'
    ),
    ("edition-orphan", ""): Message(
        'This is an English edition, but its original "{name}" is not in the same'
        " folder. Put the original there, or rename this file."
    ),
    ("edition-differs", ""): Message(
        '{key} "{value}" differs from "{other}" in "{name}". Delete the line here: an'
        " edition has it from its original."
    ),
    ("edition-differs", "absent"): Message(
        '{key} "{value}" stands here, but not in "{name}". Write it there instead: an'
        " edition has it from its original."
    ),
    ("edition-category", ""): Message(
        '{key} "{value}" differs from "{other}" in "{name}". Delete the line here: an'
        " edition has it from its original."
    ),
    ("name-form", ""): Message(
        'The file name "{value}" should begin with the date and go on with words for'
        ' the address. Rename it to "{name}".'
    ),
    ("name-form", "no-date"): Message(
        'The file name "{value}" should begin with the date, as in 2026-05-16, then a'
        ' hyphen and "{name}". Rename it.'
    ),
    ("name-form", "differs"): Message(
        'The date "{value}" differs from the one in the file name. Rename the file to'
        ' "{name}", or correct the date.'
    ),
    ("year-folder", ""): Message(
        'The date "{value}" is of another year than the folder "{folder}". Move the'
        ' file to "{name}", or correct the date.'
    ),
    ("page-slug-reserved", ""): Message(
        'The site writes the address "{address}" itself. Give the page another slug, as'
        ' in "Slug: {proposal}".'
    ),
    ("release-empty", ""): Message(
        "The release has no text. Write it below the header, after a blank line."
    ),
    ("release-empty", "page"): Message(
        "The page has no text. Write it below the header, after a blank line."
    ),
    ("conflict-marker", ""): Message(
        'Merge conflict marker "{value}". Choose one side and delete the markers.'
    ),
    ("character-header", ""): Message(
        "{key} has an invisible character, {value}, here. Delete it and type the"
        " word again."
    ),
    ("record-form", "correction"): Message(
        '{key} "{value}" lacks a part. Write the time, what was wrong and what is'
        ' right, as in "{instant} | 40 people | 14 people".'
    ),
    ("record-form", "minor-change"): Message(
        '{key} "{value}" lacks a part. Write the time and the reason, as in'
        ' "{instant} | spelling".'
    ),
    ("record-form", "withdrawn"): Message(
        '{key} "{value}" lacks a part. Write the time and the reason, as in'
        ' "{instant} | the event did not take place".'
    ),
    ("record-form", "right-of-reply"): Message(
        '{key} "{value}" lacks a part. Write the time, who replies, and the address'
        ' or the text of the reply, as in "{instant} | Residents of the lane | The'
        ' text".'
    ),
    ("record-instant", ""): Message(
        '{key} must begin with a time, and "{value}" is none. Write {candidates}.'
    ),
    ("record-ahead", ""): Message(
        'The time "{value}" in {key} is still to come. Correct it.'
    ),
    ("record-reason", ""): Message(
        '{key} ends with "{value}", which hides no earlier text. Write one of:'
        " {known}; or leave the last part out."
    ),
    ("reply-address", ""): Message(
        'The address "{value}" in {key} is not allowed. Write one with https:, an'
        " address of this site, or the text of the reply."
    ),
    ("reply-address", "site"): Message(
        'The address "{value}" in {key} leads to nothing on this site. Correct it.'
    ),
    ("reply-address", "suggest"): Message(
        'The address "{value}" in {key} leads to nothing on this site. Did you mean'
        ' "{suggestion}"?'
    ),
    ("allow-unknown", ""): Message(
        'There is no finding "{value}". Write its name as the finding shows it.'
    ),
    ("allow-unknown", "suggest"): Message(
        'There is no finding "{value}". Did you mean "{suggestion}"?'
    ),
    ("allow-reason", ""): Message(
        '"{value}" is allowed without a reason. Write it behind a bar: "{value} | why".'
    ),
    ("allow-safety", ""): Message(
        '"{value}" cannot be allowed: it keeps the site safe and whole. Mend what it'
        " finds, and delete this."
    ),
    ("allow-unused", ""): Message(
        '"{value}" is allowed here, but there is no such finding in this file.'
        " Delete this."
    ),
    # The notation
    ("dateline-missing", ""): Message(
        "The text does not open with a dateline. Write place, source and dash before"
        ' the first word: "{example}".'
    ),
    ("dateline-place-missing", ""): Message(
        'The dateline "{value}" has no place. Write it in front: "{example}".'
    ),
    ("dateline-place-unknown", ""): Message(
        'The place "{value}" is not in registers/places.toml. Correct it, or add the'
        " place there."
    ),
    ("dateline-place-unknown", "suggest"): Message(
        'The place "{value}" is not in registers/places.toml. Did you mean'
        ' "{suggestion}"? If not, add the place there.'
    ),
    ("dateline-place-unknown", "translated"): Message(
        'The place "{value}" is a translation of the name "{suggestion}". Names of'
        ' places are not translated: write "{suggestion}".'
    ),
    ("dateline-source-missing", ""): Message(
        'The dateline "{value}" has no source. Write it in brackets: "{example}".'
    ),
    ("dateline-source-unknown", ""): Message(
        'The source "{value}" is not in registers/sources.toml. Correct it, or add the'
        " source there."
    ),
    ("dateline-source-unknown", "suggest"): Message(
        'The source "{value}" is not in registers/sources.toml. Did you mean'
        ' "{suggestion}"?'
    ),
    ("dateline-differs", ""): Message(
        'The header says "{value}", but the text opens with "{other}". Readers would'
        " see the header's; make both the same, or delete the line."
    ),
    ("dateline-form", ""): Message(
        '{key} "{value}" cannot be read. Write the place and its source, as in'
        ' "{example}", the place alone, or "-" for none.'
    ),
    ("sign-off-missing", ""): Message(
        "The text does not end with the initials of those who worked on it. Write them"
        ' behind the last sentence, reporter first and editor last: "{example}".'
    ),
    ("sign-off-unknown", ""): Message(
        'Nobody has the initials "{value}". Correct them, or add whose they are to'
        " registers/reporters.toml."
    ),
    ("sign-off-unknown", "suggest"): Message(
        'Nobody has the initials "{value}". Did you mean "{suggestion}" ({holder})?'
        " Initials are listed in registers/reporters.toml."
    ),
    ("sign-off-unknown", "term"): Message(
        'The initials "{value}" ({holder}) are not in use on {day}. Correct them, or'
        " the dates of the term in registers/reporters.toml."
    ),
    ("sign-off-role", ""): Message(
        '"{value}" ({holder}) stands here as {slot}, but is registered as {role}. The'
        " reporter comes first and the editor last; correct the order, or"
        " registers/reporters.toml."
    ),
    ("editor-missing", ""): Message(
        'Only "{value}" ({holder}) stands here, who is registered as reporter. Add'
        " the editor, or correct registers/reporters.toml."
    ),
    ("editor-missing", "suggest"): Message(
        'Only "{value}" ({holder}) stands here, who is registered as reporter. Add'
        ' the editor behind a slash, as in "{example}".'
    ),
    ("sign-off-names", ""): Message(
        "Names stand here instead of initials: {value}. Write the initials as in"
        " registers/reporters.toml."
    ),
    ("sign-off-names", "suggest"): Message(
        "Names stand here instead of initials: {value}. Write the initials:"
        ' "{example}".'
    ),
    ("dateline-bracket", ""): Message(
        'A bracket is missing in the dateline "{value}". Write "{example}".'
    ),
    ("sign-off-bracket", ""): Message(
        'A bracket is missing in "{value}". Write "{example}".'
    ),
    ("sign-off-form", ""): Message(
        '{key} "{value}" cannot be read. Write the initials with a slash between them,'
        ' as in "{example}", or "-" for none.'
    ),
    ("sign-off-differs", ""): Message(
        'The header says "{value}", but the text ends with "{other}". Readers would see'
        " the header's; make both the same, or delete the line."
    ),
    ("event-date-weekday", ""): Message(
        "{value} does not fit {date}, which is a {weekday}. Write {candidates}."
    ),
    ("event-date-weekday", "far"): Message(
        "{value} does not fit {date}. Correct one of the two."
    ),
    ("event-date-slip", ""): Message(
        '"{value}" seems to have the number of the old year: {weekday} fits {year}.'
        " Write {candidates}."
    ),
    ("event-date-invalid", ""): Message(
        'The date "{value}" does not exist. Correct it in the text.'
    ),
    ("event-date-invalid", "suggest"): Message(
        'The date "{value}" does not exist. Write {candidates}.'
    ),
    ("event-date-year", ""): Message(
        'The date "{value}" has no year; it is read as one of {year}. Write'
        ' "{example}".'
    ),
    ("event-date-differs", ""): Message(
        'The header says "{value}", but the text "{other}". Correct one of the two, or'
        " delete the line in the header."
    ),
    ("date-weekday", ""): Message(
        'In "{value}" the weekday does not fit the date. Write {candidates}.'
    ),
    ("date-weekday", "invalid"): Message(
        'The date in "{value}" does not exist. Correct it in the text.'
    ),
    ("dates-contradict", ""): Message(
        '"{value}" and "{other}" on line {line} look like one date, once with a'
        " slip. If they are one, write {candidates} in both places."
    ),
    ("letters-doubled", ""): Message(
        '"{value}" begins with the same letter twice. Write "{suggestion}".'
    ),
    ("letters-tripled", ""): Message(
        '"{value}" has the same letter three times in a row. Write "{suggestion}".'
    ),
    ("quotation-open", ""): Message(
        "The quotation that begins here is never closed. Write the closing mark"
        " where the words of the speaker end."
    ),
    ("quotation-open", "close"): Message(
        "This quotation mark closes a quotation that was never opened. Write the"
        " opening mark, or delete this one."
    ),
    # The body
    ("html", ""): Message(
        '"{value}" is HTML, which may not stand in a text. Write it in Markdown, as in'
        " **bold** or *italic*, or link to it."
    ),
    ("heading-one", ""): Message(
        "A heading with one # is for the headline only. Write ## in the text."
    ),
    ("heading-one", "line"): Message(
        "A line of = makes a heading of the first level, which is for the headline"
        " only. Delete the line and write ## before the heading."
    ),
    ("heading-deep", ""): Message(
        'A heading may not begin with "{value}". Write ####.'
    ),
    ("link-scheme", ""): Message(
        'The link "{value}" is not allowed. Links begin with https:, http:, mailto: or'
        " tel:."
    ),
    ("link-scheme", "slashes"): Message(
        'The link "{value}" does not say how to get there. Write https: in front.'
    ),
    ("link-scheme", "whole"): Message(
        'The link "{value}" is not a whole address. Write it as in'
        ' "https://office.example/news".'
    ),
    ("link-target", ""): Message(
        'The link "{value}" leads to nothing on this site. Correct it.'
    ),
    ("link-target", "suggest"): Message(
        'The link "{value}" leads to nothing on this site. Did you mean "{suggestion}"?'
    ),
    ("link-target", "heading"): Message(
        'The link "{value}" leads to no heading there. Write "#" and the words of the'
        " heading with hyphens between them."
    ),
    ("link-target", "relative"): Message(
        'The link "{value}" leads nowhere. Write a whole address with https:, an'
        " address of this site that begins with /, or"
        " {{filename}}/releases/YEAR/NAME.md."
    ),
    ("link-withdrawn", ""): Message(
        'The link "{value}" leads to what was withdrawn. Delete the link; its words may'
        " stay."
    ),
    ("link-held", ""): Message(
        'The link "{value}" leads to what is still held. Link to it once it is out.'
    ),
    ("picture-missing", ""): Message(
        "There is no file {path}. Put the picture there, or correct the path."
    ),
    ("picture-missing", "suggest"): Message(
        "There is no file {path}. Did you mean {suggestion}?"
    ),
    ("picture-missing", "elsewhere"): Message(
        'The picture "{value}" lies on another site. Save it under images/ in the'
        " folder of its year and write its path."
    ),
    ("picture-missing", "logo"): Message(
        "There is no file {path}. Put the picture there, or correct the path of the"
        " logo."
    ),
    ("picture-inline", ""): Message(
        "A picture stands inside a sentence. Give it a paragraph of its own, with a"
        " blank line above and below."
    ),
    ("picture-inline", "reference"): Message(
        "A picture is given by a label. Write its path in round brackets:"
        " ![what it shows](images/YEAR/name.jpg)."
    ),
    ("picture-alt", ""): Message(
        'The picture "{value}" has no words for those who cannot see it. Write in the'
        " square brackets what it shows."
    ),
    ("picture-alt", "generic"): Message(
        '"{value}" does not say what the picture shows. Write in the square brackets'
        " what someone would see."
    ),
    ("picture-alt", "caption"): Message(
        '"{value}" stands in the caption too and would be heard twice. Write in the'
        " square brackets what the picture shows, and in the caption what it is"
        " about."
    ),
    ("picture-credit", ""): Message(
        'The picture "{value}" does not say who made it. Write it at the end of the'
        ' caption, as in "Market in the morning. Foto: Name".'
    ),
    ("picture-broken", ""): Message(
        "{path} cannot be read as a picture. Save it again as JPEG, PNG or WebP."
    ),
    ("picture-broken", "cut"): Message(
        "{path} breaks off before its end. Copy or download it again."
    ),
    ("picture-broken", "large"): Message(
        "{path} has more pixels than can be opened. Save it smaller: 2,560 pixels on"
        " the long side are enough."
    ),
    ("picture-label", ""): Message(
        'The picture "{value}" is a {kind} by its content. Rename it to "{name}".'
    ),
    ("picture-large", ""): Message(
        'The picture "{value}" has {size}; it should have at most 1 MB. Save it'
        " smaller: 2,560 pixels on the long side are enough."
    ),
    ("picture-large", "pixels"): Message(
        'The picture "{value}" has {size} pixels. Save it smaller: 2,560 pixels on'
        " the long side are enough."
    ),
    ("attach", ""): Message(
        '"{value}" is not allowed: {{attach}} copies any file. Write the path alone, as'
        " in images/YEAR/name.jpg."
    ),
    ("definition-unused", "label"): Message(
        '"[{value}]:" at the start of a line defines a link that the text does not use,'
        " so the line would vanish. Use it, or write the line without the square"
        " brackets."
    ),
    ("definition-unused", "footnote"): Message(
        'The footnote "[^{value}]" is not used in the text, so it would vanish. Put'
        " [^{value}] where it belongs, or delete it."
    ),
    ("definition-unused", "abbreviation"): Message(
        'The abbreviation "{value}" does not occur in the text, so its meaning would'
        " vanish. Use it, or delete the line."
    ),
    ("fence-open", ""): Message(
        "The code block that begins here is never closed. Write {value} alone on a line"
        " below it."
    ),
    ("fence-attributes", ""): Message(
        'A code block may name only its language, not "{value}". Delete that.'
    ),
    ("character-control", ""): Message(
        "There is a control character here, {value}, that nobody sees. Delete it and"
        " type the word again."
    ),
    ("character-control", "reference"): Message(
        '"{value}" stands for {character}, a control character that nobody sees.'
        " Delete it."
    ),
    ("character-invisible", ""): Message(
        "There is a character here, {value}, that takes no room and parts the word"
        " for search. Delete it and type the word again."
    ),
    ("character-invisible", "reference"): Message(
        '"{value}" stands for {character}, which takes no room and parts the word'
        " for search. Delete it."
    ),
    ("line-long", ""): Message(
        "The line has {count} characters; it may have {limit}. Part it into paragraphs."
    ),
    ("lines-many", ""): Message(
        "The text has {count} lines; it may have {limit}. Publish long lists and"
        " tables as a document, or part the release."
    ),
    ("brackets-many", ""): Message(
        'There are {count} "[" in one paragraph; there may be {limit}. Part the'
        " paragraph, or take out what a program put in."
    ),
    ("brackets-many", "text"): Message(
        'There are {count} "[" in the text; there may be {limit}. Take out links, or'
        " part the release."
    ),
    ("nesting-deep", ""): Message(
        "Lists or quotations stand {count} deep inside each other; they may stand"
        " {limit} deep. Put them side by side."
    ),
    ("marks-many", ""): Message(
        "The text has {count} signs such as *, | and quotation marks; it may have"
        " {limit}. Publish large tables as a document, or part the release."
    ),
    ("html-unsafe", ""): Message(
        "The text would not reach the page unchanged, so it is not published. Take out"
        " unusual marks, links and tables one by one until this message is gone."
    ),
    ("release-slow", ""): Message(
        "Checking this text takes too long, and setting it would: something in it"
        " repeats over and over. Take out what a program put in, or part the release."
    ),
    ("word-lost", ""): Message(
        'The word "{value}" would not reach the page. Take out the marks around it,'
        " such as * and _, and set them again."
    ),
    ("character-private", ""): Message(
        "There is a character without meaning, {value}. Delete it and type the word"
        " again."
    ),
    # Across files
    ("address-twice", ""): Message(
        'The address "{address}" is that of {other} already. Change one slug.'
    ),
    ("address-twice", "alias"): Message(
        'The former address "{address}" belongs to {other}. Delete it in one of the'
        " two."
    ),
    ("address-lost", "moved"): Message(
        'The address "{address}" would change to "{to}": the old link breaks. Add'
        ' "Aliases: {address}", or give back the former slug and date.'
    ),
    ("address-lost", "moved-more"): Message(
        'The address "{address}" would change to "{to}": the old link breaks. Add'
        ' "{address}" below "{key}", on a line of its own that begins with four blanks,'
        " or give back the former slug and date."
    ),
    ("address-lost", "gone"): Message(
        'The address "{address}" was published and now has no text: the old link'
        ' breaks. Give back its file, with "Withdrawn: …" if it must go, or add'
        ' "Aliases: {address}" to the release that takes its place.'
    ),
    ("address-lost", "held"): Message(
        'The address "{address}" was published, and its text is now held: the old link'
        ' breaks. Add "Withdrawn: …", or delete this line.'
    ),
    ("address-lost", "loop"): Message(
        'The redirect from "{address}" to "{to}" goes round in circles. Delete this'
        " line, or write where it should lead."
    ),
    ("address-lost", "taken"): Message(
        'The site itself makes "{address}", so it cannot lead to "{to}". Delete this'
        " line."
    ),
    ("withdrawal-undone", ""): Message(
        'The release at "{address}" was withdrawn, says line {line} of {ledger}, and'
        ' would be on the site again. Put its line "Withdrawn: …" back. What is to come'
        " back is a new release: another file, with a date or slug of its own."
    ),
    ("release-twice", ""): Message(
        "This release has title and text of {other}, and would be published a second"
        " time. Delete one of the two files."
    ),
    ("address-lost", "nowhere"): Message(
        'The former address "{address}" leads to "{to}", which is not on the site.'
        " Correct the last column of this line, or delete the line."
    ),
    ("redirect-away", ""): Message(
        'The former address "{address}" leads to "{to}", which is not on the site now,'
        " and is left out. Write where else it should lead, or let it wait."
    ),
    ("number-twice", ""): Message(
        'The number "{value}" is that of {other} already. Correct one of the two.'
    ),
    ("tag-spellings", ""): Message(
        'The tag "{value}" is written "{shown}" in {other}, and shown so. Write it the'
        " same."
    ),
    ("series-spellings", ""): Message(
        'The series "{value}" is written "{shown}" in {other}, and shown so. Write it'
        " the same."
    ),
}
"""Rule id and form -> its sentences."""

ERRORS = Message("{count} errors", "{count} error", "count")
WARNINGS = Message("{count} warnings", "{count} warning", "count")
STOPPED = "Nothing is published until the errors are mended."
LOOK = "Warnings do not stop a release, but a person should look."
STRICT = "A strict check: nothing is published until the warnings are mended too."
NOTHING = "Nothing to mend."
SPARED: Mapping[str, Message] = {
    "published": Message(
        "{count} findings are in texts that are unchanged since they were published;"
        " they stop nothing.",
        "{count} finding is in a text that is unchanged since it was published; it"
        " stops nothing.",
        "count",
    ),
    "draft": Message(
        "{count} findings are in drafts; they stop nothing while a draft is one.",
        "{count} finding is in a draft; it stops nothing while the draft is one.",
        "count",
    ),
    "away": Message(
        "{count} former addresses lead to what is not there now; they stop nothing.",
        "{count} former address leads to what is not there now; it stops nothing.",
        "count",
    ),
    "gap": Message(
        "{count} texts lack their lines in a ledger; they stop nothing.",
        "{count} text lacks its lines in a ledger; it stops nothing.",
        "count",
    ),
}
"""The closing lines of a report."""

OR = "or"
"""Between the last two of several values that may be written."""

ROLES = {"reporter": "reporter", "contributor": "contributor", "editor": "editor"}
"""Role as registered -> its msgid."""

ROLE_VALUES = frozenset({"role", "slot"})
"""Values that name a role."""

CHOICE_VALUES = frozenset({"candidates"})
"""Values that hold several texts, parted by ` | `."""

LIST_VALUES = frozenset({"known", "choices"})
"""Values that list what may be written; they are never cut."""

KEY_VALUES = frozenset({"keys"})
"""Values that list canonical keys of the header, parted by ` | `."""
