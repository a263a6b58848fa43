"""reached: whether anybody answered at all: where nobody did, the fault is likely on this side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.crawl.again import Walk
from linter.crawl.asking import Ask
from linter.errors import LinterError
from linter.platforms.address import split

if TYPE_CHECKING:
    from linter.crawl.capture import Capture
    from linter.crawl.observation import Observation
    from linter.text import Text

SILENCE = frozenset(("dns_error", "connect_error", "timeout", "reset"))
"""Faults of a request that nobody answered."""

FEW = 2
"""Domains that are out of reach at once; a single one may be."""

CUT_OFF: Text = {
    "de": "Von {domains} angefragten Domains hat keine geantwortet; vermutlich hat dieser Rechner keine "
    "Verbindung. Was nicht erreichbar war, bleibt offen; als Nacht zählt diese dafür nicht.",
    "en": "None of the {domains} domains asked has answered; most likely this machine has no connection. "
    "What was out of reach is left open; for that, this night does not count.",
}


def answers(observation: Observation) -> list[Capture]:
    """What came back of an account, as far as it is kept."""
    if isinstance(observation, Walk):
        return observation.captures_in_order
    return [*observation.captures.values(), *observation.faults]


def missing(observation: Observation) -> list[str]:
    """The keys of pages that were asked for and are not there; what an interface does not have is no page."""
    if isinstance(observation, Walk):
        asked = (pair for wave in observation.walked for pair in zip(*wave, strict=False))
        return [ask.key for ask, one in asked if one.fault == "not_found" and not ask.api]
    by_reader = observation.profile.seen
    faults = (one for one in observation.faults if one not in by_reader)
    return [Ask(one.url).key for one in faults if one.fault == "not_found"]


class Reached:
    """The domains asked in a night, and whether any answered."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.answered = False

    def note(self, observation: Observation | None) -> None:
        """Take note of what was seen of an account."""
        if self.answered or observation is None:
            return
        for capture in answers(observation):
            if (
                capture.status is not None
                or capture.fault == "tls_error"
                or any(hop.status is not None for hop in capture.hops)
            ):
                self.answered = True
            elif capture.fault in SILENCE and (address := split(capture.url)) is not None:
                self.asked.add(".".join(address.host.split(".")[-2:]))

    @property
    def cut_off(self) -> LinterError:
        """What is said of a night in which nobody answered."""
        domains = len(self.asked)
        return LinterError({lang: text.format(domains=domains) for lang, text in CUT_OFF.items()})

    @property
    def nobody(self) -> bool:
        """Whether domains of several owners were asked, and none answered."""
        return not self.answered and len(self.asked) >= FEW
