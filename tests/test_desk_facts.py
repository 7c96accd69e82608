"""Facts a proofreader stumbles on: what is left alone and what is pointed at."""

from pathlib import Path

import pytest
from newsroom import HEADER, PATH, Newsroom, picture, release_text

LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai."
END = "Mereka datang. (ajl/bgp)"


def told(newsroom: Newsroom, path: str = PATH) -> list[tuple[int, int, str]]:
    return [
        (f.line, f.column, f"{f.rule}/{f.form}".rstrip("/"))
        for f in newsroom.findings(path)
    ]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    newsroom.write("images/2026/pasar-1.jpg", picture())
    return newsroom


CORRECT = {
    # words
    "kilocalories": "Isinya 120 kkal saja.",
    "a word of the list": "Seekor llama dipamerkan.",
    "an office in capitals": "LLDikti dan BBPOM hadir.",
    "a unit": "Curah hujan 20 mmHg.",
    "an abbreviation without vowels": "Surat itu ttd kepala.",
    "a doubled vowel": "Ia mengoordinasi keadaan, bukaan, dan maaf.",
    "a Roman numeral": "Bagian iii dan xxx, Kelas VIII.",
    "a name": "Bu Aaan dan Pak Hooos hadir.",
    "an address of the web": "Buka https://llaamaaa.example/ddibuat dan dduta.example.",
    "where a link leads": "[Lihat](https://kota.example/ddibuatt/aaab)",
    "mail": "Tulis ke ddibuat@kota.example.",
    "a tag word": "Pakai #ddibuat dan #baguuus.",
    "code": "Ketik `ddibuat` lalu `bukaaan`.",
    "one letter only": "Nomor xxx atau aaa diganti.",
    # quotation marks
    "closed": "“Kami datang,” kata lurah.",
    "closed straight": '"Kami datang," kata lurah.',
    "over two paragraphs": "“Kami datang.\n\n“Kami pulang,” kata lurah.",
    "over two paragraphs, not opened again": "“Kami datang.\n\nKami pulang,” katanya.",
    "over a picture": (
        '“Kami datang.\n\n![Denah](images/2026/pasar-1.jpg "Foto: Ajeng")'
        "\n\n“Ya,” katanya."
    ),
    "straight over two paragraphs": '"Kami datang.\n\n"Kami pulang," kata lurah.',
    "curly closed straight": '“Kami datang," kata lurah.',
    "inside each other": "“Ia bilang “ya” kepada kami,” kata lurah.",
    "inches": 'Layar 21" dipasang.',
    "quotation in a code": 'Ketik `"` saja.',
    # dates
    "right dates": "Mulai Kamis (19/11/2026) sampai Jumat (20/11/2026).",
    "weeks apart": "Pada Minggu (15/11) dan Minggu (22/11).",
    "two days of one name in two months": "Pada Minggu (15/11) dan Kamis (15/10).",
    "months by name": "Pada Kamis, 19 November 2026, dan Jumat, 20 November 2026.",
    # pictures
    "words and caption": '![Orang antre](images/2026/pasar-1.jpg "Pasar. Foto: Ajeng")',
    "words that name a photo": (
        '![Foto keluarga di dinding](images/2026/pasar-1.jpg "Foto: Ajeng")'
    ),
}


@pytest.mark.parametrize("words", CORRECT.values(), ids=CORRECT)
def test_correct_text_has_no_finding(newsroom: Newsroom, words: str) -> None:
    newsroom.release(f"{LEDE}\n\n{words}\n\n{END}\n")
    assert [] == told(newsroom)


def shown(title: str) -> str:
    return f'](images/2026/pasar-1.jpg "{title}")'


WRONG = {
    "doubled": ("Pesan ddibuat warga.", [(7, 7, "letters-doubled")]),
    "doubled in capitals": ("DDibuat oleh warga.", [(7, 1, "letters-doubled")]),
    "doubled behind a hyphen": ("Buku-bbuku itu.", [(7, 6, "letters-doubled")]),
    "doubled before a liquid": ("Warga, pprogram.", [(7, 8, "letters-doubled")]),
    "doubled in the words of a link": (
        "[yang ddibuat](https://kota.example/)",
        [(7, 7, "letters-doubled")],
    ),
    "doubled in a heading": ("## Cara mmembuat", [(7, 9, "letters-doubled")]),
    "doubled in a table": ("| a |\n|---|\n| ddua |", [(9, 3, "letters-doubled")]),
    "tripled": ("Warga sanggat baiiik.", [(7, 15, "letters-tripled")]),
    "tripled in a quotation": ("“Asyik, seruuu,” kata.", [(7, 9, "letters-tripled")]),
    "not closed": ("“Kami datang, kata lurah.", [(7, 1, "quotation-open")]),
    "not closed before another": ("“Satu, dan “dua” ada.", [(7, 1, "quotation-open")]),
    "opened for a closing": ("“Kami datang,“ kata lurah.", [(7, 14, "quotation-open")]),
    "not closed before a heading": (
        "“Kami datang.\n\n## Jam buka\n\n“Ya,” katanya.",
        [(7, 1, "quotation-open")],
    ),
    "not opened": ("Kami datang,” kata lurah.", [(7, 13, "quotation-open/close")]),
    "straight, not closed": ('"Kami datang, kata lurah.', [(7, 1, "quotation-open")]),
    "straight, not opened": (
        'Kami datang," kata lurah.',
        [(7, 13, "quotation-open/close")],
    ),
    "weekday of another day": (
        "Sampai Senin (18/11/2026).",
        [(7, 15, "date-weekday")],
    ),
    "a figure left out of the month": (
        "Mulai Sabtu (10/10).\n\nSampai Sabtu (10/1).",
        [(9, 15, "dates-contradict")],
    ),
    "a figure left out of the day": (
        "Mulai Kamis (19/11).\n\nSampai Kamis (9/11).",
        [(9, 15, "dates-contradict")],
    ),
    "two years for one day": (
        "Mulai Kamis (19/11/2026).\n\nSampai Kamis (19/11/2025).",
        [(9, 15, "dates-contradict")],
    ),
    "no credit": (f"![Pasar pagi{shown('Keterangan.')}", [(7, 1, "picture-credit")]),
    **{
        f"words: {alt}": (
            f"![{alt}{shown('Foto: Ajeng')}",
            [(7, 1, "picture-alt/generic")],
        )
        for alt in ("foto", "Gambar 2", "IMG_2041.JPG", "pasar-1", "Foto kegiatan")
    },
    "the caption's words": (
        f"![Pasar pagi{shown('Pasar pagi. Foto: Ajeng')}",
        [(7, 1, "picture-alt/caption")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_text_is_found_once_and_at_its_place(
    newsroom: Newsroom, words: str, expected: list[tuple[int, int, str]]
) -> None:
    newsroom.release(f"{LEDE}\n\n{words}\n\n{END}\n")
    assert expected == told(newsroom)


@pytest.mark.parametrize("key", ["Title: ", "Summary: "])
def test_header_is_read_too(newsroom: Newsroom, key: str) -> None:
    header = HEADER.replace("Warga Kenanga", "Wwarga Kenanga wwarga")
    if key == "Summary: ":
        header = f"{HEADER}Summary: Cara mmembuat\n"
    newsroom.release(header=header)
    at = {"Title: ": (1, 23), "Summary: ": (4, 15)}[key]
    assert [(*at, "letters-doubled")] == told(newsroom)


WORDS = {
    "ddibuat": "dibuat",
    "DDibuat": "Dibuat",
    "bukaaan": "bukaan",
    "keadaaannya": "keadaannya",
    "lamaaa": "lama",
    "siiiap": "siap",
    "menungggu": "menunggu",
    "harrrga": "harga",
}


@pytest.mark.parametrize(("written", "meant"), WORDS.items(), ids=WORDS)
def test_likely_word_is_offered(newsroom: Newsroom, written: str, meant: str) -> None:
    newsroom.release(f"{LEDE}\n\nKata {written} itu.\n\n{END}\n")
    (finding,) = newsroom.findings()
    assert meant == finding.values["suggestion"]


# -- the year before -------------------------------------------------------------------

JANUARY = "releases/2026/2026-01-06-sampah.md"
YEARS = {
    "last year's number": ("Senin (5/1/2025)", "event-date-slip"),
    "last year's number, month by name": ("Senin, 5 Januari 2025", "event-date-slip"),
    "the year of the release": ("Senin (5/1/2026)", ""),
    "last year's day": ("Rabu (31/12/2025)", ""),
    "another weekday in last year": ("Selasa (5/1/2025)", "event-date-weekday"),
    "a day far from the release": ("Senin (5/10/2025)", "event-date-weekday"),
    "no year": ("Senin (5/1)", "event-date-year"),
}


@pytest.mark.parametrize(("written", "rule"), YEARS.values(), ids=YEARS)
def test_year_that_the_weekday_shows_to_be_the_old_one(
    newsroom: Newsroom, written: str, rule: str
) -> None:
    header = HEADER.replace("2026-11-20", "2026-01-06")
    body = f"{LEDE[:-1]}, {written}.\n\n{END}\n"
    newsroom.write(JANUARY, release_text(header, body))
    assert ([rule] if rule else []) == [f.rule for f in newsroom.findings(JANUARY)]


# -- one hand --------------------------------------------------------------------------

HANDS = {
    "a reporter alone": ("(ajl)", ["editor-missing"]),
    "a reporter alone in the header": ("", ["editor-missing"]),
    "an editor alone": ("(bgp)", ["sign-off-role"]),
    "two hands": ("(ajl/bgp)", []),
    "one hand that nobody knows": ("(zzq)", ["sign-off-unknown"]),
}


@pytest.mark.parametrize(("sign_off", "rules"), HANDS.values(), ids=HANDS)
def test_one_hand_where_an_editor_is_expected(
    newsroom: Newsroom, sign_off: str, rules: list[str]
) -> None:
    more = "" if sign_off else "Sign-off: ajl\n"
    body = f"{LEDE}\n\nMereka datang. {sign_off}".rstrip() + "\n"
    newsroom.release(body, header=HEADER + more)
    assert rules == [f.rule for f in newsroom.findings()]
