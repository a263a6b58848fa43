"""linked: a page is declared, or the profile shows a link to it or a line that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, Unknown, check
from linter.checks.causes import HIDDEN_TARGET
from linter.checks.parameters import parameters
from linter.registry.nodes import Scalar, end_of, start_of
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.observation import Observation
    from linter.registry.nodes import Node
    from linter.subject import Subject


@parameters
class Linked:
    """field: where the page's address is declared; the patterns recognise it in the profile.

    label and url: in a link of `links`; line: in the `bio`. A null written at the field says
    that there is none, and so does a list of links without it: whoever wrote the list down
    has looked. A bio alone says nothing, the link may stand in the profile's link field;
    a key with nothing behind it says nothing either, it was left to be filled in.
    vague: labels that may mean the page or not; hidden: addresses that do not tell where they
    lead; through: what may lead on to it.
    """

    field: Address
    label: Pattern
    url: Pattern
    line: Pattern
    vague: Pattern | None = None
    hidden: Pattern | None = None
    through: tuple[Address, ...] = ()


@check("linked", Linked, variants=("none",))
def linked(subject: Subject, params: Linked) -> Iterator[Outcome]:
    """Miss where there is none, unknown where nobody has looked."""
    if subject.at(params.field) or _shown(subject, params):
        return
    if subject.seen is not None:
        paths = subject.seen.paths.get(params.field)
        if params.field in subject.seen.pages or (paths and paths.shortest):
            return  # a way leads there; whether it is such a page is a rule of its own
        cause = _still_open(subject.seen, params.field)
        if cause:
            yield Unknown(params.field, cause)
            return
    denied = _denied(subject, params.field)
    if denied is not None:
        yield Miss(denied, variant="none")
    elif subject.seen is not None and not _unread(subject.seen):
        yield Miss(params.field)
    elif any(_written(root.entries.get("links")) for root, _ in subject.roots):
        yield _open_end(subject, params) or Miss(params.field)
    elif subject.seen is not None:
        yield Unknown(params.field, getattr(subject.seen.profile, "cause", "not-declared"))
    else:
        yield Unknown(params.field)


def _still_open(seen: Observation, kind: str) -> str:
    """Why a page may be there that was not seen; "" where everything was looked at, or nothing."""
    if _unread(seen):
        return ""
    paths = seen.paths.get(kind)
    if paths is None:
        cause = seen.unseen.get(kind, "")
        return "" if cause == "page-not-linked" else cause
    return paths.open


def _unread(seen: Observation) -> bool:
    return getattr(seen.profile, "cause", None) is not None


def _shown(subject: Subject, params: Linked) -> bool:
    return (
        any(s.text and params.label.search(s.text) for s in subject.at("links[].label"))
        or any(s.text and params.url.search(s.text) for s in subject.at("links[].url"))
        or any(s.text and params.line.search(s.text) for s in subject.at("bio"))
    )


def _open_end(subject: Subject, params: Linked) -> Unknown | None:
    """What the profile shows and may lead to the page; only the pages behind it could tell."""
    hidden = _found(subject, ("links[].url", "bio"), params.hidden)
    if hidden is not None:
        return Unknown(hidden, HIDDEN_TARGET)
    vague = _found(subject, ("links[].label",), params.vague)
    onward = (spot for address in params.through for spot in subject.at(address))
    spot = vague or next(onward, None)
    return None if spot is None else Unknown(spot)


def _found(subject: Subject, fields: tuple[Address, ...], pattern: Pattern | None) -> Spot | None:
    if pattern is None:
        return None
    spots = (spot for address in fields for spot in subject.at(address))
    return next((spot for spot in spots if spot.text and pattern.search(spot.text)), None)


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
