"""What a single bad night says has to last before it is told: out of reach, or a page that is missing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.findings import samples
from tests.findings.nights import gone, of, told
from tests.findings.samples import rule


def test_out_of_reach_is_published_the_second_night_and_is_new_then(house):
    first = house.night(("a", "NET002"))
    assert told(first) == [("a", "NET002", "unknown", "unknown")]
    assert first.open("info") == []
    assert "Noch nicht bestätigt: NET002" in first.findings[0].message("de")
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "new")]
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "still")]


def test_out_of_reach_for_one_night_is_never_told(house):
    house.night(("a", "NET002"))
    result = house.night()
    assert (told(result), gone(result)) == ([], [])
    assert told(house.night(("a", "NET002")))[0][2] == "unknown"


@pytest.mark.parametrize("code", ["IMP104", "DSE104", "NRW304", "ACC101"])
def test_a_missing_page_waits_and_another_page_in_its_place_is_told_at_once(house, code):
    samples.RULES[code] = missing = rule(code)
    house.rules = [*house.rules, missing]
    try:
        assert told(house.night(("a", code), variant="gone"))[0][2] == "unknown"
        assert told(house.night(("a", code), variant="gone"))[0][3] == "new"
        other = house.night(("a", code), variant="home")
        assert (told(other)[0][3], gone(other)) == ("new", [("a", code, "network")])
    finally:
        del samples.RULES[code]


def test_a_timeout_tonight_and_a_reset_tomorrow_are_two_nights_out_of_reach(house):
    one = house.night(("a", "NET002"), variant=None)
    two = house.night(("a", "NET002"), variant="reset")
    assert told(two) == [("a", "NET002", "fail", "new")]
    assert one.findings[0].fingerprint != two.findings[0].fingerprint
    assert told(house.night(("a", "NET002"), variant="timeout"))[0][3] == "still"


def test_out_of_reach_again_waits_again_and_is_opened_again(house):
    house.night(("a", "NET002"))
    house.night(("a", "NET002"))
    assert gone(house.night()) == [("a", "NET002", "network")]
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "unknown", "unknown")]
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "reopened")]
    house.night()
    house.night(("a", "NET002"))
    assert gone(house.night()) == []  # it was not published again
    house.night(("a", "NET002"))
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "reopened")]


@pytest.mark.parametrize(
    ("nights", "outcomes"), [(1, ["fail"] * 3), (3, ["unknown"] * 2 + ["fail"])]
)
def test_how_many_nights_is_the_callers_choice(house, nights, outcomes):
    found = [house.night(("a", "NET002"), nights=nights).findings[0].outcome for _ in range(3)]
    assert found == outcomes


PENDING = ("unknown", "unknown")


def test_nights_that_are_not_in_a_row_confirm_nothing(house):
    house.night(("a", "NET002"))
    house.night(("a", "NET002", "unknown"))
    assert of(house.night(("a", "NET002")), "NET002") == [PENDING]
    assert of(house.night(("a", "NET002")), "NET002") == [("fail", "new")]


def test_a_night_that_did_not_ask_for_the_account_is_no_night_of_it(house):
    house.night(("a", "NET002"))
    house.night(looked=("b",))
    assert of(house.night(("a", "NET002")), "NET002") == [("fail", "new")]


def test_out_of_reach_in_other_words_every_night_is_told_in_the_second(house):
    evidence = {"evidence": [{"url": "https://x.com/a"}], "unread": ("a",)}
    house.night(("a", "NET001"), **evidence)
    second = house.night(("a", "NET002"), **evidence)
    assert told(second) == [("a", "NET002", "fail", "new")]
    for code in ("NET003", "NET001"):  # once that is told, what a single night says has to last
        night = house.night(("a", code), **evidence)
        assert (of(night, "NET002"), of(night, code)) == ([("fail", "still")], [PENDING])
    assert of(house.night(("a", "NET001"), **evidence), "NET001") == [("fail", "new")]


def test_a_night_played_back_is_no_further_night(house):
    began = house.clock.at.isoformat()
    house.night(("a", "NET002"))
    for _ in range(2):
        assert of(house.night(("a", "NET002"), recorded=began), "NET002") == [PENDING]
    assert of(house.night(("a", "NET002")), "NET002") == [("fail", "new")]


def test_a_later_night_recorded_elsewhere_is_a_night(house):
    house.night(("a", "NET002"), recorded=house.clock.at.isoformat())
    began = (house.clock.at - timedelta(hours=1)).isoformat()
    assert of(house.night(("a", "NET002"), recorded=began), "NET002") == [("fail", "new")]
