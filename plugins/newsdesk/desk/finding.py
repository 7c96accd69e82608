"""What the desk finds: values, without words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newsdesk.notation.model import Fault


class Level(StrEnum):
    """What a finding means for the build."""

    ERROR = "error"
    """Nothing is published."""
    WARNING = "warning"
    """A person should look; a strict build refuses."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend, at a place in a file."""

    path: str
    """Under the content folder, with `/`."""
    line: int
    """1-based."""
    column: int
    """1-based, in code points."""
    rule: str
    """Rule id, as in `dateline-place-unknown`."""
    level: Level
    values: Mapping[str, str] = field(default_factory=dict)
    """What the message names, by placeholder."""
    form: str = ""
    """Which of the rule's sentences fits; empty for its only or usual one."""

    @classmethod
    def of(cls, path: str, fault: Fault, level: Level) -> "Finding":
        """Return the finding that a fault in a file is."""
        return cls(
            path,
            fault.line,
            fault.column,
            fault.rule,
            level,
            fault.values,
            fault.form,
        )
