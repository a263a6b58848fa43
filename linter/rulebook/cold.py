"""The parts of a rule that no run needs: examples and review, read from the rule's own file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.registry.parse import parse
from linter.rulebook.compiled import rules_root

if TYPE_CHECKING:
    from linter.rulebook.rule import Rule


def warmed(rule: Rule, folders: list[str]) -> Rule:
    """The rule with its examples and review; folders: those of foreign packs."""
    path = file_of(rule, folders)
    if path is not None:
        data = _content(path)
        rule.examples = data.get("examples") or []
        rule.reviewed = data.get("reviewed") or {}
    return rule


def file_of(rule: Rule, folders: list[str]) -> Path | None:
    """The rule's file; its path starts with the pack, and a folder is one pack or holds several.

    The folders first: one may hold a copy of a built-in pack, which is checked in its place.
    """
    for root in (*folders, rules_root()):
        for base in (Path(root), Path(root).absolute().parent):
            path = base / rule.path
            if path.is_file() and _content(path).get("code") == rule.code:
                return path
    return None


def _content(path: Path) -> dict[str, Any]:
    from linter.rulebook.load import plain  # noqa: PLC0415 - the loader is slow to import

    root = parse(path.read_text("utf-8"), str(path)).root
    content = plain(root) if root is not None else None
    return content if isinstance(content, dict) else {}
