"""inspection: all that is recognised on a page, as plain data; what `amtlint inspect` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.pages.details import details_of
from linter.pages.privacy import privacy_of

if TYPE_CHECKING:
    from linter.pages.links import Link
    from linter.pages.page import Page

VERSION = 1
"""The version of the JSON that programs rely on."""
TARGETS = ("impressum", "privacy")


def inspection(page: Page, path: str) -> dict[str, Any]:
    """One page: kind with reasons, state, details, elements of a notice, links, and places."""
    details, privacy = details_of(page, guess=True), privacy_of(page)
    places: dict[str, Any] = dict(details.places())
    for name, place in privacy.places.items():
        places[name] = [{"line": place.line, "column": place.column}]
    return {
        "path": path,
        "url": page.url,
        "title": page.title,
        "lang": page.lang,
        "encoding": page.encoding,
        "truncated": page.truncated,
        "page_type": page.page_type,
        "score": {key: round(value, 2) for key, value in page.score.items()},
        "uncertain": page.uncertain,
        "reasons": list(page.reasons),
        "state": page.state,
        "details": details.contract(),
        "privacy": privacy.contract(),
        "elements": privacy.elements(),
        "links": {target: links_to(page, target) for target in TARGETS},
        "frames": [frame.src for frame in page.frames],
        "places": places,
    }


def links_to(page: Page, target: str) -> list[dict[str, Any]]:
    """The links whose label promises a target, each address once, in the order of the page."""
    seen: set[str] = set()
    found = []
    for link in page.links:
        told = target in link.targets or _is_by_address(link, target)
        if told and link.href not in seen:
            seen.add(link.href)
            found.append(_plain(link))
    return found


def _is_by_address(link: Link, target: str) -> bool:
    """Whether a link that shows no word leads to an address that has one, as pictures do."""
    if link.channel != "href" or not any(named == target for named, _ in link.classes):
        return False
    return not (link.text or link.alt or link.aria or link.title)


def _plain(link: Link) -> dict[str, Any]:
    return {
        "text": link.text or link.alt or link.aria or link.title,
        "href": link.href,
        "resolved": link.resolved,
        "channel": link.channel,
        "label": link.label_class,
        "region": link.region,
        "hidden": link.hidden,
    }
