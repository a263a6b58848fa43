"""tells: what several fields say together covers everything that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.silence import first_silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Patterns
    from linter.subject import Subject


@parameters
class Tells:
    """`all`: each must be found in one of the texts at `fields`, not always in the same.

    While one of the fields is not recorded, what is missing may stand there.
    """

    fields: tuple[Address, ...]
    all: Patterns


@check("tells", Tells)
def tells(subject: Subject, params: Tells) -> Iterator[Outcome]:
    """Miss, once, what the texts leave unsaid; unknown while a field is not recorded."""
    spots = [spot for field in params.fields for spot in subject.at(field) if spot.text]
    texts = [spot.text or "" for spot in spots]
    if all(any(pattern.search(text) for text in texts) for pattern in params.all):
        return
    missing = first_silent(subject, params.fields)
    if missing:
        yield Unknown(missing)
    else:
        yield Miss(spots[-1] if spots else params.fields[-1])
