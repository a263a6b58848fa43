"""enclosing: what a link stands in, and what that says: the part of the page, whether the link is shown.

While the tree is there it is only noted: few pages are ever asked where their links stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.markup.elements import GONE, hiding, inner_hiding, region_of, unseen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.page import Region


class Enclosing:
    """An element and the one it stands in; what both come to, once somebody has asked."""

    __slots__ = ("attributes", "comes_to", "outer", "tag")

    def __init__(
        self, tag: str, attributes: dict[str, str | None], outer: Enclosing | None
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.outer = outer
        self.comes_to: tuple[Region, int] | None = None

    def told(self) -> tuple[Region, int]:
        """The region of what stands in the element, and how it is hidden."""
        region: Region = ""
        hidden = 0
        passed: list[Enclosing] = []
        around: Enclosing | None = self
        while around is not None:
            if around.comes_to is not None:
                region, hidden = around.comes_to
                break
            passed.append(around)
            around = around.outer
        for inner in reversed(passed):
            tag, attributes = inner.tag, inner.attributes
            if region != "footer":  # which it stays, whatever else stands in it
                region = region_of(tag, attributes, region)
            if hidden < GONE:
                own = GONE if unseen(tag, attributes) else hiding(attributes) if attributes else 0
                hidden = inner_hiding(hidden, own, attributes) if hidden else own
            inner.comes_to = region, hidden
        return region, hidden


def enclosing(link: LexborNode, known: dict[int, Enclosing]) -> Enclosing | None:
    """What a link stands in.

    known: the same of elements that were passed on the way up from other links, to which it is added.
    """
    passed: list[LexborNode] = []
    around: Enclosing | None = None
    node = link.parent if link.tag == "area" else link
    while node is not None:
        around = known.get(node.mem_id)
        if around is not None:
            break
        passed.append(node)
        node = node.parent
    for node in reversed(passed):
        around = known[node.mem_id] = Enclosing(node.tag or "", node.attributes, around)
    return around
