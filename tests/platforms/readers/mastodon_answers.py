"""What an instance of Mastodon answers about an invented account."""

from linter.platforms.profile import Wanted
from tests.platforms.readers.answers import answer

HOST = "https://social.example.org"
LOOKUP = f"{HOST}/api/v1/accounts/lookup?acct=stadt"
FINGER = f"{HOST}/.well-known/webfinger?resource=acct:stadt@social.example.org"
SITE = "https://www.musterhausen.de/"
IMPRESSUM = "https://www.musterhausen.de/impressum"
BACK = f'<html><body><a rel="me nofollow" href="{HOST}/@stadt">Mastodon</a></body></html>'
WANTED = Wanted("mastodon", "stadt@social.example.org", domains=("musterhausen.de",))


def account(**changes):
    return {
        "id": "1",
        "username": "stadt",
        "acct": "stadt",
        "display_name": "Stadt Musterhausen",
        "locked": False,
        "bot": False,
        "created_at": "2019-01-01T00:00:00.000Z",
        "note": (
            "<p>Hier informiert die Pressestelle.<br>Netiquette: "
            '<a href="https://www.musterhausen.de/netiquette" rel="nofollow noopener">'
            '<span class="invisible">https://www.</span><span class="ellipsis">musterhausen.de/neti</span>'
            '<span class="invisible">quette</span></a></p>'
            '<p><a href="https://social.example.org/tags/nrw" class="mention hashtag">#nrw</a></p>'
        ),
        "url": f"{HOST}/@stadt",
        "uri": f"{HOST}/users/stadt",
        "followers_count": 1234,
        "last_status_at": "2026-11-20",
        "emojis": [],
        "fields": [
            {
                "name": "Website",
                "value": f'<a href="{SITE}" rel="me">{SITE}</a>',
                "verified_at": "2024-03-01T08:00:00.000+00:00",
            },
            {"name": "Impressum", "value": IMPRESSUM, "verified_at": None},
        ],
    } | changes


def unproven(**changes):
    fields = [{"name": "Website", "value": SITE, "verified_at": None}]
    return account(fields=fields, **changes)


def actor(**changes):
    return {
        "@context": ["https://www.w3.org/ns/activitystreams"],
        "id": f"{HOST}/users/stadt",
        "type": "Person",
        "preferredUsername": "stadt",
        "name": "Stadt Musterhausen",
        "summary": "<p>Hier informiert die Pressestelle.</p>",
        "url": f"{HOST}/@stadt",
        "attachment": [
            {"type": "PropertyValue", "name": "Website", "value": f'<a href="{SITE}">x</a>'},
            {"type": "Document", "name": "Bild", "value": "https://elsewhere.example/"},
        ],
    } | changes


def finger(subject="acct:stadt@social.example.org", host=HOST):
    return answer(
        {
            "subject": subject,
            "links": [
                {"rel": "self", "type": "application/activity+json", "href": f"{host}/users/stadt"},
                {
                    "rel": "http://webfinger.net/rel/profile-page",
                    "type": "text/html",
                    "href": f"{host}/@stadt",
                },
            ],
        },
        kind="application/jrd+json",
    )
