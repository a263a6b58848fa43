"""For people at a terminal: every finding in full, then the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.report.choice import chosen
from linter.report.summary import summary

if TYPE_CHECKING:
    from linter.findings.finding import Result
    from linter.report.options import Options


def render(result: Result, options: Options) -> str:
    """Every finding, then statistics if asked for, then the summary."""
    text = ""
    findings = chosen(result, options, unknown=options.show_unknown)
    if findings:
        from linter.report.block import block  # noqa: PLC0415 - a clean run shows none

        explained: dict[str, tuple[str, str]] = {}
        text = "".join(block(finding, result, options, explained) for finding in findings)
    if options.statistics:
        from linter.report.statistics import statistics  # noqa: PLC0415 - only if asked for

        text += statistics(result, options) + "\n"
    return text + summary(result, options)
