"""Writes `/.well-known/security.txt`: whom to tell about a hole in the site."""

from collections.abc import Sequence


def security_txt(
    contact_email: str, url: str, expires: str, languages: Sequence[str]
) -> str:
    """The text of `security.txt`, ending with a newline.

    `url` is the whole URL of the home page, with a slash at the end. `expires` is an
    instant of RFC 3339; after it the file counts as stale, and the standard advises
    less than a year ahead. `languages` are those of the desk, in any order. The
    canonical address is left out of a site without https, where the standard forbids
    it. Never raises.

    Source: RFC 9116, section 2.5: `Contact` and `Expires` are required, an address is a
    `mailto:` URI, languages stand in one field, parted by commas.

    >>> print(
    ...     security_txt(
    ...         "humas@kota.example",
    ...         "https://kota.example/",
    ...         "2027-01-01T00:00:00Z",
    ...         ["id", "en"],
    ...     ),
    ...     end="",
    ... )
    Contact: mailto:humas@kota.example
    Expires: 2027-01-01T00:00:00Z
    Preferred-Languages: id, en
    Canonical: https://kota.example/.well-known/security.txt
    """
    lines = [
        f"Contact: mailto:{contact_email}",
        f"Expires: {expires}",
        f"Preferred-Languages: {', '.join(languages)}",
    ]
    if url.startswith("https://"):
        lines.append(f"Canonical: {url}.well-known/security.txt")
    return "\n".join(lines) + "\n"
