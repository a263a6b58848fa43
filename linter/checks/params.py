"""From a rule's YAML to a check's parameters, and from a check's name to the check.

A parameter class says what it takes by its annotations; the few forms below are all there
are. Whatever does not fit is a `ParameterError` that names the key, so that the rule loader
can point at it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from linter.checks.base import Check
from linter.checks.patterns import Pattern, Patterns

if TYPE_CHECKING:
    from collections.abc import Callable

DIGITS = 9
"""A parameter's number has no more."""


class ParameterError(Exception):
    """A parameter that does not fit: its key ("" for the check as a whole), and why."""

    def __init__(self, key: str, de: str, en: str) -> None:
        super().__init__(en)
        self.key = key
        self.text = {"de": de, "en": en}


PLUGIN_CHECKS: dict[str, Check] = {}
"""Checks that installed plug-ins brought; filled once, before a rulebook is loaded."""


def resolve(name: str) -> Check:
    """The check of a name; raises `ParameterError` where there is none."""
    found = PLUGIN_CHECKS.get(name) or _built_in(name)
    if found is None:
        raise ParameterError(
            "", f"Eine Prüfung „{name}“ gibt es nicht.", f"There is no check “{name}”."
        )
    return found


@lru_cache(maxsize=256)
def _built_in(name: str) -> Check | None:
    """The check in the module of that name, which is loaded when a rule first asks for it."""
    module_name = name.replace("-", "_")
    if not module_name.isidentifier():
        return None
    try:
        module = import_module(f"linter.checks.{module_name}")
    except ModuleNotFoundError as error:
        if error.name != f"linter.checks.{module_name}":
            raise
        return None
    found = getattr(module, module_name, None)
    return found if isinstance(found, Check) else None


def bind(
    check: Check,
    raw: dict[str, Any],
    *,
    guarded: bool = False,
    needles: dict[str, tuple[tuple[str, ...], ...]] | None = None,
) -> Any:
    """Make the check's parameters; guarded: patterns run with a time limit (foreign packs).

    needles: by a pattern's source, what each of its matches contains.
    """

    def pattern(source: str) -> Pattern:
        known = needles.get(source, ()) if needles else ()
        return Pattern(source, guarded=guarded, needles=known)

    annotations = annotations_of(check.params)
    values: dict[str, Any] = {}
    for key, value in raw.items():
        annotation = annotations.get(key)
        if annotation is None:
            known = ", ".join(annotations)
            raise ParameterError(
                key,
                f"Die Prüfung „{check.name}“ kennt keinen Parameter „{key}“; möglich: {known}.",
                f"The check “{check.name}” has no parameter “{key}”; possible: {known}.",
            )
        if value is None:
            continue
        values[key] = convert(annotation, value, key, pattern)
    try:
        return check.params(**values)
    except TypeError:
        missing = ", ".join(sorted(required(check) - set(values)))
        raise ParameterError(
            "",
            f"Der Prüfung „{check.name}“ fehlt: {missing}.",
            f"The check “{check.name}” lacks: {missing}.",
        ) from None


def annotations_of(params: type) -> dict[str, Any]:
    """What the parameters of a class are annotated with, a dataclass's inherited ones too."""
    fields = params.__dict__.get("__dataclass_fields__")
    if isinstance(fields, dict):
        return {name: field.type for name, field in fields.items()}
    return params.__annotations__


def required(check: Check) -> set[str]:
    """The parameters that have no default."""
    from dataclasses import MISSING  # noqa: PLC0415 - only for a message

    fields: dict[str, Any] = check.params.__dataclass_fields__  # type: ignore[attr-defined]
    return {
        f.name for f in fields.values() if f.default is MISSING and f.default_factory is MISSING
    }


def convert(annotation: Any, value: Any, key: str, pattern: Callable[[str], Pattern]) -> Any:
    """A YAML value (text, list or mapping of texts) as the annotation wants it."""
    annotation, inner = _form(annotation)
    if inner == "Pattern":
        sources = value if isinstance(value, list) else [value]
        return Patterns([_scalar("Pattern", source, key, pattern) for source in sources])
    if inner:
        items = value if isinstance(value, list) else [value]
        if inner in TEXTS and set(map(type, items)) == {str}:  # nearly all lists are
            return tuple(items)
        return tuple(_scalar(inner, item, key, pattern) for item in items)
    if annotation.startswith("dict["):
        if not isinstance(value, dict):
            raise _wrong(key, "eine Zuordnung", "a mapping")
        return {str(k): str(v) for k, v in value.items()}
    return _scalar(annotation, value, key, pattern)


@lru_cache(maxsize=64)
def _form(annotation: Any) -> tuple[str, str]:
    """An annotation as text, and what a list of it holds ("" for all that is no list)."""
    form = written(annotation).removesuffix(" | None")
    if form == "Patterns":
        return form, "Pattern"
    return form, form[6:].partition(",")[0] if form.startswith("tuple[") else ""


def written(annotation: Any) -> str:
    """An annotation as text, also where a module does not keep annotations as text."""
    if isinstance(annotation, str):
        return annotation
    return (
        annotation.__name__
        if isinstance(annotation, type)
        else str(annotation).replace("typing.", "")
    )


def _scalar(annotation: str, value: Any, key: str, pattern: Callable[[str], Pattern]) -> Any:
    if isinstance(value, (dict, list)):
        raise _wrong(key, "ein einzelner Wert", "a single value")
    if annotation.startswith("Literal["):
        allowed = [word.strip(" \"'") for word in annotation[8:-1].split(",")]
        if value not in allowed:
            words = ", ".join(allowed)
            raise _wrong(key, f"einer der Werte {words}", f"one of {words}")
        return value
    if annotation == "Pattern":
        return pattern(str(value))
    converter = CONVERTERS.get(annotation)
    if converter is None:
        raise TypeError(f"a check's parameter cannot be annotated {annotation!r}")
    return converter(str(value), key)


def _wrong(key: str, de: str, en: str) -> ParameterError:
    return ParameterError(key, f"Bei „{key}“ wird {de} erwartet.", f"“{key}” must be {en}.")


def _text(value: str, _key: str) -> str:
    return value


def _integer(value: str, key: str) -> int:
    digits = value.removeprefix("-")
    if not digits.isdecimal() or len(digits) > DIGITS:
        raise _wrong(key, "eine ganze Zahl", "a whole number")
    return int(value)


def _boolean(value: str, key: str) -> bool:
    if value.lower() not in ("true", "false"):
        raise _wrong(key, "true oder false", "true or false")
    return value.lower() == "true"


TEXTS = ("str", "Address")
CONVERTERS: dict[str, Callable[[str, str], Any]] = {
    "str": _text,
    "Address": _text,
    "int": _integer,
    "bool": _boolean,
}
