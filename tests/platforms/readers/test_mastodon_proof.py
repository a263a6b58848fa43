"""What a tick and a link back are worth as proof that an account is the authority's."""

from datetime import date

import pytest

from linter.platforms.profile import Wanted
from linter.platforms.readers.mastodon import read, saved
from tests.platforms.readers.answers import Web, answer
from tests.platforms.readers.mastodon_answers import (
    BACK,
    FINGER,
    HOST,
    IMPRESSUM,
    LOOKUP,
    SITE,
    WANTED,
    account,
    actor,
    finger,
    unproven,
)


def test_a_tick_is_confirmed_by_the_pages_own_link_back():
    profile = Web({LOOKUP: answer(account()), SITE: answer(BACK)}).read(read(WANTED))
    seen = profile.verification
    assert (seen.state, seen.kind, seen.source) == ("verified", "rel-me", "api")
    assert seen.on == date(2024, 3, 1)
    assert not seen.note


@pytest.mark.parametrize("site", [answer("<html><body>Neu</body></html>"), answer("", status=404)])
def test_a_tick_whose_page_links_back_no_more_proves_nothing_either_way(site):
    web = Web({LOOKUP: answer(account()), SITE: site})
    seen = web.read(read(WANTED)).verification
    assert (seen.state, seen.source, seen.cause) == ("unknown", "api", "link-back-gone")
    assert "no rel=" in seen.note


def test_a_tick_at_another_page_counts_only_if_that_page_was_seen():
    ticked = [
        {"name": name, "value": url, "verified_at": "2024-03-01T08:00:00.000+00:00"}
        for name, url in (("Website", SITE), ("Impressum", IMPRESSUM))
    ]
    web = Web(
        {
            LOOKUP: answer(account(fields=ticked)),
            SITE: answer("<html><body>Neu</body></html>"),
            IMPRESSUM: answer(fault="timeout"),
        }
    )
    seen = web.read(read(WANTED)).verification
    assert (seen.state, seen.cause) == ("unknown", "not-reachable")
    web.answers[IMPRESSUM] = answer(BACK)
    assert web.read(read(WANTED)).verification.state == "verified"


@pytest.mark.parametrize(
    ("fault", "cause"), [("timeout", "not-reachable"), ("robots_disallowed", "robots")]
)
def test_a_page_that_could_not_be_asked_for_the_link_back_is_the_cause(fault, cause):
    seen = Web({LOOKUP: answer(unproven()), SITE: answer(fault=fault)}).read(read(WANTED))
    assert (seen.verification.state, seen.verification.cause) == ("unknown", cause)


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ("timeout", "not-reachable"),
        ("server_error", "not-reachable"),
        ("robots_disallowed", "robots"),
    ],
)
def test_a_tick_whose_page_cannot_be_read_may_be_stale(fault, cause):
    web = Web({LOOKUP: answer(account()), SITE: answer(fault=fault)})
    profile = web.read(read(WANTED))
    seen = profile.verification
    assert (seen.state, seen.kind, seen.source, seen.cause) == ("unknown", "rel-me", "api", cause)
    assert "could not be read" in seen.note
    assert all(capture.ok for capture in profile.seen)


def test_without_a_tick_our_own_look_proves_the_account():
    profile = Web({LOOKUP: answer(unproven()), SITE: answer(BACK)}).read(read(WANTED))
    assert (profile.verification.state, profile.verification.source) == ("verified", "page")


@pytest.mark.parametrize(
    "back",
    [
        f'<link rel="me" href="{HOST}/@stadt">',
        f'<a href="{HOST.upper()}/@Stadt/" rel="ME">M</a>',
        f'<a href="{HOST}/users/stadt" rel="external me">M</a>',
        f'<base href="{HOST}/"><a href="@stadt" rel="me">M</a>',
    ],
)
def test_a_link_back_counts_in_each_of_its_forms(back):
    profile = Web({LOOKUP: answer(unproven()), SITE: answer(back)}).read(read(WANTED))
    assert profile.verification.state == "verified"


@pytest.mark.parametrize(
    "back",
    [
        f'<a href="{HOST}/@stadt">ohne rel</a>',
        f'<a rel="menu" href="{HOST}/@stadt">falsches rel</a>',
        f'<a rel="me" href="{HOST}/@stadtwerke">anderer</a>',
        f'<p>Neu</p><!-- <a rel="me" href="{HOST}/@stadt">kommentiert</a> -->',
    ],
)
def test_what_is_no_link_back_leaves_the_account_unverified(back):
    profile = Web({LOOKUP: answer(unproven()), SITE: answer(back)}).read(read(WANTED))
    assert profile.verification.state == "not_verified"


@pytest.mark.parametrize("fault", ["timeout", "forbidden", "tls_error", "robots_disallowed"])
def test_a_page_that_cannot_be_read_never_makes_an_account_unverified(fault):
    web = Web({LOOKUP: answer(unproven()), SITE: answer(fault=fault)})
    assert web.read(read(WANTED)).verification.state == "unknown"


def test_a_tick_for_a_page_of_someone_else_proves_nothing():
    fields = [{"name": "Shop", "value": "https://shop.example/", "verified_at": "2024-03-01"}]
    seen = Web({LOOKUP: answer(account(fields=fields))}).read(read(WANTED)).verification
    assert (seen.state, seen.kind) == ("unknown", "rel-me")


def test_an_emoji_of_a_tick_proves_nothing():
    said = unproven(
        display_name="Stadt Musterhausen :verified: ✅",
        emojis=[{"shortcode": "verified", "url": f"{HOST}/v.png"}],
    )
    seen = Web({LOOKUP: answer(said), SITE: answer("<p>x</p>")}).read(read(WANTED)).verification
    assert seen.state == "not_verified"


def test_an_instance_under_the_authoritys_domain_speaks_for_itself():
    own = Wanted("mastodon", "stadt@social.example.org", domains=("example.org",))
    seen = Web({LOOKUP: answer(account(fields=[]))}).read(read(own)).verification
    assert (seen.state, seen.kind) == ("verified", "instance")


def test_the_home_of_a_name_that_merely_ends_alike_is_not_the_authoritys():
    other = Wanted("mastodon", "stadt@social.example.org", domains=("ample.org",))
    seen = Web({LOOKUP: answer(account(fields=[]))}).read(read(other)).verification
    assert seen.state == "not_verified"


def test_an_instance_that_claims_to_live_at_the_authoritys_is_not_believed():
    claims = unproven(
        url="https://social.musterhausen.de/@stadt",
        uri="https://social.musterhausen.de/users/stadt",
    )
    real = '<a rel="me" href="https://social.musterhausen.de/@stadt">Mastodon</a>'
    profile = Web({LOOKUP: answer(claims), SITE: answer(real)}).read(read(WANTED))
    assert profile.handle == "stadt@social.example.org"
    assert profile.verification.state == "not_verified"


def test_webfinger_that_claims_another_hosts_name_is_not_believed():
    web = Web(
        {
            FINGER: finger("acct:stadt@musterhausen.de"),
            (f"{HOST}/users/stadt", "activity"): answer(actor(attachment=[])),
        }
    )
    profile = web.read(read(WANTED))
    assert profile.handle == "stadt@social.example.org"
    assert profile.verification.state != "verified"


def test_a_word_in_a_saved_field_is_no_tick():
    page = f"""<title>Stadt (@stadt@social.example.org)</title><div class="account__header__bio">
    <div class="account__header__fields"><dl><dt>Website</dt>
    <dd><a href="{SITE}verified">verified</a></dd></dl></div></div>"""
    assert saved(page.encode(), WANTED).verification.state == "unknown"
