from dataclasses import replace

import pytest

from linter.checks.verification_kept import verification_kept
from linter.checks.verified import verified
from linter.platforms.profile import Verification
from tests.checks.web import crawled

PARAMS = {
    "field": "verified",
    "refused": "verification_refused",
    "eligible": "verification_eligible",
}


@pytest.mark.parametrize(
    "entry",
    [
        "platform: x\nverified: true",
        "platform: x\nverified: {kind: government}",
        "platform: x\nverified: false\nverification_eligible: false",
        "platform: x\nverified: false\nverification_eligible: true\nverification_refused: 2024-01-01",
        "platform: vimeo\nverified: false",
        "platform: mastodon\nhandle: a@social.im.nrw\nverified: false",
        "platform: bluesky\nhandle: im.nrw",
        "platform: myspace\nverified: false",
    ],
)
def test_verified_or_not_on_offer_passes(look, subject, entry):
    assert look(verified, subject(entry), **PARAMS) == []


@pytest.mark.parametrize(
    ("platform", "handle"), [("mastodon", "a@social.example"), ("bluesky", "falsim.nrw")]
)
def test_where_a_domain_proves_it_not_doing_so_is_a_miss(look, subject, platform, handle):
    entry = f"platform: {platform}\nhandle: {handle}\nverified: false"
    [(kind, at, variant, _, _)] = look(verified, subject(entry), **PARAMS)
    assert (kind, at, variant) == ("miss", "verified", "self_proof")


def test_where_the_platform_picks_only_eligibility_makes_it_a_miss(look, subject):
    entry = "platform: x\nverified: false"
    assert look(verified, subject(entry), **PARAMS) == [
        ("unknown", "verification_eligible", "eligibility-unknown")
    ]
    [(_, _, variant, values, _)] = look(
        verified, subject(entry + "\nverification_eligible: true"), **PARAMS
    )
    assert (variant, values) == (None, {"offered_by": "X"})


def test_silence_and_nonsense_are_unknown(look, subject):
    assert look(verified, subject("platform: x"), **PARAMS) == [
        ("unknown", "verified", "not-declared")
    ]
    assert look(verified, subject("platform: x\nverified: vielleicht"), **PARAMS) == [
        ("unknown", "verified", "unreadable")
    ]


def test_a_refusal_that_is_none_does_not_help(look, subject):
    entry = "platform: mastodon\nhandle: a@b.example\nverified: false\nverification_refused: nein"
    assert len(look(verified, subject(entry), **PARAMS)) == 1


BLUESKY = "{id: a, platform: bluesky, handle: rathaus.bergheide.example, kind: authority}"


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("verified", []),
        ("not_verified", [("miss", "self_proof")]),
        ("unknown", [("unknown", "not-shown")]),
    ],
)
def test_once_somebody_looked_the_handle_alone_proves_nothing(look, subject, state, found):
    seen = crawled(subject, BLUESKY, {"bio": "", "verification": {"state": state}})
    assert [(one[0], one[2]) for one in look(verified, seen, **PARAMS)] == found


@pytest.mark.parametrize("profile", [{"bio": ""}, {"unread": "not-reachable"}])
def test_a_server_of_ones_own_proves_its_accounts_whatever_was_seen(look, subject, profile):
    entry = "{id: a, platform: mastodon, handle: rathaus@social.bergheide.example, kind: authority}"
    assert look(verified, crawled(subject, entry, profile), **PARAMS) == []


def test_why_nobody_could_tell_is_the_cause(look, subject):
    seen = crawled(subject, BLUESKY, {"unread": "not-reachable"})
    assert look(verified, seen, **PARAMS) == [("unknown", "verified", "not-reachable")]
    seen = crawled(subject, BLUESKY, {"bio": ""})
    badge = Verification("unknown", "domain", cause="robots")
    seen.context.seen.profile = replace(seen.context.seen.profile, verification=badge)
    assert look(verified, seen, **PARAMS) == [("unknown", "verified", "robots")]
    kept = crawled(subject, BLUESKY.replace("kind", "verified: true, kind"), {"bio": ""})
    kept.context.seen.profile = replace(kept.context.seen.profile, verification=badge)
    assert look(verification_kept, kept, field="verified") == [("unknown", "verified", "robots")]


@pytest.mark.parametrize("nothing", ["", "~", "{}", "[]"])
def test_what_was_left_to_be_filled_in_is_no_verification_that_was_lost(look, subject, nothing):
    entry = BLUESKY.replace("kind", f"verified: {nothing}, kind")
    seen = crawled(subject, entry, {"bio": "", "verification": {"state": "not_verified"}})
    assert [(one[0], one[2]) for one in look(verified, seen, **PARAMS)] == [("miss", "self_proof")]
    (found,) = look(verified, subject(entry), **PARAMS)
    assert found == ("unknown", "verified", "not-declared")
