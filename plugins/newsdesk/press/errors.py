"""How a build ends when it cannot end well."""


class BuildError(Exception):
    """The site could not be built; says why, in words for a terminal.

    In both languages: it is raised where nobody knows which one the reader asked for.
    """


class ClashError(BuildError):
    """Two files of the site want one path; names it."""
