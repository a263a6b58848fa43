"""authority_known: an account's authority is one that the facts or the registry know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.registry.nodes import Mapping, Scalar
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.checks.base import Value
    from linter.registry.account import Account
    from linter.subject import Subject


@parameters
class AuthorityKnown:
    """No parameters."""


@check("authority-known", AuthorityKnown, supplies=("value", "hint"))
def authority_known(subject: Subject, params: AuthorityKnown) -> Iterator[Outcome]:  # noqa: ARG001 - a check's shape
    """Miss once for each place that names an unknown authority, however many accounts inherit it."""
    places: set[int] = set()
    for account in subject.accounts:
        known = subject.context.authorities.get(account.authority)
        if not account.authority or (known is not None and known.known):
            continue
        spot = _named(account)
        if spot is None or id(spot.node) in places:
            continue
        places.add(id(spot.node))
        candidates = (key for key, one in subject.context.authorities.items() if one.known)
        yield Miss(spot, {"value": account.authority, "hint": _hint(account.authority, candidates)})


def _named(account: Account) -> Spot | None:
    """Where the authority is named: in the account, or for the whole file."""
    for mapping in (account.fields, account.document.root):
        if type(mapping) is Mapping:
            node = mapping.entries.get("authority")
            if type(node) is Scalar and node.text:
                return Spot("authority", node, account.document)
    return None


def _hint(value: str, candidates: Iterable[str]) -> Value:
    from difflib import get_close_matches  # noqa: PLC0415 - only when there is a finding

    close = get_close_matches(value, sorted(candidates), n=1, cutoff=0.7)
    if not close:
        return ""
    return {"de": f" Meinten Sie „{close[0]}“?", "en": f" Did you mean “{close[0]}”?"}
