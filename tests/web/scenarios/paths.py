"""How far it is to the Impressum, and by which words."""

from __future__ import annotations

from tests.web.pages import (
    LINKS,
    home,
    impressum,
    impressum_text,
    link,
    page,
    privacy,
    privacy_text,
    site,
)
from tests.web.scenarios.scenario import scenario
from tests.web.site import html

PRIVACY = link("Datenschutz", "/datenschutz")


@scenario(fails="IMP103")
def only_by_info(city):
    """The way to the Impressum is called “Info” at the first step: courts have rejected that."""
    info = html(page(city, "Info", "<h1>Info</h1><p>Alles Weitere hier.</p>", links=LINKS))
    return {
        city.host: site(city, {"/": home(city, link("Info", "/info") + PRIVACY), "/info": info})
    }


@scenario(fails="IMP102", may_fail="IMP103")
def three_clicks(city):
    """Contact, then service, then Impressum: three clicks."""
    service = html(page(city, "Service", "<h1>Service</h1>", links=link("Impressum", "/impressum")))
    contact = html(
        page(
            city,
            "Kontakt",
            "<h1>Kontakt</h1>",
            links=link("Kontakt und Service", "/kontakt/service"),
        )
    )
    pages = {
        "/": home(city, link("Kontakt", "/kontakt") + PRIVACY),
        "/kontakt": contact,
        "/kontakt/service": service,
    }
    return {city.host: site(city, pages)}


@scenario()
def two_clicks_by_contact(city):
    """“Kontakt”, then “Impressum”: two clicks suffice (BGH I ZR 228/03)."""
    contact = html(page(city, "Kontakt", "<h1>Kontakt</h1><p>Schreiben Sie uns.</p>"))
    return {
        city.host: site(
            city, {"/": home(city, link("Kontakt", "/kontakt") + PRIVACY), "/kontakt": contact}
        )
    }


@scenario()
def anchors_on_one_page(city):
    """Everything is on the home page; the links lead to its parts."""
    links = link("Impressum", "#impressum") + link("Datenschutz", "#datenschutz")
    text = impressum_text(city) + f'<div id="datenschutz">{privacy_text(city)}</div>'
    return {
        city.host: site(
            city,
            {
                "/": html(page(city, "Startseite", text, links=links)),
                "/impressum": None,
                "/datenschutz": None,
            },
        )
    }


@scenario()
def one_page_for_both(city):
    """Impressum and privacy notice share a page."""
    text = impressum_text(city) + privacy_text(city)
    return {
        city.host: site(
            city,
            {
                "/": home(city, link("Impressum & Datenschutz", "/rechtliches")),
                "/rechtliches": html(page(city, "Impressum und Datenschutz", text)),
                "/impressum": None,
                "/datenschutz": None,
            },
        )
    }


def refreshing(city, seconds, target):
    head = f'<meta http-equiv="refresh" content="{seconds};url={target}">'
    return html(page(city, "Weiterleitung", "<h1>Einen Moment</h1>", links="", head=head))


for _seconds in (0, 5):
    scenario(
        lambda city, seconds=_seconds: {
            city.host: site(city, {"/": refreshing(city, seconds, "/start"), "/start": home(city)})
        },
        name=f"meta-refresh-{_seconds}",
        about=f"The home page moves on by itself after {_seconds} s: no click.",
    )


@scenario()
def meta_refresh_10(city):
    """The home page moves on after ten seconds: whoever waits finds everything."""
    return {city.host: site(city, {"/": refreshing(city, 10, "/start"), "/start": home(city)})}


@scenario(unknown={"IMP201": "", "DSE201": ""})
def meta_refresh_in_a_circle(city):
    """Two pages move on to each other."""
    return {city.host: site(city, {"/": refreshing(city, 0, "/b"), "/b": refreshing(city, 0, "/")})}


@scenario()
def frames(city):
    """A frameset of the nineties: the links are in a frame."""
    frameset = (
        f"<html><head><title>Stadt {city.name}</title></head><frameset cols='200,*'>"
        "<frame src='menue.htm' name=menue><frame src='inhalt.htm' name=inhalt></frameset></html>"
    )
    menu = "<a href='/impressum' target=inhalt>Impressum</a> <a href='/datenschutz'>Datenschutz</a>"
    return {
        city.host: site(
            city,
            {
                "/": html(frameset),
                "/menue.htm": html(f"<html><body>{menu}</body></html>"),
                "/inhalt.htm": html("<html><body><h1>Willkommen</h1></body></html>"),
            },
        )
    }


@scenario()
def impressum_in_a_frame(city):
    """The text of the Impressum is in an iframe of its page."""
    shown = "<h1>Impressum</h1><iframe src='/impressum-text'></iframe>"
    return {
        city.host: site(
            city,
            {
                "/impressum": html(page(city, "Impressum", shown)),
                "/impressum-text": html(f"<html><body>{impressum_text(city)}</body></html>"),
            },
        )
    }


@scenario(may_fail="IMP103")
def link_is_a_picture(city):
    """The link is a picture whose alternative text says Impressum."""
    links = '<li><a href="/seite7"><img src="/i.png" alt="Impressum"></a></li>' + PRIVACY
    return {city.host: site(city, {"/": home(city, links), "/seite7": impressum(city)})}


@scenario(may_fail="IMP101 IMP103 IMP106", unknown={"IMP201": ""})
def link_needs_a_script(city):
    """The link is a script: where it leads can't be seen."""
    links = "<li><a href=\"javascript:zeige('impressum')\">Impressum</a></li>" + PRIVACY
    return {city.host: site(city, {"/": home(city, links)})}


@scenario()
def english_labels(city):
    """The links are called “Imprint” and “Privacy policy”."""
    links = link("Imprint", "/impressum") + link("Privacy policy", "/datenschutz")
    return {city.host: site(city, {"/": home(city, links)})}


@scenario()
def base_and_relative(city):
    """Relative links over a `base`."""
    links = link("Impressum", "impressum") + link("Datenschutz", "../datenschutz")
    return {
        city.host: site(
            city,
            {
                "/": home(city, links, head='<base href="/de/">\n'),
                "/de/impressum": impressum(city),
                "/datenschutz": privacy(city),
                "/impressum": None,
            },
        )
    }


@scenario(host="www.mühlengrün.example", account={"handle": "www.mühlengrün.example"})
def umlaut_in_the_name(city):
    """The host's name has an umlaut; requests carry its ASCII form."""
    plain = city.host.encode("idna").decode()
    return {plain: site(city)}


@scenario(
    asked={"/impressum": 1, "/datenschutz": 1},
    account={"impressum": "https://{host}/impressum", "privacy": "https://{host}/datenschutz"},
)
def declared_and_found(city):
    """The registry names the pages that the home page links: each is read once."""
    return {city.host: site(city)}


@scenario(fails="IMP202 IMP205", may_fail="IMP203 IMP206 IMP210 IMP211")
def details_missing(city):
    """The Impressum is one, and lacks address and e-mail: this must be found."""
    text = (
        "<h1>Impressum</h1><h2>Anbieterin nach § 18 Abs. 1 MStV</h2>"
        f"<p><strong>Stadt {city.name}</strong></p><p>Die Stadt {city.name} ist eine Körperschaft "
        f"des öffentlichen Rechts. Sie wird vertreten durch die Oberbürgermeisterin Dr. {city.mayor}.</p>"
        "<p>Telefon: 02599 310-0</p><p>Dieses Impressum gilt auch für unsere Profile auf Facebook.</p>"
    )
    return {city.host: site(city, {"/impressum": impressum(city, text)})}
