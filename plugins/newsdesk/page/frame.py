"""The frame that all pages of a site share: words, office, head, trail."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from gettext import NullTranslations

from newsdesk.filing import LANGUAGES
from newsdesk.page.news import News
from newsdesk.page.office import category_ref, make_publisher
from newsdesk.page.values import FeedLink, Head, Leaf, Ref, Site
from newsdesk.wire import feeds
from newsdesk.wire.headers import HEADERS, integrity, page_policy
from newsdesk.wire.json_ld import breadcrumbs
from newsdesk.wire.open_graph import open_graph

_FEED_KINDS = (
    ("Atom", "feed.atom", "application/atom+xml", feeds.atom),
    ("RSS", "feed.rss", "application/rss+xml", feeds.rss),
    ("JSON", "feed.json", "application/feed+json", feeds.json_feed),
)


class Frame:
    """What the pages of one site share."""

    def __init__(self, news: News, catalogues: Mapping[str, NullTranslations]) -> None:
        """Take of what is published what all pages depend on, and nothing else."""
        self.registers = news.registers
        self.base = news.base
        self.languages = news.languages
        self.noindex = news.noindex
        self.lean = news.lean
        self.feed_kinds = tuple(
            kind for kind in _FEED_KINDS if not news.lean or kind[0] != "JSON"
        )
        """Name, file name, media type and writer of each kind of feed."""
        logo = news.photo(news.registers.office.logo)
        self.publishers = {
            lang: make_publisher(news.registers.office, news.base, logo, lang)
            for lang in news.languages
        }
        """The office as outputs of each language name it."""
        self._catalogues = catalogues
        self.assets = dict(_assets(news))
        """Address -> bytes of the theme's own files."""
        self.sites = {lang: self._site(news, lang) for lang in news.languages}
        """What every page of a language shows of the site and its office."""

    def say(self, lang: str, message: str, **values: str) -> str:
        """Return a message in a language, its values put in."""
        return self._catalogues[lang].gettext(message) % values

    def home(self, lang: str) -> str:
        """Return the address of the home page of a language."""
        return "/" if lang == LANGUAGES[0] else f"/{lang}/"

    def head(
        self, title: str, description: str, address: str, lang: str, **more: object
    ) -> Head:
        """Return the head of a page; it offers the feeds of its language or its own."""
        fields = {"feeds": self.sites[lang].feeds, **more}
        return Head(
            title=title,
            description=description,
            canonical=self.base.whole(address),
            lang=lang,
            noindex=self.noindex,
            **fields,  # type: ignore[arg-type]
        )

    def leaf(
        self,
        template: str,
        head: Head,
        crumbs: Sequence[Ref] = (),
        section: str = "",
        *,
        path: str = "",
        **values: object,
    ) -> Leaf:
        """Return a page: its template, and all that it depends on."""
        address = head.canonical.removeprefix(self.base.url)
        if not head.open_graph:
            graph = open_graph(
                None,
                self.publishers[head.lang],
                title=head.title,
                description=head.description,
                url=head.canonical,
                lang=head.lang,
            )
            head = replace(head, open_graph=graph)
        return Leaf(
            path or f"{address.lstrip('/')}index.html",
            template,
            {
                "site": self.sites[head.lang],
                "head": head,
                "crumbs": tuple(crumbs),
                "section": section,
                **values,
            },
        )

    def crumbs(self, lang: str, *refs: Ref) -> tuple[Ref, ...]:
        """Return the trail of a page, from the home page of its language."""
        return (Ref(self.say(lang, "Home"), self.home(lang)), *refs)

    def trail(self, head: Head, crumbs: Sequence[Ref]) -> Head:
        """Return the head with its breadcrumbs for search engines, if it has any."""
        if self.lean:
            return head
        trail = [(crumb.name, self.base.whole(crumb.address)) for crumb in crumbs]
        return replace(
            head, json_ld=breadcrumbs([*trail, (head.title, head.canonical)])
        )

    def homes(self) -> tuple[tuple[str, str], ...]:
        """Return language and address of each home page; none when there is one."""
        if len(self.languages) == 1:
            return ()
        return tuple((code, self.home(code)) for code in self.languages)

    def feed_links(self, base: str, title: str) -> tuple[FeedLink, ...]:
        """Return the feeds below an address."""
        return tuple(
            FeedLink(kind, f"{base}{name}", media, f"{title} ({kind})")
            for kind, name, media, _ in self.feed_kinds
        )

    def _site(self, news: News, lang: str) -> Site:
        office = news.registers.office
        english = lang != LANGUAGES[0]
        stylesheet = next(a for a in self.assets if a.endswith(".css"))
        script = next((a for a in self.assets if a.endswith(".js")), "")
        return Site(
            name=office.site,
            office=office.name,
            address=office.address,
            boilerplate=(english and office.boilerplate_en) or office.boilerplate,
            terms=(english and office.terms_en) or office.terms,
            sample=office.sample,
            private=news.private,
            lang=office.language,
            policy=page_policy(),
            referrer=HEADERS["Referrer-Policy"],
            stylesheet=stylesheet,
            stylesheet_integrity=integrity(self.assets[stylesheet]),
            script=script,
            script_integrity=integrity(self.assets[script]) if script else "",
            logo=news.photo(office.logo),
            categories=tuple(
                category_ref(category, lang)
                for category in news.registers.categories.categories.values()
            ),
            links=tuple(
                Ref((english and link.label_en) or link.label, link.url)
                for link in office.links
            ),
            pages=tuple(
                Ref(page.title, page.address)
                for page in news.pages
                if page.lang == lang
            ),
            languages=tuple(Ref(code, self.home(code)) for code in news.languages),
            feeds=self.feed_links(self.home(lang), office.site),
        )


def _assets(news: News) -> Iterator[tuple[str, bytes]]:
    """Yield the theme's files under names that hold a digest of their bytes."""
    for suffix, data in (("css", news.stylesheet), ("js", news.script)):
        if data:
            digest = hashlib.sha256(data).hexdigest()[:10]
            yield f"/tema/situs.{digest}.{suffix}", data
