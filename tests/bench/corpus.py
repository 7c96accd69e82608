"""Makes content folders of any size, for measuring: an invented city's releases.

The same number and seed give the same bytes, and a larger folder holds the texts of a
smaller one: releases are made from the newest day backwards. All of them are in the
house form, so that `check --strict` finds nothing.

    python tests/bench/corpus.py DIR N [SEED]
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from random import Random

NOW = "2026-11-24 09:00"
"""The instant at which a folder is checked and built; every release is out by then."""

_NEWEST = date(2026, 11, 23)

DOMAIN = "randualas.example"
CITY = "Randualas"


@dataclass(frozen=True, slots=True)
class Text:
    """One release."""

    path: str
    """Under the content folder."""
    text: str


def make_corpus(folder: Path, number: int, seed: int = 1) -> list[str]:
    """Write a content folder of `number` releases; return their paths, newest first."""
    for name, text in registers().items():
        _write(folder / "registers" / name, text)
    for name, text in _PAGES.items():
        _write(folder / "pages" / name, text)
    paths = []
    made = None
    for release in releases(number, seed):
        if (parent := (folder / release.path).parent) != made:
            parent.mkdir(parents=True, exist_ok=True)
            made = parent
        (folder / release.path).write_text(release.text, encoding="utf-8")
        paths.append(release.path)
    return paths


def releases(number: int, seed: int = 1) -> Iterator[Text]:
    """Yield that many releases, newest first."""
    drafts = islice(_drafts(seed), number + _LINKED_BACK)
    # A release may link to one of those that came out shortly before it.
    window = list(islice(drafts, _LINKED_BACK))
    for n in range(number):
        if (following := next(drafts, None)) is not None:
            window.append(following)
        draft = window.pop(0)
        older = window[: number - 1 - n]
        yield Text(_path(draft), _header(draft) + _body(draft, older))


def new_release(seed: int = 1) -> Text:
    """Return one release more, newer than all of the corpus; each seed has its own."""
    day = _NEWEST + timedelta(days=1)
    draft = _draft(Random(f"{seed}/new"), datetime.combine(day, time(8, 55)), 0)
    return Text(_path(draft), _header(draft) + _body(draft, []))


def edited(text: str, mark: str) -> str:
    """Return a release with a sentence more, before its sign-off."""
    start = text.rindex("(")
    return f"{text[:start]}Kode uji {mark}. {text[start:]}"


def registers() -> dict[str, str]:
    """Return name and text of the five registers."""
    places = [
        _table("place", id="indonesia", name="Indonesia", level="negara"),
        _table(
            "place",
            id="kota-randualas",
            name=f"Kota {CITY}",
            level="kota",
            parent="indonesia",
            aliases=[CITY],
        ),
    ]
    for district, villages in _PLACES.items():
        above = slug(district)
        places.append(
            _table(
                "place",
                id=above,
                name=district,
                level="kecamatan",
                parent="kota-randualas",
            )
        )
        places += [
            _table(
                "place",
                id=f"kel-{slug(village)}",
                name=village,
                level="kelurahan",
                parent=above,
            )
            for village in villages
        ]
    reporters = [
        _table("reporter", id=slug(name), name=name)
        + _table(
            "reporter.term",
            initials=initials,
            role="editor" if initials in _EDITORS else "reporter",
        )
        + "from = 1900-01-01\n"
        for initials, name in _STAFF.items()
    ]
    own = {"id": "randualas", "name": DOMAIN, "kind": "own", "domain": DOMAIN}
    return {
        "office.toml": _OFFICE,
        "places.toml": "\n".join(places),
        "sources.toml": _table("source", **own),
        "categories.toml": "\n".join(
            _table("category", id=slug(name), name=name, description=description)
            for name, description in _CATEGORIES.items()
        ),
        "reporters.toml": "\n".join(reporters),
    }


def slug(text: str) -> str:
    """Return the words as part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


# -- a release ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a release is about, before it is written."""

    random: Random
    published: datetime
    title: str
    category: str
    topic: str
    agency: str
    district: str
    village: str
    number: int
    """Counted in its year."""


# How far back a link reaches, in releases: some days.
_LINKED_BACK = 40


def _drafts(seed: int) -> Iterator[_Draft]:
    """Yield drafts without end, newest first."""
    day = _NEWEST
    while True:
        random = Random(f"{seed}/{day}")
        minutes = sorted(random.sample(range(7 * 60, 17 * 60), random.randint(5, 8)))
        seen: set[str] = set()
        drafts = []
        for n, minute in enumerate(minutes):
            moment = datetime.combine(day, time(minute // 60, minute % 60))
            number = day.timetuple().tm_yday * 8 + n - 7
            draft = _draft(random, moment, number)
            # Slugs are unique for one day.
            while slug(draft.title) in seen:
                draft = _draft(random, moment, number)
            seen.add(slug(draft.title))
            drafts.append(draft)
        yield from reversed(drafts)
        day -= timedelta(days=1)


def _draft(random: Random, published: datetime, number: int) -> _Draft:
    category = random.choice(tuple(_CATEGORIES))
    topic = random.choice(_TOPICS[category])
    district = random.choice(tuple(_PLACES))
    village = random.choice(_PLACES[district])
    title = random.choice(_TITLES).format(
        topic=topic.title().replace(" Dan ", " dan ").replace(" Di ", " di "),
        village=village,
        district=district,
        group=random.choice(_GROUPS).title(),
        count=random.randint(2, 90),
    )
    return _Draft(
        Random(random.random()),
        published,
        title,
        category,
        topic,
        random.choice(_AGENCIES),
        district,
        village,
        number,
    )


def _path(draft: _Draft) -> str:
    day = f"{draft.published:%Y-%m-%d}"
    return f"releases/{day[:4]}/{day}-{slug(draft.title)}.md"


def _header(draft: _Draft) -> str:
    random = draft.random
    tags = random.sample(_TAGS, random.randint(2, 4))
    keys = {
        "Title": draft.title,
        "Date": f"{draft.published:%Y-%m-%d %H:%M}",
        "Category": slug(draft.category),
        "Tags": ", ".join(tags),
    }
    if random.random() < 0.3:
        keys["Summary"] = _sentence(draft, _SUMMARIES)
    if random.random() < 0.03:
        keys["Series"] = f"{random.choice(_SERIES)} {draft.published:%Y}"
    if random.random() < 0.6 and draft.number:
        month = _ROMAN[draft.published.month - 1]
        keys["Number"] = f"{draft.number:04}/SIARAN/{month}/{draft.published:%Y}"
    if random.random() < 0.4:
        keys["Location"] = f"kel-{slug(draft.village)}"
    return "".join(f"{key}: {value}\n" for key, value in keys.items()) + "\n"


def _body(draft: _Draft, older: list[_Draft]) -> str:
    random = draft.random
    day = draft.published.date()
    event = day - timedelta(days=random.choice((0, 0, 0, 1, 1, 2)))
    place = random.choice((draft.district, draft.district, CITY))
    weekday = _DAYS[event.weekday()]
    lede = (
        f"{place} ({DOMAIN}) – {_sentence(draft, _LEDES)},"
        f" {weekday} ({event.day}/{event.month}/{event.year})."
        f" {_sentences(draft, 2)}"
    )
    blocks = [_sentences(draft, random.randint(2, 4)) for _ in range(5)]
    blocks.insert(1, _quotation(draft))
    blocks.insert(4, _quotation(draft))
    if random.random() < 0.3:
        blocks.insert(2, f"**{_sentence(draft, _PLAIN)}.** {_sentences(draft, 2)}")
    if random.random() < 0.2:
        mark = random.choice(("- ", "1. "))
        items = [_sentence(draft, _ITEMS) for _ in range(random.randint(3, 5))]
        blocks.insert(3, "\n".join(f"{mark}{item}." for item in items))
        blocks.insert(3, _sentences(draft, 1))
    if random.random() < 0.15:
        blocks.insert(5, f"## {_sentence(draft, _HEADINGS)}")
    if random.random() < 0.06:
        blocks.insert(4, f"> {_sentences(draft, 2)}")
    if random.random() < 0.05:
        blocks.insert(4, _table_of(draft))
    if older and random.random() < 0.2:
        linked = random.choice(older)
        blocks.append(
            f"Kabar sebelumnya dimuat dalam [{linked.title}]"
            f"({{filename}}/{_path(linked)}). {_sentences(draft, 1)}"
        )
    reporter = random.choice([name for name in _STAFF if name not in _EDITORS])
    editor = random.choice(_EDITORS)
    closing = f"{_sentences(draft, 3)} ({reporter}/{editor})"
    return "\n\n".join([lede, *blocks, closing]) + "\n"


def _sentences(draft: _Draft, number: int) -> str:
    forms = draft.random.sample(_PLAIN, number)
    return " ".join(f"{_sentence(draft, (form,))}." for form in forms)


def _quotation(draft: _Draft) -> str:
    said = _sentence(draft, _QUOTED)
    speaker = _clause(draft, _SPEAKERS)
    return f"“{said},” {speaker}. {_sentences(draft, 1)}"


def _table_of(draft: _Draft) -> str:
    villages = _PLACES[draft.district]
    count = draft.random.randint
    rows = [f"| {name} | {count(4, 60)} | {count(60, 900)} |" for name in villages]
    return "\n".join(["| Kelurahan | Kelompok | Peserta |", "|:---|---:|---:|", *rows])


def _sentence(draft: _Draft, forms: tuple[str, ...]) -> str:
    text = _clause(draft, forms)
    return text[0].upper() + text[1:]


def _clause(draft: _Draft, forms: tuple[str, ...]) -> str:
    random = draft.random
    return random.choice(forms).format(
        topic=draft.topic,
        agency=draft.agency,
        village=draft.village,
        district=draft.district,
        group=random.choice(_GROUPS),
        other=random.choice(_GROUPS),
        thing=random.choice(_THINGS),
        spot=random.choice(_SPOTS),
        count=random.randint(3, 480),
        hour=f"{random.randint(7, 16):02}.{random.choice(('00', '15', '30'))}",
    )


def _table(name: str, /, **values: object) -> str:
    # A JSON string or array is a TOML one too.
    lines = [f"[[{name}]]"]
    lines += [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in values.items()]
    return "\n".join(lines) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# -- words -------------------------------------------------------------------------

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_PLACES = {
    "Sengkaling Utara": ("Tegalasri", "Mejabiru", "Wanamekar", "Kalisuluh"),
    "Jembarwangi": ("Rejoayem", "Pringsewindu", "Balongsari Lama", "Gandulangit"),
    "Tambakrona": ("Karangbening", "Muarajati Kecil", "Pasirlembut", "Watugenta"),
    "Wonokabut": ("Sumberkaca", "Arjosela", "Kedungpelita", "Lowokpandan"),
    "Mertasinga Baru": ("Bumiteduh", "Candrasari", "Tanjungsela", "Ngadilangu"),
}

_STAFF = {
    "adn": "Adinawa Rekacerita",
    "bgr": "Bagirata Lamunan",
    "cdk": "Candika Rumpaka",
    "dwk": "Dewakarsa Imaji",
    "ekn": "Ekanada Sangkaan",
    "frh": "Farhasta Gurindam",
    "gln": "Galaneka Umpama",
    "hdy": "Hadyaksa Konon",
    "ind": "Indurasmi Syahdan",
    "jlk": "Jalukarya Dongengan",
    "krt": "Kartanuli Hikayat",
    "lks": "Laksanira Bayangan",
    "mrd": "Mardika Angan",
    "nws": "Nawasena Kiasan",
    "oki": "Okiranda Perlambang",
    "prb": "Prabunata Reka",
    "qnt": "Qanitara Khayali",
    "rmy": "Ramyasita Pantun",
    "skr": "Sekarjati Tembang",
    "trk": "Trikusala Seloka",
    "ulf": "Ulfarani Gubahan",
    "vnd": "Vandarupa Cerkas",
    "wlg": "Wilagina Madah",
    "yks": "Yaksadira Lantun",
    "zhr": "Zahirwana Suluk",
}
_EDITORS = ("nws", "skr", "trk", "wlg", "yks")

_CATEGORIES = {
    "Pemerintahan": "Rapat, peraturan, dan urusan kantor kota.",
    "Layanan": "Loket, jadwal, dan pemberitahuan bagi warga.",
    "Lingkungan": "Sampah, taman, dan sungai.",
    "Pendidikan": "Sekolah, bacaan, dan pelatihan.",
    "Kesehatan": "Puskesmas, gizi, dan gerak badan.",
    "Ekonomi": "Pasar, usaha kecil, dan pekerjaan.",
    "Budaya": "Kesenian, bahasa, dan kampung.",
    "Perhubungan": "Jalan, halte, dan angkutan.",
}

_TOPICS = {
    "Pemerintahan": (
        "musyawarah anggaran",
        "arsip kelurahan",
        "lelang terbuka",
        "peta batas kampung",
        "laporan tengah tahun",
        "penataan ruang kantor",
    ),
    "Layanan": (
        "loket malam",
        "antrean daring",
        "surat pindah satu meja",
        "layanan jemput berkas",
        "meja tanya warga",
        "jadwal loket keliling",
    ),
    "Lingkungan": (
        "bank sampah",
        "kebun gang",
        "sumur resapan",
        "penghijauan tepi kali",
        "kompos rumahan",
        "taman saku",
    ),
    "Pendidikan": (
        "kelas baca malam",
        "perpustakaan keliling",
        "bengkel sepeda sekolah",
        "pelatihan berhitung",
        "majalah dinding",
        "kunjungan museum",
    ),
    "Kesehatan": (
        "timbangan balita",
        "senam kursi",
        "dapur gizi",
        "pemeriksaan tensi",
        "kelas ibu hamil",
        "pos gigi sehat",
    ),
    "Ekonomi": (
        "pasar pagi",
        "klinik kemasan",
        "koperasi perajin",
        "bursa kerja kampung",
        "timbangan umum",
        "warung bersama",
    ),
    "Budaya": (
        "gamelan anak",
        "pameran cukil kayu",
        "kamus nama gang",
        "lomba geguritan",
        "kampung lampion",
        "panggung keroncong",
    ),
    "Perhubungan": (
        "halte teduh",
        "jalur sepeda",
        "penyeberangan sekolah",
        "angkutan pengumpan",
        "marka jalan",
        "lampu gang",
    ),
}

_TAGS = (
    "air bersih",
    "aksesibilitas",
    "anak",
    "anggaran",
    "angkutan",
    "arsip",
    "bacaan",
    "bahasa",
    "bank sampah",
    "banjir",
    "batik",
    "beasiswa",
    "bencana",
    "data terbuka",
    "difabel",
    "gizi",
    "gotong royong",
    "guru",
    "hari besar",
    "ibu hamil",
    "jalan",
    "jam buka",
    "kampung tematik",
    "kebun",
    "keluarga",
    "kerajinan",
    "kesenian",
    "kompos",
    "koperasi",
    "lansia",
    "lelang",
    "lowongan",
    "makanan",
    "museum",
    "musyawarah",
    "olahraga",
    "pajak",
    "panen",
    "pasar rakyat",
    "pelajar",
    "pelatihan",
    "pembangunan",
    "pemuda",
    "penerangan",
    "pengaduan",
    "penghargaan",
    "perempuan",
    "perizinan",
    "perpustakaan",
    "posyandu",
    "puskesmas",
    "ruang terbuka",
    "sampah",
    "sekolah",
    "sepeda",
    "sungai",
    "taman",
    "transportasi",
    "usaha kecil",
    "wisata",
)

_SERIES = (
    "Menata Pasar",
    "Kali yang Bersih",
    "Kampung Membaca",
    "Sekolah Ramah Jalan",
    "Dapur Warga",
    "Panggung Sore",
)

_AGENCIES = (
    "bagian tata kota",
    "bagian kebersihan",
    "bagian layanan warga",
    "kantor perpustakaan",
    "kantor pasar",
    "bagian jalan dan halte",
    "kantor kelurahan",
    "bagian kesejahteraan",
    "kantor kecamatan",
    "bagian taman dan pohon",
)

_GROUPS = (
    "pengurus kampung",
    "kader kelurahan",
    "pelajar sekolah menengah",
    "pedagang sayur",
    "perajin bambu",
    "kelompok tani kota",
    "relawan bacaan",
    "petugas kebersihan",
    "warga lanjut usia",
    "pemuda karang taruna",
    "ibu rumah tangga",
    "pengemudi angkutan",
    "guru dan murid",
    "penjaga perpustakaan",
    "pegiat sepeda",
    "penyandang disabilitas",
)

_THINGS = (
    "papan petunjuk",
    "bibit pohon",
    "buku catatan",
    "kotak saran",
    "peta tulisan tangan",
    "jadwal piket",
    "keranjang bekas",
    "bangku panjang",
    "daftar hadir",
    "gerobak dorong",
    "tangki air",
    "lampu hemat daya",
    "rak kayu",
    "timbangan gantung",
)

_SPOTS = (
    "balai warga",
    "halaman kantor kelurahan",
    "lapangan kampung",
    "teras perpustakaan",
    "pos ronda",
    "gedung serbaguna",
    "tepi kali",
    "los pasar",
    "ruang kelas kosong",
    "pendapa kecamatan",
)

_TITLES = (
    "Warga {village} Menata {topic} Bersama",
    "{topic} Dibuka di {village}",
    "{topic} {village} Kini Terbuka bagi Umum",
    "{group} Mengurus {topic} di {district}",
    "{count} Keluarga {village} Mencoba {topic}",
    "Kecamatan {district} Memperluas {topic}",
    "{topic} Menjangkau {count} Gang di {village}",
    "{group} {district} Belajar dari {topic}",
    "Setahun {topic} di {village}, Ini Catatannya",
    "{topic} Pindah Sementara ke {village}",
    "Kota Menambah {count} Titik {topic}",
    "{group} {village} Menyusun Jadwal {topic}",
)

_LEDES = (
    "{agency} membuka {topic} bagi warga Kelurahan {village}",
    "{group} bersama {agency} memulai {topic} di {spot}",
    "sebanyak {count} warga mengikuti pertemuan pertama {topic} di {spot}",
    "{agency} menyerahkan {count} {thing} untuk {topic} kepada {group}",
    "{topic} di Kelurahan {village} diperluas sesudah usul {group} diterima",
    "{group} dan {other} menyepakati aturan {topic} dalam pertemuan di {spot}",
    "{agency} mengumumkan hasil hitungan awal {topic} di Kecamatan {district}",
)

_SUMMARIES = (
    "Jadwal {topic} disusun {group} dan ditempel di {spot}.",
    "Warga {village} tidak perlu mendaftar; cukup datang sebelum pukul {hour}.",
    "Sebanyak {count} {thing} dibagikan, dan sisanya disimpan di {spot}.",
    "{agency} menanggung biayanya, sedangkan {group} mengatur waktunya.",
)

_PLAIN = (
    "kegiatan itu dimulai pukul {hour} dan selesai sebelum hari panas",
    "{group} menyiapkan {count} {thing} sejak sepekan sebelumnya",
    "setiap peserta menerima {thing} dan mencatat namanya di meja depan",
    "{agency} menanggung biaya, sedangkan {group} mengatur waktu dan tempatnya",
    "dari {count} keluarga yang didatangi, sebagian besar menyatakan ikut serta",
    "tempatnya dipilih karena dekat dengan {spot} dan mudah dicapai",
    "hasilnya ditulis di papan depan {spot} agar dapat dibaca siapa saja",
    "{group} mengusulkan jam yang lebih sore, dan usul itu diterima tanpa keberatan",
    "petugas menghitung ulang {thing} setiap pekan dan melaporkannya ke {agency}",
    "warga yang belum sempat datang dapat menanyakannya di {spot} pada jam kerja",
    "cara kerjanya sederhana: {group} mencatat, {other} memeriksa, lalu hasilnya"
    " dibacakan bersama",
    "menurut catatan {agency}, jumlah peserta naik sejak jadwalnya diumumkan",
    "sebagian {thing} berasal dari sumbangan {group} yang tidak dipakai lagi",
    "tidak ada biaya yang dipungut, dan kuitansi pembelian dapat dilihat di {spot}",
    "pada hari pertama {count} orang datang, termasuk {group} dari kelurahan tetangga",
    "bila hujan turun, kegiatan dipindahkan ke {spot} tanpa mengubah jamnya",
    "{agency} meminta {group} menuliskan kekurangan yang mereka temui di lapangan",
    "pertemuan berikutnya membahas pembagian tugas dan perawatan {thing}",
    "di Kelurahan {village}, {topic} dikerjakan bergiliran oleh {group} dan {other}",
    "rencana itu dibicarakan tiga kali di {spot} sebelum disetujui semua ketua kampung",
    "{thing} yang rusak diperbaiki sendiri oleh {group} dengan alat pinjaman",
    "anak-anak boleh ikut selama ditemani orang tua atau guru",
    "peserta terjauh datang dari ujung Kecamatan {district} dengan angkutan pengumpan",
    "jumlah itu masih di bawah kebutuhan, sehingga {agency} menambah {count} {thing}"
    " secara bertahap",
    "sesudah acara, {group} membersihkan tempat dan mengembalikan {thing} ke gudang",
    "aturan mainnya ditempel di {spot}, lengkap dengan nama penanggung jawabnya",
    "tahun lalu kegiatan serupa hanya diikuti {count} orang",
    "bagi yang tidak dapat membaca, {other} menjelaskan isinya dengan gambar",
)

_QUOTED = (
    "kami tidak ingin {topic} berhenti pada hari pembukaan",
    "yang paling sulit bukan memulai, melainkan menjaga {thing} tetap terpakai",
    "dulu kami harus berjalan jauh, sekarang cukup ke {spot}",
    "kalau jadwalnya jelas, {group} akan datang tanpa perlu diundang",
    "angka kecil yang benar lebih berguna daripada angka besar yang dikira-kira",
    "semua usul kami catat, termasuk yang belum dapat dikerjakan tahun ini",
    "anak saya yang mengajak, saya hanya ikut menonton lalu betah",
    "kami belajar dari kelurahan lain dan tidak malu menirunya",
    "{thing} ini milik bersama, jadi yang merawat juga harus bersama",
)

_SPEAKERS = (
    "kata kepala {agency}",
    "ujar ketua {group} di {village}",
    "tutur seorang peserta dari Kelurahan {village}",
    "kata juru bicara {agency} seusai acara",
    "pesan camat kepada {group}",
    "cerita seorang warga sambil menata {thing}",
)

_ITEMS = (
    "{group} menyiapkan {thing} di {spot}",
    "{other} mencatat peserta sampai pukul {hour}",
    "{agency} memeriksa {count} {thing}",
    "peserta membawa kartu apa saja yang memuat nama dan alamat",
    "sisa {thing} disimpan di {spot}",
)

_HEADINGS = (
    "Cara mengikuti {topic}",
    "Jadwal di {village}",
    "Yang perlu dibawa",
    "Siapa yang mengurus",
    "Rencana bulan depan",
)

_OFFICE = f"""\
# Kota karangan untuk mengukur kecepatan; tidak seorang pun di dalamnya sungguh ada.
site = "Siaran Kota {CITY}"
url = "https://siaran.{DOMAIN}"
name = "Bagian Siaran Kota {CITY}"
domain = "{DOMAIN}"
timezone = "Asia/Jakarta"
language = "id"
city = "kota-randualas"
default_category = "layanan"
address = "Balai Kota, Jalan Randu 1, {CITY}"
boilerplate = "Bagian Siaran menyampaikan keterangan resmi kota karangan ini."
terms = "Boleh dimuat ulang dengan menyebut {DOMAIN}."
accent = "#1d4d6b"
units = {{ kecamatan = "Kecamatan", kelurahan = "Kelurahan" }}

[[contact]]
id = "meja-siaran"
name = "Meja Siaran"
role = "Narahubung pers"
phone = "+62 21 000000"
email = "siaran@{DOMAIN}"

[[link]]
id = "ppid"
label = "Permohonan informasi"
url = "https://ppid.{DOMAIN}"

[[link]]
id = "complaint"
label = "Pengaduan"
url = "https://aduan.{DOMAIN}"
"""

_PAGES = {
    "tentang.md": (
        "Title: Tentang Situs Ini\n\n"
        "Situs ini memuat siaran sebuah kota karangan, supaya lama pembuatannya dapat"
        " diukur.\n"
    ),
    "privasi.md": (
        "Title: Privasi\n\nSitus ini tidak menyimpan apa pun tentang pembacanya.\n"
    ),
}


if __name__ == "__main__":
    _folder, _number, *_seed = sys.argv[1:]
    make_corpus(Path(_folder), int(_number), *map(int, _seed))
