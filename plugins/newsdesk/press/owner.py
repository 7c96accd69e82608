"""Keeps the site of one office and the content of another apart."""

from pathlib import Path

from newsdesk.intake import decode
from newsdesk.press.errors import BuildError
from newsdesk.press.manifest import Manifest
from newsdesk.registers.office import read_office
from newsdesk.saying import Bilingual


def check_owner(manifest: Manifest, content: Path, output: Path) -> None:
    """Refuse content of another office than the one whose site stands in an output.

    An office may get another name or another URL, but hardly both in one build. Of an
    office that cannot be read the desk says so.

    Raises:
        BuildError: Name and URL are other ones.
    """
    register = content / "registers/office.toml"
    text = decode(register.read_bytes())[0] if register.is_file() else ""
    office, _, faults = read_office(text)
    if faults or office.name == manifest.office or office.url == manifest.url:
        return
    theirs = f"{manifest.office} ({manifest.url})"
    ours = f"{office.name} ({office.url})"
    raise BuildError(
        Bilingual(
            f"{output} berisi situs {theirs}, sedangkan {content} isi {ours}. Sebutkan"
            " --content dan --output dari kantor yang sama; bila kantor itu berganti"
            f" nama dan alamat, hapus dulu {output}.",
            f"{output} holds the site of {theirs}, and {content} the content of {ours}."
            " Name --content and --output of one office; if it has another name and"
            f" address now, delete {output} first.",
        )
    )
