"""How a release's text becomes the body of its page."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from bs4 import BeautifulSoup
from filed import set_body
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body import (
    Body,
    House,
    Notation,
    Photo,
    Picture,
    Variant,
    typeset,
    with_photos,
)
from newsdesk.notation import parse_release
from newsdesk.notation.source import parse_header
from newsroom import HEADER

DATELINE = "Kenanga (kota.example) – "
PRINTED = (
    '<span class="dateline"><span class="dateline__place">Kenanga</span>'
    " (kota.example) –</span> "
)


def _paragraphs(body: Body) -> list[str]:
    return re.findall(r"<p>(.*?)</p>", body.html, re.DOTALL)


def _soup(body: Body) -> BeautifulSoup:
    return BeautifulSoup(body.html, "html.parser")


# -- paragraphs ------------------------------------------------------------------------


def test_paragraphs_are_parted_by_blank_lines():
    body = set_body(f"{DATELINE}Satu.\n\nDua.\n\nTiga.\n")

    assert [f"{PRINTED}Satu.", "Dua.", "Tiga."] == _paragraphs(body)
    assert f"{DATELINE}Satu.\n\nDua.\n\nTiga." == body.text


def test_pasted_lines_are_paragraphs():
    body = set_body(f"{DATELINE}Warga datang.\nMereka membawa wadah.\n")

    assert [f"{PRINTED}Warga datang.", "Mereka membawa wadah."] == _paragraphs(body)


def test_wrapped_lines_are_one_paragraph():
    body = set_body(f"{DATELINE}Warga datang dan\nmembawa wadah.\n")

    assert [f"{PRINTED}Warga datang dan\nmembawa wadah."] == _paragraphs(body)
    assert f"{DATELINE}Warga datang dan membawa wadah." == body.text


@pytest.mark.parametrize("ending", ["  ", "\\"], ids=["two blanks", "backslash"])
def test_line_break_is_kept(ending: str):
    body = set_body(f"{DATELINE}Balai Kenanga{ending}\nJalan Sawo 1\n")

    assert re.search(r"Balai Kenanga\s*<br>\s*Jalan Sawo 1", body.html)
    assert f"{DATELINE}Balai Kenanga\nJalan Sawo 1" == body.text


@pytest.mark.parametrize("indent", ["    ", "\t", "\u00a0\u00a0", "\u00a0    "])
def test_indented_paragraph_is_no_code(indent: str):
    body = set_body(f"{indent}{DATELINE}Satu.\n\n{indent}Dua.\n")

    assert [f"{PRINTED}Satu.", "Dua."] == _paragraphs(body)


# -- dateline --------------------------------------------------------------------------

PLACE = '<span class="dateline__place">Kenanga</span>'


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Kenanga (kota.example) – ", f"{PLACE} (kota.example) –"),
        ("Kenanga (kota.example) — ", f"{PLACE} (kota.example) —"),
        ("Kenanga (kota.example) - ", f"{PLACE} (kota.example) -"),
        ("Kenanga (kota.example) -- ", f"{PLACE} (kota.example) --"),
        ("Kenanga (kota.example)- ", f"{PLACE} (kota.example)-"),
        ("Kenanga (kota.example) –", f"{PLACE} (kota.example) –"),
        ("Kenanga (kota.example) ", f"{PLACE} (kota.example)"),
        ("Kenanga (kota.example): ", f"{PLACE} (kota.example):"),
        ("Kenanga(kota.example) – ", f"{PLACE}(kota.example) –"),
        ("Kenanga – ", f"{PLACE} –"),
        ("(kota.example) – ", "(kota.example) –"),
        ("Kenanga (kota.example – ", f"{PLACE} (kota.example –"),
        ("Kenanga kota.example) – ", f"{PLACE} kota.example) –"),
        ("Kenanga, kota.example – ", f"{PLACE}, kota.example –"),
        ("Kenanga (Kabar Raya) – ", f"{PLACE} (Kabar Raya) –"),
        ("Kenanga (kota.example) –\n", f"{PLACE} (kota.example) –"),
        ("Kenanga (kota.example) –\n\n", f"{PLACE} (kota.example) –"),
        ("**Kenanga** (kota.example) – ", f"{PLACE} (kota.example) –"),
        ("**Kenanga (kota.example)** – ", f"{PLACE} (kota.example) –"),
        ("*Kenanga (kota.example) –* ", f"{PLACE} (kota.example) –"),
        ("__Kenanga__ (*kota.example*) – ", f"{PLACE} (kota.example) –"),
        ("**Kenanga (kota.example) – **", f"{PLACE} (kota.example) –"),
        ("Kenanga&nbsp;(kota.example)&nbsp;&ndash; ", f"{PLACE} (kota.example) –"),
        ("Kenanga (kota.example) –&nbsp;", f"{PLACE} (kota.example) –"),
        ("Kenanga\u00a0(kota.example)\u00a0–\u00a0", f"{PLACE} (kota.example) –"),
        ("Kenanga \\(kota.example\\) – ", f"{PLACE} (kota.example) –"),
        ("[Kenanga](https://kota.example) (kota.example) – ",
         f"{PLACE} (kota.example) –"),
        ("[Kenanga (kota.example)](https://kota.example) – ",
         f"{PLACE} (kota.example) –"),
        ("Kenanga (warta_kota.example) – ", f"{PLACE} (warta_kota.example) –"),
    ],
)  # fmt: skip
def test_dateline_is_run_in_as_written(written: str, printed: str):
    body = set_body(f"{written}Warga datang.\n")

    assert [f'<span class="dateline">{printed}</span> Warga datang.'] == _paragraphs(
        body
    )
    assert "Warga datang." == body.teaser


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("Kenanga, Jawa", "Kenanga, Jawa"),
        ("KENANGA/SAWO", "KENANGA/SAWO"),
        ("Ylang-ylang", "Ylang-ylang"),
        ("Kenanga &amp; Sawo", "Kenanga &amp; Sawo"),
    ],
)
def test_place_keeps_its_spelling(place: str, shown: str):
    body = set_body(f"{place} (kota.example) – Warga datang.\n")

    assert f'<span class="dateline__place">{shown}</span>' in body.html


@pytest.mark.parametrize(
    "text",
    [
        "Warga Kenanga (kota.example) – datang.",
        "Warga datang ke balai (gedung lama) – pagi itu.",
        "Warga – juga anak – datang.",
        "Kenanga (20/11) (kota.example) – Warga datang.",
    ],
)
def test_what_is_no_dateline_stays_in_the_sentence(text: str):
    assert [text] == _paragraphs(set_body(text))


def test_only_the_first_paragraph_has_a_dateline():
    body = set_body(f"{DATELINE}Satu.\n\nSawo (kota.example) – Dua.\n")

    assert [f"{PRINTED}Satu.", "Sawo (kota.example) – Dua."] == _paragraphs(body)


def test_dateline_is_found_below_picture_heading_and_quotation():
    body = set_body(f"## Kabar\n\n> Kutipan.\n\n{DATELINE}Satu.\n")

    assert ["Kutipan.", f"{PRINTED}Satu."] == _paragraphs(body)


def test_emphasis_that_goes_on_behind_the_dateline_is_kept():
    body = set_body("**Kenanga (kota.example) – Warga** datang.\n")

    assert [f"{PRINTED}<strong>Warga</strong> datang."] == _paragraphs(body)


@pytest.mark.parametrize(
    ("quotation", "set_as"),
    [('"Saya senang," kata warga.', "“Saya senang,” kata warga."),
     ("'Saya senang,' kata warga.", "‘Saya senang,’ kata warga."),
     ("“Saya senang,” kata warga.", "“Saya senang,” kata warga.")],
)  # fmt: skip
def test_quotation_behind_the_dateline_is_opened(quotation: str, set_as: str):
    body = set_body(f"{DATELINE}{quotation}\n")

    assert [f"{PRINTED}{set_as}"] == _paragraphs(body)
    assert set_as == body.teaser


@pytest.mark.parametrize(
    ("header", "printed"),
    [
        ("Sawo (Kabar Raya)",
         '<span class="dateline__place">Sawo</span> (Kabar Raya) –'),
        ("Sawo", '<span class="dateline__place">Sawo</span> –'),
        ("Sawo (Kabar Raya) –",
         '<span class="dateline__place">Sawo</span> (Kabar Raya) –'),
        ("Sawo, Jawa (kota.example)",
         '<span class="dateline__place">Sawo, Jawa</span> (kota.example) –'),
    ],
)  # fmt: skip
def test_dateline_of_the_header_wins(header: str, printed: str):
    body = set_body(f"{DATELINE}Satu.\n", f"{HEADER}Dateline: {header}\n")

    assert [f'<span class="dateline">{printed}</span> Satu.'] == _paragraphs(body)


def test_dateline_of_the_header_opens_a_text_without_one():
    body = set_body("Satu.\n", f"{HEADER}Titimangsa: Sawo (kota.example)\n")

    assert "Sawo (kota.example) – Satu." == body.text


def test_dash_in_the_header_says_that_there_is_no_dateline():
    body = set_body(f"{DATELINE}Satu.\n", f"{HEADER}Dateline: -\n")

    assert [f"{DATELINE}Satu."] == _paragraphs(body)


def test_dateline_is_escaped():
    body = set_body("Satu.\n", f"{HEADER}Dateline: <b>A & B (x<y)\n")

    assert "&lt;b&gt;A &amp; B</span> (x&lt;y) –" in body.html
    assert "<b>A & B (x<y) – Satu." == body.text


# -- event date ------------------------------------------------------------------------

TIME = '<time class="event-date" datetime="2026-11-19">'


def test_event_date_is_marked_where_it_stands():
    body = set_body(f"{DATELINE}Warga datang, Kamis (19/11/2026).\n")

    assert [f"{PRINTED}Warga datang, {TIME}Kamis (19/11/2026)</time>."] == _paragraphs(
        body
    )


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Warga datang, Rabu (19/11/2026).", ""),
        ("Warga datang, Kamis (31/11/2026).", ""),
        ("Warga datang, Kamis.", ""),
        ("Warga datang, Kamis (19/11/2026).", "Event-date: -\n"),
        ("Warga datang, Kamis (19/11/2026).", "Event-date: 2026-11-18\n"),
    ],
    ids=["weekday", "no such day", "no date", "header says none", "header differs"],
)
def test_event_date_in_doubt_is_not_marked(text: str, header: str):
    body = set_body(f"{DATELINE}{text}\n", HEADER + header)

    assert [f"{PRINTED}{text}"] == _paragraphs(body)


def test_event_date_that_the_header_repeats_is_marked():
    body = set_body(
        f"{DATELINE}Warga datang, Kamis (19/11/2026).\n",
        f"{HEADER}Tanggal-acara: 2026-11-19\n",
    )

    assert TIME in body.html


@pytest.mark.parametrize(
    "written",
    [
        "**Kamis (19/11/2026)**",
        "Kamis (*19/11/2026*)",
        "*Kamis* (19/11/2026)",
        "*pada Kamis* (19/11/2026)",
        "Kamis *(19/11/2026)*",
        "[Kamis (19/11/2026)](https://kota.example)",
        "Kamis [(19/11/2026)](https://kota.example)",
        "[hari Kamis](https://kota.example) (19/11/2026)",
        "Kamis *(19/11/2026)*\n\nLalu",
    ],
)
def test_event_date_crosses_no_other_tag(written: str):
    body = set_body(f"{DATELINE}Warga datang {written}.\n")
    opened: list[str] = []
    for end, tag in re.findall(r"<(/?)([a-z0-9]+)", body.html):
        if not end:
            opened.append(tag)
        else:
            assert opened.pop() == tag, body.html

    assert [] == opened
    assert f"{DATELINE}Warga datang" in body.text


@pytest.mark.parametrize("written", ["*Kamis* (19/11/2026)", "*Kamis* *(19/11/2026)*"])
def test_event_date_that_is_a_paragraph_stays_inside_it(written: str):
    body = set_body(f"{written}\n\nDua.\n")

    assert ["p", "p"] == [tag.name for tag in _soup(body).find_all(recursive=False)]


# -- sign-off --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "shown"),
    [
        ("Satu. (ajl/bgp)", "Satu."),
        ("Satu. (ajl/bgp).", "Satu."),
        ("Satu.\n(ajl/bgp)", "Satu."),
        ("Satu.\n\n(ajl/bgp)", "Satu."),
        ("Satu. **(ajl/bgp)**", "Satu."),
        ("Satu. [ajl/bgp]", "Satu."),
        ("Satu. (ajl/\u00a0bgp)", "Satu."),
        ("Satu (ajl/bgp)", "Satu"),
        ("Satu. (ajl)\n\n![A](images/2026/a.png)", "Satu."),
    ],
)
def test_sign_off_leaves_the_body(end: str, shown: str):
    assert [f"{PRINTED}{shown}"] == _paragraphs(set_body(f"{DATELINE}{end}\n"))


@pytest.mark.parametrize("bracket", ["(2026)", "(Persero)", "(DPRD)", "(lima puluh)"])
def test_other_brackets_stay(bracket: str):
    body = set_body(f"{DATELINE}Satu {bracket}\n")

    assert [f"{PRINTED}Satu {bracket}"] == _paragraphs(body)


@pytest.mark.parametrize(
    ("end", "text"),
    [
        ("Satu. (ajl/bgp)", "Satu. (ajl/bgp)"),
        ("Satu.\n\n(ajl/bgp)", "Satu. (ajl/bgp)"),
        ("Satu. (ajl/bgp)\n\nDua:\n\n- a\n- b", None),
        ("Satu:\n\n- a\n- b\n\n(ajl/bgp)", "Satu:\n\n- a\n- b\n\n(ajl/bgp)"),
        ("Satu.\n\n| a |\n|---|\n| b |\n\n(ajl)", "Satu.\n\na\nb\n\n(ajl)"),
        ("Satu.[^1] (ajl)\n\n[^1]: Dua.", None),
    ],
    ids=["run in", "alone", "list last", "list above", "table above", "footnote last"],
)
def test_sign_off_never_reads_as_part_of_another_block(end: str, text: str | None):
    """In plain text it closes the release, behind no item, row or footnote."""
    found = set_body(f"{DATELINE}{end}\n").text
    if text is not None:
        assert f"{DATELINE}{text}" == found
    last = found.splitlines()[-1]

    assert not re.match(r"(?:- |\d+\. |[a-z]$|b ).*\(ajl", last), found


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**(ajl/bgp)**", "(ajl/bgp)"),
        ("*(ajl/bgp)*", "(ajl/bgp)"),
        ("\\(ajl/bgp\\)", "(ajl/bgp)"),
        ("&#40;ajl/bgp&#41;", "(ajl/bgp)"),
    ],
)
def test_sign_off_shows_no_marks_of_markdown(written: str, shown: str):
    assert f"{DATELINE}Satu. {shown}" == set_body(f"{DATELINE}Satu. {written}\n").text


def test_sign_off_of_the_header_wins():
    body = set_body(f"{DATELINE}Satu. (ajl)\n", f"{HEADER}Sign-off: ajl/bgp\n")

    assert [f"{PRINTED}Satu."] == _paragraphs(body)
    assert f"{DATELINE}Satu. (ajl/bgp)" == body.text


def test_dash_in_the_header_says_that_there_is_no_sign_off():
    body = set_body(f"{DATELINE}Satu. (ajl)\n", f"{HEADER}Inisial: -\n")

    assert [f"{PRINTED}Satu. (ajl)"] == _paragraphs(body)
    assert f"{DATELINE}Satu. (ajl)" == body.text


# -- pictures --------------------------------------------------------------------------

PHOTO = Photo(
    (
        Variant("/gambar/2026/b-640.ab.png", 640, 400, 10),
        Variant("/gambar/2026/b-900.cd.png", 900, 563, 20),
    ),
    "",
    "",
    "",
    "PNG",
)
PHOTOS = {f"images/2026/{name}.png": PHOTO for name in "abcde"}


def _illustrated(text: str) -> Body:
    """Return a body as set, with its figures."""
    return with_photos(set_body(text), PHOTOS, "/kabar", "Foto")


def _picture(name: str, title: str = "") -> str:
    quoted = f' "{title}"' if title else ""
    return f"![Gambar {name}](images/2026/{name}.png{quoted})"


def _names(pictures: Iterable[Picture]) -> list[str]:
    return [picture.path[-5] for picture in pictures]


def test_first_picture_is_the_lead_wherever_it_stands():
    body = _illustrated(f"{DATELINE}Satu.\n\n{_picture('a')}\n\nDua.\n")

    assert body.lead is not None
    assert "images/2026/a.png" == body.lead.path
    assert "<img" not in body.html
    assert [f"{PRINTED}Satu.", "Dua."] == _paragraphs(body)


def test_release_without_pictures_has_no_lead():
    body = set_body(f"{DATELINE}Satu.\n")

    assert (None, (), ()) == (body.lead, body.gallery, body.figures)


def test_two_pictures_in_a_row_are_a_gallery():
    text = f"{DATELINE}Satu.\n\n{_picture('a')}\n\nDua.\n\n{_picture('b')}\n\n"
    body = _illustrated(f"{text}{_picture('c')}\n\nTiga.\n")

    assert ["b", "c"] == _names(body.gallery)
    assert [] == _names(body.figures)


def test_lead_is_no_part_of_the_gallery_it_begins():
    pictures = "\n".join(map(_picture, "abc"))
    body = _illustrated(f"{DATELINE}Satu.\n\n{pictures}\n")

    assert "a" == body.lead.path[-5]
    assert ["b", "c"] == _names(body.gallery)


def test_single_picture_stands_in_the_text():
    text = f"{DATELINE}Satu.\n\n{_picture('a')}\n\nDua.\n\n"
    title = "Pasar & kios. Foto: Humas <Kota>"
    body = _illustrated(f"{text}{_picture('b', title)}\n\nTiga.\n")
    figure = _soup(body).figure

    assert ["b"] == _names(body.figures)
    assert "/kabar/gambar/2026/b-900.cd.png" == figure.img["src"]
    assert "900" == figure.img["width"]
    assert "563" == figure.img["height"]
    assert "Gambar b" == figure.img["alt"]
    assert (
        "/kabar/gambar/2026/b-640.ab.png 640w, /kabar/gambar/2026/b-900.cd.png 900w"
        == figure.img["srcset"]
    )
    assert "Pasar & kios. Foto: Humas <Kota>" == figure.figcaption.get_text()
    assert "Dua." == figure.find_previous("p").get_text()
    assert "Tiga." == figure.find_next("p").get_text()


def test_single_picture_leaves_no_mark_in_the_plain_text():
    text = f"{DATELINE}Satu.\n\n{_picture('a')}\n\nDua.\n\n{_picture('b')}\n\nTiga.\n"
    body = _illustrated(text)

    assert f"{DATELINE}Satu.\n\nDua.\n\nTiga." == body.text


def test_picture_without_words_has_no_caption():
    text = f"{DATELINE}Satu.\n\n{_picture('a')}\n\nDua.\n\n{_picture('b')}\n"

    assert "figcaption" not in _illustrated(text).html


@pytest.mark.parametrize(
    ("title", "caption", "credit"),
    [
        ("Pasar pagi. Foto: Humas", "Pasar pagi.", "Humas"),
        ("Pasar pagi. Foto: Humas.", "Pasar pagi.", "Humas"),
        ("A market. Photo: PR Office", "A market.", "PR Office"),
        ("Foto: Humas", "", "Humas"),
        ("Foto: lama. Foto: Humas", "Foto: lama.", "Humas"),
        ("Pasar pagi.", "Pasar pagi.", ""),
        ("Foto pasar pagi", "Foto pasar pagi", ""),
        ("Wali Kota (kiri) di pasar. Foto: Humas", "Wali Kota (kiri) di pasar.",
         "Humas"),
        ("Wali Kota (kiri", "Wali Kota (kiri", ""),
        ("Pasar 1) pagi, 2) sore", "Pasar 1) pagi, 2) sore", ""),
        (r"Pasar \"Besar\". Foto: Humas", 'Pasar "Besar".', "Humas"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_title_is_caption_and_credit(title: str, caption: str, credit: str):
    body = set_body(f"{DATELINE}Satu.\n\n{_picture('a', title)}\n")

    assert (caption, credit) == (body.lead.caption, body.lead.credit)


@pytest.mark.parametrize(
    "written",
    [
        "![Pasar](images/2026/a.png)",
        "![Pasar]({static}/images/2026/a.png)",
        "![Pasar](/images/2026/a.png)",
        "![Pasar](images/2026/a.png 'Pagi')",
        "![Pasar](images/2026/a.png 'Pagi (ramai)')",
    ],
)
def test_ways_to_write_a_picture_are_one(written: str):
    body = set_body(f"{DATELINE}Satu.\n\n{written}\n")

    assert ("images/2026/a.png", "Pasar") == (body.lead.path, body.lead.alt)


@pytest.mark.parametrize(
    ("written", "alt", "caption"),
    [
        (r"![Papan \[lama\]](images/2026/a.png)", "Papan [lama]", ""),
        (r'![Layar](images/2026/a.png "Layar 5\" (kiri)")', "Layar", 'Layar 5" (kiri)'),
    ],
    ids=["alt", "caption"],
)
def test_escaped_mark_in_a_picture_is_a_character(written: str, alt: str, caption: str):
    lead = set_body(f"{DATELINE}Satu.\n\n{written}\n").lead

    assert (alt, caption) == (lead and lead.alt, lead and lead.caption)


# -- Markdown --------------------------------------------------------------------------


def test_footnote_speaks_the_language_of_the_page():
    house = House(backlink="Kembali ke catatan {}")
    body = set_body(f"{DATELINE}Satu.[^a]\n\n[^a]: Catatan.\n", house=house)
    back = _soup(body).select_one(".footnote-backref")

    assert "Kembali ke catatan 1" == back["title"]
    assert "#fnref:a" == back["href"]
    assert "Catatan." in _soup(body).select_one(".footnote li").get_text()


def test_footnotes_of_one_release_do_not_reach_the_next():
    set_body(f"{DATELINE}Satu.[^a]\n\n[^a]: Catatan.\n")

    assert "footnote" not in set_body(f"{DATELINE}Dua.\n").html


def test_second_paragraph_of_a_footnote_stays_in_it():
    body = set_body(f"{DATELINE}Satu.[^a]\n\n[^a]: Catatan.\n\n    Lanjutan.\n")

    assert "Lanjutan." in _soup(body).select_one(".footnote").get_text()


def test_table_says_alignment_by_classes():
    table = "| Pasar | Pagi | Sore | Malam |\n|---|:--|:-:|--:|\n| a | b | c | d |"
    soup = _soup(set_body(f"{DATELINE}Satu.\n\n{table}\n"))
    classes = [cell.get("class", [""])[0] for cell in soup.select("td")]

    assert ["", "align-left", "align-center", "align-right"] == classes
    assert not soup.select("[style]")
    assert ["table"] == soup.table.parent["class"]


def test_row_keeps_its_empty_first_cell_in_the_plain_text():
    table = "| | Pagi |\n|---|---|\n| Randu | 2 |\n| | 3 |"
    body = set_body(f"{DATELINE}Satu.\n\n{table}\n")

    assert [" | Pagi", "Randu | 2", " | 3"] == [
        f" {line}" if line.startswith("|") else line
        for line in body.text.splitlines()[-3:]
    ]


@pytest.mark.parametrize(
    ("markdown", "html", "text"),
    [
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>', "3. a\n4. b"),
        ("- a\n\n- b", "<li>\n<p>a</p>\n</li>", "- a\n\n- b"),
        ("Pagi\n:   Pukul 05.30", "<dt>Pagi</dt>\n<dd>Pukul 05.30</dd>",
         "Pagi\nPukul 05.30"),
        ("```\na\n\n  <b>\n```", "<pre><code>a\n\n  &lt;b&gt;\n</code></pre>",
         "a\n\n  <b>"),
        ("> Kutipan.", "<blockquote>\n<p>Kutipan.</p>\n</blockquote>", "Kutipan."),
        ("## Latar", '<h2 id="bagian-latar">Latar</h2>', "Latar"),
        ("#tagar", "<p>#tagar</p>", "#tagar"),
        ("UPP buka.\n\n*[UPP]: Unit Pasar",
         '<abbr title="Unit Pasar">UPP</abbr> buka.', "UPP buka."),
        ("Harga <naik> & turun.", "Harga &lt;naik&gt; &amp; turun.",
         "Harga <naik> & turun."),
        ("AT&amp;T &copy; &eacute;", "AT&amp;T © é", "AT&T © é"),
        ("snake_case_word", "<p>snake_case_word</p>", "snake_case_word"),
        (r"\*bintang\*", "<p>*bintang*</p>", "*bintang*"),
    ],
)  # fmt: skip
def test_markdown_is_set(markdown: str, html: str, text: str):
    body = set_body(f"{DATELINE}Satu.\n\n{markdown}\n")

    assert html in body.html
    assert f"{DATELINE}Satu.\n\n{text}" == body.text


def test_links_are_resolved_to_the_page():
    house = House(resolve=lambda href: f"/kabar{href}" if href[0] == "/" else href)
    links = "[a](/arsip/) [b](https://kota.example/x) [c][1] <https://d.example>"
    body = set_body(f"{DATELINE}{links}\n\n[1]: /tag/pasar/\n", house=house)

    assert [
        "/kabar/arsip/",
        "https://kota.example/x",
        "/kabar/tag/pasar/",
        "https://d.example",
    ] == [link["href"] for link in _soup(body).find_all("a")]


def test_footnote_links_are_not_resolved():
    house = House(resolve=lambda href: f"!{href}")
    body = set_body(f"{DATELINE}Satu.[^a]\n\n[^a]: Catatan.\n", house=house)

    assert {"#fn:a", "#fnref:a"} == {a["href"] for a in _soup(body).find_all("a")}


# -- teaser ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lede", "teaser"),
    [
        ("Warga datang. Mereka pulang.", "Warga datang."),
        ("Warga datang! Mereka pulang.", "Warga datang!"),
        ("Kata Dr. Ajeng, warga datang. Lalu pulang.",
         "Kata Dr. Ajeng, warga datang."),
        ("Menurut A. Bagas warga datang. Lalu pulang.",
         "Menurut A. Bagas warga datang."),
        ("Dibuka pukul 08.00 di balai. Lalu tutup.", "Dibuka pukul 08.00 di balai."),
        ("Warga *datang* ke **balai**. Lalu pulang.", "Warga datang ke balai."),
        ("“Warga datang.” Lalu pulang.", "“Warga datang.”"),
        ("Warga datang", "Warga datang"),
        ("Warga\ndatang\nke balai. Lalu pulang.", "Warga datang ke balai."),
        ("Warga datang.[^1] Lalu pulang.\n\n[^1]: Catatan.", "Warga datang."),
        ("Warga datang ke [balai](https://kota.example). Lalu pulang.",
         "Warga datang ke balai."),
    ],
)  # fmt: skip
def test_teaser_is_the_first_sentence_of_the_lede(lede: str, teaser: str):
    assert teaser == set_body(f"{DATELINE}{lede}\n").teaser


@pytest.mark.parametrize(
    "before",
    ["> Kutipan orang.", "- satu\n\n- dua", "## Latar", "![A](images/2026/a.png)"],
    ids=["quotation", "loose list", "heading", "picture"],
)
def test_teaser_passes_over_what_is_no_lede(before: str):
    body = set_body(f"{before}\n\n{DATELINE}Warga datang. Lalu pulang.\n")

    assert "Warga datang." == body.teaser


def test_long_teaser_is_cut_at_a_word_below_220():
    body = set_body(f"{DATELINE}{'warga kampung, ' * 30}.\n")

    assert body.teaser.endswith(("warga…", "kampung…"))
    assert 200 < len(body.teaser) < 220


def test_teaser_without_any_blank_is_cut_too():
    teaser = set_body(f"{DATELINE}{'x' * 400}\n").teaser

    assert 1 < len(teaser) < 220


# -- faults ----------------------------------------------------------------------------


@pytest.mark.parametrize("code", range(0xE000, 0xE005))
def test_text_with_a_mark_of_ours_is_refused_at_its_place(code: int):
    body = set_body(f"{DATELINE}Satu.\n\nDua {chr(code)} tiga.\n")
    (fault,) = body.faults

    assert ("character-private", 7, 5) == (fault.rule, fault.line, fault.column)
    assert f"U+{code:04X}" == fault.values["value"]
    assert "" == body.html == body.text == body.teaser


@pytest.mark.parametrize("character", ["\ue005", "\ue0ff", "\uf8ff", "\U000f0000"])
def test_every_private_character_is_refused(character: str):
    """The rule speaks of the whole area; no page may hold one (test_pages)."""
    body = set_body(f"{DATELINE}Satu {character}.\n")

    assert ["character-private"] == [fault.rule for fault in body.faults]


@pytest.mark.parametrize(
    "written",
    [
        "&#xE000;",
        "&#57344;",
        "&#000000057344; ",
        "&#x0000000000E000 ",
        "&#xE001;b&#xE002;",
        "&#xE003;0&#xE004;",
        '[a](https://kota.example "&#xE001;b&#xE002;")',
        "[a](https://kota.example/&#xE001;)",
    ],
)
def test_mark_of_ours_written_as_an_entity_makes_no_tag(written: str):
    text = f"{DATELINE}Satu, Kamis (19/11/2026).\n\nDua {written} tiga.\n"
    body = set_body(text)
    soup = _soup(body)

    assert body.faults or (1, 1) == (
        len(soup.select(".dateline")),
        len(soup.select("time")),
    )
    assert '="<' not in body.html
    assert not re.search("[\ue000-\uf8ff]", body.html)


@pytest.mark.parametrize(
    "link",
    [
        "[a](javascript:alert(1))",
        "[a](JaVaScript:x)",
        "[a](&#106;avascript:x)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "<ftp://kota.example>",
        "[a][1]\n\n[1]: javascript:x",
    ],
)
def test_what_the_sanitiser_would_change_is_refused(link: str):
    body = set_body(f"{DATELINE}Satu {link}\n")

    if body.html:
        assert not [
            a for a in _soup(body).find_all("a") if not a["href"].startswith("http")
        ], body.html
    else:
        assert ["html-unsafe"] == [fault.rule for fault in body.faults]


@pytest.mark.parametrize(
    "tag",
    ["<script>alert(1)</script>", "<img src=x onerror=y>", "<b>tebal</b>",
     "<iframe src=x></iframe>", "<svg/onload=x>", "<nama>", "5 < 7 > 3"],
)  # fmt: skip
def test_html_of_a_writer_prints_as_typed(tag: str):
    body = set_body(f"{DATELINE}Satu {tag} dua.\n\n{tag}\n\nTiga.\n")
    names = {found.name for found in _soup(body).find_all(True)}

    assert names <= {"p", "span"}
    assert f"Satu {tag} dua." in body.text


@pytest.mark.parametrize(
    "text",
    [
        "2023. Warga datang.",
        "1. Satu.\n\n2023. Warga datang.",
        "1. Satu.\n2023. Warga datang.",
        "- Satu.\n\n2023. Warga datang.",
    ],
    ids=["alone", "below a list", "in its last line", "below a list of points"],
)
def test_year_at_the_start_of_a_line_stays_text(text: str):
    body = set_body(f"{DATELINE}Nol.\n\n{text}\n")

    assert "2023. Warga datang." == _paragraphs(body)[-1]
    assert "2023. Warga datang." in body.text


def test_numbered_list_begins_with_its_number_and_holds_another():
    body = set_body(f"{DATELINE}Nol.\n\n19. Satu.\n20. Dua.\n    1. Tiga.\n")
    items = [" ".join(item.get_text().split()) for item in _soup(body).find_all("li")]

    assert ["19", None] == [found.get("start") for found in _soup(body).find_all("ol")]
    assert ["Satu.", "Dua. Tiga.", "Tiga."] == items


@pytest.mark.parametrize(
    "attributes",
    ["Satu {: onclick=x }", "## Latar {: #x style=y }", "- a {: .x}"],
)
def test_attribute_lists_stay_off(attributes: str):
    body = set_body(f"{DATELINE}Nol.\n\n{attributes}\n")

    assert "onclick=x" in body.html or "{: " in body.html
    assert not [
        tag
        for tag in _soup(body).find_all(True)
        if set(tag.attrs) - {"class", "datetime", "id"} or tag.get("id") == "x"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000 + ". satu",
        "> " * 400 + "dalam",
        "".join(f"{'    ' * n}- a\n" for n in range(60)),
        "*" * 3000,
        "[" * 1000,
        "`" * 3001,
        "&#x110000; &#0; &#xD800; &#2; &#3;",
        "\x02wzxhzdk:0\x03 \x00 \x0c",
        "![" * 300,
        "| " * 400 + "\n" + "|-" * 400,
    ],
    ids=["number", "quotations", "lists", "stars", "brackets", "ticks", "entities",
         "controls", "pictures", "table"],
)  # fmt: skip
def test_setting_never_raises(text: str):
    body = set_body(f"{DATELINE}Satu.\n\n{text}\n\nDua.\n")

    assert body.faults or "Dua." in body.text


# -- properties ------------------------------------------------------------------------

# What Markdown, the notation and our own marks react to, and plain words.
_SIGNS = st.sampled_from(
    [*"#*_`~[](){}<>!|:;\\/-+=&'\"^.,? \n\t\u00a0\u2013\u201c\u201d\u200b\r0123456789"]
)
_BITS = st.sampled_from(
    ["\n\n", "    ", "```\n", "> ", "- ", "1. ", "[^1]", "[^1]: ", "*[A]: ", ":   ",
     "|---|\n", "| a | b |\n", "](", "![a](images/2026/a.png)", "<b>", "</b>", "<!--",
     "&#xE000;", "&amp;", "&lt;b&gt;", "\ue000", "\x02", "\x03", "https://a.example",
     "{static}/x", "{filename}/releases/2026/a.md", "Kenanga (kota.example) – ",
     "Kamis (19/11/2026)", "(ajl/bgp)", "A", "kata ", "é", "🍚"]
)  # fmt: skip
MARKDOWN = st.lists(_SIGNS | _BITS, max_size=40).map("".join)

ALLOWED = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code"),
    *("em", "strong", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody"),
    *("tr", "th", "td", "a", "abbr", "sup", "div", "span", "time", "figure", "img"),
    "figcaption",
}


@given(MARKDOWN)
def test_arbitrary_markdown_never_raises_and_has_only_allowed_tags(text: str):
    body = _illustrated(text)
    soup = _soup(body)

    assert {tag.name for tag in soup.find_all(True)} <= ALLOWED
    for tag in soup.find_all(True):
        assert not {name for name in tag.attrs if name.startswith("on")}, body.html
        assert "style" not in tag.attrs
    assert not body.faults or not body.html


# Around an event date, what may open before it and close inside it.
_AROUND = st.lists(
    st.sampled_from(
        ["*", "**", "_", "[", "](https://a.example)", "`", "Kamis", " ", "kata", "(",
         "19/11/2026", ")", ", ", "Kamis (19/11/2026)", "\n", "\n\n", "> ", "- ", '"',
         "| ", "|---|\n"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(_AROUND, st.sampled_from(["", DATELINE]))
def test_tags_around_an_event_date_nest(text: str, opening: str):
    body = set_body(f"{opening}{text}\n")
    opened: list[str] = []
    for end, tag in re.findall(r"<(/?)([a-z0-9]+)", body.html):
        if end:
            assert opened.pop() == tag, body.html
        elif tag not in ("br", "hr", "img"):
            assert tag == "span" or opened[-1:] != ["time"] or tag in INLINE, body.html
            opened.append(tag)

    assert [] == opened


INLINE = {"em", "strong", "code", "a", "sup", "abbr", "br"}


@given(MARKDOWN)
def test_arbitrary_markdown_leaves_no_mark_of_ours(text: str):
    body = _illustrated(text)

    assert not re.search("[\ue000-\ue004]", body.html + body.text + body.teaser)


# Blocks that hold `{}` as words; each must print all of them.
_BLOCK = st.sampled_from(
    [
        "{}.",
        "{} *{}* **{}** `{}`.",
        "{} <{}> [{}](https://a.example) & {}.",
        "{}  \n{}",
        "- {}\n- {}",
        "- {}\n\n- {}",
        "1. {}\n    - {}\n2. {}",
        "> {}\n>\n> {}",
        "## {}",
        "```\n{}\n\n  {}\n```",
        "| {} | {} |\n|---|--:|\n| | {} |\n| {} | |",
        "| *{}* **{}** | `{}` {} |\n|---|---|\n| [{}](https://a.example) *{}* | |",
        "{}\n:   {}",
        "{} [{}] ({}) {{{}}}.",
        "Kata {}: \"{} {}.\" '{}'",
        "{}, Kamis (19/11/2026), {}.",
        "{} \\*{}\\* snake_{}_x.",
        "Sawo (kota.example) – {} {}.",
        "{} {}. (ajl/bgp)",
        "{}\n{}\n{}",
        "{}.\n{}.\n- {};\n- {}.\n{}.",
        "\u00a0\u00a0{} &nbsp; {}",
    ]
)


@st.composite
def releases(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a body of random blocks, and the words in it."""
    words: list[str] = []
    blocks = []
    for block in draw(st.lists(_BLOCK, min_size=1, max_size=6)):
        own = [f"Kata{len(words) + n}x" for n in range(block.count("{}"))]
        words += own
        blocks.append(block.format(*own))
    opening = draw(st.sampled_from(["", DATELINE, "**Kenanga** (kota.example) – "]))
    return opening + "\n\n".join(blocks), words


@given(releases())
def test_no_word_is_lost(release: tuple[str, list[str]]):
    text, words = release
    body = set_body(text)
    expected = Counter(words)

    assert () == body.faults
    assert expected == Counter(re.findall(r"Kata\d+x", _soup(body).get_text()))
    assert expected == Counter(re.findall(r"Kata\d+x", body.text))
    assert not re.search(r"x[`*]*Kata", body.text)


# -- pages -----------------------------------------------------------------------------


def test_release_without_text_is_set_as_nothing():
    text = "Title: A\n\n"
    release = parse_release(text, header=parse_header(text))

    assert ("", "", "") == (
        (body := typeset(release, Notation(), House())).html,
        body.text,
        body.teaser,
    )
