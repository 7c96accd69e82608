"""What is asked of a served site, and what is said of it, in both languages."""

import pytest
from newsdesk.press.manifest import Manifest, Standing
from newsdesk.press.served import Difference, Published, questions

MISSING = "/c0ffee/"

# Path, kind, value; in Indonesian; in English.
SAID = [
    (
        ("index.html", "changed", ""),
        "index.html: Isinya bukan yang terbit. Kirim lagi situsnya, dan cari tahu siapa"
        " yang mengubahnya di server.",
        "index.html: It is not what was published. Deploy the site again, and find out"
        " who changed it on the server.",
    ),
    (
        ("index.html", "missing", ""),
        "index.html: Tidak ada di server. Kirim lagi situsnya.",
        "index.html: The server does not have it. Deploy the site again.",
    ),
    (
        ("feed.atom", "redirected", "https://lain.example/"),
        'feed.atom: Server mengalihkannya ke "https://lain.example/". Hapus pengalihan'
        " itu di server.",
        'feed.atom: The server sends on to "https://lain.example/". Remove that'
        " redirect from the server.",
    ),
    (
        ("index.html", "refresh", "0;url=https://lain.example/"),
        "index.html: Server menyuruh peramban pindah dengan"
        ' "Refresh: 0;url=https://lain.example/". Hapus header itu di server.',
        "index.html: The server has browsers move on by"
        ' "Refresh: 0;url=https://lain.example/". Remove that header from the server.',
    ),
    (
        ("index.html", "media", "text/plain"),
        'index.html: Server menyebut jenis isinya "text/plain", sehingga peramban tidak'
        " menampilkannya dengan benar. Betulkan Content-Type di server.",
        'index.html: The server says that it is "text/plain", so browsers do not show'
        " it as they should. Mend its Content-Type on the server.",
    ),
    (
        ("index.html", "disposition", "attachment"),
        "index.html: Server menyuruh peramban mengunduhnya dengan"
        ' "Content-Disposition: attachment". Hapus header itu di server.',
        "index.html: The server has browsers save it by"
        ' "Content-Disposition: attachment". Remove that header from the server.',
    ),
    (
        ("feed.atom", "status", "500"),
        'feed.atom: Server menjawab "500". Periksa catatan server.',
        'feed.atom: The server answers "500". Look into the log of the server.',
    ),
    (
        ("feed.atom", "silent", "timed out"),
        'feed.atom: Tidak ada jawaban utuh: "timed out". Cocokkan lagi; bila tetap'
        " begitu, periksa catatan server.",
        'feed.atom: No whole answer came: "timed out". Compare again; if it stays so,'
        " look into the log of the server.",
    ),
    (
        ("/lama/", "former", "/baru/"),
        '/lama/: Alamat lama ini tidak menuju "/baru/". Kirim lagi situsnya, dan'
        " betulkan pengalihan di server.",
        '/lama/: This former address does not lead to "/baru/". Deploy the site again,'
        " and mend the redirect on the server.",
    ),
    (
        ("2026/11/19/taman/index.html", "left", ""),
        "2026/11/19/taman/index.html: Tidak terbit lagi, dan masih ada di server."
        " Hapus di sana, juga dari tembolok di depannya.",
        "2026/11/19/taman/index.html: It is no longer published, and the server still"
        " has it. Delete it there, and from the caches in front.",
    ),
    (
        (MISSING, "soft-404", "200"),
        '/c0ffee/: Alamat yang tidak ada dijawab "200". Atur server agar menjawab 404'
        " dengan isi 404.html.",
        '/c0ffee/: An address that does not exist is answered with "200". Let the'
        " server answer 404 with what is in 404.html.",
    ),
    (
        (MISSING, "own-404", ""),
        "/c0ffee/: Alamat yang tidak ada dijawab dengan halaman lain. Atur server agar"
        " memakai 404.html situs ini.",
        "/c0ffee/: An address that does not exist is answered with another page. Let"
        " the server use the 404.html of this site.",
    ),
    (
        ("https://kota.example", "unreachable", "Connection refused"),
        'https://kota.example: Server tidak menjawab: "Connection refused". Periksa'
        " alamat, jaringan dan server.",
        'https://kota.example: The server does not answer: "Connection refused". Check'
        " the address, the network and the server.",
    ),
    (
        ("http://kota.example", "elsewhere", "https://kota.example"),
        'http://kota.example: Seluruh situs dialihkan ke "https://kota.example".'
        " Cocokkan alamat itu, atau hapus pengalihannya.",
        'http://kota.example: The whole site is sent on to "https://kota.example".'
        " Compare that address, or remove the redirect.",
    ),
    (
        ("https://kota.example", "given-up", "12"),
        "https://kota.example: Server berhenti menjawab; 12 alamat tidak dicocokkan."
        " Periksa server, lalu cocokkan lagi.",
        "https://kota.example: The server stopped answering; 12 addresses were not"
        " compared. Look after the server, then compare again.",
    ),
    (
        ("https://kota.example", "stale", "0123456789ab"),
        "https://kota.example: Server masih menyajikan susunan lama, dari kode"
        " 0123456789ab. Kirim lagi situsnya.",
        "https://kota.example: The server still serves an earlier build, of commit"
        " 0123456789ab. Deploy the site again.",
    ),
]


@pytest.mark.parametrize(
    ("difference", "indonesian", "english"), SAID, ids=[found[0][1] for found in SAID]
)
def test_difference_says_where_what_and_what_to_do(
    difference: tuple[str, str, str], indonesian: str, english: str
):
    found = Difference(*difference)

    assert (indonesian, english) == (found.said("id"), found.said("en"))


def test_what_a_server_says_neither_drives_the_terminal_nor_fills_it():
    said = Difference("a.txt", "status", "\x1b[2J\r\n::error::" + 500 * "x").said("en")

    assert said == (
        'a.txt: The server answers "?[2J??::error::' + 185 * "x" + '". Look into the'
        " log of the server."
    )


# -- what is asked ---------------------------------------------------------------------


def _manifest(*paths: str, **more: object) -> Manifest:
    found = Manifest("", True, {}, "https://kota.example", False, {}, {})
    values = {name: getattr(found, name) for name in Manifest.__slots__}
    return Manifest(**values | {"files": dict.fromkeys(paths, "0" * 64)} | more)


def _asked(published: Published) -> list[tuple[str, str]]:
    return [(one.address, one.kind) for one in questions(published, MISSING)]


def test_home_page_is_asked_first_and_each_file_by_the_address_of_readers():
    manifest = _manifest(
        *("404.html", "index.html", "arsip/index.html", "a.html", "arsip/feed.atom"),
        *("_headers", "_redirects"),
    )

    assert [
        ("/", "file"),
        ("/a.html", "file"),
        ("/arsip/", "file"),
        ("/arsip/feed.atom", "file"),
        (MISSING, "missing"),
    ] == _asked(Published(manifest))


def test_former_address_is_asked_in_place_of_its_page():
    """What only some servers answer, a query or a feed, is not asked."""
    redirects = dict.fromkeys(("/lama/", "/b.html", "/c", "/?p=1", "/feed.xml"), "/")
    manifest = _manifest(
        *("index.html", "lama/index.html", "b.html", "c/index.html"),
        redirects=redirects,
    )

    assert [
        ("/", "file"),
        ("/b.html", "former"),
        ("/c", "former"),
        (MISSING, "missing"),
        ("/lama/", "former"),
    ] == _asked(Published(manifest))


def test_gone_is_what_earlier_builds_had_but_for_hashed_files_that_linger():
    stands = {
        name: Standing(f"/{name}/", "", "", "", 0, (f"gambar/{name}.jpg",))
        for name in ("tinggal", "dicabut")
    }
    earlier = _manifest(
        *("index.html", "tinggal/index.html", "dicabut/index.html", "tag/x/index.html"),
        *("gambar/tinggal.jpg", "gambar/dicabut.jpg", "tema/a.css", "_redirects"),
        texts=stands,
    )
    manifest = _manifest(
        *("index.html", "tinggal/index.html"), texts={"tinggal": stands["tinggal"]}
    )
    gone = {
        address
        for address, kind in _asked(Published(manifest, earlier=(earlier,)))
        if kind == "gone"
    }

    assert {"/dicabut/", "/tag/x/", "/gambar/dicabut.jpg"} == gone


def test_withdrawn_address_is_asked_unless_something_stands_there_again():
    withdrawn = frozenset({"/a/", "/b/", "/c/", "/?p=1"})
    manifest = _manifest(
        "index.html", "b/index.html", "c/index.html", redirects={"/c/": "/b/"}
    )
    found = _asked(Published(manifest, withdrawn=withdrawn))

    assert {"/a/", "/a/rilis.txt", "/b/rilis.txt", "/c/rilis.txt"} == {
        address for address, kind in found if kind == "gone"
    }
    assert ("/c/", "former") in found
