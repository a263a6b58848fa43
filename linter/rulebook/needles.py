"""What every match of a pattern must contain: found once, when the rulebook is compiled.

Most texts hold none of the words a rule looks for. Knowing them, a run can pass such a text
over with a plain search and need not even compile the pattern, which costs more than linting
an account. Where nothing certain can be said, there are no needles and nothing is skipped.

A needle never spans a space, so that it still stands in a text from which a rule leaves out
some wordings by blanking them.
"""

from __future__ import annotations

import re
from typing import Any

from linter.checks.patterns import fewest, folded

SHORTEST = 2
SIGNS = frozenset("@#§[^")
"""Signs that are rare enough to be a needle of their own."""
ALONE = SIGNS | {"/"}
"""Signs that may be a needle; a slash tells little, but more than nothing."""
ENOUGH = 5
"""A word this long tells enough; joining it with all that may follow only makes more of them."""
MOST = 60
"""More alternatives than this cost more than they save."""
SETS = 3
"""How many sets a pattern keeps, the most telling first."""
PLAIN = 2
"""How much a paragraph sign tells beside other words: every Impressum has one."""
EVERYDAY = (".com", ".de", ".net", "http", "landes", "minister", "nrw", "www")
"""What stands in nearly every profile or address tells little."""


def needles(source: str) -> tuple[tuple[str, ...], ...]:
    """Sets of folded texts; every match contains one of each. Empty where there is no telling."""
    try:
        from re import IGNORECASE, _parser  # type: ignore[attr-defined]  # noqa: PLC0415 - see below

        # the standard library's own parse of the pattern; private, so its absence is no fault
        found = _needed(_parser.parse(source, IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError, RecursionError, re.error):
        return ()
    return tuple(dict.fromkeys(sorted(found, key=_telling, reverse=True)))[:SETS]


def _telling(words: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    """The longer the shortest word, the more a set tells; of equal ones the fewer words."""
    return min([PLAIN if w == "§" else _weight(w) for w in words]), -len(words), words


def _weight(word: str) -> int:
    if word in SIGNS:
        return ENOUGH
    return 1 if any(everyday in word for everyday in EVERYDAY) else len(word)


def _needed(tree: Any) -> list[tuple[str, ...]]:
    """The sets that a sequence of parts needs, in no order."""
    sets: list[tuple[str, ...]] = []
    run = {""}
    for operator, argument in tree:
        name = str(operator)
        exact = _exact(name, argument)
        full = exact is not None and len(exact) > 1 and min(map(_weight, run)) >= ENOUGH
        if exact is not None and not full and len(run) * len(exact) <= MOST:
            run = {before + after for before in run for after in exact}
            continue
        sets += _usable(run)
        run = exact or {""}
        if exact is None:
            sets += _of_part(name, argument)
    return sets + _usable(run)


def _usable(run: set[str]) -> list[tuple[str, ...]]:
    """The words as a set of needles, if they are worth it."""
    if len(run) == 1:
        parts = [(part,) for part in folded(*run).split(" ")]
        return [part for part in parts if len(part[0]) >= SHORTEST or part[0] in ALONE]
    words = fewest({max(folded(word).split(" "), key=len) for word in run})
    if len(words) > MOST or any(len(w) < SHORTEST and w not in ALONE for w in words):
        return []
    return [words]


def _exact(name: str, argument: Any) -> set[str] | None:
    """All texts that a part can match, where they are few; None where they are not."""
    if name in ("AT", "ASSERT_NOT"):
        return {""}
    if name == "LITERAL":
        return {chr(argument)}
    if name == "IN" and all(str(operator) == "LITERAL" for operator, _ in argument):
        return {chr(character) for _, character in argument}
    if name == "SUBPATTERN":
        return _exact_all(argument[-1])
    if name == "BRANCH":
        total: set[str] = set()
        for branch in argument[1]:
            one = _exact_all(branch)
            if one is None:
                return None
            total |= one
        return total if len(total) <= MOST else None
    if name in ("MAX_REPEAT", "MIN_REPEAT") and tuple(argument[:2]) == (0, 1):
        inner = _exact_all(argument[2])
        return None if inner is None else inner | {""}
    return None


def _exact_all(tree: Any) -> set[str] | None:
    run = {""}
    for operator, argument in tree:
        exact = _exact(str(operator), argument)
        if exact is None or len(run) * len(exact) > MOST:
            return None
        run = {before + after for before in run for after in exact}
    return run


def _of_part(name: str, argument: Any) -> list[tuple[str, ...]]:
    if name == "SUBPATTERN":
        return _needed(argument[-1])
    if name == "ATOMIC_GROUP":
        return _needed(argument)
    if name == "BRANCH":
        total: set[str] = set()
        for branch in argument[1]:
            one = max(_needed(branch), key=_telling, default=None)
            if one is None:
                return []
            total.update(one)
        return _usable(total)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = argument
        return _needed(inner) if least > 0 else []
    if name == "ASSERT" and argument[0] > 0:
        return _needed(argument[1])
    return []


def needles_of(rules: list[dict[str, Any]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The needles of every pattern that rules (as plain data) name, by the pattern's source."""
    from linter.checks.params import resolve, written  # noqa: PLC0415 - only when a rulebook is compiled
    from linter.rulebook.book import pairs  # noqa: PLC0415

    found = {}
    for rule in rules:
        for name, raw in [*pairs(rule.get("when")), *pairs(rule["check"])]:
            fields = resolve(name).params.__annotations__
            for key, value in raw.items():
                if "Pattern" in written(fields.get(key, "")):
                    for source in value if isinstance(value, list) else [value]:
                        if needed := needles(str(source)):
                            found[str(source)] = needed
    return found
