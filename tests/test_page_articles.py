"""Releases as pages show them."""

import pytest
from filed import CATALOGUES, news, registers
from newsdesk.page.articles import bylines, make_article, make_card, make_surroundings
from newsdesk.page.frame import Frame
from newsdesk.page.items import make_item
from newsdesk.page.news import News
from newsdesk.page.values import Article, Ref
from newsdesk.wire.item import NewsItem
from newsroom import BODY, HEADER, PATH, REGISTERS, release_text

ENGLISH = PATH.replace(".md", ".en.md")
EN = (
    "Title: Residents Sort Waste\nSlug: waste\n\n"
    "Kenanga (kota.example) – Residents came. (ajl/bgp)\n"
)


def _text(day: int, **more: str) -> str:
    """Return the text of a release of a day in November."""
    lines = {"Title": f"Judul {day}", "Date": f"2026-11-{day:02} 09:00"} | more
    body = lines.pop("body", BODY)
    return release_text("".join(f"{k}: {v}\n" for k, v in lines.items()), body)


def _file(day: int) -> str:
    return f"releases/2026/2026-11-{day:02}-a.md"


def _articles(files: dict[str, str], lang: str = "id") -> dict[str, Article]:
    """Return headline -> release."""
    return _all_articles(news(files), lang)


def _all_articles(found: News, lang: str = "id") -> dict[str, Article]:
    frame = Frame(found, CATALOGUES)
    stories = [story for story in found.stories if story.filing.lang == lang]
    cards = [make_card(story) for story in stories]
    return {
        story.filing.title: make_article(frame, story, around, 5)
        for story, around in zip(
            stories, make_surroundings(stories, cards), strict=True
        )
    }


def _item(found: News) -> NewsItem:
    """Return the newest release for machines."""
    return make_item(Frame(found, CATALOGUES), found.stories[0])


def _article(text: str) -> Article:
    (article,) = _articles({PATH: text}).values()
    return article


# -- bylines ---------------------------------------------------------------------------

AJENG = ("ajl", "Ajeng Lestari", "/reporter/ajeng/")
BAGAS = ("bgp", "Bagas Pranoto", "/reporter/bagas/")
STRANGER = ("xyz", "xyz", "")
# Her term ended in 2025.
CITRA = ("ctw", "ctw", "")


@pytest.mark.parametrize(
    ("sign_off", "expected"),
    [
        ("ajl", [(*AJENG, "reporter")]),
        ("bgp", [(*BAGAS, "reporter")]),
        ("ajl/bgp", [(*AJENG, "reporter"), (*BAGAS, "editor")]),
        ("bgp/ajl", [(*BAGAS, "reporter"), (*AJENG, "editor")]),
        ("ajl/xyz/bgp",
         [(*AJENG, "reporter"), (*STRANGER, "contributor"), (*BAGAS, "editor")]),
        ("ajl/xyz/xyz/bgp",
         [(*AJENG, "reporter"), (*STRANGER, "contributor"),
          (*STRANGER, "contributor"), (*BAGAS, "editor")]),
        ("ctw/bgp", [(*CITRA, "reporter"), (*BAGAS, "editor")]),
        ("AJL/BGP", [("AJL", *AJENG[1:], "reporter"), ("BGP", *BAGAS[1:], "editor")]),
        ("-", []),
    ],
)  # fmt: skip
def test_slot_gives_the_role(sign_off: str, expected: list[tuple[str, ...]]):
    found = news({PATH: _text(20, **{"Sign-off": sign_off})})

    assert expected == [
        (hand.initials, hand.name, hand.address, hand.role)
        for hand in bylines(found.registers, found.stories[0])
    ]


def test_hand_is_known_by_the_day_of_the_release():
    text = _text(20, Date="2025-12-31 09:00", **{"Sign-off": "ctw"})
    found = news({"releases/2025/2025-12-31-a.md": text})
    (hand,) = bylines(found.registers, found.stories[0])

    assert ("Citra Wulandari", "/reporter/citra/") == (hand.name, hand.address)


def test_office_hand_has_a_name_and_no_page():
    office = REGISTERS["reporters.toml"].replace(
        'name = "Bagas Pranoto"', 'name = "Humas"\nkind = "office"'
    )
    knowing = registers({**REGISTERS, "reporters.toml": office})
    found = news({PATH: release_text()}, knowing=knowing)

    assert ["/reporter/ajeng/", ""] == [
        hand.address for hand in bylines(found.registers, found.stories[0])
    ]


# -- what a page shows -----------------------------------------------------------------


def test_release_is_shown_as_filed():
    article = _article(
        _text(
            20,
            Category="lingkungan",
            Tags="satu, dua",
            Number="12/2026",
            Location="sawo",
        )
    )

    assert "/2026/11/20/sampah/" == article.address
    assert "https://siaran.kota.example/2026/11/20/sampah/" == article.permalink
    assert Ref("Kenanga", "/tempat/kenanga/") == article.place
    assert Ref("Sawo", "/tempat/sawo/") == article.location
    assert Ref("Lingkungan", "/kategori/lingkungan/") == article.category
    assert (Ref("satu", "/tag/satu/"), Ref("dua", "/tag/dua/")) == article.tags
    assert "kota.example" == article.source
    assert "12/2026" == article.number
    assert "(ajl/bgp)" == article.sign_off
    assert ("/2026/11/20/sampah/rilis.txt", 5) == (
        article.text_address,
        article.text_size,
    )


@pytest.mark.parametrize(
    ("more", "standfirst", "description"),
    [
        ({}, "", "Warga memilah sampah di balai, Kamis (19/11/2026)."),
        ({"Summary": "Ringkas."}, "Ringkas.", "Ringkas."),
    ],
)
def test_standfirst_is_shown_only_when_written(
    more: dict[str, str], standfirst: str, description: str
):
    found = news({PATH: _text(20, **more)})
    (article,) = _all_articles(found).values()

    assert (standfirst, description) == (article.standfirst, article.description)
    assert description == make_card(found.stories[0]).standfirst


def test_place_that_the_office_does_not_know_has_no_link():
    article = _article(_text(20, body="Mawar (kota.example) – Warga datang.\n"))

    assert Ref("Mawar", "") == article.place


def test_place_is_linked_with_its_region():
    article = _article(_text(20, body="Kenanga, Jawa (kota.example) – Satu.\n"))

    assert Ref("Kenanga, Jawa", "/tempat/kenanga/") == article.place


def test_release_without_dateline_has_no_place():
    found = news({PATH: _text(20, Dateline="-")})
    (article,) = _all_articles(found).values()

    assert (None, "") == (article.place, article.source)
    assert "" == make_card(found.stories[0]).place


def test_list_without_a_page_is_not_linked():
    """A tag of the English edition alone has no list."""
    files = {PATH: release_text(), ENGLISH: EN.replace("Slug", "Tags: alone\nSlug")}
    (article,) = _articles(files, "en").values()

    assert (Ref("alone", ""),) == article.tags


@pytest.mark.parametrize(
    ("contact", "name"), [("", "Meja Pers"), ("meja-foto", "Meja Foto")]
)
def test_contact_is_the_one_named_else_the_first(contact: str, name: str):
    office = REGISTERS["office.toml"] + (
        '\n[[contact]]\nid = "meja-foto"\nname = "Meja Foto"\nrole = "Gambar"\n'
        'phone = "+62 000"\nemail = "foto@kota.example"\n'
    )
    knowing = registers({**REGISTERS, "office.toml": office})
    more = {"Contact": contact} if contact else {}
    found = news({PATH: _text(20, **more)}, knowing=knowing)
    (article,) = _all_articles(found).values()

    assert name == article.contact.name


def test_share_links_carry_headline_and_address_whole():
    article = _article(_text(20, Title='Sampah & "Botol" 100%?'))
    whatsapp, telegram, x, facebook = article.share
    address = "https%3A%2F%2Fsiaran.kota.example%2F2026%2F11%2F20%2Fsampah%2F"
    title = "Sampah%20%26%20%22Botol%22%20100%25%3F"

    assert f"https://wa.me/?text={title}%20{address}" == whatsapp.address
    assert f"https://t.me/share/url?url={address}&text={title}" == telegram.address
    assert f"https://x.com/intent/post?url={address}&text={title}" == x.address
    assert facebook.address.endswith(f"?u={address}")


def test_editions_point_at_each_other():
    files = {PATH: release_text(), ENGLISH: EN}
    (indonesian,) = _articles(files).values()
    (english,) = _articles(files, "en").values()

    assert Ref("en", "/en/2026/11/20/waste/") == indonesian.translation
    assert Ref("id", "/2026/11/20/sampah/") == english.translation


def test_category_is_named_in_the_language_of_the_edition():
    files = {PATH: release_text(), ENGLISH: EN}
    (english,) = _articles(files, "en").values()

    assert Ref("Environment", "/kategori/lingkungan/") == english.category


def test_category_without_an_english_name_keeps_its_own():
    files = {PATH: _text(20), ENGLISH: EN}
    (english,) = _articles(files, "en").values()

    assert "Pemerintahan" == english.category.name


# -- neighbours ------------------------------------------------------------------------


def test_releases_know_the_ones_before_and_after():
    found = _articles({_file(day): _text(day) for day in (18, 19, 20)})

    assert [None, "Judul 19", "Judul 20"] == [
        found[f"Judul {day}"].following and found[f"Judul {day}"].following.name
        for day in (20, 18, 19)
    ]
    assert [None, "Judul 18", "Judul 19"] == [
        found[f"Judul {day}"].previous and found[f"Judul {day}"].previous.name
        for day in (18, 19, 20)
    ]


def test_neighbours_are_of_the_same_language():
    files = {PATH: release_text(), ENGLISH: EN, _file(21): _text(21)}
    (english,) = _articles(files, "en").values()

    assert (None, None) == (english.previous, english.following)


def test_held_release_is_no_neighbour():
    files = {_file(18): _text(18), _file(19): _text(19, Status="draft")}
    files[_file(20)] = _text(20)
    found = _articles(files)

    assert "Judul 18" == found["Judul 20"].previous.name


LEDE = "Mawar (kota.example) – Satu.\n"


def test_related_releases_share_tags_before_subject_before_nearness():
    files = {
        _file(10): _text(10, Tags="air", Category="lingkungan", body=LEDE),
        _file(11): _text(11, Category="lingkungan", body=LEDE),
        _file(12): _text(12, Category="lingkungan", body=LEDE),
        _file(13): _text(13, Tags="lain", body=LEDE),
        _file(14): _text(14, Tags="air", Category="lingkungan", body=LEDE),
    }
    related = _articles(files)["Judul 14"].related

    assert ["Judul 10", "Judul 12", "Judul 11"] == [card.headline for card in related]


def test_nothing_in_common_is_not_related():
    files = {
        _file(13): _text(13, Category="lingkungan", Dateline="-"),
        _file(14): _text(14, Category="pemerintahan", Dateline="-"),
    }

    assert () == _articles(files)["Judul 14"].related


def test_three_releases_are_related_at_most():
    files = {_file(day): _text(day) for day in range(10, 16)}

    assert 3 == len(_articles(files)["Judul 12"].related)


def test_parts_of_the_same_series_are_not_related_too():
    files = {_file(day): _text(day, Series="Pasar") for day in (10, 11)}
    files[_file(12)] = _text(12)

    assert ["Judul 12"] == [c.headline for c in _articles(files)["Judul 10"].related]


# -- series ----------------------------------------------------------------------------


def test_series_has_its_parts_in_the_order_of_publication():
    files = {
        _file(12): _text(12, Series="PASAR wringin"),
        _file(10): _text(10, Series="Pasar Wringin"),
        _file(11): _text(11, Series="Pasar-Wringin"),
        _file(13): _text(13, Series="Lain"),
    }
    series = _articles(files)["Judul 11"].series

    assert Ref("Pasar Wringin", "/seri/pasar-wringin/", 3) == series.ref
    assert [("Judul 10", False), ("Judul 11", True), ("Judul 12", False)] == [
        (part.headline, part.current) for part in series.parts
    ]
    assert 12 == series.latest.day


def test_release_without_series_has_none():
    assert _article(_text(20)).series is None


def test_held_part_is_not_in_the_series():
    files = {_file(10): _text(10, Series="Pasar")}
    files[_file(11)] = _text(11, Series="Pasar", Status="draft")

    assert 1 == len(_articles(files)["Judul 10"].series.parts)


@pytest.mark.parametrize("name", ["日本", "!!!"])
def test_name_without_a_slug_gives_no_address_of_an_index(name: str):
    """`/tag//` would be written over the index of all tags."""
    article = _article(_text(20, Tags=f"{name}, air", Series=name))

    assert "/tag//" not in [tag.address for tag in article.tags]
    assert article.series is None or "/seri//" != article.series.ref.address


# -- for machines ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "tag:kota.example,2026-11-20:/2026/11/20/a/"),
        ({"Slug": "baru"}, "tag:kota.example,2026-11-20:/2026/11/20/baru/"),
        ({"Slug": "baru", "Aliases": "/2026/11/20/a/"},
         "tag:kota.example,2026-11-20:/2026/11/20/a/"),
        ({"Date": "2026-11-21 09:00", "Aliases": "/2026/11/20/a/"},
         "tag:kota.example,2026-11-20:/2026/11/20/a/"),
        ({"Slug": "c", "Aliases": "/2026/11/20/a/\n    /2026/11/20/b/"},
         "tag:kota.example,2026-11-20:/2026/11/20/a/"),
    ],
)  # fmt: skip
def test_feed_id_is_that_of_the_first_address(more: dict[str, str], expected: str):
    found = news({_file(20): _text(20, **more)})

    assert expected == _item(found).id


def test_item_names_the_hands_by_role():
    found = news({PATH: _text(20, **{"Sign-off": "ajl/xyz/bgp"})})
    item = _item(found)

    assert (["Ajeng Lestari"], ["xyz"], ["Bagas Pranoto"]) == (
        [p.name for p in item.authors],
        [p.name for p in item.contributors],
        [p.name for p in item.editors],
    )


def test_item_of_names_has_them_as_authors():
    body = "Kenanga (kota.example) – Warga datang. (Budi Santoso)\n"
    found = news({PATH: _text(20, body=body)})

    assert ["Budi Santoso"] == [person.name for person in _item(found).authors]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("Kenanga (kota.example) – ", "Kenanga (kota.example) –"),
        ("**Kenanga** (kota.example) – ", "Kenanga (kota.example) –"),
        ("Kenanga&nbsp;(kota.example) &ndash; ", "Kenanga (kota.example) –"),
        ("Kenanga \\(kota.example\\) – ", "Kenanga (kota.example) –"),
    ],
    ids=["plain", "emphasis", "entities", "escapes"],
)
def test_dateline_for_machines_is_as_printed(opening: str, dateline: str):
    found = news({PATH: _text(20, body=f"{opening}Warga datang.\n")})

    assert dateline == _item(found).dateline


def test_body_for_machines_has_whole_addresses():
    body = "Kenanga (kota.example) – Lihat [arsip](/arsip/) dan [a](https://b.example)."
    found = news({PATH: _text(20, body=body)}, base="https://kota.example/kabar")
    html = _item(found).body_html

    assert 'href="https://kota.example/kabar/arsip/"' in html
    assert 'href="https://b.example"' in html


def test_publisher_is_the_office():
    publisher = Frame(news({}), CATALOGUES).publishers["id"]

    assert ("Dinas Kabar Kota Wringin", "https://siaran.kota.example/", None) == (
        publisher.name,
        publisher.url,
        publisher.logo,
    )


def test_header_of_the_test_city_names_its_subject():
    assert "Lingkungan" == _article(release_text(HEADER)).category.name
