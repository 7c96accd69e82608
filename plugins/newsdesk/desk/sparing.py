"""Which findings stop no build: those of texts published as they are, and of drafts.

Pure. The rules say of themselves what they spare (`desk/rules.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsdesk.desk.finding import Finding, Level, Spared
from newsdesk.desk.rules import RULES
from newsdesk.filing import Archive, Filing


def with_sparing(
    findings: Iterable[Finding], archive: Archive, *, private: bool
) -> Iterator[Finding]:
    """Yield findings, those that stop nothing as warnings that say why.

    Args:
        findings: As the rules have them.
        archive: All texts, with the ledgers.
        private: Whether drafts are shown too: then they are not spared.
    """
    for finding in findings:
        why = _why(finding, archive, private)
        yield replace(finding, level=Level.WARNING, spared=why) if why else finding


def _why(finding: Finding, archive: Archive, private: bool) -> Spared | None:
    rule, filing = RULES[finding.rule], archive.by_path.get(finding.path)
    if rule.stops_nobody:
        return rule.stops_nobody
    if filing is None:
        return None
    if filing.draft:
        return None if private or rule.stops_drafts else Spared.DRAFT
    if rule.spares_published and _is_whole(filing) and archive.unchanged(filing):
        # Two texts that do not go together: the one that was changed is the cause.
        other = archive.by_path.get(finding.values.get("other", ""))
        if other is None or archive.unchanged(other):
            return Spared.PUBLISHED
    return None


def _is_whole(filing: Filing) -> bool:
    """Say whether a page can be made of a text at all, whatever its findings are.

    A misspelt `Title` is an unknown key, and no title is missing beside it.
    """
    return bool(filing.title and filing.address)
