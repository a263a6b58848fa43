from linter.checks.authority_known import authority_known
from linter.registry.account import Authority
from linter.registry.nodes import Mapping

NOBODY = Authority(id="im-nwr", known=False)


def test_a_known_authority_passes(look, subject):
    assert look(authority_known, subject("authority: im-nrw", "authority: im-nrw")) == []


def test_an_unknown_one_is_missed_once_for_each_place_that_names_it(look, subject):
    group = subject("authority: im-nwr", "authority: im-nwr", authority=NOBODY)
    found = look(authority_known, group)
    assert [(at, values["value"]) for _, at, _, values, _ in found] == [
        ("authority", "im-nwr"),
        ("authority", "im-nwr"),
    ]


def test_accounts_that_inherit_it_from_their_file_are_told_together(look, subject):
    group = subject("authority: im-nwr", "handle: b", authority=NOBODY)
    first, second = group.accounts
    for account in (first, second):
        account.fields, account.document = Mapping({}, 0), first.document
    [(_, at, _, values, _)] = look(authority_known, group)
    assert (at, values["value"]) == ("authority", "im-nwr")


def test_the_nearest_known_id_is_offered_and_no_unknown_one(look, subject):
    group = subject("authority: im-nwr", authority=NOBODY)
    assert look(authority_known, group)[0][3]["hint"] == ""
    group.context.authorities["im-nrw"] = Authority(id="im-nrw")
    assert look(authority_known, group)[0][3]["hint"] == {
        "de": " Meinten Sie „im-nrw“?",
        "en": " Did you mean “im-nrw”?",
    }


def test_an_account_without_any_authority_is_left_to_the_schema(look, subject):
    nobody = Authority(id="", known=False)
    assert look(authority_known, subject("handle: a", authority=nobody)) == []
