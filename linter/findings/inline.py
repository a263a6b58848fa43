"""Waivers in comments: `# amtlint: ignore[NRW106] until=2027-03-31 approved_by=LPA -- reason`.

A comment behind a value concerns its line. Alone on a line, or behind a key whose value
begins below, it concerns the next line that is not blank and no comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.findings.waivers import Waiver, no_date
from linter.registry.comments import Comment, comments
from linter.subject import day_of

if TYPE_CHECKING:
    from linter.registry.document import Document
    from linter.text import Text

IGNORE = re.compile(r"#\s*amtlint:\s*ignore\s*\[(?P<codes>[^\]]*)\]")
REASON = re.compile(r"(?:^|\s)(?:--|[–—](?=\s|$))\s*")  # editors like to turn -- into a dash
OPTION = re.compile(r"""\s*(?P<key>\w+)=(?P<value>"[^"]*"|'[^']*'|\S*)(?=\s|$)""")
CODE = re.compile(r"[^,\s][^,]*(?<!\s)")
OPTIONS = ("until", "approved_by")


def written_in(document: Document) -> list[Waiver]:
    """The waivers in a document's comments, one for each code a comment names."""
    below = _Below(document)
    return [waiver for comment in comments(document) for waiver in _read(document, comment, below)]


class _Below:
    """The next line that is not blank and no comment; a row of comments is passed once for all of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passed = range(0)

    def __call__(self, line: int) -> int | None:
        """The first such line below a line; None at the end of the document."""
        last = len(self.document.line_starts)
        if line not in self.passed:
            end = line
            while end < last and not _says(self.document.line(end + 1)):
                end += 1
            self.passed = range(line, end + 1)
        found = self.passed.stop
        return found if found <= last else None


def _says(line: str) -> bool:
    text = line.strip()
    return bool(text) and not text.startswith("#")


def _read(document: Document, comment: Comment, below: _Below) -> list[Waiver]:
    whole = document.place(comment.start, comment.end)
    lines = _concerned(comment, whole.line, below)
    head = IGNORE.match(comment.text)
    if head is None:
        return [_broken(document, comment, lines, FORM)]
    rest = comment.text[head.end() :]
    split = REASON.search(rest)
    options, reason = (rest[: split.start()], rest[split.end() :]) if split else (rest, "")
    values, problem = _options(options)
    day = None
    if "until" in values:
        day = day_of(values["until"])
        if day is None:
            problem = problem or no_date(values["until"])
    named = list(CODE.finditer(head["codes"]))
    if not named:
        problem = problem or NO_CODE
    if problem is not None:
        return [_broken(document, comment, lines, problem)]
    first = comment.start + head.start("codes")
    return [
        Waiver(
            code=match.group(),
            document=document,
            place=document.place(first + match.start(), first + match.end()),
            whole=whole,
            lines=lines,
            reason=" ".join(reason.split()),
            until=day,
            approved_by=values.get("approved_by", ""),
        )
        for match in named
    ]


def _broken(document: Document, comment: Comment, lines: tuple[int, ...], problem: Text) -> Waiver:
    place = document.place(comment.start, comment.end)
    return Waiver(comment.text, document, place, place, lines=lines, problem=problem)


FORM: Text = {
    "de": "Hinter „amtlint:“ wird „ignore[CODE]“ erwartet.",
    "en": "Expected `ignore[CODE]` after `amtlint:`.",
}
NO_CODE: Text = {
    "de": "Sie nennt keinen Code; eine Ausnahme für alle Regeln gibt es nicht.",
    "en": "It names no code; there is no waiver for all rules.",
}


def _options(text: str) -> tuple[dict[str, str], Text | None]:
    """Read `key=value …`; the problem is the first thing that cannot be read."""
    values: dict[str, str] = {}
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = OPTION.match(text, at)
        if match is None:
            return values, _surplus(text[at:].strip())
        key = match["key"]
        if key not in OPTIONS:
            return values, {
                "de": f"„{key}“ ist keine Angabe einer Ausnahme; möglich sind until und approved_by.",
                "en": f"“{key}” is not part of a waiver; possible are until and approved_by.",
            }
        if key in values:
            return values, {"de": f"„{key}“ steht doppelt.", "en": f"“{key}” stands twice."}
        values[key] = match["value"].strip("\"'")
        at = match.end()
    return values, None


def _surplus(words: str) -> Text:
    return {
        "de": f"„{words}“ ist nicht zu verstehen; der Grund steht hinter „--“.",
        "en": f"“{words}” cannot be understood; the reason stands behind `--`.",
    }


def _concerned(comment: Comment, line: int, below: _Below) -> tuple[int, ...]:
    """The lines a comment is about."""
    before = comment.before.strip()
    if before and not before.endswith(":") and before.strip("- "):
        return (line,)
    found = below(line)
    if found is None:
        return (line,)
    return (line, found) if before else (found,)
