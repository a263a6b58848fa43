"""way-seen: the link to a page is in the visible part of the website, not far down in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_JUDGEABLE, NOT_SHOWN
from linter.checks.page_seen import place, source_of
from linter.checks.parameters import parameters
from linter.checks.seen import profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.subject import Subject

FRAME = frozenset(("header", "nav", "footer"))
"""Where readers look for it; the end of a page is tolerated."""
MENUS = frozenset(("header", "nav"))
"""What opens: a link in there is hidden only until then."""
OPENS = re.compile(
    rb"<(?:details|summary)\b|\s(?:aria-expanded|aria-controls|data-(?:bs-)?(?:toggle|target))\s*=",
    re.IGNORECASE,
)
"""What shows other parts of the page that are hidden at first."""


@parameters
class WaySeen:
    """page: where it leads; lines: of text that may stand before it in the page's own text."""

    page: Literal["impressum", "privacy"]
    lines: int


@check("way-seen", WaySeen, supplies=("page", "label"), variants=("hidden",))
def way_seen(subject: Subject, params: WaySeen) -> Iterator[Outcome]:
    """Miss a link that is hidden or far down; a profile's layout does not show: unknown."""
    profile = profile_of(subject)
    at = place(subject, params.page)
    if isinstance(profile, str):
        yield Unknown(at, profile)
        return
    site = subject.seen.site if subject.seen else None
    account = subject.account
    if account is None or account.platform != "website" or site is None:
        yield Unknown(at, NOT_SHOWN)
        return
    links = [link for link in site.labelled if params.page in link.targets]
    if not links:
        return
    shown = [link for link in links if not link.hidden]
    clear = [link for link in shown if link.region in MENUS or not link.faint]
    values = {"page": site.url, "label": (shown or links)[0].text}
    if not shown:
        regions = {link.region for link in links}
        if regions.isdisjoint(MENUS):  # else a menu that opens
            opens = "footer" in regions and _opens(site)
            yield Unknown(at, NOT_JUDGEABLE) if opens else Miss(at, values, variant="hidden")
    elif not clear:
        yield Unknown(at, NOT_JUDGEABLE)  # a script may bring it to light
    elif not any(link.region in FRAME for link in shown):
        lines = [_line(site, link.href) for link in shown]
        found = [line for line in lines if line is not None]
        if found and not params.lines < min(found) < len(site.visible) - params.lines:
            return
        # Where one that is shown stands in no line, nobody can say how far down that is.
        yield Miss(at, values) if len(found) == len(lines) else Unknown(at, NOT_JUDGEABLE)


def _opens(page: Page) -> bool:
    """Whether the page has something to open, be it the part with the link or another."""
    return OPENS.search(source_of(page)) is not None


def _line(page: Page, href: str) -> int | None:
    """How many visible lines stand before the one with the link; None where it is in no line."""
    for number, line in enumerate(page.visible):
        if href in line.hrefs:
            return number
    return None
