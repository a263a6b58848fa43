"""page-covers: the page behind an account says that it is about the account or its platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.bundle import fresh
from linter.checks.base import Miss, Outcome, Patterns, Unknown, check
from linter.checks.page_seen import CUT, cut, own_text, place, seen
from linter.checks.parameters import parameters
from linter.pages.contents import BESIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.registry.account import Account
    from linter.subject import Subject


@parameters
class PageCovers:
    """called: further names of platforms, separated by commas; general: clauses that cover all.

    Menus and bare links say nothing about what the page covers, but for a link that shows the
    account's own address in the page's text.
    """

    page: Literal["impressum", "privacy"]
    called: dict[str, str] = fresh(factory=dict)
    general: Patterns = Patterns()


@check("page-covers", PageCovers, supplies=("page",))
def page_covers(subject: Subject, params: PageCovers) -> Iterator[Outcome]:
    """Miss a page whose own text names neither platform nor account and has no general clause."""
    page = seen(subject, params.page)
    if isinstance(page, Unknown):
        yield page
        return
    account = subject.account
    if account is None:
        return
    text = own_text(page, params.page)
    low = text.casefold()
    names = [name.strip() for name in params.called.get(account.platform, "").split(",")]
    if any(_has_word(low, name.casefold()) for name in (account.platform, *names) if name):
        return
    if len(account.platform) == 1 and _has_letter(text):
        return
    # a bare handle may be any word ("bergheide"): it counts as @bergheide and in an address
    handle = account.handle.casefold().lstrip("@")
    if handle and any(_has_word(low, sign + handle) for sign in "@/"):
        return
    if params.general and params.general.search(text):
        return
    if _lists(page, account):
        return
    at = place(subject, params.page)
    yield Unknown(at, CUT) if cut(subject, params.page) else Miss(at, {"page": page.url})


def _lists(page: Page, account: Account) -> bool:
    """Whether the page shows the account's address, as lists of profiles do."""
    from linter import platforms  # noqa: PLC0415 - only for pages that were read

    platform = platforms.get(account.platform)
    for line in page.visible:
        if platform is None or not line.hrefs or line.region in BESIDE:
            continue
        read = platforms.read(line.text)
        same = read is not None and read[0] == account.platform
        if read is not None and same and platform.same_handle(read[1], account.handle):
            return True
    return False


def _has_letter(text: str) -> bool:
    """Whether the one letter stands where nothing but the platform is meant."""
    from linter.pages.notice.letter import named  # noqa: PLC0415 - only for pages that were read

    return next(named(text), None) is not None


def _has_word(text: str, word: str) -> bool:
    """Whether a word stands in a text with no letter or digit before and behind it.

    A single letter ("X") names nothing by itself: what stands around it has to say so.
    """
    if len(word) == 1:
        return False
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, behind = text[at - 1 : at] if at else "", text[end : end + 1]
        if not before.isalnum() and not behind.isalnum():
            return True
        at = text.find(word, end)
    return False
