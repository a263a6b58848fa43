"""What SARIF says about the tool: its rules, the laws behind them, and both in the other language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.report.escape import markdown, sarif_message
from linter.report.texts import cited, flowing

if TYPE_CHECKING:
    from linter.findings.finding import Result
    from linter.report.options import Options
    from linter.rulebook.rule import Rule, Source

DRIVER = "amtlint"
GUID = "5b0b4a3e-6d0c-4f0e-9a53-0f1d6a7c2e41"
"""Names the driver for its translations; the same in every run."""
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEM = {"error": "error", "warning": "warning", "info": "recommendation"}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def driver(
    rules: list[Rule], laws: list[dict[str, Any]], result: Result, options: Options
) -> dict[str, Any]:
    """The tool itself, with all rules that were applied."""
    index = {law["name"]: number for number, law in enumerate(laws)}
    taxa = {law["name"]: [taxon["id"] for taxon in law["taxa"]] for law in laws}
    data: dict[str, Any] = {
        "name": DRIVER,
        "guid": GUID,
        "version": options.version,
        "language": options.lang,
        "contents": ["localizedData", "nonLocalizedData"],
        "rules": [
            {
                **_texts(rule, result, options.lang),
                "defaultConfiguration": {"level": LEVELS[rule.severity]},
                "relationships": _relationships(rule, result, index, taxa),
                "properties": _properties(rule),
            }
            for rule in rules
        ],
        "supportedTaxonomies": [{"name": name, "index": number} for name, number in index.items()],
        "properties": {"rulebook": result.rulebook, "plugins": list(result.plugins)},
    }
    for rule, entry in zip(rules, data["rules"], strict=True):
        if rule.redirects:
            entry["deprecatedIds"] = list(rule.redirects)
    return data


def translations(rules: list[Rule], result: Result, lang: str) -> list[dict[str, Any]]:
    """The rules' and the laws' texts in another language."""
    metadata = {"name": f"{DRIVER}-{lang}"}
    of_rules = {
        "name": DRIVER,
        "language": lang,
        "contents": ["localizedData"],
        "translationMetadata": metadata,
        "associatedComponent": {"name": DRIVER, "guid": GUID},
        "rules": [_texts(rule, result, lang) for rule in rules],
    }
    of_laws = [
        {
            **law,
            "contents": ["localizedData"],
            "translationMetadata": metadata,
            "associatedComponent": {"name": law["name"], "index": number},
        }
        for number, law in enumerate(taxonomies(rules, result, lang))
    ]
    return [of_rules, *of_laws]


def taxonomies(rules: list[Rule], result: Result, lang: str) -> list[dict[str, Any]]:
    """Each law or guideline as a taxonomy, the passages that rules rest on as its taxa."""
    passages: dict[str, dict[str, Source]] = {}
    for rule in rules:
        for source in _passages(rule, result):
            passages.setdefault(source.document, {}).setdefault(_taxon(source), source)
    return [_taxonomy(document, passages[document], result, lang) for document in sorted(passages)]


def _taxonomy(
    document_id: str, passages: dict[str, Source], result: Result, lang: str
) -> dict[str, Any]:
    document = result.sources.get(document_id)
    data: dict[str, Any] = {
        "name": document_id,
        "language": lang,
        "contents": ["localizedData", "nonLocalizedData"],
        "isComprehensive": False,
        "taxa": [
            {
                "id": taxon,
                "shortDescription": {
                    "text": sarif_message(cited(_unquoted(passages[taxon]), result, lang))
                },
            }
            for taxon in sorted(passages)
        ],
    }
    if document:
        data["fullName"] = document.title[lang]
        data["shortDescription"] = {"text": sarif_message(document.short[lang])}
        if len(document.date) == len("2020-01-31"):
            data["releaseDateUtc"] = document.date
        if document.url:
            data["informationUri"] = document.url
    return data


def _passages(rule: Rule, result: Result) -> list[Source]:
    """The law behind a rule on the day; the linter's own reasons are no law."""
    return [] if rule.own else rule.sources_at(result.as_of) or rule.sources


def _taxon(source: Source) -> str:
    return source.section or source.document


def _unquoted(source: Source) -> Source:
    return type(source)(source.document, source.section)


def _relationships(
    rule: Rule, result: Result, index: dict[str, int], taxa: dict[str, list[str]]
) -> list[dict[str, Any]]:
    relationships: dict[tuple[str, str], dict[str, Any]] = {}
    for source in _passages(rule, result):
        taxon = _taxon(source)
        properties = {
            key: value
            for key, value in (
                ("quote", source.quote),
                ("since", source.since and source.since.isoformat()),
                ("until", source.until and source.until.isoformat()),
            )
            if value
        }
        relationships.setdefault(
            (source.document, taxon),
            {
                "target": {
                    "id": taxon,
                    "index": taxa[source.document].index(taxon),
                    "toolComponent": {
                        "name": source.document,
                        "index": index[source.document],
                    },
                },
                "kinds": ["relevant"],
                "properties": properties,
            },
        )
    return list(relationships.values())


def _properties(rule: Rule) -> dict[str, Any]:
    return {
        "tags": list(dict.fromkeys((rule.pack, *rule.tags))),
        "problem.severity": _PROBLEM[rule.severity],
        "precision": "high" if rule.status == "stable" else "medium",
        "duty": rule.duty,
        "since": rule.since,
        "status": rule.status,
        "waivable": rule.waivable,
    }


def _texts(rule: Rule, result: Result, lang: str) -> dict[str, Any]:
    """Title, reason and help of a rule in one language."""
    why, remedy = flowing(rule.why[lang]), _PLACEHOLDER.sub(r"<\1>", flowing(rule.remedy[lang]))
    passages = rule.sources_at(result.as_of) or rule.sources
    cites = [cited(source, result, lang) for source in passages]
    paragraphs = [why, remedy, *cites]
    text = "\n\n".join(sarif_message(paragraph) for paragraph in paragraphs)
    marked = [
        markdown(why),
        f"**{'Abhilfe' if lang == 'de' else 'Remedy'}:** {markdown(remedy)}",
        *(f"> {markdown(cite)}" for cite in cites),
    ]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": sarif_message(rule.title[lang])},
        "fullDescription": {"text": sarif_message(why)},
        "help": {"text": text, "markdown": _braces("\n\n".join(marked))},
    }


def _braces(text: str) -> str:
    """SARIF reads single braces as placeholders in Markdown too."""
    return text.replace("{", "{{").replace("}", "}}")
