"""From a request to a file: the decisions of the preview."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.press.preview_paths import Found, Kind, Moved, decide, media_type

SITE: dict[tuple[str, ...], Kind] = {
    (): "folder",
    ("index.html",): "file",
    ("feed.atom",): "file",
    ("arsip",): "folder",
    ("arsip", "index.html"): "file",
    ("arsip", "2026"): "folder",
    ("arsip", "2026", "index.html"): "file",
    ("tema",): "folder",
    ("tema", "situs.css"): "file",
    ("foto pasar.webp",): "file",
    ("ralat é",): "folder",
    ("ralat é", "index.html"): "file",
    (".well-known", "security.txt"): "file",
}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        # no such thing
        ("/tidak-ada", None),
        ("/tidak-ada/", None),
        ("/feed.atom/", None),
        ("/tema", None),
        ("/tema/", None),
        ("/arsip//", None),
        ("//arsip/", None),
        ("/arsip//2026/", None),
        ("/Arsip/", None),
        # not a plain path
        ("", None),
        ("*", None),
        ("arsip/", None),
        ("http://127.0.0.1/arsip/", None),
        # out of the site, in any spelling
        ("/../index.html", None),
        ("/arsip/../index.html", None),
        ("/arsip/./index.html", None),
        ("/%2e%2e/index.html", None),
        ("/arsip/%2E%2e/index.html", None),
        ("/arsip/..", None),
        ("/arsip%2findex.html", None),
        ("/arsip%2Findex.html", None),
        ("/..%2findex.html", None),
        ("/..\\index.html", None),
        ("/arsip\\index.html", None),
        ("/arsip%5cindex.html", None),
        ("/%00", None),
        ("/index.html%00", None),
        ("/%ff", None),
        ("/%c0%ae%c0%ae/index.html", None),
        # decoded once only
        ("/arsip/%252e%252e/index.html", None),
        ("/%61rsip", Moved("/arsip/")),
        # files
        ("/", Found(("index.html",))),
        ("/?q=pasar", Found(("index.html",))),
        ("/?q=/../x", Found(("index.html",))),
        ("/index.html", Found(("index.html",))),
        ("/feed.atom", Found(("feed.atom",))),
        ("/feed.atom?a=1", Found(("feed.atom",))),
        ("/arsip/", Found(("arsip", "index.html"))),
        ("/arsip/2026/", Found(("arsip", "2026", "index.html"))),
        ("/tema/situs.css", Found(("tema", "situs.css"))),
        ("/foto%20pasar.webp", Found(("foto pasar.webp",))),
        ("/.well-known/security.txt", Found((".well-known", "security.txt"))),
        # folders without their slash
        ("/arsip", Moved("/arsip/")),
        ("/arsip?n=2&m=%20", Moved("/arsip/?n=2&m=%20")),
        ("/arsip?", Moved("/arsip/?")),
        ("/arsip/2026", Moved("/arsip/2026/")),
        ("/ralat%20%c3%a9", Moved("/ralat%20%C3%A9/")),
    ],
)
def test_request_is_decided(target: str, expected: Found | Moved | None):
    assert expected == decide(target, "", SITE.get)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/feed.atom", None),
        ("/arsip/", None),
        ("/kabarx/", None),
        ("/kabar-kota/feed.atom", None),
        ("/kabar/../feed.atom", None),
        ("/x/kabar/", None),
        ("/", Moved("/kabar/")),
        ("/?q=1", Moved("/kabar/?q=1")),
        ("/kabar", Moved("/kabar/")),
        ("/kabar?q=1", Moved("/kabar/?q=1")),
        ("/kabar/", Found(("index.html",))),
        ("/kabar/feed.atom", Found(("feed.atom",))),
        ("/kabar/arsip", Moved("/kabar/arsip/")),
        ("/kabar/arsip/", Found(("arsip", "index.html"))),
    ],
)
def test_site_under_a_path_is_asked_under_that_path(
    target: str, expected: Found | Moved | None
):
    assert expected == decide(target, "/kabar", SITE.get)


def test_site_path_may_have_two_names():
    assert Moved("/a/b/") == decide("/", "/a/b", SITE.get)
    assert Found(("feed.atom",)) == decide("/a/b/feed.atom", "/a/b", SITE.get)
    assert decide("/a/", "/a/b", SITE.get) is None


@given(
    st.lists(
        st.sampled_from(
            ["/", "..", ".", "%2e", "%2f", "%5c", "\\", "%00", "arsip", "%", "é", "?"]
        )
    ).map("".join)
)
def test_disk_is_asked_for_clean_paths_only(target: str):
    def look(parts: tuple[str, ...]) -> Kind:
        assert all(
            part and part not in {".", ".."} and not set(part) & set("/\\\0")
            for part in parts
        )
        return "file"

    decision = decide(target, "", look)
    assert decision is None or target.startswith("/")


def test_redirect_never_leaves_the_host():
    for target in ("//jahat.example", "///jahat.example", "/%2fjahat.example"):
        assert decide(target, "", lambda _: "folder") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("_headers", "application/octet-stream"),
        ("html", "application/octet-stream"),
        (".html", "application/octet-stream"),
        ("data.pf_index", "application/octet-stream"),
        ("index.html", "text/html; charset=utf-8"),
        ("INDEX.HTML", "text/html; charset=utf-8"),
        ("situs.1f0c.css", "text/css; charset=utf-8"),
        ("situs.js", "text/javascript; charset=utf-8"),
        ("rilis.txt", "text/plain; charset=utf-8"),
        ("siaran.csv", "text/csv; charset=utf-8"),
        ("feed.atom", "application/atom+xml; charset=utf-8"),
        ("feed.rss", "application/rss+xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("situs.webmanifest", "application/manifest+json; charset=utf-8"),
        ("logo.svg", "image/svg+xml; charset=utf-8"),
        ("pasar.webp", "image/webp"),
        ("pasar.avif", "image/avif"),
        ("pasar.jpg", "image/jpeg"),
        ("pasar.png", "image/png"),
        ("foto.zip", "application/zip"),
        ("surat.pdf", "application/pdf"),
        ("pagefind.wasm", "application/wasm"),
    ],
)
def test_media_type_follows_the_ending(name: str, expected: str):
    assert expected == media_type(name)
