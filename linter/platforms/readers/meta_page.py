"""meta_page: the profile in what the scripts of a saved page of Instagram or Threads bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.platforms.profile import Profile, ProfileLink, Verification
from linter.platforms.readers import shape
from linter.platforms.readers.bio import said, with_bio
from linter.platforms.readers.interface import same
from linter.platforms.readers.saved_page import records

if TYPE_CHECKING:
    from linter.platforms.profile import Source, Wanted
    from linter.platforms.readers.saved_page import SavedPage


def scripted(html: SavedPage, wanted: Wanted, url: str) -> Profile | None:
    """The profile in the first script that holds it; `{}` of the URL stands for the handle."""
    blocks = html.json_scripts(b'"biography"')
    found = (in_script(block, wanted, "page", url) for block in blocks)
    return next((profile for profile in found if profile), None)


def in_script(data: Any, wanted: Wanted, source: Source, url: str) -> Profile | None:
    """The profile as the page's own scripts get it; read from saved files, never asked for."""
    for user in records(data):
        handle, bio = shape.text(user, "username"), shape.raw(user, "biography")
        if not handle or bio is None or "full_name" not in user or not same(wanted, handle):
            continue
        bio = said(bio)
        return Profile(
            platform=wanted.platform,
            handle=handle,
            url=url.format(handle),
            name=shape.text(user, "full_name"),
            bio=bio,
            links=with_bio(_links(user), bio),
            verification=badge(shape.flag(user, "is_verified"), source),
            more_links="bio_links" not in user,
        )
    return None


def badge(verified: bool | None, source: Source) -> Verification:
    """Meta's badge, as `is_verified` has it: notable and paid ones look the same."""
    if verified is None:
        return Verification(note="the answer holds no is_verified")
    if verified:
        return Verification("verified", "badge", source, note="is_verified true")
    return Verification("not_verified", "", source, note="is_verified false")


def _links(user: Any) -> list[ProfileLink]:
    links = []
    for entry in shape.items(user, "bio_links"):
        url = shape.address(entry, "url") or shape.address(entry, "lynx_url")
        if url:
            links.append(ProfileLink(shape.text(entry, "title") or "", url))
    external = shape.address(user, "external_url")
    if external and all(link.url.rstrip("/") != external.rstrip("/") for link in links):
        links.append(ProfileLink("", external))
    return links
