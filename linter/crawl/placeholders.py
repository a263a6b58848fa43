"""placeholders: `${NAME}` in an ask stands for a secret, which only the wire ever sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.asking import Ask

_NAME = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
SHORTEST = 4
"""Characters from which a secret is looked for in answers; a shorter one would blank anything."""


class UnsetError(ValueError):
    """A secret that an ask needs is not there."""


class Secrets:
    """The secrets of one ask: filled in on sending, blanked in whatever comes back."""

    __slots__ = ("_blanks", "_values")

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self._blanks: list[tuple[str, str]] = []
        for name, value in values.items():
            if len(value) >= SHORTEST:
                forms = (value, quote(value, safe=""), quote(value), quote_plus(value))
                escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("/", "\\/")
                self._blanks += [
                    (form, f"${{{name}}}") for form in dict.fromkeys((*forms, escaped))
                ]
        self._blanks.sort(key=lambda pair: len(pair[0]), reverse=True)

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
        for form, name in self._blanks:
            if form in text:
                text = text.replace(form, name)
        return text

    def blank_bytes(self, data: bytes) -> bytes:
        """The same for a body."""
        for form, name in self._blanks:
            data = data.replace(form.encode(), name.encode())
        return data


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
