from __future__ import annotations

from datetime import date

import pytest
from samples import DAY, RAN, Registry, sup

from linter.overlay import laid
from linter.registry.document import Problem

HEAD = "registry: 1\naccounts:\n"


def two(waivers: str = "", comment: str = "") -> Registry:
    """Two accounts with the same fault; the first has waivers (line 6) or a comment (line 5)."""
    text = f"{HEAD}  - id: a\n    platform: x\n    handle: Reul{comment}\n"
    text += f"    waivers: [{waivers}]\n" if waivers else ""
    registry = Registry(text + "  - id: b\n    handle: Reul\n")
    for code in ("XX101", "XX102"):
        registry.found(code, 0, "handle")
        registry.found(code, 1, "handle")
    return registry


def states(registry: Registry) -> list[str]:
    return [f"{f.account_id} {f.code} {f.status}" for f in registry.findings]


def test_a_waiver_reaches_its_code_in_its_account_and_nothing_else():
    registry = two('{code: XX101, reason: "so  be\\n it", until: 2027-01-01}')
    assert sup(registry.waive()) == []
    assert states(registry) == ["a XX101 waived", "b XX101 open", "a XX102 open", "b XX102 open"]
    assert registry.findings[0].reason == "so be it"


def test_it_reaches_what_is_found_of_the_account_as_the_public_sees_it():
    """A crawl judges another object than the registry's: the same entry, seen values laid over."""
    registry = two("{code: XX101, reason: x, until: 2027-01-01}")
    for finding in registry.findings:
        finding.account = laid(finding.account, "Reul2", {"handle": "Reul2", "bio": "Neu"})
    assert sup(registry.waive()) == []
    assert states(registry) == ["a XX101 waived", "b XX101 open", "a XX102 open", "b XX102 open"]


@pytest.mark.parametrize("code", ["XX101", "xx101", "person-in-handle", "XX001", "old-name"])
def test_a_rule_is_meant_by_code_name_or_what_it_was_called_before(code):
    registry = two(f"{{code: {code}, reason: x}}")
    registry.waive()
    assert registry.findings[0].status == "waived"


def test_what_could_not_be_seen_can_be_waived_too():
    registry = Registry(f"{HEAD}  - id: a\n    waivers: [{{code: XX101, reason: x}}]\n")
    unknown = registry.found("XX101", 0, "bio", outcome="unknown")
    assert sup(registry.waive()) == []
    assert unknown.status == "waived"


def test_until_is_the_last_day_on_which_it_holds():
    registry = two("{code: XX101, reason: x, until: 2026-11-25}")
    assert sup(registry.waive(as_of=DAY)) == []
    assert registry.findings[0].status == "waived"


def test_a_day_later_it_is_expired_and_the_finding_open():
    registry = two("{code: XX101, reason: x, until: 2026-11-25}")
    waived = registry.waive(as_of=date(2026, 11, 26))
    assert sup(waived) == [("SUP003", None, 6, 15)]
    assert waived.findings[0].values == {"code": "XX101", "until": date(2026, 11, 25)}
    assert registry.findings[0].status == "open"


@pytest.mark.parametrize("reason", ["", ", reason: ", ', reason: ""', ', reason: "  "'])
def test_without_a_reason_the_finding_stays_open(reason):
    registry = two(f"{{code: XX101{reason}}}")
    waived = registry.waive()
    assert sup(waived) == [("SUP002", None, 6, 15)]
    assert (waived.findings[0].field, waived.findings[0].account_id) == ("waivers[0]", "a")
    assert registry.findings[0].status == "open"


def test_a_rule_that_permits_no_waiver_gets_none():
    registry = two("{code: XX103, reason: x}")
    finding = registry.found("XX103", 0, "handle")
    assert sup(registry.waive()) == [("SUP004", "forbidden", 6, 22)]
    assert finding.status == "open"


@pytest.mark.parametrize("code", ["REG001", "REG002", "SUP001"])
def test_the_readability_of_the_file_and_waivers_themselves_are_never_waived(code):
    assert sup(two(f"{{code: {code}, reason: x}}").waive()) == [("SUP004", "forbidden", 6, 22)]


def test_the_longest_term_is_counted_from_the_day_of_the_run():
    registry = two("{code: XX102, reason: x, until: 2027-03-05}")  # 100 days
    assert sup(registry.waive()) == []
    assert registry.findings[2].status == "waived"


@pytest.mark.parametrize("until", [", until: 2027-03-06", ""])
def test_a_longer_term_or_none_at_all_is_too_long(until):
    registry = two(f"{{code: XX102, reason: x{until}}}")
    waived = registry.waive()
    assert sup(waived) == [("SUP004", "too-long", 6, 22)]
    assert waived.findings[0].values == {"code": "XX102", "longest_days": 100}
    assert registry.findings[2].status == "open"


def test_an_unknown_code_is_malformed_with_a_suggestion():
    waived = two("{code: XX110, reason: x}").waive()
    assert sup(waived) == [("SUP005", "malformed", 6, 22)]
    assert "Meinten Sie „XX1" in waived.findings[0].values["problem"]["de"]


def test_a_prefix_is_no_code():
    assert sup(two("{code: XX1, reason: x}").waive())[0][0] == "SUP005"


@pytest.mark.parametrize("until", ["31.03.2027", "2027-02-30", "soon", "2027"])
def test_an_until_that_is_no_date_makes_it_unreadable(until):
    registry = two(f'{{code: XX101, reason: x, until: "{until}"}}')
    waived = registry.waive()
    assert sup(waived) == [("SUP005", "malformed", 6, 47)]
    assert until in waived.findings[0].values["problem"]["en"]
    assert registry.findings[0].status == "open"


def test_a_waiver_without_code_is_malformed():
    assert sup(two("{reason: x}").waive()) == [("SUP005", "malformed", 6, 15)]


def test_what_has_the_wrong_form_altogether_is_left_to_the_schema():
    registry = Registry(f"{HEAD}  - id: a\n    waivers: none\n  - id: b\n    waivers: [x, [y]]\n")
    assert sup(registry.waive()) == []


def test_a_waiver_that_suppresses_nothing_is_a_finding_and_in_the_list_of_unused_ones():
    registry = Registry(
        f"{HEAD}  - id: a\n    waivers: [{{code: XX101, reason: x, until: 2027-01-01}}]\n"
    )
    waived = registry.waive()
    assert sup(waived) == [("SUP001", None, 4, 22)]
    assert waived.unused == [
        {
            "code": "XX101",
            "account": "a",
            "authority": "haus",
            "path": "r.yaml",
            "line": 4,
            "column": 22,
            "reason": "x",
            "until": "2027-01-01",
        }
    ]


def shared(*at_fault: int) -> Registry:
    """Three accounts that share one waiver by an anchor, some of them with the fault."""
    text = f"{HEAD}  - &a\n    id: a\n    waivers: [{{code: XX101, reason: x}}]\n"
    registry = Registry(text + "  - {<<: *a, id: b}\n  - {<<: *a, id: c}\n")
    for number in at_fault:
        registry.found("XX101", number, "id")
    return registry


def test_a_shared_waiver_is_unused_only_where_no_account_uses_it():
    for at_fault in ((0, 1), (2,), (0, 1, 2)):
        registry = shared(*at_fault)
        waived = registry.waive()
        assert (sup(waived), waived.unused) == ([], [])
        assert {f.status for f in registry.findings} == {"waived"}
    assert sup(shared().waive()) == [("SUP001", None, 5, 22)]


def test_a_waiver_of_a_rule_that_did_not_run_is_not_unused():
    registry = Registry(f"{HEAD}  - id: a\n    waivers: [{{code: XX101, reason: x}}]\n")
    waived = registry.waive(ran=RAN - {"XX101"})
    assert (waived.findings, waived.unused) == ([], [])


def test_findings_about_waivers_appear_only_where_their_rule_runs():
    registry = two("{code: XX101}")
    assert registry.waive(ran=RAN - {"SUP002"}).findings == []
    assert registry.findings[0].status == "open"


def test_an_account_does_not_answer_for_its_house():
    registry = Registry(f"{HEAD}  - id: a\n    waivers: [{{code: XX104, reason: x}}]\n")
    finding = registry.found("XX104", 0, "staff_list")
    assert sup(registry.waive()) == [("SUP001", None, 4, 22)]
    assert finding.status == "open"


def test_the_authoritys_own_waiver_reaches_what_the_house_lacks():
    registry = Registry(
        "registry: 1\nauthorities:\n  - id: haus\n    waivers: [{code: XX104, reason: x}]\n"
        "  - id: other\n    waivers: [{code: XX104, reason: x}]\naccounts:\n  - id: a\n"
    )
    finding = registry.found("XX104", 0, "staff_list")
    assert sup(registry.waive()) == [("SUP001", None, 6, 22)]
    assert finding.status == "waived"


def test_two_accounts_of_one_id_keep_their_waivers_apart():
    registry = Registry(
        f"{HEAD}  - id: a\n    handle: A\n    waivers: [{{code: XX101, reason: x}}]\n"
        "  - id: a\n    handle: B\n"
    )
    first, second = registry.found("XX101", 0, "handle"), registry.found("XX101", 1, "handle")
    registry.waive()
    assert (first.status, second.status) == ("waived", "open")


def test_a_comment_reaches_the_findings_of_its_line_only():
    registry = two(
        comment="  # amtlint: ignore[XX101] until=2027-01-01 approved_by=LPA -- so be it"
    )
    other = registry.found("XX101", 0, "platform")
    assert sup(registry.waive()) == []
    assert states(registry)[0] == "a XX101 waived"
    assert registry.findings[0].reason == "so be it"
    assert other.status == "open"
    assert {f.status for f in registry.findings[1:]} == {"open"}


def test_a_comment_can_name_several_codes():
    registry = two(comment=" # amtlint: ignore[XX101, xx102] until=2027-01-01 -- x")
    assert sup(registry.waive()) == []
    assert states(registry) == ["a XX101 waived", "b XX101 open", "a XX102 waived", "b XX102 open"]


def test_of_several_codes_the_one_without_effect_is_marked():
    registry = two(comment=" # amtlint: ignore[XX101,XX103,REG009,XX102] -- x")
    assert sup(registry.waive()) == [
        ("SUP004", "forbidden", 5, 42),
        ("SUP005", "malformed", 5, 48),
        ("SUP004", "too-long", 5, 55),
    ]
    assert states(registry)[0] == "a XX101 waived"


def test_a_comment_lacks_its_reason_once_however_many_codes_it_has():
    waived = two(comment=" # amtlint: ignore[XX101,XX102] until=2027-01-01").waive()
    assert sup(waived) == [("SUP002", None, 5, 18)]
    assert (waived.findings[0].account_id, waived.findings[0].field) == ("a", "")


def test_a_comment_reaches_what_the_house_lacks_where_that_is_shown():
    registry = Registry(f"{HEAD}  - id: a # amtlint: ignore[XX104] -- x\n")
    finding = registry.found("XX104", 0, "staff_list")
    assert sup(registry.waive()) == []
    assert finding.status == "waived"


def test_a_finding_that_is_already_waived_counts_as_met():
    registry = two("{code: XX101, reason: x}", comment=" # amtlint: ignore[XX101] -- y")
    assert sup(registry.waive()) == []
    assert registry.findings[0].reason == "x"


def test_in_a_file_that_was_read_in_part_a_comment_is_not_called_unused():
    registry = Registry(f"{HEAD}  - id: a # amtlint: ignore[XX101] -- x\n")
    assert sup(registry.waive()) == [("SUP001", None, 3, 29)]
    registry.document.problems.append(Problem("REG001", "syntax", 0, 1))
    assert sup(registry.waive()) == []
