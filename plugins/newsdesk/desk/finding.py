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
    """A person should look; a strict build refuses, unless the text is spared."""


class Spared(StrEnum):
    """Why a finding stops no build, not even a strict one."""

    PUBLISHED = "published"
    """Its text was published before, and is unchanged since."""
    DRAFT = "draft"
    """Its text is a draft, which is not published."""
    AWAY = "away"
    """What it leads to is not on the site now, and may come again."""
    GAP = "gap"
    """A line of a ledger is missing, which the next `record` writes anew."""


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
    spared: Spared | None = None
    """Why it stops nothing; None for what does by its level."""

    def stops(self, *, strict: bool) -> bool:
        """Say whether it stops a build, or one that is strict."""
        return self.level is Level.ERROR or (strict and self.spared is None)

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
