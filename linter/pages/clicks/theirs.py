"""theirs: addresses that belong to somebody else: a platform, a generator of such pages, a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.platforms import HOSTS

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.page import Target


def is_platform(url: str) -> bool:
    """Whether an address is one of a platform."""
    return ways.site(url) in HOSTS


def foreign(url: str, labels: Labels, kind: Target = "impressum") -> bool:
    """Whether an address belongs to a generator of such pages or a guide to them."""
    name = ways.host(url)
    hosts = labels.foreign.get(kind, frozenset())
    while name:
        if name in hosts:
            return True
        name = name.partition(".")[2]
    return False
