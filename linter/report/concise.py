"""One line per finding: `path:line:column: CODE [severity] message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.report.choice import chosen, mark, shown_path, since

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options


def render(result: Result, options: Options) -> str:
    """The lines and nothing else, for editors and pipes; the summary goes elsewhere."""
    text = "".join(
        f"{line(finding, options)}\n"
        for finding in chosen(result, options, unknown=options.show_unknown)
    )
    if options.statistics:
        from linter.report.statistics import statistics  # noqa: PLC0415 - only if asked for

        text += statistics(result, options)
    return text


def line(finding: Finding, options: Options) -> str:
    """One finding; words in brackets are the same in every language."""
    from linter.report.color import paint  # noqa: PLC0415 - here and below: only for findings
    from linter.report.escape import file_name, terminal  # noqa: PLC0415
    from linter.report.texts import message  # noqa: PLC0415

    place = finding.place
    path = file_name(shown_path(place.path, options))
    level = "unknown" if finding.outcome == "unknown" else finding.severity
    on = options.color
    head = (
        f"{paint(f'{path}:{place.line}:{place.column}', 'bold', on=on)}: "
        f"{paint(finding.code, level, on=on)} {paint(f'[{level}]', level, on=on)} "
    )
    text = head + terminal(message(finding, options.lang))
    if beside := mark(finding) if finding.status != "open" else since(finding):
        text += " " + paint(f"[{beside}]", "dim", on=on)
    return text
