"""The measure: precision and recall of what `amtlint inspect` says against labels.

Text compares case-folded with white space and trailing punctuation collapsed; names compare by
containment, phone and fax by their last seven digits, VAT and register numbers by their letters
and digits, e-mail by its usable form. Values on pages that are only an excerpt count for recall.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

LISTS = ("representative", "phone", "fax", "email")
TEXTS = ("provider_name", "legal_form", "street", "postal_code", "city", "supervisory_authority",
         "register", "register_number", "vat_id", "business_id", "editorially_responsible")  # fmt: skip
FLAGS = ("po_box_only", "cites_tmg", "cites_ddg", "cites_rstv", "os_platform_link")
NOTICE_SETS = ("legal_basis_art6", "data_subject_rights", "mentions_social_media")
NOTICE_TEXTS = ("controller_named", "dpo_contact", "complaint_authority")
BY_CONTAINMENT = frozenset(
    ("provider_name", "editorially_responsible", "controller_named", "dpo_contact",
     "complaint_authority", "register", "supervisory_authority", "representative")
)  # fmt: skip
SHORTEST = 4
"""A name shorter than this must be the same."""
Wrong = tuple[str, str, str, str]
"""What, page, missed or wrong, value."""


class Rate(NamedTuple):
    """Hits, false alarms and misses of one thing."""

    hits: int = 0
    alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.hits / (self.hits + self.alarms) if self.hits + self.alarms else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was said."""
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 1.0

    def plus(self, hits: int = 0, alarms: int = 0, misses: int = 0) -> Rate:
        """The sum."""
        return Rate(self.hits + hits, self.alarms + alarms, self.misses + misses)


class Score:
    """Rates by what was looked for, and every single thing that is wrong."""

    def __init__(self) -> None:
        self.rates: dict[str, Rate] = {}
        self.wrong: list[Wrong] = []

    def add(self, what: str, page: str, truth: set[str], said: set[str]) -> None:
        """Count two sets of exact values."""
        missed, extra = truth - said, said - truth
        self._count(what, len(truth & said), len(extra), len(missed))
        self.wrong += [(what, page, "missed", value) for value in sorted(missed)]
        self.wrong += [(what, page, "wrong", value) for value in sorted(extra)]

    def compare(
        self, what: str, field: str, page: str, truth: Any, said: Any, *, recall_only: bool
    ) -> None:
        """Count values of a field, each said value answering for one labelled one."""
        left = _listed(said)
        hits = misses = 0
        for value in _listed(truth):
            hit = next((one for one in left if _same(field, value, one)), None)
            if hit is None:
                misses += 1
                self.wrong.append((what, page, "missed", str(value)))
            else:
                hits += 1
                left.remove(hit)
        if recall_only:
            left = []
        self.wrong += [(what, page, "wrong", str(value)) for value in left]
        self._count(what, hits, len(left), misses)

    def _count(self, what: str, hits: int, alarms: int, misses: int) -> None:
        self.rates[what] = self.rates.get(what, Rate()).plus(hits, alarms, misses)


def score(labels: list[dict[str, Any]], said: dict[str, dict[str, Any]]) -> Score:
    """Score what was said of each page, by the page's file name."""
    result = Score()
    for entry in labels:
        page = str(entry["file"]).rsplit("/", 1)[-1]
        answer = said.get(page)
        result.add("page answered", page, {"yes"}, {"yes"} if answer else set())
        if answer is not None:
            _one(result, page, entry, answer)
    return result


def _one(result: Score, page: str, entry: dict[str, Any], answer: dict[str, Any]) -> None:
    truth, kind = str(entry["page_type"]), str(answer.get("page_type"))
    for part in ("impressum", "privacy"):
        result.add(
            f"kind {part}", page, {part} & set(truth.split("+")), {part} & set(kind.split("+"))
        )
    for part in ("contact", "home"):
        result.add(f"kind {part}", page, {part} & {truth}, {part} & {kind})
    partial = bool(entry.get("excerpt")) or entry.get("source_form") == "text-restated"
    fields, details = entry.get("fields"), answer.get("details") or {}
    if fields:
        for field in TEXTS + LISTS:
            result.compare(
                field, field, page, fields.get(field), details.get(field), recall_only=partial
            )
        for field in FLAGS:
            result.compare(
                field,
                field,
                page,
                _flag(fields.get(field)),
                _flag(details.get(field)),
                recall_only=partial,
            )
    notice, elements = entry.get("privacy"), answer.get("privacy") or {}
    if notice:
        for field in NOTICE_SETS + NOTICE_TEXTS:
            result.compare(
                f"privacy {field}",
                field,
                page,
                notice.get(field),
                elements.get(field),
                recall_only=partial,
            )
        joint = "mentions_art26"
        result.compare(
            f"privacy {joint}", joint, page, _flag(notice.get(joint)), _flag(elements.get(joint)),
            recall_only=partial,
        )  # fmt: skip
    for part in ("impressum", "privacy"):
        if f"{part}_links" in entry:
            want = {str(link["href"]) for link in entry[f"{part}_links"] or []}
            have = {str(link["href"]) for link in (answer.get("links") or {}).get(part, [])}
            result.add(f"links {part}", page, want, have)


def _flag(value: Any) -> bool | None:
    return True if value else None


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return list(value)
    return [] if value in (None, "", False) else [value]


def _same(field: str, one: Any, other: Any) -> bool:
    a, b = _key(field, one), _key(field, other)
    if a == b:
        return True
    return field in BY_CONTAINMENT and min(len(a), len(b)) >= SHORTEST and (a in b or b in a)


def _key(field: str, value: Any) -> str:
    if field == "email" and isinstance(value, dict):
        value = value.get("normalised") or value.get("as_written") or ""
    text = str(value)
    if field in {"phone", "fax"}:
        return re.sub(r"\D", "", text)[-7:]
    if field in {"vat_id", "register_number", "business_id", "postal_code"}:
        return re.sub(r"[^0-9a-z]", "", text.casefold())
    return re.sub(r"\s+", " ", text).strip(" .,;:").casefold()
