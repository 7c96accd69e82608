"""The front door of every command: words in, exit code out.

0: done, warnings allowed. 1: errors found, or the build refused. 2: misuse.
"""

import argparse
import gc
import json
import os
import re
import secrets
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from newsdesk.press.stopping import stopping
from newsdesk.press.wording import refused
from newsdesk.settings import SettingError, SettingsFileError, read_now

ROOT = Path(__file__).resolve().parents[2]


# What the front door says itself; findings have their own catalogue.
_WORDS = {
    "id": {
        "built": "{releases} siaran, {pages} halaman di {output}: {written} berkas"
        " ditulis, {unchanged} tetap; {seconds} detik, puncak memori {memory} MB;"
        " {next}",
        "spoilt": "Isi {output} diubah atau dihapus bukan oleh Siaran, dan sekarang"
        " utuh lagi: {count} berkas ({names}{more}). Cari tahu siapa yang menulis di"
        " sana.",
        "next": "harus disusun lagi {time}",
        "no next": "tidak ada yang menunggu jamnya",
        "recorded": "{count} baris baru di register",
        "rolled": "Situs kembali ke susunan sebelumnya: {files} berkas, kode {commit}",
        "due": "Saatnya menyusun situs: {time}.",
        "overdue": "Seharusnya disusun {time}, dan belum ada di situs.",
        "never": "Belum ada situs di {output}: saatnya menyusun.",
        "ahead": "Belum saatnya menyusun; berikutnya {time}.",
        "nothing": "Tidak ada yang menunggu jamnya.",
        "same": "{files} berkas terbit sama dengan yang ada di {url}.",
        "differs": "{count} perbedaan dari {files} berkas terbit di {url}.",
        "url": '"{url}" bukan alamat situs. Tulis utuh, misalnya'
        ' "https://kota.example/kabar".',
        "registers": "Register salah: {names}. Jalankan"
        " `python3 tasks.py periksa{option}`.",
        "missing": '"{path}" tidak ada. Periksa ejaannya.',
        "folder": "{path}: ini folder. Sebutkan berkas di dalamnya.",
        "absent": "{path}: tidak ada. Periksa ejaannya.",
        "unread": "{path}: tidak dapat dibaca ({reason}).",
        "loop": '"{path}" adalah tautan ke dirinya sendiri. Hapus, atau sebutkan folder'
        " lain.",
        "outside": '"{path}" bukan bagian dari "{content}". Sebutkan isinya saja.',
    },
    "en": {
        "built": "{releases} releases, {pages} pages in {output}: {written} files"
        " written, {unchanged} unchanged; {seconds} seconds, peak memory {memory} MB;"
        " {next}",
        "spoilt": "What stood in {output} was changed or removed by somebody else, and"
        " is whole again: {count} files ({names}{more}). Find out who writes there.",
        "next": "must be built again {time}",
        "no next": "nothing waits for its hour",
        "recorded": "{count} new lines in the registers",
        "rolled": "The site is the build before again: {files} files, commit {commit}",
        "due": "The site is due to be built: {time}.",
        "overdue": "Was due at {time}, is not on the site.",
        "never": "There is no site in {output} yet: it is due to be built.",
        "ahead": "No build is due; the next one is at {time}.",
        "nothing": "Nothing waits for its hour.",
        "same": "{files} published files are the same at {url}.",
        "differs": "{count} differences from {files} published files at {url}.",
        "url": '"{url}" is no address of a site. Write it whole, as in'
        ' "https://kota.example/kabar".',
        "registers": "A register is wrong: {names}. Run"
        " `python3 tasks.py check{option}`.",
        "missing": 'There is no "{path}". Check its spelling.',
        "folder": "{path}: this is a folder. Name the files in it.",
        "absent": "{path}: there is no such file. Check its spelling.",
        "unread": "{path}: cannot be read ({reason}).",
        "loop": '"{path}" is a link to itself. Remove it, or name another folder.',
        "outside": '"{path}" is no part of "{content}". Name a file inside it.',
    },
}


# How many spoilt files are named.
_NAMED = 3
# What argparse says of misuse, and the same in Indonesian.
_MISUSE = (
    (r"unrecognized arguments: (.+)", r"kata yang tidak dikenal: \1"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)",
     r"\1: \2 bukan pilihan; pilih dari \3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1: \2 bukan bilangan"),
    (r"argument (.+?): (.+) is no number from 0 up",
     r"\1: \2 bukan bilangan dari 0 ke atas"),
    (r"argument (.+?): expected one argument", r"\1: nilainya belum ditulis"),
    (r"the following arguments are required: (.+)", r"kurang: \1"),
)  # fmt: skip


class _Parser(argparse.ArgumentParser):
    """Says of misuse what is wrong in both languages, one line each.

    Which of them is asked for may stand in the very words that cannot be read.
    """

    def error(self, message: str) -> NoReturn:
        for english, indonesian in _MISUSE:
            if found := re.fullmatch(english, message):
                said = found.expand(indonesian)
                break
        else:
            said = message
        self.print_usage(sys.stderr)
        self.exit(
            2,
            f"Perintah ini tidak terbaca: {said}. Bantuan: --help\n"
            f"This command cannot be read: {message}. Help: --help\n",
        )


def _count(text: str) -> int:
    """Return a number of a command line that may not be below 0."""
    if not re.fullmatch("[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 0 up")
    return int(text)


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = _parser().parse_args(words)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        # The preview ends its own way, and what writes no site as Python does.
        writes = run in (_build, _record, _roll_back)
        with stopping(arguments.lang) if writes else nullcontext():
            arguments.output.resolve()
            code = run(arguments)
            sys.stdout.flush()
            return code
    except SettingError as error:
        print(error.said(arguments.lang), file=sys.stderr)
        return 1 if isinstance(error, SettingsFileError) else 2
    except KeyboardInterrupt:
        # Nothing was begun that somebody has to be told of.
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Who was reading, as `head`, has enough. At its end Python would write again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except FileNotFoundError as error:
        path = error.filename or error
        print(_WORDS[arguments.lang]["missing"].format(path=path), file=sys.stderr)
        return 2
    except OSError as error:
        print(refused(error).said(arguments.lang), file=sys.stderr)
        return 1
    except RuntimeError as error:
        # So says Python of a link that leads to itself, until 3.13.
        if "Symlink loop" not in str(error):
            raise
        words, path = _WORDS[arguments.lang]["loop"], arguments.output
        print(words.format(path=path), file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m newsdesk", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], about: str
    ) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=about, description=about)
        found.set_defaults(run=run)
        found.add_argument("--content", type=Path, default=ROOT / "content")
        found.add_argument("--output", type=Path, default=ROOT / "output")
        found.add_argument("--now", default="", metavar="ISO")
        found.add_argument("--lang", choices=("id", "en"), default="id")
        return found

    build = command("build", _build, "Check the content and build the site.")
    build.add_argument("--strict", action="store_true")
    build.add_argument("--private", action="store_true")
    build.add_argument("--lean", action="store_true")
    build.add_argument("--site-url", default="", metavar="URL")
    build.add_argument("--hands", type=_count, default=0, metavar="NUMBER")
    command("record", _record, "Write down in the registers what is published.")
    command("rollback", _roll_back, "Serve the build before this one again.")
    command("due", _due, "Say whether the clock asks for a build: 0 yes, 1 no.")
    verify = command("verify", _verify, "Compare a served site with what is published.")
    verify.add_argument("--wait", type=_count, default=0, metavar="SECONDS")
    verify.add_argument("url", nargs="?", default="", metavar="URL")
    serve = command("serve", _serve, "Show the site and keep it fresh.")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--private", action="store_true")
    check = command("check", _check, "Say what is wrong, and how to mend it.")
    check.add_argument("--format", choices=("plain", "github", "json"), default="plain")
    check.add_argument("--strict", action="store_true")
    check.add_argument("--hands", type=_count, default=0, metavar="NUMBER")
    check.add_argument("paths", nargs="*", metavar="PATH")
    read = command("read", _read, "Print what each release says of itself.")
    read.add_argument("--json", action="store_true")
    read.add_argument("paths", nargs="+", metavar="PATH")
    return parser


@contextmanager
def _at_rest() -> Iterator[None]:
    """Let Python's garbage collector rest.

    Nothing that grows with the archive is a ring, and looking for rings in all that was
    read costs a tenth of a build of 10,000 releases (2026-11-24).
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_at_rest()
def _build(arguments: argparse.Namespace) -> int:
    from newsdesk.intake import near
    from newsdesk.press.build import BuildError, Order, build
    from newsdesk.press.display import decimal, peak_memory, shown
    from newsdesk.press.opening import RefusedError
    from newsdesk.registers.schema import SITE_URL

    began = time.monotonic()
    if not arguments.content.is_dir():
        raise FileNotFoundError(arguments.content)
    if arguments.site_url and not SITE_URL.fullmatch(arguments.site_url):
        misspelt = _WORDS[arguments.lang]["url"]
        print(misspelt.format(url=arguments.site_url), file=sys.stderr)
        return 2
    order = Order(
        content=arguments.content,
        output=arguments.output,
        now=arguments.now,
        strict=arguments.strict,
        private=arguments.private,
        site_url=arguments.site_url,
        lang=arguments.lang,
        hands=arguments.hands,
        lean=arguments.lean,
    )
    try:
        with shown(arguments.lang) as tell:
            built = build(order, ROOT, tell)
    except (RefusedError, BuildError) as error:
        print(error.said(arguments.lang), file=sys.stderr)
        return 1
    if built.report:
        print(built.report, file=sys.stderr)
    words = _WORDS[arguments.lang]
    if built.spoilt:
        print(
            words["spoilt"].format(
                output=near(arguments.output),
                count=len(built.spoilt),
                names=", ".join(built.spoilt[:_NAMED]),
                more=", …" if len(built.spoilt) > _NAMED else "",
            ),
            file=sys.stderr,
        )
    memory = peak_memory()
    print(
        words["built"].format(
            releases=built.releases,
            pages=built.pages,
            output=near(arguments.output),
            written=built.written,
            unchanged=built.files - built.written,
            seconds=decimal(time.monotonic() - began, arguments.lang),
            memory="-" if memory is None else round(memory / 1e6),
            next=words["next"].format(time=_moment(built.due))
            if built.due
            else words["no next"],
        )
    )
    return 0


def _moment(instant: datetime) -> str:
    """Return an instant as the header of a release writes it, with its offset."""
    return f"{instant:%Y-%m-%d %H:%M}{instant:%z}"


def _record(arguments: argparse.Namespace) -> int:
    from newsdesk.press.errors import BuildError
    from newsdesk.press.ledgers import record

    content: Path = arguments.content
    if not content.is_dir():
        raise FileNotFoundError(content)
    try:
        count = record(arguments.output, content, _now(arguments))
    except BuildError as error:
        print(error.said(arguments.lang), file=sys.stderr)
        return 1
    print(_WORDS[arguments.lang]["recorded"].format(count=count))
    return 0


def _roll_back(arguments: argparse.Namespace) -> int:
    from newsdesk.filing import read_archive
    from newsdesk.intake import content_option, read_content
    from newsdesk.press.errors import BuildError
    from newsdesk.press.rollback import roll_back
    from newsdesk.press.theme import words_of
    from newsdesk.registers import read_registers

    content = read_content(arguments.content)
    texts = {name: file.text for name, file in content.registers.items()}
    registers, faults = read_registers(texts)
    if registers is None:
        names = ", ".join(sorted({name for name, _ in faults}))
        said, option = _WORDS[arguments.lang]["registers"], content_option(content.root)
        print(said.format(names=names, option=option), file=sys.stderr)
        return 1
    archive = read_archive(content, registers)
    public = (*texts.values(), *words_of(ROOT / "theme"))
    try:
        manifest = roll_back(arguments.output, archive, public, _now(arguments))
    except BuildError as error:
        print(error.said(arguments.lang), file=sys.stderr)
        return 1
    words = _WORDS[arguments.lang]["rolled"]
    print(words.format(files=len(manifest.files), commit=manifest.commit[:12] or "-"))
    return 0


def _due(arguments: argparse.Namespace) -> int:
    from newsdesk.intake import near
    from newsdesk.press.next_run import NEVER_BUILT, OVERDUE, read_next
    from newsdesk.press.store import store_of

    words = _WORDS[arguments.lang]
    now = _now(arguments)
    instant = read_next(store_of(arguments.output.resolve()) / "next-run.json")
    if instant is None:
        print(words["nothing"])
        return 1
    if instant == NEVER_BUILT:
        print(words["never"].format(output=near(arguments.output)))
        return 0
    time = _moment(instant.astimezone(now.tzinfo))
    if instant > now:
        print(words["ahead"].format(time=time))
        return 1
    if now - instant >= OVERDUE:
        print(words["overdue"].format(time=time), file=sys.stderr)
    else:
        print(words["due"].format(time=time))
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from newsdesk.press.comparing import compare, read_published, site_url
    from newsdesk.press.errors import BuildError

    words = _WORDS[arguments.lang]
    url = site_url(arguments.url) if arguments.url else ""
    if url is None:
        print(words["url"].format(url=arguments.url), file=sys.stderr)
        return 2
    content: Path = arguments.content
    if not content.is_dir():
        raise FileNotFoundError(content)
    try:
        found = compare(
            lambda: read_published(arguments.output, content),
            url,
            # Nobody can have put something there in advance.
            f"/{secrets.token_hex(8)}/",
            wait=arguments.wait,
        )
    except BuildError as error:
        print(error.said(arguments.lang), file=sys.stderr)
        return 1
    for difference in found.differences:
        print(difference.said(arguments.lang))
    if not found.in_one_word:
        print(
            words["differs" if found.differences else "same"].format(
                count=len(found.differences), files=found.files, url=found.url
            )
        )
    return 1 if found.differences else 0


def _now(arguments: argparse.Namespace) -> datetime:
    """Return the instant of a command, in the office's zone."""
    from newsdesk.intake import decode
    from newsdesk.registers import zone_of

    office = arguments.content / "registers/office.toml"
    text = decode(office.read_bytes())[0] if office.is_file() else ""
    return read_now(arguments.now, zone_of({"office.toml": text}))


@_at_rest()
def _check(arguments: argparse.Namespace) -> int:
    from newsdesk.desk.check import check_content
    from newsdesk.desk.report import report
    from newsdesk.intake import near, read_content
    from newsdesk.press.crew import crewed
    from newsdesk.press.display import shown
    from newsdesk.progress import Phase
    from newsdesk.registers import zone_of

    with shown(arguments.lang) as tell:
        tell(Phase.READING, 0, 0)
        content = read_content(arguments.content)
        registers = {name: file.text for name, file in content.registers.items()}
        now = read_now(arguments.now, zone_of(registers))
        crew = partial(crewed, hands=arguments.hands)
        checked = check_content(content, now, crew=crew, tell=tell)
    findings = checked.findings
    # Nothing can be said of a release while a register is wrong, but that.
    if arguments.paths and checked.archive is not None:
        wanted = {Path(path).resolve(strict=True) for path in arguments.paths}
        root = arguments.content.resolve()
        if outside := [path for path in wanted if not path.is_relative_to(root)]:
            words = _WORDS[arguments.lang]["outside"]
            print(
                words.format(path=near(outside[0]), content=near(root)), file=sys.stderr
            )
            return 2
        findings = tuple(
            finding
            for finding in findings
            if any(
                (arguments.content / finding.path).resolve().is_relative_to(path)
                for path in wanted
            )
        )
    text = report(
        findings,
        lang=arguments.lang,
        format=arguments.format,
        sources=content.texts(),
        prefix=f"{near(arguments.content)}/",
        strict=arguments.strict,
    )
    if text:
        print(text)
    return 1 if any(f.stops(strict=arguments.strict) for f in findings) else 0


def _read(arguments: argparse.Namespace) -> int:
    from newsdesk.desk.finding import Finding, Level
    from newsdesk.desk.report import message, report
    from newsdesk.intake import decode, near
    from newsdesk.notation import parse_release
    from newsdesk.notation.record import record
    from newsdesk.notation.source import parse_header, read_instant
    from newsdesk.registers import known, read_registers, zone_of

    folder = arguments.content / "registers"
    texts = {path.name: decode(path.read_bytes())[0] for path in folder.glob("*.toml")}
    registers, faults = read_registers(texts)
    if registers is None:
        wrong = [Finding.of(name, fault, Level.ERROR) for name, fault in faults]
        words = report(
            wrong,
            lang=arguments.lang,
            format="plain",
            sources=texts,
            prefix=f"{near(folder)}/",
        )
        print(words, file=sys.stderr)
        return 1
    knowing, zone = known(registers), zone_of(texts)
    unread = 0
    for path in arguments.paths:
        try:
            text, undecoded = decode(Path(path).read_bytes())
        except OSError as error:
            kinds = {IsADirectoryError: "folder", FileNotFoundError: "absent"}
            words = _WORDS[arguments.lang][kinds.get(type(error), "unread")]
            print(words.format(path=path, reason=error.strerror), file=sys.stderr)
            unread += 1
            continue
        if undecoded:
            finding = Finding.of(path, undecoded[0], Level.ERROR)
            place = f"{path}:{finding.line}:{finding.column}"
            said = message(finding, arguments.lang)
            print(f"{place}: {finding.rule}: {said}", file=sys.stderr)
            unread += 1
            continue
        header = parse_header(text)
        entries = (header.get(key) for key in ("date", "embargo"))
        instants = [read_instant(entry.text, zone) for entry in entries if entry]
        publication = max(filter(None, instants), default=None)
        day = publication.astimezone(zone).date() if publication else None
        release = parse_release(text, known=knowing(day), published=day)
        found = record(path, release)
        print(
            json.dumps(found, ensure_ascii=False) if arguments.json else _shown(found)
        )
    return 1 if unread else 0


def _shown(found: Mapping[str, object]) -> str:
    lines = [str(found["path"])]
    for key, value in found.items():
        if key != "path" and value not in (None, [], ""):
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            lines.append(f"  {key:<16}{shown}")
    return "\n".join(lines)


def _serve(arguments: argparse.Namespace) -> int:
    from newsdesk.intake import decode
    from newsdesk.press.preview import serve
    from newsdesk.registers.office import read_office

    content: Path = arguments.content.absolute()
    if not content.is_dir():
        raise FileNotFoundError(content)
    # Whoever holds the site would say it; better no preview at all.
    _now(arguments)
    command = [sys.executable, "-m", "newsdesk.press.keeping", "--root", str(ROOT)]
    command += ["--content", str(content)]
    command += ["--lang", arguments.lang, "--now", arguments.now]
    command += ["--private"] if arguments.private else []
    office = content / "registers/office.toml"
    text = decode(office.read_bytes())[0] if office.is_file() else ""
    return serve(
        ROOT,
        command,
        content,
        [
            *(ROOT / name for name in ("theme", "plugins")),
            *(ROOT / name for name in ("pelicanconf.py", "publishconf.py")),
        ],
        port=arguments.port,
        # The preview stands under the site's own path, so that links are true.
        site_path=urlsplit(read_office(text)[0].url).path,
        lang=arguments.lang,
    )


if __name__ == "__main__":
    sys.exit(main())
