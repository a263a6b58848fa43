"""Credentials and names of staff are written nowhere, whatever they are called and wherever they stand."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from linter.rulebook.book import load_rulebook
from linter.takeover import delimited, workbook
from linter.takeover.take import Asked, take
from linter.takeover.told import lines
from linter.takeover.words import words
from tests.takeover.taking import saved

BOOK = load_rulebook()
TODAY = date(2026, 11, 25)


def over(table, **asked):
    asked = {"authority": "im-nrw", "lang": "en", **asked}
    return take(table, Asked(**asked), BOOK.authorities, BOOK.fields, TODAY)


def taken(*rows: str, **asked):
    return over(delimited.read("\n".join(rows).encode(), "k.csv", delimiter=";"), **asked)


def told(result) -> str:
    return "\n".join(lines(result.notices, "en"))


@pytest.mark.parametrize(
    "title",
    [
        *("Wiederherstellungscode", "Passphrase", "TOTP", "Zugangscode", "Recovery Key", "Kennw."),
        *("Pass", "insta_pw", "2FA-Schlüssel", "PIN", "API Key", "Zugangs-Code", "Ersatzcodes"),
    ],
)
def test_a_title_of_a_credential_is_known_by_its_stem(title):
    assert words().kept_out(title) == "secret"


@pytest.mark.parametrize(
    "title",
    [
        *("Sachbearbeiter*in", "Pressesprecher/in", "Social-Media-Manager/in", "Telefonnr."),
        *("Zugriffsberechtigte", "Verantwortliche/r", "RedakteurInnen", "Betreuer_innen"),
        *("Beschäftigte:r", "Ansprechpartner(innen)", "Nachname", "Name der Redakteurin"),
    ],
)
def test_a_title_of_staff_is_known_by_its_stem_however_it_is_gendered(title):
    assert words().kept_out(title) == "person"


@pytest.mark.parametrize(
    "title", ["Personalrat", "Reichweite", "Reisepassbild", "Zuständige Stelle", "Redaktionstool"]
)
def test_other_titles_are_not_kept_out(title):
    assert words().kept_out(title) == ""


def test_no_field_s_title_is_kept_out_by_a_stem():
    assert [title for title in words().titles if words().kept_out(title)] == []


@pytest.mark.parametrize(
    "value",
    ["JBSWY3DPEHPK3PXP", "a1b2-c3d4-e5f6", "482913", "otpauth://totp/a?secret=B", "JBSWYDPEHPKP"],
)
def test_the_key_of_a_second_factor_is_no_record_of_it(value):
    result = taken("Plattform;Handle;2FA", f"X;a;{value}")
    assert value not in result.text + told(result)
    assert "it looks like credentials" in told(result) or "it holds credentials" in told(result)
    assert result.open


@pytest.mark.parametrize(
    "value", ["ja", "01.02.2023", "Authenticator-App", "FIDO2-Stick", "seit 2023"]
)
def test_that_there_is_a_second_factor_is_recorded(value):
    result = taken("Plattform;Handle;2FA", f"X;a;{value}")
    assert "second_factor:" in result.text
    assert "credentials" not in told(result)


@pytest.mark.parametrize("title", ["URL", "Impressum", "Bemerkung", "Irgendwas"])
def test_an_address_with_a_password_is_written_nowhere(title):
    value = "https://redaktion:Geheim2026@www.a.example/impressum"
    result = taken(f"Plattform;Handle;{title}", f"X;a;{value}")
    assert "Geheim2026" not in result.text + told(result)
    assert f"k.csv:2:3: “{title}”: the cell was not taken over: it holds credentials" in told(
        result
    )
    assert result.open


def test_a_remark_that_names_a_password_is_withheld_and_others_are_not():
    result = taken("Plattform;Handle;Bemerkung", "X;a;PW: Sommer!2026", "X;b;Passwort geändert")
    assert "Sommer!2026" not in result.text + told(result)
    assert "Passwort geändert" in result.text


def grouped(*rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    return workbook.read(saved(book), "k.xlsx")


@pytest.mark.parametrize("merged", [("A1:A2", "B1:C1", "D1:E1"), ()])
def test_a_name_under_a_common_title_of_staff_is_no_name_of_the_account(merged):
    table = grouped(
        ["Behörde", "Betreuung", None, "Account", None],
        [None, "Name", "Vertretung", "Plattform", "Handle"],
        ["Innenministerium NRW", "Erika Muster", "Max Mann", "X", "IM_NRW"],
        merged=merged,
    )
    result = over(table, authority="")
    assert "Erika" not in result.text + told(result)
    assert "authority: im-nrw" in result.text


def test_a_name_under_a_common_title_of_the_account_is_the_account_s():
    table = grouped(
        ["Account", None, None, "Zugangsdaten", None],
        ["Plattform", "Handle", "Name", "Benutzername", "Kennung"],
        ["X", "IM_NRW", "Innenministerium NRW", "redaktion", "geheim1"],
        merged=["A1:C1", "D1:E1"],
    )
    result = over(table)
    assert "profile_name: Innenministerium NRW" in result.text
    assert [word for word in ("redaktion", "geheim1") if word in result.text] == []


def test_a_name_under_a_common_title_that_says_nothing_is_a_comment():
    table = grouped(
        ["Account", None, "Meldung", None],
        ["Plattform", "Handle", "Name", "Monat"],
        ["X", "IM_NRW", "Innenministerium NRW", "Mai"],
        merged=["A1:B1", "C1:D1"],
    )
    result = over(table)
    assert "profile_name" not in result.text
    assert "# “Name” (Sheet!C3): Innenministerium NRW" in result.text


@pytest.mark.parametrize("deputy", ["Vertretung", "Stellv."])
def test_titles_over_the_parts_of_one_are_read_without_merged_cells(deputy):
    """As a CSV keeps a heading that was merged: the titles known best are not the last."""
    titles = "Ressort;Plattform;Handle;Seit;Betreuung;;Status"
    account = "im-nrw;X;@IM_NRW;2015-02-01;Erika Muster;Max Mann;aktiv"
    result = taken(titles, f";;;;Name;{deputy};", account)
    assert [name for name in ("Erika", "Max") if name in result.text + told(result)] == []
    assert "since: 2015-02-01" in result.text
    assert "status: active" in result.text
    assert result.accounts == 1


@pytest.mark.parametrize(
    "first", [";;;;Erika Muster;Max Mann", ";Handle;;;Name;Vertretung", ";;;;Name;"]
)
def test_a_row_that_is_not_of_parts_alone_holds_values(first):
    result = taken("Plattform;Handle;Bemerkung;Thema;Zustand;", first, "X;a;;;aktiv;")
    assert "handle: a" in result.text
    assert "status: active" in result.text


def test_a_heading_over_the_whole_table_is_no_common_title():
    table = grouped(
        ["Accounts: Team Presse", None, None],
        ["Plattform", "Handle", "Name"],
        ["X", "IM_NRW", "Innenministerium NRW"],
        merged=["A1:C1"],
    )
    assert "profile_name: Innenministerium NRW" in over(table).text


def test_a_name_beside_the_telephone_is_a_person_s():
    result = taken("Plattform;Handle;Name;Telefon", "X;a;Erika Muster;0211 1")
    assert "Erika" not in result.text + told(result)
    for other in ("Follower", "Ansprechpartner"):
        alone = taken(f"Plattform;Handle;Name;{other}", "X;a;Innenministerium NRW;7")
        assert "profile_name: Innenministerium NRW" in alone.text


def test_a_row_of_credentials_alone_is_no_row():
    result = taken("Plattform;Handle;Bemerkung", "X;a;", ";;PW: Sommer!2026")
    assert (result.accounts, result.left) == (1, 0)
    assert "Sommer" not in result.text + told(result)


def test_a_date_beside_the_heading_is_no_title():
    table = grouped(
        ["Social-Media-Kanäle", None, None, "Stand", "01.10.2026"],
        ["Plattform", "Handle", "Zustand", None, None],
        ["X", "IM_NRW", "aktiv", None, None],
    )
    assert "status: active" in over(table).text
