"""address: what an address on the web means, read as browsers read it, and where it may lead.

Pure. Every disguise of an IP address (octal, hexadecimal, short, mapped, wide characters …) is
taken off before the guard looks, so that no two readers of a URL disagree about its host.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, unquote_to_bytes, urljoin

from linter.platforms.address import in_ascii

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Range = ipaddress.IPv4Network | ipaddress.IPv6Network

PORTS = {"http": 80, "https": 443}

UNSAFE_PORTS = frozenset(
    (
        *(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95),
        *(101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161),
        *(179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563),
        *(587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061),
        *(6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080),
    )
)
"""Ports that browsers never ask, for other services listen there (Fetch standard, "bad port")."""

LONGEST = 8192
"""Characters of an address; longer ones no server takes."""

LONGEST_HOST, LONGEST_LABEL = 253, 63
PORT_END = 65_536
BYTES, BYTE_END = 4, 256

_EDGES = "".join(map(chr, range(33)))
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_REST = re.compile(r"[/\\]*([^/\\?#]*)([^#]*)")
_NUMBER = re.compile(r"0[xX][0-9A-Fa-f]*|[0-9]+")
_FORBIDDEN = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^`{|}\x7f]")
_SAFE_PATH = "".join(map(chr, range(33, 127))).translate({ord(c): None for c in '"<>`{}#\\?'})
_SAFE_QUERY = "".join(map(chr, range(33, 127))).translate({ord(c): None for c in '"<>#'})

_REFUSED: tuple[Range, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 "
        "192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 "
        "192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
        "::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 3fff::/20 5f00::/16 "
        "fc00::/7 fe80::/10 fec0::/10 ff00::/8"
    ).split()
)
_UNICAST = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)


class AddressError(ValueError):
    """An address that is not asked.

    fault: `address_refused` where it hides what it is or leads where it must not, `bad_redirect`
    where it is no address of a web page at all.
    """

    def __init__(self, fault: Literal["address_refused", "bad_redirect"], detail: str) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in parts.

    host: in ASCII and lower case, IPv6 without brackets, no dot at the end; ip: where the host is
    one; target: path and query as sent.
    """

    scheme: str
    host: str
    port: int
    target: str
    ip: IP | None = None

    @property
    def netloc(self) -> str:
        """Host and, unless it is the scheme's own, port: the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what robots.txt and secrets are bound to."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.target


@lru_cache(maxsize=4096)
def parse(url: str) -> Address:
    """Read an absolute http or https address as a browser does; raises `AddressError`."""
    if len(url) > LONGEST:
        raise AddressError("bad_redirect", "the address is too long")
    url = tidy(url)
    scheme = _SCHEME.match(url)
    if scheme is None:
        raise AddressError("bad_redirect", "the address has no scheme")
    name = scheme[1].lower()
    if name not in PORTS:
        raise AddressError("bad_redirect", f"{name}: is not asked, only http and https")
    rest = _REST.match(url, scheme.end())
    if rest is None:  # pragma: no cover - the pattern matches anything
        raise AddressError("bad_redirect", "the address cannot be read")
    authority, target = rest[1], rest[2]
    if "@" in authority:
        raise AddressError("address_refused", "an address with a user name is not asked")
    host, ip, port = _authority(authority, PORTS[name])
    return Address(name, host, port, _target(target), ip)


def tidy(url: str) -> str:
    """Drop what browsers drop: blanks and controls at the edges, tabs and line breaks inside."""
    return url.strip(_EDGES).replace("\t", "").replace("\n", "").replace("\r", "")


def join(base: str, location: str) -> str:
    """Where a redirect leads, absolute; a fragment is handed on. Raises `AddressError`."""
    if len(location) > LONGEST:
        raise AddressError("bad_redirect", "the address is too long")
    location = tidy(location)
    if not location:
        raise AddressError("bad_redirect", "the redirect names no address")
    head, mark, tail = location.partition("?")
    if not (scheme := _SCHEME.match(head)) or scheme[1].lower() in PORTS:
        # Browsers take a backslash for a slash before the query.
        head, hash_mark, fragment = head.partition("#")
        location = head.replace("\\", "/") + hash_mark + fragment + mark + tail
    try:
        joined = urljoin(base, location)
    except ValueError:
        raise AddressError("bad_redirect", "the redirect's address cannot be read") from None
    if "#" not in joined and "#" in base:
        joined += "#" + base.partition("#")[2]
    return joined


def _target(text: str) -> str:
    path, mark, query = text.partition("?")
    path = path.replace("\\", "/")
    if not path.startswith("/"):
        path = "/" + path
    if "/." in path or "/%2e" in path.lower():
        path = _without_dots(path)
    target = quote(path, safe=_SAFE_PATH, errors="replace")
    return target + mark + quote(query, safe=_SAFE_QUERY, errors="replace")


def _without_dots(path: str) -> str:
    """Resolve `.` and `..`, percent-encoded ones too."""
    kept: list[str] = []
    pieces = path.split("/")[1:]
    for index, piece in enumerate(pieces):
        plain = piece.lower().replace("%2e", ".")
        last = index == len(pieces) - 1
        if plain == "..":
            kept[-1:] = []
        elif plain != ".":
            kept.append(piece)
        if last and plain in {".", ".."}:
            kept.append("")
    return "/" + "/".join(kept)


def _authority(text: str, default: int) -> tuple[str, IP | None, int]:
    if text.startswith("["):
        inside, bracket, after = text[1:].partition("]")
        if not bracket or (after and not after.startswith(":")):
            raise AddressError("address_refused", "the address's brackets do not close")
        port = _port(after[1:], default)
        try:
            ip = ipaddress.IPv6Address(inside)
        except ValueError:
            raise AddressError("address_refused", "this is no IPv6 address") from None
        if "%" in inside:
            raise AddressError("address_refused", "an address with a zone is not asked")
        return str(ip), ip, port
    host, colon, after = text.partition(":")
    port = _port(after, default) if colon else default
    name, number = host_of(host)
    return name, number, port


def _port(text: str, default: int) -> int:
    if not text:
        return default
    if not (text.isascii() and text.isdigit()) or not 0 < int(text[:LONGEST_LABEL]) < PORT_END:
        raise AddressError("address_refused", "the address's port is no port")
    return int(text)


def host_of(text: str) -> tuple[str, ipaddress.IPv4Address | None]:
    """A host name as it is looked up, and the IPv4 address where it is one in disguise."""
    if "%" in text:
        try:
            text = unquote_to_bytes(text).decode("utf-8")
        except UnicodeError:
            raise AddressError("address_refused", "the host's name cannot be read") from None
    name = text.lower() if text.isascii() else _ascii(text)
    name = name.removesuffix(".")
    if not name or _FORBIDDEN.search(name):
        raise AddressError("address_refused", "this is no host name")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        number = _ipv4(labels)
        return str(number), number
    if len(name) > LONGEST_HOST or not all(0 < len(label) <= LONGEST_LABEL for label in labels):
        raise AddressError("address_refused", "this is no host name")
    return name, None


def _ascii(text: str) -> str:
    """IDNA as browsers do it; raises `AddressError` for a host that has no such form."""
    name = in_ascii(text).lower()
    if not name.isascii():
        raise AddressError("address_refused", "the host's name cannot be written in ASCII")
    return name


def _ipv4(labels: list[str]) -> ipaddress.IPv4Address:
    if len(labels) > BYTES:
        raise AddressError("address_refused", "the host is a number, but no IPv4 address")
    numbers: list[int] = []
    for label in labels:
        if not _NUMBER.fullmatch(label) or len(label) > LONGEST_LABEL:
            raise AddressError("address_refused", "the host is a number, but no IPv4 address")
        if label[:2].lower() == "0x":
            numbers.append(int(label[2:] or "0", 16))
        elif len(label) > 1 and label[0] == "0":
            if "8" in label or "9" in label:
                raise AddressError("address_refused", "the host is a number, but no IPv4 address")
            numbers.append(int(label, 8))
        else:
            numbers.append(int(label))
    value = numbers[-1]
    if any(number >= BYTE_END for number in numbers[:-1]) or value >= BYTE_END ** (
        BYTES + 1 - len(numbers)
    ):
        raise AddressError("address_refused", "the host is a number, but no IPv4 address")
    for index, number in enumerate(numbers[:-1]):
        value += number << (8 * (3 - index))
    return ipaddress.IPv4Address(value)


@lru_cache(maxsize=4096)
def refusal(ip: IP, allowed: tuple[Range, ...] = ()) -> str:
    """Why an address must not be asked, as one English line; "" where it may.

    allowed: ranges that the user opened; an address that carries an IPv4 address inside is judged
    by that one too.
    """
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if lies_in(ip, allowed):
        return ""
    inside = _carried(ip)
    if not _public(ip) or any(refusal(carried, allowed) for carried in inside):
        return f"{ip} is no public address"
    return ""


def lies_in(ip: IP, ranges: tuple[Range, ...]) -> bool:
    """Whether an address (mapped: the one inside) lies in one of the ranges."""
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    return any(ip.version == network.version and ip in network for network in ranges)


def _public(ip: IP) -> bool:
    if lies_in(ip, _REFUSED) or ip.is_multicast:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _NAT64 or ip.sixtofour is not None:
            return True  # judged by what it carries
        return ip.is_global and ip in _UNICAST
    return ip.is_global


def _carried(ip: IP) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address carries."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ()
    value = int(ip)
    low = ipaddress.IPv4Address(value & 0xFFFFFFFF)
    if ip in _NAT64 or (value >> 32) & 0xFFFFFFFF in _ISATAP:
        return (low,)
    if ip.sixtofour is not None:
        return (ip.sixtofour,)
    return ip.teredo or ()
