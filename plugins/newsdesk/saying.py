"""What is said in two languages, of which a reader gets the one that was asked for.

Who finds something wrong seldom knows for whom: it is said in both, and the edge of a
command chooses.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One message, in words for a terminal."""

    id: str
    en: str

    def __str__(self) -> str:
        """Return it in both languages, for where nobody knows which one is wanted."""
        return f"{self.id} / {self.en}"

    def said(self, lang: str) -> str:
        """Return it in one language, `id` or `en`."""
        return self.en if lang == "en" else self.id

    def at(self, place: str) -> "Bilingual":
        """Return it with the place that it speaks of in front."""
        return Bilingual(f"{place}: {self.id}", f"{place}: {self.en}")

    def filled(self, **values: object) -> "Bilingual":
        """Return it with values in the place of its fields."""
        return Bilingual(self.id.format(**values), self.en.format(**values))


class SaidError(Exception):
    """An error that is told in words, without a trace of the program."""

    def __init__(self, *lines: Bilingual | str) -> None:
        """Take what there is to say; a string is the same in both languages."""
        super().__init__("\n".join(map(str, lines)))
        self.lines = lines

    def said(self, lang: str) -> str:
        """Return it in one language, `id` or `en`."""
        return "\n".join(
            line if isinstance(line, str) else line.said(lang) for line in self.lines
        )
