"""Reading a page: decode, parse, look over, judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.kinds.kind import kind_of
from linter.pages.kinds.state import state_of
from linter.pages.labels import shipped
from linter.pages.markup.decode import decode
from linter.pages.markup.dom import Tree
from linter.pages.markup.plain import PlainTree, is_plain
from linter.pages.page import Page
from linter.pages.survey import survey

if TYPE_CHECKING:
    from linter.pages.labels import Labels


def read_page(
    data: bytes, *, url: str = "", content_type: str = "", lexicon: Labels | None = None
) -> Page:
    """Read the bytes of a page, HTML or plain text (Markdown among it)."""
    labels = lexicon or shipped()
    source, encoding, cut = decode(data, content_type)
    tree: Tree | PlainTree
    tree = PlainTree(source) if is_plain(source, content_type) else Tree.bounded(source)
    found = survey(tree, url, labels)
    verdict = kind_of(found, labels, url)
    if isinstance(tree, Tree) and verdict.needs_seeing() and tree.may_hide():
        visible = tree.visible_text()
        if len(visible) != len(found.text):
            found.text = visible
            verdict = kind_of(found, labels, url)
    state = state_of(found, tree, verdict)
    kind = "other" if state == "soft_404" and verdict.kind in {"home", "contact"} else verdict.kind
    tree.forget()
    return Page(
        url, found.title, kind, tree, found.lang, verdict.uncertain, state, encoding, cut or tree.cut, labels, verdict, found,
    )  # fmt: skip
