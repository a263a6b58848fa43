"""Values of the wrong type, form or spelling: a REG finding at the value, never a guess."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from specimen import HEAD

if TYPE_CHECKING:
    from conftest import Desk

ACCOUNTS = "accounts:\n  - {id: a, platform: x, handle: IM_NRW, kind: ressort, authority: im-nrw}\n"

ROOTS = {
    "text": ("registry\n", None),
    "a list": ("- registry: 1\n", None),
    "nothing": ("", None),
    "a comment only": ("# registry: 1\n", None),
    "null": ("~\n", None),
    "no marker": (ACCOUNTS, None),
    "another version": ("registry: 2\n" + ACCOUNTS, "1:11"),
    "a version that is a list": ("registry: [1]\n" + ACCOUNTS, None),
    "accounts as text": ("registry: 1\naccounts: im-nrw\n", "2:11"),
    "accounts as a mapping": ("registry: 1\naccounts:\n  im-nrw: x\n", "2:1"),
    "an account that is text": ("registry: 1\naccounts: [im-nrw]\n", "2:12"),
    "an account that is a list": ("registry: 1\naccounts: [[im-nrw]]\n", "2:12"),
    "authorities as text": ("registry: 1\nauthorities: x\n" + ACCOUNTS, "2:14"),
    "an authority that is text": ("registry: 1\nauthorities: [x]\n" + ACCOUNTS, "2:15"),
    "an authority without an id": ("registry: 1\nauthorities: [{kind: city}]\n" + ACCOUNTS, None),
    "an authority with names as text": (
        "registry: 1\nauthorities: [{id: x, names: Stadt X}]\n" + ACCOUNTS,
        "2:30",
    ),
    "the authority as a list": ("registry: 1\nauthority: [im-nrw]\n" + ACCOUNTS, "2:1"),
    "packs as text": ("registry: 1\npacks: nrw-handreichung\n" + ACCOUNTS, "2:8"),
    "a misspelt key": ("registry: 1\nautority: im-nrw\n" + ACCOUNTS, "2:1"),
}


@pytest.mark.parametrize(("text", "place"), ROOTS.values(), ids=ROOTS)
def test_a_file_of_the_wrong_shape_is_told_so_at_the_place(
    desk: Desk, text: str, place: str | None
) -> None:
    desk.write("a.yaml", text)
    run = desk.check("--select", "REG002", "a.yaml")
    assert run.code in (1, 2), run.text
    lines = run.findings or run.complaints
    assert lines, run.text
    assert lines[0].startswith(f"a.yaml:{place}: REG002 " if place else "a.yaml"), run.text


FIELDS = {
    "a misspelt platform": ("platform: twiter", "8:15"),
    "a platform in capitals": ("platform: X", "8:15"),
    "a platform that is a list": ("platform: [x]", "8:5"),
    "an unknown kind": ("kind: ministerium", "8:11"),
    "a kind that YAML 1.1 takes for false": ("kind: no", "8:11"),
    "an unknown status": ("status: aktiv", "8:13"),
    "a handle that is a list": ("handle: [IM_NRW]", "8:5"),
    "a handle that is a mapping": ("handle: {IM: NRW}", "8:5"),
    "an id that is a mapping": ("id: {a: b}", "8:5"),
    "an address without a scheme": ("url: x.com/IM_NRW", "8:10"),
    "an address that runs a script": ("url: 'javascript:alert(1)'", "8:10"),
    "links as text": ("links: https://www.im.nrw", "8:12"),
    "a link as text": ("links: [https://www.im.nrw]", "8:13"),
    "a link with a misspelt key": ("links: [{lable: x}]", "8:14"),
    "verified as text": ("verified: maybe", "8:15"),
    "verified as a quoted boolean": ("verified: 'true'", "8:15"),
    "verified as a list": ("verified: [true]", "8:5"),
    "an operator as text": ("operator: Referat Presse", "8:15"),
    "approvals as text": ("approvals: ja", "8:16"),
    "an approval as a list": ("approvals: {lpa_informed: [ja]}", None),
    "an approval with an unknown state": ("approvals: {lpa_informed: {state: vielleicht}}", "8:39"),
    "waivers as text": ("waivers: NRW101", "8:14"),
    "a misspelt field": ("handel: IM_NRW", "8:5"),
    "a field of another program": ("image: nginx", "8:5"),
    "30 February": ("since: 2026-02-30", "8:12"),
    "a thirteenth month": ("since: 2026-13-01", "8:12"),
    "all zeros": ("since: 0000-00-00", "8:12"),
    "a year of five digits": ("since: 12026-01-01", "8:12"),
    "a German date": ("since: 1.1.2026", "8:12"),
    "a date without zeros": ("since: 2026-1-1", "8:12"),
    "a date and a time": ("since: 2026-01-01T12:00:00", "8:12"),
    "a date in words": ("since: gestern", "8:12"),
    "a bare year": ("since: 2026", "8:12"),
    "a date that is a list": ("since: [2026-01-01]", "8:5"),
    "Arabic digits": ("since: ٢٠٢٦-٠١-٠١", "8:12"),
}


@pytest.mark.parametrize(("line", "place"), FIELDS.values(), ids=FIELDS)
def test_a_wrong_value_is_one_finding_at_the_value(
    desk: Desk, line: str, place: str | None
) -> None:
    key = line.partition(":")[0]
    lines = [old for old in HEAD.splitlines() if not old.strip().startswith(f"{key}:")]
    if key == "id":
        lines[3] = "  - url: https://x.com/IM_NRW"
    head = "\n".join(lines) + "\n" + "\n" * (7 - len(lines))
    desk.write("a.yaml", head + f"    {line}\n")
    run = desk.check("--select", "REG002,REG008", "a.yaml")
    assert run.code == 1, run.text
    assert len(run.findings) == 1, run.text
    assert run.findings[0].startswith(f"a.yaml:{place}: REG" if place else "a.yaml:8:"), run.text


@pytest.mark.parametrize("missing", ["id", "platform", "handle", "kind"])
def test_a_missing_field_is_named(desk: Desk, missing: str) -> None:
    fields = {"id": "a", "platform": "x", "handle": "IM_NRW", "kind": "ressort"}
    del fields[missing]
    desk.write(
        "a.yaml", "registry: 1\nauthority: im-nrw\naccounts:\n  - " + json.dumps(fields) + "\n"
    )
    run = desk.check("--select", "REG002", "a.yaml")
    assert run.code == 1
    assert len(run.findings) == 1, run.text
    assert missing in run.findings[0]


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_an_empty_required_field_is_no_field(desk: Desk, empty: str) -> None:
    desk.write("a.yaml", HEAD.replace("handle: IM_NRW", f"handle: {empty}"))
    run = desk.check("--select", "REG", "a.yaml")
    assert run.code == 1
    assert any("handle" in line for line in run.findings), run.text


KEPT = [
    "NO",
    "no",
    "Yes",
    "on",
    "0123",
    "0x1F",
    "1e3",
    "1_000",
    "12:30:45",
    "2026-01-01",
    "true",
    "=",
    "3.14",
]


@pytest.mark.parametrize("text", KEPT)
def test_text_stays_what_stands_there(desk: Desk, text: str) -> None:
    """The Norway problem, and its cousins."""
    desk.write("a.yaml", HEAD.replace("handle: IM_NRW", f"handle: {text}"))
    run = desk.run("check", "--format", "json", "--show-suppressed", "a.yaml")
    report: dict[str, Any] = json.loads(run.out)
    handles = {finding["handle"] for finding in report["findings"] if finding["account"]}
    assert handles == {text}, run.out[:1000]


def test_a_postcode_keeps_its_zero(desk: Desk) -> None:
    authority = (
        "authorities: [{id: x, kind: city, jurisdiction: nrw, address: {postal_code: 01067}}]\n"
    )
    desk.write("a.yaml", "registry: 1\n" + authority + ACCOUNTS)
    assert desk.check("--select", "REG002", "a.yaml").code == 0


def test_a_spelling_mistake_gets_a_suggestion(desk: Desk) -> None:
    desk.write("a.yaml", HEAD.replace("platform: x", "platform: instgram") + "    profil_name: x\n")
    run = desk.check("--select", "REG002", "a.yaml")
    assert "instagram" in run.findings[0]
    assert "profile_name" in run.findings[1]
