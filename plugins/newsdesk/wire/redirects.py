"""Leads from former addresses to present ones: pages, and a table for hosts."""

from collections.abc import Mapping
from html import escape

from newsdesk.wire.headers import page_policy


def page_path(address: str) -> str:
    """The path of the file that answers for an address; empty where no page can.

    `address` begins with a slash. An address with a query is no file, and one that
    ends as a feed or a picture does would be sent as one. Never raises.

    >>> page_path("/2019/05/16/pasar/"), page_path("/pasar.html"), page_path("/feed")
    ('2019/05/16/pasar/index.html', 'pasar.html', 'feed/index.html')
    >>> page_path("/?p=12"), page_path("/feed.xml")
    ('', '')
    """
    path = address.lstrip("/")
    name = path.rpartition("/")[2]
    if "?" in path or not path:
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
    empty. Addresses with a query are left out: no host of this format matches them by
    path. Never raises.

    Source: the `_redirects` syntax of Cloudflare Pages and Netlify, which both take
    former path, path and status, parted by blanks; at most 2,000 rules on the former.
    """
    return "".join(
        f"{path}{former} {path}{redirects[former]} 301\n"
        for former in sorted(redirects)
        if "?" not in former
    )
