import pytest

from linter.checks.recreated import recreated

PARAMS = {
    "replaces": "replaces.account",
    "reason": "replaces.reason",
    "since": "since",
    "topic": "topic",
    "by_topic": ["fach"],
}
NEW = "id: neu\nhandle: IM_NRW\nsince: 2017-08-01"
OLD = "id: alt\nhandle: MIK_NRW\nauthority: mik-nrw"


@pytest.fixture
def houses(subject):
    """Two accounts of a registry: the ministry of the interior's and its predecessor's."""
    from datetime import date

    from linter.registry.account import Authority

    def make(new: str, old: str):
        im = Authority("im-nrw", predecessors=("mik-nrw",), since=date(2017, 6, 30))
        made = subject(new, old, authority=im)
        made.context.authorities["mik-nrw"] = Authority("mik-nrw")
        return made

    return make


def test_a_new_account_beside_the_predecessors_is_missed(look, houses):
    [(_, at, _, values, _)] = look(recreated, houses(NEW, OLD), **PARAMS)
    assert at == "handle"
    assert values == {"other": "MIK_NRW", "other_authority": "mik-nrw", "too": ""}


@pytest.mark.parametrize(
    ("new", "old"),
    [
        (NEW, OLD + "\nstatus: closed"),
        (NEW, OLD + "\nplatform: instagram"),
        (NEW, OLD + "\nkind: fach"),
        (NEW + "\nreplaces: {reason: vergeben}", OLD),
        (NEW.replace("2017", "2016"), OLD),
        (NEW + "\nplatform: mastodon", OLD + "\nplatform: mastodon"),
        (NEW + "\nkind: fach\ntopic: Sport", OLD + "\nkind: fach\ntopic: Statistik"),
        (NEW + "\nkind: fach", OLD + "\nkind: fach"),
        (NEW, OLD.replace("mik-nrw", "fm-nrw")),
    ],
)
def test_no_live_predecessor_of_the_kind_or_a_reason_is_no_fault(look, houses, new, old):
    assert look(recreated, houses(new, old), **PARAMS) == []


def test_subject_accounts_agree_by_topic(look, houses):
    new, old = NEW + "\nkind: fach\ntopic: Sport", OLD + "\nkind: fach\ntopic: sport"
    assert len(look(recreated, houses(new, old), **PARAMS)) == 1


def test_a_declared_predecessor_counts_whatever_its_house(look, houses):
    new = NEW + "\nreplaces: {account: alt}"
    assert len(look(recreated, houses(new, OLD.replace("mik-nrw", "im-nrw")), **PARAMS)) == 1


def test_without_the_day_of_set_up_it_is_unknown(look, houses):
    assert look(recreated, houses("id: neu\nhandle: IM_NRW", OLD), **PARAMS) == [
        ("unknown", "since", "not-recorded")
    ]


@pytest.fixture
def renamed(subject):
    """Two accounts of a house, which was called MIK before."""
    from linter.rulebook.facts import authorities_from
    from linter.testing import load_for_tests

    known = authorities_from(load_for_tests().facts)

    def make(new: str, old: str):
        made = subject(new, old, authority=known["im-nrw"])
        made.context.authorities.update(known)
        return made

    return make


OWN_OLD = "id: alt\nhandle: MIK_NRW\nsince: 2012-01-01"


def test_an_account_under_the_houses_former_name_counts_as_the_predecessors(look, renamed):
    [(_, at, _, values, _)] = look(recreated, renamed(NEW, OWN_OLD), **PARAMS)
    assert (at, values["other"]) == ("handle", "MIK_NRW")


@pytest.mark.parametrize(
    ("new", "old"),
    [
        (NEW + "\nreplaces: {reason: vergeben}", OWN_OLD),
        (NEW, OWN_OLD + "\nstatus: closed"),
        (NEW, OWN_OLD.replace("MIK_NRW", "IM_NRW_en")),
        (NEW, OWN_OLD.replace("MIK_NRW", "Mikado_NRW")),
        (NEW.replace("2017", "2011"), OWN_OLD),
        (NEW + "\nkind: fach\ntopic: Sport", OWN_OLD),
    ],
)
def test_other_accounts_of_the_same_house_are_no_fault(look, renamed, new, old):
    assert look(recreated, renamed(new, old), **PARAMS) == []
