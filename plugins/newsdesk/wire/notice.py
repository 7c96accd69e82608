"""Says that nothing on a sample site is official. Knows the words, not the places."""

from collections.abc import Mapping
from types import MappingProxyType

SAMPLE: Mapping[str, str] = MappingProxyType(
    {
        "id": "Contoh – bukan siaran resmi",
        "en": "Sample – not an official release",
    }
)
"""The notice by language."""


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
