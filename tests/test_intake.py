"""Reading a content folder: what belongs, what does not, and how a text is decoded."""

import os
from pathlib import Path

import pytest
from conftest import ROOT
from newsdesk.intake import DataFile, TextFile, content_option, decode, read_content
from newsdesk.notation.model import Fault
from newsroom import PATH, REGISTERS, Newsroom, huge_picture, picture, release_text


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def told(newsroom: Newsroom) -> list[tuple[str, str]]:
    return [
        (path, f"{fault.rule}/{fault.form}".rstrip("/"))
        for path, fault in newsroom.content().faults
    ]


def test_every_kind_of_file_has_its_place(newsroom: Newsroom) -> None:
    newsroom.release()
    newsroom.write("pages/tentang.md", "Title: Tentang\n")
    newsroom.write("images/2026/pasar-1.jpg", b"1234")
    newsroom.write("images/tanda.webp", b"12")
    newsroom.write("extra/favicon.ico", b"1")
    newsroom.write("extra/a/b.txt", b"")
    content = newsroom.content()
    assert (TextFile(PATH, release_text()),) == content.releases
    assert (TextFile("pages/tentang.md", "Title: Tentang\n"),) == content.pages
    assert REGISTERS == {name: file.text for name, file in content.registers.items()}
    assert {
        "images/2026/pasar-1.jpg": DataFile("images/2026/pasar-1.jpg", 4),
        "images/tanda.webp": DataFile("images/tanda.webp", 2),
    } == content.pictures
    assert ["extra/a/b.txt", "extra/favicon.ico"] == list(content.extras)
    assert () == content.faults
    assert b"1234" == content.bytes_of("images/2026/pasar-1.jpg")


def test_files_are_sorted_by_path(newsroom: Newsroom) -> None:
    names = ["2026/b", "2025/c", "2026/a.en", "2026/a", "2026/B"]
    for name in names:
        newsroom.write(f"releases/{name}.md", "x")
    paths = [file.path for file in newsroom.content().releases]
    assert sorted(f"releases/{name}.md" for name in names) == paths


def test_texts_are_found_by_path(newsroom: Newsroom) -> None:
    newsroom.release()
    texts = newsroom.content().texts()
    assert release_text() == texts[PATH]
    assert REGISTERS["office.toml"] == texts["registers/office.toml"]


def test_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_content(tmp_path / "tidak-ada")


def test_empty_folder_is_read_as_empty(tmp_path: Path) -> None:
    content = read_content(tmp_path)
    assert ((), (), {}, ()) == (
        content.releases,
        content.pages,
        content.registers,
        content.faults,
    )


# -- what belongs ----------------------------------------------------------------------

BELONGS = [
    "releases/2026/apa saja.md",
    "releases/2026/👍.md",
    "releases/2026/2026-11-20-hak-salinan.md",
    "releases/2026/2026-11-20-copy-editor.md",
    "releases/2026/2026-11-20-Salinan Putusan.md",
    "releases/2026/2026-11-20-Rapat (2026) Ditunda.md",
    "releases/2026/2026-11-20-a.en.md",
    "pages/a.en.md",
    "images/2026/a.jpeg",
    "images/2026/a-1.png",
    "extra/robots.txt.txt",
    "extra/.well-known/x.txt",
    "extra/ikon/A.ICO",
    "extra/manifes.webmanifest",
    "extra/siaran.pdf",
    "extra/a.csv",
]


@pytest.mark.parametrize("path", BELONGS)
def test_file_that_belongs(newsroom: Newsroom, path: str) -> None:
    newsroom.write(path, b"x")
    assert [] == told(newsroom)


STRAY = {
    "catatan.txt": "file-stray",
    "README.md": "file-stray/text",
    "drafts/a.md": "file-stray/text",
    "releases/a.md": "file-stray/text",
    "releases/2026/sub/a.md": "file-stray/place",
    "releases/26/a.md": "file-stray/text",
    "releases/2026/a.MD": "file-stray/ending",
    "releases/2026/a.txt": "file-stray/release",
    "releases/2026/a.md.bak": "file-stray/left",
    "releases/2026/a.md~": "file-stray/left",
    "releases/2026/a": "file-stray/release",
    "releases/2026/2026-11-20-a (1).md": "file-stray/copy",
    "releases/2026/2026-11-20-a(2).en.md": "file-stray/copy",
    "releases/2026/2026-11-20-a - Salinan.md": "file-stray/copy",
    "releases/2026/2026-11-20-a - Copy (2).md": "file-stray/copy",
    "releases/2026/2026-11-20-a-Copy.md": "file-stray/copy",
    "releases/2026/2026-11-20-a copy 2.md": "file-stray/copy",
    "releases/2026/2026-11-20-a (another copy).md": "file-stray/copy",
    "releases/2026/Salinan dari 2026-11-20-a.md": "file-stray/copy",
    "pages/Copy of tentang.md": "file-stray/copy",
    "releases/2026/#a.md#": "file-stray/left",
    "releases/2026/~$a.docx": "file-stray/left",
    "releases/2026/a.docx": "file-stray/document",
    "releases/2026/a.PDF": "file-stray/document",
    "releases/2026/a.png": "file-stray/picture-place",
    "2026-11-20-a.md": "file-stray/place",
    "images/2026/2026-11-20-a.md": "file-stray/place",
    "foto.JPG": "file-stray/picture-place",
    "releases": "file-stray",
    "desktop.ini": "file-stray/left",
    "images/2026/Thumbs.db": "file-stray/left",
    "extra/Thumbs.db": "file-stray/left",
    "pages/a.docx": "file-stray/document",
    "registers/office.TOML": "file-stray/ending",
    "pages/a.html": "file-stray/page",
    "pages/sub/a.md": "file-stray/place",
    "images/2026/a.svg": "file-stray/picture",
    "images/2026/a.gif": "file-stray/picture",
    "images/2026/a.JPG": "picture-name",
    "images/2026/sub/a.jpg": "file-stray/picture-place",
    "registers/office.yaml": "file-stray",
    "registers/kantor.toml": "file-stray",
    "extra/en/feed.atom": "file-stray/extra",
    "extra/2026/11/20/pasar/rilis.txt": "file-stray/extra",
    "registers/sub/office.toml": "file-stray",
    "extra/index.html": "file-stray/extra-ending",
    "extra/a.HTM": "file-stray/extra-ending",
    "extra/a.svg": "file-stray/extra-ending",
    "extra/a.svgz": "file-stray/extra-ending",
    "extra/a.shtml": "file-stray/extra-ending",
    "extra/a.xht": "file-stray/extra-ending",
    "extra/a.mhtml": "file-stray/extra-ending",
    "extra/a.xsl": "file-stray/extra-ending",
    "extra/a.mjs": "file-stray/extra-ending",
    "extra/a.rdf": "file-stray/extra-ending",
    "extra/a.html ": "file-stray/extra-ending",
    "extra/a.txt ": "file-stray/extra-ending",
    "extra/a.html\n": "file-stray/extra-ending",
    "extra/a.php": "file-stray/extra-ending",
    "extra/arsip": "file-stray/extra-ending",
    "extra/robots.txt": "file-stray/extra",
    "extra/privat.txt": "file-stray/extra",
    "extra/sitemap-1.xml": "file-stray/extra",
    "extra/_headers": "file-stray/extra",
    "images/2026/Pasar.jpg": "picture-name",
    "images/2026/pasar_1.jpg": "picture-name",
    "images/2026/pasar 1.jpg": "picture-name",
}


@pytest.mark.parametrize(("path", "rule"), STRAY.items(), ids=STRAY)
def test_file_that_does_not_belong(newsroom: Newsroom, path: str, rule: str) -> None:
    newsroom.write(path, b"x")
    assert [(path, rule)] == told(newsroom)
    content = newsroom.content()
    assert path not in content.texts()
    assert path not in {**content.pictures, **content.extras}


@pytest.mark.parametrize(
    "text",
    [
        '<html xmlns="http://www.w3.org/1999/xhtml"><script>x</script></html>',
        '<a:b xmlns:a="http://www.w3.org/2000/sv&#103;"/>',
        "<a xmlns\n= 'x'/>",
        '<!DOCTYPE a [<!ATTLIST a xmlns CDATA "x">]><a/>',
        '<?xml-stylesheet href="a.xsl"?><a/>',
        '<?xml version="1.0" encoding="UTF-7"?><a/>',
        "<?xml version='1.0' encoding = 'cp037'?><a/>",
        b"\xff\xfe" + "<a xmlns='x'/>".encode("utf-16-le"),
        "<a xmlns='x'/>".encode("utf-16-be"),
        "<a xmlns='x'/>".encode("utf-32"),
    ],
)
def test_xml_that_a_browser_may_run_is_no_extra(
    newsroom: Newsroom, text: str | bytes
) -> None:
    newsroom.write("extra/a.XML", text)
    assert [("extra/a.XML", "file-stray/extra-xml")] == told(newsroom)
    assert {} == newsroom.content().extras


@pytest.mark.parametrize(
    "text",
    ["<a><b>1</b></a>", '<?xml version="1.0" encoding="UTF-8"?>\n<users a="b"/>'],
)
def test_xml_of_plain_names_is_an_extra(newsroom: Newsroom, text: str) -> None:
    newsroom.write("extra/BingSiteAuth.xml", text)
    assert [] == told(newsroom)


SOUND = {
    "extra/data.json": b'\xef\xbb\xbf{"a": [1, "\xc3\xa9"]}',
    "extra/data.xml": b'<?xml version="1.0"?><a>\xc3\xa9</a>',
    "extra/humans.txt": "Juru kabar: café".encode(),
    "extra/tabel.csv": b"a;\xe9",
    "extra/pedoman.pdf": b"%PDF-1.7\xe9",
}


@pytest.mark.parametrize(("path", "data"), SOUND.items(), ids=SOUND)
def test_extra_that_programs_can_read(
    newsroom: Newsroom, path: str, data: bytes
) -> None:
    newsroom.write(path, data)
    assert [] == told(newsroom)


def test_nested_data_without_end_is_broken(newsroom: Newsroom) -> None:
    newsroom.write("extra/data.json", "[" * 100_000)
    assert [("extra/data.json", "extra-broken")] == told(newsroom)


PROPOSALS = {
    "Pasar Baru.jpg": "pasar-baru.jpg",
    "pasar__1.png": "pasar-1.png",
    "IMG_1.JPG": "img-1.jpg",
    "pasar.JPEG": "pasar.jpeg",
    "-a-.webp": None,
    "Ée.jpeg": "e.jpeg",
    "漢字.jpg": "foto.jpg",
}


@pytest.mark.parametrize(("name", "proposal"), PROPOSALS.items(), ids=PROPOSALS)
def test_picture_name_gets_a_proposal(
    newsroom: Newsroom, name: str, proposal: str | None
) -> None:
    newsroom.write(f"images/2026/{name}", b"x")
    faults = newsroom.content().faults
    assert ([proposal] if proposal else []) == [f.values["proposal"] for _, f in faults]


@pytest.mark.parametrize(
    "path",
    [".git/config", ".DS_Store", "releases/2026/.a.md.swp", "images/.cache/a.jpg"],
)
def test_name_that_begins_with_a_dot_is_passed_over(
    newsroom: Newsroom, path: str
) -> None:
    newsroom.write(path, b"x")
    assert [] == told(newsroom)
    assert path not in newsroom.content().texts()


# -- what is no file -------------------------------------------------------------------


def test_link_is_not_followed(newsroom: Newsroom, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("rahasia")
    (newsroom.root / "releases/2026").mkdir(parents=True)
    (newsroom.root / PATH).symlink_to(outside)
    outside.rename(tmp_path / ".outside.md")
    assert [(PATH, "file-link")] == told(newsroom)
    assert () == newsroom.content().releases


def test_linked_folder_is_not_entered(newsroom: Newsroom, tmp_path: Path) -> None:
    (newsroom.root / "images").symlink_to(tmp_path / "registers")
    assert [("images", "file-link")] == told(newsroom)
    assert {} == newsroom.content().pictures


def test_pipe_is_not_opened(newsroom: Newsroom) -> None:
    (newsroom.root / "releases/2026").mkdir(parents=True)
    os.mkfifo(newsroom.root / PATH)
    assert [(PATH, "file-special")] == told(newsroom)


def test_folder_named_like_a_release_is_no_release(newsroom: Newsroom) -> None:
    (newsroom.root / PATH).mkdir(parents=True)
    assert [(PATH, "file-special")] == told(newsroom)


# -- texts -----------------------------------------------------------------------------

DECODED = {
    "plain": (b"a\nb", "a\nb"),
    "byte order mark": (b"\xef\xbb\xbfa", "a"),
    "CRLF": (b"a\r\nb\r\n", "a\nb\n"),
    "CR": (b"a\rb", "a\nb"),
    "all ends in one": (b"a\r\n\rb\n", "a\n\nb\n"),
    "empty": (b"", ""),
    "form feed and line separator stay": (b"a\x0c\xe2\x80\xa8b", "a\x0c\u2028b"),
    "byte order mark inside stays": (b"a\xef\xbb\xbfb", "a\ufeffb"),
}


@pytest.mark.parametrize(("data", "text"), DECODED.values(), ids=DECODED)
def test_text_is_decoded_with_one_kind_of_line_end(data: bytes, text: str) -> None:
    assert (text, ()) == decode(data)


UNDECODABLE = {
    "first byte": (b"\xe9", 1, 1, "0xE9"),
    "behind letters": (b"Caf\xe9", 1, 4, "0xE9"),
    "behind wide letters": ("漢字".encode() + b"\x96", 1, 3, "0x96"),
    "third line after CRLF": (b"a\r\nb\r\nc\xff", 3, 2, "0xFF"),
    "second line after CR": (b"a\r\x80", 2, 1, "0x80"),
    "behind a byte order mark": (b"\xef\xbb\xbfa\xe9", 1, 2, "0xE9"),
    "half a letter at the end": (b"a\xe2\x80", 1, 2, "0xE2"),
    "a surrogate": (b"\xed\xa0\x80", 1, 1, "0xED"),
}


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"), UNDECODABLE.values(), ids=UNDECODABLE
)
def test_text_that_is_not_utf8_is_told_with_its_place(
    data: bytes, line: int, column: int, byte: str
) -> None:
    assert ("", (Fault("file-encoding", line, column, {"value": byte}),)) == (
        decode(data)
    )


def test_undecodable_file_keeps_its_place_without_text(newsroom: Newsroom) -> None:
    newsroom.write(PATH, b"Title: Caf\xe9\n")
    assert [(PATH, "file-encoding")] == told(newsroom)
    assert (TextFile(PATH, ""),) == newsroom.content().releases


# -- pictures --------------------------------------------------------------------------

SEEN = {
    "JPEG": ("a.jpg", picture("JPEG", 40, 30), ("JPEG", 40, 30)),
    "PNG": ("a.png", picture("PNG", 40, 30), ("PNG", 40, 30)),
    "WebP": ("a.webp", picture("WEBP", 40, 30), ("WEBP", 40, 30)),
    "a PNG by another name": ("a.jpg", picture("PNG", 40, 30), ("PNG", 40, 30)),
    "a GIF by another name": ("a.png", picture("GIF", 40, 30), ("", 0, 0)),
    "a drawing by another name": ("a.png", b"<svg onload='x'/>", ("", 0, 0)),
    "a page by another name": ("a.jpg", b"<!doctype html><script>", ("", 0, 0)),
    "nothing": ("a.jpg", b"", ("", 0, 0)),
    "a head without a picture": ("a.jpg", picture("JPEG")[:20], ("", 0, 0)),
    "a picture of absurd size": (
        "a.png",
        picture("PNG")[:16] + b"\x00\x0f\xff\xff" * 2 + picture("PNG")[24:],
        ("", 0, 0),
    ),
}


@pytest.mark.parametrize(("name", "data", "seen"), SEEN.values(), ids=SEEN)
def test_picture_is_known_by_its_content(
    newsroom: Newsroom, name: str, data: bytes, seen: tuple[str, int, int]
) -> None:
    newsroom.write(f"images/2026/{name}", data)
    file = newsroom.content().pictures[f"images/2026/{name}"]
    assert seen == (file.kind, file.width, file.height)
    assert len(data) == file.size


def thumbnailed() -> bytes:
    """Return a JPEG with a whole small one in its head, as cameras write them."""
    inside = b"Exif\0\0" + picture()
    head = b"\xff\xe1" + (len(inside) + 2).to_bytes(2, "big") + inside
    whole = picture(width=90, height=90)
    return whole[:2] + head + whole[2:]


ENDS = {
    "jpeg": picture(),
    "png": picture("PNG"),
    "webp": picture("WEBP"),
    "jpeg with something behind it": picture(size=5_000),
    "png with something behind it": picture("PNG") + b"x" * 99,
    "webp with something behind it": picture("WEBP") + b"x" * 99,
    "jpeg with a small one in its head": thumbnailed(),
}


@pytest.mark.parametrize("data", ENDS.values(), ids=ENDS)
def test_picture_with_its_end_has_no_damage(newsroom: Newsroom, data: bytes) -> None:
    newsroom.write("images/2026/a.jpg", data)
    assert "" == newsroom.content().pictures["images/2026/a.jpg"].damage


CUT = {
    "jpeg": picture(width=90, height=90)[:-3],
    "png": picture("PNG", 90, 90)[:-3],
    "jpeg with a whole one in its head": thumbnailed()[:-3],
    "jpeg filled up": picture(width=90, height=90)[:-3].ljust(9_000, b"\0"),
}


@pytest.mark.parametrize("data", CUT.values(), ids=CUT)
def test_picture_without_its_end_is_cut(newsroom: Newsroom, data: bytes) -> None:
    newsroom.write("images/2026/a.jpg", data)
    assert "cut" == newsroom.content().pictures["images/2026/a.jpg"].damage


def test_webp_without_its_end_is_no_picture(newsroom: Newsroom) -> None:
    newsroom.write("images/2026/a.webp", picture("WEBP", 90, 90)[:-3])
    assert "" == newsroom.content().pictures["images/2026/a.webp"].kind


def test_picture_of_too_many_pixels_is_large(newsroom: Newsroom) -> None:
    newsroom.write("images/2026/a.png", huge_picture())
    assert "large" == newsroom.content().pictures["images/2026/a.png"].damage


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    fault = Fault("file-encoding", 1, 1, {}, "utf-16")
    assert ("", (fault,)) == decode("Judul: café".encode(encoding))


@pytest.mark.parametrize(
    ("folder", "option"),
    [
        (ROOT / "content", ""),
        (ROOT / "tests/../content", ""),
        (ROOT / "tests/kota-kedua", " --content tests/kota-kedua"),
        (ROOT / "isi kota", " --content 'isi kota'"),
        (ROOT.parent / "content", f" --content {ROOT.parent}/content"),
    ],
)
def test_command_names_any_content_but_the_own(
    folder: Path, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert option == content_option(folder)
