"""head: the little that the head of any profile's page tells (Open Graph)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from linter.crawl.asking import Ask
from linter.platforms import get
from linter.platforms.profile import Profile, Unread, Verification
from linter.platforms.readers.interface import same, spelled
from linter.platforms.readers.saved_page import LOGIN_TITLE, SavedPage
from linter.platforms.readers.unread import unread

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Wanted

_UNREAD = re.compile(r"^\(\d{1,6}\+?\) ")
_NUMBER = re.compile(r"\d+(?:@N\d\d)?|user\d+|UC[\w-]{22}", re.ASCII)
"""What an account has beside its name, and so agrees with any."""
_NO_NAME = re.compile(
    r"(?i)not found|nicht gefunden|not available|isn.t available|nicht verfügbar|\b404\b|access denied"
    r"|just a moment|attention required|\berror\b|\bfehler\b|\bsorry\b"
)
"""Titles of pages that stand where a profile should."""
NO_BADGE = "no badge can be told from the page"


def handle_of(html: SavedPage, wanted: Wanted, *others: str) -> str | None:
    """The handle by which a page calls itself, where it is the wanted one; others: its numbers.

    None where two of its addresses are of different accounts: a browser that went from one to the
    other keeps the head of the first.
    """
    platform = get(wanted.platform)
    found = [name for url in html.addresses if platform and (name := platform.parse_url(url))]
    names = [name for name in found if not _NUMBER.fullmatch(name)]
    agree = all(_agree(wanted, names[0], name) for name in names)
    if not agree or not same(wanted, *found, *others):
        return None
    return spelled(wanted, *found, *others) or None


def _agree(wanted: Wanted, one: str, other: str) -> bool:
    platform = get(wanted.platform)
    return platform is not None and platform.same_handle(one, other)


def name_of(html: SavedPage, wanted: Wanted, ends: re.Pattern[str]) -> str:
    """The name in the title, without what the platform adds to it.

    "" where the title is the platform's own: of a login, an error, or its home page.
    """
    platform = get(wanted.platform)
    for title in (html.meta("og:title") or "", html.title):
        name = ends.sub("", _UNREAD.sub("", title)).strip()
        own = platform is not None and name.casefold().startswith(platform.title.casefold())
        if name and not own and not _NO_NAME.search(name) and not LOGIN_TITLE.search(name):
            return name
    return ""


def headed(html: SavedPage, wanted: Wanted, url: str, ends: re.Pattern[str]) -> Profile | None:
    """The name that a head shows; `{}` of the URL stands for the handle.

    A head's description is no bio: platforms cut it, or put words of their own there.
    """
    handle, name = handle_of(html, wanted), name_of(html, wanted, ends)
    if handle is None or not name:
        return None
    return Profile(
        platform=wanted.platform,
        handle=handle,
        url=url.format(handle),
        name=name,
        verification=Verification(note=NO_BADGE),
        more_links=True,
    )


def visited(url: str, shown: Callable[[SavedPage], Profile | None]) -> Asking[Profile | Unread]:
    """Ask for a page that is open to visitors; shown: reads the profile off it."""
    (page,) = yield (Ask(url),)
    if not page.ok:
        return unread(page)
    html = SavedPage.of(page)
    profile = shown(html)
    return replace(profile, seen=(page,)) if profile else not_shown(html, page)


def not_shown(html: SavedPage, *seen: Capture) -> Unread:
    """A page that shows no profile: one that asks for a login, or any other."""
    if html.asks_login:
        return Unread("login-wall", "login_wall" if seen else "", seen)
    return Unread("profile-not-read", "", seen)
