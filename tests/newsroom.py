"""A small content folder of an invented city, for tests that need real files."""

import io
import struct
import zlib
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from newsdesk.desk.check import Checked, check_content
from newsdesk.desk.finding import Finding
from newsdesk.filing import Archive
from newsdesk.intake import Content, read_content
from newsdesk.press.crew import BUDGET, crewed
from PIL import Image

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
"""A Tuesday morning, the instant at which tests look at the folder."""

OFFICE = """\
site = "Siaran Kota Wringin"
url = "https://siaran.kota.example"
name = "Dinas Kabar Kota Wringin"
domain = "kota.example"
city = "kota-wringin"
default_category = "pemerintahan"
address = "Jalan Beringin 1, Wringin"
boilerplate = "Dinas Kabar menyiarkan kabar Kota Wringin."
terms = "Boleh dikutip dengan menyebut sumber."

[[contact]]
id = "meja-pers"
name = "Meja Pers"
role = "Narahubung"
phone = "+62 000 000000"
email = "pers@kota.example"
"""

PLACES = """\
[[place]]
id = "kota-wringin"
name = "Wringin"
level = "kota"
aliases = ["Kota Wringin"]

[[place]]
id = "kenanga"
name = "Kenanga"
level = "kecamatan"
parent = "kota-wringin"
translated = ["Ylang-ylang"]

[[place]]
id = "sawo"
name = "Sawo"
level = "kecamatan"
parent = "kota-wringin"
translated = ["Sapodilla"]
"""

SOURCES = """\
[[source]]
id = "kota"
name = "kota.example"
kind = "own"
domain = "kota.example"
aliases = ["MC"]

[[source]]
id = "kabar-raya"
name = "Kabar Raya"
kind = "agency"
"""

CATEGORIES = """\
[[category]]
id = "pemerintahan"
name = "Pemerintahan"

[[category]]
id = "lingkungan"
name = "Lingkungan"
name_en = "Environment"
"""

REPORTERS = """\
[[reporter]]
id = "ajeng"
name = "Ajeng Lestari"
  [[reporter.term]]
  initials = "ajl"
  role = "reporter"
  from = 2020-01-01

[[reporter]]
id = "bagas"
name = "Bagas Pranoto"
  [[reporter.term]]
  initials = "bgp"
  role = "editor"
  from = 2020-01-01

[[reporter]]
id = "citra"
name = "Citra Wulandari"
  [[reporter.term]]
  initials = "ctw"
  from = 2020-01-01
  to = 2025-12-31
"""

REGISTERS = {
    "office.toml": OFFICE,
    "places.toml": PLACES,
    "sources.toml": SOURCES,
    "categories.toml": CATEGORIES,
    "reporters.toml": REPORTERS,
}
"""Name -> text of every register."""

PATH = "releases/2026/2026-11-20-sampah.md"
"""Where a release of `release_text` belongs."""

HEADER = """\
Title: Warga Kenanga Memilah Sampah
Date: 2026-11-20 09:00
Category: lingkungan
"""

BODY = """\
Kenanga (kota.example) – Warga memilah sampah di balai, Kamis (19/11/2026).

Mereka datang membawa tiga wadah. (ajl/bgp)
"""


def release_text(header: str = HEADER, body: str = BODY) -> str:
    """Return the text of a release without a fault, or with another part."""
    return f"{header}\n{body}"


def picture(
    kind: str = "JPEG", width: int = 4, height: int = 3, size: int = 0
) -> bytes:
    """Return a small picture of one colour; with `size`, filled up to that."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), "#8a1c1c").save(target, kind)
    return target.getvalue().ljust(size, b"\0")


def huge_picture() -> bytes:
    """Return a PNG that says to have 20,000 by 20,000 pixels."""
    small = picture("PNG")
    head = b"IHDR" + struct.pack(">II", 20_000, 20_000) + small[24:29]
    return small[:12] + head + struct.pack(">I", zlib.crc32(head)) + small[33:]


class Newsroom:
    """A content folder that is there to be checked, built, or broken."""

    def __init__(self, root: Path, registers: dict[str, str] | None = None) -> None:
        """Write the registers; no release yet."""
        self.root = root
        self.budget: float = BUDGET
        """Seconds that the check may take for one file."""
        for name, text in (REGISTERS if registers is None else registers).items():
            self.write(f"registers/{name}", text)

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file, its folders too."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def release(self, body: str = BODY, *, header: str = HEADER) -> Path:
        """Write the release at `PATH`."""
        return self.write(PATH, release_text(header, body))

    def ten_days(self) -> None:
        """Write a release for each day from the 10th of November 2026 to the 19th."""
        for day in range(10, 20):
            self.write(
                f"releases/2026/2026-11-{day}-a.md",
                f"Title: Kabar {day}\nDate: 2026-11-{day} 09:00\n"
                "Category: lingkungan\n\n"
                "Kenanga (kota.example) – Warga memilah sampah di balai. (ajl/bgp)\n",
            )

    def content(self) -> Content:
        """Read the folder."""
        return read_content(self.root)

    def check(self, now: datetime = NOW) -> Checked:
        """Check the folder."""
        crew = partial(crewed, budget=self.budget)
        return check_content(self.content(), now, crew=crew)

    def findings(self, path: str = PATH) -> list[Finding]:
        """Return the findings of one file."""
        return [finding for finding in self.check().findings if finding.path == path]

    def archive(self) -> Archive:
        """Return what was filed; the registers must be right."""
        archive = self.check().archive
        assert archive is not None
        return archive
