"""Building again: what stands stays, and no byte is another than from nothing."""

import os
import random
import shutil
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from conftest import NOW, ROOT, build_site
from newsdesk.press.build import BuildError, Built, Order, build, store_of
from newsdesk.press.opening import RefusedError
from newsroom import REGISTERS, Newsroom, picture

HANDS = ("ajl/bgp", "ajl", "bgp", "xyz/bgp", "Budi Santoso")
PLACES = ("Kenanga", "Sawo", "Wringin", "Mawar")
WORDS = ("sampah", "pasar", "taman", "perpustakaan", "jembatan", "sungai", "sekolah")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return path -> inode and time of writing of every file."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_ino,
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


class City:
    """A content folder that is edited at random, and the project that builds it."""

    def __init__(self, folder: Path, dice: random.Random, releases: int = 8) -> None:
        self.dice = dice
        self.folder = folder
        self.room = Newsroom(folder / "isi")
        self.texts: dict[str, dict[str, str]] = {}
        for _ in range(releases):
            self.add()

    # -- edits -------------------------------------------------------------------------

    def add(self) -> None:
        """Write a release, at times with a photo, a series, a link or an edition."""
        dice, day = self.dice, self.dice.randint(1, 23)
        path = f"releases/2026/2026-11-{day:02}-s{len(self.texts)}.md"
        words = " ".join(dice.sample(WORDS, 3))
        body = (
            f"{dice.choice(PLACES)} (kota.example) – Warga mengurus {words}.\n\n"
            f"Cerita nomor {len(self.texts)} tentang {dice.choice(WORDS)}.\n\n"
        )
        if dice.random() < 0.3 and self.texts:
            body += f"Lihat [ini]({{filename}}/{dice.choice([*self.texts])}).\n\n"
        if dice.random() < 0.3:
            name = f"images/2026/foto-{dice.randint(1, 3)}.jpg"
            self.room.write(name, picture(width=dice.randint(4, 9)))
            body += f'![Warga di {words}]({name} "Suasana. Foto: Humas")\n\n'
        self.texts[path] = {
            "Title": f"Kabar {words.title()} {len(self.texts)}",
            "Date": f"2026-11-{day:02} {dice.randint(6, 20):02}:00",
            "Category": dice.choice(("lingkungan", "pemerintahan")),
            "Tags": ", ".join(dice.sample(WORDS, dice.randint(0, 2))),
            "body": f"{body}Selesai. ({dice.choice(HANDS)})\n",
        }
        self.write(path)
        if dice.random() < 0.2:
            edition = path.replace(".md", ".en.md")
            self.texts[edition] = {"Title": f"News {len(self.texts)}", "body": body}
            self.write(edition)

    def write(self, path: str) -> None:
        lines = dict(self.texts[path])
        body = lines.pop("body")
        head = "".join(f"{key}: {value}\n" for key, value in lines.items() if value)
        self.room.write(path, f"{head}\n{body}")

    def change(self) -> None:
        """Change one line of the header of one release, or its body."""
        path = self.dice.choice([p for p in self.texts if not p.endswith(".en.md")])
        text = self.texts[path]
        key, value = self.dice.choice(
            [
                ("Title", f"Judul {self.dice.randint(1, 99)}"),
                ("Summary", f"Ringkasan {self.dice.randint(1, 99)}."),
                ("Category", "lingkungan"),
                ("Tags", self.dice.choice(WORDS)),
                ("Series", self.dice.choice(("", "Menata Kota", "Air Bersih"))),
                ("Number", f"{len(self.texts)}/{self.dice.randint(1, 999)}"),
                ("Location", self.dice.choice(("", "kenanga", "sawo"))),
                ("Slug", f"s{self.dice.randint(1_000, 9_999)}"),
                ("Pinned", self.dice.choice(("", "2026-11-30"))),
                ("Urgent", self.dice.choice(("", "2026-11-25 09:00"))),
                ("Aliases", f"/lama-{self.dice.randint(1, 9_999)}/"),
                ("Sign-off", self.dice.choice(HANDS[:4])),
                ("body", text["body"].replace("Selesai", "Rampung")),
            ]
        )
        text[key] = value
        self.write(path)

    def hold(self) -> None:
        """Hold a release back, or let it out again."""
        path = self.dice.choice([*self.texts])
        key, value = self.dice.choice(
            [
                ("Status", "draft"),
                ("Embargo", "2026-11-30 09:00"),
                ("Withdrawn", "2026-11-24 08:00 | Memuat data pribadi."),
            ]
        )
        text = self.texts[path]
        text[key] = "" if text.get(key) else value
        self.write(path)

    def remove(self) -> None:
        if len(self.texts) > 4:
            path = self.dice.choice([*self.texts])
            (self.room.root / path).unlink()
            del self.texts[path]

    def rename(self) -> None:
        path = self.dice.choice([p for p in self.texts if not p.endswith(".en.md")])
        other = path.replace(".md", "x.md")
        if other not in self.texts:
            (self.room.root / path).rename(self.room.root / other)
            self.texts[other] = self.texts.pop(path)

    def register(self) -> None:
        name, old, new = self.dice.choice(
            [
                ("reporters.toml", "Ajeng Lestari", "Ajeng L. Putri"),
                ("places.toml", 'name = "Sawo"', 'name = "Sawo"\naliases = ["Mawar"]'),
                ("categories.toml", "Lingkungan", "Lingkungan Hidup"),
                ("office.toml", "Boleh dikutip", "Silakan dikutip"),
            ]
        )
        text = REGISTERS[name]
        here = (self.room.root / f"registers/{name}").read_text(encoding="utf-8")
        self.room.write(
            f"registers/{name}", text.replace(old, new) if here == text else text
        )

    def photo(self) -> None:
        name = f"images/2026/foto-{self.dice.randint(1, 3)}.jpg"
        self.room.write(name, picture(width=self.dice.randint(4, 30)))

    def template(self) -> None:
        template = self.folder / "theme/templates/macros/cards.html"
        text = template.read_text(encoding="utf-8")
        template.write_text(text.replace("</h", " </h"), encoding="utf-8")

    def deface(self) -> None:
        """Alter a file of the served site, or of the stage, behind its back."""
        for tree in (self.folder / "situs", store_of(self.folder / "situs") / "stage"):
            pages = sorted(tree.rglob("*.html"))
            if pages:
                self.dice.choice(pages).write_text("Diretas", encoding="utf-8")

    def spoil(self) -> None:
        """Cut, empty or forge what is remembered."""
        store = store_of(self.folder / "situs")
        for file in (*store.glob("proofs-*.json"), *store.glob("notes.sqlite")):
            data = file.read_bytes()
            file.write_bytes(
                self.dice.choice([data[: len(data) // 2], b"", b"{}", data[1:]])
            )

    def restore(
        self, files: dict[str, bytes], texts: dict[str, dict[str, str]]
    ) -> None:
        """Take edits back that were refused, lest all that follow are refused too."""
        shutil.rmtree(self.room.root)
        for path, data in files.items():
            self.room.write(path, data)
        self.texts = texts

    # -- builds ------------------------------------------------------------------------

    def built(self, output: Path) -> Built | list[str]:
        """Build; return what is refused, if it is."""
        order = Order(
            self.room.root,
            output,
            NOW,
            strict=False,
            private=False,
            site_url="",
            lang="id",
        )
        try:
            return build(order, self.folder)
        except RefusedError as error:
            return [str(finding) for finding in error.findings]
        except BuildError as error:
            return [str(error)]
        finally:
            # Pelican leaves the settings where publishconf.py imports them.
            sys.modules.pop("pelicanconf", None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    shutil.copy(ROOT / "publishconf.py", tmp_path)
    return tmp_path


EDITS: tuple[Callable[[City], None], ...] = (
    *(City.change, City.change, City.change, City.add, City.hold, City.remove),
    *(City.rename, City.register, City.photo, City.template, City.deface, City.spoil),
)


def test_whatever_is_edited_the_site_is_that_of_a_build_from_nothing(
    project: Path, request: pytest.FixtureRequest
):
    rounds = 120 if request.config.getoption("--long") else 14
    city = City(project, random.Random(20261124))
    refused = 0
    for number in range(rounds):
        before = _bytes(city.room.root), deepcopy(city.texts)
        done = [city.dice.choice(EDITS) for _ in range(city.dice.randint(1, 2))]
        for edit in done:
            edit(city)
        shutil.rmtree(project / "baru", ignore_errors=True)
        shutil.rmtree(store_of(project / "baru"), ignore_errors=True)
        fresh = city.built(project / "baru")
        warm = city.built(project / "situs")
        said = f"{number}: {[edit.__name__ for edit in done]}"

        assert fresh == warm, said
        if isinstance(fresh, Built):
            assert _linger(project / "baru") == _linger(project / "situs"), said
        else:
            refused += 1
            city.restore(*before)

    assert refused < rounds / 2


def _linger(site: Path) -> dict[str, bytes]:
    """Return the site without what lingers from the one before."""
    manifest = (store_of(site) / "build-manifest.json").read_text(encoding="utf-8")
    return {
        path: data for path, data in _bytes(site).items() if f'"{path}"' in manifest
    }


# -- what is left as it stands ---------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    room = Newsroom(tmp_path / "isi")
    for day in range(10, 20):
        room.write(
            f"releases/2026/2026-11-{day}-a.md",
            f"Title: Kabar {day}\nDate: 2026-11-{day} 09:00\nCategory: lingkungan\n\n"
            "Kenanga (kota.example) – Warga memilah sampah di balai. (ajl/bgp)\n",
        )
    return room


def test_third_build_of_the_same_writes_nothing(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    before = _stamps(site), _stamps(store_of(site) / "stage")
    build_site(room.root, site)

    # The trees have changed places, and nothing else.
    assert before[::-1] == (_stamps(site), _stamps(store_of(site) / "stage"))


def test_edit_writes_what_it_touches_alone(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    before = _stamps(store_of(site) / "stage")
    path = room.root / "releases/2026/2026-11-12-a.md"
    path.write_text(path.read_text().replace("di balai", "di lapangan"))
    build_site(room.root, site)
    now = _stamps(site)
    touched = {path for path in now if now[path] != before.get(path)}

    assert "2026/11/12/a/index.html" in touched
    assert "arsip/index.html" in touched
    assert "2026/11/19/a/index.html" not in touched
    assert "inisial/index.html" not in touched


def test_defaced_page_is_made_again(room: Newsroom, tmp_path: Path):
    site = tmp_path / "situs"
    for _ in range(2):
        build_site(room.root, site)
    whole = _bytes(site)
    for tree in (site, store_of(site) / "stage"):
        page = tree / "2026/11/12/a/index.html"
        times = page.stat().st_atime_ns, page.stat().st_mtime_ns
        data = page.read_bytes()
        page.write_bytes(data.replace(b"balai", b"palsu"))
        # Of the same size, and as old as before.
        os.utime(page, ns=times)
    build_site(room.root, site)

    assert whole == _bytes(site)


def test_link_of_a_page_that_stays_is_followed_again_when_its_end_goes(
    project: Path, room: Newsroom
):
    """The page itself goes by nothing that has changed."""
    template = project / "theme/templates/404.html"
    text = template.read_text(encoding="utf-8")
    inside = text.index("%}", text.index("{% block main")) + 2
    link = "<p><a href=\"{{ '/tag/air/'|href }}\">Air</a></p>"
    template.write_text(text[:inside] + link + text[inside:], encoding="utf-8")
    city = City(project, random.Random(1), releases=0)
    oldest = room.root / "releases/2026/2026-11-10-a.md"
    oldest.write_text(oldest.read_text().replace("Date:", "Tags: air\nDate:"))

    assert isinstance(city.built(project / "situs"), Built)
    assert isinstance(city.built(project / "situs"), Built)

    oldest.write_text(oldest.read_text().replace("Tags: air\n", ""))
    (said,) = city.built(project / "situs")

    assert said.startswith("404.html: ")
    assert '"/tag/air/"' in said
