"""page_seen: the page that a check looks at, or why it cannot be looked at.

A page that does not show itself (script, login, frames) or is another one makes no rule on its
contents fail: whether the right page is there at all is a rule of its own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from linter.checks.base import Unknown
from linter.registry.nodes import Scalar

if TYPE_CHECKING:
    from linter.pages.page import Line, Page
    from linter.subject import Spot, Subject

NOT_JUDGEABLE = "page-not-judgeable"
"""The page was read, and what it is about cannot be told from it."""
CLASSIFIED = frozenset(("impressum", "privacy"))
"""Kinds of page that are recognised by what stands on them."""
BESIDE = frozenset(("nav", "header", "footer", "aside"))
"""Regions that are not the page's own text."""
LABEL = 3
"""Words of a link in a menu."""
MOST = 200_000
"""Code points of a page that wordings are looked for in; no notice is longer."""
CUT = "too-large"
"""Only the beginning of the page was read."""
SEVERAL = 4
"""Pages whose details are kept: an account has two, and its rules are asked one after the other."""


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
        return Unknown(at, subject.page_unseen(kind) or "page-not-read")
    told_apart = kind in CLASSIFIED and not page.uncertain
    if page.state != "ok" or (told_apart and kind not in page.page_type.split("+")):
        return Unknown(at, NOT_JUDGEABLE)
    return page


def cut(subject: Subject, kind: str) -> bool:
    """Whether only the beginning of a page was read: what is not there may stand further down."""
    page = subject.page(kind)
    capture = subject.seen.captures.get(kind) if subject.seen is not None else None
    return (page is not None and page.truncated) or (capture is not None and capture.truncated)


@lru_cache(maxsize=SEVERAL)
def reading(page: Page, kind: str) -> Any:
    """The details of an Impressum or the elements of a notice; each page is read once."""
    if kind == "privacy":
        from linter.pages.privacy import privacy_of  # noqa: PLC0415 - only for pages

        return privacy_of(page)
    from linter.pages.details import details_of  # noqa: PLC0415 - as above

    return details_of(page)


def value_of(page: Page, kind: str, name: str) -> Any:
    """One detail, by its key in `amtlint inspect`; `key.word` asks for a word of a list."""
    key, _, word = name.partition(".")
    read = reading(page, kind)
    if kind == "impressum" and key in read.citations:
        return read.citations[key]
    value = getattr(read, key, None)
    return word in (value or ()) if word else value


def text_of(value: Any) -> str:
    """A detail's words."""
    if isinstance(value, tuple):
        return ", ".join(text_of(one) for one in value)
    return str(getattr(value, "value", value) or "")


def declared_text(subject: Subject, address: str) -> str:
    """What the registry has at an address, for the account or for its authority; "" for nothing."""
    spot = subject.first(address)
    if spot is not None:
        return spot.text or ""
    entry = subject.authority.fields
    node = entry.entries.get(address) if entry else None
    return (node.text or "") if isinstance(node, Scalar) else ""


def whole_text(page: Page) -> str:
    """What a reader of the page sees, line by line."""
    return "\n".join(line.text for line in page.visible)[:MOST]


def own_text(page: Page) -> str:
    """What the page itself says, line by line, without menus and frame."""
    lines = [line.text for line in page.visible if line.region not in BESIDE and not bare(line)]
    return "\n".join(lines)[:MOST]


def bare(line: Line) -> bool:
    """A line that is nothing but a link's few words."""
    return bool(line.hrefs) and len(line.text.split()) <= LABEL and not line.heading
