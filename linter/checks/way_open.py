"""way-open: nothing on the way to a page hides where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import place
from linter.checks.parameters import parameters
from linter.checks.way import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class WayOpen:
    """page: where it leads; remarks: what must not be on the way (see `linter.pages.paths`)."""

    page: Literal["impressum", "privacy"]
    remarks: tuple[str, ...]


@check("way-open", WayOpen, supplies=("path", "target"), variants=("hub",))
def way_open(subject: Subject, params: WayOpen) -> Iterator[Outcome]:
    """Miss the first link behind which something else stands first."""
    paths = ways_of(subject, params.page)
    if isinstance(paths, str):
        yield Unknown(place(subject, params.page), paths)
        return
    best = paths.accepted or paths.shortest
    for step in best.steps if best is not None else ():
        hidden = [remark for remark in step.remarks if remark in params.remarks]
        if hidden and best is not None:
            values = {"path": best.told(), "target": step.target}
            links = [spot for spot in subject.at("links[].url") if spot.text == step.target]
            variant = "hub" if hidden[0].startswith("hub") else None
            yield Miss(links[0] if links else place(subject, params.page), values, variant=variant)
            return
