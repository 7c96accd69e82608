"""Runs a command as a whole process, and says how long it took or how much it held."""

import os
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

_PROC = Path("/proc")
# Seconds between two looks at a process tree.
_EVERY = 0.05


class FailedError(Exception):
    """A generator did not build its site; holds what it said."""


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long a command takes, from before it is started until it has ended.

    Raises:
        FailedError: It ended with another code than 0.
    """
    began = time.perf_counter()
    done = subprocess.run(
        command, env=os.environ | dict(environment), capture_output=True, check=False
    )
    took = time.perf_counter() - began
    if done.returncode:
        raise FailedError(f"{command}: {(done.stdout + done.stderr).decode()[-2000:]}")
    return took


def peak(command: Sequence[str], environment: Mapping[str, str]) -> int | None:
    """Return the most bytes that a command and its children hold at one time.

    The sum of their PSS, so that pages that processes share count once; looked at some
    twenty times a second. None where the system does not tell, as outside Linux.

    Raises:
        FailedError: The command ended with another code than 0.
    """
    if not (_PROC / "self/smaps_rollup").exists():
        return None
    most = 0
    with subprocess.Popen(
        command,
        env=os.environ | dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        ended = threading.Event()

        def watch() -> None:
            nonlocal most
            while not ended.wait(_EVERY):
                most = max(most, sum(map(_pss, _tree(process.pid))))

        watching = threading.Thread(target=watch)
        watching.start()
        code = process.wait()
        ended.set()
        watching.join()
    if code:
        raise FailedError(f"{command}: {code}")
    return most


def _tree(root: int) -> list[int]:
    """Return a process and all that descend from it."""
    children = defaultdict(list)
    for path in _PROC.glob("[0-9]*/stat"):
        try:
            # The name in brackets may hold blanks and brackets itself.
            fields = path.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        children[int(fields[1])].append(int(path.parent.name))
    found = [root]
    for process in found:
        found += children[process]
    return found


def _pss(process: int) -> int:
    try:
        text = (_PROC / str(process) / "smaps_rollup").read_text()
    except OSError:
        # It has ended since, or is not ours to look at.
        return 0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
