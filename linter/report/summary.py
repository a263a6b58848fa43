"""The last lines of a run: how many findings, how many hidden, what was looked at, what could not be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.columns import wrap
from linter.text import CAUSES

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options
    from linter.text import Text

MOST_RULES = 8
"""Rules named in the line on what could not be checked; the others are counted."""

SEVERITIES = ("error", "warning", "info")
"""The gravest first."""
_COUNTED: dict[str, tuple[Text, Text]] = {
    "error": ({"de": "Fehler", "en": "error"}, {"de": "Fehler", "en": "errors"}),
    "warning": ({"de": "Warnung", "en": "warning"}, {"de": "Warnungen", "en": "warnings"}),
    "info": ({"de": "Hinweis", "en": "note"}, {"de": "Hinweise", "en": "notes"}),
    "finding": ({"de": "Befund", "en": "finding"}, {"de": "Befunde", "en": "findings"}),
    "rule": ({"de": "Regel", "en": "rule"}, {"de": "Regeln", "en": "rules"}),
    "account": ({"de": "Account", "en": "account"}, {"de": "Accounts", "en": "accounts"}),
    "authority": ({"de": "Behörde", "en": "authority"}, {"de": "Behörden", "en": "authorities"}),
}
_TEXTS: dict[str, Text] = {
    "nothing": {"de": "Es wurde kein Account geprüft.", "en": "No account was checked."},
    "none": {"de": "Keine offenen Befunde", "en": "No open findings"},
    "open": {"de": "Offen: ", "en": "Open: "},
    "none-new": {"de": "Keine neuen offenen Befunde", "en": "No new open findings"},
    "known": {
        "de": " Aus früheren Nächten offen, hier nicht gezeigt: {what}.",
        "en": " Open from earlier nights, not shown here: {what}.",
    },
    "waived": {"de": "{n} mit Ausnahme", "en": "{n} waived"},
    "baselined": {"de": "{n} in der Baseline", "en": "{n} in the baseline"},
    "hidden": {
        "de": " Nicht gezeigt: {what} (--show-suppressed).",
        "en": " Not shown: {what} (--show-suppressed).",
    },
    "shown": {"de": " Unterdrückt: {what}.", "en": " Suppressed: {what}."},
    "coverage": {
        "de": "Geprüft: {accounts} mit {rules}; {checked} vollständig, {unknown} nicht in allen Punkten.",
        "en": "Checked: {accounts} with {rules}; {checked} in full, {unknown} not in every point.",
    },
    "changes": {
        "de": "Seit der letzten Nacht: {new} neu, {reopened} wieder da, {gone} erledigt.",
        "en": "Since the last night: {new} new, {reopened} reopened, {gone} gone.",
    },
    "first-night": {
        "de": "Erste Nacht dieses Verlaufs: {new} neu.",
        "en": "First night of this history: {new} new.",
    },
    "not-run": {
        "de": " Nicht angewandt, weil nicht aus dem Register allein entscheidbar: {rules}.",
        "en": " Not run, because the registry alone cannot decide: {rules}.",
    },
    "unknown": {
        "de": "Nicht prüfbar: {rules} bei {where}. {cause} ",
        "en": "Could not be checked: {rules} for {where}. {cause} ",
    },
    "more": {"de": " und {n} weitere", "en": " and {n} more"},
}


def counted(number: int, what: str, lang: str) -> str:
    """`1 Warnung`, `2 Warnungen`."""
    return f"{number} {_COUNTED[what][number != 1][lang]}"


def by_severity(findings: list[Finding], lang: str) -> str:
    """`3 Fehler, 1 Warnung`; empty where there is none."""
    return ", ".join(
        counted(number, severity, lang)
        for severity in SEVERITIES
        if (number := sum(finding.severity == severity for finding in findings))
    )


def summary(result: Result, options: Options) -> str:
    """The summary in lines that fit the width, ending with a line break."""
    lang = options.lang
    lines = [_findings(result, options)] if result.coverage.accounts or result.findings else []
    if result.gone is not None:
        lines.append(_changes(result, result.gone, lang))
    if result.coverage.accounts:
        lines += [_coverage(result, lang), *unknowns(result, lang)]
    lines = lines or [_TEXTS["nothing"][lang]]
    return "".join(f"{part}\n" for line in lines for part in wrap(line, options.width, rest="  "))


def _findings(result: Result, options: Options) -> str:
    lang = options.lang
    fails = [finding for finding in result.findings if finding.outcome == "fail"]
    found = by_severity([finding for finding in fails if finding.status == "open"], lang)
    known = by_severity(
        [f for f in result.left_out if f.outcome == "fail" and f.status == "open"], lang
    )
    line = _TEXTS["none-new" if known else "none"][lang]
    if found:
        line = _TEXTS["open"][lang] + found
    line += "."
    if known:
        line += _TEXTS["known"][lang].format(what=known)
    hidden = ", ".join(
        _TEXTS[status][lang].format(n=number)
        for status in ("waived", "baselined")
        if (number := sum(finding.status == status for finding in fails))
    )
    if hidden:
        text = _TEXTS["shown" if options.show_suppressed else "hidden"][lang]
        line += text.format(what=hidden)
    return line


def _changes(result: Result, gone: list[dict[str, Any]], lang: str) -> str:
    """What a history tells of the night before."""
    found = [f.change for f in result.findings if f.outcome == "fail" and f.status == "open"]
    return _TEXTS["first-night" if result.first_night else "changes"][lang].format(
        new=found.count("new"),
        reopened=found.count("reopened"),
        gone=sum(one["status"] == "open" for one in gone),
    )


def _coverage(result: Result, lang: str) -> str:
    seen = result.coverage
    line = _TEXTS["coverage"][lang].format(
        accounts=counted(seen.accounts, "account", lang),
        rules=counted(seen.rules, "rule", lang),
        checked=seen.checked,
        unknown=seen.unknown,
    )
    if seen.rules_not_run:
        line += _TEXTS["not-run"][lang].format(rules=counted(seen.rules_not_run, "rule", lang))
    return line


def unknowns(result: Result, lang: str) -> list[str]:
    """One line per cause: how many rules could not look at how many accounts, and which most.

    What the baseline knows is counted, too, and what a report on changes leaves out: it may be
    old news, but it is still not looked at.
    """
    causes: dict[str, list[Finding]] = {}
    for finding in (*result.findings, *result.left_out):
        if finding.outcome == "unknown" and finding.status != "waived":
            causes.setdefault(finding.cause, []).append(finding)
    return [_of_cause(cause, causes[cause], lang) for cause in sorted(causes)]


def _of_cause(cause: str, findings: list[Finding], lang: str) -> str:
    codes: dict[str, int] = {}
    for finding in findings:
        codes[finding.code] = codes.get(finding.code, 0) + 1
    accounts = len({finding.account_id for finding in findings if finding.account_id})
    houses = len({finding.authority for finding in findings})
    where = counted(accounts, "account", lang) if accounts else counted(houses, "authority", lang)
    line = _TEXTS["unknown"][lang].format(
        rules=counted(len(codes), "rule", lang),
        where=where,
        cause=CAUSES.get(cause, {}).get(lang, cause),
    )
    most = sorted(codes, key=lambda code: (-codes[code], code))
    line += ", ".join(f"{code} ({codes[code]})" for code in most[:MOST_RULES])
    if len(most) > MOST_RULES:
        line += _TEXTS["more"][lang].format(n=len(most) - MOST_RULES)
    return line + "."
