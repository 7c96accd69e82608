"""Refuses embargoes that are still ahead, where anyone can read the repository.

    PYTHONPATH=plugins .venv/bin/python .ci/embargo.py

Who reads the repository reads the release, whatever the site holds back. Prints
`file:line: …` for each and exits with 1; docs/operations.md says how a private source
publishes a public site.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from newsdesk.filing import read_archive
from newsdesk.intake import Content, near, read_content
from newsdesk.registers import read_registers, zone_of
from newsdesk.settings import read_now

ROOT = Path(__file__).resolve().parents[1]

_SAID = (
    "{place}: embargonya belum lewat, padahal siapa saja dapat membaca repositori ini."
    " Simpan di repositori tertutup sampai waktunya. / Its embargo is still ahead, and"
    " anyone can read this repository. Keep it in a private one until then."
)


def ahead(content: Content, now: str) -> Iterator[tuple[str, int]]:
    """Yield path and line of each embargo ahead of an instant, as `--now` has it."""
    texts = {name: file.text for name, file in content.registers.items()}
    registers, _ = read_registers(texts)
    if registers is None:
        # `check` says what is wrong with them and stops the same run.
        return
    moment = read_now(now, zone_of(texts))
    for path, filing in read_archive(content, registers).by_path.items():
        if filing.embargo is not None and moment < filing.embargo:
            entry = filing.header.get("embargo")
            yield path, entry.line if entry else 1


def main() -> int:
    """Say which releases may not be here yet; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--now", default="", metavar="ISO")
    words = parser.parse_args()
    found = list(ahead(read_content(words.content), words.now))
    for path, line in found:
        place = f"{near(words.content / path)}:{line}"
        sys.stdout.write(f"{_SAID.format(place=place)}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
