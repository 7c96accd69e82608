"""Writes what web servers are told of the site's headers: nginx and Caddy.

    PYTHONPATH=plugins .venv/bin/python deploy/headers.py

The one source is wire/headers.py; a test compares these files with it.
"""

from pathlib import Path

from newsdesk.wire.headers import caddy_headers, nginx_caching, nginx_headers

HERE = Path(__file__).resolve().parent

FILES = {
    "nginx/siaran-caching.conf": nginx_caching(),
    "nginx/siaran-headers.conf": nginx_headers(),
    "caddy/siaran-headers.caddy": caddy_headers(),
}
"""Name under deploy/ -> text."""


def main() -> None:
    """Write the files beside this one."""
    for name, text in FILES.items():
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
