"""The roster: whose initials they are, and when (`registers/reporters.toml`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from newsdesk.notation.model import Fault
from newsdesk.registers.schema import Key, Row, Table, read_register


@dataclass(frozen=True, slots=True)
class Term:
    """One period in which a reporter signs with certain initials."""

    initials: str
    role: str
    """`reporter`, `editor`, `contributor`, or empty; compared, never decisive."""
    since: date
    until: date | None
    """Last day; None while it lasts."""

    def covers(self, day: date) -> bool:
        """Say whether a day lies within the term."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Reporter:
    """One hand: a person, or an office that signs as one."""

    id: str
    name: str
    kind: str
    """`person`, or `office`: no page."""
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """All hands of the office."""

    reporters: Mapping[str, Reporter]
    """By id, in the order of the register."""
    initials: Mapping[str, tuple[tuple[Term, Reporter], ...]]
    """Initials in lower case -> every term that ever used them."""

    def find(self, initials: str, day: date) -> tuple[Term, Reporter] | None:
        """Return whose initials they were on a day, or None; case is ignored."""
        for term, reporter in self.initials.get(initials.lower(), ()):
            if term.covers(day):
                return term, reporter
        return None

    def signing_as(self, name: str, day: date) -> str:
        """Return the initials with which a named person signs on a day.

        Letter case is ignored. Empty when nobody of that name serves then, or when it
        could be several initials.
        """
        folded = name.casefold()
        initials = {
            term.initials
            for reporter in self.reporters.values()
            for term in reporter.terms
            if reporter.name.casefold() == folded and term.covers(day)
        }
        return initials.pop() if len(initials) == 1 else ""

    def known_on(self, day: date | None) -> frozenset[str]:
        """Return the initials in lower case that are in use on a day, or ever were."""
        return frozenset(
            initials
            for initials, terms in self.initials.items()
            if day is None or any(term.covers(day) for term, _ in terms)
        )


_SCHEMA = Table(
    tables={
        "reporter": Table(
            {
                "id": Key("id", required=True),
                "name": Key(required=True),
                "kind": Key(choices=("person", "office")),
            },
            tables={
                "term": Table(
                    {
                        "initials": Key(required=True),
                        "role": Key(choices=("reporter", "editor", "contributor")),
                        "from": Key("day", required=True),
                        "to": Key("day"),
                    },
                    least=1,
                )
            },
            least=1,
        )
    }
)


def read_roster(text: str) -> tuple[Roster, tuple[Fault, ...]]:
    """Read `reporters.toml`; with a fault the roster is not to be used."""
    row, faults = read_register(text, _SCHEMA)
    found = list(faults)
    reporters: dict[str, Reporter] = {}
    lines: dict[str, list[tuple[Term, Reporter, Row]]] = {}
    for r in row.rows.get("reporter", ()):
        terms = [(_term(t), t) for t in r.rows.get("term", ())]
        reporter = Reporter(
            id=r.text("id"),
            name=r.text("name"),
            kind=r.text("kind") or "person",
            terms=tuple(term for term, _ in terms if term is not None),
        )
        reporters[reporter.id] = reporter
        for term, place in terms:
            if term is None:
                continue
            if term.until is not None and term.until < term.since:
                found.append(
                    place.fault(
                        "register-term-order",
                        "to",
                        value=term.until.isoformat(),
                        since=term.since.isoformat(),
                    )
                )
            lines.setdefault(term.initials.lower(), []).append((term, reporter, place))
    for terms_of in lines.values():
        found += _overlaps(terms_of)
    initials = {
        key: tuple((term, reporter) for term, reporter, _ in terms_of)
        for key, terms_of in lines.items()
    }
    return Roster(reporters, initials), tuple(found)


def _term(row: Row) -> Term | None:
    since = row.values.get("from")
    if since is None or not row.text("initials"):
        return None
    return Term(row.text("initials"), row.text("role"), since, row.values.get("to"))


def _overlaps(terms: Sequence[tuple[Term, Reporter, Row]]) -> list[Fault]:
    faults = []
    ordered = sorted(terms, key=lambda item: (item[0].since, item[2].line))
    for (first, holder, _), (second, _, row) in pairwise(ordered):
        if first.until is None or first.until >= second.since:
            faults.append(
                row.fault(
                    "register-term-overlap",
                    "initials",
                    value=second.initials,
                    holder=holder.name,
                    since=first.since.isoformat(),
                    until=first.until.isoformat() if first.until else "…",
                )
            )
    return faults
