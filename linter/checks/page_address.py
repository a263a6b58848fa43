"""page-address: the provider's address on the page is one that is known of the authority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import UNDATED
from linter.checks.page_seen import place, seen, text_of, value_of
from linter.checks.parameters import parameters
from linter.registry.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

STREET = re.compile(r"str(?:aße|asse|\.|(?=\s|\d|$))")
LAND = re.compile(r"-[a-z]+$")
"""Facts name the authorities of a Land without it."""


@parameters
class PageAddress:
    """bulk: postal codes for bulk mail and P.O. boxes, which are right beside any street."""

    bulk: tuple[str, ...] = ()


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
        yield Unknown(at, UNDATED)
    elif not any(_folded(street) == _folded(address.get("street", "")) for address in known):
        values = {
            "found": f"{street}, {code} {city}".strip(" ,"),
            "known": " / ".join(
                f"{a.get('street', '')}, {a.get('postal_code', '')} {a.get('city', '')}"
                for a in known
            ),
            "page": page.url,
        }
        yield Miss(at, values)


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
    low = STREET.sub("str", street.casefold()).replace("ß", "ss")
    for letter, spelt in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("–", "-")):
        low = low.replace(letter, spelt)
    low = re.sub(r"(\d)\s*(?:-|bis)\s*\d+\s*[a-z]?$", r"\1", low.strip())  # a range begins alike
    return re.sub(r"[\W_]", "", low)
