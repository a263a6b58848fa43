"""shown: an audit as text for a terminal, as Markdown, and as a page of HTML to file."""

from __future__ import annotations

from dataclasses import asdict
from html import escape
from typing import TYPE_CHECKING

from linter.report.columns import wrap
from linter.report.escape import as_json as data_as_json
from linter.report.escape import markdown, terminal, visible
from linter.report.json import render as findings_as_json
from linter.report.options import Options

if TYPE_CHECKING:
    from linter.audit.verdict import Audit, Item
    from linter.findings.finding import Result

FACT = 20_000
"""Characters of a fact that are shown: all the rules that could not be checked, by their names."""
STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.4rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #ccc}
.verdict{font-size:1.15rem;font-weight:600;padding:.8rem 1rem;border-left:.4rem solid}
.no{border-color:#b3261e;background:#fdecea}.caution{border-color:#b26a00;background:#fff4e0}
.open,.nothing{border-color:#5f6368;background:#f1f3f4}.yes{border-color:#1e7d32;background:#e8f5e9}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.3rem 0}dt{color:#555}
dd{margin:0;overflow-wrap:anywhere}li{margin:.9rem 0}code{font-size:.9em}ol,ul{padding-left:1.3rem}
@media print{body{margin:0;max-width:none}}
"""


def as_text(audit: Audit, width: int) -> str:
    """For a terminal: the verdict first, then what to do, in the order to do it."""
    lines = [terminal(audit.title), *wrap(terminal(audit.verdict), width), ""]
    lines += [f"{label}: {terminal(value)}" for label, value in audit.meta]
    for section in audit.sections:
        lines += ["", terminal(section.heading), "-" * min(len(section.heading), width)]
        if section.intro:
            lines += wrap(section.intro, width)
        for number, item in enumerate(section.items, 1):
            code = f"{item.code} " if item.code else ""
            lines += wrap(terminal(f"{code}{item.head}"), width, f"{number}. ", "   ")
            for label, value in item.facts:
                lines += wrap(terminal(value, FACT), width, f"   {label}: ", "     ")
    return "\n".join(lines) + "\n"


def as_json(audit: Audit, result: Result, lang: str, version: str) -> str:
    """What `check` gives, with the verdict and the report beside it."""
    from json import loads  # noqa: PLC0415 - only for programs

    data = loads(findings_as_json(result, Options(lang=lang, version=version)))
    data["audit"] = {
        "verdict": audit.level,
        "title": audit.title,
        "text": audit.verdict,
        "report": asdict(audit),
    }
    return data_as_json(data)


def as_markdown(audit: Audit) -> str:
    """To file in a repository or a wiki."""
    lines = [f"# {markdown(audit.title)}", "", f"**{markdown(audit.verdict)}**", ""]
    lines += [f"- {label}: {markdown(value)}" for label, value in audit.meta]
    for section in audit.sections:
        lines += ["", f"## {section.heading}", ""]
        if section.intro:
            lines += [section.intro, ""]
        for number, item in enumerate(section.items, 1):
            code = f"**{item.code}** " if item.code else ""
            lines.append(f"{number}. {code}{markdown(item.head)}")
            lines += [f"   - {label}: {markdown(value, FACT)}" for label, value in item.facts]
    return "\n".join(lines) + "\n"


def as_html(audit: Audit, lang: str) -> str:
    """One page without scripts, fonts or pictures from elsewhere."""
    title = _html(audit.title)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>amtlint: {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>",
        f'<p class="verdict {audit.level}">{_html(audit.verdict)}</p>',
        _facts(audit.meta),
    ]
    for section in audit.sections:
        parts.append(f'<section>\n<h2 id="{section.key}">{_html(section.heading)}</h2>')
        if section.intro:
            parts.append(f"<p>{_html(section.intro)}</p>")
        parts += ["<ol>", *(_item(item) for item in section.items), "</ol>\n</section>"]
    return "\n".join([*parts, "</body>\n</html>\n"])


def _item(item: Item) -> str:
    code = f"<code>{_html(item.code)}</code> " if item.code else ""
    return f"<li>{code}{_html(item.head)}{_facts(item.facts)}</li>"


def _facts(facts: tuple[tuple[str, str], ...]) -> str:
    if not facts:
        return ""
    rows = "".join(f"<dt>{_html(label)}</dt><dd>{_html(value)}</dd>" for label, value in facts)
    return f"<dl>{rows}</dl>"


def _html(text: str) -> str:
    return escape(visible(text))
