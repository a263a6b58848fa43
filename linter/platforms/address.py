"""address: a web address cut into host, path and query, without the weight of urllib."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class WebAddress:
    """Host in lower case without port as the web resolves it, the parts of the path, and the query as written."""

    __slots__ = ("host", "parts", "query")

    def __init__(self, host: str, parts: list[str], query: str) -> None:
        self.host = host
        self.parts = parts
        self.query = query

    def argument(self, name: str) -> str | None:
        """A value of the query."""
        for pair in self.query.split("&"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None


def lies_under(host: str, domains: Iterable[str]) -> bool:
    """True where a host in small letters is one of the domains or lies under one."""
    host = in_ascii(host)
    return any(host == domain or host.endswith(f".{domain}") for domain in map(in_ascii, domains))


def in_ascii(host: str) -> str:
    """A host as the web resolves it: with umlauts, the name that begins with xn--; as it is where it is none."""
    if host.isascii():
        return host
    import idna  # noqa: PLC0415 - for hosts with umlauts only

    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        return ".".join(
            label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
            for label in mapped.split(".")
        )
    except (idna.IDNAError, UnicodeError):
        return host


def split(url: str) -> WebAddress | None:
    """Cut a URL; None where it is no http(s) address. Scheme and `//` may be left out."""
    rest = url.strip()
    scheme, colon, after = rest.partition("://")
    if colon:
        if scheme.lower() not in ("http", "https"):
            return None
        rest = after
    rest, _, _ = rest.partition("#")
    rest, _, query = rest.partition("?")
    authority, _, path = rest.partition("/")
    host = authority.rpartition("@")[2].partition(":")[0].lower().rstrip(".")
    if "." not in host or host.split() != [host]:
        return None
    if "%" in path:
        from urllib.parse import unquote  # noqa: PLC0415 - rare, and 4 ms of start-up

        path = unquote(path)
    return WebAddress(in_ascii(host), [part for part in path.split("/") if part], query)
