"""Cuts and prints one lino block: shapes in four tones, hand-cut edges, no fonts.

Knows nothing of what a picture shows. A picture is drawn three times too large in one
channel, reduced, and saved with a palette of sixteen steps from ink to paper. All
unevenness comes from a generator with a fixed seed, so a block prints the same bytes
on every run.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, radians, sin
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

Point = tuple[float, float]
Outline = Sequence[Point]

INK, DARK, LIGHT, MIST, PAPER = 0, 84, 184, 226, 255
"""The tones, as distances on the way from ink to paper; MIST is far away."""

_INK_RGB = (0x18, 0x1A, 0x1B)
_PAPER_RGB = (0xF3, 0xF1, 0xEA)
_STEPS = 16
_OVERSIZE = 3


def smooth(points: Outline, closed: bool = False, pieces: int = 10) -> list[Point]:
    """Return a curve through the points (Catmull and Rom's spline)."""
    ring = list(points)
    ends = [ring[-1], *ring, *ring[:2]] if closed else [ring[0], *ring, ring[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(pieces):
            t = step / pieces
            curve.append(
                (_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t))
            )
    return curve if closed else [*curve, ring[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b
        + (c - a) * t
        + (2 * a - 5 * b + 4 * c - d) * t * t
        + (3 * b - 3 * c + d - a) * t * t * t
    )


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Return the four corners of an upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def oval(centre: Point, across: float, up: float, turn: float = 0.0) -> list[Point]:
    """Return an ellipse with the given half axes, turned by degrees."""
    pieces = max(24, int((across + up) / 2))
    c, s = cos(radians(turn)), sin(radians(turn))
    ring: list[Point] = []
    for step in range(pieces):
        x = across * cos(2 * pi * step / pieces)
        y = up * sin(2 * pi * step / pieces)
        ring.append((centre[0] + x * c - y * s, centre[1] + x * s + y * c))
    return ring


def bow(
    centre: Point, radius: float, width: float, start: float, stop: float
) -> list[Point]:
    """Return the outline of a thick arc with round ends, between two angles."""
    half = width / 2
    steps = [radians(start + (stop - start) * n / 24) for n in range(25)]

    def along(r: float) -> list[Point]:
        return [(centre[0] + r * cos(t), centre[1] + r * sin(t)) for t in steps]

    def end(turn: float, way: int) -> list[Point]:
        middle = (centre[0] + radius * cos(turn), centre[1] + radius * sin(turn))
        return [
            (
                middle[0] + half * cos(turn + pi * n / 8 + (0 if way > 0 else pi)),
                middle[1] + half * sin(turn + pi * n / 8 + (0 if way > 0 else pi)),
            )
            for n in range(9)
        ]

    return [
        *along(radius + half),
        *end(steps[-1], 1),
        *along(radius - half)[::-1],
        *end(steps[0], -1),
    ]


def between(a: Point, b: Point, share: float) -> Point:
    """Return the point that stands at a share of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def limb(a: Point, b: Point, wide: float, narrow: float) -> list[Point]:
    """Return a rounded bar from a to b whose half width goes from wide to narrow."""
    heading = atan2(b[1] - a[1], b[0] - a[0])
    ring: list[Point] = []
    for step in range(9):
        angle = heading + pi / 2 + pi * step / 8
        ring.append((a[0] + wide * cos(angle), a[1] + wide * sin(angle)))
    for step in range(9):
        angle = heading - pi / 2 + pi * step / 8
        ring.append((b[0] + narrow * cos(angle), b[1] + narrow * sin(angle)))
    return ring


class Block:
    """A picture in the making. Lengths are pixels of the finished picture."""

    def __init__(self, width: int, height: int, seed: str, ground: int = PAPER) -> None:
        self.width, self.height = width, height
        self.hand = Random(seed)
        self._plate = Image.new("L", (width * _OVERSIZE, height * _OVERSIZE), ground)

    # Solid areas and lines

    def shape(
        self,
        outline: Outline,
        tone: int,
        edge: int | None = None,
        width: float = 3.0,
        rough: float = 0.7,
    ) -> None:
        """Fill an outline, then draw its edge, both a little uneven."""
        ring = self._uneven(outline, rough)
        ImageDraw.Draw(self._plate).polygon(_large(ring), fill=tone)
        if edge is not None:
            for run in self._within_frame([*ring, ring[0]]):
                self.stroke(run, edge, width)

    def stroke(self, points: Outline, tone: int, width: float) -> None:
        """Draw an open line with round joints and ends."""
        pen = ImageDraw.Draw(self._plate)
        path = _large(points)
        across = max(1, round(width * _OVERSIZE))
        pen.line(path, fill=tone, width=across, joint="curve")
        half = across / 2
        if half >= 2:
            for x, y in (path[0], path[-1]):
                pen.ellipse((x - half, y - half, x + half, y + half), fill=tone)

    def cut(
        self, a: Point, b: Point, width: float, tone: int = PAPER, bow: float = 0.0
    ) -> None:
        """Draw one stroke of the gouge: pointed at both ends, widest in the middle."""
        length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
        nx, ny = (a[1] - b[1]) / length, (b[0] - a[0]) / length
        upper: list[Point] = []
        lower: list[Point] = []
        for step in range(9):
            share = step / 8
            swell = sin(pi * share)
            x, y = between(a, b, share)
            x, y = x + nx * bow * swell, y + ny * bow * swell
            half = width / 2 * swell**0.7 if swell > 0 else 0.0
            upper.append((x + nx * half, y + ny * half))
            lower.append((x - nx * half, y - ny * half))
        ring = upper + lower[::-1]
        ImageDraw.Draw(self._plate).polygon(_large(ring), fill=tone)

    # Tone by cutting

    def hatch(
        self,
        outline: Outline,
        angle: float,
        gap: float,
        width: float | tuple[float, float],
        tone: int,
        run: tuple[float, float] = (60.0, 160.0),
    ) -> None:
        """Fill an outline with broken, pointed strokes, thin to thick if told."""
        thin, thick = width if isinstance(width, tuple) else (width, width)
        xs, ys = [p[0] for p in outline], [p[1] for p in outline]
        cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        half = hypot(max(xs) - min(xs), max(ys) - min(ys)) / 2 + gap
        c, s = cos(radians(angle)), sin(radians(angle))
        rows = ceil(2 * half / gap)
        with self.inside(outline):
            for row in range(rows + 1):
                across = -half + row * gap
                weight = thin + (thick - thin) * row / rows
                along = -half - self.hand.uniform(0, run[1])
                while along < half and weight > 0.2:
                    length = self.hand.uniform(*run)
                    off = across + self.hand.uniform(-0.12, 0.12) * gap
                    a = (cx + along * c - off * s, cy + along * s + off * c)
                    b = (
                        cx + (along + length) * c - off * s,
                        cy + (along + length) * s + off * c,
                    )
                    self.cut(a, b, weight, tone)
                    along += length * 0.96 + 2

    def flecks(
        self,
        outline: Outline,
        count: int,
        length: float,
        width: float,
        tone: int,
        angle: float = 0.0,
        spread: float = 12.0,
    ) -> None:
        """Scatter short strokes inside an outline, most of them near one angle."""
        xs, ys = [p[0] for p in outline], [p[1] for p in outline]
        with self.inside(outline):
            for _ in range(count):
                x = self.hand.uniform(min(xs), max(xs))
                y = self.hand.uniform(min(ys), max(ys))
                turn = radians(angle + self.hand.uniform(-spread, spread))
                reach = length * self.hand.uniform(0.5, 1.2)
                self.cut(
                    (x, y),
                    (x + reach * cos(turn), y + reach * sin(turn)),
                    width * self.hand.uniform(0.6, 1.2),
                    tone,
                )

    def rays(
        self,
        centre: Point,
        inner: float,
        outer: float,
        count: int,
        width: float,
        tone: int,
        start: float = 0.0,
        stop: float = 360.0,
    ) -> None:
        """Draw strokes that leave a centre like light, between two angles."""
        for step in range(count):
            turn = radians(start + (stop - start) * (step + 0.5) / count)
            near = inner * self.hand.uniform(1.0, 1.15)
            far = outer * self.hand.uniform(0.75, 1.0)
            self.cut(
                (centre[0] + near * cos(turn), centre[1] + near * sin(turn)),
                (centre[0] + far * cos(turn), centre[1] + far * sin(turn)),
                width * self.hand.uniform(0.7, 1.2),
                tone,
            )

    @contextmanager
    def inside(self, outline: Outline) -> Iterator[None]:
        """Keep only what is drawn within the outline while the context is open."""
        before = self._plate.copy()
        yield
        mask = Image.new("1", self._plate.size, 0)
        ImageDraw.Draw(mask).polygon(_large(outline), fill=1)
        frame = mask.getbbox()
        if frame is not None:
            drawn = self._plate.crop(frame)
            before.paste(drawn, frame[:2], mask.crop(frame))
        self._plate = before

    def print(self, path: Path) -> None:
        """Reduce the block, lay the palette under it and write it as a PNG file."""
        reduced = self._plate.reduce(_OVERSIZE)
        steps = reduced.point([round(v * (_STEPS - 1) / 255) for v in range(256)])
        sheet = Image.frombytes("P", steps.size, steps.tobytes())
        sheet.putpalette(
            [
                round(ink + (paper - ink) * step / (_STEPS - 1))
                for step in range(_STEPS)
                for ink, paper in zip(_INK_RGB, _PAPER_RGB, strict=True)
            ]
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        sheet.save(path, optimize=True, bits=4)

    def _within_frame(self, ring: Outline) -> list[list[Point]]:
        """Cut a ring where it runs along the frame: the sheet's end is no edge."""
        near = 3.0
        runs: list[list[Point]] = [[ring[0]]]
        for a, b in pairwise(ring):
            beside = any(
                max(abs(a[axis] - side), abs(b[axis] - side)) < near
                for axis, end in ((0, self.width), (1, self.height))
                for side in (0, end)
            )
            if beside:
                runs.append([b])
            else:
                runs[-1].append(b)
        return [run for run in runs if len(run) > 1]

    def _uneven(self, outline: Outline, rough: float) -> list[Point]:
        if rough <= 0:
            return list(outline)
        ring: list[Point] = []
        for a, b in zip(outline, [*outline[1:], outline[0]], strict=True):
            length = hypot(b[0] - a[0], b[1] - a[1])
            pieces = max(1, int(length / 45))
            for step in range(pieces):
                x, y = between(a, b, step / pieces)
                if length < 12:  # a curve: uneven points would make it a saw
                    ring.append((x, y))
                    continue
                ring.append(
                    (
                        x + self.hand.uniform(-rough, rough),
                        y + self.hand.uniform(-rough, rough),
                    )
                )
        return ring


def _large(points: Outline) -> list[Point]:
    return [(x * _OVERSIZE, y * _OVERSIZE) for x, y in points]
