"""What a check has asked besides the text and the registers.

By that it is known whether it would come out the same. Nothing has to be declared:
rules are given stand-ins that take note of each question and its answer. What cannot be
noted, as going through everything there is, makes the check one that is not remembered.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from typing import Any, Generic, TypeVar

from newsdesk.filing import Archive
from newsdesk.intake import DataFile
from newsdesk.registers import Registers
from newsdesk.registers.ledgers import Ledgers

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions and answers."""

    answers: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    """What was looked up where -> the answer in short; None where there was none."""
    since: datetime | None = None
    """The first instant at which the clock gives the same answers."""
    until: datetime | None = None
    """The first instant after `since` at which it gives others."""


class Sources:
    """All that a check may ask besides its text and the registers."""

    def __init__(
        self,
        archive: Archive,
        addresses: Mapping[str, str],
        pictures: Mapping[str, DataFile],
        now: datetime,
    ) -> None:
        """Take what there is to ask."""
        self.archive = archive
        self.addresses = addresses
        self.pictures = pictures
        self.now = now

    @cached_property
    def _places(self) -> "dict[str, _Watched[Any]]":
        return _places(self.archive, self.addresses, self.pictures)

    def answer_as(self, asked: Asked) -> bool:
        """Say whether all questions would be answered as they were."""
        if asked.since is not None and self.now < asked.since:
            return False
        if asked.until is not None and self.now >= asked.until:
            return False
        return asked.answers.keys() <= self._places.keys() and all(
            self._places[name].answer(key) == answer
            for name, answers in asked.answers.items()
            for key, answer in answers.items()
        )

    def watched(self) -> "Watch":
        """Return stand-ins for all of it, for one check."""
        places = _places(self.archive, self.addresses, self.pictures)
        return Watch(self.archive.registers, places, _Clock.at(self.now))


class Watch:
    """Stands between a check and what it may ask, and notes that."""

    def __init__(
        self, registers: Registers, places: "dict[str, _Watched[Any]]", now: "_Clock"
    ) -> None:
        """Take the stand-ins."""
        ledgers = Ledgers(places["published"], places["editions"])
        self.archive = Archive(registers, places["texts"], ledgers)
        self.addresses: Mapping[str, str] = places["addresses"]
        self.pictures: Mapping[str, DataFile] = places["pictures"]
        self.now: datetime = now
        self._places = places
        self._clock = now

    def asked(self) -> Asked | None:
        """Return what was asked; None when not all of that could be noted."""
        clock = self._clock
        if clock.read or any(place.read for place in self._places.values()):
            return None
        answers = {
            name: place.answers for name, place in self._places.items() if place.answers
        }
        return Asked(answers, clock.since, clock.until)


def _places(
    archive: Archive, addresses: Mapping[str, str], pictures: Mapping[str, DataFile]
) -> "dict[str, _Watched[Any]]":
    """Return all that a check may look up, by name, with how an answer is told."""
    ledgers = archive.ledgers
    return {
        "texts": _Watched(archive.by_path, lambda filing: filing.fingerprint),
        "addresses": _Watched(addresses, str),
        "pictures": _Watched(pictures, repr),
        "published": _Watched(
            ledgers.addresses, lambda line: f"{line.state} {line.release} {line.to}"
        ),
        "editions": _Watched(ledgers.editions, lambda editions: editions[-1].file),
    }


class _Watched(Mapping[str, Value], Generic[Value]):
    """A mapping that notes what is looked up in it."""

    def __init__(
        self, given: Mapping[str, Value], tell: Callable[[Value], str]
    ) -> None:
        self._given = given
        self._tell = tell
        self.answers: dict[str, str | None] = {}
        self.read = False
        """Whether somebody went through all of it."""

    def answer(self, key: str) -> str | None:
        """Return in short what is found under a key; None when nothing is."""
        return self._tell(self._given[key]) if key in self._given else None

    def __getitem__(self, key: str) -> Value:
        self.answers[key] = self.answer(key)
        return self._given[key]

    def __contains__(self, key: object) -> bool:
        self.answers[str(key)] = self.answer(str(key))
        return key in self._given

    def __iter__(self) -> Iterator[str]:
        self.read = True
        return iter(self._given)

    def __len__(self) -> int:
        self.read = True
        return len(self._given)


_LEAST = timedelta(microseconds=1)


class _Clock(datetime):
    """An instant that notes with which others it is compared.

    Whoever does anything else with it has read the clock.
    """

    read: bool
    since: datetime | None
    until: datetime | None
    _plain: datetime

    @classmethod
    def at(cls, now: datetime) -> "_Clock":
        day = now.year, now.month, now.day
        time = now.hour, now.minute, now.second, now.microsecond
        clock = cls(*day, *time, now.tzinfo, fold=now.fold)
        clock.since = clock.until = None
        clock._plain = now
        clock.read = False
        return clock

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401  (as `object` has it)
        if name not in _NOTES and "read" in object.__getattribute__(self, "__dict__"):
            object.__setattr__(self, "read", True)
        return object.__getattribute__(self, name)

    def _is_from(self, other: datetime) -> bool:
        """Say whether this instant is at or after another, and note it."""
        found = self._plain >= other
        if found:
            self.since = max(filter(None, (self.since, other)))
        else:
            self.until = min(filter(None, (self.until, other)))
        return found

    def __ge__(self, other: datetime) -> bool:  # type: ignore[override]
        return self._is_from(other)

    def __lt__(self, other: datetime) -> bool:  # type: ignore[override]
        return not self._is_from(other)

    def __gt__(self, other: datetime) -> bool:  # type: ignore[override]
        return self._is_from(other + _LEAST)

    def __le__(self, other: datetime) -> bool:  # type: ignore[override]
        return not self._is_from(other + _LEAST)

    def _read(self) -> datetime:
        self.read = True
        return self._plain

    def astimezone(  # type: ignore[override]
        self, tz: tzinfo | None = None
    ) -> datetime:
        # The one of `datetime` reckons with an instant of this class, half made.
        return self._read().astimezone(tz)

    def __eq__(self, other: object) -> bool:
        return self._read() == other

    def __hash__(self) -> int:
        return hash(self._read())

    def __add__(self, other: timedelta) -> datetime:  # type: ignore[override]
        return self._read() + other

    def __sub__(self, other: Any) -> Any:  # noqa: ANN401
        return self._read() - other

    def __rsub__(self, other: Any) -> Any:  # noqa: ANN401
        return other - self._read()

    def __format__(self, how: str) -> str:
        return format(self._read(), how)

    def __str__(self) -> str:
        return str(self._read())

    def __repr__(self) -> str:
        return repr(self._read())


# What of a clock its own bookkeeping uses.
_NOTES = frozenset(
    {"read", "since", "until", "_plain", "_is_from", "_read", "__class__", "__dict__"}
)
