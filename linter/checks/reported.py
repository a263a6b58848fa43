"""reported: the loader or the waiver stage finds it; the rule only lends its words.

An unreadable file is noticed before the checks run, a wrong waiver after them. Both are told by
rules like any other, so that texts, severity and explanations stand in one place. The stages fill
placeholders and variants of their own, hence the `*`.
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
