"""Rules across files: what no release can show by itself.

One generator per rule; its docstring is the rule's entry in the manual. Each yields
the path of a file and the fault in it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby

from newsdesk.addresses import slugify
from newsdesk.desk.addresses import file_above
from newsdesk.desk.header import RESERVED, STATUSES, tags_in
from newsdesk.desk.pointing import at_further_value, at_head, at_value
from newsdesk.filing import Archive, Filing, body_digest
from newsdesk.moves import Loss, Lost
from newsdesk.notation.model import Entry, Fault
from newsdesk.notation.source import read_slug
from newsdesk.notation.words import fold
from newsdesk.registers.ledgers import ADDRESSES, EDITIONS, State

Found = Iterator[tuple[str, Fault]]

_NOTHING = body_digest("")


def oldest_first(archive: Archive) -> list[Filing]:
    """Return all texts in the order in which they keep what two of them want."""
    filings = [*archive.releases, *archive.pages]
    # A text without a date comes behind the others: it is still being written.
    return sorted(
        filings,
        key=lambda f: (*_right_of_way(archive, f), _instant(f.publication), f.path),
    )


def _right_of_way(archive: Archive, filing: Filing) -> tuple[bool, bool]:
    """Order texts by who gives way: a draft to all, a new text to what was published.

    Whatever their hours: else a new release would put the blame on an old one.
    """
    return filing.draft, filing.path not in archive.ledgers.editions


def _instant(moment: datetime | None) -> float:
    return moment.timestamp() if moment else float("inf")


def address_twice(archive: Archive, filings: Sequence[Filing]) -> Found:
    """Every address belongs to one release or page, former addresses too.

    Two files would be written to one place, and one of them would vanish.

    Fails: `Slug: pasar` in two releases of one day
    Passes: `Slug: pasar` and `Slug: pasar-malam`
    """
    owners: dict[str, str] = {}
    right_of_way = partial(_right_of_way, archive)
    for _, group in groupby(filings, right_of_way):
        some = [*group]
        for filing in some:
            yield from _own_twice(filing, owners)
        for filing in some:
            yield from _aliases_twice(filing, owners)


def _own_twice(filing: Filing, owners: dict[str, str]) -> Found:
    if not filing.address:
        return
    owner = owners.setdefault(filing.address, filing.path)
    if owner != filing.path:
        address, entry = filing.address, filing.entry("slug")
        yield (
            filing.path,
            at_head("address-twice", address=address, other=owner)
            if entry is None
            else at_value("address-twice", entry, address=address, other=owner),
        )


def _aliases_twice(filing: Filing, owners: dict[str, str]) -> Found:
    entry = filing.entry("aliases")
    for value in entry.values if entry else ():
        owner = owners.setdefault(value.text, filing.path)
        # Its own address as alias is the business of `alias-form`.
        if entry is not None and owner != filing.path:
            yield (
                filing.path,
                at_further_value(
                    "address-twice",
                    entry,
                    value,
                    "alias",
                    address=value.text,
                    other=owner,
                ),
            )


def ledger_gap(archive: Archive) -> Found:
    """A text that was published has its lines in both ledgers.

    `record` writes both. Only what is sure is told: a renamed text leaves its editions
    under its former path, where another text may be written since. A ledger that is
    lost as a whole is `ledger-lost`.

    Fails: a line was cut out of `addresses.tsv`
    Passes: a text that was never recorded
    """
    addresses, editions = archive.ledgers.addresses, archive.ledgers.editions
    owners = {line.release for line in addresses.values() if line.release}
    if not owners or not editions:
        return
    live = {o.release for o in addresses.values() if o.state is State.LIVE}
    for path, filing in archive.by_path.items():
        known = editions.get(path)
        if known is None and path in live:
            yield f"registers/{EDITIONS}", _gap(EDITIONS, filing)
        elif (
            known is not None
            and known[-1].digest == filing.body_digest
            and path not in owners
            and filing.address not in addresses
        ):
            yield f"registers/{ADDRESSES}", _gap(ADDRESSES, filing)


def _gap(ledger: str, filing: Filing) -> Fault:
    return Fault("ledger-gap", 1, 1, {"ledger": ledger, "text": filing.path})


def address_lost(archive: Archive, lost: Sequence[Lost]) -> Found:
    """An address that was published leads on: to its text, or to where that stands.

    The ledger knows which were. A withdrawn release may go; a private preview shows
    what is held.

    Fails: another `Slug:` in a release that is out
    Passes: another `Slug:` with the former address in `Aliases:`
    """
    for one in lost:
        if one.loss is Loss.AWAY:
            # Not the fault of the line, which `redirect-away` tells.
            continue
        if one.filing is None:
            values = {"address": one.line.address, "to": one.line.to}
            fault = Fault("address-lost", one.line.line, 1, values, one.loss.value)
            yield f"registers/{ADDRESSES}", fault
        elif one.loss is Loss.HELD:
            yield from _held(one, one.filing, archive)
        elif _address_can_be_read(one.filing):
            yield one.filing.path, _moved(one, one.filing)


def withdrawal_undone(archive: Archive) -> Found:
    """What was withdrawn does not come back by itself.

    With its line deleted, or an old file put back, words would stand on the site again
    that were taken from it. The ledgers know of every withdrawal.

    Fails: a release without `Withdrawn:`, which `editions.tsv` has as withdrawn
    Passes: a new release in a file of its own, with an address of its own
    """
    found = {
        path: (EDITIONS, editions[-1].line)
        for path, editions in archive.ledgers.editions.items()
        if editions[-1].kind == "withdrawal"
    }
    withdrawn = {
        line.address: (ADDRESSES, line.line)
        for line in archive.ledgers.addresses.values()
        if line.state is State.WITHDRAWN
    }
    if not (found or withdrawn):
        return
    for path, filing in archive.by_path.items():
        place = found.get(path) or withdrawn.get(filing.address)
        # An edition is withdrawn with its original, and comes back with it.
        if place and not filing.withdrawn and filing.original not in found:
            ledger, line = place
            values = {"ledger": ledger, "line": str(line), "address": filing.address}
            yield path, at_head("withdrawal-undone", **values)


def redirect_away(lost: Sequence[Lost]) -> Found:
    """A former address leads to what is on the site now.

    A list goes with its last release, and a text can be held or withdrawn: no build
    waits for a line of the ledger because of that. Until it is there again the former
    address is empty.

    Fails: `/tag-lama/` leads to `/tag/pasar/`, which no release has any more
    Passes: `/tag-lama/` leads to `/arsip/`
    """
    for one in lost:
        if one.loss is Loss.AWAY:
            values = {"address": one.line.address, "to": one.line.to}
            yield (
                f"registers/{ADDRESSES}",
                Fault("redirect-away", one.line.line, 1, values),
            )


def _address_can_be_read(filing: Filing) -> bool:
    """Say whether nothing that the address is made of has another finding."""
    slug, embargo = filing.entry("slug"), filing.entry("embargo")
    return (
        bool(filing.address)
        and (slug is None or read_slug(slug.text) is not None)
        and (embargo is None or filing.embargo is not None)
    )


def _moved(lost: Lost, filing: Filing) -> Fault:
    """Return the fault at the line that gives a text its new address."""
    day, _, slug = lost.line.address.rstrip("/").rpartition("/")
    entry: Entry | None = None
    if slug != filing.slug:
        entry = filing.entry("slug")
    elif day != filing.address.rstrip("/").rpartition("/")[0]:
        embargoed = filing.publication is not None and filing.date != filing.publication
        entry = filing.entry("embargo" if embargoed else "date")
    form, values = lost.loss.value, {"address": lost.line.address, "to": filing.address}
    if (aliases := filing.entry("aliases")) is not None:
        # A second line of that key would be refused.
        form, values = f"{form}-more", {**values, "key": aliases.spelled}
    place = at_head("") if entry is None else at_value("", entry)
    return Fault("address-lost", place.line, place.column, values, form)


def _held(lost: Lost, filing: Filing, archive: Archive) -> Found:
    """Yield the fault at the line that holds a text, which its original may have."""
    if filing.status not in STATUSES:
        # A status that is none has its own finding.
        return
    key = "status" if filing.draft else "embargo"
    for text in (filing, archive.original(filing)):
        entry = text.entry(key) if text is not None else None
        if text is not None and entry is not None:
            address = lost.line.address
            yield text.path, at_value("address-lost", entry, "held", address=address)
            return


# First parts under which the build makes as many pages as there are names.
_FAMILIES = frozenset(
    {"arsip", "gambar", "kategori", "reporter", "seri", "tag", "tema", "tempat"}
)


def alias_taken(archive: Archive, addresses: Mapping[str, str]) -> Found:
    """A former address is not one that the build makes: a list, an index, a feed.

    The redirect would take its place, or be taken away by it.

    Fails: `Aliases: /arsip/`
    Passes: `Aliases: /2026/05/16/lama/`
    """
    for filing in (*archive.releases, *archive.pages):
        entry = filing.entry("aliases")
        for value in entry.values if entry else ():
            assert entry is not None
            if _is_made(value.text, archive, addresses):
                yield filing.path, at_further_value("alias-taken", entry, value)


def _is_made(address: str, archive: Archive, addresses: Mapping[str, str]) -> bool:
    first, _, rest = address.strip("/").removeprefix("en/").partition("/")
    if not first:
        # No address of a text at all, which `alias-form` says.
        return False
    if first in _FAMILIES or (first in RESERVED and not rest):
        return True
    if file_above(address, addresses):
        return True
    if address not in addresses:
        return False
    # The address of another text is the business of `address-twice`.
    return all(filing.address != address for filing in archive.by_path.values())


def release_twice(filings: Sequence[Filing]) -> Found:
    """A release is filed once.

    A copy that was left in the folder would be published beside it, with an address,
    a place in every list and an entry in every feed of its own.

    Fails: `2026-05-16-pasar-2.md` with title and text of `2026-05-16-pasar.md`
    Passes: a notice that comes every week under another title
    """
    owners: dict[tuple[str, str], Filing] = {}
    for filing in filings:
        if filing.kind == "page" or filing.withdrawn or filing.body_digest == _NOTHING:
            continue
        said = fold(filing.title), filing.body_digest
        owner = owners.setdefault(said, filing)
        if len({f.original or f.path for f in (filing, owner)}) > 1:
            yield filing.path, at_head("release-twice", other=owner.path)


def number_twice(filings: Sequence[Filing]) -> Found:
    """A release number is given once.

    It is by the number that a newsroom asks for a release. An edition in another
    language has that of its original.

    Fails: `Number: 120/2026` in two releases
    Passes: `Number: 120/2026` in a release and in its English edition
    """
    owners: dict[str, Filing] = {}
    for filing in filings:
        if "number" not in filing.keys:
            continue
        owner = owners.setdefault(filing.number, filing)
        texts = {f.original or f.path for f in (filing, owner)}
        entry = filing.entry("number") if len(texts) > 1 else None
        if entry is not None:
            yield filing.path, at_value("number-twice", entry, other=owner.path)


def tag_spellings(filings: Sequence[Filing]) -> Found:
    """One tag has one spelling.

    Two spellings with one slug share a page, which shows that of the older release.

    Fails: `Tags: Kampung Tematik` where older releases have `kampung tematik`
    Passes: the same spelling
    """
    yield from _spellings(filings, "tags", "tag-spellings", lambda f: f.tags)


def series_spellings(filings: Sequence[Filing]) -> Found:
    """One series has one spelling.

    Fails: `Series: Pasar wringin` where older releases have `Pasar Wringin`
    Passes: the same spelling
    """
    yield from _spellings(filings, "series", "series-spellings", _series)


def _series(filing: Filing) -> tuple[str, ...]:
    return (filing.series,) if filing.series else ()


def _spellings(
    filings: Sequence[Filing],
    key: str,
    rule: str,
    names: Callable[[Filing], tuple[str, ...]],
) -> Found:
    first: dict[str, tuple[str, str]] = {}
    for filing in filings:
        for name in names(filing):
            slug = slugify(name)
            if not slug:
                # Without a Latin letter or figure it has no page to share.
                continue
            shown, owner = first.setdefault(slug, (name, filing.path))
            entry = filing.entry(key) if shown != name else None
            if entry is not None:
                # A series is named alone, whatever commas it has.
                offset = dict(reversed(tags_in(entry.text))).get(name, 0)
                values = {"value": name, "shown": shown, "other": owner}
                yield filing.path, at_value(rule, entry, offset=offset, **values)
