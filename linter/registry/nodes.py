"""What YAML is read into: three small node classes that know where they stand.

A node keeps its place as one packed integer, because a registry of 50,000 accounts holds
millions of them: the end and the start of the value (offsets in code points into the
document's text, 26 bits each: a file has at most 64 MB), a flag, and how far in front of the
value its key begins. Lines and columns are worked out by the document, only for the few
nodes that a finding points at.
"""

from __future__ import annotations

OFFSET_BITS = 26
OFFSET_MASK = (1 << OFFSET_BITS) - 1
PLAIN = 1 << 2 * OFFSET_BITS
"""Flag: the scalar was written without quotes, so `true` may be a boolean and `~` is nothing."""
KEY_SHIFT = 2 * OFFSET_BITS + 1


class Scalar:
    """A single value; `text` is None where YAML says null."""

    __slots__ = ("mark", "text")

    def __init__(self, text: str | None, mark: int) -> None:
        self.text = text
        self.mark = mark

    @property
    def plain(self) -> bool:
        """True where the value was written without quotes."""
        return bool(self.mark & PLAIN)


class Sequence:
    """A list of nodes in document order."""

    __slots__ = ("items", "mark")

    def __init__(self, items: list[Node], mark: int) -> None:
        self.items = items
        self.mark = mark


class Mapping:
    """Keys to nodes in document order; of a duplicate key the first value is kept."""

    __slots__ = ("entries", "mark")

    def __init__(self, entries: dict[str, Node], mark: int) -> None:
        self.entries = entries
        self.mark = mark


Node = Scalar | Sequence | Mapping


def start_of(node: Node) -> int:
    """Offset of the first character of the value."""
    return node.mark >> OFFSET_BITS & OFFSET_MASK


def end_of(node: Node) -> int:
    """Offset behind the last character of the value."""
    return node.mark & OFFSET_MASK


def key_start_of(node: Node) -> int | None:
    """Offset of the first character of the key the value stands under; None: under no key."""
    distance = node.mark >> KEY_SHIFT
    return start_of(node) - distance if distance else None


def plain_data(node: Node) -> object:
    """The node as plain strings, lists and dictionaries, without places (None for null)."""
    if type(node) is Scalar:
        return node.text
    if type(node) is Sequence:
        return [plain_data(item) for item in node.items]
    assert type(node) is Mapping  # noqa: S101 - the union has three members
    return {key: plain_data(value) for key, value in node.entries.items()}
