"""Work that is shared: the same answers, a budget that holds, faults as they are."""

import os
import re
import signal
from pathlib import Path

import pytest
from newsdesk.__main__ import main
from newsdesk.desk.check import check_content
from newsdesk.press.crew import shared
from newsroom import BODY, NOW, Newsroom

# No exception ends this, and nobody lives to see its end.
ENDLESS = "a" * 60 + "b"


def _weigh(text: str) -> int:
    return len(text) if re.fullmatch("(a+)+", text) is None else -len(text)


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 1_000])
def test_answers_come_in_order_of_the_pieces(count: int):
    assert [n * n for n in range(count)] == [*shared(lambda n: n * n, range(count))]


@pytest.mark.parametrize("hands", [1, 2, 8])
def test_number_of_hands_changes_nothing(hands: int):
    pieces = [f"{n}" * (n % 7) for n in range(700)]

    assert [*map(str.upper, pieces)] == [*shared(str.upper, pieces, hands=hands)]


def test_work_is_done_elsewhere():
    assert os.getpid() not in shared(lambda _: os.getpid(), range(200))


def test_piece_that_takes_too_long_is_left_and_all_others_are_done():
    pieces = ["b" * n for n in range(300)]
    for at in (0, 5, 64, 299):
        pieces[at] = ENDLESS
    answers = [*shared(_weigh, pieces, budget=0.2)]

    assert [0, 5, 64, 299] == [n for n, one in enumerate(answers) if one is None]
    assert [n for n in range(300) if n not in (0, 5, 64, 299)] == [
        one for one in answers if one is not None
    ]


def test_first_piece_that_fails_fails_here():
    with pytest.raises(ZeroDivisionError) as caught:
        [*shared(lambda n: 1 // (n % 150 - 149), range(400))]

    assert "<lambda>" == caught.traceback[-1].name


def test_process_that_is_killed_is_no_answer():
    def stop(_: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError, match="ended with -9"):
        [*shared(stop, range(3))]


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
