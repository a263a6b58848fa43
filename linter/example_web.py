"""example_web: the profile and the few pages that a rule's example describes, read for real.

An example says what a visitor would see; the pages behind are found and followed by the same
code as in a crawl, only the answers come from the example.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.crawl.asking import answered
from linter.crawl.capture import Capture, Hop
from linter.crawl.observe import observe
from linter.pages import read_page
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification

if TYPE_CHECKING:
    from linter.crawl.asking import Ask
    from linter.crawl.observation import Observation
    from linter.pages.page import Page
    from linter.registry.account import Account, Authority

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
"""Where the pages lie that examples of the built-in rules name by file; in a checkout only."""
AT = "2026-11-25T02:00:00.000Z"
STATUS = {"not_found": 404, "forbidden": 403, "server_error": 500, "rate_limited": 429}


def observed(
    account: Account,
    authority: Authority,
    profile: dict[str, Any] | None,
    web: dict[str, str],
    pages: Path = PAGES,
) -> Observation:
    """What a crawl would see.

    profile: its fields (see `linter.platforms.profile.Profile`; `unread`: the cause why it could not
    be read, `fault`: of the network); None: read from the web as a crawl would. web: address →
    HTML, a file in `pages`, `-> address` (a redirect), `fault: not_found` (any fault's name) or
    `type: application/pdf` (any type of file that is no page).
    """
    known = None if profile is None else _profile(account, profile)
    asking = observe(account, authority, secrets=frozenset(), read=_read, profile=known)
    return answered(asking, lambda ask: capture(ask, web, pages))


def capture(ask: Ask, web: dict[str, str], pages: Path = PAGES) -> Capture:
    """The answer that the example has for an address; what it does not have is not there.

    Raises `FileNotFoundError` for a page that it names by a file that is none.
    """
    hops: list[Hop] = []
    url = ask.url
    while True:
        said = web.get(url) or web.get(url.rstrip("/")) or web.get(f"{url}/") or "fault: not_found"
        if not said.startswith("-> ") or len(hops) > len(web):
            break
        hops.append(Hop(url, 302, said[3:].strip(), AT))
        url = said[3:].strip()
    if said.startswith("fault: "):
        fault: Any = said[7:].strip()
        status = STATUS.get(fault)
        return Capture(
            ask.url, url, status, fault=fault, hops=(*hops, Hop(url, status, "", AT)), fetched_at=AT
        )
    kind = "text/html; charset=utf-8"
    if said.startswith("type: "):
        kind, body = said[6:].strip(), b"%PDF-1.7"
    else:
        body = said.encode() if "<" in said else (pages / said.strip()).read_bytes()
    return Capture(
        url=ask.url,
        final_url=url,
        status=200,
        hops=(*hops, Hop(url, 200, "", AT)),
        headers={"content-type": kind},
        body=body,
        sha256=f"{len(body):064x}",
        fetched_at=AT,
    )


def _read(capture: Capture) -> Page:
    return read_page(capture.body, url=capture.final_url)


def _profile(account: Account, said: dict[str, Any]) -> Profile | Unread:
    url = f"https://example.org/{account.handle}"
    if "unread" in said:
        fault: Any = said.get("fault", "")
        seen = Capture(url, url, STATUS.get(fault), fault=fault, fetched_at=AT)
        return Unread(said["unread"], fault, (seen,) if fault else ())
    badge = said.get("verification") or {}
    links = said.get("links")
    return Profile(
        platform=account.platform,
        handle=str(said.get("handle", account.handle)),
        url=str(said.get("url", url)),
        name=said.get("name"),
        bio=said.get("bio"),
        links=None
        if links is None
        else tuple(ProfileLink(str(one.get("label", "")), str(one["url"])) for one in links),
        verification=Verification(
            state=badge.get("state", "unknown"), kind=badge.get("kind", ""), source="api"
        ),
        impressum=said.get("impressum"),
        privacy=said.get("privacy"),
        bot=None if "bot" not in said else str(said["bot"]).lower() == "true",
        last_post=date.fromisoformat(str(said["last_post"])) if "last_post" in said else None,
        moved_to=str(said.get("moved_to", "")),
        seen=(Capture(url, url, 200, fetched_at=AT),),
    )
