"""Authorities from the packs' facts."""

from __future__ import annotations

from datetime import date

from linter.rulebook.facts import authorities_from
from linter.testing import load_for_tests

FACTS = load_for_tests().facts
AUTHORITIES = authorities_from(FACTS)
RESSORTS = FACTS["nrw-handreichung"]["ressorts"]["ressorts"]
HOLDERS = FACTS["nrw-handreichung"]["officeholders"]["officeholders"]


def test_every_ressort_has_its_names_and_people():
    assert all(f"{entry['id']}-nrw" in AUTHORITIES for entry in RESSORTS)
    im = AUTHORITIES["im-nrw"]
    assert (im.kind, im.jurisdiction) == ("ministry", "nrw")
    assert im.predecessors == ("mik-nrw",)
    assert im.since == date(2017, 6, 30)
    assert "IM" in [d.text for d in im.designations if d.form == "abbr"]
    assert [p.first_name for p in im.people if p.name == "Reul"] == ["Herbert"]


def test_every_office_holder_belongs_to_a_known_ressort():
    known = {entry["id"] for entry in RESSORTS}
    assert [h["name"] for h in HOLDERS if h["ressort"] not in known] == []
    assert sum(len(a.people) for a in AUTHORITIES.values()) >= len(HOLDERS)


def test_every_entry_names_its_source():
    assert [e["id"] for e in RESSORTS if not e.get("source")] == []
    assert [h["name"] for h in HOLDERS if not h.get("source")] == []


def test_terms_and_periods_run_forward():
    for entry in (*RESSORTS, *HOLDERS):
        if entry.get("since") and entry.get("until"):
            assert entry["since"] <= entry["until"]


def test_predecessors_and_successors_agree():
    for authority in AUTHORITIES.values():
        for id_ in (*authority.predecessors, *authority.successors):
            assert id_ in AUTHORITIES


def test_a_pack_may_bring_bodies_in_the_registrys_form():
    facts = {
        "own": {
            "authorities": {
                "authorities": [
                    {
                        "id": "stadt-musterhausen",
                        "names": ["Stadt Musterhausen"],
                        "kind": "city",
                        "people": [{"name": "Erika Mustermann", "since": "2020-11-01"}],
                    }
                ]
            }
        }
    }
    city = authorities_from(facts)["stadt-musterhausen"]
    assert city.title == "Stadt Musterhausen"
    assert city.people[0].since == date(2020, 11, 1)
