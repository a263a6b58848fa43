"""page-providers: profile and Impressum name one provider, and one responsible person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Pattern, Patterns, Unknown, check
from linter.checks.page_seen import place, seen, text_of, value_of, whole_text
from linter.checks.parameters import parameters
from linter.checks.seen import profile_of
from linter.pages.labels import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.subject import Subject

SHORT = 2
"""Letters of a word that tells no body from another."""
NRW = ("nrw", "nordrhein", "westfalen", "landes", "land")
"""A Land and its houses are one provider."""
SENTENCE = re.compile(r":\s|(?<=[a-zäöüß]{3})[.!?]\s")
"""What may stand before a name in running text; the full stop of “e. V.” does not."""


@parameters
class PageProviders:
    """bodies: names that tell a body from others (“… GmbH”, “Stadt …”); other names prove nothing.

    responsible: how a profile names the person who answers for it, with a group `person`;
    common: words that many bodies have in their names, separated by spaces; alike: kinds of public
    body that are told apart by their place, one pattern each; firms: who may act for any body.
    """

    bodies: Patterns
    responsible: Pattern
    common: str
    alike: Patterns = Patterns()
    firms: Patterns = Patterns()


@check(
    "page-providers",
    PageProviders,
    supplies=("profile", "found", "page"),
    variants=("contradiction", "responsible", "other"),
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
    told = [] if isinstance(profile, str) else [f"Impressum\n{profile.impressum or ''}"]
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
    if all(map(params.bodies.search, (here, there))) and not _akin(subject, params, here, there):
        values = {"profile": here, "found": there, "page": page.url}
        yield Miss(at, values, variant="contradiction")
    else:
        yield from _stranger(subject, params, page, there)
    person = text_of(value_of(page, "impressum", "editorially_responsible"))
    if named and person and not set(words(named["person"])).intersection(words(person)):
        values = {"profile": named["person"], "found": person, "page": page.url}
        yield Miss(at, values, variant="responsible")


def _stranger(subject: Subject, params: PageProviders, page: Page, there: str) -> Iterator[Outcome]:
    """Miss a body of the account's own kind from another place; unknown who may act for it, or not.

    A page that names the account's house somewhere else has an explanation: it is no miss.
    """
    own = [d.text for d in subject.authority.designations if d.form != "abbr"]
    name = subject.text("profile_name") or ""
    if not own and params.alike.search(name):
        own = [name]
    if not there or not own or any(_near(subject, params, text, there) for text in own):
        return
    kinds = [kind for kind in params.alike if kind.search(there)]
    firm = params.firms.search(there) is not None
    text = whole_text(page, "impressum").casefold()
    told = any(name.casefold() in text for name in own if len(name) > SHORT)
    same = not firm and any(kind.search(name) for kind in kinds for name in own)
    at = place(subject, "impressum")
    if same and not told:
        yield Miss(at, {"profile": own[0], "found": there, "page": page.url}, variant="other")
    elif same or ((kinds or firm) and not told):
        yield Unknown(at, "provider-unclear")


def _near(subject: Subject, params: PageProviders, one: str, other: str) -> bool:
    """Whether two names are akin, or one has the other's place in it: “Bergheider Bäder”."""
    if _akin(subject, params, one, other):
        return True
    common = frozenset(words(params.common))
    return any(
        first in second or second in first
        for first in _telling(one, common)
        for second in _telling(other, common)
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


def _akin(subject: Subject, params: PageProviders, one: str, other: str) -> bool:
    """Whether two names may be of one provider: a branch and its city, a house and its Land."""
    own = [d.text for d in subject.authority.designations]
    common = frozenset(words(params.common))
    texts = []
    for name in (one, other):
        is_own = any(text.casefold() in name.casefold() for text in own if len(text) > SHORT)
        texts.append(" ".join((name, *(own if is_own else ()))))
    first, second = (_telling(text, common) for text in texts)
    land = [bool(set(words(text)).intersection(NRW)) for text in texts]
    return bool(first & second) or all(land) or not (first and second)


def _telling(name: str, common: frozenset[str]) -> set[str]:
    return {word for word in words(name) if len(word) > SHORT and word not in common}
