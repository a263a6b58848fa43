"""net-fault: a page of the account could not be read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import PAGE_NOT_READ
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot, unread_cause
from linter.web_faults import NO_PROFILE, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.capture import Capture
    from linter.crawl.observation import Observation
    from linter.subject import Spot, Subject

GONE = (404, 410)
"""Statuses that say that a page is not there."""
FIELDS = ("url", "impressum", "privacy", "netiquette")
"""Where the registry may name the page."""


@parameters
class NetFault:
    """faults: those that count (see `linter.crawl.capture`); where: only the profile, or any page."""

    faults: tuple[str, ...]
    where: Literal["any", "profile"] = "any"


@check(
    "net-fault",
    NetFault,
    supplies=("page", "status", "detail", "reached"),
    variants=("behind", "told"),
)
def net_fault(subject: Subject, params: NetFault) -> Iterator[Outcome]:
    """One miss for each page that failed so; unknown for an account that was not asked for at all.

    Whatever was asked to read a profile, by interface or as a page, is the one profile.
    """
    seen = subject.seen
    if seen is None:
        if subject.account is not None and subject.account.status == "active":
            yield Unknown("url", PAGE_NOT_READ)
        return
    profile = _of_profile(subject, seen)
    told_own = False
    for fault in seen.faults:
        own = fault.url in profile
        if fault.fault not in params.faults or (params.where == "profile" and not own):
            continue
        if fault.fault == "rate_limited" and fault.status is None and not own:
            continue  # it was never asked; what depends on it is unknown
        if own and told_own:
            continue
        told_own |= own
        values = {
            "page": _named(subject) if own else fault.url,
            "reached": fault.final_url or fault.url,
            "status": "" if fault.status is None else str(fault.status),
            "detail": told(fault),
        }
        yield Miss(
            _place(subject, fault),
            values,
            variant="behind" if not own else "told" if _only_told(fault) else None,
            evidence=[fault.evidence()],
            value=fault.url,
        )


def _of_profile(subject: Subject, seen: Observation) -> set[str]:
    """The addresses that were asked to read the profile."""
    first = seen.captures.get("profile")
    urls = {first.url} if first is not None else set()
    if unread_cause(seen) is not None:
        urls.update(capture.url for capture in seen.profile.seen)
        urls.add(subject.text("url") or "")
    return urls


def told(capture: Capture) -> dict[str, str]:
    """What went wrong with a page, in words."""
    return in_words(capture.fault, capture.status, capture.detail)


def _named(subject: Subject) -> str:
    """The profile as people know it, not as an interface was asked for it."""
    from linter import platforms  # noqa: PLC0415 - only where something failed

    account = subject.account
    url = subject.text("url")
    if url or account is None:
        return url or ""
    return f"{account.handle} ({platforms.titled(account.platform)})"


def _only_told(fault: Capture) -> bool:
    """Whether the platform says in words, not by its status, that there is no such profile."""
    told = fault.status not in GONE or fault.detail == NO_PROFILE
    return fault.fault == "not_found" and told


def _place(subject: Subject, fault: Capture) -> Spot | str:
    """The field that names the address, else the account's own."""
    spots = [spot for field in FIELDS if (spot := declared_spot(subject, field))]
    named = next((spot for spot in spots if spot.text == fault.url), None)
    return named or next((spot for spot in spots if spot.address == "url"), "url")
