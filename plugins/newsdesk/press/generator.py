"""Writes the site for Pelican: every leaf of the plan becomes a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from newsdesk.body import Body
from newsdesk.filing import Filing, published
from newsdesk.page.news import News
from newsdesk.page.plan import plan_site
from newsdesk.page.reader import OpenDesk
from newsdesk.page.values import Leaf
from newsdesk.press.theme import read_theme


class LostError(Exception):
    """A release that should be on the site was lost on the way; names its path."""


class ClashError(Exception):
    """Two files of the site want one path; names it."""


def _clash(leaf: Leaf) -> ClashError:
    return ClashError(f'Two files of the site want "{leaf.path}".')


def get_generators(_: Pelican) -> type[Generator]:
    """Return the generator that writes the site."""
    return SiteGenerator


class SiteGenerator(Generator):  # type: ignore[misc]
    """Lays out what Pelican's generators have read."""

    def generate_context(self) -> None:
        """Do nothing: reading is the work of Pelican's own generators."""

    def generate_output(self, _: Writer) -> None:
        """Write every file of the site.

        Pelican's writer is passed by: it copies the whole context for each page.

        Raises:
            LostError: A release was checked, and not read.
            ClashError: Two files want one path.
        """
        desk: OpenDesk = self.settings["NEWSDESK"]
        news = self._news(desk)
        output = Path(self.output_path)
        written: set[str] = set()
        for leaf in plan_site(news, desk.catalogues):
            if leaf.path in written:
                raise _clash(leaf)
            written.add(leaf.path)
            target = output / leaf.path
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self._bytes(leaf))
            except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
                raise _clash(leaf) from error

    def _bytes(self, leaf: Leaf) -> bytes:
        if not leaf.template:
            return leaf.data
        text: str = self.get_template(leaf.template).render(leaf.values)
        return text.encode()

    def _news(self, desk: OpenDesk) -> News:
        read = _read(self.context)
        shown = [
            filing for filing in desk.archive.by_path.values() if desk.shows(filing)
        ]
        if lost := sorted({f.path for f in shown} - read.keys()):
            raise LostError(f"Checked, but not read: {', '.join(lost)}.")
        theme = read_theme(Path(self.theme), desk.archive.registers.office.accent)
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
            bodies={path: body for path, (_, body) in read.items()},
            pictures=desk.pictures,
            extras={
                path.removeprefix("extra"): desk.content.bytes_of(path)
                for path in desk.content.extras
            },
            stylesheet=theme.stylesheet,
            script=theme.script,
        )


def _read(context: Mapping[str, Any]) -> dict[str, tuple[Filing, Body]]:
    """Return path -> what Pelican's generators have read."""
    return {
        content.filing.path: (content.filing, content.body)
        for content in (*context["articles"], *context["pages"])
    }
