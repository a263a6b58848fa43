"""network: how the web is asked: limits, intervals, addresses, and who says so.

Settings come from `.amtlint.yaml` (`network:` and `contact:`), options of the call go before them.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.crawl.address import PORT_END, AddressError, Range, host_of, parse
from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

CONTACT = "https://example.org/amtlint"
"""The contact address where the config names none: whoever crawls for others sets their own."""

ROBOTS_TOKEN = "amtlint"  # noqa: S105 - the product token of robots.txt, no secret

CONNECT = 5.0
"""Seconds for connection and handshake, at most."""
SILENCE = 10.0
"""Seconds without a byte, at most."""


@dataclass(frozen=True, slots=True)
class Override:
    """One `--resolve HOST:PORT:ADDR[:PORT]`: these addresses instead of a look-up.

    host: as in a URL, `*` for every host; to: the port that is connected to.
    """

    host: str
    port: int
    addresses: tuple[str, ...]
    to: int


@dataclass(frozen=True, slots=True)
class Network:
    """How the web is asked.

    resolve: instead of look-ups, the last one for a host and port counts; ca_file: certificates
    trusted in place of the system's (PEM); allow_network: ranges opened though not public; jobs:
    accounts in flight; per_host: requests to one host at once; timeout: seconds for one request, slow bodies
    included; redirects: followed at most; burst, interval: this many requests to a host at once,
    then one every so many seconds (0: no interval); longest_pause: seconds a host is waited for
    when it asks for patience, past that it is left for a later pass; passes, waits: later passes
    for what may heal, and the seconds before each (the last one repeats); nights: in so many in a row a page
    must be out of reach before that is published; per_account: requests
    for one account; obey_robots_for_api: documented APIs are bound by robots.txt too; proxy: an
    http address, never taken from the environment, that is trusted to connect to what was checked
    and to look up names unknown here; address_lifetime: seconds a look-up holds;
    memory: bytes of bodies kept at hand; processes: that read pages beside the run's own, 0: one for
    each processor, 1: none.
    """

    contact: str = CONTACT
    resolve: tuple[Override, ...] = ()
    ca_file: str = ""
    allow_network: tuple[Range, ...] = ()
    jobs: int = 50
    per_host: int = 2
    timeout: float = 30.0
    redirects: int = 10
    interval: float = 1.0
    burst: int = 6
    longest_pause: float = 600.0
    passes: int = 2
    waits: tuple[float, ...] = (5.0, 30.0)
    nights: int = 2
    per_account: int = 40
    obey_robots_for_api: bool = False
    proxy: str | None = None
    address_lifetime: float = 300.0
    memory: int = 64_000_000
    processes: int = 0

    @property
    def user_agent(self) -> str:
        """Who asks, and where to complain."""
        return f"amtlint/{__version__} (+{self.contact})"

    @property
    def requests(self) -> int:
        """Requests in flight: an account's Impressum and notice are asked for side by side."""
        return 2 * self.jobs

    @property
    def connect_timeout(self) -> float:
        """Seconds for connection and handshake."""
        return min(CONNECT, self.timeout)

    @property
    def silence_timeout(self) -> float:
        """Seconds without a byte."""
        return min(SILENCE, self.timeout)

    def override(self, host: str, port: int) -> Override | None:
        """The `--resolve` entry for a host; one by name goes before `*`."""
        everyone = None
        for entry in reversed(self.resolve):
            if entry.port != port:
                continue
            if entry.host == host:
                return entry
            if entry.host == "*" and everyone is None:
                everyone = entry
        return everyone

    def wait(self, later: int) -> float:
        """Seconds before the `later`-th later pass (1, 2, …)."""
        return self.waits[min(later, len(self.waits)) - 1] if self.waits else 0.0

    @classmethod
    def from_config(
        cls,
        settings: Mapping[str, Any],
        contact: str = "",
        fault: Callable[[str, str, str], LinterError] | None = None,
    ) -> Network:
        """The settings of a config; `fault` makes the error for a key (`network.jobs`, de, en)."""
        values: dict[str, Any] = {}
        told = fault or (
            lambda key, de, en: LinterError({"de": f"{key}: {de}", "en": f"{key}: {en}"})
        )
        for key, value in ({"contact": contact} if contact else {}).items():
            values[key] = _told(parse_contact, value, key, told)
        for key, value in settings.items():
            if key not in SETTINGS:
                raise told(
                    f"network.{key}",
                    f"Diese Einstellung gibt es nicht. Es gibt: {', '.join(SETTINGS)}.",
                    f"There is no such setting. There are: {', '.join(SETTINGS)}.",
                )
            if value is not None:
                values[key.replace("-", "_")] = _told(SETTINGS[key], value, f"network.{key}", told)
        return cls(**values)

    def with_options(
        self,
        *,
        resolve: Iterable[str] = (),
        ca_file: str | None = None,
        allow_network: Iterable[str] = (),
        jobs: int | str | None = None,
        per_host: int | str | None = None,
        timeout: float | str | None = None,
    ) -> Network:
        """The same with the options of a call, where given; those that add up come after."""
        changes: dict[str, Any] = {}
        if more := parse_resolve(list(resolve)):
            changes["resolve"] = self.resolve + more
        if ranges := parse_allow_network(list(allow_network)):
            changes["allow_network"] = self.allow_network + ranges
        for name, value in (
            ("ca-file", ca_file),
            ("jobs", jobs),
            ("per-host", per_host),
            ("timeout", timeout),
        ):
            if value is not None:
                try:
                    changes[name.replace("-", "_")] = SETTINGS[name](value)
                except LinterError as error:
                    raise LinterError(
                        {lang: f"--{name}: {text}" for lang, text in error.text.items()}
                    ) from None
        return replace(self, **changes)


def _told(
    read: Callable[[Any], Any], value: Any, key: str, fault: Callable[[str, str, str], LinterError]
) -> Any:
    try:
        return read(value)
    except LinterError as error:
        raise fault(key, error.text["de"], error.text["en"]) from None


def _wrong(de: str, en: str) -> LinterError:
    return LinterError({"de": de, "en": en})


def _listed(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)]


def parse_contact(value: Any) -> str:
    """An http(s) address; it stands in every request."""
    text = str(value).strip()
    try:
        parse(text)
    except AddressError:
        good = False
    else:
        good = text.isascii() and text.isprintable() and not set(" ()<>\"'\\") & set(text)
    if not good:
        raise _wrong(
            f"Die Kontaktadresse muss eine http(s)-Adresse sein, nicht „{text}“.",
            f"The contact must be an http(s) address, not “{text}”.",
        )
    return text


def parse_resolve(value: Any) -> tuple[Override, ...]:
    """`HOST:PORT:ADDR[:PORT]`, several addresses with commas, `*` for every host."""
    return tuple(_override(text) for text in _listed(value))


def _override(text: str) -> Override:
    wrong = _wrong(
        f"„{text}“ ist kein HOST:PORT:ADRESSE[:PORT], zum Beispiel www.example.org:443:192.0.2.7.",
        f"“{text}” is no HOST:PORT:ADDRESS[:PORT], for example www.example.org:443:192.0.2.7.",
    )
    host, first, rest = text.strip().removeprefix("+").partition(":")
    port, second, places = rest.partition(":")
    if not first or not second or not places:
        raise wrong
    try:
        name = host if host == "*" else host_of(host)[0]
        number = _port(port)
        found = [_place(place.strip(), number) for place in places.split(",")]
    except (AddressError, ValueError):
        raise wrong from None
    if len({to for _, to in found}) > 1:
        raise wrong
    return Override(name, number, tuple(address for address, _ in found), found[0][1])


def _place(text: str, default: int) -> tuple[str, int]:
    if text.startswith("["):
        address, closed, after = text[1:].partition("]")
        if not closed or (after and not after.startswith(":")):
            raise ValueError(text)
        port = _port(after[1:]) if after else default
    elif text.count(":") == 1:
        address, _, after = text.partition(":")
        port = _port(after)
    else:
        address, port = text, default
    return str(ipaddress.ip_address(address)), port


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 0 < int(text[:6]) < PORT_END:
        raise ValueError(text)
    return int(text)


def parse_ca_file(value: Any) -> str:
    """A file of certificates (PEM) that can be loaded."""
    import ssl  # noqa: PLC0415 - only where one is given

    path = str(value)
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=path)
    except (OSError, ValueError) as error:
        reason = "no certificate in PEM form" if Path(path).is_file() else "no such file"
        german = "kein Zertifikat im PEM-Format" if Path(path).is_file() else "keine solche Datei"
        raise _wrong(f"{path}: {german}.", f"{path}: {reason}.") from error
    return path


def parse_allow_network(value: Any) -> tuple[Range, ...]:
    """Ranges in CIDR notation, or single addresses."""
    ranges: list[Range] = []
    for text in _listed(value):
        try:
            ranges.append(ipaddress.ip_network(text.strip(), strict=False))
        except ValueError:
            raise _wrong(
                f"„{text}“ ist kein Netz wie 10.0.0.0/8 oder fd00::/8.",
                f"“{text}” is no network such as 10.0.0.0/8 or fd00::/8.",
            ) from None
    return tuple(ranges)


def parse_flag(value: Any) -> bool:
    """Yes or no, as YAML writes it."""
    text = str(value).strip().lower()
    if text not in {"true", "false", "yes", "no", "on", "off", "ja", "nein"}:
        raise _wrong(
            f"„{value}“ ist weder true noch false.", f"“{value}” is neither true nor false."
        )
    return text in {"true", "yes", "on", "ja"}


def parse_proxy(value: Any) -> str:
    """An http address of a proxy."""
    text = str(value).strip()
    try:
        good = parse(text).scheme == "http"
    except AddressError:
        good = False
    if not good:
        raise _wrong(
            f"„{text}“ ist keine Adresse eines Proxys (http://…).",
            f"“{text}” is no address of a proxy (http://…).",
        )
    return text


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A reader of whole numbers between two bounds."""

    def read(value: Any) -> int:
        text = str(value).strip()
        if text.isascii() and text.isdigit() and least <= int(text[:12]) <= most:
            return int(text)
        raise _wrong(
            f"„{value}“ ist keine ganze Zahl von {least} bis {most}.",
            f"“{value}” is no whole number from {least} to {most}.",
        )

    return read


def seconds(least: float, most: float) -> Callable[[Any], float]:
    """A reader of seconds between two bounds."""

    def read(value: Any) -> float:
        try:
            number = float(str(value))
        except ValueError:
            number = -1.0
        if least <= number <= most:
            return number
        raise _wrong(
            f"„{value}“ ist keine Zahl von Sekunden zwischen {least:g} und {most:g}.",
            f"“{value}” is no number of seconds between {least:g} and {most:g}.",
        )

    return read


def parse_waits(value: Any) -> tuple[float, ...]:
    """Seconds before the first, the second … later pass."""
    read = seconds(0, 86_400)
    return tuple(read(item) for item in _listed(value))


SETTINGS: Mapping[str, Callable[[Any], Any]] = {
    "resolve": parse_resolve,
    "ca-file": parse_ca_file,
    "allow-network": parse_allow_network,
    "jobs": whole(1, 2000),
    "per-host": whole(1, 64),
    "timeout": seconds(0.05, 3600),
    "redirects": whole(0, 50),
    "interval": seconds(0, 3600),
    "burst": whole(1, 1000),
    "longest-pause": seconds(0, 86_400),
    "passes": whole(0, 20),
    "nights": whole(1, 30),
    "waits": parse_waits,
    "per-account": whole(1, 10_000),
    "obey-robots-for-api": parse_flag,
    "proxy": parse_proxy,
    "processes": whole(0, 64),
}
"""The keys of `network:` in the config, with what reads them."""
