"""A whole release: what is read of it, its pieces, its record, its properties."""

import json
import string
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import newsdesk.notation
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.notation import (
    Known,
    PieceKind,
    Release,
    fold,
    parse_release,
    pieces,
    record,
    render,
)
from newsdesk.notation.model import Flag, Header, Kind, Span
from newsdesk.notation.source import parse_header
from newsdesk.notation.words import MARKS, STOP_WORDS

REFERENCE = Path(__file__).parents[1].parent / "shared/releases/blimbing-2023-05-16.txt"
PLACES = ("Wringin", "Sumber", "Oro-oro Wetan", "Jati")
KNOWN = Known(
    places={fold(name): name for name in PLACES},
    sources={fold("WR"): "WR"},
    own_domain="kota.example",
    initials=frozenset({"yul", "yon"}),
)
TEXT = """\
Judul: Warga Wringin Belajar Memilah Sampah
Tanggal: 2023-05-16 15:30

Wringin (kota.example) – Warga belajar memilah sampah, Selasa (16/5/2023).
“Ini penting,” ujar lurah. (yul/yon)

Baca juga: Pasar dibuka
"""


def piece_list(text: str, known: Known = KNOWN) -> list[tuple[str, str]]:
    return [
        (piece.kind.value, piece.text)
        for piece in pieces(parse_release(text, known=known))
    ]


def test_pieces_partition_the_text() -> None:
    assert [
        ("header", TEXT[: TEXT.index("Wringin (")]),
        ("dateline", "Wringin (kota.example) – "),
        ("body", "Warga belajar memilah sampah, "),
        ("event-date", "Selasa (16/5/2023)"),
        ("body", "."),
        ("gap", "\n"),
        ("body", "“Ini penting,” ujar lurah."),
        ("sign-off", " (yul/yon)"),
        ("gap", "\n\n"),
        ("body", "Baca juga: Pasar dibuka"),
        ("gap", "\n"),
    ] == piece_list(TEXT)


def test_pieces_name_their_paragraph() -> None:
    indices = [piece.paragraph for piece in pieces(parse_release(TEXT, known=KNOWN))]
    assert [None, 0, 0, 0, 0, None, 1, 1, None, 2, None] == indices


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "Teks", "\r\n\r\n", "Title: A"])
def test_small_texts_are_rendered_as_they_are(text: str) -> None:
    assert text == render(parse_release(text, header=parse_header(text)))
    assert text == render(parse_release(text, header=Header()))


def test_publication_date_comes_from_the_header() -> None:
    text = "Date: 2021-01-02 08:00\n\nWarga pulang, Rabu (30/12)."
    event = parse_release(text).event_date
    assert event is not None
    assert date(2020, 12, 30) == event.value


def test_publication_date_given_wins_over_the_header() -> None:
    text = "Date: 2021-01-02 08:00\n\nWarga pulang, Kamis (30/12)."
    event = parse_release(text, published=date(2021, 12, 31)).event_date
    assert event is not None
    assert date(2021, 12, 30) == event.value


def test_dateline_and_sign_off_may_share_a_paragraph() -> None:
    text = "Wringin (WR) – (yul/yon)"
    assert [("dateline", "Wringin (WR) – "), ("sign-off", "(yul/yon)")] == piece_list(
        text
    )


def test_release_of_a_sign_off_only() -> None:
    release = parse_release("(yul/yon)", known=KNOWN)
    assert (None, None) == (release.lede, release.dateline)
    assert [Kind.SIGN_OFF] == [paragraph.kind for paragraph in release.paragraphs]


def test_flags_stand_in_their_order() -> None:
    text = "Jauh (kotta.example) – Warga, Senin (16/5). (abc/def"
    release = parse_release(text, known=KNOWN, published=date(2023, 5, 18))
    assert (
        Flag.PLACE_UNKNOWN,
        Flag.SOURCE_UNKNOWN,
        Flag.BRACKET_MISSING,
        Flag.YEAR_MISSING,
        Flag.WEEKDAY_MISMATCH,
        Flag.INITIALS_UNKNOWN,
    ) == release.flags


# -- the record ------------------------------------------------------------------------


def test_record_has_its_keys_in_order() -> None:
    line = record("a.md", parse_release(TEXT, known=KNOWN))
    assert {
        "path": "a.md",
        "place": "Wringin",
        "source": "kota.example",
        "dateline_date": None,
        "event_date": "2023-05-16",
        "initials": ["yul", "yon"],
        "reporter": "yul",
        "editor": "yon",
        "contributors": [],
        "byline_names": [],
        "flags": [],
        "suggest_place": None,
        "dateline_raw": "Wringin (kota.example) –",
        "sign_off_raw": "(yul/yon)",
        "paragraphs": 2,
    } == line
    expected = (
        "path place source dateline_date event_date initials reporter editor "
        "contributors byline_names flags suggest_place dateline_raw sign_off_raw "
        "paragraphs"
    )
    assert expected.split() == list(line)


def test_record_of_a_text_without_notation() -> None:
    line = record("a.md", parse_release("Warga pulang."))
    lists = ["initials", "contributors", "byline_names", "flags"]
    assert {"path": "a.md", "paragraphs": 1} | {key: [] for key in lists} == {
        key: value for key, value in line.items() if value is not None
    }


def test_record_counts_paragraphs_of_text_only() -> None:
    text = "## Kabar\n\n![a](images/a.jpg)\n\nSatu.\n\n- dua\n\nTiga.\n\n(yul/yon)"
    assert 2 == record("a.md", parse_release(text))["paragraphs"]


def test_record_is_plain_json() -> None:
    text = "JAUH, March 3, 2025 (WR) - Firms. (Rina Wati/abc)"
    line = record("a.md", parse_release(text, known=KNOWN))
    assert line == json.loads(json.dumps(line))
    assert "2025-03-03" == line["dateline_date"]
    assert ["place_unknown", "initials_unknown", "byline_names"] == line["flags"]


# -- the reference release -------------------------------------------------------------


if REFERENCE.exists():

    def test_reference_release() -> None:
        text = REFERENCE.read_text(encoding="utf-8")
        known = Known(
            places={"blimbing": "Blimbing"},
            own_domain="malangkota.go.id",
            initials=frozenset({"yul", "yon"}),
        )
        line = record("reference", parse_release(text, known=known))
        assert {
            "path": "reference",
            "place": "Blimbing",
            "source": "malangkota.go.id",
            "dateline_date": None,
            "event_date": "2023-05-16",
            "initials": ["yul", "yon"],
            "reporter": "yul",
            "editor": "yon",
            "contributors": [],
            "byline_names": [],
            "flags": [],
            "suggest_place": None,
            "dateline_raw": "Blimbing (malangkota.go.id) –",
            "sign_off_raw": "(yul/yon)",
            "paragraphs": 8,
        } == line
        assert text == render(parse_release(text, known=known))


# -- properties ------------------------------------------------------------------------

# Characters that the notation is made of, so that random text comes near it.
SIGNS = " \n\r\t.,:;!?/\\|-–—―()[]<>&*_#`~=\"“”'’\u00a0\u200b\ufeff"
SNIPPETS = (
    *("Wringin", "kota.example", "WR", "Selasa", "16/5/2023", "(yul/yon)", "(abc)"),
    *("Title: A", "Aliases:", "    /a/", "&nbsp;", "&ndash;", "<em>", "</em>", "**"),
    *("\n\n", "```\n", "- ", "1. ", "## ", "> ", "| a | b |\n|---|---|\n", "(*)"),
    *("[Gambas:Video X]", "Baca juga: B", "![a](b.jpg)", "[^1]: c", "March 3", "JAUH"),
)
LIKELY = st.lists(
    st.one_of(
        st.sampled_from(SNIPPETS),
        st.text(SIGNS + string.ascii_letters + string.digits, max_size=8),
    ),
    max_size=25,
).map("".join)
ANY = st.one_of(st.text(), LIKELY)


def assert_sound(release: Release, text: str) -> None:
    """Check everything that holds for any text."""
    assert text == release.text
    assert text == render(release)
    here = 0
    for piece in pieces(release):
        assert here == piece.span.start < piece.span.end
        assert piece.text == piece.span.of(text)
        here = piece.span.end
    paragraphs = [paragraph.span for paragraph in release.paragraphs]
    assert all(one.end <= other.start for one, other in pairwise(paragraphs))
    for piece in pieces(release):
        if piece.kind is PieceKind.GAP:
            assert not piece.text.strip().strip("\ufeff")
    for paragraph in release.paragraphs:
        breaks = text[: paragraph.span.start].replace("\r\n", "\n").replace("\r", "\n")
        assert 1 + breaks.count("\n") == paragraph.line
    parts = [
        part
        for part in (release.dateline, release.event_date, release.sign_off)
        if part is not None
    ]
    spans = [part.span for part in parts]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for part in parts:
        assert part.raw.strip() == part.raw
        assert part.raw in part.span.of(text)
        assert any(there.start <= part.span.start < there.end for there in paragraphs)
        assert any(there.start < part.span.end <= there.end for there in paragraphs)
    if release.dateline:
        inside(release.dateline.place_span, release.dateline.span)
        inside(release.dateline.source_span, release.dateline.span)
    if release.sign_off:
        for hand in release.sign_off.hands:
            inside(hand.span, release.sign_off.span)
    if release.event_date:
        inside(release.event_date.day_span, release.event_date.span)


def inside(part: Span | None, whole: Span) -> None:
    if part is not None:
        assert whole.start <= part.start < part.end <= whole.end


@given(text=ANY, filed=st.booleans(), pasted=st.booleans())
def test_any_text_is_read_without_error_and_rendered_exactly(
    text: str, filed: bool, pasted: bool
) -> None:
    header = parse_header(text) if filed else None
    release = parse_release(text, known=KNOWN, header=header, pasted=pasted)
    assert_sound(release, text)
    assert release == parse_release(text, known=KNOWN, header=header, pasted=pasted)
    json.dumps(record("a.md", release))


word = st.text(string.ascii_lowercase, min_size=2, max_size=9)
name = word.map(str.capitalize)
place = st.one_of(
    st.sampled_from(PLACES),
    st.sampled_from(PLACES).map(str.upper),
)
domain = st.builds(
    "{}.{}".format,
    word.filter(lambda w: len(w) > 3),
    st.sampled_from(["id", "go.id", "example"]),
)
source = st.one_of(domain, st.sampled_from(["WR", "kota.example"]))
separator = st.sampled_from([" – ", " — ", " - ", " -- ", "– ", " –"])
hand = st.text(string.ascii_lowercase, min_size=2, max_size=4).filter(
    lambda letters: letters not in STOP_WORDS | MARKS
)
hands = st.lists(hand, min_size=2, max_size=4)
day = st.dates(date(2000, 1, 1), date(2099, 12, 31))
NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def formatted_day(value: date) -> str:
    return f"{NAMES[value.weekday()]} ({value.day}/{value.month}/{value.year})"


@given(
    place=place,
    source=source,
    separator=separator,
    hands=hands,
    day=day,
    brackets=st.booleans(),
)
def test_what_is_written_by_the_grammar_is_read_back(
    place: str,
    source: str,
    separator: str,
    hands: list[str],
    day: date,
    brackets: bool,
) -> None:
    opening = f"{place} ({source})" if brackets else f"{place}, {source}"
    if not brackets and separator == " –":
        separator = " – "
    text = (
        f"{opening}{separator}Warga berkumpul, {formatted_day(day)}.\n\n"
        f"“Kami pulang,” ujarnya. ({'/'.join(hands)})"
    )
    release = parse_release(text, known=KNOWN)
    assert_sound(release, text)
    assert release.dateline is not None
    assert release.sign_off is not None
    assert release.event_date is not None
    assert (place, source) == (release.dateline.place, release.dateline.source)
    assert tuple(hands) == release.sign_off.initials
    assert day == release.event_date.value


@given(day=day, step=st.integers(1, 6))
def test_wrong_weekday_gives_no_value_and_candidates_that_fit(
    day: date, step: int
) -> None:
    weekday = (day.weekday() + step) % 7
    text = f"Warga berkumpul, {NAMES[weekday]} ({day.day}/{day.month}/{day.year})."
    event = parse_release(text, published=day).event_date
    assert event is not None
    assert event.value is None
    assert {weekday} >= {candidate.weekday() for candidate in event.candidates}
    assert day not in event.candidates


@given(
    change=st.tuples(st.integers(0, len(TEXT) - 1), st.sampled_from(["", *SIGNS, "x"])),
    other=st.tuples(st.integers(0, len(TEXT) - 1), st.sampled_from(["", *SIGNS, "X"])),
)
def test_release_with_slips_is_still_rendered_exactly(
    change: tuple[int, str], other: tuple[int, str]
) -> None:
    text = TEXT
    for place, sign in (change, other):
        text = text[:place] + sign + text[place + 1 :]
    assert_sound(parse_release(text, known=KNOWN), text)


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "([",
        ")",
        " - ",
        "–",
        " ",
        "A",
        "Ab ",
        "Ab, ",
        "/",
        "a/",
        "1",
        "1/1 ",
        "*",
        "_",
        "<",
        "<em>",
        "&",
        "&nbsp;",
        "\\",
        "[a](",
        "![",
        "a\n",
        "- a\n",
        "```\n",
        "> ",
        "|--|\n",
        "A: b\n",
        "    x\n",
        "St. ",
        "Selasa (",
        "(abc/def) ",
        "Baca juga: ",
    ],
    ids=repr,
)
def test_long_run_of_one_thing_is_read(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    assert text == render(parse_release(text, known=KNOWN))


# -- what the room may use -------------------------------------------------------------


def test_notation_imports_without_pelican_and_only_the_standard_library() -> None:
    folder = Path(newsdesk.notation.__file__).parents[2]
    script = (
        "import sys\n"
        "sys.modules['pelican'] = None\n"
        f"sys.path.insert(0, {str(folder)!r})\n"
        "import newsdesk.notation\n"
        "strange = {name.partition('.')[0] for name in sys.modules}\n"
        "strange -= set(sys.stdlib_module_names)\n"
        "print(sorted(strange))\n"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True
    )
    assert "['__main__', 'newsdesk', 'pelican']\n" == run.stdout
