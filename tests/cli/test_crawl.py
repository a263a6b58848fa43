"""`amtlint crawl` over the recorded night of `fixtures/web`: as a user calls it, without network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "fixtures" / "web"
REPLAY = (str(WEB / "accounts.yaml"), "--replay", str(WEB / "night"), "--as-of", "2026-11-25")
EVIDENCE = {"url", "final_url", "redirects", "status", "fetched_at", "sha256", "warc"}


def told(out):
    return {
        (f["account"], f["code"]) for f in json.loads(out)["findings"] if f["outcome"] == "fail"
    }


def test_a_recorded_night_is_linted_without_network(amtlint):
    called = amtlint("crawl", *REPLAY, "--format", "json")
    assert called.code == 1
    assert called.err == ""
    found = told(called.out)
    assert {
        ("feuerwehr-website", "IMP104"),
        ("museum-website", "IMP102"),
        ("sport-mastodon", "NET001"),
        ("theater-website", "NET003"),
        ("vhs-website", "NET002"),
        ("archiv-website", "NET004"),
        ("wirtschaft-website", "NET005"),
        ("mrf-nrw-mastodon", "NRW202"),
        ("mrf-nrw-mastodon", "REG011"),
    } <= found
    walled = {"theater-website", "vhs-website", "archiv-website", "wirtschaft-website"}
    assert not [(a, c) for a, c in found if a in walled and not c.startswith("NET")]


def test_findings_carry_what_was_seen_and_the_way_there(amtlint):
    findings = json.loads(amtlint("crawl", *REPLAY, "--format", "json").out)["findings"]
    (far,) = [f for f in findings if f["code"] == "IMP102" and f["account"] == "museum-website"]
    (seen,) = far["evidence"]
    assert set(seen) >= EVIDENCE | {"click_path"}
    assert [step["text"] for step in seen["click_path"]][:2] == ["Über uns", "Rechtliche Hinweise"]
    assert "3 clicks" in far["message"]["en"]


def test_the_full_format_says_what_was_asked_and_when(amtlint):
    out = amtlint("crawl", *REPLAY, "--select", "IMP104").out
    assert "= seen: https://www.feuerwehr-musterhausen.de/impressum (404, 2026-11-2" in out


def test_the_same_night_gives_the_same_bytes(amtlint):
    first = amtlint("crawl", *REPLAY, "--format", "json").out
    assert amtlint("crawl", *REPLAY, "--format", "json").out == first


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_reader_sees_what_is_new_and_since_when_the_rest_is_known(amtlint, tmp_path, lang):
    history = ("--history", str(tmp_path / "nights.sqlite"), "--lang", lang)
    first = amtlint("crawl", *REPLAY, *history, "--format", "concise").out.splitlines()
    assert first
    assert all(line.endswith(" [new]") for line in first)
    second = amtlint("crawl", *REPLAY, *history, "--format", "concise").out.splitlines()
    known = [line for line in second if line.endswith(" [since 2026-11-25]")]
    assert known == second  # the same night confirms nothing that waits for another one
    assert len(known) == len(first)
    table = amtlint("crawl", *REPLAY, *history, "--format", "markdown").out
    assert {"de": "*(seit 2026-11-25)*", "en": "*(since 2026-11-25)*"}[lang] in table
    without = amtlint("crawl", *REPLAY, "--format", "concise").out
    assert "[new]" not in without


def test_the_report_of_a_quiet_night_says_what_is_open_still(amtlint, tmp_path):
    history = ("--history", str(tmp_path / "nights.sqlite"), "--format", "json")
    amtlint("crawl", *REPLAY, *history)
    quiet = amtlint("crawl", *REPLAY, *history, "--only", "new")
    told = json.loads(quiet.out)
    assert told["findings"] == []
    assert told["left_out_open"]["error"] > 0
    assert sum(told["left_out_open"].values()) <= told["left_out"]
    (tmp_path / "last.json").write_text(quiet.out, encoding="utf-8")
    text = amtlint("report", str(tmp_path / "last.json"), "--format", "markdown").out
    assert "gave no open finding" not in text
    assert f"not listed here: {told['left_out_open']['error']} errors" in text


def test_packs_that_leave_rules_out_make_nothing_gone_and_nothing_new(amtlint, tmp_path):
    nights = (*REPLAY, "--history", str(tmp_path / "nights.sqlite"), "--format", "json")
    first = amtlint("crawl", *nights)
    fewer = json.loads(amtlint("crawl", *nights, "--pack", "impressum").out)
    assert {code[:3] for _, code in told(first.out)} > {f["code"][:3] for f in fewer["findings"]}
    assert fewer["gone"] == []
    again = json.loads(amtlint("crawl", *nights).out)
    assert {f["change"] for f in again["findings"] if f["outcome"] == "fail"} == {"still"}
    assert again["gone"] == []


def test_a_recorded_night_stands_at_its_own_moment(amtlint, tmp_path):
    path = str(tmp_path / "nights.sqlite")
    later = (*REPLAY[:-1], "2026-12-24")
    report = json.loads(amtlint("crawl", *later, "--history", path, "--format", "json").out)
    assert {f["history"]["first_seen"] for f in report["findings"]} == {"2026-11-25"}
    (run,) = json.loads(amtlint("history", path, "--format", "json").out)["runs"]
    assert (run["started"][:10], run["as_of"]) == ("2026-11-25", "2026-12-24")


def test_a_night_played_back_three_times_tells_what_is_new_once(amtlint, tmp_path):
    nights = ("--history", str(tmp_path / "nights.sqlite"), "--only", "new", "--format", "json")
    first = amtlint("crawl", *REPLAY, *nights)
    second = amtlint("crawl", *REPLAY, *nights)
    third = amtlint("crawl", *REPLAY, *nights)
    assert ("museum-website", "IMP102") in told(first.out)
    assert ("vhs-website", "NET002") not in told(first.out)
    # the same night once more is no second one: what waits for one goes on waiting
    assert told(second.out) == told(third.out) == set()
    assert (first.code, second.code, third.code) == (1, 0, 0)
    listed = json.loads(amtlint("history", str(tmp_path / "nights.sqlite"), "--format", "json").out)
    assert len(listed["runs"]) == 3


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--only", "new"), "--history"),
        (("--evidence", "x", "--replay", "y"), "--replay"),
        (("--replay", "no-such-folder"), "no-such-folder"),
        (("--jobs", "0"), "--jobs"),
        (("--resolve", "nonsense"), "HOST:PORT"),
        (("--allow-network", "10.0.0.0/99"), "10.0.0.0/99"),
        (("--ca-file", "none.pem"), "none.pem"),
        (("--timeout", "soon"), "--timeout"),
    ],
)
def test_mistakes_are_one_line_and_exit_two(amtlint, words, part):
    called = amtlint("crawl", str(WEB / "accounts.yaml"), *words)
    assert called.code == 2
    assert called.out == ""
    assert called.err.count("\n") == 1
    assert part in called.err


def test_settings_of_the_network_are_told_at_their_place(amtlint, tmp_path):
    (tmp_path / ".amtlint.yaml").write_text("network:\n  per-hots: 2\n", encoding="utf-8")
    registry = tmp_path / "accounts.yaml"
    registry.write_text("registry: 1\naccounts: []\n", encoding="utf-8")
    called = amtlint("crawl", str(registry))
    assert called.code == 2
    assert ".amtlint.yaml:2:" in called.err


def test_a_page_that_is_missing_is_told_where_no_chosen_rule_misses_it(amtlint):
    def unknown(select: str) -> set[str]:
        out = amtlint("crawl", *REPLAY, "--select", select, "--format", "json").out
        return {
            f["account"] for f in json.loads(out)["findings"] if f.get("cause") == "page-not-linked"
        }

    assert unknown("DSE201") == {"jugendamt-mastodon"}
    assert unknown("DSE201,DSE101") == set()


def test_nothing_to_crawl_is_exit_three(amtlint, tmp_path):
    registry = tmp_path / "accounts.yaml"
    registry.write_text("registry: 1\naccounts: []\n", encoding="utf-8")
    assert amtlint("crawl", str(registry)).code == 3
