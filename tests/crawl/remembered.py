"""Nights of a registry with what a rule's examples say was seen, by the product's own parts.

What a first night keeps in a history is told again by the next; told in full, without a history,
is what both must be equal to.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.crawl.again import Unchanged, walked
from linter.crawl.asking import Ask
from linter.crawl.basis import documents
from linter.crawl.capture import Capture
from linter.crawl.observation import Observation
from linter.crawl.observe import observe
from linter.crawl.remembering import Memory, Remembering
from linter.crawl.run import PagesRead
from linter.engine import Engine
from linter.example_web import PAGES, _profile, capture
from linter.platforms.profile import Unread
from linter.registry.account import Authority
from linter.registry.bind import Validators
from linter.registry.load import load
from linter.run import Loaded, RunOptions, authorities, judge
from linter.testing import DAY, WHOLE, _read, _wrapped
from tests.examples import entry, fields_of_examples, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.crawl.asking import Asking
    from linter.findings.finding import Finding, Result
    from linter.findings.history.run import Run
    from linter.registry.account import Account
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule

HEAD = "registry: 1\naccounts:\n"
SHOWN = ("profile", "web", "pages")
SEEN = 0.9
"""Of so many accounts something is seen."""
REFUSED = 0.05
DAYS = re.compile(r"\b20\d\d-\d\d-\d\d\b")
WORDS = (
    *("code", "outcome", "field", "account_id", "authority", "platform", "handle", "value"),
    *("variant", "cause", "severity", "note", "evidence"),
)


def told(finding: Finding) -> dict[str, Any]:
    """All that a finding says, plain enough to be compared."""
    place = finding.place
    owner = finding.account
    return {
        **{name: getattr(finding, name) for name in WORDS},
        "place": (place.path, place.line, place.column, place.end_line, place.end_column),
        "document": finding.document and finding.document.path,
        "owner": owner and (owner.id, owner.handle, owner.document.path, owner.fields.mark),
        "de": finding.message("de"),
        "en": finding.message("en"),
        "remedy": finding.remedy("de") if finding.outcome == "fail" else "",
        "values": {
            name: (type(value), value)
            for name, value in finding.values.items()
            if name != "suggestion"  # worked out when it is shown; both messages show it
        },
    }


@dataclass
class Registry:
    """A registry and what can be seen of its accounts; seen: example by number of the account."""

    book: Rulebook
    rules: list[Rule]
    text: str
    seen: dict[int, dict[str, Any]]
    packs: tuple[str, ...] = ()

    def changed(self, chance: random.Random, share: float) -> Registry:
        """The same registry, on a night on which so many accounts show what another showed.

        Whether a profile is read at all is nothing that the web decides.
        """
        seen = dict(self.seen)
        for number in chance.sample(sorted(seen), int(share * len(seen))):
            like = [
                e for e in self.seen.values() if ("profile" in e) == ("profile" in seen[number])
            ]
            seen[number] = chance.choice(like)
        return replace(self, seen=seen)

    def night(
        self,
        day: date,
        *,
        run: Run | None = None,
        after: int = 0,
        hour: int = 2,
        order: Callable[[list[Any]], list[Any]] = list,
    ) -> Night:
        """A night in full, or with a run of a history, that keeps and remembers."""
        loaded = load(["-"], Validators.of(self.book.tree), stdin=self.text.encode())
        for account in loaded.accounts:
            account.packs = account.packs or self.packs
        # many registries share one history: each has its own numbers
        numbered: list[Any] = [*[None] * after, *loaded.accounts]
        memory = None if run is None else Memory(run, "basis", numbered)
        files = documents(Loaded(self.book, loaded, set(), None))  # type: ignore[arg-type]
        make = Engine if memory is None else partial(Remembering, memory=memory, documents=files)
        known = authorities(self.book, loaded)
        read = PagesRead()
        walks: list[tuple[Account, Observation | None]] = []
        for number, account in enumerate(loaded.accounts):
            example = self.seen.get(number)
            if example is None:
                walks.append((account, None))
                continue
            begin = partial(_seen, account, known, example, read)
            kept = memory.kept(account) if memory is not None else None
            web = _Web(account, example, f"2026-11-25T{hour:02}:00:00.000Z")
            walks.append((account, _answered(walked(account.id, begin, kept, budget=40), web)))
        result = judge(
            self.book, loaded, self.rules, RunOptions(as_of=day), seen=iter(order(walks)), make=make
        )
        return Night(result, len(walks), [seen for _, seen in walks if seen is not None])


@dataclass
class Night:
    """What a night told, and of what."""

    result: Result
    accounts: int
    seen: list[Observation]

    @property
    def unchanged(self) -> int:
        """How many accounts were told again."""
        return sum(isinstance(one, Unchanged) for one in self.seen)

    @property
    def dated(self) -> set[str]:
        """The rules that were asked again of accounts that were told again, for the day."""
        kept = [one.kept for one in self.seen if isinstance(one, Unchanged)]
        return {code for one in kept if one is not None for code in one.dated}

    def told(self) -> list[Any]:
        """Every finding, and how much was checked."""
        result = self.result
        covered = result.coverage
        return [
            sorted(map(told, result.findings), key=repr),
            {name: getattr(covered, name) for name in ("accounts", "checked", "unknown", "rules")},
            result.errors,
        ]


def _seen(
    account: Account, known: dict[str, Authority], example: dict[str, Any], read: PagesRead
) -> Asking[Observation]:
    """Read what an example shows of an account, as a crawl would; a profile is asked for, too."""
    if "pages" in example:
        observation = Observation(account.id, Unread("profile-not-read"))
        observation.pages = _pages(example["pages"], account)
        return observation
    profile = None
    if example.get("profile") is not None:
        profile = _profile(account, example["profile"])
        (one,) = yield (Ask(profile_url(account)),)
        profile = replace(profile, seen=(one,) if profile.seen else ())
    authority = known.get(account.authority) or Authority(account.authority, known=False)
    return (yield from observe(account, authority, secrets=frozenset(), read=read, profile=profile))


def _pages(pages: dict[str, str], account: Account) -> Any:
    class Only:
        accounts = (account,)

    return _read(pages, Only, PAGES)  # type: ignore[arg-type]


class _Web:
    """The answers that an example has, as they come at some hour."""

    def __init__(self, account: Account, example: dict[str, Any], at: str) -> None:
        self.web = example.get("web") or {}
        self.at = at
        self.shown: Capture | None = None
        if example.get("profile") is not None:
            said = repr(example["profile"])
            url = profile_url(account)
            seen = _profile(account, example["profile"]).seen
            came = seen[0] if seen else Capture(url, url, 200)
            self.shown = replace(came, detail=said) if came.fault else _of(came, said.encode())

    def __call__(self, ask: Ask) -> Capture:
        """The answer to one ask."""
        shown = self.shown
        came = shown if shown and shown.url == ask.url else capture(ask, self.web)
        hops = tuple(replace(hop, at=self.at) for hop in came.hops)
        came = came if came.fault else _of(came, came.body)
        return replace(came, fetched_at=self.at, hops=hops)


def _of(came: Capture, body: bytes) -> Capture:
    return replace(came, body=body, sha256=sha256(body).hexdigest())


def profile_url(account: Account) -> str:
    """Where the profile of an example is said to be."""
    return f"https://example.org/{account.handle}"


def _answered(asking: Asking[Observation], web: _Web) -> Observation:
    try:
        asks = next(asking)
        while True:
            asks = asking.send(tuple(map(web, asks)))
    except StopIteration as end:
        seen: Observation = end.value
        return seen


def of_examples(book: Rulebook) -> Iterator[tuple[str, date, Registry]]:
    """Every example of every rule: those on one account, of a pack and a day, in one registry."""
    together: dict[tuple[tuple[str, ...], date], Registry] = {}
    for rule in book.rules:
        alone = rule.code.startswith("SUP") or rule.pack == "registry"
        packs = () if alone else (rule.pack,)
        for number, example in enumerate(rule.examples, 1):
            day = date.fromisoformat(str(example["as_of"])) if "as_of" in example else DAY
            rules = [other for other in book.rules if other.in_force(day)]
            text = text_of(example)
            # without what a profile or a page shows, there is a profile that shows nothing
            seen = {key: example[key] for key in SHOWN if key in example} or {"profile": {}}
            if WHOLE.search(text):
                yield f"{rule.code} {number}", day, Registry(book, rules, text, {0: seen}, packs)
                continue
            registry = together.setdefault((packs, day), Registry(book, rules, HEAD, {}, packs))
            registry.seen[len(registry.seen)] = seen
            registry.text += _wrapped(text, rule).removeprefix(HEAD)
    for (packs, day), registry in together.items():
        yield " ".join((*packs, str(day))), day, registry


def mixed(book: Rulebook, seed: int, many: int) -> Registry:
    """Accounts that mix what all rules' examples declare and what is seen, most of it recurring."""
    chance = random.Random(seed)
    known = fields_of_examples(book)
    shown = [
        {key: example[key] for key in ("profile", "web") if key in example}
        for rule in book.rules
        for example in rule.examples
        if {"profile", "web"} & set(example)
    ]
    text = HEAD
    seen: dict[int, dict[str, Any]] = {}
    for number in range(many):
        fields = {
            "authority": chance.choice(("im-nrw", "stk-nrw", "stadt-dortmund", "polizei-koeln")),
            "platform": chance.choice(("x", "facebook", "mastodon", "website")),
            "kind": chance.choice(("ressort", "fach", "authority", "personal")),
            "status": chance.choice(("active", "active", "dormant", "planned", "closed")),
        }
        fields = {name: f"{name}: {value}" for name, value in fields.items()}
        for name in ("handle", *chance.sample(sorted(known), 12)):
            fields.setdefault(name, chance.choice(known[name]))
        for copy in range(2):
            if chance.random() < SEEN:
                seen[2 * number + copy] = chance.choice(shown)
            text += entry(id=f"id: {'ab'[copy]}{number}", **fields)
    # a few values are refused, so that rules cannot look
    text = DAYS.sub(lambda day: "01.02.2020" if chance.random() < REFUSED else day[0], text)
    return Registry(book, [rule for rule in book.rules if rule.in_force(DAY)], text, seen)
