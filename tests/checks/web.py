"""Subjects as a crawl sees them: a profile and a few pages, read by the same code as in a crawl."""

from __future__ import annotations

from linter.example_web import observed
from linter.overlay import overlaid
from linter.registry.account import Authority, Designation
from linter.subject import Subject

SITE = "https://www.bergheide.example/"
TOWN = Authority(
    id="stadt-bergheide",
    kind="city",
    designations=[Designation("Stadt Bergheide", "name")],
    domains=("bergheide.example",),
)
FACEBOOK = "{id: a, platform: facebook, handle: bergheide, kind: authority}"
MASTODON = "{id: a, platform: mastodon, handle: rathaus@social.example, kind: authority}"
WEBSITE = (
    f"{{id: a, platform: website, handle: www.bergheide.example, kind: authority, url: '{SITE}'}}"
)
SHELL = "<html><body><div id='root'></div>" + "<script src='/a.js'></script>" * 3 + "</body></html>"
HOSTILE = ("\u202e", "\0", "a" * 5000, "<script>", "🦔" * 200, "{0}", "%s", "\\", "(" * 500)
"""Values that a profile or page may have, to no good end."""


def crawled(subject, text=FACEBOOK, profile=None, web=None, authority=TOWN) -> Subject:
    """A subject behind whose account a profile and pages were read."""
    made = subject(text, authority=authority)
    account, context = made.account, made.context
    context.online = True
    context.seen = observed(account, authority, profile, web or {})
    context.declared = account
    shown = overlaid(account, context.seen)
    return Subject(
        [(shown.fields, shown.document)],
        account=shown,
        accounts=[shown],
        authority=authority,
        context=context,
    )


def declared(more):
    """An account on Mastodon with further fields."""
    return f"{MASTODON[:-1]}, {more}}}"


def links(*pairs, bio="Neues aus dem Rathaus", **more):
    """A profile with these links."""
    return {"bio": bio, "links": [{"label": label, "url": url} for label, url in pairs], **more}


def page(title, *footer, text="<p>Aktuelles aus dem Rathaus, Termine und Neuigkeiten.</p>"):
    """A small page with links in its footer."""
    there = " ".join(f"<a href='{url}'>{label}</a>" for label, url in footer)
    return f"<title>{title}</title><h1>{title}</h1>{text}<footer>{there}</footer>"


def impressum(more="", provider="Stadt Bergheide"):
    """An Impressum with what it needs."""
    text = (
        f"<p>Angaben gemäß § 18 MStV</p><p>{provider}<br>Rathausplatz 1<br>48931 Bergheide</p>"
        "<p>Vertreten durch die Oberbürgermeisterin</p><p>E-Mail: rathaus@bergheide.example</p>"
    )
    return page("Impressum", text=text + more)
