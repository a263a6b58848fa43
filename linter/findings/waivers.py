"""Waivers: findings that someone answers for, until a day, with a reason.

A waiver stands in the account or in the authority's entry (`waivers:`), or in a comment on the
line it concerns. It suppresses the findings it names and nothing else: those of its account, of
the house as a whole, or of its line. A waiver that is misspelt, unjustified, expired, not
permitted or without effect is itself a finding (SUP001–SUP005), and whatever it was meant for
stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from linter.findings.finding import Finding, Place
from linter.registry.nodes import Mapping, Node, Scalar, Sequence, end_of, start_of
from linter.subject import day_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from linter.registry.account import Account
    from linter.registry.document import Document
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.text import Text

NEVER = ("REG001", "REG002", "SUP")
"""What no waiver reaches, whatever a rule says of itself: the file must be readable."""


@dataclass(slots=True, eq=False, repr=False)
class Waiver:
    """One code that one waiver names.

    code: as written; address: of the entry, empty for a comment; lines: what a comment
    concerns, empty for an entry of the account; problem: why it cannot be read; whole: the
    place of all of it, place: of what names the code.
    """

    code: str
    document: Document
    place: Place
    whole: Place
    account: Account | None = None
    authority: str = ""
    address: str = ""
    lines: tuple[int, ...] = ()
    reason: str = ""
    until: date | None = None
    approved_by: str = ""
    problem: Text | None = None


@dataclass(slots=True, eq=False, repr=False)
class Waived:
    """What waivers brought about: the findings about them, and those that suppress nothing."""

    findings: list[Finding] = field(default_factory=list)
    unused: list[dict[str, Any]] = field(default_factory=list)


def apply_waivers(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    accounts: Iterable[Account],
    *,
    book: Rulebook,
    ran: Collection[str],
    as_of: date,
) -> Waived:
    """Set status and reason of what is waived; return what there is to say about the waivers.

    book: all rules, also those not chosen in this run; ran: the codes that were. A waiver of a
    rule that did not run is not unused, and of the SUP rules only those that ran are reported.
    """
    waivers = [
        waiver
        for account in accounts
        if "waivers" in account.fields.entries
        for waiver in listed(account.fields, account.document, account=account)
    ]
    for document in documents:
        waivers += _houses(document)
        if "amtlint:" in document.text:
            from linter.findings.inline import written_in  # noqa: PLC0415 - few files need it

            waivers += written_in(document)
    result = Waived()
    if not waivers:
        return result
    reach = _Reach(findings, accounts, inline=any(waiver.lines for waiver in waivers))
    report = _Report(result, book, ran, reach)
    for waiver in waivers:
        _apply(waiver, book, reach, report, as_of)
    report.tell_idle()
    return result


def _apply(waiver: Waiver, book: Rulebook, reach: _Reach, report: _Report, as_of: date) -> None:
    if waiver.problem is not None:
        report.add("SUP005", waiver, waiver.whole, "malformed", problem=waiver.problem)
        return
    rule = book.find(waiver.code)
    if rule is None:
        report.add("SUP005", waiver, waiver.place, "malformed", problem=_strange(waiver, book))
        return
    fault = forbidden(rule, waiver.until, as_of)
    if fault == "forbidden":
        report.add("SUP004", waiver, waiver.place, fault)
    elif fault:
        report.add("SUP004", waiver, waiver.place, fault, longest_days=rule.longest_days)
    expired = waiver.until is not None and waiver.until < as_of
    if expired:
        report.add("SUP003", waiver, waiver.whole, until=waiver.until)
    if not waiver.reason:
        report.add("SUP002", waiver, waiver.whole)
    if fault or expired or not waiver.reason:
        return
    meant = reach.findings(waiver, rule.code)
    for finding in meant:
        if finding.status == "open":
            finding.status, finding.reason = "waived", waiver.reason
    if meant:
        report.used.add(_written_at(waiver))
    elif rule.code in report.ran and not _in_broken_file(waiver):
        report.idle.append((waiver, rule))


def _written_at(waiver: Waiver) -> tuple[int, int, int]:
    """Where a waiver is written: once for all accounts that take it over by an anchor."""
    return id(waiver.document), waiver.place.line, waiver.place.column


def _in_broken_file(waiver: Waiver) -> bool:
    """True for a comment in a file of which a part could not be read: perhaps its own part."""
    return bool(waiver.lines) and any(p.code == "REG001" for p in waiver.document.problems)


def forbidden(rule: Rule, until: date | None, as_of: date) -> str:
    """Why the rule does not permit the waiver: `forbidden`, `too-long`, or nothing."""
    if not rule.waivable or rule.code.startswith(NEVER):
        return "forbidden"
    if rule.longest_days and (until is None or (until - as_of).days > rule.longest_days):
        return "too-long"
    return ""


def listed(
    fields: Mapping, document: Document, *, account: Account | None = None, authority: str = ""
) -> list[Waiver]:
    """The waivers of an account or authority; what has the wrong form is REG002's to say."""
    node = fields.entries.get("waivers")
    if type(node) is not Sequence:
        return []
    waivers = [
        _entry(document, item, f"waivers[{number}]")
        for number, item in enumerate(node.items)
        if type(item) is Mapping
    ]
    for waiver in waivers:
        waiver.account, waiver.authority = account, authority
    return waivers


def _houses(document: Document) -> list[Waiver]:
    """The waivers in the document's `authorities`."""
    root = document.root
    node = root.entries.get("authorities") if type(root) is Mapping else None
    return [
        waiver
        for item in (node.items if type(node) is Sequence else ())
        if type(item) is Mapping and "waivers" in item.entries
        for waiver in listed(item, document, authority=_text(item, "id"))
    ]


def _entry(document: Document, node: Mapping, address: str) -> Waiver:
    code = _text(node, "code")
    whole = _first_line(document, node)
    named = node.entries.get("code")
    waiver = Waiver(
        code=code,
        document=document,
        place=_place(document, named) if code and named is not None else whole,
        whole=whole,
        address=address,
        reason=_text(node, "reason"),
        approved_by=_text(node, "approved_by"),
    )
    until = _text(node, "until")
    if until:
        waiver.until = day_of(until)
        if waiver.until is None:
            waiver.problem = no_date(until)
            waiver.whole = _place(document, node.entries["until"])
    if not code:
        waiver.problem = {
            "de": "Es fehlt der Code der Regel („code“).",
            "en": "The rule's code (`code`) is missing.",
        }
    return waiver


def _text(node: Mapping, key: str) -> str:
    child = node.entries.get(key)
    return " ".join((child.text or "").split()) if type(child) is Scalar else ""


def _place(document: Document, node: Node) -> Place:
    return document.place(start_of(node), end_of(node))


def _first_line(document: Document, node: Node) -> Place:
    """A mapping's first line: enough to find it, and no snippet of many lines."""
    start, end = start_of(node), end_of(node)
    line, _ = document.position(start)
    return document.place(
        start, min(end, document.line_starts[line - 1] + len(document.line(line)))
    )


def no_date(text: str) -> Text:
    """The problem of an `until` that is no date."""
    return {
        "de": f"„{text}“ ist kein Datum der Form JJJJ-MM-TT.",
        "en": f"“{text}” is not a date of the form YYYY-MM-DD.",
    }


def _strange(waiver: Waiver, book: Rulebook) -> Text:
    from linter.registry.fields import suggestion  # noqa: PLC0415 - only after a mistake

    near = suggestion(waiver.code, [name for rule in book.rules for name in (rule.code, rule.name)])
    return {
        "de": f"„{waiver.code}“ ist weder Code noch Name einer Regel."
        + (f" Meinten Sie „{near}“?" if near else ""),
        "en": f"“{waiver.code}” is neither code nor name of a rule."
        + (f" Did you mean “{near}”?" if near else ""),
    }


class _Reach:
    """Which findings a waiver can mean; indexed once, when there are waivers at all."""

    def __init__(
        self, findings: Iterable[Finding], accounts: Iterable[Account], *, inline: bool
    ) -> None:
        self.accounts = accounts
        self.in_order: dict[int, list[Account]] | None = None
        self.by_account: dict[tuple[int, int, str], list[Finding]] = {}
        self.by_authority: dict[tuple[str, str], list[Finding]] = {}
        self.by_line: dict[tuple[str, int, str], list[Finding]] = {}
        for finding in findings:
            if not finding.account_id:  # the house's, even if it is shown at one of its accounts
                key = (finding.authority, finding.code)
                self.by_authority.setdefault(key, []).append(finding)
            elif finding.account is not None:
                entry = (*_entry_of(finding.account), finding.code)
                self.by_account.setdefault(entry, []).append(finding)
            for line in _lines(finding) if inline else ():
                at = (finding.place.path, line, finding.code)
                self.by_line.setdefault(at, []).append(finding)

    def findings(self, waiver: Waiver, code: str) -> list[Finding]:
        """All that the waiver is for."""
        if waiver.authority:
            return self.by_authority.get((waiver.authority, code), [])
        if waiver.account is not None and not waiver.lines:
            return self.by_account.get((*_entry_of(waiver.account), code), [])
        path = waiver.document.path
        return [f for line in waiver.lines for f in self.by_line.get((path, line, code), [])]

    def account(self, waiver: Waiver) -> Account | None:
        """The account a waiver stands in."""
        if waiver.account is not None or not waiver.lines:
            return waiver.account
        document, last = waiver.document, waiver.lines[-1]
        offset = document.line_starts[last - 1] + len(document.line(last))
        listed = self._listed(document)
        at = bisect_right(listed, offset, key=_start)
        found = listed[at - 1] if at else None
        return found if found is not None and offset <= end_of(found.fields) else None

    def _listed(self, document: Document) -> list[Account]:
        """The accounts of a document by their places: thousands of comments may ask."""
        if self.in_order is None:
            self.in_order = {}
            for account in self.accounts:
                self.in_order.setdefault(id(account.document), []).append(account)
            for accounts in self.in_order.values():
                accounts.sort(key=_start)
        return self.in_order.get(id(document), [])


def _start(account: Account) -> int:
    return start_of(account.fields)


def _entry_of(account: Account) -> tuple[int, int]:
    """The entry an account is read from: the same for an account as the public sees it."""
    return id(account.document), account.fields.mark


def _lines(finding: Finding) -> tuple[int, ...]:
    """The lines where a comment can stand beside the finding: a long value's first and last."""
    place = finding.place
    if finding.value and place.end_line > place.line and place.end_column > 1:
        return (place.line, place.end_line)
    return (place.line,)


class _Report:
    """Collects the findings about waivers."""

    def __init__(self, result: Waived, book: Rulebook, ran: Collection[str], reach: _Reach) -> None:
        self.result = result
        self.book = book
        self.ran = ran
        self.reach = reach
        self.said: set[tuple[str, str, int, int]] = set()
        self.used: set[tuple[int, int, int]] = set()
        self.idle: list[tuple[Waiver, Rule]] = []

    def add(
        self, code: str, waiver: Waiver, place: Place, variant: str | None = None, **values: Any
    ) -> None:
        """Report a fault once per place: a comment with three codes lacks one reason."""
        key = (code, place.path, place.line, place.column)
        if code not in self.ran or key in self.said:
            return
        self.said.add(key)
        account = self.reach.account(waiver)
        rule = self.book.find(code)
        assert rule is not None  # noqa: S101 - it ran
        self.result.findings.append(
            Finding(
                rule,
                "fail",
                waiver.address,
                place,
                account=account,
                account_id=account.id if account else "",
                authority=account.authority if account else waiver.authority,
                platform=account.platform if account else "",
                handle=account.handle if account else "",
                value=waiver.code,
                values={"code": waiver.code, **values},
                variant=variant,
                severity=rule.severity,
                document=waiver.document,
            )
        )

    def tell_idle(self) -> None:
        """Report what suppresses nothing for any of the accounts that share it."""
        for waiver, rule in self.idle:
            if _written_at(waiver) not in self.used:
                self.unused(waiver, rule)

    def unused(self, waiver: Waiver, rule: Rule) -> None:
        """Report a waiver that suppresses nothing, as a finding and in the result's own list."""
        self.add("SUP001", waiver, waiver.place)
        account = self.reach.account(waiver)
        self.result.unused.append(
            {
                "code": rule.code,
                "account": account.id if account else "",
                "authority": account.authority if account else waiver.authority,
                "path": waiver.place.path,
                "line": waiver.place.line,
                "column": waiver.place.column,
                "reason": waiver.reason,
                "until": waiver.until.isoformat() if waiver.until else None,
            }
        )
