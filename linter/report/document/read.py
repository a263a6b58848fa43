"""read: the JSON of a run, checked as far as the report relies on it.

The file may come from anywhere: what is no result of a run is refused with the place inside it,
and of what is one only known keys are read, each as the type it must have.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.report.summary import SEVERITIES
from linter.subject import day_of
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from datetime import date

    from linter.text import Text

MOST_BYTES = 256_000_000
"""A crawl of ten thousand accounts stays below this."""
VERSION = 1
WORDS = ("code", "name", "account", "authority", "platform", "handle", "field", "path")
CHOICES = {
    "severity": SEVERITIES,
    "outcome": ("fail", "unknown"),
    "status": ("open", "waived", "baselined"),
    "change": ("new", "still", "reopened", "unknown"),
}
CODE = re.compile(r"[A-Z][A-Z0-9]{1,40}")
COUNTS = ("accounts", "checked", "unknown", "rules", "rules_not_run")
HINT: Text = {
    "de": "Erwartet wird die Ausgabe von „amtlint check“ oder „crawl“ mit --format json oder --output json=DATEI.",
    "en": "What is expected is the output of `amtlint check` or `crawl` with --format json or --output json=FILE.",
}


class WrongError(Exception):
    """Something is not as it has to be; where."""


def read_result(data: bytes, path: str) -> dict[str, Any]:
    """The result; raises `LinterError` where it is none."""
    if len(data) > MOST_BYTES:
        raise _no_result(path, {"de": "mehr als 256 MB", "en": "more than 256 MB"})
    try:
        result = json.loads(data)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 0), getattr(error, "colno", 0)
        what = {"de": "kein lesbares JSON", "en": "not readable JSON"}
        raise _no_result(path, what, line, column) from None
    try:
        _check(result)
    except WrongError as wrong:
        raise _no_result(path, {"de": f"bei {wrong}", "en": f"at {wrong}"}) from None
    checked: dict[str, Any] = result
    return checked


def _no_result(path: str, what: Text, line: int = 0, column: int = 0) -> LinterError:
    return LinterError(
        {
            "de": f"Das ist kein Ergebnis eines Laufs von amtlint ({what['de']}).",
            "en": f"This is not the result of a run of amtlint ({what['en']}).",
        },
        path=path,
        line=line,
        column=column,
        hint=HINT,
    )


def _check(result: Any) -> None:
    _is(result, dict, "version")
    if result.get("version") != VERSION or isinstance(result["version"], bool):
        raise WrongError("version")
    tool = _of(result, "tool", dict)
    if tool.get("name") != "amtlint":
        raise WrongError("tool.name")
    for key in ("version", "rulebook"):
        _of(tool, key, str, "tool.")
    for number, plugin in enumerate(_of(tool, "plugins", list, "tool.")):
        _is(plugin, str, f"tool.plugins[{number}]")
    if day_of(_of(result, "as_of", str)) is None:
        raise WrongError("as_of")
    coverage = _of(result, "coverage", dict)
    for key in COUNTS:
        if isinstance(_of(coverage, key, int, "coverage."), bool) or coverage[key] < 0:
            raise WrongError(f"coverage.{key}")
    for id_, name in _maybe(result, "authorities", dict).items():
        _is(name, str, f"authorities.{id_}")
    for number, finding in enumerate(_of(result, "findings", list)):
        _finding(finding, f"findings[{number}]")
    for number, one in enumerate(_of(result, "unused_waivers", list)):
        _is(one, dict, f"unused_waivers[{number}]")
    for number, one in enumerate(_maybe(result, "gone", list)):
        _gone(one, f"gone[{number}]")
    if "left_out" in result and isinstance(_of(result, "left_out", int), bool):
        raise WrongError("left_out")
    before = _maybe(result, "left_out_open", dict)
    for key in before:
        if isinstance(_of(before, key, int, "left_out_open."), bool) or before[key] < 0:
            raise WrongError(f"left_out_open.{key}")
    for number, line in enumerate(_maybe(result, "errors", list)):
        _is(line, str, f"errors[{number}]")
    for number, text in enumerate(_maybe(result, "error_texts", list)):
        _is(text, dict, f"error_texts[{number}]")
        _texts(text, f"error_texts[{number}]")
    for number, line in enumerate(_maybe(result, "statistics", list)):
        _is(line, dict, f"statistics[{number}]")


def _finding(finding: Any, where: str) -> None:
    _is(finding, dict, where)
    for key in WORDS:
        _of(finding, key, str, f"{where}.")
    if not CODE.fullmatch(finding["code"]):
        raise WrongError(f"{where}.code")
    for key, choices in CHOICES.items():
        if finding.get(key) not in choices:
            raise WrongError(f"{where}.{key}")
    for key in ("line", "column"):
        _of(finding, key, int, f"{where}.")
    for key in ("message", "remedy"):
        _texts(_of(finding, key, dict, f"{where}."), f"{where}.{key}")
    for number, source in enumerate(_of(finding, "source", list, f"{where}.")):
        _is(source, dict, f"{where}.source[{number}]")
        for key in ("document", "section", "date"):
            _of(source, key, str, f"{where}.source[{number}].")
    for number, one in enumerate(_of(finding, "evidence", list, f"{where}.")):
        _is(one, dict, f"{where}.evidence[{number}]")
    for key in ("cause", "reason"):
        _is(finding.get(key, ""), str, f"{where}.{key}")
    history = finding.get("history")
    if history is not None:
        _is(history, dict, f"{where}.history")
        for key in ("first_seen", "last_seen"):
            _of(history, key, str, f"{where}.history.")
        for key in ("nights", "stale"):
            _of(history, key, int, f"{where}.history.")


def _gone(one: Any, where: str) -> None:
    _is(one, dict, where)
    for key in ("code", "account", "authority", "platform", "handle", "first_seen", "last_seen"):
        _of(one, key, str, f"{where}.")
    if not CODE.fullmatch(one["code"]):
        raise WrongError(f"{where}.code")
    for key in ("severity", "status"):
        if one.get(key) not in CHOICES[key]:
            raise WrongError(f"{where}.{key}")
    _texts(_of(one, "message", dict, f"{where}."), f"{where}.message")


def _texts(text: dict[str, Any], where: str) -> None:
    for lang in LANGUAGES:
        _of(text, lang, str, f"{where}.")


def _of(data: dict[str, Any], key: str, kind: type, above: str = "") -> Any:
    _is(data.get(key), kind, f"{above}{key}")
    return data[key]


def _maybe(data: dict[str, Any], key: str, kind: type) -> Any:
    return _of(data, key, kind) if key in data else kind()


def _is(value: Any, kind: type, where: str) -> None:
    if not isinstance(value, kind):
        raise WrongError(where)


def day_of_result(result: dict[str, Any]) -> date:
    """The day the rules were applied for."""
    day = day_of(result["as_of"])
    assert day is not None  # noqa: S101 - checked above
    return day
