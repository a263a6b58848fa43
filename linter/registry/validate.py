"""Does a node agree with its field? Compiled once per run into small functions.

Each validator takes a node and an address and adds problems (REG002) to a list; inside, addresses
come in two parts, joined where there is something to tell. Values stay what they are: the
validator says what does not fit, it never converts. Only a text that is too long goes no further
than its limit: no check has to bear more, and no report has to repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from linter.registry.document import Document, Problem
from linter.registry.fields import RECORD, Field, Tree, did_you_mean, resolve
from linter.registry.nodes import Mapping, Node, Scalar, Sequence, end_of, start_of
from linter.subject import FALSE, TRUE
from linter.text import LANGUAGES

Validator = Callable[[Node, str, "Report"], None]
Part = Callable[[Node, str, str, "Report"], None]
"""A validator inside: the address of what is around it, and its own key."""

OTHER_DATE = r"\d{1,2}\.\d{1,2}\.\d{2,4}\Z|\d{1,4}/\d{1,2}/\d{1,4}\Z"
"""A day written otherwise: as a record it would pass for a file reference."""
LENGTH = len("YYYY-MM-DD")
ID = "^[a-z0-9][a-z0-9-]*$"
ID_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789-"
"""The pattern that the schema has for an authority's id, and the signs it allows."""
BOOLEANS = TRUE | FALSE
KEPT = 512
"""So many values of a field are remembered as fitting: the addresses of a house's pages recur."""
MAX_TEXT = 20_000
"""Code points a single value may have; the longest bio of any platform has 5,000."""

EXPECTED: dict[str, dict[str, str]] = {
    "string": {"de": "ein Text", "en": "text"},
    "boolean": {"de": "true oder false", "en": "true or false"},
    "integer": {"de": "eine ganze Zahl", "en": "a whole number"},
    "number": {"de": "eine Zahl", "en": "a number"},
    "object": {"de": "eine Zuordnung (Schlüssel: Wert)", "en": "a mapping (key: value)"},
    "array": {"de": "eine Liste", "en": "a list"},
    "record": {
        "de": "ein Datum, ja/nein, ein Aktenzeichen oder {state, on, ref}",
        "en": "a date, yes/no, a reference or {state, on, ref}",
    },
    "any": {"de": "ein anderer Wert", "en": "another value"},
}
FOUND: dict[type, dict[str, str]] = {
    Scalar: {"de": "ein einzelner Wert", "en": "a single value"},
    Mapping: {"de": "eine Zuordnung", "en": "a mapping"},
    Sequence: {"de": "eine Liste", "en": "a list"},
}


class Report:
    """Collects problems of one document, and of which account they are."""

    __slots__ = ("account", "document", "hints")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.account = ""
        self.hints = 0

    def add(self, variant: str, node: Node, address: str, **values: Any) -> None:
        """Record a problem at the node's value."""
        start, end = start_of(node), end_of(node)
        if type(node) is not Scalar:
            start, end = self.document.key_span(node)
        self._add(variant, start, end, address, values)

    def add_at_key(self, variant: str, node: Node, address: str, **values: Any) -> None:
        """Record a problem at the key the node stands under."""
        start, end = self.document.key_span(node)
        self._add(variant, start, end, address, values)

    def _add(
        self, variant: str, start: int, end: int, address: str, values: dict[str, Any]
    ) -> None:
        self.document.problems.append(
            Problem("REG002", variant, start, end, values, address, self.account)
        )


MAX_HINTS = 100
"""Suggestions per document: comparing words is slow, and a file with more faults is another's."""


def hint(word: str, known: list[str], report: Report | None = None) -> dict[str, str]:
    """What a finding says behind its sentence of a word that is like one known; else nothing."""
    if report is not None:
        report.hints += 1
    near = did_you_mean(word, known) if report is None or report.hints <= MAX_HINTS else None
    return {lang: f" {near[lang]}" if near else "" for lang in LANGUAGES}


PLAIN: dict[str, Callable[[str], object]] = {
    "boolean": lambda text: text.lower() in BOOLEANS,
    "integer": lambda text: re.fullmatch(r"-?\d{1,15}", text),
    "number": lambda text: re.fullmatch(r"-?\d{1,15}(?:\.\d{1,15})?", text),
}
"""What is no text, and how it is written."""


def compile_field(tree: Tree, field: Field) -> Part:
    """The validator of a field, with all beneath it."""
    field = resolve(tree, field)
    if "anyOf" in field:
        return _any_of(tree, field["anyOf"])
    kind = field.get("type", "string")
    if kind == "object":
        return _object(tree, field.get("properties", {}), field.get("required", []))
    if kind == "array":
        return _array(compile_field(tree, field.get("items", {})))
    if kind == "record":
        return _record(_object(tree, {**RECORD, **field.get("properties", {})}, []))
    if kind in PLAIN:
        return _plain(kind, PLAIN[kind])
    if kind == "anything":
        return _anything
    return _string(field)


def _string(field: Field) -> Part:
    if "enum" in field:
        return _enum(field["enum"], field.get("synonyms", {}))
    test = {"date": _is_date, "uri": _is_uri}.get(field.get("format", ""))
    variant = "not-a-date" if field.get("format") == "date" else "not-a-uri"
    pattern = _pattern(field["pattern"]) if "pattern" in field else None
    limit = field.get("maxLength", MAX_TEXT)
    fitting: set[str] = set()

    def string(node: Node, above: str, key: str, report: Report) -> None:
        if type(node) is not Scalar:
            _wrong(node, above + key, report, "string")
            return
        text = node.text
        if text is None or text in fitting:
            return
        if len(text) > limit:
            report.add("too-long", node, above + key, limit=limit)
            node.text = text[:limit]
        elif test is not None and not test(text):
            report.add(variant, node, above + key, value=text)
        elif test is _is_uri and _has_password(text):
            report.add("credentials", node, above + key)
        elif pattern is not None and not pattern(text):
            report.add("no-match", node, above + key, value=text, expected=field["pattern"])
        elif len(fitting) < KEPT:
            fitting.add(text)

    return string


def _pattern(source: str) -> Callable[[str], object]:
    return _is_id if source == ID else re.compile(source).search


def _is_id(text: str) -> bool:
    """Small letters, digits and hyphens, the first no hyphen; `$` passes over a last line break."""
    bare = text.removesuffix("\n")
    return bare[:1] not in ("", "-") and not bare.strip(ID_SIGNS)


def _is_date(text: str) -> bool:
    """Like a day, by its signs alone (here and below: a pattern would cost more to compile)."""
    return (
        len(text) == LENGTH
        and text[4] == "-" == text[7]
        and (text[:4] + text[5:7] + text[8:]).isdecimal()
    )


def _is_other_date(text: str) -> bool:
    signs = ("." in text or "/" in text) and text[0].isdecimal()
    return signs and re.match(OTHER_DATE, text) is not None


def _has_password(text: str) -> bool:
    """Whether a web address brings a password along: https://name:password@host/."""
    if "@" not in text:
        return False
    host = re.split(r"[/?#]", text.partition("://")[2], maxsplit=1)[0]
    name, at, _ = host.rpartition("@")
    return bool(at) and ":" in name


def _is_uri(text: str) -> bool:
    """A web address with a host, and no space in it."""
    scheme, _, rest = text.partition("://")
    return (
        scheme.lower() in ("http", "https")
        and rest[:1] not in ("", "/", "?", "#", "\\")
        and text.split() == [text]
    )


def _enum(allowed: list[str], synonyms: dict[str, str]) -> Part:
    known = frozenset(allowed)

    def enum(node: Node, above: str, key: str, report: Report) -> None:
        if type(node) is not Scalar:
            _wrong(node, above + key, report, "string")
        elif node.text is not None and node.text not in known:
            report.add(
                "not-allowed",
                node,
                above + key,
                value=node.text[:80],
                allowed=tuple(allowed),
                hint=hint(synonyms.get(node.text.casefold(), node.text), allowed, report),
            )

    return enum


def _plain(kind: str, fits: Callable[[str], object]) -> Part:
    """The validator of a value that is written without quotes and fits."""

    def plain(node: Node, above: str, key: str, report: Report) -> None:
        if type(node) is Scalar and (node.text is None or (node.plain and fits(node.text))):
            return
        _wrong(node, above + key, report, kind)

    return plain


def _anything(node: Node, above: str, key: str, report: Report) -> None:
    """Accept; what is beneath is validated on its own."""


def _record(mapping: Part) -> Part:
    def record(node: Node, above: str, key: str, report: Report) -> None:
        if type(node) is Mapping:
            mapping(node, above, key, report)
        elif type(node) is Sequence:
            _wrong(node, above + key, report, "record")
        elif type(node) is Scalar and node.text and _is_other_date(node.text):
            report.add("not-a-date", node, above + key, value=node.text)

    return record


def _array(item: Part) -> Part:
    def array(node: Node, above: str, key: str, report: Report) -> None:
        if type(node) is Sequence:
            for number, child in enumerate(node.items):
                item(child, above + key, f"[{number}]", report)
        elif not (type(node) is Scalar and node.text is None):
            _wrong(node, above + key, report, "array")

    return array


def _any_of(tree: Tree, options: list[Field]) -> Part:
    validators = [(option.get("type"), compile_field(tree, option)) for option in options]

    def any_of(node: Node, above: str, key: str, report: Report) -> None:
        for kind, validator in validators:
            if (kind == "object") == (type(node) is Mapping) and (kind == "array") == (
                type(node) is Sequence
            ):
                validator(node, above, key, report)
                return
        _wrong(node, above + key, report, str(validators[0][0]))

    return any_of


def compile_object(tree: Tree, properties: dict[str, Field], required: list[str]) -> Validator:
    """The validator of a mapping with known keys."""
    mapping = _object(tree, properties, required)

    def whole(node: Node, address: str, report: Report) -> None:
        mapping(node, "", address, report)

    return whole


def _object(tree: Tree, properties: dict[str, Field], required: list[str]) -> Part:
    """The same, inside; its fields are compiled as they are met."""
    validators: dict[str, Part] = {}
    known = list(properties)

    def mapping(node: Node, above: str, key: str, report: Report) -> None:
        if type(node) is not Mapping:
            if not (type(node) is Scalar and node.text is None):
                _wrong(node, above + key, report, "object")
            return
        inside = f"{above}{key}." if above or key else ""
        for name, child in node.entries.items():
            validator = validators.get(name)
            if validator is None and name in properties:
                validator = validators[name] = compile_field(tree, properties[name])
            if validator is None:
                like = hint(name, known, report)
                report.add_at_key("unknown-key", child, inside + name, key=name[:80], hint=like)
            else:
                validator(child, inside, name, report)
        for name in required:
            value = node.entries.get(name)
            if value is None or (type(value) is Scalar and value.text is None):
                report.add("missing-key", node, inside + name, key=name)

    return mapping


def _wrong(node: Node, address: str, report: Report, expected: str) -> None:
    found = FOUND[type(node)]
    if type(node) is Scalar:
        text = (node.text or "")[:40]
        found = {"de": f"„{text}“", "en": f"“{text}”"}
    report.add(
        "wrong-type",
        node,
        address,
        expected=EXPECTED.get(expected, EXPECTED["any"]),
        found=found,
    )
