"""The one place that makes foreign text safe for where it is going to stand.

A handle, a bio or a file name may hold anything. Control, bidi and zero-width characters are
shown as ‹U+202E›, in every format; what is left is then quoted as the format demands.
"""

from __future__ import annotations

import re
from typing import Any

# Written out, not taken from unicodedata: the same output on every Python, and no import.
# Controls, soft hyphen, fillers, bidi marks and overrides, zero-width characters, separators,
# surrogates, noncharacters, invisible format characters, tags and variation selectors.
_INVISIBLE = (
    "\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(1 << 16, 1 << 20, 1 << 16)
    )
    + "\U0010fffe\U0010ffff"
)
# An emoji may keep its presentation selector; behind anything else it only hides something.
_SELECTOR = (
    "(?<![\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff])[\ufe0e\ufe0f]"
)
_SURROGATES = "[\ud800-\udfff]"
# Patterns stay text until they are needed: compiling all of them would be felt at start-up.
_UNSAFE = f"[\x00-\x1f{_INVISIBLE}]|{_SELECTOR}"
_UNSAFE_IN_JSON = f"[{_INVISIBLE}\ufe0e\ufe0f]"
# Build servers take "##[error]" or "##vso[…]" anywhere in a line of a log for an order.
_LOG_ORDER = r"##\w*\["
_JOINT = r"(?<=[@#!~%&$])(?=\w)|(?<=:)(?=//)|(?<=:/)(?=/)|(?<=www)(?=\.)"
# What Python calls printable although nothing is seen of it.
_UNSEEN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\ufe0e\ufe0f\uffa0"
).union(map(chr, range(0xFE00, 0xFE0E)), map(chr, range(0xE0100, 0xE01F0)))
LONGEST = 1000
"""Characters of one message that are printed as text; a registry may hold megabytes in one value."""


def named(char: str) -> str:
    """A character by its number."""
    return f"‹U+{ord(char):04X}›"


def _named(match: re.Match[str]) -> str:
    return named(match[0])


def visible(text: str) -> str:
    """Show what would be invisible or would steer a terminal: ‹U+202E› for the character."""
    if text.isprintable() and _UNSEEN.isdisjoint(text):
        return text
    return re.sub(_UNSAFE, _named, text)


def clipped(text: str, longest: int = LONGEST) -> str:
    """Cut what is too long to read, saying how much is missing."""
    if len(text) <= longest:
        return text
    return f"{text[:longest]}… (+{len(text) - longest})"


def terminal(text: str, longest: int = LONGEST) -> str:
    """Text for a terminal, a pipe or a build log."""
    text = visible(clipped(text, longest))
    for index in reversed(log_orders(text)):
        text = text[:index] + named("[") + text[index + 1 :]
    return text


def log_orders(text: str) -> list[int]:
    """Where a bracket would make an order to a build server of a line in its log."""
    if "##" not in text:
        return []
    return [found.end() - 1 for found in re.finditer(_LOG_ORDER, text)]


def file_name(path: str) -> str:
    """A path at the start of a line: it must not read as an order to a build server."""
    path = terminal(path)
    return f"./{path}" if path.lstrip()[:2] in ("::", "##") else path


def markdown(text: str, longest: int = LONGEST) -> str:
    """Plain text inside Markdown (also in a table): no markup, HTML, link, mention or reference."""
    text = re.sub(_JOINT, "\x00", visible(clipped(text, longest)), flags=re.IGNORECASE)
    return text.translate(_MARKDOWN)


_MARKDOWN: dict[int, str] = {ord(char): f"\\{char}" for char in "\\`*_[]|~$"}
_MARKDOWN |= {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;"}
_MARKDOWN[0] = "<!-- -->"  # splits `@name` and `https://` where a forge would make a link of it


def code_span(text: str) -> str:
    """A Markdown code span, fit for a table cell, whatever backticks and pipes are in it."""
    text = visible(clipped(text)) or "–"
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    inner = text.replace("|", "\\|")
    return f"{fence}{pad}{inner}{pad}{fence}"


def html(text: str) -> str:
    """Text for an HTML element inside Markdown."""
    text = re.sub(_JOINT, "\x00", visible(clipped(text)), flags=re.IGNORECASE)
    return text.translate(_HTML)


_HTML: dict[int, str] = {ord(char): f"&#{ord(char)};" for char in "<>&\"'\\`*_[]|~$"}
_HTML[0] = "<!-- -->"


def xml(text: str) -> str:
    """Text for an XML element or attribute; what XML 1.0 forbids is shown, not passed on."""
    return visible(text).translate(_XML)


_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


def command_data(*lines: str) -> str:
    """The message of a GitHub workflow command; each argument becomes a line of its own."""
    return "%0A".join(terminal(line).replace("%", "%25") for line in lines)


def command_property(text: str) -> str:
    """The value of a property of a GitHub workflow command."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def sarif_message(text: str) -> str:
    """A SARIF message string: braces are no placeholders, brackets no link."""
    text = visible(text).replace("{", "{{").replace("}", "}}")
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return text


def as_json(data: Any) -> str:
    """JSON with umlauts to read, but every invisible character written as an escape."""
    import json  # noqa: PLC0415 - a millisecond that text output does not need

    text = json.dumps(data, ensure_ascii=False, indent=2)
    if not text.isascii() or "\x7f" in text:
        text = re.sub(_UNSAFE_IN_JSON, _json_escape, text)
    return text + "\n"


def _json_escape(match: re.Match[str]) -> str:
    char = match[0]
    if re.match(
        _SURROGATES, char
    ):  # half a character (a file name that is no UTF-8): no valid JSON
        return _named(match)
    import json  # noqa: PLC0415 - as above

    return json.dumps(char)[1:-1]
