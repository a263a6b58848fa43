"""asked: which rules were asked tonight and of whom, and what they look at. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.findings.history.remembered import target
from linter.platforms import KNOWN
from linter.registry.account import Authority

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from linter.findings.finding import Result
    from linter.registry.account import Account
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule

REPORTED = "reported"
"""The check of rules whose findings others bring: they compare nothing."""

DECLARED = frozenset(("handle-grammar",))
"""Checks of what the registry has, whatever the profile shows: they look also where that cannot be read."""


def asked(result: Result, book: Rulebook, registry: Mapping[str, Account]) -> dict[str, Any]:
    """Which rules were asked tonight, and of whom, as `Run.night` takes it."""
    return {
        "ran": frozenset(rule.code for rule in result.rules),
        "codes": {code: rule.code for rule in book.rules for code in (*rule.redirects, rule.code)},
        "wide": frozenset(rule.code for rule in book.rules if _wide(rule)),
        "registered": {name: account.authority for name, account in registry.items()},
        "targets": {name: target(account) for name, account in registry.items()},
        "meant": _meant(result, book, registry),
        "unplaced": frozenset(name for name, account in registry.items() if _unplaced(account)),
    }


def _unplaced(account: Account) -> bool:
    """Whether nobody can say which rules are meant for it: its entry is misspelt, or lacks that."""
    return not account.kind or account.platform not in KNOWN


def of_registry(rule: Rule) -> bool:
    """Whether the registry alone decides what the rule finds."""
    return bool(rule.checks) and all(name in DECLARED for name, _ in rule.checks)


def _meant(
    result: Result, book: Rulebook, registry: Mapping[str, Account]
) -> Callable[[str, str], bool]:
    """Whether a rule, by its code, is for an account, by its id: the registry says of what kind it is."""
    rules = {rule.code: rule for rule in book.rules}

    def meant(code: str, id_: str) -> bool:
        account, rule = registry.get(id_), rules.get(code)
        if account is None or rule is None:
            return True
        authority = result.authorities.get(account.authority) or Authority(account.authority)
        return rule.applies.fits(account, authority)

    return meant


def _wide(rule: Rule) -> bool:
    """Whether a rule holds entries of the whole registry against each other."""
    return rule.per == "registry" and any(name != REPORTED for name, _ in rule.checks)
