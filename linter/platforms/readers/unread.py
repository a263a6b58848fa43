"""unread: why a profile could not be read, from what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.crawl.capture import cause_of
from linter.platforms.profile import Unread
from linter.web_faults import NO_PROFILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.capture import Capture, Fault

OF_PROFILES: Mapping[Fault, str] = {"": "profile-not-read", "not_found": "profile-gone"}
UNTOLD = "an answer of another kind than the platform's"
ELSEWHERE = frozenset(("", "not_found", "forbidden", "login_wall", "client_error"))
"""After these, another representation of the profile is worth asking the same host for."""

NOT_MADE = 501
"""The status of a server that does not have what was asked for at all: no disturbance."""
WALLS = frozenset(("forbidden", "login_wall"))


def other_way(capture: Capture) -> bool:
    """Whether another representation of the profile is worth asking for after this answer."""
    return capture.fault in ELSEWHERE or capture.status == NOT_MADE


def unread(*seen: Capture) -> Unread:
    """The profile was not read; the fault of the first capture tells why, those like it are shown."""
    fault: Fault = seen[0].fault if seen else ""
    alike = tuple(capture for capture in seen if capture.fault == fault)
    return Unread(cause(fault), fault, alike)


def cause(fault: Fault) -> str:
    """Why there is no profile, or nothing that a profile needs: a key of `linter.text.CAUSES`."""
    return OF_PROFILES.get(fault) or cause_of(fault)


def gone(*seen: Capture, alone: bool = False) -> Unread:
    """The platform itself says that there is no such profile, with whatever status it says it.

    alone: only its interface says so, while the address of the profile may answer all the same.
    """
    told = tuple(
        one
        if one.fault == "not_found" and not alone
        else one.but(fault="not_found", detail=NO_PROFILE)
        for one in seen[:1]
    )
    return Unread("profile-gone", "not_found", told)


def strange(*seen: Capture) -> Unread:
    """Something came back that shows no profile and does not say why; never proof of absence."""
    if seen and seen[0].fault not in {"", "not_found"}:
        return unread(*seen)
    told = tuple(one.but(fault="", detail=UNTOLD) if one.fault else one for one in seen[:1])
    return Unread("profile-not-read", "", told)


def shut(page: Capture, *before: Capture, absent: bool = False) -> Unread:
    """No way showed the profile, the page being the last; before: the other ways that were tried.

    A closed door weighs more than a page that is not there, unless it is known to be absent:
    the page's address may have been a guess.
    """
    wall = next((capture for capture in before if capture.fault in WALLS), None)
    if page.fault == "not_found" and absent:
        return unread(page)
    if wall is not None and other_way(page):
        return unread(wall, page)
    return unread(page) if page.fault else strange(page)
