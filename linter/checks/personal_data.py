"""personal_data: names, addresses and numbers of persons where the registry needs none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.registry.nodes import Mapping, Scalar, Sequence
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Pattern
    from linter.registry.nodes import Node
    from linter.subject import Subject

MAILBOX = r"[\w.+-]{1,64}(?=@[\w-]{1,63}\.)"
SHORT = 80
"""Values up to this length, such as units, recur from account to account and are remembered."""
WORD = re.compile(r"[^\W\d_]+")
CAPITALISED = r"\b[^\W\d_]+(?:-[^\W\d_]+)?(?= +(?:(?:von|van|zu|de|der) +){0,2}([^\W\d_]+))"


INITIALLED = (
    r"(?:\(|[,;:/] ?)((?:[A-ZÄÖÜ]\. ?){1,2}([A-ZÄÖÜ][a-zäöüß]{2,20})(?:-[A-ZÄÖÜ][a-zäöüß]{2,20})?)"
    r"(?= ?(?:[),;/]|$))"
)
"""An initial and a surname that stand apart: „Pressestelle (M. Mustermann)“."""


@parameters
class PersonalData:
    """exempt: top-level fields that are public or need a name; the rest is looked through.

    first_names: in lower case; functional: words in the mailbox of an office, not a person;
    announcers: words without which the next two patterns need not be tried; salutation: a
    name behind Frau, Herr, Dr. (its group `name` must be capitalised); phone: a number;
    institution: what follows a name that belongs to a building or foundation; named_after: what
    stands before such a name; no_surnames: what makes a place of a first name (`Horst Süd`);
    no_names: words behind an initial that are no surname.
    """

    exempt: tuple[Address, ...]
    first_names: tuple[str, ...]
    functional: tuple[str, ...]
    announcers: tuple[str, ...]
    salutation: Pattern
    institution: Pattern
    named_after: Pattern
    no_surnames: tuple[str, ...]
    no_names: Pattern
    phone: Pattern


@check("personal-data", PersonalData, supplies=("field",), variants=("mailbox", "name", "phone"))
def personal_data(subject: Subject, params: PersonalData) -> Iterator[Outcome]:
    """Miss at the first trace of a person in each value; the message does not repeat it."""
    fields, document = subject.roots[0]
    exempt = _sets(params).exempt
    prose: list[tuple[str, Scalar]] = []
    for key, child in fields.entries.items():
        if key not in exempt:
            _collect(child, key, prose)
    for address, node in prose:
        text = node.text or ""
        found = _remembered(text, params) if len(text) <= SHORT else _trace(text, params)
        if found:
            variant, span = found
            spot = Spot(address, node, document)
            yield Miss(spot, {"field": address}, variant=variant, span=span)


class _Sets:
    """The lists of words as sets, made once for the parameters."""

    __slots__ = ("announcers", "exempt", "first_names", "functional", "no_surnames")

    def __init__(self, params: PersonalData) -> None:
        self.exempt = frozenset(params.exempt)
        self.first_names = frozenset(params.first_names)
        self.functional = frozenset(params.functional)
        self.announcers = frozenset(params.announcers)
        self.no_surnames = frozenset(params.no_surnames)


_sets = lru_cache(maxsize=8)(_Sets)


def _collect(node: Node, path: str, prose: list[tuple[str, Scalar]]) -> None:
    """Add the values that could hold a name or an address: with a space or an @ in them."""
    if type(node) is Scalar:
        text = node.text
        if text and (" " in text or "@" in text):
            prose.append((path, node))
    elif type(node) is Mapping:
        for key, child in node.entries.items():
            if type(child) is not Scalar:
                _collect(child, f"{path}.{key}", prose)
            elif child.text and (" " in child.text or "@" in child.text):
                prose.append((f"{path}.{key}", child))
    elif type(node) is Sequence:
        for number, item in enumerate(node.items):
            _collect(item, f"{path}[{number}]", prose)


@lru_cache(maxsize=1024)
def _remembered(text: str, params: PersonalData) -> tuple[str, tuple[int, int]] | None:
    return _trace(text, params)


def _trace(text: str, params: PersonalData) -> tuple[str, tuple[int, int]] | None:
    sets = _sets(params)
    if "@" in text:
        for match in re.finditer(MAILBOX, text):
            if _is_persons(match[0], params):
                return "mailbox", match.span()
    words = WORD.findall(text.lower())
    announced = "+" in text or not sets.announcers.isdisjoint(words)
    salutation = params.salutation.search(text) if announced else None
    if salutation and salutation["name"][0].isupper():
        return "name", salutation.span()
    if not sets.first_names.isdisjoint(words):
        named = _name(text, params)
        if named:
            return "name", named
    if any(before[-1:].isupper() for before in text.split(".")[:-1]):  # an initial
        short = re.search(INITIALLED, text)
        if short and not params.no_names.search(short[2]):
            return "name", short.span(1)
    number = params.phone.search(text) if announced else None
    return ("phone", number.span()) if number else None


def _is_persons(mailbox: str, params: PersonalData) -> bool:
    """A first name or an initial before another word, and no word of an office among them."""
    parts = WORD.findall(mailbox.lower())
    sets = _sets(params)
    if len(parts) < 2 or not sets.functional.isdisjoint(parts):  # noqa: PLR2004 - first name, surname
        return False
    return len(parts[0]) == 1 or parts[0] in sets.first_names


def _name(text: str, params: PersonalData) -> tuple[int, int] | None:
    first_names, no_surnames = _sets(params).first_names, _sets(params).no_surnames
    named_to = -1  # what is named after somebody; the name may have more words
    for match in re.finditer(CAPITALISED, text):
        first, surname = match[0], match[1]
        if not (first[0].isupper() and surname[0].isupper() and not surname.isupper()):
            continue
        start, end = match.start(), match.end(1)
        if start <= named_to:
            named_to = end
        elif first.split("-")[0].lower() in first_names and surname.lower() not in no_surnames:
            if params.institution.search(text[end:]) or params.named_after.search(text[:start]):
                named_to = end
            else:
                return start, end
    return None
