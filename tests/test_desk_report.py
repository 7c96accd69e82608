"""The report: findings in words, for people, for GitHub and for programs."""

import json
import unicodedata

import pytest
from newsdesk.desk.finding import Finding, Level
from newsdesk.desk.report import message, report, summary

PATH = "releases/2026/2026-11-20-sampah.md"


def finding(
    line: int = 1,
    column: int = 1,
    rule: str = "title-missing",
    level: Level = Level.ERROR,
    form: str = "",
    path: str = PATH,
    **values: str,
) -> Finding:
    return Finding(path, line, column, rule, level, values, form)


def plain(*findings: Finding, text: str = "", lang: str = "en") -> str:
    return report(
        findings, lang=lang, format="plain", sources={PATH: text}, prefix="content/"
    )


# -- plain -----------------------------------------------------------------------------


def test_plain_shows_place_rule_message_line_and_caret() -> None:
    html = finding(2, 5, "html", value="<b>")
    assert (
        "content/releases/2026/2026-11-20-sampah.md:2:5: html: "
        '"<b>" is HTML, which may not stand in a text. Write it in Markdown, as in'
        " **bold** or *italic*, or link to it.\n"
        "  Ini <b>penting</b>.\n"
        "      ^\n"
        "\n"
        "1 error. Nothing is published until the errors are mended."
    ) == plain(html, text="Title: x\nIni <b>penting</b>.\n")


def test_plain_parts_findings_by_a_blank_line() -> None:
    first, second = finding(1, 1), finding(2, 1, "heading-one")
    blocks = plain(first, second, text="a\nb").split("\n\n")
    assert ["  a\n  ^", "  b\n  ^"] == [b.partition("\n")[2] for b in blocks[:2]]
    assert 3 == len(blocks)


NO_LINE = {
    "an empty line": (2, "a\n\nb"),
    "a line of blanks": (2, "a\n \t \nb"),
    "a line behind the end": (9, "a\n"),
}


@pytest.mark.parametrize(("line", "text"), NO_LINE.values(), ids=NO_LINE)
def test_plain_has_no_caret_where_there_is_nothing_to_show(
    line: int, text: str
) -> None:
    assert "^" not in plain(finding(line, 1), text=text)


def test_plain_has_no_caret_for_a_file_without_text() -> None:
    stray = finding(rule="file-link", path="images/2026/a.jpg")
    text = report([stray], lang="en", format="plain", sources={}, prefix="")
    assert text.startswith("images/2026/a.jpg:1:1: file-link: This is a link")
    assert "^" not in text


def cells_before(shown: str, mark: str) -> int:
    """Return how many cells of a terminal come before a mark in a shown line."""
    count = 0
    for character in shown[: shown.index(mark)]:
        if unicodedata.combining(character) or character in "\u200d\u00ad":
            continue
        count += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return count


CARETS = {
    "plain letters": "Warga [X] sampah",
    "a tab before": "Warga\t[X] sampah",
    "tabs at the start": "\t\tWarga [X]",
    "wide letters": "漢字 [X] sampah",
    "full-width figures": "１２ [X] sampah",
    "an emoji": "🙂 [X] sampah",
    "combining marks": "e\u0301a\u0300 [X] sampah",
    "a soft hyphen": "sam\u00adpah [X]",
    "a joiner in an emoji": "👩\u200d👧 [X]",
    "a control character": "a\x07b [X]",
    "a turned direction": "a\u202eb [X]",
    "the first column": "[X] sampah",
    "a long line, near its start": "Warga [X] " + "sampah " * 60,
    "a long line, in its middle": "sampah " * 30 + "[X] " + "sampah " * 30,
    "a long line, at its end": "sampah " * 60 + "[X]",
    "a long wide line": "漢字" * 60 + "[X]" + "漢字" * 60,
    "a long line with tabs": "a\tb " * 60 + "[X]" + " a\tb" * 60,
}


@pytest.mark.parametrize("line", CARETS.values(), ids=CARETS)
def test_caret_stands_under_the_column(line: str) -> None:
    column = line.index("[X]") + 1
    _, shown, caret, *_ = plain(finding(1, column), text=line).split("\n")
    assert cells_before(shown, "[X]") == caret.index("^")


@pytest.mark.parametrize("line", CARETS.values(), ids=CARETS)
def test_shown_line_fits_a_terminal_and_moves_nothing(line: str) -> None:
    _, shown, *_ = plain(finding(1, line.index("[X]") + 1), text=line).split("\n")
    assert cells_before(f"{shown}§", "§") <= 100
    assert not any(c in shown for c in "\t\x07\u202e")


def test_cut_line_says_so_at_both_ends() -> None:
    line = "sampah " * 30 + "[X] " + "sampah " * 30
    _, shown, *_ = plain(finding(1, line.index("[X]") + 1), text=line).split("\n")
    assert ("…", "…") == (shown[2], shown[-1])


def test_caret_may_stand_behind_the_last_character() -> None:
    _, shown, caret, *_ = plain(finding(1, 6), text="Warga").split("\n")
    assert ("  Warga", "       ^") == (shown, caret)


# -- the closing line ------------------------------------------------------------------

ERROR = finding()
WARNING = finding(rule="dateline-missing", level=Level.WARNING, example="x")

CLOSINGS = {
    "nothing": ((), "Nothing to mend.", "Tidak ada yang perlu dibetulkan."),
    "one error": (
        (ERROR,),
        "1 error. Nothing is published until the errors are mended.",
        "1 kesalahan. Tidak ada yang terbit sebelum kesalahannya dibetulkan.",
    ),
    "two errors and a warning": (
        (ERROR, ERROR, WARNING),
        "2 errors, 1 warning. Nothing is published until the errors are mended.",
        "2 kesalahan, 1 peringatan."
        " Tidak ada yang terbit sebelum kesalahannya dibetulkan.",
    ),
    "two warnings": (
        (WARNING, WARNING),
        "2 warnings. Warnings do not stop a release, but a person should look.",
        "2 peringatan. Peringatan tidak menahan siaran, tetapi sebaiknya diperiksa.",
    ),
}


@pytest.mark.parametrize(
    ("findings", "english", "indonesian"), CLOSINGS.values(), ids=CLOSINGS
)
def test_closing_line_counts_errors_and_warnings(
    findings: tuple[Finding, ...], english: str, indonesian: str
) -> None:
    assert english == plain(*findings).split("\n")[-1]
    assert indonesian == plain(*findings, lang="id").split("\n")[-1]


STRICT_CLOSINGS = {
    "nothing": ((), "Nothing to mend.", "Tidak ada yang perlu dibetulkan."),
    "an error": (
        (ERROR,),
        "1 error. Nothing is published until the errors are mended.",
        "1 kesalahan. Tidak ada yang terbit sebelum kesalahannya dibetulkan.",
    ),
    "an error and a warning": (
        (ERROR, WARNING),
        "1 error, 1 warning. A strict check: nothing is published until the warnings"
        " are mended too.",
        "1 kesalahan, 1 peringatan. Pemeriksaan ketat: tidak ada yang terbit sebelum"
        " peringatannya dibetulkan juga.",
    ),
    "a warning": (
        (WARNING,),
        "1 warning. A strict check: nothing is published until the warnings are"
        " mended too.",
        "1 peringatan. Pemeriksaan ketat: tidak ada yang terbit sebelum"
        " peringatannya dibetulkan juga.",
    ),
}


@pytest.mark.parametrize(
    ("findings", "english", "indonesian"),
    STRICT_CLOSINGS.values(),
    ids=STRICT_CLOSINGS,
)
def test_closing_line_of_a_strict_check_says_that_warnings_refuse(
    findings: tuple[Finding, ...], english: str, indonesian: str
) -> None:
    assert (english, indonesian) == (
        summary(findings, "en", strict=True),
        summary(findings, "id", strict=True),
    )


UNTOLD_CLOSINGS = {
    "an error": (
        (WARNING,),
        (ERROR,),
        "1 warning. Nothing is published until the errors are mended.",
    ),
    "an error and nothing else": (
        (),
        (ERROR,),
        "Nothing is published until the errors are mended.",
    ),
    "a warning": (
        (),
        (WARNING,),
        "Warnings do not stop a release, but a person should look.",
    ),
    "a warning beside an error": (
        (ERROR,),
        (WARNING,),
        "1 error. Nothing is published until the errors are mended.",
    ),
}


@pytest.mark.parametrize(
    ("findings", "untold", "said"), UNTOLD_CLOSINGS.values(), ids=UNTOLD_CLOSINGS
)
def test_closing_line_says_what_untold_findings_mean_too(
    findings: tuple[Finding, ...], untold: tuple[Finding, ...], said: str
) -> None:
    assert said == summary(findings, "en", untold=untold)


# -- values ----------------------------------------------------------------------------


def test_long_value_is_cut_but_what_may_be_written_is_not() -> None:
    known = ", ".join(f"kategori-{n}" for n in range(40))
    text = message(finding(rule="category-unknown", value="a" * 500, known=known), "en")
    assert f'Unknown category "{"a" * 119}…". Known: {known}.' == text


def test_value_with_line_ends_and_controls_stays_on_one_line() -> None:
    text = message(
        finding(rule="lang-unknown", value="a\nb\x1b[2J\u202e", known=""), "en"
    )
    assert 'Unknown language "a b\ufffd[2J\ufffd". Known: .' == text


def test_value_with_braces_is_no_placeholder() -> None:
    text = message(finding(rule="lang-unknown", value="{known} {0}", known="id"), "en")
    assert 'Unknown language "{known} {0}". Known: id.' == text


def test_roles_are_in_the_language_of_the_report() -> None:
    role = finding(
        rule="sign-off-role",
        value="ajl",
        holder="Ajeng",
        role="editor",
        slot="reporter",
    )
    text = '"ajl" (Ajeng) di sini berada di tempat pewarta, padahal terdaftar sebagai'
    assert message(role, "id").startswith(f"{text} penyunting.")


def test_choices_are_joined_in_the_language_of_the_report() -> None:
    dates = finding(
        rule="event-date-invalid",
        form="suggest",
        value="x",
        candidates='"a" | "b"',
    )
    assert 'The date "x" does not exist. Write "a" or "b".' == message(dates, "en")
    assert 'Tanggal "x" tidak ada dalam kalender. Tulis "a" atau "b".' == (
        message(dates, "id")
    )


def test_file_name_that_is_not_utf8_can_be_printed() -> None:
    odd = finding(rule="file-link", path="images/a\udce9.jpg")
    for format in ("plain", "github", "json"):
        text = report([odd], lang="id", format=format, sources={}, prefix="")
        assert "images/a\ufffd.jpg" in text
        assert text.encode()


# -- for programs ----------------------------------------------------------------------


def test_github_form_is_one_command_a_line_with_its_level() -> None:
    text = report(
        [ERROR, WARNING], lang="en", format="github", sources={}, prefix="content/"
    )
    assert [
        f"::error file=content/{PATH},line=1,col=1,title=title-missing"
        '::No title. Add a line "Title: …" at the top.',
        f"::warning file=content/{PATH},line=1,col=1,title=dateline-missing"
        "::The text does not open with a dateline. Write place, source and dash before"
        ' the first word: "x".',
    ] == text.split("\n")


def test_github_form_escapes_what_would_end_a_command_or_a_property() -> None:
    odd = finding(
        rule="lang-unknown",
        path="pages/a,b:c%.md",
        value="100%\r\n::error::x",
        known="",
    )
    text = report([odd], lang="en", format="github", sources={}, prefix="")
    assert (
        "::error file=pages/a%2Cb%3Ac%25.md,line=1,col=1,title=lang-unknown"
        '::Unknown language "100%25\ufffd ::error::x". Known: .'
    ) == text


def test_json_form_is_an_array_of_objects() -> None:
    text = report(
        [ERROR, WARNING], lang="id", format="json", sources={}, prefix="content/"
    )
    assert [
        {
            "path": f"content/{PATH}",
            "line": 1,
            "column": 1,
            "rule": "title-missing",
            "level": "error",
            "message": 'Belum ada judul. Tambahkan baris "Title: …" di awal berkas.',
        },
        {
            "path": f"content/{PATH}",
            "line": 1,
            "column": 1,
            "rule": "dateline-missing",
            "level": "warning",
            "message": "Teks ini belum diawali titimangsa. Tulis tempat, sumber, dan"
            ' tanda pisah sebelum kata pertama: "x".',
        },
    ] == json.loads(text)


def test_forms_for_programs_say_nothing_when_there_is_nothing() -> None:
    forms = [
        report([], lang="id", format=format, sources={}, prefix="")
        for format in ("github", "json")
    ]
    assert ["", "[]"] == forms
