"""elsewhere: there is another way to what the profile says than the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import HIDDEN_TARGET, NOT_SHOWN
from linter.checks.matches import Matches, matches
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns
from linter.checks.seen import house_spot, may_have_more_links
from linter.checks.silence import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Spot, Subject


@parameters
class Elsewhere:
    """Parameters.

    record: where it is recorded, for the account or once for the house; fields: where the
    profile may show it, and `any`: what it looks like there; also: declared pages that count
    but need not be declared; hidden: links that do not tell where they lead.
    """

    record: Address
    fields: tuple[Address, ...]
    any: Patterns
    also: tuple[Address, ...] = ()
    hidden: Patterns = Patterns()


@check("elsewhere", Elsewhere, supplies=("found",))
def elsewhere(subject: Subject, params: Elsewhere) -> Iterator[Outcome]:
    """The record decides; without one the profile, as far as the registry knows it."""
    house = house_spot(subject, params.record)
    if any(map(named, subject.at(params.record))) or (house is not None and named(house)):
        return
    looked = Matches(fields=params.fields, also=params.also, any=params.any)
    for outcome in matches.function(subject, looked):
        hidden = _hidden(subject, params) if isinstance(outcome, Miss) else None
        if hidden:
            yield Unknown(hidden, HIDDEN_TARGET)
        elif isinstance(outcome, Miss) and may_have_more_links(subject):
            yield Unknown(outcome.at, NOT_SHOWN)
        else:
            yield outcome


def _hidden(subject: Subject, params: Elsewhere) -> Spot | None:
    for address in params.fields:
        for spot in subject.at(address):
            if params.hidden.search(spot.text or ""):
                return spot
    return None
