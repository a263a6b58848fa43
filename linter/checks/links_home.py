"""links-home: the profile links to a site of the authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import HIDDEN_TARGET
from linter.checks.parameters import parameters
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

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
                if host in params.shorteners:
                    hidden = hidden or spot
    missing = next((address for address in params.fields if silent(subject, address)), None)
    if hidden or missing:
        yield Unknown(hidden, HIDDEN_TARGET) if hidden else Unknown(missing or params.fields[0])
    else:
        yield Miss(first or params.fields[0], {"domains": domains})
