"""Profiles of a real AT Protocol network (directory, PDS, AppView), read over TLS."""

from pathlib import Path

import pytest

from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
from linter.platforms.readers.bluesky import read
from tests.servers.appview import NAME, AppView
from tests.servers.cache import installed
from tests.servers.running import Front

HANDLE = "presse.test"
NAMED = {"displayName": "Stadt Musterhausen", "description": "Impressum: musterhausen.de/impressum"}

pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(
        not installed(NAME),
        reason="appview is not installed: python -m tests.servers.install appview",
    ),
]


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    """The network with one account."""
    network = AppView(tmp_path_factory.mktemp("appview"))
    try:
        network.start()
        network.press = network.account(HANDLE, **NAMED)
        network.seen(HANDLE, NAMED)
        yield network
    finally:
        network.stop()


@pytest.fixture(scope="module")
def front(network, tmp_path_factory):
    hosts = {
        "public.api.bsky.app": network.view,
        "plc.directory": network.plc,
        HANDLE: network.pds,
    }
    with Front(hosts, tmp_path_factory.mktemp("front")) as front:
        yield front


def wanted(handle=HANDLE, *domains):
    return Wanted("bluesky", handle, domains=domains)


def test_the_network_listens_on_loopback_only(network):
    mine = {f"{port:04X}" for port in (network.plc, network.pds, network.view)}
    listening = "0A"
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            address, port = line.split()[1].split(":")
            if port in mine and line.split()[3] == listening:
                found.add(address)
    assert found == {"0100007F"}


def test_a_handle_under_the_authoritys_domain_is_proven_both_ways(network, front, over):
    profile = over(read(wanted(HANDLE, HANDLE)), front)
    assert isinstance(profile, Profile)
    assert (profile.handle, profile.name) == (HANDLE, "Stadt Musterhausen")
    assert profile.links == (ProfileLink("Impressum", "https://musterhausen.de/impressum"),)
    assert (profile.verification.state, profile.verification.kind) == ("verified", "domain")
    assert [capture.url.partition("/")[2].split("/")[1] for capture in profile.seen[:3]] == [
        "public.api.bsky.app",
        HANDLE,
        "plc.directory",
    ]


def test_an_identity_leads_to_the_same_profile(network, front, over):
    assert over(read(wanted(network.press.did, HANDLE)), front).handle == HANDLE


def test_an_unknown_handle_is_gone(network, front, over):
    found = over(read(wanted("niemand.test")), front)
    assert isinstance(found, Unread)
    assert (found.cause, found.fault) == ("profile-gone", "not_found")


def test_a_badge_holds_until_the_name_changes(network, front, over):
    verifier = network.account("land.test", displayName="Land")
    network.seen("land.test", {"displayName": "Land"})
    network.trust(verifier)
    verifier.write(
        "app.bsky.graph.verification",
        subject=network.press.did,
        handle=HANDLE,
        displayName=NAMED["displayName"],
        createdAt="2026-11-20T10:00:00.000Z",
    )
    elsewhere = wanted(HANDLE, "andere.de")
    seen = _until(lambda: over(read(elsewhere), front).verification, "badge")
    assert (seen.state, seen.on.isoformat()) == ("verified", "2026-11-20")
    network.press.put("app.bsky.actor.profile", "self", NAMED | {"displayName": "Umbenannt"})
    network.seen(HANDLE, {"displayName": "Umbenannt"})
    assert over(read(elsewhere), front).verification.state != "verified"


def test_a_deactivated_account_is_gone(network, front, over):
    old = network.account("alt.test", displayName="Alt")
    network.seen("alt.test", {"displayName": "Alt"})
    old.do("com.atproto.server.deactivateAccount")
    network.seen("alt.test", {"error": "AccountDeactivated"})
    assert over(read(wanted("alt.test")), front).cause == "profile-gone"


def _until(look, kind):
    import time

    until = time.monotonic() + 30
    while (found := look()).kind != kind and time.monotonic() < until:
        time.sleep(0.5)
    return found
