"""official-details: a personal profile gives the house's Impressum, address or mailbox as its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Pattern, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.seen import profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Spot, Subject


@parameters
class OfficialDetails:
    """label: how a link to an Impressum is called; a link to the house's site is no fault."""

    label: Pattern


@check("official-details", OfficialDetails, supplies=("found",), variants=("bio",))
def official_details(subject: Subject, params: OfficialDetails) -> Iterator[Outcome]:
    """Miss a link called Impressum to the house's site, or its mailbox or street in the bio."""
    domains = subject.authority.domains
    if not domains:
        yield Unknown("links", "not-recorded")
        return
    labels = {spot.address.rpartition(".")[0]: spot for spot in subject.at("links[].label")}
    for url in subject.at("links[].url"):
        label = labels.get(url.address.rpartition(".")[0])
        called = params.label.search(f"{label.text if label else ''} {url.text}")
        if called and _under(_host(url.text or ""), domains):
            yield Miss(url, {"found": url.text or ""})
            return
    bio = subject.first("bio")
    found = _mailbox(bio, domains)
    if bio is not None and found:
        start = (bio.text or "").find(found)
        yield Miss(bio, {"found": found}, variant="bio", span=(start, start + len(found)))
    elif bio is None and isinstance(cause := profile_of(subject), str):
        yield Unknown("bio", cause)


def _mailbox(bio: Spot | None, domains: tuple[str, ...]) -> str:
    for word in (bio.text or "").split() if bio is not None else ():
        bare = word.strip("<>(),;:.!?[]\"'")
        if "@" in bare[1:] and _under(bare.rpartition("@")[2].casefold(), domains):
            return bare
    return ""


def _host(url: str) -> str:
    rest = url.partition("://")[2] or url
    return rest.partition("/")[0].rpartition("@")[2].partition(":")[0].casefold()


def _under(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
