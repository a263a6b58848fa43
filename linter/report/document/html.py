"""html: the report as one page: no script, nothing from elsewhere, for screen, phone and paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from linter.report.document.blocks import Bullets, Facts, Grid, Heading, Item, Paragraph
from linter.report.document.words import say
from linter.report.escape import clipped, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.report.document.blocks import Block, Document, Fact

LONGEST = 5_000
"""Characters of one text that are shown; a registry may hold megabytes in one value."""
STYLE = """
:root{color-scheme:light}
body{font:1rem/1.5 system-ui,"Segoe UI",Roboto,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.25rem;margin:2.5rem 0 .8rem;padding-bottom:.2rem;border-bottom:2px solid #33475b}
h3{font-size:1.1rem;margin:1.8rem 0 .4rem}h4{font-size:1rem;margin:1.4rem 0 .4rem;color:#33475b}
h1,h2,h3,h4,p,dd,li,summary{overflow-wrap:anywhere}th,td{overflow-wrap:break-word;hyphens:auto}
a{color:#0b57a4}a:focus,summary:focus{outline:3px solid #0b57a4;outline-offset:2px}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.15rem 1rem;margin:.4rem 0}
dt{color:#4a4a4a}dd{margin:0}
.look{padding:.6rem .9rem;border-left:.4rem solid;margin:.6rem 0}
.no{border-color:#b3261e;background:#fdecea}.caution{border-color:#8a5200;background:#fff4e0}
.nothing{border-color:#5f6368;background:#f1f3f4}.yes{border-color:#1e7d32;background:#e8f5e9}
nav ul{columns:2;padding-left:1.2rem}nav li{margin:.1rem 0}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.6rem 0 1.2rem;font-size:.95rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border:1px solid #c4c7cc;padding:.3rem .5rem;text-align:left;vertical-align:top;font-weight:400}
thead th{background:#eef1f5;font-weight:600}.number{text-align:right}td.number{white-space:nowrap}
article{border:1px solid #c4c7cc;border-left:.4rem solid #5f6368;border-radius:.2rem;padding:.6rem .9rem;margin:.7rem 0;break-inside:avoid}
article p{margin:.1rem 0 .4rem}article.error{border-left-color:#b3261e}article.warning{border-left-color:#8a5200}
article.info{border-left-color:#0b57a4}article.gone{border-left-color:#1e7d32}
.level{font-weight:600}.mark{border:1px solid #5f6368;border-radius:.8rem;padding:0 .5rem;font-size:.85rem;margin-left:.4rem;white-space:nowrap}
details{margin-top:.4rem}details dl{font-size:.9rem;border-top:1px dotted #c4c7cc;padding-top:.3rem}
@media(max-width:40rem){body{margin:1rem auto}table{font-size:.85rem}th,td{padding:.2rem .35rem}nav ul{columns:1}dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .4rem}}
@media print{body{margin:0;max-width:none;font-size:10pt}nav{display:none}a{color:inherit;text-decoration:none}
h2,h3,h4{break-after:avoid}.look,thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def as_html(document: Document) -> str:
    """The whole page."""
    title = _text(document.title)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{document.lang}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
        f"<header>\n<h1>{title}</h1>",
    ]
    head, *rest = document.blocks
    parts += [_block(head), "</header>", _contents(document), "<main>"]
    inside = False
    for block in rest:
        if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004 - a section's heading
            parts.append("</section>" if inside else "")
            parts.append(f'<section aria-labelledby="{block.key}">')
            inside = True
        parts.append(_block(block))
    parts.append("</section>" if inside else "")
    return "\n".join([*filter(None, parts), "</main>\n</body>\n</html>\n"])


def _contents(document: Document) -> str:
    label = say("contents", document.lang)
    lines = "\n".join(
        f'<li><a href="#{key}">{_text(text)}</a></li>' for key, text in document.contents
    )
    return f'<nav aria-label="{label}">\n<ul>\n{lines}\n</ul>\n</nav>'


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        key = f' id="{_text(block.key)}"' if block.key else ""
        return f"<h{block.level}{key}>{_text(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        look = f' class="look {block.look}"' if block.look else ""
        return f"<p{look}>{_text(block.text)}</p>"
    if isinstance(block, Facts):
        return _facts(block.facts)
    if isinstance(block, Bullets):
        return "<ul>\n" + "\n".join(f"<li>{_text(item)}</li>" for item in block.items) + "\n</ul>"
    return _grid(block) if isinstance(block, Grid) else _item(block)


def _facts(facts: Iterable[Fact]) -> str:
    rows = "\n".join(f"<dt>{_text(fact.label)}</dt><dd>{_value(fact)}</dd>" for fact in facts)
    return f"<dl>\n{rows}\n</dl>" if rows else ""


def _value(fact: Fact) -> str:
    if not fact.link or visible(fact.link) != fact.link or len(fact.link) > LONGEST:
        return _text(fact.value)
    return (
        f'<a href="{_text(fact.link)}" rel="noopener noreferrer nofollow">{_text(fact.value)}</a>'
    )


def _grid(grid: Grid) -> str:
    heads = "".join(
        f'<th scope="col"{_side(grid, column)}>{_text(text)}</th>'
        for column, text in enumerate(grid.head)
    )
    lines = []
    for first, *cells in grid.rows:
        tail = "".join(
            f"<td{_side(grid, column)}>{_text(text)}</td>" for column, text in enumerate(cells, 1)
        )
        lines.append(f'<tr><th scope="row">{_text(first)}</th>{tail}</tr>')
    body = "\n".join(lines)
    return (
        f'<div class="wide">\n<table>\n<caption>{_text(grid.caption)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    )


def _side(grid: Grid, column: int) -> str:
    return ' class="number"' if column in grid.numbers else ""


def _item(item: Item) -> str:
    code = f"<code>{_text(item.code)}</code>"
    if item.key:
        code = f'<a href="#{_text(item.key)}">{code}</a>'
    marks = "".join(f'<span class="mark">{_text(mark)}</span>' for mark in item.marks)
    parts = [
        f'<article class="{item.level}">',
        f'<p><span class="level">{_text(item.word)}</span> {code} {_text(item.title)}{marks}</p>',
        f"<p>{_text(item.text)}</p>",
        _facts(item.facts),
    ]
    if item.more:
        groups = "\n".join(_facts(group) for group in item.more)
        parts.append(
            f"<details open>\n<summary>{_text(item.more_title)}</summary>\n{groups}\n</details>"
        )
    return "\n".join([*filter(None, parts), "</article>"])


def _text(text: str) -> str:
    """Text for an element or an attribute in double quotes; nothing invisible is left in it."""
    return escape(visible(clipped(text, LONGEST)))
