"""faint: links that are there and yet not to be seen or followed: transparent, beside the screen, inert.

A script may change that once the page is there: what is faint may not be shown, and may.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.markup.dom import Tree

MOST_DEPTH = 512
_MAY_BE = re.compile(rb"opacity\s*:\s*[0.]|[\s\"']inert[\s>=/]|:\s*-[1-9]\d\d", re.IGNORECASE)
_LETTERS = (b"opacity", b"inert", b":-", b": -")
_FAINT = re.compile(
    r"(?:^|[;\s])(?:opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)%?\s*(?:;|!|$)|(?:left|right|top|bottom)\s*:\s*-[1-9]\d{2,})",
    re.IGNORECASE,
)


def faint(tree: Tree, number: int) -> bool:
    """Whether a link, by its number, is faint, or what it stands in."""
    # nearly every page has none of the letters, which the tree remembers
    if not any(map(tree.has, _LETTERS)) or not _MAY_BE.search(tree.source):
        return False
    node = tree.linked(number)
    for _ in range(MOST_DEPTH):
        if node is None:
            break
        said = node.attributes
        if "inert" in said or _FAINT.search(said.get("style") or ""):
            return True
        node = node.parent
    return False
