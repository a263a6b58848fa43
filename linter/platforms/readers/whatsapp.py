"""whatsapp: channels of WhatsApp, from the head of the page that invites to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.platforms.profile import Profile, Unread, Verification, Wanted
from linter.platforms.readers.bio import said, whole, with_bio
from linter.platforms.readers.head import handle_of, name_of, not_shown, visited
from linter.platforms.readers.interface import askable, part
from linter.platforms.readers.saved_page import SavedPage

if TYPE_CHECKING:
    from linter.crawl.asking import Asking

CHANNEL = "https://whatsapp.com/channel/"
_ENDS = re.compile(r"(?:\A| ?[|–-] ?)(?:WhatsApp(?:[ -](?:Channel|Kanal))?|Share on WhatsApp)$")
_COUNT = re.compile(
    r"(?:Channel|Kanal) • ([^•]{1,40}(?:followers?|Follower(?:innen)?)[^•]{0,20}) •\s?"
)


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask for the channel's page, which is open to visitors."""
    if not askable(wanted):
        return Unread("profile-not-read")
    return (yield from visited(CHANNEL + part(wanted.handle), lambda html: _shown(html, wanted)))


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page."""
    html = SavedPage(page)
    return _shown(html, wanted) or not_shown(html)


def _shown(html: SavedPage, wanted: Wanted) -> Profile | None:
    """The channel of a head; for a code that does not exist, the head names none."""
    handle, name = handle_of(html, wanted), name_of(html, wanted, _ENDS)
    if handle is None or not name:
        return None
    told = html.meta("og:description", lines=True) or ""
    counted = _COUNT.match(told)
    bio = said(whole(told[counted.end() :])) if counted else None
    return Profile(
        platform="whatsapp",
        handle=handle,
        url=CHANNEL + handle,
        name=name,
        bio=bio,
        links=with_bio([], bio) if bio is not None else None,
        verification=Verification(note="only the app shows whether a channel is verified"),
        more_links=bio is None,
    )
