"""forecast: how long a run will take, told before it begins."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.network import Network
    from linter.text import Text

LATENCY = 0.5
"""Seconds that one request takes, about; sites of public bodies are rarely faster."""

MINUTE, HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a run will do.

    requests: robots.txt included; seconds: of the whole run, without later passes; slowest: the
    host that takes longest ("" where nothing is asked), with its requests and seconds.
    """

    requests: int
    hosts: int
    seconds: float
    slowest: str
    slowest_requests: int
    slowest_seconds: float

    @property
    def text(self) -> Text:
        """One line for the one who waits."""
        if not self.hosts:
            return {"de": "Es ist nichts abzurufen.", "en": "There is nothing to ask."}
        all_of_it, longest = span(self.seconds), span(self.slowest_seconds)
        return {
            "de": f"Etwa {_number(self.requests, '.')} Abrufe bei {_hosts(self.hosts, 'de')}, "
            f"{all_of_it}; am längsten dauert {self.slowest} "
            f"({_number(self.slowest_requests, '.')} Abrufe, {longest}).",
            "en": f"About {_number(self.requests, ',')} requests to {_hosts(self.hosts, 'en')}, "
            f"{all_of_it}; {self.slowest} takes longest "
            f"({_number(self.slowest_requests, ',')} requests, {longest}).",
        }


def forecast(planned: Mapping[str, int], network: Network, *, latency: float = LATENCY) -> Forecast:
    """The forecast for a number of requests by host, each host's robots.txt not yet among them."""
    counts = {host: count + 1 for host, count in planned.items() if count > 0}
    times = {host: _seconds(count, network, latency) for host, count in counts.items()}
    requests = sum(counts.values())
    slowest = max(sorted(times), key=times.__getitem__, default="")
    longest = times.get(slowest, 0.0)
    return Forecast(
        requests=requests,
        hosts=len(counts),
        seconds=max(longest, ceil(requests / network.requests) * latency),
        slowest=slowest,
        slowest_requests=counts.get(slowest, 0),
        slowest_seconds=longest,
    )


def _seconds(count: int, network: Network, latency: float) -> float:
    """One host: what is asked side by side, and what has to wait for the interval."""
    answered = ceil(count / min(network.per_host, network.requests)) * latency
    waited = max(0, count - network.burst) * network.interval
    return max(answered, waited + latency)


def span(seconds: float) -> str:
    """A length of time, in units that both languages have."""
    if seconds < MINUTE:
        text = f"{ceil(seconds)} s"
    elif seconds < HOUR:
        text = f"{ceil(seconds / MINUTE)} min"
    else:
        hours, rest = divmod(ceil(seconds / MINUTE), MINUTE)
        text = f"{hours} h {rest} min"
    return text


def _number(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def _hosts(number: int, lang: str) -> str:
    if lang == "de":
        return "1 Host" if number == 1 else f"{_number(number, '.')} Hosts"
    return "1 host" if number == 1 else f"{_number(number, ',')} hosts"
