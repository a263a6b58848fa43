"""grouped: findings that say the same of many accounts, as one paragraph. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linter.report.escape import terminal, visible
from linter.report.summary import counted
from linter.report.texts import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.findings.finding import Finding
    from linter.text import Text

MOST_NAMED = 20
"""Accounts of a paragraph that are named; the report, and the digest's data, name the others."""

QUOTES = (("„", "“"), ("“", "”"))
"""Between them a message names the account that it is about."""

MORE: Text = {"de": "… und {n} weitere", "en": "… and {n} more"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is said: of one, or of all the `names`; findings: how many say it."""

    line: str
    names: str = ""
    findings: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, ready to be put beside others.

    whom: whose it is, as a line begins; kind: what there may be many of, "" for a file; where:
    the platform, of what is a house's; what: code and severity; alike: the words without the
    account's own name, the same for all of whom the same is said.
    """

    whom: str
    kind: str
    where: str
    what: str
    words: str
    alike: str

    @classmethod
    def of(cls, finding: Finding, lang: str) -> Told:
        """An open finding."""
        whose = (finding.account_id, finding.authority, finding.platform, finding.place.path)
        what = f"{finding.code} [{finding.severity}]"
        name = "" if finding.field == "handle" else finding.handle
        return _told(whose, what, message(finding, lang), name)

    @classmethod
    def of_gone(cls, one: dict[str, Any], lang: str) -> Told:
        """A finding that is no more, as `Result.gone` has it."""
        whose = (one["account"], one["authority"], one["platform"], "")
        name = "" if one["field"] == "handle" else one["handle"]
        return _told(whose, one["code"], one["message"][lang], name)

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same of all whom one paragraph is about."""
        where = self.where if self.kind == "authority" else ""
        return (self.kind, where, self.what, self.alike, "" if self.kind else self.whom)


def _told(whose: tuple[str, str, str, str], what: str, words: str, name: str) -> Told:
    account, authority, platform, path = whose
    kind = "account" if account else "authority" if authority else ""
    whom = account or " ".join(filter(None, (authority, platform))) or path
    words, name = (visible(" ".join(text.split())) for text in (words, name))
    alike = words
    for opening, closing in QUOTES if name else ():
        alike = alike.replace(f"{opening}{name}{closing}", f"{opening}…{closing}")
    return Told(whom, kind, platform, what, words, alike)


def paragraphs(every: Iterable[Told], lang: str) -> list[Paragraph]:
    """One for all of whom the same is said, where the first of them stands."""
    groups: dict[tuple[str, ...], list[Told]] = {}
    for one in every:
        groups.setdefault(one.key, []).append(one)
    return [_paragraph(group, lang) for group in groups.values()]


def _paragraph(group: Sequence[Told], lang: str) -> Paragraph:
    first, whom = group[0], list(dict.fromkeys(one.whom for one in group))
    words = first.words if all(one.words == first.words for one in group) else first.alike
    if len(whom) == 1:
        times = f" ({len(group)}×)" if len(group) > 1 else ""
        return Paragraph(terminal(f"{whom[0]}: {first.what} {words}") + times, "", len(group))
    names = terminal(", ".join(whom[:MOST_NAMED]))
    if len(whom) > MOST_NAMED:
        names += " " + MORE[lang].format(n=len(whom) - MOST_NAMED)
    many = counted(len(whom), first.kind, lang)
    return Paragraph(terminal(f"{many}: {first.what} {words}"), names, len(group))
