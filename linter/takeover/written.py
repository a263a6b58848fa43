"""written: accounts as the YAML of a registry; every foreign word is a safe value or a comment."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from linter.registry.edit import RESERVED, in_quotes
from linter.report.escape import visible

if TYPE_CHECKING:
    from linter.registry.fields import Tree
    from linter.takeover.accounts import Entry
    from linter.text import Text

PLAIN = re.compile(r"[A-Za-zÄÖÜäöü][A-Za-z0-9ÄÖÜäöüß_./@()&+-]*(?: [A-Za-z0-9ÄÖÜäöüß_./@()&+-]+)*")
ADDRESS = re.compile(r"https?://[A-Za-z0-9_./~%?=&+@-]+")
FIRST = ("id", "authority", "platform", "handle", "kind", "status", "profile_name", "url")
"""The order in which an account introduces itself; the others follow as in the schema."""

HEAD: Text = {
    "de": "# Übernommen aus {source} mit „amtlint import“. Was dort stand und kein Feld wurde, steht als\n"
    "# Kommentar beim Account. Alle Felder erklärt: amtlint schema --lang de\n",
    "en": "# Taken over from {source} with `amtlint import`. What stood there and became no field stands\n"
    "# as a comment beside its account. All fields explained: amtlint schema --lang en\n",
}
ABOVE: Text = {"de": "# Darüber stand: {text}\n", "en": "# Above it stood: {text}\n"}
HOUSES: Text = {
    "de": "\n# Behörden, die die Regelpakete nicht kennen. Ergänzen Sie, was zutrifft:\n"
    "#   jurisdiction: nrw   Land, dessen Regeln gelten; Bund: bund\n"
    "#   kind: city          ministry state-chancellery city district police agency other\n"
    "authorities:\n",
    "en": "\n# Authorities that the rule packs do not know. Add what applies:\n"
    "#   jurisdiction: nrw   the Land whose rules apply; federal: bund\n"
    "#   kind: city          ministry state-chancellery city district police agency other\n"
    "authorities:\n",
}
ASSUMED: Text = {"de": "angenommen", "en": "assumed"}


def registry(
    entries: list[Entry], houses: dict[str, str], tree: Tree, *, source: str, lang: str
) -> str:
    """The whole file. Rows that are no accounts are comments where they stood."""
    above = [one for one in entries if one.above]
    parts = [HEAD[lang].format(source=visible(source))]
    for entry in above:
        parts += [ABOVE[lang].format(text=_line(text[lang])) for text in entry.comments]
    parts.append("registry: 1\n")
    ids = {one.fields.get("authority", "") for one in entries if one.fields}
    shared = ids.pop() if len(ids) == 1 else ""
    if shared:
        parts.append(f"authority: {scalar(shared)}\n")
    if houses:
        parts.append(HOUSES[lang])
        parts += [
            f"  - id: {scalar(id_)}\n    names: [{scalar(name)}]\n" for id_, name in houses.items()
        ]
    order = {name: number for number, name in enumerate((*FIRST, *tree["account"]))}
    parts.append("\naccounts:\n" if any(one.fields for one in entries) else "\naccounts: []\n")
    for entry in entries[len(above) :]:
        parts += _account(entry, order, shared, lang)
    return "".join(parts)


def _account(entry: Entry, order: dict[str, int], shared: str, lang: str) -> list[str]:
    lines = ["\n"]
    indent = "    " if entry.fields else "  "
    mark = "  - "
    fields = sorted(entry.fields.items(), key=lambda pair: order.get(pair[0], len(order)))
    for key, value in fields:
        if key == "authority" and value == shared:
            continue
        behind = f"  # {ASSUMED[lang]}" if key in entry.assumed else ""
        first, *rest = _field(key, value)
        lines.append(f"{mark}{first}{behind}\n")
        lines += [f"    {line}\n" for line in rest]
        mark = "    "
    lines += [f"{indent}# {_line(text[lang])}\n" for text in entry.comments]
    return lines


def _field(key: str, value: Any) -> list[str]:
    """A field's lines, not indented."""
    if isinstance(value, dict):
        return [
            f"{_key(key)}:",
            *(f"  {line}" for inner, one in value.items() for line in _field(inner, one)),
        ]
    if isinstance(value, list):
        lines = [f"{_key(key)}:"]
        for item in value:
            inner = [line for pair in item.items() for line in _field(*pair)]
            lines += [f"  - {inner[0]}", *(f"    {line}" for line in inner[1:])]
        return lines
    return [f"{_key(key)}: {scalar(value)}"]


def _key(key: str) -> str:
    """`on` is a truth value to YAML of the old kind."""
    return f'"{key}"' if key.lower() in RESERVED else key


def scalar(value: Any) -> str:
    """A value on one line, in quotes unless no reader could take it for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, date)):
        return str(value)
    text = str(value)
    if PLAIN.fullmatch(text) and text.lower() not in RESERVED:
        return text
    return text if ADDRESS.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    """In double quotes; what nobody would see is written by its number."""
    body = in_quotes(text)
    if body.isascii():
        return body
    return "".join(c if visible(c) == c else _escaped(c) for c in body)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04X}" if char <= "\uffff" else f"\\U{ord(char):08X}"


def _line(text: str) -> str:
    """A text as the rest of a comment: on one line, with nothing invisible in it."""
    return visible(text.replace("\n", " ⏎ ").replace("\t", " "))
