"""Pages before the page: splash pages, walls, signposts, links of no name or to where they stand."""

from __future__ import annotations

from tests.web.pages import home, impressum, link, page, privacy, site
from tests.web.scenarios.profiles import ACCOUNT, as_json, both
from tests.web.scenarios.scenario import scenario
from tests.web.site import html

PRIVACY = link("Datenschutz", "/datenschutz")
SHUT = {"IMP101": "page-not-judgeable", "DSE101": "page-not-judgeable"}
UNJUDGED = {"IMP104": "page-not-judgeable", "IMP202": "page-not-judgeable"}
UNTOLD = {"DSE104": "page-not-judgeable", "DSE202": "page-not-judgeable"}
ELSEWHERE = dict.fromkeys((*UNJUDGED, *UNTOLD), "page-refers-on")
X = {"platform": "x", "handle": "stadt", "url": "https://x.com/stadt"}


def bare_page(title, body):
    """A page without menu and foot."""
    return html(f'<!DOCTYPE html><html lang="de"><title>{title}</title><body>{body}</body></html>')


# --- pages that a script fills ----------------------------------------------------------------------

for _name, _body in {
    "container": "<div id=content></div><script src=load.js></script>",
    "app": "<div id=app></div><script src=a.js></script><script src=b.js></script><script src=c.js></script>",
    "plea": "<noscript>Bitte aktivieren Sie JavaScript.</noscript><div></div><script src=x.js></script>",
    "said-plea": "<p>Bitte aktivieren Sie JavaScript.</p><script src=x.js></script>",
    "fetch": "<p>Lade …</p><script>fetch('/api').then(r => r.text()).then(t => document.body.innerHTML = t)</script>",
    "element": "<impressum-widget></impressum-widget><script type=module src=x.js></script>",
}.items():
    scenario(
        lambda city, body=_body: {
            city.host: site(
                city,
                {
                    "/impressum": html(page(city, "Impressum", f"<h1>Impressum</h1>{body}")),
                    "/datenschutz": html(page(city, "Datenschutz", f"<h1>Datenschutz</h1>{body}")),
                },
            )
        },
        name=f"filled-by-a-script-{_name}",
        about="The heading stands in the page, the text below it comes by a script.",
        may_fail="IMP106",
        unknown=UNJUDGED | UNTOLD,
    )


# --- walls ------------------------------------------------------------------------------------------

WALLS = {
    "usercentrics": "<div id=usercentrics-root></div><h2>Privatsphäre-Einstellungen</h2><p>Wir benötigen Ihre Zustimmung, bevor Sie unsere Webseite weiter besuchen können.</p><button>Alle akzeptieren</button><button>Speichern</button>",
    "borlabs": "<div id=BorlabsCookieBox><h3>Datenschutz-Präferenz</h3><p>Wir benötigen Ihre Einwilligung, bevor Sie unsere Website weiter besuchen können.</p><button>Ich akzeptiere alle</button></div>",
    "onetrust": "<div id=onetrust-consent-sdk><h2>Ihre Privatsphäre</h2><p>Wir verwenden Cookies.</p><button>Alle Cookies akzeptieren</button></div>",
    "agreed": "<div class=cookie-wall><p>Diese Website verwendet Cookies. Mit der weiteren Nutzung stimmen Sie der Verwendung zu.</p><a href='/start?ok=1'>Einverstanden</a></div>",
    "plain": "<div id=cookie-consent><h1>Wir verwenden Cookies</h1><p>Bitte stimmen Sie zu.</p><button>Alle akzeptieren</button><button>Ablehnen</button></div>",
}
for _name, _body in WALLS.items():
    scenario(
        lambda city, body=_body: {
            city.host: site(city, {"/": bare_page(f"Stadt {city.name}", body)})
        },
        name=f"wall-{_name}-before-the-home-page",
        about="The home page shows nothing but the question for consent.",
        unknown=SHUT,
    )
    scenario(
        lambda city, body=_body: {
            city.host: site(city, {"/impressum": bare_page("Impressum", body)})
        },
        name=f"wall-{_name}-before-the-impressum",
        about="The Impressum shows nothing but the question for consent.",
        unknown=UNJUDGED,
    )


@scenario(fails="IMP101 DSE101")
def banner_before_all_there_is(city):
    """A banner stands before a home page that is there, and leads nowhere: that can be told."""
    start = home(city, "", head="")
    banner = f"<body>{WALLS['plain']}"
    return {
        city.host: site(
            city,
            {
                "/": html(str(start.body).replace("<body>", banner, 1)),
                "/rathaus": html(page(city, "Rathaus", "<h1>Rathaus</h1><p>Alles.</p>", links="")),
                "/leben": html(page(city, "Leben", "<h1>Leben</h1><p>Alles.</p>", links="")),
            },
        )
    }


# --- links that lead to where they stand ------------------------------------------------------------


@scenario(fails="IMP104 DSE104")
def links_to_the_home_page_itself(city):
    """“Impressum” and “Datenschutz” lead to the page on which they stand."""
    return {
        city.host: site(city, {"/": home(city, link("Impressum", "/") + link("Datenschutz", ""))})
    }


@scenario(may_fail="IMP106", unknown={"IMP104": "page-not-judgeable", "IMP202": ""})
def link_that_a_script_may_follow(city):
    """“Impressum” is a mere #: what a script makes of it nobody can say."""
    start = home(city, link("Impressum", "#") + PRIVACY, head="<script src=/a.js></script>")
    return {city.host: site(city, {"/": start})}


# --- links that promise nothing ---------------------------------------------------------------------


def splash(city, body):
    """A page before the home page."""
    return {
        city.host: site(
            city, {"/": bare_page(f"Stadt {city.name}", body), "/willkommen": home(city)}
        )
    }


for _name, _body in {
    "words": "<h1>Herzlich willkommen</h1><a href='/willkommen'>Eintreten</a>",
    "picture": "<a href='/willkommen'><img src=wappen.jpg></a>",
    "languages": "<h1>Musterhausen</h1><a href='/willkommen'>Deutsch</a> <a href='/en/'>English</a>",
    "age": "<h1>Altersprüfung</h1><p>Sind Sie über 16?</p><a href='/willkommen'>Ja</a> <a href='https://www.google.de/'>Nein</a>",
}.items():
    scenario(
        lambda city, body=_body: splash(city, body),
        name=f"splash-of-{_name}",
        about="The home page stands behind a page of a few links.",
        fails="IMP103",
        may_fail="DSE102",
        asked={"/willkommen": 1, "/impressum": 1},
    )

for _number, _label in enumerate(("Über diese Seite", "Disclaimer", "Redaktion", "§")):
    scenario(
        lambda city, label=_label: {
            city.host: site(
                city, {"/": home(city, link(label, "/a") + PRIVACY), "/a": impressum(city)}
            )
        },
        name=f"called-something-else-{_number}",
        about=f"The Impressum is called “{_label}”: it is there.",
        fails="IMP103",
    )


@scenario(unknown={"IMP101": "not-reachable"}, net="NET002", may_fail="DSE101")
def a_page_of_a_few_that_did_not_answer(city):
    """One of the few pages behind the home page did not answer: it may have led on."""
    pages = {"/": home(city, ""), "/rathaus": html("", status=503)}
    return {city.host: site(city, pages)}


@scenario(fails="IMP101")
def contact_without_impressum(city):
    """“Kontakt” is there, and no Impressum behind it or anywhere."""
    contact = html(page(city, "Kontakt", "<h1>Kontakt</h1><p>Schreiben Sie uns.</p>", links=""))
    pages = {
        "/": home(city, link("Kontakt", "/kontakt") + PRIVACY),
        "/kontakt": contact,
        "/datenschutz": privacy(city, links=""),
        "/impressum": None,
    }
    return {city.host: site(city, pages)}


@scenario(account=ACCOUNT, fails="IMP102", may_fail="IMP103 DSE102")
def own_list_of_links(city):
    """The profile leads to a list of links of the city's own, that to the home page."""
    links = bare_page(
        "Links", "<h1>Unsere Links</h1><a href='/'>Website</a> <a href='/t'>Termine</a>"
    )
    own = both(city, as_json(city, [("Alle Links", city.url("/links"))]))
    own[city.host] = site(city, {"/links": links})
    return own


@scenario(account=ACCOUNT, fails="IMP103")
def mastodon_address_covered(city):
    """The field “Info” links the Impressum by the word “hier”: nobody sees the address."""
    value = f'<a href="{city.url("/impressum")}">hier</a>'
    privacy_at = city.url("/datenschutz")
    rows = [
        {"name": "Info", "value": value, "verified_at": None},
        {
            "name": "Datenschutz",
            "value": f'<a href="{privacy_at}">{privacy_at}</a>',
            "verified_at": None,
        },
    ]
    return both(city, as_json(city, fields=rows))


for _label in ("Website", "Info"):
    scenario(
        lambda city: {city.host: site(city)},
        name=f"unread-profile-declared-{_label.casefold()}",
        about="The profile cannot be read; the link that the registry has of it is followed.",
        account=X | {"links": [{"label": _label, "url": "https://{host}/"}]},
        undecided=True,
        asked={"/": 1, "/impressum": 1},
    )


@scenario(
    account=X | {"links": [{"label": "Website", "url": "https://{host}/"}]},
    fails="IMP101",
    undecided=True,
)
def unread_profile_declared_site_without(city):
    """The profile cannot be read, and the link that the registry has of it leads to none."""
    pages = {
        "/": bare_page("Stadt", "<h1>Stadt</h1><p>Willkommen im Rathaus.</p>" + PRIVACY),
        "/impressum": None,
    }
    return {city.host: site(city, {**pages, "/datenschutz": privacy(city, links="")})}


# --- signposts --------------------------------------------------------------------------------------


@scenario()
def notices_on_pages_of_their_own(city):
    """The privacy page lists the notices, each on a page of its own."""
    index = (
        "<h1>Datenschutz</h1><p>Hier finden Sie unsere Datenschutzhinweise:</p><ul>"
        "<li><a href='/d1'>Datenschutzerklärung Website</a></li>"
        "<li><a href='/d2'>Datenschutzhinweise Social Media</a></li></ul>"
    )
    pages = {"/datenschutz": html(page(city, "Datenschutz", index))}
    return {city.host: site(city, pages | {"/d1": privacy(city), "/d2": privacy(city)})}


@scenario()
def impressum_in_two_pages(city):
    """The first page of the Impressum says little and leads to the whole one."""
    stub = f"<h1>Impressum</h1><p>Herausgeber: Stadt {city.name}</p><p><a href='/i2'>Vollständiges Impressum</a></p>"
    pages = {"/impressum": html(page(city, "Impressum", stub)), "/i2": impressum(city)}
    return {city.host: site(city, pages)}


@scenario(unknown=ELSEWHERE)
def notices_as_files(city):
    """Both pages say where the file is."""

    def points(title, name):
        body = f"<h1>{title}</h1><p>{title} finden Sie <a href='/{name}.pdf'>hier als PDF</a>.</p>"
        return html(page(city, title, body))

    pages = {"/impressum": points("Impressum", "i"), "/datenschutz": points("Datenschutz", "d")}
    files = {f"/{name}.pdf": html("%PDF-1.7").with_(type="application/pdf") for name in "id"}
    return {city.host: site(city, pages | files)}


@scenario(unknown=SHUT)
def frames_without_end(city):
    """The home page is frames that only show each other."""
    frames = {
        path: html(f'<html><frameset cols="*"><frame src="{src}"></frameset></html>')
        for path, src in (("/", "/b"), ("/b", "/"))
    }
    return {city.host: site(city, frames)}


# --- forwarded with and without script --------------------------------------------------------------


@scenario(account=ACCOUNT)
def forwarded_either_way(city):
    """A short link moves on by a script, and without one by itself."""
    to = city.url("/impressum")
    moves = (
        f'<head><noscript><meta http-equiv="refresh" content="0;URL={to}"></noscript><title>{to}</title></head>'
        f'<script>window.opener = null; location.replace("{to}")</script>'
    )
    rows = [("Impressum", city.url("/kurz")), ("Datenschutz", city.url("/datenschutz"))]
    own = both(city, as_json(city, rows))
    own[city.host] = site(city, {"/kurz": html(moves)})
    return own
