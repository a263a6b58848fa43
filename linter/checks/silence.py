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
        *("n.n.", "n. n.", "n.n", "nn", "n. a.", "n.a.", "xx", "tba", "tbc"),
        *("unknown", "not known"),
        *("keiner", "keins", "keines", "vakant", "unbesetzt", "vacant"),
    )
)
"""What people write where they have nothing to record; nobody's approval is called “offen”."""
LONGEST = max(map(len, BLANKS))
NOBODY = frozenset(
    (
        *("nein", "no", "kein", "none", "nobody", "niemand", "nichts", "nothing", "entfällt"),
        *("folgt", "kommt noch", "gibt es nicht", "gibt's nicht", "keine vorhanden", "to follow"),
        *("entfaellt", "fällt weg", "pending", "in arbeit", "in klärung", "in planung"),
        *("noch nicht bekannt", "derzeit nicht bekannt", "bisher nicht bekannt", "not yet known"),
    )
)
"""What answers “none” or “later” where something is to be named."""
LATER = frozenset(
    (
        *("noch", "wird", "werden", "muss", "soll", "ist", "steht", "bitte", "zu", "stelle"),
        *("derzeit", "zurzeit", "aktuell", "momentan", "bisher", "bislang", "to", "not", "yet"),
        *("zuständigkeit", "zuordnung"),
    )
)
UNSETTLED = frozenset(
    (
        *("benannt", "bestimmt", "festgelegt", "geklärt", "ergänzt", "nachgetragen"),
        *("bekanntgegeben", "mitgeteilt", "eingetragen", "entschieden", "definiert"),
        *("benennen", "bestimmen", "festlegen", "klären", "ergänzen", "nachtragen", "nachreichen"),
        *("eintragen", "ausfüllen", "ermitteln", "entscheiden", "festzulegen", "nachzutragen"),
        *("einzutragen", "offen", "unbekannt", "unklar", "vakant", "unbesetzt", "aus", "noch"),
        *("gegeben", "zugeordnet", "zugewiesen", "besetzt", "gesucht", "nachgereicht"),
        *("keine", "keiner", "keinen", "keins", "nicht", "vacant", "follow"),
        *("named", "determined", "announced", "filled", "confirmed", "decided", "defined"),
        *("assigned", "clarified", "ungeklärt", "zuständigkeit", "zuordnung"),
    )
)
"""The last word where it has yet to be named, behind a first one of `LATER`: “wird noch benannt”."""
PREPARED = frozenset(("geprüft", "erstellt", "erarbeitet", "abgestimmt", "vorhanden"))
"""The same behind “wird” or “noch” alone; “ist geprüft” may be said of what there is."""
FEW_WORDS = 6


def filled(spot: Spot) -> bool:
    """True where something stands: an empty text, list or mapping says nothing, “offen” neither."""
    text = spot.text
    if text is not None:
        if len(text) > LONGEST:
            return not text.isspace()
        text = text.strip()
        return bool(text) and text.lower() not in BLANKS and not _dashes(text)
    node = spot.node
    if type(node) is Sequence:
        return bool(node.items)
    return type(node) is Mapping and bool(node.entries)


def _dashes(text: str) -> bool:
    """Whether a text is nothing but strokes and dots, of whatever number."""
    return not text[0].isalnum() and not text.strip(" -–—_./\\?…*·:;,")


def named(spot: Spot) -> bool:
    """True where something is named, not merely filled in: “nein” and “wird noch benannt” name nothing.

    For what has a name or an address of its own; of a record such words have a meaning.
    """
    text = spot.text
    if text is None or not filled(spot):
        return filled(spot)
    words = text.lower().strip(" .!:()[]<>").split()
    if not words or " ".join(words) in BLANKS or " ".join(words) in NOBODY:
        return False
    first, last = words[0], words[-2 if words[1:] and words[-1] == "werden" else -1]
    unsettled = (first in LATER and last in UNSETTLED) or (
        first in ("noch", "wird", "werden") and last in PREPARED
    )
    return not unsettled or len(words) > FEW_WORDS or any(map(str.isdecimal, text))


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
