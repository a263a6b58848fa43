"""told: a finding as the history keeps it, and the finding made of that again.

What is kept are the words as they were said, so that a later rulebook, or none that knows the
rule, still tells the same.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from linter.findings.finding import Finding, Place
from linter.registry.nodes import Scalar, Sequence

if TYPE_CHECKING:
    from linter.registry.account import Account
    from linter.registry.nodes import Node
    from linter.rulebook.rule import Rule
    from linter.text import Text

PLACE = ("path", "line", "column", "end_line", "end_column")


def told(finding: Finding) -> dict[str, Any]:
    """The finding as plain data."""
    data: dict[str, Any] = {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "status": finding.status,
        "account": finding.account_id,
        "authority": finding.authority,
        "platform": finding.platform,
        "handle": finding.handle,
        "field": finding.field,
        **{name: getattr(finding.place, name) for name in PLACE},
        "fingerprint": finding.fingerprint,
    }
    waits = finding.past is not None and finding.past.outcome == "fail"
    if finding.outcome == "unknown" and not waits:
        return {**data, "cause": finding.cause}
    return {
        **data,
        "value": finding.value,
        "reason": finding.reason,
        "message": finding.both("words"),
        "remedy": finding.both("remedy"),
        "evidence": finding.evidence,
    }


def retold(data: dict[str, Any], rule: Rule, account: Account | None) -> Finding:
    """The finding of an earlier night, at its account's place in today's registry.

    It is open: what suppresses it is today's registry to say.
    """
    same = copy.copy(rule)
    same.message, same.remedy = _literal(data["message"]), _literal(data["remedy"])
    same.variants = {}
    place = Place(*(data[name] for name in PLACE))
    if account is not None:
        place = _place(account, data["field"], data["value"])
    return Finding(
        rule=same,
        outcome="fail",
        field=data["field"],
        place=place,
        account=account,
        account_id=data["account"],
        authority=data["authority"],
        platform=data["platform"],
        handle=data["handle"],
        value=data["value"],
        severity=data["severity"],
        evidence=data["evidence"],
        document=account.document if account else None,
    )


def _literal(text: Text) -> Text:
    """A text without placeholders, whatever braces are in it."""
    return {lang: part.replace("{", "{{").replace("}", "}}") for lang, part in text.items()}


def _place(account: Account, address: str, value: str) -> Place:
    """Where the field stands now, or its part that says the value; else the nearest thing that does."""
    document = account.document
    node = account.fields.entries.get(address.partition(".")[0].partition("[")[0])
    if node is not None and type(node) is not Scalar:
        node = _saying(node, value) or node
    node = node or account.fields.entries.get("id")
    if type(node) is Scalar:
        return document.place(*document.span(node))
    return document.place(*document.key_span(node or account.fields))


def _saying(node: Node, value: str) -> Scalar | None:
    """The part of a list or mapping that says a value."""
    if type(node) is Scalar:
        return node if value and node.text == value else None
    parts = node.items if type(node) is Sequence else getattr(node, "entries", {}).values()
    return next((found for part in parts if (found := _saying(part, value)) is not None), None)
