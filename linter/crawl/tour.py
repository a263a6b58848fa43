"""tour: one exploration under way: what is wanted, what was read, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.crawl.sight import remember
from linter.pages.clicks import ways
from linter.pages.clicks.paths import KINDS, Path, Paths, Search, search
from linter.pages.clicks.walk import Memory
from linter.platforms.profile import Profile, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from linter.crawl.capture import Capture
    from linter.crawl.limits import Limits
    from linter.pages.clicks.document import Document, Seen
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.labels import Labels
    from linter.pages.page import Page, Target
    from linter.platforms.profile import Wanted


@dataclass(slots=True, eq=False)
class Exploration:
    """What was read behind a profile.

    site: the page that the profile leads to first; pages: kind (impressum, privacy, netiquette,
    accessibility, any that is declared; `narrower` and so on: see `linter.crawl.narrower`) → the page chosen, or the
    one that a link or the registry promises to be it and that is another; unseen: kind → why there is none, a key of
    `linter.text.CAUSES`; paths: kind → the ways there; declared: kind → what the address in the
    registry was seen to be, as a path without steps; captures: what each page came from, or the
    answer that shows why there is none, by `site` and kind; promised: address → the answer, of what promises such a
    page and is none, or was not read, and of what is declared; faults: captures that failed, each
    once, in the order asked.
    """

    site: Page | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)
    paths: dict[str, Paths] = field(default_factory=dict)
    declared: dict[str, Path] = field(default_factory=dict)
    captures: dict[str, Capture] = field(default_factory=dict)
    promised: dict[str, Capture] = field(default_factory=dict)
    faults: tuple[Capture, ...] = ()


@dataclass(slots=True, eq=False)
class Tour:
    """One exploration under way: what is wanted, and what is known so far.

    listed: what the registry says that a profile shows which could not be read.
    """

    wanted: Wanted
    profile: Profile | Unread
    listed: Profile | None
    declared: Mapping[str, str]
    read: Callable[[Capture], Page]
    labels: Labels
    lexicon: Lexicon
    limits: Limits
    seen: dict[str, Seen] = field(default_factory=dict)
    captures: dict[str, Capture] = field(default_factory=dict)
    asked: list[Capture] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    named: dict[tuple[object, ...], str] = field(default_factory=dict)
    searches: dict[Target, Search] = field(default_factory=dict)
    spent: bool = False

    def take(self, captures: tuple[Capture, ...]) -> None:
        """Note what came back."""
        for capture in captures:
            self.captures[ways.key(capture.url)] = capture
        for capture in captures:
            if capture.ok and capture.final_url:
                self.captures.setdefault(ways.key(capture.final_url), capture)
        remember(self.seen, captures, self.read)

    def search(self) -> None:
        """Work the paths out anew."""
        start = self.profile if isinstance(self.profile, Profile) else self.listed
        if start is None:
            return
        for kind in KINDS:
            if start is self.listed and self.declared.get(kind):
                continue  # the page itself is on record
            self.searches[kind] = search(
                start,
                self.seen,
                kind,
                self.labels,
                self.lexicon,
                memory=self.memory,
                domains=self.wanted.domains,
            )

    def document(self, url: str) -> Document:
        """What stands at an address."""
        return self.memory.document(url, self.seen)

    def capture(self, found: Document) -> Capture | None:
        """The answer that a document came from."""
        for url in (found.url, *reversed(found.via)):
            capture = self.captures.get(ways.key(url))
            if capture is not None:
                return capture
        return None
