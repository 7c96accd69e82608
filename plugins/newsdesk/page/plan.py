"""The plan of the site: every file of it, as a value.

One look at `plan_site` shows what the site is made of. Each leaf names all that its
page depends on.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from gettext import NullTranslations

from markupsafe import Markup

from newsdesk.addresses import ARCHIVE, INDEXES, INITIALS, list_address
from newsdesk.filing import LANGUAGES, Filing
from newsdesk.page import language
from newsdesk.page.articles import (
    contact_of,
    make_articles,
    make_card,
)
from newsdesk.page.frame import FEED_KINDS, Frame
from newsdesk.page.items import make_item
from newsdesk.page.lists import (
    ONE_PAGE,
    List,
    index_groups,
    make_lists,
    pages_of,
    place_of,
)
from newsdesk.page.news import News
from newsdesk.page.values import (
    Article,
    CategoryBlock,
    FeedLink,
    Head,
    Home,
    Leaf,
    Listing,
    PlainPage,
    Ref,
    RosterLine,
    Series,
    Urgent,
)
from newsdesk.wire.feeds import Feed
from newsdesk.wire.headers import headers_file
from newsdesk.wire.item import NewsItem
from newsdesk.wire.json_ld import news_article, web_site
from newsdesk.wire.open_graph import open_graph
from newsdesk.wire.plain_text import plain_text
from newsdesk.wire.redirects import (
    caddy_redirects,
    nginx_redirects,
    page_path,
    redirect_page,
    redirects_file,
)
from newsdesk.wire.security import security_txt
from newsdesk.wire.sitemaps import SitemapEntry, news_sitemap, robots, sitemap

# Releases in a feed, and on the parts of the home page.
_IN_FEED = 30
_LATEST = 5
_PICKS = 3
_SERIES = 3
_IN_BLOCK = 2
# security.txt must end less than a year ahead; counted from the newest release, so
# that a living site renews it and the clock of the build does not show in it.
_SECURITY_LASTS = timedelta(days=300)

_INDEX_NAMES = {
    "category": "Subjects",
    "tag": "Tags",
    "place": "Places",
    "reporter": "Reporters",
    "series": "Series",
}
_WITH_FEEDS = ("category", "place")


def plan_site(news: News, catalogues: Mapping[str, NullTranslations]) -> Iterator[Leaf]:
    """Yield every file of the site.

    Args:
        news: What is published.
        catalogues: The words of each language.
    """
    plan = _Plan(news, catalogues)
    addresses: list[SitemapEntry] = []
    site: set[str] = set()
    for leaf in plan.leaves():
        yield leaf
        site.add(f"/{leaf.path.removesuffix('index.html')}")
        head = leaf.values.get("head")
        if isinstance(head, Head) and leaf.path != "404.html":
            addresses.append(_entry(news, head, leaf.values.get("article")))
    yield from plan.redirects(site)
    yield from plan.sitemaps(addresses)


@dataclass(frozen=True, slots=True)
class _Edition:
    """The releases of one language, as pages and as machines read them."""

    lang: str
    filings: tuple[Filing, ...]
    articles: tuple[Article, ...]
    items: tuple[NewsItem, ...]
    texts: tuple[bytes, ...]


class _Plan:
    """The leaves of one site; holds what all of them share."""

    def __init__(self, news: News, catalogues: Mapping[str, NullTranslations]) -> None:
        self.news = news
        self.frame = Frame(news, catalogues)
        self.editions = {lang: self._edition(lang) for lang in news.languages}

    @property
    def home(self) -> _Edition:
        """The releases in the site's own language."""
        return self.editions[LANGUAGES[0]]

    def leaves(self) -> Iterator[Leaf]:
        lists = make_lists(self.news, self.home.articles)
        yield self._home(lists)
        for edition in self.editions.values():
            yield from self._releases(edition)
        for found in lists:
            yield from self._list(found)
        for kind in INDEXES:
            yield self._index(kind, lists)
        for edition in self.editions.values():
            if edition is not self.home:
                yield from self._language(edition)
        yield from (self._page(filing) for filing in self.news.pages)
        yield self._initials()
        yield self._not_found()
        for edition in self.editions.values():
            yield from self._feeds(
                edition.lang, self.frame.base(edition.lang), "", edition.items
            )
        yield from (Leaf(a.lstrip("/"), data=d) for a, d in self.frame.assets.items())
        yield from _copies(self.news.pictures.files)
        yield from _copies(self.news.extras)
        yield Leaf("_headers", data=headers_file(noindex=self.news.noindex).encode())

    def redirects(self, site: Collection[str]) -> Iterator[Leaf]:
        """Yield what leads from former addresses to present ones.

        Args:
            site: The addresses of all other leaves.
        """
        redirects, path = self.news.redirects, self.news.base.path
        for former, address in redirects.items():
            if page := page_path(former):
                yield Leaf(page, data=redirect_page(self.news.whole(address)))
        if redirects:
            for name, text in (
                ("_redirects", redirects_file(redirects, path)),
                ("_redirects.nginx", nginx_redirects(redirects, path, site)),
                ("_redirects.caddy", caddy_redirects(redirects, path)),
            ):
                yield Leaf(name, data=text.encode())

    def sitemaps(self, entries: Sequence[SitemapEntry]) -> Iterator[Leaf]:
        """Yield what tells search engines and researchers of the rest."""
        news, items = self.news, self.home.items
        publisher = self.frame.publishers[LANGUAGES[0]]
        for path, data in sitemap(entries, news.whole("/")).items():
            yield Leaf(path.lstrip("/"), data=data)
        newest = [item for edition in self.editions.values() for item in edition.items]
        yield Leaf(
            "sitemap-news.xml",
            data=news_sitemap(newest, publisher, news.now),
        )
        yield Leaf("robots.txt", data=robots(publisher, disallow_all=False).encode())
        if items:
            expires = (items[0].published + _SECURITY_LASTS).isoformat()
            text = security_txt(
                publisher.email, news.whole("/"), expires, news.languages
            )
            yield Leaf(".well-known/security.txt", data=text.encode())

    def _edition(self, lang: str) -> _Edition:
        filings = tuple(f for f in self.news.releases if f.lang == lang)
        items = tuple(make_item(self.news, filing) for filing in filings)
        texts = tuple(
            plain_text(
                item,
                self.frame.publishers[lang],
                language.weekday_moment(item.published, lang),
            ).encode()
            for item in items
        )
        sizes = {f.path: len(text) for f, text in zip(filings, texts, strict=True)}
        articles = make_articles(self.news, lang, sizes)
        return _Edition(lang, filings, articles, items, texts)

    # -- pages -------------------------------------------------------------------------

    def _home(self, lists: Sequence[List]) -> Leaf:
        news, site = self.news, self.frame.sites[LANGUAGES[0]]
        lang = LANGUAGES[0]
        articles, filings = self.home.articles, self.home.filings
        cards = [make_card(article) for article in articles]
        today = news.now.astimezone(news.registers.office.zone).date()
        urgent = tuple(
            Urgent(article.headline, article.address, article.published, filing.urgent)
            for article, filing in zip(articles, filings, strict=True)
            if filing.urgent is not None and filing.urgent > news.now
        )
        picks = [
            card
            for card, filing in zip(cards, filings, strict=True)
            if filing.pinned is not None and filing.pinned >= today
        ]
        # What stands in the bar does not also lead the page.
        in_bar = {notice.address for notice in urgent}
        rest = [card for card in cards if card.address not in in_bar]
        by_address = {found.listing.ref.address: found for found in lists}
        archive = by_address[ARCHIVE].listing
        newest_year = (
            by_address.get(archive.periods[0].address) if archive.periods else None
        )
        home = Home(
            urgent=urgent,
            lead=rest[0] if rest else None,
            latest=tuple(rest[1 : 1 + _LATEST]),
            picks=tuple(picks[:_PICKS]),
            blocks=tuple(
                CategoryBlock(ref, by_address[ref.address].cards[:_IN_BLOCK])
                for ref in site.categories
            ),
            series=_series(articles),
            years=archive.periods,
            months=newest_year.listing.periods if newest_year else (),
            places=_within_city(news, lists),
            contact=contact_of(news.registers.office, "", lang),
            total=len(articles),
            newest=articles[0].published if articles else None,
        )
        return self.frame.leaf(
            "home",
            self.frame.head(
                site.name,
                self.frame.say(
                    lang,
                    "Press releases of %(office)s: the latest news, the archive by"
                    " time and place, and material for the media.",
                    office=site.office,
                ),
                "/",
                lang,
                alternates=self.frame.homes(),
                json_ld=web_site(self.frame.publishers[lang]),
            ),
            home=home,
        )

    def _releases(self, edition: _Edition) -> Iterator[Leaf]:
        for filing, article, item, text in zip(
            edition.filings,
            edition.articles,
            edition.items,
            edition.texts,
            strict=True,
        ):
            head = self.frame.head(
                article.headline,
                article.description,
                article.address,
                article.lang,
                alternates=self.frame.alternates(filing),
                open_graph=open_graph(
                    item,
                    self.frame.publishers[article.lang],
                    title=article.headline,
                    description=article.description,
                    url=article.permalink,
                    lang=article.lang,
                ),
                json_ld=news_article(item, self.frame.publishers[article.lang]),
            )
            yield self.frame.leaf(
                "release",
                head,
                self.frame.crumbs(article.lang, article.category),
                article.category.address,
                article=article,
            )
            yield Leaf(article.text_address.lstrip("/"), data=text)

    def _list(self, found: List) -> Iterator[Leaf]:
        lang = LANGUAGES[0]
        ref = found.listing.ref
        title = self._title(found.kind, found.listing)
        feeds: tuple[FeedLink, ...] = ()
        if found.kind in _WITH_FEEDS:
            site = self.frame.sites[lang]
            feeds = self.frame.feed_links(ref.address, f"{site.name} – {title}")
            items = [self.home.items[n] for n in found.numbers[:_IN_FEED]]
            yield from self._feeds(lang, ref.address, title, items)
        crumbs = self.frame.crumbs(lang, *self._above(found))
        for address, listing in pages_of(found, feeds):
            head = self.frame.head(
                self._numbered(title, listing, lang),
                found.listing.description
                or self.frame.say(
                    lang, "Press releases in the archive: %(title)s.", title=title
                ),
                address,
                lang,
                **({"feeds": feeds} if feeds else {}),
            )
            yield self.frame.leaf(
                found.kind,
                self.frame.trail(head, crumbs),
                crumbs,
                ref.address if found.kind == "category" else "",
                listing=listing,
            )

    def _title(self, kind: str, listing: Listing) -> str:
        lang = LANGUAGES[0]
        match kind:
            case "archive":
                return self.frame.say(lang, "All releases")
            case "year":
                return self.frame.say(
                    lang, "Releases of %(year)s", year=listing.ref.name
                )
            case "month" if listing.day:
                month = language.month(listing.day, lang)
                return self.frame.say(lang, "Releases of %(month)s", month=month)
            case _:
                return listing.ref.name

    def _numbered(self, title: str, listing: Listing, lang: str) -> str:
        if listing.pagination.number == 1:
            return title
        number = language.number(listing.pagination.number, lang)
        return f"{title}, {self.frame.say(lang, 'Page').lower()} {number}"

    def _above(self, found: List) -> tuple[Ref, ...]:
        """Return what stands between home and a list."""
        lang = LANGUAGES[0]
        if found.kind in INDEXES:
            name = self.frame.say(lang, _INDEX_NAMES[found.kind])
            return (Ref(name, INDEXES[found.kind]),)
        archive = Ref(self.frame.say(lang, "Archive"), ARCHIVE)
        match found.kind:
            case "month" if found.listing.parent:
                return archive, found.listing.parent
            case "year":
                return (archive,)
            case _:
                return ()

    def _index(self, kind: str, lists: Sequence[List]) -> Leaf:
        lang = LANGUAGES[0]
        title = self.frame.say(lang, _INDEX_NAMES[kind])
        crumbs = self.frame.crumbs(lang)
        head = self.frame.head(
            title,
            self.frame.say(
                lang, "Press releases in the archive: %(title)s.", title=title
            ),
            INDEXES[kind],
            lang,
        )
        groups = index_groups(self.news, lists, kind)
        return self.frame.leaf(
            "index", self.frame.trail(head, crumbs), crumbs, kind=kind, groups=groups
        )

    def _language(self, edition: _Edition) -> Iterator[Leaf]:
        base = self.frame.base(edition.lang)
        site = self.frame.sites[edition.lang]
        found = List(
            "language",
            Listing(Ref(site.name, base), (), ONE_PAGE),
            tuple(make_card(article) for article in edition.articles),
            (),
        )
        title = self.frame.say(
            edition.lang,
            "Releases in %(language)s",
            language=language.language_name(edition.lang),
        )
        for address, listing in pages_of(found, site.feeds):
            head = self.frame.head(
                self._numbered(title, listing, edition.lang),
                self.frame.say(
                    edition.lang,
                    "Press releases in the archive: %(title)s.",
                    title=title,
                ),
                address,
                edition.lang,
                alternates=self.frame.homes() if address == base else (),
            )
            yield self.frame.leaf("language", head, listing=listing)

    def _page(self, filing: Filing) -> Leaf:
        body = self.news.bodies[filing.path]
        page = PlainPage(
            address=filing.address,
            lang=filing.lang,
            title=filing.title,
            description=filing.summary or body.teaser,
            standfirst=filing.summary,
            # Safe: made by `body`, which lets nothing but nh3's output through.
            body=Markup(body.html),
        )
        crumbs = self.frame.crumbs(filing.lang)
        head = self.frame.head(
            page.title,
            page.description,
            page.address,
            page.lang,
            alternates=self.frame.alternates(filing),
        )
        return self.frame.leaf(
            "page", self.frame.trail(head, crumbs), crumbs, page=page
        )

    def _initials(self) -> Leaf:
        lang = LANGUAGES[0]
        roster = tuple(
            RosterLine(
                term.initials,
                self.news.ref(reporter.name, list_address("reporter", reporter.id)),
                term.role,
                term.since,
                term.until,
            )
            for reporter in self.news.registers.roster.reporters.values()
            for term in reporter.terms
        )
        title = self.frame.say(lang, "About these initials")
        crumbs = self.frame.crumbs(lang)
        head = self.frame.head(
            title,
            self.frame.say(
                lang, "Who stands behind the initials at the end of a release."
            ),
            INITIALS,
            lang,
        )
        ordered = sorted(roster, key=lambda line: (line.initials.lower(), line.since))
        return self.frame.leaf(
            "initials", self.frame.trail(head, crumbs), crumbs, roster=tuple(ordered)
        )

    def _not_found(self) -> Leaf:
        lang = LANGUAGES[0]
        latest = tuple(make_card(article) for article in self.home.articles[:_LATEST])
        title = self.frame.say(lang, "This page is not in the archive")
        head = replace(
            self.frame.head(
                title, title, "/404.html", lang, feeds=self.frame.sites[lang].feeds
            ),
            noindex=True,
        )
        return self.frame.leaf("404", head, path="404.html", latest=latest)

    def _feeds(
        self, lang: str, base: str, title: str, items: Sequence[NewsItem]
    ) -> Iterator[Leaf]:
        site = self.frame.sites[lang]
        for _, name, _, write in FEED_KINDS:
            feed = Feed(
                title=f"{site.name} – {title}" if title else site.name,
                description=self.frame.say(
                    lang, "Press releases of %(office)s.", office=site.office
                ),
                home_url=self.news.whole(base),
                feed_url=self.news.whole(f"{base}{name}"),
                lang=lang,
                items=tuple(items[:_IN_FEED]),
                publisher=self.frame.publishers[lang],
            )
            yield Leaf(f"{base}{name}".lstrip("/"), data=write(feed))


def _copies(files: Mapping[str, bytes]) -> Iterator[Leaf]:
    for address, data in files.items():
        yield Leaf(address.lstrip("/"), data=data)


def _series(articles: Iterable[Article]) -> tuple[Series, ...]:
    """Return the series with the newest parts, newest first."""
    found: dict[str, Series] = {}
    for article in articles:
        if article.series is not None:
            parts = tuple(replace(p, current=False) for p in article.series.parts)
            series = replace(article.series, parts=parts)
            found.setdefault(series.ref.address, series)
    return tuple(found.values())[:_SERIES]


def _within_city(news: News, lists: Iterable[List]) -> tuple[Ref, ...]:
    """Return the places right below the office's own, by name."""
    city = news.registers.office.city
    return tuple(
        replace(found.listing.ref, count=len(found.cards))
        for found in lists
        if found.kind == "place" and place_of(news, found.listing.ref).parent == city
    )


def _entry(news: News, head: Head, article: object) -> SitemapEntry:
    changed = None
    if isinstance(article, Article):
        changed = article.modified or article.published
    alternates = tuple((lang, news.whole(address)) for lang, address in head.alternates)
    return SitemapEntry(head.canonical, changed, alternates)
