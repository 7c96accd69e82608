"""Small pictures for the second city and for the golden site."""

from itertools import pairwise

from block import DARK, INK, LIGHT, MIST, PAPER, Block, between, box, limb, oval, smooth
from figure import CARRY, CHAIR, POLE, REACH, SHOW, Look, person
from things import basket, beam, book, crown, trunk


def jetty(block: Block) -> None:
    """A wooden landing stage with an outrigger, hills across the bay."""
    x: float
    y: float
    block.hatch(box(0, 0, 640, 170), 0, 14, (0.6, 2), LIGHT, (80, 180))
    block.rays((470, 120), 50, 330, 34, 4, LIGHT, 170, 370)
    block.shape(oval((470, 120), 38, 38), PAPER, INK, 2.4)
    hills = smooth(
        [
            (0, 130),
            (110, 84),
            (230, 140),
            (330, 112),
            (450, 158),
            (560, 136),
            (640, 160),
        ]
    )
    block.shape([*hills, (640, 190), (0, 190)], DARK, INK, 2)
    block.hatch([*hills, (640, 190), (0, 190)], 62, 8, (2.4, 1), PAPER, (20, 60))
    block.shape(box(0, 182, 640, 400), INK)
    block.hatch(box(0, 186, 640, 400), 0, 9, (1.4, 4), PAPER, (24, 90))
    block.flecks(
        [(400, 186), (540, 186), (600, 400), (360, 400)], 46, 60, 4, PAPER, 0, 2
    )
    hull = smooth(
        [(360, 246), (392, 286), (540, 288), (602, 238), (548, 262), (404, 264)],
        closed=True,
        pieces=5,
    )
    for x in (420, 520):
        block.stroke([(x, 262), (x - 20, 312)], PAPER, 6)
        block.stroke([(x, 262), (x - 20, 312)], INK, 3)
    beam(block, (372, 316), (560, 312), 9, PAPER, INK)
    rower = person(
        block, (478, 272), 116, Look(PAPER, INK, "shorts", "hat", LIGHT), POLE, -1
    )
    block.stroke(
        [(rower.far[0] + 16, rower.far[1] - 60), (rower.far[0] - 26, 306)], PAPER, 4
    )
    block.shape(hull, INK, PAPER, 3)
    deck = [(-10, 330), (-10, 262), (300, 208), (330, 222)]
    for share in (0.08, 0.34, 0.6, 0.86):
        x, y = between((-10, 330), (330, 222), share)
        block.stroke([(x, y), (x, y + 96 - 50 * share)], PAPER, 13 - 6 * share)
        block.stroke([(x, y), (x, y + 96 - 50 * share)], INK, 9 - 4 * share)
    block.shape(deck, PAPER, INK, 3)
    for n in range(1, 18):
        block.stroke(
            [
                between((-10, 262), (300, 208), n / 18),
                between((-10, 330), (330, 222), n / 18),
            ],
            INK,
            1.8,
        )
    block.stroke([(-10, 332), (330, 224)], INK, 7)
    carrier = person(
        block, (92, 302), 168, Look(DARK, INK, "skirt", "bun", border=True), CARRY, 1
    )
    basket(block, between(carrier.far, carrier.near, 0.5), 50)
    person(block, (212, 256), 124, Look(PAPER, INK, "trousers", "cap", DARK), SHOW, -1)


def footprint_mark(block: Block) -> None:
    """The three-toed print of a cassowary over two waves."""
    block.shape(oval((128, 128), 124, 124), INK, rough=0)
    for tip, wide in (((128, 34), 15), ((72, 62), 13), ((184, 62), 13)):
        block.shape(limb((128, 140), tip, wide, wide * 0.62), PAPER, rough=0)
    for y in (168, 198):
        half = 74 if y == 168 else 52
        wave = smooth(
            [
                (128 + half * t, y + (9 if n % 2 else -9))
                for n, t in enumerate((-1, -0.6, -0.2, 0.2, 0.6, 1))
            ]
        )
        for a, b in pairwise(wave):
            block.stroke([a, b], PAPER, 12)


def stall_front(block: Block) -> None:
    """A market woman behind her table, one buyer before it."""
    block.shape(box(0, 0, 640, 400), MIST)
    block.hatch(box(0, 0, 640, 240), 0, 12, (3, 1), LIGHT, (60, 150))
    block.shape(box(90, 70, 560, 300), INK)
    for n in range(5):
        block.stroke([(150 + 90 * n, 70), (150 + 90 * n, 112)], LIGHT, 2)
        block.shape(oval((150 + 90 * n, 122), 8, 10), PAPER, rough=0)
    person(
        block,
        (300, 330),
        230,
        Look(PAPER, INK, "skirt", "veil", LIGHT, "dots"),
        SHOW,
        1,
    )
    for n in range(5):
        for row, count in enumerate((4, 3, 2)):
            for k in range(count):
                x = 142 + n * 88 + (k - (count - 1) / 2) * 19
                block.shape(
                    oval((x, 240 - row * 15), 11, 11),
                    (PAPER, LIGHT, DARK)[(n + row + k) % 3],
                    INK,
                    1.8,
                    rough=0.2,
                )
    table = box(84, 252, 568, 352)
    block.shape(table, PAPER, INK, 3)
    block.hatch(table, 90, 15, 4, INK, (40, 90))
    block.shape(box(76, 244, 576, 260), LIGHT, INK, 2.4)
    for n in range(8):
        left = 62 + n * 66
        block.shape(
            [
                (left + 12, 18),
                (left + 70, 18),
                (left + 62, 82),
                *smooth([(left + 62, 82), (left + 30, 104), (left, 82)], pieces=5),
            ],
            INK if n % 2 else PAPER,
            INK,
            2.4,
        )
    block.flecks(box(0, 352, 640, 400), 50, 50, 3, DARK, 0, 3)
    buyer = person(
        block, (508, 386), 250, Look(DARK, INK, "skirt", "bun", border=True), CARRY, -1
    )
    basket(block, between(buyer.far, buyer.near, 0.5), 66, "leaf")


def weighing(block: Block) -> None:
    """A hanging scale between two baskets."""
    block.shape(box(0, 0, 640, 400), INK)
    block.hatch(box(0, 0, 640, 300), 40, 16, (0.6, 3), DARK, (40, 110))
    block.shape(box(0, 300, 640, 400), PAPER, INK, 3)
    block.flecks(box(0, 306, 640, 400), 60, 60, 3, LIGHT, 0, 3)
    block.stroke([(320, 0), (320, 76)], PAPER, 5)
    block.shape(oval((320, 90), 22, 22), PAPER, INK, 3, rough=0)
    block.stroke([(320, 90), (328, 76)], INK, 3)
    block.stroke([(168, 132), (472, 104)], PAPER, 12)
    block.shape(oval((320, 118), 10, 10), PAPER, INK, 3, rough=0)
    for x, y, fruit in ((168, 132, True), (472, 104, False)):
        for side in (-1, 0, 1):
            block.stroke([(x, y), (x + side * 62, y + 104)], PAPER, 2.4)
        if fruit:
            for row, count in enumerate((5, 4, 2)):
                for k in range(count):
                    block.shape(
                        oval(
                            (x + (k - (count - 1) / 2) * 22, y + 96 - row * 17), 13, 13
                        ),
                        (PAPER, LIGHT, DARK)[(row + k) % 3],
                        INK,
                        2,
                        rough=0.2,
                    )
        else:
            for k, tall in enumerate((40, 56, 34)):
                block.shape(
                    box(x - 44 + k * 32, y + 104 - tall, x - 18 + k * 32, y + 104),
                    LIGHT,
                    INK,
                    2.4,
                )
        block.shape(
            [
                (x - 74, y + 104),
                (x + 74, y + 104),
                *smooth(
                    [
                        (x + 74, y + 104),
                        (x + 44, y + 132),
                        (x, y + 140),
                        (x - 44, y + 132),
                        (x - 74, y + 104),
                    ]
                ),
            ],
            PAPER,
            INK,
            3,
        )
        block.flecks(box(x - 50, y + 110, x + 50, y + 130), 12, 26, 3, DARK, 0, 3)
    basket(block, (110, 330), 130)
    basket(block, (540, 336), 130, "leaf")


def town_park(block: Block) -> None:
    """Two people on a bench under a tree, a child with a kite."""
    block.hatch(box(0, 0, 640, 250), 0, 13, (0.6, 2), LIGHT, (80, 170))
    block.shape(
        [
            *smooth([(0, 210), (160, 176), (330, 206), (500, 170), (640, 200)]),
            (640, 280),
            (0, 280),
        ],
        LIGHT,
        DARK,
        2,
    )
    block.hatch(
        [
            (0, 212),
            (160, 178),
            (330, 208),
            (500, 172),
            (640, 202),
            (640, 262),
            (0, 262),
        ],
        64,
        11,
        1.6,
        DARK,
        (30, 60),
    )
    block.shape(box(0, 262, 640, 400), PAPER, INK, 2.4)
    block.flecks(box(0, 270, 640, 400), 110, 50, 3.4, LIGHT, 0, 3)
    shade = oval((220, 334), 200, 38)
    block.shape(shade, LIGHT)
    block.hatch(shade, 2, 7, 2.6, DARK, (30, 90))
    trunk(block, (196, 312), (186, 110), 26, 18)
    crown(
        block,
        [
            (70, 70, 70),
            (160, 40, 86),
            (260, 50, 78),
            (120, 110, 60),
            (250, 110, 56),
            (320, 90, 44),
        ],
        light=0.6,
    )
    block.shape(box(236, 300, 412, 312), INK, PAPER, 2)
    for x in (252, 398):
        block.stroke([(x, 306), (x, 344)], INK, 7)
    person(block, (276, 344), 140, Look(PAPER, INK, "skirt", "veil", LIGHT), CHAIR, 1)
    reader = person(
        block, (388, 344), 146, Look(DARK, INK, "trousers", "peci"), CHAIR, -1
    )
    book(block, (reader.far[0], reader.far[1]), 20)
    child = person(block, (520, 362), 112, Look(PAPER, INK, "shorts"), REACH, 1)
    block.stroke(smooth([child.far, (556, 190), (582, 90)]), INK, 1.6)
    block.shape([(582, 40), (612, 84), (578, 126), (556, 74)], DARK, INK, 2.4)
    block.stroke([(582, 40), (578, 126)], PAPER, 2)
    block.stroke([(612, 84), (556, 74)], PAPER, 2)
    for n in range(3):
        block.cut((576 + n * 5, 134 + n * 12), (590 + n * 5, 142 + n * 12), 6, INK)


def banyan_mark(block: Block) -> None:
    """A banyan: round crown, hanging roots."""
    block.shape(oval((128, 128), 124, 124), INK, rough=0)
    for x, y, r in ((128, 78, 42), (82, 104, 38), (174, 104, 38), (128, 110, 44)):
        block.shape(oval((x, y), r, r), PAPER, rough=0)
    block.shape(
        [(112, 130), (144, 130), (150, 206), (182, 218), (74, 218), (106, 206)],
        PAPER,
        rough=0,
    )
    for x, foot in ((66, 172), (88, 190), (168, 190), (190, 172)):
        block.stroke([(x, 126), (x, foot)], PAPER, 9)
