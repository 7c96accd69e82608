"""The words of a body, which are most of what a site is made of."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Self


@dataclass(frozen=True, slots=True)
class Copy:
    """The words of a body as HTML and as plain text, wherever they are kept."""

    fingerprint: str
    """SHA-256 of both, by which they are known."""
    read: Callable[[], tuple[str, str]] = field(compare=False, repr=False)
    """Returns both."""

    @classmethod
    def of(cls, html: str, text: str) -> Self:
        """Return words that are kept in memory."""
        both = f"{len(html)} {html}{text}".encode()
        return cls(hashlib.sha256(both).hexdigest(), partial(_both, html, text))


Keep = Callable[[Copy], Copy]
"""Puts words where they are kept; returns the same, to be read from there."""


def _both(html: str, text: str) -> tuple[str, str]:
    return html, text
