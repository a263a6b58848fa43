"""A crawl: the accounts of a registry as the public sees them, then linted like any others.

Load → read profiles and pages → check → findings → suppress: the same straight line as
`linter.run`, with what was seen in the middle.
"""

from __future__ import annotations

from collections import OrderedDict
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.crawl.again import Unchanged, Walk, walked
from linter.crawl.basis import basis, documents
from linter.crawl.desk import Desk
from linter.crawl.fetch import Fetcher
from linter.crawl.network import Network
from linter.crawl.nightly import begun, skipped, suppression
from linter.crawl.observation import Observation
from linter.crawl.plan import planned
from linter.crawl.reached import missing
from linter.crawl.remembering import Memory, Remembering
from linter.crawl.rounds import Pace, Rounds
from linter.crawl.this_side import ThisSide
from linter.engine import Engine
from linter.errors import LinterError, in_one_line
from linter.findings.history import nights
from linter.findings.history.intact import intact
from linter.platforms.address import split
from linter.platforms.profile import Unread
from linter.registry.account import Authority
from linter.run import authorities, judge, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.crawl.entries import Entries
    from linter.crawl.evidence import WarcRecorder
    from linter.crawl.keeping import Source
    from linter.crawl.replay import Recorded
    from linter.delivery.deliver import Owed
    from linter.findings.finding import Result
    from linter.findings.history.nights import Compared
    from linter.findings.history.run import Moment, Run
    from linter.pages.page import Page
    from linter.platforms.profile import Profile
    from linter.registry.account import Account
    from linter.rulebook.rule import Rule
    from linter.run import Loaded, RunOptions

READ = frozenset(("planned", "active", "dormant"))
"""Accounts that are looked at; of planned ones only the pages that the registry names."""
PAGES_KEPT = 64
"""Pages kept as read: accounts of one house share their Impressum."""
PER_HOST = 4
"""Accounts in flight whose profiles are on one host."""
MASTODON_LIKE = frozenset(("mastodon", "pixelfed", "peertube"))


@dataclass(frozen=True, slots=True)
class Crawl:
    """How a registry is crawled.

    evidence: the folder to record into; replay: the folder of a recorded night, instead of the
    network; history: the file of the nights; secrets: tokens by the name of their environment
    variable; given: profiles known beforehand, from saved pages, by account id; processes: that
    read pages beside the run's own; entries: what stands in DNS, in place of a name server;
    forecast: told, before the first request, how many accounts there are and the requests planned
    by host; told: each account as it is read; paused: the seconds before a later pass; publish:
    given the result before the night counts as finished, so that one killed in between is told
    again; deliver: the same, and what earlier nights could not tell, for those who are to be told;
    gives what could not be told tonight.
    """

    network: Network = field(default_factory=Network)
    evidence: str = ""
    replay: str = ""
    history: str = ""
    only_new: bool = False
    secrets: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Profile | Unread] = field(default_factory=dict)
    processes: int = 0
    entries: Entries | None = None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    forecast: Callable[[int, dict[str, int]], None] = lambda *_: None
    told: Callable[[Account, Observation, bool], None] = lambda *_: None
    paused: Callable[[float], None] = lambda _: None
    publish: Callable[[Result], None] = lambda _: None
    deliver: Callable[[Result, list[Owed]], list[Owed]] = lambda _, owed: owed


def lint_web(options: RunOptions, crawl: Crawl) -> Result:
    """Read the web, or a recorded night, and lint; raises `LinterError` as `linter.run.lint` does."""
    with intact(crawl.history), ExitStack() as stack:
        again = bool(crawl.history) and Path(crawl.history).exists()
        desk = stack.enter_context(Desk(crawl.processes, ready=not again))
        loaded, rules = prepared(options)
        recorded = _recorded(crawl.replay) if crawl.replay else None
        moment = recorded.moment if recorded is not None else None
        run = begun(stack, crawl, options, loaded, moment) if crawl.history else None
        source, secrets, budget = _source(stack, crawl, options, loaded, run, recorded)
        failed: dict[str, LinterError] = {}
        make: Callable[..., Engine] = Engine
        memory = None
        if run is not None and not loaded.plugins.names:  # whose code may go by anything
            known = basis(loaded, rules, options, [sorted(secrets), budget])
            memory = Memory(run, known, loaded.registry.accounts, failed)
            make = partial(Remembering, memory=memory, documents=documents(loaded))
        seen = _seen(loaded, options, crawl, source, secrets, budget, failed, memory, desk)
        reached = ThisSide()
        seen = _noted(seen, reached)
        if run is not None:
            seen = _remembered(seen, run)
        result = judge(
            loaded.book, loaded.registry, rules, options, loaded.targets, seen=seen, make=make
        )
        result.failed(failed.values(), options.lang)
        result.plugins = loaded.plugins.names
        compared = None
        if run is not None:
            compared = _compared(
                result, run, crawl, options, loaded, rules, moment=moment, cut_off=reached.nobody
            )
            if crawl.only_new:
                nights.only_new(result)
        elif reached.nobody:
            nights.reach(result.findings, cut_off=True)
        if reached.nobody:
            result.failed([reached.cut_off], options.lang)
        crawl.publish(result)
        owed = crawl.deliver(result, run.owed() if run is not None else [])
        if run is not None and compared is not None and compared.night.learnt:
            run.finish(compared, owed)
        elif run is not None:
            run.history.forget(run, owed)
    return result


def _compared(
    result: Result,
    run: Run,
    crawl: Crawl,
    options: RunOptions,
    loaded: Loaded,
    rules: list[Rule],
    *,
    moment: Moment | None,
    cut_off: bool,
) -> Compared:
    """The night beside those before; moment: when it was, if it was recorded."""
    return nights.apply(
        result,
        run,
        book=loaded.book,
        accounts=loaded.registry.accounts,
        documents=loaded.registry.documents,
        houses=loaded.registry.authorities,
        nights=crawl.network.nights,
        recorded=moment,
        cut_off=cut_off,
        skipped=skipped(loaded, rules, options),
        suppress=suppression(loaded, options).apply,
    )


def _source(
    stack: ExitStack,
    crawl: Crawl,
    options: RunOptions,
    loaded: Loaded,
    run: Run | None,
    recorded: Recorded | None,
) -> tuple[Callable[[], AbstractAsyncContextManager[Source]], frozenset[str], int]:
    """Who answers, the names of the secrets that may be used, and the requests an account may have.

    A replay asks what the night asked.
    """
    if recorded is not None:
        said = recorded.described
        budget = said.get("per_account")
        return (
            lambda: nullcontext(recorded),
            frozenset(map(str, said.get("secrets") or ())),
            budget if isinstance(budget, int) else crawl.network.per_account,
        )
    recorder = _recorder(stack, crawl, options, loaded, run) if crawl.evidence else None
    ledger = run.ledger if run is not None else None
    return (
        lambda: Fetcher(
            crawl.network,
            recorder=recorder,
            ledger=ledger,
            secrets=crawl.secrets,
            clock=lambda: crawl.now().timestamp(),
            entries=crawl.entries,
        ),
        frozenset(crawl.secrets),
        crawl.network.per_account,
    )


def _recorded(folder: str) -> Recorded:
    """The night that a folder holds."""
    from linter.crawl.replay import Recorded  # noqa: PLC0415 - not for the web

    return Recorded(folder)


def _recorder(
    stack: ExitStack, crawl: Crawl, options: RunOptions, loaded: Loaded, run: Run | None
) -> WarcRecorder:
    """Who records the night."""
    from linter.crawl.evidence import WarcRecorder  # noqa: PLC0415 - not for every night

    recorder = stack.enter_context(
        WarcRecorder(
            crawl.evidence,
            software=f"amtlint/{__version__}",
            started=run.started if run is not None else crawl.now(),
            resume=run is not None and run.resumed,
            user_agent=crawl.network.user_agent,
            rulebook=f"sha256:{loaded.book.digest}",
        )
    )
    recorder.describe(
        {
            "as_of": options.as_of.isoformat(),
            "rulebook": f"sha256:{loaded.book.digest}",
            "version": __version__,
            "secrets": sorted(crawl.secrets),
            "per_account": crawl.network.per_account,
        }
    )
    if run is not None and run.resumed:
        for key, capture in run.ledger.captures():  # the run may have begun without this folder
            kept = recorder.again(key, capture)
            if kept is not capture:
                run.ledger.keep(key, kept)
    return recorder


def _seen(
    loaded: Loaded,
    options: RunOptions,
    crawl: Crawl,
    source: Callable[[], AbstractAsyncContextManager[Source]],
    secrets: frozenset[str],
    budget: int,
    failed: dict[str, LinterError],
    memory: Memory | None,
    desk: Desk,
) -> Iterator[tuple[Account, Observation | None]]:
    """Every account of the registry, each once; those that are not looked at first."""
    known = authorities(loaded.book, loaded.registry, options.config.people)
    read = PagesRead()
    jobs = []
    for account in loaded.registry.accounts:
        if account.document.path in loaded.targets and account.status in READ:
            jobs.append(account)
        else:
            yield account, None
    crawl.forecast(len(jobs), planned(jobs, known, secrets))
    network = crawl.network
    rounds: Rounds[Account] = Rounds(
        source,
        Pace(
            at_once=network.jobs,
            per_host=max(PER_HOST, network.per_host * 2),
            budget=budget,
            waits=()
            if crawl.replay
            else tuple(network.wait(later) for later in range(1, network.passes + 1)),
        ),
        host_of=host_of,
        observe=partial(
            _observe,
            memory=memory,
            budget=budget,
            known=known,
            secrets=secrets,
            read=read,
            given=crawl.given,
            failed=failed,
        ),
        read=desk.read if desk else None,
        told=crawl.told,
        paused=crawl.paused,
    )
    yield from rounds.run(jobs)


def _observe(
    account: Account, *, memory: Memory | None, budget: int, **about: Any
) -> Asking[Observation]:
    """Read an account, or find that all is as it was another night."""
    begin = partial(_read, account, **about)
    if memory is None or account.id in about["given"]:
        return begin()
    return walked(account.id, begin, memory.kept(account), budget=budget)


def _read(
    account: Account,
    *,
    known: dict[str, Authority],
    secrets: frozenset[str],
    read: Callable[[Capture], Page],
    given: Mapping[str, Profile | Unread],
    failed: dict[str, LinterError],
) -> Asking[Observation]:
    """Read an account; a reader (a plug-in's, say) that raises ends that account, not the run."""
    from linter.crawl.observe import observe  # noqa: PLC0415 - a night may find all as it was

    authority = known.get(account.authority) or Authority(account.authority, known=False)
    try:
        profile = given.get(account.id)
        return (yield from observe(account, authority, secrets=secrets, read=read, profile=profile))
    except LinterError:
        raise
    except Exception as error:  # noqa: BLE001 - one account must not hide the others
        failed.setdefault(account.id, _failure(account, error))
        return Observation(account.id, Unread("profile-not-read"))


def _failure(account: Account, error: Exception) -> LinterError:
    what = in_one_line(error)
    return LinterError(
        {
            "de": f"Das Lesen von „{account.id}“ ist gescheitert: {what}",
            "en": f"reading “{account.id}” failed: {what}",
        }
    )


def _noted(
    seen: Iterator[tuple[Account, Observation | None]], reached: ThisSide
) -> Iterator[tuple[Account, Observation | None]]:
    for account, observation in seen:
        reached.note(observation)
        yield account, observation


def _remembered(
    seen: Iterator[tuple[Account, Observation | None]], run: Run
) -> Iterator[tuple[Account, Observation | None]]:
    for account, observation in seen:
        if observation is not None:
            run.missed(account, missing(observation))
        if isinstance(observation, Unchanged) and observation.kept is not None:
            run.observe_as(account, observation.kept.shown)
        elif observation is not None:
            told = run.observe(account, observation)
            if isinstance(observation, Walk):
                observation.shown = told
        yield account, observation


def host_of(account: Account) -> str:
    """Where the account's profile is read: the host, or the platform that has one for all."""
    if account.platform == "website":
        url = account.fields.entries.get("url")
        address = split(getattr(url, "text", None) or f"https://{account.handle}/")
        return address.host if address is not None else account.handle
    if account.platform in MASTODON_LIKE:
        return account.handle.rpartition("@")[2].casefold()
    return account.platform


class PagesRead:
    """Pages as read, the last few kept: the same bytes at the same address are one page."""

    def __init__(self, kept: int = PAGES_KEPT) -> None:
        self.kept = kept
        self.pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()

    def __call__(self, capture: Capture) -> Page:
        """Read the page of a capture, unless it was read a moment ago."""
        url = capture.final_url or capture.url
        key = (url, capture.sha256, capture.content_type, capture.headers.get("refresh", ""))
        page = self.pages.get(key)
        if page is None:
            from linter.crawl.sight import read_capture  # noqa: PLC0415 - a night may find all as it was

            page = self.pages[key] = read_capture(capture)
            if len(self.pages) > self.kept:
                self.pages.popitem(last=False)
        else:
            self.pages.move_to_end(key)
        return page
