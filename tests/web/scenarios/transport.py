"""The way to the page is broken: nobody answers, or not to the end."""

from __future__ import annotations

from tests.web.pages import home, impressum, privacy, site
from tests.web.scenarios.scenario import scenario, unseen
from tests.web.site import Turns, html


@scenario(asked={"/": 1, "/impressum": 1, "/datenschutz": 1, "/robots.txt": 1})
def all_well(city):
    """Nothing is wrong: no finding."""
    return {city.host: site(city)}


for _door, _about in (
    ("refused", "Nobody listens."),
    ("reset", "The connection is reset before a handshake."),
    ("silent", "The connection is taken, and nobody speaks."),
    ("plain", "Plain HTTP is spoken where TLS is expected."),
    ("alert", "The handshake is refused by an alert."),
):
    scenario(
        lambda city, door=_door: {city.host: site(city, door=door)},
        name=f"connection-{_door}",
        about=_about,
        net="NET002",
        unknown=unseen("not-reachable"),
    )

for _certificate, _about in (
    ("wrong_name", "The certificate is another host's."),
    ("expired", "The certificate has expired."),
    ("self_signed", "The certificate comes from nobody we know."),
):
    scenario(
        lambda city, certificate=_certificate: {city.host: site(city, certificate=certificate)},
        name=f"certificate-{_certificate}",
        about=_about,
        net="NET002",
        unknown=unseen("not-reachable"),
        asked={"/": 0},
    )

for _fault, _about in (
    ("reset", "The connection is reset instead of an answer."),
    ("reset_body", "The connection is reset in the middle of the page."),
    ("silent", "No answer comes."),
    ("silent_body", "The answer stops in the middle of the page."),
    ("drip", "The page comes one byte a second."),
    ("short", "The connection ends before the announced length."),
    ("garbage", "What comes is no HTTP."),
):
    scenario(
        lambda city, fault=_fault: {city.host: site(city, {"/": home(city).with_(fault=fault)})},
        name=f"home-{_fault}",
        about=_about,
        net="NET002",
        unknown=unseen("not-reachable"),
    )
    if _fault in {"reset_body", "silent", "drip"}:
        scenario(
            lambda city, fault=_fault: {
                city.host: site(
                    city,
                    {
                        "/impressum": impressum(city).with_(fault=fault),
                        "/datenschutz": privacy(city).with_(fault=fault),
                    },
                )
            },
            name=f"pages-behind-{_fault}",
            about=f"The same with the pages behind the home page: {_about}",
            net="NET002",
            unknown={"IMP201": "not-reachable", "DSE201": "not-reachable"},
            asked={"/": 1},
        )


@scenario(
    net="NET002",
    unknown=unseen("not-reachable"),
    account={"url": "https://www.gibt-es-nicht.invalid/", "handle": "www.gibt-es-nicht.invalid"},
)
def name_unknown(_city):
    """The host's name does not resolve."""
    return {}


@scenario(asked={"/impressum": 2})
def once_reset(city):
    """The Impressum is reset once and comes on the second try."""
    page = impressum(city)
    return {city.host: site(city, {"/impressum": Turns(page.with_(fault="reset"), page)})}


@scenario(net="NET002", unknown={"IMP201": "not-reachable"}, may_fail="IMP103")
def impressum_elsewhere_unreachable(city):
    """The Impressum lies on a host with a wrong certificate."""
    links = f'<a href="https://recht.{city.domain}/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a>'
    return {
        city.host: site(city, {"/": home(city, links)}),
        f"recht.{city.domain}": site(city, certificate="wrong_name"),
    }


@scenario(asked={"/": 1})
def slow_but_in_time(city):
    """Everything takes a while, but comes before the time is up."""
    return {city.host: site(city, latency=0.2)}


@scenario(asked={"/": 1})
def no_style_no_body_end(city):
    """The page ends with the connection, without a length, in the middle of a tag."""
    cut = str(home(city).body).replace("</body>\n</html>\n", "<div")
    return {city.host: site(city, {"/": html(cut, framing="close")})}
