"""way-open: nothing on the way to a page hides where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import place
from linter.checks.parameters import parameters
from linter.checks.way import linked_at, walked, ways_of
from linter.platforms.address import lies_under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.clicks.path import Path, Step
    from linter.subject import Subject


@parameters
class WayOpen:
    """page: where it leads; remarks: what must not be on the way (see `linter.pages.clicks.paths`)."""

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
        is_hub = bool(hidden) and hidden[0].startswith("hub")
        if best is None or not hidden or (is_hub and _is_own(subject, step, best)):
            continue
        yield Miss(
            linked_at(subject, params.page, step.target),
            {"path": best.told(), "target": step.target},
            variant="hub" if is_hub else None,
            evidence=walked(subject, params.page, best),
        )
        return


def _is_own(subject: Subject, step: Step, path: Path) -> bool:
    """Whether a page of links is the authority's own, or on the site that it leads to."""
    from linter.pages.clicks import ways  # noqa: PLC0415 - only in a crawl

    host = ways.host(step.reached)
    return lies_under(host, subject.authority.domains) or ways.site(step.reached) == ways.site(
        path.end
    )
