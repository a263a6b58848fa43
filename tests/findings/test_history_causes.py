"""Nights that look at something else: another profile, another page, other packs, a recorded night."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from linter.findings.history.schema import connect
from linter.findings.history.store import History
from linter.findings.history.story import runs
from tests.findings import samples
from tests.findings.nights import by, gone, of, told
from tests.findings.samples import rule

SEEN = {"evidence": [{"url": "https://x.com/a_amt"}]}
WALKED = {"evidence": [{"url": "https://x.com/a_amt", "click_path": []}]}
PENDING = ("unknown", "unknown")


@contextmanager
def also(house, *rules):
    """More rules for a house."""
    house.rules = [*house.rules, *rules]
    samples.RULES.update({one.code: one for one in rules})
    try:
        yield
    finally:
        for one in rules:
            del samples.RULES[one.code]


def behind(house, page, variant):
    """A night in which a link leads to a page that is not there, or not to be reached."""
    if variant == "unreachable":
        about = {"values": {"page": page}, "evidence": [{"url": "https://x.com/a_amt"}]}
    else:
        about = {"evidence": [{"url": page}]}
    return house.night(("a", "IMP104"), variant=variant, **about)


def test_a_page_out_of_reach_confirms_nothing_of_the_page_before(house):
    with also(house, rule("IMP104")):
        behind(house, "https://a.example/impressum", "gone")
        other = behind(house, "https://a.example/impressum-neu", "unreachable")
        assert (of(other, "IMP104"), gone(other)) == ([PENDING], [])
        same = behind(house, "https://a.example/impressum-neu", "gone")
        assert of(same, "IMP104") == [("fail", "new")]


def test_what_was_told_of_a_page_is_over_where_the_link_leads_to_another(house):
    with also(house, rule("IMP104")):
        for _ in range(2):
            behind(house, "https://a.example/impressum", "gone")
        other = behind(house, "https://a.example/impressum-neu", "unreachable")
        assert of(other, "IMP104") == [PENDING]
        assert [one[:2] for one in gone(other)] == [("a", "IMP104")]


def test_what_was_told_of_a_page_stays_where_that_page_is_out_of_reach(house):
    page = "https://a.example/impressum"
    with also(house, rule("IMP104")):
        behind(house, page, "home")
        later = behind(house, page, "unreachable")
        assert ("fail", "still") in of(later, "IMP104")
        assert gone(later) == []


def test_a_finding_known_before_pages_were_told_apart_is_the_same(house):
    page = "https://a.example/impressum"
    with also(house, rule("IMP104")):
        behind(house, page, "gone")
        with closing(connect(str(house.path))) as database:  # as an older amtlint wrote it
            database.execute(
                "UPDATE finding SET page = '', identity = substr(identity, 1, instr(identity, ?) - 2)",
                (page,),
            )
        assert of(behind(house, page, "gone"), "IMP104") == [("fail", "new")]


@pytest.mark.parametrize("unread", [("a",), ()])
def test_what_was_seen_on_another_profile_is_not_carried(house, unread):
    house.night(("a", "XX101"), **SEEN)
    house.handles = {"a": "ein_anderes"}
    moved = house.night(("a", "XX101", "unknown"), unread=unread)
    assert (told(moved), gone(moved)) == ([("a", "XX101", "unknown", "unknown")], [])
    assert of(house.night(("a", "XX101"), **SEEN), "XX101") == [("fail", "new")]


def test_what_was_seen_on_another_profile_is_not_carried_after_a_night_without_its_rule(house):
    house.night(("a", "XX101"), **SEEN)
    house.handles, house.asked, house.options = {"a": "ein_anderes"}, ("XX102",), "only-102"
    house.night(unread=("a",))
    house.asked, house.options = None, "options-1"
    assert of(house.night(("a", "XX101", "unknown"), unread=("a",)), "XX101") == [PENDING]


@pytest.mark.parametrize("nights", [1, 3])
@pytest.mark.parametrize("unknown", [(), (("a", "XX101", "unknown"),)])
def test_a_mistyped_handle_that_is_put_right_makes_nothing_new(house, nights, unknown):
    house.night(("a", "XX101"), **SEEN)
    house.night(("a", "XX101"), **SEEN)
    house.handles = {"a": "a_atm"}
    for _ in range(nights):
        assert [one for one in told(house.night(*unknown, unread=("a",))) if one[2] == "fail"] == []
    house.handles = {}
    back = house.night(("a", "XX101"), **SEEN)
    assert told(back) == [("a", "XX101", "fail", "still")]
    assert back.findings[0].past.first_seen == "2026-11-25"
    assert [one[:2] for one in gone(house.night())] == [("a", "XX101")]


def test_what_was_put_right_under_a_mistyped_handle_is_gone_once_that_is_right(house):
    house.night(("a", "XX101"), **SEEN)
    house.handles = {"a": "a_atm"}
    assert gone(house.night(unread=("a",))) == []
    house.handles = {}
    # not to be read at once: what was found stands again
    assert told(house.night(unread=("a",))) == [("a", "XX101", "fail", "still")]
    assert [one[:2] for one in gone(house.night())] == [("a", "XX101")]


def test_a_handle_that_is_only_written_otherwise_is_the_same_profile(house):
    house.night(("a", "XX101"), **SEEN)
    house.handles = {"a": "A_Amt"}
    assert ("fail", "still") in of(house.night(("a", "XX101", "unknown"), unread=("a",)), "XX101")


@pytest.mark.parametrize("seen", [{}, SEEN])
def test_a_misspelt_platform_makes_nothing_gone(house, seen):
    house.night(("a", "XX101"), ("b", "XX101"), **seen)
    house.platforms = {"a": "xx"}
    night = house.night(("b", "XX101"), unread=("a",), **seen)
    assert ("a", "XX101", "fail", "still") in told(night)
    assert gone(night) == []
    house.platforms = {}
    back = house.night(("a", "XX101"), ("b", "XX101"), **seen)
    assert {one[3] for one in told(back)} == {"still"}


def test_of_a_house_it_was_looked_for_where_another_account_stands_for_it(house):
    house.night(("a", "XX104"))
    house.platforms = {"a": "xx", "b": "xx"}
    assert gone(house.night()) == []
    house.platforms = {"a": "xx"}
    assert [one[1] for one in gone(house.night())] == ["XX104"]


def test_accounts_that_change_places_do_not_carry_each_others_fault(house):
    house.night(("a", "NET002"), **SEEN)
    house.night(("a", "NET002"), **SEEN)
    house.handles = {"a": "b_amt", "b": "a_amt"}
    swapped = house.night(("a", "NET003", "unknown"), ("a", "NET002", "unknown"), unread=("a",))
    assert [one for one in told(swapped) if one[2] == "fail"] == []


def test_packs_that_leave_a_rule_out_leave_its_verdict(house):
    house.night(("a", "XX101"), ("b", "XX101"))
    house.skipped, house.options = {"a": frozenset(("XX101",))}, "one-pack"
    out = house.night()
    assert (told(out), gone(out)) == ([], [("b", "XX101", "options")])
    house.skipped, house.options = {}, "options-1"
    back = house.night(("a", "XX101"))
    assert told(back) == [("a", "XX101", "fail", "still")]


def test_packs_leave_out_what_is_said_of_a_house_only_where_all_its_accounts_have_them(house):
    left = frozenset(("XX104",))
    house.night(("a", "XX104"))
    house.skipped = {"a": left, "b": left}
    assert gone(house.night()) == []
    house.skipped = {"a": left}
    assert [one[1] for one in gone(house.night())] == ["XX104"]


def test_after_a_night_without_the_rule_the_profile_that_changed_is_the_cause(house):
    house.night(shows={"a": "Amt"})
    house.asked, house.options = ("XX102",), "only-102"
    house.night(shows={"a": "Amt"})
    house.asked, house.options = None, "options-1"
    assert by(house.night(("a", "XX101"), shows={"a": "Ämtchen"})) == ["profile"]


def test_after_a_night_without_the_rule_a_page_that_is_back_is_the_networks_doing(house):
    for _ in range(2):
        house.night(("a", "NET002"), **SEEN)
    house.asked, house.options = ("XX102",), "only-102"
    house.night()
    house.asked, house.options = None, "options-1"
    assert gone(house.night()) == [("a", "NET002", "network")]


def test_a_rule_chosen_anew_where_nothing_else_changed_is_the_options_doing(house):
    house.asked, house.options = ("XX102",), "only-102"
    house.night()
    house.asked, house.options = None, "options-1"
    assert by(house.night(("a", "XX101"))) == ["options"]


def test_a_rule_that_comes_into_force_is_the_dates_doing_and_a_new_one_the_rulebooks(house):
    house.asked = tuple(one.code for one in house.rules if one.code not in ("XX101", "XX102"))
    house.night()
    house.asked = tuple(one.code for one in house.rules if one.code != "XX102")
    assert by(house.night(("a", "XX101"))) == ["date"]
    house.asked, house.rulebook = None, "rules-2"
    late = house.night(("a", "XX101"), ("a", "XX102"), shows={"a": "Neu"})
    assert [f.past.change_by for f in late.findings if f.code == "XX102"] == ["rulebook"]


def test_what_comes_of_another_entry_is_the_registrys_doing(house):
    unique = rule("REG004", per="registry", checks=[("unique", {})])
    with also(house, unique):
        house.night()
        house.accounts["a"] = "Amt A neu"
        assert by(house.night(("b", "REG004"))) == ["registry"]
        house.accounts["a"] = "Amt A"
        assert gone(house.night()) == [("b", "REG004", "registry")]


def test_a_deadline_is_not_the_doing_of_another_entry(house):
    with also(house, rule("SUP013", per="registry", checks=[("reported", {})])):
        house.night()
        house.accounts["a"] = "Amt A neu"
        assert by(house.night(("b", "SUP013"))) == ["date"]


def recorded(day):
    return datetime(2026, 11, day, 1, 15, tzinfo=UTC).isoformat()


def test_recorded_nights_in_their_order_are_nights_and_stand_at_their_day(house):
    assert of(house.night(("a", "NET002"), recorded=recorded(1)), "NET002") == [PENDING]
    second = house.night(("a", "NET002"), recorded=recorded(2))
    assert of(second, "NET002") == [("fail", "new")]
    third = house.night(("a", "NET002"), recorded=recorded(3))
    (finding,) = third.findings
    assert (finding.past.first_seen, finding.past.last_seen) == ("2026-11-01", "2026-11-03")
    assert of(house.night(("a", "NET002")), "NET002") == [("fail", "still")]
    with History.open(str(house.path)) as history:
        started = [one["started"] for one in runs(history)]
    assert started[:3] == [f"2026-11-0{day}T01:15:00Z" for day in (1, 2, 3)]
    assert started[3].startswith("2026-11-28T22:00")


def test_a_recorded_night_played_again_confirms_nothing_however_often(house):
    for _ in range(3):
        assert of(house.night(("a", "NET002"), recorded=recorded(2)), "NET002") == [PENDING]
    assert of(house.night(("a", "NET002"), recorded=recorded(1)), "NET002") == [PENDING]
    assert of(house.night(("a", "NET002"), recorded=recorded(3)), "NET002") == [("fail", "new")]


def test_a_recorded_night_that_was_killed_while_it_was_played_goes_on(house):
    house.night(("a", "NET002"), recorded=recorded(2), finish=False)
    house.clock.later(hours=-23)
    house.day -= timedelta(days=1)
    house.night(("a", "NET002"), recorded=recorded(2))
    with History.open(str(house.path)) as history:
        assert [one["finished"] is not None for one in runs(history)] == [True]


@pytest.mark.parametrize(
    ("why", "variant", "outcome"),
    [
        ("IMP101", None, "unknown"),
        ("IMP104", "gone", "fail"),
        ("IMP104", "unreachable", "unknown"),
    ],
)
def test_the_way_to_a_page_is_not_put_right_where_the_page_cannot_be_seen(
    house, why, variant, outcome
):
    way = ("a", "IMP103")
    with also(house, rule("IMP101"), rule("IMP103"), rule("IMP104")):
        house.night(way)
        about = {"values": {"page": "https://a.example/impressum"}, **WALKED}
        away = house.night(("a", why, outcome), variant=variant, **about)
        assert (of(away, "IMP103"), gone(away)) == ([("fail", "still")], [])
        assert of(house.night(way), "IMP103") == [("fail", "still")]
        assert [one[:2] for one in gone(house.night())] == [way]


@pytest.mark.parametrize("outcome", ["unknown", "fail"])
def test_the_way_is_put_right_where_only_the_address_on_record_cannot_be_seen(house, outcome):
    with also(house, rule("IMP103"), rule("IMP104")):
        house.night(("a", "IMP103"))
        away = house.night(("a", "IMP104", outcome), variant="gone", **SEEN)
        assert [one[:2] for one in gone(away)] == [("a", "IMP103")]


@pytest.mark.parametrize(
    "now",
    [
        "https://a.example/impressum#kontakt",
        "https://a.example/impressum?utm_source=brief&utm_medium=mail",
    ],
)
def test_what_is_said_of_a_page_is_the_same_by_another_address_of_it(house, now):
    house.accounts["a"] = "https://a.example/impressum"
    house.night(("a", "XX101"))
    house.accounts["a"] = f'"{now}"'
    assert of(house.night(("a", "XX101")), "XX101") == [("fail", "still")]
    house.accounts["a"] = "https://a.example/impressum?id=2"
    assert of(house.night(("a", "XX101")), "XX101") == [("fail", "new")]


def test_the_way_is_put_right_where_another_page_stands_at_its_end(house):
    with also(house, rule("IMP103"), rule("IMP104")):
        house.night(("a", "IMP103"))
        other = behind(house, "https://a.example/impressum", "home")
        assert [one[:2] for one in gone(other)] == [("a", "IMP103")]


def test_what_is_seen_on_a_page_that_changed_is_not_the_doing_of_the_day(house):
    house.night(pages={"a": "01"})
    assert by(house.night(("a", "XX101"), pages={"a": "02"}, **SEEN)) == ["profile"]
    assert gone(house.night(pages={"a": "03"})) == [("a", "XX101", "profile")]
    assert by(house.night(("a", "XX101"), pages={"a": "03"}, **SEEN)) == ["date"]


def test_what_the_registry_alone_decides_is_not_the_doing_of_a_page_that_changed(house):
    house.night(pages={"a": "01"})
    assert by(house.night(("a", "XX101"), pages={"a": "02"})) == ["date"]


def test_a_file_that_cannot_be_read_and_can_again_is_the_registrys_doing(house):
    house.night()
    broken = house.night(("a", "REG001"), shows={"a": "Ämtchen"})
    assert [f.past.change_by for f in broken.findings if f.code == "REG001"] == ["registry"]
    assert ("a", "REG001", "registry") in gone(house.night())


def test_a_night_in_which_nobody_answered_is_none_for_what_is_out_of_reach(house):
    down, away = (("a", "NET002"), ("b", "NET002")), {"unread": ("a", "b"), **SEEN}
    house.night()
    for _ in range(3):
        alone = house.night(*down, cut_off=True, **away)
        assert {one[2:] for one in told(alone)} == {("unknown", "unknown")}
        assert {f.cause for f in alone.findings} == {"not-reachable"}
    assert of(house.night(*down, **away), "NET002") == [PENDING] * 2
    assert of(house.night(*down, **away), "NET002") == [("fail", "new")] * 2
    still = house.night(*down, cut_off=True, **away)
    assert ("a", "NET002", "fail", "still") in told(still)
    assert gone(still) == []
