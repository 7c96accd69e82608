"""Draws people: a skeleton of angles, dressed. Knows no scene."""

from dataclasses import dataclass
from math import atan2, cos, pi, radians, sin

from block import (
    DARK,
    INK,
    LIGHT,
    PAPER,
    Block,
    Outline,
    Point,
    between,
    limb,
    oval,
    smooth,
)

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """What a person wears."""

    shirt: int = DARK
    """Tone of the upper garment."""
    lower: int = INK
    """Tone of the lower garment."""
    wear: str = "trousers"
    """`trousers`, `shorts`, `skirt` (also a wrapped sarong)."""
    head: str = "hair"
    """`hair`, `bun`, `tail`, `veil`, `peci`, `cap`, `hat` (a wide cone)."""
    veil: int = PAPER
    """Tone of veil, cap or hat."""
    weave: str = "plain"
    """`plain`, `dots`, `stripes`, `shade`: cut into the upper garment."""
    border: bool = False
    """Whether the skirt is patterned."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Angles in degrees from straight down, positive towards where one faces."""

    lean: float = 0.0
    """Of the trunk, forward."""
    nod: float = 0.0
    """Of the head, forward of the trunk."""
    far_arm: Pair = (6.0, 14.0)
    """Upper arm and forearm of the arm drawn first."""
    near_arm: Pair = (-6.0, 10.0)
    """Upper arm and forearm of the arm drawn last."""
    far_leg: Pair = (4.0, 2.0)
    """Thigh and shin of the leg drawn first."""
    near_leg: Pair = (-4.0, -4.0)
    """Thigh and shin of the leg drawn last."""
    turn: float = 0.5
    """0 seen from the side, 1 from the front."""
    away: bool = False
    """Whether the back of the head is seen."""


@dataclass(frozen=True, slots=True)
class Held:
    """Where a drawn person's hands and head came to stand."""

    far: Point
    """Hand of the arm drawn first."""
    near: Point
    """Hand of the arm drawn last."""
    head: Point
    """Middle of the head."""
    lap: Point
    """Middle of the hips."""


STAND = Pose()
WALK = Pose(
    lean=3,
    far_arm=(24, 34),
    near_arm=(-24, -8),
    far_leg=(-16, -30),
    near_leg=(20, 10),
    turn=0.3,
)
STROLL = Pose(
    lean=1,
    far_arm=(12, 26),
    near_arm=(-10, 6),
    far_leg=(-9, -17),
    near_leg=(11, 4),
    turn=0.5,
)
CHAIR = Pose(
    lean=3,
    nod=12,
    far_arm=(30, 78),
    near_arm=(24, 70),
    far_leg=(82, 4),
    near_leg=(86, -6),
    turn=0.3,
)
FLOOR = Pose(
    lean=5,
    nod=16,
    far_arm=(34, 78),
    near_arm=(26, 66),
    far_leg=(72, -72),
    near_leg=(78, -84),
    turn=0.4,
)
READ = Pose(
    lean=6,
    nod=22,
    far_arm=(28, 98),
    near_arm=(22, 88),
    far_leg=(74, -76),
    near_leg=(80, -84),
    turn=0.4,
)
READ_FRONT = Pose(
    nod=14,
    far_arm=(8, 70),
    near_arm=(-8, -70),
    far_leg=(74, -78),
    near_leg=(-74, 80),
    turn=0.9,
)
REACH = Pose(
    lean=2, nod=-10, far_arm=(120, 150), near_arm=(20, 60), turn=0.6, away=True
)
SHOW = Pose(far_arm=(50, 96), near_arm=(-8, 14), turn=0.5)
HOLD = Pose(far_arm=(20, 92), near_arm=(-6, 8), turn=0.5)
HOLD_WALK = Pose(
    lean=3,
    far_arm=(18, 128),
    near_arm=(-18, -4),
    far_leg=(-16, -28),
    near_leg=(19, 8),
    turn=0.35,
)
HOLD_STAND = Pose(far_arm=(16, 130), near_arm=(-6, 8), turn=0.5)
STRIKE = Pose(
    nod=16,
    far_arm=(16, 68),
    near_arm=(-22, 44),
    far_leg=(74, -78),
    near_leg=(-74, 80),
    turn=0.9,
)
CARRY = Pose(
    far_arm=(10, 80), near_arm=(4, 74), far_leg=(-8, -16), near_leg=(10, 4), turn=0.4
)
POLE = Pose(
    lean=10,
    far_arm=(60, 110),
    near_arm=(40, 70),
    far_leg=(24, 8),
    near_leg=(-14, -22),
    turn=0.3,
)


def person(
    block: Block,
    foot: Point,
    height: float,
    look: Look = Look(),
    pose: Pose = STAND,
    facing: int = 1,
    halo: int | None = PAPER,
) -> Held:
    """Draw one person whose lowest joint rests on foot, and tell where the hands are.

    The halo is a rim around the figure that lifts it off a ground of its own tone.
    """
    body = _Body(foot, height, pose, facing)
    parts = body.parts(look)
    line = max(1.6, height * 0.007)
    if halo is not None:
        for part in parts:
            block.shape(part.outline, halo, halo, height * 0.022, rough=0)
    for part in parts:
        block.shape(part.outline, part.tone, rough=0)
        if part.shirt:
            _weave(block, part.outline, part.tone, look.weave, height)
        elif part.outline is body.wrapped and look.border:
            _motif(block, part.outline, part.tone, height)
        if part.bare:
            continue
        ring = [*part.outline, part.outline[0]]
        block.stroke(
            ring[_CAP:] if part.open else ring,
            PAPER if part.tone < LIGHT else INK,
            line,
        )
    return Held(body.far_hand, body.near_hand, body.head, body.hip)


@dataclass(frozen=True, slots=True)
class _Part:
    outline: Outline
    tone: int
    shirt: bool = False
    """Whether the weave of the upper garment shows on it."""
    open: bool = False
    """Whether its first end runs into the trunk, without an edge."""
    bare: bool = False
    """Whether it is too small for an edge."""


_CAP = 7
"""Points of the round end with which a limb's outline begins, less its two corners."""


class _Body:
    """The joints of one person on the picture, from the ground up."""

    def __init__(self, foot: Point, height: float, pose: Pose, facing: int) -> None:
        self.h, self.pose, self.facing = height, pose, facing
        self.wrapped: Outline = []
        self.hip: Point = (0.0, 0.0)
        spread = 0.045 * pose.turn * height
        self.far_hip, self.near_hip = (spread * facing, 0.0), (-spread * facing, 0.0)
        self.far_knee, self.far_ankle = self._chain(
            self.far_hip, pose.far_leg, 0.25, 0.24
        )
        self.near_knee, self.near_ankle = self._chain(
            self.near_hip, pose.near_leg, 0.25, 0.24
        )
        lowest = max(
            p[1]
            for p in (
                self.far_knee,
                self.far_ankle,
                self.near_knee,
                self.near_ankle,
                (0.0, 0.035 * height),
            )
        )
        self._move(foot[0], foot[1] - lowest - 0.02 * height)
        self.neck = self._step(self.hip, 180 - pose.lean, 0.31)
        self.head = self._step(self.neck, 180 - pose.lean - pose.nod, 0.112)
        wide = (0.035 + 0.06 * pose.turn) * height
        self.far_shoulder = (
            self.neck[0] + wide * facing,
            self.neck[1] + 0.035 * height,
        )
        self.near_shoulder = (
            self.neck[0] - wide * facing,
            self.neck[1] + 0.035 * height,
        )
        self.far_elbow, self.far_hand = self._chain(
            self.far_shoulder, pose.far_arm, 0.165, 0.15
        )
        self.near_elbow, self.near_hand = self._chain(
            self.near_shoulder, pose.near_arm, 0.165, 0.15
        )

    def _step(self, a: Point, angle: float, share: float) -> Point:
        turn = radians(angle)
        return (
            a[0] + self.facing * sin(turn) * share * self.h,
            a[1] + cos(turn) * share * self.h,
        )

    def _chain(
        self, a: Point, bend: Pair, first: float, second: float
    ) -> tuple[Point, Point]:
        middle = self._step(a, bend[0], first)
        return middle, self._step(middle, bend[1], second)

    def _move(self, x: float, y: float) -> None:
        for name in (
            "hip",
            "far_hip",
            "near_hip",
            "far_knee",
            "far_ankle",
            "near_knee",
            "near_ankle",
        ):
            joint = getattr(self, name)
            setattr(self, name, (joint[0] + x, joint[1] + y))

    def parts(self, look: Look) -> list[_Part]:
        """Return what to draw, from the farthest to the nearest."""
        far = self._leg(look, self.far_hip, self.far_knee, self.far_ankle)
        near = self._leg(look, self.near_hip, self.near_knee, self.near_ankle)
        legs = [*far, *near]
        if look.wear == "skirt":
            self.wrapped = self._skirt()
            legs = [far[-1], near[-1], _Part(self.wrapped, look.lower)]
        return [
            *self._arm(look, self.far_shoulder, self.far_elbow, self.far_hand),
            *legs,
            _Part(limb(self.neck, self.head, 0.03 * self.h, 0.028 * self.h), LIGHT),
            _Part(self._trunk(look), look.shirt, shirt=True),
            *(_Part(outline, tone) for outline, tone in self._head(look)),
            *(_Part(outline, INK, bare=True) for outline in self._features(look)),
            *self._arm(look, self.near_shoulder, self.near_elbow, self.near_hand),
        ]

    def _arm(
        self, look: Look, shoulder: Point, elbow: Point, hand: Point
    ) -> list[_Part]:
        h = self.h
        palm = between(elbow, hand, 1.12)
        if look.head in ("veil", "peci"):
            fingers = between(elbow, hand, 1.26)
            sleeve = _bend(shoulder, elbow, hand, 0.042 * h, 0.034 * h, 0.028 * h)
            return [
                _Part(limb(hand, fingers, 0.024 * h, 0.02 * h), LIGHT),
                _Part(sleeve, look.shirt, shirt=True, open=True),
            ]
        sleeve = limb(shoulder, between(shoulder, elbow, 0.9), 0.04 * h, 0.038 * h)
        bare = _bend(
            between(shoulder, elbow, 0.6), elbow, palm, 0.028 * h, 0.026 * h, 0.02 * h
        )
        return [_Part(bare, LIGHT), _Part(sleeve, look.shirt, shirt=True, open=True)]

    def _leg(self, look: Look, hip: Point, knee: Point, ankle: Point) -> list[_Part]:
        h = self.h
        toe = (ankle[0] + self.facing * 0.065 * h, ankle[1] + 0.012 * h)
        if ankle[1] < self.hip[1] + 0.12 * h:
            toe = between(knee, ankle, 1.2)
        shoe = _Part(limb(ankle, toe, 0.026 * h, 0.02 * h), INK)
        if look.wear == "shorts":
            trouser = limb(hip, between(hip, knee, 0.92), 0.062 * h, 0.056 * h)
            return [
                _Part(limb(knee, ankle, 0.036 * h, 0.024 * h), LIGHT),
                _Part(trouser, look.lower),
                shoe,
            ]
        return [
            _Part(_bend(hip, knee, ankle, 0.062 * h, 0.048 * h, 0.04 * h), look.lower),
            shoe,
        ]

    def _skirt(self) -> Outline:
        """Return a garment that wraps both legs down to the ankles."""
        h, f = self.h, self.facing
        hem_far, hem_near = self.far_ankle, self.near_ankle
        if abs(self.far_knee[1] - self.hip[1]) < 0.1 * h:  # on the floor: a mound
            xs = [
                p[0]
                for p in (self.far_knee, self.near_knee, hem_far, hem_near, self.hip)
            ]
            low = max(hem_far[1], hem_near[1], self.far_knee[1]) + 0.02 * h
            left, right = min(xs) - 0.03 * h, max(xs) + 0.03 * h
            return smooth(
                [
                    (self.hip[0] - 0.07 * h, self.hip[1] - 0.05 * h),
                    (self.hip[0] + 0.07 * h, self.hip[1] - 0.05 * h),
                    (right, low - 0.07 * h),
                    (right, low),
                    (self.hip[0], low + 0.01 * h),
                    (left, low),
                    (left, low - 0.06 * h),
                ],
                closed=True,
            )
        front = max(
            (hem_far, hem_near, self.far_knee, self.near_knee), key=lambda p: p[0] * f
        )
        hem_front = max((hem_far, hem_near), key=lambda p: p[0] * f)
        hem_back = min((hem_far, hem_near), key=lambda p: p[0] * f)
        return [
            (self.hip[0] + 0.075 * h * f, self.hip[1] - 0.06 * h),
            (
                front[0] + 0.035 * h * f,
                front[1]
                if front in (self.far_knee, self.near_knee)
                else self.far_knee[1],
            ),
            (hem_front[0] + 0.06 * h * f, hem_front[1] - 0.012 * h),
            (hem_back[0] - 0.06 * h * f, hem_back[1] - 0.012 * h),
            (self.hip[0] - 0.09 * h * f, self.hip[1] + 0.06 * h),
            (self.hip[0] - 0.075 * h * f, self.hip[1] - 0.06 * h),
        ]

    def _trunk(self, look: Look) -> Outline:
        h, f = self.h, self.facing
        hem = self._step(
            self.hip, -self.pose.lean, 0.09 if look.head == "veil" else 0.03
        )
        depth = (0.058 + 0.03 * self.pose.turn) * h
        waist = between(self.neck, self.hip, 0.66)
        far, near = self.far_shoulder, self.near_shoulder
        return smooth(
            [
                (self.neck[0] + 0.03 * h * f, self.neck[1] - 0.008 * h),
                (far[0] + 0.028 * h * f, far[1] - 0.018 * h),
                (far[0] + 0.03 * h * f, far[1] + 0.05 * h),
                (waist[0] + depth * 0.93 * f, waist[1]),
                (hem[0] + depth * 1.14 * f, hem[1]),
                (hem[0] - depth * 1.14 * f, hem[1]),
                (waist[0] - depth * 0.93 * f, waist[1]),
                (near[0] - 0.03 * h * f, near[1] + 0.05 * h),
                (near[0] - 0.028 * h * f, near[1] - 0.018 * h),
                (self.neck[0] - 0.03 * h * f, self.neck[1] - 0.008 * h),
            ],
            closed=True,
            pieces=5,
        )

    def _features(self, look: Look) -> list[Outline]:
        """Return brow, eye and mouth, where the head is large enough to show them."""
        if self.h < 150 or self.pose.away or look.head == "hat":
            return []
        h, f, (x, y) = self.h * 1.14, self.facing, self.head
        tilt = (self.pose.lean + self.pose.nod) * f
        x += f * 0.02 * h * (1 - self.pose.turn * 0.6)
        strokes = (
            ((0.001, -0.017), (0.024, -0.023), 0.0022),
            ((0.01, 0.0), (0.021, 0.0), 0.0048),
            ((0.011, 0.037), (0.03, 0.044), 0.0026),
        )
        return [
            _rotated(
                limb(
                    (x + a[0] * h * f, y + a[1] * h),
                    (x + b[0] * h * f, y + b[1] * h),
                    thick * h,
                    thick * h,
                ),
                self.head,
                tilt,
            )
            for a, b, thick in strokes
        ]

    def _head(self, look: Look) -> list[tuple[Outline, int]]:
        h, f, (x, y) = self.h * 1.14, self.facing, self.head
        tilt = (self.pose.lean + self.pose.nod) * f
        skull = oval((x, y), 0.056 * h, 0.07 * h, tilt)
        shift = f * 0.02 * h * (1 - self.pose.turn * 0.6)
        face = smooth(
            [
                (x + shift - 0.036 * h * f, y - 0.012 * h),
                (x + shift, y - 0.036 * h),
                (x + shift + 0.034 * h * f, y - 0.022 * h),
                (x + shift + 0.036 * h * f, y + 0.002 * h),
                (x + shift + (0.05 - 0.014 * self.pose.turn) * h * f, y + 0.02 * h),
                (x + shift + 0.034 * h * f, y + 0.03 * h),
                (x + shift + 0.028 * h * f, y + 0.054 * h),
                (x + shift, y + 0.066 * h),
                (x + shift - 0.026 * h * f, y + 0.04 * h),
            ],
            closed=True,
            pieces=4,
        )
        turned: Outline = _rotated(face, (x, y), tilt)
        faces = [] if self.pose.away else [(turned, LIGHT)]
        if look.head == "veil":
            drape = smooth(
                [
                    (x, y - 0.082 * h),
                    (x + 0.062 * h * f, y - 0.04 * h),
                    (x + 0.058 * h * f, y + 0.05 * h),
                    (
                        self.far_shoulder[0] + 0.02 * h * f,
                        self.far_shoulder[1] + 0.05 * h,
                    ),
                    (self.neck[0] + 0.02 * h * f, self.neck[1] + 0.125 * h),
                    (
                        self.near_shoulder[0] - 0.03 * h * f,
                        self.near_shoulder[1] + 0.06 * h,
                    ),
                    (x - 0.066 * h * f, y + 0.04 * h),
                    (x - 0.066 * h * f, y - 0.04 * h),
                ],
                closed=True,
                pieces=6,
            )
            return [(drape, look.veil), *faces]
        hair: list[tuple[Outline, int]] = [(skull, INK)]
        if look.head == "bun":
            hair.insert(
                0, (oval((x - 0.062 * h * f, y + 0.012 * h), 0.034 * h, 0.032 * h), INK)
            )
        if look.head == "tail":
            hair.insert(
                0,
                (
                    limb(
                        (x - 0.05 * h * f, y - 0.02 * h),
                        (x - 0.085 * h * f, y + 0.085 * h),
                        0.026 * h,
                        0.012 * h,
                    ),
                    INK,
                ),
            )
        hats = {
            "peci": (
                [
                    (x - 0.056 * h, y - 0.03 * h),
                    (x - 0.05 * h, y - 0.092 * h),
                    (x + 0.05 * h, y - 0.092 * h),
                    (x + 0.056 * h, y - 0.03 * h),
                ],
                INK,
            ),
            "cap": (
                smooth(
                    [
                        (x - 0.06 * h * f, y - 0.02 * h),
                        (x - 0.04 * h * f, y - 0.078 * h),
                        (x + 0.03 * h * f, y - 0.08 * h),
                        (x + 0.058 * h * f, y - 0.038 * h),
                        (x + 0.1 * h * f, y - 0.022 * h),
                        (x + 0.05 * h * f, y - 0.012 * h),
                    ],
                    closed=True,
                    pieces=4,
                ),
                look.veil,
            ),
            "hat": (
                [
                    (x - 0.15 * h, y - 0.012 * h),
                    (x, y - 0.11 * h),
                    (x + 0.15 * h, y - 0.012 * h),
                    (x, y + 0.008 * h),
                ],
                look.veil,
            ),
        }
        worn = hats.get(look.head)
        top = [(_rotated(worn[0], (x, y), tilt), worn[1])] if worn else []
        return [*hair, *faces, *top]


def _bend(
    a: Point, b: Point, c: Point, wide: float, middle: float, narrow: float
) -> Outline:
    """Return the outline of two bars with one joint, round on its outer side."""
    first, second = atan2(b[1] - a[1], b[0] - a[0]), atan2(c[1] - b[1], c[0] - b[0])
    turn = (second - first + pi) % (2 * pi) - pi
    out = -1 if turn > 0 else 1
    elbow = [
        (
            b[0] + middle * cos(first + out * pi / 2 + turn * step / 6),
            b[1] + middle * sin(first + out * pi / 2 + turn * step / 6),
        )
        for step in range(7)
    ]
    crook = first + turn / 2 - out * pi / 2
    inner = (b[0] + middle * 0.8 * cos(crook), b[1] + middle * 0.8 * sin(crook))
    upper = [
        (
            a[0] + wide * cos(first + out * (pi / 2 + pi * (8 - step) / 8)),
            a[1] + wide * sin(first + out * (pi / 2 + pi * (8 - step) / 8)),
        )
        for step in range(9)
    ]
    lower = [
        (
            c[0] + narrow * cos(second + out * (pi / 2 - pi * step / 8)),
            c[1] + narrow * sin(second + out * (pi / 2 - pi * step / 8)),
        )
        for step in range(9)
    ]
    return [*upper, *elbow, *lower, inner]


def _rotated(outline: Outline, centre: Point, angle: float) -> Outline:
    c, s = cos(radians(angle)), sin(radians(angle))
    return [
        (
            centre[0] + (x - centre[0]) * c - (y - centre[1]) * s,
            centre[1] + (x - centre[0]) * s + (y - centre[1]) * c,
        )
        for x, y in outline
    ]


def _weave(
    block: Block, outline: Outline, tone: int, weave: str, height: float
) -> None:
    mark = PAPER if tone < LIGHT else INK
    if weave == "dots":
        block.flecks(
            outline, int(height / 4), height * 0.014, height * 0.012, mark, 40, 40
        )
    elif weave == "stripes":
        block.hatch(outline, 90, height * 0.028, height * 0.008, mark)
    elif weave == "shade":
        block.hatch(
            outline,
            70,
            height * 0.022,
            (0.0, height * 0.014),
            INK if tone > INK else PAPER,
            (height * 0.1, height * 0.3),
        )


def _motif(block: Block, outline: Outline, tone: int, height: float) -> None:
    mark = PAPER if tone < LIGHT else INK
    block.hatch(
        outline, 38, height * 0.04, height * 0.01, mark, (height * 0.05, height * 0.09)
    )
    block.hatch(
        outline, -38, height * 0.04, height * 0.01, mark, (height * 0.05, height * 0.09)
    )
