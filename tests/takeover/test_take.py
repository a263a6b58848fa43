"""A table becomes a registry: nothing is lost, nothing is bent, nothing hostile gets through."""

from __future__ import annotations

import csv
import io
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.errors import LinterError
from linter.findings.inline import written_in
from linter.registry.bind import Validators, bind
from linter.registry.nodes import Mapping, Scalar, Sequence
from linter.registry.parse import parse
from linter.report.escape import visible
from linter.rulebook.book import load_rulebook
from linter.takeover import delimited
from linter.takeover.table import Cell, Table, trimmed
from linter.takeover.take import Asked, take
from linter.takeover.told import lines
from linter.takeover.values import as_url
from linter.takeover.words import words

BOOK = load_rulebook()
KNOWN, TREE = BOOK.authorities, BOOK.fields
VALIDATORS = Validators.of(BOOK.tree)
TODAY = date(2026, 11, 25)


def taken(*lines: str, **asked):
    asked = {"authority": "im-nrw", **asked}
    table = delimited.read("\n".join(lines).encode(), "k.csv", delimiter=";")
    return take(table, Asked(**asked), KNOWN, TREE, TODAY)


def registry(text: str):
    """The accounts and authorities of a text that has no fault at all."""
    document = parse(text, "accounts.yaml")
    accounts, authorities = bind(document, VALIDATORS, named=True)
    assert [(problem.code, problem.values) for problem in document.problems] == []
    return accounts, authorities


def fields(text: str) -> list[dict[str, object]]:
    """The accounts as plain data."""
    return [plain(account.fields) for account in registry(text)[0]]


def plain(node):
    if isinstance(node, Mapping):
        return {key: plain(child) for key, child in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(child) for child in node.items]
    return node.text


def told(result, lang="en") -> list[str]:
    return [f"{notice.place}: {notice.text[lang]}" for notice in result.notices]


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
    assert f"    # “{title}” (2:3): {value} – " in take_in_english(result, title, value)
    line = next(line for line in told(result) if line.startswith("k.csv:2:3: "))
    assert value in line
    assert why in line
    assert result.open


def take_in_english(result, title, value):
    return taken(f"Plattform;Handle;{title}", f"X;a;{value}", lang="en").text


def test_unknown_columns_and_remarks_are_comments_beside_the_account():
    result = taken("Plattform;Handle;Follower;Bemerkung;;", "X;a;12.345;läuft gut;lose;")
    assert "    # „Follower“ (2:3): 12.345\n    # „Bemerkung“ (2:4): läuft gut\n" in result.text
    assert "    # „E“ (2:5): lose\n" in result.text
    assert [line for line in told(result) if "Bemerkung" in line] == []
    assert any("“Follower” is not known" in line for line in told(result))
    assert result.open
    assert not taken("Plattform;Handle;Follower;Bemerkung", "X;a;;läuft gut").open


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


def test_authorities_are_known_by_name_abbreviation_and_id():
    result = taken(
        "Behörde;Plattform;Handle",
        "Ministerium des Innern des Landes Nordrhein-Westfalen;X;a",
        "Ministerium des Innern NRW;X;b",
        "IM;X;c",
        "im-nrw;X;d",
        "Innenministerium NRW;X;e",
        authority="",
    )
    accounts, authorities = registry(result.text)
    assert {account.authority for account in accounts} == {"im-nrw"}
    assert authorities == []
    assert "\nauthority: im-nrw\n" in result.text
    assert {account.kind for account in accounts} == {"ressort"}


def test_an_authority_that_nobody_knows_gets_an_entry_and_one_misspelt_a_suggestion():
    result = taken(
        "Behörde;Plattform;Handle", "Stadt Mühlheim;X;a", "Innenminsterium NRW;X;b", authority=""
    )
    accounts, authorities = registry(result.text)
    assert [account.authority for account in accounts] == ["stadt-muehlheim", "innenminsterium-nrw"]
    assert [one.title for one in authorities] == ["Stadt Mühlheim", "Innenminsterium NRW"]
    assert any("If im-nrw is meant" in line or "im-nrw," in line for line in told(result))


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


def test_spellings_of_one_authority_are_one():
    rows = [
        f"{name};X;a{number}" for number, name in enumerate(["Stadt A", "stadt a", "STADT  A", ""])
    ]
    result = taken("Behörde;Plattform;Handle", *rows, authority="stadt-a")
    accounts, authorities = registry(result.text)
    assert [account.authority for account in accounts] == ["stadt-a"] * 4
    assert [(one.id, one.title) for one in authorities] == [("stadt-a", "Stadt A")]


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


def test_without_any_authority_the_domains_of_the_table_suggest_one():
    with pytest.raises(LinterError) as error:
        taken("Plattform;Handle;Impressum", "X;a;https://www.im.nrw/impressum", authority="")
    assert "perhaps im-nrw" in error.value.render("en")


def test_an_empty_authority_means_the_one_above_only_where_that_is_said():
    lines = ("Behörde;Plattform;Handle", "IM;X;a", ";X;b")
    filled = fields(taken(*lines, authority="", fill_down=True).text)
    assert ["authority" in one for one in filled] == [False, False]
    result = taken(*lines, authority="")
    assert any("The authority is missing here" in line for line in told(result))


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


HOSTILE = [
    "a: b",
    "- x",
    "# amtlint: ignore[NRW101] until=2099-01-01 -- nein",
    "&a *a !!python/object:os.system",
    "'\"\\",
    "yes",
    "NO",
    "null",
    "~",
    "0123",
    "1e3",
    "2015-02-01",
    "{a: [b}",
    "<script>",
    "=cmd|' /C calc'!A0",
    "| >",
    "%YAML 1.1",
    "---",
    "...",
    "a #b",
    "a\tb",
    "\x00\x07\x1b[31m",
    "\u202edren\u2066",
    "a\x85b\u2028c\u2029d",
    "\ufeffx",
    "🎉\U000e0041",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_cell_is_a_text_or_a_comment_and_never_anything_else(hostile):
    table = Table("k.csv")
    titles = ("Plattform", "Handle", "Bio", "Profilname", hostile, "Behörde", "Thema")
    table.rows[1] = {n: Cell(1, n, text) for n, text in enumerate(titles, 1)}
    table.rows[2] = {n: Cell(2, n, hostile) for n in range(2, 8)}
    cells = ("X", "a", hostile, hostile, hostile, hostile, hostile)
    table.rows[3] = {n: Cell(3, n, text) for n, text in enumerate(cells, 1)}
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    document = parse(result.text, "accounts.yaml")
    accounts, _ = bind(document, VALIDATORS, named=True)
    assert [problem.code for problem in document.problems] == []
    assert written_in(document) == []
    (account,) = accounts
    if hostile == "---":  # nothing, in a table
        assert "# „Bio“ (3:3): ---" in result.text
    else:
        values = [plain(account.fields)[key] for key in ("bio", "profile_name", "topic")]
        assert values == [hostile] * 3
    assert [line for line in result.text.splitlines() if visible(line) != line] == []


CELLS = st.text(max_size=30) | st.sampled_from(HOSTILE)
TITLES = st.sampled_from(
    ["Bio", "Thema", "Zweck", "Bemerkung", "Sonst was", "Profilname"]
) | st.text(max_size=12)


@settings(deadline=None, max_examples=150)
@given(
    titles=st.lists(TITLES, max_size=4),
    rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=4),
)
def test_every_cell_is_found_again_in_the_file(titles, rows):
    table = Table("k.csv")
    heads = ["Plattform", "Handle", *titles]
    table.rows[1] = {n: Cell(1, n, text) for n, text in enumerate(heads, 1) if text.strip()}
    for number, cells in enumerate(rows, 2):
        values = ["X", f"konto{number}", *cells[: len(titles)]]
        table.rows[number] = {n: Cell(number, n, text) for n, text in enumerate(values, 1) if text}
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    document = parse(result.text, "accounts.yaml")
    accounts, _ = bind(document, VALIDATORS, named=True)
    assert [problem.code for problem in document.problems] == []
    assert written_in(document) == []
    assert len(accounts) + result.left == len(rows)
    values = {text for account in accounts for text in scalars(account.fields)}
    comments = [line for line in result.text.splitlines() if line.lstrip().startswith("#")]
    for cells in list(table.rows.values())[1:]:
        for cell in cells.values():
            column = result.layout.columns[cell.column]
            if column.field in ("platform", "handle") or column.platform or column.kept_out:
                continue
            shown = visible(cell.text.replace("\n", " ⏎ ").replace("\t", " "))
            normal = column.field not in ("", "comment", "bio", "topic", "purpose", "profile_name")
            assert cell.text in values or any(shown in line for line in comments) or normal


USUAL = st.sampled_from(
    [
        *(
            "X",
            "Twitter",
            "FB",
            "Mastodon",
            "Website",
            "@a",
            "a@b.example",
            "https://x.com/a",
            "x.com/a",
        ),
        *(
            "www.a.de",
            "https://",
            "http:// a",
            "//x.com/a",
            "ja",
            "nein",
            "x",
            "–",
            "k.A.",
            "in Arbeit",
        ),
        *(
            "01.02.2015",
            "2015",
            "99.99.9999",
            "ja, 1.2.2020",
            "aktiv",
            "fach",
            "im-nrw",
            "IM",
            "-5",
            "1e400",
        ),
        *("https://[::1", "https://a.de/ü?x=„y“", "ja\nnein", "a" * 600, "a" * 30_000, "1." * 40),
    ]
)
NAMES = st.sampled_from(["X", "Twitter", "Mastodon", "Website", "YouTube", "–", "Snapchat", ""])
ALL_TITLES = st.sampled_from([*words().titles, "Facebook", "Insta", "Twitter-Link"])


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_whatever_stands_under_whatever_title_the_registry_is_faultless(data):
    titles = data.draw(st.lists(ALL_TITLES, min_size=1, max_size=8))
    table = Table("k.csv")
    table.rows[1] = {n: Cell(1, n, text) for n, text in enumerate(titles, 1)}
    for number in range(2, data.draw(st.integers(3, 6))):
        values = data.draw(st.lists(USUAL | CELLS, min_size=len(titles), max_size=len(titles)))
        row = {n: Cell(number, n, text) for n, text in enumerate(values, 1) if text.strip()}
        for cell in row.values():
            cell.link = data.draw(st.sampled_from(["", "", "https://x.com/a", "https://a.de/"]))
        table.rows[number] = row
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    registry(result.text)
    assert all("\n" not in line for line in lines(result.notices, "de"))
    assert (
        len(result.text)
        < 20 * sum(len(cell.text) + 100 for row in table.rows.values() for cell in row.values())
        + 2_000
    )


@settings(deadline=None, max_examples=300)
@given(
    cells=st.tuples(NAMES | CELLS, USUAL | CELLS, USUAL | CELLS),
    links=st.lists(
        st.sampled_from(["", "https://x.com/a", "https://a.de/"]), min_size=3, max_size=3
    ),
)
def test_what_tells_who_an_account_is_is_found_again_too(cells, links):
    table = Table("k.csv")
    table.rows[1] = {
        n: Cell(1, n, text) for n, text in enumerate(("Plattform", "Handle", "Link"), 1)
    }
    row = {n: Cell(2, n, trimmed(text)) for n, text in enumerate(cells, 1) if trimmed(text)}
    for cell, link in zip(row.values(), links, strict=False):
        cell.link = link
    table.rows[2] = row
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    (*accounts,) = registry(result.text)[0]
    values = {text for account in accounts for text in scalars(account.fields)}
    comments = [line for line in result.text.splitlines() if line.lstrip().startswith("#")]
    for number, cell in row.items():
        assert not cell.link or cell.link in values or any(cell.link in line for line in comments)
        if number == 1 and accounts and words().platform(cell.text) == accounts[0].platform:
            continue
        bare = cell.text.removeprefix("@").strip()
        url = as_url(cell.text)
        shown = visible(cell.text.replace("\n", " ⏎ ").replace("\t", " "))
        in_field = bare in values or (url and url in values)
        host = any(value.partition("@")[0] == bare for value in values)
        site = accounts and accounts[0].platform == "website" and f"https://{bare}" in values
        assert in_field or host or site or any(shown in line for line in comments), cell


def scalars(node):
    if isinstance(node, Scalar):
        yield node.text
    for child in node.entries.values() if isinstance(node, Mapping) else getattr(node, "items", ()):
        yield from scalars(child)


def table_of(rows: int) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(["Behörde", "Plattform", "Handle", "Link", "seit", "Status", "Follower"])
    for number in range(rows):
        name = f"stadt.{number}"
        writer.writerow(
            [
                f"Stadt {number % 40}",
                "Insta",
                f"@{name}",
                f"instagram.com/{name}/",
                "bald",
                "aktiv",
                number,
            ]
        )
    return stream.getvalue().encode()


def seconds(rows: int) -> float:
    data = table_of(rows)
    times = []
    for _ in range(3):
        start = time.process_time()
        result = take(delimited.read(data, "k.csv"), Asked(), KNOWN, TREE, TODAY)
        times.append(time.process_time() - start)
    assert result.accounts == rows
    return min(times)


def test_five_thousand_rows_take_five_times_as_long_as_a_thousand():
    seconds(100)
    assert seconds(5_000) < 5 * seconds(1_000) * 1.8
