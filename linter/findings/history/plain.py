"""plain: findings as plain data and back, so that another night can tell the same again.

Nothing but JSON is kept, for a history file may come from somewhere else: what cannot be written
so is not kept. Evidence is kept as the number of the answer it shows; in another night it shows
that night's answer to the same question.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from linter.findings.finding import PLACE, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from linter.crawl.capture import Capture
    from linter.registry.account import Account
    from linter.registry.document import Document
    from linter.rulebook.rule import Rule

WORDS = (
    "outcome", "field", "account_id", "authority", "platform", "handle", "value", "variant", "cause",
    "severity", "note",
)  # fmt: skip


class UnkeptError(Exception):
    """A finding that cannot be told again from plain data."""


def plain(finding: Finding, captures: Sequence[Capture]) -> dict[str, Any]:
    """A finding as plain data; captures: the answers that its evidence may show."""
    return {
        "code": finding.code,
        "place": [getattr(finding.place, name) for name in PLACE],
        "values": {name: _packed(value) for name, value in finding.values.items()},
        "evidence": [_shown(entry, captures) for entry in finding.evidence],
        "document": finding.document.path if finding.document is not None else None,
        "owned": finding.account is not None,
        "marked": list(finding.marked) if finding.marked is not None else None,
        **{name: getattr(finding, name) for name in WORDS},
    }


def again(
    data: dict[str, Any],
    captures: Sequence[Capture],
    *,
    rules: Mapping[str, Rule],
    account: Account,
    documents: Mapping[str, Document],
) -> Finding:
    """The finding of plain data, about an account as it is seen tonight."""
    return Finding(
        rule=rules[data["code"]],
        place=Place(*data["place"]),
        values={name: _unpacked(value) for name, value in data["values"].items()},
        evidence=[captures[number].evidence() | more for number, more in data["evidence"]],
        document=documents[data["document"]] if data["document"] is not None else None,
        account=account if data["owned"] else None,
        marked=tuple(marked) if (marked := data.get("marked")) else None,
        **{name: data[name] for name in WORDS},
    )


def _shown(entry: dict[str, Any], captures: Sequence[Capture]) -> list[Any]:
    """Which answer an entry of the evidence shows, and what it says beside."""
    for number, capture in enumerate(captures):
        told = capture.evidence()
        if told.items() <= entry.items():
            more = {name: value for name, value in entry.items() if name not in told}
            return [number, more]
    raise UnkeptError


def _packed(value: Any) -> Any:
    kind = type(value)  # itself: what is worked out when it is shown is a dict that is empty before
    if value is None or kind in (str, bool, int, float):
        return value
    if kind is date:
        return {"date": value.isoformat()}
    if kind in (list, tuple):
        return {kind.__name__: [_packed(one) for one in value]}
    if kind is dict and all(isinstance(name, str) for name in value):
        return {"dict": {name: _packed(one) for name, one in value.items()}}
    raise UnkeptError


def _unpacked(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind == "date":
        return date.fromisoformat(content)
    if kind == "dict":
        return {name: _unpacked(one) for name, one in content.items()}
    return (tuple if kind == "tuple" else list)(_unpacked(one) for one in content)
