"""carried: findings that could not be looked for tonight, as tonight's registry has them.

What was found stays as it was told. Whether someone answers for it does not: a waiver that has
been taken out, or has run out, hides nothing any more, and a new one holds at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linter.findings.history.told import retold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from linter.findings.baseline import Baseline, Entry
    from linter.findings.finding import Finding, Result
    from linter.findings.history.model import Past
    from linter.findings.history.run import Run
    from linter.registry.account import Account
    from linter.rulebook.book import Rulebook


@dataclass(frozen=True, slots=True)
class Suppression:
    """What suppresses findings tonight.

    waivers: whether those of the registry hold; baseline: the known findings, None without;
    severity: what the config says of them, by code.
    """

    book: Rulebook
    accounts: Sequence[Account]
    as_of: date
    waivers: bool = True
    baseline: Baseline | None = None
    severity: Mapping[str, str] | None = None

    def apply(self, carried: Sequence[Finding], result: Result) -> list[Finding]:
        """Set status and reason; returns tonight's findings that say of a used waiver it is unused."""
        used: list[Finding] = []
        if self.waivers:
            used = self._waive(carried, result)
        for finding in carried:
            if not self.waivers and finding.status == "waived":
                finding.status, finding.reason = "open", ""
            finding.severity = (self.severity or {}).get(finding.code, finding.severity)
            entry = self._known(finding) if finding.status == "open" else None
            if entry is not None:
                entry.suppress(finding)
        return used

    def _waive(self, carried: Sequence[Finding], result: Result) -> list[Finding]:
        from linter.findings.waivers import apply_waivers  # noqa: PLC0415 - only if any is carried

        waived = apply_waivers(
            carried,
            result.documents.values(),
            [account for account in self.accounts if account.document.path in result.documents],
            book=self.book,
            ran={rule.code for rule in result.rules},
            as_of=self.as_of,
        )
        idle = {(*_place_of(one), one["code"]) for one in waived.unused}
        used = {
            _place_of(one)
            for one in result.unused_waivers
            if (*_place_of(one), one["code"]) not in idle
        }
        result.unused_waivers = [
            one for one in result.unused_waivers if (*_place_of(one), one["code"]) in idle
        ]
        return [
            finding
            for finding in result.findings
            if finding.code == "SUP001"
            and (finding.place.path, finding.place.line, finding.place.column) in used
        ]

    def _known(self, finding: Finding) -> Entry | None:
        """The baseline's entry, by what the finding was known by when it was seen."""
        entries = self.baseline.entries if self.baseline is not None else {}
        past = finding.past
        if past is None or not entries or past.fingerprint in entries:
            return entries.get(past.fingerprint) if past is not None else None
        if past.status != "baselined":
            return None
        return next(  # under a former code its fingerprint is another one
            (
                entry
                for entry in entries.values()
                if entry.code in finding.rule.redirects
                and (entry.account, entry.authority) == (finding.account_id, finding.authority)
                and entry.field == finding.field
            ),
            None,
        )


def _place_of(waiver: Mapping[str, Any]) -> tuple[str, int, int]:
    """Where a waiver without effect stands, as the result lists it."""
    return waiver["path"], waiver["line"], waiver["column"]


def carried(past: Past, run: Run, book: Rulebook, registry: dict[str, Account]) -> Finding:
    """Last night's finding, which could not be looked for tonight; nobody has answered for it yet."""
    data = run.told(past.identity)
    rule = book.find(past.code)
    assert rule is not None  # noqa: S101 - only what was asked tonight can be left unanswered
    finding = retold(data, rule, registry.get(past.account))
    finding.past, finding.change = past, "still"
    if past.status == "waived" and not _readable(past, registry):
        # nobody has taken the waiver out: its file cannot be read
        finding.status, finding.reason = "waived", data.get("reason", "")
    return finding


def _readable(past: Past, registry: Mapping[str, Account]) -> bool:
    """Whether tonight's registry has the entry that a waiver of the finding would stand in."""
    if past.account:
        return past.account in registry
    return any(account.authority == past.authority for account in registry.values())
