"""schema.org: NewsArticle, WebSite, BreadcrumbList."""

import json
from dataclasses import replace

import pytest
from newsdesk.wire.item import NewsItem, Person, Spot
from newsdesk.wire.json_ld import breadcrumbs, news_article, web_site
from wire_items import (
    BARE,
    ENGLISH,
    FULL,
    HOSTILE,
    HOSTILE_ITEM,
    PUBLISHER,
    SAMPLE_PUBLISHER,
)

OFFICE = {
    "@type": "GovernmentOrganization",
    "name": "Dinas Kabar Wringin",
    "url": "https://kota.example/",
    "logo": {
        "@type": "ImageObject",
        "url": "https://kota.example/gambar/lambang-512.0a1b.png",
        "width": 512,
        "height": 512,
        "encodingFormat": "image/png",
        "description": "Lambang kantor",
    },
    "address": "Jalan Contoh 1, Wringin",
    "email": "humas@kota.example",
    "telephone": "+62 21 555 0100",
}


def test_article_with_everything_is_complete() -> None:
    expected = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://kota.example/2026/05/16/pasar-pagi/",
        },
        "url": "https://kota.example/2026/05/16/pasar-pagi/",
        "headline": "Pasar Pagi Wringin Dibuka Lagi",
        "description": "Pasar dibuka sesudah tiga bulan diperbaiki.",
        "identifier": "500/12/2026",
        "inLanguage": "id",
        "dateline": "Wringin (kota.example) –",
        "datePublished": "2026-05-16T15:30:00+07:00",
        "dateModified": "2026-05-17T08:05:00+07:00",
        "author": [
            {
                "@type": "Person",
                "name": "Yulia Rahma",
                "url": "https://kota.example/reporter/yulia-rahma/",
            },
            {"@type": "Person", "name": "Tono"},
        ],
        "contributor": [{"@type": "Person", "name": "Rini"}],
        "editor": [
            {
                "@type": "Person",
                "name": "Yono Adi",
                "url": "https://kota.example/reporter/yono-adi/",
            }
        ],
        "publisher": OFFICE,
        "sourceOrganization": {"@type": "Organization", "name": "kota.example"},
        "locationCreated": {
            "@type": "Place",
            "name": "Wringin",
            "url": "https://kota.example/tempat/wringin/",
            "containedInPlace": {
                "@type": "Place",
                "name": "Kota Contoh",
                "containedInPlace": {"@type": "Place", "name": "Provinsi Contoh"},
            },
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": -7.5,
                "longitude": 112.25,
            },
        },
        "contentLocation": {"@type": "Place", "name": "Pasar Pagi"},
        "image": {
            "@type": "ImageObject",
            "url": "https://kota.example/gambar/2026/pasar-1-1600.9f2c.jpg",
            "width": 1600,
            "height": 1067,
            "encodingFormat": "image/jpeg",
            "description": "Pedagang menata sayur",
            "caption": "Hari pertama pasar dibuka.",
            "creditText": "Dinas Kabar Wringin",
        },
        "articleSection": "Perdagangan",
        "keywords": ["pasar", "kampung tematik"],
        "isPartOf": {
            "@type": "CreativeWorkSeries",
            "name": "Pasar Rakyat",
            "url": "https://kota.example/seri/pasar-rakyat/",
        },
        "workTranslation": {
            "@type": "NewsArticle",
            "@id": "https://kota.example/en/2026/05/16/morning-market/",
            "url": "https://kota.example/en/2026/05/16/morning-market/",
            "inLanguage": "en",
        },
    }
    assert expected == news_article(FULL, PUBLISHER)


def test_article_with_little_names_the_office_and_nothing_empty() -> None:
    expected = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://kota.example/2026/05/20/libur/",
        },
        "url": "https://kota.example/2026/05/20/libur/",
        "headline": "Layanan Libur",
        "description": "Layanan tutup satu hari.",
        "inLanguage": "id",
        "datePublished": "2026-05-20T09:00:00+09:00",
        "author": [OFFICE],
        "publisher": OFFICE,
        "articleSection": "Pemerintahan",
    }
    assert expected == news_article(BARE, PUBLISHER)


def test_article_with_an_editor_only_has_the_office_as_author() -> None:
    article = news_article(replace(BARE, editors=(Person("Yono Adi"),)), PUBLISHER)
    expected = ([OFFICE], [{"@type": "Person", "name": "Yono Adi"}])
    assert expected == (article["author"], article["editor"])


@pytest.mark.parametrize(
    ("spot", "has_geo"),
    [
        (Spot("Wringin", latitude=0.0, longitude=0.0), True),
        (Spot("Wringin", latitude=-7.5), False),
        (Spot("Wringin", longitude=112.25), False),
        (Spot("Wringin"), False),
    ],
    ids=["equator", "no longitude", "no latitude", "neither"],
)
def test_place_has_coordinates_only_as_a_pair(spot: Spot, has_geo: bool) -> None:
    place = news_article(replace(BARE, located=spot), PUBLISHER)["locationCreated"]
    assert isinstance(place, dict)
    assert has_geo == ("geo" in place)


def test_english_edition_is_the_translation_of_its_original() -> None:
    article = news_article(ENGLISH, PUBLISHER)
    assert {
        "@type": "NewsArticle",
        "@id": FULL.url,
        "url": FULL.url,
        "inLanguage": "id",
    } == article["translationOfWork"]
    assert "workTranslation" not in article


@pytest.mark.parametrize(
    ("item", "notice"),
    [
        (FULL, "Contoh – bukan siaran resmi"),
        (ENGLISH, "Sample – not an official release"),
    ],
    ids=["id", "en"],
)
def test_article_of_a_sample_site_says_so(item: NewsItem, notice: str) -> None:
    article = news_article(item, SAMPLE_PUBLISHER)
    assert notice == article["creativeWorkStatus"]


def test_article_keeps_hostile_text_through_json() -> None:
    article = json.loads(json.dumps(news_article(HOSTILE_ITEM, PUBLISHER)))
    assert [HOSTILE, HOSTILE, f"{HOSTILE} –", HOSTILE, HOSTILE, HOSTILE] == [
        article["headline"],
        article["description"],
        article["dateline"],
        article["identifier"],
        article["author"][0]["name"],
        article["sourceOrganization"]["name"],
    ]
    keywords = [HOSTILE + "1", HOSTILE + "2"]
    assert keywords == article["keywords"]


def test_web_site_names_its_office() -> None:
    expected = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Siaran Kota Wringin",
        "url": "https://kota.example/",
        "inLanguage": "id",
        "publisher": OFFICE,
    }
    assert expected == web_site(PUBLISHER)


def test_web_site_of_a_sample_says_so() -> None:
    expected = "Contoh – bukan siaran resmi"
    assert expected == web_site(SAMPLE_PUBLISHER)["creativeWorkStatus"]


def test_office_without_logo_has_none() -> None:
    office = web_site(replace(PUBLISHER, logo=None))["publisher"]
    assert {name: value for name, value in OFFICE.items() if name != "logo"} == office


def test_breadcrumbs_count_from_one_and_the_last_may_lack_an_address() -> None:
    expected = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "name": "Beranda",
                "item": "https://kota.example/",
            },
            {"@type": "ListItem", "position": 2, "name": HOSTILE},
        ],
    }
    assert expected == breadcrumbs(
        [("Beranda", "https://kota.example/"), (HOSTILE, "")]
    )
