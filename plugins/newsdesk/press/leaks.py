"""Finds the words of held and withdrawn texts where they must not be.

Pure. A text is known by its phrases: its headline, its standfirst, its number, and
every run of four to eight words of its sentences, as far as nothing that anybody may
read has them too: texts that are shown, registers, the theme. Single words prove
nothing, and days and hours neither: any page may have them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsdesk.addresses import ARCHIVE
from newsdesk.desk.addresses import site_addresses
from newsdesk.filing import Archive, Filing
from newsdesk.notation.words import WEEKDAYS, month_named
from newsdesk.page.digest import Digester
from newsdesk.wire.redirects import page_path

_WORD = re.compile(r"\w+")
# The address of a Markdown link, which no page shows.
_TARGET = re.compile(r"\]\([^\s)]*")
# Where a sentence ends, or what pages may set apart: brackets, quotations, datelines.
_PART = re.compile(r"(?<=[.!?:;])\s+|[\"“”()\[\]|–—]|\n\s*\n")
_FEWEST, _MOST = 4, 8
# A headline or number below this may stand anywhere by chance.
_SHORTEST = 8
# Words of an hour as pages print it.
_CLOCK = {"pukul", "jam", "wib", "wita", "wit"}
# What tells the published files of one picture apart: width, digest, format.
_VARIANT = re.compile(r"-[0-9]+\.[0-9a-f]+\.[a-z]+$")


@dataclass(frozen=True, slots=True)
class Held:
    """What must not be on a site."""

    phrases: Mapping[str, tuple[tuple[str, str], ...]]
    """Longest word of a phrase -> phrases with the path of their text; words in small
    letters with one blank between them."""
    prefixes: Mapping[str, str]
    """Beginning of a path on the site -> path of the text that alone would make it."""

    @property
    def digest(self) -> str:
        """The same for the same phrases and beginnings."""
        return Digester().of((self.phrases, self.prefixes))

    def in_text(self, text: str) -> str:
        """Return the path of a held text of which a text has a phrase, or nothing."""
        words = _words(text)
        if not self.phrases.keys().isdisjoint(words):
            run = f" {' '.join(words)} "
            for anchor in sorted(self.phrases.keys() & words):
                for phrase, path in self.phrases[anchor]:
                    if f" {phrase} " in run:
                        return path
        return ""

    def in_path(self, path: str) -> str:
        """Return the path of the held text that alone would make a file, or nothing."""
        # The files of a picture count as what stands in a folder of its name.
        path = _VARIANT.sub("/", path)
        return next(
            (held for start, held in self.prefixes.items() if path.startswith(start)),
            "",
        )


def held_words(
    archive: Archive, hidden: Iterable[Filing], public: Iterable[str]
) -> Held:
    """Return what must not be on a site.

    Args:
        archive: All texts.
        hidden: Those that are not shown.
        public: What anybody may read besides the texts that are shown, or any site
            says: registers, and the words of the theme.
    """
    unseen = {filing.path: filing for filing in hidden}
    if not unseen:
        return Held({}, {})
    seen = [f for f in archive.by_path.values() if f.path not in unseen]
    phrases: dict[str, str] = {}
    for filing in unseen.values():
        phrases |= dict.fromkeys(_phrases(filing), filing.path)
    anchors = _by_longest(phrases)
    for text in (*public, *map(_shown_words, seen)):
        for phrase in _known(text, anchors):
            phrases.pop(phrase, None)
    anchors = _by_longest(phrases)
    return Held(
        {
            word: tuple((p, phrases[p]) for p in found)
            for word, found in anchors.items()
        },
        dict(_prefixes(archive, unseen, seen)),
    )


def _phrases(filing: Filing) -> Iterator[str]:
    header = filing.header
    alone = [filing.title, filing.summary, filing.number, filing.series]
    alone += [
        field
        for entry in header.entries
        if entry.key in ("correction", "minor-change", "withdrawn", "right-of-reply")
        for value in entry.values
        for field in value.text.split(" | ")[1:]
    ]
    for text in alone:
        words = _words(text)
        phrase = " ".join(words)
        # A number is all figures, and tells of its text all the same.
        telling = text == filing.number or _telling(words)
        if len(phrase) >= _SHORTEST and " " in phrase and telling:
            yield phrase
    body = _TARGET.sub("] ", filing.text[header.span.end :])
    for sentence in _PART.split(body):
        words = _words(sentence)
        for start in range(0, len(words), _MOST):
            run = words[start : start + _MOST]
            if _telling(run) >= _FEWEST:
                yield " ".join(run)


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters, without marks of Markdown."""
    return _WORD.findall(text.lower().replace("_", " "))


def _telling(words: Iterable[str]) -> int:
    """Return how many words are no part of a day or an hour, which any page prints."""
    return sum(
        not (
            word.isdigit()
            or word in WEEKDAYS
            or word in _CLOCK
            or month_named(word, exactly=True)
        )
        for word in words
    )


def _shown_words(filing: Filing) -> str:
    """Return what pages have of a text that is shown: its links have words too."""
    return "\n".join((filing.text, filing.address, *filing.pictures))


def _by_longest(phrases: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(max(phrase.split(), key=len), []).append(phrase)
    return found


def _known(text: str, anchors: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the phrases that a text has."""
    words = _words(_TARGET.sub("] ", text))
    run = ""
    for word in anchors.keys() & words:
        run = run or f" {' '.join(words)} "
        yield from (phrase for phrase in anchors[word] if f" {phrase} " in run)


def _prefixes(
    archive: Archive, unseen: Mapping[str, Filing], seen: Iterable[Filing]
) -> Iterator[tuple[str, str]]:
    registers = archive.registers
    # A draft may have the address of something else, without any harm.
    shown = {
        page_path(address)
        for address, owner in site_addresses(archive).items()
        if owner not in unseen
    }
    shown.add(_picture(registers.office.logo))
    for filing in seen:
        shown.update(_made_by(filing))
    for filing in unseen.values():
        for start in _made_by(filing):
            if start and start not in shown:
                yield start, filing.path


def _made_by(filing: Filing) -> Iterator[str]:
    """Yield what the paths of files begin with that are there for a text."""
    yield from map(page_path, (filing.address, *filing.aliases))
    yield from (_picture(path) for path in filing.pictures)
    if filing.kind != "release":
        return
    yield f"{filing.address}rilis.txt".lstrip("/")
    if not filing.original:
        for address, _ in filing.lists:
            yield address.lstrip("/")
        if filing.publication is not None:
            yield f"{ARCHIVE}{filing.publication:%Y}/".lstrip("/")
            yield f"{ARCHIVE}{filing.publication:%Y/%m}/".lstrip("/")


def _picture(path: str) -> str:
    """Return where the published files of a picture count as standing."""
    stem = path.rpartition(".")[0].removeprefix("images/")
    return f"gambar/{stem}/" if stem else ""
