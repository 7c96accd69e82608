"""Labelled releases by someone who had not seen the rules: docs/notation.md."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from newsdesk.notation import Known, parse_release, record
from newsdesk.registers import known, read_registers
from notation_cases import Case, read_cases

CASES = read_cases()


@pytest.fixture(scope="module")
def knowing() -> Callable[[date | None], Known]:
    """What the office of the project's own content knows."""
    folder = ROOT / "content/registers"
    texts = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.toml")}
    registers, faults = read_registers(texts)
    assert () == faults
    assert registers is not None
    return known(registers)


def test_every_case_of_the_files_is_read():
    written = sum(
        path.read_text(encoding="utf-8").count("\n## ")
        for path in (Path(__file__).parent / "cases").glob("notation-*.md")
    )

    assert 150 == len(CASES) == written


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_notation_is_read_as_labelled(
    case: Case, knowing: Callable[[date | None], Known]
):
    release = parse_release(
        case.text, known=knowing(case.published), published=case.published
    )
    read = record("", release)
    # "any": the documents leave open which flags these releases have.
    expected = {key: value for key, value in case.expected.items() if value != "any"}

    assert expected == {key: read[key] for key in expected}
