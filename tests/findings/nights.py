"""Nights for the tests of the history: a few accounts, what was seen of them, what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from linter.crawl.capture import Capture
from linter.crawl.observation import Observation
from linter.findings.finding import Coverage, Result
from linter.findings.history.nights import Compared, apply
from linter.findings.history.run import Moment
from linter.findings.history.store import History, stamp
from linter.platforms.profile import Profile, Unread
from linter.rulebook.book import Rulebook
from tests.findings import samples
from tests.findings.samples import rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from linter.findings.history.run import Run

NET = rule("NET002", "not-reachable")
OTHERS = [rule("NET001", "profile-gone"), rule("NET003", "blocked")]
ROBOTS = rule("NET004", "robots-forbidden")
RULES = [
    *samples.BOOK.rules,
    NET,
    *OTHERS,
    ROBOTS,
]
samples.RULES |= {one.code: one for one in OTHERS if one.code not in samples.RULES}
samples.RULES.setdefault("NET002", NET)
samples.RULES.setdefault("NET004", ROBOTS)
MIDNIGHT = datetime(2026, 11, 25, 22, 0, tzinfo=UTC)


@dataclass
class Clock:
    at: datetime = MIDNIGHT

    def __call__(self) -> datetime:
        return self.at

    def later(self, **delta: float) -> None:
        self.at += timedelta(**delta)


@dataclass
class House:
    """A house with accounts, whose nights go into one history file."""

    path: Path
    accounts: dict[str, str] = field(default_factory=lambda: {"a": "Amt A", "b": "Amt B"})
    clock: Clock = field(default_factory=Clock)
    rulebook: str = "sha256:01"
    options: str = "options-1"
    rules: list = field(default_factory=lambda: list(RULES))
    asked: tuple[str, ...] | None = None
    documents: list = field(default_factory=list)
    houses: list = field(default_factory=list)
    file: str = "r.yaml"
    skipped: dict[str, frozenset[str]] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    platforms: dict[str, str] = field(default_factory=dict)
    day: date = field(default_factory=MIDNIGHT.date)

    def registry(self) -> samples.Registry:
        lines = "".join(
            f"  - {{id: {name}, platform: {self.platforms.get(name, 'x')}, handle: {self.handles.get(name, f'{name}_amt')}, kind: ressort, profile_name: {says}}}\n"
            for name, says in self.accounts.items()
        )
        return samples.Registry(f"accounts:\n{lines or '  []'}", self.file)

    def night(
        self,
        *found: tuple[str, ...],
        shows: dict[str, str] | None = None,
        pages: dict[str, str] | None = None,
        unread: tuple[str, ...] = (),
        looked: tuple[str, ...] | None = None,
        named: bool = False,
        errors: tuple[str, ...] = (),
        nights: int = 2,
        recorded: str | None = None,
        cut_off: bool = False,
        finish: bool = True,
        meanwhile: Callable[[], None] = lambda: None,
        **attributes,
    ) -> Result:
        """A whole night. found: (account, code), (account, code, "unknown") or further attributes.

        named: the registry's file is among those that the call is about; pages: account → digest of
        the bytes of its page.
        """
        registry = self.registry()
        with History.open(str(self.path), clock=self.clock) as history:
            moment = played_back(recorded)
            run = self.begun(history, moment)
            for account in registry.accounts:
                if looked is None or account.id in looked:
                    seen = self.seen(account.id, shows or {}, unread)
                    run.observe(account, showing(seen, (pages or {}).get(account.id)))
            find(registry, found, **attributes)
            result = self.result(registry, errors, named=named)
            self.compared: Compared = apply(
                result,
                run,
                book=Rulebook(rules=self.rules),
                accounts=registry.accounts,
                documents=self.documents,
                houses=self.houses,
                nights=nights,
                recorded=moment,
                cut_off=cut_off,
                skipped=self.skipped,
            )
            meanwhile()
            if finish:
                run.finish(self.compared)
        self.clock.later(days=1)
        self.day += timedelta(days=1)
        return result

    def begun(self, history: History, moment: Moment | None) -> Run:
        return history.begin(
            self.day,
            rulebook=self.rulebook,
            registry=repr(sorted(self.accounts.items())),
            options=self.options,
            recorded=moment,
        )

    def result(self, registry: samples.Registry, errors: tuple[str, ...], *, named: bool) -> Result:
        return Result(
            findings=registry.findings,
            coverage=Coverage(accounts=len(registry.accounts)),
            as_of=self.day,
            rulebook=self.rulebook,
            errors=list(errors),
            documents={registry.document.path: registry.document} if named else {},
            rules=[r for r in self.rules if self.asked is None or r.code in self.asked],
        )

    @staticmethod
    def seen(account: str, shows: dict[str, str], unread: tuple[str, ...]) -> Observation:
        if account in unread:
            return Observation(account, Unread("not-reachable"))
        name = shows.get(account, "as ever")
        return Observation(account, Profile("x", account, f"https://x.com/{account}", name=name))


def showing(seen: Observation, digest: str | None) -> Observation:
    """What was seen, with a page of these bytes."""
    if digest:
        seen.captures["site"] = Capture("", "", 200, sha256=digest)
    return seen


def played_back(recorded: str | None) -> Moment | None:
    """When a night was recorded, where it is one."""
    if recorded is None:
        return None
    return Moment(stamp(datetime.fromisoformat(recorded)), recorded[:10])


def find(registry: samples.Registry, found: Iterable[tuple[str, ...]], **attributes) -> None:
    """What was found in a night, as findings on the names of profiles."""
    numbers = {account.id: number for number, account in enumerate(registry.accounts)}
    for whom, code, *more in found:
        outcome = more[0] if more else "fail"
        registry.found(
            code,
            numbers[whom],
            "profile_name",
            outcome=outcome,
            cause="page-not-read" if outcome == "unknown" else "",
            **attributes,
        )


def told(result: Result) -> list[tuple[str, str, str, str]]:
    """Account, code, outcome and change of every finding."""
    return [(f.account_id, f.code, f.outcome, f.change) for f in result.findings]


def gone(result: Result) -> list[tuple[str, str, str]]:
    assert result.gone is not None
    return [(one["account"], one["code"], one["change_by"]) for one in result.gone]


def of(result: Result, code: str) -> list[tuple[str, str]]:
    """Outcome and change of a code's findings."""
    return [(f.outcome, f.change) for f in result.findings if f.code == code]


def by(result: Result) -> list[str]:
    """Whose doing each finding is, in their order."""
    return [f.past.change_by for f in result.findings]
