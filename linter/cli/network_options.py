"""The options of every command that reads the web, as curl names them where curl has them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.cli.options import Function
    from linter.config import Config
    from linter.crawl.network import Network
    from linter.text import Text

HELP: dict[str, Text] = {
    "resolve": {
        "de": "HOST:PORT:ADRESSE[:PORT] statt einer Namensauflösung, wie bei curl; wiederholbar.",
        "en": "HOST:PORT:ADDRESS[:PORT] instead of a look-up, as with curl; repeatable.",
    },
    "ca-file": {
        "de": "Diesen Zertifikaten vertrauen statt denen des Systems (PEM).",
        "en": "Trust these certificates instead of the system's (PEM).",
    },
    "allow-network": {
        "de": "Dieses nicht öffentliche Netz zulassen, z. B. 10.0.0.0/8; wiederholbar.",
        "en": "Permit this non-public network, such as 10.0.0.0/8; repeatable.",
    },
    "jobs": {
        "de": "Accounts zur selben Zeit, je bis zu zwei Abrufe (Vorgabe: 50).",
        "en": "Accounts at a time, each with up to two requests (default: 50).",
    },
    "per-host": {
        "de": "Höchstens so viele Abrufe zugleich an einen Server (Vorgabe: 2).",
        "en": "At most so many requests at a time to one server (default: 2).",
    },
    "timeout": {
        "de": "Sekunden für einen Abruf im Ganzen (Vorgabe: 30).",
        "en": "Seconds for one request as a whole (default: 30).",
    },
}


def network_options(lang: str) -> Callable[[Function], Function]:
    """--resolve, --ca-file, --allow-network, --jobs, --per-host and --timeout."""
    options = (
        click.option(
            "--resolve", multiple=True, metavar="HOST:PORT:ADDR[:PORT]", help=HELP["resolve"][lang]
        ),
        click.option(
            "--ca-file", type=click.Path(dir_okay=False), metavar="PEM", help=HELP["ca-file"][lang]
        ),
        click.option(
            "--allow-network", multiple=True, metavar="CIDR", help=HELP["allow-network"][lang]
        ),
        click.option("--jobs", metavar="N", help=HELP["jobs"][lang]),
        click.option("--per-host", metavar="N", help=HELP["per-host"][lang]),
        click.option("--timeout", metavar="S", help=HELP["timeout"][lang]),
    )

    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


NAMES = ("resolve", "ca_file", "allow_network", "jobs", "per_host", "timeout")


def network_of(given: dict[str, Any], settings: Config) -> Network:
    """The config's network with the call's options, which are taken out of `given`."""
    from linter.crawl.network import Network  # noqa: PLC0415 - not needed for help

    told = {name: given.pop(name) for name in NAMES}
    network = Network.from_config(settings.network, settings.contact, settings.fault)
    return network.with_options(**told)


def secrets() -> dict[str, str]:
    """The access tokens that the environment holds, by name."""
    from linter.platforms.readers.tokens import NAMES as TOKENS  # noqa: PLC0415 - not for help

    return {name: value for name in TOKENS if (value := os.environ.get(name))}
