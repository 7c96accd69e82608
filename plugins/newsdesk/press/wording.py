"""Makes words of errors that are not ours, with place and cure."""

import errno
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from newsdesk.intake import near
from newsdesk.press.errors import BuildError
from newsdesk.saying import Bilingual

_FULL = Bilingual(
    "disk penuh. Kosongkan tempat, atau pakai folder di disk lain; lalu ulangi.",
    "the disk is full. Make room, or use a folder on another disk; then try again.",
)
_MAY_NOT = Bilingual(
    "pengguna ini tidak boleh membaca atau menulisnya. Periksa izin berkas dan folder.",
    "this user may not read or write it. Check the permissions of file and folder.",
)
_REFUSED: Mapping[int | None, Bilingual] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: Bilingual(
        "jatah disk pengguna ini habis. Kosongkan tempat, atau pakai folder di disk"
        " lain; lalu ulangi.",
        "this user's share of the disk is used up. Make room, or use a folder on"
        " another disk; then try again.",
    ),
    errno.EACCES: _MAY_NOT,
    errno.EPERM: _MAY_NOT,
    errno.EROFS: Bilingual(
        "disk itu hanya dapat dibaca. Pakai folder di disk yang dapat ditulisi.",
        "that disk can only be read. Use a folder on a disk that can be written.",
    ),
    errno.ENOENT: Bilingual(
        "berkas ini hilang selagi dibaca. Kembalikan, atau ulangi perintahnya.",
        "this file went missing while it was read. Put it back, or try again.",
    ),
}
_OTHER = Bilingual(
    "ditolak sistem ({reason}). Periksa izin berkas dan folder.",
    "the system refused it ({reason}). Check who may read and write it.",
)
_ENDED = Bilingual(
    "Sebuah proses pembantu berhenti ({reason}), mungkin karena memori habis. Ulangi"
    " dengan --hands 1.",
    "A process that helped has ended ({reason}), perhaps for want of memory. Try again"
    " with --hands 1.",
)
_NO_TEMPLATE = Bilingual(
    'Templat "{name}" tidak ada di {folder}. Kembalikan, atau betulkan namanya di'
    " tempat ia dipanggil.",
    'There is no template "{name}" in {folder}. Put it back, or mend its name where it'
    " is called.",
)
# Files whose line says more than that of what they call.
_TOLD = (".html", "pelicanconf.py", "publishconf.py")


def refused(error: OSError) -> Bilingual:
    """Return what the system refused, with the path and a cure."""
    reason = error.strerror or str(error)
    if isinstance(error, ChildProcessError):
        return _ENDED.filled(reason=reason)
    said = _REFUSED.get(error.errno, _OTHER).filled(reason=reason)
    path = error.filename2 or error.filename
    return said.at(path) if path else said


@contextmanager
def templates_named(theme: Path) -> Iterator[None]:
    """Have a template that is missing named with its folder.

    To Python it is what the system refused, of a file without a path.

    Args:
        theme: The folder of the theme.

    Raises:
        BuildError: A template was asked for that is not there.
    """
    try:
        yield
    except TemplateNotFound as error:
        said = _NO_TEMPLATE.filled(name=error.name, folder=near(theme / "templates"))
        place = place_of(error)
        caller = place.partition(":")[0].endswith(".html")
        raise BuildError(said.at(place) if caller else said) from error


def place_of(error: Exception) -> str:
    """Return file and line in which an error arose.

    Of a template or a settings file if there is one on the way to it.
    """
    if isinstance(error, TemplateSyntaxError | SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    told = (f for f in reversed(frames) if f.filename.endswith(_TOLD))
    found = next(told, frames[-1])
    return f"{found.filename}:{found.lineno}"


def surprise(error: Exception) -> str:
    """Return what an error is that nobody expects, with its place."""
    said = error.msg if isinstance(error, SyntaxError) else error
    return f"{place_of(error)}: {type(error).__name__}: {said}"
