"""The checks that look at a profile as it was read, beside what the registry has of it."""

from __future__ import annotations

import pytest

from linter.checks.differs import differs
from linter.checks.each import each
from linter.checks.elsewhere import elsewhere
from linter.checks.in_use import in_use
from linter.checks.initials import initials
from linter.checks.insecure_link import insecure_link
from linter.checks.links_home import links_home
from linter.checks.official_details import official_details
from linter.checks.on_show import on_show
from linter.checks.posted_within import posted_within
from linter.checks.sender import sender
from linter.checks.verification_kept import verification_kept
from linter.checks.verification_kind import verification_kind
from tests.checks.conftest import IM
from tests.checks.web import (
    FACEBOOK,
    HOSTILE,
    MASTODON,
    SITE,
    TOWN,
    crawled,
    declared,
    impressum,
    links,
    page,
)

UNREAD = ("no-token", "login-wall", "profile-gone", "not-reachable", "not-in-recording")


@pytest.mark.parametrize("cause", UNREAD)
@pytest.mark.parametrize(
    ("check", "params", "at"),
    [
        (differs, {}, "url"),
        (verification_kept, {"field": "verified"}, "verified"),
        (verification_kind, {"weak": ["paid"]}, "verified"),
        (posted_within, {"interval": "update_interval_days"}, "update_interval_days"),
        (official_details, {"label": "Impressum"}, "bio"),
        (on_show, {"field": "publicly_visible"}, "publicly_visible"),
    ],
)
def test_an_unread_profile_is_unknown_with_its_cause(look, subject, check, params, at, cause):
    text = declared("verified: true, update_interval_days: 30")
    found = look(check, crawled(subject, text, {"unread": cause}), **params)
    if check is on_show and cause == "profile-gone":
        assert found[0][:2] == ("miss", at)
    else:
        assert found == [("unknown", at, cause)]


@pytest.mark.parametrize(
    ("registry", "profile", "variants"),
    [
        ("profile_name: Rathaus", {"name": "Rathaus"}, []),
        ("profile_name: Rathaus", {"name": "Stadthaus"}, [None]),
        ("profile_name: Rathaus", {}, []),
        ("bio: 'Neues  aus „Bergheide“'", {"bio": 'Neues aus "Bergheide"'}, []),
        ("bio: Neues", {"bio": "Altes"}, ["bio"]),
        ("bio: Neues", {"bio": ""}, ["bio"]),
        ("bio: Neues aus dem Rathaus und der Stadt", {"bio": "Neues aus dem Rathaus…"}, []),
        ("bio: Mehr auf bergheide.de/a", {"bio": "Mehr auf https://t.co/xyz"}, []),
        ("bio: Neues \u2764", {"bio": "Neues \u2764\ufe0f"}, []),
        ("links: [{url: 'https://a.de/i'}]", links(("", "http://www.a.de/i/")), ["bio"][:0]),
        ("links: [{url: 'https://a.de/i'}]", links(("", "https://b.de/i")), ["links"]),
        ("links: [{url: 'https://a.de/i'}]", links(("", "https://t.co/xyz")), []),
        ("links: [{url: 'https://a.de/i'}]", {}, []),
        ("links: []", links(("", "https://b.de/i")), []),
        ("links: [{url: 'https://b.de/i'}]", links(("", SITE + "weiter")), []),
        ("status: active", {"handle": "neu@social.example"}, ["handle"]),
        ("status: active", {"handle": "Rathaus@Social.Example"}, []),
        ("status: active", {"moved_to": "https://b.example/@rathaus"}, ["moved"]),
    ],
)
def test_only_what_both_have_and_readers_would_notice_differs(
    look, subject, registry, profile, variants
):
    web = {SITE + "weiter": "-> https://b.de/i", "https://b.de/i": page("Neues")}
    found = look(differs, crawled(subject, declared(registry), profile, web))
    assert [one[2] for one in found] == variants


@pytest.mark.parametrize("handle", ["[x]", "{a: b}", "null"])
def test_a_handle_that_is_no_text_differs_from_nothing(look, subject, handle):
    text = f"{{id: a, platform: website, handle: {handle}, kind: authority, url: '{SITE}'}}"
    seen = crawled(subject, text, None, {SITE: page("Willkommen")})
    assert look(differs, seen) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_profiles_are_shown_shortened(look, subject, text):
    seen = crawled(
        subject, declared("bio: Neues, profile_name: Rathaus"), {"bio": text, "name": text}
    )
    for found in look(differs, seen):
        assert len(found[3]["shown"]) <= 120


@pytest.mark.parametrize(
    ("recorded", "state", "both", "result"),
    [
        ("true", "verified", False, []),
        ("true", "not_verified", False, [("miss", None)]),
        ("true", "unknown", False, [("unknown", "not-shown")]),
        ("{kind: rel-me}", "not_verified", False, [("miss", None)]),
        ("false", "verified", False, []),
        ("false", "verified", True, [("miss", "unrecorded")]),
        ("false", "unknown", True, [("unknown", "not-shown")]),
        ("vielleicht", "not_verified", True, []),
    ],
)
def test_a_badge_is_lost_only_where_the_profile_shows_that(
    look, subject, recorded, state, both, result
):
    seen = crawled(subject, declared(f"verified: {recorded}"), {"verification": {"state": state}})
    found = look(verification_kept, seen, field="verified", both=both)
    assert [(one[0], one[2]) for one in found] == result


@pytest.mark.parametrize(
    ("badge", "result"),
    [
        ({"state": "verified", "kind": "paid"}, ["miss"]),
        ({"state": "verified", "kind": "government"}, []),
        ({"state": "verified"}, ["unknown"]),
        ({"state": "not_verified"}, []),
        ({}, ["unknown"]),
    ],
)
def test_a_paid_badge_proves_no_office(look, subject, badge, result):
    seen = crawled(subject, MASTODON, {"verification": badge})
    assert [one[0] for one in look(verification_kind, seen, weak=["paid"])] == result


@pytest.mark.parametrize(
    ("days", "last", "result"),
    [
        ("30", "2026-11-01", []),
        ("30", "2026-10-26", []),
        ("30", "2026-10-25", ["miss"]),
        ("30", "2027-01-01", []),
        ("99999999999", "2020-01-01", []),
        ("oft", "2020-01-01", ["unknown"]),
        ("-5", "2020-01-01", ["unknown"]),
        ("²", "2020-01-01", ["unknown"]),
    ],
)
def test_quiet_is_what_the_registry_says(look, subject, days, last, result):
    seen = crawled(subject, declared(f"update_interval_days: {days}"), {"last_post": last})
    found = look(posted_within, seen, interval="update_interval_days")
    assert [one[0] for one in found] == result


def test_a_profile_without_posts_in_sight_is_not_quiet_for_sure(look, subject):
    seen = crawled(subject, declared("update_interval_days: 30"), {"bio": "x"})
    found = look(posted_within, seen, interval="update_interval_days")
    assert found == [("unknown", "update_interval_days", "not-shown")]


PERSONAL = "{id: a, platform: x, handle: mustermann, kind: personal}"
DETAILS = {"label": r"\bImpressum\b|/impressum\b", "referred": [r"\bMinisterium\b[^|]{0,40}?@\S+"]}


@pytest.mark.parametrize(
    ("profile", "result"),
    [
        (links(), []),
        (links(("Impressum", "https://www.im.nrw/impressum")), [("miss", "links[0].url", None)]),
        (links(("Impressum", "https://www.im.nrw#impressum")), [("miss", "links[0].url", None)]),
        (links(("Ministerium", "https://www.im.nrw/")), []),
        (links(bio="Post an max@im.nrw bitte"), [("miss", "bio", "bio")]),
        (links(bio="Das Ministerium erreichen Sie unter post@im.nrw"), []),
        (links(bio="post@xim.nrw, @im.nrw"), []),
        ({"bio": "Persönlich"}, [("unknown", "links", "not-shown")]),
        ({"links": []}, [("unknown", "bio", "not-shown")]),
    ],
)
def test_whose_details_a_personal_profile_gives(look, subject, profile, result):
    seen = crawled(subject, PERSONAL, profile, authority=IM)
    assert [one[:3] for one in look(official_details, seen, **DETAILS)] == result


def test_the_mailbox_is_marked_where_it_stands(look, subject):
    seen = crawled(subject, PERSONAL, links(bio="im.nrw max@im.nrw, im.nrw"), authority=IM)
    (found,) = look(official_details, seen, **DETAILS)
    assert found[4] == "max@im.nrw"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_bios_name_nobodys_mailbox(look, subject, text):
    seen = crawled(subject, PERSONAL, links((text, text), bio=f"@ {text} @"), authority=IM)
    assert look(official_details, seen, **DETAILS) == []


@pytest.mark.parametrize(
    ("registry", "profile", "shown", "used"),
    [
        ("status: dormant", {"bio": "x"}, True, False),
        ("status: dormant", {"last_post": "2026-10-01"}, True, True),
        ("status: dormant, publicly_visible: false", {"bio": "x"}, True, False),
        ("status: dormant, publicly_visible: false", {"unread": "no-token"}, False, False),
        ("status: dormant, publicly_visible: true", {"unread": "no-token"}, True, False),
        ("status: active, own_posts: false", {"unread": "no-token"}, None, False),
        ("status: active, own_posts: false", {"last_post": "2026-10-01"}, True, True),
        ("status: active", {"unread": "no-token"}, None, True),
        ("status: planned, own_posts: true", {"unread": "no-token"}, None, True),
        ("publicly_visible: true", {"unread": "profile-gone"}, False, True),
    ],
)
def test_what_was_seen_of_use_comes_before_what_is_recorded(
    look, subject, registry, profile, shown, used
):
    seen = crawled(subject, declared(registry), profile)
    kinds = [one[0] for one in look(on_show, seen, field="publicly_visible")]
    assert kinds == ([] if shown else ["miss"] if shown is False else ["unknown"])
    assert (look(in_use, seen, posts="own_posts") == []) is used


@pytest.mark.parametrize(
    ("web", "variants"),
    [
        ({"http://b.example/i": "-> https://b.example/i", "https://b.example/i": impressum()}, ["answers"]),
        ({"http://b.example/i": "-> https://b.example/i", "https://b.example/i": "fault: tls_error"}, []),
        ({"http://b.example/i": impressum()}, [None]),
        ({"http://b.example/i": "fault: timeout"}, [None]),
    ],
)  # fmt: skip
def test_an_unencrypted_link_is_told_with_what_was_seen_anyway(look, subject, web, variants):
    seen = crawled(subject, FACEBOOK, links(("Impressum", "http://b.example/i")), web)
    found = look(insecure_link, seen, fields=["links[].url"])
    assert [one[2] for one in found] == variants


INITIALS = {
    "posts": "leadership_posts.active",
    "initials": "leadership_posts.initials",
    "declared": "leadership_posts.declared_in",
    "bio": "bio",
    "told": r"\benden mit \((?P<initials>[A-Z]{2})\)",
    "pages": ["impressum"],
}
WAY = links(("Impressum", SITE + "impressum"), bio="Ministerium des Innern")


@pytest.mark.parametrize(
    ("posts", "answer", "variants"),
    [
        ("active: true", impressum("<p>Beiträge des Ministers enden mit (HR).</p>"), []),
        (
            "active: true",
            impressum("<p>Beiträge des Ministers enden mit (RJ).</p>"),
            ["predecessor"],
        ),
        ("active: true", impressum(), [None]),
        ("active: true", "fault: timeout", ["not-reachable"]),
        ("active: true, declared_in: impressum, initials: HR", impressum("<p>HR</p>"), []),
        ("active: true, declared_in: impressum, initials: HR", impressum(), ["not-there"]),
        (
            "active: true, declared_in: impressum, initials: HR",
            "fault: timeout",
            ["not-reachable"],
        ),
        ("active: true, declared_in: bio, initials: HR", impressum("<p>HR</p>"), ["not-there"]),
        ("active: false", impressum(), []),
    ],
)
def test_initials_are_looked_for_on_the_page_as_well(look, subject, posts, answer, variants):
    text = declared(f"leadership_posts: {{{posts}}}")
    seen = crawled(subject, text, WAY, {SITE + "impressum": answer}, authority=IM)
    assert [one[2] for one in look(initials, seen, **INITIALS)] == variants


@pytest.mark.parametrize(
    ("provider", "variants"),
    [("Ministerium des Innern des Landes Nordrhein-Westfalen", []), ("Agentur GmbH", ["page"])],
)
def test_the_sender_may_show_on_the_page(look, subject, provider, variants):
    profile = links(("Impressum", SITE + "impressum"))
    web = {SITE + "impressum": impressum(provider=provider)}
    seen = crawled(subject, MASTODON, profile, web, authority=IM)
    found = look(sender, seen, fields=["bio"], pages=["impressum"], links=["links[].url"])
    assert [one[2] for one in found] == variants


@pytest.mark.parametrize(
    ("profile", "web", "result"),
    [
        (links(("", SITE)), {}, []),
        (links(("", "https://b.example/")), {}, ["miss"]),
        (links(("", "https://bit.ly/a")), {"https://bit.ly/a": f"-> {SITE}", SITE: page("Stadt")}, []),
        (links(("", "https://bit.ly/a")), {"https://bit.ly/a": "fault: timeout"}, ["unknown"]),
        ({"bio": "Neues"}, {}, ["unknown"]),
    ],
)  # fmt: skip
def test_a_short_link_home_counts_where_it_was_followed(look, subject, profile, web, result):
    seen = crawled(subject, FACEBOOK, profile, web)
    asked = {"fields": ["links[].url", "bio"], "shorteners": ["bit.ly"]}
    assert [one[0] for one in look(links_home, seen, **asked)] == result


def test_links_that_this_way_of_reading_may_not_show_are_not_missing(look, subject):
    seen = crawled(subject, FACEBOOK, links(("", "https://facebook.com/b")), authority=TOWN)
    object.__setattr__(seen.seen.profile, "more_links", True)
    home = look(links_home, seen, fields=["links[].url"])
    assert home == [("unknown", "links[].url", "not-shown")]
    asked = {"record": "ordinary_channel", "fields": ["links[].url"], "any": [r"\.de\b"]}
    ((kind, _, cause),) = look(elsewhere, seen, **asked)
    assert (kind, cause) == ("unknown", "not-shown")


@pytest.mark.parametrize(
    ("bio", "misses"),
    [
        ("Früher @alt_nrw", 0),
        ("Früher war alles anders", 1),
        ("Folgt auch @alt_nrw", 1),
        ("", 1),
    ],
)
def test_a_profile_that_gives_its_former_name_has_announced_it(look, subject, bio, misses):
    text = declared("renames: [{from: '@alt_nrw', to: neu}]")
    asked = {"field": "renames[].announced", "told": r"\bfrüher\b", "text": "bio", "named": "from"}
    assert len(look(each, crawled(subject, text, {"bio": bio}), **asked)) == misses
