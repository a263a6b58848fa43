"""problems: what is wrong with the files themselves, as findings of the registry's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.findings.finding import Finding, Place

if TYPE_CHECKING:
    from linter.registry.account import Account
    from linter.registry.document import Document, Problem
    from linter.registry.load import Registry
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule


def problem_findings(book: Rulebook, registry: Registry, targets: set[str]) -> list[Finding]:
    """What is wrong with the files themselves, as findings of REG001 and REG002."""
    accounts = {(a.document.path, a.id): a for a in registry.accounts}
    findings = []
    for document in registry.documents:
        if document.path not in targets:
            continue
        for problem in document.problems:
            rule = book.find(problem.code)
            if rule is None:
                raise LinterError(
                    {
                        "de": f"Im Regelwerk fehlt {problem.code}.",
                        "en": f"The rulebook lacks {problem.code}.",
                    }
                )
            account = accounts.get((document.path, problem.account))
            findings.append(_problem_finding(rule, problem, document, account))
    return findings


def _problem_finding(
    rule: Rule, problem: Problem, document: Document, account: Account | None
) -> Finding:
    start, end = problem.start, problem.end
    place: Place = document.place(start, end)
    return Finding(
        rule=rule,
        outcome="fail",
        field=problem.address,
        place=place,
        account=account,
        account_id=account.id if account else problem.account,
        authority=account.authority if account else "",
        platform=account.platform if account else "",
        handle=account.handle if account else "",
        value=document.text[start:end][:200],
        values={
            "account": problem.account,
            "handle": account.handle if account else "",
            "platform": account.platform if account else "",
            "kind": account.kind if account else "",
            "authority": account.authority if account else "",
            "authority_name": "",
            "field": problem.address,
            "value": document.text[start:end][:200],
            **problem.values,
        },
        variant=problem.variant,
        severity=rule.severity,
        document=document,
    )
