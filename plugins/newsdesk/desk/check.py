"""The desk check: every rule on every file, all findings in one go.

Pure but for what was read before: content, registers and clock are arguments. A cause
that makes later findings meaningless is reported once, and what hangs on it is not.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from newsdesk.body import Body, House, Keep, proof, typeset
from newsdesk.desk.across import oldest_first
from newsdesk.desk.addresses import file_above, folders_of, site_addresses
from newsdesk.desk.asked import Asked, Sources
from newsdesk.desk.body import conflict_marker, has_conflict
from newsdesk.desk.characters import unseen_in
from newsdesk.desk.facts import dates_in, odd_texts_in
from newsdesk.desk.finding import Finding, Level
from newsdesk.desk.memory import Remembered
from newsdesk.desk.pointing import at_offset
from newsdesk.desk.prose import read_definitions, read_prose, read_targets
from newsdesk.desk.records import allowed
from newsdesk.desk.rules import RULES, Rule, Scope
from newsdesk.desk.sparing import with_sparing
from newsdesk.filing import Archive, Cabinet, Filing, Row
from newsdesk.intake import Content, DataFile
from newsdesk.moves import Lost, redirects_of
from newsdesk.notation.model import Fault, Flag
from newsdesk.notation.source import KEYS
from newsdesk.progress import Phase, Tell, counted, tell_nobody
from newsdesk.registers import read_registers
from newsdesk.registers.ledgers import read_ledgers


@dataclass(frozen=True, slots=True)
class Checked:
    """A content folder as the desk saw it."""

    archive: Archive | None
    """None when a register is wrong: then nothing can be read with it."""
    findings: tuple[Finding, ...]
    """Sorted by path, line, column, rule."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Every address of the site, and the file it hangs on; empty for what is always
    there."""
    bodies: Mapping[str, Body] = field(default_factory=dict)
    """By path: the texts that are shown, as far as they could be set."""
    remembered: Mapping[str, Remembered] = field(default_factory=dict)
    """By fingerprint: what holds as long as the same answers are given."""

    @property
    def errors(self) -> int:
        """How many findings stop the build."""
        return sum(finding.level is Level.ERROR for finding in self.findings)


Each = Callable[..., Iterable[Any]]
"""Calls a function with what is worked on, each piece of a sequence, and the rest;
None for a piece that took too long."""

Crew = Callable[["Desk"], AbstractContextManager[Each]]
"""Those who go through the releases: one after the other, or shared among hands."""

Result = tuple[Sequence[Finding], Body | None, Asked | None]
"""Of a check of one text: its findings, its body if somebody makes a page of it, and
what was asked for that; None when not all of it could be noted."""

Style = Callable[[Filing, Archive, Mapping[str, str]], House]
"""How the page of a text wants its body set, given all texts and addresses."""


@contextmanager
def alone(desk: "Desk") -> Iterator[Each]:
    """Go through the releases one after the other."""
    yield lambda work, pieces, *more: (work(desk, piece, *more) for piece in pieces)


@dataclass(frozen=True, slots=True)
class Desk:
    """What whoever goes through the releases works with; each hand has a copy."""

    archive: Archive
    cabinet: Cabinet
    pictures: Mapping[str, DataFile]
    now: datetime
    private: bool
    style: Style | None
    keep: Keep | None = None

    def row(self, path: str) -> Row:
        """Read a text."""
        return self.cabinet.row(path)

    def check(self, path: str, addresses: Mapping[str, str]) -> Result:
        """Check a text and set it."""
        filing = self.cabinet[path]
        if self.style is None:
            found, _ = check_release(
                filing,
                self.archive,
                self.now,
                pictures=self.pictures,
                addresses=addresses,
            )
            return found, None, None
        watch = Sources(self.archive, addresses, self.pictures, self.now).watched()
        findings, body = check_release(
            filing,
            watch.archive,
            watch.now,
            pictures=watch.pictures,
            addresses=watch.addresses,
            house=self.style(filing, watch.archive, watch.addresses),
        )
        if body is None or not self.wants_body(filing):
            return findings, None, watch.asked()
        if self.keep is not None:
            body = replace(body, copy=self.keep(body.copy))
        return findings, body, watch.asked()

    def wants_body(self, filing: Filing) -> bool:
        """Say whether somebody makes a page of a text."""
        shown = filing.shown(self.now, private=self.private)
        return self.style is not None and shown


def check_content(
    content: Content,
    now: datetime,
    *,
    crew: Crew = alone,
    private: bool = False,
    style: Style | None = None,
    keep: Keep | None = None,
    memory: Mapping[str, Remembered] = MappingProxyType({}),
    before: Archive | None = None,
    tell: Tell = tell_nobody,
) -> Checked:
    """Check a whole content folder.

    Args:
        content: The folder as read.
        now: An aware instant; it decides what is held and what is ahead.
        crew: Who goes through the releases.
        private: Whether the site is a preview that shows what is held.
        style: How the bodies are set; None when nobody wants them.
        keep: Takes the words of bodies out of memory; None when they stay there.
        memory: By fingerprint: what was remembered of an earlier check, by the same
            rules, registers and style.
        before: An archive of an earlier check, by the same registers.
        tell: Who is told how far it is.
    """
    findings = [_finding(path, fault) for path, fault in content.faults]
    # What could not be decoded has an empty text, about which there is nothing to say.
    unread = {path for path, fault in content.faults if fault.rule in _UNREAD}
    texts = {name: file.text for name, file in content.registers.items()}
    registers, faults = read_registers(texts)
    for name, fault in faults:
        path = f"registers/{name}"
        echo = _is_echo(fault, [f for other, f in faults if other == name])
        if path not in unread and not echo:
            findings.append(_finding(path, fault))
    ledgers, faults = read_ledgers(texts)
    for name, fault in faults:
        if (path := f"registers/{name}") not in unread:
            findings.append(_finding(path, fault))
    if registers is None:
        return Checked(None, _sorted(findings))
    if before is not None:
        # The very same, so that what was read with them can be taken over.
        registers = before.registers
    cabinet = Cabinet(content, registers, before.by_path if before else None)
    archive = Archive(registers, cabinet, ledgers)
    desk = Desk(archive, cabinet, content.pictures, now, private, style, keep)
    # Without a style nothing is remembered, so nothing needs a name.
    keyed = cabinet if memory or style else ()
    keys = {path: cabinet.fingerprint(path) for path in keyed}
    known = {path: memory[key] for path, key in keys.items() if key in memory}
    for path, one in known.items():
        cabinet.file(path, one.row)
    with crew(desk) as each:
        paths = [path for path in cabinet if path not in known]
        rows = counted(tell, Phase.READING, len(paths), each(Desk.row, paths))
        for path, row in zip(paths, rows, strict=True):
            if row is not None:
                cabinet.file(path, row)
            else:
                cabinet.file_unread(path)
                unread.add(path)
                findings.append(_late(path))
        addresses = site_addresses(archive)
        findings += _extras(content, addresses)
        addresses |= {f"/{path.removeprefix('extra/')}": "" for path in content.extras}
        sources = Sources(archive, addresses, content.pictures, now)
        results: dict[str, Result | None] = {
            path: (one.findings, one.body, one.asked)
            for path, one in known.items()
            if sources.answer_as(one.asked)
        }
        paths = [path for path in cabinet if path not in unread and path not in results]
        checked = each(Desk.check, paths, addresses)
        checked = counted(tell, Phase.CHECKING, len(paths), checked)
        results |= zip(paths, checked, strict=True)
    bodies: dict[str, Body] = {}
    remembered: dict[str, Remembered] = {}
    for path, result in results.items():
        if result is None:
            findings.append(_late(path))
            continue
        own, body, asked = result
        findings += own
        # Of what is held nothing is kept, not even for the next check.
        if body is None or not desk.wants_body(cabinet[path]):
            continue
        bodies[path] = body
        if asked is not None and not any(f.level is Level.ERROR for f in own):
            last = known.get(path)
            if last is None or last.asked is not asked:
                last = Remembered(cabinet.row(path), tuple(own), body, asked)
            remembered[keys[path]] = last
    findings += check_archive(archive, now, addresses=addresses, private=private)
    findings += _logo(content, archive)
    left = _without_allowed(findings, archive)
    sparing = with_sparing(left, archive, private=private)
    return Checked(archive, _sorted(sparing), addresses, bodies, remembered)


def _late(path: str) -> Finding:
    return _finding(path, Fault("release-slow", 1, 1))


# Files whose text is not there to be looked at.
_UNREAD = frozenset({"file-encoding", "file-large"})
_MAY_BE_ALLOWED = {id: rule.allowable for id, rule in RULES.items()}


def _without_allowed(findings: list[Finding], archive: Archive) -> Iterator[Finding]:
    """Yield findings without those that their own file allows; and what is left over.

    A header that allows something is looked at again with what was found in its file.
    """
    spared: dict[str, frozenset[str]] = {}
    for filing in archive.by_path.values():
        if "allow" not in filing.keys:
            continue
        rules = frozenset(f.rule for f in findings if f.path == filing.path)
        spared[filing.path] = frozenset(
            rule
            for _, _, rule, reason in allowed(filing)
            if reason and _MAY_BE_ALLOWED.get(rule)
        )
        given = {"filing": filing, "rules": _MAY_BE_ALLOWED, "found": rules}
        for fault in _faults((Scope.FOUND,), given):
            yield _finding(filing.path, fault)
    for finding in findings:
        if finding.rule not in spared.get(finding.path, ()):
            yield finding


def check_release(
    filing: Filing,
    archive: Archive,
    now: datetime,
    *,
    pictures: Mapping[str, DataFile],
    addresses: Mapping[str, str] | None = None,
    house: House | None = None,
) -> tuple[list[Finding], Body | None]:
    """Return what is wrong in one release or page, in no order, and its body.

    There is no body where what is wrong keeps it from being set, nor without a house.

    Args:
        filing: The file.
        archive: All files, with the registers.
        now: An aware instant.
        pictures: The pictures of the content folder by path.
        addresses: What a text may link to, as `site_addresses` gives it; made from
            the archive when None.
        house: How the body is set; None when nobody makes a page of it.
    """
    if alone := _only_findings(filing):
        return alone, None
    if addresses is None:
        addresses = site_addresses(archive)
    given = _given(filing, archive, now, pictures, addresses)
    own = Scope.PAGE if filing.kind == "page" else Scope.RELEASE
    faults = list(_faults((own, Scope.TEXT), given))
    body = None
    if not any(_breaks_body(f.rule, filing, archive) for f in faults):
        if house is None:
            html, as_set = proof(filing.release, filing.notation())
        else:
            body = typeset(filing.release, filing.notation(), house)
            html, as_set = "" if body.usual else body.html, body.faults
        given |= {"as_set": as_set, "html": html}
        faults += _faults((Scope.AS_SET,), given)
    found = [_finding(filing.path, fault) for fault in faults]
    return found, body if body is not None and not body.faults else None


def _given(
    filing: Filing,
    archive: Archive,
    now: datetime,
    pictures: Mapping[str, DataFile],
    addresses: Mapping[str, str],
) -> dict[str, Any]:
    """Return what the rules on one text take and need, by name."""
    prose = read_prose(filing.release)
    definitions = read_definitions(prose)
    return {
        "filing": filing,
        "header_faults": filing.header.faults,
        "original": filing.original,
        "archive": archive,
        "registers": archive.registers,
        "now": now,
        "prose": prose,
        "definitions": definitions,
        "targets": read_targets(prose, definitions),
        "dates": dates_in(filing),
        "odd_texts": odd_texts_in(filing, prose),
        "unseen": unseen_in(filing),
        "pictures": pictures,
        "addresses": addresses,
        "rules": _MAY_BE_ALLOWED,
    }


def _only_findings(filing: Filing) -> list[Finding]:
    """Return the findings of a file about which nothing else can be said."""
    text = filing.release.text
    faults: list[Fault] = []
    if not text.strip():
        form = "page" if filing.kind == "page" else ""
        faults = [Fault("release-empty", 1, 1, {}, form)]
    elif has_conflict(text):
        faults = list(conflict_marker(filing))
    if not faults and text.strip() and not filing.header.span.end:
        # Without a header everything is missing, and the text begins at the top.
        first = (f for f in filing.header.faults if f.rule == "header-first-line")
        faults = [next(first)]
    return [_finding(filing.path, fault) for fault in faults]


def check_archive(
    archive: Archive,
    now: datetime,
    *,
    addresses: Mapping[str, str] | None = None,
    private: bool = False,
) -> Iterator[Finding]:
    """Yield what is wrong across files, in no order."""
    if addresses is None:
        addresses = site_addresses(archive)
    lost: tuple[Lost, ...] = ()
    # Only a line of the ledger can lead nowhere.
    if archive.ledgers.addresses:
        shows = partial(Filing.shown, now=now, private=private)
        _, lost = redirects_of(archive, shows, addresses)
    given: dict[str, Any] = {
        "archive": archive,
        "filings": oldest_first(archive),
        "addresses": addresses,
        "lost": lost,
    }
    for rule, names in _BY_SCOPE[Scope.ARCHIVE]:
        assert rule.find is not None
        for path, fault in rule.find(*map(given.__getitem__, names)):
            yield _finding(path, fault)


def _is_echo(fault: Fault, faults: Sequence[Fault]) -> bool:
    """Say whether a fault of a register only follows from another one of the file.

    A misspelt key is missing under its right name; a place without a level has none
    that is higher.
    """
    spoilt = {
        key
        for other in faults
        if other.rule in ("register-key-unknown", "register-value")
        for key in (other.values.get("suggestion", ""), other.values.get("key", ""))
    }
    if fault.rule == "register-key-missing":
        return fault.values["key"] in spoilt
    return fault.rule == "register-parent-level" and "level" in spoilt


def _extras(content: Content, addresses: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each extra that stands where the site has something else.

    A file where the site has a folder, or a folder where it has a file.
    """
    folders = folders_of(addresses) if content.extras else set()
    for path in content.extras:
        address = f"/{path.removeprefix('extra/')}"
        clash = address if address in folders else file_above(address, addresses)
        if clash:
            value = clash.rpartition("/")[2]
            yield _finding(path, Fault("file-stray", 1, 1, {"value": value}, "extra"))


def _logo(content: Content, archive: Archive) -> Iterator[Finding]:
    """Yield a finding when the office's logo is no picture of the folder."""
    logo = archive.registers.office.logo
    file = content.pictures.get(logo)
    if not logo or (file is not None and file.kind and not file.damage):
        return
    text = content.registers["office.toml"].text
    key = re.search(r"^\s*logo\s*=\s*[\"']?", text, re.MULTILINE)
    rule, form = (
        ("picture-broken", file.damage) if file else ("picture-missing", "logo")
    )
    fault = at_offset(rule, text, key.end() if key else 0, form, path=logo)
    yield _finding("registers/office.toml", fault)


def _by_scope() -> Mapping[Scope, tuple[tuple[Rule, tuple[str, ...]], ...]]:
    """Return the rules of each scope with the names of the arguments they take."""
    return {
        scope: tuple(
            (rule, tuple(inspect.signature(rule.find).parameters))
            for rule in RULES.values()
            if rule.scope is scope and rule.find is not None
        )
        for scope in Scope
    }


_BY_SCOPE = _by_scope()
_NEEDS = {need for rule in RULES.values() for need in rule.needs}
_SIGNS = tuple(need for need in _NEEDS if len(need) == 1)
_NAMES = tuple(_NEEDS - KEYS.keys() - {*_SIGNS, *Flag})
# Rules on the body's text: what they refuse is not set as HTML.
_OF_BODY = {f"newsdesk.desk.{name}" for name in ("body", "characters", "limits")}
_ON_BODY = frozenset(
    id
    for id, rule in RULES.items()
    if rule.find is not None and rule.find.__module__ in _OF_BODY
)


def _faults(scopes: tuple[Scope, ...], given: Mapping[str, Any]) -> Iterator[Fault]:
    for find, names in _able(scopes, _had(given)):
        yield from find(*map(given.__getitem__, names))


def _had(given: Mapping[str, Any]) -> frozenset[str]:
    """Return what a text has of all that rules need."""
    filing: Filing = given["filing"]
    signs = filter(filing.text.__contains__, _SIGNS)
    return filing.keys.union(filing.release.flags, signs, filter(given.get, _NAMES))


@lru_cache(maxsize=1 << 10)
def _able(
    scopes: tuple[Scope, ...], had: frozenset[str]
) -> tuple[tuple[Callable[..., Iterator[Any]], tuple[str, ...]], ...]:
    """Return the rules that can find something, with the arguments they take.

    Most texts are of a few kinds, so that this is not asked anew for each.
    """
    return tuple(
        (rule.find, names)
        for scope in scopes
        for rule, names in _BY_SCOPE[scope]
        if rule.find is not None and not (rule.needs and had.isdisjoint(rule.needs))
    )


def _breaks_body(id: str, filing: Filing, archive: Archive) -> bool:
    """Say whether a fault keeps a body from being set."""
    rule = RULES[id]
    if id not in _ON_BODY or rule.level is not Level.ERROR:
        return False
    # What stops nothing will be set, so it has to be safe as it is.
    return not (rule.spares_published and archive.unchanged(filing))


def _finding(path: str, fault: Fault) -> Finding:
    return Finding.of(path, fault, RULES[fault.rule].level)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda f: (f.path, f.line, f.column, f.rule, f.form))
    )
