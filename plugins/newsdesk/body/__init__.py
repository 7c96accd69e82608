"""Paragraphs to safe HTML: the body of a release or a page, set for reading.

Pure: text and values in, values out. No files, no clock, no settings, no Pelican.
"""

from newsdesk.body.copy import Copy, Keep
from newsdesk.body.markdown import anchor
from newsdesk.body.pictures import Photo, Picture, Variant, read_pictures
from newsdesk.body.typeset import (
    Body,
    House,
    Notation,
    anchors,
    dateline_parts,
    pictures_of,
    proof,
    typeset,
    with_photos,
)

__all__ = [
    "Body",
    "Copy",
    "House",
    "Keep",
    "Notation",
    "Photo",
    "Picture",
    "Variant",
    "anchor",
    "anchors",
    "dateline_parts",
    "pictures_of",
    "proof",
    "read_pictures",
    "typeset",
    "with_photos",
]
