"""observation: what a crawl saw of one account, ready for the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.capture import Capture
    from linter.pages.page import Page
    from linter.pages.paths import Paths
    from linter.platforms.profile import Profile, Unread


@dataclass(slots=True, eq=False)
class Observation:
    """One account as seen.

    profile: as read, or why not; site: the page that the profile leads to first (for `website` the
    account itself), None where none was read; pages: kind (impressum, privacy, netiquette) → the
    page chosen; unseen: kind → why there is none to judge, a key of `linter.text.CAUSES`;
    paths: kind (impressum, privacy) → the ways there; captures: what each page came from, by
    `profile`, `site` and kind; faults: captures that failed on the way, each URL once, in the
    order asked, the profile's own first.
    """

    account: str
    profile: Profile | Unread
    site: Page | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)
    paths: Mapping[str, Paths] = field(default_factory=dict)
    captures: dict[str, Capture] = field(default_factory=dict)
    faults: tuple[Capture, ...] = ()
