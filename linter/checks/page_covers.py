"""page-covers: the page behind an account says that it is about the account or its platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.bundle import fresh
from linter.checks.base import Outcome, Unknown, check
from linter.checks.causes import NOT_UNDERSTOOD
from linter.checks.page_seen import missed, own_text, place, seen
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns
from linter.pages.contents import BESIDE, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.registry.account import Account
    from linter.subject import Subject


AROUND = "<>(),;:.!?[]\"'„“"
"""What may stand around an address in a sentence."""


@parameters
class PageCovers:
    """called: further names of platforms, separated by commas; general: clauses that cover all.

    doubt: wordings of a line that may be such a clause, if it names no platform: unknown.
    Menus and bare links say nothing about what the page covers, but for what shows the
    account's own address in the page's text.
    """

    page: Literal["impressum", "privacy"]
    called: dict[str, str] = fresh(factory=dict)
    general: Patterns = Patterns()
    doubt: Patterns = Patterns()


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
    if params.doubt and any(_vague(line, params) for line in text.split("\n")):
        yield Unknown(place(subject, params.page), NOT_UNDERSTOOD)
        return
    yield missed(subject, params.page, {"page": page.url})


def _vague(line: str, params: PageCovers) -> bool:
    """Whether a line may say whom the page covers, in words that were not understood."""
    if not params.doubt.search(line):
        return False
    low = line.casefold()
    names = {*params.called, *",".join(params.called.values()).split(",")}
    return not any(_has_word(low, name.strip().casefold()) for name in names if name.strip())


def _lists(page: Page, account: Account) -> bool:
    """Whether the page shows the account's address, or links to it in a sentence."""
    from linter import platforms  # noqa: PLC0415 - only for pages that were read

    platform = platforms.get(account.platform)
    if platform is None:
        return False
    for line in page.visible:
        if line.region in BESIDE:
            continue
        said = [word.strip(AROUND) for word in line.text.split() if "/" in word]
        for url in said if bare(line) else (*said, *line.hrefs):
            handle = platform.parse_url(url) if "." in url else None
            if handle and platform.same_handle(handle, account.handle):
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
