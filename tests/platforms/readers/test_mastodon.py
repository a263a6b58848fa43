"""Mastodon: interface, webfinger, actor and page; and what proven links are worth."""

import json
from datetime import date

import pytest

from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
from linter.platforms.readers.mastodon import read, saved
from tests.platforms.readers.answers import Web, answer

HOST = "https://social.example.org"
LOOKUP = f"{HOST}/api/v1/accounts/lookup?acct=stadt"
FINGER = f"{HOST}/.well-known/webfinger?resource=acct:stadt@social.example.org"
SITE = "https://www.musterhausen.de/"
IMPRESSUM = "https://www.musterhausen.de/impressum"
BACK = f'<html><body><a rel="me nofollow" href="{HOST}/@stadt">Mastodon</a></body></html>'
WANTED = Wanted("mastodon", "stadt@social.example.org", domains=("musterhausen.de",))


def account(**changes):
    return {
        "id": "1",
        "username": "stadt",
        "acct": "stadt",
        "display_name": "Stadt Musterhausen",
        "locked": False,
        "bot": False,
        "created_at": "2019-01-01T00:00:00.000Z",
        "note": (
            "<p>Hier informiert die Pressestelle.<br>Netiquette: "
            '<a href="https://www.musterhausen.de/netiquette" rel="nofollow noopener">'
            '<span class="invisible">https://www.</span><span class="ellipsis">musterhausen.de/neti</span>'
            '<span class="invisible">quette</span></a></p>'
            '<p><a href="https://social.example.org/tags/nrw" class="mention hashtag">#nrw</a></p>'
        ),
        "url": f"{HOST}/@stadt",
        "uri": f"{HOST}/users/stadt",
        "followers_count": 1234,
        "last_status_at": "2026-11-20",
        "emojis": [],
        "fields": [
            {
                "name": "Website",
                "value": f'<a href="{SITE}" rel="me">{SITE}</a>',
                "verified_at": "2024-03-01T08:00:00.000+00:00",
            },
            {"name": "Impressum", "value": IMPRESSUM, "verified_at": None},
        ],
    } | changes


def unproven(**changes):
    fields = [{"name": "Website", "value": SITE, "verified_at": None}]
    return account(fields=fields, **changes)


def actor(**changes):
    return {
        "@context": ["https://www.w3.org/ns/activitystreams"],
        "id": f"{HOST}/users/stadt",
        "type": "Person",
        "preferredUsername": "stadt",
        "name": "Stadt Musterhausen",
        "summary": "<p>Hier informiert die Pressestelle.</p>",
        "url": f"{HOST}/@stadt",
        "attachment": [
            {"type": "PropertyValue", "name": "Website", "value": f'<a href="{SITE}">x</a>'},
            {"type": "Document", "name": "Bild", "value": "https://elsewhere.example/"},
        ],
    } | changes


def finger(subject="acct:stadt@social.example.org", host=HOST):
    return answer(
        {
            "subject": subject,
            "links": [
                {"rel": "self", "type": "application/activity+json", "href": f"{host}/users/stadt"},
                {
                    "rel": "http://webfinger.net/rel/profile-page",
                    "type": "text/html",
                    "href": f"{host}/@stadt",
                },
            ],
        },
        kind="application/jrd+json",
    )


def test_a_profile_is_read_with_one_request_to_the_instance():
    web = Web({LOOKUP: answer(account()), SITE: answer(BACK)})
    profile = web.read(read(WANTED))
    assert isinstance(profile, Profile)
    assert web.urls[0] == LOOKUP
    assert [url for url in web.urls if url.startswith(HOST)] == [LOOKUP]
    assert web.asked[0].api
    assert (profile.handle, profile.url) == ("stadt@social.example.org", f"{HOST}/@stadt")
    assert profile.name == "Stadt Musterhausen"
    assert profile.bio == (
        "Hier informiert die Pressestelle.\n"
        "Netiquette: https://www.musterhausen.de/netiquette\n\n#nrw"
    )
    assert profile.links == (
        ProfileLink("Website", SITE, verified=True),
        ProfileLink("Impressum", IMPRESSUM),
        ProfileLink("Netiquette", "https://www.musterhausen.de/netiquette"),
    )
    assert profile.bot is False
    assert profile.last_post == date(2026, 11, 20)
    assert profile.seen[0].url == LOOKUP


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


@pytest.mark.parametrize("lacking", [{"fields": None}, {"fields": None, "note": None}])
def test_an_account_that_the_interface_knows_is_never_gone(lacking):
    profile = Web({LOOKUP: answer(account(**lacking))}).read(read(WANTED))
    assert isinstance(profile, Profile)
    assert profile.more_links
    assert (profile.bio is None) == ("note" in lacking)
    assert (profile.links is None) == ("note" in lacking)


def test_an_account_told_without_an_address_is_unread_not_gone():
    told = {"id": "1", "username": "stadt", "fields": None}
    seen = Web({LOOKUP: answer(told), FINGER: answer("", status=404)}).read(read(WANTED))
    assert isinstance(seen, Unread)
    assert seen.cause == "profile-not-read"


def test_what_knows_no_account_anywhere_is_gone():
    seen = Web({LOOKUP: answer({}), FINGER: answer("", status=404)}).read(read(WANTED))
    assert seen.cause == "profile-gone"


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


def test_an_account_may_live_on_another_host_than_its_name_says():
    wanted = Wanted("mastodon", "stadt@musterhausen.de", domains=("musterhausen.de",))
    web = Web(
        {
            "https://musterhausen.de/.well-known/webfinger?resource=acct:stadt@musterhausen.de": finger(
                "acct:stadt@musterhausen.de"
            ),
            LOOKUP: answer(account(fields=[])),
        }
    )
    profile = web.read(read(wanted))
    assert profile.handle == "stadt@musterhausen.de"
    assert profile.url == f"{HOST}/@stadt"
    assert profile.verification.kind == "instance"
    assert all(capture.ok for capture in profile.seen)


@pytest.mark.parametrize("status", [401, 403, 404, 422])
def test_without_the_interface_the_actor_tells_all_but_ticks(status):
    web = Web(
        {
            LOOKUP: answer("<h1>nein</h1>", status=status),
            FINGER: finger(),
            (f"{HOST}/users/stadt", "activity"): answer(actor()),
            SITE: answer(BACK),
        }
    )
    profile = web.read(read(WANTED))
    assert profile.name == "Stadt Musterhausen"
    assert profile.links == (ProfileLink("Website", SITE),)
    assert profile.bot is False
    assert (profile.verification.state, profile.verification.source) == ("verified", "page")
    assert profile.seen[0].url == f"{HOST}/users/stadt"


def test_an_actor_that_is_a_program_and_has_moved_says_so():
    moved = actor(type="Service", movedTo="https://neu.example/users/stadt", attachment=None)
    web = Web({FINGER: finger(), (f"{HOST}/users/stadt", "activity"): answer(moved)})
    profile = web.read(read(WANTED))
    assert profile.bot is True
    assert profile.moved_to == "https://neu.example/users/stadt"


def test_a_moved_account_names_its_new_address():
    moved = account(moved={"acct": "stadt@neu.example", "url": "https://neu.example/@stadt"})
    web = Web({LOOKUP: answer(moved), SITE: answer(BACK)})
    assert web.read(read(WANTED)).moved_to == "https://neu.example/@stadt"


def test_the_page_is_the_last_way():
    head = (
        '<meta property="og:title" content="Stadt Musterhausen (@stadt@social.example.org)">'
        '<meta property="og:description" content="58 Beiträge, 12 Folge ich, 1,2 Tsd. Follower · '
        'Hier informiert die Pressestelle. Impressum: musterhausen.de/impressum">'
    )
    web = Web({FINGER: answer("", status=401), f"{HOST}/@stadt": answer(head)})
    profile = web.read(read(WANTED))
    assert profile.name == "Stadt Musterhausen"
    assert profile.bio == "Hier informiert die Pressestelle. Impressum: musterhausen.de/impressum"
    assert profile.links == (ProfileLink("Impressum", "https://musterhausen.de/impressum"),)
    assert profile.more_links
    assert profile.verification.state == "unknown"


def test_an_account_that_is_gone_is_told_by_the_instance():
    web = Web({LOOKUP: answer({"error": "Record not found"}, status=404)})
    found = web.read(read(WANTED))
    assert isinstance(found, Unread)
    assert (found.cause, found.fault) == ("profile-gone", "not_found")
    assert web.urls == [LOOKUP, FINGER, f"{HOST}/@stadt"]
    assert [capture.url for capture in found.seen] == [LOOKUP]


def test_a_host_that_knows_nothing_of_the_account_by_any_way_has_lost_it():
    found = Web({}).read(read(WANTED))
    assert (found.cause, found.fault) == ("profile-gone", "not_found")
    assert found.seen[0].url == f"{HOST}/@stadt"


@pytest.mark.parametrize("said", [{"suspended": True, "note": "", "fields": []}])
def test_a_suspended_account_is_gone(said):
    found = Web({LOOKUP: answer(account(**said))}).read(read(WANTED))
    assert (found.cause, found.seen[0].fault) == ("profile-gone", "not_found")


def test_an_account_closed_by_its_server_is_gone():
    web = Web(
        {
            LOOKUP: answer("", status=401),
            FINGER: finger(),
            f"{HOST}/users/stadt": answer("", status=410),
        }
    )
    assert web.read(read(WANTED)).cause == "profile-gone"


def test_a_limited_account_is_read_like_any_other():
    web = Web({LOOKUP: answer(account(limited=True, memorial=True)), SITE: answer(BACK)})
    assert web.read(read(WANTED)).name == "Stadt Musterhausen"


@pytest.mark.parametrize("status", [401, 403])
def test_an_instance_that_only_lets_members_in_is_a_login_wall(status):
    closed = answer("", status=status)
    page = answer("<title>Anmelden</title>")
    found = Web({LOOKUP: closed, FINGER: closed, f"{HOST}/@stadt": page}).read(read(WANTED))
    assert (found.cause, found.fault) == ("login-wall", "forbidden")


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ("timeout", "not-reachable"),
        ("dns_error", "not-reachable"),
        ("rate_limited", "asked-to-wait"),
        ("server_error", "not-reachable"),
        ("address_refused", "address-refused"),
        ("budget_exhausted", "too-many-requests"),
        ("not_recorded", "not-in-recording"),
    ],
)
def test_a_fault_of_the_network_is_told_at_once(fault, cause):
    web = Web({LOOKUP: answer(fault=fault)})
    found = web.read(read(WANTED))
    assert (found.cause, found.fault) == (cause, fault)
    assert len(web.asked) == 1


def test_a_page_that_answers_everything_is_no_profile_and_no_proof_of_absence():
    everything = answer("<title>Willkommen</title><p>Startseite</p>")
    found = Web({LOOKUP: everything, FINGER: everything, f"{HOST}/@stadt": everything}).read(
        read(WANTED)
    )
    assert (found.cause, found.fault) == ("profile-not-read", "")


def test_the_host_is_taken_from_the_address_where_the_handle_has_none():
    wanted = Wanted("mastodon", "stadt", url=f"{HOST}/@stadt", domains=("musterhausen.de",))
    web = Web({LOOKUP: answer(account()), SITE: answer(BACK)})
    assert web.read(read(wanted)).handle == "stadt@social.example.org"


def test_an_instance_with_an_umlaut_is_asked_by_its_wire_name():
    wanted = Wanted("mastodon", "stadt@bawü.social")
    web = Web({})
    web.read(read(wanted))
    assert web.urls[0].startswith("https://xn--baw-joa.social/api/")


@pytest.mark.parametrize("handle", ["", "stadt", "@", "stadt@", "stadt@evil.example/path?", "@@@"])
def test_a_handle_without_a_host_is_asked_nowhere(handle):
    web = Web({})
    assert web.read(read(Wanted("mastodon", handle))).cause == "profile-not-read"
    assert web.asked == []


def test_a_saved_answer_tells_the_same_but_nobody_looked():

    profile = saved(json.dumps(account()).encode(), WANTED)
    assert profile.links[0].verified
    assert (profile.verification.state, profile.verification.source) == ("verified", "export")
    assert "not seen" in profile.verification.note


def test_a_saved_actor_is_read():

    profile = saved(json.dumps(actor()).encode(), WANTED)
    assert (profile.handle, profile.verification.state) == ("stadt@social.example.org", "unknown")


def test_a_page_saved_from_the_browser_is_read_with_its_fields():
    page = f"""<title>Stadt Musterhausen (@stadt@social.example.org) - Social</title>
    <div class="account__header__bio">
      <div class="account__header__content"><p>Hier informiert die Pressestelle.</p></div>
      <div class="account__header__fields">
        <dl class="verified"><dt>Website</dt><dd class="verified"><a href="{SITE}">{SITE}</a></dd></dl>
        <dl><dt>Impressum</dt><dd><a href="{IMPRESSUM}">{IMPRESSUM}</a></dd></dl>
      </div></div>"""
    profile = saved(page.encode(), WANTED)
    assert profile.bio == "Hier informiert die Pressestelle."
    assert profile.links == (
        ProfileLink("Website", SITE, verified=True),
        ProfileLink("Impressum", IMPRESSUM),
    )
    assert profile.verification.state == "verified"


ADDRESS = "Stadt Musterhausen, Markt 1, 12345 Musterhausen"


def worded(fields, form):
    """A profile with these fields, by the interface, as an actor, or as a page that is drawn."""
    if form == "interface":
        rows = [{"name": name, "value": value, "verified_at": None} for name, value in fields]
        return saved(json.dumps(account(fields=rows)).encode(), WANTED)
    if form == "actor":
        kind = "PropertyValue"
        rows = [{"type": kind, "name": name, "value": value} for name, value in fields]
        return saved(json.dumps(actor(attachment=rows)).encode(), WANTED)
    rows = "".join(f"<dl><dt>{name}</dt><dd>{value}</dd></dl>" for name, value in fields)
    return saved(
        f"""<title>Stadt Musterhausen (@stadt@social.example.org) - Social</title>
        <div class="account__header__bio">
        <div class="account__header__content"><p>Hier informiert die Pressestelle.</p></div>
        <div class="account__header__fields">{rows}</div></div>""".encode(),
        WANTED,
    )


@pytest.mark.parametrize("form", ["interface", "actor", "page"])
def test_what_fields_say_in_words_is_part_of_the_profile(form):
    fields = [
        ("Impressum:", f"<p>Stadt Musterhausen,<br>{ADDRESS.partition(', ')[2]}</p>"),
        ("Betreut von", "der Pressestelle"),
        ("Website", f'<a href="{SITE}"><span class="invisible">https://</span>www.musterhausen.de</a>'),
    ]  # fmt: skip
    profile = worded(fields, form)
    assert profile.fields == (("Impressum", ADDRESS), ("Betreut von", "der Pressestelle"))
    assert profile.impressum == ADDRESS
    assert profile.words == (f"{profile.bio}\nImpressum: {ADDRESS}\nBetreut von: der Pressestelle")
    assert profile.bio.startswith("Hier informiert die Pressestelle.")
    assert [link.label for link in profile.links if link.url == SITE] == ["Website"]


@pytest.mark.parametrize("form", ["interface", "actor", "page"])
def test_a_field_that_is_a_link_says_nothing_else(form):
    profile = worded([("Impressum", f'<a href="{IMPRESSUM}">{IMPRESSUM}</a>')], form)
    assert (profile.fields, profile.impressum) == ((), None)
    assert profile.words == profile.bio


def test_a_saved_page_of_something_else_is_no_profile():
    assert saved(b"<title>Rezepte</title>", WANTED).cause == "profile-not-read"


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
