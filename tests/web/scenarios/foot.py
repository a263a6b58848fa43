"""Links that stand in the page without standing in its text: frames, forms, shadow trees, scripts."""

from __future__ import annotations

from tests.web.pages import LINKS, home, link, page, site
from tests.web.scenarios.scenario import scenario
from tests.web.site import html

OPEN = {"IMP101": "page-not-judgeable", "DSE101": "page-not-judgeable"}
NOWHERE = {"IMP101": "forwarded-nowhere", "DSE101": "forwarded-nowhere"}


@scenario()
def foot_in_a_frame(city):
    """The links stand in an inline frame beside the page's own words."""
    foot = html(page(city, "Fuß", ""))
    start = home(city, '<li><iframe src="/fuss.html"></iframe></li>')
    return {city.host: site(city, {"/": start, "/fuss.html": foot})}


@scenario(unknown={"IMP101": "not-reachable", "DSE101": "not-reachable"}, net="NET002")
def foot_in_a_broken_frame(city):
    """The frame that may hold the links answers with an error of the server."""
    start = home(city, '<li><iframe src="/fuss.html"></iframe></li>')
    return {city.host: site(city, {"/": start, "/fuss.html": html("", status=503)})}


@scenario()
def foot_in_a_shadow_tree(city):
    """The links stand in a shadow tree that the page brings along."""
    tree = f'<site-foot><template shadowrootmode="open">{LINKS}</template></site-foot>'
    return {city.host: site(city, {"/": home(city, tree)})}


@scenario(unknown=OPEN)
def foot_by_a_script(city):
    """An element of the site's own making gets its links from a script."""
    start = home(city, '<li><site-foot></site-foot><script src="/foot.js"></script></li>')
    return {city.host: site(city, {"/": start})}


@scenario()
def foot_of_buttons(city):
    """The links are buttons that send a form off."""
    buttons = "".join(
        f'<li><form action="{path}"><input type="submit" value="{name}"></form></li>'
        for name, path in (("Impressum", "/impressum"), ("Datenschutz", "/datenschutz"))
    )
    return {city.host: site(city, {"/": home(city, buttons)})}


@scenario(unknown=NOWHERE)
def home_moves_on_to_nothing(city):
    """The start page moves its visitors on to a page that is not there."""
    start = html('<html><head><meta http-equiv="refresh" content="0; url=/neu"></head></html>')
    return {city.host: site(city, {"/": start, "/neu": html("", status=404)})}


@scenario(unknown={"IMP104": "platform-not-readable"}, may_fail="DSE104")
def impressum_on_a_walled_platform(city):
    """The Impressum is said to stand on a platform whose pages programs must not read."""
    links = link("Impressum", "https://www.facebook.com/stadt/about")
    start = home(city, links + link("Datenschutz", "/datenschutz"))
    return {city.host: site(city, {"/": start})}


@scenario(unknown={"IMP201": "too-large"})
def impressum_in_part(city):
    """A cache sends a part of the page that nobody asked for."""
    whole = html("<title>Impressum</title><h1>Impressum</h1><p>Angaben gemäß § 5 DDG", status=206)
    return {city.host: site(city, {"/impressum": whole})}
