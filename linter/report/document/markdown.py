"""markdown: the report for a wiki, a merge request or a word processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.report.document.blocks import Bullets, Facts, Grid, Heading, Paragraph
from linter.report.escape import code_span, markdown

if TYPE_CHECKING:
    from linter.report.document.blocks import Block, Document, Fact, Item


def as_markdown(document: Document) -> str:
    """The whole text."""
    lines = [f"# {_line(document.title)}", ""]
    for block in document.blocks:
        lines += _block(block)
    return "\n".join(lines).rstrip("\n") + "\n"


def _block(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [f"{'#' * block.level} {_line(block.text)}", ""]
    if isinstance(block, Paragraph):
        text = _line(block.text)
        return [f"**{text}**" if block.look else text, ""]
    if isinstance(block, Facts):
        return [*(f"- {_fact(fact)}" for fact in block.facts), ""]
    if isinstance(block, Bullets):
        return [*(f"- {_line(item)}" for item in block.items), ""]
    return _grid(block) if isinstance(block, Grid) else _item(block)


def _grid(grid: Grid) -> list[str]:
    marks = ["---:" if column in grid.numbers else "---" for column in range(len(grid.head))]
    return [
        f"**{_line(grid.caption)}**",
        "",
        f"| {' | '.join(map(_line, grid.head))} |",
        f"| {' | '.join(marks)} |",
        *(f"| {' | '.join(map(_line, row))} |" for row in grid.rows),
        "",
    ]


def _item(item: Item) -> list[str]:
    marks = "".join(f" *({_line(mark)})*" for mark in item.marks)
    title = f" {_line(item.title)}" if item.title else ""
    lines = [f"- **{_line(item.word)}** {code_span(item.code)}{title}{marks}", ""]
    lines += [f"  {_line(item.text)}", ""]
    lines += [f"  - {_fact(fact)}" for fact in item.facts]
    for group in item.more:
        lines.append(f"  - {_line(item.more_title)}:")
        lines += [f"    - {_fact(fact)}" for fact in group]
    return [*lines, ""]


def _fact(fact: Fact) -> str:
    return f"{_line(fact.label)}: {_line(fact.value)}"


def _line(text: str) -> str:
    """Foreign text on one line; what Markdown could take for markup is escaped."""
    return markdown(" ".join(text.split()))
