"""The body of a release taken apart: pasted text, lists, furniture, code."""

import pytest
from newsdesk.notation import parse_release
from newsdesk.notation.paragraphs import ends_sentence, is_furniture, split_body

LONG = "Warga berkumpul di balai sejak pagi untuk belajar memilah sampah " * 2 + "rumah"


def split(text: str, *, pasted: bool = True) -> list[tuple[str, str]]:
    return [
        (paragraph.kind.value, paragraph.span.of(text))
        for paragraph in split_body(text, pasted=pasted)
    ]


def texts(*words: str) -> list[tuple[str, str]]:
    return [("text", each) for each in words]


# -- pasted text: rules 1 to 3 ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Satu.\n\nDua.", ["Satu.", "Dua."], id="blank line"),
        # rule 1
        pytest.param(f"{LONG}\ndan kecil", [LONG, "dan kecil"], id="long line"),
        pytest.param(f"kecil\n{LONG}", ["kecil", LONG], id="long line last"),
        pytest.param(
            f"kecil\n{'x' * 130}", [f"kecil\n{'x' * 130}"], id="long word is no text"
        ),
        pytest.param(
            f"kecil\n{LONG[:120].strip()}",
            [f"kecil\n{LONG[:120].strip()}"],
            id="120 characters are no long line",
        ),
        # rule 2
        pytest.param("Satu.\nDua.", ["Satu.", "Dua."], id="sentences"),
        pytest.param(
            "Satu!\n“Dua?”\n(Tiga)", ["Satu!", "“Dua?”", "(Tiga)"], id="marks"
        ),
        pytest.param("Satu:\n2 ekor.", ["Satu:", "2 ekor."], id="colon, figure"),
        pytest.param(
            "Satu. (yul/yon)\nDua.", ["Satu. (yul/yon)", "Dua."], id="sign-off"
        ),
        pytest.param("**Satu.**\n*Dua*", ["**Satu.**", "*Dua*"], id="emphasis"),
        # rule 3
        pytest.param(
            "Satu baris\nyang dilipat.", ["Satu baris\nyang dilipat."], id="wrap"
        ),
        pytest.param("Satu.\nlalu dua.", ["Satu.\nlalu dua."], id="small letter"),
        pytest.param("Kota\nBaru. Ya.", ["Kota\nBaru. Ya."], id="no sentence end"),
        pytest.param("Satu.\nDua\ntiga.", ["Satu.\nDua\ntiga."], id="one break of two"),
        # line breaks
        pytest.param("Satu.  \nDua.", ["Satu.  \nDua."], id="two blanks"),
        pytest.param("Satu.\\\nDua.", ["Satu.\\\nDua."], id="backslash"),
        pytest.param(
            "Satu. \nDua.", ["Satu.", "Dua."], id="one blank is no line break"
        ),
        # line ends and blanks
        pytest.param("Satu.\r\nDua.\rTiga.", ["Satu.", "Dua.", "Tiga."], id="CRLF, CR"),
        pytest.param(
            "\u00a0 Satu.\n\u00a0\nDua.", ["Satu.", "Dua."], id="no-break space"
        ),
        pytest.param("    Menjorok.", ["Menjorok."], id="indented text is no code"),
        pytest.param("Tagar\n#hidup sehat", ["Tagar\n#hidup sehat"], id="hashtag"),
    ],
)
def test_text_is_split(text: str, expected: list[str]) -> None:
    assert texts(*expected) == split(text)


def test_pages_are_not_split() -> None:
    assert texts("Satu.\nDua.") == split("Satu.\nDua.", pasted=False)


# -- other blocks ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "## Acara\nSatu.\nDua.",
            [("heading", "## Acara"), ("text", "Satu.\nDua.")],
            id="heading leaves its run alone",
        ),
        pytest.param(
            "Acara\n===\nSatu.\nDua.",
            [("heading", "Acara\n==="), ("text", "Satu.\nDua.")],
            id="underlined heading",
        ),
        pytest.param("> Satu.\n> Dua.", [("quotation", "> Satu.\n> Dua.")], id="quote"),
        pytest.param(
            "a | b\n--|--\n1 | 2", [("table", "a | b\n--|--\n1 | 2")], id="table"
        ),
        pytest.param("a | b\nDan c.", texts("a | b\nDan c."), id="a bar is no table"),
        pytest.param(
            "Istilah\n: arti", [("definition", "Istilah\n: arti")], id="definition list"
        ),
        pytest.param(
            "[^1]: Catatan.", [("definition", "[^1]: Catatan.")], id="footnote"
        ),
        pytest.param(
            "*[RT]: Rukun", [("definition", "*[RT]: Rukun")], id="abbreviation"
        ),
        pytest.param("[catatan] Satu.", texts("[catatan] Satu."), id="bracket is none"),
        pytest.param("<b>Satu.\nDua.", texts("<b>Satu.\nDua."), id="tag line"),
        pytest.param("---", [("furniture", "---")], id="rule across the page"),
        pytest.param(
            "```\nSatu.\n\nDua.\n```\nTiga.",
            [("code", "```\nSatu.\n\nDua.\n```"), ("text", "Tiga.")],
            id="fence over a blank line",
        ),
        pytest.param("```\nSatu.", texts("```\nSatu."), id="fence left open is text"),
        pytest.param(
            "![a](images/a.jpg)\n![b](images/b.jpg)\nSatu.",
            [
                ("picture", "![a](images/a.jpg)"),
                ("picture", "![b](images/b.jpg)"),
                ("text", "Satu."),
            ],
            id="pictures, then text",
        ),
        pytest.param(
            "Lihat ![a](images/a.jpg) ini.",
            texts("Lihat ![a](images/a.jpg) ini."),
            id="picture in a sentence is text",
        ),
        pytest.param(
            "[Peta](documents/2026/peta.pdf)",
            [("document", "[Peta](documents/2026/peta.pdf)")],
            id="document",
        ),
        pytest.param(
            "Unduh [Peta](documents/2026/peta.pdf)",
            texts("Unduh [Peta](documents/2026/peta.pdf)"),
            id="link in a sentence is text",
        ),
        # lists
        pytest.param("- satu\n- dua", [("list", "- satu\n- dua")], id="list"),
        pytest.param(
            "Yang hadir:\n- camat\n- lurah\nAcara selesai.",
            [
                ("text", "Yang hadir:"),
                ("list", "- camat\n- lurah"),
                ("text", "Acara selesai."),
            ],
            id="list in pasted text",
        ),
        pytest.param(
            "1. satu\n2) dua\n   terus\nSelesai.",
            [("list", "1. satu\n2) dua\n   terus"), ("text", "Selesai.")],
            id="numbered, wrapped",
        ),
        pytest.param(
            "- satu\n\n    masih satu\n\nLain.",
            [("list", "- satu"), ("list", "    masih satu"), ("text", "Lain.")],
            id="second paragraph of an item",
        ),
        pytest.param(
            "Rute Wringin\n- Sumber ditutup\nsejak pagi.",
            texts("Rute Wringin\n- Sumber ditutup\nsejak pagi."),
            id="hyphen of wrapped text is no list",
        ),
        pytest.param(
            "Tahun\n2026. Panen naik.",
            texts("Tahun\n2026. Panen naik."),
            id="a year is no list",
        ),
        # furniture
        pytest.param(
            "[Gambas:Video X]\nSatu.\nBaca juga: Dua",
            [
                ("furniture", "[Gambas:Video X]"),
                ("text", "Satu."),
                ("furniture", "Baca juga: Dua"),
            ],
            id="furniture before and after",
        ),
    ],
)
def test_blocks_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == split(text)


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Harga cabai turun",
        "**Baca juga:** Harga cabai turun",
        "Baca juga",
        "[Gambas:Video 20detik]",
        "ADVERTISEMENT",
        "Halaman Selanjutnya",
        "Copyright © KABAR 2026",
        "Tags: pasar, cabai",
        "Leave a Comment",
        "BACA SELENGKAPNYA",
        "Foto: Dinas Pasar",
        "Penulis: Rina",
        "Sumber: Dinas Pasar",
        "#pasar #wringin",
        "Laporan Wartawan Kabar, Rina",
        "Reuter",
        "(Reporting by A. Writer; Editing by B. Editor)",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga merupakan kegemaran warga",
        "Membaca juga: kegemaran warga",
        "Copyright adalah hak cipta",
        "Halaman rumah warga ditanami cabai",
        "Foto bersama menutup acara",
        "Penulis buku itu hadir",
        "Laporan warga ditindaklanjuti",
        "Laporan Wartawan Kabar dibacakan. Acara lalu ditutup.",
        "Reuters memberitakan panen",
        "Source dari mata air itu deras",
        "Tag harga dipasang",
        "#pasar dibuka",
        "Sumber air itu deras",
    ],
)
def test_sentence_that_begins_like_furniture_is_text(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Satu.", True),
        ("“Satu?”", True),
        ("Satu. (yul/yon)", True),
        ("Satu (dua)", False),
        ("Satu", False),
        ("Satu,", False),
        ("", False),
    ],
)
def test_line_ends_a_sentence(line: str, expected: bool) -> None:
    assert expected is ends_sentence(line)


def test_lines_are_those_of_the_file() -> None:
    text = "Title: A\n\nSatu.\n\n\nDua.\nTiga.\n"
    lines = [paragraph.line for paragraph in parse_release(text).paragraphs]
    assert [3, 6, 7] == lines


def test_sign_off_on_its_own_line_of_wrapped_text_stands_alone() -> None:
    release = parse_release("Warga pulang\nsetelah acara usai.\n(yul/yon)")
    kinds = [paragraph.kind.value for paragraph in release.paragraphs]
    assert ["text", "sign-off"] == kinds


def test_bracket_on_its_own_line_of_wrapped_text_does_not() -> None:
    release = parse_release("Warga pulang\nsetelah acara usai.\n(RT/RW)")
    assert ["text"] == [paragraph.kind.value for paragraph in release.paragraphs]
