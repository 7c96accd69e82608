"""The office as pages and outputs name it: categories, contacts, publisher."""

from newsdesk.addresses import Base, list_address
from newsdesk.body import Photo
from newsdesk.page.images import MEDIA_TYPES
from newsdesk.page.values import Contact, Ref
from newsdesk.registers.categories import Category
from newsdesk.registers.office import Office, OfficeContact
from newsdesk.wire.item import Picture, Publisher


def category_ref(category: Category, lang: str) -> Ref:
    """Return a category, named in a language."""
    name = category.name_en if lang == "en" and category.name_en else category.name
    return Ref(name, list_address("category", category.id))


def contact_of(office: Office, id: str, lang: str) -> Contact:
    """Return a press contact of the office by id; the first for an empty id."""
    found: OfficeContact = next(
        (contact for contact in office.contacts if contact.id == id),
        office.contacts[0],
    )
    role = (lang == "en" and found.role_en) or found.role
    return Contact(found.name, role, found.phone, found.email)


def make_publisher(
    office: Office, base: Base, logo: Photo | None, lang: str
) -> Publisher:
    """Return the office as outputs of a language name it."""
    contact = office.contacts[0]
    return Publisher(
        name=office.name,
        site=office.site,
        url=base.whole("/"),
        domain=office.domain,
        address=office.address,
        email=contact.email,
        phone=contact.phone,
        logo=make_picture(base, logo, office.name),
        lang=office.language,
        terms=(lang == "en" and office.terms_en) or office.terms,
        sample=office.sample,
    )


def make_picture(base: Base, photo: Photo | None, alt: str = "") -> Picture | None:
    """Return a photo as outputs name it; its own words for an empty `alt`."""
    if photo is None:
        return None
    largest = photo.largest
    return Picture(
        url=base.whole(largest.address),
        width=largest.width,
        height=largest.height,
        media_type=MEDIA_TYPES[photo.kind],
        size=largest.size,
        alt=alt or photo.alt,
        caption=photo.caption,
        credit=photo.credit,
    )
