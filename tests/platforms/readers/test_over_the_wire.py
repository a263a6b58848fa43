"""Readers over real TLS: the interfaces' hosts on loopback, the fetcher with real tokens."""

from __future__ import annotations

import asyncio

import pytest

from linter.crawl.drive import drive
from linter.crawl.fetch import Fetcher
from linter.platforms import readers
from linter.platforms.profile import Profile
from linter.platforms.readers.tokens import NAMES
from tests.crawl.fetching import network
from tests.web.fixtures import running_web, web
from tests.web.site import Answer, Site, Turns, html, redirect

from .recorded import body, wanted

__all__ = ["running_web", "web"]

VALUES = {name: f"secret-of-{name.lower()}" for name in NAMES}


def crawl(web, want, secrets=VALUES):
    async def run():
        async with Fetcher(network(web), secrets=secrets) as fetcher:
            return await drive(readers.read(want), fetcher)

    return asyncio.run(run())


def answer(name, status=200):
    return Answer(body(name), status, "application/json")


@pytest.mark.parametrize(
    ("platform", "handle", "host", "answers", "sent"),
    [
        ("x", "Musterhausen", "api.x.com", ["x/user.json"], "Bearer secret-of-amtlint_x_token"),
        ("facebook", "stadtmusterhausen", "graph.facebook.com", ["facebook/page.json"], ""),
        ("instagram", "stadt.musterhausen", "graph.facebook.com", ["instagram/discovery.json"], ""),
        ("threads", "stadt.musterhausen", "graph.threads.com", ["threads/lookup.json"], ""),
        ("youtube", "StadtMusterhausen", "www.googleapis.com", ["youtube/channel.json"], ""),
        (
            "vimeo",
            "musterhausen",
            "api.vimeo.com",
            ["vimeo/user.json"],
            "bearer secret-of-amtlint_vimeo_token",
        ),
        (
            "linkedin",
            "stadt-musterhausen",
            "api.linkedin.com",
            ["linkedin/organization.json"],
            "Bearer secret-of-amtlint_linkedin_token",
        ),
        (
            "flickr",
            "musterhausen",
            "api.flickr.com",
            ["flickr/lookup.json", "flickr/person.json", "flickr/profile.json"],
            "",
        ),
    ],
)
def test_a_token_goes_to_the_interface_and_a_profile_comes_back(
    web, platform, handle, host, answers, sent
):
    by_method = {"lookupUser": 0, "getInfo": 1, "getProfile": 2}

    def page(request):
        number = next((n for word, n in by_method.items() if word in request.path), 0)
        return answer(answers[number])

    web.serve({host: Site(missing=page)})
    profile = crawl(web, wanted(platform, handle, *VALUES))
    assert isinstance(profile, Profile), profile
    asked = web.asked(host)
    said = [request for request in asked if request.path != "/robots.txt"]
    assert len(said) == len(answers) == len(asked)
    for request in said:
        assert request.header("Authorization") == sent
        assert "secret-of-" in request.path + repr(request.headers)
        assert "${" not in request.path + repr(request.headers)
    assert "secret-of-" not in repr(profile)


def test_a_refusal_is_understood_by_its_body(web):
    web.serve({"graph.facebook.com": Site(missing=answer("facebook/unknown-alias.json", 400))})
    found = crawl(web, wanted("facebook", "stadtmusterhausen", *VALUES))
    assert (found.cause, found.fault) == ("profile-gone", "not_found")
    web.serve({"www.googleapis.com": Site(missing=Turns(answer("youtube/quota.json", 403)))})
    found = crawl(web, wanted("youtube", "StadtMusterhausen", *VALUES))
    assert (found.cause, found.fault) == ("asked-to-wait", "rate_limited")


def test_open_pages_are_asked_as_a_visitor(web):
    channel = "/channel/0029VaAbCdEf123456789xyz"
    web.serve(
        {
            "www.xing.com": Site(
                {"/pages/stadtmusterhausen": html(body("xing/page.html").decode())}
            ),
            "www.youtube.com": Site(missing=redirect("https://consent.youtube.com/m?continue=x")),
            "whatsapp.com": Site(missing=redirect(f"https://www.whatsapp.com{channel}")),
            "www.whatsapp.com": Site(missing=html(body("whatsapp/channel.html").decode())),
        }
    )
    assert crawl(web, wanted("xing", "stadtmusterhausen"), {}).name == "Stadt Musterhausen"
    assert crawl(web, wanted("youtube", "musterhausen"), {}).cause == "login-wall"
    shown = crawl(web, wanted("whatsapp", channel.removeprefix("/channel/")), {})
    assert shown.name == "Stadt Musterhausen"
