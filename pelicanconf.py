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

# The plugin reads the content folder once for all, and writes every file from its plan;
# the generators of Pelican find nothing to read.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
# The plugin puts the office's own in its place; Pelican asks for one before that.
TIMEZONE = "UTC"

DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}
