"""silence: what the checks of recorded values answer where the registry says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.checks.base import Miss, Unknown
from linter.registry.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.base import Address, Outcome
    from linter.subject import Spot, Subject

NOT_RECORDED = {"de": "nicht verzeichnet", "en": "not recorded"}
"""A placeholder's value where there is none."""


def filled(spot: Spot) -> bool:
    """True where something stands: an empty text, list or mapping says nothing."""
    node = spot.node
    if isinstance(node, Scalar):
        return bool(node.text and node.text.strip())
    return bool(node.items if isinstance(node, Sequence) else node.entries)


def recorded_at(subject: Subject, address: Address) -> list[Spot]:
    """The values at an address that say something."""
    return [spot for spot in subject.at(address) if filled(spot)]


def silent(subject: Subject, address: Address) -> bool:
    """True where the registry says nothing; `links: []` says of `links[].url` that there are none."""
    if subject.at(address):
        return False
    head, bracket, _ = address.partition("[]")
    return not (bracket and subject.at(head))


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
    node = spot.node
    for key in path.split("."):
        child = node.entries.get(key) if isinstance(node, Mapping) else None
        if child is None:
            return None
        node = child
    inner = type(spot)(f"{spot.address}.{path}", node, spot.document)
    return inner if filled(inner) else None
