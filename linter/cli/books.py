"""The rulebook as the commands that only read it want it: config, plug-ins and packs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.cli.settings import cache_dir, find_config
from linter.plugins import load_plugins
from linter.rulebook.book import load_rulebook

if TYPE_CHECKING:
    from linter.rulebook.book import Rulebook


def open_book(config: str | None) -> tuple[Rulebook, list[str]]:
    """The rulebook, and the folders of packs that are not built in."""
    settings = find_config(config, ())
    plugins = load_plugins()
    book = load_rulebook(
        list(settings.pack_paths), cache_dir=cache_dir(), plugin_packs=plugins.packs
    )
    return book, [*(folder for _, folder in plugins.packs), *settings.pack_paths]
