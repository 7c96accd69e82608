"""A content folder that is edited at random, to compare what comes of it."""

import random
import shutil
import sys
from pathlib import Path

from conftest import NOW
from newsdesk.press.build import BuildError, Built, Order, build, store_of
from newsdesk.press.opening import RefusedError
from newsdesk.registers.ledgers import (
    AddressLine,
    State,
    read_addresses,
    write_addresses,
)
from newsroom import REGISTERS, Newsroom, picture

HANDS = ("ajl/bgp", "ajl", "bgp", "xyz/bgp", "Budi Santoso")
PLACES = ("Kenanga", "Sawo", "Wringin", "Mawar")
WORDS = ("sampah", "pasar", "taman", "perpustakaan", "jembatan", "sungai", "sekolah")


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
            self._withdraw(path)
            (self.room.root / path).unlink()
            del self.texts[path]

    def _withdraw(self, path: str) -> None:
        """Write down that a text is withdrawn: nothing else may go that was out."""
        text, name = self.texts[path], path.rpartition("/")[2]
        original = self.texts.get(path.replace(".en.md", ".md"), text)
        day = (original.get("Embargo") or original["Date"])[:10].replace("-", "/")
        slug = text.get("Slug") or name.partition(".")[0][11:]
        address = f"{'/en' if '.en.' in name else ''}/{day}/{slug}/"
        ledger = self.room.root / "registers/addresses.tsv"
        lines, faults = read_addresses(
            ledger.read_text(encoding="utf-8") if ledger.exists() else ""
        )
        line = AddressLine(address, path, "2026-11-01", State.WITHDRAWN)
        assert not faults
        lines = {**lines, address: line}
        ledger.write_text(write_addresses(lines.values()), encoding="utf-8")

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

    def built(self, output: Path, site_url: str = "") -> Built | list[str]:
        """Build; return what is refused, if it is."""
        order = Order(
            self.room.root,
            output,
            NOW,
            strict=False,
            private=False,
            site_url=site_url,
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
