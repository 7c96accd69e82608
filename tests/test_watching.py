"""Which edits count."""

from pathlib import Path

import pytest
from newsdesk.press.watching import is_watched

FOLDERS = [Path("/a/.b/content"), Path("/a/.b/theme")]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a/.b/content/.x.md.swp", False),
        ("/a/.b/content/.git/index", False),
        ("/a/.b/content/2026/.cache/x.md", False),
        ("/a/.b/content/__pycache__/x.pyc", False),
        ("/a/.b/contents/x.md", False),
        ("/a/.b/output/x.md", False),
        ("/a/.b", False),
        ("/a/.b/content", True),
        ("/a/.b/content/x.md", True),
        ("/a/.b/content/releases/2026/x.md~", True),
        ("/a/.b/theme/x.y/z", True),
    ],
)
def test_edit_counts_by_its_names_below_the_folder(path: str, expected: bool):
    assert expected == is_watched(Path(path), FOLDERS)
