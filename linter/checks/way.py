"""way: a page is few clicks from the profile; and what all checks of such ways share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import PAGE_NOT_READ
from linter.checks.page_seen import place
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot, profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.clicks.paths import Path, Paths
    from linter.subject import Spot, Subject


@parameters
class Way:
    """page: where it leads; most: clicks that are few enough."""

    page: Literal["impressum", "privacy"]
    most: int = 2


@check("way", Way, supplies=("clicks", "most", "path"), variants=("unlinked",))
def way(subject: Subject, params: Way) -> Iterator[Outcome]:
    """Miss where the nearest such page is too far, or is on record and nothing leads there.

    Where something could not be read that may hold a shorter way, it is unknown.
    """
    paths = ways_of(subject, params.page)
    if isinstance(paths, str):
        yield Unknown(place(subject, params.page), paths)
        return
    best = paths.shortest
    if best is not None and best.broken:
        return  # what the link leads to instead is a rule of its own
    if best is not None and best.clicks <= params.most:
        return
    declared = declared_spot(subject, params.page)
    if best is None and declared is None:
        return  # there is none at all: a rule of its own
    if paths.open:
        yield Unknown(place(subject, params.page), paths.open)
    elif best is not None:
        values = {"clicks": best.clicks, "most": params.most, "path": best.told()}
        found = walked(subject, params.page, best)
        yield Miss(place(subject, params.page), values, evidence=found)
    elif declared is not None:
        values = {"clicks": 0, "most": params.most, "path": declared.text or ""}
        yield Miss(declared, values, variant="unlinked")


def ways_of(subject: Subject, page: str) -> Paths | str:
    """The ways from the profile to a page; else why there are none to judge."""
    profile = profile_of(subject)
    if isinstance(profile, str):
        return profile
    seen = subject.seen
    found = seen.paths.get(page) if seen is not None else None
    return PAGE_NOT_READ if found is None else found


def linked_at(subject: Subject, page: str, target: str) -> Spot | str:
    """The profile's link with this address, else where the page itself is declared."""
    links = [spot for spot in subject.at("links[].url") if spot.text == target]
    return links[0] if links else place(subject, page)


def walked(subject: Subject, page: str, path: Path) -> list[dict[str, object]]:
    """What is shown of a way: the page at its end, with the clicks that lead there."""
    entries = subject.seen.evidence(page) if subject.seen else []
    entry = dict(entries[0]) if entries else {"url": path.end}
    return [{**entry, "click_path": path.click_path()}]
