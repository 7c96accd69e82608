"""Newsdesk: reads what press releases say of themselves, and lays out a news site.

A Pelican plugin. `register` is the table of contents: which signal calls what, and why
that signal.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    # Imported here, so that the notation can be used where there is no Pelican.
    from pelican import signals

    from newsdesk.press import generator, opening

    # Before anything is read or deleted: a content folder with errors stops here.
    signals.initialized.connect(opening.open_desk)
    # Readers are made for every generator; ours takes the place of the stock one.
    signals.readers_init.connect(opening.place_reader)
    # The one generator that writes: pages, lists, feeds and files of the plan.
    signals.get_generators.connect(generator.get_generators)
