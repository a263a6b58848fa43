"""paths: how many clicks lie between a profile and its Impressum, and what each is called.

A pure function over what was read. What was not read can only leave the answer open: it never
makes a page missing or too far away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.document import UNASKED
from linter.pages.clicks.path import Path, Paths, Step, Unread
from linter.pages.clicks.steps import ACCEPTED
from linter.pages.clicks.walk import Memory, World, walk
from linter.pages.labels import shipped, words
from linter.platforms import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.clicks.document import Seen
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.labels import Labels
    from linter.pages.page import Target
    from linter.platforms.profile import Profile

__all__ = ["KINDS", "Path", "Paths", "Search", "Step", "Unread", "paths_of", "search"]

KINDS: tuple[Target, ...] = ("impressum", "privacy")
ALLOWED = 2
"""Clicks that the courts allow (BGH, I ZR 228/03)."""
SOCIAL = frozenset(("social", "socialmedia", "soziale", "sozialen", "netzwerke", "netzwerken"))
CHANNELS = frozenset(NAMES) - {"website"} | {"twitter"}
"""Words of labels that name networks, and single ones."""


@dataclass(slots=True)
class Search:
    """What a search for one kind found: its ways, all its ends, and what it could not see.

    ends: the best first; unread: only what may change the answer.
    """

    paths: Paths
    ends: tuple[Path, ...] = ()
    unread: tuple[Unread, ...] = ()


def paths_of(
    profile: Profile,
    seen: Mapping[str, Seen],
    *,
    labels: Labels | None = None,
    lexicon: Lexicon | None = None,
    domains: tuple[str, ...] = (),
) -> dict[Target, Paths]:
    """The ways from a profile to both kinds of page.

    seen: by `linter.pages.clicks.ways.key` of the address asked (and of where it led); domains: of the
    authority, so that links to other sites are told from those to its own.
    """
    memory = Memory()
    return {
        kind: search(profile, seen, kind, labels, lexicon, memory, domains).paths for kind in KINDS
    }


def search(
    profile: Profile,
    seen: Mapping[str, Seen],
    kind: Target,
    labels: Labels | None = None,
    lexicon: Lexicon | None = None,
    memory: Memory | None = None,
    domains: tuple[str, ...] = (),
) -> Search:
    """Look for one kind of page, with any labels and with accepted ones.

    domains: of the authority; memory: of earlier searches among the same pages.
    """
    memory = memory or Memory()
    world = World(
        profile, seen, kind, labels or shipped(), lexicon or ways.shipped(), memory, domains
    )
    every = walk(world, accepted_only=False)
    if not every.ends and not every.unread:
        # Everything that promises anything was seen; as long as it was not, the answer is open.
        every = walk(world, accepted_only=False, any_door=True)
    # Where no label is any other, a second walk would take the same steps.
    known = every if every.accepted else walk(world, accepted_only=True)
    order = sorted(every.ends, key=lambda path: (*_by_worth(path), _misfit(path, profile.platform)))
    shortest = order[0] if order else None
    accepted = None
    if shortest is not None:
        same = [path for path in known.ends if path.tier == shortest.tier]
        accepted = min(
            same, key=lambda path: (*_by_worth(path), _misfit(path, profile.platform)), default=None
        )
    unread = [*_hidden(profile), *every.unread, *every.hinted]
    known_unread = [*_hidden(profile), *known.unread, *known.hinted]
    reason = _reason(_relevant(unread, known_unread, shortest, accepted))
    # The profile's own words are read already: the pages behind it are wanted all the same.
    paged = [path for path in order if path.ending != "text"]
    nearest = paged[0] if paged else None
    labelled = [path for path in known.ends if nearest and path.tier == nearest.tier]
    best = min((p for p in labelled if p.ending != "text"), key=_by_worth, default=None)
    broken = tuple(path for path in order if path.broken)
    unseen = tuple(path for path in order if not path.broken and not path.good)
    return Search(
        Paths(shortest, accepted, reason, broken, unseen),
        tuple(order),
        _relevant(unread, known_unread, nearest, best),
    )


def _relevant(
    unread: list[Unread], known: list[Unread], shortest: Path | None, accepted: Path | None
) -> tuple[Unread, ...]:
    """What was not seen and may hold a shorter way, or one with better labels."""
    return tuple(
        dict.fromkeys(
            [one for one in unread if _matters(one, shortest)]
            + [one for one in known if _matters(one, accepted)]
        )
    )


def _reason(unread: tuple[Unread, ...]) -> str:
    """The cause to tell: one that lies with the web before one that lies with this program."""
    causes = [one.cause for one in unread]
    return next((cause for cause in causes if cause != UNASKED), causes[0] if causes else "")


def _matters(unread: Unread, best: Path | None) -> bool:
    """Whether something unread may hold what changes the answer."""
    if best is None or best.broken or best.other_site:
        return True
    if best.good:
        return unread.clicks < best.clicks and unread.clicks <= ALLOWED
    return unread.clicks <= max(ALLOWED, best.clicks)


def _by_worth(path: Path) -> tuple[int, bool, int, bool, int, int]:
    blemishes = sum(step.cls not in ACCEPTED for step in path.steps)
    return (
        path.tier,
        path.other_site,
        path.clicks,
        path.ending == "uncertain",
        blemishes,
        len(path.steps),
    )


def _misfit(path: Path, platform: str) -> int:
    """How ill the last label suits the account, where a house has a page for each of its channels."""
    said = set(words(path.steps[-1].text)) if path.steps else set()
    social = not said.isdisjoint(SOCIAL)
    others = not said.isdisjoint(CHANNELS)
    if platform == "website":
        return 1 if social or others else 0
    if platform in said or (platform == "x" and "twitter" in said):
        return 0
    return 1 if social else 3 if others else 2


def _hidden(profile: Profile) -> list[Unread]:
    """Parts of the profile that this way of reading it does not show; a website is all there."""
    if profile.platform == "website":
        return []
    if profile.links is None or profile.more_links:
        return [Unread("", "not-shown", 1, "none", claims=False)]
    return []
