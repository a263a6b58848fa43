"""The rulebook as the commands that only read it want it: config, plug-ins and packs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from linter.cli.main import complain, fail
from linter.cli.settings import cache_dir, find_config
from linter.errors import LinterError
from linter.plugins import open_rulebook

if TYPE_CHECKING:
    from linter.plugins import Plugins
    from linter.rulebook.book import Rulebook


def open_book(config: str | None) -> tuple[Rulebook, list[str]]:
    """The rulebook, and the folders of packs that are not built in.

    A plug-in that is broken is told, and the call fails in the end; what is left is shown.
    """
    settings = find_config(config, ())
    try:
        book, plugins = open_rulebook(settings.pack_paths, cache_dir())
    except LinterError as error:
        raise settings.named(error) from None
    tell_broken(plugins)
    return book, [*(folder for _, folder in plugins.packs), *settings.pack_paths]


def tell_broken(plugins: Plugins) -> None:
    """Tell what of the plug-ins is broken, and let the call fail in the end."""
    context = click.get_current_context(silent=True)
    if context is not None and not context.resilient_parsing:
        for error in plugins.errors:
            complain(error)
            fail(context)
