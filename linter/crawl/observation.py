"""observation: what a crawl saw of one account, ready for the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.platforms.profile import Unread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.capture import Capture
    from linter.pages.clicks.paths import Path, Paths
    from linter.pages.page import Page
    from linter.platforms.profile import Profile


@dataclass(slots=True, eq=False)
class Observation:
    """One account as seen.

    profile: as read, or why not; site: the page that the profile leads to first (for `website` the
    account itself), None where none was read; pages: kind (impressum, privacy, netiquette, and
    `narrower` and so on for the notices to which the privacy notice points for social media) → the page chosen; unseen: kind → why there is none to judge, a key of `linter.text.CAUSES`;
    paths: kind (impressum, privacy) → the ways there; captures: what each page came from, by
    `profile`, `site` and kind; faults: captures that failed on the way, each URL once, in the
    order asked, the profile's own first; declared: kind → what the address in the registry was seen
    to be; promised: address → the answer, of links and entries that promise such a page.
    """

    account: str
    profile: Profile | Unread
    site: Page | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)
    paths: Mapping[str, Paths] = field(default_factory=dict)
    captures: dict[str, Capture] = field(default_factory=dict)
    faults: tuple[Capture, ...] = ()
    declared: Mapping[str, Path] = field(default_factory=dict)
    promised: Mapping[str, Capture] = field(default_factory=dict)

    def evidence(self, address: str) -> list[dict[str, object]]:
        """What was seen of the field at an address: the page that it names, or the profile."""
        field = address.partition(".")[0].partition("[")[0]
        capture = self.captures.get(field)
        if capture is None and _shows(self.profile, field):
            capture = self.captures.get("profile")
        if capture is None:
            return []
        entry = capture.evidence()
        way = self.paths.get(field)
        path = (way.accepted or way.shortest) if way is not None else None
        if path is not None:
            entry["click_path"] = path.click_path()
        return [entry]


OF_PROFILE = {
    "handle": "handle",
    "profile_name": "name",
    "bio": "bio",
    "links": "links",
    "bot": "bot",
}
"""Fields of the registry that a profile shows, and where it has them."""


def _shows(profile: Profile | Unread, field: str) -> bool:
    """Whether the profile as read says something of the field."""
    if isinstance(profile, Unread):
        return False
    if field == "verified":
        return profile.verification.state != "unknown"
    return field in OF_PROFILE and getattr(profile, OF_PROFILE[field]) is not None
