"""best: which of the links of a place are tried, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.clicks import ways

if TYPE_CHECKING:
    from linter.pages.clicks.steps import Class, Way

RANK: tuple[Class, ...] = (
    "strong", "address", "contact", "forward", "medium", "bare", "none", "rejected",
)  # fmt: skip
MOST: dict[Class, int] = {
    "strong": 4, "address": 3, "contact": 3, "forward": 2, "medium": 3, "bare": 4, "none": 4,
    "rejected": 2,
}  # fmt: skip
"""So many links of a class are tried from one place; a page has hundreds that say nothing."""
NO_PAGE = "javascript:"


def best(found: list[Way]) -> list[Way]:
    """Each address once with its best label, the best first, so many of each class."""
    order = sorted(
        range(len(found)),
        key=lambda i: (
            RANK.index(found[i].cls),
            not found[i].claims,
            found[i].clicks,
            not ways.is_root(found[i].url),
            i,
        ),
    )
    kept: list[Way] = []
    known: dict[str, int] = {}
    count: dict[Class, int] = {}
    for number in order:
        way = found[number]
        name = way.url if way.clicks == 0 or way.url.startswith(NO_PAGE) else ways.key(way.url)
        fewer = name not in known or way.clicks < known[name]
        if fewer and count.get(way.cls, 0) < MOST[way.cls]:
            known[name] = way.clicks
            count[way.cls] = count.get(way.cls, 0) + 1
            kept.append(way)
    return kept
