"""members: single accounts of a house, as the checks of the whole house look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.subject import Spot, Subject

if TYPE_CHECKING:
    from linter.registry.account import Account


def alone(account: Account, subject: Subject) -> Subject:
    """One account of the house as a subject of its own."""
    return Subject(
        [(account.fields, account.document)],
        account=account,
        accounts=[account],
        authority=subject.context.authorities.get(account.authority) or subject.authority,
        context=subject.context,
    )


def spot_at(account: Account, field: str) -> Spot:
    """The account's field, or the account where it has none."""
    return Spot(field, account.fields.entries.get(field) or account.fields, account.document)
