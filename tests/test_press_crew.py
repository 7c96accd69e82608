"""Work that is shared: the same answers, a budget that holds, faults as they are."""

import os
import re
import signal
import time
from pathlib import Path

import pytest
from newsdesk.__main__ import main
from newsdesk.desk.check import check_content
from newsdesk.press.crew import aside, crewed
from newsroom import BODY, NOW, Newsroom

# No exception ends this, and nobody lives to see its end.
ENDLESS = "a" * 60 + "b"


class Counter:
    """What hands work on: it remembers what its own process was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def square(self, n: int) -> int:
        self.asked.append(n)
        return n * n

    def plus(self, n: int, more: int) -> int:
        return self.square(n) + more

    def memory(self, _: int) -> tuple[int, tuple[int, ...]]:
        return os.getpid(), tuple(self.asked)

    def weigh(self, text: str) -> int:
        return len(text) if re.fullmatch("(a+)+", text) is None else -len(text)

    def divide(self, n: int) -> int:
        return 1 // (n % 150 - 149)

    def waits(self, n: int, file: str) -> bool:
        if n == 64:
            for _ in range(1_000):
                if Path(file).exists():
                    break
                time.sleep(0.01)
        return Path(file).exists()

    def waits_for_last(self, n: int, file: str) -> bool:
        if n == 598:
            Path(file).touch()
        return n > 0 or self.waits(64, file)

    def told(self, number: int) -> None:
        os.kill(os.getpid(), number)

    def stop(self, _: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 1_000])
def test_answers_come_in_order_of_the_pieces(count: int):
    with crewed(Counter()) as each:
        assert [n * n for n in range(count)] == [*each(Counter.square, range(count))]


@pytest.mark.parametrize("hands", [1, 2, 8])
def test_number_of_hands_changes_nothing(hands: int):
    with crewed(Counter(), hands=hands) as each:
        assert [n * n + 5 for n in range(700)] == [*each(Counter.plus, range(700), 5)]


def test_hand_keeps_what_it_has_had_and_has_its_pieces_again():
    counter = Counter()
    with crewed(counter, hands=2) as each:
        [*each(Counter.square, range(200))]
        found = dict([*each(Counter.memory, range(150, 200))])

    assert [] == counter.asked
    assert os.getpid() not in found
    assert [tuple(range(0, 200, 2)), tuple(range(1, 200, 2))] == sorted(found.values())


def test_answers_come_while_others_are_still_worked_on(tmp_path: Path):
    file = tmp_path / "sudah"
    with crewed(Counter(), hands=1) as each:
        answers = []
        for answer in each(Counter.waits, range(65), str(file)):
            file.touch()
            answers.append(answer)

    assert [False, True] == [answers[0], answers[-1]]


def test_hand_that_has_done_its_part_takes_of_the_others(tmp_path: Path):
    """The first piece waits for a late one of its own hand, which another does."""
    with crewed(Counter(), hands=2) as each:
        answers = [*each(Counter.waits_for_last, range(600), str(tmp_path / "sudah"))]

    assert [True] * 600 == answers


def test_large_answers_and_large_questions_pass():
    texts = ["b" * 300_000 + str(n) for n in range(6)]
    with crewed(Counter(), hands=2) as each:
        assert [300_001] * 6 == [*each(Counter.weigh, texts)]


def test_piece_that_takes_too_long_is_left_and_all_others_are_done():
    pieces = [f"b{n}" for n in range(300)]
    for at in (0, 5, 64, 299):
        pieces[at] = f"{ENDLESS}{at}"
    with crewed(Counter(), budget=0.2) as each:
        answers = [*each(Counter.weigh, pieces)]
        again = [*each(Counter.weigh, pieces[1:4])]

    assert [0, 5, 64, 299] == [n for n, one in enumerate(answers) if one is None]
    assert [len(piece) for piece in pieces if piece[0] == "b"] == [
        one for one in answers if one is not None
    ]
    assert [2, 2, 2] == again


@pytest.mark.parametrize("hands", [1, 2])
def test_first_piece_that_fails_fails_here(hands: int):
    with (
        pytest.raises(ZeroDivisionError) as caught,
        crewed(Counter(), hands=hands) as each,
    ):
        [*each(Counter.divide, range(400))]

    assert "divide" == caught.traceback[-1].name


def test_process_that_is_killed_is_no_answer():
    with (
        pytest.raises(ChildProcessError, match="ended with -9"),
        crewed(Counter()) as each,
    ):
        [*each(Counter.stop, range(3))]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_hand_that_is_told_to_stop_stops_all(number: signal.Signals):
    """A terminal tells the whole group, and the hand may hear it first."""

    class StoppedError(Exception):
        pass

    def stop(*_: object) -> None:
        raise StoppedError

    before = signal.signal(number, stop)
    try:
        with pytest.raises(StoppedError), crewed(Counter()) as each:
            [*each(Counter.told, [int(number)])]
    finally:
        signal.signal(number, before)


def test_no_process_is_left_when_the_work_is_left():
    with crewed(Counter(), hands=2) as each:
        hands = {pid for pid, _ in each(Counter.memory, range(10))}
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)

    assert 2 == len(hands)


def test_check_of_many_releases_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    room = Newsroom(tmp_path)
    for day in range(1, 21):
        for name in ("pagi", "siang", "sore", "malam"):
            room.write(
                f"releases/2026/2026-10-{day:02}-{name}.md",
                f"Title: Kabar {name} {day}\nDate: 2026-10-{day:02} 09:00\n"
                f"Category: lingkungan\n\n{BODY.replace('ajl', f'z{name[0]}')}",
            )
    words = ["check", "--content", str(tmp_path), "--now", "2026-11-24 08:00"]
    assert 0 == main([*words, "--format", "json"])
    printed = capsys.readouterr().out
    assert 80 == printed.count("sign-off-unknown")
    alone = check_content(room.content(), NOW).findings
    assert [f.path for f in alone] == re.findall(r"(releases/2026/\S+?\.md)", printed)


# -- aside -----------------------------------------------------------------------------


def test_work_aside_is_done_when_the_block_ends(tmp_path: Path):
    with aside(lambda: (tmp_path / "catatan").write_text(str(os.getpid()))):
        pass

    assert str(os.getpid()) != (tmp_path / "catatan").read_text()


def test_work_aside_that_fails_is_told(tmp_path: Path):
    with (
        pytest.raises(ChildProcessError, match="a process aside ended with 3"),
        aside((tmp_path / "tiada" / "catatan").touch),
    ):
        pass


def test_work_aside_ends_with_a_block_that_fails(tmp_path: Path):
    note = tmp_path / "catatan"

    def for_ever() -> None:
        note.write_text(str(os.getpid()))
        time.sleep(3600)

    def broken_off() -> None:
        with aside(for_ever):
            while not note.exists() or not note.read_text():
                time.sleep(0.001)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        broken_off()
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)
