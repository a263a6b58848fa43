"""registry_problems: what is wrong with the registry's files themselves, and what cannot be decided for it.

Each problem of a file is a finding of REG001 or REG002. A value that REG002 refused satisfies no
other rule: a check sees the text as it stands, and one that is content with it (an Impressum is
declared, a day is recorded) would be content with an address that is none. So a rule that reads a
refused value and has nothing to say could not look. Nor could one that misses something in a text of
which only the beginning is read.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from linter.checks.base import Unknown
from linter.errors import LinterError
from linter.findings.finding import Finding
from linter.recorder import SHOWN
from linter.registry.nodes import end_of, key_start_of, start_of
from linter.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.bucket import Bucket
    from linter.checks.base import Outcome
    from linter.engine import Engine
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document, Problem
    from linter.registry.load import Registry
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.subject import Spot

CUT = "too-long"
"""What REG002 says of a text of which only the beginning is read."""
VARIANTS = frozenset(("not-a-uri", "not-a-date", "no-match", "not-allowed", "wrong-type", CUT))
"""What REG002 says of a value itself."""
CAUSE = "unreadable"
MOST_TOLD = 200
"""Code points of a value that a finding repeats."""
REGISTRY = "registry"
"""The pack of the rules on the registry itself."""


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
    value = document.text[start:end][:MOST_TOLD]
    values = {
        "account": problem.account,
        "handle": account.handle if account else "",
        "platform": account.platform if account else "",
        "kind": account.kind if account else "",
        "authority": account.authority if account else "",
        "authority_name": "",
        "field": problem.address or problem.account,  # what is wrong may be the account itself
        "value": value,
    }
    return Finding(
        rule=rule,
        outcome="fail",
        field=problem.address,
        place=document.place(start, end),
        account=account,
        account_id=account.id if account else problem.account,
        authority=values["authority"],
        platform=values["platform"],
        handle=values["handle"],
        value=value,
        values={**values, **problem.values},
        variant=problem.variant,
        severity=rule.severity,
        document=document,
    )


class Refused:
    """Where the refused values of the documents begin: a value, or of a list or mapping its key."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.starts: dict[Document, list[int]] = {}
        self.places: set[tuple[Document, int | None]] = set()
        self.cut: set[tuple[Document, int]] = set()
        for document in documents:
            starts = {p.start for p in document.problems if p.variant in VARIANTS}
            if starts:
                self.starts[document] = sorted(starts)
                self.places.update((document, start) for start in starts)
                cut = (problem for problem in document.problems if problem.variant == CUT)
                self.cut.update((document, problem.start) for problem in cut)

    def within(self, account: Account) -> bool:
        """Does the account hold one?"""
        starts = self.starts.get(account.document)
        if starts is None:
            return False
        index = bisect_left(starts, start_of(account.fields))
        return index < len(starts) and starts[index] < end_of(account.fields)

    def read_by(self, subject: Subject) -> Spot | None:
        """The first refused value that a subject was asked for."""
        for spot in _declared(subject):
            begins = start_of(spot.node), key_start_of(spot.node)
            if any((spot.document, begin) in self.places for begin in begins):
                return spot
        return None

    def ask(self, engine: Engine, account: Account, bucket: Bucket, authority: Authority) -> None:
        """Ask an account's rules one by one, each of a subject of its own that tells what it read."""
        for rule in bucket.rules:
            sparing = engine.bind(rule)
            if sparing is None:
                continue
            subject = Subject(
                [(account.fields, account.document)],
                account=account,
                accounts=[account],
                authority=authority,
                context=engine.context,
            )
            told = len(engine.result.findings)
            engine.ask([sparing.bound], subject, account)
            failed = engine.failures is not None and rule.code in engine.failures.codes
            if self.cut and rule.pack != REGISTRY:
                self.leave_open(engine.result.findings[told:], subject)
            if len(engine.result.findings) == told and not failed:
                for outcome in self.told((), rule, subject):
                    engine.recorder.record(rule, outcome, subject)

    def leave_open(self, findings: Iterable[Finding], subject: Subject) -> None:
        """What is missed in a text may stand behind its beginning; words that were found there count."""
        if any((spot.document, start_of(spot.node)) in self.cut for spot in _declared(subject)):
            for finding in findings:
                if finding.outcome == "fail" and not _words_of(finding):
                    finding.outcome, finding.cause = "unknown", CAUSE

    def told(self, outcomes: Iterable[Outcome], rule: Rule, subject: Subject) -> Iterator[Outcome]:
        """What a rule says, and where it is silent, that a value it read could not be read as one.

        The registry's own rules are about the entry itself, and REG002 is one of them.
        """
        silent = True
        for outcome in outcomes:
            silent = False
            yield outcome
        if silent and rule.pack != REGISTRY and (spot := self.read_by(subject)) is not None:
            yield Unknown(spot, CAUSE)


def _declared(subject: Subject) -> Iterator[Spot]:
    """The values that a subject was asked for, without those over which a profile's were laid."""
    seen = subject.seen
    shown = SHOWN if seen is not None and getattr(seen.profile, "cause", None) is None else ()
    for spot in subject.given():
        if spot.address.partition(".")[0].partition("[")[0] not in shown:
            yield spot


def _words_of(finding: Finding) -> bool:
    """Whether a finding is about some words of a text, not about a text as a whole or none."""
    return finding.marked is not None and finding.marked[1:] != (0, len(finding.marked[0]))
