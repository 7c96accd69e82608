"""Open Graph properties."""

from dataclasses import replace

from newsdesk.wire.item import NewsItem, Publisher
from newsdesk.wire.open_graph import open_graph
from wire_items import BARE, ENGLISH, FULL, HOSTILE, PUBLISHER, SAMPLE_PUBLISHER


def of_item(item: NewsItem, publisher: Publisher) -> tuple[tuple[str, str], ...]:
    return open_graph(
        item,
        publisher,
        title=item.headline,
        description=item.description,
        url=item.url,
        lang=item.lang,
    )


def test_article_with_everything_lists_its_properties_in_order() -> None:
    expected = (
        ("og:type", "article"),
        ("og:site_name", "Siaran Kota Wringin"),
        ("og:locale", "id_ID"),
        ("og:locale:alternate", "en_US"),
        ("og:title", "Pasar Pagi Wringin Dibuka Lagi"),
        ("og:description", "Pasar dibuka sesudah tiga bulan diperbaiki."),
        ("og:url", "https://kota.example/2026/05/16/pasar-pagi/"),
        ("og:image", "https://kota.example/gambar/2026/pasar-1-1600.9f2c.jpg"),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", "1600"),
        ("og:image:height", "1067"),
        ("og:image:alt", "Pedagang menata sayur"),
        ("article:published_time", "2026-05-16T15:30:00+07:00"),
        ("article:modified_time", "2026-05-17T08:05:00+07:00"),
        ("article:section", "Perdagangan"),
        ("article:tag", "pasar"),
        ("article:tag", "kampung tematik"),
    )
    assert expected == of_item(FULL, PUBLISHER)


def test_article_without_picture_shows_the_logo() -> None:
    expected = (
        ("og:type", "article"),
        ("og:site_name", "Siaran Kota Wringin"),
        ("og:locale", "id_ID"),
        ("og:title", "Layanan Libur"),
        ("og:description", "Layanan tutup satu hari."),
        ("og:url", "https://kota.example/2026/05/20/libur/"),
        ("og:image", "https://kota.example/gambar/lambang-512.0a1b.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "512"),
        ("og:image:height", "512"),
        ("og:image:alt", "Lambang kantor"),
        ("article:published_time", "2026-05-20T09:00:00+09:00"),
        ("article:section", "Pemerintahan"),
    )
    assert expected == of_item(BARE, PUBLISHER)


def test_page_without_any_picture_or_release_is_a_website_with_its_words_kept() -> None:
    properties = open_graph(
        None,
        replace(PUBLISHER, logo=None),
        title=HOSTILE,
        description=HOSTILE,
        url="https://kota.example/arsip/",
        lang="en",
    )
    expected = (
        ("og:type", "website"),
        ("og:site_name", "Siaran Kota Wringin"),
        ("og:locale", "en_US"),
        ("og:title", HOSTILE),
        ("og:description", HOSTILE),
        ("og:url", "https://kota.example/arsip/"),
    )
    assert expected == properties


def test_picture_without_alt_has_no_empty_property() -> None:
    assert FULL.picture
    item = replace(FULL, picture=replace(FULL.picture, alt=""))
    assert "og:image:alt" not in dict(of_item(item, PUBLISHER))


def test_description_of_a_sample_site_opens_with_the_notice() -> None:
    expected = [
        "Contoh – bukan siaran resmi. Pasar dibuka sesudah tiga bulan diperbaiki.",
        "Sample – not an official release. "
        "The market opens after three months of repairs.",
    ]
    assert expected == [
        dict(of_item(item, SAMPLE_PUBLISHER))["og:description"]
        for item in (FULL, ENGLISH)
    ]
