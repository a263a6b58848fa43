"""The page is elsewhere: near, far, in a circle, or where nobody may look."""

from __future__ import annotations

from tests.web.pages import home, impressum, privacy, site
from tests.web.scenarios.scenario import scenario, unseen
from tests.web.site import html, redirect

TARGETS = (
    ("private-literal", "http://10.0.0.1/"),
    ("private-hex", "http://0x0a000001/"),
    ("metadata", "http://169.254.169.254/latest/meta-data/"),
    ("ipv6-loopback", "http://[::1]/"),
    ("ipv6-mapped", "http://[::ffff:10.0.0.1]/"),
    ("userinfo", "https://www.example.org@10.0.0.1/"),
)
for _name, _target in TARGETS:
    scenario(
        lambda city, target=_target: {city.host: site(city, {"/": redirect(target)})},
        name=f"redirect-{_name}",
        about=f"The home page leads to {_target}.",
        net="NET005",
        unknown=unseen("address-refused"),
    )
    if _name != "userinfo":
        scenario(
            lambda _: {},
            name=f"url-{_name}",
            about=f"The registry's address is {_target}.",
            account={"url": _target, "handle": "www.{domain}"},
            may_fail="IMP304",
            net="NET005",
            unknown=unseen("address-refused"),
        )


@scenario(
    net="NET005",
    unknown=unseen("address-refused"),
    resolve=("intern.{domain}:443:10.0.0.5",),
)
def redirect_to_a_private_name(city):
    """The home page leads to a name whose address is private."""
    return {city.host: site(city, {"/": redirect(f"https://intern.{city.domain}/")})}


@scenario(
    net="NET005",
    unknown=unseen("address-refused"),
    account={"url": "https://gemischt.{domain}/", "handle": "gemischt.{domain}"},
    resolve=("gemischt.{domain}:443:127.0.0.1,10.0.0.5",),
)
def name_with_one_private_address(_city):
    """One of the name's addresses is private: none is asked."""
    return {}


for _scheme, _target in (
    ("file", "file:///etc/passwd"),
    ("ftp", "ftp://ftp.example.org/impressum"),
    ("javascript", "javascript:alert(1)"),
    ("gopher", "gopher://127.0.0.1:25/_HELO"),
):
    scenario(
        lambda city, target=_target: {city.host: site(city, {"/": redirect(target)})},
        name=f"redirect-{_scheme}",
        about=f"The home page leads to {_target}.",
        net="NET002",
        unknown=unseen("not-reachable"),
    )


@scenario(net="NET002", unknown=unseen("not-reachable"))
def redirect_without_location(city):
    """A redirect that does not say where to."""
    return {city.host: site(city, {"/": redirect(None)})}


@scenario(net="NET002", unknown=unseen("not-reachable"))
def redirect_to_itself(city):
    """The page leads to itself, for ever: it waits for a cookie."""
    return {city.host: site(city, {"/": redirect("/").with_(("Set-Cookie", "da=1"))})}


@scenario(net="NET002", unknown=unseen("not-reachable"))
def redirect_in_a_circle(city):
    """Two hosts lead to each other."""
    return {
        city.host: site(city, {"/": redirect(f"https://{city.domain}/")}),
        city.domain: site(city, {"/": redirect(f"https://{city.host}/")}),
    }


@scenario(net="NET002", unknown=unseen("not-reachable"))
def redirect_for_ever(city):
    """Each page leads to a further one."""

    def further(request):
        return redirect(f"/{len(request.path) - 1}{'x' * len(request.path)}"[:200])

    return {city.host: site(city, {"/": redirect("/x")}, missing=further)}


@scenario(net="NET002", unknown={"IMP201": "not-reachable"})
def impressum_in_a_circle(city):
    """The Impressum leads to itself by two steps."""
    return {city.host: site(city, {"/impressum": redirect("/i2"), "/i2": redirect("/impressum")})}


@scenario()
def a_chain_is_no_click(city):
    """Three hops to the Impressum, relative and absolute: still one click."""
    pages = {
        "/impressum": redirect("service/i", 301),
        "/service/i": redirect("../i2", 307),
        "/i2": redirect(city.url("/i3"), 308),
        "/i3": impressum(city),
    }
    return {city.host: site(city, pages)}


@scenario(account={"url": "http://{host}/"}, may_fail="IMP304")
def http_leads_to_https(city):
    """The registry has the http address; the site leads to https."""

    def answer(request):
        return home(city) if request.scheme == "https" else redirect(city.url(), 301)

    return {city.host: site(city, {"/": answer})}


@scenario(may_fail="IMP304")
def www_is_left_off(city):
    """The site moves to its name without `www.`."""
    return {
        city.host: site(city, {"/": redirect(f"https://{city.domain}/", 301)}),
        city.domain: site(city),
    }


@scenario()
def protocol_relative(city):
    """The redirect leaves the scheme out."""
    return {
        city.host: site(
            city,
            {
                "/impressum": redirect(f"//{city.domain}/i"),
                "/datenschutz": redirect("?seite=privat", 303),
                "/datenschutz?seite=privat": privacy(city),
            },
        ),
        city.domain: site(city, {"/i": impressum(city)}),
    }


@scenario(asked={"/impressum": 1, "/i": 1})
def refresh_in_a_header(city):
    """The pages send their visitors on with the header `Refresh`, and say little or nothing."""
    return {
        city.host: site(
            city,
            {
                "/impressum": html("").with_(("Refresh", "0;url=/i")),
                "/i": impressum(city),
                "/datenschutz": html("<p>Einen Moment bitte.</p>").with_(("Refresh", "3; url=/d")),
                "/d": privacy(city),
            },
        )
    }
