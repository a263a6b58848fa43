"""GitHub workflow commands: each finding becomes an annotation on its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.report.choice import chosen, mark, shown_path
from linter.report.escape import command_data, command_property
from linter.report.texts import cited, message, remedy, sources

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(result: Result, options: Options) -> str:
    """One command per line; suppressed and unknown ones, where shown, are mere notices."""
    findings = chosen(result, options, unknown=options.show_unknown)
    lines = [f"{_command(finding, result, options)}\n" for finding in findings]
    lines += [f"::error title=amtlint::{command_data(error)}\n" for error in result.errors]
    return "".join(lines)


def _command(finding: Finding, result: Result, options: Options) -> str:
    marked = mark(finding)
    title = f"{finding.code} {finding.rule.name}" + (f" ({marked})" if marked else "")
    place = finding.place
    properties = {
        "file": shown_path(place.path, options),
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
    }
    if place.end_line == place.line:  # GitHub wants columns only within one line
        properties["endColumn"] = str(place.end_column)
    properties["title"] = title
    listed = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
    cites = [cited(source, result, options.lang) for source in sources(finding, result)]
    lines = [message(finding, options.lang), remedy(finding, options.lang), *cites]
    if finding.status != "open" and finding.reason:
        lines.insert(1, f"{marked}: {finding.reason}")
    level = "notice" if marked else LEVELS[finding.severity]
    return f"::{level} {listed}::{command_data(*lines)}"
