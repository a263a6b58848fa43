"""told: a finding as the history keeps it, and the finding made of that again.

What is kept are the words as they were said, so that a later rulebook, or none that knows the
rule, still tells the same.
"""

from __future__ import annotations

import copy
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.findings.finding import PLACE, Finding, Place
from linter.findings.fingerprint import STEP, flat
from linter.registry.nodes import Mapping, Node, Scalar, Sequence, end_of, key_start_of, start_of

if TYPE_CHECKING:
    from linter.registry.account import Account
    from linter.registry.document import Document
    from linter.rulebook.rule import Rule
    from linter.text import Text

KEY, VALUE = "key", "value"
"""Where in its field a finding stands; else it is a part of the value, known by its digest."""


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
        "own_severity": finding.rule.severities.get(finding.variant or "", finding.rule.severity),
        "at": _at(finding),
        "value": finding.value,
        "reason": finding.reason,
        "message": finding.both("words"),
        "remedy": finding.both("remedy"),
        "evidence": finding.evidence,
    }


def retold(data: dict[str, Any], rule: Rule, account: Account | None) -> Finding:
    """The finding of an earlier night, at its account's place in today's registry.

    It is open, and as grave as the rule has it: what suppresses it, and what the config says of
    its severity, is today's to say.
    """
    same = copy.copy(rule)
    same.message, same.remedy = _literal(data["message"]), _literal(data["remedy"])
    same.severity = data.get("own_severity", data["severity"])
    same.variants, same.severities = {}, {}
    place = Place(*(data[name] for name in PLACE))
    if account is not None:
        at = data.get("at") or (VALUE if data["value"] else KEY)
        place = account.document.place(*_span(account, data["field"], at))
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
        severity=same.severity,
        evidence=data["evidence"],
        document=account.document if account else None,
    )


def _literal(text: Text) -> Text:
    """A text without placeholders, whatever braces are in it."""
    return {lang: part.replace("{", "{{").replace("}", "}}") for lang, part in text.items()}


def _at(finding: Finding) -> str:
    """Where in its field a finding stands: at the key, the value, or a part that stands for itself.

    What a profile shows stands at the value as a whole (see `linter.overlay`), but for the items
    of a list that are as the registry has them.
    """
    account = finding.account
    node = _field(account, finding.field) if account is not None else None
    if account is None or node is None or account.document.path != finding.place.path:
        return ""
    document, here = account.document, (finding.place.line, finding.place.column)
    key = key_start_of(node)
    if key is not None and document.position(key) == here:
        return KEY
    if type(node) is Scalar or document.position(start_of(node)) == here:
        return VALUE
    for part in _parts(node):
        observed = part is not node and start_of(part) == start_of(node)
        if not observed and _holds(document, part, here):
            return _digest(part)
    return VALUE


def _span(account: Account, address: str, at: str) -> tuple[int, int]:
    """The offsets where a finding of the field stands now; of a field that is gone, the account's."""
    document, node = account.document, _field(account, address)
    if node is None:
        node = account.fields.entries.get("id")
        return document.key_span(account.fields) if node is None else document.span(node)
    if at == KEY:
        return document.key_span(node)
    part = None
    if at != VALUE and type(node) is not Scalar:
        part = next((one for one in _parts(node) if _digest(one) == at), None)
    if part is None:
        return document.span(node)
    meant = _within(part, address)
    return document.span(meant) if type(meant) is Scalar else document.key_span(meant)


def _field(account: Account, address: str) -> Node | None:
    return account.fields.entries.get(address.partition(".")[0].partition("[")[0])


def _parts(node: Node) -> list[Node]:
    """What of a field is taken as declared, or not, each for itself: a list's items, else all."""
    return list(node.items) if type(node) is Sequence else [node]


def _holds(document: Document, node: Node, place: tuple[int, int]) -> bool:
    """Whether a line and column are within a part."""
    return document.position(start_of(node)) <= place < document.position(end_of(node))


def _digest(node: Node) -> str:
    return sha256(flat(node).encode(errors="surrogatepass")).hexdigest()[:16]


def _within(part: Node, address: str) -> Node:
    """What an address means within a part of its field, as far as it is there."""
    steps = STEP.findall(address)[1:]
    if steps and steps[0][1]:  # which item of the list it was then
        del steps[0]
    for name, number in steps:
        inner = None
        if name and type(part) is Mapping:
            inner = part.entries.get(name)
        elif number and type(part) is Sequence and int(number) < len(part.items):
            inner = part.items[int(number)]
        if inner is None:
            break
        part = inner
    return part
