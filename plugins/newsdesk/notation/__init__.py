"""How a press release is written. Text in, values out.

Knows header, paragraphs, dateline, sign-off and event date. Knows no file, no clock, no
setting and no office: what an office knows comes in as `Known`.
"""

from .model import Known, Release
from .record import record
from .release import Piece, PieceKind, parse_release, pieces, render
from .words import fold

__all__ = [
    "Known",
    "Piece",
    "PieceKind",
    "Release",
    "fold",
    "parse_release",
    "pieces",
    "record",
    "render",
]
