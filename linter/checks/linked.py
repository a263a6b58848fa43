"""linked: a page is declared, or the profile shows a link to it or a line that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, Unknown, check
from linter.registry.nodes import Scalar, end_of, start_of
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.nodes import Node
    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class Linked:
    """field: where the page's address is declared; the patterns recognise it in the profile.

    label and url: in a link of `links`; line: in the `bio`. A null written at the field says
    that there is none, and so does a list of links without it: whoever wrote the list down
    has looked. A bio alone says nothing, the link may stand in the profile's link field;
    a key with nothing behind it says nothing either, it was left to be filled in.
    vague: labels that may mean the page or not; through: what may lead on to it.
    """

    field: Address
    label: Pattern
    url: Pattern
    line: Pattern
    vague: Pattern | None = None
    through: tuple[Address, ...] = ()


@check("linked", Linked, variants=("none",))
def linked(subject: Subject, params: Linked) -> Iterator[Outcome]:
    """Miss where there is none, unknown where nobody has looked."""
    if subject.at(params.field) or _shown(subject, params):
        return
    denied = _denied(subject, params.field)
    if denied is not None:
        yield Miss(denied, variant="none")
    elif any(_written(root.entries.get("links")) for root, _ in subject.roots):
        open_end = _open_end(subject, params)
        yield Miss(params.field) if open_end is None else Unknown(open_end)
    else:
        yield Unknown(params.field)


def _shown(subject: Subject, params: Linked) -> bool:
    return (
        any(s.text and params.label.search(s.text) for s in subject.at("links[].label"))
        or any(s.text and params.url.search(s.text) for s in subject.at("links[].url"))
        or any(s.text and params.line.search(s.text) for s in subject.at("bio"))
    )


def _open_end(subject: Subject, params: Linked) -> Spot | None:
    """What the profile shows and may lead to the page; only the pages behind it could tell."""
    vague = params.vague
    if vague is not None:
        for spot in subject.at("links[].label"):
            if spot.text and vague.search(spot.text):
                return spot
    return next((spot for address in params.through for spot in subject.at(address)), None)


def _denied(subject: Subject, field: Address) -> Spot | None:
    """The place of a null at the field: written down on purpose, unlike a field left out."""
    for root, document in subject.roots:
        node = root.entries.get(field)
        if type(node) is Scalar and node.text is None and _written(node):
            return Spot(field, node, document)
    return None


def _written(node: Node | None) -> bool:
    """True where something stands behind the key, be it only a `~`."""
    return node is not None and start_of(node) < end_of(node)
