"""A finding's texts as a reporter may print them: nothing invisible is left in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.report.escape import visible

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.rulebook.rule import Document, Source
    from linter.text import Text

OWN = "amtlint"
"""The document that the linter's own rules name; its sections are titles, in German only."""

_RECORD_IT: Text = {
    "de": "Das Feld „{field}“ im Register eintragen oder berichtigen; dann lässt sich die Regel prüfen.",
    "en": "Record or correct the field “{field}” in the registry; then the rule can be checked.",
}

_LOOK: Text = {
    "de": "Selbst nachsehen oder später noch einmal prüfen; was Besucher ohne Anmeldung nicht lesen können, kann amtlint nicht beurteilen.",
    "en": "Look yourself or check again later; amtlint cannot judge what visitors cannot read without a login.",
}
_JUDGE: Text = {
    "de": "Selbst beurteilen oder die Angabe „{field}“ eindeutiger fassen.",
    "en": "Judge it yourself or make the entry “{field}” clearer.",
}
_OF_REGISTRY = frozenset(
    (
        *("not-declared", "eligibility-unknown", "interval-not-configured", "not-recorded"),
        *("turning-point-unclear", "target-hidden", "unreadable", "authority-unknown"),
    )
)
"""Causes that an entry in the registry takes away; the others lie with what was to be read."""


def message(finding: Finding, lang: str) -> str:
    """What is wrong."""
    return visible(finding.message(lang).rstrip("\n"))


def remedy(finding: Finding, lang: str) -> str:
    """What to do; where nothing could be seen, the rule's own remedy would be premature."""
    if finding.outcome == "unknown":
        text = _LOOK
        if finding.cause == "wording-unclear":
            text = _JUDGE
        elif finding.cause in _OF_REGISTRY:
            text = _RECORD_IT
        return text[lang].replace("{field}", visible(finding.field))
    return visible(finding.remedy(lang).rstrip("\n"))


def why(finding: Finding, lang: str) -> str:
    """The obligation and its purpose."""
    return flowing(finding.rule.why[lang])


def sources(finding: Finding, result: Result) -> list[Source]:
    """The passages that applied on the day; all of them where none did."""
    return finding.rule.sources_at(result.as_of) or finding.rule.sources


def cited(source: Source, result: Result, lang: str) -> str:
    """A passage as one line, by the documents of the result."""
    return passage(source, result.sources.get(source.document), lang)


def passage(source: Source, document: Document | None, lang: str) -> str:
    """A passage as one line: document, section, date, quote."""
    parts = [document.short[lang] if document else source.document]
    if source.section and source.document != OWN:
        parts.append(section_of(source.section, document, lang))
    line = ", ".join(parts)
    if document and document.date:
        line += f" ({day(document.date, lang)})"
    if source.quote:
        opening, closing = ("„", "“") if lang == "de" else ("“", "”")
        line += f": {opening}{flowing(source.quote)}{closing}"
    return line


def section_of(section: str, document: Document | None, lang: str) -> str:
    """What a reader of the language calls a section of a document."""
    if lang == "de":
        return section
    from linter.rulebook.citation import named  # noqa: PLC0415 - German is what rules say

    return named(section, document.sections if document else (), lang)


def flowing(text: str) -> str:
    """A rule's text as one paragraph, however it was broken in its file."""
    return " ".join(text.split())


def day(text: str, lang: str) -> str:
    """A day, month or year in the reader's order."""
    return ".".join(reversed(text.split("-"))) if lang == "de" else text
