from linter.report import Options
from linter.report.statistics import counts, statistics
from tests.report.report_sample import result, usual


def test_each_rule_is_counted_by_what_became_of_its_outcomes():
    assert [(count.code, count.numbers) for count in counts(usual())] == [
        ("NRW101", (2, 0, 0, 0)),
        ("IMP101", (1, 1, 0, 0)),
        ("NRW409", (1, 0, 1, 0)),
        ("NRW102", (1, 0, 0, 0)),
        ("NRW301", (0, 0, 0, 2)),
    ]


def test_the_table_lines_up_under_its_heads():
    lines = statistics(usual(), Options("en")).splitlines()
    assert lines[:3] == [
        "open  waived  baselined  unknown",
        "   2       0          0        0  NRW101 [error] Title of NRW101 (person-name-in-handle)",
        "   1       1          0        0  IMP101 [warning] Title of IMP101 (impressum-missing)",
    ]


def test_columns_with_nothing_in_them_are_left_out():
    found = usual()
    found.findings = [f for f in found.findings if f.status == "open" and f.outcome == "fail"]
    assert statistics(found, Options("de")).splitlines()[0] == "offen"


def test_nothing_to_count_is_said():
    assert statistics(result([], []), Options("en")) == "No rule has found anything.\n"
