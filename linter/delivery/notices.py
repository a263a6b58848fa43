"""notices: whom to tell, when and how: the config's `notify`.

Secrets stand in the environment: `${NAME}` in a value means the variable NAME. What is kept here
has the placeholder; it is filled in at the moment of sending and shown nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Fault = Callable[[str, str, str], LinterError]

Tls = Literal["starttls", "tls", "none"]
When = Literal["new", "open", "always"]

PORTS: dict[Tls, int] = {"starttls": 587, "tls": 465, "none": 25}
HIGHEST_PORT = 65_535
PLACEHOLDER = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\Z")
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+\Z")
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
OURS = frozenset(("host", "content-length", "content-type", "transfer-encoding", "connection"))
"""Headers that the delivery sets itself."""


@dataclass(frozen=True, slots=True)
class Email:
    """A mail server and who gets the digest."""

    to: tuple[str, ...]
    sender: str
    host: str
    port: int
    tls: Tls
    user: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that takes the digest as JSON."""

    url: str
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One entry of `notify`. when: something is new or gone; something is open; every night."""

    channel: Email | Webhook
    when: When = "new"
    lang: str = ""


def notices(settings: Any, fault: Fault | None = None) -> tuple[Notice, ...]:
    """The config's entries, whose form its schema has checked; `fault` makes an error with its place."""
    told = fault or (lambda key, de, en: LinterError({"de": f"{key}: {de}", "en": f"{key}: {en}"}))
    entries = [] if settings is None else settings
    if not isinstance(entries, list):
        raise told("notify", "Hier wird eine Liste erwartet.", "A list is expected here.")
    return tuple(_notice(entry, f"notify[{number}]", told) for number, entry in enumerate(entries))


def _notice(entry: Any, where: str, fault: Fault) -> Notice:
    def wrong(de: str, en: str) -> LinterError:
        return fault("notify", f"{where}: {de}", f"{where}: {en}")

    kinds = [kind for kind in ("email", "webhook") if isinstance(entry, dict) and entry.get(kind)]
    if len(kinds) != 1:
        raise wrong("Nötig ist entweder email oder webhook.", "Either email or webhook is needed.")
    channel: Email | Webhook
    if kinds[0] == "email":
        channel = _email(entry["email"], wrong)
    else:
        channel = _webhook(entry["webhook"], wrong)
    return Notice(channel, entry.get("when") or "new", entry.get("lang") or "")


def _email(said: dict[str, Any], wrong: Callable[[str, str], LinterError]) -> Email:
    tls: Tls = said.get("tls") or "starttls"
    port = str(said.get("port") or PORTS[tls])
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= HIGHEST_PORT):
        raise wrong(f"„{port}“ ist kein Port.", f"“{port}” is not a port.")
    to = tuple(said.get("to") or ())
    for address in (*to, said.get("from") or ""):
        if not ADDRESS.match(address):
            raise wrong(
                f"„{address}“ ist keine E-Mail-Adresse (to und from sind nötig).",
                f"“{address}” is not an e-mail address (to and from are needed).",
            )
    host = said.get("host") or ""
    if not to or not host:
        raise wrong("to und host sind nötig.", "to and host are needed.")
    email = Email(to, said["from"], host, int(port), tls, said.get("user") or "")
    password = said.get("password") or ""
    if bool(password) != bool(email.user):
        raise wrong("user und password gehören zusammen.", "user and password belong together.")
    if password and not PLACEHOLDER.fullmatch(password):
        raise wrong(
            "password nennt eine Umgebungsvariable, z. B. ${SMTP_PASSWORD}; Passwörter gehören in keine Datei.",
            "password names an environment variable, such as ${SMTP_PASSWORD}; passwords do not belong in any file.",
        )
    if password and tls == "none" and host not in LOOPBACK:
        raise wrong(
            "Mit „tls: none“ ginge das Passwort unverschlüsselt übers Netz.",
            "With “tls: none” the password would cross the network in the clear.",
        )
    return Email(email.to, email.sender, host, email.port, tls, email.user, password)


def _webhook(said: dict[str, Any], wrong: Callable[[str, str], LinterError]) -> Webhook:
    url = said.get("url") or ""
    if not PLACEHOLDER.fullmatch(url) and not url.lower().startswith(("http://", "https://")):
        raise wrong(
            "url ist keine http(s)-Adresse und keine Umgebungsvariable ${NAME}.",
            "url is neither an http(s) address nor an environment variable ${NAME}.",
        )
    if "@" in re.split(r"[/?#]", url.partition("://")[2], maxsplit=1)[0]:
        raise wrong(
            "In url stehen Zugangsdaten; sie gehören in keine Datei: als Kopfzeile Authorization mit ${NAME} angeben.",
            "url contains credentials; they do not belong in a file: give them as the header Authorization with ${NAME}.",
        )
    headers = said.get("headers") or {}
    if not isinstance(headers, dict):
        raise wrong("headers ist keine Zuordnung.", "headers is not a mapping.")
    for name, value in headers.items():
        if not TOKEN.match(name) or name.lower() in OURS or not isinstance(value, str):
            raise wrong(f"„{name}“ ist hier nicht möglich.", f"“{name}” is not possible here.")
    return Webhook(url, tuple(headers.items()))


class Secrets:
    """Fills placeholders from the environment, and blanks what it filled in."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._used: set[str] = set()

    def fill(self, text: str) -> str:
        """The text with its secrets; raises `LinterError` for a variable that is not set."""
        return PLACEHOLDER.sub(lambda found: self._value(found[1]), text)

    def blank(self, text: str) -> str:
        """A text for people: without any secret that was used."""
        for value in sorted(self._used, key=len, reverse=True):
            text = text.replace(value, "***")
        return text

    def _value(self, name: str) -> str:
        value = self._environ.get(name, "").strip()
        if not value:
            raise LinterError(
                {
                    "de": f"Die Umgebungsvariable {name} ist nicht gesetzt.",
                    "en": f"The environment variable {name} is not set.",
                }
            )
        if not value.isprintable():
            raise LinterError(
                {
                    "de": f"Die Umgebungsvariable {name} enthält Steuerzeichen.",
                    "en": f"The environment variable {name} holds control characters.",
                }
            )
        self._used.add(value)
        return value
