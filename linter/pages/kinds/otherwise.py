"""otherwise: what a page says in a drawing, in a field, or only to readers without scripts.

None of it is text that everybody gets to read here; whoever looks at the page may read it there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.survey import inside_link, region_around

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.markup.dom import Tree

DRAWN = 'svg,[role="img" i]'
TOLD = "noscript,textarea"
MOST_LOOKED = 50
LEAST = 60
"""Characters that a field or a `noscript` has which says something; a counter's picture has none."""
SMALL = 100
"""A drawing of fewer pixels is a sign."""
_SIGN = re.compile(r"logo|icon|wappen|banner|symbol|pfeil|arrow|spinner|loader", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,1000}>")
_PIXELS = re.compile(r"\d{1,5}(?=(?:\.\d+)?(?:px)?\s*$)")
_ABOVE = 4
"""Elements around a drawing that may say that it is a sign."""


def tells_otherwise(tree: Tree) -> bool:
    """Whether anything that is no text of the page may be what it says."""
    if any(map(tree.has, (b"<svg", b"role"))) and any(
        map(_is_page, tree.parser.css(DRAWN)[:MOST_LOOKED])
    ):
        return True
    if not any(map(tree.has, (b"<noscript", b"<textarea"))):
        return False
    return any(
        len(" ".join(_TAG.sub(" ", node.text() or "").split())) >= LEAST
        for node in tree.parser.css(TOLD)[:MOST_LOOKED]
    )


def _is_page(node: LexborNode) -> bool:
    """Whether a drawing stands in the text itself, and is no mere sign."""
    if node.tag == "img" or inside_link(node) or region_around(node) not in {"", "main"}:
        return False
    above: LexborNode | None = node
    for _ in range(_ABOVE):
        if above is None or above.tag == "body":
            break
        said = above.attributes
        if above.tag in {"button", "label"} or _SIGN.search(" ".join(filter(None, said.values()))):
            return False
        above = above.parent
    sizes = (_PIXELS.search(node.attributes.get(side) or "") for side in ("width", "height"))
    return all(size is None or int(size[0]) >= SMALL for size in sizes)
