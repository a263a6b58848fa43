"""page-fits-kind: a detail of the page reads as it should for this kind of authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.bundle import fresh
from linter.checks.another_provider import is_another
from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import PROVIDER_UNCLEAR
from linter.checks.page_seen import place, seen, text_of, value_of
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class PageFitsKind:
    """detail: its key in `amtlint inspect`; kinds: words by the authority's kind, separated by commas.

    A word fits as a part of a longer one: "bürgermeister" fits Oberbürgermeisterin.
    """

    detail: str
    kinds: dict[str, str] = fresh(factory=dict)


@check("page-fits-kind", PageFitsKind, supplies=("found", "page"))
def page_fits_kind(subject: Subject, params: PageFitsKind) -> Iterator[Outcome]:
    """Miss a detail with none of the words; silence is another rule's business.

    What heads a body of its own within the authority need not fit: unknown.
    """
    words = params.kinds.get(subject.authority.kind)
    if not words:
        return
    page = seen(subject, "impressum")
    if isinstance(page, Unknown):
        yield page
        return
    text = text_of(value_of(page, "impressum", params.detail))
    low = re.sub(r"\s+", " ", text.casefold())
    if text and not any(word.strip().casefold() in low for word in words.split(",")):
        if is_another(subject, page):
            yield Unknown(place(subject, "impressum"), PROVIDER_UNCLEAR)
            return
        yield Miss(place(subject, "impressum"), {"found": text, "page": page.url})
