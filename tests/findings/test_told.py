"""A finding that is told again stands where it would, if it were found tonight."""

from __future__ import annotations

import json

import pytest

from linter.crawl.observation import Observation
from linter.findings.fingerprint import STEP
from linter.findings.history.told import retold, told
from linter.overlay import overlaid
from linter.platforms.profile import Profile, ProfileLink
from linter.registry.nodes import Scalar
from tests.findings.samples import RULES, Registry

HEAD = "accounts:\n  - {}\n    id: a\n    platform: x\n    handle: a\n    kind: ressort\n"
BEFORE = """\
    profile_name: Amt A
    links:
      - {label: Eins, url: "http://eins.example/"}
      - label: Zwei
        url: http://zwei.example/
"""
MOVED = """\
    # von hier an geprüft
    links:
      # zuerst die zweite
      - url: http://zwei.example/
        label: Zwei
      - {label: Eins, url: "http://eins.example/"}
    profile_name: Amt A
"""
SHOWN = (
    ProfileLink("Drei", "http://drei.example/"),
    ProfileLink("Zwei", "http://zwei.example/"),
    ProfileLink("Eins", "http://eins.example/neu"),
)


def seen(fields):
    """The account of a registry as its profile shows it."""
    registry = Registry(HEAD.replace("{}", "status: active") + fields)
    profile = Profile("x", "a", "https://x.com/a", name="Amt B", links=SHOWN)
    registry.accounts = [overlaid(registry.accounts[0], Observation("a", profile))]
    return registry


def node_at(registry, address):
    node = registry.accounts[0].fields
    for name, number in STEP.findall(address):
        node = node.items[int(number)] if number else node.entries[name]
    return node


def characters(finding):
    place = finding.place
    return place.line, place.column, place.end_line, place.end_column


def found(registry, address):
    """A finding at an address, placed as the recorder places it."""
    node = node_at(registry, address)
    document = registry.document
    finding = registry.found("XX102", 0, "id")
    span = document.span(node) if type(node) is Scalar else document.key_span(node)
    finding.field, finding.place = address, document.place(*span)
    finding.value = getattr(node, "text", "")
    return finding


@pytest.mark.parametrize(
    "address", ["profile_name", "links", *(f"links[{n}].url" for n in range(3)), "links[0]"]
)
@pytest.mark.parametrize("after", [BEFORE, MOVED], ids=["as it was", "moved"])
def test_a_finding_told_again_stands_where_it_would_be_found(address, after):
    data = json.loads(json.dumps(told(found(seen(BEFORE), address))))
    tonight = seen(after)
    bare = Registry(tonight.document.text).accounts[0]
    again = retold(data, RULES["XX102"], bare)
    assert characters(again) == characters(found(tonight, address))
    assert told(again)["at"] == data["at"]


def test_a_part_that_is_not_there_any_more_is_the_field_and_a_field_that_is_not_the_account():
    part = told(found(seen(BEFORE), "links[1].url"))
    other = Registry(HEAD.replace("{}", "status: active") + "    links: [{url: 'http://x'}]\n")
    assert retold(part, RULES["XX102"], other.accounts[0]).place.line == 7
    none = Registry(HEAD.replace("{}", "status: active"))
    assert retold(part, RULES["XX102"], none.accounts[0]).place.line == 3
