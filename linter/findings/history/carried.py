"""carried: findings that could not be looked for tonight, as tonight's registry has them.

What was found stays as it was told. Whether someone answers for it does not: a waiver that has
been taken out, or has run out, hides nothing any more, and a new one holds at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.findings.history.told import retold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from linter.findings.baseline import Baseline, Entry
    from linter.findings.finding import Finding, Result
    from linter.findings.history.compare import Past
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
            _waived_unseen(carried, result)
        for finding in carried:
            finding.severity = (self.severity or {}).get(finding.code, finding.severity)
            entry = self._known(finding) if finding.status == "open" else None
            if entry is not None:
                finding.status = "baselined"
                finding.reason = f"since {entry.first_seen.isoformat()}"
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
        idle = [(one["path"], one["line"], one["column"], one["code"]) for one in waived.unused]
        used = set()
        for one in list(result.unused_waivers):
            place = one["path"], one["line"], one["column"]
            if (*place, one["code"]) not in idle:
                result.unused_waivers.remove(one)
                used.add(place)
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


def _waived_unseen(carried: Sequence[Finding], result: Result) -> None:
    """Where a rule could not look, and that is waived, what it found earlier is, too."""
    unseen = {
        (f.code, f.account_id, f.authority): f
        for f in result.findings
        if f.outcome == "unknown" and f.status == "waived"
    }
    for finding in carried:
        same = unseen.get((finding.code, finding.account_id, finding.authority))
        if same is not None and finding.status == "open":
            finding.status, finding.reason = same.status, same.reason


def carried(past: Past, run: Run, book: Rulebook, registry: dict[str, Account]) -> Finding:
    """Last night's finding, which could not be looked for tonight; nobody has answered for it yet."""
    data = run.told(past.identity)
    rule = book.find(past.code)
    assert rule is not None  # noqa: S101 - only what was asked tonight can be left unanswered
    finding = retold(data, rule, registry.get(past.account))
    finding.past, finding.change = past, "still"
    return finding
