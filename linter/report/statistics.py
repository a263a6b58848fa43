"""How often each rule found something (`--statistics`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.report.columns import width_of

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options
    from linter.text import Text

_COLUMNS: tuple[Text, ...] = (
    {"de": "offen", "en": "open"},
    {"de": "Ausnahme", "en": "waived"},
    {"de": "Baseline", "en": "baselined"},
    {"de": "nicht prüfbar", "en": "unknown"},
)
_NONE: Text = {"de": "Keine Regel hat etwas gefunden.", "en": "No rule has found anything."}


@dataclass(slots=True, eq=False, repr=False)
class Count:
    """What became of one rule's outcomes."""

    code: str
    name: str
    severity: str
    title: Text
    open: int = 0
    waived: int = 0
    baselined: int = 0
    unknown: int = 0

    def add(self, finding: Finding) -> None:
        """Count one more; a suppressed unknown counts as suppressed."""
        which = finding.status
        if which == "open" and finding.outcome == "unknown":
            which = "unknown"
        setattr(self, which, getattr(self, which) + 1)

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """Open, waived, baselined, unknown."""
        return (self.open, self.waived, self.baselined, self.unknown)


def counts(result: Result) -> list[Count]:
    """One entry per rule with an outcome to count; most open findings first."""
    by_code: dict[str, Count] = {}
    for finding in result.findings:
        rule = finding.rule
        if rule.code not in by_code:
            by_code[rule.code] = Count(rule.code, rule.name, finding.severity, rule.title)
        by_code[rule.code].add(finding)
    return sorted(by_code.values(), key=lambda c: ([-n for n in c.numbers], c.code))


def statistics(result: Result, options: Options) -> str:
    """The counts as a table, ending with a line break."""
    lang = options.lang
    rows = counts(result)
    if not rows:
        return f"{_NONE[lang]}\n"
    shown = [index for index in range(4) if index == 0 or any(c.numbers[index] for c in rows)]
    heads = [_COLUMNS[index][lang] for index in shown]
    wide = max(len(row.code) for row in rows)
    lines = ["  ".join([*heads, "", ""]).rstrip()]
    for row in rows:
        cells = [
            str(row.numbers[index]).rjust(width_of(head))
            for index, head in zip(shown, heads, strict=True)
        ]
        rule = f"{row.code.ljust(wide)} [{row.severity}] {row.title[lang]} ({row.name})"
        lines.append("  ".join([*cells, rule]))
    return "".join(f"{line}\n" for line in lines)
