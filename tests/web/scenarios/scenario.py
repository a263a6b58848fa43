"""A scenario: a city, what its hosts answer, and what a crawl has to say about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from tests.web.pages import City

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.web.site import Site

Sites = dict[str, "Site"]

CITIES = [
    f"{first}{last}"
    for last, first in product(
        (
            "heide",
            "bach",
            "feld",
            "stein",
            "hausen",
            "brunn",
            "walde",
            "furt",
            "rode",
            "tal",
            "born",
            "kirchen",
            "dorf",
            "stadt",
            "linde",
            "beck",
            "horst",
            "loh",
            "moor",
            "wiesen",
            "see",
            "reuth",
            "berge",
            "wang",
            "brink",
        ),
        ("Berg", "Alten", "Neuen", "Ober", "Unter", "Wald", "Mühl", "Birken", "Linden", "Erlen"),
    )
]
"""Names of towns; each scenario has one to itself."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is served and what must come out.

    account: fields of the registry's account beside the usual ones (a website at `/`), with
    `{host}`, `{domain}` and `{city}` filled in; None takes one off. fails: codes that must be
    found; anything else of IMP and DSE that needs the web must not be. unknown: codes that must
    be unknown, with the cause ("" for any). undecided: others may be, too. net: the NET code that must be found, "" for none.
    asked: how often a path of the city's host is asked for. resolve: further names.
    """

    name: str
    about: str
    city: City
    sites: Callable[[City], Sites]
    account: Mapping[str, object] = field(default_factory=dict)
    fails: frozenset[str] = frozenset()
    may_fail: frozenset[str] = frozenset()
    unknown: Mapping[str, str] = field(default_factory=dict)
    net: str = ""
    undecided: bool = False
    asked: Mapping[str, int] = field(default_factory=dict)
    resolve: tuple[str, ...] = ()

    def entry(self) -> dict[str, object]:
        """The account in the registry."""
        city = self.city
        usual: dict[str, object] = {
            "id": self.name,
            "authority": city.id,
            "platform": "website",
            "handle": city.host,
            "kind": "authority",
            "status": "active",
            "url": city.url(),
        }
        mine = {key: _filled(value, city) for key, value in self.account.items()}
        return {key: value for key, value in (usual | mine).items() if value is not None}

    def authority(self) -> dict[str, object]:
        """The city in the registry."""
        city = self.city
        return {
            "id": city.id,
            "names": [f"Stadt {city.name}"],
            "domains": [city.domain],
            "kind": "city",
            "jurisdiction": "nrw",
            "address": {
                "street": "Rathausplatz 1",
                "postal_code": city.postal_code,
                "city": city.name,
            },
        }


def _filled(value: object, city: City) -> object:
    if isinstance(value, str):
        return value.format(host=city.host, domain=city.domain, city=city.name)
    if isinstance(value, list):
        return [_filled(one, city) for one in value]
    if isinstance(value, dict):
        return {key: _filled(one, city) for key, one in value.items()}
    return value


ALL: dict[str, Scenario] = {}
"""Every scenario by name, in the order of the modules."""


def scenario(
    sites: Callable[[City], Sites] | None = None,
    *,
    name: str = "",
    about: str = "",
    fails: str = "",
    may_fail: str = "",
    host: str = "",
    resolve: tuple[str, ...] = (),
    **expected: object,
) -> Callable[[Callable[[City], Sites]], Callable[[City], Sites]]:
    """Add a scenario: as a decorator, or with `sites`, name and about for one of a table."""

    def add(build: Callable[[City], Sites]) -> Callable[[City], Sites]:
        called = (name or build.__name__).replace("_", "-")
        assert called not in ALL, called
        town = CITIES[len(ALL)]
        plain = town.casefold().translate(str.maketrans({"ü": "ue"}))
        city = City(town, host or f"www.{plain}.example")
        ALL[called] = Scenario(
            name=called,
            about=about or (build.__doc__ or ""),
            city=city,
            sites=build,
            fails=frozenset(fails.split()),
            may_fail=frozenset(may_fail.split()),
            resolve=tuple(entry.format(domain=city.domain) for entry in resolve),
            **expected,
        )
        return build

    if sites is not None:
        add(sites)
    return add


def unseen(cause: str) -> dict[str, str]:
    """What must be unknown where no page of an account was read."""
    return {"IMP201": cause, "DSE201": cause, "IMP101": "", "DSE101": ""}
