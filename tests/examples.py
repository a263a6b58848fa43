"""What the examples of all rules say, to be put together otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.testing import WHOLE

if TYPE_CHECKING:
    from linter.rulebook.book import Rulebook

FIELD = re.compile(r"(?m)^(?=[a-z_]+:)")
ABOUT_ITSELF = frozenset(("waivers", "id", "platform", "kind", "authority", "status"))
"""Fields that say what an account is, or what is to be passed over."""


def text_of(example: dict[str, Any]) -> str:
    """The registry text of an example."""
    return str(next(example[key] for key in ("good", "bad", "unknown") if key in example))


def fields_of_examples(book: Rulebook) -> dict[str, list[str]]:
    """By name of a field, as it is written in examples of rules on accounts.

    As written, since a loader would take `on` for a truth and a truth for a text; not those of
    the registry's own rules, whose values are refused.
    """
    known: dict[str, list[str]] = {}
    for rule in book.rules:
        for example in rule.examples:
            text = text_of(example)
            if rule.pack == "registry" or WHOLE.search(text) or "amtlint:" in text:
                continue
            for part in filter(None, FIELD.split(text)):
                known.setdefault(part.partition(":")[0], []).append(part.rstrip())
    return {name: parts for name, parts in known.items() if name not in ABOUT_ITSELF}


def entry(**fields: str) -> str:
    """An account's entry, of fields as written."""
    lines = "\n".join(fields.values()).splitlines()
    return "  -\n" + "".join(f"    {line}\n" for line in lines)
