"""linkedin: pages of organisations on LinkedIn, through its interface or from a saved page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.platforms import get
from linter.platforms.address import split
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, whole, with_bio
from linter.platforms.readers.head import NO_BADGE, handle_of, name_of, not_shown
from linter.platforms.readers.interface import ask, bare, barred, part, same, secret, spelled
from linter.platforms.readers.saved_page import SavedPage, saved_json
from linter.platforms.readers.unread import gone, strange

if TYPE_CHECKING:
    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture

TOKEN = "AMTLINT_LINKEDIN_TOKEN"  # noqa: S105 - the name of the variable
ORGANIZATIONS = "https://api.linkedin.com/rest/organizations"
VERSION = "202606"
"""The month of the interface; each is served for a year."""
_ENDS = re.compile(
    r"(?:: (?:About|Overview|Info|Übersicht|Posts|Beiträge|Jobs))? ?\| ?LinkedIn$|\ALinkedIn$"
)


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask the interface for the one organisation; without a token nothing is asked."""
    if _is_person(wanted):
        return Unread("platform-not-readable")
    if refused := barred(wanted):
        return refused
    headers = (
        ("Authorization", f"Bearer {secret(TOKEN)}"),
        ("LinkedIn-Version", VERSION),
        ("X-Restli-Protocol-Version", "2.0.0"),
    )
    if wanted.handle.isdecimal():
        question = ask(f"{ORGANIZATIONS}/{part(wanted.handle)}", {}, headers=headers)
    else:
        query = {"q": "vanityName", "vanityName": bare(wanted)}
        question = ask(ORGANIZATIONS, query, headers=headers)
    (answer,) = yield (question,)
    return _answered(shape.json_of(answer), wanted, answer)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page, or a saved answer of the interface."""
    data = saved_json(page)
    if data is not None:
        return _answered(data, wanted)
    html = SavedPage(page)
    return _described(html, wanted) or not_shown(html)


def _is_person(wanted: Wanted) -> bool:
    address = split(wanted.url) if wanted.url else None
    return address is not None and address.parts[:1] == ["in"]


def _answered(data: Any, wanted: Wanted, *seen: Capture) -> Profile | Unread:
    listed = "elements" in (shape.record(data) or {})
    page = shape.record(data, "elements", 0) if listed else shape.record(data)
    if seen and not seen[0].ok:
        return strange(*seen)
    if shape.at(data, "elements") == []:
        return gone(*seen)
    vanity, number = shape.text(page, "vanityName"), shape.at(page, "id")
    told = str(number) if type(number) is int and number >= 0 else None
    if not (vanity or told) or not same(wanted, vanity, told):
        return strange(*seen)
    handle = spelled(wanted, vanity, told)
    description = shape.raw(page, "localizedDescription")
    bio = said(description)
    website = shape.text(page, "localizedWebsite")
    return Profile(
        platform="linkedin",
        handle=handle,
        url=f"https://www.linkedin.com/company/{handle}/",
        name=shape.text(page, "localizedName"),
        bio=bio,
        links=with_bio(field_links(website), bio),
        verification=Verification(note="the interface does not tell of badges"),
        more_links=None in (website, bio),
        seen=seen,
    )


def _described(html: SavedPage, wanted: Wanted) -> Profile | None:
    """What the head and the linked data of a page say."""
    platform = get("linkedin")
    handle, name = handle_of(html, wanted), name_of(html, wanted, _ENDS)
    if handle is None or platform is None or not name:
        return None
    bio: str | None = None
    fields: list[ProfileLink] = []
    for record in html.described("Organization", "GovernmentOrganization"):
        own = platform.parse_url(shape.text(record, "url") or "")
        if own and platform.same_handle(own, handle):
            name = shape.text(record, "name") or name
            bio = said(whole(shape.raw(record, "description")))
            site = shape.at(record, "sameAs")
            fields = field_links(shape.text(site) or shape.text(site, 0))
            break
    return Profile(
        platform="linkedin",
        handle=handle,
        url=f"https://www.linkedin.com/company/{handle}/",
        name=name,
        bio=bio,
        links=with_bio(fields, bio) or None,
        verification=Verification(note=NO_BADGE),
        more_links=True,
    )
