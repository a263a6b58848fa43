"""net-fault: a page of the account could not be read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.capture import Capture
    from linter.subject import Spot, Subject

FIELDS = ("url", "impressum", "privacy", "netiquette")
"""Where the registry may name the page."""


@parameters
class NetFault:
    """faults: those that count (see `linter.crawl.capture`); where: only the profile, or any page."""

    faults: tuple[str, ...]
    where: Literal["any", "profile"] = "any"


@check(
    "net-fault", NetFault, supplies=("page", "status", "detail", "reached"), variants=("behind",)
)
def net_fault(subject: Subject, params: NetFault) -> Iterator[Outcome]:
    """One miss for each page that failed so; unknown for an account that was not asked for at all."""
    seen = subject.seen
    if seen is None:
        if subject.account is not None and subject.account.status == "active":
            yield Unknown("url", "page-not-read")
        return
    profile = seen.captures.get("profile")
    for fault in seen.faults:
        own = profile is not None and fault.url == profile.url
        if fault.fault not in params.faults or (params.where == "profile" and not own):
            continue
        values = {
            "page": (own and subject.text("url")) or fault.url,
            "reached": fault.final_url or fault.url,
            "status": "" if fault.status is None else str(fault.status),
            "detail": fault.detail or fault.fault.replace("_", " "),
        }
        yield Miss(
            _place(subject, fault),
            values,
            variant=None if own else "behind",
            evidence=[fault.evidence()],
            value=fault.url,
        )


def _place(subject: Subject, fault: Capture) -> Spot | str:
    """The field that names the address, else the account's own."""
    spots = [spot for field in FIELDS if (spot := declared_spot(subject, field))]
    named = next((spot for spot in spots if spot.text == fault.url), None)
    return named or next((spot for spot in spots if spot.address == "url"), "url")
