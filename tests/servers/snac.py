"""snac: a fediverse server with Mastodon's interface, one small program."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from tests.servers.cache import MissingError, begin, debian, finish, folder, release, run
from tests.servers.running import Server, free_port

if TYPE_CHECKING:
    from pathlib import Path

NAME = "snac"
BACKPORTED = {"bookworm": "bookworm-backports"}
"""Where Debian has it apart from its main suite."""


def install() -> None:
    """Fetch it from Debian, a quarter of a megabyte."""
    place = begin(NAME)
    debian(place, "snac2", suite=BACKPORTED.get(release(), ""))
    version()
    finish(NAME)


def version() -> str:
    """Its name and version; it needs libraries of the system, which may be missing."""
    said = subprocess.run([_program()], capture_output=True, text=True, check=False)
    if "snac" not in said.stdout + said.stderr:
        raise MissingError(f"snac does not start: {said.stderr.strip()}")
    return (said.stdout + said.stderr).splitlines()[0]


class Snac(Server):
    """A server for one host name, speaking HTTP on loopback."""

    def __init__(self, base: Path, host: str) -> None:
        self.data = base / "data"
        self.port = free_port()
        answers = f"127.0.0.1\n{self.port}\n{host}\n\nadmin@example.org\n"
        subprocess.run(
            [_program(), "init", self.data],
            input=answers,
            text=True,
            capture_output=True,
            check=True,
        )
        self._change(self.data / "server.json", disable_cache=True)

    def add(self, name: str, /, *, proven: dict[str, int] | None = None, **said: object) -> None:
        """Add an account; proven: address → since when the server holds its link back as proven."""
        run(_program(), "adduser", self.data, name, at=self.data)
        user = self.data / "user" / name
        self._change(user / "user.json", **said)
        if proven:
            (user / "links.json").write_text(json.dumps(proven))

    def start(self) -> None:
        """Serve until `stop`."""
        self.run([_program(), "httpd", self.data], self.data, self.port)

    def _change(self, path: Path, **said: object) -> None:
        path.write_text(json.dumps(json.loads(path.read_text()) | said))


def _program() -> Path:
    return folder(NAME) / "root" / "usr" / "bin" / "snac"
