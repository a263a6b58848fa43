"""A profile of a real Mastodon-API server (snac), read over TLS by the crawl's own fetcher."""

from datetime import date

import pytest

from linter.crawl.asking import Ask
from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
from linter.platforms.readers.activitypub import finger
from linter.platforms.readers.mastodon import read, saved
from tests.servers.cache import installed
from tests.servers.running import Front
from tests.servers.site import Site
from tests.servers.snac import NAME, Snac

HOST = "social.musterhausen.example"
SITE = "www.musterhausen.example"
HOME = f"https://{SITE}/"
IMPRESSUM = f"https://{SITE}/impressum"
DOMAIN = ("musterhausen.example",)

pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(
        not installed(NAME), reason="snac is not installed: python -m tests.servers.install snac"
    ),
]


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """The server with its accounts, and the authority's website, both behind TLS."""
    server = Snac(tmp_path_factory.mktemp("snac"), HOST)
    server.add(
        "stadt",
        name="Stadt Musterhausen :verified:",
        bio=f"Hier informiert die Pressestelle.\nImpressum: {IMPRESSUM}",
        metadata={"Impressum": IMPRESSUM, "Website": HOME},
        proven={HOME: 1_760_000_000},
    )
    server.add(
        "amt", name="Ordnungsamt", bio="Amtliches", metadata={"Website": f"{HOME}amt"}, bot=True
    )
    back = f'<html><body><p>Kanäle</p><a rel="me" href="https://{HOST}/stadt">Mastodon</a></body></html>'
    pages = {"/": back, "/impressum": "<h1>Impressum</h1>", "/amt": "<h1>Ordnungsamt</h1>"}
    try:
        server.start()
        with Site(pages) as site:
            hosts = {HOST: server.port, SITE: site.port}
            with Front(hosts, tmp_path_factory.mktemp("front")) as front:
                yield front
    finally:
        server.stop()


def wanted(name, *domains):
    return Wanted("mastodon", f"{name}@{HOST}", domains=domains)


def test_a_profile_is_read_and_its_link_back_confirmed(front, over):
    profile = over(read(wanted("stadt", SITE)), front)
    assert isinstance(profile, Profile)
    assert profile.handle == f"stadt@{HOST}"
    assert profile.name == "Stadt Musterhausen :verified:"
    assert profile.bio == f"Hier informiert die Pressestelle.\nImpressum: {IMPRESSUM}"
    assert profile.links == (
        ProfileLink("Impressum", IMPRESSUM),
        ProfileLink("Website", HOME, verified=True),
    )
    seen = profile.verification
    assert (seen.state, seen.kind, seen.source) == ("verified", "rel-me", "api")
    assert seen.on == date(2025, 10, 9)


def test_an_account_whose_page_does_not_link_back_is_not_verified(front, over):
    profile = over(read(wanted("amt", SITE)), front)
    assert profile.bot is True
    assert profile.verification.state == "not_verified"


def test_an_instance_under_the_authoritys_domain_speaks_for_itself(front, over):
    seen = over(read(wanted("amt", "musterhausen.example")), front).verification
    assert (seen.state, seen.kind) == ("verified", "instance")


def test_an_account_that_is_not_there_is_never_taken_for_one(front, over):
    found = over(read(wanted("niemand", SITE)), front)
    assert isinstance(found, Unread)
    assert found.cause == "robots"  # the server forbids its pages to robots; nobody looked there


def test_a_stopped_instance_is_not_reachable(front, over):
    gone = Wanted("mastodon", "stadt@nirgends.musterhausen.example")
    front.ports["nirgends.musterhausen.example"] = 9
    try:
        assert over(read(gone), front).cause == "not-reachable"
    finally:
        del front.ports["nirgends.musterhausen.example"]


def fetched(url, front, over, accept="text/html"):
    def asking():
        (capture,) = yield (Ask(url, accept, api=True),)
        return capture

    capture = over(asking(), front)
    assert capture.ok, capture.detail
    return capture.body


def test_the_servers_actor_tells_the_same_but_no_ticks(front, over):
    body = fetched(f"https://{HOST}/stadt", front, over, "application/activity+json")
    profile = saved(body, wanted("stadt", SITE))
    assert profile.name == "Stadt Musterhausen :verified:"
    assert profile.links == (ProfileLink("Impressum", IMPRESSUM), ProfileLink("Website", HOME))
    assert profile.verification.state == "unknown"


def test_the_servers_page_shows_the_fields_and_their_ticks(front, over):
    profile = saved(fetched(f"https://{HOST}/stadt", front, over), wanted("stadt", SITE))
    assert profile.handle == f"stadt@{HOST}"
    assert profile.bio == f"Hier informiert die Pressestelle.\nImpressum: {IMPRESSUM}"
    assert profile.links == (
        ProfileLink("Impressum", IMPRESSUM),
        ProfileLink("Website", HOME, verified=True),
    )


def test_webfinger_leads_to_the_actor(front, over):
    found, capture = over(finger("stadt", HOST), front)
    assert capture.ok
    assert (found.handle, found.actor) == (f"stadt@{HOST}", f"https://{HOST}/stadt")
