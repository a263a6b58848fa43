"""Every scenario of the local web, crawled by the command line in one night over TLS."""

from __future__ import annotations

from collections import Counter

import pytest

from linter.rulebook.book import load_rulebook
from tests.web.night import called, command, crawl, registry, served, written
from tests.web.pages import City, site
from tests.web.scenarios import ALL, Scenario
from tests.web.site import html
from tests.web.web import Web

JUDGED = ("IMP201", "IMP202", "DSE201", "DSE202")
"""Rules that see the pages: decided where the pages were there to read."""
MOST_SENT = 20_000_000


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    with Web(tmp_path_factory.mktemp("web")) as running:
        running.serve(served(ALL.values()))
        yield running


@pytest.fixture(scope="module")
def night(web, tmp_path_factory):
    path = written(tmp_path_factory.mktemp("night"), registry(ALL.values()))
    resolve = [entry for scenario in ALL.values() for entry in scenario.resolve]
    seen = crawl(path, web, "--jobs", "64", resolve=resolve)
    assert seen.code == 1, seen.err
    assert seen.findings, seen.err
    return seen


@pytest.fixture(scope="module")
def page_rules():
    """The rules that judge what the web shows."""
    return {
        rule.code
        for rule in load_rulebook().rules
        if {"web", "profile"} & set(rule.needs) and rule.code.startswith(("IMP", "DSE", "NRW"))
    }


@pytest.mark.parametrize("scenario", ALL.values(), ids=list(ALL))
def test_nothing_is_called_missing_that_could_not_be_seen(night, page_rules, scenario):
    said = night.fails(scenario.name) & page_rules
    assert said - scenario.fails - scenario.may_fail == set(), scenario.about


@pytest.mark.parametrize(
    "scenario", [s for s in ALL.values() if s.fails], ids=[n for n, s in ALL.items() if s.fails]
)
def test_what_is_missing_is_found(night, scenario):
    assert scenario.fails <= night.fails(scenario.name), night.unknown(scenario.name)


@pytest.mark.parametrize("scenario", ALL.values(), ids=list(ALL))
def test_faults_of_the_net_have_their_code_and_nothing_else_has(night, scenario):
    codes = {code for code in night.fails(scenario.name) if code.startswith("NET")}
    assert codes == ({scenario.net} if scenario.net else set()), scenario.about


@pytest.mark.parametrize("scenario", ALL.values(), ids=list(ALL))
def test_what_could_not_be_seen_is_unknown_with_the_cause(night, scenario):
    unknown = night.unknown(scenario.name)
    for code, cause in scenario.unknown.items():
        assert code in unknown, (scenario.about, night.fails(scenario.name))
        assert unknown[code] == cause or not cause, (code, scenario.about)
    if not (scenario.unknown or scenario.net or scenario.fails or scenario.undecided):
        assert not set(JUDGED) & unknown.keys(), (scenario.about, unknown)


@pytest.mark.parametrize(
    "scenario", [s for s in ALL.values() if s.asked], ids=[n for n, s in ALL.items() if s.asked]
)
def test_pages_are_asked_for_as_often_as_needed(night, web, scenario):
    host = scenario.city.host
    asked = {path: len(web.asked(host, path)) for path in scenario.asked}
    assert asked == dict(scenario.asked), scenario.about


def test_no_page_that_came_is_asked_twice(night, web):
    """Asked again: what failed for a moment, and other representations of a profile."""
    fine = [
        (request.url, request.header("Accept"))
        for scenario in ALL.values()
        if not scenario.net
        for host in scenario.sites(scenario.city)
        for request in web.asked(host)
    ]
    often = {key: times for key, times in Counter(fine).items() if times > 1}
    again = ("once-reset", "fine-on-the-second-try", "retry-after")
    hosts = {s.city.host for n, s in ALL.items() if n.startswith(again)}
    assert {url for url, _ in often if url.split("/")[2] not in hosts} == set()


def test_the_crawler_says_who_it_is_and_sends_no_cookie(night, web):
    agents = {request.header("User-Agent") for request in web.log}
    assert len(agents) == 1
    assert agents.pop().endswith("(+https://www.example.org/amtlint)")
    assert not any(request.header("Cookie") for request in web.log)
    assert {request.method for request in web.log} == {"GET"}


def test_no_host_is_asked_by_more_than_two_at_once(night, web):
    hosts = {request.host for request in web.log}
    assert {host for host in hosts if web.most_at_once(host) > 2} == set()


def test_a_crawl_delay_is_kept(night, tmp_path):
    patient = ALL["robots-asks-for-patience"]
    with Web(tmp_path) as web:
        web.serve(served([patient]))
        assert not crawl(written(tmp_path, registry([patient])), web).fails(patient.name)
        assert len(web.asked(patient.city.host)) == 4
        assert web.shortest_interval(patient.city.host) >= 0.25


def test_robots_are_asked_before_anything_else_and_once(night, web):
    for host in {request.host for request in web.log}:
        asked = [request.path for request in web.asked(host)]
        if not {"/api/v1/accounts/lookup?acct=presse", "/r.txt"} & set(asked):
            assert asked[0] == "/robots.txt", host


def test_endless_pages_are_left_early(night, web):
    assert max(request.sent for request in web.log) < MOST_SENT


def test_without_leave_no_local_address_is_asked(tmp_path):
    well = ALL["all-well"]
    with Web(tmp_path) as web:
        web.serve(served([well]))
        words = command(written(tmp_path, registry([well])), web)
        at = words.index("--allow-network")
        seen = called([*words[:at], *words[at + 2 :]], tmp_path)
        assert "NET005" in seen.fails(well.name)
        assert seen.unknown(well.name)["IMP201"] == "address-refused"
        assert not web.log
        assert not web.server.handshakes


def test_a_second_night_asks_whether_anything_changed(tmp_path):
    same, changed = (City(name, f"www.{name.lower()}.example") for name in ("Bergau", "Waldau"))
    kept = {
        path: page.with_(("ETag", f'"{path}"'), ("Last-Modified", "Mon, 23 Nov 2026 06:00:00 GMT"))
        for path, page in site(same).pages.items()
    }
    every = {same.host: site(same, kept), changed.host: site(changed)}
    cities = [Scenario(city.host.split(".")[1], "", city, lambda _: {}) for city in (same, changed)]
    with Web(tmp_path) as web:
        web.serve(every)
        path = written(tmp_path, registry(cities))
        history = ("--history", str(tmp_path / "history.sqlite"))
        first = crawl(path, web, *history)
        assert not {c for c in first.fails("waldau") if c.startswith(("IMP", "NET"))}, first.err
        web.forget()
        mail = 'E-Mail: <a href="mailto:rathaus@waldau.example">rathaus@waldau.example</a>'
        bare = str(site(changed).pages["/impressum"].body).replace(mail, "")
        every[changed.host].pages["/impressum"] = html(bare)
        second = crawl(path, web, *history)
        asked = {r.path: r.header("If-None-Match") for r in web.asked(same.host)}
        assert {path: asked[path] for path in kept} == {path: f'"{path}"' for path in kept}
        assert all(r.sent == 0 for r in web.asked(same.host) if r.path in kept)
        new = {f["code"] for f in second.findings["waldau"] if f["change"] == "new"}
        assert "IMP205" in new
        assert second.fails("bergau") == first.fails("bergau")
        assert not {f["code"] for f in second.findings.get("bergau", ()) if f["change"] == "new"}


def test_coverage_counts_what_could_not_be_seen(night):
    coverage = night.report["coverage"]
    assert coverage["accounts"] == len(ALL)
    assert coverage["unknown"] > 0
