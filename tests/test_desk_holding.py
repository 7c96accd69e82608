"""What is to hold a text back, and stands where it holds nothing."""

from pathlib import Path

import pytest
from newsroom import BODY, HEADER, PATH, Newsroom, release_text

HELD_IN_WORDS = {
    "quotation": "> Embargo: 2026-11-27 09:00",
    "heading": "## EMBARGO: 27 November 2026 pukul 09.00 WIT",
    "list": "- Embargo: 2026-11-27 09:00\n- Status: draft",
    "numbered list": "1. Embargo: Jumat",
    "table": "| Embargo | 27 November 2026 |",
    "no colon": "Embargo 2026-11-27 09:00",
    "equals sign": "Embargo = 2026-11-27",
    "draft without a colon": "Status draft",
    "draft as a sign": "**[DRAF]**",
    "slip and a blank": "Emabrgo : 2026-11-27 09:00",
    "round brackets": "(EMBARGO: 27 November 2026 pukul 09.00)",
    "square brackets": "[EMBARGO penuh]",
    "until a day": "EMBARGO hingga Jumat, 27 November 2026",
    "until, cut short": "Embargo s.d. 27 November",
    "the word alone": "***EMBARGO***",
    "the word spaced": "E M B A R G O",
    "a picture in front": "🔒 EMBARGO 27/11/2026",
    "a word in front": "Catatan: embargo sampai Jumat",
    "whole sentence": "Siaran ini diembargo hingga Jumat pukul 09.00.",
    "English": "STRICTLY EMBARGOED UNTIL 27 NOVEMBER 2026",
    "letter of another alphabet": "\u0415mbargo 2026-11-27",
    "wide letters": "\uff25\uff2d\uff22\uff21\uff32\uff27\uff2f 27 November",
    "soft hyphen": "Emb\u00adargo sampai Jumat",
    "soft hyphen by its name": "Emb&shy;argo sampai Jumat",
    "letter by its number": "&#69;mbargo sampai Jumat",
    "emphasis in the word": "*Em*bargo: Jumat",
    "strong in the word": "Em**bargo** sampai Jumat",
    "bold letters": "\U0001d404\U0001d426bargo sampai Jumat",
    "letters in boxes": "\U0001f174\U0001f17c\U0001f171\U0001f170RGO sampai Jumat",
    "accent": "Embarg\u00f3 sampai Jumat",
    "accent apart": "Embargo\u0301 sampai Jumat",
    "hidden draft": "**[DR\u200bAFT]**",
    "hidden word before another": "Ti\u200bdak untuk disiarkan",
    "for whom": "Embargo media sampai 27 November 2026",
    "for whom, cut short": "EMBARGO WARTAWAN s/d 27-11-2026",
    "for the press": "Embargo pers sampai Jumat",
    "of what": "Embargo berita: Jumat 09.00",
    "when it ends": "Embargo berakhir 27 November 2026",
    "when it is lifted": "Embargo dilepas pada Jumat, 27 November",
    "when it ends, in English": "Embargo ends 27 November 2026",
    "when it is lifted, in English": "Embargo lifts on Friday",
    "verb": "Diembargokan sampai Jumat",
    "release as a whole": "Release embargoed until Friday",
    "note to someone": "Catatan untuk media: embargo sampai Jumat",
    "letter to someone": "Kepada redaksi: mohon embargo sampai Jumat",
    "kind of text": "Sifat: embargo sampai Jumat",
    "slip before a moment": "Embrago sampai 27 November",
    "not yet": "Jangan diterbitkan dulu",
    "not on the air before": "Jangan tayang sebelum Jumat",
    "kindly not": "Mohon tidak disiarkan sebelum Jumat",
    "kindly not, other word": "Mohon tidak dipublikasikan sebelum Jumat",
    "whole sentence that forbids": "Naskah ini tidak untuk disiarkan sebelum Jumat.",
    "letter that forbids": "Kepada redaksi: jangan disiarkan sebelum Jumat",
    "hold": "HOLD UNTIL FRIDAY",
    "hold for release": "HOLD FOR RELEASE",
    "for release": "FOR RELEASE 27 November 2026",
    "for release, month first": "For release: November 27, 2026",
    "draft with a number": "DRAFT v3",
    "draft with a version": "Draft versi 2.1",
    "draft with a bare number": "Draf 2",
    "draft that stays here": "DRAFT - jangan diedarkan",
    "caption": '![Pasar](images/2026/a.jpg "Ramai. EMBARGO sampai Jumat. Foto: A")',
    "not to be published": "Tidak untuk disiarkan",
    "not before, in brackets": "(Tidak untuk disiarkan sebelum Jumat)",
    "not before": "**Jangan disiarkan sebelum 27 November 2026.**",
    "not before, in English": "Not for release before 27 November 2026",
    "before the dateline": f"EMBARGO 27 November 2026 – {'Kata warga. ' * 20}",
}
NOT_HELD = {
    "goods with an accent": "Embargo nik\u00e9l d&shy;icabut, kata *war*ga.",
    "goods": "Embargo ekspor nikel dicabut pemerintah pusat pekan lalu.",
    "of another state": "Uni Eropa memberlakukan embargo",
    "networks": "Embargo media sosial hingga Jumat ditolak.",
    "no news": "Embargo berita bukan hal baru.",
    "end of a war": "Embargo berakhir setelah perang usai.",
    "what ended": "Embargo berakhir Jumat lalu, kata dia.",
    "what it ends": "Embargo ends an era of trade.",
    "note on goods": "Catatan redaksi: embargo nikel dicabut.",
    "open": "Sifat: terbuka",
    "films": "Jangan tayang sebelum izin keluar, kata pengelola.",
    "cars": "Mohon tidak parkir sebelum Jumat.",
    "kindly not the victims": "Mohon tidak disiarkan foto korban, kata dia.",
    "data": "Data pribadi tidak untuk dipublikasikan sebelum ada izin.",
    "cooking": "Hold until the water boils.",
    "fish": "For release into the river on Friday",
    "bylaw with a number": "Draf 2 perda pasar dibahas.",
    "bylaw and an aside": "Draf itu - jangan lupa - sudah dibahas.",
    "picture of goods": '![Pasar embargo](images/2026/a.jpg "Embargo nikel. Foto: A")',
    "until now": "Embargo hingga kini belum dicabut.",
    "how long": "Embargo 3 bulan itu berat bagi nelayan.",
    "gloss": "Larangan dagang (embargo) itu dicabut.",
    "middle of a sentence": "Nelayan menanti embargo: sebuah larangan.",
    "sentence with a colon": f"Embargo: kata itu akrab. {'Warga datang. ' * 20}",
    "link": "[Embargo nikel](https://kota.example/) dicabut.",
    "another state": "Status siaga berlaku: warga diminta tenang.",
    "rules of a town": "Status Draf Perda Pasar Dibahas",
    "what to leave undone": "Jangan disiarkan foto korban, kata dia.",
    "at once": "Untuk segera disiarkan",
    "at once, in English": "For immediate release",
}
PLACES = {
    "above": "{line}\n\n" + BODY,
    "second paragraph": BODY.replace("\n\n", "\n\n{line}\n\n", 1),
    "foot": BODY + "\n{line}\n",
}


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def rules(room: Newsroom) -> list[str]:
    return [finding.rule for finding in room.findings()]


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("line", HELD_IN_WORDS.values(), ids=HELD_IN_WORDS)
def test_words_that_are_to_hold_a_text_are_an_error(
    newsroom: Newsroom, line: str, place: str
):
    newsroom.release(place.format(line=line))
    assert "embargo-in-words" in rules(newsroom)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("line", NOT_HELD.values(), ids=NOT_HELD)
def test_words_that_only_sound_so_are_none(newsroom: Newsroom, line: str, place: str):
    newsroom.release(place.format(line=line))
    assert "embargo-in-words" not in rules(newsroom)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("[EMBARGO 27 November] Pasar Dibuka", True),
        ("Embargo: Pasar Dibuka Jumat", True),
        ("Pasar Dibuka [EMBARGO]", True),
        ("Pasar Dibuka (EMBARGO)", True),
        ("[DRAFT] Pasar Dibuka", True),
        ("[EMB\u0410RGO] Pasar Dibuka", True),
        ("Pasar Dibuka (draft)", True),
        ("Pasar Dibuka DRAFT", True),
        ("Pasar Dibuka - EMBARGO", True),
        ("Pasar Dibuka \u2013 embargo sampai Jumat", True),
        ("Pasar Dibuka EMBARGO sampai Jumat", True),
        ("Pasar Dibuka EMB\u00adARGO sampai Jumat", True),
        ("Embargo Nikel Dicabut", False),
        ("Uni Eropa Memberlakukan Embargo", False),
        ("Uni Eropa Memberlakukan Embargo sampai Jumat", False),
        ("Nelayan Menolak Larangan (Embargo)", False),
        ("Warga Membahas Draf", False),
        ("WARGA MEMBAHAS DRAF", False),
        ("Warga Menolak Draf - Pasar Tetap Buka", False),
        ("Nelayan Lega Larangan (Embargo) Dicabut", False),
        ("Draf Perda Pasar Dibahas", False),
    ],
)
def test_title_that_is_to_hold_its_text(newsroom: Newsroom, title: str, found: bool):
    newsroom.release(header=HEADER.replace("Warga Kenanga Memilah Sampah", title))
    assert found == ("embargo-in-words" in rules(newsroom))


@pytest.mark.parametrize(
    ("summary", "column"),
    [
        ("Pasar dibuka. Embargo sampai Jumat.", 24),
        ("Jangan disiarkan sebelum Jumat. Pasar dibuka.", 10),
        ("Pasar dibuka. Embargo nikel dicabut.", 0),
        ("Pasar dibuka, kata Embargo. Jumat ramai.", 0),
    ],
)
def test_summary_that_is_to_hold_its_text(
    newsroom: Newsroom, summary: str, column: int
):
    newsroom.release(header=f"{HEADER}Summary: {summary}\n")
    found = [f for f in newsroom.findings() if f.rule == "embargo-in-words"]
    assert ([(4, column)] if column else []) == [(f.line, f.column) for f in found]


def test_line_of_the_header_in_the_text_is_told_once(newsroom: Newsroom):
    newsroom.release(f"Embargo: 2026-12-01 10:00\n\n{BODY}")
    assert {"header-line-below"} == {*rules(newsroom)} - {"dateline-missing"}


def test_nobody_may_allow_it(newsroom: Newsroom):
    header = f"{HEADER}Allow: embargo-in-words | Sudah dilihat\n"
    newsroom.release(f"**EMBARGO**\n\n{BODY}", header=header)
    assert {"allow-safety", "embargo-in-words"} <= {*rules(newsroom)}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("Status: draft\n", []),
        ("Withdrawn: 2026-11-21 09:00 | Salah data.\n", []),
        ("", ["embargo-in-words"]),
    ],
)
def test_header_that_says_draft_or_withdrawn_is_enough(
    newsroom: Newsroom, state: str, expected: list[str]
):
    newsroom.write(PATH, release_text(HEADER + state, f"{BODY}\nStatus: draft\n"))
    found = [rule for rule in rules(newsroom) if not rule.startswith("sign-off")]
    assert expected == found


def test_hidden_words_are_shown_as_readers_see_them(newsroom: Newsroom):
    newsroom.release(f"{BODY}\n> Em\u00adb&shy;argo Jumat\n")
    found = [f for f in newsroom.findings() if f.rule == "embargo-in-words"]
    assert [("Embargo Jumat", 3)] == [(f.values["value"], f.column) for f in found]
