"""The day a lede names: forms, missing years, weekdays that disagree."""

from datetime import date

import pytest
from newsdesk.notation.eventdate import event_date_flags, parse_event_date
from newsdesk.notation.words import month_named, year_nearest

PUBLISHED = date(2023, 5, 18)  # a Thursday


@pytest.mark.parametrize(
    ("raw", "figures", "value"),
    [
        ("Selasa (16/5/2023)", "16/5/2023", date(2023, 5, 16)),
        ("Selasa (16/05/2023)", "16/05/2023", date(2023, 5, 16)),
        ("Selasa (16/5)", "16/5", date(2023, 5, 16)),
        ("Rabu (11/3/20)", "11/3/20", date(2020, 3, 11)),
        ("Senin (18 /1/2021)", "18 /1/2021", date(2021, 1, 18)),
        ("Selasa (19/1 /2021)", "19/1 /2021", date(2021, 1, 19)),
        ("Selasa, (16/5)", "16/5", date(2023, 5, 16)),
        ("Selasa malam (16/5)", "16/5", date(2023, 5, 16)),
        ("Selasa dini hari, (16/5)", "16/5", date(2023, 5, 16)),
        ("Selasa, 16 Mei 2023", "16 Mei 2023", date(2023, 5, 16)),
        ("Selasa 16 Mei", "16 Mei", date(2023, 5, 16)),
        ("Selasa tanggal 16 Mei", "16 Mei", date(2023, 5, 16)),
        ("Selasa (16 Mei 2023)", "16 Mei 2023", date(2023, 5, 16)),
        ("Minggu 31 Januari 2021", "31 Januari 2021", date(2021, 1, 31)),
        ("Kamis, 4 Pebruari 2021", "4 Pebruari 2021", date(2021, 2, 4)),
        ("Selasa (16-5-2023)", "16-5-2023", date(2023, 5, 16)),
        ("SELASA (16/5)", "16/5", date(2023, 5, 16)),
        ("Jum'at (19/5)", "19/5", date(2023, 5, 19)),
        ("Ahad (14/5)", "14/5", date(2023, 5, 14)),
        ("Monday (3/4)", "3/4", date(2023, 4, 3)),
        ("Tuesday, May 16, 2023", "May 16, 2023", date(2023, 5, 16)),
        ("Selasa&nbsp;(16/5)", "16/5", date(2023, 5, 16)),
        ("Selasa (**16/5**)", "16/5", date(2023, 5, 16)),
        ("Selasa\n(16/5)", "16/5", date(2023, 5, 16)),
        ("Selasa (16/5", "16/5", date(2023, 5, 16)),
    ],
)
def test_event_date_is_read(raw: str, figures: str, value: date) -> None:
    text = f"Warga berkumpul di balai, {raw}, lalu pulang."
    event = parse_event_date(text, PUBLISHED)
    assert event is not None
    assert (raw, value) == (event.raw, event.value)
    assert (raw, figures) == (event.span.of(text), event.day_span.of(text))
    assert () == event.candidates


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Warga berkumpul (16/5/2023).", id="no weekday"),
        pytest.param("Warga berkumpul pada Selasa.", id="no date"),
        pytest.param("Dalam satu minggu (14/5/2023) warga", id="minggu is a week"),
        pytest.param("Acara ahad (14/5/2023)", id="ahad in small letters"),
        pytest.param("Acara \u017felasa (16/5/2023)", id="letter like an s"),
        pytest.param("Acara Kam\u0131s (18/5/2023)", id="i without its dot"),
        pytest.param("Selasa (09.30)", id="time"),
        pytest.param("Selasa 16.30", id="time without brackets"),
        pytest.param("Selasa (16-18)", id="days from to"),
        pytest.param("Selasa (16-18/5/2023)", id="days from to, dated"),
        pytest.param("Selasa (16/5/2023/4)", id="figures go on"),
        pytest.param("Selasa 16 orang", id="a count"),
        pytest.param("Selasa 40/2 suara", id="a share"),
        pytest.param("Selasakan (16/5)", id="weekday inside a word"),
        pytest.param("Selasa di balai (16/5)", id="words between"),
        pytest.param("", id="empty"),
    ],
)
def test_near_miss_is_no_event_date(text: str) -> None:
    assert parse_event_date(text, PUBLISHED) is None


def test_first_event_date_holds() -> None:
    text = "Dari satu minggu hingga Kamis (18/5/2023), lalu Jumat (19/5/2023)."
    event = parse_event_date(text, PUBLISHED)
    assert event is not None
    assert "Kamis (18/5/2023)" == event.raw


@pytest.mark.parametrize(
    ("text", "flags", "candidates"),
    [
        # year missing
        ("Selasa (16/5)", ["year_missing"], []),
        ("Rabu (16/5)", ["year_missing", "weekday_mismatch"], ["2023-05-17"]),
        # weekday and date disagree: year, month or day
        ("Rabu (27/01/2020)", ["weekday_mismatch"], ["2021-01-27"]),
        ("Senin (06/01/2023)", ["weekday_mismatch"], ["2023-02-06"]),
        ("Senin (16/5/2023)", ["weekday_mismatch"], ["2023-05-15", "2022-05-16"]),
        ("Selasa (18/4/2923)", ["weekday_mismatch"], ["2023-04-18"]),
        # days the calendar does not have
        ("Friday (25/8/202)", ["date_invalid"], ["2023-08-25"]),
        ("Senin (29/42024)", ["date_invalid"], ["2024-04-29"]),
        ("Selasa (16/20/2023)", ["date_invalid"], []),
        ("Selasa (31/2)", ["year_missing", "date_invalid"], ["2023-01-31"]),
        ("Kamis (5/18/2023)", ["date_invalid"], ["2023-05-18"]),
        ("Selasa (0/0/0)", ["date_invalid"], []),
    ],
)
def test_doubtful_event_date(
    text: str, flags: list[str], candidates: list[str]
) -> None:
    event = parse_event_date(text, PUBLISHED)
    assert event is not None
    assert flags == [flag.value for flag in event_date_flags(event, PUBLISHED)]
    assert candidates == [day.isoformat() for day in event.candidates]


def test_event_date_without_year_has_no_value_without_a_publication_date() -> None:
    event = parse_event_date("Selasa (16/5)")
    assert event is not None
    assert (None, ()) == (event.value, event.candidates)
    assert ["year_missing"] == [flag.value for flag in event_date_flags(event)]


def test_impossible_day_without_year_needs_no_publication_date() -> None:
    event = parse_event_date("Selasa (31/2)")
    assert event is not None
    expected = ["year_missing", "date_invalid"]
    assert expected == [flag.value for flag in event_date_flags(event)]


@pytest.mark.parametrize(
    ("month", "day", "published", "year"),
    [
        (12, 30, date(2021, 1, 2), 2020),
        (1, 2, date(2020, 12, 30), 2021),
        (5, 16, date(2023, 5, 18), 2023),
        (2, 29, date(2023, 5, 18), 2024),
        (2, 29, date(2026, 5, 18), None),
        (5, 16, None, None),
    ],
)
def test_missing_year_is_the_nearest(
    month: int, day: int, published: date | None, year: int | None
) -> None:
    assert year == year_nearest(month, day, published)


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("Mei", 5),
        ("AGUSTUS", 8),
        ("Agt", 8),
        ("Nopember", 11),
        ("Sept", 9),
        ("Septmber", 9),
        ("Desembr", 12),
        ("Mai", None),
        ("Maria", None),
        ("Augustine", None),
        ("", None),
    ],
)
def test_month_is_known_by_name(name: str, month: int | None) -> None:
    assert month == month_named(name)


def test_month_asked_exactly_forgives_nothing() -> None:
    assert month_named("Septmber", exactly=True) is None
