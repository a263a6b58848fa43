"""page-name: the provider on the page is a body, and its name is written out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.designations import without_land
from linter.checks.page_seen import place, seen, text_of, value_of
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.rulebook.context import Context
    from linter.subject import Subject

LONGEST = 12
"""Characters of an abbreviation; a longer word in capitals is a name set in capitals."""
SPOKEN = re.compile(r"(?=.{7})(?:[^AEIOUYÄÖÜ]{0,3}[AEIOUYÄÖÜ]{1,2}){3,}[^AEIOUYÄÖÜ]{0,3}")
"""Three syllables in capitals: so is a name set, "AUENWALDER"; initials are hardly spoken so."""
TITLES = re.compile(r"^(?:(?:dr|prof|dipl\S*)\.?\s+|herr\s+|frau\s+)+")
_people: WeakKeyDictionary[Context, frozenset[str]] = WeakKeyDictionary()
"""The full names on record, gathered once: every page's provider is compared with all of them."""


@parameters
class PageName:
    """refuse: `abbreviation`: the name is nothing but one; `stranger`: it is a person or a party.

    strangers: how parties and their groups are called.
    """

    refuse: Literal["abbreviation", "stranger"]
    strangers: Patterns = Patterns()


@check("page-name", PageName, supplies=("found", "page"), variants=("person",))
def page_name(subject: Subject, params: PageName) -> Iterator[Outcome]:
    """Miss a provider's name that is refused; no name at all is another rule's business."""
    page = seen(subject, "impressum")
    if isinstance(page, Unknown):
        yield page
        return
    name = text_of(value_of(page, "impressum", "provider_name"))
    if not name:
        return
    values = {"found": name, "page": page.url}
    if params.refuse == "abbreviation":
        if _abbreviated(subject, name):
            yield Miss(place(subject, "impressum"), values)
    elif params.strangers.search(name):
        yield Miss(place(subject, "impressum"), values)
    elif known_person(subject, name):
        yield Miss(place(subject, "impressum"), values, variant="person")


def _abbreviated(subject: Subject, name: str) -> bool:
    known = {d.text.casefold() for d in subject.authority.designations if d.form == "abbr"}
    name = without_land(name) or name
    if name.casefold() in known:
        return True
    letters = re.sub(r"[\s./&-]", "", name)
    if not letters or len(letters) > LONGEST or not letters.isalpha():
        return False
    if SPOKEN.fullmatch(name):
        return False
    capitals = sum(letter.isupper() for letter in letters)
    return capitals >= 2 and capitals > len(letters) / 2 and " " not in name.strip()  # noqa: PLR2004 - one capital begins any name


def known_person(subject: Subject, name: str) -> bool:
    """Whether a name is that of a person on record, with or without degree, and nothing else."""
    context = subject.context
    people = _people.get(context)
    if people is None:
        people = _people[context] = frozenset(_full_names(context))
    return TITLES.sub("", name.casefold()).strip(" .,") in people


def _full_names(context: Context) -> Iterator[str]:
    """The full names of those who are on record."""
    for authority in context.authorities.values():
        for person in authority.people:
            if person.first_name or " " in person.name:
                yield f"{person.first_name} {person.name}".strip().casefold()
