"""left_out: what a result of changes alone (`--only new`) does not list, though it is open still."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.document.blocks import Block, Paragraph
from linter.report.document.words import say, say_of
from linter.report.summary import SEVERITIES, counted

if TYPE_CHECKING:
    from collections.abc import Mapping


def open_before(result: Mapping[str, Any]) -> dict[str, int] | None:
    """By severity, the open findings of earlier nights that are not listed; None where nobody knows."""
    if not result.get("left_out"):
        return dict.fromkeys(SEVERITIES, 0)
    told = result.get("left_out_open")  # a result of an older amtlint has none
    return {level: told.get(level, 0) for level in SEVERITIES} if told is not None else None


def may_be_open(result: Mapping[str, Any]) -> bool:
    """Whether something is open that is not listed, or nobody knows."""
    before = open_before(result)
    return before is None or any(before.values())


def told(result: Mapping[str, Any], lang: str) -> list[Block]:
    """What the verdict says of it."""
    number = result.get("left_out", 0)
    if not number:
        return []
    before = open_before(result)
    if before is None:
        left_out = counted(number, "finding", lang)
        return [Paragraph(say_of("only-new", number, lang, n=left_out), "caution")]
    counts = ", ".join(counted(before[level], level, lang) for level in SEVERITIES if before[level])
    blocks: list[Block] = []
    if counts:
        look = "no" if before["error"] else "caution"
        blocks.append(Paragraph(say("open-before", lang, counts=counts), look))
    if rest := number - sum(before.values()):
        blocks.append(Paragraph(say_of("rest-before", rest, lang, n=rest)))
    return blocks
