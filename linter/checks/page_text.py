"""page-text: the page behind an account shows one of the wordings asked for, or none ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import NARROWER_UNCLEAR
from linter.checks.page_seen import crawled, missed, place, seen, whole_text
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns, blanked

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from linter.checks.notices import Beside
    from linter.pages.page import Page
    from linter.subject import Subject


@parameters
class PageText:
    """`any`: a line must match one of them; `none`: no line may; each: every one must be there.

    unless: left out of account first.

    A wording may run over a line break. unread: what it means that no page was looked for at all.
    narrower: what must be there may stand in a notice for social media to which the page links, as
    what must not always may.
    """

    page: Literal["impressum", "privacy", "accessibility"]
    any: Patterns = Patterns()
    none: Patterns = Patterns()
    each: Patterns = Patterns()
    unless: Patterns = Patterns()
    unread: Literal["unknown", "pass"] = "unknown"
    narrower: bool = False


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
    ruled_out, where = _found(params.none, text, params), page
    others = _beside(subject, params, page) if ruled_out is None else None
    for notice in others.read if others is not None else ():
        if ruled_out is None and notice.about is not False:
            where = notice.page
            ruled_out = _found(params.none, whole_text(where, params.page), params)
    if ruled_out:
        values = {"found": " ".join(ruled_out.group().split()), "page": where.url}
        evidence = others.shown if others is not None else None
        yield Miss(place(subject, params.page), values, variant="page", evidence=evidence)
    elif not _has_all(params, text):
        lacking = _lacking(subject, params, page, others)
        if lacking is not None:
            yield lacking


def _beside(subject: Subject, params: PageText, page: Page) -> Beside | None:
    """The notices for social media that count beside a privacy notice."""
    if params.page != "privacy" or not (params.none or params.narrower):
        return None
    from linter.checks.notices import beside  # noqa: PLC0415 - only for pages that were read

    return beside(subject, page)


def _has_all(params: PageText, text: str) -> bool:
    """Whether a text has what must be there."""
    return (not params.any or _found(params.any, text, params) is not None) and all(
        pattern.search(text) for pattern in params.each
    )


def _lacking(
    subject: Subject, params: PageText, page: Page, others: Beside | None
) -> Outcome | None:
    """What it means that the page lacks something; None where a notice beside it has the rest."""
    values = {"found": "", "page": page.url}
    if others is None or not params.narrower:
        return missed(subject, params.page, values, "page")
    texts = [whole_text(page, params.page)]
    for notice in sorted(others.read, key=lambda one: one.about is None):
        if notice.about is False:
            continue
        texts.append(whole_text(notice.page, params.page))
        if _has_all(params, "\n".join(texts)):
            at = place(subject, params.page)
            return None if notice.about else Unknown(at, NARROWER_UNCLEAR)
    if others.cause:
        return Unknown(place(subject, params.page), others.cause)
    return others.missed(subject, values, "page")


def _found(wordings: Patterns, text: str, params: PageText) -> re.Match[str] | None:
    """The first of the wordings in what the exceptions leave of the text; few pages have any."""
    found = wordings.search(text)
    return wordings.search(blanked(text, params.unless)) if found and params.unless else found
