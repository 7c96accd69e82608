"""How long it takes from saving a release until the preview shows it."""

import http.client
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from bench.convert import convert
from bench.corpus import NOW, edited
from bench.generators import PLUGINS, ROOT
from bench.measure import FailedError

_PATIENCE = 600.0
# Seconds between two looks at the page.
_EVERY = 0.01


def save_to_visible(content: Path, path: str, edits: int) -> list[float]:
    """Return the seconds of each edit, of one release, one after the other.

    Args:
        content: A content folder; what is edited is written back at the end.
        path: The release, under the folder.
        edits: How often.

    Raises:
        FailedError: The preview did not start, or did not show an edit.
    """
    _, releases = convert(content)
    address = next(one.address for one in releases if one.name == Path(path).stem)
    file = content / path
    before = file.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "newsdesk", "serve", "--port", "0", "--now", NOW]
    with subprocess.Popen(
        [*command, "--content", str(content)],
        cwd=ROOT,
        env=os.environ | PLUGINS,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as preview:
        try:
            assert preview.stdout is not None
            words = preview.stdout.readline().split()
            if len(words) < 3:
                raise FailedError("the preview did not start")
            page = words[2].rstrip("/") + address
            took = []
            for number in range(edits):
                mark = f"simpan-{number}-selesai"
                began = time.perf_counter()
                file.write_text(edited(before, mark), encoding="utf-8")
                _wait_for(page, mark.encode(), began)
                took.append(time.perf_counter() - began)
            return took
        finally:
            preview.terminate()
            preview.wait()
            file.write_text(before, encoding="utf-8")


def _wait_for(page: str, mark: bytes, began: float) -> None:
    parts = urlsplit(page)
    assert parts.hostname is not None
    while time.perf_counter() - began < _PATIENCE:
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
        try:
            connection.request("GET", parts.path)
            if mark in connection.getresponse().read():
                return
        finally:
            connection.close()
        time.sleep(_EVERY)
    raise FailedError(f"{page} does not show {mark.decode()}")
