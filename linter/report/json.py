"""JSON, version 1: everything, in both languages, for programs (`docs/output.schema.json`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.choice import chosen, shown_path
from linter.report.escape import as_json, visible
from linter.report.summary import SEVERITIES
from linter.report.texts import message, remedy, sources
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options

VERSION = 1


def render(result: Result, options: Options) -> str:
    """One object. Suppressed findings only with `show_suppressed`, unknown ones always."""
    findings = chosen(result, options, unknown=True)
    data: dict[str, Any] = {
        "version": VERSION,
        "tool": {
            "name": "amtlint",
            "version": options.version,
            "rulebook": result.rulebook,
            "plugins": list(result.plugins),
        },
        "as_of": result.as_of.isoformat(),
        "findings": [entry(finding, result, options) for finding in findings],
        "coverage": result.coverage.as_data(),
        "unused_waivers": result.unused_waivers,
    }
    if names := _names(findings, result):
        data["authorities"] = names
    if result.gone is not None:
        data["gone"] = [gone_entry(one) for one in result.gone]
        data["left_out"] = len(result.left_out)
        data["left_out_open"] = _open(result.left_out)
    if options.statistics:
        data["statistics"] = _statistics(result)
    if result.errors:
        data["errors"] = list(result.errors)
        if len(result.error_texts) == len(result.errors):
            data["error_texts"] = list(result.error_texts)
    return as_json(data)


def _names(findings: list[Finding], result: Result) -> dict[str, str]:
    """The names of the authorities that findings are about, as far as they are known."""
    known = result.authorities
    ids = sorted({finding.authority for finding in findings} & known.keys())
    return {id_: visible(known[id_].title) for id_ in ids if known[id_].title != id_}


def entry(finding: Finding, result: Result, options: Options) -> dict[str, Any]:
    """One finding."""
    place = finding.place
    data: dict[str, Any] = {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "status": finding.status,
        "account": finding.account_id,
        "authority": finding.authority,
        "platform": finding.platform,
        "handle": finding.handle,
        "field": finding.field,
        "path": shown_path(place.path, options),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "message": {lang: message(finding, lang) for lang in LANGUAGES},
        "remedy": {lang: remedy(finding, lang) for lang in LANGUAGES},
        "source": [
            {
                "document": source.document,
                "section": source.section,
                "date": result.sources[source.document].date
                if source.document in result.sources
                else "",
            }
            for source in sources(finding, result)
        ],
        "evidence": finding.evidence,
        "fingerprint": finding.fingerprint,
        "change": finding.change,
    }
    if finding.past is not None:
        data["history"] = {
            "change_by": finding.past.change_by,
            "first_seen": finding.past.first_seen,
            "last_seen": finding.past.last_seen,
            "nights": finding.past.streak,
            "stale": finding.past.stale,
        }
    if finding.outcome == "unknown":
        data["cause"] = finding.cause
    if finding.status != "open":
        data["reason"] = finding.reason
    return data


def gone_entry(one: dict[str, Any]) -> dict[str, Any]:
    """A finding of the night before that is no more."""
    return {**one, "message": {lang: visible(text) for lang, text in one["message"].items()}}


def _open(findings: list[Finding]) -> dict[str, int]:
    """How many are open, by severity."""
    found = [one.severity for one in findings if one.outcome == "fail" and one.status == "open"]
    return {severity: found.count(severity) for severity in SEVERITIES}


def _statistics(result: Result) -> list[dict[str, Any]]:
    from linter.report.statistics import counts  # noqa: PLC0415 - only if asked for

    return [
        {
            "code": count.code,
            "name": count.name,
            "severity": count.severity,
            "open": count.open,
            "waived": count.waived,
            "baselined": count.baselined,
            "unknown": count.unknown,
        }
        for count in counts(result)
    ]
