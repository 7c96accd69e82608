"""Held text: nowhere before its hour, everywhere behind it, and the hour is told."""

import io
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import filed
import pytest
from conftest import NOW, ROOT, build_site
from newsdesk.desk.finding import Finding
from newsdesk.press.next_run import NEVER_BUILT, bring_forward, next_run, read_next
from newsdesk.press.store import store_of
from newsdesk.press.telling import told
from newsroom import BODY, HEADER, PATH, Newsroom, release_text
from PIL import Image

pytestmark = pytest.mark.slow

ZONE = ZoneInfo("Asia/Jakarta")
AT = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)

# Every field of a header holds a canary: KENARI, the state, the field.
STATES = {
    "embargo": "Embargo: 2026-11-25 17:00",
    "draf": "Status: draft",
    "cabut": "Withdrawn: 2026-11-24 07:00 | KENARIcabutalasan",
}
FIELDS = """\
Title: KENARI{0}judul KENARI{0}dua
Date: 2026-11-23 09:00
Category: lingkungan
Tags: KENARI{0}tagar
Summary: KENARI{0}ringkasan ditulis di sini.
Slug: kenari{0}slug
Number: KENARI{0}nomor/2026
Series: KENARI{0}seri bagian
Aliases: /2026/11/22/kenari{0}alias/
{1}
"""
TEXT = """\
Sawo (kota.example) – KENARI{0}tubuh dibuka di balai, Senin (23/11/2026).

![KENARI{0}alt](images/2026/kenari{0}-gambar.png "KENARI{0}teks. Foto: KENARI{0}foto")

Lihat [KENARI{0}tautan](https://kenari{0}.example/) itu. (ajl/bgp)
"""


def _picture(text: str) -> bytes:
    data = io.BytesIO()
    picture = Image.new("RGB", (64, 48), (200, 40, 40))
    exif = picture.getexif()
    exif[0x010E] = text
    picture.save(data, "PNG", exif=exif)
    return data.getvalue()


def _room(folder: Path, states: tuple[str, ...] = tuple(STATES)) -> Newsroom:
    room = Newsroom(folder / "content")
    room.release()
    for state in states:
        text = release_text(FIELDS.format(state, STATES[state]), TEXT.format(state))
        room.write(f"releases/2026/2026-11-23-kenari{state}-berkas.md", text)
        english = (
            f"Title: KENARI{state}\n\nSawo (kota.example) – KENARI{state}. (ajl)\n"
        )
        room.write(f"releases/2026/2026-11-23-kenari{state}-berkas.en.md", english)
        room.write(f"images/2026/kenari{state}-gambar.png", _picture(f"KENARI{state}"))
    return room


def _told(room: Newsroom) -> tuple[Finding, ...]:
    """Return the findings of a room that the log of a build may tell."""
    found = room.check(AT).findings
    return told(found, room.archive(), AT, room.content().roughly)


def _run(room: Newsroom, *words: str) -> subprocess.CompletedProcess[bytes]:
    output = room.root.parent / "site"
    places = ["--content", str(room.root), "--output", str(output)]
    return subprocess.run(
        [sys.executable, "-m", "newsdesk", *words, *places],
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        cwd=room.root.parent,
        capture_output=True,
        check=False,
    )


def _traces(folder: Path, word: bytes = b"kenari") -> list[str]:
    """Return every file whose name or bytes have a word, in any letter case."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if word in path.name.lower().encode()
        or (path.is_file() and word in path.read_bytes().lower())
    ]


def test_held_text_is_in_no_byte_and_no_name_of_site_manifest_and_log(tmp_path: Path):
    room = _room(tmp_path)
    run = _run(room, "build", "--now", NOW)
    store = store_of(tmp_path / "site")

    assert 0 == run.returncode, run.stderr.decode()
    assert b"kenari" not in (run.stdout + run.stderr).lower()
    assert [] == _traces(tmp_path / "site")
    # Manifest, next run and kept builds; pictures, which are made ahead of their hour.
    assert [] == _traces(store)


@pytest.mark.parametrize(
    "header",
    [
        "Title: Siaran terbaru\n",
        "Title: Bukan siaran resmi\n",
        "Title: Alamat ini pindah\n",
        "Title: Undangan Peliputan\nSummary: Jumat, 20 November 2026, 09.00 WIB\n",
        "Title: Undangan Peliputan\nAliases: /arsip/\n",
        "Title: Undangan Peliputan\nAliases: /2026/11/\n",
        "Title: Undangan Peliputan\nSlug: sampah\n",
    ],
)
def test_draft_stops_nobody_by_words_that_the_site_says_anyway(
    header: str, tmp_path: Path
):
    room = Newsroom(tmp_path / "content")
    office = (room.root / "registers/office.toml").read_text(encoding="utf-8")
    room.write("registers/office.toml", f"sample = true\n{office}")
    photo = "\n\n![Balai](images/2026/balai{}.png)\n\n"
    room.release(BODY.replace("\n\n", photo.format("-1"), 1))
    for name in ("balai", "balai-1"):
        room.write(f"images/2026/{name}.png", _picture(name))
    header += "Date: 2026-11-20 10:00\nCategory: lingkungan\nStatus: draft\n"
    body = "Hari dan tanggal: Jumat, 20 November 2026.\n" + photo.format("")
    room.write("releases/2026/2026-11-20-undangan.md", release_text(header, body))

    assert 1 == build_site(room.root, tmp_path / "site", strict=False).releases


def _broken_room(tmp_path: Path, state: str) -> Newsroom:
    """Return a room in whose held text is a picture that breaks off after its head."""
    room = _room(tmp_path, (state,))
    noise = Image.effect_noise((64, 48), 90)
    data = io.BytesIO()
    noise.save(data, "PNG")
    end = data.getvalue()[-12:]
    room.write(f"images/2026/kenari{state}-gambar.png", data.getvalue()[:900] + end)
    return room


def test_broken_picture_of_an_embargoed_text_is_told_before_its_hour(tmp_path: Path):
    room = _broken_room(tmp_path, "embargo")
    before = _run(room, "build", "--now", NOW)
    private = _run(room, "build", "--now", NOW, "--private")
    name = "releases/2026/2026-11-23-kenariembargo-berkas"
    picture = "images/2026/kenariembargo-gambar.png"

    assert (1, 1) == (before.returncode, private.returncode)
    assert (
        "Sebuah gambar dalam siaran yang ditahan tidak terbaca. Jalankan `python3"
        f" tasks.py bangun --content {room.root.name} --private --output public-privat`"
        " untuk melihat yang mana.\n"
    ) == before.stderr.decode()
    assert (
        f'{name}.md: Gambar "{picture}" tidak terbaca. Simpan ulang sebagai JPEG atau'
        " PNG.\n"
    ) == private.stderr.decode()


def test_broken_picture_of_a_draft_stops_nobody(tmp_path: Path):
    room = _broken_room(tmp_path, "draf")

    assert 1 == build_site(room.root, tmp_path / "site", strict=False).releases


def test_warnings_of_held_texts_are_counted_and_not_told(tmp_path: Path):
    room = _room(tmp_path)
    for path in room.root.glob("releases/2026/*kenari*.md"):
        path.write_text(path.read_text().replace("(ajl/bgp)", "(xqz)"))
    run = _run(room, "build", "--now", NOW, "--lang", "en")
    strict = _run(room, "build", "--now", NOW, "--lang", "en", "--strict")

    assert 0 == run.returncode
    said = b" findings are in releases that are held or withdrawn, or name one; run"
    assert said in run.stderr
    assert 1 == strict.returncode
    assert b"kenari" not in (strict.stdout + strict.stderr + run.stderr).lower()


@pytest.mark.parametrize(
    "keys",
    [
        *("Embargo: besok", "Embargo: 2026-11-31 09:00", "Embargo: 25/11/2026 17:00"),
        *("Embrago: 2026-11-25 17:00", "Statsu: draft", "Status: darft"),
    ],
)
def test_text_whose_state_is_misspelt_is_not_told(keys: str, tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    path = room.root / "releases/2026/2026-11-23-kenariembargo-berkas.md"
    path.write_text(path.read_text().replace("Embargo: 2026-11-25 17:00", keys))
    findings = room.check(AT).findings

    assert "error" in {one.level for one in findings}
    assert () == _told(room)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("state", STATES)
def test_held_text_that_cannot_be_read_is_not_told(
    encoding: str, state: str, tmp_path: Path
):
    room = _room(tmp_path, (state,))
    path = room.root / f"releases/2026/2026-11-23-kenari{state}-berkas.md"
    path.write_bytes(path.read_text().replace("balai", "café").encode(encoding))
    run = _run(room, "build", "--now", NOW, "--lang", "en")

    assert 1 == run.returncode
    assert b"kenari" not in run.stderr.lower()
    said = f"run `python3 tasks.py check --content {room.root.name}` to see"
    assert said in run.stderr.decode()


@pytest.mark.parametrize("state", STATES)
def test_held_text_with_two_sides_is_not_told(state: str, tmp_path: Path):
    room = _room(tmp_path, (state,))
    path = room.root / f"releases/2026/2026-11-23-kenari{state}-berkas.md"
    line = STATES[state]
    both = f"<<<<<<< HEAD\n{line}\n=======\n>>>>>>> KENARI"
    path.write_text(path.read_text().replace(line, both))
    run = _run(room, "build", "--now", NOW)

    assert 1 == run.returncode
    assert b"kenari" not in run.stderr.lower()


def test_text_that_cannot_be_read_and_says_nothing_of_holding_is_told(tmp_path: Path):
    room = _room(tmp_path, ())
    room.write(PATH, release_text().replace("balai", "café").encode("cp1252"))

    assert [(PATH, "file-encoding")] == [(f.path, f.rule) for f in _told(room)]


def test_name_of_a_picture_of_a_held_text_is_not_told(tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    path = room.root / "releases/2026/2026-11-23-kenariembargo-berkas.md"
    path.write_text(path.read_text().replace("-gambar.png", "_Gambar.png"))
    room.write("images/2026/kenariembargo_Gambar.png", _picture(""))

    assert "picture-name" in {f.rule for f in room.check(AT).findings}
    assert () == _told(room)


def test_wrong_register_is_told_alone(tmp_path: Path):
    """Without it nobody can say which texts are held."""
    room = _room(tmp_path, ("embargo",))
    path = "releases/2026/2026-11-23-kenariembargo-berkas.md"
    room.write(path, (room.root / path).read_text().encode("utf-16"))
    room.write("registers/places.toml", "[[place]\n")
    run = _run(room, "build", "--now", NOW, "--lang", "en")

    assert 1 == run.returncode
    assert b"registers/places.toml:1:" in run.stderr
    assert b"kenari" not in run.stderr.lower()


def test_refusal_for_a_misspelt_embargo_has_no_word_of_its_text(tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    path = room.root / "releases/2026/2026-11-23-kenariembargo-berkas.md"
    path.write_text(path.read_text().replace("2026-11-25 17:00", "besok"))
    run = _run(room, "build", "--now", NOW)

    assert 1 == run.returncode
    assert b"kenari" not in (run.stdout + run.stderr).lower()
    assert not (tmp_path / "site").exists()


def test_finding_elsewhere_that_names_a_held_text_is_not_told(tmp_path: Path):
    """Such as two spellings of a tag, or one number for two releases."""
    room = _room(tmp_path, ("embargo",))
    keys = "Tags: kenariEMBARGOtagar\nNumber: KENARIembargonomor/2026\n"
    room.release(header=HEADER + keys)
    findings = room.check(AT).findings
    told_findings = _told(room)

    assert {"tag-spellings", "number-twice"} <= {one.rule for one in findings}
    assert () == told_findings


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("[a]({filename}/releases/2026/2026-11-23-kenariembargo-berka.md)", "link-"),
        ("[a]({filename}/releases/2026/2026-11-23-kenariembargo-berkas.md)", "link-"),
        ("[a](/2026/11/25/kenariembargoslu/)", "link-target"),
        ("[a](/2026/11/25/kenariembargoslug/#satu)", "link-held"),
        ("[a](/tag/kenariembargotaga/)", "link-target"),
        ("[a](/tag/kenariembargotagar/)", "link-held"),
        ("![a](images/2026/kenariembargo-gamba.png)", "picture-missing"),
    ],
)
def test_slip_in_a_link_is_not_answered_with_the_name_of_a_held_text(
    link: str, rule: str, tmp_path: Path
):
    room = _room(tmp_path, ("embargo",))
    room.release(BODY.replace("\n\n", f"\n\n{link}\n\n", 1))
    findings = room.check(AT).findings
    told_findings = _told(room)

    assert [PATH] == [one.path for one in findings if one.rule.startswith(rule)]
    assert [] == [one for one in told_findings if one.rule.startswith(rule)]


def test_finding_on_a_picture_that_a_shown_text_has_too_is_told(tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    name = "images/2026/kenariembargo-gambar.png"
    pictures = f"![Balai]({name})\n\nSatu.\n\n![Balai]({name[:-5]}.png)"
    room.release(BODY.replace("\n\n", f"\n\n{pictures}\n\n", 1))
    findings = _told(room)

    assert [name] == [
        one.values["suggestion"] for one in findings if one.rule == "picture-missing"
    ]


def test_finding_of_a_text_that_is_shown_is_told(tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    room.release(header=HEADER.replace("Category: lingkungan\n", ""))
    findings = _told(room)

    assert [(PATH, "category-missing")] == [(one.path, one.rule) for one in findings]


def test_embargo_opens_at_its_minute_and_the_release_is_everywhere(tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    before = build_site(
        room.root, tmp_path / "site", strict=False, now="2026-11-25 16:59"
    )
    hidden = _traces(tmp_path / "site")
    build_site(room.root, tmp_path / "site", strict=False, now="2026-11-25 17:00")
    address = "2026/11/25/kenariembargoslug"
    with_title = {
        path.relative_to(tmp_path / "site").as_posix()
        for path in (tmp_path / "site").rglob("*")
        if path.is_file() and b"KENARIembargojudul" in path.read_bytes()
    }

    assert [] == hidden
    assert "2026-11-25T17:00:00+07:00" == before.due.isoformat()
    assert {
        *("index.html", "feed.atom", "feed.rss", "feed.json", "sitemap-news.xml"),
        *(f"{address}/index.html", f"{address}/rilis.txt", "arsip/index.html"),
        *("arsip/2026/index.html", "arsip/2026/11/index.html"),
        *("kategori/lingkungan/index.html", "kategori/lingkungan/feed.atom"),
        *("tag/kenariembargotagar/index.html", "tempat/sawo/index.html"),
        *("reporter/ajeng/index.html", "seri/kenariembargoseri-bagian/index.html"),
    } <= with_title
    files = {path.name for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert any(name.startswith("kenariembargo-gambar-64.") for name in files)
    assert (tmp_path / "site/2026/11/22/kenariembargoalias/index.html").exists()
    assert (tmp_path / f"site/en/{address}".replace("slug", "-berkas")).exists()


def test_release_that_becomes_a_draft_takes_its_pictures_with_it(tmp_path: Path):
    """Hashed assets stay one build longer than their pages; these do not."""
    room = _room(tmp_path, ("embargo",))
    build_site(room.root, tmp_path / "site", strict=False, now="2026-11-25 18:00")
    there = _traces(tmp_path / "site/gambar")
    path = room.root / "releases/2026/2026-11-23-kenariembargo-berkas.md"
    path.write_text(path.read_text().replace("Number:", "Status: draft\nNumber:"))
    build_site(room.root, tmp_path / "site", strict=False, now="2026-11-25 18:30")

    assert there
    assert [] == _traces(tmp_path / "site")


# -- when the next run is due ----------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Embargo: 2026-11-25 17:00", "2026-11-25T17:00:00+07:00"),
        ("Embargo: 2026-11-25 17:00\nStatus: draft", None),
        ("Embargo: 2026-11-25 17:00\nWithdrawn: 2026-11-24 08:00 | Salah", None),
        ("Embargo: 2026-11-24 09:00", "2026-11-26T09:01:00+07:00"),
        ("Urgent: 2026-11-24 12:00", "2026-11-24T12:00:00+07:00"),
        ("Urgent: 2026-11-24 09:00", None),
        ("Pinned: 2026-11-24", "2026-11-25T00:00:00+07:00"),
        ("Pinned: 2026-11-23", None),
        ("Urgent: 2026-11-24 12:00\nStatus: draft", None),
        ("Pinned: 2026-12-01\nUrgent: 2026-11-30 08:00", "2026-11-30T08:00:00+07:00"),
        ("", None),
    ],
)
def test_next_run_is_the_first_turn_of_the_clock(keys: str, expected: str | None):
    header = f"{HEADER}{keys}\n" if keys else HEADER
    found = next_run(filed.archive({PATH: release_text(header)}), AT)

    assert expected == (found.isoformat() if found else None)


def test_release_leaves_the_news_sitemap_behind_its_second_day():
    header = HEADER.replace("2026-11-20 09:00", "2026-11-24 08:00")
    archive = filed.archive({PATH: release_text(header)})
    found = next_run(archive, AT)

    assert datetime(2026, 11, 26, 8, 1, tzinfo=ZONE) == found
    assert next_run(archive, found) is None


@pytest.mark.parametrize("minutes", [0, 1])
def test_site_changes_at_the_next_run_and_not_before(minutes: int, tmp_path: Path):
    """Every turn that is told is one at which the built site is another one."""
    room = Newsroom(tmp_path / "content")
    room.release(header=HEADER.replace("2026-11-20 09:00", "2026-11-24 08:00"))
    build_site(room.root, tmp_path / "site", strict=False, now="2026-11-26 07:59")
    early = (tmp_path / "site/sitemap-news.xml").read_bytes()
    build_site(
        room.root, tmp_path / "site", strict=False, now=f"2026-11-26 08:0{minutes}"
    )

    assert (minutes == 0) == (
        early == (tmp_path / "site/sitemap-news.xml").read_bytes()
    )


def test_build_prints_the_next_run_and_writes_nothing_but_a_time(tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    run = _run(room, "build", "--now", NOW, "--lang", "en")
    data = (store_of(tmp_path / "site") / "next-run.json").read_bytes()

    assert run.stdout.endswith(b"; must be built again 2026-11-25 17:00+0700\n")
    assert {"next": "2026-11-25T17:00:00+07:00"} == json.loads(data)


@pytest.mark.parametrize(
    ("now", "code", "said", "alarm"),
    [
        (
            *("2026-11-25 16:59", 1),
            *("No build is due; the next one is at 2026-11-25 17:00+0700.\n", ""),
        ),
        (
            *("2026-11-25 17:00", 0),
            *("The site is due to be built: 2026-11-25 17:00+0700.\n", ""),
        ),
        (
            *("2026-11-25 17:09", 0),
            *("The site is due to be built: 2026-11-25 17:00+0700.\n", ""),
        ),
        (
            *("2026-11-25 17:10", 0),
            *("", "Was due at 2026-11-25 17:00+0700, is not on the site.\n"),
        ),
    ],
)
def test_due_answers_with_its_code_and_words(
    now: str, code: int, said: str, alarm: str, tmp_path: Path
):
    room = Newsroom(tmp_path / "content")
    store = store_of(tmp_path / "site")
    store.mkdir()
    (store / "next-run.json").write_text('{"next": "2026-11-25T17:00:00+07:00"}')
    run = _run(room, "due", "--now", now, "--lang", "en")

    assert code == run.returncode
    assert (said, alarm) == (run.stdout.decode(), run.stderr.decode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"next": null}', None),
        ('{"next": "2026-11-25T17:00:00+07:00"}', AT + timedelta(days=1, hours=8)),
        ("", NEVER_BUILT),
        ("{}", NEVER_BUILT),
        ('{"next": 7}', NEVER_BUILT),
        ('{"next": "besok"}', NEVER_BUILT),
    ],
)
def test_next_run_that_cannot_be_read_is_due(
    text: str, expected: datetime | None, tmp_path: Path
):
    (tmp_path / "next-run.json").write_text(text)

    assert expected == read_next(tmp_path / "next-run.json")


def test_next_run_of_a_site_that_was_never_built_is_due(tmp_path: Path):
    assert NEVER_BUILT == read_next(tmp_path / "next-run.json")


@pytest.mark.parametrize(
    ("there", "coming", "expected"),
    [(None, None, None), (None, 2, 2), (1, 2, 1), (2, 1, 1), (1, None, 1)],
)
def test_hour_of_the_old_and_the_new_site_is_kept_until_the_swap(
    there: int | None, coming: int | None, expected: int | None, tmp_path: Path
):
    path = tmp_path / "next-run.json"

    def at(hours: int | None) -> datetime | None:
        return None if hours is None else AT + timedelta(hours=hours)

    if there is not None:
        bring_forward(path, at(there))
    else:
        path.write_text('{"next": null}')
    bring_forward(path, at(coming))

    assert at(expected) == read_next(path)


def test_release_beside_a_held_one_links_to_nothing_of_it(tmp_path: Path):
    room = _room(tmp_path, ("embargo",))
    build_site(room.root, tmp_path / "site", strict=False)
    page = (tmp_path / "site/2026/11/20/sampah/index.html").read_text()

    assert BODY.split()[0] in page
    assert "/2026/11/25/" not in page
