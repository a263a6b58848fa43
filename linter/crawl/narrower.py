"""narrower: the notices for social media to which an account's privacy notice points.

They are read beside it, and what they say is for the rules: here they are only followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.page_seen import judgeable
from linter.crawl.sight import PARTIAL
from linter.pages.clicks import ways
from linter.pages.clicks.document import CUT, whole
from linter.pages.notice.narrower import ROLES, pointed_to
from linter.subject import NOT_LINKED

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.crawl.tour import Exploration, Tour
    from linter.pages.page import Page


def follow(tour: Tour, general: Page | None) -> list[str]:
    """The addresses of such notices, as far as they are known: some point on to further ones.

    A website is no account in a network.
    """
    if general is None or tour.wanted.platform == "website":
        return []
    found: dict[str, str] = {}
    known, pages = {ways.key(general.url)}, [general]
    for page in pages:  # which grows
        for one in pointed_to(page, tour.wanted.platform) if judgeable(page, "privacy") else ():
            name = ways.key(one.url)
            if name in known or len(found) == len(ROLES):
                continue
            known.add(name)
            found[name] = one.url
            here = tour.document(one.url)
            if here.pages and known.isdisjoint(here.keys - {name}):
                known |= here.keys
                pages.append(here.pages[0])
    return list(found.values())


def choose(
    tour: Tour, general: Page | None, found: Exploration, named: Callable[[str], str]
) -> None:
    """What was read of them; named: the cause to tell for one."""
    for role, url in zip(ROLES, follow(tour, general), strict=False):
        here = tour.document(url)
        capture = tour.captures.get(ways.key(url)) or tour.capture(here)
        if capture is not None:
            found.captures[role] = capture
        part = capture is not None and capture.status == PARTIAL
        if here.pages and (not here.cause or (here.cause == CUT and not part)):
            found.pages[role] = whole(here)
        else:
            found.unseen[role] = NOT_LINKED if here.gone else named(here.cause)
