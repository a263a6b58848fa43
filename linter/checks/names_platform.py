"""names-platform: a document on record names every platform that is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.bundle import fresh
from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNRECORDED
from linter.checks.members import alone, spot_at
from linter.checks.parameters import parameters
from linter.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Account


@parameters
class NamesPlatform:
    """Parameters.

    record: where the document is recorded, for the house or for an account; platforms: where
    the record lists the platforms it names; also_called: other names, separated by commas.
    """

    record: Address
    platforms: Address
    also_called: dict[str, str] = fresh(factory=dict)


@check("names-platform", NamesPlatform, supplies=("network",), variants=("absent", "unnamed"))
def names_platform(subject: Subject, params: NamesPlatform) -> Iterator[Outcome]:
    """One miss where there is no document at all, else one for each platform it leaves out.

    A document whose list is not on record leaves nothing out: one unknown.
    """
    entry, document = subject.authority.fields, subject.authority.document
    house = None
    if entry is not None and document is not None:
        house = Subject(
            [(entry, document)],
            account=None,
            accounts=[],
            authority=subject.authority,
            context=subject.context,
        )
    reported: set[str] = set()
    for account in subject.accounts:
        own = alone(account, subject)
        sources = [source for source in (house, own) if source and source.at(params.record)]
        listed = any(source.at(params.platforms) for source in sources)
        key = account.platform if listed else "?" if sources else ""
        if key in reported or any(_named(source, account, params) for source in sources):
            continue
        reported.add(key)
        values = {"network": account.platform}
        if listed:
            yield Miss(spot_at(account, "platform"), values, variant="unnamed")
        elif sources:
            yield Unknown(params.platforms.removesuffix("[]"), UNRECORDED)
        else:
            yield Miss(params.record, values, variant="absent")


def _named(source: Subject, account: Account, params: NamesPlatform) -> bool:
    called = {account.platform}
    called.update(params.also_called.get(account.platform, "").lower().split(", "))
    return any((spot.text or "").lower() in called for spot in source.at(params.platforms))
