"""The cases of tests/cases/: title, publication date, text and what is to be read."""

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"

_CASE = re.compile(
    r"""^\#\#[ ](?P<title>[^\n]+)\n
        Why:[ ](?P<why>[^\n]+)\n
        (?:Date:[ ](?P<date>[0-9-]{10})[^\n]*\n)?
        \n````text\n(?P<text>.*?)\n````\n
        \n````json\n(?P<json>.*?)\n````""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Case:
    """One labelled release."""

    id: str
    """`file:line title`."""
    text: str
    published: date | None
    expected: dict[str, Any]


def read_cases() -> list[Case]:
    """Return every case of every file, in order."""
    cases = []
    for path in sorted(FOLDER.glob("notation-*.md")):
        text = path.read_text(encoding="utf-8")
        for found in _CASE.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            day = date.fromisoformat(found["date"]) if found["date"] else None
            cases.append(
                Case(
                    f"{path.name}:{line} {found['title']}",
                    found["text"],
                    day,
                    json.loads(found["json"]),
                )
            )
    return cases
