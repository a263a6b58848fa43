"""silence: what the checks of recorded values answer where the registry says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.checks.base import Miss, Unknown
from linter.registry.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.base import Address, Outcome
    from linter.registry.nodes import Node
    from linter.subject import Spot, Subject

NOT_RECORDED = {"de": "nicht verzeichnet", "en": "not recorded"}
"""A placeholder's value where there is none."""


BLANKS = frozenset(
    (
        *("-", "–", "—", "/", "?", "??", "???", "…", "...", "n/a", "tbd", "todo", "xxx"),
        *("k. a.", "k.a.", "keine", "keine angabe", "offen", "noch offen", "fehlt", "noch nicht"),
        *("unbekannt", "nicht bekannt", "unklar", "nicht vorhanden", "liegt nicht vor"),
    )
)
"""What people write where they have nothing to record; nobody's approval is called “offen”."""
LONGEST = max(map(len, BLANKS))


def filled(spot: Spot) -> bool:
    """True where something stands: an empty text, list or mapping says nothing, “offen” neither."""
    text = spot.text
    if text is not None:
        if len(text) > LONGEST:
            return not text.isspace()
        text = text.strip()
        return bool(text) and text.lower() not in BLANKS
    node = spot.node
    if type(node) is Sequence:
        return bool(node.items)
    return type(node) is Mapping and bool(node.entries)


def recorded_at(subject: Subject, address: Address) -> tuple[Spot, ...]:
    """The values at an address that say something."""
    spots = subject.at(address)
    for spot in spots:
        if not filled(spot):
            return tuple(spot for spot in spots if filled(spot))
    return spots


def silent(subject: Subject, address: Address) -> bool:
    """True where the registry says nothing; `links: []` says of `links[].url` that there are none."""
    if subject.at(address):
        return False
    head, bracket, _ = address.partition("[]")
    return not (bracket and subject.at(head))


def first_silent(subject: Subject, addresses: tuple[Address, ...]) -> Address | None:
    """The first of the addresses at which the registry says nothing."""
    return next((address for address in addresses if silent(subject, address)), None)


def answer(
    policy: str, address: Address, values: dict[str, Any], variant: str | None = None
) -> Iterator[Outcome]:
    """Answer silence by a rule's policy: fail, unknown or pass."""
    if policy == "fail":
        yield Miss(address, values, variant=variant)
    elif policy == "unknown":
        yield Unknown(address)


def part(spot: Spot, path: str) -> Spot | None:
    """The value under a path of keys inside a value; None where nothing is said."""
    node = _inside(spot.node, path)
    if node is None:
        return None
    inner = type(spot)(f"{spot.address}.{path}", node, spot.document)
    return inner if filled(inner) else None


def text_in(spot: Spot, path: str) -> str | None:
    """The text under a path of keys inside a value; None where nothing is said."""
    node = _inside(spot.node, path)
    text = node.text if type(node) is Scalar else None
    return None if text is None or not text.strip() else text


def _inside(node: Node | None, path: str) -> Node | None:
    for key in path.split("."):
        if type(node) is not Mapping:
            return None
        node = node.entries.get(key)
    return node
