"""What every match of a pattern must contain: found once, when the rulebook is compiled.

Most texts hold none of the words a rule looks for. Knowing them, a run can pass such a text
over with a plain search and need not even compile the pattern, which costs more than linting
an account. Where nothing certain can be said, there are no needles and nothing is skipped.
"""

from __future__ import annotations

import re
from typing import Any

from linter.checks.base import folded

SHORTEST = 2
MOST = 60
"""More alternatives than this cost more than they save."""


def needles(source: str) -> tuple[str, ...]:
    """Folded texts one of which occurs in every match; empty where there is no telling."""
    try:
        from re import IGNORECASE, _parser  # type: ignore[attr-defined]  # noqa: PLC0415 - see below

        # the standard library's own parse of the pattern; private, so its absence is no fault
        found = _needed(_parser.parse(source, IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError, RecursionError, re.error):
        return ()
    if found is None or not found or len(found) > MOST:
        return ()
    return tuple(sorted(found)) if min(map(len, found)) >= SHORTEST else ()


def _needed(tree: Any) -> set[str] | None:
    """The best set for a sequence of parts: literal runs, or what one part needs."""
    options: list[set[str]] = []
    run = ""
    for operator, argument in tree:
        name = str(operator)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            options.append({folded(run)})
            run = ""
        inner = _of_part(name, argument)
        if inner:
            options.append(inner)
    if run:
        options.append({folded(run)})
    # the longest shortest needle says most; of equal ones the fewer
    return max(options, key=lambda o: (min(map(len, o)), -len(o)), default=None)


def _of_part(name: str, argument: Any) -> set[str] | None:
    if name == "SUBPATTERN":
        return _needed(argument[-1])
    if name == "ATOMIC_GROUP":
        return _needed(argument)
    if name == "BRANCH":
        total: set[str] = set()
        for branch in argument[1]:
            one = _needed(branch)
            if not one:
                return None
            total |= one
        return total
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = argument
        return _needed(inner) if least > 0 else None
    if name == "ASSERT" and argument[0] > 0:
        return _needed(argument[1])
    return None


def needles_of(rules: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """The needles of every pattern that rules (as plain data) name, by the pattern's source."""
    from linter.checks.params import resolve  # noqa: PLC0415 - only when a rulebook is compiled
    from linter.rulebook.book import pairs  # noqa: PLC0415

    found = {}
    for rule in rules:
        for name, raw in [*pairs(rule.get("when")), *pairs(rule["check"])]:
            fields = resolve(name).params.__annotations__
            for key, value in raw.items():
                if "Pattern" in fields.get(key, ""):
                    for source in value if isinstance(value, list) else [value]:
                        if needed := needles(str(source)):
                            found[str(source)] = needed
    return found
