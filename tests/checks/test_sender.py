import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.checks.designations import designations, without_land
from linter.checks.sender import sender
from linter.registry.account import Authority, Designation

PIECES = [
    *("Ministerium", "des", " des ", "im", "Landes", " Lande", "NRW", "nrw", "Nordrhein-Westfalen"),
    *("Nordrhein-Westfalens", "Innern", "-", " ", ".", "_", "(", ")", "ä", "x"),
]
CONTENT = {"content": r"(?-i:[A-ZÄÖÜ])\w{2,}", "empty": [r"\b(?:der|des|account)\b"]}


@pytest.mark.parametrize(
    "bio",
    [
        "Hier spricht das Ministerium des Innern.",
        "Pressestelle des Ministeriums des Innern des Landes Nordrhein-Westfalen",
        "Das Ministerium des Innern NRW informiert",
        "Ministerium des Inneren NRW",
        "InnenministeriumNRW",
        "Neues vom Innenministerium",
        "ein Kanal von @IM_NRW",
        "Sport im IM NRW",
    ],
)
def test_a_house_is_named_in_any_of_its_forms(look, subject, bio):
    assert look(sender, subject(f"bio: '{bio}'"), fields=["bio"]) == []


@pytest.mark.parametrize(
    "bio",
    [
        "Sport im Verein in NRW",
        "IMMER FÜR SIE DA",
        "Ministerium der Finanzen NRW",
        "Innenministerien der Länder",
        "Ministerium",
    ],
)
def test_what_only_looks_like_the_house_does_not_name_it(look, subject, bio):
    [(kind, at, variant, values, _)] = look(sender, subject(f"bio: {bio}"), fields=["bio"])
    assert (kind, at, variant) == ("miss", "bio", None)
    assert "IM" in values["names"]


def test_a_designation_that_says_little_keeps_its_land():
    house = Authority("stk-nrw", designations=[Designation("Land NRW", "short")])
    [pattern] = designations(house)
    assert pattern.search("Portal des Landes Nordrhein-Westfalen")
    assert not pattern.search("Stadt, Land, Fluss")


def test_a_field_not_recorded_leaves_it_open_and_an_unknown_authority_too(look, subject):
    fields = ["profile_name", "bio"]
    assert look(sender, subject("bio: Sport"), fields=fields) == [
        ("unknown", "profile_name", "not-declared")
    ]
    nobody = subject("bio: Sport", authority=Authority("x", known=False))
    assert look(sender, nobody, fields=["bio"]) == [("unknown", "authority", "authority-unknown")]


def test_another_wording_may_show_the_sender(look, subject):
    assert look(sender, subject("bio: Referat im Haus"), fields=["bio"], also=["referat"]) == []


def test_a_page_at_home_shows_the_sender_and_one_elsewhere_may(look, subject):
    params = {"fields": ["bio"], "pages": ["impressum"], "links": ["links[].url"]}
    home = "bio: Neues\nimpressum: https://www.im.nrw/impressum"
    assert look(sender, subject(home), **params) == []
    away = "bio: Neues\nimpressum: https://im.nrw.example/impressum"
    assert look(sender, subject(away), **params) == [("unknown", "impressum", "not-declared")]
    linked = "bio: Neues\nlinks: [{url: https://hub.example}]"
    assert look(sender, subject(linked), **params) == [("unknown", "links[].url", "not-declared")]
    assert look(sender, subject("bio: Neues\nlinks: []"), **params)[0][0] == "miss"


def test_links_that_nobody_recorded_may_lead_to_the_sender(look, subject):
    params = {"fields": ["bio"], "pages": ["impressum"], "links": ["links[].url"]}
    found = look(sender, subject("bio: Neues"), **params)
    assert found == [("unknown", "links[].url", "not-declared")]


def test_the_purpose_is_what_remains_beside_the_sender(look, subject):
    said = "bio: Account des Ministeriums des Innern zum Sport"
    assert look(sender, subject(said), fields=["bio"], **CONTENT) == []
    [(_, _, variant, _, _)] = look(
        sender, subject("bio: Account des Ministeriums des Innern"), fields=["bio"], **CONTENT
    )
    assert variant == "purpose"


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
@settings(max_examples=500, deadline=None)
def test_a_designation_loses_the_land_at_its_end_as_a_pattern_would_say_it(text):
    tail = r"(?:\W*\b(?:des|im) Landes?)?\W*\b(?:Nordrhein-Westfalens?|NRW)\W*\Z"
    assert without_land(text) == re.sub(tail, "", text, flags=re.IGNORECASE)
