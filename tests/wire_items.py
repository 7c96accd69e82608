"""Releases for the tests of the outputs: one with everything, one with almost nothing.

A third holds what breaks careless writers of XML, HTML and JSON.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from newsdesk.wire.item import NewsItem, Person, Picture, Publisher, Spot

WIB = timezone(timedelta(hours=7))
WIT = timezone(timedelta(hours=9))

# Markup, the end of CDATA and of a script, quotes, an emoji, a letter outside Latin.
HOSTILE = "A < B & \"C\" 'D' ]]> </script><!-- \U0001f3ad ꦗ &amp; {{ x }}"

LOGO = Picture(
    url="https://kota.example/gambar/lambang-512.0a1b.png",
    width=512,
    height=512,
    media_type="image/png",
    size=8123,
    alt="Lambang kantor",
    caption="",
    credit="",
)

PUBLISHER = Publisher(
    name="Dinas Kabar Wringin",
    site="Siaran Kota Wringin",
    url="https://kota.example/",
    domain="kota.example",
    address="Jalan Contoh 1, Wringin",
    email="humas@kota.example",
    phone="+62 21 555 0100",
    logo=LOGO,
    lang="id",
    terms="Boleh dikutip dengan menyebut sumber.",
    sample=False,
)

SAMPLE_PUBLISHER = replace(PUBLISHER, sample=True)

FULL = NewsItem(
    id="tag:kota.example,2026-05-16:/2026/05/16/pasar-pagi/",
    url="https://kota.example/2026/05/16/pasar-pagi/",
    text_url="https://kota.example/2026/05/16/pasar-pagi/rilis.txt",
    lang="id",
    headline="Pasar Pagi Wringin Dibuka Lagi",
    description="Pasar dibuka sesudah tiga bulan diperbaiki.",
    dateline="Wringin (kota.example) –",
    source="kota.example",
    located=Spot(
        name="Wringin",
        url="https://kota.example/tempat/wringin/",
        within=("Kota Contoh", "Provinsi Contoh"),
        latitude=-7.5,
        longitude=112.25,
    ),
    about=Spot(name="Pasar Pagi"),
    published=datetime(2026, 5, 16, 15, 30, tzinfo=WIB),
    modified=datetime(2026, 5, 17, 8, 5, tzinfo=WIB),
    event_date=date(2026, 5, 16),
    authors=(
        Person("Yulia Rahma", "https://kota.example/reporter/yulia-rahma/"),
        Person("Tono"),
    ),
    editors=(Person("Yono Adi", "https://kota.example/reporter/yono-adi/"),),
    contributors=(Person("Rini"),),
    sign_off="(yul/rin/yon)",
    category="Perdagangan",
    tags=("pasar", "kampung tematik"),
    number="500/12/2026",
    series=Person("Pasar Rakyat", "https://kota.example/seri/pasar-rakyat/"),
    picture=Picture(
        url="https://kota.example/gambar/2026/pasar-1-1600.9f2c.jpg",
        width=1600,
        height=1067,
        media_type="image/jpeg",
        size=240512,
        alt="Pedagang menata sayur",
        caption="Hari pertama pasar dibuka.",
        credit="Dinas Kabar Wringin",
    ),
    body_html='<p>Wringin (kota.example) – Pasar dibuka. <a href="/x">Peta</a></p>',
    body_text="Wringin (kota.example) – Pasar dibuka.\n\nPeta. (yul/rin/yon)",
    contact_name="Sari",
    contact_role="Kepala Humas",
    contact_phone="+62 21 555 0101",
    contact_email="sari@kota.example",
    translation_url="https://kota.example/en/2026/05/16/morning-market/",
    translation_lang="en",
)

BARE = NewsItem(
    id="tag:kota.example,2026-05-20:/2026/05/20/libur/",
    url="https://kota.example/2026/05/20/libur/",
    text_url="https://kota.example/2026/05/20/libur/rilis.txt",
    lang="id",
    headline="Layanan Libur",
    description="Layanan tutup satu hari.",
    dateline="",
    source="",
    located=None,
    about=None,
    published=datetime(2026, 5, 20, 9, 0, tzinfo=WIT),
    modified=None,
    event_date=None,
    authors=(),
    editors=(),
    contributors=(),
    sign_off="",
    category="Pemerintahan",
    tags=(),
    number="",
    series=None,
    picture=None,
    body_html="<p>Layanan tutup satu hari.</p>",
    body_text="Layanan tutup satu hari.",
    contact_name="",
    contact_role="",
    contact_phone="",
    contact_email="",
)

ENGLISH = replace(
    FULL,
    id="tag:kota.example,2026-05-16:/en/2026/05/16/morning-market/",
    url="https://kota.example/en/2026/05/16/morning-market/",
    lang="en",
    headline="Wringin Morning Market Reopens",
    description="The market opens after three months of repairs.",
    category="Trade",
    body_text="Wringin (kota.example) – The market is open. (yul/rin/yon)",
    translation_url=FULL.url,
    translation_lang="id",
)

# The body is HTML already: there the words stand escaped.
HOSTILE_ITEM = replace(
    FULL,
    headline=HOSTILE,
    description=HOSTILE,
    dateline=f"{HOSTILE} –",
    source=HOSTILE,
    authors=(Person(HOSTILE, "https://kota.example/reporter/a/?b=1&c=<2>"),),
    category=HOSTILE,
    tags=(HOSTILE + "1", HOSTILE + "2"),
    number=HOSTILE,
    body_html='<p>A &lt; B &amp; "C" ]]&gt; ]]> \U0001f3ad</p>',
    body_text=HOSTILE,
)
