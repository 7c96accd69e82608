"""Prose is set directly, in the very bytes that Python-Markdown would give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body.markdown import to_html
from newsdesk.body.prose import paragraph, set_prose
from newsdesk.body.safe import sanitise


def convert(markdown: str) -> str | None:
    return sanitise(to_html(markdown, "{}", str))


PLAIN = {
    "a sentence": "Warga Kenanga memilah sampah di balai, Kamis (19/11/2026).",
    "quotation marks that are curly": "“Kami siap,” kata Sri. ‘Ya.’",
    "figures and a hyphen": "Sebanyak 1.500 anak-anak – atau 40% – hadir; benar?",
    "two lines": "Warga datang\nmembawa wadah.",
    "a blank that does not break": "Rp\u00a015.000 dan 5\u202fkg.",
    "marks of the notation": "\ue000 Warga, \ue001Kamis (19/11/2026)\ue002.\ue005",
    "an exclamation": "Hore! Semua datang.",
    "two stops": "Nama-nama dll.. tertera.",
    "a line that begins with a bracket": "Warga\n(lima orang) datang.",
}
MARKED = (
    *("Satu *dua* tiga.", "Satu_dua_.", "Satu [dua](/tiga/).", "Satu ![dua](x.png)."),
    *("Satu & dua.", "Satu &amp; dua.", "Satu <dua>.", 'Kata "satu".', "Jum'at."),
    *("Satu -- dua.", "Satu...", r"Satu \* dua.", "Satu `dua`.", "Satu\x85dua."),
)
STRUCTURED = (
    *("- satu", "1. satu", "1990. Warga", "# Satu", "> satu", "| a |", "Satu | dua"),
    *("[a]: /b/", "[^1]: satu", "```\na\n```", "    satu", "---", "satu ", " satu"),
    *("Satu\n===", "Satu\n- dua", "Satu\n: dua", "Satu  \ndua", "Satu\\\ndua"),
    *("Satu\n# dua", "Satu ~~~", "Satu\tdua"),
)


@pytest.mark.parametrize("block", PLAIN.values(), ids=PLAIN)
def test_plain_block_is_its_paragraph(block: str):
    html = paragraph(block)

    assert html is not None
    assert html == convert(block)


@pytest.mark.parametrize("block", [*MARKED, *STRUCTURED])
def test_other_block_is_left_to_markdown_with_its_place(block: str):
    asked: list[str] = []

    def converted(markdown: str) -> str | None:
        asked.append(markdown)
        return convert(markdown)

    assert convert(f"Nol.\n\nSatu.\n\n{block}\n\nDua.") == set_prose(
        ["Nol.", "Satu.", block, "Dua."], converted
    )
    assert [f"\ue0060\ue007\n\n{block}\n\n\ue0061\ue007"] == asked


@pytest.mark.parametrize("block", [": uraian", "*[WHO]: organisasi"])
def test_block_that_makes_more_of_another_is_set_with_it(block: str):
    assert set_prose(["Kata WHO", block], convert) is None


def test_what_may_not_be_published_is_not_set():
    assert set_prose(["Satu.", "Dua &#xfdd0;."], convert) is None


_WORDS = st.sampled_from(
    [
        *(
            "Warga",
            "datang",
            "1990.",
            "balai-balai",
            "“siap,”",
            "Rp\u00a05.000",
            "dll.",
        ),
        *("**tebal**", "*miring*", "[tautan](/a/)", "`kode`", "&amp;", "&", "<nama>"),
        *('"kata"', "'kata'", "Jum'at", "--", "---", "...", "…", "!", "![a](b.png)"),
        *("#", "-", "+", "*", ">", "|", ":", "~~~", "```", "===", "1.", "1)", "[^1]"),
        *("[^1]: catatan", "[a]: /b/", "*[WHO]: dunia", "WHO", "[a]", "\\", "\\*", "_"),
        *(
            "\ue000",
            "\ue001",
            "\ue002",
            "\ue005",
            "https://a.example/b_c_d",
            "a_b",
            "^",
        ),
        *("a@b.example", "<https://a.example/>", "{.x}", "{{ x }}", "ꦲ", "👍", "é"),
    ]
)
_BLANKS = st.sampled_from(
    [" ", " ", " ", " ", "", "  ", "\n", "\u00a0", "\u2009", "\t"]
)
_BLOCK = st.lists(st.tuples(_WORDS, _BLANKS), min_size=1, max_size=8).map(
    lambda parts: "".join(word + blank for word, blank in parts)
)
_ANY = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cn")), min_size=1
)


@given(st.lists(st.one_of(_BLOCK, _BLOCK, _ANY), min_size=1, max_size=5))
def test_what_is_set_directly_is_what_markdown_gives(blocks: list[str]):
    found = set_prose(blocks, convert)
    if found is not None:
        assert convert("\n\n".join(blocks)) == found
