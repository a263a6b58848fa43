"""page-providers: profile and Impressum name one provider, and one responsible person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import PROVIDER_UNCLEAR
from linter.checks.page_name import known_person
from linter.checks.page_seen import own_text, place, seen, text_of, value_of, whole_text
from linter.checks.parameters import parameters
from linter.checks.patterns import Pattern, Patterns
from linter.checks.seen import profile_of
from linter.pages.labels import words
from linter.pages.telling import SHORT, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.subject import Subject

NRW = ("nrw", "nordrhein", "westfalen", "landes", "land")
"""A Land and its houses are one provider."""
FULL = 2
"""Words of a person's name."""
DEGREE = r"(?i)^(?:(?:Dr|Prof|Dipl|Herr|Frau|Mag|Ing)\b[\w.-]*\s+)+|\b(?:von|van|de|zu)\s"
SENTENCE = re.compile(r":\s|(?<=[a-zäöüß]{3})[.!?]\s")
"""What may stand before a name in running text; the full stop of “e. V.” does not."""


@parameters
class PageProviders:
    """bodies: names that tell a body from others (“… GmbH”, “Stadt …”); other names prove nothing.

    responsible: how a profile names the person who answers for it, with a group `person`;
    alike: kinds of public
    body that are told apart by their place, one pattern each; firms: who may act for any body;
    separate: who is no part of a town, though the town may be in their name;
    given: first names, separated by spaces, which tell a person from a body.
    """

    bodies: Patterns
    responsible: Pattern
    alike: Patterns = Patterns()
    firms: Patterns = Patterns()
    separate: Patterns = Patterns()
    given: str = ""


@check(
    "page-providers",
    PageProviders,
    supplies=("profile", "found", "page"),
    variants=("contradiction", "responsible", "other", "person"),
)
def page_providers(subject: Subject, params: PageProviders) -> Iterator[Outcome]:
    """Miss two names that share no word; who is named only once, or vaguely, contradicts nobody.

    LG Aschaffenburg, 2 HK O 54/11: two different names leave open who is responsible.
    """
    profile = profile_of(subject)
    bio = subject.text("bio") or ""
    if isinstance(profile, str) and not bio:
        yield Unknown(place(subject, "impressum"), profile)
        return
    own = "" if isinstance(profile, str) else profile.impressum or ""
    told = [f"Impressum\n{own}"] if own else []
    here = _provider([*told, *([bio] if "impressum" in bio.casefold() else [])])
    named = params.responsible.search("\n".join((*told, bio)))
    page = seen(subject, "impressum")
    if isinstance(page, Unknown):
        if here or named:
            yield page
        return
    if not isinstance(profile, str) and page.url == profile.url:
        return  # the profile's own words are the Impressum
    there = text_of(value_of(page, "impressum", "provider_name"))
    at = place(subject, "impressum")
    if all(map(params.bodies.search, (here, there))) and not _akin(subject, here, there):
        values = {"profile": here, "found": there, "page": page.url}
        yield Miss(at, values, variant="contradiction")
    else:
        yield from _stranger(subject, params, page, there)
    person = text_of(value_of(page, "impressum", "editorially_responsible"))
    if named and person and not set(words(named["person"])).intersection(words(person)):
        values = {"profile": named["person"], "found": person, "page": page.url}
        yield Miss(at, values, variant="responsible")


def _stranger(subject: Subject, params: PageProviders, page: Page, there: str) -> Iterator[Outcome]:
    """Miss a body of the account's own kind from another place, and a person; unknown any other.

    A page that names the account's house somewhere else has an explanation: it is no miss. In a
    menu or the head of the site it explains no body that may act for any other.
    """
    own = [d.text for d in subject.authority.designations if d.form != "abbr"]
    name = subject.text("profile_name") or ""
    if not own and params.alike.search(name):
        own = [name]
    separate = _separate(params, own, there)
    if not there or not own:
        return
    if not separate and any(_near(subject, text, there) for text in own):
        return
    kinds = [kind for kind in params.alike if kind.search(there)]
    firm = params.firms.search(there) is not None
    text = whole_text(page, "impressum").casefold()
    told = any(name.casefold() in text for name in own if len(name) > SHORT)
    inside = own_text(page, "impressum")
    named = any(name.casefold() in inside.casefold() for name in own if len(name) > SHORT)
    same = not firm and any(kind.search(name) for kind in kinds for name in own)
    at = place(subject, "impressum")
    values = {"profile": own[0], "found": there, "page": page.url}
    if same and not told:
        yield Miss(at, values, variant="other")
    elif not named and _person(params, there):
        if not known_person(subject, there):  # else another check of the rule tells it
            placed = _placed(own, inside)
            yield Unknown(at, PROVIDER_UNCLEAR) if placed else Miss(at, values, variant="person")
    elif (
        same
        or (kinds and not told)
        or (not named and (firm or separate or (_is_town(params, own) and _maybe_person(there))))
        or not _placed(own, inside)
    ):
        yield Unknown(at, PROVIDER_UNCLEAR)


def _separate(params: PageProviders, own: list[str], there: str) -> bool:
    """Whether a town's page names a ministry or an association as provider."""
    return _is_town(params, own) and (
        params.separate.search(there) is not None
        and not any(params.separate.search(name) for name in own)
    )


def _is_town(params: PageProviders, own: list[str]) -> bool:
    """Whether the account's house is a kind of body that is told from others by its place."""
    return any(kind.search(name) for kind in params.alike for name in own)


def _maybe_person(there: str) -> bool:
    """Whether a name may be a person's, though nobody knows the first name."""
    from linter.pages.details.names import body, person  # noqa: PLC0415 - only for pages

    return not body(there) and len(person(there).split()) == FULL


def _person(params: PageProviders, name: str) -> bool:
    """Whether a name is a first name and a surname, with or without degree, and nothing else."""
    from linter.pages.details.names import body, person  # noqa: PLC0415 - only for pages

    bare = re.sub(DEGREE, "", person(name)).split()
    given = bare[0].casefold().partition("-")[0] if bare else ""
    return len(bare) == FULL and not body(name) and given in params.given.casefold().split()


def _placed(own: list[str], inside: str) -> bool:
    """Whether the page's own text has a word of the house's name, such as its place."""
    placed = {word for name in own for word in telling(name)}
    return not placed or not placed.isdisjoint(words(inside))


def _near(subject: Subject, one: str, other: str) -> bool:
    """Whether two names are akin, or one has the other's place in it: “Bergheider Bäder”."""
    if _akin(subject, one, other):
        return True
    return any(
        first in second or second in first
        for first in telling(one)
        for second in telling(other)
        if min(len(first), len(second)) > SHORT + 1
    )


def _provider(texts: list[str]) -> str:
    """The provider that the profile itself names; "" where it names none."""
    from linter.pages import read_page  # noqa: PLC0415 - only for pages
    from linter.pages.details import details_of  # noqa: PLC0415 - as above

    for text in texts:
        read = read_page(text.encode(), content_type="text/plain; charset=utf-8")
        name = text_of(details_of(read).provider_name)
        if name:
            return SENTENCE.split(name)[-1].strip()
    return ""


def _akin(subject: Subject, one: str, other: str) -> bool:
    """Whether two names may be of one provider: a branch and its city, a house and its Land."""
    own = [d.text for d in subject.authority.designations]
    texts = []
    for name in (one, other):
        is_own = any(text.casefold() in name.casefold() for text in own if len(text) > SHORT)
        texts.append(" ".join((name, *(own if is_own else ()))))
    first, second = map(telling, texts)
    land = [bool(set(words(text)).intersection(NRW)) for text in texts]
    return bool(first & second) or all(land) or not (first and second)
