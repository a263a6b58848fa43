"""insecure_link: a web address without encryption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.crawl.capture import Capture
    from linter.subject import Subject

INSECURE = "http://"
SECURE = "https://"
UNENCRYPTED = ("connect_error", "tls_error")
"""Faults that show that there is no encryption to be had."""


@parameters
class InsecureLink:
    """fields: where web addresses stand."""

    fields: tuple[Address, ...]


def _idle(params: InsecureLink) -> tuple[str, ...]:
    return params.fields


def _look(rules: list[InsecureLink]) -> Callable[[Subject], list[int]]:
    every = list(range(len(rules)))
    fields = tuple(dict.fromkeys(field for params in rules for field in params.fields))

    def look(subject: Subject) -> list[int]:
        if subject.seen is not None:
            return every
        for field in fields:
            for spot in subject.at(field):
                text = spot.text
                if text and _insecure(text):
                    return every
        return []

    return look


def _insecure(text: str) -> bool:
    return text[:5] != "https" and text[: len(INSECURE)].lower() == INSECURE


@check(
    "insecure-link",
    InsecureLink,
    supplies=("value", "secure"),
    variants=("answers",),
    idle=_idle,
    look=_look,
)
def insecure_link(subject: Subject, params: InsecureLink) -> Iterator[Outcome]:
    """Miss for every address that begins with http://.

    Nothing is asked of the network for it: what a crawl read anyway may show that the same host
    answers with encryption (`answers`), or that it does not, which is no fault of the link. A
    website's own links are those on the ways to its pages.
    """
    told: set[str] = set()
    for field in params.fields:
        for spot in subject.at(field):
            text = spot.text
            if text and _insecure(text):
                told.add(text)
                answered, refused = _tried(subject, text) if subject.seen else (None, False)
                if not refused:
                    yield Miss(
                        spot,
                        _values(text),
                        variant="answers" if answered else None,
                        span=(0, len(INSECURE)),
                        evidence=[answered.evidence()] if answered else None,
                    )
    account = subject.account
    if subject.seen is not None and account is not None and account.platform == "website":
        yield from _on_pages(subject, told)


def _on_pages(subject: Subject, told: set[str]) -> Iterator[Outcome]:
    """Miss for every link on the ways to a website's pages whose host answers with encryption.

    told: addresses that were told already. On a page that is itself read without encryption, an
    address may be insecure only because the page's is.
    """
    for kind, ways in subject.seen.paths.items() if subject.seen is not None else ():
        path = ways.accepted or ways.shortest
        for step in path.steps if path is not None else ():
            url = step.target
            if not _insecure(url) or _insecure(step.page) or url in told:
                continue
            told.add(url)
            answered, _ = _tried(subject, url)
            if path is not None and answered is not None:
                evidence = [{**answered.evidence(), "click_path": path.click_path()}]
                at = subject.first(kind) or kind
                yield Miss(at, _values(url), variant="answers", evidence=evidence, value=url)


def _values(url: str) -> dict[str, str]:
    return {"value": url, "secure": SECURE + url[len(INSECURE) :]}


def _tried(subject: Subject, url: str) -> tuple[Capture | None, bool]:
    """What shows that the host answers with encryption; whether it was seen not to."""
    seen = subject.seen
    captures = [*seen.captures.values(), *seen.faults] if seen is not None else []
    name = _host(url)
    refused = False
    for capture in captures:
        reached = {capture.url, capture.final_url, *(hop.location for hop in capture.hops)}
        if any(one[:8].lower() == SECURE and _host(one) == name for one in reached):
            if capture.status is not None:
                return capture, False
            refused = refused or capture.fault in UNENCRYPTED
    return None, refused


def _host(url: str) -> str:
    """The host of an address, without `www.` and port."""
    rest = url.partition("://")[2].partition("/")[0]
    return rest.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")
