"""official-details: a personal profile gives the house's Impressum, address or mailbox as its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_SHOWN, UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.patterns import Pattern, Patterns, blanked
from linter.checks.seen import profile_of
from linter.platforms.address import lies_under, split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Spot, Subject

STREET = re.compile(r"(?P<name>\D+?)\s?-?(?:str(?:aße|asse|\.))?\s*(?P<number>\d+)", re.IGNORECASE)
"""A street with its number, so that it is found however it is spelt."""


@parameters
class OfficialDetails:
    """label: how a link to an Impressum is called; a link to the house's site is no fault.

    referred: wordings that send official matters to the house, left out of account first.
    """

    label: Pattern
    referred: Patterns = Patterns()


@check("official-details", OfficialDetails, supplies=("found",), variants=("bio", "page"))
def official_details(subject: Subject, params: OfficialDetails) -> Iterator[Outcome]:
    """Miss a link called Impressum to the house's site, or its mailbox or street in the bio.

    An Impressum elsewhere that names the house as its provider is a miss, too (`page`).
    """
    domains = subject.authority.domains
    if not domains:
        yield Unknown("links", UNRECORDED)
        return
    link = _link(subject, params, domains)
    if link is not None:
        yield Miss(link, {"found": link.text or ""})
        return
    bio = subject.first("bio")
    found = _in_text(subject, params, bio.text or "") if bio is not None else None
    if bio is not None and found is not None:
        start, end = found
        text = (bio.text or "")[start:end]
        yield Miss(bio, {"found": text}, variant="bio", span=(start, end))
        return
    page = _provider(subject)
    if page is not None:
        yield page
        return
    profile = profile_of(subject)
    if isinstance(profile, str):
        yield Unknown("links" if bio is not None else "bio", profile)
    elif profile.links is None or profile.bio is None or profile.more_links:
        yield Unknown("bio" if profile.bio is None else "links", NOT_SHOWN)


def _link(subject: Subject, params: OfficialDetails, domains: tuple[str, ...]) -> Spot | None:
    """A link that is called an Impressum and leads to the house's site."""
    labels = {spot.address.rpartition(".")[0]: spot for spot in subject.at("links[].label")}
    for url in subject.at("links[].url"):
        label = labels.get(url.address.rpartition(".")[0])
        called = params.label.search(f"{label.text if label else ''} {url.text}")
        address = split(url.text or "") if called else None
        if address is not None and lies_under(address.host, domains):
            return url
    return None


def _in_text(subject: Subject, params: OfficialDetails, text: str) -> tuple[int, int] | None:
    """Where a text gives a mailbox or the street of the house as its own."""
    bare = blanked(text, params.referred)
    start = 0
    for word in bare.split():
        start = bare.index(word, start)
        mail = word.strip("<>(),;:.!?[]\"'")
        host = mail.rpartition("@")[2].casefold()
        if "@" in mail[1:] and lies_under(host, subject.authority.domains):
            at = start + word.index(mail)
            return at, at + len(mail)
        start += len(word)
    from linter.checks.page_address import known_addresses  # noqa: PLC0415 - few get here

    for address in known_addresses(subject):
        street = STREET.match(address.get("street", ""))
        if street is not None:
            spelt = rf"\b{re.escape(street['name'])}\s?-?(?:str(?:aße|asse|\.)?)?\s*{street['number']}\b"
            found = re.search(rf"{spelt}(?:\s?[-–]\s?\d+)?", bare, re.IGNORECASE)
            if found is not None:
                return found.span()
    return None


def _provider(subject: Subject) -> Miss | Unknown | None:
    """A miss where the Impressum behind the profile names the house as its provider."""
    from linter.checks.designations import designations  # noqa: PLC0415 - as above
    from linter.checks.page_seen import place, seen, text_of, value_of  # noqa: PLC0415 - as above

    if isinstance(profile_of(subject), str) or subject.page("impressum") is None:
        return None
    ways = subject.seen.paths.get("impressum") if subject.seen is not None else None
    best = ways.shortest if ways is not None else None
    if best is None or best.offending is not None or len(best.steps) != 1:
        return None  # a site the profile links to has an Impressum of its own
    page = seen(subject, "impressum")
    if isinstance(page, Unknown):
        return page
    name = text_of(value_of(page, "impressum", "provider_name"))
    if any(pattern.search(name) for pattern in designations(subject.authority)):
        return Miss(place(subject, "impressum"), {"found": f"{name} ({page.url})"}, variant="page")
    return None
