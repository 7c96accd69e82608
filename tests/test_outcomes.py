"""Every bad input comes to its outcome: refused in full, the old site untouched."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from newsdesk.__main__ import main
from newsroom import BODY, HEADER, PATH, Newsroom, release_text

CANARY = "kenarikabar"
"""A word that every bad input holds and no site may."""
LEDE = "Kenanga (kota.example) – Warga memilah sampah di balai.\n\n"
END = f"\n\nMereka datang, {CANARY}. (ajl/bgp)\n"
BAD = f"releases/2026/2026-11-21-{CANARY}.md"
TITLED = HEADER.replace("Warga", CANARY).replace("-20 09", "-21 09")

Setup = Callable[[Newsroom], object]


def whole(body: str = "Satu.", header: str = TITLED) -> Setup:
    return lambda room: room.write(BAD, f"{header}\n{LEDE}{body}{END}")


def file(path: str, data: str | bytes = CANARY) -> Setup:
    return lambda room: room.write(path, data)


def dated(value: str) -> Setup:
    return whole(header=TITLED.replace("2026-11-21 09:00", value))


def link(room: Newsroom) -> None:
    room.write(BAD, "x").unlink()
    (room.root / BAD).symlink_to("/etc/hostname")


def folder(room: Newsroom) -> None:
    (room.root / BAD).mkdir()


# What it is -> how it is made, place under the content folder, what is said of it.
OUTCOMES: dict[str, tuple[Setup, str, str]] = {
    "date missing": (
        whole(header=TITLED.replace("Date: 2026-11-21 09:00\n", "")),
        f"{BAD}:1:1",
        'date-missing: No Date. Add a line "Date: 2026-11-24 09:00".',
    ),
    "date relative": (
        dated("Friday"),
        f"{BAD}:2:7",
        'date-form: Date "Friday" is not a full date. Write it as 2026-11-27 09:00.',
    ),
    "date ambiguous": (
        dated("03/04/2026"),
        f"{BAD}:2:7",
        'date-form: Date "03/04/2026" can be read two ways. Write 2026-03-04 09:00 or'
        " 2026-04-03 09:00.",
    ),
    "date impossible": (
        dated("2026-02-30 09:00"),
        f"{BAD}:2:7",
        'date-form: Date "2026-02-30 09:00" does not exist in the calendar or on the'
        " clock. Write it as in 2026-11-24 09:00.",
    ),
    "date ahead": (
        dated("2026-11-27 09:00"),
        f"{BAD}:2:7",
        'date-ahead: The date is 3 days ahead. Add "Embargo: 2026-11-27 09:00" to hold'
        " the release until then, or correct the date.",
    ),
    "title empty": (
        whole(header=f"\n{TITLED}"),
        f"{BAD}:1:1",
        'header-first-line: The first line must be "Title: …"; it is empty. Delete the'
        " blank lines above the header.",
    ),
    "unknown status": (
        whole(header=f"{TITLED}Status: terbit\n"),
        f"{BAD}:4:9",
        'status-unknown: Unknown status "terbit". Known: published, draft. Without this'
        " line a release is published.",
    ),
    "unknown category": (
        whole(header=TITLED.replace("lingkungan", "lingkugan")),
        f"{BAD}:3:11",
        'category-unknown: Unknown category "lingkugan". Did you mean "lingkungan"?'
        " Known: pemerintahan, lingkungan.",
    ),
    "unknown language": (
        whole(header=f"{TITLED}Lang: jv\n"),
        f"{BAD}:4:7",
        'lang-unknown: Unknown language "jv". Known: id, en.',
    ),
    "key twice": (
        whole(header=f"{TITLED}Tanggal: 2026-11-21 09:00\n"),
        f"{BAD}:4:1",
        'header-key-twice: "Tanggal" stands on lines 2 and 4. Keep one of them.',
    ),
    "refused key": (
        whole(header=f"{TITLED}Save_as: index.html\n"),
        f"{BAD}:4:1",
        'header-key-refused: "Save_as" may not be set here: the site decides it by'
        ' itself. Delete the line; the address is set with "Slug", the hands with'
        ' "Sign-off".',
    ),
    "slug": (
        whole(header=f"{TITLED}Slug: Pasar_Baru\n"),
        f"{BAD}:4:7",
        'slug-form: The slug "Pasar_Baru" may have only small letters a-z, digits and'
        ' hyphens, at most 80 of them. Write "pasar-baru".',
    ),
    "same address": (
        whole(header=TITLED.replace("-21 09:00", "-20 10:00") + "Slug: sampah\n"),
        f"{BAD}:4:7",
        f'address-twice: The address "/2026/11/20/sampah/" is that of {PATH} already.'
        " Change one slug.",
    ),
    "html": (
        whole("<iframe src=x></iframe>"),
        f"{BAD}:7:1",
        'html: "<iframe src=x>" is HTML, which may not stand in a text. Write it in'
        " Markdown, as in **bold** or *italic*, or link to it.",
    ),
    "fence attributes": (
        whole("```{.x}\na\n```"),
        f"{BAD}:7:4",
        'fence-attributes: A code block may name only its language, not "{.x}". Delete'
        " that.",
    ),
    "link scheme": (
        whole("[a](javascript:x)"),
        f"{BAD}:7:5",
        'link-scheme: The link "javascript:x" is not allowed. Links begin with https:,'
        " http:, mailto: or tel:.",
    ),
    "drawing": (
        file(f"images/2026/{CANARY}.svg", "<svg/>"),
        f"images/2026/{CANARY}.svg:1:1",
        f'file-stray: "{CANARY}.svg" is not a picture that can be published. Save it as'
        " .jpg, .png or .webp in the folder of its year.",
    ),
    "web page": (
        file(f"extra/{CANARY}.html", "<script>"),
        f"extra/{CANARY}.html:1:1",
        f'file-stray: "{CANARY}.html" may not be an extra: it can hold scripts, or the'
        " site writes a file of that name itself. Move it out of the content folder.",
    ),
    "fence never closed": (
        whole("```\nkode"),
        f"{BAD}:7:1",
        "fence-open: The code block that begins here is never closed. Write ``` alone"
        " on a line below it.",
    ),
    "broken link": (
        whole("[a](/2026/11/20/smpah/)"),
        f"{BAD}:7:5",
        'link-target: The link "/2026/11/20/smpah/" leads to nothing on this site. Did'
        ' you mean "/2026/11/20/sampah/"?',
    ),
    "missing picture": (
        whole("![A](images/2026/x.png)"),
        f"{BAD}:7:6",
        "picture-missing: There is no file images/2026/x.png. Put the picture there, or"
        " correct the path.",
    ),
    "path that leaves the folder": (
        whole("[a]({attach}../../etc/passwd)"),
        f"{BAD}:7:5",
        'attach: "{attach}../../etc/passwd" is not allowed: {attach} copies any file.'
        " Write the path alone, as in images/YEAR/name.jpg.",
    ),
    "link to another file": (
        link,
        f"{BAD}:1:1",
        "file-link: This is a link to another file. Put the file itself here, or remove"
        " the link.",
    ),
    "folder named as a release": (
        folder,
        f"{BAD}:1:1",
        "file-special: This is not a file. Remove it; a release, page or picture must"
        " be a plain file.",
    ),
    "not UTF-8": (
        file(BAD, b"Title: Caf\xe9"),
        f"{BAD}:1:11",
        "file-encoding: The text is not UTF-8: byte 0xE9 cannot be read, as in files"
        " saved as Windows-1252. Save it again as UTF-8.",
    ),
    "unseen character": (
        whole(header=TITLED.replace("Title: ", "Title: a\u202e")),
        f"{BAD}:1:9",
        "character-header: Title has an invisible character, U+202E, here. Delete it"
        " and type the word again.",
    ),
    "null": (
        whole("a\x00b"),
        f"{BAD}:7:2",
        "character-control: There is a control character here, U+0000, that nobody"
        " sees. Delete it and type the word again.",
    ),
    "no text": (
        file(BAD, TITLED),
        f"{BAD}:3:1",
        "release-empty: The release has no text. Write it below the header, after a"
        " blank line.",
    ),
    "zero bytes": (
        file(BAD, ""),
        f"{BAD}:1:1",
        "release-empty: The release has no text. Write it below the header, after a"
        " blank line.",
    ),
    "another ending": (
        file(BAD.replace(".md", ".docx")),
        f"{BAD.replace('.md', '.docx')}:1:1",
        f'file-stray: "2026-11-21-{CANARY}.docx" cannot be read as a text. Copy its'
        " words into a new file that ends with .md, and move this one out of the"
        " content folder.",
    ),
    "conflict": (
        whole("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b"),
        f"{BAD}:7:1",
        'conflict-marker: Merge conflict marker "<<<<<<<". Choose one side and delete'
        " the markers.",
    ),
    "large file": (
        whole("Kata. " * 40_000),
        f"{BAD}:1:1",
        "file-large: The file has 240 KB; a text may have 200 KB. Take out what a"
        " program put in, or publish the rest as a document.",
    ),
    "long line": (
        whole("Kata. " * 4_000),
        f"{BAD}:7:1",
        "line-long: The line has 24000 characters; it may have 20000. Part it into"
        " paragraphs.",
    ),
    "deep": (
        whole(">" * 21 + " a"),
        f"{BAD}:7:1",
        "nesting-deep: Lists or quotations stand 21 deep inside each other; they may"
        " stand 20 deep. Put them side by side.",
    ),
    "tags": (
        whole(header=f"{TITLED}Tags: {', '.join(f't{n}' for n in range(21))}\n"),
        f"{BAD}:4:97",
        "tags-many: The release has 21 tags; it may have 20. Keep those that readers"
        " would look for.",
    ),
    "brackets": (
        whole("[" * 900),
        f"{BAD}:7:1",
        'brackets-many: There are 900 "[" in one paragraph; there may be 200. Part the'
        " paragraph, or take out what a program put in.",
    ),
    "first line of the text like a key": (
        file(BAD, f"{TITLED}Kenanga: warga {CANARY}.\n"),
        f"{BAD}:4:1",
        'header-key-unknown: Unknown key "Kenanga". If the line belongs to the text,'
        " leave a blank line above it. Known keys: Title, Date, Category, Tags,"
        " Summary, Slug, Lang, Status, Embargo, Urgent, Pinned, Series, Number,"
        " Location, Contact, Dateline, Sign-off, Event-date, Aliases, Correction,"
        " Minor-change, Withdrawn, Right-of-reply, Allow.",
    ),
    "withdrawn without a reason": (
        whole(header=f"{TITLED}Withdrawn: 2026-11-22 09:00\n"),
        f"{BAD}:4:12",
        'record-form: Withdrawn "2026-11-22 09:00" lacks a part. Write the time and the'
        ' reason, as in "2026-11-24 09:00 | the event did not take place".',
    ),
    "urgent and held": (
        whole(header=f"{TITLED}Urgent: 2026-12-01 09:00\nEmbargo: 2026-11-30 09:00\n"),
        f"{BAD}:4:1",
        'urgent-embargo: A release with "Urgent" cannot be held: what is urgent goes'
        ' out at once. Delete the line with "Urgent" or the embargo.',
    ),
}


def state(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def words(room: Newsroom, site: Path, task: str) -> list[str]:
    given = ["--content", str(room.root), "--now", "2026-11-24 08:00"]
    if task == "build":
        return ["build", *given, "--output", str(site)]
    return ["check", *given, "--lang", "en"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built before the bad input came."""
    folder = tmp_path_factory.mktemp("sebelum")
    room = Newsroom(folder / "content")
    room.release()
    assert 0 == main(words(room, folder / "site", "build"))
    return folder / "site"


@pytest.mark.parametrize(("setup", "place", "said"), OUTCOMES.values(), ids=OUTCOMES)
def test_bad_input_is_refused_in_full_and_the_old_site_stays(
    site: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    setup: Setup,
    place: str,
    said: str,
) -> None:
    room = Newsroom(tmp_path / "content")
    room.release(BODY)
    setup(room)
    before = state(site)

    assert 1 == main(words(room, site, "check"))
    printed = capfd.readouterr()
    lines = (printed.out + printed.err).split("\n")
    assert [line for line in lines if line.endswith(f"{place}: {said}")]
    assert 1 == main(words(room, site, "build"))
    assert before == state(site)
    assert not [name for name in before if CANARY in name]
    assert not [
        path
        for path in site.rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    ]


def test_site_without_bad_input_is_built(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "content")
    room.release()
    room.write(BAD, release_text(TITLED, f"{LEDE}Satu.{END}"))
    assert 0 == main(words(room, tmp_path / "site", "build"))
    assert [name for name in state(tmp_path / "site") if CANARY in name]


WARNED = {
    "dateline missing": (
        f"Warga datang.{END}",
        f"{BAD}:5:1",
        "dateline-missing: The text does not open with a dateline. Write place, source"
        ' and dash before the first word: "Wringin (kota.example) – ".',
    ),
    "initials unknown": (
        f"{LEDE}Mereka datang, {CANARY}. (zzq/bgp)\n",
        f"{BAD}:7:{len(f'Mereka datang, {CANARY}. (') + 1}",
        'sign-off-unknown: Nobody has the initials "zzq". Correct them, or add whose'
        " they are to registers/reporters.toml.",
    ),
    "weekday and date disagree": (
        LEDE.replace("balai.", "balai, Selasa (18/11/2026).") + END,
        f"{BAD}:5:57",
        "event-date-weekday: Selasa does not fit 18/11/2026, which is a Rabu. Write"
        ' "Rabu (18/11/2026)" or "Selasa (17/11/2026)".',
    ),
}


@pytest.mark.parametrize(("body", "place", "said"), WARNED.values(), ids=WARNED)
def test_doubtful_notation_is_told_and_refused_only_when_strict(
    site: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    body: str,
    place: str,
    said: str,
) -> None:
    room = Newsroom(tmp_path / "content")
    room.release()
    room.write(BAD, f"{TITLED}\n{body}")
    before = state(site)

    assert 0 == main(words(room, site, "check"))
    assert [
        x for x in capfd.readouterr().out.split("\n") if x.endswith(f"{place}: {said}")
    ]
    assert 1 == main([*words(room, site, "build"), "--strict"])
    assert before == state(site)
    assert 0 == main(words(room, tmp_path / "site", "build"))
    assert [name for name in state(tmp_path / "site") if CANARY in name]


def instead(words: str) -> Callable[[str], bytes]:
    return lambda text: text.replace("Satu.", words).encode()


WHOLE: dict[str, Callable[[str], bytes]] = {
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "entities": instead("Satu &amp; dua &lt;a&gt;."),
    "text of a template": instead("{{ x }} {% y %}"),
    "words in angles": instead("<nama> dan <alamat>"),
    "a label": instead("[Catatan]: rapat ditunda"),
}


@pytest.mark.parametrize("written", WHOLE.values(), ids=WHOLE)
def test_odd_input_is_published_whole(
    tmp_path: Path, written: Callable[[str], bytes]
) -> None:
    room = Newsroom(tmp_path / "content")
    path = f"releases/2026/2026-11-21-{CANARY} 👍.md"
    room.write(path, written(f"{TITLED}\n{LEDE}Satu.{END}"))
    assert 0 == main(words(room, tmp_path / "site", "build"))
    (plain,) = (tmp_path / "site").rglob("rilis.txt")
    text = plain.read_text(encoding="utf-8")
    for word in ("Kenanga (kota.example) –", f"Mereka datang, {CANARY}. (ajl/bgp)"):
        assert word in text
