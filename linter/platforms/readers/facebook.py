"""facebook: pages of Facebook, through the Graph interface or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms.profile import Profile, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, whole, with_bio
from linter.platforms.readers.head import NO_BADGE, handle_of, name_of, not_shown
from linter.platforms.readers.interface import ask, barred, part, same, spelled
from linter.platforms.readers.meta_graph import GRAPH, TOKEN, refusal
from linter.platforms.readers.saved_page import SavedPage, saved_json

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.platforms.profile import Source

FIELDS = (
    "id,name,username,link,about,description,website,verification_status,impressum,privacy_info_url"
)
KINDS = {"blue_verified": "badge", "gray_verified": "business"}
_SITE = re.compile(r"(?:\A| [|–-] )Facebook$")
_COUNTED = re.compile(
    r"\A.{0,200}?[\d.,]{1,12} (?:likes?|Mal)\b.{0,150}"
    r"(?:talking about this|sprechen darüber|were here|waren hier)\. "
)
"""What stands before the text about a page in its head."""
_APP_ID = re.compile(r"fb://(?:page|profile|group)/\??(?:id=)?(\d{5,25})")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask the Graph interface for the one page; without a token nothing is asked."""
    if refused := barred(wanted):
        return refused
    question = ask(GRAPH + part(wanted.handle), {"fields": FIELDS}, key=("access_token", TOKEN))
    (answer,) = yield (question,)
    return _answered(shape.json_of(answer), wanted, "api", answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or a saved answer of the interface."""
    data = saved_json(page)
    if data is not None:
        return _answered(data, wanted, "export")
    html = SavedPage(page)
    return _headed(html, wanted) or not_shown(html)


def _answered(data: Any, wanted: Wanted, source: Source, *seen: Capture) -> Profile | Unread:
    number, username = shape.text(data, "id"), shape.text(data, "username")
    if (seen and not seen[0].ok) or not number or not same(wanted, username, number):
        return refusal(data, *seen)
    handle = spelled(wanted, username, number)
    # What a page leaves empty the answer leaves out, and so it does where a right is missing.
    bio = said(shape.raw(data, "about"), shape.raw(data, "description"))
    website = shape.text(data, "website")
    impressum, privacy = shape.text(data, "impressum"), shape.text(data, "privacy_info_url")
    links = with_bio(field_links(website), bio)
    return Profile(
        platform="facebook",
        handle=handle,
        url=shape.address(data, "link") or f"https://www.facebook.com/{handle}",
        name=shape.text(data, "name"),
        bio=bio,
        links=links if website is not None or bio is not None else None,
        verification=_verification(shape.text(data, "verification_status"), source),
        impressum=impressum,
        privacy=privacy,
        more_links=None in (website, bio, impressum, privacy),
        seen=seen,
    )


def _verification(status: str | None, source: Source) -> Verification:
    if status in KINDS:
        return Verification("verified", KINDS[status], source, note=f"verification_status {status}")
    if status == "not_verified":
        return Verification("not_verified", "", source, note="verification_status not_verified")
    return Verification(note="the answer holds no verification_status")


def _headed(html: SavedPage, wanted: Wanted) -> Profile | None:
    """The name from a page's head; it never shows whether there is a badge."""
    app = _APP_ID.search(html.meta("al:android:url") or html.meta("al:ios:url") or "")
    handle = handle_of(html, wanted, *([app[1]] if app else []))
    name = name_of(html, wanted, _SITE)
    if handle is None or not name:
        return None
    told = html.meta("og:description") or ""
    counted = _COUNTED.match(told)
    bio = whole(told[counted.end() :]) if counted else None
    return Profile(
        platform="facebook",
        handle=handle,
        url=f"https://www.facebook.com/{handle}",
        name=name,
        bio=bio,
        verification=Verification(note=NO_BADGE),
        more_links=True,
    )
