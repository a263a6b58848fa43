"""A mail server and a web server on loopback, as real as they come."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import ssl
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult

from linter.crawl.network import Network, Override
from tests.findings.nights import House

if TYPE_CHECKING:
    from pathlib import Path

USER, PASSWORD = "amtlint", "geheim-4711"
OTHER_PASSWORD = "pässwört-€"


@dataclass
class Box:
    """What a mail server took.

    refuse: an address that it does not take; later: it takes none now; hold: it is given a mail, and
    says nothing, nor takes it afterwards; begun: the mails that it was given, taken or not.
    """

    port: int = 0
    mails: list = field(default_factory=list)
    refuse: str = ""
    later: bool = False
    hold: bool = False
    begun: int = 0

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: ARG002, N802
        if address == self.refuse:
            return "550 no such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: ARG002, N802
        self.begun += 1
        if self.later:
            return "451 later"
        held = self.hold
        while self.hold:  # noqa: ASYNC110 - the tests set it from their own thread
            await asyncio.sleep(0.02)
        if held:  # whoever sent it may have been killed since
            return "451 later"
        self.mails.append((session.ssl is not None, session.authenticated, envelope))
        return "250 OK"


def login(server, session, envelope, mechanism, data):
    right = data.password in (PASSWORD.encode(), OTHER_PASSWORD.encode())
    return AuthResult(success=right and data.login == USER.encode(), handled=False)


@dataclass
class Authority:
    """Certificates for the names used here."""

    ca: trustme.CA
    file: str

    def context(self, *names: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(*names).configure_cert(context)
        return context


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    ca = trustme.CA()
    file = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(file))
    return Authority(ca, str(file))


@pytest.fixture
def mail_server(authority):
    """Start servers: `starttls`, `tls` or `none`."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    servers = []

    def start(tls: str, name: str = "localhost", without: tuple[str, ...] = ()) -> Box:
        box = Box()
        context = authority.context(name)
        options: dict[str, object] = {"loop": loop, "hostname": "localhost"}
        if tls == "starttls":
            options |= {"tls_context": context, "require_starttls": True, "auth_required": True}
        if tls != "none":
            options |= {"authenticator": login, "auth_require_tls": tls == "starttls"}
            options |= {"auth_exclude_mechanism": without}

        async def listen():
            return await loop.create_server(
                lambda: SMTP(box, **options),
                "127.0.0.1",
                0,
                ssl=context if tls == "tls" else None,
            )

        server = asyncio.run_coroutine_threadsafe(listen(), loop).result()
        servers.append(server)
        box.port = server.sockets[0].getsockname()[1]
        return box

    async def end():
        for server in servers:
            server.close()
            await server.wait_closed()
        rest = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    yield start
    asyncio.run_coroutine_threadsafe(end(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@dataclass
class Hook:
    """What a web server took."""

    port: int
    requests: list = field(default_factory=list)
    status: int = 200
    location: str = ""


@pytest.fixture
def web_server(authority):
    """Start a server, with TLS for a name or without."""
    running = []

    def start(name: str = "") -> Hook:
        hook = Hook(0)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.requests.append((self.path, self.headers, json.loads(body)))
                self.send_response(hook.status)
                if hook.location:
                    self.send_header("Location", hook.location)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *words):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if name:
            context = authority.context(name)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        hook.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        running.append((server, thread))
        return hook

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def network(authority):
    """A network in which loopback is allowed, and `hooks.example` leads there."""

    def made(port: int = 0, **attributes) -> Network:
        values = {
            "ca_file": authority.file,
            "allow_network": (ipaddress.ip_network("127.0.0.0/8"),),
            "resolve": (Override("hooks.example", 443, ("127.0.0.1",), port),),
            "timeout": 5.0,
        }
        return Network(**{**values, **attributes})

    return made


@pytest.fixture
def result(tmp_path: Path):
    """A night with one finding of each kind: new, still, gone, unknown."""
    house = House(tmp_path / "nights.db")
    house.night(("a", "XX101"), ("b", "XX102"))
    return house.night(("a", "XX101"), ("a", "XX102"), ("b", "XX101", "unknown"))
