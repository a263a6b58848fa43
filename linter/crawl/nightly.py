"""nightly: what a crawl tells its history of itself: which night it is, and what it leaves out."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from linter import __version__
from linter.crawl.basis import rules_of
from linter.errors import LinterError
from linter.findings.history.carried import Suppression
from linter.findings.history.store import History
from linter.registry.account import Authority
from linter.registry_gaps import RESTORE
from linter.run import packs_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import ExitStack

    from linter.crawl.run import Crawl
    from linter.findings.history.run import Moment, Run
    from linter.registry.load import Registry
    from linter.rulebook.rule import Rule
    from linter.run import Loaded, RunOptions
    from linter.text import Text

BEREFT: tuple[Text, Text] = (
    {
        "de": "Hier stand in der letzten Nacht ein Account, und heute ist das keine Registerdatei; was zu ihm galt, gilt weiter.",
        "en": "One account stood here in the last night, and tonight this is no registry file; what was found of it stands.",
    },
    {
        "de": "Hier standen in der letzten Nacht {n} Accounts, und heute ist das keine Registerdatei; was zu ihnen galt, gilt weiter.",
        "en": "{n} accounts stood here in the last night, and tonight this is no registry file; what was found of them stands.",
    },
)


def begun(
    stack: ExitStack, crawl: Crawl, options: RunOptions, loaded: Loaded, recorded: Moment | None
) -> Run:
    """The night in the history: a new one, or one that was killed."""
    history = stack.enter_context(History.open(crawl.history, clock=crawl.now))
    run = history.begin(
        options.as_of,
        rulebook=loaded.book.digest,
        registry=_digest(
            [*((d.path, d.text) for d in loaded.registry.documents), crawl.replay, recorded]
        ),
        options=_digest([sorted(loaded.targets), rules_of(options)]),
        version=__version__,
        recorded=recorded,
    )
    _miss_files(run, loaded.registry)
    return run


def _miss_files(run: Run, registry: Registry) -> None:
    """A file that had accounts in the last night and is no registry tonight was not looked into."""
    registered = {account.id for account in registry.accounts}
    refused = [error.path for error in registry.refused if error.path]
    for path, number in run.bereft_files(registry.passed, refused, registered):
        words = BEREFT[number != 1]
        text = {lang: part.format(n=number) for lang, part in words.items()}
        registry.refused.append(LinterError(text, path=path, hint=RESTORE))
        for told in (registry.unmarked, registry.veiled):
            if path in told:
                told.remove(path)


def skipped(loaded: Loaded, rules: list[Rule], options: RunOptions) -> Mapping[str, frozenset[str]]:
    """By account, the rules that the packs chosen for it leave out: nobody looked for theirs."""
    chosen = options.packs or options.config.packs
    by_packs: dict[tuple[str, ...], frozenset[str]] = {}
    skipped = {}
    for account in loaded.registry.accounts:
        named = account.packs or chosen
        if not named:
            continue  # whom the packs are meant for is then a matter of the registry
        if named not in by_packs:
            packs = packs_for(loaded.book, account, Authority(account.authority), chosen)
            by_packs[named] = frozenset(
                rule.code
                for rule in rules
                if rule.pack not in packs or not set(rule.applies.unless_packs).isdisjoint(packs)
            )
        skipped[account.id] = by_packs[named]
    return skipped


def suppression(loaded: Loaded, options: RunOptions) -> Suppression:
    """What suppresses findings tonight, for those of an earlier night that are told again."""
    baseline = None
    if options.baseline:
        from linter.findings.baseline_file import load  # noqa: PLC0415 - most have none

        try:
            baseline = load(options.baseline)
        except LinterError as error:
            raise options.config.named(error) from None
    return Suppression(
        loaded.book,
        loaded.registry.accounts,
        options.as_of,
        waivers=options.waivers,
        baseline=baseline,
        severity=options.config.severity,
    )


def _digest(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()
