"""shape: JSON that others wrote, read by its shape; what is not as expected is None, never an error.

Every accessor takes a value and the keys on the way into it (an int counts in a list).
"""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from linter.platforms.readers.words import MOST_TEXT, tidy

if TYPE_CHECKING:
    from linter.crawl.capture import Capture

MOST_ITEMS = 200
MOST_ADDRESS = 2_000
MOST_NUMBER = 10**15


def json_of(capture: Capture) -> Any | None:
    """The JSON of an answer, of a refusal too; None where the body is none."""
    return parsed(capture.body)


def parsed(data: bytes | str) -> Any | None:
    """JSON, as strictly as the standard has it; None where it is none, or nested beyond reason."""
    try:
        return json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def at(value: Any, *path: str | int) -> Any | None:
    """Whatever stands at a path."""
    for step in path:
        if type(step) is int and type(value) is list and -len(value) <= step < len(value):
            value = value[step]
        elif type(step) is str and type(value) is dict:
            value = value.get(step)
        else:
            return None
    return value


def text(value: Any, *path: str | int, most: int = MOST_TEXT) -> str | None:
    """A text on one line, without control characters, cut at `most`; "" where it is empty."""
    found = at(value, *path)
    return tidy(found, most=most) if type(found) is str else None


def raw(value: Any, *path: str | int) -> str | None:
    """A text as written: for HTML, and for what has lines."""
    found = at(value, *path)
    return found if type(found) is str else None


def address(value: Any, *path: str | int) -> str | None:
    """An http(s) address; None for any other text."""
    found = text(value, *path, most=MOST_ADDRESS + 1)
    if not found or len(found) > MOST_ADDRESS or " " in found:
        return None
    return found if found[:8].lower().startswith(("http://", "https://")) else None


def items(value: Any, *path: str | int) -> list[Any]:
    """A list, at most its first two hundred; empty where there is none."""
    found = at(value, *path)
    return found[:MOST_ITEMS] if type(found) is list else []


def record(value: Any, *path: str | int) -> dict[str, Any] | None:
    """A record (object)."""
    found = at(value, *path)
    return found if type(found) is dict else None


def flag(value: Any, *path: str | int) -> bool | None:
    """A yes or no."""
    found = at(value, *path)
    return found if type(found) is bool else None


def number(value: Any, *path: str | int) -> int | None:
    """A count: a whole number from 0 on, also where it is written as text or with `.0`."""
    found = at(value, *path)
    if type(found) is str and len(found) <= len(str(MOST_NUMBER)):
        found = int(found) if found.isascii() and found.isdigit() else None
    if type(found) is float:
        found = int(found) if math.isfinite(found) and found == int(found) else None
    return found if type(found) is int and 0 <= found <= MOST_NUMBER else None


def day(value: Any, *path: str | int) -> date | None:
    """The day (UTC) of a date or time in ISO 8601, or of a number of seconds since 1970."""
    found = at(value, *path)
    if type(found) is int or type(found) is float:
        try:
            return datetime.fromtimestamp(found, UTC).date()
        except (ValueError, OverflowError, OSError):
            return None
    if type(found) is not str:
        return None
    try:
        when = datetime.fromisoformat(found.strip())
        return (when.astimezone(UTC) if when.tzinfo else when).date()
    except (ValueError, OverflowError):
        return None
