"""SARIF 2.1.0: results for code-scanning services, the law as taxonomy, both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.choice import chosen, shown_path
from linter.report.escape import as_json, sarif_message, visible
from linter.report.sarif_tool import DRIVER, LEVELS, driver, taxonomies, translations
from linter.report.texts import message, remedy
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options
    from linter.rulebook.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
_ROOT_IS = "The folder that relative file names refer to: that of the configuration or of the call."


def render(result: Result, options: Options) -> str:
    """One log with one run. Suppressed results only with `show_suppressed`; unknown ones are open."""
    findings = chosen(result, options, unknown=True)
    rules = _rules(result, findings)
    laws = taxonomies(rules, result, options.lang)
    other = next(lang for lang in LANGUAGES if lang != options.lang)
    paths = sorted({*result.documents, *(finding.place.path for finding in findings)})
    run: dict[str, Any] = {
        "tool": {"driver": driver(rules, laws, result, options)},
        "language": options.lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": _ROOT_IS}}},
        "invocations": [_invocation(result)],
        "artifacts": [
            {
                "location": _location(path, options),
                "roles": ["analysisTarget"],
                "sourceLanguage": "yaml",
            }
            for path in paths
        ],
        "taxonomies": laws,
        "translations": translations(rules, result, other),
        "results": _results(result, findings, rules, paths, options),
        "properties": {
            "as_of": result.as_of.isoformat(),
            "coverage": result.coverage.as_data(),
            "unused_waivers": result.unused_waivers,
        },
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(result: Result, findings: list[Finding]) -> list[Rule]:
    by_code = {rule.code: rule for rule in result.rules}
    for finding in findings:
        by_code.setdefault(finding.code, finding.rule)
    return [by_code[code] for code in sorted(by_code)]


def _invocation(result: Result) -> dict[str, Any]:
    return {
        "executionSuccessful": not result.errors,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": sarif_message(error)}} for error in result.errors
        ],
    }


def _location(path: str, options: Options) -> dict[str, Any]:
    """A percent-encoded URI, relative to the root wherever the path is."""
    from urllib.parse import quote  # noqa: PLC0415 - slow to import

    shown = shown_path(path, options)
    try:
        raw = shown.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = shown.encode("utf-8", "replace")
    uri = quote(raw, safe="/")
    if uri.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": ROOT}


def _results(
    result: Result,
    findings: list[Finding],
    rules: list[Rule],
    paths: list[str],
    options: Options,
) -> list[dict[str, Any]]:
    rule_index = {rule.code: index for index, rule in enumerate(rules)}
    artifact = {path: index for index, path in enumerate(paths)}
    # Only a run that was compared with an earlier one can say what is new.
    compared = any(f.status == "baselined" or f.change != "new" for f in result.findings)
    results = []
    for finding in findings:
        place = finding.place
        entry: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": rule_index[finding.code],
            "kind": "open" if finding.outcome == "unknown" else "fail",
            "level": "none" if finding.outcome == "unknown" else LEVELS[finding.severity],
            "message": {"text": sarif_message(message(finding, options.lang))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            **_location(place.path, options),
                            "index": artifact[place.path],
                        },
                        "region": {
                            "startLine": place.line,
                            "startColumn": place.column,
                            "endLine": place.end_line,
                            "endColumn": place.end_column,
                        },
                    },
                    "logicalLocations": [_logical(finding)],
                }
            ],
            "partialFingerprints": {f"{DRIVER}/v1": finding.fingerprint},
            "properties": _properties(finding),
        }
        if options.show_suppressed:
            entry["suppressions"] = _suppressions(finding)
        if compared and (state := _baseline_state(finding)):
            entry["baselineState"] = state
        results.append(entry)
    return results


def _logical(finding: Finding) -> dict[str, Any]:
    owner = finding.account_id or finding.authority
    parts = [visible(part) for part in (owner, finding.field) if part]
    return {"fullyQualifiedName": ".".join(parts), "kind": "member"}


def _suppressions(finding: Finding) -> list[dict[str, Any]]:
    """A waiver stands in the registry, the baseline beside it; an open result says it has none."""
    if finding.status == "open":
        return []
    suppression: dict[str, Any] = {
        "kind": "inSource" if finding.status == "waived" else "external",
        "status": "accepted",
    }
    if finding.reason:
        suppression["justification"] = visible(finding.reason)
    return [suppression]


def _baseline_state(finding: Finding) -> str:
    """Empty for a point that a night could not look at: that is neither new nor old."""
    if finding.status == "baselined" or finding.change == "still":
        return "unchanged"
    if finding.change == "unknown":
        return ""
    return "absent" if finding.change == "gone" else "new"


def _properties(finding: Finding) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "account": finding.account_id,
        "authority": finding.authority,
        "platform": finding.platform,
        "handle": finding.handle,
        "field": finding.field,
        "outcome": finding.outcome,
        "status": finding.status,
        "message": {lang: message(finding, lang) for lang in LANGUAGES},
        "remedy": {lang: remedy(finding, lang) for lang in LANGUAGES},
    }
    if finding.cause:
        properties["cause"] = finding.cause
    if finding.evidence:
        properties["evidence"] = finding.evidence
    return properties
