"""Releases as pages show them: names and addresses resolved through the registers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from markupsafe import Markup

from newsdesk.addresses import list_address
from newsdesk.body import Photo, Picture
from newsdesk.filing import LANGUAGES, Filing, hands_of
from newsdesk.page.news import News
from newsdesk.page.values import (
    Article,
    Byline,
    Card,
    Contact,
    Part,
    Ref,
    Series,
)
from newsdesk.registers.categories import Category
from newsdesk.registers.office import Office, OfficeContact

# How many neighbours in time are looked at for related releases: enough to find three
# in an active subject, and linear over the archive.
_NEIGHBOURS = 40


def make_articles(
    news: News, lang: str, text_sizes: Mapping[str, int]
) -> tuple[Article, ...]:
    """Return the releases of a language, newest first.

    Args:
        news: What is published.
        lang: The language.
        text_sizes: Path of a filing -> size of its `rilis.txt` in bytes.
    """
    filings = [filing for filing in news.releases if filing.lang == lang]
    articles = [_article(news, filing, text_sizes[filing.path]) for filing in filings]
    cards = [make_card(article) for article in articles]
    series = _series(filings) if lang == LANGUAGES[0] else {}
    return tuple(
        replace(
            article,
            series=_in_series(series, filing, article),
            related=tuple(cards[k] for k in _related(articles, filings, n)),
            following=_neighbour(articles, n - 1),
            previous=_neighbour(articles, n + 1),
        )
        for n, (article, filing) in enumerate(zip(articles, filings, strict=True))
    )


def make_card(article: Article) -> Card:
    """Return the release as lists show it."""
    return Card(
        address=article.address,
        headline=article.headline,
        standfirst=article.description,
        published=article.published,
        place=article.place.name if article.place else "",
        category=article.category,
        lang=article.lang,
        photo=article.lead,
    )


def place_ref(news: News, name: str) -> Ref:
    """Return a place as written, linked when there is a list of its releases."""
    found = news.registers.gazetteer.find(name)
    return news.ref(name, list_address("place", found.id) if found else "")


def category_ref(category: Category, lang: str) -> Ref:
    """Return a category, named in a language."""
    name = category.name_en if lang == "en" and category.name_en else category.name
    return Ref(name, list_address("category", category.id))


def bylines(news: News, filing: Filing) -> tuple[Byline, ...]:
    """Return the hands of a release, resolved through the roster on its day."""
    last = len(filing.hands) - 1
    found = []
    for slot, (initials, reporter) in enumerate(hands_of(news.registers, filing)):
        role = "reporter" if slot == 0 else "editor" if slot == last else "contributor"
        ref = news.ref(
            reporter.name if reporter else initials,
            list_address("reporter", reporter.id) if reporter else "",
        )
        found.append(Byline(initials, ref.name, ref.address, role))
    return tuple(found)


def contact_of(office: Office, id: str, lang: str) -> Contact:
    """Return a press contact of the office by id; the first for an empty id."""
    found: OfficeContact = next(
        (contact for contact in office.contacts if contact.id == id),
        office.contacts[0],
    )
    role = (lang == "en" and found.role_en) or found.role
    return Contact(found.name, role, found.phone, found.email)


def _article(news: News, filing: Filing, text_size: int) -> Article:
    body = news.bodies[filing.path]
    translation = news.translation(filing)
    office = news.registers.office
    if filing.publication is None or filing.category is None:
        raise ValueError(f"{filing.path} has no date or no category")
    permalink = news.whole(filing.address)
    return Article(
        address=filing.address,
        lang=filing.lang,
        headline=filing.title,
        standfirst=filing.summary,
        description=filing.summary or body.teaser,
        # Safe: made by `body`, which lets nothing but nh3's output through.
        body=Markup(body.html),
        published=filing.publication,
        modified=None,
        place=place_ref(news, filing.place) if filing.place else None,
        source=filing.source,
        event_date=filing.event_date,
        location=(
            news.ref(filing.location.name, list_address("place", filing.location.id))
            if filing.location
            else None
        ),
        category=category_ref(filing.category, filing.lang),
        tags=tuple(news.ref(tag, list_address("tag", tag)) for tag in filing.tags),
        bylines=bylines(news, filing),
        byline_names=filing.byline_names,
        sign_off=filing.sign_off,
        lead=_photo(news, body.lead),
        gallery=tuple(
            photo
            for photo in (_photo(news, picture) for picture in body.gallery)
            if photo is not None
        ),
        contact=contact_of(office, filing.contact, filing.lang),
        number=filing.number,
        permalink=permalink,
        text_address=f"{filing.address}rilis.txt",
        text_size=text_size,
        share=_share(filing.title, permalink),
        translation=Ref(translation.lang, translation.address) if translation else None,
    )


def _photo(news: News, picture: Picture | None) -> Photo | None:
    found = news.photo(picture.path) if picture else None
    if picture is None or found is None:
        return None
    return replace(
        found, alt=picture.alt, caption=picture.caption, credit=picture.credit
    )


def _share(headline: str, url: str) -> tuple[Ref, ...]:
    title, whole = quote(headline, safe=""), quote(url, safe="")
    both = quote(f"{headline} {url}", safe="")
    return (
        Ref("WhatsApp", f"https://wa.me/?text={both}"),
        Ref("Telegram", f"https://t.me/share/url?url={whole}&text={title}"),
        Ref("X", f"https://x.com/intent/post?url={whole}&text={title}"),
        Ref("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={whole}"),
    )


def _series(filings: Iterable[Filing]) -> Mapping[str, tuple[Filing, ...]]:
    """Return address of a series -> its parts, oldest first."""
    found: dict[str, list[Filing]] = defaultdict(list)
    for filing in filings:
        if address := list_address("series", filing.series):
            found[address].append(filing)
    return {address: tuple(reversed(parts)) for address, parts in found.items()}


def _in_series(
    series: Mapping[str, tuple[Filing, ...]], filing: Filing, article: Article
) -> Series | None:
    address = list_address("series", filing.series)
    parts = series.get(address, ())
    if not parts:
        return None
    return Series(
        # The spelling of the oldest part is the one shown.
        Ref(parts[0].series, address, len(parts)),
        tuple(Part(p.title, p.address, p is filing) for p in parts),
        parts[-1].publication or article.published,
    )


def _neighbour(articles: Sequence[Article], n: int) -> Ref | None:
    if not 0 <= n < len(articles):
        return None
    return Ref(articles[n].headline, articles[n].address)


def _related(
    articles: Sequence[Article], filings: Sequence[Filing], n: int
) -> tuple[int, ...]:
    """Return where three releases near in time stand that share its subjects.

    Tags, place or category.
    """
    here, own = articles[n], filings[n]
    tags = {tag.address for tag in here.tags}
    window = range(max(0, n - _NEIGHBOURS), min(len(articles), n + _NEIGHBOURS + 1))
    scored = []
    for k in window:
        other, filing = articles[k], filings[k]
        same = own.series and list_address("series", own.series) == list_address(
            "series", filing.series
        )
        if k == n or same:
            continue
        score = 2 * len(tags & {tag.address for tag in other.tags})
        score += other.category.address == here.category.address
        score += bool(own.place) and other.place == here.place
        if score:
            scored.append((-score, abs(k - n), k))
    return tuple(k for *_, k in sorted(scored)[:3])
