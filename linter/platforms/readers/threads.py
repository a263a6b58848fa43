"""threads: profiles of Threads, through its interface or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms.profile import Profile, ProfileLink, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import said, whole, with_bio
from linter.platforms.readers.counts import count
from linter.platforms.readers.head import NO_BADGE, not_shown
from linter.platforms.readers.instagram import badge
from linter.platforms.readers.interface import ask, askable, bare, same
from linter.platforms.readers.meta_graph import refusal
from linter.platforms.readers.saved_page import SavedPage, records, saved_json

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source

TOKEN = "AMTLINT_THREADS_TOKEN"  # noqa: S105 - the name of the variable
LOOKUP = "https://graph.threads.com/v1.0/profile_lookup"
FIELDS = "username,name,biography,is_verified,follower_count"
_TITLE = re.compile(r"(?P<name>.{0,200}?) ?\(@(?P<handle>[\w.]{1,30})\)")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Look the one profile up; without a token nothing is asked."""
    if TOKEN not in wanted.secrets:
        return Unread("no-token")
    if not askable(wanted):
        return Unread("profile-not-read")
    query = {"username": bare(wanted), "fields": FIELDS}
    (answer,) = yield (ask(LOOKUP, query, key=("access_token", TOKEN)),)
    return _answered(shape.json_of(answer), wanted, "api", answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or an answer that was saved."""
    data = saved_json(page)
    if data is not None:
        return _private(data, wanted, "export") or _answered(data, wanted, "export")
    html = SavedPage(page)
    for block in html.json_scripts(b'"biography"'):
        if profile := _private(block, wanted, "page"):
            return profile
    profile = _headed(html, wanted)
    return profile or not_shown(html)


def _answered(data: Any, wanted: Wanted, source: Source, *seen: Capture) -> Profile | Unread:
    handle = shape.text(data, "username")
    if (seen and not seen[0].ok) or not handle or not same(wanted, handle):
        # Private profiles and those with few followers are not found either: that is not gone.
        return refusal(data, *seen)
    bio = shape.raw(data, "biography")
    if bio is None:
        bio = shape.raw(data, "threads_biography")
    bio = said(bio)
    return Profile(
        platform="threads",
        handle=handle,
        url=f"https://www.threads.com/@{handle}",
        name=shape.text(data, "name"),
        bio=bio,
        links=None if bio is None else with_bio([], bio),
        verification=badge(shape.flag(data, "is_verified"), source),
        followers=shape.number(data, "follower_count"),
        more_links=True,
        seen=seen,
    )


def _private(data: Any, wanted: Wanted, source: Source) -> Profile | None:
    """The profile as the page's own scripts get it; read from saved files, never asked for."""
    for user in records(data):
        handle = shape.text(user, "username")
        bio = shape.raw(user, "biography")
        if not handle or bio is None or "full_name" not in user or not same(wanted, handle):
            continue
        bio = said(bio)
        links = [
            ProfileLink(shape.text(entry, "title") or "", url)
            for entry in shape.items(user, "bio_links")
            if (url := shape.address(entry, "url"))
        ]
        return Profile(
            platform="threads",
            handle=handle,
            url=f"https://www.threads.com/@{handle}",
            name=shape.text(user, "full_name"),
            bio=bio,
            links=with_bio(links, bio),
            verification=badge(shape.flag(user, "is_verified"), source),
            followers=shape.number(user, "follower_count"),
            more_links="bio_links" not in user,
        )
    return None


def _headed(html: SavedPage, wanted: Wanted) -> Profile | None:
    """What a page's head says: name and handle in the title; followers, posts and bio between dots."""
    match = _TITLE.match(html.meta("og:title") or "") or _TITLE.match(html.title)
    if match is None or not same(wanted, match["handle"]):
        return None
    pieces = (html.meta("og:description") or html.meta("description") or "").split(" • ", 2)
    told = len(pieces) == 3  # noqa: PLR2004 - followers, threads, bio
    end = pieces[-1].rfind(f"@{match['handle']}") if told else -1
    # "bio. See the latest conversations with @handle."; a profile without a bio has the rest alone.
    bio = pieces[-1][: max(0, pieces[-1].rfind(". ", 0, end))] if end >= 0 else None
    return Profile(
        platform="threads",
        handle=match["handle"],
        url=f"https://www.threads.com/@{match['handle']}",
        name=match["name"].strip(),
        bio=said(whole(bio)),
        verification=Verification(note=NO_BADGE),
        followers=count(pieces[0]) if told else None,
        more_links=True,
    )
