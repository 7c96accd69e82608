"""What the desk remembers of a text: all that a check of it has come to.

As values, and as plain text that can be kept. Nothing in it is believed before its form
is right; what cannot be read is checked again.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, tzinfo
from typing import Any

from newsdesk.body import Body, Copy, Keep, Picture
from newsdesk.desk.asked import Asked
from newsdesk.desk.finding import Finding, Level
from newsdesk.filing import Row, row_as_plain, row_of_plain


@dataclass(frozen=True, slots=True)
class Remembered:
    """A text as it was checked."""

    row: Row
    findings: tuple[Finding, ...]
    """None of them an error: what stops a build is looked at anew."""
    body: Body
    asked: Asked


@dataclass(frozen=True, slots=True)
class Note:
    """The same as plain text."""

    facts: str
    html: str
    text: str


def write_note(remembered: Remembered) -> Note:
    """Return what is remembered as plain text."""
    body, asked = remembered.body, remembered.asked
    facts = {
        "row": row_as_plain(remembered.row),
        "findings": [
            (f.path, f.line, f.column, f.rule, f.level.value, f.values, f.form)
            for f in remembered.findings
        ],
        "body": {
            "dateline": body.dateline,
            "teaser": body.teaser,
            "lead": body.lead and asdict(body.lead),
            "gallery": [asdict(picture) for picture in body.gallery],
            "figures": [asdict(picture) for picture in body.figures],
        },
        "answers": asked.answers,
        "since": asked.since and asked.since.isoformat(),
        "until": asked.until and asked.until.isoformat(),
    }
    said = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return Note(said, *body.copy.read())


def read_note(note: Note, zone: tzinfo, keep: Keep) -> Remembered | None:
    """Return what a note says; None when it does not say it in the right form.

    Args:
        note: As it was written, or anything.
        zone: The office's time zone.
        keep: Takes its words.
    """
    try:
        facts = json.loads(note.facts)
        asked = Asked(
            {str(name): dict(answers) for name, answers in facts["answers"].items()},
            facts["since"] and datetime.fromisoformat(facts["since"]),
            facts["until"] and datetime.fromisoformat(facts["until"]),
        )
        findings = tuple(
            Finding(path, line, column, rule, Level(level), values, form)
            for path, line, column, rule, level, values, form in facts["findings"]
        )
        return Remembered(
            row_of_plain(facts["row"], zone),
            findings,
            _body(facts["body"], keep(Copy.of(note.html, note.text))),
            asked,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _body(facts: Mapping[str, Any], copy: Copy) -> Body:
    return Body(
        copy=copy,
        dateline=facts["dateline"],
        teaser=facts["teaser"],
        lead=facts["lead"] and Picture(**facts["lead"]),
        gallery=tuple(Picture(**picture) for picture in facts["gallery"]),
        figures=tuple(Picture(**picture) for picture in facts["figures"]),
    )
