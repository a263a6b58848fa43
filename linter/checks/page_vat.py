"""page-vat: the VAT identification number on the page is possible, and the one on record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.page_seen import crawled, place, seen, text_of, value_of
from linter.checks.seen import declared_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class PageVat:
    """declared: where the registry has the number; without it a page need not have one."""

    declared: Address


@check("page-vat", PageVat, supplies=("found", "page"), variants=("wrong", "other"))
def page_vat(subject: Subject, params: PageVat) -> Iterator[Outcome]:
    """Miss a number that is impossible, another than declared, or declared and not given."""
    declared = declared_text(subject, params.declared)
    page = seen(subject, "impressum")
    if isinstance(page, Unknown):
        if declared or crawled(subject):  # offline nobody looked, and nothing is asked for
            yield page
        return
    number = value_of(page, "impressum", "vat_id")
    business = value_of(page, "impressum", "business_id")
    values = {"found": text_of(number), "page": page.url}
    at = place(subject, "impressum")
    if number and value_of(page, "impressum", "vat_id_plausible") is False:
        yield Miss(at, values, variant="wrong")
    elif number and declared and _bare(text_of(number)) != _bare(declared):
        yield Miss(at, values, variant="other")
    elif declared and not number and not business:
        yield Miss(at, values)


def _bare(number: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", number.upper())
