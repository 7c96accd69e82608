"""Puts the build before the present one in its place, unless that brings words back.

What was withdrawn, hidden, held or taken out of the content since then stays out: such
a build is refused with the reasons, and the way on is a new build.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsdesk.addresses import Base
from newsdesk.filing import Archive
from newsdesk.press.errors import BuildError
from newsdesk.press.kept import Shelf, before, files_of
from newsdesk.press.leaks import held_words
from newsdesk.press.lingering import linger
from newsdesk.press.made import hiding
from newsdesk.press.manifest import Manifest, write_manifest
from newsdesk.press.stage import Stage
from newsdesk.press.store import opened
from newsdesk.press.verify import Inspection, Inspector
from newsdesk.saying import Bilingual


@dataclass(frozen=True, slots=True)
class Returning:
    """Words that a build would bring back."""

    path: str
    """The text under the content folder."""
    kind: str
    """`withdrawn`, `held`, `hidden`, `embargo` or `gone`."""


_WORDS = {
    "withdrawn": Bilingual("sudah dicabut.", "was withdrawn."),
    "held": Bilingual("kini ditahan.", "is held now."),
    "hidden": Bilingual(
        "ralatnya menyembunyikan naskah lama.", "its correction hides the earlier text."
    ),
    "embargo": Bilingual(
        "Tanggal atau Embargonya diubah.", "its Date or Embargo was changed."
    ),
    "gone": Bilingual("tidak ada lagi di isi.", "is no longer in the content."),
}


def roll_back(
    output: Path, archive: Archive, public: tuple[str, ...], now: datetime
) -> Manifest:
    """Serve the kept build before the present one, and return its manifest.

    Args:
        output: What is served.
        archive: All texts as they are now.
        public: What anybody may read besides the texts: registers, words of the theme.
        now: An aware instant.

    Raises:
        BuildError: There is no such build, it is damaged, or it would bring words back.
    """
    with opened(output.resolve()) as store:
        served = store.served()
        target = before(store.builds, served)
        if served is None or target is None:
            raise BuildError(
                Bilingual(
                    "Tidak ada susunan sebelumnya yang tersimpan.",
                    "No earlier build is kept.",
                )
            )
        if back := sorted(returning(target, archive, now), key=lambda one: one.path):
            raise BuildError(
                *(_WORDS[one.kind].at(one.path) for one in back),
                Bilingual(
                    "Susunan itu memuat yang tidak boleh kembali. Susun situsnya dari"
                    " isi.",
                    "That build has what must not come back. Build the site from its"
                    " content.",
                ),
            )
        hidden = [f for f in archive.by_path.values() if f.withdrawn or f.held(now)]
        base = Base(target.url)
        inspector = Inspector(base, held_words(archive, hidden, public))
        inspection = Inspection(base)
        stage = Stage(store.stage, Shelf(store.builds).take)
        for path, data in files_of(store.builds, target, store.stage, store.output):
            stage.put(path, data)
            inspection.add(inspector.look(path, data))
        addresses = {path: text.address for path, text in target.texts.items()}
        if defects := inspection.defects(addresses):
            raise BuildError(*(one.words for one in defects))
        linger(stage, store.output, served, target)
        stage.finish()
        store.publish(write_manifest(target))
    return target


def returning(target: Manifest, archive: Archive, now: datetime) -> Iterator[Returning]:
    """Yield every text of a build that may not be shown as that build shows it."""
    for path, standing in target.texts.items():
        filing = archive.by_path.get(path)
        if filing is None:
            yield Returning(path, "gone")
        elif filing.withdrawn:
            yield Returning(path, "withdrawn")
        elif filing.held(now):
            yield Returning(path, "held")
        elif hiding(filing) > standing.hidden:
            yield Returning(path, "hidden")
        elif standing.publication and filing.publication != datetime.fromisoformat(
            standing.publication
        ):
            yield Returning(path, "embargo")
