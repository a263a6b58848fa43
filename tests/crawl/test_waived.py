"""What is waived in the registry is waived in a crawl, too, however the account was read."""

from __future__ import annotations

import json
import subprocess

import pytest
import yaml

from tests.web.night import (
    CONFIG,
    called,
    command,
    crawl,
    environment,
    registry,
    served,
    written,
)
from tests.web.pages import City
from tests.web.scenarios.profiles import ACCOUNT, as_json, both
from tests.web.scenarios.scenario import Scenario
from tests.web.site import Answer
from tests.web.web import Web

CODES = ("IMP101", "REG011", "REG002")
WAIVERS = [
    {"code": code, "reason": "wird gebaut", "until": "2026-12-31"} for code in ("IMP101", "REG011")
]


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """An account that lacks an Impressum and is called otherwise than recorded; both are waived."""
    city = City("Wartheim", "www.wartheim.example")
    account = {**ACCOUNT, "profile_name": "Stadt Anderswo", "waivers": WAIVERS}
    scenario = Scenario("wartheim", "", city, lambda c: both(c, as_json(c, [])), account=account)
    folder = tmp_path_factory.mktemp("town")
    with Web(folder) as web:
        web.serve(served([scenario]))
        yield web, written(folder, registry([scenario]))


def states(night):
    found = night.findings["wartheim"]
    return sorted((f["code"], f["status"]) for f in found if f["code"] in (*CODES, "SUP001"))


HELD = [("IMP101", "waived"), ("REG011", "waived")]


def test_every_night_and_its_replay(town):
    web, path = town
    evidence = str(path.parent / "evidence")
    history = str(path.parent / "nights.sqlite")
    shown = ("--show-suppressed",)
    assert states(crawl(path, web, *shown, "--evidence", evidence)) == HELD
    for _ in range(2):  # the second tells again what the first found
        assert states(crawl(path, web, *shown, "--history", history)) == HELD
    words = command(path, web, *shown, "--replay", evidence)
    assert states(called(words, path.parent)) == HELD


def test_a_finding_of_an_earlier_night_is_waived_where_it_could_not_be_looked_for(tmp_path):
    city = City("Wartheim", "www.wartheim.example")
    bare = Scenario("wartheim", "", city, lambda c: both(c, as_json(c, [])), account=ACCOUNT)
    with Web(tmp_path) as web:
        web.serve(served([bare]))
        path = written(tmp_path, registry([bare]))
        history = ("--history", str(tmp_path / "nights.sqlite"), "--show-suppressed")
        assert states(crawl(path, web, *history)) == [("IMP101", "open")]
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        data["accounts"][0]["waivers"] = WAIVERS[:1]
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        web.clear()
        web.serve({f"social.{city.domain}": served([bare])[city.host]})
        night = crawl(path, web, *history)
        assert ("SUP001", "open") not in states(night)
        assert {f["status"] for f in night.findings["wartheim"] if f["code"] == "IMP101"} == {
            "waived"
        }


@pytest.fixture
def nights(tmp_path):
    """Nights of the account; the first with its waiver, later ones as told, its profile unread."""
    city = City("Wartheim", "www.wartheim.example")
    rows = [("Website", city.url("/").replace("https", "http"))]
    bare = Scenario("wartheim", "", city, lambda c: both(c, as_json(c, rows)), account=ACCOUNT)
    broken = Scenario("wartheim", "", city, lambda c: both(c, Answer(status=500)), account=ACCOUNT)
    path = written(tmp_path, registry([bare]))
    own = [{**WAIVERS[0], "code": "IMP304"}]
    with Web(tmp_path) as web:

        def night(waivers, *words, readable=False):
            web.clear()
            web.serve(served([bare if readable else broken]))
            data = yaml.safe_load(path.read_text(encoding="utf-8"))
            data["accounts"][0]["links"] = [{"label": "Website", "url": city.url("/")}]
            data["accounts"][0]["waivers"] = own if waivers else []
            path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
            return crawl(path, web, "--history", str(tmp_path / "nights.sqlite"), *words)

        yield night


def of_last_night(night):
    """The finding carried on, and what is said of its waiver, with status and change."""
    return {
        f["code"]: (f["status"], f["change"])
        for f in night.findings["wartheim"]
        if f["code"] in {"IMP304", "SUP001"}
    }


def test_a_waiver_taken_out_hides_nothing_that_is_carried_from_an_earlier_night(nights):
    shown = "--show-suppressed"
    assert of_last_night(nights(True, shown, readable=True)) == {"IMP304": ("waived", "new")}
    # the rule finds nothing tonight: its waiver is not unused all the same
    assert of_last_night(nights(True, shown)) == {"IMP304": ("waived", "still")}
    assert of_last_night(nights(False, "--only", "new")) == {"IMP304": ("open", "reopened")}
    assert of_last_night(nights(False)) == {"IMP304": ("open", "still")}
    assert of_last_night(nights(True, shown)) == {"IMP304": ("waived", "still")}
    assert of_last_night(nights(True, "--no-waivers")) == {"IMP304": ("open", "reopened")}
    assert of_last_night(nights(False, readable=True)) == {"IMP304": ("open", "still")}


@pytest.fixture
def lines(tmp_path):
    """Nights of the account, with comments in its entry, and a second file that may be broken."""
    city = City("Wartheim", "www.wartheim.example")
    shown = [("Website", city.url("/").replace("https", "http"))]
    account = {**ACCOUNT, "url": None}
    bare = Scenario("wartheim", "", city, lambda c: both(c, as_json(c, shown)), account=account)
    broken = Scenario("wartheim", "", city, lambda c: both(c, Answer(status=500)), account=account)
    path = written(tmp_path, registry([bare]))
    second = path.with_name("second.yaml")
    with Web(tmp_path) as web:

        def night(fields, *, readable=True, whole=True, config=()):
            web.clear()
            web.serve(served([bare if readable else broken]))
            (tmp_path / ".amtlint.yaml").write_text(yaml.safe_dump({**CONFIG, **dict(config)}))
            path.write_text(registry([bare]) + fields, encoding="utf-8")
            second.write_text("accounts: []\n" if whole else "accounts: [\n", encoding="utf-8")
            history = ("--history", str(tmp_path / "nights.sqlite"), "--show-suppressed")
            return called([*command(path, web, *history), str(second)], tmp_path)

        yield night


IGNORED = "# amtlint: ignore[IMP304] until=2026-12-31 -- wird gebaut"
PLAIN = """\
  url: https://social.wartheim.example/@presse
  links:
  - label: Website
    url: https://www.wartheim.example/
"""
ABOVE = PLAIN.replace("  links:", f"  {IGNORED}\n  links:")
BESIDE = PLAIN.replace("Website", f"Website  {IGNORED}")


def test_a_comment_that_did_not_hold_for_a_finding_does_not_hold_for_it_where_it_is_carried(lines):
    """What a profile shows stands at the list, not at its key; so it does when it is told again."""
    first = lines(ABOVE)
    assert of_last_night(first) == {"IMP304": ("open", "new"), "SUP001": ("open", "new")}
    again = lines(ABOVE, readable=False)
    assert of_last_night(again)["IMP304"] == ("open", "still")
    places = [
        [(f["line"], f["column"]) for f in night.findings["wartheim"] if f["code"] == "IMP304"]
        for night in (first, again)
    ]
    assert places[0] == places[1][:1]
    assert of_last_night(lines(ABOVE))["IMP304"] == ("open", "still")


def test_a_comment_on_one_fields_unknown_hides_nothing_that_another_field_carries(lines):
    """The name was another than recorded; tonight that cannot be told, which the address says."""
    named = PLAIN + "  profile_name: Stadt Anderswo\n"
    (found,) = (f for f in lines(named).findings["wartheim"] if f["code"] == "REG011")
    assert (found["field"], found["status"]) == ("profile_name", "open")
    waived = named.replace("@presse\n", f"@presse  {IGNORED}\n").replace("IMP304", "REG011")
    again = lines(waived, readable=False).findings["wartheim"]
    assert [(f["outcome"], f["status"]) for f in again if f["code"] == "REG011"] == [
        ("unknown", "waived"),
        ("fail", "open"),
    ]


def test_a_comment_that_holds_again_on_a_night_that_is_not_whole(lines):
    """The waiver is not unused any more, whatever else of the registry could not be read."""
    first = lines(ABOVE)
    assert of_last_night(first) == {"IMP304": ("open", "new"), "SUP001": ("open", "new")}
    night = lines(BESIDE, readable=False, whole=False)
    assert night.code == 1, night.err
    assert of_last_night(night) == {"IMP304": ("waived", "still")}
    assert [one["code"] for one in night.report["gone"]] == ["SUP001"]
    assert of_last_night(lines(BESIDE)) == {"IMP304": ("waived", "still")}


def test_a_severity_that_the_config_no_longer_sets_does_not_live_on(lines):
    def severities(*, readable, **config):
        found = lines(PLAIN, readable=readable, config=config).findings["wartheim"]
        return {f["severity"] for f in found if f["code"] == "IMP304"}

    mild = {"severity": {"IMP304": "info"}}
    assert severities(readable=True, **mild) == {"info"}
    assert severities(readable=False, **mild) == {"info"}
    assert severities(readable=False) == {"warning"}


def test_a_baseline_of_tonight_decides_what_is_carried(nights, tmp_path):
    first = nights(False, readable=True)
    known = tmp_path / "known.json"
    (one,) = (f for f in first.findings["wartheim"] if f["code"] == "IMP304")
    entry = {
        **{key: one[key] for key in ("fingerprint", "code", "account", "authority", "platform")},
        **{key: one[key] for key in ("field", "path", "message")},
        "value": "",
        "first_seen": "2026-11-25",
    }
    known.write_text(json.dumps({"version": 1, "entries": [entry]}), encoding="utf-8")
    words = ("--baseline", str(known), "--show-suppressed")
    assert of_last_night(nights(False, *words))["IMP304"] == ("baselined", "still")
    assert of_last_night(nights(False))["IMP304"] == ("open", "reopened")


def test_an_audit(town):
    web, path = town
    words = command(path, web)
    words[words.index("crawl")] = "audit"
    done = called(words, path.parent)
    data = json.loads(done.out)
    assert data["audit"]["verdict"] == "no"  # there is no privacy notice either
    found = {f["code"] for f in data["findings"] if f["outcome"] == "fail"}
    assert found & {"DSE101", "IMP101", "REG011", "SUP001"} == {"DSE101"}


def test_a_baseline_that_check_wrote(town):
    """What the registry alone shows has the same fingerprint in a crawl."""
    web, path = town
    text = path.read_text(encoding="utf-8").replace("kind: authority", "kind: behörde")
    other = path.with_name("other.yaml")
    other.write_text(text, encoding="utf-8")
    baseline = str(path.parent / "baseline.json")
    words = command(other, web)
    start = words[: words.index("crawl")]
    adopting = [*start, "baseline", "adopt", str(other), "--baseline", baseline]
    subprocess.run(adopting, cwd=path.parent, env=environment(), check=True, capture_output=True)
    night = crawl(other, web, "--show-suppressed", "--baseline", baseline)
    assert ("REG002", "baselined") in states(night)


def test_a_waiver_goes_on_where_its_file_cannot_be_read(nights, tmp_path):
    shown = "--show-suppressed"
    assert of_last_night(nights(True, shown, readable=True)) == {"IMP304": ("waived", "new")}
    path = tmp_path / "registry.yaml"
    whole = path.read_text(encoding="utf-8")
    (tmp_path / "other").mkdir()
    history = ("--history", str(tmp_path / "nights.sqlite"), shown)
    for more, change in (((), ("waived", "still")), (("--no-waivers",), ("open", "reopened"))):
        with Web(tmp_path / "other") as web:
            path.write_text("accounts: [\n", encoding="utf-8")
            night = crawl(path, web, *history, *more)
        assert of_last_night(night) == {"IMP304": change}
    path.write_text(whole, encoding="utf-8")
    assert of_last_night(nights(True, shown, readable=True)) == {"IMP304": ("waived", "still")}
