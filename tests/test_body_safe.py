"""The sanitised self: unchanged, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body.safe import sanitise


@pytest.mark.parametrize(
    "html",
    [
        "",
        "teks",
        "<p>a <em>b</em> <strong>c</strong> <code>d</code><br>e</p>",
        "<h2>a</h2><h3>b</h3><h4>c</h4><hr>",
        "<ul><li>a</li></ul>",
        '<ol start="3"><li>a</li></ol>',
        "<dl><dt>a</dt><dd>b</dd></dl>",
        "<blockquote><p>a</p></blockquote>",
        '<pre><code class="language-csv">a;b\n</code></pre>',
        '<p><a href="https://kota.example" title="x">a</a></p>',
        '<a href="http://kota.example">a</a>',
        '<a href="mailto:a@kota.example">a</a>',
        '<a href="tel:112">a</a>',
        '<a href="/arsip/">a</a>',
        '<a href="#fn:1" class="footnote-ref">a</a>',
        '<abbr title="Unit">U</abbr>',
        '<sup id="fnref:1">1</sup>',
        '<div class="footnote"><ol><li id="fn:1"><p>a</p></li></ol></div>',
        "<table><thead><tr><th>a</th></tr></thead>"
        '<tbody><tr><td class="align-right">b</td></tr></tbody></table>',
    ],
)
def test_what_releases_may_use_passes_unchanged(html: str):
    assert html == sanitise(html)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("&ldquo;a&rdquo;", "“a”"),
        ("&quot;a&quot;", '"a"'),
        ("<p>a & b</p>", "<p>a &amp; b</p>"),
        ("<p>a&#8211;b</p>", "<p>a–b</p>"),
        ("<BR>", "<br>"),
        ('<a title="x" href="/a">a</a>', None),
    ],
    ids=["quotes", "straight", "ampersand", "number", "case", "order"],
)
def test_another_spelling_of_the_same_is_no_change(html: str, clean: str | None):
    found = sanitise(html)

    assert found is not None
    if clean is not None:
        assert clean == found


@pytest.mark.parametrize(
    "html",
    [
        "<script>a</script>",
        "<p onclick='a'>b</p>",
        '<p style="color:red">b</p>',
        '<p id="x">b</p>',
        '<p class="x">b</p>',
        "<h1>a</h1>",
        "<h5>a</h5>",
        "<img src='/x.png'>",
        "<iframe></iframe>",
        "<form></form>",
        "<svg></svg>",
        "<base href='/'>",
        "<meta http-equiv='refresh'>",
        "<textarea>",
        '<a href="javascript:a">b</a>',
        '<a href="JaVaScRiPt:a">b</a>',
        '<a href=" javascript:a">b</a>',
        '<a href="java&#9;script:a">b</a>',
        '<a href="data:text/html,a">b</a>',
        '<a href="ftp://a.example">b</a>',
        '<a href="/a" target="_blank">b</a>',
        '<a href="/a" name="b">b</a>',
        "<!doctype html><p>a</p>",
        "<?php a ?><p>a</p>",
        "<p>a</p><!-- b -->",
        "<!--<script>-->",
        "<p>a</b></p>",
        "<p>a",
        "<table><p>a</p></table>",
    ],
)
def test_what_would_be_changed_is_refused(html: str):
    assert sanitise(html) is None


@given(
    st.lists(
        st.sampled_from(
            [*("<p>", "</p>", "<script>", "</script>", "<b", ">", '"', "'", "&lt;"),
             *("<a href='javascript:x'>", "</a>", "<!--", "-->", "<svg>", "x", " "),
             *("<textarea>", "<title>", "<math>", "&#x1;", "\x00", "<p onclick=x>")]
        )
    )
)  # fmt: skip
def test_what_passes_is_at_rest(parts: list[str]):
    """Sanitising again changes nothing, and nothing active is in it."""
    clean = sanitise("".join(parts))

    if clean is not None:
        assert clean == sanitise(clean)
        assert "<script" not in clean
        assert "<p onclick" not in clean
