"""page-text: the page behind an account shows one of the wordings asked for, or none ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import crawled, missed, place, seen, whole_text
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns, blanked

if TYPE_CHECKING:
    import re
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
    ruled_out = _found(params.none, text, params)
    if ruled_out:
        values = {"found": " ".join(ruled_out.group().split()), "page": page.url}
        yield Miss(place(subject, params.page), values, variant="page")
    elif (params.any and not _found(params.any, text, params)) or not all(
        pattern.search(text) for pattern in params.each
    ):
        yield missed(subject, params.page, {"found": "", "page": page.url}, "page")


def _found(wordings: Patterns, text: str, params: PageText) -> re.Match[str] | None:
    """The first of the wordings in what the exceptions leave of the text; few pages have any."""
    found = wordings.search(text)
    return wordings.search(blanked(text, params.unless)) if found and params.unless else found
