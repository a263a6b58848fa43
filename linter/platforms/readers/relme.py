"""relme: what proven links are worth: the instance's tick, our own look, and whose page it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.platforms.profile import Verification
from linter.platforms.readers.home import owned, under

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from linter.platforms.profile import Profile, Source
    from linter.platforms.readers.backlink import Proof


@dataclass(frozen=True, slots=True)
class Told:
    """What this way of reading tells of proof.

    days: address → the day since which the instance shows it as proven; addresses: further
    addresses of the profile; shows: this way shows whether the instance holds links as proven.
    """

    source: Source
    days: Mapping[str, date | None] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    shows: bool = False


def of_server(host: str, domains: tuple[str, ...], source: Source) -> Verification:
    """On a platform that verifies nobody, a server under the authority's own domain still vouches."""
    if under(host, domains):
        return own_instance(source)
    return Verification("not_verified", source=source, note="the platform verifies nobody")


def own_instance(source: Source) -> Verification:
    """The server is the authority's own."""
    return Verification("verified", "instance", source, note="the instance is its own")


def judged(
    profile: Profile,
    told: Told,
    proof: Proof | None,
    domains: tuple[str, ...],
    *,
    at_home: bool,
) -> Verification:
    """Whether links prove the account to be the authority's; proof: None where nobody looked.

    A tick counts where the page is the authority's own and we saw that it links back, or nobody
    looked; our own look counts without a tick; an instance under the authority's own domain needs
    neither. Where the page could not be read, a tick may be stale: whether it holds is not known.
    """
    ticked = [link.url for link in profile.links or () if link.verified]
    own = [url for url in ticked if owned(url, domains)]
    back = proof.back if proof else ()
    gone = [url for url in own if proof and url in proof.without]
    unread = [url for url in own if proof and url in proof.unread]
    sure = set(own) - set(gone) - set(unread)
    for url in sorted(sure, key=lambda url: (url not in back, own.index(url))):
        note = (
            "" if url in back else f"shown as proven; whether {url} still links back was not seen"
        )
        return Verification("verified", "rel-me", told.source, told.days.get(url), note)
    if back:
        note = f"{back[0]} links back; " + (
            "the instance shows no tick until the profile is saved again" if told.shows else ""
        )
        return Verification("verified", "rel-me", "page", note=note.rstrip("; "))
    if at_home:
        return own_instance(told.source)
    if unread and proof:
        note = f"shown as proven; {unread[0]} could not be read, so that its link back is not known"
        cause = proof.unread[unread[0]]
        return Verification("unknown", "rel-me", told.source, note=note, cause=cause)
    if gone:
        note = f'shown as proven, but {gone[0]} has no rel="me" link back any more'
        return Verification("unknown", "rel-me", told.source, note=note, cause="link-back-gone")
    if ticked:
        note = f"proven is a link to {ticked[0]}, which is not known to be the authority's"
        return Verification("unknown", "rel-me", told.source, note=note)
    return _without(profile, told, proof)


def _without(profile: Profile, told: Told, proof: Proof | None) -> Verification:
    """No tick and no link back: not verified only where everything was looked at."""
    if profile.links is None or profile.more_links:
        return Verification("unknown", source=told.source, note="this way does not show all links")
    if proof and proof.unread:
        page, cause = next(iter(proof.unread.items()))
        note = f"{page} could not be read, so that its link back is not known"
        return Verification("unknown", source=told.source, note=note, cause=cause)
    if told.shows or (proof and proof.without):
        return Verification("not_verified", source=told.source, note="no link is proven")
    return Verification("unknown", source=told.source, note="this way shows no proof")
