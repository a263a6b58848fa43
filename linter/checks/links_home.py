"""links-home: the profile links to a site of the authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import HIDDEN_TARGET, NOT_SHOWN
from linter.checks.parameters import parameters
from linter.checks.seen import may_have_more_links
from linter.checks.silence import first_silent
from linter.platforms.address import lies_under

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
                if lies_under(host, domains):
                    return
                if host in params.shorteners:
                    if _leads_home(subject, spot, domains):
                        return
                    hidden = hidden or spot
    missing = first_silent(subject, params.fields)
    if hidden:
        yield Unknown(hidden, HIDDEN_TARGET)
    elif missing:
        yield Unknown(missing)
    elif may_have_more_links(subject):
        yield Unknown(params.fields[0], NOT_SHOWN)
    else:
        yield Miss(first or params.fields[0], {"domains": domains})


def _leads_home(subject: Subject, spot: Spot, domains: tuple[str, ...]) -> bool:
    """Whether a short link was followed, and to a site of the authority."""
    for capture in subject.seen.captures.values() if subject.seen is not None else ():
        if capture.ok and capture.url == spot.text:
            found = HOST.search(capture.final_url)
            host = found.group(1).lower() if found else ""
            return lies_under(host, domains)
    return False
