"""What the same site needs beside Pelican's own lists: places, series, neighbours.

Written as such plugins are: articles are grouped once, and Pelican's writer makes the
pages and feeds.
"""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from pelican import signals
from pelican.utils import slugify

_RELATED = 3


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(_group)
    signals.article_writer_finalized.connect(_write)


def _group(generator: Any) -> None:
    places, series = defaultdict(list), defaultdict(list)
    by_category = defaultdict(list)
    names: dict[str, str] = {}
    for article in generator.articles:
        article.places = []
        by_category[article.category].append(article)
        for place in filter(None, getattr(article, "tempat", "").split(";")):
            id, _, name = place.partition("=")
            url = f"tempat/{id}/"
            places[url].append(article)
            names[url] = name
            article.places.append((url, name))
        if found := getattr(article, "seri", ""):
            url = f"seri/{slugify(found)}/"
            series[url].append(article)
            names[url] = found
            article.series = (url, found)
    for article in generator.articles:
        first = by_category[article.category][: _RELATED + 1]
        article.related = [other for other in first if other is not article][:_RELATED]
    for newer, older in pairwise(generator.articles):
        newer.older, older.newer = older, newer
    generator.context["place_lists"] = sorted(
        (names[url], url, found) for url, found in places.items()
    )
    generator.context["series_lists"] = sorted(
        (names[url], url, found) for url, found in series.items()
    )


def _write(generator: Any, writer: Any) -> None:
    context = generator.context
    template = generator.get_template("tag")
    for kind in ("place_lists", "series_lists"):
        for name, url, articles in context[kind]:
            writer.write_file(
                f"{url}index.html",
                template,
                context,
                url=url,
                tag=name,
                articles=articles,
                template_name="tag",
            )
    for name, url, articles in context["place_lists"]:
        for type, path in (("atom", "feed.atom"), ("rss", "feed.rss")):
            writer.write_feed(
                articles, context, f"{url}{path}", feed_type=type, feed_title=name
            )
