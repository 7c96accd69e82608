"""The body as plain text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body.plain import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Satu</p>", "Satu"),
        ("<p>Satu</p>\n<p>Dua</p>", "Satu\n\nDua"),
        ("<p>Satu\ndua  tiga</p>", "Satu dua tiga"),
        ("<p>Satu<br>\ndua</p>", "Satu\ndua"),
        ("<p>Satu <em>dua</em><strong>tiga</strong></p>", "Satu duatiga"),
        ("<p>a &amp; b &lt;c&gt; &copy;</p>", "a & b <c> ©"),
        ("<h2>Satu</h2>\n<p>Dua</p>", "Satu\n\nDua"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
        ("<p>x</p><ul><li>a</li></ul><p>y</p>", "x\n\n- a\n\ny"),
        ("<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "1. a\n2. b"),
        ('<ol start="7"><li>a</li><li>b</li></ol>', "7. a\n8. b"),
        ("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "- a\n\n1. b\n\n- c"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
         "a | b\n1 | 2"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"),
        ("<pre><code>a\n\n  b\n</code></pre>", "a\n\n  b"),
        ("<pre>a</pre><p>b</p>", "a\n\nb"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "a\n\nb"),
        ("<p>a</p><hr><p>b</p>", "a\n\nb"),
        ("<div>\n<table><tr><td>a</td></tr></table>\n</div>", "a"),
    ],
)  # fmt: skip
def test_blocks_become_lines(html: str, text: str):
    assert text == plain_text(html)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n\n- b"),
        ("<ol><li><p>a</p></li><li><p>b</p></li></ol>", "1. a\n\n2. b"),
        ("<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>", "- a\n\nb"),
    ],
)
def test_mark_of_an_item_stands_before_its_paragraph(html: str, text: str):
    assert text == plain_text(html)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("<td>a</td><td></td><td>c</td>", ["a", "", "c"]),
        ("<td></td><td>b</td><td>c</td>", ["", "b", "c"]),
        ("<td></td><td></td><td>c</td>", ["", "", "c"]),
    ],
)
def test_cells_keep_their_columns(row: str, text: list[str]):
    line = plain_text(f"<table><tr>{row}</tr></table>")

    assert text == [cell.strip() for cell in line.split("|")]


@pytest.mark.parametrize("cell", ["<em>a</em> <strong>b</strong>", "a <em>b</em>"])
def test_words_of_a_cell_stay_apart(cell: str):
    html = f"<table><tr>\n<td>{cell}</td>\n<td>c</td>\n</tr></table>"

    assert "a b | c" == plain_text(html)


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ('<a href="https://kota.example/a">lihat</a>',
         "lihat <https://kota.example/a>"),
        ('<a href="mailto:a@kota.example">surat</a>', "surat <mailto:a@kota.example>"),
        ('<a href="https://kota.example">https://kota.example</a>',
         "https://kota.example"),
        ('<a href="mailto:a@kota.example">a@kota.example</a>', "a@kota.example"),
        ('<a href="/arsip/">arsip</a>', "arsip"),
        ('<a href="#fn:1">1</a>', "1"),
        ('<a href="tel:112">telepon</a>', "telepon"),
        ('<a class="footnote-backref" href="#fnref:1">↩</a>', ""),
        ("<a>tanpa</a>", "tanpa"),
    ],
)  # fmt: skip
def test_address_of_a_link_follows_where_it_is_whole(link: str, text: str):
    assert text == plain_text(f"<p>{link}</p>")


@pytest.mark.parametrize("start", ["0", "999999999", "9" * 5000, "٣", ""])
def test_number_of_a_list_never_stops_the_text(start: str):
    text = plain_text(f'<p>a</p><ol start="{start}"><li>b</li></ol>')

    assert text.startswith("a\n\n")
    assert text.endswith("b")


def test_word_after_a_link_to_a_longer_address_keeps_its_address():
    """The address counts as said only by the words of its own link."""
    html = '<p>a https://kota.example/abc <a href="https://kota.example/a">b</a></p>'

    assert plain_text(html).endswith("b <https://kota.example/a>")


@given(st.lists(st.text("abc d\n", max_size=6), max_size=6))
def test_every_word_of_paragraphs_is_kept_in_order(paragraphs: list[str]):
    html = "".join(f"<p>{text}</p>\n" for text in paragraphs)

    assert " ".join(paragraphs).split() == plain_text(html).split()


@given(
    st.lists(
        st.sampled_from(
            [*("<p>", "</p>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "</ol>"),
             *("<pre>", "</pre>", "<a href='http://x'>", "</a>", "<td>", "<tr>"),
             *("</table>", "<br>", "kata", " ", "\n", "&amp;")]
        )
    )
)  # fmt: skip
def test_broken_html_never_raises_and_keeps_its_words(parts: list[str]):
    text = plain_text("".join(parts))

    assert parts.count("kata") == len(re.findall("kata", text))
