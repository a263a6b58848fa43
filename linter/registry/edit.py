"""Write a waiver into a registry file and change nothing else in it.

The new text is inserted at an offset that the nodes tell; every other byte stays. Whether it
went right is not taken for granted: the result is parsed again, and its values must be those
from before plus the waiver. Where one place does not work (a block scalar that keeps its blank
lines, say), the next one is tried.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.registry.load import decode
from linter.registry.nodes import Mapping, Node, Scalar, Sequence, end_of, key_start_of, start_of
from linter.registry.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from linter.registry.document import Document
    from linter.text import Text

BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What libyaml takes for the end of a line; only the first three are written."""
PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")
SHARING = re.compile(r"(?<![^\s,\[{-])(?:[&*][^\s&*]|<<)")
"""An anchor, an alias or a merge key; in the middle of a text perhaps something else."""
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
RESERVED = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))


@dataclass(frozen=True, slots=True)
class NewWaiver:
    """What is to be written."""

    code: str
    reason: str
    until: date | None = None
    approved_by: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """Keys with their values as text, in the order in which they are written."""
        pairs = [("code", self.code), ("reason", self.reason)]
        if self.until is not None:
            pairs.append(("until", self.until.isoformat()))
        if self.approved_by:
            pairs.append(("approved_by", self.approved_by))
        return pairs

    def written(self) -> list[str]:
        """The same as YAML, `key: value`."""
        return [
            f"{key}: {value if key == 'until' else quoted(value)}" for key, value in self.pairs()
        ]


@dataclass(frozen=True, slots=True)
class Edit:
    """Put a text in place of what stands between two offsets (mostly nothing)."""

    start: int
    end: int
    text: str

    def apply(self, text: str) -> str:
        """The whole text after the edit."""
        return text[: self.start] + self.text + text[self.end :]


def with_waiver(
    data: bytes, path: str, name: str, waiver: NewWaiver, *, among: str = "accounts"
) -> tuple[bytes, int]:
    """The file's bytes with the waiver in them, and its line; `LinterError` where that fails.

    name: the id of the account, or of the entry of `authorities` if it is to be sought there.
    """
    text = decode(data, path)
    start = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    edit = edit_for(text, path, name, waiver, among=among)
    line = len(BREAK.findall(text, 0, edit.start)) + 1
    lead = edit.text[: len(edit.text) - len(edit.text.lstrip(",\r\n"))]
    return start + edit.apply(text).encode(), line + len(BREAK.findall(lead))


def edit_for(
    text: str, path: str, name: str, waiver: NewWaiver, *, among: str = "accounts"
) -> Edit:
    """The first edit that adds the waiver and nothing else."""
    document = parse(text, path)
    refuse_broken(document)
    node = _item(document, among, name)
    for edit in _edits(document, node, waiver):
        after = parse(edit.apply(text), path)
        if not after.problems and _only_added(document.root, after.root, node, waiver):
            return edit
    shared = SHARING.search(text, max(0, start_of(node) - 1), end_of(node))
    raise _refusal(SHARED if shared else UNUSUAL, document, start_of(node))


def refuse_broken(document: Document) -> None:
    """Raise where the file is no faultless YAML: what stands in it, nobody can be sure of."""
    for problem in document.problems:
        if problem.code == "REG001":
            raise _refusal(BROKEN, document, problem.start)


def _item(document: Document, among: str, name: str) -> Mapping:
    root = document.root
    listed = root.entries.get(among) if type(root) is Mapping else None
    items = listed.items if type(listed) is Sequence else []
    found = [item for item in items if type(item) is Mapping and _id(item) == name]
    if not found:
        raise _refusal(ABSENT, document, 0, name)
    if len(found) > 1:
        raise _refusal(TWICE, document, start_of(found[1]), name)
    if document.text.startswith("*", start_of(found[0])):
        raise _refusal(SHARED, document, start_of(found[0]))
    return found[0]


def _id(node: Mapping) -> str | None:
    child = node.entries.get("id")
    return child.text if type(child) is Scalar else None


def _edits(document: Document, account: Mapping, waiver: NewWaiver) -> Iterator[Edit]:
    """The edits worth trying, the one that reads best first."""
    text = document.text
    value = account.entries.get("waivers")
    if value is not None and not _own(account, value):
        return  # it comes from a merge (`<<`); a list of its own would hide the merged one
    if value is None:
        yield from _new_list(document, account, waiver)
    elif text.startswith("*", start_of(value)):
        raise _refusal(SHARED, document, start_of(value))
    elif type(value) is Scalar and value.text is None:
        yield from _first_entry(document, account, value, waiver)
    elif type(value) is not Sequence:
        raise _refusal(NO_LIST, document, start_of(value))
    elif _is_flow(text, value):
        bracket = PROPERTIES.match(text, start_of(value))
        behind = bracket.end() + 1 if bracket else start_of(value) + 1
        written = _flow(waiver, as_json=_is_json(text, account))
        if value.items:
            at = _content_end(text, value.items[-1])
            yield Edit(at, at, f", {written}")
        else:
            yield Edit(behind, behind, written)
    else:
        dash = text.rindex("-", 0, start_of(value.items[0]) + 1)
        lines = _block(waiver, _column(text, dash))
        for at in _behind(text, value, end_of(value)):
            yield _insert_lines(text, at, lines)


def _new_list(document: Document, account: Mapping, waiver: NewWaiver) -> Iterator[Edit]:
    """`waivers:` does not exist yet."""
    text = document.text
    own = [node for node in account.entries.values() if _own(account, node)]
    if _is_flow(text, account):
        at = _content_end(text, own[-1])
        as_json = _is_json(text, account)
        word = '"waivers"' if as_json else "waivers"
        yield Edit(at, at, f",{_gap(text, own)}{word}: [{_flow(waiver, as_json=as_json)}]")
        return
    keys = [start for node in own if (start := key_start_of(node)) is not None]
    column = _column(text, keys[0])
    lines = [" " * column + "waivers:", *_block(waiver, column + 2)]
    for at in _behind(text, own[-1], end_of(account)):
        yield _insert_lines(text, at, lines)
    for key in reversed(keys[1:]):
        yield _insert_lines(text, key - _column(text, key), lines)


def _first_entry(
    document: Document, account: Mapping, value: Scalar, waiver: NewWaiver
) -> Iterator[Edit]:
    """`waivers:` stands there with nothing behind it, or with null."""
    text = document.text
    start, end = start_of(value), end_of(value)
    if marks := PROPERTIES.match(text + " ", start, end + 1):  # an anchor stays, and so does a tag
        start = min(marks.end(), end)
    key = key_start_of(value)
    if start == end and key is not None and not _is_flow(text, account):
        yield _insert_lines(text, _line_end(text, end), _block(waiver, _column(text, key) + 2))
    blank = "" if text[start - 1 : start].isspace() else " "
    yield Edit(start, end, f"{blank}[{_flow(waiver, as_json=_is_json(text, account))}]")


def _own(mapping: Mapping, node: Node) -> bool:
    """True where the node stands in the mapping's own lines, not in what it merges."""
    key = key_start_of(node)
    return key is not None and start_of(mapping) <= key < max(end_of(mapping), key + 1)


def _is_flow(text: str, node: Node) -> bool:
    match = PROPERTIES.match(text, start_of(node))
    return text[match.end() if match else start_of(node)] in "[{"


def _is_json(text: str, mapping: Mapping) -> bool:
    """True where the entry is written as JSON has it, with every key in double quotes."""
    keys = [key_start_of(node) for node in mapping.entries.values()]
    return _is_flow(text, mapping) and all(key is not None and text[key] == '"' for key in keys)


def _gap(text: str, own: list[Node]) -> str:
    """What parts the entry's keys: a blank, or a line each."""
    last = key_start_of(own[-1])
    lead = re.search(r"(?:\r\n|[\n\r])[ \t]*\Z", text[:last]) if len(own) > 1 else None
    return lead[0] if lead else " "


def _content_end(text: str, node: Node) -> int:
    """Where a node's last value ends; the end of a block collection may lie behind comments."""
    if type(node) is Scalar or _is_flow(text, node):
        return end_of(node)
    children = node.items if type(node) is Sequence else list(node.entries.values())  # type: ignore[union-attr]
    inside = [child for child in children if start_of(node) <= start_of(child) <= end_of(node)]
    return max((_content_end(text, child) for child in inside), default=end_of(node))


def _behind(text: str, node: Node, end: int) -> Iterator[int]:
    """Offsets at which lines behind a node can begin: right after it, or after blank lines."""
    first = _line_end(text, _content_end(text, node))
    yield first
    blank = re.compile(r"(?:[ \t]*(?:\r\n|[\n\r]))*").match(text, first)
    if blank and blank.end() > first:
        yield blank.end()
    if end > first:
        yield _line_end(text, end)


def _line_end(text: str, offset: int) -> int:
    match = BREAK.search(text, offset)
    return match.start() if match else len(text)


def _column(text: str, offset: int) -> int:
    """How many characters stand before the offset on its line."""
    return offset - 1 - max(text.rfind(mark, 0, offset) for mark in "\n\r\x85\u2028\u2029")


def _insert_lines(text: str, at: int, lines: list[str]) -> Edit:
    """Insert whole lines, broken as the lines around them are."""
    near = BREAK.search(text, at) or BREAK.search(text)
    newline = near.group() if near and near.group() in ("\r\n", "\n", "\r") else "\n"
    if at == 0 or BREAK.fullmatch(text[at - 1]):
        return Edit(at, at, "".join(line + newline for line in lines))
    return Edit(at, at, "".join(newline + line for line in lines))


def _block(waiver: NewWaiver, column: int) -> list[str]:
    first, *rest = waiver.written()
    return [" " * column + f"- {first}", *(" " * (column + 2) + line for line in rest)]


def _flow(waiver: NewWaiver, *, as_json: bool) -> str:
    if as_json:
        pairs = (f"{in_quotes(key)}: {in_quotes(value)}" for key, value in waiver.pairs())
        return f"{{{', '.join(pairs)}}}"
    return f"{{{', '.join(waiver.written())}}}"


def quoted(value: str) -> str:
    """The value as YAML writes it on one line: as it is where that is safe, else in quotes."""
    if PLAIN.fullmatch(value) and value.lower() not in RESERVED:
        return value
    return in_quotes(value)


def in_quotes(value: str) -> str:
    """The value in double quotes, as YAML and JSON both read it."""
    body = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() or c > "\uffff" else f"\\u{ord(c):04X}" for c in body)


def _only_added(before: Node | None, after: Node | None, account: Node, waiver: NewWaiver) -> bool:
    """True where both trees say the same but for the waiver, now last in the account's list."""
    if type(before) is Scalar and type(after) is Scalar:
        return before.text == after.text and before.plain == after.plain
    if type(before) is Sequence and type(after) is Sequence:
        return len(before.items) == len(after.items) and all(
            _only_added(a, b, account, waiver)
            for a, b in zip(before.items, after.items, strict=True)
        )
    if type(before) is not Mapping or type(after) is not Mapping:
        return False
    old, new = dict(before.entries), dict(after.entries)
    if before is account and not _is_added(
        old.pop("waivers", None), new.pop("waivers", None), waiver
    ):
        return False
    return list(old) == list(new) and all(
        _only_added(old[key], new[key], account, waiver) for key in old
    )


def _is_added(before: Node | None, after: Node | None, waiver: NewWaiver) -> bool:
    if type(after) is not Sequence or not after.items:
        return False
    old = before.items if type(before) is Sequence else []
    last = after.items[-1]
    return (
        len(after.items) == len(old) + 1
        and all(_only_added(a, b, after, waiver) for a, b in zip(old, after.items, strict=False))
        and type(last) is Mapping
        and [
            (key, node.text if type(node) is Scalar else None) for key, node in last.entries.items()
        ]
        == waiver.pairs()
    )


BROKEN: Text = {
    "de": "Die Datei ist kein fehlerfreies YAML und wird deshalb nicht verändert.",
    "en": "The file is no faultless YAML and therefore is not changed.",
}
ABSENT: Text = {
    "de": "Einen Eintrag „{name}“ gibt es hier nicht.",
    "en": "There is no entry “{name}” here.",
}
TWICE: Text = {
    "de": "„{name}“ steht hier zum zweiten Mal; gemeint sein kann nur ein Eintrag.",
    "en": "“{name}” stands here for the second time; only one entry can be meant.",
}
SHARED: Text = {
    "de": "Die Ausnahme lässt sich hier nicht eintragen, ohne anderes mit zu ändern (Anker, Alias oder „<<“).",
    "en": "The waiver cannot be written here without changing something else (anchor, alias or `<<`).",
}
UNUSUAL: Text = {
    "de": "In diese Schreibweise („? Schlüssel“ oder eine andere seltene) lässt sich die Ausnahme nicht eintragen.",
    "en": "The waiver cannot be written into this notation (`? key` or another rare one).",
}
NO_LIST: Text = {
    "de": "„waivers“ ist hier keine Liste.",
    "en": "`waivers` is no list here.",
}
HINT: Text = {
    "de": "Berichtigen Sie die Datei, oder tragen Sie die Ausnahme von Hand ein.",
    "en": "Correct the file, or write the waiver by hand.",
}


def _refusal(text: Text, document: Document, offset: int, name: str = "") -> LinterError:
    line, column = document.position(offset)
    return LinterError(
        {lang: words.replace("{name}", name) for lang, words in text.items()},
        path=document.path,
        line=line,
        column=column,
        hint=HINT,
    )
