"""An address or a head that is not the authority's own: its own wrong one, or that of a body within it."""

from __future__ import annotations

import pytest

from tests.rules.seeing import impressum, told

PAGE = "https://www.bergheide.example/impressum"
PROFILE = {"bio": "Neues", "links": [{"label": "Impressum", "url": PAGE}]}
REGISTRY = (
    "registry: 1\nauthorities:\n  - {id: stadt-bergheide, names: [Stadt Bergheide], kind: city,"
    " address: {street: Marktstraße 7, postal_code: '48931', city: Bergheide}}\n"
    "accounts:\n  - {id: a, platform: facebook, handle: bergheide, kind: authority,"
    " authority: stadt-bergheide}\n"
)
MINISTRY = (
    "registry: 1\nauthority: im-nrw\n"
    "accounts:\n  - {id: a, platform: facebook, handle: im_nrw, kind: ressort}\n"
)


def outcome(provider: str, *, registry: str = REGISTRY, page: str = "") -> str:
    """What IMP211 makes of an Impressum of this provider at another address than the known one."""
    web = {PAGE: page or impressum(provider=provider)}
    findings = told(registry, ("IMP211",), PROFILE, web)
    return next((finding.outcome for finding in findings), "pass")


@pytest.mark.parametrize(
    "provider",
    [
        "Stadt Bergheide",
        "Die Stadt Bergheide",
        "Hansestadt Bergheide",
        "Stadtverwaltung Bergheide",
        "Der Oberbürgermeister der Stadt Bergheide",
        "Stadt Bergheide<br>Der Bürgermeister",
    ],
)
def test_the_authority_at_another_address_is_told(provider):
    assert outcome(provider) == "fail"


@pytest.mark.parametrize(
    "provider",
    [
        "Stadtbücherei Bergheide",
        "Freiwillige Feuerwehr der Stadt Bergheide",
        "Stadt Bergheide – Sportamt",
        "Stadt Bergheide<br>Sportamt",
    ],
)
def test_a_part_of_it_may_have_a_house_of_its_own(provider):
    assert outcome(provider) == "unknown"


def test_goods_for_the_ministry_go_to_another_street():
    page = impressum(provider="Ministerium des Innern des Landes Nordrhein-Westfalen")
    page = page.replace("Rathausplatz 1<br>48931 Bergheide", "Fürstenwall 129<br>40217 Düsseldorf")
    assert outcome("", registry=MINISTRY, page=page) == "pass"
    other = page.replace("Fürstenwall 129", "Fürstenwall 1")
    assert outcome("", registry=MINISTRY, page=other) == "fail"
