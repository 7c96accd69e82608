"""Python-Markdown is asked no more than a text needs, and says the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body.markdown import to_html

EVERY_SIGN = (
    "`a` \\* b\\\nc [d](/e/) [f] ![g](h.png) <https://i.example/> <j@k.example> &amp;"
    " *l* __m__ \"n\" 'o' -- p --- q... r  \ns [^0]"
)
"""A paragraph in which each inline pattern has something to find."""

_PIECES = st.sampled_from(
    [
        *("Warga", "datang", " ", "\n", "1990", "é", "–", "“", "\u00a0", "."),
        *("`", "``", "\\", "\\\n", "[", "]", "(/a/)", "[a]", "![", "[^1]", "<", ">"),
        *("<https://a.example/>", "<a@b.example>", "  \n", "&", "&amp;", "&#8203;"),
        *("*", "**", "_", "__", "'", '"', "-", "--", "---", "...", "'90s", "{}", "#"),
        *("\n[a]: /b/\n", "\n- ", "\n> ", "\n| a | b |\n|--|--|\n"),
    ]
)


def converted(text: str) -> str:
    # The id of a heading with an entity in it has a number, counted in the whole text.
    return re.sub(r"wzxhzdk-[0-9]+", "wzxhzdk", to_html(text, "{}", str))


def assert_alike(block: str) -> None:
    """Assert that a block is set alike alone and above one with every sign."""
    below = f"Dua.\n\n{EVERY_SIGN}"

    together = converted(f"{block}\n\n{below}")

    assert f"{converted(block)}\n{converted(below)}".lstrip() == together


@pytest.mark.parametrize(
    "block",
    [
        *(
            "`a`",
            "``a`b``",
            "\\*a\\*",
            "a\\\nb",
            "a  \nb",
            "*a*",
            "**a**",
            "_a_",
            "__a__",
        ),
        *("[a](/b/)", "[a][b]\n\n[b]: /c/", "[b]\n\n[b]: /c/", "![a](b.png)"),
        *("![a][b]\n\n[b]: /c/", "![b]\n\n[b]: /c/", "<https://a.example/>"),
        *(
            "<a@b.example>",
            "a &amp; b",
            "a &#8203; b",
            '"a"',
            "'a'",
            "\"'a'\"",
            "'\"a\"'",
        ),
        *("Jum'at", "tahun '90s", 'a "b', "a -- b", "a --- b", "a ... b"),
    ],
)
def test_mark_alone_is_set_as_above_every_other(block: str):
    assert_alike(block)


@given(st.lists(_PIECES, min_size=1, max_size=12).map("".join))
def test_block_is_set_as_above_one_with_every_sign(block: str):
    assert_alike(block)
