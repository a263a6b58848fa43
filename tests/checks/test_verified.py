import pytest

from linter.checks.verified import verified

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
