"""tiktok: profiles of TikTok, from a saved page or an answer of its interface."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms import get
from linter.platforms.profile import Profile, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, with_bio
from linter.platforms.readers.head import headed, not_shown
from linter.platforms.readers.interface import same
from linter.platforms.readers.saved_page import SavedPage, saved_json

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.platforms.profile import Source

DATA = b"__UNIVERSAL_DATA_FOR_REHYDRATION__"
_ENDS = re.compile(r"(?: \(@[\w.]{1,30}\))?(?: (?:on|auf))? ?\|? ?TikTok$")


def read(wanted: Wanted) -> Asking[Profile | Unread]:  # noqa: ARG001 - as in every reader
    """Nothing is asked: the page is closed to programs, the interface to all but researchers."""
    yield from ()
    return Unread("platform-not-readable")


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or a saved answer of the interface."""
    data = saved_json(page)
    if data is not None:
        return _answered(data, wanted)
    html = SavedPage(page)
    profile = _rehydrated(html.script(DATA), wanted)  # else the name alone
    return profile or headed(html, wanted, "https://www.tiktok.com/@{}", _ENDS) or not_shown(html)


def _rehydrated(data: Any, wanted: Wanted) -> Profile | None:
    """The profile in the data that the page brings for its own script."""
    info = shape.record(data, "__DEFAULT_SCOPE__", "webapp.user-detail", "userInfo")
    user = shape.record(info, "user")
    handle = shape.text(user, "uniqueId")
    if not handle or not same(wanted, handle):
        return None
    bio = said(shape.raw(user, "signature") or "")
    link = shape.text(user, "bioLink", "link")
    return Profile(
        platform="tiktok",
        handle=handle,
        url=f"https://www.tiktok.com/@{handle}",
        name=shape.text(user, "nickname"),
        bio=bio,
        links=with_bio(field_links(link), bio),
        verification=_verification(shape.flag(user, "verified"), "page"),
    )


def _answered(data: Any, wanted: Wanted) -> Profile | Unread:
    """An answer about a user: of the interface for researchers, or about one's own account."""
    user = shape.record(data, "data", "user") or shape.record(data, "data")
    platform = get("tiktok")
    deep = shape.text(user, "profile_deep_link") or ""
    handle = shape.text(user, "username") or (platform.parse_url(deep) if platform else None)
    handle = handle or wanted.handle  # the interface for researchers does not repeat it
    name = shape.text(user, "display_name")
    if name is None or not handle or not same(wanted, handle):
        return Unread("profile-not-read")
    bio = said(shape.raw(user, "bio_description"))
    link = shape.text(user, "bio_url")
    return Profile(
        platform="tiktok",
        handle=handle,
        url=f"https://www.tiktok.com/@{handle}",
        name=name,
        bio=bio,
        links=with_bio(field_links(link), bio) if link is not None or bio is not None else None,
        verification=_verification(shape.flag(user, "is_verified"), "export"),
        more_links=link is None,
    )


def _verification(verified: bool | None, source: Source) -> Verification:
    if verified is None:
        return Verification(note="no badge is told of")
    if verified:
        return Verification("verified", "badge", source, note="the platform's own flag")
    return Verification("not_verified", "", source, note="the platform's own flag")
