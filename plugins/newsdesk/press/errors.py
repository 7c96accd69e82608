"""How a build ends when it cannot end well."""

from newsdesk.saying import SaidError


class BuildError(SaidError):
    """The site could not be built; says why, in words for a terminal."""


class ClashError(BuildError):
    """Two files of the site want one path; names it."""
