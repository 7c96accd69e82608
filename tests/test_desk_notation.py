"""Rules on dateline, sign-off and event date: what they leave alone and point at."""

from pathlib import Path

import pytest
from newsdesk.desk.finding import Level
from newsroom import HEADER, PATH, REGISTERS, Newsroom, picture, release_text

LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai."
END = "Mereka datang. (ajl/bgp)"


def told(newsroom: Newsroom, path: str = PATH) -> list[tuple[int, int, str]]:
    return [
        (f.line, f.column, f"{f.rule}/{f.form}".rstrip("/"))
        for f in newsroom.findings(path)
    ]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


# A hand of whom the roster says no role.
DWI = """
[[reporter]]
id = "dwi"
name = "Dwi Utami"
  [[reporter.term]]
  initials = "dwi"
  from = 2020-01-01
"""

CORRECT = {
    # datelines
    "house form": f"{LEDE}\n\n{END}\n",
    "em dash": f"{LEDE.replace('–', '—')}\n\n{END}\n",
    "emphasis around the place": f"{LEDE.replace('Kenanga', '**Kenanga**')}\n\n{END}\n",
    "no-break space": f"{LEDE.replace(' (', chr(160) + '(')}\n\n{END}\n",
    "another case": f"{LEDE.replace('Kenanga', 'KENANGA')}\n\n{END}\n",
    "alias of the own source": f"{LEDE.replace('kota.example', 'MC')}\n\n{END}\n",
    "another outlet": f"{LEDE.replace('kota.example', 'Kabar Raya')}\n\n{END}\n",
    "another domain": f"{LEDE.replace('kota.example', 'dinas.example')}\n\n{END}\n",
    "a picture before the lede": (
        f'![Pasar](images/2026/pasar.jpg "Foto: Ajeng")\n\n{LEDE}\n\n{END}\n'
    ),
    # sign-offs
    "one hand without a role": f"{LEDE}\n\nMereka datang. (dwi)\n",
    "capitals": f"{LEDE}\n\nMereka datang. (AJL/BGP)\n",
    "on a line of its own": f"{LEDE}\n\nMereka datang.\n\n(ajl/bgp)\n",
    "full stop behind": f"{LEDE}\n\nMereka datang. (ajl/bgp).\n",
    "the same hand twice": f"{LEDE}\n\nMereka datang. (ajl/ajl/bgp)\n",
    "furniture behind": f"{LEDE}\n\n{END}\n\nBaca juga: Pasar pagi\n",
    # event dates
    "date without weekday": f"{LEDE[:-1]} (18/11/2026).\n\n{END}\n",
    "weekday without date": f"{LEDE[:-1]} pada Selasa.\n\n{END}\n",
    "a week": f"{LEDE[:-1]} selama satu minggu (18/11/2026).\n\n{END}\n",
    "month by name": f"{LEDE[:-1]}, Kamis, 19 November 2026.\n\n{END}\n",
}


@pytest.mark.parametrize("body", CORRECT.values(), ids=CORRECT)
def test_correct_notation_has_no_finding(newsroom: Newsroom, body: str) -> None:
    newsroom.write("registers/reporters.toml", REGISTERS["reporters.toml"] + DWI)
    newsroom.write("images/2026/pasar.jpg", picture())
    newsroom.release(body)
    assert [] == told(newsroom)


HYPHENS = {
    "no dateline": ("Dateline: -", f"Warga memilah sampah.\n\n{END}\n"),
    "no sign-off": ("Sign-off: -", f"{LEDE}\n\nMereka datang.\n"),
    "no event date": (
        "Event-date: -",
        f"{LEDE[:-1]}, Selasa (18/11/2026).\n\n{END}\n",
    ),
}


@pytest.mark.parametrize(("line", "body"), HYPHENS.values(), ids=HYPHENS)
def test_hyphen_in_the_header_says_that_there_is_none(
    newsroom: Newsroom, line: str, body: str
) -> None:
    newsroom.release(body, header=f"{HEADER}{line}\n")
    assert [] == told(newsroom)


GIVEN = {
    # the header's own value is looked at instead of the text
    "dateline for a text without one": (
        "Dateline: Kenanga (kota.example)",
        f"Warga memilah sampah.\n\n{END}\n",
        [],
    ),
    "place alone": ("Dateline: Kenanga", f"{LEDE}\n\n{END}\n", []),
    "the same in another case": (
        "Titimangsa: kenanga (KOTA.EXAMPLE)",
        f"{LEDE}\n\n{END}\n",
        [],
    ),
    "unknown place": (
        "Dateline: Kenangga (kota.example)",
        f"Warga memilah sampah.\n\n{END}\n",
        [(4, 11, "dateline-place-unknown/suggest")],
    ),
    "damaged domain": (
        "Dateline: Kenanga (kota.exampel)",
        f"Warga memilah sampah.\n\n{END}\n",
        [(4, 20, "dateline-source-unknown/suggest")],
    ),
    "source alone": (
        "Dateline: (kota.example)",
        f"Warga memilah sampah.\n\n{END}\n",
        [(4, 11, "dateline-form")],
    ),
    "sign-off for a text without one": (
        "Sign-off: ajl/bgp",
        f"{LEDE}\n\nMereka datang.\n",
        [],
    ),
    "sign-off in brackets": ("Sign-off: (ajl/bgp)", f"{LEDE}\n\n{END}\n", []),
    "sign-off in capitals": ("Sign-off: AJL / BGP", f"{LEDE}\n\n{END}\n", []),
    "unknown second hand": (
        "Sign-off: ajl/bxp",
        f"{LEDE}\n\nMereka datang.\n",
        [(4, 15, "sign-off-unknown/suggest")],
    ),
    "damaged sign-off": (
        "Sign-off: ajl//bgp",
        f"{LEDE}\n\n{END}\n",
        [(4, 11, "sign-off-form")],
    ),
    "event date as in the text": (
        "Event-date: 2026-11-19",
        f"{LEDE[:-1]}, Kamis (19/11/2026).\n\n{END}\n",
        [],
    ),
    "event date gives the missing year": (
        "Event-date: 2026-11-19",
        f"{LEDE[:-1]}, Kamis (19/11).\n\n{END}\n",
        [],
    ),
    "wrong weekday stays wrong": (
        "Event-date: 2026-11-18",
        f"{LEDE[:-1]}, Selasa (18/11/2026).\n\n{END}\n",
        [(6, 57, "event-date-weekday")],
    ),
}


@pytest.mark.parametrize(("line", "body", "expected"), GIVEN.values(), ids=GIVEN)
def test_header_wins_over_the_text(
    newsroom: Newsroom, line: str, body: str, expected: list[tuple[int, int, str]]
) -> None:
    newsroom.release(body, header=f"{HEADER}{line}\n")
    assert expected == told(newsroom)


WRONG = {
    "nothing of the notation": (
        "Warga memilah sampah.\n\nMereka datang.\n",
        [(5, 1, "dateline-missing"), (7, 15, "sign-off-missing")],
    ),
    "both hands unknown": (
        f"{LEDE}\n\nMereka datang. (ajk/bgq)\n",
        [(7, 17, "sign-off-unknown/suggest"), (7, 21, "sign-off-unknown/suggest")],
    ),
    "roles the wrong way round": (
        f"{LEDE}\n\nMereka datang. (bgp/ajl)\n",
        [(7, 17, "sign-off-role"), (7, 21, "sign-off-role")],
    ),
    "sign-off on a line of its own": (
        f"{LEDE}\n\nMereka datang.\n\n(zzz/bgp)\n",
        [(9, 2, "sign-off-unknown")],
    ),
    "weekday and year": (
        f"{LEDE[:-1]}, Selasa (18/11).\n\n{END}\n",
        [(5, 57, "event-date-weekday")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_notation_is_a_warning_at_its_place(
    newsroom: Newsroom, body: str, expected: list[tuple[int, int, str]]
) -> None:
    newsroom.release(body)
    assert expected == told(newsroom)
    assert {Level.WARNING} == {f.level for f in newsroom.findings()}


CANDIDATES = {
    # weekday of the written date first, then the nearest day the weekday fits
    "day of the weekday before": (
        "Selasa (18/11/2026)",
        '"Rabu (18/11/2026)" | "Selasa (17/11/2026)"',
    ),
    "month by name": (
        "Selasa, 18 November 2026",
        '"Rabu, 18 November 2026" | "Selasa, 17 November 2026"',
    ),
    "no year": (
        "Selasa (18/11)",
        '"Rabu (18/11/2026)" | "Selasa (17/11/2026)"',
    ),
    "zero-padded": (
        "Rabu (07/10/2025)",
        '"Rabu (7/10/2026)" | "Selasa (07/10/2025)"',
    ),
}


@pytest.mark.parametrize(("written", "expected"), CANDIDATES.values(), ids=CANDIDATES)
def test_weekday_that_does_not_fit_gets_candidates_in_the_form_of_the_text(
    newsroom: Newsroom, written: str, expected: str
) -> None:
    newsroom.release(f"{LEDE[:-1]}, {written}.\n\n{END}\n")
    (finding,) = newsroom.findings()
    assert expected == finding.values["candidates"]


def test_candidates_of_an_english_edition_are_english(newsroom: Newsroom) -> None:
    newsroom.release()
    path = PATH.replace(".md", ".en.md")
    body = f"{LEDE[:-1]} on Tuesday (18/11/2026).\n\n{END}\n"
    newsroom.write(path, release_text("Title: Waste\n", body))
    (finding,) = newsroom.findings(path)
    assert (
        '"Wednesday (18/11/2026)" | "Tuesday (17/11/2026)"'
        == (finding.values["candidates"])
    )


def test_hand_of_a_former_term_is_known_in_a_former_release(newsroom: Newsroom) -> None:
    path = "releases/2025/2025-11-20-sampah.md"
    header = HEADER.replace("2026-11-20", "2025-11-20")
    body = f"{LEDE}\n\nMereka datang. (ctw/bgp)\n"
    newsroom.write(path, release_text(header, body))
    assert [] == told(newsroom, path)


def test_without_a_date_nobody_is_said_to_be_unknown(newsroom: Newsroom) -> None:
    newsroom.release(
        f"{LEDE}\n\nMereka datang. (ctw/zzz)\n",
        header=HEADER.replace("2026-11-20 09:00", "x"),
    )
    assert [(2, 7, "date-form")] == told(newsroom)


def test_example_of_a_sign_off_is_there_when_nobody_serves(newsroom: Newsroom) -> None:
    path = "releases/2019/2019-11-20-sampah.md"
    header = HEADER.replace("2026-11-20", "2019-11-20")
    newsroom.write(path, release_text(header, f"{LEDE}\n\nMereka datang.\n"))
    (finding,) = newsroom.findings(path)
    assert ("sign-off-missing", "(ajl)") == (finding.rule, finding.values["example"])


NAMES = {
    "first name of the roster": ("(Ajeng Lestari)", "(ajl)"),
    "second name of the roster": ("(Bagas Pranoto)", "(bgp)"),
    "name beside initials": ("(Ajeng Lestari/bgp)", "(ajl/bgp)"),
    "initials beside a name": ("(ajl/Bagas Pranoto)", "(ajl/bgp)"),
    "comma between names": ("(Ajeng Lestari, Bagas Pranoto)", "(ajl/bgp)"),
    "not on the roster": ("(Sekar Ayu/bgp)", ""),
    "of a term that is over": ("(Citra Wulandari/bgp)", ""),
    "behind an outlet": ("(Kabar Raya/Ajeng Lestari)", ""),
    "two of one name": ("(Dian Puspa/bgp)", ""),
}
NAMESAKES = "".join(
    f"""
[[reporter]]
id = "{id}"
name = "Dian Puspa"
  [[reporter.term]]
  initials = "{id}"
  from = 2020-01-01
"""
    for id in ("dnp", "dip")
)


@pytest.mark.parametrize(("written", "expected"), NAMES.values(), ids=NAMES)
def test_names_are_proposed_as_initials_only_when_it_is_certain_whose(
    newsroom: Newsroom, written: str, expected: str
) -> None:
    register = f"{REGISTERS['reporters.toml']}{NAMESAKES}"
    newsroom.write("registers/reporters.toml", register)
    newsroom.release(f"{LEDE}\n\nMereka datang. {written}\n")
    (finding,) = (f for f in newsroom.findings() if f.rule == "sign-off-names")
    form = "suggest" if expected else ""
    assert (form, expected or "()") == (finding.form, finding.values["example"])
