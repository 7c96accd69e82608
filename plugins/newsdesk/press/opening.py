"""Opens the desk: reads and checks the content before Pelican touches anything."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican

from newsdesk import settings as newsdesk_settings
from newsdesk.addresses import Base
from newsdesk.desk.check import check_content
from newsdesk.desk.finding import Finding
from newsdesk.desk.report import report
from newsdesk.filing import Archive, Filing
from newsdesk.intake import Content, near, read_content
from newsdesk.moves import redirects_of
from newsdesk.page.digest import Digester
from newsdesk.page.images import PictureError, Pictures, publish_pictures
from newsdesk.page.language import filters, translations
from newsdesk.page.open_desk import (
    OpenDesk,
    illustrated,
    pictures_shown,
    style_of,
)
from newsdesk.press.crew import crewed
from newsdesk.press.errors import BuildError
from newsdesk.press.notes import read_notes, write_notes
from newsdesk.press.telling import told, told_of_registers, untold
from newsdesk.progress import Phase
from newsdesk.registers import zone_of


class RefusedError(Exception):
    """The desk refuses to publish; holds the findings and their report."""

    def __init__(self, findings: tuple[Finding, ...], words: str) -> None:
        super().__init__(words)
        self.findings = findings


def open_desk(pelican: Pelican) -> None:
    """Read and check the content folder; fill Pelican's settings from the office.

    Raises:
        RefusedError: There are errors, or warnings in a strict build.
        BuildError: A picture cannot be made.
        SettingError: A setting is not what it must be.
    """
    settings: dict[str, Any] = pelican.settings
    ours = newsdesk_settings.read_settings(settings)
    ours.tell(Phase.READING, 0, 0)
    content = read_content(Path(settings["PATH"]))
    texts = {name: file.text for name, file in content.registers.items()}
    now = newsdesk_settings.read_now(ours.now, zone_of(texts))
    catalogues = translations(Path(settings["THEME"]) / "locale")
    basis = ours.basis and Digester().of((ours.basis, ours.site_url, _registers(texts)))
    notes = ours.store / "notes.sqlite"
    memory = read_notes(notes, basis, zone_of(texts)) if basis else {}
    checked = check_content(
        content,
        now,
        crew=partial(crewed, hands=ours.hands),
        private=ours.private,
        style=style_of(ours.site_url, catalogues),
        memory=memory,
        tell=ours.tell,
    )
    found = checked.findings
    if not ours.private:
        found = (
            told_of_registers(found)
            if checked.archive is None
            else told(found, checked.archive, now, content.roughly)
        )
    open_ones = set(map(id, found))
    hidden = tuple(one for one in checked.findings if id(one) not in open_ones)
    words = report(
        found,
        lang=ours.lang,
        format="plain",
        sources=content.texts(),
        prefix=f"{near(content.root)}/",
        strict=ours.strict,
        untold=hidden,
    )
    if hidden:
        words = f"{words}\n{untold(len(hidden), ours.lang)}"
    refused = any(f.stops(strict=ours.strict) for f in checked.findings)
    if refused or checked.archive is None:
        raise RefusedError(checked.findings, words)
    archive = checked.archive
    office = archive.registers.office
    shows = partial(Filing.shown, now=now, private=ours.private)
    redirects, _ = redirects_of(archive, shows, checked.addresses)
    base = Base(ours.site_url or office.url)
    newsdesk_settings.fill(settings, office, base.url)
    # Pelican compiles the template of each plain page, which nothing renders.
    settings["JINJA_FILTERS"] |= filters(office.language, base)
    ours.tell(Phase.PICTURES, 0, 0)
    pictures = _pictures(content, archive, shows, ours.store / "pictures")
    settings["NEWSDESK_STORE"] = str(ours.store)
    settings["NEWSDESK"] = OpenDesk(
        content=content,
        archive=archive,
        now=now,
        private=ours.private,
        base=base,
        pictures=pictures,
        catalogues=catalogues,
        bodies=illustrated(checked.bodies, archive, pictures, base, catalogues),
        redirects=redirects,
        basis=basis,
    )
    # What is refused leaves no trace; so this is done when the site is published.
    settings["NEWSDESK_REMEMBER"] = partial(
        write_notes, notes, basis, memory, checked.remembered
    )
    settings["NEWSDESK_SETTINGS"] = ours
    settings["NEWSDESK_FINDINGS"] = checked.findings
    settings["NEWSDESK_REPORT"] = words


def _registers(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what the office knows; not the ledgers, which change with every publish.

    What of them shows on a page or in a finding is asked for by itself.
    """
    return tuple(sorted(one for one in texts.items() if one[0].endswith(".toml")))


def _pictures(
    content: Content, archive: Archive, shows: Callable[[Filing], bool], store: Path
) -> Pictures:
    """Make the pictures of a site, and keep those that its embargoed texts will have.

    At their hour nobody looks, and one that cannot be made would stop the whole site.

    Raises:
        BuildError: A picture cannot be made; names the texts that are shown with it.
    """
    shown = pictures_shown(archive, shows)
    try:
        pictures = publish_pictures(content, shown, store)
    except PictureError as error:
        texts = archive.by_path.values()
        users = sorted(f.path for f in texts if shows(f) and error.path in f.pictures)
        raise BuildError(
            f"{', '.join(users) or near(content.root)}: {error}"
        ) from error
    try:
        publish_pictures(content, pictures_shown(archive, _coming) - shown, store)
    except PictureError as error:
        # A log may be public: no name of what is held.
        raise BuildError(
            "Sebuah gambar dalam siaran yang ditahan tidak terbaca. Jalankan `python3"
            " tasks.py bangun --private --output public-privat` untuk melihat yang"
            " mana. / A picture in a release that is held cannot be read. Run `python3"
            " tasks.py build --private --output public-privat` to see which one."
        ) from error
    return pictures


def _coming(filing: Filing) -> bool:
    """Say whether a text is out, or will be without anybody looking at it again."""
    return filing.status == "published" and not filing.withdrawn
