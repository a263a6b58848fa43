"""Links back to a profile: every form in which a page has one, and pages that do not show theirs."""

import pytest

from linter.platforms.profile import Wanted
from linter.platforms.readers.mastodon import read
from tests.platforms.readers.answers import Led, answer
from tests.platforms.readers.mastodon_answers import HOST, LOOKUP, SITE, WANTED, account

LEAD = "https://www.musterhausen.de/mastodon"
ME = '<p>Stadt Musterhausen, Neues aus dem Rathaus</p><a rel="me" href="{}">Mastodon</a>'


def proof(site, web=None, wanted=WANTED, lookup=LOOKUP, told=None, **ways):
    """The verification of an account whose tick is at a page."""
    answers = {lookup: answer(told or account()), SITE: answer(site), **(web or {})}
    return Led(answers, **ways).read(read(wanted)).verification


@pytest.mark.parametrize("last", [answer("<h1>@stadt</h1>"), answer(fault="robots_disallowed")])
def test_a_link_that_is_redirected_to_the_profile_links_back(last):
    seen = proof(ME.format("/mastodon"), {LEAD: last}, led={LEAD: f"{HOST}/@stadt"})
    assert (seen.state, seen.note) == ("verified", "")


def test_a_link_that_is_redirected_elsewhere_does_not():
    seen = proof(ME.format(LEAD), {LEAD: answer("x")}, led={LEAD: f"{HOST}/@stadtwerke"})
    assert (seen.state, seen.cause) == ("unknown", "link-back-gone")


def test_a_link_that_could_not_be_followed_leaves_it_open():
    seen = proof(ME.format(LEAD), {LEAD: answer(fault="timeout")})
    assert (seen.state, seen.cause) == ("unknown", "not-reachable")


def test_a_link_to_an_account_on_another_platform_is_not_followed():
    web = Led({LOOKUP: answer(account()), SITE: answer(ME.format("https://x.com/stadt"))})
    assert web.read(read(WANTED)).verification.cause == "link-back-gone"
    assert "https://x.com/stadt" not in web.urls


def test_a_fragment_makes_no_difference():
    assert proof(ME.format(f"{HOST}/@stadt#profil")).state == "verified"


def test_a_host_with_umlauts_may_be_written_either_way():
    host = "https://xn--baw-joa.social"
    told = account(url=f"{host}/@stadt", uri=f"{host}/users/stadt")
    wanted = Wanted("mastodon", "stadt@bawü.social", domains=("musterhausen.de",))
    lookup = f"{host}/api/v1/accounts/lookup?acct=stadt"
    for name in ("bawü.social", "xn--baw-joa.social", "BAWÜ.social"):
        site = ME.format(f"https://{name}/@stadt")
        assert proof(site, wanted=wanted, lookup=lookup, told=told).state == "verified"


@pytest.mark.parametrize(
    ("site", "cause"),
    [
        ("<html><body><div id=root></div><script src=a.js></script></body>", "page-not-judgeable"),
        (
            "<title>Login</title><h1>Anmelden</h1><form><input name=u><input type=password></form>",
            "login-wall",
        ),
    ],
)
def test_a_page_that_does_not_show_its_links_leaves_it_open(site, cause):
    seen = proof(site)
    assert (seen.state, seen.cause) == ("unknown", cause)


def test_a_page_that_was_cut_leaves_it_open_unless_the_link_was_seen():
    seen = proof("<p>Stadt Musterhausen</p>", cut={SITE})
    assert (seen.state, seen.cause) == ("unknown", "too-large")
    assert proof(ME.format(f"{HOST}/@stadt"), cut={SITE}).state == "verified"
