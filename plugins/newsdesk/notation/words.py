"""The words a release's notation is built from: days, months, marks, stop lists.

Data and three small questions about it. Knows no place and no outlet of any office:
those come from the registers.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# -- days and months -------------------------------------------------------------------

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "senin monday",
            "selasa tuesday",
            "rabu wednesday",
            "kamis thursday",
            "jumat jum'at jum’at friday",
            "sabtu saturday",
            "minggu ahad sunday",
        )
    )
    for name in names.split()
}
"""Name in lower case -> 0 for Monday to 6 for Sunday, as `date.weekday` counts."""

WEEKS = frozenset({"minggu", "ahad"})
"""Weekdays that in lower case are another word: `satu minggu` is one week."""

PARTS_OF_DAY = (
    *("pagi", "siang", "sore", "petang", "malam", "subuh", "dini hari"),
    *("morning", "afternoon", "evening", "night"),
    *("tadi", "ini", "lalu", "kemarin", "besok", "nanti", "mendatang"),
)
"""What may stand between a weekday and its date."""

_MONTH_NAMES = (
    ("januari january", "jan"),
    ("februari pebruari february", "feb peb"),
    ("maret march", "mar"),
    ("april", "apr"),
    ("mei may", ""),
    ("juni june", "jun"),
    ("juli july", "jul"),
    ("agustus august", "agu agt ags agus aug"),
    ("september", "sep sept"),
    ("oktober october", "okt oct"),
    ("november nopember", "nov nop"),
    ("desember december", "des dec"),
)

_MONTHS = {
    name: number
    for number, (full, short) in enumerate(_MONTH_NAMES, 1)
    for name in f"{full} {short}".split()
}
_FULL_MONTHS = tuple(name for full, _ in _MONTH_NAMES for name in full.split())


def month_named(name: str, *, exactly: bool = False) -> int | None:
    """Return the number of a month, or None.

    Full or short, Indonesian or English, in any letter case. One edit in a full name of
    five letters or more is forgiven unless `exactly` is asked.

    >>> month_named("Agt"), month_named("Febuary"), month_named("Mat")
    (8, 2, None)
    """
    name = name.lower()
    number = _MONTHS.get(name)
    if number is None and not exactly and len(name) >= 4:
        meant = near(name, (full for full in _FULL_MONTHS if len(full) > 4))
        number = _MONTHS[meant] if meant else None
    return number


def year_nearest(month: int, day: int, published: date | None) -> int | None:
    """Return the year that puts a day nearest the publication date, or None."""
    if published is None:
        return None
    days = (day_of(published.year + step, month, day) for step in (0, -1, 1))
    nearest = min(
        (there for there in days if there),
        key=lambda there: abs(there - published),
        default=None,
    )
    return nearest.year if nearest else None


# -- places and outlets ----------------------------------------------------------------

UNITS = (
    *("kota", "kabupaten", "kab", "kecamatan", "kec", "kelurahan", "kel", "desa"),
    *("provinsi", "prov"),
)
"""Words for a unit of territory that may stand before a place's name."""

NOT_A_PLACE = _words(
    """
    acara aplikasi asosiasi association badan bank bapak bapenda bappeda bpbd bu
    bumd bupati camat company cv department dewan dinas dinkes dinsos direktur dirut
    disdik disdikbud dishub diskominfo diskopindag disnaker dispendukcapil dispora
    disporapar dlh dprd dpupr dr drs expo festival forum gerakan group gubernur
    himpunan hotel ibu ikatan imigrasi institut institute ir jalan jamaah jl kampus
    kantor kapolda kapolres kapolresta kapten kecelakaan kegiatan kejaksaan kejari
    kelompok kementerian kepala ketua kodim komisi komunitas kontingen koperasi
    koramil koran laman lapas lembaga lomba lurah mahasiswa majalah majelis mal
    masjid menteri ministry museum organisasi paguyuban pak panitia partai pasar
    paskibra pdam pemerintah pemkab pemkot pemprov pemuda pengadilan perkumpulan
    persatuan perumda perusahaan pkk pln polda politeknik polres polresta polsek
    portal presiden president prof program pt puluhan puskesmas radio rapat ratusan
    ribuan rri rs rsud rumah satpol school sd sdn sekda sekolah siswa situs sma smk
    smp stadion stasiun taman telkom terminal tim tokoh turnamen tv ud universitas
    university wali walikota warga website yayasan
    """
)
"""First words, in lower case, of offices, firms and persons: never of a place."""

WIRES = _words(
    """
    afp antara antaranews ap bernama bloomberg businesswire cnn cnnindonesia dpa efe
    globenewswire infopublik interfax kyodo marketwire marketwired newsfilecorp
    prnewswire reuter reuters tass thomsonreuters upi xinhua yonhap
    """
)
"""Folded names of agencies whose copy opens with a dateline, known to every office."""


# -- sign-offs -------------------------------------------------------------------------

MARKS = _words(
    """
    admin adv adve advertorial berita bersambung dok dokumentasi editor end ends
    foto grafis habis humas iklan ilustrasi infografis ist istimewa more net nn
    pariwara photo red redaksi rilis rls selesai sic sponsor sumber tamat teks tim
    video
    """
)
"""What is written where hands stand and is none, in lower case."""

STOP_WORDS = _words(
    """
    akan alat amal ambil anak anda apa api asas asli atas atau awal ayah ayam bab
    bagi bagian baik baju bank bara barat baru bayi beda beli besar bibi bila biru
    bisa bln bola buah buka buku bumi cara cek cuci cuma cuti dada daki dan dana
    dari data daya debu demi desa dia diet dll doa dosa dsb dst dua duka emas film
    gaji gas gula guru haji hak hal hama hari hasil hidup hijau hitam hiv hulu hutan
    ibu ikan ilmu ini isi isu itu izin jadi jam jasa jawa jika jiwa jual juga juta
    kab kaki kaku kali kami kamu kan kata kayu ke kec kecil keju kel kelas keluar
    kios kita kode kopi kota kuda kue kuil lagi lahan lain laju laki lalu lama laut
    lebih lima luar lupa lusa maju maka malam masa masuk mati mau meja merah mesin
    milik modal mulai murid naik nama nasi nilai noda nol obat ojek ojol olah oleh
    orang otot padi pagi pagu paham pajak paku para pasar paus pergi pesta pola pos
    pria prov pulang pupuk pura pusat putih putra putri raja rata roda rok roti rusa
    saat sagu saja saku salah sama sapi satu sawah saya sebab sehat sel selatan seni
    siang siap sisa sore suap suhu suka suku sungai susu tadi tahu tahun tak tani
    tari tas tata tdk tebu teh telur tes tgl thn tiba tidak tiga tim timur tua turun
    tutup uang uji usia utara wajib waktu wali wanita warga ya yang

    agt agu ahad apr april des feb jan januari jul juli jumat jun juni kamis mar
    maret mei minggu nop nov okt rabu sabtu senin sep

    cm co2 dm gb gr ha hz idr kg kl km km2 kwh lbr liter ltr m2 m3 mb mg mil ml mm
    mt ons pcs pm10 ppm rp rpm sdm tb usd wat watt

    aids and apbd apbn asean asia asn atm bbm bi bkd bkn blt bmkg bni bnn bnpb bpbd
    bpjs bpk bpn bpom bps bri btn bumd bumn cctv cfd corp covid cpns cts dak dau
    dinkes dkk dlrs dpo dpr dprd dprk dpt dsn dtks fgd fifa gbk haki hki iain imb in
    inc ipm iso jkn jkt kb kbm kia kip kis kk kkn kpk kpu ktp kua kud kuhp kur lks
    lpa lpg lpk lpm lpmd lpmk lrt lsm ltd mbg mck mln mpr mrt mts mui musrenbang net
    nib nik nil nip nkri no npwp odgj odp off ojk on opd or osis otg out pad paud
    pbb pbi pct pdam pdp pemda perda persero perwal pgri pjj pjok pjs pkb pkh pkk
    pkl pkm pln pmi pmk pmks pns polres polri posyandu ppdb pph ppid ppkm ppn pppk
    psbb psc psn ptkp ptn pts puan qris raker revs ri rpjmd rs rsud rt rth rw sara
    sbm sd sdn shr sim sk skm skpd slb slta sltp sma sman smk smkn smp smpn sni sop
    sos spal spbu spm sppg sppt stnk tbc tbk tk tka tki tkw tni toga tp tpa tpq tps
    ukm umk umkm ump undp unesco unicef usa uu uud vs wa wfa wfh who wib wit wita
    wna wni yes
    """
)
"""Short words, units and acronyms that stand in brackets and are nobody's initials."""

# -- comparing -------------------------------------------------------------------------

_NOT_COMPARED = {
    ord(sign): None
    for sign in " \t\n\r\u00a0\u2007\u2009\u202f\u200b\u00ad\ufeff-\u2010\u2011\u2013"
}


@lru_cache(maxsize=1024)  # the same few names open and close an archive
def fold(name: str) -> str:
    """Return the form under which two spellings of a name are the same.

    Letter case, blanks, no-break spaces, hyphens and dots at the end do not count, so
    that `Oro-oro Wetan` and `ORO ORO WETAN` meet. Never raises.

    >>> fold("Oro-oro Wetan.")
    'oroorowetan'
    """
    return name.lower().translate(_NOT_COMPARED).rstrip(".")


def edits(one: str, other: str) -> int:
    """Return how many letters must be changed, put in, left out or swapped: 0, 1, 2.

    2 stands for two or more: nobody here asks further.

    >>> edits("maret", "mrat"), edits("maret", "maert")
    (2, 1)
    """
    if one == other:
        return 0
    if abs(len(one) - len(other)) > 1:
        return 2
    head = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        head += 1
    here, there = one[head:], other[head:]
    alike = (
        here[1:] == there[1:]
        or here[1:] == there
        or here == there[1:]
        or (here[:2] == there[1::-1] and here[2:] == there[2:])
    )
    return 1 if alike else 2


def near(word: str, choices: Iterable[str]) -> str | None:
    """Return the first choice that is one edit away from a word, or None."""
    return next((choice for choice in choices if edits(word, choice) == 1), None)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
