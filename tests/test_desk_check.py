"""The desk check as a whole: everything in one go, one cause once, in order."""

import inspect
from dataclasses import replace
from pathlib import Path

import pytest
from newsdesk.body import House
from newsdesk.desk.check import check_archive, check_content, check_release
from newsdesk.desk.finding import Finding, Level
from newsdesk.desk.messages import MESSAGES
from newsdesk.desk.rules import RULES, Rule, Scope
from newsroom import (
    BODY,
    HEADER,
    NOW,
    PATH,
    REGISTERS,
    Newsroom,
    picture,
    release_text,
)

BROKEN = """\
Titel: Warga Memilah
Date: 03/04/2026
Category: lingkugan
Tags: sampah
    warga
Author: Ajeng
Staus: draft
Embargo:
Dateline: Sawo
Inisial: ajl, bgp

Ylang-ylang (kota.exampl) – Warga <b>memilah</b> sampah, Selasa (18/11/2026).

# Latar

Lihat [ini](javascript:x), [itu](/arsip) dan ![denah](images/2026/denah.png).

![](images/2026/pasar.jpg)

[Catatan]: ditunda

```{.python}
x
```

Mereka datang. (zzz/bgp)
"""


def told(findings: tuple[Finding, ...] | list[Finding]) -> list[str]:
    return [
        f"{f.line}:{f.column} {f.level} {f.rule}/{f.form}".rstrip("/") for f in findings
    ]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def test_correct_newsroom_has_no_finding(newsroom: Newsroom) -> None:
    newsroom.release()
    checked = newsroom.check()
    assert ((), 0) == (checked.findings, checked.errors)
    assert checked.archive is not None
    assert [PATH] == [filing.path for filing in checked.archive.releases]


def test_broken_release_shows_every_fault_at_once(newsroom: Newsroom) -> None:
    newsroom.write("images/2026/pasar.jpg", picture())
    newsroom.write(PATH, BROKEN)
    assert [
        "1:1 error header-key-unknown/suggest",
        "2:7 error date-form/two-ways",
        "3:11 error category-unknown/suggest",
        "5:5 error header-continuation",
        "6:1 error header-key-refused",
        "7:1 error header-key-unknown/suggest",
        "8:9 error header-value-missing",
        "9:11 warning dateline-differs",
        "10:10 error sign-off-form",
        "12:35 error html",
        "12:58 warning event-date-weekday",
        "14:1 error heading-one",
        "16:13 error link-scheme",
        "16:34 error link-target/suggest",
        "16:46 error picture-inline",
        "16:55 error picture-missing",
        "18:1 warning picture-alt",
        "18:1 warning picture-credit",
        "20:1 error definition-unused/label",
        "22:4 error fence-attributes",
    ] == told(newsroom.findings())


def test_findings_are_sorted_by_path_line_column_and_rule(newsroom: Newsroom) -> None:
    newsroom.write("releases/2026/b.md", BROKEN)
    newsroom.write("releases/2026/a.md", BROKEN)
    newsroom.write("zzz.txt", "x")
    newsroom.write("pages/arsip.md", "Title: a\n\n<b>b</b>\n")
    findings = newsroom.check().findings
    keys = [(f.path, f.line, f.column, f.rule) for f in findings]
    assert sorted(keys) == keys
    assert [
        "pages/arsip.md",
        "releases/2026/a.md",
        "releases/2026/b.md",
        "zzz.txt",
    ] == (list(dict.fromkeys(f.path for f in findings)))


ALONE = {
    "nothing at all": (b"", "release-empty"),
    "blank lines": (b"\n\n  \n", "release-empty"),
    "not UTF-8": (b"Title: Caf\xe9\n\n<b>x", "file-encoding"),
    "no header": (BODY.encode(), "header-first-line"),
    "a heading for a header": (b"# Judul\n\n<b>Teks</b>\n", "header-first-line"),
}


@pytest.mark.parametrize(("data", "rule"), ALONE.values(), ids=ALONE)
def test_cause_that_hides_all_others_stands_alone(
    newsroom: Newsroom, data: bytes, rule: str
) -> None:
    newsroom.write(PATH, data)
    assert [rule] == [f.rule for f in newsroom.check().findings]


def test_wrong_register_leaves_only_findings_of_registers_and_files(
    newsroom: Newsroom,
) -> None:
    newsroom.write(PATH, BROKEN)
    newsroom.write("catatan.txt", "x")
    newsroom.write("registers/office.toml", "x = 1\n")
    checked = newsroom.check()
    assert checked.archive is None
    scopes = {RULES[f.rule].scope for f in checked.findings}
    assert {Scope.FILE, Scope.REGISTER} == scopes


def test_undecodable_register_is_told_once(newsroom: Newsroom) -> None:
    newsroom.write("registers/places.toml", b'name = "Caf\xe9"\n')
    checked = newsroom.check()
    assert checked.archive is None
    assert [("registers/places.toml", "file-encoding")] == [
        (f.path, f.rule) for f in checked.findings
    ]


def test_misspelt_key_is_not_told_again_as_missing(newsroom: Newsroom) -> None:
    text = REGISTERS["places.toml"].replace('level = "kota"', 'levl = "kota"')
    newsroom.write("registers/places.toml", text)
    assert ["4:1 error register-key-unknown/suggest"] == told(newsroom.check().findings)


def test_all_registers_are_told_in_one_go(newsroom: Newsroom) -> None:
    for name, text in REGISTERS.items():
        newsroom.write(f"registers/{name}", f"warna = 1\n{text}")
    paths = [f.path for f in newsroom.check().findings]
    assert sorted(f"registers/{name}" for name in REGISTERS) == paths


def test_unsafe_body_is_told_at_its_paragraph(newsroom: Newsroom) -> None:
    newsroom.release(BODY.replace("\n\n", "\n\nSatu.\n\nDua &#xfdd0;.\n\n"))
    assert ["9:1 error html-unsafe"] == told(newsroom.findings())


def test_body_errors_are_not_repeated_by_the_sanitiser(newsroom: Newsroom) -> None:
    newsroom.release(f"{BODY}\n# Satu\n\nDua &#xfdd0;.\n")
    assert "html-unsafe" not in [f.rule for f in newsroom.findings()]


@pytest.mark.parametrize(
    "line",
    [
        "Status: draft\n",
        "Embargo: 2026-12-01 09:00\n",
        "Withdrawn: 2026-11-21 09:00 | x\n",
    ],
)
def test_held_release_is_checked_too(newsroom: Newsroom, line: str) -> None:
    newsroom.release("Ini <b>x</b>.\n", header=HEADER + line)
    rules = [f.rule for f in newsroom.findings()]
    assert ["dateline-missing", "html", "sign-off-missing"] == sorted(rules)


def test_one_release_can_be_checked_alone(newsroom: Newsroom) -> None:
    newsroom.release(BODY.replace("balai", "<b>balai</b>"))
    archive = newsroom.archive()
    found, _ = check_release(archive.releases[0], archive, NOW, pictures={})
    assert ["html"] == [f.rule for f in found]


def test_archive_can_be_checked_alone(newsroom: Newsroom) -> None:
    newsroom.release()
    newsroom.write("pages/tentang.md", "Title: Tentang\n\nKantor.\n")
    archive = newsroom.archive()
    twice = replace(archive.pages[0], path="pages/lain.md")
    texts = {**archive.by_path, twice.path: twice}
    found = check_archive(replace(archive, by_path=texts), NOW)
    assert [("pages/tentang.md", "address-twice")] == [(f.path, f.rule) for f in found]


def test_errors_are_counted_without_warnings(newsroom: Newsroom) -> None:
    newsroom.release("Ini <b>x</b>.\n")
    checked = newsroom.check()
    assert (1, 3) == (checked.errors, len(checked.findings))


def test_body_is_handed_on_where_somebody_sets_it(newsroom: Newsroom) -> None:
    newsroom.write(PATH, release_text())
    archive = newsroom.archive()
    (filing,) = archive.releases
    looked_at = check_release(filing, archive, NOW, pictures={})
    found, body = check_release(filing, archive, NOW, pictures={}, house=House())
    assert ([], None) == looked_at
    assert [] == found
    assert body is not None
    assert "memilah" in body.html


# -- the rules as data -----------------------------------------------------------------


def test_every_rule_has_a_message_and_every_message_a_rule() -> None:
    assert RULES.keys() == {rule for rule, _ in MESSAGES}


GENERATORS = {id: rule for id, rule in RULES.items() if rule.find is not None}


@pytest.mark.parametrize(("id", "rule"), GENERATORS.items(), ids=GENERATORS)
def test_generator_bears_the_name_of_its_rule_and_its_manual_entry(
    id: str, rule: Rule
) -> None:
    assert rule.find is not None
    assert id.replace("-", "_") == rule.find.__name__
    entry = inspect.getdoc(rule.find) or ""
    assert 1 == entry.count("\nFails: ")
    assert 1 == entry.count("\nPasses: ")


def test_notation_is_never_an_error_but_for_the_form_of_the_header() -> None:
    subjects = ("dateline-", "sign-off-", "event-date-")
    errors = {
        id
        for id, rule in RULES.items()
        if id.startswith(subjects) and rule.level is Level.ERROR
    }
    assert {"dateline-form", "sign-off-form"} == errors


def test_check_does_not_alter_what_it_reads(newsroom: Newsroom) -> None:
    newsroom.write(PATH, BROKEN)
    before = newsroom.content()
    check_content(before, NOW)
    assert newsroom.content() == before
    assert release_text() != BROKEN
