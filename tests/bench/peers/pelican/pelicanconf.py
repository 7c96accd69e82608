"""Settings of stock Pelican for the same site, on the command line: this file."""

from pathlib import Path

HERE = Path(__file__).parent

PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
THEME_STATIC_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
PLUGIN_PATHS = [str(HERE)]
PLUGINS = ["more_lists"]

SITENAME = "Siaran Kota Randualas"
SITEURL = "https://siaran.randualas.example"
FEED_DOMAIN = SITEURL
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
WITH_FUTURE_DATES = True

ARTICLE_PATHS = ["releases"]
PAGE_PATHS = ["pages"]
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
# The same slug on two days is two releases, not two languages of one.
ARTICLE_TRANSLATION_ID = None
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = "kategori/{slug}/"
CATEGORY_SAVE_AS = "kategori/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = "tag/{slug}/index.html"
AUTHOR_URL = "reporter/{slug}/"
AUTHOR_SAVE_AS = "reporter/{slug}/index.html"
YEAR_ARCHIVE_URL = "arsip/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "arsip/{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "arsip/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "arsip/{date:%Y}/{date:%m}/index.html"

DIRECT_TEMPLATES = [
    "index",
    "archives",
    "categories",
    "tags",
    "authors",
    "places",
    "series",
    "initials",
    "404",
    "sitemap",
]
ARCHIVES_URL = "arsip/"
ARCHIVES_SAVE_AS = "arsip/index.html"
CATEGORIES_SAVE_AS = "kategori/index.html"
TAGS_SAVE_AS = "tag/index.html"
AUTHORS_SAVE_AS = "reporter/index.html"
PLACES_SAVE_AS = "tempat/index.html"
SERIES_SAVE_AS = "seri/index.html"
INITIALS_SAVE_AS = "inisial/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

PAGINATED_TEMPLATES = dict.fromkeys(
    ("archives", "category", "tag", "author", "period_archives"), 20
)
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/halaman/{number}/", "{base_name}/halaman/{number}/index.html"),
)

FEED_MAX_ITEMS = 30
FEED_ALL_ATOM = "feed.atom"
FEED_ALL_RSS = "feed.rss"
CATEGORY_FEED_ATOM = "kategori/{slug}/feed.atom"
CATEGORY_FEED_RSS = "kategori/{slug}/feed.rss"
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
RSS_FEED_SUMMARY_ONLY = False

MARKDOWN = {
    "extension_configs": {
        f"markdown.extensions.{name}": {}
        for name in (
            "tables",
            "footnotes",
            "def_list",
            "abbr",
            "fenced_code",
            "sane_lists",
            "smarty",
        )
    },
    "output_format": "html5",
}

JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
