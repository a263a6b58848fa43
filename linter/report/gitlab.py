"""GitLab Code Quality: a JSON list that merge requests show beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.choice import chosen, mark, shown_path
from linter.report.escape import as_json, clipped
from linter.report.texts import message

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options

SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def render(result: Result, options: Options) -> str:
    """One entry per finding. GitLab matches entries by fingerprint, so each has its own."""
    seen: dict[str, int] = {}
    entries = []
    for finding in chosen(result, options, unknown=options.show_unknown):
        fingerprint = finding.fingerprint
        number = seen[fingerprint] = seen.get(fingerprint, 0) + 1
        entries.append(
            _entry(finding, fingerprint if number == 1 else f"{fingerprint}-{number}", options)
        )
    return as_json(entries)


def _entry(finding: Finding, fingerprint: str, options: Options) -> dict[str, Any]:
    marked = mark(finding)
    text = f"{finding.code}: {clipped(message(finding, options.lang))}"
    if marked:
        text = f"[{marked}] {text}"
    if finding.status != "open" and finding.reason:
        text += f" ({finding.reason})"
    return {
        "type": "issue",
        "description": text,
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": "info" if marked else SEVERITIES[finding.severity],
        "categories": ["Compliance"],
        "location": {
            "path": shown_path(finding.place.path, options),
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }
