"""Errors of the system, of templates and of settings files, in words with a cure."""

import errno
import os
from pathlib import Path

import pytest
from newsdesk.press.wording import refused, surprise


def _refusal(number: int, path: str | None = "/a/b") -> OSError:
    return OSError(number, os.strerror(number), path)


def test_disk_that_is_full_is_told_in_both_languages_with_its_path():
    with pytest.raises(OSError, match="No space") as caught:
        os.write(os.open("/dev/full", os.O_WRONLY), b"a")
    said = refused(OSError(caught.value.errno, caught.value.strerror, "/a/b"))

    assert (
        "/a/b: disk penuh. Kosongkan tempat, atau pakai folder di disk lain; lalu"
        " ulangi."
    ) == said.id
    assert (
        "/a/b: the disk is full. Make room, or use a folder on another disk; then try"
        " again."
    ) == said.en


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (
            errno.EDQUOT,
            "this user's share of the disk is used up. Make room, or use a folder on"
            " another disk; then try again.",
        ),
        (
            errno.EACCES,
            "this user may not read or write it. Check the permissions of file and"
            " folder.",
        ),
        (
            errno.EROFS,
            "that disk can only be read. Use a folder on a disk that can be written.",
        ),
        (
            errno.ENOENT,
            "this file went missing while it was read. Put it back, or try again.",
        ),
        (
            errno.EIO,
            "the system refused it (Input/output error). Check who may read and write"
            " it.",
        ),
    ],
    ids=["share", "permission", "read only", "gone", "another"],
)
def test_refusal_of_the_system_has_its_own_words(number: int, said: str):
    assert f"/a/b: {said}" == refused(_refusal(number)).en


def test_refusal_without_a_path_begins_with_its_words():
    assert refused(_refusal(errno.ENOSPC, None)).en.startswith("the disk is full.")


def test_process_of_the_crew_that_ended_is_told_with_the_way_on():
    error = ChildProcessError(0, "a process of the crew ended with -9")

    assert (
        "A process that helped has ended (a process of the crew ended with -9), perhaps"
        " for want of memory. Try again with --hands 1."
    ) == refused(error).en


def test_surprise_has_the_line_of_the_settings_file_that_led_to_it(tmp_path: Path):
    file = tmp_path / "pelicanconf.py"
    file.write_text("from pathlib import Path\n\nPATH = Path(5)\n", encoding="utf-8")
    with pytest.raises(TypeError) as caught:
        exec(compile(file.read_text(), str(file), "exec"), {})

    assert surprise(caught.value).startswith(f"{file}:3: TypeError: ")


def test_surprise_has_the_line_that_cannot_be_read():
    with pytest.raises(SyntaxError) as caught:
        compile("A = 1\nB = = 2\n", "/a/pelicanconf.py", "exec")

    assert "/a/pelicanconf.py:2: SyntaxError: invalid syntax" == surprise(caught.value)
