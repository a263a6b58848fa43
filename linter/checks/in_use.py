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
    """posts: where the registry says whether posts of its own appear there."""

    posts: Address


@check("in-use", InUse)
def in_use(subject: Subject, params: InUse) -> Iterator[Outcome]:
    """Miss an account that is not used.

    The last post that a crawl saw decides; then what the registry says of posts; then the status.
    """
    profile = profile_of(subject)
    if not isinstance(profile, str) and profile.last_post is not None:
        return
    said = subject.flag(params.posts)
    active = subject.account is not None and subject.account.status == "active"
    if said is False or (said is None and not active):
        yield Miss(subject.first(params.posts) or params.posts)
