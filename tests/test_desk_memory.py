"""What the desk remembers: a check that would come out the same is not made again."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from filed import CATALOGUES
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body import Copy
from newsdesk.desk.asked import Sources
from newsdesk.desk.check import Checked, check_content
from newsdesk.desk.memory import Note, read_note, write_note
from newsdesk.filing import Archive
from newsdesk.intake import DataFile
from newsdesk.page.open_desk import style_of
from newsdesk.press.notes import read_notes, write_notes
from newsroom import BODY, HEADER, NOW, PATH, Newsroom, picture

OTHER = "releases/2026/2026-11-21-lain.md"
LINKED = f"[ini]({{filename}}/{OTHER}) dan [arsip](/tag/air/)"
ZONE = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A release with a link to a text, one to a list, and a picture."""
    room = Newsroom(tmp_path)
    room.write("images/2026/pasar.jpg", picture())
    shown = '![Orang di pasar](images/2026/pasar.jpg "Ramai. Foto: Humas")'
    body = BODY.replace("tiga wadah", f"wadah, lihat {LINKED}")
    room.release(body.replace("\n\n", f"\n\n{shown}\n\n", 1))
    room.write(
        OTHER,
        "Title: Lain\nDate: 2026-11-21 09:00\nCategory: lingkungan\nTags: air\n\n"
        "Sawo (kota.example) – Warga datang. (ajl/bgp)\n",
    )
    return room


def _check(
    room: Newsroom, memory: Checked | None = None, now: datetime = NOW
) -> Checked:
    return check_content(
        room.content(),
        now,
        style=style_of("", CATALOGUES),
        memory=memory.remembered if memory else {},
    )


def _recalled(before: Checked, now: Checked) -> int:
    """Return how many texts were not checked again."""
    known = {id(one) for one in before.remembered.values()}
    return sum(id(one) in known for one in now.remembered.values())


def test_nothing_is_checked_again_when_nothing_has_changed(room: Newsroom):
    before = _check(room)
    now = _check(room, before)

    assert 2 == len(before.remembered) == _recalled(before, now)
    assert (before.findings, before.bodies) == (now.findings, now.bodies)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PATH, "Warga", "Orang"),
        (OTHER, "Warga", "Orang"),
        (OTHER, "Tags: air\n", ""),
        (OTHER, "Date:", "Slug: lain-lagi\nDate:"),
        (OTHER, "Date:", "Status: draft\nDate:"),
        (OTHER, "Date:", "Embargo: 2026-12-01 09:00\nDate:"),
    ],
)
def test_edit_of_what_a_check_asked_for_makes_it_again(
    room: Newsroom, path: str, old: str, new: str
):
    before = _check(room)
    file = room.root / path
    file.write_text(file.read_text().replace(old, new, 1))
    now, afresh = _check(room, before), _check(room)

    assert (afresh.findings, afresh.bodies) == (now.findings, now.bodies)
    assert _recalled(before, now) < 2


@pytest.mark.parametrize("deed", ["other", "gone"])
def test_picture_that_a_text_shows_is_asked_for(room: Newsroom, deed: str):
    before = _check(room)
    if deed == "gone":
        (room.root / "images/2026/pasar.jpg").unlink()
    else:
        room.write("images/2026/pasar.jpg", picture(width=9))
    now, afresh = _check(room, before), _check(room)

    assert afresh.findings == now.findings
    assert 1 == _recalled(before, now)


def test_text_that_comes_out_is_set(room: Newsroom):
    room.release(header=f"{HEADER}Embargo: 2026-11-24 12:00\n")
    before = _check(room)
    later = NOW + timedelta(hours=6)
    now = _check(room, before, later)

    assert PATH not in before.bodies
    assert _check(room, now=later).bodies == now.bodies
    assert PATH in now.bodies


def test_date_ahead_is_found_until_it_has_come(room: Newsroom):
    room.release(header=HEADER.replace("2026-11-20 09:00", "2026-11-24 12:00"))
    before = _check(room)
    later = NOW + timedelta(hours=6)
    now = _check(room, before, later)

    assert "date-ahead" in {finding.rule for finding in before.findings}
    assert "date-ahead" not in {finding.rule for finding in now.findings}


def test_errors_are_looked_at_anew(room: Newsroom):
    room.release("Ini <b>x</b>.\n")
    before = _check(room)

    assert before.errors
    assert 1 == len(before.remembered)


# -- what is noted ---------------------------------------------------------------------

INSTANTS = st.datetimes(
    datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)
)


@given(INSTANTS, INSTANTS, st.lists(st.tuples(st.integers(0, 3), INSTANTS)))
def test_clock_gives_the_same_answers_as_long_as_it_is_said_to(
    now: datetime, later: datetime, questions: list[tuple[int, datetime]]
):
    def answers(clock: datetime) -> list[bool]:
        return [
            (clock < d, d <= clock, clock > d, d >= clock)[how] for how, d in questions
        ]

    archive = Archive(None, {})
    watch = Sources(archive, {}, {}, now).watched()

    assert answers(now) == answers(watch.now)

    asked = watch.asked()

    assert asked is not None
    assert Sources(archive, {}, {}, now).answer_as(asked)
    if Sources(archive, {}, {}, later).answer_as(asked):
        assert answers(now) == answers(later)


@pytest.mark.parametrize(
    "read",
    [
        lambda now: f"{now:%Y}",
        lambda now: now.year,
        lambda now: now.astimezone(ZONE),
        lambda now: now.astimezone(UTC),
        lambda now: now - NOW,
        lambda now: NOW - now,
        lambda now: now + timedelta(1),
        lambda now: now == NOW,
        lambda now: {now: 1},
        lambda now: now.date(),
        lambda now: NOW.replace(tzinfo=now.tzinfo),
        str,
        repr,
    ],
)
def test_who_reads_the_clock_is_not_remembered(read: Callable[[datetime], object]):
    watch = Sources(Archive(None, {}), {}, {}, NOW).watched()

    assert read(NOW) == read(watch.now)
    assert watch.asked() is None


def test_who_goes_through_everything_is_not_remembered():
    for read in (list, len):
        watch = Sources(Archive(None, {}), {"/a/": ""}, {}, NOW).watched()
        read(watch.addresses)

        assert watch.asked() is None


def test_what_is_not_there_is_noted_too():
    file = DataFile("images/a.png", 5)
    watch = Sources(Archive(None, {}), {"/a/": "x.md"}, {}, NOW).watched()

    assert "/b/" not in watch.addresses
    assert watch.pictures.get("images/a.png") is None

    asked = watch.asked()

    assert asked is not None
    assert Sources(Archive(None, {}), {}, {}, NOW).answer_as(asked)
    assert not Sources(Archive(None, {}), {"/b/": ""}, {}, NOW).answer_as(asked)
    assert not Sources(Archive(None, {}), {}, {file.path: file}, NOW).answer_as(asked)


# -- notes -----------------------------------------------------------------------------


def keep(copy: Copy) -> Copy:
    """Leave words where they are."""
    return copy


def test_notes_say_what_is_remembered(room: Newsroom, tmp_path: Path):
    before = _check(room).remembered
    write_notes(tmp_path / "n.sqlite", "a", {}, before)

    assert before == read_notes(tmp_path / "n.sqlite", "a", ZONE, keep)
    assert {} == read_notes(tmp_path / "n.sqlite", "b", ZONE, keep)


def test_notes_follow_what_is_remembered(room: Newsroom, tmp_path: Path):
    place = tmp_path / "n.sqlite"
    write_notes(place, "a", {}, _check(room).remembered)
    (room.root / OTHER).unlink()
    room.release()
    before = read_notes(place, "a", ZONE, keep)
    after = _check(room).remembered
    write_notes(place, "a", before, after)

    assert after == read_notes(place, "a", ZONE, keep)


@pytest.mark.parametrize("cut", [0, 10, 4_000, 9_000])
def test_notes_that_are_damaged_are_begun_again(
    cut: int, room: Newsroom, tmp_path: Path
):
    place = tmp_path / "n.sqlite"
    now = _check(room).remembered
    write_notes(place, "a", {}, now)
    place.write_bytes(place.read_bytes()[:cut] + b"x" * 5_000)
    before = read_notes(place, "a", ZONE, keep)
    write_notes(place, "a", before, now)

    assert {} == before
    assert now == read_notes(place, "a", ZONE, keep)


def test_note_in_another_form_says_nothing(room: Newsroom):
    remembered = next(iter(_check(room).remembered.values()))
    note = write_note(remembered)
    facts = json.loads(note.facts)
    wrong = [
        *({**facts, key: value} for key in facts for value in (5, [[]], "x")),
        *({k: v for k, v in facts.items() if k != key} for key in facts),
        *(None, 5, [], {}),
        facts | {"row": facts["row"][:-1]},
        facts | {"findings": [[1]]},
    ]

    assert remembered == read_note(note, ZONE, keep)
    for one in wrong:
        read_note(Note(json.dumps(one), note.html, note.text), ZONE, keep)
    assert read_note(replace(note, facts=note.facts[:-5]), ZONE, keep) is None
