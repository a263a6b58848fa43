"""digest: what a night changed, in a few words, as text, HTML and JSON. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.delivery.grouped import MORE, Paragraph, Told, paragraphs
from linter.report.escape import terminal
from linter.report.json import entry, gone_entry
from linter.report.options import Options
from linter.report.summary import by_severity, counted, unknowns
from linter.text import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from linter.delivery.notices import When
    from linter.findings.finding import Finding, Result
    from linter.text import Text

VERSION = 1
LONGEST = 200
"""Paragraphs of a section, and findings of the data; the report has them all."""

TEXTS: dict[str, Text] = {
    "subject": {"de": "amtlint, {day}: {what}", "en": "amtlint, {day}: {what}"},
    "new": {"de": "Neu", "en": "New"},
    "open": {"de": "Offen", "en": "Open"},
    "reopened": {"de": "Wieder da", "en": "Reopened"},
    "gone": {"de": "Erledigt", "en": "Gone"},
    "errors": {"de": "Nicht gelungen", "en": "Failed"},
    "counts": {
        "de": "{new} neu, {reopened} wieder da, {gone} erledigt, {open} offen",
        "en": "{new} new, {reopened} reopened, {gone} gone, {open} open",
    },
    "only-open": {"de": "{open} offen", "en": "{open} open"},
    "checked": {
        "de": "Geprüft: {accounts}, Stichtag {day}. Offen: {open}.",
        "en": "Checked: {accounts}, as of {day}. Open: {open}.",
    },
    "none": {"de": "nichts", "en": "nothing"},
    "nothing": {
        "de": "Seit der letzten Nacht hat sich nichts geändert.",
        "en": "Nothing has changed since the last night.",
    },
    "unknown": {"de": "Lücken", "en": "Gaps"},
    "late": {"de": "dazu {n} aus früheren Nächten", "en": "plus {n} from earlier nights"},
    "notice": {"de": "Meldung|Meldungen", "en": "notice|notices"},
    "earlier": {
        "de": "Nachgereicht, weil es damals nicht zugestellt werden konnte",
        "en": "Delivered late, because it could not be delivered at the time",
    },
}


@dataclass(frozen=True, slots=True)
class Digest:
    """What a night changed; gone: as `Result.gone` has it, None without a history."""

    result: Result
    new: list[Finding]
    reopened: list[Finding]
    gone: list[dict[str, Any]] | None
    open: list[Finding]

    @classmethod
    def of(cls, result: Result) -> Digest:
        """The digest of a result; without a history all that is open is told.

        What is open is counted whole, also where the reports show only what is new.
        """
        every = [*result.findings, *result.left_out]
        found = [f for f in every if f.outcome == "fail" and f.status == "open"]
        gone = result.gone
        return cls(
            result,
            [f for f in found if f.change == "new"],
            [f for f in found if f.change == "reopened"],
            None if gone is None else [one for one in gone if one["status"] == "open"],
            found,
        )

    def wanted(self, when: When) -> bool:
        """Whether somebody is to be told who asked for that."""
        if when == "always":
            return True
        if when == "open":
            return bool(self.open)
        return self.news

    @property
    def news(self) -> bool:
        """Whether the night changed anything."""
        return bool(self.new or self.reopened or self.gone)

    def numbers(self) -> dict[str, int]:
        """How many of each."""
        return {
            "new": len(self.new),
            "reopened": len(self.reopened),
            "gone": len(self.gone or ()),
            "open": len(self.open),
        }

    def subject(self, lang: str, earlier: int = 0) -> str:
        """The subject of the mail: a day and numbers, never a word of a registry or profile.

        earlier: how many notices of earlier nights come with it.
        """
        key = "only-open" if self.gone is None else "counts"
        what = TEXTS[key][lang].format(**self.numbers())
        if earlier:
            one, _, many = TEXTS["notice"][lang].partition("|")
            late = TEXTS["late"][lang].format(n=f"{earlier} {one if earlier == 1 else many}")
            what += f"; {late}"
        return TEXTS["subject"][lang].format(day=shown(self.result.as_of, lang), what=what)

    def sections(self, lang: str) -> list[tuple[str, list[Paragraph]]]:
        """Headings and what stands below them: what is said of many is said once."""
        result = self.result
        told = {
            "open" if self.gone is None else "new": [Told.of(f, lang) for f in self.new],
            "reopened": [Told.of(f, lang) for f in self.reopened],
            "gone": [Told.of_gone(one, lang) for one in self.gone or ()],
        }
        parts = [(key, paragraphs(every, lang)) for key, every in told.items()]
        for key, lines in (("unknown", unknowns(result, lang)), ("errors", result.errors_in(lang))):
            parts.append((key, [Paragraph(terminal(line)) for line in lines]))
        return [
            (f"{TEXTS[key][lang]} ({sum(one.findings for one in said)})", _clipped(said, lang))
            for key, said in parts
            if said
        ]

    def head(self, lang: str) -> str:
        """The first line."""
        line = TEXTS["checked"][lang].format(
            accounts=counted(self.result.coverage.accounts, "account", lang),
            day=shown(self.result.as_of, lang),
            open=by_severity(self.open, lang) or TEXTS["none"][lang],
        )
        if self.gone is not None and not (self.new or self.reopened or self.gone):
            line += f" {TEXTS['nothing'][lang]}"
        return line

    def text(self, lang: str, earlier: Sequence[Mapping[str, Any]] = ()) -> str:
        """The digest as plain text; earlier: what nights before had to tell, see `data`."""
        blocks = [self.head(lang)]
        for heading, said in self.sections(lang):
            items = (f"- {one.line}" + (f"\n  {one.names}" if one.names else "") for one in said)
            blocks.append("\n".join([heading, *items]))
        if earlier:
            blocks.append(TEXTS["earlier"][lang])
        blocks += [letter["text"].rstrip() for letter in earlier]
        return "\n\n".join(blocks) + "\n"

    def html(self, lang: str, earlier: Sequence[Mapping[str, Any]] = ()) -> str:
        """The digest as simple HTML; earlier: as for `text`."""
        parts = [f"<p>{escape(self.head(lang))}</p>"]
        for heading, said in self.sections(lang):
            items = "\n".join(
                f"<li>{'<br>'.join(map(escape, filter(None, (one.line, one.names))))}</li>"
                for one in said
            )
            parts.append(f"<h2>{escape(heading)}</h2>\n<ul>\n{items}\n</ul>")
        if earlier:
            parts.append(f"<h2>{escape(TEXTS['earlier'][lang])}</h2>")
        parts += [f"<pre>{escape(letter['text'].rstrip())}</pre>" for letter in earlier]
        body = "\n".join(parts)
        title = escape(self.subject(lang, len(earlier)))
        return (
            f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8">'
            f"<title>{title}</title></head>\n<body>\n{body}\n</body>\n</html>\n"
        )

    def data(
        self, lang: str, now: datetime, earlier: Sequence[Mapping[str, Any]] = ()
    ) -> dict[str, Any]:
        """The digest as JSON; `text` is what chat services show of it.

        earlier: the same of nights before, which did not arrive then.
        """
        result = self.result
        options = Options(lang)
        changed = [*self.new, *self.reopened]
        return {
            "version": VERSION,
            "tool": {"name": "amtlint", "version": __version__, "rulebook": result.rulebook},
            "as_of": result.as_of.isoformat(),
            "sent_at": now.isoformat(timespec="seconds"),
            "text": f"{self.subject(lang, len(earlier))}\n\n{self.text(lang, earlier)}",
            "counts": {"accounts": result.coverage.accounts, **self.numbers()},
            "findings": [entry(finding, result, options) for finding in changed[:LONGEST]],
            "gone": [gone_entry(one) for one in (self.gone or [])[:LONGEST]],
            "left_out": max(len(changed) - LONGEST, 0) + max(len(self.gone or ()) - LONGEST, 0),
            "errors": list(result.errors_in(lang)),
            **({"earlier": list(earlier)} if earlier else {}),
        }


def _clipped(said: list[Paragraph], lang: str) -> list[Paragraph]:
    if len(said) <= LONGEST:
        return said
    rest = sum(one.findings for one in said[LONGEST:])
    return [*said[:LONGEST], Paragraph(MORE[lang].format(n=rest))]
