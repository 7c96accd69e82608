"""Releases as machines read them: the page's values made plain for `wire`."""

import re
from datetime import date

from newsdesk.addresses import list_address
from newsdesk.filing import Filing
from newsdesk.page.articles import bylines, contact_of
from newsdesk.page.images import MEDIA_TYPES
from newsdesk.page.news import News
from newsdesk.registers.places import Place
from newsdesk.wire.item import NewsItem, Person, Picture, Publisher, Spot


def make_publisher(news: News, lang: str) -> Publisher:
    """Return the office as outputs of a language name it."""
    office = news.registers.office
    contact = office.contacts[0]
    return Publisher(
        name=office.name,
        site=office.site,
        url=news.whole("/"),
        domain=office.domain,
        address=office.address,
        email=contact.email,
        phone=contact.phone,
        logo=_picture(news, office.logo, office.name, "", ""),
        lang=office.language,
        terms=(lang == "en" and office.terms_en) or office.terms,
        sample=office.sample,
    )


def make_item(news: News, filing: Filing) -> NewsItem:
    """Return a release as plain values with whole URLs."""
    office = news.registers.office
    body = news.bodies[filing.path]
    hands = bylines(news, filing)
    contact = contact_of(office, filing.contact, filing.lang)
    translation = news.translation(filing)
    if filing.publication is None or filing.category is None:
        raise ValueError(f"{filing.path} has no date or no category")

    def people(role: str) -> tuple[Person, ...]:
        return tuple(
            Person(hand.name, news.whole(hand.address) if hand.address else "")
            for hand in hands
            if hand.role == role
        )

    named = tuple(Person(name) for name in filing.byline_names)
    english = filing.lang == "en" and filing.category.name_en
    lead = body.lead
    series = news.ref(filing.series, list_address("series", filing.series))
    return NewsItem(
        id=f"tag:{office.domain},{_first_day(filing)}:{filing.first_address}",
        url=news.whole(filing.address),
        text_url=news.whole(f"{filing.address}rilis.txt"),
        lang=filing.lang,
        headline=filing.title,
        description=filing.summary or body.teaser,
        dateline=body.dateline,
        source=filing.source,
        located=_spot(news, filing.place),
        about=_known(news, filing.location) if filing.location else None,
        published=filing.publication,
        modified=None,
        event_date=filing.event_date,
        authors=people("reporter") + named,
        editors=people("editor"),
        contributors=people("contributor"),
        sign_off=filing.sign_off,
        category=filing.category.name_en if english else filing.category.name,
        tags=filing.tags,
        number=filing.number,
        series=(
            Person(series.name, news.whole(series.address)) if series.name else None
        ),
        picture=(
            _picture(news, lead.path, lead.alt, lead.caption, lead.credit)
            if lead
            else None
        ),
        body_html=_absolute(body.html, news),
        body_text=body.text,
        contact_name=contact.name,
        contact_role=contact.role,
        contact_phone=contact.phone,
        contact_email=contact.email,
        translation_url=news.whole(translation.address) if translation else "",
        translation_lang=translation.lang if translation else "",
    )


def _first_day(filing: Filing) -> str:
    """Return the day in the first address, which a new date does not move."""
    if found := re.search(r"/([0-9]{4})/([0-9]{2})/([0-9]{2})/", filing.first_address):
        return "-".join(found.groups())
    day: date | None = filing.publication
    return f"{day:%Y-%m-%d}"


def _spot(news: News, name: str) -> Spot | None:
    if not name:
        return None
    found = news.registers.gazetteer.find(name)
    return _known(news, found) if found else Spot(name)


def _known(news: News, place: Place) -> Spot:
    return Spot(
        name=place.name,
        url=news.whole(news.ref(place.name, list_address("place", place.id)).address),
        within=tuple(p.name for p in news.registers.gazetteer.above(place)),
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _picture(
    news: News, path: str, alt: str, caption: str, credit: str
) -> Picture | None:
    photo = news.photo(path)
    if photo is None:
        return None
    largest = photo.largest
    return Picture(
        url=news.whole(largest.address),
        width=largest.width,
        height=largest.height,
        media_type=MEDIA_TYPES[photo.kind],
        size=largest.size,
        alt=alt,
        caption=caption,
        credit=credit,
    )


# A tag with its attributes; the body's own HTML, whose attribute values never hold `>`.
_TAG = re.compile(r"<[a-z][^>]*>")
_LOCAL = re.compile(r'(?<= )(href|src)="(?=/)|(?<=[",] )(?=/)|srcset="(?=/)')


def _absolute(html: str, news: News) -> str:
    """Return a body with whole URLs, to be read outside the site."""

    def whole(tag: re.Match[str]) -> str:
        return _LOCAL.sub(lambda found: found[0] + news.base.origin, tag[0])

    return _TAG.sub(whole, html)
