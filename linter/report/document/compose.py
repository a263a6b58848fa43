"""compose: a checked result as the blocks of a report, in one language and in a fixed order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from linter.report.document.blocks import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Grid,
    Heading,
    Paragraph,
)
from linter.report.document.items import gone_item, item
from linter.report.document.left_out import may_be_open, open_before, told
from linter.report.document.words import LEVELS, say, say_of
from linter.report.summary import SEVERITIES, counted
from linter.report.texts import day
from linter.text import CAUSES

if TYPE_CHECKING:
    from linter.report.document.lore import Lore

Found = dict[str, Any]
"""One finding as the result has it."""
MOST_NAMED = 2_000
MOST_RULES = 12
"""Accounts and rules that are named in one cell; the others are counted."""


@dataclass(slots=True)
class Sorted:
    """The findings of a result by what becomes of them in the report."""

    open: list[Found] = field(default_factory=list)
    suppressed: list[Found] = field(default_factory=list)
    unknown: list[Found] = field(default_factory=list)

    @classmethod
    def of(cls, result: dict[str, Any]) -> Sorted:
        """Every finding ends in exactly one of the three."""
        found = cls()
        for one in result["findings"]:
            if one["outcome"] == "unknown" and one["status"] != "waived":
                found.unknown.append(one)
            elif one["status"] == "open":
                found.open.append(one)
            else:
                found.suppressed.append(one)
        return found


def compose(result: dict[str, Any], lore: Lore, title: str = "") -> Document:
    """The report."""
    lang = lore.lang
    found = Sorted.of(result)
    document = Document(lang, title or say("title", lang))
    document.blocks.append(Facts(_head(result, lang)))
    sections: list[tuple[str, list[Block]]] = [
        ("verdict", _verdict(result, found, lang)),
        ("errors", _errors(result, lang)),
        ("overview", _overview(result, found, lore)),
        ("coverage", _coverage(result, found, lang)),
        ("findings", _findings(result, found, lore)),
        ("suppressed", _suppressed(result, found, lore)),
        ("gone", [gone_item(one, lore) for one in result.get("gone", [])]),
        ("unused", _unused(result, lang)),
        ("annex", _annex(result, lore)),
        ("notes", _notes(lang)),
    ]
    for key, blocks in sections:
        if blocks:
            document.contents.append((key, say(key, lang)))
            document.blocks += [Heading(2, say(key, lang), key), *blocks]
    return document


def _head(result: dict[str, Any], lang: str) -> tuple[Fact, ...]:
    tool, coverage = result["tool"], result["coverage"]
    scope = say(
        "scope",
        lang,
        accounts=counted(coverage["accounts"], "account", lang),
        rules=counted(coverage["rules"], "rule", lang),
    )
    facts = [
        Fact(say("as-of", lang), day(result["as_of"], lang)),
        Fact(say("looked-at", lang), scope),
        Fact(say("tool", lang), f"amtlint {tool['version']}"),
        Fact(say("rulebook", lang), tool["rulebook"]),
    ]
    if tool["plugins"]:
        facts.append(Fact(say("plugins", lang), ", ".join(tool["plugins"])))
    return tuple(facts)


def _verdict(result: dict[str, Any], found: Sorted, lang: str) -> list[Block]:
    """What came out, in words; never good news without what was not seen."""
    coverage = result["coverage"]
    blocks: list[Block] = []
    if result.get("errors"):
        blocks.append(Paragraph(say("broken", lang), "no"))
    if found.open:
        grave = any(one["severity"] == "error" for one in found.open)
        accounts = len({one["account"] for one in found.open if one["account"]})
        where = counted(accounts, "account", lang)
        key = "found" if accounts else "found-nowhere"
        text = say(key, lang, counts=_by_severity(found.open, lang), where=where)
        blocks.append(Paragraph(text, "no" if grave else "caution"))
    if not coverage["accounts"]:
        blocks.append(Paragraph(say("nothing", lang), "nothing"))
        return blocks
    clean = not found.open and not result.get("errors")
    gaps = max(
        coverage["unknown"], len({one["account"] for one in found.unknown if one["account"]})
    )
    if not found.open:
        seen = not (gaps or found.unknown or coverage["rules_not_run"]) and coverage["rules"]
        look = "yes" if clean and seen else "nothing"
        key = "none-new" if may_be_open(result) else "none"
        blocks.append(Paragraph(say(key, lang), "nothing" if may_be_open(result) else look))
    if gaps:
        accounts_open = counted(gaps, "account", lang)
        blocks.append(Paragraph(say("gaps", lang, accounts=accounts_open), "caution"))
    elif found.unknown:
        blocks.append(Paragraph(say("gaps-house", lang, n=len(found.unknown)), "caution"))
    else:
        accounts = coverage["accounts"]
        where = counted(accounts, "account", lang)
        blocks.append(Paragraph(say_of("no-gaps", accounts, lang, accounts=where)))
    if coverage["rules_not_run"]:
        blocks.append(Paragraph(_not_run("rules-left", result, lang), "caution"))
    if not found.open:
        blocks.append(Paragraph(say("only-applied", lang)))
    blocks += told(result, lang)
    if "audit" in result:
        blocks.append(Paragraph(say("audit", lang)))
    return blocks


def _not_run(key: str, result: dict[str, Any], lang: str) -> str:
    number = result["coverage"]["rules_not_run"]
    return say_of(key, number, lang, rules=counted(number, "rule", lang))


def _by_severity(findings: list[Found], lang: str) -> str:
    counts = Counter(one["severity"] for one in findings)
    return ", ".join(counted(counts[level], level, lang) for level in SEVERITIES if counts[level])


def _errors(result: dict[str, Any], lang: str) -> list[Block]:
    errors = result.get("errors")
    if not errors:
        return []
    texts = result.get("error_texts", ())
    if len(texts) == len(errors):  # a result of an older amtlint has none
        errors = [text[lang] for text in texts]
    return [Paragraph(say("errors-intro", lang)), Bullets(tuple(errors))]


def _overview(result: dict[str, Any], found: Sorted, lore: Lore) -> list[Block]:
    lang = lore.lang
    blocks: list[Block] = []
    if "gone" in result:
        changes = Counter(one["change"] for one in found.open)
        before = open_before(result)
        text = say(
            "changed-alone" if before is None else "changed",
            lang,
            new=changes["new"],
            reopened=changes["reopened"],
            still=changes["still"] + changes["unknown"] + sum((before or {}).values()),
            gone=sum(one["status"] == "open" for one in result["gone"]),
        )
        blocks.append(Paragraph(f"{say('changes', lang)}: {text}"))
    blocks.append(_severities(result, found, lang))
    if found.open:
        blocks += [_authorities(found, lore), _rules(found, lore)]
    return blocks


def _severities(result: dict[str, Any], found: Sorted, lang: str) -> Grid:
    """Suppressed ones are counted where the result has them; a nought might just be left out."""
    columns = ("open", "waived", "baselined") if found.suppressed else ("open",)

    def row(name: str, levels: tuple[str, ...]) -> tuple[str, ...]:
        counts = Counter(
            one["status"] for one in (*found.open, *found.suppressed) if one["severity"] in levels
        )
        return (name, *(str(counts[status]) for status in columns))

    rows = [row(LEVELS[level][lang], (level,)) for level in SEVERITIES]
    shown = ("open-new" if may_be_open(result) else "open", *columns[1:])
    head = tuple(say(key, lang) for key in ("severity", *shown))
    rows.append(row(say("sum", lang), SEVERITIES))
    return Grid(say("by-severity", lang), head, tuple(rows), frozenset((1, 2, 3)))


def _authorities(found: Sorted, lore: Lore) -> Grid:
    lang = lore.lang
    groups: dict[str, list[Found]] = {}
    for one in found.open:
        groups.setdefault(one["authority"], []).append(one)
    rows = []
    for id_ in sorted(groups, key=lambda key: (-len(groups[key]), key)):
        counts = Counter(one["severity"] for one in groups[id_])
        accounts = len({one["account"] for one in groups[id_] if one["account"]})
        numbers = (accounts, *(counts[level] for level in SEVERITIES))
        rows.append((body_name(id_, lore), *map(str, numbers)))
    head = (
        say("authority", lang),
        say("accounts", lang),
        *(LEVELS[level][lang] for level in SEVERITIES),
    )
    return Grid(say("by-authority", lang), head, tuple(rows), frozenset((1, 2, 3, 4)))


def _rules(found: Sorted, lore: Lore) -> Grid:
    lang = lore.lang
    counts = Counter(one["code"] for one in found.open)
    first = {one["code"]: one for one in reversed(found.open)}
    order = sorted(
        counts, key=lambda code: (SEVERITIES.index(first[code]["severity"]), -counts[code], code)
    )
    rows = tuple(
        (
            code,
            lore.rules[code].title if code in lore.rules else first[code]["name"],
            LEVELS[first[code]["severity"]][lang],
            str(counts[code]),
        )
        for code in order
    )
    head = tuple(say(key, lang) for key in ("rule", "name", "severity", "open"))
    return Grid(say("by-rule", lang), head, rows, frozenset((3,)))


def _coverage(result: dict[str, Any], found: Sorted, lang: str) -> list[Block]:
    coverage = result["coverage"]
    text = say_of(
        "covered",
        coverage["accounts"],
        lang,
        accounts=counted(coverage["accounts"], "account", lang),
        rules=counted(coverage["rules"], "rule", lang),
        checked=coverage["checked"],
        unknown=coverage["unknown"],
    )
    blocks: list[Block] = [Paragraph(text)]
    if coverage["rules_not_run"]:
        blocks.append(Paragraph(_not_run("not-run", result, lang), "caution"))
    if not found.unknown:
        seen = not (coverage["unknown"] or coverage["rules_not_run"])
        return [*blocks, Paragraph(say("all-covered", lang))] if seen else blocks
    causes: dict[str, list[Found]] = {}
    for one in found.unknown:
        causes.setdefault(one.get("cause", ""), []).append(one)
    rows = []
    for cause in sorted(causes, key=lambda key: (-len(causes[key]), key)):
        codes = Counter(one["code"] for one in causes[cause])
        whom = Counter(one["account"] or one["authority"] for one in causes[cause])
        words = CAUSES.get(cause, {}).get(lang, cause)
        numbered = str(len(causes[cause]))
        rows.append((words, numbered, named(sorted(whom)), named(sorted(codes), MOST_RULES)))
    head = tuple(say(key, lang) for key in ("cause", "points", "where", "rules"))
    return [*blocks, Grid(say("by-cause", lang), head, tuple(rows), frozenset((1,)))]


def named(names: list[str], most: int = MOST_NAMED) -> str:
    """Names in a row, of too many the first."""
    shown = ", ".join(filter(None, names[:most]))
    return shown + (f" … (+{len(names) - most})" if len(names) > most else "")


def _findings(result: dict[str, Any], found: Sorted, lore: Lore) -> list[Block]:
    """By authority, by account, the gravest first; the house itself before its accounts."""
    lang = lore.lang
    if not found.open:
        return [Paragraph(say("no-new-findings" if may_be_open(result) else "no-findings", lang))]
    unknown: dict[tuple[str, str], set[str]] = {}
    for one in found.unknown:
        unknown.setdefault((one["authority"], one["account"]), set()).add(one["code"])
    blocks: list[Block] = []
    house = None
    for (authority, account), group in _grouped(found.open):
        if authority != house:
            house = authority
            blocks.append(Heading(3, body_name(authority, lore)))
        blocks.append(Heading(4, _whom(account, group[0], lang)))
        blocks += [item(one, lore) for one in group]
        codes = sorted(unknown.get((authority, account), ()))
        if codes:
            blocks.append(Paragraph(say("unknown-here", lang, rules=named(codes))))
    return blocks


def _grouped(findings: list[Found]) -> list[tuple[tuple[str, str], list[Found]]]:
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in findings:
        groups.setdefault((one["authority"], one["account"]), []).append(one)
    for group in groups.values():
        group.sort(key=lambda one: (SEVERITIES.index(one["severity"]), one["code"]))
    return sorted(groups.items())


def body_name(id_: str, lore: Lore) -> str:
    """An authority's official name with its id, where the rulebook knows it."""
    if not id_:
        return say("no-authority", lore.lang)
    title = lore.authorities.get(id_, "")
    return f"{title} ({id_})" if title and title != id_ else id_


def _whom(account: str, one: Found, lang: str) -> str:
    if not account:
        return say("house", lang)
    who = " ".join(filter(None, (one["platform"], one["handle"])))
    return f"{account} ({who})" if who else account


def _suppressed(result: dict[str, Any], found: Sorted, lore: Lore) -> list[Block]:
    lang = lore.lang
    if found.suppressed:
        items = [
            item(one, lore, whom=_whom(account, group[0], lang))
            for (_, account), group in _grouped(found.suppressed)
            for one in group
        ]
        return [Paragraph(say("suppressed-intro", lang)), *items]
    sums = Counter[str]()
    for line in result.get("statistics", ()):
        for key in ("waived", "baselined"):
            count = line.get(key, 0)
            sums[key] += count if isinstance(count, int) else 0
    if sums.total():
        values = {key: sums[key] for key in ("waived", "baselined")}
        return [Paragraph(say("suppressed-counted", lang, **values), "caution")]
    return [Paragraph(say("suppressed-absent", lang))]


def _unused(result: dict[str, Any], lang: str) -> list[Block]:
    lines = []
    for one in result["unused_waivers"]:
        values = {key: str(one.get(key) or "") for key in ("code", "path", "line", "reason")}
        whom = str(one.get("account") or one.get("authority") or "")
        lines.append(say("unused-line", lang, whom=whom, **values))
    return [Bullets(tuple(lines))] if lines else []


def _annex(result: dict[str, Any], lore: Lore) -> list[Block]:
    """Each rule that found something, once: why it is, and the words it rests on."""
    lang = lore.lang
    blocks: list[Block] = []
    if lore.digest and result["tool"]["rulebook"].removeprefix("sha256:") != lore.digest:
        blocks.append(Paragraph(say("other-book", lang), "caution"))
    first = {one["code"]: one for one in reversed(result["findings"]) if one["outcome"] == "fail"}
    for code in sorted(first):
        rule = lore.rules.get(code)
        title = rule.title if rule else first[code]["name"]
        blocks.append(Heading(3, f"{code} {title}", f"rule-{code}"))
        if rule is None:
            blocks.append(Paragraph(say("no-rule", lang)))
            continue
        facts = [Fact(say("why", lang), rule.why)]
        facts += [Fact(say("source", lang), passage) for passage in rule.sources]
        blocks.append(Facts(tuple(facts)))
    return blocks if first else []


def _notes(lang: str) -> list[Block]:
    keys = ("note-severity", "note-unknown", "note-law")
    return [Bullets(tuple(say(key, lang) for key in keys))]
