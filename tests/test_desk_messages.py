"""Every message of the desk in full, in English and Indonesian, from real files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from newsdesk.desk.messages import MESSAGES
from newsdesk.desk.report import message
from newsdesk.filing import body_digest
from newsroom import (
    BODY,
    CATEGORIES,
    HEADER,
    PATH,
    REGISTERS,
    Newsroom,
    huge_picture,
    picture,
    release_text,
)

ENGLISH = PATH.replace(".md", ".en.md")
OTHER = PATH.replace("sampah", "sampah-lagi")
TEN = "releases/2017/2017-10-16-pameran.md"
ADDRESSES = "address\trelease\tfirst\tstate\tto\n"
EDITIONS = "release\tnumber\tinstant\tsha256\tkind\tfile\n"
LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai.\n\n"
Setup = Callable[[Newsroom], object]


def text(whole: str) -> Setup:
    return lambda newsroom: newsroom.write(PATH, whole)


def header(lines: str) -> Setup:
    return lambda newsroom: newsroom.release(header=lines)


def dated(value: str) -> Setup:
    return header(HEADER.replace("2026-11-20 09:00", value))


def lede(words: str) -> Setup:
    first = f"Kenanga (kota.example) – Warga berkumpul, {words}."
    return body(f"{first}\n\nMereka datang. (ajl/bgp)\n")


def slow(newsroom: Newsroom) -> None:
    """A long text, and no time for it."""
    newsroom.budget = 0.001
    newsroom.release(LEDE + "Wadah *itu* ditimbang lalu dicatat.\n\n" * 4_000)


def body(words: str) -> Setup:
    return lambda newsroom: newsroom.release(words)


def put(files: dict[str, str | bytes]) -> Setup:
    return lambda newsroom: [newsroom.write(*file) for file in files.items()]


def register(name: str, old: str, new: str) -> Setup:
    assert old in REGISTERS[name]
    return put({f"registers/{name}": REGISTERS[name].replace(old, new, 1)})


def without(name: str) -> Setup:
    return lambda newsroom: (newsroom.root / "registers" / name).unlink()


def link(path: str) -> Setup:
    def make(newsroom: Newsroom) -> None:
        newsroom.write(path, b"x").unlink()
        (newsroom.root / path).symlink_to("/etc/hostname")

    return make


def folder(path: str) -> Setup:
    return lambda newsroom: (newsroom.root / path).mkdir(parents=True)


def english(lines: str) -> Setup:
    edition = f"Title: Residents sort waste\n{lines}"
    return put({PATH: release_text(), ENGLISH: release_text(edition)})


def linked(lines: str, more: str = "") -> Setup:
    words = f"{LEDE}Lihat [siaran lain]({{filename}}/{OTHER}). (ajl/bgp)\n"
    return put(
        {
            PATH: release_text(HEADER + more, words),
            OTHER: release_text(HEADER + lines),
        }
    )


def pictured(path: str, *, alt: str = "Pasar", data: bytes = b"") -> Setup:
    words = f"{LEDE}![{alt}]({path})\n\nMereka datang. (ajl/bgp)\n"
    return put(
        {PATH: release_text(body=words), "images/2026/pasar.jpg": data or picture()}
    )


def edition(path: str = PATH, digest: str = "0" * 64) -> str:
    """Return a ledger with one edition."""
    return f"{EDITIONS}{path}\t1\t2026-11-20T09:00:00+07:00\t{digest}\tfirst\t\n"


def published(address: str, lines: str) -> Setup:
    ledger = f"{ADDRESSES}{address}\t{PATH}\t2026-11-20\tlive\t\n"
    return put(
        {
            PATH: release_text(HEADER + lines),
            "registers/addresses.tsv": ledger,
            "registers/editions.tsv": edition(),
        }
    )


def gap() -> Setup:
    other = f"/2026/11/19/pasar/\t{OTHER}\t2026-11-19\twithdrawn\t\n"
    return put(
        {
            PATH: release_text(),
            "registers/addresses.tsv": ADDRESSES + other,
            "registers/editions.tsv": edition(digest=body_digest(BODY)),
        }
    )


def withdrawn_once() -> Setup:
    end = f"{PATH}\t2\t2026-11-21T09:00:00+07:00\t{'0' * 64}\twithdrawal\t\n"
    address = f"/2026/11/20/sampah/\t{PATH}\t2026-11-20\twithdrawn\t\n"
    return put(
        {
            PATH: release_text(),
            "registers/addresses.tsv": ADDRESSES + address,
            "registers/editions.tsv": edition() + end,
        }
    )


def case(name: str, setup: Setup, place: str, english: str, indonesian: str) -> object:
    return pytest.param(name, setup, place, english, indonesian, id=name)


CASES = (
    # The content folder
    case(
        "file-stray",
        put({"catatan.txt": "Belanja."}),
        "catatan.txt:1:1",
        '"catatan.txt" does not belong here. Move it out of the content folder.',
        '"catatan.txt" bukan untuk folder ini. Pindahkan ke luar folder isi.',
    ),
    case(
        "file-stray/release",
        put({"releases/2026/siaran.txt": "x"}),
        "releases/2026/siaran.txt:1:1",
        '"siaran.txt" is not a release. Rename it to end with .md and put it in'
        " the folder of its year, or move it out of the content folder.",
        '"siaran.txt" bukan siaran. Ubah namanya agar berakhir dengan .md dan'
        " letakkan di folder tahunnya, atau pindahkan ke luar folder isi.",
    ),
    case(
        "file-stray/page",
        put({"pages/tentang.txt": "x"}),
        "pages/tentang.txt:1:1",
        '"tentang.txt" is not a page. Rename it to end with .md, or move it out of'
        " the content folder.",
        '"tentang.txt" bukan halaman. Ubah namanya agar berakhir dengan .md, atau'
        " pindahkan ke luar folder isi.",
    ),
    case(
        "file-stray/picture",
        put({"images/2026/peta.svg": "<svg/>"}),
        "images/2026/peta.svg:1:1",
        '"peta.svg" is not a picture that can be published. Save it as .jpg, .png'
        " or .webp in the folder of its year.",
        '"peta.svg" bukan gambar yang dapat diterbitkan. Simpan sebagai .jpg, .png,'
        " atau .webp di folder tahunnya.",
    ),
    case(
        "file-stray/extra",
        put({"extra/robots.txt": "x"}),
        "extra/robots.txt:1:1",
        '"robots.txt" may not be an extra: the site writes a file of that name itself.'
        " Move it out of the content folder.",
        '"robots.txt" tidak boleh menjadi berkas tambahan: situs menulis sendiri berkas'
        " bernama itu. Pindahkan ke luar folder isi.",
    ),
    case(
        "file-stray/extra-ending",
        put({"extra/peta.html ": "x"}),
        "extra/peta.html :1:1",
        '"peta.html " may not be an extra: nothing may be one that a browser could run.'
        " Extras end in .csv, .ico, .jpeg, .jpg, .json, .pdf, .png, .txt, .webmanifest,"
        " .webp, .xml, .zip. Move it out of the content folder.",
        '"peta.html " tidak boleh menjadi berkas tambahan, karena mungkin dapat'
        " dijalankan peramban. Berkas tambahan berakhiran .csv, .ico, .jpeg, .jpg,"
        " .json, .pdf, .png, .txt, .webmanifest, .webp, .xml, .zip. Pindahkan ke luar"
        " folder isi.",
    ),
    case(
        "file-stray/extra-xml",
        put({"extra/a.xml": '<a xmlns="http://www.w3.org/2000/svg"/>'}),
        "extra/a.xml:1:1",
        '"a.xml" may not be an extra: XML with a namespace, a document type or a style'
        " sheet can run in a browser. Move it out of the content folder.",
        '"a.xml" tidak boleh menjadi berkas tambahan: XML dengan ruang nama, jenis'
        " dokumen, atau lembar gaya dapat dijalankan peramban. Pindahkan ke luar folder"
        " isi.",
    ),
    case(
        "file-stray/left",
        put({"images/2026/Thumbs.db": "x"}),
        "images/2026/Thumbs.db:1:1",
        '"Thumbs.db" is a file that a program left here. Delete it, or move it out of'
        " the content folder.",
        '"Thumbs.db" adalah berkas sisa dari sebuah program. Hapus, atau pindahkan ke'
        " luar folder isi.",
    ),
    case(
        "file-stray/copy",
        put({"releases/2026/2026-11-20-pasar (1).md": release_text()}),
        "releases/2026/2026-11-20-pasar (1).md:1:1",
        '"2026-11-20-pasar (1).md" is a copy by its name. Delete it; if it is a text of'
        ' its own, rename it to "2026-11-20-pasar-2.md".',
        'Menurut namanya, "2026-11-20-pasar (1).md" adalah salinan. Hapus; kalau memang'
        ' naskah sendiri, ubah namanya menjadi "2026-11-20-pasar-2.md".',
    ),
    case(
        "file-stray/ending",
        put({"releases/2026/2026-11-21-pasar.MD": "x"}),
        "releases/2026/2026-11-21-pasar.MD:1:1",
        'The ending of "2026-11-21-pasar.MD" must be in small letters. Rename it to'
        ' "2026-11-21-pasar.md".',
        'Akhiran nama "2026-11-21-pasar.MD" harus huruf kecil. Ubah menjadi'
        ' "2026-11-21-pasar.md".',
    ),
    case(
        "file-stray/place",
        put({"2026-11-21-pasar.md": "x"}),
        "2026-11-21-pasar.md:1:1",
        '"2026-11-21-pasar.md" does not lie where texts lie. Move it to the folder'
        " releases/2026, or out of the content folder.",
        '"2026-11-21-pasar.md" tidak terletak di tempat naskah. Pindahkan ke folder'
        " releases/2026, atau ke luar folder isi.",
    ),
    case(
        "file-stray/text",
        put({"releases/pasar.md": "x"}),
        "releases/pasar.md:1:1",
        '"pasar.md" does not lie where texts lie. Move a release to the folder'
        " releases/YEAR, a page to pages, anything else out of the content folder.",
        '"pasar.md" tidak terletak di tempat naskah. Pindahkan siaran ke folder'
        " releases/TAHUN, halaman ke pages, selain itu ke luar folder isi.",
    ),
    case(
        "file-stray/picture-place",
        put({"releases/2026/pasar.jpg": "x"}),
        "releases/2026/pasar.jpg:1:1",
        '"pasar.jpg" does not lie where pictures lie. Move it to the folder'
        " images/YEAR.",
        '"pasar.jpg" tidak terletak di tempat gambar. Pindahkan ke folder'
        " images/TAHUN.",
    ),
    case(
        "file-stray/document",
        put({"releases/2026/siaran.docx": "x"}),
        "releases/2026/siaran.docx:1:1",
        '"siaran.docx" cannot be read as a text. Copy its words into a new file that'
        " ends with .md, and move this one out of the content folder.",
        '"siaran.docx" tidak terbaca sebagai naskah. Salin isinya ke berkas baru yang'
        " berakhir dengan .md, lalu pindahkan berkas ini ke luar folder isi.",
    ),
    case(
        "file-link",
        link("images/2026/pasar.jpg"),
        "images/2026/pasar.jpg:1:1",
        "This is a link to another file. Put the file itself here, or remove the link.",
        "Ini tautan ke berkas lain. Letakkan berkasnya sendiri di sini, atau hapus"
        " tautannya.",
    ),
    case(
        "file-special",
        folder("releases/2026/2026-11-20-pasar.md"),
        "releases/2026/2026-11-20-pasar.md:1:1",
        "This is not a file. Remove it; a release, page or picture must be a plain"
        " file.",
        "Ini bukan berkas. Hapus; siaran, halaman, dan gambar harus berupa berkas"
        " biasa.",
    ),
    case(
        "file-encoding",
        put({PATH: b"Title: Caf\xe9\n"}),
        "releases/2026/2026-11-20-sampah.md:1:11",
        "The text is not UTF-8: byte 0xE9 cannot be read, as in files saved as"
        " Windows-1252. Save it again as UTF-8.",
        "Teks ini bukan UTF-8: bita 0xE9 tidak terbaca, seperti pada berkas yang"
        " disimpan sebagai Windows-1252. Simpan ulang sebagai UTF-8.",
    ),
    case(
        "extra-broken",
        put({"extra/data.json": '{"satu": 1,\n "dua": }\n'}),
        "extra/data.json:2:9",
        "From here the file cannot be read as JSON. Mend it, or save it again with the"
        " program that made it.",
        "Mulai dari sini berkas ini tidak terbaca sebagai JSON. Betulkan, atau simpan"
        " ulang dengan program pembuatnya.",
    ),
    case(
        "picture-name",
        put({"images/2026/Pasar Baru_1.jpg": b"x"}),
        "images/2026/Pasar Baru_1.jpg:1:1",
        'The picture name "Pasar Baru_1.jpg" may have only small letters a-z,'
        ' digits and hyphens. Rename it to "pasar-baru-1.jpg".',
        'Nama gambar "Pasar Baru_1.jpg" hanya boleh memuat huruf kecil a-z, angka,'
        ' dan tanda hubung. Ubah menjadi "pasar-baru-1.jpg".',
    ),
    # Registers
    case(
        "register-missing",
        without("reporters.toml"),
        "registers/reporters.toml:1:1",
        "The register registers/reporters.toml is missing. Put it back: without it"
        " no release can be read.",
        "Daftar registers/reporters.toml tidak ada. Kembalikan: tanpanya siaran"
        " tidak dapat dibaca.",
    ),
    case(
        "register-syntax",
        register("office.toml", 'city = "kota-wringin"', "city = kota-wringin"),
        "registers/office.toml:5:8",
        "From here the register cannot be read. Look on this line and the one above"
        " for a missing quotation mark, bracket or equals sign, or a key that stands"
        " twice.",
        "Mulai dari sini daftar ini tidak terbaca. Periksa baris ini dan baris di"
        " atasnya: mungkin tanda kutip, kurung, atau tanda sama dengan tertinggal, atau"
        " satu kunci tertulis dua kali.",
    ),
    case(
        "register-key-unknown",
        register("office.toml", "domain =", "warna = 1\ndomain ="),
        "registers/office.toml:4:1",
        'Unknown key "warna". Known keys: site, url, name, domain, timezone,'
        " language, city, default_category, address, boilerplate, boilerplate_en,"
        " terms, terms_en, logo, accent, units, sample, contact, link.",
        'Kunci "warna" tidak dikenal. Kunci yang ada: site, url, name, domain,'
        " timezone, language, city, default_category, address, boilerplate,"
        " boilerplate_en, terms, terms_en, logo, accent, units, sample, contact,"
        " link.",
    ),
    case(
        "register-key-unknown/suggest",
        register("places.toml", 'level = "kota"', 'levl = "kota"'),
        "registers/places.toml:4:1",
        'Unknown key "levl". Did you mean "level"? Known keys: id, name, level,'
        " parent, lat, lon, aliases, translated.",
        'Kunci "levl" tidak dikenal. Maksudnya "level"? Kunci yang ada: id, name,'
        " level, parent, lat, lon, aliases, translated.",
    ),
    case(
        "register-key-missing",
        register(
            "office.toml", 'terms = "Boleh dikutip dengan menyebut sumber."\n', ""
        ),
        "registers/office.toml:1:1",
        'The key "terms" is missing here. Add a line: terms = "…".',
        'Kunci "terms" belum ada di sini. Tambahkan baris: terms = "…".',
    ),
    case(
        "register-key-missing/empty",
        register("categories.toml", 'name = "Lingkungan"', 'name = ""'),
        "registers/categories.toml:7:8",
        'The key "name" is empty. Write its value between the quotation marks.',
        'Kunci "name" masih kosong. Tulis isinya di antara tanda kutip.',
    ),
    case(
        "register-table-missing",
        register("categories.toml", CATEGORIES, ""),
        "registers/categories.toml:1:1",
        "There must be at least one [[category]] here. Add one.",
        "Di sini harus ada sedikitnya satu [[category]]. Tambahkan.",
    ),
    case(
        "register-value/text",
        register("office.toml", 'domain = "kota.example"', "domain = 7"),
        "registers/office.toml:4:10",
        'domain is "7", which is not text in quotes. Write domain = "…".',
        'domain berisi "7", bukan teks dalam tanda kutip. Tulis domain = "…".',
    ),
    case(
        "register-value/id",
        register("places.toml", '"kenanga"', '"Kec Kenanga"'),
        "registers/places.toml:8:6",
        'id "Kec Kenanga" may have only small letters a-z, digits and single'
        ' hyphens. Write it as in "pasar-baru".',
        'id "Kec Kenanga" hanya boleh memuat huruf kecil a-z, angka, dan satu tanda'
        ' hubung di antaranya. Tulis seperti "pasar-baru".',
    ),
    case(
        "register-value/url",
        register(
            "office.toml",
            "[[contact]]",
            '[[link]]\nid = "a"\nlabel = "A"\nurl = "a.example"\n\n[[contact]]',
        ),
        "registers/office.toml:14:7",
        'url "a.example" is not a web address. Write it with https:// in front.',
        'url "a.example" bukan alamat web. Tulis dengan https:// di depannya.',
    ),
    case(
        "register-value/site",
        register(
            "office.toml", '"https://siaran.kota.example"', '"siaran.kota.example"'
        ),
        "registers/office.toml:2:7",
        'url "siaran.kota.example" is not the address of a site. Write it with'
        " https:// in front.",
        'url "siaran.kota.example" bukan alamat situs. Tulis dengan https:// di'
        " depannya.",
    ),
    case(
        "register-value/site-slash",
        register("office.toml", '.example"\nname', '.example/"\nname'),
        "registers/office.toml:2:7",
        'url "https://siaran.kota.example/" ends with a slash. Leave the slash out.',
        'url "https://siaran.kota.example/" berakhir dengan garis miring. Hapus'
        " garis miring itu.",
    ),
    case(
        "register-value/email",
        register("office.toml", "pers@kota.example", "pers at kota.example"),
        "registers/office.toml:16:9",
        'email "pers at kota.example" is not an e-mail address. Write it as in'
        ' "nama@kantor.example".',
        'email "pers at kota.example" bukan alamat surel. Tulis seperti'
        ' "nama@kantor.example".',
    ),
    case(
        "register-value/colour",
        register("office.toml", "domain =", 'accent = "merah"\ndomain ='),
        "registers/office.toml:4:10",
        'accent "merah" is not a colour. Write it as # and six digits or small'
        ' letters a-f, as in "#1d4f91".',
        'accent "merah" bukan warna. Tulis # lalu enam angka atau huruf kecil a-f,'
        ' seperti "#1d4f91".',
    ),
    case(
        "register-value/zone",
        register("office.toml", "domain =", 'timezone = "WIB"\ndomain ='),
        "registers/office.toml:4:12",
        'timezone "WIB" is not a time zone. Write "Asia/Jakarta", "Asia/Makassar"'
        ' or "Asia/Jayapura".',
        'timezone "WIB" bukan zona waktu. Tulis "Asia/Jakarta", "Asia/Makassar",'
        ' atau "Asia/Jayapura".',
    ),
    case(
        "register-value/picture",
        register("office.toml", "domain =", 'logo = "logo.svg"\ndomain ='),
        "registers/office.toml:4:8",
        'logo "logo.svg" is not the path of a picture. Write it as in'
        ' "images/logo.png".',
        'logo "logo.svg" bukan letak gambar. Tulis seperti "images/logo.png".',
    ),
    case(
        "register-value/number",
        register("places.toml", 'level = "kota"\n', 'level = "kota"\nlat = "7,95"\n'),
        "registers/places.toml:5:7",
        'lat is "7,95", which is not a number. Write it without quotes and with a'
        " decimal point, as in lat = -7.95.",
        'lat berisi "7,95", bukan bilangan. Tulis tanpa tanda kutip dan dengan'
        " titik desimal, seperti lat = -7.95.",
    ),
    case(
        "register-value/flag",
        register("office.toml", "domain =", 'sample = "ya"\ndomain ='),
        "registers/office.toml:4:10",
        'sample is "ya". Write true or false, without quotes.',
        'sample berisi "ya". Tulis true (ya) atau false (tidak), tanpa tanda kutip.',
    ),
    case(
        "register-value/day",
        register("reporters.toml", "to = 2025-12-31", 'to = "2025"'),
        "registers/reporters.toml:23:8",
        'to is "2025", which is not a date. Write it without quotes, as in to ='
        " 2026-01-31.",
        'to berisi "2025", bukan tanggal. Tulis tanpa tanda kutip, seperti to ='
        " 2026-01-31.",
    ),
    case(
        "register-value/texts",
        register("places.toml", '["Kota Wringin"]', '"Kota Wringin"'),
        "registers/places.toml:5:11",
        'aliases is "Kota Wringin", which is not a list of texts. Write aliases ='
        ' ["…", "…"].',
        'aliases berisi "Kota Wringin", bukan daftar teks. Tulis aliases = ["…", "…"].',
    ),
    case(
        "register-value/labels",
        register("office.toml", "domain =", 'units = "Distrik"\ndomain ='),
        "registers/office.toml:4:9",
        'units is "Distrik", which is not a table of texts. Write units = {'
        ' kecamatan = "…" }.',
        'units berisi "Distrik", bukan tabel teks. Tulis units = { kecamatan = "…" }.',
    ),
    case(
        "register-value/choices",
        register("places.toml", '"kota"', '"kotamadya"'),
        "registers/places.toml:4:9",
        'level "kotamadya" is not one of the values allowed. Write one of: negara,'
        " provinsi, kabupaten, kota, kecamatan, kelurahan.",
        'level "kotamadya" tidak termasuk isian yang disediakan. Tulis salah satu:'
        " negara, provinsi, kabupaten, kota, kecamatan, kelurahan.",
    ),
    case(
        "ledger-line",
        put({"registers/addresses.tsv": f"{ADDRESSES}<<<<<<< HEAD\n"}),
        "registers/addresses.tsv:2:1",
        'This line of the ledger cannot be read: "<<<<<<< HEAD". Bring the file back'
        " from Git.",
        'Baris catatan ini tidak terbaca: "<<<<<<< HEAD". Kembalikan berkasnya dari'
        " Git.",
    ),
    case(
        "ledger-line/address",
        put({"registers/addresses.tsv": f'{ADDRESSES}/a"/\t\t\tmoved\t/\n'}),
        "registers/addresses.tsv:2:1",
        '"/a"/" cannot be an address of this site. Write what stands behind the name of'
        " the site, with one slash at its start, without quotation marks, braces and"
        ' the part behind "#".',
        '"/a"/" tidak dapat menjadi alamat situs ini. Tulis bagian di belakang nama'
        " situs, diawali satu garis miring, tanpa tanda kutip, kurung kurawal, dan"
        ' bagian di belakang "#".',
    ),
    case(
        "ledger-lost",
        put({"registers/editions.tsv": edition()}),
        "registers/addresses.tsv:1:1",
        "This ledger is missing or empty, though editions.tsv says that texts were"
        ' published. Bring it back in the content folder: "git checkout --'
        ' registers/addresses.tsv"; if it was committed so, undo that commit.',
        "Catatan ini hilang atau kosong, padahal menurut editions.tsv sudah ada"
        ' yang terbit. Kembalikan di folder isi: "git checkout --'
        ' registers/addresses.tsv"; kalau terlanjur di-commit, batalkan commit itu.',
    ),
    case(
        "ledger-gap",
        gap(),
        "registers/addresses.tsv:1:1",
        "This ledger has lost its lines about releases/2026/2026-11-20-sampah.md."
        ' Bring it back in the content folder: "git checkout --'
        ' registers/addresses.tsv"; if it was committed so, undo that commit.',
        "Baris tentang releases/2026/2026-11-20-sampah.md hilang dari catatan ini."
        ' Kembalikan di folder isi: "git checkout -- registers/addresses.tsv";'
        " kalau terlanjur di-commit, batalkan commit itu.",
    ),
    case(
        "register-id-twice",
        register("places.toml", 'id = "sawo"', 'id = "kenanga"'),
        "registers/places.toml:15:6",
        'The id "kenanga" stands on line 7 already. Give one of the two another id.',
        'Id "kenanga" sudah dipakai di baris 7. Beri salah satunya id lain.',
    ),
    case(
        "register-reference",
        register("office.toml", '"pemerintahan"', '"pemerintah"'),
        "registers/office.toml:6:20",
        'default_category "pemerintah" is the id of nothing in the registers.'
        " Correct it, or add the entry it should name.",
        'default_category "pemerintah" bukan id dari isian mana pun dalam daftar.'
        " Betulkan, atau tambahkan isian yang dimaksud.",
    ),
    case(
        "register-parent-level",
        register(
            "places.toml",
            'id = "sawo"\nname = "Sawo"\nlevel = "kecamatan"\nparent = "kota-wringin"',
            'id = "sawo"\nname = "Sawo"\nlevel = "kecamatan"\nparent = "kenanga"',
        ),
        "registers/places.toml:18:10",
        'The parent "kenanga" is not on a higher level than the place itself.'
        " Correct parent or level.",
        'Induk "kenanga" tidak lebih tinggi tingkatnya daripada tempat ini sendiri.'
        " Betulkan parent atau level.",
    ),
    case(
        "register-own-source",
        register("sources.toml", '"own"', '"outlet"'),
        "registers/sources.toml:1:1",
        'No source has kind = "own". Give it to the one source that is the office'
        " itself.",
        'Belum ada sumber dengan kind = "own". Berikan kepada satu sumber, yaitu'
        " kantor ini sendiri.",
    ),
    case(
        "register-own-source/twice",
        register("sources.toml", '"agency"', '"own"'),
        "registers/sources.toml:11:8",
        'The source "kabar-raya" is the second one with kind = "own". Keep it for'
        " the one that is the office itself.",
        'Sumber "kabar-raya" adalah yang kedua dengan kind = "own". Cukup satu,'
        " yaitu kantor ini sendiri.",
    ),
    case(
        "register-term-order",
        register("reporters.toml", "to = 2025-12-31", "to = 2019-12-31"),
        "registers/reporters.toml:23:8",
        "The term ends on 2019-12-31, before it begins on 2020-01-01. Correct one"
        " of the two dates.",
        "Masa tugas ini berakhir 2019-12-31, sebelum dimulai 2020-01-01. Betulkan"
        " salah satu tanggalnya.",
    ),
    case(
        "register-term-overlap",
        register("reporters.toml", '"ctw"', '"AJL"'),
        "registers/reporters.toml:21:14",
        'The initials "AJL" belong to Ajeng Lestari already (2020-01-01 to …). Let'
        " one term end before the other begins, or give other initials.",
        'Inisial "AJL" sudah dipakai Ajeng Lestari (2020-01-01 sampai …). Akhiri'
        " masa yang satu sebelum yang lain dimulai, atau beri inisial lain.",
    ),
    # The header's form
    case(
        "header-first-line",
        text("Kenanga (kota.example) – Warga memilah sampah.\n"),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'The first line must be a key with its value, as in "Title: …". Write the'
        " header at the top of the file, then a blank line, then the text.",
        'Baris pertama harus berupa kunci dan isinya, seperti "Title: …". Tulis'
        " kepala naskah di awal berkas, lalu satu baris kosong, lalu teksnya.",
    ),
    case(
        "header-first-line/blank",
        text("\n" + release_text()),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'The first line must be "Title: …"; it is empty. Delete the blank lines'
        " above the header.",
        'Baris pertama harus "Title: …"; sekarang masih kosong. Hapus baris kosong'
        " di atas kepala naskah.",
    ),
    case(
        "header-key-unknown",
        header(HEADER + "Catatan: dua wadah\n"),
        "releases/2026/2026-11-20-sampah.md:4:1",
        'Unknown key "Catatan". If the line belongs to the text, leave a blank line'
        " above it. Known keys: Title, Date, Category, Tags, Summary, Slug, Lang,"
        " Status, Embargo, Urgent, Pinned, Series, Number, Location, Contact,"
        " Dateline, Sign-off, Event-date, Aliases, Correction, Minor-change,"
        " Withdrawn, Right-of-reply, Allow.",
        'Kunci "Catatan" tidak dikenal. Kalau baris ini bagian dari teks, beri satu'
        " baris kosong di atasnya. Kunci yang ada: Judul, Tanggal, Kategori, Tagar,"
        " Ringkasan, Slug, Bahasa, Status, Embargo, Serta-merta, Sematkan, Seri,"
        " Nomor, Lokasi, Narahubung, Titimangsa, Inisial, Tanggal-acara, Alias,"
        " Ralat, Suntingan, Dicabut, Hak-jawab, Abaikan.",
    ),
    case(
        "header-key-unknown/suggest",
        header(HEADER + "Staus: draft\n"),
        "releases/2026/2026-11-20-sampah.md:4:1",
        'Unknown key "Staus". Did you mean "Status"? Known keys: Title, Date,'
        " Category, Tags, Summary, Slug, Lang, Status, Embargo, Urgent, Pinned,"
        " Series, Number, Location, Contact, Dateline, Sign-off, Event-date,"
        " Aliases, Correction, Minor-change, Withdrawn, Right-of-reply, Allow.",
        'Kunci "Staus" tidak dikenal. Maksudnya "Status"? Kunci yang ada: Judul,'
        " Tanggal, Kategori, Tagar, Ringkasan, Slug, Bahasa, Status, Embargo,"
        " Serta-merta, Sematkan, Seri, Nomor, Lokasi, Narahubung, Titimangsa, Inisial,"
        " Tanggal-acara, Alias, Ralat, Suntingan, Dicabut, Hak-jawab, Abaikan.",
    ),
    case(
        "header-key-blank",
        header(HEADER + "Embargo : 2026-12-01 10:00\n"),
        "releases/2026/2026-11-20-sampah.md:4:8",
        'A blank stands between "Embargo" and its colon. Write "Embargo: …".',
        'Ada spasi di antara "Embargo" dan titik duanya. Tulis "Embargo: …".',
    ),
    case(
        "header-key-refused/picture",
        header(HEADER + "Foto: pasar.jpg\n"),
        "releases/2026/2026-11-20-sampah.md:4:1",
        '"Foto" is no line of the header. Write the picture into the text, in a'
        ' paragraph of its own: ![what it shows](images/YEAR/name.jpg "Caption. Foto:'
        ' Name").',
        '"Foto" bukan baris kepala. Tulis gambarnya di dalam teks, dalam paragraf'
        ' tersendiri: ![apa yang tampak](images/TAHUN/nama.jpg "Keterangan. Foto:'
        ' Nama").',
    ),
    case(
        "header-key-twice",
        header(HEADER + "Tanggal: 2026-11-21 09:00\n"),
        "releases/2026/2026-11-20-sampah.md:4:1",
        '"Tanggal" stands on lines 2 and 4. Keep one of them.',
        '"Tanggal" tertulis di baris 2 dan 4. Pertahankan salah satunya.',
    ),
    case(
        "header-key-refused",
        header(HEADER + "Save_as: index.html\n"),
        "releases/2026/2026-11-20-sampah.md:4:1",
        '"Save_as" may not be set here: the site decides it by itself. Delete the'
        ' line; the address is set with "Slug", the hands with "Sign-off".',
        '"Save_as" tidak boleh diatur di sini karena ditentukan oleh situs. Hapus'
        ' barisnya; alamat diatur dengan "Slug", para penulis dengan "Sign-off".',
    ),
    case(
        "header-continuation",
        header(HEADER + "Summary: Tiga wadah\n    dan satu timbangan\n"),
        "releases/2026/2026-11-20-sampah.md:5:5",
        '"Summary" takes one value only, so the indented line "dan satu timbangan"'
        " would be lost. Write it all on one line.",
        '"Summary" hanya menerima satu isian, sehingga baris menjorok "dan satu'
        ' timbangan" akan hilang. Tulis semuanya dalam satu baris.',
    ),
    case(
        "header-value-missing",
        header(HEADER + "Embargo:\n"),
        "releases/2026/2026-11-20-sampah.md:4:9",
        '"Embargo" has no value. Write one behind the colon, or delete the line.',
        '"Embargo" belum berisi. Tulis isinya setelah titik dua, atau hapus barisnya.',
    ),
    case(
        "header-line-below",
        body("Embargo : 2026-12-01 10:00\n\n" + LEDE + "Mereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        '"Embargo" looks like a line of the header, but stands in the text, where all'
        " would read it. Move it up to the others, without a blank line above it:"
        ' "Embargo: …".',
        '"Embargo" tampak seperti baris kepala, tetapi berada di dalam teks dan akan'
        " terbaca semua orang. Pindahkan ke baris kepala lainnya, tanpa baris kosong di"
        ' atasnya: "Embargo: …".',
    ),
    case(
        "header-line-below/retype",
        header(HEADER + "Em\u200bbargo: 2026-12-01 10:00\n"),
        "releases/2026/2026-11-20-sampah.md:4:3",
        'The line "Embargo: …" has the character U+200B, so it is text that all would'
        " read, and no line of the header. Delete the line and type it anew:"
        ' "Embargo: …".',
        'Baris "Embargo: …" berisi karakter U+200B, sehingga menjadi teks yang akan'
        " terbaca semua orang, bukan baris kepala. Hapus baris itu, lalu ketik ulang:"
        ' "Embargo: …".',
    ),
    case(
        "embargo-in-words",
        body("> (EMBARGO sampai Jumat)\n\n" + LEDE + "Mereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:4",
        '"EMBARGO sampai Jumat" holds nothing here: all would read it at once. Write'
        ' "Embargo: 2026-11-27 09:00", with the hour that is meant, into the header,'
        " and delete these words here.",
        '"EMBARGO sampai Jumat" tidak menahan apa-apa di sini dan akan langsung terbaca'
        ' semua orang. Tulis "Embargo: 2026-11-27 09:00", dengan jam yang dimaksud, di'
        " kepala naskah, lalu hapus kata-kata ini.",
    ),
    case(
        "embargo-in-words/suggest",
        header(HEADER.replace("Warga", "[EMBARGO 27 November 2026 10.00] Warga")),
        "releases/2026/2026-11-20-sampah.md:1:9",
        '"EMBARGO 27 November 2026 10.00" holds nothing here: all would read it at'
        ' once. Write "Embargo: 2026-11-27 10:00" into the header, and delete these'
        " words here.",
        '"EMBARGO 27 November 2026 10.00" tidak menahan apa-apa di sini dan akan'
        ' langsung terbaca semua orang. Tulis "Embargo: 2026-11-27 10:00" di kepala'
        " naskah, lalu hapus kata-kata ini.",
    ),
    case(
        "embargo-in-words/over",
        body(LEDE + "Not for release until 23/11/2026 09:00.\n\nMereka. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        '"Not for release until 23/11/2026 09:00" stands where all would read it, and'
        " 2026-11-23 09:00 is over. Delete these words, or write the hour that is meant"
        ' into the header as "Embargo: …".',
        '"Not for release until 23/11/2026 09:00" berada di tempat yang akan terbaca'
        " semua orang, padahal 2026-11-23 09:00 sudah lewat. Hapus kata-kata ini, atau"
        ' tulis jam yang dimaksud di kepala naskah sebagai "Embargo: …".',
    ),
    case(
        "embargo-in-words/held",
        text(
            release_text(
                f"{HEADER}Embargo: 2026-11-27 09:00\n",
                f"{LEDE}Mereka datang. (ajl/bgp)\n\n**EMBARGO!**\n",
            )
        ),
        "releases/2026/2026-11-20-sampah.md:10:3",
        '"EMBARGO" stands where all would read it once the release is out. Delete these'
        " words; the header has the embargo, until 2026-11-27 09:00.",
        '"EMBARGO" akan terbaca semua orang setelah siaran terbit. Hapus kata-kata ini;'
        " embargonya sudah ada di kepala naskah, sampai 2026-11-27 09:00.",
    ),
    case(
        "embargo-in-words/draft",
        body("- Status: draft\n\n" + LEDE + "Mereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:3",
        '"Status: draft" holds nothing here: all would read it at once. Write'
        ' "Status: draft" into the header, and delete these words here.',
        '"Status: draft" tidak menahan apa-apa di sini dan akan langsung terbaca semua'
        ' orang. Tulis "Status: draft" di kepala naskah, lalu hapus kata-kata ini.',
    ),
    case(
        "header-page-key",
        put({"pages/tentang.md": "Title: Tentang\nCategory: a\n\nKantor.\n"}),
        "pages/tentang.md:2:1",
        'A page does not take "Category". Delete the line. Keys for pages: Title,'
        " Summary, Slug, Lang, Aliases, Allow.",
        'Halaman tidak memakai "Category". Hapus barisnya. Kunci untuk halaman:'
        " Judul, Ringkasan, Slug, Bahasa, Alias, Abaikan.",
    ),
    # The header's values
    case(
        "title-missing",
        header(HEADER.replace("Title: Warga Kenanga Memilah Sampah\n", "")),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'No title. Add a line "Title: …" at the top.',
        'Belum ada judul. Tambahkan baris "Title: …" di awal berkas.',
    ),
    case(
        "title-long",
        header(HEADER.replace("Warga Kenanga Memilah Sampah", "a" * 161)),
        "releases/2026/2026-11-20-sampah.md:1:168",
        "The title has 161 characters; it may have 160. Shorten it; what must stay"
        " can stand in the summary.",
        "Judul ini 161 karakter; batasnya 160. Pendekkan; yang perlu tetap ada"
        " dapat ditaruh di ringkasan.",
    ),
    case(
        "summary-long",
        header(HEADER + f"Summary: {'a' * 301}\n"),
        "releases/2026/2026-11-20-sampah.md:4:310",
        "The summary has 301 characters; it may have 300. Shorten it, or leave it"
        " out: the first sentence of the text is used then.",
        "Ringkasan ini 301 karakter; batasnya 300. Pendekkan, atau hapus: kalimat"
        " pertama teks akan dipakai sebagai gantinya.",
    ),
    case(
        "date-missing",
        header(HEADER.replace("Date: 2026-11-20 09:00\n", "")),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'No Date. Add a line "Date: 2026-11-24 09:00".',
        'Belum ada tanggal. Tambahkan baris "Date: 2026-11-24 09:00".',
    ),
    case(
        "date-form",
        dated("Friday"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'Date "Friday" is not a full date. Write it as 2026-11-27 09:00.',
        'Date "Friday" bukan tanggal yang lengkap. Tulis seperti 2026-11-27 09:00.',
    ),
    case(
        "date-form/suggest",
        dated("16 Mei 2026 15.30"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'Date "16 Mei 2026 15.30" is written in another form. Write 2026-05-16 15:30.',
        'Date "16 Mei 2026 15.30" ditulis dalam bentuk lain. Tulis 2026-05-16 15:30.',
    ),
    case(
        "date-form/no-time",
        dated("2026-11-20"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'Date "2026-11-20" has no time of day in the form 09:00. Write it as in'
        " 2026-11-20 09:00.",
        'Date "2026-11-20" belum memuat jam dalam bentuk 09:00. Tulis seperti'
        " 2026-11-20 09:00.",
    ),
    case(
        "date-form/two-ways",
        dated("03/04/2026"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'Date "03/04/2026" can be read two ways. Write 2026-03-04 09:00 or'
        " 2026-04-03 09:00.",
        'Date "03/04/2026" dapat dibaca dengan dua cara. Tulis 2026-03-04 09:00'
        " atau 2026-04-03 09:00.",
    ),
    case(
        "date-form/impossible",
        dated("2026-02-30 09:00"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'Date "2026-02-30 09:00" does not exist in the calendar or on the clock.'
        " Write it as in 2026-11-24 09:00.",
        'Date "2026-02-30 09:00" tidak ada dalam kalender atau pada jam. Tulis'
        " seperti 2026-11-24 09:00.",
    ),
    case(
        "date-form/year",
        dated("9999-12-31 23:59"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'Date "9999-12-31 23:59" has a year outside 1000 to 2999. Write it as in'
        " 2026-11-24 23:59.",
        'Tahun pada Date "9999-12-31 23:59" di luar 1000 sampai 2999. Tulis seperti'
        " 2026-11-24 23:59.",
    ),
    case(
        "date-ahead",
        dated("2026-11-27 09:00"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'The date is 3 days ahead. Add "Embargo: 2026-11-27 09:00" to hold the'
        " release until then, or correct the date.",
        'Tanggal ini masih 3 hari lagi. Tambahkan "Embargo: 2026-11-27 09:00"'
        " supaya siaran ditahan sampai saat itu, atau betulkan tanggalnya.",
    ),
    case(
        "date-ahead/today",
        dated("2026-11-24 17:00"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'The date is later today. Add "Embargo: 2026-11-24 17:00" to hold the'
        " release until then, or correct the date.",
        'Tanggal ini baru tiba nanti, hari ini juga. Tambahkan "Embargo: 2026-11-24'
        ' 17:00" supaya siaran ditahan sampai saat itu, atau betulkan tanggalnya.',
    ),
    case(
        "embargo-before-date",
        header(HEADER + "Embargo: 2026-11-19 09:00\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        'The embargo "2026-11-19 09:00" ends before the date of the release,'
        ' "2026-11-20 09:00". Correct one of the two.',
        'Embargo "2026-11-19 09:00" berakhir sebelum tanggal siaran, "2026-11-20'
        ' 09:00". Betulkan salah satunya.',
    ),
    case(
        "urgent-over",
        header(HEADER + "Serta-merta: 2025-11-21 09:00\n"),
        "releases/2026/2026-11-20-sampah.md:4:14",
        'Serta-merta "2025-11-21 09:00" is not after the date of the release,'
        " 2026-11-20 09:00, so it would never stand in the bar of the home page. Write"
        " until when it is urgent.",
        'Serta-merta "2025-11-21 09:00" tidak sesudah tanggal siaran, 2026-11-20 09:00,'
        " sehingga tidak akan pernah tampil di bilah beranda. Tulis sampai kapan"
        " berlakunya.",
    ),
    case(
        "urgent-embargo",
        header(HEADER + "Serta-merta: 2026-11-25 09:00\nEmbargo: 2026-11-20 10:00\n"),
        "releases/2026/2026-11-20-sampah.md:4:1",
        'A release with "Serta-merta" cannot be held: what is urgent goes out at'
        ' once. Delete the line with "Serta-merta" or the embargo.',
        'Siaran dengan "Serta-merta" tidak dapat ditahan: yang serta-merta harus'
        ' segera terbit. Hapus baris "Serta-merta" atau embargonya.',
    ),
    case(
        "category-missing",
        header(HEADER.replace("Category: lingkungan\n", "")),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'No category, so the release stands under "Pemerintahan". Add a line'
        ' "Category: pemerintahan" if that is right, or another category.',
        'Belum ada kategori, jadi siaran ini masuk "Pemerintahan". Tambahkan baris'
        ' "Category: pemerintahan" kalau itu benar, atau kategori lain.',
    ),
    case(
        "category-unknown",
        header(HEADER.replace("lingkungan", "olahraga")),
        "releases/2026/2026-11-20-sampah.md:3:11",
        'Unknown category "olahraga". Known: pemerintahan, lingkungan.',
        'Kategori "olahraga" tidak dikenal. Yang ada: pemerintahan, lingkungan.',
    ),
    case(
        "category-unknown/suggest",
        header(HEADER.replace("lingkungan", "lingkugan")),
        "releases/2026/2026-11-20-sampah.md:3:11",
        'Unknown category "lingkugan". Did you mean "lingkungan"? Known:'
        " pemerintahan, lingkungan.",
        'Kategori "lingkugan" tidak dikenal. Maksudnya "lingkungan"? Yang ada:'
        " pemerintahan, lingkungan.",
    ),
    case(
        "tags-many",
        header(HEADER + f"Tags: {', '.join(f't{n}' for n in range(21))}\n"),
        "releases/2026/2026-11-20-sampah.md:4:97",
        "The release has 21 tags; it may have 20. Keep those that readers would"
        " look for.",
        "Siaran ini memuat 21 tagar; batasnya 20. Pertahankan yang akan dicari"
        " pembaca.",
    ),
    case(
        "slug-form",
        header(HEADER + "Slug: ???\n"),
        "releases/2026/2026-11-20-sampah.md:4:7",
        'The slug "???" may have only small letters a-z, digits and hyphens, at'
        " most 80 of them. Write another one.",
        'Slug "???" hanya boleh memuat huruf kecil a-z, angka, dan tanda hubung,'
        " paling banyak 80. Tulis yang lain.",
    ),
    case(
        "slug-form/suggest",
        header(HEADER + "Slug: Pasar_Wringin\n"),
        "releases/2026/2026-11-20-sampah.md:4:7",
        'The slug "Pasar_Wringin" may have only small letters a-z, digits and'
        ' hyphens, at most 80 of them. Write "pasar-wringin".',
        'Slug "Pasar_Wringin" hanya boleh memuat huruf kecil a-z, angka, dan tanda'
        ' hubung, paling banyak 80. Tulis "pasar-wringin".',
    ),
    case(
        "slug-form/name",
        put({"releases/2026/2026-11-20-???.md": release_text()}),
        "releases/2026/2026-11-20-???.md:1:1",
        'The file name "2026-11-20-???" gives no address. Add a line "Slug: …" with'
        " small letters a-z, digits and hyphens.",
        'Nama berkas "2026-11-20-???" tidak dapat menjadi alamat. Tambahkan baris'
        ' "Slug: …" dengan huruf kecil a-z, angka, dan tanda hubung.',
    ),
    case(
        "lang-unknown",
        header(HEADER + "Lang: jv\n"),
        "releases/2026/2026-11-20-sampah.md:4:7",
        'Unknown language "jv". Known: id, en.',
        'Bahasa "jv" tidak dikenal. Yang ada: id, en.',
    ),
    case(
        "lang-mismatch",
        header(HEADER + "Bahasa: en\n"),
        "releases/2026/2026-11-20-sampah.md:4:9",
        'The language is "en", but by its name the file is in "id". Rename the file'
        ' to "2026-11-20-sampah.en.md", or delete the line.',
        'Bahasanya tertulis "en", padahal menurut namanya berkas ini berbahasa'
        ' "id". Ubah nama berkas menjadi "2026-11-20-sampah.en.md", atau hapus'
        " barisnya.",
    ),
    case(
        "status-unknown",
        header(HEADER + "Status: rahasia\n"),
        "releases/2026/2026-11-20-sampah.md:4:9",
        'Unknown status "rahasia". Known: published, draft. Without this line a'
        " release is published.",
        'Status "rahasia" tidak dikenal. Yang ada: published, draft. Tanpa baris'
        " ini siaran terbit.",
    ),
    case(
        "status-unknown/suggest",
        header(HEADER + "Status: draf\n"),
        "releases/2026/2026-11-20-sampah.md:4:9",
        'Unknown status "draf". Did you mean "draft"? Known: published, draft.',
        'Status "draf" tidak dikenal. Maksudnya "draft"? Yang ada: published, draft.',
    ),
    case(
        "status-unknown/hidden",
        header(HEADER + "Status: hidden\n"),
        "releases/2026/2026-11-20-sampah.md:4:9",
        'There is no status "hidden": a release cannot be hidden. Write "draft" if'
        ' it is not out yet; if it is out, add "Withdrawn:" with the time and the'
        " reason.",
        'Tidak ada status "hidden": siaran tidak dapat disembunyikan. Tulis "draft"'
        ' kalau belum terbit; kalau sudah terbit, tambahkan "Withdrawn:" dengan'
        " waktu dan alasannya.",
    ),
    case(
        "status-unknown/withdrawn",
        header(HEADER + "Status: Withdrawn\n"),
        "releases/2026/2026-11-20-sampah.md:4:9",
        'There is no status "Withdrawn". Delete the line and add "Withdrawn:" with'
        " the time and the reason.",
        'Tidak ada status "Withdrawn". Hapus barisnya dan tambahkan "Withdrawn:"'
        " dengan waktu dan alasannya.",
    ),
    case(
        "location-unknown",
        header(HEADER + "Location: Teluk Sunyi\n"),
        "releases/2026/2026-11-20-sampah.md:4:11",
        'Unknown place "Teluk Sunyi". Places are listed in registers/places.toml;'
        " write one of them, or add it there.",
        'Tempat "Teluk Sunyi" tidak dikenal. Daftar tempat ada di'
        " registers/places.toml; tulis salah satunya, atau tambahkan di sana.",
    ),
    case(
        "location-unknown/suggest",
        header(HEADER + "Location: Kenangga\n"),
        "releases/2026/2026-11-20-sampah.md:4:11",
        'Unknown place "Kenangga". Did you mean "Kenanga"? Places are listed in'
        " registers/places.toml.",
        'Tempat "Kenangga" tidak dikenal. Maksudnya "Kenanga"? Daftar tempat ada di'
        " registers/places.toml.",
    ),
    case(
        "contact-unknown",
        header(HEADER + "Contact: humas\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        'Unknown contact "humas". Known: meja-pers.',
        'Narahubung "humas" tidak dikenal. Yang ada: meja-pers.',
    ),
    case(
        "contact-unknown/suggest",
        header(HEADER + "Contact: meja-prs\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        'Unknown contact "meja-prs". Did you mean "meja-pers"? Known: meja-pers.',
        'Narahubung "meja-prs" tidak dikenal. Maksudnya "meja-pers"? Yang ada:'
        " meja-pers.",
    ),
    case(
        "alias-form",
        header(HEADER + "Aliases: /a b/\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        'The former address "/a b/" is not an address of this site. Write it as in'
        ' "/2026/05/16/name/".',
        'Alamat lama "/a b/" bukan alamat situs ini. Tulis seperti'
        ' "/2026/05/16/nama/".',
    ),
    case(
        "alias-form/suggest",
        header(
            HEADER + "Aliases: /2026/11/19/sampah/\n    https://kota.example/lama\n"
        ),
        "releases/2026/2026-11-20-sampah.md:5:5",
        'The former address "https://kota.example/lama" must begin and end with a'
        ' slash, without the name of the site. Write "/lama/".',
        'Alamat lama "https://kota.example/lama" harus diawali dan diakhiri garis'
        ' miring, tanpa nama situs. Tulis "/lama/".',
    ),
    case(
        "alias-form/own",
        header(HEADER + "Aliases: /2026/11/20/sampah/\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        '"/2026/11/20/sampah/" is the address this text has now, so it would lead'
        " to itself. Delete it.",
        '"/2026/11/20/sampah/" adalah alamat naskah ini sekarang, sehingga akan'
        " menuju dirinya sendiri. Hapus.",
    ),
    case(
        "edition-orphan",
        put({ENGLISH: release_text("Title: Sorting\n")}),
        "releases/2026/2026-11-20-sampah.en.md:1:1",
        'This is an English edition, but its original "2026-11-20-sampah.md" is not'
        " in the same folder. Put the original there, or rename this file.",
        'Ini edisi bahasa Inggris, tetapi naskah aslinya "2026-11-20-sampah.md"'
        " tidak ada di folder yang sama. Letakkan naskah aslinya di sana, atau ubah"
        " nama berkas ini.",
    ),
    case(
        "edition-differs",
        english("Date: 2026-11-21 09:00\n"),
        "releases/2026/2026-11-20-sampah.en.md:2:7",
        'Date "2026-11-21 09:00" differs from "2026-11-20 09:00" in'
        ' "2026-11-20-sampah.md". Delete the line here: an edition has it from its'
        " original.",
        'Date "2026-11-21 09:00" berbeda dengan "2026-11-20 09:00" di'
        ' "2026-11-20-sampah.md". Hapus baris ini: edisi mengikuti naskah aslinya.',
    ),
    case(
        "edition-differs/absent",
        english("Embargo: 2026-11-30 09:00\n"),
        "releases/2026/2026-11-20-sampah.en.md:2:10",
        'Embargo "2026-11-30 09:00" stands here, but not in "2026-11-20-sampah.md".'
        " Write it there instead: an edition has it from its original.",
        'Embargo "2026-11-30 09:00" tertulis di sini, tetapi tidak di'
        ' "2026-11-20-sampah.md". Tulis di sana saja: edisi mengikuti naskah'
        " aslinya.",
    ),
    case(
        "edition-category",
        english("Category: pemerintahan\n"),
        "releases/2026/2026-11-20-sampah.en.md:2:11",
        'Category "pemerintahan" differs from "lingkungan" in "2026-11-20-sampah.md".'
        " Delete the line here: an edition has it from its original.",
        'Category "pemerintahan" berbeda dengan "lingkungan" di'
        ' "2026-11-20-sampah.md". Hapus baris ini: edisi mengikuti naskah aslinya.',
    ),
    case(
        "name-form",
        put({"releases/2026/sampah.md": release_text()}),
        "releases/2026/sampah.md:1:1",
        'The file name "sampah.md" should begin with the date and go on with words'
        ' for the address. Rename it to "2026-11-20-sampah.md".',
        'Nama berkas "sampah.md" sebaiknya diawali tanggal, lalu kata-kata untuk'
        ' alamatnya. Ubah menjadi "2026-11-20-sampah.md".',
    ),
    case(
        "name-form/no-date",
        put(
            {
                "releases/2026/sampah.md": release_text(
                    HEADER.replace("2026-11-20 09:00", "20")
                )
            }
        ),
        "releases/2026/sampah.md:1:1",
        'The file name "sampah.md" should begin with the date, as in 2026-05-16,'
        ' then a hyphen and "sampah.md". Rename it.',
        'Nama berkas "sampah.md" sebaiknya diawali tanggal, seperti 2026-05-16,'
        ' lalu tanda hubung dan "sampah.md". Ubah namanya.',
    ),
    case(
        "name-form/differs",
        dated("2026-11-19 09:00"),
        "releases/2026/2026-11-20-sampah.md:2:7",
        'The date "2026-11-19 09:00" differs from the one in the file name. Rename'
        ' the file to "2026-11-19-sampah.md", or correct the date.',
        'Tanggal "2026-11-19 09:00" berbeda dengan tanggal pada nama berkas. Ubah'
        ' nama berkas menjadi "2026-11-19-sampah.md", atau betulkan tanggalnya.',
    ),
    case(
        "year-folder",
        put({"releases/2025/2026-11-20-sampah.md": release_text()}),
        "releases/2025/2026-11-20-sampah.md:2:7",
        'The date "2026-11-20 09:00" is of another year than the folder'
        ' "releases/2025". Move the file to "releases/2026", or correct the date.',
        'Tanggal "2026-11-20 09:00" tidak setahun dengan folder "releases/2025".'
        ' Pindahkan berkas ke "releases/2026", atau betulkan tanggalnya.',
    ),
    case(
        "page-slug-reserved",
        put({"pages/arsip.md": "Title: Arsip\n\nSemua siaran.\n"}),
        "pages/arsip.md:1:1",
        'The site writes the address "/arsip/" itself. Give the page another slug,'
        ' as in "Slug: tentang-arsip".',
        'Alamat "/arsip/" ditulis oleh situs sendiri. Beri halaman ini slug lain,'
        ' misalnya "Slug: tentang-arsip".',
    ),
    case(
        "release-empty",
        text(HEADER),
        "releases/2026/2026-11-20-sampah.md:3:1",
        "The release has no text. Write it below the header, after a blank line.",
        "Siaran ini belum ada teksnya. Tulis di bawah kepala naskah, setelah satu"
        " baris kosong.",
    ),
    case(
        "release-empty/page",
        put({"pages/tentang.md": "Title: Tentang\n"}),
        "pages/tentang.md:1:1",
        "The page has no text. Write it below the header, after a blank line.",
        "Halaman ini belum ada teksnya. Tulis di bawah kepala naskah, setelah satu"
        " baris kosong.",
    ),
    # The notation
    case(
        "dateline-missing",
        body("Warga memilah sampah di balai. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        "The text does not open with a dateline. Write place, source and dash"
        ' before the first word: "Wringin (kota.example) – ".',
        "Teks ini belum diawali titimangsa. Tulis tempat, sumber, dan tanda pisah"
        ' sebelum kata pertama: "Wringin (kota.example) – ".',
    ),
    case(
        "dateline-place-missing",
        body("(kota.example) – Warga memilah sampah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        'The dateline "(kota.example) –" has no place. Write it in front: "Wringin'
        ' (kota.example) – ".',
        'Titimangsa "(kota.example) –" belum memuat tempat. Tulis di depannya:'
        ' "Wringin (kota.example) – ".',
    ),
    case(
        "dateline-place-unknown",
        body("Bukit Jauh (kota.example) – Warga memilah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        'The place "Bukit Jauh" is not in registers/places.toml. Correct it, or add'
        " the place there.",
        'Tempat "Bukit Jauh" tidak ada di registers/places.toml. Betulkan, atau'
        " tambahkan tempat itu di sana.",
    ),
    case(
        "dateline-place-unknown/suggest",
        body("Kenangga (kota.example) – Warga memilah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        'The place "Kenangga" is not in registers/places.toml. Did you mean'
        ' "Kenanga"? If not, add the place there.',
        'Tempat "Kenangga" tidak ada di registers/places.toml. Maksudnya "Kenanga"?'
        " Kalau bukan, tambahkan tempat itu di sana.",
    ),
    case(
        "dateline-place-unknown/translated",
        body("Ylang-ylang (kota.example) – Warga memilah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        'The place "Ylang-ylang" is a translation of the name "Kenanga". Names of'
        ' places are not translated: write "Kenanga".',
        'Tempat "Ylang-ylang" adalah terjemahan dari nama "Kenanga". Nama tempat'
        ' tidak diterjemahkan: tulis "Kenanga".',
    ),
    case(
        "dateline-source-missing",
        body("Kenanga – Warga memilah sampah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        'The dateline "Kenanga –" has no source. Write it in brackets: "Kenanga'
        ' (kota.example) – ".',
        'Titimangsa "Kenanga –" belum memuat sumber. Tulis di dalam kurung:'
        ' "Kenanga (kota.example) – ".',
    ),
    case(
        "dateline-source-unknown",
        header(HEADER + "Dateline: Kenanga (Suara Senja)\n"),
        "releases/2026/2026-11-20-sampah.md:4:20",
        'The source "Suara Senja" is not in registers/sources.toml. Correct it, or'
        " add the source there.",
        'Sumber "Suara Senja" tidak ada di registers/sources.toml. Betulkan, atau'
        " tambahkan sumber itu di sana.",
    ),
    case(
        "dateline-source-unknown/suggest",
        body("Kenanga (kota.exampl) – Warga memilah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:10",
        'The source "kota.exampl" is not in registers/sources.toml. Did you mean'
        ' "kota.example"?',
        'Sumber "kota.exampl" tidak ada di registers/sources.toml. Maksudnya'
        ' "kota.example"?',
    ),
    case(
        "dateline-differs",
        header(HEADER + "Dateline: Sawo (kota.example)\n"),
        "releases/2026/2026-11-20-sampah.md:4:11",
        'The header says "Sawo (kota.example)", but the text opens with "Kenanga'
        " (kota.example) –\". Readers would see the header's; make both the same,"
        " or delete the line.",
        'Kepala naskah menyebut "Sawo (kota.example)", tetapi teks diawali "Kenanga'
        ' (kota.example) –". Pembaca akan melihat yang di kepala naskah; samakan'
        " keduanya, atau hapus barisnya.",
    ),
    case(
        "dateline-form",
        header(HEADER + "Titimangsa: Sawo kota.example)\n"),
        "releases/2026/2026-11-20-sampah.md:4:13",
        'Titimangsa "Sawo kota.example)" cannot be read. Write the place and its'
        ' source, as in "Wringin (kota.example)", the place alone, or "-" for none.',
        'Titimangsa "Sawo kota.example)" tidak terbaca. Tulis tempat dan sumbernya,'
        ' seperti "Wringin (kota.example)", atau tempatnya saja, atau "-" kalau'
        " memang tidak ada.",
    ),
    case(
        "sign-off-missing",
        body("Kenanga (kota.example) – Warga memilah sampah.\n"),
        "releases/2026/2026-11-20-sampah.md:5:47",
        "The text does not end with the initials of those who worked on it. Write"
        " them behind the last sentence, reporter first and editor last:"
        ' "(ajl/bgp)".',
        "Teks ini belum diakhiri inisial orang yang mengerjakannya. Tulis setelah"
        " kalimat terakhir, pewarta di depan dan penyunting di belakang:"
        ' "(ajl/bgp)".',
    ),
    case(
        "sign-off-unknown",
        body(LEDE + "Mereka datang. (zzz/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:17",
        'Nobody has the initials "zzz". Correct them, or add whose they are to'
        " registers/reporters.toml.",
        'Tidak ada yang berinisial "zzz". Betulkan, atau tambahkan pemiliknya di'
        " registers/reporters.toml.",
    ),
    case(
        "sign-off-unknown/suggest",
        body(LEDE + "Mereka datang. (ajk/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:17",
        'Nobody has the initials "ajk". Did you mean "ajl" (Ajeng Lestari)?'
        " Initials are listed in registers/reporters.toml.",
        'Tidak ada yang berinisial "ajk". Maksudnya "ajl" (Ajeng Lestari)? Daftar'
        " inisial ada di registers/reporters.toml.",
    ),
    case(
        "sign-off-unknown/term",
        body(LEDE + "Mereka datang. (ctw/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:17",
        'The initials "ctw" (Citra Wulandari) are not in use on 2026-11-20. Correct'
        " them, or the dates of the term in registers/reporters.toml.",
        'Inisial "ctw" (Citra Wulandari) tidak berlaku pada 2026-11-20. Betulkan'
        " inisialnya, atau masa tugasnya di registers/reporters.toml.",
    ),
    case(
        "sign-off-role",
        body(LEDE + "Mereka datang. (bgp/hms)\n"),
        "releases/2026/2026-11-20-sampah.md:7:17",
        '"bgp" (Bagas Pranoto) stands here as reporter, but is registered as'
        " editor. The reporter comes first and the editor last; correct the order,"
        " or registers/reporters.toml.",
        '"bgp" (Bagas Pranoto) di sini berada di tempat pewarta, padahal terdaftar'
        " sebagai penyunting. Pewarta di depan dan penyunting di belakang; betulkan"
        " urutannya, atau registers/reporters.toml.",
    ),
    case(
        "sign-off-names",
        body(LEDE + "Mereka datang. (Citra Wulandari/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:16",
        "Names stand here instead of initials: Citra Wulandari. Write the initials"
        " as in registers/reporters.toml.",
        "Di sini tertulis nama, bukan inisial: Citra Wulandari. Tulis inisialnya"
        " seperti dalam registers/reporters.toml.",
    ),
    case(
        "sign-off-names/suggest",
        body(LEDE + "Mereka datang. (Ajeng Lestari/Bagas Pranoto)\n"),
        "releases/2026/2026-11-20-sampah.md:7:16",
        "Names stand here instead of initials: Ajeng Lestari, Bagas Pranoto. Write"
        ' the initials: "(ajl/bgp)".',
        "Di sini tertulis nama, bukan inisial: Ajeng Lestari, Bagas Pranoto. Tulis"
        ' inisialnya: "(ajl/bgp)".',
    ),
    case(
        "dateline-bracket",
        body("Wringin (kota.example – Warga memilah sampah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        'A bracket is missing in the dateline "Wringin (kota.example –". Write'
        ' "Wringin (kota.example) – ".',
        'Kurung pada titimangsa "Wringin (kota.example –" tidak lengkap. Tulis'
        ' "Wringin (kota.example) – ".',
    ),
    case(
        "sign-off-bracket",
        body(LEDE + "Mereka datang. (ajl/bgp\n"),
        "releases/2026/2026-11-20-sampah.md:7:16",
        'A bracket is missing in "(ajl/bgp". Write "(ajl/bgp)".',
        'Kurung pada "(ajl/bgp" tidak lengkap. Tulis "(ajl/bgp)".',
    ),
    case(
        "sign-off-form",
        header(HEADER + "Inisial: ajl, bgp\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        'Inisial "ajl, bgp" cannot be read. Write the initials with a slash between'
        ' them, as in "ajl/bgp", or "-" for none.',
        'Inisial "ajl, bgp" tidak terbaca. Tulis inisial dengan garis miring di'
        ' antaranya, seperti "ajl/bgp", atau "-" kalau memang tidak ada.',
    ),
    case(
        "sign-off-differs",
        header(HEADER + "Sign-off: ajl\n"),
        "releases/2026/2026-11-20-sampah.md:4:11",
        'The header says "ajl", but the text ends with "(ajl/bgp)". Readers would'
        " see the header's; make both the same, or delete the line.",
        'Kepala naskah menyebut "ajl", tetapi teks diakhiri "(ajl/bgp)". Pembaca'
        " akan melihat yang di kepala naskah; samakan keduanya, atau hapus"
        " barisnya.",
    ),
    case(
        "event-date-weekday",
        body(
            "Kenanga (kota.example) – Warga memilah, Selasa (18/11/2026). (ajl/bgp)\n"
        ),
        "releases/2026/2026-11-20-sampah.md:5:41",
        'Selasa does not fit 18/11/2026, which is a Rabu. Write "Rabu (18/11/2026)"'
        ' or "Selasa (17/11/2026)".',
        "Selasa tidak cocok dengan 18/11/2026, yang jatuh pada hari Rabu. Tulis"
        ' "Rabu (18/11/2026)" atau "Selasa (17/11/2026)".',
    ),
    case(
        "event-date-weekday/far",
        body(
            "Kenanga (kota.example) – Warga memilah, Selasa (18/11/2926). (ajl/bgp)\n"
        ),
        "releases/2026/2026-11-20-sampah.md:5:41",
        "Selasa does not fit 18/11/2926. Correct one of the two.",
        "Selasa tidak cocok dengan 18/11/2926. Betulkan salah satunya.",
    ),
    case(
        "event-date-invalid",
        body("Kenanga (kota.example) – Warga memilah, Senin (32/13/2026). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:48",
        'The date "32/13/2026" does not exist. Correct it in the text.',
        'Tanggal "32/13/2026" tidak ada dalam kalender. Betulkan di teks.',
    ),
    case(
        "event-date-invalid/suggest",
        body("Kenanga (kota.example) – Warga memilah, Kamis (19/11/202). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:48",
        'The date "19/11/202" does not exist. Write "Kamis (19/11/2026)".',
        'Tanggal "19/11/202" tidak ada dalam kalender. Tulis "Kamis (19/11/2026)".',
    ),
    case(
        "event-date-year",
        body("Kenanga (kota.example) – Warga memilah, Kamis (19/11). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:48",
        'The date "Kamis (19/11)" has no year; it is read as one of 2026. Write'
        ' "Kamis (19/11/2026)".',
        'Tanggal "Kamis (19/11)" tanpa tahun; dibaca sebagai tahun 2026. Tulis'
        ' "Kamis (19/11/2026)".',
    ),
    case(
        "event-date-differs",
        header(HEADER + "Event-date: 2026-11-18\n"),
        "releases/2026/2026-11-20-sampah.md:4:13",
        'The header says "2026-11-18", but the text "Kamis (19/11/2026)". Correct'
        " one of the two, or delete the line in the header.",
        'Kepala naskah menyebut "2026-11-18", tetapi teks menyebut "Kamis'
        ' (19/11/2026)". Betulkan salah satunya, atau hapus baris di kepala naskah.',
    ),
    # The body
    case(
        "html",
        body(LEDE + "Ini <b>penting</b>. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:5",
        '"<b>" is HTML, which may not stand in a text. Write it in Markdown, as in'
        " **bold** or *italic*, or link to it.",
        '"<b>" adalah HTML, yang tidak dipakai dalam teks. Tulis dengan Markdown,'
        " seperti **tebal** atau *miring*, atau beri tautan.",
    ),
    case(
        "heading-one",
        body(LEDE + "# Latar\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        "A heading with one # is for the headline only. Write ## in the text.",
        "Judul dengan satu # hanya untuk judul utama. Di dalam teks tulis ##.",
    ),
    case(
        "heading-one/line",
        body(LEDE + "Latar\n=====\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:8:1",
        "A line of = makes a heading of the first level, which is for the headline"
        " only. Delete the line and write ## before the heading.",
        "Deretan = menjadikan baris di atasnya judul tingkat pertama, yang hanya"
        " untuk judul utama. Hapus deretan itu dan tulis ## di depan judulnya.",
    ),
    case(
        "heading-deep",
        body(LEDE + "##### Latar\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        'A heading may not begin with "#####". Write ####.',
        'Subjudul tidak boleh diawali "#####". Tulis ####.',
    ),
    case(
        "link-scheme",
        body(LEDE + "Lihat [ini](javascript:x). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        'The link "javascript:x" is not allowed. Links begin with https:, http:,'
        " mailto: or tel:.",
        'Tautan "javascript:x" tidak diperbolehkan. Tautan diawali https:, http:,'
        " mailto:, atau tel:.",
    ),
    case(
        "link-scheme/slashes",
        body(LEDE + "Lihat [ini](//kota.example/a). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        'The link "//kota.example/a" does not say how to get there. Write https: in'
        " front.",
        'Tautan "//kota.example/a" belum lengkap. Tulis https: di depannya.',
    ),
    case(
        "link-scheme/whole",
        body(LEDE + "Lihat [ini](https:kota.example). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        'The link "https:kota.example" is not a whole address. Write it as in'
        ' "https://office.example/news".',
        'Tautan "https:kota.example" bukan alamat yang lengkap. Tulis seperti'
        ' "https://kantor.example/kabar".',
    ),
    case(
        "link-target",
        body(LEDE + "Lihat [ini](/tidak-ada/). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        'The link "/tidak-ada/" leads to nothing on this site. Correct it.',
        'Tautan "/tidak-ada/" tidak menuju apa pun di situs ini. Betulkan.',
    ),
    case(
        "link-target/suggest",
        body(LEDE + "Lihat [ini](/arsip). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        'The link "/arsip" leads to nothing on this site. Did you mean "/arsip/"?',
        'Tautan "/arsip" tidak menuju apa pun di situs ini. Maksudnya "/arsip/"?',
    ),
    case(
        "link-withdrawn",
        linked("Withdrawn: 2026-11-21 09:00 | Salah data.\n"),
        "releases/2026/2026-11-20-sampah.md:7:21",
        'The link "{filename}/releases/2026/2026-11-20-sampah-lagi.md" leads to what'
        " was withdrawn. Delete the link; its words may stay.",
        'Tautan "{filename}/releases/2026/2026-11-20-sampah-lagi.md" menuju yang sudah'
        " dicabut. Hapus tautannya; kata-katanya boleh tetap ada.",
    ),
    case(
        "link-held",
        linked("Status: draft\n"),
        "releases/2026/2026-11-20-sampah.md:7:21",
        'The link "{filename}/releases/2026/2026-11-20-sampah-lagi.md" leads to what is'
        " still held. Link to it once it is out.",
        'Tautan "{filename}/releases/2026/2026-11-20-sampah-lagi.md" menuju yang masih'
        " ditahan. Tautkan setelah itu terbit.",
    ),
    case(
        "link-target/heading",
        body(LEDE + "Lihat [ini](#catatan). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        'The link "#catatan" leads to no heading there. Write "#" and the words of the'
        " heading with hyphens between them.",
        'Tautan "#catatan" tidak menuju subjudul mana pun di sana. Tulis "#" lalu'
        " kata-kata subjudulnya dengan tanda hubung di antaranya.",
    ),
    case(
        "link-target/relative",
        body(LEDE + "Lihat [ini](pasar.html). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        'The link "pasar.html" leads nowhere. Write a whole address with https:, an'
        " address of this site that begins with /, or"
        " {filename}/releases/YEAR/NAME.md.",
        'Tautan "pasar.html" tidak menuju ke mana pun. Tulis alamat lengkap dengan'
        " https:, alamat di situs ini yang diawali /, atau"
        " {filename}/releases/TAHUN/NAMA.md.",
    ),
    case(
        "picture-missing",
        body(LEDE + "![Pasar](images/2026/pasar.jpg)\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:10",
        "There is no file images/2026/pasar.jpg. Put the picture there, or correct"
        " the path.",
        "Berkas images/2026/pasar.jpg tidak ada. Letakkan gambarnya di sana, atau"
        " betulkan letaknya.",
    ),
    case(
        "picture-missing/suggest",
        pictured("images/2026/psar.jpg"),
        "releases/2026/2026-11-20-sampah.md:7:10",
        "There is no file images/2026/psar.jpg. Did you mean images/2026/pasar.jpg?",
        "Berkas images/2026/psar.jpg tidak ada. Maksudnya images/2026/pasar.jpg?",
    ),
    case(
        "picture-missing/elsewhere",
        pictured("https://kota.example/pasar.jpg"),
        "releases/2026/2026-11-20-sampah.md:7:10",
        'The picture "https://kota.example/pasar.jpg" lies on another site. Save it'
        " under images/ in the folder of its year and write its path.",
        'Gambar "https://kota.example/pasar.jpg" berada di situs lain. Simpan di'
        " bawah images/ dalam folder tahunnya, lalu tulis letaknya.",
    ),
    case(
        "picture-missing/logo",
        register("office.toml", "domain =", 'logo = "images/tanda.png"\ndomain ='),
        "registers/office.toml:4:9",
        "There is no file images/tanda.png. Put the picture there, or correct the"
        " path of the logo.",
        "Berkas images/tanda.png tidak ada. Letakkan gambarnya di sana, atau"
        " betulkan letak logo.",
    ),
    case(
        "picture-inline",
        body(LEDE + "Lihat ![pasar](images/2026/pasar.jpg) ini. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:7",
        "A picture stands inside a sentence. Give it a paragraph of its own, with a"
        " blank line above and below.",
        "Ada gambar di tengah kalimat. Beri paragraf sendiri, dengan baris kosong"
        " di atas dan di bawahnya.",
    ),
    case(
        "picture-inline/reference",
        body(LEDE + "![Pasar][1]\n\n[1]: images/2026/pasar.jpg\n\nMereka. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        "A picture is given by a label. Write its path in round brackets: ![what it"
        " shows](images/YEAR/name.jpg).",
        "Gambar ini ditulis dengan label. Tulis letaknya dalam kurung biasa: ![apa"
        " yang terlihat](images/TAHUN/nama.jpg).",
    ),
    case(
        "picture-alt",
        pictured("images/2026/pasar.jpg", alt=""),
        "releases/2026/2026-11-20-sampah.md:7:1",
        'The picture "images/2026/pasar.jpg" has no words for those who cannot see'
        " it. Write in the square brackets what it shows.",
        'Gambar "images/2026/pasar.jpg" belum ada keterangannya bagi yang tidak'
        " dapat melihatnya. Tulis apa yang terlihat di dalam kurung siku.",
    ),
    case(
        "picture-large",
        pictured("images/2026/pasar.jpg", data=picture(size=3_200_000)),
        "releases/2026/2026-11-20-sampah.md:7:10",
        'The picture "images/2026/pasar.jpg" has 3200 KB; it should have at most 1'
        " MB. Save it smaller: 2,560 pixels on the long side are enough.",
        'Gambar "images/2026/pasar.jpg" berukuran 3200 KB; sebaiknya paling besar 1'
        " MB. Simpan lebih kecil: sisi terpanjang cukup 2.560 piksel.",
    ),
    case(
        "attach",
        pictured("{attach}../rahasia.jpg"),
        "releases/2026/2026-11-20-sampah.md:7:10",
        '"{attach}../rahasia.jpg" is not allowed: {attach} copies any file. Write'
        " the path alone, as in images/YEAR/name.jpg.",
        '"{attach}../rahasia.jpg" tidak diperbolehkan: {attach} dapat menyalin'
        " berkas apa saja. Tulis letaknya saja, seperti images/TAHUN/nama.jpg.",
    ),
    case(
        "definition-unused/label",
        body(LEDE + "[Catatan]: ditunda\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        '"[Catatan]:" at the start of a line defines a link that the text does not'
        " use, so the line would vanish. Use it, or write the line without the"
        " square brackets.",
        '"[Catatan]:" di awal baris menetapkan tautan yang tidak dipakai dalam'
        " teks, sehingga baris itu akan hilang. Pakai tautannya, atau tulis baris"
        " itu tanpa kurung siku.",
    ),
    case(
        "definition-unused/footnote",
        body(LEDE + "Mereka datang. (ajl/bgp)\n\n[^2]: Data dinas.\n"),
        "releases/2026/2026-11-20-sampah.md:9:1",
        'The footnote "[^2]" is not used in the text, so it would vanish. Put [^2]'
        " where it belongs, or delete it.",
        'Catatan kaki "[^2]" tidak dipakai dalam teks, sehingga akan hilang. Tulis'
        " [^2] di tempatnya, atau hapus.",
    ),
    case(
        "definition-unused/abbreviation",
        body(LEDE + "Mereka datang. (ajl/bgp)\n\n*[TPA]: Tempat pemrosesan akhir\n"),
        "releases/2026/2026-11-20-sampah.md:9:1",
        'The abbreviation "TPA" does not occur in the text, so its meaning would'
        " vanish. Use it, or delete the line.",
        'Singkatan "TPA" tidak muncul dalam teks, sehingga kepanjangannya akan'
        " hilang. Pakai singkatan itu, atau hapus barisnya.",
    ),
    case(
        "fence-open",
        body(LEDE + "```\nkode\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        "The code block that begins here is never closed. Write ``` alone on a line"
        " below it.",
        "Blok kode yang dimulai di sini tidak pernah ditutup. Tulis ``` sendirian"
        " pada satu baris di bawahnya.",
    ),
    case(
        "fence-attributes",
        body(LEDE + "``` {.python #satu}\nkode\n```\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:4",
        'A code block may name only its language, not "{.python #satu}". Delete that.',
        'Blok kode hanya boleh menyebut bahasanya, bukan "{.python #satu}". Hapus'
        " bagian itu.",
    ),
    case(
        "html-unsafe",
        body(LEDE + "Mereka &#xfdd0; datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        "The text would not reach the page unchanged, so it is not published. Take"
        " out unusual marks, links and tables one by one until this message is"
        " gone.",
        "Teks ini akan berubah ketika dijadikan halaman, jadi tidak diterbitkan."
        " Hapus tanda, tautan, atau tabel yang tidak biasa satu per satu sampai"
        " pesan ini hilang.",
    ),
    case(
        "release-slow",
        slow,
        "releases/2026/2026-11-20-sampah.md:1:1",
        "Checking this text takes too long, and setting it would: something in it"
        " repeats over and over. Take out what a program put in, or part the release.",
        "Memeriksa teks ini terlalu lama, begitu pula menyusunnya: ada yang berulang"
        " terus di dalamnya. Buang yang disisipkan program, atau pecah siarannya.",
    ),
    case(
        "word-lost",
        body(LEDE + "Itu *satu**_*Dua. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:14",
        'The word "Dua" would not reach the page. Take out the marks around it, such'
        " as * and _, and set them again.",
        'Kata "Dua" tidak akan sampai ke halaman. Hapus tanda di sekitarnya, seperti'
        " * dan _, lalu pasang lagi.",
    ),
    case(
        "character-private",
        body(LEDE + "Mereka \ue001datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:8",
        "There is a character without meaning, U+E001. Delete it and type the word"
        " again.",
        "Ada karakter tanpa arti, U+E001. Hapus, lalu ketik ulang katanya.",
    ),
    # Across files
    case(
        "address-lost/moved",
        published("/2026/11/20/sampah/", "Slug: sampah-kota\n"),
        "releases/2026/2026-11-20-sampah.md:4:7",
        'The address "/2026/11/20/sampah/" would change to'
        ' "/2026/11/20/sampah-kota/": the old link breaks. Add "Aliases:'
        ' /2026/11/20/sampah/", or give back the former slug and date.',
        'Alamat "/2026/11/20/sampah/" akan menjadi "/2026/11/20/sampah-kota/": tautan'
        ' lama putus. Tambahkan "Aliases: /2026/11/20/sampah/", atau kembalikan slug'
        " dan tanggal semula.",
    ),
    case(
        "address-lost/moved-more",
        published("/2026/11/20/lama/", "Alias: /2017/lama/\n"),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'The address "/2026/11/20/lama/" would change to "/2026/11/20/sampah/": the old'
        ' link breaks. Add "/2026/11/20/lama/" below "Alias", on a line of its own that'
        " begins with four blanks, or give back the former slug and date.",
        'Alamat "/2026/11/20/lama/" akan berubah menjadi "/2026/11/20/sampah/": tautan'
        ' lama putus. Tambahkan "/2026/11/20/lama/" di bawah "Alias", pada baris'
        " tersendiri yang diawali empat spasi, atau kembalikan slug dan tanggal"
        " lamanya.",
    ),
    case(
        "address-lost/gone",
        put(
            {
                "registers/addresses.tsv": f"{ADDRESSES}/2026/11/20/sampah/\t{PATH}"
                "\t2026-11-20\tlive\t\n",
                "registers/editions.tsv": edition(),
            }
        ),
        "registers/addresses.tsv:2:1",
        'The address "/2026/11/20/sampah/" was published and now has no text: the old'
        ' link breaks. Give back its file, with "Withdrawn: …" if it must go, or add'
        ' "Aliases: /2026/11/20/sampah/" to the release that takes its place.',
        'Alamat "/2026/11/20/sampah/" pernah terbit dan kini tanpa teks: tautan lama'
        ' putus. Kembalikan berkasnya, dengan "Withdrawn: …" kalau harus dicabut, atau'
        ' tambahkan "Aliases: /2026/11/20/sampah/" pada siaran penggantinya.',
    ),
    case(
        "address-lost/held",
        published("/2026/11/20/sampah/", "Status: draft\n"),
        "releases/2026/2026-11-20-sampah.md:4:9",
        'The address "/2026/11/20/sampah/" was published, and its text is now held:'
        ' the old link breaks. Add "Withdrawn: …", or delete this line.',
        'Alamat "/2026/11/20/sampah/" pernah terbit, dan teksnya kini ditahan: tautan'
        ' lama putus. Tambahkan "Withdrawn: …", atau hapus baris ini.',
    ),
    case(
        "address-lost/loop",
        put({"registers/addresses.tsv": f"{ADDRESSES}/feed/\t\t\tmoved\t/feed/\n"}),
        "registers/addresses.tsv:2:1",
        'The redirect from "/feed/" to "/feed/" goes round in circles. Delete this'
        " line, or write where it should lead.",
        'Pengalihan dari "/feed/" ke "/feed/" berputar-putar. Hapus baris ini, atau'
        " tulis tujuan yang benar.",
    ),
    case(
        "address-lost/taken",
        put({"registers/addresses.tsv": f"{ADDRESSES}/arsip/\t\t\tmoved\t/\n"}),
        "registers/addresses.tsv:2:1",
        'The site itself makes "/arsip/", so it cannot lead to "/". Delete this line.',
        'Alamat "/arsip/" dibuat sendiri oleh situs, jadi tidak dapat dialihkan ke "/".'
        " Hapus baris ini.",
    ),
    case(
        "address-lost/nowhere",
        put({"registers/addresses.tsv": f"{ADDRESSES}/feed/\t\t\tmoved\t/rss/\n"}),
        "registers/addresses.tsv:2:1",
        'The former address "/feed/" leads to "/rss/", which is not on the site.'
        " Correct the last column of this line, or delete the line.",
        'Alamat lama "/feed/" menuju "/rss/", yang tidak ada di situs. Betulkan kolom'
        " terakhir baris ini, atau hapus barisnya.",
    ),
    case(
        "redirect-away",
        put({"registers/addresses.tsv": f"{ADDRESSES}/a/\t\t\tmoved\t/tag/pasar/\n"}),
        "registers/addresses.tsv:2:1",
        'The former address "/a/" leads to "/tag/pasar/", which is not on the site now,'
        " and is left out. Write where else it should lead, or let it wait.",
        'Alamat lama "/a/" menuju "/tag/pasar/", yang sekarang tidak ada di situs, jadi'
        " tidak ikut terbit. Tulis tujuan lain, atau biarkan menunggu.",
    ),
    case(
        "address-twice",
        put({PATH: release_text(), OTHER: release_text(HEADER + "Slug: sampah\n")}),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'The address "/2026/11/20/sampah/" is that of'
        " releases/2026/2026-11-20-sampah-lagi.md already. Change one slug.",
        'Alamat "/2026/11/20/sampah/" sudah dipakai'
        " releases/2026/2026-11-20-sampah-lagi.md. Ubah salah satu slug.",
    ),
    case(
        "address-twice/alias",
        put(
            {
                PATH: release_text(),
                OTHER: release_text(HEADER + "Aliases: /2026/11/20/sampah/\n"),
            }
        ),
        "releases/2026/2026-11-20-sampah-lagi.md:4:10",
        'The former address "/2026/11/20/sampah/" belongs to'
        " releases/2026/2026-11-20-sampah.md. Delete it in one of the two.",
        'Alamat lama "/2026/11/20/sampah/" adalah milik'
        " releases/2026/2026-11-20-sampah.md. Hapus dari salah satunya.",
    ),
    case(
        "withdrawal-undone",
        withdrawn_once(),
        "releases/2026/2026-11-20-sampah.md:1:1",
        'The release at "/2026/11/20/sampah/" was withdrawn, says line 3 of'
        " editions.tsv, and would be on the site again. Put its line"
        ' "Withdrawn: …" back. What is to come back is a new release: another file,'
        " with a date or slug of its own.",
        'Siaran di "/2026/11/20/sampah/" sudah dicabut menurut baris 3 dalam'
        " editions.tsv, dan akan tampil lagi di situs. Kembalikan baris"
        ' "Withdrawn: …". Yang hendak terbit lagi adalah siaran baru: berkas lain,'
        " dengan tanggal atau slug sendiri.",
    ),
    case(
        "release-twice",
        put({PATH: release_text(), OTHER: release_text(HEADER.replace("09", "10"))}),
        "releases/2026/2026-11-20-sampah-lagi.md:1:1",
        "This release has title and text of releases/2026/2026-11-20-sampah.md, and"
        " would be published a second time. Delete one of the two files.",
        "Judul dan teks siaran ini sama dengan releases/2026/2026-11-20-sampah.md,"
        " sehingga akan terbit dua kali. Hapus salah satu berkasnya.",
    ),
    case(
        "number-twice",
        put(
            {
                PATH: release_text(HEADER + "Number: 12/2026\n"),
                OTHER: release_text(HEADER + "Nomor: 12/2026\n"),
            }
        ),
        "releases/2026/2026-11-20-sampah.md:4:9",
        'The number "12/2026" is that of releases/2026/2026-11-20-sampah-lagi.md'
        " already. Correct one of the two.",
        'Nomor "12/2026" sudah dipakai releases/2026/2026-11-20-sampah-lagi.md.'
        " Betulkan salah satunya.",
    ),
    case(
        "tag-spellings",
        put(
            {
                PATH: release_text(HEADER + "Tags: bank sampah\n"),
                OTHER: release_text(
                    HEADER.replace("09:00", "10:00") + "Tags: warga, Bank Sampah\n"
                ),
            }
        ),
        "releases/2026/2026-11-20-sampah-lagi.md:4:14",
        'The tag "Bank Sampah" is written "bank sampah" in'
        " releases/2026/2026-11-20-sampah.md, and shown so. Write it the same.",
        'Tagar "Bank Sampah" ditulis "bank sampah" di'
        " releases/2026/2026-11-20-sampah.md, dan ditampilkan begitu. Samakan"
        " tulisannya.",
    ),
    case(
        "series-spellings",
        put(
            {
                PATH: release_text(HEADER + "Series: Kota Bersih\n"),
                OTHER: release_text(
                    HEADER.replace("09:00", "10:00") + "Seri: Kota bersih\n"
                ),
            }
        ),
        "releases/2026/2026-11-20-sampah-lagi.md:4:7",
        'The series "Kota bersih" is written "Kota Bersih" in'
        " releases/2026/2026-11-20-sampah.md, and shown so. Write it the same.",
        'Seri "Kota bersih" ditulis "Kota Bersih" di'
        " releases/2026/2026-11-20-sampah.md, dan ditampilkan begitu. Samakan"
        " tulisannya.",
    ),
    # Records, facts, limits
    case(
        "file-encoding/utf-16",
        put({PATH: release_text().encode("utf-16")}),
        "releases/2026/2026-11-20-sampah.md:1:1",
        "The text is UTF-16, not UTF-8. Save it again and choose UTF-8 as its"
        " encoding.",
        "Teks ini UTF-16, bukan UTF-8. Simpan ulang dan pilih UTF-8 sebagai"
        " pengodeannya.",
    ),
    case(
        "file-large",
        put({PATH: release_text(body=LEDE + "Kata. " * 40_000)}),
        "releases/2026/2026-11-20-sampah.md:1:1",
        "The file has 240 KB; a text may have 200 KB. Take out what a program put"
        " in, or publish the rest as a document.",
        "Berkas ini 240 KB; satu teks paling banyak 200 KB. Hapus yang"
        " ditambahkan program, atau terbitkan selebihnya sebagai dokumen.",
    ),
    case(
        "alias-taken",
        header(HEADER + "Aliases: /kategori/lingkungan/\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        'The former address "/kategori/lingkungan/" is one that the site makes'
        " itself. Delete it.",
        'Alamat lama "/kategori/lingkungan/" dibuat sendiri oleh situs. Hapus'
        " alamat itu.",
    ),
    case(
        "conflict-marker",
        body(LEDE + "<<<<<<< HEAD\nSatu.\n=======\nDua.\n>>>>>>> cabang\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        'Merge conflict marker "<<<<<<<". Choose one side and delete the markers.',
        'Tanda konflik penggabungan "<<<<<<<". Pilih salah satu sisi, lalu hapus'
        " tanda-tandanya.",
    ),
    case(
        "character-header",
        header(HEADER.replace("Kenanga", "Ke\u202enanga")),
        "releases/2026/2026-11-20-sampah.md:1:16",
        "Title has an invisible character, U+202E, here. Delete it and type the"
        " word again.",
        "Title memuat karakter yang tidak tampak, U+202E, di sini. Hapus, lalu"
        " ketik ulang katanya.",
    ),
    case(
        "record-form/correction",
        header(HEADER + "Ralat: 2026-11-21 09:00 | 40 warga\n"),
        "releases/2026/2026-11-20-sampah.md:4:8",
        'Ralat "2026-11-21 09:00 | 40 warga" lacks a part. Write the time, what'
        ' was wrong and what is right, as in "2026-11-24 09:00 | 40 people | 14'
        ' people".',
        'Ralat "2026-11-21 09:00 | 40 warga" belum lengkap. Tulis saat, yang'
        ' salah, dan yang benar, misalnya "2026-11-24 09:00 | 40 warga | 14'
        ' warga".',
    ),
    case(
        "record-form/minor-change",
        header(HEADER + "Minor-change: 2026-11-21 09:00\n"),
        "releases/2026/2026-11-20-sampah.md:4:15",
        'Minor-change "2026-11-21 09:00" lacks a part. Write the time and the'
        ' reason, as in "2026-11-24 09:00 | spelling".',
        'Minor-change "2026-11-21 09:00" belum lengkap. Tulis saat dan alasannya,'
        ' misalnya "2026-11-24 09:00 | ejaan".',
    ),
    case(
        "record-form/withdrawn",
        header(HEADER + "Withdrawn: 2026-11-21 09:00 |\n"),
        "releases/2026/2026-11-20-sampah.md:4:12",
        'Withdrawn "2026-11-21 09:00 |" lacks a part. Write the time and the'
        ' reason, as in "2026-11-24 09:00 | the event did not take place".',
        'Withdrawn "2026-11-21 09:00 |" belum lengkap. Tulis saat dan alasannya,'
        ' misalnya "2026-11-24 09:00 | acaranya tidak jadi".',
    ),
    case(
        "record-form/right-of-reply",
        header(HEADER + "Hak-jawab: 2026-11-21 09:00 | Warga\n"),
        "releases/2026/2026-11-20-sampah.md:4:12",
        'Hak-jawab "2026-11-21 09:00 | Warga" lacks a part. Write the time, who'
        ' replies, and the address or the text of the reply, as in "2026-11-24'
        ' 09:00 | Residents of the lane | The text".',
        'Hak-jawab "2026-11-21 09:00 | Warga" belum lengkap. Tulis saat, siapa'
        ' yang menjawab, dan alamat atau teks jawabannya, misalnya "2026-11-24'
        ' 09:00 | Warga gang | Teksnya".',
    ),
    case(
        "record-instant",
        header(HEADER + "Withdrawn: 3/4/2026 | Tidak jadi\n"),
        "releases/2026/2026-11-20-sampah.md:4:12",
        'Withdrawn must begin with a time, and "3/4/2026" is none. Write'
        ' "2026-03-04 09:00" or "2026-04-03 09:00".',
        'Withdrawn harus diawali saat, sedangkan "3/4/2026" bukan saat. Tulis'
        ' "2026-03-04 09:00" atau "2026-04-03 09:00".',
    ),
    case(
        "record-ahead",
        header(HEADER + "Suntingan: 2026-12-01 09:00 | Ejaan\n"),
        "releases/2026/2026-11-20-sampah.md:4:12",
        'The time "2026-12-01 09:00" in Suntingan is still to come. Correct it.',
        'Saat "2026-12-01 09:00" di Suntingan belum tiba. Betulkan.',
    ),
    case(
        "record-reason",
        header(HEADER + "Withdrawn: 2026-11-21 09:00 | Salah | rahasia\n"),
        "releases/2026/2026-11-20-sampah.md:4:39",
        'Withdrawn ends with "rahasia", which hides no earlier text. Write one'
        " of: data pribadi, anak, hukum; or leave the last part out.",
        'Withdrawn diakhiri "rahasia", yang tidak menyembunyikan teks sebelumnya.'
        " Tulis salah satu dari: data pribadi, anak, hukum; atau hapus bagian"
        " terakhirnya.",
    ),
    case(
        "reply-address",
        header(
            HEADER + "Right-of-reply: 2026-11-21 09:00 | Warga | javascript:alert(1)\n"
        ),
        "releases/2026/2026-11-20-sampah.md:4:44",
        'The address "javascript:alert(1)" in Right-of-reply is not allowed.'
        " Write one with https:, an address of this site, or the text of the"
        " reply.",
        'Alamat "javascript:alert(1)" di Right-of-reply tidak boleh dipakai.'
        " Tulis alamat dengan https:, alamat situs ini, atau teks jawabannya.",
    ),
    case(
        "reply-address/site",
        header(
            HEADER + "Right-of-reply: 2026-11-21 09:00 | Warga | /2026/11/19/xyz/\n"
        ),
        "releases/2026/2026-11-20-sampah.md:4:44",
        'The address "/2026/11/19/xyz/" in Right-of-reply leads to nothing on'
        " this site. Correct it.",
        'Alamat "/2026/11/19/xyz/" di Right-of-reply tidak menuju apa pun di'
        " situs ini. Betulkan.",
    ),
    case(
        "reply-address/suggest",
        header(
            HEADER + "Right-of-reply: 2026-11-21 09:00 | Warga | /2026/11/20/smpah/\n"
        ),
        "releases/2026/2026-11-20-sampah.md:4:44",
        'The address "/2026/11/20/smpah/" in Right-of-reply leads to nothing on'
        ' this site. Did you mean "/2026/11/20/sampah/"?',
        'Alamat "/2026/11/20/smpah/" di Right-of-reply tidak menuju apa pun di'
        ' situs ini. Maksud Anda "/2026/11/20/sampah/"?',
    ),
    case(
        "allow-unknown",
        header(HEADER + "Allow: apa saja | Sudah dilihat\n"),
        "releases/2026/2026-11-20-sampah.md:4:8",
        'There is no finding "apa saja". Write its name as the finding shows it.',
        'Tidak ada temuan bernama "apa saja". Tulis namanya seperti dalam temuan.',
    ),
    case(
        "allow-unknown/suggest",
        header(HEADER + "Allow: picture-crdit | Sudah dilihat\n"),
        "releases/2026/2026-11-20-sampah.md:4:8",
        'There is no finding "picture-crdit". Did you mean "picture-credit"?',
        'Tidak ada temuan bernama "picture-crdit". Maksud Anda "picture-credit"?',
    ),
    case(
        "allow-reason",
        header(HEADER + "Abaikan: picture-credit\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        '"picture-credit" is allowed without a reason. Write it behind a bar:'
        ' "picture-credit | why".',
        '"picture-credit" diabaikan tanpa alasan. Tulis alasannya setelah garis'
        ' tegak: "picture-credit | alasan".',
    ),
    case(
        "allow-safety",
        header(HEADER + "Abaikan: html | Bagan dari mitra\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        '"html" cannot be allowed: it keeps the site safe and whole. Mend what it'
        " finds, and delete this.",
        '"html" tidak dapat diabaikan: temuan itu menjaga situs tetap aman dan'
        " utuh. Betulkan yang ditemukannya, lalu hapus ini.",
    ),
    case(
        "allow-unused",
        header(HEADER + "Abaikan: picture-credit | Gambar arsip\n"),
        "releases/2026/2026-11-20-sampah.md:4:10",
        '"picture-credit" is allowed here, but there is no such finding in this'
        " file. Delete this.",
        '"picture-credit" diabaikan di sini, padahal temuan itu tidak ada di'
        " berkas ini. Hapus ini.",
    ),
    case(
        "editor-missing",
        put(
            {
                PATH: release_text(body=LEDE + "Mereka datang. (ajl)\n"),
                "registers/reporters.toml": REGISTERS["reporters.toml"].replace(
                    '"editor"', '"contributor"'
                ),
            }
        ),
        "releases/2026/2026-11-20-sampah.md:7:17",
        'Only "ajl" (Ajeng Lestari) stands here, who is registered as reporter.'
        " Add the editor, or correct registers/reporters.toml.",
        'Di sini hanya ada "ajl" (Ajeng Lestari), yang terdaftar sebagai pewarta.'
        " Tambahkan penyuntingnya, atau betulkan registers/reporters.toml.",
    ),
    case(
        "editor-missing/suggest",
        body(LEDE + "Mereka datang. (ajl)\n"),
        "releases/2026/2026-11-20-sampah.md:7:17",
        'Only "ajl" (Ajeng Lestari) stands here, who is registered as reporter.'
        ' Add the editor behind a slash, as in "(ajl/bgp)".',
        'Di sini hanya ada "ajl" (Ajeng Lestari), yang terdaftar sebagai pewarta.'
        ' Tambahkan penyuntingnya setelah garis miring, misalnya "(ajl/bgp)".',
    ),
    case(
        "event-date-slip",
        lede("Jumat (20/11/2025)"),
        "releases/2026/2026-11-20-sampah.md:5:50",
        '"Jumat (20/11/2025)" seems to have the number of the old year: Jumat'
        ' fits 2026. Write "Jumat (20/11/2026)" or "Kamis (20/11/2025)".',
        '"Jumat (20/11/2025)" tampaknya masih memakai tahun lama: Jumat cocok'
        ' dengan 2026. Tulis "Jumat (20/11/2026)" atau "Kamis (20/11/2025)".',
    ),
    case(
        "date-weekday",
        body(LEDE + "Pameran ditutup Selasa (18/11/2026). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:25",
        'In "Selasa (18/11/2026)" the weekday does not fit the date. Write'
        ' "Rabu (18/11/2026)" or "Selasa (17/11/2026)".',
        'Dalam "Selasa (18/11/2026)" hari dan tanggalnya tidak cocok. Tulis'
        ' "Rabu (18/11/2026)" atau "Selasa (17/11/2026)".',
    ),
    case(
        "date-weekday/invalid",
        body(LEDE + "Pameran ditutup Senin (31/2/2026). (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:24",
        'The date in "Senin (31/2/2026)" does not exist. Correct it in the text.',
        'Tanggal dalam "Senin (31/2/2026)" tidak ada. Betulkan di teks.',
    ),
    case(
        "dates-contradict",
        put(
            {
                TEN: release_text(
                    HEADER.replace("2026-11-20", "2017-10-16"),
                    LEDE
                    + "Dibuka Minggu (15/10).\n\nDitutup Minggu (15/1). (ajl/bgp)\n",
                )
            }
        ),
        "releases/2017/2017-10-16-pameran.md:9:17",
        '"Minggu (15/1)" and "Minggu (15/10)" on line 7 look like one date, once'
        ' with a slip. If they are one, write "Minggu (15/10)" or "Minggu (15/1)"'
        " in both places.",
        '"Minggu (15/1)" dan "Minggu (15/10)" di baris 7 tampak seperti satu'
        ' tanggal, salah satunya salah ketik. Kalau memang satu, tulis "Minggu'
        ' (15/10)" atau "Minggu (15/1)" di kedua tempat.',
    ),
    case(
        "letters-doubled",
        body(LEDE + "Pesan yang ddibuat warga. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:12",
        '"ddibuat" begins with the same letter twice. Write "dibuat".',
        '"ddibuat" diawali huruf yang sama dua kali. Tulis "dibuat".',
    ),
    case(
        "letters-tripled",
        body(LEDE + "Jam bukaaan loket. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:5",
        '"bukaaan" has the same letter three times in a row. Write "bukaan".',
        '"bukaaan" memuat huruf yang sama tiga kali berturut-turut. Tulis "bukaan".',
    ),
    case(
        "quotation-open",
        body(LEDE + "“Kami datang, kata lurah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        "The quotation that begins here is never closed. Write the closing mark"
        " where the words of the speaker end.",
        "Kutipan yang dimulai di sini tidak ditutup. Tulis tanda kutip penutup di"
        " akhir kata-kata penuturnya.",
    ),
    case(
        "quotation-open/close",
        body(LEDE + "Kami datang,” kata lurah. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:13",
        "This quotation mark closes a quotation that was never opened. Write the"
        " opening mark, or delete this one.",
        "Tanda kutip ini menutup kutipan yang tidak pernah dibuka. Tulis tanda"
        " pembukanya, atau hapus yang ini.",
    ),
    case(
        "picture-alt/generic",
        pictured("images/2026/pasar.jpg", alt="Foto 1"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        '"Foto 1" does not say what the picture shows. Write in the square'
        " brackets what someone would see.",
        '"Foto 1" tidak mengatakan apa yang tampak dalam gambar. Tulis di dalam'
        " kurung siku apa yang akan terlihat orang.",
    ),
    case(
        "picture-alt/caption",
        pictured('images/2026/pasar.jpg "Pasar pagi. Foto: Ajeng"', alt="Pasar pagi"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        '"Pasar pagi" stands in the caption too and would be heard twice. Write'
        " in the square brackets what the picture shows, and in the caption what"
        " it is about.",
        '"Pasar pagi" juga tertulis dalam keterangan gambar, sehingga terdengar'
        " dua kali. Tulis di dalam kurung siku apa yang tampak, dan dalam"
        " keterangan apa peristiwanya.",
    ),
    case(
        "picture-credit",
        pictured("images/2026/pasar.jpg"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        'The picture "images/2026/pasar.jpg" does not say who made it. Write it'
        ' at the end of the caption, as in "Market in the morning. Foto: Name".',
        'Gambar "images/2026/pasar.jpg" belum menyebut pembuatnya. Tulis di akhir'
        ' keterangan, misalnya "Pasar pagi. Foto: Nama".',
    ),
    case(
        "picture-broken",
        pictured("images/2026/pasar.jpg", data=b"<svg/>"),
        "releases/2026/2026-11-20-sampah.md:7:10",
        "images/2026/pasar.jpg cannot be read as a picture. Save it again as"
        " JPEG, PNG or WebP.",
        "images/2026/pasar.jpg tidak terbaca sebagai gambar. Simpan ulang sebagai"
        " JPEG, PNG, atau WebP.",
    ),
    case(
        "picture-broken/cut",
        pictured("images/2026/pasar.jpg", data=picture()[:-10]),
        "releases/2026/2026-11-20-sampah.md:7:10",
        "images/2026/pasar.jpg breaks off before its end. Copy or download it again.",
        "images/2026/pasar.jpg terpotong sebelum akhirnya. Salin atau unduh ulang.",
    ),
    case(
        "picture-broken/large",
        pictured("images/2026/pasar.jpg", data=huge_picture()),
        "releases/2026/2026-11-20-sampah.md:7:10",
        "images/2026/pasar.jpg has more pixels than can be opened. Save it smaller:"
        " 2,560 pixels on the long side are enough.",
        "images/2026/pasar.jpg mempunyai terlalu banyak piksel untuk dibuka. Simpan"
        " lebih kecil: sisi terpanjang cukup 2.560 piksel.",
    ),
    case(
        "picture-label",
        pictured("images/2026/pasar.jpg", data=picture("PNG")),
        "releases/2026/2026-11-20-sampah.md:7:10",
        'The picture "images/2026/pasar.jpg" is a PNG by its content. Rename it'
        ' to "pasar.png".',
        'Gambar "images/2026/pasar.jpg" sebenarnya PNG. Ubah namanya menjadi'
        ' "pasar.png".',
    ),
    case(
        "picture-large/pixels",
        pictured("images/2026/pasar.jpg", data=picture(width=4000)),
        "releases/2026/2026-11-20-sampah.md:7:10",
        'The picture "images/2026/pasar.jpg" has 4000 × 3 pixels. Save it'
        " smaller: 2,560 pixels on the long side are enough.",
        'Gambar "images/2026/pasar.jpg" berukuran 4000 × 3 piksel. Simpan lebih'
        " kecil: sisi terpanjang cukup 2.560 piksel.",
    ),
    case(
        "character-control",
        body(LEDE + "Mereka \x00datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:8",
        "There is a control character here, U+0000, that nobody sees. Delete it"
        " and type the word again.",
        "Ada karakter kendali yang tidak tampak di sini, U+0000. Hapus, lalu"
        " ketik ulang katanya.",
    ),
    case(
        "character-control/reference",
        body(LEDE + "Mereka &#x202e;datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:8",
        '"&#x202e;" stands for U+202E, a control character that nobody sees.'
        " Delete it.",
        '"&#x202e;" berarti U+202E, karakter kendali yang tidak tampak. Hapus.',
    ),
    case(
        "character-invisible",
        body(LEDE + "Mereka da\u00adtang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:10",
        "There is a character here, U+00AD, that takes no room and parts the word"
        " for search. Delete it and type the word again.",
        "Ada karakter tanpa lebar di sini, U+00AD, yang memecah kata bagi"
        " pencarian. Hapus, lalu ketik ulang katanya.",
    ),
    case(
        "character-invisible/reference",
        body(LEDE + "Mereka da&shy;tang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:10",
        '"&shy;" stands for U+00AD, which takes no room and parts the word for'
        " search. Delete it.",
        '"&shy;" berarti U+00AD, yang tidak berlebar dan memecah kata bagi'
        " pencarian. Hapus.",
    ),
    case(
        "line-long",
        body(LEDE + "Kata. " * 4_000 + "(ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        "The line has 24009 characters; it may have 20000. Part it into paragraphs.",
        "Baris ini 24009 karakter; paling banyak 20000. Pecah menjadi beberapa"
        " paragraf.",
    ),
    case(
        "lines-many",
        body(LEDE + "Kata.\n" * 1_600 + "\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:1005:1",
        "The text has 1604 lines; it may have 1000. Publish long lists and tables"
        " as a document, or part the release.",
        "Teks ini 1604 baris; paling banyak 1000. Terbitkan daftar dan tabel yang"
        " panjang sebagai dokumen, atau pecah siarannya.",
    ),
    case(
        "brackets-many",
        body(LEDE + "[" * 2_000 + " (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        'There are 2000 "[" in one paragraph; there may be 200. Part the'
        " paragraph, or take out what a program put in.",
        'Ada 2000 "[" dalam satu paragraf; paling banyak 200. Pecah paragrafnya,'
        " atau hapus yang ditambahkan program.",
    ),
    case(
        "brackets-many/text",
        body(LEDE + ("[" * 190 + "\n\n") * 6 + "Mereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        'There are 1140 "[" in the text; there may be 1000. Take out links, or'
        " part the release.",
        'Ada 1140 "[" dalam teks; paling banyak 1000. Kurangi tautannya, atau'
        " pecah siarannya.",
    ),
    case(
        "nesting-deep",
        body(LEDE + ">" * 21 + " Kata.\n\nMereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:7:1",
        "Lists or quotations stand 21 deep inside each other; they may stand 20"
        " deep. Put them side by side.",
        "Daftar atau kutipan bersarang 21 tingkat; paling banyak 20. Letakkan"
        " berdampingan.",
    ),
    case(
        "marks-many",
        body(LEDE + ("*a* " * 100 + "\n\n") * 25 + "Mereka datang. (ajl/bgp)\n"),
        "releases/2026/2026-11-20-sampah.md:5:1",
        "The text has 5000 signs such as *, | and quotation marks; it may have"
        " 3000. Publish large tables as a document, or part the release.",
        "Teks ini memuat 5000 tanda seperti *, |, dan tanda kutip; paling banyak"
        " 3000. Terbitkan tabel besar sebagai dokumen, atau pecah siarannya.",
    ),
)


@pytest.mark.parametrize(("name", "setup", "place", "english", "indonesian"), CASES)
def test_message_says_what_is_wrong_and_how_to_mend_it(
    tmp_path: Path,
    name: str,
    setup: Setup,
    place: str,
    english: str,
    indonesian: str,
) -> None:
    newsroom = Newsroom(tmp_path)
    setup(newsroom)
    found = [
        (f"{f.path}:{f.line}:{f.column}", message(f, "en"), message(f, "id"))
        for f in newsroom.check().findings
        if f"{f.rule}/{f.form}".rstrip("/") == name
    ]
    assert [(place, english, indonesian)] == found


def test_every_message_has_its_case() -> None:
    tested = {param.values[0] for param in CASES}
    written = {f"{rule}/{form}".rstrip("/") for rule, form in MESSAGES}
    assert written == tested


def test_one_day_ahead_is_counted_in_the_singular(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    dated("2026-11-25 09:00")(newsroom)
    (finding,) = (f for f in newsroom.findings() if f.rule == "date-ahead")
    assert (
        'The date is 1 day ahead. Add "Embargo: 2026-11-25 09:00" to hold the release'
        " until then, or correct the date."
    ) == message(finding, "en")
