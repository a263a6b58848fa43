"""A night that is killed while somebody is told of it: its news are told all the same."""

from __future__ import annotations

import email
import email.policy
import json
import subprocess
import time

import pytest

from tests.web.night import CONFIG, command, crawl, environment, registry, served, written
from tests.web.pages import City, home, site
from tests.web.scenarios.scenario import Scenario
from tests.web.web import Web

CITY = City("Moorau", "www.moorau.example")
ACCOUNT = {"platform": "website", "handle": CITY.host, "url": CITY.url(), "kind": "authority"}
SELECTED = {**CONFIG, "select": ["IMP1", "NET"]}
PATIENCE = 20.0
"""Seconds after which a notice must have been on its way."""


@pytest.fixture
def town(tmp_path, mail_server):
    """A city whose first night was quiet; on the second it has no Impressum any more."""
    box = mail_server("none")
    notify = {
        "email": {
            "to": ["presse@example.org"],
            "from": "amtlint@example.org",
            "host": "127.0.0.1",
            "port": box.port,
            "tls": "none",
        }
    }
    scenario = Scenario("moorau", "", CITY, lambda c: {c.host: site(c)}, account=ACCOUNT)
    with Web(tmp_path) as web:
        web.serve(served([scenario]))
        config = {**SELECTED, "notify": [notify]}
        path = written(tmp_path, registry([scenario]), config)
        first = crawl(path, web, *words(path))
        assert (first.code, first.err) == (0, "")
        web.serve({CITY.host: site(CITY, {"/": home(CITY, links="<li>Ende</li>")})})
        yield web, path, box


def words(path):
    """Of every night."""
    return (
        *("--history", str(path.parent / "nights.db"), "--quiet", "--only", "new"),
        *("--output", f"json={path.parent / 'last.json'}"),
    )


def killed(web, path, box):
    """A night that is killed while the mail server has the mail, and has not taken it."""
    box.hold = True
    begun = box.begun
    process = subprocess.Popen(
        command(path, web, *words(path)),
        cwd=path.parent,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + PATIENCE
    while box.begun == begun and time.monotonic() < until:
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert box.begun > begun
    box.hold = False
    box.mails.clear()


def subjects(box):
    return [
        email.message_from_bytes(envelope.content, policy=email.policy.default)["Subject"]
        for _, _, envelope in box.mails
    ]


def last(path):
    report = json.loads((path.parent / "last.json").read_text(encoding="utf-8"))
    return [(f["code"], f["change"]) for f in report["findings"]]


def nights(path):
    from linter.findings.history.store import History
    from linter.findings.history.story import runs

    with History.open(str(path.parent / "nights.db")) as history:
        return [run["finished"] is not None for run in runs(history)]


def test_the_run_that_goes_on_tells_what_the_night_had_to_tell(town):
    web, path, box = town
    killed(web, path, box)
    assert nights(path) == [True, False]
    again = crawl(path, web, *words(path))
    assert (again.code, again.err) == (1, "")
    assert [subject.partition(": ")[2] for subject in subjects(box)] == [
        "1 new, 0 reopened, 0 gone, 1 open"
    ]
    assert last(path) == [("IMP101", "new")]
    assert nights(path) == [True, True]
    quiet = crawl(path, web, *words(path))
    assert (quiet.code, last(path), len(subjects(box))) == (0, [], 1)


def test_a_night_that_is_another_one_tells_it_too(town):
    web, path, box = town
    killed(web, path, box)
    path.write_text(path.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    assert crawl(path, web, *words(path)).code == 1
    assert [": 1 new," in subject for subject in subjects(box)] == [True]
    assert last(path) == [("IMP101", "new")]


def test_a_mail_that_is_not_taken_is_told_and_comes_the_night_after(town):
    web, path, box = town
    box.later = True
    night = crawl(path, web, *words(path))
    assert night.code == 2
    assert night.err.count("\n") == 1
    assert last(path) == [("IMP101", "new")]
    assert nights(path) == [True, True]
    box.later = False
    quiet = crawl(path, web, *words(path))
    assert (quiet.code, quiet.err) == (0, "")
    (subject,) = subjects(box)
    assert subject.endswith("1 open; plus 1 notice from earlier nights")
    crawl(path, web, *words(path))
    assert len(subjects(box)) == 1


def test_a_report_that_cannot_be_written_is_told_once_and_keeps_nothing_back(town):
    web, path, box = town
    bad = ("--output", f"json={path.parent / 'none' / 'a.json'}")
    night = crawl(path, web, *words(path), *bad)
    assert night.code == 2
    assert night.err.count("\n") == 1
    assert "a.json: The file cannot be written (No such file or directory)" in night.err
    assert last(path) == [("IMP101", "new")]
    assert [": 1 new," in subject for subject in subjects(box)] == [True]
    assert nights(path) == [True, True]
    assert crawl(path, web, *words(path)).code == 0
    assert (last(path), len(subjects(box))) == ([], 1)
