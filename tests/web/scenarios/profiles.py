"""Profiles elsewhere: a city's own Mastodon server, and what lies behind its profile."""

from __future__ import annotations

import json

from tests.web.pages import site
from tests.web.scenarios.scenario import scenario, unseen
from tests.web.site import Site, html, json_, redirect, text

ACCOUNT = {
    "platform": "mastodon",
    "handle": "presse@social.{domain}",
    "url": "https://social.{domain}/@presse",
}
LOOKUP = "/api/v1/accounts/lookup?acct=presse"
FINGER = "/.well-known/webfinger?resource=acct:presse@social.{}"


def fields(city):
    """The profile's fields as they should be."""
    return [
        ("Impressum", city.url("/impressum")),
        ("Datenschutz", city.url("/datenschutz")),
        ("Website", city.url("/")),
    ]


def profile(city, rows=None, **changes):
    """What the interface says of the account."""
    host = f"social.{city.domain}"
    return {
        "id": "1",
        "username": "presse",
        "acct": "presse",
        "display_name": f"Stadt {city.name}",
        "locked": False,
        "bot": False,
        "discoverable": True,
        "group": False,
        "created_at": "2022-11-07T00:00:00.000Z",
        "note": f"<p>Hier informiert die Pressestelle der Stadt {city.name}.</p>",
        "url": f"https://{host}/@presse",
        "uri": f"https://{host}/users/presse",
        "avatar": f"https://{host}/a.png",
        "header": f"https://{host}/h.png",
        "followers_count": 1200,
        "following_count": 12,
        "statuses_count": 800,
        "last_status_at": "2026-11-24",
        "emojis": [],
        "fields": [
            {
                "name": name,
                "value": f'<a href="{url}" target="_blank" rel="nofollow noopener me">{url}</a>',
                "verified_at": None,
            }
            for name, url in (fields(city) if rows is None else rows)
        ],
        **changes,
    }


def server(city, answer):
    """A Mastodon server with one account, whose look-up gives the answer."""
    host = f"social.{city.domain}"
    finger = {
        "subject": f"acct:presse@{host}",
        "aliases": [f"https://{host}/@presse", f"https://{host}/users/presse"],
        "links": [
            {
                "rel": "http://webfinger.net/rel/profile-page",
                "type": "text/html",
                "href": f"https://{host}/@presse",
            },
            {
                "rel": "self",
                "type": "application/activity+json",
                "href": f"https://{host}/users/presse",
            },
        ],
    }
    info = {
        "links": [
            {
                "rel": "http://nodeinfo.diaspora.software/ns/schema/2.0",
                "href": f"https://{host}/nodeinfo/2.0",
            }
        ]
    }
    node = {
        "version": "2.0",
        "software": {"name": "mastodon", "version": "4.4.3"},
        "protocols": ["activitypub"],
    }
    pages = {
        LOOKUP: answer,
        LOOKUP.replace("presse", f"presse@{host}"): answer,
        LOOKUP.replace("presse", f"presse%40{host}"): answer,
        FINGER.format(city.domain): json_(json.dumps(finger)),
        FINGER.format(city.domain).replace(":", "%3A").replace("@", "%40"): json_(
            json.dumps(finger)
        ),
        "/.well-known/nodeinfo": json_(json.dumps(info)),
        "/nodeinfo/2.0": json_(json.dumps(node)),
    }
    return Site(pages, json_('{"error":"Record not found"}', 404))


def both(city, answer, pages=None):
    """The Mastodon server and the city's own site."""
    return {f"social.{city.domain}": server(city, answer), city.host: site(city, pages)}


def as_json(city, rows=None, **changes):
    """The look-up's answer."""
    return json_(json.dumps(profile(city, rows, **changes), ensure_ascii=False))


@scenario(account=ACCOUNT, asked={"/impressum": 1, "/datenschutz": 1})
def mastodon_well(city):
    """The profile links Impressum and privacy notice: nothing is missing."""
    return both(city, as_json(city))


@scenario(account=ACCOUNT, may_fail="IMP103")
def mastodon_by_the_home_page(city):
    """The profile links the city's site alone: two clicks, the first by a label that names neither."""
    return both(city, as_json(city, [("Website", city.url("/"))]))


@scenario(account=ACCOUNT, fails="IMP104 DSE104")
def mastodon_label_leads_home(city):
    """The profile's link is called Impressum and leads to the home page: that is none."""
    return both(city, as_json(city, [("Impressum und Datenschutz", city.url("/"))]))


@scenario(account=ACCOUNT, fails="IMP101 DSE101")
def mastodon_without_links(city):
    """The profile has no link at all: that is missing."""
    return both(city, as_json(city, []))


@scenario(account=ACCOUNT, undecided=True, unknown={"IMP101": "page-not-judgeable"})
def mastodon_impressum_in_words(city):
    """A field called Impressum gives the address itself: too little to judge, but not missing."""
    value = f"Stadt {city.name}, Markt 1, 12345 {city.name}"
    field = {"name": "Impressum", "value": value, "verified_at": None}
    return both(city, as_json(city, fields=[field]))


@scenario(account=ACCOUNT, undecided=True, unknown={"IMP103": "page-not-judgeable"})
def mastodon_impressum_in_words_beside_a_link(city):
    """Beside such a field the way over the privacy notice is not the only one, perhaps."""
    value = f"Stadt {city.name}, Markt 1, 12345 {city.name}"
    words = {"name": "Impressum", "value": value, "verified_at": None}
    (row,) = profile(city, [("Datenschutz", city.url("/datenschutz"))])["fields"]
    return both(city, as_json(city, fields=[words, row]))


@scenario(account=ACCOUNT, fails="IMP105")
def mastodon_hub(city):
    """A link hub between profile and Impressum: two clicks, and the hub hides the target."""
    hub = (
        f"<!DOCTYPE html><html lang='de'><title>Stadt {city.name} | Links</title><h1>@stadt</h1>"
        + "".join(
            f"<a class='btn' href='{url}'>{name}</a>"
            for name, url in (
                *fields(city),
                ("Instagram", "https://www.instagram.com/stadt"),
                ("YouTube", "https://www.youtube.com/@stadt"),
            )
        )
    )
    rows = [("Impressum", f"https://linktr.ee/{city.domain.partition('.')[0]}")]
    return both(city, as_json(city, rows)) | {
        "linktr.ee": Site({f"/{city.domain.partition('.')[0]}": html(hub)})
    }


@scenario(account=ACCOUNT, fails="IMP105")
def mastodon_shortener(city):
    """A short link hides where the Impressum is."""
    rows = [("Impressum", "https://bit.ly/3xyzAmt"), ("Datenschutz", city.url("/datenschutz"))]
    return both(city, as_json(city, rows)) | {
        "bit.ly": Site({"/3xyzAmt": redirect(city.url("/impressum"), 301)})
    }


for _status, _net, _cause in (
    (404, "NET001", "profile-gone"),
    (410, "NET001", "profile-gone"),
    (401, "NET003", "login-wall"),
    (403, "NET003", "login-wall"),
    (500, "NET002", "not-reachable"),
    (503, "NET002", "not-reachable"),
):

    def _gone(city, status=_status):
        answer = json_('{"error":"This is not for you"}', status)
        bare = Site({}, answer)
        return {f"social.{city.domain}": bare, city.host: site(city)}

    scenario(
        _gone,
        name=f"mastodon-{_status}",
        about=f"The Mastodon server answers everything with {_status}.",
        account=ACCOUNT,
        net=_net,
        unknown={"IMP201": "", "DSE201": "", "IMP101": "", "DSE101": ""},
    )


@scenario(account=ACCOUNT, net="NET002", unknown=unseen(""))
def mastodon_silent(city):
    """The Mastodon server takes connections and says nothing."""
    return {f"social.{city.domain}": Site(door="silent"), city.host: site(city)}


@scenario(account=ACCOUNT, unknown={"IMP201": "", "DSE201": ""})
def mastodon_talks_nonsense(city):
    """The look-up's answer is broken JSON, and there is nothing else to read."""
    return {
        f"social.{city.domain}": Site({}, json_('{"username": "presse", ')),
        city.host: site(city),
    }


@scenario(account=ACCOUNT, net="NET001", unknown=unseen("profile-gone"))
def mastodon_suspended(city):
    """The account is suspended: the interface shows it empty."""
    answer = as_json(city, [], suspended=True, display_name="", note="")
    return both(city, answer)


@scenario(account=ACCOUNT)
def mastodon_robots(city):
    """The server forbids robots its pages; the interface is made for programs."""
    sites = both(city, as_json(city))
    sites[f"social.{city.domain}"].pages["/robots.txt"] = text("User-agent: *\nDisallow: /\n")
    return sites


@scenario(
    account={"platform": "x", "handle": "StadtX", "url": "https://x.com/StadtX"},
    unknown={"IMP101": "", "IMP201": "", "DSE101": "", "DSE201": ""},
)
def x_without_token(_city):
    """X shows visitors nothing and no token is set: all of it is unknown, nothing missing."""
    return {"x.com": Site({}, redirect("/i/flow/login?redirect_after_login=%2FStadtX"))}


@scenario(
    account={
        "platform": "instagram",
        "handle": "stadt.insta",
        "url": "https://www.instagram.com/stadt.insta/",
        "impressum": "https://{host}/impressum",
        "privacy": "https://{host}/datenschutz",
    },
    asked={"/impressum": 1, "/datenschutz": 1},
)
def instagram_with_declared_pages(city):
    """Instagram shows a login; the registry names the pages, and they are read and right."""
    return {
        "www.instagram.com": Site({}, redirect("/accounts/login/?next=%2Fstadt.insta%2F")),
        city.host: site(city),
    }
