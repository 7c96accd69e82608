"""Former addresses as tables: real nginx and real Caddy answer for them with a 301."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import ROOT, build_site
from hosts import Host, ask, caddy, nginx, take_redirects
from newsdesk.addresses import is_address, one_spelling
from newsdesk.press.errors import BuildError
from newsdesk.press.opening import RefusedError
from newsdesk.registers.ledgers import read_addresses
from newsdesk.wire.headers import HEADERS
from newsdesk.wire.redirects import (
    caddy_redirects,
    nginx_redirects,
    page_path,
    redirects_file,
)
from newsroom import HEADER, Newsroom

HEAD = "address\trelease\tfirst\tstate\tto\n"
HERE = "/2026/11/20/sampah/"

# What older sites had, and what means something to a web server.
FORMER = {
    "/feed/": "/feed.rss",
    "/comments/feed/": "/feed.rss",
    "/category/warta/": "/kategori/lingkungan/",
    "/category/warta/feed/": "/kategori/lingkungan/feed.rss",
    "/author/admin": "/arsip/",
    "/tag/belum-ada/": "/arsip/",
    "/2019/05/16/pasar/": HERE,
    "/pasar.html": HERE,
    "/rss.xml": "/feed.rss",
    "/?p=12": HERE,
    "/?p=12&x": "/arsip/",
    "/?page_id=3": "/inisial/",
    "/?feed=rss2": "/feed.rss",
    "/index.php?p=4": HERE,
    "/berita?id=7": HERE,
    "/?s=a+b%20c&m=%7Bpath%7D": HERE,
    "/?s=$host;'(*)~": HERE,
    "/?s=pasar-é": HERE,
    "/caf%C3%A9/": HERE,
    "/tr%c3%a8s/": HERE,
    "/日本/": HERE,
    "/berkas/a%20b.pdf": HERE,
    "/IMG_1.JPG": HERE,
    "/a;b/": HERE,
    "/a'b/": HERE,
    "/$host/": HERE,
    "/%24uri/": HERE,
    "/~user/": HERE,
    "/~(a+)+$/": HERE,
    "/*/": HERE,
    "/.*": HERE,
    "/:x/": HERE,
    "/a,b=c&d@e!/": HERE,
    "/a%25b/": HERE,
    "/a%2541/": HERE,
    "/a%23b/": HERE,
    "/default/": HERE,
    "/hostnames": HERE,
    "/include": HERE,
    "/volatile/": HERE,
    "/import/": HERE,
    f"/{'panjang-' * 100}/": HERE,
}

# Each line of them would end a string, leave the site, or mean two things.
REFUSED = [
    *('/a"b/', "/a%22b/", "/a\\b/", "/a%5Cb/", "/a`b/", "/<b>/", "/a|b/", "/a^b/"),
    *("/{path}/", "/%7Bpath%7D/", "/{$HOME}/", "/a}/", '/?q="', "/?q={path}", "/?\\"),
    *("/a b/", "/a%0Ab/", "/a%0D/", "/a%00/", "/a%09/", "/a%7F/", "/?q=%0A", "/a\x1b/"),
    *("/\u202e/", "/%E2%80%AE/", "/\u2028/", "/%ff/", "/%zz/", "/%"),
    *("//lain.example/", "/../x/", "/a/..", "/%2e%2e/x/", "/./", "/a//b/", "/a%2Fb/"),
    *("/a%3Fb/", "/a#b", "a/", "?p=1", "https://lain.example/", f"/{'a' * 1000}/"),
]


@pytest.mark.parametrize("address", FORMER)
def test_address_of_an_older_site_is_one(address: str):
    assert is_address(address)


@pytest.mark.parametrize("address", [*REFUSED, ""])
def test_address_that_no_server_may_be_told_is_none(address: str):
    assert not is_address(address)


@pytest.mark.parametrize(
    ("address", "others"),
    [
        ("/caf%C3%A9/", ["/caf%c3%a9/", "/café/", "/café"]),
        ("/feed/", ["/feed", "/%66eed/"]),
        ("/a.xml", ["/a%2Exml"]),
        ("/berita?id=7", ["/berita/?id=7"]),
        ("/?s=é", ["/?s=%C3%A9"]),
    ],
)
def test_spellings_of_one_address_are_alike(address: str, others: list[str]):
    assert {one_spelling(address)} == {one_spelling(other) for other in others}


@pytest.mark.parametrize(
    ("one", "other"),
    [("/a.xml", "/a.xml/"), ("/a/", "/A/"), ("/?p=1", "/?p=1&"), ("/?p=1", "/")],
)
def test_different_addresses_are_not_alike(one: str, other: str):
    assert one_spelling(one) != one_spelling(other)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/caf%c3%a9/", "café/index.html"),
        ("/a%20b/", "a b/index.html"),
        (f"/{'a' * 255}/", f"{'a' * 255}/index.html"),
        (f"/{'a' * 256}/", ""),
        (f"/{'é' * 128}/", ""),
    ],
)
def test_page_stands_where_a_server_looks_for_it(address: str, path: str):
    assert path == page_path(address)


def test_lines_hold_path_query_and_the_path_of_the_site_sorted():
    redirects = {"/b": "/a/", "/?p=1": "/a/", "/é.xml": "/x?y=$z"}
    lines = [
        ("/kabar/?p=1", "/kabar/a/"),
        ("/kabar/b", "/kabar/a/"),
        ("/kabar/b/", "/kabar/a/"),
        ("/kabar/é.xml", "/kabar/x?y=%24z"),
    ]

    assert [f'"{k}" "{v}";' for k, v in lines] == (
        nginx_redirects(redirects, "/kabar", ()).splitlines()
    )
    assert [f'"{k}" "{v}"' for k, v in lines] == (
        caddy_redirects(redirects, "/kabar").splitlines()
    )


def test_every_line_ends_its_strings_itself():
    quoted = r'"[^"\\{}\x00-\x1f]+"'
    for text, end in (
        (nginx_redirects(FORMER, "", ()), ";"),
        (caddy_redirects(FORMER, ""), ""),
    ):
        assert len(FORMER) < len(text.splitlines())
        for line in text.splitlines():
            assert re.fullmatch(rf"{quoted} {quoted}{end}", line), line


@pytest.mark.parametrize(
    ("redirects", "kept"),
    [
        ({"/Arsip/": "/"}, []),
        ({"/A.jpg": "/x/", "/a.jpg": "/y/"}, []),
        ({"/A.jpg": "/x/", "/a.jpg": "/x/"}, ["/A.jpg"]),
        ({"/?P=1": "/?q=2", "/?Q=2": "/?p=1"}, []),
        ({"/X.jpg": "/x.jpg"}, []),
        ({"/É.jpg": "/x/", "/é.jpg": "/y/"}, ["/É.jpg", "/é.jpg"]),
    ],
    ids=[
        *("list", "two targets", "one target", "circle of queries", "itself"),
        "no case to nginx",
    ],
)
def test_nginx_is_not_told_what_case_alone_tells_apart(
    redirects: dict[str, str], kept: list[str]
):
    text = nginx_redirects(redirects, "", ["/", "/arsip/"])

    assert kept == [line.split('"')[1] for line in text.splitlines()]


def test_hosts_get_no_pattern_that_matches_more_than_an_address():
    redirects = {"/*": "/a/", "/:x/": "/a/", "/é/": "/a/", "/b/": "/a/"}

    assert "/b/ /a/ 301\n/%C3%A9/ /a/ 301\n" == redirects_file(redirects, "")


# -- a ledger by hand ------------------------------------------------------------------


def _room(folder: Path, redirects: dict[str, str], keys: str = "") -> Newsroom:
    room = Newsroom(folder)
    room.release(header=f"{HEADER}{keys}")
    rows = (f"{old}\t\t\tmoved\t{new}\n" for old, new in redirects.items())
    room.write("registers/addresses.tsv", f"{HEAD}{''.join(rows)}")
    return room


@pytest.mark.site
@pytest.mark.parametrize(
    ("redirects", "said"),
    [
        ({"/a%22/": HERE}, r'addresses\.tsv:2:1: ledger-line: "/a%22/" tidak dapat'),
        ({"/a/": "/{x}/"}, r'addresses\.tsv:2:1: ledger-line: "/\{x\}/" tidak dapat'),
        ({"/arsip/": HERE}, 'address-lost: Alamat "/arsip/" dibuat'),
        (
            {"/%61rsip": HERE},
            'address-lost: Alamat "/%61rsip" dibuat',
        ),
        (
            {"/feed.rss": HERE},
            'address-lost: Alamat "/feed.rss" dibuat',
        ),
        (
            {"/kategori/lingkungan/": HERE},
            '"/kategori/lingkungan/" dibuat sendiri',
        ),
        (
            {"/bukti.txt": HERE},
            'address-lost: Alamat "/bukti.txt" dibuat',
        ),
        ({"/arsip/2026/index.html": HERE}, 'want "arsip/2026/index.html"'),
        (
            {"/a/": "/b", "/b/": "/%61"},
            '(?s)"/a/" ke "/b" b.*"/b/" ke "/%61" berputar',
        ),
        ({"/?p=1": "/?p=2", "/?p=2": "/?p=1"}, r'"/\?p=1" ke "/\?p=2" berputar-putar'),
        ({"/caf%C3%A9/": "/café/"}, "berputar-putar"),
        ({"/a/": "/a/?x"}, "berputar-putar"),
        ({"/?p=1": "/hilang/"}, '"/hilang/", yang tidak ada di situs'),
    ],
)
def test_ledger_that_leads_astray_is_refused(
    redirects: dict[str, str], said: str, tmp_path: Path
):
    room = _room(tmp_path / "content", redirects)
    room.write("extra/bukti.txt", "bukti\n")
    with pytest.raises((BuildError, RefusedError), match=said):
        build_site(room.root, tmp_path / "site")


def test_lines_of_the_manual_can_be_read():
    manual = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"```\n(address→.*?)```", manual, re.DOTALL)
    found, faults = read_addresses(table.replace("→", "\t"))

    assert () == faults
    assert {"/feed/", "/?p=12", "/category/warta/"} < found.keys()


@pytest.mark.site
def test_chain_through_a_query_ends_where_its_last_redirect_leads(tmp_path: Path):
    chain = {"/lama/": "/?p=1", "/?p=1": "/tua?x=2", "/tua/": HERE}
    room = _room(tmp_path / "content", chain)
    build_site(room.root, tmp_path / "site")
    text = (tmp_path / "site/_redirects.caddy").read_text(encoding="utf-8")

    assert {HERE} == {line.split('"')[3] for line in text.splitlines()}


@pytest.mark.site
def test_list_that_comes_with_a_release_stands_before_a_redirect(tmp_path: Path):
    redirects = {"/tag/pasar/": "/arsip/", "/tag/lain/": "/arsip/", HERE: "/arsip/"}
    room = _room(tmp_path / "content", redirects, "Tags: pasar\n")
    build_site(room.root, tmp_path / "site")

    assert "/tag/lain/ /arsip/ 301\n" == (tmp_path / "site/_redirects").read_text()


@pytest.mark.parametrize("alias", ["/a%22b/", "/%2e%2e/", "/a%2Fb/", "/%zz/", "/%0a/"])
def test_alias_that_no_server_may_be_told_is_refused(alias: str, tmp_path: Path):
    room = Newsroom(tmp_path)
    room.release(header=f"{HEADER}Aliases: {alias}\n")

    assert ["alias-form"] == [finding.rule for finding in room.findings()]


# -- servers ---------------------------------------------------------------------------

SERVERS = {"nginx": nginx, "caddy": caddy}


@pytest.fixture(
    scope="module",
    params=[("nginx", ""), ("nginx", "/kota"), ("caddy", ""), ("caddy", "/kota")],
    ids="".join,
)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Host, str]]:
    """A server of a site with many former addresses, and the path of the site."""
    name, path = request.param
    folder = tmp_path_factory.mktemp(name)
    room = _room(folder / "content", {**FORMER, "/Arsip/": "/inisial/"})
    url = f"https://siaran.kota.example{path}"
    build_site(room.root, folder / f"www{path}", site_url=url)
    with SERVERS[name](folder / "www", folder / "server", path) as running:
        yield running, path


def _asked(address: str) -> str:
    return quote(address, safe="/%?&=+:@!,;*()~'$")


@pytest.mark.host
@pytest.mark.site
@pytest.mark.slow
def test_former_address_is_answered_with_a_redirect(server: tuple[Host, str]):
    host, path = server
    requests = {_asked(address): to for address, to in FORMER.items()}
    requests |= {
        "/feed": "/feed.rss",
        "/feed?utm_source=x": "/feed.rss",
        "/author/admin/": "/arsip/",
        "/berita/?id=7": HERE,
        "/caf%c3%a9": HERE,
        "/%63af%C3%A9/": HERE,
        "/tr%C3%A8s/": HERE,
    }
    with host.visitor() as browser:
        for address, to in requests.items():
            answer = ask(browser, path + address)

            assert 301 == answer.status, address
            assert path + to == answer.one("Location"), address
    told = dict(host.get(f"{path}/feed/").headers)
    assert HEADERS.items() <= told.items()
    assert "public, max-age=0, must-revalidate" == told["Cache-Control"]


@pytest.mark.host
@pytest.mark.site
@pytest.mark.slow
def test_present_address_is_not_redirected(server: tuple[Host, str]):
    host, path = server
    for address in ("/", "/?p=1", "/?p=12&y", "/arsip/", "/arsip/?p=12", HERE):
        assert 200 == host.get(path + address).status, address
    for name in ("_redirects", "_redirects.nginx", "_redirects.caddy"):
        assert 404 == host.get(f"/{name}").status


# -- from the site into the server -----------------------------------------------------


def _table(folder: Path, server: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"_redirects.{server}").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.host
@pytest.mark.site
@pytest.mark.slow
def test_running_nginx_follows_the_table_of_the_site(golden_site: Path, tmp_path: Path):
    site = tmp_path / "www"
    shutil.copytree(golden_site, site)
    place = tmp_path / "server"
    check = f"nginx -t -q -p {place} -c {place}/nginx.conf -e {place}/error.log"
    with nginx(site, place) as host:
        assert 404 == host.get("/lama/").status
        _table(site, "nginx", '"/lama/" "/arsip/";\n')
        done = take_redirects(
            *("nginx", site, place / "redirects.map", check),
            f"kill -HUP $(cat {place}/pid)",
        )
        until = time.monotonic() + 15
        while host.get("/lama/").status != 301 and time.monotonic() < until:
            time.sleep(0.05)

        assert (0, "nginx: 1 lines of redirects.\n", "") == (
            *(done.returncode, done.stdout, done.stderr),
        )
        assert "/arsip/" == host.get("/lama/").one("Location")


@pytest.mark.host
@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_table_comes_over_once_and_goes_with_the_site(server: str, tmp_path: Path):
    text = {
        "nginx": nginx_redirects(FORMER, "", ()),
        "caddy": caddy_redirects(FORMER, ""),
    }
    site, table = _table(tmp_path / "site", server, text[server]), tmp_path / "table"
    first = take_redirects(server, site, table)
    again = take_redirects(server, site, table, check="false", reload="false")
    came = table.read_text(encoding="utf-8")
    (site / f"_redirects.{server}").unlink()
    gone = take_redirects(server, site, table)

    assert [0, 0, 0] == [first.returncode, again.returncode, gone.returncode]
    assert text[server] == came
    assert ("", "") == (again.stdout, again.stderr)
    assert {"site"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.host
@pytest.mark.parametrize(
    ("server", "line"),
    [
        ("nginx", '"/a/" "/b/"; } server { listen 1;'),
        ("nginx", "include /etc/passwd;"),
        ("nginx", '"/a/" "$document_root";'),
        ("nginx", '"/a/" "/$document_root";'),
        ("nginx", '"/a/" "/b/"'),
        ("caddy", '"/{$HOME}" "/b/"'),
        ("caddy", '"/a/" "/b/"\n}\nfile_server {'),
        ("caddy", "import /etc/caddy/*"),
        ("caddy", '"/a/" "/{env.HOME}"'),
    ],
)
def test_line_that_siaran_does_not_write_stays_outside(
    server: str, line: str, tmp_path: Path
):
    site, table = _table(tmp_path / "site", server, f"{line}\n"), tmp_path / "table"
    table.write_text("lama\n", encoding="utf-8")
    done = take_redirects(server, site, table)

    assert (1, "") == (done.returncode, done.stdout)
    assert "not a line that Siaran writes" in done.stderr
    assert "lama\n" == table.read_text(encoding="utf-8")


@pytest.mark.host
@pytest.mark.parametrize("before", ["", '"/a/" "/c/";\n'], ids=["none", "one"])
def test_table_that_the_server_refuses_gives_way_to_the_one_before(
    before: str, tmp_path: Path
):
    site = _table(tmp_path / "site", "nginx", '"/a/" "/b/";\n')
    table = tmp_path / "table"
    if before:
        table.write_text(before, encoding="utf-8")
    done = take_redirects(
        "nginx", site, table, f"! grep /b/ {table}", reload="touch reloaded"
    )

    assert 1 == done.returncode
    assert "the one before is back" in done.stderr
    assert before == (table.read_text(encoding="utf-8") if table.exists() else "")


@pytest.mark.host
def test_site_that_is_not_there_changes_nothing(tmp_path: Path):
    table = tmp_path / "table"
    table.write_text("lama\n", encoding="utf-8")

    assert 1 == take_redirects("nginx", tmp_path / "site", table).returncode
    assert "lama\n" == table.read_text(encoding="utf-8")
