"""handle_grammar: a handle is one that the platform could have given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot
from linter.platforms import get

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class HandleGrammar:
    """field: where the handle stands."""

    field: Address = "handle"


@check("handle-grammar", HandleGrammar, supplies=("value", "problem"))
def handle_grammar(subject: Subject, params: HandleGrammar) -> Iterator[Outcome]:
    """Miss a handle that cannot exist, with the platform's rule in words.

    As the registry has it: what a profile is called, its platform gave out.
    """
    platform = get(subject.account.platform) if subject.account else None
    spot = declared_spot(subject, params.field)
    if platform is None or spot is None or not spot.text:
        return
    problem = platform.handle_problem(spot.text)
    if problem:
        yield Miss(spot, {"value": spot.text, "problem": problem})
