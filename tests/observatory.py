"""Scores an answer by the published rules of the HTTP Observatory.

Source: mdn/mdn-http-observatory, `src/grader/charts.js` (what each result is worth),
`src/scanner/index.js` (how they add up) and `src/analyzer/tests/` (what leads to which
result). Written anew from those rules, as far as a site of static files can meet them:
sources by nonce or hash and several policies at once are not known here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

# A bonus counts only for a site that lost no more than this without it.
_BONUS_FROM = 90
# The Observatory's own idea of six months, in seconds.
_SIX_MONTHS = 15_552_000

_BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*"}
_INLINE = {"'unsafe-inline'", "data:"}
_GOOD_REFERRER = {
    *("no-referrer", "same-origin", "strict-origin"),
    "strict-origin-when-cross-origin",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What a scanner sees of a site's home page."""

    url: str
    """Where it was answered, after redirects."""
    headers: Sequence[tuple[str, str]]
    """Name and value, as they came."""
    html: str
    first_redirect: str
    """Where the same address over plain HTTP leads; empty when nowhere."""

    def values(self, name: str) -> list[str]:
        """Return what a header says, once for each time it came."""
        return [v for n, v in self.headers if n.lower() == name.lower()]


def score(visit: Visit) -> tuple[int, dict[str, int]]:
    """Return the score of a home page, and what each result took or gave."""
    results = dict(_results(visit))
    lost = sum(value for value in results.values() if value < 0)
    gained = sum(value for value in results.values() if value > 0)
    total = 100 + lost + (gained if 100 + lost >= _BONUS_FROM else 0)
    return max(total, 0), results


def _results(visit: Visit) -> Iterator[tuple[str, int]]:
    policies = visit.values("Content-Security-Policy")
    policy = _policy(policies[0]) if policies else {}
    own = policies or _of_page(visit.html)
    yield _csp(own, policy or (_policy(own[0]) if own else {}))
    yield _frames(visit, policy)
    yield _cookies(visit)
    yield _sharing(visit)
    yield _resource_policy(visit)
    yield _redirection(visit)
    yield _referrer(visit)
    yield _transport(visit)
    yield _subresources(visit)
    nosniff = visit.values("X-Content-Type-Options") == ["nosniff"]
    yield "x-content-type-options", 0 if nosniff else -5


def _policy(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in text.lower().split(";"):
        name, *sources = entry.split()
        # The Observatory calls a directive given twice an invalid policy.
        found[name] = ["twice"] if name in found else sources or ["'none'"]
    return found


def _of_page(html: str) -> list[str]:
    """Return the policies that a page says of itself, for a site without the header."""
    soup = BeautifulSoup(html, "html.parser")
    found = soup.find_all("meta", attrs={"http-equiv": "Content-Security-Policy"})
    return [str(meta["content"]) for meta in found]


def _csp(
    policies: Sequence[str], policy: Mapping[str, Sequence[str]]
) -> tuple[str, int]:
    if not policies:
        return "csp-not-implemented", -25
    if ["twice"] in policy.values():
        return "csp-header-invalid", -25
    default = policy.get("default-src", ["*"])
    scripts = set(policy.get("script-src", default))
    styles = set(policy.get("style-src", default))
    objects = set(policy.get("object-src", default))
    passive = {
        *policy.get("img-src", default),
        *policy.get("media-src", default),
    }
    rest = {
        s for n, v in policy.items() if n not in ("img-src", "media-src") for s in v
    }
    if scripts & (_BROAD | _INLINE) or objects & _BROAD:
        return "csp-implemented-with-unsafe-inline", -20
    if any(source.startswith(("http:", "ftp:")) for source in rest):
        return "csp-implemented-with-insecure-scheme", -20
    if "'unsafe-eval'" in scripts | styles:
        return "csp-implemented-with-unsafe-eval", -10
    if any(source.startswith(("http:", "ftp:")) for source in passive):
        return "csp-implemented-with-insecure-scheme-in-passive-content-only", -10
    if styles & (_BROAD | _INLINE):
        return "csp-implemented-with-unsafe-inline-in-style-src-only", 0
    if list(default) == ["'none'"]:
        return "csp-implemented-with-no-unsafe-default-src-none", 10
    return "csp-implemented-with-no-unsafe", 5


def _frames(visit: Visit, policy: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    if "frame-ancestors" in policy:
        return "x-frame-options-implemented-via-csp", 5
    value = "".join(visit.values("X-Frame-Options")).lower()
    if value in ("deny", "sameorigin"):
        return "x-frame-options-sameorigin-or-deny", 0
    return "x-frame-options-not-implemented", -20


def _cookies(visit: Visit) -> tuple[str, int]:
    # A site of static files sets none; any is a fault of ours.
    if visit.values("Set-Cookie"):
        return "cookies-without-secure-flag", -20
    return "cookies-not-found", 0


def _sharing(visit: Visit) -> tuple[str, int]:
    if visit.values("Access-Control-Allow-Credentials"):
        return "cross-origin-resource-sharing-implemented-with-universal-access", -50
    return "cross-origin-resource-sharing-not-implemented", 0


def _resource_policy(visit: Visit) -> tuple[str, int]:
    match visit.values("Cross-Origin-Resource-Policy"):
        case ["same-origin" | "same-site"]:
            return "cross-origin-resource-policy-implemented", 10
        case [] | ["cross-origin"]:
            return "cross-origin-resource-policy-not-implemented", 0
        case _:
            return "cross-origin-resource-policy-header-invalid", -5


def _redirection(visit: Visit) -> tuple[str, int]:
    to = urlsplit(visit.first_redirect)
    if not visit.first_redirect:
        return "redirection-missing", -20
    if to.scheme != "https":
        return "redirection-not-to-https", -20
    if to.hostname != urlsplit(visit.url).hostname:
        return "redirection-off-host-from-http", -5
    return "redirection-to-https", 0


def _referrer(visit: Visit) -> tuple[str, int]:
    values = visit.values("Referrer-Policy")
    if not values:
        return "referrer-policy-not-implemented", 0
    last = ",".join(values).split(",")[-1].strip().lower()
    if last in _GOOD_REFERRER:
        return "referrer-policy-private", 5
    return "referrer-policy-unsafe", -5


def _transport(visit: Visit) -> tuple[str, int]:
    values = visit.values("Strict-Transport-Security")
    if not values or urlsplit(visit.url).scheme != "https":
        return "hsts-not-implemented", -20
    ages = [
        part.strip().removeprefix("max-age=")
        for part in values[0].lower().split(";")
        if part.strip().startswith("max-age=")
    ]
    if len(ages) != 1 or not ages[0].isdigit() or "," in values[0]:
        return "hsts-header-invalid", -20
    if int(ages[0]) < _SIX_MONTHS:
        return "hsts-implemented-max-age-less-than-six-months", -10
    return "hsts-implemented-max-age-at-least-six-months", 0


def _subresources(visit: Visit) -> tuple[str, int]:
    soup = BeautifulSoup(visit.html, "html.parser")
    scripts = soup.find_all("script")
    loaded = [script for script in scripts if script.get("src")]
    home = urlsplit(visit.url)
    foreign = [
        script
        for script in loaded
        if urlsplit(script["src"]).netloc not in ("", home.netloc)
    ]
    if foreign:
        if not all(script["src"].startswith("https://") for script in foreign):
            return "sri-not-implemented-and-external-scripts-not-loaded-securely", -50
        if not all(script.get("integrity") for script in foreign):
            return "sri-not-implemented-but-external-scripts-loaded-securely", -5
        return "sri-implemented-and-external-scripts-loaded-securely", 5
    if not scripts:
        return "sri-not-implemented-but-no-scripts-loaded", 0
    if home.scheme == "https" and any(script.get("integrity") for script in loaded):
        return "sri-implemented-and-all-scripts-loaded-securely", 5
    return "sri-not-implemented-but-all-scripts-loaded-from-secure-origin", 0
