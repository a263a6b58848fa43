"""on-show: the public can see the profile; a guard for rules on accounts that should not be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_DECLARED
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot, profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

GONE = "profile-gone"


@parameters
class OnShow:
    """field: where the registry says whether the profile is published."""

    field: Address


@check("on-show", OnShow)
def on_show(subject: Subject, params: OnShow) -> Iterator[Outcome]:
    """Miss a profile that is not on show; what a crawl read is, whatever the registry says."""
    profile = profile_of(subject)
    spot = declared_spot(subject, params.field)
    if profile == GONE:
        yield Miss(spot or params.field)
    elif not isinstance(profile, str) or subject.flag(params.field):
        return
    elif spot is not None:
        yield Miss(spot)
    else:
        yield Unknown(params.field, profile if subject.seen is not None else NOT_DECLARED)
