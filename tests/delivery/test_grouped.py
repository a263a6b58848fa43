"""What is said of many accounts is said once in a digest, with the accounts named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from linter.delivery.digest import Digest
from tests.findings import samples
from tests.findings.nights import House

NOW = datetime(2026, 11, 26, 4, 30, tzinfo=UTC)
WORDS = {"de": "Zu „{handle}“ fehlt das Impressum.", "en": "“{handle}” has no Impressum."}


@pytest.fixture
def house(tmp_path):
    """Thirty accounts, and a rule whose message names the account."""
    made = House(tmp_path / "n.db", accounts={f"a{n:02}": "Amt" for n in range(30)})
    samples.RULES["XX106"] = samples.rule("XX106", message=WORDS)
    made.rules = [*made.rules, samples.RULES["XX106"]]
    yield made
    del samples.RULES["XX106"]


def named(house, *accounts):
    """A night in which the rule was missed, its messages with the accounts' handles in them."""
    result = house.night(*((name, "XX106") for name in accounts), finish=False)
    for finding in result.findings:
        finding.values = {"handle": finding.handle}
    return result


def lines(result, lang="de"):
    return Digest.of(result).text(lang).splitlines()


def test_one_fault_of_many_accounts_is_one_paragraph_with_the_accounts_named(house):
    result = named(house, *house.accounts)
    text = lines(result)
    start = text.index("Neu (30)")
    assert text[start + 1] == "- 30 Accounts: XX106 [warning] Zu „…“ fehlt das Impressum."
    assert text[start + 2] == f"  {', '.join(f'a{n:02}' for n in range(20))} … und 10 weitere"
    assert len(text) == start + 3
    html = Digest.of(result).html("en")
    assert "<li>30 accounts: XX106 [warning] “…” has no Impressum.<br>a00, a01, " in html
    data = Digest.of(result).data("de", NOW)
    assert [one["account"] for one in data["findings"]] == list(house.accounts)


def test_a_single_account_keeps_its_line_with_its_name(house):
    text = lines(named(house, "a07"), "en")
    assert "- a07: XX106 [warning] “a07_amt” has no Impressum." in text


def test_what_differs_in_more_than_the_account_stays_apart(house):
    result = named(house, "a01", "a02", "a03", "a04")
    by_name = {finding.account_id: finding for finding in result.findings}
    by_name["a02"].severity = "error"
    by_name["a03"].note = {"de": "Nur intern.", "en": "Internal only."}
    text = lines(result)
    assert text[text.index("Neu (4)") + 1 :] == [
        "- 2 Accounts: XX106 [warning] Zu „…“ fehlt das Impressum.",
        "  a01, a04",
        "- a02: XX106 [error] Zu „a02_amt“ fehlt das Impressum.",
        "- a03: XX106 [warning] Zu „a03_amt“ fehlt das Impressum. Nur intern.",
    ]


def test_a_fault_of_the_handle_itself_is_told_with_each_handle(house):
    result = named(house, "a01", "a02")
    for finding in result.findings:
        finding.field = "handle"
    text = lines(result)
    assert "- a01: XX106 [warning] Zu „a01_amt“ fehlt das Impressum." in text
    assert "- a02: XX106 [warning] Zu „a02_amt“ fehlt das Impressum." in text


def test_new_reopened_and_gone_are_never_put_together(house):
    house.night(("a01", "XX101"), ("a02", "XX101"), ("a05", "XX101"), ("a06", "XX101"))
    house.night(("a05", "XX101"), ("a06", "XX101"))
    result = house.night(*((name, "XX101") for name in ("a01", "a02", "a03", "a04")))
    text = lines(result, "en")
    assert text[text.index("New (2)") :] == [
        "New (2)",
        "- 2 accounts: XX101 [warning] XX101",
        "  a03, a04",
        "",
        "Reopened (2)",
        "- 2 accounts: XX101 [warning] XX101",
        "  a01, a02",
        "",
        "Gone (2)",
        "- 2 accounts: XX101 XX101",
        "  a05, a06",
    ]


def test_the_same_said_twice_of_one_account_is_one_line_that_counts(house):
    result = house.night(("a01", "XX101"), ("a01", "XX101"))
    text = lines(result)
    assert text[text.index("Neu (2)") + 1] == "- a01: XX101 [warning] XX101 (2×)"


def test_houses_are_counted_as_such_and_each_platform_by_itself(house):
    result = house.night(("a01", "XX101"), ("a02", "XX101"), ("a03", "XX101"))
    for finding, authority in zip(result.findings, ("amt-1", "amt-2", "amt-3"), strict=True):
        finding.account_id, finding.authority = "", authority
    result.findings[2].platform = "facebook"
    text = lines(result)
    assert text[text.index("Neu (3)") + 1 :] == [
        "- 2 Behörden: XX101 [warning] XX101",
        "  amt-1 x, amt-2 x",
        "- amt-3 facebook: XX101 [warning] XX101",
    ]
