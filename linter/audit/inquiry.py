"""inquiry: from what somebody wants audited to the result and the report."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.audit.recorded import agree, found, house_of, only_of
from linter.audit.target import Target, once, registry_of, target_of
from linter.audit.verdict import About, audited
from linter.errors import LinterError, visible
from linter.findings.finding import Place
from linter.names import Reader
from linter.platforms import readers
from linter.platforms.profile import Unread
from linter.registry.account import Authority
from linter.rulebook.facts import authorities_from
from linter.run import authorities, judge, lint, load_all, packs_for, prepared, selected
from linter.text import CAUSES

if TYPE_CHECKING:
    from linter.audit.verdict import Audit
    from linter.crawl.observation import Observation
    from linter.crawl.run import Crawl
    from linter.findings.finding import Result
    from linter.platforms.profile import Profile
    from linter.registry.account import Account
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.run import Loaded, RunOptions
    from linter.text import Text

STDIN = "<stdin>"
"""What the registry is called that is made of targets without a file."""
NO_PROFILE: Text = {
    "de": "Die gespeicherte Datei zeigt das Profil nicht. {why}",
    "en": "The saved file does not show the profile. {why}",
}
OTHER_PROFILE: Text = {
    "de": "Die gespeicherte Datei zeigt {shown}, nicht {wanted}.",
    "en": "The saved file shows {shown}, not {wanted}.",
}


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked.

    targets: as named; authority, kind: "" to recognise them; page: a saved page of the only
    target's profile, in its bytes, and file: its name; offline: nothing is read from the network.
    """

    targets: tuple[str, ...]
    authority: str = ""
    kind: str = ""
    page: bytes | None = None
    file: str = ""
    offline: bool = False


def inquire(
    asked: Inquiry, options: RunOptions, crawl: Crawl, *, lang: str, version: str
) -> tuple[Result, Audit]:
    """Audit; raises `LinterError` for a target that is none and as `linter.run.lint` does."""
    # with what plug-ins bring: targets are recognised by it; what of them is broken the run tells
    own = house_of(options)
    known = authorities(own.book, own.registry, options.config.people)
    targets = _targets(asked, own, {id_: body for id_, body in known.items() if body.known})
    options = _with(options, targets, known)
    made = {target.id for target in targets if target.made}
    records = _of_records(own.book, options) if made else []
    if all(target.made for target in targets):
        options.ignore = (*options.ignore, *(rule.code for rule in records))
    loaded = load_all(options)
    if asked.authority and any(target.made for target in targets):
        _is_known(asked.authority, loaded)
    known = authorities(loaded.book, loaded.registry, options.config.people)
    accounts = _audited(loaded, targets)
    agree(
        [account for account in accounts if _is_drafted(account, options)],
        authority=asked.authority,
        kind=asked.kind,
    )
    read: list[dict[str, object]] = []
    if asked.page is not None:
        read.append({"url": asked.file, "sha256": sha256(asked.page).hexdigest()})

    given = _saved(asked, accounts, known)
    if asked.offline:
        result = _unasked(options, given, known) if given else lint(options)
    else:
        result = _asked(options, replace(crawl, given=given), read)
    only_of(result, {path for path, _ in options.entries})
    _without(result, records, made)
    _named_as_asked(result, targets)
    packs = _packs(loaded, accounts, known, options)
    about = About(
        version,
        guessed=any(target.guessed for target in targets),
        houses={id_: body.title for id_, body in known.items()},
        entries=frozenset(options.entries),
        chosen=options.select or options.config.select,
        former=tuple(target.former for target in targets if target.former is not None),
    )
    unasked = tuple(rule.code for rule in records if rule.pack in packs)
    eye = _eye(loaded, packs)
    return result, audited(result, accounts, about, lang=lang, eye=eye, records=unasked, read=read)


def _audited(loaded: Loaded, targets: list[Target]) -> list[Account]:
    """The accounts that were meant: those of the drafts, and those made of other targets."""
    named = {target.id for target in targets if target.made}
    return [
        account
        for account in loaded.registry.accounts
        if account.document.path in loaded.targets
        and (account.document.path != "-" or account.id in named)
    ]


def _is_drafted(account: Account, options: RunOptions) -> bool:
    """Whether an account stands in a draft, not in the registry nor in our own text."""
    path = account.document.path
    return path != "-" and (path, account.fields.mark) not in options.entries


def _of_records(book: Rulebook, options: RunOptions) -> list[Rule]:
    """The chosen rules on what a house has on record (approvals, assessments): there is no registry to ask."""
    return [
        rule
        for rule in selected(book, options)
        if rule.needs == ("registry",) and rule.pack != "registry"
    ]


def _targets(asked: Inquiry, own: Loaded, known: dict[str, Authority]) -> list[Target]:
    reader = Reader.from_facts(own.book.facts, known)
    given = {"authority": asked.authority, "kind": asked.kind}
    targets = once(
        found(target_of(word, reader=reader, known=known, **given), own.registry.accounts, **given)
        for word in asked.targets
    )
    if asked.page is not None and (len(targets) != 1 or targets[0].path):
        raise LinterError(
            {
                "de": "--html gehört zu genau einem Ziel der Form platform:handle oder einer Profiladresse.",
                "en": "--html goes with exactly one target: platform:handle or the address of a profile.",
            }
        )
    return targets


def _with(options: RunOptions, targets: list[Target], known: dict[str, Authority]) -> RunOptions:
    """The options with the drafts as paths, entries, and the other targets as a registry on stdin."""
    paths = tuple(target.path for target in targets if target.path)
    made = [target for target in targets if target.made]
    changed = copy(options)
    changed.paths = paths
    changed.entries = tuple(target.entry for target in targets if target.entry is not None)
    if made:
        text = registry_of(made, known)
        changed.paths, changed.stdin = (*paths, "-"), text.encode()
    return changed


def _without(result: Result, records: list[Rule], made: set[str]) -> None:
    """Take out what is said of the records of accounts that stand in no file, beside drafts that do."""
    codes = {rule.code for rule in records}
    result.findings = [
        finding
        for finding in result.findings
        if finding.code not in codes
        or finding.account_id not in made
        or finding.place.path != STDIN
    ]


def _named_as_asked(result: Result, targets: list[Target]) -> None:
    """Findings about an account without a file stand at the word that named it, not in our own text."""
    words = {target.id: target.word for target in targets if target.made}
    for finding in result.findings:
        if words and finding.place.path == STDIN:
            owner = finding.account.id if finding.account is not None else finding.account_id
            word = words.get(owner) or next(iter(words.values()))
            finding.place = Place(word)


def _is_known(id_: str, loaded: Loaded) -> None:
    """Refuse the id of an authority that neither the packs nor the registry of the house know."""
    known = set(authorities_from(loaded.book.facts))
    known |= {
        body.id
        for body in loaded.registry.authorities
        if body.document is not None and body.document.path != STDIN
    }
    if id_ in known:
        return
    from linter.registry.fields import suggestion  # noqa: PLC0415 - only for what is misspelt

    near = suggestion(id_, sorted(known))
    raise LinterError(
        {
            "de": f"Die Behörde „{visible(id_)}“ ist nicht bekannt.",
            "en": f"The authority “{visible(id_)}” is not known.",
        },
        hint={"de": f"Meinten Sie {near}?", "en": f"Did you mean {near}?"}
        if near
        else {
            "de": "Bekannt sind die Behörden der Regelpakete und die unter „authorities“ eingetragenen.",
            "en": "Known are the authorities of the packs and those entered under `authorities`.",
        },
    )


def _asked(options: RunOptions, crawl: Crawl, read: list[dict[str, object]]) -> Result:
    """Read the web and lint; read: where the evidence of all that was read is put."""
    from linter.crawl.run import lint_web  # noqa: PLC0415 - only with a network

    kept = [capture for profile in crawl.given.values() for capture in profile.seen]

    def told(_: Account, seen: Observation, again: bool) -> None:
        if not again:
            shown = (*seen.captures.values(), *seen.faults)
            # what stands in the saved page is told by its file
            read.extend(capture.evidence() for capture in shown if capture not in kept)

    return lint_web(options, replace(crawl, told=told))


NOT_ASKED = "not-in-recording"
"""The cause of what is asked without a network, as of what a recorded night does not have."""


def _unasked(
    options: RunOptions, given: dict[str, Profile | Unread], known: dict[str, Authority]
) -> Result:
    """Lint by the profile that a saved page shows; of what is behind it nothing is asked."""
    from linter.crawl.asking import answered  # noqa: PLC0415 - only with a saved page
    from linter.crawl.capture import Capture  # noqa: PLC0415 - only with a saved page
    from linter.crawl.observe import observe  # noqa: PLC0415 - as above
    from linter.crawl.sight import read_capture  # noqa: PLC0415 - as above

    def looked(account: Account) -> Observation | None:
        if account.id not in given:
            return None
        asking = observe(
            account,
            _house(account, known),
            secrets=frozenset(),
            read=read_capture,
            profile=given[account.id],
        )
        return answered(asking, lambda ask: Capture(ask.url, ask.url, None, "not_recorded"))

    loaded, rules = prepared(options)
    pairs = [(account, looked(account)) for account in loaded.registry.accounts]
    result = judge(loaded.book, loaded.registry, rules, options, loaded.targets, seen=pairs)
    result.plugins = loaded.plugins.names
    for finding in result.findings:
        if finding.cause == NOT_ASKED:
            finding.cause = "page-not-read"
    return result


def _saved(
    asked: Inquiry, accounts: list[Account], known: dict[str, Authority]
) -> dict[str, Profile | Unread]:
    """The profile that a saved page shows, by account id."""
    if asked.page is None or not accounts:
        return {}
    from linter.crawl.observe import wanted  # noqa: PLC0415 - only with a saved page

    account = accounts[0]
    house = _house(account, known)
    found = readers.saved(asked.page, wanted(account, house))
    if isinstance(found, Unread):
        raise LinterError(_no_profile(asked.page, account, house, found))
    return {account.id: found}


def _house(account: Account, known: dict[str, Authority]) -> Authority:
    """The account's authority, be it one that nobody knows."""
    return known.get(account.authority) or Authority(account.authority, known=False)


def _no_profile(page: bytes, account: Account, house: Authority, found: Unread) -> Text:
    """Why a saved page does not do: it is another account's, or shows none."""
    from linter.crawl.observe import wanted  # noqa: PLC0415 - only then
    from linter.platforms.readers.saved_page import SavedPage  # noqa: PLC0415 - as above
    from linter.platforms.readers.website import elsewhere  # noqa: PLC0415 - as above

    if account.platform == "website":
        want = wanted(account, house)
        if host := elsewhere(SavedPage(page), want):
            words = {"shown": visible(host), "wanted": visible(account.handle)}
            return {lang: text.format(**words) for lang, text in OTHER_PROFILE.items()}
    for platform, handle in SavedPage(page).accounts(account.platform):
        if (platform, handle.casefold()) != (account.platform, account.handle.casefold()):
            words = {
                "shown": visible(f"{platform}:{handle}"),
                "wanted": visible(f"{account.platform}:{account.handle}"),
            }
            return {lang: text.format(**words) for lang, text in OTHER_PROFILE.items()}
    return {lang: text.format(why=CAUSES[found.cause][lang]) for lang, text in NO_PROFILE.items()}


def _packs(
    loaded: Loaded, accounts: list[Account], known: dict[str, Authority], options: RunOptions
) -> dict[str, None]:
    """The packs that are in force for one of the accounts, in order."""
    chosen = options.packs or options.config.packs
    return dict.fromkeys(
        name
        for account in accounts
        if account.authority in known
        for name in packs_for(loaded.book, account, known[account.authority], chosen)
    )


def _eye(loaded: Loaded, packs: dict[str, None]) -> list[dict[str, Any]]:
    """The duties for a person's eye of some packs."""
    return [
        duty
        for name in packs
        for duty in ((loaded.book.facts.get(name) or {}).get("by_eye") or {}).get("by_eye") or ()
    ]
