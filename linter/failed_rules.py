"""failed_rules: rules that raised, what is said of them, and which accounts they leave unchecked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engine import place_of
from linter.errors import LinterError, in_one_line
from linter.rulebook.rule import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.engine import Engine
    from linter.registry.account import Account
    from linter.rulebook.rule import Rule


class Failures:
    """What failed in a run: told once per rule, remembered for every account.

    errors: the list that the lines are added to; codes: the rules that failed somewhere;
    places: the accounts that one failed on.
    """

    def __init__(self, errors: list[LinterError]) -> None:
        self.errors = errors
        self.codes: set[str] = set()
        self.places: set[tuple[int, int]] = set()

    def add(
        self, rule: Rule, whom: str, error: BaseException, accounts: Iterable[Account] = ()
    ) -> None:
        """A rule failed on an account, on what accounts have in common, or before it was asked."""
        self.concern(accounts)
        if rule.code in self.codes:
            return
        self.codes.add(rule.code)
        names = ", ".join(name for name, _ in rule.checks)
        what = in_one_line(error)
        on = {"de": f" bei „{whom}“", "en": f" on “{whom}”"} if whom else {"de": "", "en": ""}
        self.errors.append(
            LinterError(
                {
                    "de": f"Regel {rule.code} (Prüfung {names}) ist{on['de']} gescheitert: {what}",
                    "en": f"rule {rule.code} (check {names}) failed{on['en']}: {what}",
                },
                path=rule.path,
            )
        )

    def concern(self, accounts: Iterable[Account]) -> None:
        """These accounts are not checked in full."""
        self.places.update(map(place_of, accounts))

    def uncounted(
        self, engine: Engine, unbound: set[str], members: dict[str, list[Account]]
    ) -> int:
        """How many accounts are not checked in full only because a rule failed on them.

        unbound: the rules that could not even be asked, which concerns all they apply to;
        members: of rules on groups.
        """
        targets = engine.targets
        accounts = [
            account
            for account in engine.context.accounts
            if (targets is None or account.document.path in targets)
            and not engine.unplaced(account, engine.context.authority(account.authority))
        ]
        for code in unbound:
            self.concern(members.get(code, ()))
        for account in accounts if unbound else ():
            meets = engine.bucket(account, members)[1].rules
            if not unbound.isdisjoint(rule.code for rule in meets):
                self.concern([account])
        counted = {
            place_of(finding.account)
            for finding in engine.result.findings
            if finding.outcome == "unknown" and finding.rule.per in SINGLE and finding.account
        }
        return sum(
            (place := place_of(account)) in self.places and place not in counted
            for account in accounts
        )
