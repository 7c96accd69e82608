"""The header of a release file: keys, key lines, faults, typed values."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest
from newsdesk.notation import parse_release
from newsdesk.notation.source import (
    KEYS,
    REFUSED,
    fields,
    has_header,
    key_named,
    parse_header,
    read_date,
    read_instant,
    read_slug,
)

WIB = timezone(timedelta(hours=7))


def entries(text: str) -> list[tuple[str, list[str]]]:
    return [
        (entry.key, [value.text for value in entry.values])
        for entry in parse_header(text).entries
    ]


def faults(text: str) -> list[tuple[str, str, int, int]]:
    return [
        (fault.rule, fault.form, fault.line, fault.column)
        for fault in parse_header(text).faults
    ]


def body(text: str) -> str:
    return text[parse_header(text).span.end :]


# -- the table -------------------------------------------------------------------------


def test_table_has_every_key_once_in_both_languages() -> None:
    spellings = [key.english for key in KEYS.values()]
    assert 24 == len(set(spellings)) == len(KEYS)
    assert all(key_named(key.indonesian) is key for key in KEYS.values())
    assert all(key_named(key.english) is key for key in KEYS.values())


def test_pages_take_these_keys_only() -> None:
    taken = [key.english for key in KEYS.values() if key.on_pages]
    assert ["Title", "Summary", "Slug", "Lang", "Aliases", "Allow"] == taken


def test_list_keys_are_these_only() -> None:
    lists = [key.english for key in KEYS.values() if key.is_list]
    expected = ["Aliases", "Correction", "Minor-change", "Right-of-reply", "Allow"]
    assert expected == lists


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_refused_keys_are_not_in_the_table(name: str) -> None:
    assert key_named(name) is None


# -- key lines -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "key"),
    [
        pytest.param("Sign-off: yul/yon", "sign-off", id="hyphen"),
        pytest.param("Sign_off: yul/yon", "sign-off", id="underscore"),
        pytest.param("SIGN_OFF: yul/yon", "sign-off", id="capitals"),
        pytest.param("Inisial: yul/yon", "sign-off", id="indonesian"),
        pytest.param("inisial:yul/yon", "sign-off", id="no blank after the colon"),
        pytest.param("Inisial:   yul/yon  ", "sign-off", id="value trimmed"),
    ],
)
def test_key_is_read_in_each_spelling(line: str, key: str) -> None:
    assert [(key, ["yul/yon"])] == entries(f"{line}\n\nTeks.")


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("Catatan : Pasar Dibuka", id="blank before the colon"),
        pytest.param(" Title: Pasar Dibuka", id="not at column 1"),
        pytest.param("1Title: Pasar Dibuka", id="begins with a figure"),
        pytest.param("Judul Siaran: Pasar", id="two words"),
        pytest.param("Judúl: Pasar", id="letter beyond ASCII"),
        pytest.param("Pasar Dibuka", id="no colon"),
    ],
)
def test_first_line_that_is_no_key_line_is_a_fault_and_the_body(first: str) -> None:
    text = f"{first}\n\nTeks."
    assert [("header-first-line", "", 1, 1)] == faults(text)
    assert text == body(text)


def test_known_key_with_a_blank_before_its_colon_is_read_and_a_fault() -> None:
    text = "Title : Pasar Dibuka\nEmbargo\t: 2026-11-27 09:00\n\nTeks."
    assert [
        ("header-key-blank", "", 1, 6),
        ("header-key-blank", "", 2, 8),
    ] == faults(text)
    assert [
        ("title", ["Pasar Dibuka"]),
        ("embargo", ["2026-11-27 09:00"]),
    ] == entries(text)


def test_blank_first_line_is_one_fault_and_the_header_is_read_all_the_same() -> None:
    text = "\n \nTitle: Pasar Dibuka\n\nTeks."
    assert [("header-first-line", "blank", 1, 1)] == faults(text)
    assert [("title", ["Pasar Dibuka"])] == entries(text)
    assert "Teks." == body(text)


def test_line_and_column_of_a_value() -> None:
    header = parse_header("Title: A\nAliases:  /a/\n\t/b/\n      /c/\n\nTeks.")
    entry = header.get("aliases")
    assert entry is not None
    places = [(value.text, value.line, value.column) for value in entry.values]
    assert [("/a/", 2, 11), ("/b/", 3, 2), ("/c/", 4, 7)] == places


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("Title: A\n\nTeks.", "Teks.", id="blank line"),
        pytest.param("Title: A\n \t\nTeks.", "Teks.", id="line of blanks"),
        pytest.param("Title: A\nTeks di bawahnya.", "Teks di bawahnya.", id="pasted"),
        pytest.param("Title: A\r\n\r\nTeks.", "Teks.", id="CRLF"),
        pytest.param("Title: A\r\rTeks.", "Teks.", id="CR"),
        pytest.param("\ufeffTitle: A\n\nTeks.", "Teks.", id="byte order mark"),
        pytest.param(
            "Title: A\n  Teks.", "  Teks.", id="two blanks are no continuation"
        ),
        pytest.param("Title: A", "", id="no body"),
        pytest.param("Title: A\n\n\nTeks.", "\nTeks.", id="one blank line only"),
    ],
)
def test_body_begins_behind_the_header(text: str, rest: str) -> None:
    assert rest == body(text)
    assert [("title", ["A"])] == entries(text)


def test_only_line_feeds_and_returns_end_a_line() -> None:
    assert [("title", ["A\x0cB\u2028C"])] == entries("Title: A\x0cB\u2028C\n\nTeks.")


def test_every_fault_of_a_header_in_order() -> None:
    text = (
        "Titel: Pasar\n"
        "Klojen: Warga berkumpul\n"
        "Judul: Pasar\n"
        "    dan taman\n"
        "Title: Pasar lagi\n"
        "Save_as: x.html\n"
        "_hidden: 1\n"
        "Tags:\n"
        "Aliases:\n"
        "\n"
        "Teks."
    )
    assert [
        ("header-key-unknown", "suggest", 1, 1),
        ("header-key-unknown", "", 2, 1),
        ("header-continuation", "", 4, 5),
        ("header-key-twice", "", 5, 1),
        ("header-key-refused", "", 6, 1),
        ("header-key-refused", "", 7, 1),
        ("header-value-missing", "", 8, 6),
        ("header-value-missing", "", 9, 9),
    ] == faults(text)
    values = [dict(fault.values) for fault in parse_header(text).faults]
    assert "Title" == values[0]["suggestion"]
    assert {"key"} == set(values[1])
    assert {"key": "Title", "first": "3", "second": "5"} == values[3]
    assert {"key": "Save_as"} == values[4]


def test_suggestion_is_in_the_language_of_the_near_spelling() -> None:
    values = parse_header("Tangal: 2026-05-16 08:00\n").faults[0].values
    assert "Tanggal" == values["suggestion"]


def test_list_key_may_have_all_its_values_below() -> None:
    assert [("aliases", ["/a/", "/b/"])] == entries("Aliases:\n    /a/\n\t/b/\n\nTeks.")


def test_indented_line_under_an_unknown_key_is_not_a_second_fault() -> None:
    expected = [("header-key-unknown", "", 1, 1)]
    assert expected == faults("Penyelia: A\n    B\n\nTeks.")


# -- whether there is a header ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Title: A\n\nTeks.", True, id="key of the table"),
        pytest.param("\ufeffJudul: A", True, id="behind a byte order mark"),
        pytest.param("Klojen: Warga berkumpul.", False, id="place and colon"),
        pytest.param("Save_as: x", False, id="refused key"),
        pytest.param("\nTitle: A", False, id="blank line first"),
        pytest.param("", False, id="empty"),
    ],
)
def test_file_has_a_header_when_its_first_line_is_a_key_of_the_table(
    text: str, expected: bool
) -> None:
    assert expected is has_header(text)


def test_parse_release_reads_no_header_where_there_is_none() -> None:
    release = parse_release("Wringin: Warga berkumpul.")
    assert () == release.header.entries
    assert () == release.header.faults


def test_parse_release_reports_the_first_line_of_a_release_file() -> None:
    text = "Wringin: Warga berkumpul."
    release = parse_release(text, header=parse_header(text))
    assert ["header-key-unknown"] == [fault.rule for fault in release.header.faults]


# -- values ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2026-05-16 15:30", (15, 30, 0, WIB), id="blank"),
        pytest.param("2026-05-16T15:30", (15, 30, 0, WIB), id="T"),
        pytest.param("2026-05-16 15:30:45", (15, 30, 45, WIB), id="seconds"),
        pytest.param("2026-05-16 15:30+00:00", (15, 30, 0, UTC), id="offset"),
        pytest.param("2026-05-16 00:00", (0, 0, 0, WIB), id="midnight"),
        pytest.param("2026-05-16\u00a015:30", (15, 30, 0, WIB), id="no-break space"),
        pytest.param("2026-05-16\u202f15:30", (15, 30, 0, WIB), id="narrow one"),
        pytest.param("2026\u201105\u201116 15:30", (15, 30, 0, WIB), id="hyphens"),
    ],
)
def test_instant_is_read(text: str, expected: tuple[int, int, int, tzinfo]) -> None:
    hour, minute, second, zone = expected
    instant = datetime(2026, 5, 16, hour, minute, second, tzinfo=zone)
    assert instant == read_instant(text, WIB)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-16",
        "16/5/2026 15:30",
        "2026-05-16 15.30",
        "2026-05-16 24:00",
        "2026-05-16 15:60",
        "2026-02-29 08:00",
        "2026-05-16 15:30Z",
        "2026-05-16 15:30 WIB",
        "2026-05-16 15:30 +07:00",
        "2026-05-16  15:30",
        "2026-05-16 15:30+99:00",
        "0026-05-16 15:30",
        "２０２６-05-16 15:30",
        "",
    ],
)
def test_nothing_else_is_an_instant(text: str) -> None:
    assert read_instant(text, WIB) is None


@pytest.mark.parametrize(
    "text", ["2026-05-16", "2026\u201105\u201116"], ids=["hyphen", "no-break hyphen"]
)
def test_date_is_read(text: str) -> None:
    assert date(2026, 5, 16) == read_date(text)


@pytest.mark.parametrize(
    "text",
    ["2026-5-16", "16-05-2026", "2026-02-30", "2026-05-16 15:30", "2026-05-16\n"],
)
def test_nothing_else_is_a_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("pasar-2", True),
        ("a" * 80, True),
        ("a" * 81, False),
        ("", False),
        ("Pasar", False),
        ("pasar_2", False),
        ("pasar 2", False),
        ("pásar", False),
    ],
)
def test_slug(text: str, good: bool) -> None:
    assert (text if good else None) == read_slug(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a | b | c", ("a", "b", "c")),
        ("satu|dua | tiga", ("satu|dua", "tiga")),
        ("a |  | c", ("a", "", "c")),
        ("tanpa garis", ("tanpa garis",)),
        ("", ("",)),
    ],
)
def test_fields_of_a_record_are_split_at_a_bar_with_blanks(
    value: str, expected: tuple[str, ...]
) -> None:
    assert expected == fields(value)
