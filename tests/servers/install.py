"""Fetch foreign servers for the tests: `python -m tests.servers.install [snac] [wordpress] …`."""

from __future__ import annotations

import sys
import time
from importlib import import_module

from tests.servers.cache import MissingError, folder, installed

SERVERS = ("snac", "wordpress", "appview")


def say(line: str) -> None:
    """Tell whoever installs."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(names: list[str]) -> int:
    """Install the servers named (none: snac alone); tell what could not be had, and why."""
    failed = 0
    for name in names or SERVERS[:1]:
        if name not in SERVERS:
            say(f"{name}: there is no such server, only {', '.join(SERVERS)}")
            return 2
        if installed(name):
            say(f"{name}: is there, {folder(name)}")
            continue
        begun = time.monotonic()
        try:
            import_module(f"tests.servers.{name}").install()
        except MissingError as error:
            say(f"{name}: not available here: {error}")
            failed = 1
        else:
            say(f"{name}: installed in {time.monotonic() - begun:.0f} s, {folder(name)}")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
