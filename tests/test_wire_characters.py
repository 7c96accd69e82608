"""Characters that XML cannot hold, and the notice of a sample site."""

from xml.etree import ElementTree

import pytest
from newsdesk.wire.characters import xml_text
from newsdesk.wire.notice import with_notice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Refused by XML 1.0.
        ("a\x00b", "a b"),
        ("a\x0bb", "a b"),
        ("a\x0cb", "a b"),
        ("a\x1fb", "a b"),
        ("a\ud800b", "a b"),
        ("a\ufffeb", "a b"),
        ("a\uffffb", "a b"),
        # Allowed, however odd.
        ("a\tb\nc\rd", "a\tb\nc\rd"),
        ("a\x7fb\x85c", "a\x7fb\x85c"),
        ("a\ue000b\ufffdc", "a\ue000b\ufffdc"),
        ("\U0001f3ad\U0010ffff", "\U0001f3ad\U0010ffff"),
        ('A < B & "C" ]]>', 'A < B & "C" ]]>'),
        ("", ""),
    ],
    ids=ascii,
)
def test_xml_text_replaces_only_what_xml_cannot_hold(text: str, expected: str) -> None:
    assert expected == xml_text(text)


def test_xml_text_of_every_basic_character_is_well_formed() -> None:
    every = xml_text("".join(map(chr, range(0x10000))))
    element = ElementTree.Element("t")
    element.text = every
    written = ElementTree.tostring(element, encoding="utf-8")
    # Parsers turn CR into LF.
    assert every.replace("\r", "\n") == ElementTree.fromstring(written).text


@pytest.mark.parametrize(
    ("text", "lang", "sample", "expected"),
    [
        ("Kabar.", "id", True, "Contoh – bukan siaran resmi. Kabar."),
        ("News.", "en", True, "Sample – not an official release. News."),
        ("", "id", True, "Contoh – bukan siaran resmi"),
        ("Kabar.", "id", False, "Kabar."),
        ("", "en", False, ""),
    ],
)
def test_notice_opens_the_text_of_a_sample_site_only(
    text: str, lang: str, sample: bool, expected: str
) -> None:
    assert expected == with_notice(text, lang, sample=sample)
