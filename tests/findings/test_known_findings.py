"""What the baseline takes up, hides and gives up."""

from __future__ import annotations

from datetime import date

from samples import DAY, RULES, Registry

from linter.findings.baseline import Baseline, adopt, apply_baseline, prune, renamed
from linter.findings.fingerprint import fingerprint

LATER = date(2027, 2, 1)
CODES = set(RULES) | {"XX001"}


def registry(*handles: str, path: str = "r.yaml") -> Registry:
    text = "registry: 1\naccounts:\n"
    text += "".join(f"  - id: a{n}\n    handle: {handle}\n" for n, handle in enumerate(handles))
    made = Registry(text, path)
    for number in range(len(handles)):
        made.found("XX101", number, "handle")
    return made


def known(*handles: str) -> Baseline:
    return adopt(Baseline(), registry(*handles).findings, DAY)


def states(made: Registry, baseline: Baseline) -> list[str]:
    apply_baseline(made.findings, baseline)
    return [f.status for f in made.findings]


def test_what_was_adopted_is_baselined_with_its_day():
    made = registry("Reul", "Laschet")
    assert states(made, known("Reul", "Laschet")) == ["baselined", "baselined"]
    assert made.findings[0].reason == "since 2026-11-25"


def test_a_moved_line_and_a_renamed_file_change_nothing():
    moved = Registry(
        "registry: 1\n\n# new head\naccounts:\n  - id: zero\n\n  - id: a0\n    handle: 'Reul'\n",
        "moved/new.yaml",
    )
    moved.found("XX101", 1, "handle")
    assert states(moved, known("Reul")) == ["baselined"]


def test_a_swap_is_not_hidden():
    assert states(registry("Laschet"), known("Reul")) == ["open"]


def test_the_same_fault_of_another_account_is_not_hidden():
    assert states(registry("IM", "Reul"), known("Reul")) == ["open", "open"]


def test_an_entry_hides_as_many_findings_as_it_stood_for():
    made = registry("Reul")
    made.found("XX101", 0, "handle")
    assert states(made, known("Reul")) == ["baselined", "open"]
    both = adopt(known("Reul"), made.findings, LATER)
    again = registry("Reul")
    again.found("XX101", 0, "handle")
    assert states(again, both) == ["baselined", "baselined"]


def test_a_waived_finding_uses_up_no_entry():
    made = registry("Reul")
    made.findings[0].status, made.findings[0].reason = "waived", "so be it"
    assert states(made, known("Reul")) == ["waived"]
    assert made.findings[0].reason == "so be it"


def test_waived_findings_are_not_adopted():
    made = registry("Reul")
    made.findings[0].status = "waived"
    assert not adopt(Baseline(), made.findings, DAY).entries


def test_adopting_again_keeps_the_first_day_and_adds_what_is_new():
    baseline = adopt(known("Reul"), registry("Reul", "Laschet").findings, LATER)
    assert [(e.account, e.first_seen) for e in baseline.sorted()] == [("a0", DAY), ("a1", LATER)]


def test_adopting_removes_nothing():
    assert len(adopt(known("Reul", "Laschet"), registry("Reul").findings, LATER).entries) == 2


def test_a_rule_under_a_new_code_is_still_known_and_moves_to_it():
    made = registry("Reul")
    entry = next(iter(known("Reul").entries.values()))
    entry.code, entry.fingerprint = "XX001", fingerprint(made.findings[0], "XX001")
    old = Baseline([entry])
    assert states(made, old) == ["baselined"]
    moved = adopt(old, registry("Reul").findings, LATER)
    assert [(e.code, e.first_seen) for e in moved.sorted()] == [("XX101", DAY)]


def test_unreadable_files_and_findings_about_waivers_are_never_taken_up():
    made = registry("Reul")
    made.found("REG001", 0, "handle")
    made.found("REG002", 0, "handle")
    baseline = adopt(Baseline(), made.findings, DAY)
    assert sorted(e.code for e in baseline.sorted()) == ["REG002", "XX101"]


def test_an_entry_for_an_unreadable_file_written_by_hand_hides_nothing():
    made = registry("Reul")
    entry = next(iter(known("Reul").entries.values()))
    finding = made.found("REG001", 0, "handle")
    entry.code, entry.fingerprint = "REG001", fingerprint(finding)
    apply_baseline(made.findings, Baseline([entry]))
    assert finding.status == "open"


def after_prune(old: Baseline, made: Registry, **limits) -> list[str]:
    settings = {"ran": CODES, "known": CODES, **limits}
    return [entry.account for entry in prune(old, made.findings, **settings).sorted()]


def test_pruning_removes_what_is_gone_and_adds_nothing():
    assert after_prune(known("Reul", "Laschet"), registry("Reul", "IM", "New")) == ["a0"]


def test_pruning_keeps_what_is_waived_for_now():
    made = registry("Reul")
    made.findings[0].status = "waived"
    assert after_prune(known("Reul"), made) == ["a0"]


def test_pruning_keeps_what_was_not_looked_for():
    nothing = registry("IM")
    nothing.findings.clear()
    old = known("Reul")
    assert after_prune(old, nothing, ran={"XX102"}) == ["a0"]
    assert after_prune(old, nothing, paths={"other.yaml"}) == ["a0"]
    assert after_prune(old, nothing, unread={"r.yaml"}) == ["a0"]
    assert after_prune(old, nothing, paths={"other.yaml"}, accounts={"a0"}) == []
    assert after_prune(old, nothing, paths={"r.yaml"}) == []
    assert after_prune(old, nothing, ran=set(), known=set()) == []


def test_pruning_counts_down_to_what_is_left():
    made = registry("Reul")
    made.found("XX101", 0, "handle")
    two = adopt(Baseline(), made.findings, DAY)
    one = prune(two, registry("Reul").findings, ran=CODES, known=CODES)
    assert [entry.count for entry in one.sorted()] == [1]


def test_entries_that_a_merge_doubled_become_one_with_the_earlier_day():
    first, second = known("Reul"), adopt(Baseline(), registry("Reul").findings, LATER)
    merged = Baseline([*second.sorted(), *first.sorted()])
    assert [(e.first_seen, e.count) for e in merged.sorted()] == [(DAY, 1)]


def test_an_entry_that_only_moves_to_the_rules_present_code_is_told_as_such():
    made, old = registry("Reul", "Laschet"), known("Reul", "Laschet")
    assert renamed(old, made.findings) == {}
    first = next(entry for entry in old.entries.values() if entry.account == "a0")
    del old.entries[first.fingerprint]
    first.fingerprint, first.code = fingerprint(made.findings[0], "XX001"), "XX001"
    old.entries[first.fingerprint] = first
    assert renamed(old, made.findings) == {first.fingerprint: fingerprint(made.findings[0])}
