"""Knows the HTTP headers of the site: one table for every host and for the preview."""

import base64
import hashlib
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
_IMMUTABLE = "public, max-age=31536000, immutable"

HASHED = ("tema", "gambar")
"""Folders of files whose names carry a hash of the content: a name never means
something else."""

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
        **{f"/{folder}/*": _IMMUTABLE for folder in HASHED},
    }
)

_MADE = "# Made by deploy/headers.py; edit plugins/newsdesk/wire/headers.py instead.\n"

# What a page cannot say of itself.
# Source: HTML, the pragma directive of http-equiv="Content-Security-Policy".
_HEADER_ONLY = {"frame-ancestors", "report-uri", "sandbox"}

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "atom": "application/atom+xml",
        "avif": "image/avif",
        "css": "text/css",
        "csv": "text/csv",
        "gif": "image/gif",
        "html": "text/html",
        "ico": "image/x-icon",
        "jpeg": "image/jpeg",
        "jpg": "image/jpeg",
        "js": "text/javascript",
        "json": "application/json",
        "mjs": "text/javascript",
        "pdf": "application/pdf",
        "png": "image/png",
        "rss": "application/rss+xml",
        "svg": "image/svg+xml",
        "txt": "text/plain",
        "wasm": "application/wasm",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "xml": "application/xml",
        "zip": "application/zip",
    }
)
"""Ending of a file's name -> what it is; told for sure, as browsers may not guess."""

_UTF8 = tuple(
    media
    for media in dict.fromkeys(MEDIA_TYPES.values())
    if media.startswith("text/") or media.endswith(("xml", "json"))
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


def page_policy() -> str:
    """The policy as a page says it of itself, for hosts that send no headers.

    Without what only a header may say, such as who may frame the page. Never raises.

    >>> "default-src 'none'" in page_policy(), "frame-ancestors" in page_policy()
    (True, False)
    """
    return "; ".join(
        f"{name} {value}" for name, value in _POLICY.items() if name not in _HEADER_ONLY
    )


def integrity(data: bytes) -> str:
    """The value of `integrity` for a stylesheet or a script of these bytes.

    Never raises. Source: W3C Subresource Integrity; SHA-384 as it recommends.

    >>> integrity(b"")[:18]
    'sha384-OLBgp1Gsljh'
    """
    return f"sha384-{base64.b64encode(hashlib.sha384(data).digest()).decode()}"


def nginx_caching() -> str:
    """A file for `include` in the `http` block of nginx: how long an answer is kept.

    A file of its own, because nginx takes `map` outside of a server only. The status
    stands in the map, so that "not found" is never kept for a year. Never raises.

    Source: nginx, ngx_http_map_module.
    """
    hashed = "|".join(HASHED)
    return _MADE + (
        'map "$status $uri" $siaran_caching {\n'
        f'    default "{_REVALIDATE}";\n'
        f'    "~^(200|206|304) /({hashed})/" "{_IMMUTABLE}";\n'
        "}\n"
    )


def nginx_headers() -> str:
    """A file for `include` in the `server` block of nginx: headers and media types.

    A `location` with an `add_header` of its own loses all of them. Never raises.

    Source: nginx, modules ngx_http_headers, ngx_http_core and ngx_http_charset; the
    last says the charset of text/html without being told.
    """
    lines = [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    lines += ["add_header Cache-Control $siaran_caching always;", "types {"]
    for media in dict.fromkeys(MEDIA_TYPES.values()):
        endings = (e for e, other in MEDIA_TYPES.items() if other == media)
        lines.append(f"    {media} {' '.join(endings)};")
    marked = " ".join(media for media in _UTF8 if media != "text/html")
    lines += [
        "}",
        "default_type application/octet-stream;",
        "charset utf-8;",
        f"charset_types {marked};",
    ]
    return _MADE + "\n".join(lines) + "\n"


def caddy_headers() -> str:
    """A Caddyfile of two snippets: one for a site, one for its `handle_errors`.

    They are `siaran_headers` and `siaran_errors`. Of two `header` for one path Caddy
    itself chooses the order, so the matchers of Cache-Control exclude each other. What
    was set before an error may or may not outlive it, so the second says all of it
    again. Never raises.

    Source: Caddyfile, directives `header`, `handle_errors` and `import`.
    """
    always = [f'\t\t{name} "{value}"' for name, value in HEADERS.items()]
    paths = " ".join(f"/{folder}/*" for folder in HASHED)
    lines = [
        "(siaran_headers) {",
        *("\theader {", *always, "\t}"),
        f"\t@siaran_hashed path {paths}",
        f'\theader @siaran_hashed Cache-Control "{_IMMUTABLE}"',
        f"\t@siaran_others not path {paths}",
        f'\theader @siaran_others Cache-Control "{_REVALIDATE}"',
    ]
    for ending, media in MEDIA_TYPES.items():
        charset = "; charset=utf-8" if media in _UTF8 else ""
        lines += [
            f"\t@siaran_{ending} path *.{ending}",
            f'\theader @siaran_{ending} Content-Type "{media}{charset}"',
        ]
    lines += [
        *("}", "(siaran_errors) {", "\theader {", *always),
        f'\t\tCache-Control "{_REVALIDATE}"',
        '\t\tContent-Type "text/html; charset=utf-8"',
        *("\t}", "}"),
    ]
    return _MADE + "\n".join(lines) + "\n"


def _rules(noindex: bool) -> Iterator[tuple[str, Mapping[str, str]]]:
    robots = {"X-Robots-Tag": "noindex"} if noindex else {}
    yield "/*", {**HEADERS, **robots}
    for pattern, value in _CACHING.items():
        yield pattern, {"Cache-Control": value}


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern with at most one splat, which takes any characters, fits."""
    pieces = map(re.escape, pattern.split("*"))
    return re.fullmatch(".*".join(pieces), path) is not None
