"""Judges what a server answers against what was published.

Pure: manifests and answers in, differences out; no network. A site is the same when
every file, every former address and every address that must be empty answers so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin

from newsdesk.addresses import Base
from newsdesk.press.asking import Answer
from newsdesk.press.lingering import lingering
from newsdesk.press.manifest import Manifest
from newsdesk.wire.headers import MEDIA_TYPES
from newsdesk.wire.redirects import page_path

_NOT_FOUND = "404.html"
# Rules for the host itself, which it rightly keeps from readers.
_HOST = {"_headers", "_redirects", "_redirects.nginx", "_redirects.caddy"}
_MOVED = {301, 302, 303, 307, 308}
_EMPTY = {404, 410}
# Other names by which hosts tell a media type of the table: older ones, and what does
# no harm, since readers of feeds look into them.
_ALSO: Mapping[str, frozenset[str]] = {
    "text/javascript": frozenset(
        {"application/javascript", "application/x-javascript"}
    ),
    "application/xml": frozenset({"text/xml"}),
    "application/atom+xml": frozenset({"application/xml", "text/xml"}),
    "application/rss+xml": frozenset({"application/xml", "text/xml"}),
    "application/json": frozenset({"application/feed+json"}),
    "image/x-icon": frozenset({"image/vnd.microsoft.icon"}),
    "application/zip": frozenset({"application/x-zip-compressed"}),
}
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([^\s;"']*)""", re.IGNORECASE)
_SHOWN = 200
"""How many characters of what a server says are told."""


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of the site on the machine that built it."""

    manifest: Manifest
    earlier: tuple[Manifest, ...] = ()
    """Of the kept builds before, newest first."""
    withdrawn: frozenset[str] = frozenset()
    """Addresses of withdrawn texts, by the ledger."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Path on the site -> bytes."""


@dataclass(frozen=True, slots=True)
class Question:
    """One address to ask for, and what it should come to."""

    address: str
    """On the site, as `/arsip/`."""
    path: str
    """By which a difference is told: of the file, or the address itself."""
    kind: str
    """`file`; `former`: leads on; `gone`: has nothing; `missing`: never had."""
    file: str = ""
    """Path of the file whose bytes answer; empty where none may."""
    to: str = ""
    """Address to which a former one leads."""

    def target(self, base: Base) -> str:
        """Return what is asked of the server of a site."""
        return quote(base.path, safe="/%") + quote(self.address)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that a reader gets and should not, or does not get."""

    path: str
    """On the site; the URL for what concerns all of it."""
    kind: str
    """A key of the words below."""
    value: str = ""
    """What the server said, or where an address should lead."""

    def said(self, lang: str) -> str:
        """Return it in words. What a server says may not drive the terminal."""
        shown = "".join(c if c.isprintable() else "?" for c in self.value)[:_SHOWN]
        return f"{self.path}: {_WORDS[lang][self.kind].format(value=shown)}"


_WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "changed": (
            "Isinya bukan yang terbit. Kirim lagi situsnya, dan cari tahu siapa yang"
            " mengubahnya di server."
        ),
        "missing": "Tidak ada di server. Kirim lagi situsnya.",
        "redirected": (
            'Server mengalihkannya ke "{value}". Hapus pengalihan itu di server.'
        ),
        "refresh": (
            'Server menyuruh peramban pindah dengan "Refresh: {value}". Hapus header'
            " itu di server."
        ),
        "media": (
            'Server menyebut jenis isinya "{value}", sehingga peramban tidak'
            " menampilkannya dengan benar. Betulkan Content-Type di server."
        ),
        "disposition": (
            'Server menyuruh peramban mengunduhnya dengan "Content-Disposition:'
            ' {value}". Hapus header itu di server.'
        ),
        "status": 'Server menjawab "{value}". Periksa catatan server.',
        "silent": (
            'Tidak ada jawaban utuh: "{value}". Cocokkan lagi; bila tetap begitu,'
            " periksa catatan server."
        ),
        "former": (
            'Alamat lama ini tidak menuju "{value}". Kirim lagi situsnya, dan betulkan'
            " pengalihan di server."
        ),
        "left": (
            "Tidak terbit lagi, dan masih ada di server. Hapus di sana, juga dari"
            " tembolok di depannya."
        ),
        "soft-404": (
            'Alamat yang tidak ada dijawab "{value}". Atur server agar menjawab 404'
            " dengan isi 404.html."
        ),
        "own-404": (
            "Alamat yang tidak ada dijawab dengan halaman lain. Atur server agar"
            " memakai 404.html situs ini."
        ),
        "unreachable": (
            'Server tidak menjawab: "{value}". Periksa alamat, jaringan dan server.'
        ),
        "elsewhere": (
            'Seluruh situs dialihkan ke "{value}". Cocokkan alamat itu, atau hapus'
            " pengalihannya."
        ),
        "given-up": (
            "Server berhenti menjawab; {value} alamat tidak dicocokkan. Periksa"
            " server, lalu cocokkan lagi."
        ),
        "stale": (
            "Server masih menyajikan susunan lama, dari kode {value}. Kirim lagi"
            " situsnya."
        ),
    },
    "en": {
        "changed": (
            "It is not what was published. Deploy the site again, and find out who"
            " changed it on the server."
        ),
        "missing": "The server does not have it. Deploy the site again.",
        "redirected": (
            'The server sends on to "{value}". Remove that redirect from the server.'
        ),
        "refresh": (
            'The server has browsers move on by "Refresh: {value}". Remove that header'
            " from the server."
        ),
        "media": (
            'The server says that it is "{value}", so browsers do not show it as they'
            " should. Mend its Content-Type on the server."
        ),
        "disposition": (
            'The server has browsers save it by "Content-Disposition: {value}". Remove'
            " that header from the server."
        ),
        "status": 'The server answers "{value}". Look into the log of the server.',
        "silent": (
            'No whole answer came: "{value}". Compare again; if it stays so, look into'
            " the log of the server."
        ),
        "former": (
            'This former address does not lead to "{value}". Deploy the site again, and'
            " mend the redirect on the server."
        ),
        "left": (
            "It is no longer published, and the server still has it. Delete it there,"
            " and from the caches in front."
        ),
        "soft-404": (
            'An address that does not exist is answered with "{value}". Let the server'
            " answer 404 with what is in 404.html."
        ),
        "own-404": (
            "An address that does not exist is answered with another page. Let the"
            " server use the 404.html of this site."
        ),
        "unreachable": (
            'The server does not answer: "{value}". Check the address, the network and'
            " the server."
        ),
        "elsewhere": (
            'The whole site is sent on to "{value}". Compare that address, or remove'
            " the redirect."
        ),
        "given-up": (
            "The server stopped answering; {value} addresses were not compared. Look"
            " after the server, then compare again."
        ),
        "stale": (
            "The server still serves an earlier build, of commit {value}. Deploy the"
            " site again."
        ),
    },
}


def questions(published: Published, missing: str) -> tuple[Question, ...]:
    """Return what to ask a server for, the home page first.

    Args:
        published: What the server should have.
        missing: An address at which nothing ever was.
    """
    manifest = published.manifest
    former = {address: page_path(address) for address in manifest.redirects}
    # What has a query, or an ending that no page may have, only some servers answer.
    pages = {address: path for address, path in former.items() if path}
    found = [
        *(
            Question(_address(path), path, "file", path)
            for path in manifest.files
            if path not in _HOST
            and path != _NOT_FOUND
            and path not in {*pages.values()}
        ),
        *(
            Question(address, address, "former", path, manifest.redirects[address])
            for address, path in pages.items()
        ),
        *(
            Question(_address(path), path, "gone")
            for path in _gone(published)
            if _address(path) not in former
        ),
        Question(missing, missing, "missing", _NOT_FOUND),
    ]
    return tuple(sorted(found, key=lambda one: (one.address != "/", one.address)))


def differences(
    published: Published, answers: Mapping[Question, Answer], url: str
) -> tuple[Difference, ...]:
    """Return how a served site differs: first what concerns all of it, then by path.

    Args:
        published: What the server should have.
        answers: What it answered.
        url: Of the served site, without a slash at its end.
    """
    base = Base(url)
    if (other := _elsewhere(answers, base)) is not None:
        return (Difference(url, "elsewhere", other),)
    usual = {
        _as_if_missing(question, answer, base)
        for question, answer in answers.items()
        if question.kind == "missing"
    }
    found = [
        difference
        for question, answer in answers.items()
        # What the server does at every empty address is told at the one that never was.
        if question.kind != "gone"
        or _as_if_missing(question, answer, base) not in usual
        if (difference := _difference(published.manifest, question, answer, base))
    ]
    found.sort(key=lambda one: (one.path, one.kind))
    if any(one.kind in ("changed", "missing") for one in found):
        for manifest in published.earlier:
            if all(_explains(manifest, q, a) for q, a in answers.items()):
                commit = manifest.commit[:12] or "-"
                return (Difference(url, "stale", commit), *found)
    return tuple(found)


def _address(path: str) -> str:
    folder, _, name = f"/{path}".rpartition("/")
    return f"{folder}/" if name == "index.html" else f"/{path}"


def _gone(published: Published) -> Iterator[str]:
    """Yield the paths at which a reader may find nothing any more."""
    there = published.manifest.files
    found: set[str] = set()
    for manifest in published.earlier:
        # A page that somebody has open may still ask for its hashed files.
        found.update(manifest.files.keys() - {*lingering(manifest, published.manifest)})
    for address in published.withdrawn:
        if path := page_path(address):
            found.update((path, path.replace("index.html", "rilis.txt")))
    yield from sorted(found - there.keys() - _HOST)


def _as_if_missing(
    question: Question, answer: Answer, base: Base
) -> tuple[str, ...] | None:
    """Return what the server does at an empty address, whichever it is.

    None for what is to be judged by itself: a text of its own, or no answer.
    """
    if answer.status in _MOVED:
        # Some send on to the same address of another site.
        leads = _leads(question, answer, base).removesuffix(question.address)
        return ("moved", leads)
    if answer.status and answer.digest:
        return (str(answer.status), answer.digest, answer.refresh)
    return None


def _difference(
    manifest: Manifest, question: Question, answer: Answer, base: Base
) -> Difference | None:
    if answer.failure:
        return Difference(question.path, "silent", answer.failure)
    status = answer.status
    same = answer.digest == manifest.files.get(question.file)
    kind, value = "", ""
    if question.kind == "missing":
        if status not in _EMPTY:
            kind, value = "soft-404", str(status)
        elif not same:
            kind = "own-404"
    elif question.kind == "gone":
        if status in _MOVED:
            # Wherever that leads: it may be the very text that was withdrawn.
            kind, value = "redirected", answer.location
        elif status not in _EMPTY and status != 200:
            kind, value = "status", str(status)
        # Where nothing is ever missing, that is told once.
        elif status == 200 and answer.digest != manifest.files.get(_NOT_FOUND):
            kind = "left"
    elif question.kind == "former":
        ends = {base.whole(question.to), Base(manifest.url).whole(question.to)}
        if not (status == 200 and same) and not (
            status in _MOVED and _leads(question, answer, base) in ends
        ):
            kind, value = "former", question.to
    elif status in _MOVED:
        kind, value = "redirected", answer.location
    elif status in _EMPTY:
        kind = "missing"
    elif status != 200:
        kind, value = "status", str(status)
    elif not same:
        kind = "changed"
    if not kind and status not in _MOVED:
        kind, value = _misled(question, answer)
    return Difference(question.path, kind, value) if kind else None


def _misled(question: Question, answer: Answer) -> tuple[str, str]:
    """Return kind and value of a header by which nobody sees the right bytes."""
    if answer.refresh:
        # Browsers follow it whatever the status is.
        return "refresh", answer.refresh
    if question.kind == "gone":
        return "", ""
    expected = MEDIA_TYPES.get(question.file.rpartition(".")[2].lower())
    if expected and not _is_told_as(expected, answer.media):
        return "media", answer.media
    shown = answer.disposition.partition(";")[0].strip().lower()
    if shown not in ("", "inline"):
        return "disposition", answer.disposition
    return "", ""


def _is_told_as(expected: str, told: str) -> bool:
    """Whether a `Content-Type` has browsers take a file for what it is."""
    media = told.partition(";")[0].strip().lower()
    if media != expected and media not in _ALSO.get(expected, ()):
        return False
    # It wins over what the file says of itself.
    charset = _CHARSET.search(told)
    if charset is None or not expected.startswith(("text/", "application/")):
        return True
    return charset[1].lower() in ("utf-8", "utf8")


def _leads(question: Question, answer: Answer, base: Base) -> str:
    """Return the whole URL to which an answer sends on; empty when it is none."""
    try:
        return unquote(urljoin(base.origin + question.target(base), answer.location))
    except ValueError:
        return ""


def _elsewhere(answers: Mapping[Question, Answer], base: Base) -> str | None:
    """Return the URL of the site to which all of this one is sent on, if it is."""
    asked: Sequence[tuple[Question, Answer]] = [
        (question, answer) for question, answer in answers.items() if question.to == ""
    ]
    found = set()
    for question, answer in asked:
        leads = _leads(question, answer, base)
        if answer.status not in _MOVED or not leads.endswith(question.address):
            return None
        found.add(leads.removesuffix(question.address))
    return found.pop() if len(found) == 1 else None


def _explains(manifest: Manifest, question: Question, answer: Answer) -> bool:
    """Whether a build, were it served, would answer just so."""
    if question.kind in ("gone", "missing"):
        # What the server itself is set up to do, whatever it serves.
        return True
    if question.kind == "former" and answer.status in _MOVED:
        return True
    digest = manifest.files.get(question.file)
    return answer.status in _EMPTY if digest is None else answer.digest == digest
