"""remembering: an engine that tells again what a night found, where everything is as it was.

What is found of an account depends on its entry, the answers of the web, rulebook and options, and
for some rules on the day. All but answers and day are in the basis under which a night is kept, the
answers are compared one by one, and rules that asked for the day are asked again.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from linter.crawl.again import Kept, Unchanged, Walk
from linter.engine import Engine
from linter.findings.history.plain import UnkeptError, again, plain
from linter.overlay import laid, overlaid, told_by
from linter.rulebook.context import Context
from linter.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from datetime import date

    from linter.bucket import Bound, Bucket
    from linter.crawl.observation import Observation
    from linter.findings.history.run import Run
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document
    from linter.rulebook.rule import Rule


class Memory:
    """What the nights before have kept, under a basis, by the account's number in the registry."""

    def __init__(
        self, run: Run, basis: str, accounts: list[Account], failed: Container[str] = ()
    ) -> None:
        self.run = run
        self.failed = failed
        self.basis = basis
        self.numbers = {id(account): number for number, account in enumerate(accounts)}

    def kept(self, account: Account) -> Kept | None:
        """What was made of an account when all but the web and the day was as it is."""
        data = self.run.kept(self.basis, self.numbers[id(account)])
        try:
            return None if data is None else Kept.of(json.loads(zlib.decompress(data)))
        except (LookupError, TypeError, ValueError, zlib.error):  # not as we write it
            return None

    def keep(self, account: Account, kept: Kept) -> None:
        """Keep what was made of an account, unless reading it failed."""
        if account.id in self.failed:
            return
        data = zlib.compress(json.dumps(kept.plain(), separators=(",", ":")).encode(), 1)
        self.run.keep(self.basis, self.numbers[id(account)], data)


class Watched(Context):
    """A context that notes who asks for the day, and reads what was seen only when it is asked for."""

    day: date
    day_asked = False
    unseen: Callable[[], Observation] | None = None
    observed: Observation | None = None

    @classmethod
    def over(cls, context: Context) -> Watched:
        """The same context, watched."""
        watched = cls.__new__(cls)
        for name, value in vars(context).items():
            setattr(watched, name, value)
        return watched

    @property
    def as_of(self) -> date:
        """The day."""
        self.day_asked = True
        return self.day

    @as_of.setter
    def as_of(self, day: date) -> None:
        self.day = day

    @property
    def seen(self) -> Observation | None:
        """What was seen of the account that is being judged."""
        if self.unseen is not None:
            self.observed, self.unseen = self.unseen(), None
        return self.observed

    @seen.setter
    def seen(self, seen: Observation | None) -> None:
        self.observed, self.unseen = seen, None


class Watching:
    """A look that notes whether it ever asked for the day: what it remembers goes by that, too."""

    __slots__ = ("context", "dated", "look")

    def __init__(self, look: Callable[[Subject], list[int]], context: Watched) -> None:
        self.look = look
        self.context = context
        self.dated = False

    def __call__(self, subject: Subject) -> list[int]:
        """Look."""
        self.context.day_asked = False
        try:
            return self.look(subject)
        finally:
            self.dated = self.dated or self.context.day_asked


class Remembering(Engine):
    """An engine for the nights of a history; documents: by path, those that findings may be in."""

    def __init__(
        self,
        rules: list[Rule],
        context: Context,
        *,
        memory: Memory,
        documents: dict[str, Document],
        **named: Any,
    ) -> None:
        self.watched = Watched.over(context)
        super().__init__(rules, self.watched, **named)
        self.memory = memory
        self.documents = documents
        self.by_code = {rule.code: rule for rule in rules}
        self.ever_dated: set[str] = set()
        self.dated: set[str] = set()
        self.put: set[int] = set()

    def account(self, account: Account, bucket: Bucket, authority: Authority) -> None:
        """Ask an account's rules, and note which looks asked for the day."""
        plan = bucket.plan(account, self.bind)
        plan.looks = [
            (look if isinstance(look, Watching) else Watching(look, self.watched), rules)
            for look, rules in plan.looks
        ]
        super().account(account, bucket, authority)

    def ask(self, rules: list[Bound], subject: Subject, account: Account) -> None:
        """Ask, and note which rules were asked, and which of them asked for the day."""
        for bound in rules:
            self.put.add(id(bound))
            if self.watched.day_asked:
                subject.forget()  # what was made of a value for the day is not for the next rule
            self.watched.day_asked = False
            super().ask([bound], subject, account)
            if self.watched.day_asked:
                self.dated.add(bound[0].code)
                self.ever_dated.add(bound[0].code)

    def judge(
        self,
        account: Account,
        observation: Observation | None,
        bucket: Bucket,
        authority: Authority,
    ) -> Account:
        """Tell again what was found, or judge and keep it."""
        if isinstance(observation, Unchanged) and observation.kept is not None:
            return self._again(account, observation, observation.kept, bucket, authority)
        before = len(self.result.findings)
        self.dated, self.put = set(), set()
        judged = super().judge(account, observation, bucket, authority)
        whole = self.context.refused is None or not self.context.refused.within(account)
        if (
            isinstance(observation, Walk)
            and observation.lasting
            and whole
            and not self.result.errors
        ):
            plan = bucket.plan(overlaid(account, observation), self.bind)
            # what was spared because another account had the same may still be for this day alone
            spared = {bound[0].code for bound in plan.every if id(bound) not in self.put}
            # and a look that spared its rules may have asked for the day itself
            looked = {
                bound[0].code
                for look, rules in plan.looks
                if isinstance(look, Watching) and look.dated
                for bound in rules
            }
            dated = frozenset(self.dated | (spared & self.ever_dated) | looked)
            self._keep(account, observation, before, dated)
        return judged

    def _keep(self, account: Account, walk: Walk, before: int, dated: frozenset[str]) -> None:
        captures = walk.captures_in_order
        told = told_by(account, walk)
        found = [f for f in self.result.findings[before:] if f.code not in dated]
        try:
            findings = [plain(finding, captures) for finding in found]
        except UnkeptError:
            return
        if any(f.document is not None and f.document.path not in self.documents for f in found):
            return
        handle, overlay = told or (None, {})
        kept = Kept(walk.digests, handle, overlay, findings, dated, walk.shown)
        self.memory.keep(account, kept)

    def _again(
        self, account: Account, seen: Unchanged, kept: Kept, bucket: Bucket, authority: Authority
    ) -> Account:
        """The findings that are kept, and those of the rules that ask for the day."""
        shape = account if kept.handle is None else laid(account, kept.handle, kept.overlay)
        plan = bucket.plan(shape, self.bind)
        captures = seen.captures_in_order
        self.result.findings += [
            again(data, captures, rules=self.by_code, account=shape, documents=self.documents)
            for data in kept.findings
        ]
        rules = [bound for bound in plan.every if bound[0].code in kept.dated]
        if not rules:
            return shape
        subject = Subject(
            [(shape.fields, shape.document)],
            account=shape,
            accounts=[shape],
            authority=authority,
            context=self.context,
        )
        context = self.watched
        context.unseen, context.declared = seen.whole, account
        self.recorder.missed = bucket.missed
        try:
            self.ask(rules, subject, shape)
        finally:
            context.seen = context.declared = None
        return shape
