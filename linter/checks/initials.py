"""initials: where the leadership posts itself, the profile says so and tells its initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, Unknown, check
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Person
    from linter.subject import Spot, Subject


@parameters
class Initials:
    """Where the registry says that the leadership posts, with which initials, declared where.

    told: the wording that declares initials in the text at `bio`, with a group `initials`;
    pages: what the profile links to and may declare them instead.
    """

    posts: Address
    initials: Address
    declared: Address
    bio: Address
    told: Pattern
    pages: tuple[Address, ...] = ()


@check("initials", Initials, supplies=("initials",), variants=("no-initials", "predecessor"))
def initials(subject: Subject, params: Initials) -> Iterator[Outcome]:
    """Miss posts of the leadership that are not declared, or whose initials are a predecessor's."""
    bio = subject.first(params.bio)
    told = params.told.search(bio.text) if bio and bio.text else None
    recorded = subject.first(params.initials)
    short = told.group("initials") if told else recorded.text if recorded else None
    values = {"initials": short or ""}
    if short and _is_a_predecessors(subject, short):
        spot: Spot | Address = bio if told and bio else recorded or params.initials
        span = told.span("initials") if told else None
        yield Miss(spot, values, variant="predecessor", span=span)
        return
    posts = subject.flag(params.posts)
    if posts is None and bio is None and recorded is None:
        yield Unknown(params.posts)
    if not posts or told:
        return
    declared = subject.text(params.declared)
    if declared in ("bio", "impressum"):
        if not short:
            yield Miss(params.initials, values, variant="no-initials")
    elif declared is None and (bio is None or any(subject.at(page) for page in params.pages)):
        yield Unknown(params.declared)
    else:
        yield Miss(subject.first(params.declared) or params.declared, values)


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
