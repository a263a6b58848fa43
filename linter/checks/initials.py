"""initials: where the leadership posts itself, the profile says so and tells its initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.seen import captured
from linter.checks.silence import named
from linter.subject import NOT_LINKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Pattern
    from linter.registry.account import Person
    from linter.subject import Spot, Subject

LETTERS = re.compile(r"\w+")
"""Initials without what is written around them: `(HR)`, `^HR`, `HR/DH`."""


@parameters
class Initials:
    """Where the registry says that the leadership posts, with which initials, declared where.

    told: the wording that declares initials in the text at `bio`, with a group `initials`;
    pages: kinds of page that the profile links to and that may declare them instead.

    Where the registry says that a text declares them, and that text was read without finding the
    initials anywhere in it, the registry is not believed; where the text tells others, one of the
    two is wrong.
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
    supplies=("initials", "told"),
    variants=("no-initials", "predecessor", "not-there", "other"),
)
def initials(subject: Subject, params: Initials) -> Iterator[Outcome]:
    """Miss posts of the leadership that are not declared, or whose initials are a predecessor's."""
    bio, recorded = subject.first(params.bio), subject.first(params.initials)
    if recorded and not named(recorded) and recorded.text != "NN":  # Nina Noll signs so
        recorded = None
    page = _page(subject, params) if subject.seen is not None else None
    in_bio = params.told.search(bio.text) if bio and bio.text else None
    found = in_bio or (params.told.search(page) if page and isinstance(page, str) else None)
    own = recorded.text if recorded else None
    short = found.group("initials") if found else own
    seen = captured(subject, "profile", *params.pages)
    at = bio if in_bio and bio else None
    span = in_bio.span("initials") if in_bio else None
    if short and _is_a_predecessors(subject, short):
        at = at or recorded
        values = {"initials": short, "told": ""}
        yield Miss(at or params.initials, values, variant="predecessor", span=span, evidence=seen)
        return
    posts = subject.flag(params.posts)
    if posts is None and bio is None and recorded is None:
        yield Unknown(params.posts)
    if found and own and posts is not False and _differs(own, found):
        if not in_bio or subject.text(params.declared) != "impressum":
            values = {"initials": own, "told": found.group("initials")}
            yield Miss(at or params.initials, values, variant="other", span=span, evidence=seen)
            return
        found, short = None, own  # the Impressum may tell these
    if posts and not found:
        yield from _undeclared(subject, params, page, short or "")


def _undeclared(
    subject: Subject, params: Initials, page: str | Unknown | None, short: str
) -> Iterator[Outcome]:
    """What it means that no text was found to declare the initials."""
    bio = subject.first(params.bio)
    declared = subject.text(params.declared)
    at = subject.first(params.declared) or params.declared
    values = {"initials": short, "told": ""}
    seen = captured(subject, "profile", *params.pages)
    if declared in ("bio", "impressum"):
        text = _bio(bio, subject) if declared == "bio" else page if isinstance(page, str) else ""
        if not short:
            yield Miss(params.initials, values, variant="no-initials")
        elif _is_lacking(short, text):
            yield Miss(at, values, variant="not-there", evidence=seen)
        elif declared == "impressum" and isinstance(page, Unknown):
            yield Unknown(at, page.cause)
    elif declared is None and isinstance(page, Unknown):
        yield Unknown(params.declared, page.cause)
    elif declared is None and (
        bio is None or (page is None and any(subject.at(kind) for kind in params.pages))
    ):
        yield Unknown(params.declared)
    else:
        yield Miss(at, values, evidence=seen)


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


def _bio(recorded: Spot | None, subject: Subject) -> str:
    """The bio as the profile shows it, else as recorded; "" where neither is there."""
    profile = subject.seen.profile if subject.seen is not None else None
    return getattr(profile, "bio", None) or (recorded.text if recorded else None) or ""


def _is_lacking(short: str, text: str) -> bool:
    """Whether a text was read and has the initials nowhere."""
    letters = LETTERS.findall(short) or [short]
    return bool(text) and not any(
        re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text) for each in letters
    )


def _differs(own: str, found: re.Match[str]) -> bool:
    """Whether the text that tells initials tells others than these, and these nowhere."""
    told = found.group("initials").casefold()
    return told not in LETTERS.findall(own.casefold()) and _is_lacking(own, found.string)


def _is_a_predecessors(subject: Subject, short: str) -> bool:
    """True where the initials are those of someone who left office and of nobody who holds it.

    Those of someone who is yet to take office are no predecessor's.
    """
    authorities = subject.context.authorities
    houses = [subject.authority]
    houses += [authorities[p] for p in subject.authority.predecessors if p in authorities]
    found = [person for house in houses for person in house.people if short in _initials(person)]
    today = subject.as_of
    begun = [person for person in found if person.since is None or person.since <= today]
    return bool(begun) and all(person.until and person.until < today for person in begun)


def _initials(person: Person) -> set[str]:
    """A person's initials, double first names in short and in full: KL and KJL."""
    words = f"{person.first_name} {person.name}".split()
    if len(words) < 2:  # noqa: PLR2004 - a first name and a last name
        return set()
    first, last = words[0], words[-1]
    double = "".join(part[:1] for part in first.split("-"))
    return {(start + last[0]).upper() for start in (first[0], double)}
