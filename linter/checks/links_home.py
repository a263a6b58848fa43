"""links-home: the profile links to a site of the authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import HIDDEN_TARGET
from linter.checks.parameters import parameters
from linter.checks.seen import NOT_SHOWN, profile_of
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Spot, Subject

HOST = re.compile(
    r"(?<![\w@./-])(?:https?://)?((?:[a-z0-9äöüß-]+\.)+[a-z]{2,})(?![\w@-])", re.IGNORECASE
)
"""A host name in running text; what stands behind an @ is a mail address or a handle."""


@parameters
class LinksHome:
    """Parameters.

    fields: where the profile's links stand; also: declared pages, which may lead home too but
    need not be declared; shorteners: hosts that hide where they lead.
    """

    fields: tuple[Address, ...]
    also: tuple[Address, ...] = ()
    shorteners: tuple[str, ...] = ()


@check("links-home", LinksHome, supplies=("domains",))
def links_home(subject: Subject, params: LinksHome) -> Iterator[Outcome]:
    """Unknown where a field is silent, a short link hides its target or no domain is known."""
    domains = subject.authority.domains
    if not domains:
        yield Unknown(params.fields[0])
        return
    hidden = None
    first = None
    for address in (*params.fields, *params.also):
        for spot in subject.at(address):
            first = first or spot
            for found in HOST.finditer(spot.text or ""):
                host = found.group(1).lower().removeprefix("www.")
                if any(host == domain or host.endswith(f".{domain}") for domain in domains):
                    return
                if host in params.shorteners and not _leads_home(subject, spot, domains):
                    hidden = hidden or spot
                elif host in params.shorteners:
                    return
    missing = next((address for address in params.fields if silent(subject, address)), None)
    if missing is None and hidden is None and _may_have_more(subject):
        yield Unknown(params.fields[0], NOT_SHOWN)
    elif hidden or missing:
        yield Unknown(hidden, HIDDEN_TARGET) if hidden else Unknown(missing or params.fields[0])
    else:
        yield Miss(first or params.fields[0], {"domains": domains})


def _leads_home(subject: Subject, spot: Spot, domains: tuple[str, ...]) -> bool:
    """Whether a short link was followed, and to a site of the authority."""
    for capture in subject.seen.captures.values() if subject.seen is not None else ():
        if capture.ok and capture.url == spot.text:
            found = HOST.search(capture.final_url)
            host = found.group(1).lower() if found else ""
            return any(host == domain or host.endswith(f".{domain}") for domain in domains)
    return False


def _may_have_more(subject: Subject) -> bool:
    """Whether the profile may show links that this way of reading it does not."""
    profile = profile_of(subject)
    return not isinstance(profile, str) and profile.more_links
