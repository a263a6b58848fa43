"""Rulebook: all rules there are, with the documents, facts and fields they speak of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from linter.bundle import bundle, fresh
from linter.errors import LinterError
from linter.rulebook.compiled import Compiled, compiled, rules_root
from linter.rulebook.rule import Applies, Document, Rule, Source
from linter.subject import day_of

if TYPE_CHECKING:
    from datetime import date

    from linter.registry.account import Authority
    from linter.registry.fields import Tree
    from linter.text import Text


@bundle
class Rulebook:
    """The rules by code, in order; digest covers every file of every pack.

    tree: the registry's fields, as validation needs them; lexicon: what the facts give names to
    read with, see `linter.names.kept` (None where several folders have facts); sources: the packs this was made
    of, the built-in ones first, which hold the words; missing: why a pack may not be here, of a plug-in
    that is broken.
    """

    rules: list[Rule] = fresh(factory=list)
    packs: dict[str, dict[str, Any]] = fresh(factory=dict)
    facts: dict[str, dict[str, Any]] = fresh(factory=dict)
    lexicon: dict[str, Any] | None = None
    tree: Tree = fresh(factory=dict)
    digest: str = ""
    foreign: frozenset[str] = frozenset()
    needles: dict[str, tuple[tuple[str, ...], ...]] = fresh(factory=dict)
    made_of: list[Compiled] = fresh(factory=list)
    missing: Text | None = None
    _index: dict[str, Rule] = fresh(factory=dict)

    @property
    def documents(self) -> dict[str, dict[str, Any]]:
        """The documents of every pack's `sources.yaml`, by id."""
        return {
            key: value
            for part in reversed(self.made_of)
            for key, value in part.words()["documents"].items()
        }

    @property
    def fields(self) -> Tree:
        """The registry's fields with descriptions and examples."""
        from linter.registry.fields import merge  # noqa: PLC0415 - for schema and documentation

        tree = with_platforms(merge([part.words()["tree"] for part in self.made_of]))
        return with_jurisdictions(tree, self)

    @property
    def authorities(self) -> dict[str, Authority]:
        """The bodies that the packs' facts know, by id; made anew at each call."""
        from linter.rulebook.facts import authorities_from  # noqa: PLC0415 - not for every command

        return authorities_from(self.facts)

    def find(self, word: str) -> Rule | None:
        """A rule by its code, its name, or a code or name it had before."""
        if not self._index:
            for rule in self.rules:
                for key in (*rule.redirects, rule.name, rule.code):
                    self._index[key.casefold()] = rule
        return self._index.get(word.casefold())


def load_rulebook(
    pack_paths: list[str] | None = None,
    *,
    cache_dir: str | None = None,
    plugin_packs: list[tuple[str, str]] | None = None,
    faults: list[tuple[str, LinterError]] | None = None,
    instead: bool = False,
) -> Rulebook:
    """Built-in packs, then plug-ins' packs, then the user's own folders.

    plugin_packs: (plug-in name, folder). Raises `LinterError` where a pack does not hold; with
    faults, a plug-in's pack that does not is left out, and its fault added to them. instead: a pack
    takes the place of a built-in one of the same id, as when a copy of that is checked.
    """
    base = compiled(rules_root(), cache_dir)
    book = Rulebook(made_of=[base])
    _take(book, base)
    foreign: set[str] = set()
    for owner, folder in [*(plugin_packs or []), *(("", folder) for folder in pack_paths or [])]:
        try:
            more = compiled(folder, cache_dir, base=base, foreign=True)
            if instead:
                _put_aside(book, more)
            _may_add(book, more, folder)
        except LinterError as error:
            if not owner or faults is None:
                raise
            faults.append((owner, error))
            continue
        _take(book, more)
        foreign |= set(more.hot["packs"]) - set(base.hot["packs"])
    book.foreign = frozenset(foreign)
    book.rules.sort(key=lambda rule: rule.code)
    with_platforms(book.tree)
    if foreign:
        with_jurisdictions(book.tree, book)
    return book


def with_platforms(tree: Tree) -> Tree:
    """The fields, with plug-ins' platforms among those that an account may name."""
    from linter.platforms import KNOWN, NAMES  # noqa: PLC0415 - the checks have them loaded

    if len(KNOWN) > len(NAMES):
        tree["account"]["platform"]["enum"] = list(KNOWN)
    return tree


def with_jurisdictions(tree: Tree, book: Rulebook) -> Tree:
    """The fields, with those jurisdictions that only a pack of the house's own or a plug-in's knows."""
    named = [
        name
        for pack in book.packs.values()
        for name in (pack.get("default_for") or {}).get("jurisdictions") or ()
    ]
    named += [name for rule in book.rules for name in rule.applies.jurisdictions]
    field = tree["authority"]["jurisdiction"]
    known = list(dict.fromkeys([*field["enum"], *named]))
    tree["authority"] = {**tree["authority"], "jurisdiction": {**field, "enum": known}}
    return tree


def _take(book: Rulebook, more: Compiled) -> None:
    """Add what was compiled; two folders' fields are merged, neither replaces the other's."""
    hot = more.hot
    book.rules += [rule_from(data, more) for data in hot["rules"]]
    book.packs |= hot["packs"]
    book.facts |= hot["facts"]
    book.needles |= hot["needles"]
    if book.digest:
        from hashlib import sha256  # noqa: PLC0415 - only with foreign packs

        from linter.registry.fields import merge  # noqa: PLC0415

        book.digest = sha256(f"{book.digest}{hot['digest']}".encode()).hexdigest()
        book.tree = merge([book.tree, hot["tree"]])
        book.made_of.append(more)
        if any(hot["facts"].values()):
            book.lexicon = None
    else:
        book.digest, book.tree, book.lexicon = hot["digest"], hot["tree"], hot["lexicon"]


def _put_aside(book: Rulebook, more: Compiled) -> None:
    """Take out the packs that others of the same id stand for."""
    packs = more.hot["packs"]
    book.rules = [rule for rule in book.rules if rule.pack not in packs]
    book.packs = {name: pack for name, pack in book.packs.items() if name not in packs}
    book.facts = {name: facts for name, facts in book.facts.items() if name not in packs}


def _may_add(book: Rulebook, more: Compiled, folder: str) -> None:
    """A foreign folder's packs may add, never replace."""
    if not more.hot["packs"] and not os.path.isdir(folder):  # noqa: PTH112 - the hook's path
        raise LinterError(
            {"de": "Diesen Ordner gibt es nicht.", "en": "There is no such folder."},
            path=folder,
            hint={
                "de": "Prüfen Sie Pfad und Zugriffsrechte.",
                "en": "Check the path and the permissions.",
            },
        )
    if not more.hot["packs"]:
        raise LinterError(
            {
                "de": "In diesem Ordner liegt kein Regelpaket (pack.yaml fehlt).",
                "en": "There is no rule pack in this folder (pack.yaml is missing).",
            },
            path=folder,
        )
    known = {key for rule in book.rules for key in (rule.code, rule.name, *rule.redirects)}
    for rule in [rule_from(data, more) for data in more.hot["rules"]]:
        for key in (rule.code, rule.name, *rule.redirects):
            if key in known:
                from pathlib import Path  # noqa: PLC0415 - only for a fault

                from linter.rulebook.load import taken  # noqa: PLC0415 - as above

                pack = Path(folder)
                alone = (pack / "pack.yaml").is_file()
                raise taken(
                    pack / (Path(rule.path).name if alone else rule.path),
                    key,
                    f"„{key}“ heißt schon eine andere Regel.",
                    f"“{key}” is already the name of another rule.",
                )
    for name in more.hot["packs"]:
        if name in book.packs:
            raise LinterError(
                {
                    "de": f"Ein Regelpaket „{name}“ gibt es schon.",
                    "en": f"There is already a rule pack “{name}”.",
                },
                path=folder,
            )


class StoredRule(Rule):
    """A rule whose words are fetched when one of them is first asked for."""

    __slots__ = ("stored",)
    stored: Compiled

    def __getattr__(self, name: str) -> Any:
        """Called only for what is not there yet."""
        if name not in FROM_WORDS:
            raise AttributeError(name)
        words = self.stored.words()["rules"][self.code]
        found = {
            **{key: words.get(key) for key in FROM_WORDS},
            "variants": words.get("variants") or {},
            "sources": [_source(item) for item in words["source"]],
        }
        for key, value in found.items():
            try:
                object.__getattribute__(self, key)  # what was set meanwhile stays
            except AttributeError:
                setattr(self, key, value)
        return getattr(self, name)


FROM_WORDS = frozenset(("title", "message", "variants", "why", "remedy", "sources"))


def kept(data: dict[str, Any], begins: str | None) -> tuple[Any, ...]:
    """A rule from its YAML, as the cache keeps it: what `rule_from` takes, in that order."""
    waivable = data["waivable"]
    valid = data.get("valid") or {}
    plain = Applies(**{key: tuple(value) for key, value in (data.get("applies_to") or {}).items()})
    return (
        data["code"],
        data["name"],
        data["pack"],
        data["severity"],
        data["duty"],
        tuple([getattr(plain, name) for name in WHOM]),
        data.get("per", "account"),
        tuple(data["tags"]),
        tuple(data["needs"]),
        pairs(data.get("when")),
        pairs(data["check"]),
        waivable is not False and waivable != "false",
        int(waivable.get("longest_days") or 0) if isinstance(waivable, dict) else 0,
        str(data["since"]),
        data["status"],
        tuple(data.get("redirects") or ()),
        valid.get("from"),
        valid.get("until"),
        begins,
        data.get("severities") or {},
        data["path"],
    )


WHOM = (
    "kinds",
    "platforms",
    "not_platforms",
    "status",
    "jurisdictions",
    "authority_kinds",
    "authorities",
    "unless_packs",
)
"""The parameters of `Applies`, in their order."""


def rule_from(data: tuple[Any, ...], stored: Compiled) -> Rule:
    """A rule as the cache keeps it; its words stay where they are stored."""
    rule = StoredRule.__new__(StoredRule)
    rule.stored = stored
    (
        rule.code,
        rule.name,
        rule.pack,
        rule.severity,
        rule.duty,
        whom,
        rule.per,
        rule.tags,
        rule.needs,
        rule.guards,
        rule.checks,
        rule.waivable,
        rule.longest_days,
        rule.since,
        rule.status,
        rule.redirects,
        since,
        until,
        begins,
        rule.severities,
        rule.path,
    ) = data
    rule.applies = Applies(*whom)
    rule.valid_since = _day(since)
    rule.valid_until = _day(until)
    rule.begins = _day(begins)
    rule.reviewed = {}
    rule.examples = []
    return rule


def _source(data: dict[str, Any]) -> Source:
    return Source(
        document=data["document"],
        section=data["section"],
        quote=data.get("quote") or "",
        since=_day(data.get("from")),
        until=_day(data.get("until")),
        begins=_day(data.get("begins")),
        ends=_day(data.get("ends")),
    )


def document_from(key: str, data: dict[str, Any]) -> Document:
    """A document of `rules/sources.yaml` from plain data."""
    return Document(
        id=key,
        title=data["title"],
        short=data["short"],
        kind=data["kind"],
        date=str(data["date"]),
        url=data.get("url") or "",
        note=data.get("note"),
        sections=tuple(data.get("sections") or ()),
    )


class Documents(dict[str, Document]):
    """The documents by id, made at the first look: a run without findings needs none."""

    def __init__(self, book: Rulebook) -> None:
        super().__init__()
        self.book = book
        self.raw: dict[str, dict[str, Any]] | None = None

    def __missing__(self, key: str) -> Document:
        """Make the document; KeyError where no pack lists it."""
        if self.raw is None:
            self.raw = self.book.documents
        self[key] = document_from(key, self.raw[key])
        return self[key]

    def __contains__(self, key: object) -> bool:
        """Does any pack list it?"""
        try:
            return bool(self[str(key)])
        except KeyError:
            return False

    def get(self, key: str, default: Any = None) -> Any:
        """The document, or the default."""
        return self[key] if self.__contains__(key) else default


def documents_of(book: Rulebook) -> dict[str, Document]:
    """The documents that findings cite."""
    return Documents(book)


def _day(value: Any) -> date | None:
    return day_of(str(value)) if value else None


def pairs(value: Any) -> list[tuple[str, dict[str, Any]]]:
    """`name: {…}` or a list of such, as (name, parameters)."""
    items = value if isinstance(value, list) else [value] if value else []
    return [(name, parameters or {}) for item in items for name, parameters in item.items()]
