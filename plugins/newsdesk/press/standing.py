"""Holds a site in memory between edits, as printers keep standing type.

Pelican is run once for it, with its settings, the plugin and the templates; files are
made when somebody asks for them, by the same formes as those of a build.
"""

import gc
import threading
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from pelican import Pelican

from newsdesk.desk.addresses import folders_of
from newsdesk.desk.check import Desk, Result
from newsdesk.desk.finding import Level
from newsdesk.filing import Archive, Cabinet
from newsdesk.page.news import News
from newsdesk.page.open_desk import OpenDesk, illustrated
from newsdesk.page.plan import Plan, plain_page, ready_file, release_files
from newsdesk.page.rendering import Renderer
from newsdesk.page.story import Story
from newsdesk.page.values import Around, Forme
from newsdesk.press.build import pelican_watched
from newsdesk.press.crew import crewed
from newsdesk.press.errors import BuildError
from newsdesk.press.generator import SiteGenerator, UnsoundError, held_of, news_of
from newsdesk.press.next_run import next_run
from newsdesk.press.opening import Opener
from newsdesk.press.preview_answers import Answer, answer_from
from newsdesk.press.preview_paths import Kind
from newsdesk.press.verify import Inspector
from newsdesk.press.wording import templates_named
from newsdesk.settings import read_now

# So many texts at once are an edit; more are a copy, and all is done at once.
_FEW = 5
_ALONE = Around(series=None, related=(), following=None, previous=None)


@dataclass(frozen=True, slots=True)
class Galley:
    """A site as of one reading, of which every file can be made."""

    desk: OpenDesk
    addresses: Mapping[str, str]
    """Every address, and the text it hangs on."""
    news: News
    plan: Plan
    formes: Mapping[str, Forme]
    """Path on the site -> what makes the file."""
    folders: frozenset[str]
    inspector: Inspector
    ahead: Mapping[str, tuple[int, Forme]]
    """The same for pages that are ahead of the rest of the site, with the number of
    the edit that made them."""
    due: datetime | None
    """When the clock makes it another site."""

    def forme(self, path: str) -> Forme | None:
        """Return what makes a file; None when there is none."""
        return self.ahead[path][1] if path in self.ahead else self.formes.get(path)

    def look(self, path: str) -> Kind | None:
        """Say what stands at a path."""
        if self.forme(path) is not None:
            return "file"
        is_folder = not path or f"/{path}" in self.folders
        return "folder" if is_folder or f"{path}/index.html" in self.ahead else None


class StandingSite:
    """A site that stays in memory, and follows the edits of its content.

    `answer` and `advance` may be called by other threads than `follow`.
    """

    def __init__(self, settings: Mapping[str, Any], site_path: str) -> None:
        """Take Pelican's settings; read nothing yet.

        Args:
            settings: As `pelican.settings.read_settings` gives them.
            site_path: The path of the site's own URL, as `/kabar`, or empty.
        """
        self._settings = settings
        self._theme = Path(settings["THEME"])
        self._site_path = site_path
        self._opener: Opener | None = None
        self._renderer: Renderer | None = None
        self._galley: Galley | None = None
        # Who puts another galley in the place of one.
        self._changing = threading.Lock()
        # Not set while a page is made for which a writer waits.
        self._calm = threading.Event()
        self._calm.set()

    def follow(self, edited: Collection[str], number: int) -> str:
        """Make the whole site anew; return the findings in words.

        Args:
            edited: Paths under the content folder that were edited since.
            number: Of the last edit that is among them.

        Raises:
            RefusedError: The desk refuses; the site stays as it was.
            BuildError: A picture cannot be made, a template is missing; the same.
            SettingError: A setting is not what it must be.
        """
        try:
            with templates_named(self._theme):
                galley = self._made(edited)
        except Exception:
            with self._changing:
                if self._galley is not None:
                    ahead = _later(self._galley, number)
                    self._galley = replace(self._galley, ahead=ahead)
            raise
        assert self._opener is not None
        assert self._renderer is not None
        with self._changing:
            if self._galley is not None:
                galley = replace(galley, ahead=_later(self._galley, number))
            else:
                # Nothing of it is looked through again and again.
                gc.collect()
                gc.freeze()
            self._galley = galley
        self._renderer.forget()
        return self._opener.report

    def _made(self, edited: Collection[str]) -> Galley:
        opener = self._opener
        if opener is not None:
            content = opener.folder.read(edited)
            if opener.goes_by(content):
                return self._galley_of(opener.open(content), opener)
        # What templates and settings have of the office is made anew with it.
        with pelican_watched() as errors:
            pelican = Pelican(dict(self._settings))
            generator = SiteGenerator(
                pelican.settings.copy(),
                pelican.settings,
                pelican.path,
                pelican.theme,
                pelican.output_path,
            )
        if errors:
            raise BuildError(*errors)
        opener = pelican.settings["NEWSDESK_OPENER"]
        desk: OpenDesk = pelican.settings["NEWSDESK"]
        renderer = Renderer(generator.env, desk.catalogues, desk.base)
        galley = self._galley_of(desk, opener)
        _try_each(galley, renderer)
        self._opener, self._renderer = opener, renderer
        return galley

    def _galley_of(self, desk: OpenDesk, opener: Opener) -> Galley:
        assert opener.checked is not None
        news = news_of(desk, opener.theme, lean=opener.ours.lean)
        plan = Plan(news, desk.catalogues)
        formes: dict[str, Forme] = {}
        for forme in plan.formes():
            self._calm.wait()
            formes |= dict.fromkeys(forme.paths, forme)
        return Galley(
            desk,
            opener.checked.addresses,
            news,
            plan,
            formes,
            frozenset(folders_of(f"/{path}" for path in formes)),
            Inspector(desk.base, held_of(desk, opener.theme)),
            {},
            next_run(desk.archive, desk.now),
        )

    def advance(self, edited: Collection[str], number: int) -> bool:
        """Make the pages of edited texts, with what stands around them as of before.

        Only of texts without an error, as far as the rest of the site lets that be
        said; what is left is for `follow`.

        Args:
            edited: Paths under the content folder.
            number: Of the edit; the next one has a higher one.

        Returns:
            Whether there is something new to see.
        """
        self._calm.clear()
        try:
            ahead = self._advanced(edited, number)
        finally:
            self._calm.set()
        with self._changing:
            if self._galley is not None:
                galley = self._galley
                self._galley = replace(galley, ahead={**galley.ahead, **ahead})
        return bool(ahead)

    def _advanced(
        self, edited: Collection[str], number: int
    ) -> dict[str, tuple[int, Forme]]:
        """Return what makes the pages of edited texts; nothing if one cannot be."""
        before, opener = self._galley, self._opener
        if before is None or opener is None or not 0 < len(edited) <= _FEW:
            return {}
        if not all(path.startswith(("releases/", "pages/")) for path in edited):
            return {}
        content = opener.folder.read_texts(edited) or opener.folder.read(edited)
        old = before.desk.archive
        cabinet = Cabinet(content, old.registers, old.by_path)
        if not all(path in cabinet for path in edited):
            return {}
        archive = Archive(old.registers, cabinet, old.ledgers)
        ours, now = opener.ours, self._now(before)
        desk = Desk(archive, cabinet, content.pictures, now, ours.private, opener.style)
        paths = sorted(edited)
        # A hand has both from its beginning: told, the addresses would have to travel.
        with crewed((desk, before.addresses), hands=1) as each:
            results = [*each(_checked, paths)]
        ahead: dict[str, tuple[int, Forme]] = {}
        for path, result in zip(paths, results, strict=True):
            if result is None or any(f.level is Level.ERROR for f in result[0]):
                return {}
            body, filing = result[1], cabinet[path]
            if body is None or not filing.address:
                return {}
            if not before.desk.pictures.photos.keys() >= set(filing.pictures):
                return {}
            desk_of = before.desk
            whole = illustrated(
                {path: body},
                archive,
                desk_of.pictures,
                desk_of.base,
                desk_of.catalogues,
            )
            story = before.news.story(filing, whole[path])
            page = f"{filing.address}index.html".lstrip("/")
            make = plain_page if filing.kind == "page" else release_files
            there = before.forme(page)
            given = there.given if there else (story, _ALONE)
            if there is not None and there.make is not make:
                return {}
            if cast("Story", given[0]).filing.path != path:
                # The page is of another text.
                return {}
            if filing.kind == "page":
                forme = Forme((page,), plain_page, (story,))
            else:
                text = f"{filing.address}rilis.txt".lstrip("/")
                forme = Forme((page, text), release_files, (story, given[1]))
            ahead |= dict.fromkeys(forme.paths, (number, forme))
        return ahead

    def _now(self, galley: Galley) -> datetime:
        assert self._opener is not None
        return read_now(self._opener.ours.now, galley.desk.now.tzinfo or UTC)

    def answer(self, target: str) -> Answer:
        """Return the answer to a request, whose file is made now.

        Raises:
            UnsoundError: It is not right, as a build would say too.
            BuildError: A template is missing.
            LookupError: There is no site yet.
            Exception: A template fails.
        """
        galley, renderer = self._galley, self._renderer
        if galley is None or renderer is None:
            raise LookupError
        with templates_named(self._theme):
            return answer_from(
                galley.look, partial(_file, galley, renderer), self._site_path, target
            )

    def rest(self) -> float | None:
        """Return after how many seconds the clock makes it another site, or None."""
        if self._galley is None or self._opener is None or self._opener.ours.now:
            return None
        due = self._galley.due
        if due is None:
            return None
        return max(0.0, (due - datetime.now(UTC)).total_seconds())


def _checked(given: tuple[Desk, Mapping[str, str]], path: str) -> Result:
    desk, addresses = given
    return desk.check(path, addresses)


def _later(galley: Galley, number: int) -> dict[str, tuple[int, Forme]]:
    """Return what is ahead of a site that knows all edits up to a number."""
    return {path: one for path, one in galley.ahead.items() if one[0] > number}


def _file(galley: Galley, renderer: Renderer, path: str) -> bytes:
    forme = galley.forme(path)
    assert forme is not None
    frame = galley.plan.frame
    leaf = next(one for one in forme.make(frame, *forme.given) if one.path == path)
    data = renderer.render(leaf)
    if defects := galley.inspector.look(path, data).defects:
        raise UnsoundError(*(one.words for one in defects))
    return data


def _try_each(galley: Galley, renderer: Renderer) -> None:
    """Make one file of each kind, so that a template that fails is told at once."""
    for path in _one_of_each(galley.formes.values()):
        _file(galley, renderer, path)


def _one_of_each(formes: Collection[Forme]) -> Iterator[str]:
    kinds = set()
    for forme in formes:
        # The pages of all lists are made by one function, each kind by its template.
        kind = forme.make, forme.given[0] if isinstance(forme.given[0], str) else ""
        if kind not in kinds and forme.make is not ready_file:
            kinds.add(kind)
            yield forme.paths[0]
