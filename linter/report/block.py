"""One finding in full: the line, the YAML with the span marked, why, source and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.choice import shown_path
from linter.report.color import paint
from linter.report.columns import wrap
from linter.report.concise import line
from linter.report.escape import clipped, file_name, terminal
from linter.report.snippet import snippet
from linter.report.texts import cited, remedy, sources, why

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options
    from linter.text import Text

_LABELS: dict[str, Text] = {
    "account": {"de": "Account", "en": "account"},
    "why": {"de": "Warum", "en": "why"},
    "source": {"de": "Quelle", "en": "source"},
    "remedy": {"de": "Abhilfe", "en": "remedy"},
    "seen": {"de": "gesehen", "en": "seen"},
    "waived": {"de": "Ausnahme", "en": "waiver"},
    "baselined": {"de": "Baseline", "en": "baseline"},
}
_AS_THERE: dict[bool, Text] = {
    True: {
        "de": "Warum, Quelle und Abhilfe wie bei {place}",
        "en": "why, source and remedy as at {place}",
    },
    False: {"de": "Warum und Quelle wie bei {place}", "en": "why and source as at {place}"},
}
"""By whether the remedy is the same."""


def block(
    finding: Finding,
    result: Result,
    options: Options,
    explained: dict[str, tuple[str, str]],
) -> str:
    """The finding's lines; explained: rules that were told in full before, and where."""
    lines = [line(finding, options), *_body(finding, result, options, explained)]
    return "\n".join(lines) + "\n\n"


def _body(
    finding: Finding,
    result: Result,
    options: Options,
    explained: dict[str, tuple[str, str]],
) -> list[str]:
    level = "unknown" if finding.outcome == "unknown" else finding.severity
    document = finding.document or result.documents.get(finding.place.path)
    lines = snippet(document, finding.place, level, options) if document else []
    return [*lines, *_notes(finding, result, options, explained, "\n".join(lines))]


def _notes(
    finding: Finding,
    result: Result,
    options: Options,
    explained: dict[str, tuple[str, str]],
    seen: str,
) -> list[str]:
    """Whose account, and what the rule says. A rule explains itself once, then refers back."""
    lang = options.lang
    notes: list[str] = []
    if finding.account_id and finding.account_id not in seen:
        parts = [clipped(part, 60) for part in (finding.platform, finding.handle) if part]
        text = clipped(finding.account_id, 60) + (f" ({', '.join(parts)})" if parts else "")
        notes += _note("account", text, options)
    for entry in finding.evidence:
        notes += _note("seen", _seen(entry, lang), options)
    if finding.status != "open" and finding.reason:
        notes += _note(finding.status, finding.reason, options)
    help_text = remedy(finding, lang)
    earlier = explained.get(finding.code)
    if earlier is None:
        notes += _note("why", why(finding, lang), options)
        for source in sources(finding, result):
            notes += _note("source", cited(source, result, lang), options)
        notes += _note("remedy", help_text, options)
        place = f"{file_name(shown_path(finding.place.path, options))}:{finding.place.line}"
        explained[finding.code] = (place, help_text)
        return notes
    place, former = earlier
    if help_text != former:
        notes += _note("remedy", help_text, options)
    text = _AS_THERE[help_text == former][lang].format(place=place)
    return [*notes, *_labelled(text, "", options)]


def _seen(entry: dict[str, Any], lang: str) -> str:
    """What was asked, what came back, and when: the particulars are in JSON and the evidence."""
    where, reached = str(entry.get("url", "")), str(entry.get("final_url") or "")
    what = entry.get("status") or "–"
    if entry.get("fault") and not entry.get("status"):
        from linter.web_faults import in_words  # noqa: PLC0415 - only where a request failed

        what = in_words(entry["fault"], None, entry.get("detail", ""))[lang]
    way = f" → {reached}" if reached not in ("", where) else ""
    return f"{clipped(where + way, 300)} ({what}, {entry.get('fetched_at', '')})"


def _note(label: str, text: str, options: Options) -> list[str]:
    return _labelled(terminal(text), f"{_LABELS[label][options.lang]}: ", options)


def _labelled(text: str, label: str, options: Options) -> list[str]:
    lines = wrap(text, options.width, f"  = {label}", "    ")
    lines[0] = (
        f"  = {paint(label, 'bold', on=options.color and bool(label))}{lines[0][4 + len(label) :]}"
    )
    return lines
