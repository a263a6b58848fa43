"""cause: what brought a change about: the only things that can are what differs from last night. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.findings.history.model import Night, Past, Seen

NETWORK = "NET"
"""How the codes of rules begin that say how requests went."""

FILE = "REG001"
"""A file of the registry cannot be read: nothing but its text decides that."""


class Cause:
    """What differs tonight, and whom it concerns."""

    def __init__(self, night: Night) -> None:
        self.night = night
        self.members: dict[str, list[str]] = {}
        for account, authority in {**night.removed, **night.registered}.items():
            self.members.setdefault(authority, []).append(account)

    def accounts(self, one: Past | Seen) -> list[str]:
        """The accounts that a finding may depend on."""
        if one.account:
            return [one.account]
        if one.authority:
            return self.members.get(one.authority, [])
        return [name for group in self.members.values() for name in group]

    def of(self, code: str, one: Past | Seen) -> str:
        """`profile`, `registry`, `rulebook`, several joined by `+`; else `network`, `options`, `date`.

        What was seen on the web and differs in nothing that is remembered differs in something
        else that was seen there. "" if nothing differs; `first` in the first night, when all is
        new and nothing has changed.
        """
        night = self.night
        if night.first:
            return "first"
        if night.other_rulebook and code not in night.ran_before:
            return "rulebook"  # a new rule, whatever else has changed
        found = self._of_what_is_judged(code, one)
        if night.other_rulebook:
            found.append("rulebook")
        if not found and (one.reachability or code.startswith(NETWORK)):
            found.append("network")
        if not found and night.other_options:
            found.append("options")
        if not found and night.other_day and not self._stirred(code, one):
            found.append("date")
        if not found and one.web:
            found.append("profile")
        return "+".join(found)

    def _stirred(self, code: str, one: Past | Seen) -> bool:
        """Whether a page is another one, and the rule did not come into force with the day."""
        night = self.night
        stirred = not night.stirred.isdisjoint(self.accounts(one))
        return one.web and stirred and code in night.ran_before

    def _of_what_is_judged(self, code: str, one: Past | Seen) -> list[str]:
        """Whether the profile or the entry is another one, or of what is compared, another entry."""
        if code == FILE:
            return ["registry"]
        night, accounts, found = self.night, self.accounts(one), []
        if not night.saw_other.isdisjoint(accounts):
            found.append("profile")
        edited = any(name in night.says_other or name in night.removed for name in accounts)
        beside = code in night.wide and not found and bool(night.says_other or night.removed)
        if edited or beside:
            found.append("registry")
        return found
