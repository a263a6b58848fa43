"""One broken account must not hide the rest: parse again without it.

libyaml stops at the first syntax error. Where the error lies in one item of the list of
accounts, that item's lines are blanked (offsets stay) and the text is parsed again, until it
parses, no item is to blame, or the bound on work is reached.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.registry.parse import parse

if TYPE_CHECKING:
    from linter.registry.document import Document, Problem

MAX_WORK = 8_000_000
"""Code points that may be parsed again for one file, all told."""

LINE = r"(?<![^\r\n])"
"""Where a line begins; `^` would know of `\\n` alone, and `$` find no end before `\\r\\n`."""
ACCOUNTS = re.compile(LINE + r"""(["']?)accounts\1[ \t]*:[ \t]*(?:#[^\r\n]*)?(?![^\r\n])""")
BEHIND = re.compile(LINE + r"""["']?(?:registry|authority|authorities|packs)["']?[ \t]*:""")
"""What ends the list: a key of the registry's own. Another one is an account's, moved out by mistake."""
ITEM = re.compile(LINE + r"([ \t]*)-(?![^ \t\r\n])")
NOT_BREAK = re.compile(r"[^\r\n]+")


def without_broken(document: Document) -> Document:
    """A document that could not be parsed, as far as it can be read without what is broken."""
    text = document.text
    problems: list[Problem] = []
    work = 0
    while (error := _syntax_error(document)) is not None:
        problems.append(error)
        work += len(text)
        item = _item_around(document.text, error.values.pop("began", error.start), error.start)
        if item is None or work > MAX_WORK:
            break
        start, end = item
        blank = NOT_BREAK.sub(lambda m: " " * len(m[0]), document.text[start:end])
        document = parse(document.text[:start] + blank + document.text[end:], document.path)
    document.text = text
    for problem in problems:
        problem.values.pop("began", None)
    document.problems = problems + [p for p in document.problems if p not in problems]
    return document


def _syntax_error(document: Document) -> Problem | None:
    if document.root is not None:
        return None
    return next((p for p in document.problems if p.variant == "syntax"), None)


def _item_around(text: str, began: int, noticed: int) -> tuple[int, int] | None:
    """Offsets of the account that holds the place where the trouble began, else was noticed."""
    head = ACCOUNTS.search(text)
    first = ITEM.search(text, head.end()) if head else None
    if head is None or first is None:
        return None
    behind = BEHIND.search(text, head.end())
    last = behind.start() if behind else len(text)
    starts = [m.start() for m in ITEM.finditer(text, first.start(), last) if m[1] == first[1]]
    for offset in (began, noticed):
        before = [start for start in starts if start <= offset]
        if not before or (behind and offset >= last):
            continue
        start = before[-1]
        end = next((s for s in starts if s > start), last)
        if text[start:end].strip():
            return start, end
    return None
