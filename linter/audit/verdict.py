"""verdict: the outcome of an audit in plain words, as the parts of a report for a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from linter.audit.target import UNKNOWN
from linter.audit.words import (
    AND_UNKNOWN,
    AND_WAIVED,
    ENTRY,
    FORMER,
    GUESSED,
    HEADINGS,
    INTRO,
    KINDS,
    LABELS,
    MORE,
    NO_HOUSE,
    NO_REGISTRY,
    NOT_KNOWN,
    NOT_RUN,
    VERDICTS,
)
from linter.platforms import titled
from linter.registry.nodes import start_of
from linter.report.summary import SEVERITIES, by_severity, counted
from linter.report.texts import cited, message, remedy, section_of, sources, why
from linter.text import CAUSES, shown
from linter.web_faults import in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from linter.audit.words import Level
    from linter.findings.finding import Finding, Place, Result
    from linter.registry.account import Account
    from linter.registry.document import Document
    from linter.text import Text

LONGEST_LINE = 100
"""Characters of a draft's line that are shown with its place."""
NAMED = 4
"""Accounts that stand in a report's title; of more the number."""


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a report: what it says, its code and severity, and facts with their labels."""

    head: str
    code: str = ""
    severity: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its points; key names it for programs: error, warning, unknown, eye and so on."""

    key: str
    heading: str
    intro: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit's report in one language."""

    level: Level
    title: str
    verdict: str
    meta: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class About:
    """What the head of a report says of the audit itself.

    guessed: the house was recognised, not named; houses: names by id; entries: those of the
    registry that are judged; chosen: the rules that were asked for; former: closed accounts of the
    registry that bore the same names.
    """

    version: str
    guessed: bool
    houses: Mapping[str, str]
    entries: Collection[tuple[str, int]] = ()
    chosen: tuple[str, ...] = ()
    former: tuple[Account, ...] = ()


def audited(
    result: Result,
    accounts: list[Account],
    about: About,
    *,
    lang: str,
    eye: Iterable[dict[str, Any]],
    records: tuple[str, ...] = (),
    read: Iterable[Mapping[str, object]] = (),
) -> Audit:
    """Sum up a result for a person.

    eye: duties that only a person can judge; records: codes of rules that were not asked, for want
    of a registry; read: entries of evidence for all that was read.
    """
    fails = [f for f in result.findings if f.outcome == "fail" and f.status == "open"]
    covered = [f for f in result.findings if f.outcome == "fail" and f.status != "open"]
    unknown = [f for f in result.findings if f.outcome == "unknown" and f.status == "open"]
    unchecked = len({f.code for f in unknown}) + result.coverage.rules_not_run + len(set(records))
    strange = any(account.authority == UNKNOWN for account in accounts)
    level = _level(result, fails, sure=not unchecked and not strange)
    sections = [
        *_graver_first(fails, result, lang),
        _section("unknown", lang, _gaps(unknown, result.coverage.rules_not_run, records, lang)),
        _findings("covered", covered, result, lang),
        _section("eye", lang, _eye(eye, accounts, result, lang)),
        _section("evidence", lang, _evidence(read, lang)),
    ]
    return Audit(
        level=level,
        title=_title(accounts, lang),
        verdict=VERDICTS[level][lang].format(found=by_severity(fails, lang))
        + _aside(covered, unchecked, lang, level=level, strange=strange),
        meta=_meta(result, accounts, about, lang),
        sections=tuple(section for section in sections if section.items),
    )


def _section(key: str, lang: str, items: tuple[Item, ...]) -> Section:
    intro = INTRO[key][lang] if key in INTRO else ""
    return Section(key, HEADINGS[key][lang], intro, items)


def _graver_first(fails: list[Finding], result: Result, lang: str) -> list[Section]:
    """A section for the findings of each severity."""
    return [
        _findings(severity, [f for f in fails if f.severity == severity], result, lang)
        for severity in SEVERITIES
    ]


def _findings(key: str, findings: list[Finding], result: Result, lang: str) -> Section:
    return _section(key, lang, tuple(_point(finding, result, lang) for finding in findings))


def _level(result: Result, fails: list[Finding], *, sure: bool) -> Level:
    if not result.looked:
        return "nothing"
    if any(f.severity == "error" for f in fails):
        return "no"
    if any(f.severity == "warning" for f in fails):
        return "caution"
    return "yes" if sure else "open"


def _aside(
    covered: list[Finding], unchecked: int, lang: str, *, level: Level, strange: bool
) -> str:
    """What a verdict does not say by itself: what is covered, and what was not checked."""
    told = ""
    if covered:
        told += AND_WAIVED[lang].format(found=by_severity(covered, lang))
    if level != "nothing":
        if unchecked:
            told += AND_UNKNOWN[lang].format(unknown=counted(unchecked, "rule", lang))
        if strange:
            told += NO_HOUSE[lang]
    return told


def _point(finding: Finding, result: Result, lang: str) -> Item:
    facts = [
        (LABELS["why"][lang], why(finding, lang)),
        *((LABELS["source"][lang], cited(s, result, lang)) for s in sources(finding, result)),
        (LABELS["remedy"][lang], remedy(finding, lang)),
    ]
    if finding.status != "open" and finding.reason:
        facts.insert(0, (LABELS["reason"][lang], finding.reason))
    if finding.account_id:
        facts.append((LABELS["account"][lang], finding.account_id))
    if finding.document is not None and finding.document.path == finding.place.path:
        facts.append((LABELS["place"][lang], _place(finding.place, finding.document)))
    for entry in finding.evidence:
        way = entry.get("click_path")
        if isinstance(way, list) and len(way) > 1:
            steps = [part for step in way for part in (step["url"], step["text"]) if part]
            facts.append((LABELS["clicks"][lang], " → ".join(steps)))
    return Item(message(finding, lang), finding.code, finding.severity, tuple(facts))


def _place(place: Place, document: Document) -> str:
    """Where it stands in a draft, and the line: what is wrong with a file is told by its place."""
    line = " ".join(document.line(place.line).split())
    if len(line) > LONGEST_LINE:
        line = f"{line[: LONGEST_LINE - 1]}…"
    return f"{place.path}:{place.line}:{place.column}" + (f": {line}" if line else "")


def _gaps(
    unknown: list[Finding], not_run: int, records: tuple[str, ...], lang: str
) -> tuple[Item, ...]:
    """What could not be checked, was not run, and could not be asked."""
    return _unknown(unknown, lang) + _not_run(not_run, lang) + _unasked(records, lang)


def _unknown(findings: list[Finding], lang: str) -> tuple[Item, ...]:
    causes: dict[str, dict[str, str]] = {}
    for finding in findings:
        causes.setdefault(finding.cause, {})[finding.code] = finding.rule.title[lang]
    return tuple(
        Item(
            CAUSES[cause][lang],
            facts=(
                (
                    LABELS["rules"][lang],
                    "; ".join(f"{code} {name}" for code, name in named.items()),
                ),
            ),
        )
        for cause, named in sorted(causes.items())
    )


def _not_run(rules: int, lang: str) -> tuple[Item, ...]:
    if not rules:
        return ()
    return (Item(NOT_RUN[lang].format(rules=counted(rules, "rule", lang))),)


def _unasked(records: tuple[str, ...], lang: str) -> tuple[Item, ...]:
    if not records:
        return ()
    return (Item(NO_REGISTRY[lang], facts=((LABELS["rules"][lang], ", ".join(records)),)),)


def _eye(
    duties: Iterable[dict[str, Any]], accounts: list[Account], result: Result, lang: str
) -> tuple[Item, ...]:
    items = []
    for duty in duties:
        kinds, places = duty.get("kinds") or (), duty.get("platforms") or ()
        if any(
            (not kinds or account.kind in kinds) and (not places or account.platform in places)
            for account in accounts
        ):
            document = result.sources.get(duty["document"])
            short = document.short[lang] if document is not None else duty["document"]
            section = section_of(duty["section"], document, lang)
            items.append(Item(duty[lang], facts=((LABELS["source"][lang], f"{short}, {section}"),)))
    return tuple(items)


def _evidence(read: Iterable[Mapping[str, object]], lang: str) -> tuple[Item, ...]:
    items: dict[str, Item] = {}
    for entry in read:
        url = str(entry["url"])
        said = dict(entry)
        if said.get("fault"):
            status = said.get("status")
            said["fault"] = in_words(
                str(said["fault"]),
                status if isinstance(status, int) else None,
                str(said.get("detail", "")),
            )[lang]
        facts = tuple(
            (LABELS[name][lang], str(value))
            for name in ("final_url", "status", "fetched_at", "sha256", "fault", "detail")
            if (value := said.get(name)) not in (None, "", url)
        )
        items.setdefault(url, Item(url, facts=facts))
    return tuple(items.values())


def _meta(
    result: Result, accounts: list[Account], about: About, lang: str
) -> tuple[tuple[str, str], ...]:
    names = dict.fromkeys(about.houses.get(a.authority, a.authority) for a in accounts)
    house = ", ".join(name for name in names if name)
    if house == UNKNOWN:
        house = NOT_KNOWN[lang]
    elif house and about.guessed:
        house = GUESSED[lang].format(house=house)
    named = dict.fromkeys(account.kind for account in accounts if account.kind)
    kinds = ", ".join(KINDS[kind][lang] if kind in KINDS else kind for kind in named)
    recorded = [
        *_entries(accounts, about.entries, lang),
        *(_told(one, FORMER, lang) for one in about.former),
    ]
    said = (
        ("house", house),
        ("kind", kinds),
        ("registry", "; ".join(recorded)),
        ("only", ", ".join(about.chosen)),
        ("day", shown(result.as_of, lang)),
        ("version", f"amtlint {about.version}"),
        ("rulebook", result.rulebook),
    )
    return tuple((LABELS[name][lang], value) for name, value in said if value)


def _entries(accounts: list[Account], entries: Collection[tuple[str, int]], lang: str) -> list[str]:
    """As what the registry has accounts that were not named by their file."""
    return [
        _told(account, ENTRY, lang)
        for account in accounts
        if (account.document.path, account.fields.mark) in entries
    ]


def _told(account: Account, text: Text, lang: str) -> str:
    return text[lang].format(
        id=account.id,
        status=account.status,
        place=account.document.path,
        line=account.document.position(start_of(account.fields))[0],
    )


def _title(accounts: list[Account], lang: str) -> str:
    named = [_named(account) for account in accounts]
    if len(named) > NAMED:
        named[NAMED - 1 :] = [MORE[lang].format(n=len(named) - NAMED + 1)]
    return ", ".join(named) or "amtlint"


def _named(account: Account) -> str:
    return f"{account.handle} ({titled(account.platform)})"
