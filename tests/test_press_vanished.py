"""Texts that were published do not vanish, whether a ledger knows of them or not."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build_site
from newsdesk.press.errors import BuildError
from newsdesk.press.ledgers import record
from newsroom import BODY, HEADER, NOW, PATH, Newsroom, release_text

pytestmark = pytest.mark.slow

OTHER = PATH.replace("sampah", "pasar")
THERE = "/2026/11/20/pasar/"
# Of another text, so that nothing of the first one is left in it.
ANOTHER = release_text(
    HEADER.replace("Sampah", "Pasar"), BODY.replace("memilah", "menata")
)


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    room = Newsroom(tmp_path / "content")
    room.release()
    room.write(OTHER, ANOTHER)
    build_site(room.root, tmp_path / "site")
    return room


def _bytes(site: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_build_without_a_text_that_is_out_is_refused_with_the_cures(
    room: Newsroom, tmp_path: Path
):
    site = tmp_path / "site"
    before = _bytes(site)
    (room.root / OTHER).unlink()
    with pytest.raises(BuildError) as refused:
        build_site(room.root, site)

    assert (
        f"1 naskah yang terbit di {site} tidak ada lagi di folder isi: {OTHER}."
        " Kembalikan berkasnya, dengan baris Withdrawn kalau harus dicabut, atau"
        f' tambahkan "Aliases: {THERE}" dan seterusnya pada penggantinya. Kalau situs'
        f" itu hanya percobaan, hapus {site}, atau sebutkan --output lain."
        f" / Of the site in {site}, the content folder lacks texts: 1 ({OTHER})."
        " Bring their files back, with a line Withdrawn for what must go, or add"
        f' "Aliases: {THERE}" and so on to what takes their place. If that site was'
        f" only a trial, delete {site}, or name another --output."
    ) == str(refused.value)
    assert before == _bytes(site)


def test_many_texts_are_counted_and_few_named(room: Newsroom, tmp_path: Path):
    room.ten_days()
    for day in range(10, 20):
        path = room.root / f"releases/2026/2026-11-{day}-a.md"
        text = path.read_text(encoding="utf-8").replace("di balai", f"di balai {day}")
        path.write_text(text, encoding="utf-8")
    build_site(room.root, tmp_path / "site")
    for path in room.root.glob("releases/2026/*-a.md"):
        path.unlink()
    with pytest.raises(BuildError, match=r"^10 naskah .*-10-a\.md, .*-12-a\.md, …\."):
        build_site(room.root, tmp_path / "site")


def test_text_that_deleted_ledgers_knew_is_missed_all_the_same(
    room: Newsroom, tmp_path: Path
):
    record(tmp_path / "site", room.root, NOW)
    for name in ("addresses.tsv", "editions.tsv"):
        (room.root / "registers" / name).unlink()
    (room.root / OTHER).unlink()
    with pytest.raises(BuildError, match=f"lacks texts: 1 .{OTHER}"):
        build_site(room.root, tmp_path / "site")


def test_both_ledgers_of_a_recorded_site_are_missed(room: Newsroom, tmp_path: Path):
    """With them every withdrawal would be forgotten."""
    site = tmp_path / "site"
    record(site, room.root, NOW)
    _withdraw(room)
    build_site(room.root, site)
    before = _bytes(site)
    room.write(OTHER, ANOTHER)
    for name in ("addresses.tsv", "editions.tsv"):
        (room.root / "registers" / name).unlink()
    with pytest.raises(BuildError) as refused:
        build_site(room.root, site)
    with pytest.raises(BuildError) as unrecorded:
        record(site, room.root, NOW)

    assert str(unrecorded.value) == str(refused.value)
    files = "registers/addresses.tsv registers/editions.tsv"
    assert (
        f"addresses.tsv dan editions.tsv hilang atau kosong, padahal situs di {site}"
        f' sudah dicatat. Kembalikan di folder isi: "git checkout -- {files}". Kalau'
        f" situs itu hanya percobaan, hapus {site}, atau sebutkan --output lain."
        " / addresses.tsv and editions.tsv are missing or empty, though the site in"
        f" {site} was recorded. Bring them back in the content folder: "
        f'"git checkout -- {files}". If that site was only a trial, delete {site}, or'
        " name another --output."
    ) == str(refused.value)
    assert before == _bytes(site)


def _aliases(room: Newsroom) -> None:
    (room.root / OTHER).unlink()
    room.release(header=f"{HEADER}Aliases: {THERE}\n")


def _rename(room: Newsroom) -> None:
    (room.root / OTHER).rename(room.root / OTHER.replace("pasar", "kios"))


def _write_anew(room: Newsroom) -> None:
    (room.root / OTHER).unlink()
    text = release_text(
        HEADER.replace("Sampah", "Kios") + "Slug: pasar\n",
        BODY.replace("memilah", "menyapu"),
    )
    room.write(OTHER.replace("pasar", "kios"), text)


def _redirect(room: Newsroom) -> None:
    (room.root / OTHER).unlink()
    line = f"{THERE}\t{OTHER}\t2026-11-20\tmoved\t/arsip/\n"
    room.write("registers/addresses.tsv", f"address\trelease\tfirst\tstate\tto\n{line}")


def _withdraw(room: Newsroom) -> None:
    gone = "Withdrawn: 2026-11-24 08:00 | Keliru\n\n"
    room.write(OTHER, ANOTHER.replace("\n\n", f"\n{gone}", 1))


def _hold(room: Newsroom) -> None:
    room.write(OTHER, ANOTHER.replace("\n\n", "\nStatus: draft\n\n", 1))


CURES: dict[str, Callable[[Newsroom], None]] = {
    "its address is an alias": _aliases,
    "its words have another name": _rename,
    "another has its address": _write_anew,
    "a ledger leads on": _redirect,
    "it is withdrawn": _withdraw,
    "it is held": _hold,
}


@pytest.mark.parametrize("cure", CURES.values(), ids=CURES)
def test_build_with_the_cure_passes(
    cure: Callable[[Newsroom], None], room: Newsroom, tmp_path: Path
):
    cure(room)
    build_site(room.root, tmp_path / "site", strict=False)

    was = tmp_path / f"site{THERE}index.html"
    assert not was.exists() or "menata" not in was.read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["deleted", "another"])
def test_site_of_a_trial_is_begun_anew(way: str, room: Newsroom, tmp_path: Path):
    (room.root / OTHER).unlink()
    site = tmp_path / "site"
    if way == "deleted":
        shutil.rmtree(site)
    else:
        site = tmp_path / "situs"

    assert 1 == build_site(room.root, site).releases


def test_preview_of_held_texts_loses_what_it_likes(room: Newsroom, tmp_path: Path):
    build_site(room.root, tmp_path / "privat", private=True)
    (room.root / OTHER).unlink()

    assert 1 == build_site(room.root, tmp_path / "privat", private=True).releases
    assert 1 == build_site(room.root, tmp_path / "privat").releases
