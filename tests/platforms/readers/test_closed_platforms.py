"""What holds for every reader of a platform that needs a token, or shows little to visitors."""

from __future__ import annotations

import json
import time
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.platforms import get, readers
from linter.platforms.profile import Profile, Unread
from linter.platforms.readers.tokens import NAMES, TOKENS

from .recorded import FIXTURES, capture, run, wanted

HOSTS = {
    "x": {"api.x.com"},
    "facebook": {"graph.facebook.com"},
    "instagram": {"graph.facebook.com"},
    "threads": {"graph.threads.com"},
    "youtube": {"www.googleapis.com"},
    "vimeo": {"api.vimeo.com"},
    "linkedin": {"api.linkedin.com"},
    "xing": {"www.xing.com"},
    "tiktok": set(),
    "whatsapp": {"whatsapp.com"},
    "flickr": {"api.flickr.com"},
}
OPEN = {"youtube": {"www.youtube.com"}, "xing": {"www.xing.com"}, "whatsapp": {"whatsapp.com"}}
"""Where something is asked without a token."""
HANDLES = {"flickr": "12345678@N01", "whatsapp": "0029VaAbCdEf123456789xyz"}
PLATFORMS = sorted(HOSTS)
RECORDED = sorted(path for path in FIXTURES.glob("*/*.*") if path.parent.name in HOSTS)

plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner)
)


def handle(platform):
    return HANDLES.get(platform, "musterhausen")


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("body", [b"", b"{}", b"<html></html>"])
def test_only_the_documented_hosts_are_asked_and_secrets_stay_placeholders(platform, body):
    names = TOKENS.get(platform, ())
    evil = ("a@evil.example", "evil.example/x", "../../x", "${HOME}", "a?b#c", "ü\u202e", "x" * 300)
    for name in (handle(platform), "stadt.muster-hausen_1", *evil):
        asks, _ = run(wanted(platform, name, *names), *[capture(body)] * 3)
        for ask in asks:
            address = urlsplit(ask.url)
            assert address.scheme == "https"
            assert address.netloc in HOSTS[platform]
            said = ask.url + repr(ask.headers)
            assert all(f"${{{secret}}}" in said for secret in names)
            assert said.count("${") == len(names)
        if name in (handle(platform), "stadt.muster-hausen_1"):
            assert bool(asks) is bool(HOSTS[platform])


@pytest.mark.parametrize("platform", PLATFORMS)
def test_without_a_secret_only_open_pages_are_asked(platform):
    asks, found = run(wanted(platform, handle(platform)), capture(b"<html></html>"))
    assert {urlsplit(ask.url).netloc for ask in asks} == OPEN.get(platform, set())
    assert not any(ask.api for ask in asks)
    assert isinstance(found, Unread)
    assert "${" not in repr(asks)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_recorded_page_gives_its_own_profile_or_says_why_not(path):
    platform = path.parent.name
    found = readers.saved(path.read_bytes(), wanted(platform, ""))
    if isinstance(found, Profile):
        assert get(platform).parse_url(found.url)
        assert found.verification.state == "unknown" or found.verification.source
    else:
        assert not found.seen


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("fault", ["timeout", "robots_disallowed", "forbidden", "not_recorded"])
def test_a_fault_is_never_a_missing_profile_or_badge(platform, fault):
    answers = [capture(b"", None, fault=fault)] * 3
    asks, found = run(wanted(platform, handle(platform), *TOKENS.get(platform, ())), *answers)
    assert isinstance(found, Unread)
    assert found.cause != "profile-gone"
    assert found.fault == (fault if asks else "")


@pytest.mark.parametrize("platform", PLATFORMS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=200) | values.map(lambda value: json.dumps(value).encode()))
def test_whatever_comes_back_there_is_a_profile_or_a_reason(platform, content):
    want = wanted(platform, handle(platform), *TOKENS.get(platform, ()))
    assert isinstance(run(want, *[capture(content)] * 3)[1], Profile | Unread)
    assert isinstance(readers.saved(content, want), Profile | Unread)


@pytest.mark.parametrize("platform", sorted(HOSTS.keys() - HANDLES.keys() - {"tiktok"}))
def test_an_at_sign_in_front_of_a_handle_is_not_asked_for(platform):
    names = TOKENS.get(platform, ())
    plain, _ = run(wanted(platform, "musterhausen", *names), *[capture(b"")] * 3)
    marked, _ = run(wanted(platform, "@musterhausen", *names), *[capture(b"")] * 3)
    assert marked == plain


@pytest.mark.parametrize("platform", sorted(TOKENS))
def test_every_token_is_needed(platform):
    for name in TOKENS[platform]:
        others = [other for other in NAMES if other != name]
        asks, _ = run(wanted(platform, handle(platform), *others), capture(b""))
        assert not any(ask.api for ask in asks)


ADDRESSES = {
    "x": "https://x.com/{}",
    "facebook": "https://www.facebook.com/{}",
    "instagram": "https://www.instagram.com/{}/",
    "threads": "https://www.threads.com/@{}",
    "youtube": "https://www.youtube.com/@{}",
    "vimeo": "https://vimeo.com/{}",
    "linkedin": "https://www.linkedin.com/company/{}",
    "xing": "https://www.xing.com/pages/{}",
    "tiktok": "https://www.tiktok.com/@{}",
    "whatsapp": "https://whatsapp.com/channel/{}",
    "flickr": "https://www.flickr.com/people/{}",
}


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "title",
    [
        "",
        "{}",
        "{} – Anmelden oder Registrieren",
        "Log in | {}",
        "Bei {} anmelden",
        "Seite nicht gefunden | {}",
        "Page Not Found • {}",
        "Diese Seite ist leider nicht verfügbar",
        "{} - Make Your Day",
        "Just a moment...",
    ],
)
def test_a_page_that_stands_where_a_profile_should_is_no_profile(platform, title):
    url = ADDRESSES[platform].format(handle(platform))
    title = title.format(get(platform).title)
    page = f'<title>{title}</title><link rel="canonical" href="{url}"><p>Text</p>'
    found = readers.saved(page.encode(), wanted(platform, handle(platform)))
    assert isinstance(found, Unread), found
    assert found.cause in ("login-wall", "profile-not-read")


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "piece", ["(@", " - ", "1 Mal ", "1.", "• ", ": &quot;", "follower", "a.de "]
)
def test_a_long_text_of_the_same_takes_no_long_time(platform, piece):
    text = piece * (300_000 // len(piece))
    head = "".join(
        f'<meta property="{name}" content="{text}">'
        for name in ("og:title", "og:description", "description")
    )
    url = ADDRESSES[platform].format(handle(platform))
    record = (
        '{"username":"musterhausen","full_name":"","biography":"' + text.replace("&", "") + '"}'
    )
    page = (
        f'<link rel=canonical href="{url}"><title>{text}</title>{head}<script>"biography"</script>'
    )
    page += f'<script type="application/json">[{record}]</script>'
    start = time.process_time()
    readers.saved(page.encode(), wanted(platform, handle(platform)))
    assert time.process_time() - start < 2


def damaged(value, draw):
    """The same JSON with one value in it replaced by something of another shape."""
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(value)))
        return value | {key: damaged(value[key], draw)}
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        return [damaged(value[0], draw), *value[1:]]
    return draw(values)


@pytest.mark.parametrize(
    "path",
    [path for path in RECORDED if path.suffix == ".json"],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(choice=st.data())
def test_an_answer_with_a_wrong_shape_somewhere_is_read_as_far_as_it_goes(path, choice):
    platform = path.parent.name
    answer = capture(json.dumps(damaged(json.loads(path.read_bytes()), choice.draw)).encode())
    name = "stadt.musterhausen" if platform in ("instagram", "threads") else handle(platform)
    want = wanted(platform, name, *TOKENS.get(platform, ()))
    assert isinstance(run(want, *[answer] * 3)[1], Profile | Unread)
    assert isinstance(readers.saved(answer.body, want), Profile | Unread)


@pytest.mark.parametrize(
    "path",
    [path for path in RECORDED if path.suffix == ".html"],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(choice=st.data())
def test_a_page_cut_and_mixed_anywhere_is_read_as_far_as_it_goes(path, choice):
    page = path.read_bytes()
    start = choice.draw(st.integers(0, len(page)))
    end = choice.draw(st.integers(0, len(page)))
    mixed = page[:start] + choice.draw(st.binary(max_size=20)) + page[end:]
    assert isinstance(
        readers.saved(mixed, wanted(path.parent.name, handle(path.parent.name))), Profile | Unread
    )
