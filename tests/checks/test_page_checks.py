"""The checks that look at pages: what they miss, and where they say that they could not look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from linter.checks.page_address import page_address
from linter.checks.page_covers import page_covers
from linter.checks.page_detail import page_detail
from linter.checks.page_fits_kind import page_fits_kind
from linter.checks.page_is import page_is
from linter.checks.page_name import page_name
from linter.checks.page_text import page_text
from linter.checks.page_vat import page_vat
from linter.checks.sender import sender
from linter.crawl.observation import Observation
from linter.pages import read_page
from linter.platforms.profile import Unread
from linter.registry.account import Authority, Designation, Person

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
CITY = Authority(
    id="stadt-bergheide",
    kind="city",
    designations=[Designation("Stadt Bergheide", "name"), Designation("LAWB", "abbr")],
    people=[Person("Sandkuhl", "Helga", "Oberbürgermeisterin", "stadt-bergheide")],
)
ENTRY = "{id: a, platform: facebook, handle: bergheide, kind: authority}"


@pytest.fixture
def seeing(subject):
    """A subject behind whose account a page was read, or why it was not."""

    def make(name: str = "", kind: str = "impressum", entry: str = ENTRY, why: str = ""):
        made = subject(entry, authority=CITY)
        made.context.online = bool(name or why)
        seen = made.context.seen = Observation("a", Unread("platform-not-readable"))
        if name:
            page = read_page((PAGES / name).read_bytes())
            seen.pages[kind] = page
        if why:
            seen.unseen[kind] = why
        return made

    return make


def test_a_page_of_another_name_that_has_what_is_asked_for_is_a_close_call(look, seeing):
    made = seeing("impressum-stadt.html")
    made.context.seen.pages["impressum"].page_type = "other"
    asked = {"page": "impressum", "all": ["phone"]}
    assert look(page_detail, made, **asked) == [("unknown", "impressum", "page-uncertain")]
    elsewhere = seeing("startseite.html")
    elsewhere.context.seen.pages["impressum"].page_type = "other"
    assert look(page_detail, elsewhere, **asked) == [("unknown", "impressum", "another-page")]


def test_a_sender_is_looked_for_in_vain_on_a_page_that_is_hardly_an_impressum(look, seeing):
    made = seeing("impressum-stadt.html", entry=f"{ENTRY[:-1]}, bio: Neues, links: []}}")
    page = read_page(b"<title>Impressum</title><h1>Impressum</h1><p>Das Haus am Markt.</p>")
    made.context.seen.pages["impressum"] = page
    asked = {"fields": ["bio"], "pages": ["impressum"], "links": ["links[].url"]}
    assert look(sender, made, **asked) == [("unknown", "bio", "page-uncertain")]


def test_what_is_hardly_an_impressum_is_no_notice_for_that(look, seeing):
    made = seeing("impressum-stadt.html", kind="privacy")
    page = made.context.seen.pages["privacy"]
    page.uncertain = True
    asked = {"page": "privacy", "all": ["controller_named"]}
    assert look(page_detail, made, **asked) == [("unknown", "privacy", "page-uncertain")]
    page.page_type = "other"
    assert look(page_detail, made, **asked)[0][0] == "miss"


def test_all_details_asked_for_must_be_there(look, seeing):
    asked = {"page": "impressum", "all": ["street", "postal_code"], "de": {"street": "Straße"}}
    assert look(page_detail, seeing("impressum-stadt.html"), **asked) == []
    (miss,) = look(page_detail, seeing("impressum-ohne-strasse.html"), **asked)
    assert miss[:3] == ("miss", "impressum", "partial")
    assert miss[3]["missing"] == {"de": "Straße", "en": "street"}


def test_one_of_several_details_is_enough(look, seeing):
    asked = {"page": "impressum", "any": ["phone", "fax"]}
    assert look(page_detail, seeing("impressum-stadt.html"), **asked) == []
    assert len(look(page_detail, seeing("impressum-ohne-telefon.html"), **asked)) == 1


def test_a_wording_or_a_link_may_do_instead(look, seeing):
    asked = {"page": "impressum", "any": ["phone"], "text": [r"Kontaktformular"]}
    assert look(page_detail, seeing("impressum-kontaktformular.html"), **asked) == []
    assert len(look(page_detail, seeing("impressum-ohne-telefon.html"), **asked)) == 1


def test_a_detail_that_must_not_be_there_is_quoted(look, seeing):
    asked = {"page": "impressum", "none": ["editorially_responsible"]}
    (miss,) = look(page_detail, seeing("impressum-stadt.html"), **asked)
    assert miss[3]["found"] == "Jörn Tietgen"


def test_another_rules_detail_ends_it(look, seeing):
    asked = {"page": "impressum", "all": ["street"], "unless": ["po_box_only"]}
    assert look(page_detail, seeing("impressum-postfach.html"), **asked) == []


def test_asked_only_where_it_is_about(look, seeing):
    asked = {
        "page": "impressum",
        "all": ["register_number"],
        "where": ["legal_form"],
        "fits": ["GmbH"],
    }
    assert look(page_detail, seeing("impressum-stadt.html"), **asked) == []
    assert look(page_detail, seeing("impressum-gmbh.html"), **asked) == []
    assert len(look(page_detail, seeing("impressum-gmbh-ohne-register.html"), **asked)) == 1


def test_what_the_registry_declares_is_asked_for(look, seeing):
    asked = {"page": "impressum", "all": ["register_number"], "declared": ["register_entry"]}
    entry = '{id: a, platform: facebook, register_entry: "HRB 1"}'
    assert look(page_detail, seeing("impressum-stadt.html"), **asked) == []
    assert len(look(page_detail, seeing("impressum-stadt.html", entry=entry), **asked)) == 1


def test_a_word_of_a_list_can_be_asked_for(look, seeing):
    asked = {
        "page": "privacy",
        "all": ["data_subject_rights.access", "data_subject_rights.objection"],
    }
    few = seeing("datenschutz-wenige-rechte.html", "privacy")
    (miss,) = look(page_detail, few, **asked)
    assert miss[3]["missing"]["en"] == "data_subject_rights.objection"


CHECKS = [
    (page_detail, {"page": "impressum", "all": ["street"]}),
    (page_text, {"page": "impressum", "none": ["x"]}),
    (page_covers, {"page": "impressum"}),
    (page_address, {}),
    (page_fits_kind, {"detail": "representative_role", "kinds": {"city": "mayor"}}),
    (page_name, {"refuse": "abbreviation"}),
    (page_is, {"page": "impressum"}),
]
NAMES = [check.name for check, _ in CHECKS]


@pytest.mark.parametrize(("check", "asked"), CHECKS, ids=NAMES)
def test_a_page_not_read_is_unknown_with_its_cause(look, seeing, check, asked):
    unread = seeing(why="page-not-read")
    assert look(check, unread, **asked) == [("unknown", "impressum", "page-not-read")]


@pytest.mark.parametrize(("check", "asked"), CHECKS, ids=NAMES)
def test_a_page_that_needs_a_script_is_unknown(look, seeing, check, asked):
    shell = seeing("leer.html")
    assert look(check, shell, **asked) == [("unknown", "impressum", "page-not-judgeable")]


@pytest.mark.parametrize(("check", "asked"), CHECKS[:-1], ids=NAMES[:-1])
def test_another_page_is_no_fault_of_its_details(look, seeing, check, asked):
    home = seeing("startseite.html")
    assert look(check, home, **asked) == [("unknown", "impressum", "another-page")]


def test_offline_a_rule_that_the_registry_decides_too_keeps_silent(look, subject):
    offline = subject(ENTRY, authority=CITY)
    asked = {"page": "impressum", "none": ["TMG"], "unread": "pass"}
    assert look(page_text, offline, **asked) == []


def test_a_wording_is_found_unless_it_is_excepted(look, seeing):
    asked = {"page": "impressum", "none": [r"§ 5 TMG"], "unless": [r"früher § 5 TMG"]}
    (miss,) = look(page_text, seeing("impressum-altes-recht.html"), **asked)
    assert (miss[2], miss[3]["found"]) == ("page", "§ 5 TMG")
    assert look(page_text, seeing("impressum-frueheres-recht.html"), **asked) == []


def test_a_wording_that_is_asked_for_is_missed(look, seeing):
    asked = {"page": "impressum", "any": [r"Geltungsbereich"]}
    assert look(page_text, seeing("impressum-stadt.html"), **asked) == []
    assert len(look(page_text, seeing("impressum-gmbh.html"), **asked)) == 1


@pytest.mark.parametrize(
    ("platform", "handle", "covered"),
    [
        ("facebook", "bergheide", True),
        ("x", "bergheide", True),
        ("tiktok", "bergheide", False),
        ("flickr", "Stadt", False),  # a handle that is a word of the page
    ],
)
def test_which_accounts_a_page_covers(look, seeing, platform, handle, covered):
    entry = f"{{id: a, platform: {platform}, handle: {handle}}}"
    asked = {"page": "impressum", "called": {"x": "X (ehemals, Twitter"}}
    outcomes = look(page_covers, seeing("impressum-stadt.html", entry=entry), **asked)
    assert (outcomes == []) is covered


@pytest.mark.parametrize(
    ("said", "misses"), [("Facebook, Instagram, X und YouTube", 0), ("Größe X, Kapitel X", 1)]
)
def test_a_platform_of_one_letter_is_named_among_others(look, seeing, said, misses):
    seen = seeing(entry="{id: a, platform: x, handle: bergheide}", why="x")
    page = read_page(f"<title>Impressum</title><h1>Impressum</h1><p>{said}</p>".encode())
    seen.context.seen.unseen.clear()
    seen.context.seen.pages["impressum"] = replace(page, page_type="impressum", state="ok")
    assert len(look(page_covers, seen, page="impressum")) == misses


def test_the_page_behind_a_link_is_what_it_promises(look, seeing):
    assert look(page_is, seeing("impressum-und-datenschutz.html", "privacy"), page="privacy") == []
    (miss,) = look(page_is, seeing("impressum-stadt.html", "privacy"), page="privacy")
    assert miss[:3] == ("miss", "privacy", "other-notice")
    (miss,) = look(page_is, seeing("fehlerseite.html", "privacy"), page="privacy")
    assert miss[2] == "error-page"


def test_an_address_is_compared_with_all_that_are_known(look, seeing):
    made = seeing("impressum-stadt.html")
    known = {
        "id": "stadt-bergheide",
        "addresses": [{"street": "Alte Str. 2"}, {"street": "Rathausplatz 1"}],
    }
    assert look(page_address, made) == [("unknown", "impressum", "not-recorded")]
    made.context.facts["pack"] = {"authorities": {"authorities": [known]}}
    assert look(page_address, made) == []
    known["addresses"].pop()
    (miss,) = look(page_address, made)
    assert miss[3]["found"] == "Rathausplatz 1, 48931 Bergheide"


@pytest.mark.parametrize(
    "street", ["Friedrichstraße 62-80", "Friedrichstr. 62 – 80", "FRIEDRICHSTRASSE 62"]
)
def test_one_street_in_several_spellings(look, seeing, street):
    made = seeing("impressum-stadt.html")
    html = (PAGES / "impressum-stadt.html").read_text(encoding="utf-8")
    html = html.replace("Rathausplatz 1<br>", "Friedrichstraße 62-80<br>")
    made.context.seen.pages["impressum"] = read_page(html.encode())
    entry = {"id": "stadt-bergheide", "address": {"street": street}}
    made.context.facts["pack"] = {"authorities": {"authorities": [entry]}}
    assert look(page_address, made) == []


def test_the_provider_is_a_body_with_its_name_written_out(look, seeing):
    asked = {"refuse": "abbreviation"}
    assert look(page_name, seeing("impressum-stadt.html"), **asked) == []
    assert len(look(page_name, seeing("impressum-abkuerzung.html"), **asked)) == 1
    page = (
        "<title>Impressum</title><h1>Impressum</h1><p>{}<br>Rathausplatz 1<br>48931 Bergheide</p>"
    )
    for name, misses in (("AUENWALDER", 0), ("LANUV", 1), ("AUEWBNRW", 1)):
        made = seeing("impressum-stadt.html")
        made.context.seen.pages["impressum"] = read_page(page.format(name).encode())
        assert len(look(page_name, made, **asked)) == misses, name
    made = seeing("impressum-person.html")
    made.context.authorities[CITY.id] = CITY
    (miss,) = look(page_name, made, refuse="stranger", strangers=["SPD"])
    assert (miss[2], miss[3]["found"]) == ("person", "Dr. Helga Sandkuhl")


def test_who_represents_which_kind_of_body(look, seeing):
    asked = {"detail": "representative_role", "kinds": {"city": "bürgermeister"}}
    assert look(page_fits_kind, seeing("impressum-stadt.html"), **asked) == []
    assert len(look(page_fits_kind, seeing("impressum-landrat.html"), **asked)) == 1
    other = {"detail": "representative_role", "kinds": {"district": "landrat"}}
    assert look(page_fits_kind, seeing("impressum-landrat.html"), **other) == []


def test_a_vat_number_is_possible_and_the_one_on_record(look, seeing):
    asked = {"declared": "vat_id"}
    entry = "{id: a, platform: facebook, vat_id: DE129273398}"
    assert look(page_vat, seeing("impressum-stadt.html"), **asked) == []
    assert look(page_vat, seeing("impressum-ust-falsch.html"), **asked)[0][2] == "wrong"
    assert look(page_vat, seeing("impressum-stadt.html", entry=entry), **asked)[0][2] == "other"
    assert look(page_vat, seeing("impressum-ohne-telefon.html", entry=entry), **asked)[0][2] is None
    unread = seeing(entry=entry, why="page-not-read")
    assert look(page_vat, unread, **asked) == [("unknown", "impressum", "page-not-read")]
    seen = seeing(why="page-not-read")
    assert look(page_vat, seen, **asked) == [("unknown", "impressum", "page-not-read")]
    seen.context.online = False  # nobody looked, and no number is on record
    assert look(page_vat, seen, **asked) == []


def test_no_check_depends_on_the_day(look, seeing):
    made = seeing("impressum-stadt.html")
    made.context.as_of = date(1999, 1, 1)
    assert look(page_detail, made, page="impressum", all=["street"]) == []
