"""linked: a page is declared, or the profile shows a link to it or a line that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, Unknown, check
from linter.registry.nodes import Scalar
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class Linked:
    """field: where the page's address is declared; the patterns recognise it in the profile.

    label and url: in a link of `links`; line: in the `bio`. A null at the field says
    that there is none, and so does a list of links without it: whoever wrote the list down
    has looked. A bio alone says nothing, the link may stand in the profile's link field.
    """

    field: Address
    label: Pattern
    url: Pattern
    line: Pattern


@check("linked", Linked, variants=("none",))
def linked(subject: Subject, params: Linked) -> Iterator[Outcome]:
    """Miss where there is none, unknown where nobody has looked."""
    if subject.at(params.field) or _shown(subject, params):
        return
    denied = _denied(subject, params.field)
    if denied is not None:
        yield Miss(denied, variant="none")
    elif any("links" in root.entries for root, _ in subject.roots):
        yield Miss(params.field)
    else:
        yield Unknown(params.field)


def _shown(subject: Subject, params: Linked) -> bool:
    return (
        any(s.text and params.label.search(s.text) for s in subject.at("links[].label"))
        or any(s.text and params.url.search(s.text) for s in subject.at("links[].url"))
        or any(s.text and params.line.search(s.text) for s in subject.at("bio"))
    )


def _denied(subject: Subject, field: Address) -> Spot | None:
    """The place of a null at the field: written down on purpose, unlike a field left out."""
    for root, document in subject.roots:
        node = root.entries.get(field)
        if type(node) is Scalar and node.text is None:
            return Spot(field, node, document)
    return None
