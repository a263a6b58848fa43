"""What several ways say of one thing: a profile that is denied and shown, a link and its https."""

from __future__ import annotations

import json

from tests.web.pages import home, impressum, link, site
from tests.web.scenarios.profiles import ACCOUNT, LOOKUP, as_json, both, profile
from tests.web.scenarios.scenario import scenario, unseen
from tests.web.site import Site, json_, redirect


def acted(city, answer):
    """A Mastodon server whose look-up gives the answer, and whose actor shows the account."""
    sites = both(city, answer)
    host = f"social.{city.domain}"
    shown = profile(city)
    actor = {
        "type": "Person",
        "id": f"https://{host}/users/presse",
        "preferredUsername": "presse",
        "name": shown["display_name"],
        "summary": shown["note"],
        "url": f"https://{host}/@presse",
        "attachment": [
            {"type": "PropertyValue", "name": row["name"], "value": row["value"]}
            for row in shown["fields"]
        ],
    }
    sites[host].pages["/users/presse"] = json_(json.dumps(actor, ensure_ascii=False))
    return sites


@scenario(account=ACCOUNT)
def mastodon_denied_and_shown(city):
    """The look-up knows no such account; webfinger and the actor do: it is read there."""
    return acted(city, json_('{"error":"Record not found"}', 404))


@scenario(account=ACCOUNT)
def mastodon_without_the_look_up(city):
    """The server does not have the look-up: that is no disturbance, the actor is read."""
    return acted(city, json_('{"error":"Not implemented"}', 501))


@scenario(account=ACCOUNT, fails="REG011")
def mastodon_led_to_another_instance(city):
    """The look-up leads to an account on another instance: the profile has that name now."""
    there = f"neu.{city.domain.partition('.')[0]}.example.net"
    old = Site({LOOKUP: redirect(f"https://{there}{LOOKUP}", 301)}, json_("{}", 404))
    urls = {"url": f"https://{there}/@presse", "uri": f"https://{there}/users/presse"}
    new = both(city, as_json(city, **urls))[f"social.{city.domain}"]
    return {f"social.{city.domain}": old, there: new, city.host: site(city)}


@scenario(account=ACCOUNT, unknown=unseen("profile-not-read"))
def mastodon_shows_another_account(city):
    """The look-up answers with an account of another host: that is not the one asked for."""
    return both(city, as_json(city, acct="presse@boese.example.net"))


@scenario(fails="IMP304")
def website_links_without_encryption(city):
    """The home page links its Impressum with http, and the site answers with https."""

    def answer(request):
        return impressum(city) if request.scheme == "https" else redirect(city.url("/impressum"))

    plain = f"http://{city.host}/impressum"
    links = link("Impressum", plain) + " " + link("Datenschutz", "/datenschutz")
    return {city.host: site(city, {"/": home(city, links), "/impressum": answer})}
