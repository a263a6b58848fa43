"""referred: enquiries find their way from the accounts of one kind to those of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, check
from linter.checks.matches import blanked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class Referred:
    """to: the kind of account that enquiries go to; invites: wordings at `bio` that ask for them.

    unless: wordings that are left out of account first (pointers to published information).
    """

    to: str
    bio: Address
    invites: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()


@check("referred", Referred, supplies=("found", "handles"), variants=("invites",))
def referred(subject: Subject, params: Referred) -> Iterator[Outcome]:
    """Miss a house without an account to refer to, and a text that invites without naming it."""
    handles = tuple(
        dict.fromkeys(
            account.handle
            for account in subject.context.accounts
            if account.authority == subject.authority.id
            and account.kind == params.to
            and account.status != "closed"
        )
    )
    if not handles:
        yield Miss(subject.first("handle") or "handle", {"found": "", "handles": handles})
        return
    for spot in subject.at(params.bio):
        text = blanked(spot.text or "", params.unless)
        found = next((match for p in params.invites if (match := p.search(text))), None)
        if found and not any(handle.casefold() in text.casefold() for handle in handles):
            values = {"found": found.group(), "handles": handles}
            yield Miss(spot, values, variant="invites", span=found.span())
