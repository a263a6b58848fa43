"""initials: where the leadership posts itself, the profile says so and tells its initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.seen import NOT_LINKED, captured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Person
    from linter.subject import Spot, Subject


@parameters
class Initials:
    """Where the registry says that the leadership posts, with which initials, declared where.

    told: the wording that declares initials in the text at `bio`, with a group `initials`;
    pages: kinds of page that the profile links to and that may declare them instead.

    Where the registry says that a text declares them, and that text was read without finding the
    initials anywhere in it, the registry is not believed.
    """

    posts: Address
    initials: Address
    declared: Address
    bio: Address
    told: Pattern
    pages: tuple[Address, ...] = ()


@check(
    "initials",
    Initials,
    supplies=("initials",),
    variants=("no-initials", "predecessor", "not-there"),
)
def initials(subject: Subject, params: Initials) -> Iterator[Outcome]:
    """Miss posts of the leadership that are not declared, or whose initials are a predecessor's."""
    bio = subject.first(params.bio)
    told = params.told.search(bio.text) if bio and bio.text else None
    page = _page(subject, params) if subject.seen is not None else None
    text = page if isinstance(page, str) else ""
    on_page = params.told.search(text) if text and not told else None
    recorded = subject.first(params.initials)
    found = told or on_page
    short = found.group("initials") if found else recorded.text if recorded else None
    values = {"initials": short or ""}
    seen = captured(subject, "profile", *params.pages)
    if short and _is_a_predecessors(subject, short):
        spot: Spot | Address = bio if told and bio else recorded or params.initials
        span = told.span("initials") if told else None
        yield Miss(spot, values, variant="predecessor", span=span, evidence=seen or None)
        return
    posts = subject.flag(params.posts)
    if posts is None and bio is None and recorded is None:
        yield Unknown(params.posts)
    if not posts or found:
        return
    declared = subject.text(params.declared)
    at = subject.first(params.declared) or params.declared
    if declared in ("bio", "impressum"):
        if not short:
            yield Miss(params.initials, values, variant="no-initials")
        elif _is_lacking(short, text if declared != "bio" else _seen_bio(subject)):
            yield Miss(at, values, variant="not-there", evidence=seen)
    elif declared is None and isinstance(page, Unknown):
        yield Unknown(params.declared, page.cause)
    elif declared is None and (
        bio is None or (page is None and any(subject.at(kind) for kind in params.pages))
    ):
        yield Unknown(params.declared)
    else:
        yield Miss(at, values, evidence=seen or None)


def _page(subject: Subject, params: Initials) -> str | Unknown | None:
    """The text of the page that may declare them, or why it was not read; None without one."""
    from linter.checks import page_seen  # noqa: PLC0415 - only in a crawl

    for kind in params.pages:
        page = page_seen.seen(subject, kind)
        if not isinstance(page, Unknown):
            return page_seen.whole_text(page, kind)
        if page.cause != NOT_LINKED or subject.at(kind):
            return page
    return None


def _seen_bio(subject: Subject) -> str:
    """The bio as the profile shows it; "" where that was not read."""
    profile = subject.seen.profile if subject.seen is not None else None
    return getattr(profile, "bio", None) or ""


def _is_lacking(short: str, text: str) -> bool:
    """Whether a text was read and has the initials nowhere."""
    return bool(text) and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text) is None


def _is_a_predecessors(subject: Subject, short: str) -> bool:
    """True where the initials are those of someone out of office and of nobody in office."""
    authorities = subject.context.authorities
    houses = [subject.authority]
    houses += [authorities[p] for p in subject.authority.predecessors if p in authorities]
    found = [person for house in houses for person in house.people if short in _initials(person)]
    today = subject.as_of
    in_office = [
        person
        for person in found
        if (person.since is None or person.since <= today)
        and (person.until is None or today <= person.until)
    ]
    return bool(found) and not in_office


def _initials(person: Person) -> set[str]:
    """A person's initials, double first names in short and in full: KL and KJL."""
    words = f"{person.first_name} {person.name}".split()
    if len(words) < 2:  # noqa: PLR2004 - a first name and a last name
        return set()
    first, last = words[0], words[-1]
    double = "".join(part[:1] for part in first.split("-"))
    return {(start + last[0]).upper() for start in (first[0], double)}
