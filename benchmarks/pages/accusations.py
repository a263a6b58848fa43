"""What the rules make of what was read: who is accused rightly, who wrongly, and what stays open.

A rule that fails where the labels have the detail accuses wrongly; that is the worst it can do. Where it passes
although the detail is missing, it is silent.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from linter.testing import judged, load_for_tests

if TYPE_CHECKING:
    from pathlib import Path

RULES = {
    "IMP201": ("provider_name",),
    "IMP202": ("street", "postal_code", "city"),
    "IMP204": ("representative",),
    "IMP205": ("email",),
    "IMP206": ("phone",),
}
"""Rules that fail where an Impressum lacks all of a detail, and the labels that tell."""
ACCOUNT = """\
platform: facebook
handle: bergheide
kind: authority
impressum: https://www.bergheide.example/impressum
"""
HEAD = ("rule", "rightly accused", "wrongly accused", "unknown", "silent", "in order")


def accusations(corpus: Path, labels: list[dict[str, Any]]) -> list[str]:
    """A table of the rules on the contents of an Impressum, over all labelled ones."""
    book = load_for_tests()
    rows = []
    for code, keys in RULES.items():
        rule = book.find(code)
        if rule is None:
            raise LookupError(code)
        told: Counter[tuple[str, bool]] = Counter()
        for entry in labels:
            if "impressum" not in entry["page_type"] or not _concerns(code, entry):
                continue
            page = (corpus / entry["file"]).absolute()
            result, _ = judged(book, rule, ACCOUNT, {"pages": {"impressum": str(page)}})
            outcome = next((f.outcome for f in result.findings if f.code == code), "pass")
            told[outcome, all(entry["fields"].get(key) for key in keys)] += 1
        unknown = told["unknown", True] + told["unknown", False]
        rows.append(
            (code, told["fail", False], told["fail", True], unknown, told["pass", False],
             told["pass", True])
        )  # fmt: skip
    lines = [f"| {' | '.join(HEAD)} |", "|---|---:|---:|---:|---:|---:|"]
    return lines + [f"| {' | '.join(map(str, row))} |" for row in rows]


def _concerns(code: str, entry: dict[str, Any]) -> bool:
    """Whether a rule is about the page: of a P.O. box alone another rule speaks."""
    return not (code == "IMP202" and entry["fields"].get("po_box_only"))
