"""Which findings a reporter shows, in which order, and how it names their file."""

from __future__ import annotations

from os import fspath, sep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options


def chosen(result: Result, options: Options, *, unknown: bool) -> list[Finding]:
    """The findings to show, by place: suppressed ones and unknowns only where they are wanted."""
    return sorted(
        (
            finding
            for finding in result.findings
            if (finding.outcome == "fail" or unknown)
            and (finding.status == "open" or options.show_suppressed)
        ),
        key=_order,
    )


def _order(finding: Finding) -> tuple[str | int, ...]:
    place = finding.place
    return (
        place.path,
        place.line,
        place.column,
        finding.code,
        finding.account_id,
        finding.field,
        finding.outcome,
        place.end_line,
        place.end_column,
        finding.variant or "",
    )


def shown_path(path: str, options: Options) -> str:
    """A path with slashes, relative to the base folder if it lies in it."""
    base = fspath(options.base)
    if base and path.startswith(base.rstrip(sep) + sep):
        path = path[len(base.rstrip(sep)) + 1 :]
    if sep == "\\":
        path = path.replace(sep, "/")
    return path.removeprefix("./")


def mark(finding: Finding) -> str:
    """`waived`, `baselined`, `unknown`, or nothing for an open finding; the same in each language."""
    if finding.status != "open":
        return finding.status
    return "unknown" if finding.outcome == "unknown" else ""


def since(finding: Finding) -> str:
    """What the nights before make of a failure: `new`, `reopened`, `since` a day; "" without nights."""
    if finding.past is None or finding.outcome != "fail" or finding.status != "open":
        return ""
    if finding.change == "still":
        return f"since {finding.past.first_seen}"
    return finding.change
