"""Digests of values: whether what is made of them would come out as it did before."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import FunctionType
from typing import Any


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
            parts = "\n".join(self._parts(value))
            digest = hashlib.sha256(parts.encode()).hexdigest()
            found = self._known[id(value)] = value, digest
        return found[1]

    def _parts(self, value: object) -> Iterator[str]:
        kind = type(value)
        yield kind.__qualname__
        if is_dataclass(kind):
            for name in _telling(kind):
                yield self.of(getattr(value, name))
        elif isinstance(value, tuple):
            yield from map(self.of, value)
        elif isinstance(value, frozenset):
            yield from sorted(map(self.of, value))
        elif isinstance(value, Mapping):
            yield from sorted(f"{self.of(k)} {self.of(v)}" for k, v in value.items())
        elif isinstance(value, str | date):
            yield repr(value)
        elif isinstance(value, bytes):
            yield hashlib.sha256(value).hexdigest()
        elif isinstance(value, FunctionType):
            yield f"{value.__module__}.{value.__qualname__}"
        else:
            raise TypeError(kind)


@cache
def _telling(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  (a dataclass)
    """Return the fields of a dataclass of which its others are made; all, unless told.

    A field `fingerprint` says that it stands for all the others.
    """
    names = tuple(field.name for field in fields(kind) if field.compare)
    return ("fingerprint",) if "fingerprint" in names else names
