"""Rules on the body: what may stand in a text, and where they point at what may not."""

from pathlib import Path

import pytest
from newsdesk.desk.body import PICTURE_LIMIT
from newsroom import BODY, HEADER, PATH, Newsroom, picture, release_text

LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai."
END = "Mereka datang. (ajl/bgp)"
CREDITED = 'images/2026/pasar.jpg "Pasar pagi. Foto: Ajeng"'
OTHER = "releases/2026/2026-11-19-pasar.md"


def told(newsroom: Newsroom, path: str = PATH) -> list[tuple[int, int, str]]:
    return [
        (f.line, f.column, f"{f.rule}/{f.form}".rstrip("/"))
        for f in newsroom.findings(path)
    ]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    newsroom.write("images/2026/pasar.jpg", picture())
    newsroom.write("extra/pedoman.pdf", b"x")
    header = (
        HEADER.replace("2026-11-20", "2026-11-19")
        + "Tags: Bank Sampah\nSeries: Kota Bersih\nAliases: /lama/pasar/\n"
    )
    body = BODY + "\n## Jam buka\n\nPagi. (ajl/bgp)\n"
    newsroom.write(OTHER, release_text(header, body))
    newsroom.write("pages/tentang.md", "Title: Tentang\n\nKantor kabar.\n")
    return newsroom


CORRECT = {
    # not HTML
    "words in angle brackets": "Isi <nama> dan <alamat lengkap>.",
    "less and greater": "Suhu 5 < 7 dan 9 > 8, a<b.",
    "a tag without an end": "Tulis <b lalu nama.",
    "a tag in inline code": "Tulis `<b>` untuk tebal.",
    "a tag in double backticks": "Tulis ``<b>`x`</b>`` saja.",
    "a tag in code with a backslash": r"Tulis `\` lalu `<b>` saja.",
    "a tag in a fence": "```\n<b>tebal</b>\n<!-- catatan -->\n```",
    "an escaped tag": r"Tulis \<b> untuk tebal.",
    "entities": "Tulis &lt;b&gt; dan &amp;.",
    "an address in angle brackets": "Buka <https://kota.example/a> dahulu.",
    "mail in angle brackets": "Tulis ke <pers@kota.example> saja.",
    # headings
    "headings of two to four": "## Satu\n\n### Dua\n\n#### Tiga",
    "a tag word": "Pakai #sampah di unggahan.",
    "a number sign": "Juara #1 tahun ini.",
    "a row of equals signs in a line": "Hasilnya === tiga.",
    "a heading with a line of hyphens": "Latar\n-----",
    "a rule": "***",
    # links
    "schemes": (
        "[a](https://a.example) [b](http://b.example) [c](mailto:c@d.example)"
        " [d](tel:+6200)"
    ),
    "a heading": "[bawah](#jam-layanan)\n\n## Jam layanan\n\nPagi.",
    "capitals in the scheme": "[a](HTTPS://a.example/)",
    "a release by its file": f"[pasar]({{filename}}/{OTHER})",
    "a release by its file, part of it": f"[pasar]({{filename}}/{OTHER}#jam-buka)",
    "a release by its address": "[pasar](/2026/11/19/pasar/)",
    "a page": "[tentang](/tentang/)",
    "a release by its whole URL": "[a](https://siaran.kota.example/2026/11/19/pasar/)",
    "a heading by its whole URL": (
        "[a](http://siaran.kota.example/2026/11/19/pasar/#bagian-jam-buka)"
    ),
    "the site itself": "[a](https://siaran.kota.example) [b](https://kota.example/x/)",
    "a site with a longer name": "[a](https://siaran.kota.example.com/x/)",
    "lists": (
        "[a](/) [b](/arsip/) [c](/arsip/2026/11/) [d](/kategori/lingkungan/)"
        " [e](/tag/bank-sampah/) [f](/tempat/kenanga/) [g](/reporter/ajeng/)"
        " [h](/seri/kota-bersih/) [i](/inisial/) [j](/feed.atom)"
    ),
    "an extra": "[pedoman](/pedoman.pdf)",
    "a link by its label": "[a][satu] dan [satu].\n\n[satu]: https://a.example",
    "brackets that are no link": "Ia [sambil tertawa] (pelan) menjawab.",
    "a link in code": "Tulis `[a](javascript:x)` jangan.",
    # pictures
    "a picture with caption and credit": f"![Pasar]({CREDITED})",
    "a picture with credit only": '![Pasar](images/2026/pasar.jpg "Foto: Ajeng")',
    "a static picture": f"![Pasar]({{static}}/{CREDITED})",
    "a gallery": f"![Satu]({CREDITED})\n![Dua]({CREDITED})",
    "a picture whose words begin like a generic one": f"![Foto tua]({CREDITED})",
    "a picture named as its one-word file": f"![pasar]({CREDITED})",
    "an exclamation before a bracket": "Awas![lihat catatan] katanya.",
    # definitions
    "a remark that reads like a definition": "[Catatan]: rapat ditunda sampai besok.",
    "a footnote": "Sampah turun[^1].\n\n[^1]: Data dinas.",
    "a footnote before a colon": "Turun[^1]: lima ton.\n\n[^1]: Data dinas.",
    "a label before a colon": "Dari [a][s]: lima.\n\n[s]: https://a.example",
    "an abbreviation with signs": "Rp/kg naik.\n\n*[Rp/kg]: Rupiah per kilogram",
    "an abbreviation": "TPA penuh.\n\n*[TPA]: Tempat pemrosesan akhir",
    "a definition with a title": '[a][s].\n\n[s]: https://a.example "Judul"',
    # code
    "a fence with its language": "```python\nx = 1\n```",
    "a fence of tildes": "~~~\nx\n~~~",
    "a longer fence around a shorter": "````\n```\n````",
    "inline code of three backticks": "Tulis ```kode``` saja.",
    # anything else
    "a table": "| a | b |\n|:--|--:|\n| 1 | 2 |",
    "a quotation": "> Kami datang.",
    "lists of both kinds": "- satu\n- dua\n\n1. satu\n2. dua",
    "braces and percent signs": "Nilai {{ x }} dan {% y %} 5 %.",
    "letters of other scripts": "漢字 ꦲꦏ꧀ 👩‍👩‍👧 é",
}


@pytest.mark.parametrize("words", CORRECT.values(), ids=CORRECT)
def test_correct_body_has_no_finding(newsroom: Newsroom, words: str) -> None:
    newsroom.release(f"{LEDE}\n\n{words}\n\n{END}\n")
    assert [] == told(newsroom)


WRONG = {
    # line 7 is the first of the paragraph
    "a tag with an attribute": ('Ini <span class="x">a</span>.', [(7, 5, "html")]),
    "a tag in capitals": ("Ini <SCRIPT>a</SCRIPT>.", [(7, 5, "html")]),
    "a tag that is only closed": ("Ini </div> saja.", [(7, 5, "html")]),
    "a tag of a word processor": ("Ini <o:p></o:p> saja.", [(7, 5, "html")]),
    "a comment": ("Ini <!-- rahasia --> saja.", [(7, 5, "html")]),
    "a tag over two paragraphs": ("<div>\n\na\n\n</div>", [(7, 1, "html")]),
    "a tag on the second line": ("Baris satu\nlalu <br/> dua.", [(8, 6, "html")]),
    "a tag behind a lone backtick": ("Satu ` lalu <b>a</b>.", [(7, 13, "html")]),
    "a tag in a table": ("| a |\n|---|\n| <b>c</b> |", [(9, 3, "html")]),
    "a scheme in entities": ("[a](java&#115;cript:x)", [(7, 5, "link-scheme")]),
    "a scheme in capitals": ("[a](JavaScript:x)", [(7, 5, "link-scheme")]),
    "a scheme in angle brackets": ("<javascript:x>", [(7, 2, "link-scheme")]),
    "a data link": ("[a](data:text/html,x)", [(7, 5, "link-scheme")]),
    "a scheme behind a label": (
        "[a].\n\n[a]: ftp://a.example",
        [(9, 6, "link-scheme")],
    ),
    "an address without a host": ("[a](https://)", [(7, 5, "link-scheme/whole")]),
    "an address with a blank": (
        "[a](http://a b.example)",
        [(7, 5, "link-scheme/whole")],
    ),
    "a port that is none": ("[a](http://a:99999/)", [(7, 5, "link-scheme/whole")]),
    "a misspelt file": (
        "[a]({filename}/releases/2026/2026-11-19-psar.md)",
        [(7, 5, "link-target/suggest")],
    ),
    "a whole URL without its slash": (
        "[a](https://siaran.kota.example/2026/11/19/pasar)",
        [(7, 5, "link-target/suggest")],
    ),
    "a slip in a whole URL": (
        "[a](https://siaran.kota.example/2026/11/19/psar/)",
        [(7, 5, "link-target/suggest")],
    ),
    "a heading that is not there by its whole URL": (
        "[a](https://siaran.kota.example/2026/11/19/pasar/#jam-tutup)",
        [(7, 5, "link-target/heading")],
    ),
    "the words of a heading behind an address": (
        "[a](/2026/11/19/pasar/#jam-buka)",
        [(7, 5, "link-target/suggest")],
    ),
    "a heading that is not there by its address": (
        "[a](/2026/11/19/pasar/#jam-tutup)",
        [(7, 5, "link-target/heading")],
    ),
    "an unknown category": ("[a](/kategori/olahraga/)", [(7, 5, "link-target")]),
    "a file beside": ("[a](pasar.md)", [(7, 5, "link-target/relative")]),
    "attach in capitals": ("[a]({ATTACH}/../x)", [(7, 5, "attach")]),
    "two pictures in a row, one missing": (
        f"![a]({CREDITED})\n![b]({CREDITED.replace('pasar', 'pasr', 1)})",
        [(8, 6, "picture-missing/suggest")],
    ),
    "a picture in a list": (
        "- ![a](images/2026/pasar.jpg)",
        [(7, 3, "picture-inline")],
    ),
    "a picture in a link": (
        "[![a](images/2026/pasar.jpg)](/arsip/)",
        [(7, 2, "picture-inline")],
    ),
    "a fence closed by another mark": ("```\nkode\n~~~", [(7, 1, "fence-open")]),
    "line numbers in a fence": (
        '```python hl_lines="1"\nx\n```',
        [(7, 4, "fence-attributes")],
    ),
    "a footnote used by another name": (
        "Turun[^1].\n\n[^2]: Data.",
        [(9, 1, "definition-unused/footnote")],
    ),
    "an abbreviation inside a word": (
        "TPAS penuh.\n\n*[TPA]: Tempat",
        [(9, 1, "definition-unused/abbreviation")],
    ),
    "an abbreviation over two lines": (
        "*[Rapat\nbesar]: ditunda",
        [(7, 1, "definition-unused/abbreviation")],
    ),
    "a label over two lines": (
        "[Rapat\nbesar]: ditunda",
        [(7, 1, "definition-unused/label")],
    ),
    "a footnote over two lines": (
        "[^Rapat\nbesar]: ditunda",
        [(7, 1, "definition-unused/footnote")],
    ),
    "marks that swallow a word": ("Itu *satu**_*Dua.", [(7, 14, "word-lost")]),
    "five marks before a heading": ("##### Rincian", [(7, 1, "heading-deep")]),
    "a heading of the first level, closed": ("# Latar #", [(7, 1, "heading-one")]),
}


@pytest.mark.parametrize(("words", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_body_is_found_once_and_at_its_place(
    newsroom: Newsroom, words: str, expected: list[tuple[int, int, str]]
) -> None:
    newsroom.release(f"{LEDE}\n\n{words}\n\n{END}\n")
    assert expected == told(newsroom)


def test_page_is_under_the_rules_of_the_body_too(newsroom: Newsroom) -> None:
    path = "pages/privasi.md"
    newsroom.write(path, "Title: Privasi\n\nIni <b>penting</b>.\n\n# Satu\n")
    assert [(3, 5, "html"), (5, 1, "heading-one")] == told(newsroom, path)


@pytest.mark.parametrize(
    ("size", "rules"), [(PICTURE_LIMIT, []), (PICTURE_LIMIT + 1, ["picture-large"])]
)
def test_picture_may_have_one_megabyte(
    newsroom: Newsroom, size: int, rules: list[str]
) -> None:
    newsroom.write("images/2026/pasar.jpg", picture(size=size))
    newsroom.release(f"{LEDE}\n\n![Pasar]({CREDITED})\n\n{END}\n")
    assert rules == [f.rule for f in newsroom.findings()]


# -- links to what is held -------------------------------------------------------------

LINK = f"{LEDE}\n\nLihat [pasar]({{filename}}/{OTHER}).\n\n{END}\n"
AHEAD = "Embargo: 2026-12-01 09:00\n"
WITHDRAWN = "Withdrawn: 2026-11-21 09:00 | Salah\n"

HELD = {
    "a draft": ("Status: draft\n", "", True),
    "an embargo ahead": (AHEAD, "", True),
    "an embargo that ends when this one does": (AHEAD, AHEAD, False),
    "an embargo that ends before this one does": (
        AHEAD,
        "Embargo: 2026-12-02 09:00\n",
        False,
    ),
    "an embargo that ends after this one does": (
        AHEAD,
        "Embargo: 2026-11-30 09:00\n",
        True,
    ),
    "an embargo that is over": ("Embargo: 2026-11-20 09:00\n", "", False),
    "a draft from a draft": ("Status: draft\n", "Status: draft\n", False),
    "a release that is out": ("", "", False),
    "a draft from a withdrawn release": ("Status: draft\n", WITHDRAWN, False),
}


@pytest.mark.parametrize(("there", "here", "found"), HELD.values(), ids=HELD)
def test_link_to_what_may_not_be_read_yet(
    newsroom: Newsroom, there: str, here: str, found: bool
) -> None:
    header = HEADER.replace("2026-11-20", "2026-11-19")
    newsroom.write(OTHER, release_text(header + there))
    newsroom.release(LINK, header=HEADER + here)
    expected = ["link-held"] if found else []
    assert expected == [rule for _, _, rule in told(newsroom)]


@pytest.mark.parametrize(
    ("here", "expected"),
    [("", ["link-withdrawn"]), ("Status: draft\n", []), (WITHDRAWN, [])],
    ids=["published", "draft", "withdrawn itself"],
)
def test_link_to_what_was_withdrawn(
    newsroom: Newsroom, here: str, expected: list[str]
) -> None:
    header = HEADER.replace("2026-11-20", "2026-11-19")
    newsroom.write(OTHER, release_text(header + WITHDRAWN))
    newsroom.release(LINK, header=HEADER + here)
    assert expected == [rule for _, _, rule in told(newsroom)]


SPELLINGS = {
    "address": "/2026/12/01/pasar/",
    "plain text": "/2026/12/01/pasar/rilis.txt",
    "whole": "https://siaran.kota.example/2026/12/01/pasar/",
    "unsafe": "http://siaran.kota.example/2026/12/01/pasar/",
    "capitals": "HTTPS://Siaran.Kota.Example/2026/12/01/pasar/",
    "port": "https://siaran.kota.example:443/2026/12/01/pasar/",
    "automatic": "https://siaran.kota.example./2026/12/01/pasar/#satu",
}


@pytest.mark.parametrize("link", SPELLINGS.values(), ids=SPELLINGS)
def test_address_of_what_is_held_is_known_however_it_is_spelled(
    newsroom: Newsroom, link: str
) -> None:
    header = HEADER.replace("2026-11-20", "2026-11-19")
    newsroom.write(OTHER, release_text(header + AHEAD))
    newsroom.release(f"{LEDE}\n\nLihat [pasar]({link}).\n\n{END}\n")
    assert "link-held" in [rule for _, _, rule in told(newsroom)]


def test_former_address_leads_on(newsroom: Newsroom) -> None:
    ledger = "address\trelease\tfirst\tstate\tto\n/lama/pasar/\t"
    moved = f"{OTHER}\t2026-11-19\tmoved\t/2026/11/19/pasar/\n"
    newsroom.write("registers/addresses.tsv", ledger + moved)
    link = "https://siaran.kota.example/lama/pasar/"
    newsroom.release(f"{LEDE}\n\nLihat [a](/lama/pasar/), [b]({link}).\n\n{END}\n")
    assert [] == told(newsroom)


LISTS = {
    "tag": "/tag/pasar-malam/",
    "series": "/seri/pasar-malam/",
    "place": "/tempat/sawo/feed.atom",
    "month": "/arsip/2025/12/",
}


@pytest.mark.parametrize("address", LISTS.values(), ids=LISTS)
def test_list_is_there_when_the_first_of_its_releases_is_out(
    newsroom: Newsroom, address: str
) -> None:
    path = "releases/2025/2025-12-01-malam.md"
    header = (
        HEADER.replace("2026-11-20", "2025-12-01")
        + "Tags: Pasar Malam\nSeries: Pasar Malam\nLocation: Sawo\n"
    )
    newsroom.release(f"{LEDE}\n\nLihat [itu]({address}).\n\n{END}\n")
    unknown = told(newsroom)
    newsroom.write(path, release_text(header + "Status: draft\n"))
    draft = told(newsroom)
    newsroom.write(path, release_text(header))
    assert ([(7, 13, "link-held")], []) == (draft, told(newsroom))
    assert ["link-target"] == [rule.partition("/")[0] for _, _, rule in unknown]


def test_english_home_is_there_with_the_first_edition(newsroom: Newsroom) -> None:
    newsroom.release(f"{LEDE}\n\nLihat [itu](/en/).\n\n{END}\n")
    before = [rule for _, _, rule in told(newsroom)]
    newsroom.write(PATH.replace(".md", ".en.md"), release_text("Title: Waste\n"))
    assert (["link-target"], []) == (before, told(newsroom))
