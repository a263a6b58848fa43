"""trip: from an ask to its page, along all redirects."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Protocol

from linter.crawl.address import LONGEST, AddressError, join, parse
from linter.crawl.capture import Capture, Fault, Hop
from linter.crawl.hop import Request
from linter.crawl.placeholders import NONE, uses
from linter.crawl.verdict import REDIRECTS, confirms, fault_of, is_login, settles

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from linter.crawl.address import Address
    from linter.crawl.asking import Ask
    from linter.crawl.hop import Answer
    from linter.crawl.placeholders import Secrets
    from linter.crawl.robots import Robots

NOT_MODIFIED: Final = 304
UNASKED: Final = frozenset(("address_refused", "rate_limited"))
"""Faults without an answer for which no request was even tried."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")

UNAUTHORISED: Final = frozenset(("authorization", "cookie", "proxy-authorization"))


class Web(Protocol):
    """What a trip needs of the fetcher."""

    async def hop(self, key: str, request: Request) -> Answer:
        """One request and its answer."""
        ...

    def known(self, key: str) -> Capture | None:
        """What this run has for a key."""
        ...

    def previous(self, key: str) -> Capture | None:
        """What an earlier night got for a key."""
        ...

    def now(self) -> str:
        """The moment."""
        ...


class Trip:
    """One ask on its way.

    robots_of: None where robots.txt does not bind.
    """

    def __init__(
        self,
        ask: Ask,
        secrets: Secrets,
        *,
        web: Web,
        user_agent: str,
        redirects: int,
        robots_of: Callable[[Address], Awaitable[Robots]] | None,
    ) -> None:
        self._ask = ask
        self._secrets = secrets
        self._web = web
        self._user_agent = user_agent
        self._redirects = redirects
        self._robots_of = robots_of
        self._previous: Capture | None = None
        self._origin = ""
        self._hops: list[Hop] = []
        self._url = ask.url
        self._seen: set[str] = set()

    async def run(self) -> Capture:
        """Ask, and follow, to the end."""
        while True:
            try:
                address = parse(self._url)
            except AddressError as error:
                return self._ends(error.fault if self._hops else "address_refused", error.detail)
            self._origin = self._origin or address.origin
            self._seen.add(address.url)
            key = self._key(address)
            known = self._web.known(key) if key != self._ask.key else None
            if known is not None:
                return self._joined(known)
            if self._robots_of is not None:
                rules = await self._robots_of(address)
                if rules.fault:
                    return self._ends(rules.fault, rules.detail)
                if not rules.allows(address.url):
                    return self._ends("robots_disallowed", f"robots.txt of {address.origin}")
            answer, conditional = await self._asked(address, key)
            if answer.status is None:
                if answer.fault not in UNASKED:
                    self._hop(answer, "")
                return self._ends(answer.fault, answer.detail, answer)
            location = answer.headers.get("location", "")
            if answer.status not in REDIRECTS or not location:
                return self._arrived(answer, conditional=conditional)
            capture = self._redirected(answer, location)
            if capture is not None:
                return capture

    async def _asked(self, address: Address, key: str) -> tuple[Answer, bool]:
        """The answer to one hop, and whether it is one to a conditional request.

        Conditions only save: where the answer may be one to them alone, it is asked without.
        """
        before = self._previous = self._web.previous(key)
        conditions = self._conditions()
        answer = await self._web.hop(key, self._request(address, conditions))
        if not conditions or before is None:
            return answer, False
        usable = answer.status == NOT_MODIFIED and confirms(answer.headers, before.headers)
        if usable or settles(answer.status, answer.fault, answer.headers):
            return answer, True
        return await self._web.hop(key, self._request(address, ())), False

    def _key(self, address: Address) -> str:
        """The key of an ask for the very address that is asked now, however it was written."""
        if uses(self._url):
            return replace(self._ask, url=self._url.partition("#")[0]).key
        self._url = address.url + "".join(self._url.partition("#")[1:])
        if address.url == self._ask.url:
            return self._ask.key
        return replace(self._ask, url=address.url).key

    def _joined(self, known: Capture) -> Capture:
        """Go on as somebody else did before."""
        hops = (*self._hops, *known.hops)
        if sum(bool(hop.location) for hop in hops) > self._redirects:
            # As if every hop had been asked for this ask alone.
            self._hops = list(hops[: self._redirects + 1])
            self._url = self._hops[-1].url
            detail = f"more than {self._redirects} redirects"
            capture = self._ends("too_many_redirects", detail)
            return capture.but(status=self._hops[-1].status)
        return known.but(url=self._ask.url, hops=hops)

    def _request(self, address: Address, conditions: tuple[tuple[str, str], ...]) -> Request:
        home = address.origin == self._origin
        secrets = self._secrets if home else NONE
        headers = tuple(
            (name, text)
            for name, text in self._ask.headers
            if home or not (uses(text) or name.lower() in UNAUTHORISED)
        )
        target = address.target
        if secrets and uses(self._url):
            target = parse(secrets.fill(self._url, in_url=True)).target
        return Request(
            url=self._url,
            address=address,
            target=target,
            headers=(
                ("User-Agent", self._user_agent),
                ("Accept", self._ask.accept),
                ("Accept-Language", "de,en;q=0.5"),
                ("Accept-Encoding", "gzip, deflate"),
                *headers,
                *conditions,
            ),
            limit=self._ask.limit,
            secrets=secrets,
            hidden=self._secrets,
        )

    def _conditions(self) -> tuple[tuple[str, str], ...]:
        """Headers that ask for a page only if it changed, where it stands as it did."""
        before = self._previous
        if before is None or before.fault or before.truncated or before.final_url != self._url:
            return ()
        if not before.weight:
            return ()  # there would be nothing to use
        found = (
            ("If-None-Match", before.headers.get("etag", "")),
            ("If-Modified-Since", before.headers.get("last-modified", "")),
        )
        return tuple((name, value) for name, value in found if value and not _CONTROL.search(value))

    def _redirected(self, answer: Answer, location: str) -> Capture | None:
        """Go where an answer leads; a capture where that ends the trip."""
        try:
            target = join(self._url, location)
        except AddressError as error:
            self._hop(answer, location[:LONGEST])
            return self._ends(error.fault, error.detail, answer)
        try:
            address = parse(target)
        except AddressError as error:
            self._hop(answer, target[:LONGEST])
            return self._ends(error.fault, error.detail, answer)
        if not uses(target):
            target = address.url + "".join(target.partition("#")[1:])
        self._hop(answer, target)
        if is_login(target) and not is_login(self._ask.url):
            return self._ends("login_wall", "a redirect leads to a login or a consent", answer)
        if address.url in self._seen:
            return self._ends("redirect_loop", "a redirect leads back", answer)
        if len(self._hops) > self._redirects:
            detail = f"more than {self._redirects} redirects"
            return self._ends("too_many_redirects", detail, answer)
        self._url = target
        return None

    def _arrived(self, answer: Answer, *, conditional: bool) -> Capture:
        """The last answer: a page, or the fault that its status means."""
        status = answer.status or 0
        self._hop(answer, "")
        before = self._previous
        if status == NOT_MODIFIED and conditional and before is not None:
            return before.but(
                url=self._ask.url,
                final_url=self._url,
                detail="",
                hops=tuple(self._hops),
                headers={**before.headers, **_renewed(answer.headers)},
                sha256=before.sha256 or sha256(before.body).hexdigest(),
                not_modified=True,
                fetched_at=answer.at,
                warc=answer.warc,
            )
        fault = fault_of(status)
        detail = f"the server answered {status}" if fault else answer.detail
        return Capture(
            url=self._ask.url,
            final_url=self._url,
            status=status,
            fault=fault or answer.fault,
            detail=detail,
            hops=tuple(self._hops),
            headers=answer.headers,
            body=answer.body,
            sha256="" if answer.fault else sha256(answer.body).hexdigest(),
            truncated=answer.truncated,
            fetched_at=answer.at,
            warc=answer.warc,
        )

    def _hop(self, answer: Answer, location: str) -> None:
        self._hops.append(Hop(self._url, answer.status, location, answer.at))

    def _ends(self, fault: Fault, detail: str, answer: Answer | None = None) -> Capture:
        """The capture of a trip that ends without a page; `answer` is what its last hop got."""
        return Capture(
            url=self._ask.url,
            final_url=self._url,
            status=None if answer is None else answer.status,
            fault=fault,
            detail=detail,
            hops=tuple(self._hops),
            headers={} if answer is None else answer.headers,
            fetched_at=self._web.now() if answer is None else answer.at,
            warc=None if answer is None else answer.warc,
        )


def _renewed(headers: Mapping[str, str]) -> dict[str, str]:
    """What a 304 says anew of the page: nothing of its own, missing body."""
    return {name: value for name, value in headers.items() if not name.startswith("content-")}
