"""The pages of made-up cities: a home page, an Impressum and a privacy notice that pass."""

from __future__ import annotations

from dataclasses import dataclass

from tests.web.site import Answer, Page, Site, html

PLATFORMS = "Facebook, Instagram, X (ehemals Twitter), YouTube, Bluesky und Mastodon"


@dataclass(frozen=True, slots=True)
class City:
    """A city: what its pages say of it, and what a registry says of it."""

    name: str
    host: str
    mayor: str = "Helga Sandkuhl"
    postal_code: str = "48931"

    @property
    def domain(self) -> str:
        """The host without `www.`."""
        return self.host.removeprefix("www.")

    @property
    def id(self) -> str:
        """The authority's id."""
        return "stadt-" + self.name.casefold().translate(
            str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", " ": "-"})
        )

    def url(self, path: str = "/") -> str:
        """An address of the city's own."""
        return f"https://{self.host}{path}"


def page(city: City, title: str, main: str, *, links: str | None = None, head: str = "") -> str:
    """A page of a city's site; links: what stands in its footer."""
    footer = LINKS if links is None else links
    return f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>{title} | Stadt {city.name}</title>
{head}<link rel="stylesheet" href="/assets/site.css">
</head>
<body>
<header role="banner"><a href="/" title="Zur Startseite"><img src="/logo.svg" alt="Stadt {city.name}"></a></header>
<nav aria-label="Hauptmenü"><ul>
<li><a href="/rathaus">Rathaus</a></li>
<li><a href="/leben">Leben in {city.name}</a></li>
</ul></nav>
<main id="inhalt">
{main}
</main>
<footer>
<ul>
{footer}
</ul>
</footer>
</body>
</html>
"""


LINKS = """<li><a href="/impressum">Impressum</a></li>
<li><a href="/datenschutz">Datenschutz</a></li>"""


def link(label: str, url: str) -> str:
    """An entry of the footer."""
    return f'<li><a href="{url}">{label}</a></li>\n'


def home(city: City, links: str | None = None, head: str = "") -> Answer:
    """The start page."""
    return html(
        page(
            city,
            "Startseite",
            f"<h1>Willkommen in {city.name}</h1>\n"
            f"<p>Auf den Seiten der Stadt {city.name} finden Sie Nachrichten aus dem Rathaus, Termine "
            "der Ausschüsse, Formulare der Ämter und alles über Schulen, Bäder und Büchereien.</p>\n"
            "<h2>Aktuelles</h2>\n<p>Die Bürgerämter haben am Freitag bis 18 Uhr geöffnet. Der Rat tagt am "
            "Donnerstag um 17 Uhr im großen Sitzungssaal; die Sitzung ist öffentlich.</p>",
            links=links,
            head=head,
        )
    )


def impressum_text(city: City) -> str:
    """The Impressum without the page around it."""
    return f"""<h1 id="impressum">Impressum</h1>
<h2>Anbieterin nach § 18 Abs. 1 MStV und § 5 DDG</h2>
<p><strong>Stadt {city.name}</strong><br>
Rathausplatz 1<br>
{city.postal_code} {city.name}</p>
<p>Die Stadt {city.name} ist eine Körperschaft des öffentlichen Rechts. Sie wird vertreten durch die Oberbürgermeisterin Dr. {city.mayor}.</p>
<p>Telefon: 02599 310-0<br>
Telefax: 02599 310-199<br>
E-Mail: <a href="mailto:rathaus@{city.domain}">rathaus@{city.domain}</a></p>
<p>Umsatzsteuer-Identifikationsnummer: DE136695976</p>
<h2>Verantwortlich nach § 18 Abs. 2 MStV</h2>
<p>Jörn Tietgen, Leiter der Pressestelle<br>
Rathausplatz 1, {city.postal_code} {city.name}</p>
<h2>Geltungsbereich</h2>
<p>Dieses Impressum gilt auch für unsere Profile auf {PLATFORMS}.</p>"""


def impressum(city: City, text: str | None = None, links: str | None = None) -> Answer:
    """The Impressum as a page."""
    return html(page(city, "Impressum", text or impressum_text(city), links=links))


def privacy_text(city: City) -> str:
    """The privacy notice without the page around it."""
    return f"""<h1>Datenschutzerklärung</h1>
<h2>Verantwortliche</h2>
<p>Verantwortlich für die Verarbeitung im Sinne der DSGVO ist:</p>
<p>Stadt {city.name}<br>
Die Oberbürgermeisterin<br>
Rathausplatz 1<br>
{city.postal_code} {city.name}<br>
E-Mail: rathaus@{city.domain}</p>
<h2>Datenschutzbeauftragte</h2>
<p>Unsere behördliche Datenschutzbeauftragte erreichen Sie unter:<br>
Stadt {city.name}, Datenschutzbeauftragte<br>
Rathausplatz 1, {city.postal_code} {city.name}<br>
E-Mail: <a href="mailto:datenschutz@{city.domain}">datenschutz@{city.domain}</a></p>
<h2>Zwecke und Rechtsgrundlage</h2>
<p>Wir verarbeiten Ihre Daten zum Zweck der Öffentlichkeitsarbeit. Rechtsgrundlage ist Art. 6 Abs. 1 Buchstabe e DSGVO in Verbindung mit § 3 Abs. 1 DSG NRW.</p>
<h2>Unsere Profile in sozialen Netzwerken</h2>
<p>Wir betreiben Profile auf {PLATFORMS}. Wenn Sie dort mit uns in Kontakt treten, verarbeiten wir Ihren Nutzernamen und Ihre Nachricht.</p>
<h3>Facebook und Instagram</h3>
<p>Für die Seiten-Insights sind wir gemeinsam mit der Meta Platforms Ireland Ltd., Merrion Road, Dublin 4, verantwortlich (Art. 26 DSGVO). Nach der Vereinbarung beantwortet Meta die Anfragen betroffener Personen nach Art. 15 bis 20 DSGVO; die <a href="https://www.facebook.com/privacy/policy">Datenschutzrichtlinie von Meta</a> nennt Einzelheiten.</p>
<h2>Empfänger</h2>
<p>Die Webseite betreibt für uns das Kommunale Rechenzentrum als Auftragsverarbeiter. An andere Stellen werden Ihre Daten nicht übermittelt.</p>
<h2>Übermittlung in Drittländer</h2>
<p>Die Betreiber der Plattformen übermitteln Daten in die USA. Grundlage ist der Angemessenheitsbeschluss zum EU-US Data Privacy Framework; im Übrigen gelten Standardvertragsklauseln.</p>
<h2>Speicherdauer</h2>
<p>Protokolldaten werden nach sieben Tagen gelöscht.</p>
<h2>Ihre Rechte</h2>
<p>Sie haben nach der Datenschutz-Grundverordnung folgende Rechte:</p>
<ul>
<li>Auskunft über Ihre Daten (Art. 15 DSGVO),</li>
<li>Berichtigung unrichtiger Daten (Art. 16 DSGVO),</li>
<li>Löschung (Art. 17 DSGVO),</li>
<li>Einschränkung der Verarbeitung (Art. 18 DSGVO),</li>
<li>Widerspruch gegen die Verarbeitung (Art. 21 DSGVO).</li>
</ul>
<p>Eine Einwilligung können Sie jederzeit mit Wirkung für die Zukunft widerrufen.</p>
<h2>Beschwerde</h2>
<p>Sie können sich bei der Aufsichtsbehörde beschweren: Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen, Kavalleriestraße 2–4, 40213 Düsseldorf.</p>"""


def privacy(city: City, links: str | None = None) -> Answer:
    """The privacy notice as a page."""
    return html(page(city, "Datenschutzerklärung", privacy_text(city), links=links))


def site(city: City, pages: dict[str, Page] | None = None, **changes: object) -> Site:
    """A city's site that is as it should be, but for the pages given; None takes one off."""
    all_pages: dict[str, Page | None] = {
        "/": home(city),
        "/impressum": impressum(city),
        "/datenschutz": privacy(city),
        **(pages or {}),
    }
    return Site({path: one for path, one in all_pages.items() if one is not None}, **changes)
