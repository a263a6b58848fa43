"""appview: the whole AT Protocol network on loopback: PLC directory, PDS and AppView."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.servers.cache import MissingError, begin, debian, finish, folder, run
from tests.servers.running import LOCAL, Server, free_port

NAME = "appview"
PACKAGES = ("node@22", "node-gyp@12", "@atproto/dev-env@0.6.7")
REDIS = "redis-server redis-tools libjemalloc2 liblzf1 liblua5.1-0 lua-bitop lua-cjson libatomic1"
SCRIPT = Path(__file__).with_name("appview.cjs")
PATIENCE = 180.0
OWNER = "postgres"


def install() -> None:
    """Fetch it from npm (about 700 MB), build its one native part, and Redis from Debian."""
    if shutil.which("npm") is None:
        raise MissingError("there is no npm here")
    if _postgres() is None:
        raise MissingError("there is no PostgreSQL here (package postgresql)")
    place = begin(NAME)
    (place / "package.json").write_text('{"private": true}\n')
    run("npm", "install", "--ignore-scripts", *PACKAGES, at=place, log=place / "npm.log")
    run("node", "installArchSpecificPackage.js", at=place / "node_modules" / "node")
    node = _node()
    run(
        node / "bin" / "node",
        place / "node_modules" / "node-gyp" / "bin" / "node-gyp.js",
        "rebuild",
        "--release",
        f"--nodedir={node}",
        at=place / "node_modules" / "better-sqlite3",
        log=place / "build.log",
    )
    debian(place, *REDIS.split())
    finish(NAME)


class AppView(Server):
    """The network, empty; `plc`, `pds` and `view` are the ports of its parts."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.plc, self.pds, self.view, self._ozone = (free_port() for _ in range(4))
        self._postgres_data: Path | None = None
        self._postgres_port, self._redis_port = free_port(), free_port()

    def start(self) -> None:
        """Start all parts and wait until they answer."""
        self._start_postgres()
        root = folder(NAME) / "root" / "usr"
        libraries = next((root / "lib").glob("*-linux-gnu"))
        self.run(
            [
                *(root / "bin" / "redis-server", "--bind", LOCAL, "--save", ""),
                *("--port", str(self._redis_port)),
            ],
            self.base,
            self._redis_port,
            env={"LD_LIBRARY_PATH": str(libraries)},
        )
        env = {
            "NODE_PATH": str(folder(NAME) / "node_modules"),
            "DB_POSTGRES_URL": f"postgresql://{OWNER}@{LOCAL}:{self._postgres_port}/postgres",
            "DB_POSTGRES_SCHEMA": "dev",
            "REDIS_HOST": f"{LOCAL}:{self._redis_port}",
            "PLC_PORT": str(self.plc),
            "PDS_PORT": str(self.pds),
            "VIEW_PORT": str(self.view),
            "OZONE_PORT": str(self._ozone),
        }
        self.run(
            [_node() / "bin" / "node", SCRIPT],
            self.base,
            self.view,
            self._ozone,
            env=env,
            patience=PATIENCE,
            spoken_to=True,
        )
        self._until("ready")

    def stop(self) -> None:
        """End all parts and remove the database."""
        super().stop()
        if self._postgres_data is not None:
            shutil.rmtree(self._postgres_data, ignore_errors=True)

    def account(self, handle: str, **profile: str) -> Account:
        """A new account with its profile."""
        made = self.post(
            "com.atproto.server.createAccount",
            {"handle": handle, "email": f"{handle}@example.org", "password": "geheim-1234"},
        )
        account = Account(self, made["did"], made["accessJwt"])
        account.put("app.bsky.actor.profile", "self", profile)
        return account

    def trust(self, account: Account) -> None:
        """Let an account vouch for others."""
        self.tell(account.did)
        self._until("trusted")

    def post(self, method: str, said: dict[str, Any], token: str = "") -> dict[str, Any]:
        """Ask the PDS to do something."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(
            f"http://{LOCAL}:{self.pds}/xrpc/{method}", json.dumps(said).encode(), headers
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                found: dict[str, Any] = json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            with error:
                raise RuntimeError(error.read().decode()) from error
        return found

    def seen(self, handle: str, wanted: dict[str, Any]) -> None:
        """Wait until the view shows a profile with these values."""
        address = f"http://{LOCAL}:{self.view}/xrpc/app.bsky.actor.getProfile?actor={handle}"
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(address, timeout=10) as answer:
                    found = json.loads(answer.read())
            except urllib.error.HTTPError as error:
                with error:
                    found = json.loads(error.read())
            if all(found.get(key) == value for key, value in wanted.items()):
                return
            time.sleep(0.2)
        raise RuntimeError(f"the view does not show {wanted}")

    def _until(self, word: str) -> None:
        log = self.base / "node.log"
        until = time.monotonic() + PATIENCE
        while word not in log.read_text().split():
            if time.monotonic() > until:
                self.stop()
                raise RuntimeError(f"the network is not {word}: {log.read_text()[-2000:]}")
            time.sleep(0.1)

    def _start_postgres(self) -> None:
        """PostgreSQL refuses to run as root; then its own user runs it."""
        programs = _postgres()
        if programs is None:
            raise MissingError("there is no PostgreSQL here")
        data = Path(tempfile.mkdtemp(prefix="amtlint-postgres-"))  # pytest's own are for root only
        self._postgres_data = data
        as_owner: list[str | Path] = []
        if os.geteuid() == 0:
            shutil.chown(data, OWNER)
            as_owner = ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--init-groups"]
        words = [*as_owner, programs / "initdb", "-A", "trust", "-U", OWNER, "-D", data]
        run(*words, at=data, HOME=str(data))
        self.run(
            [
                *as_owner,
                *(programs / "postgres", "-D", data, "-p", str(self._postgres_port)),
                *("-c", f"listen_addresses={LOCAL}", "-c", f"unix_socket_directories={data}"),
            ],
            self.base,
            self._postgres_port,
        )


class Account:
    """An account on the PDS, logged in."""

    def __init__(self, network: AppView, did: str, token: str) -> None:
        self._network = network
        self.did = did
        self._token = token

    def put(self, collection: str, key: str, said: dict[str, Any]) -> None:
        """Write a record of the account's own."""
        self.do(
            "com.atproto.repo.putRecord",
            repo=self.did,
            collection=collection,
            rkey=key,
            record={"$type": collection, **said},
        )

    def write(self, collection: str, **said: Any) -> None:
        """Add a record."""
        self.do(
            "com.atproto.repo.createRecord",
            repo=self.did,
            collection=collection,
            record={"$type": collection, **said},
        )

    def do(self, method: str, **said: Any) -> None:
        """Ask for something in the account's name."""
        self._network.post(method, said, self._token)


def _node() -> Path:
    found = sorted((folder(NAME) / "node_modules" / "node" / "node_modules").glob("node-linux-*"))
    if not found:
        raise MissingError("npm brought no Node.js")
    return found[0]


def _postgres() -> Path | None:
    """The programs of the newest PostgreSQL that is here."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None
