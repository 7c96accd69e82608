"""Pelican's settings for Siaran, preview and plain builds.

Nothing of a city stands here: name, address, zone and colour come from the content
folder's registers/office.toml, through the plugin.
"""

from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).parent

PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
PLUGIN_PATHS = [str(ROOT / "plugins")]
PLUGINS = ["newsdesk"]

ARTICLE_PATHS = ["releases"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
# The plugin puts the office's own in its place; Pelican asks for one before that.
TIMEZONE = "UTC"
# Only the plugin's reader: the stock ones would let HTML and unknown keys through.
READERS = {"rst": None, "html": None}
# Original and edition are joined by their file names, not by slug.
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None

# The plugin writes every page from its plan; Pelican's generators only read.
ARTICLE_SAVE_AS = ""
ARTICLE_LANG_SAVE_AS = ""
PAGE_SAVE_AS = ""
PAGE_LANG_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

# The cache would serve stale text after a change of the plugin.
LOAD_CONTENT_CACHE = False
CACHE_CONTENT = False

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}
