"""The folder beside an output: what a site needs and no reader is served.

- `lock`: held while a build writes
- `proofs-INODE.json`: what each file of a tree was made of
- `stage/`: the tree that the next build lays out
- `build-manifest.json`: what is published now
- `staged-INODE.json`: what will be, once the folder of that inode is the output
- `notes.sqlite`: what the desk remembers of each text
- `next-run.json`: when the site must be built again
- `builds/`: the last builds, a manifest each, and by digest those of their files that
  stand in neither tree any more
- `pictures/`: pictures as made
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsdesk.press.errors import BuildError
from newsdesk.press.kept import BUILDS, forget
from newsdesk.press.manifest import Manifest, read_manifest
from newsdesk.press.proofs import forget_proofs
from newsdesk.press.swap import PART, recover, swap, sync, write_whole
from newsdesk.saying import Bilingual


@dataclass(frozen=True, slots=True)
class Store:
    """The folder beside an output, and the output."""

    output: Path
    """Resolved."""

    @property
    def root(self) -> Path:
        """Where all of it stands."""
        return store_of(self.output)

    @property
    def stage(self) -> Path:
        """The tree that is not served."""
        return self.root / "stage"

    @property
    def manifest(self) -> Path:
        """The manifest of what is served."""
        return self.root / "build-manifest.json"

    @property
    def next_run(self) -> Path:
        """When the site must be built again."""
        return self.root / "next-run.json"

    @property
    def builds(self) -> Path:
        """The builds that are kept."""
        return self.root / BUILDS

    @property
    def _aside(self) -> Path:
        return self.root / "before"

    def settle(self) -> None:
        """Bring everything in order that a killed command has left behind."""
        recover(self.stage, self.output, self._aside)
        served = self.output.stat().st_ino if self.output.exists() else None
        for staged in sorted(self.root.glob("staged-*.json")):
            # The swap is one step and this file another: the inode tells whether
            # the swap came to be.
            if staged.name == f"staged-{served}.json":
                staged.replace(self.manifest)
            else:
                staged.unlink()
        for left in self.root.glob(f"*{PART}"):
            left.unlink()
        for left in (self.root / "pictures").glob("*.[0-9]*"):
            left.unlink()
        forget_proofs(self.root, (self.stage, self.output))
        forget(self.builds, self._in_force())

    def served(self) -> Manifest | None:
        """Return the manifest of what is served; None when there is none."""
        data = self._in_force()
        return read_manifest(data) if data and self.output.exists() else None

    def _in_force(self) -> bytes:
        return self.manifest.read_bytes() if self.manifest.exists() else b""

    def publish(self, manifest: bytes) -> None:
        """Put the stage in the place of the output, and its manifest in force."""
        staged = self.root / f"staged-{self.stage.stat().st_ino}.json"
        write_whole(staged, manifest)
        sync(self.root)
        swap(self.stage, self.output, self._aside)
        staged.replace(self.manifest)


def store_of(output: Path) -> Path:
    """Return the folder beside an output that keeps what is not served."""
    return output.parent / f".{output.name}.siaran"


@contextmanager
def opened(output: Path) -> Iterator[Store]:
    """Hold an output against other commands, and yield its store, settled.

    The lock goes with the process, however it ends.

    Raises:
        BuildError: Another command holds it, or nothing can be written there.
    """
    store = Store(output)
    try:
        # What is held stands here too: nobody else of the machine needs to see it.
        store.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (store.root / "lock").open("w")
    except OSError as error:
        raise BuildError(
            Bilingual(
                f"Situs tidak dapat ditulis ke {output}: folder {store.root} tidak"
                f" dapat dibuat ({error.strerror}). Sebutkan folder lain.",
                f"The site cannot be written to {output}: the folder {store.root}"
                f" cannot be made ({error.strerror}). Name another folder.",
            )
        ) from error
    try:
        if os.name == "posix":
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise BuildError(
                    Bilingual(
                        "Situs ini sedang disusun oleh perintah lain"
                        f" ({store.root.name}). Tunggu sampai selesai.",
                        f"Another command is writing this site ({store.root.name})."
                        " Wait until it is done.",
                    )
                ) from error
        store.settle()
        yield store
    finally:
        lock.close()
