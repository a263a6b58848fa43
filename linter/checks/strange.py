"""strange: whether a body that a page names may be another than the account's authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.page_seen import place_of, text_of, value_of
from linter.pages.labels import words
from linter.pages.telling import common, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.subject import Subject

SHORT = 3
"""Letters of a word that may be part of any other."""
ENDING = 2
"""Letters in which the name of a place and what is called after it differ: "Bremen", "Bremer"."""
MOST = 1000
"""Code points of these lines."""
NEAR = 4
"""Lines below a name that may give its place."""


def is_strange(subject: Subject, page: Page, detail: str) -> bool:
    """Whether the body that a notice names has no word of the authority's names, nor its address."""
    usual = common()
    own = {word for d in subject.authority.designations for word in telling(d.text, 1)}
    first = place_of(page, "privacy", detail)
    name = words(text_of(value_of(page, "privacy", detail)))
    if not own or not first or usual.issuperset(name):
        return False
    own.update(
        words(subject.text("profile_name") or ""),
        *(words(p.name) for p in subject.authority.people),
    )
    own -= usual
    if any([_is_in(word, name) for word in own]):  # noqa: C419 - the name alone tells of most houses
        return False
    near = words(" ".join(_block(page, first))[:MOST])
    return not any(_is_in(word, near) for word in own)


def _block(page: Page, first: int) -> Iterator[str]:
    """The lines from a name on that may give its place, up to the next heading."""
    for line in page.visible:
        if first < line.number and (line.heading or line.number > first + NEAR):
            return
        if first <= line.number:
            yield line.text


def _is_in(word: str, near: tuple[str, ...]) -> bool:
    if len(word) <= SHORT:
        return word in near
    stem = word[:-ENDING] if len(word) > SHORT + ENDING else word
    return any(stem in other for other in near)
