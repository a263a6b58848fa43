"""placeholders: `${NAME}` in an ask stands for a secret, which only the wire ever sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.asking import Ask

_NAME = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
SHORTEST = 4
"""Characters from which a secret is looked for in answers; a shorter one would blank anything."""

_ALIKE = re.compile(r"[A-Za-z0-9]+")
_NAMED = {"&": ("amp",), "<": ("lt",), ">": ("gt",), '"': ("quot",), "'": ("apos",)}
_PLUS = {" ": (r"\+",)}


class UnsetError(ValueError):
    """A secret that an ask needs is not there."""


class Secrets:
    """The secrets of one ask: filled in on sending, blanked in whatever comes back."""

    __slots__ = ("_blanks", "_values")

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        longest_first = sorted(values.items(), key=lambda pair: len(pair[1]), reverse=True)
        self._blanks = [
            Blank(value, f"${{{name}}}") for name, value in longest_first if len(value) >= SHORTEST
        ]

    def __bool__(self) -> bool:
        return bool(self._values)

    def fill(self, text: str, *, in_url: bool = False) -> str:
        """The text with its secrets, percent-encoded in a URL; unknown names stay as they are."""
        if not self._values:
            return text

        def value(name: re.Match[str]) -> str:
            secret = self._values.get(name[1])
            if secret is None:
                return name[0]
            return quote(secret, safe="") if in_url else secret

        return _NAME.sub(value, text)

    def blank(self, text: str) -> str:
        """The text with its secrets put back behind their names."""
        for one in self._blanks:
            text = one.text(text)
        return text

    def blank_bytes(self, data: bytes) -> bytes:
        """The same for a body."""
        for one in self._blanks:
            data = one.bytes(data)
        return data


class Blank:
    """One secret, in every form in which an answer may repeat it, and what stands in its place."""

    __slots__ = ("_coded", "_name", "_needle", "_plain")

    def __init__(self, secret: str, name: str) -> None:
        self._name = name
        # letters and figures are the same in every form, so most answers are told apart by them
        self._needle = max(_ALIKE.findall(secret), key=len, default="")
        pattern = "".join(map(_forms, secret))
        self._plain = re.compile(pattern)
        self._coded = re.compile(pattern.encode())

    def text(self, text: str) -> str:
        """A text without it."""
        return self._plain.sub(lambda _: self._name, text) if self._needle in text else text

    def bytes(self, data: bytes) -> bytes:
        """A body without it."""
        if self._needle.encode() not in data:
            return data
        return self._coded.sub(lambda _: self._name.encode(), data)


def _forms(char: str) -> str:
    """A pattern for one character of a secret, which is ASCII.

    As it is; percent-encoded, also again and again, as an address within an address is; as JSON and
    HTML write it.
    """
    if _ALIKE.fullmatch(char):
        return char
    code = ord(char)
    hexadecimal = f"(?i:{code:02x})"
    forms = [
        rf"\\{{0,16}}{re.escape(char)}",
        rf"%(?:25)*{hexadecimal}",
        rf"\\{{1,16}}(?:u00|x){hexadecimal}",
        rf"&(?:amp;)*#(?:0*{code}|[xX]0*{hexadecimal});?",
        *(rf"&(?:amp;)*{name};" for name in _NAMED.get(char, ())),
    ]
    return f"(?:{'|'.join([*forms, *_PLUS.get(char, ())])})"


NONE = Secrets({})


def uses(text: str) -> bool:
    """Whether a text has a placeholder."""
    return "${" in text and _NAME.search(text) is not None


def secrets_of(ask: Ask, values: Mapping[str, str]) -> Secrets:
    """The secrets that an ask uses; raises `UnsetError`.

    Only asks of a documented API are filled in: an address read from a page that says `${NAME}`
    must not get the value.
    """
    if not ask.api:
        return NONE
    names = _NAME.findall("\n".join((ask.url, *(value for _, value in ask.headers))))
    found: dict[str, str] = {}
    for name in names:
        value = values.get(name, "").strip()
        if not value:
            raise UnsetError(f"the environment variable {name} is not set")
        if not value.isprintable() or not value.isascii():
            raise UnsetError(
                f"the environment variable {name} holds characters that cannot be sent"
            )
        found[name] = value
    return Secrets(found) if found else NONE
