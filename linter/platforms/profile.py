"""profile: what a visitor sees of an account, on any platform."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from linter.crawl.capture import Capture
    from linter.pages.page import Page

State = Literal["verified", "not_verified", "unknown"]
Source = Literal["api", "page", "webfinger", "export", ""]


@dataclass(frozen=True, slots=True)
class ProfileLink:
    """A link as the profile shows it.

    label: the profile's own words for it ("Impressum", a field's name), "" for a bare address;
    url: where it leads, short links as they are; verified: the platform showed it as proven;
    covered: the words that stand in the place of its address, so that nobody sees it.
    """

    label: str
    url: str
    verified: bool = False
    covered: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the platform vouches for the account.

    A badge that was not seen in a page is `unknown`, never `not_verified`; a login wall too. kind:
    government | business | paid | badge | rel-me | domain | instance | trusted-verifier | "";
    source: how it was read; on: the day that the platform gives for it; note: one English line;
    cause: why it is unknown, a key of `linter.text.CAUSES`, "" where this way just does not tell.
    """

    state: State = "unknown"
    kind: str = ""
    source: Source = ""
    on: date | None = None
    note: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile as read. None where this way of reading does not tell, "" or () where it is empty.

    handle: as the platform writes it; url: the profile's address as it calls it itself; impressum
    and privacy: what a field of the platform made for it, or called so, holds (text or address);
    links: in their order, those in the bio behind those in fields; fields: what others than links
    say, as (name, text); bot: says that a program posts; last_post: UTC
    day; moved_to: the address of the account it moved to; more_links: the profile may have links
    that this way of reading does not show, so that none is missing for sure; seen: the captures it
    was read from, the telling one first.
    """

    platform: str
    handle: str
    url: str
    name: str | None = None
    bio: str | None = None
    links: tuple[ProfileLink, ...] | None = None
    fields: tuple[tuple[str, str], ...] = ()
    verification: Verification = field(default_factory=Verification)
    impressum: str | None = None
    privacy: str | None = None
    bot: bool | None = None
    last_post: date | None = None
    moved_to: str = ""
    more_links: bool = False
    seen: tuple[Capture, ...] = ()

    @property
    def words(self) -> str | None:
        """The bio and below it what fields say, each behind its name; None without a bio."""
        if self.bio is None:
            return None
        fields = self.fields
        if self.impressum and self.impressum not in (text for _, text in fields):
            fields = (*fields, ("Impressum", self.impressum))
        lines = (f"{name}: {text}" if name else text for name, text in fields)
        return "\n".join(filter(None, (self.bio, *lines)))


@dataclass(frozen=True, slots=True)
class Unread:
    """A profile that could not be read.

    cause: a key of `linter.text.CAUSES`; seen: the captures that show why, the telling one first;
    fault: the capture's, where it is one of the network (then a NET rule tells it), "" where the
    platform simply does not show profiles to visitors or a secret is not set.
    """

    cause: str
    fault: str = ""
    seen: tuple[Capture, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which profile is wanted, and what may be used to read it.

    url: "" where the registry has none; domains: host names known to be the authority's own;
    secrets: the names of the environment variables that are set (never their values); read: reads
    the page of a capture, so that one which is looked at again is read once; None: read it anew.
    """

    platform: str
    handle: str
    url: str = ""
    domains: tuple[str, ...] = ()
    secrets: frozenset[str] = frozenset()
    read: Callable[[Capture], Page] | None = field(default=None, compare=False)
