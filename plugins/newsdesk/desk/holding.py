"""The rule on words that are to hold a text back, and stand where they hold nothing."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from newsdesk.desk.characters import as_seen, hides_words
from newsdesk.desk.dates import read_slip
from newsdesk.desk.header import header_line_below
from newsdesk.desk.pointing import at_value
from newsdesk.filing import Filing
from newsdesk.notation.model import Fault
from newsdesk.notation.source import read_instant
from newsdesk.notation.words import WEEKDAYS, edits
from newsdesk.registers import Registers

_NOTICE = 160
"""Characters that a notice may have; a longer line begins with a sentence."""

_SHOWN = 60
"""Characters of a line that a finding shows, and looks into for the moment."""

# What stands before the first word of a line: marks of Markdown, brackets, a number.
_MARKS = r"(?:[^\w\n]|_)*+ (?:\d+[.)][^\w\n]*+)?+"
_EMBARGO = r"(?:di)?+e\ ?m\ ?b\ ?a\ ?r\ ?g\ ?o(?:ed|kan)?+(?!\w)"
_PLEASE = r"(?:mohon|harap|tolong|please)\ "
# Whom or what a notice speaks to or of, up to its colon.
_TO = r"""(?:(?:catatan|penting|perhatian|note|kepada|yth|sifat|pesan)
    (?:[ .]+\w+){0,4}\ ?:[^\w\n]*+)"""
_OPENS = re.compile(
    rf"""{_MARKS} (?P<said>
        (?:{_TO}
            | (?:catatan|penting|perhatian|note|under|strictly|di\ bawah|masih
                |(?:siaran|rilis|berita)(?:\ pers)?+\ ini
                |(?:(?:this|press|news|media)\ )*+release(?:\ is)?+)[^\w\n]++)?+
        (?:{_PLEASE})?+ {_EMBARGO})""",
    re.VERBOSE | re.IGNORECASE,
)
# The same in brackets, wherever it stands.
_IN_BRACKETS = re.compile(
    rf"(?P<open>[(\[])[^\w\n]*+(?P<said>{_EMBARGO})", re.VERBOSE | re.IGNORECASE
)
_A_DAY = "|".join(map(re.escape, WEEKDAYS))
_A_MONTH = (
    "(?:jan|[fp]eb|mar|apr|mei|may|jun|jul|agu|agt|ags|aug|sep|okt|oct|no[vp]|des|dec)"
)
_NUMBERS = rf"""(?: \d{{1,2}}(?:[-/.:]\d | \ +{_A_MONTH}) | \d{{4}}[-/.]\d
    | {_A_MONTH}[a-z]*\ \d{{1,2}}\b )"""
_NAMED_DAY = rf"(?:(?:tanggal|{_A_DAY})\b | (?:besok|lusa|tomorrow)\b)"
# A moment, right behind the word. Refused: `hingga kini`, `3 bulan`.
_WHEN = re.compile(
    rf"""[^\w\n]*+ (?:
        (?:berlaku\ |penuh\ )?+
            (?:hingga|sampai|s\.?\ ?/?\ ?d\b|until|till|before|sebelum|pukul|jam|tgl)
            (?!\W*(?:dengan\ )?(?:kini|sekarang|saat\ ini|now)\b)
        | {_NUMBERS} | {_NAMED_DAY} )""",
    re.VERBOSE | re.IGNORECASE,
)
# The same, and nothing that only begins like it: `until the water boils`.
_AT = rf"""[^\w\n]*+ (?:(?:on|at|pada|hari|not\ before|until|till|after)\ )*+
    (?: {_NUMBERS} | {_NAMED_DAY} | (?:pukul|jam|tgl)\b )"""
# For whom: `Embargo media sampai …`. Refused: without a moment.
_FOR = re.compile(
    r"\ (?:media|pers|wartawan|berita|pemberitaan|publikasi|press|news)(?!\w)", re.I
)
# When it is over. Refused: what was so before (`berakhir Jumat lalu`).
_ENDS = re.compile(
    rf"\ (?:berakhir|dilepas|ends|lifts|expires){_AT}"
    r"(?![^.!?\n]*\b(?:lalu|silam|kemarin|last|ago)\b)",
    re.VERBOSE | re.IGNORECASE,
)
_COLON = re.compile(r"[\s*_]*[:;=：]")
# Brackets around the whole. Refused: those of a link.
_OPEN = re.compile(r"[(\[]")
_CLOSED = re.compile(r"[^()\[\]\n]*(?:\](?![(\[:])|\)[^\w\n]*$)")
_SHUT = re.compile(r"[*_ ]*(?:\](?![(\[:])|\))")
_NO_WORD = re.compile(r"(?:[^\w\n]|_)*$")
_SLIP = re.compile(rf"{_MARKS}(?P<said>[a-z]{{6,8}})(?![^\W\d])", re.X | re.I)
_A_FIGURE = re.compile(r"[^\w\n]*+\d")

# `Tidak untuk disiarkan`, alone or with a moment behind it.
_FORBIDS = re.compile(
    rf"""{_MARKS} (?P<said> (?:{_TO})?+
        (?: (?:{_PLEASE}
                | (?:siaran|rilis|berita|naskah|materi)(?:\ (?:pers|berita))?+\ ini
                    \ (?=(?:tidak|belum)\ (?:untuk|boleh)|jangan|{_PLEASE}))?+
            (?:{_PLEASE})?+ (?:tidak|belum|jangan|bukan)\ (?:untuk\ |boleh\ |dulu\ )*+
            (?: di(?:siarkan|publikasikan|terbitkan|tayangkan|muat|rilis|edarkan
                    |sebarkan|sebarluaskan)
                | (?:tayang|terbit|siar)(?:kan)?+
                    (?=(?:\ da?hulu|\ dulu)?(?:[^\w\n]|_)*$
                        |\ (?:sebelum|sampai|hingga)\b{_AT}))
            (?:\ (?:dulu|dahulu)(?!\w))?+
        | not\ (?:yet\ )?(?:for|to\ be)\ (?:release|publication|broadcast)
        | do\ not\ (?:release|publish|broadcast)))
        (?: (?:[^\w\n]|_)*$
        | \W+(?:\w+\W+){{0,3}}?(?:sebelum|sampai|hingga|until|before|till)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# `Hold for release`. Refused: `For immediate release`.
_HOLD = re.compile(
    rf"""{_MARKS} (?P<said>
        hold\ for\ release(?=(?:[^\w\n]|_)*$ | [ ]?: | {_AT})
        | (?:hold\ (?:until|till) | for\ release\b){_AT} )""",
    re.VERBOSE | re.IGNORECASE,
)
_DRAFT = re.compile(
    rf"""{_MARKS} (?: (?P<said>status[^\w\n]*+(?:draft?|konsep))(?:[^\w\n]|_)*$
        | (?P<word>draft?) (?:
            (?:\W*(?:versi(?:on)?|v|revisi|rev|ke|no)?+[-. ]*+\d+(?:\.\d+)*+)?+
                (?:[^\w\n]|_)*$
            | [ ]*[^\w\s][^\w\n]*+
                (?:jangan\ di|do\ not\ |not\ for\ |belum\ (?:final|disetujui|untuk)\b)))
        | \[(?P<sign>draft?)\]""",
    re.VERBOSE | re.IGNORECASE,
)
# At the end of a title, parted from it by a sign or in capitals.
_BEHIND = re.compile(
    rf"""(?:(?P<open>[(\[])\ * | \ (?P<dash>[-–—|]++)\  | \ )
    (?P<said>draft?(?!\w)|{_EMBARGO})""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\s.!?](?:[^.!?]|[.!?](?!\s))*")
# What a picture says: its words, and its caption.
_OF_PICTURE = re.compile(r"(?<=\[)[^\]\n]+|(?<=\")[^\"\n]+")
# How a line may begin that any of these take: most lines do not, and are passed over
# (measured on 2026-11-24: 0.04 s for 1,000 releases, for 0.11 s).
_MAY_SAY = re.compile(
    rf"""{_MARKS} (?: e\ ?m | b(?:elum|erita|ukan) | catat | d(?:i(?:em|\ )|ra|o\ )
        | for\ r | h(?:arap|old\ ) | jangan | kepada | m(?:asih|ateri|ohon)
        | n(?:askah|ot) | p(?:ent|erh|esan|lease) | rilis | s(?:iar|ifat|tatus|trict)
        | t(?:his|idak|olong) | under | yth | [a-z]{{4,6}}go\b )""",
    re.VERBOSE | re.IGNORECASE,
)


class _Said(NamedTuple):
    """Words that are to hold a text back."""

    offset: int
    """Where in their line they begin."""
    words: str
    draft: bool
    """Whether they speak of a draft, and not of an embargo."""


def embargo_in_words(
    filing: Filing, registers: Registers, now: datetime
) -> Iterator[Fault]:
    """What holds a release back stands in the header, and nowhere else.

    An embargo or a draft that only title, summary or text speak of would be published
    at once, with these words for all to read.

    Fails: `**EMBARGO: 27 November 2026**` above the text, `Title: [EMBARGO] Pasar`
    Passes: `Embargo: 2026-11-27 09:00` in the header, "Embargo nikel dicabut."
    """
    if filing.withdrawn:
        return
    zone = registers.office.zone
    hidden = hides_words(filing.text, filing.reading.unusual)
    for key, look in (("title", _in_title), ("summary", _in_sentences)):
        entry = filing.entry(key)
        said = look(entry.text, hidden) if entry is not None else None
        if entry is not None and said is not None:
            form, values = _cure(said, filing, now.astimezone(zone))
            offset = said.offset
            yield at_value("embargo-in-words", entry, form, offset=offset, **values)
    text = filing.release.text
    start = filing.header.span.end
    above = text.count("\n", 0, start)
    body = text[start:]
    # Without these only how a line begins can make a notice of it.
    anywhere = hidden or b"embargo" in body.encode().lower()
    for number, line in enumerate(body.split("\n"), above + 1):
        if not (anywhere or (line and _MAY_SAY.match(line))):
            continue
        said = (
            _in_picture(line, hidden) if line.startswith("![") else _said(line, hidden)
        )
        if said is None or (said.draft and filing.draft):
            continue
        # What the desk takes for a line of the header has its finding.
        if all(fault.line != number for fault in header_line_below(filing)):
            form, values = _cure(said, filing, now.astimezone(zone))
            column = said.offset + 1
            yield Fault("embargo-in-words", number, column, values, form)


def _in_title(title: str, hidden: bool) -> _Said | None:
    """Return the words of a title, at its head or at its end, or None."""
    said = _said(title, hidden)
    if said is not None or not hidden:
        return said or _behind(title)
    seen = as_seen(title)
    said = _behind(seen.text)
    return said and said._replace(offset=seen.at[said.offset])


def _behind(title: str) -> _Said | None:
    low = title.lower()
    if "draf" not in low and "embargo" not in low:
        return None
    for found in _BEHIND.finditer(title):
        before, after = title[: found.start()], title[found.end() :]
        draft = found["said"].lower().startswith("draf")
        parted = found["dash"] or (found["open"] and draft)
        # In a title of capitals they say nothing.
        if not (parted or (found["said"].isupper() and not before.isupper())):
            continue
        if _NO_WORD.match(after) or (not draft and _WHEN.match(after)):
            start = found.start("said")
            return _Said(start, _bare(title[start:]), draft)
    return None


def _in_sentences(text: str, hidden: bool) -> _Said | None:
    """Return the words of the first sentence that has some, or None.

    Behind the first one they need a word that few texts have.
    """
    low = text.lower()
    if not (hidden or "embargo" in low or "siar" in low or "publi" in low):
        return _said(text, hidden)
    for found in _SENTENCE.finditer(text):
        if (said := _said(found[0], hidden)) is not None:
            return said._replace(offset=found.start() + said.offset)
    return None


def _in_picture(line: str, hidden: bool) -> _Said | None:
    """Return the words of what a picture says, or None."""
    for found in _OF_PICTURE.finditer(line):
        if (said := _in_sentences(found[0], hidden)) is not None:
            return said._replace(offset=found.start() + said.offset)
    return None


def _said(line: str, hidden: bool) -> _Said | None:
    """Return the words of a line that are to hold its text back, or None.

    Args:
        line: As written.
        hidden: Whether it may show other words than it is written with.
    """
    if hidden and hides_words(line, line):
        seen = as_seen(line)
        said = _said(seen.text, hidden=False)
        return said and said._replace(offset=seen.at[said.offset])
    head = line[:_NOTICE]
    if not (_MAY_SAY.match(head) or "embargo" in head.lower()):
        return None
    found = _DRAFT.match(head) if len(line) <= _NOTICE else None
    if found is not None:
        start = found.start(found.lastgroup or 0)
        return _Said(start, _bare(line[start:]), draft=True)
    found = (
        _FORBIDS.match(head)
        or _HOLD.match(head)
        or _embargo(line, head)
        or _slip(head)
        or _bracketed(head)
    )
    if found is None:
        return None
    start = found.start("said")
    return _Said(start, _bare(line[start:]), draft=False)


def _bare(words: str) -> str:
    """Return what a writer would call the notice: no marks, no sentence behind it."""
    return words[:_SHOWN].partition("]")[0].partition(")")[0].strip(" *_~|.!")


def _embargo(line: str, head: str) -> re.Match[str] | None:
    """Return the word at the head of a line, if what follows makes a notice of it."""
    found = _OPENS.match(head)
    if found is None:
        return None
    after = head[found.end() :]
    if _WHEN.match(after) or _ENDS.match(after):
        return found
    if whom := _FOR.match(after):
        return found if _WHEN.match(after, whom.end()) else None
    # Without a moment behind it only a line of its own is a notice.
    alone = len(line) <= _NOTICE and (_COLON.match(after) or _NO_WORD.match(after))
    closed = _OPEN.search(head, 0, found.start("said")) and _CLOSED.match(after)
    return found if alone or closed else None


def _slip(head: str) -> re.Match[str] | None:
    """Return a slip of the word, with a figure or a moment behind it."""
    found = _SLIP.match(head)
    if found is None or edits(found["said"].lower(), "embargo") != 1:
        return None
    end = found.end()
    return found if _A_FIGURE.match(head, end) or _WHEN.match(head, end) else None


def _bracketed(head: str) -> re.Match[str] | None:
    """Return the word in brackets further on, if what follows makes a notice of it."""
    for found in _IN_BRACKETS.finditer(head):
        after = head[found.end() :]
        sign = found["open"] == "[" or found["said"].isupper()
        if _WHEN.match(after) or _COLON.match(after) or (sign and _SHUT.match(after)):
            return found
    return None


def _cure(said: _Said, filing: Filing, now: datetime) -> tuple[str, dict[str, str]]:
    """Return the form of the fault and what its message names."""
    values = {"value": said.words}
    if said.draft:
        return "draft", values
    embargo = filing.embargo
    if embargo is not None:
        return "held", {**values, "embargo": f"{embargo:%Y-%m-%d %H:%M}"}
    zone = now.tzinfo
    assert zone is not None
    slip = read_slip(said.words, now, zone, whole=True, ahead=True)
    moment = read_instant(slip.candidates[0], zone)
    if slip.form not in ("suggest", "no-time") or moment is None:
        return "", {**values, "embargo": slip.candidates[0]}
    form = "suggest" if moment > now else "over"
    return form, {**values, "embargo": slip.candidates[0]}
