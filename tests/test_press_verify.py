"""Verification: what is not right with a finished site, as values."""

import json
import pickle
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import filed
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.addresses import Base
from newsdesk.press.leaks import Held, held_words
from newsdesk.press.markup import PageReader
from newsdesk.press.verify import Defect, Inspection, Inspector
from newsroom import BODY, HEADER, PATH, release_text

URL = "https://siaran.kota.example"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
NOTHING = Held({}, {})


def _page(body: str, title: str = "Judul") -> str:
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _defects(
    files: Mapping[str, str | bytes],
    *,
    url: str = URL,
    held: Held = NOTHING,
    expected: Mapping[str, str] | None = None,
) -> list[tuple[str, str, str]]:
    inspector, inspection = Inspector(Base(url), held), Inspection(Base(url))
    for path, data in files.items():
        whole = data.encode() if isinstance(data, str) else data
        inspection.add(inspector.look(path, whole))
    found = inspection.defects(expected or {})
    return [(one.path, one.kind, one.value) for one in found]


# -- a page ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "<p>Satu</p>",
        '<img src="/a.png" alt="a > b"><br>',
        '<a title="kurang < dari" href="/x/">x</a>',
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        "<details open><summary>Satu</summary></details>",
        '<script src="/tema/a.js" defer></script>',
        '<p\n  class="a"\n  id="b">Satu</p>',
        "<p>1 &lt; 2 &amp; 3</p>",
    ],
)
def test_whole_page_has_no_fault(body: str):
    assert () == PageReader(URL).read(_page(body)).faults


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>Satu", "</body>"),
        ("<p>Satu</div>", "</div>"),
        ("<ul><li>Satu</ul>", "</ul>"),
        ("</p>", "</p>"),
        ("</>", "</>"),
        ("<p><em>Satu</p></em>", "</p>"),
        ("<a href=/x/>x</a>", "<a href=/x/>"),
        ("<a href='/x/'>x</a>", "<a href='/x/'>"),
        ('<a href="/x/>x</a>', '<a href="/x/>x</a>\n</body>\n</html>\n'),
        ("<!-- catatan -->", "<!-- catatan -->"),
        ("1 < 2", "< 2\n</body>"),
        ('<p id="a">1</p><p id="a">2</p>', 'id="a"'),
        ('<script type="application/ld+json">{</script>', "<script"),
    ],
)
def test_page_that_is_not_whole_is_told_by_its_own_words(body: str, fault: str):
    (found,) = PageReader(URL).read(_page(body)).faults

    assert found.startswith(fault[:40].partition("\n")[0])


def test_page_cut_off_is_not_whole():
    page = _page("<p>Satu</p>")
    whole = [n for n in range(len(page)) if not PageReader(URL).read(page[:n]).faults]

    # Only the empty page, and one that lacks no more than the last line's end.
    assert [n for n in whole if page[:n].strip()] == [len(page) - 1]


def test_page_gives_its_links_decoded():
    body = (
        '<a href="/a/?b=1&amp;c=2">a</a> <img src="/g.png" alt="" srcset="/g-1.png 1x,'
        ' /g-2.png 2x"> <a href="https://lain.example/">b</a> <a href="tel:+1">c</a>'
        f' <a href="{URL}/d/">d</a> <a href="//lain.example/x">e</a> <a href="#f">f</a>'
        ' <a href="foto/">h</a>'
    )

    assert {
        *("/a/?b=1&c=2", "/g.png", "/g-1.png", "/g-2.png", f"{URL}/d/", "#f", "foto/")
    } == PageReader(URL).read(_page(body)).links


def test_page_gives_links_of_metadata_and_data():
    data = json.dumps(
        {"@id": f"{URL}/a/#x", "image": [f"{URL}/b.png"], "name": "A /c/"}
    )
    body = (
        f'<meta property="og:image" content="{URL}/c.png">'
        f'<script type="application/ld+json">{data}</script>'
    )

    assert {f"{URL}/a/#x", f"{URL}/b.png", f"{URL}/c.png"} == (
        PageReader(URL).read(_page(body)).links
    )


def test_page_gives_its_text_unparted_by_tags_within_a_sentence():
    body = '<p>Warga <em>Kenanga</em> &amp; <a href="/x/">Sawo</a>.</p><p>Dua.</p>'
    texts = [text.strip() for text in PageReader(URL).read(_page(body)).texts]

    assert ["Judul", "Warga Kenanga & Sawo.", "Dua."] == texts


BLOCKS = (
    '<div id="a"><p>Satu <a href="/x/">dua</a>.</p></div>',
    '<div id="b">Satu\n',
    "</div>",
    '<p class="c"><div',
    '<div title="<div > a',
    '" id="a">',
    "<p>Dua</p><em>tiga",
    "</em> empat <br>",
    '<script type="application/ld+json">{"a": "lima", "b": 1}</script>',
    '<div><script type="application/ld+json">{"a":',
    '"enam"}</script></div>',
)


@given(pages=st.lists(st.lists(st.sampled_from(BLOCKS), max_size=6), max_size=8))
def test_page_says_the_same_to_who_has_read_its_parts_before(pages: list[list[str]]):
    reader = PageReader(URL)
    for blocks in (*pages, *pages, *pages):
        page = _page("".join(blocks))

        assert PageReader(URL).read(page) == reader.read(page)


# -- links, anchors, pictures ----------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        *("/", "/a/", "/a/#bagian", "#bagian", "/a/?x=1", "/g.png", "../a/", "./"),
        *(URL, f"{URL}/", f"{URL}/a/", f"{URL}/a/#bagian", "https://lain.example/x"),
        *(f"{URL}.lain.example/x", "mailto:pers@kota.example", "tel:+62000", "/%61/"),
    ],
)
def test_link_that_leads_somewhere_is_right(link: str):
    page = _page(f'<p id="bagian"><a href="{link}">x</a></p>')
    files = {"index.html": _page("<p>A</p>"), "a/index.html": page, "g.png": b"\x89"}

    assert [] == _defects(files)


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("/b/", "link"),
        ("/a", "link"),
        ("/g.jpg", "link"),
        ("b/", "link"),
        (f"{URL}/b/", "link"),
        ("/a/b.html#x", "link"),
        ("#lain", "anchor"),
        ("/#bagian", "anchor"),
        (f"{URL}/a/#lain", "anchor"),
    ],
)
def test_link_that_leads_nowhere_is_named_with_its_page(link: str, kind: str):
    page = _page(f'<p id="bagian"><a href="{link}">x</a></p>')
    files = {"index.html": _page("<p>A</p>"), "a/index.html": page, "g.png": b"\x89"}

    assert [("a/index.html", kind, link)] == _defects(files)


def test_link_to_a_site_under_a_path_is_looked_up_without_it():
    url = "https://pers.kota.example/kabar"
    links = '<a href="/kabar/a/">a</a> <a href="/lain/">b</a> <a href="/kabar">c</a>'
    files = {
        "index.html": _page(links),
        "a/index.html": _page('<a href="/kabar/b/">b</a>'),
    }

    assert [("a/index.html", "link", "/kabar/b/")] == _defects(files, url=url)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("sitemap.xml", "<urlset><url><loc>{}</loc></url></urlset>"),
        ("feed.atom", '<feed><link href="{}"/></feed>'),
        ("feed.rss", "<rss><item><link>{}</link></item></rss>"),
        ("feed.json", '{{"items": [{{"url": "{}"}}]}}'),
    ],
)
def test_link_of_a_feed_or_sitemap_must_lead_somewhere(path: str, data: str):
    pages = {"a/index.html": _page("<p>A</p>")}

    assert [] == _defects({**pages, path: data.format(f"{URL}/a/")})
    assert [(path, "link", f"{URL}/b/")] == _defects(
        {**pages, path: data.format(f"{URL}/b/")}
    )


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("feed.atom", "<feed>"),
        ("sitemap.xml", "<urlset>&nbsp;</urlset>"),
        ("feed.json", "{"),
        ("rilis.txt", b"\xff"),
        ("index.html", b"\xff"),
    ],
)
def test_file_that_cannot_be_read_is_a_defect(path: str, data: str | bytes):
    ((found, kind, _),) = _defects({path: data})

    assert (path, "markup") == (found, kind)


# -- several inspectors ----------------------------------------------------------------

SHARED = {
    "a/index.html": _page('<a href="/hilang/">x</a> <a href="#isi">y</a>'),
    "b/index.html": _page(
        '<p id="isi"><a href="/hilang/">x</a> <a href="c/">y</a></p>'
    ),
    "b/c.html": _page(f'<a href="{URL}/hilang/">x</a> <a href="../b/c/">y</a>'),
    "c/index.html": _page('<a href="/b/#isi">x</a> <a href="/a/#isi">y</a>'),
    "feed.json": json.dumps(
        {"url": f"{URL}/hilang/", "text": "Waduk Baru Mulai Diisi"}
    ),
    "gambar.png": b"\x89",
}


def _seen_by(order: Sequence[str], inspectors: int) -> tuple[Defect, ...]:
    """Return the defects of `SHARED` when its files are dealt out in some order."""
    base, held = Base(URL), Held({"mulai": (("waduk baru mulai", PATH),)}, {"b/": PATH})
    hands = [Inspector(base, held) for _ in range(inspectors)]
    inspection = Inspection(base)
    seen = [
        hands[n % inspectors].look(
            path, data.encode() if isinstance(data := SHARED[path], str) else data
        )
        for n, path in enumerate(order)
    ]
    for one in reversed(seen):
        inspection.add(pickle.loads(pickle.dumps(one)))
    return inspection.defects({})


@given(order=st.permutations(sorted(SHARED)), inspectors=st.integers(1, 4))
def test_defects_are_the_same_however_the_files_are_dealt_out(
    order: list[str], inspectors: int
):
    found = [(one.path, one.kind, one.value) for one in _seen_by(order, inspectors)]

    assert [
        ("a/index.html", "anchor", "#isi"),
        ("a/index.html", "link", "/hilang/"),
        ("b/c.html", "held-name", PATH),
        ("b/c.html", "link", "../b/c/"),
        ("b/index.html", "held-name", PATH),
        ("feed.json", "held", PATH),
    ] == found


def test_inspector_tells_of_a_link_for_the_smallest_path_that_has_it():
    inspector = Inspector(Base(URL), NOTHING)
    page = _page('<p id="isi"><a href="/x/">x</a> <a href="#isi">y</a></p>').encode()
    told = [inspector.look(path, page).links for path in ("b.html", "c.html", "a.html")]

    assert [(("x/index.html", "/x/"),), (), (("x/index.html", "/x/"),)] == told


# -- count in, count out ---------------------------------------------------------------


def test_text_that_is_not_on_the_site_is_named():
    expected = {PATH: "/2026/11/20/sampah/", "pages/tentang.md": "/tentang/"}
    files = {"tentang/index.html": _page("<p>A</p>")}

    assert [("2026/11/20/sampah/index.html", "lost", PATH)] == _defects(
        files, expected=expected
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "lost",
            '"NILAI" tidak ada di situs. Periksa templat dan pengaturan yang baru'
            ' diubah. / a/index.html: "NILAI" is not on the site. Look at the'
            " templates and settings that were changed last.",
        ),
        (
            "markup",
            "Tidak utuh pada NILAI Betulkan templat atau berkas tambahannya. /"
            " a/index.html: It is"
            " not whole at NILAI Mend its template or extra.",
        ),
        (
            "link",
            'Tautan "NILAI" tidak menuju apa pun. Betulkan tautan itu di teks, register'
            ' atau templatnya. / a/index.html: The link "NILAI" leads nowhere. Mend it'
            " in the text, register or template that has it.",
        ),
        (
            "anchor",
            'Tautan "NILAI" menuju bagian yang tidak ada. Betulkan yang di belakang'
            ' tanda #. / a/index.html: The link "NILAI" leads to a part that is'
            " not there. Mend what stands behind the #.",
        ),
    ],
)
def test_defect_says_where_what_and_how_to_mend_it(kind: str, said: str):
    assert f"a/index.html: {said}" == str(Defect("a/index.html", kind, "NILAI").words)


def test_defect_names_the_text_whose_page_it_is():
    page = _page('<a href="/hilang/">x</a>')
    inspection = Inspection(Base(URL))
    inspection.add(Inspector(Base(URL), NOTHING).look("a/index.html", page.encode()))
    (found,) = inspection.defects({PATH: "/a/"})

    assert str(found.words).startswith(f'a/index.html ({PATH}): Tautan "/hilang/" ')


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "held",
            "a/index.html: Memuat kata-kata dari teks yang ditahan atau dicabut. Hapus"
            " kata-kata itu dari templat, register atau tambahan yang memuatnya; bila"
            " kebetulan sama, ubah di teks yang ditahan. / a/index.html: Has words of"
            " a text that is held or withdrawn. Take them out of the template, register"
            " or extra that has them; if they are the same by chance, change them in"
            " the held text.",
        ),
        (
            "held-name",
            "Sebuah berkas hanya ada karena teks yang ditahan atau dicabut. Hapus"
            " tambahan atau pengalihan yang memberinya nama itu. / A file is only there"
            " for a text that is held or withdrawn. Remove the extra or redirect that"
            " gives it that name.",
        ),
    ],
)
def test_words_of_a_defect_name_no_held_text(kind: str, said: str):
    path = "a/index.html" if kind == "held" else "2026/11/25/rahasia/index.html"
    words = str(Defect(path, kind, "releases/2026/rahasia.md").words)

    assert said == words


# -- held words ------------------------------------------------------------------------

SECRET = "releases/2026/2026-11-25-waduk-baru.md"
SECRET_HEADER = """\
Title: Waduk Baru Mulai Diisi Air
Date: 2026-11-23 09:00
Embargo: 2026-11-25 17:00
Category: lingkungan
Tags: waduk
Number: 480/71/2026
Summary: Pintu air ditutup pelan sejak pagi.
"""
SECRET_BODY = """\
Sawo (kota.example) – Waduk di hulu kampung mulai **diisi** air, Senin (23/11/2026).

![Pintu air](images/2026/pintu.jpg "Petugas menutup pintu air bersama. Foto: Dinas")

Mereka datang membawa tiga wadah. (ajl/bgp)
"""


def _held(public: tuple[str, ...] = (), **more: str) -> Held:
    files = {PATH: release_text(), SECRET: release_text(SECRET_HEADER, SECRET_BODY)}
    archive = filed.archive(files | more)
    hidden = [f for f in archive.by_path.values() if f.held(NOW)]
    return held_words(archive, hidden, public)


@pytest.mark.parametrize(
    "text",
    [
        "Waduk Baru Mulai Diisi Air",
        "Baca juga: WADUK BARU MULAI DIISI AIR (25/11)",
        "Pintu air ditutup pelan sejak pagi",
        "Nomor 480/71/2026",
        "… waduk di hulu kampung mulai diisi air, senin …",
        "Petugas menutup pintu air bersama.",
    ],
)
def test_words_of_a_held_text_are_found(text: str):
    assert SECRET == _held().in_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Waduk",
        "Warga memilah sampah di balai",
        "Mereka datang membawa tiga wadah",
        "Waduk baru belum diisi air",
        "480",
        "Senin (23/11/2026)",
    ],
    ids=["none", "a word", "shown", "in a shown text too", "other", "figure", "day"],
)
def test_words_that_anybody_may_write_prove_nothing(text: str):
    assert "" == _held().in_text(text)


def test_words_of_a_register_are_no_secret():
    assert "" == _held(("Waduk di hulu kampung mulai diisi air",)).in_text(
        "Waduk di hulu kampung mulai diisi air"
    )


@pytest.mark.parametrize(
    ("header", "body", "text"),
    [
        ("", "Hari/tanggal: Jumat, 27 November 2026", "Jumat, 27 November 2026"),
        ("", "Friday, 27 November 2026 at noon", "Friday, 27 November 2026 at 09:00"),
        ("", "Mulai Jumat 27 November 2026 pukul 09.00 WIB", "27 November 2026, 09.00"),
        (
            "Summary: Jumat, 27 November 2026, 09.00 WIB\n",
            "A",
            "27 November 2026, 09.00",
        ),
    ],
    ids=["weekday and day", "English", "day and hour", "standfirst"],
)
def test_day_or_hour_that_pages_print_by_themselves_is_no_secret(
    header: str, body: str, text: str
):
    held = _held(**{SECRET: release_text(f"{HEADER}Status: draft\n{header}", body)})

    assert "" == held.in_text(f"Jumat, {text} WIB")


@pytest.mark.parametrize(
    "text",
    ["Undangan liputan panen raya, Jumat 27 November 2026", "Nomor 27/11/2026"],
    ids=["words beside a day", "number"],
)
def test_words_beside_a_day_are_a_secret(text: str):
    header = f"{HEADER}Status: draft\nNumber: 27/11/2026\n"
    body = "Undangan liputan panen raya Jumat 27 November 2026."

    assert SECRET == _held(**{SECRET: release_text(header, body)}).in_text(text)


def test_words_of_the_address_and_the_pictures_of_a_shown_text_are_no_secret():
    shown = BODY.replace("\n\n", "\n\n![A](images/2026/panen-padi-raya.jpg)\n\n", 1)
    header = HEADER.replace("Warga Kenanga Memilah Sampah", "{}")
    files = {
        PATH.replace("sampah", "pasar-kenanga-ramai"): release_text(body=shown),
        "releases/2026/a.md": f"{header.format('Panen padi raya')}Status: draft\n",
        "releases/2026/b.md": f"{header.format('Pasar Kenanga ramai')}Status: draft\n",
    }
    held = _held(**files)

    assert "" == held.in_text(f"{URL}/gambar/2026/panen-padi-raya-640.0123456789.jpg")
    assert "" == held.in_text(f"{URL}/2026/11/20/pasar-kenanga-ramai/")


def test_marks_of_markdown_are_no_part_of_a_word():
    held = _held(
        **{
            SECRET: release_text(
                f"{HEADER}Status: draft\n", "_Satu_ dua __tiga__ empat"
            )
        }
    )

    assert SECRET == held.in_text("Satu dua tiga empat")


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ("Aliases: /arsip/\n", "arsip/index.html"),
        ("Aliases: /arsip/\n", "arsip/2026/index.html"),
        ("Aliases: /2026/11/\n", "2026/11/20/sampah/index.html"),
        ("Aliases: /2026/11\n", "2026/11/20/sampah/index.html"),
        ("Aliases: /tempat/kenanga/\n", "tempat/kenanga/index.html"),
        ("Aliases: /2026/11/20/sampah/\n", "2026/11/20/sampah/index.html"),
        ("Slug: sampah\n", "2026/11/20/sampah/index.html"),
    ],
)
def test_draft_that_names_another_address_does_not_have_it(keys: str, path: str):
    draft = release_text(f"{HEADER}Status: draft\n{keys}", "Satu.")

    assert "" == _held(**{SECRET: draft}).in_path(path)


def test_former_address_of_a_held_text_is_a_secret():
    draft = release_text(f"{HEADER}Status: draft\nAliases: /2026/11/\n", "Satu.")

    assert SECRET == _held(**{SECRET: draft}).in_path("2026/11/index.html")


@pytest.mark.parametrize(
    "path",
    [
        "2026/11/25/waduk-baru/index.html",
        "2026/11/25/waduk-baru/rilis.txt",
        "gambar/2026/pintu-640.0123456789.jpg",
        "tag/waduk/index.html",
        "tempat/sawo/feed.atom",
    ],
)
def test_file_that_only_a_held_text_would_make_is_found(path: str):
    assert SECRET == _held().in_path(path)


@pytest.mark.parametrize(
    "path",
    [
        *("index.html", "2026/11/25/lain/index.html", "2026/11/20/sampah/index.html"),
        *("gambar/2026/pasar-640.0123456789.jpg", "arsip/2026/11/index.html"),
        *("tempat/kenanga/index.html", "kategori/lingkungan/index.html"),
        *("reporter/ajeng/index.html", "tempat/kota-wringin/index.html"),
        "gambar/2026/pintu-1-640.0123456789.jpg",
    ],
)
def test_file_that_a_shown_text_makes_too_is_no_secret(path: str):
    assert "" == _held().in_path(path)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a/index.html", _page("<p>Waduk <b>Baru</b> Mulai Diisi Air</p>")),
        ("a/index.html", _page("<p>Satu</p>", title="Waduk Baru Mulai Diisi Air")),
        ("feed.atom", "<f><c>&lt;p&gt;Waduk Baru Mulai Diisi Air&lt;/p&gt;</c></f>"),
        ("feed.json", '{"a": "Waduk Baru Mulai Diisi Air"}'),
        ("rilis.txt", "Satu\n\nWaduk Baru\nMulai Diisi Air"),
    ],
)
def test_held_words_are_a_defect_in_every_kind_of_file(path: str, data: str):
    assert [(path, "held", SECRET)] == _defects({path: data}, held=_held())


def test_file_of_a_held_text_is_a_defect():
    path = "2026/11/25/waduk-baru/rilis.txt"

    assert [(path, "held-name", SECRET)] == _defects({path: "x"}, held=_held())


def test_withdrawn_text_is_known_by_its_reason_too():
    reason = "Angka panen ternyata salah hitung"
    header = f"{HEADER}Withdrawn: 2026-11-22 09:00 | {reason}\n"
    archive = filed.archive({PATH: release_text(header, BODY)})
    held = held_words(archive, archive.releases, ())

    assert PATH == held.in_text(reason)


def test_site_without_held_texts_hides_nothing():
    archive = filed.archive({PATH: release_text()})

    assert Held({}, {}) == held_words(archive, [], ())
