"""Says of a site that is not public or not official that it is so."""

from collections.abc import Mapping
from types import MappingProxyType

SAMPLE: Mapping[str, str] = MappingProxyType(
    {
        "id": "Contoh – bukan siaran resmi",
        "en": "Sample – not an official release",
    }
)
"""The notice of a sample site, which has nothing official, by language."""

PRIVATE = "privat.txt"
"""Path of the file by which a private preview is known, to people and to scripts."""

PRIVATE_TEXT = (
    "Pratinjau privat: memuat naskah yang ditahan. Jangan disebarkan.\n"
    "Private preview: it has text that is held. Do not pass it on.\n"
)


def with_notice(text: str, lang: str, *, sample: bool) -> str:
    """The text, opened by the notice in `lang` when the site is a sample.

    An empty text comes back as the notice alone.

    Raises:
        KeyError: when the site is a sample and `lang` is neither `id` nor `en`.

    >>> with_notice("Kabar kota.", "id", sample=True)
    'Contoh – bukan siaran resmi. Kabar kota.'
    >>> with_notice("Kabar kota.", "id", sample=False)
    'Kabar kota.'
    """
    if not sample:
        return text
    return f"{SAMPLE[lang]}. {text}" if text else SAMPLE[lang]
