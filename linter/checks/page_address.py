"""page-address: the provider's address on the page is one that is known of the authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.checks.another_provider import is_another
from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import PROVIDER_UNCLEAR, UNRECORDED
from linter.checks.page_seen import own_text, place, seen, text_of, value_of
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns
from linter.registry.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.subject import Subject

STREET = re.compile(r"str(?:aße|asse|\.|(?=\s|\d|$))")
SHORT = (
    (re.compile(r"\bst(?:\.|(?=[\s-]))"), "sankt"),
    (re.compile(r"(?<=[a-z])pl\."), "platz"),
    (re.compile(r"\b(?:nr\.?|nummer)\s*(?=\d)"), ""),
    (re.compile(r"(?<=\d)\s+(?=[a-z]\b)"), ""),
)
"""What the parts of a street's name are written short as: "St.-Johanner-Str.", "Marktpl. 1"."""
TITLES = frozenset(("sankt", "bad", "markt", "hansestadt", "lutherstadt", "stadt"))
"""What stands before the names of many towns."""
LAND = re.compile(r"-[a-z]+$")
"""Facts name the authorities of a Land without it."""


@parameters
class PageAddress:
    """bulk: postal codes for bulk mail and P.O. boxes, which are right beside any street.

    delivery: what stands in or above the line of an address to which only goods are delivered.
    """

    bulk: tuple[str, ...] = ()
    delivery: Patterns = Patterns()


@check("page-address", PageAddress, supplies=("found", "known", "page"))
def page_address(subject: Subject, params: PageAddress) -> Iterator[Outcome]:
    """Miss an address that is none of the known ones; unknown where none is on record."""
    page = seen(subject, "impressum")
    if isinstance(page, Unknown):
        yield page
        return
    street, code, city = (
        text_of(value_of(page, "impressum", name)) for name in ("street", "postal_code", "city")
    )
    if not street or code in params.bulk:
        return
    known = list(known_addresses(subject))
    at = place(subject, "impressum")
    if not known:
        yield Unknown(at, UNRECORDED)
        return
    agrees = _is_known(page, street, known) and _in_place(page, street, code, city, known)
    if agrees is None or (not agrees and _without_number(street, known)):
        yield Unknown(at, UNRECORDED)
    elif not agrees:
        if is_another(subject, page) or _is_apart(subject, page):
            yield Unknown(at, PROVIDER_UNCLEAR)
            return
        if params.delivery and params.delivery.search(_label(page)):
            yield Unknown(at, UNRECORDED)
            return
        values = {
            "found": f"{street}, {code} {city}".strip(" ,"),
            "known": " / ".join(
                f"{a.get('street', '')}, {a.get('postal_code', '')} {a.get('city', '')}"
                for a in known
            ),
            "page": page.url,
        }
        yield Miss(at, values)


def _is_apart(subject: Subject, page: Page) -> bool:
    """Whether the street stands nowhere but in the block of another body."""
    from linter.checks.another_block import own_details  # noqa: PLC0415 - only where one differs

    own = own_details(subject, page)
    return own is not None and own.street is None


def _is_known(page: Page, street: str, known: list[dict[str, str]]) -> bool:
    """Whether the street is a known one, or a known one stands on the page beside it."""
    streets = [address.get("street", "") for address in known]
    if any(_folded(street) == _folded(one) for one in streets):
        return True
    text = _spelt(own_text(page, "impressum"))
    return any(
        re.search(rf"(?<!\w){parts}(?!\d)", text)
        for one in streets
        if (parts := r"[\W_]*".join(map(re.escape, re.findall(r"\d+|[^\W\d_]+", _range(one)))))
    )


def _in_place(
    page: Page, street: str, code: str, city: str, known: list[dict[str, str]]
) -> bool | None:
    """Whether a known street lies where it is known to; None where that cannot be told.

    A postal code for bulk mail stands for the town: whether another one is such, or wrong, nobody
    has told. It begins with the same figure.
    """
    same = [one for one in known if _folded(one.get("street", "")) == _folded(street)]
    codes = [one.get("postal_code", "") for one in same]
    if not (code and same and all(codes)) or code in codes:
        return True
    text = own_text(page, "impressum")
    if any(one in text for one in codes):
        return True
    towns = {_town(one.get("city", "")) for one in same}
    bulk = any(one[0] == code[0] for one in codes)
    return None if bulk and (not city or _town(city) in towns) else False


def _without_number(street: str, known: list[dict[str, str]]) -> bool:
    """Whether a house without a number stands at a known street: "Rathaus am Markt"."""
    names = (re.sub(r"\d.*", "", _folded(one.get("street", ""))) for one in known)
    return not re.search(r"\d", street) and any(name and name in _folded(street) for name in names)


def _town(city: str) -> str:
    """The first word that tells a town from others; a river or a Land may follow it."""
    words = re.findall(r"[^\W\d_]{3,}", _spelt(city))
    return next((word for word in words if word not in TITLES), "")


def _label(page: Page) -> str:
    """The line of the provider's street and the one above it."""
    street = value_of(page, "impressum", "street")
    lines = [line for line in page.visible if line.number <= getattr(street, "line", 0)]
    return "\n".join(text for line in lines[-2:] for text in (line.label, line.text))


def known_addresses(subject: Subject) -> Iterator[dict[str, str]]:
    """The addresses that the registry and the packs' facts have of the authority."""
    entry = subject.authority.fields
    node = entry.entries.get("address") if entry else None
    if isinstance(node, Mapping):
        yield {
            key: value.text or ""
            for key, value in node.entries.items()
            if isinstance(value, Scalar)
        }
    ids = {subject.authority.id, LAND.sub("", subject.authority.id)}
    for pack in subject.context.facts.values():
        for table in ("ressorts", "authorities"):
            for fact in (pack.get(table) or {}).get(table) or ():
                if fact.get("id") in ids and _of_its_land(subject, fact, table):
                    yield from _addresses(fact)


def _of_its_land(subject: Subject, fact: dict[str, Any], table: str) -> bool:
    """A ressort's id without the Land must not be taken for another body of the same name."""
    return table == "ressorts" or fact["id"] == subject.authority.id


def _addresses(fact: dict[str, Any]) -> Iterator[dict[str, str]]:
    for one in (fact.get("address"), *(fact.get("addresses") or ())):
        if one:
            yield {key: str(value) for key, value in one.items()}


def _folded(street: str) -> str:
    """A street with its number as one spelling."""
    return re.sub(r"[\W_]", "", _range(street))


def _range(street: str) -> str:
    """A street with the first of its numbers: a range begins alike."""
    return re.sub(r"(\d)\s*(?:-|bis)\s*\d+\s*[a-z]?$", r"\1", _spelt(street).strip())


def _spelt(text: str) -> str:
    low = STREET.sub("str", text.casefold()).replace("ß", "ss")
    for short, whole in SHORT:
        low = short.sub(whole, low)
    for letter, spelt in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("–", "-")):
        low = low.replace(letter, spelt)
    return low
