"""The naming checks' edges; what they find is shown by the rules' examples."""

from __future__ import annotations

from datetime import date

import pytest

from linter.checks.name_contains import NameContains, chosen, name_contains
from linter.checks.name_made_of import name_made_of
from linter.checks.name_outdated import NameOutdated, name_outdated
from linter.checks.name_pattern import name_pattern
from linter.checks.name_shows_sender import name_shows_sender
from linter.checks.naming import look as look_at_names
from linter.registry.account import Authority, Person

PERSON = {"fields": ["handle"], "what": "person"}


def test_a_former_holder_is_told_from_a_present_one(look, subject):
    assert look(name_contains, subject("handle: Reul_NRW"), **PERSON)[0][2] is None
    [(_, at, variant, values, marked)] = look(
        name_contains, subject("handle: Ralf_Jaeger"), **PERSON
    )
    assert (at, variant, values["person"], marked) == ("handle", "former", "Ralf Jäger", "Jaeger")


@pytest.mark.parametrize(
    ("entry", "marked"),
    [
        ("{platform: mastodon, handle: reul@social.nrw}", ["reul"]),
        ("{platform: mastodon, handle: im@reul.example}", []),
        ("{platform: bluesky, handle: reul.bsky.social}", ["reul"]),
        ("{platform: x, handle: '@reul'}", ["reul"]),
    ],
)
def test_the_host_is_no_part_of_the_name(look, subject, entry, marked):
    assert [found[4] for found in look(name_contains, subject(entry), **PERSON)] == marked


def test_a_silent_field_is_unknown(look, subject):
    params = {"fields": ["profile_name"], "what": "office"}
    assert look(name_contains, subject("handle: IM_NRW"), **params) == [
        ("unknown", "profile_name", "not-declared")
    ]


@pytest.mark.parametrize(
    ("entry", "numbers"),
    [
        ("{handle: Reul_NRW, profile_name: Presse}", [0]),
        ("{handle: Presse, profile_name: Herbert Reul}", [2]),
        ("{handle: Reul_NRW}", [0, 1, 2]),  # of a name that is not recorded they know nothing
        ("{handle: IM_NRW, profile_name: Innenministerium NRW}", []),
        ("{handle: R_e_u_l, profile_name: Presse}", [0]),
    ],
)
def test_one_look_tells_which_of_the_rules_have_something_to_say(subject, entry, numbers):
    asking = [
        NameContains(fields=("handle",), what="person"),
        NameContains(fields=("profile_name",), what="office"),
        NameContains(fields=("profile_name",), what="person"),
        NameOutdated(field="handle"),
    ]
    looking = look_at_names(asking)
    assert looking(subject(entry)) == numbers
    assert looking(subject(entry)) == numbers  # from memory


def test_persons_of_another_body_do_not_count(look, subject):
    other = Authority(id="stadt-musterhausen", people=[Person("Erika Mustermann", office="OB")])
    assert look(name_contains, subject("handle: Reul_NRW", authority=other), **PERSON) == []


def test_one_office_is_told_as_plain_text_that_the_fingerprint_goes_by(look, subject):
    other = Person("Quast", "Udo", "Minister", "haus")
    house = Authority("haus", people=[Person("Quast", "Zoe", "Ministerin", "haus")])
    entry = "authority: haus\nhandle: x\nprofile_name: Ministerin Quast"
    asked = {"fields": ["profile_name"], "what": "person"}
    assert (
        look(name_contains, subject(entry, authority=house), **asked)[0][3]["office"]
        == "Ministerin"
    )
    house.people.append(other)
    told = {"de": "Ministerin oder Minister", "en": "Ministerin or Minister"}
    assert look(name_contains, subject(entry, authority=house), **asked)[0][3]["office"] == told


def test_of_two_namesakes_the_one_in_office_is_meant():
    people = (
        Person("Schäffer", "Wilhelm", "Staatssekretär", "a", until=date(2017, 6, 29)),
        Person("Schäffer", "Verena", "Ministerin", "b", since=date(2026, 1, 27)),
    )
    day = date(2026, 11, 25)
    assert chosen(people, (), day) == ([people[1]], None)
    assert chosen(people, ("a",), day) == ([people[0]], "former")
    assert chosen(people, ("c", "a"), day) == ([people[0]], "former")
    assert chosen(people, (), date(2015, 1, 1)) == ([people[0]], None)
    assert chosen(people, ("b",), date(2015, 1, 1)) == ([people[0]], None)
    assert chosen(people[1:], ("b",), date(2015, 1, 1)) == ([people[1]], "coming")


def test_of_namesakes_whom_nothing_tells_apart_both_are_meant():
    people = (
        Person("Schäfer", "Ute", "Ministerin", "a", until=date(2015, 9, 30)),
        Person("Schäfer", "Klaus", "Staatssekretär", "a", until=date(2013, 8, 31)),
    )
    assert chosen(people, ("a",), date(2026, 11, 25)) == (list(people), "former")
    assert chosen(people, ("a",), date(2014, 1, 1)) == ([people[0]], None)


def test_a_handle_of_digits_says_nothing(look, subject):
    assert look(name_made_of, subject('handle: "615712774"'), field="handle") == []


def test_a_body_without_names_cannot_be_judged(look, subject):
    nobody = Authority(id="stadt-musterhausen")
    assert look(name_made_of, subject("handle: Irgendwas", authority=nobody), field="handle") == [
        ("unknown", "authority", "authority-unknown")
    ]


@pytest.mark.parametrize(
    ("record", "found"),
    [("ja", 0), ("{state: ja, ref: Az. 1}", 0), ("nein", 1), ("in Bearbeitung", 1)],
)
def test_only_an_umbrella_name_that_was_agreed_passes(look, subject, record, found):
    entry = f"handle: SicherNRW\numbrella_name: {record}"
    assert (
        len(look(name_made_of, subject(entry), field="handle", umbrella="umbrella_name")) == found
    )


def test_the_sender_is_shown_by_the_houses_name(look, subject):
    for name in ("Innenministerium NRW", "InnenministeriumNRW", "Ministerium des Innern"):
        entry = f"profile_name: {name}"
        assert look(name_shows_sender, subject(entry), fields=["profile_name"]) == []
    assert look(name_shows_sender, subject("profile_name: Sicher"), fields=["profile_name"])


def test_a_designation_without_an_end_is_not_outdated(look, subject):
    assert look(name_outdated, subject("handle: IM_NRW"), field="handle") == []


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("handle: polizei_nrw_do", 0),
        ("handle: PolizeiEssen", 1),
        ("{handle: PolizeiEssen, handle_exception: Az. 1}", 0),
        ("{handle: PolizeiEssen, handle_exception: nein}", 1),
        ("{handle: Karriere, purpose: Nachwuchswerbung}", 0),
        ('handle: "4711"', 0),
    ],
)
def test_a_pattern_holds_unless_an_exception_is_recorded(look, subject, entry, found):
    params = {
        "field": "handle",
        "pattern": "^polizei[._]nrw[._][a-z]{1,4}$",
        "exempt": ["handle_exception", "purpose"],
    }
    assert len(look(name_pattern, subject(entry), **params)) == found


def test_a_person_is_credited_to_the_file_that_names_them(look, subject):
    def known_from(source):
        person = Person("Quast", "Zoe", "Staatssekretärin", "haus", source=source)
        house = Authority(id="haus", people=[person])
        [(_, _, _, values, _)] = look(
            name_contains, subject("handle: ZoeQuast", authority=house), **PERSON
        )
        return values["known_from"]["en"]

    assert known_from("test.yaml") == "registry, entry “people”"
    assert known_from("/etc/amtlint/people.yaml") == "file people.yaml, entry “people”"
