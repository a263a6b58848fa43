"""The baseline: findings that were there when a house began to lint, with the day of each.

An entry is known again by its fingerprint, so moved lines and renamed files change nothing,
and a bad value that gives way to another bad value is a new finding. An entry hides as many
findings as it stood for, no more. REG001 (the file cannot be read) and SUP findings (about
waivers) are never taken up: the first hides everything else, the second are put right in the
line that they point at.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from linter.findings.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from linter.findings.finding import Finding
    from linter.text import Text

NEVER = ("REG001", "SUP")
"""Codes (or their beginnings) that a baseline never takes up."""


@dataclass(slots=True, eq=False, repr=False)
class Entry:
    """A known finding; all but fingerprint, code, first_seen and count is for the reader."""

    fingerprint: str
    code: str
    account: str
    authority: str
    platform: str
    field: str
    value: str
    path: str
    message: Text
    first_seen: date
    count: int = 1

    def suppress(self, finding: Finding) -> None:
        """Give a finding that it knows its status and reason."""
        finding.status = "baselined"
        finding.reason = f"since {self.first_seen.isoformat()}"

    def key(self) -> tuple[str, ...]:
        """The order in the file: by whom it concerns, so that diffs stay together."""
        return (
            self.account,
            self.authority,
            self.platform,
            self.code,
            self.field,
            self.fingerprint,
        )


class Baseline:
    """Entries by fingerprint."""

    __slots__ = ("entries",)

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: dict[str, Entry] = {}
        for entry in entries:
            known = self.entries.get(entry.fingerprint)
            if known is None:
                self.entries[entry.fingerprint] = entry
            else:  # two branches adopted the same finding, and the merge kept both
                known.first_seen = min(known.first_seen, entry.first_seen)
                known.count = max(known.count, entry.count)

    def sorted(self) -> list[Entry]:
        """The entries in the order of the file."""
        return sorted(self.entries.values(), key=Entry.key)

    def of(self, finding: Finding) -> Entry | None:
        """The entry that knows a finding, by its rule's present or a former code."""
        if not self.entries or finding.code.startswith(NEVER):
            return None
        found = self.entries.get(fingerprint(finding))
        for former in finding.rule.redirects:
            if found is not None:
                break
            found = self.entries.get(fingerprint(finding, former))
        return found


def apply_baseline(findings: Iterable[Finding], baseline: Baseline) -> None:
    """Set status and reason of the open findings that the baseline knows."""
    left = {entry.fingerprint: entry.count for entry in baseline.entries.values()}
    for finding in findings:
        if finding.status != "open":
            continue
        entry = baseline.of(finding)
        if entry is not None and left[entry.fingerprint]:
            left[entry.fingerprint] -= 1
            entry.suppress(finding)


def adopt(
    baseline: Baseline,
    findings: Iterable[Finding],
    day: date,
    *,
    name_of: Callable[[str], str] = str,
) -> Baseline:
    """The baseline with all findings that are not waived; known ones keep what is on record.

    name_of: how the file is to call a path, the same from whatever folder it is written.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.status != "waived" and not finding.code.startswith(NEVER):
            found.setdefault(fingerprint(finding), []).append(finding)
    entries = dict(baseline.entries)
    for digest, same in found.items():
        known = baseline.of(same[0])
        entry = _entry(same[0], digest, known.first_seen if known else day)
        entry.path, entry.count = name_of(entry.path), len(same)
        if known is not None:  # by a former code perhaps; then it moves to the present one
            entries.pop(known.fingerprint, None)
            entry.message = known.message  # days that passed since are no news
            entry.count = max(known.count, len(same))
        entries[digest] = entry
    return Baseline(entries.values())


def renamed(baseline: Baseline, findings: Iterable[Finding]) -> dict[str, str]:
    """Fingerprints of entries under a rule's former code, each with that under its present one."""
    known = ((baseline.of(finding), finding) for finding in findings if finding.rule.redirects)
    pairs = ((entry.fingerprint, fingerprint(finding)) for entry, finding in known if entry)
    return {former: present for former, present in pairs if former != present}


def prune(
    baseline: Baseline,
    findings: Iterable[Finding],
    *,
    ran: Collection[str],
    known: Collection[str],
    unread: Collection[str] = (),
    paths: Collection[str] | None = None,
    accounts: Collection[str] = (),
) -> Baseline:
    """The baseline without what was looked for and is gone.

    ran: the codes of the rules that ran, known: those of the whole rulebook, former ones
    included; an entry of a rule that exists but did not run stays, and so does one of a file
    that could not be read in full (unread), or, where there is such a file, one of a house: that
    may hang on any of its files. paths, accounts: what was looked at, None where it was the whole
    registry.
    """
    found: dict[str, int] = {}
    for finding in findings:
        entry = baseline.of(finding)
        if entry is not None:
            found[entry.fingerprint] = found.get(entry.fingerprint, 0) + 1
    kept = []
    for entry in baseline.entries.values():
        looked = (entry.code in ran or entry.code not in known) and entry.path not in unread
        looked = looked and bool(entry.account or not unread)
        if paths is not None:
            looked = looked and (entry.path in paths or entry.account in accounts)
        if entry.fingerprint in found:
            count = min(entry.count, found[entry.fingerprint]) if looked else entry.count
            kept.append(Entry(**{**asdict(entry), "count": count}))
        elif not looked:
            kept.append(entry)
    return Baseline(kept)


def _entry(finding: Finding, digest: str, day: date) -> Entry:
    return Entry(
        fingerprint=digest,
        code=finding.code,
        account=finding.account_id,
        authority=finding.authority,
        platform=finding.platform,
        field=finding.field,
        value=finding.value,
        path=finding.place.path,
        message=finding.both("message"),
        first_seen=day,
    )
