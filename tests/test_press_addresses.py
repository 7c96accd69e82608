"""Addresses that were published stay: redirects, refusals, and who writes it down."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import filed
import pytest
from bs4 import BeautifulSoup
from conftest import NOW, ROOT, build_site
from newsdesk.desk.addresses import site_addresses
from newsdesk.desk.finding import Finding, Level, Spared
from newsdesk.moves import redirects_of
from newsdesk.press.errors import BuildError
from newsdesk.press.ledgers import record
from newsdesk.press.opening import RefusedError
from newsdesk.registers.ledgers import (
    AddressLine,
    EditionLine,
    Ledgers,
    State,
    read_addresses,
    read_editions,
    read_ledgers,
    write_addresses,
    write_editions,
)
from newsdesk.wire.redirects import page_path, redirects_file
from newsroom import BODY, HEADER, OFFICE, PATH, Newsroom, release_text
from newsroom import NOW as AT

pytestmark = pytest.mark.slow

HERE = "/2026/11/20/sampah/"
HEAD = "address\trelease\tfirst\tstate\tto\n"
OLD_HEAD = "release\tnumber\tinstant\tsha256\tkind\n"
DIGEST = "0" * 64


def _line(
    address: str, release: str = PATH, state: str = "live", to: str = ""
) -> AddressLine:
    return AddressLine(address, release, "2026-11-20", State(state), to)


def _ledger(*lines: AddressLine) -> dict[str, AddressLine]:
    return {line.address: line for line in lines}


# -- the ledgers as text ---------------------------------------------------------------


def test_ledger_is_written_sorted_with_a_head_and_read_back():
    lines = [
        _line("/b/", state="moved", to="/a/"),
        _line("/a/"),
        _line("/?p=12", "", "moved", "/a/"),
        _line("/c/", state="withdrawn"),
    ]
    text = write_addresses(lines)

    assert text.splitlines() == [
        HEAD.strip("\n"),
        "/?p=12\t\t2026-11-20\tmoved\t/a/",
        f"/a/\t{PATH}\t2026-11-20\tlive\t",
        f"/b/\t{PATH}\t2026-11-20\tmoved\t/a/",
        f"/c/\t{PATH}\t2026-11-20\twithdrawn\t",
    ]
    assert (_ledger(*lines), ()) == read_addresses(text)


def test_ledger_that_is_not_there_is_empty():
    assert ({}, ()) == read_addresses("")
    assert ({}, ()) == read_editions("")


@pytest.mark.parametrize(
    "line",
    [
        *("/a/\tx\t\tlive", "/a/\tx\t\tlive\t\t", "/a/\tx\t\tgone\t"),
        *("/a/\tx\t\tmoved\t", "/a/\tx\t\tlive\t/b/", "<<<<<<< HEAD"),
        "/ada/\tx\t\tlive\t",
    ],
)
def test_line_of_the_address_ledger_that_cannot_be_read_is_told(line: str):
    _, faults = read_addresses(f"{HEAD}/ada/\tx\t\tlive\t\n{line}\n")

    assert [(3, line, "")] == [(f.line, f.values["value"], f.form) for f in faults]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("a/\tx\t\tlive\t", "a/"),
        ("/a/\tx\t\tmoved\tb/", "b/"),
        ("/a/\tx\t\tmoved\thttps://l.example/", "https://l.example/"),
        ("//lain.example/\tx\t\tlive\t", "//lain.example/"),
        ("/../x/\tx\t\tlive\t", "/../x/"),
        ("/a/..\tx\t\tlive\t", "/a/.."),
        ("/a b/\tx\t\tlive\t", "/a b/"),
        ("/a\x1b/\tx\t\tlive\t", "/a\ufffd/"),
    ],
)
def test_address_that_can_be_none_is_told(line: str, address: str):
    _, faults = read_addresses(f"{HEAD}{line}\n")

    assert [(2, address, "address")] == [
        (fault.line, fault.values["value"], fault.form) for fault in faults
    ]


def test_other_head_is_told():
    _, faults = read_addresses("alamat\trilis\n")

    assert [1] == [fault.line for fault in faults]


@pytest.mark.parametrize(
    "line",
    [
        f"a.md\t2\t2026-11-20T09:00:00+07:00\t{DIGEST}\tfirst",
        f"a.md\tx\t2026-11-20T09:00:00+07:00\t{DIGEST}\tfirst",
        "a.md\t1\t2026-11-20T09:00:00+07:00\t0123\tfirst",
        f"a.md\t1\t2026-11-20T09:00:00+07:00\t{DIGEST}\tlain",
        f"a.md\t1\t2026-11-20T09:00:00+07:00\t{DIGEST}\tfirst\t{DIGEST}",
        "=======",
    ],
)
def test_line_of_the_edition_ledger_that_cannot_be_read_is_told(line: str):
    found, faults = read_editions(f"{OLD_HEAD}{line}\n")

    assert ({}, [(2, line)]) == (found, [(f.line, f.values["value"]) for f in faults])


@pytest.mark.parametrize("file", ["0123", "\t", DIGEST.replace("0", "G")])
def test_digest_of_the_file_that_is_none_is_told(file: str):
    line = f"a.md\t1\t2026-11-20T09:00:00+07:00\t{DIGEST}\tfirst\t{file}"
    found, faults = read_editions(f"{OLD_HEAD.rstrip()}\tfile\n{line}\n")

    assert ({}, [2]) == (found, [fault.line for fault in faults])


def test_edition_ledger_without_digests_of_files_is_read():
    line = f"a.md\t1\t2026-11-20T09:00:00+07:00\t{DIGEST}\tfirst"
    found, faults = read_editions(f"{OLD_HEAD}{line}\n")

    assert [""] == [edition.file for edition in found["a.md"]]
    assert () == faults
    assert f"{OLD_HEAD.rstrip()}\tfile\n{line}\t\n" == write_editions(found["a.md"])


def test_edition_ledger_is_read_back():
    files = {1: "", 2: "f" * 64}
    lines = [EditionLine("a.md", n, "2026", DIGEST, "first", files[n]) for n in files]

    assert ({"a.md": tuple(lines)}, ()) == read_editions(write_editions(lines[::-1]))


# -- what becomes of an address --------------------------------------------------------


def _moves(
    files: dict[str, str], *lines: AddressLine
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    archive = replace(filed.archive(files), ledgers=Ledgers(_ledger(*lines)))
    found, lost = redirects_of(
        archive,
        lambda filing: filing.shown(AT, private=False),
        site_addresses(archive),
    )
    return found, [(one.loss.value, one.line.address) for one in lost]


ONE = {PATH: release_text()}


def _with(keys: str) -> dict[str, str]:
    return {PATH: release_text(f"{HEADER}{keys}\n")}


@pytest.mark.parametrize(
    ("files", "lines", "redirects"),
    [
        (ONE, [], {}),
        (ONE, [_line(HERE)], {}),
        (_with("Aliases: /lama/"), [], {"/lama/": HERE}),
        (_with("Aliases: /lama/"), [_line("/lama/")], {"/lama/": HERE}),
        (_with("Aliases: /lama/\n    /tua/"), [], {"/lama/": HERE, "/tua/": HERE}),
        (ONE, [_line("/lama/", "", "moved", HERE)], {"/lama/": HERE}),
        (ONE, [_line("/lama/", "", "moved", "/arsip/")], {"/lama/": "/arsip/"}),
        (ONE, [_line("/?p=1", "", "moved", HERE)], {"/?p=1": HERE}),
        (ONE, [_line("/a/", "", "moved", HERE[:-1])], {"/a/": HERE}),
        (ONE, [_line("/a/", "", "moved", "/arsip/?b")], {"/a/": "/arsip/?b"}),
        (ONE, [_line("/a/", "", "moved", "/index.html")], {"/a/": "/index.html"}),
        (ONE, [_line("/a/", "", "moved", "/feed.rss")], {"/a/": "/feed.rss"}),
        # The ledger says where it stood then; the text says where it stands now.
        (ONE, [_line("/lama/", PATH, "moved", "/tua/")], {"/lama/": HERE}),
        # A redirect to a redirect.
        (
            _with("Aliases: /tua/"),
            [_line("/lama/", "", "moved", "/tua/")],
            {"/lama/": HERE, "/tua/": HERE},
        ),
        # What stands there comes first.
        (ONE, [_line(HERE, "", "moved", "/arsip/")], {}),
        (_with("Withdrawn: 2026-11-21 09:00 | Salah"), [_line(HERE)], {}),
        (_with("Aliases: /lama/\nWithdrawn: 2026-11-21 09:00 | A"), [_line(HERE)], {}),
        (_with("Aliases: /lama/\nStatus: draft"), [], {}),
        (_with("Status: draft"), [_line("/lama/", PATH, "moved", HERE)], {}),
        (ONE, [_line(HERE, state="withdrawn")], {}),
        ({}, [_line(HERE, state="withdrawn")], {}),
    ],
)
def test_address_leads_on_or_is_given_up(
    files: dict[str, str], lines: list[AddressLine], redirects: dict[str, str]
):
    assert (redirects, []) == _moves(files, *lines)


@pytest.mark.parametrize(
    ("files", "lines", "broken"),
    [
        (ONE, [_line("/2026/11/20/lama/")], ("moved", "/2026/11/20/lama/")),
        ({}, [_line(HERE)], ("gone", HERE)),
        (_with("Status: draft"), [_line(HERE)], ("held", HERE)),
        (_with("Embargo: 2026-12-01 09:00"), [_line(HERE)], ("held", HERE)),
        (_with("Aliases: /lain/"), [_line("/lama/")], ("moved", "/lama/")),
        (ONE, [_line("/a/", "", "moved", "/a/")], ("loop", "/a/")),
        (ONE, [_line("/a/", "", "moved", "/b/")], ("nowhere", "/a/")),
        (ONE, [_line("/a/", "", "moved", "/2026/11/20/lain/")], ("nowhere", "/a/")),
        (ONE, [_line("/a/", "", "moved", "/tag/lain/")], ("away", "/a/")),
        (ONE, [_line("/a/", "", "moved", "/arsip/2019/")], ("away", "/a/")),
        (ONE, [_line("/a/", "", "moved", "/en/")], ("away", "/a/")),
        (_with("Status: draft"), [_line("/a/", "", "moved", HERE)], ("away", "/a/")),
        (
            _with("Withdrawn: 2026-11-21 09:00 | A"),
            [_line("/a/", "", "moved", HERE)],
            ("away", "/a/"),
        ),
        (
            {},
            [_line(HERE, state="withdrawn"), _line("/a/", "", "moved", HERE)],
            ("away", "/a/"),
        ),
    ],
)
def test_address_that_would_lead_nowhere_is_found(
    files: dict[str, str], lines: list[AddressLine], broken: tuple[str, str]
):
    assert [broken] == _moves(files, *lines)[1]


def test_redirects_in_a_circle_are_told_each():
    lines = [
        _line("/a/", "", "moved", "/b/"),
        _line("/b/", "", "moved", "/c/"),
        _line("/c/", "", "moved", "/b/"),
    ]
    found, broken = _moves(ONE, *lines)

    assert {} == found
    assert ["/a/", "/b/", "/c/"] == [address for _, address in broken]


ENGLISH = PATH.replace(".md", ".en.md")
LEDGER = "registers/addresses.tsv"

# What stands in the header and the ledger -> where it is told.
TOLD = {
    "another slug": (
        "Slug: lain\n",
        _line(HERE),
        [(PATH, 4, 7, "moved")],
    ),
    "no slug line any more": ("", _line("/2026/11/20/kota/"), [(PATH, 1, 1, "moved")]),
    "another date": ("", _line("/2026/11/19/sampah/"), [(PATH, 2, 7, "moved")]),
    "another embargo": (
        "Embargo: 2026-11-21 09:00\n",
        _line(HERE),
        [(PATH, 4, 10, "moved")],
    ),
    "a draft": ("Status: draft\n", _line(HERE), [(PATH, 4, 9, "held")]),
    "an embargo ahead": (
        "Embargo: 2026-12-01 09:00\n",
        _line(HERE),
        [(PATH, 4, 10, "held")],
    ),
    "an edition that is held with its original": (
        "Status: draft\n",
        _line("/en/2026/11/20/sampah/", ENGLISH),
        [(PATH, 4, 9, "held")],
    ),
    "no text": ("", _line("/lama/", "releases/2026/x.md"), [(LEDGER, 2, 1, "gone")]),
    "a circle": ("", _line("/a/", "", "moved", "/a/"), [(LEDGER, 2, 1, "loop")]),
    # What has another finding is not told twice.
    "a slug that is none": ("Slug: Lain_Kota\n", _line(HERE), []),
    "an embargo that is none": ("Embargo: besok\n", _line("/lama/"), []),
    "a status that is none": ("Status: hidden\n", _line(HERE), []),
}


@pytest.mark.parametrize(("keys", "line", "expected"), TOLD.values(), ids=TOLD)
def test_lost_address_is_told_where_it_is_mended(
    keys: str,
    line: AddressLine,
    expected: list[tuple[str, int, int, str]],
    tmp_path: Path,
):
    room = Newsroom(tmp_path)
    room.release(header=HEADER + keys)
    room.write(ENGLISH, release_text("Title: Waste\n"))
    room.write(LEDGER, write_addresses([line]))
    found = [f for f in room.check().findings if f.rule == "address-lost"]

    assert expected == [(f.path, f.line, f.column, f.form) for f in found]
    assert {"error"} >= {f.level for f in found}


def test_address_of_a_text_without_a_date_is_not_told(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header="Title: Warga\nDate: besok\nCategory: lingkungan\n")
    room.write(LEDGER, write_addresses([_line(HERE)]))
    edition = EditionLine(PATH, 1, "2026-11-20T09:00:00+07:00", DIGEST, "first")
    room.write("registers/editions.tsv", write_editions([edition]))

    assert ["date-form"] == [f.rule for f in room.check().findings]


def test_private_preview_loses_nothing_that_is_held(room: Newsroom, tmp_path: Path):
    room.release(header=f"{HEADER}Status: draft\n")
    build_site(room.root, tmp_path / "dekat", private=True)

    assert (tmp_path / "dekat/2026/11/20/sampah/index.html").exists()


# -- redirects as files ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/2019/05/16/pasar/", "2019/05/16/pasar/index.html"),
        ("/category/warta", "category/warta/index.html"),
        ("/feed/", "feed/index.html"),
        ("/pasar.html", "pasar.html"),
        ("/?p=12", ""),
        ("/", ""),
        ("/feed.xml", ""),
        ("/foto/a.jpg", ""),
    ],
)
def test_former_address_has_a_page_where_one_can_be(address: str, path: str):
    assert path == page_path(address)


def test_hosts_get_a_rule_for_each_path_with_that_of_the_site():
    redirects = {"/b/": "/a/", "/?p=1": "/a/", "/a.xml": "/feed.atom"}

    assert "/kabar/a.xml /kabar/feed.atom 301\n/kabar/b/ /kabar/a/ 301\n" == (
        redirects_file(redirects, "/kabar")
    )


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one release with a former address; do not change it."""
    folder = tmp_path_factory.mktemp("moved")
    room = Newsroom(folder / "content")
    room.release(header=f"{HEADER}Aliases: /2026/11/19/lama/\n")
    build_site(room.root, folder / "site")
    return folder / "site"


def test_page_on_a_former_address_sends_on_and_is_not_indexed(moved_site: Path):
    page = (moved_site / "2026/11/19/lama/index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(page, "html.parser")
    there = f"https://siaran.kota.example{HERE}"

    assert f"0; url={there}" == soup.find("meta", {"http-equiv": "refresh"})["content"]
    assert there == soup.find("link", rel="canonical")["href"]
    assert there == soup.find("a")["href"]
    assert "noindex" == soup.find("meta", {"name": "robots"})["content"]


def test_former_address_stands_in_no_list_and_no_sitemap(moved_site: Path):
    named = [
        path.relative_to(moved_site).as_posix()
        for path in moved_site.rglob("*")
        if path.is_file() and b"/2026/11/19/lama/" in path.read_bytes()
    ]

    # In feeds it is the id, which outlives a move.
    assert {"_redirects", "_redirects.nginx", "_redirects.caddy"} == {
        name for name in named if "feed." not in name
    }
    assert f"/2026/11/19/lama/ {HERE} 301\n" == (moved_site / "_redirects").read_text()


def test_site_without_former_addresses_has_no_table_of_them(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    build_site(room.root, tmp_path / "site")

    assert [] == [*(tmp_path / "site").glob("_redirects*")]


# -- record, and the next build --------------------------------------------------------


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder whose site was built and recorded."""
    folder = tmp_path_factory.mktemp("catat")
    room = Newsroom(folder / "content")
    room.release()
    room.write("pages/tentang.md", "Title: Tentang\n\nKami.\n")
    build_site(room.root, folder / "site")
    assert 4 == record(folder / "site", room.root, AT)
    return folder


@pytest.fixture
def room(once: Path, tmp_path: Path) -> Newsroom:
    """A copy of it in the test's own folder."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return Newsroom(tmp_path / "content")


def _recorded(room: Newsroom) -> Ledgers:
    ledgers, faults = read_ledgers(_texts(room))
    assert () == faults
    return ledgers


def _texts(room: Newsroom) -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in room.root.glob("registers/*.tsv")
    }


def test_record_writes_what_was_published_and_the_next_build_reads_it(
    room: Newsroom, tmp_path: Path
):
    ledgers = _recorded(room)
    (edition,) = ledgers.editions[PATH]

    assert [
        AddressLine(HERE, PATH, "2026-11-20", State.LIVE),
        AddressLine("/tentang/", "pages/tentang.md", "", State.LIVE),
    ] == list(ledgers.addresses.values())
    whole = (room.root / PATH).read_bytes()
    assert (
        *(1, "2026-11-20T09:00:00+07:00", "first"),
        hashlib.sha256(whole).hexdigest(),
    ) == (edition.number, edition.instant, edition.kind, edition.file)
    (page,) = ledgers.editions["pages/tentang.md"]
    assert (AT.isoformat(), "first") == (page.instant, page.kind)
    assert 1 == build_site(room.root, tmp_path / "site").releases


def test_record_of_the_same_site_changes_nothing(room: Newsroom, tmp_path: Path):
    before = _texts(room)
    build_site(room.root, tmp_path / "site")

    assert 0 == record(tmp_path / "site", room.root, AT)
    assert before == _texts(room)


def test_build_writes_no_ledger(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    build_site(room.root, tmp_path / "site")

    assert {} == _texts(room)


@pytest.mark.parametrize("private", [None, True], ids=["nothing built", "a preview"])
def test_record_without_a_published_site_is_refused(
    private: bool | None, tmp_path: Path
):
    room = Newsroom(tmp_path / "content")
    room.release()
    if private:
        build_site(room.root, tmp_path / "site", private=True)
    with pytest.raises(BuildError, match="no published site to record"):
        record(tmp_path / "site", room.root, AT)

    assert {} == _texts(room)


def test_record_of_the_site_of_another_office_is_refused(tmp_path: Path):
    room = Newsroom(tmp_path / "content")
    room.release()
    build_site(room.root, tmp_path / "site")
    office = OFFICE.replace("Kota Wringin", "Kota Lain").replace("siaran.", "pers.")
    room.write("registers/office.toml", office)
    with pytest.raises(BuildError, match=r"site of .* and .* the content of .*\(https"):
        record(tmp_path / "site", room.root, AT)

    assert {} == _texts(room)


def test_record_follows_a_move_a_change_and_a_withdrawal(
    room: Newsroom, tmp_path: Path
):
    keys = f"Slug: sampah-kota\nAliases: {HERE}\n"
    room.release(BODY.replace("balai", "gedung"), header=HEADER + keys)
    build_site(room.root, tmp_path / "site")
    record(tmp_path / "site", room.root, AT)
    keys += "Correction: 2026-11-24 08:30 | gedung | balai kota\n"
    room.release(BODY.replace("balai", "balai kota"), header=HEADER + keys)
    build_site(room.root, tmp_path / "site")
    record(tmp_path / "site", room.root, AT)
    keys += "Withdrawn: 2026-11-24 08:45 | Keliru\n"
    room.release(BODY, header=HEADER + keys)
    moved = _texts(room)["addresses.tsv"]
    build_site(room.root, tmp_path / "site")
    record(tmp_path / "site", room.root, AT)
    ledgers = _recorded(room)

    assert f"{HERE}\t{PATH}\t2026-11-20\tmoved\t/2026/11/20/sampah-kota/\n" in moved
    assert {
        HERE: State.WITHDRAWN,
        "/2026/11/20/sampah-kota/": State.WITHDRAWN,
        "/tentang/": State.LIVE,
    } == {line.address: line.state for line in ledgers.addresses.values()}
    assert [
        ("first", "2026-11-20T09:00:00+07:00"),
        ("minor", AT.isoformat()),
        ("correction", "2026-11-24T08:30:00+07:00"),
        ("withdrawal", "2026-11-24T08:45:00+07:00"),
    ] == [(line.kind, line.instant) for line in ledgers.editions[PATH]]


def test_record_of_another_header_renews_the_last_edition(
    room: Newsroom, tmp_path: Path
):
    before = _recorded(room).editions[PATH]
    room.release(header=f"{HEADER}Tags: sampah\n")
    build_site(room.root, tmp_path / "site")

    assert 1 == record(tmp_path / "site", room.root, AT)
    (edition,) = _recorded(room).editions[PATH]
    assert before == (replace(edition, file=before[0].file),)
    whole = (room.root / PATH).read_bytes()
    assert hashlib.sha256(whole).hexdigest() == edition.file


def test_record_renews_a_withdrawal_too(room: Newsroom, tmp_path: Path):
    keys = "Withdrawn: 2026-11-24 08:45 | Keliru\n"
    for reason in ("Keliru\n", "Keliru sekali\n"):
        room.release(header=HEADER + keys.replace("Keliru\n", reason))
        build_site(room.root, tmp_path / "site")
        record(tmp_path / "site", room.root, AT)
    editions = _recorded(room).editions[PATH]
    whole = (room.root / PATH).read_bytes()

    assert ["first", "withdrawal"] == [edition.kind for edition in editions]
    assert hashlib.sha256(whole).hexdigest() == editions[-1].file


GONE = "Withdrawn: 2026-11-24 08:45 | Keliru\n"


@pytest.fixture
def withdrawn(room: Newsroom, tmp_path: Path) -> Newsroom:
    """Return a folder whose release was recorded, then withdrawn, and recorded so."""
    room.release(header=HEADER + GONE)
    build_site(room.root, tmp_path / "site")
    record(tmp_path / "site", room.root, AT)
    return room


def _undone(room: Newsroom) -> list[tuple[str, Level, str]]:
    return [
        (f.path, f.level, f"{f.values['ledger']}:{f.values['line']}")
        for f in room.check().findings
        if f.rule == "withdrawal-undone"
    ]


@pytest.mark.parametrize("keys", ["", "Allow: withdrawal-undone | Sudah benar\n"])
def test_withdrawal_that_was_recorded_cannot_be_undone(
    keys: str, withdrawn: Newsroom, tmp_path: Path
):
    site = tmp_path / "site"
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}
    withdrawn.release(header=HEADER + keys)
    with pytest.raises(RefusedError):
        build_site(withdrawn.root, site, strict=False)

    assert [(PATH, Level.ERROR, "editions.tsv:4")] == _undone(withdrawn)
    assert before == {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_withdrawn_text_comes_back_as_a_new_release_alone(
    withdrawn: Newsroom, tmp_path: Path
):
    """Under another name, or once its file is gone; nobody gets its address."""
    (withdrawn.root / PATH).unlink()
    other = PATH.replace("sampah", "limbah")
    withdrawn.write(other, release_text(f"{HEADER}Slug: sampah\n"))
    taken = _undone(withdrawn)
    withdrawn.write(other, release_text(f"{HEADER}Aliases: {HERE}\n"))
    build_site(withdrawn.root, tmp_path / "site", strict=False)

    assert [(other, Level.ERROR, "addresses.tsv:2")] == taken
    assert [] == _undone(withdrawn)


def test_edition_comes_back_with_its_original_and_is_told_once(withdrawn: Newsroom):
    english = PATH.replace(".md", ".en.md")
    withdrawn.write(english, release_text("Title: Sorting Waste\n", BODY))
    withdrawn.release()
    assert [(PATH, Level.ERROR, "editions.tsv:4")] == _undone(withdrawn)


def test_record_fills_a_ledger_that_has_no_digests_of_files(
    room: Newsroom, tmp_path: Path
):
    after = _texts(room)["editions.tsv"]
    old = "".join("\t".join(line.split("\t")[:5]) + "\n" for line in after.splitlines())
    room.write("registers/editions.tsv", old)
    build_site(room.root, tmp_path / "site")

    assert 2 == record(tmp_path / "site", room.root, AT)
    assert after == _texts(room)["editions.tsv"]


@pytest.mark.parametrize(
    "damage", [b"<<<<<<< HEAD\n", b"\xff\n"], ids=["a conflict", "not UTF-8"]
)
def test_record_leaves_a_damaged_ledger_as_it_is(
    damage: bytes, room: Newsroom, tmp_path: Path
):
    file = room.root / "registers/editions.tsv"
    file.write_bytes(file.read_bytes() + damage)
    before = file.read_bytes()
    with pytest.raises(BuildError, match=r"^registers/editions\.tsv:4:1: (led|file)"):
        record(tmp_path / "site", room.root, AT)

    assert before == file.read_bytes()


def _findings(refused: pytest.ExceptionInfo[RefusedError]) -> list[Finding]:
    return [
        f for f in refused.value.findings if f.rule in ("address-lost", "ledger-line")
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("slug", [(PATH, 4, "moved")]),
        ("date", [(PATH, 2, "moved")]),
        ("draft", [(PATH, 4, "held")]),
        ("delete", [(LEDGER, 2, "gone")]),
        ("empty", [(LEDGER, 2, "gone"), (LEDGER, 3, "gone")]),
    ],
)
def test_build_that_would_lose_an_address_is_refused(
    change: str, said: list[tuple[str, int, str]], room: Newsroom, tmp_path: Path
):
    before = {
        path: path.read_bytes()
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    match change:
        case "slug":
            room.release(header=f"{HEADER}Slug: lain\n")
        case "date":
            room.release(header=HEADER.replace("11-20", "11-19"))
        case "draft":
            room.release(header=f"{HEADER}Status: draft\n")
        case "delete":
            (room.root / PATH).unlink()
        case "empty":
            (room.root / PATH).unlink()
            (room.root / "pages/tentang.md").unlink()
    with pytest.raises(RefusedError) as refused:
        build_site(room.root, tmp_path / "site", strict=False)

    assert said == [(f.path, f.line, f.form) for f in _findings(refused)]
    assert before == {path: path.read_bytes() for path in before}


@pytest.mark.parametrize(
    "keys",
    [
        f"Slug: lain\nAliases: {HERE}\n",
        "Withdrawn: 2026-11-24 08:00 | Keliru\n",
    ],
    ids=["alias", "withdrawal"],
)
def test_build_with_the_cure_passes(keys: str, room: Newsroom, tmp_path: Path):
    room.release(header=HEADER + keys)
    build_site(room.root, tmp_path / "site")

    assert (tmp_path / "site/2026/11/20/sampah/index.html").exists() == ("Al" in keys)


def test_redirect_in_the_ledger_cures_a_release_that_is_gone(
    room: Newsroom, tmp_path: Path
):
    (room.root / PATH).unlink()
    file = room.root / "registers/addresses.tsv"
    line = f"{HERE}\t{PATH}\t2026-11-20\tmoved\t/tentang/\n"
    text = file.read_text(encoding="utf-8").replace(
        f"{HERE}\t{PATH}\t2026-11-20\tlive\t\n", line
    )
    file.write_text(text, encoding="utf-8")
    build_site(room.root, tmp_path / "site")
    page = (tmp_path / "site/2026/11/20/sampah/index.html").read_text(encoding="utf-8")

    assert line in text
    assert "/tentang/" in page


def test_redirect_in_the_ledger_that_leads_nowhere_is_refused(
    room: Newsroom, tmp_path: Path
):
    file = room.root / "registers/addresses.tsv"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{HEAD}/feed/\t\t\tmoved\t/rss/\n{text.removeprefix(HEAD)}")
    with pytest.raises(RefusedError) as refused:
        build_site(room.root, tmp_path / "site")

    assert [(LEDGER, 2, "address-lost")] == [
        (f.path, f.line, f.rule) for f in _findings(refused)
    ]


def test_redirect_to_a_list_that_has_gone_waits_and_stops_nobody(
    room: Newsroom, tmp_path: Path
):
    """Such as a tag whose last release is withdrawn, in a hurry."""
    line = "/tag-lama/\t\t\tmoved\t/tag/pasar/\n"
    text = _texts(room)["addresses.tsv"]
    room.write("registers/addresses.tsv", f"{text}{line}")
    room.release(header=f"{HEADER}Tags: pasar\n")
    build_site(room.root, tmp_path / "site")
    led = (tmp_path / "site/tag-lama/index.html").exists()
    room.release(header=f"{HEADER}Tags: pasar\nWithdrawn: 2026-11-24 07:00 | Salah\n")
    built = build_site(room.root, tmp_path / "site")
    record(tmp_path / "site", room.root, AT)

    assert led
    assert not (tmp_path / "site/tag-lama").exists()
    assert [("redirect-away", Level.WARNING, Spared.AWAY)] == [
        (f.rule, f.level, f.spared) for f in built.findings
    ]
    assert "1 alamat lama menuju yang sekarang tidak ada" in built.report
    assert line in _texts(room)["addresses.tsv"]


def test_damaged_ledger_is_refused_with_its_line(room: Newsroom, tmp_path: Path):
    with (room.root / "registers/addresses.tsv").open("a") as file:
        file.write("<<<<<<< HEAD\n")
    with pytest.raises(RefusedError) as refused:
        build_site(room.root, tmp_path / "site")

    assert [(LEDGER, 4, "ledger-line")] == [
        (f.path, f.line, f.rule) for f in _findings(refused)
    ]


@pytest.mark.parametrize("ledger", ["addresses.tsv", "editions.tsv"])
@pytest.mark.parametrize("left", ["nothing", "the head"])
def test_lost_ledger_is_refused_by_build_and_record(
    ledger: str, left: str, room: Newsroom, tmp_path: Path
):
    file = room.root / "registers" / ledger
    head = file.read_text(encoding="utf-8").partition("\n")[0]
    (room.root / PATH).unlink()
    file.unlink()
    if left == "the head":
        file.write_text(f"{head}\n", encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        build_site(room.root, tmp_path / "site", strict=False)
    with pytest.raises(BuildError, match=rf"^registers/{ledger}:1:1: ledger-lost"):
        record(tmp_path / "site", room.root, AT)

    assert [f"registers/{ledger}"] == [
        f.path for f in refused.value.findings if f.rule == "ledger-lost"
    ]


@pytest.mark.parametrize("ledger", ["addresses.tsv", "editions.tsv"])
def test_line_that_is_missing_in_one_ledger_stops_nobody(
    ledger: str, room: Newsroom, tmp_path: Path
):
    before = _texts(room)
    lines = before[ledger].splitlines(keepends=True)
    kept = [line for line in lines if PATH not in line]
    room.write(f"registers/{ledger}", "".join(kept))
    built = build_site(room.root, tmp_path / "site")
    record(tmp_path / "site", room.root, AT)

    assert len(lines) == len(kept) + 1
    assert [(f"registers/{ledger}", "ledger-gap", Spared.GAP)] == [
        (f.path, f.rule, f.spared) for f in built.findings
    ]
    assert "1 naskah tanpa baris catatan" in built.report
    assert before == _texts(room)


def _ledgers_found(room: Newsroom) -> list[str]:
    return [f.rule for f in room.check().findings if f.rule.startswith("ledger-")]


def test_ledgers_that_lack_nothing_for_sure_are_not_told(
    room: Newsroom, tmp_path: Path
):
    """Not recorded yet, withdrawn, renamed, and another text in the place of that."""
    told = []
    room.write(
        PATH.replace("sampah", "baru"),
        release_text(HEADER.replace("Warga", "Para warga")),
    )
    told += _ledgers_found(room)
    renamed = PATH.replace("sampah", "limbah")
    (room.root / PATH).rename(room.root / renamed)
    room.write(renamed, release_text(HEADER + "Slug: sampah\n"))
    build_site(room.root, tmp_path / "site", strict=False)
    record(tmp_path / "site", room.root, AT)
    told += _ledgers_found(room)
    room.write(PATH, release_text(HEADER + "Slug: lain\n", BODY.replace("Me", "Ke")))
    told += _ledgers_found(room)
    gone = "Slug: sampah\nWithdrawn: 2026-11-24 08:00 | Keliru\n"
    room.write(renamed, release_text(HEADER + gone))
    build_site(room.root, tmp_path / "site", strict=False)
    record(tmp_path / "site", room.root, AT)
    told += _ledgers_found(room)

    assert [] == told


def test_ledgers_of_an_office_that_begins_are_not_told(tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release()
    none = _ledgers_found(room)
    room.write("registers/addresses.tsv", f"{HEAD}/feed/\t\t\tmoved\t/arsip/\n")

    assert ([], []) == (none, _ledgers_found(room))


def test_record_and_check_are_commands(room: Newsroom, tmp_path: Path):
    words = ["--content", str(room.root), "--output", str(tmp_path / "site")]

    def run(*command: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "newsdesk", *command, *words, "--now", NOW],
            env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    assert (0, "0 new lines in the registers\n") == run("record", "--lang", "en")
    assert (0, "Nothing to mend.\n") == run("check", "--lang", "en")
    empty = ["record", "--output", str(tmp_path / "lain"), "--content", str(room.root)]
    words = []
    assert 1 == run(*empty)[0]
