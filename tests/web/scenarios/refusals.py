"""The server answers, and says no."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.web.pages import home, impressum, page, privacy, site
from tests.web.scenarios.scenario import scenario, unseen
from tests.web.site import Turns, html, redirect

LOGIN = (
    "<!DOCTYPE html><html lang='de'><title>Anmeldung</title><h1>Anmelden</h1>"
    "<form method=post><label>Benutzername <input name=user></label>"
    "<label>Passwort <input type=password name=pass></label><button>Anmelden</button></form>"
)
CONSENT = (
    "<!DOCTYPE html><html lang='de'><title>Bevor Sie fortfahren</title><h1>Bevor Sie fortfahren</h1>"
    "<p>Wir verwenden Cookies. Mit Ihrer Einwilligung verarbeiten wir Daten.</p>"
    "<button>Alle akzeptieren</button><button>Alle ablehnen</button>"
)

for _status, _net, _cause in (
    (401, "NET003", "login-wall"),
    (403, "NET003", "login-wall"),
    (999, "NET003", "login-wall"),
    (429, "NET002", "asked-to-wait"),
    (500, "NET002", "not-reachable"),
    (503, "NET002", "not-reachable"),
    (404, "NET001", "profile-gone"),
    (410, "NET001", "profile-gone"),
):
    scenario(
        lambda city, status=_status: {
            city.host: site(city, {"/": html("<h1>Nein</h1>", status=status)})
        },
        name=f"home-{_status}",
        about=f"The home page answers {_status}.",
        net=_net,
        unknown=unseen(_cause),
    )

for _status, _net, _cause in (
    (401, "NET003", "login-wall"),
    (403, "NET003", "login-wall"),
    (999, "NET003", "login-wall"),
    (429, "NET002", "asked-to-wait"),
    (500, "NET002", "not-reachable"),
    (503, "NET002", "not-reachable"),
):
    scenario(
        lambda city, status=_status: {
            city.host: site(
                city,
                {
                    "/impressum": html("<h1>Nein</h1>", status=status),
                    "/datenschutz": html("<h1>Nein</h1>", status=status),
                },
            )
        },
        name=f"pages-behind-{_status}",
        about=f"The pages behind the home page answer {_status}.",
        net=_net,
        unknown={"IMP201": _cause, "DSE201": _cause},
        asked={"/": 1},
    )

for _status in (404, 410):
    scenario(
        lambda city, status=_status: {
            city.host: site(
                city,
                {
                    "/impressum": html("<h1>Seite nicht gefunden</h1>", status=status),
                    "/datenschutz": html("<h1>Seite nicht gefunden</h1>", status=status),
                },
            )
        },
        name=f"links-lead-to-{_status}",
        about=f"The links are there and lead to {_status}: that is a fault of the pages.",
        fails="IMP104 DSE104",
    )


@scenario(asked={"/": 2})
def fine_on_the_second_try(city):
    """503 once, then the page."""
    return {city.host: site(city, {"/": Turns(html("", status=503), home(city))})}


@scenario(asked={"/": 2})
def retry_after_seconds(city):
    """429 with the seconds to wait, then the page."""
    wait = html("", status=429).with_(("Retry-After", "1"))
    return {city.host: site(city, {"/": Turns(wait, home(city))})}


@scenario(asked={"/": 2})
def retry_after_date(city):
    """429 with the moment to come again, then the page."""

    def wait(_request):
        moment = datetime.now(UTC) + timedelta(seconds=1)
        return html("", status=429).with_(("Retry-After", format_datetime(moment, usegmt=True)))

    return {city.host: site(city, {"/": Turns(wait, home(city))})}


for _status, _rest, _cause in (
    (429, "86400", "asked-to-wait"),
    (503, "86400", "not-reachable"),
    (429, "9" * 20, "asked-to-wait"),
    (429, "Fri, 31 Dec 9999 23:59:59 GMT", "asked-to-wait"),
):
    scenario(
        lambda city, status=_status, rest=_rest: {
            city.host: site(
                city,
                {"/impressum": html("", status=status).with_(("Retry-After", rest))},
            )
        },
        name=f"impressum-wants-a-rest-{_status}-{_rest[:2]}".replace(",", "").casefold(),
        about=f"The Impressum answers {_status} and asks for a rest longer than the night.",
        net="NET002",
        unknown={"IMP201": _cause},
        undecided=True,
        asked={"/impressum": 1},
    )


@scenario(net="NET003", unknown=unseen("login-wall"))
def home_redirects_to_login(city):
    """The home page leads to a login."""
    pages = {"/": redirect("/login?next=%2F"), "/login?next=%2F": html(LOGIN)}
    return {city.host: site(city, pages)}


@scenario(net="NET003", unknown={"IMP201": "login-wall"}, may_fail="IMP106")
def impressum_redirects_to_login(city):
    """The Impressum leads to a login."""
    pages = {
        "/impressum": redirect("/accounts/login/?next=/impressum"),
        "/accounts/login/?next=/impressum": html(LOGIN),
    }
    return {city.host: site(city, pages)}


@scenario(unknown={"IMP201": "", "DSE201": ""}, may_fail="IMP106")
def pages_are_a_login(city):
    """Impressum and privacy notice are a login form, with 200."""
    return {city.host: site(city, {"/impressum": html(LOGIN), "/datenschutz": html(LOGIN)})}


@scenario(unknown={"IMP201": "", "DSE201": ""}, may_fail="IMP106")
def pages_are_a_consent_wall(city):
    """Impressum and privacy notice hide behind a question about cookies."""
    return {city.host: site(city, {"/impressum": html(CONSENT), "/datenschutz": html(CONSENT)})}


@scenario(unknown=unseen(""))
def home_is_a_consent_wall(city):
    """The home page leads to another host's question about cookies."""
    return {
        city.host: site(city, {"/": redirect(f"https://consent.{city.domain}/ask")}),
        f"consent.{city.domain}": site(city, {"/ask": html(CONSENT)}),
    }


@scenario(fails="IMP104 DSE104")
def soft_404(city):
    """The links lead to an error page that calls itself 200."""
    gone = html(
        page(
            city,
            "Seite nicht gefunden",
            "<h1>Fehler 404</h1><p>Die Seite wurde leider nicht gefunden.</p>",
        )
    )
    return {city.host: site(city, {"/impressum": gone, "/datenschutz": gone})}


@scenario(fails="IMP101 DSE101")
def not_linked_anywhere(city):
    """No page links an Impressum, though one lies at the usual address: that is missing."""
    return {city.host: site(city, {"/": home(city, links="<li>Ende der Seite</li>")})}


@scenario(fails="IMP101 DSE101", may_fail="IMP104 DSE104")
def home_for_every_address(city):
    """Whatever is asked for, the home page comes; it links neither page."""
    start = home(city, links="<li>Ende der Seite</li>")
    bare = site(city, {"/": start, "/impressum": None, "/datenschutz": None})
    bare.missing = start
    return {city.host: bare}


@scenario(fails="IMP104 DSE104")
def links_lead_home(city):
    """The links lead back to the home page."""
    return {
        city.host: site(city, {"/impressum": redirect("/"), "/datenschutz": redirect("/", 301)})
    }


@scenario(asked={"/": 1})
def cookies_are_not_needed(city):
    """The pages set cookies, and none is sent back."""
    cookie = ("Set-Cookie", "sitzung=1; Path=/")
    return {
        city.host: site(
            city,
            {
                "/": home(city).with_(cookie),
                "/impressum": impressum(city).with_(cookie),
                "/datenschutz": privacy(city).with_(cookie),
            },
        )
    }
