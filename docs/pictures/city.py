"""The pictures of the first city: eight wide scenes and the office's mark."""

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, radians, sin

from block import (
    DARK,
    INK,
    LIGHT,
    MIST,
    PAPER,
    Block,
    Point,
    between,
    bow,
    box,
    limb,
    oval,
    smooth,
)
from figure import (
    CARRY,
    CHAIR,
    FLOOR,
    HOLD,
    HOLD_STAND,
    HOLD_WALK,
    POLE,
    REACH,
    READ,
    READ_FRONT,
    SHOW,
    STAND,
    STRIKE,
    STROLL,
    WALK,
    Look,
    Pose,
    person,
)
from things import (
    basket,
    beam,
    bicycle,
    book,
    crown,
    culm,
    grass,
    house,
    leaves,
    palm,
    trunk,
    umbrella,
    wheel,
)


def mobile_library(block: Block) -> None:
    """A library bus with its side open, readers on a mat under a great tree."""
    x: float
    y: float
    block.hatch(box(0, 0, 1600, 520), 0, 26, (1.2, 3.4), LIGHT, (180, 420))
    for x, y, size in ((150, 150, 34), (232, 112, 28), (300, 176, 24), (120, 236, 20)):
        for way in (-1, 1):
            block.cut(
                (x, y),
                (x + way * size, y - size * 0.4),
                size * 0.22,
                INK,
                way * -size * 0.2,
            )
    ridge = smooth(
        [
            (0, 520),
            (180, 452),
            (420, 505),
            (700, 430),
            (980, 500),
            (1300, 440),
            (1600, 500),
        ]
    )
    block.shape([*ridge, (1600, 720), (0, 720)], MIST, DARK, 2)
    block.hatch([*ridge, (1600, 700), (0, 700)], 64, 22, 2, LIGHT)
    for n, x in enumerate((960, 1090, 1400, 1520)):
        house(block, (x, 690), 118, 130 + 16 * (n % 2), (MIST, PAPER)[n % 2], LIGHT, n)
    block.shape([(0, 690), (1600, 680), (1600, 1000), (0, 1000)], PAPER, INK, 3)
    block.flecks(box(0, 700, 1600, 1000), 230, 70, 4, LIGHT, 0, 4)
    shadow = smooth(
        [
            (40, 800),
            (400, 765),
            (900, 775),
            (1240, 740),
            (1600, 770),
            (1600, 960),
            (1200, 985),
            (700, 940),
            (200, 900),
        ],
        closed=True,
    )
    block.shape(shadow, LIGHT)
    block.hatch(shadow, 3, 13, 4.6, DARK, (60, 190))
    block.flecks(shadow, 190, 44, 9, PAPER, 0, 8)

    body = [
        (132, 640),
        (150, 500),
        (196, 376),
        (214, 352),
        (244, 340),
        (950, 338),
        (976, 344),
        (990, 372),
        (992, 752),
        (980, 766),
        (146, 766),
        (134, 752),
    ]
    block.shape(body, PAPER, PAPER, 14)
    block.shape(body, PAPER, INK, 6)
    panel = [(134, 648), (990, 648), (990, 768), (140, 768)]
    with block.inside(body):
        block.shape(panel, DARK, INK, 4)
        block.hatch(panel, 0, 15, 3.4, PAPER, (200, 500))
        block.hatch(box(250, 338, 980, 392), 90, 17, 3, DARK, (60, 90))
    window = [(182, 482), (218, 396), (318, 396), (318, 560), (164, 560)]
    block.shape(window, INK, INK, 5)
    driver = person(
        block, (268, 640), 230, Look(LIGHT, INK, head="peci"), CHAIR, -1, None
    )
    block.shape(box(140, 562, 330, 646), PAPER)
    block.stroke([(152, 562), (330, 562)], INK, 5)
    block.stroke(smooth([(196, 545), (214, 520), (driver.far[0] + 6, 528)]), PAPER, 5)
    block.shape(oval((152, 690), 20, 26), PAPER, INK, 5)
    hold = box(360, 400, 930, 650)
    block.shape(hold, INK, INK, 6)
    for shelf in range(3):
        y = 476 + 84 * shelf
        x = 372.0
        while x < 905:
            thick, tall = block.hand.uniform(9, 20), block.hand.uniform(44, 64)
            tone = (PAPER, LIGHT, PAPER, DARK)[block.hand.randrange(4)]
            lean = block.hand.uniform(-2, 5) if block.hand.random() < 0.15 else 0
            block.shape(
                [
                    (x, y),
                    (x + lean, y - tall),
                    (x + thick + lean, y - tall),
                    (x + thick, y),
                ],
                tone,
                rough=0.3,
            )
            if tone != DARK and thick > 12:
                block.stroke(
                    [(x + 3, y - tall * 0.75), (x + thick - 3, y - tall * 0.75)], INK, 3
                )
            x += thick + 3
        block.stroke([(362, y + 4), (928, y + 4)], PAPER, 5)
    flap = [(352, 404), (938, 404), (972, 330), (320, 330)]
    block.shape(flap, PAPER, INK, 5)
    block.hatch(flap, 98, 20, 5, INK, (90, 120))
    block.stroke([(358, 470), (322, 334)], INK, 5)
    block.stroke([(932, 470), (970, 334)], INK, 5)
    for x in (290, 830):
        block.shape(oval((x, 768), 84, 84), INK)
        wheel(block, (x, 776), 66)

    person(block, (440, 842), 300, Look(PAPER, INK, "skirt", "veil", LIGHT), REACH, 1)
    teacher = person(
        block, (618, 858), 312, Look(DARK, INK, "trousers", weave="stripes"), SHOW, 1
    )
    book(block, (teacher.far[0] + 14, teacher.far[1]), 40)
    person(block, (748, 866), 208, Look(PAPER, DARK, "shorts", "cap", DARK), REACH, -1)

    trunk(block, (1270, 806), (1236, 250), 74, 54)
    for a, b, w in (
        ((1240, 420), (1010, 220), 44),
        ((1250, 360), (1460, 190), 44),
        ((1238, 330), (1180, 120), 40),
    ):
        block.shape(limb(a, b, w / 2, w / 4), INK)
    crown(
        block,
        [
            (700, 96, 120),
            (850, 130, 150),
            (1010, 90, 190),
            (1200, 70, 220),
            (1010, 200, 120),
            (1420, 90, 220),
            (1560, 170, 170),
            (1300, 190, 130),
            (1470, 260, 110),
            (590, 40, 110),
        ],
        light=-0.6,
    )
    mat = [(930, 880), (1520, 862), (1596, 972), (960, 992)]
    block.shape(mat, PAPER, INK, 4)
    block.hatch(mat, -2, 18, 4, DARK, (30, 70))
    block.hatch(mat, 62, 40, 3, INK, (30, 70))
    for x, y, h, look, pose, way in (
        (1006, 930, 300, Look(DARK, INK, "skirt", "veil", PAPER, "dots"), READ, 1),
        (1236, 908, 226, Look(PAPER, INK, "shorts", "hair"), READ, -1),
        (1352, 946, 244, Look(PAPER, DARK, "skirt", "tail"), READ_FRONT, 1),
        (
            1530,
            932,
            262,
            Look(LIGHT, INK, "trousers", "peci", weave="stripes"),
            READ,
            -1,
        ),
    ):
        reader = person(block, (x, y), h, look, pose, way)
        book(
            block,
            (between(reader.far, reader.near, 0.5)[0] + way * 10, reader.far[1] + 8),
            38,
        )
    grass(block, 0, 330, 1000, 90, INK, 44)
    grass(block, 330, 900, 1004, 46, INK, 46)


def gamelan(block: Block) -> None:
    """Musicians and two great gongs in an open hall, garden light behind them."""
    vanish = (800.0, 470.0)
    garden = box(0, 300, 1600, 640)
    block.shape(garden, PAPER)
    block.hatch(box(0, 300, 1600, 430), 0, 20, 2, LIGHT, (160, 320))
    hills = smooth(
        [(0, 470), (260, 420), (560, 480), (900, 410), (1240, 470), (1600, 420)]
    )
    block.shape([*hills, (1600, 640), (0, 640)], MIST, LIGHT, 2)
    block.hatch([*hills, (1600, 600), (0, 600)], 66, 18, 2.2, LIGHT)
    palm(block, (322, 620), 250, 30, DARK)
    palm(block, (1330, 620), 220, -40, DARK)
    crown(
        block,
        [
            (90, 590, 70),
            (200, 610, 60),
            (1500, 600, 80),
            (1400, 620, 50),
            (480, 622, 40),
            (1180, 624, 44),
        ],
        DARK,
        LIGHT,
    )

    block.shape(
        [(0, 0), (1600, 0), (1600, 300), (1180, 338), (420, 338), (0, 300)], INK
    )
    for n in range(17):
        x = -500 + n * 162
        a = between(vanish, (x, -160), 0.36)
        block.cut(a, (x, -160), 11, PAPER if n in (7, 8, 9) else LIGHT)
    for depth in (0.3, 0.42, 0.6, 0.86):
        y = 338 - (depth - 0.3) * 520
        half = 390 + (depth - 0.3) * 1000
        block.stroke([(800 - half, y), (800 + half, y)], INK, 16)
        block.cut((800 - half, y + 8), (800 + half, y + 8), 5, LIGHT)
    block.shape(box(0, 300, 1600, 330), INK)
    block.hatch(box(0, 304, 1600, 328), 90, 22, 8, LIGHT, (16, 22))

    block.shape(box(0, 636, 1600, 1000), DARK)
    for n in range(25):
        x = -1400 + n * 184
        block.cut(between(vanish, (x, 1100), 0.28), (x, 1100), 5, INK)
    block.hatch(box(0, 640, 1600, 760), 0, 16, (4.5, 1.5), PAPER, (60, 190))
    block.flecks(box(250, 640, 1350, 1000), 120, 90, 5, LIGHT, 0, 3)

    for x in (250, 520, 1080, 1350):
        _pillar(block, x, 322, 652, 38)

    frame = [(560, 640), (560, 360), (1040, 360), (1040, 640)]
    block.stroke(frame, PAPER, 38)
    block.stroke(frame, INK, 28)
    for x in (560, 1040):
        block.shape(box(x - 42, 620, x + 42, 654), INK, PAPER, 3)
        block.flecks(box(x - 10, 380, x + 10, 620), 22, 20, 4, PAPER, 60, 10)
    crest = smooth(
        [
            (520, 366),
            (540, 316),
            (604, 338),
            (660, 306),
            (730, 318),
            (800, 262),
            (870, 318),
            (940, 306),
            (996, 338),
            (1060, 316),
            (1080, 366),
        ]
    )
    block.shape([*crest, (1080, 374), (520, 374)], INK, PAPER, 4)
    block.rays((800, 368), 26, 92, 13, 8, PAPER, 190, 350)
    for x in (640, 960):
        block.rays((x, 372), 12, 52, 9, 6, PAPER, 195, 345)
    for x, y, r in ((688, 506, 112), (916, 498, 96)):
        for side in (-0.45, 0.45):
            block.stroke([(x + side * r, 374), (x + side * r, y - r * 0.86)], INK, 6)
        block.shape(oval((x, y), r, r), INK, PAPER, 5, rough=0)
        for ring, width in ((0.84, 4), (0.78, 2), (0.5, 3)):
            block.stroke(
                [*oval((x, y), r * ring, r * ring), (x + r * ring, y)], PAPER, width
            )
        for step in range(26):
            turn = radians(130 + step * 7)
            block.cut(
                (x + r * 0.54 * cos(turn), y + r * 0.54 * sin(turn)),
                (x + r * 0.74 * cos(turn), y + r * 0.74 * sin(turn)),
                4.4,
                PAPER,
            )
        block.shape(oval((x, y), r * 0.26, r * 0.26), LIGHT, PAPER, 4, rough=0)
        block.shape(
            oval((x - r * 0.07, y - r * 0.08), r * 0.1, r * 0.1), PAPER, rough=0
        )

    striker = person(
        block,
        (1130, 700),
        300,
        Look(INK, DARK, "skirt", "peci", border=True),
        Pose(lean=4, far_arm=(70, 92), near_arm=(40, 84), turn=0.4),
        -1,
    )
    block.stroke([striker.far, (990, 512)], INK, 7)
    block.shape(oval((986, 508), 24, 20), PAPER, INK, 4)

    for x, way in ((330, 1), (1290, -1)):
        man = person(
            block, (x, 748), 262, Look(INK, DARK, "trousers", "peci"), STRIKE, way
        )
        _kettles(block, (x + way * 6, 742), 250)
        for hand in (man.far, man.near):
            block.cut(hand, (hand[0] + way * 26, hand[1] + 34), 9, PAPER)
    person(
        block,
        (800, 790),
        290,
        Look(PAPER, INK, "trousers", "peci", weave="stripes"),
        Pose(
            nod=6,
            far_arm=(34, 30),
            near_arm=(-34, -30),
            far_leg=(74, -78),
            near_leg=(-74, 80),
            turn=0.95,
        ),
    )
    drum = smooth(
        [
            (676, 716),
            (740, 694),
            (860, 694),
            (924, 716),
            (924, 768),
            (860, 792),
            (740, 792),
            (676, 768),
        ],
        closed=True,
    )
    block.shape(drum, LIGHT, PAPER, 9)
    block.shape(drum, LIGHT, INK, 4)
    for step in range(9):
        x = 700 + step * 25
        block.stroke([(x - 14, 700), (x, 786), (x + 12, 700)], INK, 2.4)
    for x in (682, 918):
        block.shape(oval((x, 742), 17, 40), PAPER, INK, 4)
    for x in (672, 928):
        side = 1 if x > 800 else -1
        arm = [(800 + side * 42, 668), (800 + side * 104, 664), (x, 730)]
        block.stroke(arm, INK, 26)
        block.stroke(arm, PAPER, 20)
        block.shape(oval((x, 734), 15, 11), LIGHT, INK, 2.4)

    for x, y, size, look in (
        (270, 930, 330, Look(INK, DARK, "skirt", "bun", weave="dots")),
        (620, 944, 340, Look(DARK, INK, "skirt", "veil", PAPER)),
        (980, 944, 340, Look(INK, DARK, "trousers", "peci")),
        (1330, 930, 330, Look(DARK, INK, "skirt", "bun", weave="dots")),
    ):
        way = 1 if x < 800 else -1
        player = person(block, (x, y), size, look, STRIKE, way)
        _metallophone(block, (x, y - 6), 300)
        block.stroke(
            [player.far, (player.far[0] + way * 22, player.far[1] + 40)], PAPER, 9
        )
        block.shape(
            limb(
                (player.far[0] + way * 8, player.far[1] + 44),
                (player.far[0] + way * 44, player.far[1] + 36),
                10,
                10,
            ),
            PAPER,
            INK,
            3,
        )
    for x in (54, 1546):
        _pillar(block, x, 0, 1000, 92)


def _pillar(block: Block, x: float, top: float, foot: float, wide: float) -> None:
    block.shape(box(x - wide / 2, top, x + wide / 2, foot), INK, PAPER, wide * 0.06 + 1)
    block.hatch(
        box(x - wide / 2 + 3, top, x - wide * 0.08, foot),
        90,
        wide * 0.14,
        wide * 0.05,
        PAPER,
        (80, 200),
    )
    for y in (top + 20, foot - 60):
        block.shape(box(x - wide * 0.6, y, x + wide * 0.6, y + 14), INK, PAPER, 3)
    block.shape(
        box(x - wide * 0.75, foot - 18, x + wide * 0.75, foot + 12), INK, PAPER, 3
    )


def _kettles(block: Block, middle: Point, wide: float) -> None:
    x, y = middle
    rack = box(x - wide / 2, y - 30, x + wide / 2, y + 18)
    for n in range(5):
        px = x - wide / 2 + wide * (n + 0.5) / 5
        block.shape(
            smooth(
                [
                    (px - 23, y - 28),
                    (px - 25, y - 50),
                    (px - 10, y - 60),
                    (px, y - 72),
                    (px + 10, y - 60),
                    (px + 25, y - 50),
                    (px + 23, y - 28),
                ]
            ),
            LIGHT,
            INK,
            3,
        )
        block.cut((px - 15, y - 50), (px - 12, y - 32), 6, PAPER)
    block.shape(rack, INK, PAPER, 4)
    block.hatch(
        box(x - wide / 2 + 8, y - 18, x + wide / 2 - 8, y + 8),
        45,
        15,
        4,
        PAPER,
        (12, 22),
    )


def _metallophone(block: Block, middle: Point, wide: float) -> None:
    x, y = middle
    body = smooth(
        [
            (x - wide * 0.54, y - 66),
            (x - wide * 0.46, y - 40),
            (x - wide * 0.48, y + 28),
            (x + wide * 0.48, y + 28),
            (x + wide * 0.46, y - 40),
            (x + wide * 0.54, y - 66),
            (x + wide * 0.4, y - 44),
            (x - wide * 0.4, y - 44),
        ],
        closed=True,
        pieces=4,
    )
    block.shape(body, INK, PAPER, 8)
    block.shape(body, INK)
    block.flecks(
        box(x - wide * 0.42, y - 26, x + wide * 0.42, y + 22), 60, 24, 5, PAPER, 35, 12
    )
    block.shape(oval((x, y - 2), 26, 18), INK, PAPER, 3)
    block.rays((x, y - 2), 5, 16, 8, 4, PAPER)
    for n in range(7):
        left = x - wide * 0.42 + wide * 0.84 * n / 7
        right = left + wide * 0.84 / 7 - 3
        block.shape(
            [
                (left + 1, y - 34),
                (right, y - 34),
                (right - 3, y - 66),
                (left + 5, y - 66),
            ],
            PAPER,
            INK,
            2.6,
        )
        for dot in (-42, -58):
            block.shape(oval(((left + right) / 2, y + dot), 3.4, 2.6), INK, rough=0)
        block.cut((left + 4, y - 35), (right - 2, y - 35), 6, DARK)


def hillside(block: Block) -> None:
    """Houses of every pattern climbing a hill, one bright stair between them."""
    x: float
    y: float
    block.rays((1240, 200), 120, 1300, 88, 9, LIGHT, 0, 360)
    block.shape(oval((1240, 200), 92, 92), PAPER, INK, 5)
    far = smooth(
        [(0, 330), (300, 210), (640, 150), (900, 190), (1240, 330), (1600, 290)]
    )
    block.shape([*far, (1600, 800), (0, 800)], MIST, INK, 3)
    block.hatch([*far, (1600, 420), (0, 420)], 62, 21, 3, DARK)
    palm(block, (560, 250), 170, 24)
    palm(block, (650, 236), 130, -18)
    palm(block, (1010, 296), 130, 20)
    crown(
        block,
        [
            (60, 320, 60),
            (150, 292, 56),
            (760, 200, 46),
            (860, 214, 50),
            (1420, 330, 60),
            (1540, 320, 70),
        ],
    )
    stair = [
        (790, 800, 74),
        (700, 690, 62),
        (830, 590, 54),
        (740, 500, 46),
        (830, 420, 38),
        (776, 350, 32),
        (820, 292, 26),
    ]

    def gap(y: float) -> tuple[float, float]:
        for (ax, ay, aw), (bx, by, bw) in pairwise(stair):
            if by <= y <= ay:
                share = (ay - y) / (ay - by)
                x, w = ax + (bx - ax) * share, aw + (bw - aw) * share
                return x - w, x + w
        return 800, 800

    block.shape(
        [
            *smooth([(0, 400), (300, 320), (720, 290), (1100, 320), (1600, 410)]),
            (1600, 800),
            (0, 800),
        ],
        INK,
    )
    rows = [
        (308, 62),
        (352, 72),
        (404, 84),
        (464, 96),
        (532, 110),
        (610, 124),
        (698, 140),
        (792, 156),
    ]
    for row, (y, size) in enumerate(rows):
        gaps = [gap(min(799, max(293, y - size * lift))) for lift in (0, 0.35, 0.7)]
        hole = (min(g[0] for g in gaps) - 8, max(g[1] for g in gaps) + 8)
        x = -60.0 - block.hand.uniform(0, 50)
        n = row
        while x < 1600:
            wide = size * block.hand.uniform(0.8, 1.25)
            if x < hole[1] and x + wide > hole[0]:
                if hole[0] - x > size * 0.6:
                    wide = hole[0] - x - 4
                else:
                    x = hole[1] + 2
            slope = 110 * ((x - 720) / 900) ** 2 * (1 - row / 7)
            pattern = n + row if row > 2 else (n + row) % 3 * 4
            wall = (PAPER, DARK, LIGHT, PAPER, PAPER)[(n * 2 + row) % 5]
            roof = (INK, LIGHT, DARK, DARK, PAPER)[(n + row * 2) % 5]
            house(
                block,
                (x, y + slope),
                wide,
                size * block.hand.uniform(1.15, 1.5),
                wall,
                roof,
                pattern,
            )
            if (n + row) % 4 == 1:
                crown(
                    block,
                    [
                        (x + wide + 4, y + slope - size * 0.34, size * 0.28),
                        (x + wide - 10, y + slope - size * 0.14, size * 0.24),
                    ],
                )
            x += wide + block.hand.uniform(2, size * 0.14)
            n += 1
    for (ax, ay, aw), (bx, by, bw) in pairwise(stair):
        flight = [(ax - aw, ay), (ax + aw, ay), (bx + bw, by), (bx - bw, by)]
        block.shape(flight, PAPER, INK, 5)
        steps = int((ay - by) / (6 + aw * 0.08))
        for n in range(1, steps):
            x, w, y = (
                ax + (bx - ax) * n / steps,
                aw + (bw - aw) * n / steps,
                ay + (by - ay) * n / steps,
            )
            block.cut((x - w, y), (x + w, y), 2 + aw * 0.05, INK if n % 2 else DARK)
    quay = box(0, 796, 1600, 868)
    block.shape(quay, DARK, INK, 4)
    for row in range(4):
        y = 796 + 18 * row
        block.stroke([(0, y), (1600, y)], INK, 3)
        for n in range(41):
            x = n * 40 + (20 if row % 2 else 0)
            block.stroke([(x, y), (x, y + 18)], INK, 2)
    block.flecks(quay, 120, 28, 7, PAPER, 0, 4)
    landing = [(690, 796), (890, 796), (930, 868), (650, 868)]
    block.shape(landing, PAPER, INK, 4)
    for n in range(1, 5):
        block.stroke([(690 - n * 8, 796 + n * 15), (890 + n * 8, 796 + n * 15)], INK, 3)

    block.shape(box(0, 868, 1600, 1000), INK)
    block.hatch(box(0, 872, 1600, 1000), 0, 20, (6.5, 2.6), PAPER, (60, 220))
    block.flecks(
        [(650, 872), (930, 872), (900, 1000), (690, 1000)], 90, 120, 9, PAPER, 0, 2
    )
    for y, look, pose, way, x, h in (
        (415, Look(INK, INK, "skirt", "veil", PAPER), STROLL, -1, 812, 56),
        (505, Look(DARK, INK, "trousers"), STROLL, 1, 762, 72),
        (606, Look(LIGHT, INK, "skirt", "bun"), STROLL, -1, 820, 92),
        (706, Look(INK, DARK, "shorts", "cap", LIGHT), WALK, 1, 700, 96),
    ):
        person(block, (x, y), h, look, pose, way)
    mother = person(
        block,
        (812, 842),
        190,
        Look(DARK, INK, "skirt", "veil", PAPER, "dots"),
        HOLD_STAND,
        -1,
    )
    umbrella(block, mother.far, 92, 78, INK)
    person(block, (872, 846), 118, Look(PAPER, INK, "shorts"), STROLL, -1)
    boat = smooth(
        [(1030, 905), (1080, 948), (1330, 950), (1400, 900), (1330, 918), (1090, 920)],
        closed=True,
        pieces=5,
    )
    man = person(
        block, (1210, 932), 176, Look(PAPER, INK, "shorts", "hat", LIGHT), POLE, -1
    )
    block.stroke([(man.far[0] + 22, man.far[1] - 70), (man.far[0] - 50, 985)], PAPER, 7)
    block.shape(boat, INK, PAPER, 5)
    basket(block, (1310, 906), 54)
    for x, y, turn in (
        (-10, 800, -70),
        (30, 860, -52),
        (-20, 900, -30),
        (60, 960, -78),
        (1600, 840, -110),
        (1580, 930, -128),
        (1620, 800, -96),
    ):
        _banana_leaf(block, (x, y + 60), 330, turn)


def _banana_leaf(block: Block, foot: Point, long: float, angle: float) -> None:
    c, s = cos(radians(angle)), sin(radians(angle))
    tip = (foot[0] + long * c, foot[1] + long * s + long * 0.1)
    spine = smooth([foot, (foot[0] + long * 0.55 * c, foot[1] + long * 0.6 * s), tip])
    sides: tuple[list[Point], list[Point]] = ([], [])
    for n, (x, y) in enumerate(spine):
        swell = long * 0.13 * sin(pi * n / (len(spine) - 1)) ** 0.6
        sides[0].append((x - s * swell, y + c * swell))
        sides[1].append((x + s * swell, y - c * swell))
    block.shape([*sides[0], *sides[1][::-1]], INK, PAPER, 4)
    block.stroke(spine, PAPER, 4)
    for n in range(2, len(spine) - 2):
        for side in sides:
            block.cut(
                spine[n],
                between(spine[n], side[min(n + 1, len(side) - 1)], 0.9),
                3.4,
                PAPER,
            )


def bicycle_workshop(block: Block) -> None:
    """Pupils mend a bicycle that stands on its head in the school yard."""
    block.hatch(box(0, 0, 1600, 300), 0, 24, (3.2, 1), LIGHT, (200, 420))
    crown(block, [(1180, 190, 90), (1300, 160, 100), (1090, 220, 70)], LIGHT, PAPER)
    roof = [(330, 290), (400, 150), (1420, 150), (1520, 290)]
    block.shape(box(370, 285, 1490, 560), MIST, INK, 3)
    block.hatch(box(370, 290, 1490, 372), 0, 9, (6, 2), DARK, (120, 300))
    for n in range(6):
        x = 420 + n * 178
        if n == 2:
            block.shape(box(x - 10, 362, x + 118, 560), INK, INK, 5)
            block.shape(box(x + 2, 374, x + 50, 560), DARK)
            continue
        block.shape(box(x, 372, x + 104, 478), DARK, INK, 5)
        block.hatch(box(x, 372, x + 104, 478), 60, 15, 3, PAPER, (40, 70))
        block.stroke([(x + 52, 372), (x + 52, 478)], INK, 5)
        block.stroke([(x - 8, 482), (x + 112, 482)], INK, 6)
    block.shape(roof, DARK, INK, 5)
    block.hatch(roof, 90, 17, (5, 3), PAPER, (60, 150))
    block.stroke([(318, 292), (1530, 292)], INK, 14)
    for n in range(8):
        x = 366 + n * 160
        block.shape(box(x - 9, 298, x + 9, 566), PAPER, INK, 4)
    block.shape(box(340, 556, 1520, 584), LIGHT, INK, 4)
    block.stroke([(1490, 600), (1490, 60)], INK, 8)
    flag = [
        (1494, 66),
        *smooth([(1494, 66), (1540, 56), (1580, 74), (1620, 62)]),
        (1620, 150),
        *smooth([(1620, 146), (1580, 158), (1540, 140), (1494, 150)]),
    ]
    block.shape(flag, PAPER, INK, 4)
    block.shape(
        [
            *smooth([(1494, 66), (1540, 56), (1580, 74), (1620, 62)]),
            *smooth([(1620, 104), (1580, 116), (1540, 98), (1494, 108)]),
        ],
        INK,
    )
    ground = [(0, 580), (1600, 580), (1600, 1000), (0, 1000)]
    block.shape(ground, LIGHT, INK, 3)
    block.flecks(box(0, 600, 1600, 1000), 300, 130, 8, PAPER, 0, 3)
    block.flecks(box(0, 760, 1600, 1000), 70, 90, 5, DARK, 0, 3)

    bicycle(block, (1080, 640), 50, 1, tone=DARK)
    bicycle(block, (1290, 648), 50, 1, tone=DARK)
    person(block, (1150, 716), 250, Look(PAPER, DARK, "skirt", "veil", PAPER), STAND, 1)
    person(block, (1258, 724), 240, Look(PAPER, INK, "shorts", "cap", INK), SHOW, -1)
    bicycle(block, (452, 650), 50, 1, tone=DARK)
    person(
        block,
        (520, 712),
        246,
        Look(PAPER, DARK, "trousers"),
        Pose(far_arm=(24, 70), near_arm=(18, 62), far_leg=(-8, -14), near_leg=(10, 4)),
        1,
    )

    trunk(block, (120, 800), (150, 250), 66, 44)
    block.shape(limb((146, 420), (310, 240), 20, 10), INK)
    crown(
        block,
        [
            (-20, 200, 160),
            (120, 110, 170),
            (280, 170, 130),
            (20, 330, 100),
            (330, 70, 110),
            (230, 290, 80),
        ],
        light=0.6,
    )

    for x, y, wide in (
        (200, 838, 190),
        (1210, 700, 200),
        (520, 706, 170),
        (1400, 930, 110),
    ):
        block.flecks(oval((x, y), wide, 26), 46, 90, 8, DARK, 0, 3)
    shade = smooth(
        [(330, 950), (560, 900), (1100, 900), (1330, 950), (1080, 990), (560, 990)],
        closed=True,
    )
    block.shape(shade, DARK)
    block.hatch(shade, 2, 13, 4, PAPER, (80, 200))
    person(
        block,
        (800, 900),
        430,
        Look(DARK, INK, "skirt", "veil", PAPER, "dots"),
        Pose(lean=8, nod=12, far_arm=(34, 70), near_arm=(-4, 52), turn=0.5),
        1,
    )
    back, front = bicycle(block, (620, 728), 132, 1, over=True)
    hand = person(
        block,
        (478, 934),
        400,
        Look(PAPER, INK, "trousers", "hair", weave="shade"),
        Pose(
            lean=16,
            nod=2,
            far_arm=(72, 98),
            near_arm=(50, 82),
            far_leg=(92, 2),
            near_leg=(12, -88),
            turn=0.35,
        ),
        1,
    )
    block.stroke([hand.near, (hand.near[0] + 56, hand.near[1] - 8)], INK, 13)
    block.stroke([hand.near, (hand.near[0] + 56, hand.near[1] - 8)], LIGHT, 7)
    girl = person(
        block,
        (1190, 938),
        404,
        Look(PAPER, DARK, "skirt", "tail"),
        Pose(
            lean=16,
            nod=6,
            far_arm=(82, 96),
            near_arm=(54, 92),
            far_leg=(92, 2),
            near_leg=(12, -88),
            turn=0.35,
        ),
        -1,
    )
    block.shape(oval(girl.far, 12, 12), LIGHT, INK, 3)
    boy = person(
        block, (1392, 930), 372, Look(PAPER, INK, "shorts", "cap", DARK), CARRY, -1
    )
    spare = between(boy.far, boy.near, 0.5)
    for width, tone in ((34, PAPER), (20, INK)):
        block.stroke(
            [
                *oval((spare[0] - 20, spare[1] + 6), 82, 82),
                (spare[0] + 62, spare[1] + 6),
            ],
            tone,
            width,
        )
    for n in range(14):
        turn = 2 * pi * n / 14
        block.stroke(
            [
                (spare[0] - 20, spare[1] + 6),
                (spare[0] - 20 + 74 * cos(turn), spare[1] + 6 + 74 * sin(turn)),
            ],
            INK,
            2,
        )
    block.shape(oval((spare[0] - 20, spare[1] + 6), 9, 9), PAPER, INK, 3)
    for a, b in ((back, -108), (front, -104)):
        for n in range(3):
            r = 150 + n * 13
            arc = [
                (a[0] + r * cos(radians(b + t)), a[1] + r * sin(radians(b + t)))
                for t in range(0, 50 - n * 10, 5)
            ]
            block.stroke(arc, INK, 3)
    chest = box(700, 912, 900, 976)
    block.shape(chest, DARK, PAPER, 10)
    block.shape(chest, DARK, INK, 5)
    block.hatch(chest, 0, 14, 4, PAPER, (60, 120))
    block.stroke(smooth([(760, 912), (770, 880), (830, 880), (840, 912)]), INK, 8)
    for x, turn in ((640, 20), (940, -12), (990, 24)):
        c, s = 46 * cos(radians(turn)), 46 * sin(radians(turn))
        block.stroke([(x, 966), (x + c, 966 + s * 0.4)], INK, 10)
        block.shape(oval((x + c, 966 + s * 0.4), 12, 9), PAPER, INK, 6)


def rainy_shelter(block: Block) -> None:
    """Evening rain: a lit bus shelter, umbrellas, and a bus with its lamps on."""
    x: float
    y: float
    block.shape(box(0, 0, 1600, 1000), INK)
    block.hatch(box(0, 0, 1600, 420), 20, 26, (1.5, 3.5), DARK, (120, 300))
    for x, top, wide in (
        (-20, 250, 150),
        (140, 180, 130),
        (290, 290, 120),
        (900, 230, 150),
        (1060, 150, 140),
        (1210, 270, 130),
        (1350, 200, 160),
        (1520, 280, 120),
        (420, 220, 170),
        (600, 280, 140),
        (750, 190, 140),
    ):
        block.shape(box(x, top, x + wide, 640), DARK, INK, 5)
        for row in range(7):
            for col in range(3):
                px, py = x + 20 + col * (wide - 36) / 3, top + 26 + row * 46
                lit = block.hand.random()
                block.shape(
                    box(px, py, px + wide * 0.17, py + 26),
                    PAPER if lit < 0.22 else LIGHT if lit < 0.36 else INK,
                )
    block.shape(box(0, 632, 1600, 662), DARK)
    block.shape(box(0, 660, 1600, 1000), INK)

    pane = box(290, 340, 890, 640)
    block.shape(pane, PAPER, INK, 6)
    block.hatch(box(290, 340, 890, 380), 0, 10, (5, 1), LIGHT, (120, 300))
    for x in (440, 590, 740):
        block.stroke([(x, 340), (x, 640)], LIGHT, 4)
    block.shape(box(310, 400, 424, 560), LIGHT, INK, 4)
    block.hatch(box(320, 412, 414, 548), 0, 13, 4, INK, (40, 80))
    block.shape(box(330, 582, 860, 600), DARK, INK, 4)
    for x in (360, 590, 826):
        block.shape(box(x - 8, 600, x + 8, 672), INK)
    block.shape(box(200, 660, 990, 690), LIGHT, INK, 4)
    block.hatch(box(200, 662, 990, 690), 0, 8, 3, DARK, (40, 120))
    person(block, (480, 672), 216, Look(INK, DARK, "trousers"), CHAIR, 1, None)
    person(
        block, (560, 672), 208, Look(DARK, INK, "skirt", "veil", LIGHT), CHAIR, 1, None
    )
    reader = person(
        block, (664, 676), 262, Look(INK, INK, "trousers", "peci"), HOLD, 1, None
    )
    book(block, (reader.far[0] + 6, reader.far[1]), 26)
    person(
        block, (770, 676), 252, Look(LIGHT, INK, "skirt", "veil", DARK), STAND, 1, None
    )
    person(
        block, (832, 678), 160, Look(DARK, INK, "shorts", "cap", INK), STAND, 1, None
    )
    for x in (262, 914):
        block.shape(box(x - 12, 316, x + 12, 690), INK, PAPER, 3)
    roof = [(190, 330), (230, 262), (980, 246), (1010, 322)]
    block.shape(roof, INK, PAPER, 5)
    block.hatch(roof, -1, 15, (5, 2), PAPER, (160, 320))
    block.shape(box(240, 326, 950, 342), PAPER)

    body = [
        (1094, 640),
        (1112, 490),
        (1146, 400),
        (1166, 380),
        (1196, 372),
        (1640, 372),
        (1640, 800),
        (1112, 800),
        (1098, 786),
    ]
    block.shape(body, LIGHT, PAPER, 8)
    with block.inside(body):
        block.shape(box(1090, 640, 1640, 720), INK)
        block.stroke([(1090, 680), (1640, 680)], PAPER, 6)
        block.hatch(box(1090, 728, 1640, 800), 0, 12, 4, DARK, (80, 200))
    block.shape(
        [(1124, 480), (1160, 402), (1236, 402), (1236, 612), (1108, 612)], INK, INK, 4
    )
    for x, head, coat in (
        (1266, "hair", INK),
        (1420, "veil", DARK),
        (1574, "peci", INK),
    ):
        window = box(x, 410, x + 130, 560)
        block.shape(window, PAPER)
        with block.inside(window):
            person(
                block,
                (x + 60, 700),
                250,
                Look(coat, INK, head=head, veil=LIGHT),
                STAND,
                -1,
                None,
            )
        block.stroke([*window, window[0]], INK, 6)
    cab = [(1124, 480), (1160, 402), (1236, 402), (1236, 612), (1108, 612)]
    with block.inside(cab):
        person(
            block,
            (1196, 690),
            240,
            Look(LIGHT, INK, head="cap", veil=DARK),
            CHAIR,
            -1,
            None,
        )
    block.shape([(1098, 614), (1262, 614), (1262, 642), (1094, 642)], LIGHT)
    block.stroke([(1096, 640), (1600, 640)], INK, 5)
    block.shape(box(1130, 350, 1250, 384), PAPER, INK, 5)
    block.hatch(box(1140, 356, 1240, 378), 90, 14, 7, INK, (14, 20))
    for x in (1240, 1560):
        wheel(block, (x, 806), 66)
    lamp = (1112.0, 744.0)
    for n in range(11):
        end = (block.hand.uniform(560, 760), 790 + 13 * n)
        block.cut(
            (lamp[0] + 8, lamp[1] - 12 + 3 * n), end, 9, LIGHT if n % 2 else PAPER
        )
    block.shape(oval(lamp, 20, 27), PAPER, INK, 5)

    block.flecks(
        [(230, 696), (960, 696), (860, 960), (360, 960)], 130, 70, 7, PAPER, 0, 2
    )
    for x, wide, dense in ((300, 640, 34), (1120, 460, 26), (60, 120, 10)):
        for _ in range(dense):
            at_x, at_y = x + block.hand.random() * wide, 700 + block.hand.random() * 250
            long = block.hand.uniform(20, 70)
            block.cut(
                (at_x, at_y), (at_x + block.hand.uniform(-5, 5), at_y + long), 8, LIGHT
            )
    for x, y, r in (
        (420, 840, 60),
        (700, 950, 80),
        (1010, 930, 66),
        (90, 900, 70),
        (1400, 950, 80),
        (560, 780, 40),
    ):
        for ring in (1.0, 0.6):
            half = oval((x, y), r * ring, r * 0.22 * ring)
            block.stroke([*half[: int(len(half) * 0.9)]], PAPER, 3)
    first = person(
        block,
        (190, 960),
        450,
        Look(DARK, INK, "trousers", weave="stripes"),
        HOLD_WALK,
        1,
    )
    umbrella(block, first.far, 236, 176, INK, PAPER, -14)
    second = person(
        block,
        (880, 940),
        400,
        Look(LIGHT, DARK, "skirt", "veil", PAPER, "dots", True),
        HOLD_STAND,
        1,
    )
    person(block, (800, 948), 250, Look(PAPER, INK, "shorts", "cap", DARK), STROLL, 1)
    umbrella(block, second.far, 214, 190, DARK, PAPER, -34)
    for _ in range(330):
        x, y = block.hand.uniform(-60, 1620), block.hand.uniform(-80, 980)
        long = block.hand.uniform(30, 90)
        on_light = (300 < x < 880 and 345 < y < 600) or (x > 1130 and 400 < y < 620)
        block.cut((x, y), (x - long * 0.3, y + long), 3.4, DARK if on_light else PAPER)


def morning_market(block: Block) -> None:
    """Market stalls on both sides of a lane that ends at a banyan in the sun."""
    sun = (800.0, 300.0)
    block.rays(sun, 150, 1150, 92, 9, LIGHT, 150, 390)
    block.shape(oval(sun, 150, 150), PAPER, INK, 4)
    block.shape([(0, 452), (1600, 452), (1600, 1000), (0, 1000)], PAPER)
    hills = smooth(
        [(380, 430), (520, 380), (640, 420), (1000, 400), (1120, 360), (1300, 430)]
    )
    block.shape([*hills, (1300, 470), (380, 470)], LIGHT, DARK, 2)
    trunk(block, (800, 494), (800, 330), 42, 30)
    for a, b in (
        ((800, 380), (690, 280)),
        ((800, 370), (910, 270)),
        ((800, 360), (800, 230)),
    ):
        block.shape(limb(a, b, 15, 8), INK)
    crown(
        block,
        [
            (640, 300, 80),
            (720, 230, 96),
            (820, 190, 110),
            (920, 236, 92),
            (980, 304, 72),
            (800, 280, 70),
        ],
        light=0.1,
    )
    for n in range(16):
        x = 640 + n * 22
        block.stroke(
            [(x, 320), (x + block.hand.uniform(-3, 3), 350 + 60 * block.hand.random())],
            INK,
            2.4,
        )

    def at(x: float, y: float, s: float) -> Point:
        return 800 + x * s, 420 + y * s

    block.flecks(
        [(560, 480), (1040, 480), (1500, 1000), (100, 1000)], 260, 90, 5, LIGHT, 0, 4
    )
    for n in range(12):
        x = -700 + n * 127
        block.cut((800 + x * 0.16, 520), (800 + x * 1.5, 1040), 4, LIGHT)
    shoppers = {
        0.46: [
            (-60, Look(INK, INK, "skirt", "veil", PAPER), STROLL, 1),
            (40, Look(DARK, INK), STROLL, -1),
            (120, Look(LIGHT, INK, "skirt", "bun"), STROLL, -1),
        ],
        0.64: [
            (-110, Look(DARK, INK, "skirt", "bun", border=True), CARRY, 1),
            (96, Look(INK, DARK, "trousers", "peci"), STROLL, -1),
        ],
        0.9: [
            (-24, Look(PAPER, DARK, "skirt", "veil", LIGHT), CARRY, -1),
            (60, Look(PAPER, INK, "shorts", "hair"), STROLL, -1),
        ],
        1.25: [],
    }
    for s in (0.46, 0.64, 0.9, 1.25):
        for side in (-1, 1):
            _stall(block, at, s, side)
        for x, look, pose, way in shoppers[s]:
            small = look.wear == "shorts"
            who = person(
                block, at(x, 290, s), (170 if small else 270) * s, look, pose, way
            )
            if pose is CARRY:
                basket(block, between(who.far, who.near, 0.5), 74 * s, "leaf")

    for x, y, wide, fill in ((80, 880, 180, "leaf"), (1530, 900, 170, "leaf")):
        basket(block, (x, y - 20), wide, fill)
    seller = person(
        block,
        (262, 900),
        420,
        Look(PAPER, INK, "skirt", "hat", LIGHT, "dots", True),
        Pose(
            nod=8,
            far_arm=(60, 110),
            near_arm=(10, 60),
            far_leg=(74, -78),
            near_leg=(-74, 80),
            turn=0.7,
        ),
        1,
    )
    _scale(block, seller.far, 118)
    basket(block, (190, 924), 140, "round")
    basket(block, (372, 934), 130, "round")
    buyer = person(
        block,
        (604, 968),
        470,
        Look(DARK, INK, "skirt", "veil", PAPER, "stripes"),
        Pose(lean=4, nod=12, far_arm=(46, 70), near_arm=(-6, 30), turn=0.45),
        -1,
    )
    basket(block, (buyer.near[0] + 4, buyer.near[1] + 26), 104, "leaf")
    block.stroke(
        smooth(
            [
                (buyer.near[0] - 52, buyer.near[1] + 26),
                (buyer.near[0], buyer.near[1] - 26),
                (buyer.near[0] + 58, buyer.near[1] + 26),
            ]
        ),
        INK,
        6,
    )
    porter = person(
        block,
        (1230, 972),
        460,
        Look(LIGHT, INK, "trousers", "cap", DARK, "shade"),
        Pose(
            lean=3,
            far_arm=(130, 196),
            near_arm=(-14, 8),
            far_leg=(-14, -24),
            near_leg=(16, 6),
            turn=0.4,
        ),
        -1,
    )
    basket(block, (porter.head[0], porter.head[1] - 100), 170, "round")


def _stall(
    block: Block, at: Callable[[float, float, float], Point], s: float, side: int
) -> None:
    inner, outer = 230 * side, 620 * side
    back = 500 * side
    block.shape(
        [
            at(inner * 1.1, -60, s),
            at(outer, -60, s),
            at(outer, 240, s),
            at(inner * 1.1, 240, s),
        ],
        INK,
    )
    for n in range(5):
        x = inner * 1.15 + (outer - inner) * n / 5
        block.stroke([at(x, -60, s), at(x, -20 - 10 * (n % 2), s)], LIGHT, 2 * s + 1)
        block.shape(oval(at(x, -4 - 10 * (n % 2), s), 13 * s, 17 * s), PAPER)
    person(
        block,
        at(inner * 1.5, 250, s),
        250 * s,
        Look((LIGHT, PAPER)[side > 0], INK, "skirt", ("hat", "veil")[side > 0], PAPER),
        HOLD,
        -side,
    )
    person(
        block,
        at(back, 250, s),
        240 * s,
        Look(DARK, INK, "trousers", "cap", LIGHT),
        HOLD,
        -side,
    )
    for n in range(4):
        x = inner * 1.2 + (outer - inner * 1.35) * (n + 0.5) / 4
        for row, count in enumerate((4, 3, 2)):
            for k in range(count):
                px = x + (k - (count - 1) / 2) * 24
                block.shape(
                    oval(at(px, 138 - row * 19, s), 13 * s, 13 * s),
                    (PAPER, LIGHT, DARK)[(n + row + k) % 3],
                    INK,
                    2 * s + 0.6,
                    rough=0.3,
                )
    table = [at(inner, 150, s), at(outer, 150, s), at(outer, 270, s), at(inner, 270, s)]
    block.shape(table, PAPER, INK, 4 * s)
    block.hatch(table, 90, 19 * s, 5 * s, INK, (60 * s, 120 * s))
    block.shape(
        [
            at(inner - 8 * side, 140, s),
            at(outer, 140, s),
            at(outer, 158, s),
            at(inner - 8 * side, 158, s),
        ],
        LIGHT,
        INK,
        3 * s,
    )
    block.stroke([at(inner, -100, s), at(inner, 280, s)], PAPER, 16 * s)
    block.stroke([at(inner, -100, s), at(inner, 280, s)], INK, 10 * s)
    count = 7
    for n in range(count):
        a, b = n / count, (n + 1) / count
        low = [
            at(inner - 40 * side + (outer - inner + 40 * side) * t, -62, s)
            for t in (a, b)
        ]
        top = [at(inner + 60 * side + (outer - inner) * t, -150, s) for t in (a, b)]
        drop = at(inner - 40 * side + (outer - inner + 40 * side) * (a + b) / 2, -36, s)
        tone = PAPER if n % 2 else (INK if side < 0 else DARK)
        block.shape(
            [top[0], top[1], low[1], *smooth([low[1], drop, low[0]], pieces=4)],
            tone,
            INK,
            3 * s,
        )


def _scale(block: Block, hand: Point, wide: float) -> None:
    x, y = hand
    block.stroke([(x, y), (x, y + 12)], INK, 4)
    block.stroke([(x - wide / 2, y + 20), (x + wide / 2, y + 8)], INK, 6)
    for px, py in ((x - wide / 2, y + 20), (x + wide / 2, y + 8)):
        for side in (-1, 1):
            block.stroke([(px, py), (px + side * wide * 0.22, py + 62)], INK, 2.4)
        block.shape(
            [
                (px - wide * 0.27, py + 62),
                (px + wide * 0.27, py + 62),
                *smooth(
                    [
                        (px + wide * 0.27, py + 62),
                        (px, py + 86),
                        (px - wide * 0.27, py + 62),
                    ]
                ),
            ],
            PAPER,
            INK,
            4,
        )


def bamboo_river(block: Block) -> None:
    """A raft on a bright river, a bamboo bridge, stems leaning in from both banks."""
    x: float
    y: float
    block.hatch(box(0, 0, 1600, 430), 0, 24, (1, 4), LIGHT, (200, 420))
    block.shape(oval((930, 190), 84, 84), PAPER, INK, 4)
    for ridge, tone, gap in (
        (
            smooth(
                [
                    (0, 330),
                    (260, 240),
                    (520, 300),
                    (760, 200),
                    (1040, 310),
                    (1320, 230),
                    (1600, 320),
                ]
            ),
            MIST,
            20,
        ),
        (
            smooth(
                [(0, 400), (300, 340), (600, 392), (940, 330), (1240, 390), (1600, 340)]
            ),
            LIGHT,
            15,
        ),
    ):
        block.shape([*ridge, (1600, 560), (0, 560)], tone, DARK, 2.4)
        block.hatch([*ridge, (1600, 500), (0, 500)], 63, gap, 2.6, DARK)
    crown(
        block,
        [
            (140, 430, 80),
            (260, 440, 70),
            (400, 446, 62),
            (520, 452, 44),
            (1090, 450, 46),
            (1200, 440, 64),
            (1330, 436, 72),
            (1480, 430, 84),
        ],
        DARK,
        PAPER,
        0.3,
    )
    bank = smooth(
        [
            (0, 448),
            (200, 470),
            (420, 452),
            (760, 474),
            (880, 472),
            (1180, 450),
            (1400, 472),
            (1600, 446),
        ]
    )
    block.shape([*bank, (1600, 1000), (0, 1000)], INK)
    river = [
        *smooth(
            [
                (760, 470),
                (690, 520),
                (640, 580),
                (560, 660),
                (520, 740),
                (360, 860),
                (180, 1010),
            ]
        ),
        *smooth(
            [
                (1420, 1010),
                (1240, 860),
                (1130, 760),
                (1080, 680),
                (980, 600),
                (900, 540),
                (880, 470),
            ]
        ),
    ]
    block.shape(river, PAPER, PAPER, 10)
    block.flecks(river, 150, 120, 6, DARK, 0, 3)
    block.flecks([(p[0], p[1]) for p in river if p[1] > 620], 100, 170, 8, INK, 0, 2)
    for x, y in ((602, 650), (1050, 704), (404, 872), (1196, 868)):
        for n in range(3):
            block.shape(
                oval((x + n * 34 - 30, y + n * 9), 34 - n * 4, 17), DARK, INK, 4
            )
            block.cut(
                (x + n * 34 - 50, y + n * 9 - 5),
                (x + n * 34 - 20, y + n * 9 - 9),
                6,
                PAPER,
            )
    for left, right, top in (
        (0, 640, 560),
        (0, 520, 680),
        (0, 330, 820),
        (960, 1600, 560),
        (1110, 1600, 690),
        (1290, 1600, 830),
    ):
        for _ in range(70):
            x, y = block.hand.uniform(left, right), top + block.hand.uniform(-50, 130)
            block.cut(
                (x, y),
                (x + block.hand.uniform(-16, 16), y - block.hand.uniform(20, 52)),
                5.4,
                LIGHT if block.hand.random() < 0.6 else PAPER,
            )

    deck = smooth([(470, 520), (640, 478), (820, 466), (1000, 478), (1170, 520)])
    for x, y, h, look, pose, way in (
        (636, 492, 146, Look(DARK, INK, "skirt", "veil", PAPER), STROLL, 1),
        (724, 482, 104, Look(PAPER, INK, "shorts"), STROLL, 1),
        (934, 486, 150, Look(PAPER, INK, "trousers", "hat", PAPER), CARRY, -1),
    ):
        who = person(block, (x, y), h, look, pose, way)
        if pose is CARRY:
            basket(block, between(who.far, who.near, 0.5), 34, "leaf")
    for n in range(0, len(deck), 4):
        x, y = deck[n]
        block.stroke([(x, y - 52), (x, y + 14)], PAPER, 9)
        block.stroke([(x, y - 52), (x, y + 14)], INK, 5)
    for lift, width in ((-50, 6), (-24, 4)):
        rail = [(x, y + lift) for x, y in deck]
        block.stroke(rail, PAPER, width + 5)
        block.stroke(rail, INK, width)
    block.stroke([(x, y + 8) for x, y in deck], PAPER, 24)
    block.stroke([(x, y + 8) for x, y in deck], INK, 16)
    for x, y in deck[1::1]:
        block.stroke([(x, y + 3), (x, y + 13)], PAPER, 2.4)
    for x, foot in ((664, 590), (968, 590)):
        for side in (-26, 26):
            block.stroke([(x + side * 0.3, 490), (x + side, foot)], PAPER, 13)
            block.stroke([(x + side * 0.3, 490), (x + side, foot)], INK, 8)
    for _ in range(30):
        x = 640 + 350 * block.hand.random()
        y = 604 + 60 * block.hand.random()
        block.cut((x, y), (x + 60, y), 6, DARK)

    boatman = person(
        block,
        (796, 792),
        260,
        Look(DARK, INK, "shorts", "hat", PAPER, "stripes"),
        POLE,
        1,
    )
    rider = person(
        block,
        (690, 796),
        180,
        Look(PAPER, INK, "skirt", "veil", LIGHT, "dots"),
        FLOOR,
        1,
    )
    basket(block, (rider.lap[0] - 92, 756), 70, "leaf")
    pole_top = (boatman.far[0] - 20, boatman.far[1] - 112)
    block.stroke([pole_top, (boatman.far[0] + 60, 880)], PAPER, 12)
    block.stroke([pole_top, (boatman.far[0] + 60, 880)], INK, 7)
    block.shape(oval(boatman.far, 9, 9), LIGHT, INK, 2.4)
    for n in range(6):
        y = 782 + n * 9
        beam(
            block,
            (560 - n * 5, y),
            (890 - n * 5, y + 2),
            11,
            (LIGHT, PAPER)[n % 2],
            INK,
        )
    for _ in range(26):
        x, y = 520 + 390 * block.hand.random(), 846 + 40 * block.hand.random()
        block.cut((x, y), (x + block.hand.uniform(50, 110), y), 8, INK)

    stems = [
        ([(150, 1010), (170, 640), (240, 300), (430, 40)], 30, LIGHT),
        ([(90, 1010), (96, 620), (130, 280), (290, -30)], 34, PAPER),
        ([(20, 1010), (20, 600), (10, 260), (60, -40)], 38, DARK),
        ([(220, 1010), (270, 700), (370, 400), (590, 130)], 26, PAPER),
        ([(1450, 1010), (1430, 640), (1370, 300), (1190, 40)], 30, LIGHT),
        ([(1510, 1010), (1508, 620), (1480, 280), (1330, -30)], 34, PAPER),
        ([(1584, 1010), (1584, 600), (1590, 260), (1540, -40)], 38, DARK),
        ([(1380, 1010), (1336, 720), (1250, 430), (1050, 150)], 26, PAPER),
    ]
    for spine, width, tone in stems:
        joints = culm(block, spine, width, tone)
        for number, joint in enumerate(joints[3:], 3):
            if joint[1] > 470 or (number % 2 and number < len(joints) - 3):
                continue
            way = 1 if joint[0] < 800 else -1
            for reach in (0, 1):
                tip = (joint[0] + way * (50 + 34 * reach), joint[1] - 26 + 42 * reach)
                block.stroke([joint, tip], INK, 4)
                leaves(block, tip, 92, INK, 6, 80 - 14 * way)
    for x, y in (
        (120, 560),
        (60, 700),
        (250, 640),
        (1480, 560),
        (1540, 700),
        (1350, 640),
    ):
        leaves(block, (x, y), 84, LIGHT, 6, 90, 60)
    grass(block, 0, 200, 1010, 120, LIGHT, 15)
    grass(block, 1410, 1600, 1010, 120, LIGHT, 15)


def instrument_repair(block: Block) -> None:
    """Pupils and a father mend a great drum on a school veranda, others tune."""

    def at(x: float, h: float, s: float) -> Point:
        return 1180 + x * s, 330 + (620 - h) * s

    wall, edge, near, far = -1250.0, 430.0, 1.2, 0.2
    # The yard beyond the posts.
    block.hatch(box(1100, 0, 1600, 400), 0, 22, (1.2, 3.2), LIGHT, (160, 380))
    ridge = smooth([(1100, 322), (1230, 270), (1370, 306), (1500, 250), (1600, 290)])
    block.shape([*ridge, (1600, 420), (1100, 420)], MIST, DARK, 2)
    block.hatch([*ridge, (1600, 420), (1100, 420)], 64, 18, 2, LIGHT)
    crown(block, [(1450, 330, 60), (1540, 310, 76), (1370, 352, 40)], DARK, PAPER, 0.4)
    palm(block, (1318, 400), 190, 26, DARK)
    block.shape(box(1100, 392, 1600, 424), PAPER, INK, 3)
    block.hatch(box(1100, 398, 1600, 420), 90, 24, 4, DARK, (18, 24))
    block.shape(box(1100, 424, 1600, 1000), PAPER)
    block.flecks(box(1200, 440, 1600, 1000), 90, 90, 5, LIGHT, 0, 3)

    # Ceiling, wall, end wall and floor, drawn towards one point.
    ceiling = [
        at(wall, 1000, near),
        at(wall, 1000, far),
        at(edge, 1000, far),
        at(edge, 1000, near),
        (1700, -60),
    ]
    block.shape(ceiling, INK)
    for n in range(12):
        across = wall + (edge - wall) * (n + 0.5) / 12
        block.cut(at(across, 1000, far), at(across, 1000, 1.6), 10, LIGHT)
    for step in range(9):
        s = 1 / (1.3 + 0.4 * step)
        block.stroke([at(wall, 985, s), at(edge, 985, s)], INK, 24 * s)
        block.cut(at(wall, 975, s), at(edge, 975, s), 9 * s, PAPER)
    side = [
        at(wall, 1000, near),
        at(wall, 1000, far),
        at(wall, 0, far),
        at(wall, 0, near),
    ]
    block.shape(side, DARK, INK, 4)
    for n in range(10):
        h = 330 + 70 * n
        block.cut(at(wall, h, far), at(wall, h, 1.5), 6, LIGHT)
    skirting = [
        at(wall, 290, near),
        at(wall, 290, far),
        at(wall, 0, far),
        at(wall, 0, near),
    ]
    block.shape(skirting, INK, PAPER, 3)
    end = [at(wall, 1000, far), at(edge, 1000, far), at(edge, 0, far), at(wall, 0, far)]
    block.shape(end, MIST, INK, 4)
    block.shape(
        [at(-1130, 0, far), at(-1130, 600, far), at(-740, 600, far), at(-740, 0, far)],
        PAPER,
        INK,
        4,
    )
    floor = [at(wall, 0, near), at(wall, 0, far), at(edge, 0, far), at(edge, 0, near)]
    block.shape(floor, DARK, INK, 4)
    with block.inside(floor):
        for n in range(9):
            back, front = 1 / (1.02 + 0.65 * n), 1 / (0.62 + 0.65 * n)
            block.shape(
                [
                    at(edge, 0, 1 / (1.1 + 0.65 * n - 0.09)),
                    at(edge, 0, 1 / (1.1 + 0.65 * n - 0.55)),
                    at(edge - 560, 0, front),
                    at(edge - 560, 0, back),
                ],
                PAPER,
                rough=1.5,
            )
    for n in range(15):
        across = wall + (edge - wall) * n / 14
        block.cut(at(across, 0, far), at(across, 0, 1.5), 4.5, INK)
    for step in range(15):
        s = 1 / (0.85 + 0.25 * step)
        block.stroke([at(wall, 0, s), at(edge, 0, s)], INK, 3.4 * s)
    block.flecks(
        [at(wall, 0, 1.1), at(wall, 0, 0.4), at(-200, 0, 0.4), at(-200, 0, 1.1)],
        110,
        90,
        5,
        LIGHT,
        0,
        3,
    )

    # The storeroom's door and a window, in the wall.
    _storeroom(block, at, wall)
    pane = [
        at(wall, 640, 1.06),
        at(wall, 640, 0.73),
        at(wall, 330, 0.73),
        at(wall, 330, 1.06),
    ]
    block.shape(pane, INK, PAPER, 8)
    for n in range(9):
        h = 345 + 33 * n
        block.shape(
            [
                at(wall, h, 1.06),
                at(wall, h, 0.74),
                at(wall, h + 17, 0.74),
                at(wall, h + 17, 1.06),
            ],
            LIGHT,
        )
    for step in range(5, -1, -1):
        s = 1 / (1.1 + 0.65 * step)
        post = [
            at(edge - 26, 1000, s),
            at(edge + 26, 1000, s),
            at(edge + 26, 0, s),
            at(edge - 26, 0, s),
        ]
        block.shape(post, INK, PAPER, 5 * s + 1)
        block.cut(at(edge + 12, 960, s), at(edge + 12, 30, s), 12 * s, PAPER)
        block.shape(
            [
                at(edge - 44, 90, s),
                at(edge + 44, 90, s),
                at(edge + 44, 0, s),
                at(edge - 44, 0, s),
            ],
            LIGHT,
            INK,
            4 * s + 1,
        )

    # Two carry a gong out of the door.
    porters = [
        person(block, (px, py), h, look, pose, 1)
        for px, py, h, look, pose in (
            (
                712,
                568,
                146,
                Look(PAPER, INK, "shorts", "hair"),
                Pose(
                    lean=2,
                    far_arm=(60, 150),
                    near_arm=(-18, -4),
                    far_leg=(-14, -24),
                    near_leg=(17, 8),
                    turn=0.4,
                ),
            ),
            (
                846,
                562,
                146,
                Look(PAPER, DARK, "skirt", "veil", PAPER),
                Pose(
                    lean=2,
                    far_arm=(60, 150),
                    near_arm=(-18, -4),
                    far_leg=(-12, -20),
                    near_leg=(15, 6),
                    turn=0.4,
                ),
            ),
        )
    ]
    pole = [
        (porters[0].far[0] - 26, porters[0].far[1]),
        (porters[1].far[0] + 26, porters[1].far[1]),
    ]
    middle = between(pole[0], pole[1], 0.5)
    block.stroke(pole, PAPER, 11)
    block.stroke(pole, INK, 6)
    gong = (middle[0], middle[1] + 38)
    block.stroke([middle, gong], INK, 4)
    block.shape(oval(gong, 28, 28), LIGHT, PAPER, 9, rough=0)
    block.shape(oval(gong, 28, 28), LIGHT, INK, 4, rough=0)
    block.shape(oval(gong, 9, 9), PAPER, INK, 3, rough=0)

    # The rack and its tuner.
    _angklung_rack(block, 1036, 1292, 396, 640)
    tuner = person(
        block,
        (1366, 646),
        268,
        Look(INK, DARK, "skirt", "veil", PAPER, "dots"),
        Pose(lean=5, nod=10, far_arm=(70, 96), near_arm=(40, 92), turn=0.45),
        -1,
    )
    block.shape(oval(tuner.far, 8, 7), LIGHT, INK, 2)

    # The drum and those who tighten its skin.
    shade = oval((770, 880), 350, 40)
    block.shape(shade, INK)
    block.flecks(shade, 30, 80, 5, DARK, 0, 3)
    _great_drum(block, (750, 708), 148)
    girl = person(
        block,
        (500, 886),
        400,
        Look(LIGHT, INK, "skirt", "tail", weave="dots"),
        Pose(
            lean=12,
            nod=4,
            far_arm=(84, 116),
            near_arm=(60, 88),
            far_leg=(92, 2),
            near_leg=(12, -88),
            turn=0.35,
        ),
        1,
    )
    grip, tip = girl.far, (girl.far[0] + 34, girl.far[1] - 62)
    for tone, wider in ((PAPER, 8), (INK, 0)):
        block.stroke([(grip[0] - 8, grip[1] + 16), tip], tone, 9 + wider)
        block.stroke(
            [(tip[0] - 20, tip[1] - 9), (tip[0] + 20, tip[1] + 9)], tone, 24 + wider
        )
    block.shape(oval((grip[0] + 3, grip[1]), 13, 12), LIGHT, INK, 3)
    person(
        block,
        (1058, 892),
        440,
        Look(PAPER, INK, "trousers", "cap", DARK, "shade"),
        Pose(
            lean=12,
            nod=8,
            far_arm=(46, 100),
            near_arm=(30, 88),
            far_leg=(92, 2),
            near_leg=(12, -88),
            turn=0.35,
        ),
        -1,
    )

    # In front: a guitar gets strings, loose bars are tied.
    _guitarist(block, (222, 950))
    _bars_tied(block, (1346, 962))


def _storeroom(
    block: Block, at: Callable[[float, float, float], Point], wall: float
) -> None:
    """A dark door in the wall, with shelves of instruments behind it."""
    left, right = 0.6, 0.45
    hole = [
        at(wall, 600, left),
        at(wall, 600, right),
        at(wall, 0, right),
        at(wall, 0, left),
    ]
    block.shape(hole, INK, PAPER, 9)
    with block.inside(hole):
        for h in (170, 330, 480):
            block.stroke([at(wall, h, left), at(wall, h, right)], LIGHT, 6)
        for h, s, r in ((225, 0.56, 50), (222, 0.5, 46), (385, 0.53, 54)):
            block.shape(oval(at(wall, h, s), r * s, r * s), PAPER, LIGHT, 4)
        for n in range(5):
            s = 0.585 - 0.018 * n
            block.stroke([at(wall, 490, s), at(wall, 560 - 12 * n, s)], PAPER, 6)


def _angklung_rack(
    block: Block, left: float, right: float, top: float, foot: float
) -> None:
    """Bamboo rattles, largest first, hang from a rack of two posts."""
    for x in (left, right):
        beam(block, (x, top - 10), (x, foot - 6), 13, PAPER, INK)
        beam(block, (x - 28, foot - 6), (x + 28, foot - 6), 13, PAPER, INK)
    x = left + 48
    for n, wide in enumerate((66, 58, 50, 42)):
        tall = (foot - top) * (0.84 - 0.13 * n)
        y = top + 6
        for tone, thick in ((PAPER, 8), (INK, 4)):
            for at in (-0.5, 0.5):
                block.stroke(
                    [(x + at * wide, y), (x + at * wide, y + tall)], tone, thick
                )
        for at, rise, r in ((-0.21, 0.1, 0.17), (0.24, 0.4, 0.15)):
            middle, half = x + at * wide, r * wide
            low, mouth = y + tall * 0.95, y + tall * (rise + 0.28)
            block.shape(
                [
                    (middle - half, low),
                    (middle - half, mouth),
                    (middle + half * 0.1, mouth - 5),
                    (middle + half * 0.1, y + tall * rise),
                    (middle + half, y + tall * rise),
                    (middle + half, low),
                ],
                PAPER,
                INK,
                3,
                rough=0,
            )
            block.cut((middle, mouth + 8), (middle, low - 4), 5, DARK)
        block.shape(
            box(x - wide * 0.56, y + tall * 0.93, x + wide * 0.56, y + tall * 1.04),
            LIGHT,
            INK,
            3,
        )
        x += wide * 0.98 + 7
    beam(block, (left - 16, top), (right + 16, top), 16, LIGHT, INK)


def _great_drum(block: Block, middle: Point, r: float) -> None:
    """A drum in a cradle, its skin towards us, its body running back to the right."""
    x, y = middle
    back = (x + r * 0.5, y - r * 0.34)
    for side in (-1, 1):
        beam(
            block,
            (x - side * r * 0.2, y + r * 0.9),
            (x + side * r, y + r * 1.18),
            28,
            LIGHT,
            INK,
        )
    for tone, rim in ((PAPER, 7), (INK, 0)):
        for step in range(13):
            share = step / 12
            reach = r * (1.04 - 0.12 * share) + rim
            block.shape(oval(between(middle, back, share), reach, reach), tone, rough=0)
    for n in range(15):
        turn = radians(-150 + 14 * n)
        block.cut(
            (x + r * cos(turn), y + r * sin(turn)),
            (back[0] + r * 0.9 * cos(turn), back[1] + r * 0.9 * sin(turn)),
            7,
            LIGHT,
        )
    block.shape(oval(middle, r * 1.06, r * 1.06), PAPER, INK, 4, rough=0)
    block.shape(oval(middle, r * 1.02, r * 1.02), LIGHT, INK, 5, rough=0)
    block.shape(oval(middle, r * 0.86, r * 0.86), PAPER, INK, 5, rough=0)
    for n in range(24):
        turn = 2 * pi * n / 24
        peg = (x + r * 0.94 * cos(turn), y + r * 0.94 * sin(turn))
        block.shape(oval(peg, r * 0.042, r * 0.042), INK, rough=0)
    for ring, start, stop in ((0.78, 20, 110), (0.7, 30, 100), (0.62, 45, 90)):
        block.shape(bow(middle, r * ring, 5, start, stop), LIGHT, rough=0)
    for ring, start, stop in ((0.78, 200, 260), (0.5, 210, 250)):
        block.shape(bow(middle, r * ring, 3, start, stop), LIGHT, rough=0)
    block.shape(oval(middle, r * 0.27, r * 0.27), MIST, LIGHT, 3, rough=0)


def _card(block: Block, at: Point, long: float) -> None:
    """A borrower's card on a string."""
    x, y = at
    block.stroke([(x, y), (x + long * 0.1, y + long * 0.8)], INK, 3)
    card = [
        (x - long * 0.55, y + long * 0.8),
        (x + long * 0.65, y + long * 0.7),
        (x + long * 0.75, y + long * 2.1),
        (x - long * 0.45, y + long * 2.2),
    ]
    block.shape(card, PAPER, INK, 3)
    for row in range(3):
        h = y + long * (1.15 + 0.3 * row)
        block.stroke(
            [(x - long * 0.25, h), (x + long * (0.45 - 0.15 * row), h)], INK, 3
        )


def _guitarist(block: Block, foot: Point) -> None:
    """A boy on the floor winds a string onto the guitar in his lap."""
    x, y = foot
    boy = person(
        block,
        foot,
        450,
        Look(PAPER, LIGHT, "trousers", "hair"),
        Pose(
            nod=16,
            far_arm=(30, 150),
            near_arm=(-26, 40),
            far_leg=(74, -78),
            near_leg=(-74, 80),
            turn=0.85,
        ),
        1,
    )
    body = (x - 60, y - 96)
    head = between(body, boy.far, 1.12)
    tip = between(body, boy.far, 1.36)
    guitar = [
        smooth(
            [
                (body[0] - 96, body[1] + 6),
                (body[0] - 66, body[1] - 64),
                (body[0] - 4, body[1] - 58),
                (body[0] + 32, body[1] - 66),
                (body[0] + 74, body[1] - 40),
                (body[0] + 68, body[1] + 14),
                (body[0] + 36, body[1] + 30),
                (body[0] + 8, body[1] + 66),
                (body[0] - 58, body[1] + 80),
            ],
            closed=True,
        ),
        limb((body[0] + 50, body[1] - 24), head, 13, 11),
        limb(head, tip, 18, 15),
    ]
    for part in guitar:
        block.shape(part, PAPER, PAPER, 12, rough=0)
    for part, tone in zip(guitar, (LIGHT, INK, DARK), strict=True):
        block.shape(part, tone, INK, 5, rough=0)
    block.shape(oval((body[0] + 12, body[1] - 14), 25, 25), INK, PAPER, 4, rough=0)
    for off in (-5, 0, 5):
        block.stroke(
            [(body[0] - 40, body[1] + 6 + off), (head[0], head[1] + off)],
            PAPER,
            1.8,
        )
    block.stroke([(body[0] - 46, body[1] - 14), (body[0] - 36, body[1] + 26)], INK, 9)
    block.stroke(
        smooth([tip, (tip[0] + 30, tip[1] - 46), (tip[0] + 4, tip[1] - 78)]),
        PAPER,
        3,
    )
    for hand in (boy.far, boy.near):
        block.shape(oval(hand, 19, 15), LIGHT, INK, 3, rough=0)
    _card(block, (tip[0] - 4, tip[1] + 12), 32)


def _bars_tied(block: Block, foot: Point) -> None:
    """A girl on the floor ties the bars of a wooden chime to their frame."""
    x, y = foot
    girl = person(
        block, (x, y - 20), 400, Look(DARK, INK, "trousers", "veil", PAPER), STRIKE, -1
    )
    bed = [(x - 210, y - 84), (x + 190, y - 70), (x + 176, y + 14), (x - 190, y + 14)]
    block.shape(bed, INK, PAPER, 8)
    block.flecks(box(x - 180, y - 40, x + 170, y + 8), 34, 30, 5, LIGHT, 35, 10)
    for n in range(9):
        left = x - 200 + 42 * n
        rise = 46 - 3 * n
        bar = [
            (left, y - 66 - rise),
            (left + 34, y - 66 - rise),
            (left + 34, y - 46 + rise * 0.5),
            (left, y - 46 + rise * 0.5),
        ]
        if n == 6:  # the loose one
            bar = [(px + (py - y) * 0.2 + 18, py - 10) for px, py in bar]
        block.shape(bar, PAPER if n % 2 else LIGHT, INK, 3.6)
        for share in (0.22, 0.78):
            knot = between(
                between(bar[0], bar[3], share), between(bar[1], bar[2], share), 0.5
            )
            block.shape(oval(knot, 4.4, 4.4), INK, rough=0)
    for hand in (girl.far, girl.near):
        block.shape(oval(hand, 17, 13), LIGHT, INK, 3, rough=0)
    _card(block, (x - 196, y - 40), 24)


def office_mark(block: Block) -> None:
    """A slit drum of bamboo, whose call goes out to both sides."""
    block.shape(oval((256, 256), 250, 250), INK, rough=0)
    block.shape(oval((256, 256), 232, 232), PAPER, rough=0)
    block.shape(oval((256, 256), 221, 221), INK, rough=0)
    drum = smooth(
        [
            (206, 128),
            (226, 106),
            (286, 106),
            (306, 128),
            (312, 256),
            (306, 384),
            (286, 406),
            (226, 406),
            (206, 384),
            (200, 256),
        ],
        closed=True,
    )
    block.shape(drum, PAPER, rough=0)
    block.shape(limb((256, 172), (256, 340), 17, 17), INK, rough=0)
    for y in (140, 372):
        block.stroke([(200, y), (312, y)], INK, 10)
    for r in (112, 166):
        for way in (-38, 142):
            block.shape(bow((256, 256), r, 26, way, way + 76), PAPER, rough=0)
