"""The engine: rules meet subjects. A function from values to findings; it fetches nothing.

Rules are gathered once per kind of account (kind, platform, status, authority's kind, packs),
so that an account meets only the rules that can concern it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.bucket import Bucket, Sparing
from linter.bundle import bundle, fresh
from linter.checks.base import Unknown
from linter.checks.params import bind, resolve
from linter.findings.finding import Coverage
from linter.platforms import KNOWN
from linter.recorder import Recorder
from linter.rulebook.rule import SINGLE, whom
from linter.subject import Members, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from linter.bucket import Bound
    from linter.checks.base import Outcome
    from linter.crawl.observation import Observation
    from linter.errors import LinterError
    from linter.failed_rules import Failures
    from linter.findings.finding import Finding
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document
    from linter.registry.nodes import Mapping
    from linter.rulebook.context import Context
    from linter.rulebook.rule import Rule

ELSEWHERE = "reported"
"""The check of rules whose findings the loader and the waivers bring: nothing is asked, or loaded."""


@bundle
class Checked:
    """What a run gives: findings in no particular order, coverage, failures, codes that could be asked."""

    findings: list[Finding] = fresh(factory=list)
    coverage: Coverage = fresh(factory=Coverage)
    errors: list[LinterError] = fresh(factory=list)
    ran: set[str] = fresh(factory=set)


class Engine:
    """One run: the rules chosen, the packs in force for whom, the findings so far.

    targets: paths of the documents whose accounts are judged one by one; the others are only
    there for the rules on authorities and the whole registry.
    """

    def __init__(
        self,
        rules: list[Rule],
        context: Context,
        *,
        packs_for: Callable[[Account, Authority], tuple[str, ...]],
        foreign: frozenset[str] = frozenset(),
        needles: dict[str, tuple[tuple[str, ...], ...]] | None = None,
        packs: dict[str, dict[str, Any]] | None = None,
        targets: set[str] | None = None,
    ) -> None:
        self.offline = not context.online
        self.rules = [rule for rule in rules if self.decidable(rule)]
        self.waiting = [rule for rule in rules if not self.decidable(rule)]
        self.not_run = 0
        self.targets = targets
        self.context = context
        self.packs_for = packs_for
        self.foreign = foreign
        self.needles = needles
        self.named = frozenset(a for rule in rules for a in rule.applies.authorities)
        self.result = Checked()
        self.bound: dict[str, Sparing | None] = {}
        self.buckets: dict[tuple[str, ...], Bucket] = {}
        self.likes: dict[tuple[object, ...], tuple[Authority, Bucket]] = {}
        self.groups: dict[tuple[str, int], list[list[Account]]] = {}
        self.asked: set[str] = set()
        self.failures: Failures | None = None
        self.recorder = Recorder(
            self.result.findings, context, packs=packs or {}, foreign=foreign, targets=targets
        )

    def decidable(self, rule: Rule) -> bool:
        """Can the rule be asked with what is at hand?"""
        if self.offline:
            return "registry" in rule.needs and not all(map(of_pages, rule.checks))
        return True

    def run(self, seen: Iterable[tuple[Account, Observation | None]] | None = None) -> Checked:
        """Ask every rule of every account, authority and the whole registry.

        seen: the accounts with what a crawl saw of each, in any order, each once; what was seen
        is let go of when its account is judged. None: nothing was crawled.
        """
        groups = [rule for rule in self.rules if rule.per not in SINGLE]
        alike: dict[tuple[object, ...], list[Account]] = {}  # rules asked of the same share a list
        members = {rule.code: alike.setdefault(whom(rule), []) for rule in groups}
        unknown = total = 0
        for account, observation in seen or ((one, None) for one in self.context.accounts):
            authority, bucket = self.bucket(account, members)
            judged = account
            if self.targets is None or account.document.path in self.targets:
                before = len(self.result.findings)
                judged = self.judge(account, observation, bucket, authority)
                total += 1
                if self.waiting and not bucket.met:
                    bucket.met = True
                    self.put_off(account, authority)
                told = self.result.findings[before:]
                if self.unplaced(account, authority) or (
                    told and any(f.outcome == "unknown" for f in told)
                ):
                    unknown += 1
            for joined in bucket.joins:
                joined.append(judged)
        if seen is not None:
            self.in_order(members)
        self.make_room()
        for rule in groups:
            self.group(rule, members[rule.code])
        self.entries([rule for rule in self.rules if rule.per == "entry"])
        failed = {code for code, bound in self.bound.items() if bound is None}
        self.result.ran = {rule.code for rule in self.rules} - failed
        if self.failures is not None:
            self.result.ran -= self.failures.codes
            unknown += self.failures.uncounted(self, failed, members)
        self.result.coverage = Coverage(
            accounts=total,
            checked=total - unknown,
            unknown=unknown,
            rules=len(self.asked),
            rules_not_run=self.not_run + len(failed),
        )
        return self.result

    def unplaced(self, account: Account, authority: Authority) -> bool:
        """Which rules are meant for it, nobody can say: kind, platform or authority is not known."""
        placed = account.kind and account.platform in KNOWN
        return not (placed and (authority.known or account.packs or self.context.chosen))

    def put_off(self, account: Account, authority: Authority) -> None:
        """Count the rules that would be asked of an account like this, could they be decided."""
        meant = {rule.code for rule in self.meant(self.waiting, account, authority)}
        self.not_run += len(meant)
        self.waiting = [rule for rule in self.waiting if rule.code not in meant]

    def make_room(self) -> None:
        """Let go of what was remembered of accounts before the groups are asked."""
        self.buckets, self.likes = {}, {}
        self.context.forget()

    def in_order(self, members: dict[str, list[Account]]) -> None:
        """A crawl's accounts come as they are read; rules on groups see the registry's order."""
        order = {place_of(account): number for number, account in enumerate(self.context.accounts)}
        for joined in members.values():
            joined.sort(key=lambda account: order[place_of(account)])

    def judge(
        self,
        account: Account,
        observation: Observation | None,
        bucket: Bucket,
        authority: Authority,
    ) -> Account:
        """Ask an account's rules, with what its profile shows laid over what is declared.

        Gives the account as it was judged, for the rules on groups.
        """
        if observation is None:
            self.account(account, bucket, authority)
            return account
        from linter.overlay import overlaid  # noqa: PLC0415 - only in a crawl

        context = self.context
        context.seen, context.declared = observation, account
        self.recorder.missed = bucket.missed
        try:
            judged = overlaid(account, observation)
            self.account(judged, bucket, authority)
        finally:
            context.seen = context.declared = None
        return judged

    def bucket(
        self, account: Account, members: dict[str, list[Account]]
    ) -> tuple[Authority, Bucket]:
        """The account's authority and rules, gathered once for all accounts of its like."""
        like = (account.authority, account.packs, account.kind, account.platform, account.status)
        if (known := self.likes.get(like)) is not None:
            return known
        authority = self.context.authority(account.authority)
        packs = self.packs_for(account, authority)
        key = (
            account.kind,
            account.platform,
            account.status,
            authority.kind,
            authority.jurisdiction,
            authority.id if authority.id in self.named else "",
            *packs,
        )
        bucket = self.buckets.get(key)
        if bucket is None:
            rules = self.meant(self.rules, account, authority)
            bucket = self.buckets[key] = Bucket(
                [rule for rule in rules if rule.per in SINGLE],
                list({whom(r): members[r.code] for r in rules if r.per not in SINGLE}.values()),
            )
        self.likes[like] = authority, bucket
        return authority, bucket

    def meant(self, rules: list[Rule], account: Account, authority: Authority) -> list[Rule]:
        """Those of the rules that are for an account, of the packs in force for it."""
        packs = self.packs_for(account, authority)
        return [
            rule
            for rule in rules
            if rule.pack in packs
            and rule.applies.fits(account, authority)
            and not set(rule.applies.unless_packs).intersection(packs)
        ]

    def account(self, account: Account, bucket: Bucket, authority: Authority) -> None:
        """Ask an account's rules."""
        if (refused := self.context.refused) is not None and refused.within(account):
            refused.ask(self, account, bucket, authority)
            return
        subject = Subject(
            [(account.fields, account.document)],
            account=account,
            accounts=[account],
            authority=authority,
            context=self.context,
        )
        before = len(self.result.findings)
        for rules in bucket.plan(account, self.bind).asked(subject, account, self.recorder):
            self.ask(rules, subject, account)
        if len(self.result.findings) > before:
            subject.forget()

    def ask(self, rules: list[Bound], subject: Subject, account: Account) -> None:
        """Ask some of an account's rules."""
        for rule, guards, checks in rules:
            try:
                for function, parameters in guards:
                    outcome = next(iter(function(subject, parameters)), None)
                    if outcome is not None:
                        break
                else:
                    for function, parameters in checks:
                        for miss in function(subject, parameters):
                            self.recorder.record(rule, miss, subject)
                    continue
                if type(outcome) is Unknown:
                    self.recorder.record(rule, outcome, subject)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a broken rule must not end the run
                self.recorder.outcomes += 1  # it has not had nothing to say
                self.failed(rule, account.id, error, [account])

    def group(self, rule: Rule, members: list[Account]) -> None:
        """Ask a rule of what its members have in common."""
        if not members or (bound := self.bind(rule)) is None or not bound.bound[2]:
            return
        for accounts in self.grouped(rule.per, members):
            authority = self.context.authority(accounts[0].authority)
            own: list[tuple[Mapping, Document]] = []
            if rule.per != "registry" and authority.fields is not None and authority.document:
                own.append((authority.fields, authority.document))
            subject = Subject(
                Members(own, accounts),
                account=None,
                accounts=accounts,
                authority=authority,
                context=self.context,
            )
            try:
                for outcome in _asked(bound.bound, subject):
                    self.recorder.record(rule, outcome, subject)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - as above
                self.failed(rule, authority.id, error, accounts)

    def grouped(self, per: str, members: list[Account]) -> list[list[Account]]:
        """The groups of a rule's members, made once for all rules that share them."""
        key = per, id(members)
        if key not in self.groups:
            self.groups[key] = _grouped(per, members)
        return self.groups[key]

    def entries(self, rules: list[Rule]) -> None:
        """Ask the rules on every entry of the registry's `authorities`, too."""
        bound = [sparing.bound for rule in rules if (sparing := self.bind(rule)) is not None]
        for authority in self.context.authorities.values():
            document = authority.document
            if authority.fields is None or document is None:
                continue
            subject = Subject(
                [(authority.fields, document)],
                account=None,
                accounts=[],
                authority=authority,
                context=self.context,
            )
            for one in bound:
                try:
                    for outcome in _asked(one, subject):
                        self.recorder.record(one[0], outcome, subject)
                except (Exception, SystemExit) as error:  # noqa: BLE001 - as above
                    self.failed(one[0], authority.id, error)

    def bind(self, rule: Rule) -> Sparing | None:
        """The rule with its checks bound, once; None where that fails."""
        if rule.code in self.bound:
            return self.bound[rule.code]
        guarded = rule.pack in self.foreign
        bound: Sparing | None = None
        try:
            guards, checks = (
                [
                    (check, bind(check, raw, guarded=guarded, needles=self.needles))
                    for name, raw in named
                    if name != ELSEWHERE and not (self.offline and of_pages((name, raw)))
                    if (check := resolve(name)) is not None
                ]
                for named in (rule.guards, rule.checks)
            )
            calls = (
                rule,
                [(check.function, parameters) for check, parameters in guards],
                [(check.function, parameters) for check, parameters in checks],
            )
            bound = Sparing(calls, guards, checks, trusted=not guarded)
            self.asked.add(rule.code)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - as above
            self.failed(rule, "", error)
        self.bound[rule.code] = bound
        return bound

    def failed(
        self, rule: Rule, whom: str, error: BaseException, accounts: Iterable[Account] = ()
    ) -> None:
        """A rule that raised: told once per rule, the run goes on, the exit code is 2."""
        if self.failures is None:
            from linter.failed_rules import Failures  # noqa: PLC0415 - rules hardly ever fail

            self.failures = Failures(self.result.errors)
        self.failures.add(rule, whom, error, accounts)


def place_of(account: Account) -> tuple[int, int]:
    """What tells an account from others, also when what was seen is laid over it."""
    return id(account.document), account.fields.mark


def of_pages(call: tuple[str, dict[str, Any]]) -> bool:
    """A check that looks at pages only; offline there are none, and it is not even loaded."""
    return call[0].startswith("page-")


def _asked(bound: Bound, subject: Subject) -> Iterable[Outcome]:
    refused, said = subject.context.refused, _said(bound, subject)
    return said if refused is None else refused.told(said, bound[0], subject)


def _said(bound: Bound, subject: Subject) -> Iterable[Outcome]:
    _, guards, checks = bound
    for function, parameters in guards:
        for outcome in function(subject, parameters):
            if type(outcome) is Unknown:
                yield outcome
            return
    for function, parameters in checks:
        yield from function(subject, parameters)


def _grouped(per: str, members: list[Account]) -> list[list[Account]]:
    if per == "registry":
        return [members]
    groups: dict[tuple[str, str], list[Account]] = {}
    for account in members:
        key = (account.authority, account.platform if per == "authority-platform" else "")
        groups.setdefault(key, []).append(account)
    return list(groups.values())
