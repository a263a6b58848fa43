"""built: whether a page's foot is put together by a script, so that its links cannot be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks.refresh import without
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from linter.pages.page import Page, Target

KINDS: frozenset[Target] = frozenset(("impressum", "privacy"))
_PLACEHOLDER = re.compile(
    rb"""<[a-z][a-z0-9]*\b[^<>]{0,500}?\s(?:data-(?:include|import|load|partial|fragment|component)(?:-\w+)?"""
    rb"""|w3-include-html|hx-get|ic-src)\s*=""",
    re.IGNORECASE,
)
"""An element that a script fills with another document."""
_ELEMENT = re.compile(rb"<([a-z][a-z0-9]*-[a-z0-9-]*)\b[^<>]{0,1000}>\s*</\1\s*>", re.IGNORECASE)
"""An element of the site's own making without content: a script gives it some."""
_FOOT = re.compile(
    rb"""<(?:footer\b[^<>]{0,500}|div\b[^<>]{0,200}\b(?:id|class)\s*=\s*["']?[\w -]{0,60}(?:footer|fuss|fusszeile)\b[^<>]{0,200})>"""
    rb"""\s*(?:<(?:div|nav|section)\b[^<>]{0,200}>\s*</(?:div|nav|section)>\s*)?</(?:footer|div)>""",
    re.IGNORECASE,
)
"""A foot with nothing in it."""


def named(page: Page) -> frozenset[Target]:
    """The kinds of page that the page links by name."""
    return frozenset(
        target
        for link in page.labelled
        for target, strength in link.classes
        if target in KINDS and strength == "strong"
    )


def scripted(page: Page) -> bool:
    """Whether a script is to fill in parts of the page that stand empty."""
    tree = page.tree
    if isinstance(tree, PlainTree) or not tree.has(b"<script"):
        return False
    source = without(tree.source, b"<!--", b"-->")
    return any(pattern.search(source) for pattern in (_PLACEHOLDER, _ELEMENT, _FOOT))
