"""Knows the HTTP headers of the site: one table for the host and for the preview."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_POLICY = {
    "default-src": "'none'",
    "img-src": "'self'",
    "style-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

# No Cross-Origin-Resource-Policy: newsrooms and web feed readers show the pictures on
# their own pages. No includeSubDomains: the office does not speak for the other sites
# of its domain.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "; ".join(
            f"{name} {value}" for name, value in _POLICY.items()
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=63072000",
    }
)
"""Name and value of each header that every answer carries."""

_REVALIDATE = "public, max-age=0, must-revalidate"
# Their names carry a hash of the content, so a name never means something else.
_IMMUTABLE = "public, max-age=31536000, immutable"

# Patterns that never meet on a path where something is: Cloudflare Pages joins the
# values of all rules that match, and two max-age in one header mean nothing. The hashed
# folders stand last for a host that takes "/*/" for every path and lets the last rule
# win.
_CACHING: Mapping[str, str] = MappingProxyType(
    {
        "/": _REVALIDATE,
        "/*/": _REVALIDATE,
        "/*.html": _REVALIDATE,
        "/*.txt": _REVALIDATE,
        "/*.xml": _REVALIDATE,
        "/*.atom": _REVALIDATE,
        "/*.rss": _REVALIDATE,
        "/*.json": _REVALIDATE,
        "/tema/*": _IMMUTABLE,
        "/gambar/*": _IMMUTABLE,
    }
)


def headers_file(*, noindex: bool = False) -> str:
    """The text of `_headers`, ending with a newline.

    With `noindex`, as on a sample site, every answer asks not to be indexed: feeds and
    plain text have no other place to say it. Never raises.

    Source: the `_headers` syntax of Cloudflare Pages and Netlify: a pattern, then its
    headers, indented; at most 100 rules and 2,000 characters a line.
    """
    blocks = (
        "\n".join([pattern, *(f"  {name}: {value}" for name, value in rule.items())])
        for pattern, rule in _rules(noindex)
    )
    return "\n\n".join(blocks) + "\n"


def headers_for(path: str, *, noindex: bool = False) -> Mapping[str, str]:
    """The headers with which a server answers for a path, by their names.

    `path` begins with a slash, as requested, without query and without the path of the
    site's own URL. Where two rules name one header the later wins; that happens only at
    the folders of hashed files themselves, where no page is. Never raises.

    >>> headers_for("/tema/situs.1f0c.css")["Cache-Control"]
    'public, max-age=31536000, immutable'
    >>> headers_for("/2026/05/16/pasar/")["Cache-Control"]
    'public, max-age=0, must-revalidate'
    """
    return {
        name: value
        for pattern, rule in _rules(noindex)
        if _matches(pattern, path)
        for name, value in rule.items()
    }


def _rules(noindex: bool) -> Iterator[tuple[str, Mapping[str, str]]]:
    robots = {"X-Robots-Tag": "noindex"} if noindex else {}
    yield "/*", {**HEADERS, **robots}
    for pattern, value in _CACHING.items():
        yield pattern, {"Cache-Control": value}


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern with at most one splat, which takes any characters, fits."""
    pieces = map(re.escape, pattern.split("*"))
    return re.fullmatch(".*".join(pieces), path) is not None
