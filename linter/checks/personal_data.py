"""personal_data: names, addresses and numbers of persons where the registry needs none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, check
from linter.registry.nodes import Mapping, Scalar
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.nodes import Node
    from linter.subject import Subject

MAILBOX = re.compile(r"[\w.+-]{1,64}(?=@[\w-]{1,63}\.)")
WORD = re.compile(r"[^\W\d_]+")
CAPITALISED = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)?(?= +(?:(?:von|van|zu|de|der) +){0,2}([^\W\d_]+))"
)


@dataclass(slots=True, eq=False, repr=False)
class PersonalData:
    """exempt: top-level fields that are public or need a name; the rest is looked through.

    first_names: in lower case; functional: words in the mailbox of an office, not a person;
    salutation: a name announced by Frau, Herr, Dr. (its group `name` must be capitalised);
    institution: what follows a name that belongs to a building or foundation; phone: a number.
    """

    exempt: tuple[Address, ...]
    first_names: tuple[str, ...]
    functional: tuple[str, ...]
    salutation: Pattern
    institution: Pattern
    phone: Pattern


@check("personal-data", PersonalData, supplies=("field",), variants=("mailbox", "name", "phone"))
def personal_data(subject: Subject, params: PersonalData) -> Iterator[Outcome]:
    """Miss at the first trace of a person in each value; the message does not repeat it."""
    account = subject.account
    if account is None:
        return
    for key, child in account.fields.entries.items():
        if key in params.exempt:
            continue
        for address, node in _prose(child, key):
            found = _trace(node.text or "", params)
            if found:
                variant, span = found
                spot = Spot(address, node, account.document)
                yield Miss(spot, {"field": address}, variant=variant, span=span)


def _prose(node: Node, path: str) -> list[tuple[str, Scalar]]:
    """The values that could hold a name or an address: with a space or an @ in them."""
    if type(node) is Scalar:
        text = node.text
        return [(path, node)] if text and (" " in text or "@" in text) else []
    if type(node) is Mapping:
        pairs = [(f"{path}.{key}", child) for key, child in node.entries.items()]
    else:
        pairs = [(f"{path}[{number}]", item) for number, item in enumerate(node.items)]  # type: ignore[union-attr]
    return [found for address, child in pairs for found in _prose(child, address)]


def _trace(text: str, params: PersonalData) -> tuple[str, tuple[int, int]] | None:
    if "@" in text:
        for match in MAILBOX.finditer(text):
            if _is_persons(match[0], params):
                return "mailbox", match.span()
    named = _name(text, params)
    if named:
        return "name", named
    number = params.phone.search(text)
    return ("phone", number.span()) if number else None


def _is_persons(mailbox: str, params: PersonalData) -> bool:
    """A first name or an initial before another word, and no word of an office among them."""
    parts = WORD.findall(mailbox.lower())
    if len(parts) < 2 or any(part in params.functional for part in parts):  # noqa: PLR2004 - first name, surname
        return False
    return len(parts[0]) == 1 or parts[0] in params.first_names


def _name(text: str, params: PersonalData) -> tuple[int, int] | None:
    if " " not in text:
        return None
    announced = params.salutation.search(text)
    if announced and announced["name"][0].isupper():
        return announced.span()
    for match in CAPITALISED.finditer(text):
        first, surname = match[0], match[1]
        if not (first[0].isupper() and surname[0].isupper() and not surname.isupper()):
            continue
        if first.split("-")[0].lower() in params.first_names:
            end = match.end(1)
            if not params.institution.search(text[end:]):
                return match.start(), end
    return None
