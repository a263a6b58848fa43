"""Markdown for a comment on a merge request: a table of findings, the rules below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.report.choice import chosen, mark, shown_path, since
from linter.report.escape import code_span, html, markdown
from linter.report.options import Options
from linter.report.summary import summary
from linter.report.texts import cited, message, remedy, sources, why

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.text import Text

MOST_OF_TABLE = 36_000
MOST_OF_RULES = 20_000
"""Characters, kept below what GitHub takes as a comment: 65,536."""

_TEXTS: dict[str, Text] = {
    "head": {
        "de": "| | Code | Stelle | Account | Befund |",
        "en": "| | Code | Place | Account | Finding |",
    },
    "more": {
        "de": "… und {n} weitere; vollständig mit `--format full` oder `--format json`.",
        "en": "… and {n} more; in full with `--format full` or `--format json`.",
    },
    "why": {"de": "**Warum:** ", "en": "**Why:** "},
    "source": {"de": "**Quelle:** ", "en": "**Source:** "},
    "remedy": {"de": "**Abhilfe:** ", "en": "**Remedy:** "},
    "errors": {"de": "**Fehler beim Prüfen:**", "en": "**Errors while checking:**"},
}
_LEVELS: dict[str, Text] = {
    "error": {"de": "**Fehler**", "en": "**error**"},
    "warning": {"de": "Warnung", "en": "warning"},
    "info": {"de": "Hinweis", "en": "note"},
    "unknown": {"de": "nicht prüfbar", "en": "unknown"},
    "waived": {"de": "Ausnahme", "en": "waived"},
    "baselined": {"de": "Baseline", "en": "baselined"},
}
_SINCE: dict[str, Text] = {
    "new": {"de": "neu", "en": "new"},
    "reopened": {"de": "wieder da", "en": "reopened"},
    "since": {"de": "seit", "en": "since"},
}


def render(result: Result, options: Options) -> str:
    """Heading, summary, table of findings, and each rule explained once."""
    lang = options.lang
    findings = chosen(result, options, unknown=options.show_unknown)
    wide = _unwrapped(options)
    lines = ["## amtlint", ""]
    for line in summary(result, wide).splitlines():
        lines += [markdown(line), ""]
    if result.errors:
        lines += [_TEXTS["errors"][lang], "", *(f"- {markdown(e)}" for e in result.errors), ""]
    if findings:
        lines += [_TEXTS["head"][lang], "|---|---|---|---|---|"]
        lines += [
            *_limited([_row(finding, options) for finding in findings], MOST_OF_TABLE, lang),
            "",
        ]
        lines += _limited(_rules(findings, result, lang), MOST_OF_RULES, lang)
    if options.statistics:
        from linter.report.statistics import statistics  # noqa: PLC0415 - only if asked for

        lines += ["", "```text", statistics(result, wide).rstrip("\n").replace("```", "'''"), "```"]
    return "\n".join(lines).rstrip("\n") + "\n"


def _unwrapped(options: Options) -> Options:
    """The same options for a place that wraps lines by itself and has no colours."""
    return Options(options.lang, 1 << 30, show_suppressed=options.show_suppressed)


def _row(finding: Finding, options: Options) -> str:
    lang, marked = options.lang, mark(finding)
    level = _LEVELS[marked or finding.severity][lang]
    path = shown_path(finding.place.path, options)
    text = markdown(message(finding, lang))
    if finding.status != "open" and finding.reason:
        text += f" ({markdown(finding.reason)})"
    text += _since(finding, lang)
    cells = [
        level,
        code_span(finding.code),
        code_span(f"{path}:{finding.place.line}"),
        code_span(finding.account_id or finding.authority),
        text,
    ]
    return f"| {' | '.join(cells)} |"


def _since(finding: Finding, lang: str) -> str:
    """What the nights before make of it."""
    found = since(finding)
    if not found:
        return ""
    word, _, day = found.partition(" ")
    return f" *({' '.join(filter(None, (_SINCE[word][lang], day)))})*"


def _rules(findings: list[Finding], result: Result, lang: str) -> list[str]:
    """Each rule once, folded; the remedies differ only in what they name, the first stands for all."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.code, finding)
    return [_rule(first[code], result, lang) for code in sorted(first)]


def _rule(finding: Finding, result: Result, lang: str) -> str:
    title = html(f"{finding.code} – {finding.rule.title[lang]}")
    lines = [
        f"<details><summary>{title}</summary>",
        "",
        f"- {_TEXTS['why'][lang]}{markdown(why(finding, lang))}",
        *(
            f"- {_TEXTS['source'][lang]}{markdown(cited(source, result, lang))}"
            for source in sources(finding, result)
        ),
        f"- {_TEXTS['remedy'][lang]}{markdown(remedy(finding, lang))}",
        "",
        "</details>",
        "",
    ]
    return "\n".join(lines)


def _limited(parts: list[str], most: int, lang: str) -> list[str]:
    """As many parts as a comment holds, and how many were left out."""
    kept: list[str] = []
    used = 0
    for part in parts:
        used += len(part) + 1
        if used > most:
            return [*kept, "", _TEXTS["more"][lang].format(n=len(parts) - len(kept))]
        kept.append(part)
    return kept
