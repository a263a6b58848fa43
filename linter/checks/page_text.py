"""page-text: the page behind an account shows one of the wordings asked for, or none ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Patterns, Unknown, check
from linter.checks.matches import blanked
from linter.checks.page_seen import CUT, crawled, cut, place, seen, whole_text
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class PageText:
    """`any`: a line must match one of them; `none`: no line may; each: every one must be there.

    unless: left out of account first.

    A wording may run over a line break. unread: what it means that no page was looked for at all.
    """

    page: Literal["impressum", "privacy", "accessibility"]
    any: Patterns = Patterns()
    none: Patterns = Patterns()
    each: Patterns = Patterns()
    unless: Patterns = Patterns()
    unread: Literal["unknown", "pass"] = "unknown"


@check("page-text", PageText, supplies=("found", "page"), variants=("page",))
def page_text(subject: Subject, params: PageText) -> Iterator[Outcome]:
    """One miss: the first wording that must not be there, or that none of those asked for is."""
    if params.unread == "pass" and not crawled(subject):
        return
    page = seen(subject, params.page)
    if isinstance(page, Unknown):
        yield page
        return
    text = whole_text(page, params.page)
    for wordings, wanted in ((params.none, False), (params.any, True)):
        if not wordings:
            continue
        found = None
        if wordings.possible(text):
            found = wordings.search(blanked(text, params.unless))
        if wanted and not found and cut(subject, params.page):
            yield Unknown(place(subject, params.page), CUT)
            return
        if bool(found) is not wanted:
            values = {"found": " ".join(found.group().split()) if found else "", "page": page.url}
            yield Miss(place(subject, params.page), values, variant="page")
            return
    if not all(pattern.search(text) for pattern in params.each):
        at = place(subject, params.page)
        if cut(subject, params.page):
            yield Unknown(at, CUT)
        else:
            yield Miss(at, {"found": "", "page": page.url}, variant="page")
