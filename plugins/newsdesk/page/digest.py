"""Digests of values: whether what is made of them would come out as it did before."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import FunctionType
from typing import Any

# Values of fewer letters stand for themselves.
_SHORT = 150


class Digester:
    """Digests the values of one build, each object once.

    Only for values that do not change: they are known again by their identity.
    """

    def __init__(self) -> None:
        """Know no value yet."""
        # With the value itself, lest its identity passes to another.
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, value: object) -> str:
        """Return the digest of a value; equal for equal values, in any process.

        Short values stand for themselves.

        Raises:
            TypeError: It is of a kind that may change, or that is not known here.
        """
        if type(value) is str:
            # With its length, lest two parts be taken for one.
            return f"{len(value)} {value}"
        if value is None or isinstance(value, bool | int | float):
            return repr(value)
        found = self._known.get(id(value))
        if found is None:
            parts = "\n".join((type(value).__qualname__, *self._parts(value)))
            if len(parts) < _SHORT:
                # Reckoned anew each time: that is as fast, and nothing has to be kept.
                return f"{len(parts)} {parts}"
            digest = hashlib.sha256(parts.encode()).hexdigest()
            found = self._known[id(value)] = value, digest
        return found[1]

    def _parts(self, value: object) -> Iterable[str]:
        kind: Any = type(value)
        if isinstance(value, tuple):
            return map(self.of, value)
        if telling := _telling(kind):
            return map(self.of, telling(value))
        if isinstance(value, frozenset):
            return sorted(map(self.of, value))
        if isinstance(value, Mapping):
            return sorted(f"{self.of(k)} {self.of(v)}" for k, v in value.items())
        if isinstance(value, str | date):
            return (repr(value),)
        if isinstance(value, bytes):
            return (hashlib.sha256(value).hexdigest(),)
        if isinstance(value, FunctionType):
            return (f"{value.__module__}.{value.__qualname__}",)
        raise TypeError(kind)


@cache
def _telling(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """Return what gives the values of which a dataclass is made; None for others.

    Those of all its fields, unless one is named `fingerprint`, which says that it
    stands for all the others.
    """
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind) if field.compare]
    if "fingerprint" in names:
        names = ["fingerprint"]
    first, *rest = names
    if not rest:
        return lambda value: (getattr(value, first),)
    return attrgetter(first, *rest)
