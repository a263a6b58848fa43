"""in-use: posts appear on the account; a guard for rules that ask what must come before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.seen import profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class InUse:
    """posts: where the registry says whether posts of its own appear there.

    idle: the other way round, for rules on what lies idle; planned and dormant accounts do.
    """

    posts: Address
    idle: bool = False


@check("in-use", InUse)
def in_use(subject: Subject, params: InUse) -> Iterator[Outcome]:
    """Miss an account that is not used, or with `idle` an active one that is.

    The last post that a crawl saw decides; then what the registry says of posts; then the status.
    """
    active = subject.account is not None and subject.account.status == "active"
    if params.idle and not active:
        return
    if _used(subject, params, active=active) is params.idle:
        yield Miss(subject.first(params.posts) or params.posts)


def _used(subject: Subject, params: InUse, *, active: bool) -> bool:
    profile = profile_of(subject)
    if not isinstance(profile, str) and profile.last_post is not None:
        return True
    said = subject.flag(params.posts)
    return active if said is None else said
