"""this_side: whether what failed all night most likely failed on this machine's side.

Beside a missing connection (see `reached`) that is trust: a clock that stands at 1970, a certificate
store that is missing, a firewall that opens what is encrypted. Each makes every server's certificate
one that is not valid, which no single server can be blamed for. And it is whoever answers in
everybody's place: a proxy, a filter, the log-in of a wireless network. They send the same page for
every site, and it names none of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.crawl.capture import NOT_SECURE, NOT_VALID
from linter.crawl.observation import Observation
from linter.crawl.reached import FEW, Reached, answers
from linter.errors import LinterError
from linter.platforms.address import split

if TYPE_CHECKING:
    from linter.crawl.capture import Capture
    from linter.text import Text

THEIRS = "mismatch"
"""In the detail of a certificate that is another server's: it was trusted, so the fault is not ours."""

UNTRUSTED: Text = {
    "de": "Zu keiner der {domains} angefragten Domains kam eine sichere Verbindung zustande; vermutlich liegt das an "
    "diesem Rechner oder seinem Netz (Uhr, Zertifikatsspeicher, eine Firewall, die Verschlüsseltes öffnet). Was nicht "
    "erreichbar war, bleibt offen; als Nacht zählt diese dafür nicht.",
    "en": "No secure connection came about to any of the {domains} domains asked; most likely that is due to this "
    "machine or its network (clock, certificate store, a firewall that opens what is encrypted). What was out of "
    "reach is left open; for that, this night does not count.",
}

SAME: Text = {
    "de": "Von allen {domains} angefragten Domains kam dieselbe Seite, und sie nennt keine von ihnen; vermutlich antwortet "
    "das Netz dieses Rechners an ihrer Stelle (Proxy, Filter, Anmeldung eines WLANs). Was die Seiten selbst zeigen, "
    "bleibt offen; als Nacht zählt diese dafür nicht.",
    "en": "The same page came from all of the {domains} domains asked, and it names none of them; most likely this "
    "machine's network answers in their place (a proxy, a filter, the log-in of a wireless network). What the pages "
    "themselves show is left open; for that, this night does not count.",
}
_NUMBERS = re.compile(rb"\d+")


class Twins:
    """The pages that came in a night, as long as all are the same; various: they are not."""

    def __init__(self) -> None:
        self.various = False
        self.first: Capture | None = None
        self.urls: list[str] = []

    def note(self, captures: list[Capture]) -> None:
        """Take note of what came back."""
        for capture in captures:
            if self.various or capture.status is None:
                continue
            if not capture.ok or not capture.weight:
                self.various = True
            elif self.first is None:
                self.first, self.urls = capture, [capture.url]
            elif _plain(capture) == _plain(self.first):
                self.urls.append(capture.url)
            else:
                self.various = True

    @property
    def domains(self) -> set[str]:
        """The domains that were asked for them."""
        return {_domain(address.host) for address in map(split, self.urls) if address is not None}

    @property
    def strange(self) -> bool:
        """Whether one page came for domains of several owners, and names none of them."""
        if self.various or self.first is None or len(self.domains) < FEW:
            return False
        from linter.crawl.sight import read_capture  # noqa: PLC0415 - few nights are like this
        from linter.pages.kinds.stray import names_host  # noqa: PLC0415

        page = read_capture(self.first)
        return not any(names_host(page, url) for url in self.urls)


class ThisSide(Reached):
    """The domains asked in a night, whether any answered, and whether any could be trusted."""

    def __init__(self) -> None:
        super().__init__()
        self.untrusted: set[str] = set()
        self.trusted = False
        self.twins = Twins()

    def note(self, observation: Observation | None) -> None:
        """Take note of what was seen of an account."""
        if observation is None or (self.answered and self.trusted and self.twins.various):
            return
        self.twins.note(answers(observation))
        rest = []
        for capture in answers(observation):
            self.trusted = self.trusted or _secure(capture)
            if _distrusted(capture) and (address := split(capture.final_url)) is not None:
                self.untrusted.add(_domain(address.host))
            else:
                rest.append(capture)
        super().note(Observation(observation.account, observation.profile, faults=tuple(rest)))

    @property
    def cut_off(self) -> LinterError:
        """What is said of a night in which nobody answered, or nobody who could be trusted."""
        if self.twins.strange:
            domains = len(self.twins.domains)
            return LinterError({lang: text.format(domains=domains) for lang, text in SAME.items()})
        if not self.untrusted:
            return super().cut_off
        domains = len(self.untrusted | self.asked)
        return LinterError({lang: text.format(domains=domains) for lang, text in UNTRUSTED.items()})

    @property
    def nobody(self) -> bool:
        """Whether domains of several owners were asked, and none answered itself or could be trusted."""
        if self.twins.strange:
            return True
        if self.trusted or not self.untrusted:
            return super().nobody
        silent = set() if self.answered else self.asked
        return len(self.untrusted | silent) >= FEW


def _plain(capture: Capture) -> bytes:
    """A page without what is its own each time, whoever sends it: the address asked, and numbers."""
    body = capture.body
    for url in (capture.url, capture.final_url):
        address = split(url)
        own = (address.host, "/".join(address.parts)) if address is not None else ()
        for said in filter(None, (url, *own)):
            body = body.replace(said.encode(), b"")
    return _NUMBERS.sub(b"", body)


def _domain(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def _insecure(capture: Capture) -> bool:
    """Whether encryption failed; be it on the way to what a site allows, from where nothing is encrypted."""
    why = capture.detail.removeprefix("robots.txt: ")
    by_robots = capture.fault == "robots_unreachable" and why.startswith((NOT_VALID, NOT_SECURE))
    return capture.fault == "tls_error" or by_robots


def _distrusted(capture: Capture) -> bool:
    """Whether a certificate was not trusted, for a reason that may lie with whoever looks at it."""
    return _insecure(capture) and THEIRS not in capture.detail


def _secure(capture: Capture) -> bool:
    """Whether somebody answered behind a certificate that was trusted, be it another's."""
    if _insecure(capture) and THEIRS in capture.detail:
        return True
    last = capture.status is not None and capture.final_url.startswith("https:")
    return last or any(
        hop.status is not None and hop.url.startswith("https:") for hop in capture.hops
    )
