"""The reference release, pasted unchanged under two header lines, as a page.

Collected only where the release is: its text is not part of the project.
"""

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from conftest import REFERENCE, ROOT, build_site

HEADER = (
    "Title: Pelatihan Pengolahan Media Sosial Hari Kedua\nDate: 2023-05-16 15:30\n\n"
)
ADDRESS = "2023/05/16/pelatihan-medsos/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own content with the reference release among it."""
    folder = tmp_path_factory.mktemp("reference")
    shutil.copytree(ROOT / "content", folder / "content")
    text = HEADER + REFERENCE.read_text(encoding="utf-8")
    target = folder / "content/releases/2023/2023-05-16-pelatihan-medsos.md"
    target.write_text(text, encoding="utf-8")
    # Not strict: the release names no category, which is a warning.
    build_site(folder / "content", folder / "site", strict=False)
    return folder / "site"


@pytest.fixture(scope="module")
def page(built: Path) -> BeautifulSoup:
    text = (built / ADDRESS).read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


@pytest.fixture(scope="module")
def prose(page: BeautifulSoup) -> Tag:
    found = page.select_one(".prose")
    assert found is not None
    return found


def test_reference_has_eight_paragraphs(prose: Tag):
    assert ["p"] * 8 == [child.name for child in prose.find_all(recursive=False)]


def test_reference_dateline_is_run_in(prose: Tag):
    dateline = prose.p.select_one(".dateline")

    assert "Blimbing (malangkota.go.id) –" == dateline.get_text()
    assert "Blimbing" == dateline.select_one(".dateline__place").get_text()


def test_reference_event_date_is_a_time(prose: Tag):
    assert ["2023-05-16"] == [time["datetime"] for time in prose.find_all("time")]
    assert "Selasa (16/5/2023)" == prose.time.get_text()


def test_reference_hands_have_names_and_pages(page: BeautifulSoup, built: Path):
    hands = {
        line.dt.get_text(): line.dd.get_text(" ", strip=True)
        for line in page.select(".byline")
    }
    links = [line.dd.a["href"] for line in page.select(".byline")]

    assert ["Reporter", "Penyunting"] == list(hands)
    assert hands["Reporter"].endswith("(yul)")
    assert hands["Penyunting"].endswith("(yon)")
    assert all((built / link.strip("/") / "index.html").exists() for link in links)


def test_reference_sign_off_left_the_last_quotation(page: BeautifulSoup, prose: Tag):
    assert prose.find_all("p")[-1].get_text().endswith("harapnya.")
    assert "(yul/yon)" == page.select_one(".sign-off__hands").get_text()


def test_reference_keeps_every_word(page: BeautifulSoup, built: Path):
    written = REFERENCE.read_text(encoding="utf-8").split()
    body = " ".join(p.get_text() for p in page.select(".prose > p"))
    shown = f"{body} {page.select_one('.sign-off__hands').get_text()}".split()
    text = (built / ADDRESS).with_name("rilis.txt").read_text(encoding="utf-8")

    assert written == shown
    assert " ".join(written) in " ".join(text.split())


def test_reference_description_and_card_begin_with_the_news(
    page: BeautifulSoup, built: Path
):
    begin = "Pelatihan Pengolahan Media Sosial sesi kedua digelar"
    month = (built / "arsip/2023/05/index.html").read_text(encoding="utf-8")
    cards = [
        tag.get_text()
        for tag in BeautifulSoup(month, "html.parser").select(
            ".release-card__standfirst"
        )
    ]

    assert page.find("meta", attrs={"name": "description"})["content"].startswith(begin)
    assert begin in page.find("meta", property="og:description")["content"]
    assert any(card.startswith(begin) for card in cards)


def test_reference_says_itself_to_machines(page: BeautifulSoup):
    said = json.loads(page.find("script", type="application/ld+json").string)

    assert "Blimbing (malangkota.go.id) –" == said["dateline"]
    assert "Blimbing" == said["locationCreated"]["name"]
    assert "2023-05-16T15:30:00+07:00" == said["datePublished"]
