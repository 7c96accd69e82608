"""Knows which characters XML 1.0 can hold. Knows no format."""

import re

# Everything outside the production Char of XML 1.0, section 2.2: control characters
# but tab and line ends, lone surrogates, U+FFFE and U+FFFF.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    r"""The text with each character that XML 1.0 cannot hold replaced by a space.

    A space, because the usual one is the vertical tab that word processors leave
    between two words. Never raises. Source: XML 1.0, section 2.2.

    >>> xml_text("Pasar\x0bpagi & <siang>")
    'Pasar pagi & <siang>'
    """
    return _NOT_XML.sub(" ", text)
