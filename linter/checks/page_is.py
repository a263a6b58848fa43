"""page-is: the page that a link leads to is what the link promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import ANOTHER, NOT_JUDGEABLE, PAGE_GONE, PAGE_NOT_READ, UNCERTAIN
from linter.checks.page_seen import doubtful, place
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot
from linter.checks.way import linked_at
from linter.subject import NOT_LINKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.clicks.path import Path, Paths
    from linter.subject import Spot, Subject

BROKEN = {"soft_404": "error-page", "link_hub": "link-hub"}
"""States that show what the page is instead, and the message's variant."""
OTHERS = {"home": "home", "impressum": "other-notice", "privacy": "other-notice"}
"""Kinds that are told apart in the message."""
ENDINGS = {"not_found": "gone", "soft_404": "error-page", "home": "home"}
"""What an address leads to instead, seen beyond doubt, and the message's variant."""
PASSED = frozenset(("", UNCERTAIN, "page-refers-on"))
"""Causes of what was not seen to be the page and keeps nobody from it: it was never promised, or leads there."""
COPIED = frozenset(("not_clickable",))
"""Remarks on a link that is none: visitors have to copy the address from the text around it."""


@parameters
class PageIs:
    """page: the kind that is expected behind the field of that name."""

    page: Literal["impressum", "privacy"]


@check(
    "page-is",
    PageIs,
    supplies=("page", "title"),
    variants=("error-page", "gone", "link-hub", "home", "other-notice", "unreachable"),
)
def page_is(subject: Subject, params: PageIs) -> Iterator[Outcome]:
    """Miss another page; a page that cannot be judged, or is a close call, is unknown.

    Where nothing promises such a page, there is nothing that could be another: a rule of its own.
    unreachable: what an unknown becomes in a history after several nights in a row.
    """
    beside = _beside(subject, params.page)
    if beside is not None:
        yield beside
        return
    ways = subject.seen.paths.get(params.page) if subject.seen else None
    best = ways.shortest if ways is not None else None
    if best is not None and best.ending == "text":
        return  # the profile itself says it
    page, at = subject.page(params.page), place(subject, params.page)
    if page is None:
        yield from _no_page(subject, params.page)
        return
    values = {"page": page.url, "title": page.title or page.url}
    if page.state in BROKEN:
        yield Miss(at, values, variant=BROKEN[page.state])
    elif page.state != "ok":
        yield Unknown(at, NOT_JUDGEABLE)
    elif params.page in page.page_type.split("+"):
        return
    elif doubtful(page, params.page):
        yield Unknown(at, UNCERTAIN)
    else:
        yield Miss(at, values, variant=OTHERS.get(page.page_type))


def _no_page(subject: Subject, kind: str) -> Iterator[Outcome]:
    """Miss a page that the server says is not there; unknown where it could not be read."""
    at = place(subject, kind)
    capture = subject.seen.captures.get(kind) if subject.seen else None
    cause = subject.page_unseen(kind) or PAGE_NOT_READ
    if capture is not None and capture.fault == "not_found":
        if left_open := _left_open(subject, kind):
            yield Unknown(at, left_open)
            return
        values = {"page": capture.final_url, "title": str(capture.status)}
        evidence = subject.seen.evidence(kind) if subject.seen else []
        yield Miss(at, values, variant="gone", evidence=evidence)
    elif cause != NOT_LINKED or subject.at(kind):
        yield Unknown(at, cause)


def _left_open(subject: Subject, kind: str) -> str:
    """Why a website may have the page all the same, where all that is gone is on other sites; else "".

    Theirs may be a partner's; the site's own may stand behind a page that could not be read.
    """
    from linter.crawl.capture import cause_of  # noqa: PLC0415 - only in a crawl
    from linter.pages.clicks.ways import site  # noqa: PLC0415 - as above

    seen = subject.seen
    ways = seen.paths.get(kind) if seen is not None else None
    website = subject.account is not None and subject.account.platform == "website"
    if seen is None or ways is None or not website or subject.at(kind):
        return ""
    gone = [
        (site(path.steps[0].page), site(path.steps[-1].target))
        for path in ways.broken
        if path.steps
    ]
    if any(own == target for own, target in gone):
        return ""
    homes = {own for own, _ in gone}
    unread = (one for one in seen.faults if one.fault != "not_found" and site(one.url) in homes)
    return next((cause_of(one.fault) for one in unread), "")


def _beside(subject: Subject, kind: str) -> Outcome | None:
    """What is wrong with one of the addresses that promise the page, although another shows it.

    Visitors see the page behind the links and whoever asks reads the registry: neither stands in
    for the other.
    """
    seen = subject.seen
    ways = seen.paths.get(kind) if seen is not None else None
    best = ways.shortest if ways is not None else None
    if seen is None or ways is None or best is None:
        return None
    declared = seen.declared.get(kind)
    if best.good:
        told = _on_record(subject, kind, declared) if declared is not None else None
        return told or _nearer(subject, kind, ways)
    if declared is not None and declared.good:
        return _linked(subject, kind, ways.accepted or best)
    return None


def _on_record(subject: Subject, kind: str, path: Path) -> Outcome | None:
    """What the registry's address was seen to be, where a link leads to the page."""
    at = declared_spot(subject, kind)
    if at is None or path.good:
        return None
    if path.ending in ENDINGS:
        return _miss(subject, at, path, at.text or path.end)
    cause = ANOTHER if path.broken else path.cause or PAGE_NOT_READ
    return Unknown(at, cause, evidence=_evidence(subject, path, at.text or path.end))


def _linked(subject: Subject, kind: str, path: Path) -> Outcome:
    """What the best link leads to, where only the registry's address shows the page."""
    target = path.steps[-1].target if path.steps else path.end
    at = linked_at(subject, kind, target)
    if path.broken and COPIED.isdisjoint(path.remarks):
        return _miss(subject, at, path, target)
    # An address in running text may go on, or end, elsewhere than it was read.
    instead = PAGE_GONE if path.ending == "not_found" else ANOTHER
    cause = instead if path.broken else path.cause or PAGE_NOT_READ
    return Unknown(at, cause, evidence=_evidence(subject, path, target))


def _nearer(subject: Subject, kind: str, ways: Paths) -> Outcome | None:
    """A link of the profile itself that leads nowhere, or was not seen, although another way is good."""
    for path in (*ways.broken, *ways.unseen):
        at = _at_own(subject, kind, path, ways) if len(path.steps) == 1 else None
        if at is None:
            continue
        target = path.steps[0].target
        if path.ending in ENDINGS:
            return _miss(subject, at, path, target)
        if not path.broken and path.cause not in PASSED:
            return Unknown(at, path.cause, evidence=_evidence(subject, path, target))
    return None


def _at_own(subject: Subject, kind: str, path: Path, ways: Paths) -> Spot | str | None:
    """Where a link is told of; None where it is none of the profile's, or a good one stands beside it.

    A site has many links, those to its partners among them.
    """
    from linter.pages.clicks.ways import site  # noqa: PLC0415 - only in a crawl

    target = path.steps[0].target
    if subject.account is None or subject.account.platform != "website":
        return next((spot for spot in subject.at("links[].url") if spot.text == target), None)
    nearest = ways.shortest.clicks if ways.shortest is not None else 0
    own = site(target) == site(path.steps[0].page)
    return place(subject, kind) if own and path.clicks < nearest else None


def _miss(subject: Subject, at: Spot | str, path: Path, url: str) -> Miss:
    """The miss of an address that leads to something else."""
    found = _evidence(subject, path, url)
    status = found[0].get("status") if path.ending == "not_found" else None
    values = {"page": path.end, "title": path.end if status is None else str(status)}
    return Miss(at, values, variant=ENDINGS.get(path.ending), evidence=found, value=url)


def _evidence(subject: Subject, path: Path, url: str) -> list[dict[str, object]]:
    """What came of an address, with the clicks that lead there, where there are any."""
    asked = subject.seen.promised.get(url) if subject.seen is not None else None
    entry: dict[str, object] = asked.evidence() if asked is not None else {"url": path.end}
    return [entry | {"click_path": path.click_path()} if path.steps else entry]
