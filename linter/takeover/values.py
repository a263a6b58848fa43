"""values: a cell as the value of a field; what does not fit is a fault, never bent until it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from linter import platforms
from linter.platforms.address import split
from linter.said import said
from linter.takeover.days import read_day
from linter.takeover.words import folded, words

if TYPE_CHECKING:
    from linter.registry.fields import Field
    from linter.takeover.table import Cell
    from linter.text import Text

Value = str | bool | int | date | dict[str, Any] | list[Any]
"""What the registry's writer takes."""
LONGEST = 20_000
"""Characters of one value that a registry takes."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell is no value of its field: words that follow the value."""

    text: Text


@dataclass(frozen=True, slots=True)
class Empty:
    """A cell that says that there is nothing: “–”, “k. A.”."""


def value_of(cell: Cell, field: Field, address: str) -> Value | Fault | Empty:
    """The cell's value for a field of the registry."""
    if cell.fault is not None:
        return Fault(cell.fault)
    if cell.flag is None and cell.day is None and is_nothing(cell.text):
        return Empty()
    if len(cell.text) > field.get("maxLength", LONGEST):
        return Fault(_too_long(field.get("maxLength", LONGEST)))
    if address == "verified":
        return _verified(cell)
    if address == "links":
        return _links(cell)
    if field.get("format") == "date":
        return day_of(cell)
    if field.get("format") == "uri":
        return url_of(cell)
    if "enum" in field:
        return _enum(cell, field, address)
    value = KINDS.get(field.get("type", "string"), _text)(cell)
    if isinstance(value, str) and address.startswith("approvals."):
        state = said(value)  # a refusal is no file reference
        return {"state": state, "ref": value} if state in ("nein", "in Bearbeitung") else value
    return value


def is_nothing(text: str) -> bool:
    """True where the text says that nobody knows."""
    return folded(text) in words().nothing


def url_of(cell: Cell) -> str | Fault:
    """A web address; one that begins with `www.` or a platform's domain lacks its scheme only."""
    for text in (cell.text, cell.link):
        if found := as_url(text):
            return found
    return Fault(NO_URL)


def as_url(text: str) -> str:
    """The address that a text is as a whole; "" where it is none."""
    text = text.strip().removeprefix("<").removesuffix(">")
    if not text or text.split() != [text] or len(text) > LONGEST:
        return ""
    address = split(text)
    if address is None:
        return ""
    if text.lower().startswith(("http://", "https://")):
        return text if text.partition("://")[2][:1] not in ("", "/", "?", "#", "\\") else ""
    domain = ".".join(address.host.split(".")[-2:])
    if "@" in text.partition("/")[0] or "://" in text.partition("?")[0]:
        return ""
    lacking = address.host.startswith("www.") or (domain in platforms.HOSTS and "/" in text)
    return f"https://{text}" if lacking else ""


def day_of(cell: Cell) -> date | Fault:
    """A day."""
    found = cell.day or read_day(cell.text)
    return Fault(found) if isinstance(found, dict) else found


def flag_of(cell: Cell) -> bool | None:
    """Yes or no; None for anything else."""
    if cell.flag is not None:
        return cell.flag
    word = folded(cell.text)
    return True if word in words().yes else False if word in words().no else None


def _boolean(cell: Cell) -> bool | Fault:
    found = flag_of(cell)
    return Fault(NO_FLAG) if found is None else found


def _integer(cell: Cell) -> int | Fault:
    text = cell.text.replace(".", "").replace(" ", "").removesuffix("Tage").removesuffix("days")
    if text.isascii() and text.isdecimal() and len(text) < 16:  # noqa: PLR2004 - as the registry reads
        return int(text)
    return Fault(NO_INTEGER)


def _text(cell: Cell) -> str:
    return cell.text


def _record(cell: Cell) -> Value | Fault:
    """A date, yes or no, how far it is, or a reference in words."""
    flag = flag_of(cell)
    if flag is not None:
        return flag
    found = cell.day or read_day(cell.text)
    if isinstance(found, date):
        return found
    if folded(cell.text) in words().in_progress:
        return {"state": "in Bearbeitung"}
    first, _, rest = cell.text.replace("(", " ").replace(")", " ").partition(" ")
    word = folded(first.strip(",;:"))
    if word in words().yes | words().no:
        state = "ja" if word in words().yes else "nein"
        on = read_day(rest)
        return {"state": state, **({"on": on} if isinstance(on, date) else {"ref": cell.text})}
    if cell.text[:1].isdecimal() and len(cell.text) <= len("01.02.2015"):
        return Fault(found)
    return cell.text


def _verified(cell: Cell) -> Value | Fault:
    flag = flag_of(cell)
    if flag is not None:
        return flag
    found = cell.day or read_day(cell.text)
    return {"since": found} if isinstance(found, date) else Fault(NO_FLAG)


def _links(cell: Cell) -> Value | Fault:
    found = url_of(cell)
    if isinstance(found, Fault):
        return found
    label = {} if as_url(cell.text) else {"label": cell.text}
    return [{**label, "url": found}]


def _enum(cell: Cell, field: Field, address: str) -> str | Fault:
    allowed: list[str] = field["enum"]
    word = folded(cell.text)
    known = {"status": words().status, "kind": words().kind}.get(address, {})
    found = known.get(word) or next((one for one in allowed if folded(one) == word), None)
    if found:
        return found
    listed = ", ".join(allowed)
    return Fault(
        {
            "de": f"kein bekannter Wert; möglich sind {listed}",
            "en": f"no known value; possible are {listed}",
        }
    )


KINDS = {"boolean": _boolean, "integer": _integer, "record": _record}

NO_URL: Text = {
    "de": "keine Internetadresse; sie beginnt mit https://",
    "en": "no web address; one begins with https://",
}
NO_FLAG: Text = {"de": "weder ja noch nein", "en": "neither yes nor no"}
NO_INTEGER: Text = {"de": "keine ganze Zahl", "en": "no whole number"}


def _too_long(limit: int) -> Text:
    return {
        "de": f"länger als {limit} Zeichen",
        "en": f"longer than {limit} characters",
    }
