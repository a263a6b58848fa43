"""Reading a page: decode, parse, links, kind, state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.decode import decode
from linter.pages.dom import Tree
from linter.pages.kind import kind_of
from linter.pages.labels import shipped
from linter.pages.links import links_of
from linter.pages.page import Page
from linter.pages.plain import PlainTree, is_plain
from linter.pages.state import state_of

if TYPE_CHECKING:
    from linter.pages.labels import Labels


def read_page(
    data: bytes, *, url: str = "", content_type: str = "", lexicon: Labels | None = None
) -> Page:
    """Read the bytes of a page, HTML or plain text (Markdown among it)."""
    labels = lexicon or shipped()
    text, encoding, cut = decode(data, content_type)
    tree = PlainTree(text) if is_plain(text, content_type) else Tree(text)
    links = links_of(tree, url, labels)
    kind, score, reasons, uncertain = kind_of(tree, links, labels, url)
    frames = tree.frames()
    return Page(
        url, tree.title, tree.lang, kind, score, reasons, uncertain,
        state_of(tree, links, frames, kind), links, frames, encoding, cut, tree, labels,
    )  # fmt: skip
