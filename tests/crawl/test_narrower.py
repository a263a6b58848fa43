"""The notice for social media to which a privacy notice points is read beside it, over TLS."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import replace

import pytest
import yaml

from tests.web import night
from tests.web.pages import City, page, privacy_text, site
from tests.web.site import html, redirect, text
from tests.web.web import Web

NARROWER = "/datenschutz/social-media"
CODES = ("DSE206", "DSE207", "DSE212", "DSE214")
LINK = f"<p><a href='{NARROWER}'>Datenschutzhinweise Social Media</a></p>"
SOCIAL = re.compile(r"(?s)<h2>Unsere Profile in sozialen Netzwerken</h2>.*?(?=<h2>Empfänger</h2>)")
ABROAD = re.compile(r"(?s)<h2>Übermittlung in Drittländer</h2>.*?(?=<h2>)")
CONFIG = {**night.CONFIG, "network": {**night.CONFIG["network"], "processes": 2}}
"""Two processes read pages, however many processors there are."""


def general(city, link=LINK):
    """A privacy notice without a word of social media, but for the link."""
    said = ABROAD.sub("", SOCIAL.sub("", privacy_text(city)))
    return html(page(city, "Datenschutzerklärung", said + link))


def narrower(city, said=None, more=""):
    """The notice for social media: all that the general one lacks, or something else."""
    whole = privacy_text(city)
    told = SOCIAL.search(whole)[0] + ABROAD.search(whole)[0] if said is None else said
    head = whole.partition("<h2>Unsere Profile")[0].replace("Datenschutzerklärung", TITLE)
    return html(page(city, TITLE, head + told + more))


TITLE = "Datenschutzhinweise Social Media"
DATED = (("ETag", '"1"'), ("Last-Modified", "Tue, 03 Nov 2026 08:00:00 GMT"))
ONE = "<h2>Facebook</h2><p>Wir betreiben eine Seite auf Facebook. Dabei werden Daten in die USA übermittelt.</p>"
NOTHING = "<h2>Unser Auftritt</h2><p>Schreiben Sie uns gern, wir antworten in der Dienstzeit.</p>"
BACK = "<p><a href='/datenschutz'>Datenschutz in sozialen Medien und im Netz</a></p>"
CITIES = {
    name: City(name, f"www.{name.lower()}.example")
    for name in ("Erlau", "Dorna", "Fahrna", "Grimma", "Heida", "Isna", "Jahna")
}
PAGES = {
    "Erlau": lambda city: {NARROWER: narrower(city, more=BACK)},
    "Dorna": lambda city: {
        NARROWER: narrower(city),
        "/robots.txt": text(f"User-agent: *\nDisallow: {NARROWER}\n"),
    },
    "Fahrna": lambda _: {NARROWER: html("<h1>Fehlt</h1>", status=404)},
    "Grimma": lambda city: {NARROWER: narrower(city, ONE)},
    "Heida": lambda city: {NARROWER: narrower(city, ONE + NOTHING, BACK)},
    "Isna": lambda _: {NARROWER: html("", status=503)},
    "Jahna": lambda _: {NARROWER: redirect("/datenschutz")},
}


def sites(**changes):
    every = {}
    for name, city in CITIES.items():
        pages = {"/datenschutz": general(city), **PAGES[name](city)}
        every[city.host] = site(city, pages, **changes)
    return every


def registry(names=tuple(CITIES), platforms=("x", "facebook", "instagram")):
    """Accounts of which nothing can be read, with their pages on record; and a website."""
    entries, accounts = [], []
    for city in (CITIES[name] for name in names):
        entries.append(
            {"id": city.id, "names": [f"Stadt {city.name}"], "domains": [city.domain]}
            | {"kind": "city", "jurisdiction": "nrw"}
        )
        common = {"authority": city.id, "kind": "authority", "status": "active"}
        accounts += [
            {"id": f"{city.id}-{platform}", "platform": platform, "handle": city.name, **common}
            | {"impressum": city.url("/impressum"), "privacy": city.url("/datenschutz")}
            for platform in platforms
        ]
        accounts.append(
            {"id": f"{city.id}-www", "platform": "website", "handle": city.host, **common}
            | {"url": city.url("/")}
        )
    data = {"registry": 1, "packs": ["impressum", "privacy"]}
    return yaml.safe_dump(
        {**data, "authorities": entries, "accounts": accounts}, sort_keys=False
    )  # fmt: skip


def said(seen, account):
    """What was told of an account by the rules on elements and networks: fail, or the cause."""
    return {
        f["code"]: "fail" if f["outcome"] == "fail" else f["cause"]
        for f in seen.findings.get(account, ())
        if f["code"] in CODES
    }


class Town:
    """Nights of one registry in a web of its own."""

    def __init__(self, folder, web, text=None):
        self.web, self.folder = web, folder
        self.path = night.written(folder, text or registry(), CONFIG)

    def night(self, *words):
        self.web.forget()
        seen = night.crawl(self.path, self.web, "--jobs", "8", *words)
        assert seen.code == 1, seen.err
        return seen


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with Web(tmp_path_factory.mktemp("web")) as web:
        web.serve(sites())
        town = Town(tmp_path_factory.mktemp("town"), web)
        town.seen = town.night("--evidence", str(town.folder / "evidence"))
        town.log = list(web.log)
        yield town


def test_what_the_narrower_one_says_is_there(town):
    for platform in ("facebook", "instagram"):
        assert said(town.seen, f"stadt-erlau-{platform}") == {}
    assert said(town.seen, "stadt-erlau-x") == {"DSE207": "not-understood"}


def test_accounts_share_it(town):
    asked = [r for r in town.log if r.path == NARROWER]
    hosts = [r.host for r in asked]
    for name in ("Erlau", "Fahrna", "Grimma", "Heida", "Jahna"):
        assert hosts.count(CITIES[name].host) == 1, name


def test_robots_are_obeyed_and_what_was_not_read_is_unknown(town):
    assert not [r for r in town.log if r.path == NARROWER and r.host == CITIES["Dorna"].host]
    for name, net in (("dorna", "NET004"), ("fahrna", ""), ("isna", "NET002")):
        account = f"stadt-{name}-facebook"
        assert said(town.seen, account) == dict.fromkeys(CODES, "narrower-notice"), name
        faults = {
            f["code"] for f in town.seen.findings[account] if f["evidence"]
            and f["code"].startswith("NET") and f["evidence"][0]["url"].endswith(NARROWER)
        }  # fmt: skip
        assert faults == ({net} if net else set())


def test_one_that_names_another_platform_counts_for_that_one_only(town):
    assert said(town.seen, "stadt-grimma-x") == {
        "DSE206": "fail", "DSE207": "fail", "DSE212": "fail",
    }  # fmt: skip
    facebook = said(town.seen, "stadt-grimma-facebook")
    assert "DSE206" not in facebook
    assert "DSE212" not in facebook
    assert facebook["DSE214"] == "fail"


def test_a_circle_ends_and_what_stands_nowhere_is_missing(town):
    facebook = said(town.seen, "stadt-heida-facebook")
    assert facebook["DSE207"] == facebook["DSE214"] == "fail"
    (found,) = (f for f in town.seen.findings["stadt-heida-facebook"] if f["code"] == "DSE214")
    city = CITIES["Heida"]
    assert [one["url"] for one in found["evidence"]] == [
        city.url("/datenschutz"), city.url(NARROWER),
    ]  # fmt: skip
    assert found["evidence"][1]["click_path"][-2:] == [
        {"url": city.url("/datenschutz"), "text": TITLE},
        {"url": city.url(NARROWER), "text": ""},
    ]
    assert found["evidence"][1]["warc"]["file"]
    assert found["field"] == "privacy"


def test_one_that_leads_back_to_the_notice_is_none(town):
    assert said(town.seen, "stadt-jahna-facebook") == dict.fromkeys(CODES, "fail")


def test_websites_have_none(town):
    host = CITIES["Erlau"].host
    folder = town.folder / "alone"
    folder.mkdir()
    path = night.written(folder, registry(("Erlau",), platforms=()), CONFIG)
    town.web.forget()
    assert night.crawl(path, town.web).code in {0, 1}
    assert town.web.asked(host)
    assert not town.web.asked(host, NARROWER)


def test_a_replay_tells_the_same_byte_for_byte(town):
    words = night.command(town.path, town.web, "--replay", str(town.folder / "evidence"))
    cut = words.index("--ca-file")
    words = [*words[:cut], *words[words.index("--as-of") :]]
    assert night.called(words, town.folder).out == town.seen.out


def test_an_unchanged_night_asks_it_at_once_and_tells_the_same(tmp_path):
    with Web(tmp_path) as web:
        tagged = {
            host: replace(one, pages={
                path: answer.with_(*DATED) if path == NARROWER else answer
                for path, answer in one.pages.items()
            })
            for host, one in sites(latency=0.05).items()
        }  # fmt: skip
        web.serve(tagged)
        town = Town(tmp_path, web, registry(("Erlau", "Grimma")))
        history = str(tmp_path / "nights.sqlite")
        first = town.night("--history", history)
        asked = {(r.host, r.path) for r in web.log}
        second = town.night("--history", history)
        assert {(r.host, r.path) for r in web.log} == asked
        assert len([r for r in web.log if r.path == NARROWER]) == 2
        for account in ("stadt-erlau-x", "stadt-erlau-facebook", "stadt-grimma-facebook"):
            assert said(second, account) == said(first, account)
        (ask,) = web.asked(CITIES["Erlau"].host, NARROWER)
        assert ask.header("If-None-Match") == '"1"'
        assert ask.sent == 0


def test_a_narrower_one_that_changes_is_read_again(tmp_path):
    with Web(tmp_path) as web:
        web.serve(sites())
        town = Town(tmp_path, web, registry(("Erlau",)))
        history = str(tmp_path / "nights.sqlite")
        assert said(town.night("--history", history), "stadt-erlau-facebook") == {}
        city = CITIES["Erlau"]
        web.serve(
            {city.host: site(city, {"/datenschutz": general(city), NARROWER: narrower(city, ONE)})}
        )
        found = said(town.night("--history", history), "stadt-erlau-facebook")
        assert found["DSE214"] == "fail"
        with closing(sqlite3.connect(history)) as database:
            (pages,) = database.execute(
                "SELECT pages FROM observation WHERE account = 'stadt-erlau-facebook' ORDER BY run DESC"
            ).fetchone()
        assert "narrower" in json.loads(pages)


def test_a_run_that_was_killed_at_it_goes_on(tmp_path):
    with Web(tmp_path) as web:
        web.serve(sites(latency=0.05))
        town = Town(tmp_path, web, registry(("Erlau", "Grimma", "Heida")))
        whole = town.night("--history", str(tmp_path / "whole.sqlite"))
        web.forget()
        words = night.command(town.path, web, "--history", str(tmp_path / "killed.sqlite"))
        process = subprocess.Popen(
            words,
            cwd=tmp_path,
            env=night.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not any(r.path == NARROWER for r in web.log) and process.poll() is None:
            time.sleep(0.002)
        assert process.poll() is None
        process.kill()
        process.wait()
        killed, done = time.monotonic(), len(web.log)
        before = {(r.host, r.path) for r in web.log if r.ended < killed - 1.0}
        web.log[:] = web.log[:done]
        again = night.crawl(town.path, web, "--history", str(tmp_path / "killed.sqlite"))
        assert not before & {(r.host, r.path) for r in web.log[done:]}
        assert [(f["account"], f["code"], f["outcome"]) for f in again.report["findings"]] == [
            (f["account"], f["code"], f["outcome"]) for f in whole.report["findings"]
        ]


def test_an_audit_reads_it_too(town):
    city = CITIES["Heida"]
    draft = town.folder / "draft.yaml"
    draft.write_text(registry(("Heida",), platforms=("facebook",)), encoding="utf-8")
    words = night.command(draft, town.web)
    words[words.index("crawl")] = "audit"
    seen = night.called(words, town.folder)
    assert seen.code == 1, seen.err
    assert NARROWER in seen.out
    assert "DSE214" in seen.out
    assert city.host in seen.out
