"""Draws trees, houses, bicycles and other things that more than one picture needs."""

from itertools import pairwise
from math import cos, pi, radians, sin

from block import (
    DARK,
    INK,
    LIGHT,
    PAPER,
    Block,
    Outline,
    Point,
    between,
    box,
    limb,
    oval,
    smooth,
)


def crown(
    block: Block,
    lobes: list[tuple[float, float, float]],
    tone: int = INK,
    leaf: int = PAPER,
    light: float = -0.5,
    leaves: float = 1.0,
) -> None:
    """Draw foliage from round lobes (x, y, radius) with leaves cut where light falls.

    Light is the side it comes from: -1 left, 1 right.
    """
    for x, y, r in lobes:
        ring = [
            (
                x
                + r
                * (1 + 0.05 * sin(7 * a) + block.hand.uniform(-0.03, 0.03))
                * cos(a),
                y + 0.8 * r * (1 + 0.05 * sin(5 * a)) * sin(a),
            )
            for a in (2 * pi * step / 40 for step in range(40))
        ]
        block.shape(smooth(ring, closed=True, pieces=3), tone)
    for x, y, r in lobes:
        for _ in range(int(r * 0.9 * leaves)):
            turn, reach = block.hand.uniform(0, 2 * pi), r * block.hand.random() ** 0.6
            px, py = x + reach * cos(turn), y + 0.8 * reach * sin(turn)
            lit = (px - x) * light / r - (py - y) / r * 0.8
            if block.hand.random() < 0.35 + lit * 0.75:
                size = r * block.hand.uniform(0.07, 0.13) + 3
                tilt = radians(block.hand.uniform(15, 55) * (1 if px > x else -1))
                a = (px - size * cos(tilt), py - size * abs(sin(tilt)) * 0.2)
                b = (px + size * cos(tilt), py + size * sin(abs(tilt)))
                if px < x:
                    a, b = (b[0], a[1]), (a[0], b[1])
                block.cut(a, b, size * 0.42, leaf, size * 0.16)


def trunk(block: Block, foot: Point, top: Point, wide: float, narrow: float) -> None:
    """Draw a trunk with spreading roots and bark cut along it."""
    (x, y), (tx, ty) = foot, top
    ring = [
        (x - wide * 1.9, y + 8),
        (x - wide * 0.75, y - wide * 0.8),
        (tx - narrow, ty),
        (tx + narrow, ty),
        (x + wide * 0.75, y - wide * 0.8),
        (x + wide * 2, y + 6),
        (x + wide * 0.5, y - wide * 0.1),
        (x, y + wide * 0.2),
        (x - wide * 0.6, y - 2),
    ]
    block.shape(ring, INK, rough=2)
    for _ in range(int(wide * 0.45)):
        share = block.hand.uniform(0.02, 0.8)
        side = block.hand.uniform(-0.75, 0.1)
        cx = x + (tx - x) * share + side * (wide * 0.7 * (1 - share) + narrow * share)
        cy = y + (ty - y) * share
        long = abs(y - ty) * block.hand.uniform(0.08, 0.2)
        block.cut((cx, cy), (cx + (tx - x) * 0.12, cy - long), wide * 0.05 + 1, PAPER)


def palm(
    block: Block,
    foot: Point,
    height: float,
    lean: float = 0.0,
    tone: int = INK,
    fronds: int = 9,
) -> None:
    """Draw a coconut palm."""
    x, y = foot
    head = (x + lean, y - height)
    stem = smooth([foot, (x + lean * 0.3, y - height * 0.5), head])
    for a, b in pairwise(stem):
        block.stroke([a, b], tone, height * 0.03)
    for step in range(fronds):
        turn = radians(-200 + 220 * step / (fronds - 1))
        reach = height * 0.42
        tip = (
            head[0] + reach * cos(turn),
            head[1] + reach * sin(turn) * 0.7 + reach * 0.22,
        )
        mid = between(head, tip, 0.55)
        rib = smooth([head, (mid[0], mid[1] - reach * 0.18), tip], pieces=7)
        block.stroke(rib, tone, height * 0.008)
        for at in rib[2:]:
            drop = height * 0.1
            for side in (-0.5, 0.8):
                block.cut(
                    at,
                    (at[0] + drop * 0.5 * side + 0.3 * drop * cos(turn), at[1] + drop),
                    height * 0.014,
                    tone,
                )


def leaves(
    block: Block,
    at: Point,
    size: float,
    tone: int,
    count: int = 7,
    towards: float = 80.0,
    fan: float = 70.0,
) -> None:
    """Draw a hanging tuft of pointed bamboo leaves."""
    for step in range(count):
        turn = radians(
            towards
            - fan
            + 2 * fan * step / max(1, count - 1)
            + block.hand.uniform(-9, 9)
        )
        reach = size * block.hand.uniform(0.65, 1.1)
        block.cut(
            at,
            (at[0] + reach * cos(turn), at[1] + reach * sin(turn)),
            size * 0.15,
            tone,
            size * 0.06 * (1 if cos(turn) > 0 else -1),
        )


def culm(
    block: Block,
    spine: Outline,
    width: float,
    tone: int,
    edge: int = INK,
    joint: float = 78.0,
) -> list[Point]:
    """Draw one bamboo stem along a spine, and return its joints from foot to tip."""
    path = smooth(spine, pieces=24)
    joints: list[Point] = [path[0]]
    for point in path:
        if (point[0] - joints[-1][0]) ** 2 + (point[1] - joints[-1][1]) ** 2 > joint**2:
            joints.append(point)
    for number, (a, b) in enumerate(pairwise(joints)):
        half = width / 2 * (1 - 0.6 * number / len(joints))
        nx, ny = (b[1] - a[1]) / joint * half, -(b[0] - a[0]) / joint * half
        ring = [
            (a[0] + nx * 1.18, a[1] + ny * 1.18),
            (a[0] - nx * 1.18, a[1] - ny * 1.18),
            between((a[0] - nx, a[1] - ny), (b[0] - nx, b[1] - ny), 0.5),
            (b[0] - nx * 1.1, b[1] - ny * 1.1),
            (b[0] + nx * 1.1, b[1] + ny * 1.1),
            between((a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny), 0.5),
        ]
        block.shape(ring, tone, edge, max(2.0, width * 0.09))
        if width > 14:
            shade = INK if tone > DARK else PAPER
            for part in (0.25, 0.6):
                s = (a[0] + nx * part, a[1] + ny * part)
                e = (b[0] + nx * part, b[1] + ny * part)
                block.cut(between(s, e, 0.08), between(s, e, 0.9), width * 0.09, shade)
    return joints


def bicycle(
    block: Block,
    rear: Point,
    r: float,
    facing: int = 1,
    over: bool = False,
    tone: int = INK,
    rim: int = PAPER,
) -> tuple[Point, Point]:
    """Draw a bicycle, upside down when over, and return the middles of its wheels."""
    flip = -1 if over else 1

    def at(x: float, y: float) -> Point:
        return rear[0] + x * r * facing, rear[1] - y * r * flip

    front, crank, seat, head = (
        at(2.75, 0),
        at(1.05, -0.12),
        at(0.78, 1.1),
        at(2.28, 1.12),
    )
    for wheel in (rear, front):
        block.stroke([*oval(wheel, r, r), (wheel[0] + r, wheel[1])], rim, r * 0.2)
        block.stroke([*oval(wheel, r, r), (wheel[0] + r, wheel[1])], tone, r * 0.12)
        for spoke in range(14):
            turn = 2 * pi * spoke / 14 + 0.1
            block.stroke(
                [
                    wheel,
                    (wheel[0] + r * 0.93 * cos(turn), wheel[1] + r * 0.93 * sin(turn)),
                ],
                tone,
                max(1, r * 0.018),
            )
    tubes = [
        (rear, crank),
        (rear, seat),
        (crank, seat),
        (seat, head),
        (crank, head),
        (head, front),
        (head, at(2.2, 1.42)),
        (seat, at(0.74, 1.32)),
    ]
    for colour, width in ((rim, r * 0.17), (tone, r * 0.1)):
        for a, b in tubes:
            block.stroke([a, b], colour, width)
    block.shape(
        smooth(
            [at(0.42, 1.36), at(0.5, 1.44), at(1.02, 1.36), at(1.0, 1.3)], closed=True
        ),
        tone,
        rim,
        2,
    )
    block.stroke(
        smooth([at(1.86, 1.5), at(2.0, 1.42), at(2.25, 1.42), at(2.36, 1.5)]),
        tone,
        r * 0.09,
    )
    block.shape(oval(crank, r * 0.2, r * 0.2), rim, tone, r * 0.07)
    block.stroke([at(0.9, -0.4), at(1.2, 0.16)], tone, r * 0.07)
    for wheel in (rear, front):
        block.shape(oval(wheel, r * 0.11, r * 0.11), rim, tone, r * 0.05)
    return rear, front


def umbrella(
    block: Block,
    hand: Point,
    grip: float,
    wide: float,
    tone: int = INK,
    line: int = PAPER,
    tilt: float = 0.0,
) -> None:
    """Draw an open umbrella whose stick is held at hand; grip is the stick's length."""
    top = (hand[0] + tilt, hand[1] - grip)
    block.stroke([hand, top], line, 7)
    block.stroke([hand, top], INK, 4)
    dome = [
        (top[0] - wide * cos(a), top[1] + wide * 0.42 - wide * 0.62 * sin(a))
        for a in (pi * step / 24 for step in range(25))
    ]
    scallops: list[Point] = []
    for panel in range(4):
        right = top[0] + wide - panel * wide / 2
        scallops += [
            (
                right - wide / 2 * step / 8,
                top[1] + wide * 0.42 - wide * 0.09 * sin(pi * step / 8),
            )
            for step in range(1, 9)
        ]
    block.shape([*dome, *scallops], tone, line, 3.5, rough=0)
    for share in (-0.5, 0.0, 0.5):
        foot = (top[0] + wide * share, top[1] + wide * 0.42)
        peak = (top[0], top[1] - wide * 0.2)
        block.stroke(
            smooth([peak, (top[0] + wide * share * 0.75, top[1] + wide * 0.06), foot]),
            line,
            2.5,
        )
    block.stroke([(top[0], top[1] - wide * 0.2), (top[0], top[1] - wide * 0.3)], INK, 6)


def basket(block: Block, at: Point, wide: float, fill: str = "round") -> None:
    """Draw a woven basket with produce; at is the middle of its rim."""
    x, y = at
    r = wide * 0.13
    if fill == "round":
        for row, count in enumerate((5, 4, 3)):
            for n in range(count):
                px = x + (n - (count - 1) / 2) * r * 1.65
                tone = (PAPER, DARK, LIGHT)[(n + row) % 3]
                block.shape(
                    oval((px, y - row * r * 1.2), r, r), tone, INK, 2.4, rough=0.3
                )
    else:
        for n in range(13):
            lean = (n - 6) * wide * 0.055
            block.cut(
                (x + lean * 0.8, y + 4),
                (x + lean * 1.7, y - wide * 0.42 + abs(lean) * 0.5),
                wide * 0.09,
                (INK, DARK, PAPER)[n % 3],
            )
    body = [
        (x - wide * 0.58, y),
        (x + wide * 0.58, y),
        (x + wide * 0.44, y + wide * 0.42),
        (x - wide * 0.44, y + wide * 0.42),
    ]
    block.shape(body, LIGHT, INK, 3)
    block.hatch(body, 55, wide * 0.08, wide * 0.025, INK, (wide * 0.1, wide * 0.2))
    block.hatch(body, -55, wide * 0.08, wide * 0.025, INK, (wide * 0.1, wide * 0.2))
    block.stroke([(x - wide * 0.6, y), (x + wide * 0.6, y)], INK, wide * 0.07)


def book(block: Block, at: Point, size: float) -> None:
    """Draw an open book held at a point."""
    x, y = at
    block.shape(
        [
            (x, y + size * 0.1),
            (x - size * 0.7, y - size * 0.05),
            (x - size * 0.62, y - size * 0.52),
            (x, y - size * 0.35),
            (x + size * 0.62, y - size * 0.52),
            (x + size * 0.7, y - size * 0.05),
        ],
        PAPER,
        INK,
        3,
    )
    block.stroke([(x, y + size * 0.1), (x, y - size * 0.35)], INK, 2.4)
    for side in (-1, 1):
        for row in range(3):
            top = y - size * (0.33 - 0.12 * row)
            block.stroke(
                [
                    (x + side * size * 0.14, top + size * 0.04),
                    (x + side * size * 0.5, top - size * 0.05),
                ],
                DARK,
                1.6,
            )


def house(
    block: Block,
    foot: Point,
    wide: float,
    tall: float,
    wall: int,
    roof: int,
    pattern: int = 0,
) -> None:
    """Draw a small house from the front, its wall patterned by number."""
    x, y = foot
    eaves, ridge = y - tall * 0.62, y - tall
    front = box(x, eaves, x + wide, y)
    block.shape(front, wall, INK, 2.4)
    mark = INK if wall > DARK else PAPER
    if pattern % 4 == 1:
        block.hatch(front, 90, wide * 0.13, wide * 0.028, mark)
    elif pattern % 4 == 2:
        block.hatch(front, 0, tall * 0.11, tall * 0.024, mark)
    elif pattern % 4 == 3:
        block.hatch(front, 45, wide * 0.14, wide * 0.028, mark)
    hole = PAPER if wall <= DARK else INK
    block.shape(
        box(x + wide * 0.14, y - tall * 0.36, x + wide * 0.36, y - tall * 0.14),
        hole,
        INK if wall > DARK else None,
        2,
    )
    block.shape(box(x + wide * 0.56, y - tall * 0.42, x + wide * 0.8, y), hole)
    block.stroke(
        [(x + wide * 0.25, y - tall * 0.36), (x + wide * 0.25, y - tall * 0.14)],
        wall,
        2,
    )
    over = wide * 0.1
    top = (
        [(x - over, eaves), (x + wide * 0.5, ridge), (x + wide + over, eaves)]
        if pattern % 3
        else [
            (x - over, eaves),
            (x + wide * 0.22, ridge),
            (x + wide * 0.78, ridge),
            (x + wide + over, eaves),
        ]
    )
    block.shape(top, roof, INK, 2.6)
    block.hatch(
        top,
        90 if pattern % 2 else 62,
        wide * 0.105,
        wide * 0.032,
        PAPER if roof < LIGHT else INK,
        (tall * 0.3, tall * 0.5),
    )
    block.stroke([(x - over, eaves), (x + wide + over, eaves)], INK, 4)


def grass(
    block: Block,
    left: float,
    right: float,
    y: float,
    height: float,
    tone: int,
    count: int,
) -> None:
    """Draw a fringe of blades along a line."""
    for n in range(count):
        x = left + (right - left) * (n + block.hand.random()) / count
        block.cut(
            (x, y + 6),
            (
                x + block.hand.uniform(-0.5, 0.5) * height,
                y - height * block.hand.uniform(0.4, 1),
            ),
            height * 0.13,
            tone,
        )


def wheel(block: Block, at: Point, r: float) -> None:
    """Draw a motor vehicle's wheel."""
    block.shape(oval(at, r, r), INK, PAPER, r * 0.08, rough=0)
    block.shape(oval(at, r * 0.5, r * 0.5), LIGHT, PAPER, r * 0.06, rough=0)
    block.shape(oval(at, r * 0.17, r * 0.17), INK, rough=0)


def beam(block: Block, a: Point, b: Point, width: float, tone: int, edge: int) -> None:
    """Draw a straight bar with an edge."""
    block.shape(limb(a, b, width / 2, width / 2), tone, edge, 2.4, rough=0)
