"""The likely name of the provider, where reading by rules found none, or a person on a body's page.

The lines of a page are weighed against each other and against there being no name; what each trait
of a line counts stands in `weights.yaml`. What comes out is a guess: it is shown with a low
confidence and no rule builds on it.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.learnt.candidates import candidates, key
from linter.pages.details.names import body, person
from linter.pages.details.said_name import fits
from linter.pages.details.streets import is_street

if TYPE_CHECKING:
    from linter.pages.details.learnt.candidates import Candidate
    from linter.pages.details.piece import Pieces
    from linter.pages.details.place import Address
    from linter.pages.details.provider import Provider
    from linter.pages.page import Written

CONFIDENCE = 0.4
"""Below whatever was read by rules."""
ENOUGH = 0.5
"""The share of a line in all that weighs for any, from which it is the name where there is no other."""
SURE = 0.7
"""The share from which it is the name instead of a person's."""
HARDLY = 0.15
"""The most that then may speak for the person."""
TOP = 3
"""Pieces at the top of a page that say whose it is."""
SAME = 4
"""Letters of a name within another that is the same."""
_FORMS = ("e.V.", "e. V.", "GmbH", "gGmbH", "mbH", " AG", " eG", " KG", " UG", "öR")
"""Letters of which a legal form has some."""
_NOT_ITS_OWN = topics.STRANGERS | {topics.PROSE}
_TOLD = frozenset(
    ("has a word of a trade", "in the title", "is the name of a domain", "a word of it in a domain")
)
_NONE = ("no name", "no name and no street")


def likely_name(
    pieces: Pieces, found: list[Address], page: Written, provider: Provider
) -> Found | None:
    """The name that the page's lines make likely; None where the one that was read stands."""
    read = provider.name
    if "impressum" not in page.page_type:
        return None
    if read is not None and not _may_be_anothers(read.value, pieces, page.title):
        return None
    every = candidates(pieces, found, page.title)
    shares = weighed(every, street=bool(provider.address and provider.address.street))
    best = max(range(len(shares)), key=shares.__getitem__)
    if best == len(every) or shares[best] <= (ENOUGH if read is None else SURE):
        return None
    if not _is_name(every[best]):
        return None
    if read is not None:
        alike = [at for at, one in enumerate(every) if _same(one.text, read.value)]
        if best in alike or any(shares[at] >= HARDLY for at in alike):
            return None
    return _found(every[best])


def weighed(every: list[Candidate], *, street: bool) -> list[float]:
    """The share of each candidate, and at last that of there being no name."""
    weights = _weights()
    points = [sum([weights.get(trait, 0.0) for trait in one.traits]) for one in every]
    points.append(sum([weights.get(trait, 0.0) for trait in none(street=street)]))
    most = max(points)
    parts = [exp(one - most) for one in points]
    whole = sum(parts)
    return [part / whole for part in parts]


def none(*, street: bool) -> tuple[str, ...]:
    """The traits of there being no name."""
    return _NONE[:1] if street else _NONE


def _may_be_anothers(name: str, pieces: Pieces, title: str) -> bool:
    """Whether a person was read on a page that may be a body's."""
    if body(name) or not person(name):
        return False
    if body(title) or any(body(piece.text) for piece in pieces[:TOP]):
        return True
    return any(pieces[number].topic not in _NOT_ITS_OWN for number in pieces.texts.having(*_FORMS))


def _is_name(one: Candidate) -> bool:
    """Whether a text can be a name, and is one, tells a trade or is what the page is called elsewhere.

    On a page of three lines one of them weighs more than the others whatever it says.
    """
    if not fits(one.text) or is_street(one.text) or "reads like a label" in one.traits:
        return False
    return "neither a body nor a person" not in one.traits or bool(one.traits & _TOLD)


def _same(one: str, other: str) -> bool:
    a, b = key(one), key(other)
    return a == b or (min(len(a), len(b)) >= SAME and (a in b or b in a))


def _found(one: Candidate) -> Found:
    text = one.text.strip(" ,;:·|–—-")
    place = one.piece.place(one.offset) if one.piece is not None else (0, 0)
    return Found(text, *place, CONFIDENCE)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    import yaml  # noqa: PLC0415 - only for pages whose name was not read

    text = Path(__file__).with_name("weights.yaml").read_text(encoding="utf-8")
    data: dict[str, float] = yaml.safe_load(text)["weights"]
    return data
