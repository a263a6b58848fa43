"""Links and the registry's addresses do not stand in for each other: each is looked at."""

from __future__ import annotations

import pytest

from tests.web.night import called, command, crawl, registry, served, written
from tests.web.pages import City, home
from tests.web.scenarios.profiles import ACCOUNT, as_json, both
from tests.web.scenarios.scenario import Scenario
from tests.web.site import Answer
from tests.web.web import Web

CITY = City("Fernau", "www.fernau.example")


@pytest.fixture
def town(tmp_path):
    """A city whose profile links its pages; declared: what the registry names; links: the profile's."""
    with Web(tmp_path) as web:

        def set_up(pages=None, declared=None, links=None):
            account = {**ACCOUNT, **(declared or {})}
            answer = as_json(CITY, links)
            scenario = Scenario(
                "fernau", "", CITY, lambda c: both(c, answer, pages), account=account
            )
            web.clear()
            web.serve(served([scenario]))
            return web, written(tmp_path, registry([scenario]))

        yield set_up


def of(night, code):
    return [
        (f["outcome"], f.get("cause", ""), f["field"])
        for f in night.findings.get("fernau", ())
        if f["code"] == code
    ]


def test_an_address_that_the_recorded_night_does_not_have_is_unknown_in_its_replay(town):
    web, path = town()
    evidence = str(path.parent / "evidence")
    assert of(crawl(path, web, "--evidence", evidence), "IMP104") == []
    web, path = town(declared={"impressum": "https://andere.fernau.example/impressum"})
    again = called(command(path, web, "--replay", evidence), path.parent)
    assert of(again, "IMP104") == [("unknown", "not-in-recording", "impressum")]
    assert of(again, "IMP205") == []  # the page that the link leads to is there


def test_what_a_link_leads_to_counts_although_the_registry_names_the_page(town):
    links = [("Impressum", CITY.url("/alt")), ("Datenschutz", CITY.url("/datenschutz"))]
    declared = {"impressum": CITY.url("/impressum")}
    told = crawl(*reversed(town({"/alt": Answer(status=404)}, declared, links)))
    assert of(told, "IMP104") == [("fail", "", "links[0].url")]
    (found,) = (f for f in told.findings["fernau"] if f["code"] == "IMP104")
    (entry,) = found["evidence"]
    assert (entry["url"], entry["status"]) == (CITY.url("/alt"), 404)
    assert [step["text"] for step in entry["click_path"]] == ["Impressum", ""]
    assert of(told, "IMP205") == []  # the notice itself is read where it is
    kept = crawl(*reversed(town({"/alt": Answer(status=403)}, declared, links)))
    assert of(kept, "IMP104") == [("unknown", "login-wall", "links[0].url")]


def test_nights_tell_again_what_is_on_record_and_cannot_be_read(town):
    declared = {"impressum": CITY.url("/alt")}
    web, path = town({"/alt": Answer(status=403)}, declared)
    history = ("--history", str(path.parent / "nights.sqlite"))
    for _ in range(3):
        assert of(crawl(path, web, *history), "IMP104") == [("unknown", "login-wall", "impressum")]
    town({"/alt": home(CITY)}, declared)
    assert of(crawl(path, web, *history), "IMP104") == [("fail", "", "impressum")]
