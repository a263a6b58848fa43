import pytest

from linter.checks.handle_grammar import handle_grammar


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
