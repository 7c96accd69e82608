"""What was published and is unchanged stops no build, and neither does a draft."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import NOW, ROOT, build_site
from newsdesk.desk.finding import Finding, Level, Spared
from newsdesk.desk.report import report
from newsdesk.desk.rules import RULES
from newsdesk.registers.ledgers import EditionLine, write_editions
from newsroom import (
    BODY,
    CATEGORIES,
    HEADER,
    OFFICE,
    PATH,
    PLACES,
    REPORTERS,
    Newsroom,
    release_text,
)
from newsroom import NOW as AT
from test_desk_messages import CASES, Setup

ENGLISH = PATH.replace(".md", ".en.md")
OTHER = PATH.replace("sampah", "pasar")
LATER = HEADER.replace("09:00", "10:00").replace("Memilah", "Menimbang")
NOTHING = "0" * 64
# Nobody publishes into one ledger alone.
ANOTHER = (
    "address\trelease\tfirst\tstate\tto\n"
    "/2026/11/19/lain/\treleases/2026/2026-11-19-lain.md\t2026-11-19\twithdrawn\t\n"
)

# Every error that a text may have and stay on the site as it is.
SPARED = {
    *("header-key-unknown", "header-key-twice", "header-key-refused"),
    "header-key-blank",
    *("header-continuation", "header-value-missing", "header-page-key"),
    *("title-long", "summary-long", "category-unknown", "location-unknown"),
    *("contact-unknown", "lang-unknown", "lang-mismatch", "edition-category"),
    *("record-form", "record-instant", "record-ahead", "record-reason"),
    *("allow-unknown", "allow-reason", "allow-safety"),
    *("dateline-form", "sign-off-form", "number-twice", "release-twice"),
    *("fence-open", "embargo-in-words", "link-withdrawn"),
}
# Those that stop the build for a text that was published, too.
STOPPING = {
    *("header-first-line", "title-missing", "date-missing", "release-empty"),
    *("slug-form", "alias-form", "alias-taken", "address-twice", "address-lost"),
    *("edition-orphan", "page-slug-reserved", "link-target", "picture-missing"),
    *("heading-one", "heading-deep", "picture-inline", "definition-unused"),
    # What is unsafe, held or costly.
    *("file-stray", "file-link", "file-special", "file-encoding", "file-large"),
    *("header-line-below", "date-form", "date-ahead", "embargo-before-date"),
    *("urgent-embargo", "tags-many", "status-unknown", "edition-differs"),
    "withdrawal-undone",
    *("conflict-marker", "character-header", "reply-address", "html", "link-scheme"),
    *("link-held", "picture-broken", "attach", "fence-attributes"),
    *("character-control", "line-long", "lines-many", "brackets-many"),
    *("nesting-deep", "marks-many", "html-unsafe", "word-lost", "character-private"),
    "release-slow",
    # What stands in no text.
    *(
        "picture-name",
        "extra-broken",
        "ledger-line",
        "ledger-lost",
        "register-missing",
        "register-syntax",
    ),
    *("register-key-unknown", "register-key-missing", "register-table-missing"),
    *("register-value", "register-id-twice", "register-reference"),
    *("register-parent-level", "register-own-source", "register-term-order"),
    "register-term-overlap",
}
# Without these nobody can say that a draft is one, or it was published before.
STOPPING_DRAFTS = {
    *("header-first-line", "header-key-twice", "header-line-below"),
    *("status-unknown", "edition-differs", "conflict-marker", "address-lost"),
}


def _publish(room: Newsroom) -> None:
    """Write the ledger as if all texts had been published as they are."""
    content = room.content()
    lines = [
        EditionLine(
            *(file.path, 1, "2026-11-20T09:00:00+07:00", NOTHING, "first"),
            hashlib.sha256(file.text.encode()).hexdigest(),
        )
        for file in (*content.releases, *content.pages)
    ]
    room.write("registers/editions.tsv", write_editions(lines))
    addresses = room.root / "registers/addresses.tsv"
    if not addresses.exists():
        addresses.write_text(ANOTHER, encoding="utf-8")


def _told(findings: list[Finding] | tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(f.path, f.rule, f.spared.value if f.spared else f.level) for f in findings]


# -- every rule ------------------------------------------------------------------------


def test_every_error_either_spares_what_was_published_or_stops():
    errors = {id for id, rule in RULES.items() if rule.level is Level.ERROR}

    assert (errors, set()) == (SPARED | STOPPING, SPARED & STOPPING)


ERRORS = [
    pytest.param(*case.values[:2], id=case.id)
    for case in CASES
    if RULES[case.values[0].partition("/")[0]].level is Level.ERROR
]


@pytest.mark.parametrize(("name", "setup"), ERRORS)
def test_error_in_what_was_published_stops_or_is_a_warning(
    name: str, setup: Setup, tmp_path: Path
):
    room = Newsroom(tmp_path)
    setup(room)
    if not name.startswith("ledger-"):
        _publish(room)
    (found,) = (
        f for f in room.check().findings if f"{f.rule}/{f.form}".rstrip("/") == name
    )
    spared = name.partition("/")[0] in SPARED

    assert (found.level is Level.WARNING) == spared
    assert (Spared.PUBLISHED if spared else None) == found.spared
    assert spared != found.stops(strict=False)
    assert spared != found.stops(strict=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "setup"),
    [case for case in ERRORS if case.values[0].partition("/")[0] in SPARED],
)
def test_what_was_published_with_an_error_stays_on_the_site(
    name: str, setup: Setup, tmp_path: Path
):
    room = Newsroom(tmp_path / "content")
    setup(room)
    _publish(room)
    built = build_site(room.root, tmp_path / "site", strict=True)
    checked = room.check()
    assert checked.archive is not None

    assert name.partition("/")[0] in {finding.rule for finding in built.findings}
    for filing in checked.archive.by_path.values():
        page = tmp_path / "site" / filing.address.strip("/") / "index.html"
        assert page.exists() == filing.shown(AT, private=False)


def test_warning_in_what_was_published_does_not_stop_a_strict_build(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(BODY.replace("(ajl/bgp)", "(xqz)"))
    before = room.check().findings
    _publish(room)
    after = room.check().findings

    assert [f.rule for f in before] == [f.rule for f in after] != []
    assert all(f.stops(strict=True) for f in before)
    assert not any(f.stops(strict=True) for f in after)


def test_invisible_character_still_stops_a_strict_build(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(BODY.replace("datang", "da\u00adtang"))
    _publish(room)
    (found,) = room.check().findings

    assert ("character-invisible", True) == (found.rule, found.stops(strict=True))


# -- what unchanged means --------------------------------------------------------------

WRONG = HEADER.replace("lingkungan", "olahraga")


@pytest.mark.parametrize(
    ("old", "new"),
    [("balai", "gedung"), ("Title: Warga", "Title: Para warga"), ("\n\n", "\n \n")],
    ids=["body", "header", "one blank"],
)
def test_release_that_was_edited_has_its_errors_again(
    old: str, new: str, tmp_path: Path
):
    room = Newsroom(tmp_path)
    room.release(header=WRONG)
    _publish(room)
    before = _told(room.findings())
    text = release_text(WRONG)
    room.write(PATH, text.replace(old, new, 1))

    assert old in text
    assert [(PATH, "category-unknown", "published")] == before
    assert [(PATH, "category-unknown", "error")] == _told(room.findings())


def test_other_line_ends_are_no_change(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=WRONG)
    _publish(room)
    room.write(PATH, "\ufeff" + release_text(WRONG).replace("\n", "\r\n"))

    assert [(PATH, "category-unknown", "published")] == _told(room.findings())


def test_ledger_that_does_not_know_the_file_spares_nothing(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=WRONG)
    line = f"{PATH}\t1\t2026-11-20T09:00:00+07:00\t{NOTHING}\tfirst\n"
    room.write(
        "registers/editions.tsv", f"release\tnumber\tinstant\tsha256\tkind\n{line}"
    )
    room.write("registers/addresses.tsv", ANOTHER)

    assert [(PATH, "category-unknown", "error")] == _told(room.check().findings)


def test_newest_edition_counts(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=WRONG)
    digest = hashlib.sha256(release_text(WRONG).encode()).hexdigest()
    editions = [
        EditionLine(PATH, 1, "2026-11-20T09:00:00+07:00", NOTHING, "first", digest),
        EditionLine(PATH, 2, "2026-11-21T09:00:00+07:00", NOTHING, "minor", NOTHING),
    ]
    room.write("registers/editions.tsv", write_editions(editions))
    room.write("registers/addresses.tsv", ANOTHER)

    assert [(PATH, "category-unknown", "error")] == _told(room.check().findings)


def test_text_without_a_title_of_its_own_is_not_spared(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=HEADER.replace("Title:", "Titl:"))
    _publish(room)

    assert [(PATH, "header-key-unknown", "error")] == _told(room.findings())


def test_number_that_another_release_takes_now_is_the_others_error(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.write(PATH, release_text(LATER + "Number: 1/2026\n"))
    room.write(OTHER, release_text(HEADER + "Number: 2/2026\n"))
    _publish(room)
    room.write(OTHER, release_text(HEADER + "Number: 1/2026\n"))

    assert [(PATH, "number-twice", "error")] == _told(room.check().findings)


def test_edition_is_unchanged_with_its_original_only(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release()
    room.write(ENGLISH, release_text("Title: Waste\nCategory: lingkungan\n"))
    _publish(room)
    room.release(header=HEADER.replace("lingkungan", "pemerintahan"))

    assert [(ENGLISH, "edition-category", "error")] == _told(room.check().findings)


def test_page_is_spared_as_a_release_is(tmp_path: Path):
    room = Newsroom(tmp_path)
    path = "pages/tentang.md"
    room.write(path, "Title: Tentang\nCategory: lingkungan\n\nKantor.\n")
    _publish(room)
    before = _told(room.check().findings)
    room.write(path, "Title: Tentang\nCategory: lingkungan\n\nKantor kami.\n")

    assert [(path, "header-page-key", "published")] == before
    assert [(path, "header-page-key", "error")] == _told(room.check().findings)


def test_body_that_stops_nothing_is_set_and_looked_at(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(f"Satu &#xfdd0; dua.\n\n{BODY}\n```\nTiga.\n")
    before = {f.rule for f in room.findings()}
    _publish(room)
    rules = ("fence-open", "html-unsafe")

    assert {"fence-open"} == before & {*rules}
    assert [(PATH, "html-unsafe", "error"), (PATH, "fence-open", "published")] == (
        _told([f for f in room.findings() if f.rule in rules])
    )


# -- drafts ----------------------------------------------------------------------------

DRAFT = HEADER + "Status: draft\n"

DRAFTS = {
    "a category that is none": (WRONG + "Status: draft\n", BODY, "category-unknown"),
    "a date that is none": (
        "Title: A\nDate: besok\nCategory: lingkungan\nStatus: draft\n",
        BODY,
        "date-form",
    ),
    "no title": (DRAFT.partition("\n")[2], BODY, "title-missing"),
    "no text": (DRAFT, "\n", "release-empty"),
    "HTML": (DRAFT, BODY.replace("balai", "<b>balai</b>"), "html"),
    "a picture that is missing": (
        DRAFT,
        f"{BODY}\n![Pasar](images/2026/x.jpg)\n",
        "picture-missing",
    ),
    "a key that is none": (f"{DRAFT}Embrago: besok\n", BODY, "header-key-unknown"),
    # It may not be one.
    "two states": (f"{DRAFT}Status: published\n", BODY, "header-key-twice"),
    "another state": (HEADER + "Status: darft\n", BODY, "status-unknown"),
    "a state below": (DRAFT, f"Embargo: besok\n\n{BODY}", "header-line-below"),
    "a conflict": (DRAFT, f"<<<<<<< HEAD\n{BODY}", "conflict-marker"),
    "no header": ("", f"Warga memilah.\n{DRAFT}\n{BODY}", "header-first-line"),
}


@pytest.mark.parametrize(("header", "body", "rule"), DRAFTS.values(), ids=DRAFTS)
def test_error_in_a_draft_stops_only_when_it_may_be_none(
    header: str, body: str, rule: str, tmp_path: Path
):
    room = Newsroom(tmp_path)
    room.release(body, header=header)
    found = [f for f in room.findings() if f.rule == rule]

    assert [rule] == [f.rule for f in found]
    assert [rule in STOPPING_DRAFTS] == [f.stops(strict=True) for f in found]


def test_rules_that_stop_for_a_draft_are_these():
    stopping = {id for id, rule in RULES.items() if rule.stops_drafts}

    assert STOPPING_DRAFTS == stopping


def test_draft_without_its_status_has_its_errors(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=WRONG + "Status: draft\n")
    before = _told(room.findings())
    room.release(header=WRONG)

    assert [(PATH, "category-unknown", "draft")] == before
    assert [(PATH, "category-unknown", "error")] == _told(room.findings())


def test_embargoed_release_keeps_its_errors(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=WRONG + "Embargo: 2026-12-01 09:00\n")

    assert [(PATH, "category-unknown", "error")] == _told(room.findings())


def test_english_edition_of_a_draft_is_one(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=DRAFT)
    room.write(ENGLISH, release_text("Title: Waste\nContact: tidak-ada\n"))
    before = _told(room.findings(ENGLISH))
    room.write(ENGLISH, release_text("Title: Waste\nStatus: published\n"))

    assert [(ENGLISH, "contact-unknown", "draft")] == before
    assert [(ENGLISH, "edition-differs", "error")] == _told(room.findings(ENGLISH))


@pytest.mark.parametrize(
    ("draft", "public", "rule"),
    [
        ("Slug: sama\n", "Slug: sama\n", "address-twice"),
        ("Slug: sama\n", "Aliases: /2026/11/20/sama/\n", "address-twice"),
        ("Aliases: /2026/11/20/pasar/\n", "", "address-twice"),
        ("Number: 1/2026\n", "Number: 1/2026\n", "number-twice"),
        ("Tags: Pasar\n", "Tags: pasar\n", "tag-spellings"),
    ],
)
def test_draft_gives_way_to_what_is_published_later(
    draft: str, public: str, rule: str, tmp_path: Path
):
    room = Newsroom(tmp_path)
    room.write(PATH, release_text(DRAFT + draft))
    room.write(OTHER, release_text(LATER + public))

    assert [(PATH, rule, "draft")] == _told(room.check().findings)


# -- the report ------------------------------------------------------------------------


def _report(room: Newsroom, lang: str) -> list[str]:
    text = report(
        room.check().findings, lang=lang, format="plain", sources={}, prefix=""
    )
    return text.split("\n\n")[-1].split("\n")


def test_report_counts_what_stops_nothing_in_both_languages(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=WRONG)
    _publish(room)
    one = "1 warning. Warnings do not stop a release, but a person should look."
    assert [
        one,
        "1 finding is in a text that is unchanged since it was published; it stops"
        " nothing.",
    ] == _report(room, "en")
    other = WRONG.replace("Memilah", "Menimbang")
    room.write(OTHER, release_text(other + "Status: draft\nContact: tidak-ada\n"))
    room.release(header=WRONG + "Contact: tidak-ada\n")
    _publish(room)

    assert [
        "4 warnings. Warnings do not stop a release, but a person should look.",
        "2 findings are in texts that are unchanged since they were published; they"
        " stop nothing.",
        "2 findings are in drafts; they stop nothing while a draft is one.",
    ] == _report(room, "en")
    assert [
        "4 peringatan. Peringatan tidak menahan siaran, tetapi sebaiknya diperiksa.",
        "2 temuan ada pada teks yang tidak berubah sejak terbit; itu tidak menahan apa"
        " pun.",
        "2 temuan ada pada draf; itu tidak menahan apa pun selama masih draf.",
    ] == _report(room, "id")


# -- the whole way ---------------------------------------------------------------------

ALAM = CATEGORIES.replace("lingkungan", "alam").replace("Lingkungan", "Alam")
URGENT = "releases/2026/2026-11-24-longsor.md"
OLD = f"{HEADER}Location: sawo\nContact: meja-pers\nNumber: 1/2026\n"


def _run(
    room: Newsroom, *words: str, now: str = NOW
) -> subprocess.CompletedProcess[str]:
    places = ["--content", str(room.root), "--lang", "en", "--now", now]
    if words[0] != "check":
        places += ["--output", str(room.root.parent / "site")]
    return subprocess.run(
        [sys.executable, "-m", "newsdesk", *words, *places],
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        cwd=room.root.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def recorded(tmp_path: Path) -> Newsroom:
    """A site that was built and recorded, whose office is another one since then."""
    room = Newsroom(tmp_path / "content")
    room.release(header=OLD)
    room.write(ENGLISH, release_text("Title: Waste\nCategory: lingkungan\n"))
    room.write("pages/tentang.md", "Title: Tentang\n\nKantor.\n")
    for words in (["build", "--strict"], ["record"]):
        done = _run(room, *words)
        assert 0 == done.returncode, done.stderr
    # Ajeng has left and Dewi has come, a category and the contact are called
    # otherwise, and Sawo is gone.
    dewi = REPORTERS.replace("ajeng", "dewi").replace("Ajeng Lestari", "Dewi Anggun")
    room.write("registers/reporters.toml", dewi.replace('"ajl"', '"dwi"'))
    room.write("registers/categories.toml", ALAM)
    room.write("registers/office.toml", OFFICE.replace('"meja-pers"', '"meja-humas"'))
    room.write(
        "registers/places.toml", PLACES[: PLACES.index('[[place]]\nid = "sawo"')]
    )
    return room


def _add_urgent(room: Newsroom) -> None:
    header = (
        "Title: Jalan Sawo Ditutup\nDate: 2026-11-24 08:30\nCategory: pemerintahan\n"
        "Urgent: 2026-11-25 08:30\n"
    )
    room.write(URGENT, release_text(header, BODY.replace("ajl", "dwi")))


@pytest.mark.slow
def test_urgent_release_gets_out_beside_what_the_registers_left_behind(
    recorded: Newsroom,
):
    _add_urgent(recorded)
    check = _run(recorded, "check", "--strict")
    strict = _run(recorded, "build", "--strict")
    plain = _run(recorded, "build", now="2031-01-01 09:00")
    site = recorded.root.parent / "site"
    rules = {f.rule for f in recorded.check(AT).findings if f.path == PATH}

    assert {"category-unknown", "location-unknown", "contact-unknown"} <= rules
    assert {"sign-off-unknown"} <= rules
    assert (0, 0, 0) == (check.returncode, strict.returncode, plain.returncode), (
        check.stdout + strict.stderr + plain.stderr
    )
    said = "findings are in texts that are unchanged since they were published"
    assert said in check.stdout
    assert said in strict.stderr
    assert (site / "2026/11/24/longsor/index.html").exists()
    for address in ("2026/11/20/sampah", "en/2026/11/20/sampah", "tentang"):
        assert (site / address / "index.html").exists()
    # It stands where releases without a category stand.
    assert (
        "/2026/11/20/sampah/" in (site / "kategori/pemerintahan/index.html").read_text()
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "link",
    [
        "{filename}/" + OTHER,
        "/2026/11/20/pasar/",
        "https://siaran.kota.example/2026/11/20/pasar/#bagian-satu",
        "/2026/11/20/pasar/rilis.txt",
    ],
)
def test_withdrawal_waits_for_no_text_that_links_to_it(link: str, tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.write(OTHER, release_text(LATER, f"{BODY}\n## Satu\n\nDua. (ajl/bgp)\n"))
    room.release(BODY.replace("di balai", f"di [“balai *kota*”]({link})"))
    for words in (["build", "--strict"], ["record"]):
        done = _run(room, *words)
        assert 0 == done.returncode, done.stderr
    withdrawn = f"{LATER}Withdrawn: 2026-11-24 08:00 | Salah data.\n"
    room.write(OTHER, release_text(withdrawn))
    found = _told(room.check(AT).findings)
    build = _run(room, "build", "--strict")
    page = room.root.parent / "site/2026/11/20/sampah/index.html"
    text = page.read_text()
    room.release(BODY.replace("di balai", f"di [gedung]({link})"))

    assert [(PATH, "link-withdrawn", "published")] == found
    assert (0, True) == (build.returncode, page.exists()), build.stderr
    assert "1 finding is in a release that is held or withdrawn" in build.stderr
    assert "di “balai <em>kota</em>”" in text
    assert "/20/pasar/" not in text
    assert [(PATH, "link-withdrawn", "error")] == _told(room.check(AT).findings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [("balai", "gedung"), ("Number: 1/2026", "Number: 2/2026")],
    ids=["body", "header"],
)
def test_old_release_that_is_edited_stops_again_until_it_is_mended(
    old: str, new: str, recorded: Newsroom
):
    edited = release_text(OLD).replace(old, new)
    recorded.write(PATH, edited)
    refused = _run(recorded, "build")
    mended = edited.replace("lingkungan", "alam").replace("meja-pers", "meja-humas")
    mended = mended.replace("Location: sawo\n", "").replace("ajl", "dwi")
    recorded.write(PATH, mended)
    recorded.write(ENGLISH, release_text("Title: Waste\n", BODY.replace("ajl", "dwi")))
    built = _run(recorded, "build", "--strict")

    assert 1 == refused.returncode
    assert f"content/{PATH}:3:11: category-unknown: " in refused.stderr
    assert 0 == built.returncode, built.stderr


@pytest.mark.slow
def test_release_that_was_withdrawn_stops_nothing_either(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.write(OTHER, release_text(LATER.replace("lingkungan", "pemerintahan")))
    withdrawn = f"{HEADER}Withdrawn: 2026-11-24 08:00 | Keliru\n"
    codes = []
    for header in (HEADER, withdrawn):
        room.release(header=header)
        codes += [_run(room, word).returncode for word in ("build", "record")]
    room.write("registers/categories.toml", ALAM)
    codes.append(_run(room, "build", "--strict").returncode)
    room.release(header=withdrawn.replace("Keliru", "Salah"))
    codes.append(_run(room, "build").returncode)

    assert [0, 0, 0, 0, 0, 1] == codes


@pytest.mark.slow
def test_draft_with_errors_stops_no_build_of_the_others(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.write(OTHER, release_text(LATER))
    room.release("Ini <b>kenari</b>.\n", header=f"{WRONG}Status: draft\n")
    build, check = _run(room, "build", "--strict"), _run(room, "check", "--strict")
    private = _run(room, "build", "--private")
    site = tmp_path / "site"

    assert 0 == build.returncode, build.stderr
    assert "kenari" not in build.stdout + build.stderr
    assert "are in releases that are held or withdrawn, or name one" in build.stderr
    assert 0 == check.returncode
    assert "findings are in drafts; they stop nothing" in check.stdout
    assert (site / "2026/11/20/pasar/index.html").exists()
    assert not (site / "2026/11/20/sampah").exists()
    # There a draft is shown, so what is wrong in it counts.
    assert 1 == private.returncode


@pytest.mark.slow
def test_published_release_set_back_to_draft_is_refused(recorded: Newsroom):
    recorded.release(header=f"{OLD}Status: draft\n")
    build, check = _run(recorded, "build"), _run(recorded, "check")

    assert (1, 1) == (build.returncode, check.returncode)
    assert f"content/{PATH}:7:9: address-lost: " in check.stdout
    # A public log does not tell what is held.
    assert PATH not in build.stderr
