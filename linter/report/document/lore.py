"""lore: what the rulebook at hand adds to a result: titles, reasons, documents, names of bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.report.texts import OWN, day, flowing, passage, section_of

if TYPE_CHECKING:
    from datetime import date

    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Document, Rule


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule for the annex: its title, why it is, the passages it rests on."""

    title: str
    why: str
    sources: tuple[str, ...]


@dataclass(slots=True)
class Lore:
    """By code, by id of a document and by id of an authority; digest: of the rulebook at hand."""

    lang: str
    digest: str = ""
    rules: dict[str, RuleWords] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    authorities: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Rulebook, codes: set[str], as_of: date, lang: str) -> Lore:
        """What a rulebook knows of the rules of a result, on its day."""
        from linter.rulebook.book import documents_of  # noqa: PLC0415 - only for reports

        documents = documents_of(book)
        found = cls(lang, book.digest)
        found.documents = {key: documents[key] for key in book.documents}
        found.authorities = {id_: body.title for id_, body in book.authorities.items()}
        for rule in book.rules:
            if rule.code in codes:
                found.rules[rule.code] = _words(rule, documents, as_of, lang)
        return found

    def title(self, code: str) -> str:
        """A rule's title; "" where the rulebook at hand does not know it."""
        rule = self.rules.get(code)
        return rule.title if rule else ""

    def document(self, id_: str, section: str, on: str) -> str:
        """A passage as the result names it: document, section, day."""
        if id_ == OWN:
            return {"de": "eigene Regel von amtlint", "en": "amtlint's own rule"}[self.lang]
        known = self.documents.get(id_)
        name = known.short[self.lang] if known else id_
        parts = [name, section_of(section, known, self.lang)]
        dated = f" ({day(on, self.lang)})" if on else ""
        return ", ".join(part for part in parts if part) + dated


def _words(rule: Rule, documents: dict[str, Document], as_of: date, lang: str) -> RuleWords:
    passages = tuple(
        passage(source, documents.get(source.document), lang)
        for source in rule.sources_at(as_of) or rule.sources
    )
    return RuleWords(rule.title[lang], flowing(rule.why[lang]), passages)
