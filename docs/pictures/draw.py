"""Draws the pictures of the sample content, in the manner of linocuts.

    python docs/pictures/draw.py

writes every picture; parts of names as arguments draw those only. Pillow is all it
needs. The same bytes come out of every run, so a changed picture shows in `git status`.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import city
import small
from block import Block

Pictures = dict[str, tuple[tuple[int, int], Callable[[Block], None]]]

_WIDE, _SMALL, _MARK = (1600, 1000), (640, 400), (256, 256)

CITY: Pictures = {
    "content/images/2021/perpustakaan-keliling.png": (_WIDE, city.mobile_library),
    "content/images/2022/gamelan-ditala.png": (_WIDE, city.gamelan),
    "content/images/2023/kampung-warna.png": (_WIDE, city.hillside),
    "content/images/2024/bengkel-sepeda.png": (_WIDE, city.bicycle_workshop),
    "content/images/2025/halte-hujan.png": (_WIDE, city.rainy_shelter),
    "content/images/2026/pasar-wringin.png": (_WIDE, city.morning_market),
    "content/images/2026/kali-bambu.png": (_WIDE, city.bamboo_river),
    "content/images/2026/alat-musik.png": (_WIDE, city.instrument_repair),
    "content/images/tanda-kantor.png": ((512, 512), city.office_mark),
}
SECOND_CITY: Pictures = {
    "tests/kota-kedua/images/2026/dermaga.png": (_SMALL, small.jetty),
    "tests/kota-kedua/images/tanda.png": (_MARK, small.footprint_mark),
}
GOLDEN_SITE: Pictures = {
    "tests/content/images/2026/pasar-1.png": (_SMALL, small.stall_front),
    "tests/content/images/2026/pasar-2.png": (_SMALL, small.weighing),
    "tests/content/images/2026/taman.png": (_SMALL, small.town_park),
    "tests/content/images/tanda.png": (_MARK, small.banyan_mark),
}


def main(names: list[str]) -> int:
    """Draw the named pictures, or all, and print each path with its size in bytes."""
    root = Path(__file__).resolve().parents[2]
    for path, (size, picture) in (CITY | SECOND_CITY | GOLDEN_SITE).items():
        if names and not any(name in path for name in names):
            continue
        block = Block(*size, seed=path)
        picture(block)
        block.print(root / path)
        sys.stdout.write(f"{(root / path).stat().st_size:>8} {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
