"""reported: somebody else finds it; the rule only lends its words.

What makes a file unreadable, and what is wrong with a waiver, is seen by the loader and by the
waiver stage, long before or after the checks run. They raise findings of rules like any
other, so that texts, severity and explanations stand in one place; which placeholders and
variants they fill is theirs to know, hence the `*`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Outcome, check
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Reported:
    """stage: who raises it, the loader or the waivers."""

    stage: Literal["load", "waivers"]


@check("reported", Reported, supplies=("*",))
def reported(subject: Subject, params: Reported) -> Iterator[Outcome]:  # noqa: ARG001 - a check's shape
    """Yield nothing: the findings come from elsewhere."""
    yield from ()
