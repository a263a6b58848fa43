"""authority_known: an account's authority is one that the facts or the registry know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.registry.nodes import Mapping, Scalar
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.base import Value
    from linter.registry.account import Account
    from linter.subject import Subject


@parameters
class AuthorityKnown:
    """No parameters."""


@check(
    "authority-known",
    AuthorityKnown,
    supplies=("value", "hint", "packs", "missing"),
    variants=("absent", "undescribed"),
)
def authority_known(subject: Subject, params: AuthorityKnown) -> Iterator[Outcome]:  # noqa: ARG001 - a check's shape
    """Miss once for each place that names an unknown authority, however many accounts inherit it.

    Where none is named, once for each file; where one is listed without what decides which
    packs are in force, once for the authority.
    """
    places: set[int] = set()
    for account in subject.accounts:
        known = subject.context.authorities.get(account.authority)
        if not account.authority or (known is not None and known.known):
            if not account.authority or not (known and known.kind and known.jurisdiction):
                yield from _left_open(account, subject, places)
            continue
        spot = _named(account)
        if spot is None or id(spot.node) in places:
            continue
        places.add(id(spot.node))
        hint = _hint(account.authority, subject)
        yield Miss(spot, {"value": account.authority, "hint": hint, "packs": "", "missing": ""})


def _left_open(account: Account, subject: Subject, places: set[int]) -> Iterator[Miss]:
    """An account of which it cannot be said whether the packs bind it."""
    authority, context = subject.authority, subject.context
    fields, document = authority.fields, authority.document
    if not account.authority or fields is None or document is None:
        fields, document = account.fields, account.document
    place = id(document if not account.authority else fields)
    node = fields.entries.get("id") or next(iter(fields.entries.values()), None)
    if place in places or node is None or account.packs or context.chosen:
        return
    from linter.rulebook.select import open_packs  # noqa: PLC0415 - only where something is missing

    packs = open_packs(context.packs, account, authority)
    if not packs:
        return
    places.add(place)
    missing = [
        {"de": de, "en": en}
        for de, en, known in (
            ("Art (kind)", "kind", authority.kind),
            ("Land (jurisdiction)", "Land (jurisdiction)", authority.jurisdiction),
        )
        if not known
    ]
    yield Miss(
        Spot("authority" if not account.authority else "id", node, document),
        {
            "value": account.authority,
            "hint": "",
            "packs": packs,
            "missing": {
                lang: {"de": " und ", "en": " and "}[lang].join(m[lang] for m in missing)
                for lang in ("de", "en")
            },
        },
        variant="undescribed" if account.authority else "absent",
    )


def _named(account: Account) -> Spot | None:
    """Where the authority is named: in the account, or for the whole file."""
    for mapping in (account.fields, account.document.root):
        if type(mapping) is Mapping:
            node = mapping.entries.get("authority")
            if type(node) is Scalar and node.text:
                return Spot("authority", node, account.document)
    return None


def _hint(value: str, subject: Subject) -> Value:
    """The body that has the value's abbreviation today, else the id most like it, if of today."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when there is a finding

    today = subject.as_of
    known = [one for one in subject.context.authorities.values() if one.known]
    short = value.partition("-")[0].casefold()
    close = [
        one.id
        for one in known
        for d in one.designations
        if d.form == "abbr" and d.text.casefold() == short and d.in_force(today)
        if one.id.partition("-")[2] == value.partition("-")[2]
        if one.until is None or today <= one.until
    ]
    ids = sorted(one.id for one in known)
    lasting = sorted(one.id for one in known if one.until is None or today <= one.until)
    for candidates in (lasting, ids):
        close = close or get_close_matches(value, candidates, n=1, cutoff=0.7)
    if not close:
        return ""
    return {"de": f" Meinten Sie „{close[0]}“?", "en": f" Did you mean “{close[0]}”?"}
