"""Registries, rules and findings for the tests in this folder."""

from __future__ import annotations

from datetime import date

from linter.findings.finding import Finding
from linter.findings.waivers import Waived, apply_waivers
from linter.registry.account import Account
from linter.registry.nodes import Scalar
from linter.registry.parse import parse
from linter.rulebook.book import Rulebook
from linter.rulebook.rule import Applies, Rule
from linter.subject import _walk

DAY = date(2026, 11, 25)


def rule(code: str, name: str = "", **attributes) -> Rule:
    text = {"de": code, "en": code}
    settings = {
        "code": code,
        "name": name or f"fault-{code.lower()}",
        "pack": "demo",
        "severity": "warning",
        "duty": "own",
        "title": text,
        "message": text,
        "variants": {},
        "why": text,
        "remedy": text,
        "sources": [],
        "applies": Applies(),
        "per": "account",
        "tags": (),
        "needs": ("registry",),
        "guards": [],
        "checks": [],
        "waivable": True,
        "longest_days": 0,
        "since": "0.1",
        "status": "stable",
    }
    return Rule(**{**settings, **attributes})


SUP = [rule(f"SUP00{number}", waivable=False) for number in range(1, 6)]
RULES = {
    "XX101": rule("XX101", "person-in-handle", redirects=("XX001", "old-name")),
    "XX102": rule("XX102", longest_days=100),
    "XX103": rule("XX103", waivable=False),
    "XX104": rule("XX104", per="authority"),
    "REG001": rule("REG001"),
    "REG002": rule("REG002"),
}
BOOK = Rulebook(rules=[*RULES.values(), *SUP])
RAN = {r.code for r in BOOK.rules}


class Registry:
    """A registry text, read; findings are made by address, with the place of the value."""

    def __init__(self, text: str, path: str = "r.yaml") -> None:
        self.document = parse(text, path)
        assert not self.document.problems
        self.accounts = [
            self._account(item) for item in self.document.root.entries["accounts"].items
        ]
        self.findings: list[Finding] = []

    def _account(self, node) -> Account:
        text = {key: getattr(value, "text", None) or "" for key, value in node.entries.items()}
        head = {key: text.get(key, "") for key in ("id", "platform", "handle", "kind")}
        head["status"] = text.get("status", "active")
        return Account(**head, authority="haus", fields=node, document=self.document, packs=())

    def found(self, code: str, index: int, field: str, **attributes) -> Finding:
        account = self.accounts[index]
        spots = _walk(account.fields, field.split("."), 0, "")
        node = spots[0][1] if spots else account.fields.entries["id"]
        span = attributes.pop("span", None)
        house = RULES[code].per not in ("account", "registry")
        finding = Finding(
            rule=RULES[code],
            outcome=attributes.pop("outcome", "fail"),
            field=spots[0][0] if spots else field,
            place=self.document.place(*self.document.span(node, span)),
            account=account,
            account_id="" if house else account.id,
            authority=account.authority,
            platform="" if house else account.platform,
            handle="" if house else account.handle,
            value=(node.text or "") if spots and type(node) is Scalar else "",
            severity=attributes.pop("severity", "warning"),
            document=self.document,
            marked=(node.text, *span) if span else None,
            **attributes,
        )
        self.findings.append(finding)
        return finding

    def waive(self, as_of: date = DAY, ran: set[str] = RAN) -> Waived:
        return apply_waivers(
            self.findings, [self.document], self.accounts, book=BOOK, ran=ran, as_of=as_of
        )


def sup(waived: Waived) -> list[tuple]:
    """What is said about waivers: code, variant, line, column."""
    return [(f.code, f.variant, f.place.line, f.place.column) for f in waived.findings]
