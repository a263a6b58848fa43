"""mentions: a text mentions an account of a kind, or one that bears a known person's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.names.fold import spell_out
from linter.registry.nodes import Scalar
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

MENTION = r"(?<![\w@.])@(\w[\w.-]*\w)(?:@[\w.-]+\w)?"


@parameters
class Mentions:
    """No account of these kinds is mentioned in the text at `field`."""

    field: Address
    kinds: tuple[str, ...]


@check("mentions", Mentions, supplies=("mention",))
def mentions(subject: Subject, params: Mentions) -> Iterator[Outcome]:
    """Miss each mention of such an account: one in the registry, or one named like an office holder."""
    kinds: dict[str, str] = {}
    people: set[str] = set()
    for account in subject.accounts:
        node = account.fields.entries.get(params.field)
        if not isinstance(node, Scalar) or not node.text:
            yield Unknown(Spot(params.field, account.fields, account.document))
            continue
        found = list(re.finditer(MENTION, node.text)) if "@" in node.text else []
        if found and not people:
            kinds = {letters(a.handle.partition("@")[0]): a.kind for a in subject.context.accounts}
            people = known_people(subject)
        for match in found:
            handle = letters(match.group(1))
            kind = kinds.get(handle)
            if kind in params.kinds or (kind is None and handle in people):
                spot = Spot(params.field, node, account.document)
                yield Miss(spot, {"mention": match.group()}, span=match.span())


def known_people(subject: Subject) -> set[str]:
    """First and last names of all office holders known, as a handle would write them."""
    return {
        letters(f"{person.first_name}{person.name}")
        for authority in subject.context.authorities.values()
        for person in authority.people
        if " " in f"{person.first_name} {person.name}".strip()
    }


def letters(text: str) -> str:
    """Only the letters of a text, umlauts written out, as handles and names are compared."""
    return re.sub(r"[\W\d_]", "", spell_out(text))
