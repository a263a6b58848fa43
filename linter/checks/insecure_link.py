"""insecure_link: a web address without encryption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Alarm, Miss, Outcome, check
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.capture import Capture
    from linter.subject import Subject

INSECURE = "http://"
SECURE = "https://"
UNENCRYPTED = ("connect_error", "tls_error")
"""Faults that show that there is no encryption to be had."""


def host_of(url: str) -> str:
    """The host of an address, without `www.` and port."""
    rest = url.partition("://")[2].partition("/")[0]
    return rest.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")


@parameters
class InsecureLink:
    """fields: where web addresses stand."""

    fields: tuple[Address, ...]


def _idle(params: InsecureLink) -> tuple[str, ...]:
    return params.fields


def _alarm(params: InsecureLink) -> Alarm:
    return Alarm(params.fields, (INSECURE,))


@check(
    "insecure-link",
    InsecureLink,
    supplies=("value", "secure"),
    variants=("answers",),
    idle=_idle,
    alarm=_alarm,
)
def insecure_link(subject: Subject, params: InsecureLink) -> Iterator[Outcome]:
    """Miss for every address that begins with http://.

    Nothing is asked of the network for it: what a crawl read anyway may show that the same host
    answers with encryption (`answers`), or that it does not, which is no fault of the link.
    """
    for field in params.fields:
        for spot in subject.at(field):
            text = spot.text
            if text and text[:5] != "https" and text[: len(INSECURE)].lower() == INSECURE:
                answered, refused = _tried(subject, text) if subject.seen else (None, False)
                if not refused:
                    yield Miss(
                        spot,
                        {"value": text, "secure": f"https://{text[len(INSECURE) :]}"},
                        variant="answers" if answered else None,
                        span=(0, len(INSECURE)),
                        evidence=[answered.evidence()] if answered else None,
                    )


def _tried(subject: Subject, url: str) -> tuple[Capture | None, bool]:
    """What shows that the host answers with encryption; whether it was seen not to."""
    seen = subject.seen
    captures = [*seen.captures.values(), *seen.faults] if seen is not None else []
    name = host_of(url)
    refused = False
    for capture in captures:
        reached = {capture.url, capture.final_url, *(hop.location for hop in capture.hops)}
        if any(one[:8].lower() == SECURE and host_of(one) == name for one in reached):
            if capture.status is not None:
                return capture, False
            refused = refused or capture.fault in UNENCRYPTED
    return None, refused
