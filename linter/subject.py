"""What a check looks at: one account, or what one authority has in common.

A subject answers questions by field address and says honestly when nothing is there. It is
the seam between what is known (registry today, profiles and pages with a crawl) and the
checks, which never see where a value came from.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.plain import plain
from linter.registry.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.observation import Observation
    from linter.names import Reading
    from linter.pages.page import Page
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document
    from linter.rulebook.context import Context

TRUE = frozenset(("true", "yes", "on", "ja"))
FALSE = frozenset(("false", "no", "off", "nein"))
NOT_LINKED = "page-not-linked"
"""No page was found; where an answer was kept all the same, something had promised one."""


EXACT = ("handle", "id", "handles")
"""Keys of which each character counts; so it does in an address, which `plain` leaves alone."""


class Spot:
    """A value that was found: its text (None where it is a list or mapping) and its place.

    The text is as a reader sees it, the node's as it is written. reading: what a name is made of, kept
    here by the first check that has it read.
    """

    __slots__ = ("address", "document", "node", "reading", "text")

    def __init__(self, address: str, node: Node, document: Document) -> None:
        self.address = address
        self.node = node
        self.document = document
        self.text = node.text if type(node) is Scalar else None
        if document.odd and self.text and _key(address) not in EXACT:
            self.text = plain(self.text)
        self.reading: Reading | None = None


def _key(address: str) -> str:
    """The last key of an address, of a list's item that of the list."""
    return address.rpartition(".")[2].partition("[")[0]


class Record:
    """A record of something done: an approval, a training, an assessment.

    state: "ja", "nein" or "in Bearbeitung"; on: the day, if one is recorded; ref: a file
    reference or remark. A bare date, a bare reference and a bare `true` all mean "ja".
    """

    __slots__ = ("on", "ref", "spot", "state")

    def __init__(self, spot: Spot, state: str, on: date | None, ref: str | None) -> None:
        self.spot = spot
        self.state = state
        self.on = on
        self.ref = ref


class Members:
    """A group's roots: the authority's own record, if there is one, then its accounts'.

    Made as they are asked for; of a large registry they would take their room for every rule.
    """

    __slots__ = ("accounts", "own")

    def __init__(self, own: list[tuple[Mapping, Document]], accounts: list[Account]) -> None:
        self.own = own
        self.accounts = accounts

    def __len__(self) -> int:
        """How many."""
        return len(self.own) + len(self.accounts)

    def __iter__(self) -> Iterator[tuple[Mapping, Document]]:
        """Each in its turn."""
        yield from self.own
        for account in self.accounts:
            yield account.fields, account.document

    def __getitem__(self, index: int) -> tuple[Mapping, Document]:
        """The one at a place, counted from the first."""
        if index < len(self.own):
            return self.own[index]
        account = self.accounts[index - len(self.own)]
        return account.fields, account.document


class Subject:
    """Answers by address. For a group, the authority's own record comes before its accounts'."""

    __slots__ = ("_cache", "_only", "account", "accounts", "authority", "context", "roots")

    def __init__(
        self,
        roots: list[tuple[Mapping, Document]] | Members,
        *,
        account: Account | None,
        accounts: list[Account],
        authority: Authority,
        context: Context,
    ) -> None:
        self.roots = roots
        self.account = account
        self.accounts = accounts
        self.authority = authority
        self.context = context
        self._cache: dict[str, tuple[Spot, ...]] = {}
        self._only = roots[0] if len(roots) == 1 else None

    def given(self) -> Iterator[Spot]:
        """All values that were asked for, since the subject was made or forgot."""
        for spots in self._cache.values():
            yield from spots

    def forget(self) -> None:
        """Let go of what was looked up; whoever keeps a subject for a message seldom asks again."""
        self._cache = {}

    @property
    def as_of(self) -> date:
        """The day the rules are applied for."""
        return self.context.as_of

    def at(self, address: str) -> tuple[Spot, ...]:
        """All values at an address, in document order; empty where the registry is silent."""
        found = self._cache.get(address)
        if found is None:
            found = self._cache[address] = self._look(address)
        return found

    def _look(self, address: str) -> tuple[Spot, ...]:
        path = PATHS.get(address)
        if path is None:
            path = PATHS[address] = tuple(address.split("."))
        if len(path) == 1 and self._only is not None and address[-1] != "]":  # most are such
            root, document = self._only
            node = root.entries.get(address)
            if node is None or (type(node) is Scalar and node.text is None):
                return ()
            return (Spot(address, node, document),)
        if "[]" in address:
            return tuple(
                [
                    Spot(found, node, document)
                    for root, document in self.roots
                    if path[0].removesuffix("[]") in root.entries
                    for found, node in _walk(root, path, 0, "")
                ]
            )
        if self._only is not None:
            root, document = self._only
            one = _follow(root, path)
            return () if one is None else (Spot(address, one, document),)
        return tuple(
            Spot(address, node, document)
            for root, document in self.roots
            if (node := _follow(root, path)) is not None
        )

    def first(self, address: str) -> Spot | None:
        """The first value at an address."""
        spots = self.at(address)
        return spots[0] if spots else None

    def text(self, address: str) -> str | None:
        """The first value's text."""
        spots = self.at(address)
        return spots[0].text if spots else None

    def flag(self, address: str) -> bool | None:
        """The first value as yes or no; None where it is absent or neither."""
        text = self.text(address)
        return None if text is None else flag_of(text)

    def day(self, address: str) -> date | None:
        """The first value as a date; None where it is absent or no date."""
        text = self.text(address)
        return None if text is None else day_of(text)

    @property
    def seen(self) -> Observation | None:
        """What a crawl saw of the account; None offline, and for a group."""
        return self.context.seen if self.account is not None else None

    def page(self, kind: str) -> Page | None:
        """The page of a kind (`impressum`, `privacy`) that was read behind the account.

        `narrower` and so on: the notices to which the privacy notice points for social media.
        """
        seen = self.seen
        return seen.pages.get(kind) if seen else None

    def page_unseen(self, kind: str) -> str | None:
        """Why a page was not read: a cause for `Unknown`; None where it was."""
        if self.page(kind) is not None:
            return None
        seen = self.seen
        if seen is None:
            return "page-not-read"
        cause = seen.unseen.get(kind) or getattr(seen.profile, "cause", None) or "page-not-read"
        promised = seen.captures.get(kind) if cause == NOT_LINKED else None
        if promised is None:
            return cause
        return "page-gone" if promised.fault == "not_found" else "another-page"

    def record(self, address: str) -> Record | None:
        """The first value as a record of something done."""
        spots = self.at(address)
        return record_of(spots[0]) if spots else None


PATHS: dict[str, tuple[str, ...]] = {}
"""Addresses taken apart, once each: there are as many as the rules name."""


def _follow(node: Node | None, path: tuple[str, ...]) -> Node | None:
    """The value at a path without lists; None where nothing, or null, stands there."""
    for key in path:
        if type(node) is not Mapping:
            return None
        node = node.entries.get(key)
    return None if type(node) is Scalar and node.text is None else node


def _walk(node: Node, steps: tuple[str, ...], index: int, path: str) -> list[tuple[str, Node]]:
    if index == len(steps):
        return [] if type(node) is Scalar and node.text is None else [(path, node)]
    if type(node) is not Mapping:
        return []
    step = steps[index]
    key = step.removesuffix("[]")
    child = node.entries.get(key)
    if child is None:
        return []
    here = f"{path}.{key}" if path else key
    if step == key:
        return _walk(child, steps, index + 1, here)
    if type(child) is not Sequence:
        return []
    if index == len(steps) - 2 and not steps[-1].endswith("[]"):
        return _column(child, steps[-1], here)
    return [
        found
        for number, item in enumerate(child.items)
        for found in _walk(item, steps, index + 1, f"{here}[{number}]")
    ]


def _column(sequence: Sequence, key: str, here: str) -> list[tuple[str, Node]]:
    """The values under one key of a list's items: what most rules ask a list for."""
    return [
        (f"{here}[{number}].{key}", node)
        for number, item in enumerate(sequence.items)
        if type(item) is Mapping
        and (node := item.entries.get(key)) is not None
        and not (type(node) is Scalar and node.text is None)
    ]


def flag_of(text: str) -> bool | None:
    """Read yes or no, in the words YAML and German forms use."""
    low = text.lower()
    return True if low in TRUE else False if low in FALSE else None


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """Read an ISO date (YYYY-MM-DD); anything else is no date."""
    if len(text) != 10:  # noqa: PLR2004 - the length of YYYY-MM-DD; week dates are no dates here
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def record_of(spot: Spot) -> Record:
    """Read a record in any of its forms: a date, yes/no, a reference, or state/on/ref."""
    node = spot.node
    if type(node) is not Mapping:
        state, on, ref = _read(spot.text or "")
        return Record(spot, state, on, ref)
    entries = {
        key: value.text
        for key, value in node.entries.items()
        if type(value) is Scalar and value.text is not None
    }
    flag = flag_of(entries.get("state") or "ja")
    state = "in Bearbeitung" if flag is None else "ja" if flag else "nein"
    return Record(spot, state, day_of(entries.get("on") or ""), entries.get("ref"))


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, date | None, str | None]:
    """State, day and reference of a record that is a single value."""
    flag = flag_of(text)
    if flag is not None:
        return "ja" if flag else "nein", None, None
    if text == "in Bearbeitung":
        return text, None, None
    on = day_of(text)
    return "ja", on, None if on else text
