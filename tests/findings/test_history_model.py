"""Any sequence of nights, against a model that says in a few lines what each must tell."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.findings.nights import House, gone, told

POINTS = [(account, code) for account in ("a", "b") for code in ("XX101", "XX102", "NET002")]
SEEN = st.sampled_from(("fail", "fail", "pass", "pass", "unknown"))


class Nights(RuleBasedStateMachine):
    """The model keeps, per account and rule: open or not, ever told, and nights in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.house = House(Path(self.folder.name) / "nights.db")
        self.open = dict.fromkeys(POINTS, False)
        self.ever = dict.fromkeys(POINTS, False)
        self.streak = dict.fromkeys(POINTS, 0)

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(
        seen=st.fixed_dictionaries(dict.fromkeys(POINTS, SEEN)),
        looked=st.sampled_from([("a", "b"), ("a", "b"), ("a",), ()]),
        killed=st.booleans(),
    )
    def night(self, seen, looked, killed):
        if killed:  # a night that did not come to its end leaves no trace in the verdicts
            self.house.night(*((a, c) for a, c in POINTS if a in looked), finish=False)
        found = [
            (*point, seen[point])
            for point in POINTS
            if point[0] in looked and seen[point] != "pass"
        ]
        result = self.house.night(*found, looked=looked)
        expected, ended = [], []
        for point in POINTS:
            outcome = seen[point] if point[0] in looked else "elsewhere"
            expected += [(*point, *one) for one in self.verdict(point, outcome)]
            if outcome == "pass":
                if self.open[point]:
                    ended.append(point)
                self.open[point], self.streak[point] = False, 0
        assert sorted(told(result)) == sorted(expected)
        assert [one[:2] for one in gone(result)] == sorted(ended)
        assert len(result.open("info")) == sum(
            self.open[point] for point in POINTS if point[0] in looked
        )

    def verdict(self, point, outcome):
        """What the night tells of a point."""
        if outcome in ("pass", "elsewhere"):
            return []
        if outcome == "unknown":
            self.streak[point] = 0  # nights in a row: one that could not look ends them
            carried = [("fail", "still")] if self.open[point] else []
            return [("unknown", "unknown"), *carried]
        self.streak[point] += 1
        if self.open[point]:
            return [("fail", "still")]
        if point[1] == "NET002" and self.streak[point] < 2:
            return [("unknown", "unknown")]
        change = "reopened" if self.ever[point] else "new"
        self.open[point] = self.ever[point] = True
        return [("fail", change)]


TestNights = Nights.TestCase
TestNights.settings = settings(max_examples=25, stateful_step_count=8, deadline=None)
