"""What kind of page this is: points for what an Impressum or a privacy notice consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.dom import Tree
    from linter.pages.labels import Labels
    from linter.pages.page import Kind, Link
    from linter.pages.plain import PlainTree


def kind_of(
    tree: Tree | PlainTree, links: tuple[Link, ...], labels: Labels, url: str
) -> tuple[Kind, dict[str, float], tuple[str, ...], bool]:
    """Kind, points, reasons, and whether it is uncertain."""
    heads = [tree.title, *(text for _, text in tree.headings())]
    found = {target for head in heads for target, strength in labels.classify(head) if strength == "strong"}
    kind: Kind = "other"
    if found:
        kind = "+".join(sorted(found))  # type: ignore[assignment]
    return kind, {}, (), False
