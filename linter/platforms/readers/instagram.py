"""instagram: profiles of Instagram, through the Graph interface or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms.profile import Profile, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, whole, with_bio
from linter.platforms.readers.head import NO_BADGE, not_shown
from linter.platforms.readers.interface import ask, bare, barred, same, secret
from linter.platforms.readers.meta_graph import GRAPH, TOKEN, refusal
from linter.platforms.readers.meta_page import in_script, scripted
from linter.platforms.readers.saved_page import SavedPage, saved_json

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture

PROFILE = "https://www.instagram.com/{}/"
USER_ID = "AMTLINT_INSTAGRAM_USER_ID"
FIELDS = "id,username,name,biography,website,media.limit(1){timestamp}"
_NAMED = re.compile(r"(?P<name>.{0,200}?) ?\(@(?P<handle>[\w.]{1,30})\)")
_QUOTED = re.compile(r'\A[^:]{0,40}: ?["“„](?P<bio>.*)["“”]\Z', re.DOTALL)
_DASH = re.compile(r" [-–—] ")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask the Graph interface, through one's own account, for the one; without a token nothing is asked."""
    if refused := barred(wanted):
        return refused
    fields = {"fields": f"business_discovery.username({bare(wanted)}){{{FIELDS}}}"}
    question = ask(GRAPH + secret(USER_ID), fields, key=("access_token", TOKEN))
    (answer,) = yield (question,)
    return _answered(shape.json_of(answer), wanted, answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or an answer that was saved."""
    data = saved_json(page)
    if data is not None:
        return in_script(data, wanted, "export", PROFILE) or _answered(data, wanted)
    html = SavedPage(page)
    return scripted(html, wanted, PROFILE) or _headed(html, wanted) or not_shown(html)


def _answered(data: Any, wanted: Wanted, *seen: Capture) -> Profile | Unread:
    found = shape.record(data, "business_discovery")
    handle = shape.text(found, "username")
    if (seen and not seen[0].ok) or not handle or not same(wanted, handle):
        # Only professional accounts are found this way, so that "not found" does not mean gone.
        return refusal(data, *seen)
    bio, website = said(shape.raw(found, "biography")), shape.text(found, "website")
    return Profile(
        platform="instagram",
        handle=handle,
        url=PROFILE.format(handle),
        name=shape.text(found, "name"),
        bio=bio,
        links=None if website is None and bio is None else with_bio(field_links(website), bio),
        verification=Verification(note="the interface does not tell of badges"),
        last_post=shape.day(found, "media", "data", 0, "timestamp"),
        more_links=True,
        seen=seen,
    )


def _headed(html: SavedPage, wanted: Wanted) -> Profile | None:
    """What the head of a page says in one sentence: followers, name, handle and the bio."""
    sentence = html.meta("description", lines=True) or html.meta("og:description", lines=True) or ""
    rest = _behind_counts(sentence)
    titled = _named(html.meta("og:title") or "", wanted) or _named(html.title, wanted)
    told = _named(rest, wanted)
    match = titled or told
    if match is None:
        return None
    quoted = _QUOTED.match(rest[told.end() :]) if told else None
    bio = whole(quoted["bio"]) if quoted else None
    named = titled or (told if quoted else None)
    return Profile(
        platform="instagram",
        handle=match["handle"],
        url=PROFILE.format(match["handle"]),
        name=named["name"].strip() if named else None,
        bio=said(bio),
        verification=Verification(note=NO_BADGE),
        more_links=True,
    )


def _named(text: str, wanted: Wanted) -> re.Match[str] | None:
    """Name and handle at the start of a text, where they are the wanted account's."""
    match = _NAMED.match(text)
    return match if match and same(wanted, match["handle"]) else None


def _behind_counts(sentence: str) -> str:
    """What follows the counts and the first dash; name and bio may have dashes, too."""
    match = _DASH.search(sentence)
    return sentence[match.end() :] if match else sentence
