"""The page that a link promises: unknown for a night that cannot reach it, a fault after two."""

from __future__ import annotations

import pytest

from tests.web.night import CONFIG, crawl, registry, served, written
from tests.web.pages import City, home, impressum, impressum_text, privacy
from tests.web.scenarios.profiles import ACCOUNT, as_json, both, fields
from tests.web.scenarios.scenario import Scenario
from tests.web.site import Answer, redirect
from tests.web.web import Web

CITY = City("Fernau", "www.fernau.example")
ONCE = {**CONFIG, "network": {"passes": 0, "interval": 0.0}}
DOWN = Answer(status=503)
GONE = Answer(status=404)


@pytest.fixture
def night(tmp_path):
    """Crawl the account; pages: what its own site answers; rows: the fields of its profile."""
    blank = Scenario("fernau", "", CITY, lambda _: {}, account=ACCOUNT)
    path = written(tmp_path, registry([blank]), ONCE)
    with Web(tmp_path) as web:

        def crawled(pages=None, rows=None, *, profile=None, history=True, declared=None):
            answer = profile or as_json(CITY, rows)
            scenario = Scenario("fernau", "", CITY, lambda city: both(city, answer, pages))
            web.clear()
            web.serve(served([scenario]))
            entry = Scenario(
                "fernau", "", CITY, lambda _: {}, account={**ACCOUNT, **(declared or {})}
            )
            path.write_text(registry([entry]), encoding="utf-8")
            words = ("--history", str(tmp_path / "nights.sqlite")) if history else ()
            return crawl(path, web, *words)

        yield crawled


def of(found, code):
    """Outcome, cause or variant's words, and change of a code's findings."""
    return [
        (f["outcome"], f.get("cause", ""), f["change"])
        for f in found.findings.get("fernau", ())
        if f["code"] == code
    ]


UNREAD = ("unknown", "not-reachable", "unknown")


def test_a_promised_page_out_of_reach_for_two_nights_is_told_and_gone_once_it_is_back(night):
    down = {"/impressum": DOWN}
    assert of(night(down, history=False), "IMP104") == [("unknown", "not-reachable", "new")]
    first = night(down)
    assert of(first, "IMP104") == [UNREAD]
    second = night(down)
    assert of(second, "IMP104") == [("fail", "", "new")]
    (told,) = (f for f in second.findings["fernau"] if f["code"] == "IMP104")
    assert told["message"]["de"] == (
        "Die für das Impressum angegebene Adresse führt zu einer Seite, die nicht erreichbar ist: "
        "https://www.fernau.example/impressum."
    )
    assert (told["severity"], told["evidence"][0]["status"]) == ("error", 503)
    assert second.fails("fernau") == {"NET002", "IMP104"}  # nothing else is said to be missing
    assert of(night(down), "IMP104") == [("fail", "", "still")]
    back = night()
    assert of(back, "IMP104") == []
    assert [(g["code"], g["change_by"]) for g in back.report["gone"] if g["code"] == "IMP104"] == [
        ("IMP104", "network")
    ]
    assert of(night(down), "IMP104") == [UNREAD]


def test_one_bad_night_between_two_good_ones_is_never_told(night):
    assert of(night(), "IMP104") == []
    assert of(night({"/impressum": DOWN}), "IMP104") == [UNREAD]
    back = night()
    assert (of(back, "IMP104"), back.report["gone"]) == ([], [])
    assert of(night({"/impressum": DOWN}), "IMP104") == [UNREAD]


def test_down_tonight_and_missing_tomorrow_are_two_nights(night):
    assert of(night({"/impressum": DOWN}), "IMP104") == [UNREAD]
    assert of(night({"/impressum": GONE}), "IMP104") == [("fail", "", "new")]


def test_another_page_that_stood_there_is_not_gone_while_nothing_can_be_reached(night):
    other = {"/impressum": home(CITY)}
    assert of(night(other), "IMP104") == [("fail", "", "new")]
    down = {"/impressum": DOWN}
    assert of(night(down), "IMP104") == [("fail", "", "still"), UNREAD]
    assert night(down).report["gone"] == []


def test_a_site_that_may_lead_to_the_page_is_no_link_to_it(night):
    rows = [row for row in fields(CITY) if row[0] == "Website"]
    for _ in range(3):
        found = night({"/": DOWN}, rows)
        assert "IMP104" not in found.fails("fernau")
        assert "IMP101" not in found.fails("fernau")


def test_an_address_that_only_the_registry_names_is_no_link_to_it(night):
    """Nobody could say that a link of the profile leads to it, for there is none."""
    rows = [row for row in fields(CITY) if row[0] == "Website"]
    blank = home(CITY, links="<li>Ende</li>")
    for _ in range(3):
        found = night(
            {"/": blank, "/impressum": DOWN}, rows, declared={"impressum": CITY.url("/impressum")}
        )
        assert of(found, "IMP104")[0][:2] == ("unknown", "not-reachable")
        assert "NET002" in found.fails("fernau") | found.unknown("fernau").keys()


def test_a_profile_that_cannot_be_read_shows_no_link(night):
    down = {"/impressum": DOWN, "/datenschutz": DOWN, "/": DOWN}
    for _ in range(3):
        assert not night(down, profile=DOWN).fails("fernau") & {"IMP104", "DSE104", "IMP101"}


CHECKED = Answer(
    "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", status=503
)


@pytest.mark.parametrize(
    "answer",
    [
        CHECKED,
        DOWN.with_(("Cf-Mitigated", "challenge")),
        redirect("/impressum").with_(("Set-Cookie", "da=1")),
        redirect("/impressum1"),
    ],
    ids=["check", "check-by-header", "circle", "many"],
)
def test_what_only_a_program_may_meet_stays_unknown(night, answer):
    far = {f"/impressum{number}": redirect(f"/impressum{number + 1}") for number in range(1, 20)}
    pages = {"/impressum": answer, **far}
    for _ in range(2):
        last = night(pages)
    assert of(last, "IMP104") == [UNREAD]
    assert "NET002" in last.fails("fernau")


def test_a_page_that_is_kept_back_stays_unknown(night):
    for _ in range(3):
        assert of(night({"/impressum": Answer(status=403)}), "IMP104") == [
            ("unknown", "login-wall", "unknown")
        ]


@pytest.mark.parametrize("fault", ["short", "reset_body"])
def test_a_page_that_begins_and_does_not_end_is_not_called_out_of_reach(night, fault):
    for _ in range(3):
        found = night({"/impressum": impressum(CITY).with_(fault=fault)})
        assert of(found, "IMP104") == [UNREAD]
    assert "NET002" in found.fails("fernau")


def test_a_page_that_is_missing_for_a_night_is_no_lack_whatever_its_link_is_called(night):
    rows = [("Kontakt", CITY.url("/kontakt"))]
    there = {"/kontakt": impressum(CITY, impressum_text(CITY).replace("§ 5 DDG", "§ 5 TMG"))}
    away = {"/kontakt": GONE}
    assert of(night(there, rows), "IMP301") == [("fail", "", "new")]
    for _ in range(2):
        once = night(away, rows)
        assert of(once, "IMP101") == [("unknown", "seen-once", "unknown")]
        assert (of(once, "IMP301"), once.report["gone"]) == ([("fail", "", "still")], [])
        back = night(there, rows)
        assert (of(back, "IMP101"), of(back, "IMP301")) == ([], [("fail", "", "still")])
    night(away, rows)
    assert of(night(away, rows), "IMP101") == [("fail", "", "new")]
    assert of(night(away, rows), "IMP101") == [("fail", "", "still")]
    assert "IMP101" in {g["code"] for g in night(there, rows).report["gone"]}
    assert of(night(there, []), "IMP101") == [("fail", "", "reopened")]  # the link is taken off


def test_so_it_is_on_a_site_that_no_two_nights_see_alike(night):
    rows = [("Website", CITY.url("/"))]
    contact = {
        "/kontakt": impressum(CITY, impressum_text(CITY).replace("§ 5 DDG", "§ 5 TMG"), links="")
    }

    def start(number, way=None):
        news = f'<meta name="token" content="{number}">'
        notice = f"/datenschutz?t={number}"
        foot = f"""<li>{way or '<a href="/kontakt">Kontakt</a>'}</li>
<li><a href="{notice}">Datenschutz {number}</a></li>"""
        return {"/": home(CITY, foot, news), notice: privacy(CITY, links="")}

    assert of(night(start(1) | contact, rows), "IMP101") == []
    once = night({**start(2), "/kontakt": GONE}, rows)
    assert of(once, "IMP101") == [("unknown", "seen-once", "unknown")]
    assert (of(once, "IMP301"), once.report["gone"]) == ([("fail", "", "still")], [])
    back = night(start(3) | contact, rows)
    assert (of(back, "IMP101"), of(back, "IMP301")) == ([], [("fail", "", "still")])
    night({**start(4), "/kontakt": GONE}, rows)
    assert of(night({**start(5), "/kontakt": GONE}, rows), "IMP101") == [("fail", "", "new")]
    assert of(night({**start(6), "/kontakt": GONE}, rows), "IMP101") == [("fail", "", "still")]
    night(start(7) | contact, rows)
    # the link to it is taken off, and nothing that is asked for is missing
    assert of(night(start(8, "Kontakt") | contact, rows), "IMP101") == [("fail", "", "reopened")]
