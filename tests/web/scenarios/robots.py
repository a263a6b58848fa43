"""The site says what robots may do."""

from __future__ import annotations

from tests.web.pages import home, page, site
from tests.web.scenarios.scenario import scenario, unseen
from tests.web.site import html, redirect, text

FORBIDDEN = {
    "everybody": "User-agent: *\nDisallow: /\n",
    "amtlint-alone": "User-agent: amtlint\nDisallow: /\n\nUser-agent: *\nDisallow:\n",
    "with-bom": "\ufeffUser-agent: *\nDisallow: /\n",
    "after-400-kb": "# ein Kommentar, wie ihn niemand liest\n" * 10_000
    + "User-agent: *\nDisallow: /\n",
    "in-capitals": "USER-AGENT: AMTLINT\nDISALLOW: /\n",
    "windows-line-ends": "User-agent: *\r\nDisallow: /\r\n",
}
for _name, _robots in FORBIDDEN.items():
    scenario(
        lambda city, robots=_robots: {city.host: site(city, {"/robots.txt": text(robots)})},
        name=f"robots-forbids-{_name}",
        about=f"robots.txt forbids everything: {_name}.",
        net="NET004",
        unknown=unseen("robots"),
        asked={"/robots.txt": 1, "/": 0, "/impressum": 0},
    )

ALLOWED = {
    "others-forbidden": "User-agent: GPTBot\nDisallow: /\n",
    "nothing-forbidden": "User-agent: *\nDisallow:\n",
    "more-specific-allow": "User-agent: *\nDisallow: /\nAllow: /$\nAllow: /impressum\nAllow: /datenschutz\n",
    "own-group": "User-agent: *\nDisallow: /\n\nUser-agent: amtlint\nDisallow: /intern\n",
    "part-of-our-name": "User-agent: amt\nDisallow: /\n",
    "empty": "",
}
for _name, _robots in ALLOWED.items():
    scenario(
        lambda city, robots=_robots: {city.host: site(city, {"/robots.txt": text(robots)})},
        name=f"robots-allows-{_name}",
        about=f"robots.txt allows what we ask for: {_name}.",
        asked={"/robots.txt": 1, "/": 1},
    )

for _status in (401, 403, 404, 410):
    scenario(
        lambda city, status=_status: {
            city.host: site(city, {"/robots.txt": html("nein", status=status)})
        },
        name=f"robots-answers-{_status}",
        about=f"robots.txt answers {_status}: nothing is forbidden (RFC 9309).",
        asked={"/": 1},
    )

for _name, _answer in (
    ("500", html("", status=500)),
    ("503", html("", status=503)),
    ("silent", html("", fault="silent")),
    ("reset", html("", fault="reset")),
):
    scenario(
        lambda city, answer=_answer: {city.host: site(city, {"/robots.txt": answer})},
        name=f"robots-unreachable-{_name}",
        about=f"robots.txt can't be had ({_name}): everything is forbidden (RFC 9309).",
        net="NET002",
        unknown={"IMP201": "", "DSE201": "", "IMP101": "", "DSE101": ""},
        asked={"/": 0},
    )


@scenario(net="NET004", unknown=unseen("robots"), asked={"/": 0})
def robots_redirects(city):
    """robots.txt is elsewhere; what stands there holds."""
    return {
        city.host: site(city, {"/robots.txt": redirect(f"https://www2.{city.domain}/r.txt", 301)}),
        f"www2.{city.domain}": site(city, {"/r.txt": text("User-agent: *\nDisallow: /\n")}),
    }


@scenario(asked={"/": 1})
def robots_is_a_page(city):
    """robots.txt answers 200 with the site's error page: nothing is forbidden by it."""
    gone = html(page(city, "Nicht gefunden", "<h1>Fehler 404</h1>"))
    return {city.host: site(city, {"/robots.txt": gone})}


@scenario(
    net="NET004",
    unknown={"IMP201": "robots", "DSE201": "robots"},
    asked={"/": 1, "/impressum": 0, "/datenschutz": 0},
)
def robots_forbids_the_pages_behind(city):
    """The home page may be read, the pages behind it may not: by wildcards."""
    rules = "User-agent: *\nDisallow: /*pressum$\nDisallow: /*schutz\n"
    return {city.host: site(city, {"/robots.txt": text(rules)})}


@scenario(net="NET004", unknown={"IMP201": "robots"}, may_fail="IMP103")
def robots_of_the_target_counts(city):
    """The Impressum lies on a host of its own that forbids robots."""
    links = f'<a href="https://recht.{city.domain}/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a>'
    return {
        city.host: site(city, {"/": home(city, links)}),
        f"recht.{city.domain}": site(city, {"/robots.txt": text("User-agent: *\nDisallow: /\n")}),
    }


@scenario()
def robots_asks_for_patience(city):
    """Crawl-delay: the pages come, one after the other."""
    rules = "User-agent: *\nCrawl-delay: 0.3\n"
    return {city.host: site(city, {"/robots.txt": text(rules)})}
