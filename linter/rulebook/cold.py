"""The parts of a rule that no run needs: examples and review, read from the rule's own file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.registry.nodes import Mapping
from linter.registry.parse import parse
from linter.rulebook.compiled import rules_root

if TYPE_CHECKING:
    from linter.rulebook.rule import Rule


def warmed(rule: Rule, folders: list[str]) -> Rule:
    """The rule with its examples and review; folders: those of foreign packs.

    A pack's path starts with the pack's name; a folder is either one pack or holds several.
    """
    from linter.rulebook.load import plain  # noqa: PLC0415 - the loader is slow to import

    for root in (rules_root(), *folders):
        for base in (Path(root), Path(root).absolute().parent):
            path = base / rule.path
            if not path.is_file():
                continue
            node = parse(path.read_text("utf-8"), str(path)).root
            if type(node) is Mapping and rule.code == plain(node).get("code"):
                data = plain(node)
                rule.examples = data.get("examples") or []
                rule.reviewed = data.get("reviewed") or {}
                return rule
    return rule
