"""How the preview and the process that holds its site speak to each other.

In messages over pipes: a head of plain values, and a body of bytes. The bytes of the
pipes are the same for two editions of this program, one of which is being edited.
"""

import json
from collections.abc import Mapping
from typing import Any, BinaryIO


def say(mouth: BinaryIO, head: Mapping[str, Any], body: bytes = b"") -> None:
    """Write one message.

    Raises:
        OSError: Nobody hears it.
    """
    said = json.dumps(head).encode()
    mouth.write(len(said).to_bytes(4, "big") + len(body).to_bytes(4, "big"))
    mouth.write(said)
    mouth.write(body)
    mouth.flush()


def hear(ear: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Return the next message, or None when there is none any more."""
    sizes = ear.read(8)
    if len(sizes) < 8:
        return None
    head = ear.read(int.from_bytes(sizes[:4], "big"))
    size = int.from_bytes(sizes[4:], "big")
    body = ear.read(size)
    return (json.loads(head), body) if len(body) == size else None
