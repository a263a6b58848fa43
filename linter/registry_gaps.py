"""registry_gaps: files of the registry that could not be looked at, in full or at all.

What they hold is not known to be missing: where a rule finds no entry, it may stand there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from linter.findings.baseline import Baseline, Entry
    from linter.findings.finding import Finding
    from linter.registry.document import Document, Problem
    from linter.registry.load import Registry
    from linter.text import Text

BROKEN = "REG001"
"""The rule on files that cannot be read as YAML."""
NO_REGISTRY = frozenset(("empty", "not-a-registry"))
"""What REG002 says of a whole file: empty, or something else is in it."""
LACKING = {"authority-known": "authorities", "accounts-registered": "accounts"}
"""Checks that miss an entry of the registry, wherever it might stand, by the key it would stand under."""
CAUSE = "registry-in-part"
REST: Text = {
    "de": "Diese Datei gehört zum Register und ist nicht vollständig lesbar; was in ihr steht, fehlte bei der Prüfung.",
    "en": "This file belongs to the registry and cannot be read in full; what it holds was missing from the run.",
}
LINT_IT: Text = {
    "de": "„amtlint check {path}“ sagt, was daran nicht stimmt.",
    "en": "`amtlint check {path}` tells what is wrong with it.",
}


KNOWN: Text = {
    "de": "Zu dieser Datei führt die Baseline Befunde, und heute ist sie keine Registerdatei; sie wurde nicht geprüft.",
    "en": "The baseline knows findings of this file, and now it is no registry file; it was not checked.",
}
RESTORE: Text = {
    "de": "Stellen Sie die Datei wieder her („registry: 1“); werden die Accounts nicht mehr geführt, löschen Sie sie.",
    "en": "Restore the file (“registry: 1”); if the accounts are no longer kept, delete it.",
}


def hides(problem: Problem) -> bool:
    """Whether it keeps a part of its file, or all of it, from being read."""
    return problem.code == BROKEN or problem.variant in NO_REGISTRY


def in_part(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents that could not be read in full."""
    for document in documents:
        if any(map(hides, document.problems)):
            yield document


def left_open(registry: Registry, findings: Iterable[Finding]) -> None:
    """Leave open what was missed in the registry: it may stand where nobody could look.

    That is a file that was not read, and of one that was read in part what it has a key for.
    """
    unread = registry.unmarked or registry.veiled or any(e.path for e in registry.refused)
    parts = list(in_part(registry.documents))
    open_ = {
        check
        for check, key in LACKING.items()
        if unread or any(key in document.text for document in parts)
    }
    for finding in findings:
        missed = finding.outcome == "fail" and any(name in open_ for name, _ in finding.rule.checks)
        if missed and not (finding.variant == "absent" and _in_full(finding.document)):
            finding.outcome, finding.cause = "unknown", CAUSE


def _in_full(document: Document | None) -> bool:
    """Whether it was: which authority its accounts belong to, no other file can say then."""
    return document is not None and not any(map(hides, document.problems))


def known_of(baseline: Baseline, file: str, registry: Registry) -> Iterator[LinterError]:
    """Files that were passed over, though the baseline knows findings of accounts that are missing.

    file: the baseline's.
    """
    accounts = {account.id for account in registry.accounts}
    houses = {account.authority for account in registry.accounts}

    def there(entry: Entry) -> bool:
        return entry.account in accounts if entry.account else entry.authority in houses

    told = {error.path for error in registry.refused}
    for path in bereft(baseline, file, registry.passed, there):
        if path not in told:
            yield LinterError(KNOWN, path=path, hint=RESTORE)


def bereft(
    baseline: Baseline, file: str, passed: Iterable[str], there: Callable[[Entry], bool]
) -> Iterator[str]:
    """The files that are no registry now, though the baseline has an entry there whose bearer is missing.

    file: the baseline's; passed: files that were passed over; there: whether an entry's bearer is.
    """
    from linter.findings.baseline_file import from_baseline  # noqa: PLC0415 - only with a baseline

    missed = {entry.path for entry in baseline.entries.values() if not there(entry)}
    return (path for path in passed if from_baseline(file, path) in missed)


def of_the_rest(registry: Registry, rest: Registry, seen: set[str]) -> Iterator[LinterError]:
    """What of the registry's other files is to be told: those that were not named and have gaps.

    seen: the files that were read as named, by their real paths; their findings tell it.
    """
    told = {os.path.realpath(error.path) for error in registry.refused if error.path}
    for error in rest.refused:
        if os.path.realpath(error.path) not in told:
            yield error
    for document in in_part(rest.documents):
        if os.path.realpath(document.path) not in seen:
            first = next(problem for problem in document.problems if hides(problem))
            line, column = document.position(first.start)
            hint = {lang: text.format(path=document.path) for lang, text in LINT_IT.items()}
            yield LinterError(REST, path=document.path, line=line, column=column, hint=hint)
