"""refused: values that REG002 refused satisfy no rule; what is decided by one is not known.

A check sees the text as it stands. One that is content with it (an Impressum is declared, a day is
recorded) would be content with an address that is none, so a rule that reads a refused value and
has nothing to say could not look.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from linter.checks.base import Unknown
from linter.recorder import SHOWN
from linter.registry.nodes import end_of, key_start_of, start_of
from linter.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.bucket import Bucket
    from linter.checks.base import Outcome
    from linter.engine import Engine
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document
    from linter.rulebook.rule import Rule
    from linter.subject import Spot

VARIANTS = frozenset(("not-a-uri", "not-a-date", "no-match", "not-allowed", "wrong-type"))
"""What REG002 says of a value itself."""
CAUSE = "unreadable"
REGISTRY = "registry"
"""The pack of the rules on the registry itself."""


class Refused:
    """Where the refused values of the documents begin: a value, or of a list or mapping its key."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.starts: dict[Document, list[int]] = {}
        self.places: set[tuple[Document, int | None]] = set()
        for document in documents:
            starts = {p.start for p in document.problems if p.variant in VARIANTS}
            if starts:
                self.starts[document] = sorted(starts)
                self.places.update((document, start) for start in starts)

    def within(self, account: Account) -> bool:
        """Does the account hold one?"""
        starts = self.starts.get(account.document)
        if starts is None:
            return False
        index = bisect_left(starts, start_of(account.fields))
        return index < len(starts) and starts[index] < end_of(account.fields)

    def read_by(self, subject: Subject) -> Spot | None:
        """The first refused value that a subject was asked for."""
        seen = subject.seen
        shown = SHOWN if seen is not None and getattr(seen.profile, "cause", None) is None else ()
        for spot in subject.given():
            if spot.address.partition(".")[0].partition("[")[0] in shown:
                continue  # what the profile shows was laid over it
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
            if len(engine.result.findings) == told and not failed:
                for outcome in self.told((), rule, subject):
                    engine.recorder.record(rule, outcome, subject)

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
