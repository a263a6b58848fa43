"""A rule told to a reader: as data (JSON), as text for a terminal, as Markdown for a page.

One list of sections serves text and Markdown, so that command, page and JSON cannot say
different things.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from linter.errors import visible
from linter.rulebook import citation
from linter.rulebook.rule import GRAVEST
from linter.rulebook.wording import (
    CHECKED,
    DUTIES,
    KINDS,
    MATURITY,
    NEEDS,
    PER,
    STATUS,
    dated,
    form,
    label,
)

if TYPE_CHECKING:
    from linter.rulebook.rule import Rule, Source
    from linter.text import Text

WIDTH = 88

OPEN = re.compile(r"\{\w+\}")
"""A placeholder: in a remedy told without a finding, something is left open."""
Documents = dict[str, dict[str, Any]]
"""The rulebook's documents: id → entry of `rules/sources.yaml`."""


@dataclass(slots=True, eq=False, repr=False)
class Section:
    """A heading and what stands under it: paragraphs, points, code points, named code blocks."""

    heading: str
    paragraphs: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    codes: list[tuple[str, str]] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)


def as_data(rule: Rule, documents: Documents) -> dict[str, Any]:
    """Everything about a rule, in both languages, ready for JSON."""
    return {
        "code": rule.code,
        "name": rule.name,
        "pack": rule.pack,
        "title": rule.title,
        "severity": rule.severity,
        "severities": rule.severities,
        "duty": rule.duty,
        "status": rule.status,
        "since": rule.since,
        "sources": [_source_data(source, documents) for source in rule.sources],
        "valid_from": _iso(rule.valid_since),
        "valid_until": _iso(rule.valid_until),
        "applies_to": {
            "kinds": list(rule.applies.kinds),
            "platforms": list(rule.applies.platforms),
            "not_platforms": list(rule.applies.not_platforms),
            "status": list(rule.applies.status),
            "jurisdictions": list(rule.applies.jurisdictions),
            "authority_kinds": list(rule.applies.authority_kinds),
            "authorities": list(rule.applies.authorities),
            "unless_packs": list(rule.applies.unless_packs),
        },
        "per": rule.per,
        "tags": list(rule.tags),
        "needs": list(rule.needs),
        "when": [{name: _plain(params)} for name, params in rule.guards],
        "check": [{name: _plain(params)} for name, params in rule.checks],
        "message": rule.message,
        "variants": rule.variants,
        "why": rule.why,
        "remedy": rule.remedy,
        "waivable": rule.waivable,
        "longest_days": rule.longest_days or None,
        "redirects": list(rule.redirects),
        "reviewed": {key: str(value) for key, value in rule.reviewed.items()},
        "examples": [_plain(example) for example in rule.examples],
    }


def _source_data(source: Source, documents: Documents) -> dict[str, Any]:
    document = documents.get(source.document, {})
    return {
        "document": source.document,
        "title": document.get("title"),
        "date": document.get("date") or None,
        "url": document.get("url"),
        "section": source.section,
        "quote": source.quote or None,
        "from": _iso(source.since),
        "until": _iso(source.until),
    }


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _plain(value: Any) -> Any:
    """Only what JSON knows: dates become text, tuples lists."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (str, int, bool)) else str(value)


def sections(rule: Rule, documents: Documents, lang: str) -> list[Section]:
    """What there is to say about a rule, in the order a reader asks for it."""
    parts = [
        Section(label("why", lang), [rule.why[lang].strip()]),
        Section(label("remedy", lang), [OPEN.sub("…", rule.remedy[lang].strip())]),
        Section(label("severity", lang), *_severity(rule, lang)),
        Section(label("source", lang), [], [_source(s, documents, lang) for s in rule.sources]),
        Section(label("applies", lang), [], _applies(rule, lang)),
        Section(label("waiver", lang), [_waiver(rule, lang)]),
        Section(label("message", lang), [], _messages(rule, lang)),
        Section(label("check", lang), codes=_checks(rule, lang)),
    ]
    if rule.examples:
        parts.append(Section(label("examples", lang), blocks=_examples(rule, lang)))
    parts.append(Section(label("about", lang), [], _about(rule, lang)))
    return parts


def _severity(rule: Rule, lang: str) -> tuple[list[str], list[str]]:
    """A paragraph on the usual one, and a point for each case that has another."""
    told = f"{rule.severity}: {DUTIES[rule.duty][lang]}"
    usual = rule.severity if rule.own else GRAVEST[rule.duty]
    told = told if rule.severity == usual else f"{told} {form('milder', lang)}"
    others = [
        f"{severity}: {OPEN.sub('…', rule.variants[name][lang])}"
        for name, severity in rule.severities.items()
    ]
    return [told], others


def _source(source: Source, documents: Documents, lang: str) -> str:
    document = documents.get(source.document, {})
    name = document["title"][lang] if document else source.document
    day = dated(document.get("date"), lang)
    own = source.document == "amtlint"  # its sections are titles, in German only
    section = citation.named(source.section, document.get("sections") or (), lang)
    text = f"{name}, {section}" if section and not own else name
    kind = document.get("kind")
    if kind == "ruling" and day:
        text = form("of-ruling", lang, ruling=text, day=day)
    notes = [
        # that of a law is the day from which it was in force, and said there
        form("of-date", lang, day=day) if day and kind not in {"law", "ruling"} else "",
        form("in-force-from", lang, day=dated(source.since, lang)) if source.since else "",
        form("in-force-until", lang, day=dated(source.until, lang)) if source.until else "",
    ]
    said = "; ".join(note for note in notes if note)
    if said:
        text += f" ({said})"
    if source.quote:
        text += ": " + form("quoted", lang, text=" ".join(source.quote.split()))
    if document.get("url"):
        text += f" {document['url']}"
    return text


def _applies(rule: Rule, lang: str) -> list[str]:
    applies = rule.applies
    points = [
        form("kinds", lang, names=_names(applies.kinds, KINDS, lang) or form("any-kind", lang)),
        form("status", lang, names=_names(applies.status, STATUS, lang)),
    ]
    rows = (
        ("platforms", applies.platforms),
        ("not-platforms", applies.not_platforms),
        ("jurisdictions", applies.jurisdictions),
        ("authority-kinds", applies.authority_kinds),
        ("authorities", applies.authorities),
        ("unless-packs", applies.unless_packs),
    )
    points += [form(key, lang, names=", ".join(values)) for key, values in rows if values]
    points.append(PER[rule.per][lang])
    points.append(form("needs", lang, names=_names(rule.needs, NEEDS, lang)))
    if rule.valid_since:
        points.append(form("valid-from", lang, day=dated(rule.valid_since, lang)))
    if rule.valid_until:
        points.append(form("valid-until", lang, day=dated(rule.valid_until, lang)))
    return points


def _names(keys: tuple[str, ...], names: dict[str, Text], lang: str) -> str:
    return ", ".join(names[key][lang] if key in names else key for key in keys)


def _waiver(rule: Rule, lang: str) -> str:
    if not rule.waivable:
        return form("never-waived", lang)
    if rule.longest_days:
        return form("waived-for", lang, days=rule.longest_days)
    return form("waived", lang)


def _messages(rule: Rule, lang: str) -> list[str]:
    return [rule.message[lang].strip(), *(t[lang].strip() for t in rule.variants.values())]


def _checks(rule: Rule, lang: str) -> list[tuple[str, str]]:
    return [
        (CHECKED[kind][lang], f"{name} {_parameters(params)}".rstrip())
        for kind, pairs in (("guard", rule.guards), ("check", rule.checks))
        for name, params in pairs
    ]


def _parameters(params: dict[str, Any]) -> str:
    """Parameters in YAML's flow style, as they may stand in a rule."""
    return _flow(_plain(params)) if params else ""


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, str):
        bare = value.replace("_", "").replace("-", "").replace(".", "").replace("[]", "")
        return value if bare.isalnum() else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _examples(rule: Rule, lang: str) -> list[tuple[str, str]]:
    blocks = []
    for example in rule.examples:
        kind = next(key for key in ("good", "bad", "unknown") if key in example)
        found = [
            find["at"] + (form("marked", lang, text=find["text"]) if find.get("text") else "")
            for find in example.get("finds") or ()
            if find.get("at")
        ]
        title = form(f"example-{kind}", lang)
        if found:
            title += form("found-at", lang, places="; ".join(found))
        if example.get("as_of"):
            title += form("on-day", lang, day=dated(str(example["as_of"]), lang))
        blocks.append((f"{title}:", str(example[kind]).strip("\n")))
    return blocks


def _about(rule: Rule, lang: str) -> list[str]:
    points = [
        form("pack", lang, name=rule.pack),
        form("tags", lang, names=", ".join(rule.tags)) if rule.tags else "",
        form("since", lang, version=rule.since, status=MATURITY[rule.status][lang]),
        form("redirects", lang, names=", ".join(rule.redirects)) if rule.redirects else "",
        form("reviewed", lang, by=rule.reviewed["by"], day=dated(str(rule.reviewed["on"]), lang))
        if rule.reviewed
        else "",
    ]
    return [point for point in points if point]


def as_text(rule: Rule, documents: Documents, lang: str, width: int = WIDTH) -> str:
    """A rule for a terminal, at most `width` characters wide, examples as they stand."""
    from textwrap import TextWrapper, indent  # noqa: PLC0415 - only here

    def filled(text: str, first: str, rest: str) -> str:
        return TextWrapper(
            width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ).fill(text)

    lines = [f"{rule.code} {rule.name} [{rule.severity}]", rule.title[lang]]
    for part in sections(rule, documents, lang):
        lines += ["", part.heading]
        lines += [filled(paragraph, "  ", "  ") for paragraph in part.paragraphs]
        lines += [filled(point, "  - ", "    ") for point in part.points]
        lines += [filled(f"{words} {code}", "  - ", "    ") for words, code in part.codes]
        for number, (title, code) in enumerate(part.blocks):
            lines += [*([""] if number else []), f"  {title}", indent(code, "    ")]
    return "\n".join(visible(line) for line in "\n".join(lines).splitlines())


def as_markdown(rule: Rule, documents: Documents, lang: str, *, level: int = 1) -> str:
    """A rule as Markdown, its title a heading of the level."""
    mark = "#" * level
    lines = [
        f"{mark} {rule.code} {rule.name}",
        "",
        f"**{inline(rule.title[lang])}** · {rule.severity}",
    ]
    for part in sections(rule, documents, lang):
        lines += ["", f"{mark}# {part.heading}"]
        for paragraph in part.paragraphs:
            lines += ["", inline(paragraph)]
        if part.points:
            lines += ["", *(f"- {inline(point)}" for point in part.points)]
        if part.codes:
            lines += ["", *(f"- {words} {code_span(code)}" for words, code in part.codes)]
        for title, code in part.blocks:
            lines += ["", inline(title), "", "```yaml", *code.splitlines(), "```"]
    return "\n".join(lines) + "\n"


VERBATIM = re.compile(r"(`[^`]*`|https?://[^\s<>|`\"]+)")
"""What stays as it is in Markdown: code between backticks, web addresses."""


def inline(text: str) -> str:
    """Text as Markdown shows it: what would be markup or HTML is escaped, breaks become spaces."""
    parts = VERBATIM.split(visible(" ".join(text.split())))
    for number, part in enumerate(parts):
        if number % 2 == 0:
            escaped = "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in part)
            parts[number] = escaped.replace("&", "&amp;")
        elif part.startswith("http"):
            address = part.rstrip(".,;:)")
            parts[number] = f"<{address}>{part[len(address) :]}"
        else:
            parts[number] = part.replace("|", "\\|")
    return "".join(parts)


def code_span(code: str) -> str:
    """Code as a span, fenced by more backticks than stand in it."""
    text = visible(" ".join(code.split()))
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"{fence}{text}{fence}"
