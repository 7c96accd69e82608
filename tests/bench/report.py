"""What was measured, as values, as JSON and as a table. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from statistics import median, quantiles

from bench.pages import Written, differences

COLD, SAME, EDIT, NEW = "cold", "nothing changed", "one edit", "one new release"
SCENES = (COLD, SAME, EDIT, NEW)
"""What is timed, in the order in which one build follows the other."""

# Which scenes a ratio is given for.
_COMPARED = (COLD, EDIT)


@dataclass(frozen=True, slots=True)
class Measured:
    """One generator at one size."""

    generator: str
    version: str
    ours: bool
    whole: bool
    """More than HTML, feeds and sitemap."""
    seconds: Mapping[str, Sequence[float]]
    """Scene -> wall time of each round."""
    peak: int | None
    """Bytes of PSS that all processes of a cold build hold at most."""
    written: Written


@dataclass(frozen=True, slots=True)
class Size:
    """All generators at one size."""

    releases: int
    measured: tuple[Measured, ...]
    visible: tuple[float, ...] = ()
    """Seconds from saving to showing, of each edit in the preview."""


def ratios(size: Size) -> list[dict[str, object]]:
    """Return ours against each peer that writes as much, by the medians.

    Two sorts: of pages, feeds and sitemap alone, and of the whole product. No figures
    where the pages differ.
    """
    found: list[dict[str, object]] = []
    for mine in size.measured:
        for other in size.measured:
            if not mine.ours or other.ours or mine.whole != other.whole:
                continue
            row: dict[str, object] = {
                "ours": mine.generator,
                "peer": other.generator,
                "whole": mine.whole,
            }
            if apart := differences(mine.written, other.written, whole=mine.whole):
                row["refused"] = apart
            else:
                row |= {
                    scene: _median(mine, scene) / _median(other, scene)
                    for scene in _COMPARED
                }
            found.append(row)
    return found


def growth(sizes: Iterable[Size]) -> list[dict[str, object]]:
    """Return seconds for each further 1,000 releases, from one size to the next."""
    found: list[dict[str, object]] = []
    for small, large in pairwise(sorted(sizes, key=lambda size: size.releases)):
        further = (large.releases - small.releases) / 1000
        before = {measured.generator: measured for measured in small.measured}
        for measured in large.measured:
            if earlier := before.get(measured.generator):
                row: dict[str, object] = {
                    "generator": measured.generator,
                    "from": small.releases,
                    "to": large.releases,
                }
                row |= {
                    scene: (_median(measured, scene) - _median(earlier, scene))
                    / further
                    for scene in SCENES
                }
                found.append(row)
    return found


def as_json(sizes: Sequence[Size], machine: Mapping[str, object]) -> dict[str, object]:
    """Return all of it as JSON has it: every round, every count."""
    return {
        "machine": dict(machine),
        "sizes": [asdict(size) | {"ratios": ratios(size)} for size in sizes],
        "growth": growth(sizes),
    }


def as_table(sizes: Sequence[Size], machine: Mapping[str, object]) -> str:
    """Return what a reader wants to see."""
    lines = [", ".join(f"{key} {value}" for key, value in machine.items())]
    for size in sizes:
        lines += ["", f"{size.releases:,} releases", ""]
        lines += _columns(
            [
                ["seconds: median (min-max)", *SCENES, "peak MB"],
                *(
                    [
                        f"{m.generator} {m.version}",
                        *(_spread(m.seconds[scene]) for scene in SCENES),
                        "-" if m.peak is None else f"{m.peak / 1e6:.0f}",
                    ]
                    for m in size.measured
                ),
            ]
        )
        names = dict.fromkeys(name for m in size.measured for name in m.written.kinds)
        lines.append("")
        lines += _columns(
            [
                ["files", *(m.generator for m in size.measured)],
                *(
                    [
                        name,
                        *(f"{m.written.kinds.get(name, 0):,}" for m in size.measured),
                    ]
                    for name in names
                ),
                ["pages", *(f"{m.written.pages:,}" for m in size.measured)],
                ["MB", *(f"{m.written.bytes / 1e6:.1f}" for m in size.measured)],
            ]
        )
        if found := ratios(size):
            lines.append("")
            lines += _columns(
                [["ratio", *_COMPARED, "files"], *(_ratio(row) for row in found)]
            )
        if size.visible:
            p50, p95 = percentiles(size.visible)
            lines += ["", f"save to visible: p50 {p50:.2f} s, p95 {p95:.2f} s"]
    if found := growth(sizes):
        lines.append("")
        rows = [
            [
                f"{row['generator']}, {row['from']:,} to {row['to']:,}",
                *(f"{row[scene]:.2f}" for scene in SCENES),
            ]
            for row in found
        ]
        lines += _columns([["seconds for each further 1,000", *SCENES], *rows])
    return "\n".join(lines)


def percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    """Return the median and what 95 of 100 do not exceed."""
    if len(seconds) == 1:
        return seconds[0], seconds[0]
    return median(seconds), quantiles(seconds, n=20, method="inclusive")[-1]


def _ratio(row: Mapping[str, object]) -> list[str]:
    name = f"{row['ours']} / {row['peer']}"
    if refused := row.get("refused"):
        assert isinstance(refused, list)
        return [name, f"none, the pages differ: {'; '.join(refused)}"]
    files = "the whole product" if row["whole"] else "pages, feeds, sitemap"
    return [name, *(f"{row[scene]:.2f}" for scene in _COMPARED), files]


def _median(measured: Measured, scene: str) -> float:
    return median(measured.seconds[scene])


def _spread(seconds: Sequence[float]) -> str:
    return f"{median(seconds):.2f} ({min(seconds):.2f}-{max(seconds):.2f})"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows with their columns under each other; the first is to the left."""
    widths = [
        max(len(row[n]) for row in rows if n < len(row))
        for n in range(max(map(len, rows)))
    ]
    # A sentence in place of the figures widens no column.
    widths[1:] = [
        max((len(row[n]) for row in rows if len(row) == len(rows[0])), default=0)
        for n in range(1, len(widths))
    ]
    return [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=False))
        ).rstrip()
        for row in rows
    ]
