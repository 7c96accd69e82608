"""Puts what is read from a release into one flat record: a line of `read --json`.

Values in, plain JSON values out. Knows the names and the order of the record's keys
(docs/format.md, section 7); reads nothing itself.
"""

from .model import Kind, Release


def record(path: str, release: Release) -> dict[str, object]:
    """Return the record of a release, its keys in the order in which they are printed.

    Args:
        path: The file's path as it is to be printed.
        release: What was read from it.

    What is missing is None, or an empty list where there may be several.
    """
    dateline, sign_off = release.dateline, release.sign_off
    event_date = release.event_date and release.event_date.value
    wire_date = dateline and dateline.wire_date
    return {
        "path": path,
        "place": dateline.place if dateline else None,
        "source": dateline.source if dateline else None,
        "dateline_date": wire_date.isoformat() if wire_date else None,
        "event_date": event_date.isoformat() if event_date else None,
        "initials": list(sign_off.initials) if sign_off else [],
        "reporter": sign_off.reporter if sign_off else None,
        "editor": sign_off.editor if sign_off else None,
        "contributors": list(sign_off.contributors) if sign_off else [],
        "byline_names": list(sign_off.byline_names) if sign_off else [],
        "flags": [flag.value for flag in release.flags],
        "suggest_place": release.suggest_place,
        "dateline_raw": dateline.raw if dateline else None,
        "sign_off_raw": sign_off.raw if sign_off else None,
        "paragraphs": sum(
            paragraph.kind is Kind.TEXT for paragraph in release.paragraphs
        ),
    }
