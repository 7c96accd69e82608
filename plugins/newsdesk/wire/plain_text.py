"""Writes a release as plain text, to be pasted into an editor or a chat."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from newsdesk.wire.item import NewsItem, Publisher
from newsdesk.wire.notice import SAMPLE


@dataclass(frozen=True, slots=True)
class _Words:
    """The labels of one language."""

    number: str
    contact: str
    link: str
    terms: str


# This room has no catalogue: the text leaves the site, so its few labels are part of
# the format, like the property names of the other outputs.
_WORDS: Mapping[str, _Words] = MappingProxyType(
    {
        "id": _Words("Nomor", "Narahubung", "Tautan", "Ketentuan"),
        "en": _Words("Number", "Press contact", "Link", "Terms"),
    }
)


def plain_text(item: NewsItem, publisher: Publisher, published: str) -> str:
    """The text of `rilis.txt`, in the language of the release, ending with a newline.

    Blocks parted by a blank line: the sample notice in capitals where it applies;
    office; headline; date with place, and number; the body as it is in the item, with
    dateline and sign-off, not wrapped; press contact; permalink; terms. What is missing
    leaves no line. `published` is the date as readers see it, already in words. Line
    ends are LF.

    Raises:
        KeyError: when the language is neither `id` nor `en`.
    """
    words = _WORDS[item.lang]
    place = item.located.name if item.located else ""
    contact = (item.contact_name, item.contact_role)
    blocks = [
        [SAMPLE[item.lang].upper() if publisher.sample else ""],
        [publisher.name],
        [item.headline],
        [
            " – ".join(filter(None, (published, place))),
            _line(words.number, item.number),
        ],
        [item.body_text.strip()],
        [
            _line(words.contact, ", ".join(filter(None, contact))),
            item.contact_phone,
            item.contact_email,
        ],
        [_line(words.link, item.url), _line(words.terms, publisher.terms)],
    ]
    paragraphs = ("\n".join(filter(None, lines)) for lines in blocks)
    text = "\n\n".join(filter(None, paragraphs)) + "\n"
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""
