"""A document's nodes to accounts and authorities, validated against the field tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.bundle import bundle
from linter.plain import plain
from linter.registry.account import Account, Authority, Designation, Person
from linter.registry.document import Document, Problem
from linter.registry.nodes import Mapping, Node, Scalar, Sequence
from linter.registry.validate import Report, Validator, compile_object
from linter.subject import day_of

if TYPE_CHECKING:
    from linter.registry.fields import Tree

ACCOUNT_KEYS = ("id", "platform", "handle", "kind")


@bundle
class Validators:
    """The field tree, compiled: one validator for the file's own keys, an account, an authority.

    lands: the jurisdictions as they may be written, and which each means; kinds: of authority.
    """

    root: Validator
    account: Validator
    authority: Validator
    lands: dict[str, str]
    kinds: tuple[str, ...]

    @classmethod
    def of(cls, tree: Tree) -> Validators:
        """Compile the tree; `accounts` and `authorities` are validated item by item."""
        flat = {key: field for key, field in tree["root"].items() if key not in LISTS}
        lists = {key: {"type": "array", "items": {"type": "anything"}} for key in LISTS}
        land = tree["authority"]["jurisdiction"]
        return cls(
            root=compile_object(tree, {**flat, **lists}, []),
            account=compile_object(tree, tree["account"], list(ACCOUNT_KEYS)),
            authority=compile_object(tree, tree["authority"], ["id"]),
            lands={name: name for name in land["enum"]} | land.get("synonyms", {}),
            kinds=tuple(tree["authority"]["kind"]["enum"]),
        )


KINDS = ("ressort", "fach", "personal", "authority")
STATUSES = ("planned", "active", "dormant", "closed")
LISTS = ("accounts", "authorities")


def bind(
    document: Document, validators: Validators, *, named: bool, marker: bool = True
) -> tuple[list[Account], list[Authority]]:
    """Accounts and authorities of a document; what does not fit goes to its problems.

    marker: whether it must say that it is a registry.
    """
    root = document.root
    if type(root) is not Mapping:
        if not document.problems:
            variant = (
                "empty"
                if root is None or (type(root) is Scalar and not root.text)
                else "not-a-registry"
            )
            document.problems.append(Problem("REG002", variant, 0, min(1, len(document.text))))
        return [], []
    if marker and "registry" not in root.entries:
        if named:
            document.problems.append(
                Problem("REG002", "not-a-registry", 0, min(1, len(document.text)))
            )
        return [], []
    report = Report(document)
    validators.root(root, "", report)
    authorities = [
        authority
        for item in _items(root, "authorities")
        if (authority := _authority(item, document, validators, report)) is not None
    ]
    default = text_of(root, "authority")
    packs = _texts(root, "packs")
    accounts: list[Account] = []
    for number, item in enumerate(_items(root, "accounts")):
        report.account = text_of(item, "id") or f"accounts[{number}]"
        validators.account(item, "", report)
        if type(item) is Mapping:
            accounts.append(_account(item, report.account, default, packs, document))
    return accounts, authorities


def _account(
    node: Mapping, name: str, authority: str, packs: tuple[str, ...], document: Document
) -> Account:
    return Account(
        id=name,
        platform=text_of(node, "platform"),
        handle=text_of(node, "handle"),
        kind=_one_of(KINDS, text_of(node, "kind"), ""),
        status=_one_of(STATUSES, text_of(node, "status"), "active"),
        authority=text_of(node, "authority") or authority,
        fields=node,
        document=document,
        packs=packs,
    )


def _one_of(known: tuple[str, ...], word: str, otherwise: str) -> str:
    """The word, however it is capitalised; a word that is none (REG002 says so) misleads no rule."""
    return word if word in known else word.lower() if word.lower() in known else otherwise


def _authority(
    node: Node, document: Document, validators: Validators, report: Report
) -> Authority | None:
    report.account = ""
    validators.authority(node, "authorities[]", report)
    if type(node) is not Mapping or not text_of(node, "id"):
        return None
    designations = [
        Designation(plain(text) if document.odd else text, form)
        for key, form in (("names", "name"), ("short_names", "short"), ("abbreviations", "abbr"))
        for text in _texts(node, key)
    ]
    people = [
        person_of(item, text_of(node, "id"), document.path)
        for item in _items(node, "people")
        if type(item) is Mapping
    ]
    return Authority(
        id=text_of(node, "id"),
        kind=_one_of(validators.kinds, text_of(node, "kind"), ""),
        jurisdiction=validators.lands.get(text_of(node, "jurisdiction").casefold(), ""),
        designations=designations,
        domains=_texts(node, "domains"),
        people=people,
        fields=node,
        document=document,
    )


def person_of(node: Mapping, authority: str, path: str) -> Person:
    """The office holder that an entry of `people` names; path: the file it stands in."""
    first, _, last = plain(text_of(node, "name")).rpartition(" ")
    return Person(
        name=last,
        first_name=first,
        office=text_of(node, "office"),
        authority=authority,
        since=day_of(text_of(node, "since")),
        until=day_of(text_of(node, "until")),
        source=path,
    )


def text_of(node: Node, key: str) -> str:
    """The text under a key; empty where there is none."""
    if type(node) is not Mapping:
        return ""
    child = node.entries.get(key)
    return child.text or "" if type(child) is Scalar else ""


def _texts(node: Mapping, key: str) -> tuple[str, ...]:
    return tuple(
        item.text for item in _items(node, key) if type(item) is Scalar and item.text is not None
    )


def _items(node: Mapping, key: str) -> list[Node]:
    child = node.entries.get(key)
    return child.items if type(child) is Sequence else []
