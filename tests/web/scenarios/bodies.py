"""The page comes, in a shape of its own: packed, huge, mislabelled, or nothing to read."""

from __future__ import annotations

from itertools import chain

from tests.web.pages import home, impressum, page, privacy, site
from tests.web.scenarios.scenario import scenario
from tests.web.site import Answer, bomb, deflated, endless, gzipped, html, text

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def both(city, change):
    """The pages behind the home page, changed."""
    return {"/impressum": change(impressum(city)), "/datenschutz": change(privacy(city))}


def recoded(answer, encoding, type_):
    return Answer(str(answer.body).encode(encoding, "xmlcharrefreplace"), type=type_)


SHAPES = {
    "gzip": gzipped,
    "deflate": deflated,
    "deflate-raw": lambda answer: deflated(answer, raw=True),
    "chunked": lambda answer: answer.with_(framing="chunked"),
    "to-the-end": lambda answer: answer.with_(framing="close"),
    "no-type": lambda answer: answer.with_(type=None),
    "no-charset": lambda answer: answer.with_(type="text/html"),
    "xhtml": lambda answer: answer.with_(type="application/xhtml+xml"),
    "latin-1": lambda answer: recoded(
        answer.with_(body=str(answer.body).replace("utf-8", "iso-8859-1")),
        "cp1252",
        "text/html; charset=ISO-8859-1",
    ),
    "utf-16": lambda answer: recoded(answer, "utf-16", "text/html"),
    "bom": lambda answer: recoded(answer, "utf-8-sig", "text/html; charset=iso-8859-1"),
}
for _name, _change in SHAPES.items():
    scenario(
        lambda city, change=_change: {
            city.host: site(city, {"/": change(home(city)), **both(city, change)})
        },
        name=f"pages-{_name}",
        about=f"All pages come as {_name}: nothing is missing.",
    )


@scenario(undecided=True, may_fail="IMP211")
def wrong_charset(city):
    """The header says UTF-8, the bytes are windows-1252: umlauts are lost, nothing is missing."""
    return {
        city.host: site(
            city, both(city, lambda answer: recoded(answer, "cp1252", "text/html; charset=utf-8"))
        )
    }


@scenario(net="NET002", unknown={"IMP201": "not-reachable", "DSE201": "not-reachable"})
def broken_gzip(city):
    """The bytes are not what the coding says."""

    def broken(answer):
        packed = gzipped(answer)
        return packed.with_(body=packed.body[:40] + b"\xff" * 40 + packed.body[80:])

    return {city.host: site(city, both(city, broken))}


@scenario(unknown={"IMP201": "", "DSE201": ""}, may_fail="IMP104 DSE104")
def gzip_bomb(city):
    """A few hundred kB unpack to a gigabyte of nothing."""
    return {city.host: site(city, both(city, lambda _: bomb()))}


@scenario()
def home_without_end(city):
    """The home page goes on for a gigabyte; its links stand at the beginning."""
    return {city.host: site(city, {"/": Answer(endless(str(home(city).body)))})}


@scenario()
def pages_without_end(city):
    """The pages behind go on for a gigabyte; what counts stands at the beginning."""
    return {
        city.host: site(
            city, both(city, lambda answer: Answer(endless(str(answer.body)), framing="close"))
        )
    }


@scenario(unknown={"IMP201": "", "DSE201": ""}, may_fail="IMP106")
def pdf(city):
    """The pages are PDF files: a person can read them, we can't."""
    file = Answer(PDF, type="application/pdf")
    return {city.host: site(city, both(city, lambda _: file))}


@scenario(unknown={"IMP201": "", "DSE201": ""}, may_fail="IMP106")
def download(city):
    """The pages come as files of no known type."""
    file = Answer(bytes(range(256)) * 20, type="application/octet-stream")
    return {city.host: site(city, both(city, lambda _: file))}


@scenario(unknown={"IMP201": "", "DSE201": ""}, may_fail="IMP106")
def picture(city):
    """The addresses are those of pictures."""
    file = Answer(b"\x89PNG\r\n\x1a\n" + b"\0" * 500, type="image/png")
    return {city.host: site(city, both(city, lambda _: file))}


@scenario(unknown={"IMP201": ""}, may_fail="IMP106")
def impressum_is_an_image(city):
    """The Impressum is a page with a picture of the text."""
    shown = '<h1>Impressum</h1><p><img src="/impressum.png" alt="" width="600" height="900"></p>'
    return {
        city.host: site(
            city,
            {
                "/impressum": html(page(city, "Impressum", shown)),
                "/impressum.png": Answer(b"\x89PNG"),
            },
        )
    }


SHELL = """<!DOCTYPE html><html lang="de"><head><title>Stadt</title>
<script src="/app.js" defer></script><script src="/vendor.js" defer></script></head>
<body><div id="root"></div><noscript>Bitte schalten Sie JavaScript ein.</noscript></body></html>"""


@scenario(unknown={"IMP201": "", "DSE201": ""}, may_fail="IMP106")
def pages_need_scripts(city):
    """The pages behind the home page are empty without JavaScript."""
    return {city.host: site(city, both(city, lambda _: html(SHELL)))}


@scenario(unknown={"IMP101": "", "IMP201": "", "DSE101": "", "DSE201": ""}, may_fail="IMP106")
def home_needs_scripts(city):
    """The home page is empty without JavaScript: its links can't be seen."""
    return {city.host: site(city, {"/": html(SHELL)})}


@scenario(fails="IMP104 DSE104")
def empty_pages(city):
    """The pages behind the home page are there, and empty."""
    return {city.host: site(city, both(city, lambda _: html("")))}


@scenario(fails="IMP104 DSE104")
def only_headings(city):
    """The pages behind the home page have a heading and nothing below it."""
    return {
        city.host: site(
            city,
            {
                "/impressum": html("<!DOCTYPE html><title>Impressum</title><h1>Impressum</h1>"),
                "/datenschutz": html(
                    "<!DOCTYPE html><title>Datenschutz</title><h1>Datenschutzerklärung</h1>"
                ),
            },
        )
    }


@scenario(unknown={"IMP101": "", "DSE101": ""}, may_fail="IMP106")
def home_is_empty(city):
    """The home page has no byte: nobody can say what it would link."""
    return {city.host: site(city, {"/": html("")})}


@scenario()
def deep_and_broken(city):
    """Fifty thousand open tags before what counts."""

    def deep(answer):
        return html(str(answer.body).replace("<main", "<div>" * 50_000 + "<main", 1))

    return {city.host: site(city, both(city, deep))}


@scenario()
def null_bytes(city):
    """Null bytes between the letters of the tags and before the page."""

    def nulls(answer):
        return html(b"\0\0" + str(answer.body).replace("<p>", "<p>\0").encode())

    return {city.host: site(city, both(city, nulls))}


@scenario()
def many_headers(city):
    """A hundred headers, some twice, some not ASCII."""
    headers = chain.from_iterable(
        ((f"X-{n}", "wörtlich"), ("X-Nochmal", str(n))) for n in range(40)
    )
    return {city.host: site(city, {"/": home(city).with_(*headers)})}


@scenario(may_fail="IMP106 DSE103")
def impressum_as_text(city):
    """The Impressum is a text file."""
    words = f"""Impressum

Stadt {city.name}
Rathausplatz 1
{city.postal_code} {city.name}

Vertreten durch die Oberbürgermeisterin Dr. {city.mayor}
Telefon: 02599 310-0
E-Mail: rathaus@{city.domain}
Umsatzsteuer-Identifikationsnummer: DE136695976
Verantwortlich nach § 18 Abs. 2 MStV: Jörn Tietgen, Rathausplatz 1, {city.postal_code} {city.name}
Dieses Impressum gilt auch für unsere Profile auf Facebook, Instagram, X und Mastodon.
"""
    return {city.host: site(city, {"/impressum": text(words, type="text/plain; charset=utf-8")})}
