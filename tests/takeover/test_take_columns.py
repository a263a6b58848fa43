"""What the columns of a table mean: by their titles, by what stands in them, by `--map`."""

from __future__ import annotations

import pytest

from linter.errors import LinterError
from tests.takeover.taking import fields, taken, told


def test_unknown_columns_and_remarks_are_comments_beside_the_account():
    result = taken("Plattform;Handle;Follower;Bemerkung;;", "X;a;12.345;läuft gut;lose;")
    assert "    # „Follower“ (2:3): 12.345\n    # „Bemerkung“ (2:4): läuft gut\n" in result.text
    assert "    # „E“ (2:5): lose\n" in result.text
    assert [line for line in told(result) if "Bemerkung" in line] == []
    assert any("“Follower” is not known" in line for line in told(result))
    assert result.open
    assert not taken("Plattform;Handle;Follower;Bemerkung", "X;a;;läuft gut").open


def test_a_password_of_a_platform_is_no_account_of_it():
    result = taken("Facebook;Passwort Facebook;Insta;PW Insta", "musterhausen;geheim;muster;geheim")
    assert [one["handle"] for one in fields(result.text)] == ["musterhausen", "muster"]
    assert "geheim" not in result.text


def test_columns_called_after_platforms_hold_accounts():
    result = taken(
        "Behörde;Twitter;Facebook-Link;Homepage;Impressum",
        "Stadt Dortmund;@dortmund;https://www.facebook.com/dortmund;www.dortmund.de;https://www.dortmund.de/impressum",
        "IM;x;–;;",
    )
    accounts = fields(result.text)
    assert [(one["platform"], one["handle"]) for one in accounts] == [
        *(("x", "dortmund"), ("facebook", "dortmund"), ("website", "www.dortmund.de")),
    ]
    assert {one["impressum"] for one in accounts} == {"https://www.dortmund.de/impressum"}
    assert any("does not say which account is meant" in line for line in told(result))


def test_a_column_called_kanal_that_holds_platforms_is_the_platform():
    result = taken("Kanal;Profil", "Facebook;musterhausen", "Insta;stadt.muster")
    assert [(one["platform"], one["handle"]) for one in fields(result.text)] == [
        *(("facebook", "musterhausen"), ("instagram", "stadt.muster")),
    ]
    assert any("holds platforms only" in line for line in told(result))


def test_of_two_columns_for_the_handle_the_one_that_holds_platforms_is_the_platform():
    result = taken("Konto;Kanal", "stadt_a;X", "stadt_a;Instagram")
    assert [(one["platform"], one["handle"]) for one in fields(result.text)] == [
        *(("x", "stadt_a"), ("instagram", "stadt_a")),
    ]


def test_of_two_columns_for_one_field_the_plainer_title_wins_and_that_is_told():
    result = taken("Plattform;Account;Handle", "X;Innenministerium;IM_NRW")
    assert fields(result.text)[0]["handle"] == "IM_NRW"
    assert "# „Account“ (2:2): Innenministerium" in result.text
    assert any("“Handle” and “Account” both mean handle" in line for line in told(result))


def test_titles_are_found_below_a_heading_which_is_kept():
    result = taken(
        "Übersicht aller Kanäle;;", "Stand: 1.11.2026;;", ";;", "Plattform;Handle;", "X;a;"
    )
    assert len(fields(result.text)) == 1
    assert "# Darüber stand: Übersicht aller Kanäle\n" in result.text
    assert "# Darüber stand: Stand: 1.11.2026\n" in result.text


def test_map_says_what_a_column_means_by_title_or_letter():
    result = taken(
        "Plattform;Wie heißt er;Intern;Weg",
        "X;a;Vermerk 7;nie",
        mapping=("Wie heißt er=handle", "C=approvals.house_leadership", "Weg=-"),
    )
    (one,) = fields(result.text)
    assert one["handle"] == "a"
    assert one["approvals"] == {"house_leadership": "Vermerk 7"}
    assert "nie" not in result.text


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("Handel=handle", "there is no column “Handel”. Did you mean “Handle”?"),
        ("Handle=handel", "there is no field “handel”. Did you mean “handle”?"),
        ("Handle", "takes COLUMN=FIELD"),
        ("Z=handle", "there is no column “Z”"),
    ],
)
def test_a_map_that_names_nothing_is_an_error_with_a_suggestion(mapping, said):
    with pytest.raises(LinterError) as error:
        taken("Plattform;Handle", "X;a", mapping=(mapping,))
    assert said in error.value.render("en")


def test_a_table_without_titles_needs_map_and_says_so():
    with pytest.raises(LinterError) as error:
        taken("https://x.com/a;eins")
    assert "--header 0" in error.value.render("de")
    result = taken("https://x.com/a;eins", header=0, mapping=("A=url", "B=topic"))
    assert fields(result.text)[0]["topic"] == "eins"


def test_a_table_without_any_cell_is_told_as_empty():
    with pytest.raises(LinterError, match="The table is empty"):
        taken(";;", "")
