"""What runs elsewhere on its own: rights, pins, and commands that a person has too."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
NAMES = [path.stem for path in WORKFLOWS]
# Words of a step's script that are the shell's own or of every Debian.
SHELL = {
    "case",
    "code=0",
    "esac",
    "export",
    "exit",
    "apt-get",
    "tar",
    "secret=$(printf",
}

_USES = re.compile(r"uses: (?P<what>\S+)(?: # (?P<note>.+))?$", re.M)
_RUN = re.compile(
    r"^(?P<indent> +)(?:- )?run: (?:\|\n(?P<block>(?:\1 +.*\n|\n)+)|(?P<line>.+)\n)",
    re.M,
)


def _text(name: str) -> str:
    return (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")


def _scripts(text: str) -> list[str]:
    """Return the scripts of the steps of a workflow."""
    found = []
    for run in _RUN.finditer(text):
        script = run["line"] or run["block"]
        found.append(script.replace("\\\n", " "))
    assert len(re.findall(r"\brun:", text)) == len(found)
    return found


def test_there_are_the_five_and_each_has_steps():
    assert ["audit", "check", "publish", "schedule", "verify"] == NAMES
    assert all(_scripts(_text(name)) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_by_commit_and_say_their_version(name: str):
    for found in _USES.finditer(_text(name)):
        if found["what"].startswith("./"):
            continue
        assert re.fullmatch(r"actions/[\w/-]+@[0-9a-f]{40}", found["what"])
        assert re.fullmatch(r"v\d+\.\d+\.\d+", found["note"] or "")


def test_one_action_has_one_pin_everywhere():
    pins: dict[str, set[str]] = {}
    for name in NAMES:
        for found in _USES.finditer(_text(name)):
            action, _, commit = found["what"].partition("@")
            # Restoring and saving are two doors of one action.
            pins.setdefault("/".join(action.split("/")[:2]), set()).add(commit)

    assert dict.fromkeys(pins, 1) == {a: len(c) for a, c in pins.items()}


def test_pull_requests_meet_no_secret_and_no_right_to_write():
    for name in ("check", "audit", "verify"):
        text = _text(name)

        assert "permissions:\n  contents: read\n" in text
        assert [] == re.findall(
            r": write|secrets\.|github\.token|persist-credentials: true", text
        )


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_foreign_code_with_the_rights_of_main(name: str):
    text = _text(name)

    assert [] == re.findall(r"pull_request_target|workflow_run|issue_comment", text)
    assert "\npermissions:" in text
    # What a stranger can name, a branch or a title, never becomes part of a script.
    for script in _scripts(text):
        assert [] == re.findall(r"\$\{\{.*?\}\}", script)
    for checkout in re.finditer(r"actions/checkout@.*?(?=\n      - |\Z)", text, re.S):
        assert "persist-credentials: false" in checkout[0]


def test_only_the_jobs_that_need_it_may_write():
    jobs = re.split(r"^  (?=\w+:\n    name:)", _text("publish"), flags=re.M)[1:]
    rights = {
        job.partition(":")[0]: sorted(re.findall(r"([\w-]+): write", job))
        for job in jobs
    }

    assert "\npermissions: {}\n" in _text("publish")
    assert {
        "build": [],
        "deploy": ["id-token", "pages"],
        "record": ["contents"],
    } == rights


def test_only_what_readers_get_is_recorded():
    publish = _text("publish")
    script = (ROOT / "deploy/publish.sh").read_text(encoding="utf-8")

    for text in (publish, script):
        assert text.index("tasks.py verify --wait") < text.index("tasks.py record")
    assert publish.index("deploy-pages@") < publish.index("tasks.py verify --wait")
    assert script.index("deploy/rsync.sh output") < script.index("verify --wait")


def test_publishing_is_never_cut_off_and_never_waits_for_the_audit():
    publish = _text("publish")

    assert "group: publish\n  cancel-in-progress: false" in publish
    assert "cancel-in-progress: false" in _text("schedule")
    assert "audit" not in publish + _text("schedule")
    assert "pip-audit" in (ROOT / ".ci/audit").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_step_runs_what_a_person_can_run(name: str):
    for script in _scripts(_text(name)):
        for line in filter(None, map(str.strip, script.splitlines())):
            words = shlex.split(line, comments=True)
            while words and re.fullmatch(r"[A-Z_0-9]+=.*", words[0]):
                words.pop(0)
            if not words or words[0] in SHELL or words[0].endswith(")"):
                continue
            program = words[0]
            if program in ("python3", ".venv/bin/python"):
                assert (ROOT / words[1]).is_file(), line
            else:
                assert os.access(ROOT / program, os.X_OK), line


def test_public_repository_is_asked_for_embargoes_before_anything_leaves_it():
    for name, leaves in (("check", "upload-artifact"), ("publish", "cache/save")):
        text = _text(name)

        assert text.index(".ci/embargo.py") < text.index(leaves)
        # An answer that does not say counts as "anyone can read it".
        assert "github.event.repository.private != true" in text


# -- embargoes where anyone can read them ----------------------------------------------


def _embargo(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci/embargo.py"), *words],
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


HELD = "tests/content/releases/2026/2026-11-23-kenariembargo-dibuka-rabu.md:3: "


@pytest.mark.parametrize(
    ("now", "code", "said"),
    [
        pytest.param("2026-11-24 09:00", 1, [HELD], id="ahead"),
        pytest.param("2026-11-25 06:59", 1, [HELD], id="a minute ahead"),
        pytest.param("2026-11-25 07:00", 0, [], id="the very minute"),
        pytest.param("2026-12-01 00:00", 0, [], id="long past"),
    ],
)
def test_embargo_ahead_is_refused_with_its_place(now: str, code: int, said: list[str]):
    run = _embargo("--content", "tests/content", "--now", now)

    assert code == run.returncode, run.stderr
    assert len(said) == len(run.stdout.splitlines())
    assert all(run.stdout.startswith(place) for place in said)
    assert "KENARIEMBARGO" not in run.stdout


def test_content_without_embargo_may_be_anywhere():
    assert 0 == _embargo("--now", "2026-11-24 09:00").returncode


# -- what stands beside the workflows --------------------------------------------------


def test_lock_of_the_audit_names_hashes_and_no_address():
    text = (ROOT / ".ci/audit.lock").read_text(encoding="utf-8")
    entries = re.findall(r"^[\w.-]+==\S+", text, re.M)

    assert any(entry.startswith("pip-audit==") for entry in entries)
    assert len(entries) <= text.count("--hash=sha256:")
    assert [] == re.findall(r"https?://|--index|--find-links", text)


@pytest.mark.parametrize("path", ["deploy", ".ci"])
def test_scripts_can_be_run_and_parse(path: str):
    scripts = [
        found
        for found in sorted((ROOT / path).iterdir())
        if found.is_file() and found.read_bytes().startswith(b"#!/usr/bin/env bash")
    ]
    assert scripts
    for script in scripts:
        assert os.access(script, os.X_OK), script
        assert "set -euo pipefail" in script.read_text(encoding="utf-8"), script
        subprocess.run(["bash", "-n", str(script)], check=True)


def test_owners_are_said_for_all_and_for_each_part_that_is_there():
    lines = [
        line.split()
        for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    patterns = [pattern for pattern, *_ in lines]

    assert "*" == patterns[0]
    assert all(len(owners) >= 1 for _, *owners in lines)
    assert dict.fromkeys(patterns[1:], True) == {
        p: (ROOT / p.strip("/")).is_dir() for p in patterns[1:]
    }


def test_units_and_cron_run_the_script_that_is_there():
    for name in ("systemd/siaran.service", "siaran.cron"):
        text = (ROOT / "deploy" / name).read_text(encoding="utf-8")

        assert "/deploy/publish.sh\n" in text
        assert "SIARAN_TARGET=" in text
    for name in ("systemd/siaran-verify.service", "siaran.cron"):
        text = (ROOT / "deploy" / name).read_text(encoding="utf-8")

        assert "/deploy/verify.sh\n" in text
    assert Path(ROOT / "deploy/publish.sh").is_file()
    assert Path(ROOT / "deploy/verify.sh").is_file()
