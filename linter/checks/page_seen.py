"""page_seen: the page that a check looks at, or why it cannot be looked at.

A page that does not show itself (script, login, frames) or is another one makes no rule on its
contents fail: whether the right page is there at all is a rule of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.checks.base import Miss, Unknown
from linter.checks.causes import ANOTHER, CUT, NOT_JUDGEABLE, PAGE_NOT_READ, UNCERTAIN

if TYPE_CHECKING:
    from linter.pages.contents import Contents
    from linter.pages.page import Page
    from linter.subject import Spot, Subject

READABLE = frozenset(("ok", "link_hub"))
"""States of a page whose links are there to be seen."""
CLASSIFIED = frozenset(("impressum", "privacy"))
"""Kinds of page that are recognised by what stands on them."""


def place(subject: Subject, kind: str) -> Spot | str:
    """Where a finding about the page stands: at its address in the registry."""
    return subject.first(kind) or kind


def crawled(subject: Subject) -> bool:
    """Whether pages were looked for at all."""
    return subject.context.online


def seen(subject: Subject, kind: str) -> Page | Unknown:
    """The page of a kind, if it was read, is of that kind and shows what it says."""
    page = subject.page(kind)
    at = place(subject, kind)
    if page is None:
        return Unknown(at, subject.page_unseen(kind) or PAGE_NOT_READ)
    return page if judgeable(page, kind) else Unknown(at, why_not(page, kind))


def missed(
    subject: Subject, kind: str, values: dict[str, Any], variant: str | None = None
) -> Miss | Unknown:
    """What is not on the page, as a miss; unknown where only its beginning was read."""
    at = place(subject, kind)
    return Unknown(at, CUT) if cut(subject, kind) else Miss(at, values, variant=variant)


def cut(subject: Subject, kind: str) -> bool:
    """Whether not all of a page came: only its beginning, or an error in the place of a part.

    What is not there may stand further down, or may be what failed.
    """
    page = subject.page(kind)
    capture = subject.seen.captures.get(kind) if subject.seen is not None else None
    if (page is not None and page.truncated) or (capture is not None and capture.truncated):
        return True
    if page is None:
        return False
    from linter.pages.kinds.gaps import failed  # noqa: PLC0415 - only where something is missing

    return failed(page)


def judgeable(page: Page, kind: str) -> bool:
    """Whether a page shows what it says and is, for all that is known, of a kind.

    What is hardly an Impressum is no notice for that.
    """
    kinds = page.page_type.split("+")
    may_be = page.uncertain and CLASSIFIED.isdisjoint(kinds)
    return page.state == "ok" and (kind not in CLASSIFIED or kind in kinds or may_be)


def why_not(page: Page, kind: str) -> str:
    """Why a page that was read is not judged: it shows nothing, or seems to be another."""
    if page.state != "ok":
        return NOT_JUDGEABLE
    return UNCERTAIN if doubtful(page, kind) else ANOTHER


def doubtful(page: Page, kind: str) -> bool:
    """Whether it is a close call what a page is: it has what the one looked for consists of."""
    from linter.pages.kinds.likely import may_be  # noqa: PLC0415 - only of a page that is another

    return page.uncertain or may_be(page, kind)


def value_of(page: Page, kind: str, name: str) -> Any:
    """One detail, by its key in `amtlint inspect`; `key.word` asks for a word of a list."""
    key, _, word = name.partition(".")
    read: Any = _contents(page, kind).read
    if kind == "impressum" and key in read.citations:
        return read.citations[key]
    value = getattr(read, key, None)
    return word in (value or ()) if word else value


def place_of(page: Page, kind: str, name: str) -> int:
    """The number of the line where an element of a notice stands; 0 where it does not."""
    places: Any = getattr(_contents(page, kind).read, "places", {})
    return places[name].line if name in places else 0


def text_of(value: Any) -> str:
    """A detail's words."""
    if isinstance(value, tuple):
        return ", ".join(text_of(one) for one in value)
    return str(getattr(value, "value", value) or "")


def whole_text(page: Page, kind: str) -> str:
    """What a reader of the page sees, line by line."""
    return _contents(page, kind).whole


def source_of(page: Page) -> bytes:
    """The page's source, in UTF-8."""
    source = page.tree.source
    return source.encode() if isinstance(source, str) else source


def own_text(page: Page, kind: str) -> str:
    """What the page itself says, line by line, without menus and frame."""
    return _contents(page, kind).own


def _contents(page: Page, kind: str) -> Contents:
    from linter.pages.contents import contents  # noqa: PLC0415 - a night may find all as it was

    return contents(page, kind)
