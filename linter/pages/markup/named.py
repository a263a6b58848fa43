"""named: links whose name stands elsewhere in the page (`aria-labelledby`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.markup.clean import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.markup.dom import Tree

MOST_IDS = 4
"""So many elements give a link its name at most."""
MOST_WORDS = 300
MOST_READ = 200
"""Elements that are read for the names of a page's links."""


class Names:
    """The elements of a page by their id, and what they say."""

    __slots__ = ("_nodes", "_said")

    def __init__(self, tree: Tree) -> None:
        self._nodes: dict[str, LexborNode] = {}
        for node in tree.parser.css("[id]"):
            self._nodes.setdefault(node.attributes["id"] or "", node)
        self._said: dict[str, str] = {}

    def given(self, attributes: dict[str, str | None]) -> dict[str, str | None]:
        """The attributes of a link with the name that other elements give it as its `aria-label`."""
        ids = (attributes.get("aria-labelledby") or "").split()[:MOST_IDS]
        name = clean(" ".join(map(self._words, ids)))
        return {**attributes, "aria-label": name} if name else attributes

    def _words(self, name: str) -> str:
        said = self._said.get(name)
        if said is None:
            node = self._nodes.get(name)
            if node is None or len(self._said) >= MOST_READ:
                return ""
            told = node.attributes
            said = told.get("aria-label") or node.text()[:MOST_WORDS] or told.get("alt") or ""
            self._said[name] = said
        return said
