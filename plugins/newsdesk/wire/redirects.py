"""Leads from former addresses to present ones: pages, and tables for hosts."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from html import escape
from urllib.parse import quote, unquote

from newsdesk.wire.headers import page_policy

_LONGEST_NAME = 255

# What stays as it is in a target. A dollar would be a variable to nginx.
_PLAIN = "/?%&=+:@!,;*()~'"


def page_path(address: str) -> str:
    """The path of the file that answers for an address; empty where no page can.

    `address` begins with a slash. The path is decoded, as servers do before they look
    for a file. An address with a query is no file, one that ends as a feed or a picture
    does would be sent as one, and no file system has names above 255 bytes. Never
    raises.

    >>> page_path("/2019/05/16/pasar/"), page_path("/pasar.html"), page_path("/feed")
    ('2019/05/16/pasar/index.html', 'pasar.html', 'feed/index.html')
    >>> page_path("/?p=12"), page_path("/feed.xml")
    ('', '')
    """
    path = unquote(address).lstrip("/")
    name = path.rpartition("/")[2]
    too_long = any(len(part.encode()) > _LONGEST_NAME for part in path.split("/"))
    if "?" in address or not path or too_long:
        return ""
    if "." not in name:
        return f"{path.rstrip('/')}/index.html"
    return path if name.endswith((".html", ".htm")) else ""


def redirect_page(url: str) -> bytes:
    """The page on a former address, for hosts that know no redirects.

    `url` is whole. The page sends a browser on at once, gives everyone else a link, and
    asks not to be indexed. Never raises.
    """
    there, policy = escape(url), escape(page_policy())
    return (
        "<!doctype html>\n"
        '<html lang="id">\n'
        "<head>\n"
        '  <meta charset="utf-8">\n'
        f'  <meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        "  <title>Alamat ini pindah – This address has moved</title>\n"
        '  <meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '  <meta name="robots" content="noindex">\n'
        f'  <meta http-equiv="refresh" content="0; url={there}">\n'
        f'  <link rel="canonical" href="{there}">\n'
        "</head>\n"
        "<body>\n"
        "  <main>\n"
        "    <h1>Alamat ini pindah</h1>\n"
        f'    <p>Pindah ke <a href="{there}">{there}</a></p>\n'
        '    <p lang="en">This address has moved to the one above.</p>\n'
        "  </main>\n"
        "</body>\n"
        "</html>\n"
    ).encode()


def redirects_file(redirects: Mapping[str, str], path: str) -> str:
    """The text of `_redirects`, a rule a line, sorted.

    `redirects` has former address -> address, `path` is that of the site's own URL or
    empty. Left out are addresses with a query, which no host of this format matches by
    path, and those with `*` or `:`, which would match more than themselves. Never
    raises.

    Source: the `_redirects` syntax of Cloudflare Pages and Netlify, which both take
    former path, path and status, parted by blanks; at most 2,000 rules on the former.
    """
    return "".join(
        f"{path}{quote(former, safe=_PLAIN)} {_target(path, redirects[former])} 301\n"
        for former in sorted(redirects)
        if not {"?", "*", ":"} & {*former}
    )


def nginx_redirects(
    redirects: Mapping[str, str], path: str, site: Collection[str]
) -> str:
    """The text of `_redirects.nginx`: lines for two `map` of nginx, sorted.

    One map is by decoded path, the other by that, `?` and the query as sent. The first
    two arguments are those of `redirects_file`, with former addresses that `is_address`
    lets through; `site` has all addresses of the site. nginx does not see case: what
    differs by case alone from an address of the site, or from a former one that leads
    elsewhere, is left to its page. Never raises.

    Source: nginx, ngx_http_map_module.
    """
    found = _requests(redirects, path)
    meant = Counter(folded for folded, _ in {(_fold(k), to) for k, to in found.items()})
    there = {
        _fold(unquote(path) + request)
        for address in {*site, *redirects.values()}
        for request in _spellings(address)
    }
    kept: dict[bytes, str] = {}
    for key in sorted(found):
        if meant[_fold(key)] == 1 and _fold(key) not in there:
            kept.setdefault(_fold(key), f'"{key}" "{found[key]}";\n')
    return "".join(kept.values())


def caddy_redirects(redirects: Mapping[str, str], path: str) -> str:
    """The text of `_redirects.caddy`: lines for two `map` of Caddy, sorted.

    The maps and the arguments are as in `nginx_redirects`. Never raises.

    Source: Caddyfile, directive `map`.
    """
    found = _requests(redirects, path)
    return "".join(f'"{key}" "{found[key]}"\n' for key in sorted(found))


def _requests(redirects: Mapping[str, str], path: str) -> dict[str, str]:
    """Return every request that means a former address -> where it leads."""
    found: dict[str, str] = {}
    for former in sorted(redirects):
        for key in _spellings(former):
            found[unquote(path) + key] = _target(path, redirects[former])
    return found


def _spellings(former: str) -> Iterator[str]:
    """Yield an address as servers see it; that of a page without its slash too."""
    before, mark, query = former.partition("?")
    decoded, query = unquote(before), quote(query, safe=f"{_PLAIN}$")
    if "." in decoded.rpartition("/")[2] or decoded == "/":
        yield f"{decoded}{mark}{query}"
    else:
        bare = decoded.rstrip("/")
        yield from (f"{bare}{mark}{query}", f"{bare}/{mark}{query}")


def _target(path: str, address: str) -> str:
    return path + quote(address, safe=_PLAIN)


def _fold(text: str) -> bytes:
    """Return a text as nginx compares it: ASCII letters small, no others."""
    return text.encode().lower()
