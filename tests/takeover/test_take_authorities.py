"""Whose accounts the rows of a table are."""

from __future__ import annotations

import pytest

from linter.errors import LinterError
from tests.takeover.taking import fields, registry, taken, told


def test_authorities_are_known_by_name_abbreviation_and_id():
    result = taken(
        "Behörde;Plattform;Handle",
        "Ministerium des Innern des Landes Nordrhein-Westfalen;X;a",
        "Ministerium des Innern NRW;X;b",
        "IM;X;c",
        "im-nrw;X;d",
        "Innenministerium NRW;X;e",
        authority="",
    )
    accounts, authorities = registry(result.text)
    assert {account.authority for account in accounts} == {"im-nrw"}
    assert authorities == []
    assert "\nauthority: im-nrw\n" in result.text
    assert {account.kind for account in accounts} == {"ressort"}


def test_an_authority_that_nobody_knows_gets_an_entry_and_one_misspelt_a_suggestion():
    result = taken(
        "Behörde;Plattform;Handle", "Stadt Mühlheim;X;a", "Innenminsterium NRW;X;b", authority=""
    )
    accounts, authorities = registry(result.text)
    assert [account.authority for account in accounts] == ["stadt-muehlheim", "innenminsterium-nrw"]
    assert [one.title for one in authorities] == ["Stadt Mühlheim", "Innenminsterium NRW"]
    assert any("If im-nrw is meant" in line or "im-nrw," in line for line in told(result))


def test_spellings_of_one_authority_are_one():
    rows = [
        f"{name};X;a{number}" for number, name in enumerate(["Stadt A", "stadt a", "STADT  A", ""])
    ]
    result = taken("Behörde;Plattform;Handle", *rows, authority="stadt-a")
    accounts, authorities = registry(result.text)
    assert [account.authority for account in accounts] == ["stadt-a"] * 4
    assert [(one.id, one.title) for one in authorities] == [("stadt-a", "Stadt A")]


def test_without_any_authority_the_domains_of_the_table_suggest_one():
    with pytest.raises(LinterError) as error:
        taken("Plattform;Handle;Impressum", "X;a;https://www.im.nrw/impressum", authority="")
    assert "perhaps im-nrw" in error.value.render("en")


def test_an_empty_authority_means_the_one_above_only_where_that_is_said():
    lines = ("Behörde;Plattform;Handle", "IM;X;a", ";X;b")
    filled = fields(taken(*lines, authority="", fill_down=True).text)
    assert ["authority" in one for one in filled] == [False, False]
    result = taken(*lines, authority="")
    assert any("The authority is missing here" in line for line in told(result))
