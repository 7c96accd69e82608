"""rilis.txt, whole."""

from dataclasses import replace

from newsdesk.wire.plain_text import plain_text
from wire_items import BARE, ENGLISH, FULL, HOSTILE, PUBLISHER, SAMPLE_PUBLISHER

PUBLISHED = "Sabtu, 16 Mei 2026 15.30 WIB"


def test_release_with_everything_in_indonesian() -> None:
    expected = """\
Dinas Kabar Wringin

Pasar Pagi Wringin Dibuka Lagi

Sabtu, 16 Mei 2026 15.30 WIB – Wringin
Nomor: 500/12/2026

Wringin (kota.example) – Pasar dibuka.

Peta. (yul/rin/yon)

Narahubung: Sari, Kepala Humas
+62 21 555 0101
sari@kota.example

Tautan: https://kota.example/2026/05/16/pasar-pagi/
Ketentuan: Boleh dikutip dengan menyebut sumber.
"""
    assert expected == plain_text(FULL, PUBLISHER, PUBLISHED)


def test_sample_in_english_opens_with_the_notice() -> None:
    expected = """\
SAMPLE – NOT AN OFFICIAL RELEASE

Dinas Kabar Wringin

Wringin Morning Market Reopens

Saturday, 16 May 2026 15:30 WIB – Wringin
Number: 500/12/2026

Wringin (kota.example) – The market is open. (yul/rin/yon)

Press contact: Sari, Kepala Humas
+62 21 555 0101
sari@kota.example

Link: https://kota.example/en/2026/05/16/morning-market/
Terms: Boleh dikutip dengan menyebut sumber.
"""
    published = "Saturday, 16 May 2026 15:30 WIB"
    assert expected == plain_text(ENGLISH, SAMPLE_PUBLISHER, published)


def test_sample_in_indonesian_opens_with_the_notice() -> None:
    expected = "CONTOH – BUKAN SIARAN RESMI"
    assert expected == plain_text(FULL, SAMPLE_PUBLISHER, PUBLISHED).splitlines()[0]


def test_release_with_little_leaves_no_empty_label() -> None:
    expected = """\
Dinas Kabar Wringin

Layanan Libur

Rabu, 20 Mei 2026 09.00 WIT

Layanan tutup satu hari.

Tautan: https://kota.example/2026/05/20/libur/
"""
    publisher = replace(PUBLISHER, terms="")
    assert expected == plain_text(BARE, publisher, "Rabu, 20 Mei 2026 09.00 WIT")


def test_long_paragraph_stays_on_one_line_with_its_words() -> None:
    paragraph = f"{HOSTILE} " * 40
    text = plain_text(replace(BARE, body_text=paragraph), PUBLISHER, PUBLISHED)
    assert paragraph.strip() in text.splitlines()


def test_line_ends_are_lf() -> None:
    text = plain_text(
        replace(BARE, body_text="Satu.\r\n\r\nDua.\rTiga."), PUBLISHER, ""
    )
    assert "Satu.\n\nDua.\nTiga." in text
    assert "\r" not in text
