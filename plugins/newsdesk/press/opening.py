"""Opens the desk: reads and checks the content before Pelican touches anything."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican

from newsdesk import settings as newsdesk_settings
from newsdesk.addresses import Base
from newsdesk.desk.check import Checked, check_content
from newsdesk.desk.finding import Finding
from newsdesk.desk.memory import Remembered
from newsdesk.desk.report import report
from newsdesk.filing import Archive, Filing
from newsdesk.intake import Content, Folder, content_option, near
from newsdesk.moves import redirects_of
from newsdesk.page.digest import Digester
from newsdesk.page.images import Made, PictureError, Pictures, publish_pictures
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
from newsdesk.press.rack import Rack
from newsdesk.press.telling import told, told_of_registers, untold
from newsdesk.progress import Phase
from newsdesk.registers import zone_of
from newsdesk.saying import Bilingual, SaidError
from newsdesk.settings import NewsdeskSettings


class RefusedError(SaidError):
    """The desk refuses to publish; holds the findings and their report."""

    def __init__(self, findings: tuple[Finding, ...], words: str) -> None:
        super().__init__(words)
        self.findings = findings


class Opener:
    """Opens the desk, again and again: what is as it was is not asked for again."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        """Take Pelican's settings; read nothing yet.

        Raises:
            SettingError: A setting is not what it must be.
        """
        self.ours = newsdesk_settings.read_settings(dict(settings))
        self.theme = Path(settings["THEME"])
        self.folder = Folder(Path(settings["PATH"]))
        self.catalogues = translations(self.theme / "locale")
        self.style = style_of(self.ours.site_url, self.catalogues, lean=self.ours.lean)
        self.report = ""
        """The findings in words; empty when there are none."""
        self.basis = ""
        self.checked: Checked | None = None
        """As of the last opening, refused or not."""
        self._registers: tuple[tuple[str, str], ...] = ()
        self._read: Mapping[str, Remembered] = {}
        self._made: Made = {}
        self._rack = Rack(self.ours.store)

    def goes_by(self, content: Content) -> bool:
        """Say whether a folder has the registers that were read first."""
        return self._registers == _registers(_texts(content))

    def open(self, content: Content) -> OpenDesk:
        """Check a content folder.

        Args:
            content: The folder as read; after the first time `goes_by` must hold.

        Raises:
            RefusedError: There are errors, or warnings in a strict build.
            BuildError: A picture cannot be made.
            SettingError: A setting is not what it must be.
        """
        ours = self.ours
        texts = _texts(content)
        now = newsdesk_settings.read_now(ours.now, zone_of(texts))
        before = self.checked.archive if self.checked else None
        if self.checked is not None:
            memory = self.checked.remembered
        else:
            self._registers = _registers(texts)
            self.basis = ours.basis and Digester().of(
                (ours.basis, ours.site_url, ours.lean, self._registers)
            )
            if self.basis:
                self._read = read_notes(
                    self._notes, self.basis, zone_of(texts), self._rack.keep
                )
            memory = self._read
        checked = self.checked = check_content(
            content,
            now,
            crew=partial(crewed, hands=ours.hands if before is None else 1),
            private=ours.private,
            style=self.style,
            keep=self._rack.keep,
            memory=memory,
            before=before,
            tell=ours.tell,
        )
        self.report = _report(checked, content, now, ours)
        refused = any(f.stops(strict=ours.strict) for f in checked.findings)
        if refused or checked.archive is None:
            raise RefusedError(checked.findings, self.report)
        archive = checked.archive
        shows = partial(Filing.shown, now=now, private=ours.private)
        redirects, _ = redirects_of(archive, shows, checked.addresses)
        base = Base(ours.site_url or archive.registers.office.url)
        ours.tell(Phase.PICTURES, 0, 0)
        pictures = _pictures(
            content, archive, shows, ours.store / "pictures", self._made
        )
        return OpenDesk(
            content=content,
            archive=archive,
            now=now,
            private=ours.private,
            base=base,
            pictures=pictures,
            catalogues=self.catalogues,
            bodies=illustrated(
                checked.bodies, archive, pictures, base, self.catalogues
            ),
            redirects=redirects,
            basis=self.basis,
        )

    def remember(self) -> None:
        """Keep what was found for the next process."""
        if self.checked is not None:
            write_notes(self._notes, self.basis, self._read, self.checked.remembered)

    @property
    def _notes(self) -> Path:
        return self.ours.store / "notes.sqlite"


def open_desk(pelican: Pelican) -> None:
    """Read and check the content folder; fill Pelican's settings from the office.

    Raises:
        RefusedError: There are errors, or warnings in a strict build.
        BuildError: A picture cannot be made.
        SettingError: A setting is not what it must be.
    """
    settings: dict[str, Any] = pelican.settings
    opener = Opener(settings)
    opener.ours.tell(Phase.READING, 0, 0)
    desk = opener.open(opener.folder.read())
    office = desk.archive.registers.office
    newsdesk_settings.fill(settings, office, desk.base.url)
    # Pelican compiles the template of each plain page, which nothing renders.
    settings["JINJA_FILTERS"] |= filters(office.language, desk.base)
    settings["NEWSDESK_STORE"] = str(opener.ours.store)
    settings["NEWSDESK"] = desk
    settings["NEWSDESK_OPENER"] = opener
    settings["NEWSDESK_SETTINGS"] = opener.ours
    settings["NEWSDESK_FINDINGS"] = opener.checked and opener.checked.findings
    settings["NEWSDESK_REPORT"] = opener.report


def _report(
    checked: Checked, content: Content, now: datetime, ours: NewsdeskSettings
) -> str:
    """Return the findings in words, those that a log may tell."""
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
        words = f"{words}\n{untold(len(hidden), ours.lang, content.root)}"
    return words


def _texts(content: Content) -> dict[str, str]:
    return {name: file.text for name, file in content.registers.items()}


def _registers(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what the office knows; not the ledgers, which change with every publish.

    What of them shows on a page or in a finding is asked for by itself.
    """
    return tuple(sorted(one for one in texts.items() if one[0].endswith(".toml")))


def _pictures(
    content: Content,
    archive: Archive,
    shows: Callable[[Filing], bool],
    store: Path,
    made: Made,
) -> Pictures:
    """Make the pictures of a site, and keep those that its embargoed texts will have.

    At their hour nobody looks, and one that cannot be made would stop the whole site.

    Raises:
        BuildError: A picture cannot be made; names the texts that are shown with it.
    """
    shown = pictures_shown(archive, shows)
    try:
        pictures = publish_pictures(content, shown, store, made)
    except PictureError as error:
        texts = archive.by_path.values()
        users = sorted(f.path for f in texts if shows(f) and error.path in f.pictures)
        where = ", ".join(users) or str(near(content.root))
        raise BuildError(error.words.at(where)) from error
    try:
        coming = pictures_shown(archive, _coming) - shown
        publish_pictures(content, coming, store, made)
    except PictureError as error:
        # A log may be public: no name of what is held.
        option = content_option(content.root)
        raise BuildError(
            Bilingual(
                "Sebuah gambar dalam siaran yang ditahan tidak terbaca. Jalankan"
                f" `python3 tasks.py bangun{option} --private --output public-privat`"
                " untuk melihat yang mana.",
                "A picture in a release that is held cannot be read. Run `python3"
                f" tasks.py build{option} --private --output public-privat` to see"
                " which one.",
            )
        ) from error
    return pictures


def _coming(filing: Filing) -> bool:
    """Say whether a text is out, or will be without anybody looking at it again."""
    return filing.status == "published" and not filing.withdrawn
