"""threads: profiles of Threads, through its interface or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms.profile import Profile, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import said, whole, with_bio
from linter.platforms.readers.head import NO_BADGE, not_shown
from linter.platforms.readers.interface import ask, bare, barred, same
from linter.platforms.readers.meta_graph import refusal
from linter.platforms.readers.meta_page import badge, in_script, scripted
from linter.platforms.readers.saved_page import SavedPage, saved_json

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source

TOKEN = "AMTLINT_THREADS_TOKEN"  # noqa: S105 - the name of the variable
PROFILE = "https://www.threads.com/@{}"
LOOKUP = "https://graph.threads.com/v1.0/profile_lookup"
FIELDS = "username,name,biography,is_verified"
_TITLE = re.compile(r"(?P<name>.{0,200}?) ?\(@(?P<handle>[\w.]{1,30})\)")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Look the one profile up; without a token nothing is asked."""
    if refused := barred(wanted):
        return refused
    query = {"username": bare(wanted), "fields": FIELDS}
    (answer,) = yield (ask(LOOKUP, query, key=("access_token", TOKEN)),)
    return _answered(shape.json_of(answer), wanted, "api", answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or an answer that was saved."""
    data = saved_json(page)
    if data is not None:
        found = in_script(data, wanted, "export", PROFILE)
        return found or _answered(data, wanted, "export")
    html = SavedPage(page)
    return scripted(html, wanted, PROFILE) or _headed(html, wanted) or not_shown(html)


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
        url=PROFILE.format(handle),
        name=shape.text(data, "name"),
        bio=bio,
        links=None if bio is None else with_bio([], bio),
        verification=badge(shape.flag(data, "is_verified"), source),
        more_links=True,
        seen=seen,
    )


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
        url=PROFILE.format(match["handle"]),
        name=match["name"].strip(),
        bio=said(whole(bio)),
        verification=Verification(note=NO_BADGE),
        more_links=True,
    )
