"""The texts of REG001 and REG002 problems, for files that are no registry (rules, config)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.findings.finding import fill

if TYPE_CHECKING:
    from linter.registry.document import Problem
    from linter.text import Text

WHOLE: Text = {"de": "Datei", "en": "file"}
"""What is wrong where no field of a file is."""


def problem_text(problem: Problem) -> Text:
    """The problem in both languages, in the words of its rule."""
    variants = _variants(problem.code)
    text = variants.get(problem.variant) or {"de": problem.variant, "en": problem.variant}
    values = {"field": problem.address or WHOLE, **problem.values}
    return {lang: fill(text[lang], values, lang) for lang in ("de", "en")}


@cache
def _variants(code: str) -> dict[str, Any]:
    """Read from the rule's own file, so that a faulty rulebook can still be explained."""
    from linter.registry.nodes import Mapping, plain_data  # noqa: PLC0415 - only for a fault
    from linter.registry.parse import parse  # noqa: PLC0415
    from linter.rulebook.compiled import rules_root  # noqa: PLC0415

    for path in Path(rules_root(), "registry").glob(f"{code}-*.yaml"):
        root = parse(path.read_text("utf-8"), str(path)).root
        if type(root) is Mapping and "variants" in root.entries:
            found = plain_data(root.entries["variants"])
            if isinstance(found, dict):
                return found
    return {}
