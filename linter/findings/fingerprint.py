"""Fingerprint: what a finding is about, so that it is known again after lines have moved.

It is made of the rule's code, the account and the field, and of what stands there: the value.
So a baseline that knows one bad handle does not hide the next bad handle of the same account.
Line, column, file name and order in a list are no part of it; neither are placeholders that
change by themselves (days overdue) or with the rulebook (what was expected instead).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.registry.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from linter.findings.finding import Finding

LENGTH = 32
"""Hexadecimal digits kept of the SHA-256: 128 bits."""

INDEX = re.compile(r"\[\d+\]")
NUMBERED = re.compile(r"accounts\[\d+\]\Z")
"""What an account without an id is called: its number changes, its handle need not."""
STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")

SURROUNDINGS = frozenset(
    ("account", "handle", "platform", "authority", "authority_name", "kind", "field")
)
"""Placeholders every message has: they say whose fault it is, not which fault."""

KNOWN_OTHERWISE = frozenset(
    (("linked", "unreached"), ("sender", "page"), ("insecure-link", "answers"))
)
"""Variants of checks that say how a fault is known, not which: on record, or seen in a crawl.

So a crawl and a `check` of the same registry, or a night when the profile cannot be read, know
the same fault by the same fingerprint.
"""


def fingerprint(finding: Finding, code: str | None = None) -> str:
    """The digest; code: a former code of the rule, to recognise what an old baseline knows."""
    import hashlib  # noqa: PLC0415 - costs start-up, and most runs print no fingerprint
    import json  # noqa: PLC0415

    parts = [
        code or finding.code,
        *_whose(finding),
        INDEX.sub("[]", finding.field),
        "" if finding.outcome == "fail" else finding.outcome,
        _variant(finding),
        normalised(finding.value),
        *_content(finding),
        *_quoted(finding),
    ]
    text = json.dumps(parts)  # escapes whatever could run two parts into one
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _variant(finding: Finding) -> str:
    """The variant, where it tells two faults of one rule apart."""
    variant = finding.variant or ""
    if finding.outcome == "unknown":
        return ""
    if variant and any((name, variant) in KNOWN_OTHERWISE for name, _ in finding.rule.checks):
        return ""
    return variant


def normalised(value: str) -> str:
    """A value without what the eye does not see: composed letters, white space as one blank.

    Case and compatibility forms stay, because some rules are about them; a value that changed
    in these is looked at again.
    """
    blank = " ".join(value.split())
    if blank.isascii():
        return blank
    import unicodedata  # noqa: PLC0415 - rarely needed

    return unicodedata.normalize("NFC", blank)


def _whose(finding: Finding) -> list[str]:
    """The account; what an authority lacks as a whole belongs to it, or to one platform of it."""
    if not finding.account_id:
        platform = finding.platform if finding.rule.per != "authority" else ""
        return ["", finding.authority, platform]
    if NUMBERED.match(finding.account_id):
        return ["", finding.platform, finding.handle]
    return [finding.account_id]


def _content(finding: Finding) -> list[str]:
    """What stands at a list or mapping, and in the list item around a value.

    The item is what tells `links[0].label` from `links[1].label` without counting.
    """
    if finding.account is None or not finding.account_id:
        return []
    node: Node | None = finding.account.fields
    item: Node | None = None
    for name, number in STEP.findall(finding.field):
        if number and type(node) is Sequence:
            index = int(number)
            node = item = node.items[index] if index < len(node.items) else None
        elif name and type(node) is Mapping:
            node = node.entries.get(name)
        else:
            node = None
        if node is None:
            break
    parts = [] if node is None or type(node) is Scalar else [flat(node)]
    return parts if item is None or item is node else [*parts, flat(item)]


def flat(node: Node) -> str:
    """A node as one text, its keys sorted: the same content gives the same text."""
    if type(node) is Scalar:
        return "null" if node.text is None else repr(normalised(node.text))
    if type(node) is Sequence:
        return f"[{','.join(flat(item) for item in node.items)}]"
    assert type(node) is Mapping  # noqa: S101 - the union has three members
    return f"{{{','.join(f'{key!r}:{flat(node.entries[key])}' for key in sorted(node.entries))}}}"


def _quoted(finding: Finding) -> list[str]:
    """The parts of the value that the message points out, as far as they are words of it.

    They tell two faults of one rule in one value apart: two persons' names in one handle.
    """
    whole = _joined(finding.value)
    if not whole:
        return []
    told = (
        (key, _joined(value))
        for key, value in finding.values.items()
        if key not in SURROUNDINGS and isinstance(value, str)
    )
    parts = sorted(
        f"{key}={part}" for key, part in told if part and part != whole and part in whole
    )
    return parts + _marked(finding, whole)


def _joined(text: str) -> str:
    """A text as if it stood in one line: how YAML breaks it, or ends it, is no part of what it says."""
    return text.strip("\n").replace("\n", " ") if "\n" in text else text


def _marked(finding: Finding, whole: str) -> list[str]:
    """The characters marked in the value, and where in it, if only a part of it is marked.

    They are counted in the text as it reads: escapes, quotes and lines in YAML may change.
    """
    found = finding.marked or _on_line(finding)
    if found is None:
        return []
    text, start, end = found
    marked = _joined(text[start:end])
    if not marked or marked == whole or marked not in whole:
        return []
    begin = text.replace("\n", " ").rfind(whole, 0, start + len(whole))
    return [f"{start - begin}:{marked}"] if begin >= 0 else [marked]


def _on_line(finding: Finding) -> tuple[str, int, int] | None:
    """The line that the place stands in, and where, without quotes: the key or id beside what is absent."""
    document, place = finding.document, finding.place
    if document is None or place.line != place.end_line:
        return None
    line, start = document.line(place.line), place.column - 1
    written = line[start : place.end_column - 1]
    if written == finding.value:  # quotes belong to a value that is told as it is written
        return None
    bare = written.strip("\"'")
    start += written.find(bare)
    return line, start, start + len(bare)
