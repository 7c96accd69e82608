"""Pelican's settings for Siaran, publishing: warnings refuse too."""

import sys
from pathlib import Path

# Pelican runs this file from anywhere.
sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403

NEWSDESK_STRICT = True
