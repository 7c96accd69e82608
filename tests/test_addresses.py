"""Where the site stands: what goes in front of an address."""

import pytest
from newsdesk.addresses import Base

ROOT = "https://pers.kota.example"


@pytest.mark.parametrize(
    ("url", "address", "link", "whole"),
    [
        (ROOT, "/", "/", f"{ROOT}/"),
        (ROOT, "/arsip/", "/arsip/", f"{ROOT}/arsip/"),
        (f"{ROOT}/kabar", "/", "/kabar/", f"{ROOT}/kabar/"),
        (f"{ROOT}/kabar/kota", "/arsip/", "/kabar/kota/arsip/",
         f"{ROOT}/kabar/kota/arsip/"),
        (f"{ROOT}:8000", "/arsip/", "/arsip/", f"{ROOT}:8000/arsip/"),
        (f"{ROOT}/kabar", "https://lain.example/a", "https://lain.example/a",
         "https://lain.example/a"),
        (f"{ROOT}/kabar", "#catatan", "#catatan", "#catatan"),
        (f"{ROOT}/kabar", "mailto:a@b.example", "mailto:a@b.example",
         "mailto:a@b.example"),
        (f"{ROOT}/kabar", "", "", ""),
    ],
)  # fmt: skip
def test_url_of_the_site_stands_in_front_of_its_own_addresses(
    url: str, address: str, link: str, whole: str
):
    assert (link, whole) == (Base(url).link(address), Base(url).whole(address))


@pytest.mark.parametrize(
    ("url", "path", "origin"),
    [
        (ROOT, "", ROOT),
        (f"{ROOT}/kabar", "/kabar", ROOT),
        ("https://kabar/kabar", "/kabar", "https://kabar"),
    ],
)
def test_url_is_origin_and_path(url: str, path: str, origin: str):
    base = Base(url)

    assert (path, origin) == (base.path, base.origin)
    assert url == base.origin + base.path
