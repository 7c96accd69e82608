"""HTTP headers: one table for the host's `_headers` and for the preview."""

import re

import pytest
from newsdesk.press.preview_paths import media_type
from newsdesk.wire.headers import (
    HEADERS,
    MEDIA_TYPES,
    headers_file,
    headers_for,
    integrity,
    page_policy,
)

REVALIDATE = "public, max-age=0, must-revalidate"
IMMUTABLE = "public, max-age=31536000, immutable"

PATHS = {
    "/": REVALIDATE,
    "/2026/05/16/pasar-pagi/": REVALIDATE,
    "/en/": REVALIDATE,
    "/404.html": REVALIDATE,
    "/robots.txt": REVALIDATE,
    "/2026/05/16/pasar-pagi/rilis.txt": REVALIDATE,
    "/.well-known/security.txt": REVALIDATE,
    "/sitemap.xml": REVALIDATE,
    "/sitemap-1.xml": REVALIDATE,
    "/feed.atom": REVALIDATE,
    "/kategori/pasar/feed.rss": REVALIDATE,
    "/feed.json": REVALIDATE,
    "/tema/situs.1f0c.css": IMMUTABLE,
    "/tema/situs.1f0c.js": IMMUTABLE,
    "/gambar/2026/pasar-1-1600.9f2c.jpg": IMMUTABLE,
    # Not in the hashed folders, though they look so.
    "/temabaru.html": REVALIDATE,
    "/2026/tema/": REVALIDATE,
}


def rules(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Pattern and headers of each block of a `_headers` file."""
    blocks = []
    for block in text.removesuffix("\n").split("\n\n"):
        pattern, *lines = block.split("\n")
        assert all(line.startswith("  ") for line in lines)
        pairs = [line.strip().partition(": ") for line in lines]
        blocks.append((pattern, [(name, value) for name, _, value in pairs]))
    return blocks


def served(text: str, path: str) -> list[tuple[str, str]]:
    """What a host sends that applies every rule whose pattern matches."""
    found = []
    for pattern, headers in rules(text):
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            found += headers
    return found


@pytest.mark.parametrize(("path", "caching"), PATHS.items(), ids=PATHS)
def test_only_hashed_files_are_kept_for_good(path: str, caching: str) -> None:
    assert {**HEADERS, "Cache-Control": caching} == headers_for(path)


@pytest.mark.parametrize("noindex", [False, True], ids=["open", "noindex"])
@pytest.mark.parametrize("path", PATHS)
def test_file_and_preview_say_the_same_and_no_rule_twice(
    path: str, noindex: bool
) -> None:
    from_file = served(headers_file(noindex=noindex), path)
    assert sorted(headers_for(path, noindex=noindex).items()) == sorted(from_file)


def test_policy_allows_the_site_itself_and_nothing_inline() -> None:
    policy = dict(
        directive.split(" ", 1)
        for directive in HEADERS["Content-Security-Policy"].split("; ")
    )
    expected = {
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
    assert expected == policy


def test_headers_beside_the_policy() -> None:
    expected = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=63072000",
    }
    rest = dict(HEADERS)
    del rest["Content-Security-Policy"]
    assert expected == rest


def test_noindex_is_asked_for_everywhere_or_nowhere() -> None:
    asked = [headers_for(path, noindex=True).get("X-Robots-Tag") for path in PATHS]
    assert ["noindex"] * len(PATHS) == asked
    assert "X-Robots-Tag" not in headers_file()


def test_file_keeps_the_limits_of_the_host() -> None:
    text = headers_file(noindex=True)
    assert len(rules(text)) <= 100
    assert max(map(len, text.splitlines())) <= 2_000


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_preview_and_servers_call_a_file_the_same(ending: str):
    told, _, charset = media_type(f"a.{ending}").partition("; ")
    text = told.startswith("text/") or told.endswith(("xml", "json"))

    assert MEDIA_TYPES[ending] == told
    assert ("charset=utf-8" if text else "") == charset


def test_page_says_all_of_the_policy_but_who_may_frame_it():
    said = page_policy().split("; ")
    whole = HEADERS["Content-Security-Policy"].split("; ")

    assert ["frame-ancestors 'none'"] == [d for d in whole if d not in said]
    assert said == [d for d in whole if d in said]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        # The digests of nothing and of a newline, as openssl dgst gives them.
        (
            b"",
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb",
        ),
        (
            b"\n",
            "sha384-7GZOiJ7WwbJ2PKz3iZ2Vt/NHNz65guUjQZ/uo6o2LYkbO/Al8pImelhUBJCReJw+",
        ),
    ],
    ids=["nothing", "a newline"],
)
def test_digest_is_sha384_of_the_bytes(data: bytes, expected: str):
    assert expected == integrity(data)
