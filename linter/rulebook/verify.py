"""What a rule file's shape cannot say: does the rule hold together?

Checks and parameters exist, addresses are fields, placeholders are supplied and the same in
both languages, sources are listed and their dates neither overlap nor leave a gap, examples
are there, the file is named after the rule.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from linter.checks.params import ParameterError, bind, resolve, written
from linter.errors import LinterError
from linter.registry.fields import Tree, find
from linter.registry.nodes import Mapping, Node, Scalar, Sequence
from linter.rulebook.rule import GRAVEST, SEVERITIES
from linter.rulebook.shape import STANDARD
from linter.subject import day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.checks.base import Check
    from linter.registry.document import Document

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


class Verifier:
    """One rule under examination; problems are collected, all of them."""

    def __init__(
        self,
        document: Document,
        node: Mapping,
        rule: dict[str, Any],
        tree: Tree,
        problems: list[LinterError],
    ) -> None:
        self.document = document
        self.node = node
        self.rule = rule
        self.tree = tree
        self.problems = problems

    def fault(self, where: Node | str | None, de: str, en: str) -> None:
        """Record a fault at a node or at a key of the rule."""
        node = self.node.entries.get(where) if isinstance(where, str) else where
        line, column = 1, 1
        if node is not None:
            line, column = self.document.position(self.document.span(node)[0])
        self.problems.append(
            LinterError({"de": de, "en": en}, path=self.document.path, line=line, column=column)
        )


def verify_rule(
    document: Document,
    node: Mapping,
    rule: dict[str, Any],
    documents: dict[str, Any],
    tree: Tree,
    problems: list[LinterError],
    *,
    foreign: bool = False,
) -> None:
    """Add what is wrong with a rule of the right shape to the problems."""
    verifier = Verifier(document, node, rule, tree, problems)
    stem = Path(document.path).stem
    if stem != f"{rule['code']}-{rule['name']}":
        verifier.fault(
            "code",
            f"Die Datei muss „{rule['code']}-{rule['name']}.yaml“ heißen.",
            f"The file must be named “{rule['code']}-{rule['name']}.yaml”.",
        )
    _sources(verifier, documents)
    _days(verifier, node)
    _weight(verifier)
    checks = _checks(verifier, "check", foreign) + _checks(verifier, "when", foreign)
    _texts(verifier, [check for check in checks if check is not None])
    _examples(verifier)


def _sources(verifier: Verifier, documents: dict[str, Any]) -> None:
    rule = verifier.rule
    node = verifier.node.entries["source"]
    items = node.items if type(node) is Sequence else []
    if not items:
        verifier.fault("source", "Die Regel nennt keine Quelle.", "The rule names no source.")
    for item, source in zip(items, rule["source"], strict=True):
        if source["document"] not in documents:
            verifier.fault(
                item,
                f"Das Dokument „{source['document']}“ steht nicht in sources.yaml.",
                f"The document “{source['document']}” is not listed in sources.yaml.",
            )
    own = any(source["document"] == "amtlint" for source in rule["source"])
    if own != (rule["duty"] == "own"):
        verifier.fault(
            "duty",
            "„duty: own“ und die Quelle „amtlint“ gehören zusammen.",
            "“duty: own” and the source “amtlint” belong together.",
        )
    _dates(verifier)


def _weight(verifier: Verifier) -> None:
    """No rule weighs more than its duty, and a waiver lasts a day at least."""
    rule = verifier.rule
    most = GRAVEST[rule["duty"]]
    told = rule.get("severities")
    weights = [("severity", rule["severity"])]
    weights += [("severities", each) for each in told.values()] if isinstance(told, dict) else []
    for key, severity in weights:
        if severity in SEVERITIES and SEVERITIES.index(severity) > SEVERITIES.index(most):
            verifier.fault(
                key,
                f"„duty: {rule['duty']}“ wiegt höchstens {most}, nicht {severity}.",
                f"“duty: {rule['duty']}” weighs {most} at most, not {severity}.",
            )
    waivable = rule["waivable"]
    longest = waivable.get("longest_days") if isinstance(waivable, dict) else None
    if isinstance(longest, int) and longest < 1:
        verifier.fault(
            "waivable",
            "„longest_days“ muss mindestens 1 sein; ohne Ausnahme heißt es „waivable: false“.",
            "“longest_days” must be at least 1; without any waiver it is “waivable: false”.",
        )


def _days(verifier: Verifier, node: Node) -> None:
    """Every day that a rule names must exist; the examples have days of their own."""
    if type(node) is Mapping:
        for key, child in node.entries.items():
            if key in ("from", "until", "on", "next", "as_of") and type(child) is Scalar:
                text = child.text or ""
                if len(text) == len("YYYY-MM-DD") and day_of(text) is None:
                    verifier.fault(
                        child, f"Den Tag {text} gibt es nicht.", f"There is no day {text}."
                    )
            elif key not in ("check", "when"):
                _days(verifier, child)
    elif type(node) is Sequence:
        for item in node.items:
            _days(verifier, item)


def _dates(verifier: Verifier) -> None:
    """Dated passages must follow one another without overlap or gap."""
    spans = sorted(
        (
            day_of(str(source.get("from", ""))) or date.min,
            day_of(str(source.get("until", ""))) or date.max,
        )
        for source in verifier.rule["source"]
        if "from" in source or "until" in source
    )
    if any(until < since for since, until in spans):
        return  # told at its own place
    for (_, until), (since, _) in pairwise(spans):
        if until == date.max or since <= until:
            verifier.fault(
                "source",
                "Die Geltungszeiten der Quellen überschneiden sich.",
                "The sources' periods overlap.",
            )
        elif since - until > timedelta(days=1):
            verifier.fault(
                "source",
                "Zwischen den Geltungszeiten der Quellen klafft eine Lücke.",
                "There is a gap between the sources' periods.",
            )


def _checks(verifier: Verifier, key: str, foreign: bool) -> list[Check | None]:
    node = verifier.node.entries.get(key)
    if node is None:
        return []
    found: list[Check | None] = []
    for item in node.items if type(node) is Sequence else [node]:
        if type(item) is not Mapping or len(item.entries) != 1:
            verifier.fault(
                item,
                "Hier wird genau eine Prüfung mit ihren Parametern erwartet (name: {…}).",
                "Exactly one check with its parameters is expected here (name: {…}).",
            )
            continue
        ((name, parameters),) = item.entries.items()
        found.append(_check(verifier, name, parameters, foreign))
    return found


def _check(verifier: Verifier, name: str, node: Node, foreign: bool) -> Check | None:
    from linter.rulebook.load import plain  # noqa: PLC0415 - load imports this module

    raw = plain(node) or {}
    try:
        check = resolve(name)
        if not isinstance(raw, dict):
            raise ParameterError("", "Parameter fehlen.", "Parameters are missing.")
        parameters = bind(check, raw, guarded=foreign)
    except ParameterError as error:
        child = node.entries.get(error.key) if type(node) is Mapping else None
        verifier.fault(child or node, error.text["de"], error.text["en"])
        return None
    for key, field in parameters.__dataclass_fields__.items():
        value = getattr(parameters, key)
        place = node.entries.get(key) if type(node) is Mapping else None
        if "Address" in written(field.type) and value:
            for address in [value] if isinstance(value, str) else value:
                if not any(find(verifier.tree, s, address) for s in ("account", "authority")):
                    verifier.fault(
                        place or node,
                        f"Ein Feld „{address}“ gibt es im Register nicht.",
                        f"The registry has no field “{address}”.",
                    )
        if "Pattern" in written(field.type) and value:
            for pattern in value if isinstance(value, tuple) else [value]:
                _pattern(verifier, place or node, pattern)
    return check


def _pattern(verifier: Verifier, node: Node, pattern: Any) -> None:
    try:
        pattern.compile()
    except Exception as error:  # noqa: BLE001 - re.error and regex.error share no base class
        # where memory or recursion ends, the engine gives no reason
        verifier.fault(
            node,
            f"Das Muster ist nicht lesbar: {str(error) or 'Es ist zu groß'}.",
            f"The pattern cannot be read: {str(error) or 'it is too large'}.",
        )
        return
    try:
        if pattern.guarded:  # the built-in packs' are tested with amtlint itself
            probe(pattern)
    except TimeoutError:
        verifier.fault(
            node,
            "Das Muster braucht für manche Texte endlos lange; vermeiden Sie "
            "verschachtelte Wiederholungen wie (a+)+.",
            "The pattern takes for ever on some texts; avoid nested repetitions such as (a+)+.",
        )


PATIENCE = 0.25
"""Seconds of the processor's time that a pattern may take on a text of the probe."""
WAITS = (PATIENCE, 1, 4, 16)
"""Seconds of the clock that are waited for them, one after the other, where others have the processor."""


def probe(pattern: Any) -> None:
    """Run a pattern on texts made of its own letters; raises `TimeoutError` if it backtracks for ever."""
    import regex  # noqa: PLC0415 - only when a pack is compiled

    _in_time(
        regex.compile(pattern.source, regex.IGNORECASE | regex.VERSION0).search, pattern.source
    )


def probe_whole(source: str) -> None:
    """The same for a pattern that a text must match as a whole."""
    import regex  # noqa: PLC0415 - only where a plug-in brings one

    _in_time(regex.compile(source, regex.VERSION0).fullmatch, source)


def _in_time(match: Callable[..., object], source: str) -> None:
    letters = dict.fromkeys(re.findall(r"\w", source))
    for letter in ["a", "0", " ", *list(letters)[:12]]:
        _one_in_time(match, letter * 2000 + "\n!")


def _one_in_time(match: Callable[..., object], text: str) -> None:
    """Match; on a busy machine the clock alone says nothing about the pattern."""
    for wait in WAITS:
        began = process_time()
        try:
            match(text, timeout=wait)
        except TimeoutError:
            if process_time() - began >= PATIENCE or wait == WAITS[-1]:
                raise
        else:
            return


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return set(PLACEHOLDER.findall(text))


def _texts(verifier: Verifier, checks: list[Check]) -> None:
    supplied = set(STANDARD)
    for check in checks:
        supplied |= set(check.supplies)
    free = "*" in supplied
    variants = {name for check in checks for name in check.variants}
    texts = [
        (key, verifier.rule[key], verifier.node.entries[key])
        for key in ("message", "remedy", "title", "why")
    ]
    node = verifier.node.entries.get("variants")
    for name, text in (verifier.rule.get("variants") or {}).items():
        child = node.entries[name] if type(node) is Mapping else None
        if not free and name not in variants:
            verifier.fault(
                child,
                f"Keine Prüfung der Regel kennt die Variante „{name}“.",
                f"No check of the rule knows the variant “{name}”.",
            )
        if not isinstance(text, dict) or set(text) != {"de", "en"}:
            verifier.fault(
                child, "Es fehlt eine Sprache (de, en).", "A language is missing (de, en)."
            )
            continue
        texts.append((name, text, child or verifier.node))
    _severities(verifier, set(verifier.rule.get("variants") or {}))
    for key, text, place in texts:
        german, english = placeholders(str(text["de"])), placeholders(str(text["en"]))
        if german != english:
            verifier.fault(
                place,
                f"„{key}“ hat auf Deutsch und Englisch verschiedene Platzhalter.",
                f"“{key}” has different placeholders in German and English.",
            )
        for lang in ("de", "en"):
            if re.search(r"[{}]", PLACEHOLDER.sub("", str(text[lang]))):
                verifier.fault(
                    place,
                    f"In „{key}“ steht eine einzelne geschweifte Klammer.",
                    f"There is a stray brace in “{key}”.",
                )
        for name in sorted(german | english):
            if not NAME.match(name) or (not free and name not in supplied):
                verifier.fault(
                    place,
                    f"Den Platzhalter {{{name}}} liefert keine Prüfung der Regel.",
                    f"No check of the rule supplies the placeholder {{{name}}}.",
                )


def _severities(verifier: Verifier, variants: set[str]) -> None:
    """A case that weighs otherwise is one that has a message of its own."""
    told = verifier.rule.get("severities") or {}
    for name, severity in told.items() if isinstance(told, dict) else [("", "")]:
        if name not in variants or severity not in SEVERITIES:
            verifier.fault(
                "severities",
                "Hier steht je Variante der Regel error, warning oder info.",
                "Here stands error, warning or info for a variant of the rule.",
            )


def _examples(verifier: Verifier) -> None:
    kinds = [
        key
        for example in verifier.rule["examples"]
        for key in ("good", "bad", "unknown")
        if key in example
    ]
    for kind, de in (("good", "gutes"), ("bad", "schlechtes")):
        if kind not in kinds:
            verifier.fault(
                "examples",
                f"Die Regel hat kein {de} Beispiel ({kind}).",
                f"The rule has no {kind} example.",
            )
