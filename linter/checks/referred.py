"""referred: enquiries find their way from the accounts of one kind to those of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.members import spot_at
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns, blanked
from linter.registry.nodes import Scalar
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Referred:
    """to: the kind of account that enquiries go to; invites: wordings at `bio` that ask for them.

    The accounts of a house of every other kind must refer to one of those; unless: wordings that
    are left out of account first (pointers to published information).
    """

    to: str
    bio: Address
    invites: Patterns
    unless: Patterns = Patterns()


@check("referred", Referred, supplies=("found", "handles"), variants=("invites",))
def referred(subject: Subject, params: Referred) -> Iterator[Outcome]:
    """Miss a house without an account to refer to, and a text that invites without naming it."""
    handles = tuple(dict.fromkeys(a.handle for a in subject.accounts if a.kind == params.to))
    others = [account for account in subject.accounts if account.kind != params.to]
    if others and not handles:
        handles = _successors(subject, params.to)
    if others and not handles:
        yield Miss(spot_at(others[0], "handle"), {"found": "", "handles": handles})
        return
    for account in others:
        node = account.fields.entries.get(params.bio)
        if not isinstance(node, Scalar) or not node.text:
            continue
        if not params.invites.possible(node.text):
            continue
        text = blanked(node.text, params.unless)
        found = params.invites.search(text)
        if found and not any(handle.casefold() in text.casefold() for handle in handles):
            spot = Spot(params.bio, node, account.document)
            values = {"found": found.group(), "handles": handles}
            yield Miss(spot, values, variant="invites", span=found.span())


def _successors(subject: Subject, kind: str) -> tuple[str, ...]:
    """The handles of the houses that took over from one that no longer exists."""
    authorities = subject.context.authorities
    heirs: list[str] = []
    waiting = list(subject.authority.successors)
    while waiting:
        heir = waiting.pop(0)
        if heir not in heirs:
            heirs.append(heir)
            waiting += authorities[heir].successors if heir in authorities else ()
    return tuple(
        account.handle
        for account in subject.context.accounts
        if account.authority in heirs and account.kind == kind and account.status != "closed"
    )
