"""What the network of Bluesky answers about an invented account."""

from linter.platforms.profile import Wanted
from tests.platforms.readers.answers import answer

DID = "did:plc:abcdefghijklmnopqrstuvwx"
XRPC = "https://public.api.bsky.app/xrpc"
HANDLE = "presse.musterhausen.de"
PROFILE = f"{XRPC}/app.bsky.actor.getProfile?actor={HANDLE}"
RESOLVE = f"{XRPC}/com.atproto.identity.resolveHandle?handle={HANDLE}"
FEED = f"{XRPC}/app.bsky.feed.getAuthorFeed?actor={DID}&limit=1&filter=posts_no_replies"
KNOWN = f"https://{HANDLE}/.well-known/atproto-did"
DIRECTORY = f"https://plc.directory/{DID}"
WANTED = Wanted("bluesky", HANDLE, domains=("musterhausen.de",))
RENTED = Wanted("bluesky", "musterhausen.bsky.social", domains=("musterhausen.de",))
RENTED_PROFILE = f"{XRPC}/app.bsky.actor.getProfile?actor=musterhausen.bsky.social"


def view(**changes):
    return {
        "did": DID,
        "handle": HANDLE,
        "displayName": "Stadt Musterhausen",
        "description": "Hier informiert die Pressestelle.\nImpressum: musterhausen.de/impressum",
        "website": "https://www.musterhausen.de/",
        "followersCount": 321,
        "labels": [],
        "createdAt": "2023-10-01T00:00:00.000Z",
    } | changes


def badge(state, **changes):
    return {
        "verifications": [
            {
                "issuer": "did:plc:zzzzzzzzzzzzzzzzzzzzzzzz",
                "uri": "at://x",
                "isValid": state == "valid",
                "createdAt": "2025-06-01T23:30:00.000Z",
            }
        ],
        "verifiedStatus": state,
        "trustedVerifierStatus": "none",
    } | changes


UNRESOLVED = answer({"error": "InvalidRequest", "message": "Unable to resolve handle"}, status=400)


def identity(*names):
    return answer({"id": DID, "alsoKnownAs": list(names or (f"at://{HANDLE}",))})


def whole(**changes):
    return {
        PROFILE: answer(view()),
        KNOWN: answer(f"{DID}\n", kind="text/plain"),
        DIRECTORY: identity(),
        FEED: answer({"feed": [{"post": {"indexedAt": "2026-11-19T23:59:59.000Z"}}]}),
    } | changes
