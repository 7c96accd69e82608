"""Releases as machines read them: the page's values made plain for `wire`."""

import re
from datetime import date

from newsdesk.addresses import list_address
from newsdesk.filing import Filing
from newsdesk.page.articles import bylines, published_in
from newsdesk.page.frame import Frame
from newsdesk.page.office import category_ref, contact_of, make_picture
from newsdesk.page.story import Story
from newsdesk.registers.places import Place
from newsdesk.wire.item import NewsItem, Person, Shared, Spot


def make_shared(frame: Frame, story: Story) -> Shared:
    """Return what a link to a release shows where somebody shares it."""
    published, category = published_in(story.filing)
    return Shared(
        published=published,
        modified=None,
        category=category_ref(category, story.filing.lang).name,
        tags=story.filing.tags,
        picture=make_picture(frame.base, story.lead),
        translation_lang=story.translation.name if story.translation else "",
    )


def make_item(frame: Frame, story: Story) -> NewsItem:
    """Return a release as plain values with whole URLs."""
    filing, body, whole = story.filing, story.body, frame.base.whole
    shared = make_shared(frame, story)
    hands = bylines(frame.registers, story)
    contact = contact_of(frame.registers.office, filing.contact, filing.lang)
    translation = story.translation

    def people(role: str) -> tuple[Person, ...]:
        return tuple(
            Person(hand.name, whole(hand.address) if hand.address else "")
            for hand in hands
            if hand.role == role
        )

    named = tuple(Person(name) for name in filing.byline_names)
    series = story.ref(filing.series, list_address("series", filing.series))
    return NewsItem(
        id=f"tag:{frame.registers.office.domain},{_first_day(filing)}:"
        f"{filing.first_address}",
        url=whole(filing.address),
        text_url=whole(f"{filing.address}rilis.txt"),
        lang=filing.lang,
        headline=filing.title,
        description=story.teaser,
        dateline=body.dateline,
        source=filing.source,
        located=_spot(frame, story, filing.place),
        about=_known(frame, story, filing.location) if filing.location else None,
        published=shared.published,
        modified=shared.modified,
        event_date=filing.event_date,
        authors=people("reporter") + named,
        editors=people("editor"),
        contributors=people("contributor"),
        sign_off=filing.sign_off,
        category=shared.category,
        tags=shared.tags,
        number=filing.number,
        series=(Person(series.name, whole(series.address)) if series.name else None),
        picture=shared.picture,
        body_html=_absolute(body.html, frame.base.origin),
        body_text=body.text,
        contact_name=contact.name,
        contact_role=contact.role,
        contact_phone=contact.phone,
        contact_email=contact.email,
        translation_url=whole(translation.address) if translation else "",
        translation_lang=shared.translation_lang,
    )


def _first_day(filing: Filing) -> str:
    """Return the day in the first address, which a new date does not move."""
    if found := re.search(r"/([0-9]{4})/([0-9]{2})/([0-9]{2})/", filing.first_address):
        return "-".join(found.groups())
    day: date | None = filing.publication
    return f"{day:%Y-%m-%d}"


def _spot(frame: Frame, story: Story, name: str) -> Spot | None:
    if not name:
        return None
    found = frame.registers.gazetteer.find(name)
    return _known(frame, story, found) if found else Spot(name)


def _known(frame: Frame, story: Story, place: Place) -> Spot:
    address = story.ref(place.name, list_address("place", place.id)).address
    return Spot(
        name=place.name,
        url=frame.base.whole(address),
        within=tuple(p.name for p in frame.registers.gazetteer.above(place)),
        latitude=place.latitude,
        longitude=place.longitude,
    )


# A tag with its attributes; the body's own HTML, whose attribute values never hold `>`.
_TAG = re.compile(r"<[a-z][^>]*>")
_LOCAL = re.compile(r'(?<= )(href|src)="(?=/)|(?<=[",] )(?=/)|srcset="(?=/)')


def _absolute(html: str, origin: str) -> str:
    """Return a body with whole URLs, to be read outside the site."""
    if '"/' not in html and " /" not in html:
        return html

    def whole(tag: re.Match[str]) -> str:
        return _LOCAL.sub(lambda found: found[0] + origin, tag[0])

    return _TAG.sub(whole, html)
