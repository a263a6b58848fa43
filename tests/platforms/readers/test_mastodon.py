"""Mastodon: interface, webfinger, actor and page, and what each of them tells."""

import json
from datetime import date

import pytest

from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
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
