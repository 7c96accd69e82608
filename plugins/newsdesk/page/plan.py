"""The plan of the site: every file of it, as a value.

One look at `Plan.formes` shows what the site is made of. Each forme names all that its
files depend on, and makes them only when it is asked: in any process, or not at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from gettext import NullTranslations

from markupsafe import Markup

from newsdesk.addresses import ARCHIVE, INDEXES, INITIALS, list_address
from newsdesk.filing import LANGUAGES
from newsdesk.page import language
from newsdesk.page.articles import (
    make_article,
    make_card,
    make_surroundings,
    newest_series,
    published_in,
)
from newsdesk.page.frame import Frame
from newsdesk.page.items import make_item, make_shared
from newsdesk.page.lists import (
    ONE_PAGE,
    List,
    index_groups,
    make_lists,
    pages_of,
    place_of,
)
from newsdesk.page.news import News
from newsdesk.page.office import contact_of
from newsdesk.page.story import Story
from newsdesk.page.values import (
    Around,
    Card,
    CategoryBlock,
    FeedLink,
    Forme,
    Home,
    IndexGroup,
    Leaf,
    Listing,
    PlainPage,
    Ref,
    RosterLine,
    Urgent,
)
from newsdesk.registers import Registers
from newsdesk.wire.feeds import Feed
from newsdesk.wire.headers import headers_file
from newsdesk.wire.json_ld import news_article, web_site
from newsdesk.wire.notice import PRIVATE, PRIVATE_TEXT
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
from newsdesk.wire.sitemaps import (
    NEWS_AGE,
    SitemapEntry,
    news_sitemap,
    robots,
    sitemap,
)

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

Alternates = tuple[tuple[str, str], ...]
"""Language and address of each edition of a page."""


@dataclass(frozen=True, slots=True)
class _Edition:
    """The releases of one language, newest first, and as lists show them."""

    lang: str
    stories: tuple[Story, ...]
    cards: tuple[Card, ...]


class Plan:
    """A site before it is made."""

    def __init__(self, news: News, catalogues: Mapping[str, NullTranslations]) -> None:
        """Take what is published, and the words of each language."""
        self._news = news
        self.frame = Frame(news, catalogues)
        """What all pages share."""
        self._editions = {lang: self._edition(lang) for lang in news.languages}

    def formes(self) -> Iterator[Forme]:
        """Yield what makes every file of the site; no path comes twice."""
        entries: list[SitemapEntry] = []
        site: set[str] = set()
        for forme, entry in self._pages():
            yield forme
            site.update(f"/{path.removesuffix('index.html')}" for path in forme.paths)
            if entry is not None:
                entries.append(entry)
        yield from self._redirects(frozenset(site))
        yield from self._sitemaps(tuple(entries))

    @property
    def _home(self) -> _Edition:
        """The releases in the site's own language."""
        return self._editions[LANGUAGES[0]]

    def _edition(self, lang: str) -> _Edition:
        stories = tuple(s for s in self._news.stories if s.filing.lang == lang)
        return _Edition(lang, stories, tuple(map(make_card, stories)))

    def _entry(
        self,
        address: str,
        changed: datetime | None = None,
        alternates: Alternates = (),
    ) -> SitemapEntry:
        whole = self._news.base.whole
        others = tuple((lang, whole(other)) for lang, other in alternates)
        return SitemapEntry(whole(address), changed, others)

    def _pages(self) -> Iterator[tuple[Forme, SitemapEntry | None]]:
        """Yield everything but what tells of the rest, with its line in the sitemap."""
        registers, home = self._news.registers, self._home
        lists = make_lists(registers, home.stories, home.cards)
        homes = self.frame.homes()
        yield (
            Forme(("index.html",), home_page, (self._front(lists),)),
            self._entry("/", None, homes),
        )
        for edition in self._editions.values():
            yield from self._releases(edition)
        for found in lists:
            yield from self._list(found)
        for kind, address in INDEXES.items():
            groups = index_groups(registers, lists, kind)
            forme = Forme((_path(address),), index_page, (kind, groups))
            yield forme, self._entry(address)
        for edition in self._editions.values():
            if edition is not home:
                yield from self._language(edition)
        for story in self._news.plain:
            address = story.filing.address
            forme = Forme((_path(address),), plain_page, (story,))
            yield forme, self._entry(address, None, story.alternates)
        forme = Forme((_path(INITIALS),), initials_page, (self._roster(),))
        yield forme, self._entry(INITIALS)
        yield Forme(("404.html",), lost_page, (home.cards[:_LATEST],)), None
        for edition in self._editions.values():
            base = self.frame.home(edition.lang)
            yield self._feeds(edition.lang, base, "", edition.stories), None
        for files in (
            self.frame.assets,
            self._news.pictures.files,
            self._news.extras,
        ):
            for address, data in files.items():
                yield _ready(address.lstrip("/"), data), None
        yield (
            _ready("_headers", headers_file(noindex=self._news.noindex).encode()),
            None,
        )

    def _releases(
        self, edition: _Edition
    ) -> Iterator[tuple[Forme, SitemapEntry | None]]:
        surroundings = make_surroundings(edition.stories, edition.cards)
        for story, around in zip(edition.stories, surroundings, strict=True):
            address = story.filing.address
            text = () if self.frame.lean else (f"{address}rilis.txt".lstrip("/"),)
            yield (
                Forme((_path(address), *text), release_files, (story, around)),
                self._entry(address, story.filing.publication, story.alternates),
            )

    def _feeds(
        self, lang: str, base: str, title: str, stories: tuple[Story, ...]
    ) -> Forme:
        names = (name for _, name, *_ in self.frame.feed_kinds)
        paths = tuple(f"{base}{name}".lstrip("/") for name in names)
        return Forme(paths, feed_files, (lang, base, title, stories[:_IN_FEED]))

    def _list(self, found: List) -> Iterator[tuple[Forme, SitemapEntry | None]]:
        stories = self._home.stories
        title = list_title(self.frame, found.kind, found.listing)
        feeds: tuple[FeedLink, ...] = ()
        if found.kind in _WITH_FEEDS:
            address = found.listing.ref.address
            site = self.frame.sites[LANGUAGES[0]]
            feeds = self.frame.feed_links(address, f"{site.name} – {title}")
            newest = tuple(stories[n] for n in found.numbers[:_IN_FEED])
            yield self._feeds(LANGUAGES[0], address, title, newest), None
        for address, listing in pages_of(found, feeds):
            forme = Forme((_path(address),), list_page, (found.kind, address, listing))
            yield forme, self._entry(address)

    def _language(
        self, edition: _Edition
    ) -> Iterator[tuple[Forme, SitemapEntry | None]]:
        base = self.frame.home(edition.lang)
        site = self.frame.sites[edition.lang]
        listing = Listing(Ref(site.name, base), (), ONE_PAGE)
        found = List("language", listing, edition.cards, ())
        for address, page in pages_of(found, site.feeds):
            alternates = self.frame.homes() if address == base else ()
            forme = Forme(
                (_path(address),),
                language_page,
                (edition.lang, address, page, alternates),
            )
            yield forme, self._entry(address, None, alternates)

    def _front(self, lists: Sequence[List]) -> Home:
        """Return what stands on the home page."""
        news = self._news
        cards, stories = self._home.cards, self._home.stories
        today = news.now.astimezone(news.registers.office.zone).date()
        both = tuple(zip(cards, (story.filing for story in stories), strict=True))
        urgent = tuple(
            Urgent(card.headline, card.address, card.published, filing.urgent)
            for card, filing in both
            if filing.urgent is not None and filing.urgent > news.now
        )
        picks = tuple(
            card
            for card, filing in both
            if filing.pinned is not None and filing.pinned >= today
        )
        # What stands in the bar does not also lead the page.
        in_bar = {notice.address for notice in urgent}
        rest = [card for card in cards if card.address not in in_bar]
        by_address = {found.listing.ref.address: found for found in lists}
        archive = by_address[ARCHIVE].listing
        newest_year = (
            by_address.get(archive.periods[0].address) if archive.periods else None
        )
        return Home(
            urgent=urgent,
            lead=rest[0] if rest else None,
            latest=tuple(rest[1 : 1 + _LATEST]),
            picks=picks[:_PICKS],
            blocks=tuple(
                CategoryBlock(ref, by_address[ref.address].cards[:_IN_BLOCK])
                for ref in self.frame.sites[LANGUAGES[0]].categories
            ),
            series=newest_series(stories)[:_SERIES],
            years=archive.periods,
            months=newest_year.listing.periods if newest_year else (),
            places=_within_city(news.registers, lists),
            contact=contact_of(news.registers.office, "", LANGUAGES[0]),
            total=len(cards),
            newest=cards[0].published if cards else None,
        )

    def _roster(self) -> tuple[RosterLine, ...]:
        """Return every term of every reporter, linked when the reporter has a page."""
        listed = self._news.listed
        lines = [
            RosterLine(
                term.initials,
                Ref(reporter.name, address if address in listed else ""),
                term.role,
                term.since,
                term.until,
            )
            for reporter in self._news.registers.roster.reporters.values()
            for address in (list_address("reporter", reporter.id),)
            for term in reporter.terms
        ]
        lines.sort(key=lambda line: (line.initials.lower(), line.since))
        return tuple(lines)

    def _redirects(self, site: frozenset[str]) -> Iterator[Forme]:
        """Yield what leads from former addresses to present ones.

        Args:
            site: The addresses of all other files.
        """
        redirects, base = self._news.redirects, self._news.base
        for former, address in redirects.items():
            if page := page_path(former):
                yield _ready(page, redirect_page(base.whole(address)))
        if redirects:
            for name, text in (
                ("_redirects", redirects_file(redirects, base.path)),
                ("_redirects.nginx", nginx_redirects(redirects, base.path, site)),
                ("_redirects.caddy", caddy_redirects(redirects, base.path)),
            ):
                yield _ready(name, text.encode())

    def _sitemaps(self, entries: tuple[SitemapEntry, ...]) -> Iterator[Forme]:
        """Yield what tells search engines and researchers of the rest."""
        news, stories = self._news, self._home.stories
        publisher = self.frame.publishers[LANGUAGES[0]]
        for address, data in sitemap(entries, news.base.whole("/")).items():
            yield _ready(address.lstrip("/"), data)
        items = [
            make_item(self.frame, story)
            for story in news.stories
            if published_in(story.filing)[0] >= news.now - NEWS_AGE
        ]
        yield _ready("sitemap-news.xml", news_sitemap(items, publisher, news.now))
        yield _ready("robots.txt", robots(publisher, disallow_all=False).encode())
        if news.private:
            yield _ready(PRIVATE, PRIVATE_TEXT.encode())
        newest = stories[0].filing.publication if stories else None
        if newest is not None:
            expires = (newest + _SECURITY_LASTS).isoformat()
            text = security_txt(
                publisher.email, news.base.whole("/"), expires, news.languages
            )
            yield _ready(".well-known/security.txt", text.encode())


# -- what makes the files: functions of the frame and of what a forme is given ---------


def home_page(frame: Frame, home: Home) -> Iterator[Leaf]:
    """Make the home page."""
    lang = LANGUAGES[0]
    site = frame.sites[lang]
    head = frame.head(
        site.name,
        frame.say(
            lang,
            "Press releases of %(office)s: the latest news, the archive by"
            " time and place, and material for the media.",
            office=site.office,
        ),
        "/",
        lang,
        alternates=frame.homes(),
        json_ld=None if frame.lean else web_site(frame.publishers[lang]),
    )
    yield frame.leaf("home", head, home=home)


def release_files(frame: Frame, story: Story, around: Around) -> Iterator[Leaf]:
    """Make the page of a release, and its plain text unless the site is lean."""
    lang = story.filing.lang
    publisher = frame.publishers[lang]
    item = None if frame.lean else make_item(frame, story)
    text = b""
    if item is not None:
        moment = language.weekday_moment(item.published, lang)
        text = plain_text(item, publisher, moment).encode()
    article = make_article(frame, story, around, len(text))
    head = frame.head(
        article.headline,
        article.description,
        article.address,
        lang,
        alternates=story.alternates,
        open_graph=open_graph(
            item or make_shared(frame, story),
            publisher,
            title=article.headline,
            description=article.description,
            url=article.permalink,
            lang=lang,
        ),
        json_ld=item and news_article(item, publisher),
    )
    yield frame.leaf(
        "release",
        head,
        frame.crumbs(lang, article.category),
        article.category.address,
        article=article,
    )
    if article.text_address:
        yield Leaf(article.text_address.lstrip("/"), data=text)


def list_page(
    frame: Frame, kind: str, address: str, listing: Listing
) -> Iterator[Leaf]:
    """Make one page of a list of releases in the site's own language."""
    lang = LANGUAGES[0]
    title = list_title(frame, kind, listing)
    crumbs = frame.crumbs(lang, *_above(frame, kind, listing))
    head = frame.head(
        _numbered(frame, title, listing, lang),
        listing.description
        or frame.say(lang, "Press releases in the archive: %(title)s.", title=title),
        address,
        lang,
        **({"feeds": listing.feeds} if listing.feeds else {}),
    )
    yield frame.leaf(
        kind,
        frame.trail(head, crumbs),
        crumbs,
        listing.ref.address if kind == "category" else "",
        listing=listing,
    )


def language_page(
    frame: Frame, lang: str, address: str, listing: Listing, alternates: Alternates
) -> Iterator[Leaf]:
    """Make one page of the list of the releases in another language."""
    title = frame.say(
        lang, "Releases in %(language)s", language=language.language_name(lang)
    )
    head = frame.head(
        _numbered(frame, title, listing, lang),
        frame.say(lang, "Press releases in the archive: %(title)s.", title=title),
        address,
        lang,
        alternates=alternates,
    )
    yield frame.leaf("language", head, listing=listing)


def index_page(
    frame: Frame, kind: str, groups: tuple[IndexGroup, ...]
) -> Iterator[Leaf]:
    """Make the index of the lists of a kind."""
    lang = LANGUAGES[0]
    title = frame.say(lang, _INDEX_NAMES[kind])
    crumbs = frame.crumbs(lang)
    head = frame.head(
        title,
        frame.say(lang, "Press releases in the archive: %(title)s.", title=title),
        INDEXES[kind],
        lang,
    )
    yield frame.leaf(
        "index", frame.trail(head, crumbs), crumbs, kind=kind, groups=groups
    )


def plain_page(frame: Frame, story: Story) -> Iterator[Leaf]:
    """Make a plain page."""
    filing, lang = story.filing, story.filing.lang
    page = PlainPage(
        address=filing.address,
        lang=lang,
        title=filing.title,
        description=story.teaser,
        standfirst=filing.summary,
        # Safe: made by `body`, which lets nothing but nh3's output through.
        body=Markup(story.body.html),
    )
    crumbs = frame.crumbs(lang)
    head = frame.head(
        page.title, page.description, page.address, lang, alternates=story.alternates
    )
    yield frame.leaf("page", frame.trail(head, crumbs), crumbs, page=page)


def initials_page(frame: Frame, roster: tuple[RosterLine, ...]) -> Iterator[Leaf]:
    """Make the page about the initials."""
    lang = LANGUAGES[0]
    crumbs = frame.crumbs(lang)
    head = frame.head(
        frame.say(lang, "About these initials"),
        frame.say(lang, "Who stands behind the initials at the end of a release."),
        INITIALS,
        lang,
    )
    yield frame.leaf("initials", frame.trail(head, crumbs), crumbs, roster=roster)


def lost_page(frame: Frame, latest: tuple[Card, ...]) -> Iterator[Leaf]:
    """Make the page that answers for an address that is not there."""
    lang = LANGUAGES[0]
    title = frame.say(lang, "This page is not in the archive")
    head = replace(frame.head(title, title, "/404.html", lang), noindex=True)
    yield frame.leaf("404", head, path="404.html", latest=latest)


def feed_files(
    frame: Frame, lang: str, base: str, title: str, stories: tuple[Story, ...]
) -> Iterator[Leaf]:
    """Make the feeds of a list, in every kind."""
    site = frame.sites[lang]
    items = tuple(make_item(frame, story) for story in stories)
    for _, name, _, write in frame.feed_kinds:
        feed = Feed(
            title=f"{site.name} – {title}" if title else site.name,
            description=frame.say(
                lang, "Press releases of %(office)s.", office=site.office
            ),
            home_url=frame.base.whole(base),
            feed_url=frame.base.whole(f"{base}{name}"),
            lang=lang,
            items=items,
            publisher=frame.publishers[lang],
        )
        yield Leaf(f"{base}{name}".lstrip("/"), data=write(feed))


def ready_file(_: Frame, path: str, data: bytes) -> Iterator[Leaf]:
    """Make a file of bytes that stand already."""
    yield Leaf(path, data=data)


def list_title(frame: Frame, kind: str, listing: Listing) -> str:
    """Return what a list is called."""
    lang = LANGUAGES[0]
    match kind:
        case "archive":
            return frame.say(lang, "All releases")
        case "year":
            return frame.say(lang, "Releases of %(year)s", year=listing.ref.name)
        case "month" if listing.day:
            month = language.month(listing.day, lang)
            return frame.say(lang, "Releases of %(month)s", month=month)
        case _:
            return listing.ref.name


def _ready(path: str, data: bytes) -> Forme:
    return Forme((path,), ready_file, (path, data))


def _path(address: str) -> str:
    return f"{address.lstrip('/')}index.html"


def _numbered(frame: Frame, title: str, listing: Listing, lang: str) -> str:
    if listing.pagination.number == 1:
        return title
    number = language.number(listing.pagination.number, lang)
    return f"{title}, {frame.say(lang, 'Page').lower()} {number}"


def _above(frame: Frame, kind: str, listing: Listing) -> tuple[Ref, ...]:
    """Return what stands between home and a list."""
    lang = LANGUAGES[0]
    if kind in INDEXES:
        return (Ref(frame.say(lang, _INDEX_NAMES[kind]), INDEXES[kind]),)
    archive = Ref(frame.say(lang, "Archive"), ARCHIVE)
    match kind:
        case "month" if listing.parent:
            return archive, listing.parent
        case "year":
            return (archive,)
        case _:
            return ()


def _within_city(registers: Registers, lists: Iterable[List]) -> tuple[Ref, ...]:
    """Return the places right below the office's own, by name."""
    city = registers.office.city
    return tuple(
        replace(found.listing.ref, count=len(found.cards))
        for found in lists
        if found.kind == "place"
        and place_of(registers, found.listing.ref).parent == city
    )
