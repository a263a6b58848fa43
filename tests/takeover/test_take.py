"""The rows of a table become accounts: nothing is lost, nothing is bent."""

from __future__ import annotations

import pytest

from tests.takeover.taking import fields, taken, told


def test_a_profile_address_alone_is_enough():
    result = taken("Link", "https://www.instagram.com/im.nrw/?hl=de", "x.com/IM_NRW")
    assert [(one["platform"], one["handle"], one["url"]) for one in fields(result.text)] == [
        ("instagram", "im.nrw", "https://www.instagram.com/im.nrw/?hl=de"),
        ("x", "IM_NRW", "https://x.com/IM_NRW"),
    ]


def test_an_address_in_the_place_of_the_handle_is_taken_for_what_it_is():
    (one,) = fields(taken("Plattform;Handle", "FB;www.facebook.com/musterhausen").text)
    assert (one["handle"], one["url"]) == ("musterhausen", "https://www.facebook.com/musterhausen")


def test_the_at_sign_goes_and_the_host_of_mastodon_comes_from_the_address():
    result = taken(
        "Plattform;Handle;Link",
        "Twitter;@IM_NRW;",
        "Mastodon;@presse@social.nrw;",
        "Mastodon;amt;https://social.nrw/@amt",
    )
    assert [one["handle"] for one in fields(result.text)] == [
        *("IM_NRW", "presse@social.nrw", "amt@social.nrw"),
    ]
    assert not result.open


def test_a_website_is_recorded_by_its_host_with_its_address():
    (one,) = fields(taken("Plattform;Handle", "Homepage;www.musterhausen.de").text)
    assert (one["handle"], one["url"]) == ("www.musterhausen.de", "https://www.musterhausen.de")


def test_dates_yes_and_no_and_words_of_state_become_the_registry_s_own():
    lines = "Plattform;Handle;seit;verifiziert;verifiziert seit;Status;Art;LPA;Hausleitung;2FA;Personalrat"
    result = taken(
        lines, "X;a;01.02.2015;ja;1.5.20;in Planung;Fachkanal;x;ja, 03.04.2015;nein;in Arbeit"
    )
    (one,) = fields(result.text)
    assert one["since"] == "2015-02-01"
    assert one["verified"] == {"since": "2020-05-01"}
    assert one["status"] == "planned"
    assert one["kind"] == "fach"
    assert one["approvals"] == {
        "lpa_informed": "true",
        "house_leadership": {"state": "ja", "on": "2015-04-03"},
        "staff_council": {"state": "in Bearbeitung"},
    }
    assert one["second_factor"] == "false"


@pytest.mark.parametrize(
    ("title", "value", "why"),
    [
        ("seit", "2015", "the day is missing"),
        ("seit", "31.02.2015", "there is no such day"),
        ("Impressum", "ja", "no web address"),
        ("verifiziert", "vielleicht", "neither yes nor no"),
        ("Status", "stillgelegt", "possible are planned, active, dormant, closed"),
        ("LPA", "01/02/2015", "ambiguous"),
    ],
)
def test_what_is_not_understood_is_a_comment_and_a_line_with_its_place(title, value, why):
    result = taken(f"Plattform;Handle;{title}", f"X;a;{value}")
    (one,) = fields(result.text)
    assert set(one) == {"id", "platform", "handle", "kind"}
    assert f"    # „{title}“ (2:3): {value} – " in result.text
    line = next(line for line in told(result) if line.startswith("k.csv:2:3: "))
    assert value in line
    assert why in line
    assert result.open


def test_passwords_and_people_are_written_nowhere_and_that_is_told():
    result = taken(
        "Plattform;Handle;Passwort;Ansprechpartner/in",
        "X;a;Sommer2024!;Erika M.",
        "Snapchat;b;geheim2;Max",
    )
    whole = result.text + "".join(told(result))
    assert [word for word in ("Sommer2024", "Erika", "geheim2", "Max") if word in whole] == []
    assert any("credentials belong in no registry" in line for line in told(result))
    kept = taken("Plattform;Handle;Team", "X;a;Presse", mapping=("Team=operator.unit",))
    assert fields(kept.text)[0]["operator"] == {"unit": "Presse"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Snapchat;a;", "“Snapchat” is no platform that the registry knows"),
        (";a;", "no platform is given"),
        ("X;;", "neither a handle is given"),
        ("X;–;", "neither a handle is given"),
    ],
)
def test_a_row_that_is_no_account_stands_in_the_file_with_all_its_cells(row, why):
    result = taken("Plattform;Handle;Bio", "X;first;", row + "Hallo", lang="en")
    assert len(fields(result.text)) == 1
    assert f"  # Row 3 was not taken over: {why}" in result.text
    for text in filter(None, (*row.split(";"), "Hallo")):
        assert f"): {text}\n" in result.text
    assert any(why in line for line in told(result))


def test_the_same_account_twice_is_one_account_and_a_comment():
    result = taken("Plattform;Handle;Bio", "X;IM_NRW;eins", "Twitter;@im_nrw;zwei", lang="en")
    assert len(fields(result.text)) == 1
    assert (
        "  # Row 3 was not taken over: the same account stands in row 2 already.\n" in result.text
    )
    assert "zwei" in result.text


def test_handle_and_address_that_contradict_each_other_are_both_kept_and_told():
    result = taken("Plattform;Handle;Link", "X;eins;https://x.com/zwei")
    (one,) = fields(result.text)
    assert (one["handle"], one["url"]) == ("eins", "https://x.com/zwei")
    assert any("contradict each other" in line for line in told(result))


@pytest.mark.parametrize(
    ("value", "record"),
    [
        ("abgelehnt am 01.02.2015", {"state": "nein", "ref": "abgelehnt am 01.02.2015"}),
        ("steht noch aus", {"state": "in Bearbeitung", "ref": "steht noch aus"}),
        ("PR-2015/3", "PR-2015/3"),
        ("nicht erforderlich", "nicht erforderlich"),
    ],
)
def test_a_refusal_is_taken_over_as_one(value, record):
    result = taken("Plattform;Handle;Personalrat", f"X;a;{value}")
    assert fields(result.text)[0]["approvals"] == {"staff_council": record}
    assert result.open == (value == "nicht erforderlich")


@pytest.mark.parametrize(
    ("title", "day", "status"),
    [
        ("geschlossen am", "01.05.2024", "closed"),
        ("Ende", "24.11.2026", "closed"),
        ("Ende", "25.11.2026", None),
        ("bis", "31.12.2027", None),
    ],
)
def test_an_account_whose_last_day_is_over_is_closed(title, day, status):
    result = taken(f"Plattform;Handle;{title}", f"X;a;{day}", lang="en")
    assert fields(result.text)[0].get("status") == status
    assert ("status: closed  # assumed" in result.text) == bool(status)
    assert any("does not say the state" in line for line in told(result)) == bool(status)


def test_the_state_that_the_table_says_is_not_assumed():
    result = taken("Plattform;Handle;Status;bis", "X;a;aktiv;01.05.2024")
    assert fields(result.text)[0]["status"] == "active"


def test_ids_are_readable_unique_and_the_same_each_time():
    lines = ("Plattform;Handle", "X;IM_NRW", "FB;Münster.Stadt", "FB;Muenster-Stadt", "IG;im.nrw")
    ids = [one["id"] for one in fields(taken(*lines).text)]
    assert ids == [
        "x-im-nrw",
        "facebook-muenster-stadt",
        "facebook-muenster-stadt-2",
        "instagram-im-nrw",
    ]
    fewer = [one["id"] for one in fields(taken(lines[0], lines[4], lines[1]).text)]
    assert fewer == ["instagram-im-nrw", "x-im-nrw"]


def test_ids_of_the_table_are_kept_where_they_are_ids_and_unique():
    result = taken("Kennung;Plattform;Handle", "im-x;X;a", "im-x;X;b", "17;X;c", lang="en")
    assert [one["id"] for one in fields(result.text)] == ["im-x", "x-b", "x-c"]
    assert "    # “Kennung”: 17\n" in result.text
