"""page-covers: the page behind an account says that it is about the account or its platform."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Literal

from linter.bundle import fresh
from linter.checks.base import Outcome, Unknown, check
from linter.checks.causes import NOT_UNDERSTOOD
from linter.checks.page_seen import missed, own_text, place, seen
from linter.checks.parameters import parameters
from linter.checks.passing import Passing, sentence, within
from linter.checks.patterns import MANY, Patterns, blanked
from linter.pages.contents import BESIDE, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.registry.account import Account
    from linter.subject import Subject


INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a second word begins in the name of a platform."""
OPEN = re.compile(
    r"\b(?:z\. ?B\.|u\. ?a\.|etwa|beispielsweise|zum Beispiel|insbesondere|unter anderem|usw|etc|wie|such as|e\.g\.|including|for example)(?!\w)",
    re.IGNORECASE,
)
"""What tells that a list is not complete."""
FEW = 20
"""General clauses that are looked at; no page has more."""
LIST = 400
"""Code points behind a clause that ends with a colon in which its list stands."""
AROUND = "<>(),;:.!?[]\"'„“"
"""What may stand around an address in a sentence."""


@parameters
class PageCovers:
    """called: further names of platforms, separated by commas; general: clauses that cover all.

    passing: how sentences and headings read that name a platform and say nothing of the account
    there; excepted: the same of stretches of a sentence, which a general clause does not cover:
    a page that names the platform nowhere else is unknown. doubt: wordings of a line that may be
    such a clause, if it names no platform: unknown; narrower: what a notice for social media says to which
    the page links counts as well, and makes it unknown where it was not read.
    Menus and bare links say nothing about what the page covers, but for what shows the
    account's own address in the page's text.
    """

    page: Literal["impressum", "privacy"]
    called: dict[str, str] = fresh(factory=dict)
    general: Patterns = Patterns()
    passing: Patterns = Patterns()
    excepted: Patterns = Patterns()
    doubt: Patterns = Patterns()
    narrower: bool = False


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
    cause = _uncovered(page, account, params)
    if cause is None:
        return
    values = {"page": page.url}
    if not params.narrower:
        yield (
            Unknown(place(subject, params.page), cause)
            if cause
            else missed(subject, params.page, values)
        )
        return
    from linter.checks.notices import beside  # noqa: PLC0415 - only where the page says nothing

    others = beside(subject, page)
    for notice in others.read:
        why = _uncovered(notice.page, account, params)
        if why is None:
            return
        cause = cause or why
    cause = cause or others.cause
    yield Unknown(place(subject, params.page), cause) if cause else others.missed(subject, values)


def _uncovered(page: Page, account: Account, params: PageCovers) -> str | None:
    """None where a page is about the account; else why it may be all the same, "" where it is not."""
    text = own_text(page, params.page)
    passing = Passing(page, text, params.passing)
    excepted = named = False
    for at in islice(_spots(text, account, params), MANY):
        named = True
        if _is_excepted(text, at, params):
            excepted = True
        elif not passing.at(at):
            return None
    covered = _covers_all(text, account.platform, params) if params.general else False
    if (covered and not excepted) or _lists(page, account):
        return None
    if named or covered is None:
        return NOT_UNDERSTOOD
    return _doubted(page, text, account.platform, params)


def _spots(text: str, account: Account, params: PageCovers) -> Iterator[int]:
    """The places where the page names the platform or the account."""
    low = text.lower()
    for name in _names(account.platform, params):
        yield from _places(low, name.lower())
        yield from _apart(text, name)
    if len(account.platform) == 1:
        yield from _letters(text)
    # a bare handle may be any word ("bergheide"): it counts as @bergheide and in an address
    handle = account.handle.lower().lstrip("@")
    for sign in "@/" if handle else "":
        yield from _places(low, sign + handle)


def _names(platform: str, params: PageCovers) -> list[str]:
    names = [platform, *params.called.get(platform, "").split(",")]
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def _is_excepted(text: str, at: int, params: PageCovers) -> bool:
    """Whether the page leaves out the platform where it is named."""
    return params.excepted.possible(text) and within(text, at, params.excepted)


def _covers_all(text: str, platform: str, params: PageCovers) -> bool | None:
    """Whether a general clause stands on the page; None where one may cover other platforms only."""
    rest, unsure = text, False
    for _ in range(FEW):
        found = params.general.search(rest)
        if not found:
            break
        start, end = sentence(text, found.start())
        if not params.passing.search(text[start:end]) and not _limited(
            text, start, end, platform, params
        ):
            return True
        unsure = True
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return None if unsure else False


def _limited(text: str, start: int, end: int, platform: str, params: PageCovers) -> bool:
    """Whether a clause lists the platforms it is about, and this one is not among them."""
    said = blanked(text[start:end], params.excepted)
    if OPEN.search(said):
        return False
    if said.endswith(":"):
        said = "\n".join([said, *text[end : end + LIST].split("\n")[1:-1]])
    return any(_names_it(said, other, params) for other in params.called if other != platform)


def _names_it(text: str, platform: str, params: PageCovers) -> bool:
    """Whether a text has one of a platform's names."""
    low = text.lower()
    if any(next(_places(low, n.lower()), None) is not None for n in _names(platform, params)):
        return True
    return len(platform) == 1 and next(_letters(text), None) is not None


def _doubted(page: Page, text: str, platform: str, params: PageCovers) -> str:
    """Why a page that does not name the platform may be about it all the same; "" where it is not."""
    if params.doubt and any(_vague(line, params) for line in text.split("\n")):
        return NOT_UNDERSTOOD
    if len(platform) == 1 and _may_be_letter(page, text):
        return NOT_UNDERSTOOD
    return ""


def _vague(line: str, params: PageCovers) -> bool:
    """Whether a line may say whom the page covers, in words that were not understood."""
    return bool(params.doubt.search(line)) and not any(
        _names_it(line, platform, params) for platform in params.called
    )


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


def _letters(text: str) -> Iterator[int]:
    """Where the one letter is the platform, and nothing else is meant."""
    from linter.pages.notice.letter import named  # noqa: PLC0415 - only for pages that were read

    return named(text)


def _may_be_letter(page: Page, text: str) -> bool:
    """Whether the one letter may be the platform."""
    from linter.pages.notice.letter import may_name  # noqa: PLC0415 - as above

    own = (line for line in page.visible if line.region not in BESIDE)
    heads = (line.text for line in own if line.heading or line.bold)
    return may_name(text, heads)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text with no letter or digit before and behind it.

    A single letter ("X") names nothing by itself: what stands around it has to say so.
    """
    at = text.find(word) if len(word) > 1 else -1
    while at >= 0:
        end = at + len(word)
        before, behind = text[at - 1 : at] if at else "", text[end : end + 1]
        if not before.isalnum() and not behind.isalnum():
            yield at
        at = text.find(word, end)


def _apart(text: str, name: str) -> Iterator[int]:
    """Where a name of two words that is written as one ("YouTube") stands as two."""
    parts = INNER.split(name)
    if len(parts) > 1:
        for between in " -\xa0":
            yield from _places(text, between.join(parts))
