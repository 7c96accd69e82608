"""Usual copy is set directly, in the very bytes that Python-Markdown would give."""

from dataclasses import replace
from pathlib import Path

import pytest
from bench.corpus import make_corpus
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body.markdown import to_html
from newsdesk.body.prose import set_prose
from newsdesk.body.safe import sanitise
from newsdesk.body.typeset import House, proof, typeset
from newsdesk.desk.body import word_lost
from newsdesk.filing import read_archive
from newsdesk.intake import Content, TextFile, read_content
from newsdesk.registers import Registers, read_registers

ROOT = Path(__file__).parent.parent


def resolve(link: str) -> str:
    """Return an address for a link; of some there is none."""
    return "" if link.endswith("tiga/") else link.replace("{filename}", "")


def convert(markdown: str) -> str | None:
    return sanitise(to_html(markdown, "{}", resolve))


def refused(markdown: str) -> str | None:
    raise AssertionError(markdown)


USUAL = {
    "a sentence": "Warga Kenanga memilah sampah di balai, Kamis (19/11/2026).",
    "quotation marks that are curly": "“Kami siap,” kata Sri. ‘Ya.’",
    "figures and a hyphen": "Sebanyak 1.500 anak-anak – atau 40% – hadir; benar?",
    "two lines": "Warga datang\nmembawa wadah.",
    "a blank that does not break": "Rp\u00a015.000 dan 5\u202fkg.",
    "marks of the notation": "\ue000 Warga, \ue001Kamis (19/11/2026)\ue002.\ue005",
    "an exclamation": "Hore! Semua datang.",
    "two stops": "Nama-nama dll.. tertera.",
    "a line that begins with a bracket": "Warga\n(lima orang) datang.",
    "words in bold": "**Warga memilah.** Lalu **balai** tutup.",
    "words in italics": "Warga membaca *Kabar Kota* dan (*Warta*).",
    "an event date in bold": "Warga datang **\ue001Kamis (19/11/2026)\ue002**.",
    "a link to a release": "Lihat [kabar lama]({filename}/releases/2026/a_b.md).",
    "a link to a page and one to the web": "[A](/a/) dan [B](https://b.example/?c=d)",
    "a link that leads nowhere": "Lihat [yang lama](/satu/tiga/).",
    "a heading": "## Jam layanan",
    "a deeper heading": "#### Jam (kedua)",
    "a list": "- Satu.\n- **Dua** dan [tiga](/satu/).\n- Empat",
    "a numbered list": "1. Satu.\n2. Dua.\n10. Tiga.",
    "a list with one number": "1. Satu.\n1. Dua.",
    "a table": "| Satu | **Dua** |\n|:---|---:|\n| Tiga | 4 |\n| [Lima](/a/) | |",
    "a table with sides": "|a|b|c|\n| --- |:-:|:--|\n|1|2|-|",
    "a quotation": "> Warga datang.\n> *Semua* datang.",
}
MARKED = (
    *("Satu * dua * tiga.", "Satu_dua_.", "Satu [dua](<tiga>).", "Satu ![dua](x.png)."),
    *("Satu ** dua **.", "Satu*dua*.", "*Satu*dua", "**Satu***dua*", "***Satu***"),
    *("**Satu *dua* tiga**", "*Satu", "Satu**", "Satu [dua](/a/)[b](/b/).", "*[a](/)*"),
    *("Satu [dua](//b.example/).", "Satu [*dua*](/a/).", 'Satu [dua](/a/ "Tiga").'),
    *("Satu [dua](https://1.2.3.999/).", "Satu [dua](mailto:a@b.example).", "[a](#b)"),
    *("Satu & dua.", "Satu &amp; dua.", "Satu <dua>.", 'Kata "satu".', "Jum'at."),
    *("Satu -- dua.", "Satu...", r"Satu \* dua.", "Satu `dua`.", "Satu\x85dua."),
)
STRUCTURED = (
    *("* satu", "2. satu", "1) satu", "1990. Warga", "# Satu", "| a |", "Satu | dua"),
    *("[a]: /b/", "[^1]: satu", "```\na\n```", "    satu", "---", "satu ", " satu"),
    *("Satu\n===", "Satu\n- dua", "Satu\n: dua", "Satu  \ndua", "Satu\\\ndua"),
    *(
        "Satu\n# dua",
        "Satu ~~~",
        "Satu\tdua",
        "- satu\ndua",
        "- satu\n  dua",
        "-  satu",
    ),
    *("- - satu", "- > satu", "- 1. satu", "1. satu\n- dua", "> satu\ndua", ">satu"),
    *("> - satu", "> > satu", "> ## Satu", "## Satu ##", "## Satu *dua*", "##Satu"),
    *("## Satu\ndua", "##### Satu", "| a |\n|---|\n| b |", "a | b\n---|---\nc | d"),
    *("| a | b |\n|---|---|", "| a | b |\n|---|---|\n| c |", "| a | b |\n| c | d |"),
    *("| a | b |\n|---|---|\n| c | `d` |", "| a | b |\n|---|---|\n| c | d | e |"),
)


@pytest.mark.parametrize("block", USUAL.values(), ids=USUAL)
def test_usual_block_is_set_without_markdown(block: str):
    html = convert(block)

    assert html == set_prose([block], resolve, refused)
    assert convert(f"Nol.\n\n{block}\n\n## Satu") == set_prose(
        ["Nol.", block, "## Satu"], resolve, refused
    )


@pytest.mark.parametrize("block", [*MARKED, *STRUCTURED])
def test_other_block_is_left_to_markdown_with_its_place(block: str):
    asked: list[str] = []

    def converted(markdown: str) -> str | None:
        asked.append(markdown)
        return convert(markdown)

    found = set_prose(["Nol.", "Satu.", block, "Dua."], resolve, converted)

    if "*[" in block:
        assert (None, []) == (found, asked)
    else:
        assert convert(f"Nol.\n\nSatu.\n\n{block}\n\nDua.") == found
        assert [f"\ue0060\ue007\n\n{block}\n\n\ue0061\ue007"] == asked


@pytest.mark.parametrize(
    ("blocks", "shown"),
    [
        pytest.param(["- a", "- b"], ["- a", "- b"], id="two lists are one"),
        pytest.param(["> a", "> b"], ["> a", "> b"], id="two quotations are one"),
        pytest.param(["- a", "    b"], ["- a", "    b"], id="a list goes on"),
        pytest.param(["* a", "- b"], ["* a", "- b"], id="a list before is not known"),
        pytest.param(
            ["## Satu", "- a", 'Kata "satu".'],
            ["## Satu", "- a", 'Kata "satu".'],
            id="ids are counted by who sees all headings",
        ),
    ],
)
def test_block_that_hangs_on_another_is_left_to_markdown(
    blocks: list[str], shown: list[str]
):
    asked: list[str] = []

    def converted(markdown: str) -> str | None:
        asked.append(markdown)
        return convert(markdown)

    assert convert("\n\n".join(["Nol.", *blocks])) == set_prose(
        ["Nol.", *blocks], resolve, converted
    )
    assert ["\n\n".join(["\ue0060\ue007", *shown])] == asked


def test_headings_of_the_same_words_have_different_ids():
    blocks = ["## Satu", "Dua.", "### Satu", "## Satu"]

    assert convert("\n\n".join(blocks)) == set_prose(blocks, resolve, refused)


@pytest.mark.parametrize("block", [": uraian", "*[WHO]: organisasi"])
def test_block_that_makes_more_of_another_is_set_with_it(block: str):
    assert set_prose(["Kata WHO", block], resolve, convert) is None


def test_what_may_not_be_published_is_not_set():
    assert set_prose(["Satu.", "Dua &#xfdd0;."], resolve, convert) is None


# A definition of what no text says: nothing is printed of it, and by it a text is left
# to Markdown altogether.
_LEFT_TO_MARKDOWN = "\n\n*[ZZZZ]: nol\n"


def bodies(content: Content) -> list[tuple[str, str]]:
    registers, _ = read_registers(
        {name: file.text for name, file in content.registers.items()}
    )
    assert registers is not None
    house = House(resolve)
    return [
        (filing.path, typeset(filing.release, filing.notation(), house).html)
        for filing in read_archive(content, registers).by_path.values()
    ]


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["content", "tests/content", "corpus"])
def test_every_body_is_the_one_that_markdown_alone_gives(folder: str, tmp_path: Path):
    root = ROOT / folder
    if folder == "corpus":
        root = tmp_path
        make_corpus(root, 300)
    content = read_content(root)
    left = replace(
        content,
        releases=tuple(
            replace(file, text=file.text + _LEFT_TO_MARKDOWN)
            for file in content.releases
        ),
    )

    assert bodies(left) == bodies(content)


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


# Nearly what is set directly: a slip here and there, at the edges of marks above all.
_PIECE = st.sampled_from(
    [
        *(
            "Warga",
            "datang",
            "(lima)",
            "“siap,”",
            "dll.",
            "5",
            "\ue001Kamis\ue002",
            "é",
        ),
        *("**tebal**", "*miring*", "[tautan](/a/)", "[Dua kata]({filename}/b_c.md)"),
        *("[a](https://a.example/b?c=d#e)", "[nol](/tiga/)", "**dua kata**", "**", "*"),
        *("[", "](/a/)", ")", "-", "!", "#", ".", "\u00a0", "\ue005", "\ue000 Kota"),
    ]
)
_HEAD = st.sampled_from(["", "", "- ", "1. ", "2. ", "> ", "## ", "### ", "* ", "    "])


@st.composite
def _usual(draw: st.DrawFn) -> str:
    head = draw(_HEAD)
    parts = st.lists(
        st.tuples(_PIECE, st.sampled_from([" ", " ", " ", "", f"\n{head}", "\n"])),
        min_size=1,
        max_size=7,
    )
    return head + "".join(word + blank for word, blank in draw(parts)).rstrip(" \n")


_CELL = st.lists(_PIECE, max_size=2).map(" ".join)
_RULE = st.sampled_from(["---", ":--", "--:", ":-:", " --- ", "-", ":", ""])


@st.composite
def _table(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 3))
    rows = [[_CELL] * width, [_RULE] * width]
    rows += [[_CELL] * draw(st.integers(width, width + 1)) for _ in range(2)]
    blank = draw(st.sampled_from(["", " "]))
    edge = draw(st.sampled_from(["|", "|", "|", ""]))
    return "\n".join(
        f"{edge}{'|'.join(f'{blank}{draw(cell)}{blank}' for cell in row)}{edge}"
        for row in rows
    )


@given(
    st.lists(
        st.one_of(_usual(), _usual(), _table(), _BLOCK, _ANY), min_size=1, max_size=5
    )
)
def test_what_is_set_directly_is_what_markdown_gives(blocks: list[str]):
    found = set_prose(blocks, resolve, convert)
    if found is not None:
        assert convert("\n\n".join(blocks)) == found


@pytest.fixture(scope="module")
def office() -> tuple[Content, Registers]:
    content = read_content(ROOT / "content")
    texts = {name: file.text for name, file in content.registers.items()}
    registers, _ = read_registers(texts)
    assert registers is not None
    return content, registers


@given(blocks=st.lists(st.one_of(_usual(), _table()), min_size=1, max_size=5))
def test_nothing_is_lost_of_what_has_no_html_in_a_proof(
    office: tuple[Content, Registers], blocks: list[str]
):
    marks = str.maketrans("", "", "\ue000\ue001\ue002\ue005")
    body = "\n\n".join(blocks).translate(marks)
    text = f"Title: Satu\nDate: 2026-11-20 09:00\n\n{body}\n"
    file = TextFile("releases/2026/2026-11-20-satu.md", text)
    content = replace(office[0], releases=(file,), pages=())
    (filing,) = read_archive(content, office[1]).releases

    html, faults = proof(filing.release, filing.notation())

    if not html and not faults:
        whole = typeset(filing.release, filing.notation(), House()).html
        assert [] == list(word_lost(filing, whole))
