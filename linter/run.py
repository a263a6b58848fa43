"""One offline run: load → subjects → check → findings → suppress. The whole straight line.

Pure but for reading the named files: the day, the language and the cache folder come in with
the options, printing and exit codes are the command line's.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.bundle import bundle, fresh
from linter.config import Config
from linter.engine import Engine
from linter.errors import LinterError
from linter.findings.finding import Finding, Result
from linter.registry.account import Authority
from linter.registry.bind import Validators
from linter.registry.load import STDIN, Registry, load
from linter.rulebook.book import Rulebook, documents_of
from linter.rulebook.context import Context
from linter.rulebook.select import by_default, matches, means_rules, packs_known, select_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from linter.crawl.observation import Observation
    from linter.plugins import Plugins
    from linter.registry.account import Account
    from linter.registry.document import Document
    from linter.rulebook.rule import Rule


@bundle
class RunOptions:
    """What a run needs to know.

    paths: files, folders or `-`; empty: the config's registry; entries: of this registry only these,
    each by path and mark, beside the paths; packs: instead of the config's;
    stdin: the bytes for `-`; marked: pass over named files without the registry marker;
    baseline: the file of known findings ("" for none); cache_dir: for the compiled rulebook.
    """

    as_of: date
    paths: tuple[str, ...] = ()
    entries: tuple[tuple[str, int], ...] = ()
    config: Config = fresh(factory=Config)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    stdin: bytes = b""
    marked: bool = False
    waivers: bool = True
    baseline: str = ""
    cache_dir: str | None = None
    lang: str = "en"


@bundle
class Loaded:
    """What a run works on, before anything is judged."""

    book: Rulebook
    registry: Registry
    targets: set[str]
    plugins: Plugins


def lint(options: RunOptions) -> Result:
    """Lint; raises `LinterError` for usage, config, rulebook and plug-in faults.

    Files that cannot be read at all are in the result's `errors`; the others are linted.
    """
    loaded, rules = prepared(options)
    result = judge(loaded.book, loaded.registry, rules, options, loaded.targets)
    result.plugins = loaded.plugins.names
    return result


def prepared(options: RunOptions) -> tuple[Loaded, list[Rule]]:
    """All that a run works on, and the rules chosen."""
    loaded = load_all(options)
    try:
        means_rules(options.config, loaded.book)
        return loaded, selected(loaded.book, options)
    except LinterError:
        if loaded.plugins.errors:  # the word may mean what a plug-in failed to bring
            raise loaded.plugins.errors[0] from None
        raise


def selected(book: Rulebook, options: RunOptions) -> list[Rule]:
    """The rules that call and config choose; raises `LinterError` for a word that means none."""
    config = options.config
    return select_rules(
        book,
        as_of=options.as_of,
        select=options.select or config.select,
        # what the call itself names counts, whatever the config leaves out
        ignore=options.ignore + tuple(w for w in config.ignore if w not in options.select),
        extend=options.extend_select + config.extend_select,
    )


def judge(
    book: Rulebook,
    registry: Registry,
    rules: list[Rule],
    options: RunOptions,
    targets: set[str] | None = None,
    seen: Iterable[tuple[Account, Observation | None]] | None = None,
    make: Callable[..., Engine] = Engine,
) -> Result:
    """The part behind loading: check, suppress, sort.

    targets: documents to report on (None: all); seen: the accounts with what a crawl saw of them;
    make: makes the engine, another one where a night may go by what the last one found.
    """
    if targets is None:
        targets = {document.path for document in registry.documents}
    config = options.config
    chosen = options.packs or config.packs
    packs_known(book, registry, chosen, config)
    engine = make(
        rules,
        _context(book, registry, options, chosen, online=seen is not None),
        packs_for=lambda account, authority: packs_for(book, account, authority, chosen),
        foreign=book.foreign,
        needles=book.needles,
        packs=book.packs,
        targets=targets,
    )
    checked = engine.run(seen)
    result = Result(
        findings=[
            *(finding for finding in checked.findings if finding.place.path in targets),
            *_problems(book, registry, targets),
        ],
        coverage=checked.coverage,
        as_of=options.as_of,
        rulebook=f"sha256:{book.digest}",
        documents={d.path: d for d in registry.documents if d.path in targets},
        sources=documents_of(book),
        rules=rules,
        authorities=engine.context.authorities,
    )
    _mind_gaps(result, registry)
    result.failed((*map(config.named, registry.refused), *checked.errors), options.lang)
    _in_force(result, engine, options.select or config.select)
    _suppress(result, registry, book, options, checked.ran)
    for finding in result.findings:
        finding.severity = config.severity.get(finding.code, finding.severity)
    result.findings.sort(key=order)
    return result


def _mind_gaps(result: Result, registry: Registry) -> None:
    """Where a part of the registry could not be read, nothing is said to be missing in it."""
    result.unmarked, result.veiled = registry.unmarked, registry.veiled
    result.passed = registry.passed
    broken = any(document.problems for document in registry.documents)
    if registry.refused or registry.unmarked or registry.veiled or broken:
        from linter.registry_gaps import left_open  # noqa: PLC0415 - most files have none

        left_open(registry, result.findings)


def _context(
    book: Rulebook,
    registry: Registry,
    options: RunOptions,
    chosen: tuple[str, ...],
    *,
    online: bool,
) -> Context:
    """What the rules may ask for beside their subjects."""
    context = Context(
        as_of=options.as_of,
        accounts=registry.accounts,
        authorities=authorities(book, registry, options.config.people),
        facts=book.facts,
        lexicon=book.lexicon,
        online=online,
        packs=book.packs,
        chosen=chosen,
        tree=book.tree,
    )
    if any(document.problems for document in registry.documents):
        from linter.registry_problems import Refused  # noqa: PLC0415 - most files have no problem

        context.refused = Refused(registry.documents)
    return context


def _problems(book: Rulebook, registry: Registry, targets: set[str]) -> list[Finding]:
    """What is wrong with the files themselves."""
    if not any(document.problems for document in registry.documents):
        return []
    from linter.registry_problems import problem_findings  # noqa: PLC0415 - most files have none

    return problem_findings(book, registry, targets)


def _in_force(result: Result, engine: Engine, words: tuple[str, ...]) -> None:
    """Note which selectors came to nothing, because their rules are meant for none of the accounts."""
    if not result.coverage.accounts or not words:
        return
    alike = {
        (account.authority, account.packs, account.kind, account.platform, account.status): account
        for account in engine.context.accounts
        if account.document.path in result.documents
    }
    bodies = [(account, engine.context.authority(account.authority)) for account in alike.values()]
    codes = {rule.code for both in bodies for rule in engine.meant(result.rules, *both)}
    meant = [rule for rule in result.rules if rule.code in codes]
    result.unmet = [word for word in words if not any(matches(rule, word) for rule in meant)]
    asked = [rule for rule in meant if engine.decidable(rule)]
    result.idle = not any(matches(rule, word) for rule in asked for word in words)


def load_all(options: RunOptions) -> Loaded:
    """Plug-ins, rulebook and registry; the whole registry is read, the named files are targets."""
    try:
        return _loaded(options)
    except LinterError as error:
        raise options.config.named(error) from None


def _loaded(options: RunOptions) -> Loaded:
    from linter.plugins import open_rulebook  # noqa: PLC0415 - keeps this module's core light

    config = options.config
    book, plugins = open_rulebook(config.pack_paths, options.cache_dir)
    for name in config.require_plugins:
        if not any(known.split()[0] == name for known in plugins.names):
            raise config.fault(
                "require-plugins",
                f"Das Plug-in „{name}“ wird verlangt; es ist nicht installiert.",
                f"The plug-in “{name}” is required; it is not installed.",
                hint={"de": f"pip install {name}", "en": f"pip install {name}"},
            )
    validators = Validators.of(book.tree)
    paths = list(options.paths) or [_short(path) for path in config.registry] or ["."]
    registry = load(paths, validators, stdin=options.stdin, marked=options.marked)
    registry.refused[:0] = plugins.errors
    targets = {document.path for document in registry.documents}
    if options.paths and config.registry:
        _load_rest(registry, [_short(path) for path in config.registry], validators)
    if options.entries:
        from linter.registry.apart import set_apart  # noqa: PLC0415 - for an audit only

        targets = set_apart(registry, options.entries, targets if options.paths else set())
    if config.authorities:
        from linter.registry.authorities import load_authorities  # noqa: PLC0415 - few houses have such

        registry.authorities += load_authorities(config.authorities, validators)
    if config.people:
        from linter.registry.people import check_people  # noqa: PLC0415 - as above

        known = {*book.authorities, *(a.id for a in registry.authorities)}
        check_people(config.people, known if config.registry or not options.paths else None)
    return Loaded(book, registry, targets, plugins)


def _load_rest(registry: Registry, paths: list[str], validators: Validators) -> None:
    """Add the registry's other files in front, so that whole-registry rules see all of it.

    In front: of two accounts that clash, the later one is told, and that shall be the named.
    What is piped in stands for the file of which it is another state.
    """
    seen = {os.path.realpath(document.path) for document in registry.documents}
    rest = load(paths, validators)
    piped = {_name(account) for account in registry.accounts if account.document.path == STDIN}
    seen |= {os.path.realpath(a.document.path) for a in rest.accounts if _name(a) in piped}
    if rest.refused or any(document.problems for document in rest.documents):
        from linter.registry_gaps import of_the_rest  # noqa: PLC0415 - most files have none

        # of what is piped in it may be the other state; where nothing is checked, it hides nothing
        if registry.documents and (not piped or len(paths) > 1):
            registry.refused += of_the_rest(registry, rest, seen)
    named = frozenset(registry.passed)
    for mine, theirs in (
        (registry.passed, rest.passed),
        (registry.unmarked, rest.unmarked),
        (registry.veiled, rest.veiled),
    ):
        mine += [path for path in theirs if path not in named]

    def added(document: Document | None) -> bool:
        return document is not None and os.path.realpath(document.path) not in seen

    registry.documents = [d for d in rest.documents if added(d)] + registry.documents
    registry.accounts = [a for a in rest.accounts if added(a.document)] + registry.accounts
    registry.authorities = [a for a in rest.authorities if added(a.document)] + registry.authorities


def _name(account: Account) -> tuple[str, str, str]:
    return account.id, account.platform, account.handle


def _short(path: str) -> str:
    """A path below the working directory, written as a person would."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative


def authorities(
    book: Rulebook, registry: Registry, people: tuple[str, ...] = ()
) -> dict[str, Authority]:
    """The packs' authorities with the registry's added: an id known to both is one body.

    people: files of office holders; one who names no authority counts for all.
    """
    from linter.rulebook.facts import authorities_from  # noqa: PLC0415 - datetime work, on use

    known = authorities_from(book.facts)
    for authority in registry.authorities:
        base = known.get(authority.id)
        if base is None:
            known[authority.id] = authority
            continue
        base.designations = base.designations + authority.designations
        base.people = base.people + authority.people
        base.domains = base.domains + authority.domains
        base.fields, base.document = authority.fields, authority.document
        base.kind = authority.kind or base.kind
        base.jurisdiction = authority.jurisdiction or base.jurisdiction
    for path in people:
        from linter.registry.people import load_people  # noqa: PLC0415 - few houses have one

        for person in load_people(path):
            body = known.setdefault(person.authority, Authority(person.authority, known=False))
            body.people = [*body.people, person]
    return known


def packs_for(
    book: Rulebook, account: Account, authority: Authority, chosen: tuple[str, ...]
) -> tuple[str, ...]:
    """The packs in force for an account: its file's, else the chosen, else by jurisdiction."""
    named = account.packs or chosen
    packs = []
    for name, pack in book.packs.items():
        if (
            pack.get("always")
            or name in named
            or (not named and by_default(pack.get("default_for"), account, authority))
        ):
            packs.append(name)
    return tuple(packs)


def _suppress(
    result: Result, registry: Registry, book: Rulebook, options: RunOptions, ran: set[str]
) -> None:
    """Waivers, then the baseline: findings change their status, none is dropped."""
    # the word stands in every file that has a waiver; the module is not loaded for the others
    told = any("waivers" in d.text or "amtlint:" in d.text for d in registry.documents)
    if options.waivers and told:
        from linter.findings.waivers import apply_waivers  # noqa: PLC0415 - after the check

        waived = apply_waivers(
            result.findings,
            result.documents.values(),
            [a for a in registry.accounts if a.document.path in result.documents],
            book=book,
            ran=ran,
            as_of=options.as_of,
        )
        result.findings += waived.findings
        result.unused_waivers = waived.unused
    if options.baseline:
        from linter.findings.baseline import apply_baseline  # noqa: PLC0415
        from linter.findings.baseline_file import load as load_baseline  # noqa: PLC0415

        try:
            baseline = load_baseline(options.baseline)
        except LinterError as error:
            raise options.config.named(error) from None
        apply_baseline(result.findings, baseline)
        if registry.passed:
            from linter.registry_gaps import known_of  # noqa: PLC0415 - only where files are passed over

            result.failed(known_of(baseline, options.baseline, registry), options.lang)


def order(finding: Finding) -> tuple[str, int, int, str, str, str, str]:
    """The order of every output: place, code, then what tells two of one place apart."""
    return (
        finding.place.path,
        finding.place.line,
        finding.place.column,
        finding.code,
        finding.outcome,
        finding.field,
        finding.variant or "",
    )
