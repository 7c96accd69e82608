"""What a date in another form may mean."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from newsdesk.desk.dates import Slip, read_slip
from newsdesk.notation.source import read_date, read_instant
from newsroom import NOW

JAKARTA = ZoneInfo("Asia/Jakarta")

INSTANTS = {
    # read one way
    "16/5/2023 15.30": ("suggest", ("2023-05-16 15:30",)),
    "16.05.2023 15:30": ("suggest", ("2023-05-16 15:30",)),
    "16-5-2023, 15:30 WIB": ("suggest", ("2023-05-16 15:30",)),
    "2023-05-16 15:30 WITA": ("suggest", ("2023-05-16 15:30+08:00",)),
    "2023-05-16 15:30 UTC": ("suggest", ("2023-05-16 15:30+00:00",)),
    "2023-05-16T15:30Z": ("suggest", ("2023-05-16 15:30+00:00",)),
    "2023/5/16 9:05": ("suggest", ("2023-05-16 09:05",)),
    "Selasa, 16 Mei 2023 pukul 15.30": ("suggest", ("2023-05-16 15:30",)),
    "May 16, 2023 15:30": ("suggest", ("2023-05-16 15:30",)),
    "16-Agt-2023 07.00": ("suggest", ("2023-08-16 07:00",)),
    "5/5/2023 15.30": ("suggest", ("2023-05-05 15:30",)),
    # two ways, the earlier day first
    "03/04/2026": ("two-ways", ("2026-03-04 09:00", "2026-04-03 09:00")),
    "3-4-2026 10:15": ("two-ways", ("2026-03-04 10:15", "2026-04-03 10:15")),
    # no time of day
    "2026-05-16": ("no-time", ("2026-05-16 09:00",)),
    "16 Mei 2023": ("no-time", ("2023-05-16 09:00",)),
    # neither the calendar nor the clock has it; the example is today
    "2026-02-30 09:00": ("impossible", ("2026-11-24 09:00",)),
    "31/11/2026 10:00": ("impossible", ("2026-11-24 10:00",)),
    "2026-05-16 25:00": ("impossible", ("2026-05-16 09:00",)),
    # a year that the header does not take; the example is today
    "9999-12-31 23:59": ("year", ("2026-11-24 23:59",)),
    "0001-01-01 09:00": ("year", ("2026-11-24 09:00",)),
    "31/12/9999": ("year", ("2026-11-24 09:00",)),
    # signs that look like a hyphen or a blank
    "2026–11–20 09:00": ("suggest", ("2026-11-20 09:00",)),
    "20\u00a0November\u202f2026\u00a009.00": ("suggest", ("2026-11-20 09:00",)),
    # a day that depends on today
    "Friday": ("", ("2026-11-27 09:00",)),
    "selasa": ("", ("2026-12-01 09:00",)),
    "besok": ("", ("2026-11-25 09:00",)),
    "Hari ini": ("", ("2026-11-24 09:00",)),
    "kemarin": ("", ("2026-11-23 09:00",)),
    # not read at all
    "segera": ("", ("2026-11-24 09:00",)),
    "2026": ("", ("2026-11-24 09:00",)),
    "16 Foo 2023": ("", ("2026-11-24 09:00",)),
    "12/2026": ("", ("2026-11-24 09:00",)),
    "123456/7/2026": ("", ("2026-11-24 09:00",)),
}


@pytest.mark.parametrize(("written", "expected"), INSTANTS.items(), ids=INSTANTS)
def test_slip_of_an_instant(
    written: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert Slip(*expected) == read_slip(written, NOW, JAKARTA, whole=True)


LATER = NOW.replace(hour=10)
AHEAD = {
    "besok": "2026-11-25 09:00",
    "besok jam 9": "2026-11-25 09:00",
    "Besok pukul 7 malam": "2026-11-25 19:00",
    "Jumat pagi": "2026-11-27 09:00",
    "hari Jumat jam 14": "2026-11-27 14:00",
    "hari ini jam 2 siang": "2026-11-24 14:00",
    "hari ini": "2026-11-25 09:00",
    "kemarin": "2026-11-25 09:00",
    "ya": "2026-11-25 09:00",
    "31/11/2026 10:00": "2026-11-25 10:00",
}


@pytest.mark.parametrize(("written", "expected"), AHEAD.items(), ids=AHEAD)
def test_example_of_what_is_to_come_lies_ahead(written: str, expected: str) -> None:
    slip = read_slip(written, LATER, JAKARTA, whole=True, ahead=True)
    assert (expected,) == slip.candidates


DAYS = {
    "9999-12-31": ("year", ("2026-11-24",)),
    "2026–11–20": ("suggest", ("2026-11-20",)),
    "16/5/2023": ("suggest", ("2023-05-16",)),
    "3/4/2026": ("two-ways", ("2026-03-04", "2026-04-03")),
    "2026-05-16 09:00": ("suggest", ("2026-05-16",)),
    "besok": ("", ("2026-11-25",)),
    "kapan": ("", ("2026-11-24",)),
}


@pytest.mark.parametrize(("written", "expected"), DAYS.items(), ids=DAYS)
def test_slip_of_a_day(written: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert Slip(*expected) == read_slip(written, NOW, JAKARTA, whole=False)


@pytest.mark.parametrize("written", [*INSTANTS, *DAYS])
def test_every_candidate_is_what_the_header_takes(written: str) -> None:
    instants = read_slip(written, NOW, JAKARTA, whole=True).candidates
    days = read_slip(written, NOW, JAKARTA, whole=False).candidates
    assert all(read_instant(text, JAKARTA) for text in instants)
    assert all(read_date(text) for text in days)


def test_zone_of_the_office_decides_which_name_is_its_own() -> None:
    makassar = ZoneInfo("Asia/Makassar")
    now = datetime(2026, 11, 24, 8, tzinfo=makassar)
    here = read_slip("2026-05-16 09:00 WITA", now, makassar, whole=True)
    there = read_slip("2026-05-16 09:00 WIB", now, makassar, whole=True)
    assert ("2026-05-16 09:00",) == here.candidates
    assert ("2026-05-16 09:00+07:00",) == there.candidates
