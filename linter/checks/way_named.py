"""way-named: each link on the way to a page says what it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import place
from linter.checks.parameters import parameters
from linter.checks.way import linked_at, walked, ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.clicks.path import Step
    from linter.subject import Subject


@parameters
class WayNamed:
    """page: where it leads; most: a way with good names that is no longer than this will do."""

    page: Literal["impressum", "privacy"]
    most: int = 2


@check(
    "way-named",
    WayNamed,
    supplies=("label", "path", "target"),
    variants=("bare", "medium", "none", "picture", "site"),
)
def way_named(subject: Subject, params: WayNamed) -> Iterator[Outcome]:
    """Miss the first link that is not recognisable, where no way with good names is near."""
    paths = ways_of(subject, params.page)
    if isinstance(paths, str):
        yield Unknown(place(subject, params.page), paths)
        return
    best, named = paths.shortest, paths.accepted
    if best is None or best.broken or best.clicks > params.most:
        return  # missing, wrong or too far: rules of their own
    if named is not None and named.clicks <= params.most:
        return
    step = next((one for one in best.steps if _hides(one)), None)
    if step is None:
        return
    if paths.open:
        yield Unknown(place(subject, params.page), paths.open)
        return
    values: dict[str, Any] = {
        "label": step.text or step.target,
        "path": best.told(),
        "target": step.target,
    }
    variant: str | None = step.cls if step.cls in {"bare", "medium", "none"} else None
    if not step.text:
        variant = "picture"  # a link of a page, whose address nobody sees
    elif variant == "bare" and not _is_address(values["label"]):
        variant = "site"
    yield Miss(
        linked_at(subject, params.page, step.target),
        values,
        variant=variant,
        evidence=walked(subject, params.page, best),
    )


def _hides(step: Step) -> bool:
    """Whether a link does not say where it leads; that a link hub is one says its address."""
    from linter.pages.clicks.steps import ACCEPTED  # noqa: PLC0415 - only in a crawl

    is_hub = step.cls in {"bare", "none"} and not {"hub", "hub_in_hub"}.isdisjoint(step.remarks)
    return step.cls not in ACCEPTED and not is_hub


def _is_address(label: str) -> bool:
    """Whether a label is the address itself."""
    return "." in label and not any(char.isspace() for char in label.strip())
