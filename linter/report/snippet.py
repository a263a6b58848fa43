"""The YAML lines of a finding with the span marked below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.report.color import paint
from linter.report.columns import width_of_char
from linter.report.escape import log_orders, named, visible

if TYPE_CHECKING:
    from linter.findings.finding import Place
    from linter.registry.document import Document
    from linter.report.options import Options

LINES = 4
"""Lines of a span that are shown; a long text is recognised by its beginning."""
TAB = 4
_REACH = 400  # characters looked at on each side of a span, so that huge lines cost nothing


def snippet(document: Document, place: Place, style: str, options: Options) -> list[str]:
    """Gutter, line, carets; nothing where the file has no such line (an empty file)."""
    last = max(place.line, place.end_line)
    if last > place.line and place.end_column <= 1:
        last -= 1  # the span ends with the line break of the line before
    shown = min(last, place.line + LINES - 1)
    gutter = len(str(shown))
    bar = paint("|", "gutter", on=options.color)
    out = [f"{' ' * gutter} {bar}"]
    for number in range(place.line, shown + 1):
        text = document.line(number)
        start = place.column - 1 if number == place.line else len(text) - len(text.lstrip())
        end = place.end_column - 1 if number == place.end_line else len(text)
        line, before, span = _marked(text, start, end, max(options.width - gutter - 4, 20))
        label = paint(str(number).rjust(gutter), "gutter", on=options.color)
        out.append(f"{label} {bar} {line}".rstrip())
        carets = paint("^" * span, style, on=options.color)
        out.append(f"{' ' * gutter} {bar} {' ' * before}{carets}")
    if shown < last:
        out.append(f"{' ' * gutter} {bar} …")
    return [] if not document.text else out


def _marked(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The line cut to the room, the columns before the span, and the columns of the span."""
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    cut = max(start - _REACH, 0)
    pieces = _pieces(text[cut : end + _REACH])
    at = start - cut
    before = sum(width for _, width in pieces[:at])
    begin = 1 if cut else 0
    if before >= room - 10:  # the span begins too far to the right: show the line from later on
        begin = at
        while begin > 0 and sum(width for _, width in pieces[begin - 1 : at]) < room // 3:
            begin -= 1
    lead = "…" if begin else ""
    shown, used, stop = lead, len(lead), begin
    while stop < len(pieces) and used + pieces[stop][1] <= room:
        shown += pieces[stop][0]
        used += pieces[stop][1]
        stop += 1
    if stop < len(pieces) or end + _REACH < len(text):
        shown += "…"
    before = len(lead) + sum(width for _, width in pieces[begin:at])
    span = sum(width for _, width in pieces[at : min(end - cut, stop)])
    return shown, before, max(span, 1)


def _pieces(text: str) -> list[tuple[str, int]]:
    """Each character as it is shown, with its width; tabs go to the next stop."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return [(char, 1) for char in text]
    orders = log_orders(text)
    pieces: list[tuple[str, int]] = []
    column, previous = 0, ""
    for index, char in enumerate(text):
        if char == "\t":
            shown, size = " " * (TAB - column % TAB), TAB - column % TAB
        elif index in orders:
            shown, size = named(char), len(named(char))
        else:
            # An emoji's selector depends on what stands before it.
            shown = char if visible(previous + char).endswith(char) else visible(char)
            size = width_of_char(char) if shown == char else len(shown)
        pieces.append((shown, size))
        column += size
        previous = char
    return pieces
