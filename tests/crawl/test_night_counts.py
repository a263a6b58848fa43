"""What counts as a night of a history: not one played back, and not one that read nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
import yaml

from tests.web.night import CONFIG, called, command, crawl, registry, served, written
from tests.web.pages import City
from tests.web.scenarios.profiles import ACCOUNT, as_json, both
from tests.web.scenarios.scenario import Scenario
from tests.web.site import Answer
from tests.web.web import Web

CITY = City("Fernau", "www.fernau.example")
ONCE = {**CONFIG, "network": {"passes": 0, "interval": 0.0}}


def town(rows=None, pages=None):
    """A town of which the profile and the pages show this."""
    return Scenario("fernau", "", CITY, lambda c: both(c, as_json(c, rows), pages), account=ACCOUNT)


@pytest.fixture
def web(tmp_path):
    with Web(tmp_path) as web:
        web.serve(served([town()]))
        yield web


def nights(folder):
    """The nights of the history in a folder: whether each is finished."""
    file = folder / "nights.db"
    if not file.exists():
        return []
    with closing(sqlite3.connect(file)) as database:
        return [bool(row[0]) for row in database.execute("SELECT finished FROM run ORDER BY id")]


def test_a_bad_night_played_back_confirms_nothing(web, tmp_path):
    path = written(tmp_path, registry([town()]), ONCE)
    history = ("--history", str(tmp_path / "nights.db"))
    crawl(path, web, *history)
    web.clear()
    web.serve(served([town(pages={"/impressum": Answer(status=503)})]))
    evidence = str(tmp_path / "evidence")
    recorded = crawl(path, web, *history, "--evidence", evidence)
    assert recorded.unknown("fernau")["IMP104"] == "not-reachable"
    again = crawl(path, web, *history, "--replay", evidence)
    assert (again.code, again.fails("fernau")) == (recorded.code, set())
    live = crawl(path, web, *history)
    assert live.fails("fernau") == {"NET002", "IMP104"}


def test_a_call_that_read_nothing_is_no_night(web, tmp_path):
    path = written(tmp_path, registry([town()]), ONCE)
    history = ("--history", str(tmp_path / "nights.db"))
    assert called(command(path, web, *history, "--replay", "none"), tmp_path).code == 2
    assert nights(tmp_path) == []
    assert called(command(tmp_path / "none.yaml", web, *history), tmp_path).code == 2
    assert nights(tmp_path) == []
    crawl(path, web, *history)
    assert nights(tmp_path) == [True]
    called(command(tmp_path / "none.yaml", web, *history), tmp_path)
    assert nights(tmp_path) == [True]


def test_what_the_config_weighs_more_is_told_among_what_is_new(web, tmp_path):
    web.clear()
    web.serve(served([town(rows=[])]))
    path = written(tmp_path, registry([town()]), {**ONCE, "severity": {"IMP101": "info"}})
    words = ("--history", str(tmp_path / "nights.db"), "--only", "new", "--select", "IMP101")
    assert crawl(path, web, *words).code == 0
    (tmp_path / ".amtlint.yaml").write_text(yaml.safe_dump(ONCE), encoding="utf-8")
    night = crawl(path, web, *words)
    (found,) = night.findings["fernau"]
    told = (night.code, found["code"], found["change"], found["history"]["change_by"])
    assert told == (1, "IMP101", "reopened", "options")
    assert crawl(path, web, *words).code == 0


def test_a_night_without_a_connection_confirms_nothing(web, tmp_path):
    other = Scenario(
        "anderswo",
        "",
        City("Anderswo", "www.anderswo.example"),
        lambda c: both(c, as_json(c, None)),
        account=ACCOUNT,
    )
    web.serve(served([other]))
    path = written(tmp_path, registry([town(), other]), ONCE)
    history = ("--history", str(tmp_path / "nights.db"))
    crawl(path, web, *history)
    web.clear()
    nowhere = ("*:443:127.0.0.1:1", "*:80:127.0.0.1:1")
    for _ in range(3):
        night = crawl(path, web, *history, resolve=nowhere)
        assert (night.code, night.report["gone"]) == (2, [])
        assert "None of the 2 domains asked has answered" in night.err
        assert not [f for f in night.report["findings"] if f["change"] == "new"]
    web.serve(served([town()]))  # one of them answers: what the other lacks is its own
    assert "NET002" in crawl(path, web, *history, resolve=nowhere).unknown("anderswo")
    assert "NET002" in crawl(path, web, *history, resolve=nowhere).fails("anderswo")
