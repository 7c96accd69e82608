"""Words that are kept outside of memory come back as they were, from every process."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdesk.body import Copy
from newsdesk.press.crew import crewed
from newsdesk.press.rack import Rack

WORDS = st.text(st.characters(codec="utf-8"))


@given(st.lists(st.tuples(WORDS, WORDS)))
def test_words_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[str, str]]
):
    rack = Rack(tmp_path_factory.getbasetemp() / "rak")
    copies = [Copy.of(html, text) for html, text in words]
    kept = [rack.keep(copy) for copy in copies]

    assert copies == kept
    assert words == [copy.read() for copy in kept]


def _keep(rack: Rack, n: int) -> Copy:
    return rack.keep(Copy.of(f"<p>{n}</p>" * (n % 90), f"“{n}”" * (n % 70)))


def test_words_of_one_hand_are_read_by_the_others(tmp_path: Path):
    rack = Rack(tmp_path)
    with crewed(rack, hands=3, budget=0) as each:
        kept = list(each(_keep, range(2_000)))

    expected = [(f"<p>{n}</p>" * (n % 90), f"“{n}”" * (n % 70)) for n in range(2_000)]
    assert expected == [copy.read() for copy in kept]
    with crewed(kept, hands=2, budget=0) as each:
        assert expected == list(each(_read, range(2_000)))


def _read(kept: list[Copy], n: int) -> tuple[str, str]:
    return kept[n].read()


def test_words_stand_in_a_file_that_nobody_else_finds(tmp_path: Path):
    rack = Rack(tmp_path / "simpanan")
    rack.keep(Copy.of("<p>Satu.</p>", "Satu."))

    assert [] == list((tmp_path / "simpanan").iterdir())
    assert 0o700 == (tmp_path / "simpanan").stat().st_mode & 0o777


def test_different_words_are_known_apart():
    pairs = [("", ""), ("a", ""), ("", "a"), ("a", "b"), ("ab", ""), ("", "ab")]

    assert len(pairs) == len({Copy.of(*pair).fingerprint for pair in pairs})


def test_disk_without_room_is_told():
    rack = Rack(Path("/dev/shm"))
    assert rack._file
    full = os.open("/dev/full", os.O_RDWR)
    os.dup2(full, rack._file.number)
    os.close(full)

    with pytest.raises(OSError, match="No space left"):
        rack.keep(Copy.of("<p>Satu.</p>", "Satu."))
