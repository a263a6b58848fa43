import pytest

from linter.checks.handle_grammar import handle_grammar
from tests.checks.web import crawled


@pytest.mark.parametrize(
    ("platform", "handle"),
    [("x", "IM_NRW"), ("mastodon", "im@nrw.social"), ("website", "www.im.nrw"), ("myspace", "?")],
)
def test_a_possible_handle_passes(look, subject, platform, handle):
    entry = f"{{platform: {platform}, handle: '{handle}'}}"
    assert look(handle_grammar, subject(entry)) == []


@pytest.mark.parametrize(
    ("platform", "handle"),
    [("x", "Innenministerium_NRW"), ("x", "@IM_NRW"), ("mastodon", "im"), ("facebook", "im")],
)
def test_an_impossible_one_is_missed_with_the_reason_in_both_languages(
    look, subject, platform, handle
):
    entry = f"{{platform: {platform}, handle: '{handle}'}}"
    [(_, at, _, values, _)] = look(handle_grammar, subject(entry))
    assert (at, values["value"], sorted(values["problem"])) == ("handle", handle, ["de", "en"])


def test_without_a_handle_there_is_nothing_to_say(look, subject):
    assert look(handle_grammar, subject("platform: x")) == []


def test_what_a_platform_itself_gave_out_is_no_slip_of_the_registry(look, subject):
    text = "{id: a, platform: bluesky, handle: heide.bsky.social}"
    seen = crawled(subject, text, {"bio": "", "handle": "handle.invalid"})
    assert seen.account.handle == "handle.invalid"
    assert look(handle_grammar, seen) == []


def test_the_recorded_handle_is_judged_whatever_the_profile_shows(look, subject):
    text = "{id: a, platform: bluesky, handle: 'heide!'}"
    seen = crawled(subject, text, {"bio": "", "handle": "heide.bsky.social"})
    [(_, _, _, values, _)] = look(handle_grammar, seen)
    assert values["value"] == "heide!"
