"""E-mail addresses that stand in attributes and scripts instead of the text."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import html
import re
from urllib.parse import unquote

_PLAIN = re.compile(
    r"[\w.+%&'/=-]{1,64}@(?:[a-z0-9äöüß-]{1,63}\.)+[a-z]{2,24}(?![\w-])", re.IGNORECASE
)
_TYPO3 = re.compile(
    r"(?:linkTo_UnCryptMailto|UnCryptMailto|decryptMail\w*)\s*\(\s*(?:%27|'|\"|%22)(.{5,300}?)(?:%27|'|\"|%22)",
    re.IGNORECASE,
)
_RANGES = ((0x2B, 0x3A), (0x40, 0x5A), (0x61, 0x7A))
_STRING = r"""(?:"(?:[^"\\\n]|\\.){0,300}"|'(?:[^'\\\n]|\\.){0,300}')"""
_TERM = rf"(?:{_STRING}|[A-Za-z_$][\w$]{{0,40}}|String\.fromCharCode\([\d,\s]{{1,400}}\))"
_SUM = re.compile(rf"{_TERM}(?:\s*\+\s*\(?{_TERM}\)?){{1,60}}")
_ASSIGN = re.compile(rf"([A-Za-z_$][\w$]{{0,40}})\s*=\s*({_STRING})(?=\s*[;,\n}})])")
_PART = re.compile(_TERM)
_STEP = re.compile(
    rf"([A-Za-z_$][\w$]{{0,40}})\s*=\s*({_TERM}(?:\s*\+\s*{_TERM}){{0,60}})(?=\s*[;,\n}}])"
)
"""A variable and what it is set to, strings and other variables in a row."""
_CODES = re.compile(r"String\.fromCharCode\(([\d,\s]{1,400})\)")
_LISTED = re.compile(
    rf"\[\s*({_STRING}(?:\s*,\s*{_STRING}){{1,5}})\s*\]\s*\.join\(\s*({_STRING})\s*\)"
)
"""Parts that a script joins: `['post', 'aue.example'].join('@')`."""
_PARTS = re.compile(
    r"mail\w*\s*\(\s*(['\"])(?P<user>[\w.+-]{1,64})\1\s*,\s*(['\"])(?P<domain>(?:[\w-]{1,63}\.)+[a-z]{2,24})\3\s*\)",
    re.IGNORECASE,
)
"""A function that is given an address in two: `mailto('post', 'aue.example')`."""
_TURNED = re.compile(r"(?:ed|ta|hc|ue|ten|gro|moc|ofni)\.(?!.*\.(?:de|at|ch|eu|net|org|com|info)$)")
"""What a domain reads like from its end."""
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
MOST_SCRIPT = 20_000
MOST_BUILT = 400


def of_href(href: str) -> tuple[str, str]:
    """Return the address a link leads to and how it was hidden."""
    low = href[:60].lower().lstrip()
    if low.startswith("mailto:"):
        address = html.unescape(unquote(href.strip()[7:])).split("?", 1)[0].strip(" /")
        match = _PLAIN.search(address)
        if match and address[match.start() - 1 : match.start()] == "@":
            return "", ""  # two signs: where that would lead nobody knows
        return (match.group(), "plain") if match else ("", "")
    if "email-protection#" in low or "/cdn-cgi/l/email-protection" in href[:200]:
        return cloudflare(href.rsplit("#", 1)[-1]), "Cloudflare"
    if low.startswith("javascript:"):
        match = _TYPO3.search(href[:600])
        if match:
            return shifted(unquote(match.group(1))), "shifted letters"
        parts = _PARTS.search(unquote(href[:600]))
        if parts:
            return f"{parts['user']}@{parts['domain']}", "JavaScript"
        found = of_script(unquote(href[:2000]))
        return (found[0], "JavaScript") if found else ("", "")
    return "", ""


def cloudflare(code: str) -> str:
    """Undo Cloudflare's protection: the first byte is the key of the others."""
    try:
        data = bytes.fromhex(code.strip().split("?", 1)[0][:600])
    except ValueError:
        return ""
    if len(data) < 6:
        return ""
    address = bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace")
    match = _PLAIN.match(address)
    return match.group() if match else ""


def shifted(code: str) -> str:
    """Undo TYPO3's spam protection: letters moved by a fixed number of places."""
    for offset in range(-25, 26):
        moved = "".join(_moved(char, offset) for char in code)
        if moved.lower().startswith("mailto:"):
            match = _PLAIN.search(moved[7:])
            if match:
                return match.group()
        elif "@" in moved and _PLAIN.fullmatch(moved):
            return moved
    return ""


def _moved(char: str, offset: int) -> str:
    code = ord(char)
    for low, high in _RANGES:
        if low <= code <= high:
            return chr(low + (code - low + offset) % (high - low + 1))
    return char


def of_attributes(data: dict[str, str]) -> str:
    """Join a name and a domain that stand in two `data-` attributes of a line."""
    names = [
        value
        for name, value in data.items()
        if re.search(r"user|name|local|box|account|first", name)
    ]
    domains = [
        value
        for name, value in data.items()
        if re.search(r"domain|host|server|website|second", name)
    ]
    ends = [value for name, value in data.items() if re.search(r"tld|ending|suffix", name)]
    for value in data.values():
        match = _PLAIN.fullmatch(value.strip())
        if match:
            return match.group()
    if names and domains:
        name, domain = names[0], domains[0]
        if _TURNED.match(domain) and not ends:
            name, domain = name[::-1], domain[::-1]  # letter by letter from the end
        address = f"{name}@{domain}" + (f".{ends[0].lstrip('.')}" if ends else "")
        match = _PLAIN.fullmatch(address)
        return match.group() if match else ""
    return ""


def of_script(text: str) -> list[str]:
    """Return addresses a script puts together from strings."""
    text = text[:MOST_SCRIPT]
    if not (
        "@" in text or "fromCharCode" in text or "x40" in text or "u0040" in text or "&#" in text
    ):
        return []
    values = {match[1]: _string(match[2]) for match in _ASSIGN.finditer(text)}
    found: dict[str, None] = {}
    for match in _SUM.finditer(text):
        joined = "".join(_value(part.group(), values) for part in _PART.finditer(match.group()))
        for address in _PLAIN.finditer(html.unescape(joined)):
            found.setdefault(_bare(address.group()))
    for match in _LISTED.finditer(text) if ".join(" in text else ():
        parts = [_string(part.group()) for part in re.finditer(_STRING, match[1])]
        for address in _PLAIN.finditer(_string(match[2]).join(parts)):
            found.setdefault(_bare(address.group()))
    if not found:
        found.update(dict.fromkeys(_step_by_step(text)))
    if found:
        return list(found)
    if "document.write" in text or "innerHTML" in text or "textContent" in text or "mailto" in text:
        for string in re.finditer(_STRING, text):
            for address in _PLAIN.finditer(html.unescape(_string(string.group()))):
                found.setdefault(_bare(address.group()))
    return list(found)


def _step_by_step(text: str) -> list[str]:
    """Addresses that a script puts together in variables: `a = 'post&#64;'; a = a + 'aue.example'`."""
    values: dict[str, str] = {}
    for step in _STEP.finditer(text):
        parts = [_value(part.group(), values) for part in _PART.finditer(step[2])]
        values[step[1]] = "".join(parts)[:MOST_BUILT]
    built = (html.unescape(value) for value in values.values())
    return [_bare(match.group()) for value in built if (match := _PLAIN.fullmatch(value))]


def _bare(address: str) -> str:
    return re.sub(r"^mailto:", "", address)


def _value(term: str, values: dict[str, str]) -> str:
    if term[0] in "\"'":
        return _string(term)
    codes = _CODES.match(term)
    if codes:
        numbers = [int(code) for code in codes[1].split(",") if code.strip().isdigit()]
        return "".join(
            chr(code) for code in numbers if code < 0x110000 and not 0xD800 <= code < 0xE000
        )
    return values.get(term, "")


def _string(literal: str) -> str:
    return _ESCAPE.sub(_escaped, literal[1:-1])


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if not code:
        return match[3]
    number = int(code, 16)
    return chr(number) if not 0xD800 <= number < 0xE000 else ""
