"""Rules on the records of a header: corrections, withdrawals, replies, what is allowed.

One generator per rule; its docstring is the rule's entry in the manual. A record is a
value with fields, parted by ` | `.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from newsdesk.addresses import Base
from newsdesk.desk.dates import NINE, read_slip
from newsdesk.desk.pointing import at_further_value, nearest, nearest_path
from newsdesk.filing import Filing
from newsdesk.notation.model import Entry, Fault, Value
from newsdesk.notation.source import fields, read_instant
from newsdesk.registers import Registers

# Key -> how many fields it has at least and at most, the instant counted.
_FIELDS = {
    "correction": (3, 4),
    "minor-change": (2, 2),
    "withdrawn": (2, 3),
    "right-of-reply": (3, 3),
}
REASONS = ("data pribadi", "anak", "hukum")
"""Why an earlier text is hidden for good: the last field of a record."""

_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?=\S)|/(?=\S*$)|\\|//")


def _records(filing: Filing) -> Iterator[tuple[Entry, Value, tuple[str, ...]]]:
    """Yield each record that begins with an instant, with its fields."""
    for entry in filing.header.entries:
        if entry.key in _FIELDS:
            for value in entry.values:
                yield entry, value, fields(value.text)


def _inside(fault: Fault, value: Value, field: str) -> Fault:
    """Return a fault moved to where a field of a record begins."""
    column = fault.column + max(value.text.find(field), 0)
    return Fault(fault.rule, fault.line, column, fault.values, fault.form)


def record_form(filing: Filing, now: datetime) -> Iterator[Fault]:
    """A record has all its fields, parted by a bar with blanks around it.

    A correction that does not say what was wrong, or a withdrawal without a reason,
    tells the public nothing.

    Fails: `Withdrawn: 2026-11-24 09:00`
    Passes: `Withdrawn: 2026-11-24 09:00 | Nama warga tercantum.`
    """
    for entry, value, given in _records(filing):
        least, most = _FIELDS[entry.key]
        if not (least <= len(given) <= most and all(given)):
            instant = f"{now:%Y-%m-%d} {NINE}"
            yield at_further_value(
                "record-form", entry, value, entry.key, instant=instant
            )


def record_instant(
    filing: Filing, registers: Registers, now: datetime
) -> Iterator[Fault]:
    """A record begins with its instant, YYYY-MM-DD HH:MM.

    Fails: `Correction: 24/11/2026 | 40 warga | 14 warga`
    Passes: `Correction: 2026-11-24 09:00 | 40 warga | 14 warga`
    """
    zone = registers.office.zone
    for entry, value, given in _records(filing):
        if len(given) < _FIELDS[entry.key][0] and not re.search(r"\d", given[0]):
            # It is the time that is missing, which `record-form` says.
            continue
        if given[0] and read_instant(given[0], zone) is None:
            slip = read_slip(given[0], now.astimezone(zone), zone, whole=True)
            candidates = " | ".join(f'"{reading}"' for reading in slip.candidates)
            yield at_further_value(
                "record-instant", entry, value, value=given[0], candidates=candidates
            )


def record_ahead(
    filing: Filing, registers: Registers, now: datetime
) -> Iterator[Fault]:
    """The instant of a record is not still to come.

    What has not happened yet cannot have been corrected, and readers would see a date
    of the future.

    Fails: `Minor-change: 2027-01-01 09:00 | Ejaan` on 24 November 2026
    Passes: the same with an instant that is over
    """
    for entry, value, given in _records(filing):
        moment = read_instant(given[0], registers.office.zone)
        if moment is not None and moment > now:
            yield at_further_value("record-ahead", entry, value, value=given[0])


def record_reason(filing: Filing) -> Iterator[Fault]:
    """The last field of a record hides the earlier text for one of three reasons.

    Fails: `Correction: … | … | … | rahasia`
    Passes: `Correction: … | … | … | data pribadi`
    """
    for entry, value, given in _records(filing):
        least, most = _FIELDS[entry.key]
        if not least < most == len(given) or given[-1].lower() in ("", *REASONS):
            continue
        known = ", ".join(REASONS)
        fault = at_further_value(
            "record-reason", entry, value, value=given[-1], known=known
        )
        yield _inside(fault, value, given[-1])


def reply_address(
    filing: Filing, registers: Registers, addresses: Mapping[str, str]
) -> Iterator[Fault]:
    """A reply stands in the record itself, on this site, or on the web.

    Fails: `Right-of-reply: 2026-11-24 09:00 | Warga | ftp://warga.example/a`
    Passes: `Right-of-reply: 2026-11-24 09:00 | Warga | https://warga.example/a`
    """
    for entry, value, given in _records(filing):
        if entry.key != "right-of-reply" or len(given) < 3:
            continue
        address = given[2]
        found = _ADDRESS.match(address)
        if found is None or " " in address:
            continue
        link = Base(registers.office.url).address_of(address)
        own = link.startswith("/") and not link.startswith("//")
        if own and link not in addresses:
            near = nearest_path(link, addresses)
            form = "suggest" if near else "site"
            fault = at_further_value(
                "reply-address", entry, value, form, value=address, suggestion=near
            )
        elif own or (found["scheme"] or "").lower() in ("http", "https"):
            continue
        else:
            fault = at_further_value("reply-address", entry, value, value=address)
        yield _inside(fault, value, address)


# -- what is allowed -------------------------------------------------------------------


def allowed(filing: Filing) -> Iterator[tuple[Entry, Value, str, str]]:
    """Yield rule and reason of each `Allow`, with where it stands."""
    entry = filing.entry("allow")
    for value in entry.values if entry else ():
        assert entry is not None
        rule, *rest = fields(value.text)
        yield entry, value, rule, " ".join(rest)


def allow_unknown(filing: Filing, rules: Mapping[str, bool]) -> Iterator[Fault]:
    """`Allow` names a rule by its id, as findings show it.

    A misspelt one would silence nothing.

    Fails: `Allow: picture-crdit | Gambar arsip`
    Passes: `Allow: picture-credit | Gambar arsip`
    """
    for entry, value, rule, _ in allowed(filing):
        if rule not in rules:
            near = nearest(rule, (id for id, may in rules.items() if may))
            form = "suggest" if near else ""
            yield at_further_value(
                "allow-unknown", entry, value, form, value=rule, suggestion=near
            )


def allow_reason(filing: Filing, rules: Mapping[str, bool]) -> Iterator[Fault]:
    """`Allow` says why.

    Whoever reads the release next year has to know.

    Fails: `Allow: picture-credit`
    Passes: `Allow: picture-credit | Gambar arsip tanpa nama`
    """
    for entry, value, rule, reason in allowed(filing):
        if rule in rules and not reason:
            yield at_further_value("allow-reason", entry, value, value=rule)


def allow_safety(filing: Filing, rules: Mapping[str, bool]) -> Iterator[Fault]:
    """`Allow` never silences a rule that keeps the site safe or whole.

    Fails: `Allow: html | Bagan dari mitra`
    Passes: `Allow: letters-tripled | Kutipan ditulis seperti diucapkan`
    """
    for entry, value, rule, _ in allowed(filing):
        if not rules.get(rule, True):
            yield at_further_value("allow-safety", entry, value, value=rule)


def allow_unused(
    filing: Filing, rules: Mapping[str, bool], found: frozenset[str]
) -> Iterator[Fault]:
    """`Allow` silences something.

    One that is left over would hide the next slip of its kind.

    Fails: `Allow: picture-credit | …` where every picture has its credit
    Passes: no such line
    """
    for entry, value, rule, reason in allowed(filing):
        if rules.get(rule) and reason and rule not in found:
            yield at_further_value("allow-unused", entry, value, value=rule)
