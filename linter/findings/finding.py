"""Finding: what a rule found, where, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.bundle import bundle, fresh
from linter.text import LANGUAGES, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from linter.errors import LinterError
    from linter.findings.history.model import Past
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document
    from linter.rulebook.rule import Rule
    from linter.text import Text


PLACE = ("path", "line", "column", "end_line", "end_column")
"""What a `Place` is made of, in the order in which it takes them."""


class Place:
    """Where: lines and columns are 1-based and count code points, the end is exclusive."""

    __slots__ = ("column", "end_column", "end_line", "line", "path")

    def __init__(
        self,
        path: str,
        line: int = 1,
        column: int = 1,
        end_line: int = 1,
        end_column: int = 1,
    ) -> None:
        self.path = path
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column


UNDECIDED: Text = {
    "de": "Nicht prüfbar („{title}“): {cause}",
    "en": "Could not be checked (“{title}”): {cause}",
}

SEEN_ONCE = "seen-once"
"""The cause of a finding that waits for another night to see the same."""

UNREACHABLE = "unreachable"
"""The variant of what could not be looked at in one night, and is a fault after several in a row."""

NOT_YET: Text = {
    "de": "Noch nicht bestätigt: {told} Gemeldet wird das erst, wenn es mehrere Nächte hintereinander so ist.",
    "en": "Not confirmed yet: {told} It is reported once it has been so for several nights in a row.",
}

STALE: Text = {
    "de": "{told} (Zuletzt gesehen am {day}; seither nicht prüfbar.)",
    "en": "{told} (Last seen on {day}; it could not be checked since.)",
}


class Finding:
    """One finding.

    outcome: fail or unknown (could not look); status: open, waived or baselined; field: the
    address of the value (or of what is absent); value: the value as the registry has it;
    values: the message's placeholders; reason: why it is waived or since when baselined;
    severity: the rule's, unless the config sets another; change: new, still, reopened or unknown;
    marked: the text that the place stands in, as it reads, and the characters of it that are meant;
    None where the place is no part of a text;
    note: a sentence that the message ends with, where the pack does not bind this authority by
    itself; past: what the history knows of it, None without a history.
    """

    __slots__ = (
        "account",
        "account_id",
        "authority",
        "cause",
        "change",
        "document",
        "evidence",
        "field",
        "handle",
        "marked",
        "note",
        "outcome",
        "past",
        "place",
        "platform",
        "reason",
        "rule",
        "severity",
        "status",
        "value",
        "values",
        "variant",
    )

    def __init__(
        self,
        rule: Rule,
        outcome: str,
        field: str,
        place: Place,
        account: Account | None = None,
        account_id: str = "",
        authority: str = "",
        platform: str = "",
        handle: str = "",
        value: str = "",
        values: dict[str, Any] | None = None,
        variant: str | None = None,
        cause: str = "",
        severity: str = "",
        status: str = "open",
        reason: str = "",
        change: str = "new",
        evidence: list[dict[str, Any]] | None = None,
        document: Document | None = None,
        note: Text | None = None,
        past: Past | None = None,
        marked: tuple[str, int, int] | None = None,
    ) -> None:
        self.rule = rule
        self.outcome = outcome
        self.field = field
        self.place = place
        self.account = account
        self.account_id = account_id
        self.authority = authority
        self.platform = platform
        self.handle = handle
        self.value = value
        self.values = {} if values is None else values
        self.variant = variant
        self.cause = cause
        self.severity = severity
        self.status = status
        self.reason = reason
        self.change = change
        self.evidence = [] if evidence is None else evidence
        self.document = document
        self.note = note
        self.past = past
        self.marked = marked

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    def message(self, lang: str) -> str:
        """What is wrong, in the language; for an unknown, what could not be seen and why."""
        if self.outcome == "unknown" and self.cause == SEEN_ONCE:
            return NOT_YET[lang].format(told=self.words(lang))
        if self.outcome == "unknown":
            from linter.text import CAUSES  # noqa: PLC0415 - rarely shown

            return UNDECIDED[lang].format(
                title=self.rule.title[lang], cause=CAUSES[self.cause][lang]
            )
        if self.past is not None and self.past.stale:
            from linter.subject import day_of  # noqa: PLC0415 - only beside a history

            day = shown(day_of(self.past.last_seen), lang)
            return STALE[lang].format(told=self.words(lang), day=day)
        return self.words(lang)

    def words(self, lang: str) -> str:
        """What the rule says of a miss, in the language."""
        text = self.rule.variants.get(self.variant or "", self.rule.message)
        told = fill(text[lang], self.values, lang)
        return f"{told} {self.note[lang]}" if self.note else told

    def remedy(self, lang: str) -> str:
        """What to do about it."""
        return fill(self.rule.remedy[lang], self.values, lang)

    def both(self, part: str) -> Text:
        """`message`, `words` or `remedy` in both languages."""
        return {lang: getattr(self, part)(lang) for lang in LANGUAGES}

    @property
    def fingerprint(self) -> str:
        """Code + account + field + digest of the normalised value; no line, no file name."""
        if self.past is not None and self.past.fingerprint:
            return self.past.fingerprint
        from linter.findings.fingerprint import fingerprint  # noqa: PLC0415 - costs start-up

        return fingerprint(self)


def fill(text: str, values: dict[str, Any], lang: str) -> str:
    """Put values into named placeholders; a value is never read as a template itself."""
    if "{" not in text:
        return text
    asked = [key for key in values if f"{{{key}" in text]  # a value may be long in the making
    return text.format_map({key: shown(values[key], lang) for key in asked})


@bundle
class Coverage:
    """What was looked at: accounts = checked (every rule decided) + unknown (some could not be)."""

    accounts: int = 0
    checked: int = 0
    unknown: int = 0
    rules: int = 0
    rules_not_run: int = 0

    def as_data(self) -> dict[str, int]:
        """As the formats for programs write it."""
        return {
            "accounts": self.accounts,
            "checked": self.checked,
            "unknown": self.unknown,
            "rules": self.rules,
            "rules_not_run": self.rules_not_run,
        }


@bundle
class Result:
    """All that a run found. Nothing is dropped: suppressed findings stay, with their status.

    errors: rules or plug-ins that failed, and files that were refused, as printable lines in the
    language of the run; error_texts: the same in both; documents: by path, so that reporters can
    show the lines; gone: with a history, the findings of the last night that are no more, as
    `linter.report.json` prints them; first_night: there was none before; left_out: findings
    that were not asked for (`--only new`): reports only say how many they are, no exit code
    counts them; unmet: selectors none of whose rules is in force for any of the accounts; idle:
    whether none of the selected rules could be asked of any; authorities: those known, by id;
    unmarked: files that look like a
    registry and were passed over, for they lack the marker; veiled: files that were passed over
    though nobody can see what is in them; passed: all files that were passed over.
    """

    findings: list[Finding]
    coverage: Coverage
    as_of: date
    rulebook: str
    documents: dict[str, Document] = fresh(factory=dict)
    unused_waivers: list[dict[str, Any]] = fresh(factory=list)
    errors: list[str] = fresh(factory=list)
    plugins: list[str] = fresh(factory=list)
    sources: dict[str, Any] = fresh(factory=dict)
    rules: list[Rule] = fresh(factory=list)
    gone: list[dict[str, Any]] | None = None
    first_night: bool = False
    left_out: list[Finding] = fresh(factory=list)
    unmet: list[str] = fresh(factory=list)
    idle: bool = False
    authorities: dict[str, Authority] = fresh(factory=dict)
    unmarked: list[str] = fresh(factory=list)
    veiled: list[str] = fresh(factory=list)
    passed: list[str] = fresh(factory=list)
    error_texts: list[Text] = fresh(factory=list)

    def failed(self, errors: Iterable[LinterError], lang: str) -> None:
        """Add errors; lang: the language of the run."""
        for error in errors:
            self.errors.append(error.render(lang))
            self.error_texts.append(error.both())

    def errors_in(self, lang: str) -> list[str]:
        """The errors in a language; where somebody told one in a single language, all as they were told."""
        if len(self.error_texts) != len(self.errors):
            return self.errors
        return [text[lang] for text in self.error_texts]

    @property
    def looked(self) -> bool:
        """Whether anything was checked: not where the chosen rules all look where nobody looked."""
        from linter.rulebook.select import UNSHAKEABLE  # noqa: PLC0415 - avoids a cycle

        seen = self.coverage
        chosen = seen.rules > len(UNSHAKEABLE)  # these are asked whatever is chosen
        return bool(seen.accounts and (chosen or not seen.rules_not_run) and not self.idle)

    def open(self, at_least: str, *, unknown: bool = False) -> list[Finding]:
        """The open findings at or above a severity; with unknown, those that could not be seen too.

        What could not be seen tonight counts also where only what is new is shown.
        """
        from linter.rulebook.rule import SEVERITIES  # noqa: PLC0415 - avoids a cycle

        least = SEVERITIES.index(at_least)
        unseen = [f for f in self.left_out if unknown and f.outcome == "unknown"]
        return [
            f
            for f in [*self.findings, *unseen]
            if f.status == "open"
            and (f.outcome == "fail" or unknown)
            and SEVERITIES.index(f.severity) >= least
        ]
