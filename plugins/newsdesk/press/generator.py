"""Writes the site for Pelican: every leaf of the plan becomes a file."""

from dataclasses import dataclass
from pathlib import Path

from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from newsdesk.filing import published
from newsdesk.page.digest import Digester
from newsdesk.page.frame import Frame
from newsdesk.page.news import News
from newsdesk.page.open_desk import OpenDesk
from newsdesk.page.plan import Plan
from newsdesk.page.rendering import Renderer
from newsdesk.press.crew import aside
from newsdesk.press.errors import BuildError
from newsdesk.press.kept import BUILDS, Shelf
from newsdesk.press.leaks import Held, held_words
from newsdesk.press.printing import Keys, Printer, Tree, print_site
from newsdesk.press.proofs import Proofs, read_proofs
from newsdesk.press.stage import Stage
from newsdesk.press.theme import read_theme, words_of
from newsdesk.press.verify import Inspection, Inspector
from newsdesk.settings import NewsdeskSettings


class UnsoundError(BuildError):
    """The finished site is not right; names each defect."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site as laid out and verified, for what comes behind Pelican."""

    stage: Stage
    desk: OpenDesk
    proofs: Proofs
    served: Tree
    """What it takes the place of."""


def get_generators(_: Pelican) -> type[Generator]:
    """Return the generator that writes the site."""
    return SiteGenerator


class SiteGenerator(Generator):  # type: ignore[misc]
    """Lays out what the desk has read."""

    def generate_context(self) -> None:
        """Do nothing: the desk has read everything before a generator was made."""

    def generate_output(self, _: Writer) -> None:
        """Write every file of the site and verify them.

        Pelican's writer is passed by: it copies the whole context for each page.

        Raises:
            ClashError: Two files want one path.
            UnsoundError: The site is not right.
        """
        desk: OpenDesk = self.settings["NEWSDESK"]
        ours: NewsdeskSettings = self.settings["NEWSDESK_SETTINGS"]
        theme = Path(self.theme)
        news = news_of(desk, theme, lean=ours.lean)
        held = held_of(desk, theme)
        plan = Plan(news, desk.catalogues)
        formes = tuple(plan.formes())
        shelf = Shelf(ours.store / BUILDS)
        stage = Stage(Path(self.output_path), shelf.take)
        for forme in formes:
            stage.announce(forme.paths)
        basis = self._basis(desk, plan.frame)
        served = Tree(ours.served, read_proofs(ours.store, ours.served, basis))
        printer = Printer(
            formes,
            Keys(formes),
            plan.frame,
            Renderer(self.env, desk.catalogues, desk.base),
            stage,
            Inspector(desk.base, held),
            before=Tree(stage.root, read_proofs(ours.store, stage.root, basis)),
            served=served,
        )
        inspection = Inspection(desk.base)
        with aside(self.settings["NEWSDESK_OPENER"].remember):
            files = print_site(printer, held.digest, inspection, ours.hands, ours.tell)
        inspection.follow("_redirects", map(desk.base.whole, desk.redirects.values()))
        shown = {f.path: f.address for f in (*news.releases, *news.pages)}
        if defects := inspection.defects(shown):
            raise UnsoundError(*(one.words for one in defects))
        proofs = Proofs(basis, held.digest, files)
        self.settings["NEWSDESK_MADE"] = Made(stage, desk, proofs, served)

    def _basis(self, desk: OpenDesk, frame: Frame) -> str:
        """Return the digest of what every file goes by; empty when it is not known."""
        shared = (frame.base, frame.languages, frame.sites, frame.publishers)
        flags = (frame.noindex, frame.lean)
        return desk.basis and Digester().of((desk.basis, flags, shared))


def held_of(desk: OpenDesk, theme: Path) -> Held:
    """Return what of the texts that are not shown must not be on the site."""
    return held_words(
        desk.archive,
        (one for one in desk.archive.by_path.values() if not desk.shows(one)),
        (
            *(file.text for file in desk.content.registers.values()),
            *words_of(theme),
        ),
    )


def news_of(desk: OpenDesk, theme: Path, *, lean: bool) -> News:
    """Return everything that is published, with the theme's own files.

    Args:
        desk: What was opened.
        theme: The theme's folder.
        lean: Whether what is for programs alone is left out.
    """
    shown = [filing for filing in desk.archive.by_path.values() if desk.shows(filing)]
    looks = read_theme(theme, desk.archive.registers.office.accent)
    return News(
        registers=desk.archive.registers,
        now=desk.now,
        private=desk.private,
        base=desk.base,
        releases=published(filing for filing in shown if filing.kind == "release"),
        pages=tuple(
            sorted(
                (filing for filing in shown if filing.kind == "page"),
                key=lambda filing: filing.address,
            )
        ),
        bodies=desk.bodies,
        pictures=desk.pictures,
        extras={
            path.removeprefix("extra"): desk.content.bytes_of(path)
            for path in desk.content.extras
        },
        stylesheet=looks.stylesheet,
        script=looks.script,
        redirects=desk.redirects,
        lean=lean,
    )
