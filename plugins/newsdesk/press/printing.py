"""Prints the formes of a site into its stage: only those that would come out another.

A forme of which all is as it was when its files were made, and whose files nobody has
touched since, is left as it stands. What stands so in the served tree is copied. The
rest is made, written and looked at by the hands of a crew.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from newsdesk.page.digest import Digester
from newsdesk.page.frame import Frame
from newsdesk.page.rendering import Renderer
from newsdesk.page.values import Forme
from newsdesk.press.crew import crewed
from newsdesk.press.proofs import Proof, Proofs, stamp_of
from newsdesk.press.stage import Stage
from newsdesk.press.verify import Inspection, Inspector, Seen
from newsdesk.progress import Phase, Tell, counted

# So many formes are made before another process would have compiled its templates.
_FEW = 100


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree, with the proofs of what stands there."""

    root: Path
    proofs: Proofs

    def key_of(self, paths: Iterable[str]) -> str:
        """Return the key of the forme that made files, or nothing.

        Nothing if they are not all there as they were made, all by one forme.
        """
        keys = set()
        for path in paths:
            proof = self.proofs.files.get(path)
            if proof is None:
                return ""
            try:
                if proof.stamp != stamp_of(f"{self.root}/{path}"):
                    return ""
            except OSError:
                return ""
            keys.add(proof.key)
        return keys.pop() if len(keys) == 1 else ""


class Keys:
    """For each forme the digest of all that it goes by, the frame left out.

    Reckoned when it is asked for: where nothing stands, each hand reckons its own.
    """

    def __init__(self, formes: Sequence[Forme]) -> None:
        """Take the formes."""
        self._formes = formes
        self._digester = Digester()
        self._known: dict[int, str] = {}

    def __getitem__(self, n: int) -> str:
        """Return the digest of a forme by its number."""
        if n not in self._known:
            forme = self._formes[n]
            self._known[n] = self._digester.of((forme.make, forme.given))
        return self._known[n]


@dataclass(frozen=True, slots=True)
class Printed:
    """A file as it stands in the stage."""

    path: str
    proof: Proof
    seen: Seen | None
    """None when it was not looked at, since it is as it was."""


@dataclass(frozen=True, slots=True)
class Printer:
    """What a site is printed with; each hand has its own."""

    formes: Sequence[Forme]
    keys: Keys
    frame: Frame
    renderer: Renderer
    stage: Stage
    inspector: Inspector
    before: Tree
    """The stage as it stood."""
    served: Tree

    def print(self, n: int) -> list[Printed]:
        """Bring the files of a forme into the stage, in the cheapest way."""
        if self._as_in(self.served, n):
            return self._copied(n) or self._made(n)
        return self._made(n)

    def stands(self, n: int) -> bool:
        """Say whether the files of a forme stand in the stage as they are to be."""
        return self._as_in(self.before, n)

    def look(self, n: int) -> list[Seen]:
        """Look at the files of a forme as they stand in the stage."""
        return [
            self.inspector.look(path, (self.stage.root / path).read_bytes())
            for path in self.formes[n].paths
        ]

    def _as_in(self, tree: Tree, n: int) -> bool:
        key = tree.key_of(self.formes[n].paths)
        return key != "" and key == self.keys[n]

    def _made(self, n: int) -> list[Printed]:
        forme, found = self.formes[n], []
        for leaf in forme.make(self.frame, *forme.given):
            data = self.renderer.render(leaf)
            seen = self.inspector.look(leaf.path, data)
            proof = self._laid(leaf.path, data, self.keys[n], seen.ids)
            found.append(Printed(leaf.path, proof, seen))
        return found

    def _copied(self, n: int) -> list[Printed]:
        """Copy the files of a forme from the served tree; none if one is not whole."""
        found = []
        for path in self.formes[n].paths:
            before = self.served.proofs.files[path]
            data = (self.served.root / path).read_bytes()
            if hashlib.sha256(data).hexdigest() != before.digest:
                return []
            proof = self._laid(path, data, before.key, before.ids)
            found.append(Printed(path, proof, None))
        return found

    def _laid(self, path: str, data: bytes, key: str, ids: frozenset[str]) -> Proof:
        digest = self.stage.lay(path, data)
        return Proof(key, digest, ids, stamp_of(f"{self.stage.root}/{path}"))


def print_site(
    printer: Printer, held: str, inspection: Inspection, hands: int, tell: Tell
) -> dict[str, Proof]:
    """Print a site, and have all of it inspected; return the proof of each file.

    Args:
        printer: What to print with.
        held: Digest of what must not be on the site.
        inspection: Takes in what is seen.
        hands: How many processes; 0 for one on each core.
        tell: Who is told how far it is.
    """
    formes, before = printer.formes, printer.before.proofs.files
    # An inspector tells a link anew for each smaller path.
    order = sorted(range(len(formes)), key=lambda n: formes[n].paths)
    hands = hands if len(formes) > _FEW else 1
    with crewed(printer, hands=hands, budget=0) as each:
        stand = each(Printer.stands, order) if before else repeat(False, len(order))
        standing: list[int] = []
        others: list[int] = []
        for n, stands in zip(order, stand, strict=True):
            (standing if stands else others).append(n)
        proofs = {path: before[path] for n in standing for path in formes[n].paths}
        printed = each(Printer.print, others)
        printed = counted(tell, Phase.SETTING, len(others), printed)
        for n, files in zip(others, printed, strict=True):
            for file in files:
                proofs[file.path] = file.proof
                if file.seen is not None:
                    inspection.add(file.seen)
            if any(file.seen is None for file in files):
                standing.append(n)
        tell(Phase.VERIFYING, 0, 0)
        trees = (printer.before.proofs, printer.served.proofs)
        if any(_is_outdated(tree, proofs, held) for tree in trees if tree.files):
            # What was looked at when it was made may not be right on the site of now.
            looked = each(Printer.look, standing)
            for seen in counted(tell, Phase.VERIFYING, len(standing), looked):
                for one in seen:
                    inspection.add(one)
        else:
            for n in standing:
                for path in formes[n].paths:
                    inspection.add(Seen(path, proofs[path].ids, (), ()))
    printer.stage.digests.update((path, one.digest) for path, one in proofs.items())
    return proofs


def _is_outdated(before: Proofs, now: Mapping[str, Proof], held: str) -> bool:
    """Say whether what was verified with a tree may not hold for the site of now.

    A link may lead nowhere if a page or an anchor is gone, and words may be held today
    that were not.
    """
    return before.held != held or any(
        path not in now or not proof.ids <= now[path].ids
        for path, proof in before.files.items()
    )
